//! Away: words that tell of a visit as going on, besides those at its verb: "kunjungan itu masih berlangsung", or the house that the
//! visitors left empty ("gedung DPRD X lengang").

use crate::event::Input;
use crate::event::proof::Reason;
use crate::event::same::same_side;
use crate::event::stands::Stands;
use crate::mention::PartyRef;
use crate::rule::Frame;
use crate::text::Zone;

/// "Kunjungan kerja tersebut masih berlangsung", "agenda itu masih berjalan sampai berita ini ditulis": the visit told of goes on.
pub(super) fn still_on(input: &Input<'_>, frames: &[&Frame]) -> Option<Reason> {
    let stands = Stands::of(frames);
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let goes = ["berjalan", "berlangsung", "berlanjut", "digelar", "dilaksanakan", "dilakukan"];
    let body =
        |s: &usize| input.zone(*s) == Zone::Body && (stands.within(*s, STILL) || s.saturating_add(STILL) >= input.reader.sentences.len());
    (0..input.reader.sentences.len()).filter(body).find_map(|sentence| {
        let words = input.phrases_in(input.words.visit_kind, sentence);
        let that = |last: usize| if reads(last, &["itu", "ini", "tersebut"]) { last.saturating_add(1) } else { last };
        words.into_iter().filter(|(_, at, _)| !input.quoted(*at)).find_map(|(_, first, last)| {
            let next = that(last);
            let on = reads(next, &["masih", "sedang", "tengah"]) && reads(next.saturating_add(1), &goes);
            on.then(|| Reason::new(first, next.saturating_add(2), "status/still-on"))
        })
    })
}

/// Most sentences from the frames of a visit, or from the end of the article, to "kunjungan itu masih berlangsung".
const STILL: usize = 3;

/// "Gedung DPRD X lengang. Seluruh anggota dewan studi banding ke Y": the house is empty as long as they are away.
pub(super) fn left_empty(input: &Input<'_>, frames: &[&Frame]) -> Option<Reason> {
    let fills = frames.iter().flat_map(|f| input.fills(f, "visitors")).filter_map(|f| f.value.mention());
    let visitors: Vec<PartyRef> = fills.filter_map(|m| input.stands_for(m, true)).filter(|p| p.region.is_some()).collect();
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let empty = ["kosong", "lengang", "lowong", "melompong", "senyap", "sepi"];
    let house = ["gedung", "graha", "kantor", "ruang", "ruangan"];
    // "Tak pernah sepi", "sempat kosong": it is not, or no more.
    let denied = ["bukan", "pernah", "sempat", "tak", "tidak"];
    input.mentions.iter().enumerate().filter(|(_, m)| input.zone(input.sentence_of(m.first)).tells()).find_map(|(number, m)| {
        let named = (m.first.saturating_sub(1)..m.last).any(|at| reads(at, &house));
        let own = || input.party(number).is_some_and(|p| visitors.iter().any(|v| same_side(v, p)));
        if !named || !own() {
            return None;
        }
        let end = input.sentence(input.sentence_of(m.first)).map_or(m.last, |s| s.last).min(m.last.saturating_add(EMPTY));
        let at = (m.last..end).find(|at| reads(*at, &empty))?;
        let still = !(at.saturating_sub(2)..at).any(|b| reads(b, &denied));
        still.then(|| Reason::new(m.first, at.saturating_add(1), "status/left-empty"))
    })
}

/// Most tokens from a house to "lengang".
const EMPTY: usize = 9;
