//! Committees: parts of one council that each go to a place of their own ("Komisi I ke Kota X, Komisi II ke Kota Y"). They are
//! of one region, so the votes of the article would make one delegation of them.

use super::delegation::several;
use super::roles::Roles;
use crate::event::same::same_side;
use crate::event::{Input, PARTIES, VISIT};
use crate::mention::{BodySort, OfficeWords, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Sentences back to the part that a frame without a visitor goes on about.
const REACH: usize = 4;
/// Mentions that it looks at on the way.
const MENTIONS: usize = 40;
/// Most parts of one article.
const MOST: usize = 12;

/// A committee, board or panel of a council, by its party and what it is.
pub(super) struct Part<'a> {
    party: &'a PartyRef,
    sort: &'a str,
    number: Option<String>,
}

/// A part that visits, or several that a frame tells of together ("Komisi B dan Komisi C mengunjungi X"), where they go, and the
/// numbers of the frames that tell it.
struct Group<'a> {
    part: Part<'a>,
    others: Vec<Part<'a>>,
    hosts: Vec<&'a PartyRef>,
    frames: Vec<usize>,
}

/// The numbers of the frames of each part that goes elsewhere than the others; empty where the council goes as one.
pub(super) fn parted(input: &Input<'_>, roles: &Roles) -> Vec<Vec<usize>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    let visits = || roles.frames.iter().filter_map(|n| Some((*n, input.frames.get(*n).filter(|f| f.event == VISIT)?)));
    for (_, frame) in visits() {
        let mut parts: Vec<Part<'_>> = guests(input, frame).into_iter().flatten().collect();
        let known = groups.iter_mut().find(|g| parts.iter().any(|p| g.has(p)));
        if let Some(group) = known {
            parts.retain(|p| !group.has(p));
            group.others.extend(parts.into_iter().take(MOST));
        } else if groups.len() < MOST {
            let mut parts = parts.into_iter();
            groups.extend(parts.next().map(|part| Group {
                part,
                others: parts.take(MOST).collect(),
                hosts: Vec::new(),
                frames: Vec::new(),
            }));
        }
    }
    if groups.len() < 2 {
        return Vec::new();
    }
    for (number, frame) in visits() {
        let Some(group) = owner(input, &groups, frame).and_then(|o| groups.get_mut(o)) else { continue };
        group.frames.push(number);
        let hosts = ["hosts", "received_by"].iter().flat_map(|slot| input.fills(frame, slot)).filter_map(|f| f.value.mention());
        for host in hosts.filter_map(|m| input.party(m)).filter(|h| !same_side(h, group.part.party)) {
            if group.hosts.len() < PARTIES && !group.hosts.iter().any(|h| same_side(h, host)) {
                group.hosts.push(host);
            }
        }
    }
    groups.retain(|g| !g.hosts.is_empty());
    let shares = |a: &Group<'_>, b: &Group<'_>| a.hosts.iter().any(|h| b.hosts.iter().any(|o| same_side(h, o)));
    let counted = several(input);
    let apart = |at: usize, group: &Group<'_>| counted || groups.iter().take(at).all(|other| !shares(group, other));
    let council = groups.first().map(|g| (g.part.party, g.part.sort));
    // Of no region: the DPR has a Komisi, the DPD a Komite.
    let one =
        |g: &Group<'_>| council.is_some_and(|(c, sort)| c.region == g.part.party.region && (c.region.is_some() || sort == g.part.sort));
    if groups.len() < 2 || !groups.iter().enumerate().all(|(at, group)| one(group) && apart(at, group)) {
        return Vec::new();
    }
    let ascending = |mut frames: Vec<usize>| {
        frames.sort_unstable();
        frames
    };
    groups.into_iter().map(|g| ascending(g.frames)).collect()
}

impl Group<'_> {
    /// One of those told together is this part.
    fn has(&self, part: &Part<'_>) -> bool {
        self.part.is(part) || self.others.iter().any(|o| o.is(part))
    }
}

impl Part<'_> {
    /// The same part of the same council: "Komisi II", "Komisi II DPRD Kabupaten X".
    pub(super) fn is(&self, other: &Part<'_>) -> bool {
        let within = |a: &PartyRef, b: &PartyRef| a.key.iter().all(|w| b.key.contains(w));
        let (a, b) = (self.party, other.party);
        let named = match (&self.number, &other.number) {
            (Some(one), Some(other)) => one == other,
            (None, None) => within(a, b) || within(b, a),
            _ => false,
        };
        self.sort == other.sort && a.sort == b.sort && a.region == b.region && named
    }
}

/// The part of a council that a mention stands for or belongs to.
pub(super) fn part<'a>(input: &Input<'a>, mention: usize) -> Option<Part<'a>> {
    let party = input.party(mention).filter(|p| matches!(p.sort, Some(BodySort::Council | BodySort::Central)))?;
    let words = input.mentions.get(mention)?;
    let heads = matches!(words.what, What::Official(_));
    let mut parts = input.phrases(input.words.committee, words.first, words.last).into_iter();
    // "Anggota Komisi II" are of the Komisi II.
    let (sort, first, last) = parts.find(|(sort, _, _)| !heads || *sort != "pimpinan")?;
    let heads = heads || first == words.first;
    acting(input, party, sort, last).filter(|_| heads)
}

/// The part of a council that a party is by its name.
pub(super) fn named<'a>(input: &Input<'a>, party: &'a PartyRef) -> Option<Part<'a>> {
    let parts = input.phrases(input.words.committee, party.first, party.last);
    let (sort, _, last) = parts.into_iter().find(|(_, first, _)| *first == party.first && party.sort == Some(BodySort::Council))?;
    acting(input, party, sort, last)
}

/// "Ketua Komisi I" is of no other part of the council than the Komisi I.
pub(super) fn of_other(input: &Input<'_>, party: &PartyRef, office: &OfficeWords) -> bool {
    let chaired = ["Komisi", "Pansus"].into_iter().find(|part| office.canonical.ends_with(part));
    let (Some(part), Some(chaired)) = (named(input, party), chaired) else { return false };
    let number = office.number.map(|(first, last)| input.reader.folded(first, last));
    // "Komisi I dan IV DPRD X": the chair of either.
    let joint =
        |n: &String| (party.first..party.last).any(|at| input.reader.is_ordinal(at) && input.reader.folded(at, at.saturating_add(1)) == *n);
    part.sort != chaired.to_lowercase() || part.number.zip(number).is_some_and(|(a, b)| a != b && !joint(&b))
}

/// A part of a sort that goes somewhere by itself; its number, if any, stands at `last`.
fn acting<'a>(input: &Input<'a>, party: &'a PartyRef, sort: &'a str, last: usize) -> Option<Part<'a>> {
    let number = input.reader.is_ordinal(last).then(|| input.reader.folded(last, last.saturating_add(1)));
    matches!(sort, "badan" | "komisi" | "komite" | "panja" | "pansus").then_some(Part { party, sort, number })
}

/// The visitors of a frame, each with the part of a council that it is.
fn guests<'a>(input: &Input<'a>, frame: &Frame) -> Vec<Option<Part<'a>>> {
    input.fills(frame, "visitors").filter_map(|f| f.value.mention()).map(|m| part(input, m)).collect()
}

/// The part whose visit a frame tells: the only one that it names, else the one told last before its end.
fn owner(input: &Input<'_>, groups: &[Group<'_>], frame: &Frame) -> Option<usize> {
    let group = |part: &Part<'_>| groups.iter().position(|g| g.has(part));
    let guests = guests(input, frame);
    if let Some((first, rest)) = guests.split_first() {
        let first = first.as_ref().and_then(group)?;
        return rest.iter().all(|p| p.as_ref().and_then(group) == Some(first)).then_some(first);
    }
    if input.zone(frame.sentence) != Zone::Body {
        return None;
    }
    let end = input.mentions.partition_point(|m| m.first < frame.last);
    // "Ke DPRD X, Komisi B di Kota Y": the list of its hosts may run into the part that goes elsewhere.
    let own = |n: usize| input.fills(frame, "hosts").any(|f| f.value.mention() == Some(n));
    let told = (end.saturating_sub(MENTIONS)..end).rev().filter(|n| !own(*n)).filter_map(|n| {
        let sentence = input.mentions.get(n).map(|m| input.sentence_of(m.first))?;
        let near = frame.sentence.saturating_sub(sentence) <= REACH && input.zone(sentence) == Zone::Body;
        part(input, n).filter(|_| near).and_then(|p| group(&p)).map(|own| (own, sentence))
    });
    let mut told = told.peekable();
    let (own, sentence) = *told.peek()?;
    // A sentence before it that tells of several leaves open which goes on.
    let only = sentence == frame.sentence || told.take_while(|(_, s)| *s == sentence).all(|(o, _)| o == own);
    only.then_some(own)
}
