//! Preparations: who makes ready for guests does not come, and the day of the preparations is not that of the visit. "Pemkab X
//! menggelar rapat persiapan kunjungan Y, Senin (3/3)".

use crate::event::Input;
use crate::event::same::same_side;
use crate::mention::Mention;
use crate::rule::{Fill, Frame};

/// Words of making ready for a visit.
const READY: [&str; 6] = ["persiapan", "kesiapan", "mematangkan", "memantapkan", "matangkan", "mempersiapkan"];

/// Words of making ready, a visit or the welcome itself.
fn makes_ready(input: &Input<'_>, at: usize) -> bool {
    input.reader.reads(at, &READY) || input.reader.reads(at, &["menyiapkan", "bersiap", "penyambutan", "menyambut"])
}

/// Most tokens from who comes to a word of making ready.
const NEAR: usize = 4;

/// The frame takes who makes ready for a guest.
pub(super) fn prepares(input: &Input<'_>, frame: &Frame) -> bool {
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m));
    match input.rule_name(frame) {
        // "Pemprov X mematangkan kunjungan kerja Gubernur X": one's own journey is prepared, and nobody comes.
        _ if prepared(input, frame) => input
            .fills(frame, "visitors")
            .any(|v| input.fills(frame, "hosts").any(|h| party(v).zip(party(h)).is_some_and(|(a, b)| same_side(a, b)))),
        "visit/does-visit" | "visit/goes-with-kind" => {
            let last = input.fills(frame, "visitors").map(|f| f.last).max().unwrap_or(frame.trigger);
            let kind = input.fills(frame, "kind").map(|f| f.first).max().unwrap_or(frame.last);
            (last..kind).any(|at| makes_ready(input, at)) || ahead_of_guest(input, frame)
        }
        // "Asisten X membuka rapat persiapan kedatangan Y": nobody came to him.
        "visit/visited" => (frame.first..frame.trigger).any(|at| input.reader.reads(at, &READY)),
        "visit/receives" | "visit/receives-kind" => frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &READY)),
        // "Menyambut kedatangan Menteri X, Pemkab Y mematangkan ...": nobody has come yet.
        "visit/receives-fronted" => (frame.last..frame.last.saturating_add(NEAR)).any(|at| input.reader.reads(at, &READY)),
        // "Jelang kedatangan Menteri X, Pemkab Y mematangkan ...": the comma lists nobody.
        "visit/arrival" | "visit/kind-of" => input.fills(frame, "visitors").skip(1).any(|f| {
            let comma = f.first.checked_sub(1).is_some_and(|b| input.reader.sign(b) == b',');
            comma && (f.last..f.last.saturating_add(NEAR)).any(|at| makes_ready(input, at))
        }),
        _ => false,
    }
}

/// "Menyambut kedatangan Presiden, Pemprov X menggelar rapat koordinasi": it meets at home, for a guest who has not come yet.
fn ahead_of_guest(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let ahead = input.reader.reads(sentence.first, &["menyambut", "menyongsong", "jelang", "menjelang", "menghadapi"]);
    let guest = !input.phrases(input.words.visit_kind, sentence.first, frame.first).is_empty();
    let meets = |k: &Fill| input.phrases(input.words.visit_kind, k.first, k.last).iter().any(|(v, _, _)| *v == "rapat");
    ahead && guest && input.fills(frame, "kind").any(meets)
}

/// "Jelang kunjungan Presiden, Pemkab X mematangkan pengamanan": what is prepared for lies ahead.
pub(super) fn prepared(input: &Input<'_>, frame: &Frame) -> bool {
    matches!(input.rule_name(frame), "visit/prepares-for" | "visit/prepares-ahead")
}

/// Most tokens from "pada" or "dijadwalkan" to the day of the visit.
const SET: usize = 3;

/// "Rapat persiapan kunjungan X, Senin (3/3)": a day on which only the preparations were made.
pub(crate) fn day_of_preparation(input: &Input<'_>, mention: &Mention) -> bool {
    let Some(sentence) = input.sentence(input.sentence_of(mention.first)) else { return false };
    let ready = |at: usize| input.reader.reads(at, &READY);
    let set = |at: usize| input.reader.reads(at, &["pada", "tanggal", "tgl", "dijadwalkan", "direncanakan", "akan", "tiba"]);
    let from = mention.first.saturating_sub(SET).max(sentence.first);
    let ahead = (mention.first..mention.last.saturating_add(2)).any(|at| input.reader.reads(at, &["mendatang", "depan", "nanti"]));
    (sentence.first..mention.first).any(ready) && !(from..mention.first).any(set) && !ahead
}
