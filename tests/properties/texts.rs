//! Texts to read: damaged articles, patchwork of their words, phrases of the word tables in a row.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::sample::select;

/// Every article of the test corpus and of the examples.
pub static ARTICLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let folders = ["tests/corpus", "tests/fresh", "tests/guard", "tests/several", "examples/articles"];
    folders.iter().flat_map(|folder| files_of(folder, "txt")).collect()
});

/// The phrases of the word tables, as they are written.
pub static PHRASES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = files_of("lexicons", "tsv").join("\n");
    let phrases = lines.lines().filter(|l| !l.starts_with('#')).filter_map(|l| Some(l.split_once('\t')?.1)).flat_map(|l| l.split('|'));
    phrases.map(|p| p.trim().trim_end_matches('?').to_owned()).collect()
});

/// The built-in rule files.
pub static RULES: LazyLock<Vec<String>> = LazyLock::new(|| files_of("lexicons/rules", "rules"));

/// What stands in the files of a folder with an ending, in name order.
pub fn files_of(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap_or_else(|e| panic!("{folder}: {e}"));
    let mut paths: Vec<_> = entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no {ending} in {folder}");
    paths.iter().map(|p| fs::read_to_string(p).unwrap_or_else(|e| panic!("{}: {e}", p.display()))).collect()
}

/// Any article with some of its bytes removed.
pub fn damaged() -> impl Strategy<Value = String> {
    (select(ARTICLES.as_slice()), proptest::collection::vec(any::<proptest::sample::Index>(), 1..40)).prop_map(|(article, holes)| {
        let mut bytes = article.into_bytes();
        for hole in holes {
            if !bytes.is_empty() {
                bytes.remove(hole.index(bytes.len()));
            }
        }
        String::from_utf8_lossy(&bytes).into_owned()
    })
}

/// What may stand between two pieces of a text.
fn joint() -> impl Strategy<Value = &'static str> {
    select(vec![
        " ",
        " ",
        " ",
        "",
        "\n",
        "\r\n",
        "\n\n",
        ". ",
        ".",
        ", ",
        " (",
        ") ",
        " \u{201c}",
        "\u{201d} ",
        "\"",
        "'",
        "\u{2019}",
        "-",
        " \u{2013} ",
        "/",
        "\u{feff}",
        "\u{301}",
        "\u{200b}",
        "\u{a0}",
        "\t",
        "\0",
        "\u{2028}",
        " di ",
        " oleh ",
        " dan ",
        " ke ",
        ": ",
        " dipimpin ",
        " 12 ",
    ])
}

fn joined(pieces: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    proptest::collection::vec((pieces, joint()), 1..40).prop_map(|parts| parts.into_iter().map(|(piece, joint)| piece + joint).collect())
}

/// Runs of words from anywhere in the articles, joined by whatever.
pub fn patchwork() -> impl Strategy<Value = String> {
    let chunks = |article: &String| {
        let words: Vec<&str> = article.split_whitespace().collect();
        words.chunks(5).map(|c| c.join(" ")).collect::<Vec<_>>()
    };
    joined(select(ARTICLES.iter().flat_map(chunks).collect::<Vec<String>>()))
}

/// Phrases of the word tables, as written or in capitals, joined by whatever.
pub fn phrases() -> impl Strategy<Value = String> {
    let written = (select(PHRASES.as_slice()), 0..4).prop_map(|(phrase, form)| match form {
        0 => phrase.to_uppercase(),
        1 => capitals(&phrase),
        _ => phrase,
    });
    joined(written)
}

/// Each word with a capital.
fn capitals(phrase: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    phrase.split(' ').map(word).collect::<Vec<String>>().join(" ")
}
