//! Kecamatan: "Kecamatan Kertek, Kabupaten Wonosobo", "Distrik Misool Selatan", "Kemantren Kraton".
//!
//! Many kecamatan share a name. The kabupaten or kota in apposition decides, else the one that the article speaks of.

use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{Candidates, Mention, PlaceWords, Reader, RegionWords, What};

impl<'a> Reader<'a> {
    /// The kecamatan at `at`, behind its word.
    pub(crate) fn district(&mut self, at: usize) -> Option<Mention> {
        let (value, mut next) = self.value(at, self.classes.level)?;
        if value.parse() != Ok(Level::Kecamatan) {
            return None;
        }
        if self.sign(next) == b'.' {
            next = next.saturating_add(1);
        }
        let (named, last) = if self.capital(next) { self.districts_at(next)? } else { return None };
        let mut districts: Candidates = named.into();
        let region = self.around(last);
        if let Some(region) = &region {
            let inside: Candidates =
                districts.iter().copied().filter(|d| region.candidates.contains(&self.lexicon.gazetteer.parent(*d))).collect();
            if !inside.is_empty() {
                districts = inside;
            }
        }
        let words = PlaceWords { districts, region, ..PlaceWords::default() };
        Some(Mention { first: at, last, what: What::Place(Box::new(words)) })
    }

    /// The kecamatan whose name is the longest at `at`, and its end.
    pub(crate) fn districts_at(&self, at: usize) -> Option<(&'a [RegionId], usize)> {
        let longest = self.limit.min(at.saturating_add(self.lexicon.gazetteer.longest_district()));
        (at.saturating_add(1)..=longest).rev().map(|last| (self.districts_of(at, last), last)).find(|(named, _)| !named.is_empty())
    }

    /// The kecamatan whose name is `first..last`.
    pub(super) fn districts_of(&self, first: usize, last: usize) -> &'a [RegionId] {
        self.lexicon.gazetteer.districts_named(self.words_of(first, last))
    }

    /// The kabupaten or kota in apposition at `at`: ", Kabupaten Wonosobo", "Kota Madiun", "(Kotim)".
    fn around(&mut self, at: usize) -> Option<RegionWords> {
        let apposed = matches!(self.sign(at), b',' | b'(');
        let next = if apposed { at.saturating_add(1) } else { at };
        if !apposed && self.level_words(next).2 == next {
            return None;
        }
        let read = if apposed { self.region_of_body(next) } else { self.region(next) };
        read.map(|(region, _)| region).filter(|r| !r.candidates.is_empty())
    }
}
