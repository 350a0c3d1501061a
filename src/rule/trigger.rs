//! Triggers: which patterns are tried at which word or phrase.

use super::{Atom, Kind, Rule};
use crate::lexicon::{ClassId, ValueId};
use crate::text::{FxMap, WordId};

/// Numbers of a rule and of one of its patterns.
type Patterns = Vec<(usize, usize)>;

/// Rules by their trigger.
#[derive(Clone, Debug, Default)]
pub(crate) struct Triggers {
    pub(super) words: FxMap<WordId, Patterns>,
    pub(super) classes: FxMap<(ClassId, Option<ValueId>), Patterns>,
}

impl Triggers {
    pub(crate) fn new(rules: &[Rule]) -> Triggers {
        let mut triggers = Triggers::default();
        for (r, rule) in rules.iter().enumerate() {
            for (v, variant) in rule.variants.iter().enumerate() {
                match &variant.trigger {
                    Atom::Word(word) => triggers.words.entry(*word).or_default().push((r, v)),
                    Atom::Class(class, value) => triggers.classes.entry((*class, *value)).or_default().push((r, v)),
                    Atom::Slot { kind: Kind::Class(class), .. } => triggers.classes.entry((*class, None)).or_default().push((r, v)),
                    _ => {}
                }
            }
        }
        triggers
    }
}
