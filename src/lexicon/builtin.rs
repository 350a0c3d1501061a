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
    "degree",
    "delegation",
    "district",
    "government",
    "guest",
    "homonym",
    "honorific",
    "level",
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
