//! Tries rules where their trigger stands, outwards in both directions, inside one sentence.

use std::cell::Cell;

use super::holds::{Holds, Stretches};
use super::line::{Line, hits_at};
use super::search::{Found, Said, Search};
use super::trigger::{Bundle, Side, Triggers};
use super::{Atom, Frame, Rule, Value};
use crate::lexicon::ValueId;
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
        line,
        watch,
        frames: Vec::new(),
        most: 0,
        done: Vec::new(),
        steps: Cell::new(0),
        stretches: Stretches::default(),
        lefts: Known::default(),
        rights: Known::default(),
    };
    for (number, sentence) in line.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        run.stretches.read(line, sentence.first, sentence.last);
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
            run.done.clear();
            run.steps.set(0);
            for bundle in triggers.of_word(token.word) {
                run.attempt(bundle, Trigger { first: at, last: at.saturating_add(1), value: None }, number, sentence);
            }
            // Longer phrases come first, and each rule fires once at a trigger.
            for hit in hits_at(line, at, sentence.last).filter(|_| by_phrase) {
                if hit.entry.weak && !capital_or_inner(line, at) {
                    continue;
                }
                let trigger = Trigger { first: at, last: hit.last as usize, value: Some(hit.entry.value) };
                for bundle in triggers.of_phrase(hit.entry.class, hit.entry.value) {
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
    line: &'r Line<'a>,
    watch: Option<(usize, &'r mut Vec<Attempts>)>,
    frames: Vec<Frame>,
    /// As many frames as there may be up to the end of this sentence.
    most: usize,
    /// Rules that fired at this token.
    done: Vec<usize>,
    /// Steps of all searches at this token.
    steps: Cell<u32>,
    stretches: Stretches,
    lefts: Known,
    rights: Known,
}

impl Run<'_, '_> {
    /// Tries the patterns of a bundle at a trigger; the first that fits makes a frame.
    fn attempt(&mut self, bundle: &Bundle, trigger: Trigger, number: usize, sentence: &Sentence) {
        if self.frames.len() >= self.most || self.steps.get() >= TOKEN_STEPS || self.done.contains(&bundle.rule) {
            return;
        }
        let watched = self.watch.as_ref().is_some_and(|(watched, _)| *watched == bundle.rule);
        // Who watches wants to know how far a pattern got.
        let (before, behind) = match watched {
            true => (Holds::ANYTHING, Holds::ANYTHING),
            false => (self.stretches.before(trigger.first), self.stretches.behind(trigger.last)),
        };
        if !before.has(bundle.needs.0) || !behind.has(bundle.needs.1) {
            return;
        }
        let search = || Search::new(self.line, sentence, &self.steps);
        if !self.rights.look(&bundle.rights, behind, |atoms| search().rightwards(atoms, trigger.last)) && !watched {
            return;
        }
        self.lefts.forget(&bundle.lefts);
        for (left, right) in &bundle.patterns {
            let behind = self.rights.found(*right);
            let before = match behind {
                Found::Fits { .. } => self.lefts.find(&bundle.lefts, *left, before, |atoms| search().leftwards(atoms, trigger.first)),
                Found::Fails { .. } => NOTHING,
            };
            if let Some((_, log)) = self.watch.as_mut().filter(|_| watched) {
                log.push(Attempts::of(bundle, (*left, *right), trigger, (before, behind)));
            }
            if let (Found::Fits { edge: first, fills: on_left }, Found::Fits { edge: last, fills: on_right }) = (before, behind) {
                let event = self.rules.get(bundle.rule).map_or(usize::MAX, |r| r.event);
                let fills = own_fill(bundle, trigger).into_iter().chain(on_right.iter().chain(on_left).copied());
                let mut frame = Frame {
                    rule: bundle.rule,
                    event,
                    trigger: trigger.first,
                    first: *first,
                    last: *last,
                    sentence: number,
                    fills: Vec::new(),
                };
                fills.for_each(|(slot, value, first, last)| frame.fill(slot, value, first, last));
                frame.fills.sort_by_key(|f| f.first);
                self.frames.push(frame);
                self.done.push(bundle.rule);
                return;
            }
        }
    }
}

/// The slot that the trigger itself fills.
fn own_fill(bundle: &Bundle, trigger: Trigger) -> Option<Said> {
    let (slot, value) = bundle.slot.zip(trigger.value)?;
    Some((slot, Value::Phrase(value), trigger.first, trigger.last))
}

impl Attempts {
    /// How far one pattern of a bundle got, with what was found of its left and its right side.
    fn of(bundle: &Bundle, (left, right): (usize, usize), trigger: Trigger, (before, behind): (&Found, &Found)) -> Attempts {
        let atoms = |sides: &[Side], at: usize| sides.get(at).map_or(0, |s| s.atoms.len());
        let reached = |found: &Found, all: usize| if let Found::Fails { reached } = found { *reached } else { all };
        let (on_left, on_right) = (atoms(&bundle.lefts, left), atoms(&bundle.rights, right));
        Attempts {
            trigger: (trigger.first, trigger.last),
            reached: reached(before, on_left).saturating_add(reached(behind, on_right)).saturating_add(1),
            atoms: on_left.saturating_add(on_right).saturating_add(1),
            fired: matches!((before, behind), (Found::Fits { .. }, Found::Fits { .. })),
        }
    }
}

const NOTHING: &Found = &Found::Fails { reached: 0 };

/// For each side of a bundle what was found at a trigger, once it is known.
#[derive(Debug, Default)]
struct Known(Vec<Option<Found>>);

impl Known {
    fn forget(&mut self, sides: &[Side]) {
        self.0.clear();
        self.0.resize_with(sides.len(), || None);
    }

    /// Looks for all sides in a stretch of text; whether one of them fits.
    fn look(&mut self, sides: &[Side], stretch: Holds, search: impl Fn(&[Atom]) -> Found) -> bool {
        self.forget(sides);
        for at in 0..sides.len() {
            self.find(sides, at, stretch, &search);
        }
        self.0.iter().any(|found| matches!(found, Some(Found::Fits { .. })))
    }

    /// What a side comes to in a stretch of text.
    fn find(&mut self, sides: &[Side], at: usize, stretch: Holds, search: impl Fn(&[Atom]) -> Found) -> &Found {
        if let (Some(side), Some(known @ None)) = (sides.get(at), self.0.get_mut(at)) {
            let found = if stretch.has(side.needs) { search(&side.atoms) } else { NOTHING.clone() };
            let reached = if let (Found::Fails { reached }, true) = (&found, stretch.has(side.needs)) { Some(*reached) } else { None };
            *known = Some(found);
            if let Some(reached) = reached {
                self.fails_alike(sides, at, reached);
            }
        }
        self.found(at)
    }

    fn found(&self, at: usize) -> &Found {
        self.0.get(at).and_then(Option::as_ref).unwrap_or(NOTHING)
    }

    /// Where a side gets no farther than its first atoms, those that begin with these and the next one get no farther either.
    fn fails_alike(&mut self, sides: &[Side], at: usize, reached: usize) {
        let next = at.saturating_add(1);
        let behind = sides.iter().skip(next).take_while(|s| s.shared > reached).count();
        let before = sides.iter().take(next).rev().take_while(|s| s.shared > reached).count();
        for known in self.0.iter_mut().take(next.saturating_add(behind)).skip(at.saturating_sub(before)) {
            *known = Some(Found::Fails { reached });
        }
    }
}

/// A weak trigger phrase counts when it is written with a capital inside a sentence.
fn capital_or_inner(line: &Line<'_>, at: usize) -> bool {
    line.reader.tokens.get(at).is_some_and(|t| t.is(crate::text::Shape::CAPITAL)) && !line.reader.starts_sentence(at)
}
