//! Counts in digits and words: "56 orang", "dua puluh tiga peserta".

use super::{Mention, NumberWords, Reader, What};
use crate::text::Shape;

impl Reader<'_> {
    /// The count at `at`.
    pub(crate) fn number(&self, at: usize) -> Option<Mention> {
        let (value, last) = self.digits(at).or_else(|| self.number_words(at))?;
        let people = self.people_behind(last);
        let mut money = at.checked_sub(1).is_some_and(|b| {
            self.word(b) == self.classes.words.rp || self.word(b) == self.classes.words.nomor || self.word(b) == self.classes.words.no
        });
        let w = &self.classes.words;
        money |= [w.persen, w.juta, w.ribu, w.miliar].contains(&self.word(last)) && self.word(last) != crate::text::WordId::UNKNOWN;
        (!money).then_some(Mention { first: at, last, what: What::Number(NumberWords { value, people, unit: self.counted(last) }) })
    }

    fn digits(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.token(at).filter(|t| t.is_number())?;
        let text = self.words_of(at, at.saturating_add(1));
        // "1.250" is a thousand and more, "3,6" and "09.00" are no counts.
        let groups: Vec<&str> = text.split('.').collect();
        let whole = groups.len() == 1
            || groups.iter().skip(1).all(|g| g.len() == 3) && groups.first().is_some_and(|g| g.len() <= 3 && !g.starts_with('0'));
        let slash = matches!(self.sign(at.saturating_add(1)), b'/') || at.checked_sub(1).is_some_and(|b| matches!(self.sign(b), b'/'));
        if !whole || slash || token.is(Shape::LETTER) {
            return None;
        }
        groups.concat().parse().ok().map(|n| (n, at.saturating_add(1)))
    }

    /// "dua puluh tiga", "sebelas", "seratus lima puluh".
    fn number_words(&self, at: usize) -> Option<(u32, usize)> {
        let (mut total, mut group, mut next) = (0_u32, 0_u32, at);
        while let Some((value, last)) = self.value(next, self.classes.numeral).filter(|_| next.saturating_sub(at) < 10) {
            if self.hit(next, self.classes.numeral).is_some_and(|h| h.entry.weak) {
                break;
            }
            match value {
                "+" => group = group.saturating_add(10),
                "x10" | "x100" => group = group.max(1).saturating_mul(if value == "x10" { 10 } else { 100 }),
                "x1000" => {
                    total = total.saturating_add(group.max(1).saturating_mul(1000));
                    group = 0;
                }
                digit => {
                    let digit: u32 = digit.parse().ok()?;
                    // "dua puluh" + "tiga": the tens of the group are kept, "dua" + "tiga" is no number.
                    if group % 10 != 0 {
                        break;
                    }
                    group = group.saturating_add(digit);
                }
            }
            next = last;
        }
        (next > at).then(|| (total.saturating_add(group), next))
    }

    /// The noun that the number counts: "orang", "kepala desa", "unit".
    fn counted(&self, at: usize) -> Option<(usize, usize)> {
        if let Some(hit) = self.hit(at, self.classes.counter) {
            return Some((at, hit.last as usize));
        }
        let token = self.token(at).filter(|t| t.is_word() && t.is(Shape::LETTER) && !t.is(Shape::CAPITAL))?;
        let joint =
            [self.classes.words.dan, self.classes.words.serta, self.classes.words.yang, self.classes.words.di].contains(&token.word);
        let other = self.hits_at(at).any(|h| {
            [self.classes.verb, self.classes.preposition, self.classes.status, self.classes.month, self.classes.relday]
                .contains(&h.entry.class)
        });
        (!joint && !other).then(|| (at, self.hit(at, self.classes.title).map_or(at.saturating_add(1), |h| h.last as usize)))
    }

    /// A unit that counts people follows.
    fn people_behind(&self, at: usize) -> bool {
        (at..at.saturating_add(2)).any(|i| self.hit(i, self.classes.counter).is_some_and(|h| !h.entry.weak))
    }
}
