//! Tries rules where their trigger stands, outwards in both directions, inside one sentence.

use super::line::{LIST, Line, hits_at};
use super::trigger::Triggers;
use super::{Atom, Frame, Kind, Rule, SlotId, Value, Variant};
use crate::lexicon::{ClassId, Hit, ValueId};
use crate::mention::Mention;
use crate::text::{Sentence, WordId};

/// Most steps that one attempt may take; a pattern that needs more does not fit.
const STEPS: u32 = 4_000;
/// Most frames of one article and of one sentence; what lies behind them is not looked for.
const FRAMES: usize = 2_000;
const SENTENCE_FRAMES: usize = 150;

/// How far a rule got at one trigger: token, atoms matched, atoms of the pattern, fired.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempts {
    pub(crate) trigger: (usize, usize),
    pub(crate) reached: usize,
    pub(crate) atoms: usize,
    pub(crate) fired: bool,
}

/// Runs all rules over the sentences that tell events. `watch` notes every attempt of one rule.
pub(crate) fn run(rules: &[Rule], triggers: &Triggers, line: &Line<'_>, watch: Option<(usize, &mut Vec<Attempts>)>) -> Vec<Frame> {
    let mut frames = Vec::new();
    let mut watch = watch;
    let mut done: Vec<usize> = Vec::new();
    for (number, sentence) in line.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        let most = frames.len().saturating_add(SENTENCE_FRAMES).min(FRAMES);
        for at in sentence.first..sentence.last {
            if !line.is_free(at) || frames.len() >= most {
                continue;
            }
            done.clear();
            let word = line.reader.tokens.get(at).map_or(WordId::UNKNOWN, |t| t.word);
            if word == WordId::UNKNOWN {
                continue;
            }
            let by_word = triggers.words.get(&word).into_iter().flatten();
            for (rule, variant) in by_word {
                attempt(rules, *rule, *variant, at, None, (number, sentence), line, &mut frames, &mut done, &mut watch);
            }
            // Longer phrases come first, and each rule fires once at a trigger.
            for hit in hits_at(line, at, sentence.last) {
                let of_value = triggers.classes.get(&(hit.entry.class, Some(hit.entry.value))).into_iter().flatten();
                for (rule, variant) in of_value.chain(triggers.classes.get(&(hit.entry.class, None)).into_iter().flatten()) {
                    attempt(rules, *rule, *variant, at, Some(hit), (number, sentence), line, &mut frames, &mut done, &mut watch);
                }
            }
        }
    }
    frames
}

#[allow(clippy::too_many_arguments, reason = "the parts of one search, used in one place")]
fn attempt(
    rules: &[Rule],
    number: usize,
    variant: usize,
    at: usize,
    hit: Option<&Hit>,
    place: (usize, &Sentence),
    line: &Line<'_>,
    frames: &mut Vec<Frame>,
    done: &mut Vec<usize>,
    watch: &mut Option<(usize, &mut Vec<Attempts>)>,
) {
    let end = hit.map_or(at.saturating_add(1), |h| h.last as usize);
    if done.contains(&number) {
        return;
    }
    let Some(rule) = rules.get(number) else { return };
    let Some(pattern) = rule.variants.get(variant) else { return };
    let value = match (&pattern.trigger, hit) {
        (Atom::Class(_, Some(value)), Some(h)) if h.entry.value != *value => return,
        (_, Some(h)) if h.entry.weak && !capital_or_inner(line, at) => return,
        (_, Some(h)) => Some(h.entry.value),
        _ => None,
    };
    let mut search = Search { line, sentence: place.1, steps: 0, best: 0, fills: Vec::new() };
    let found = search.both(pattern, at, end, value);
    if let Some((watched, log)) = watch.as_mut() {
        if *watched == number {
            let atoms = pattern.left.len().saturating_add(pattern.right.len()).saturating_add(1);
            log.push(Attempts {
                trigger: (at, end),
                reached: if found.is_some() { atoms } else { search.best.saturating_add(1) },
                atoms,
                fired: found.is_some(),
            });
        }
    }
    if let Some((first, last)) = found {
        done.push(number);
        let mut frame = Frame { rule: number, event: rule.event, trigger: at, first, last, sentence: place.0, fills: Vec::new() };
        let mut fills = search.fills;
        fills.sort_by_key(|(_, _, first, _)| *first);
        for (slot, value, first, last) in fills {
            frame.fill(slot, value, first, last);
        }
        frames.push(frame);
    }
}

/// A weak trigger phrase counts when it is written with a capital inside a sentence.
fn capital_or_inner(line: &Line<'_>, at: usize) -> bool {
    line.reader.tokens.get(at).is_some_and(|t| t.is(crate::text::Shape::CAPITAL)) && !line.reader.starts_sentence(at)
}

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

struct Search<'s, 'a> {
    line: &'s Line<'a>,
    sentence: &'s Sentence,
    steps: u32,
    best: usize,
    fills: Vec<(SlotId, Value, usize, usize)>,
}

impl<'a> Search<'_, 'a> {
    fn both(&mut self, pattern: &Variant, at: usize, end: usize, value: Option<ValueId>) -> Option<(usize, usize)> {
        if let (Atom::Slot { slot: Some(slot), .. }, Some(value)) = (&pattern.trigger, value) {
            self.fills.push((*slot, Value::Phrase(value), at, end));
        }
        let last = self.right(&pattern.right, end, 0)?;
        let first = self.left(&pattern.left, at, pattern.right.len())?;
        Some((first, last))
    }

    fn spent(&mut self) -> bool {
        self.steps = self.steps.saturating_add(1);
        self.steps > STEPS
    }

    /// Matches `atoms` from `at` to the right; the end of the match.
    fn right(&mut self, atoms: &[Atom], at: usize, matched: usize) -> Option<usize> {
        self.best = self.best.max(matched);
        let Some((atom, rest)) = atoms.split_first() else { return Some(at) };
        if self.spent() {
            return None;
        }
        let matched = matched.saturating_add(1);
        match atom {
            Atom::Gap(width) => {
                let mut next = at;
                for _ in 0..=*width {
                    if let Some(end) = self.right(rest, next, matched) {
                        return Some(end);
                    }
                    let wanted = self.is_wanted(rest, self.line.mention_at(next).map(|(_, m)| m));
                    if next >= self.sentence.last || wanted || self.line.brings_others(next) {
                        return None;
                    }
                    next = self.line.mention_at(next).map_or(next.saturating_add(1), |(_, m)| m.last);
                }
                None
            }
            Atom::Word(word) => {
                let fits = at < self.sentence.last
                    && self.line.reader.tokens.get(at).is_some_and(|t| t.word == *word)
                    && self.line.mention_at(at).is_none();
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
            Atom::Slot { slot, kind: Kind::Speaker, .. } => {
                let (end, mention) = self.line.speech.self_at(at).filter(|(end, _)| *end <= self.sentence.last)?;
                self.told(*slot, Value::Mention(mention), (at, end), |s| s.right(rest, end, matched))
            }
            Atom::Slot { slot, kind, list } => {
                if at >= self.sentence.last {
                    return None;
                }
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

    /// Matches `atoms` (nearest first) leftwards from `at` (exclusive); the start of the match.
    fn left(&mut self, atoms: &[Atom], at: usize, matched: usize) -> Option<usize> {
        self.best = self.best.max(matched);
        let Some((atom, rest)) = atoms.split_first() else { return Some(at) };
        if self.spent() {
            return None;
        }
        let matched = matched.saturating_add(1);
        let before = at.checked_sub(1).filter(|b| *b >= self.sentence.first);
        match atom {
            Atom::Gap(width) => {
                let mut next = at;
                for _ in 0..=*width {
                    if let Some(start) = self.left(rest, next, matched) {
                        return Some(start);
                    }
                    let before = next.checked_sub(1).filter(|b| *b >= self.sentence.first)?;
                    if self.is_wanted(rest, self.line.mention_at(before).map(|(_, m)| m))
                        || self.line.says(before)
                        || self.line.speech.self_before(next).is_some()
                    {
                        return None;
                    }
                    next = self.line.mention_at(before).map_or(before, |(_, m)| m.first);
                }
                None
            }
            Atom::Word(word) => {
                let before = before?;
                let fits = self.line.reader.tokens.get(before).is_some_and(|t| t.word == *word) && self.line.mention_at(before).is_none();
                if fits { self.left(rest, before, matched) } else { None }
            }
            Atom::Class(class, value) => {
                ending_at(self.line, self.sentence.first, at, *class, *value).find_map(|(start, _)| self.left(rest, start, matched))
            }
            Atom::Slot { slot, kind: Kind::Class(class), .. } => ending_at(self.line, self.sentence.first, at, *class, None)
                .find_map(|(start, value)| self.told(*slot, Value::Phrase(value), (start, at), |s| s.left(rest, start, matched))),
            Atom::Slot { slot, kind: Kind::Speaker, .. } => {
                let (start, mention) = self.line.speech.self_before(at).filter(|(start, _)| *start >= self.sentence.first)?;
                self.told(*slot, Value::Mention(mention), (start, at), |s| s.left(rest, start, matched))
            }
            Atom::Slot { slot, kind, list } => {
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

    /// The mention is of the kind that the next slot asks for: a gap never skips the nearest one.
    fn is_wanted(&self, rest: &[Atom], mention: Option<&Mention>) -> bool {
        match (rest.first(), mention) {
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
