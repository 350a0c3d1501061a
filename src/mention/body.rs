//! Bodies: "Komisi II DPRD Provinsi Riau", "Dinas Kominfo Kota Makassar", "Kejari Labuhanbatu", "Universitas Lampung
//! (Unila)", "PT Pertamina EP Tarakan Field", "Pemerintah Kota Qingdao".

use super::ending::LONGEST;
use super::{BodyWords, Reader};
use crate::BodySort;
use crate::text::{Mark, Shape};

impl BodySort {
    /// The body belongs to a region, whose code its party carries.
    pub(crate) fn regional(self) -> bool {
        matches!(self, BodySort::Council | BodySort::Agency)
    }

    /// The sort that a value of the table `body` stands for.
    fn from_value(value: &str) -> Option<BodySort> {
        match value {
            "hospital" => Some(BodySort::Agency),
            "college" => Some(BodySort::University),
            "central_hospital" => Some(BodySort::Company),
            _ => value.parse().ok(),
        }
    }
}

impl Reader<'_> {
    /// The body at `at` and the position behind it.
    pub(crate) fn body(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let found = self
            .council(at)
            .or_else(|| self.central(at))
            .or_else(|| self.headed(at))
            .or_else(|| self.declared_body(at))
            .or_else(|| self.foreign(at));
        if let Some((body, last)) = &found {
            self.declare(body.sort, at, *last);
        }
        found
    }

    /// Remembers the short name in brackets that ends the name of a university, company, agency ...
    fn declare(&mut self, sort: BodySort, first: usize, last: usize) {
        let open = last.checked_sub(3).filter(|o| *o > first && self.sign(*o) == b'(' && self.sign(last.saturating_sub(1)) == b')');
        let Some(short) = open.map(|o| o.saturating_add(1)).filter(|s| self.word(*s) == crate::text::WordId::UNKNOWN && self.capital(*s))
        else {
            return;
        };
        let word = self.folded(short, short.saturating_add(1));
        if word.len() > 2 && self.declared_bodies.len() < 64 && !self.declared_bodies.iter().any(|(w, _)| *w == word) {
            self.declared_bodies.push((word, sort));
        }
    }

    /// A short name that the article declared before.
    pub(crate) fn declared_body(&self, at: usize) -> Option<(BodyWords, usize)> {
        if self.declared_bodies.is_empty() || !self.capital(at) || self.word(at) != crate::text::WordId::UNKNOWN {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        let sort = self.declared_bodies.iter().find(|(w, _)| *w == word)?.1;
        let last = at.saturating_add(1);
        (!sort.regional()).then_some((BodyWords { sort, region: None, name_last: last }, last))
    }

    /// "Komisi II DPRD Provinsi Riau", "Dewan Kubar", "pimpinan dan anggota DPRD X".
    pub(crate) fn council(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let mut next = at;
        let committee = self.value(at, self.classes.committee);
        if let Some((_, last)) = committee {
            next = self.council_number(last);
            // "Komisi II Bidang Hukum DPRD X"
            if self.word(next) == self.classes.words.bidang {
                let mut unit = next.saturating_add(1);
                while self.marks(unit).has(Mark::UNIT) && unit.saturating_sub(next) < 6 {
                    unit = unit.saturating_add(1);
                }
                next = unit;
            }
        }
        let numbered = committee.is_some_and(|(_, last)| next > last);
        if let Some(hit) = self
            .hit(next, self.classes.agency)
            .filter(|h| numbered && self.lexicon.value_name(h.entry.value).starts_with("Dewan Perwakilan"))
        {
            let mut last = hit.last as usize;
            if self.word(last) == self.classes.words.ri {
                last = last.saturating_add(1);
            }
            return Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, last));
        }
        let council = self.hit(next, self.classes.council);
        let Some(council) = council else {
            let (value, _) = committee?;
            let own = numbered && value == "komisi" || matches!(value, "badan" | "pansus") && self.capital(at);
            return own.then_some((BodyWords { sort: BodySort::Council, region: None, name_last: next }, next));
        };
        let name = council.last as usize;
        let name = self.bracket(name, 1).filter(|_| self.hit(name.saturating_add(1), self.classes.council).is_some()).unwrap_or(name);
        let region = self.region(name).filter(|(r, _)| !r.candidates.is_empty());
        let weak = council.entry.weak;
        match region {
            Some((words, last)) => {
                let name_last = self.name_end(name, &words, last);
                Some((BodyWords { sort: BodySort::Council, region: Some(words), name_last }, last))
            }
            None if weak => None,
            None => Some((BodyWords { sort: BodySort::Council, region: None, name_last: name }, name)),
        }
    }

    /// Behind "Komisi", "Pansus", "Wakil Ketua": "II", "3", "C", "I dan II".
    pub(crate) fn council_number(&self, at: usize) -> usize {
        if self.is_ordinal(at) { at.saturating_add(1) } else { at }
    }

    pub(crate) fn is_ordinal(&self, at: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        let text = self.words_of(at, at.saturating_add(1));
        let roman = text.len() <= 4 && text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
        let letter = text.len() == 1 && text.chars().all(|c| matches!(c, 'A'..='F'));
        let followed = self.sign(at.saturating_add(1)) == b'.' && self.is(at.saturating_add(1), Shape::GLUED);
        roman || letter && !followed || token.is_number() && text.len() <= 2
    }

    /// Ministries and central agencies, by the table `agency` or by their head word.
    fn central(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let mut last = match self.hit(at, self.classes.agency) {
            Some(hit) if !hit.entry.weak || self.is(at, Shape::ALL_CAPS) && !self.shouting && self.sign(at.wrapping_sub(1)) != b'(' => {
                hit.last as usize
            }
            Some(_) => return None,
            None => {
                let w = &self.classes.words;
                if ![w.kementerian, w.kementrian].contains(&self.word(at)) || !self.capital(at) {
                    return None;
                }
                let end = self.proper_end(at.saturating_add(1));
                if end == at.saturating_add(1) {
                    return None;
                }
                end
            }
        };
        let w = &self.classes.words;
        if self.word(last) == w.republik && self.word(last.saturating_add(1)) == w.indonesia {
            last = last.saturating_add(2);
        } else if self.word(last) == w.ri {
            last = last.saturating_add(1);
        }
        last = self.abbreviation_tail(last);
        // A regional office of the centre: "BNN Kota X", "Kementerian Agama Kabupaten X".
        let before = last;
        let region = self.region(last).filter(|(r, _)| !r.candidates.is_empty() && (r.level.is_some() || r.name == before));
        match region {
            Some((words, behind)) if !words.government => {
                Some((BodyWords { sort: BodySort::Vertical, region: Some(words), name_last: behind }, behind))
            }
            _ => Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, last)),
        }
    }

    /// A body by its head word: agencies, offices of the centre, universities, companies, associations, missions.
    fn headed(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let hit = self.hit(at, self.classes.body)?;
        let value = self.lexicon.value_name(hit.entry.value);
        let sort = BodySort::from_value(value)?;
        let hospital = value.ends_with("hospital");
        let head = hit.last as usize;
        let lone = head == at.saturating_add(1)
            && matches!(
                self.folded(at, head).as_str(),
                "dinas"
                    | "badan"
                    | "biro"
                    | "bagian"
                    | "kantor"
                    | "balai"
                    | "lembaga"
                    | "forum"
                    | "bank"
                    | "pt"
                    | "cv"
                    | "ikatan"
                    | "universitas"
                    | "institut"
                    | "politeknik"
                    | "akademi"
                    | "fakultas"
                    | "delegasi"
                    | "perwakilan"
                    | "perusahaan"
                    | "yayasan"
                    | "koperasi"
                    | "asosiasi"
                    | "himpunan"
                    | "persatuan"
                    | "kanwil"
                    | "konsulat"
            );
        let mut next = head;
        if self.sign(next) == b'.' && self.is(next, Shape::GLUED) {
            next = next.saturating_add(1);
        }
        // "Kejaksaan Negeri (Kejari) Kolaka Utara", "Konsulat Jenderal (Konjen) Jepang"
        if let Some(behind) = self.bracket(next, 2).filter(|b| {
            self.capital(*b) && self.capital(next.saturating_add(1)) && !matches!(sort, BodySort::Company | BodySort::University)
        }) {
            next = behind;
        }
        let end = match sort {
            _ if hospital => self.namesake_end(next),
            BodySort::Agency => self.unit_end(next),
            // "Direktorat Jenderal Bina Marga Kementerian Pekerjaan Umum"
            BodySort::Central => {
                let unit = self.unit_end(next).max(self.proper_end_before(next));
                self.hit(unit, self.classes.agency).map_or(unit, |h| h.last as usize)
            }
            // "Untad", "Unmul": the short name is whole.
            BodySort::University if value == "university" && !lone && head == at.saturating_add(1) => next,
            BodySort::Vertical if self.capital(next) && self.region(next).is_some_and(|(r, _)| !r.candidates.is_empty()) => next,
            _ => self.proper_end(next),
        };
        if lone && end == next || !self.capital(at) && sort != BodySort::Agency && end == next {
            return None;
        }
        if hit.entry.weak && head == at.saturating_add(1) && head_is_short(self.words_of(at, head)) && !self.is(at, Shape::ALL_CAPS) {
            return None;
        }
        if hit.entry.weak && end == next {
            let region_follows = self.region(next).is_some_and(|(r, _)| !r.candidates.is_empty());
            if !region_follows {
                return None;
            }
        }
        let mut last = end;
        while self.sign(last) == b'(' && last.saturating_sub(at) < LONGEST.saturating_mul(2) {
            let tail = self.company_tail(last);
            if tail == last {
                break;
            }
            // "PT PLN (Persero) Unit Induk Distribusi Sumatera Utara (Sumut) UP3 X"
            last = if sort == BodySort::Company { self.proper_end(tail) } else { tail };
        }
        let (mut region, mut name_last) = (None, last);
        let place = if self.word(last) == self.classes.words.di { None } else { self.region(last) };
        if let Some((words, behind)) = place.filter(|(w, _)| !w.candidates.is_empty()) {
            name_last = self.name_end(last, &words, behind);
            last = behind;
            region = Some(words);
        } else if sort == BodySort::Mission && self.word(last) == self.classes.words.di && self.capital(last.saturating_add(1)) {
            last = self.proper_end(last.saturating_add(1));
            name_last = last;
        } else if self.word(last) == self.classes.words.setempat {
            last = last.saturating_add(1);
        }
        if sort == BodySort::Company && self.word(last) == self.classes.words.cabang {
            last = self.proper_end(last.saturating_add(1));
            name_last = last;
        }
        if last == at.saturating_add(1) && !self.capital(at) {
            return None;
        }
        Some((BodyWords { sort, region, name_last }, last))
    }

    /// The position behind the country in apposition to the name that ends at `at`.
    fn behind_country(&self, at: usize) -> usize {
        let next = at.saturating_add(1);
        let country = self.hit(next, self.classes.foreign).filter(|_| self.sign(at) == b',' && self.capital(next));
        country.map_or(at, |h| h.last as usize)
    }

    /// Foreign countries, cities and provinces, with or without a government word.
    fn foreign(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let (_, government, name) = self.level_words(at);
        // "Pemerintah Korea Selatan", "Kerajaan Belanda"
        let plain = name == at
            && self.capital(at)
            && self.word(at) != crate::text::WordId::UNKNOWN
            && matches!(self.folded(at, at.saturating_add(1)).as_str(), "pemerintah" | "kerajaan" | "negara" | "negeri" | "prefektur");
        let start = if plain { at.saturating_add(1) } else { name };
        if let Some(hit) = self.hit(start, self.classes.foreign) {
            if self.capital(start) && (!hit.entry.weak || start > at) {
                let name_last = self.abbreviation_tail(hit.last as usize);
                // "Kyoto, Jepang": the country in apposition belongs to the city.
                let city = self.lexicon.value_name(hit.entry.value).contains('.');
                let last = if city { self.behind_country(name_last) } else { name_last };
                return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last }, last));
            }
        }
        // An unknown name behind "Pemerintah Kota" or "Kota": a city that is not in Indonesia.
        if name > at && self.capital(at) && !self.shouting && self.capital(name) && self.region_name(name, None, true).is_none() {
            let c = self.classes;
            let known =
                self.hits_at(name).any(|h| ![c.nameword, c.foreign, c.district].contains(&h.entry.class) && !c.beside_place(h.entry.class));
            let marks = self.marks(name);
            if !known && !marks.has(Mark::COMMON) && !marks.has(Mark::UNIT) && (government || self.abroad) {
                let name_last = self.abbreviation_tail(self.proper_end(name));
                if name_last > name {
                    return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last }, self.behind_country(name_last)));
                }
            }
        }
        None
    }
}

/// Short forms of bodies ("ISI", "UI") count only in capitals.
fn head_is_short(head: &str) -> bool {
    head.len() <= 4
}
