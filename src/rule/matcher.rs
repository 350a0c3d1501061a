//! Tries rules where their trigger stands, outwards in both directions, inside one sentence.

use super::trigger::Triggers;
use super::{Atom, Frame, Kind, Rule, SlotId, Value, Variant};
use crate::lexicon::{ClassId, Hit, ValueId};
use crate::mention::{Mention, Reader, What};
use crate::text::{Sentence, WordId};

/// Most steps that one attempt may take; a pattern that needs more does not fit.
const STEPS: u32 = 4_000;
/// Most frames of one article and of one sentence; what lies behind them is not looked for.
const FRAMES: usize = 2_000;
const SENTENCE_FRAMES: usize = 150;
/// Longest list of a `+` slot.
const LIST: usize = 40;

/// How far a rule got at one trigger: token, atoms matched, atoms of the pattern, fired.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attempts {
    pub(crate) trigger: (usize, usize),
    pub(crate) reached: usize,
    pub(crate) atoms: usize,
    pub(crate) fired: bool,
}

/// The article as the matcher sees it.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) reader: &'a Reader<'a>,
    pub(crate) mentions: &'a [Mention],
    /// For each token the mention it lies in.
    cover: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl<'a> Line<'a> {
    pub(crate) fn new(reader: &'a Reader<'a>, mentions: &'a [Mention]) -> Line<'a> {
        let mut cover = vec![FREE; reader.tokens.len()];
        for (i, mention) in mentions.iter().enumerate() {
            for slot in cover.iter_mut().take(mention.last).skip(mention.first) {
                *slot = u32::try_from(i).unwrap_or(FREE);
            }
        }
        Line { reader, mentions, cover }
    }

    /// The word at a token brings people of its own ("didampingi X", "diwakili Y"); no gap reaches across it.
    fn brings_others(&self, token: usize) -> bool {
        let value = |h: &Hit| self.reader.lexicon.value_name(h.entry.value);
        let verb = self.reader.classes.verb;
        self.reader.hits.classes(token).holds(verb)
            && self
                .reader
                .hits
                .at(token)
                .iter()
                .any(|h| h.entry.class == verb && matches!(value(h), "accompany_passive" | "represent_passive"))
    }

    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, token: usize) -> Option<(usize, &'a Mention)> {
        let number = *self.cover.get(token).filter(|c| **c != FREE)? as usize;
        self.mentions.get(number).map(|m| (number, m))
    }
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
            if line.cover.get(at) != Some(&FREE) || frames.len() >= most {
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

fn hits_at<'a>(line: &Line<'a>, at: usize, limit: usize) -> impl Iterator<Item = &'a Hit> + use<'a> {
    line.reader.hits.at(at).iter().filter(move |h| h.last as usize <= limit)
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
    (from..at).filter(move |start| line.mention_at(*start).is_none()).flat_map(move |start| {
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
                if self.line.mention_at(at).is_some() {
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
                let mark = self.fills.len();
                for hit in hits {
                    self.note(*slot, Value::Phrase(hit.entry.value), at, hit.last as usize);
                    if let Some(end) = self.right(rest, hit.last as usize, matched) {
                        return Some(end);
                    }
                    self.fills.truncate(mark);
                }
                None
            }
            Atom::Slot { slot, kind, list } => {
                if at >= self.sentence.last {
                    return None;
                }
                let (number, mention) = self.line.mention_at(at).filter(|(_, m)| m.first == at && self.is_kind(m, *kind))?;
                let mark = self.fills.len();
                self.note(*slot, Value::Mention(number), mention.first, mention.last);
                let mut end = mention.last;
                if *list {
                    let mut count = 1;
                    while let Some((number, mention)) = self.after_separator(end, *kind).filter(|_| count < LIST) {
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
                    if self.is_wanted(rest, self.line.mention_at(before).map(|(_, m)| m)) {
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
            Atom::Slot { slot, kind: Kind::Class(class), .. } => {
                let mark = self.fills.len();
                for (start, value) in ending_at(self.line, self.sentence.first, at, *class, None) {
                    self.note(*slot, Value::Phrase(value), start, at);
                    if let Some(first) = self.left(rest, start, matched) {
                        return Some(first);
                    }
                    self.fills.truncate(mark);
                }
                None
            }
            Atom::Slot { slot, kind, list } => {
                let (number, mention) = self.line.mention_at(before?).filter(|(_, m)| m.last == at && self.is_kind(m, *kind))?;
                let mark = self.fills.len();
                self.note(*slot, Value::Mention(number), mention.first, mention.last);
                let mut start = mention.first;
                if *list {
                    let mut count = 1;
                    while let Some((number, mention)) = self.before_separator(start, *kind).filter(|_| count < LIST) {
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

    /// The mention is of the kind that the next slot asks for: a gap never skips the nearest one.
    fn is_wanted(&self, rest: &[Atom], mention: Option<&Mention>) -> bool {
        match (rest.first(), mention) {
            (Some(Atom::Slot { kind, .. }), Some(mention)) => self.is_kind(mention, *kind),
            _ => false,
        }
    }

    fn note(&mut self, slot: Option<SlotId>, value: Value, first: usize, last: usize) {
        if let Some(slot) = slot {
            self.fills.push((slot, value, first, last));
        }
    }

    fn is_separator(&self, at: usize) -> bool {
        let w = &self.line.reader.classes.words;
        let Some(token) = self.line.reader.tokens.get(at) else { return false };
        matches!(token.sign, b',' | b'&' | b'/')
            || token.is_word() && [w.dan, w.serta, w.maupun, w.plus].contains(&token.word) && self.line.mention_at(at).is_none()
    }

    fn after_separator(&self, at: usize, kind: Kind) -> Option<(usize, &'a Mention)> {
        if matches!(kind, Kind::Official | Kind::Person) {
            let item = |at: usize| self.line.mention_at(at).is_some_and(|(_, m)| m.first == at && self.is_kind(m, kind));
            return self.line.mention_at(self.line.reader.next_item(at, self.sentence.last, item)?);
        }
        let mut next = at;
        while next < self.sentence.last && next.saturating_sub(at) < 3 && self.is_separator(next) {
            next = next.saturating_add(1);
        }
        if next == at || next >= self.sentence.last {
            return None;
        }
        self.line.mention_at(next).filter(|(_, m)| m.first == next && self.is_kind(m, kind))
    }

    fn before_separator(&self, at: usize, kind: Kind) -> Option<(usize, &'a Mention)> {
        if matches!(kind, Kind::Official | Kind::Person) {
            let end = (self.sentence.first..at).rev().take(LIST).find(|i| self.line.mention_at(*i).is_some())?;
            let item = |next: usize| next == at;
            return self
                .line
                .mention_at(end)
                .filter(|(_, m)| self.is_kind(m, kind) && self.line.reader.next_item(m.last, at.saturating_add(1), item).is_some());
        }
        let mut next = at;
        while next > self.sentence.first && at.saturating_sub(next) < 3 && self.is_separator(next.saturating_sub(1)) {
            next = next.saturating_sub(1);
        }
        let before = next.checked_sub(1).filter(|b| next < at && *b >= self.sentence.first)?;
        self.line.mention_at(before).filter(|(_, m)| m.last == next && self.is_kind(m, kind))
    }

    fn is_kind(&self, mention: &Mention, kind: Kind) -> bool {
        match (kind, &mention.what) {
            (_, What::Official(words)) if !words.sure => false,
            (Kind::Region | Kind::Party | Kind::Actor | Kind::Goal, What::Region(_))
            | (Kind::Body | Kind::Party | Kind::Actor | Kind::Goal, What::Body(_))
            | (Kind::Official | Kind::Actor | Kind::Goal, What::Official(_))
            | (Kind::Date, What::Date(_))
            | (Kind::Number, What::Number(_))
            | (Kind::Place | Kind::Goal, What::Place(_)) => true,
            (Kind::Person, What::Official(words)) => words.name.is_some(),
            (Kind::People, What::Number(words)) => words.people,
            (Kind::Subject, What::Region(_) | What::Body(_) | What::Official(_)) => !self.governed(mention.first),
            _ => false,
        }
    }

    /// A preposition stands right before `at`.
    fn governed(&self, at: usize) -> bool {
        let class = self.line.reader.classes.preposition;
        (at.saturating_sub(2)..at)
            .any(|start| hits_at(self.line, start, at).any(|h| h.last as usize == at && h.entry.class == class && !h.entry.weak))
    }
}
