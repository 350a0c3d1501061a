//! Endings: where a proper name, a run of unit words or an abbreviation in brackets is over.

use super::{OfficialWords, Reader, RegionWords};
use crate::text::{Mark, Shape};

/// Longest name of a body behind its head, in tokens.
pub(super) const LONGEST: usize = 14;

impl Reader<'_> {
    /// Where the name of a body ends when a province stands in apposition behind its region.
    pub(super) fn name_end(&self, at: usize, words: &RegionWords, last: usize) -> usize {
        let own = self.region_name(words.name, None, true).map_or(last, |(_, l)| l);
        let bracketed = self.bracket(own, 2).filter(|b| *b <= last).unwrap_or(own);
        bracketed.max(at.saturating_add(1)).min(last)
    }

    /// "(Unila)", "(BKD)": an abbreviation in brackets behind a name.
    pub(crate) fn abbreviation_tail(&self, at: usize) -> usize {
        match self.bracket(at, 3) {
            Some(behind) if self.capital(at.saturating_add(1)) && self.hit(at.saturating_add(1), self.classes.title).is_none() => behind,
            _ => at,
        }
    }

    /// "(Persero)", "(Unila)", "(PLN)" and what may follow: "Tbk", capitals.
    pub(super) fn company_tail(&self, at: usize) -> usize {
        let behind = self.abbreviation_tail(at);
        if behind == at {
            return at;
        }
        let state = self.word(at.saturating_add(1)) == self.classes.words.persero;
        if state && !self.names_person(behind) { self.proper_end(behind).max(behind) } else { behind }
    }

    /// The end of a run of words in capitals: the proper name behind a head word.
    pub(crate) fn proper_end(&self, at: usize) -> usize {
        let mut next = at;
        while next.saturating_sub(at) < LONGEST {
            let Some(token) = self.token(next) else { break };
            if token.is_word() {
                let marks = self.marks(next);
                // "Universitas Tujuh Belas Agustus 1945"
                let founded = || next > at && self.reads(next, &["1945"]) && self.reads(next.saturating_sub(1), &["agustus"]);
                let name = token.is(Shape::CAPITAL) || token.is(Shape::DIGIT) && next > at && !token.is_number() || founded();
                // In a headline every word has a capital: an ordinary word that names no unit ends the name.
                let of_state = || next == at && self.reads(at, &["negeri"]) && self.capital(at.saturating_add(1));
                let ordinary = marks.has(Mark::COMMON) && !marks.has(Mark::UNIT) && self.shouting && !of_state();
                let honorific = next > at
                    && self.hit(next, self.classes.honorific).is_some_and(|h| !h.entry.weak)
                    && self.sign(next.saturating_add(1)) == b'.';
                let verb = self.ends_name(next) && (self.shouting || !name);
                if !name || ordinary || honorific || self.hit(next, self.classes.weekday).is_some() || verb {
                    if name || !self.joins_units(next) {
                        break;
                    }
                    next = next.saturating_add(2);
                    continue;
                }
                // A region that ends the name is read by the caller.
                if next > at && self.value(next, self.classes.level).is_some_and(|(_, last)| self.region_name(last, None, true).is_some()) {
                    break;
                }
            } else if !(matches!(token.sign, b'-' | b'&' | b'/' | b'\'')
                && token.is(Shape::GLUED)
                && self.capital(next.saturating_add(1))
                && self.is(next.saturating_add(1), Shape::GLUED))
                && !(token.sign == b'.'
                    && token.is(Shape::GLUED)
                    && self.is(next.wrapping_sub(1), Shape::ALL_CAPS)
                    && self.is(next.saturating_add(1), Shape::GLUED))
            {
                break;
            }
            next = next.saturating_add(1);
        }
        next
    }

    /// As [`Reader::proper_end`], but a ministry or agency ends the name too.
    pub(super) fn proper_end_before(&self, at: usize) -> usize {
        let end = self.proper_end(at);
        (at..end).find(|i| self.hit(*i, self.classes.agency).is_some_and(|h| !h.entry.weak)).unwrap_or(end)
    }

    /// The end of the person that a hospital is named after: "RSUD dr. Iskak Tulungagung", "RSUP Prof. Dr. R. D. Kandou".
    pub(super) fn namesake_end(&self, at: usize) -> usize {
        let mut next = at;
        while let Some(hit) = self.hit(next, self.classes.honorific).filter(|_| next.saturating_sub(at) < LONGEST) {
            next = hit.last as usize;
            if self.sign(next) == b'.' {
                next = next.saturating_add(1);
            }
        }
        let name = next;
        while next.saturating_sub(name) < 4
            && (self.capital(next) || next > name && self.is(next, Shape::DIGIT))
            && !self.marks(next).has(Mark::COMMON)
            && !self.ends_name(next)
            && self.hit(next, self.classes.title).is_none()
            && self.value(next, self.classes.level).is_none()
            && self.region_name(next, None, true).is_none()
        {
            next = next.saturating_add(1);
        }
        if next > name { next } else { at }
    }

    /// A verb of the tables begins here.
    fn ends_name(&self, at: usize) -> bool {
        self.hits_at(at).any(|h| h.entry.class == self.classes.verb && !h.entry.weak && !self.marks(at).has(Mark::UNIT))
    }

    /// "dan" between two unit words: "Kebudayaan dan Pariwisata".
    fn joins_units(&self, at: usize) -> bool {
        self.word(at) == self.classes.words.dan && self.marks(at.wrapping_sub(1)).has(Mark::UNIT) && self.unit_word(at.saturating_add(1))
    }

    fn unit_word(&self, at: usize) -> bool {
        self.hit(at, self.classes.unit).is_some() && (self.capital(at) || self.capital(at.wrapping_sub(2)) && !self.shouting)
    }

    /// "Kelautan Perikanan | dan Pengelola Sumberdaya Kawasan (DKP2SK)": a name in capitals goes on to its short form in brackets.
    pub(super) fn up_to_acronym(&self, at: usize) -> Option<usize> {
        let goes_on = |i: &usize| self.capital(*i) || self.word(*i) == self.classes.words.dan || matches!(self.sign(*i), b'&' | b',');
        let open = (at..at.saturating_add(10)).find(|i| !goes_on(i)).filter(|o| *o > at)?;
        let closed = self.bracket(open, 1)?;
        let short = open.saturating_add(1);
        (self.is(short, Shape::ALL_CAPS) && self.words_of(short, short.saturating_add(1)).len() >= 4).then_some(closed)
    }

    /// "Persahabatan Indonesia-Jepang (PIJ) | Anu Saputra": a name of no person in capitals, up to its short form in brackets, if
    /// the name of a person follows.
    pub(super) fn up_to_short_form(&self, at: usize) -> Option<usize> {
        let joint = |i: usize| matches!(self.sign(i), b'&' | b'-') || self.word(i) == self.classes.words.dan;
        let named = |i: usize| self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::UNIT);
        let plain = || (at..at.saturating_add(LONGEST)).find(|i| !(self.capital(*i) && !named(*i) || joint(*i))).filter(|o| *o > at);
        let open = self.initials_end(at).or_else(plain)?;
        let closed = self.closed_short_form(open)?;
        (self.hits.classes(closed).holds(self.classes.region) || self.level_words(closed).2 > closed || self.name(closed).is_some())
            .then_some(closed)
    }

    /// Behind "(PIJ)" at `at`.
    fn closed_short_form(&self, at: usize) -> Option<usize> {
        self.bracket(at, 1).filter(|_| self.is(at.saturating_add(1), Shape::ALL_CAPS))
    }

    /// The bracket behind the words at `at` holds their first letters, so they are no name: "Gabungan Organisasi Wanita (GOW)".
    fn initials_end(&self, at: usize) -> Option<usize> {
        let open = (at..at.saturating_add(LONGEST)).find(|i| !self.capital(*i) && self.word(*i) != self.classes.words.dan)?;
        self.closed_short_form(open)?;
        let short = self.words_of(open.saturating_add(1), open.saturating_add(2));
        let first = |i: usize| self.words_of(i, i.saturating_add(1)).chars().next();
        let initials = (at..open).filter(|i| self.capital(*i)).filter_map(first);
        initials.eq(short.chars()).then_some(open)
    }

    /// "Ketua | LPPM UMK |, Bambang Sutrisno", "Kepala | SMAN 1 Kudus | Bambang Sutrisno": capitals and numbers of no table between an
    /// office and the name of its holder. Without a comma an abbreviation or a number must tell that they are no part of the name.
    /// Of a body or region that they end with the office is.
    pub(super) fn up_to_holder(&mut self, at: usize, words: &mut OfficialWords) -> Option<usize> {
        let c = self.classes;
        let rank = |i: usize| self.hit(i, c.honorific).is_some_and(|h| !h.entry.weak);
        let named = |i: usize| self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::UNIT);
        let other = |i: usize| named(i) || rank(i) || self.title(i).is_some() || self.hit(i, c.government).is_some();
        // A lone "I" is the article of a Balinese name.
        let long = |i: usize| self.token(i).is_some_and(|t| t.letters > 1);
        let number = |i: usize| self.is_ordinal(i) && long(i) || self.token(i).is_some_and(|t| t.is_number());
        let caps = |i: usize| self.is(i, Shape::ALL_CAPS) && self.token(i).is_some_and(|t| t.letters > 2) && !self.shouting;
        let joint = |i: usize| matches!(self.sign(i), b'&' | b'-' | b'/') || self.word(i) == c.words.dan;
        let part = |i: usize| self.capital(i) && !other(i) && (long(i) || self.is_ordinal(i)) || number(i) || i > at && joint(i);
        let end = (at..at.saturating_add(LONGEST)).find(|i| !part(*i)).filter(|e| *e > at && !joint(e.wrapping_sub(1)))?;
        let comma = usize::from(self.sign(end) == b',');
        let holder = end.saturating_add(comma);
        let told = comma > 0 || (at..end).any(|i| caps(i) && !caps(holder) || number(i)) && long(end.wrapping_sub(1));
        if !(told && self.capital(holder) && (named(holder) || rank(holder)) && self.name(holder).is_some()) {
            return None;
        }
        if words.body.is_none() && words.region.is_none() {
            let body = (at..end).find_map(|i| self.body(i).filter(|(_, last)| *last == end).map(|(body, last)| (body, i, last)));
            let mut region = || (at..end).find_map(|i| self.region(i).filter(|(_, last)| *last == end).map(|(region, _)| region));
            words.region = if body.is_some() { None } else { region() };
            words.body = body;
        }
        Some(end)
    }

    /// The end of a run of unit words: "Perindustrian, Perdagangan, Koperasi dan UKM".
    pub(crate) fn unit_end(&self, at: usize) -> usize {
        self.unit_run(at, false)
    }

    /// As [`Reader::unit_end`]; with `lower` the run may begin with a small letter: "kepala dinas perhubungan".
    pub(super) fn unit_run(&self, at: usize, lower: bool) -> usize {
        let mut next = at;
        while next.saturating_sub(at) < 24 {
            // "Bina Marga DPUPR Batang", "Persidangan Sekretariat DPRD": the agency that the unit belongs to.
            if next > at && self.agency_name(next).is_some() && !self.joint_before(next) {
                break;
            }
            // "Setda Daerah Istimewa Yogyakarta": a region's name is longer than a unit's word.
            let unit = self.hit(next, self.classes.unit).map_or(0, |h| h.last);
            // "Sumber Daya Alam Sekretariat Daerah Kota X", "Humas DPRD X": whose unit it is.
            let behind = self.behind_secretariat(next);
            let secretariat = unit > 0 && behind > unit as usize && self.sign(behind) != b'(';
            if next > at && (secretariat || self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak && h.last >= unit)) {
                break;
            }
            if self.capital(next) && self.hit(next, self.classes.region).is_some_and(|h| h.last > unit && unit > 0 && !h.entry.weak) {
                break;
            }
            // "Pemerintahan Kecamatan Gandapura": a place, where no unit word follows.
            let level = self.value(next, self.classes.level).filter(|(v, _)| next > at && matches!(*v, "kecamatan" | "desa"));
            if level.is_some_and(|(_, l)| self.capital(next) && self.capital(l) && self.hit(l, self.classes.unit).is_none()) {
                break;
            }
            // "Wilayah IV", "Persidangan I Budi Santoso", but "Pemerintahan I Made Arya"
            let name = next.saturating_add(1);
            let number = || {
                let before_name = || self.reads(next, &["i"]) && self.may_name(name) && !self.reads(name, &BALI);
                self.words_of(next, name).len() > 1 || before_name()
            };
            if next > at && self.capital(next) && self.is_ordinal(next) && number() {
                next = next.saturating_add(1);
                continue;
            }
            // "Kabag Hukum Pdt. Anu": letters of a unit in capitals alone ("Kementerian Desa PDT").
            let rank = || self.is_rank(next) && !self.is(next, Shape::ALL_CAPS);
            if let Some(hit) = self.hit(next, self.classes.unit).filter(|_| !rank()) {
                if (lower || self.capital(next) || next > at) && !(self.shouting && self.marks(next).has(Mark::COMMON) && next > at) {
                    next = hit.last as usize;
                    continue;
                }
            }
            if self.unit_noun(next) || next == at && self.before_unit(next) || next > at && self.of_unit_noun(next) {
                next = next.saturating_add(1);
                continue;
            }
            let bracket = self.bracket(next, 8).filter(|b| {
                !(next..*b).any(|i| self.sign(i) == b',' || self.hit(i, self.classes.honorific).is_some_and(|h| !h.entry.weak))
                    && next > at
                    && self.is(next.saturating_add(1), Shape::CAPITAL)
                    && self.hit(next.saturating_add(1), self.classes.title).is_none()
                    && !self.holder_inside(next.saturating_add(1), *b)
            });
            if let Some(behind) = bracket {
                next = behind;
                continue;
            }
            let joint = [self.classes.words.dan, self.classes.words.serta].contains(&self.word(next))
                || matches!(self.sign(next), b',' | b'&' | b'/' | b'-');
            let behind = next.saturating_add(1);
            // "Agraria dan Tata Ruang/BPN"
            if let Some(last) =
                self.agency_name(behind).filter(|_| next > at && self.sign(next) == b'/' && self.is(behind, Shape::ALL_CAPS))
            {
                next = last;
                continue;
            }
            let comma_and = self.sign(next) == b',' && self.word(behind) == self.classes.words.dan;
            let resume = if comma_and { behind.saturating_add(1) } else { behind };
            // "Dinas Kesehatan serta BPKPD": the letters of another agency.
            let letters = || self.is(resume, Shape::ALL_CAPS) && !self.shouting && self.agency_name(resume).is_some();
            let title = self.hit(resume, self.classes.title).is_some()
                || joint && letters()
                || self
                    .hit(resume, self.classes.body)
                    .is_some_and(|h| !h.entry.weak && self.hit(resume, self.classes.unit).is_none_or(|u| u.last < h.last));
            if joint && next > at && self.unit_word_behind(resume) && !title {
                next = self.hit(resume, self.classes.unit).map_or(resume, |h| h.last as usize);
                continue;
            }
            break;
        }
        next
    }

    /// "Kepala Bidang Infrastruktur TIK (Anu Rahmawati)": nothing but the name of the holder stands in the bracket that closes before `behind`.
    fn holder_inside(&self, at: usize, behind: usize) -> bool {
        let known = |i: usize| self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::UNIT) && !self.is(i, Shape::ALL_CAPS);
        let Some((name, last)) = self.name(at).filter(|(_, last)| last.saturating_add(1) == behind) else { return false };
        let honored = !name.degrees.is_empty() || !name.honorifics.is_empty();
        behind.saturating_sub(at) > 2 && (honored || (at..last).any(known))
    }

    fn joint_before(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|b| {
            let w = &self.classes.words;
            self.sign(b) == b'&' || self.token(b).is_some_and(|t| t.is_word()) && [w.dan, w.serta].contains(&self.word(b))
        })
    }

    /// "Kadispora | & Pariwisata": a sign or word that joins two units, and the second, which is no agency of its own.
    pub(super) fn goes_on_with_unit(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let joint = self.sign(at) == b'&' || self.word(at) == self.classes.words.dan;
        let other = [self.classes.body, self.classes.agency, self.classes.title, self.classes.council];
        joint && self.capital(next) && self.unit_word_behind(next) && !self.hits_at(next).any(|h| other.contains(&h.entry.class))
    }

    /// The name of an agency, council or office of the centre at `at`, no shorter than a unit that begins there; the
    /// position behind its fixed words. A section ("humas") may be a unit as well.
    pub(super) fn agency_name(&self, at: usize) -> Option<usize> {
        if !self.capital(at) {
            return None;
        }
        let unit = self.hit(at, self.classes.unit).map_or(0, |h| h.last);
        let named = self.hits_at(at).filter(|h| {
            let sort = || self.lexicon.value_name(h.entry.value);
            h.entry.class == self.classes.body
                && !h.entry.weak
                && (matches!(sort(), "agency" | "hospital" | "vertical" | "vertical_province")
                    // "Kepala Jasa Raharja Cabang Kudus"
                    || sort() == "company" && h.last as usize > at.saturating_add(1))
                || h.entry.class == self.classes.agency && (!h.entry.weak || self.is(at, Shape::ALL_CAPS) && !self.shouting)
        });
        named.filter(|h| h.last >= unit).map(|h| h.last as usize).max()
    }

    fn unit_word_behind(&self, at: usize) -> bool {
        self.hit(at, self.classes.unit).is_some() && self.capital(at) || self.unit_noun(at)
    }

    /// "Diseminasi Informasi Asep Anu": a word that is no name opens a unit if a word of units, which is no name, follows.
    fn before_unit(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let c = self.classes;
        let other = [c.body, c.council, c.committee, c.title, c.acting, c.level, c.government, c.region, c.foreign, c.honorific];
        let plain = self.is(at, Shape::LETTER) && !self.is(at, Shape::ALL_CAPS) && !self.shouting && !self.may_name(at);
        let field = self.word(next) == self.classes.words.bidang;
        plain
            && self.capital(at)
            && !field
            && !self.hits_at(at).any(|h| other.contains(&h.entry.class))
            && self.capital(next)
            && !self.may_name(next)
            && self.hit(next, self.classes.unit).is_some_and(|h| !h.entry.weak)
    }

    /// "Penanganan Darurat BNPB": an ordinary word behind such a noun, before the agency that it belongs to.
    fn of_unit_noun(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let plain = self.marks(at).has(Mark::COMMON) && !self.may_name(at);
        let owner = |i: usize| self.agency_name(i).is_some() || self.hit(i, self.classes.agency).is_some_and(|h| !h.entry.weak);
        plain && self.capital(at) && !self.shouting && self.unit_noun(at.wrapping_sub(1)) && owner(next)
    }

    /// "Penyelesaian", "Kewilayahan": a noun made of a verb or of another noun says what an office is for; nobody bears it.
    fn unit_noun(&self, at: usize) -> bool {
        let c = self.classes;
        let other = [c.body, c.council, c.committee, c.title, c.acting, c.level, c.government, c.region, c.foreign];
        // "Kerajaan Maroko"
        let state = || self.value(at, c.role).is_some_and(|(role, _)| role == "state");
        let derived = || is_derived(&self.folded(at, at.saturating_add(1)));
        self.capital(at)
            && !self.shouting
            && !self.may_name(at)
            && derived()
            && !state()
            && !self.hits_at(at).any(|h| other.contains(&h.entry.class))
    }
}

/// Words of Balinese names behind the article: the order of birth and the house.
const BALI: [&str; 20] = [
    "dewa", "gde", "gede", "gst", "gusti", "kadek", "ketut", "komang", "kt", "made", "md", "nengah", "ngh", "ngurah", "ny", "nym",
    "nyoman", "putu", "wayan", "wy",
];

/// Fewest letters of a derived noun that is known by its ends.
const DERIVED: usize = 8;

/// "pe...an", "ke...an", "...isasi"; of a folded word, so that accents change nothing.
fn is_derived(word: &str) -> bool {
    let made = word.ends_with("isasi") || word.ends_with("an") && (word.starts_with("pe") || word.starts_with("ke"));
    made && word.len() >= DERIVED
}
