//! Statements about a journey to come: where one spoke of it, and beside whom, is no part of it.

use super::unreal::PRESS;
use crate::event::proof::{Proven, Reason};
use crate::event::{Input, VISIT};

/// Most tokens from who speaks to the verb of saying: "Didampingi Sekda X, Bupati Y buru-buru menambahkan".
const NEAR: usize = 5;
/// Most tokens from "wartawan" to the place where they asked.
const ASKED: usize = 4;

/// "Hal itu diungkapkan Bupati X kepada wartawan di Kantor Y": nothing but who spoke stands between the verb of saying and the place.
pub(super) fn told_there(input: &Input<'_>, place: usize) -> bool {
    let from = input.sentence(input.sentence_of(place)).map_or(place, |s| s.first);
    let press = (place.saturating_sub(ASKED).max(from)..place).any(|at| input.reader.reads(at, &PRESS));
    let asked = |at: &usize| input.reader.reads(*at, &["ditemui", "dijumpai", "dihubungi", "dikonfirmasi"]);
    let said = input.phrases(input.reader.classes.speech, from, place);
    let said = said.iter().filter(|(v, _, _)| matches!(*v, "by" | "source" | "again")).map(|(_, _, last)| *last).max();
    let told = said.max((from..place).rev().find(asked).map(|at| at.saturating_add(1)));
    let speaks_on = |from: usize| input.phrases(input.words.verb, from, place).iter().all(|(v, _, _)| *v == "speak");
    press || told.is_some_and(speaks_on)
}

/// "Didampingi Sekda X, Bupati Y menambahkan ...", "kata Bupati Y didampingi Sekda X": beside whom one speaks goes nowhere with him.
pub(super) fn spoken_beside(input: &Input<'_>, companion: &Proven<usize>) -> bool {
    let spoken = |reason: &Reason| {
        let mut frames = input.frames_in(input.sentence_of(reason.first)).filter(|f| f.event == VISIT);
        frames.any(|f| {
            let own = input.fills(f, "with").any(|w| w.first == reason.first);
            let fills = || input.fills(f, "with").chain(input.fills(f, "beside"));
            let ends = (fills().map(|w| w.first).min(), fills().map(|w| w.last).max());
            let (Some(first), Some(last), true) = (ends.0, ends.1, own) else { return false };
            let speech = input.reader.classes.speech;
            let behind = input.phrases(speech, last, last.saturating_add(NEAR));
            let before = input.phrases(speech, first.saturating_sub(NEAR), first);
            behind.iter().any(|(v, _, _)| *v == "says") || before.iter().any(|(v, _, end)| matches!(*v, "by" | "source") && *end == first)
        })
    };
    !companion.reasons.is_empty() && companion.reasons.iter().all(spoken)
}
