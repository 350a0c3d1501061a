//! What the lower storeys saw, for those who want to look: tokens, sentences, mentions, firings.

use crate::extractor::Reading;
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
    /// Every sentence with its zone.
    pub sentences: Vec<ExplainedSentence>,
    /// Every mention.
    pub mentions: Vec<Mention>,
    /// Every rule that fired.
    pub firings: Vec<Firing>,
    /// The events.
    pub document: Document,
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

pub(crate) fn explanation(reading: &Reading<'_>, frames: &[Frame], document: Document, rules: &[Rule], schema: &Schema) -> Explanation {
    let reader = &reading.reader;
    Explanation {
        tokens: reader.tokens.iter().map(|t| Span { start: t.start as usize, end: t.end as usize }).collect(),
        sentences: reader.sentences.iter().map(|s| ExplainedSentence { span: reader.span(s.first, s.last), zone: s.zone }).collect(),
        mentions: mentions(reading),
        firings: frames
            .iter()
            .map(|f| Firing {
                rule: rules.get(f.rule).map_or_else(String::new, |r| r.name.clone()),
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
