//! Returns: the visit that answers the one an article is about.

use super::roles::Roles;
use crate::event::Input;
use crate::event::same::same_side;
use crate::mention::PartyRef;
use crate::rule::Frame;
use crate::text::Zone;

/// Visitor, host, and the sentences whose frames name them so.
type Pair<'a> = (&'a PartyRef, &'a PartyRef, Vec<usize>);

fn parties<'a>(input: &Input<'a>, frame: &Frame, slots: &[&str]) -> Vec<&'a PartyRef> {
    slots.iter().flat_map(|s| input.fills(frame, s)).filter_map(|f| f.value.mention()).filter_map(|m| input.party(m)).collect()
}

/// Who visits whom, by the frames of the article's own text.
fn pairs<'a>(input: &Input<'a>, roles: &Roles) -> Vec<Pair<'a>> {
    let mut pairs: Vec<Pair<'a>> = Vec::new();
    for frame in roles.frames_of(input).filter(|f| input.zone(f.sentence) == Zone::Body && !input.quoted(f.trigger)) {
        let (guests, hosts) = (parties(input, frame, &["visitors"]), parties(input, frame, &["hosts", "received_by"]));
        if let (Some(guest), Some(host)) = (guests.first(), hosts.first()) {
            match pairs.iter_mut().find(|(g, h, _)| same_side(g, guest) && same_side(h, host)) {
                Some((_, _, sentences)) => sentences.push(frame.sentence),
                None => pairs.push((guest, host, vec![frame.sentence])),
            }
        }
    }
    pairs
}

/// "Dosen X berdialog dengan tamunya": who only talks with the other side does not visit it in turn.
const TALKS: [&str; 8] = ["berbincang", "berdialog", "berdiskusi", "berjumpa", "bertatap", "bertemu", "menemui", "temui"];

/// Some of the frames tell that the way went back, and not only that the two sides talked.
pub(crate) fn goes_back(input: &Input<'_>, back: impl IntoIterator<Item = usize>) -> bool {
    let talks = |f: &Frame| input.reader.reads(f.trigger, &TALKS);
    back.into_iter().filter_map(|n| input.frames.get(n)).any(|f| input.fills(f, "visitors").next().is_some() && !talks(f))
}

/// The frames of some sentences, by number.
fn frames_in(input: &Input<'_>, roles: &Roles, sentences: &[usize]) -> Vec<usize> {
    roles.frames.iter().copied().filter(|n| input.frames.get(*n).is_some_and(|f| sentences.contains(&f.sentence))).collect()
}

/// Frames of the article's text that name a visitor and a host the other way round than most frames do.
pub(crate) fn reversed(input: &Input<'_>, roles: &Roles) -> Vec<usize> {
    let pairs = pairs(input, roles);
    let distinct = |sentences: &[usize]| sentences.iter().collect::<std::collections::BTreeSet<_>>().len();
    let turned = |sentence: usize| {
        pairs.iter().any(|(g, h, own)| {
            own.contains(&sentence)
                && pairs.iter().any(|(g2, h2, other)| {
                    same_side(g, h2)
                        && same_side(h, g2)
                        && (distinct(other) > distinct(own) || distinct(other) == distinct(own) && other.first() < own.first())
                })
        })
    };
    // A return visit that is only announced is not the visit that the article tells.
    let announced =
        |s: usize| input.has(input.words.visit_kind, Some("kunjungan_balasan"), s) && input.has(input.words.status, Some("planned"), s);
    let main = roles.frames_of(input).any(|f| input.zone(f.sentence) == Zone::Body && !announced(f.sentence));
    let sentences: Vec<usize> = roles
        .frames_of(input)
        .filter(|f| input.zone(f.sentence) == Zone::Body && (turned(f.sentence) || main && announced(f.sentence)))
        .map(|f| f.sentence)
        .collect();
    frames_in(input, roles, &sentences)
}
