//! Days in figures and words, without their weekday: "6/12/2018", "7/11", "4/11-2021", "2023-10-05", "13-15/5/2019",
//! "11, 12 dan 13 Oktober", "28 Februari s.d. 2 Maret 2023", "tanggal empat bulan Maret tahun dua ribu sembilan belas".
//!
//! The day stands before the month, but in "2023-10-05" and "October 26, 2009". What has no year keeps none here.

use jiff::civil::Date;

use crate::mention::Reader;
use crate::text::Shape;

/// A day that may lack its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Day {
    pub(crate) day: i8,
    pub(crate) month: i8,
    pub(crate) year: Option<i16>,
}

impl Day {
    /// The date, with `year` where the text gives none.
    pub(crate) fn date(self, year: i16) -> Option<Date> {
        Date::new(self.year.unwrap_or(year), self.month, self.day).ok()
    }

    /// The calendar has the day; one without a year may be that of a leap year.
    fn exists(self) -> bool {
        self.date(2024).is_some()
    }
}

/// What stands before the figures and tells that they are a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Led {
    /// Nothing.
    Bare,
    /// A bracket, "tanggal", or the first day of a range.
    Marked,
    /// A weekday or "kemarin".
    Weekday,
}

/// A day or a range of days; `end` is the position behind.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    pub(crate) first: Day,
    pub(crate) last: Option<Day>,
    pub(crate) end: usize,
}

/// Most days of a range over two years of which only one is printed; a longer one is a misreading.
const LONG: i32 = 184;

/// Years that a date of the news may have.
const YEARS: std::ops::RangeInclusive<i16> = 1945..=2100;

/// Most listed days and joints of one month.
const LISTED: usize = 6;

/// First and last day of a range; each gets the year of the other, or the one beside it if the turn of the year lies
/// between. `listed`: "dan" joins only a day and the next.
pub(crate) fn joined(first: Day, last: Day, listed: bool) -> Option<(Day, Day)> {
    let reversed = (first.month, first.day) > (last.month, last.day);
    let (mut from, mut to) = (first, last);
    match (first.year, last.year) {
        (None, Some(year)) => from.year = Some(year.saturating_sub(i16::from(reversed))),
        (Some(year), None) => to.year = Some(year.saturating_add(i16::from(reversed))),
        _ => {}
    }
    let most = if first.year.is_some() && last.year.is_some() { 366 } else { LONG };
    // Without a year "28 Februari dan 1 Maret" follow each other in three years of four.
    let fits = |year: i16| {
        let to = to.date(year.saturating_add(i16::from(reversed)));
        let days = from.date(year).zip(to).and_then(|(from, to)| to.since(from).ok()).map(|d| d.get_days());
        days.is_some_and(|days| if listed { days == 1 } else { (1..=most).contains(&days) })
    };
    (fits(2024) || fits(2023)).then_some((from, to))
}

impl Reader<'_> {
    /// A day or range of days at `at`.
    pub(crate) fn days(&self, at: usize, led: Led) -> Option<Days> {
        if led == Led::Bare && self.runs_in(at) {
            return None;
        }
        // "B-015/P.3/Gs.1/10/2020": the end of a longer number.
        let inside = at.checked_sub(1).is_some_and(|b| matches!(self.sign(b), b'/' | b'.') && self.is(b, Shape::GLUED));
        if led == Led::Bare && inside && self.is(at, Shape::GLUED) {
            return None;
        }
        let found = self.month_days(at, led).or_else(|| self.whole_days(at, led))?;
        let worded = || (at..found.end).any(|i| self.hit(i, self.classes.month).is_some());
        (led == Led::Weekday || !self.runs_on(found.end) || worded()).then_some(found)
    }

    /// Figures or signs of a longer number stand right before ("0812-10-05", "DL/12").
    fn runs_in(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.is(at, Shape::GLUED)) else { return false };
        let figure = before.checked_sub(1).and_then(|b| self.token(b)).is_some_and(|t| t.is(Shape::DIGIT));
        match self.sign(before) {
            b'/' => self.figures(at) != 8,
            b'+' | b'$' | b'#' | b':' => true,
            b'-' => figure && self.is(before, Shape::GLUED),
            _ => false,
        }
    }

    /// Figures or signs of a longer number stand right behind ("10-05-2022-7781", "12/10/KSB").
    fn runs_on(&self, at: usize) -> bool {
        let glued = self.is(at, Shape::GLUED);
        let Some(next) = self.token(at.saturating_add(1)).filter(|t| glued && t.is(Shape::GLUED) && t.is_word()) else { return false };
        match self.sign(at) {
            b'/' => true,
            b'-' => next.is(Shape::DIGIT),
            _ => false,
        }
    }

    /// Bytes of a token of digits.
    fn figures(&self, at: usize) -> u32 {
        self.token(at).filter(|t| t.is_number()).map_or(0, |t| t.end.saturating_sub(t.start))
    }

    /// Several days of one month: "13-15/5/2019", "5 s/d 7 Maret", "11, 12 dan 13 Oktober 2021".
    fn month_days(&self, at: usize, led: Led) -> Option<Days> {
        let (first, mut last, mut next) = self.run_of_days(at)?;
        // A comma alone joins nothing: "RT 3, 4 Maret". The last joint must be a word or a stroke.
        let mut closed = last != first;
        for _ in 0..LISTED {
            let comma = self.sign(next) == b',';
            let behind = if comma { next.saturating_add(1) } else { next };
            let joint = self.joint(behind);
            let Some(behind) = joint.map(|(behind, _)| behind).or(comma.then_some(behind)) else { break };
            let Some((from, to, end)) = self.run_of_days(behind).filter(|(from, _, _)| *from > last) else { break };
            closed = joint.is_some() || from != to;
            (last, next) = (to, end);
        }
        if !closed {
            return None;
        }
        let (month, year, end, sure) = if self.sign(next) == b'/' {
            let month = self.month_figure(next.saturating_add(1))?;
            let (year, end) = self.year_behind(next.saturating_add(2), b'/');
            (month, year, end, led > Led::Bare || year.is_some())
        } else {
            let (month, year, end) = self.month_and_year(next)?;
            (month, year, end, true)
        };
        let (first, last) = (Day { day: first, month, year }, Day { day: last, month, year });
        (sure && first.exists() && last.exists()).then_some(Days { first, last: Some(last), end })
    }

    /// A day number, or several in one token ("11,12").
    fn run_of_days(&self, at: usize) -> Option<(i8, i8, usize)> {
        if let Some(day) = self.day_figure(at) {
            return Some((day, day, at.saturating_add(1)));
        }
        let text = self.token(at).filter(|t| t.is_number()).map(|_| self.words_of(at, at.saturating_add(1)))?;
        let days: Vec<i8> = text.split(',').map_while(|d| d.parse().ok().filter(|d| (1..=31).contains(d))).take(LISTED).collect();
        let whole = text.split(',').count() == days.len() && days.iter().zip(days.iter().skip(1)).all(|(a, b)| a < b);
        Some((*days.first()?, *days.last()?, at.saturating_add(1))).filter(|_| whole)
    }

    /// One whole day, or two with a joint between them: "28/2-1/3/2019", "28 Juni 2019 sampai dengan 2 Juli 2019".
    fn whole_days(&self, at: usize, led: Led) -> Option<Days> {
        let (first, end, sure) = self.whole_day(at, led)?;
        let stroke = self.sign(end) == b'-' && !self.is(end, Shape::GLUED);
        if let Some((behind, listed)) = self.joint(end) {
            let behind = self.part_at(behind, "lead").unwrap_or(behind);
            if let Some((last, end, _)) = self.whole_day(behind, Led::Marked).filter(|(last, _, _)| sure || last.year.is_some()) {
                // "MAKASSAR, 5/3/2019 - 4/3": the year of a range stands on its right side.
                let dateline = stroke && first.year.is_some() && last.year.is_none();
                if let Some((first, last)) = joined(first, last, listed).filter(|_| !dateline) {
                    return Some(Days { first, last: Some(last), end });
                }
            }
        }
        sure.then_some(Days { first, last: None, end })
    }

    /// A day with its month; the position behind, and whether it is a day for sure.
    fn whole_day(&self, at: usize, led: Led) -> Option<(Day, usize, bool)> {
        if let Some((day, end)) = self.year_first(at).or_else(|| self.one_token(at, led)).or_else(|| self.english(at)) {
            return day.exists().then_some((day, end, true));
        }
        let found = self.numeric(at, led).or_else(|| self.worded(at, led).map(|(day, end)| (day, end, true)));
        found.filter(|(day, _, _)| day.exists())
    }

    pub(super) fn day_figure(&self, at: usize) -> Option<i8> {
        if !matches!(self.figures(at), 1 | 2) {
            return None;
        }
        self.words_of(at, at.saturating_add(1)).parse::<i8>().ok().filter(|d| (1..=31).contains(d))
    }

    fn month_figure(&self, at: usize) -> Option<i8> {
        self.day_figure(at).filter(|m| *m <= 12)
    }

    /// A year of four figures.
    fn year_figure(&self, at: usize) -> Option<i16> {
        (self.figures(at) == 4).then(|| self.words_of(at, at.saturating_add(1)).parse().ok()).flatten().filter(|y| YEARS.contains(y))
    }

    /// The two last figures of a year.
    fn short_year(&self, at: usize) -> Option<i16> {
        (self.figures(at) == 2)
            .then(|| self.words_of(at, at.saturating_add(1)).parse::<i16>().ok())
            .flatten()
            .map(|y| y.saturating_add(2000))
    }

    /// The year behind a month in figures, and the position behind: "/2019", "-2021", "/24", "/'22".
    fn year_behind(&self, at: usize, separator: u8) -> (Option<i16>, usize) {
        let sign = self.sign(at);
        if !matches!(sign, b'/' | b'-') {
            return (None, at);
        }
        let next = at.saturating_add(1);
        let quoted = usize::from(self.sign(next) == b'\'');
        let figures = next.saturating_add(quoted);
        // Two figures behind another sign begin the second day of a range: "28/2-10/3".
        let short = || self.short_year(figures).filter(|_| quoted == 1 || sign == separator);
        match self.year_figure(figures).or_else(short) {
            Some(year) => (Some(year), figures.saturating_add(1)),
            None => (None, at),
        }
    }

    /// "2023-10-05", "2023/10/5", also with an hour behind a T.
    fn year_first(&self, at: usize) -> Option<(Day, usize)> {
        let year = self.year_figure(at)?;
        let step = |n: usize| at.saturating_add(n);
        let sign = self.sign(step(1));
        if !matches!(sign, b'-' | b'/') || self.sign(step(3)) != sign || !(1..=4).all(|n| self.is(step(n), Shape::GLUED)) {
            return None;
        }
        let month = self.month_figure(step(2))?;
        let text = self.words_of(step(4), step(5));
        let day = text.split_once(['T', 't']).map_or(text, |(day, _)| day);
        let day: i8 = day.parse().ok().filter(|_| day.len() <= 2)?;
        Some((Day { day, month, year: Some(year) }, step(5)))
    }

    /// One token: "14.08.2017", "2017.08.14", "26April2018", "DL/19032019"; "14.08.17" behind a weekday.
    fn one_token(&self, at: usize, led: Led) -> Option<(Day, usize)> {
        let token = self.token(at).filter(|t| t.is(Shape::DIGIT))?;
        let text = self.words_of(at, at.saturating_add(1));
        let next = at.saturating_add(1);
        if token.is(Shape::LETTER) {
            let (day, rest) = text.split_at_checked(text.find(|c: char| !c.is_ascii_digit())?)?;
            let (month, year) = self.month_token(rest)?;
            let day = day.parse().ok()?;
            return match year {
                Some(_) => Some((Day { day, month, year }, next)),
                None => self
                    .year(next)
                    .map_or(Some((Day { day, month, year }, next)), |(year, end)| Some((Day { day, month, year: Some(year) }, end))),
            };
        }
        if self.figures(at) == 8 && !text.contains(['.', ',']) {
            if self.sign(at.wrapping_sub(1)) != b'/' {
                return None;
            }
            let part = |r: std::ops::Range<usize>| text.get(r).and_then(|p| p.parse::<i16>().ok());
            let (day, month, year) = (part(0..2)?, part(2..4)?, part(4..8)?);
            return Some((Day { day: i8::try_from(day).ok()?, month: i8::try_from(month).ok()?, year: Some(year) }, next));
        }
        let mut parts = text.split('.');
        let (a, month, b) = (parts.next()?, parts.next()?, parts.next()?);
        let (day, year) = if a.len() == 4 { (b, a) } else { (a, b) };
        if parts.next().is_some() || !(year.len() == 4 || year.len() == 2 && led == Led::Weekday) || day.len() > 2 || month.len() > 2 {
            return None;
        }
        let century = if year.len() == 2 { 2000 } else { 0 };
        let year = year.parse::<i16>().ok()?.saturating_add(century);
        Some((Day { day: day.parse().ok()?, month: month.parse().ok()?, year: Some(year) }, next))
    }

    /// "April2018", "April": month and year of one token.
    fn month_token(&self, text: &str) -> Option<(i8, Option<i16>)> {
        let split = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
        let (month, year) = text.split_at_checked(split)?;
        let month = self.lexicon.value_of_word(self.classes.month, month)?.parse().ok()?;
        let year = if year.is_empty() { None } else { Some(year.parse().ok().filter(|y| year.len() == 4 && YEARS.contains(y))?) };
        Some((month, year))
    }

    /// "October 26, 2009", "Februari 7, 2017".
    fn english(&self, at: usize) -> Option<(Day, usize)> {
        let (value, next) = self.value(at, self.classes.month)?;
        let month = value.parse().ok()?;
        let day = self.day_figure(next)?;
        let mut behind = next.saturating_add(1);
        if self.sign(behind) == b',' {
            behind = behind.saturating_add(1);
        }
        Some((Day { day, month, year: Some(self.year_figure(behind)?) }, behind.saturating_add(1)))
    }

    /// All in figures with strokes or hyphens: "7/11", "6/12/2018", "19-04-2011", "4/11-2021", "1/12/'22".
    fn numeric(&self, at: usize, led: Led) -> Option<(Day, usize, bool)> {
        let day = self.day_figure(at)?;
        let one = at.saturating_add(1);
        let separator = self.sign(one);
        if !matches!(separator, b'/' | b'-') || !self.is(one, Shape::GLUED) && led == Led::Bare {
            return None;
        }
        let month = self.month_figure(at.saturating_add(2))?;
        let third = at.saturating_add(3);
        let (year, end) = self.year_behind(third, separator);
        if year.is_some() {
            // "21-10-20" alone may be a number of a telephone.
            let short = self.figures(end.wrapping_sub(1)) == 2 && separator == b'-';
            return (!short || led > Led::Bare).then_some((Day { day, month, year }, end, true));
        }
        // "12/11" alone may be a fraction or a number of a letter, "12-11" a score.
        let told = if separator == b'/' { led > Led::Bare } else { led == Led::Weekday };
        let more = self.sign(third) == b'/' && self.is(third, Shape::GLUED);
        (!more && (told || separator == b'/')).then_some((Day { day, month, year }, third, told))
    }

    /// "23 Oktober 2023", "09 bulan Desember tahun 2021", "26 April2018", "30-Okt-2018"; behind "tanggal" in words too.
    fn worded(&self, at: usize, led: Led) -> Option<(Day, usize)> {
        let (day, next) = match self.day_figure(at) {
            Some(day) => (day, self.spelt(at.saturating_add(1))),
            None => {
                let (value, next) = self.number_words(at).filter(|(value, _)| led > Led::Bare && (1..=31).contains(value))?;
                (i8::try_from(value).ok()?, next)
            }
        };
        let (month, year, end) = self.month_and_year(next)?;
        Some((Day { day, month, year }, end))
    }

    fn month_and_year(&self, at: usize) -> Option<(i8, Option<i16>, usize)> {
        let stroke = matches!(self.sign(at), b'-' | b'/') && self.is(at, Shape::GLUED);
        let at = if stroke { at.saturating_add(1) } else { at };
        let at = if self.word(at) == self.classes.words.bulan { at.saturating_add(1) } else { at };
        let Some((value, mut end)) = self.value(at, self.classes.month) else {
            let (month, year) =
                self.month_token(self.token(at).filter(|t| t.is(Shape::DIGIT)).map(|_| self.words_of(at, at.saturating_add(1)))?)?;
            return Some((month, year, at.saturating_add(1)));
        };
        let month = value.parse().ok()?;
        if self.sign(end) == b'.' && self.is(end, Shape::GLUED) {
            end = end.saturating_add(1);
        }
        match self.year(end) {
            Some((year, end)) => Some((month, Some(year), end)),
            None => Some((month, None, end)),
        }
    }

    /// The year behind the name of a month: "2019", ", 2019", "tahun 2019", "'22", "tahun dua ribu sembilan belas".
    fn year(&self, at: usize) -> Option<(i16, usize)> {
        let w = &self.classes.words;
        let next = at.saturating_add(1);
        let told = [w.tahun, w.thn, w.th].contains(&self.word(at)) && self.token(at).is_some_and(|t| t.is_word());
        let stroke = matches!(self.sign(at), b'-' | b'/') && self.is(at, Shape::GLUED);
        let stop = usize::from(told && self.sign(next) == b'.');
        let figures = if told || stroke || self.sign(at) == b',' { next.saturating_add(stop) } else { at };
        if let Some(year) = self.year_figure(figures) {
            return Some((year, self.spelt(figures.saturating_add(1))));
        }
        if self.sign(figures) == b'\'' {
            return self.short_year(figures.saturating_add(1)).map(|year| (year, figures.saturating_add(2)));
        }
        let (value, end) = self.number_words(figures).filter(|_| told)?;
        i16::try_from(value).ok().filter(|y| YEARS.contains(y)).map(|year| (year, end))
    }

    /// Behind a number spelt in brackets: "4 (empat)".
    pub(crate) fn spelt(&self, at: usize) -> usize {
        if self.sign(at) != b'(' {
            return at;
        }
        let words = self.number_words(at.saturating_add(1)).map(|(_, end)| end).filter(|end| self.sign(*end) == b')');
        words.map_or(at, |end| end.saturating_add(1))
    }
}
