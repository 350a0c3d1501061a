//! What the lower storeys saw, for those who want to look: tokens, phrases, sentences, mentions, firings.

use crate::extractor::Reading;
use crate::lexicon::Hit;
use crate::mention::{PublicMention as Mention, Reader, mentions};
use crate::rule::{Attempts, Frame, Rule, Schema};
use crate::{Document, Span, Zone};

/// How a text was read.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Explanation {
    /// Every token, in order.
    pub tokens: Vec<Span>,
    /// Every phrase of the word tables, by its first token, longer before shorter; phrases may overlap.
    pub phrases: Vec<FoundPhrase>,
    /// Every sentence with its zone.
    pub sentences: Vec<ExplainedSentence>,
    /// Every mention.
    pub mentions: Vec<Mention>,
    /// Every rule that fired.
    pub firings: Vec<Firing>,
    /// The events.
    pub document: Document,
}

/// A phrase of a word table that stands in the text, whether or not anything was made of it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FoundPhrase {
    /// The class, as [`Extractor::lexicon_values`](crate::Extractor::lexicon_values) names it.
    pub class: String,
    /// What the phrase stands for; of the classes `region` and `seat` the code of the region.
    pub value: String,
    /// The words.
    pub span: Span,
    /// Marked `?` in its table: counts only with support.
    pub weak: bool,
}

/// A sentence.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct ExplainedSentence {
    /// Where it stands.
    pub span: Span,
    /// Which part of the page it is.
    pub zone: Zone,
}

/// A rule that fired.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Firing {
    /// Name of the rule.
    pub rule: String,
    /// The words that matched.
    pub span: Span,
    /// The slots it filled.
    pub fills: Vec<FiredSlot>,
}

/// A slot that a rule filled.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FiredSlot {
    /// Name of the slot.
    pub slot: String,
    /// The words of the value.
    pub span: Span,
}

/// How far a rule got at one of its triggers.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Attempt {
    /// The trigger.
    pub span: Span,
    /// Atoms that matched.
    pub reached: usize,
    /// Atoms of the pattern.
    pub atoms: usize,
    /// Whether it fired.
    pub fired: bool,
}

pub(crate) fn attempt(reader: &Reader<'_>, attempt: &Attempts) -> Attempt {
    Attempt {
        span: reader.span(attempt.trigger.0, attempt.trigger.1),
        reached: attempt.reached,
        atoms: attempt.atoms,
        fired: attempt.fired,
    }
}

fn found_phrase(reader: &Reader<'_>, hit: &Hit) -> FoundPhrase {
    let (class, value) = reader.lexicon.names_of(hit.entry);
    FoundPhrase {
        class: class.to_owned(),
        value: value.to_owned(),
        span: reader.span(hit.first as usize, hit.last as usize),
        weak: hit.entry.weak,
    }
}

pub(crate) fn explanation(reading: &Reading<'_>, frames: &[Frame], document: Document, rules: &[Rule], schema: &Schema) -> Explanation {
    let reader = &reading.reader;
    Explanation {
        tokens: reader.tokens.iter().map(|t| Span { start: t.start as usize, end: t.end as usize }).collect(),
        phrases: reader.lexicon.every_hit(reader.tokens).all().iter().map(|hit| found_phrase(reader, hit)).collect(),
        sentences: reader.sentences.iter().map(|s| ExplainedSentence { span: reader.span(s.first, s.last), zone: s.zone }).collect(),
        mentions: mentions(reading),
        firings: frames
            .iter()
            .map(|f| Firing {
                rule: rules.get(f.rule).map_or_else(String::new, |r| r.name.to_string()),
                span: reader.span(f.first, f.last),
                fills: f
                    .fills
                    .iter()
                    .map(|s| FiredSlot { slot: schema.slot_name(s.slot).to_owned(), span: reader.span(s.first, s.last) })
                    .collect(),
            })
            .collect(),
        document,
    }
}
