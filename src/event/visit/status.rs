//! Kind and status of a visit, by the words around the frames.

use super::away;
use super::field::looks_at;
use super::preparation::prepared;
use crate::Date;
use crate::event::proof::{Proven, Reason};
use crate::event::stands::Stands;
use crate::event::{Input, mention_over};
use crate::kinds::{VisitKind, VisitStatus};
use crate::mention::What;
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
        for (value, first, last) in input.phrases_in(input.words.visit_kind, number) {
            let Ok(kind) = value.parse::<VisitKind>() else { continue };
            // "Kunjungan | Dinas Sosial X": the word is part of the name behind.
            let of_name = |at: usize| input.reader.reads(at, &["dinas"]) && mention_over(input, at).is_some_and(|m| m.first == at);
            let kind = if last.checked_sub(1).is_some_and(of_name) { VisitKind::Kunjungan } else { kind };
            // "Ruang Rapat Gubernur"
            if mention_over(input, first).is_some_and(|m| matches!(m.what, What::Place(_)) && m.first < first) {
                continue;
            }
            let far = stands.apart(number).unwrap_or(usize::MAX);
            // Kinds that are also plain nouns count only where the event itself is told.
            let loose = matches!(
                kind,
                VisitKind::Audiensi | VisitKind::Konsultasi | VisitKind::KunjunganLapangan | VisitKind::Rapat | VisitKind::KunjunganBalasan
            );
            let meeting = kind == VisitKind::Rapat && far <= 4 && !input.quoted(first);
            // "Kunjungan kerja tersebut masih berlangsung": the visit of the article, however far it was told.
            let taken_up = input.reader.reads(last, &["itu", "ini", "tersebut"]) && !input.quoted(first);
            if loose && far > 0 && !meeting || far > 6 && !taken_up {
                continue;
            }
            let rank = VISIT_ORDER.iter().position(|k| *k == kind).unwrap_or(VISIT_ORDER.len());
            // What is told of the event itself goes before what stands elsewhere.
            let apart = far > 1 && sentence.zone == Zone::Body && !taken_up;
            found.push((apart, rank, kind, Reason::new(first, last, "status/kind")));
        }
    }
    let best = found.into_iter().min_by_key(|(apart, rank, _, reason)| (*apart, *rank, reason.first));
    let looks = frames.iter().find(|f| looks_at(input, f));
    // "Komisi B meninjau pasar. Kedatangan mereka diterima kepala pasar": a word that says no kind says nothing against the look.
    if let Some((_, _, kind, reason)) = best.filter(|b| b.2 != VisitKind::Kunjungan || looks.is_none()) {
        return Some(Proven::new(kind, reason));
    }
    if let Some(frame) = looks {
        return Some(Proven::new(VisitKind::KunjunganLapangan, Reason::new(frame.first, frame.last, "status/kind-not-told")));
    }
    // "Gubernur X meninjau RSUD Y. Bupati Y menyambutnya": nothing else tells why he came.
    let inspects = |f: &&&Frame| {
        let verbs = || input.phrases(input.words.verb, f.trigger, f.trigger.saturating_add(1));
        input.rule_name(f) == "visit/inspects" && verbs().iter().any(|(v, at, _)| *v == "inspect" && *at == f.trigger)
    };
    let mut comes = frames.iter().filter(|f| input.fills(f, "visitors").next().is_some()).peekable();
    if let Some(frame) = comes.peek().copied().filter(|_| comes.all(|f| inspects(&f))) {
        return Some(Proven::new(VisitKind::KunjunganLapangan, Reason::new(frame.first, frame.last, "status/kind-not-told")));
    }
    // "Rapat tapal batas dihadiri Bupati X dan Bupati Y"
    if let Some(frame) = frames.iter().find(|f| input.rule_name(f) == "visit/meeting-of-heads") {
        return Some(Proven::new(VisitKind::Rapat, Reason::new(frame.first, frame.last, "status/kind-not-told")));
    }
    // "Kepala BPS X menghadap Bupati Y": who comes to meet somebody pays a call.
    let calls = ["berpamitan", "bersua", "bertemu", "memperkenalkan", "menghadap", "pamit", "pertemuan", "sowan"];
    let call = |f: &&&Frame| input.reader.reads(f.trigger, &calls) && input.zone(f.sentence) == Zone::Body;
    if let Some(frame) = frames.iter().find(call) {
        return Some(Proven::new(VisitKind::Audiensi, Reason::new(frame.first, frame.last, "status/kind-of-call")));
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

/// "Kunjungan X yang sedianya Kamis (8/2) diundur menjadi Kamis (15/2)": the mention of the day to which a visit was put off.
pub(crate) fn put_off_to(input: &Input<'_>, frames: &[&Frame]) -> Option<usize> {
    let day = |at: usize| {
        let number = input.mentions.partition_point(|m| m.first < at);
        let date = input.mentions.get(number).is_some_and(|m| m.first == at && matches!(m.what, What::Date(_)));
        date.then_some(number)
    };
    let to = |last: usize| input.reader.reads(last, &["ke", "hingga", "jadi", "menjadi", "sampai"]).then(|| day(last.saturating_add(1)))?;
    frames.iter().filter(|f| input.zone(f.sentence) == Zone::Body).find_map(|f| {
        let off = input.phrases_in(input.words.status, f.sentence).into_iter();
        off.filter(|(v, at, _)| matches!(*v, "cancelled" | "deferred") && *at > f.first).find_map(|(_, _, last)| to(last))
    })
}

/// The status of a visit: cancelled or planned where its own sentences say so, ongoing where it goes on, else held.
pub(crate) fn visit_status(input: &Input<'_>, frames: &[&Frame]) -> Proven<VisitStatus> {
    if let Some(day) = put_off_to(input, frames).and_then(|m| input.mentions.get(m)) {
        return Proven::new(VisitStatus::Planned, Reason::new(day.first, day.last, "status/put-off"));
    }
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
                "cancelled" if negated(input, first) || replaced(input, last) => {}
                "cancelled" if near(frame, first, 12) || first.saturating_sub(frame.last) <= 14 && first >= frame.last => {
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
        let before = planned;
        for (first, last) in ahead(input, frame.first.saturating_sub(8), frame.last.saturating_add(12)) {
            let here = input.sentence_of(first) == frame.sentence && (!input.quoted(first) || input.of_itself(frame));
            // "Sudah ditunggu Wali Kota X": what has been done lies behind.
            let done = input.reader.reads(first.wrapping_sub(1), &["sudah", "telah"]);
            let set = || set_behind(input, frame, first);
            if here && !done && (near(frame, first, 8) && (before_trigger(frame, first) || comes(input, frame, first)) || set()) {
                planned = planned.saturating_add(1);
                reason.get_or_insert_with(|| Reason::new(first, last, "status/planned"));
            }
        }
        // "Rencananya, Senin (4/3/2024), X berkunjung ke Y": the word that opens the sentence goes for all of it.
        let opening =
            input.sentence(frame.sentence).and_then(|s| ahead(input, s.first, s.first.saturating_add(3)).find(|(at, _)| *at == s.first));
        if let Some((first, last)) = opening.filter(|(_, last)| before == planned && input.reader.sign(*last) == b',') {
            planned = planned.saturating_add(1);
            reason.get_or_insert_with(|| Reason::new(first, last, "status/planned"));
        }
        if prepared(input, frame) {
            planned = planned.saturating_add(1);
            reason.get_or_insert_with(|| Reason::new(frame.first, frame.last, "status/planned"));
        }
        told = told.saturating_add(1);
    }
    if let Some(reason) = taken_back(input, frames) {
        return Proven::new(VisitStatus::Cancelled, reason);
    }
    // Few sentences about what lies ahead say so again; one in four of the frames is enough.
    if let Some(reason) = reason {
        if planned.saturating_mul(4) > told {
            return Proven::new(VisitStatus::Planned, reason);
        }
    }
    if let Some(reason) = before_leaving(input, frames).or_else(|| announced(input, frames)) {
        return Proven::new(VisitStatus::Planned, reason);
    }
    if let Some(reason) = ongoing.or_else(|| away::still_on(input, frames)).or_else(|| away::left_empty(input, frames)) {
        return Proven::new(VisitStatus::Ongoing, reason);
    }
    match frames.first() {
        Some(frame) => Proven::new(VisitStatus::Held, Reason::new(frame.first, frame.last, "status/default")),
        None => Proven::new(VisitStatus::Held, Reason::new(0, 1, "status/default")),
    }
}

/// Most sentences from a visit to the one that takes it back, and most tokens from its kind to the word that does.
const BACK: usize = 2;
const OFF: usize = 12;

/// "X dijadwalkan berkunjung ke Y. Kunjungan itu ditunda": the sentence behind takes the visit back.
fn taken_back(input: &Input<'_>, frames: &[&Frame]) -> Option<Reason> {
    let stands = Stands::of(frames);
    let told = |s: &usize| input.zone(*s) == Zone::Body && stands.within(*s, BACK) && stands.within(s.saturating_sub(1), BACK);
    (0..input.reader.sentences.len()).filter(told).find_map(|number| {
        let off = input.phrases_in(input.words.status, number);
        let kinds = input.phrases_in(input.words.visit_kind, number);
        off.into_iter().filter(|(v, at, _)| *v == "cancelled" && !negated(input, *at)).find_map(|(_, at, last)| {
            // "hari ini" takes nothing up, and what is put off to another day is still planned.
            let that = |first: usize, end: usize| (first..end).any(|i| input.reader.reads(i, &["itu", "tersebut"]));
            if input.reader.reads(last, &["ke", "hingga", "menjadi", "sampai"]) {
                return None;
            }
            let own = kinds.iter().any(|(_, first, _)| *first < at && at.saturating_sub(*first) <= OFF && that(*first, at));
            own.then(|| Reason::new(at, last, "status/cancelled"))
        })
    })
}

/// "... kata Ketua Pansus X sebelum bertolak ke Jambi": at the time of the statement the journey lies ahead.
fn before_leaving(input: &Input<'_>, frames: &[&Frame]) -> Option<Reason> {
    let leaves = ["berangkat", "bertolak", "terbang"];
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let told = |f: &&&Frame| input.zone(f.sentence) == Zone::Body;
    frames.iter().filter(told).find_map(|f| {
        let sentence = input.sentence(f.sentence)?;
        let from = f.first.saturating_sub(LEAVING).max(sentence.first);
        let last = f.last.saturating_add(LEAVING).min(sentence.last);
        let at = (from..last).find(|at| reads(*at, &["sebelum"]) && reads(at.saturating_add(1), &leaves))?;
        let says = input.phrases(input.words.verb, from, at).iter().any(|(v, _, _)| *v == "speak");
        let goes = ["ke", "menuju"].iter().any(|w| reads(at.saturating_add(2), &[w]));
        (says && goes).then(|| Reason::new(at, at.saturating_add(2), "status/planned"))
    })
}

/// Most words from a frame to "sebelum bertolak".
const LEAVING: usize = 24;

/// Most sentences from the frames of a visit to "kunjungan itu dijadwalkan".
const ANNOUNCED: usize = 2;

/// "Kunker tersebut dijadwalkan pada 22 Oktober", "kunjungan itu akan berlangsung dua hari": the visit just told of lies ahead.
fn announced(input: &Input<'_>, frames: &[&Frame]) -> Option<Reason> {
    let stands = Stands::of(frames);
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let set = ["diagendakan", "dijadwalkan", "direncanakan"];
    let held = ["berlangsung", "digelar", "dilaksanakan", "dilakukan", "diawali", "dimulai"];
    let ahead = |at: usize| reads(at, &set) || reads(at, &["akan", "bakal"]) && reads(at.saturating_add(1), &held);
    let body = |s: &usize| stands.within(*s, ANNOUNCED) && input.zone(*s) == Zone::Body;
    (0..input.reader.sentences.len()).filter(body).find_map(|sentence| {
        let words = input.phrases_in(input.words.visit_kind, sentence);
        let (_, first, last) = words.into_iter().find(|(_, at, last)| reads(*last, &["itu", "ini", "tersebut"]) && !input.quoted(*at))?;
        let next = last.saturating_add(1);
        ahead(next).then(|| Reason::new(first, next.saturating_add(1), "status/planned"))
    })
}

/// "Berkunjung ke Kota X pekan depan", "tanggal 4-8 September mendatang": a time to come, behind the frame.
fn comes(input: &Input<'_>, frame: &Frame, first: usize) -> bool {
    let time = || input.phrases(input.words.link, first, first.saturating_add(3)).iter().any(|(v, at, _)| *v == "ahead" && *at == first);
    let told = ["visitors", "hosts"].iter().all(|slot| input.fills(frame, slot).next().is_some());
    told && first >= frame.last && first.saturating_sub(frame.last) <= COMES && (time() || input.reader.reads(first, &["mendatang"]))
}

/// "Konsultasi ke Kemendagri dijadwalkan 12 September": the word right behind what is told puts it ahead.
fn set_behind(input: &Input<'_>, frame: &Frame, first: usize) -> bool {
    let noun = input.fills(frame, "kind").next().is_some() && input.fills(frame, "hosts").next().is_some();
    let behind = frame.last.saturating_add(usize::from(input.reader.reads(frame.last, &["itu", "ini", "tersebut"])));
    noun && first == behind && input.reader.reads(first, &["dijadwalkan", "diagendakan", "direncanakan", "rencananya"])
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
        && mention_over(input, first).is_none()
        && !first.checked_sub(1).is_some_and(aside)
        && (!input.quoted(first) || !input.fills(frame, "visitors").any(|f| input.by_pronoun(f)))
}

/// Most tokens from "batal" to "diwakili".
const REPLACED: usize = 5;

/// "Ketua DPRD batal berangkat dan diwakili Wakil Ketua X": another went instead.
fn replaced(input: &Input<'_>, last: usize) -> bool {
    let instead = |at: usize| input.reader.reads(at, &["digantikan", "diwakili", "diwakilkan"]);
    (last..last.saturating_add(REPLACED)).any(|at| instead(at) && input.sentence_of(at) == input.sentence_of(last))
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
    // "Rencana itu dibicarakan ketika X menerima Y": the plan is for something else.
    let other = |at: usize, end: usize| input.reader.reads(at, &["rencana"]) && input.reader.reads(end, &["itu", "tersebut", "ini"]);
    let plans = input.phrases(input.words.status, first, last).into_iter().filter(move |(v, at, end)| *v == "planned" && !other(*at, *end));
    let times = input.phrases(input.words.link, first, last).into_iter().filter(|(v, _, _)| *v == "ahead");
    plans.chain(times).map(|(_, first, last)| (first, last))
}

/// The sentence or one beside it says that something was called off.
pub(super) fn called_off(input: &Input<'_>, sentence: usize) -> bool {
    let around = sentence.saturating_sub(1)..sentence.saturating_add(2);
    let off = |(v, _, last): &(&str, usize, usize)| *v == "cancelled" && !replaced(input, *last);
    around.into_iter().any(|s| input.zone(s) == Zone::Body && input.phrases_in(input.words.status, s).iter().any(off))
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
    let reason = |rule: &'static str| date.reasons.last().map(|r| Reason::new(r.first, r.last, rule));
    // "Sejak Rabu (19/2) anggota dewan menjalani studi banding": begun, and nobody says that it is over.
    if status == VisitStatus::Held && date.value.1.is_none() {
        return Some(Proven { value: VisitStatus::Ongoing, reasons: reason("status/since").into_iter().collect() });
    }
    let today = input.today()?;
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
