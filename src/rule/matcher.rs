//! Tries rules where their trigger stands, outwards in both directions, inside one sentence.

use std::ops::Range;

use super::holds::{Holds, Stretches};
use super::line::{Line, hits_at};
use super::search::{Said, Search};
use super::trigger::{Bundle, Triggers};
use super::{Atoms, Frame, Rule, Value};
use crate::lexicon::{Hit, ValueId};
use crate::text::{Mark, Sentence, WordId};

/// Most frames of one article and of one sentence; what lies behind them is not looked for.
const FRAMES: usize = 2_000;
const SENTENCE_FRAMES: usize = 150;
/// Most steps of all searches at one token; what they did not find by then is not looked for.
const TOKEN_STEPS: u32 = 100_000;

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
    let mut run = Run {
        rules,
        atoms: triggers.atoms(),
        line,
        watch,
        frames: Vec::new(),
        most: 0,
        done: Vec::new(),
        steps: 0,
        stretches: Stretches::default(),
        lefts: Fits::default(),
        rights: Fits::default(),
        fills: Vec::new(),
    };
    for (number, sentence) in line.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        let mut read = false;
        run.most = run.frames.len().saturating_add(SENTENCE_FRAMES).min(FRAMES);
        for at in sentence.first..sentence.last {
            let Some(token) = line.reader.tokens.get(at).filter(|t| t.word != WordId::UNKNOWN && line.is_free(at)) else { continue };
            let by_phrase = line.reader.hits.classes(at).meets(triggers.classes());
            if !by_phrase && !token.marks.has(Mark::TRIGGER) {
                continue;
            }
            if run.frames.len() >= run.most {
                break;
            }
            if !std::mem::replace(&mut read, true) {
                run.stretches.read(line, sentence.first, sentence.last);
            }
            run.done.clear();
            run.steps = 0;
            let next = at.saturating_add(1);
            if token.marks.has(Mark::TRIGGER) && !line.of_company(at) {
                for bundle in triggers.of_word(token.word, run.around(at, next)) {
                    run.attempt(bundle, Trigger { first: at, last: next, value: None }, number, sentence);
                }
            }
            // Longer phrases come first, and each rule fires once at a trigger.
            let sets_off = |h: &&Hit| by_phrase && triggers.classes().holds(h.entry.class);
            for hit in hits_at(line, at, sentence.last).filter(sets_off) {
                if hit.entry.weak && !capital_or_inner(line, at) {
                    continue;
                }
                let trigger = Trigger { first: at, last: hit.last as usize, value: Some(hit.entry.value) };
                for bundle in triggers.of_phrase(hit.entry.class, hit.entry.value, run.around(at, trigger.last)) {
                    run.attempt(bundle, trigger, number, sentence);
                }
            }
        }
    }
    run.frames
}

/// The tokens of a trigger and the value of its phrase.
#[derive(Clone, Copy, Debug)]
struct Trigger {
    first: usize,
    last: usize,
    value: Option<ValueId>,
}

/// One article's search.
struct Run<'r, 'a> {
    rules: &'r [Rule],
    atoms: &'r Atoms,
    line: &'r Line<'a>,
    watch: Option<(usize, &'r mut Vec<Attempts>)>,
    frames: Vec<Frame>,
    /// As many frames as there may be up to the end of this sentence.
    most: usize,
    /// Rules that fired at this token.
    done: Vec<usize>,
    /// Steps of all searches at this token.
    steps: u32,
    stretches: Stretches,
    lefts: Fits,
    rights: Fits,
    /// What the sides that fit at this trigger fill.
    fills: Vec<Said>,
}

impl Run<'_, '_> {
    /// What stands before and behind a trigger; who watches wants to know of every pattern.
    fn around(&self, first: usize, last: usize) -> (Holds, Holds) {
        match self.watch {
            Some(_) => (Holds::ANYTHING, Holds::ANYTHING),
            None => (self.stretches.before(first), self.stretches.behind(last)),
        }
    }

    /// Tries the patterns of a bundle at a trigger; the first that fits makes a frame.
    fn attempt(&mut self, bundle: &Bundle, trigger: Trigger, number: usize, sentence: &Sentence) {
        if self.frames.len() >= self.most || self.steps >= TOKEN_STEPS || self.done.contains(&bundle.rule) {
            return;
        }
        if let Some((_, log)) = self.watch.as_mut().filter(|(watched, _)| *watched == bundle.rule) {
            attempts(self.atoms, self.line, bundle, trigger, sentence, log);
        }
        self.fills.clear();
        let mut search = Search::new(self.atoms, self.line, sentence, &mut self.fills);
        self.rights.0.clear();
        bundle.rights.search(self.stretches.behind(trigger.last), |side, atoms| {
            let from = search.filled();
            let found = search.rightwards(atoms, trigger.last);
            self.steps = self.steps.saturating_add(search.steps());
            self.rights.note(side, found, from..search.filled()).ok_or(search.reached())
        });
        if self.rights.0.is_empty() {
            return;
        }
        self.lefts.0.clear();
        bundle.lefts.search(self.stretches.before(trigger.first), |side, atoms| {
            let from = search.filled();
            let found = search.leftwards(atoms, trigger.first);
            self.steps = self.steps.saturating_add(search.steps());
            self.lefts.note(side, found, from..search.filled()).ok_or(search.reached())
        });
        let both = |(left, right): &(u16, u16)| Some((self.lefts.find(*left)?, self.rights.find(*right)?));
        let Some((left, right)) = bundle.patterns.iter().find_map(both) else { return };
        let fills = |fit: &Fit| self.fills.get(fit.fills.clone()).unwrap_or(&[]).iter().copied();
        let most = left.fills.len().saturating_add(right.fills.len()).saturating_add(1);
        let fills = own_fill(bundle, trigger).into_iter().chain(fills(right)).chain(fills(left));
        let mut frame = Frame {
            rule: bundle.rule,
            event: self.rules.get(bundle.rule).map_or(usize::MAX, |r| r.event),
            trigger: trigger.first,
            first: left.edge,
            last: right.edge,
            sentence: number,
            fills: Vec::with_capacity(most),
        };
        fills.for_each(|(slot, value, first, last)| frame.fill(slot, value, first, last));
        frame.fills.sort_by_key(|f| f.first);
        self.frames.push(frame);
        self.done.push(bundle.rule);
    }
}

/// The slot that the trigger itself fills.
fn own_fill(bundle: &Bundle, trigger: Trigger) -> Option<Said> {
    let (slot, value) = bundle.slot.zip(trigger.value)?;
    Some((slot, Value::Phrase(value), trigger.first, trigger.last))
}

/// Notes how far each pattern of a bundle gets at a trigger, up to the first that fits.
fn attempts(atoms: &Atoms, line: &Line<'_>, bundle: &Bundle, trigger: Trigger, sentence: &Sentence, log: &mut Vec<Attempts>) {
    let mut fills = Vec::new();
    let mut search = Search::new(atoms, line, sentence, &mut fills);
    for (left, right) in &bundle.patterns {
        let (on_left, on_right) = (bundle.lefts.atoms(*left), bundle.rights.atoms(*right));
        let mut fired = search.rightwards(on_right, trigger.last).is_some();
        let mut reached = if fired { on_right.len() } else { search.reached() };
        if fired {
            fired = search.leftwards(on_left, trigger.first).is_some();
            reached = reached.saturating_add(if fired { on_left.len() } else { search.reached() });
        }
        log.push(Attempts {
            trigger: (trigger.first, trigger.last),
            reached: reached.saturating_add(1),
            atoms: on_left.len().saturating_add(on_right.len()).saturating_add(1),
            fired,
        });
        if fired {
            return;
        }
    }
}

/// A side that fits at a trigger: its number, how far it reaches, and which of the slots filled are its own.
#[derive(Debug)]
struct Fit {
    side: u16,
    edge: usize,
    fills: Range<usize>,
}

/// The sides of a bundle that fit at a trigger.
#[derive(Debug, Default)]
struct Fits(Vec<Fit>);

impl Fits {
    /// Notes the edge of a side that fits.
    fn note(&mut self, side: u16, edge: Option<usize>, fills: Range<usize>) -> Option<usize> {
        self.0.extend(edge.map(|edge| Fit { side, edge, fills }));
        edge
    }

    fn find(&self, side: u16) -> Option<&Fit> {
        self.0.iter().find(|fit| fit.side == side)
    }
}

/// A weak trigger phrase counts when it is written with a capital inside a sentence.
fn capital_or_inner(line: &Line<'_>, at: usize) -> bool {
    line.reader.tokens.get(at).is_some_and(|t| t.is(crate::text::Shape::CAPITAL)) && !line.reader.starts_sentence(at)
}
