//! Kecamatan: "Kecamatan Kertek, Kabupaten Wonosobo", "Distrik Misool Selatan", "Kemantren Kraton".
//!
//! Many kecamatan share a name. The kabupaten or kota in apposition decides, else the one that the article speaks of.

use super::{Candidates, Mention, PlaceWords, Reader, RegionWords, What};
use crate::kinds::Level;

impl Reader<'_> {
    /// The kecamatan at `at`, behind its word.
    pub(super) fn district(&mut self, at: usize) -> Option<Mention> {
        let (value, mut next) = self.value(at, self.classes.level)?;
        if value.parse() != Ok(Level::Kecamatan) {
            return None;
        }
        if self.sign(next) == b'.' {
            next = next.saturating_add(1);
        }
        let hit = self.hit(next, self.classes.district).filter(|_| self.capital(next))?;
        let last = hit.last as usize;
        let gazetteer = &self.lexicon.gazetteer;
        let named = self.hits_at(next).filter(|h| h.entry.class == self.classes.district && h.last == hit.last);
        let mut districts: Candidates = named.filter_map(|h| gazetteer.by_value(h.entry.value)).collect();
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
