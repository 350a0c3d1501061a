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
    /// A word that sets off a rule by itself.
    pub(crate) const TRIGGER: Mark = Mark(64);

    pub(crate) fn has(self, other: Mark) -> bool {
        self.0 & other.0 != 0
    }
}

/// The multiplier of [`Fx`].
const MIX: u64 = 0x517c_c1b7_2722_0a95;

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
        self.0 = (self.0.rotate_left(5) ^ n).wrapping_mul(MIX);
    }

    fn write_usize(&mut self, n: usize) {
        self.write_u64(n as u64);
    }
}

/// A hash map over [`Fx`].
pub(crate) type FxMap<K, V> = HashMap<K, V, BuildHasherDefault<Fx>>;

/// Longest word that its first bytes tell whole.
const SHORT: usize = 16;

/// A folded word as it is looked up: the first sixteen bytes as two numbers, zeros behind a shorter word, and what follows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded<'a> {
    head: u64,
    tail: u64,
    rest: &'a [u8],
}

impl<'a> Folded<'a> {
    /// A word that is folded already.
    pub(crate) fn new(folded: &'a [u8]) -> Folded<'a> {
        match folded.split_first_chunk::<SHORT>() {
            Some((first, rest)) => Folded { rest, ..Folded::of(*first) },
            None => {
                let mut first = [0; SHORT];
                if let Some(own) = first.get_mut(..folded.len()) {
                    own.copy_from_slice(folded);
                }
                Folded::of(first)
            }
        }
    }

    /// A sign.
    pub(crate) fn sign(sign: u8) -> Folded<'static> {
        Folded { head: sign.into(), tail: 0, rest: &[] }
    }

    /// The first `length` bytes of `text`, all of them ASCII letters, digits or quotes in any case; `None` for a long word.
    pub(crate) fn ascii(text: &[u8], length: usize) -> Option<Folded<'static>> {
        if length > SHORT {
            return None;
        }
        let folded = match text.first_chunk::<SHORT>() {
            Some(first) => Folded::of(*first),
            None => Folded::new(text.get(..length)?),
        };
        let (head, tail) = (lower(folded.head, length), lower(folded.tail, length.saturating_sub(8)));
        Some(Folded { head, tail, rest: &[] })
    }

    /// A word of at most sixteen bytes that is folded already, zeros behind it.
    pub(super) fn chunk(folded: u128) -> Folded<'static> {
        Folded { head: folded as u64, tail: (folded >> 64) as u64, rest: &[] }
    }

    /// The word apart from the text it was read from; `None` for a long word.
    pub(crate) fn short(&self) -> Option<Folded<'static>> {
        self.rest.is_empty().then_some(Folded { head: self.head, tail: self.tail, rest: &[] })
    }

    /// The byte of a sign, letter or digit that stands alone.
    fn single(&self) -> Option<u8> {
        u8::try_from(self.head).ok().filter(|_| self.tail == 0 && self.rest.is_empty())
    }

    fn of(first: [u8; SHORT]) -> Folded<'a> {
        Folded::chunk(u128::from_le_bytes(first))
    }

    fn hash(&self) -> u64 {
        let mixed = (self.head.wrapping_mul(MIX) ^ self.tail).wrapping_mul(MIX);
        // The table takes its bucket from the low bits and its tag from the high ones.
        mixed ^ mixed >> 32
    }
}

/// The first `length` of eight ASCII bytes in lower case, zeros for the others.
fn lower(bytes: u64, length: usize) -> u64 {
    // Added to each byte, they set its high bit from 'A' on, and from behind 'Z' on.
    const FROM_A: u64 = u64::from_le_bytes([0x80 - b'A'; 8]);
    const BEHIND_Z: u64 = u64::from_le_bytes([0x7F - b'Z'; 8]);
    const HIGH: u64 = u64::from_le_bytes([0x80; 8]);
    let bits = u32::try_from(length.saturating_mul(8)).unwrap_or(u32::MAX);
    let kept = bytes & !u64::MAX.checked_shl(bits).unwrap_or(0);
    let capitals = kept.wrapping_add(FROM_A) & !kept.wrapping_add(BEHIND_Z) & HIGH;
    kept | capitals >> 2
}

/// Every known word, by its folded form.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    ids: HashTable<Slot>,
    /// The numbers of words of one byte: signs, which make up a fifth of a text, need no look-up.
    singles: [WordId; 256],
    /// The marks of each word, by number; that of the unknown word is none.
    marks: Vec<Mark>,
    /// What follows the first sixteen bytes of long words.
    rests: Vec<Box<[u8]>>,
}

/// A word where it is looked up.
#[derive(Clone, Copy, Debug)]
struct Slot {
    head: u64,
    tail: u64,
    id: WordId,
    /// The number of its rest plus one; 0 for a short word.
    rest: u32,
}

/// Words of the built-in tables, so that the table need not grow.
const WORDS: usize = 28_500;

impl Vocabulary {
    pub(crate) fn new() -> Self {
        let mut marks = Vec::with_capacity(WORDS);
        marks.push(Mark::default());
        Vocabulary { ids: HashTable::with_capacity(WORDS), singles: [WordId::UNKNOWN; 256], marks, rests: Vec::new() }
    }

    /// The number of a folded word, [`WordId::UNKNOWN`] if it has none.
    pub(crate) fn get(&self, folded: Folded<'_>) -> WordId {
        if let Some(single) = folded.single() {
            return self.singles.get(usize::from(single)).copied().unwrap_or_default();
        }
        let rests = |slot: &Slot| match slot.rest.checked_sub(1) {
            Some(at) => self.rests.get(at as usize).is_some_and(|rest| **rest == *folded.rest),
            None => folded.rest.is_empty(),
        };
        let same = |slot: &Slot| slot.head == folded.head && slot.tail == folded.tail && rests(slot);
        self.ids.find(folded.hash(), same).map_or(WordId::UNKNOWN, |slot| slot.id)
    }

    /// The number of a folded word, given one if it has none yet.
    pub(crate) fn intern(&mut self, folded: Folded<'_>) -> WordId {
        let known = self.get(folded);
        if known != WordId::UNKNOWN {
            return known;
        }
        if !folded.rest.is_empty() {
            self.rests.push(folded.rest.into());
        }
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let id = WordId(number(self.marks.len()));
        self.marks.push(Mark::default());
        if let Some(slot) = folded.single().and_then(|byte| self.singles.get_mut(usize::from(byte))) {
            *slot = id;
            return id;
        }
        let rest = if folded.rest.is_empty() { 0 } else { number(self.rests.len()) };
        let slot = Slot { head: folded.head, tail: folded.tail, id, rest };
        self.ids.insert_unique(folded.hash(), slot, |slot| Folded { head: slot.head, tail: slot.tail, rest: &[] }.hash());
        id
    }

    /// Adds a mark to a word.
    pub(crate) fn mark(&mut self, word: WordId, mark: Mark) {
        if let Some(marks) = self.marks.get_mut(word.0 as usize) {
            marks.0 |= mark.0;
        }
    }

    /// Number and marks of a folded word.
    pub(crate) fn known(&self, folded: Folded<'_>) -> (WordId, Mark) {
        let word = self.get(folded);
        (word, self.marks.get(word.0 as usize).copied().unwrap_or_default())
    }

    /// How many numbers were given, the unknown word included.
    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }
}
