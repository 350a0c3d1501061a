//! Leading: what "dipimpin" and its kin tell of others than the guests: who leads the hosts, chairs a meeting, governs a region.

use crate::event::same::same_side;
use crate::event::{Input, mention_over};
use crate::rule::{Fill, Frame};

/// Most tokens of the verb right before a goal.
const NEXT: usize = 4;

/// Most tokens from "diterima" to "dipimpin" of those who receive.
const LED: usize = 12;

/// "Diterima jajaran Pemkab X yang dipimpin Y": who leads the hosts receives, and leads nobody there.
pub(super) fn leads_hosts(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(leader) = input.fills(frame, "leader").next().map(|f| f.first) else { return false };
    let from = input.frames.partition_point(|f| f.trigger < frame.trigger.saturating_sub(LED));
    let before = input.frames.iter().skip(from).take_while(|f| f.trigger < frame.trigger);
    let receives = |f: &Frame| input.fills(f, "received_by").any(|r| r.first == leader);
    before.into_iter().any(|f| input.rule_name(f) == "visit/received-by-led" && receives(f))
}

/// "Kunjungan ke DPRD X dipimpin Y", "rombongan yang mengunjungi X itu dipimpin Y": whom they go to is led by nobody.
pub(super) fn goal_is_led(input: &Input<'_>, frame: &Frame) -> bool {
    let visits = |f: &Fill| {
        let from = f.first.saturating_sub(NEXT);
        input.phrases(input.words.verb, from, f.first).iter().any(|(v, _, last)| *v == "visit" && *last == f.first)
    };
    let goal = |f: &Fill| f.first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &["ke", "di", "menuju"])) || visits(f);
    input.rule_name(frame) == "visit/group-led" && input.fills(frame, "visitors").any(goal)
}

/// Most tokens from "rapat" to "dipimpin".
const CHAIRED: usize = 5;
/// Most tokens from "rombongan" to "diketuai".
const HEADED: usize = 12;
/// Most tokens from "wilayah" to "dipimpin".
const GOVERNED: usize = 2;

/// "X memimpin pertemuan dengan rombongan Y": who chairs a meeting with guests is none of them.
pub(super) fn chairs_with_guests(input: &Input<'_>, frame: &Frame) -> bool {
    let meeting = |at: &usize| input.reader.reads(*at, &["pertemuan", "dialog", "diskusi", "rapat"]);
    let with = |at: usize| input.reader.reads(at, &["dengan", "bersama"]);
    let leads = input.rule_name(frame) == "visit/leads";
    leads && (frame.trigger..frame.last).find(meeting).is_some_and(|at| (at..frame.last).any(with))
}

/// "Rapat yang dipimpin X", "wilayah yang dipimpin X": X chairs or governs it, and leads nobody who comes.
pub(super) fn chairs(input: &Input<'_>, frame: &Frame) -> bool {
    let led = matches!(input.rule_name(frame), "visit/led-by" | "visit/led-with");
    if !led && !matches!(input.rule_name(frame), "visit/group-led" | "visit/staff-led") {
        return false;
    }
    let meeting = ["apel", "paripurna", "pertemuan", "rapat", "rdp", "sidang", "upacara"];
    let governed = ["daerah", "instansi", "kabupaten", "kota", "lembaga", "organisasi", "partai", "provinsi", "wilayah"];
    let from = frame.trigger.saturating_sub(CHAIRED);
    // "DPRD Kota X dipimpin Y" is led, and so are "rombongan yang mengikuti rapat" and "rapat konsultasi".
    let guests = |at: usize| [input.words.delegation, input.words.guest].iter().any(|c| !input.phrases(*c, at, frame.trigger).is_empty());
    let free = |at: usize| {
        let between = at.saturating_add(1)..frame.trigger;
        let bare = between.into_iter().all(|i| mention_over(input, i).is_none() && input.reader.sign(i) == 0);
        input.sentence_of(at) == frame.sentence && mention_over(input, at).is_none() && bare && !guests(at)
    };
    let near = |at: usize| at.saturating_add(GOVERNED) >= frame.trigger;
    let reads = |at: usize| input.reader.reads(at, &meeting) || near(at) && input.reader.reads(at, &governed);
    // "Pengurus LPM yang diketuai X": at the head of an association, where no delegation is told.
    // But "tim diketuai X" came.
    let team = frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["tim"]));
    let headed = input.reader.reads(frame.trigger, &["diketuai"])
        && !team
        && input.phrases(input.words.delegation, frame.trigger.saturating_sub(HEADED), frame.trigger).is_empty()
        && !input.has(input.words.visit_kind, None, frame.sentence)
        && !input.has(input.words.delegation, None, frame.sentence);
    // "Capaian Kota X selama dipimpin Y": in the years of Y.
    let years = ["sejak", "selama", "semasa", "semenjak"];
    let reigns = frame.trigger.checked_sub(1).is_some_and(|before| input.reader.reads(before, &years));
    // "Rapat Banmus yang dipimpin X": a meeting of a body
    let of_body = |at: usize| {
        let ends = |m: &crate::mention::Mention| m.last.saturating_add(1) >= frame.trigger;
        reads(at) && !guests(at) && mention_over(input, at.saturating_add(1)).is_some_and(ends)
    };
    let whose = input.fills(frame, "visitors").next().and_then(|f| f.first.checked_sub(1));
    let of_guests = whose.is_some_and(|b| input.reader.reads(b, &meeting));
    reigns || of_guests || led && (headed || (from..frame.trigger).any(|at| reads(at) && free(at) || of_body(at)))
}

/// "Tim Jakarta dipimpin Ketua Komisi C DPRD X": a place that is not the leader's is where they go, his own where they are from.
pub(super) fn bound_for(input: &Input<'_>, frame: &Frame) -> bool {
    let (place, leader, goal) = match input.rule_name(frame) {
        "visit/group-led" => ("visitors", "leader", false),
        "visit/team-bound" => ("hosts", "visitors", true),
        _ => return false,
    };
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m));
    let bare = |f: &Fill| input.mention(f).is_some_and(|(_, m)| m.what.is_bare_region());
    let home = input.fills(frame, leader).find_map(party).filter(|p| p.region.is_some());
    let Some(home) = home else { return goal };
    let own = |f: &Fill| party(f).is_some_and(|p| same_side(p, home));
    input.fills(frame, place).filter(|f| bare(f)).any(|f| own(f) == goal) || goal && !input.fills(frame, place).any(bare)
}
