//! What holds for every text: no panic, spans that index the text, a proof for every value, the same answer every time.
#![cfg(feature = "serde")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use kunker::{Agreement, Document, Evidence, Extractor, Official, Party, Proof, Slot, Span, Visit};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);
static VALUES: LazyLock<BTreeMap<&str, BTreeSet<&str>>> = LazyLock::new(|| EXTRACTOR.lexicon_values());

/// Every article of the test corpus and of the examples.
static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    for folder in ["tests/corpus", "tests/fresh", "tests/guard", "examples/articles"] {
        let entries = fs::read_dir(root.join(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
        paths.extend(entries.map(|e| e.expect("a folder entry").path()).filter(|p| p.extension().is_some_and(|e| e == "txt")));
    }
    paths.sort();
    let articles: Vec<String> = paths.iter().map(|p| fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display()))).collect();
    assert!(!articles.is_empty(), "no article to read");
    articles
});

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

fn document_holds(text: &str, document: &Document) {
    for visit in &document.visits {
        proofs_hold(text, &visit.evidence, &visit_values(visit), visit.confidence);
        assert!(!visit.to_string().is_empty());
    }
    for agreement in &document.agreements {
        proofs_hold(text, &agreement.evidence, &agreement_values(agreement), agreement.confidence);
        assert!(!agreement.to_string().is_empty());
    }
    for conflict in &document.conflicts {
        span_holds(text, conflict.span, &conflict.text, "conflict");
    }
    let json = serde_json::to_value(document).expect("a document is JSON");
    let back: Document = serde_json::from_value(json).expect("its JSON is a document");
    assert_eq!(&back, document, "JSON changes the document of {text:?}");
}

/// Spans that ascend, do not overlap, are not empty and index the text.
fn ascend(text: &str, spans: impl IntoIterator<Item = Span>, what: &str) {
    let mut end = 0;
    for span in spans {
        assert!(end <= span.start && !span.of(text).is_empty(), "{what} {span:?} behind {end} of {text:?}");
        end = span.end;
    }
}

fn explanation_holds(text: &str) {
    let explanation = EXTRACTOR.explain(text);
    ascend(text, explanation.tokens.iter().copied(), "token");
    ascend(text, explanation.sentences.iter().map(|s| s.span), "sentence");
    let ends = explanation.tokens.iter().map(|t| t.start).chain([text.len()]);
    let mut end = 0;
    for (start, next) in ends.zip(explanation.tokens.iter().map(|t| t.end).chain([text.len()])) {
        let gap = &text[end..start];
        assert!(gap.chars().all(char::is_whitespace), "no token covers {gap:?} of {text:?}");
        end = next;
    }
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
    for mention in &explanation.mentions {
        span_holds(text, mention.span, &mention.text, "mention");
    }
}

/// Any article with some of its bytes removed.
fn damaged() -> impl Strategy<Value = String> {
    let article = proptest::sample::select(ARTICLES.as_slice());
    (article, proptest::collection::vec(any::<proptest::sample::Index>(), 1..40)).prop_map(|(article, holes)| {
        let mut bytes = article.into_bytes();
        for hole in holes {
            if !bytes.is_empty() {
                bytes.remove(hole.index(bytes.len()));
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// Runs of words from anywhere in the articles, joined by whatever.
fn patchwork() -> impl Strategy<Value = String> {
    let fragments: Vec<String> = ARTICLES
        .iter()
        .flat_map(|a| {
            let words: Vec<&str> = a.split_whitespace().collect();
            words.chunks(5).map(|c| c.join(" ")).collect::<Vec<_>>()
        })
        .collect();
    let joint =
        proptest::sample::select(vec![" ", "", "\n", "\n\n", ". ", ", ", " (", ") ", "”", "\u{feff}", "\u{301}", "\t", " di ", " oleh "]);
    proptest::collection::vec((proptest::sample::select(fragments), joint), 1..40)
        .prop_map(|parts| parts.into_iter().map(|(fragment, joint)| fragment + joint).collect())
}

#[test]
fn every_article_and_its_prefixes_are_read() {
    for (offset, article) in ARTICLES.iter().enumerate() {
        explanation_holds(article);
        for (end, _) in article.char_indices().skip(offset % 37).step_by(37) {
            let prefix = &article[..end];
            document_holds(prefix, &EXTRACTOR.extract(prefix));
        }
    }
}

#[test]
fn reading_leaves_no_trace() {
    let first: Vec<Document> = ARTICLES.iter().map(|a| EXTRACTOR.extract(a)).collect();
    let again: Vec<Document> = ARTICLES.iter().rev().map(|a| EXTRACTOR.extract(a)).collect();
    assert!(first.iter().eq(again.iter().rev()), "the order of reading changes what is read");
    let own = EXTRACTOR.clone();
    let read = |extractor: &Extractor| ARTICLES.iter().map(|a| extractor.extract(a)).collect::<Vec<_>>();
    let (one, two) = std::thread::scope(|s| {
        let one = s.spawn(|| read(&EXTRACTOR));
        let two = s.spawn(|| read(&own));
        (one.join().expect("no panic"), two.join().expect("no panic"))
    });
    assert!(one == first && two == first, "threads read differently");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 64,
        max_shrink_iters: 256,
        failure_persistence: Some(Box::new(FileFailurePersistence::WithSource("seeds"))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn damaged_articles_are_read(text in damaged()) {
        explanation_holds(&text);
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        explanation_holds(&text);
    }

    #[test]
    fn patchwork_is_read(text in patchwork()) {
        explanation_holds(&text);
    }
}
