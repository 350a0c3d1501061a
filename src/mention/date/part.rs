//! Words around a day, from the table `datepart`: joints of a range, "tanggal", "malam", "lalu", "pekan depan".

use crate::mention::{Reader, When};

/// Most words behind a day that are read.
const TAIL: usize = 6;

impl Reader<'_> {
    /// Between two days: where the second may stand, and whether they are listed, not stretched.
    pub(crate) fn joint(&self, at: usize) -> Option<(usize, bool)> {
        if let Some(behind) = self.part_at(at, "join") {
            return Some((behind, false));
        }
        self.part_at(at, "also").map(|behind| (behind, true))
    }

    /// The position behind a word of `datepart` with this value.
    pub(super) fn part_at(&self, at: usize, value: &str) -> Option<usize> {
        let class = self.classes.datepart;
        if !self.hits.classes(at).holds(class) {
            return None;
        }
        self.aids_at(at).find(|h| h.entry.class == class && self.lexicon.value_name(h.entry.value) == value).map(|h| h.last as usize)
    }

    /// Where a word of `datepart` with this value begins that ends right before `at`.
    pub(super) fn part_before(&self, at: usize, value: &str) -> Option<usize> {
        let class = self.classes.datepart;
        let ends = |start: &usize| {
            self.hits.classes(*start).holds(class)
                && self
                    .aids_at(*start)
                    .any(|h| h.last as usize == at && h.entry.class == class && self.lexicon.value_name(h.entry.value) == value)
        };
        (at.saturating_sub(5)..at).find(ends)
    }

    /// Behind "hari", "tanggal", "tgl.".
    pub(super) fn lead_behind(&self, at: usize) -> usize {
        let once = |at: usize| self.part_at(at, "lead").unwrap_or(at);
        once(once(at))
    }

    /// Before "pada hari", "tanggal".
    pub(super) fn lead_before(&self, at: usize) -> usize {
        (0..3).fold(at, |first, _| self.part_before(first, "lead").unwrap_or(first))
    }

    /// Words behind a day that place it: "malam", "Pon", "lalu", "pekan depan", "dua pekan lalu", "tahun ini"; the position behind.
    pub(super) fn day_tail(&self, at: usize, when: &mut When) -> usize {
        let w = &self.classes.words;
        let mut next = at;
        for _ in 0..TAIL {
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
}
