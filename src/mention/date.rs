//! Dates: "Kamis (6/12/2018)", "Rabu (7/11)", "(4/11-2021)", "13-15/5/2019", "9 hingga 11 Agustus", "kemarin".
//!
//! The day stands before the month, always. What has no year keeps none here; the document's day of publication may give it.

use jiff::civil::Date;

use super::{Mention, Reader, What};
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
}

/// A date mention.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct When {
    pub(crate) start: Option<Day>,
    pub(crate) end: Option<Day>,
    /// Days to add to the day of publication.
    pub(crate) relative: Option<i16>,
    /// The printed weekday, 1 Monday to 7 Sunday.
    pub(crate) weekday: Option<i8>,
    /// Last weekday of a range: "Jumat hingga Minggu (9/6/2024)".
    pub(crate) until: Option<i8>,
    /// "lalu" or "kemarin" follows the weekday.
    pub(crate) past: bool,
}

impl Reader<'_> {
    /// The date at `at`; an opening bracket belongs to no date.
    pub(crate) fn date(&self, at: usize) -> Option<Mention> {
        let mut when = When::default();
        let mut next = at;
        if let Some((value, last)) = self.value(at, self.classes.weekday).filter(|_| self.capital(at)) {
            when.weekday = value.parse().ok();
            next = last;
            // "Senin-Rabu (13-15/5/2019)", "Senin malam (7/5)", "Selasa siang"
            if self.sign(next) == b'-'
                || [self.classes.words.hingga, self.classes.words.sampai, self.classes.words.dan].contains(&self.word(next))
            {
                if let Some((until, behind)) = self.value(next.saturating_add(1), self.classes.weekday) {
                    when.until = until.parse().ok();
                    next = behind;
                }
            }
            for _ in 0..2 {
                if matches!(self.folded(next, next.saturating_add(1)).as_str(), "malam" | "pagi" | "siang" | "sore" | "petang" | "dini") {
                    next = next.saturating_add(1);
                }
            }
        } else if let Some((value, last)) = self.value(at, self.classes.relday) {
            when.relative = value.parse().ok();
            next = last;
        } else if !self.is(at, Shape::DIGIT) && !self.month_first(at) {
            return None;
        }
        let started = next;
        let mut inner = next;
        while matches!(self.sign(inner), b',' | b'(' | b'.' | b'/' | b'|') && inner.saturating_sub(next) < 2 && started > at {
            inner = inner.saturating_add(1);
        }
        let w = &self.classes.words;
        if [w.tanggal, w.tgl].contains(&self.word(inner)) && started > at {
            inner = inner.saturating_add(1);
        }
        if let Some((start, end, last)) = self.days(inner, started > at) {
            when.start = Some(start);
            when.end = end;
            next = last;
            if inner > started && (started..inner).any(|i| self.sign(i) == b'(') && self.sign(next) == b')' {
                next = next.saturating_add(1);
            }
        } else if started == at {
            return None;
        } else if when.relative.is_none() {
            if let Some((value, last)) = self.value(started, self.classes.relday).filter(|_| when.weekday.is_some()) {
                when.relative = value.parse::<i16>().ok();
                when.past = value == "-1";
                next = last;
            } else if self.word(started) == w.lalu {
                when.past = true;
                next = started.saturating_add(1);
            }
        }
        Some(Mention { first: at, last: next, what: What::Date(when) })
    }

    fn month_first(&self, at: usize) -> bool {
        self.hit(at, self.classes.month).is_some() && self.capital(at) && self.token(at.saturating_add(1)).is_some_and(|t| t.is_number())
    }

    /// A day or range of days at `at`; the position behind. `led`: a weekday or bracket stands before it.
    fn days(&self, at: usize, led: bool) -> Option<(Day, Option<Day>, usize)> {
        let before = at.checked_sub(1);
        if before.is_some_and(|b| matches!(self.sign(b), b'/' | b'+' | b'$') && self.is(at, Shape::GLUED)) && !led {
            return None;
        }
        if let Some(found) = self.dotted(at) {
            return Some(found);
        }
        if self.month_first(at) {
            return self.english(at);
        }
        let first = self.day_number(at)?;
        let next = at.saturating_add(1);
        // 7/11, 6/12/2018, 13-15/5/2019, 19-04-2011, 4/11-2021
        if matches!(self.sign(next), b'/' | b'-') {
            if let Some(found) = self.numeric(at, first, led) {
                return Some(found);
            }
        }
        self.worded(at, first)
    }

    fn day_number(&self, at: usize) -> Option<i8> {
        let token = self.token(at)?;
        if !token.is_number() || token.end.saturating_sub(token.start) > 2 {
            return None;
        }
        self.words_of(at, at.saturating_add(1)).parse::<i8>().ok().filter(|d| (1..=31).contains(d))
    }

    fn month_number(&self, at: usize) -> Option<i8> {
        self.day_number(at).filter(|m| *m <= 12)
    }

    fn year_number(&self, at: usize) -> Option<i16> {
        let token = self.token(at)?;
        let text = self.words_of(at, at.saturating_add(1));
        match (token.is_number(), text.len()) {
            (true, 4) => text.parse().ok().filter(|y| (1945..=2100).contains(y)),
            (true, 2) => text.parse::<i16>().ok().map(|y| y.saturating_add(2000)),
            _ => None,
        }
    }

    /// All in digits with slashes or hyphens.
    fn numeric(&self, at: usize, first: i8, led: bool) -> Option<(Day, Option<Day>, usize)> {
        let one = at.saturating_add(1);
        let two = at.saturating_add(2);
        let three = at.saturating_add(3);
        let four = at.saturating_add(4);
        let five = at.saturating_add(5);
        let six = at.saturating_add(6);
        let glued = |i: usize| self.is(i, Shape::GLUED);
        if !glued(one) && !led {
            return None;
        }
        let bracketed = at.checked_sub(1).is_some_and(|b| self.sign(b) == b'(');
        let (separator, joint) = (self.sign(one), self.sign(three));
        if separator == b'-' && joint == b'/' {
            // 13-15/5/2019
            let (second, month) = (self.day_number(two)?, self.month_number(four)?);
            let (year, last) = match (self.sign(five), self.year_number(six)) {
                (b'/' | b'-', Some(year)) => (Some(year), six.saturating_add(1)),
                _ => (None, five),
            };
            if first >= second {
                return None;
            }
            return Some((Day { day: first, month, year }, Some(Day { day: second, month, year }), last));
        }
        let month = self.month_number(two)?;
        if matches!(joint, b'/' | b'-') {
            if let Some(year) = self.year_number(four) {
                let start = Day { day: first, month, year: Some(year) };
                // 28/2-1/3/2019 is read as a date without its range.
                return Date::new(year, month, first).is_ok().then_some((start, None, five));
            }
        }
        // "12/11" alone may be a fraction or a number of a letter: it counts in brackets, behind a weekday, or in a date line.
        if separator != b'/' || !(led || bracketed || self.sign(at.wrapping_sub(1)) == b',') || joint == b'/' {
            return None;
        }
        Some((Day { day: first, month, year: None }, None, three))
    }

    /// "14.08.2017" as one token.
    fn dotted(&self, at: usize) -> Option<(Day, Option<Day>, usize)> {
        let token = self.token(at).filter(|t| t.is_number())?;
        let text = self.words_of(at, at.saturating_add(1));
        if token.end.saturating_sub(token.start) == 8 && !text.contains('.') {
            // DL/19032019
            if self.sign(at.wrapping_sub(1)) != b'/' {
                return None;
            }
            let part = |r: std::ops::Range<usize>| text.get(r).and_then(|p| p.parse::<i16>().ok());
            let (day, month, year) = (part(0..2)?, part(2..4)?, part(4..8)?);
            let (day, month) = (i8::try_from(day).ok()?, i8::try_from(month).ok()?);
            return Date::new(year, month, day).is_ok().then_some((Day { day, month, year: Some(year) }, None, at.saturating_add(1)));
        }
        let mut parts = text.split('.');
        let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
        if parts.next().is_some() || year.len() != 4 || day.len() > 2 || month.len() > 2 {
            return None;
        }
        let (day, month, year): (i8, i8, i16) = (day.parse().ok()?, month.parse().ok()?, year.parse().ok()?);
        Date::new(year, month, day).ok()?;
        Some((Day { day, month, year: Some(year) }, None, at.saturating_add(1)))
    }

    /// "October 26, 2009", "Februari 7, 2017".
    fn english(&self, at: usize) -> Option<(Day, Option<Day>, usize)> {
        let (value, next) = self.value(at, self.classes.month)?;
        let month = value.parse().ok()?;
        let day = self.day_number(next)?;
        let mut behind = next.saturating_add(1);
        if self.sign(behind) == b',' {
            behind = behind.saturating_add(1);
        }
        let year = self.year_number(behind).filter(|y| *y >= 1945 && self.words_of(behind, behind.saturating_add(1)).len() == 4)?;
        Date::new(year, month, day).ok()?;
        Some((Day { day, month, year: Some(year) }, None, behind.saturating_add(1)))
    }

    /// "23 Oktober 2023", "23-25 Oktober", "30 September hingga 2 Oktober 2024", "5 s/d 7 Maret", "8 mei hingga 12 mei tahun 2017".
    fn worded(&self, at: usize, first: i8) -> Option<(Day, Option<Day>, usize)> {
        let next = at.saturating_add(1);
        if let Some((month, year, last)) = self.month_and_year(next) {
            let start = Day { day: first, month, year };
            start.date(2024)?;
            if let Some(joint) = self.range_joint(last) {
                if let Some(second) = self.day_number(joint) {
                    if let Some((month_two, year_two, end)) = self.month_and_year(joint.saturating_add(1)) {
                        let last_day = Day { day: second, month: month_two, year: year_two.or(year) };
                        return Some((Day { year: year.or(year_two), ..start }, Some(last_day), end));
                    }
                }
            }
            return Some((start, None, last));
        }
        let joint = self.range_joint(next)?;
        let second = self.day_number(joint)?;
        let (month, year, last) = self.month_and_year(joint.saturating_add(1))?;
        if second <= first {
            return None;
        }
        Some((Day { day: first, month, year }, Some(Day { day: second, month, year }), last))
    }

    /// Behind "-", "hingga", "sampai", "s/d", "dan": where the second day may stand.
    fn range_joint(&self, at: usize) -> Option<usize> {
        let w = &self.classes.words;
        if self.sign(at) == b'-' || [w.hingga, w.sampai].contains(&self.word(at)) {
            let behind = at.saturating_add(1);
            return Some(if self.folded(behind, behind.saturating_add(1)) == "dengan" { behind.saturating_add(1) } else { behind });
        }
        if self.word(at) == w.dan && self.day_number(at.saturating_add(1)).is_some() {
            return Some(at.saturating_add(1));
        }
        let mut next = at;
        if self.word(next) != w.s {
            return None;
        }
        next = next.saturating_add(1);
        if matches!(self.sign(next), b'/' | b'.') {
            next = next.saturating_add(1);
        }
        if self.word(next) != w.d {
            return None;
        }
        next = next.saturating_add(1);
        Some(if self.sign(next) == b'.' { next.saturating_add(1) } else { next })
    }

    fn month_and_year(&self, at: usize) -> Option<(i8, Option<i16>, usize)> {
        let (value, mut last) = self.value(at, self.classes.month)?;
        let month = value.parse().ok()?;
        if self.sign(last) == b'.' && self.is(last, Shape::GLUED) {
            last = last.saturating_add(1);
        }
        let mut behind = last;
        if self.sign(behind) == b',' || self.word(behind) == self.classes.words.tahun {
            behind = behind.saturating_add(1);
        }
        match self.year_number(behind).filter(|y| *y > 1944 && self.words_of(behind, behind.saturating_add(1)).len() == 4) {
            Some(year) => Some((month, Some(year), behind.saturating_add(1))),
            None => Some((month, None, last)),
        }
    }
}
