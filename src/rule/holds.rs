//! What a stretch of text holds, so that patterns that ask for more need not be tried there.

use super::{Atom, Kind, Line};
use crate::lexicon::ClassSet;
use crate::mention::What;
use crate::text::WordId;

/// Words, phrases and mentions of a stretch of text, or what a pattern asks of it, as bits. Several words share a bit: a
/// stretch may seem to hold more than it does, never less.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Holds {
    /// The kinds of mentions and, above them, words.
    bits: u64,
    classes: ClassSet,
}

impl Holds {
    /// No pattern asks for more.
    pub(super) const ANYTHING: Holds = Holds { bits: u64::MAX, classes: ClassSet::ANY };

    /// What the atoms cannot do without.
    pub(super) fn needed_by<'a>(atoms: impl Iterator<Item = &'a Atom>) -> Holds {
        let needs = atoms.map(|atom| match atom {
            Atom::Word(word) => Holds { bits: bit(*word), ..Holds::default() },
            Atom::OneOf(words) => Holds { bits: words.iter().fold(u64::MAX, |bits, word| bits & bit(*word)), ..Holds::default() },
            Atom::Class(class, _) | Atom::Slot { kind: Kind::Class(class), .. } => {
                Holds { classes: ClassSet::of(*class), ..Holds::default() }
            }
            Atom::Slot { kind: own, .. } => Holds { bits: kind(*own), ..Holds::default() },
            Atom::Gap(_) => Holds::default(),
        });
        needs.fold(Holds::default(), Holds::with)
    }

    /// What a token holds: the mention that covers it, or its word and the phrases that begin there.
    pub(super) fn of_token(line: &Line<'_>, at: usize) -> Holds {
        match line.mention_at(at) {
            Some((_, mention)) => Holds { bits: served(&mention.what), ..Holds::default() },
            None => {
                let bits = line.reader.tokens.get(at).map_or(0, |t| bit(t.word));
                Holds { bits, classes: line.reader.hits.classes(at) }
            }
        }
    }

    /// What the one or the other holds.
    pub(super) fn with(self, other: Holds) -> Holds {
        Holds { bits: self.bits | other.bits, classes: self.classes.or(other.classes) }
    }

    /// What both hold.
    pub(super) fn in_common(self, other: Holds) -> Holds {
        Holds { bits: self.bits & other.bits, classes: self.classes.in_common(other.classes) }
    }

    /// All that is needed is there.
    pub(super) fn has(self, needs: Holds) -> bool {
        needs.bits & !self.bits == 0 && self.classes.has(needs.classes)
    }
}

/// How many bits the kinds take, and the words.
const KINDS: u32 = 12;
const WORDS: u32 = 52;

fn bit(word: WordId) -> u64 {
    (1 << (word.0 % WORDS)) << KINDS
}

/// A kind as a bit; a pronoun is no mention and has none.
const fn kind(kind: Kind) -> u64 {
    match kind {
        Kind::Region => 1,
        Kind::Body => 1 << 1,
        Kind::Official => 1 << 2,
        Kind::Person => 1 << 3,
        Kind::Date => 1 << 4,
        Kind::Number => 1 << 5,
        Kind::People => 1 << 6,
        Kind::Place => 1 << 7,
        Kind::Party => 1 << 8,
        Kind::Actor => 1 << 9,
        Kind::Subject => 1 << 10,
        Kind::Goal => 1 << 11,
        Kind::Pronoun(_) | Kind::Class(_) => 0,
    }
}

/// What those who act may serve as.
const ACTS: u64 = kind(Kind::Actor) | kind(Kind::Subject) | kind(Kind::Goal);
const REGION: u64 = kind(Kind::Region) | kind(Kind::Party) | ACTS;
const BODY: u64 = kind(Kind::Body) | kind(Kind::Party) | ACTS;
const OFFICIAL: u64 = kind(Kind::Official) | kind(Kind::Person) | ACTS;
const NUMBER: u64 = kind(Kind::Number) | kind(Kind::People);
const PLACE: u64 = kind(Kind::Place) | kind(Kind::Goal);

/// The kinds that a mention may serve.
fn served(what: &What) -> u64 {
    match what {
        What::Region(_) => REGION,
        What::Body(_) => BODY,
        What::Official(_) => OFFICIAL,
        What::Date(_) => kind(Kind::Date),
        What::Number(_) => NUMBER,
        What::Place(_) => PLACE,
    }
}

/// What the text of a sentence holds before and behind each of its tokens.
#[derive(Debug, Default)]
pub(super) struct Stretches {
    first: usize,
    before: Vec<Holds>,
    behind: Vec<Holds>,
}

impl Stretches {
    /// Reads the sentence of tokens `first..last`.
    pub(super) fn read(&mut self, line: &Line<'_>, first: usize, last: usize) {
        self.first = first;
        self.before.clear();
        self.behind.clear();
        self.behind.extend((first..last).map(|at| Holds::of_token(line, at)));
        let mut all = Holds::default();
        self.before.extend(self.behind.iter().map(|own| {
            let more = all.with(*own);
            std::mem::replace(&mut all, more)
        }));
        let mut all = Holds::default();
        for own in self.behind.iter_mut().rev() {
            all = all.with(*own);
            *own = all;
        }
    }

    /// From the begin of the sentence up to a token.
    pub(super) fn before(&self, at: usize) -> Holds {
        self.before.get(at.saturating_sub(self.first)).copied().unwrap_or_default()
    }

    /// From a token on to the end of the sentence.
    pub(super) fn behind(&self, at: usize) -> Holds {
        self.behind.get(at.saturating_sub(self.first)).copied().unwrap_or_default()
    }
}
