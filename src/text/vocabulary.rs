//! The words that the lexicons and rules know, each with a number and marks.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use hashbrown::HashTable;

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
        let mut chunks = bytes.chunks_exact(8);
        for chunk in &mut chunks {
            self.write_u64(<[u8; 8]>::try_from(chunk).map_or(0, u64::from_le_bytes));
        }
        let rest = chunks.remainder();
        if !rest.is_empty() {
            self.write_u64(rest.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)));
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
    ids: HashTable<Slot>,
    words: Vec<Word>,
    /// The folded bytes of all words, one behind the other.
    bytes: Vec<u8>,
}

/// A word where it is looked up: most are told by their first eight bytes and length alone.
#[derive(Clone, Copy, Debug)]
struct Slot {
    head: u64,
    length: u32,
    id: WordId,
}

/// Where the bytes of a word stand, and its marks.
#[derive(Clone, Copy, Debug, Default)]
struct Word {
    start: u32,
    end: u32,
    marks: Mark,
}

/// Words of the built-in tables, so that the table need not grow.
const WORDS: usize = 24_000;

impl Vocabulary {
    pub(crate) fn new() -> Self {
        let mut words = Vec::with_capacity(WORDS);
        words.push(Word::default());
        Vocabulary { ids: HashTable::with_capacity(WORDS), words, bytes: Vec::with_capacity(WORDS.saturating_mul(7)) }
    }

    /// The number of a folded word, [`WordId::UNKNOWN`] if it has none.
    pub(crate) fn get(&self, folded: &[u8]) -> WordId {
        let (head, length) = (head(folded), folded.len());
        let same = |slot: &Slot| slot.head == head && slot.length as usize == length && (length <= 8 || self.folded(slot.id) == folded);
        self.ids.find(hash(folded), same).map_or(WordId::UNKNOWN, |slot| slot.id)
    }

    /// The number of a folded word, given one if it has none yet.
    pub(crate) fn intern(&mut self, folded: &[u8]) -> WordId {
        let known = self.get(folded);
        let (Ok(start), Ok(end)) = (u32::try_from(self.bytes.len()), u32::try_from(self.bytes.len().saturating_add(folded.len()))) else {
            return known;
        };
        if known != WordId::UNKNOWN {
            return known;
        }
        let id = WordId(u32::try_from(self.words.len()).unwrap_or(u32::MAX));
        self.bytes.extend_from_slice(folded);
        self.words.push(Word { start, end, marks: Mark::default() });
        let (words, bytes) = (&self.words, &self.bytes);
        let slot = Slot { head: head(folded), length: end.saturating_sub(start), id };
        self.ids.insert_unique(hash(folded), slot, |slot| hash(folded_of(words, bytes, slot.id)));
        id
    }

    /// The folded form of a known word.
    pub(crate) fn folded(&self, word: WordId) -> &[u8] {
        folded_of(&self.words, &self.bytes, word)
    }

    /// Adds a mark to a word.
    pub(crate) fn mark(&mut self, word: WordId, mark: Mark) {
        if let Some(word) = self.words.get_mut(word.0 as usize) {
            word.marks.0 |= mark.0;
        }
    }

    /// The marks of a word; none for an unknown one.
    pub(crate) fn marks(&self, word: WordId) -> Mark {
        self.words.get(word.0 as usize).map_or(Mark::default(), |w| w.marks)
    }

    /// How many numbers were given, the unknown word included.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }
}

fn folded_of<'a>(words: &[Word], bytes: &'a [u8], id: WordId) -> &'a [u8] {
    let word = words.get(id.0 as usize).copied().unwrap_or_default();
    bytes.get(word.start as usize..word.end as usize).unwrap_or(&[])
}

fn head(folded: &[u8]) -> u64 {
    match folded.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => folded.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    }
}

fn hash(folded: &[u8]) -> u64 {
    let mut state = Fx(folded.len() as u64);
    state.write(folded);
    // The table takes its bucket from the low bits and its tag from the high ones.
    let state = state.finish();
    state ^ state >> 32
}
