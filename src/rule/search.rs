//! The search for one side of a pattern, atom by atom from the trigger outwards.

use super::atoms::AtomId;
use super::line::{LIST, Line, hits_at};
use super::{Atom, Atoms, Kind, SlotId, Value};
use crate::lexicon::{ClassId, Hit, ValueId};
use crate::mention::{Mention, Pronoun};
use crate::text::Sentence;

/// Most steps that the search for one side may take; a side that needs more does not fit.
const STEPS: u32 = 4_000;

/// A slot, its value and the tokens that say it.
pub(super) type Said = (SlotId, Value, usize, usize);

/// Phrases of a class that end at `at`, begin inside the sentence and lie in no mention.
fn ending_at<'l>(
    line: &'l Line<'_>,
    sentence: usize,
    at: usize,
    class: ClassId,
    value: Option<ValueId>,
) -> impl Iterator<Item = (usize, ValueId)> + use<'l> {
    let from = at.saturating_sub(8).max(sentence);
    let may = move |start: &usize| line.reader.hits.classes(*start).holds(class) && line.mention_at(*start).is_none();
    (from..at).filter(may).flat_map(move |start| {
        let fits = move |h: &&Hit| h.last as usize == at && h.entry.class == class && value.is_none_or(|v| v == h.entry.value);
        hits_at(line, start, at).filter(fits).map(move |h| (start, h.entry.value))
    })
}

/// The searches for the sides of patterns at one trigger.
pub(super) struct Search<'s, 'a> {
    known: &'s Atoms,
    line: &'s Line<'a>,
    sentence: &'s Sentence,
    /// Steps of the search for one side.
    steps: u32,
    /// Atoms of it that fitted at once.
    best: usize,
    /// What the sides that fit fill, one behind the other.
    fills: &'s mut Vec<Said>,
}

impl<'s, 'a> Search<'s, 'a> {
    pub(super) fn new(known: &'s Atoms, line: &'s Line<'a>, sentence: &'s Sentence, fills: &'s mut Vec<Said>) -> Search<'s, 'a> {
        Search { known, line, sentence, steps: 0, best: 0, fills }
    }

    /// Matches `atoms` behind the trigger, which ends at `at`; the end of the match.
    pub(super) fn rightwards(&mut self, atoms: &[AtomId], at: usize) -> Option<usize> {
        (self.steps, self.best) = (0, 0);
        self.right(atoms, at, 0)
    }

    /// Matches `atoms` before the trigger, which begins at `at`; the start of the match.
    pub(super) fn leftwards(&mut self, atoms: &[AtomId], at: usize) -> Option<usize> {
        (self.steps, self.best) = (0, 0);
        self.left(atoms, at, 0)
    }

    /// How many atoms of the side searched for last fitted at once, if not all did.
    pub(super) fn reached(&self) -> usize {
        self.best
    }

    /// Steps of the search for the last side.
    pub(super) fn steps(&self) -> u32 {
        self.steps
    }

    /// How many slots the sides that fitted fill.
    pub(super) fn filled(&self) -> usize {
        self.fills.len()
    }

    fn spent(&mut self) -> bool {
        self.steps = self.steps.saturating_add(1);
        self.steps > STEPS
    }

    /// Matches `atoms` from `at` to the right, behind an aside if need be; the end of the match.
    fn right(&mut self, atoms: &[AtomId], at: usize, matched: usize) -> Option<usize> {
        let found = self.right_at(atoms, at, matched);
        if found.is_some() || matches!(self.first(atoms), Some(Atom::Gap(_)) | None) {
            return found;
        }
        let (end, comma) = self.line.behind_aside(at).filter(|(end, _)| *end < self.sentence.last)?;
        self.right_at(atoms, end, matched).or_else(|| if comma > end { self.right_at(atoms, comma, matched) } else { None })
    }

    /// Matches `atoms` that begin at `at`; the end of the match.
    fn right_at(&mut self, atoms: &[AtomId], at: usize, matched: usize) -> Option<usize> {
        self.best = self.best.max(matched);
        let Some((atom, rest)) = atoms.split_first() else { return Some(at) };
        if self.spent() {
            return None;
        }
        let matched = matched.saturating_add(1);
        let known = self.known;
        match known.get(*atom) {
            Atom::Gap(width) => {
                self.best = self.best.max(matched);
                let (mut next, mut left, mut free) = (at, *width, at);
                loop {
                    let mention = self.line.mention_at(next).map(|(_, m)| m);
                    if self.may_begin(rest, next, mention) {
                        if let Some(end) = self.right(rest, next, matched) {
                            return Some(end);
                        }
                    }
                    // "Rombongan ditunggu, kata Bupati X": he only speaks.
                    let speaker = matches!(self.first(rest), Some(Atom::Slot { .. })) && self.line.reports(next);
                    if next >= self.sentence.last || self.is_wanted(rest, mention) || speaker || self.line.brings_others(next) {
                        return None;
                    }
                    if next >= free {
                        free = self.line.behind_aside(next).map_or(next, |(_, comma)| comma);
                    }
                    if next >= free {
                        left = left.checked_sub(1)?;
                    }
                    next = mention.map_or(next.saturating_add(1), |m| m.last);
                }
            }
            atom @ (Atom::Word(_) | Atom::OneOf(_)) => {
                let fits = at < self.sentence.last && self.reads(atom, at);
                if fits { self.right(rest, at.saturating_add(1), matched) } else { None }
            }
            Atom::Class(class, value) => {
                if !self.line.reader.hits.classes(at).holds(*class) || self.line.mention_at(at).is_some() {
                    return None;
                }
                let hits = hits_at(self.line, at, self.sentence.last)
                    .filter(|h| h.entry.class == *class && value.is_none_or(|v| v == h.entry.value));
                hits.into_iter().find_map(|h| self.right(rest, h.last as usize, matched))
            }
            Atom::Slot { slot, kind: Kind::Class(class), .. } => {
                let hits = hits_at(self.line, at, self.sentence.last).filter(|h| h.entry.class == *class && !h.entry.weak);
                if self.line.mention_at(at).is_some() {
                    return None;
                }
                let mut hits = hits.map(|h| (h.entry.value, h.last as usize));
                hits.find_map(|(value, end)| self.told(*slot, Value::Phrase(value), (at, end), |s| s.right(rest, end, matched)))
            }
            Atom::Slot { slot, kind: Kind::Pronoun(pronoun), .. } => {
                let (end, mention) = self.line.speech.pronoun_at(*pronoun, at).filter(|(end, _)| *end <= self.sentence.last)?;
                self.told(*slot, Value::Mention(mention), (at, end), |s| s.right(rest, end, matched))
            }
            Atom::Slot { slot, kind, list } => {
                if at >= self.sentence.last {
                    return None;
                }
                let at = if *kind == Kind::Number || *kind == Kind::People { at } else { self.line.behind_count(at) };
                let (number, mention) = self.line.mention_at(at).filter(|(_, m)| m.first == at && self.line.is_kind(m, *kind))?;
                let mark = self.fills.len();
                self.note(*slot, Value::Mention(number), mention.first, mention.last);
                let mut end = mention.last;
                if *list {
                    let mut count = 1;
                    while let Some((number, mention)) = self.line.after_separator(self.sentence, end, *kind).filter(|_| count < LIST) {
                        self.note(*slot, Value::Mention(number), mention.first, mention.last);
                        end = mention.last;
                        count = count.saturating_add(1);
                    }
                }
                let found = self.right(rest, end, matched);
                if found.is_none() {
                    self.fills.truncate(mark);
                }
                found
            }
        }
    }

    /// Matches `atoms` (nearest first) leftwards from `at` (exclusive), before an aside if need be; the start of the match.
    fn left(&mut self, atoms: &[AtomId], at: usize, matched: usize) -> Option<usize> {
        let found = self.left_at(atoms, at, matched);
        if found.is_some() || matches!(self.first(atoms), Some(Atom::Gap(_)) | None) {
            return found;
        }
        let (end, comma) = self.line.before_aside(at).filter(|(end, _)| *end > self.sentence.first)?;
        self.left_at(atoms, end, matched).or_else(|| if comma < end { self.left_at(atoms, comma, matched) } else { None })
    }

    /// Matches `atoms` (nearest first) that end at `at`; the start of the match.
    fn left_at(&mut self, atoms: &[AtomId], at: usize, matched: usize) -> Option<usize> {
        self.best = self.best.max(matched);
        let Some((atom, rest)) = atoms.split_first() else { return Some(at) };
        if self.spent() {
            return None;
        }
        let matched = matched.saturating_add(1);
        let before = at.checked_sub(1).filter(|b| *b >= self.sentence.first);
        let known = self.known;
        match known.get(*atom) {
            Atom::Gap(width) => {
                let (mut next, mut left, mut free) = (at, *width, at);
                loop {
                    if let Some(start) = self.left(rest, next, matched) {
                        return Some(start);
                    }
                    let before = next.checked_sub(1).filter(|b| *b >= self.sentence.first)?;
                    let mention = self.line.mention_at(before).map(|(_, m)| m);
                    if self.is_wanted(rest, mention)
                        || self.line.says(before)
                        || self.line.speech.pronoun_before(Pronoun::Self_, next).is_some()
                    {
                        return None;
                    }
                    if next <= free {
                        free = self.line.before_aside(next).map_or(next, |(_, comma)| comma);
                    }
                    if next <= free {
                        left = left.checked_sub(1)?;
                    }
                    next = mention.map_or(before, |m| m.first);
                }
            }
            atom @ (Atom::Word(_) | Atom::OneOf(_)) => {
                let before = before?;
                if self.reads(atom, before) { self.left(rest, before, matched) } else { None }
            }
            Atom::Class(class, value) => {
                ending_at(self.line, self.sentence.first, at, *class, *value).find_map(|(start, _)| self.left(rest, start, matched))
            }
            Atom::Slot { slot, kind: Kind::Class(class), .. } => ending_at(self.line, self.sentence.first, at, *class, None)
                .find_map(|(start, value)| self.told(*slot, Value::Phrase(value), (start, at), |s| s.left(rest, start, matched))),
            Atom::Slot { slot, kind: Kind::Pronoun(pronoun), .. } => {
                let (start, mention) = self.line.speech.pronoun_before(*pronoun, at).filter(|(start, _)| *start >= self.sentence.first)?;
                self.told(*slot, Value::Mention(mention), (start, at), |s| s.left(rest, start, matched))
            }
            Atom::Slot { slot, kind, list } => {
                let at = if matches!(kind, Kind::Subject | Kind::Official) { self.line.before_company(at) } else { at };
                let before = at.checked_sub(1).filter(|b| *b >= self.sentence.first);
                let (number, mention) = self.line.mention_at(before?).filter(|(_, m)| m.last == at && self.line.is_kind(m, *kind))?;
                let mark = self.fills.len();
                self.note(*slot, Value::Mention(number), mention.first, mention.last);
                let mut start = mention.first;
                if *list {
                    let mut count = 1;
                    while let Some((number, mention)) = self.line.before_separator(self.sentence, start, *kind).filter(|_| count < LIST) {
                        self.note(*slot, Value::Mention(number), mention.first, mention.last);
                        start = mention.first;
                        count = count.saturating_add(1);
                    }
                }
                let found = self.left(rest, start, matched);
                if found.is_none() {
                    self.fills.truncate(mark);
                }
                found
            }
        }
    }

    /// Fills a slot for as long as the rest of the pattern fits.
    fn told(
        &mut self,
        slot: Option<SlotId>,
        value: Value,
        (first, last): (usize, usize),
        rest: impl FnOnce(&mut Self) -> Option<usize>,
    ) -> Option<usize> {
        let mark = self.fills.len();
        self.note(slot, value, first, last);
        let found = rest(self);
        if found.is_none() {
            self.fills.truncate(mark);
        }
        found
    }

    fn first(&self, atoms: &[AtomId]) -> Option<&'s Atom> {
        atoms.first().map(|atom| self.known.get(*atom))
    }

    /// The token at `at` is the word of the atom, outside mentions.
    fn reads(&self, atom: &Atom, at: usize) -> bool {
        self.line.reader.tokens.get(at).is_some_and(|t| atom.reads(t.word)) && self.line.mention_at(at).is_none()
    }

    /// The first of the atoms may match at a token that `mention` covers; what does not begin there need not be searched for.
    fn may_begin(&self, atoms: &[AtomId], at: usize, mention: Option<&Mention>) -> bool {
        match self.first(atoms) {
            Some(atom @ (Atom::Word(_) | Atom::OneOf(_))) => {
                mention.is_none() && self.line.reader.tokens.get(at).is_some_and(|t| atom.reads(t.word))
            }
            Some(Atom::Class(class, _) | Atom::Slot { kind: Kind::Class(class), .. }) => {
                mention.is_none() && self.line.reader.hits.classes(at).holds(*class)
            }
            Some(Atom::Slot { kind: Kind::Pronoun(_), .. } | Atom::Gap(_)) | None => true,
            Some(Atom::Slot { .. }) => mention.is_some(),
        }
    }

    /// The mention is of the kind that the next slot asks for: a gap never skips the nearest one.
    fn is_wanted(&self, rest: &[AtomId], mention: Option<&Mention>) -> bool {
        match (self.first(rest), mention) {
            (Some(Atom::Slot { kind, .. }), Some(mention)) => self.line.is_kind(mention, *kind),
            _ => false,
        }
    }

    fn note(&mut self, slot: Option<SlotId>, value: Value, first: usize, last: usize) {
        if let Some(slot) = slot {
            self.fills.push((slot, value, first, last));
        }
    }
}
