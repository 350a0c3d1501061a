//! What must hold of every reading: spans that index the text, a proof for every value, tokens and sentences that cover it.
//!
//! Used by the properties, by the replay of `tests/regressions` and by the fuzz targets.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use kunker::{
    Agreement, Builder, ConflictKind, Document, Error, Evidence, Explanation, Extractor, Mention, Official, Party, Proof, Slot, Span, Visit,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

pub static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);
/// The built-in tables, read once: most additions of others are refused before anything is built.
static BUILDER: LazyLock<Builder> = LazyLock::new(Extractor::builder);
static VALUES: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| EXTRACTOR.lexicon_values());

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
}

/// Fails unless the span indexes `text` and `told` are the words there.
fn span_holds(text: &str, span: Span, told: &str, what: &str) {
    assert_eq!(text.get(span.range()), Some(told), "{what} at {span:?} of {text:?}");
}

/// One value of an event: its slot, its place there, and the words that its proofs must hold (none for a derived value).
type Value<'a> = (Slot, usize, Vec<&'a str>);

fn parties(slot: Slot, parties: &[Party]) -> impl Iterator<Item = Value<'_>> {
    parties.iter().enumerate().map(move |(i, p)| (slot, i, p.org.as_deref().into_iter().collect()))
}

fn officials<'a>(slot: Slot, officials: impl IntoIterator<Item = &'a Official>) -> impl Iterator<Item = Value<'a>> {
    officials.into_iter().enumerate().map(move |(i, o)| (slot, i, o.name.as_deref().into_iter().collect()))
}

fn visit_values(visit: &Visit) -> Vec<Value<'_>> {
    let mut values = vec![(Slot::Kind, 0, vec![]), (Slot::Status, 0, vec![])];
    values.extend(parties(Slot::Visitors, &visit.visitors));
    values.extend(parties(Slot::Hosts, &visit.hosts));
    values.extend(officials(Slot::Leader, &visit.leader));
    values.extend(officials(Slot::ReceivedBy, &visit.received_by));
    values.extend(officials(Slot::AccompaniedBy, &visit.accompanied_by));
    values.extend(visit.date.iter().map(|_| (Slot::Date, 0, vec![])));
    values.extend(visit.delegation_size.iter().map(|_| (Slot::DelegationSize, 0, vec![])));
    values.extend(visit.venue.iter().map(|v| (Slot::Venue, 0, vec![v.text.as_str()])));
    values.extend(visit.sites.iter().enumerate().map(|(i, s)| (Slot::Sites, i, vec![s.text.as_str()])));
    values.extend((0..visit.affairs.len()).map(|i| (Slot::Affairs, i, vec![])));
    values
}

fn agreement_values(agreement: &Agreement) -> Vec<Value<'_>> {
    let mut values = vec![(Slot::Kind, 0, vec![]), (Slot::Status, 0, vec![])];
    values.extend(parties(Slot::Parties, &agreement.parties));
    values.extend(officials(Slot::Signatories, &agreement.signatories));
    values.extend(agreement.date.iter().map(|_| (Slot::Date, 0, vec![])));
    values.extend(agreement.venue.iter().map(|v| (Slot::Venue, 0, vec![v.text.as_str()])));
    values.extend(agreement.duration.iter().map(|d| (Slot::Duration, 0, vec![d.text.as_str()])));
    values.extend((0..agreement.affairs.len()).map(|i| (Slot::Affairs, i, vec![])));
    values
}

fn proofs_hold(text: &str, evidence: &Evidence, values: &[Value<'_>], confidence: f64) {
    assert!((0.0..=1.0).contains(&confidence), "confidence {confidence} of {text:?}");
    for (slot, item, told) in values {
        let proofs: Vec<&Proof> = evidence.of(*slot).filter(|p| p.item == *item).collect();
        assert!(!proofs.is_empty(), "no proof for {slot}[{item}] {told:?} of {text:?}");
        let proved: BTreeSet<String> = proofs.iter().flat_map(|p| words(p.span.of(text))).collect();
        for value in told {
            assert!(words(value).is_subset(&proved), "{slot}[{item}] {value:?} is not in {proved:?} of {text:?}");
        }
    }
    for proof in &evidence.proofs {
        span_holds(text, proof.span, &proof.text, "proof");
        let known = values.iter().any(|(slot, item, _)| *slot == proof.slot && *item == proof.item);
        assert!(known, "{proof:?} proves no value of {text:?}");
        assert!(!proof.rule.is_empty() && !proof.text.is_empty(), "{proof:?} says nothing");
    }
}

pub fn document_holds(text: &str, document: &Document) {
    for visit in &document.visits {
        proofs_hold(text, &visit.evidence, &visit_values(visit), visit.confidence);
        assert!(!visit.to_string().is_empty());
    }
    for agreement in &document.agreements {
        proofs_hold(text, &agreement.evidence, &agreement_values(agreement), agreement.confidence);
        assert!(!agreement.to_string().is_empty());
    }
    for conflict in &document.conflicts {
        let told = if conflict.kind == ConflictKind::Length { conflict.span.of(text) } else { &conflict.text };
        span_holds(text, conflict.span, told, "conflict");
    }
    json_holds(document, text);
}

/// What is written as JSON is read back as it was.
fn json_holds<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T, text: &str) {
    let json = serde_json::to_string(value).expect("it is JSON");
    let back: T = serde_json::from_str(&json).unwrap_or_else(|e| panic!("{e} in {json} of {text:?}"));
    assert_eq!(&back, value, "JSON changes what was read of {text:?}");
}

/// Spans that ascend, do not overlap, are not empty and index the text.
fn ascend(text: &str, spans: impl IntoIterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start && !span.of(text).is_empty(), "{what} {span:?} behind {end} of {text:?}");
        end = span.end;
    }
}

/// Tokens ascend and cover all but white space, and each lies in just one sentence.
fn tokens_hold(text: &str, explanation: &Explanation) {
    let Explanation { tokens, sentences, .. } = explanation;
    ascend(text, tokens.iter().copied(), "token");
    ascend(text, sentences.iter().map(|s| s.span), "sentence");
    let ends = tokens.iter().map(|t| t.start).chain([text.len()]);
    let mut end = 0;
    for (start, next) in ends.zip(tokens.iter().map(|t| t.end).chain([text.len()])) {
        let gap = &text[end..start];
        assert!(gap.chars().all(char::is_whitespace), "no token covers {gap:?} of {text:?}");
        end = next;
    }
    let mut rest = tokens.iter().peekable();
    for sentence in sentences {
        let first = rest.peek().map(|t| t.start);
        assert_eq!(first, Some(sentence.span.start), "a sentence begins at no token of {text:?}");
        let mut end = 0;
        while let Some(token) = rest.next_if(|t| t.start < sentence.span.end) {
            end = token.end;
        }
        assert_eq!(end, sentence.span.end, "a sentence ends inside a token of {text:?}");
    }
    assert_eq!(rest.next(), None, "a token lies in no sentence of {text:?}");
}

fn mention_holds(text: &str, mention: &Mention) {
    span_holds(text, mention.span, &mention.text, "mention");
    assert!((0.0..=1.0).contains(&mention.confidence), "{mention:?} of {text:?}");
}

/// All that holds of every text.
pub fn text_holds(text: &str) {
    let explanation = EXTRACTOR.explain(text);
    tokens_hold(text, &explanation);
    for phrase in &explanation.phrases {
        assert!(!phrase.span.of(text).is_empty(), "{phrase:?} of {text:?}");
        assert!(VALUES.get(phrase.class.as_str()).is_some_and(|values| values.contains(phrase.value.as_str())), "{phrase:?} of {text:?}");
    }
    for firing in &explanation.firings {
        assert!(text.get(firing.span.range()).is_some(), "{firing:?} of {text:?}");
        assert!(firing.fills.iter().all(|f| text.get(f.span.range()).is_some()), "{firing:?} of {text:?}");
    }
    assert_eq!(explanation.document, EXTRACTOR.extract(text), "explain and extract differ on {text:?}");
    assert_eq!(explanation.mentions, EXTRACTOR.mentions(text), "explain and mentions differ on {text:?}");
    document_holds(text, &explanation.document);
    explanation.mentions.iter().for_each(|m| mention_holds(text, m));
    json_holds(&explanation, text);
}

/// A text that sets off many of the built-in rules, to be read with tables and rules of one's own.
const TEXT: &str = "Bupati Kudus Fulan Wijaya beserta rombongan melakukan studi banding ke Kota Batu, Rabu (15/5/2024). \
    Rombongan diterima Wakil Wali Kota Batu Anu Suryadi di Balai Kota. Pemkab Kudus dan Pemkot Batu menandatangani nota kesepahaman.";

/// An extractor with additions reads as any does; a fault is told by its place.
fn built_holds(built: Result<Extractor, Error>, source: &str) {
    match built {
        Ok(extractor) => {
            for text in [TEXT, source] {
                document_holds(text, &extractor.extract(text));
                extractor.mentions(text).iter().for_each(|m| mention_holds(text, m));
            }
        }
        Err(error) => {
            let (lines, told) = (source.lines().count().max(1), error.to_string());
            assert!((1..=lines).contains(&error.line()) && error.column() > 0, "{told}");
            assert!(told.contains("found ") && told.contains(", expected "), "{told}");
        }
    }
}

/// A rule file is read, or its fault is told.
pub fn rules_hold(source: &str) {
    built_holds(BUILDER.clone().rules("own.rules", source).and_then(Builder::build), source);
}

/// The lines of a table are read, or their fault is told.
pub fn table_holds(name: &str, lines: &str) {
    built_holds(BUILDER.clone().lexicon(name, lines).and_then(Builder::build), lines);
}

/// JSON is a document or is not; a document is written and shown like any other.
pub fn json_is_read(json: &str) {
    let Ok(document) = serde_json::from_str::<Document>(json) else { return };
    json_holds(&document, json);
    document.visits.iter().for_each(|v| assert!(!v.to_string().is_empty()));
    document.agreements.iter().for_each(|a| assert!(!a.to_string().is_empty()));
    for conflict in &document.conflicts {
        let _ = conflict.span.of(json);
    }
}
