//! Headships: the office of who heads an agency, which only the name of the agency tells. "Kepala BPKAD", "Kepala Diskominfosanditik", "Kadisdik".

use super::complement::Complement;
use super::office::{Office, TitleWords};
use crate::mention::Reader;
use crate::text::{Mark, Shape};

/// Offices that are told with the agency that they head, or serve, as their unit.
const HEADING: [&str; 8] =
    ["Kalaksa", "Kepala", "Kepala Badan", "Kepala Balai", "Kepala Biro", "Kepala Dinas", "Kepala Kantor", "Sekretaris Badan"];

/// The office of the head of an agency, by the first word of its name: "Kepala BPKAD", "Kepala DPMPTSP".
pub(crate) fn head_of(agency: &str) -> &'static str {
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
pub(super) fn coined_agency(word: &str) -> bool {
    let parts = ["diskom", "disdik", "dispen", "disper", "disnak", "disbud", "dispar", "dishub", "distan", "disdag", "dinkes", "dinkom"];
    let boards = ["bappe", "bapel", "bapen", "bakes", "balit", "dispo", "diskop", "disosp", "dispu", "dispermas"];
    let others = ["kesbang", "dinso", "dinpe", "dinpu", "dindik", "dindag", "dinnak"];
    word.len() >= 8 && parts.iter().chain(&boards).chain(&others).any(|p| word.starts_with(p))
}

/// Most words and signs of a field of no table.
const FIELD: usize = 10;

/// The letters of a department that no table knows: "DPPKBP3A", "DKUKMPP". A board's may be those of a "balai" as well, unless a
/// figure counts its tasks: "BP4D".
pub(super) fn coined_letters(word: &str) -> bool {
    let board = word.starts_with("bp") && word.contains(|c: char| c.is_ascii_digit());
    word.len() >= 4 && (board || ["dp", "dk", "dl"].iter().any(|p| word.starts_with(p)))
}

impl Reader<'_> {
    /// "Direktur Kuliner, Kriya, Desain dan Fesyen | Kemenpar Anu": capitals that nobody bears, from `at` up to the agency, ministry
    /// or secretariat that they are of.
    pub(super) fn up_to_owner(&self, at: usize) -> Option<usize> {
        let c = self.classes;
        let central = |i: usize| self.value(i, c.body).is_some_and(|(sort, _)| sort == "central");
        let general = |i: usize| self.reads(i, &["setjen", "itjen"]);
        let staff = |i: usize| self.behind_secretariat(i) > i || self.reads(i, &["sekretariat"]);
        let owner = |i: usize| self.capital(i) && (self.agency_name(i).is_some() || central(i) || general(i) || staff(i));
        let plain = |i: usize| {
            let marks = self.marks(i);
            let person = marks.has(Mark::NAME) && !marks.has(Mark::UNIT) || self.honored(i);
            let strong = |class| self.hit(i, class).is_some_and(|h| !h.entry.weak);
            self.capital(i)
                && !person
                && !strong(c.body)
                && !strong(c.region)
                && self.title(i).is_none()
                && self.value(i, c.level).is_none()
        };
        let joint = |i: usize| matches!(self.sign(i), b',' | b'&') || [c.words.dan, c.words.serta].contains(&self.word(i));
        let end = (at..at.saturating_add(FIELD)).find(|i| owner(*i) || !(plain(*i) || joint(*i)))?;
        (end > at && owner(end) && !joint(end.wrapping_sub(1))).then_some(end)
    }

    /// The head of the agency at `at`: "Kepala BPBD", "Kakan Kemenag". What it heads is the agency.
    pub(super) fn head_agency(&self, at: usize, office: &mut Office) {
        let name = self.hit(at, self.classes.agency).or_else(|| self.hit(at, self.classes.body));
        let Some(name) = name.filter(|_| office.unit.is_none()) else { return };
        if office.canonical == "Kepala" {
            office.canonical = head_of(&self.folded(at, name.last as usize)).to_owned();
        }
        let letters = || name.entry.class == self.classes.agency || self.is(at, Shape::ALL_CAPS) && !self.shouting;
        if HEADING.contains(&office.canonical.as_str()) && (office.canonical != "Kepala" || letters()) {
            office.unit = Some((at, name.last as usize));
        } else if office.canonical == "Kepala Satpol PP" {
            office.head.1 = name.last as usize;
        }
    }

    /// "Plt Dinas Pendidikan", "Pelaksana Tugas Biro Kesra": behind the mark of who acts, an agency of a region stands for its head.
    pub(super) fn elided_head(&self, at: usize) -> Option<TitleWords<'static>> {
        let last = at.saturating_add(1);
        let agency = self.capital(at) && self.reads(at, &["badan", "bagian", "biro", "dinas"]);
        let head =
            || TitleWords { canonical: head_of(&self.folded(at, last)), complement: Complement::Unit, last, ..TitleWords::default() };
        agency.then(head)
    }

    /// "Kadisdik", "Kabappeda", "Kadinkes", "Kabagumum": "Ka" or "Sek" and the short name of an agency, or a beginning that
    /// names the rank.
    pub(super) fn contracted_title(&self, at: usize) -> Option<TitleWords<'static>> {
        let token = self.token(at)?;
        if token.letters < 6 || !self.words_of(at, at.saturating_add(1)).starts_with(['K', 'S', 'k', 's']) {
            return None;
        }
        // Every such title begins so; most other words need no folding.
        let begins = |w: &str| w.get(..3).is_some_and(|h| ["kad", "kab", "sek"].iter().any(|t| h.eq_ignore_ascii_case(t)));
        let word = self.words_of(at, at.saturating_add(1));
        if word.is_ascii() && !begins(word) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        let agency = word
            .strip_prefix("ka")
            .or_else(|| word.strip_prefix("sek"))
            .is_some_and(|rest| self.lexicon.is_word_of(rest, self.classes.body));
        if !agency && (!token.is(Shape::CAPITAL) || self.marks(at).has(Mark::NAME)) {
            return None;
        }
        let canonical = match word.as_bytes() {
            [b'k', b'a', b'd', b'i', b's', ..] | [b'k', b'a', b'd', b'i', b'n', _, _, ..] => "Kepala Dinas",
            [b'k', b'a', b'd', ..] if agency => "Kepala Dinas",
            [b'k', b'a', b'b', b'a', b'g', ..] => "Kepala Bagian",
            [b'k', b'a', b'b', b'i', b'd', ..] => "Kepala Bidang",
            [b'k', b'a', b'b', ..] if agency => "Kepala Badan",
            [b's', b'e', b'k', b'd', b'i', b's', ..] => "Sekretaris Dinas",
            _ => return None,
        };
        Some(TitleWords { canonical, complement: Complement::Unit, last: at.saturating_add(1), ..TitleWords::default() })
    }
}
