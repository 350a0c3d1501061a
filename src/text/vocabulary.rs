//! The words that the lexicons and rules know, each with a number and marks.

use std::collections::{HashMap, HashSet};
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

/// A hash set over [`Fx`].
pub(crate) type FxSet<K> = HashSet<K, BuildHasherDefault<Fx>>;

/// Longest word that its first bytes tell whole.
const SHORT: usize = 16;

/// The first sixteen bytes of a folded word as two numbers, zeros behind a shorter one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Key {
    head: u64,
    tail: u64,
}

impl Key {
    /// A sign.
    pub(crate) fn sign(sign: u8) -> Key {
        Key { head: sign.into(), tail: 0 }
    }

    /// The first `length` bytes of `text`, all of them ASCII letters, digits or quotes in any case; `None` for a long word.
    pub(crate) fn ascii(text: &[u8], length: usize) -> Option<Key> {
        if length > SHORT {
            return None;
        }
        let folded = match text.first_chunk::<SHORT>() {
            Some(first) => Key::chunk(u128::from_le_bytes(*first)),
            None => Folded::new(text.get(..length)?).key,
        };
        Some(Key { head: lower(folded.head, length), tail: lower(folded.tail, length.saturating_sub(8)) })
    }

    /// Bytes that are folded already, zeros behind them.
    pub(super) fn chunk(folded: u128) -> Key {
        Key { head: folded as u64, tail: (folded >> 64) as u64 }
    }

    /// Its high bits are mixed best.
    fn hash(self) -> u64 {
        (self.head.wrapping_mul(MIX) ^ self.tail).wrapping_mul(MIX)
    }
}

/// A folded word as it is looked up: its first sixteen bytes and what follows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Folded<'a> {
    key: Key,
    rest: &'a [u8],
}

impl<'a> Folded<'a> {
    /// A word that is folded already.
    pub(crate) fn new(folded: &'a [u8]) -> Folded<'a> {
        if let Some((first, rest)) = folded.split_first_chunk::<SHORT>() {
            return Folded { key: Key::chunk(u128::from_le_bytes(*first)), rest };
        }
        let mut first = [0; SHORT];
        if let Some(own) = first.get_mut(..folded.len()) {
            own.copy_from_slice(folded);
        }
        Key::chunk(u128::from_le_bytes(first)).into()
    }

    /// The word apart from the text it was read from; `None` for a long word.
    pub(crate) fn short(&self) -> Option<Key> {
        self.rest.is_empty().then_some(self.key)
    }
}

impl From<Key> for Folded<'_> {
    fn from(key: Key) -> Self {
        Folded { key, rest: &[] }
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
///
/// The words stand in one table, each where its hash says or a few places behind; half of the places are free. So nearly every
/// look-up, of an unknown word too, touches one line of memory.
#[derive(Clone, Debug)]
pub(crate) struct Vocabulary {
    /// A power of two of them.
    slots: Vec<Slot>,
    /// The marks of each word, by number; that of the unknown word is none.
    marks: Vec<Mark>,
    /// What follows the first sixteen bytes of long words.
    rests: Vec<Box<[u8]>>,
}

/// A place of the table: a word, or none where the number is that of the unknown word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Slot {
    key: Key,
    id: WordId,
    /// The number of its rest plus one; 0 for a short word.
    rest: u32,
}

/// Words of the built-in tables, so that the table need not grow.
const WORDS: usize = 32_000;

impl Vocabulary {
    pub(crate) fn new() -> Self {
        let mut marks = Vec::with_capacity(WORDS);
        marks.push(Mark::default());
        Vocabulary { slots: vec![Slot::default(); WORDS.saturating_mul(2).next_power_of_two()], marks, rests: Vec::new() }
    }

    /// Where a word stands if no other stands there.
    fn place(&self, key: Key) -> usize {
        let bits = self.slots.len().trailing_zeros();
        key.hash().checked_shr(u64::BITS.saturating_sub(bits)).unwrap_or(0) as usize
    }

    fn slot(&self, place: usize) -> Slot {
        self.slots.get(place).copied().unwrap_or_default()
    }

    /// The place behind.
    fn next(&self, place: usize) -> usize {
        place.wrapping_add(1) & self.slots.len().wrapping_sub(1)
    }

    /// What stands in the place of a short word, for [`Vocabulary::known_at`]: glances at some dozens of words, one after the
    /// other, wait for memory together.
    pub(crate) fn glance(&self, word: Key) -> Slot {
        self.slot(self.place(word))
    }

    fn is(&self, slot: &Slot, word: &Folded<'_>) -> bool {
        let rests = || match slot.rest.checked_sub(1) {
            Some(at) => self.rests.get(at as usize).is_some_and(|rest| **rest == *word.rest),
            None => word.rest.is_empty(),
        };
        slot.key == word.key && rests()
    }

    /// The place of a word and its number, or the free place where it would stand.
    fn find(&self, word: &Folded<'_>) -> (usize, WordId) {
        let mut place = self.place(word.key);
        loop {
            let slot = self.slot(place);
            if slot.id == WordId::UNKNOWN || self.is(&slot, word) {
                return (place, slot.id);
            }
            place = self.next(place);
        }
    }

    /// The number of a folded word, [`WordId::UNKNOWN`] if it has none.
    pub(crate) fn get(&self, word: Folded<'_>) -> WordId {
        self.find(&word).1
    }

    /// The number of a folded word, given one if it has none yet.
    pub(crate) fn intern(&mut self, word: Folded<'_>) -> WordId {
        let (place, known) = self.find(&word);
        if known != WordId::UNKNOWN {
            return known;
        }
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let id = WordId(number(self.marks.len()));
        self.marks.push(Mark::default());
        if !word.rest.is_empty() {
            self.rests.push(word.rest.into());
        }
        let rest = if word.rest.is_empty() { 0 } else { number(self.rests.len()) };
        self.put(place, Slot { key: word.key, id, rest });
        if self.marks.len().saturating_mul(2) > self.slots.len() {
            self.grow();
        }
        id
    }

    fn put(&mut self, place: usize, slot: Slot) {
        if let Some(own) = self.slots.get_mut(place) {
            *own = slot;
        }
    }

    /// Makes twice as many places.
    fn grow(&mut self) {
        let twice = vec![Slot::default(); self.slots.len().saturating_mul(2)];
        for slot in std::mem::replace(&mut self.slots, twice).into_iter().filter(|slot| slot.id != WordId::UNKNOWN) {
            let mut place = self.place(slot.key);
            while self.slot(place).id != WordId::UNKNOWN {
                place = self.next(place);
            }
            self.put(place, slot);
        }
    }

    /// Adds a mark to a word.
    pub(crate) fn mark(&mut self, word: WordId, mark: Mark) {
        if let Some(marks) = self.marks.get_mut(word.0 as usize) {
            marks.0 |= mark.0;
        }
    }

    /// Number and marks of a folded word.
    pub(crate) fn known(&self, word: Folded<'_>) -> (WordId, Mark) {
        self.marked(self.get(word))
    }

    /// The same of a short word that was glanced at.
    pub(crate) fn known_at(&self, glance: Slot, word: Key) -> (WordId, Mark) {
        let told = glance.id == WordId::UNKNOWN || glance.key == word && glance.rest == 0;
        self.marked(if told { glance.id } else { self.get(word.into()) })
    }

    fn marked(&self, word: WordId) -> (WordId, Mark) {
        (word, self.marks.get(word.0 as usize).copied().unwrap_or_default())
    }

    /// How many numbers were given, the unknown word included.
    pub(crate) fn len(&self) -> usize {
        self.marks.len()
    }
}
