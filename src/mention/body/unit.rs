//! Units: which of its kind an office of the centre or a branch is, by class ("Kelas I A") or by the provinces it works in.

use crate::Level;
use crate::lexicon::RegionId;
use crate::mention::Reader;

/// The words of a unit right before the provinces it works in.
const UNITS: [&str; 11] = ["cukai", "distribusi", "djkn", "djp", "pembangkitan", "perwakilan", "regional", "uid", "uip", "uiw", "wilayah"];

impl Reader<'_> {
    /// Behind the letter of "Kelas I A", "Kelas II B".
    pub(super) fn behind_class(&self, at: usize) -> usize {
        let letter = self.reads(at, &["a", "b"]) && self.capital(at) && self.sign(at.saturating_add(1)) != b'.';
        at.saturating_add(usize::from(letter))
    }

    /// "PLN Unit Induk Distribusi Jawa Tengah dan DI Yogyakarta", "BPJS Wilayah Papua, Papua Barat dan Maluku": behind the other
    /// provinces of a unit that works in several; `last` is behind the first.
    pub(super) fn behind_provinces(&mut self, at: usize, last: usize) -> usize {
        let Some(first) = (at.saturating_add(1)..last).find(|first| self.province_to(*first) == Some(last)) else { return last };
        let numbered = usize::from(self.is_ordinal(first.saturating_sub(1)));
        // "Wilayah Papua" is one of the names of a region.
        if !self.reads(first, &UNITS) && !self.reads(first.saturating_sub(1).saturating_sub(numbered), &UNITS) {
            return last;
        }
        let (mut next, mut end) = (last, last);
        loop {
            let and = self.reads(next, &["dan", "serta", "maupun"]);
            let comma = self.sign(next) == b',';
            let Some(behind) = (and || comma).then(|| self.province_to(next.saturating_add(1))).flatten() else { return end };
            next = behind;
            if and {
                end = behind;
            }
        }
    }

    /// Behind the bare name of a province that begins at a token.
    fn province_to(&mut self, at: usize) -> Option<usize> {
        if !self.capital(at) || self.reads(at, &["provinsi", "pemprov", "pemerintah"]) {
            return None;
        }
        let (words, last) = self.region_of_body(at)?;
        let gazetteer = &self.lexicon.gazetteer;
        let province = |r: &RegionId| gazetteer.level(*r) == Level::Provinsi;
        words.candidates.iter().any(province).then_some(last)
    }
}
