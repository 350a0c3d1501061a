//! The front door: [`Extractor`], its [`Builder`] and the [`Context`] of an article.

mod builder;

pub use builder::Builder;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use once_cell::sync::Lazy;

use crate::event;
use crate::lexicon::{ClassSet, Hits, Lexicon};
use crate::mention::{self, Calendar, Classes, People, Reader, Resolved, Speech};
use crate::rule::{self, Attempts, Frame, Line, Rule, Schema, Triggers, Value};
use crate::text::{Sentence, Token, ZoneMark, collapse, paragraphs, sentences};
use crate::{Attempt, Conflict, ConflictKind, Date, Document, Error, Explanation, Span};

/// Reads articles. Built once (some milliseconds), cheap to clone, `Send + Sync`; reading never fails and never panics.
///
/// An event's `confidence` rises with what was told of its roles and falls where they were inferred: see
/// [`Visit::confidence`](crate::Visit::confidence) and [`Agreement::confidence`](crate::Agreement::confidence).
///
/// ```
/// let document = kunker::Extractor::new().extract("Harga beras di Kudus naik.");
/// assert!(document.visits.is_empty() && document.agreements.is_empty());
/// ```
#[derive(Clone, Debug)]
pub struct Extractor {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    lexicon: Lexicon,
    classes: Classes,
    schema: Schema,
    rules: Vec<Rule>,
    triggers: Triggers,
    events: event::Words,
    /// Most bytes of a text that are read.
    most: usize,
}

/// Longest text that the offsets of tokens can tell.
const LONGEST: usize = u32::MAX as usize;

/// What the caller knows of an article besides its text.
#[derive(Clone, Debug, Default)]
pub struct Context {
    published: Option<Date>,
}

impl Context {
    /// Nothing known.
    #[must_use]
    pub fn new() -> Context {
        Context::default()
    }

    /// The day of publication, by which "Rabu (7/11)" and "kemarin" are resolved.
    #[must_use]
    pub fn published(mut self, day: Date) -> Context {
        self.published = Some(day);
        self
    }
}

/// The built-in extractor; the tests prove that its tables and rules are sound.
static BUILTIN: Lazy<Extractor> = Lazy::new(|| match Builder::builtin().and_then(Builder::build) {
    Ok(extractor) => extractor,
    Err(fault) => Extractor::empty(&fault),
});

impl Default for Extractor {
    fn default() -> Self {
        Extractor::new()
    }
}

/// Tokens, phrases and sentences of an article.
struct Analysis {
    tokens: Vec<Token>,
    hits: Hits,
    sentences: Vec<Sentence>,
    /// The number of the sentence of each token.
    sentence_of: Vec<u32>,
    /// The classes of the phrases of each sentence.
    told: Vec<ClassSet>,
}

impl Extractor {
    /// The extractor with the built-in tables and rules; built at the first call, shared afterwards.
    #[must_use]
    pub fn new() -> Extractor {
        BUILTIN.clone()
    }

    /// A builder that holds the built-in tables and rules.
    ///
    /// # Errors
    /// Each method of the builder tells a faulty line by file, line and column.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::builtin().unwrap_or_else(|_| Builder::empty())
    }

    /// Only reached if a built-in table were faulty, which the tests exclude: reads every article as one without events.
    fn empty(_fault: &Error) -> Extractor {
        let mut lexicon = Lexicon::empty();
        let classes = Classes::new(&mut lexicon);
        let events = event::Words::new(&mut lexicon);
        Extractor {
            inner: Arc::new(Inner {
                lexicon,
                classes,
                schema: event::schema(),
                rules: Vec::new(),
                triggers: Triggers::default(),
                events,
                most: LONGEST,
            }),
        }
    }

    /// Reads an article of which nothing is known but its text.
    #[must_use]
    pub fn extract(&self, text: &str) -> Document {
        self.extract_with(text, &Context::new())
    }

    /// Reads an article.
    #[must_use]
    pub fn extract_with(&self, text: &str, context: &Context) -> Document {
        let part = self.part(text);
        let analysis = self.analyse(part);
        let reading = self.reading(part, &analysis, context);
        let frames = self.frames(&reading, None);
        self.events(&reading, &frames, text)
    }

    /// The mentions of a text of which nothing else is known, in order: the lower storeys alone.
    ///
    /// ```
    /// use kunker::{Extractor, MentionKind};
    ///
    /// let mentions = Extractor::new().mentions("Plt. Kadis LH Kotim, Drs. Anu Sudarsono, M.Si, hadir Selasa (5/3/2019).");
    /// let official = mentions.iter().find(|m| m.kind == MentionKind::Official).unwrap();
    /// let title = official.title.as_ref().unwrap();
    /// assert_eq!((title.canonical(), title.unit.as_deref()), ("Kepala Dinas", Some("LH")));
    /// assert_eq!(official.name.as_deref(), Some("Anu Sudarsono"));
    /// assert_eq!(official.region.as_ref().unwrap().code, "62.02");
    /// assert_eq!(mentions.last().unwrap().date.unwrap().start, kunker::Date::constant(2019, 3, 5));
    /// ```
    #[must_use]
    pub fn mentions(&self, text: &str) -> Vec<crate::Mention> {
        self.mentions_with(text, &Context::new())
    }

    /// The mentions of a text.
    #[must_use]
    pub fn mentions_with(&self, text: &str, context: &Context) -> Vec<crate::Mention> {
        let part = self.part(text);
        let analysis = self.analyse(part);
        mention::mentions(&self.reading(part, &analysis, context))
    }

    /// How a text was read: tokens, phrases, sentences, mentions, the rules that fired, the events.
    #[must_use]
    pub fn explain(&self, text: &str) -> Explanation {
        let part = self.part(text);
        let analysis = self.analyse(part);
        let reading = self.reading(part, &analysis, &Context::new());
        let frames = self.frames(&reading, None);
        let document = self.events(&reading, &frames, text);
        crate::explain::explanation(&reading, &frames, document, &self.inner.rules, &self.inner.schema)
    }

    /// How far a rule got at each of its triggers; `None` if there is no such rule.
    #[must_use]
    pub fn trace(&self, text: &str, rule: &str) -> Option<Vec<Attempt>> {
        let number = self.inner.rules.iter().position(|r| r.name == rule)?;
        let part = self.part(text);
        let analysis = self.analyse(part);
        let reading = self.reading(part, &analysis, &Context::new());
        let mut log: Vec<Attempts> = Vec::new();
        let _ = self.frames(&reading, Some((number, &mut log)));
        Some(log.iter().map(|a| crate::explain::attempt(&reading.reader, a)).collect())
    }

    /// The names of all rules.
    #[must_use]
    pub fn rule_names(&self) -> Vec<&str> {
        self.inner.rules.iter().map(|r| &*r.name).collect()
    }

    /// The values of the word tables, by class. A class is a table with the same name, but for the regions: the class
    /// `region` holds `region`, `region_alias` and `region_former`, its values and those of `seat` are codes, and
    /// `region_code` has no phrases to find.
    ///
    /// ```
    /// let extractor = kunker::Extractor::new();
    /// let values = extractor.lexicon_values();
    /// assert!(values["status"].contains("cancelled") && values["region"].contains("62.02"));
    /// ```
    #[must_use]
    pub fn lexicon_values(&self) -> BTreeMap<&str, BTreeSet<&str>> {
        self.inner.lexicon.values_by_class()
    }

    /// Runs the `text`, `gives` and `never` lines of every rule; each failure as `file:line: what`.
    #[must_use]
    pub fn check_rules(&self) -> Vec<String> {
        let mut failures = Vec::new();
        for (number, rule) in self.inner.rules.iter().enumerate() {
            for example in &rule.examples {
                let found = self.fills_of(&example.text, number);
                let place = format!("{}:{}: {}", rule.file, example.line, rule.name);
                match &found {
                    Some(fills) if example.never => failures.push(format!("{place} fired on its `never`: {fills:?}")),
                    None if !example.never => failures.push(format!("{place} did not fire on its `text`")),
                    Some(fills) => {
                        let mut expected: Vec<(&str, &str)> = example.gives().collect();
                        let mut given: Vec<(&str, &str)> = fills.iter().map(|(slot, words)| (&**slot, &**words)).collect();
                        expected.sort();
                        given.sort();
                        if expected != given {
                            failures.push(format!("{place} gave {given:?}, expected {expected:?}"));
                        }
                    }
                    None => {}
                }
            }
        }
        failures
    }

    /// Slots and words that one rule fills in a text; `None` where it does not fire.
    fn fills_of(&self, text: &str, rule: usize) -> Option<Vec<(String, String)>> {
        let mut analysis = self.analyse(text);
        // A rule's test is body text, however short.
        for sentence in &mut analysis.sentences {
            sentence.zone = crate::Zone::Body;
        }
        let reading = self.reading(text, &analysis, &Context::new());
        let frames = self.frames(&reading, None);
        let frame = frames.iter().find(|f| f.rule == rule)?;
        Some(
            frame
                .fills
                .iter()
                .map(|f| (self.inner.schema.slot_name(f.slot).to_owned(), collapse(reading.reader.words_of(f.first, f.last))))
                .collect(),
        )
    }

    /// The part of a text that is read: all of it, or the whole sentences within the limit.
    fn part<'t>(&self, text: &'t str) -> &'t str {
        let most = self.inner.most;
        if text.trim_end().len() <= most {
            return text;
        }
        let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
        let head = text.get(..end).unwrap_or("");
        let analysis = self.analyse(head);
        // What stands last may go on behind the limit.
        let last = [analysis.sentences.last().map(|s| s.first), analysis.tokens.len().checked_sub(1)];
        let token = last.into_iter().flatten().find(|first| *first > 0).and_then(|first| analysis.tokens.get(first));
        token.and_then(|t| head.get(..t.start as usize)).unwrap_or(head).trim_end()
    }

    fn analyse(&self, text: &str) -> Analysis {
        let inner = &*self.inner;
        let tokens = inner.lexicon.tokens(text);
        let hits = inner.lexicon.hits(&tokens);
        let zone = ClassSet::of(inner.classes.zone);
        let date_word = ClassSet::of(inner.classes.weekday).with(inner.classes.month);
        let is_date_word = |token: usize| hits.classes(token).meets(date_word);
        let mark = |token: usize, tail: bool| {
            if !hits.classes(token).meets(zone) {
                return None;
            }
            hits.at(token)
                .iter()
                .filter(|h| h.entry.class == inner.classes.zone)
                .filter_map(|h| ZoneMark::from_value(inner.lexicon.value_name(h.entry.value)))
                .find(|m| (*m == ZoneMark::CaptionTail) == tail)
        };
        let goes_on = |token: usize| inner.classes.goes_on(&inner.lexicon, &hits, token);
        let awaits = |token: usize| inner.classes.awaits(&inner.lexicon, &hits, token);
        let paragraphs = paragraphs(&tokens, is_date_word, goes_on, awaits, mark);
        let sentences = sentences(&tokens, &paragraphs);
        let told = sentences.iter().map(|s| hits.classes_between(s.first, s.last)).collect();
        let mut sentence_of = Vec::with_capacity(tokens.len());
        for (number, sentence) in (0..).zip(&sentences) {
            sentence_of.resize(sentence.last, number);
        }
        Analysis { tokens, hits, sentences, sentence_of, told }
    }

    /// Reads the mentions and decides what only the whole article tells of them.
    fn reading<'a>(&'a self, text: &'a str, analysis: &'a Analysis, context: &Context) -> Reading<'a> {
        let mut reader = Reader {
            source: text,
            lexicon: &self.inner.lexicon,
            classes: &self.inner.classes,
            tokens: &analysis.tokens,
            hits: &analysis.hits,
            sentences: &analysis.sentences,
            places: &analysis.sentence_of,
            told: &analysis.told,
            strong: Vec::new(),
            declared: Vec::new(),
            declared_bodies: Vec::new(),
            names: Vec::new(),
            holders: Vec::new(),
            passed: 0,
            abroad: false,
            villages: Vec::new(),
            cities: Vec::new(),
            limit: 0,
            shouting: false,
        };
        let mut mentions = reader.read();
        let resolved = mention::resolve(&reader, &mut mentions);
        let calendar = mention::calendar(&reader, &mentions, context.published);
        let people = mention::people(&reader, &mentions, &resolved);
        people.confirm(&reader, &mut mentions);
        let speech = mention::speech(&reader, &mentions, &resolved);
        Reading { reader, mentions, resolved, calendar, people, speech }
    }

    fn frames(&self, reading: &Reading<'_>, watch: Option<(usize, &mut Vec<Attempts>)>) -> Vec<Frame> {
        let line = Line::new(&reading.reader, &reading.mentions, &reading.speech);
        rule::run(&self.inner.rules, &self.inner.triggers, &line, watch)
    }

    /// The events of a reading, and whether `text` is longer than what was read.
    fn events(&self, reading: &Reading<'_>, frames: &[Frame], text: &str) -> Document {
        let mut document = event::document(&event::Input {
            reader: &reading.reader,
            mentions: &reading.mentions,
            resolved: &reading.resolved,
            calendar: &reading.calendar,
            people: &reading.people,
            frames,
            counted: &[],
            rules: &self.inner.rules,
            schema: &self.inner.schema,
            words: &self.inner.events,
            speech: &reading.speech,
            phrases: &event::Phrases::of(reading.reader.hits),
        });
        let read = reading.reader.source.len();
        let rest = text.get(read..).unwrap_or("").trim();
        if !rest.is_empty() {
            let end = text.trim_end().len();
            let span = Span { start: end.saturating_sub(rest.len()), end };
            document.conflicts.push(Conflict { kind: ConflictKind::Length, span, text: String::new() });
        }
        document
    }

    /// Asks the word tables.
    pub(crate) fn with_lexicon<T>(&self, ask: impl FnOnce(&Lexicon) -> T) -> T {
        ask(&self.inner.lexicon)
    }
}

/// An article with its mentions, before any rule.
pub(crate) struct Reading<'a> {
    pub(crate) reader: Reader<'a>,
    pub(crate) mentions: Vec<mention::Mention>,
    pub(crate) resolved: Resolved,
    pub(crate) calendar: Calendar,
    pub(crate) people: People,
    pub(crate) speech: Speech,
}

impl Value {
    /// The mention behind the value.
    pub(crate) fn mention(self) -> Option<usize> {
        match self {
            Value::Mention(number) => Some(number),
            Value::Phrase(_) => None,
        }
    }
}
