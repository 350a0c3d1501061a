//! Proposals beside what is signed: "Bupati X juga mengajak Kabupaten Y bekerja sama", "tawaran itu disampaikan di hadapan tuan rumah",
//! and what waits for somebody's leave.

use super::antecedent::speaker;
use super::completion::complete;
use super::frames::proposes;
use super::members::members;
use super::partners::{Group, has, valid};
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::visit::Draft as VisitDraft;
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::PartyRef;
use crate::rule::Frame;
use crate::text::Zone;

/// Who asks whom to work together.
pub(super) fn invitation<'f>(input: &Input<'f>, frame: &'f Frame, mut parties: Vec<Proven<PartyRef>>) -> Group<'f> {
    if let [asked] = parties.as_slice() {
        // Who asks is who speaks.
        let party = |person: usize| input.party_of(person).cloned();
        let asks = speaker(input, frame).and_then(|s| Some(Proven { value: party(s.value)?, reasons: s.reasons }));
        let asks = asks.filter(|p| !same_side(&p.value, &asked.value));
        parties.splice(0..0, asks);
    }
    proposed(frame, parties, vec![frame])
}

fn proposed<'f>(told: &Frame, parties: Vec<Proven<PartyRef>>, frames: Vec<&'f Frame>) -> Group<'f> {
    let reason = |rule: &'static str| Reason::new(told.first, told.last, rule);
    let status = Some(Proven::new(AgreementStatus::Proposed, reason("status/agreement")));
    let kind = Some(Proven::new(AgreementKind::KerjaSama, reason("status/kind")));
    Group { own: Some(told.sentence), kind, status, ..Group::new(parties, Vec::new(), frames) }
}

/// "Pemkot X menanti izin Kemendagri agar MoU dengan Y bisa diteken": the frames that tell of papers that wait.
pub(super) fn awaited<'f>(input: &Input<'f>) -> Vec<&'f Frame> {
    let frames = input.frames.iter().enumerate().filter(|(n, f)| input.rule_name(f) == "agreement/awaits-leave" && input.counts(*n));
    frames.map(|(_, f)| f).collect()
}

/// Gives each paper that waits to its partners: who only are told to have one are planning it; who have one by other words, plan another.
pub(super) fn plan<'f>(input: &Input<'f>, groups: &mut Vec<Group<'f>>, awaited: &[&'f Frame], visits: &[VisitDraft]) {
    for frame in awaited {
        let (parties, _) = members(input, frame);
        let reason = Reason::new(frame.trigger, frame.trigger.saturating_add(1), "status/agreement");
        let status = Some(Proven::new(AgreementStatus::Planned, reason));
        let own = Group { own: Some(frame.sentence), status: status.clone(), ..Group::new(parties, Vec::new(), vec![*frame]) };
        let group = completed(input, own, visits);
        match groups.iter_mut().find(|g| of_partners(g, &group)) {
            Some(told) if told.standing(input).reasons.iter().all(|r| r.rule == "status/default") => told.status = status,
            Some(told) if unsigned(input, told) => {}
            _ if valid(input, &group) => groups.push(group),
            _ => {}
        }
    }
}

/// The group with the party that it lacks.
fn completed<'f>(input: &Input<'f>, group: Group<'f>, visits: &[VisitDraft]) -> Group<'f> {
    let mut group = [group];
    complete(input, &mut group, visits);
    let [group] = group;
    group
}

/// All partners of the other are of the group.
fn of_partners(group: &Group<'_>, other: &Group<'_>) -> bool {
    other.parties.iter().all(|p| has(group, &p.value))
}

/// What the group speaks of is proposed or planned.
fn unsigned(input: &Input<'_>, group: &Group<'_>) -> bool {
    group.standing(input).value.lies_ahead()
}

/// Adds the invitations, and what the guest proposes to the host with no party told (`open`), where no group has the two yet.
pub(super) fn propose<'f>(
    input: &Input<'f>,
    groups: &mut Vec<Group<'f>>,
    invited: Vec<Group<'f>>,
    open: &[&'f Frame],
    visits: &[VisitDraft],
) {
    for group in invited {
        let group = completed(input, group, visits);
        if valid(input, &group) && !groups.iter().any(|g| of_partners(g, &group) && unsigned(input, g)) {
            groups.push(group);
        }
    }
    // What a sentence with partners of its own proposes is theirs.
    let named = |f: &Frame| input.fills(f, "parties").chain(input.fills(f, "signatories")).next().is_some();
    let own = |f: &Frame| groups.iter().any(|g| g.frames.iter().any(|h| h.sentence == f.sentence && named(h)));
    let told: Vec<&Frame> =
        open.iter().copied().filter(|f| proposes(input, f) && input.zone(f.sentence) == Zone::Body && !own(f)).collect();
    let (Some(first), Some(visit)) = (told.first(), visits.first()) else { return };
    let (Some(guest), Some(host)) = (visit.visitors.first(), visit.hosts.first()) else { return };
    let both = |g: &Group<'_>| has(g, &guest.value) && has(g, &host.value);
    let either = |g: &Group<'_>| has(g, &guest.value) || has(g, &host.value);
    if !groups.is_empty() && !groups.iter().any(|g| both(g) || either(g) && unsigned(input, g)) {
        let group = proposed(first, vec![guest.clone(), host.clone()], told.clone());
        if valid(input, &group) {
            groups.push(group);
        }
    }
}
