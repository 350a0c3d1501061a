//! The reader: one pass over the sentences that tries the grammar of each phrase where its first word stands.

use super::{Classes, Mention, What};
use crate::Span;
use crate::lexicon::{ClassId, ClassSet, Hit, Hits, Lexicon, RegionId};
use crate::text::{Mark, Sentence, Shape, Token, WordId, Zone};

/// Most name words that are remembered.
const MOST_NAMES: usize = 200;

/// An article on its way through the mention storey.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(crate) source: &'a str,
    pub(crate) lexicon: &'a Lexicon,
    pub(crate) classes: &'a Classes,
    pub(crate) tokens: &'a [Token],
    pub(crate) hits: &'a Hits,
    pub(crate) sentences: &'a [Sentence],
    /// The number of the sentence of each token.
    pub(crate) places: &'a [u32],
    /// The classes of the phrases of each sentence.
    pub(crate) told: &'a [ClassSet],
    /// Regions that a strong phrase names somewhere in the article.
    pub(crate) strong: Vec<RegionId>,
    /// Short forms that the article declares, folded, with their region.
    pub(crate) declared: Vec<(String, RegionId)>,
    /// Short names of bodies that the article declares ("Politeknik X (Polikant)"), folded.
    pub(crate) declared_bodies: Vec<(String, super::BodySort)>,
    /// First token behind words that were read and are no mention: "calon wakil bupati".
    pub(crate) passed: usize,
    /// Words of the names of persons told so far, as written.
    pub(crate) names: Vec<&'a str>,
    /// Names of one word that an office told so far, as written.
    pub(crate) holders: Vec<&'a str>,
    /// The article names a foreign place, so an unknown city may be one.
    pub(crate) abroad: bool,
    /// Names that the article tells as villages, as written.
    pub(crate) villages: Vec<&'a str>,
    /// Cities abroad of no table, as written.
    pub(crate) cities: Vec<&'a str>,
    /// End of the sentence that is being read.
    pub(crate) limit: usize,
    /// The sentence stands in capitals or is a headline, so capitals tell nothing.
    pub(crate) shouting: bool,
}

impl<'a> Reader<'a> {
    /// All mentions of the article, in order, without overlap.
    pub(crate) fn read(&mut self) -> Vec<Mention> {
        self.strong = self.strong_regions();
        self.abroad = self.hits.any().holds(self.classes.foreign)
            && self.hits.of_class(self.classes.foreign, 0, self.tokens.len()).any(|h| !h.entry.weak && self.capital(h.first as usize));
        if self.abroad {
            self.cities = self.cities_abroad();
        }
        // Looked for, as the strong regions are, over the whole article and before its sentences.
        self.villages = self.villages_told();
        self.declared_bodies = self.campuses();
        let mut mentions = Vec::with_capacity(self.tokens.len() / 6);
        for sentence in self.sentences {
            self.limit = sentence.last;
            self.shouting = sentence.zone == Zone::Headline || self.in_capitals(sentence);
            let mut at = sentence.first;
            while at < sentence.last {
                if !self.may_begin(at) {
                    at = at.saturating_add(1);
                    continue;
                }
                if let Some(behind) = self.namesake(at) {
                    at = behind;
                    continue;
                }
                match self.mention(at) {
                    Some(mention) if mention.last > at => {
                        at = mention.last;
                        self.remember(&mention);
                        mentions.push(mention);
                    }
                    _ => at = at.saturating_add(1).max(self.passed),
                }
            }
        }
        self.local_governments(&mut mentions);
        self.bodies_before_names(&mut mentions);
        self.names_behind_bodies(&mut mentions);
        self.names_behind_places(&mut mentions);
        self.join_apart(&mut mentions);
        self.names_before_offices(&mut mentions);
        self.towns_before_names(&mut mentions);
        self.envoys(&mut mentions);
        self.names_of_stand_ins(&mut mentions);
        self.first_of_two_offices(&mut mentions);
        self.holders_in_order(&mut mentions);
        self.second_offices(&mut mentions);
        self.own_offices(&mut mentions);
        self.share_offices(&mut mentions);
        self.share_back(&mut mentions);
        self.additions(&mut mentions);
        mentions
    }

    /// A capital, figures, or a phrase of a telling class: most words of an article begin nothing.
    fn may_begin(&self, at: usize) -> bool {
        let starts = &self.classes.starts;
        let shaped = self.tokens.get(at).is_some_and(|t| t.is(Shape::CAPITAL) || t.is(Shape::DIGIT));
        shaped || self.hits.classes(at).meets(starts.any.or(starts.namesake))
    }

    /// Remembers the words of a name that no table knows, so that one of them alone is known again.
    fn remember(&mut self, mention: &Mention) {
        let What::Official(words) = &mention.what else { return };
        let Some(name) = words.name.as_ref() else { return };
        let single = name.last == name.first.saturating_add(1);
        if single && words.office.is_some() && self.holders.len() < MOST_NAMES {
            self.holders.push(self.words_of(name.first, name.last));
        }
        let words = if single { 0..0 } else { name.first..name.last };
        for at in words.chain(name.nickname) {
            if self.names.len() < MOST_NAMES && self.is(at, Shape::LETTER) && !self.marks(at).has(Mark::COMMON) {
                self.names.push(self.words_of(at, at.saturating_add(1)));
            }
        }
    }

    fn mention(&mut self, at: usize) -> Option<Mention> {
        let token = self.token(at)?;
        if !token.is_word() {
            return None;
        }
        let (classes, starts) = (self.hits.classes(at), self.classes.starts);
        let (capital, digit) = (token.is(Shape::CAPITAL), token.is(Shape::DIGIT));
        // A word that no table knows begins nothing but a name.
        if !capital && !digit && !classes.meets(starts.any) {
            return None;
        }
        let declared = capital && !self.declared.is_empty() && self.declared_name(at).is_some();
        if let Some(found) = if declared { self.region_mention(at) } else { None } {
            return Some(found);
        }
        if digit || classes.meets(starts.date) {
            if let Some(found) = self.date(at) {
                return Some(found);
            }
        }
        if classes.meets(starts.level) {
            if let Some(found) = self.district(at) {
                return Some(found);
            }
        }
        let named = if capital { self.hit(at, self.classes.region) } else { None };
        if let Some(found) =
            if named.is_some_and(|h| h.entry.weak && self.in_row(at, h.last as usize)) { self.region_mention(at) } else { None }
        {
            return Some(found);
        }
        let region = named.is_some_and(|h| !h.entry.weak);
        if classes.meets(starts.place) && !region {
            if let Some(found) = self.place(at) {
                return Some(self.partner_house(found));
            }
        }
        if let Some(found) = if capital { self.tailed_place(at) } else { None } {
            return Some(found);
        }
        if classes.meets(starts.role) {
            if let Some(found) = self.paraphrase(at) {
                return Some(found);
            }
        }
        if self.city_abroad(at).is_some() {
            if let Some((body, last)) = self.body(at) {
                return Some(Mention { first: at, last, what: What::Body(body) });
            }
        }
        if let Some(found) = if capital {
            self.sight(at).or_else(|| self.tailed_body(at)).or_else(|| self.untold_firm(at)).or_else(|| self.untold_acronym(at))
        } else {
            None
        } {
            return Some(found);
        }
        if capital || classes.meets(starts.office.or(starts.honorific)) {
            if let Some(found) = self.official(at) {
                return Some(found);
            }
        }
        // "Kaltim Prima Coal": a region only begins the name.
        let begins = named.is_some_and(|r| self.hit(at, self.classes.body).is_some_and(|b| b.last > r.last));
        if classes.meets(starts.region) && !begins {
            if let Some(found) = self.region_mention(at) {
                return Some(found);
            }
        }
        if classes.meets(starts.body) || capital && token.word != WordId::UNKNOWN || !self.declared_bodies.is_empty() {
            if let Some((body, last)) = self.body(at) {
                return Some(Mention { first: at, last, what: What::Body(body) });
            }
        }
        if digit || classes.meets(starts.number) { self.number(at) } else { None }
    }

    fn region_mention(&mut self, at: usize) -> Option<Mention> {
        self.region(at).map(|(region, last)| Mention { first: at, last, what: What::Region(region) })
    }

    pub(super) fn in_capitals(&self, sentence: &Sentence) -> bool {
        let words = self.tokens.get(sentence.first..sentence.last).unwrap_or(&[]);
        let (mut letters, mut capitals) = (0_usize, 0_usize);
        for token in words {
            letters = letters.wrapping_add(usize::from(token.is(Shape::LETTER)));
            capitals = capitals.wrapping_add(usize::from(token.is(Shape::ALL_CAPS)));
        }
        letters > 3 && capitals.saturating_mul(4) > letters.saturating_mul(3)
    }

    /// The token at `at`, inside the sentence.
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        if at < self.limit { self.tokens.get(at) } else { None }
    }

    pub(crate) fn sign(&self, at: usize) -> u8 {
        self.token(at).map_or(0, |t| t.sign)
    }

    pub(crate) fn word(&self, at: usize) -> WordId {
        self.token(at).map_or(WordId::UNKNOWN, |t| t.word)
    }

    pub(crate) fn is(&self, at: usize, shape: Shape) -> bool {
        self.token(at).is_some_and(|t| t.is(shape))
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.is(at, Shape::CAPITAL)
    }

    /// The marks of a token anywhere in the article.
    pub(crate) fn marks_of(&self, at: usize) -> Mark {
        self.tokens.get(at).map_or(Mark::default(), |t| t.marks)
    }

    pub(crate) fn marks(&self, at: usize) -> Mark {
        self.token(at).map_or(Mark::default(), |t| t.marks)
    }

    /// A word of persons' names, an ordinary word too or not.
    pub(super) fn may_name(&self, at: usize) -> bool {
        self.marks(at).has(Mark::NAME) || self.marks(at).has(Mark::WEAK_NAME)
    }

    /// A word of persons' names that is no abbreviation in capitals: behind brackets a person, and no company.
    pub(super) fn names_person(&self, at: usize) -> bool {
        self.may_name(at) && !self.is(at, Shape::ALL_CAPS)
    }

    /// Number of the sentence that a token lies in, or of the next one.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.places.get(token).map_or(self.sentences.len(), |number| *number as usize)
    }

    /// The zone that a token lies in.
    pub(crate) fn zone_of(&self, token: usize) -> Zone {
        self.sentences.get(self.sentence_of(token)).map_or(Zone::Body, |s| s.zone)
    }

    /// The words of tokens `first..last` as they stand.
    pub(crate) fn words_of(&self, first: usize, last: usize) -> &'a str {
        let span = self.span(first, last);
        self.source.get(span.start..span.end).unwrap_or("")
    }

    /// Byte span of tokens `first..last`.
    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        let start = self.tokens.get(first).map_or(0, |t| t.start as usize);
        let end = last.checked_sub(1).and_then(|l| self.tokens.get(l)).map_or(start, |t| t.end as usize);
        Span { start, end }
    }

    /// Hits that begin at `at` and end inside the sentence, longest first. Words that only help to read days and numbers are
    /// left out: they say nothing of what else a word may be ("Lalu" in a name); [`Reader::aids_at`] has them.
    pub(crate) fn hits_at(&self, at: usize) -> impl Iterator<Item = &'a Hit> + use<'a> {
        let (limit, aids) = (self.limit, self.classes.starts.aids);
        self.hits.at(at).iter().filter(move |h| h.last as usize <= limit && !aids.holds(h.entry.class))
    }

    /// Hits of `datepart`, `dayname` and `label` that begin at `at`.
    pub(super) fn aids_at(&self, at: usize) -> impl Iterator<Item = &'a Hit> + use<'a> {
        let (limit, aids) = (self.limit, self.classes.starts.aids);
        self.hits.at(at).iter().filter(move |h| h.last as usize <= limit && aids.holds(h.entry.class))
    }

    /// The longest hit of a class at `at`.
    pub(crate) fn hit(&self, at: usize, class: ClassId) -> Option<&'a Hit> {
        if !self.hits.classes(at).meets(ClassSet::of(class)) {
            return None;
        }
        self.hits.at(at).iter().find(|h| h.entry.class == class && h.last as usize <= self.limit && !self.classes.starts.aids.holds(class))
    }

    /// Value and end of the longest hit of a class at `at`.
    pub(crate) fn value(&self, at: usize, class: ClassId) -> Option<(&'a str, usize)> {
        self.hit(at, class).map(|h| (self.lexicon.value_name(h.entry.value), h.last as usize))
    }

    /// The token at `at` is one of these folded words, which are of ASCII, whatever its case.
    #[inline]
    pub(crate) fn reads(&self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        // Most words are told apart by their length, which needs no call.
        let length = token.end.saturating_sub(token.start) as usize;
        (token.is(Shape::WIDE) || words.iter().any(|w| w.len() == length)) && self.reads_letters(at, words)
    }

    #[inline(never)]
    fn reads_letters(&self, at: usize, words: &[&str]) -> bool {
        let Some(token) = self.tokens.get(at).filter(|t| t.is_word()) else { return false };
        if token.is(Shape::WIDE) {
            return words.contains(&self.folded(at, at.saturating_add(1)).as_str());
        }
        let Some(word) = self.source.as_bytes().get(token.start as usize..token.end as usize) else { return false };
        // Most words of its length begin otherwise.
        let first = word.first().map(u8::to_ascii_lowercase);
        words.iter().map(|w| w.as_bytes()).any(|w| w.len() == word.len() && w.first().copied() == first && w.eq_ignore_ascii_case(word))
    }

    /// The folded words of tokens `first..last`, joined by nothing but the article's own blanks.
    pub(crate) fn folded(&self, first: usize, last: usize) -> String {
        let mut out = String::with_capacity(self.words_of(first, last).len());
        for at in first..last {
            if at > first {
                out.push(' ');
            }
            crate::text::fold(self.words_of(at, at.saturating_add(1)), &mut out);
        }
        out
    }

    /// Behind the number of an item of a list: "1. ", "2) ", "(3) ".
    pub(crate) fn behind_item_number(&self, at: usize) -> Option<usize> {
        let opened = usize::from(self.sign(at) == b'(');
        let number = at.saturating_add(opened);
        let close = self.sign(number.saturating_add(1));
        let counts = self.token(number).is_some_and(|t| t.is_number() && t.letters <= 2) && (close == b')' || close == b'.' && opened == 0);
        let behind = number.saturating_add(2);
        (counts && self.capital(behind)).then_some(behind)
    }

    /// Skips a bracket of at most `most` tokens that opens at `at`; the position behind it.
    pub(crate) fn bracket(&self, at: usize, most: usize) -> Option<usize> {
        if self.sign(at) != b'(' {
            return None;
        }
        let close = (at..at.saturating_add(most).saturating_add(2)).find(|i| self.sign(*i) == b')')?;
        Some(close.saturating_add(1))
    }
}
