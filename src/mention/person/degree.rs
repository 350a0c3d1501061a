//! Degrees behind a name.

use crate::mention::Reader;
use crate::text::{Mark, Shape, WordId, letters};

impl Reader<'_> {
    /// A degree of several parts: "S.Pd".
    pub(super) fn dotted_degree(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        self.sign(next) == b'.' && self.is(next, Shape::GLUED) && self.hit(at, self.classes.degree).is_some_and(|h| h.last as usize > next)
    }

    /// "Yohanes S.M. Widodo": behind the letters with full stops at `at`, which are spelt like a degree, goes the name on.
    pub(super) fn inner_initials(&self, at: usize) -> Option<usize> {
        if !self.dotted_degree(at) || self.shouting {
            return None;
        }
        let last = self.degree_end(at);
        let (stop, next) = (last, last.saturating_add(1));
        let letters = (at..last).all(|i| self.sign(i) == b'.' || self.capital(i) && self.words_of(i, i.saturating_add(1)).len() == 1);
        let stopped = self.sign(stop) == b'.' && self.is(stop, Shape::GLUED) && !self.is(next, Shape::GLUED);
        let named = self.capital(next) && self.marks(next).has(Mark::NAME) && !self.blocked(next) && !self.is_degree(next);
        (letters && stopped && named).then_some(next)
    }

    /// The degree at `at`: written as one (capitals or full stops), not an ordinary word.
    pub(crate) fn is_degree(&self, at: usize) -> bool {
        let Some(hit) = self.hit(at, self.classes.degree) else { return false };
        if hit.entry.weak && self.initials_of_officer(at) {
            return false;
        }
        let last = hit.last as usize;
        let dotted = last > at.saturating_add(1);
        dotted
            || self.is(at, Shape::ALL_CAPS)
            || self.words_of(at, last).chars().filter(|c| c.is_uppercase()).count() >= 2
            || self.capital(at) && self.sign(at.wrapping_sub(1)) == b','
            || self.capital(at)
                && !hit.entry.weak
                && !self.marks(at).has(Mark::NAME)
                && !self.marks(at).has(Mark::WEAK_NAME)
                && !self.marks(at).has(Mark::COMMON)
                && !self.shortens_name(at)
                && letters(self.words_of(at, last)) <= 4
    }

    /// "Riza St. Bagindo": a title of the Minang inside a name, not the degree that is spelt so.
    fn shortens_name(&self, at: usize) -> bool {
        let (stop, next) = (at.saturating_add(1), at.saturating_add(2));
        let named =
            self.capital(next) && !self.is(next, Shape::GLUED) && (self.marks(next).has(Mark::NAME) || self.word(next) == WordId::UNKNOWN);
        self.marks(at).has(Mark::ABBREVIATION) && self.sign(stop) == b'.' && self.is(stop, Shape::GLUED) && named
    }

    /// "Mayjen TNI Iskandar MS": right behind the one name of an officer stand initials.
    fn initials_of_officer(&self, at: usize) -> bool {
        let rank = |b| {
            self.hits_before(b, self.classes.honorific).any(|h| matches!(self.lexicon.value_name(h.entry.value), "military" | "police"))
        };
        self.is(at, Shape::ALL_CAPS) && at.checked_sub(1).is_some_and(|b| self.is(b, Shape::LETTER) && rank(b))
    }

    /// The end of the degree at `at`: the longest, but "SP. M.M" is two, for "M.M" goes on without a blank.
    fn degree_end(&self, at: usize) -> usize {
        let mut ends = self.hits_at(at).filter(|h| h.entry.class == self.classes.degree).map(|h| h.last as usize);
        let longest = ends.next().unwrap_or(at);
        let torn = self.sign(longest) == b'.'
            && self.is(longest, Shape::GLUED)
            && self.is(longest.saturating_add(1), Shape::GLUED)
            && self.capital(longest.saturating_add(1));
        let blank = (at.saturating_add(1)..longest).any(|i| !self.is(i, Shape::GLUED));
        if torn && blank { ends.next().unwrap_or(longest) } else { longest }
    }

    /// "Fulan Wijaya KSP, SE, SH": short capitals right before a degree are one too, which no table knows.
    fn before_degree(&self, at: usize) -> bool {
        let behind = at.saturating_add(1);
        let behind = behind.saturating_add(usize::from(self.sign(behind) == b','));
        let short = || (2..=5).contains(&self.words_of(at, at.saturating_add(1)).len());
        self.is(at, Shape::ALL_CAPS) && !self.shouting && short() && self.is_degree(behind)
    }

    /// Degrees behind a name; the position behind them.
    pub(crate) fn degrees(&self, at: usize, found: &mut Vec<(usize, usize)>) -> usize {
        let mut behind = at;
        while found.len() < 12 {
            let mut next = behind;
            while matches!(self.sign(next), b',' | b'.' | b'/') && next.saturating_sub(behind) < 2 {
                next = next.saturating_add(1);
            }
            let known = self.is_degree(next);
            if !known && !self.before_degree(next) {
                break;
            }
            let last = if known { self.degree_end(next) } else { next.saturating_add(1) };
            found.push((next, last));
            behind = last;
            // The full stop of "M.Si. dan": it is the degree's own unless it ends the sentence.
            if self.sign(behind) == b'.' && self.is(behind, Shape::GLUED) && behind.saturating_add(1) < self.limit {
                behind = behind.saturating_add(1);
            }
        }
        behind
    }
}
