//! Papers to come: the words that say a paper is not signed yet but will be.

use super::documents::{Paper, papers};
use super::papers::has_signed;
use crate::event::Input;
use crate::event::stands::Stands;
use crate::rule::Frame;
use crate::text::Zone;

/// Most words from "akan" to the verb of signing.
const AHEAD: usize = 6;
/// Most words from "besok" to the verb.
const TOMORROW: usize = 8;
/// Most words from "nanti" to that verb, and from it to "tahun depan".
const SOON: usize = 3;

/// "akan ditandatangani", "akan menuangkannya".
pub(super) fn planned(input: &Input<'_>, sentence: usize) -> bool {
    // "LoI menjadi langkah awal menuju nota kesepahaman"
    let towards = |(_, at, _): &Paper<'_>| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["menuju"]));
    if papers(input, sentence).iter().any(towards) {
        return true;
    }
    // "MoU kota kembar kami teken Mei tahun depan", "nanti dituangkan dalam PKS"
    let next = |at: usize| {
        let span = ["bulan", "minggu", "pekan", "tahun"];
        input.reader.reads(at, &span) && input.reader.reads(at.saturating_add(1), &["depan"])
    };
    let soon = |first: usize| (first.saturating_sub(SOON)..first).any(|at| input.reader.reads(at, &["nanti"]));
    let then = |last: usize| (last..last.saturating_add(SOON)).any(next);
    let signs = |v: &str| matches!(v, "sign" | "sign_passive");
    let verbs = input.phrases_in(input.words.verb, sentence);
    if verbs.iter().any(|(v, first, last)| signs(v) && (soon(*first) || then(*last)) || *v == "follow" && soon(*first)) {
        return true;
    }
    // "Besok Pemkab A dan Pemkab B menandatangani", "penandatanganan dijadwalkan Rabu"
    let tomorrow = |first: usize| (first.saturating_sub(TOMORROW)..first).any(|at| input.reader.reads(at, &["besok", "lusa"]) || next(at));
    if verbs.iter().any(|(v, first, _)| signs(v) && input.sentence(sentence).is_some_and(|s| s.first <= *first) && tomorrow(*first)) {
        return true;
    }
    if verbs.iter().any(|(v, first, last)| *v == "sign_noun" && held_ahead(input, sentence, (*first, *last))) {
        return true;
    }
    let near = |at: usize, first: usize| first >= at && first.saturating_sub(at) <= AHEAD;
    let seals = |at: usize| verbs.iter().any(|(v, first, _)| (v.starts_with("sign") || *v == "follow") && near(at, *first));
    input.phrases_in(input.words.status, sentence).iter().any(|(v, at, _)| *v == "planned" && seals(*at))
}

/// "Penandatanganan MoU antara X dan Y bakal digelar", "mempercepat penandatanganan": when the signing takes place is still to come.
fn held_ahead(input: &Input<'_>, sentence: usize, (first, last): (usize, usize)) -> bool {
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let (opens, ends) = input.sentence(sentence).map_or((first, last), |s| (s.first, s.last));
    let hurries = first.checked_sub(1).filter(|b| *b >= opens).is_some_and(|b| reads(b, &HURRIES));
    let soon = |at: usize| at.checked_sub(1).is_some_and(|b| b >= last && reads(b, &["akan", "bakal", "hendak", "segera"]));
    let held = |at: usize| reads(at, &HELD) && soon(at) || reads(at, &HURRIED);
    hurries || (last..ends.min(last.saturating_add(LONG))).take_while(|at| input.reader.sign(*at) != b',').any(held)
}

/// Most words from a signing to what is said of it.
const LONG: usize = 30;
/// What is done to a signing on its day.
const HELD: [&str; 9] =
    ["berlangsung", "diadakan", "digelar", "dihelat", "dilakukan", "dilaksanakan", "dilangsungkan", "diselenggarakan", "terlaksana"];
/// What is done to a signing that is not soon enough.
const HURRIED: [&str; 5] = ["dikebut", "dikejar", "dipercepat", "disegerakan", "kejar"];
/// The same, before it.
const HURRIES: [&str; 6] = ["kebut", "mempercepat", "mengebut", "mengejar", "menyegerakan", "percepat"];

/// "X dan Y sepakat menambah pelayaran. Naskahnya akan diteken 17 April": of all signings that the sentences around a paper tell, each
/// is still to come. Headlines tell what is ahead as if it were done ("Teken PKS, Pemkab X ...").
pub(super) fn all_ahead(input: &Input<'_>, frames: &[&Frame], only: bool) -> bool {
    let stands = Stands::of(frames);
    let pen = |first: usize, last: usize| input.has_part(first, last, &["anda", "eken", "tuang"]);
    let signing =
        |s: usize| input.phrases_in(input.words.verb, s).iter().any(|(v, first, last)| v.starts_with("sign") && pen(*first, *last));
    let shown = |s: usize| input.zone(s) == Zone::Caption && stands.within(s, 0);
    let near = |s: usize| input.zone(s) == Zone::Body && (only || stands.within(s, 1)) || shown(s);
    // "MoU yang dijanjikan itu akhirnya diteken"
    let done =
        |s: usize| input.sentence(s).is_some_and(|t| (t.first..t.last).any(|at| input.reader.reads(at, &["akhirnya", "resmi", "kini"])));
    let mut told = (0..input.reader.sentences.len()).filter(|s| near(*s) && signing(*s)).peekable();
    told.peek().is_some() && told.all(|s| planned(input, s) && !done(s) && !papers(input, s).iter().any(|p| has_signed(input, p)))
}

/// "Ini awal dari rencana MoU", "nanti wujudnya PKS", "PKS menyusul": the paper is said to come of the one that is signed.
pub(super) fn to_follow(input: &Input<'_>, (_, first, last): &Paper<'_>) -> bool {
    let sentence = input.sentence(input.sentence_of(*first));
    let (opens, ends) = sentence.map_or((*first, *last), |s| (s.first, s.last));
    let before = ["menuju", "menunggu", "nanti", "nantinya", "rencana", "tahap", "tahapan", "tunggu"];
    let behind = ["menyusul", "nanti", "nantinya"];
    (first.saturating_sub(FOLLOWS).max(opens)..*first).any(|at| input.reader.reads(at, &before))
        || (*last..last.saturating_add(2).min(ends)).any(|at| input.reader.reads(at, &behind))
        || in_the_making(input, (opens, *first), (*last, ends))
        || hoped_for(input, (opens, *first), (*last, ends))
}

/// "Dinas diminta segera menindaklanjuti kesepakatan ini", "nota kesepahaman tersebut nanti ditindaklanjuti dinas": the paper told
/// before, by whatever name; nobody is said to sign it yet.
pub(super) fn takes_up(input: &Input<'_>, (_, _, last): &Paper<'_>) -> bool {
    let verbs = input.phrases_in(input.words.verb, input.sentence_of(*last));
    let pen = |first: usize, last: usize| input.has_part(first, last, &["anda", "eken", "tuang"]);
    input.reader.reads(*last, &["ini", "itu", "tersebut"])
        && !verbs.iter().any(|(v, first, last)| v.starts_with("sign") && pen(*first, *last))
}

/// "Para bupati mau datang meneken kesepakatan demi air bersih": any paper may be called so, the one told before too.
pub(super) fn vague(input: &Input<'_>, (_, first, last): &Paper<'_>) -> bool {
    let ends = input.reader.sign(*last) != 0 || input.reader.reads(*last, &["agar", "demi", "guna", "supaya", "untuk"]);
    *last == first.saturating_add(1) && input.reader.reads(*first, &["kesepakatan"]) && ends
}

/// All papers of the sentence are taken up, and told to be followed up.
pub(super) fn followed_up(input: &Input<'_>, sentence: usize) -> bool {
    let told = input.phrases_in(input.words.agreement_kind, sentence);
    !told.is_empty() && told.iter().all(|p| takes_up(input, p)) && input.has(input.words.verb, Some("follow"), sentence)
}

/// "Dinas menyiapkan PKS", "PKS-nya tengah disusun".
fn in_the_making(input: &Input<'_>, (opens, first): (usize, usize), (last, ends): (usize, usize)) -> bool {
    let drafted = |from: usize, to: usize, value: &str| input.phrases(input.words.status, from, to).iter().any(|(v, _, _)| *v == value);
    drafted(first.saturating_sub(FOLLOWS).max(opens), first, "drafted")
        || drafted(last, last.saturating_add(MADE).min(ends), "drafted_passive")
}

/// Most words from a paper to "tengah disusun".
const MADE: usize = 6;

/// "PKS-nya mudah-mudahan tidak lama lagi bisa kita teken", "perangkat daerah supaya cepat menyusun PKS": who hopes for a paper or
/// asks for it, with what is to be done to it.
fn hoped_for(input: &Input<'_>, (opens, first): (usize, usize), (last, ends): (usize, usize)) -> bool {
    let hope = |at: usize| input.reader.reads(at, &HOPES);
    let done = |from: usize, to: usize| {
        let verbs = input.phrases(input.words.verb, from, to);
        verbs.iter().find(|(v, _, _)| matches!(*v, "sign" | "sign_passive" | "follow")).map(|(_, first, _)| *first)
    };
    let behind = done(last, last.saturating_add(HOPED).min(ends));
    let before = done(first.saturating_sub(FOLLOWS).max(opens), first);
    behind.is_some_and(|verb| (last..verb).any(hope))
        || before.is_some_and(|verb| (verb.saturating_sub(FOLLOWS).max(opens)..verb).any(hope))
}

/// Most words from a paper to the verb that one hopes for.
const HOPED: usize = 14;
/// Words of hoping and asking.
const HOPES: [&str; 13] = [
    "agar",
    "berharap",
    "cepat",
    "diharap",
    "diharapkan",
    "diminta",
    "lekas",
    "mudah",
    "mudahan",
    "secepatnya",
    "segera",
    "semoga",
    "supaya",
];

/// Most words from "nanti" to the paper.
const FOLLOWS: usize = 3;
