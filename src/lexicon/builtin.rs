//! The built-in tables, in reading order: the official regions stand before their other names.

macro_rules! tables {
    ($($name:literal),+ $(,)?) => {
        /// Name and source of every table of `lexicons/`.
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
    "budget",
    "committee",
    "common",
    "council",
    "counter",
    "datepart",
    "degree",
    "delegation",
    "district",
    "government",
    "guest",
    "honorific",
    "label",
    "level",
    "minister",
    "month",
    "dayname",
    "nameword",
    "numeral",
    "place",
    "preposition",
    "quiet",
    "relday",
    "status",
    "title",
    "unit",
    "verb",
    "viceminister",
    "visit_kind",
    "weekday",
    "zone",
);
