//! Gatherings: frames of meetings that tell of guests only where several governments meet ("Rakor ... Hadir Bupati X, Bupati Y").

use super::frames::of_kind;
use super::roles::MEETING;
use crate::event::Input;
use crate::lexicon::RegionId;
use crate::mention::BodySort;
use crate::rule::{Fill, Frame};

/// "Hadir Pemkab X": at a meeting it comes, else it is only a guest of whatever it is.
pub(super) fn only_present(input: &Input<'_>, frame: &Frame) -> bool {
    let mut near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(1);
    matches!(input.rule_name(frame), "visit/meeting-present" | "visit/meeting-heads" | "visit/meeting-comers")
        && !near.any(|s| input.has(input.words.visit_kind, Some("rapat"), s))
}

/// "Rakor ... Hadir Gubernur X, Gubernur Y": heads of several governments meet; those of one only are at work, unless it is told
/// that another one holds the meeting.
pub(super) fn heads_of_one(input: &Input<'_>, frame: &Frame) -> bool {
    let mut regions = input.fills(frame, "visitors").filter_map(|f| input.party(f.value.mention()?)?.region);
    let first = regions.next();
    let heads = matches!(input.rule_name(frame), "visit/meeting-heads" | "visit/meeting-comers" | "visit/meeting-of-heads");
    heads && regions.all(|r| Some(r) == first) && !(first.is_some() && held_by_other(input, frame, first))
}

/// "Rakor yang digelar Gubernur X ... Bupati Y ikut hadir": near the frame a government of another region is said to hold the meeting.
fn held_by_other(input: &Input<'_>, frame: &Frame, own: Option<RegionId>) -> bool {
    let near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(2);
    let holds = near.flat_map(|s| input.frames_in(s)).filter(|f| input.rule_name(f) == "visit/meeting-held-by");
    let hosts = holds.flat_map(|f| input.fills(f, "hosts")).filter_map(|f| input.party(f.value.mention()?)?.region);
    input.rule_name(frame) != "visit/meeting-heads" && hosts.into_iter().any(|h| Some(h) != own)
}

/// "Wali Kota X menghadiri Raker Apeksi di Kota Y. Gubernur Z membuka raker itu": who only opens a meeting that another one hosts.
pub(super) fn opens_for_others(input: &Input<'_>, frame: &Frame) -> bool {
    let opens = input.rule_name(frame) == "visit/meeting-held-by" && input.reader.reads(frame.trigger, &["membuka"]);
    let region = |f: &Fill| input.party(f.value.mention()?)?.region;
    let own = input.fills(frame, "hosts").filter_map(region).next();
    let near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(2);
    let mut held = near.flat_map(|s| input.frames_in(s)).filter(|f| input.rule_name(f) == "visit/attends-of");
    opens && held.any(|f| input.fills(f, "hosts").filter_map(region).any(|r| Some(r) != own))
}

/// "Rapat Kerja BPPT" is held by its own body: nobody visits.
pub(super) fn own_meeting(input: &Input<'_>, frame: &Frame) -> bool {
    let rapat = |f: &Fill| input.phrases(input.words.visit_kind, f.first, f.last).iter().any(|(v, _, _)| *v == "rapat");
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m)).is_some_and(|p| p.sort == Some(BodySort::Association));
    of_kind(input, frame)
        && input.fills(frame, "hosts").next().is_none()
        && input.fills(frame, "kind").any(rapat)
        && !input.fills(frame, "visitors").any(party)
}

/// "Kunjungan itu dihadiri Sekda X": who is there at a visit is none of those who make it; to a meeting one comes.
pub(super) fn attends_visit(input: &Input<'_>, frame: &Frame) -> bool {
    let rapat = |f: &Fill| input.phrases(input.words.visit_kind, f.first, f.last).iter().any(|(v, _, _)| *v == "rapat");
    input.rule_name(frame) == "visit/meeting-attended"
        && (frame.first..frame.last).any(|at| input.reader.reads(at, &["dihadiri"]))
        && !input.fills(frame, "kind").any(rapat)
}

/// "Rapat dipimpin Sekda X": who chairs a meeting has guests only where it is told that heads of governments came to it.
pub(super) fn chairs_own(input: &Input<'_>, frame: &Frame) -> bool {
    let near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(1);
    let heads = || near.flat_map(|s| input.frames_in(s)).any(|f| input.rule_name(f) == "visit/meeting-of-heads");
    input.rule_name(frame) == "visit/meeting-held-by"
        && input.reader.reads(frame.trigger, &["dipimpin"])
        && !input.has(input.words.visit_kind, Some("rapat"), frame.sentence)
        && !heads()
}
