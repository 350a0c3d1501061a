//! Bodies: "Komisi II DPRD Provinsi Riau", "Dinas Kominfo Kota Makassar", "Kejari Labuhanbatu", "Universitas Lampung
//! (Unila)", "PT Pertamina EP Tarakan Field", "Pemerintah Kota Qingdao".

use crate::BodySort;
use crate::lexicon::Hit;
use crate::mention::ending::LONGEST;
use crate::mention::{BodyWords, Reader};
use crate::text::{Mark, Shape, letters};

impl BodySort {
    /// The body belongs to a region, whose code its party carries.
    pub(crate) fn regional(self) -> bool {
        matches!(self, BodySort::Council | BodySort::Agency | BodySort::Enterprise)
    }

    /// The sort that a value of the table `body` stands for.
    fn from_value(value: &str) -> Option<BodySort> {
        match value {
            "hospital" | "section" => Some(BodySort::Agency),
            "vertical_province" => Some(BodySort::Vertical),
            "college" => Some(BodySort::University),
            "central_hospital" => Some(BodySort::Company),
            _ => BodySort::of(value),
        }
    }
}

impl Reader<'_> {
    /// The body at `at` and the position behind it.
    pub(crate) fn body(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        if !self.may_head_body(at) {
            return None;
        }
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

    /// A phrase or word begins at `at` that a body may begin with: most capitals begin none.
    fn may_head_body(&self, at: usize) -> bool {
        let w = &self.classes.words;
        self.hits.classes(at).meets(self.classes.starts.body_head)
            || [w.kementerian, w.kementrian].contains(&self.word(at))
            || !self.declared_bodies.is_empty()
            || !self.cities.is_empty()
    }

    /// Remembers the short name in brackets that ends the name of a university, company, agency ...
    fn declare(&mut self, sort: BodySort, first: usize, last: usize) {
        // "Universitas Trunojoyo Madura (UTM) Bangkalan": its place may follow.
        let bracketed = |o: &usize| self.sign(*o) == b'(' && self.sign(o.saturating_add(2)) == b')';
        let open = (first.saturating_add(1)..last.saturating_sub(2)).rev().find(bracketed);
        let Some(short) = open.map(|o| o.saturating_add(1)).filter(|s| self.short_name(*s)) else { return };
        let word = self.folded(short, short.saturating_add(1));
        // "Universitas Muhammadiyah (UM)": two letters are enough for a campus.
        let campus = sort == BodySort::University && self.is(short, Shape::ALL_CAPS);
        if (word.len() > 2 || campus || self.word(short) != crate::text::WordId::UNKNOWN)
            && self.declared_bodies.len() < 64
            && !self.declared_bodies.iter().any(|(w, _)| *w == word)
        {
            self.declared_bodies.push((word, sort));
        }
    }

    /// A word that an article may declare for a body: one of no table, or one that is a short name by the table but too short to
    /// be sure of ("UB").
    fn short_name(&self, at: usize) -> bool {
        let weak = || self.hit(at, self.classes.body).is_some_and(|h| h.entry.weak && h.last as usize == at.saturating_add(1));
        // "UM": part of longer phrases only.
        let part = |h: &Hit| h.last as usize > at.saturating_add(1) || h.entry.class == self.classes.unit;
        let free = || !self.marks(at).has(Mark::COMMON) && self.hits_at(at).all(part);
        self.capital(at) && (self.word(at) == crate::text::WordId::UNKNOWN || self.is(at, Shape::ALL_CAPS) && (weak() || free()))
    }

    /// Where a university whose whole name is known ends inside tokens `first..last`, else `last`.
    fn known_university(&self, first: usize, last: usize) -> usize {
        let whole = |at: usize| {
            let known =
                self.hits_at(at).filter(|h| h.entry.class == self.classes.body && self.lexicon.value_name(h.entry.value) == "university");
            known.map(|h| h.last as usize).filter(|end| *end > at.saturating_add(1) && *end <= last).max()
        };
        (first..last).find_map(whole).unwrap_or(last)
    }

    /// A short name that the article declared before.
    pub(crate) fn declared_body(&self, at: usize) -> Option<(BodyWords, usize)> {
        if self.declared_bodies.is_empty() || !self.short_name(at) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        let sort = self.declared_bodies.iter().find(|(w, _)| *w == word)?.1;
        let next = at.saturating_add(1);
        // "Universitas Muhammadiyah (UM) Metro", "UM Metro": its place belongs to the name.
        let place = self.region_name(next, None, true).filter(|_| sort == BodySort::University && self.capital(next));
        let last = place.map_or(next, |(_, last)| last);
        (!sort.regional()).then_some((BodyWords { sort, region: None, name_last: last }, last))
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
        // "Direktorat Jenderal Bina Keuangan Daerah Kementerian Dalam Negeri", "Ditjen Bina Keuangan Daerah Kemendagri"
        let least = if self.reads(at, &["direktorat", "ditjen"]) { last } else { last.saturating_add(1) };
        if let Some(hit) = self.hit(last, self.classes.agency).filter(|h| !h.entry.weak && self.capital(last) && h.last as usize > least) {
            last = hit.last as usize;
        }
        // "Kementerian Lingkungan Hidup Jepang"
        if let Some(hit) = self.hit(last, self.classes.foreign).filter(|h| !h.entry.weak && self.capital(last)) {
            let last = hit.last as usize;
            return Some((BodyWords { sort: BodySort::Foreign, region: None, name_last: last }, last));
        }
        // A regional office of the centre: "BNN Kota X", "Kementerian Agama Kabupaten X".
        let before = last;
        // "BPJS Kesehatan Cabang Tarakan", "BPKP Perwakilan Provinsi Maluku", "BPJS Ketenagakerjaan wilayah Banten"
        if let Some(behind) = self.plays(last, "branch").filter(|behind| self.capital(last) || self.capital(*behind)) {
            if let Some((words, end)) = self.region_of_body(behind) {
                let (name_last, whole) = (self.name_end(behind, &words, end), self.behind_provinces(at, end));
                let name_last = if whole > end { whole } else { name_last };
                return Some((BodyWords { sort: BodySort::Vertical, region: Some(words), name_last }, whole));
            }
            // "BPJS Kesehatan Cabang Purwokerto": a town that is no region.
            if self.capital(behind) && !self.marks(behind).has(Mark::NAME) && self.title(behind).is_none() {
                let last = behind.saturating_add(1);
                return Some((BodyWords { sort: BodySort::Vertical, region: None, name_last: last }, last));
            }
        }
        let region = self.region(last).filter(|(r, _)| !r.candidates.is_empty() && (r.level.is_some() || r.name == before));
        match region {
            Some((words, behind)) if !words.government => {
                let name_last = self.name_end(last, &words, behind);
                Some((BodyWords { sort: BodySort::Vertical, region: Some(words), name_last }, behind))
            }
            _ => Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, last)),
        }
    }

    /// A body by its head word: agencies, offices of the centre, universities, companies, associations, missions.
    fn headed(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let hit = self.hit(at, self.classes.body)?;
        // "association:named": the head says too little without a name behind it; ":di": its seat belongs to the name.
        let value = self.lexicon.value_name(hit.entry.value);
        let (value, flag) = value.split_once(':').unwrap_or((value, ""));
        let lone = flag == "named";
        let sort = BodySort::from_value(value)?;
        let hospital = value.ends_with("hospital");
        let head = hit.last as usize;
        // "Forum Koordinasi Pimpinan Daerah" is the heads of the offices there, and no body.
        if self.hit(at, self.classes.series).is_some_and(|h| h.last as usize > head) {
            return None;
        }
        let mut next = head;
        if self.sign(next) == b'.' && self.is(next, Shape::GLUED) && self.capital(next.saturating_add(1)) {
            next = next.saturating_add(1);
        }
        // "Kejaksaan Negeri (Kejari) Kolaka Utara", "Konsulat Jenderal (Konjen) Jepang"
        if let Some(behind) = self.bracket(next, 2).filter(|b| {
            self.capital(*b) && self.capital(next.saturating_add(1)) && !matches!(sort, BodySort::Company | BodySort::University)
        }) {
            next = behind;
        }
        let long = head > at.saturating_add(1);
        let named_next = self.marks(next).has(Mark::NAME);
        let end = match sort {
            _ if hospital && !self.capital(at) => next,
            _ if hospital => self.namesake_end(next),
            BodySort::Agency => self.unit_end(next),
            // "Direktorat Jenderal Bina Marga Kementerian Pekerjaan Umum"
            BodySort::Central => {
                let unit = self.unit_end(next).max(self.proper_end_before(next));
                self.hit(unit, self.classes.agency).map_or(unit, |h| h.last as usize)
            }
            BodySort::University if !lone && !long => self.university_end(next, value),
            // "Rektor Universitas Brawijaya Fulan": the whole name is known.
            BodySort::University if !lone => next,
            // "Fakultas Pertanian Universitas Brawijaya Fulan"
            BodySort::University => self.known_university(next, self.proper_end(next)),
            // "Apeksi Regional Kalimantan", but "Apkasi Bursok" is the chairman's name.
            BodySort::Association if !lone && self.marks(next).has(Mark::COMMON) && !self.shouting && self.level_words(next).2 == next => {
                self.proper_end(next)
            }
            BodySort::Association if !lone && self.is_ordinal(next) => next.saturating_add(1),
            BodySort::Association if !lone || self.region_of_body(next).is_some_and(|(r, _)| !r.candidates.is_empty()) => next,
            BodySort::Mission if self.hit(next, self.classes.foreign).is_some() => {
                self.hit(next, self.classes.foreign).map_or(next, |h| h.last as usize)
            }
            // "Bulog Cabang Pati": the branch is read below. "UNICEF Bambang Santoso" is called by no more than its short name.
            BodySort::Company if !lone && self.capital(next) && self.plays(next, "branch").is_some() => next,
            BodySort::Mission if !lone && named_next => next,
            BodySort::Company | BodySort::Vertical if !lone && (named_next || long && sort == BodySort::Company) => next,
            BodySort::Vertical => self.vertical_end(next),
            // "PDAM Kota Malang", "PDAM Bintan" have no other name.
            BodySort::Enterprise => self.before_region(next),
            _ => self.proper_end(next),
        };
        // "Jabatan itu amanah", "sumpah jabatan Pejabat Administrator": a department abroad has a name, and a capital.
        if (lone && sort != BodySort::Enterprise || sort == BodySort::Foreign) && end == next
            || !self.capital(at) && (sort == BodySort::Foreign || sort != BodySort::Agency && end == next)
        {
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
            // "PT PLN (Persero) Unit Induk Distribusi Sumatera Utara (Sumut) UP3 X", "Universitas Islam Negeri (UIN) Sunan Kalijaga":
            // behind the letters of a campus of the state stands whom or what it is called by. "PT PLN (Persero) Siti Utami": a
            // person's name is none of a company's.
            let campus = sort == BodySort::University && self.reads(last.saturating_add(1), &["uin", "iain", "stain"]);
            let goes_on = sort == BodySort::Company && !self.names_person(tail) || campus && self.capital(tail) && !self.honored(tail);
            last = if goes_on { self.proper_end(tail) } else { tail };
        }
        let (mut region, mut name_last) = (None, last);
        // "Biro Hukum Setda Provinsi X", "Balai Besar POM di Mataram"
        if sort == BodySort::Agency {
            last = self.behind_secretariat(last);
        } else if flag == "di" && self.word(last) == self.classes.words.di && self.region_of_body(last.saturating_add(1)).is_some() {
            last = last.saturating_add(1);
        }
        let closes = |at: usize| self.tokens.get(at).is_some_and(|t| t.sign == b')');
        let mut place = if self.word(last) == self.classes.words.di { None } else { self.region_of_body(last) };
        // "TP PKK se-Sulawesi Tengah"
        if place.is_none() && sort == BodySort::Agency && self.reads(last, &["se"]) && self.sign(last.saturating_add(1)) == b'-' {
            place = self.region_of_body(last.saturating_add(2));
        }
        if let Some((region, _)) = place.as_mut().filter(|(r, _)| value == "vertical_province" && r.candidates.len() > 1) {
            region.candidates = self.of_level(std::mem::take(&mut region.candidates), Some(crate::Level::Provinsi));
        }
        if let Some((words, behind)) = place.filter(|(w, _)| !w.candidates.is_empty()) {
            name_last = self.name_end(last, &words, behind);
            last = behind;
            region = Some(words);
            // "Polresta Malang Kota"
            if sort == BodySort::Vertical && name_last == last && self.capital(last) && self.reads(last, &["kota"]) {
                last = last.saturating_add(1);
                name_last = last;
                region = region.map(|r| self.the_city(r));
            }
        } else if sort == BodySort::Mission && self.word(last) == self.classes.words.di && self.capital(last.saturating_add(1)) {
            let seat = last.saturating_add(1);
            last = self.region(seat).filter(|(r, _)| !r.candidates.is_empty()).map_or_else(|| self.proper_end(seat), |(_, end)| end);
            name_last = last;
        } else if let Some(seat) = self.seat_end(last).filter(|_| sort == BodySort::University && last.checked_sub(1).is_some_and(closes)) {
            // "Universitas Muhammadiyah (UM) Purwokerto": the town is part of the name.
            last = seat;
            name_last = last;
        } else if self.word(last) == self.classes.words.setempat {
            name_last = last;
            last = last.saturating_add(1);
        }
        // "Bank Jateng Cabang Kudus", "Perum Bulog Kanwil Kalimantan Barat"
        if sort == BodySort::Company {
            // "PT KAI Daop 4 Semarang", "PT Kereta Api Indonesia Divre | III Palembang"
            let inside = last.checked_sub(1).filter(|b| *b > at && self.capital(*b) && self.plays(*b, "branch") == Some(last));
            let numbered = |behind: usize| behind.saturating_add(usize::from(self.is_ordinal(behind)));
            let own = || self.plays(last, "branch").filter(|_| self.capital(last)).map(numbered);
            let branch = inside.filter(|_| self.is_ordinal(last)).map(|_| numbered(last)).or_else(own);
            if let Some(behind) = branch.filter(|behind| self.capital(*behind)) {
                let region = self.region_of_body(behind).map(|(_, end)| end);
                last = region.or_else(|| self.seat_end(behind)).unwrap_or_else(|| self.proper_end(behind));
                name_last = last;
            }
        }
        // "Pengadilan Negeri Kudus Kelas IB", "Lapas Demak Kelas IIB"
        if sort == BodySort::Vertical
            && self.reads(last, &["kelas"])
            && (self.is(last.saturating_add(1), Shape::ALL_CAPS) || self.is_ordinal(last.saturating_add(1)))
        {
            last = self.behind_class(last.saturating_add(2));
        }
        if matches!(sort, BodySort::Company | BodySort::Vertical) && (self.sign(last) == b',' || self.reads(last, &["dan", "serta"])) {
            let whole = self.behind_provinces(at, last);
            (name_last, last) = if whole > last { (whole, whole) } else { (name_last, last) };
        }
        let unnamed = sort == BodySort::Enterprise && end == next && region.is_none();
        if last == at.saturating_add(1) && !self.capital(at) || lone && unnamed {
            return None;
        }
        Some((BodyWords { sort, region, name_last }, last))
    }

    /// The end of a proper name that the region ends: "PDAM Tirta Sakti Kerinci".
    fn before_region(&mut self, at: usize) -> usize {
        let end = self.proper_end(at);
        let mut region =
            |first: usize| self.region_of_body(first).is_some_and(|(r, last)| !r.candidates.is_empty() && (first == at || last == end));
        (at..end.max(at.saturating_add(1))).find(|first| region(*first)).unwrap_or(end)
    }

    /// Of a kabupaten and a kota of one name the kota.
    pub(crate) fn the_city(&self, mut words: crate::mention::RegionWords) -> crate::mention::RegionWords {
        words.candidates = self.of_level(std::mem::take(&mut words.candidates), Some(crate::Level::Kota));
        words
    }

    /// "Untad" is whole; "IPB University", "LPPM Universitas Mulawarman", "UPN \"Veteran\" Jawa Timur" go on.
    fn university_end(&mut self, at: usize, value: &str) -> usize {
        if self.reads(at, &["university"]) {
            return at.saturating_add(1);
        }
        if self.sign(at) == b'"' && self.sign(at.saturating_add(2)) == b'"' {
            return self.proper_end(at.saturating_add(3)).max(at.saturating_add(3));
        }
        if self.value(at, self.classes.body).is_some_and(|(v, _)| v.starts_with("university")) {
            return self.headed(at).map_or(at, |(_, last)| last);
        }
        if value == "university" { at } else { self.proper_end(at) }
    }

    /// "Kodim 0716/Demak", "KSOP Kelas I Dumai", "Kanwil Kemenkum Kalsel", "Kejari Sangatta".
    fn vertical_end(&mut self, at: usize) -> usize {
        let mut next = at;
        if self.reads(next, &["kelas"]) {
            next = self.behind_class(next.saturating_add(2));
            // "Kantor Imigrasi Kelas I Non TPI Pati"
            while self.capital(next) && self.reads(next, &["khusus", "non", "tpi"]) {
                next = next.saturating_add(1);
            }
        }
        if self.token(next).is_some_and(|t| t.is_number()) && self.sign(next.saturating_add(1)) == b'/' {
            next = next.saturating_add(2);
            if self.region_of_body(next).is_none() && self.capital(next) {
                next = next.saturating_add(1);
            }
        }
        // "Kodim 0908", "Kodim 0421 Lamsel"
        if next == at && self.token(next).is_some_and(|t| t.is_number() && t.letters >= 3) {
            next = next.saturating_add(1);
        }
        if let Some(hit) = self.hit(next, self.classes.agency) {
            next = hit.last as usize;
        }
        // "Pengadilan Negeri Sengkang Fulan Wijaya": the town where it sits ends the name.
        if let Some(end) = self.seat_end(next) {
            return end;
        }
        let region = self.capital(next) && self.region_of_body(next).is_some_and(|(r, _)| !r.candidates.is_empty());
        // "Kepala BNNP Drs. Anu Saputra"
        let honored = self.hit(next, self.classes.honorific).is_some_and(|h| !h.entry.weak);
        if region || honored || next > at { next } else { self.proper_end(next) }
    }

    /// Behind the "Setda" that an office or section belongs to.
    pub(crate) fn behind_secretariat(&self, at: usize) -> usize {
        let weak = self.hit(at, self.classes.body).filter(|h| h.entry.weak && self.lexicon.value_name(h.entry.value) == "agency");
        weak.map(|h| h.last as usize).or_else(|| self.plays(at, "secretariat")).unwrap_or(at)
    }
}

/// Short forms of bodies ("ISI", "UI") count only in capitals.
fn head_is_short(head: &str) -> bool {
    letters(head) <= 4
}
