//! Dates: "Kamis (6/12/2018)", "Rabu malam (7/11)", "Senin, 31 Oktober hingga Rabu, 2 November 2022", "besok, Rabu (1/2)",
//! "Kamis pekan lalu", "tiga hari yang lalu", "tanggal 10 bulan depan", "mulai Senin (4/3) selama tiga hari".
//!
//! `day` reads the figures; here stand weekdays, relative words, and what begins or stretches a range.

use super::day::{Day, Led, joined};
use super::{Mention, Reader, What};
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

/// Most weekdays, and most words behind a day, that are read.
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
            next = self.tail(end, &mut when);
        } else if when.relative.is_none() {
            return self.figures_at(at);
        }
        let end = self.figures_behind(next, &mut when);
        // "rabu (18/5/2022)" is a day, "minggu" alone a week.
        if lower && when.weekday.is_some() && when.start.is_none() {
            return None;
        }
        Some((when, end))
    }

    /// The number of the weekday at `at`.
    pub(super) fn weekday(&self, at: usize) -> Option<(i8, usize)> {
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
            return self.tail(closed(days.end), when);
        }
        if bracket && self.token(inner).is_some_and(|t| t.is_number()) {
            let behind = inner.saturating_add(1);
            // "Jumat (31/11/2019)": a day that the calendar has not.
            when.vague = self.sign(behind) == b'/' && when.weekday.is_some();
            if let Some(day) = self.day_figure(inner).filter(|_| self.sign(behind) == b')') {
                if self.joint(behind.saturating_add(1)).is_some() {
                    when.bare = Some((day, day));
                    return behind.saturating_add(1);
                }
            }
        }
        at
    }

    /// Figures with no weekday before them.
    fn figures_at(&self, at: usize) -> Option<(When, usize)> {
        let tanggal = self.behind_tanggal(at);
        if !self.is(at, Shape::DIGIT) && !self.month_first(at) && !(tanggal && self.hit(at, self.classes.numeral).is_some()) {
            return None;
        }
        let before = self.sign(at.wrapping_sub(1));
        let led = if tanggal || matches!(before, b'(' | b'[') { Led::Marked } else { Led::Bare };
        let mut when = When::default();
        // "BATU, 7/11 -": a date line.
        let line = || self.days(at, Led::Marked).filter(|d| before == b',' && self.token(d.end).is_none_or(|t| !t.is_word()));
        if let Some(days) = self.days(at, led).or_else(line) {
            (when.start, when.end) = (Some(days.first), days.last);
            let end = self.tail(days.end, &mut when);
            return Some((when, end));
        }
        // "tanggal 31 bulan ini", "tanggal 5 dan 6 bulan depan", "tanggal 17 nanti"
        let first = self.day_figure(at).filter(|_| tanggal)?;
        let next = self.spelt(at.saturating_add(1));
        let second = self.joint(next).and_then(|(behind, _)| Some((self.day_figure(behind)?, behind.saturating_add(1))));
        let (last, next) = second.filter(|(last, _)| *last > first).unwrap_or((first, next));
        when.bare = Some((first, last));
        let end = self.tail(next, &mut when);
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

    /// Behind "hari", "tanggal", "tgl.".
    fn lead_behind(&self, at: usize) -> usize {
        let once = |at: usize| self.part_at(at, "lead").unwrap_or(at);
        once(once(at))
    }

    /// Words behind a day that place it: "malam", "Pon", "lalu", "pekan depan", "dua pekan lalu", "tahun ini"; the position behind.
    fn tail(&self, at: usize, when: &mut When) -> usize {
        let w = &self.classes.words;
        let mut next = at;
        for _ in 0..FEW {
            if let Some(behind) = self.part_at(next, "daytime").or_else(|| self.part_at(next, "market")) {
                next = behind;
                continue;
            }
            let relday = self.value(next, self.classes.relday).filter(|_| when.weekday.is_some() || when.start.is_some());
            if let Some((value, behind)) = relday {
                when.relative = when.relative.or(value.parse().ok());
                (when.past, when.ahead) = (when.past || value.starts_with('-'), when.ahead || matches!(value, "1" | "2"));
                next = behind;
                continue;
            }
            let (count, unit) = self.count(next).filter(|(n, _)| (1..=8).contains(n)).unwrap_or((1, next));
            let week = [w.pekan, w.minggu].contains(&self.word(unit)) && self.token(unit).is_some_and(|t| t.is_word());
            let other = [w.bulan, w.tahun].contains(&self.word(unit)) && unit == next;
            let Some((way, behind)) = self.way(if week || other { unit.saturating_add(1) } else { next }) else { break };
            let steps = i8::try_from(count).unwrap_or(1).saturating_mul(way);
            if week {
                when.week = Some(steps);
            } else if other && self.word(unit) == w.bulan {
                when.month = Some(way);
            } else if other {
                when.year = Some(way);
            } else {
                match way {
                    0 if when.start.is_none() && when.weekday.is_some() => when.week = Some(0),
                    0 => break,
                    _ => (when.past, when.ahead) = (way < 0, way > 0),
                }
            }
            next = behind;
        }
        next
    }

    /// "lalu" -1, "ini" 0, "depan" 1; "depan kantor bupati" is a place.
    fn way(&self, at: usize) -> Option<(i8, usize)> {
        let behind = |value: &str| self.part_at(at, value);
        let found = behind("past").map(|b| (-1, b)).or_else(|| behind("same").map(|b| (0, b))).or_else(|| behind("ahead").map(|b| (1, b)));
        found.filter(|(_, b)| self.word(at) != self.classes.words.depan || self.hit(*b, self.classes.place).is_none())
    }

    /// A count in figures or words.
    fn count(&self, at: usize) -> Option<(u32, usize)> {
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

    /// What stands around a date: a habit, a beginning, a length.
    fn stretch(&self, at: usize, last: usize, when: &mut When) {
        let mut first = at;
        for _ in 0..3 {
            first = self.part_before(first, "lead").unwrap_or(first);
        }
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
