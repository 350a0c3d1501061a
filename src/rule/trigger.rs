//! Triggers: which patterns are tried at which word or phrase.

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
    /// What no pattern can do without before and behind the trigger.
    pub(super) needs: (Holds, Holds),
}

impl Bundle {
    fn new(rule: usize, slot: Option<SlotId>, patterns: &[(&[Atom], &[Atom])]) -> Bundle {
        let (lefts, rights) = (sides(patterns.iter().map(|p| p.0)), sides(patterns.iter().map(|p| p.1)));
        let place = |sides: &[Side], atoms: &[Atom]| sides.binary_search_by(|s| s.atoms.as_slice().cmp(atoms)).unwrap_or(usize::MAX);
        let patterns = patterns.iter().map(|(left, right)| (place(&lefts, left), place(&rights, right))).collect();
        let needs = |sides: &[Side]| sides.iter().map(|s| s.needs).reduce(Holds::in_common).unwrap_or_default();
        Bundle { needs: (needs(&lefts), needs(&rights)), rule, slot, lefts, rights, patterns }
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
