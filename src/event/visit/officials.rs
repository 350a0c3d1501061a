//! The officials of a visit: who leads, who receives, who comes along.

use std::collections::BTreeSet;

use super::heads::{MENTIONS, head, sends_off, speaking_head, speaks, spokesman};
use super::roles::{Part, Roles};
use super::side::Side;
use super::telling::Scope;
use super::{committees, gifts};
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::kinds::VisitStatus;
use crate::mention::{BodySort, OfficeWords, Person};
use crate::text::Zone;

/// Votes that whoever is said to lead has more than.
const LED: f64 = 1.3;

/// Who leads: whom the most votes name, else the head of the visiting body whom the article names.
pub(super) fn leader(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>, status: VisitStatus) -> Option<Proven<usize>> {
    let leaves = |p: &Part| input.people.persons.get(p.person).is_none_or(|q| !sends_off(input, q));
    let leads = |p: &&Part| {
        !p.absent
            && leaves(p)
            && p.leader > 0.0
            && (p.leader > p.receiver || scope.only_visits(input, p))
            && !anyone(input, p.person)
            && scope.not_host(input, p)
            && scope.comes(input, p)
    };
    let mut leaders: Vec<&Part> = roles.parts.iter().filter(leads).collect();
    // "Dampingi Wagub, Kadis X berguru ke Y. Kadis X ada di antara pendampingnya": who is told to come along leads nobody.
    let office = |p: &Part| input.people.persons.get(p.person).and_then(|q| q.office.as_ref()).map(|o| o.canonical.as_str());
    let heads: Vec<Option<&str>> = leaders.iter().filter(|p| p.leader > p.companion).map(|p| office(p)).collect();
    leaders.retain(|p| p.leader > p.companion || office(p).is_none() || heads.iter().all(|head| *head == office(p)));
    // A named leader is better than an office alone.
    let named = |p: &Part| input.people.persons.get(p.person).is_some_and(|q| q.name.is_some());
    // "Didampingi Sekda X, Bupati Y meninjau ...": who stands beside one that leads comes after him.
    let others: Vec<usize> = leaders.iter().filter(|p| p.beside.is_none()).map(|p| p.person).collect();
    let second = |p: &Part| p.beside.is_some_and(|lead| others.contains(&lead));
    let deputies: Vec<usize> = leaders.iter().filter(|p| leaders.iter().any(|q| next_to_head(input, q, p))).map(|p| p.person).collect();
    let second = |p: &Part| second(p) || deputies.contains(&p.person);
    leaders.sort_by(|a, b| named(b).cmp(&named(a)).then(second(a).cmp(&second(b))).then(b.leader.total_cmp(&a.leader)));
    // "Bupati X memuji Y. Turut dalam rombongan Sekda Z": who is told to come along too leads where no head of the guests is told.
    let said = |r: &Reason| input.frames_in(input.sentence_of(r.first)).any(|f| input.fills(f, "leader").any(|l| l.first == r.first));
    let only = |p: &&Part| p.companion > 0.0 && p.leader < LED && !p.leader_reasons.iter().any(said);
    let along = scope.alone() && leaders.first().is_some_and(only);
    let told = leaders.first().map(|p| Proven { value: by_name(input, roles, scope, p), reasons: p.leader_reasons.clone() });
    // Who heads those that did not go only speaks of it.
    if told.is_some() && !along || status == VisitStatus::Cancelled {
        return told;
    }
    if along {
        return head(input, roles, scope).or(told);
    }
    let given = || gifts::beside_gift(input, roles, scope.visitors()).filter(|_| scope.alone());
    given()
        .or_else(|| lone_goer(input, roles, scope))
        .or_else(|| head(input, roles, scope))
        .or_else(|| spokesman(input, roles, scope))
        .or_else(|| speaking_head(input, roles, scope))
}

/// "Bupati dan Wakil Bupati X melakukan kunjungan": the two are told as one row, of which the head leads.
fn next_to_head(input: &Input<'_>, head: &Part, deputy: &Part) -> bool {
    let person = |p: &Part| input.people.persons.get(p.person);
    let canonical = |p: &Part| Some(person(p)?.office.as_ref()?.canonical.as_str());
    let (Some(own), Some(of)) = (canonical(deputy), canonical(head)) else { return false };
    let row = |m: usize| {
        let before = m.checked_sub(1).filter(|b| person(head).is_some_and(|p| p.mentions.contains(b)));
        before.and_then(|b| input.mentions.get(b)).zip(input.mentions.get(m)).is_some_and(|(b, m)| input.reader.joins(b.last, m.first))
    };
    own.strip_prefix("Wakil ") == Some(of) && person(deputy).is_some_and(|p| p.mentions.iter().take(MENTIONS).any(|m| row(*m)))
}

/// "Audiensi Rektor Universitas X diterima Bupati Y. ... kata Rektor Andi": who leads by an office alone is the only one of the
/// visitors, or of no body that is told, whom the article names with that office.
fn by_name(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>, part: &Part) -> usize {
    let persons = &input.people.persons;
    let Some(office) = persons.get(part.person).filter(|p| p.name.is_none()).and_then(|p| p.office.as_ref()) else { return part.person };
    let ours = |p: &Person| p.party.as_ref().is_none_or(|own| scope.visitors().iter().any(|s| same_side(&s.party, own)));
    let other = |number: usize| roles.parts.iter().any(|q| q.person == number && (q.absent || q.receiver > q.leader));
    let holds = |p: &Person| p.name.is_some() && p.office.as_ref().is_some_and(|o| o.canonical == office.canonical);
    let mut held = persons.iter().enumerate().filter(|(_, p)| holds(p));
    match (held.next(), held.next()) {
        (Some((number, person)), None) if ours(person) && !other(number) => number,
        _ => part.person,
    }
}

/// "Sekretaris Dinas X bertandang ke Y": who is the only one that is told to go leads, though the office is not that of a head.
fn lone_goer(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Proven<usize>> {
    let deputy = |p: &Part| {
        let person = input.people.persons.get(p.person).filter(|q| q.name.is_some());
        person
            .and_then(|q| q.office.as_ref())
            .is_some_and(|o| o.canonical.starts_with("Sekretaris") && !matches!(o.canonical.as_str(), "Sekretaris DPRD" | "Sekwan"))
    };
    let goes = |p: &&Part| !p.absent && p.companion > 0.0 && p.leader <= 0.0 && p.receiver <= 0.0 && scope.comes(input, p);
    let mut goers = roles.parts.iter().filter(goes);
    let (one, None) = (goers.next()?, goers.next()) else { return None };
    // Of itself, and not beside somebody.
    let own = |r: &Reason| {
        let mut told = input.frames_in(input.sentence_of(r.first)).filter(|f| f.event == VISIT);
        told.any(|f| {
            input.fills(f, "visitors").any(|v| v.first == r.first)
                && input.fills(f, "hosts").chain(input.fills(f, "received_by")).next().is_some()
        })
    };
    (deputy(one) && one.beside.is_none() && one.companion_reasons.iter().any(own))
        .then(|| Proven { value: one.person, reasons: one.companion_reasons.clone() })
}

/// Who receives, in the order of the text.
pub(super) fn receivers(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>, leader: Option<usize>) -> Vec<Proven<usize>> {
    let receives = |p: &&Part| {
        !p.absent
            && (p.receiver > p.leader.max(p.companion) || p.receiver > p.companion && scope.only_hosts(input, p))
            && leader != Some(p.person)
            && !anyone(input, p.person)
            && scope.not_visitor(input, p)
            && scope.receives(input, p)
    };
    // "Konsultasi ke Dirjen X. Rombongan diterima Y": to whose office one goes need not be there where others receive.
    let goal = |p: &Part| {
        let named = input.people.persons.get(p.person).is_some_and(|q| q.name.is_some());
        !named && p.as_goal == p.receiver_reasons.len()
    };
    let others = roles.parts.iter().filter(receives).any(|p| !goal(p));
    let found = roles.parts.iter().filter(receives).filter(|p| !others || !goal(p));
    in_order(input, found.map(|p| Proven { value: p.person, reasons: p.receiver_reasons.clone() }).collect())
}

/// Who comes along with the leader and is no guide, in the order of the text.
pub(super) fn companions(
    input: &Input<'_>,
    roles: &Roles,
    scope: &Scope<'_, '_, '_>,
    leader: Option<usize>,
    guides: &[usize],
) -> Vec<Proven<usize>> {
    // "Bupati X dan Sekda Y bertandang ke Z": who is told to go somewhere, or to lead, goes with the leader where one sentence tells
    // both.
    let of_leader = leader.and_then(|l| roles.parts.iter().find(|p| p.person == l)).into_iter().flat_map(|p| &p.leader_reasons);
    let sentences: BTreeSet<usize> = of_leader.map(|r| input.sentence_of(r.first)).collect();
    let there = |r: &Reason| {
        let mut own = input.frames_in(input.sentence_of(r.first)).filter(|f| f.event == VISIT && f.first <= r.first && r.last <= f.last);
        own.any(|f| input.fills(f, "hosts").chain(input.fills(f, "leader")).next().is_some())
    };
    let beside = |p: &Part| p.leader_reasons.iter().any(|r| sentences.contains(&input.sentence_of(r.first)) || !there(r));
    let comes = |p: &&Part| {
        !p.absent
            && leader != Some(p.person)
            && !guides.contains(&p.person)
            && (p.companion > p.receiver || p.leader > p.receiver && beside(p))
            && !anyone(input, p.person)
            && scope.not_host(input, p)
            && scope.may_come(input, p)
    };
    // Of several visits a speaker does not say on which he was.
    let mut told: Vec<Proven<usize>> = if scope.alone() && !roles.partial { speaking_members(input, roles, scope) } else { Vec::new() };
    let reasons = |p: &Part| if p.companion_reasons.is_empty() { p.leader_reasons.clone() } else { p.companion_reasons.clone() };
    told.extend(roles.parts.iter().filter(comes).map(|p| Proven { value: p.person, reasons: reasons(p) }));
    told.retain(|p| leader != Some(p.value) && !doubles(input, p.value, leader.into_iter()));
    in_order(input, told)
}

/// Members of the visiting council who speak of their visit were there.
fn speaking_members(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Vec<Proven<usize>> {
    let member =
        |canonical: &str| matches!(canonical, "Anggota" | "Anggota DPRD" | "Anggota DPR RI" | "Sekretaris Komisi" | "Wakil Ketua Komisi");
    let council = |s: &&&Side| matches!(s.party.sort, Some(BodySort::Council | BodySort::Central));
    let mut found = Vec::new();
    for (number, person) in input.people.persons.iter().enumerate() {
        let (Some(name), Some(office)) = (&person.name, &person.office) else { continue };
        let own = person.party.as_ref().is_some_and(|p| scope.visitors().iter().filter(council).any(|s| same_side(&s.party, p)));
        let free = roles.parts.iter().all(|p| p.person != number);
        let part = scope.visitors().iter().any(|s| committees::of_other(input, &s.party, office));
        if own && free && !part && member(&office.canonical) && speaks(input, person) {
            found.push(Proven::new(number, Reason::new(name.first, name.last, "visit/speaking-member")));
        }
    }
    found
}

/// An office without a name is nobody besides a person who is named with it: "tiga Kasubag", "Danrem" of the Danrem X, and the
/// "Kakanwil Kemenkumham" of a headline whom the text tells in full.
fn doubles(input: &Input<'_>, person: usize, named: impl Iterator<Item = usize>) -> bool {
    let get = |p: usize| input.people.persons.get(p);
    let Some((one, office)) = get(person).filter(|p| p.name.is_none()).and_then(|p| Some((p, p.office.as_ref()?))) else { return false };
    let headline = |m: &usize| input.mentions.get(*m).is_some_and(|m| input.zone(input.sentence_of(m.first)) == Zone::Headline);
    let summed_up = one.mentions.iter().take(MENTIONS).all(headline);
    let same = |other: &Person| {
        let party = one.party.as_ref().zip(other.party.as_ref()).is_none_or(|(a, b)| same_side(a, b));
        let alike = summed_up || party && office.field.is_empty();
        (other.name.is_some() || one.party.is_none() && other.party.is_some())
            && alike
            && other.office.as_ref().is_some_and(|o| o.canonical == office.canonical)
    };
    let mut named = named.filter_map(get);
    named.any(same)
}

pub(super) fn in_order(input: &Input<'_>, mut found: Vec<Proven<usize>>) -> Vec<Proven<usize>> {
    let all: Vec<usize> = found.iter().map(|p| p.value).collect();
    found.retain(|p| !doubles(input, p.value, all.iter().copied()));
    found.sort_by_key(|p| p.reasons.first().map(|r| r.first));
    found.retain(|p| !only_introduces(input, p.value));
    found
}

/// "pimpinan dan anggota DPRD", "pimpinan DPRD X": an office that many hold, without a name, is no leader.
fn anyone(input: &Input<'_>, person: usize) -> bool {
    let office = input.people.persons.get(person).filter(|p| p.name.is_none()).and_then(|p| p.office.as_ref());
    let heads = |o: &OfficeWords| o.canonical == "Ketua DPRD" && input.reader.reads(o.first, &["pimpinan"]);
    office.is_some_and(|o| heads(o) || matches!(o.canonical.as_str(), "Pimpinan" | "Anggota" | "Anggota DPRD" | "Komisioner" | "Staf"))
}

/// A title that introduces the names behind it is nobody besides them: "anggota Komisi A, yakni Dewi dan Agung".
fn only_introduces(input: &Input<'_>, person: usize) -> bool {
    let Some(person) = input.people.persons.get(person).filter(|p| p.name.is_none()) else { return false };
    let Some(first) = person.office.as_ref().map(|o| o.first) else { return false };
    input.people.persons.iter().any(|p| p.name.is_some() && p.office.as_ref().is_some_and(|o| o.first == first))
}
