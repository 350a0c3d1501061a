//! Parties: which government, body or organisation a mention stands for, and when two are the same.

use std::sync::Arc;

use super::vertical::{land_office, regional_office};
use crate::lexicon::RegionId;
use crate::mention::{BodySort, BodyWords, Mention, OfficialWords, Reader, RegionWords, What};

/// A party of the article: a government, one of its bodies, or another organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PartyRef {
    pub(crate) region: Option<RegionId>,
    /// `None` for the regional government itself.
    pub(crate) sort: Option<BodySort>,
    /// Where an office sits that belongs to no region: "KPU Kabupaten X" is not that of Kabupaten Y.
    pub(crate) seat: Option<RegionId>,
    /// Folded telling words of the body's name, to tell bodies apart; shared, for a party is copied wherever it is told.
    pub(crate) key: Arc<[String]>,
    /// Tokens of what it is, told before the first of a row only: "DPRD" of "DPRD Sragen dan Majalengka".
    pub(crate) head: Option<(usize, usize)>,
    /// Tokens of the name of the body, or of the region.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

/// Fewest letters of a name that may be written in one word and in several.
const SPELT: usize = 8;

impl PartyRef {
    /// The same real party: same region and sort of body; without a region, names that share a telling word.
    pub(crate) fn same(&self, other: &PartyRef) -> bool {
        match (self.region, other.region) {
            (Some(a), Some(b)) => a == b && (self.sort.is_some() == other.sort.is_some() || self.sort.is_none() || other.sort.is_none()),
            (None, None) => {
                self.sort_like(other)
                    && self.seat.zip(other.seat).is_none_or(|(a, b)| a == b)
                    && (self.short_for(other)
                        || other.short_for(self)
                        || self.shares_words(other)
                        || self.spelt_like(other)
                        || self.key.is_empty()
                        || other.key.is_empty())
            }
            _ => false,
        }
    }

    /// "Chungcheongbuk-do", "Chung Cheong Buk": a place abroad written in one word and in several.
    fn spelt_like(&self, other: &PartyRef) -> bool {
        let whole = |p: &PartyRef| p.key.concat();
        let abroad = self.sort == Some(BodySort::Foreign) && other.sort == self.sort && self.key.len() != other.key.len();
        abroad && {
            let (a, b) = (whole(self), whole(other));
            a.len().min(b.len()) >= SPELT && (a.starts_with(&b) || b.starts_with(&a))
        }
    }

    /// The names share a telling word; a court shares its word with the ministry ("Pengadilan Agama", "Kementerian Agama"), Bawaslu
    /// ("Pengawas Pemilihan Umum") with the KPU, and "BNNP X" is the "Badan Narkotika Nasional Provinsi X". A Kapolres of no place
    /// stands for the Polri, a Dandim for the TNI.
    pub(crate) fn shares_words(&self, other: &PartyRef) -> bool {
        let one = |p: &PartyRef, words: &[&str]| p.key.iter().any(|w| words.contains(&w.as_str()));
        if one(self, &WATCH) != one(other, &WATCH) {
            return false;
        }
        let head = |p: &PartyRef, parts: &[&str]| p.key.len() == 1 && one(p, parts);
        let of = |whole: &str, parts: &[&str]| one(self, &[whole]) && head(other, parts) || one(other, &[whole]) && head(self, parts);
        if of("polri", &POLICE) || of("tni", &ARMY) {
            return true;
        }
        let court = |p: &PartyRef| p.key.iter().any(|w| matches!(w.as_str(), "pengadilan" | "pa" | "pn"));
        let narcotics = |p: &PartyRef| p.key.iter().any(|w| matches!(w.as_str(), "bnn" | "bnnp" | "bnnk" | "narkotika"));
        narcotics(self) && narcotics(other) || court(self) == court(other) && self.key.iter().any(|w| other.key.contains(w))
    }

    /// "Untan" is short for the "Universitas Tanjungpura", "PA" for the "Pengadilan Agama".
    pub(crate) fn short_for(&self, other: &PartyRef) -> bool {
        // "ITN Malang": the place of a campus stands in both.
        let (short, place) = match &*self.key {
            [short] => (short, None),
            [short, place] if self.sort == Some(BodySort::University) && other.key.contains(place) => (short, Some(place)),
            _ => return false,
        };
        // "PA": the first letters of Pengadilan Agama.
        if self.sort == Some(BodySort::Vertical) {
            return other.key.len() >= 2 && short.chars().eq(other.key.iter().filter_map(|w| w.chars().next()));
        }
        // "Unnes dan UNS": two short names, neither one of the other.
        if self.sort != Some(BodySort::University) || other.last == other.first.saturating_add(1) {
            return false;
        }
        // "UHO": the first letters of Universitas Halu Oleo; "UB" those of Universitas Brawijaya.
        let words = || other.key.iter().filter(|w| Some(*w) != place);
        let initials = || short.chars().skip(1).eq(words().filter_map(|w| w.chars().next()));
        if (words().count() >= 2 || place.is_some() || short.len() == 2 && short.starts_with('u')) && initials() {
            return true;
        }
        // "ITS": the first letters of "Institut Teknologi Sepuluh Nopember", "Itera" some of those of "Institut Teknologi Sumatera".
        if short.starts_with("it") && other.key.first().is_some_and(|w| w == "teknologi") {
            let mut rest = other.key.iter().filter_map(|w| w.chars().next());
            let first = other.key.len() >= 2 && short.chars().skip(1).all(|c| rest.next() == Some(c));
            return first && short.len() >= LEAST.saturating_sub(1) || short.len() > LEAST && other.spelt_by(short, "institut");
        }
        // "Unnes": Universitas Negeri Semarang, of which "negeri" tells nothing.
        let state = || short.starts_with("unn") && other.spelt_by(short, "universitasnegeri");
        let whole = short.starts_with("un") && (other.spelt_by(short, "universitas") || state());
        // "UNS": Universitas Sebelas Maret; "UNY": Universitas Negeri Yogyakarta.
        let first = || short.chars().nth(2) == other.key.first().and_then(|w| w.chars().next());
        whole && !other.key.contains(short) && (short.len() >= LEAST || short.len() == 3 && first())
    }

    /// The letters of a short name stand in this order in the head of a campus and its name.
    fn spelt_by(&self, short: &str, head: &str) -> bool {
        let mut left = short.chars().peekable();
        head.chars().chain(self.key.iter().flat_map(|w| w.chars())).for_each(|c| {
            left.next_if_eq(&c);
        });
        left.peek().is_none()
    }

    fn sort_like(&self, other: &PartyRef) -> bool {
        self.sort == other.sort
            || matches!(
                (self.sort, other.sort),
                (Some(BodySort::Mission | BodySort::Foreign), Some(BodySort::Mission | BodySort::Foreign))
                    | (Some(BodySort::Central | BodySort::Vertical), Some(BodySort::Central | BodySort::Vertical))
            )
    }
}

/// Who watches over elections.
const WATCH: [&str; 4] = ["bawaslu", "panwaslu", "pengawas", "panwas"];
/// Heads of the Polri and of the TNI in a region.
const POLICE: [&str; 4] = ["kapolres", "kapolresta", "kapolrestabes", "kapolda"];
const ARMY: [&str; 4] = ["dandim", "danrem", "pangdam", "danlanal"];

/// Letters of the shortest short name of a university that is told apart from others.
const LEAST: usize = 4;

/// A word of organisation names that tells nothing.
fn is_generic(word: &str) -> bool {
    matches!(
        word,
        "kota"
            | "kabupaten"
            | "kab"
            | "provinsi"
            | "pemerintah"
            | "daerah"
            | "universitas"
            | "pt"
            | "cv"
            | "dinas"
            | "badan"
            | "kementerian"
            | "kementrian"
            | "kantor"
            | "direktorat"
            | "kecamatan"
            | "kelurahan"
            | "kalurahan"
            | "desa"
            | "distrik"
            | "komisi"
            | "dewan"
            | "negara"
            | "republik"
            | "indonesia"
            | "jenderal"
            | "konsulat"
            | "kedutaan"
            | "besar"
            | "dan"
            | "ri"
            | "persero"
            | "di"
            | "propinsi"
            | "negeri"
            | "prefektur"
            | "bagian"
            | "city"
            | "do"
            | "prefecture"
            | "tbk"
            | "kejaksaan"
            | "kejari"
            | "institut"
            | "asosiasi"
            | "bpjs"
            | "dprd"
            | "seluruh"
            | "rsup"
            | "rsud"
            | "rs"
            | "rumah"
            | "sakit"
            | "umum"
            | "pusat"
            | "dr"
    )
}

/// The telling word that the short name of an office of the centre stands for: "BPS Kudus" is the "Badan Pusat Statistik Kudus".
fn spoken(word: &str) -> &str {
    match word {
        "bps" => "statistik",
        "kemenag" => "agama",
        "bpn" => "pertanahan",
        "lapas" => "pemasyarakatan",
        "kejati" => "tinggi",
        "kpu" => "pemilihan",
        "bpjamsostek" | "bpjstk" => "ketenagakerjaan",
        "kanwil" => "wilayah",
        _ => word,
    }
}

/// The folded words of tokens `first..last` that tell one organisation from another.
pub(super) fn telling_words(reader: &Reader<'_>, first: usize, last: usize) -> Vec<String> {
    let mut telling = Vec::new();
    let mut word = String::new();
    for at in (first..last).filter(|i| reader.tokens.get(*i).is_some_and(|t| t.is_word())) {
        word.clear();
        crate::text::fold(reader.words_of(at, at.saturating_add(1)), &mut word);
        if !is_generic(&word) {
            telling.push(spoken(&word).to_owned());
        }
    }
    telling
}

/// The party a mention stands for (a government, a body) or belongs to (an official, a venue).
pub(crate) fn party(reader: &Reader<'_>, mention: &Mention) -> Option<PartyRef> {
    match &mention.what {
        What::Region(r) => government(r, mention.first, mention.last),
        What::Body(b) => body_party(reader, b, mention.first),
        What::Official(o) => official_party(reader, o, mention),
        What::Place(p) => p
            .body
            .as_ref()
            // "Gedung DPRD": of whichever council.
            .filter(|(b, _, _)| b.sort != BodySort::Foreign && !(b.sort == BodySort::Council && b.region.is_none()))
            .and_then(|(b, first, _)| body_party(reader, b, *first))
            .or_else(|| p.region.as_ref().and_then(|r| government(r, mention.first, mention.last))),
        What::Date(_) | What::Number(_) => None,
    }
}

fn government(words: &RegionWords, first: usize, last: usize) -> Option<PartyRef> {
    let region = words.candidates.first().copied()?;
    Some(PartyRef { region: Some(region), sort: None, seat: None, key: Arc::default(), head: None, first, last })
}

/// The words of the official name of the ministry or agency that begins in tokens `first..before` and ends before `last`, without `known`.
pub(super) fn official_words(reader: &Reader<'_>, first: usize, before: usize, last: usize, known: &[String]) -> Vec<String> {
    let agency = |at: usize| reader.hit(at, reader.classes.agency).filter(|h| h.last as usize <= last);
    let Some(hit) = (first..before).find_map(agency) else { return Vec::new() };
    let name = reader.lexicon.value_name(hit.entry.value).to_lowercase();
    name.split_whitespace().filter(|w| !is_generic(w)).map(str::to_owned).filter(|w| !known.contains(w)).collect()
}

pub(super) fn body_party(reader: &Reader<'_>, body: &BodyWords, first: usize) -> Option<PartyRef> {
    let place = body.region.as_ref().and_then(|r| r.candidates.first().copied());
    let (region, seat) = if body.sort.regional() { (place, None) } else { (None, place) };
    // "Setda Kabupaten X": the office of the government itself, not an agency of it.
    if let Some(words) = body.region.as_ref().filter(|_| region.is_some() && reader.behind_secretariat(first) > first) {
        return government(words, first, body.name_last);
    }
    let last = body.name_last;
    // The region tells two offices of one place apart as little as their generic words do.
    let mut key = telling_words(reader, first, body.region.as_ref().map_or(last, |r| r.name.clamp(first, last)));
    // "Kemendagri" and "Kementerian Dalam Negeri" are one, as are "Kantor Kemenag Pati" and "Kantor Kementerian Agama Kabupaten Pati".
    match body.sort {
        BodySort::Central => {
            let official = official_words(reader, first, first.saturating_add(1), last, &[]);
            // "BPJS Kesehatan" shares a word with its official name, and is not to share one with "BPJS Ketenagakerjaan".
            if !official.iter().any(|w| key.contains(w)) {
                key.extend(official);
            }
        }
        BodySort::Vertical => key.extend(official_words(reader, first.saturating_add(1), last, last, &key)),
        _ => {}
    }
    if key.is_empty() {
        key = telling_words(reader, first, last);
    }
    // "Pimpinan dan anggota DPRD X" are the council, and no part of it.
    let staff =
        reader.value(first, reader.classes.committee).filter(|(value, last)| *value == "pimpinan" && *last > first.saturating_add(1));
    let first = staff.map_or(first, |(_, last)| last).min(last);
    Some(PartyRef { region, sort: Some(body.sort), seat, key: key.into(), head: None, first, last })
}

/// "Ketua Fraksi X | DPRD Y": who speaks for a faction comes and receives for the council.
fn behind_faction(reader: &Reader<'_>, first: usize, last: usize) -> usize {
    let faction = reader.value(first, reader.classes.committee).is_some_and(|(value, _)| value == "fraksi");
    (first..last).find(|i| faction && reader.hit(*i, reader.classes.council).is_some()).unwrap_or(first)
}

fn official_party(reader: &Reader<'_>, official: &OfficialWords, mention: &Mention) -> Option<PartyRef> {
    let office = official.office.as_ref()?;
    // A member of the councils of the nation is chosen in a region, and is none of its government.
    if office.canonical.starts_with("Anggota D") && office.canonical.ends_with(" RI") {
        return None;
    }
    if let Some(party) = regional_office(reader, official, office, mention) {
        return Some(party);
    }
    // The head of an agency that the article leaves without its region belongs to the government.
    if let Some((body, first, _)) =
        official.body.as_ref().filter(|(b, _, _)| b.region.is_some() || !b.sort.regional() || b.sort == BodySort::Council)
    {
        return body_party(reader, body, behind_faction(reader, *first, body.name_last));
    }
    if let Some(party) = land_office(reader, official, office, mention) {
        return Some(party);
    }
    let region = official.region.as_ref().and_then(|r| r.candidates.first().copied());
    let council = matches!(
        office.canonical.as_str(),
        "Ketua DPRD"
            | "Wakil Ketua DPRD"
            | "Anggota DPRD"
            | "Ketua Komisi"
            | "Wakil Ketua Komisi"
            | "Ketua Pansus"
            | "Wakil Ketua Pansus"
            | "Sekwan"
    ) || office.canonical.starts_with("Sekretaris Komisi");
    // "Sekretaris DPRD X" is of the DPRD X, "Sekretaris Dewan Perwakilan Rakyat Daerah (DPRD) X" of what it is in full.
    let whose = |i: &usize| reader.hit(*i, reader.classes.council).is_some() && reader.sign(i.wrapping_sub(1)) != b'(';
    let body = (office.first..office.last).rev().find(whose).filter(|_| council);
    let central = |key: Vec<String>| PartyRef {
        region: None,
        sort: Some(BodySort::Central),
        seat: None,
        key: key.into(),
        head: None,
        first: office.first,
        last: office.last,
    };
    match (region, office.canonical.as_str()) {
        (Some(region), _) => Some(PartyRef {
            region: Some(region),
            sort: council.then_some(BodySort::Council),
            seat: None,
            key: Arc::default(),
            head: None,
            // An office that several names share stands before the first of them.
            first: body.unwrap_or(if office.last > mention.first { mention.first } else { office.first }),
            last: office.last,
        }),
        (None, "Presiden" | "Wakil Presiden") => Some(central(vec![office.canonical.to_lowercase()])),
        (None, "Jaksa Agung" | "Kapolri" | "Panglima TNI" | "Kasad" | "Kasal" | "Kasau") => {
            Some(central(office.canonical.split(' ').map(str::to_lowercase).collect()))
        }
        // "Jaksa Agung Muda Tindak Pidana Khusus", "Jampidsus"
        (None, "Jaksa Agung Muda") => Some(central(telling_words(reader, office.first, office.last))),
        // "Direktur Jenderal Perhubungan Darat" stands for the directorate.
        (None, "Dirjen") => {
            let mut key = telling_words(reader, office.first, office.last);
            key.retain(|w| !["dirjen", "direktur", "direktorat"].contains(&w.as_str()));
            (!key.is_empty()).then(|| central(key))
        }
        (None, "Menteri" | "Wakil Menteri") => {
            if let Some(ministry) = &office.ministry {
                let key = ministry.to_lowercase().split_whitespace().filter(|w| !is_generic(w)).map(str::to_owned).collect();
                // Without "(KKP) Republik Indonesia (RI)", but with "(Mendagri)".
                let long = office.last > office.head.1.saturating_add(3);
                return Some(PartyRef { last: if long { office.head.1 } else { office.last }, ..central(key) });
            }
            let mut key = telling_words(reader, office.first, office.last);
            key.retain(|w| !["menteri", "wakil", "wamen", "mentri"].contains(&w.as_str()));
            // "Wamen kemudian turun": of the ministry that the article tells with the name.
            (!key.is_empty()).then(|| central(key))
        }
        _ => None,
    }
}
