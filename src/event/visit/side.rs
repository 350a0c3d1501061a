//! Sides: the parties of a visit with the votes for them.

use super::committees;
use crate::event::Input;
use crate::event::proof::{Giver, Proven, Reason};
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::{Fill, Frame};
use crate::text::Zone;

/// Most agencies of one region that come or receive together.
const BODIES: usize = 8;

/// Votes for one party.
#[derive(Clone, Debug)]
pub(crate) struct Side {
    pub(crate) party: PartyRef,
    pub(crate) visitor: f64,
    pub(crate) host: f64,
    pub(crate) visitor_reasons: Vec<Reason>,
    pub(crate) host_reasons: Vec<Reason>,
    /// Votes of its officials that receive.
    pub(crate) receivers: u32,
    /// Frames that name it as visitor or host, by number.
    pub(crate) frames: Vec<usize>,
}

impl Side {
    /// A party for which nobody voted yet.
    pub(super) fn new(party: PartyRef) -> Side {
        Side { party, visitor: 0.0, host: 0.0, visitor_reasons: Vec::new(), host_reasons: Vec::new(), receivers: 0, frames: Vec::new() }
    }

    /// The frames that name it.
    pub(super) fn frames_of<'f>(&self, input: &Input<'f>) -> impl Iterator<Item = &'f Frame> {
        let frames = input.frames;
        self.frames.iter().filter_map(move |f| frames.get(*f))
    }

    /// The frames that name it and the other side.
    pub(super) fn frames_with<'f>(&self, other: &Side, input: &Input<'f>) -> impl Iterator<Item = &'f Frame> {
        let frames = input.frames;
        self.frames.iter().filter(|f| other.frames.binary_search(f).is_ok()).filter_map(move |f| frames.get(*f))
    }
}

/// The party of a side with the reasons of one of its roles.
pub(super) fn proven_party(side: &Side, reasons: &[Reason]) -> Proven<PartyRef> {
    let own = Reason::new(side.party.first, side.party.last, reasons.first().map_or(Giver::Step("visit/other-party"), |r| r.rule));
    let mut all = vec![own];
    all.extend(reasons.iter().cloned());
    Proven { value: side.party.clone(), reasons: all }
}

/// A side by its name, and the other agencies of its region, or parts of its council, that a frame lists beside it: "Dinas X dan TP
/// PKK Kota Y", "Komisi I dan Komisi II ke Kota Y".
pub(super) fn bodies(input: &Input<'_>, side: &Side, slot: &str, reasons: &[Reason]) -> Vec<Proven<PartyRef>> {
    let mut all = vec![proven_party(side, reasons)];
    let works = |p: &PartyRef| matches!(p.sort, Some(BodySort::Agency | BodySort::Enterprise)) || committees::named(input, p).is_some();
    let own = |p: &PartyRef| works(p) && p.region.is_some() && p.region == side.party.region;
    if !own(&side.party) {
        return all;
    }
    let alike = |a: &PartyRef, b: &PartyRef| match (committees::named(input, a), committees::named(input, b)) {
        (Some(a), Some(b)) => a.is(&b),
        (None, None) => a.shares_words(b) || a.short_for(b) || b.short_for(a),
        _ => false,
    };
    for frame in side.frames_of(input).filter(|f| input.zone(f.sentence) == Zone::Body) {
        let told = |f: &Fill| input.mention(f).filter(|(_, m)| matches!(m.what, What::Body(_))).and_then(|(n, _)| input.party(n));
        let listed: Vec<&PartyRef> = input.fills(frame, slot).filter_map(told).filter(|p| own(p)).collect();
        if listed.len() < 2 || !listed.iter().any(|p| alike(p, &side.party)) {
            continue;
        }
        for party in listed {
            if all.len() < BODIES && !all.iter().any(|known| alike(&known.value, party)) {
                let reason = Reason::new(party.first, party.last, frame);
                all.push(Proven::new(party.clone(), reason));
            }
        }
    }
    all.sort_by_key(|body| body.value.first);
    all
}

/// A side is named by its body rather than its region, and by the longer of two bodies.
pub(super) fn better_name(known: &mut PartyRef, other: &PartyRef) {
    let rank = |p: &PartyRef| match p.sort {
        Some(BodySort::Council) => 2,
        Some(BodySort::Mission) => 3,
        Some(_) => 1,
        None => 0,
    };
    let length = |p: &PartyRef| p.last.saturating_sub(p.first);
    if rank(other) > rank(known) || rank(other) == rank(known) && known.sort.is_some() && length(other) > length(known) {
        known.clone_from(other);
    }
}
