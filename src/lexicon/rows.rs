//! Regions row by row: code, official name, level, and the region that holds each.

use super::RegionId;
use super::district::FIRST;
use crate::error::Found;
use crate::kinds::Level;
use crate::text::FxMap;

/// A code as a number: "33.26" as 332600.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Key(u32);

impl Key {
    /// `None` for what is no code of two, four or six digits.
    pub(super) fn of(code: &str) -> Option<Key> {
        let two = |tens: u8, ones: u8| {
            let digits = tens.is_ascii_digit() && ones.is_ascii_digit();
            let number = u32::from(tens.wrapping_sub(b'0')).wrapping_mul(10).wrapping_add(ones.wrapping_sub(b'0').into());
            (digits && number > 0).then_some(number)
        };
        let (province, town, district) = match *code.as_bytes() {
            [a, b] => (two(a, b)?, 0, 0),
            [a, b, b'.', c, d] => (two(a, b)?, two(c, d)?, 0),
            [a, b, b'.', c, d, b'.', e, f] => (two(a, b)?, two(c, d)?, two(e, f)?),
            _ => return None,
        };
        province.checked_mul(10_000)?.checked_add(town.checked_mul(100)?)?.checked_add(district).map(Key)
    }

    /// The code of a kecamatan.
    pub(super) fn is_of_district(&self) -> bool {
        self.0.checked_rem(100) != Some(0)
    }

    /// The code of the region that holds the one of this; a province is held by none.
    pub(super) fn holder(self) -> Option<Key> {
        let own = [100, 10_000].into_iter().filter_map(|unit| self.0.checked_rem(unit)).find(|own| *own > 0)?;
        self.0.checked_sub(own).map(Key)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Row {
    /// Code and official name, one behind the other, in `text`.
    start: u32,
    code: u8,
    name: u8,
    pub(super) level: Level,
    pub(super) parent: RegionId,
}

/// The regions of one table.
#[derive(Clone, Debug, Default)]
pub(super) struct Rows {
    /// The number of the first.
    first: u16,
    all: Vec<Row>,
    text: String,
    by_key: FxMap<Key, RegionId>,
}

impl Rows {
    /// Rows whose numbers begin with `first`, with room for so many of them and so many bytes.
    pub(super) fn new(first: u16, rows: usize, bytes: usize) -> Rows {
        let by_key = FxMap::with_capacity_and_hasher(rows, Default::default());
        Rows { first, all: Vec::with_capacity(rows), text: String::with_capacity(bytes), by_key }
    }

    /// Adds a line of an official table; a region comes before its parts, or stands in `above`.
    pub(super) fn add(&mut self, code: &str, key: Key, name: &str, above: &Rows) -> Result<RegionId, String> {
        let most = if self.first < FIRST { FIRST } else { u16::MAX };
        let id = u16::try_from(self.all.len()).ok().and_then(|count| self.first.checked_add(count)).filter(|id| *id < most);
        let id = id.map(RegionId).ok_or_else(|| format!("found one more region, expected at most {}", most.saturating_sub(self.first)))?;
        let (level, parent) = match key.holder() {
            None => (Level::Provinsi, id),
            Some(holder) => {
                let held = |rows: &Rows| rows.by_key(holder).and_then(|parent| Some((rows.row(parent)?.level, parent)));
                let (above, parent) = held(self).or_else(|| held(above)).ok_or_else(|| {
                    let above = code.rsplit_once('.').map_or("", |(above, _)| above);
                    format!("found code {code:?}, expected the region {above:?} that holds it in a line before")
                })?;
                let level = match (above, name.starts_with("Kota ")) {
                    (Level::Provinsi, true) => Level::Kota,
                    (Level::Provinsi, false) => Level::Kabupaten,
                    _ => Level::Kecamatan,
                };
                (level, parent)
            }
        };
        let known = self.by_key.insert(key, id);
        if known.is_some_and(|known| self.code(known) == code) {
            return Err(format!("found code {code:?} a second time, expected a code of its own for each region"));
        }
        let start = u32::try_from(self.text.len()).map_err(|_| "found more names, expected at most 4 GiB".to_owned())?;
        let length = |s: &str| u8::try_from(s.len()).map_err(|_| format!("found {}, expected at most 255 bytes", Found(s)));
        self.all.push(Row { start, code: length(code)?, name: length(name)?, level, parent });
        self.text.push_str(code);
        self.text.push_str(name);
        Ok(id)
    }

    /// A code that a region had before; codes in force keep their meaning.
    pub(super) fn add_former_code(&mut self, former: Key, id: RegionId) {
        self.by_key.entry(former).or_insert(id);
    }

    pub(super) fn by_key(&self, key: Key) -> Option<RegionId> {
        self.by_key.get(&key).copied()
    }

    pub(super) fn row(&self, id: RegionId) -> Option<&Row> {
        self.all.get(usize::from(id.0.checked_sub(self.first)?))
    }

    /// The numbers of all, in the order of the table.
    pub(super) fn ids(&self) -> impl Iterator<Item = RegionId> + use<> {
        let count = u16::try_from(self.all.len()).unwrap_or(u16::MAX);
        (self.first..self.first.saturating_add(count)).map(RegionId)
    }

    fn piece(&self, start: u32, length: u8) -> &str {
        let start = start as usize;
        self.text.get(start..start.saturating_add(length.into())).unwrap_or("")
    }

    pub(super) fn code(&self, id: RegionId) -> &str {
        self.row(id).map_or("", |r| self.piece(r.start, r.code))
    }

    pub(super) fn name(&self, id: RegionId) -> &str {
        self.row(id).map_or("", |r| self.piece(r.start.saturating_add(r.code.into()), r.name))
    }
}
