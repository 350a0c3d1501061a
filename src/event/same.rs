//! Sameness: which parties are one side of an event.

use crate::mention::PartyRef;

/// One side of a visit: a region with all its bodies, or one organisation.
pub(super) fn same_side(a: &PartyRef, b: &PartyRef) -> bool {
    match (a.region, b.region) {
        (Some(x), Some(y)) => x == y,
        _ => a.same(b),
    }
}

/// Adds the weight of a mention to the count of its side; parties beyond a number that no article has are let go.
pub(super) fn tally<'p>(counts: &mut Vec<(&'p PartyRef, u32)>, party: &'p PartyRef, weight: u32) {
    let full = counts.len() >= super::PARTIES;
    match counts.iter_mut().find(|(p, _)| same_side(p, party)) {
        Some((_, count)) => *count = count.saturating_add(weight),
        None if full => {}
        None => counts.push((party, weight)),
    }
}
