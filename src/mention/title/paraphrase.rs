//! Paraphrases of an office: "orang nomor satu di Kotim", "orang nomor dua di jajaran Pemkot Sukabumi".

use crate::kinds::Level;
use crate::mention::{Mention, OfficeWords, OfficialWords, Reader, What};

impl Reader<'_> {
    /// The head of a region, or the head's deputy, named by rank and region.
    pub(crate) fn paraphrase(&mut self, at: usize) -> Option<Mention> {
        let (deputy, mut next) = self.plays(at, "first").map(|l| (false, l)).or_else(|| self.plays(at, "second").map(|l| (true, l)))?;
        if self.word(next) == self.classes.words.di {
            next = next.saturating_add(1);
        }
        while let Some(behind) = self.plays(next, "within").or_else(|| self.plays(next, "many")) {
            next = behind;
        }
        let body = self.hit(next, self.classes.body).map(|h| h.last as usize);
        let police = body.filter(|_| self.reads(next, &["polda", "polres", "polresta"]));
        let (region, last) = self.region_of_body(police.unwrap_or(next)).filter(|(r, _)| !r.candidates.is_empty())?;
        let level = region.level.or_else(|| region.candidates.first().map(|r| self.lexicon.gazetteer.level(*r)))?;
        let canonical = match (police.is_some(), level, deputy) {
            (true, Level::Provinsi, false) => "Kapolda",
            (true, _, false) => "Kapolres",
            (true, Level::Provinsi, true) => "Wakapolda",
            (true, _, true) => "Wakapolres",
            (false, Level::Provinsi, false) => "Gubernur",
            (false, Level::Provinsi, true) => "Wakil Gubernur",
            (false, Level::Kota, false) => "Wali Kota",
            (false, Level::Kota, true) => "Wakil Wali Kota",
            (false, _, false) => "Bupati",
            (false, _, true) => "Wakil Bupati",
        };
        let office = OfficeWords { first: at, last, head: (at, last), canonical: canonical.to_owned(), ..OfficeWords::default() };
        let mut words = OfficialWords { office: Some(office), region: Some(region), ..OfficialWords::default() };
        // "Orang nomor satu di Sragen itu, Fulan Wijaya"
        let comma = last.saturating_add(usize::from(self.reads(last, &["itu", "tersebut", "ini"])));
        let named = if self.sign(comma) == b',' { self.name_behind(comma, &words) } else { None };
        let last = named.as_ref().map_or(last, |(_, end)| *end);
        words.name = named.map(|(name, _)| name);
        Some(Mention { first: at, last, what: What::Official(Box::new(words)) })
    }
}
