//! Names of persons: honorifics, name words, particles, initials, degrees.

use crate::mention::Reader;
use crate::text::{Mark, Shape, WordId, folds_alike};

/// A person's name in the text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Name {
    /// Tokens of the name itself.
    pub(crate) first: usize,
    pub(crate) last: usize,
    /// Token ranges of honorifics and degrees.
    /// A nickname in brackets behind the name: "Joko Widodo (Jokowi)".
    pub(crate) nickname: Option<usize>,
    pub(crate) honorifics: Vec<(usize, usize)>,
    pub(crate) degrees: Vec<(usize, usize)>,
}

/// Longest name, in words.
pub(crate) const LONGEST: usize = 8;

impl Reader<'_> {
    /// The name at `at`, honorifics before and degrees behind it, and the position behind all of it.
    pub(crate) fn name(&self, at: usize) -> Option<(Name, usize)> {
        let mut name = Name::default();
        let mut next = at;
        while let Some((_, last)) = self.value(next, self.classes.honorific) {
            // "BPK RI" is the audit board, "Bpk. Anu" a gentleman.
            let civil = self.hit(next, self.classes.honorific).is_some_and(|h| self.lexicon.value_name(h.entry.value) == "civil");
            if civil && self.is(next, Shape::ALL_CAPS) && !self.shouting && self.hit(next, self.classes.agency).is_some() {
                break;
            }
            let weak = self.hit(next, self.classes.honorific).is_some_and(|h| h.entry.weak);
            let mut behind = last;
            if self.sign(behind) == b'.' && self.is(behind, Shape::GLUED) {
                behind = behind.saturating_add(1);
            }
            // "H, Nasrun Aswari": a comma typed for the full stop.
            if self.sign(behind) == b','
                && last == next.saturating_add(1)
                && self.words_of(next, last).len() <= 3
                && self.capital(behind.saturating_add(1))
            {
                behind = behind.saturating_add(1);
            }
            // "Brigjen (TNI) Heri Wiranto", "Dr. (HC).Drs. Fulan"
            let bracket = self.bracket(behind, 1);
            let stopped = bracket.filter(|b| self.sign(*b) == b'.' && self.is(*b, Shape::GLUED)).map(|b| b.saturating_add(1));
            // "Mayor Jenderal (Mayjen) TNI Fulan"
            let bracket = bracket.map(|b| if self.reads(b, &["tni"]) && self.is(b, Shape::ALL_CAPS) { b.saturating_add(1) } else { b });
            let honored = |b: &usize| self.capital(*b) && (self.starts_name(*b) || self.hit(*b, self.classes.honorific).is_some());
            behind = stopped.or(bracket).filter(honored).unwrap_or(behind);
            let more = self.hit(behind, self.classes.honorific).is_some() || self.starts_name(behind);
            // "Kang Min-ho" is a whole name of Korea, "Kang Asep" a gentleman.
            let hyphen = behind.saturating_add(1);
            let whole = civil && self.sign(hyphen) == b'-' && self.token(hyphen.saturating_add(1)).is_some_and(|t| t.is_word());
            let whole = whole && self.is(hyphen, Shape::GLUED) && !self.capital(hyphen.saturating_add(1));
            // "Maulana Ibrahim", "Abu Hasan": a whole name of two words, not what a cleric is called before his.
            let given = weak && behind == next.saturating_add(1) && self.honorific_of_kind(next, "religious") && self.may_name(next);
            let cleric = name.honorifics.iter().any(|(first, last)| self.words_of(*first, *last).len() > 4);
            let whole = whole || given && !cleric && self.name_end_at(next) > behind;
            if !more || whole || weak && !self.capital(behind) || name.honorifics.len() >= 8 {
                break;
            }
            name.honorifics.push((next, last));
            next = behind;
        }
        name.first = next;
        let last = self.name_end_at(next);
        // "Anggota DPR Damyang Gun": of a city abroad that the article tells.
        let city = name.honorifics.is_empty() && self.city_abroad(next) == Some(last);
        if last == next || city {
            return None;
        }
        name.last = last;
        let mut behind = self.degrees(last, &mut name.degrees);
        // "Sekda Nani M., Camat X": the full stop of the last initial, unless it ends the sentence.
        let initial = last.checked_sub(1).is_some_and(|i| i > next && self.words_of(i, last).len() == 1);
        if behind == last && initial && self.sign(last) == b'.' && self.is(last, Shape::GLUED) && last.saturating_add(1) < self.limit {
            behind = last.saturating_add(1);
        }
        // "(Ujang)", "(Haji Ufad)", "(FW)"
        if let Some(closed) = self.bracket(behind, 2) {
            let inner = behind.saturating_add(1);
            let word = self.hit(inner, self.classes.honorific).map_or(inner, |h| h.last as usize);
            let word = if word.saturating_add(2) == closed { word } else { inner };
            let one = word.saturating_add(2) == closed && self.capital(word) && self.name_end_at(word) == word.saturating_add(1);
            if one && !self.marks(word).has(Mark::COMMON) {
                name.nickname = Some(word);
                behind = self.degrees(closed, &mut name.degrees);
            }
        }
        Some((name, behind))
    }

    fn starts_name(&self, at: usize) -> bool {
        self.name_end_at(at) > at
    }

    /// The end of the run of name words at `at`.
    fn name_end_at(&self, at: usize) -> usize {
        let mut next = at;
        let mut words = 0_usize;
        while words < LONGEST {
            let Some(token) = self.token(next) else { break };
            if !token.is_word() {
                // "M. Herry", "A.A. Ngurah", "CH.Dula", "Abdul-Rahman"
                let short =
                    next > at && self.is(next.wrapping_sub(1), Shape::CAPITAL) && self.words_of(next.wrapping_sub(1), next).len() <= 5;
                let initial = token.sign == b'.'
                    && short
                    && token.is(Shape::GLUED)
                    && self.capital(next.saturating_add(1))
                    && self.name_word(next.saturating_add(1), words)
                    && self.initial_or_short_form(next.wrapping_sub(1));
                let hyphen = token.sign == b'-'
                    && (next > at && (self.is(next.wrapping_sub(1), Shape::CAPITAL) || self.is_particle(next.wrapping_sub(1))))
                    && token.is(Shape::GLUED)
                    && self.is(next.saturating_add(1), Shape::GLUED)
                    && (self.capital(next.saturating_add(1)) || self.hyphenated(next.saturating_add(1)));
                if initial || hyphen {
                    next = next.saturating_add(1);
                    continue;
                }
                break;
            }
            if words > 0 && self.sign(next.wrapping_sub(1)) == b'-' && self.hyphenated(next) {
                next = next.saturating_add(1);
                continue;
            }
            if let Some(behind) = self.inner_initials(next).filter(|_| words == 1) {
                words = words.saturating_add(1);
                next = behind;
                continue;
            }
            let particle = words > 0 && self.is_particle(next);
            // "Rosmauli br. Purba"
            if particle && self.sign(next.saturating_add(1)) == b'.' && self.capital(next.saturating_add(2)) {
                next = next.saturating_add(2);
                continue;
            }
            let particle = particle && self.name_behind_particle(next.saturating_add(1));
            let small = if words > 0 { self.small_name_word(next) } else { self.small_behind_honorific(next) };
            if !(particle || small || self.name_word(next, words)) {
                break;
            }
            words = words.saturating_add(1);
            next = next.saturating_add(1);
        }
        // "I" or a single letter alone is no name.
        if words == 1 && self.token(at).is_some_and(|t| t.letters == 1) { at } else { next }
    }

    /// The name at `at`, without an office before it, is a person's.
    pub(super) fn is_person(&self, at: usize, name: &Name) -> bool {
        if self.is_place(name) {
            return false;
        }
        let words = name.last.saturating_sub(name.first);
        // The tail of a longer proper name ("Bandar Seri Bentan") is no person.
        let before = at.checked_sub(1).filter(|b| !self.starts_sentence(*b));
        let inside = before.is_some_and(|b| {
            self.tokens.get(b).is_some_and(|t| t.is_word() && t.is(Shape::CAPITAL)) && !self.marks_of(b).has(Mark::COMMON)
        });
        if inside && words == 1 && name.honorifics.is_empty() && name.degrees.is_empty() && !self.shouting {
            return false;
        }
        let starts_sentence = self.starts_sentence(at);
        let named = (name.first..name.last).any(|i| self.marks(i).has(Mark::NAME));
        // "Stevy R. Anu": an initial is as unknown as the words around it, initials alone are no name.
        let letter = |i: usize| self.words_of(i, i.saturating_add(1)).len() == 1;
        let odd = |i: usize| letter(i) || i > name.first && self.is_particle(i) || self.word(i) == WordId::UNKNOWN || self.may_name(i);
        let unknown = (name.first..name.last).all(odd) && !(name.first..name.last).all(letter);
        !name.honorifics.is_empty()
            || !name.degrees.is_empty()
            || named
            || unknown && words >= 2 && !self.shouting
            || unknown && !starts_sentence && !self.shouting
            || words == 1 && self.names.iter().chain(&self.holders).any(|n| folds_alike(n, self.words_of(name.first, name.last)))
    }

    /// "Jalan Ahmad Yani", "di Batubara", "ke Sendawar": the name of a place.
    fn is_place(&self, name: &crate::mention::Name) -> bool {
        let (first, last) = (name.first, name.last);
        if !name.honorifics.is_empty() {
            return false;
        }
        let one_word = last == first.saturating_add(1);
        let region = self.hit(first, self.classes.region).is_some_and(|h| h.last as usize == last);
        let behind = self
            .hits_before(first, self.classes.locative)
            .any(|h| matches!(self.lexicon.value_name(h.entry.value), "place" | "direction") && h.last == h.first.saturating_add(1));
        let landmark = !one_word
            && self.hits_at(first).any(|h| {
                h.entry.class == self.classes.namesake && (h.last as usize) < last && self.lexicon.value_name(h.entry.value) == "before"
            });
        // "di Tanjung Senai": nobody is at a person.
        let at = || first.checked_sub(1).is_some_and(|b| self.reads(b, &["di"]) && !self.capital(b)) && name.degrees.is_empty();
        landmark
            || !one_word && at()
            || self.is_epithet(first)
            || self.is_namesake(first, last)
            || one_word && behind && (region || !self.marks(first).has(Mark::NAME) && name.degrees.is_empty())
    }

    /// "Kota Anging Mammiri", "Bumi Serentak Bak Regam": by what a region calls itself, one ordinary word perhaps between.
    fn is_epithet(&self, first: usize) -> bool {
        let epithet = |at: usize| self.hits_before(at, self.classes.locative).any(|h| self.lexicon.value_name(h.entry.value) == "epithet");
        let inner = first.checked_sub(1).filter(|b| self.capital(*b) && self.marks(*b).has(Mark::COMMON));
        epithet(first) || inner.is_some_and(epithet)
    }

    pub(crate) fn starts_sentence(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|b| self.tokens.get(b).is_some_and(|t| matches!(t.sign, b'.' | b'"' | b'!' | b'?' | b'-' | b'*')))
            || self.is(at, Shape::LINE_START)
    }
}
