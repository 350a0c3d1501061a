//! Field visits: officials that look at a place of their own region, or go there. Where the article tells who went to whom, they
//! are no visits besides.

use super::roles::roles;
use crate::event::Input;
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::{Fill, Frame};

/// More votes than a side has that only a headline or somebody's quoted words tell.
const TOLD: f64 = 0.6;

/// A rule of an official who looks at a place or goes there.
fn tells_field(input: &Input<'_>, frame: &Frame) -> bool {
    input.rule_name(frame).starts_with("visit/field-")
}

/// A rule of an official who looks at something where it lies.
pub(super) fn looks_at(input: &Input<'_>, frame: &Frame) -> bool {
    let name = input.rule_name(frame);
    matches!(name, "visit/inspects-in" | "visit/inspects-there") || tells_field(input, frame) && name != "visit/field-reach"
}

/// "Bupati X meminta camat mengecek jalan", "goa yang belum lama ini ditinjau Gubernur Y": what others shall do, or what is
/// recalled by the way.
pub(super) fn asked_or_recalled(input: &Input<'_>, frame: &Frame) -> bool {
    let words = |from: usize, to: usize| input.phrases(input.words.field, from, to);
    let not_now = |(v, at, _): &(&str, usize, usize)| matches!(*v, "asks" | "recalls") && input.sentence_of(*at) == frame.sentence;
    tells_field(input, frame) && words(frame.first.saturating_sub(1), frame.trigger).iter().any(not_now)
}

/// Words of those whose daily work is at such places.
const CREW: [&str; 8] = ["anggota", "personel", "personil", "petugas", "polisi", "regu", "satgas", "unit"];

/// "Petugas BPBD X mendatangi lokasi", "Polres X mengecek lokasi": no visit, but their work.
pub(super) fn at_work(input: &Input<'_>, frame: &Frame) -> bool {
    let crew = |first: usize| first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &CREW));
    let office = |m: usize| input.mentions.get(m).is_some_and(|m| matches!(&m.what, What::Body(b) if b.sort == BodySort::Vertical));
    let agency = |m: usize| input.mentions.get(m).is_some_and(|m| matches!(&m.what, What::Body(b) if b.sort != BodySort::Council));
    let field = tells_field(input, frame);
    let works = |f: &Fill| f.value.mention().is_some_and(|m| field && office(m) || agency(m) && crew(f.first));
    (field || input.rule_name(frame) == "visit/inspects") && input.fills(frame, "visitors").any(works)
}

/// "Didampingi Bupati X, gubernur meninjau Y": the list begins with who comes along.
pub(super) fn company_first(input: &Input<'_>, frame: &Frame) -> bool {
    let mut visitors = input.fills(frame, "visitors").map(|f| f.first);
    let Some(first) = visitors.next().filter(|_| tells_field(input, frame) && visitors.next().is_some()) else { return false };
    let words = input.phrases(input.words.verb, first.saturating_sub(3), first);
    words.iter().any(|(v, _, last)| matches!(*v, "accompany_passive" | "with") && *last == first)
}

/// For each frame whether it tells of its event, if others than those of the field tell who went to whom: hosts show their guests
/// around, and guests look at what they came for.
pub(crate) fn beside_others(input: &Input<'_>) -> Option<Vec<bool>> {
    let field = |n: usize| input.frames.get(n).is_some_and(|f| tells_field(input, f));
    if !(0..input.frames.len()).any(|n| input.counts(n) && field(n)) {
        return None;
    }
    let counted: Vec<bool> = (0..input.frames.len()).map(|n| input.counts(n) && !field(n)).collect();
    let others = roles(&Input { counted: &counted, ..*input }, |_| true);
    let goes = others.sides.iter().any(|s| s.visitor > s.host && s.visitor > TOLD);
    // "Mendatangi proyek RSUD": an agency of no told region is nobody's host.
    let homeless = |p: &PartyRef| p.region.is_none() && p.sort == Some(BodySort::Agency);
    let hosts = others.sides.iter().any(|s| s.host > s.visitor && s.host > TOLD && !homeless(&s.party));
    (goes && hosts).then_some(counted)
}
