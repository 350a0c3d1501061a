//! Twin cities: "sister city dengan A, B dan C" is a bond of the city with each of the three.

use super::frames::signs;
use super::partners::Group;
use crate::event::Input;
use crate::event::proof::Proven;
use crate::event::same::same_side;
use crate::kinds::AgreementKind;
use crate::mention::{BodySort, PartyRef};

/// Gives each twin abroad of one government a group of its own.
pub(super) fn twins<'f>(input: &Input<'f>, groups: Vec<Group<'f>>) -> Vec<Group<'f>> {
    let mut groups: Vec<Group<'f>> = groups.into_iter().map(|g| between_cities(input, without_envoys(g))).collect();
    let bond = |g: &Group<'_>| of(g, BodySort::Foreign);
    let brought: Vec<PartyRef> = groups.iter().filter(|g| bond(g)).flat_map(|g| &g.parties).map(|p| p.value.clone()).collect();
    // What an envoy offers for a city is the bond with the city.
    let envoy = |p: &Proven<PartyRef>| p.value.sort == Some(BodySort::Mission);
    groups.retain(|g| {
        let offers = g.parties.iter().any(envoy) && g.frames.iter().all(|f| !signs(input, f));
        !(offers && g.parties.iter().all(|p| envoy(p) || brought.iter().any(|b| same_side(b, &p.value))))
    });
    groups.into_iter().flat_map(|group| bonds(input, &group).unwrap_or_else(|| vec![group])).collect()
}

/// A party of the group is of this sort.
fn of(group: &Group<'_>, sort: BodySort) -> bool {
    group.parties.iter().any(|p| p.value.sort == Some(sort))
}

/// A mission that brings a government and a city abroad together is no party of their bond.
fn without_envoys(mut group: Group<'_>) -> Group<'_> {
    if of(&group, BodySort::Foreign) && group.parties.iter().any(|p| p.value.region.is_some() && p.value.sort.is_none()) {
        group.parties.retain(|p| p.value.sort != Some(BodySort::Mission));
    }
    group
}

/// "Komisi II DPRD X mendorong sister city A dengan B": twins are places, and who brings them together is no party of their bond.
fn between_cities<'f>(input: &Input<'f>, mut group: Group<'f>) -> Group<'f> {
    let place = |p: &&Proven<PartyRef>| p.value.region.is_some() && p.value.sort.is_none() || p.value.sort == Some(BodySort::Foreign);
    let places = group.parties.iter().filter(place).count();
    if places >= 2 && places < group.parties.len() && group.called(input).is_some_and(|k| k.value == AgreementKind::SisterCity) {
        group.parties.retain(|p| place(&p));
    }
    group
}

/// The bonds of a group, if it is of several twins.
fn bonds<'f>(input: &Input<'f>, group: &Group<'f>) -> Option<Vec<Group<'f>>> {
    let abroad = |p: &&Proven<PartyRef>| p.value.sort == Some(BodySort::Foreign);
    let (twins, home): (Vec<&Proven<PartyRef>>, Vec<&Proven<PartyRef>>) = group.parties.iter().partition(abroad);
    let [home] = home.as_slice() else { return None };
    if twins.len() < 2 || home.value.region.is_none() {
        return None;
    }
    let kind = group.called(input)?;
    let bond = |twin: &Proven<PartyRef>| {
        let of = |person: usize, party: &PartyRef| input.party_of(person).is_some_and(|p| same_side(p, party));
        let signs = |s: &&Proven<usize>| of(s.value, &home.value) || of(s.value, &twin.value);
        Group {
            parties: vec![(*home).clone(), twin.clone()],
            signatories: group.signatories.iter().filter(signs).cloned().collect(),
            kind: Some(kind.clone()),
            ..group.clone()
        }
    };
    (kind.value == AgreementKind::SisterCity).then(|| twins.iter().map(|t| bond(t)).collect())
}
