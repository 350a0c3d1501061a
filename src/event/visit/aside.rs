//! Asides: visits that one sentence tells besides the one that the article is about: an earlier one ("bulan lalu DPRD X juga
//! datang ke sini"), the next stop, one that was called off. A side that the sentence leaves out is that of the article's visit.

use super::Draft;
use super::delegation::{around, capital, drop_provinces};
use super::roles::{Part, Roles, roles};
use super::side::{Side, proven_party};
use super::{further, status};
use crate::Date;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, VISIT, affair, mention_over, places, setting};
use crate::kinds::{VisitKind, VisitStatus};
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Most tokens from "dijadwalkan" to the verb of visiting.
const AHEAD: usize = 8;
/// Mentions back to the visitors of an aside that names none.
const REACH: usize = 40;
/// The first year that "tahun 1990" may tell.
const YEARS: i16 = 1990;
/// Days after which a visit of the same to the same is another one.
const LONG: i32 = 31;
/// Most asides of one article.
const MOST: usize = 12;

/// What a visit told in one sentence has of the visit that it goes with.
#[derive(Clone)]
pub(super) struct Inherited {
    pub(super) visitors: Vec<Proven<PartyRef>>,
    pub(super) hosts: Vec<Proven<PartyRef>>,
    pub(super) kind: Option<Proven<VisitKind>>,
    pub(super) leader: Option<Proven<usize>>,
    pub(super) accompanied_by: Vec<Proven<usize>>,
    pub(super) date: Option<Proven<(Date, Option<Date>)>>,
}

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
    // "Empat kabupaten bakal didatangi X. Yakni A, B, C dan D": what counts the stops of a journey tells it, and not in passing.
    let counts = |f: &Frame| matches!(input.rule_name(f), "visit/goes-to-each" | "visit/each-of");
    let names = |f: &Frame| !counts(f) && ["visitors", "hosts", "received_by"].iter().any(|slot| input.fills(f, slot).next().is_some());
    for frame in input.frames.iter().filter(|f| f.event == VISIT && input.zone(f.sentence) == Zone::Body && names(f)) {
        if found.len() < MOST && found.iter().all(|a| a.sentence != frame.sentence) {
            found.extend(set_apart(input, frame).map(|status| Aside { sentence: frame.sentence, status, frames: Vec::new() }));
        }
    }
    let own: Vec<usize> = found.iter().map(|a| a.sentence).collect();
    for (number, frame) in input.frames.iter().enumerate().filter(|(_, f)| f.event == VISIT) {
        let goes_on = |a: &Aside| a.sentence.saturating_add(1) == frame.sentence && !own.contains(&frame.sentence);
        if let Some(aside) = found.iter_mut().find(|a| a.sentence == frame.sentence || goes_on(a) && takes_up(input, frame.sentence)) {
            aside.frames.push(number);
        }
    }
    found
}

/// "Mereka hanya ditemui Kabag X": a sentence that goes on about the visitors told before it, and names none.
fn takes_up(input: &Input<'_>, sentence: usize) -> bool {
    let first = input.sentence(sentence).map_or(0, |s| s.first);
    let opens = input.phrases(input.words.guest, first, first.saturating_add(3)).iter().any(|(_, at, _)| *at == first);
    let mut here = input.frames_in(sentence);
    opens && input.zone(sentence) == Zone::Body && !here.any(|f| ["visitors", "hosts"].iter().any(|s| input.fills(f, s).next().is_some()))
}

/// The status of the visit that a sentence tells of, where a word of it says so.
fn set_apart(input: &Input<'_>, frame: &Frame) -> Option<Proven<VisitStatus>> {
    let told = |(_, first, last): (&str, usize, usize), status, rule: &'static str| Proven::new(status, Reason::new(first, last, rule));
    if let Some(time) = input.phrases_in(input.words.verb, frame.sentence).into_iter().find(|(v, _, _)| *v == "earlier") {
        return Some(told(time, VisitStatus::Held, "status/earlier"));
    }
    if let Some((first, last)) = years_ago(input, frame) {
        return Some(told(("", first, last), VisitStatus::Held, "status/earlier"));
    }
    if let Some((first, last)) = day_ago(input, frame) {
        return Some(told(("", first, last), VisitStatus::Held, "status/earlier"));
    }
    // What somebody says of others is hearsay; where it says who goes where, it is told.
    let told_whole = ["visitors", "hosts"].iter().all(|slot| input.fills(frame, slot).next().is_some());
    if input.quoted(frame.trigger) && !told_whole && !input.of_itself(frame) {
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
    let from = input.sentence(frame.sentence).map_or(0, |s| s.first).max(frame.trigger.saturating_sub(AHEAD));
    let ahead = status::ahead(input, from, frame.trigger.saturating_add(1)).next();
    let visits = told_whole
        || input.has(input.words.visit_kind, None, frame.sentence)
        || ["visit", "receive"].iter().any(|v| input.has(input.words.verb, Some(v), frame.sentence));
    let (first, last) = ahead.filter(|_| visits)?;
    Some(Proven::new(VisitStatus::Planned, Reason::new(first, last, "status/planned")))
}

/// "Pada tahun 2014 ...": a year before that of the article, told before the visit, and not that of a law.
fn years_ago(input: &Input<'_>, frame: &Frame) -> Option<(usize, usize)> {
    let now = input.today().or_else(|| input.calendar.days.iter().flatten().map(|d| d.0).max())?.year();
    let sentence = input.sentence(frame.sentence)?;
    let reads = |at: usize, word: &str| input.reader.reads(at, &[word]);
    let opens =
        |at: usize| at.checked_sub(1).is_none_or(|b| b < sentence.first || !input.reader.tokens.get(b).is_some_and(|t| t.is_word()));
    let year = |at: usize| input.reader.words_of(at, at.saturating_add(1)).parse::<i16>().is_ok_and(|y| (YEARS..now).contains(&y));
    (sentence.first..frame.trigger).find_map(|at| {
        let last = at.saturating_add(2);
        let leads = reads(at, "tahun") && (opens(at) || at.checked_sub(1).is_some_and(|b| reads(b, "pada")));
        (leads && year(at.saturating_add(1)) && last <= frame.trigger && !reads(last, "tentang")).then_some((at, last))
    })
}

/// "Lalu 19 Oktober 2016 X mengunjungi Y": a day printed with its year, long before that of the article, and not that of a statement.
fn day_ago(input: &Input<'_>, frame: &Frame) -> Option<(usize, usize)> {
    let now = input.today().or_else(|| input.calendar.days.iter().flatten().map(|d| d.0).max())?;
    let whole = ["visitors", "hosts"].iter().all(|slot| input.fills(frame, slot).next().is_some());
    let old = input.mentions_in(frame.sentence).find(|(i, m)| {
        let printed = matches!(&m.what, What::Date(when) if when.start.is_some_and(|d| d.year.is_some()));
        let day = input.calendar.days.get(*i).copied().flatten().map(|d| d.0);
        let ago = day.and_then(|d| now.since(d).ok()).is_some_and(|age| age.get_days() > LONG);
        printed && ago && input.calendar.said.get(*i).copied().flatten().is_none()
    });
    old.filter(|_| whole).map(|(_, m)| (m.first, m.last))
}

/// The visits of an aside, if they are none of those that the rest of the article tells.
pub(super) fn drafts(input: &Input<'_>, aside: &Aside, told: &[Draft]) -> Vec<Draft> {
    visit(input, aside, told)
        .map_or_else(Vec::new, |(own, inherited)| build(input, aside.sentence, &aside.frames, &own, &aside.status, inherited))
}

fn visit(input: &Input<'_>, aside: &Aside, told: &[Draft]) -> Option<(Roles, Inherited)> {
    let main = told.first().filter(|d| !d.visitors.is_empty() && !d.hosts.is_empty())?;
    // What lies ahead in an article about what lies ahead is told once more, not told besides.
    let held = matches!(main.status.value, VisitStatus::Held | VisitStatus::Ongoing);
    if aside.status.value != VisitStatus::Held && !held && aside.status.value == main.status.value {
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
    let first = aside.frames.first().and_then(|n| input.frames.get(*n)).map_or(0, |f| f.first);
    let last = latest(input, first, told).unwrap_or(main);
    let visitors = if guests.is_empty() { last.visitors.clone() } else { of(&guests, true) };
    let hosts = if hosts.is_empty() { last.hosts.clone() } else { of(&hosts, false) };
    let among = |own: &[Proven<PartyRef>], all: &[Proven<PartyRef>]| own.iter().all(|p| all.iter().any(|q| same_side(&p.value, &q.value)));
    // "Batal ke Jawa Tengah", that is to the city that is told as host.
    let within = |p: &PartyRef, q: &PartyRef| p.sort.is_none() && p.region == q.region.map(|r| input.reader.lexicon.gazetteer.province(r));
    let there = |own: &[Proven<PartyRef>], all: &[Proven<PartyRef>]| {
        own.iter().all(|p| all.iter().any(|q| same_side(&p.value, &q.value) || within(&p.value, &q.value)))
    };
    // A meeting is what the article is about, not an aside.
    let meets = status::visit_kind_in(input, aside.sentence).is_some_and(|k| k.value == VisitKind::Rapat);
    if meets
        || among(&visitors, &hosts)
        || told.iter().any(|d| {
            among(&visitors, &d.visitors)
                && there(&hosts, &d.hosts)
                && !long_before(input, aside, d)
                && !once_before(input, aside, &own)
                && !once_more(input, aside, &own, d)
        })
    {
        return None;
    }
    // "Bertolak ke Jakarta. Ia akan berkonsultasi dengan Kementerian X": where it leads, and no other visit.
    let government = |r: &Reason| mention_over(input, r.first).is_some_and(|m| !m.what.is_bare_region());
    let place = main.hosts.iter().all(|h| capital(input, &h.value) && !h.reasons.iter().any(government));
    let centre = hosts.iter().all(|h| h.value.sort == Some(BodySort::Central));
    if place && centre && among(&visitors, &main.visitors) {
        return None;
    }
    // Whoever led the delegation leads it where it goes next.
    let goes_on = aside.status.value == VisitStatus::Planned && the_same(&visitors, &last.visitors);
    let leader = last.leader.clone().filter(|_| goes_on);
    let date = further::day_of(input, aside.sentence, last);
    Some((own, Inherited { visitors, hosts, kind: None, leader, accompanied_by: Vec::new(), date }))
}

/// "Ini bukan kali pertama, Menteri X pernah berkunjung ke Y pada 12 Februari 2021": the sentence has a day of its own, long before
/// that of the visit told.
fn long_before(input: &Input<'_>, aside: &Aside, told: &Draft) -> bool {
    let frames: Vec<&Frame> = aside.frames.iter().filter_map(|n| input.frames.get(*n)).collect();
    let own = setting::date(input, &frames, aside.status.value)
        .filter(|d| d.reasons.first().is_some_and(|r| input.sentence_of(r.first) == aside.sentence));
    let days = own.zip(told.date.as_ref()).and_then(|(own, told)| told.value.0.since(own.value.0).ok());
    aside.status.value == VisitStatus::Held && days.is_some_and(|d| d.get_days() > LONG)
}

/// "Pada Maret lalu wakil duta besarnya juga beraudiensi dengan wakil gubernur": the sentence tells both sides, a time that has gone
/// by, and that it was another time. What an article says of its own visit has neither "juga" nor "pernah".
fn once_before(input: &Input<'_>, aside: &Aside, own: &Roles) -> bool {
    let Some(sentence) = input.sentence(aside.sentence) else { return false };
    // "OPD yang pernah bertamu ke X", "sehari sebelumnya": of others, and of the same journey.
    let loose = |at: usize| input.reader.reads(at.wrapping_sub(1), &["yang", "sehari", "hari", "malam"]);
    let again = |at: usize| input.reader.reads(at, &["juga", "pernah", "sebelumnya", "sudah"]) && !loose(at);
    let first = |at: usize| {
        input.reader.reads(at, &["pertama"]) && input.reader.reads(at.wrapping_sub(1), &["kali", "kontak", "kunjungan", "yang"])
    };
    let not_first = || {
        let before = aside.sentence.checked_sub(1).and_then(|s| input.sentence(s));
        before.is_some_and(|b| (b.first..b.last).any(first) && (b.first..b.last).any(|at| input.reader.reads(at, &["bukan", "bukanlah"])))
    };
    let told = (sentence.first..sentence.last).any(again) || not_first();
    aside.status.value == VisitStatus::Held && tells_both(own) && told
}

/// Guests and hosts are told.
fn tells_both(own: &Roles) -> bool {
    own.sides.iter().any(|s| s.visitor > s.host) && own.sides.iter().any(|s| s.host > s.visitor)
}

/// "Konsul berencana berkunjung ke X setelah Pilkada": who was received now will come at a time of its own.
fn once_more(input: &Input<'_>, aside: &Aside, own: &Roles, told: &Draft) -> bool {
    let Some(sentence) = input.sentence(aside.sentence) else { return false };
    let Some(trigger) = aside.frames.first().and_then(|n| input.frames.get(*n)).map(|f| f.trigger) else { return false };
    let held = matches!(told.status.value, VisitStatus::Held) && told.date.is_some();
    let later = (trigger..sentence.last).any(|at| input.reader.reads(at, &["setelah", "sesudah", "usai", "seusai", "selepas", "lagi"]));
    let ahead = || input.has(input.words.link, Some("ahead"), aside.sentence);
    aside.status.value == VisitStatus::Planned && tells_both(own) && held && (later || ahead())
}

/// The very same delegation, and not another committee of the same council.
pub(super) fn the_same(own: &[Proven<PartyRef>], all: &[Proven<PartyRef>]) -> bool {
    let within = |p: &PartyRef, q: &PartyRef| p.key.iter().all(|w| q.key.contains(w));
    own.iter().all(|p| all.iter().any(|q| p.value.same(&q.value) && (within(&p.value, &q.value) || within(&q.value, &p.value))))
}

/// The visit whose visitors the article names last before a token.
pub(super) fn latest<'d>(input: &Input<'_>, token: usize, told: &'d [Draft]) -> Option<&'d Draft> {
    let last = input.mentions.partition_point(|m| m.first < token);
    (last.saturating_sub(REACH)..last).rev().find_map(|i| {
        let party = input.party(i)?;
        told.iter().find(|d| !d.hosts.is_empty() && d.visitors.iter().any(|v| same_side(&v.value, party)))
    })
}

/// Peers that one sentence names are visits of their own, all others come or receive together, as do a province and a region of it.
/// Those of the sorts `each`, which belong to no region, are each one too.
fn apart(input: &Input<'_>, parties: Vec<Proven<PartyRef>>, each: &[BodySort]) -> Vec<Vec<Proven<PartyRef>>> {
    let kindred = |p: &Proven<PartyRef>| parties.iter().any(|q| around(input, &p.value, &q.value));
    let single = |p: &PartyRef| p.region.is_some() || p.sort.is_some_and(|sort| each.contains(&sort));
    if parties.iter().all(|p| single(&p.value) && !kindred(p)) {
        return parties.into_iter().map(|p| vec![p]).collect();
    }
    vec![parties]
}

/// The visits of one sentence, each guest with each host.
pub(super) fn build(
    input: &Input<'_>,
    sentence: usize,
    frames: &[usize],
    own: &Roles,
    status: &Proven<VisitStatus>,
    inherited: Inherited,
) -> Vec<Draft> {
    let guests = apart(input, inherited.visitors.clone(), &[]);
    // "Ke Kejari X dan Kodim Y": each office is called on.
    let hosts = apart(input, inherited.hosts.clone(), &[BodySort::Vertical]);
    let each = |visitors: &Vec<Proven<PartyRef>>, hosts: &Vec<Proven<PartyRef>>| {
        let inherited = Inherited { visitors: visitors.clone(), hosts: hosts.clone(), ..inherited.clone() };
        one(input, sentence, frames, own, status.clone(), inherited)
    };
    guests.iter().flat_map(|g| hosts.iter().map(|h| each(g, h)).collect::<Vec<_>>()).collect()
}

/// What is told in passing only has what its own sentences say, and what it inherits.
fn one(input: &Input<'_>, sentence: usize, frames: &[usize], own: &Roles, status: Proven<VisitStatus>, inherited: Inherited) -> Draft {
    let frames: Vec<&Frame> = frames.iter().filter_map(|n| input.frames.get(*n)).collect();
    let Inherited { visitors, hosts, kind, leader, accompanied_by, date } = inherited;
    let ahead = matches!(status.value, VisitStatus::Planned | VisitStatus::Cancelled);
    let possible = |d: &Proven<(Date, Option<Date>)>| ahead || input.today().is_none_or(|today| d.value.0 <= today);
    let told = |s: usize| s == sentence || frames.iter().any(|f| f.sentence == s);
    let here = |reasons: &[Reason]| reasons.first().is_some_and(|r| told(input.sentence_of(r.first)));
    let of = |person: usize, side: &[Proven<PartyRef>]| {
        let party = input.party_of(person);
        party.is_some_and(|p| side.iter().any(|q| same_side(p, &q.value)))
    };
    let leads = |p: &&Part| p.leader > p.receiver && !p.absent && here(&p.leader_reasons) && of(p.person, &visitors);
    let receives = |p: &&Part| p.receiver > p.leader && !p.absent && here(&p.receiver_reasons) && !of(p.person, &visitors);
    let own_leader = own.parts.iter().filter(leads).max_by(|a, b| a.leader.total_cmp(&b.leader));
    let own_leader = own_leader.map(|p| Proven { value: p.person, reasons: p.leader_reasons.clone() });
    let untold = || {
        let reason = status.reasons.first().cloned().unwrap_or_else(|| Reason::new(0, 1, "status/kind-not-told"));
        let reason = frames.first().map_or(reason, |f| Reason::new(f.first, f.last, "status/kind-not-told"));
        Proven::new(VisitKind::Kunjungan, reason)
    };
    Draft {
        leader: own_leader.or(leader),
        received_by: own.parts.iter().filter(receives).map(|p| Proven { value: p.person, reasons: p.receiver_reasons.clone() }).collect(),
        accompanied_by,
        kind: status::visit_kind_in(input, sentence).or(kind).unwrap_or_else(untold),
        date: setting::date(input, &frames, status.value).filter(|d| here(&d.reasons) && possible(d)).or(date),
        size: setting::size(input, &frames, |_| None).filter(|s| here(&s.reasons)),
        venue: places::venue(input, &frames).filter(|v| here(&v.reasons)),
        sites: Vec::new(),
        affairs: affair::affairs(input, &frames, affair::Extent::Part).into_iter().filter(|a| here(&a.reasons)).collect(),
        status,
        visitors,
        hosts,
    }
}
