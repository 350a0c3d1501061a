//! Homes: the government that a head without a region belongs to ("Bupati Fulan"), by what else the article tells.

use std::sync::Arc;

use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{Mention, PartyRef, People, Reader, Resolved, What};

/// Most governments of one level that an article tells apart.
const MOST: usize = 30;

/// The level of government that an office heads.
pub(crate) fn level_of(canonical: &str) -> Option<Level> {
    match canonical.strip_prefix("Wakil ").unwrap_or(canonical) {
        "Bupati" => Some(Level::Kabupaten),
        "Wali Kota" => Some(Level::Kota),
        "Gubernur" => Some(Level::Provinsi),
        _ => None,
    }
}

impl People {
    /// A head whose region is nowhere told belongs to the only government of the level, or to the only one whose head the
    /// article does not name otherwise.
    pub(super) fn find_homes(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        let gazetteer = &reader.lexicon.gazetteer;
        let told = |level: Level| -> Vec<&PartyRef> {
            let mut parties: Vec<&PartyRef> = Vec::new();
            for (mention, party) in mentions.iter().zip(&resolved.parties) {
                let Some(party) = party.as_ref().filter(|p| p.region.is_some_and(|r| gazetteer.level(r) == level)) else { continue };
                let new = parties.iter().all(|p| p.region != party.region);
                if new && parties.len() < MOST && reader.zone_of(mention.first).tells() {
                    parties.push(party);
                }
            }
            parties
        };
        for level in [Level::Kabupaten, Level::Kota, Level::Provinsi] {
            let parties = told(level);
            for number in 0..self.persons.len() {
                let Some(person) = self.persons.get(number).filter(|p| p.party.is_none() && p.name.is_some()) else { continue };
                let Some(office) = person.office.as_ref().filter(|o| level_of(&o.canonical) == Some(level)) else { continue };
                if person.mentions.first().is_some_and(|m| reader.is_from_abroad(mentions, *m)) {
                    continue;
                }
                let held: Vec<RegionId> = self
                    .persons
                    .iter()
                    .filter(|p| p.name.is_some() && p.office.as_ref().is_some_and(|o| o.canonical == office.canonical))
                    .filter_map(|p| p.party.as_ref().and_then(|q| q.region))
                    .collect();
                let free: Vec<&PartyRef> = parties.iter().copied().filter(|p| p.region.is_some_and(|r| !held.contains(&r))).collect();
                let here = person.mentions.first().and_then(|m| reader.home_here(mentions, resolved, *m));
                let beside = person.mentions.first().and_then(|m| reader.home_beside(mentions, resolved, *m));
                let home = match free.as_slice() {
                    _ if here.is_some() => here.as_ref(),
                    _ if beside.is_some() => beside,
                    [one] => Some(*one),
                    several => most_called(mentions, resolved, &office.canonical, several),
                };
                if let Some(home) = home {
                    let home = PartyRef { sort: None, key: Arc::default(), ..home.clone() };
                    if let Some(person) = self.persons.get_mut(number) {
                        person.party = Some(home);
                    }
                }
            }
        }
    }
}

/// Most tokens between a head and the deputy beside him.
const BESIDE: usize = 3;
/// The words that may stand there.
const COMPANY: [&str; 8] = ["bersama", "beserta", "dan", "didampingi", "oleh", "serta", "dengan", "ditemani"];

impl Reader<'_> {
    /// "Bupati X Fulan didampingi Wakil Bupati Anu": the deputy who stands right behind the head is of the same government.
    fn home_beside<'r>(&self, mentions: &[Mention], resolved: &'r Resolved, mention: usize) -> Option<&'r PartyRef> {
        let canonical = |m: usize| Some(super::people::official(mentions, m)?.office.as_ref()?.canonical.as_str());
        let before = mention.checked_sub(1)?;
        let (own, head) = (canonical(mention)?, canonical(before)?);
        let (from, to) = (mentions.get(before)?.last, mentions.get(mention)?.first);
        let company = |at: usize| self.sign(at) == b',' || self.reads(at, &COMPANY);
        let close = to.saturating_sub(from) <= BESIDE && (from..to).all(company) && (from..to).any(|at| self.reads(at, &COMPANY));
        let deputy = own != head && level_of(own) == level_of(head);
        resolved.parties.get(before)?.as_ref().filter(|p| close && deputy && p.region.is_some())
    }

    /// "Delegasi Kota Kyoto dipimpin Wakil Wali Kota Ito": who leads those right before is of no region here.
    fn is_from_abroad(&self, mentions: &[Mention], mention: usize) -> bool {
        let Some((before, own)) = mention.checked_sub(1).and_then(|b| mentions.get(b).zip(mentions.get(mention))) else { return false };
        let leads =
            |h: &crate::lexicon::Hit| h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "lead_passive";
        matches!(&before.what, What::Body(b) if b.sort == crate::mention::BodySort::Foreign)
            && self.sentence_of(before.first) == self.sentence_of(own.first)
            && self.hits.of_class(self.classes.verb, before.last, own.first).any(leads)
    }
}

/// Of several governments the one whose head the article calls most often by the office and the region alone.
fn most_called<'p>(mentions: &[Mention], resolved: &Resolved, canonical: &str, parties: &[&'p PartyRef]) -> Option<&'p PartyRef> {
    let calls = |party: &PartyRef| {
        let same = |m: &Mention| matches!(&m.what, What::Official(o) if o.office.as_ref().is_some_and(|o| o.canonical == canonical));
        let own = |p: &Option<PartyRef>| p.as_ref().is_some_and(|p| p.region == party.region);
        mentions.iter().zip(&resolved.parties).filter(|(m, p)| same(m) && own(p)).count()
    };
    let mut counts: Vec<(usize, &PartyRef)> = parties.iter().map(|p| (calls(p), *p)).collect();
    counts.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    match counts.as_slice() {
        [(most, party), (next, _), ..] if most > next => Some(*party),
        _ => None,
    }
}
