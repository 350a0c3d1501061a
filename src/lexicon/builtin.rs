//! The built-in tables, in reading order: the official regions stand before their other names.

/// The table of kecamatan, which is read when one is first looked for.
pub(super) const DISTRICTS: &str = include_str!("../../lexicons/district.tsv");

macro_rules! tables {
    ($($name:literal),+ $(,)?) => {
        /// Name and source of every other table of `lexicons/`.
        pub(crate) const TABLES: &[(&str, &str)] = &[$(($name, include_str!(concat!("../../lexicons/", $name, ".tsv"))),)+];
    };
}

tables!(
    "region",
    "region_code",
    "region_alias",
    "region_former",
    "foreign",
    "abbreviation",
    "acting",
    "affair",
    "agency",
    "agreement_kind",
    "body",
    "body_tail",
    "budget",
    "committee",
    "common",
    "council",
    "counter",
    "datepart",
    "dayname",
    "degree",
    "delegation",
    "field",
    "government",
    "guest",
    "homonym",
    "honorific",
    "label",
    "level",
    "link",
    "locative",
    "minister",
    "month",
    "namesake",
    "nameword",
    "numeral",
    "place",
    "place_tail",
    "place_word",
    "preposition",
    "quiet",
    "relday",
    "role",
    "seat",
    "series",
    "speech",
    "status",
    "title",
    "tour",
    "unit",
    "verb",
    "viceminister",
    "villageword",
    "visit_kind",
    "weekday",
    "zone",
);
