//! How fast: cold start, mentions, whole articles, two bare passes over the same text for comparison, and cost by length.
//!
//! `cargo bench` ends with the ratio of reading an article to merely cutting it into words.

use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use criterion::{BenchmarkId, Criterion, Throughput};
use kunker::Extractor;
use unicode_segmentation::UnicodeSegmentation;

/// The contents of every file with this ending in a folder of the crate, in name order.
fn read_folder(folder: &str, ending: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|e| e.expect("a folder entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == ending));
    paths.sort();
    paths.iter().map(|p| fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display()))).collect()
}

fn articles() -> Vec<String> {
    let articles = read_folder("tests/corpus", "txt");
    assert!(!articles.is_empty(), "no article in tests/corpus");
    articles
}

/// Every phrase of every word table: `value<TAB>phrase | phrase | phrase?`.
fn phrases() -> Vec<String> {
    let tables = read_folder("lexicons", "tsv");
    let lines = tables.iter().flat_map(|table| table.lines()).filter(|line| !line.starts_with('#'));
    let phrases = lines.filter_map(|line| line.split_once('\t')).flat_map(|(_, phrases)| phrases.split('|'));
    phrases.map(|p| p.trim().trim_end_matches('?').to_owned()).filter(|p| !p.is_empty()).collect()
}

fn count_words(text: &str) -> usize {
    text.unicode_word_indices().count()
}

fn cold_start(c: &mut Criterion) {
    c.bench_function("cold start", |b| b.iter(|| Extractor::builder().build().map(|e| e.rule_names().len())));
}

fn stages(c: &mut Criterion) {
    let (articles, extractor) = (articles(), Extractor::new());
    let joined = articles.join("\n");
    let mut group = c.benchmark_group("corpus");
    group.throughput(Throughput::Bytes(articles.iter().map(|a| a.len() as u64).sum()));
    group.bench_function("mentions", |b| b.iter(|| articles.iter().map(|a| extractor.mentions(a).len()).sum::<usize>()));
    group.bench_function("whole article", |b| b.iter(|| articles.iter().map(|a| extractor.extract(a).visits.len()).sum::<usize>()));
    group.throughput(Throughput::Bytes(joined.len() as u64));
    group.bench_function("reference: words", |b| b.iter(|| count_words(black_box(&joined))));
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .ascii_case_insensitive(true)
        .build(phrases())
        .expect("the phrases fit one automaton");
    group.bench_function("reference: phrases", |b| b.iter(|| automaton.find_iter(black_box(&joined)).count()));
    group.finish();
}

/// The cost of a byte must not grow with the length of the article.
fn lengths(c: &mut Criterion) {
    let (articles, extractor) = (articles(), Extractor::new());
    let mut group = c.benchmark_group("one article repeated");
    group.sample_size(10);
    for length in [2_000, 20_000, 200_000, 2_000_000] {
        let text = repeated(&articles[0], length);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(length), &text, |b, text| b.iter(|| extractor.extract(text)));
    }
    group.finish();
}

/// The article over and over, up to the first character boundary at or behind `length` bytes.
fn repeated(article: &str, length: usize) -> String {
    let mut text = format!("{article}\n").repeat(length / article.len() + 1);
    let end = (length..text.len()).find(|i| text.is_char_boundary(*i));
    text.truncate(end.unwrap_or(text.len()));
    text
}

/// The least time of some passes over the corpus.
fn least_time(mut pass: impl FnMut() -> usize) -> Duration {
    let passes = (0..20).map(|_| {
        let start = Instant::now();
        black_box(pass());
        start.elapsed()
    });
    passes.min().unwrap_or_default()
}

fn print_ratio() {
    let (articles, extractor) = (articles(), Extractor::new());
    let joined = articles.join("\n");
    let mentions = least_time(|| articles.iter().map(|a| extractor.mentions(a).len()).sum());
    let once = least_time(|| count_words(&joined));
    println!("mentions / bare words of the joined text: {mentions:?} / {once:?} = {:.1}", mentions.as_secs_f64() / once.as_secs_f64());
    let whole = least_time(|| articles.iter().map(|a| extractor.extract(a).visits.len()).sum());
    let words = least_time(|| articles.iter().map(|a| count_words(a)).sum());
    println!("whole article / bare words: {whole:?} / {words:?} = {:.1}", whole.as_secs_f64() / words.as_secs_f64());
}

fn main() {
    let mut c = Criterion::default().configure_from_args();
    cold_start(&mut c);
    stages(&mut c);
    lengths(&mut c);
    c.final_summary();
    // `cargo test --benches` runs every benchmark once and wants no measurement.
    if std::env::args().any(|a| a == "--bench") {
        print_ratio();
    }
}
