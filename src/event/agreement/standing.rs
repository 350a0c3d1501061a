//! Standing: kind and status of an agreement, by the words around the frames.

use std::cell::OnceCell;

use super::documents::{based, papers};
use super::forerunner::forerunner;
use super::frames;
use super::tocome::{all_ahead, followed_up, planned, to_follow};
use crate::event::Input;
use crate::event::phrases::Found;
use crate::event::proof::{Proven, Reason};
use crate::event::stands::Stands;
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::lexicon::Hit;
use crate::rule::Frame;
use crate::text::{FxSet, Zone};

/// From the most telling to the most general.
const AGREEMENT_ORDER: [AgreementKind; 7] = [
    AgreementKind::LetterOfIntent,
    AgreementKind::SisterCity,
    AgreementKind::NotaKesepahaman,
    AgreementKind::PerjanjianKerjaSama,
    AgreementKind::KesepakatanBersama,
    AgreementKind::Komitmen,
    AgreementKind::KerjaSama,
];

/// Of another paper, of any form or of none, away from the parties where other parties have a paper too, away from the words of
/// signing, place in [`AGREEMENT_ORDER`]: the least goes first.
type Rank = (bool, u8, bool, bool, usize);

/// The kind of an agreement: the most telling kind word in or near its frames.
pub(crate) fn agreement_kind(
    input: &Input<'_>,
    frames: &[&Frame],
    only: bool,
    allowed: impl Fn(usize) -> bool,
) -> Option<Proven<AgreementKind>> {
    let mut found: Vec<(Rank, AgreementKind, Reason)> = Vec::new();
    let stands = Stands::of(frames);
    // What is to follow is not what was signed.
    let sealing: Vec<&&Frame> = frames.iter().filter(|f| frames::seals(input, f)).collect();
    let signed = sealing.iter().any(|f| !planned(input, f.sentence));
    // "Kerja sama ini akan ditindaklanjuti dengan PKS. PKS-nya meliputi ...": named first as what follows, it stays that.
    let mut follows: Vec<(AgreementKind, bool)> = Vec::new();
    let went_before = OnceCell::new();
    for (number, sentence) in input.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() || !allowed(number) || !only && !stands.within(number, 2) {
            continue;
        }
        for (value, first, last) in input.phrases_in(input.words.agreement_kind, number) {
            let Ok(kind) = value.parse::<AgreementKind>() else { continue };
            let rank = AGREEMENT_ORDER.iter().position(|k| *k == kind).unwrap_or(AGREEMENT_ORDER.len());
            let ahead = match follows.iter().find(|(k, _)| *k == kind) {
                Some((_, true)) => true,
                known => {
                    let ahead = planned(input, number);
                    if known.is_none() {
                        follows.push((kind, ahead && input.has(input.words.verb, Some("follow"), number)));
                    }
                    ahead
                }
            };
            let ahead = signed && kind != AgreementKind::KerjaSama && ahead;
            // What another paper comes of, and what stands beside the words of signing, is rather another one.
            let always = matches!(kind, AgreementKind::LetterOfIntent | AgreementKind::SisterCity);
            let holds = |f: &Frame| f.first <= first && last <= f.last;
            let inside = always || sealing.iter().any(|f| holds(f));
            let old = kind == AgreementKind::LetterOfIntent && *went_before.get_or_init(|| forerunner(input).is_some());
            let other = ahead || old || based(input, first);
            let formless = if kind == AgreementKind::KerjaSama { 2 } else { u8::from(any_paper(input, first, last)) };
            let apart = !only && !always && !frames.iter().any(|f| holds(f) && input.fills(f, "parties").nth(1).is_some());
            found.push(((other, formless, apart, !inside, rank), kind, Reason::new(first, last, "status/kind")));
        }
    }
    if let Some((_, kind, reason)) = found.into_iter().min_by_key(|(rank, _, reason)| (*rank, reason.first)) {
        return Some(Proven::new(kind, reason));
    }
    // "Perjanjian pengelolaan sampah antara X dan Y"
    if let Some(frame) = frames.iter().find(|f| input.rule_name(f) == "agreement/named-pact") {
        let reason = Reason::new(frame.trigger, frame.trigger.saturating_add(1), "status/kind");
        return Some(Proven::new(AgreementKind::PerjanjianKerjaSama, reason));
    }
    // "bekerja sama" says a cooperation with no form.
    let (first, last) = frames.iter().find_map(|f| frames::cooperates(input, f.sentence))?;
    Some(Proven::new(AgreementKind::KerjaSama, Reason::new(first, last, "status/kind")))
}

/// "Perjanjian", "kesepakatan ini": any paper may be called so.
pub(super) fn any_paper(input: &Input<'_>, first: usize, last: usize) -> bool {
    let taken_up = || input.reader.reads(first, &["kesepakatan"]) && input.reader.reads(last, &["ini", "itu", "tersebut"]);
    last == first.saturating_add(1) && (input.reader.reads(first, &["perjanjian", "perjanjiannya"]) || taken_up())
}

/// "RS Harapan Kita": a word with a capital inside a sentence of the text is part of a name.
fn names(input: &Input<'_>, at: usize) -> bool {
    let opens = |b: usize| input.reader.tokens.get(b).is_none_or(|t| !t.is_word());
    input.zone(input.sentence_of(at)) == Zone::Body && input.reader.capital(at) && !at.checked_sub(1).is_none_or(opens)
}

/// "pembahasan perpanjangan nota kesepakatan", "memutus kontrak kerja sama": a paper stands right behind the word, which ends
/// at a token.
fn of_paper(input: &Input<'_>, last: usize) -> bool {
    let near = last.saturating_add(PAPER);
    let comma = |at: usize| matches!(input.reader.sign(at), b',' | b'.');
    input.phrases(input.words.agreement_kind, last, near.saturating_add(8)).iter().any(|(_, at, _)| *at <= near && !(last..*at).any(comma))
}

/// "Nota kesepahaman tengah dirancang": the paper stands before the word, and nobody has signed it.
fn paper_in_making(input: &Input<'_>, sentence: usize, at: usize) -> bool {
    // "Kerja sama itu sudah lama dirancang": what is done by now.
    if at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["lama"])) {
        return false;
    }
    let paper = input.phrases_in(input.words.agreement_kind, sentence).iter().any(|(_, _, last)| *last <= at);
    let signed = |(v, first, last): &(&str, usize, usize)| {
        matches!(*v, "sign" | "sign_passive") && input.has_part(*first, *last, &["teken", "tanda"])
    };
    paper && !input.phrases_in(input.words.verb, sentence).iter().any(signed)
}

/// One of the words stands right before the token, or one word from it: "harus secepatnya diperbarui".
fn owed(input: &Input<'_>, at: usize, words: &[&str]) -> bool {
    let sentence = input.sentence_of(at);
    (at.saturating_sub(2)..at).any(|i| input.sentence_of(i) == sentence && input.reader.reads(i, words))
}

/// "Ingin kerja sama semacam ini diperluas": a wish opens the sentence.
fn wished(input: &Input<'_>, opens: usize, at: usize) -> bool {
    (opens..at).any(|i| input.reader.reads(i, &WISHED))
}

/// What should be done.
const OWED: [&str; 9] = ["mesti", "harus", "perlu", "ingin", "mau", "siap", "agar", "supaya", "minta"];
/// Before what one only wants.
const WISHED: [&str; 6] = ["berharap", "diharapkan", "ingin", "menginginkan", "mengharapkan", "semoga"];
/// What may be done one day: "berlaku dua tahun dan dapat diperpanjang".
const MAY: [&str; 5] = ["dapat", "bisa", "boleh", "bila", "jika"];
/// What will be done.
const AHEAD_WORDS: [&str; 7] = ["akan", "bakal", "berencana", "hendak", "segera", "rencananya", "direncanakan"];

/// "bakal diakhiri": what is ahead is the end of the paper.
fn ends_behind(input: &Input<'_>, last: usize) -> bool {
    let behind = input.phrases(input.words.status, last, last.saturating_add(2));
    behind.iter().any(|(v, at, _)| *v == "ended" && *at == last)
}

/// "Acara diakhiri dengan penandatanganan MoU": what ends is the occasion.
fn closes(input: &Input<'_>, last: usize) -> bool {
    input.reader.reads(last, &["dengan"])
}

/// Most tokens from "pembahasan" to the paper.
const PAPER: usize = 3;

/// Tokens behind the parties of a paper to the words that end it.
const ENDING: usize = 16;

/// "Rabu pekan depan", "3 Maret mendatang": a day to come, right behind the verb that ends at a token.
fn lies_ahead(input: &Input<'_>, last: usize, end: usize) -> bool {
    let ahead = |i: usize| input.reader.reads(i, &["depan", "mendatang", "nanti"]);
    let unit = |i: usize| i.checked_sub(1).is_some_and(|b| !input.reader.reads(b, &["ke"]));
    (last..end.min(last.saturating_add(AHEAD))).any(|i| ahead(i) && unit(i))
}

/// "Bersepakat akan membuat nota kesepahaman": what one agrees to make, by the verb of agreeing, is not made yet.
fn yet_to_make(input: &Input<'_>, first: usize, last: usize) -> bool {
    let to = input.reader.reads(last, &["akan", "bakal", "segera", "untuk"]);
    let verb = last.saturating_add(1);
    let soon = input.reader.reads(verb, &["segera"]);
    let make = ["membuat", "menandatangani", "meneken", "mengikat", "menuangkan", "menyiapkan", "menyusun"];
    let paper = |p: &(&str, usize, usize)| p.1 > verb && p.1 <= verb.saturating_add(PAPER);
    to && input.has_part(first, last, &["epakat"])
        && input.reader.reads(verb.saturating_add(usize::from(soon)), &make)
        && papers(input, input.sentence_of(first)).iter().any(paper)
}

/// The sentence or the one behind says that there will be another day: "dijadwalkan ulang".
pub(super) fn put_off(input: &Input<'_>, sentence: usize) -> bool {
    let again = |i: usize| {
        let before = i.checked_sub(1);
        input.reader.reads(i, &["ulang"]) && before.is_some_and(|b| input.reader.reads(b, &["dijadwalkan", "dijadwal", "diagendakan"]))
    };
    (sentence..=sentence.saturating_add(1)).any(|s| input.sentence(s).is_some_and(|t| (t.first..t.last).any(again)))
}

/// Most tokens from "berharap" to the verb of signing.
const HOPED: usize = 14;

/// "Diharapkan segera meneken", "berharap ... bisa ditandatangani": what one hopes for, up to the verb.
fn hoped(input: &Input<'_>, opens: usize, verb: usize) -> bool {
    let from = verb.saturating_sub(HOPED).max(opens);
    let may = |at: usize| input.reader.reads(at, &["bisa", "dapat", "segera"]);
    let lagi = |at: usize| input.reader.reads(at.saturating_add(1), &["lagi"]);
    let hope = |at: usize| input.reader.reads(at, &["berharap", "diharapkan", "harap", "mengharapkan", "semoga"]);
    // "Berharap tak lama lagi kedua kota meneken LoI"
    let later = |at: usize| input.reader.reads(at, &["kelak", "nanti", "nantinya"]) || input.reader.reads(at, &["lama"]) && lagi(at);
    ((verb.saturating_sub(2).max(from)..verb).any(may) || (from..verb).any(later)) && (from..verb).any(hope)
}

/// "untuk membangun", "dalam rangka menjalin", "dapat memperkuat": the verb tells an aim.
fn aimed(input: &Input<'_>, opens: usize, verb: usize) -> bool {
    let aim = ["agar", "bertujuan", "bisa", "dapat", "demi", "guna", "hendak", "ingin", "rangka", "supaya", "untuk"];
    (verb.saturating_sub(AIM).max(opens)..verb).any(|at| input.reader.reads(at, &aim))
}

/// Most tokens from "untuk" to the verb.
const AIM: usize = 2;
/// Words before what was done first, and most tokens from there to it.
const BEFOREHAND: [&str; 4] = ["bermula", "diawali", "didahului", "dimulai"];
const RUN_UP: usize = 4;

/// Most tokens from a verb of signing to "mendatang".
const AHEAD: usize = 8;

/// The status of an agreement by the words in and right before its frames.
pub(crate) fn agreement_status(input: &Input<'_>, frames: &[&Frame], only: bool) -> Proven<AgreementStatus> {
    let mut votes: Vec<(AgreementStatus, u32, Reason)> = Vec::new();
    // However many rules saw them, the same words vote once.
    let mut seen: FxSet<(AgreementStatus, usize)> = FxSet::default();
    let mut vote = |status: AgreementStatus, weight: u32, first: usize, last: usize| {
        if !seen.insert((status, first)) {
            return;
        }
        match votes.iter_mut().find(|(s, _, _)| *s == status) {
            Some((_, count, _)) => *count = count.saturating_add(weight),
            None => votes.push((status, weight, Reason::new(first, last, "status/agreement"))),
        }
    };
    // Where a signing is told, a hope told elsewhere is for what comes of it.
    let signs = |f: &Frame| input.phrases(input.words.verb, f.first, f.last).iter().any(|(v, _, _)| matches!(*v, "sign" | "sign_passive"));
    let signers = |f: &Frame| input.fills(f, "signatories").next().is_some();
    let seals = |f: &Frame| {
        let told = frames::seals(input, f) && (signs(f) || signers(f));
        told && input.zone(f.sentence) == Zone::Body && !input.quoted(f.trigger)
    };
    // "Penandatanganan MoU antara X dan Y digelar di Z, Rabu": told as done, with no word of what lies ahead beside it.
    let held_noun = |f: &Frame| {
        // The frame may begin with the paper that is signed.
        let opens = input.sentence(f.sentence).map_or(f.first, |s| f.first.saturating_sub(AIM).max(s.first));
        let noun = input.phrases(input.words.verb, opens, f.last).iter().any(|(v, _, _)| *v == "sign_noun");
        let ahead =
            |(v, _, _): &(&str, usize, usize)| matches!(*v, "planned" | "proposed" | "deferred" | "drafted" | "intended" | "cancelled");
        let members = ["parties", "signatories"].iter().flat_map(|s| input.fills(f, s)).count() >= 2;
        noun && members
            && input.zone(f.sentence) == Zone::Body
            && !input.quoted(f.trigger)
            && !planned(input, f.sentence)
            && !input.phrases_in(input.words.status, f.sentence).iter().any(ahead)
    };
    let sealed = frames.iter().any(|f| seals(f) || held_noun(f));
    // "... menandatangani MoU. Adapun PKS-nya akan diteken Agustus": the plan is of another paper.
    let caption = |f: &Frame| input.zone(f.sentence) == Zone::Caption && signs(f);
    let done = |f: &&&Frame| (seals(f) || caption(f)) && !planned(input, f.sentence);
    let held: Vec<&str> = frames.iter().filter(done).flat_map(|f| papers(input, f.sentence)).map(|(k, _, _)| k).collect();
    let to_come = |f: &Frame| {
        if held.is_empty() || seals(f) && !planned(input, f.sentence) {
            return false;
        }
        let told = papers(input, f.sentence);
        let ahead = || planned(input, f.sentence) || told.iter().all(|p| to_follow(input, p));
        !told.is_empty() && told.iter().all(|(k, _, _)| !held.contains(k)) && ahead()
    };
    let (mut running, mut signed) = (None, false);
    for frame in frames.iter().filter(|f| !to_come(f)) {
        let Some(sentence) = input.sentence(frame.sentence) else { continue };
        // "Nantinya kesepakatan ini akan ditindaklanjuti dinas": what is to come of the paper told before.
        let taken_up = frames.iter().any(|f| f.sentence < frame.sentence) && followed_up(input, frame.sentence);
        let hopes = (!sealed || seals(frame)) && !taken_up;
        let from = sentence.first.max(frame.first.saturating_sub(6));
        let to = sentence.last.min(frame.last.saturating_add(8));
        let end = sentence.last.min(to.saturating_add(ENDING));
        // "Setelah sempat tertunda, MoU akhirnya diteken", "yang beberapa kali tertunda akhirnya terlaksana"
        let past = |at: usize| {
            let at_last = || (at..at.saturating_add(PAPER)).any(|i| input.reader.reads(i, &["akhirnya"]));
            at_last() || at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["sempat", "pernah"]))
        };
        let over = |h: &Hit| matches!(input.reader.lexicon.value_name(h.entry.value), "ended" | "deferred") && !past(h.first as usize);
        let over = input.phrases.of_class(input.words.status, from.min(frame.first), end).any(over);
        let again = over && put_off(input, frame.sentence);
        for (value, first, last) in input.phrases(input.words.status, from, to).into_iter().filter(|(_, at, _)| !names(input, *at)) {
            match value {
                "proposed" if hopes => vote(AgreementStatus::Proposed, 2, first, last),
                // "Penandatanganan MoU dengan X ditunda"
                "deferred" if past(first) => {}
                "deferred" => vote(AgreementStatus::Planned, 14, first, last),
                // "Penandatanganan diawali dengan rapat pembahasan draf"
                "drafted" if (first.saturating_sub(RUN_UP)..first).any(|i| input.reader.reads(i, &BEFOREHAND)) => {}
                "drafted" if of_paper(input, last) => vote(AgreementStatus::Planned, 14, first, last),
                "drafted_passive" if paper_in_making(input, frame.sentence, first) => vote(AgreementStatus::Planned, 14, first, last),
                // "bakal diakhiri", "akan diperpanjang"
                "planned" if hopes && !ends_behind(input, last) => vote(AgreementStatus::Planned, 2, first, last),
                // "akan melakukan penandatanganan perpanjangan MoU"
                // "Perlu diperpanjang", "akan diperbarui": still to come.
                "extended" if owed(input, first, &MAY) || sealed && wished(input, sentence.first, first) => {}
                // "X-Y Teken MoU, Segera Lanjutkan Kerja Sama": what the headline looks ahead to comes of the paper signed.
                "extended" if sealed && sentence.zone == Zone::Headline && owed(input, first, &AHEAD_WORDS) => {}
                "extended" if owed(input, first, &OWED) => vote(AgreementStatus::Proposed, 12, first, last),
                "extended" if owed(input, first, &AHEAD_WORDS) => vote(AgreementStatus::Planned, 12, first, last),
                "extended" => vote(AgreementStatus::Extended, if planned(input, frame.sentence) { 2 } else { 12 }, first, last),
                // "memutus kontrak kerja sama"
                "ended" if closes(input, last) => {}
                // "Surat pemutusan kerja sama dengan X sudah diteken": what is ended is what the frame names.
                "ended" if !again => {
                    let named = (first..last).contains(&frame.first) || of_paper(input, last);
                    vote(AgreementStatus::Ended, if named { 8 } else { 2 }, first, last);
                }
                _ => {}
            }
        }
        // "... habis masa berlakunya dan tidak diperpanjang"
        let behind = if again { frame.first } else { to };
        let far = if over { input.phrases(input.words.status, behind, end) } else { Found::new() };
        let ends = |(v, _, last): &(&str, usize, usize)| *v == "deferred" || *v == "ended" && !closes(input, *last);
        for (value, first, last) in far.into_iter().filter(ends) {
            // "Penandatanganan MoU dibatalkan. ... dijadwalkan ulang pekan depan"
            let (status, weight) = if again || value == "deferred" { (AgreementStatus::Planned, 14) } else { (AgreementStatus::Ended, 4) };
            vote(status, weight, first, last);
        }
        for (value, first, last) in input.phrases(input.words.verb, from, to) {
            if matches!(value, "running" | "works") {
                vote(AgreementStatus::Signed, 3, first, last);
                running.get_or_insert(first);
            }
            // "Melakukan kunjungan kerja untuk memperluas kerja sama": what is made is the visit.
            let made = input.phrases(input.words.visit_kind, last, last.saturating_add(2)).iter().any(|(_, at, _)| *at == last);
            if !made && matches!(value, "sign" | "sign_loose" | "sign_passive" | "sign_noun" | "partner") {
                let formal = value == "sign" || input.has_part(first, last, &["teken", "tanda", "epakat", "panjang"]);
                // "Kunjungan itu untuk menjalin kerja sama": what one comes for is not there yet.
                let aim = !formal && matches!(value, "sign_loose" | "partner") && aimed(input, sentence.first, first);
                let aim = aim && papers(input, frame.sentence).is_empty();
                let status = if aim { AgreementStatus::Proposed } else { AgreementStatus::Signed };
                vote(status, if formal { 3 } else { 1 }, first, last);
                signed |= formal;
                // "akan ditandatangani", "akan dilakukan penandatanganan", "bakal dituangkan", "kami teken Mei tahun depan"
                let plans = |from: usize, to: usize| input.phrases(input.words.status, from, to).iter().any(|(v, _, _)| *v == "planned");
                // "Rencananya, Pemkab A dan Pemkab B meneken ..."
                let opens = || plans(sentence.first, sentence.first.saturating_add(1));
                // "MoU yang dijanjikan itu akhirnya diteken"
                let at_last = || (first.saturating_sub(2)..first).any(|i| input.reader.reads(i, &["akhirnya", "kini", "resmi"]));
                let before = || !at_last() && (plans(first.saturating_sub(5).max(sentence.first), first) || opens());
                let poured = || input.has_part(first, last, &["tuang"]);
                // "Kami berharap nota kesepahaman itu bisa ditandatangani"
                if formal && hopes && hoped(input, sentence.first, first) {
                    vote(AgreementStatus::Proposed, 6, first, last);
                }
                let ahead = || before() || lies_ahead(input, last, sentence.last) || yet_to_make(input, first, last);
                if (formal || hopes && poured()) && ahead() {
                    vote(AgreementStatus::Planned, 4, first, last);
                }
            }
        }
    }
    if only {
        // "Nota kesepahaman tersebut merupakan perpanjangan atas dokumen serupa"
        for (number, sentence) in input.reader.sentences.iter().enumerate().filter(|(_, s)| s.zone.tells()) {
            let paper = !input.phrases_in(input.words.agreement_kind, number).is_empty();
            let words = input.phrases_in(input.words.status, number).into_iter().filter(|(v, _, _)| *v == "extended");
            // "Nota itu melanjutkan perjanjian sebelumnya": the words themselves name the paper.
            for (_, first, last) in words.filter(|(_, first, last)| paper || input.has_part(*first, *last, &["janji", "mou", "nota"])) {
                let open = planned(input, number) || owed(input, first, &MAY) || wished(input, sentence.first, first);
                if (!input.quoted(first) || sentence.zone == Zone::Headline) && !open {
                    vote(AgreementStatus::Extended, 5, first, last);
                }
            }
        }
    }
    match votes.into_iter().max_by_key(|(_, count, reason)| (*count, std::cmp::Reverse(reason.first))) {
        Some((AgreementStatus::Signed, _, reason)) if running == Some(reason.first) && !signed => {
            Proven::new(AgreementStatus::Signed, Reason::new(reason.first, reason.last, "status/running"))
        }
        Some((AgreementStatus::Signed, _, reason)) if all_ahead(input, frames, only) => Proven::new(AgreementStatus::Planned, reason),
        Some((status, _, reason)) => Proven::new(status, reason),
        None => match frames.first() {
            Some(frame) => Proven::new(AgreementStatus::Signed, Reason::new(frame.first, frame.last, "status/default")),
            None => Proven::new(AgreementStatus::Signed, Reason::new(0, 1, "status/default")),
        },
    }
}
