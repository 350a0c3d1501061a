//! Counts in figures and words: "56 orang", "dua puluh tiga peserta", "2,5 juta jiwa", "5 (lima) kepala desa", "seorang".

use super::{Mention, NumberWords, Reader, What};
use crate::lexicon::Hit;
use crate::text::{Mark, Shape, Zone};

/// Most words of a number.
const LONGEST: usize = 16;

/// Figures of a number that nothing groups and nothing counts: a code.
const CODE: u32 = 6;

impl Reader<'_> {
    /// The count at `at`.
    pub(crate) fn number(&self, at: usize) -> Option<Mention> {
        let figures = self.is(at, Shape::DIGIT);
        let (value, end, scaled) =
            if figures { self.figures_of(at)? } else { self.number_words(at).map(|(value, end)| (value, end, false))? };
        let last = self.spelt(end);
        let single = self.value(at, self.classes.numeral).is_some_and(|(value, _)| value == "se");
        let unit = if single { Some((at, last)) } else { self.counted(last) };
        let counter = unit.is_some_and(|(first, _)| self.hit(first, self.classes.counter).is_some());
        let counts = if figures { self.figures_count(at, end, scaled, unit.is_some(), counter) } else { self.words_count(at, end) };
        if !counts || self.is_label(at, end, counter) {
            return None;
        }
        let people = single && self.people_behind(at) || self.people_behind(last);
        Some(Mention { first: at, last, what: What::Number(NumberWords { value, people, unit, single }) })
    }

    /// Figures with the word that multiplies them: "1.250", "2 ribu", "1,5 juta". The last tells whether such a word stands there.
    fn figures_of(&self, at: usize) -> Option<(u32, usize, bool)> {
        self.token(at).filter(|t| t.is_number())?;
        let text = self.words_of(at, at.saturating_add(1));
        let next = at.saturating_add(1);
        let scale = self.value(next, self.classes.numeral).and_then(|(value, end)| Some((scale_of(value).filter(|s| *s >= 1000)?, end)));
        // "1.250" is a thousand and more, "3,6" and "09.00" are no counts.
        let plain = text.bytes().all(|b| b.is_ascii_digit());
        let mut groups = text.split('.');
        let whole = plain || !text.contains(',') && groups.next().is_some_and(|g| g.len() <= 3) && groups.all(|g| g.len() == 3);
        if whole && (text == "0" || !text.starts_with('0')) {
            let value: u32 = if plain { text.parse() } else { text.replace('.', "").parse() }.ok()?;
            return match scale {
                Some((scale, end)) => value.checked_mul(scale).map(|value| (value, end, true)),
                None => Some((value, next, false)),
            };
        }
        // "2,5 juta"
        let (scale, end) = scale?;
        let (units, parts) = text.split_once([',', '.']).filter(|(_, parts)| parts.len() <= 3)?;
        let part = scale.checked_div(10_u32.checked_pow(u32::try_from(parts.len()).ok()?)?)?;
        let value = units.parse::<u32>().ok()?.checked_mul(scale)?.checked_add(parts.parse::<u32>().ok()?.checked_mul(part)?)?;
        Some((value, end, true))
    }

    /// "dua puluh tiga", "sebelas", "seratus dua puluh lima", "dua ribu lima ratus", "tiga juta", "seorang".
    pub(super) fn number_words(&self, at: usize) -> Option<(u32, usize)> {
        // Thousands and millions that are done, the hundreds and tens of the group that is not, and its last figure.
        let (mut total, mut group, mut figure) = (0_u32, 0_u32, None::<u32>);
        let (mut scale, mut next) = (u32::MAX, at);
        while let Some(hit) = self.hit(next, self.classes.numeral).filter(|h| !h.entry.weak && next.saturating_sub(at) < LONGEST) {
            let open = figure.is_none() && group % 10 == 0;
            match (self.lexicon.value_name(hit.entry.value), figure) {
                ("se", _) if next == at => return Some((1, hit.last as usize)),
                ("+", Some(digit)) if group % 100 == 0 => (group, figure) = (group.saturating_add(digit).saturating_add(10), None),
                ("x10", Some(digit)) if group % 100 == 0 => (group, figure) = (group.saturating_add(digit.saturating_mul(10)), None),
                ("x100", Some(digit)) if group == 0 => (group, figure) = (digit.saturating_mul(100), None),
                (value, _) => {
                    if let Some(by) = scale_of(value) {
                        let count = group.saturating_add(figure.unwrap_or(0));
                        if by < 1000 || by >= scale || count == 0 {
                            break;
                        }
                        total = count.checked_mul(by)?.checked_add(total)?;
                        (group, figure, scale) = (0, None, by);
                    } else {
                        match value.parse::<u32>().ok() {
                            Some(digit @ 0..=9) if open => figure = Some(digit),
                            Some(teen @ 10..=11) if open && group % 100 == 0 => group = group.saturating_add(teen),
                            Some(100) if open && group == 0 => group = 100,
                            Some(by) if by >= 1000 && open && group == 0 && by < scale => {
                                (total, scale) = (total.checked_add(by)?, by);
                            }
                            _ => break,
                        }
                    }
                }
            }
            next = hit.last as usize;
        }
        (next > at).then(|| (total.saturating_add(group).saturating_add(figure.unwrap_or(0)), next))
    }

    /// The noun that the number counts: "orang", "kepala desa", "unit".
    fn counted(&self, at: usize) -> Option<(usize, usize)> {
        if let Some(hit) = self.hit(at, self.classes.counter).or_else(|| self.hit(at, self.classes.title)) {
            return Some((at, hit.last as usize));
        }
        let token = self.token(at).filter(|t| t.is_word() && t.is(Shape::LETTER) && !t.is(Shape::CAPITAL) && !t.is(Shape::DIGIT))?;
        let w = &self.classes.words;
        let joint = [w.dan, w.serta, w.yang, w.di].contains(&token.word);
        let c = &self.classes;
        let other = |h: &Hit| {
            [c.verb, c.preposition, c.status, c.month, c.relday, c.numeral].contains(&h.entry.class)
                || h.entry.class == c.common && self.lexicon.value_name(h.entry.value) != "noun"
        };
        let other_word = || token.marks.has(Mark::COMMON) && self.lexicon.meanings(token.word, c.common).any(|v| v != "noun");
        let part = self.aids_at(at).any(|h| h.entry.class == c.datepart && self.lexicon.value_name(h.entry.value) != "lead");
        (!joint && !part && !other_word() && !self.hits_at(at).any(other)).then(|| (at, at.saturating_add(1)))
    }

    /// Figures that count, not those of a year, code, score, name or time. `unit`: a noun follows, `counter`: a known one.
    fn figures_count(&self, at: usize, end: usize, scaled: bool, unit: bool, counter: bool) -> bool {
        let text = self.words_of(at, at.saturating_add(1));
        let year = !scaled && text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && !text.contains('.');
        // "2018 orang" counts, "APBD 2026 Kabupaten X" does not.
        if year && (!counter || self.capital(end)) {
            return false;
        }
        // "45 miliar", "500 ribu": money, where no noun says what else.
        let code = self.token(at).is_some_and(|t| t.end.saturating_sub(t.start) > CODE) && !text.contains('.');
        if (scaled || code) && !unit {
            return false;
        }
        // "17 Agustus"
        if self.hit(end, self.classes.month).is_some() && self.capital(end) {
            return false;
        }
        // "Tugu 45", "Puskesmas Kota 2"
        let before = at.saturating_sub(1);
        let named = before < at && self.capital(before) && !self.begins(before) && !self.shouting && !self.marks(before).has(Mark::COMMON);
        // "0813 4567 8901", "(0341) 123456": parts of a telephone number
        let figures = |i: usize| i != at && self.token(i).is_some_and(|t| t.is_number());
        unit || !(named || figures(before) || figures(end) || self.area_code(at))
    }

    /// Number words that count; with a capital inside a sentence they are a name: "Toko Tiga Saudara", "di Lima".
    fn words_count(&self, at: usize, end: usize) -> bool {
        let w = &self.classes.words;
        // "satu per satu", "satu demi satu", "satu sama lain", "satu dua topik"
        let before = at.saturating_sub(1);
        let numeral = |i: usize| self.hit(i, self.classes.numeral).is_some_and(|h| !h.entry.weak);
        let by = |i: usize| [w.per, w.demi].contains(&self.word(i)) && self.token(i).is_some_and(|t| t.is_word());
        if by(end) && numeral(end.saturating_add(1)) || self.word(end) == w.sama || numeral(end) {
            return false;
        }
        if before < at && (numeral(before) || by(before) && numeral(before.saturating_sub(1))) {
            return false;
        }
        if !self.capital(at) || self.shouting {
            return true;
        }
        let c = &self.classes;
        let counter = self.hit(end, c.counter).is_some();
        let noun = counter || self.hits_at(end).any(|h| [c.title, c.level, c.government, c.body, c.council].contains(&h.entry.class));
        if self.begins(at) { noun || !self.capital(end) } else { counter && !self.capital(before) }
    }

    /// The token at `at` begins a sentence or a quote, so that its capital tells nothing.
    pub(super) fn begins(&self, at: usize) -> bool {
        let before = at.checked_sub(1);
        self.is(at, Shape::LINE_START)
            || before.is_none_or(|b| {
                matches!(self.sign(b), b'.' | b'"' | b'\'' | b'!' | b'?' | b':' | b'(' | b'*') || self.zone_of(b) == Zone::Dateline
            })
    }

    /// A word or sign beside the number says that it counts nothing: "ke-7", "RT 12", "pukul 10", "2-2", "56 %".
    fn is_label(&self, at: usize, end: usize, counter: bool) -> bool {
        let before = at.saturating_sub(1);
        let dash = |i: usize| self.sign(i) == b'-' && !self.words_of(i, i.saturating_add(1)).starts_with('—');
        let tied = |i: usize| dash(i) || matches!(self.sign(i), b'/' | b':' | b'+' | b'$' | b'#' | b'=' | b'_' | b'@');
        if before < at && self.is(at, Shape::GLUED) && tied(before) && self.is(before, Shape::GLUED)
            || before < at && self.sign(before) == b'$'
        {
            return true;
        }
        let next = end.saturating_add(1);
        if tied(end) && self.is(end, Shape::GLUED) && self.is(next, Shape::GLUED) && self.token(next).is_some_and(|t| t.is_word()) {
            return true;
        }
        let label = |h: &Hit| h.entry.class == self.classes.label && self.lexicon.value_name(h.entry.value) == "behind";
        let behind = |i: usize| self.aids_at(i).any(label);
        if behind(end) || behind(self.spelt(end)) {
            return true;
        }
        // "tahun 12 orang", "rekening 64 desa": a counted noun is stronger than a word of order.
        self.label(at).is_some_and(|label| !counter || !matches!(label, "order" | "phone"))
    }

    /// A unit that counts people follows.
    fn people_behind(&self, at: usize) -> bool {
        let people = |h: &Hit| !h.entry.weak && self.lexicon.value_name(h.entry.value) == "people";
        (at..at.saturating_add(2)).any(|i| self.hit(i, self.classes.counter).is_some_and(people))
    }
}

/// What a word multiplies by: "x1000" of "ribu".
fn scale_of(value: &str) -> Option<u32> {
    value.strip_prefix('x').and_then(|by| by.parse().ok())
}
