//! Support: when a name that may be an ordinary word or part of another name counts as a region.

use crate::kinds::Level;
use crate::lexicon::{ClassId, Hit, RegionId};
use crate::mention::Reader;
use crate::text::{Mark, Shape};

/// Most tokens of a phrase that stands before a name.
const BEFORE: usize = 4;

impl Reader<'_> {
    /// The hits of a class that end right before `at`.
    pub(crate) fn hits_before(&self, at: usize, class: ClassId) -> impl Iterator<Item = &Hit> {
        let set = crate::lexicon::ClassSet::of(class);
        let from = if self.hits.any().meets(set) { at.saturating_sub(BEFORE) } else { at };
        (from..at)
            .filter(move |i| self.hits.classes(*i).meets(set))
            .flat_map(|i| self.hits.at(i))
            .filter(move |h| h.entry.class == class && h.last as usize == at)
    }

    /// A capitalised word that begins no phrase of these classes.
    pub(crate) fn is_free_capital(&self, at: usize, others: &[ClassId]) -> bool {
        let free = |class: &ClassId| !self.hits.classes(at).holds(*class);
        self.capital(at) && self.is(at, crate::text::Shape::LETTER) && others.iter().all(free)
    }

    /// The words around `first..last` make it part of another name: "Jalan Bandung", "Selat Bali", "Lampung Post".
    pub(crate) fn is_namesake(&self, first: usize, last: usize) -> bool {
        let class = self.classes.namesake;
        if !self.hits.any().holds(class) {
            return false;
        }
        let told = |h: &Hit, value: &str| self.lexicon.value_name(h.entry.value) == value;
        self.hits_before(first, class).any(|h| told(h, "before") && self.capital(h.first as usize))
            || self.hits_at(last).any(|h| h.entry.class == class && told(h, "behind"))
            || self.hits_at(first).any(|h| h.entry.class == class && told(h, "whole") && h.last as usize > last)
    }

    /// End of a phrase at `at` that holds a region's or a person's name and is neither.
    pub(crate) fn namesake(&self, at: usize) -> Option<usize> {
        if let Some(hit) = self.hit(at, self.classes.namesake).filter(|h| !h.entry.weak) {
            if self.lexicon.value_name(hit.entry.value) == "whole" {
                return Some(hit.last as usize);
            }
        }
        // "KRI Banda Aceh": nor is Aceh read.
        let region = self.hit(at, self.classes.region).filter(|h| !h.entry.weak && h.last as usize > at.saturating_add(1))?;
        self.is_namesake(at, region.last as usize).then_some(region.last as usize)
    }

    /// A bare name counts: it is no ordinary word, or its place in the sentence or the article tells that it is meant.
    pub(super) fn stands_alone(&self, hit: &Hit, region: RegionId) -> bool {
        let (first, last) = (hit.first as usize, hit.last as usize);
        let known = self.strong.contains(&region);
        if hit.entry.weak {
            let one_word = last == first.saturating_add(1);
            // "data SIAK": in capitals amid small letters it is an abbreviation, not the name.
            let shouted = one_word && self.is(first, Shape::ALL_CAPS) && !self.shouting && self.is_official_name(hit, region);
            return !shouted && (known || self.located(first, last) || self.in_row(first, last));
        }
        known || !self.starts_sentence(first) || self.hit(first, self.classes.homonym).is_none_or(|h| h.last != hit.last) || {
            // A homonym at the start of a sentence: "Medan, Kompas", "Padang -", but not "Medan yang terjal".
            matches!(self.sign(last), b',' | b'(' | b'-' | b':') || last >= self.limit
        }
    }

    fn is_official_name(&self, hit: &Hit, region: RegionId) -> bool {
        let written = self.folded(hit.first as usize, hit.last as usize);
        written == self.lexicon.gazetteer.short_name(region).to_lowercase()
    }

    /// Behind a word that takes a place ("di Palu", "warga Batu"), and the name does not go on ("di Batu Hijau").
    pub(crate) fn located(&self, first: usize, last: usize) -> bool {
        let place = |value| self.lexicon.value_name(value) != "epithet";
        let behind = self.hits_before(first, self.classes.locative).any(|h| h.last == h.first.saturating_add(1) && place(h.entry.value));
        let ordinary = last.checked_sub(1).is_some_and(|l| self.marks(l).has(Mark::COMMON));
        let untold = || !self.marks(last).has(Mark::COMMON) && self.hits_at(last).next().is_none();
        let goes_on = self.capital(last) && untold() || self.is(last, Shape::DIGIT);
        // "di Stasiun Balapan, Solo, menjelang magrib"
        let apposed = first.checked_sub(1).is_some_and(|b| self.sign(b) == b',') && matches!(self.sign(last), b',' | b'(');
        (behind || apposed) && !ordinary && !goes_on && !self.shouting
    }

    /// "Dompu, Bima, Sumbawa", "Kudus, Demak dan Pati": a row of regions, two of them beside it, one by a name that is no ordinary word.
    pub(crate) fn in_row(&self, first: usize, last: usize) -> bool {
        let and = |at: usize| self.reads(at, &["dan", "serta"]);
        let region = |h: &Hit| h.entry.class == self.classes.region && self.capital(h.first as usize);
        // Where the item before, or behind, this one begins or ends.
        let before = |at: usize| {
            let end = at.checked_sub(1).filter(|b| and(*b)).unwrap_or(at);
            let end = end.checked_sub(1).filter(|b| self.sign(*b) == b',').unwrap_or(end);
            let hit = self.hits_before(end, self.classes.region).find(|h| region(h)).filter(|_| end < at)?;
            Some((hit.first as usize, hit.entry.weak))
        };
        let behind = |at: usize| {
            let start = if self.sign(at) == b',' { at.saturating_add(1) } else { at };
            let start = if and(start) { start.saturating_add(1) } else { start };
            let hit = self.hits_at(start).find(|h| region(h)).filter(|_| start > at)?;
            Some((hit.last as usize, hit.entry.weak))
        };
        let (left, right) = (before(first), behind(last));
        let beside = [left, left.and_then(|l| before(l.0)), right, right.and_then(|r| behind(r.0))];
        beside.iter().flatten().count() >= 2 && beside.iter().flatten().any(|b| !b.1)
    }

    /// Regions that the article names by a strong phrase, or by a weak one with a level word, government or title before it.
    pub(crate) fn strong_regions(&mut self) -> Vec<RegionId> {
        self.limit = self.tokens.len();
        let mut strong: Vec<RegionId> = Vec::new();
        for hit in self.hits.of_class(self.classes.region, 0, self.tokens.len()) {
            let Some(region) = self.lexicon.gazetteer.by_value(hit.entry.value) else { continue };
            let first = hit.first as usize;
            if !self.capital(first) || strong.contains(&region) {
                continue;
            }
            let level = self.lexicon.gazetteer.level(region);
            let named = !hit.entry.weak && hit.last > hit.first.saturating_add(1) && !self.is_namesake(first, hit.last as usize);
            if named || self.supported_by_words_before(first, level) {
                strong.push(region);
            }
        }
        strong
    }

    /// "Kota", "Pemkab", "Bupati" ... of the region's own level stands right before `at`.
    fn supported_by_words_before(&self, at: usize, level: Level) -> bool {
        let of_level = |h: &Hit| self.lexicon.value_name(h.entry.value) == level.as_str();
        let governs = |h: &Hit| crate::mention::title::office::level_of_title(self.lexicon.value_name(h.entry.value)) == Some(level);
        self.hits_before(at, self.classes.level).any(of_level)
            || self.hits_before(at, self.classes.government).any(of_level)
            || self.hits_before(at, self.classes.title).any(governs)
    }
}
