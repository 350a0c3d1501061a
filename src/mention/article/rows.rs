//! Rows: the level, the region, the ministry or the sort of body that one of a row of names tells for all of them.

use super::party::PartyRef;
use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{BodySort, BodyWords, Mention, OfficialWords, Reader, RegionWords, What};

/// "Provinsi Bengkulu, Maluku, dan Gorontalo": the level before the first of a row is that of all that have one. "Jambi dan Sumatera
/// Selatan": beside a name that only a province bears stands a province.
pub(super) fn share_levels(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let gazetteer = &reader.lexicon.gazetteer;
    let province = |c: &RegionId| gazetteer.level(*c) == Level::Provinsi;
    let mut behind: Option<usize> = None;
    for mention in mentions.iter_mut().rev() {
        let row = behind.take().is_some_and(|first| reader.joins(mention.last, first));
        let Some(words) = governed(mention) else { continue };
        if row && words.level.is_none() && words.candidates.iter().any(province) {
            words.candidates.retain(|c| province(c));
        }
        let only = !words.government && words.candidates.len() == 1 && words.candidates.iter().all(province);
        behind = only.then_some(mention.first);
    }
    let mut before: Option<(usize, Level)> = None;
    for mention in mentions.iter_mut() {
        let row = before.take().filter(|(last, _)| reader.joins(*last, mention.first));
        let Some(words) = governed(mention) else { continue };
        let only = words.candidates.len() == 1 && words.candidates.iter().all(province);
        let level = words.level.or(only.then_some(Level::Provinsi)).or(row.map(|(_, level)| level));
        if words.level.is_none() && level.is_some() && words.candidates.iter().any(|c| Some(gazetteer.level(*c)) == level) {
            words.candidates.retain(|c| Some(gazetteer.level(*c)) == level);
        }
        // "Pemerintah Kabupaten Bandung Barat dan Sukabumi"; "Pemprov Jambi dan Bengkulu" may be the city.
        let province_of = words.government && level == Some(Level::Provinsi);
        before = level.filter(|_| !province_of).map(|level| (mention.last, level));
    }
}

/// The region that a mention names, or whose government the official is of: "Gubernur Lampung, Sekda Jambi".
fn governed(mention: &mut Mention) -> Option<&mut RegionWords> {
    const OFFICES: [&str; 5] = ["Gubernur", "Wakil Gubernur", "Sekda", "Asisten", "Ketua DPRD"];
    match &mut mention.what {
        What::Region(words) => Some(words),
        What::Official(official) => {
            let office = official.office.as_ref().is_some_and(|o| OFFICES.contains(&o.canonical.as_str()));
            official.region.as_mut().filter(|_| office)
        }
        _ => None,
    }
}

/// The canonical name of an office; empty for a person of none.
fn canonical(words: &OfficialWords) -> String {
    words.office.as_ref().map(|o| o.canonical.clone()).unwrap_or_default()
}

/// "Bupati dan Wakil Bupati X": the region behind the deputy is that of the head before him too.
pub(super) fn share_with_heads(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let mut behind: Option<(usize, String, RegionWords)> = None;
    for mention in mentions.iter_mut().rev() {
        let shared = behind.take().filter(|(next, _, _)| reader.joins(mention.last, *next));
        let What::Official(words) = &mut mention.what else { continue };
        let own = canonical(words);
        let bare = words.region.is_none() && words.body.is_none() && words.name.is_none() && !words.plural;
        if let Some((_, _, region)) = shared.filter(|(_, deputy, _)| bare && deputy.strip_prefix("Wakil ") == Some(own.as_str())) {
            words.region = Some(region);
        }
        behind = words.region.clone().map(|region| (mention.first, own, region));
    }
}

/// "Dirjen A dan Dirjen B Kementerian X": the ministry behind the last of a row is that of all.
pub(super) fn share_ministries(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let mut behind: Option<(usize, String, (BodyWords, usize, usize))> = None;
    for mention in mentions.iter_mut().rev() {
        let shared = behind.take().filter(|(next, _, _)| reader.joins(mention.last, *next));
        let What::Official(words) = &mut mention.what else { continue };
        if let Some((_, _, ministry)) = shared.filter(|(_, office, _)| words.body.is_none() && *office == canonical(words)) {
            words.body = Some(ministry);
        }
        let central = words.body.as_ref().filter(|(b, _, _)| b.sort == BodySort::Central && words.office.is_some());
        behind = central.map(|ministry| (mention.first, canonical(words), ministry.clone()));
    }
}

/// "Dinas Kesehatan, Dinas Sosial dan Bappeda Kabupaten X": the region behind the last agency of a row is that of all.
pub(crate) fn share_regions(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let agency = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Agency);
    let mut behind: Option<(usize, RegionWords)> = None;
    for mention in mentions.iter_mut().rev() {
        let shared = behind.take().filter(|(next, _)| agency(mention) && reader.joins(mention.last, *next));
        let What::Body(body) = &mut mention.what else { continue };
        if let (None, Some((_, words))) = (&body.region, shared) {
            body.region = Some(RegionWords { name: body.name_last, ..words });
        }
        behind = body.region.clone().filter(|_| body.sort == BodySort::Agency).map(|words| (mention.first, words));
    }
}

/// "DPRD Kabupaten Sragen dan Majalengka", "Dinas Pariwisata Kota A, Kota B dan Kota C": what is told before the first region of a row
/// is told of all of them. "RSUD Kabupaten A dan Kabupaten B" are rather a hospital and a government.
pub(super) fn share_bodies(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    let province = |p: &PartyRef| p.region.is_some_and(|r| reader.lexicon.gazetteer.level(r) == Level::Provinsi);
    for (at, mention) in mentions.iter().enumerate() {
        let (body, first) = match &mention.what {
            What::Body(body) => (body, mention.first),
            // "Anggota dan pimpinan DPRD Kota A, Kabupaten B dan Kabupaten C"
            What::Official(official) if official.name.is_none() => {
                let Some((body, first, _)) = official.body.as_ref().filter(|(b, _, _)| b.sort == BodySort::Council) else { continue };
                (body, *first)
            }
            _ => continue,
        };
        let shared = body.sort == BodySort::Council || body.sort == BodySort::Agency && reader.reads(first, &["dinas", "sekretariat"]);
        let Some(region) = body.region.as_ref().filter(|r| shared && !r.government && first < r.name) else { continue };
        let Some(party) = parties.get(at).cloned().flatten() else { continue };
        let head = (first..region.name).find(|i| reader.level_words(*i).2 > *i).unwrap_or(region.name);
        let (mut end, mut closed, mut row) = (mention.last, false, at.saturating_add(1));
        while let Some(Mention { what: What::Region(words), first, last }) = mentions.get(row).filter(|_| !closed) {
            let other =
                parties.get(row).and_then(Option::as_ref).is_some_and(|p| province(p) == province(&party) && p.region != party.region);
            if words.government || !other || !reader.joins(end, *first) {
                break;
            }
            closed = !matches!(reader.sign(end), b',' | b'/');
            (end, row) = (*last, row.saturating_add(1));
        }
        for p in parties.iter_mut().take(row).skip(at.saturating_add(1)).flatten().filter(|_| closed) {
            (p.sort, p.head, p.key) = (Some(body.sort), Some((party.first, head)), party.key.clone());
        }
    }
}
