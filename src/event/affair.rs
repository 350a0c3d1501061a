//! Affairs: topics that the article states as purpose, topic or scope.

use smallvec::SmallVec;

use super::draft::{Proven, Reason};
use super::phrases::Found;
use super::stands::Stands;
use super::{Input, VISIT};
use crate::kinds::Affair;
use crate::mention::{Mention, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Furthest a topic stands behind the word that announces it, in tokens.
const REACH: usize = 52;
/// Sentences from an event's own to those that go on about its topic, where the article tells of this event only.
const ALONE: usize = 8;
/// As [`ALONE`], where it tells of several.
const SEVERAL: usize = 2;
/// Different topics that make a sentence a list of them.
const LIST: usize = 3;

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

/// The topics of an event: behind a word of purpose or scope, in a list of topics, or in the headline; in the event's own
/// sentences and those that go on about it, up to where another event is told.
pub(super) fn affairs(input: &Input<'_>, frames: &[&Frame], extent: Extent) -> Vec<Proven<Affair>> {
    let mut found: Vec<Proven<Affair>> = Vec::new();
    let reach = if extent == Extent::Part { SEVERAL } else { ALONE };
    let stands = Stands::of(frames);
    // Behind another event stand the topics of that one.
    let event = frames.first().map(|f| f.event);
    let sides = |f: &Frame| ["visitors", "hosts", "parties"].iter().any(|slot| input.fills(f, slot).next().is_some());
    let other = |f: &&Frame| extent != Extent::Whole && Some(f.event) == event && !stands.within(f.sentence, 0) && sides(f);
    let others = Stands::of(&input.frames.iter().filter(other).collect::<Vec<_>>());
    for (number, sentence) in input.reader.sentences.iter().enumerate().filter(|(_, s)| s.zone.tells()) {
        let headline = sentence.zone == Zone::Headline;
        if !headline && stands.since(number).is_none_or(|since| since > reach || others.since(number).is_some_and(|o| o < since)) {
            continue;
        }
        if !input.tells(input.words.affair, number) {
            continue;
        }
        let own = stands.within(number, 0);
        let told = |(v, _, _): &(&str, usize, usize)| match *v {
            "concern" => true,
            "study" => event == Some(VISIT),
            "go" | "do_visit" | "inspect" | "partner" | "sign" | "sign_loose" => own,
            _ => false,
        };
        let announced = input.phrases_in(input.words.verb, number).into_iter().find(told).map(|(_, first, _)| first);
        let everywhere = topics(input, input.phrases_in(input.words.affair, number));
        let another = |(at, (affair, _, _)): &(usize, &Topic)| everywhere.iter().take(*at).all(|(known, _, _)| known != affair);
        let listed = everywhere.iter().enumerate().filter(another).take(LIST).count() >= LIST;
        let topics = match announced {
            _ if headline || listed => everywhere,
            // Behind the word that announces it a topic may be a word that means other things elsewhere.
            Some(from) => topics(input, input.phrases_weak(input.words.affair, from, sentence.last.min(from.saturating_add(REACH)))),
            None => Topics::new(),
        };
        for (affair, first, last) in topics {
            let reason = Reason::new(first, last, "affair/stated");
            match found.iter_mut().find(|p| p.value == affair) {
                Some(known) => known.reasons.push(reason),
                None => found.push(Proven::new(affair, reason)),
            }
        }
    }
    found
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
