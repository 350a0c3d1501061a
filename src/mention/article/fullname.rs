//! Full names: what a short name, a minister, a legislator or a country stands for, where the article tells it by its full name.

use super::party::PartyRef;
use crate::lexicon::RegionId;
use crate::mention::{BodySort, Mention, Reader, What};

/// "Legislator Sarmi", "wakil rakyat Palopo": the council is called by its name where the article tells it.
/// A committee keeps its own.
pub(super) fn name_councils(reader: &Reader<'_>, parties: &mut [Option<PartyRef>]) {
    let council = |p: &PartyRef| p.sort == Some(BodySort::Council) && p.region.is_some();
    let named = |p: &PartyRef| {
        let own = |class| class == reader.classes.council || class == reader.classes.committee;
        (p.first..p.last).any(|i| reader.hits.at(i).iter().any(|h| own(h.entry.class) && !h.entry.weak))
    };
    let known: Vec<(Option<RegionId>, usize, usize)> =
        parties.iter().flatten().filter(|p| council(p) && named(p)).map(|p| (p.region, p.first, p.last)).take(100).collect();
    for party in parties.iter_mut().flatten().filter(|p| council(p)) {
        if !named(party) {
            if let Some((_, first, last)) = known.iter().find(|(region, _, _)| *region == party.region) {
                (party.head, party.first, party.last) = (None, *first, *last);
            }
        }
    }
}

/// "Polikant" is the Politeknik Perikanan Negeri Tual (Polikant) that the article tells by its full name.
pub(super) fn name_declared(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    let short = |m: &Mention| m.last.checked_sub(2).map(|at| reader.folded(at, at.saturating_add(1)));
    let closes = |m: &Mention| {
        let sign = |at: usize| reader.tokens.get(at).map_or(0, |t| t.sign);
        m.last >= m.first.saturating_add(4) && sign(m.last.saturating_sub(1)) == b')' && sign(m.last.saturating_sub(3)) == b'('
    };
    let free = |m: &Mention| matches!(&m.what, What::Body(b) if !b.sort.regional());
    let declared: Vec<(String, PartyRef)> = mentions
        .iter()
        .zip(parties.iter())
        .filter(|(m, _)| free(m) && closes(m))
        .filter_map(|(m, p)| short(m).zip(p.clone()))
        .take(60)
        .collect();
    if declared.is_empty() {
        return;
    }
    let single = |p: &PartyRef| p.last == p.first.saturating_add(1) && p.sort.is_some_and(|s| !s.regional());
    for party in parties.iter_mut().flatten().filter(|p| single(p)) {
        let word = reader.folded(party.first, party.last);
        if let Some((_, full)) = declared.iter().find(|(short, _)| *short == word) {
            *party = full.clone();
        }
    }
}

/// An office of the centre that the article tells with its place.
struct Office {
    /// The words before the place.
    head: Vec<String>,
    region: Option<RegionId>,
    party: PartyRef,
}

/// "Unud" is the Universitas Udayana, "kejari" the Kejari Kolaka, that the article tells by its full name.
pub(super) fn name_in_full(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    let single = |p: &PartyRef| p.last == p.first.saturating_add(1);
    let university = |p: &PartyRef| p.sort == Some(BodySort::University) && p.region.is_none();
    let universities: Vec<PartyRef> = parties.iter().flatten().filter(|p| university(p) && !single(p)).take(OFFICES).cloned().collect();
    let offices: Vec<Office> =
        mentions.iter().zip(parties.iter()).filter_map(|(m, p)| office(reader, m, p.as_ref()?)).take(OFFICES).collect();
    let bare = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Vertical && b.region.is_none());
    let within = |a: &[String], b: &[String]| !a.is_empty() && a.iter().all(|w| b.contains(w));
    for (mention, party) in mentions.iter().zip(parties.iter_mut()) {
        let Some(own) = party.as_mut() else { continue };
        let full = if university(own) {
            universities.iter().find(|u| own.short_for(u))
        } else if own.sort == Some(BodySort::Central) && single(own) && matches!(mention.what, What::Body(_)) {
            // "Kemenag" is the Kantor Kementerian Agama Kabupaten X of the article.
            one(offices.iter().filter(|o| own.shares_words(&o.party) && within(&o.party.key, &own.key)))
        } else if bare(mention) {
            let words = head(reader, mention.first, mention.last);
            one(offices.iter().filter(|o| within(&o.head, &words) || within(&words, &o.head)))
        } else {
            None
        };
        if let Some(full) = full {
            *own = full.clone();
        }
    }
}

fn office(reader: &Reader<'_>, mention: &Mention, party: &PartyRef) -> Option<Office> {
    let What::Body(body) = &mention.what else { return None };
    let place = body.region.as_ref().filter(|_| body.sort == BodySort::Vertical)?;
    Some(Office { head: head(reader, mention.first, place.name), region: place.candidates.first().copied(), party: party.clone() })
}

/// The words of an office, without those that any may have.
fn head(reader: &Reader<'_>, first: usize, last: usize) -> Vec<String> {
    let words = (first..last).filter(|i| reader.tokens.get(*i).is_some_and(|t| t.is_word()));
    let words = words.map(|i| reader.folded(i, i.saturating_add(1)));
    words.filter(|w| !matches!(w.as_str(), "kantor" | "kota" | "kabupaten" | "provinsi")).collect()
}

/// The one office that these are, if all are of one place.
fn one<'o>(mut offices: impl Iterator<Item = &'o Office>) -> Option<&'o PartyRef> {
    let first = offices.next()?;
    offices.all(|o| o.region == first.region).then_some(&first.party)
}

/// Most offices and universities of one article that are told apart.
const OFFICES: usize = 60;
/// Most ministries and missions.
const MINISTRIES: usize = 100;

/// "Tamu dari Jepang" are those of the one "Kota Ichikawa, Jepang" that the article tells of.
pub(super) fn name_cities(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    let abroad = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Foreign);
    // Where an envoy is there, the country may be the country.
    if mentions.iter().any(|m| matches!(&m.what, What::Body(b) if b.sort == BodySort::Mission)) {
        return;
    }
    let hit = |m: &Mention| {
        let here = |at: usize| reader.hits.at(at).iter().find(|h| h.entry.class == reader.classes.foreign && h.last as usize <= m.last);
        (m.first..m.last).find_map(here)
    };
    let value = |m: &Mention| hit(m).map(|h| reader.lexicon.value_name(h.entry.value));
    let headed = |m: &Mention| hit(m).is_some_and(|h| h.first as usize > m.first);
    let cities = mentions.iter().zip(parties.iter()).filter(|(m, _)| abroad(m) && headed(m));
    let told: Vec<(&str, PartyRef)> = cities.filter_map(|(m, p)| value(m).zip(p.clone())).take(60).collect();
    for (mention, party) in mentions.iter().zip(parties.iter_mut()).filter(|(m, _)| abroad(m) && !headed(m)) {
        let Some(country) = value(mention).filter(|v| !v.contains('.')) else { continue };
        let mut cities = told.iter().filter(|(v, _)| v.split('.').next() == Some(country) && v.contains('.'));
        if let Some((city, own)) = cities.next() {
            if cities.all(|(other, _)| other == city) {
                *party = Some(own.clone());
            }
        }
    }
}

/// A minister is the ministry, an envoy the mission, where the text names it.
pub(super) fn name_ministries(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    // The parties of bodies stay, those of officials are told by them.
    let stands = |own: &&PartyRef| !own.key.is_empty() && own.sort.is_some() && own.region.is_none();
    let body = |m: &Mention| matches!(&m.what, What::Body(b) if matches!(b.sort, BodySort::Central | BodySort::Mission));
    let bodies = mentions.iter().zip(parties.iter()).filter(|(m, _)| body(m)).filter_map(|(_, p)| p.as_ref());
    let bodies: Vec<&PartyRef> = bodies.take(MINISTRIES).collect();
    // "Dubes RI untuk Austria" heads the KBRI Wina that the article tells of.
    let ours = |b: &PartyRef| {
        let name = reader.folded(b.first, b.last);
        let begins = ["kbri", "kjri", "kedutaan besar republik indonesia", "kedutaan besar ri", "konsulat jenderal republik indonesia"];
        b.sort == Some(BodySort::Mission) && begins.iter().any(|w| name.starts_with(w))
    };
    let head = |m: &Mention| match &m.what {
        What::Official(o) => o.office.as_ref().map(|o| o.head.0),
        _ => None,
    };
    let envoy = |own: &PartyRef, m: &Mention| own.sort == Some(BodySort::Mission) && head(m) == Some(own.first);
    let named = |(i, (mention, party)): (usize, (&Mention, &Option<PartyRef>))| {
        let own = party.as_ref().filter(|_| matches!(mention.what, What::Official(_))).filter(stands)?;
        let home = envoy(own, mention);
        let same = bodies.iter().filter(|b| home && ours(b) || own.same(b) && own.key.iter().all(|w| b.key.contains(w)));
        Some((i, PartyRef::clone(same.max_by_key(|b| b.last.saturating_sub(b.first))?)))
    };
    let found: Vec<(usize, PartyRef)> = mentions.iter().zip(parties.iter()).enumerate().filter_map(named).collect();
    for (i, ministry) in found {
        if let Some(party) = parties.get_mut(i) {
            *party = Some(ministry);
        }
    }
}
