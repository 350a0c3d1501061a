//! Officials: "Plt. Kepala Dinas Perdagangan Kota X, Drs. Y, M.Si", "Wakil Wali Kota Pontianak, Bahasan,",
//! "Ibrahim, SP (Kadis Pertanian)", "Syarifuddin, anggota Komisi B DPRD DKI Jakarta".

use crate::mention::article::home::level_of;
use crate::mention::{Mention, OfficialWords, Reader, What};
use crate::text::{Mark, Shape};

/// Most words of an office in brackets behind the same office in full.
const SHORT: usize = 4;

/// Most words of the name of a body of no table.
const FIRM: usize = 5;

impl Reader<'_> {
    /// The official at `at`: an office, with its region or body and its name where they follow.
    pub(crate) fn official(&mut self, at: usize) -> Option<Mention> {
        let (mut words, mut last) = match self.office(at, false) {
            Some(_) if self.role_before(at, "kin") => return None,
            Some(found) => found,
            None => return self.person_with_office(at),
        };
        if let Some((mut name, behind)) = self.name_behind(last, &words) {
            if words.region.is_none() && words.office.as_ref().is_some_and(|o| o.flags.court) {
                name.first = at;
                words.office = None;
            }
            words.name = Some(name);
            last = self.region_in_brackets(behind, &mut words).unwrap_or(behind);
        } else {
            words.plural = self.is_plural(at, last, &words);
        }
        let Some(office) = words.office.as_ref() else { return Some(Mention { first: at, last, what: What::Official(Box::new(words)) }) };
        let alone = words.name.is_none() && words.region.is_none() && words.body.is_none();
        let weak = self.hits_at(at).find(|h| h.entry.class == self.classes.title).is_some_and(|h| h.entry.weak);
        let general = office.flags.general && office.last <= office.first.saturating_add(2) && office.number.is_none();
        // "calon bupati", "Peraturan Bupati Nomor 31": the office in general.
        let nobody = words.name.is_none() && self.role_before(at, "general");
        if alone && (weak || general) {
            return self.person_with_office(at);
        }
        let street = self
            .hits_before(at, self.classes.namesake)
            .any(|h| self.lexicon.value_name(h.entry.value) == "before" && self.capital(h.first as usize));
        // "beberapa anggota dewan lainnya", "anggota dewan dari luar Bali": of whatever council.
        let others = words.name.is_none() && office.flags.shared && self.plays(last, "other").is_some();
        if nobody || street || others {
            self.passed = last;
            return None;
        }
        Some(Mention { first: at, last, what: What::Official(Box::new(words)) })
    }

    /// "Bupati Fulan Wijaya (Kudus)": the region that the head of a government is of, behind the name.
    fn region_in_brackets(&mut self, at: usize, words: &mut OfficialWords) -> Option<usize> {
        let head = words.office.as_ref().is_some_and(|o| level_of(&o.canonical).is_some());
        if !head || words.region.is_some() || words.body.is_some() || self.sign(at) != b'(' {
            return None;
        }
        let (region, last) = self.region_of_body(at.saturating_add(1)).filter(|(r, _)| !r.candidates.is_empty())?;
        words.region = Some(region).filter(|_| self.sign(last) == b')');
        words.region.as_ref().map(|_| last.saturating_add(1))
    }

    /// A word that plays this part ends right before `at`.
    fn role_before(&self, at: usize, role: &str) -> bool {
        self.hits_before(at, self.classes.role).any(|h| self.lexicon.value_name(h.entry.value) == role)
    }

    /// The word at `at` plays this part.
    pub(crate) fn plays(&self, at: usize, role: &str) -> Option<usize> {
        if !self.hits.classes(at).meets(self.classes.starts.role) {
            return None;
        }
        let hit = self.hits_at(at).find(|h| h.entry.class == self.classes.role && self.lexicon.value_name(h.entry.value) == role);
        hit.map(|h| h.last as usize)
    }

    /// "para camat", "sejumlah kepala OPD", "asisten-asisten": nobody in particular.
    fn is_plural(&self, at: usize, last: usize, words: &OfficialWords) -> bool {
        let counted = at.checked_sub(1).is_some_and(|b| {
            self.tokens.get(b).is_some_and(crate::text::Token::is_number)
                || self.value(b, self.classes.numeral).is_some_and(|(v, _)| v != "1")
        });
        let before = counted || self.role_before(at, "many");
        let behind = self.sign(last) == b'-' && self.is(last, Shape::GLUED) || self.word(last) == self.classes.words.se;
        let unit = words.office.as_ref().and_then(|o| o.unit).is_some_and(|(first, end)| {
            matches!(
                self.folded(first, end).as_str(),
                "opd" | "skpd" | "skpk" | "perangkat daerah" | "uptd" | "satuan kerja perangkat daerah"
            )
        });
        before || behind || unit
    }

    /// The name behind an office: at once, behind a comma, or in brackets.
    pub(crate) fn name_behind(&self, at: usize, words: &OfficialWords) -> Option<(crate::mention::Name, usize)> {
        if self.sign(at) == b'(' {
            // "Sekretaris Jenderal Kementerian X (Sekjen Kemenx) Fulan": the office once more, in short.
            let inner = at.saturating_add(1);
            let spelt = self.marks(inner).has(Mark::UNIT) && words.office.as_ref().is_some_and(|o| o.unit.is_some());
            // "Wakil Bupati Pesawaran (Lampung) Fulan"
            let home = words.region.is_some() && self.hits.classes(inner).holds(self.classes.region);
            let short = spelt || home || self.hits.classes(inner).meets(self.classes.starts.office.with(self.classes.agency));
            if let Some(behind) = self.bracket(at, SHORT).filter(|_| short) {
                return self.name_behind(behind, words);
            }
            let (name, last) = self.name(at.saturating_add(1))?;
            // "Menteri Dalam Negeri (Permendagri)": one word of no table is no name.
            let known = name.last > name.first.saturating_add(1) || !name.honorifics.is_empty() || self.marks(name.first).has(Mark::NAME);
            return (known && self.sign(last) == b')').then(|| (name, last.saturating_add(1)));
        }
        // "Kepala Desa setempat, Fulan", "Ketua DPRD kota itu Fulan", "Kapolres Kudus yang baru AKBP Fulan"
        if let Some(behind) = self.plays(at, "here").filter(|b| self.sign(*b) == b',' || self.capital(*b)) {
            return self.name_behind(behind, words);
        }
        if let Some(behind) = self.behind_bare_level(at, words) {
            return self.name_behind(behind, words);
        }
        if self.sign(at) == b',' {
            let next = at.saturating_add(1);
            let (name, last) = self.name(next)?;
            let strong =
                !name.honorifics.is_empty() || !name.degrees.is_empty() || (name.first..name.last).any(|i| self.marks(i).has(Mark::NAME));
            let closed = matches!(self.sign(last), b',' | b')' | b'.' | b';' | b'"' | b'(')
                || last >= self.limit
                // "Gubernur Maluku, Lestari Anu, S.Pd. Ia ...": the full stop of a degree ends the sentence too.
                || self.starts_sentence(last)
                || self.sign(last) == 0 && !self.capital(last);
            let office_full = words.region.is_some()
                || words.body.is_some()
                || words.office.as_ref().is_some_and(|o| o.unit.is_some() || o.last.saturating_sub(o.first) <= 4);
            return (closed && (strong || office_full && !self.shouting)).then_some((name, last));
        }
        if self.sign(at) == b'-' {
            return self.name_behind_dash(at, words);
        }
        if let Some(holder) = self.name_behind_capitals(at, words).or_else(|| self.name_behind_unit(at, words)) {
            return Some(holder);
        }
        let (name, last) = self.name(at)?;
        if let Some(holder) = self.name_of_head(&name, last, words) {
            return Some(holder);
        }
        // "Rektor UM Purwokerto Dr. H. Fulan": the words before a degree belong to the office, not to the name.
        let (name, last) = if name.honorifics.is_empty() && self.academic(name.last) {
            self.name(name.last).filter(|(n, _)| !n.honorifics.is_empty()).unwrap_or((name, last))
        } else {
            (name, last)
        };
        if self.shouting
            && !(name.first..name.last).any(|i| self.marks(i).has(Mark::NAME))
            && name.honorifics.is_empty()
            && self.word(name.first) != crate::text::WordId::UNKNOWN
        {
            return None;
        }
        Some((name, last))
    }

    /// "Bupati Karawang Jawa Barat – Anu Saputra, Bupati Enrekang – Fulan Wijaya": lists of guests set the name apart by a dash.
    fn name_behind_dash(&self, dash: usize, words: &OfficialWords) -> Option<(crate::mention::Name, usize)> {
        let next = dash.saturating_add(1);
        let apart = !self.is(dash, Shape::GLUED) && !self.is(next, Shape::GLUED);
        let whole = words.region.is_some() || words.body.is_some();
        let other = self.hits.classes(next).holds(self.classes.region) || self.hits.classes(next).meets(self.classes.starts.office);
        if !apart || !whole || other || self.shouting {
            return None;
        }
        let (name, last) = self.name(next)?;
        let plain = (name.first..name.last).all(|i| !self.marks(i).has(Mark::COMMON));
        let closed = matches!(self.sign(last), b',' | b'.' | b';' | b')') || self.word(last) == self.classes.words.dan;
        (plain && closed).then_some((name, last))
    }

    /// "Ketua DPRD Kabupaten | H. Fulan", "Sekda Provinsi | Anu Saputra", "Ketua TP PKK Kota, Anu": the region behind the word for its
    /// level is left out. The head of a government is never told so: "Gubernur Provinsi Santa Cruz".
    fn behind_bare_level(&self, at: usize, words: &OfficialWords) -> Option<usize> {
        let (_, next) = self.value(at, self.classes.level)?;
        let head = words.office.as_ref().is_some_and(|o| level_of(&o.canonical).is_some());
        let honored = || self.hit(next, self.classes.honorific).is_some_and(|h| !h.entry.weak) && self.name(next).is_some();
        let bears = |n: &crate::mention::Name| {
            (n.first..n.last).all(|i| !self.marks(i).has(Mark::COMMON))
                && self.marks(n.first).has(Mark::NAME)
                && n.last > n.first.saturating_add(1)
        };
        let named =
            || !head && !self.shouting && self.capital(at) && (self.sign(next) == b',' || self.name(next).is_some_and(|(n, _)| bears(&n)));
        (self.region_name(next, None, true).is_none() && (honored() || named())).then_some(next)
    }

    /// "Rektor Maju Jaya, Prof. Dr. Anu Saputra": the first run of capitals is the university, for who bears a second name with
    /// academic honors holds the office.
    fn name_of_head(&self, first: &crate::mention::Name, last: usize, words: &OfficialWords) -> Option<(crate::mention::Name, usize)> {
        let heads =
            words.office.as_ref().is_some_and(|o| matches!(o.canonical.as_str(), "Rektor" | "Wakil Rektor" | "Dekan" | "Wakil Dekan"));
        let plain = first.honorifics.is_empty() && first.degrees.is_empty() && words.body.is_none();
        let next = last.saturating_add(1);
        if !heads || !plain || self.sign(last) != b',' || !self.academic(next) {
            return None;
        }
        self.name(next).filter(|(name, _)| !name.honorifics.is_empty())
    }

    /// "Direktur Teknik Tirta Anu Ir. Budi Jaya": of an office that says too little alone, words in capitals up to an honorific that
    /// never stands inside a name tell what it is of.
    fn name_behind_capitals(&self, at: usize, words: &OfficialWords) -> Option<(crate::mention::Name, usize)> {
        let general = words.office.as_ref().is_some_and(|o| o.flags.general) && words.body.is_none();
        let plain = |i: usize| self.capital(i) && !self.marks(i).has(Mark::NAME) && self.is(i, Shape::LETTER) && !self.honored(i);
        let end = (at..at.saturating_add(FIRM)).find(|i| !plain(*i)).filter(|e| general && !self.shouting && *e > at)?;
        if self.honored(end) { self.name(end).filter(|(n, _)| !n.honorifics.is_empty()) } else { None }
    }

    /// "Kabid Layanan Korban, Anu Saputra": words in capitals that nobody bears, up to the comma before a name, are of the unit;
    /// behind a unit that is known only ordinary ones.
    fn name_behind_unit(&self, at: usize, words: &OfficialWords) -> Option<(crate::mention::Name, usize)> {
        let office = words.office.as_ref().filter(|o| words.body.is_none() && words.region.is_none() && o.last == at)?;
        let open = office.unit.is_none() && office.canonical.starts_with("Kepala ") && office.field.is_empty();
        let plain = |i: usize| {
            let nobody = !self.may_name(i) && (open || self.marks(i).has(Mark::COMMON));
            nobody && self.capital(i) && self.is(i, Shape::LETTER) && !self.honored(i)
        };
        let end = (at..at.saturating_add(FIRM)).find(|i| !plain(*i)).filter(|e| *e > at)?;
        // "Kabid Manajerial Anu Saputra": who heads a section is never told without it, so a word that nobody bears is the section.
        let section = matches!(office.canonical.as_str(), "Kepala Bidang" | "Kepala Bagian" | "Kepala Seksi" | "Kepala Subbagian");
        if open && section && end == at.saturating_add(1) && self.marks(end).has(Mark::NAME) && !self.shouting {
            return self.name(end);
        }
        let comma = Some(end).filter(|c| self.sign(*c) == b',')?;
        let known = |n: &crate::mention::Name| !n.honorifics.is_empty() || (n.first..n.last).any(|i| self.marks(i).has(Mark::NAME));
        self.name(comma.saturating_add(1)).filter(|(n, _)| (open || office.unit.is_some()) && !self.shouting && known(n))
    }

    /// A name with its office behind it: "X, anggota Komisi B DPRD DKI", "X selaku Ketua DPRD", "X (Kadis Y)".
    fn person_with_office(&mut self, at: usize) -> Option<Mention> {
        if !self.capital(at) && self.hit(at, self.classes.honorific).is_none() {
            return None;
        }
        let (name, last) = self.name(at)?;
        if !self.is_person(at, &name) {
            return self.name_before_office(at, name, last);
        }
        let named = !name.honorifics.is_empty() || !name.degrees.is_empty() || name.last > name.first.saturating_add(1);
        // "Fulan, SH Kabag Hukum dan Persidangan": behind a degree no name goes on.
        let degreed = !name.degrees.is_empty();
        let mut words = Box::new(OfficialWords { name: Some(name), ..OfficialWords::default() });
        let mut next = last;
        let bracket = self.sign(next) == b'(';
        let comma = self.sign(next) == b',';
        if bracket || comma {
            next = next.saturating_add(1);
        }
        let w = &self.classes.words;
        // "X, salah seorang anggota Komisi II"
        if comma {
            next = self.plays(next, "one").unwrap_or(next);
        }
        let linked = [w.selaku, w.sebagai].contains(&self.word(next))
            || self.word(next) == w.yang && [w.menjabat].contains(&self.word(next.saturating_add(1)));
        if linked {
            next = next.saturating_add(if self.word(next) == w.yang { 2 } else { 1 });
            if self.word(next) == w.sebagai {
                next = next.saturating_add(1);
            }
        }
        // "H Edy Hartanto Sekwan DPRD Klaten", "Edy Hartanto wakil ketua DPRD Klaten": the comma left out before an office that is whole.
        // "A dan B anggota DPRD Klaten" are both members.
        let several = !self.capital(next) && at.checked_sub(1).is_some_and(|b| self.reads(b, &["dan", "serta"]));
        let glued =
            !several && !bracket && !comma && !linked && !self.shouting && self.hits.classes(next).meets(self.classes.starts.office);
        if bracket || comma || linked || glued {
            if let Some((office, end)) = self.office(next, true) {
                let whole = office.region.is_some() || office.body.is_some();
                let headed = whole || office.office.as_ref().is_some_and(|o| o.unit.is_some());
                // "Menurut X, Gubernur tidak hadir": behind who said it begins what was said.
                let goes_on = end < self.limit && !matches!(self.sign(end), b',' | b'.' | b';' | b')' | b'"');
                let said = comma && !linked && !whole && goes_on && self.is_source(at);
                let listed = glued && whole && named && self.sign(end) == b',';
                if (linked || listed || self.name_behind(end, &office).is_none())
                    && !said
                    && (!glued || whole && named && self.closes_apposition(end) || degreed && headed)
                    && (!bracket || self.sign(end) == b')')
                    && !(comma && !linked && !self.closes_apposition(end))
                {
                    words.office = office.office;
                    words.region = office.region;
                    words.body = office.body;
                    let last = if bracket { end.saturating_add(1) } else { end };
                    return Some(Mention { first: at, last, what: What::Official(words) });
                }
            }
        }
        Some(Mention { first: at, last, what: What::Official(words) })
    }

    /// "Dwiyana, Kepala Dinas Pertanian X, ...": a single unknown word is a name where an office in apposition follows.
    fn name_before_office(&mut self, at: usize, name: crate::mention::Name, last: usize) -> Option<Mention> {
        // "Rustoyo wakil ketua DPRD X, mengatakan": the comma left out before small letters.
        let glued = self.begins(at) && !self.capital(last) && self.hits.classes(last).meets(self.classes.starts.office);
        let comma = self.sign(last) == b',';
        if !self.capital(at) || self.shouting || !comma && !glued {
            return None;
        }
        let caps = |n: &crate::mention::Name| (n.first..n.last).all(|i| self.is(i, Shape::ALL_CAPS));
        if name.last != at.saturating_add(1) && !caps(&name) {
            return None;
        }
        let (mut words, end) = self.office(last.saturating_add(usize::from(comma)), true)?;
        if !comma && (words.region.is_none() && words.body.is_none() || self.sign(end) != b',') {
            return None;
        }
        // "Setibanya di Kuala Pembuang, gubernur disambut ...": a place, and somebody else who does something.
        let place = at.checked_sub(1).is_some_and(|b| self.capital(b) && !self.begins(b) || self.reads(b, &["di", "ke", "dari"]));
        let bare = words.region.is_none() && words.body.is_none() && !self.capital(last.saturating_add(1));
        if bare && (place || !matches!(self.sign(end), b',' | b'.' | b')')) {
            return None;
        }
        if !self.closes_apposition(end) || self.marks(at).has(Mark::COMMON) {
            return None;
        }
        words.name = Some(name);
        Some(Mention { first: at, last: end, what: What::Official(Box::new(words)) })
    }

    /// "Menurut", "kata", "diungkapkan" right before a name.
    fn is_source(&self, at: usize) -> bool {
        self.hits_before(at, self.classes.speech).any(|h| matches!(self.lexicon.value_name(h.entry.value), "by" | "source"))
    }

    /// A title in apposition is closed by a comma, a stop, a reporting word or the end; "A, Bupati B C" is a list.
    fn closes_apposition(&self, at: usize) -> bool {
        at >= self.limit
            || matches!(self.sign(at), b',' | b'.' | b')' | b';' | b'"')
            || self.token(at).is_some_and(|t| t.is_word() && !t.is(Shape::CAPITAL))
    }
}
