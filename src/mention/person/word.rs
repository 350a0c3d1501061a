//! Words of names: which word may begin a person's name, which goes on with it, and which is something else.

use crate::lexicon::ClassSet;
use crate::mention::Reader;
use crate::text::{Mark, Shape, WordId};

impl Reader<'_> {
    /// The second half of "Dong-hyun": a small word that no table knows.
    pub(super) fn hyphenated(&self, at: usize) -> bool {
        let short = || self.token(at).is_some_and(|t| t.letters <= 5) && !self.marks(at).has(Mark::COMMON);
        self.is(at, Shape::LETTER) && (self.word(at) == WordId::UNKNOWN || short())
    }

    /// "Rina wijayanti,", "Surya wirabakti, SH": the last word of a name typed without its capital, one that is nothing else.
    pub(super) fn small_name_word(&self, at: usize) -> bool {
        let comma = at.saturating_add(1);
        let learned = || self.word(at) == WordId::UNKNOWN && self.is_degree(comma.saturating_add(1)) && self.is(at, Shape::LETTER);
        let known = self.marks(at).has(Mark::NAME) || learned();
        let known = known && !self.marks(at).has(Mark::COMMON) && !self.blocked(at);
        known && !self.capital(at) && self.sign(comma) == b',' && self.capital(at.saturating_sub(1))
    }

    /// "H. | jamaluddin Yusuf": the first word of a name typed without its capital, behind an honorific and before another of the name.
    pub(super) fn small_behind_honorific(&self, at: usize) -> bool {
        let next = at.saturating_add(1);
        let stop = usize::from(at.checked_sub(1).is_some_and(|b| self.sign(b) == b'.'));
        let honored = || self.hits_before(at.saturating_sub(stop), self.classes.honorific).next().is_some();
        let known = self.marks(at).has(Mark::NAME) && !self.marks(at).has(Mark::COMMON) && !self.blocked(at);
        known && !self.capital(at) && self.capital(next) && self.marks(next).has(Mark::NAME) && honored()
    }

    /// A single letter, or a usual short form of a name word ("Moh.", "Ch.").
    pub(super) fn initial_or_short_form(&self, at: usize) -> bool {
        let letters = self.token(at).map_or(u8::MAX, |t| t.letters);
        letters <= 4
            && (letters == 1 || self.marks(at).has(Mark::NAME) || self.word(at) == WordId::UNKNOWN || !self.marks(at).has(Mark::COMMON))
    }

    /// A capital follows the particle, a hyphen, or one more particle: "van der Meulen", "al-Habsyi".
    pub(super) fn name_behind_particle(&self, at: usize) -> bool {
        let joint = self.sign(at) == b'-' && self.is(at, Shape::GLUED) || self.is_particle(at);
        self.capital(at) || joint && self.capital(at.saturating_add(1))
    }

    pub(super) fn is_particle(&self, at: usize) -> bool {
        let w = &self.classes.words;
        let word = self.word(at);
        // "AHMAD BIN SAID" in a headline of capitals
        let small = !self.capital(at) || self.shouting && self.marks(at.wrapping_sub(1)).has(Mark::NAME) && self.is(at, Shape::ALL_CAPS);
        small
            && word != WordId::UNKNOWN
            && [w.bin, w.binti, w.br, w.boru, w.al, w.el, w.de, w.van, w.da, w.dos, w.der, w.den, w.von].contains(&word)
    }

    /// The word at `at` may be the `index`-th word of a name.
    pub(super) fn name_word(&self, at: usize, index: usize) -> bool {
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

    /// A verb, a preposition, a word of by-lines or the kind of a visit begins at `at`: "Anu Suryadi Datangi Cirebon", "Anu Suryadi
    /// Editor", "Anu Suryadi Kunker ke Cirebon".
    pub(super) fn reports(&self, at: usize) -> bool {
        let c = self.classes;
        self.hits_at(at).any(|h| [c.verb, c.preposition, c.zone, c.visit_kind].contains(&h.entry.class) && !h.entry.weak)
    }

    /// The word at `at` opens a sentence; behind the full stop of "H." it does not.
    pub(super) fn opens(&self, at: usize) -> bool {
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
    pub(super) fn honorific_of(&self, at: usize, kinds: &[&str]) -> bool {
        self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak && kinds.contains(&self.lexicon.value_name(h.entry.value)))
    }

    /// The honorific at `at` is of this kind, an ordinary word too or not.
    pub(super) fn honorific_of_kind(&self, at: usize, kind: &str) -> bool {
        self.hit(at, self.classes.honorific).is_some_and(|h| self.lexicon.value_name(h.entry.value) == kind)
    }

    /// A title begins here; one that is also an ordinary word ("Ka") does if an agency follows.
    pub(super) fn begins_title(&self, at: usize) -> bool {
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
    pub(super) fn begins_other(&self, at: usize, index: usize) -> bool {
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
}
