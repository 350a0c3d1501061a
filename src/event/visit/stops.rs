//! Stops: places of a journey that are told as guests are told, by words of a list ("Yakni X dan Y") or of a turn ("giliran X").

use super::frames::of_kind;
use crate::event::{Input, VISIT};
use crate::mention::{PartyRef, What};
use crate::rule::{Fill, Frame};

/// Most tokens between a word of beginning and the journey.
const NEXT: usize = 4;
/// Most sentences back to who travels, and frames looked at on the way.
const REACH: usize = 3;
const FRAMES: usize = 40;

/// "Gubernur X mengunjungi dua daerah. Yakni Y dan Z": whom a list that opens its sentence names does not come, if what is visited
/// was counted right before.
pub(super) fn names_stops(input: &Input<'_>, frame: &Frame) -> bool {
    let comers = matches!(input.rule_name(frame), "visit/those-named" | "visit/receives-several" | "visit/guest-is");
    let Some(before) = frame.sentence.checked_sub(1).filter(|_| comers) else { return false };
    let opens = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.first);
    let mut told = input.frames_in(before);
    opens && told.any(|f| input.rule_name(f) == "visit/goes-to-each")
}

/// "X memulai kunjungan kerja dari Kabupaten Y": where a journey begins is its first stop, and nobody comes from there.
pub(super) fn starts_there(input: &Input<'_>, frame: &Frame) -> bool {
    let kind = input.fills(frame, "kind").next().filter(|_| of_kind(input, frame));
    let Some((first, last)) = kind.map(|k| (k.first, k.last)) else { return false };
    let begins = |at: usize| input.reader.reads(at, &["memulai", "mengawali", "membuka", "dimulai", "diawali"]);
    input.reader.reads(last, &["dari"]) && (first.saturating_sub(NEXT)..first).any(begins)
}

/// "Presiden dijadwalkan mengunjungi X. Hari kedua giliran Kabupaten Y", "Gubernur X memulai kunjungan dari Y. Kamis giliran Z": the
/// turn of a region, while one travels who stands above it, is that of the next stop.
pub(super) fn next_stop(input: &Input<'_>, frame: &Frame) -> bool {
    let turn = input.rule_name(frame) == "visit/those-named" && input.reader.reads(frame.trigger, &["giliran"]);
    let fill = input.fills(frame, "visitors").next().filter(|_| turn);
    let Some(stop) = fill.and_then(|f| f.value.mention()) else { return false };
    let region = input.mentions.get(stop).is_some_and(|m| matches!(m.what, What::Region(_)));
    let Some(place) = input.party(stop).and_then(|p| p.region).filter(|_| region) else { return false };
    let to = input.frames.partition_point(|f| f.trigger < frame.trigger);
    let before = (to.saturating_sub(FRAMES)..to).rev().filter(|n| input.counts(*n)).filter_map(|n| input.frames.get(n));
    let near = before.filter(|f| f.event == VISIT && frame.sentence.saturating_sub(f.sentence) <= REACH);
    let party = |f: &Fill| f.value.mention().and_then(|m| input.stands_for(m, true));
    let gazetteer = &input.reader.lexicon.gazetteer;
    let above = |p: PartyRef| p.region.is_none_or(|r| r != place && gazetteer.province(place) == r);
    near.flat_map(|f| input.fills(f, "visitors")).find_map(party).is_some_and(above)
}
