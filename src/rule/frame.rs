//! Frames: what one rule says at one place.

use super::SlotId;
use crate::lexicon::ValueId;

/// The value a slot is filled with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Value {
    /// A mention, by number.
    Mention(usize),
    /// A phrase of a table.
    Phrase(ValueId),
}

/// One slot filled from tokens `first..last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Fill {
    pub(crate) slot: SlotId,
    pub(crate) value: Value,
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// A rule that fired.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Number of the rule.
    pub(crate) rule: usize,
    /// Number of the event in the schema.
    pub(crate) event: usize,
    /// First token of the trigger.
    pub(crate) trigger: usize,
    /// Tokens of the whole match.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Number of the sentence.
    pub(crate) sentence: usize,
    pub(crate) fills: Vec<Fill>,
}

impl Frame {
    /// The only way to fill a slot: no value without the tokens that say it.
    pub(crate) fn fill(&mut self, slot: SlotId, value: Value, first: usize, last: usize) {
        self.fills.push(Fill { slot, value, first, last });
    }
}
