//! Names of persons: honorifics, name words, particles, initials, degrees.

use crate::lexicon::ClassSet;
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
            let honored = |b: &usize| self.capital(*b) && (self.starts_name(*b) || self.hit(*b, self.classes.honorific).is_some());
            behind = stopped.or(bracket).filter(honored).unwrap_or(behind);
            let more = self.hit(behind, self.classes.honorific).is_some() || self.starts_name(behind);
            // "Kang Min-ho" is a whole name of Korea, "Kang Asep" a gentleman.
            let hyphen = behind.saturating_add(1);
            let whole = civil && self.sign(hyphen) == b'-' && self.token(hyphen.saturating_add(1)).is_some_and(|t| t.is_word());
            let whole = whole && self.is(hyphen, Shape::GLUED) && !self.capital(hyphen.saturating_add(1));
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

    /// The second half of "Dong-hyun": a small word that no table knows.
    fn hyphenated(&self, at: usize) -> bool {
        let short = || self.token(at).is_some_and(|t| t.letters <= 5) && !self.marks(at).has(Mark::COMMON);
        self.is(at, Shape::LETTER) && (self.word(at) == WordId::UNKNOWN || short())
    }

    /// "Rina wijayanti,", "Surya wirabakti, SH": the last word of a name typed without its capital, one that is nothing else.
    fn small_name_word(&self, at: usize) -> bool {
        let comma = at.saturating_add(1);
        let learned = || self.word(at) == WordId::UNKNOWN && self.is_degree(comma.saturating_add(1)) && self.is(at, Shape::LETTER);
        let known = self.marks(at).has(Mark::NAME) || learned();
        let known = known && !self.marks(at).has(Mark::COMMON) && !self.blocked(at);
        known && !self.capital(at) && self.sign(comma) == b',' && self.capital(at.saturating_sub(1))
    }

    /// "H. | jamaluddin Yusuf": the first word of a name typed without its capital, behind an honorific and before another of the name.
    fn small_behind_honorific(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let stop = usize::from(at.checked_sub(1).is_some_and(|b| self.sign(b) == b'.'));
        let honored = || self.hits_before(at.saturating_sub(stop), self.classes.honorific).next().is_some();
        let known = self.marks(at).has(Mark::NAME) && !self.marks(at).has(Mark::COMMON) && !self.blocked(at);
        known && !self.capital(at) && self.capital(next) && self.marks(next).has(Mark::NAME) && honored()
    }

    /// A single letter, or a usual short form of a name word ("Moh.", "Ch.").
    fn initial_or_short_form(&self, at: usize) -> bool {
        let letters = self.token(at).map_or(u8::MAX, |t| t.letters);
        letters <= 4
            && (letters == 1 || self.marks(at).has(Mark::NAME) || self.word(at) == WordId::UNKNOWN || !self.marks(at).has(Mark::COMMON))
    }

    /// A capital follows the particle, a hyphen, or one more particle: "van der Meulen", "al-Habsyi".
    fn name_behind_particle(&self, at: usize) -> bool {
        let joint = self.sign(at) == b'-' && self.is(at, Shape::GLUED) || self.is_particle(at);
        self.capital(at) || joint && self.capital(at.saturating_add(1))
    }

    fn is_particle(&self, at: usize) -> bool {
        let w = &self.classes.words;
        let word = self.word(at);
        // "AHMAD BIN SAID" in a headline of capitals
        let small = !self.capital(at) || self.shouting && self.marks(at.wrapping_sub(1)).has(Mark::NAME) && self.is(at, Shape::ALL_CAPS);
        small
            && word != WordId::UNKNOWN
            && [w.bin, w.binti, w.br, w.boru, w.al, w.el, w.de, w.van, w.da, w.dos, w.der, w.den, w.von].contains(&word)
    }

    /// The word at `at` may be the `index`-th word of a name.
    fn name_word(&self, at: usize, index: usize) -> bool {
        let Some(token) = self.token(at) else { return false };
        if !token.is_word() || !token.is(Shape::CAPITAL) || token.is(Shape::DIGIT) {
            return false;
        }
        let marks = self.marks(at);
        // "Kamis Supriyadi", "Agustus Sihotang": a name word follows at once.
        let next = at.saturating_add(1);
        if index == 0 && self.hits.classes(at).meets(self.classes.starts.date) && self.capital(next) && self.marks(next).has(Mark::NAME) {
            return !self.shouting;
        }
        // "Wujudnya, Wali Kota menandatangani ...": a noun with its possessive opens the sentence.
        if index == 0 && token.word == WordId::UNKNOWN && self.opens(at) && self.folded(at, at.saturating_add(1)).ends_with("nya") {
            return false;
        }
        // "Kepala Daerah Se Bengkulu"
        if index == 0 && token.word == self.classes.words.se && self.region_name(at.saturating_add(1), None, true).is_some() {
            return false;
        }
        let roman = index == 0 && token.end.saturating_sub(token.start) > 1 && self.is_ordinal(at);
        if roman
            || self.dotted_degree(at)
            || index > 0 && (self.is_degree(at) || self.honorific_of(at, &["academic", "military", "police"]))
        {
            return false;
        }
        // "melihat KIM Lawu Asri", "Kelompok Informasi Masyarakat (KIM)": an abbreviation that is spelt like a name.
        if index == 0 && self.is_acronym(at) {
            return false;
        }
        if marks.has(Mark::NAME) {
            let region = index == 0
                && self.hits_at(at).any(|h| {
                    h.entry.class == self.classes.region
                        && !h.entry.weak
                        && self.lexicon.gazetteer.by_value(h.entry.value).is_some_and(|r| self.strong.contains(&r))
                });
            return !self.begins_title(at) && !region;
        }
        // "TLR", "SKPK": an abbreviation, unless the whole sentence stands in capitals.
        if token.is(Shape::ALL_CAPS) && !self.shouting && token.end.saturating_sub(token.start) > 2 {
            return self.name_in_capitals(at, index) && !self.blocked(at);
        }
        let initial = token.end.saturating_sub(token.start) == 1;
        if initial {
            return true;
        }
        // "Kabid Aset Bangun Situmorang": an ordinary word before a name word, not where every word has a capital.
        let next = at.saturating_add(1);
        let behind = next.saturating_add(1);
        let name_follows = self.capital(next)
            && (self.marks(next).has(Mark::NAME)
                || self.marks(next).has(Mark::COMMON) && self.capital(behind) && self.marks(behind).has(Mark::NAME));
        if (marks.has(Mark::COMMON) || self.hit(at, self.classes.verb).is_some() || self.hit(at, self.classes.homonym).is_some())
            && index == 0
            && !self.shouting
            && !self.opens(at)
            && name_follows
            && (!self.blocked(at) || self.hit(at, self.classes.homonym).is_some() && self.sign(at.wrapping_sub(1)) == b',')
        {
            return true;
        }
        // Inside a sentence an ordinary word with a capital is part of the name it stands in: "Hamenang Wajar Ismoyo".
        if marks.has(Mark::COMMON) && index > 0 && !self.shouting && !self.blocked(at) && !self.reports(at) {
            let before = at.wrapping_sub(1);
            return !self.marks(before).has(Mark::COMMON) || self.may_name(before) || self.marks(at.saturating_add(1)).has(Mark::NAME);
        }
        if marks.has(Mark::COMMON) && !marks.has(Mark::WEAK_NAME)
            || self.shouting && token.word != WordId::UNKNOWN && !marks.has(Mark::WEAK_NAME) && !self.continues_name(at, index)
        {
            return false;
        }
        !self.begins_other(at, index)
    }

    /// A phrase begins at `at` that is never part of a name.
    pub(crate) fn blocked(&self, at: usize) -> bool {
        let c = self.classes;
        self.hits.classes(at).meets(c.starts.blocking) && self.hits_at(at).any(|h| !h.entry.weak && c.starts.blocking.holds(h.entry.class))
    }

    /// A verb, a preposition or a word of by-lines begins at `at`: "Anu Suryadi Datangi Cirebon", "Anu Suryadi Editor".
    pub(super) fn reports(&self, at: usize) -> bool {
        let c = self.classes;
        self.hits_at(at).any(|h| [c.verb, c.preposition, c.zone].contains(&h.entry.class) && !h.entry.weak)
    }

    /// The word at `at` opens a sentence; behind the full stop of "H." it does not.
    fn opens(&self, at: usize) -> bool {
        let short = at.checked_sub(2).is_some_and(|b| self.marks_of(b).has(Mark::ABBREVIATION) && self.sign(at.saturating_sub(1)) == b'.');
        self.starts_sentence(at) && !short
    }

    /// "Dr", "Prof", "Ir" stand before a name, never inside it.
    pub(crate) fn academic(&self, at: usize) -> bool {
        self.honorific_of(at, &["academic"])
    }

    /// A degree or rank stands here that begins what is told of a person.
    pub(crate) fn honored(&self, at: usize) -> bool {
        self.honorific_of(at, &["academic", "military", "police"])
    }

    /// An honorific of one of these kinds, no ordinary word, stands at `at`.
    fn honorific_of(&self, at: usize, kinds: &[&str]) -> bool {
        self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak && kinds.contains(&self.lexicon.value_name(h.entry.value)))
    }

    /// A title begins here; one that is also an ordinary word ("Ka") does if an agency follows.
    fn begins_title(&self, at: usize) -> bool {
        let c = self.classes;
        if !self.hits.classes(at).meets(ClassSet::of(c.title).with(c.acting)) {
            return false;
        }
        self.hits_at(at).any(|h| {
            let last = h.last as usize;
            let behind = if self.sign(last) == b'.' { last.saturating_add(1) } else { last };
            (h.entry.class == c.title || h.entry.class == c.acting)
                && (!h.entry.weak || h.entry.class == c.title && self.agency_name(behind).is_some())
        })
    }

    /// Something else than a name begins here.
    fn begins_other(&self, at: usize, index: usize) -> bool {
        let c = self.classes;
        self.begins_title(at)
            || self.hits_at(at).any(|h| {
                let class = h.entry.class;
                let long = h.last as usize > at.saturating_add(1);
                if class == c.honorific || class == c.affair || class == c.preposition && !long {
                    return class == c.preposition;
                }
                if c.starts.neutral.holds(class) || c.beside_place(class) || class == c.place && h.entry.weak {
                    return false;
                }
                if class == c.region || class == c.foreign {
                    // A single word of a region may also be a name; behind a name word it more often is one.
                    return !h.entry.weak && (index == 0 || long);
                }
                if class == c.unit {
                    // "Apip Permana" is no APIP: a name word stands behind it.
                    let next = at.saturating_add(1);
                    let named = self.marks(at).has(Mark::WEAK_NAME) && self.capital(next) && self.marks(next).has(Mark::NAME);
                    return index == 0 && !h.entry.weak && !named || long;
                }
                !h.entry.weak
            })
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
