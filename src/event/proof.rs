//! Proofs: values with the tokens and the rule that gave them, before they become public structs.

use smallvec::SmallVec;

use super::Input;
use crate::Slot;
use crate::document::{Evidence, Proof};
use crate::rule::Frame;

/// What gave a value: a rule, by number, or a reasoning step, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Giver {
    Rule(usize),
    Step(&'static str),
}

impl From<&Frame> for Giver {
    fn from(frame: &Frame) -> Giver {
        Giver::Rule(frame.rule)
    }
}

impl From<&'static str> for Giver {
    fn from(step: &'static str) -> Giver {
        Giver::Step(step)
    }
}

impl PartialEq<&str> for Giver {
    fn eq(&self, step: &&str) -> bool {
        matches!(self, Giver::Step(own) if own == step)
    }
}

impl Giver {
    fn name(self, input: &Input<'_>) -> String {
        match self {
            Giver::Rule(number) => input.rules.get(number).map_or_else(String::new, |r| r.name.to_string()),
            Giver::Step(name) => name.to_owned(),
        }
    }
}

/// Why a value stands: tokens `first..last`, and the rule or step that read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) rule: Giver,
}

impl Reason {
    pub(crate) fn new(first: usize, last: usize, rule: impl Into<Giver>) -> Reason {
        Reason { first, last, rule: rule.into() }
    }
}

/// A value and its reasons; the first reason is the best.
#[derive(Clone, Debug)]
pub(crate) struct Proven<T> {
    pub(crate) value: T,
    pub(crate) reasons: Vec<Reason>,
}

impl<T> Proven<T> {
    pub(crate) fn new(value: T, reason: Reason) -> Proven<T> {
        Proven { value, reasons: vec![reason] }
    }
}

/// Most proofs that one value carries.
const PROOFS: usize = 4;

/// Appends the proofs of a slot's values, one or many.
pub(crate) fn prove_each<'v, T: 'v>(
    input: &Input<'_>,
    evidence: &mut Evidence,
    slot: Slot,
    values: impl IntoIterator<Item = &'v Proven<T>>,
) {
    for (item, value) in values.into_iter().enumerate() {
        prove(input, evidence, slot, item, &value.reasons);
    }
}

/// Appends the proofs of one value.
pub(crate) fn prove(input: &Input<'_>, evidence: &mut Evidence, slot: Slot, item: usize, reasons: &[Reason]) {
    let mut seen: SmallVec<[&Reason; PROOFS]> = SmallVec::new();
    for reason in reasons {
        if seen.len() >= PROOFS || seen.iter().any(|s| s.first == reason.first && s.last == reason.last) {
            continue;
        }
        seen.push(reason);
        let span = input.reader.span(reason.first, reason.last);
        evidence.proofs.push(Proof { slot, item, span, text: span.of(input.reader.source).to_owned(), rule: reason.rule.name(input) });
    }
}
