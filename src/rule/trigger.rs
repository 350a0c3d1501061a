//! Triggers: which patterns are tried at which word or phrase.

use std::sync::Arc;

use smallvec::{SmallVec, smallvec};

use super::atoms::AtomId;
use super::holds::Holds;
use super::sides::Sides;
use super::{Atom, Atoms, CHOICES, Kind, Rule, SlotId, Variant};
use crate::lexicon::{ClassId, ClassSet, ValueId};
use crate::text::{FxMap, WordId};

/// The patterns of one rule that one trigger sets off.
///
/// Brackets make many patterns of a rule, most of them alike on one side; so each side is kept once and tried once at a
/// trigger.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    pub(super) rule: usize,
    /// The slot that the trigger fills.
    pub(super) slot: Option<SlotId>,
    pub(super) lefts: Arc<Sides>,
    pub(super) rights: Arc<Sides>,
    /// The patterns as they are written in the rule: a left and a right side.
    pub(super) patterns: Vec<(u16, u16)>,
}

/// The sides of some patterns, and the number of each pattern's own.
type Numbered = (Arc<Sides>, Vec<u16>);

/// Lists of sides of the built-in rules, so that their collection need not grow.
const SIDES: usize = 900;

/// What is known of lists of patterns: many triggers have the same patterns around them.
struct Known<'r> {
    atoms: &'r Atoms,
    sides: FxMap<Vec<&'r [AtomId]>, Numbered>,
}

/// The patterns of a rule that one trigger sets off, and the slot that it fills.
struct SetOff<'r> {
    key: Key,
    slot: Option<SlotId>,
    patterns: Vec<Variant<'r>>,
}

impl<'r> Known<'r> {
    fn sides(&mut self, patterns: Vec<&'r [AtomId]>) -> &Numbered {
        let atoms = self.atoms;
        self.sides.entry(patterns).or_insert_with_key(|patterns| {
            let (sides, numbers) = Sides::of(patterns, atoms);
            (Arc::new(sides), numbers)
        })
    }

    fn bundle(&mut self, rule: usize, set_off: &SetOff<'r>) -> Bundle {
        let (lefts, on_left) = self.sides(set_off.patterns.iter().map(|(left, _, _)| *left).collect()).clone();
        let (rights, on_right) = self.sides(set_off.patterns.iter().map(|(_, _, right)| *right).collect());
        let patterns = on_left.into_iter().zip(on_right.iter().copied()).collect();
        Bundle { rule, slot: set_off.slot, lefts, rights: Arc::clone(rights), patterns }
    }
}

/// What one trigger sets off, in the order of the rules.
#[derive(Clone, Debug, Default)]
pub(super) struct Bundles {
    /// For each what it cannot do without before and behind the trigger; most are asked no more than that.
    needs: Vec<(Holds, Holds)>,
    all: Vec<Bundle>,
}

impl Bundles {
    fn push(&mut self, bundle: Bundle) {
        self.needs.push((bundle.lefts.needs(), bundle.rights.needs()));
        self.all.push(bundle);
    }

    /// Those that may fit to what stands before and behind a trigger.
    fn between(&self, before: Holds, behind: Holds) -> impl Iterator<Item = &Bundle> {
        let may = move |(left, right): (Holds, Holds)| before.has(left) && behind.has(right);
        self.needs.iter().zip(&self.all).filter(move |(needs, _)| may(**needs)).map(|(_, bundle)| bundle)
    }
}

/// What sets a pattern off: a word, or a phrase of a class, of any value or of that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    Word(WordId),
    Phrase(ClassId, Option<ValueId>),
}

/// Rules by their trigger, for each in the order of the rules.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triggers {
    /// The atoms of all rules.
    atoms: Atoms,
    words: FxMap<WordId, Bundles>,
    /// By the number of the class.
    classes: Vec<OfClass>,
    /// The classes whose phrases set off anything.
    any: ClassSet,
}

/// What the phrases of one class set off.
#[derive(Clone, Debug, Default)]
struct OfClass {
    values: FxMap<ValueId, Bundles>,
    any_value: Bundles,
}

impl Triggers {
    pub(crate) fn new(rules: &[Rule], atoms: Atoms) -> Triggers {
        let mut triggers = Triggers::default();
        let mut known = Known { atoms: &atoms, sides: FxMap::with_capacity_and_hasher(SIDES, Default::default()) };
        for (number, rule) in rules.iter().enumerate() {
            let mut all: Vec<SetOff<'_>> = Vec::new();
            for variant in rule.patterns.iter() {
                for (key, slot) in keys(atoms.get(variant.1)) {
                    match all.iter_mut().find(|s| (s.key, s.slot) == (key, slot)) {
                        Some(own) => own.patterns.push(variant),
                        None => all.push(SetOff { key, slot, patterns: vec![variant] }),
                    }
                }
            }
            for set_off in all {
                triggers.add(set_off.key, known.bundle(number, &set_off));
            }
        }
        triggers.atoms = atoms;
        triggers
    }

    /// The atoms of all rules.
    pub(super) fn atoms(&self) -> &Atoms {
        &self.atoms
    }

    fn add(&mut self, key: Key, bundle: Bundle) {
        let (class, value) = match key {
            Key::Word(word) => return self.words.entry(word).or_default().push(bundle),
            Key::Phrase(class, value) => (class, value),
        };
        self.any = self.any.with(class);
        let at = usize::from(class.0);
        if self.classes.len() <= at {
            self.classes.resize_with(at.saturating_add(1), OfClass::default);
        }
        let Some(own) = self.classes.get_mut(at) else { return };
        match value {
            Some(value) => own.values.entry(value).or_default().push(bundle),
            None => own.any_value.push(bundle),
        }
    }

    /// The words that set off anything by themselves.
    pub(crate) fn words(&self) -> impl Iterator<Item = WordId> {
        self.words.keys().copied()
    }

    /// The classes whose phrases set off anything.
    pub(super) fn classes(&self) -> ClassSet {
        self.any
    }

    /// What a word may set off between what stands before and behind it.
    pub(super) fn of_word(&self, word: WordId, (before, behind): (Holds, Holds)) -> impl Iterator<Item = &Bundle> {
        self.words.get(&word).into_iter().flat_map(move |own| own.between(before, behind))
    }

    /// What a phrase may set off between what stands before and behind it: first what asks for its value.
    pub(super) fn of_phrase(&self, class: ClassId, value: ValueId, (before, behind): (Holds, Holds)) -> impl Iterator<Item = &Bundle> {
        let own = self.classes.get(usize::from(class.0));
        let both = own.into_iter().flat_map(move |own| own.values.get(&value).into_iter().chain([&own.any_value]));
        both.flat_map(move |bundles| bundles.between(before, behind))
    }
}

/// The keys of a trigger, one for each word that it may be, and the slot that it fills.
fn keys(trigger: &Atom) -> SmallVec<[(Key, Option<SlotId>); CHOICES]> {
    match trigger {
        Atom::Word(word) => smallvec![(Key::Word(*word), None)],
        // Fewer words than there is room for end with the last one again.
        Atom::OneOf(words) => words.chunk_by(|a, b| a == b).filter_map(|same| Some((Key::Word(*same.first()?), None))).collect(),
        Atom::Class(class, value) => smallvec![(Key::Phrase(*class, *value), None)],
        Atom::Slot { slot, kind: Kind::Class(class), .. } => smallvec![(Key::Phrase(*class, None), *slot)],
        Atom::Slot { .. } | Atom::Gap(_) => SmallVec::new(),
    }
}
