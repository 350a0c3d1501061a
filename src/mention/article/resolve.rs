//! What only the whole article tells: which of two twins a name means, and the parties of all mentions.

use smallvec::smallvec;

use super::bare::resolve_bare;
use super::deputy::name_deputies;
use super::fullname::{name_cities, name_councils, name_declared, name_in_full, name_ministries};
use super::party::{PartyRef, party};
use super::rows::{share_bodies, share_levels, share_ministries, share_regions, share_with_heads};
use super::there::name_those_there;
use super::vertical::headed;
use crate::kinds::{ConflictKind, Level};
use crate::lexicon::RegionId;
use crate::mention::region::village::home_of_heads;
use crate::mention::{Candidates, Mention, Reader, RegionWords, What};
use crate::text::{FxMap, Zone};

/// What resolution adds to the mentions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Resolved {
    /// For each mention the party it stands for, or belongs to.
    pub(crate) parties: Vec<Option<PartyRef>>,
    /// For each mention the office of the centre or the forces that its holder heads.
    pub(crate) headed: Vec<Option<PartyRef>>,
    /// Twins left open and headlines that name another government: kind and token range.
    pub(crate) conflicts: Vec<(ConflictKind, usize, usize)>,
}

/// Decides regions and parties of all mentions.
pub(crate) fn resolve(reader: &Reader<'_>, mentions: &mut [Mention]) -> Resolved {
    let mut out = Resolved::default();
    share_levels(reader, mentions);
    let votes = votes(reader, mentions);
    let spoken: Vec<RegionId> =
        mentions.iter().flat_map(|m| regions(&m.what).flat_map(|r| r.candidates.iter().copied())).take(SPOKEN).collect();
    let bodies: Vec<Candidates> = mentions.iter().filter_map(|m| of_body(&m.what)).filter(|c| c.len() > 1).cloned().collect();
    for mention in mentions.iter_mut() {
        let (first, last) = (mention.first, mention.last);
        for words in regions_mut(&mut mention.what) {
            // What an article tells of a body it means by the bare name too.
            let body = words.candidates.len() > 1 && bodies.contains(&words.candidates);
            if words.candidates.len() > 1 && !decide(reader, words, &votes, body) && reader.zone_of(first).tells() {
                out.conflicts.push((ConflictKind::Twin, first, last));
            }
        }
    }
    for mention in mentions.iter_mut() {
        if let What::Place(place) = &mut mention.what {
            decide_district(reader, place, &spoken);
        }
    }
    // Once the rest is known, a headline that says Pemkab for Pemkot is corrected by the body.
    for i in 0..mentions.len() {
        let Some(mention) = mentions.get(i) else { continue };
        let in_headline = reader.zone_of(mention.first) == Zone::Headline;
        let (first, last) = (mention.first, mention.last);
        if !in_headline {
            continue;
        }
        let what = mentions.get_mut(i).map(|m| &mut m.what);
        for words in what.into_iter().flat_map(regions_mut) {
            if let [region] = words.candidates.as_slice() {
                if let Some(twin) = reader.lexicon.gazetteer.twin(*region) {
                    if votes.get(region).copied().unwrap_or(0) == 0 && votes.get(&twin).copied().unwrap_or(0) > 0 {
                        words.candidates = smallvec![twin];
                        out.conflicts.push((ConflictKind::Headline, first, last));
                    }
                }
            }
        }
    }
    share_regions(reader, mentions);
    share_with_heads(reader, mentions);
    share_ministries(reader, mentions);
    name_deputies(reader, mentions);
    name_those_there(reader, mentions);
    resolve_bare(reader, mentions);
    out.parties = mentions.iter().map(|m| party(reader, m)).collect();
    home_of_heads(reader, mentions, &mut out.parties);
    name_ministries(reader, mentions, &mut out.parties);
    share_bodies(reader, mentions, &mut out.parties);
    name_councils(reader, &mut out.parties);
    name_declared(reader, mentions, &mut out.parties);
    name_in_full(reader, mentions, &mut out.parties);
    name_cities(reader, mentions, &mut out.parties);
    out.headed = headed(reader, mentions, &out.parties);
    out
}

/// The regions that a mention tells: its own and that of its body.
fn regions_mut(what: &mut What) -> impl Iterator<Item = &mut RegionWords> {
    let (own, body) = match what {
        What::Region(r) => (Some(r), None),
        What::Body(b) => (b.region.as_mut(), None),
        What::Official(o) => (o.region.as_mut(), o.body.as_mut()),
        What::Place(p) => (p.region.as_mut(), p.body.as_mut()),
        What::Date(_) | What::Number(_) => (None, None),
    };
    own.into_iter().chain(body.and_then(|(b, _, _)| b.region.as_mut()))
}

/// The regions that the name behind a regional body may mean: "DPRD X", "Ketua DPRD X".
fn of_body(what: &What) -> Option<&Candidates> {
    let body = match what {
        What::Body(body) => body,
        What::Official(official) => &official.body.as_ref()?.0,
        _ => return None,
    };
    body.region.as_ref().filter(|_| body.sort.regional()).map(|r| &r.candidates)
}

pub(crate) fn regions(what: &What) -> impl Iterator<Item = &RegionWords> {
    let (own, body) = match what {
        What::Region(r) => (Some(r), None),
        What::Body(b) => (b.region.as_ref(), None),
        What::Official(o) => (o.region.as_ref(), o.body.as_ref()),
        What::Place(p) => (p.region.as_ref(), p.body.as_ref()),
        What::Date(_) | What::Number(_) => (None, None),
    };
    own.into_iter().chain(body.and_then(|(b, _, _)| b.region.as_ref()))
}

/// How often the article itself, its dateline too, names each region beyond doubt: "MUSI RAWAS - Bupati Mura ...".
fn votes(reader: &Reader<'_>, mentions: &[Mention]) -> FxMap<RegionId, u32> {
    let mut votes = FxMap::default();
    for mention in mentions {
        if !matches!(reader.zone_of(mention.first), Zone::Body | Zone::Caption | Zone::Dateline) {
            continue;
        }
        for words in regions(&mention.what) {
            if let [region] = words.candidates.as_slice() {
                if !words.mismatch {
                    let count: &mut u32 = votes.entry(*region).or_default();
                    *count = count.saturating_add(1);
                }
            }
        }
    }
    votes
}

/// Picks one of several candidates; false if nothing in the article decides. `body`: the article tells a regional body of that
/// name ("DPRD X").
fn decide(reader: &Reader<'_>, words: &mut RegionWords, votes: &FxMap<RegionId, u32>, body: bool) -> bool {
    let count = |region: &RegionId| votes.get(region).copied().unwrap_or(0);
    let most = words.candidates.iter().map(count).max().unwrap_or(0);
    let told: Vec<RegionId> = words.candidates.iter().copied().filter(|c| most > 0 && count(c) == most).collect();
    // Nothing said: newspapers mean the city by a bare name, the province only by its word. But a body of a city says so.
    let gazetteer = &reader.lexicon.gazetteer;
    let of = |level: Level| words.candidates.iter().copied().find(|c| gazetteer.level(*c) == level);
    let outer = || of(Level::Provinsi).or_else(|| of(Level::Kabupaten)).filter(|_| body);
    // "Bupati Pohuwato ... rombongan asal Gorontalo": where an article is of a region of the province, the bare name is the province's.
    let around = |p: &RegionId| {
        let own = |r: &RegionId| gazetteer.province(*r) == *p && !words.candidates.contains(r);
        votes.iter().any(|(r, count)| *count > 1 && own(r))
    };
    let whole = || of(Level::Provinsi).filter(around);
    let usual = || outer().or_else(whole).or_else(|| of(Level::Kota)).or(words.candidates.first().copied());
    let Some(chosen) = told.last().copied().or_else(usual) else { return false };
    let sure = told.len() == 1;
    if !sure {
        words.open = words.candidates.iter().copied().filter(|c| *c != chosen).collect();
    }
    words.candidates = smallvec![chosen];
    sure
}

/// Most region mentions that may tell which of several kecamatan is meant.
const SPOKEN: usize = 200;

/// Of several kecamatan of one name the article means the one that lies in a kabupaten or kota it speaks of.
fn decide_district(reader: &Reader<'_>, place: &mut crate::mention::PlaceWords, spoken: &[RegionId]) {
    let gazetteer = &reader.lexicon.gazetteer;
    if place.districts.len() > 1 {
        let count = |d: &RegionId| spoken.iter().filter(|r| **r == gazetteer.parent(*d)).count();
        let most = place.districts.iter().map(count).max().unwrap_or(0);
        let told: Vec<RegionId> = place.districts.iter().copied().filter(|d| most > 0 && count(d) == most).collect();
        if let [one] = told.as_slice() {
            place.districts = smallvec![*one];
        }
    }
    if let ([one], None) = (place.districts.as_slice(), &place.region) {
        place.region = Some(RegionWords { candidates: smallvec![gazetteer.parent(*one)], ..RegionWords::default() });
    }
}
