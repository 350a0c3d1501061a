//! Blanks, line ends, quotes and the form of accents change no value.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

use crate::config;
use crate::holds::EXTRACTOR;
use crate::texts::{ARTICLES, files_of};

/// Letters with an accent: NFC and NFD.
const ACCENTS: [(char, &str, &str); 12] = [
    ('a', "\u{e1}", "a\u{301}"),
    ('e', "\u{e9}", "e\u{301}"),
    ('i', "\u{ef}", "i\u{308}"),
    ('o', "\u{f6}", "o\u{308}"),
    ('u', "\u{fc}", "u\u{308}"),
    ('n', "\u{f1}", "n\u{303}"),
    ('A', "\u{c0}", "A\u{300}"),
    ('S', "\u{15e}", "S\u{327}"),
    ('e', "\u{1ec5}", "e\u{302}\u{303}"),
    ('o', "\u{1a1}", "o\u{31b}"),
    ('k', "\u{137}", "k\u{327}"),
    ('s', "\u{219}", "s\u{326}"),
];

/// All values of a text: its mentions, events and conflicts as JSON, without places in the text, and words folded.
fn values(text: &str) -> Vec<String> {
    let document = serde_json::to_value(EXTRACTOR.extract(text)).expect("JSON");
    let mentions = serde_json::to_value(EXTRACTOR.mentions(text)).expect("JSON");
    let lists = ["visits", "agreements", "conflicts"].iter().filter_map(|list| document[list].as_array()).chain(mentions.as_array());
    let items = lists.flatten().cloned().chain([document["published"].clone()]);
    items.map(|item| folded(item).to_string()).collect()
}

fn folded(value: Value) -> Value {
    match value {
        Value::String(words) => Value::String(fold(&words)),
        Value::Array(items) => items.into_iter().map(folded).collect(),
        Value::Object(fields) => {
            // Of a date they are days.
            let kept = fields.into_iter().filter(|(key, value)| !(matches!(key.as_str(), "start" | "end") && value.is_number()));
            Value::Object(kept.map(|(key, value)| (key, folded(value))).collect())
        }
        other => other,
    }
}

/// Small letters without accents and with straight quotes, blanks collapsed.
fn fold(words: &str) -> String {
    let straight: BTreeMap<char, &str> = BTreeMap::from([('\u{201c}', "\""), ('\u{201d}', "\""), ('\u{2018}', "'"), ('\u{2019}', "'")]);
    let plain = |c: char| match straight.get(&c) {
        Some(sign) => (*sign).to_owned(),
        None if ('\u{300}'..='\u{36f}').contains(&c) => String::new(),
        None => ACCENTS.iter().find(|(_, one, _)| one.starts_with(c)).map_or_else(|| c.to_string(), |(letter, _, _)| letter.to_string()),
    };
    let letters: String = words.chars().map(plain).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Replaces some of the places where a pattern stands.
fn some(text: &str, pattern: &str, with: &str, places: &[Index]) -> String {
    let parts: Vec<&str> = text.split(pattern).collect();
    let chosen: Vec<usize> = places.iter().map(|p| p.index(parts.len())).collect();
    let mut out = String::new();
    for (i, part) in parts.iter().enumerate() {
        if i > 0 {
            out.push_str(if chosen.contains(&i) { with } else { pattern });
        }
        out.push_str(part);
    }
    out
}

fn article() -> impl Strategy<Value = String> {
    select(ARTICLES.as_slice())
}

fn places() -> impl Strategy<Value = Vec<Index>> {
    proptest::collection::vec(any::<Index>(), 1..60)
}

/// Fails where another spelling gives other values.
fn alike(one: &str, other: &str) -> Result<(), TestCaseError> {
    let (values, others) = (values(one), values(other));
    let missing = |own: &[String], there: &[String]| own.iter().filter(|v| !there.contains(v)).cloned().collect::<Vec<_>>();
    let (gone, new) = (missing(&values, &others), missing(&others, &values));
    prop_assert!(values == others, "gone: {:#?}\nnew: {:#?}", gone, new);
    Ok(())
}

/// Pairs of lines in `tests/regressions` that differ in spelling alone and were read differently once.
#[test]
fn pairs_are_read_alike() {
    for (i, pair) in files_of("tests/regressions", "pair").iter().enumerate() {
        let (one, other) = pair.trim_end().split_once('\n').expect("two lines");
        alike(one, other).unwrap_or_else(|e| panic!("pair {i}: {e}"));
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn blanks(text in article(), places in places(), blank in select(vec!["  ", "   ", "\u{a0}", " \u{a0}", "\t", "\u{2009}", "\u{202f}"])) {
        alike(&text, &some(&text, " ", blank, &places))?;
    }

    #[test]
    fn line_ends(text in article(), end in select(vec!["\r\n", "\r", " \n", "\u{2028}", "\u{85}"])) {
        alike(&text, &text.replace('\n', end))?;
    }

    #[test]
    fn blank_lines(text in article(), places in places(), lines in select(vec!["\n\n\n", "\n \n", "\n\t\n\n", "\r\n\r\n"])) {
        alike(&text, &format!("\n\n{}\n\n\n", some(&text, "\n\n", lines, &places)))?;
    }

    #[test]
    fn quotes(text in article()) {
        let straight = text.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'");
        alike(&text, &straight)?;
        alike(&text, &straight.replace('\'', "\u{2019}"))?;
        alike(&text, &straight.replace('"', "\u{201d}"))?;
    }

    #[test]
    fn accents(text in article(), (letter, nfc, nfd) in select(ACCENTS.as_slice()), places in places()) {
        let letter = letter.to_string();
        alike(&some(&text, &letter, nfc, &places), &some(&text, &letter, nfd, &places))?;
    }
}
