//! The day of a signing: as its own sentences tell it, or that of the occasion on which it is done ("Pada kesempatan itu juga
//! dilakukan penandatanganan MoU", "Di sela rakor itulah keduanya meneken ..."), which another sentence tells.

use std::cell::OnceCell;

use super::documents::{based, papers};
use crate::Date;
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::setting::{date_where, expires, spoken};
use crate::event::stands::Stands;
use crate::event::visit::Draft as VisitDraft;
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::rule::Frame;
use crate::text::Zone;

/// What one signs at, and the words that point back at it.
const EVENTS: [&str; 15] = [
    "kesempatan",
    "acara",
    "pertemuan",
    "kegiatan",
    "kunjungan",
    "kunker",
    "momen",
    "momentum",
    "forum",
    "rakor",
    "rapat",
    "audiensi",
    "ajang",
    "agenda",
    "silaturahmi",
];
const BACK: [&str; 7] = ["itu", "tersebut", "ini", "itulah", "inilah", "tersebutlah", "sama"];
/// Words that lead to it.
const LEADS: [&str; 5] = ["pada", "dalam", "di", "sela", "disela"];
/// How an occasion goes on with a signing.
const GOES_ON: [&str; 11] = [
    "dilanjutkan",
    "diteruskan",
    "ditutup",
    "diakhiri",
    "dirangkai",
    "dirangkaikan",
    "diisi",
    "disertai",
    "dibarengi",
    "diselingi",
    "diwarnai",
];
/// "Juga dilakukan penandatanganan ..."
const TOO: [&str; 4] = ["juga", "pula", "sekaligus", "turut"];
const DONE: [&str; 4] = ["dilakukan", "dilaksanakan", "digelar", "diadakan"];
/// Tokens between the words of one of these turns.
const NEAR: usize = 3;

type Days = (Date, Option<Date>);

/// The day of a signing: from a sentence that names no paper of another kind only, if there is one.
pub(super) fn date_of_signing(
    input: &Input<'_>,
    frames: &[&Frame],
    status: AgreementStatus,
    kind: Option<AgreementKind>,
) -> Option<Proven<Days>> {
    let other = |sentence: usize| {
        let told = papers(input, sentence);
        !told.is_empty() && kind.is_some_and(|k| papers_exist(input, frames, k) && told.iter().all(|(own, _, _)| *own != k.as_str()))
    };
    day_of_signing(input, frames, status, |s| !other(s)).or_else(|| day_of_signing(input, frames, status, |_| true))
}

/// A frame's own sentence names a paper of this kind.
fn papers_exist(input: &Input<'_>, frames: &[&Frame], kind: AgreementKind) -> bool {
    frames.iter().any(|f| papers(input, f.sentence).iter().any(|(own, _, _)| *own == kind.as_str()))
}

/// The day of a signing: from the sentences near the frames that tell the signing, or right beside one.
fn day_of_signing(input: &Input<'_>, frames: &[&Frame], status: AgreementStatus, of: impl Fn(usize) -> bool) -> Option<Proven<Days>> {
    let stands = Stands::of(frames);
    let planned = status.lies_ahead();
    // A caption that shows the paper tells of its signing.
    let shown = |s: usize| input.zone(s) == Zone::Caption && !input.phrases_in(input.words.agreement_kind, s).is_empty();
    // "PKS itu diperpanjang di aula, Rabu (8/2)", "Pemko memutus kerja sama itu, Minggu (8/6)"
    let turns = |s: usize| stands.within(s, 0) && ["extended", "ended"].iter().any(|v| input.has(input.words.status, Some(v), s));
    let signs = |s: usize| (stands.within(s, 3) || ceremony(input, s)) && input.zone(s).tells() && (input.signs(s) || shown(s) || turns(s));
    let basis = frames.iter().any(|f| based(input, f.first));
    let dated = OnceCell::new();
    date_where(input, frames, &stands, planned, |mention, day, spoken| {
        let sentence = input.sentence_of(mention.first);
        // "... sehingga baru kedaluwarsa 26 Oktober 2026" tells when a paper ends.
        if !of(sentence) || status != AgreementStatus::Ended && expires(input, mention) {
            return false;
        }
        // "Usianya genap 15 tahun, diperingati Minggu (8/7). LoI diteken 14 Juni 1996": the feast has a day, and the signing its own.
        if !input.signs(sentence) && feast(input, sentence) && *dated.get_or_init(|| dated_signing(input)) {
            return false;
        }
        let own = stands.within(sentence, 1);
        // "... turunan dari MoU A dan B yang diteken 25 Januari": the day of the paper told last.
        let last = papers(input, sentence).into_iter().rfind(|(_, first, _)| *first < mention.first);
        if !basis && last.is_some_and(|(_, first, _)| based(input, first)) {
            return false;
        }
        if planned {
            // Of an article of no day the sentence of the plan alone tells whether the day lies ahead.
            let ahead = input.today().map_or_else(|| stands.within(sentence, 0), |today| day >= today);
            return !spoken && signs(sentence) && ahead;
        }
        !spoken && (signs(sentence) || own && (signs(sentence.saturating_sub(1)) || signs(sentence.saturating_add(1))))
    })
}

/// The sentence tells of a feast.
fn feast(input: &Input<'_>, sentence: usize) -> bool {
    let words = ["diperingati", "dirayakan", "festival", "genap", "memperingati", "merayakan", "peringatan", "peringatannya", "perayaan"];
    input.sentence(sentence).is_some_and(|s| (s.first..s.last).any(|at| input.reader.reads(at, &words)))
}

/// A sentence that tells of signing tells a day.
fn dated_signing(input: &Input<'_>) -> bool {
    let days = input.mentions.iter().zip(&input.calendar.days).filter(|(_, day)| day.is_some());
    days.into_iter().any(|(m, _)| input.signs(input.sentence_of(m.first)))
}

/// "Acara teken berlangsung Senin (13/11)": a sentence of the body that is about when and where it was signed.
fn ceremony(input: &Input<'_>, sentence: usize) -> bool {
    let Some(told) = input.sentence(sentence).filter(|s| s.zone == Zone::Body) else { return false };
    let nouns = input.phrases(input.words.verb, told.first, told.first.saturating_add(4).min(told.last));
    let noun = nouns.into_iter().find(|(v, _, _)| *v == "sign_noun");
    let held = ["berlangsung", "digelar", "dilaksanakan", "dilakukan", "diadakan", "bertempat"];
    noun.is_some_and(|(_, _, last)| (last..last.saturating_add(6).min(told.last)).any(|at| input.reader.reads(at, &held)))
}

/// The day of the occasion on which the frames tell a signing: that of the visit of the article, else the only day of its body.
pub(super) fn day_of_occasion(input: &Input<'_>, frames: &[&Frame], visits: &[VisitDraft]) -> Option<Proven<Days>> {
    if !frames.iter().any(|f| !input.quoted(f.trigger) && on_occasion(input, f)) {
        return None;
    }
    let mut told = visits.iter().filter_map(|v| v.date.as_ref());
    if let Some(first) = told.next() {
        return told.all(|d| d.value == first.value).then(|| first.clone());
    }
    let until = frames.iter().map(|f| f.sentence).min()?;
    let mut found: Option<(usize, Days)> = None;
    for (number, mention) in input.mentions.iter().enumerate() {
        let Some(days) = input.calendar.days.get(number).copied().flatten() else { continue };
        let sentence = input.sentence_of(mention.first);
        if sentence > until || input.zone(sentence) != Zone::Body || input.quoted(mention.first) || spoken(input, frames, number) {
            continue;
        }
        match found {
            Some((_, known)) if known != days => return None,
            Some(_) => {}
            None => found = Some((number, days)),
        }
    }
    let (number, days) = found?;
    let mention = input.mentions.get(number)?;
    Some(Proven::new(days, Reason::new(mention.first, mention.last, "setting/occasion")))
}

/// The sentence of a frame opens with the occasion, or tells the signing as a part of it.
fn on_occasion(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence).filter(|s| s.zone == Zone::Body) else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let near = |at: usize, words: &[&str]| (at..at.saturating_add(NEAR).min(sentence.last)).any(|i| reads(i, words));
    let signing = |at: usize| {
        let to = at.saturating_add(NEAR).saturating_add(1).min(sentence.last);
        input.phrases(input.words.verb, at, to).iter().any(|(v, _, _)| v.starts_with("sign"))
    };
    let before = |at: usize, words: &[&str]| (at.saturating_sub(NEAR).max(sentence.first)..at).any(|i| reads(i, words));
    let opens = (sentence.first..sentence.first.saturating_add(2)).any(|i| reads(i, &LEADS)) && input.signs(frame.sentence);
    (sentence.first..frame.trigger.max(frame.first)).any(|at| {
        let next = at.saturating_add(1);
        let there = opens && reads(at, &EVENTS) && before(at, &LEADS) && (near(next, &BACK) || before(at, &["sela", "disela"]));
        let goes_on = reads(at, &GOES_ON) && signing(next);
        let too = reads(at, &DONE) && (before(at, &TOO) || near(next, &TOO)) && signing(next);
        there || goes_on || too
    })
}
