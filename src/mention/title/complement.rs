//! Complements: what stands between a title and the name. "Kota X", "Tata Pemerintahan Setda Pemkot X", "DPRD Provinsi X",
//! "Universitas X", "China untuk Indonesia".

use smallvec::smallvec;

use super::headship::{coined_agency, coined_letters, head_of};
use super::office::{Office, TitleWords};
use crate::kinds::Level;
use crate::mention::{BodySort, BodyWords, OfficialWords, Reader, RegionWords};
use crate::text::{Mark, Shape};

/// What may stand between a title and the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Complement {
    Region,
    Unit,
    Council,
    Org,
    Village,
    Country,
    #[default]
    None,
}

impl Complement {
    pub(crate) fn from_value(value: &str) -> Complement {
        match value {
            "region" => Complement::Region,
            "unit" => Complement::Unit,
            "council" => Complement::Council,
            "org" => Complement::Org,
            "village" => Complement::Village,
            "country" => Complement::Country,
            _ => Complement::None,
        }
    }
}

/// "Setdaprov", "Sekdako": the level that the last syllable of the word tells.
fn level_of_secretariat(word: &str) -> Option<Level> {
    let ends = |tails: &[&str]| tails.iter().any(|t| word.ends_with(t));
    let city = || ends(&["ko", "kot"]).then_some(Level::Kota);
    ends(&["prov", "prop"]).then_some(Level::Provinsi).or_else(|| ends(&["kab"]).then_some(Level::Kabupaten)).or_else(city)
}

impl Reader<'_> {
    pub(crate) fn region_complement(&mut self, at: usize, level: Option<Level>, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Asisten II Setda Kota X", "Kabag Umum Setdakab X", "Bupati Kabupaten X"
        if let Some(hit) = self.hit(next, self.classes.body) {
            if self.lexicon.value_name(hit.entry.value) == "agency" && hit.entry.weak {
                next = hit.last as usize;
            }
        }
        let secretariat = self.plays(next, "secretariat");
        let level = secretariat.and_then(|last| level_of_secretariat(&self.folded(next, last))).or(level);
        next = secretariat.unwrap_or(next);
        if self.level_words(next).2 > next {
            // "Sekretaris Daerah Kota (Sekdako) Payakumbuh"
            let (level, _, behind) = self.level_words(next);
            let name = self.skip_title_bracket(behind);
            if name > behind {
                return self.region_complement(name, level, words);
            }
            let Some((region, last)) = self.region(next) else { return self.complement_abroad(next, words).unwrap_or(next) };
            words.region = Some(region);
            return last;
        }
        match self.region_name(next, level, true) {
            Some((candidates, last)) if self.capital(next) && self.region_before_name(next, last, level, &candidates) => {
                let mismatch = self.none_of_level(&candidates, level);
                let region = RegionWords {
                    candidates: self.of_level(candidates, level),
                    level,
                    government: false,
                    name: next,
                    mismatch,
                    ..RegionWords::default()
                };
                // "Bupati Bintan, Kepulauan Riau"
                let mut probe = next;
                if let Some((_, tail)) = self.region(next) {
                    probe = tail;
                }
                words.region = Some(region);
                last.max(probe)
            }
            // "Gubernur Jeju, Korea Selatan, Wong Hee-ryong"
            _ => match level.and_then(|_| self.seat_abroad(next)) {
                Some(last) => {
                    words.body = Some((BodyWords { sort: BodySort::Foreign, region: None, name_last: last }, next, last));
                    self.behind_country(last)
                }
                None => next.min(self.keep_unless_moved(at, next)),
            },
        }
    }

    /// "Wali Kota Cuenca Marcelo Cabrera": behind the city or state abroad at `at`.
    fn seat_abroad(&mut self, at: usize) -> Option<usize> {
        let city = if self.capital(at) && !self.marks(at).has(Mark::NAME) { self.end_abroad(at) } else { None };
        city.or_else(|| self.state_abroad(at))
    }

    /// "Gubsu", "Wagubri": the region that the title tells itself.
    pub(super) fn region_of_title(&self, title: &TitleWords<'_>) -> Option<RegionWords> {
        let region = self.lexicon.gazetteer.by_code(title.of)?;
        let name = title.last.saturating_sub(1);
        Some(RegionWords {
            candidates: smallvec![region],
            level: Some(self.lexicon.gazetteer.level(region)),
            name,
            ..RegionWords::default()
        })
    }

    /// "Gubernur Provinsi Gangwon": a place abroad that a level word stands before.
    fn complement_abroad(&mut self, at: usize, words: &mut OfficialWords) -> Option<usize> {
        let (body, last) = self.foreign(at)?;
        words.body = Some((body, at, last));
        Some(last)
    }

    /// Where nothing followed a skipped "Setda", it still belongs to the title.
    fn keep_unless_moved(&self, at: usize, next: usize) -> usize {
        if next > at { next } else { at }
    }

    /// A region's name right behind a title is the region unless it is the head of a person's name.
    fn region_before_name(&self, first: usize, last: usize, level: Option<Level>, candidates: &[crate::lexicon::RegionId]) -> bool {
        let fits = level.is_none_or(|l| candidates.iter().any(|c| self.lexicon.gazetteer.level(*c) == l));
        fits || !self.marks(first).has(Mark::NAME) || last > first.saturating_add(1) || candidates.iter().any(|c| self.strong.contains(c))
    }

    /// The unit an office heads, then its government: "Tata Pemerintahan Setda Pemkot Blitar".
    pub(super) fn unit_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Staf Ahli Bupati Bangka Bidang Kemasyarakatan": the title ends with whose staff it is.
        if matches!(office.canonical.as_str(), "Staf Ahli" | "Staf Khusus") {
            if let Some(whose) = self.title(next).filter(|t| t.complement == Complement::Region) {
                next = whose.last;
            }
            next = self.region_complement(next, None, words);
        }
        // "Asisten I, Bidang Pemerintahan": a comma before the field.
        let behind = next.saturating_add(1);
        if self.sign(next) == b',' && office.number.is_some() && self.word(behind) == self.classes.words.bidang && self.capital(behind) {
            next = behind;
        }
        if self.word(next) == self.classes.words.bidang {
            next = next.saturating_add(1);
        }
        // "Kadisdik & Kebudayaan": the contraction holds the first half of the unit.
        if office.head.1 == office.head.0.saturating_add(1) && self.goes_on_with_unit(next) {
            next = next.saturating_add(1);
        }
        // "Staf Khusus Menteri Sosial", "Staf Khusus Presiden": whose staff, no unit.
        let nation = || self.title(next).filter(|t| matches!(t.canonical, "Presiden" | "Wakil Presiden")).map(|t| t.last);
        let staff = office.canonical == "Staf Khusus";
        if let Some(whose) = self.hit(next, self.classes.minister).map(|h| h.last as usize).or_else(|| nation().filter(|_| staff)) {
            if staff {
                words.body = Some((BodyWords { sort: BodySort::Central, region: None, name_last: whose }, next, whose));
            }
            return whose;
        }
        let mut end = if self.agency_name(next).is_some() || self.enterprise_of(office, next) {
            next
        } else {
            self.unit_run(next, !self.capital(office.head.0))
        };
        if end == next && self.hit(next, self.classes.body).is_none() {
            // An abbreviation or a unit that no table knows: "Kadis PKP", "Kepala BKSD".
            let coined = self.capital(next) && coined_agency(&self.folded(next, next.saturating_add(1)));
            let region = self.hit(next, self.classes.region).is_some_and(|h| !h.entry.weak);
            let caps = (self.is(next, Shape::ALL_CAPS) || coined) && !self.shouting && !self.marks(next).has(Mark::NAME) && !region;
            if caps && self.hit(next, self.classes.agency).is_none() {
                end = next.saturating_add(1);
                // "Kabid KIP (Komunikasi dan Informasi Publik)": the unit once more, in full.
                let inside = end.saturating_add(1);
                let full = self.bracket(end, 8).filter(|b| self.unit_end(inside).saturating_add(1) == *b);
                end = full.unwrap_or(end);
                let more = self.unit_end(end.saturating_add(1));
                if self.word(end) == self.classes.words.dan && more > end.saturating_add(1) {
                    end = more;
                }
            }
        }
        let field = !office.flags.general || office.canonical == "Direktur";
        if let Some(owner) = self.up_to_owner(end).filter(|_| field && !self.shouting && self.agency_name(next).is_none()) {
            end = owner;
        }
        if end > next {
            end = self.up_to_acronym(end).unwrap_or(end);
            // "Pendidikan dan Kebudayaan (Disdikbud)": the short form is not the unit's name.
            let name_end = (next..end).find(|i| self.sign(*i) == b'(' && *i > next && self.bracket(*i, 8) == Some(end)).unwrap_or(end);
            // "Staf Ahli Menteri Desa Bidang Hubungan Antarlembaga": whose staff, then the field.
            let field = (next..name_end).find(|i| office.canonical == "Staf Ahli" && self.word(*i) == self.classes.words.bidang);
            office.unit = Some((field.map_or(next, |f| f.saturating_add(1)), name_end));
            // "Kepala Diskominfosanditik", "Kepala Bappeda Litbang": the unit is an agency.
            let name = || self.folded(next, next.saturating_add(1));
            let coined = || coined_agency(&name()) || self.is(next, Shape::ALL_CAPS) && coined_letters(&name());
            if office.canonical == "Kepala" && (self.hit(next, self.classes.body).is_some() || coined()) {
                office.canonical = head_of(&self.folded(next, end)).to_owned();
            }
            next = end;
        }
        // "Kasi Pemerintahan Kecamatan Gandapura", "Kasi Kesejahteraan Kelurahan Cibuluh"
        if self.value(next, self.classes.level).is_some_and(|(v, _)| matches!(v, "kecamatan" | "desa")) && self.capital(next) {
            return self.village_complement(next, false, words);
        }
        // "Asisten Administrasi Sekda Kabupaten X": the Sekda's office, not the Sekda; "Asisten III Bupati X" the Bupati's.
        if let Some((value, last)) = self.value(next, self.classes.title) {
            let numbered = office.canonical == "Asisten" && office.number.is_some();
            let level = super::office::level_of_title(value);
            if value.starts_with("Sekda:region") && (next > at || numbered) || level.is_some() && numbered {
                return self.region_complement(last, level, words);
            }
        }
        // "Kepala Bidang Informasi Dinas Kominfo Kota X", "Kepala Bagian Hukum Setda Kab. X"
        let weak = self.hit(next, self.classes.body).map(|h| h.entry.weak);
        let head = weak.filter(|weak| self.word(next) != self.classes.words.di && (self.capital(next) || *weak));
        if let Some((weak, (mut body, mut last))) = head.and_then(|weak| Some((weak, self.body(next)?))) {
            if body.region.is_none() {
                last = self.before_name(next, last);
                body.name_last = body.name_last.min(last);
            }
            words.region = body.region.clone().or(words.region.take());
            self.head_agency(next, office);
            if !weak {
                words.body = Some((body, next, last));
            }
            next = last;
        } else if let Some((body, last)) = self.declared_body(next).or_else(|| self.council_of_unit(at, next)) {
            words.region = body.region.clone().or(words.region.take());
            words.body = Some((body, next, last));
            next = last;
        } else if let Some((body, last)) = self.central_body(next) {
            words.region = body.region.clone().or(words.region.take());
            self.head_agency(next, office);
            words.body = Some((body, next, last));
            next = last;
        } else if self.hit(next, self.classes.foreign).is_some_and(|h| next > at && !h.entry.weak) && !self.marks(next).has(Mark::NAME) {
            // "Kepala Departemen Hubungan Luar Negeri X"
            if let Some((body, last)) = self.foreign(next) {
                words.body = Some((body, next, last));
                next = last;
            }
        }
        // "Direktur X Ditjen Bina Keuangan Daerah | Kemendagri": the ministry that its directorate belongs to.
        let directorate = words.body.as_ref().is_some_and(|(body, _, last)| body.sort == BodySort::Central && *last == next);
        if let Some(ministry) = self.hit(next, self.classes.agency).filter(|h| directorate && !h.entry.weak) {
            next = ministry.last as usize;
        }
        let w = &self.classes.words;
        if self.word(next) == w.ri {
            next = next.saturating_add(1);
        } else if self.word(next) == w.republik && self.word(next.saturating_add(1)) == w.indonesia {
            next = next.saturating_add(2);
        }
        next
    }

    /// "Direktur PDAM X", "Plt Direktur BUMD PT Y": who directs an enterprise or a hospital heads it, not a unit of that name.
    fn enterprise_of(&self, office: &Office, at: usize) -> bool {
        let sort = self.value(at, self.classes.body).map_or("", |(sort, _)| sort);
        office.canonical.ends_with("Direktur") && (sort.starts_with("enterprise") || sort.ends_with("hospital"))
    }

    /// "Kasubag Humas | DPRD Kabupaten X": the council that a unit belongs to.
    fn council_of_unit(&mut self, at: usize, next: usize) -> Option<(BodyWords, usize)> {
        let council = self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak);
        if next > at && council { self.council(next) } else { None }
    }

    pub(crate) fn central_body(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        self.hit(at, self.classes.agency)?;
        self.body(at)
    }
}
