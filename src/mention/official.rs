//! Officials: "Plt. Kepala Dinas Perdagangan Kota X, Drs. Y, M.Si", "Wakil Wali Kota Pontianak, Bahasan,",
//! "Ibrahim, SP (Kadis Pertanian)", "Syarifuddin, anggota Komisi B DPRD DKI Jakarta".

use super::complement::Complement;
use super::{Mention, OfficialWords, Reader, What};
use crate::kinds::{Acting, Level};
use crate::text::{Mark, Shape};

/// The words of an office.
#[derive(Clone, Debug, Default)]
pub(crate) struct Office {
    /// Tokens of the title with its number and unit.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Canonical name.
    pub(crate) canonical: String,
    pub(crate) acting: Option<Acting>,
    pub(crate) number: Option<(usize, usize)>,
    pub(crate) unit: Option<(usize, usize)>,
    /// Official name of the ministry that a minister's title tells.
    pub(crate) ministry: Option<String>,
}

/// The level of the region that an office governs, from the value of a title line.
pub(crate) fn level_of_title(value: &str) -> Option<Level> {
    match value.split(':').next().unwrap_or(value) {
        "Bupati" | "Wakil Bupati" => Some(Level::Kabupaten),
        "Wali Kota" | "Wakil Wali Kota" => Some(Level::Kota),
        "Gubernur" | "Wakil Gubernur" => Some(Level::Provinsi),
        _ => None,
    }
}

impl Reader<'_> {
    /// The official at `at`: an office, with its region or body and its name where they follow.
    pub(crate) fn official(&mut self, at: usize) -> Option<Mention> {
        let (mut words, mut last) = match self.office(at) {
            Some(_) if self.behind_kin(at) => return None,
            Some(found) => found,
            None => return self.person_with_office(at),
        };
        if let Some((name, behind)) = self.name_behind(last, &words) {
            words.name = Some(name);
            last = behind;
        } else {
            words.plural = self.is_plural(at, last, &words);
        }
        let weak = self.hits_at(at).find(|h| h.entry.class == self.classes.title).is_some_and(|h| h.entry.weak);
        let general = words.office.as_ref().is_some_and(|o| {
            matches!(
                o.canonical.as_str(),
                "Pimpinan"
                    | "Ketua"
                    | "Wakil Ketua"
                    | "Kepala"
                    | "Sekretaris"
                    | "Koordinator"
                    | "Bendahara"
                    | "Direktur"
                    | "Manajer"
                    | "Analis"
                    | "Anggota"
                    | "Anggota DPRD"
            ) && o.last <= o.first.saturating_add(2)
                && o.number.is_none()
        });
        if (weak || general) && words.name.is_none() && words.region.is_none() && words.body.is_none() {
            return None;
        }
        Some(Mention { first: at, last, what: What::Official(words) })
    }

    /// "menantu Presiden", "ajudan Gubernur": the words speak of another person than the office's holder.
    fn behind_kin(&self, at: usize) -> bool {
        let kin = ["suami", "istri", "isteri", "menantu", "mertua", "besan", "keponakan", "ajudan"];
        at.checked_sub(1).is_some_and(|b| kin.contains(&self.folded(b, at).as_str()))
    }

    /// "para camat", "sejumlah kepala OPD", "asisten-asisten": nobody in particular.
    fn is_plural(&self, at: usize, last: usize, words: &OfficialWords) -> bool {
        let many = |i: usize| {
            matches!(
                self.folded(i, i.saturating_add(1)).as_str(),
                "para"
                    | "sejumlah"
                    | "beberapa"
                    | "seluruh"
                    | "segenap"
                    | "semua"
                    | "puluhan"
                    | "belasan"
                    | "setiap"
                    | "tiap"
                    | "jajaran"
                    | "mantan"
            )
        };
        let counted = at.checked_sub(1).is_some_and(|b| {
            self.tokens.get(b).is_some_and(crate::text::Token::is_number)
                || self.value(b, self.classes.numeral).is_some_and(|(v, _)| v != "1")
        });
        let before = counted || at.checked_sub(1).is_some_and(many);
        let behind = self.sign(last) == b'-' && self.is(last, Shape::GLUED) || self.word(last) == self.classes.words.se;
        let unit = words.office.as_ref().and_then(|o| o.unit).is_some_and(|(first, end)| {
            matches!(
                self.folded(first, end).as_str(),
                "opd" | "skpd" | "skpk" | "perangkat daerah" | "uptd" | "satuan kerja perangkat daerah"
            )
        });
        before || behind || unit
    }

    /// The office at `at` with what belongs to it, without a name.
    fn office(&mut self, at: usize) -> Option<(OfficialWords, usize)> {
        let (acting, start) = self.acting(at);
        let (canonical, complement, mut next) = self.title(start)?;
        if !self.capital(start) && !self.is_lower_title(start) {
            return None;
        }
        let mut words = OfficialWords::default();
        let mut office = Office { first: at, last: next, canonical, acting, number: None, unit: None, ministry: self.ministry(start) };
        let level = level_of_title(&office.canonical);
        let mut complement = complement;
        // "Wakil Ketua I DPRD", "Asisten II", "Ketua Komisi III", "Wakil Rektor IV"
        if self.word(next) == self.classes.words.ri && complement == Complement::None {
            next = next.saturating_add(1);
            office.last = next;
        }
        let number = self.council_number(next);
        if number > next && !matches!(complement, Complement::Region) {
            office.number = Some((next, number));
            next = number;
            office.last = next;
        }
        next = self.skip_title_bracket(next);
        if self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak)
            || self.hit(next, self.classes.committee).is_some()
                && matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua" | "Anggota" | "Sekretaris")
        {
            complement = Complement::Council;
        }
        match complement {
            Complement::Region => next = self.region_complement(next, level, &mut words),
            Complement::Council => next = self.council_complement(next, &mut office, &mut words),
            Complement::Unit => next = self.unit_complement(next, &mut office, &mut words),
            Complement::Org => next = self.org_complement(next, &mut words),
            Complement::Country => next = self.country_complement(next, &mut words),
            Complement::None => {}
        }
        if words.region.is_none() && matches!(complement, Complement::Unit | Complement::Org | Complement::Council) {
            next = self.region_complement(next, None, &mut words);
        }
        office.last = office.last.max(next);
        next = self.skip_title_bracket(next);
        words.office = Some(office);
        Some((words, next))
    }

    /// "Pj.", "Plt", "Pelaksana tugas (Plt)", "Penjabat (Pj.)".
    fn acting(&self, at: usize) -> (Option<Acting>, usize) {
        let Some((value, last)) = self.value(at, self.classes.acting) else { return (None, at) };
        let mut next = last;
        if self.sign(next) == b'.' {
            next = next.saturating_add(1);
        }
        if let Some(behind) = self.bracket(next, 2) {
            if self.hit(next.saturating_add(1), self.classes.acting).is_some() {
                next = behind;
            }
        }
        (value.parse().ok(), next)
    }

    /// Canonical title, what may follow it, and the position behind it.
    fn title(&self, at: usize) -> Option<(String, Complement, usize)> {
        let minister =
            self.hit(at, self.classes.minister).or_else(|| self.hit(at, self.classes.viceminister)).map_or(0, |h| h.last as usize);
        if let Some((value, mut last)) = self.value(at, self.classes.title).filter(|(_, last)| *last >= minister) {
            // "Ketua rombongan" is a role, not an office.
            if self.hits_at(at).any(|h| h.entry.class == self.classes.verb && h.last as usize > last) {
                return None;
            }
            let (canonical, complement) = value.split_once(':').unwrap_or((value, "none"));
            if self.sign(last) == b'.' && self.is(last, Shape::GLUED) && self.capital(last.saturating_add(1)) {
                last = last.saturating_add(1);
            }
            return Some((canonical.to_owned(), Complement::from_value(complement), last));
        }
        if self.hit(at, self.classes.minister).is_some() || self.hit(at, self.classes.viceminister).is_some() {
            let vice = self.hit(at, self.classes.viceminister);
            let hit = vice.or_else(|| self.hit(at, self.classes.minister))?;
            return Some((if vice.is_some() { "Wakil Menteri" } else { "Menteri" }.to_owned(), Complement::None, hit.last as usize));
        }
        self.contracted_title(at)
    }

    /// The ministry of the minister's title at `at`.
    fn ministry(&self, at: usize) -> Option<String> {
        self.value(at, self.classes.minister).or_else(|| self.value(at, self.classes.viceminister)).map(|(name, _)| name.to_owned())
    }

    /// "Kadiskominfo", "Kadisbudpar", "Kabagumum": a beginning of the table `title_prefix` and more letters.
    fn contracted_title(&self, at: usize) -> Option<(String, Complement, usize)> {
        let token = self.token(at)?;
        if !token.is(Shape::CAPITAL) || token.end.saturating_sub(token.start) < 6 || self.marks(at).has(Mark::NAME) {
            return None;
        }
        if !self.words_of(at, at.saturating_add(1)).starts_with(['K', 'S', 'k', 's']) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        let canonical = match word.as_bytes() {
            [b'k', b'a', b'd', b'i', b's', ..] | [b'k', b'a', b'd', b'i', b'n', _, _, ..] => "Kepala Dinas",
            [b'k', b'a', b'b', b'a', b'g', ..] => "Kepala Bagian",
            [b'k', b'a', b'b', b'i', b'd', ..] => "Kepala Bidang",
            [b's', b'e', b'k', b'd', b'i', b's', ..] => "Sekretaris Dinas",
            _ => return None,
        };
        Some((canonical.to_owned(), Complement::Unit, at.saturating_add(1)))
    }

    /// Titles are also read in small letters where they cannot be plain nouns ("anggota Komisi B DPRD DKI").
    fn is_lower_title(&self, at: usize) -> bool {
        let Some(hit) = self.hit(at, self.classes.title) else { return false };
        let long = hit.last > hit.first.saturating_add(1);
        let next = self.council_number(hit.last as usize);
        long || self.hit(next, self.classes.council).is_some()
            || self.hit(next, self.classes.committee).is_some()
            || self.capital(next)
            || matches!(
                self.lexicon.value_name(hit.entry.value),
                "Bupati:region"
                    | "Wali Kota:region"
                    | "Gubernur:region"
                    | "Wakil Bupati:region"
                    | "Wakil Wali Kota:region"
                    | "Wakil Gubernur:region"
                    | "Presiden:none"
                    | "Sekda:region"
                    | "Kajari:org"
                    | "Rektor:org"
                    | "Menteri:unit"
            )
    }

    /// "Sekretaris Daerah (Sekda)", "(Kadisbudpar)", "(Plt)": a title said again in brackets.
    fn skip_title_bracket(&self, at: usize) -> usize {
        let Some(behind) = self.bracket(at, 3) else { return at };
        let inner = at.saturating_add(1);
        let title = self.title(inner).is_some()
            || self.hit(inner, self.classes.acting).is_some()
            || self.hit(inner, self.classes.minister).is_some();
        let ends = self.title(inner).map_or(inner.saturating_add(1), |(_, _, l)| l).saturating_add(1) >= behind;
        if title && ends { behind } else { at }
    }

    /// The name behind an office: at once, behind a comma, or in brackets.
    fn name_behind(&self, at: usize, words: &OfficialWords) -> Option<(super::Name, usize)> {
        if self.sign(at) == b'(' {
            let (name, last) = self.name(at.saturating_add(1))?;
            return (self.sign(last) == b')').then(|| (name, last.saturating_add(1)));
        }
        if self.sign(at) == b',' {
            let next = at.saturating_add(1);
            let (name, last) = self.name(next)?;
            let strong =
                !name.honorifics.is_empty() || !name.degrees.is_empty() || (name.first..name.last).any(|i| self.marks(i).has(Mark::NAME));
            let closed = matches!(self.sign(last), b',' | b')' | b'.' | b';' | b'"' | b'(')
                || last >= self.limit
                || self.sign(last) == 0 && !self.capital(last);
            let office_full = words.region.is_some()
                || words.body.is_some()
                || words.office.as_ref().is_some_and(|o| o.unit.is_some() || o.last.saturating_sub(o.first) <= 4);
            return (closed && (strong || office_full && !self.shouting)).then_some((name, last));
        }
        let (name, last) = self.name(at)?;
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

    /// A name with its office behind it: "X, anggota Komisi B DPRD DKI", "X selaku Ketua DPRD", "X (Kadis Y)".
    fn person_with_office(&mut self, at: usize) -> Option<Mention> {
        let mention = self.person(at)?;
        let What::Official(mut words) = mention.what else { return None };
        let mut next = mention.last;
        let bracket = self.sign(next) == b'(';
        let comma = self.sign(next) == b',';
        if bracket || comma {
            next = next.saturating_add(1);
        }
        let w = &self.classes.words;
        let linked = [w.selaku, w.sebagai].contains(&self.word(next))
            || self.word(next) == w.yang && [w.menjabat].contains(&self.word(next.saturating_add(1)));
        if linked {
            next = next.saturating_add(if self.word(next) == w.yang { 2 } else { 1 });
            if self.word(next) == w.sebagai {
                next = next.saturating_add(1);
            }
        }
        if bracket || comma || linked {
            if let Some((office, last)) = self.office(next) {
                if (linked || self.name_behind(last, &office).is_none())
                    && (!bracket || self.sign(last) == b')')
                    && !(comma && !linked && !self.closes_apposition(last))
                {
                    words.office = office.office;
                    words.region = office.region;
                    words.body = office.body;
                    let last = if bracket { last.saturating_add(1) } else { last };
                    return Some(Mention { first: at, last, what: What::Official(words) });
                }
            }
        }
        Some(Mention { what: What::Official(words), ..mention })
    }

    /// A title in apposition is closed by a comma, a stop, a reporting word or the end; "A, Bupati B C" is a list.
    fn closes_apposition(&self, at: usize) -> bool {
        at >= self.limit
            || matches!(self.sign(at), b',' | b'.' | b')' | b';' | b'"')
            || self.token(at).is_some_and(|t| t.is_word() && !t.is(Shape::CAPITAL))
    }
}
