//! Arrivals: a coming that is somebody else's, told in the words between a verb and the party behind it.

use super::Input;
use crate::mention::{Mention, What};
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

/// "X memaparkan hal itu kepada anggota DPRD Y yang bertamu ke kantornya": those right before "yang" come, and not X.
pub(super) fn others_who_come(input: &Input<'_>, frame: &Frame) -> bool {
    if !matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits" | "visit/does-visit" | "visit/goes-with-kind") {
        return false;
    }
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let before = input.mentions.partition_point(|m| m.last <= frame.trigger);
    let nearest = before.checked_sub(1).and_then(|n| input.mentions.get(n)).filter(|m| m.first >= last);
    let whom = |m: &Mention| {
        matches!(m.what, What::Official(_) | What::Body(_))
            && m.first.checked_sub(1).is_some_and(|at| input.reader.reads(at, &["kepada", "bagi"]))
    };
    nearest.is_some_and(|m| whom(m) && input.reader.reads(m.last, &["yang"]) && frame.trigger.saturating_sub(m.last) <= NEXT)
}

/// "Bupati X, diterima Jumat (21/3), kemudian Bupati Y, diterima Selasa (25/3)": behind the comma another guest is told of, who
/// receives nobody.
pub(super) fn next_guest(input: &Input<'_>, frame: &Frame) -> bool {
    if !matches!(input.rule_name(frame), "visit/received-by" | "visit/guest-received" | "visit/received-by-body" | "visit/received-with") {
        return false;
    }
    let first =
        ["received_by", "hosts"].iter().flat_map(|slot| input.fills(frame, slot)).map(|f| f.first).filter(|f| *f > frame.trigger).min();
    let other = ["berikutnya", "dan", "disusul", "kemudian", "lalu", "lantas", "sedangkan", "sementara", "terakhir"];
    let turns = |at: usize| input.reader.sign(at) == b',' && input.reader.reads(at.saturating_add(1), &other);
    first.is_some_and(|first| (frame.trigger..first).any(turns))
}

/// "Yang bertandang; mereka ditemui Kadis X": in another clause stands no guest.
pub(super) fn guest_of_other_clause(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "visitors").map(|f| f.first).min() else { return false };
    let ends = |at: usize| input.reader.sign(at) == b';';
    input.rule_name(frame) == "visit/guest-is" && (frame.trigger..first).any(ends)
}

/// Most tokens from "diterima" to who receives.
const BY: usize = 4;

/// "Karena Bupati tak bisa hadir, rombongan diterima X", "ikut dalam kunjungan yang dipimpin X": who receives or leads behind the
/// word of company comes along with nobody.
pub(super) fn received_behind(input: &Input<'_>, frame: &Frame) -> bool {
    let along = ["visit/along", "visit/along-in"].contains(&input.rule_name(frame));
    let Some(first) = input.fills(frame, "accompanied_by").map(|f| f.first).min().filter(|_| along) else { return false };
    let verbs = input.phrases(input.words.verb, frame.trigger.min(first), first);
    verbs.iter().any(|(v, _, _)| matches!(*v, "receive_passive" | "lead_passive"))
}

/// "Tim diterima Sekda X, Selasa (11/9), sebelum turun ke Y": the guests go on, and not who received them.
pub(super) fn receiver_goes(input: &Input<'_>, frame: &Frame) -> bool {
    let goes = ["visit/goes-to", "visit/visits", "visit/field-reach", "visit/field-thing", "visit/inspects", "visit/inspects-in"];
    let Some(by) = input.fills(frame, "visitors").next().filter(|_| goes.contains(&input.rule_name(frame))) else { return false };
    let next = |at: usize| input.reader.reads(at, &["sebelum", "lalu", "kemudian", "lantas", "selanjutnya"]);
    let verbs = input.phrases(input.words.verb, by.first.saturating_sub(BY), by.first);
    let received = |(v, at, _): &(&str, usize, usize)| *v == "receive_passive" && input.sentence_of(*at) == frame.sentence;
    (by.last..frame.trigger).any(next) && verbs.iter().any(received)
}

/// Parts of the words for those who are sent or taken along.
const STAFF: [&str; 23] = [
    "anggota",
    "aparat",
    "atlet",
    "camat",
    "delegasi",
    "guru",
    "jajaran",
    "kader",
    "kades",
    "kepala",
    "lurah",
    "pegawai",
    "pejabat",
    "pengurus",
    "perangkat",
    "peserta",
    "petani",
    "petugas",
    "pimpinan",
    "rombongan",
    "staf",
    "tim",
    "wakil",
];

/// "Pemkab X mengirim beras ke Y", "kampus itu akan mengirim mahasiswa ke Y": neither officials nor a group go along with what is brought.
pub(super) fn brings_goods(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(goal) = input.fills(frame, "hosts").next().filter(|_| input.rule_name(frame) == "visit/brings-to") else { return false };
    let people = |m: &Mention| matches!(&m.what, What::Official(_) | What::Body(_) | What::Number(_));
    let inside = |m: &Mention| m.first >= frame.trigger && m.last <= goal.first;
    let group =
        [input.words.delegation, input.words.guest].into_iter().any(|c| !input.phrases_weak(c, frame.trigger, goal.first).is_empty());
    let staff = || input.has_part(frame.trigger, goal.first, &STAFF);
    let visit = || input.has(input.words.visit_kind, None, frame.sentence);
    !group && !input.mentions_in(frame.sentence).any(|(_, m)| inside(m) && people(m)) && !staff() && !visit()
}
