//! Further visits: the next stop of the delegation that the article tells of, another guest of the same host, and the visit
//! that will answer. A word links each of them to the visit told ("usai itu", "juga", "keesokan harinya", "kunjungan
//! balasan"), and gives it what its own sentence leaves out.

use jiff::ToSpan;

use super::Draft;
use super::aside::{Inherited, build, latest, the_same};
use super::delegation::{around, drop_provinces};
use super::roles::{Roles, roles};
use super::side::{Side, proven_party};
use super::status;
use crate::Date;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::kinds::{VisitKind, VisitStatus};
use crate::mention::{BodySort, PartyRef};
use crate::rule::Frame;
use crate::text::Zone;

/// Most further visits of one article.
const MOST: usize = 8;
/// Most sentences that are looked at for them.
const TRIED: usize = 200;
/// Mentions back to the day of "pada hari yang sama".
const REACH: usize = 40;
/// Most tokens from a word of plan to "kunjungan balasan".
const AHEAD: usize = 8;

/// The visits that a linking word adds to those told, each with the sentence that tells it.
pub(super) fn further(input: &Input<'_>, told: &[Draft]) -> Vec<(usize, Draft)> {
    let Some(main) = told.first().filter(|d| !d.visitors.is_empty() && !d.hosts.is_empty() && d.kind.value != VisitKind::Rapat) else {
        return Vec::new();
    };
    let mut found: Vec<(usize, Draft)> = Vec::new();
    let mut sentences: Vec<usize> = input.frames.iter().filter(|f| f.event == VISIT).map(|f| f.sentence).collect();
    sentences.dedup();
    let may = |s: &usize| input.zone(*s) == Zone::Body && link(input, *s, usize::MAX).is_some();
    for sentence in sentences.into_iter().filter(may).take(TRIED) {
        if found.len() >= MOST {
            break;
        }
        let known: Vec<&Draft> = told.iter().chain(found.iter().map(|(_, draft)| draft)).collect();
        let drafts = linked(input, told, &known, sentence);
        found.extend(drafts.into_iter().map(|draft| (sentence, draft)));
    }
    let known: Vec<&Draft> = told.iter().chain(found.iter().map(|(_, draft)| draft)).collect();
    let answer = answer(input, main, &known);
    found.extend(answer);
    found
}

/// The words that link a sentence to the visit told, by what they say of its day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Link {
    /// On the same journey or occasion.
    Same,
    /// On the day after.
    After,
    /// On the day before.
    Eve,
    /// Some time before.
    Before,
    /// Earlier on the same journey: "sebelum ke X".
    Stop,
    /// On a day of its own: "Jumat (3/5) rombongan mengunjungi X".
    Dated(Date),
}

/// The linking word of a sentence before a token.
fn link(input: &Input<'_>, sentence: usize, token: usize) -> Option<Link> {
    let words = input.phrases_in(input.words.link, sentence).into_iter().filter(|(_, first, _)| *first <= token);
    let links = words.filter_map(|(value, first, _)| match value {
        "same" => Some((Link::Same, first)),
        "after" => Some((Link::After, first)),
        "eve" => Some((Link::Eve, first)),
        "before" => Some((Link::Before, first)),
        "stop" => Some((Link::Stop, first)),
        _ => None,
    });
    // A word that moves the day says more than one that only goes on.
    let said = links.min_by_key(|(link, first)| (*link == Link::Same, *first)).map(|(link, _)| link);
    said.or_else(|| dated(input, sentence, token).map(Link::Dated))
}

/// The day on which a sentence says that "rombongan" went on.
fn dated(input: &Input<'_>, sentence: usize, token: usize) -> Option<Date> {
    let first = input.sentence(sentence)?.first;
    let group = input.phrases(input.words.delegation, first, token).iter().any(|(v, _, _)| *v == "group");
    let from = input.mentions.partition_point(|m| m.first < first);
    let mut days = input.calendar.days.iter().zip(input.mentions).skip(from).take_while(|(_, m)| m.first < token);
    days.find_map(|(day, _)| *day).map(|(day, _)| day).filter(|_| group)
}

/// The visit of a sentence that a word links to one told, if it is none of those known.
fn linked(input: &Input<'_>, told: &[Draft], known: &[&Draft], sentence: usize) -> Vec<Draft> {
    let numbers: Vec<usize> =
        (0..input.frames.len()).filter(|n| input.frames.get(*n).is_some_and(|f| f.event == VISIT && f.sentence == sentence)).collect();
    let own = roles(input, |frame| numbers.contains(&frame));
    let trigger = own.frames_of(input).map(|f| f.trigger).max();
    let Some((trigger, link)) = trigger.and_then(|t| Some((t, link(input, sentence, t)?))) else { return Vec::new() };
    let (guests, hosts) = sides(input, &own);
    let first = numbers.first().and_then(|n| input.frames.get(*n)).map_or(0, |f| f.first);
    let Some(base) = latest(input, first, told).or_else(|| told.first()) else { return Vec::new() };
    // A day of its own is another day.
    if matches!(link, Link::Dated(own) if base.date.as_ref().is_none_or(|d| d.value.0 == own)) {
        return Vec::new();
    }
    let is = |own: &[Proven<PartyRef>], all: &[Proven<PartyRef>]| own.iter().all(|p| all.iter().any(|q| same_side(&p.value, &q.value)));
    let stop = !hosts.is_empty() && is(&guests, &base.visitors) && hosts.iter().all(|h| may_host(&h.value) && elsewhere(input, h, known));
    let guest = !guests.is_empty() && is(&hosts, &base.hosts) && guests.iter().all(|g| elsewhere(input, g, known));
    if stop == guest {
        return Vec::new();
    }
    // Another part of the same council has people of its own.
    let goes_on = stop && the_same(&guests, &base.visitors);
    let visitors = if guests.is_empty() { base.visitors.clone() } else { guests };
    let hosts = if hosts.is_empty() { base.hosts.clone() } else { hosts };
    let ahead = ahead(input, sentence, trigger);
    let status = ahead.unwrap_or_else(|| base.status.clone());
    let inherited = Inherited {
        visitors,
        hosts,
        kind: (link != Link::Before).then(|| base.kind.clone()),
        leader: base.leader.clone().filter(|_| goes_on),
        accompanied_by: if goes_on { base.accompanied_by.clone() } else { Vec::new() },
        date: base.date.clone().and_then(|d| day(d, link)).filter(|_| status.value == base.status.value),
    };
    build(input, sentence, &numbers, &own, &status, inherited)
}

/// Who comes and who receives by the votes of one sentence.
fn sides(input: &Input<'_>, own: &Roles) -> (Vec<Proven<PartyRef>>, Vec<Proven<PartyRef>>) {
    let mut guests: Vec<&Side> = own.sides.iter().filter(|s| s.visitor > s.host).collect();
    let mut hosts: Vec<&Side> = own.sides.iter().filter(|s| s.host > s.visitor).collect();
    drop_provinces(input, &mut guests);
    drop_provinces(input, &mut hosts);
    let guests = guests.into_iter().map(|s| proven_party(s, &s.visitor_reasons)).collect();
    (guests, hosts.into_iter().map(|s| proven_party(s, &s.host_reasons)).collect())
}

/// A party of no visit that is known, and not a place around or inside of one.
fn elsewhere(input: &Input<'_>, party: &Proven<PartyRef>, known: &[&Draft]) -> bool {
    let near = |q: &Proven<PartyRef>| same_side(&party.value, &q.value) || around(input, &party.value, &q.value);
    !known.iter().any(|d| d.visitors.iter().chain(&d.hosts).any(near))
}

/// A campus or a plant is what a journey looks at, an agency of no region is nobody.
fn may_host(party: &PartyRef) -> bool {
    let acts = matches!(party.sort, Some(BodySort::Central | BodySort::Vertical | BodySort::Mission | BodySort::Foreign));
    acts || party.region.is_some()
}

/// The word before a token that says that it lies ahead.
fn ahead(input: &Input<'_>, sentence: usize, token: usize) -> Option<Proven<VisitStatus>> {
    let from = input.sentence(sentence).map_or(0, |s| s.first).max(token.saturating_sub(AHEAD));
    let (first, last) = status::ahead(input, from, token.saturating_add(1)).next()?;
    Some(Proven::new(VisitStatus::Planned, Reason::new(first, last, "status/planned")))
}

/// The day of the visit told, moved as the linking word says.
fn day(date: Proven<(Date, Option<Date>)>, link: Link) -> Option<Proven<(Date, Option<Date>)>> {
    let moved = match link {
        Link::Same => return Some(date),
        Link::After => date.value.0.checked_add(1.day()),
        Link::Eve => date.value.0.checked_sub(1.day()),
        // The days of a journey are those of each of its stops; its one day may be the last.
        Link::Stop => return Some(date).filter(|d| d.value.1.is_some_and(|end| end != d.value.0)),
        Link::Before | Link::Dated(_) => return None,
    };
    let day = moved.ok()?;
    Some(Proven { value: (day, Some(day)), reasons: date.reasons })
}

/// The day of a visit that is told by that of the one before it: "keesokan harinya rombongan mengunjungi ...".
pub(crate) fn moved(input: &Input<'_>, frames: &[&Frame], date: Proven<(Date, Option<Date>)>) -> Proven<(Date, Option<Date>)> {
    let told = frames.iter().filter(|f| input.zone(f.sentence) == Zone::Body).min_by_key(|f| f.trigger);
    let behind = |f: &&&Frame| date.reasons.iter().all(|r| input.sentence_of(r.first) < f.sentence);
    let link = told.filter(behind).and_then(|f| link(input, f.sentence, f.trigger));
    match link {
        Some(link @ (Link::After | Link::Eve)) => day(date.clone(), link).unwrap_or(date),
        _ => date,
    }
}

/// The day that a sentence tells by that of another visit: "sehari sebelumnya", "pada hari yang sama".
pub(super) fn day_of(input: &Input<'_>, sentence: usize, base: &Draft) -> Option<Proven<(Date, Option<Date>)>> {
    let (first, last) = input.sentence(sentence).map(|s| (s.first, s.last))?;
    let reads = |at: usize, word: &str| input.reader.reads(at, &[word]);
    let same = |at: usize| reads(at, "hari") && reads(at.saturating_add(1), "yang") && reads(at.saturating_add(2), "sama");
    if (first..last).any(same) {
        // The day told last.
        let before = input.mentions.partition_point(|m| m.first < first);
        let told = |i: usize| input.calendar.days.get(i).copied().flatten().zip(input.mentions.get(i));
        let (day, mention) = (0..before).rev().take(REACH).find_map(told)?;
        return Some(Proven::new(day, Reason::new(mention.first, mention.last, "setting/date")));
    }
    link(input, sentence, last).filter(|l| matches!(l, Link::After | Link::Eve)).and_then(|l| day(base.date.clone()?, l))
}

/// "Bulan depan kami melakukan kunjungan balasan": the host of the visit told will go where the guests came from.
fn answer(input: &Input<'_>, main: &Draft, known: &[&Draft]) -> Vec<(usize, Draft)> {
    let held = matches!(main.status.value, VisitStatus::Held | VisitStatus::Ongoing);
    let same = |a: &[Proven<PartyRef>], b: &[Proven<PartyRef>]| a.iter().any(|p| b.iter().any(|q| same_side(&p.value, &q.value)));
    let answers =
        |d: &Draft| d.kind.value == VisitKind::KunjunganBalasan || same(&d.visitors, &main.hosts) && same(&d.hosts, &main.visitors);
    if !held || known.iter().any(|d| answers(d)) {
        return Vec::new();
    }
    let told = (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body).find_map(|sentence| {
        let words = input.phrases_in(input.words.visit_kind, sentence);
        let (_, first, _) = words.into_iter().find(|(v, _, _)| *v == "kunjungan_balasan")?;
        let status = ahead(input, sentence, first)?;
        let wished = input.phrases(input.words.verb, first.saturating_sub(AHEAD), first).iter().any(|(v, _, _)| *v == "irreal");
        let inherited = Inherited {
            visitors: main.hosts.clone(),
            hosts: main.visitors.clone(),
            kind: None,
            leader: None,
            accompanied_by: Vec::new(),
            date: None,
        };
        (!wished).then(|| (sentence, build(input, sentence, &[], &Roles::default(), &status, inherited)))
    });
    told.map_or_else(Vec::new, |(sentence, drafts)| drafts.into_iter().map(|draft| (sentence, draft)).collect())
}
