//! Affairs: topics that the article states as purpose, topic or scope.

use smallvec::SmallVec;

use super::phrases::Found;
use super::proof::{Proven, Reason};
use super::stands::Stands;
use super::{Input, VISIT};
use crate::kinds::Affair;
use crate::mention::{Mention, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Furthest a topic stands behind the word that announces it, in tokens.
const REACH: usize = 20;
/// As [`REACH`], for a word that means other things elsewhere ("kopi", "desa").
const NEAR: usize = 4;
/// Sentences from an event's own to those that go on about its topic, where the article tells of this event only.
const ALONE: usize = 10;
/// As [`ALONE`], where others are told beside it.
const BESIDE: usize = 4;
/// As [`ALONE`], for words that mean other things elsewhere.
const NEXT: usize = 1;
/// As [`ALONE`], for a topic with the word behind it ("pasar rakyat turut dibahas").
const SOON: usize = 2;
/// Sentences that name a topic which nothing announces, so that it is what the article is about; and as many, where words
/// that mean other things elsewhere are among them.
const RETURNS: usize = 2;
const RETURNS_LOOSELY: usize = 3;
/// Most tokens between two topics named side by side ("pendidikan dan kesehatan").
const JOINT: usize = 2;

/// An affair with the tokens that name it.
type Topic = (Affair, usize, usize);
type Topics = SmallVec<[Topic; 4]>;

/// How much of the article goes on about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    /// It tells of no other event of the sort.
    Whole,
    /// Others are told in sentences of their own.
    Rest,
    /// Others are told beside it.
    Part,
}

/// A topic that a sentence names.
struct Named {
    topic: Topic,
    number: usize,
    /// The sentence speaks of a government, a body or an official.
    public: bool,
    /// By itself the sentence says that it is one.
    stated: bool,
    /// Its words mean nothing else.
    clear: bool,
}

/// The topics of an event: in the headline, behind a word of purpose or scope, side by side with another, or named again and
/// again; in the event's own sentences and those that go on about it, up to where another event is told.
pub(super) fn affairs(input: &Input<'_>, frames: &[&Frame], extent: Extent) -> Vec<Proven<Affair>> {
    let mut named: Vec<Named> = Vec::new();
    let reach = if extent == Extent::Part { BESIDE } else { ALONE };
    let stands = Stands::of(frames);
    // Behind another event stand the topics of that one.
    let event = frames.first().map(|f| f.event);
    let sides = |f: &Frame| ["visitors", "hosts", "parties"].iter().any(|slot| input.fills(f, slot).next().is_some());
    let other = |f: &&Frame| extent != Extent::Whole && Some(f.event) == event && !stands.within(f.sentence, 0) && sides(f);
    let others = Stands::of(&input.frames.iter().filter(other).collect::<Vec<_>>());
    for (number, sentence) in input.reader.sentences.iter().enumerate().filter(|(_, s)| s.zone.tells()) {
        if !input.tells(input.words.affair, number) {
            continue;
        }
        let since = stands.since(number).filter(|since| *since <= reach && others.since(number).is_none_or(|o| o >= *since));
        if sentence.zone == Zone::Headline {
            let stated = extent == Extent::Whole || stands.within(number, 0);
            named.extend(clear(input, number).into_iter().map(|topic| Named { topic, number, public: true, stated, clear: true }));
        } else if let Some(since) = since {
            named.extend(named_in(input, number, since, event == Some(VISIT)));
        }
    }
    chosen(named)
}

/// The affairs that the article states, or returns to; in the order of the text.
fn chosen(mut named: Vec<Named>) -> Vec<Proven<Affair>> {
    named.sort_by_key(|n| n.topic.0);
    let sentences = |same: &[Named], clear: bool| {
        let mut numbers: SmallVec<[usize; 8]> = same.iter().filter(|n| n.public && (n.clear || !clear)).map(|n| n.number).collect();
        numbers.dedup();
        numbers.len()
    };
    let mut found: Vec<Proven<Affair>> = Vec::new();
    for same in named.chunk_by(|a, b| a.topic.0 == b.topic.0) {
        let returns = sentences(same, true) >= RETURNS || sentences(same, false) >= RETURNS_LOOSELY;
        let stated = same.iter().any(|n| n.stated);
        let mut proofs = same.iter().filter(|n| n.stated || n.public && returns && !stated);
        let rule = if stated { "affair/stated" } else { "affair/returned-to" };
        if let Some(Named { topic: (affair, first, last), .. }) = proofs.next() {
            let mut proven = Proven::new(*affair, Reason::new(*first, *last, rule));
            proven.reasons.extend(proofs.map(|n| Reason::new(n.topic.1, n.topic.2, rule)));
            found.push(proven);
        }
    }
    found.sort_by_key(|p| p.reasons.first().map(|r| r.first));
    found
}

/// The topics that a sentence behind the headline names, `since` sentences behind the event's own, for a `visit` or an agreement.
fn named_in(input: &Input<'_>, number: usize, since: usize, visit: bool) -> Vec<Named> {
    // A word that announces a topic, with whether it does nothing else.
    let announces = |value: &str| match value {
        "concern" => Some(true),
        "study" => visit.then_some(true),
        "go" | "do_visit" | "inspect" | "partner" | "sign" | "sign_loose" => (since == 0).then_some(false),
        _ => None,
    };
    let verbs = input.phrases_in(input.words.verb, number);
    let announcers: SmallVec<[(usize, bool); 8]> = verbs.iter().filter_map(|(v, first, _)| Some((*first, announces(v)?))).collect();
    let before = |at: usize| announcers.partition_point(|(first, _)| *first <= at).checked_sub(1).and_then(|n| announcers.get(n));
    let end = verbs.iter().rev().find(|(v, _, _)| *v == "concern_passive").filter(|_| since <= SOON).map(|(_, first, _)| *first);
    let dealt = |last: usize| end.is_some_and(|end| last <= end);
    let clear = clear(input, number);
    let in_body = |first: usize| super::mention_over(input, first).is_some();
    let joint = |(affair, first, last): &Topic, other: Option<&Topic>| {
        let gap = |o: &Topic| first.saturating_sub(o.2).max(o.1.saturating_sub(*last));
        other.is_some_and(|o| o.0 != *affair && gap(o) <= JOINT)
    };
    let stated = |at: usize, topic: &Topic| {
        let announced = before(topic.1).filter(|(from, _)| topic.1.saturating_sub(*from) <= REACH);
        // "didampingi Kepala Dinas Pendidikan" says who came along, not what for.
        if in_body(topic.1) {
            return announced.is_some_and(|(_, only)| *only);
        }
        let beside = [at.checked_sub(1), at.checked_add(1)];
        announced.is_some() || dealt(topic.2) || beside.into_iter().flatten().any(|o| joint(topic, clear.get(o)))
    };
    // "Rombongan terdiri dari unsur dinas pariwisata dan UMKM": whence they come, not what for.
    let (first, last) = input.sentence(number).map_or((0, 0), |s| (s.first, s.last));
    let members = (first..last).find(|at| input.reader.reads(*at, &["unsur", "beranggotakan", "terdiri"]));
    let of_member = |topic: &Topic| {
        let from = members.filter(|at| visit && *at < topic.1);
        from.is_some_and(|from| before(topic.1).is_none_or(|(announced, only)| !only || *announced < from))
    };
    let close = |topic: &Topic| before(topic.1).is_some_and(|(from, only)| *only && topic.1.saturating_sub(*from) <= NEAR);
    let mut named: Vec<Named> = Vec::with_capacity(clear.len());
    let public = is_public(input, number);
    named.extend(clear.iter().enumerate().filter(|(_, topic)| !of_member(topic)).map(|(at, topic)| Named {
        topic: *topic,
        number,
        public,
        stated: stated(at, topic),
        clear: true,
    }));
    // Words that mean other things elsewhere.
    for topic in topics(input, input.phrases_weak(input.words.affair, first, last)) {
        if clear.iter().all(|c| c.1 != topic.1) && !of_member(&topic) {
            named.push(Named { topic, number, public, stated: since <= NEXT && close(&topic), clear: false });
        }
    }
    named
}

/// The sentence speaks of a government, a body or an official, of what these do together, or they speak in it.
fn is_public(input: &Input<'_>, number: usize) -> bool {
    let told = |m: &Mention| matches!(m.what, What::Region(_) | What::Body(_) | What::Official(_));
    let classes = [input.words.visit_kind, input.words.agreement_kind];
    let said = input.sentence(number).is_some_and(|s| input.quoted(s.first) || input.quoted(s.first.saturating_add(1)));
    said || input.mentions_in(number).any(|(_, m)| told(m)) || classes.iter().any(|class| input.has(*class, None, number))
}

/// The topics that a sentence names by words that mean nothing else.
fn clear(input: &Input<'_>, number: usize) -> Topics {
    topics(input, input.phrases_in(input.words.affair, number))
}

/// The affairs that phrases name, but for those inside a mention that is no body, or a village.
fn topics(input: &Input<'_>, phrases: Found<'_>) -> Topics {
    // "Pemerintah Kecamatan X" says what it is, not what it deals with.
    let local = |(value, _, _): &(&str, usize, usize)| matches!(*value, "desa" | "kecamatan");
    let head = |m: &Mention| input.phrases(input.reader.classes.level, m.first, m.first.saturating_add(2));
    let deals = |m: &Mention| matches!(m.what, What::Body(_)) && !head(m).iter().any(local);
    let free = |first: usize| super::mention_over(input, first).is_none_or(deals);
    phrases.into_iter().filter(|(_, first, _)| free(*first)).filter_map(|(v, first, last)| Some((v.parse().ok()?, first, last))).collect()
}
