//! Agreements: groups the frames by their parties and fills the slots of each group.
//!
//! `frames` tells which frames count, `members` names whom a frame tells of (`antecedent`: "ketiganya"), `partners` groups the
//! frames by them, `completion` finds the party that none tells, `absent` leaves out who sent others. `documents`, `papers`,
//! `tocome`, `forerunner`, `listed`, `talks`, `hub`, `twins` and `proposal` tell the papers of one occasion apart. `standing`
//! reads kind and status, `signing` the day.

mod absent;
mod antecedent;
mod completion;
mod documents;
mod forerunner;
pub(super) mod frames;
mod hub;
mod listed;
mod members;
mod papers;
mod partners;
mod proposal;
mod signing;
mod standing;
mod talks;
mod tocome;
mod twins;

use crate::Slot;
use crate::document::{Agreement, DateRange, Duration, Evidence};
use crate::event::affair::{self, Extent};
use crate::event::confidence::confidence;
use crate::event::proof::{Proven, Reason, prove_each};
use crate::event::same::same_side;
use crate::event::stands::Stands;
use crate::event::visit::Draft as VisitDraft;
use crate::event::{AGREEMENT, Input, places, public};
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::{BodySort, PartyRef};
use crate::rule::Frame;
use crate::text::Zone;
use absent::leave_out;
use completion::{complete, heads_sign, merge_completed, merge_signers};
use documents::{counts_papers, documents, parties_in};
use frames::{proposes, seals, signs};
use listed::{ALL_OF_THEM, AMONG, CONSISTS, Listed, PARTNER, listed};
use members::{basis_ends, members};
use papers::{Papers, running};
use partners::{Group, NEXT_EACH, announce, give_subject, has, merge, next_partner, place, valid};
use proposal::{awaited, invitation, plan, propose};
use talks::STILL_WITH;
use twins::twins;

/// Most agreements of one article; a list longer than any article's is not worth the time.
const MOST: usize = 40;

/// All agreements of the article.
pub(crate) fn agreements(input: &Input<'_>, visits: &[VisitDraft]) -> Vec<Agreement> {
    if input.telling(input.words.budget) >= 2 {
        return Vec::new();
    }
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut open: Vec<&Frame> = Vec::new();
    let mut invited: Vec<Group<'_>> = Vec::new();
    let mut papers = Papers::of(input);
    let mut lists: Vec<Listed<'_>> = Vec::new();
    let awaited = awaited(input);
    for (_, frame) in input.frames.iter().enumerate().filter(|(n, f)| f.event == AGREEMENT && input.counts(*n)) {
        if matches!(input.rule_name(frame), "agreement/members" | CONSISTS | AMONG | ALL_OF_THEM | PARTNER) {
            match listed(input, frame) {
                Some(list) if list.tells_of(&groups) => list.join(input, &mut groups, &open),
                list => lists.extend(list),
            }
            continue;
        }
        if awaited.iter().any(|a| a.sentence == frame.sentence && a.first <= frame.last && frame.first < a.last) {
            continue;
        }
        if papers.take(input, frame) {
            continue;
        }
        let (parties, signatories) = members(input, frame);
        if parties.is_empty() && signatories.is_empty() {
            open.push(frame);
            continue;
        }
        if let Some(next) = next_partner(input, &groups, frame, &parties) {
            groups.push(next);
            continue;
        }
        if matches!(input.rule_name(frame), NEXT_EACH | STILL_WITH) {
            continue;
        }
        if input.rule_name(frame) == "agreement/invites" && !parties.is_empty() {
            invited.push(invitation(input, frame, parties));
            continue;
        }
        if let Some(group) = running(input, &groups, frame, (&parties, &signatories)) {
            groups.push(group);
            continue;
        }
        place(input, &mut groups, frame, parties, signatories);
    }
    announce(&mut groups);
    give_subject(input, &mut groups);
    lists.into_iter().for_each(|list| list.join(input, &mut groups, &open));
    // "Kerja sama Pemkab X meluas" tells whose partners are named, and is no paper by itself.
    groups.retain(|g| g.parties.len() >= 2 || !g.frames.iter().all(|f| input.rule_name(f) == "agreement/more-partners"));
    merge(input, &mut groups);
    papers.join(input, &mut groups);
    groups.truncate(MOST);
    if let [only] = groups.as_mut_slice() {
        only.frames.extend(open.iter().copied().filter(|f| input.zone(f.sentence) == Zone::Body));
    }
    let proposal = open.iter().any(|f| proposes(input, f));
    complete(input, &mut groups, visits);
    merge_completed(&mut groups);
    merge_signers(input, &mut groups);
    if !groups.iter().any(|g| valid(input, g)) {
        groups.clear();
        let signed: Vec<&Frame> = open.iter().copied().filter(|f| signs(input, f)).collect();
        if !signed.is_empty() {
            let mut group = [Group::new(Vec::new(), Vec::new(), signed)];
            complete(input, &mut group, visits);
            groups.extend(group);
        }
    }
    if groups.is_empty() && proposal {
        if let Some(visit) = visits.first() {
            if let (Some(guest), Some(host)) = (visit.visitors.first(), visit.hosts.first()) {
                groups.push(Group::new(vec![guest.clone(), host.clone()], Vec::new(), open.clone()));
            }
        }
    }
    heads_sign(input, &mut groups);
    groups.retain(|g| valid(input, g));
    groups.iter_mut().for_each(|g| leave_out(input, g));
    let mut groups = twins(input, documents(input, groups));
    propose(input, &mut groups, invited, &open, visits);
    plan(input, &mut groups, &awaited, visits);
    groups.truncate(MOST);
    let only = groups.len() == 1;
    let own: Vec<usize> = groups.iter().filter_map(|g| g.own).collect();
    let main = groups.first().map(|g| g.frames.clone()).unwrap_or_default();
    let together = groups.len() >= 2 && counts_papers(input, groups.len());
    let mut out: Vec<Agreement> = Vec::new();
    for told in groups.into_iter().filter_map(|g| publish(input, g, (only, together, &own, &main), visits)) {
        // The same paper read twice, by the vote of its parties and as one of a row; papers of one pair differ in what they are about
        // or in their days.
        let day = |a: &Agreement| a.date.as_ref().zip(told.date.as_ref()).is_none_or(|(a, b)| a.start == b.start);
        let parties = |a: &Agreement| a.parties.len() == told.parties.len() && a.parties.iter().all(|p| told.parties.contains(p));
        let same = |a: &Agreement| {
            a.kind == told.kind && day(a) && a.status == told.status && parties(a) && (a.affairs == told.affairs || told.affairs.is_empty())
        };
        if !out.iter().any(same) {
            out.push(told);
        }
    }
    out
}

/// `only`: there is no other agreement; `together`: the article counts as many papers as there are agreements; `own`: the sentences of papers between agencies; `main`: the frames of the first one.
fn publish(
    input: &Input<'_>,
    group: Group<'_>,
    (only, together, own, main): (bool, bool, &[usize], &[&Frame]),
    visits: &[VisitDraft],
) -> Option<Agreement> {
    let told = group.status.clone();
    let mut status = told.clone().unwrap_or_else(|| standing::agreement_status(input, &group.frames, only));
    let runs = status.reasons.iter().any(|r| r.rule == "status/running");
    let own_sentence = |s: usize| group.frames.iter().any(|f| f.sentence == s);
    let kind = match group.kind.clone() {
        Some(kind) => kind,
        // What a paper of agencies is called says nothing of that of their governments, nor a new paper of what runs.
        None => standing::agreement_kind(input, &group.frames, only, |s| {
            group.own.map_or(!own.contains(&s), |o| o == s) && (only || !runs || own_sentence(s))
        })?,
    };
    if told.is_some() {
        return published(input, group, kind, status, (only, together, main, visits));
    }
    // A cooperation of no form between guest and host, not said to be signed, is what the visit is for.
    if kind.value == AgreementKind::KerjaSama
        && visit_of(&group, visits).is_some()
        && status.reasons.iter().all(|r| r.rule == "status/default")
    {
        // "Silaturahmi ini bertujuan mempererat kerja sama antara Pemkab X dan Polres X": what an office of the centre calls for.
        let office = |p: &Proven<PartyRef>| matches!(p.value.sort, Some(BodySort::Central | BodySort::Vertical));
        if group.parties.iter().any(office) {
            return None;
        }
        status.value = AgreementStatus::Proposed;
        return published(input, group, kind, status, (only, together, main, visits));
    }
    if kind.value == AgreementKind::KerjaSama
        && status.value == AgreementStatus::Signed
        && status.reasons.iter().all(|r| r.rule == "status/default")
    {
        return None;
    }
    published(input, group, kind, status, (only, together, main, visits))
}

/// The visit between partners of the group.
fn visit_of<'v>(group: &Group<'_>, visits: &'v [VisitDraft]) -> Option<&'v VisitDraft> {
    visits.iter().find(|v| v.visitors.iter().chain(&v.hosts).filter(|p| has(group, &p.value)).count() >= 2)
}

/// The public struct of a group with its evidence.
fn published(
    input: &Input<'_>,
    group: Group<'_>,
    kind: Proven<AgreementKind>,
    status: Proven<AgreementStatus>,
    (only, together, main, visits): (bool, bool, &[&Frame], &[VisitDraft]),
) -> Option<Agreement> {
    let settled = !status.value.lies_ahead();
    // What runs already was signed on a day and in a place that this article does not tell.
    let basis = status.reasons.iter().any(|r| r.rule == "status/basis");
    let fresh = !basis && status.reasons.iter().all(|r| r.rule != "status/running");
    let told = fresh && status.value != AgreementStatus::Proposed;
    // Of what another paper comes of only the words behind it tell: "... yang ditandatangani di Jakarta, 25 Januari".
    let behind = |at: usize| {
        !basis
            || group.frames.first().filter(|f| basis_ends(input, f).is_none()).is_some_and(|f| {
                let signed = || input.phrases(input.words.verb, f.last, at).iter().any(|(v, _, _)| v.starts_with("sign"));
                at >= f.last && input.sentence_of(at) == f.sentence && (signed() || dated(input, f.last, at))
            })
    };
    let told = told || basis;
    let date = told.then(|| signing::date_of_signing(input, &group.frames, status.value, Some(kind.value))).flatten();
    let date = date.filter(|d| d.reasons.iter().all(|r| behind(r.first)));
    // "Sebelumnya X meneken MoU serupa dengan Y": its day is told with it, or nowhere.
    let earlier = if only { Vec::new() } else { told_before(input, &group) };
    let date = date.filter(|d| earlier.is_empty() || d.reasons.iter().all(|r| earlier.contains(&input.sentence_of(r.first))));
    // What is to follow has its own day: "PKS-nya diteken 20 Januari".
    let next = status.reasons.iter().find(|r| r.rule == "status/follows").map(|r| input.sentence_of(r.first));
    let own_day = |s: usize, d: &Proven<_>| d.reasons.iter().all(|r| (s..=s.saturating_add(1)).contains(&input.sentence_of(r.first)));
    let date = date.filter(|d| next.is_none_or(|s| own_day(s, d)));
    // "Penandatanganan MoU yang sedianya digelar Selasa (9/5) ditunda"
    let put_off = |f: &Frame| input.has(input.words.status, Some("deferred"), f.sentence);
    let date = date.filter(|_| status.value != AgreementStatus::Planned || !group.frames.iter().any(|f| put_off(f)));
    let venue = told.then(|| places::venue_of_signing(input, &group.frames, settled)).flatten().filter(|v| behind(v.value.0));
    let now = settled && fresh && earlier.is_empty();
    // What guest and host sign on a visit they sign on its day, in its rooms.
    let visit = visit_of(&group, visits).filter(|_| now && group.frames.iter().any(|f| seals(input, f) && !input.quoted(f.trigger)));
    let date = date.or_else(|| visit.and_then(|v| v.date.clone()));
    let venue = venue.or_else(|| visit.and_then(|v| v.venue.clone()));
    // A paper signed beside another is signed when and where the other is.
    // "Lalu kesepakatan bersama dengan A, tiga, MoU dengan B": papers of a form, told without a verb behind the signing.
    let listed = !only && kind.value != AgreementKind::KerjaSama && status.reasons.iter().all(|r| r.rule == "status/default");
    let beside = now && (together || listed || group.own.is_some() || group.kind.is_some());
    let date = date.or_else(|| beside.then(|| signing::date_of_signing(input, main, AgreementStatus::Signed, None)).flatten());
    let venue = venue.or_else(|| beside.then(|| places::venue_of_signing(input, main, true)).flatten());
    let date = date.or_else(|| now.then(|| signing::day_of_occasion(input, &group.frames, visits)).flatten());
    let mut affairs = affair::affairs(input, &group.frames, if only { Extent::Whole } else { Extent::Part });
    // One of a row tells its topic itself: "Dengan Provinsi X untuk pariwisata."
    let own = |a: &Proven<_>| a.reasons.iter().any(|r| group.own == Some(input.sentence_of(r.first)));
    if affairs.iter().any(own) {
        affairs.retain(own);
    }
    let duration = duration(input, &group.frames, only);
    let mut evidence = Evidence::default();
    prove_each(input, &mut evidence, Slot::Kind, [&kind]);
    prove_each(input, &mut evidence, Slot::Status, [&status]);
    let parties = public::parties(input, &mut evidence, Slot::Parties, &group.parties);
    let signatories = public::officials(input, &mut evidence, Slot::Signatories, &group.signatories);
    prove_each(input, &mut evidence, Slot::Date, &date);
    prove_each(input, &mut evidence, Slot::Venue, &venue);
    prove_each(input, &mut evidence, Slot::Duration, &duration);
    prove_each(input, &mut evidence, Slot::Affairs, &affairs);
    let confidence = confidence(input, &evidence, &[(Slot::Parties, &group.parties)], false);
    Some(Agreement {
        kind: kind.value,
        status: status.value,
        parties,
        confidence,
        signatories,
        date: date.map(|d| DateRange { start: d.value.0, end: d.value.1 }),
        venue: venue.map(|v| public::place(input, v.value.0, v.value.1)),
        duration: duration.map(|d| Duration { text: crate::text::collapse(input.reader.words_of(d.value.0, d.value.1)) }),
        affairs: affairs.iter().map(|a| a.value).collect(),
        evidence,
    })
}

/// The sentences that tell of a partner, if each opens with what was before: "Sebelumnya X sudah meneken MoU dengan Y".
fn told_before(input: &Input<'_>, group: &Group<'_>) -> Vec<usize> {
    let body = |s: &usize| input.zone(*s) == Zone::Body;
    let of = |party: &crate::mention::PartyRef| -> Vec<usize> {
        let told = group.frames.iter().map(|f| f.sentence).filter(body);
        told.filter(|s| parties_in(input, *s).any(|p| same_side(p, party))).collect()
    };
    let before = |s: &usize| {
        let (first, last) = input.sentence(*s).map_or((0, 0), |t| (t.first, t.last));
        let opens = || (first..first.saturating_add(2)).any(|at| input.reader.reads(at, &["sebelumnya", "kemarin", "terdahulu"]));
        // "... melengkapi kerja sama serupa yang sebelumnya telah dijalin dengan Z"
        let done = |at: usize| input.reader.reads(at, &["telah", "sudah", "pernah", "dijalin", "diteken", "ditandatangani"]);
        // "Pemkab Z sudah lebih dulu menandatangani MoU dengan Y"
        let first_of_all = |at: usize| {
            input.reader.reads(at, &["telah", "sudah"])
                && input.reader.reads(at.saturating_add(1), &["lebih", "terlebih"])
                && input.reader.reads(at.saturating_add(2), &["dulu", "dahulu"])
        };
        let earlier = |at: usize| input.reader.reads(at, &["sebelumnya"]) && done(at.saturating_add(1)) || first_of_all(at);
        opens() || (first..last).any(earlier)
    };
    let mut sentences = group.parties.iter().map(|p| of(&p.value)).filter(|told| !told.is_empty() && told.iter().all(before));
    sentences.next().unwrap_or_default()
}

/// "Menindaklanjuti MoU antara X dan Y tanggal 15 Agustus 2022": the day stands right behind the partners.
fn dated(input: &Input<'_>, last: usize, at: usize) -> bool {
    let day = |i: usize| input.reader.reads(i, &["bertanggal", "pada", "tanggal", "tertanggal"]);
    at.saturating_sub(last) <= 2 && (last..=at).any(day)
}

/// A validity: the number that a frame tells, with its unit.
fn duration(input: &Input<'_>, frames: &[&Frame], only: bool) -> Option<Proven<(usize, usize)>> {
    // "Selama lima tahun" may be of anything, "berlaku lima tahun" is of the paper.
    let own = |f: &Frame| only && !input.reader.reads(f.trigger, &["selama", "hingga"]);
    let stands = Stands::of(frames);
    let told = input.frames.iter().filter(|f| f.event == AGREEMENT && (stands.within(f.sentence, 2) || own(f))).filter_map(|frame| {
        let fill = input.fills(frame, "duration").next()?;
        // "3 (tiga) tahun"
        let unit = frame.last.max(fill.last.saturating_add(1));
        Some((stands.apart(frame.sentence), Proven::new((fill.first, unit), Reason::new(fill.first, unit, frame))))
    });
    told.min_by_key(|(apart, _)| *apart).map(|(_, found)| found)
}
