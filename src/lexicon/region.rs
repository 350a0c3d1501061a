//! The gazetteer: provinces, kabupaten and kota by code (Kepmendagri 300.2.2-2430/2025).

use std::collections::HashMap;

use super::ValueId;
use crate::kinds::Level;

/// Number of a region in the gazetteer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RegionId(pub(crate) u16);

#[derive(Clone, Debug)]
struct Row {
    code: Box<str>,
    name: Box<str>,
    level: Level,
    province: RegionId,
}

/// Every region of the official table.
#[derive(Clone, Debug, Default)]
pub(crate) struct Gazetteer {
    rows: Vec<Row>,
    by_code: HashMap<Box<str>, RegionId>,
    by_value: HashMap<ValueId, RegionId>,
}

impl Gazetteer {
    /// Adds a line of the official table; provinces come before their parts.
    pub(super) fn add(&mut self, code: &str, name: &str, value: ValueId) -> Result<RegionId, String> {
        let id = RegionId(u16::try_from(self.rows.len()).map_err(|_| "found more regions than 65,535".to_owned())?);
        let (level, province) = match code.split_once('.') {
            None => (Level::Provinsi, id),
            Some((province, _)) => {
                let parent = self
                    .by_code(province)
                    .ok_or_else(|| format!("found code {code:?}, expected its province {province:?} in a line before"))?;
                (if name.starts_with("Kota ") { Level::Kota } else { Level::Kabupaten }, parent)
            }
        };
        self.rows.push(Row { code: code.into(), name: name.into(), level, province });
        self.by_code.insert(code.into(), id);
        self.by_value.insert(value, id);
        Ok(id)
    }

    /// A code that the region had before; codes in force keep their meaning.
    pub(super) fn add_former_code(&mut self, code: &str, former: &str) {
        if let Some(id) = self.by_code(code) {
            self.by_code.entry(former.into()).or_insert(id);
        }
    }

    pub(crate) fn by_code(&self, code: &str) -> Option<RegionId> {
        self.by_code.get(code).copied()
    }

    pub(crate) fn by_value(&self, value: ValueId) -> Option<RegionId> {
        self.by_value.get(&value).copied()
    }

    fn row(&self, id: RegionId) -> Option<&Row> {
        self.rows.get(id.0 as usize)
    }

    pub(crate) fn level(&self, id: RegionId) -> Level {
        self.row(id).map_or(Level::Kabupaten, |r| r.level)
    }

    /// The province of a region; a province is its own.
    pub(crate) fn province(&self, id: RegionId) -> RegionId {
        self.row(id).map_or(id, |r| r.province)
    }

    pub(crate) fn name(&self, id: RegionId) -> &str {
        self.row(id).map_or("", |r| &r.name)
    }

    /// The official name without Kabupaten or Kota.
    pub(crate) fn short_name(&self, id: RegionId) -> &str {
        let name = self.name(id);
        name.strip_prefix("Kabupaten ")
            .or_else(|| name.strip_prefix("Kota Administrasi "))
            .or_else(|| name.strip_prefix("Kabupaten Administrasi "))
            .or_else(|| name.strip_prefix("Kota "))
            .unwrap_or(name)
    }

    pub(crate) fn public(&self, id: RegionId) -> crate::Region {
        crate::Region {
            code: self.row(id).map_or_else(String::new, |r| r.code.to_string()),
            name: self.name(id).to_owned(),
            level: self.level(id),
            province: self.name(self.province(id)).to_owned(),
        }
    }

    /// Regions of a level with their short names, for names with a letter wrong.
    pub(crate) fn of_level(&self, level: Level) -> impl Iterator<Item = (RegionId, &str)> {
        self.rows.iter().zip(0_u16..).filter(move |(r, _)| r.level == level).map(|(_, i)| (RegionId(i), self.short_name(RegionId(i))))
    }
}
