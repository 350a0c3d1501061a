//! Visits: picks visitors and hosts from the votes, one draft a delegation and host.
//!
//! `frames` tells which frames count, by its guards: `unreal` (wishes, excuses), `preparation` (who only makes ready), `arrival`
//! (comings that are somebody else's), `stops` (places told as guests are), `parts` (parts of a council told without a verb),
//! `counted` (guests told by their number), `gathering` and `meeting` (who came to a meeting), `leading` (of whom else "dipimpin"
//! speaks). `roles` counts the votes of the article for each `side` and person; `standin` and `companion` give those who stand for
//! or beside somebody their part.
//! `delegation` and `committees` tell who came together, `field` who looks at something at home, `greeters` who only met them on
//! the way, `unnamed` who the side is that no rule names. A `draft` is one delegation at one host: of it `telling` says which
//! frames and persons belong to it, `officials`, `heads`, `gifts` and `guides` who led, received and came along, `status` and
//! `away` of what kind it was and whether it took place, `shares` on which day, `statement` where it was only spoken of. `aside`, `further` and `returns` are the visits
//! besides.

mod arrival;
mod aside;
mod away;
pub(super) mod committees;
mod companion;
mod counted;
mod delegation;
mod draft;
pub(super) mod field;
pub(super) mod frames;
pub(super) mod further;
mod gathering;
mod gifts;
mod greeters;
mod guides;
mod heads;
mod leading;
mod meeting;
mod officials;
mod parts;
pub(super) mod preparation;
mod returns;
mod roles;
mod shares;
pub(super) mod side;
mod standin;
mod statement;
pub(super) mod status;
mod stops;
mod telling;
mod unnamed;
mod unreal;

use crate::event::Input;
use crate::event::abroad::drop_countries;
use crate::event::proof::Proven;
use crate::event::same::same_side;
use crate::kinds::{VisitKind, VisitStatus};
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::Frame;
use crate::text::FxSet;

pub(crate) use draft::Draft;

use aside::Aside;
use committees::parted;
use delegation::{
    GATE, delegations, drop_appositions, drop_provinces, drop_seat, enough, goes_by_itself, host_groups, inspects, led_by_own, together,
};
use draft::draft;
use greeters::drop_greeters;
use returns::{goes_back, reversed};
use roles::{Roles, roles};
use side::Side;
use telling::Scope;
use unnamed::infer;

/// Votes for a ministry as host from which an official does not inspect it but is received there.
const RECEIVED: f64 = 1.3;
/// Most delegations and most hosts of one article.
const MOST: usize = 24;

/// All visits of the article.
pub(crate) fn visits(input: &Input<'_>) -> Vec<Draft> {
    let mut asides = aside::candidates(input);
    if !asides.is_empty() {
        // A sentence that tells where several parts of a council go tells of none in passing.
        let parts = parted(input, &roles(input, |_| true));
        let tells = |a: &Aside, part: &[usize]| a.frames.iter().any(|f| part.binary_search(f).is_ok());
        asides.retain(|a| parts.iter().filter(|part| tells(a, part)).count() < 2);
    }
    let drafts = with_asides(input, &asides, |_| true);
    let further = further::further(input, &drafts);
    if further.is_empty() {
        return drafts;
    }
    // What their sentences say is theirs, as long as the visits they follow are told without them.
    let theirs = |frame: usize| further.iter().any(|(sentence, _)| input.frames.get(frame).is_some_and(|f| f.sentence == *sentence));
    let rest = with_asides(input, &asides, |frame| !theirs(frame));
    let mut drafts = if rest.len() == drafts.len() { rest } else { drafts };
    drafts.extend(further.into_iter().map(|(_, draft)| draft));
    drafts
}

/// The visits that the article is about, and those that it recalls or announces in passing.
fn with_asides(input: &Input<'_>, candidates: &[Aside], of: impl Fn(usize) -> bool) -> Vec<Draft> {
    if candidates.is_empty() {
        return main(input, of);
    }
    let without = |asides: &[&Aside]| {
        let apart: FxSet<usize> = asides.iter().flat_map(|a| a.frames.iter().copied()).collect();
        main(input, |frame| of(frame) && !apart.contains(&frame))
    };
    let mut all: Vec<&Aside> = candidates.iter().collect();
    let mut rest = without(&all);
    // Where nothing else tells a visit, the first of these sentences tells that of the article.
    if rest.is_empty() && all.len() > 1 {
        all.remove(0);
        rest = without(&all);
    }
    let found: Vec<(&Aside, Vec<Draft>)> = all.iter().copied().map(|a| (a, aside::drafts(input, a, &rest))).collect();
    let asides: Vec<&Aside> = found.iter().filter(|(_, own)| !own.is_empty()).map(|(a, _)| *a).collect();
    let mut drafts = if asides.len() == all.len() { rest } else { without(&asides) };
    drafts.extend(found.into_iter().flat_map(|(_, own)| own));
    drafts
}

/// The visit that the article is about, and its return.
fn main(input: &Input<'_>, of: impl Fn(usize) -> bool) -> Vec<Draft> {
    let all = roles(input, &of);
    let parts = parted(input, &all);
    if !parts.is_empty() {
        return in_parts(input, &parts, of);
    }
    let back: FxSet<usize> = reversed(input, &all).into_iter().collect();
    if back.is_empty() {
        return joined(input, &all);
    }
    let mut drafts = joined(input, &roles(input, |frame| of(frame) && !back.contains(&frame)));
    if goes_back(input, back.iter().copied()) {
        drafts.extend(joined(input, &roles(input, |frame| back.contains(&frame))));
    }
    drafts
}

/// The visits of the parts of one council, and those of others; what is told of the council as a whole is told of its parts.
fn in_parts(input: &Input<'_>, parts: &[Vec<usize>], of: impl Fn(usize) -> bool) -> Vec<Draft> {
    let tells = |part: &Vec<usize>, frame: usize| part.binary_search(&frame).is_ok();
    let own = |part: &Vec<usize>| joined(input, &roles(input, |frame| tells(part, frame)));
    let mut drafts: Vec<Draft> = parts.iter().flat_map(own).collect();
    let others = joined(input, &roles(input, |frame| of(frame) && !parts.iter().any(|part| tells(part, frame))));
    let council: Vec<PartyRef> = drafts.iter().flat_map(|d| &d.visitors).map(|v| v.value.clone()).collect();
    let whole = |d: &Draft| d.visitors.iter().any(|v| council.iter().any(|c| c.sort == v.value.sort && same_side(c, &v.value)));
    let (of_all, others): (Vec<Draft>, Vec<Draft>) = others.into_iter().partition(whole);
    // "DPRD X akan kunjungan kerja. Komisi I kebagian Y": so will each.
    let ahead = of_all.iter().map(|d| &d.status).find(|s| matches!(s.value, VisitStatus::Planned | VisitStatus::Ongoing)).cloned();
    // "Komisi I dijadwalkan ke Y. Komisi II menyusul ke Z": so will those told behind.
    let first = || drafts.first().map(|d| &d.status).filter(|s| s.value == VisitStatus::Planned).cloned();
    let ahead = ahead.or_else(first);
    for part in drafts.iter_mut().filter(|d| d.status.value == VisitStatus::Held) {
        part.status = ahead.clone().unwrap_or_else(|| part.status.clone());
    }
    let days = of_all.into_iter().find_map(|d| d.date);
    // A part whose own sentence speaks of a day is told apart.
    let dated = |d: &Draft| {
        let told: FxSet<usize> = d.visitors.iter().flat_map(|v| &v.reasons).map(|r| input.sentence_of(r.first)).collect();
        input.mentions.iter().any(|m| matches!(m.what, What::Date(_)) && told.contains(&input.sentence_of(m.first)))
    };
    for part in drafts.iter_mut().filter(|d| d.date.is_none() && !dated(d)) {
        part.date.clone_from(&days);
    }
    drafts.extend(others);
    drafts
}

/// The visits that one set of votes tells.
fn joined(input: &Input<'_>, roles: &Roles) -> Vec<Draft> {
    let mut visitors: Vec<&Side> = roles.sides.iter().filter(|s| s.visitor > s.host).collect();
    let mut hosts: Vec<&Side> =
        roles.sides.iter().filter(|s| s.host > s.visitor || s.host > 0.0 && (s.host - s.visitor).abs() < f64::EPSILON).collect();
    drop_provinces(input, &mut visitors);
    drop_greeters(input, &visitors, &mut hosts);
    drop_provinces(input, &mut hosts);
    drop_appositions(input, &mut visitors);
    drop_appositions(input, &mut hosts);
    drop_countries(input, &mut visitors);
    drop_seat(input, &mut visitors);
    drop_countries(input, &mut hosts);
    visitors.sort_by(|a, b| b.visitor.total_cmp(&a.visitor));
    hosts.sort_by(|a, b| b.host.total_cmp(&a.host));
    if !enough(input, roles, &visitors, &hosts) {
        return Vec::new();
    }
    // Visits inside the own region: one region is guest and host at once, and there is no other.
    let own: Vec<&Side> = roles.sides.iter().filter(|s| s.visitor > 0.0 && s.party.region.is_some()).collect();
    let told: Vec<&Frame> = roles.frames_of(input).collect();
    let kind = status::visit_kind(input, &told).map(|k| k.value);
    let inspects = inspects(input, roles);
    let looks = inspects || kind == Some(VisitKind::KunjunganLapangan);
    let meets = kind == Some(VisitKind::Rapat);
    // "Wagub X tiba di Y, dijemput Bupati Fulan": who receives, of a place that is not told again, is no one of the guest's own.
    let met = roles.parts.iter().any(|p| p.receiver > p.leader && input.party_of(p.person).is_none());
    let field = match own.as_slice() {
        [one] => {
            roles.sides.iter().all(|s| {
                s.host <= 0.0
                    || same_side(&s.party, &one.party)
                    || s.party.region.is_none()
                        && s.party.sort != Some(BodySort::Foreign)
                        && !(matches!(s.party.sort, Some(BodySort::Central | BodySort::Vertical)) && s.host >= RECEIVED)
                    || inside(input, one, s) && looks && s.receivers == 0 && !met
            }) && (one.host > 0.0 || looks)
        }
        _ => false,
    };
    // "Komisi III DPRD X mendatangi lokasi proyek": no word names it a visit, and there is none to be received by.
    let looking = kind == Some(VisitKind::KunjunganLapangan) || kind == Some(VisitKind::Kunjungan) && inspects && hosts.is_empty();
    let alone = looking && goes_by_itself(&own);
    if field && !meets && (alone || led_by_own(input, roles, &own, looks)) {
        let own = [own];
        return draft(input, roles, &Scope::new(input, roles, &own, &[], (0, 0)).at_home(looks))
            .map(|d| Draft {
                kind: Proven { value: VisitKind::KunjunganLapangan, reasons: d.kind.reasons.clone() },
                hosts: Vec::new(),
                ..d
            })
            // Who alone is received does not go.
            .filter(|d| alone || d.leader.is_some() || d.received_by.is_empty())
            .into_iter()
            .collect();
    }
    // "..., ujar Kadis X seusai mengikuti rakor di hotel": a meeting that one has gone to, with no host and no other guest told.
    if meets && hosts.is_empty() && visitors.len() < 2 {
        return Vec::new();
    }
    let mut inferred = Vec::new();
    if visitors.is_empty() {
        inferred.extend(infer(input, roles, &hosts, true));
    }
    // A minister who looks at a dam is in the region where it lies; an official of a region may be at home.
    let central = visitors.iter().all(|s| s.party.region.is_none());
    if inferred.is_empty() && hosts.is_empty() && (!inspects || central) {
        inferred.extend(infer(input, roles, &visitors, false));
    }
    if visitors.is_empty() {
        visitors.extend(inferred.iter());
    } else if hosts.is_empty() {
        hosts.extend(inferred.iter());
    }
    let mut groups = delegations(input, &visitors);
    if meets {
        // A meeting has one entry, with all who came.
        let mut all: Vec<&Side> = groups.into_iter().flatten().collect();
        let told = |s: &&&Side| s.visitor >= GATE && !all.iter().any(|a| std::ptr::eq(*a, **s));
        let others: Vec<&Side> = visitors.iter().filter(told).copied().collect();
        all.extend(others);
        // "Bupati X mengikuti rakernas Apkasi di Y": whose meeting it is does not come to it.
        let attends = roles.frames_of(input).any(|f| input.rule_name(f) == "visit/attends-of" || meeting::attended(input, f));
        if all.iter().filter(|s| s.party.region.is_some()).count() >= if attends { 1 } else { 2 } {
            all.retain(|s| s.party.sort != Some(BodySort::Association));
        }
        groups = if all.is_empty() { Vec::new() } else { vec![all] };
    }
    groups.truncate(MOST);
    let mut hosts = host_groups(input, &hosts, &groups);
    hosts.truncate(MOST);
    let mut drafts = Vec::new();
    for (guest, group) in groups.iter().enumerate() {
        let own: Vec<usize> = (0..hosts.len())
            .filter(|h| hosts.len() == 1 || groups.len() == 1 || hosts.get(*h).is_some_and(|h| together(group, h)))
            .collect();
        let own = if own.is_empty() { vec![0] } else { own };
        for host in own {
            drafts.extend(draft(input, roles, &Scope::new(input, roles, &groups, &hosts, (guest, host))));
        }
    }
    drafts
}

/// A region of the province whose own government goes there: no host, unless its own people receive.
fn inside(input: &Input<'_>, province: &Side, side: &Side) -> bool {
    province.party.sort.is_none() && side.party.region.map(|r| input.reader.lexicon.gazetteer.province(r)) == province.party.region
}
