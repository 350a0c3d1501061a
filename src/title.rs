//! Titles: the office, whether deputy or acting, its number and unit.

use std::fmt;

use crate::kinds::Acting;

/// An office, by the guide's canonical names.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Office {
    /// Presiden.
    Presiden,
    /// Menteri (of any ministry).
    Menteri,
    /// Direktur Jenderal.
    Dirjen,
    /// Duta Besar.
    DutaBesar,
    /// Konsul Jenderal.
    KonsulJenderal,
    /// Gubernur.
    Gubernur,
    /// Bupati.
    Bupati,
    /// Wali Kota.
    WaliKota,
    /// Sekretaris Daerah.
    Sekda,
    /// Asisten of the Sekda.
    Asisten,
    /// Staf Ahli.
    StafAhli,
    /// Kepala Dinas.
    KepalaDinas,
    /// Kepala Badan.
    KepalaBadan,
    /// Kepala Biro.
    KepalaBiro,
    /// Kepala Bagian.
    KepalaBagian,
    /// Kepala Bidang.
    KepalaBidang,
    /// Kepala Kantor.
    KepalaKantor,
    /// Sekretaris Dinas.
    SekretarisDinas,
    /// Inspektur of a region.
    Inspektur,
    /// Camat.
    Camat,
    /// Lurah.
    Lurah,
    /// Kepala Desa.
    KepalaDesa,
    /// Ketua DPRD; its deputy is the Wakil Ketua DPRD.
    KetuaDprd,
    /// Anggota DPRD.
    AnggotaDprd,
    /// Ketua of a Komisi.
    KetuaKomisi,
    /// Ketua of a Pansus.
    KetuaPansus,
    /// Kapolres.
    Kapolres,
    /// Dandim.
    Dandim,
    /// Rektor.
    Rektor,
    /// Direktur.
    Direktur,
    /// Ketua of any other body.
    Ketua,
    /// Any other office, in the article's words.
    Other(String),
}

/// Canonical name, office, and whether the name is the deputy's.
const NAMES: &[(&str, Office, bool)] = &[
    ("Presiden", Office::Presiden, false),
    ("Wakil Presiden", Office::Presiden, true),
    ("Menteri", Office::Menteri, false),
    ("Wakil Menteri", Office::Menteri, true),
    ("Dirjen", Office::Dirjen, false),
    ("Duta Besar", Office::DutaBesar, false),
    ("Konsul Jenderal", Office::KonsulJenderal, false),
    ("Gubernur", Office::Gubernur, false),
    ("Wakil Gubernur", Office::Gubernur, true),
    ("Bupati", Office::Bupati, false),
    ("Wakil Bupati", Office::Bupati, true),
    ("Wali Kota", Office::WaliKota, false),
    ("Wakil Wali Kota", Office::WaliKota, true),
    ("Sekda", Office::Sekda, false),
    ("Asisten", Office::Asisten, false),
    ("Staf Ahli", Office::StafAhli, false),
    ("Kepala Dinas", Office::KepalaDinas, false),
    ("Kepala Badan", Office::KepalaBadan, false),
    ("Kepala Biro", Office::KepalaBiro, false),
    ("Kepala Bagian", Office::KepalaBagian, false),
    ("Kepala Bidang", Office::KepalaBidang, false),
    ("Kepala Kantor", Office::KepalaKantor, false),
    ("Sekretaris Dinas", Office::SekretarisDinas, false),
    ("Inspektur", Office::Inspektur, false),
    ("Camat", Office::Camat, false),
    ("Lurah", Office::Lurah, false),
    ("Kepala Desa", Office::KepalaDesa, false),
    ("Ketua DPRD", Office::KetuaDprd, false),
    ("Wakil Ketua DPRD", Office::KetuaDprd, true),
    ("Anggota DPRD", Office::AnggotaDprd, false),
    ("Ketua Komisi", Office::KetuaKomisi, false),
    ("Wakil Ketua Komisi", Office::KetuaKomisi, true),
    ("Ketua Pansus", Office::KetuaPansus, false),
    ("Wakil Ketua Pansus", Office::KetuaPansus, true),
    ("Kapolres", Office::Kapolres, false),
    ("Wakil Kapolres", Office::Kapolres, true),
    ("Dandim", Office::Dandim, false),
    ("Rektor", Office::Rektor, false),
    ("Wakil Rektor", Office::Rektor, true),
    ("Direktur", Office::Direktur, false),
    ("Wakil Direktur", Office::Direktur, true),
    ("Ketua", Office::Ketua, false),
    ("Wakil Ketua", Office::Ketua, true),
];

/// Offices by protocol, the highest first. The order of the centre and of a province follows the seating of UU 9/2010,
/// articles 9 to 11 (national, provincial, kabupaten and kota events), with the offices below the Sekda by echelon (PP
/// 11/2017); vertical agencies and the military stand beside their civil counterpart.
const PROTOCOL: &[&str] = &[
    "Presiden",
    "Wakil Presiden",
    "Menteri",
    "Duta Besar",
    "Wakil Menteri",
    "Gubernur",
    "Wakil Gubernur",
    "Pangdam",
    "Kapolda",
    "Kajati",
    "Dirjen",
    "Konsul Jenderal",
    "Bupati",
    "Wali Kota",
    "Wakil Bupati",
    "Wakil Wali Kota",
    "Ketua DPRD",
    "Wakil Ketua DPRD",
    "Rektor",
    "Sekda",
    "Danrem",
    "Dandim",
    "Kapolres",
    "Kajari",
    "Ketua Komisi",
    "Ketua Pansus",
    "Wakil Ketua Komisi",
    "Anggota DPRD",
    "Wakil Rektor",
    "Asisten",
    "Staf Ahli",
    "Inspektur",
    "Kepala Badan",
    "Kepala Dinas",
    "Sekwan",
    "Kepala Biro",
    "Kepala Kantor",
    "Direktur",
    "Kepala Bagian",
    "Camat",
    "Sekretaris Dinas",
    "Kepala Bidang",
    "Kapolsek",
    "Danramil",
    "Ketua",
    "Lurah",
    "Kepala Desa",
];

impl Office {
    /// Rank by protocol, 1 the highest; `deputy` for the deputy of the office. Offices that the order does not list share the
    /// last rank. Ranks are for comparing officials of one occasion; their numbers mean nothing else.
    ///
    /// ```
    /// use kunker::Office;
    ///
    /// assert!(Office::Bupati.rank(false) < Office::Bupati.rank(true));
    /// assert!(Office::Gubernur.rank(true) < Office::Bupati.rank(false));
    /// ```
    #[must_use]
    pub fn rank(&self, deputy: bool) -> u8 {
        let name = self.canonical(deputy);
        let known = PROTOCOL.iter().zip(1_u8..).find(|(office, _)| office.eq_ignore_ascii_case(name));
        known.map_or_else(|| u8::try_from(PROTOCOL.len()).unwrap_or(u8::MAX).saturating_add(1), |(_, rank)| rank)
    }

    /// The office and deputy mark of a canonical name; `Other` for a name that the guide does not list.
    #[must_use]
    pub fn from_canonical(name: &str) -> (Office, bool) {
        NAMES
            .iter()
            .find(|(n, _, _)| *n == name)
            .map_or_else(|| (Office::Other(name.to_owned()), false), |(_, office, deputy)| (office.clone(), *deputy))
    }

    /// The canonical name of the office itself or, with `deputy`, of its deputy.
    #[must_use]
    pub fn canonical(&self, deputy: bool) -> &str {
        match self {
            Office::Other(text) => text,
            known => NAMES.iter().find(|(_, o, d)| o == known && *d == deputy).map_or("", |(n, _, _)| n),
        }
    }
}

/// The title of an official.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "contract::Title", into = "contract::Title"))]
#[non_exhaustive]
pub struct Title {
    /// The office.
    pub office: Office,
    /// True for the deputy of the office (Wakil Bupati).
    pub deputy: bool,
    /// Held for the time being.
    pub acting: Option<Acting>,
    /// Number as written: "II" of "Asisten II", "III" of "Ketua Komisi III".
    pub number: Option<String>,
    /// The unit the office heads, as written: "Lingkungan Hidup" of "Kadis Lingkungan Hidup".
    pub unit: Option<String>,
    /// The title in the article's words.
    pub text: String,
}

impl Title {
    /// The guide's canonical form: "Wakil Bupati", "Kepala Dinas".
    #[must_use]
    pub fn canonical(&self) -> &str {
        self.office.canonical(self.deputy)
    }
}

impl Title {
    /// Rank by protocol, 1 the highest: see [`Office::rank`].
    #[must_use]
    pub fn rank(&self) -> u8 {
        self.office.rank(self.deputy)
    }
}

impl fmt::Display for Title {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.canonical())
    }
}

#[cfg(feature = "serde")]
mod contract {
    //! The form of a title in JSON.
    use crate::kinds::Acting;

    #[derive(serde::Serialize, serde::Deserialize)]
    pub(super) struct Title {
        canonical: String,
        text: String,
        acting: Option<Acting>,
        deputy: bool,
        number: Option<String>,
        unit: Option<String>,
    }

    impl From<super::Title> for Title {
        fn from(t: super::Title) -> Self {
            Title { canonical: t.canonical().to_owned(), text: t.text, acting: t.acting, deputy: t.deputy, number: t.number, unit: t.unit }
        }
    }

    impl From<Title> for super::Title {
        fn from(t: Title) -> Self {
            let (office, deputy) = super::Office::from_canonical(&t.canonical);
            super::Title { office, deputy: deputy || t.deputy, acting: t.acting, number: t.number, unit: t.unit, text: t.text }
        }
    }
}
