//! Guides: officials of the host who go around with the guests. "Menteri X meninjau pasar di Y. Ia didampingi Bupati Y dan Kepala
//! Dinas Z" tells of those who received him, though nobody is said to.

use super::draft::Proven;
use super::officials::in_order;
use super::roles::{Part, Roles, same_side};
use super::telling::Scope;
use super::{Input, VISIT};
use crate::rule::Frame;

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
