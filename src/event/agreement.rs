//! Agreements: groups the frames by their parties and fills the slots of each group.

use super::draft::{Proven, Reason, prove};
use super::roles::{same_side, tally};
use super::visit::Draft as VisitDraft;
use super::{AGREEMENT, Input, affair, public, setting, status};
use crate::Slot;
use crate::document::{Agreement, DateRange, Duration, Evidence};
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Frames that speak of one agreement.
struct Group<'f> {
    parties: Vec<Proven<PartyRef>>,
    signatories: Vec<Proven<usize>>,
    frames: Vec<&'f Frame>,
}

/// All agreements of the article.
pub(crate) fn agreements(input: &Input<'_>, visits: &[VisitDraft]) -> Vec<Agreement> {
    if input.telling(input.words.budget) >= 2 {
        return Vec::new();
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut open: Vec<&Frame> = Vec::new();
    for frame in input.frames.iter().filter(|f| f.event == AGREEMENT && counts(input, f)) {
        let (parties, signatories) = members(input, frame);
        if parties.is_empty() && signatories.is_empty() {
            open.push(frame);
            continue;
        }
        place(&mut groups, frame, parties, signatories);
    }
    merge(&mut groups);
    if let [only] = groups.as_mut_slice() {
        only.frames.extend(open.iter().copied().filter(|f| input.zone(f.sentence) == Zone::Body));
    }
    let proposal = open.iter().any(|f| proposes(input, f));
    complete(input, &mut groups, visits);
    if !groups.iter().any(|g| valid(input, g)) {
        groups.clear();
        let signed: Vec<&Frame> = open.iter().copied().filter(|f| signs(input, f)).collect();
        if !signed.is_empty() {
            let mut group = [Group { parties: Vec::new(), signatories: Vec::new(), frames: signed }];
            complete(input, &mut group, visits);
            groups.extend(group);
        }
    }
    if groups.is_empty() && proposal {
        if let Some(visit) = visits.first() {
            if let (Some(guest), Some(host)) = (visit.visitors.first(), visit.hosts.first()) {
                groups.push(Group { parties: vec![guest.clone(), host.clone()], signatories: Vec::new(), frames: open.clone() });
            }
        }
    }
    groups.retain(|g| valid(input, g));
    if let Some(second) = groups.first().and_then(|g| second_document(input, g)) {
        groups.push(second);
    }
    let only = groups.len() == 1;
    groups.into_iter().filter_map(|g| publish(input, g, only, visits)).collect()
}

/// The document that is to follow the one signed ("LoI now, MoU later"), or that went before the one planned.
fn second_document<'f>(input: &Input<'f>, group: &Group<'f>) -> Option<Group<'f>> {
    let main = status::agreement_status(input, &group.frames).value;
    let specific = |s: usize| -> Vec<&str> {
        input
            .phrases_in(input.words.agreement_kind, s)
            .into_iter()
            .map(|(k, _, _)| k)
            .filter(|k| matches!(*k, "nota_kesepahaman" | "perjanjian_kerja_sama" | "kesepakatan_bersama" | "letter_of_intent"))
            .collect()
    };
    let planned = |s: usize| {
        let status = input.phrases_in(input.words.status, s);
        let verbs = input.phrases_in(input.words.verb, s);
        status.iter().any(|(v, at, _)| {
            *v == "planned" && verbs.iter().any(|(v, first, _)| v.starts_with("sign") && first.saturating_sub(*at) <= 6 && first >= at)
        })
    };
    let signed: Vec<usize> =
        (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body && !planned(*s) && input.signs(*s)).collect();
    let signed_kinds: Vec<&str> = signed.iter().flat_map(|s| specific(*s)).collect();
    let sentence = match main {
        AgreementStatus::Signed => (0..input.reader.sentences.len()).find(|s| {
            input.zone(*s) == Zone::Body
                && planned(*s)
                && specific(*s).iter().any(|k| !signed_kinds.contains(k))
                && !signed_kinds.is_empty()
        }),
        AgreementStatus::Planned => signed.into_iter().find(|s| specific(*s).contains(&"letter_of_intent")),
        _ => None,
    }?;
    let frames: Vec<&'f Frame> =
        input.frames.iter().filter(|f| f.event == AGREEMENT && f.sentence == sentence && input.fills(f, "kind").next().is_some()).collect();
    (!frames.is_empty()).then(|| Group { parties: group.parties.clone(), signatories: Vec::new(), frames })
}

/// A frame counts unless it speaks of the budget, or tells nothing but a venue.
fn counts(input: &Input<'_>, frame: &Frame) -> bool {
    let telling = frame.fills.iter().any(|f| !matches!(input.schema.slot_name(f.slot), "venue" | "duration"));
    // Who stands in for another signs only where a signing is told.
    let stands_in = input.rule_name(frame) == "agreement/stands-in";
    let signing = || input.signs(frame.sentence) || frame.sentence.checked_sub(1).is_some_and(|s| input.signs(s));
    telling && !input.has(input.words.budget, None, frame.sentence) && !denied(input, frame) && (!stands_in || signing())
}

/// "bukan", "tidak", "belum" right before the trigger.
fn denied(input: &Input<'_>, frame: &Frame) -> bool {
    input.phrases(input.words.verb, frame.trigger.saturating_sub(3), frame.trigger).iter().any(|(v, _, _)| *v == "negate")
}

/// The frame's own words speak of signing.
fn signs(input: &Input<'_>, frame: &Frame) -> bool {
    input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, _, _)| v.starts_with("sign"))
}

/// The frame's own words speak of signing or agreeing there and then, not of what runs already ("sudah terjalin").
fn seals(input: &Input<'_>, frame: &Frame) -> bool {
    input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, first, last)| {
        let words = input.reader.folded(*first, *last);
        v.starts_with("sign") && ["teken", "tanda", "sepakat"].iter().any(|w| words.contains(w))
    })
}

fn proposes(input: &Input<'_>, frame: &Frame) -> bool {
    let status = input.slot("status");
    frame
        .fills
        .iter()
        .any(|f| f.slot == status && input.phrases(input.words.status, f.first, f.last).iter().any(|(v, _, _)| *v == "proposed"))
}

/// "dengan universitas di Lampung": the region tells where the party is and is none itself.
fn only_locates(input: &Input<'_>, mention: &Mention) -> bool {
    let before = mention.first.checked_sub(1).and_then(|b| input.reader.tokens.get(b));
    matches!(&mention.what, What::Region(r) if !r.government) && before.is_some_and(|t| t.word == input.reader.classes.words.di)
}

/// Parties and signatories that a frame names.
fn members(input: &Input<'_>, frame: &Frame) -> (Vec<Proven<PartyRef>>, Vec<Proven<usize>>) {
    let mut parties: Vec<Proven<PartyRef>> = Vec::new();
    let mut signatories: Vec<Proven<usize>> = Vec::new();
    for (slot, signs) in [("parties", false), ("signatories", true)] {
        for fill in input.fills(frame, slot) {
            let Some((number, mention)) = input.mention(fill).filter(|(_, m)| !only_locates(input, m)) else { continue };
            let person = input.person(number);
            let official = matches!(mention.what, What::Official(_));
            if signs && official && input.official(number).is_some_and(|o| o.plural) {
                for (person, party) in holders(input, number) {
                    signatories.push(Proven::new(person, Reason::new(fill.first, fill.last, input.rule_name(frame))));
                    if !parties.iter().any(|p| same_side(&p.value, &party)) {
                        let reason = Reason::new(party.first, party.last, input.rule_name(frame));
                        parties.push(Proven::new(party, reason));
                    }
                }
                continue;
            }
            if signs && official {
                if let Some(person) = person.filter(|p| input.credible(*p)) {
                    signatories.push(Proven::new(person, Reason::new(fill.first, fill.last, input.rule_name(frame))));
                }
            }
            let party =
                input.party(number).cloned().or_else(|| person.and_then(|p| input.people.persons.get(p)).and_then(|p| p.party.clone()));
            if let Some(party) = party {
                let reason = Reason::new(party.first, party.last, input.rule_name(frame));
                match parties.iter_mut().find(|p| same_side(&p.value, &party)) {
                    Some(known) => known.reasons.push(reason),
                    None => parties.push(Proven::new(party, reason)),
                }
            }
        }
    }
    (parties, signatories)
}

/// "Kedua bupati": the two persons of the article who hold the office, each with the government.
fn holders(input: &Input<'_>, mention: usize) -> Vec<(usize, PartyRef)> {
    let Some(office) = input.official(mention).and_then(|o| o.office.as_ref()) else { return Vec::new() };
    let holds = |(number, p): (usize, &crate::mention::Person)| {
        let same = p.name.is_some() && p.office.as_ref().is_some_and(|o| o.canonical == office.canonical);
        p.party.clone().filter(|_| same).map(|party| (number, party))
    };
    let found: Vec<(usize, PartyRef)> = input.people.persons.iter().enumerate().filter_map(holds).collect();
    if found.len() == 2 { found } else { Vec::new() }
}

/// Puts a frame into the first group it does not contradict.
fn place<'f>(groups: &mut Vec<Group<'f>>, frame: &'f Frame, parties: Vec<Proven<PartyRef>>, signatories: Vec<Proven<usize>>) {
    let shared = |g: &Group<'_>| parties.iter().filter(|p| g.parties.iter().any(|q| same_side(&p.value, &q.value))).count();
    let fits = |g: &Group<'_>| {
        let shared = shared(g);
        parties.is_empty() || shared == parties.len() || shared == g.parties.len() || shared > 0 && parties.len() < 2
    };
    match groups.iter_mut().find(|g| fits(g)) {
        Some(group) => {
            for party in parties {
                match group.parties.iter_mut().find(|q| same_side(&party.value, &q.value)) {
                    Some(known) => {
                        known.reasons.extend(party.reasons);
                        if known.value.sort.is_none() && party.value.sort.is_some() || longer(&party.value, &known.value) {
                            known.value = party.value;
                        }
                    }
                    None => group.parties.push(party),
                }
            }
            for signatory in signatories {
                if !group.signatories.iter().any(|s| s.value == signatory.value) {
                    group.signatories.push(signatory);
                }
            }
            group.frames.push(frame);
        }
        None => groups.push(Group { parties, signatories, frames: vec![frame] }),
    }
}

fn longer(a: &PartyRef, b: &PartyRef) -> bool {
    a.sort.is_some()
        && a.sort == b.sort
        && (a.key.len() > b.key.len() || a.key.len() == b.key.len() && a.last.saturating_sub(a.first) > b.last.saturating_sub(b.first))
}

/// Groups that came to share all parties are one.
fn merge(groups: &mut Vec<Group<'_>>) {
    let mut merged: Vec<Group<'_>> = Vec::new();
    for group in groups.drain(..) {
        let twin = merged.iter_mut().find(|m| {
            let shared = group.parties.iter().filter(|p| m.parties.iter().any(|q| same_side(&p.value, &q.value))).count();
            shared > 0 && (shared == group.parties.len() || shared == m.parties.len())
        });
        match twin {
            Some(m) => {
                for party in group.parties {
                    if !m.parties.iter().any(|q| same_side(&party.value, &q.value)) {
                        m.parties.push(party);
                    }
                }
                m.signatories.extend(
                    group.signatories.into_iter().filter(|s| !m.signatories.iter().any(|t| t.value == s.value)).collect::<Vec<_>>(),
                );
                m.frames.extend(group.frames);
            }
            None => merged.push(group),
        }
    }
    *groups = merged;
}

/// A group with one party takes the other from the visit, or from what the article speaks of most.
fn complete(input: &Input<'_>, groups: &mut [Group<'_>], visits: &[VisitDraft]) {
    for group in groups.iter_mut().filter(|g| g.parties.len() < 2) {
        if let Some(visit) = visits.first() {
            let both: Vec<&Proven<PartyRef>> = visit.visitors.iter().chain(&visit.hosts).collect();
            if group.parties.is_empty() || both.iter().any(|p| has(group, &p.value)) {
                for party in both {
                    if !has(group, &party.value) {
                        group.parties.push(party.clone());
                    }
                }
            }
        }
        while group.parties.len() < 2 {
            let government = group.parties.iter().any(|p| p.value.region.is_some());
            let Some(party) = salient(input, group, !government).or_else(|| salient(input, group, true)) else { break };
            let reason = Reason::new(party.first, party.last, "agreement/main-party");
            group.parties.push(Proven::new(party, reason));
        }
    }
}

fn has(group: &Group<'_>, party: &PartyRef) -> bool {
    group.parties.iter().any(|p| same_side(&p.value, party))
}

/// The party that the article speaks of most, beside those known: a regional government, or another organisation.
fn salient(input: &Input<'_>, group: &Group<'_>, regional: bool) -> Option<PartyRef> {
    let mut counts: Vec<(&PartyRef, u32)> = Vec::new();
    for (i, mention) in input.mentions.iter().enumerate() {
        let Some(party) = input.party(i).filter(|p| p.region.is_some() == regional) else { continue };
        let zone = input.zone(input.sentence_of(mention.first));
        if !zone.tells() || has(group, party) || matches!(mention.what, What::Place(_)) || only_locates(input, mention) {
            continue;
        }
        let weight: u32 = match &mention.what {
            What::Region(r) if r.government => 3,
            What::Official(_) | What::Body(_) => 2,
            _ => 1,
        };
        let near = group.frames.iter().any(|f| f.sentence.abs_diff(input.sentence_of(mention.first)) <= 1);
        let weight = if near { weight.saturating_mul(2) } else { weight };
        // A mission stands for its country only where no place abroad is named.
        let weight = if party.sort == Some(BodySort::Mission) { 1 } else { weight };
        tally(&mut counts, party, weight);
    }
    let (party, _) = counts.into_iter().filter(|(_, c)| *c >= 4).max_by_key(|(_, c)| *c)?;
    Some(if regional { PartyRef { sort: None, ..party.clone() } } else { party.clone() })
}

/// Two parties, one of them a government body, told by more than a headline.
fn valid(input: &Input<'_>, group: &Group<'_>) -> bool {
    let public_body = group
        .parties
        .iter()
        .any(|p| p.value.region.is_some() || matches!(p.value.sort, Some(BodySort::Central | BodySort::Vertical | BodySort::Mission)));
    let named = group.frames.iter().any(|f| {
        (f.sentence.saturating_sub(2)..f.sentence.saturating_add(3)).any(|s| {
            input.zone(s).tells()
                && (!input.phrases_in(input.words.agreement_kind, s).is_empty() || input.has(input.words.verb, Some("partner"), s))
        })
    });
    let body = group.frames.iter().any(|f| input.zone(f.sentence) != Zone::Headline);
    let companies =
        group.parties.iter().all(|p| matches!(p.value.sort, Some(BodySort::Company | BodySort::University | BodySort::Association)));
    group.parties.len() >= 2 && public_body && named && body && !companies
}

fn publish(input: &Input<'_>, group: Group<'_>, only: bool, visits: &[VisitDraft]) -> Option<Agreement> {
    let kind = status::agreement_kind(input, &group.frames, only)?;
    let mut status = status::agreement_status(input, &group.frames);
    // A cooperation of no form between guest and host, not said to be signed, is what the visit is for.
    let between_guests = visits.iter().any(|v| v.visitors.iter().chain(&v.hosts).filter(|p| has(&group, &p.value)).count() >= 2);
    if kind.value == AgreementKind::KerjaSama && between_guests && status.reasons.iter().all(|r| r.rule == "status/default") {
        status.value = AgreementStatus::Proposed;
        return published(input, group, kind, status, visits);
    }
    if kind.value == AgreementKind::KerjaSama
        && status.value == AgreementStatus::Signed
        && status.reasons.iter().all(|r| r.rule == "status/default")
    {
        return None;
    }
    published(input, group, kind, status, visits)
}

/// The public struct of a group with its evidence.
fn published(
    input: &Input<'_>,
    group: Group<'_>,
    kind: Proven<AgreementKind>,
    status: Proven<AgreementStatus>,
    visits: &[VisitDraft],
) -> Option<Agreement> {
    let settled = !matches!(status.value, AgreementStatus::Proposed | AgreementStatus::Planned);
    let date = (status.value != AgreementStatus::Proposed).then(|| setting::date_of_signing(input, &group.frames, !settled)).flatten();
    let venue = (status.value != AgreementStatus::Proposed).then(|| setting::venue_of_signing(input, &group.frames, settled)).flatten();
    // What guest and host sign on a visit they sign on its day, in its rooms.
    let visit = visits.iter().find(|v| v.visitors.iter().chain(&v.hosts).filter(|p| has(&group, &p.value)).count() >= 2);
    let visit = visit.filter(|_| settled && group.frames.iter().any(|f| seals(input, f) && !input.quoted(f.trigger)));
    let date = date.or_else(|| visit.and_then(|v| v.date.clone()));
    let venue = venue.or_else(|| visit.and_then(|v| v.venue.clone()));
    let affairs = affair::of_agreement(input, &group.frames);
    let duration = duration(input, &group.frames);
    let mut evidence = Evidence::default();
    prove(input, &mut evidence, Slot::Kind, 0, &kind.reasons);
    prove(input, &mut evidence, Slot::Status, 0, &status.reasons);
    for (i, party) in group.parties.iter().enumerate() {
        let mut reasons = vec![Reason::new(party.value.first, party.value.last, party.reasons.first().map_or("", |r| r.rule.as_str()))];
        reasons.extend(party.reasons.iter().cloned());
        prove(input, &mut evidence, Slot::Parties, i, &reasons);
    }
    let signatories: Vec<crate::Official> = group
        .signatories
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let (official, mut reasons) = public::official(input, s.value);
            reasons.extend(s.reasons.iter().cloned());
            prove(input, &mut evidence, Slot::Signatories, i, &reasons);
            official
        })
        .collect();
    if let Some(date) = &date {
        prove(input, &mut evidence, Slot::Date, 0, &date.reasons);
    }
    if let Some(venue) = &venue {
        prove(input, &mut evidence, Slot::Venue, 0, &venue.reasons);
    }
    if let Some(duration) = &duration {
        prove(input, &mut evidence, Slot::Duration, 0, &duration.reasons);
    }
    for (i, affair) in affairs.iter().enumerate() {
        prove(input, &mut evidence, Slot::Affairs, i, &affair.reasons);
    }
    let told = group.parties.iter().filter(|p| p.reasons.len() > 1).count();
    Some(Agreement {
        kind: kind.value,
        status: status.value,
        parties: group.parties.iter().map(|p| public::party(input, &p.value)).collect(),
        confidence: if told >= 2 {
            0.85
        } else if group.frames.len() > 2 {
            0.7
        } else {
            0.5
        },
        signatories,
        date: date.map(|d| DateRange { start: d.value.0, end: d.value.1 }),
        venue: venue.map(|v| public::place(input, v.value.0, v.value.1)),
        duration: duration.map(|d| Duration { text: crate::extractor::collapse(input.reader.words_of(d.value.0, d.value.1)) }),
        affairs: affairs.iter().map(|a| a.value).collect(),
        evidence,
    })
}

/// A validity: the number that a frame tells, with its unit.
fn duration(input: &Input<'_>, frames: &[&Frame]) -> Option<Proven<(usize, usize)>> {
    let near = |s: usize| frames.iter().any(|f| f.sentence.abs_diff(s) <= 2);
    input.frames.iter().filter(|f| f.event == AGREEMENT && near(f.sentence)).find_map(|frame| {
        let fill = input.fills(frame, "duration").next()?;
        let last = fill.last.saturating_add(1);
        Some(Proven::new((fill.first, last), Reason::new(fill.first, last, input.rule_name(frame))))
    })
}
