//! Triggers: which patterns are tried at which word or phrase.

use super::holds::Holds;
use super::{Atom, Kind, Rule, SlotId, Variant};
use crate::lexicon::{ClassId, ValueId};
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

/// The patterns of one rule that one trigger sets off.
///
/// Brackets make many patterns of a rule, most of them alike on one side; so each side is kept once, in the order of its
/// atoms, and tried once at a trigger.
#[derive(Clone, Debug)]
pub(super) struct Bundle {
    pub(super) rule: usize,
    /// The slot that the trigger fills.
    pub(super) slot: Option<SlotId>,
    pub(super) lefts: Vec<Side>,
    pub(super) rights: Vec<Side>,
    /// The patterns as they are written in the rule: a left and a right side.
    pub(super) patterns: Vec<(usize, usize)>,
}

impl Bundle {
    fn new(rule: usize, slot: Option<SlotId>, patterns: &[(&[Atom], &[Atom])]) -> Bundle {
        let (lefts, rights) = (sides(patterns.iter().map(|p| p.0)), sides(patterns.iter().map(|p| p.1)));
        let place = |sides: &[Side], atoms: &[Atom]| sides.iter().position(|s| s.atoms == atoms).unwrap_or(usize::MAX);
        let patterns = patterns.iter().map(|(left, right)| (place(&lefts, left), place(&rights, right))).collect();
        Bundle { rule, slot, lefts, rights, patterns }
    }
}

/// The different sides in the order of their atoms, so that those with a beginning in common stand together.
fn sides<'r>(all: impl Iterator<Item = &'r [Atom]>) -> Vec<Side> {
    let mut all: Vec<&[Atom]> = all.collect();
    all.sort_unstable();
    all.dedup();
    let mut before: &[Atom] = &[];
    let mut sides = Vec::with_capacity(all.len());
    for atoms in all {
        let shared = atoms.iter().zip(before).take_while(|(a, b)| a == b).count();
        sides.push(Side { atoms: atoms.to_vec(), needs: Holds::needed_by(atoms), shared });
        before = atoms;
    }
    sides
}

/// What sets a pattern off: a word, or a phrase of a class, of any value or of that one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Key {
    Word(WordId),
    Phrase(ClassId, Option<ValueId>),
}

/// Rules by their trigger, for each in the order of the rules.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triggers {
    bundles: FxMap<Key, Vec<Bundle>>,
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
                triggers.bundles.entry(key).or_default().push(Bundle::new(number, slot, &sides));
                left = others;
            }
        }
        triggers
    }

    /// What a word sets off.
    pub(super) fn of_word(&self, word: WordId) -> &[Bundle] {
        self.of(Key::Word(word))
    }

    /// What a phrase sets off: first what asks for its value.
    pub(super) fn of_phrase(&self, class: ClassId, value: ValueId) -> impl Iterator<Item = &Bundle> {
        self.of(Key::Phrase(class, Some(value))).iter().chain(self.of(Key::Phrase(class, None)))
    }

    fn of(&self, key: Key) -> &[Bundle] {
        self.bundles.get(&key).map_or(&[], Vec::as_slice)
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
