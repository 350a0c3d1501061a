//! Officials: "Plt. Kepala Dinas Perdagangan Kota X, Drs. Y, M.Si", "Wakil Wali Kota Pontianak, Bahasan,",
//! "Ibrahim, SP (Kadis Pertanian)", "Syarifuddin, anggota Komisi B DPRD DKI Jakarta".

use super::{BodySort, BodyWords, Mention, OfficialWords, Reader, RegionWords, What};
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

/// What may stand between a title and the name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Complement {
    Region,
    Unit,
    Council,
    Org,
    Country,
    None,
}

impl Complement {
    fn from_value(value: &str) -> Complement {
        match value {
            "region" => Complement::Region,
            "unit" => Complement::Unit,
            "council" => Complement::Council,
            "org" => Complement::Org,
            "country" => Complement::Country,
            _ => Complement::None,
        }
    }
}

/// The office of the head of an agency, by the first word of its name: "Kepala BPKAD", "Kepala DPMPTSP".
fn head_of(agency: &str) -> &'static str {
    const HEADS: [(&str, &[&str]); 7] = [
        ("Kepala Badan", &["badan", "bap", "bp", "bk", "balit", "brida", "kesbang", "bakesbang", "bepe"]),
        ("Kepala Dinas", &["dinas", "dis", "din", "dp", "dlh", "dkp", "dk"]),
        ("Kepala Bagian", &["bagian", "humas", "prokopim"]),
        ("Kepala Biro", &["biro"]),
        ("Kepala Kantor", &["kantor"]),
        ("Inspektur", &["inspektorat"]),
        ("Kepala Satpol PP", &["satpol", "satuan"]),
    ];
    HEADS.iter().find(|(_, starts)| starts.iter().any(|s| agency.starts_with(s))).map_or("Kepala", |(office, _)| office)
}

impl Reader<'_> {
    /// The official at `at`: an office, with its region or body and its name where they follow.
    pub(crate) fn official(&mut self, at: usize) -> Option<Mention> {
        let (mut words, mut last) = match self.office(at) {
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
        let general = words.office.as_ref().is_some_and(|o| matches!(o.canonical.as_str(), "Pimpinan" | "Ketua" | "Wakil Ketua" | "Kepala" | "Sekretaris" | "Koordinator" | "Bendahara" | "Direktur" | "Manajer" | "Analis" | "Anggota" | "Anggota DPRD") && o.last <= o.first.saturating_add(2) && o.number.is_none());
        if (weak || general) && words.name.is_none() && words.region.is_none() && words.body.is_none() {
            return None;
        }
        Some(Mention { first: at, last, what: What::Official(words) })
    }

    /// "para camat", "sejumlah kepala OPD", "asisten-asisten": nobody in particular.
    fn is_plural(&self, at: usize, last: usize, words: &OfficialWords) -> bool {
        let many = |i: usize| matches!(self.folded(i, i.saturating_add(1)).as_str(), "para" | "sejumlah" | "beberapa" | "seluruh" | "segenap" | "semua" | "puluhan" | "belasan" | "setiap" | "tiap" | "jajaran" | "mantan");
        let counted = at.checked_sub(1).is_some_and(|b| self.tokens.get(b).is_some_and(crate::text::Token::is_number) || self.value(b, self.classes.numeral).is_some_and(|(v, _)| v != "1"));
        let before = counted || at.checked_sub(1).is_some_and(many);
        let behind = self.sign(last) == b'-' && self.is(last, Shape::GLUED) || self.word(last) == self.classes.words.se;
        let unit = words.office.as_ref().and_then(|o| o.unit).is_some_and(|(first, end)| matches!(self.folded(first, end).as_str(), "opd" | "skpd" | "skpk" | "perangkat daerah" | "uptd" | "satuan kerja perangkat daerah"));
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
        if self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak) || self.hit(next, self.classes.committee).is_some() && matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua" | "Anggota" | "Sekretaris") {
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
        if let Some(behind) = self.bracket(next, 2)
            && self.hit(next.saturating_add(1), self.classes.acting).is_some()
        {
            next = behind;
        }
        (value.parse().ok(), next)
    }

    /// Canonical title, what may follow it, and the position behind it.
    fn title(&self, at: usize) -> Option<(String, Complement, usize)> {
        let minister = self.hit(at, self.classes.minister).or_else(|| self.hit(at, self.classes.viceminister)).map_or(0, |h| h.last as usize);
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
        long || self.hit(next, self.classes.council).is_some() || self.hit(next, self.classes.committee).is_some() || self.capital(next) || matches!(self.lexicon.value_name(hit.entry.value), "Bupati:region" | "Wali Kota:region" | "Gubernur:region" | "Wakil Bupati:region" | "Wakil Wali Kota:region" | "Wakil Gubernur:region" | "Presiden:none" | "Sekda:region" | "Kajari:org" | "Rektor:org" | "Menteri:unit")
    }

    /// "Sekretaris Daerah (Sekda)", "(Kadisbudpar)", "(Plt)": a title said again in brackets.
    fn skip_title_bracket(&self, at: usize) -> usize {
        let Some(behind) = self.bracket(at, 3) else { return at };
        let inner = at.saturating_add(1);
        let title = self.title(inner).is_some() || self.hit(inner, self.classes.acting).is_some() || self.hit(inner, self.classes.minister).is_some();
        let ends = self.title(inner).map_or(inner.saturating_add(1), |(_, _, l)| l).saturating_add(1) >= behind;
        if title && ends { behind } else { at }
    }

    fn region_complement(&mut self, at: usize, level: Option<Level>, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Asisten II Setda Kota X", "Kabag Umum Setdakab X", "Bupati Kabupaten X"
        if let Some(hit) = self.hit(next, self.classes.body)
            && self.lexicon.value_name(hit.entry.value) == "agency"
            && hit.entry.weak
        {
            next = hit.last as usize;
        }
        if matches!(self.folded(next, next.saturating_add(1)).as_str(), "setdakab" | "setdako" | "setdakot" | "setdaprov" | "setdaprop" | "setkab" | "setko" | "setprov") {
            next = next.saturating_add(1);
        }
        let (told, government, name) = self.level_words(next);
        if name > next {
            if let Some((region, last)) = self.region(next) {
                let _ = government;
                words.region = Some(region);
                return last;
            }
            let _ = told;
            return next;
        }
        match self.region_name(next, level, true) {
            Some((candidates, last)) if self.capital(next) && self.region_before_name(next, last, level, &candidates) => {
                let fit: Vec<_> = candidates.iter().copied().filter(|c| level.is_none_or(|l| self.lexicon.gazetteer.level(*c) == l)).collect();
                let mismatch = fit.is_empty();
                let region = RegionWords { candidates: if mismatch { candidates } else { fit }, level, government: false, name: next, mismatch };
                // "Bupati Bintan, Kepulauan Riau"
                let mut probe = next;
                if let Some((_, tail)) = self.region(next) {
                    probe = tail;
                }
                words.region = Some(region);
                last.max(probe)
            }
            // "Wali Kota Cuenca Marcelo Cabrera"
            _ if level.is_some() && self.capital(next) && self.hit(next, self.classes.foreign).is_some() && !self.marks(next).has(Mark::NAME) => {
                let last = self.hit(next, self.classes.foreign).map_or(next, |h| h.last as usize);
                words.body = Some((BodyWords { sort: BodySort::Foreign, region: None, name_last: last }, next, last));
                last
            }
            _ => next.min(self.keep_unless_moved(at, next)),
        }
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

    /// "DPRD Provinsi Riau", "Komisi II DPRD X", or nothing; a bare chair of a council becomes one.
    fn council_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        // "anggota Dewan Perwakilan Rakyat Daerah (DPRD) Kota X"
        let at = self.bracket(at, 1).filter(|_| self.hit(at.saturating_add(1), self.classes.council).is_some()).unwrap_or(at);
        let mut next = at;
        let committee = self.value(at, self.classes.committee).map(|(v, _)| v);
        let bare_council = self.hit(at, self.classes.council).is_some();
        if let Some((body, last)) = self.council(at) {
            let role = match (office.canonical.as_str(), committee) {
                ("Ketua", Some("komisi")) => "Ketua Komisi",
                ("Wakil Ketua", Some("komisi")) => "Wakil Ketua Komisi",
                ("Ketua", Some("pansus")) => "Ketua Pansus",
                ("Wakil Ketua", Some("pansus")) => "Wakil Ketua Pansus",
                ("Ketua", None) if bare_council => "Ketua DPRD",
                ("Wakil Ketua", None) if bare_council => "Wakil Ketua DPRD",
                ("Anggota", _) => "Anggota DPRD",
                ("Sekretaris", Some("komisi")) => "Sekretaris Komisi",
                ("Sekretaris", None) if bare_council => "Sekwan",
                _ => "",
            };
            if !role.is_empty() {
                office.canonical = role.to_owned();
            }
            words.region = body.region.clone();
            words.body = Some((body, at, last));
            next = last;
        } else {
            next = self.region_complement(next, None, words);
            if words.region.is_some() {
                let body = BodyWords { sort: BodySort::Council, region: words.region.clone(), name_last: next };
                let head = (office.first..next).rev().find(|i| self.hit(*i, self.classes.council).is_some()).unwrap_or(office.first);
                words.body = Some((body, head, next));
            }
        }
        if office.canonical == "Sekretaris Komisi"
            && let Some((first, last)) = office.number.or_else(|| committee.is_some().then(|| (at.saturating_add(1), self.council_number(at.saturating_add(1)))))
            && last > first
        {
            office.canonical = format!("Sekretaris Komisi {}", self.words_of(first, last));
            office.number = Some((first, last));
        }
        next
    }

    /// The unit an office heads, then its government: "Tata Pemerintahan Setda Pemkot Blitar".
    fn unit_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        let mut next = at;
        let mut end = self.unit_end(next);
        if end == next && self.hit(next, self.classes.body).is_none() {
            // An abbreviation or a unit that no table knows: "Kadis PKP", "Kepala BKSD".
            let caps = self.is(next, Shape::ALL_CAPS) && !self.shouting && !self.marks(next).has(Mark::NAME);
            if caps {
                end = next.saturating_add(1);
                let more = self.unit_end(end.saturating_add(1));
                if self.word(end) == self.classes.words.dan && more > end.saturating_add(1) {
                    end = more;
                }
            }
        }
        if end > next {
            office.unit = Some((next, end));
            next = end;
        }
        // "Asisten Administrasi Sekda Kabupaten X": the Sekda's office, not the Sekda.
        if let Some((value, last)) = self.value(next, self.classes.title)
            && value == "Sekda:region"
            && next > at
        {
            return self.region_complement(last, None, words);
        }
        // "Kepala Bidang Informasi Dinas Kominfo Kota X", "Kepala Bagian Hukum Setda Kab. X"
        if self.word(next) != self.classes.words.di
            && let Some(hit) = self.hit(next, self.classes.body)
            && (self.capital(next) || hit.entry.weak)
            && let Some((body, last)) = self.body(next)
        {
            words.region = body.region.clone();
            if office.canonical == "Kepala" {
                office.canonical = head_of(&self.folded(next, next.saturating_add(1))).to_owned();
            }
            if !hit.entry.weak {
                words.body = Some((body, next, last));
            }
            next = last;
        } else if let Some((body, last)) = self.declared_body(next) {
            words.body = Some((body, next, last));
            next = last;
        } else if let Some((body, last)) = self.central_body(next) {
            words.body = Some((body, next, last));
            next = last;
        }
        let w = &self.classes.words;
        if self.word(next) == w.ri {
            next = next.saturating_add(1);
        } else if self.word(next) == w.republik && self.word(next.saturating_add(1)) == w.indonesia {
            next = next.saturating_add(2);
        }
        next
    }

    fn central_body(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        self.hit(at, self.classes.agency)?;
        self.body(at)
    }

    /// "Rektor Universitas X (Undana) Kupang", "Direktur PT X", "Dandim 0813/Bojonegoro", "Kapolres Belu", "Ketua TP PKK".
    fn org_complement(&mut self, at: usize, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Camat Kertek Nining Wulansari"
        if let Some(hit) = self.hit(next, self.classes.district)
            && self.lexicon_is_head(at, "Camat:org")
            && self.capital(next)
        {
            return hit.last as usize;
        }
        let numbered = at.checked_sub(1).is_some_and(|b| self.is_ordinal(b));
        if numbered || self.token(next).is_some_and(|t| t.is_number()) {
            next = if numbered { next } else { next.saturating_add(1) };
            if self.sign(next) == b'/' {
                next = next.saturating_add(1);
            }
            // "Danrem 043 Garuda Hitam Kol Arm Winarto": the unit's own name, up to the rank.
            if let Some(rank) = (next..next.saturating_add(4)).find(|i| self.capital(*i) && self.hit(*i, self.classes.honorific).is_some_and(|h| !h.entry.weak)) {
                return rank;
            }
        }
        if let Some((body, last)) = self.body(next).filter(|(b, _)| b.sort != BodySort::Foreign) {
            words.region = body.region.clone();
            words.body = Some((body, next, last));
            return last;
        }
        if let Some((region, last)) = self.region(next).filter(|(r, _)| !r.candidates.is_empty()) {
            words.region = Some(region);
            return last;
        }
        // "Dekan FKIP Dr. Hj. Maimunah": an abbreviation that no table knows.
        if self.is(next, Shape::ALL_CAPS) && !self.shouting && !self.marks(next).has(Mark::NAME) && self.is(next, Shape::LETTER) && self.capital(next.saturating_add(1)) && self.hit(next, self.classes.honorific).is_none() {
            return next.saturating_add(1);
        }
        // "Kajari Sangatta Mulyadi": a town that is no region, then the name.
        let town = self.capital(next) && self.word(next) == crate::text::WordId::UNKNOWN && self.capital(next.saturating_add(1)) && self.marks(next.saturating_add(1)).has(Mark::NAME);
        if town && at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, _)| matches!(v, "Kajari:org" | "Kapolres:org" | "Dandim:org" | "Kapolsek:org" | "Danramil:org" | "Kajati:org" | "Kapolda:org")) {
            return next.saturating_add(1);
        }
        // "Ketua Komisariat Apeksi", "Ketua Dewan Pengawas Apeksi Nasional": unit words up to a body or the name.
        let end = self.unit_end(next);
        if end > next
            && let Some((body, last)) = self.body(end)
        {
            words.body = Some((body, end, last));
            return last;
        }
        end
    }

    /// The title that ends at `at` has this value.
    fn lexicon_is_head(&self, at: usize, value: &str) -> bool {
        at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, last)| v == value && last == at)
    }

    /// "Duta Besar China untuk Indonesia", "Konjen Republik Rakyat Tiongkok (RRT)", "Konsul Jenderal Jepang di Medan".
    fn country_complement(&mut self, at: usize, words: &mut OfficialWords) -> usize {
        let mut next = at;
        if self.word(next) == self.classes.words.bidang {
            next = self.unit_end(next.saturating_add(1)).max(next);
        }
        if self.word(next) == self.classes.words.ri {
            next = next.saturating_add(1);
        }
        if self.word(next) == self.classes.words.republik && self.word(next.saturating_add(1)) == self.classes.words.indonesia {
            next = next.saturating_add(2);
        }
        if let Some((body, last)) = self.body(next).filter(|(b, _)| matches!(b.sort, BodySort::Foreign | BodySort::Mission)) {
            words.body = Some((body, next, last));
            next = last;
        }
        for _ in 0..2 {
            let w = &self.classes.words;
            if [w.untuk, w.di].contains(&self.word(next)) && self.sign(next) == 0 && self.capital(next.saturating_add(1)) {
                let end = self.proper_name_of_place(next.saturating_add(1));
                if end == next.saturating_add(1) {
                    break;
                }
                next = end;
            } else {
                break;
            }
        }
        next
    }

    /// The end of a place name behind "untuk" or "di": Indonesia, a country, a region.
    fn proper_name_of_place(&mut self, at: usize) -> usize {
        if self.word(at) == self.classes.words.indonesia {
            return at.saturating_add(1);
        }
        if let Some((_, last)) = self.region(at) {
            return last;
        }
        self.hit(at, self.classes.foreign).map_or(at, |h| h.last as usize)
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
            let strong = !name.honorifics.is_empty() || !name.degrees.is_empty() || (name.first..name.last).any(|i| self.marks(i).has(Mark::NAME));
            let closed = matches!(self.sign(last), b',' | b')' | b'.' | b';' | b'"' | b'(') || last >= self.limit || self.sign(last) == 0 && !self.capital(last);
            let office_full = words.region.is_some() || words.body.is_some() || words.office.as_ref().is_some_and(|o| o.unit.is_some() || o.last.saturating_sub(o.first) <= 4);
            return (closed && (strong || office_full) && !(self.shouting && !strong)).then_some((name, last));
        }
        let (name, last) = self.name(at)?;
        if self.shouting && !(name.first..name.last).any(|i| self.marks(i).has(Mark::NAME)) && name.honorifics.is_empty() && self.word(name.first) != crate::text::WordId::UNKNOWN {
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
        let linked = [w.selaku, w.sebagai].contains(&self.word(next)) || self.word(next) == w.yang && [w.menjabat].contains(&self.word(next.saturating_add(1)));
        if linked {
            next = next.saturating_add(if self.word(next) == w.yang { 2 } else { 1 });
            if self.word(next) == w.sebagai {
                next = next.saturating_add(1);
            }
        }
        if (bracket || comma || linked)
            && let Some((office, last)) = self.office(next)
            && (linked || self.name_behind(last, &office).is_none())
            && (!bracket || self.sign(last) == b')')
            && !(comma && !linked && !self.closes_apposition(last))
        {
            words.office = office.office;
            words.region = office.region;
            words.body = office.body;
            let last = if bracket { last.saturating_add(1) } else { last };
            return Some(Mention { first: at, last, what: What::Official(words) });
        }
        Some(Mention { what: What::Official(words), ..mention })
    }

    /// A title in apposition is closed by a comma, a stop, a reporting word or the end; "A, Bupati B C" is a list.
    fn closes_apposition(&self, at: usize) -> bool {
        at >= self.limit || matches!(self.sign(at), b',' | b'.' | b')' | b';' | b'"') || self.token(at).is_some_and(|t| t.is_word() && !t.is(Shape::CAPITAL))
    }
}
