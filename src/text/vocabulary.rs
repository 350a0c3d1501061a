//! The words that the lexicons and rules know, each with a number and marks.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// Number of a known word; [`WordId::UNKNOWN`] for every other word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, PartialOrd, Ord)]
pub(crate) struct WordId(pub(crate) u32);

impl WordId {
    /// A word that no lexicon and no rule holds.
    pub(crate) const UNKNOWN: WordId = WordId(0);
}

/// What the text storey and the grammar of names ask of a single word, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Mark(pub(crate) u8);

impl Mark {
    /// Its full stop does not end a sentence.
    pub(crate) const ABBREVIATION: Mark = Mark(1);
    /// A degree behind a name.
    pub(crate) const DEGREE: Mark = Mark(2);
    /// An ordinary word, never part of a person's name.
    pub(crate) const COMMON: Mark = Mark(4);
    /// A word of personal names.
    pub(crate) const NAME: Mark = Mark(8);
    /// A word of personal names that is also an ordinary word.
    pub(crate) const WEAK_NAME: Mark = Mark(16);
    /// A word of the names of agencies and their units.
    pub(crate) const UNIT: Mark = Mark(32);

    pub(crate) fn has(self, other: Mark) -> bool {
        self.0 & other.0 != 0
    }
}

/// Multiplicative hash after Fx: short keys, no hostile keys can be inserted (only lookups take text).
#[derive(Default, Clone)]
pub(crate) struct Fx(u64);

impl Hasher for Fx {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0_u8; 8];
            for (slot, byte) in word.iter_mut().zip(chunk) {
                *slot = *byte;
            }
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.write_u64(u64::from(n));
    }

    fn write_u32(&mut self, n: u32) {
        self.write_u64(u64::from(n));
    }

    fn write_u64(&mut self, n: u64) {
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}

/// A hash map over [`Fx`].
pub(crate) type FxMap<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;

/// Every known word, by its folded form.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    ids: FxMap<Box<[u8]>, WordId>,
    marks: Vec<Mark>,
}

impl Vocabulary {
    pub(crate) fn new() -> Self {
        Vocabulary { ids: FxMap::with_capacity_and_hasher(40_000, BuildHasherDefault::default()), marks: vec![Mark::default()] }
    }

    /// The number of a folded word, [`WordId::UNKNOWN`] if it has none.
    pub(crate) fn get(&self, folded: &[u8]) -> WordId {
        self.ids.get(folded).copied().unwrap_or(WordId::UNKNOWN)
    }

    /// The number of a folded word, given one if it has none yet.
    pub(crate) fn intern(&mut self, folded: &[u8]) -> WordId {
        if let Some(id) = self.ids.get(folded) {
            return *id;
        }
        let id = WordId(u32::try_from(self.marks.len()).unwrap_or(u32::MAX));
        self.ids.insert(folded.into(), id);
        self.marks.push(Mark::default());
        id
    }

    /// Adds a mark to a word.
    pub(crate) fn mark(&mut self, word: WordId, mark: Mark) {
        if let Some(m) = self.marks.get_mut(word.0 as usize) {
            m.0 |= mark.0;
        }
    }

    /// The marks of a word; none for an unknown one.
    pub(crate) fn marks(&self, word: WordId) -> Mark {
        self.marks.get(word.0 as usize).copied().unwrap_or_default()
    }

    /// How many numbers were given, the unknown word included.
    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }
}
