//! Asides: visits that one sentence tells besides the one that the article is about: an earlier one ("bulan lalu DPRD X juga
//! datang ke sini"), the next stop, one that was called off. A side that the sentence leaves out is that of the article's visit.

use super::delegation::drop_provinces;
use super::draft::{Proven, Reason};
use super::roles::{Part, Roles, Side, proven_party, roles, same_side};
use super::visit::Draft;
use super::{Input, VISIT, affair, setting, status};
use crate::Date;
use crate::kinds::{VisitKind, VisitStatus};
use crate::mention::PartyRef;
use crate::rule::Frame;
use crate::text::Zone;

/// Most tokens from "dijadwalkan" to the verb of visiting.
const AHEAD: usize = 8;
/// Mentions back to the visitors of an aside that names none.
const REACH: usize = 40;
/// Most asides of one article.
const MOST: usize = 12;

/// A sentence that may tell of another visit.
pub(super) struct Aside {
    sentence: usize,
    status: Proven<VisitStatus>,
    /// Its frames, by number.
    pub(super) frames: Vec<usize>,
}

/// The sentences of the article's text whose words of time or plan set them apart.
pub(super) fn candidates(input: &Input<'_>) -> Vec<Aside> {
    let mut found: Vec<Aside> = Vec::new();
    let names = |f: &Frame| ["visitors", "hosts"].iter().any(|slot| input.fills(f, slot).next().is_some());
    for frame in input.frames.iter().filter(|f| f.event == VISIT && input.zone(f.sentence) == Zone::Body && names(f)) {
        if found.len() < MOST && found.iter().all(|a| a.sentence != frame.sentence) {
            found.extend(set_apart(input, frame).map(|status| Aside { sentence: frame.sentence, status, frames: Vec::new() }));
        }
    }
    for (number, frame) in input.frames.iter().enumerate().filter(|(_, f)| f.event == VISIT) {
        if let Some(aside) = found.iter_mut().find(|a| a.sentence == frame.sentence) {
            aside.frames.push(number);
        }
    }
    found
}

/// The status of the visit that a sentence tells of, where a word of it says so.
fn set_apart(input: &Input<'_>, frame: &Frame) -> Option<Proven<VisitStatus>> {
    let told = |(_, first, last): (&str, usize, usize), status, rule: &str| Proven::new(status, Reason::new(first, last, rule));
    if let Some(time) = input.phrases_in(input.words.verb, frame.sentence).into_iter().find(|(v, _, _)| *v == "earlier") {
        return Some(told(time, VisitStatus::Held, "status/earlier"));
    }
    if input.quoted(frame.trigger) {
        return None;
    }
    let words = input.phrases_in(input.words.status, frame.sentence);
    if let Some(word) = words.iter().find(|(v, _, _)| *v == "cancelled") {
        return Some(told(*word, VisitStatus::Cancelled, "status/cancelled"));
    }
    // "Sedianya ia menyeberang ke X. Rencana itu dibatalkan"
    let before = |w: &&(&str, usize, usize)| w.0 == "intended" && w.1 <= frame.trigger && status::called_off(input, frame.sentence);
    if let Some(word) = words.iter().find(before) {
        return Some(told(*word, VisitStatus::Cancelled, "status/cancelled"));
    }
    let ahead = |w: &&(&str, usize, usize)| w.0 == "planned" && w.1 <= frame.trigger && frame.trigger.saturating_sub(w.1) <= AHEAD;
    let visits = input.has(input.words.visit_kind, None, frame.sentence) || input.has(input.words.verb, Some("visit"), frame.sentence);
    words.iter().find(ahead).filter(|_| visits).map(|word| told(*word, VisitStatus::Planned, "status/planned"))
}

/// The visit of an aside, if it is none of those that the rest of the article tells.
pub(super) fn draft(input: &Input<'_>, aside: &Aside, told: &[Draft]) -> Option<Draft> {
    let main = told.first().filter(|d| !d.visitors.is_empty() && !d.hosts.is_empty())?;
    let held = matches!(main.status.value, VisitStatus::Held | VisitStatus::Ongoing);
    if aside.status.value != VisitStatus::Held && !held {
        return None;
    }
    let own = roles(input, |frame| aside.frames.contains(&frame));
    let mut guests: Vec<&Side> = own.sides.iter().filter(|s| s.visitor > s.host).collect();
    let mut hosts: Vec<&Side> = own.sides.iter().filter(|s| s.host > s.visitor).collect();
    drop_provinces(input, &mut guests);
    drop_provinces(input, &mut hosts);
    if guests.is_empty() && hosts.is_empty() {
        return None;
    }
    let of = |sides: &[&Side], visit: bool| -> Vec<Proven<PartyRef>> {
        sides.iter().map(|s| proven_party(s, if visit { &s.visitor_reasons } else { &s.host_reasons })).collect()
    };
    // Of several visits the one told last before goes on.
    let last = latest(input, aside, told).unwrap_or(main);
    let visitors = if guests.is_empty() { last.visitors.clone() } else { of(&guests, true) };
    let hosts = if hosts.is_empty() { last.hosts.clone() } else { of(&hosts, false) };
    let among = |own: &[Proven<PartyRef>], all: &[Proven<PartyRef>]| own.iter().all(|p| all.iter().any(|q| same_side(&p.value, &q.value)));
    // A meeting is what the article is about, not an aside.
    let meets = status::visit_kind_in(input, aside.sentence).is_some_and(|k| k.value == VisitKind::Rapat);
    if meets || among(&visitors, &hosts) || told.iter().any(|d| among(&visitors, &d.visitors) && among(&hosts, &d.hosts)) {
        return None;
    }
    Some(build(input, aside, &own, visitors, hosts))
}

/// The visit whose visitors the article names last before an aside.
fn latest<'d>(input: &Input<'_>, aside: &Aside, told: &'d [Draft]) -> Option<&'d Draft> {
    let first = aside.frames.first().and_then(|n| input.frames.get(*n)).map_or(0, |f| f.first);
    let last = input.mentions.partition_point(|m| m.first < first);
    (last.saturating_sub(REACH)..last).rev().find_map(|i| {
        let party = input.party(i)?;
        told.iter().find(|d| !d.hosts.is_empty() && d.visitors.iter().any(|v| same_side(&v.value, party)))
    })
}

/// What is told in a sentence only has only what that sentence says.
fn build(input: &Input<'_>, aside: &Aside, own: &Roles, visitors: Vec<Proven<PartyRef>>, hosts: Vec<Proven<PartyRef>>) -> Draft {
    let frames: Vec<&Frame> = aside.frames.iter().filter_map(|n| input.frames.get(*n)).collect();
    let ahead = aside.status.value == VisitStatus::Planned;
    let possible = |d: &Proven<(Date, Option<Date>)>| ahead || input.today().is_none_or(|today| d.value.0 <= today);
    let here = |reasons: &[Reason]| reasons.first().is_some_and(|r| input.sentence_of(r.first) == aside.sentence);
    let of = |person: usize, side: &[Proven<PartyRef>]| {
        let party = input.people.persons.get(person).and_then(|p| p.party.as_ref());
        party.is_some_and(|p| side.iter().any(|q| same_side(p, &q.value)))
    };
    let leads = |p: &&Part| p.leader > p.receiver && !p.absent && here(&p.leader_reasons) && of(p.person, &visitors);
    let receives = |p: &&Part| p.receiver > p.leader && !p.absent && here(&p.receiver_reasons) && !of(p.person, &visitors);
    let leader = own.parts.iter().filter(leads).max_by(|a, b| a.leader.total_cmp(&b.leader));
    let kind = status::visit_kind_in(input, aside.sentence);
    let reason =
        frames.first().map_or_else(|| Reason::new(0, 1, "status/kind-not-told"), |f| Reason::new(f.first, f.last, "status/kind-not-told"));
    Draft {
        leader: leader.map(|p| Proven { value: p.person, reasons: p.leader_reasons.clone() }),
        received_by: own.parts.iter().filter(receives).map(|p| Proven { value: p.person, reasons: p.receiver_reasons.clone() }).collect(),
        accompanied_by: Vec::new(),
        kind: kind.unwrap_or_else(|| Proven::new(VisitKind::Kunjungan, reason)),
        status: aside.status.clone(),
        date: setting::date(input, &frames, aside.status.value).filter(|d| here(&d.reasons) && possible(d)),
        size: setting::size(input, &frames).filter(|s| here(&s.reasons)),
        venue: setting::venue(input, &frames).filter(|v| here(&v.reasons)),
        sites: Vec::new(),
        affairs: affair::affairs(input, &frames, false).into_iter().filter(|a| here(&a.reasons)).collect(),
        confidence: 0.5,
        visitors,
        hosts,
    }
}
