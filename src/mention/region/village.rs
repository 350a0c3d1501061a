//! Villages: the place behind a Camat, Lurah, Kepala Desa or Kapolsek, which no table lists, and where the name begins.

use crate::lexicon::{Hit, RegionId};
use crate::mention::article::party::PartyRef;
use crate::mention::{Mention, OfficialWords, Reader, What};
use crate::text::{Mark, Shape};

/// "Puluhan kades dari Kabupaten X": heads of no village told are of the region right behind them.
pub(crate) fn home_of_heads(reader: &Reader<'_>, mentions: &[Mention], parties: &mut [Option<PartyRef>]) {
    for (i, pair) in mentions.windows(2).enumerate() {
        let [heads, place] = pair else { continue };
        let plain = matches!(&heads.what, What::Official(w) if w.name.is_none() && w.region.is_none() && w.body.is_none());
        let from = reader.reads(heads.last, &["dari", "di", "asal"]) && place.first == heads.last.saturating_add(1);
        let village = || reader.hits.at(heads.first).iter().any(|h| h.entry.class == reader.classes.title && heads_village(reader, h));
        if plain && from && matches!(place.what, What::Region(_)) && village() {
            let home = parties.get(i.saturating_add(1)).cloned().flatten();
            if let Some(slot) = parties.get_mut(i).filter(|p| p.is_none()) {
                *slot = home;
            }
        }
    }
}

/// The title is that of the head of a village or kecamatan.
fn heads_village(reader: &Reader<'_>, hit: &Hit) -> bool {
    reader.lexicon.value_name(hit.entry.value).split(':').nth(1) == Some("village")
}

/// Most words of the name of a village.
const LONGEST: usize = 5;
/// Most villages of one article that are told as such.
const TOLD: usize = 40;

impl<'a> Reader<'a> {
    /// The names that the article tells as villages or kecamatan ("di Desa Cibunut, ..."), behind no title.
    pub(crate) fn villages_told(&self) -> Vec<&'a str> {
        let mut found: Vec<&'a str> = Vec::new();
        let village = |h: &&crate::lexicon::Hit| matches!(self.lexicon.value_name(h.entry.value), "desa" | "kecamatan");
        for hit in self.hits.of_class(self.classes.level, 0, self.tokens.len()).filter(village) {
            let at = hit.last as usize;
            let headed = self.hits_before(hit.first as usize, self.classes.title).next().is_some();
            let inside = (hit.first as usize)
                .checked_sub(1)
                .is_some_and(|b| self.hits_at(b).any(|h| h.entry.class == self.classes.title && h.last > hit.first));
            // "Kelurahan Cibuluh Rokayah": of two words the second may be a name, unless villages are called so.
            let second = at.saturating_add(1);
            let tail = self.is_ordinal(second) || self.value(second, self.classes.villageword).is_some_and(|(v, _)| v == "tail");
            let end = if tail && self.capital(second) { second.saturating_add(1) } else { second };
            if headed || inside || !self.capital(at) || self.capital(end) {
                continue;
            }
            let name = self.words_of(at, end);
            if found.len() < TOLD && !found.contains(&name) {
                found.push(name);
            }
        }
        found
    }

    /// The end of a name at `at` that the article tells as a village elsewhere.
    fn told_village(&self, at: usize) -> Option<usize> {
        if self.villages.is_empty() {
            return None;
        }
        [2, 1].into_iter().map(|n| at.saturating_add(n)).find(|end| self.villages.contains(&self.words_of(at, *end)))
    }
}

impl Reader<'_> {
    /// "Camat Kertek", "Kepala Desa Timbulsloko, Kabupaten Demak,", "Keuchik Gampong Blang Krueng": the position behind the
    /// place and the region around it. `apposed`: the holder stands before the title, so all of it is the place.
    pub(crate) fn village_complement(&mut self, at: usize, apposed: bool, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Danramil 02 Haharu", "Danramil 01/Klojen"
        let behind = next.saturating_add(if self.sign(next.saturating_add(1)) == b'/' { 2 } else { 1 });
        if self.token(next).is_some_and(crate::text::Token::is_number) && self.capital(behind) {
            next = behind;
        }
        let level = self.value(next, self.classes.level).filter(|(v, _)| matches!(*v, "desa" | "kecamatan"));
        if let Some((_, last)) = level {
            next = last;
        }
        let end = self.village_end(next, apposed || level.is_some() && self.closes_village(next));
        let mut last = self.kecamatan_around(end, apposed).filter(|_| end > next).unwrap_or(end);
        // ", Kabupaten Demak" or "Kabupaten Demak": the words around a village always tell their level.
        let around = if self.sign(last) == b',' { last.saturating_add(1) } else { last };
        if self.level_words(around).2 > around {
            if let Some((region, behind)) = self.region(around).filter(|(r, _)| !r.candidates.is_empty()) {
                words.region = Some(region);
                last = behind;
            }
        } else if last > end && self.sign(last) == b',' {
            // "Kades Banjarsari, Kecamatan Kertek, Wonosobo, Fulan"
            let read = self.region(around).filter(|(r, behind)| !r.candidates.is_empty() && self.sign(*behind) == b',');
            if let Some((region, behind)) = read {
                words.region = Some(region);
                last = behind;
            }
        } else if end == next {
            // "Camat se-Kabupaten X", "Lurah Kota X": no village at all.
            if let Some((region, behind)) = self.region(next).filter(|(r, _)| !r.candidates.is_empty()) {
                words.region = Some(region);
                last = behind;
            }
        }
        // "Kepala Desa Ponggok" of "Desa Ponggok, Kabupaten Klaten" is not of the kecamatan of that name elsewhere.
        let heads = |b: usize| self.reads(b, &["desa", "gampong", "kades", "keuchik", "kelurahan", "lurah", "nagari", "perbekel"]);
        let village = || next.checked_sub(1).is_some_and(heads) && self.told_village(next) == Some(end);
        if words.region.is_none() && end > next && !village() {
            words.region = self.region_of_district(next, end);
        }
        last
    }

    /// "Kades Karanganyar | Kecamatan Weru | Fulan Wijaya", "Lurah X, Kecamatan Y,": behind the kecamatan that a village lies in.
    fn kecamatan_around(&self, at: usize, apposed: bool) -> Option<usize> {
        let at = if self.sign(at) == b',' { at.saturating_add(1) } else { at };
        let next = self.kecamatan_word(at)?;
        let district = self.districts_at(next).map(|(_, last)| last);
        let whole = apposed || self.closes_village(next);
        // "Kecamatan Bukit Kecil": of two words of villages the first may be a kecamatan elsewhere.
        let headed = self.value(next, self.classes.villageword).is_some_and(|(v, _)| v == "head");
        let pair =
            Some(next.saturating_add(2)).filter(|p| headed && self.name_run(next) >= *p && !self.marks(p.wrapping_sub(1)).has(Mark::NAME));
        let end = district.max(pair).filter(|_| !whole).unwrap_or_else(|| self.village_end(next, whole));
        (end > next).then_some(end)
    }

    /// Behind "Kecamatan", "Kec." or "Distrik" before a name.
    fn kecamatan_word(&self, at: usize) -> Option<usize> {
        let (_, last) = self.value(at, self.classes.level).filter(|(v, _)| *v == "kecamatan" && self.capital(at))?;
        let next = if self.sign(last) == b'.' { last.saturating_add(1) } else { last };
        self.capital(next).then_some(next)
    }

    /// A comma ends the run of capitals, and no degree follows it: "Kecamatan Gandapura, Mursalin".
    fn closes_village(&self, at: usize) -> bool {
        let run = self.name_run(at);
        self.sign(run) == b',' && !self.is_degree_at(run.saturating_add(1))
    }

    /// The kabupaten or kota of the kecamatan whose name fills `first..last`, if there is one of that name in all the country.
    fn region_of_district(&self, first: usize, last: usize) -> Option<crate::mention::RegionWords> {
        let parents: Vec<_> = self.districts_of(first, last).iter().map(|d| self.lexicon.gazetteer.parent(*d)).collect();
        let known = parents.iter().copied().find(|p| self.strong.contains(p));
        let only = known.or_else(|| self.region_behind_district(first, last)).or(match parents.as_slice() {
            [one] => Some(*one),
            _ => None,
        })?;
        Some(crate::mention::RegionWords { candidates: smallvec::smallvec![only], name: first, ..crate::mention::RegionWords::default() })
    }

    /// "Camat Kertek Wonosobo": the kabupaten or kota named behind the kecamatan that lies in it.
    fn region_behind_district(&self, first: usize, last: usize) -> Option<RegionId> {
        (first.saturating_add(1)..last).rev().find_map(|border| {
            let districts = self.districts_of(first, border);
            if districts.is_empty() {
                return None;
            }
            let (candidates, end) = self.region_name(border, None, true)?;
            let parents = districts.iter().map(|d| self.lexicon.gazetteer.parent(*d));
            parents.into_iter().find(|parent| end == last && candidates.contains(parent))
        })
    }

    /// The end of the run of capitalised words at `at` that may hold a village and a name.
    fn name_run(&self, at: usize) -> usize {
        let mut next = at;
        while next.saturating_sub(at) < LONGEST.saturating_mul(2) {
            let Some(token) = self.token(next) else { break };
            let hyphen = token.sign == b'-' && token.is(Shape::GLUED) && self.is(next.saturating_add(1), Shape::GLUED);
            if hyphen {
                next = next.saturating_add(1);
                continue;
            }
            let other = self.hits_at(next).any(|h| {
                let c = self.classes;
                let market = h.entry.class == c.weekday && self.reads(next.wrapping_sub(1), &["pasar"]);
                let class = [c.honorific, c.title, c.level, c.government, c.body, c.weekday, c.verb].contains(&h.entry.class);
                !h.entry.weak && class && !market
            });
            let ordinal = self.is_ordinal(next) && next > at;
            if !token.is_word() || !(token.is(Shape::CAPITAL) || ordinal) || other {
                break;
            }
            next = next.saturating_add(1);
        }
        next
    }

    /// Where the village at `at` ends and its head's name begins.
    fn village_end(&self, at: usize, whole: bool) -> usize {
        let run = self.name_run(at);
        if run == at {
            return at;
        }
        if let Some(end) = self.told_village(at).filter(|e| *e <= run) {
            return end;
        }
        // The honorific, the comma or the word for a region behind the run tells that no name stands in it.
        let rank = self.hit(run, self.classes.honorific).filter(|h| !h.entry.weak);
        let honored = rank.is_some_and(|h| self.capital(run) || self.sign(h.last as usize) == b'.');
        // "Kepala Desa Ngroto (Anu Saputra)"
        let bracketed = self.sign(run) == b'('
            && !self.holds_name(at, run)
            && self.name(run.saturating_add(1)).is_some_and(|(_, end)| self.sign(end) == b')');
        let named_behind = self.sign(run) == b',' && self.name(run.saturating_add(1)).is_some_and(|(_, end)| end > run.saturating_add(1));
        let level = |i: usize| self.level_words(i).2 > i;
        let kecamatan = |i: usize| self.kecamatan_word(i).is_some();
        let region_behind = level(run) || self.sign(run) == b',' && (level(run.saturating_add(1)) || kecamatan(run.saturating_add(1)));
        if whole
            || honored
            || kecamatan(run)
            || bracketed
            || named_behind && !self.is_degree_at(run.saturating_add(1))
            || region_behind && !self.holds_name(at, run)
        {
            return run;
        }
        // A kecamatan of the table, unless it is the head of a person's name.
        let named = self.districts_at(at).map(|(_, last)| last);
        let district = named.filter(|l| *l < run);
        let name = self.first_name_word(at, run);
        let whole_district = named == Some(run);
        // "Camat Sungai Raya, para lurah": nobody is called by two words of villages that are a kecamatan.
        let village = run == at.saturating_add(2) && self.value(at, self.classes.villageword).is_some_and(|(v, _)| v == "head");
        if whole_district && (self.level_words(run).2 > run || name.is_none() || village) {
            return run;
        }
        match (district, name) {
            (Some(last), Some(first)) if (last > first || run.saturating_sub(first) < 2) && !self.marks(at).has(Mark::NAME) => last,
            (_, Some(first)) => first,
            (Some(last), None) => last,
            // No known name word: one word is the village, two if the first begins such names; a single one is the name.
            (None, None) => {
                let village = if self.value(at, self.classes.villageword).is_some_and(|(v, _)| v == "head") { 2 } else { 1 };
                let mut end = at.saturating_add(village);
                while self.value(end, self.classes.villageword).is_some_and(|(v, _)| v == "tail") && end < run {
                    end = end.saturating_add(1);
                }
                end.min(run.saturating_sub(1)).max(at)
            }
        }
    }

    fn is_degree_at(&self, at: usize) -> bool {
        self.hit(at, self.classes.degree).is_some()
    }

    fn holds_name(&self, first: usize, last: usize) -> bool {
        self.first_name_word(first, last).is_some_and(|n| n > first)
    }

    /// The first word of `first..last` that begins a person's name; a word of villages too ("Sumber Jaya Edi") does so only
    /// if no further name word follows.
    fn first_name_word(&self, first: usize, last: usize) -> Option<usize> {
        let heads = self.value(first, self.classes.villageword).is_some_and(|(v, _)| v == "head") && last > first.saturating_add(2);
        let first = if heads { first.saturating_add(2) } else { first };
        let name = |i: usize| self.may_name(i);
        (first..last)
            .find(|i| {
                let tail = *i > first && self.value(*i, self.classes.villageword).is_some_and(|(v, _)| v == "tail");
                let more = (i.saturating_add(1)..last).any(name);
                name(*i) && !(tail && more)
            })
            // "Panjang Wetan Wiryo Sudibyo": behind the last word of villages.
            .map(|found| {
                let tail = (first.saturating_add(1)..found)
                    .rev()
                    .find(|i| self.value(*i, self.classes.villageword).is_some_and(|(v, _)| v == "tail"));
                tail.map_or(found, |t| t.saturating_add(1))
            })
    }
}
