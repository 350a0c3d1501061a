//! Tries rules where their trigger stands, outwards in both directions, inside one sentence.

use super::holds::{Holds, Stretches};
use super::line::{Line, hits_at};
use super::search::{Found, Search};
use super::trigger::{Bundle, Side, Triggers};
use super::{Frame, Rule, Value};
use crate::lexicon::ValueId;
use crate::text::{Sentence, WordId};

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
    let mut run =
        Run { rules, line, watch, frames: Vec::new(), done: Vec::new(), stretches: Stretches::default(), tried: Tried::default() };
    for (number, sentence) in line.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        run.stretches.read(line, sentence.first, sentence.last);
        let most = run.frames.len().saturating_add(SENTENCE_FRAMES).min(FRAMES);
        for at in sentence.first..sentence.last {
            let word = line.reader.tokens.get(at).map_or(WordId::UNKNOWN, |t| t.word);
            if word == WordId::UNKNOWN || !line.is_free(at) {
                continue;
            }
            if run.frames.len() >= most {
                break;
            }
            run.done.clear();
            for bundle in triggers.of_word(word) {
                run.attempt(bundle, Trigger { first: at, last: at.saturating_add(1), value: None }, number, sentence);
            }
            // Longer phrases come first, and each rule fires once at a trigger.
            for hit in hits_at(line, at, sentence.last) {
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
    /// Rules that fired at this token.
    done: Vec<usize>,
    stretches: Stretches,
    tried: Tried,
}

impl Run<'_, '_> {
    /// Tries the patterns of a bundle at a trigger; the first that fits makes a frame.
    fn attempt(&mut self, bundle: &Bundle, trigger: Trigger, number: usize, sentence: &Sentence) {
        if self.done.contains(&bundle.rule) {
            return;
        }
        let watched = self.watch.as_ref().is_some_and(|(watched, _)| *watched == bundle.rule);
        // Who watches wants to know how far a pattern got.
        let (before, behind) = match watched {
            true => (Holds::ANYTHING, Holds::ANYTHING),
            false => (self.stretches.before(trigger.first), self.stretches.behind(trigger.last)),
        };
        self.tried.clear(bundle);
        for (left, right) in &bundle.patterns {
            let search = || Search::new(self.line, sentence);
            let behind = self.tried.rights.found(&bundle.rights, *right, behind, |atoms| search().rightwards(atoms, trigger.last));
            let before = match behind {
                Found::Fits { .. } => {
                    self.tried.lefts.found(&bundle.lefts, *left, before, |atoms| search().leftwards(atoms, trigger.first))
                }
                Found::Fails { .. } => &Found::Fails { reached: 0 },
            };
            if let Some((_, log)) = self.watch.as_mut().filter(|_| watched) {
                let atoms = |sides: &[Side], at: usize| sides.get(at).map_or(0, |s| s.atoms.len());
                let reached = |found: &Found, all: usize| if let Found::Fails { reached } = found { *reached } else { all };
                let (on_left, on_right) = (atoms(&bundle.lefts, *left), atoms(&bundle.rights, *right));
                log.push(Attempts {
                    trigger: (trigger.first, trigger.last),
                    reached: reached(behind, on_right).saturating_add(reached(before, on_left)).saturating_add(1),
                    atoms: on_left.saturating_add(on_right).saturating_add(1),
                    fired: matches!(before, Found::Fits { .. }),
                });
            }
            let (Found::Fits { edge: first, fills: on_left }, Found::Fits { edge: last, fills: on_right }) = (before, behind) else {
                continue;
            };
            let own = bundle.slot.zip(trigger.value).map(|(slot, value)| (slot, Value::Phrase(value), trigger.first, trigger.last));
            let mut fills: Vec<_> = own.iter().chain(on_right).chain(on_left).copied().collect();
            fills.sort_by_key(|(_, _, first, _)| *first);
            let event = self.rules.get(bundle.rule).map_or(usize::MAX, |r| r.event);
            let mut frame =
                Frame { rule: bundle.rule, event, trigger: trigger.first, first: *first, last: *last, sentence: number, fills: Vec::new() };
            for (slot, value, first, last) in fills {
                frame.fill(slot, value, first, last);
            }
            self.frames.push(frame);
            self.done.push(bundle.rule);
            return;
        }
    }
}

/// What is known at a trigger of the sides of a bundle.
#[derive(Debug, Default)]
struct Tried {
    lefts: Known,
    rights: Known,
}

impl Tried {
    fn clear(&mut self, bundle: &Bundle) {
        self.lefts.clear(bundle.lefts.len());
        self.rights.clear(bundle.rights.len());
    }
}

/// For each side what was found, once it is known.
#[derive(Debug, Default)]
struct Known(Vec<Option<Found>>);

impl Known {
    fn clear(&mut self, sides: usize) {
        self.0.clear();
        self.0.resize_with(sides, || None);
    }

    /// What a side comes to in a stretch of text. Where it gets no farther than its first atoms, all sides that begin with
    /// these and the next one get no farther either.
    fn found(&mut self, sides: &[Side], at: usize, stretch: Holds, search: impl FnOnce(&[super::Atom]) -> Found) -> &Found {
        const NOTHING: &Found = &Found::Fails { reached: 0 };
        let Some(side) = sides.get(at) else { return NOTHING };
        if self.0.get(at).is_none_or(Option::is_none) {
            let found = if stretch.has(side.needs) { search(&side.atoms) } else { NOTHING.clone() };
            if let (Found::Fails { reached }, true) = (&found, stretch.has(side.needs)) {
                self.fails_alike(sides, at, *reached);
            }
            if let Some(known) = self.0.get_mut(at) {
                *known = Some(found);
            }
        }
        self.0.get(at).and_then(Option::as_ref).unwrap_or(NOTHING)
    }

    /// Notes that the sides beside one that failed fail too, as far as they begin with the atoms it reached and the next.
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
