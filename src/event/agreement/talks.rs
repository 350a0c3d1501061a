//! Talks: partners with whom there is only talk so far, told behind those who have a paper ("dengan Y masih dibahas").

use super::antecedent::speaker;
use super::partners::{Group, has};
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::kinds::AgreementStatus;
use crate::mention::PartyRef;
use crate::rule::Frame;

/// The rule of a partner with whom there is only talk so far.
pub(super) const STILL_WITH: &str = "agreement/still-with";

/// "Dengan X MoU masih berlaku. Y masih dibahas": one more paper of the government that has had the one before, of which there is
/// only talk.
pub(super) fn still_with<'f>(input: &Input<'f>, groups: &[Group<'f>], frame: &'f Frame, partner: &Proven<PartyRef>) -> Option<Group<'f>> {
    let last = groups.last().filter(|g| g.frames.iter().any(|f| frame.sentence.saturating_sub(f.sentence) <= 1))?;
    if groups.iter().any(|g| has(g, &partner.value)) {
        return None;
    }
    let spoken = speaker(input, frame).and_then(|s| Some(Proven { value: input.party_of(s.value)?.clone(), reasons: s.reasons }));
    let spoken = spoken.filter(|p| !same_side(&p.value, &partner.value));
    let shared = || last.parties.iter().find(|p| groups.iter().filter(|g| has(g, &p.value)).count() >= 2).cloned();
    let centre = shared().or_else(|| spoken.map(|p| Proven { value: PartyRef { sort: None, ..p.value }, ..p }));
    let reason = Reason::new(frame.first, frame.last, "status/agreement");
    let status = Some(Proven::new(AgreementStatus::Proposed, reason));
    let parties = centre.into_iter().chain([partner.clone()]).collect();
    Some(Group { own: Some(frame.sentence), kind: last.called(input), status, ..Group::new(parties, Vec::new(), vec![frame]) })
}
