//! Triggers: which patterns are tried at which word or phrase.

use std::ops::Range;

use super::holds::Holds;
use super::{Atom, Kind, Rule, SlotId, Variant};
use crate::lexicon::{ClassId, ClassSet, ValueId};
use crate::text::{FxMap, WordId};

/// One side of a pattern: atoms from the trigger outwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    pub(super) atoms: Vec<Atom>,
    /// What a stretch of text must hold if the side is to fit into it.
    pub(super) needs: Holds,
    /// Leading atoms that the side before it in the list has too.
    pub(super) shared: usize,
}

/// The different sides of some patterns, in the order of their atoms, so that those with a beginning in common stand together.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    pub(super) all: Vec<Side>,
    /// Those that begin with one atom: what none of them can do without, and their numbers.
    pub(super) alike: Vec<(Holds, Range<usize>)>,
    /// What none of all can do without.
    pub(super) needs: Holds,
}

impl Sides {
    fn of<'r>(all: impl Iterator<Item = &'r [Atom]>) -> Sides {
        let mut all: Vec<&[Atom]> = all.collect();
        all.sort_unstable();
        all.dedup();
        let mut before: &[Atom] = &[];
        let mut sides = Sides::default();
        for (at, atoms) in all.into_iter().enumerate() {
            let shared = atoms.iter().zip(before).take_while(|(a, b)| a == b).count();
            let needs = Holds::needed_by(atoms);
            match sides.alike.last_mut().filter(|_| shared > 0) {
                Some((common, range)) => {
                    *common = common.in_common(needs);
                    range.end = at.saturating_add(1);
                }
                None => sides.alike.push((needs, at..at.saturating_add(1))),
            }
            sides.all.push(Side { atoms: atoms.to_vec(), needs, shared });
            before = atoms;
        }
        sides.needs = sides.alike.iter().map(|(needs, _)| *needs).reduce(Holds::in_common).unwrap_or_default();
        sides
    }

    fn place(&self, atoms: &[Atom]) -> usize {
        self.all.binary_search_by(|s| s.atoms.as_slice().cmp(atoms)).unwrap_or(usize::MAX)
    }

    /// The atoms of one side.
    pub(super) fn atoms(&self, at: usize) -> &[Atom] {
        self.all.get(at).map_or(&[], |s| s.atoms.as_slice())
    }
}

/// The patterns of one rule that one trigger sets off.
///
/// Brackets make many patterns of a rule, most of them alike on one side; so each side is kept once and tried once at a
/// trigger.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    pub(super) rule: usize,
    /// The slot that the trigger fills.
    pub(super) slot: Option<SlotId>,
    pub(super) lefts: Sides,
    pub(super) rights: Sides,
    /// The patterns as they are written in the rule: a left and a right side.
    pub(super) patterns: Vec<(usize, usize)>,
}

impl Bundle {
    fn new(rule: usize, slot: Option<SlotId>, patterns: &[(&[Atom], &[Atom])]) -> Bundle {
        let (lefts, rights) = (Sides::of(patterns.iter().map(|p| p.0)), Sides::of(patterns.iter().map(|p| p.1)));
        let patterns = patterns.iter().map(|(left, right)| (lefts.place(left), rights.place(right))).collect();
        Bundle { rule, slot, lefts, rights, patterns }
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
    words: FxMap<WordId, Vec<Bundle>>,
    /// By the number of the class.
    classes: Vec<OfClass>,
    /// The classes whose phrases set off anything.
    any: ClassSet,
}

/// What the phrases of one class set off.
#[derive(Clone, Debug, Default)]
struct OfClass {
    values: FxMap<ValueId, Vec<Bundle>>,
    any_value: Vec<Bundle>,
}

impl Triggers {
    pub(crate) fn new(rules: &[Rule]) -> Triggers {
        let mut triggers = Triggers::default();
        for (number, rule) in rules.iter().enumerate() {
            let mut left: Vec<(Key, Option<SlotId>, &Variant)> =
                rule.variants.iter().filter_map(|v| key(&v.trigger).map(|(key, slot)| (key, slot, v))).collect();
            while let Some((key, slot, _)) = left.first().copied() {
                let (own, others): (Vec<_>, Vec<_>) = left.into_iter().partition(|(k, s, _)| (*k, *s) == (key, slot));
                let sides: Vec<(&[Atom], &[Atom])> = own.iter().map(|(_, _, v)| (v.left.as_slice(), v.right.as_slice())).collect();
                triggers.add(key, Bundle::new(number, slot, &sides));
                left = others;
            }
        }
        triggers
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

    /// What a word sets off.
    pub(super) fn of_word(&self, word: WordId) -> &[Bundle] {
        self.words.get(&word).map_or(&[], Vec::as_slice)
    }

    /// What a phrase sets off: first what asks for its value.
    pub(super) fn of_phrase(&self, class: ClassId, value: ValueId) -> impl Iterator<Item = &Bundle> {
        let own = self.classes.get(usize::from(class.0));
        own.into_iter().flat_map(move |own| own.values.get(&value).into_iter().flatten().chain(&own.any_value))
    }
}

/// The key of a trigger and the slot that it fills.
fn key(trigger: &Atom) -> Option<(Key, Option<SlotId>)> {
    match trigger {
        Atom::Word(word) => Some((Key::Word(*word), None)),
        Atom::Class(class, value) => Some((Key::Phrase(*class, *value), None)),
        Atom::Slot { slot, kind: Kind::Class(class), .. } => Some((Key::Phrase(*class, None), *slot)),
        Atom::Slot { .. } | Atom::Gap(_) => None,
    }
}
