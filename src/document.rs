//! What comes out: a [`Document`] with its [`Visit`]s and [`Agreement`]s, each value with its evidence.
//!
//! The structs mirror the annotation guide field by field and are the JSON contract (feature `serde`). All are owned and
//! `#[non_exhaustive]`; text values are the article's words with blanks collapsed.

use std::fmt;

use crate::kinds::{Affair, AgreementKind, AgreementStatus, ConflictKind, Slot, VisitKind, VisitStatus};
use crate::{Date, Region, Span, Title};

/// Everything found in one article.
#[derive(Clone, Debug, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Document {
    /// The day of publication: given by the caller, else found in the article's own date line.
    pub published: Option<Date>,
    /// Visits, in the order of their first evidence.
    pub visits: Vec<Visit>,
    /// Agreements, in the order of their first evidence.
    pub agreements: Vec<Agreement>,
    /// What in the article does not fit together.
    pub conflicts: Vec<Conflict>,
}

/// An official delegation or official goes to, or is received by, another government, institution or place.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Visit {
    /// The single best kind.
    pub kind: VisitKind,
    /// Whether it took place.
    pub status: VisitStatus,
    /// Whose delegation came.
    pub visitors: Vec<Party>,
    /// Whom they visited.
    pub hosts: Vec<Party>,
    /// Who led the delegation.
    pub leader: Option<Official>,
    /// Who received it.
    pub received_by: Vec<Official>,
    /// Who came along with the leader.
    pub accompanied_by: Vec<Official>,
    /// When.
    pub date: Option<DateRange>,
    /// How many people the delegation counted.
    pub delegation_size: Option<u32>,
    /// Where it was received.
    pub venue: Option<Place>,
    /// Places toured.
    pub sites: Vec<Place>,
    /// What it was about.
    pub affairs: Vec<Affair>,
    /// Where each value stands.
    pub evidence: Evidence,
    /// How likely visitors and hosts are all right, in `0.0..=1.0`, as far as the way they are told shows it. A visit whose
    /// sides are each told by three places and more has 0.9. The chance falls where one side is told by one or two places only,
    /// was inferred from the rest of the article, has several parties, or is missing, with each party that is no regional
    /// body, and with each other organisation in the sentences that tell them.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "chance"))]
    pub confidence: f64,
}

/// Reads a confidence: a number from 0 to 1, in thousandths as it is written, so that it stays the same however often it is read.
#[cfg(feature = "serde")]
fn chance<'de, D: serde::Deserializer<'de>>(source: D) -> Result<f64, D::Error> {
    use serde::de::{Deserialize, Error, Unexpected};
    let number = f64::deserialize(source)?;
    if (0.0..=1.0).contains(&number) {
        return Ok((number * 1000.0).round() / 1000.0);
    }
    Err(D::Error::invalid_value(Unexpected::Float(number), &"a confidence from 0 to 1"))
}

/// Two or more parties, one of them a government body, sign, plan, propose, extend or end a cooperation.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Agreement {
    /// The single best kind.
    pub kind: AgreementKind,
    /// How far it has come.
    pub status: AgreementStatus,
    /// Who agrees.
    pub parties: Vec<Party>,
    /// Who signed, or will sign.
    pub signatories: Vec<Official>,
    /// The day of signing.
    pub date: Option<DateRange>,
    /// Where it was signed.
    pub venue: Option<Place>,
    /// How long it is valid, in the article's words.
    pub duration: Option<Duration>,
    /// What it is about.
    pub affairs: Vec<Affair>,
    /// Where each value stands.
    pub evidence: Evidence,
    /// How likely the parties are all right, in `0.0..=1.0`: as [`Visit::confidence`], from three parties on less, for two of them
    /// more.
    #[cfg_attr(feature = "serde", serde(deserialize_with = "chance"))]
    pub confidence: f64,
}

/// A government, one of its bodies, or another organisation. At least one field is set.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Party {
    /// The region whose government (or whose body) it is.
    pub region: Option<Region>,
    /// The body's name in the article's words; `None` for the regional government itself.
    pub org: Option<String>,
}

/// A person in an office, or an office alone. At least one of `name` and `title` is set.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Official {
    /// The fullest form of the name in the article, without honorifics and degrees.
    pub name: Option<String>,
    /// What stands before the name ("H.", "Dr."), as written.
    pub honorifics: Vec<String>,
    /// Degrees behind the name ("S.Sos", "MM"), as written.
    pub degrees: Vec<String>,
    /// The office.
    pub title: Option<Title>,
    /// The region of the office, where the article tells it.
    pub region: Option<Region>,
}

/// First and last day, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct DateRange {
    /// First day.
    pub start: Date,
    /// Last day; `None` where the article leaves it open.
    pub end: Option<Date>,
}

/// A venue or site in the article's words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Place {
    /// The words, without a leading "di".
    pub text: String,
}

/// A validity in the article's words ("lima tahun").
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Duration {
    /// The words.
    pub text: String,
}

/// The proofs of an event, in the order of its slots.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(transparent))]
pub struct Evidence {
    /// Every proof.
    pub proofs: Vec<Proof>,
}

impl Evidence {
    /// The proofs of one slot.
    pub fn of(&self, slot: Slot) -> impl Iterator<Item = &Proof> {
        self.proofs.iter().filter(move |p| p.slot == slot)
    }
}

/// Why one value of one slot stands in the event.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Proof {
    /// The slot.
    pub slot: Slot,
    /// Which value of the slot, counted from 0.
    pub item: usize,
    /// The words of the article that say it (bytes, half-open); for a derived value what it was derived from.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// The words under the span.
    pub text: String,
    /// Name of the rule, or of the reasoning step, that gave the value.
    pub rule: String,
}

/// A contradiction inside the article.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Conflict {
    /// What sort.
    pub kind: ConflictKind,
    /// Where (bytes, half-open).
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// The words under the span; empty for [`ConflictKind::Length`], whose span may be as long as the text.
    pub text: String,
}

impl fmt::Display for Party {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.org, &self.region) {
            (Some(org), Some(region)) => write!(f, "{org} [{}]", region.code),
            (Some(org), None) => f.write_str(org),
            (None, Some(region)) => write!(f, "{} [{}]", region.name, region.code),
            (None, None) => f.write_str("?"),
        }
    }
}

impl fmt::Display for Official {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.title, &self.name) {
            (Some(title), Some(name)) => write!(f, "{title} {name}"),
            (Some(title), None) => write!(f, "{title}"),
            (None, Some(name)) => f.write_str(name),
            (None, None) => f.write_str("?"),
        }
    }
}

impl fmt::Display for DateRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.end {
            Some(end) if end == self.start => write!(f, "{}", self.start),
            Some(end) => write!(f, "{}..{}", self.start, end),
            None => write!(f, "from {}", self.start),
        }
    }
}

/// `[a, b, c]` as "a, b, c", or "?" where the list is empty.
struct List<'a, T>(&'a [T]);

impl<T: fmt::Display> fmt::Display for List<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.is_empty() {
            return f.write_str("?");
        }
        for (i, item) in self.0.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{item}")?;
        }
        Ok(())
    }
}

impl fmt::Display for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {} -> {}", self.kind, self.status, List(&self.visitors), List(&self.hosts))?;
        if let Some(date) = self.date {
            write!(f, ", {date}")?;
        }
        if let Some(leader) = &self.leader {
            write!(f, ", led by {leader}")?;
        }
        if !self.received_by.is_empty() {
            write!(f, ", received by {}", List(&self.received_by))?;
        }
        Ok(())
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({}): {}", self.kind, self.status, List(&self.parties))?;
        if let Some(date) = self.date {
            write!(f, ", {date}")?;
        }
        if !self.signatories.is_empty() {
            write!(f, ", signed by {}", List(&self.signatories))?;
        }
        Ok(())
    }
}
