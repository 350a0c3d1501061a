//! Regions and their lookups.

use crate::Extractor;
use crate::kinds::Level;
use crate::lexicon::{Former, RegionId, short_name};

/// A province, kabupaten, kota or kecamatan of Indonesia.
///
/// The lookups know the 38 provinces, 416 kabupaten, 98 kota and 7,285 kecamatan of Kepmendagri 300.2.2-2430/2025, their
/// short forms and spellings in newspapers, and former names and codes.
///
/// ```
/// use kunker::{Level, Region};
///
/// let kotim = &Region::by_name("Kotim")[0];
/// assert_eq!((kotim.code.as_str(), kotim.name.as_str()), ("62.02", "Kabupaten Kotawaringin Timur"));
/// assert_eq!(kotim.parent().unwrap().name, "Kalimantan Tengah");
/// assert!(kotim.children().iter().any(|r| r.level == Level::Kecamatan && r.short_name() == "Cempaga"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Region {
    /// Code of the Ministry of Home Affairs: "33" a province, "33.26" a kabupaten or kota, "33.26.01" a kecamatan
    /// (Kepmendagri 300.2.2-2430/2025).
    pub code: String,
    /// Official name: "Jawa Tengah", "Kabupaten Pekalongan", "Kota Batu", "Kecamatan Kandangserang".
    pub name: String,
    /// Its level.
    pub level: Level,
    /// Official name of its province; its own name for a province.
    pub province: String,
}

/// A name that a region had before.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct FormerName {
    /// The name.
    pub name: String,
    /// First year in which it was official, where known.
    pub from: Option<i16>,
    /// Last year in which it was official, where known.
    pub until: Option<i16>,
}

impl Region {
    /// The region of a code, today's or a former one; `None` if there is no such code.
    #[must_use]
    pub fn by_code(code: &str) -> Option<Region> {
        Extractor::new().with_lexicon(|l| l.gazetteer.by_code(code).map(|r| l.gazetteer.public(r)))
    }

    /// Every region that a name may mean, with or without its word for the level, in any spelling that the extractor reads:
    /// "Kotim", "Kab. Malang", "Kecamatan Tebet", "Ujung Pandang". Kecamatan only where no larger region has the name or
    /// their word stands before it. Empty for what names no region; by code.
    #[must_use]
    pub fn by_name(name: &str) -> Vec<Region> {
        Extractor::new().with_lexicon(|l| {
            let mut found: Vec<RegionId> = l.regions_named(name);
            found.sort_by(|a, b| l.gazetteer.code(*a).cmp(l.gazetteer.code(*b)));
            found.into_iter().map(|r| l.gazetteer.public(r)).collect()
        })
    }

    /// The regions that lie directly in this one, by code: kabupaten and kota of a province, kecamatan of those.
    #[must_use]
    pub fn children(&self) -> Vec<Region> {
        Extractor::new().with_lexicon(|l| {
            let own = l.gazetteer.by_code(&self.code);
            own.map_or_else(Vec::new, |own| l.gazetteer.children(own).map(|r| l.gazetteer.public(r)).collect())
        })
    }

    /// The region that holds this one; `None` for a province.
    #[must_use]
    pub fn parent(&self) -> Option<Region> {
        Region::by_code(self.code.rsplit_once('.')?.0)
    }

    /// The official name without Kabupaten, Kota or Kecamatan.
    #[must_use]
    pub fn short_name(&self) -> &str {
        short_name(&self.name, self.level)
    }

    /// Official names that it had before.
    #[must_use]
    pub fn former_names(&self) -> Vec<FormerName> {
        let public = |f: &Former| FormerName { name: f.name.to_string(), from: f.years.0, until: f.years.1 };
        Extractor::new().with_lexicon(|l| {
            let own = l.gazetteer.by_code(&self.code);
            own.map_or_else(Vec::new, |own| l.gazetteer.former_names(own).map(public).collect())
        })
    }
}
