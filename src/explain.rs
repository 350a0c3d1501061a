//! What the lower storeys saw, for those who want to look: mentions, tokens, firings.

use crate::extractor::{Article, collapse};
use crate::mention::{Reader, What};
use crate::rule::{Attempts, Rule, Schema};
use crate::{DateRange, Document, Region, Span, Title, Zone};

/// What a mention is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum MentionKind {
    /// A region of Indonesia or its government.
    Region,
    /// An office, with or without a name.
    Official,
    /// A person without an office.
    Person,
    /// A council, agency, ministry, university, company, foreign place.
    Body,
    /// A day or range of days.
    Date,
    /// A count.
    Number,
    /// A venue or site.
    Place,
}

impl MentionKind {
    /// The name of the kind.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            MentionKind::Region => "region",
            MentionKind::Official => "official",
            MentionKind::Person => "person",
            MentionKind::Body => "body",
            MentionKind::Date => "date",
            MentionKind::Number => "number",
            MentionKind::Place => "place",
        }
    }
}

/// A small thing of the text that means by itself.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where it stands (bytes, half-open).
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// The words under the span.
    pub text: String,
    /// The region it is, belongs to or lies in.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub region: Option<Region>,
    /// The office.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub title: Option<Title>,
    /// The name of the person, without honorifics and degrees.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub name: Option<String>,
    /// The days, where the article or the day of publication fixes them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<DateRange>,
    /// The count.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub number: Option<u32>,
}

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

/// Byte span of tokens `first..last`.
pub(crate) fn span(reader: &Reader<'_>, first: usize, last: usize) -> Span {
    let start = reader.tokens.get(first).map_or(0, |t| t.start as usize);
    let end = last.checked_sub(1).and_then(|l| reader.tokens.get(l)).map_or(start, |t| t.end as usize);
    Span { start, end }
}

pub(crate) fn attempt(reader: &Reader<'_>, attempt: &Attempts) -> Attempt {
    Attempt {
        span: span(reader, attempt.trigger.0, attempt.trigger.1),
        reached: attempt.reached,
        atoms: attempt.atoms,
        fired: attempt.fired,
    }
}

pub(crate) fn mentions(article: &Article<'_>) -> Vec<Mention> {
    let reader = article.reader;
    let gazetteer = &reader.lexicon.gazetteer;
    article
        .mentions
        .iter()
        .enumerate()
        .map(|(i, m)| {
            let mut out = Mention {
                kind: MentionKind::Place,
                span: span(reader, m.first, m.last),
                text: String::new(),
                region: article.resolved.parties.get(i).and_then(Option::as_ref).and_then(|p| p.region).map(|r| gazetteer.public(r)),
                title: None,
                name: None,
                date: None,
                number: None,
            };
            out.text = out.span.of(reader.source).to_owned();
            out.kind = match &m.what {
                What::Region(_) => MentionKind::Region,
                What::Body(_) => MentionKind::Body,
                What::Place(_) => MentionKind::Place,
                What::Number(words) => {
                    out.number = Some(words.value);
                    MentionKind::Number
                }
                What::Date(_) => {
                    out.date = article.calendar.days.get(i).copied().flatten().map(|(start, end)| DateRange { start, end });
                    MentionKind::Date
                }
                What::Official(words) => {
                    out.title = words.office.as_ref().map(|o| crate::event::title(reader, o));
                    out.name = words.name.as_ref().map(|n| collapse(reader.words_of(n.first, n.last)));
                    if words.office.is_some() { MentionKind::Official } else { MentionKind::Person }
                }
            };
            out
        })
        .collect()
}

pub(crate) fn explanation(article: &Article<'_>, rules: &[Rule], schema: &Schema) -> Explanation {
    let reader = article.reader;
    let at = |first, last| span(reader, first, last);
    Explanation {
        tokens: reader.tokens.iter().map(|t| Span { start: t.start as usize, end: t.end as usize }).collect(),
        sentences: reader.sentences.iter().map(|s| ExplainedSentence { span: at(s.first, s.last), zone: s.zone }).collect(),
        mentions: mentions(article),
        firings: article
            .frames
            .iter()
            .map(|f| Firing {
                rule: rules.get(f.rule).map_or_else(String::new, |r| r.name.clone()),
                span: at(f.first, f.last),
                fills: f.fills.iter().map(|s| FiredSlot { slot: schema.slot_name(s.slot).to_owned(), span: at(s.first, s.last) }).collect(),
            })
            .collect(),
        document: article.document.clone(),
    }
}
