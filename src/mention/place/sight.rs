//! Sights: what a delegation looks at. A place in small letters is told apart by where it lies ("gudang gabah di Kecamatan X",
//! "kebun kopi milik Koperasi Y"), a place whose head no table knows by the word of touring before it ("meninjau Istano Basa X").

use super::part::Run;
use crate::lexicon::{ClassSet, Hit};
use crate::mention::{Mention, Reader, What};
use crate::text::{Mark, Shape};

/// Most words of a name that tells where a place lies.
const NAME: usize = 3;

/// Fewest and most words of a sight whose head no table knows.
const SIGHT: (usize, usize) = (2, 6);

impl Reader<'_> {
    /// Behind the words that tell where a place lies, as far as a kecamatan, and whose it is before them; `at` where there are
    /// none.
    pub(super) fn behind_location(&mut self, at: usize) -> usize {
        let next = at.saturating_add(1);
        let owned = self.word(at) == self.classes.words.milik && self.capital(next);
        let owner = if owned { self.body(next).map(|(_, last)| last) } else { None };
        let lies = owner.unwrap_or(at);
        if self.word(lies) != self.classes.words.di {
            return at;
        }
        let next = lies.saturating_add(1);
        let Some(mut last) = self.village(next).or_else(|| self.spot(next)) else { return at };
        while self.sign(last) == b',' {
            let Some(larger) = self.village(last.saturating_add(1)) else { break };
            last = larger;
        }
        last
    }

    /// Behind "Desa X", "Kelurahan Y", "Kecamatan Z".
    fn village(&self, at: usize) -> Option<usize> {
        let (_, name) = self.value(at, self.classes.level).filter(|(level, _)| matches!(*level, "desa" | "kecamatan"))?;
        let last = (name..name.saturating_add(NAME)).take_while(|i| self.names_a_spot(*i)).last()?;
        Some(last.saturating_add(1))
    }

    /// Behind the name of a spot that is no kabupaten, kota or province.
    fn spot(&mut self, at: usize) -> Option<usize> {
        if let Some(head) = self.place_head(at).filter(|_| self.capital(at)) {
            return Some(self.place_end(head.last, &mut Run::default()));
        }
        if self.hit(at, self.classes.region).is_some() || self.hit(at, self.classes.level).is_some() {
            return None;
        }
        let last = (at..at.saturating_add(NAME)).take_while(|i| self.names_a_spot(*i)).last()?;
        Some(last.saturating_add(1))
    }

    /// A capitalised word that begins nothing but a name.
    fn names_a_spot(&self, at: usize) -> bool {
        let c = &self.classes;
        let times = [c.weekday, c.month];
        let others = [c.title, c.acting, c.minister, c.government, c.council, c.committee, c.honorific, c.body, c.foreign];
        self.is_free_capital(at, &times) && self.is_free_capital(at, &others)
    }

    /// The place at `at` that a word of touring right before it says is looked at: "meninjau Istano Basa X", "mampir ke TPR Y".
    pub(crate) fn sight(&mut self, at: usize) -> Option<Mention> {
        // It has two words or more.
        if self.shouting || !self.capital(at.saturating_add(1)) || !self.behind_tour(at) {
            return None;
        }
        let c = &self.classes;
        let area = ClassSet::of(c.region).with(c.level);
        let last = (at..at.saturating_add(SIGHT.1)).take_while(|i| self.names_a_spot(*i)).last()?.saturating_add(1);
        let general = |i: usize| self.hits.classes(i).meets(area) || self.marks(i).has(Mark::UNIT);
        let weak = self.marks(at).has(Mark::WEAK_NAME);
        let person = weak || self.marks(at).has(Mark::NAME) || self.marks(at.saturating_add(1)).has(Mark::NAME);
        // Another name, a number or the rest of a word goes on with it: it is cut in its midst.
        let cut =
            self.capital(last) || self.is(last, Shape::DIGIT) || self.sign(last) != 0 && self.is(last.saturating_add(1), Shape::GLUED);
        if last.saturating_sub(at) < SIGHT.0 || cut || (at..last).any(general) || person {
            return None;
        }
        let last = self.behind_location(last);
        Some(Mention { first: at, last, what: What::Place(Box::default()) })
    }

    /// "meninjau", "singgah di" end right before `at`; not "mengunjungi" or "berkunjung ke", for one visits parties too.
    fn behind_tour(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return false };
        let w = &self.classes.words;
        let thither = [w.ke, w.di].contains(&self.word(before));
        let end = if thither { before } else { at };
        let visits = |h: &Hit| self.lexicon.value_name(h.entry.value).starts_with("visit");
        let toured = self.hits_before(end, self.classes.tour).any(|h| match self.lexicon.value_name(h.entry.value) {
            "verb" => true,
            "noun" | "stop" => thither,
            _ => false,
        });
        toured && !self.hits_before(end, self.classes.verb).any(visits)
    }
}
