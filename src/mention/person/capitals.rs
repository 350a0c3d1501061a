//! Words in capitals: the name that stands in them, and the abbreviation that is spelt like a name.

use super::name::LONGEST;
use crate::mention::Reader;
use crate::text::{Mark, Shape};

impl Reader<'_> {
    /// A word in capitals that stands alone in brackets, or before a name that does not stand in capitals.
    pub(super) fn is_acronym(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let caps = |i: usize| self.is(i, Shape::ALL_CAPS) && self.is(i, Shape::LETTER);
        let bracketed = self.sign(at.wrapping_sub(1)) == b'(' && self.sign(next) == b')';
        let named = self.capital(next) && !caps(next) && self.is(next, Shape::LETTER) && !self.is_degree(next);
        let office = at.checked_sub(1).is_some_and(|b| self.sign(b) == b'.' || self.is(b, Shape::CAPITAL));
        caps(at) && !self.shouting && self.words_of(at, next).len() > 2 && (bracketed || named && !office)
    }

    /// "ANDI BASO MAPPARESSA", "BONG KIM HIONG, S.H.": the name itself stands in capitals. Behind its first word every word in
    /// capitals belongs to it; the first needs a known name word, an office before it, or a degree behind.
    pub(super) fn name_in_capitals(&self, at: usize, index: usize) -> bool {
        let caps = |i: usize| self.is(i, Shape::ALL_CAPS) && self.is(i, Shape::LETTER) && !self.blocked(i);
        if index > 0 {
            let before = if self.sign(at.wrapping_sub(1)) == b'.' { at.wrapping_sub(2) } else { at.wrapping_sub(1) };
            return caps(before);
        }
        let end = (at..at.saturating_add(LONGEST)).find(|i| !caps(*i) || self.is_degree(*i)).unwrap_or(at);
        let known = (at..end).any(|i| self.marks(i).has(Mark::NAME));
        let degree = self.is_degree(end.saturating_add(usize::from(self.sign(end) == b',')));
        let honored = self.sign(at.wrapping_sub(1)) == b'.' || self.hits_before(at, self.classes.honorific).next().is_some();
        let verbal = self.hit(at, self.classes.verb).is_some();
        end > at.saturating_add(1) && (known && (!verbal || honored) || degree)
    }

    /// "OKA PIDADA" in a headline: a word that is no ordinary one behind a word of names.
    pub(super) fn continues_name(&self, at: usize, index: usize) -> bool {
        let marks = self.marks(at);
        index > 0 && !marks.has(Mark::COMMON) && self.marks(at.wrapping_sub(1)).has(Mark::NAME) && !self.blocked(at) && !self.reports(at)
    }
}
