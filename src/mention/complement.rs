//! Complements: what stands between a title and the name. "Kota X", "Tata Pemerintahan Setda Pemkot X", "DPRD Provinsi X",
//! "Universitas X", "China untuk Indonesia".

use smallvec::smallvec;

use super::office::{Office, TitleWords};
use super::{BodySort, BodyWords, OfficialWords, Reader, RegionWords};
use crate::kinds::Level;
use crate::text::{Mark, Shape};

/// What may stand between a title and the name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Complement {
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
    pub(super) fn from_value(value: &str) -> Complement {
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

/// The office of the head of an agency, by the first word of its name: "Kepala BPKAD", "Kepala DPMPTSP".
pub(super) fn head_of(agency: &str) -> &'static str {
    const HEADS: [(&str, &[&str]); 7] = [
        ("Kepala Badan", &["badan", "bak", "bap", "bp", "bk", "bn", "balit", "brida", "kesbang", "bepe"]),
        ("Kepala Dinas", &["dinas", "dis", "din", "dp", "dl", "dk", "damkar", "dukcapil"]),
        ("Kepala Bagian", &["bagian", "humas", "prokopim"]),
        ("Kepala Biro", &["biro"]),
        ("Kepala Kantor", &["kantor", "kanwil"]),
        ("Inspektur", &["inspektorat"]),
        ("Kepala Satpol PP", &["satpol", "sat pol", "satuan polisi"]),
    ];
    HEADS.iter().find(|(_, starts)| starts.iter().any(|s| agency.starts_with(s))).map_or("Kepala", |(office, _)| office)
}

/// A short name of an agency that a region coined, by its beginning: "Diskominfosanditik", "Bappelitbangda".
fn coined_agency(word: &str) -> bool {
    let parts = ["diskom", "disdik", "dispen", "disper", "disnak", "disbud", "dispar", "dishub", "distan", "disdag", "dinkes", "dinkom"];
    let boards = ["bappe", "bapel", "bapen", "bakes", "balit", "dispo", "diskop", "disosp", "dispu", "dispermas"];
    let others = ["dinso", "dinpe", "dinpu", "dindik", "dindag", "dinnak"];
    word.len() >= 8 && parts.iter().chain(&boards).chain(&others).any(|p| word.starts_with(p))
}

impl Reader<'_> {
    pub(super) fn region_complement(&mut self, at: usize, level: Option<Level>, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Asisten II Setda Kota X", "Kabag Umum Setdakab X", "Bupati Kabupaten X"
        if let Some(hit) = self.hit(next, self.classes.body) {
            if self.lexicon.value_name(hit.entry.value) == "agency" && hit.entry.weak {
                next = hit.last as usize;
            }
        }
        next = self.plays(next, "secretariat").unwrap_or(next);
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
            // "Wali Kota Cuenca Marcelo Cabrera"
            _ if level.is_some() && self.capital(next) && self.end_abroad(next).is_some() && !self.marks(next).has(Mark::NAME) => {
                let last = self.end_abroad(next).unwrap_or(next);
                words.body = Some((BodyWords { sort: BodySort::Foreign, region: None, name_last: last }, next, last));
                // "Gubernur Jeju, Korea Selatan, Wong Hee-ryong"
                self.behind_country(last)
            }
            _ => next.min(self.keep_unless_moved(at, next)),
        }
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
        // "Staf Khusus Menteri Sosial": whose staff, no unit.
        if let Some(minister) = self.hit(next, self.classes.minister) {
            return minister.last as usize;
        }
        let mut end = if self.agency_name(next).is_some() { next } else { self.unit_run(next, !self.capital(office.head.0)) };
        if end == next && self.hit(next, self.classes.body).is_none() {
            // An abbreviation or a unit that no table knows: "Kadis PKP", "Kepala BKSD".
            let coined = self.capital(next) && coined_agency(&self.folded(next, next.saturating_add(1)));
            let caps = (self.is(next, Shape::ALL_CAPS) || coined) && !self.shouting && !self.marks(next).has(Mark::NAME);
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
        if end > next {
            end = self.up_to_acronym(end).unwrap_or(end);
            // "Pendidikan dan Kebudayaan (Disdikbud)": the short form is not the unit's name.
            let name_end = (next..end).find(|i| self.sign(*i) == b'(' && *i > next && self.bracket(*i, 8) == Some(end)).unwrap_or(end);
            office.unit = Some((next, name_end));
            // "Kepala Diskominfosanditik", "Kepala Bappeda Litbang": the unit is an agency.
            let agency = || self.hit(next, self.classes.body).is_some() || coined_agency(&self.folded(next, next.saturating_add(1)));
            if office.canonical == "Kepala" && agency() {
                office.canonical = head_of(&self.folded(next, end)).to_owned();
            }
            next = end;
        }
        // "Kasi Pemerintahan Kecamatan Gandapura", "Kasi Kesejahteraan Kelurahan Cibuluh"
        if self.value(next, self.classes.level).is_some_and(|(v, _)| matches!(v, "kecamatan" | "desa")) && self.capital(next) {
            return self.village_complement(next, false, words);
        }
        // "Asisten Administrasi Sekda Kabupaten X": the Sekda's office, not the Sekda.
        if let Some((value, last)) = self.value(next, self.classes.title) {
            if value.starts_with("Sekda:region") && (next > at || office.canonical == "Asisten" && office.number.is_some()) {
                return self.region_complement(last, None, words);
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
        } else if let Some((body, last)) = self.declared_body(next) {
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

    /// The head of the agency at `at`: "Kepala BPBD", "Kakan Kemenag". What it heads is the agency.
    fn head_agency(&self, at: usize, office: &mut Office) {
        let name = self.hit(at, self.classes.agency).or_else(|| self.hit(at, self.classes.body));
        let Some(name) = name.filter(|_| office.unit.is_none()) else { return };
        if office.canonical == "Kepala" {
            office.canonical = head_of(&self.folded(at, name.last as usize)).to_owned();
        }
        if matches!(office.canonical.as_str(), "Kepala Badan" | "Kepala Dinas" | "Kepala Kantor" | "Kepala Biro" | "Kalaksa") {
            office.unit = Some((at, name.last as usize));
        } else if office.canonical == "Kepala Satpol PP" {
            office.head.1 = name.last as usize;
        }
    }

    pub(super) fn central_body(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        self.hit(at, self.classes.agency)?;
        self.body(at)
    }

    /// "Rektor Universitas X (Undana) Kupang", "Direktur PT X", "Dandim 0813/Bojonegoro", "Kapolres Belu", "Ketua TP PKK".
    pub(super) fn org_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Pangdam XII/Tanjungpura"
        if self.is_ordinal(next) && self.sign(next.saturating_add(1)) == b'/' {
            next = next.saturating_add(1);
        }
        let numbered = next.checked_sub(1).is_some_and(|b| self.is_ordinal(b));
        if numbered || self.token(next).is_some_and(|t| t.is_number()) {
            next = if numbered { next } else { next.saturating_add(1) };
            if self.sign(next) == b'/' {
                next = next.saturating_add(1);
            }
            if let Some((region, last)) = self.region_of_body(next) {
                words.region = Some(region);
                return last;
            }
            if let Some(rank) = self.up_to_rank(next) {
                return rank;
            }
        }
        if let Some((mut body, mut last)) = self.body(next).filter(|(b, _)| b.sort != BodySort::Foreign) {
            if body.region.is_none() {
                last = self.before_name(next, last);
                body.name_last = body.name_last.min(last);
            }
            // "Sekretaris DLH Kota X"
            if office.canonical == "Sekretaris" && body.sort == BodySort::Agency && head_of(&self.folded(next, last)) == "Kepala Dinas" {
                "Sekretaris Dinas".clone_into(&mut office.canonical);
            }
            words.region = body.region.clone();
            words.body = Some((body, next, last));
            return last;
        }
        if let Some((region, last)) = self.region(next).filter(|(r, _)| !r.candidates.is_empty()) {
            // "Kapolres Malang Kota"
            let city = office.canonical == "Kapolres" && self.sign(last) == 0 && self.capital(last) && self.reads(last, &["kota"]);
            words.region = Some(if city { self.the_city(region) } else { region });
            return if city { last.saturating_add(1) } else { last };
        }
        // "Danlanud Haluoleo Kolonel Pnb Winarto": the name of the base, up to the rank.
        let border = (next..next.saturating_add(3)).find(|i| self.is_rank(*i) || !self.capital(*i));
        if let Some(rank) = border.filter(|i| *i > next && self.is_rank(*i) && !office.heads.is_empty()) {
            return rank;
        }
        // "Dekan FKIP Dr. Hj. Maimunah": an abbreviation that no table knows.
        if self.is(next, Shape::ALL_CAPS)
            && !self.shouting
            && !self.marks(next).has(Mark::NAME)
            && self.is(next, Shape::LETTER)
            && self.capital(next.saturating_add(1))
            && self.hit(next, self.classes.honorific).is_none()
        {
            words.body = self.headed_acronym(next, &office.canonical);
            return words.body.as_ref().map_or(next.saturating_add(1), |(_, _, last)| *last);
        }
        // "Kajari Sampit Fulan Wijaya": the town that a kabupaten is governed from.
        let heads = at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, _)| v.contains(":heads "));
        if let Some(end) = self.seat_end(next).filter(|_| heads || !office.heads.is_empty()) {
            return end;
        }
        // "Kajari Sangatta Mulyadi": a town that is no region, then the name.
        let town = self.capital(next)
            && self.word(next) == crate::text::WordId::UNKNOWN
            && self.capital(next.saturating_add(1))
            && self.marks(next.saturating_add(1)).has(Mark::NAME);
        if town
            && at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, _)| {
                matches!(super::office::canonical_of(v), "Kajari" | "Kapolres" | "Dandim" | "Kajati" | "Kapolda" | "Danlanal")
            })
        {
            return next.saturating_add(1);
        }
        if let Some(rank) = self.up_to_rank(next).filter(|_| office.canonical.starts_with("Dan") && !self.marks(next).has(Mark::NAME)) {
            return rank;
        }
        // "Ketua Umum Persahabatan Indonesia-Jepang (PIJ) Anu Saputra": capitals up to the short form in brackets.
        if let Some(end) = self.up_to_short_form(next) {
            return end;
        }
        // "Ketua Himpunan Petani Garam Kabupaten X Y": capitals up to the word for a region.
        let run = (next..next.saturating_add(7)).find(|i| !self.capital(*i) || self.level_words(*i).2 > *i).unwrap_or(next);
        if run > next && self.level_words(run).2 > run {
            if let Some((region, last)) = self.region(run).filter(|(r, _)| !r.candidates.is_empty()) {
                words.region = Some(region);
                return last;
            }
        }
        // "Ketua Komisariat Apeksi", "Ketua Dewan Pengawas Apeksi Nasional": unit words up to a body or the name.
        let end = self.unit_end(next);
        if end > next {
            if let Some((body, last)) = self.body(end) {
                words.body = Some((body, end, last));
                return last;
            }
        }
        end
    }

    /// "Danrem 043 Garuda Hitam | Kol Arm Winarto", "Danlanud Iswahjudi | Marsma TNI Fulan": the unit's own name, up to the rank.
    fn up_to_rank(&self, at: usize) -> Option<usize> {
        (at..at.saturating_add(4)).find(|i| self.is_rank(*i))
    }

    /// A rank or another title of honour before a name.
    fn is_rank(&self, at: usize) -> bool {
        self.capital(at) && self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak)
    }

    /// Where a person's name begins in the capitals of a body's name: "Direktur Politeknik Kelapa Sawit Fitriani Pohan".
    fn before_name(&self, first: usize, last: usize) -> usize {
        let name = |i: usize| self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::UNIT);
        let plain = |i: usize| self.is(i, Shape::LETTER) && !self.marks(i).has(Mark::UNIT);
        let found = (first.saturating_add(2)..last).find(|i| name(*i) && (*i..last).all(plain) && !name(i.saturating_sub(1)));
        // "Dirut PDAM Herry Setiawan": nothing but names behind the one word for it, which no waterworks is called by.
        let bare = first.saturating_add(1);
        let head = self.hit(first, self.classes.body).filter(|h| h.last as usize == bare);
        let works = head.is_some_and(|h| self.lexicon.value_name(h.entry.value).starts_with("enterprise"));
        if works && last == bare.saturating_add(2) && (bare..last).all(name) {
            return bare;
        }
        // "Ni Luh Putu", "I Gusti": the article of a Balinese name.
        let article = |i: usize| self.token(i).is_some_and(|t| t.letters <= 2) && self.capital(i) && !self.is_ordinal(i.wrapping_sub(1));
        let found = found.map(|i| i.checked_sub(1).filter(|b| *b > first && article(*b)).unwrap_or(i));
        // "Direktur Perumda Tirta Anu Suryanto, ST": one word is a name if a degree follows.
        let least = if self.sign(last) == b',' && self.is_degree(last.saturating_add(1)) { 1 } else { 2 };
        found.filter(|i| (least..=5).contains(&last.saturating_sub(*i))).unwrap_or(last)
    }
}
