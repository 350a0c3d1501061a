//! The calendar of an article: its day of publication, and the years that its dates leave out.

use jiff::civil::{Date, Weekday};
use jiff::{Span as Days, ToSpan};

use super::{Mention, Reader, What, When};
use crate::kinds::ConflictKind;
use crate::text::{Shape, Zone};

/// Dates of the article, decided.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    pub(crate) published: Option<Date>,
    /// For each mention its first and last day.
    pub(crate) days: Vec<Option<(Date, Option<Date>)>>,
    /// Weekdays that contradict their date: kind and token range.
    pub(crate) conflicts: Vec<(ConflictKind, usize, usize)>,
}

/// Most full dates that may give another date its year.
const ANCHORS: usize = 64;

/// Decides the dates; `published` is what the caller knows.
pub(crate) fn calendar(reader: &Reader<'_>, mentions: &[Mention], published: Option<Date>) -> Calendar {
    let published = published.or_else(|| publication(reader, mentions));
    let mut out = Calendar { published, days: Vec::with_capacity(mentions.len()), conflicts: Vec::new() };
    let anchors: Vec<Date> = mentions
        .iter()
        .filter_map(|m| when(m).and_then(|w| w.start).filter(|d| d.year.is_some()).and_then(|d| d.date(0)))
        .take(ANCHORS)
        .collect();
    for mention in mentions {
        let days = when(mention).and_then(|w| decide(w, published, &anchors, plans(reader, mention)));
        if let (Some((start, _)), Some(told)) = (days, when(mention)) {
            if let Some(weekday) = told.weekday {
                if [Some(weekday), told.until].into_iter().flatten().all(|w| start.weekday() != weekday_of(w)) {
                    out.conflicts.push((ConflictKind::Weekday, mention.first, mention.last));
                }
            }
        }
        out.days.push(days);
    }
    out
}

fn when(mention: &Mention) -> Option<&When> {
    match &mention.what {
        What::Date(when) => Some(when),
        _ => None,
    }
}

/// The first full date of a date line, by-line or dateline; a headline line counts if it begins with the date.
fn publication(reader: &Reader<'_>, mentions: &[Mention]) -> Option<Date> {
    let mut found = None;
    for mention in mentions {
        let Some(day) = when(mention).and_then(|w| w.start).filter(|d| d.year.is_some()) else { continue };
        let fits = match super::resolve::zone_of(reader, mention.first) {
            Zone::Byline | Zone::Dateline => true,
            Zone::Headline | Zone::Leftover => reader.tokens.get(mention.first).is_some_and(|t| t.is(Shape::LINE_START)),
            _ => false,
        };
        if fits && found.is_none() {
            found = day.date(0);
        }
    }
    found
}

/// The sentence of the mention looks ahead.
fn plans(reader: &Reader<'_>, mention: &Mention) -> bool {
    let at = reader.sentences.partition_point(|s| s.last <= mention.first);
    let Some(sentence) = reader.sentences.get(at) else { return false };
    (sentence.first..sentence.last)
        .any(|i| reader.hits_at(i).any(|h| h.entry.class == reader.classes.status && reader.lexicon.value_name(h.entry.value) == "planned"))
}

fn decide(when: &When, published: Option<Date>, anchors: &[Date], plans: bool) -> Option<(Date, Option<Date>)> {
    let Some(start) = when.start else { return relative(when, published?, plans) };
    let first = match (start.year, published) {
        (Some(_), _) => start.date(0)?,
        (None, Some(day)) => nearest_year(when, day)?,
        (None, None) => anchored(when, anchors)?,
    };
    let last = match when.end {
        Some(end) => Some(end.date(first.year())?).filter(|l| *l >= first),
        None => Some(first),
    };
    Some((first, last))
}

/// The year that brings the day nearest to the day of publication; a printed weekday decides between near ones.
fn nearest_year(when: &When, published: Date) -> Option<Date> {
    let day = when.start?;
    let years = [published.year().saturating_sub(1), published.year(), published.year().saturating_add(1)];
    let distance = |d: &Date| days_between(*d, published);
    years.iter().filter_map(|y| day.date(*y)).min_by_key(distance)
}

/// Days between two dates, whichever is the earlier.
fn days_between(a: Date, b: Date) -> u32 {
    a.since(b).map_or(u32::MAX, |span| span.get_days().unsigned_abs())
}

/// Without a day of publication: the year of another full date of the article, if the weekday agrees.
fn anchored(when: &When, anchors: &[Date]) -> Option<Date> {
    let day = when.start?;
    anchors
        .iter()
        .filter_map(|a| day.date(a.year()).map(|d| (d, *a)))
        .find(|(d, a)| days_between(*d, *a) <= 92 && when.weekday.is_some_and(|w| d.weekday() == weekday_of(w)))
        .map(|(d, _)| d)
}

/// "kemarin", "Selasa hari ini", "Kamis", "Kamis kemarin", counted from the day of publication.
fn relative(when: &When, published: Date, plans: bool) -> Option<(Date, Option<Date>)> {
    if let Some(weekday) = when.weekday {
        let weekday = weekday_of(weekday);
        let today = published.weekday() == weekday;
        let day = if today && !when.past {
            published
        } else if plans && !when.past && when.relative.is_none() {
            published.nth_weekday(1, weekday).ok()?
        } else {
            published.nth_weekday(-1, weekday).ok()?
        };
        return Some((day, Some(day)));
    }
    let days: Days = i64::from(when.relative?).days();
    let day = published.checked_add(days).ok()?;
    Some((day, Some(day)))
}

fn weekday_of(number: i8) -> Weekday {
    Weekday::from_monday_one_offset(number).unwrap_or(Weekday::Monday)
}
