//! Arrivals: a coming that is somebody else's, told in the words between a verb and the party behind it.

use super::Input;
use crate::rule::{Fill, Frame};

/// Most tokens from who comes to "akan disambut".
const NEXT: usize = 3;

/// "Menurut Kabag X, kedatangan tim Y akan disambut Gubernur Z": a coming is told of, and it comes neither from Z nor to X.
pub(super) fn arrival_received(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "visitors").map(|f| f.first).min() else { return false };
    let received = |from: usize, to: usize| input.phrases(input.words.verb, from, to).iter().any(|(v, _, _)| *v == "receive_passive");
    let comma = || frame.trigger.checked_sub(1).is_some_and(|b| input.reader.sign(b) == b',');
    let goes_on = || (frame.last..frame.last.saturating_add(NEXT)).all(|at| input.reader.sign(at) != b',');
    let behind = || comma() && goes_on() && received(frame.last, frame.last.saturating_add(NEXT));
    input.rule_name(frame) == "visit/visited" && (received(frame.trigger, first) || behind())
}

/// "Setelah DPRD X bertamu ke Sengkang, giliran DPRD Y membalas": whose turn it is hosts nobody.
pub(super) fn turn_of_other(input: &Input<'_>, frame: &Frame) -> bool {
    let turn = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| b > frame.trigger && input.reader.reads(b, &["giliran"]));
    matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits" | "visit/guests-go") && input.fills(frame, "hosts").any(turn)
}
