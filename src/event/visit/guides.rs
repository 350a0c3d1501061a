//! Guides: officials of the host who go around with the guests. "Menteri X meninjau pasar di Y. Ia didampingi Bupati Y dan Kepala
//! Dinas Z" tells of those who received him, though nobody is said to.

use super::field::looks_at;
use super::officials::in_order;
use super::roles::{Part, Roles};
use super::telling::Scope;
use crate::event::proof::Proven;
use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::lexicon::RegionId;
use crate::mention::BodySort;
use crate::rule::{Fill, Frame};

/// Who receives, with the guides.
pub(super) fn with_guides(
    input: &Input<'_>,
    roles: &Roles,
    guides: &[usize],
    leader: Option<usize>,
    mut receivers: Vec<Proven<usize>>,
) -> Vec<Proven<usize>> {
    let guide = |p: &&Part| guides.contains(&p.person) && leader != Some(p.person);
    receivers.extend(roles.parts.iter().filter(guide).map(|p| Proven { value: p.person, reasons: p.companion_reasons.clone() }));
    in_order(input, receivers)
}

/// Most tokens from "datang" to "ditemani".
const COMES: usize = 6;

/// The persons, by number, whom the article tells beside a guest of this visit and who are the host's.
pub(super) fn guides(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Vec<usize> {
    let beside = |person: usize| {
        let part = roles.parts.iter().find(|p| p.person == person)?;
        (!part.absent && part.companion > part.receiver.max(part.leader)).then_some(part)
    };
    // "Kapolda datang ke balai kota ditemani Kapolresta X": who comes with a guest is a guest, of whatever town he is.
    let comes = |at: usize| input.reader.reads(at, &["berangkat", "datang", "hadir"]);
    let came = |f: &&Frame| !(f.trigger.saturating_sub(COMES)..=f.trigger).any(comes);
    let mut found = Vec::new();
    for frame in roles.frames_of(input).filter(|f| f.event == VISIT).filter(came) {
        let mut host = false;
        for person in input.fills(frame, "with").filter_map(|f| input.person(f.value.mention()?)) {
            let Some(part) = beside(person) else { continue };
            host = !scope.not_host(input, part) || host && local(input, person);
            if host && !found.contains(&person) {
                found.push(person);
            }
        }
    }
    found.retain(|p| input.party_of(*p).is_none_or(|party| !scope.visitors().iter().any(|s| same_side(&s.party, party))));
    found
}

/// An office of a region, or of its agencies, whose own region the text leaves out.
pub(super) fn local(input: &Input<'_>, person: usize) -> bool {
    let office = input.people.persons.get(person).and_then(|p| p.office.as_ref());
    let heads = ["Sekda", "Asisten", "Inspektur", "Camat", "Lurah", "Kepala", "Kapolres", "Dandim", "Ketua DPRD", "Wakil Ketua DPRD"];
    input.party_of(person).is_none() && office.is_some_and(|o| heads.iter().any(|h| o.canonical.starts_with(h)))
}

/// "Menteri X bersama Bupati Y meninjau pasar di Y", "Gubernur X dan Bupati Y mengecek jembatan": the government of the place is
/// there, beside the one who came.
pub(super) fn local_beside(input: &Input<'_>, frame: &Frame, fill: &Fill) -> bool {
    let gazetteer = &input.reader.lexicon.gazetteer;
    let official = |f: &Fill| f.value.mention().filter(|m| input.official(*m).is_some()).and_then(|m| input.party(m));
    let Some(region) = official(fill).filter(|p| p.sort.is_none()).and_then(|p| p.region) else { return false };
    let mut before = input.fills(frame, "visitors").filter(|f| f.first < fill.first);
    let Some(first) = before.next().and_then(official) else { return false };
    let outer = first.region.is_none() && first.sort == Some(BodySort::Central)
        || first.sort.is_none() && first.region.is_some_and(|r| r != region && gazetteer.province(region) == r);
    let within = |r: RegionId| r == region || gazetteer.province(r) == region;
    let mut places = input.fills(frame, "hosts").chain(input.fills(frame, "sites")).filter_map(|f| input.party(f.value.mention()?)?.region);
    let there = places.any(within);
    outer && (there || looks_at(input, frame) && input.fills(frame, "hosts").next().is_none())
}
