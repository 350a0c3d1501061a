//! The calendar of an article: its day of publication, and the years that its dates leave out.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use smallvec::SmallVec;

use super::year::{footer_year, in_year, in_year_told, latest_year};
use crate::kinds::ConflictKind;
use crate::lexicon::ClassSet;
use crate::mention::date::day::Day;
use crate::mention::{Mention, Reader, What, When};
use crate::text::{Shape, Zone};

/// Dates of the article, decided.
#[derive(Clone, Debug, Default)]
pub(crate) struct Calendar {
    pub(crate) published: Option<Date>,
    /// For each mention its first and last day.
    pub(crate) days: Vec<Option<(Date, Option<Date>)>>,
    /// For each date the token of the verb by which it tells when somebody spoke.
    pub(crate) said: Vec<Option<usize>>,
    /// Weekdays that contradict their date: kind and token range.
    pub(crate) conflicts: Vec<(ConflictKind, usize, usize)>,
}

/// Most full dates that may give another date its year.
const ANCHORS: usize = 64;

/// Decides the dates; `published` is what the caller knows.
pub(crate) fn calendar(reader: &Reader<'_>, mentions: &[Mention], published: Option<Date>) -> Calendar {
    let published = published.or_else(|| publication(reader, mentions));
    let mut out = Calendar { published, days: Vec::with_capacity(mentions.len()), said: vec![None; mentions.len()], conflicts: Vec::new() };
    let year = if published.is_none() { footer_year(reader).or_else(|| latest_year(reader)) } else { None };
    let anchors: Vec<Date> = mentions
        .iter()
        .filter_map(|m| when(m).and_then(|w| w.start).filter(|d| d.year.is_some()).and_then(|d| d.date(0)))
        .take(ANCHORS)
        .collect();
    for (i, mention) in mentions.iter().enumerate() {
        if let (Some(_), Some(slot)) = (when(mention), out.said.get_mut(i)) {
            *slot = said(reader, mention);
        }
        let days = when(mention).and_then(|w| decide(w, published, &anchors, plans(reader, mention)));
        let days = days.or_else(|| in_year_told(reader, mention)).or_else(|| in_year(mention, year?));
        if let (Some((start, last)), Some(told)) = (days, when(mention)) {
            if contradicts(told, start, last) {
                out.conflicts.push((ConflictKind::Weekday, mention.first, mention.last));
            }
        }
        out.days.push(days);
    }
    if let Some(told) = out.told(mentions).filter(|_| published.is_none()) {
        for (mention, days) in mentions.iter().zip(&mut out.days).filter(|(_, days)| days.is_none()) {
            let counted = |w: &&When| (w.past || w.ahead) && w.weekday.is_some() || w.relative.is_some_and(|days| days >= 0);
            let bare = when(mention).filter(|w| w.week.is_none() && w.start.is_none() && w.bare.is_none() && w.until.is_none() && !w.vague);
            *days = bare.filter(counted).and_then(|w| relative(w, told, false)).map(|(first, last)| (first, Some(last)));
        }
    }
    if published.is_none() {
        same_weekday(mentions, &mut out.days);
    }
    close_beginnings(reader, mentions, &mut out.days);
    out
}

impl Calendar {
    /// "Kamis lalu ... beber bupati, Senin (24/2/2020)": the only day that the article knows is that of a statement, from which
    /// the paper counts.
    fn told(&self, mentions: &[Mention]) -> Option<Date> {
        let mut known = mentions.iter().zip(&self.days).zip(&self.said).filter_map(|((m, days), said)| Some((m, (*days)?, *said)));
        let (first, (day, _), said) = known.next()?;
        let full = when(first).and_then(|w| w.start).is_some_and(|d| d.year.is_some());
        Some(day).filter(|_| full && said.is_some() && known.all(|(_, (other, _), _)| other == day))
    }
}

/// Most signs between a weekday and its figures.
const BESIDE: usize = 2;

/// "Jembatan itu ambrol Kamis pagi ... kata bupati, Kamis (10/3/2022)": the bare weekday is the only full day that falls on it.
fn same_weekday(mentions: &[Mention], days: &mut [Option<(Date, Option<Date>)>]) {
    let mut known: [Option<Option<Date>>; 7] = [None; 7];
    let slot = |weekday: i8| usize::try_from(weekday.saturating_sub(1)).unwrap_or(usize::MAX);
    for (day, _) in days.iter().flatten() {
        if let Some(known) = known.get_mut(slot(day.weekday().to_monday_one_offset())) {
            *known = Some(if known.is_none_or(|k| k == Some(*day)) { Some(*day) } else { None });
        }
    }
    for (i, mention) in mentions.iter().enumerate() {
        // "Jumat. (13/12/2019)": the figures of the very weekday.
        let own = |next: &Mention| when(next).is_some() && next.first.saturating_sub(mention.last) <= BESIDE;
        if days.get(i).is_none_or(Option::is_some) || mentions.get(i.saturating_add(1)).is_some_and(own) {
            continue;
        }
        let Some(told) = when(mention).filter(|w| w.start.is_none() && w.relative.is_none() && w.until.is_none() && w.bare.is_none())
        else {
            continue;
        };
        if told.vague || told.past || told.ahead || told.open || told.week.is_some() || told.month.is_some() || told.length.is_some() {
            continue;
        }
        let day = told.weekday.and_then(|w| known.get(slot(w)).copied()).flatten().flatten();
        if let Some(slot) = days.get_mut(i) {
            *slot = day.map(|d| (d, Some(d)));
        }
    }
}

/// Most words from a beginning to its end.
const APART: usize = 16;

/// Most days from a beginning to its end.
const LASTING: u32 = 92;

/// "mulai Senin (4/3) di X hingga Rabu (6/3)", "dimulai Selasa dan baru berakhir Jumat": a later day of the sentence ends what begins.
fn close_beginnings(reader: &Reader<'_>, mentions: &[Mention], days: &mut [Option<(Date, Option<Date>)>]) {
    for (i, mention) in mentions.iter().enumerate().filter(|(_, m)| when(m).is_some_and(|w| w.open)) {
        let Some((first, None)) = days.get(i).copied().flatten() else { continue };
        let sentence = reader.sentence_of(mention.first);
        let later =
            mentions.iter().enumerate().skip(i.saturating_add(1)).take_while(|(_, m)| m.first.saturating_sub(mention.last) <= APART);
        let Some((number, next)) = later.into_iter().find(|(_, m)| when(m).is_some()) else { continue };
        let same = reader.sentences.get(sentence).is_some_and(|s| next.first < s.last);
        let last = days.get(number).copied().flatten().and_then(|(day, last)| last.or(Some(day)));
        let Some(last) = last.filter(|l| same && *l > first && days_between(*l, first) <= LASTING && reader.ends_there(next.first)) else {
            continue;
        };
        if let Some(slot) = days.get_mut(i) {
            *slot = Some((first, Some(last)));
        }
    }
}

pub(crate) fn when(mention: &Mention) -> Option<&When> {
    match &mention.what {
        What::Date(when) => Some(when),
        _ => None,
    }
}

/// The full date of a date line, by-line or dateline; a headline line counts if it begins with the date. Of several above the
/// article the one that the weekdays of the other dates agree with, then the nearest to the article.
fn publication(reader: &Reader<'_>, mentions: &[Mention]) -> Option<Date> {
    let printed = mentions.iter().filter_map(|mention| {
        let day = when(mention).and_then(|w| w.start).filter(|d| d.year.is_some())?;
        let fits = match reader.zone_of(mention.first) {
            Zone::Byline | Zone::Dateline => true,
            Zone::Headline | Zone::Leftover => reader.tokens.get(mention.first).is_some_and(|t| t.is(Shape::LINE_START)),
            _ => false,
        };
        day.date(0).filter(|_| fits).map(|date| (mention.first, date))
    });
    let mut printed = printed.peekable();
    let (_, first) = *printed.peek()?;
    // "Jumat, 29 Maret 2024 ... Sabtu, 14/09/2019 - 16:23 WIB": above the article the page may print the day of its reader.
    let body = reader.sentences.iter().find(|s| s.zone == Zone::Body).map_or(reader.tokens.len(), |s| s.first);
    let above: SmallVec<[Date; 4]> = printed.take_while(|(at, _)| *at < body).map(|(_, date)| date).take(ABOVE).collect();
    let odd = |date: &Date| mentions.iter().filter_map(when).filter(|w| disagrees(w, *date)).take(ANCHORS).count();
    above.into_iter().rev().min_by_key(odd).or(Some(first))
}

/// Most days above an article that may be its own.
const ABOVE: usize = 8;

/// "Rabu (7/11)" is no Wednesday in the year that an article of this day would give it.
fn disagrees(told: &When, published: Date) -> bool {
    let day = told.start.filter(|d| d.year.is_none() && told.year.is_none()).and_then(|d| nearest_year(told, d, published));
    day.zip(told.weekday).is_some_and(|(day, weekday)| day.weekday() != weekday_of(weekday))
}

/// A printed weekday is not that of the day.
fn contradicts(told: &When, start: Date, last: Option<Date>) -> bool {
    let other = |weekday: Option<i8>, day: Option<Date>| weekday.zip(day).is_some_and(|(w, d)| d.weekday() != weekday_of(w));
    // Without figures the day was found by its weekday; a relative word may still contradict it.
    let first = told.start.is_some() && other(told.weekday, Some(start));
    first || told.until.is_some() && last != Some(start) && other(told.until, last)
}

/// Words between a verb of saying and the day of the statement ("ujar Ketua DPRD Kota X saat dihubungi, Rabu").
const SAID: usize = 24;

/// The sentence of the mention looks ahead, and the day is not that of a statement.
fn plans(reader: &Reader<'_>, mention: &Mention) -> bool {
    let at = reader.sentence_of(mention.first);
    let Some(sentence) = reader.sentences.get(at) else { return false };
    let planned = |i: usize| {
        let mut hits = reader.hits.at(i).iter().filter(|h| h.last as usize <= sentence.last);
        reader.hits.classes(i).holds(reader.classes.status)
            && hits.any(|h| h.entry.class == reader.classes.status && reader.lexicon.value_name(h.entry.value) == "planned")
    };
    let said = said_before(reader, mention, sentence.first);
    if said.is_none() && said_behind(reader, mention, sentence.last) {
        return (sentence.first..mention.first).any(planned);
    }
    // What the quote before the verb plans is not what happens on the day of the statement, nor what follows its comma.
    let closed = said.is_some() && reader.tokens.get(mention.last).is_none_or(|t| !t.is_word());
    let last = if closed { mention.first } else { sentence.last };
    (said.unwrap_or(sentence.first)..last).any(planned)
}

/// The verb by which the day is that of a statement: "kata X, Rabu", "Bupati X, Rabu, mengatakan".
fn said(reader: &Reader<'_>, mention: &Mention) -> Option<usize> {
    let sentence = reader.sentences.get(reader.sentence_of(mention.first))?;
    let closed =
        reader.tokens.get(mention.last).is_none_or(|t| matches!(t.sign, b'.' | b',' | b'"' | b';')) || mention.last >= sentence.last;
    said_before(reader, mention, sentence.first)
        .filter(|_| closed)
        .or_else(|| said_behind(reader, mention, sentence.last).then_some(mention.last))
}

/// The verb that says "kata X, Rabu": behind it only the speaker stands, no quote opens.
fn said_before(reader: &Reader<'_>, mention: &Mention, first: usize) -> Option<usize> {
    let from = mention.first.saturating_sub(SAID).max(first);
    let verb = (from..mention.first).rev().find(|i| says(reader, *i))?;
    let quotes = (verb..mention.first).filter(|i| reader.tokens.get(*i).is_some_and(|t| t.sign == b'"')).count();
    (quotes % 2 == 0).then_some(verb)
}

/// "Bupati X, Rabu, mengatakan".
fn said_behind(reader: &Reader<'_>, mention: &Mention, last: usize) -> bool {
    let comma = |i: usize| reader.tokens.get(i).is_some_and(|t| matches!(t.sign, b',' | b')'));
    let mut next = mention.last;
    while next < last && next.saturating_sub(mention.last) < 2 && comma(next) {
        next = next.saturating_add(1);
    }
    // "..., Rabu," kata X: such a verb closes the quote that the day stands in.
    next > mention.last && next < last && says(reader, next) && reader.folded(next, next.saturating_add(1)).starts_with("me")
}

fn says(reader: &Reader<'_>, at: usize) -> bool {
    let value = |value| reader.lexicon.value_name(value);
    let verb = |h: &crate::lexicon::Hit| h.entry.class == reader.classes.verb && value(h.entry.value) == "speak";
    let part = |h: &crate::lexicon::Hit| h.entry.class == reader.classes.datepart && value(h.entry.value) == "said";
    let either = ClassSet::of(reader.classes.verb).with(reader.classes.datepart);
    reader.hits.classes(at).meets(either) && reader.hits.at(at).iter().any(|h| verb(h) || part(h))
}

fn decide(when: &When, published: Option<Date>, anchors: &[Date], plans: bool) -> Option<(Date, Option<Date>)> {
    if when.vague {
        return None;
    }
    let (first, last) = match when.start {
        Some(start) => {
            let first = first_day(when, start, published, anchors)?;
            match when.end {
                Some(end) => (first, last_day(first, end)?),
                None => by_weekdays(when, first),
            }
        }
        None => {
            let (first, last) = relative(when, published?, plans)?;
            (first, when.end.and_then(|end| last_day(first, end)).unwrap_or(last))
        }
    };
    if first != last {
        return Some((first, Some(last)));
    }
    match when.length {
        Some(days) => Some((first, first.checked_add(i64::from(days.saturating_sub(1)).days()).ok())),
        None => Some((first, Some(first).filter(|_| !when.open))),
    }
}

/// The first day with the year that the text or the other days of the article give it.
fn first_day(when: &When, start: Day, published: Option<Date>, anchors: &[Date]) -> Option<Date> {
    match (start.year, published) {
        (Some(_), _) => start.date(0),
        (None, Some(day)) => match when.year {
            Some(years) => start.date(day.year().saturating_add(i16::from(years))),
            None => nearest_year(when, start, day),
        },
        (None, None) => anchored(when, start, anchors),
    }
}

/// The last day of a range: in the year of the first, or, over the turn of the year, in the next.
fn last_day(first: Date, end: Day) -> Option<Date> {
    let year = first.year();
    let last = [year, year.saturating_add(1)].into_iter().filter_map(|y| end.date(y)).find(|l| *l >= first)?;
    Some(last)
}

/// "Jumat hingga Minggu (9/6/2024)": one day printed for a range of weekdays is its last or its first.
fn by_weekdays(when: &When, day: Date) -> (Date, Date) {
    let Some((from, until)) = when.weekday.zip(when.until) else { return (day, day) };
    let more = i64::from(until.saturating_sub(from).rem_euclid(7)).days();
    let weekday = day.weekday();
    if weekday == weekday_of(from) {
        (day, day.checked_add(more).unwrap_or(day))
    } else if weekday == weekday_of(until) {
        (day.checked_sub(more).unwrap_or(day), day)
    } else {
        (day, day)
    }
}

/// The year that brings the day nearest to the day of publication, on the side of it that "lalu" or "mendatang" tells.
fn nearest_year(when: &When, start: Day, published: Date) -> Option<Date> {
    let years = [published.year().saturating_sub(1), published.year(), published.year().saturating_add(1)];
    let days = || years.iter().filter_map(|y| start.date(*y));
    // "8 hingga 10 November mendatang" may have begun.
    let last = |d: Date| when.end.and_then(|end| last_day(d, end)).unwrap_or(d);
    let fits = |d: &Date| !(when.past && *d > published || when.ahead && last(*d) < published);
    let distance = |d: &Date| days_between(*d, published);
    days().filter(fits).min_by_key(distance).or_else(|| days().min_by_key(distance))
}

/// Days between two dates, whichever is the earlier.
fn days_between(a: Date, b: Date) -> u32 {
    a.since(b).map_or(u32::MAX, |span| span.get_days().unsigned_abs())
}

/// Without a day of publication: the year of another full date of the article, if the weekday agrees.
fn anchored(when: &When, day: Day, anchors: &[Date]) -> Option<Date> {
    // "Tanggal 4 sampai dengan 5 Oktober 2023 ... (4/10)": the very day.
    let same = || anchors.iter().copied().find(|a| day.date(a.year()) == Some(*a));
    let near = anchors.iter().filter_map(|a| day.date(a.year()).map(|d| (d, *a)));
    let agrees = |d: Date| when.weekday.is_some_and(|w| d.weekday() == weekday_of(w));
    // "Kamis (2/6/2022) ... Esok hari (3/6)"
    let beside = |d: Date, a: Date| when.relative.is_some() && when.weekday.is_none() && days_between(d, a) <= WEEK;
    // "14-17 November mendatang ... Kamis (9/11/2023)", "14 Maret lalu"
    let side = |d: Date, a: Date| days_between(d, a) <= QUARTER && (when.ahead && d >= a || when.past && d <= a);
    // One year is all that the article tells.
    let one = anchors.windows(2).all(|pair| matches!(pair, [a, b] if a.year() == b.year()));
    let within = if one { HALF } else { QUARTER };
    near.clone()
        .find(|(d, a)| days_between(*d, *a) <= within && agrees(*d) || beside(*d, *a) || one && side(*d, *a))
        .map(|(d, _)| d)
        .or_else(same)
}

/// Days of a quarter and of half a year.
const QUARTER: u32 = 92;
const HALF: u32 = 183;

/// Most days between "besok (3/6)" and another day of the article.
const WEEK: u32 = 7;

/// Most days from the first to the last of bare weekdays; "Senin-Jumat" is a habit.
const HABIT: i8 = 3;

/// "kemarin", "Selasa hari ini", "Kamis", "Rabu pekan lalu", "tanggal 10 bulan depan", counted from the day of publication.
fn relative(when: &When, published: Date, plans: bool) -> Option<(Date, Date)> {
    if let Some((first, last)) = when.bare {
        let month = bare_month(when, first, published)?;
        let day = |d| Date::new(month.year(), month.month(), d).ok();
        return Some((day(first)?, day(last)?));
    }
    let Some(number) = when.weekday else {
        let day = published.checked_add(i64::from(when.relative?).days()).ok()?;
        return Some((day, day));
    };
    let weekday = weekday_of(number);
    let day = if let Some(weeks) = when.week {
        let offset = number.saturating_sub(published.weekday().to_monday_one_offset());
        published.checked_add(i64::from(weeks).saturating_mul(7).saturating_add(i64::from(offset)).days()).ok()?
    } else if published.weekday() == weekday && !when.past && !when.ahead {
        published
    } else if when.ahead || plans && !when.past && when.relative.is_none() {
        published.nth_weekday(1, weekday).ok()?
    } else {
        published.nth_weekday(-1, weekday).ok()?
    };
    let more = when.until.map_or(0, |until| until.saturating_sub(number).rem_euclid(7));
    if more > HABIT {
        return None;
    }
    Some((day, day.checked_add(i64::from(more).days()).ok()?))
}

/// A day of the month of "tanggal 10 bulan depan", "tanggal 17 nanti".
fn bare_month(when: &When, day: i8, published: Date) -> Option<Date> {
    let month = Date::new(published.year(), published.month(), 1).ok()?;
    let months = match when.month {
        Some(months) => i64::from(months),
        None if when.past => 0_i64.saturating_sub(i64::from(day > published.day())),
        None => i64::from(day < published.day()),
    };
    month.checked_add(months.months()).ok()
}

pub(super) fn weekday_of(number: i8) -> Weekday {
    Weekday::from_monday_one_offset(number).unwrap_or(Weekday::Monday)
}
