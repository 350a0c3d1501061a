//! The rule language: which words stand between which mentions.
//!
//! A rule says where the slots of a frame are filled; it never calculates, compares or remembers. This storey knows frames
//! and slots by name only; what they mean is the business of the event storey, which hands its [`Schema`] to the loader.
//!
//! # The language
//!
//! ```text
//! rule visit/received-by
//! match {verb.receive_passive} [langsung] [oleh] <received_by:official+>
//! text  Bupati Sukamaju diterima langsung oleh Wakil Wali Kota Anu Fulan dan staf.
//! gives received_by = Wakil Wali Kota Anu Fulan
//! never Surat itu diterima langsung oleh warga.
//! ```
//!
//! | atom | matches |
//! |---|---|
//! | `word` | that word, folded; signs too (`,` `(`) |
//! | `{class}` `{class.value}` | a phrase of the table `lexicons/class.tsv`, of any value or of that one |
//! | `[ … ]` | its atoms or nothing |
//! | `( a \| b )` | one of the alternatives |
//! | `<slot:kind>` | a mention of the kind; fills the slot (`_` fills none) |
//! | `<slot:kind+>` | a list of them: "X, Y dan Z" |
//! | `..8` | up to 8 words or whole mentions, as few as possible |
//! | `atom!` | marks the trigger |
//!
//! Kinds are `region` (with its government), `body`, `official`, `person` (with a name), `date`, `number`, `people` (a count
//! of people), `place`, `party` (region or body), `actor` (party or official), `subject` (an actor that no preposition
//! governs), `goal` (anything one may travel to), or the name of a table: then the phrase itself is the value.
//!
//! Each rule has one trigger: the atom marked `!`, else its first class outside brackets, else its first word. It is tried
//! only where the trigger stands, outwards in both directions, inside one sentence, so the nearest mention wins. Every rule
//! has a unique name, at least one `text` with `gives`, and at least one `never`; `Extractor::check_rules` runs them all.

mod aside;
mod atoms;
mod company;
mod frame;
mod holds;
mod line;
mod matcher;
mod parse;
mod pattern;
mod search;
mod sides;
mod trigger;

pub(crate) use atoms::Atoms;
pub(crate) use frame::{Fill, Frame, Value};
pub(crate) use line::Line;
pub(crate) use matcher::{Attempts, run};
pub(crate) use parse::{Example, Kept, PATTERNS, parse, taken};
pub(crate) use trigger::Triggers;

use crate::error::Found;
use crate::lexicon::{ClassId, ValueId};
use crate::mention::Pronoun;
use crate::text::WordId;
use atoms::AtomId;

/// Number of a slot name in the [`Schema`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct SlotId(pub(crate) u8);

/// The events that rules may fill, with their slots; declared by the event storey.
#[derive(Clone, Debug)]
pub(crate) struct Schema {
    /// Event name and the slots it has.
    pub(crate) events: Vec<(&'static str, Vec<&'static str>)>,
    slots: Vec<&'static str>,
}

impl Schema {
    pub(crate) fn new(events: Vec<(&'static str, Vec<&'static str>)>) -> Schema {
        let mut slots: Vec<&'static str> = Vec::new();
        for slot in events.iter().flat_map(|(_, s)| s) {
            if !slots.contains(slot) {
                slots.push(slot);
            }
        }
        Schema { events, slots }
    }

    pub(crate) fn slot(&self, name: &str) -> Option<SlotId> {
        self.slots.iter().position(|s| *s == name).and_then(|i| u8::try_from(i).ok()).map(SlotId)
    }

    /// The slot of a name that an event has.
    fn slot_of(&self, event: usize, name: &str) -> Option<SlotId> {
        self.slot(name).filter(|_| self.events.get(event).is_some_and(|(_, slots)| slots.contains(&name)))
    }

    /// What is wrong with the name of a slot that an event does not have.
    fn unknown_slot(&self, event: usize, name: &str) -> String {
        let known = self.events.get(event).map_or_else(String::new, |(_, slots)| slots.join(" "));
        format!("found unknown slot {}, expected one of: {known}", Found(name))
    }

    pub(crate) fn slot_name(&self, slot: SlotId) -> &'static str {
        self.slots.get(slot.0 as usize).copied().unwrap_or("_")
    }
}

/// What a `<slot:kind>` asks of a mention.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Kind {
    Region,
    Body,
    Official,
    Person,
    Date,
    Number,
    People,
    Place,
    Party,
    Actor,
    Subject,
    Goal,
    Pronoun(Pronoun),
    Class(ClassId),
}

impl Kind {
    /// The names of the kinds that are no table.
    pub(crate) const NAMES: &'static [(&'static str, Kind)] = &[
        ("region", Kind::Region),
        ("body", Kind::Body),
        ("official", Kind::Official),
        ("person", Kind::Person),
        ("date", Kind::Date),
        ("number", Kind::Number),
        ("people", Kind::People),
        ("place", Kind::Place),
        ("party", Kind::Party),
        ("actor", Kind::Actor),
        ("subject", Kind::Subject),
        ("goal", Kind::Goal),
        ("speaker", Kind::Pronoun(Pronoun::Self_)),
        ("third", Kind::Pronoun(Pronoun::Third)),
    ];
}

/// Most words of one atom that stands for any of several.
pub(crate) const CHOICES: usize = 6;

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Atom {
    Word(WordId),
    /// Any of these words; the last stands in all places that are left.
    OneOf([WordId; CHOICES]),
    Class(ClassId, Option<ValueId>),
    Slot {
        slot: Option<SlotId>,
        kind: Kind,
        list: bool,
    },
    Gap(u8),
}

impl Atom {
    /// It is this word, or stands for it among others.
    fn reads(&self, word: WordId) -> bool {
        match self {
            Atom::Word(own) => *own == word,
            Atom::OneOf(words) => words.contains(&word),
            Atom::Class(..) | Atom::Slot { .. } | Atom::Gap(_) => false,
        }
    }
}

/// The patterns of a rule, without brackets, each cut at its trigger.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns {
    /// Of each pattern those before the trigger (nearest first), the trigger, and those behind it.
    atoms: Vec<AtomId>,
    /// Where the atoms of each end, and how many stand before its trigger.
    ends: Vec<(usize, usize)>,
}

/// A pattern: its atoms before the trigger (nearest first), the trigger, and those behind it.
type Variant<'r> = (&'r [AtomId], AtomId, &'r [AtomId]);

impl Patterns {
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// Adds a pattern, cut at the atom of this number.
    fn add(&mut self, atoms: impl Iterator<Item = AtomId>, trigger: usize) {
        let from = self.atoms.len();
        self.atoms.extend(atoms);
        if let Some(left) = self.atoms.get_mut(from..from.saturating_add(trigger)) {
            left.reverse();
        }
        self.ends.push((self.atoms.len(), trigger));
    }

    fn iter(&self) -> impl Iterator<Item = Variant<'_>> {
        let mut from = 0;
        self.ends.iter().filter_map(move |(end, trigger)| {
            let own = self.atoms.get(std::mem::replace(&mut from, *end)..*end)?;
            let (left, behind) = own.split_at_checked(*trigger)?;
            let (trigger, right) = behind.split_first()?;
            Some((left, *trigger, right))
        })
    }
}

/// A rule of a rule file.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    /// `event/what-it-sees`.
    pub(crate) name: Kept,
    /// Number of the event in the schema.
    pub(crate) event: usize,
    pub(crate) patterns: Patterns,
    /// Its own tests.
    pub(crate) examples: Vec<Example>,
    pub(crate) file: Kept,
    pub(crate) line: usize,
}
