//! Offices of the centre and the forces in a region, and what their heads stand for.

use std::collections::HashMap;

use super::party::{body_party, official_words, telling_words};
use crate::lexicon::RegionId;
use crate::mention::{BodySort, Mention, OfficeWords, OfficialWords, PartyRef, Reader, What};
use crate::text::Zone;

/// Offices that one article names at most.
const OFFICES: usize = 60;

/// "Kepala Kantor Pertanahan Kabupaten X", "Kepala Balai POM X": an office of the centre, whatever region it works in.
pub(super) fn land_office(reader: &Reader<'_>, official: &OfficialWords, office: &OfficeWords, mention: &Mention) -> Option<PartyRef> {
    let unit = office.unit.filter(|_| matches!(office.canonical.as_str(), "Kepala Kantor" | "Kepala Balai"))?;
    let first = unit.0.checked_sub(1)?;
    let body =
        |h: &&crate::lexicon::Hit| h.entry.class == reader.classes.body && reader.lexicon.value_name(h.entry.value).starts_with("vertical");
    let hit = reader.hits.at(first).iter().find(body)?;
    let mut key = telling_words(reader, first, hit.last as usize);
    let end = before_name(official, mention);
    key.extend(official_words(reader, first.saturating_add(1), end, end, &key));
    let comma = end.checked_sub(1).filter(|c| reader.tokens.get(*c).is_some_and(|t| t.sign == b','));
    let last = comma.unwrap_or(end).max(hit.last as usize);
    Some(PartyRef { region: None, sort: Some(BodySort::Vertical), seat: seat(official), key: key.into(), head: None, first, last })
}

/// "Kakanwil Kemenag Provinsi X", "Kepala Kantor Wilayah Kementerian Y Z": an office of the centre, though a province stands behind.
pub(super) fn regional_office(reader: &Reader<'_>, official: &OfficialWords, office: &OfficeWords, mention: &Mention) -> Option<PartyRef> {
    let (head, last) = (office.head, before_name(official, mention));
    if office.canonical != "Kepala Kantor" || !office.flags.province || last <= head.1 {
        return None;
    }
    let comma = last.checked_sub(1).filter(|c| reader.tokens.get(*c).is_some_and(|t| t.sign == b','));
    let last = comma.unwrap_or(last).max(head.1);
    let first = if reader.reads(head.0, &["kepala"]) { head.0.saturating_add(1) } else { head.1 };
    let place = official.region.as_ref().map_or(last, |r| r.name.clamp(head.1, last));
    let mut key = telling_words(reader, head.1, place);
    key.extend(official_words(reader, head.1, place, last, &key));
    (!key.is_empty()).then(|| PartyRef {
        region: None,
        sort: Some(BodySort::Vertical),
        seat: seat(official),
        key: key.into(),
        head: None,
        first,
        last,
    })
}

/// For each mention, if any is such a head, the office of the centre or the forces that its holder heads: "Kajari X", "Kapolres X". It is called by the
/// name that the article gives it, else by the title.
pub(crate) fn headed(reader: &Reader<'_>, mentions: &[Mention], parties: &[Option<PartyRef>]) -> Vec<Option<PartyRef>> {
    let heads = |m: &Mention| matches!(&m.what, What::Official(o) if sits(o) || o.office.as_ref().is_some_and(|o| !o.heads.is_empty()));
    if !mentions.iter().any(heads) {
        return Vec::new();
    }
    let vertical = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Vertical);
    let bodies = mentions.iter().zip(parties).filter(|(m, _)| vertical(m)).filter_map(|(m, p)| p.as_ref().map(|p| (m, p)));
    let bodies: Vec<(String, &Mention, &PartyRef)> = bodies.take(OFFICES).map(|(m, p)| (reader.folded(m.first, m.last), m, p)).collect();
    let offices: Vec<Option<PartyRef>> = mentions
        .iter()
        .map(|mention| {
            let What::Official(official) = &mention.what else { return None };
            if let Some((council, first, _)) = official.body.as_ref().filter(|_| sits(official)) {
                // "Komite II DPD RI": where the article tells who comes, a member comes with it.
                let own = body_party(reader, council, *first)?;
                let told = parties.iter().flatten().find(|p| p.region.is_none() && p.same(&own)).filter(|_| !official.plural);
                // What the text tells itself of the guests needs no member to tell it again.
                let body = |p: &PartyRef| reader.sentences.get(reader.sentence_of(p.first)).is_some_and(|s| s.zone == Zone::Body);
                return told.map_or(Some(own), |told| (!body(told)).then(|| told.clone()));
            }
            let office = official.office.as_ref().filter(|o| !o.heads.is_empty())?;
            let own = official.region.as_ref().map_or(&[][..], |r| r.candidates.as_slice());
            let here = |m: &Mention| match &m.what {
                What::Body(b) => b.region.as_ref().is_none_or(|r| own.is_empty() || r.candidates.iter().any(|c| own.contains(c))),
                _ => false,
            };
            let called = |words: &str| office.heads.iter().any(|h| words.starts_with(h.as_str()));
            let named = bodies.iter().filter(|(words, m, _)| called(words) && here(m)).max_by_key(|(words, _, _)| words.len());
            Some(named.map_or_else(|| by_title(reader, official, office, mention), |(_, _, p)| (*p).clone()))
        })
        .collect();
    only_of_title(mentions, offices)
}

/// "Kapolres X Fulan datang. Kapolres diterima ...": who is told by the bare title is the only one whose place the article tells.
fn only_of_title(mentions: &[Mention], offices: Vec<Option<PartyRef>>) -> Vec<Option<PartyRef>> {
    let title = |m: &Mention| match &m.what {
        What::Official(o) => o.office.as_ref().map(|office| (office.canonical.clone(), o.region.is_none() && o.name.is_none())),
        _ => None,
    };
    let mut placed: HashMap<String, Vec<&PartyRef>> = HashMap::new();
    for (mention, office) in mentions.iter().zip(&offices) {
        if let (Some((title, false)), Some(office)) = (title(mention), office) {
            placed.entry(title).or_default().push(office);
        }
    }
    let only = |title: &str| {
        let (first, rest) = placed.get(title)?.split_first()?;
        rest.iter().all(|p| p.same(first)).then(|| (*first).clone())
    };
    let heads = mentions.iter().zip(&offices);
    let found = heads.map(|(mention, office)| match title(mention) {
        Some((title, true)) if office.is_some() => only(&title).or_else(|| office.clone()),
        _ => office.clone(),
    });
    found.collect()
}

/// "Anggota DPR RI Fulan", "14 anggota DPR" come for the council of the nation, and are received as nobody's.
fn sits(official: &OfficialWords) -> bool {
    let nation = |o: &OfficeWords| o.canonical.starts_with("Anggota D") && o.canonical.ends_with(" RI");
    (official.name.is_some() || official.plural)
        && official.office.as_ref().is_some_and(nation)
        && official.body.as_ref().is_some_and(|(b, _, _)| b.sort == BodySort::Central)
}

/// "Dandim 1204/Sanggau" is all that the article says of the Kodim.
fn by_title(reader: &Reader<'_>, official: &OfficialWords, office: &OfficeWords, mention: &Mention) -> PartyRef {
    let end = before_name(official, mention);
    let open = |t: &crate::text::Token| matches!(t.sign, b',' | b'(');
    // "Kapolres X yang baru", "Kapolres X, Polda Y"
    let ends = |at: &usize| reader.reads(*at, &["yang"]) || reader.tokens.get(*at).is_some_and(|t| t.sign == b',');
    let end = (office.last..end).find(ends).unwrap_or(end);
    let mut last = end.max(office.last);
    while last > office.last && last.checked_sub(1).and_then(|l| reader.tokens.get(l)).is_some_and(open) {
        last = last.saturating_sub(1);
    }
    let first = spelled_out(reader, office, mention).unwrap_or(office.head.0);
    let place = telling_words(reader, office.head.1, last);
    let seat = seat(official);
    // The Kajari and the Kapolres of one place are two: where it is told, what each heads is what tells them apart.
    let key = match office.heads.first().filter(|_| seat.is_some()) {
        Some(headed) => vec![headed.clone()],
        None if place.is_empty() => telling_words(reader, first, last),
        None => place,
    };
    PartyRef { region: None, sort: Some(BodySort::Vertical), seat, key: key.into(), head: None, first, last }
}

/// Most tokens from "Komandan" to the bracket that says it shortly.
const SPELLED: usize = 8;

/// "Kepala Kepolisian Daerah X", "Komandan Pangkalan TNI AL (Danlanal) X": where the name of the office begins whose head is told in full.
fn spelled_out(reader: &Reader<'_>, office: &OfficeWords, mention: &Mention) -> Option<usize> {
    let bracket = office.head.0.checked_sub(1).is_some_and(|b| reader.sign(b) == b'(');
    let from = if bracket { office.head.0.saturating_sub(SPELLED).max(mention.first) } else { office.head.0 };
    let first = (from..=office.head.0).find(|at| reader.reads(*at, &["kepala", "komandan"]))?.saturating_add(1);
    let name = reader.folded(first, office.head.1.max(first));
    office.heads.iter().any(|head| name.starts_with(head.as_str())).then_some(first)
}

/// The region in which an official's office sits.
fn seat(official: &OfficialWords) -> Option<RegionId> {
    official.region.as_ref().and_then(|r| r.candidates.first().copied())
}

/// Where the holder's name begins behind the office, or the mention ends.
fn before_name(official: &OfficialWords, mention: &Mention) -> usize {
    official.name.as_ref().map_or(mention.last, |n| n.honorifics.first().map_or(n.first, |h| h.0))
}
