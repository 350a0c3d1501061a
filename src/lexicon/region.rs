//! The gazetteer: provinces, kabupaten, kota and kecamatan by code (Kepmendagri 300.2.2-2430/2025), and former names.

use std::sync::OnceLock;

use super::ValueId;
use super::district::{Districts, FIRST};
use crate::Error;
use crate::error::Found;
use crate::kinds::Level;
use crate::text::FxMap;

use super::rows::{Key, Rows};

/// Number of a region in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RegionId(pub(crate) u16);

/// The value of a phrase that names a region is the region's number.
impl From<RegionId> for ValueId {
    fn from(region: RegionId) -> ValueId {
        ValueId(u32::from(region.0))
    }
}

/// A name that a region had before.
#[derive(Clone, Debug)]
pub(crate) struct Former {
    pub(crate) region: RegionId,
    pub(crate) name: Box<str>,
    /// The first and the last year in which it was official, where known.
    pub(crate) years: (Option<i16>, Option<i16>),
}

/// Every region of the official tables.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    /// Provinces, kabupaten and kota.
    towns: Rows,
    /// The kecamatan, read when they are first asked for.
    districts: OnceLock<Districts>,
    former: Vec<Former>,
    /// Regions with the province that held them by a former code: newspapers go on to name it.
    cut_off: Vec<(RegionId, RegionId)>,
    /// Short names of provinces, kabupaten and kota in lower case, for names with a letter wrong; by level and length.
    spelled: FxMap<(Level, usize), Spelled>,
}

/// Regions with their short names in lower case.
type Spelled = Vec<(RegionId, Box<str>)>;

/// Provinces, kabupaten and kota of the built-in table and bytes of their codes and names, so that the collections need not grow.
const TOWNS: usize = 700;
const BYTES: usize = 16_000;

impl Gazetteer {
    /// The built-in kecamatan and no other region yet.
    pub(super) fn new() -> Gazetteer {
        Gazetteer { towns: Rows::new(0, TOWNS, BYTES), ..Gazetteer::default() }
    }

    /// No region at all.
    pub(super) fn empty() -> Gazetteer {
        Gazetteer { districts: OnceLock::from(Districts::empty()), ..Gazetteer::default() }
    }

    /// Adds a province, kabupaten or kota; a province comes before its parts.
    pub(super) fn add(&mut self, code: &str, name: &str) -> Result<RegionId, String> {
        let key = Key::of(code).filter(|key| !key.is_of_district());
        let key = key.ok_or_else(|| format!("found code {}, expected one such as 33 or 33.26", Found(code)))?;
        let id = self.towns.add(code, key, name, &Rows::default())?;
        let spelled = self.short_name(id).to_lowercase();
        self.spelled.entry((self.level(id), spelled.chars().count())).or_default().push((id, spelled.into()));
        Ok(id)
    }

    /// Adds the lines of a table of kecamatan.
    pub(super) fn add_districts(&mut self, file: &str, source: &str) -> Result<(), Error> {
        self.districts();
        self.districts.get_mut().map_or(Ok(()), |own| own.add(file, source, &self.towns))
    }

    /// Provinces, kabupaten and kota.
    #[cfg(test)]
    pub(super) fn towns(&self) -> &Rows {
        &self.towns
    }

    fn districts(&self) -> &Districts {
        self.districts.get_or_init(|| Districts::builtin(&self.towns))
    }

    /// The kecamatan of a name without its word, capitals and hyphens as they may be.
    pub(crate) fn districts_named(&self, name: &str) -> &[RegionId] {
        self.districts().named(name)
    }

    /// Most words of a kecamatan's name.
    pub(crate) fn longest_district(&self) -> usize {
        self.districts().longest()
    }

    /// A code that the region had before; codes in force keep their meaning. The fault tells whether it is the former code's.
    pub(super) fn add_former_code(&mut self, code: &str, former: &str) -> Result<(), (bool, String)> {
        let id = self.by_code(code).ok_or_else(|| (false, unknown_code(code)))?;
        let no_code = || (true, format!("found code {}, expected one such as 33, 33.26 or 33.26.01", Found(former)));
        let key = Key::of(former).ok_or_else(no_code)?;
        self.towns.add_former_code(key, id);
        let holder = key.holder().and_then(|holder| self.towns.by_key(holder));
        self.cut_off.extend(holder.filter(|h| *h != self.province(id)).map(|h| (id, h)));
        Ok(())
    }

    pub(super) fn add_former_name(&mut self, former: Former) {
        self.former.push(former);
    }

    /// The former names of a region.
    pub(crate) fn former_names(&self, region: RegionId) -> impl Iterator<Item = &Former> {
        self.former.iter().filter(move |f| f.region == region)
    }

    pub(crate) fn by_code(&self, code: &str) -> Option<RegionId> {
        let key = Key::of(code)?;
        let district = || self.districts().rows.by_key(key);
        key.is_of_district().then(district).flatten().or_else(|| self.towns.by_key(key))
    }

    /// The region that is the value of a phrase of the classes `region` and `seat`.
    pub(crate) fn by_value(&self, value: ValueId) -> Option<RegionId> {
        u16::try_from(value.0).ok().map(RegionId).filter(|r| self.towns.row(*r).is_some())
    }

    /// The rows among which a region is.
    fn rows(&self, id: RegionId) -> &Rows {
        if id.0 < FIRST { &self.towns } else { &self.districts().rows }
    }

    pub(crate) fn level(&self, id: RegionId) -> Level {
        self.rows(id).row(id).map_or(Level::Kabupaten, |r| r.level)
    }

    /// The region that holds this one; a province holds itself.
    pub(crate) fn parent(&self, id: RegionId) -> RegionId {
        self.rows(id).row(id).map_or(id, |r| r.parent)
    }

    /// The regions that lie directly in a region.
    pub(crate) fn children(&self, id: RegionId) -> impl Iterator<Item = RegionId> {
        self.towns.ids().chain(self.districts().rows.ids()).filter(move |r| *r != id && self.parent(*r) == id)
    }

    /// The region lies in the province, or did before a new province was made of a part of it: "Mimika, Papua".
    pub(crate) fn within(&self, id: RegionId, province: RegionId) -> bool {
        self.province(id) == province || self.cut_off.contains(&(id, province))
    }

    /// The province of a region; a province is its own.
    pub(crate) fn province(&self, id: RegionId) -> RegionId {
        self.parent(self.parent(id))
    }

    pub(crate) fn code(&self, id: RegionId) -> &str {
        self.rows(id).code(id)
    }

    /// The name as the official table writes it.
    pub(crate) fn name(&self, id: RegionId) -> &str {
        self.rows(id).name(id)
    }

    /// The official name without Kabupaten or Kota.
    pub(crate) fn short_name(&self, id: RegionId) -> &str {
        short_name(self.name(id), self.level(id))
    }

    pub(crate) fn public(&self, id: RegionId) -> crate::Region {
        let level = self.level(id);
        let name = match (level, self.code(id)) {
            // UU 21/2001 (Papua): distrik; Perdais DIY 1/2018: kapanewon in a kabupaten, kemantren in the city.
            (Level::Kecamatan, code) if code.starts_with('9') => format!("Distrik {}", self.name(id)),
            (Level::Kecamatan, code) if code.starts_with("34.71") => format!("Kemantren {}", self.name(id)),
            (Level::Kecamatan, code) if code.starts_with("34") => format!("Kapanewon {}", self.name(id)),
            (Level::Kecamatan, _) => format!("Kecamatan {}", self.name(id)),
            _ => self.name(id).to_owned(),
        };
        crate::Region { code: self.code(id).to_owned(), name, level, province: self.name(self.province(id)).to_owned() }
    }

    /// The kabupaten that shares its name with a kota, and the other way round.
    pub(crate) fn twin(&self, id: RegionId) -> Option<RegionId> {
        let other = match self.level(id) {
            Level::Kabupaten => Level::Kota,
            Level::Kota => Level::Kabupaten,
            _ => return None,
        };
        let name = self.short_name(id);
        self.spelled.get(&(other, name.chars().count()))?.iter().map(|(r, _)| *r).find(|r| self.short_name(*r) == name)
    }

    /// Regions of a level whose short name has about as many letters, with the name in lower case.
    pub(crate) fn spelled_like(&self, level: Level, letters: usize) -> impl Iterator<Item = (RegionId, &str)> {
        [letters.saturating_sub(1), letters, letters.saturating_add(1)]
            .into_iter()
            .filter_map(move |length| self.spelled.get(&(level, length)))
            .flatten()
            .map(|(region, name)| (*region, &**name))
    }
}

pub(super) fn unknown_code(found: &str) -> String {
    format!("found region code {}, expected a code of lexicons/region.tsv such as 33.26", Found(found))
}

/// The official name without its word for the level.
pub(crate) fn short_name(name: &str, level: Level) -> &str {
    let words: &[&str] = match level {
        Level::Kabupaten => &["Kabupaten Administrasi ", "Kabupaten "],
        Level::Kota => &["Kota Administrasi ", "Kota "],
        Level::Kecamatan => &["Kecamatan ", "Distrik ", "Kapanewon ", "Kemantren "],
        Level::Provinsi => &[],
    };
    words.iter().find_map(|w| name.strip_prefix(w)).unwrap_or(name)
}
