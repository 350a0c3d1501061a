//! Names and labels that only look like days: "Universitas 17 Agustus 1945", "Pasar Minggu", "Jumat Supriyadi", "Nomor 5/3/2019".

use crate::lexicon::ClassId;
use crate::mention::{Reader, When};
use crate::text::{Shape, WordId};

/// A day of a name lies before this year: "Universitas 17 Agustus 1945", but "di Lapangan Merdeka 17 Agustus 2019".
const OLD: i16 = 1970;

/// Most words between the head of a name and its day: "Monumen Serangan Umum 1 Maret".
const BETWEEN: usize = 4;

impl Reader<'_> {
    /// The date at `at` is part of a name or a number of something.
    pub(super) fn is_name(&self, at: usize, last: usize, when: &When) -> bool {
        match (when.weekday, when.start) {
            (Some(_), Some(_)) => false,
            (Some(_), None) if when.relative.is_none() => self.weekday_is_name(at, last, when),
            (None, Some(_)) => self.figures_are_name(at, last, when),
            // "dua hari ini"
            (None, None) => self.word(at) == self.classes.words.hari && self.counted_before(at),
            _ => false,
        }
    }

    fn weekday_is_name(&self, at: usize, last: usize, when: &When) -> bool {
        let before = at.saturating_sub(1);
        let beside = |i: usize| i != at && self.capital(i) && self.weekday(i).is_some();
        // "napas Senin Kamis", "Pasar Minggu", "malam Minggu", "setiap hari Rabu"
        if self.part_before(self.lead_before(at), "every").is_some()
            || beside(before)
            || beside(last)
            || self.headed_by(at, "weekday") && self.capital(before)
            || self.part_before(at, "daytime").is_some()
        {
            return true;
        }
        if self.word(at) == self.classes.words.minggu && self.counted_before(at) {
            return true;
        }
        let single = when.until.is_none() && last == at.saturating_add(1);
        single && self.capital(last) && self.called(at, last)
    }

    /// A count stands right before: "dua minggu", "beberapa hari ini".
    fn counted_before(&self, at: usize) -> bool {
        let before = at.checked_sub(1).filter(|b| self.is(*b, Shape::DIGIT) || self.hit(*b, self.classes.numeral).is_some());
        before.is_some() || self.part_before(at, "about").is_some()
    }

    /// The capital word behind a weekday makes it a name: "Jumat Agung", "Ahad Wahyudin".
    fn called(&self, at: usize, last: usize) -> bool {
        if self.aids_at(last).any(|h| h.entry.class == self.classes.dayname && self.lexicon.value_name(h.entry.value) == "behind") {
            return true;
        }
        let name = self.may_name(last) || self.word(last) == WordId::UNKNOWN;
        let other = self.hits_at(last).any(|h| ![self.classes.nameword, self.classes.common].contains(&h.entry.class));
        name && !other && !self.shouting && !self.is(last, Shape::LINE_START) && self.part_before(at, "lead").is_none()
    }

    fn figures_are_name(&self, at: usize, last: usize, when: &When) -> bool {
        let worded = (at..last).any(|i| self.hit(i, self.classes.month).is_some() || self.is(i, Shape::LETTER));
        if self.label(at).is_some_and(|label| !worded || matches!(label, "law" | "address" | "school" | "phone")) {
            return true;
        }
        let year = when.end.or(when.start).and_then(|d| d.year);
        if worded && year.is_none_or(|y| y < OLD) && (self.headed_by(at, "place") && self.named_head(at) || self.memorial(at)) {
            return true;
        }
        !worded && self.area_code(at)
    }

    /// "(0485)" stands before `at`.
    pub(crate) fn area_code(&self, at: usize) -> bool {
        let code = at.checked_sub(2).filter(|_| self.sign(at.wrapping_sub(1)) == b')');
        let zero = |c: usize| self.is(c, Shape::DIGIT) && self.words_of(c, c.saturating_add(1)).starts_with('0');
        code.is_some_and(|c| zero(c) && self.sign(c.wrapping_sub(1)) == b'(')
    }

    /// A word of `dayname` with this value ends right before `at`.
    fn headed_by(&self, at: usize, value: &str) -> bool {
        self.ending(at, self.classes.dayname).any(|(_, v)| v == value)
    }

    /// The head before `at` is written as a name.
    fn named_head(&self, at: usize) -> bool {
        self.ending(at, self.classes.dayname).any(|(start, _)| self.capital(start))
    }

    /// "Monumen Serangan Umum 1 Maret": capital words lead back to the head.
    fn memorial(&self, at: usize) -> bool {
        let mut next = at;
        for _ in 0..BETWEEN {
            if self.ending(next, self.classes.dayname).any(|(start, value)| value == "memorial" && self.capital(start)) {
                return true;
            }
            let Some(before) = next.checked_sub(1).filter(|b| self.capital(*b)) else { break };
            next = before;
        }
        false
    }

    /// The label that ends right before `at`: "Nomor", "RT", "lantai"; a weak one needs a capital.
    pub(crate) fn label(&self, at: usize) -> Option<&str> {
        let at = at.saturating_sub(usize::from(self.sign(at.wrapping_sub(1)) == b':'));
        self.ending(at, self.classes.label).map(|(_, value)| value).find(|v| *v != "behind")
    }

    /// Phrases of a class that end right before `at`, with their first token and value.
    fn ending(&self, at: usize, class: ClassId) -> impl Iterator<Item = (usize, &str)> {
        (at.saturating_sub(4)..at).flat_map(move |start| {
            let fits =
                move |h: &&crate::lexicon::Hit| h.last as usize == at && h.entry.class == class && (!h.entry.weak || self.capital(start));
            self.aids_at(start).filter(fits).map(move |h| (start, self.lexicon.value_name(h.entry.value)))
        })
    }
}
