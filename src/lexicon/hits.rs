//! The phrases found in a text, by the token they begin at.

use super::{ClassId, Entry};

/// A phrase found in a text: tokens `first..last` mean `entry`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) first: u32,
    pub(crate) last: u32,
    pub(crate) entry: Entry,
}

/// A set of classes; classes beyond the first 63 share a bit, so that a set may promise more than it holds, never less.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct ClassSet(u64);

impl ClassSet {
    /// Every class.
    pub(crate) const ANY: ClassSet = ClassSet(u64::MAX);

    pub(crate) fn of(class: ClassId) -> ClassSet {
        ClassSet(1 << class.0.min(63))
    }

    pub(crate) fn with(self, class: ClassId) -> ClassSet {
        self.or(ClassSet::of(class))
    }

    pub(crate) fn or(self, other: ClassSet) -> ClassSet {
        ClassSet(self.0 | other.0)
    }

    pub(crate) fn in_common(self, other: ClassSet) -> ClassSet {
        ClassSet(self.0 & other.0)
    }

    /// The class is in the set, or may be where classes share a bit.
    pub(crate) fn holds(self, class: ClassId) -> bool {
        self.meets(ClassSet::of(class))
    }

    /// It holds all classes of the other.
    pub(crate) fn has(self, other: ClassSet) -> bool {
        other.0 & !self.0 == 0
    }

    pub(crate) fn meets(self, other: ClassSet) -> bool {
        self.0 & other.0 != 0
    }
}

/// The phrases found in a text, by first token, longer before shorter; see [`Lexicon::hits`](super::Lexicon::hits).
#[derive(Clone, Debug, Default)]
pub(crate) struct Hits {
    all: Vec<Hit>,
    /// For each token the number of its first hit and the classes of its hits; one more entry closes the last.
    starts: Vec<(u32, ClassSet)>,
    /// The classes of all hits.
    any: ClassSet,
}

impl Hits {
    pub(super) fn with_capacity(tokens: usize) -> Hits {
        Hits { all: Vec::with_capacity(tokens.saturating_mul(2)), starts: Vec::with_capacity(tokens.saturating_add(1)), ..Hits::default() }
    }

    /// Adds what tokens `first..last` mean, longer phrases first.
    pub(super) fn extend(&mut self, first: u32, last: u32, entries: &[Entry]) {
        self.all.extend(entries.iter().map(|entry| Hit { first, last, entry: *entry }));
    }

    /// The number of the next hit.
    pub(super) fn next(&self) -> u32 {
        u32::try_from(self.all.len()).unwrap_or(u32::MAX)
    }

    /// Goes on to the next token: `start` is the number of the first hit of this one, `classes` are those of its phrases.
    pub(super) fn close(&mut self, start: u32, classes: ClassSet) {
        self.any = self.any.or(classes);
        self.starts.push((start, classes));
    }

    /// Every hit.
    pub(crate) fn all(&self) -> &[Hit] {
        &self.all
    }

    /// The hits that begin at a token.
    pub(crate) fn at(&self, token: usize) -> &[Hit] {
        self.between(token, token.saturating_add(1))
    }

    /// The hits that begin at tokens `first..last`.
    pub(crate) fn between(&self, first: usize, last: usize) -> &[Hit] {
        let start = |token: usize| self.starts.get(token).map_or(self.all.len(), |(start, _)| *start as usize);
        self.all.get(start(first)..start(last)).unwrap_or(&[])
    }

    /// The hits of a class that begin at tokens `first..last`.
    pub(crate) fn of_class(&self, class: ClassId, first: usize, last: usize) -> impl Iterator<Item = &Hit> {
        let hits = if self.any.holds(class) { self.between(first, last) } else { &[] };
        hits.iter().filter(move |h| h.entry.class == class)
    }

    /// The classes of all hits.
    pub(crate) fn any(&self) -> ClassSet {
        self.any
    }

    /// The classes of the hits that begin at tokens `first..last`.
    pub(crate) fn classes_between(&self, first: usize, last: usize) -> ClassSet {
        self.starts.get(first..last).unwrap_or(&[]).iter().fold(ClassSet::default(), |all, (_, own)| all.or(*own))
    }

    /// The classes of the hits that begin at a token.
    pub(crate) fn classes(&self, token: usize) -> ClassSet {
        self.starts.get(token).map_or(ClassSet::default(), |(_, classes)| *classes)
    }
}
