//! What a line of a table may say, checked where it is written: names of tables, values of closed sets, years.

use std::str::FromStr;

use super::table;
use crate::error::Found;
use crate::{Error, UnknownKey};

/// Tables whose values the crate itself reads, and all values that they may have. Another value would never be found.
const CLOSED: &[(&str, &[&str])] = &[
    ("budget", &["own_council", "inner"]),
    ("council", &["dprd", "dewan"]),
    ("counter", &["people", "thing"]),
    ("delegation", &["group", "staff"]),
    ("government", &["provinsi", "kabupaten", "kota", "daerah"]),
    ("level", &["provinsi", "kabupaten", "kota", "kecamatan", "desa"]),
    ("locative", &["place", "people", "epithet"]),
    ("month", &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]),
    ("namesake", &["before", "behind", "whole"]),
    ("nameword", &["given", "family"]),
    ("quiet", &["officer", "patient", "pupil", "tourist"]),
    ("series", &["and", "namely", "each", "member", "some"]),
    ("speech", &["by", "says", "again", "source", "self", "third"]),
    ("villageword", &["head", "tail"]),
    ("weekday", &["1", "2", "3", "4", "5", "6", "7"]),
    ("zone", &["byline", "leftover", "links", "caption", "caption_tail"]),
];

/// The name of a table can be written in a rule: `{name}`.
pub(super) fn name(table: &str, file: &str) -> Result<(), Error> {
    if !table.is_empty() && table.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Ok(());
    }
    Err(Error::new(file, 1, 1, format!("found table name {}, expected small letters, digits and underscores", Found(table))))
}

/// All values that a table may have, where the crate itself reads them.
pub(super) fn known(table: &str) -> Option<&'static [&'static str]> {
    CLOSED.iter().find(|(name, _)| *name == table).map(|(_, values)| *values)
}

/// A value that must be one of the `known` values of its table or a key of a closed set is one.
pub(super) fn value(table: &str, known: Option<&[&str]>, line: &table::Line<'_>) -> Result<(), Error> {
    let fault = match table {
        "affair" => no_key::<crate::Affair>(line.value),
        "unit" if line.value != "none" => no_key::<crate::Affair>(line.value),
        "visit_kind" => no_key::<crate::VisitKind>(line.value),
        "agreement_kind" => no_key::<crate::AgreementKind>(line.value),
        "acting" => no_key::<crate::Acting>(line.value),
        "relday" => line.value.parse::<i8>().err().map(|_| format!("found {}, expected a number of days such as -1", Found(line.value))),
        _ => known.filter(|known| !known.contains(&line.value)).map(|known| unknown(line.value, &known.join(" "))),
    };
    fault.map_or(Ok(()), |what| Err(line.fault(0, what)))
}

fn unknown(found: &str, known: &str) -> String {
    format!("found {}, expected one of: {known}", Found(found))
}

/// What is wrong with a value that is no key of the set.
fn no_key<Set: FromStr<Err = UnknownKey>>(value: &str) -> Option<String> {
    value.parse::<Set>().err().map(|fault| unknown(&fault.found, &fault.known))
}

/// First and last year of a name, where known.
type Years = (Option<i16>, Option<i16>);

/// "1999-2017"; either year may be missing.
pub(super) fn years(years: &str) -> Option<Years> {
    let year = |y: &str| match y.len() {
        0 => Some(None),
        4 if y.bytes().all(|b| b.is_ascii_digit()) => y.parse().ok().map(Some),
        _ => None,
    };
    let (from, until) = years.split_once('-')?;
    let (from, until) = (year(from)?, year(until)?);
    let ordered = from.zip(until).is_none_or(|(from, until)| from <= until);
    ordered.then_some((from, until))
}
