//! The gazetteer: provinces, kabupaten, kota and kecamatan by code (Kepmendagri 300.2.2-2430/2025), and former names.

use super::ValueId;
use crate::error::Found;
use crate::kinds::Level;
use crate::text::FxMap;

/// Number of a region in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RegionId(pub(crate) u16);

/// The value of a phrase that names a region is the region's number.
impl From<RegionId> for ValueId {
    fn from(region: RegionId) -> ValueId {
        ValueId(u32::from(region.0))
    }
}

#[derive(Clone, Copy, Debug)]
struct Row {
    /// Code and official name, one behind the other, in `text`.
    start: u32,
    code: u8,
    name: u8,
    level: Level,
    parent: RegionId,
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
    rows: Vec<Row>,
    text: String,
    by_code: FxMap<u32, RegionId>,
    former: Vec<Former>,
    /// Short names of provinces, kabupaten and kota in lower case, for names with a letter wrong; by level and length.
    spelled: FxMap<(Level, usize), Spelled>,
}

/// Regions with their short names in lower case.
type Spelled = Vec<(RegionId, Box<str>)>;

/// "33.26" as 332600; `None` for what is no code of two, four or six digits.
fn packed(code: &str) -> Option<u32> {
    let two = |tens: u8, ones: u8| {
        let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
        let number = u32::from(tens.wrapping_sub(b'0')).wrapping_mul(10).wrapping_add(ones.wrapping_sub(b'0').into());
        (digits && number > 0).then_some(number)
    };
    let (province, region, district) = match *code.as_bytes() {
        [a, b] => (two(a, b)?, 0, 0),
        [a, b, b'.', c, d] => (two(a, b)?, two(c, d)?, 0),
        [a, b, b'.', c, d, b'.', e, f] => (two(a, b)?, two(c, d)?, two(e, f)?),
        _ => return None,
    };
    province.checked_mul(10_000)?.checked_add(region.checked_mul(100)?)?.checked_add(district)
}

/// The code of the region that holds the one of a code; a province is held by none.
fn holder(packed: u32) -> Option<u32> {
    let own = [100, 10_000].into_iter().filter_map(|unit| packed.checked_rem(unit)).find(|own| *own > 0)?;
    packed.checked_sub(own)
}

/// Regions of the built-in tables and bytes of their codes and names, so that the collections need not grow.
const REGIONS: usize = 8_000;
const BYTES: usize = 160_000;

impl Gazetteer {
    pub(super) fn new() -> Gazetteer {
        Gazetteer {
            rows: Vec::with_capacity(REGIONS),
            text: String::with_capacity(BYTES),
            by_code: FxMap::with_capacity_and_hasher(REGIONS, Default::default()),
            ..Gazetteer::default()
        }
    }

    /// Adds a line of an official table; a region comes before its parts.
    pub(super) fn add(&mut self, code: &str, name: &str) -> Result<RegionId, String> {
        let key = packed(code).ok_or_else(|| no_code(code))?;
        let id = RegionId(u16::try_from(self.rows.len()).map_err(|_| "found one more region, expected at most 65,535".to_owned())?);
        let (level, parent) = match holder(key) {
            None => (Level::Provinsi, id),
            Some(above) => {
                let parent = self.by_code.get(&above).copied().ok_or_else(|| {
                    let above = code.rsplit_once('.').map_or("", |(above, _)| above);
                    format!("found code {code:?}, expected the region {above:?} that holds it in a line before")
                })?;
                let level = match (self.level(parent), name.starts_with("Kota ")) {
                    (Level::Provinsi, true) => Level::Kota,
                    (Level::Provinsi, false) => Level::Kabupaten,
                    _ => Level::Kecamatan,
                };
                (level, parent)
            }
        };
        let known = self.by_code.insert(key, id);
        if known.is_some_and(|known| self.code(known) == code) {
            return Err(format!("found code {code:?} a second time, expected a code of its own for each region"));
        }
        let start = u32::try_from(self.text.len()).map_err(|_| "found more names, expected at most 4 GiB".to_owned())?;
        let length = |s: &str| u8::try_from(s.len()).map_err(|_| format!("found {}, expected at most 255 bytes", Found(s)));
        self.rows.push(Row { start, code: length(code)?, name: length(name)?, level, parent });
        self.text.push_str(code);
        self.text.push_str(name);
        if level != Level::Kecamatan {
            let spelled = self.short_name(id).to_lowercase();
            self.spelled.entry((level, spelled.chars().count())).or_default().push((id, spelled.into()));
        }
        Ok(id)
    }

    /// A code that the region had before; codes in force keep their meaning. The fault tells whether it is the former code's.
    pub(super) fn add_former_code(&mut self, code: &str, former: &str) -> Result<(), (bool, String)> {
        let id = self.by_code(code).ok_or_else(|| (false, unknown_code(code)))?;
        let key = packed(former).ok_or_else(|| (true, no_code(former)))?;
        self.by_code.entry(key).or_insert(id);
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
        self.by_code.get(&packed(code)?).copied()
    }

    /// The region that is the value of a phrase of the classes `region`, `district` and `seat`.
    pub(crate) fn by_value(&self, value: ValueId) -> Option<RegionId> {
        u16::try_from(value.0).ok().map(RegionId).filter(|r| self.row(*r).is_some())
    }

    fn row(&self, id: RegionId) -> Option<&Row> {
        self.rows.get(id.0 as usize)
    }

    pub(crate) fn level(&self, id: RegionId) -> Level {
        self.row(id).map_or(Level::Kabupaten, |r| r.level)
    }

    /// The region that holds this one; a province holds itself.
    pub(crate) fn parent(&self, id: RegionId) -> RegionId {
        self.row(id).map_or(id, |r| r.parent)
    }

    /// The regions that lie directly in a region.
    pub(crate) fn children(&self, id: RegionId) -> impl Iterator<Item = RegionId> {
        self.ids().filter(move |r| *r != id && self.parent(*r) == id)
    }

    /// Every region, in the order of the tables.
    pub(crate) fn ids(&self) -> impl Iterator<Item = RegionId> + use<> {
        let count = u16::try_from(self.rows.len()).unwrap_or(u16::MAX);
        (0..count).map(RegionId)
    }

    /// The province of a region; a province is its own.
    pub(crate) fn province(&self, id: RegionId) -> RegionId {
        self.parent(self.parent(id))
    }

    fn piece(&self, start: u32, length: u8) -> &str {
        let start = start as usize;
        self.text.get(start..start.saturating_add(length.into())).unwrap_or("")
    }

    pub(crate) fn code(&self, id: RegionId) -> &str {
        self.row(id).map_or("", |r| self.piece(r.start, r.code))
    }

    /// The name as the official table writes it.
    pub(crate) fn name(&self, id: RegionId) -> &str {
        self.row(id).map_or("", |r| self.piece(r.start.saturating_add(r.code.into()), r.name))
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

fn no_code(found: &str) -> String {
    format!("found code {}, expected one such as 33, 33.26 or 33.26.01", Found(found))
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
