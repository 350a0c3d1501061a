//! Campuses: universities whose short name no table knows, by the rector beside it ("Rektor ITN Malang") or by its letters where
//! the article tells the full name ("Institut Teknologi Nasional").

use crate::lexicon::Hit;
use crate::mention::{BodySort, Reader};
use crate::text::{Mark, Shape, WordId};

/// How the short names of campuses begin: Universitas, Sekolah Tinggi, Institut Agama, Politeknik.
const HEADS: [&str; 6] = ["un", "uin", "iai", "sti", "sta", "pol"];
/// Most letters of a short name in capitals.
const LETTERS: u8 = 8;
/// Least letters, and most words, of a short name made of the letters of the full one.
const SHORTEST: usize = 3;
const WORDS: usize = 6;
/// Most campuses of one article.
const MOST: usize = 24;

impl Reader<'_> {
    /// Short names that stand behind the title of a rector ("Rektor ITN Malang", "Wakil Rektor III Unmus"), and the first letters
    /// of full names.
    pub(crate) fn campuses(&self) -> Vec<(String, BodySort)> {
        let mut found: Vec<(String, BodySort)> = self.initials();
        let rector = |h: &&Hit| {
            let title = crate::mention::title::office::canonical_of(self.lexicon.value_name(h.entry.value));
            matches!(title, "Rektor" | "Wakil Rektor")
        };
        for hit in self.hits.of_class(self.classes.title, 0, self.tokens.len()).filter(rector) {
            let behind = hit.last as usize;
            let at = if self.is_ordinal(behind) { behind.saturating_add(1) } else { behind };
            if found.len() < MOST && self.is_campus(at) {
                let word = self.folded(at, at.saturating_add(1));
                if !found.iter().any(|(w, _)| *w == word) {
                    found.push((word, BodySort::University));
                }
            }
        }
        found
    }

    /// "ITN": the letters of "Institut Teknologi Nasional Malang".
    fn initials(&self) -> Vec<(String, BodySort)> {
        let mut found: Vec<(String, BodySort)> = Vec::new();
        let university = |h: &&Hit| {
            matches!(self.lexicon.value_name(h.entry.value), "university:named" | "college:named") && self.capital(h.first as usize)
        };
        for hit in self.hits.of_class(self.classes.body, 0, self.tokens.len()).filter(university) {
            let words = (hit.first as usize..).take(WORDS).take_while(|i| self.capital(*i) && self.is(*i, Shape::LETTER));
            let letters: String = words.filter_map(|i| self.folded(i, i.saturating_add(1)).chars().next()).collect();
            // Where the name ends and a place or a person follows, capitals do not tell.
            for end in SHORTEST..=letters.len() {
                let short = letters.get(..end).unwrap_or("");
                if found.len() < MOST && !short.is_empty() && !found.iter().any(|(w, _)| w == short) {
                    found.push((short.to_owned(), BodySort::University));
                }
            }
        }
        found
    }

    /// The word at `at` can only be the short name of a campus.
    fn is_campus(&self, at: usize) -> bool {
        let coined = || {
            let word = self.folded(at, at.saturating_add(1));
            self.word(at) == WordId::UNKNOWN && !self.marks(at).has(Mark::NAME) && HEADS.iter().any(|h| word.starts_with(h))
        };
        self.capital(at) && (self.in_capitals_only(at) || self.two_capitals(at) || coined())
    }

    /// "Rektor UM Malang": behind a rector two letters do, if the first is that of a university.
    fn two_capitals(&self, at: usize) -> bool {
        let two = self.token(at).is_some_and(|t| t.letters == 2) && self.is(at, Shape::ALL_CAPS);
        two && !self.shouting && matches!(self.words_of(at, at.saturating_add(1)), "UB" | "UI" | "UK" | "UM" | "UT")
    }

    /// A word in capitals between others, that is nothing by the tables but a short name too short to be sure of ("UB").
    pub(super) fn in_capitals_only(&self, at: usize) -> bool {
        let loud = |i: usize| self.is(i, Shape::ALL_CAPS) && self.token(i).is_some_and(|t| t.letters > 3);
        let weak = |h: &Hit| h.entry.weak && h.entry.class == self.classes.body;
        let plain = !self.marks(at).has(Mark::COMMON) && !self.marks(at).has(Mark::NAME) && self.hits_at(at).all(weak);
        let least = if self.hits_at(at).next().is_some() { 2 } else { 3 };
        let short = self.token(at).is_some_and(|t| (least..=LETTERS).contains(&t.letters));
        short && plain && self.is(at, Shape::ALL_CAPS) && self.is(at, Shape::LETTER) && !(at > 0 && loud(at.saturating_sub(1)))
    }
}
