//! Councils and their parts: "Komisi II DPRD Provinsi Riau", "Fraksi PDI Perjuangan DPRD X", "DPR Aceh (DPRA)".

use crate::BodySort;
use crate::mention::title::office::Office;
use crate::mention::{BodyWords, OfficialWords, Reader};
use crate::text::{Mark, Shape};

/// Most tokens of "I, II, III dan IV".
const NUMBERS: usize = 9;

/// Most tokens of the fields of a committee in brackets.
const FIELDS: usize = 8;
/// Most parts that a member's seat is told by: committee, faction, constituency.
const SEATS: usize = 3;

impl Reader<'_> {
    /// "Komisi II DPRD Provinsi Riau", "Dewan Kubar", "pimpinan dan anggota DPRD X".
    pub(crate) fn council(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let mut next = at;
        let committee = self.value(at, self.classes.committee);
        if let Some((value, last)) = committee {
            let last = self.bracket(last, 2).filter(|_| self.capital(last.saturating_add(1))).unwrap_or(last);
            next = self.council_number(last);
            // "Komisi II (Bidang Hukum) DPRD X"
            if self.word(next.saturating_add(1)) == self.classes.words.bidang {
                next = self.bracket(next, FIELDS).filter(|end| self.council_behind(*end) == Some(*end)).unwrap_or(next);
            }
            // "Komisi II Bidang Hukum dan Pemerintahan DPRD X"
            if let Some(council) = self.council_behind(next).filter(|_| self.word(next) == self.classes.words.bidang) {
                next = council;
            } else if self.word(next) == self.classes.words.bidang {
                let mut unit = next.saturating_add(1);
                while self.marks(unit).has(Mark::UNIT) && unit.saturating_sub(next) < 6 {
                    unit = unit.saturating_add(1);
                }
                next = unit;
            }
            // "Fraksi PDI Perjuangan DPRD X", "Pansus Raperda Sampah DPRD X"
            if matches!(value, "fraksi" | "pansus" | "panja") {
                next = self.council_behind(next).unwrap_or(next);
            }
        }
        let numbered = committee.is_some_and(|(_, last)| next > last);
        // "Komisi V DPR Papua"
        if let Some(found) = self.special_council(next) {
            return Some(found);
        }
        let longer = |last: u32| self.hit(next, self.classes.council).is_some_and(|c| c.last > last);
        if let Some(hit) = self.hit(next, self.classes.agency).filter(|h| {
            !longer(h.last)
                && committee.is_some_and(|(v, _)| v != "pimpinan")
                && self.lexicon.value_name(h.entry.value).starts_with("Dewan Perwakilan")
        }) {
            let mut last = hit.last as usize;
            if self.word(last) == self.classes.words.ri {
                last = last.saturating_add(1);
            }
            return Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, last));
        }
        let council = self.hit(next, self.classes.council);
        let Some(council) = council else {
            let (value, _) = committee?;
            // "Fraksi Golkar"
            let party = self.hit(next, self.classes.body).filter(|_| value == "fraksi" && self.capital(next)).map(|h| h.last as usize);
            // "BK" alone is short for much.
            let short = self.hit(at, self.classes.committee).is_some_and(|h| h.entry.weak);
            let whole = matches!(value, "badan" | "pansus") && self.capital(at) && !short;
            let own = numbered && value == "komisi" || whole || party.is_some();
            let last = party.unwrap_or(next);
            return own.then_some((BodyWords { sort: BodySort::Council, region: None, name_last: last }, last));
        };
        let name = council.last as usize;
        // "Dewan Perwakilan Rakyat Daerah (DPRD) X", "Sekretariat DPRD (Setwan) X"
        let inside = name.saturating_add(1);
        let short = self.hit(inside, self.classes.council).is_some() || self.reads(inside, &["setwan", "sekwan"]);
        let name = self.bracket(name, 1).filter(|_| short).unwrap_or(name);
        // "DPRD Komisi II Kabupaten Ngawi"
        let part = self.value(name, self.classes.committee).filter(|(v, _)| committee.is_none() && *v == "komisi");
        let name = part.map(|(_, last)| self.council_number(last)).filter(|l| self.region_of_body(*l).is_some()).unwrap_or(name);
        let region = self.region_of_body(name).filter(|(r, _)| !r.candidates.is_empty());
        let weak = council.entry.weak;
        match region {
            Some((words, last)) => {
                let name_last = self.name_end(name, &words, last);
                Some((BodyWords { sort: BodySort::Council, region: Some(words), name_last }, last))
            }
            None if weak || committee.is_none() && self.many_before(at) => None,
            None => Some((BodyWords { sort: BodySort::Council, region: None, name_last: name }, name)),
        }
    }

    /// "Tiga DPRD bertamu", "sejumlah DPRD": several councils, and none of them is named.
    fn many_before(&self, at: usize) -> bool {
        let many =
            ["dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sejumlah", "beberapa", "berbagai", "kedua", "ketiga", "keempat"];
        at.checked_sub(1).is_some_and(|before| self.reads(before, &many) && self.sentence_of(before) == self.sentence_of(at))
    }

    /// "DPR Aceh (DPRA)", "DPR Papua": the councils of provinces under UU 11/2006 and UU 21/2001.
    pub(crate) fn special_council(&mut self, at: usize) -> Option<(BodyWords, usize)> {
        let head = self.hit(at, self.classes.agency).filter(|h| h.last as usize == at.saturating_add(1))?;
        if !self.lexicon.value_name(head.entry.value).starts_with("Dewan Perwakilan Rakyat") {
            return None;
        }
        let (region, last) = self.region_of_body(at.saturating_add(1))?;
        let code = region.candidates.first().map(|r| self.lexicon.gazetteer.code(*r))?;
        if code != "11" && !(code.len() == 2 && code.starts_with('9')) {
            return None;
        }
        let last = self.bracket(last, 1).unwrap_or(last);
        Some((BodyWords { sort: BodySort::Council, region: Some(region), name_last: last }, last))
    }

    /// The council's word behind a run of capitalised words, none of which begins the office of somebody else.
    pub(super) fn council_behind(&self, at: usize) -> Option<usize> {
        (at..at.saturating_add(10))
            .take_while(|i| {
                *i == at
                    || self.capital(i.saturating_sub(1))
                    || !self.is(i.saturating_sub(1), Shape::LETTER)
                    || self.word(i.saturating_sub(1)) == self.classes.words.dan
            })
            .take_while(|i| *i == at || self.hit(*i, self.classes.title).is_none_or(|h| h.entry.weak))
            .find(|i| self.hit(*i, self.classes.council).is_some_and(|h| !h.entry.weak))
    }

    /// Behind "Komisi", "Pansus", "Wakil Ketua": "II", "3", "C", "I dan II".
    pub(crate) fn council_number(&self, at: usize) -> usize {
        if !self.is_ordinal(at) {
            return at;
        }
        let mut last = at.saturating_add(1);
        let mut next = last;
        while next.saturating_sub(at) < NUMBERS {
            let sign = usize::from(self.sign(next) == b',');
            let joint = next.saturating_add(sign);
            let joint = joint.saturating_add(usize::from(self.word(joint) == self.classes.words.dan || self.sign(joint) == b'&'));
            if joint == next || !self.is_ordinal(joint) {
                break;
            }
            next = joint.saturating_add(1);
            // "Komisi I dan IV DPRD X": only a council behind tells that the second figure is one of its parts as well.
            if self.hit(next, self.classes.council).is_some_and(|h| !h.entry.weak) {
                last = next;
            }
        }
        last
    }

    pub(crate) fn is_ordinal(&self, at: usize) -> bool {
        let short = |t: &&crate::text::Token| t.letters <= 4 && (t.is(Shape::CAPITAL) || t.is(Shape::DIGIT));
        let Some(token) = self.token(at).filter(short) else { return false };
        let text = self.words_of(at, at.saturating_add(1)).as_bytes();
        let roman = text != b"L" && text.iter().all(|b| matches!(b, b'I' | b'V' | b'X' | b'L'));
        let letter = matches!(text, [b'A'..=b'F']);
        // "Komisi A. Muthalib": an initial, unless the sentence ends there.
        let goes_on = || self.sentence_of(at.saturating_add(2)) == self.sentence_of(at);
        let glued = |sign| self.sign(at.saturating_add(1)) == sign && self.is(at.saturating_add(1), Shape::GLUED);
        let followed = || glued(b'.') && goes_on();
        // "Kabid E-Government"
        let half = || {
            glued(b'-') && self.is(at.saturating_add(2), Shape::GLUED) && self.token(at.saturating_add(2)).is_some_and(|t| t.letters > 1)
        };
        roman || letter && !followed() && !half() || token.is_number() && text.len() <= 2
    }

    /// "DPRD Provinsi Riau", "Komisi II DPRD X", or nothing; a bare chair of a council becomes one.
    pub(crate) fn council_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        // "anggota Dewan Perwakilan Rakyat Daerah (DPRD) Kota X"
        let at = self.bracket(at, 1).filter(|_| self.hit(at.saturating_add(1), self.classes.council).is_some()).unwrap_or(at);
        // "Ketua Pansus LKPJ DPRD X"
        // "Anggota Fraksi PKS DPRD X"
        let party = at > office.head.0 && self.value(at.saturating_sub(1), self.classes.committee).is_some_and(|(v, _)| v == "fraksi");
        // "Ketua Komisi III Bidang Pembangunan DPRD X", "Ketua Komisi A (Pemerintahan) DPRD X"
        let field = self.word(at) == self.classes.words.bidang;
        let at = if party || field || office.canonical.ends_with("Pansus") { self.council_behind(at).unwrap_or(at) } else { at };
        let at = self.bracket(at, FIELDS).filter(|end| self.council_behind(*end) == Some(*end)).unwrap_or(at);
        let mut next = at;
        let committee = self.value(at, self.classes.committee).map(|(v, _)| v);
        let bare_council = self.hit(at, self.classes.council).is_some() || self.special_council(at).is_some();
        // "Anggota DPR RI Komisi VII": a committee of the nation's council, not of a region's.
        let nation = office.canonical.ends_with(" RI");
        if let Some((body, last)) = self.council(at).filter(|_| !nation) {
            let role = match (office.canonical.as_str(), committee) {
                (chair @ ("Ketua" | "Wakil Ketua"), part) => chair_of(chair, part, bare_council),
                ("Anggota", _) => Some("Anggota DPRD".to_owned()),
                ("Sekretaris", Some("komisi")) => Some("Sekretaris Komisi".to_owned()),
                ("Sekretaris", None) if bare_council => Some("Sekwan".to_owned()),
                _ => None,
            };
            office.canonical = role.unwrap_or_else(|| std::mem::take(&mut office.canonical));
            words.region = body.region.clone();
            words.body = Some((body, at, last));
            next = last;
            // "Anggota DPRD Kota X dari Komisi III"
            let part =
                |at: usize| self.value(at, self.classes.committee).filter(|(v, _)| *v != "fraksi").map(|(_, l)| self.council_number(l));
            if self.word(next) == self.classes.words.dari {
                next = part(next.saturating_add(1)).unwrap_or(next);
            }
        } else if let Some((body, last)) = self.central_body(next) {
            // "Anggota Komisi V DPR RI" is called so.
            if office.canonical == "Anggota DPRD" {
                "Anggota".clone_into(&mut office.canonical);
                office.head.1 = last;
            }
            words.body = Some((body, next, last));
            next = last;
        } else {
            // "Ketua Komite II Fulan": of the council of the regions.
            let part = self.value(next, self.classes.committee).filter(|(v, _)| *v == "komite").map(|(_, last)| last);
            if let Some(last) = part {
                words.body = Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, next, last));
                return last;
            }
            next = self.region_complement(next, None, words);
            let (first, last) = (office.head.0.saturating_add(1), office.head.1);
            if nation && first < last {
                words.body = Some((BodyWords { sort: BodySort::Central, region: None, name_last: last }, first, last));
            } else if words.region.is_some() {
                let body = BodyWords { sort: BodySort::Council, region: words.region.clone(), name_last: next };
                // "Ketua Dewan Perwakilan Rakyat Daerah (DPRD) Kabupaten X": the council in full.
                let full = |i: &usize| self.hit(*i, self.classes.council).is_some() && self.sign(i.wrapping_sub(1)) != b'(';
                let head = (office.first..next).rev().find(full).unwrap_or(office.first);
                words.body = Some((body, head, next));
            } else if let Some(part) = (office.first..next).rev().find(|i| self.hit(*i, self.classes.committee).is_some()) {
                // "Ketua Komisi III": of which council, the article tells elsewhere.
                words.body = Some((BodyWords { sort: BodySort::Council, region: None, name_last: next }, part, next));
            }
        }
        next = self.constituency(next, office).unwrap_or(next);
        if office.number.is_none() && committee.is_some() {
            let number = at.saturating_add(1);
            let behind = self.council_number(number);
            if behind > number {
                office.number = Some((number, behind));
            }
        }
        next
    }
}

impl Reader<'_> {
    /// Behind "dari Komisi VII Fraksi PKB dapil Jawa Tengah VI": for whom a member sits, and with whom.
    fn constituency(&mut self, at: usize, office: &Office) -> Option<usize> {
        let mut end = at;
        for _ in 0..SEATS {
            let Some(behind) = self.seat_in_council(end, office) else { break };
            end = behind;
        }
        (end > at).then_some(end)
    }

    /// Behind "dapil Jawa Tengah VI", "dari Fraksi PKB", "Komisi VII": one of what a member's seat is told by.
    fn seat_in_council(&mut self, at: usize, office: &Office) -> Option<usize> {
        let w = &self.classes.words;
        let next = if self.word(at) == w.dari || self.reads(at, &["asal"]) { at.saturating_add(1) } else { at };
        if let Some(place) = self.plays(next, "constituency") {
            // "Dapil II", "Dapil Jawa Tengah VI"
            let area = self.region(place).map_or(place, |(_, last)| last);
            return Some(self.council_number(area)).filter(|last| *last > place);
        }
        let nation = office.canonical.ends_with(" RI");
        // "Anggota DPD RI asal Kalimantan Utara, Fulan"
        if let Some((_, last)) = self.region(next).filter(|(r, _)| next > at && nation && !r.candidates.is_empty()) {
            return Some(last);
        }
        let (part, behind) = self.value(next, self.classes.committee).filter(|_| next > at || self.capital(at))?;
        if part == "komisi" && nation {
            return Some(self.council_number(behind)).filter(|last| *last > behind);
        }
        let party = if self.reads(behind, &["partai"]) { behind.saturating_add(1) } else { behind };
        let named = self.hit(party, self.classes.body).or_else(|| self.hit(behind, self.classes.body)).map(|h| h.last as usize);
        named.or_else(|| self.is(party, Shape::ALL_CAPS).then(|| party.saturating_add(1))).filter(|_| part == "fraksi")
    }
}

/// The title of who chairs a part of a council or, as `"Ketua"` or `"Wakil Ketua"`, the `council` itself.
pub(crate) fn chair_of(office: &str, part: Option<&str>, council: bool) -> Option<String> {
    let of = match part {
        Some("komisi") => "Komisi",
        Some("pansus") => "Pansus",
        None if council => "DPRD",
        _ => return None,
    };
    Some(format!("{office} {of}"))
}
