//! Places abroad: "Pemerintah Korea Selatan", "Kota Kyoto, Jepang", and cities of no table that the article puts into a country.

use crate::BodySort;
use crate::kinds::Level;
use crate::lexicon::Hit;
use crate::mention::title::office::level_of_title;
use crate::mention::{BodyWords, Reader};
use crate::text::{Mark, Shape, WordId, Zone};

/// Most words of the name of a city that no table knows, and most such cities of one article.
const WORDS: usize = 2;
const CITIES: usize = 20;

impl<'a> Reader<'a> {
    /// Cities that no table knows, by the country behind their name: "dengan Alotau, Papua Nugini", "Kota Yaizu (Jepang)"; or by
    /// the word for a government or level before it, for that may be left out later: "Provinsi Grodno ... di Grodno".
    pub(crate) fn cities_abroad(&self) -> Vec<&'a str> {
        let mut found: Vec<&'a str> = Vec::new();
        let c = self.classes;
        for level in [c.government, c.level] {
            for hit in self.hits.of_class(level, 0, self.tokens.len()).filter(|h| self.capital(h.first as usize)) {
                let Some(name) = self.named_abroad(hit).filter(|n| !found.contains(n)) else { continue };
                if found.len() < CITIES {
                    found.push(name);
                }
            }
        }
        let country = |h: &&Hit| !h.entry.weak && !self.lexicon.value_name(h.entry.value).contains('.');
        for hit in self.hits.of_class(self.classes.foreign, 0, self.tokens.len()).filter(country) {
            let apart = |s: usize| matches!(self.sign(s), b',' | b'(') || self.word(s) == c.words.di && self.levelled(s);
            let Some(sign) = (hit.first as usize).checked_sub(1).filter(|s| apart(*s)) else { continue };
            let unknown = |at: usize| self.capital(at) && (self.word(at) == WordId::UNKNOWN || self.within(at, sign, hit));
            let row = self.in_row_abroad(sign, hit);
            let plain = |at: usize| row == Some(at.saturating_sub(1)) && self.capital(at.saturating_sub(1)) && self.capital(at);
            let first = (sign.saturating_sub(WORDS)..sign).rev().take_while(|at| unknown(*at) || plain(*at)).last();
            let Some(first) = first.filter(|f| row == Some(*f) || self.leads_to_place(*f)) else { continue };
            let name = self.words_of(first, sign);
            if found.len() < CITIES && !found.contains(&name) {
                found.push(name);
            }
        }
        found
    }

    /// "Darwin, Australia": the word at `at` is a name that the table knows as a place in the country behind it.
    fn within(&self, at: usize, last: usize, country: &Hit) -> bool {
        let code = self.lexicon.value_name(country.entry.value);
        let inside = |h: &&Hit| self.lexicon.value_name(h.entry.value).split_once('.').is_some_and(|(of, _)| of == code);
        self.hits_at(at).filter(|h| h.entry.class == self.classes.foreign && h.last as usize == last).any(|h| inside(&h))
    }

    /// "Seremban (Malaysia) dan | Hoi An (Vietnam)": where the next of a row of places with their countries in brackets begins, before
    /// the bracket that opens at `sign`.
    fn in_row_abroad(&self, sign: usize, country: &Hit) -> Option<usize> {
        let closed = self.sign(sign) == b'(' && self.sign(country.last as usize) == b')';
        let joint = |at: usize| self.sign(at) == b',' || self.reads(at, &["dan", "serta"]);
        let before = (sign.saturating_sub(WORDS.saturating_add(1))..sign).rev().find(|at| joint(*at)).filter(|_| closed)?;
        let country = before.checked_sub(2).is_some_and(|at| self.hits_at(at).any(|h| h.entry.class == self.classes.foreign));
        (country && self.sign(before.saturating_sub(1)) == b')').then(|| before.saturating_add(1))
    }

    /// "Kabupaten Liling | di Tiongkok": one or two words before the token stand behind a word for a level.
    fn levelled(&self, at: usize) -> bool {
        let named = |n: usize| at.checked_sub(n).is_some_and(|f| self.hits_before(f, self.classes.level).next().is_some());
        (1..=WORDS).any(named)
    }

    /// A word before which a place stands: "Kota", "dengan", "di", "dan", "Gubernur".
    fn leads_to_place(&self, at: usize) -> bool {
        let c = self.classes;
        at.checked_sub(1).is_some_and(|before| self.word(before) == c.words.dan)
            || [c.level, c.government, c.preposition].into_iter().any(|class| self.hits_before(at, class).next().is_some())
            || self.hits_before(at, c.title).any(|h| level_of_title(self.lexicon.value_name(h.entry.value)).is_some())
    }

    /// The one word of no table and no region that a word for a kabupaten, kota or provinsi stands before.
    fn named_abroad(&self, hit: &Hit) -> Option<&'a str> {
        let large = |v: &str| v != "desa" && v.parse() != Ok(Level::Kecamatan);
        // "Wali Kota Amsakar, kota ini maju": a mayor is told by his name; "Wali Kota Kisarazu, Fulan Wijaya" by both.
        let behind = hit.last.saturating_add(1) as usize;
        let both = self.sign(behind) == b',' && self.capital(behind.saturating_add(1));
        let mayor = !both && (hit.first as usize).checked_sub(1).is_some_and(|before| self.reads(before, &["wali"]));
        let at = Some(hit.last as usize).filter(|_| !mayor && large(self.lexicon.value_name(hit.entry.value)))?;
        let last = at.saturating_add(1);
        let alone = self.is(at, Shape::LETTER) && !self.capital(last);
        let unknown = alone && self.capital(at) && self.word(at) == WordId::UNKNOWN && !self.in_capitals_at(at);
        (unknown && self.region_name(at, None, true).is_none()).then(|| self.words_of(at, last))
    }

    /// The sentence of the token stands in capitals or is a headline.
    fn in_capitals_at(&self, at: usize) -> bool {
        self.sentences.get(self.sentence_of(at)).is_some_and(|s| s.zone == Zone::Headline || self.in_capitals(s))
    }

    /// The end of the name of a city abroad that the article told.
    pub(crate) fn city_abroad(&self, at: usize) -> Option<usize> {
        if self.cities.is_empty() || !self.capital(at) {
            return None;
        }
        (1..=WORDS).rev().map(|n| at.saturating_add(n)).find(|last| self.cities.contains(&self.words_of(at, *last)))
    }

    /// The end of a place abroad, of a table or told by the article.
    pub(crate) fn end_abroad(&self, at: usize) -> Option<usize> {
        self.hit(at, self.classes.foreign).map(|h| h.last as usize).or_else(|| self.city_abroad(at))
    }

    /// "Gubernur | Prefektur Ehime", "Gubernur | Negara Bagian Queensland": behind the name of a state of no table.
    pub(crate) fn state_abroad(&self, at: usize) -> Option<usize> {
        let state = self.capital(at) && self.reads(at, &["negara", "prefektur"]);
        let name = self.plays(at, "state").filter(|name| state && self.unknown_place(*name))?;
        Some(self.end_abroad(name).unwrap_or_else(|| name.saturating_add(1)))
    }

    /// The position behind the country or province in apposition to the name that ends at `at`.
    pub(crate) fn behind_country(&self, at: usize) -> usize {
        let next = at.saturating_add(1);
        // "Kota Xiangyang, Provinsi Hubei, Tiongkok"
        let province =
            |(value, last): &(&str, usize)| value.parse() == Ok(Level::Provinsi) && self.capital(next) && self.unknown_place(*last);
        if let Some((_, name)) = self.value(next, self.classes.level).filter(|v| self.sign(at) == b',' && province(v)) {
            let end = self.proper_end(name);
            return if end > name { self.behind_country(end) } else { at };
        }
        let apposed = self.hit(next, self.classes.foreign).filter(|_| self.sign(at) == b',' && self.capital(next));
        let country = |h: &&Hit| !self.lexicon.value_name(h.entry.value).contains('.');
        apposed.filter(|h| country(h) || !self.list_goes_on(h.last as usize)).map_or(at, |h| h.last as usize)
    }

    /// A name with a capital that is no region of Indonesia.
    fn unknown_place(&self, at: usize) -> bool {
        self.capital(at) && self.region_name(at, None, true).is_none()
    }

    /// "Suwon, Braunschweig dan Fort Worth", "Busan, Kochi (Jepang)": cities side by side.
    fn list_goes_on(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let city = || self.hit(next, self.classes.foreign).is_some_and(|h| self.lexicon.value_name(h.entry.value).contains('.'));
        match self.sign(at) {
            b'(' | b'&' => true,
            b',' => self.reads(next, &["dan", "serta"]) || city(),
            _ => self.reads(at, &["dan", "serta", "maupun"]),
        }
    }

    /// Foreign countries, cities and provinces, with or without a government word.
    pub(crate) fn foreign(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let (_, government, name) = self.level_words(at);
        // "Pemerintah Korea Selatan", "Kerajaan Belanda"
        let mut start = name;
        let foreign = |at: usize| self.hit(at, self.classes.foreign).is_some();
        let state = |at: usize| self.plays(at, "state").filter(|_| self.capital(at) && !foreign(at));
        while let Some(behind) = state(start).filter(|_| start.saturating_sub(at) < 4) {
            start = behind;
        }
        if let Some(hit) = self.hit(start, self.classes.foreign) {
            if self.capital(start) && (!hit.entry.weak || start > at) {
                // "Kuching Utara", "Australia Barat"
                let quarter = self.plays(hit.last as usize, "quarter").filter(|_| self.capital(hit.last as usize));
                let told = quarter.unwrap_or(hit.last as usize);
                // "Beijing, Tiongkok (ANTARA) - ...": the agency of a dateline is no short form.
                let tail = self.abbreviation_tail(told);
                let name_last = if self.sign(tail) == b'-' && !self.is(tail, Shape::GLUED) { told } else { tail };
                // "Kyoto, Jepang": the country in apposition belongs to the city.
                let city = self.lexicon.value_name(hit.entry.value).contains('.');
                let last = if city { self.behind_country(name_last) } else { name_last };
                return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last }, last));
            }
        }
        if let Some(name_last) = self.city_abroad(start) {
            return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last }, self.behind_country(name_last)));
        }
        // "Pemerintah Distrik Chenggong Kota Kunming": a district that is not in Papua.
        let district = self
            .value(start, self.classes.level)
            .filter(|(v, last)| start > at && *v == Level::Kecamatan.as_str() && self.capital(start) && self.districts_at(*last).is_none());
        let (name, government) = district.map_or((name, government), |(_, last)| (last, true));
        // An unknown name behind "Pemerintah Kota" or "Kota": a city that is not in Indonesia.
        if name > at && self.capital(at) && !self.shouting && self.capital(name) && self.region_name(name, None, true).is_none() {
            let c = self.classes;
            let known = self.hits_at(name).any(|h| ![c.nameword, c.foreign].contains(&h.entry.class));
            let marks = self.marks(name);
            if !known && !marks.has(Mark::COMMON) && !marks.has(Mark::UNIT) && (government || self.abroad) {
                let name_last = self.abbreviation_tail(self.proper_end(name));
                let city = self.level_words(name_last).2;
                let city = if district.is_some() && city > name_last { self.end_abroad(city) } else { None };
                let name_last = city.unwrap_or(name_last);
                if name_last > name {
                    return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last }, self.behind_country(name_last)));
                }
            }
        }
        None
    }
}
