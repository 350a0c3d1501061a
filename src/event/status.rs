//! Kind and status, by the words around the frames.

use std::collections::HashSet;

use super::documents::{based, planned};
use super::draft::{Proven, Reason};
use super::stands::Stands;
use super::{Input, agreement_frames};
use crate::Date;
use crate::kinds::{AgreementKind, AgreementStatus, VisitKind, VisitStatus};
use crate::rule::Frame;
use crate::text::Zone;

/// From the most telling to the most general.
const VISIT_ORDER: [VisitKind; 10] = [
    VisitKind::StudiTiru,
    VisitKind::StudiBanding,
    VisitKind::Benchmarking,
    VisitKind::KunjunganKerja,
    VisitKind::Konsultasi,
    VisitKind::Rapat,
    VisitKind::KunjunganLapangan,
    VisitKind::Audiensi,
    VisitKind::KunjunganBalasan,
    VisitKind::Kunjungan,
];

/// The kind of a visit: the most telling kind word of the article; `None` where no word, no delegation, nothing tells a visit.
pub(crate) fn visit_kind(input: &Input<'_>, frames: &[&Frame]) -> Option<Proven<VisitKind>> {
    let mut found: Vec<(bool, usize, VisitKind, Reason)> = Vec::new();
    let stands = Stands::of(frames);
    for (number, sentence) in input.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        for (value, first, last) in input.phrases(input.words.visit_kind, sentence.first, sentence.last) {
            let Ok(kind) = value.parse::<VisitKind>() else { continue };
            let far = stands.apart(number).unwrap_or(usize::MAX);
            // Kinds that are also plain nouns count only where the event itself is told.
            let loose = matches!(
                kind,
                VisitKind::Audiensi | VisitKind::Konsultasi | VisitKind::KunjunganLapangan | VisitKind::Rapat | VisitKind::KunjunganBalasan
            );
            let meeting = kind == VisitKind::Rapat && far <= 4 && !input.quoted(first);
            if loose && far > 0 && !meeting || far > 6 {
                continue;
            }
            let rank = VISIT_ORDER.iter().position(|k| *k == kind).unwrap_or(VISIT_ORDER.len());
            // What is told of the event itself goes before what stands elsewhere.
            let apart = far > 1 && sentence.zone == Zone::Body;
            found.push((apart, rank, kind, Reason::new(first, last, "status/kind")));
        }
    }
    if let Some((_, _, kind, reason)) = found.into_iter().min_by_key(|(apart, rank, _, reason)| (*apart, *rank, reason.first)) {
        return Some(Proven::new(kind, reason));
    }
    let frame = frames.first()?;
    Some(Proven::new(VisitKind::Kunjungan, Reason::new(frame.first, frame.last, "status/kind-not-told")))
}

/// The most telling kind word of one sentence.
pub(crate) fn visit_kind_in(input: &Input<'_>, sentence: usize) -> Option<Proven<VisitKind>> {
    let words = input.phrases_in(input.words.visit_kind, sentence).into_iter();
    let kinds = words.filter_map(|(value, first, last)| Some((value.parse::<VisitKind>().ok()?, Reason::new(first, last, "status/kind"))));
    let (kind, reason) = kinds.min_by_key(|(kind, reason)| (VISIT_ORDER.iter().position(|k| k == kind), reason.first))?;
    Some(Proven::new(kind, reason))
}

/// The status of a visit: cancelled or planned where its own sentences say so, ongoing where it goes on, else held.
pub(crate) fn visit_status(input: &Input<'_>, frames: &[&Frame]) -> Proven<VisitStatus> {
    let mut planned = 0_u32;
    let mut told = 0_u32;
    let mut reason = None;
    let mut ongoing = None;
    for frame in frames.iter().filter(|f| input.zone(f.sentence) == Zone::Body || input.zone(f.sentence) == Zone::Headline) {
        for (value, first, last) in input.phrases(input.words.status, frame.first.saturating_sub(8), frame.last.saturating_add(12)) {
            if input.sentence_of(first) != frame.sentence || input.quoted(first) && !input.of_itself(frame) {
                continue;
            }
            match value {
                // "Tak bisa ditunda"
                "cancelled" if negated(input, first) => {}
                "cancelled" if near(frame, first, 12) || first.saturating_sub(frame.last) <= 10 && first >= frame.last => {
                    return Proven::new(VisitStatus::Cancelled, Reason::new(first, last, "status/cancelled"));
                }
                "intended"
                    if (near(frame, first, 10) || first >= frame.last && first.saturating_sub(frame.last) <= 6)
                        && called_off(input, frame.sentence) =>
                {
                    return Proven::new(VisitStatus::Cancelled, Reason::new(first, last, "status/cancelled"));
                }
                "ongoing" if goes_on(input, frame, (first, last)) => {
                    ongoing.get_or_insert_with(|| Reason::new(first, last, "status/ongoing"));
                }
                _ => {}
            }
        }
        for (first, last) in ahead(input, frame.first.saturating_sub(8), frame.last.saturating_add(12)) {
            let here = input.sentence_of(first) == frame.sentence && (!input.quoted(first) || input.of_itself(frame));
            if here && near(frame, first, 8) && (before_trigger(frame, first) || comes(input, frame, first)) {
                planned = planned.saturating_add(1);
                reason.get_or_insert_with(|| Reason::new(first, last, "status/planned"));
            }
        }
        told = told.saturating_add(1);
    }
    if let Some(reason) = reason {
        if planned.saturating_mul(2) > told {
            return Proven::new(VisitStatus::Planned, reason);
        }
    }
    if let Some(reason) = ongoing {
        return Proven::new(VisitStatus::Ongoing, reason);
    }
    match frames.first() {
        Some(frame) => Proven::new(VisitStatus::Held, Reason::new(frame.first, frame.last, "status/default")),
        None => Proven::new(VisitStatus::Held, Reason::new(0, 1, "status/default")),
    }
}

/// "Berkunjung ke Kota X pekan depan", "tanggal 4-8 September mendatang": a time to come, behind the frame.
fn comes(input: &Input<'_>, frame: &Frame, first: usize) -> bool {
    let time = || input.phrases(input.words.link, first, first.saturating_add(3)).iter().any(|(v, at, _)| *v == "ahead" && *at == first);
    let told = ["visitors", "hosts"].iter().all(|slot| input.fills(frame, slot).next().is_some());
    told && first >= frame.last && first.saturating_sub(frame.last) <= COMES && (time() || input.reader.reads(first, &["mendatang"]))
}

/// Most tokens from who goes where to "pekan depan".
const COMES: usize = 6;

/// Most tokens from "sedang" to the verb of going.
const UNDER_WAY: usize = 1;

/// "Bupati X sedang berkunjung ke Y": it goes on. "Saat sedang berkunjung", "yang tengah berkunjung" only tell when and who, and
/// "Wali Kota tengah mengikuti rakor di Jakarta" why somebody was not there.
fn goes_on(input: &Input<'_>, frame: &Frame, (first, last): (usize, usize)) -> bool {
    let near = last <= frame.trigger.saturating_add(1) && frame.trigger.saturating_sub(last) <= UNDER_WAY && first <= frame.trigger;
    let aside =
        |before: usize| input.reader.reads(before, &["yang", "di", "saat", "ketika", "kala", "sewaktu", "selagi", "kebetulan", "juga"]);
    let told = ["visitors", "hosts"].iter().all(|slot| input.fills(frame, slot).next().is_some());
    let meets = || input.phrases(input.words.visit_kind, frame.first, frame.last).iter().any(|(v, _, _)| *v == "rapat");
    near && told
        && !meets()
        && super::mention_over(input, first).is_none()
        && !first.checked_sub(1).is_some_and(aside)
        && !input.quoted(first)
}

/// Most tokens from a negation to what it denies.
const DENIED: usize = 3;

/// "Tak bisa ditunda", "tidak akan dibatalkan".
fn negated(input: &Input<'_>, at: usize) -> bool {
    let before = input.phrases(input.words.verb, at.saturating_sub(DENIED), at);
    before.iter().any(|(v, first, last)| *v == "negate" && *last <= at && input.sentence_of(*first) == input.sentence_of(at))
}

/// The words of tokens `first..last` that put a visit ahead: of plan ("akan"), or of a time to come ("bulan depan").
pub(super) fn ahead(input: &Input<'_>, first: usize, last: usize) -> impl Iterator<Item = (usize, usize)> {
    let plans = input.phrases(input.words.status, first, last).into_iter().filter(|(v, _, _)| *v == "planned");
    let times = input.phrases(input.words.link, first, last).into_iter().filter(|(v, _, _)| *v == "ahead");
    plans.chain(times).map(|(_, first, last)| (first, last))
}

/// The sentence or one beside it says that something was called off.
pub(super) fn called_off(input: &Input<'_>, sentence: usize) -> bool {
    let around = sentence.saturating_sub(1)..sentence.saturating_add(2);
    around.into_iter().any(|s| input.zone(s) == Zone::Body && input.has(input.words.status, Some("cancelled"), s))
}

/// What the days of a visit tell: it goes on at the day of the article, or lies ahead of it.
pub(crate) fn by_days(
    input: &Input<'_>,
    frames: &[&Frame],
    status: VisitStatus,
    date: Option<&Proven<(Date, Option<Date>)>>,
) -> Option<Proven<VisitStatus>> {
    let date = date?;
    let (first, last) = (date.value.0, date.value.1.unwrap_or(date.value.0));
    let today = input.today()?;
    let reason = |rule: &str| date.reasons.last().map(|r| Reason::new(r.first, r.last, rule));
    // "Ia sudah mengunjungi X": over, on whatever day of the tour it was.
    let done = |f: &&Frame| (f.trigger.saturating_sub(2)..f.trigger).any(|at| input.reader.reads(at, &["sudah", "telah"]));
    match status {
        VisitStatus::Held if today < last && first <= today && frames.iter().any(done) => None,
        VisitStatus::Held | VisitStatus::Planned if first <= today && today < last => {
            Some(Proven { value: VisitStatus::Ongoing, reasons: reason("status/goes-on").into_iter().collect() })
        }
        VisitStatus::Held if first > today => {
            Some(Proven { value: VisitStatus::Planned, reasons: reason("status/lies-ahead").into_iter().collect() })
        }
        _ => None,
    }
}

fn near(frame: &Frame, token: usize, most: usize) -> bool {
    frame.trigger.abs_diff(token) <= most
}

fn before_trigger(frame: &Frame, token: usize) -> bool {
    token <= frame.trigger
}

const AGREEMENT_ORDER: [AgreementKind; 7] = [
    AgreementKind::LetterOfIntent,
    AgreementKind::SisterCity,
    AgreementKind::NotaKesepahaman,
    AgreementKind::PerjanjianKerjaSama,
    AgreementKind::KesepakatanBersama,
    AgreementKind::Komitmen,
    AgreementKind::KerjaSama,
];

/// Of another paper, of no form, away from the words of signing, place in [`AGREEMENT_ORDER`]: the least goes first.
type Rank = (bool, bool, bool, usize);

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
    let sealing: Vec<&&Frame> = frames.iter().filter(|f| agreement_frames::seals(input, f)).collect();
    let signed = sealing.iter().any(|f| !planned(input, f.sentence));
    // "Kerja sama ini akan ditindaklanjuti dengan PKS. PKS-nya meliputi ...": named first as what follows, it stays that.
    let mut follows: Vec<(AgreementKind, bool)> = Vec::new();
    for (number, sentence) in input.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() || !allowed(number) || !only && !stands.within(number, 2) {
            continue;
        }
        for (value, first, last) in input.phrases(input.words.agreement_kind, sentence.first, sentence.last) {
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
            let inside = always || sealing.iter().any(|f| f.first <= first && last <= f.last);
            let other = ahead || based(input, first);
            let formless = kind == AgreementKind::KerjaSama;
            found.push(((other, formless, !inside, rank), kind, Reason::new(first, last, "status/kind")));
        }
    }
    if let Some((_, kind, reason)) = found.into_iter().min_by_key(|(rank, _, reason)| (*rank, reason.first)) {
        return Some(Proven::new(kind, reason));
    }
    // "bekerja sama" says a cooperation with no form.
    let (first, last) = frames.iter().find_map(|f| agreement_frames::cooperates(input, f.sentence))?;
    Some(Proven::new(AgreementKind::KerjaSama, Reason::new(first, last, "status/kind")))
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

/// Most tokens from "pembahasan" to the paper.
const PAPER: usize = 3;

/// Tokens behind the parties of a paper to the words that end it.
const ENDING: usize = 16;

/// "Rabu pekan depan", "3 Maret mendatang": a day to come, right behind the verb that ends at a token.
fn lies_ahead(input: &Input<'_>, last: usize, end: usize) -> bool {
    let ahead = |i: usize| input.reader.reads(i, &["depan", "mendatang"]);
    let unit = |i: usize| i.checked_sub(1).is_some_and(|b| !input.reader.reads(b, &["ke"]));
    (last..end.min(last.saturating_add(AHEAD))).any(|i| ahead(i) && unit(i))
}

/// The sentence or the one behind says that there will be another day: "dijadwalkan ulang".
fn put_off(input: &Input<'_>, sentence: usize) -> bool {
    let again = |i: usize| {
        let before = i.checked_sub(1);
        input.reader.reads(i, &["ulang"]) && before.is_some_and(|b| input.reader.reads(b, &["dijadwalkan", "dijadwal", "diagendakan"]))
    };
    (sentence..=sentence.saturating_add(1)).any(|s| input.sentence(s).is_some_and(|t| (t.first..t.last).any(again)))
}

/// Most tokens from a verb of signing to "mendatang".
const AHEAD: usize = 8;

/// The status of an agreement by the words in and right before its frames.
pub(crate) fn agreement_status(input: &Input<'_>, frames: &[&Frame], only: bool) -> Proven<AgreementStatus> {
    let mut votes: Vec<(AgreementStatus, u32, Reason)> = Vec::new();
    // However many rules saw them, the same words vote once.
    let mut seen: HashSet<(AgreementStatus, usize)> = HashSet::new();
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
        let told = agreement_frames::seals(input, f) && (signs(f) || signers(f));
        told && input.zone(f.sentence) == Zone::Body && !input.quoted(f.trigger)
    };
    let sealed = frames.iter().any(|f| seals(f));
    let (mut running, mut signed) = (None, false);
    for frame in frames {
        let Some(sentence) = input.sentence(frame.sentence) else { continue };
        let hopes = !sealed || seals(frame);
        let again = put_off(input, frame.sentence);
        let from = sentence.first.max(frame.first.saturating_sub(6));
        let to = sentence.last.min(frame.last.saturating_add(8));
        for (value, first, last) in input.phrases(input.words.status, from, to).into_iter().filter(|(_, at, _)| !names(input, *at)) {
            match value {
                "proposed" if hopes => vote(AgreementStatus::Proposed, 2, first, last),
                "drafted" if of_paper(input, last) => vote(AgreementStatus::Planned, 14, first, last),
                "planned" if hopes => vote(AgreementStatus::Planned, 2, first, last),
                // "akan melakukan penandatanganan perpanjangan MoU"
                "extended" => vote(AgreementStatus::Extended, if planned(input, frame.sentence) { 2 } else { 12 }, first, last),
                // "memutus kontrak kerja sama"
                "ended" if !again => vote(AgreementStatus::Ended, if of_paper(input, last) { 8 } else { 2 }, first, last),
                _ => {}
            }
        }
        // "... habis masa berlakunya dan tidak diperpanjang"
        let behind = if again { frame.first } else { to };
        let far = input.phrases(input.words.status, behind, sentence.last.min(to.saturating_add(ENDING)));
        for (_, first, last) in far.into_iter().filter(|(v, _, _)| *v == "ended") {
            // "Penandatanganan MoU dibatalkan. ... dijadwalkan ulang pekan depan"
            let (status, weight) = if again { (AgreementStatus::Planned, 14) } else { (AgreementStatus::Ended, 4) };
            vote(status, weight, first, last);
        }
        for (value, first, last) in input.phrases(input.words.verb, from, to) {
            if matches!(value, "running" | "works") {
                vote(AgreementStatus::Signed, 3, first, last);
                running.get_or_insert(first);
            }
            if matches!(value, "sign" | "sign_loose" | "sign_passive" | "sign_noun" | "partner") {
                let formal = value == "sign"
                    || (first..last).any(|i| {
                        let word = input.reader.folded(i, i.saturating_add(1));
                        ["teken", "tanda", "epakat", "panjang"].iter().any(|s| word.contains(s))
                    });
                vote(AgreementStatus::Signed, if formal { 3 } else { 1 }, first, last);
                signed |= formal;
                // "akan ditandatangani", "akan dilakukan penandatanganan", "bakal dituangkan", "kami teken Mei tahun depan"
                let before = || input.phrases(input.words.status, first.saturating_sub(5).max(sentence.first), first);
                let poured = || input.reader.folded(first, last).contains("tuang");
                if (formal || poured()) && (before().iter().any(|(v, _, _)| *v == "planned") || lies_ahead(input, last, sentence.last)) {
                    vote(AgreementStatus::Planned, 4, first, last);
                }
            }
        }
    }
    if only {
        // "Nota kesepahaman tersebut merupakan perpanjangan atas dokumen serupa"
        for (number, sentence) in input.reader.sentences.iter().enumerate().filter(|(_, s)| s.zone.tells()) {
            if !input.phrases_in(input.words.agreement_kind, number).is_empty() {
                for (_, first, last) in input.phrases_in(input.words.status, number).into_iter().filter(|(v, _, _)| *v == "extended") {
                    if (!input.quoted(first) || sentence.zone == Zone::Headline) && !planned(input, number) {
                        vote(AgreementStatus::Extended, 5, first, last);
                    }
                }
            }
        }
    }
    match votes.into_iter().max_by_key(|(_, count, reason)| (*count, std::cmp::Reverse(reason.first))) {
        Some((AgreementStatus::Signed, _, reason)) if running == Some(reason.first) && !signed => {
            Proven::new(AgreementStatus::Signed, Reason::new(reason.first, reason.last, "status/running"))
        }
        Some((status, _, reason)) => Proven::new(status, reason),
        None => match frames.first() {
            Some(frame) => Proven::new(AgreementStatus::Signed, Reason::new(frame.first, frame.last, "status/default")),
            None => Proven::new(AgreementStatus::Signed, Reason::new(0, 1, "status/default")),
        },
    }
}
