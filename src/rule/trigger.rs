//! Triggers: which patterns are tried at which word or phrase.

use super::holds::Holds;
use super::sides::Sides;
use super::{Atom, Kind, Rule, SlotId, Variant};
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

/// The key of a trigger and the slot that it fills.
fn key(trigger: &Atom) -> Option<(Key, Option<SlotId>)> {
    match trigger {
        Atom::Word(word) => Some((Key::Word(*word), None)),
        Atom::Class(class, value) => Some((Key::Phrase(*class, *value), None)),
        Atom::Slot { slot, kind: Kind::Class(class), .. } => Some((Key::Phrase(*class, None), *slot)),
        Atom::Slot { .. } | Atom::Gap(_) => None,
    }
}
