//! The year that a day leaves out, as the rest of the text tells it: at the foot of the page, in the title of an occasion.

use std::ops::RangeInclusive;

use jiff::civil::Date;

use super::calendar::{weekday_of, when};
use crate::mention::{Mention, Reader};
use crate::text::Shape;

/// Years in which an article of these offices may have been written.
const YEARS: RangeInclusive<i16> = 1999..=2099;

/// The year that a token tells.
fn year_at(reader: &Reader<'_>, at: usize) -> Option<i16> {
    reader.words_of(at, at.saturating_add(1)).parse().ok().filter(|y| YEARS.contains(y))
}

/// Tokens from "Copyright" to the year, and from the end of the text that are searched for it.
const FOOTER: usize = 8;
const TAIL: usize = 120;

/// "COPYRIGHT © ANTARA 2021" at the foot of the page: the year of the article.
pub(super) fn footer_year(reader: &Reader<'_>) -> Option<i16> {
    let tokens = reader.tokens.len();
    let sign = |at: &usize| reader.tokens.get(*at).is_some_and(|t| t.is(Shape::WIDE)) && reader.words_of(*at, at.saturating_add(1)) == "©";
    let copyright = |at: &usize| reader.reads(*at, &["copyright"]) || sign(at);
    let begins = (tokens.saturating_sub(TAIL)..tokens).find(copyright)?;
    let mut years = (begins..tokens.min(begins.saturating_add(FOOTER))).filter_map(|at| year_at(reader, at));
    years.next().filter(|_| years.next().is_none())
}

/// The day of a mention without a year in this one, if its weekday is printed and agrees.
pub(super) fn in_year(mention: &Mention, year: i16) -> Option<(Date, Option<Date>)> {
    let told = when(mention).filter(|w| !w.vague && w.end.is_none() && w.length.is_none() && !w.open)?;
    let date = told.start.filter(|d| d.year.is_none())?.date(year)?;
    (date.weekday() == weekday_of(told.weekday?)).then_some((date, Some(date)))
}

/// Most tokens from the year in the title of an occasion to its day.
const TITLE: usize = 40;

/// "Rapat Kerja Tahun 2016 di X, Kamis (13/10)": the year that the title of the occasion tells in the same sentence, if the weekday
/// agrees.
pub(super) fn in_year_told(reader: &Reader<'_>, mention: &Mention) -> Option<(Date, Option<Date>)> {
    let first = reader.sentences.get(reader.sentence_of(mention.first))?.first.max(mention.first.saturating_sub(TITLE));
    let title = |at: usize| at.checked_sub(1).is_some_and(|b| b >= first && reader.capital(b)) && reader.capital(at);
    let digits = |at: &usize| reader.tokens.get(*at).is_some_and(|t| t.is(Shape::DIGIT));
    let behind = |at: &usize| at.checked_sub(1).is_some_and(|b| reader.reads(b, &["tahun"]) && title(b));
    let mut years = (first..mention.first).filter(digits).filter(behind);
    years.find_map(|at| in_year(mention, year_at(reader, at)?))
}

/// Words that lead to a year of the past or of a plan: "dimekarkan pada tahun 2008", "sejak 2012", "target 2045".
const OTHER: [&str; 14] =
    ["antara", "awal", "dari", "di", "hingga", "menuju", "mulai", "pada", "sampai", "sejak", "semenjak", "target", "tahun", "untuk"];

/// "Puncak HKSN 2018", "Desember tahun 2020", "masa reses Tahun 2020": the latest year of the article, if an occasion of that year is
/// told, and not only a law or what was long ago. A day is of it only if its weekday agrees.
pub(super) fn latest_year(reader: &Reader<'_>) -> Option<i16> {
    let mut latest: Option<(i16, bool)> = None;
    for sentence in reader.sentences.iter().filter(|s| s.zone.tells()) {
        for at in (sentence.first..sentence.last).filter(|at| reader.tokens.get(*at).is_some_and(|t| t.is(Shape::DIGIT))) {
            let Some(year) = year_at(reader, at) else { continue };
            let told = of_occasion(reader, at, sentence.first);
            latest = match latest {
                Some((other, _)) if other > year => latest,
                Some((other, before)) if other == year => Some((year, before || told)),
                _ => Some((year, told)),
            };
        }
    }
    latest.filter(|(_, told)| *told).map(|(year, _)| year)
}

/// The year at `at` stands behind the name of an occasion or a month: "HKSN 2018", "APKASI ke-15 tahun 2023".
fn of_occasion(reader: &Reader<'_>, at: usize, first: usize) -> bool {
    let Some(before) = at.checked_sub(1).filter(|b| *b >= first) else { return false };
    let tahun = reader.reads(before, &["tahun"]);
    let Some(before) = (if tahun { before.checked_sub(1) } else { Some(before) }).filter(|b| *b >= first) else { return false };
    let Some(token) = reader.tokens.get(before) else { return false };
    // "Nomor 5 Tahun 2015" is a law, "ke-15 tahun 2023" an occasion.
    let numbered = token.is(Shape::DIGIT) && before.checked_sub(1).is_none_or(|b| reader.sign(b) != b'-');
    token.is_word() && !numbered && !reader.reads(before, &OTHER) && (tahun || reader.capital(before))
}
