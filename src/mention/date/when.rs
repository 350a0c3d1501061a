//! Dates: "Kamis (6/12/2018)", "Rabu malam (7/11)", "Senin, 31 Oktober hingga Rabu, 2 November 2022", "besok, Rabu (1/2)",
//! "Kamis pekan lalu", "tiga hari yang lalu", "tanggal 10 bulan depan", "mulai Senin (4/3) selama tiga hari".
//!
//! `day` reads the figures; here stand weekdays, relative words, and what begins or stretches a range.

use super::day::{Day, Led, joined};
use crate::mention::{Mention, Reader, What};
use crate::text::Shape;

/// A date mention.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct When {
    pub(crate) start: Option<Day>,
    pub(crate) end: Option<Day>,
    /// Days of a month that only relative words tell: "tanggal 31 bulan ini".
    pub(crate) bare: Option<(i8, i8)>,
    /// Days to add to the day of publication.
    pub(crate) relative: Option<i16>,
    /// The printed weekday, 1 Monday to 7 Sunday.
    pub(crate) weekday: Option<i8>,
    /// Last weekday of a range: "Jumat hingga Minggu (9/6/2024)".
    pub(crate) until: Option<i8>,
    /// "lalu" or "kemarin" follows.
    pub(crate) past: bool,
    /// "depan" or "mendatang" follows.
    pub(crate) ahead: bool,
    /// Weeks from that of the publication: "pekan lalu".
    pub(crate) week: Option<i8>,
    /// Months from that of the publication: "bulan depan".
    pub(crate) month: Option<i8>,
    /// Years from that of the publication: "tahun lalu".
    pub(crate) year: Option<i8>,
    /// It only begins then: "mulai", "sejak".
    pub(crate) open: bool,
    /// Days that it lasts: "selama tiga hari".
    pub(crate) length: Option<i8>,
    /// Fixes no day: "setiap Jumat".
    pub(crate) vague: bool,
}

impl When {
    /// The range from this day to another; `listed`: "dan" stands between them.
    fn through(self, right: When, listed: bool) -> Option<When> {
        if right.end.is_some() || right.vague || self.vague {
            return None;
        }
        let until = right.until.or(right.weekday).or(self.until);
        match (self.start, right.start) {
            (Some(first), Some(last)) => {
                let (first, last) = joined(first, last, listed)?;
                Some(When { start: Some(first), end: Some(last), until, ..self })
            }
            (None, Some(last)) => match (self.bare, self.relative, self.weekday) {
                // "Senin (13) hingga Rabu (15/5)"
                (Some((day, _)), _, _) => {
                    let (first, last) = joined(Day { day, ..last }, last, listed)?;
                    Some(When { start: Some(first), end: Some(last), bare: None, until, ..self })
                }
                // "hari ini hingga Jumat (8/3)"
                (None, Some(_), _) => (!listed).then_some(When { end: Some(last), until, ..self }),
                // "Jumat malam hingga Minggu (9/6)"
                (None, None, Some(_)) => right.weekday.map(|_| When { start: Some(last), until, ..self }),
                (None, None, None) => None,
            },
            (first, None) => match (self.relative, right.relative, right.weekday) {
                // "hari ini hingga besok"
                (Some(from), Some(to), None) => {
                    let length = i8::try_from(to.saturating_sub(from).saturating_add(1)).ok().filter(|n| *n > 1)?;
                    Some(When { length: Some(length), ..self })
                }
                // "Senin (13/5) hingga Rabu", "Jumat malam sampai Minggu"
                (None, None, Some(_)) => (first.is_some() || self.weekday.is_some()).then_some(When { until, ..self }),
                _ => None,
            },
        }
    }
}

/// Most days that are counted.
const COUNTED: u32 = 60;

/// Most weekdays in a row, and most words of a count.
const FEW: usize = 6;

impl Reader<'_> {
    /// The date at `at`; an opening bracket belongs to no date.
    pub(crate) fn date(&self, at: usize) -> Option<Mention> {
        let (mut when, mut last) = self.point(at).or_else(|| self.days_from_now(at))?;
        if let Some((behind, listed)) = self.joint(last).filter(|_| when.end.is_none()) {
            let right = self.point(self.lead_behind(behind));
            if let Some((through, end)) = right.and_then(|(right, end)| Some((when.through(right, listed)?, end))) {
                (when, last) = (through, end);
            }
        }
        let told = when.start.is_some() || when.relative.is_some() || when.weekday.is_some();
        if !told && (when.bare.is_none() || when.month.is_none() && !when.past && !when.ahead) || self.is_name(at, last, &when) {
            return None;
        }
        self.stretch(at, last, &mut when);
        Some(Mention { first: at, last, what: What::Date(when) })
    }

    /// One point of time, or a range that one phrase of figures tells; the position behind.
    fn point(&self, at: usize) -> Option<(When, usize)> {
        let mut when = When::default();
        let mut next = at;
        if let Some((value, last)) = self.value(at, self.classes.relday) {
            when.relative = value.parse().ok();
            next = self.part_at(last, "daytime").unwrap_or(last);
            // "besok, Rabu (1/2)"
            let behind = next.saturating_add(usize::from(self.sign(next) == b','));
            if self.capital(behind) && self.weekday(behind).is_some() {
                next = behind;
            }
        }
        let lower = !self.capital(next);
        if let Some(end) = self.weekdays(next, &mut when) {
            next = self.day_tail(end, &mut when);
        } else if when.relative.is_none() {
            return self.figures_at(at);
        }
        let end = self.figures_behind(next, &mut when);
        // "rabu (18/5/2022)" is a day, "minggu" alone a week.
        if lower && when.weekday.is_some() && when.start.is_none() {
            return None;
        }
        // At the head of a sentence "Minggu lalu" may be last week.
        let placed = when.past || when.ahead || when.week.is_some();
        when.vague |=
            when.weekday == Some(7) && when.start.is_none() && placed && self.begins(at) && self.word(at) == self.classes.words.minggu;
        Some((when, end))
    }

    /// The number of the weekday at `at`.
    pub(crate) fn weekday(&self, at: usize) -> Option<(i8, usize)> {
        let (value, last) = self.value(at, self.classes.weekday)?;
        Some((value.parse().ok()?, last))
    }

    /// One weekday or several: "Senin-Rabu", "Kamis dan Jumat", "Senin, Selasa dan Rabu"; the position behind.
    fn weekdays(&self, at: usize, when: &mut When) -> Option<usize> {
        let (weekday, mut next) = self.weekday(at)?;
        when.weekday = Some(weekday);
        for _ in 0..FEW {
            let comma = self.sign(next) == b',';
            let behind = next.saturating_add(usize::from(comma));
            let Some(behind) = self.joint(behind).map(|(behind, _)| self.lead_behind(behind)).or(comma.then_some(behind)) else { break };
            let Some((until, last)) = self.weekday(behind) else { break };
            when.until = Some(until);
            next = last;
        }
        Some(next)
    }

    /// The figures behind a weekday or relative word: "(6/12/2018)", ", 6 Desember", " tanggal 9 September".
    fn figures_behind(&self, at: usize, when: &mut When) -> usize {
        let mut inner = at;
        while matches!(self.sign(inner), b',' | b'(' | b'[' | b'.' | b'/' | b'|' | b':' | b'-') && inner.saturating_sub(at) < 2 {
            inner = inner.saturating_add(1);
        }
        inner = self.lead_behind(inner);
        let bracket = (at..inner).any(|i| matches!(self.sign(i), b'(' | b'['));
        let closed = |end: usize| end.saturating_add(usize::from(bracket && matches!(self.sign(end), b')' | b']')));
        if let Some(days) = self.days(inner, Led::Weekday) {
            (when.start, when.end) = (Some(days.first), days.last);
            return self.day_tail(closed(days.end), when);
        }
        let behind = inner.saturating_add(1);
        // "Jumat (31/11/2019)": a day that the calendar has not.
        when.vague = bracket && self.sign(behind) == b'/' && when.weekday.is_some();
        // "Senin (13) hingga Rabu (15/5)", "Senin 13 hingga Rabu 15 Mei": the month stands with the last day.
        let day = self.day_figure(inner).filter(|_| when.weekday.is_some() && bracket == (closed(behind) > behind));
        if let Some(day) = day.filter(|_| self.joint(closed(behind)).is_some()) {
            when.bare = Some((day, day));
            return closed(behind);
        }
        at
    }

    /// "30 April (Selasa)": the weekday behind its day.
    fn weekday_behind(&self, at: usize, when: &mut When) -> usize {
        if self.sign(at) != b'(' {
            return at;
        }
        let mut told = *when;
        let close = self.weekdays(at.saturating_add(1), &mut told).filter(|end| self.sign(*end) == b')');
        if close.is_some() {
            *when = told;
        }
        close.map_or(at, |end| end.saturating_add(1))
    }

    /// Figures with no weekday before them.
    fn figures_at(&self, at: usize) -> Option<(When, usize)> {
        let tanggal = self.behind_tanggal(at);
        let spelt = tanggal && self.hit(at, self.classes.numeral).is_some();
        if !self.is(at, Shape::DIGIT) && !self.month_first(at) && !spelt {
            return None;
        }
        let before = self.sign(at.wrapping_sub(1));
        let led = if tanggal || matches!(before, b'(' | b'[') { Led::Marked } else { Led::Bare };
        let mut when = When::default();
        // "BATU, 7/11 -": a date line.
        let line = || self.days(at, Led::Marked).filter(|d| before == b',' && self.token(d.end).is_none_or(|t| !t.is_word()));
        if let Some(days) = self.days(at, led).or_else(line) {
            (when.start, when.end) = (Some(days.first), days.last);
            let end = self.weekday_behind(days.end, &mut when);
            let end = self.day_tail(end, &mut when);
            return Some((when, end));
        }
        // "tanggal 31 bulan ini", "tanggal 5 dan 6 bulan depan", "tanggal 17 nanti"
        let first = self.day_figure(at).filter(|_| tanggal)?;
        let next = self.spelt(at.saturating_add(1));
        let second = self.joint(next).and_then(|(behind, _)| Some((self.day_figure(behind)?, behind.saturating_add(1))));
        let (last, next) = second.filter(|(last, _)| *last > first).unwrap_or((first, next));
        when.bare = Some((first, last));
        let end = self.day_tail(next, &mut when);
        Some((when, end))
    }

    fn behind_tanggal(&self, at: usize) -> bool {
        let w = &self.classes.words;
        let stop = usize::from(self.sign(at.wrapping_sub(1)) == b'.');
        let before = at.saturating_sub(1).saturating_sub(stop);
        before < at && [w.tanggal, w.tgl].contains(&self.word(before)) && self.token(before).is_some_and(|t| t.is_word())
    }

    fn month_first(&self, at: usize) -> bool {
        self.hit(at, self.classes.month).is_some() && self.capital(at) && self.token(at.saturating_add(1)).is_some_and(|t| t.is_number())
    }

    /// A count in figures or words.
    pub(crate) fn count(&self, at: usize) -> Option<(u32, usize)> {
        let figures = self.token(at).filter(|t| t.is_number()).and_then(|_| self.words_of(at, at.saturating_add(1)).parse().ok());
        let (value, end) = figures.map(|n| (n, at.saturating_add(1))).or_else(|| self.number_words(at))?;
        Some((value, self.spelt(end)))
    }

    /// "tiga hari", and the position behind.
    fn day_count(&self, at: usize) -> Option<(i8, usize)> {
        let (days, unit) = self.count(at).filter(|(days, _)| (1..=COUNTED).contains(days))?;
        (self.word(unit) == self.classes.words.hari).then_some((i8::try_from(days).ok()?, unit.saturating_add(1)))
    }

    /// "tiga hari yang lalu", "2 hari lagi".
    fn days_from_now(&self, at: usize) -> Option<(When, usize)> {
        let (days, next) = self.day_count(at)?;
        let (way, end) = match self.part_at(next, "past") {
            Some(end) => (-1, end),
            None if self.word(next) == self.classes.words.lagi => (1, next.saturating_add(1)),
            None => return None,
        };
        let vague = self.part_before(at, "about").is_some();
        Some((When { relative: Some(i16::from(days).saturating_mul(way)), vague, ..When::default() }, end))
    }

    /// "hingga", "berakhir pada": what began ends on the day at `at`.
    pub(crate) fn ends_there(&self, at: usize) -> bool {
        let first = self.lead_before(at);
        self.part_before(first, "join").or_else(|| self.part_before(first, "end")).is_some()
    }

    /// What stands around a date: a habit, a beginning, a length.
    fn stretch(&self, at: usize, last: usize, when: &mut When) {
        let first = self.lead_before(at);
        when.vague |= self.part_before(first, "every").is_some();
        let open = self.part_before(first, "open");
        when.open = open.is_some();
        // "Senin (4/3) selama tiga hari", "mulai Senin (4/3), selama tiga hari"
        let comma = self.sign(last) == b',' && when.open;
        let behind = self.part_at(last.saturating_add(usize::from(comma)), "length");
        let behind = behind.and_then(|b| self.day_count(b)).map(|(days, _)| days);
        // "selama tiga hari, mulai Senin (4/3)", "tiga hari ke depan (sejak Senin, 4/3)"
        let before = || {
            let open = open?;
            let open = open.saturating_sub(usize::from(matches!(self.sign(open.wrapping_sub(1)), b',' | b'(')));
            let end = self.part_before(open, "ahead").unwrap_or(open);
            (end.saturating_sub(FEW)..end).find_map(|i| self.day_count(i).filter(|(_, e)| *e == end)).map(|(days, _)| days)
        };
        when.length = behind.or_else(before).or(when.length);
    }
}
