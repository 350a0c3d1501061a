//! Venues and sites: "Ruang Rapat Wali Kota", "lantai 4 Gedung Serbaguna Pemkot", "Aston Banua Hotel", "gudang Bulog Laende".
//!
//! Here stand the heads of places, what may stand before them, and the sort that the words around them tell. How far a place
//! goes behind its head is told by `place_part`.

use super::part::Run;
use crate::lexicon::ClassSet;
use crate::mention::{Mention, Reader, What};
use crate::text::{Mark, Shape, WordId, letters};

/// Most words of a name before its head: "Grand City" Convention Hall.
const BEFORE: usize = 5;

/// How far back a verb may stand that says the place is looked at, in tokens.
const BACK: usize = 10;

/// Longest weak head that counts in capitals only, in bytes.
const SHORT: usize = 4;

/// The head of a place, as the tables tell it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Head<'a> {
    pub(crate) sort: &'a str,
    pub(super) mark: &'a str,
    /// Behind its last token.
    pub(crate) last: usize,
}

impl<'a> Head<'a> {
    fn new((value, last): (&'a str, usize)) -> Head<'a> {
        let (sort, mark) = value.split_once(':').unwrap_or((value, ""));
        Head { sort, mark, last }
    }

    /// One may meet there.
    pub(crate) fn meets(self) -> bool {
        matches!(self.sort, "venue" | "both")
    }
}

impl<'a> Reader<'a> {
    /// The place at `at`.
    pub(crate) fn place(&mut self, at: usize) -> Option<Mention> {
        let head = self.place_head(at)?;
        if head.sort == "none" || !self.bears_capitals(at, head) || self.is_body(at, head) {
            return None;
        }
        // "kader posyandu Yu'minah Soleh": a person who works there, unless one goes there.
        let name = |i: usize| self.capital(i) && self.marks(i).has(Mark::NAME);
        let initial = self.token(head.last).is_some_and(|t| t.letters == 1);
        let unknown = initial || self.word(head.last) == crate::text::WordId::UNKNOWN;
        let person = name(head.last)
            || unknown && name(head.last.saturating_add(1))
            || self.hit(head.last, self.classes.honorific).is_some_and(|h| !h.entry.weak);
        if !self.capital(at) && person && self.capital(head.last) && !self.behind_place_word(at) && !self.toured(at) {
            return None;
        }
        let mut run = Run { capital: self.capital(at), thing: head.mark == "thing", meets: head.meets(), ..Run::default() };
        let start = if head.mark == "floor" {
            run.proper = true;
            let floor = self.floor(at)?;
            // "lantai 5" alone is no place: its building follows.
            self.place_head(floor).filter(|h| h.meets())?;
            floor
        } else {
            self.office_of_body(at, head, &mut run).unwrap_or(head.last)
        };
        let venue = self.is_venue(at, head.sort);
        let mut last = self.place_end(start, &mut run);
        if !venue && !run.closed && self.toured(at) {
            let goods = if run.thing && last == head.last { self.goods(last) } else { last };
            let behind = self.behind_location(goods);
            if behind > goods {
                (last, run.proper, run.general) = (behind, true, false);
            }
        }
        let whole = self.is_whole(at, head);
        if !whole && (last == head.last || !run.proper) {
            return None;
        }
        if run.general && !head.meets() && head.last == at.saturating_add(1) {
            return None;
        }
        let mut words = run.words;
        words.venue = venue;
        if words.region.is_none() && words.body.is_none() {
            words.region = self.region_around(head.last, last);
        }
        if head.mark == "nature" {
            words.region = None;
        }
        Some(Mention { first: at, last, what: What::Place(Box::new(words)) })
    }

    /// A place whose name stands before its head: "Grand City Convention Hall lantai 3", "VVIP Room Bandara Mopah".
    pub(crate) fn tailed_place(&mut self, at: usize) -> Option<Mention> {
        let head = self.tail(at)?;
        let mut run = Run { meets: head.meets(), capital: true, proper: true, named: true, ..Run::default() };
        let last = self.place_end(head.last, &mut run);
        let mut words = run.words;
        words.venue = self.is_venue(at, head.sort);
        Some(Mention { first: at, last, what: What::Place(Box::new(words)) })
    }

    /// The head at the end of the name that begins at `at`.
    pub(crate) fn tail(&self, at: usize) -> Option<Head<'a>> {
        let glue = |i: usize| i > at && matches!(self.sign(i), b'-' | b'&' | b'\'');
        let tails = ClassSet::of(self.classes.place_tail);
        if !self.hits.any().meets(tails) {
            return None;
        }
        // Few names have such a head, so it is looked for before the name is read.
        let head = (at.saturating_add(1)..=at.saturating_add(BEFORE))
            .take_while(|i| self.capital(*i) || glue(*i))
            .find(|i| self.hits.classes(*i).meets(tails) && self.capital(*i))?;
        if self.shouting || self.marks(at).has(Mark::COMMON) && !self.behind_place_word(at) {
            return None;
        }
        let named = (at..head).all(|i| glue(i) || self.names_a_place(i));
        self.value(head, self.classes.place_tail).filter(|_| named).map(Head::new)
    }

    /// A capitalised word that begins nothing but a name.
    fn names_a_place(&self, at: usize) -> bool {
        let c = &self.classes;
        let times = [c.weekday, c.month, c.relday];
        let others = [c.title, c.acting, c.minister, c.verb, c.preposition, c.government, c.council, c.committee, c.level];
        self.is_free_capital(at, &times) && self.is_free_capital(at, &others)
    }

    /// The head of a place at `at`.
    pub(crate) fn place_head(&self, at: usize) -> Option<Head<'a>> {
        let hit = self.hit(at, self.classes.place)?;
        let last = hit.last as usize;
        // "MAN 1 Kudus", but "Dendi Man Tarmizi"
        let short = hit.entry.weak && letters(self.words_of(at, last)) <= SHORT;
        (!short || self.is(at, Shape::ALL_CAPS)).then(|| Head::new((self.lexicon.value_name(hit.entry.value), last)))
    }

    /// The head alone is a place: "ruang kerjanya", "Balai Kota", "Ruang Banmus".
    pub(super) fn is_whole(&self, at: usize, head: Head<'_>) -> bool {
        head.mark == "own" || head.mark == "whole" && self.capital(at) && self.capital(head.last.saturating_sub(1))
    }

    /// The capitals that a head of its mark asks for.
    fn bears_capitals(&self, at: usize, head: Head<'_>) -> bool {
        match head.mark {
            "named" | "nature" => self.capital(at) || self.capital(head.last),
            "capital" => self.capital(at) && !self.shouting,
            _ => true,
        }
    }

    /// "Kantor Kesbangpol Takalar", "Balai Bahasa Provinsi X", "Taman Nasional X": a body or region, unless one goes there.
    fn is_body(&mut self, at: usize, head: Head<'_>) -> bool {
        let c = &self.classes;
        let (bodies, others) = ([c.body, c.agency], [c.government, c.title]);
        if self.hits_at(at).any(|h| h.last as usize > head.last && others.contains(&h.entry.class))
            || self.region_name(at, None, false).is_some_and(|(_, last)| last > head.last)
        {
            return true;
        }
        let longer = self.hits_at(at).any(|h| h.last as usize > head.last && bodies.contains(&h.entry.class));
        let single = head.last == at.saturating_add(1);
        let unit = single && self.capital(at) && self.hit(head.last, c.unit).is_some();
        let reads = |word: &str| single && self.reads(at, &[word]);
        if reads("kantor") {
            let office = unit && self.hits_at(head.last).any(|h| bodies.contains(&h.entry.class));
            return (longer || office) && !self.behind_place_word(at);
        }
        if reads("taman") {
            return longer && !self.behind_place_word(at) && !self.toured(at);
        }
        if reads("balai") {
            return longer || (unit || self.capital(at) && self.is_great(head.last)) && !self.behind_place_word(at);
        }
        // "kerja sama dengan RSUD X", "warga binaan Lapas X": who acts, unless one goes there or looks at it.
        let acts = self.hits_at(at).any(|h| bodies.contains(&h.entry.class) && h.last as usize == head.last);
        longer || acts && !self.behind_place_word(at) && !self.toured(at)
    }

    /// "Balai Besar", "Balai Pelestarian": a unit of a ministry.
    fn is_great(&self, at: usize) -> bool {
        self.marks(at).has(Mark::UNIT) || self.reads(at, &["besar"])
    }

    /// "di Kantor BPS Kabupaten X": the office of the body that its words name; the position behind it.
    fn office_of_body(&mut self, at: usize, head: Head<'_>, run: &mut Run) -> Option<usize> {
        let longer =
            |h: &crate::lexicon::Hit| h.last as usize > head.last && [self.classes.body, self.classes.agency].contains(&h.entry.class);
        if !self.hits_at(at).any(longer) {
            return None;
        }
        let (body, last) = self.body(at).filter(|(b, _)| b.sort != crate::mention::BodySort::Foreign)?;
        run.take_body(body, at, last);
        run.proper = run.proper || (at.saturating_add(1)..last).any(|i| self.capital(i));
        Some(last)
    }

    /// A preposition that tells where or whither stands before it.
    pub(super) fn behind_place_word(&self, at: usize) -> bool {
        let w = &self.classes.words;
        at.checked_sub(1).and_then(|b| self.token(b)).is_some_and(|t| t.is_word() && [w.di, w.ke, w.dari, w.menuju].contains(&t.word))
    }

    /// One meets there; what is `both` is a site behind a verb of touring.
    fn is_venue(&self, at: usize, sort: &str) -> bool {
        match sort {
            "both" => !self.toured(at),
            _ => sort == "venue",
        }
    }

    /// The nearest telling word before `at` says that the place is looked at.
    fn toured(&self, at: usize) -> bool {
        let w = &self.classes.words;
        let before = at.checked_sub(1).map_or(WordId::UNKNOWN, |b| self.word(b));
        for back in (at.saturating_sub(BACK)..at).rev() {
            match self.sign(back) {
                b'.' if !self.is(back, Shape::GLUED) => return false,
                b';' | b'"' => return false,
                _ => {}
            }
            if let Some((value, last)) = self.value(back, self.classes.tour) {
                match value {
                    _ if last > at => {}
                    "hold" => return false,
                    "journey" => return before == w.ke,
                    "stop" => return [w.ke, w.di].contains(&before),
                    _ => return true,
                }
            }
        }
        false
    }

    /// The region a place lies in: that of its kecamatan, or the one in apposition behind it ("Kecamatan X, Kabupaten Y").
    fn region_around(&mut self, head: usize, last: usize) -> Option<crate::mention::RegionWords> {
        if self.sign(last) == b',' {
            if let Some((region, _)) = self.region(last.saturating_add(1)).filter(|(r, _)| !r.candidates.is_empty() && r.level.is_some()) {
                return Some(region);
            }
        }
        let parents: Vec<_> = (head.saturating_sub(1)..last)
            .filter(|i| self.named_district(*i))
            .filter_map(|i| self.districts_at(i).filter(|(_, end)| *end <= last))
            .flat_map(|(named, _)| named.iter().map(|d| self.lexicon.gazetteer.parent(*d)))
            .collect();
        let known = parents.iter().copied().find(|r| self.strong.contains(r)).or(match parents.as_slice() {
            [one] => Some(*one),
            _ => None,
        })?;
        Some(crate::mention::RegionWords { candidates: smallvec::smallvec![known], name: last, ..crate::mention::RegionWords::default() })
    }

    /// A word for kecamatan stands before the name.
    fn named_district(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|b| self.value(b, self.classes.level)).is_some_and(|(v, _)| v == "kecamatan")
    }
}
