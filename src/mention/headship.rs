//! Headships: the office of who heads an agency, which only the name of the agency tells. "Kepala BPKAD", "Kepala Diskominfosanditik".

use super::Reader;
use super::office::Office;
use crate::text::Shape;

/// Offices that are told with the agency that they head, or serve, as their unit.
const HEADING: [&str; 7] = ["Kalaksa", "Kepala", "Kepala Badan", "Kepala Biro", "Kepala Dinas", "Kepala Kantor", "Sekretaris Badan"];

/// The office of the head of an agency, by the first word of its name: "Kepala BPKAD", "Kepala DPMPTSP".
pub(super) fn head_of(agency: &str) -> &'static str {
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
    let others = ["dinso", "dinpe", "dinpu", "dindik", "dindag", "dinnak"];
    word.len() >= 8 && parts.iter().chain(&boards).chain(&others).any(|p| word.starts_with(p))
}

/// The letters of a department that no table knows: "DPPKBP3A", "DKUKMPP". A board's may be those of a "balai" as well.
pub(super) fn coined_letters(word: &str) -> bool {
    word.len() >= 4 && ["dp", "dk", "dl"].iter().any(|p| word.starts_with(p))
}

impl Reader<'_> {
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
}
