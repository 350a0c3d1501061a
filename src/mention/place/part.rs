//! The parts of a place behind its head: names, holders of offices, bodies, regions, floors, the larger building.

use crate::mention::{BodySort, BodyWords, PlaceWords, Reader};
use crate::text::{Mark, Shape};

/// Longest place, in tokens.
const LONGEST: usize = 22;

/// Most words in small letters between a head and the name: "peternakan ayam petelur BUMDes Maju Bersama".
const GAP: usize = 4;

/// Most larger buildings in a row: "Ruang Praja I, Gedung B, Kompleks Setda".
const CHAIN: u8 = 2;

/// A place while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    pub(crate) words: PlaceWords,
    /// Words in small letters may stand before the name.
    pub(super) thing: bool,
    /// One may meet there, so a larger building may follow a comma.
    pub(crate) meets: bool,
    /// Something of its own was read, not general words only.
    pub(crate) proper: bool,
    /// A name was read: no holder of an office follows it.
    pub(crate) named: bool,
    /// A region with its level was read: no name follows it.
    pub(crate) closed: bool,
    /// Only a region with its level stands behind a head in small letters: "pasar Kabupaten Sleman".
    pub(crate) general: bool,
    /// A region ended the name: no name of a person follows it.
    pub(crate) located: bool,
    /// The head has a capital.
    pub(crate) capital: bool,
    /// How many smaller places it is the larger building of.
    pub(crate) outer: u8,
}

impl Run {
    pub(super) fn take_body(&mut self, body: BodyWords, first: usize, last: usize) {
        self.words.region = self.words.region.take().or_else(|| body.region.clone());
        self.closed = body.region.as_ref().is_some_and(|r| !r.candidates.is_empty());
        self.words.body = Some((body, first, last));
    }
}

impl Reader<'_> {
    /// The end of the place whose head ends at `head`.
    pub(super) fn place_end(&mut self, head: usize, run: &mut Run) -> usize {
        let mut next = head;
        while next.saturating_sub(head) < LONGEST {
            let Some(token) = self.token(next) else { break };
            let found = if token.is_word() { self.place_part(next, head, run) } else { self.place_sign(next, run) };
            match found {
                Some(behind) if behind > next => next = behind,
                _ => break,
            }
        }
        next
    }

    /// What a sign inside a place joins: a bracket, a hyphen, quotation marks, the comma before a larger building.
    fn place_sign(&mut self, at: usize, run: &mut Run) -> Option<usize> {
        let token = self.token(at)?;
        let behind = at.saturating_add(1);
        let glued = token.is(Shape::GLUED) && self.is(behind, Shape::GLUED);
        match token.sign {
            b',' if run.meets && run.outer < CHAIN => self.larger(behind, run),
            b'(' => {
                let close = self.bracket(at, 3)?;
                if let Some(floor) = self.floor(behind) {
                    return (floor.saturating_add(1) == close).then_some(close);
                }
                let name = self.capital(behind) && self.hit(behind, self.classes.title).is_none();
                (name && self.date(behind).is_none()).then_some(close)
            }
            b'-' if glued && self.is(behind, Shape::LETTER) => Some(behind.saturating_add(1)),
            b'-' | b'/' | b'&' if glued => (self.capital(behind) || self.is(behind, Shape::DIGIT)).then_some(behind),
            // "Hotel & Convention Center"
            b'&' => {
                let tail = self.hit(behind, self.classes.place_tail).is_some() || self.place_head(behind).is_none();
                (self.capital(behind) && !run.closed && tail).then_some(behind)
            }
            b'.' if token.is(Shape::GLUED) => {
                (self.marks(at.wrapping_sub(1)).has(Mark::ABBREVIATION) && self.capital(behind)).then_some(behind)
            }
            // Aula "Kayuh Baimbai"
            b'"' | b'\'' if self.capital(behind) && !token.is(Shape::GLUED) => {
                let close = (behind..behind.saturating_add(5)).find(|i| self.sign(*i) == token.sign)?;
                (run.proper, run.named) = (true, true);
                Some(close.saturating_add(1))
            }
            _ => None,
        }
    }

    /// Behind a comma the larger building: "Ruang Pattimura, Hotel Swiss-Belhotel Ambon", but no list of places.
    fn larger(&mut self, at: usize, run: &mut Run) -> Option<usize> {
        if let Some(floor) = self.floor(at) {
            run.proper = true;
            return Some(floor);
        }
        let mut outer = Run { meets: true, capital: self.capital(at), outer: run.outer.saturating_add(1), ..Run::default() };
        let head = match self.place_head(at) {
            Some(head) => head,
            None => {
                outer.proper = true;
                self.tail(at).filter(|_| self.capital(at))?
            }
        };
        if !head.meets() || matches!(head.mark, "own" | "floor") {
            return None;
        }
        let end = self.place_end(head.last, &mut outer);
        if !self.is_whole(at, head) && !(outer.proper && (end > head.last || self.capital(at))) {
            return None;
        }
        let w = &self.classes.words;
        let comma = if self.sign(end) == b',' { end.saturating_add(1) } else { end };
        let listed = [w.dan, w.serta, w.maupun].contains(&self.word(comma)) && self.place_head(comma.saturating_add(1)).is_some()
            || comma > end && self.place_head(comma).is_some();
        if listed {
            return None;
        }
        run.words.region = run.words.region.take().or(outer.words.region);
        run.words.body = run.words.body.take().or(outer.words.body);
        run.words.level = run.words.level.or(outer.words.level);
        (run.proper, run.meets, run.closed) = (true, false, outer.closed);
        Some(end)
    }

    /// "lantai 2", "Lt. II", "lantai dasar", "lantai tiga": the position behind the floor.
    pub(super) fn floor(&self, at: usize) -> Option<usize> {
        let w = &self.classes.words;
        if ![w.lantai, w.lt].contains(&self.word(at)) {
            return None;
        }
        let next = at.saturating_add(1);
        let next = if self.sign(next) == b'.' { next.saturating_add(1) } else { next };
        let number = self.is(next, Shape::DIGIT)
            || self.is_ordinal(next)
            || self.hit(next, self.classes.numeral).is_some()
            || self.value(next, self.classes.place_word).is_some_and(|(v, _)| v == "floor");
        number.then(|| next.saturating_add(1))
    }

    /// One more part of a place: another place word, a title, a body, a region, a floor, a name.
    fn place_part(&mut self, at: usize, head: usize, run: &mut Run) -> Option<usize> {
        if self.date_like(at) {
            return None;
        }
        if let Some(floor) = self.floor(at) {
            run.proper = true;
            return Some(floor);
        }
        if let Some(inner) = self.place_head(at) {
            let room = self.capital(at) || inner.meets() && inner.sort == "venue" || !run.named;
            if inner.sort == "none" || !room || inner.mark == "own" {
                return None;
            }
            run.proper = run.proper || self.capital(at) || inner.mark == "whole";
            run.capital = self.capital(at);
            (run.named, run.closed) = (false, false);
            return Some(inner.last);
        }
        if run.thing && !run.named {
            if let Some(name) = self.behind_goods(at) {
                return Some(name);
            }
        }
        if self.is(at, Shape::DIGIT) || self.is_ordinal(at) {
            return self.place_number(at, head, run);
        }
        if run.closed {
            let smaller = self.hit(at, self.classes.level).is_some() && self.capital(at.saturating_add(1));
            let quarter = self.capital(at) && self.value(at, self.classes.place_word).is_some_and(|(v, _)| v == "inner");
            return if smaller { Some(at.saturating_add(2)) } else { quarter.then(|| at.saturating_add(1)) };
        }
        // "Pengawas sekolah dasar Hj Nurlaela"
        if !run.capital && self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak) {
            return None;
        }
        if let Some((value, last)) = self.value(at, self.classes.title) {
            return if run.named { None } else { self.holder(value, at, last, run) };
        }
        if let Some((body, last)) = self.body(at).filter(|(b, _)| b.sort != BodySort::Foreign) {
            run.take_body(body, at, last);
            (run.proper, run.named) = (true, true);
            return Some(last);
        }
        if let Some((region, last)) = self.region(at) {
            let named = !region.candidates.is_empty();
            if !named && !region.government {
                return None;
            }
            let behind = self.region_name(region.name, None, true).map_or(last, |(_, l)| l.max(region.name));
            run.closed = region.level.is_some();
            run.located = run.named;
            run.general = run.general || !run.capital && !run.proper && run.closed;
            run.words.region = Some(region);
            (run.proper, run.named) = (true, true);
            return Some(if named { behind } else { last });
        }
        self.place_word(at, run)
    }

    /// A single word of a place's name.
    fn place_word(&mut self, at: usize, run: &mut Run) -> Option<usize> {
        let next = at.saturating_add(1);
        let w = &self.classes.words;
        if self.hit(at, self.classes.level).is_some() && self.capital(next) {
            return Some(next);
        }
        // "Gedung Olahraga dan Seni Mayang Mangurai"
        let general = |i: usize| self.capital(i) && (self.marks(i).has(Mark::UNIT) || self.marks(i).has(Mark::COMMON));
        if self.word(at) == w.dan
            && (run.proper || run.meets)
            && general(at.wrapping_sub(1))
            && general(next)
            && self.place_head(next).is_none()
            && self.hit(next, self.classes.title).is_none()
        {
            return Some(at.saturating_add(2));
        }
        if let Some(hit) = self.hit(at, self.classes.unit) {
            let last = hit.last as usize;
            // "Perkebunan dan Peternakan" is a topic.
            run.proper = run.proper || self.capital(at) && !run.thing;
            return (self.capital(at) || last > next).then_some(last);
        }
        if self.capital(at) {
            // "Oleh-oleh", "Sayur-mayur"
            if self.sign(next) == b'-' && self.is(next, Shape::GLUED) && self.is(next.saturating_add(1), Shape::GLUED) {
                run.proper = true;
                return Some(at.saturating_add(3));
            }
            let c = &self.classes;
            let blocked = self.hits_at(at).any(|h| {
                h.entry.class == c.relday
                    || h.entry.class == c.preposition && (self.shouting || !run.named && !self.capital(next))
                    || h.entry.class == c.verb && self.shouting
            });
            // "Masjid Raya Sultan Riau Penyengat", but "MTs Negeri 1 Kebumen Anwar"
            let person = |i: usize| self.capital(i) && self.marks(i).has(Mark::NAME);
            if run.located && (person(at) || person(next)) {
                return None;
            }
            if blocked || self.marks(at).has(Mark::COMMON) && self.shouting {
                return None;
            }
            (run.proper, run.named) = (true, true);
            return Some(next);
        }
        let (value, last) = self.value(at, self.classes.place_word)?;
        // "Four Points by Sheraton"
        if value == "joint" {
            return (run.named && self.capital(last)).then_some(last);
        }
        if !matches!(value, "inner" | "holder") {
            return None;
        }
        let setting = matches!(self.folded(at, last).as_str(), "setempat" | "utama");
        run.proper = run.proper || setting;
        (!run.named || setting).then_some(last)
    }

    /// A number in a name: "Gedung Juang 45", "SMP Negeri 3", "Gedung B"; not a day or a count.
    fn place_number(&mut self, at: usize, head: usize, run: &mut Run) -> Option<usize> {
        let next = at.saturating_add(1);
        let month = self.hit(next, self.classes.month).is_some_and(|h| !h.entry.weak);
        let year = self.token(next.saturating_add(1)).is_some_and(crate::text::Token::is_number);
        let counts = self.hit(next, self.classes.counter).is_some() || self.hit(next, self.classes.numeral).is_some();
        if counts || month && (at > head || year) || run.closed {
            return None;
        }
        (run.proper, run.named) = (true, true);
        // "Lapangan 17 Agustus"
        Some(if month { next.saturating_add(1) } else { next })
    }

    /// "Ruang Rapat Wali Kota": the holder of the room.
    fn holder(&mut self, value: &str, at: usize, last: usize, run: &mut Run) -> Option<usize> {
        let holder = matches!(
            crate::mention::title::office::canonical_of(value),
            "Bupati"
                | "Wali Kota"
                | "Gubernur"
                | "Sekda"
                | "Wakil Bupati"
                | "Wakil Wali Kota"
                | "Wakil Gubernur"
                | "Camat"
                | "Ketua DPRD"
                | "Asisten"
                | "Presiden"
                | "Kepala Desa"
                | "Lurah"
        );
        if !holder {
            // "Ruang Rapat Kepala Dinas Pendidikan", "Rumah Dinas Wakil Ketua DPRD"
            let follows = value.rsplit(':').next().unwrap_or_default();
            let room = self.value(at.wrapping_sub(1), self.classes.place_word).is_some_and(|(v, _)| v == "holder");
            if !room || !self.capital(at) || follows == "none" {
                return None;
            }
            run.proper = true;
            return Some(if follows == "unit" { self.unit_end(last) } else { last });
        }
        let level = run.words.level.or_else(|| crate::mention::title::office::level_of_title(value));
        run.words.level = level;
        run.proper = true;
        let name = self.region_name(last, level, true).filter(|_| self.capital(last));
        let Some((candidates, end)) = name else { return Some(last) };
        let candidates = self.of_level(candidates, level);
        run.words.region = Some(crate::mention::RegionWords { candidates, level, name: last, ..crate::mention::RegionWords::default() });
        Some(end)
    }

    /// Words in small letters that say what is made or kept there, with a name behind: "kerajinan rotan" Trangsan.
    fn behind_goods(&self, at: usize) -> Option<usize> {
        let mut next = at;
        while !self.capital(next) {
            if next.saturating_sub(at) >= GAP {
                return None;
            }
            next = self.behind_good(next)?;
        }
        let named = next > at && !self.date_like(next) && self.hit(next, self.classes.title).is_none();
        named.then_some(next)
    }

    /// Behind the nouns and adjectives in small letters that begin at `at`.
    pub(super) fn goods(&self, at: usize) -> usize {
        let mut next = at;
        for _ in 0..GAP {
            let small = !self.capital(next) && self.word(next) != self.classes.words.milik;
            next = if small { self.behind_good(next).unwrap_or(next) } else { next };
        }
        next
    }

    /// Behind a noun or adjective in small letters; of unknown words those that look like no verb.
    fn behind_good(&self, at: usize) -> Option<usize> {
        if !self.token(at).is_some_and(|t| t.is_word() && t.is(Shape::LETTER)) {
            return None;
        }
        if let Some((_, last)) = self.value(at, self.classes.place_word).filter(|(v, _)| *v == "goods") {
            return Some(last);
        }
        let c = &self.classes;
        if self.hits_at(at).any(|h| [c.verb, c.preposition, c.title].contains(&h.entry.class)) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        let verbal = ["meng", "meny", "mem", "men", "ber", "ter", "di"].iter().any(|p| word.starts_with(p)) && word.len() > 6;
        let common = self.value(at, c.common).map(|(v, _)| v).or_else(|| self.lexicon.meanings(self.word(at), c.common).next());
        let noun = common.map_or(!verbal, |v| matches!(v, "noun" | "adjective"));
        noun.then(|| at.saturating_add(1))
    }

    fn date_like(&self, at: usize) -> bool {
        self.hit(at, self.classes.weekday).is_some()
            || self.hit(at, self.classes.month).is_some_and(|h| !h.entry.weak)
                && self.token(at.wrapping_sub(1)).is_some_and(crate::text::Token::is_number)
    }
}
