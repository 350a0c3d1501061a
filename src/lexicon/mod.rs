//! The word tables and the index that finds their phrases.
//!
//! In come the tables of `lexicons/`, out comes a [`Lexicon`]: a [`Vocabulary`] of words and a trie over word numbers.
//! Text is looked up word by word, so a phrase is always whole words, and blanks, capitals and quotes cost nothing.
//! The plan drew one Aho-Corasick automaton over folded characters; the trie over words replaced it, because most words
//! of an article begin no phrase and are passed with one array look-up, because overlapping phrases of different classes
//! ("wali kota" and "Kota Batu") are all seen, and because it builds in a few milliseconds.

mod builtin;
mod check;
mod district;
mod hits;
mod load;
mod region;
mod rows;
mod table;
mod trie;

pub(crate) use builtin::TABLES;
pub(crate) use hits::{ClassSet, Hit, Hits};
pub(crate) use region::{Former, Gazetteer, RegionId, short_name};
pub(crate) use table::numbered;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use smallvec::SmallVec;

use crate::Error;
use crate::text::{Folded, FxMap, Mark, Slot, Token, Tokenizer, Vocabulary, WordId, plain_word};
use trie::{Draft, Trie};

/// A class of phrases: the name of its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ClassId(pub(crate) u16);

/// A value of a table line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ValueId(pub(crate) u32);

/// What a phrase means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Entry {
    pub(crate) class: ClassId,
    pub(crate) value: ValueId,
    pub(crate) weak: bool,
}

/// The words of a phrase; most have few.
pub(crate) type Words = SmallVec<[WordId; 8]>;

/// Longest phrase, in tokens.
const LONGEST: usize = 24;
/// Values of the built-in tables, so that their collections need not grow.
const VALUES: usize = 6_500;
/// Words that are looked up at once.
const BATCH: usize = 32;

/// All phrases of all tables.
#[derive(Clone, Debug)]
pub(crate) struct Lexicon {
    /// The known words.
    pub(crate) vocabulary: Vocabulary,
    /// The regions behind the values of the class `region`.
    pub(crate) gazetteer: Gazetteer,
    classes: Vec<String>,
    /// The mark that each class gives its words.
    class_marks: Vec<Option<Mark>>,
    values: Vec<Arc<str>>,
    value_ids: FxMap<Arc<str>, ValueId>,
    /// Values that the phrases of each class have.
    pairs: FxMap<(ClassId, ValueId), ()>,
    /// The classes that rules ask for.
    asked: ClassSet,
    /// The phrases while tables are added.
    draft: Draft,
    /// The phrases to be looked up, once no table is added any more.
    trie: Trie,
}

impl Lexicon {
    /// The built-in tables.
    pub(crate) fn builtin() -> Result<Lexicon, Error> {
        let mut lexicon = Lexicon { gazetteer: Gazetteer::new(), ..Lexicon::empty() };
        for (name, source) in TABLES {
            lexicon.add(name, &format!("lexicons/{name}.tsv"), source)?;
        }
        // The words of places are known, though the places are looked up elsewhere: nobody is called by them alone.
        for name in district::builtin_names() {
            let _ = lexicon.words(name);
        }
        Ok(lexicon)
    }

    /// No table at all.
    pub(crate) fn empty() -> Lexicon {
        Lexicon {
            vocabulary: Vocabulary::new(),
            gazetteer: Gazetteer::empty(),
            classes: Vec::new(),
            class_marks: Vec::new(),
            values: Vec::with_capacity(VALUES),
            value_ids: FxMap::with_capacity_and_hasher(VALUES, Default::default()),
            pairs: FxMap::with_capacity_and_hasher(VALUES, Default::default()),
            asked: ClassSet::default(),
            draft: Draft::new(),
            trie: Trie::default(),
        }
    }

    /// Makes the phrases ready to be looked up; no table is added behind this.
    pub(crate) fn settle(&mut self) {
        let marks = self.class("common").map(ClassSet::of).filter(|common| !self.asked.meets(*common)).unwrap_or_default();
        self.trie = std::mem::take(&mut self.draft).settle(self.vocabulary.len(), marks);
    }

    /// Marks a word that sets off a rule by itself.
    pub(crate) fn set_trigger(&mut self, word: WordId) {
        self.vocabulary.mark(word, Mark::TRIGGER);
    }

    /// The word numbers of a phrase, given to new words too.
    pub(crate) fn words(&mut self, phrase: &str) -> Words {
        let mut words = Words::new();
        let mut rest = phrase;
        // Most words need no tokens.
        while let Some((word, length)) = plain_word(rest.as_bytes()) {
            words.push(self.vocabulary.intern(word.into()));
            rest = rest.get(length.saturating_add(1)..).unwrap_or("");
        }
        if rest.is_empty() {
            return words;
        }
        let mut tokenizer = Tokenizer::new(rest);
        while let Some((_, short)) = tokenizer.next() {
            words.push(self.vocabulary.intern(short.map_or_else(|| tokenizer.long(), Folded::from)));
        }
        words
    }

    /// A folded word is a phrase of a class by itself.
    pub(crate) fn is_word_of(&self, word: &str, class: ClassId) -> bool {
        self.trie.entries_of(self.vocabulary.get(Folded::new(word.as_bytes()))).iter().any(|e| e.class == class)
    }

    /// The class of a name.
    pub(crate) fn class(&self, name: &str) -> Option<ClassId> {
        self.classes.iter().position(|c| c == name).and_then(|i| u16::try_from(i).ok()).map(ClassId)
    }

    /// The class of a name, for whose phrases a rule asks.
    pub(crate) fn ask(&mut self, name: &str) -> Option<ClassId> {
        let class = self.class(name)?;
        self.asked = self.asked.with(class);
        Some(class)
    }

    /// The names of all classes.
    pub(crate) fn class_names(&self) -> impl Iterator<Item = &str> {
        self.classes.iter().map(String::as_str)
    }

    fn class_or_new(&mut self, name: &str) -> ClassId {
        self.class(name).unwrap_or_else(|| {
            self.classes.push(name.to_owned());
            self.class_marks.push(load::mark_of(name));
            ClassId(u16::try_from(self.classes.len().saturating_sub(1)).unwrap_or(u16::MAX))
        })
    }

    /// The value of a name.
    pub(crate) fn value(&self, name: &str) -> Option<ValueId> {
        self.value_ids.get(name).copied()
    }

    fn value_or_new(&mut self, name: &str) -> ValueId {
        if let Some(id) = self.value_ids.get(name) {
            return *id;
        }
        let id = ValueId(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
        let name: Arc<str> = name.into();
        self.values.push(Arc::clone(&name));
        self.value_ids.insert(name, id);
        id
    }

    /// The value of a phrase of one word.
    pub(crate) fn value_of_word(&self, class: ClassId, word: &str) -> Option<&str> {
        let mut folded = String::new();
        crate::text::fold(word, &mut folded);
        let entries = self.trie.entries_of(self.vocabulary.get(Folded::new(folded.as_bytes())));
        entries.iter().find(|e| e.class == class).map(|e| self.value_name(e.value))
    }

    /// The name of a value.
    pub(crate) fn value_name(&self, value: ValueId) -> &str {
        self.values.get(value.0 as usize).map_or("", |v| v)
    }

    /// The class of an entry and its value as the table writes it: of a region the code.
    pub(crate) fn names_of(&self, entry: Entry) -> (&str, &str) {
        let class = self.classes.get(entry.class.0 as usize).map_or("", String::as_str);
        let value = match class {
            "region" | "seat" => self.gazetteer.by_value(entry.value).map_or("", |r| self.gazetteer.code(r)),
            _ => self.value_name(entry.value),
        };
        (class, value)
    }

    /// Every value that a phrase stands for, by class.
    pub(crate) fn values_by_class(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        let mut values: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for (class, value) in self.trie.entries().iter().map(|entry| self.names_of(*entry)) {
            values.entry(class).or_default().insert(value);
        }
        values
    }

    /// True if `class` has a phrase of `value`.
    pub(crate) fn class_has(&self, class: ClassId, value: ValueId) -> bool {
        self.pairs.contains_key(&(class, value))
    }

    /// Every region that a whole phrase names, with or without its word for the level; kecamatan only where no larger region
    /// has the name.
    pub(crate) fn regions_named(&self, phrase: &str) -> Vec<RegionId> {
        let tokens = self.tokens(phrase);
        let hits = self.hits(&tokens);
        let of = |class: &str, from: usize| {
            let class = self.class(class);
            hits.at(from).iter().filter(move |h| Some(h.entry.class) == class)
        };
        let whole = |from: usize| -> Vec<RegionId> {
            let whole = of("region", from).filter(|h| h.last as usize == tokens.len());
            whole.filter_map(|h| self.gazetteer.by_value(h.entry.value)).collect()
        };
        let districts = |from: usize| {
            let name = tokens.get(from).and_then(|t| phrase.get(t.start as usize..)).unwrap_or("");
            self.gazetteer.districts_named(name).to_vec()
        };
        let found = whole(0);
        if !found.is_empty() {
            return found;
        }
        let Some(head) = of("level", 0).next().filter(|h| (h.last as usize) < tokens.len()) else { return districts(0) };
        let level = self.value_name(head.entry.value).parse().ok();
        let stop = tokens.get(head.last as usize).is_some_and(|t| t.sign == b'.');
        let name = (head.last as usize).saturating_add(usize::from(stop));
        let mut found = whole(name);
        found.extend(districts(name));
        found.retain(|r| Some(self.gazetteer.level(*r)) == level);
        found
    }

    /// The tokens of a text. Their words are looked up some dozens at once: the look-ups wait for memory, and side by side
    /// they wait together.
    pub(crate) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5);
        let mut tokenizer = Tokenizer::new(text);
        let (mut words, mut glances) = ([None; BATCH], [Slot::default(); BATCH]);
        loop {
            let from = tokens.len();
            for word in &mut words {
                let Some((mut token, short)) = tokenizer.next() else { break };
                if short.is_none() {
                    (token.word, token.marks) = self.vocabulary.known(tokenizer.long());
                }
                *word = short;
                tokens.push(token);
            }
            let batch = tokens.get_mut(from..).unwrap_or_default();
            if batch.is_empty() {
                return tokens;
            }
            for (glance, word) in glances.iter_mut().zip(&words).take(batch.len()) {
                *glance = self.vocabulary.glance(word.unwrap_or_default());
            }
            for ((token, word), glance) in batch.iter_mut().zip(&words).zip(&glances) {
                if let Some(word) = word {
                    (token.word, token.marks) = self.vocabulary.known_at(*glance, *word);
                }
            }
        }
    }

    /// The phrases in `tokens`, but of single words of `common` their class alone: they are every third phrase of an article,
    /// and nearly all that is asked of them a mark tells. [`Lexicon::meanings`] has their values.
    pub(crate) fn hits(&self, tokens: &[Token]) -> Hits {
        self.trie.hits(tokens, false)
    }

    /// Every phrase in `tokens`.
    pub(crate) fn every_hit(&self, tokens: &[Token]) -> Hits {
        self.trie.hits(tokens, true)
    }

    /// The values of a class that a word has by itself.
    pub(crate) fn meanings(&self, word: WordId, class: ClassId) -> impl Iterator<Item = &str> {
        self.trie.entries_of(word).iter().filter(move |e| e.class == class).map(|e| self.value_name(e.value))
    }
}
