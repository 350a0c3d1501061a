//! Regions: "Kabupaten Kotawaringin Timur (Kotim), Kalimantan Tengah", "Pemkot Batu", "Jatim".

use strsim::osa_distance;

use super::{Reader, RegionWords};
use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::text::{Mark, Shape, WordId};

/// Shortest name that may have one letter wrong.
const TYPO_LENGTH: usize = 5;

impl Reader<'_> {
    /// The region at `at` and the position behind it.
    pub(crate) fn region(&mut self, at: usize) -> Option<(RegionWords, usize)> {
        let (level, government, name) = self.level_words(at);
        if name > at {
            let named = self.region_name(name, level, true);
            let mismatch = self.none_of_level(named.as_ref().map_or(&[], |(c, _)| c), level);
            // A name whose first word is the level word: the former "Kabupaten Pontianak".
            if mismatch {
                if let Some((candidates, last)) = self.region_name(at, None, true) {
                    let words = RegionWords { candidates, level, government, name: at, ..RegionWords::default() };
                    let last = self.region_tail(&words, last);
                    return Some((words, last));
                }
            }
            if let Some((candidates, last)) = named {
                let words = RegionWords {
                    candidates: self.of_level(candidates, level),
                    level,
                    government,
                    name,
                    mismatch,
                    misspelt: self.hit(name, self.classes.region).is_none() && self.declared_name(name).is_none(),
                    ..RegionWords::default()
                };
                let last = self.region_tail(&words, last);
                return Some((words, last));
            }
            // "Pemkab" alone means the one the article speaks of.
            let foreign = self.capital(name)
                && !self.shouting
                && !self.marks(name).has(Mark::COMMON)
                && self
                    .hits_at(name)
                    .filter(|h| !self.classes.beside_place(h.entry.class))
                    .all(|h| [self.classes.foreign, self.classes.nameword, self.classes.district].contains(&h.entry.class));
            let alone = government && level.is_some() && !self.is_plain_noun(name) && !foreign;
            return alone.then(|| (RegionWords { level, government, name, ..RegionWords::default() }, name));
        }
        let (candidates, last) = self.region_name(at, None, false)?;
        let words = RegionWords { candidates, name: at, ..RegionWords::default() };
        let last = self.region_tail(&words, last);
        Some((words, last))
    }

    /// Level, whether a government is meant, and where the name begins.
    pub(crate) fn level_words(&self, at: usize) -> (Option<Level>, bool, usize) {
        let mut level = None;
        let mut government = false;
        let mut next = at;
        if let Some((value, last)) = self.value(at, self.classes.government) {
            government = true;
            level = value.parse().ok();
            next = last;
            // "Pemerintah Kabupaten (Pemkab) Muba", "Pemkab. X"
            if self.sign(next) == b'.' && self.capital(next.saturating_add(1)) {
                next = next.saturating_add(1);
            }
            if let Some(behind) = self.bracket(next, 2) {
                if self.hit(next.saturating_add(1), self.classes.government).is_some() {
                    next = behind;
                }
            }
        }
        if let Some((value, last)) = self.value(next, self.classes.level) {
            let told = value.parse::<Level>().ok().filter(|l| matches!(l, Level::Provinsi | Level::Kabupaten | Level::Kota));
            if told.is_none() {
                return (level, government, next);
            }
            level = told.or(level);
            next = last;
            if self.sign(next) == b'.' {
                next = next.saturating_add(1);
            }
        }
        (level, government, next)
    }

    /// Something follows that makes "pemerintah kota" a plain noun ("pemerintah kota-kota").
    fn is_plain_noun(&self, next: usize) -> bool {
        self.sign(next) == b'/' || self.sign(next) == b'-' && self.is(next, Shape::GLUED)
    }

    /// A level is told and no candidate has it.
    pub(super) fn none_of_level(&self, candidates: &[RegionId], level: Option<Level>) -> bool {
        level.is_some_and(|l| candidates.iter().all(|c| self.lexicon.gazetteer.level(*c) != l))
    }

    /// The candidates of the told level, or all if none has it.
    pub(super) fn of_level(&self, candidates: Vec<RegionId>, level: Option<Level>) -> Vec<RegionId> {
        let fit: Vec<RegionId> =
            candidates.iter().copied().filter(|c| level.is_none_or(|l| self.lexicon.gazetteer.level(*c) == l)).collect();
        if fit.is_empty() { candidates } else { fit }
    }

    /// A region's name at `at`. `supported`: a level word, government or title stands before it, so weak names count.
    pub(crate) fn region_name(&self, at: usize, level: Option<Level>, supported: bool) -> Option<(Vec<RegionId>, usize)> {
        let mut best: Option<(Vec<RegionId>, usize)> = None;
        let mut length = 0;
        for hit in self.hits_at(at).filter(|h| h.entry.class == self.classes.region) {
            if best.is_some() && (hit.last as usize) < length {
                break;
            }
            let Some(region) = self.lexicon.gazetteer.by_value(hit.entry.value) else { continue };
            let written = self.written_as_name(at, hit.last as usize, supported);
            let weak = hit.entry.weak && !supported && !self.strong.contains(&region);
            if !written || weak {
                continue;
            }
            length = hit.last as usize;
            best.get_or_insert_with(|| (Vec::new(), length)).0.push(region);
        }
        if let Some((candidates, last)) = &best {
            if !supported
                && *last == at.saturating_add(1)
                && self.marks(at).has(Mark::NAME)
                && self.capital(*last)
                && self.marks(*last).has(Mark::NAME)
                && !candidates.iter().any(|c| self.strong.contains(c))
            {
                return None;
            }
        }
        best.or_else(|| self.declared_name(at)).or_else(|| level.filter(|_| supported).and_then(|l| self.misspelt(at, l)))
    }

    /// A bare name is written with capitals, but for short joints ("Sangihe dan Talaud") and what a hyphen adds ("Pare-pare");
    /// behind a level word small letters are forgiven.
    fn written_as_name(&self, first: usize, last: usize, supported: bool) -> bool {
        let joint = |i: usize| {
            let inner = i > first && i.saturating_add(1) < last;
            i > first && self.is(i, Shape::GLUED) && self.sign(i.saturating_sub(1)) == b'-'
                || inner && self.words_of(i, i.saturating_add(1)).len() <= 3
        };
        supported && !self.shouting
            || (first..last).filter(|i| self.is(*i, Shape::LETTER)).all(|i| self.capital(i) || joint(i))
                && (supported || self.capital(first) || self.is(first, Shape::DIGIT))
    }

    fn declared_name(&self, at: usize) -> Option<(Vec<RegionId>, usize)> {
        if self.declared.is_empty() || !self.capital(at) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        self.declared.iter().find(|(short, _)| *short == word).map(|(_, region)| (vec![*region], at.saturating_add(1)))
    }

    /// A name of one or two unknown words that differs in one letter from a region of the told level.
    fn misspelt(&self, at: usize, level: Level) -> Option<(Vec<RegionId>, usize)> {
        if !self.capital(at) || self.marks(at).has(Mark::COMMON) || self.marks(at).has(Mark::UNIT) {
            return None;
        }
        for length in [3_usize, 2, 1] {
            let last = at.saturating_add(length);
            if last > self.limit || !(at..last).all(|i| self.capital(i)) || (at..last).all(|i| self.word(i) != WordId::UNKNOWN) {
                continue;
            }
            let written = self.folded(at, last);
            if written.chars().count() < TYPO_LENGTH || written.len() > 40 {
                continue;
            }
            let found: Vec<RegionId> = self
                .lexicon
                .gazetteer
                .spelled_like(level, written.chars().count())
                .filter(|(_, name)| shares_end(name, &written) && osa_distance(name, &written) == 1)
                .map(|(region, _)| region)
                .collect();
            if let [region] = found.as_slice() {
                return Some((vec![*region], last));
            }
        }
        None
    }

    /// What belongs to the name behind it: "(Kotim)", ", Kalimantan Tengah", "Kalbar", "(Jawa Timur)".
    fn region_tail(&mut self, words: &RegionWords, last: usize) -> usize {
        let mut last = last;
        if let [region] = words.candidates.as_slice() {
            let region = *region;
            if let Some(behind) = self.bracket(last, 2) {
                let inner = last.saturating_add(1);
                let declared = self.is(inner, Shape::LETTER) && behind.saturating_sub(inner) == 2;
                let same = self.region_name(inner, None, true).is_some_and(|(c, l)| l.saturating_add(1) == behind && c.contains(&region));
                let level = self.hit(inner, self.classes.government).is_some() || self.hit(inner, self.classes.level).is_some();
                if same || declared && !level && self.region_name(inner, None, true).is_none() && self.abbreviates(inner, words.name, last)
                {
                    if declared && !same {
                        self.declared.push((self.folded(inner, inner.saturating_add(1)), region));
                    }
                    last = behind;
                }
            }
            let province = self.lexicon.gazetteer.province(region);
            if province != region {
                if let Some(behind) = self.province_tail(last, province) {
                    last = behind;
                }
            }
        } else if !words.candidates.is_empty() {
            if let Some(province) = words.candidates.first().map(|c| self.lexicon.gazetteer.province(*c)) {
                if let Some(behind) = self.province_tail(last, province) {
                    last = behind;
                }
            }
        }
        last
    }

    /// The word at `short` could abbreviate the name at `first..last`: same first letter.
    fn abbreviates(&self, short: usize, first: usize, last: usize) -> bool {
        let head = |i: usize| self.folded(i, i.saturating_add(1)).chars().next();
        first < last && head(short).is_some() && head(short) == head(first)
    }

    /// Position behind the province in apposition at `at`.
    fn province_tail(&self, at: usize, province: RegionId) -> Option<usize> {
        let mut next = at;
        let bracket = self.sign(at) == b'(';
        if matches!(self.sign(at), b',' | b'(' | b'-') || self.word(at) == self.classes.words.di && self.sign(at) == 0 {
            next = next.saturating_add(1);
        }
        if let Some((value, last)) = self.value(next, self.classes.level) {
            if value == "provinsi" {
                next = last;
            }
        }
        let (candidates, last) = self.region_name(next, Some(Level::Provinsi), true)?;
        if !candidates.iter().any(|c| *c == province || self.was_province(*c, province)) || !self.capital(next) {
            return None;
        }
        if bracket {
            return (self.sign(last) == b')').then(|| last.saturating_add(1));
        }
        // "(DIY)" behind the province
        let behind = self
            .bracket(last, 1)
            .filter(|_| self.region_name(last.saturating_add(1), None, true).is_some_and(|(c, _)| c.contains(&province)));
        Some(behind.unwrap_or(last))
    }

    /// Older articles name the province that a new one was split from: Papua (UU 14 to 16 and 29 of 2022), Kalimantan Utara
    /// (UU 20/2012), Sulawesi Barat (UU 26/2004), Banten, Kepulauan Riau and others before.
    fn was_province(&self, named: RegionId, today: RegionId) -> bool {
        let (named, today) = (self.lexicon.gazetteer.code(named), self.lexicon.gazetteer.code(today));
        const SPLIT: [(&str, &str); 8] =
            [("64", "65"), ("73", "76"), ("32", "36"), ("14", "21"), ("16", "19"), ("71", "75"), ("81", "82"), ("91", "92")];
        named.starts_with('9') && today.starts_with('9') || SPLIT.contains(&(named, today))
    }

    /// Regions that the article names by a strong phrase, or by a weak one with a level word, government or title before it.
    pub(crate) fn strong_regions(&mut self) -> Vec<RegionId> {
        self.limit = self.tokens.len();
        let mut strong: Vec<RegionId> = Vec::new();
        for hit in self.hits.all().iter().filter(|h| h.entry.class == self.classes.region) {
            let Some(region) = self.lexicon.gazetteer.by_value(hit.entry.value) else { continue };
            let first = hit.first as usize;
            if !self.capital(first) || strong.contains(&region) {
                continue;
            }
            let level = self.lexicon.gazetteer.level(region);
            if !hit.entry.weak && hit.last > hit.first.saturating_add(1) || self.supported_by_words_before(first, level) {
                strong.push(region);
            }
        }
        strong
    }

    /// "Kota", "Pemkab", "Bupati" ... of the region's own level stands right before `at`.
    fn supported_by_words_before(&self, at: usize, level: Level) -> bool {
        let ends_here = |h: &crate::lexicon::Hit| h.last as usize == at;
        (at.saturating_sub(4)..at).any(|i| {
            self.hits_at(i).filter(|h| ends_here(h)).any(|h| {
                let value = self.lexicon.value_name(h.entry.value);
                if h.entry.class == self.classes.level || h.entry.class == self.classes.government {
                    value.parse::<Level>().is_ok_and(|l| l == level)
                } else {
                    h.entry.class == self.classes.title && super::official::level_of_title(value) == Some(level)
                }
            })
        })
    }
}

/// One letter is wrong at most, so the names agree at their first or at their last letter.
fn shares_end(name: &str, written: &str) -> bool {
    name.chars().next() == written.chars().next() || name.chars().next_back() == written.chars().next_back()
}
