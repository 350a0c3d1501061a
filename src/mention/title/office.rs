//! Offices: the title, who holds it for the time being, its number, and what it heads.

use super::complement::Complement;
use crate::kinds::{Acting, Level};
use crate::mention::{OfficialWords, Reader};
use crate::text::{Shape, WordId};

/// The words of an office.
#[derive(Clone, Debug, Default)]
pub(crate) struct Office {
    /// Tokens of the title with its number and unit.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Tokens of the title alone, which name an office that the guide does not list.
    pub(crate) head: (usize, usize),
    /// Canonical name.
    pub(crate) canonical: String,
    pub(crate) acting: Option<Acting>,
    pub(crate) number: Option<(usize, usize)>,
    pub(crate) unit: Option<(usize, usize)>,
    /// Folded name of what it heads, by which two mentions of one office are told: unit, village, or the tail of "Kadishub".
    pub(crate) field: String,
    /// Official name of the ministry that a minister's title tells.
    pub(crate) ministry: Option<String>,
    /// The beginnings of the names of the office of the centre or the forces that it heads: "kejari", "kejaksaan negeri".
    pub(crate) heads: Vec<String>,
    pub(crate) flags: Flags,
}

/// What the table `title` says of a title besides its name.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Flags {
    /// Says too little alone: "Ketua", "Direktur".
    pub(crate) general: bool,
    /// Only with the unit it heads: "Kadin Sosial", for the Kadin is the chamber of commerce.
    pub(crate) named: bool,
    /// Read in small letters without a name too: "bupati".
    pub(crate) plain: bool,
    /// Of a province: "Kapolda Bengkulu" is not the city's.
    pub(crate) province: bool,
    /// Of the body told before: "ketuanya".
    pub(crate) own: bool,
    /// Before several names it belongs to each: "anggota Komisi II A dan B".
    pub(crate) shared: bool,
    /// Of a court, and the beginning of its holder's name: "Sri Sultan Hamengku Buwono X".
    pub(crate) court: bool,
}

/// A title and what may stand behind it; `last` is the token behind.
#[derive(Default)]
pub(crate) struct TitleWords<'a> {
    pub(crate) canonical: &'a str,
    pub(crate) complement: Complement,
    pub(crate) flags: Flags,
    /// Names of what it heads, with slashes between: "kejari/kejaksaan negeri".
    pub(crate) heads: &'a str,
    /// The code of the region that the title tells itself: "Gubsu".
    pub(crate) of: &'a str,
    pub(crate) last: usize,
}

/// Numbers of offices in words: "Asisten Satu".
const SPELT: [&str; 4] = ["satu", "dua", "tiga", "empat"];

impl<'a> TitleWords<'a> {
    /// From a value of the table `title`: "Camat:village:plain:shared".
    fn from_value(value: &'a str, last: usize) -> TitleWords<'a> {
        let mut parts = value.split(':');
        let canonical = parts.next().unwrap_or(value);
        let complement = Complement::from_value(parts.next().unwrap_or("none"));
        let (mut flags, mut heads, mut of) = (Flags::default(), "", "");
        for flag in parts {
            match flag {
                "court" => flags.court = true,
                "general" => flags.general = true,
                "named" => flags.named = true,
                "own" => flags.own = true,
                "plain" => flags.plain = true,
                "province" => flags.province = true,
                "shared" => flags.shared = true,
                _ => {
                    heads = flag.strip_prefix("heads ").unwrap_or(heads);
                    of = flag.strip_prefix("of ").unwrap_or(of);
                }
            }
        }
        TitleWords { canonical, complement, flags, heads, of, last }
    }
}

/// The canonical name in a value of the table `title`.
pub(crate) fn canonical_of(value: &str) -> &str {
    value.split(':').next().unwrap_or(value)
}

/// The level of the region that an office governs, from the value of a title line.
pub(crate) fn level_of_title(value: &str) -> Option<Level> {
    match canonical_of(value) {
        "Bupati" | "Wakil Bupati" => Some(Level::Kabupaten),
        "Wali Kota" | "Wakil Wali Kota" => Some(Level::Kota),
        "Gubernur" | "Wakil Gubernur" => Some(Level::Provinsi),
        _ => None,
    }
}

impl<'a> Reader<'a> {
    /// The office at `at` with what belongs to it, without a name. `apposed`: its holder stands before it, so what follows
    /// is no name.
    pub(crate) fn office(&mut self, at: usize, apposed: bool) -> Option<(OfficialWords, usize)> {
        // Most words begin none.
        if !self.hits.classes(at).meets(self.classes.starts.office) && self.contracted_title(at).is_none() {
            return None;
        }
        let (acting, start) = self.acting(at);
        let elided = || self.elided_head(start).filter(|_| acting.is_some()).map(|title| (title, start));
        let (title, start) = self.title_once(start).or_else(elided)?;
        // "Rombongan pimpinan Sekda X", "di bawah pimpinan X": it is led by whoever stands behind.
        let under = at.checked_sub(1).is_some_and(|before| self.reads(before, &["bawah", "dibawah"]));
        if title.canonical == "Pimpinan" && !self.capital(start) && (under || self.title(title.last).is_some()) {
            return None;
        }
        if !self.capital(start) && !self.is_lower_title(start, &title) {
            return None;
        }
        let mut words = OfficialWords { region: self.region_of_title(&title), ..OfficialWords::default() };
        let mut title = title;
        // "Ketua Komisi Informasi Provinsi X", "Ketua Dewan Perwakilan Daerah RI": the body begins inside the longer title.
        let inner = title.last.saturating_sub(1);
        let behind = self.hit(inner, self.classes.council).map_or(title.last, |h| (h.last as usize).max(title.last));
        let body =
            self.hits_at(inner).any(|h| h.last as usize > behind && [self.classes.body, self.classes.agency].contains(&h.entry.class));
        let shorter = title.canonical.strip_suffix(" Komisi").or_else(|| title.canonical.strip_suffix(" DPRD"));
        let shorter = shorter.filter(|_| body && inner > start);
        if let Some(shorter) = shorter {
            title = TitleWords { canonical: shorter, complement: Complement::Org, last: inner, ..title };
        }
        // "Kepala Badan Narkotika Nasional RI X": an agency of the centre begins inside the title, which is its head's.
        let agency = self.hit(inner, self.classes.agency).is_some_and(|h| h.last as usize > title.last && !h.entry.weak);
        if agency && title.complement == Complement::Unit && inner > start && title.canonical.starts_with("Kepala ") {
            title.last = inner;
        }
        let mut next = title.last;
        let mut office = Office {
            first: at,
            last: next,
            head: (start, self.before_bracket(start, next)),
            canonical: title.canonical.to_owned(),
            acting,
            flags: title.flags,
            ministry: self.ministry(start),
            heads: title.heads.split('/').filter(|h| !h.is_empty()).map(str::to_owned).collect(),
            ..Office::default()
        };
        office.unit = self.portfolio(start, next);
        let level = level_of_title(&office.canonical).or(title.flags.province.then_some(Level::Provinsi));
        let mut complement = title.complement;
        next = self.skip_title_bracket(next);
        // "Menteri Kelautan dan Perikanan (KKP) Republik Indonesia (RI)"
        let minister = office.ministry.is_some();
        let short = |at: usize| self.bracket(at, 1).filter(|_| minister && self.is(at.saturating_add(1), Shape::ALL_CAPS)).unwrap_or(at);
        next = short(next);
        // "Menteri Dalam Negeri (Mendagri) Republik Indonesia"
        let w = &self.classes.words;
        if complement == Complement::None && self.word(next) == w.ri {
            next = next.saturating_add(1);
        } else if complement == Complement::None && self.word(next) == w.republik && self.word(next.saturating_add(1)) == w.indonesia {
            next = short(next.saturating_add(2));
        }
        office.last = office.last.max(next);
        // "Wakil Ketua I DPRD", "Asisten II", "Asisten Dua", "Ketua Komisi III", "Wakil Rektor IV"
        let spelt = matches!(office.canonical.as_str(), "Asisten" | "Wakil Ketua") && self.capital(next) && self.reads(next, &SPELT);
        let number = if spelt { next.saturating_add(1) } else { self.council_number(next) };
        let school = office.canonical == "Kepala Sekolah";
        let counted = number > next && self.sign(number) != b'/' && !school && !self.is_birth_name(next, &office.canonical);
        if counted && !matches!(complement, Complement::Region | Complement::Village) {
            office.number = Some((next, number));
            next = number;
            office.last = next;
        }
        next = self.skip_title_bracket(next);
        if shorter.is_none() && self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak)
            || shorter.is_none()
                && self.hit(next, self.classes.committee).is_some()
                && matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua" | "Anggota" | "Sekretaris")
        {
            complement = Complement::Council;
        }
        if self.special_council(next).is_some() {
            complement = Complement::Council;
        }
        match complement {
            Complement::Region => next = self.region_complement(next, level, &mut words),
            Complement::Council => next = self.council_complement(next, &mut office, &mut words),
            Complement::Unit => next = self.unit_complement(next, &mut office, &mut words),
            Complement::Org => next = self.org_complement(next, &mut office, &mut words),
            Complement::Village => {
                let from = next;
                next = self.village_complement(next, apposed, &mut words);
                office.field = self.folded(from, next);
            }
            Complement::Country => next = self.country_complement(next, &mut office, &mut words),
            Complement::None => {}
        }
        if words.region.is_none() && matches!(complement, Complement::Unit | Complement::Org | Complement::Council) {
            next = self.region_complement(next, level, &mut words);
        }
        // "Kepala Balai Pelaksanaan Jalan Nasional Bengkulu | Kementerian PU": the ministry behind the region.
        if complement == Complement::Unit && words.region.is_some() && words.body.is_none() && office.unit.is_some() {
            if let Some((body, last)) = self.central_body(next).filter(|_| self.capital(next)) {
                words.body = Some((body, next, last));
                next = last;
            }
        }
        if let Some(region) = words.region.as_mut().filter(|r| r.candidates.len() > 1 && level.is_some()) {
            region.candidates = self.of_level(std::mem::take(&mut region.candidates), level);
        }
        next = self.seat(next).unwrap_or(next);
        // "Asisten II Setda Kabupaten X Bidang Ekonomi"
        if office.unit.is_none() && complement == Complement::Unit && self.word(next) == self.classes.words.bidang {
            let end = self.unit_end(next.saturating_add(1));
            if end > next.saturating_add(1) {
                office.unit = Some((next.saturating_add(1), end));
                next = end;
            }
        }
        if matches!(complement, Complement::Unit | Complement::Org | Complement::Council) {
            next = self.up_to_holder(next, &mut words).unwrap_or(next);
        }
        if title.flags.named && office.unit.is_none() {
            return None;
        }
        if let Some((first, last)) = office.unit {
            office.field = self.folded(first, last);
        } else if office.field.is_empty() && office.head.1 == office.head.0.saturating_add(1) {
            let head = self.words_of(office.head.0, office.head.1);
            let word =
                if head.is_ascii() && !head.starts_with(['k', 'K']) { String::new() } else { self.folded(office.head.0, office.head.1) };
            let tail = ["kadis", "kadin", "kaban", "kabag", "kabid", "kab"].iter().find_map(|h| word.strip_prefix(h));
            office.field = tail.unwrap_or_default().to_owned();
        }
        office.last = office.last.max(next);
        next = self.skip_title_bracket(next);
        if let Some((short, first)) = self.short_title(start, next) {
            if office.canonical.starts_with("Kepala") {
                office.canonical = short.canonical.to_owned();
            } else if office.canonical == short.canonical && self.folded(first, short.last) == short.canonical.to_lowercase() {
                // "Sekretaris Dewan (Sekwan)": the office is called by its canonical name where the article has it.
                office.head = (first, short.last);
            }
        }
        if !office.heads.is_empty() {
            next = self.behind_superior(next).unwrap_or(next);
        }
        words.office = Some(office);
        Some((words, next))
    }

    /// Of "Kepala Satuan Polisi Pamong Praja (Satpol PP)" the title in full.
    fn before_bracket(&self, first: usize, last: usize) -> usize {
        (first.saturating_add(1)..last).find(|i| self.sign(*i) == b'(').unwrap_or(last)
    }

    /// The title that brackets inside tokens `first..last` tell: "Kepala Kejaksaan Negeri (Kajari) X".
    fn short_title(&self, first: usize, last: usize) -> Option<(TitleWords<'a>, usize)> {
        let open = (first..last).find(|i| self.sign(*i) == b'(' && self.skip_title_bracket(*i) > *i)?;
        let inside = open.saturating_add(1);
        self.title(inside).map(|t| (t, inside))
    }

    /// The title at `at` and where it begins; of one that was typed twice ("Direktur Direktur Keuangan") the second.
    fn title_once(&self, at: usize) -> Option<(TitleWords<'a>, usize)> {
        let title = self.title(at)?;
        let last = title.last;
        let twice = self.word(at) != WordId::UNKNOWN && self.word(at) == self.word(last);
        let again = self.title(last).filter(|t| twice && self.folded(at, last) == self.folded(last, t.last));
        Some(again.map_or((title, at), |t| (t, last)))
    }

    /// "Konsul Jenderal Tiongkok yang ada di Medan, Fulan": behind the seat of the office, if a name may follow.
    fn seat(&mut self, at: usize) -> Option<usize> {
        let place = self.plays(at, "seated").filter(|di| self.word(*di) == self.classes.words.di)?.saturating_add(1);
        let end = self.proper_name_of_place(place);
        (end > place && self.sign(end) == b',').then_some(end)
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

    /// The title at `at`.
    pub(crate) fn title(&self, at: usize) -> Option<TitleWords<'a>> {
        if !self.hits.classes(at).meets(self.classes.starts.office) {
            return self.contracted_title(at);
        }
        let vice = self.hit(at, self.classes.viceminister);
        let minister = vice.or_else(|| self.hit(at, self.classes.minister));
        if let Some((value, mut last)) = self.value(at, self.classes.title) {
            if minister.is_none_or(|m| last >= m.last as usize) {
                // "Ketua rombongan" is a role, not an office, and so is "Ketua Tim Komisi II"; "Irjen Pol" is a rank.
                let c = self.classes;
                let of_council = self.hit(last, c.committee).is_some() || self.hit(last, c.council).is_some();
                let least = last.saturating_add(usize::from(!of_council));
                let other = |h: &&crate::lexicon::Hit| [c.verb, c.honorific].contains(&h.entry.class) && !h.entry.weak;
                if self.hits_at(at).filter(other).any(|h| h.last as usize >= least) {
                    return None;
                }
                if self.sign(last) == b'.' && self.is(last, Shape::GLUED) && self.capital(last.saturating_add(1)) {
                    last = last.saturating_add(1);
                }
                return Some(TitleWords::from_value(value, last));
            }
        }
        if let Some(hit) = minister {
            let canonical = if vice.is_some() { "Wakil Menteri" } else { "Menteri" };
            return Some(TitleWords { canonical, last: hit.last as usize, ..TitleWords::default() });
        }
        self.contracted_title(at)
    }

    /// The ministry of the minister's title at `at`.
    fn ministry(&self, at: usize) -> Option<String> {
        self.value(at, self.classes.minister).or_else(|| self.value(at, self.classes.viceminister)).map(|(name, _)| name.to_owned())
    }

    /// "Dalam Negeri" of the written-out "Menteri Dalam Negeri" at `at`.
    fn portfolio(&self, at: usize, last: usize) -> Option<(usize, usize)> {
        let starts = &self.classes.starts;
        if !self.hits.classes(at).meets(starts.minister) {
            return None;
        }
        let bare = self.hits_at(at).filter(|h| h.entry.class == self.classes.title).map(|h| h.last as usize).max()?;
        (bare > at && bare < last).then_some((bare, last))
    }

    /// Titles are also read in small letters where they cannot be plain nouns ("anggota Komisi B DPRD DKI").
    fn is_lower_title(&self, at: usize, title: &TitleWords<'_>) -> bool {
        let long = title.last > at.saturating_add(1);
        let contracted = self.hit(at, self.classes.title).is_none() && !self.hits.classes(at).meets(self.classes.starts.minister);
        let next = self.council_number(title.last);
        long || contracted
            || title.flags.plain
            || title.flags.own && self.sign(title.last) == b',' && self.name_or_honorific(title.last.saturating_add(1))
            || self.capital(next)
            || self.hit(next, self.classes.council).is_some()
            || self.hit(next, self.classes.committee).is_some()
            || title.complement == Complement::Village && self.told_of_region(title.last)
            || title.complement == Complement::Unit && !title.flags.general && self.hit(next, self.classes.unit).is_some()
    }

    /// "kades | di Batu Bara", "lurah | dari Kota X": a region follows a word that says where they are from.
    fn told_of_region(&self, at: usize) -> bool {
        let w = &self.classes.words;
        let next = at.saturating_add(1);
        let from = [w.di, w.dari].contains(&self.word(at)) || self.reads(at, &["asal"]);
        from && self.capital(next) && (self.level_words(next).2 > next || self.hit(next, self.classes.region).is_some())
    }

    /// "direkturnya, | dr. Fulan": a name begins, or what stands before one.
    fn name_or_honorific(&self, at: usize) -> bool {
        self.capital(at) || self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak)
    }

    /// "Sekretaris Daerah (Sekda)", "(Kadisbudpar)", "(Plt)": a title said again in brackets, or its council: "(DPRD)".
    pub(super) fn skip_title_bracket(&self, at: usize) -> usize {
        let Some(behind) = self.bracket(at, 3) else { return at };
        let inner = at.saturating_add(1);
        let title = self.title(inner).map(|t| t.last).or_else(|| self.hit(inner, self.classes.acting).map(|h| h.last as usize));
        let last = title.or_else(|| self.hit(inner, self.classes.minister).map(|h| h.last as usize));
        // "Ketua Dewan Perwakilan Rakyat Daerah (DPRD) X", "Kepala Kantor Wilayah (Kanwil) X": the bracket shortens what is headed.
        let last = last.or_else(|| self.hit(inner, self.classes.council).filter(|h| !h.entry.weak).map(|h| h.last as usize));
        let last = last.or_else(|| self.plays(inner, "branch"));
        if last.is_some_and(|l| l.saturating_add(1) >= behind) { behind } else { at }
    }
}
