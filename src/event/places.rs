//! Places of events: where one met or signed, and what was toured.

use super::Input;
use super::proof::{Giver, Proven, Reason};
use super::stands::Stands;
use crate::Date;
use crate::mention::{BodySort, Mention, What};
use crate::rule::Frame;
use crate::text::Zone;

/// A place that a frame names.
struct Named {
    first: usize,
    last: usize,
    sentence: usize,
    rule: Giver,
    /// A room or building where one meets.
    venue: bool,
}

/// Places that frames name in a slot, in sentences that `near` lets through.
fn places(input: &Input<'_>, slot: &str, near: impl Fn(usize) -> bool) -> Vec<Named> {
    let mut found: Vec<Named> = Vec::new();
    for frame in input.frames.iter().filter(|f| near(f.sentence) && input.zone(f.sentence) != Zone::Headline) {
        for mention in input.fills(frame, slot).filter_map(|f| input.mention(f)).map(|(_, m)| m) {
            let venue = match &mention.what {
                What::Place(place) => place.venue,
                // "Tiga lokus, yaitu Dinas A, Dinas B dan Bappeda": an agency that is looked at.
                What::Body(body) if slot == "sites" && body.sort == BodySort::Agency => false,
                _ => continue,
            };
            if !found.iter().any(|p| p.first == mention.first) && !input.quoted(mention.first) {
                let rule = Giver::from(frame);
                found.push(Named { first: mention.first, last: mention.last, sentence: frame.sentence, rule, venue });
            }
        }
    }
    found
}

impl Named {
    fn proven(self) -> Proven<(usize, usize)> {
        Proven::new((self.first, self.last), Reason::new(self.first, self.last, self.rule))
    }
}

/// The venue: a room or building where the event's sentences say it took place.
pub(crate) fn venue(input: &Input<'_>, frames: &[&Frame]) -> Option<Proven<(usize, usize)>> {
    let stands = Stands::of(frames);
    places(input, "venue", |s| stands.within(s, 1))
        .into_iter()
        .filter(|p| p.venue)
        .max_by_key(|p| (stands.count(p.sentence).min(3), p.last.saturating_sub(p.first).min(4), std::cmp::Reverse(p.first)))
        .map(Named::proven)
}

/// "Keduanya bertemu di Kantor X, Rabu": where the sentence that tells the day says it was.
pub(crate) fn venue_of_day(input: &Input<'_>, date: Option<&Proven<(Date, Option<Date>)>>) -> Option<Proven<(usize, usize)>> {
    let told = date?.reasons.first().map(|r| input.sentence_of(r.first))?;
    let mut rooms = places(input, "venue", |s| s == told && !input.signs(s)).into_iter().filter(|p| p.venue);
    let room = rooms.next().filter(|_| rooms.next().is_none())?;
    Some(room.proven())
}

/// Where a signing took or will take place: a room or building, else the place that its own sentences name.
pub(crate) fn venue_of_signing(input: &Input<'_>, frames: &[&Frame], settled: bool) -> Option<Proven<(usize, usize)>> {
    let around = |s: usize| (s.saturating_sub(1)..s.saturating_add(2)).any(|s| input.zone(s).tells() && input.signs(s));
    let room = venue(input, frames).filter(|v| settled && around(input.sentence_of(v.value.0)));
    room.or_else(|| {
        let formal = |s: usize| input.phrases_in(input.words.verb, s).iter().any(|(v, _, _)| v.starts_with("sign") && *v != "sign_loose");
        let stands = Stands::of(frames);
        let signs = |s: usize| formal(s) && stands.within(s, 0) && input.zone(s) == Zone::Body;
        let di = input.reader.classes.words.di;
        let at = |m: &&Mention| {
            let before = m.first.checked_sub(1).and_then(|b| input.reader.tokens.get(b));
            let closed = input.reader.tokens.get(m.last).is_none_or(|t| matches!(t.sign, b',' | b'.' | b';' | b'('));
            let bare = m.what.is_bare_region();
            // "Rilis Pemkot di Pariaman, Jumat, menyebutkan ...": where it is told.
            let told = input.phrases(input.reader.classes.speech, m.last, m.last.saturating_add(6)).iter().any(|(v, _, _)| *v == "says");
            let closed = closed && !told;
            // "Diteken dua kabupaten di Jawa Tengah, X dan Y": where they lie.
            let whose = ["bertetangga", "daerah", "kabupaten", "kampus", "kota", "lembaga", "provinsi", "tinggi", "universitas"];
            let lies = m.first.checked_sub(2).is_some_and(|b| input.reader.reads(b, &whose));
            bare && closed && !lies && before.is_some_and(|t| t.word == di) && signs(input.sentence_of(m.first)) && !input.quoted(m.first)
        };
        let found = input.mentions.iter().find(at).map(|m| (m.first, m.last));
        let (first, last) = found.or_else(|| frames.iter().filter(|f| signs(f.sentence)).find_map(|f| town(input, f)))?;
        Some(Proven::new((first, last), Reason::new(first, last, "setting/place-of-signing")))
    })
}

/// "Diteken pada Jumat (27/12) di Caruban": a town that is no region, right behind the signing or its day.
fn town(input: &Input<'_>, frame: &Frame) -> Option<(usize, usize)> {
    let sentence = input.sentence(frame.sentence)?;
    let signed = input.phrases_in(input.words.verb, frame.sentence).into_iter().filter(|(v, _, _)| v.starts_with("sign_p"));
    let over = |at: usize| super::mention_over(input, at);
    signed.map(|(_, _, last)| last).find_map(|end| {
        let pada = if input.reader.reads(end, &["pada"]) { end.saturating_add(1) } else { end };
        let day = over(pada).filter(|m| matches!(m.what, What::Date(_))).map_or(end, |m| m.last);
        let first = day.saturating_add(1);
        let name = |at: &usize| input.reader.capital(*at) && over(*at).is_none();
        let last = (first..sentence.last.min(first.saturating_add(TOWN))).take_while(name).last()?.saturating_add(1);
        let closed = input.reader.tokens.get(last).is_none_or(|t| matches!(t.sign, b',' | b'.' | b';' | b'('));
        (input.reader.word(day) == input.reader.classes.words.di && closed && !input.quoted(first)).then_some((first, last))
    })
}

/// Most words of a town's name.
const TOWN: usize = 3;

/// Places toured, the venue left out. Where the article tells of one visit only (`alone`), the tour may stand anywhere behind
/// its beginning.
pub(crate) fn sites(
    input: &Input<'_>,
    frames: &[&Frame],
    venue: Option<&Proven<(usize, usize)>>,
    alone: bool,
) -> Vec<Proven<(usize, usize)>> {
    let stands = Stands::of(frames);
    let near = |s: usize| alone && stands.since(s).is_some() || stands.within(s, 1);
    let mut sites: Vec<Named> = Vec::new();
    for place in places(input, "sites", near) {
        let told = |p: &Named| input.reader.words_of(p.first, p.last) == input.reader.words_of(place.first, place.last);
        // A whole kecamatan is where the tour goes, not what it looks at.
        let level = input.phrases(input.reader.classes.level, place.first, place.last);
        let area = level.first().is_some_and(|(v, first, _)| *first == place.first && *v == "kecamatan");
        if place.venue || area || venue.is_some_and(|v| v.value.0 == place.first) || sites.iter().any(told) {
            continue;
        }
        sites.push(place);
    }
    sites.into_iter().map(Named::proven).collect()
}
