//! Drafts of visits: the slots of one delegation at one host, whose values still carry their tokens.

use super::guides::{guides, with_guides};
use super::roles::Roles;
use super::side::{Side, bodies};
use super::telling::Scope;
use super::{gifts, heads, officials, shares, statement, status};
use crate::document::{DateRange, Evidence, Visit};
use crate::event::affair::{self, Extent};
use crate::event::confidence::confidence;
use crate::event::proof::{Proven, prove_each};
use crate::event::{Input, places, public, setting};
use crate::kinds::{Affair, VisitKind, VisitStatus};
use crate::mention::{BodySort, PartyRef};
use crate::{Date, Slot};

/// A visit whose values still carry their tokens.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) visitors: Vec<Proven<PartyRef>>,
    pub(crate) hosts: Vec<Proven<PartyRef>>,
    pub(crate) leader: Option<Proven<usize>>,
    pub(crate) received_by: Vec<Proven<usize>>,
    pub(crate) accompanied_by: Vec<Proven<usize>>,
    pub(crate) kind: Proven<VisitKind>,
    pub(crate) status: Proven<VisitStatus>,
    pub(crate) date: Option<Proven<(Date, Option<Date>)>>,
    pub(crate) size: Option<Proven<u32>>,
    pub(crate) venue: Option<Proven<(usize, usize)>>,
    pub(crate) sites: Vec<Proven<(usize, usize)>>,
    pub(crate) affairs: Vec<Proven<Affair>>,
}

/// One visit: its sides, and what the frames that tell of it say.
pub(super) fn draft(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Draft> {
    let (group, hosts) = (scope.visitors(), scope.hosts());
    // "Kunjungan kerja DPRD ke luar Jawa ditentukan masing-masing komisi": councils in general.
    let nobody = |s: &&Side| s.party.sort == Some(BodySort::Council) && s.party.region.is_none();
    if hosts.is_empty() && !group.is_empty() && group.iter().all(nobody) {
        return None;
    }
    let frames = scope.frames.as_slice();
    let mut status = status::visit_status(input, frames);
    let leader = officials::leader(input, roles, scope, status.value);
    let lead = leader.as_ref().map(|l| l.value);
    let mut received_by = officials::receivers(input, roles, scope, lead);
    let guides = guides(input, roles, scope);
    let mut accompanied_by = officials::companions(input, roles, scope, lead, &guides);
    let to_come = status.value == VisitStatus::Planned;
    accompanied_by.retain(|p| !(to_come && statement::spoken_beside(input, p)));
    let kind = status::visit_kind(input, frames)?;
    // Received by one's own people and by nobody else: a journey at home, if no word names it a visit.
    if matches!(kind.value, VisitKind::Kunjungan | VisitKind::KunjunganLapangan)
        && hosts.is_empty()
        && received_by.is_empty()
        && roles.parts.iter().any(|p| p.receiver > p.leader.max(p.companion) && !scope.not_visitor(input, p))
    {
        return None;
    }
    let shared = shares::day(input, frames, &[("visitors", group), ("hosts", hosts)]).filter(|_| !scope.alone());
    let date = shared.or_else(|| setting::date(input, frames, status.value).map(|d| setting::own_day(input, frames, scope.alone(), d)));
    if let Some(found) = status::by_days(input, frames, status.value, date.as_ref()) {
        status = found;
    }
    // What is only planned, by its words or its day, nobody received yet.
    if received_by.is_empty() && matches!(status.value, VisitStatus::Held | VisitStatus::Ongoing) {
        let given = gifts::beside_gift(input, roles, hosts).filter(|_| scope.alone());
        received_by.extend(given.or_else(|| heads::speaker_of_hosts(input, roles, scope)));
    }
    let received_by = with_guides(input, roles, &guides, lead, received_by);
    let venue = places::venue(input, frames).or_else(|| places::venue_of_day(input, date.as_ref()));
    let venue = venue.filter(|v| !(to_come && statement::told_there(input, v.value.0)));
    let extent = match (scope.alone(), roles.partial) {
        (true, false) => Extent::Whole,
        (true, true) => Extent::Rest,
        (false, _) => Extent::Part,
    };
    let mut draft = Draft {
        visitors: group.iter().flat_map(|s| bodies(input, s, "visitors", &s.visitor_reasons)).collect(),
        hosts: hosts.iter().flat_map(|s| bodies(input, s, "hosts", &s.host_reasons)).collect(),
        leader,
        received_by,
        accompanied_by,
        size: setting::size(input, frames, |f| scope.tells(input, f)),
        sites: places::sites(input, frames, venue.as_ref(), scope.alone()),
        affairs: affair::affairs(input, frames, extent),
        venue,
        date,
        kind,
        status,
    };
    if draft.kind.value == VisitKind::Rapat && group.len() > 1 {
        // The heads of those who met are no delegation.
        draft.leader = None;
        draft.accompanied_by.clear();
        draft.size = None;
    }
    Some(draft)
}

impl Draft {
    /// The public struct with its evidence.
    pub(crate) fn publish(self, input: &Input<'_>) -> Visit {
        let mut evidence = Evidence::default();
        prove_each(input, &mut evidence, Slot::Kind, [&self.kind]);
        prove_each(input, &mut evidence, Slot::Status, [&self.status]);
        let visitors = public::parties(input, &mut evidence, Slot::Visitors, &self.visitors);
        let hosts = public::parties(input, &mut evidence, Slot::Hosts, &self.hosts);
        let leader = public::officials(input, &mut evidence, Slot::Leader, self.leader.as_slice()).pop();
        let received_by = public::officials(input, &mut evidence, Slot::ReceivedBy, &self.received_by);
        let accompanied_by = public::officials(input, &mut evidence, Slot::AccompaniedBy, &self.accompanied_by);
        prove_each(input, &mut evidence, Slot::Date, &self.date);
        prove_each(input, &mut evidence, Slot::DelegationSize, &self.size);
        prove_each(input, &mut evidence, Slot::Venue, &self.venue);
        prove_each(input, &mut evidence, Slot::Sites, &self.sites);
        prove_each(input, &mut evidence, Slot::Affairs, &self.affairs);
        let open = self.hosts.is_empty() && self.kind.value != VisitKind::KunjunganLapangan;
        let confidence = confidence(input, &evidence, &[(Slot::Visitors, &self.visitors), (Slot::Hosts, &self.hosts)], open);
        Visit {
            kind: self.kind.value,
            status: self.status.value,
            visitors,
            hosts,
            leader,
            received_by,
            accompanied_by,
            date: self.date.map(|d| DateRange { start: d.value.0, end: d.value.1 }),
            delegation_size: self.size.map(|s| s.value),
            venue: self.venue.map(|v| public::place(input, v.value.0, v.value.1)),
            sites: self.sites.iter().map(|s| public::place(input, s.value.0, s.value.1)).collect(),
            affairs: self.affairs.iter().map(|a| a.value).collect(),
            evidence,
            confidence,
        }
    }
}
