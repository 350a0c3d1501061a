//! The bounds of reading: time, the limit of a text, and what stands in the README's table of them.

mod hostile;

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use hostile::{hostile, long, read, root};
use kunker::{Conflict, ConflictKind, Document, Extractor};

/// The shortest of some times, which others on the machine disturb least.
fn time(extractor: &Extractor, text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let _ = extractor.extract(text);
        start.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap_or_default()
}

#[test]
fn time_is_linear() {
    let extractor = Extractor::new();
    for (name, piece) in hostile() {
        let (short, four) = (long(&piece, 60_000), long(&piece, 240_000));
        let mut times = Vec::new();
        // Four times the text takes four times as long, not sixteen times; a busy machine gets another try.
        let linear = (0..4).any(|_| {
            let pair = (time(&extractor, &short), time(&extractor, &four));
            times.push(pair);
            pair.1 < pair.0 * 8 + Duration::from_millis(20)
        });
        assert!(linear, "{name}: {times:?} for {} and {} bytes", short.len(), four.len());
    }
}

#[test]
fn events_are_bounded() {
    let extractor = Extractor::new();
    for (name, piece) in hostile() {
        let Document { visits, agreements, .. } = extractor.extract(&long(&piece, 100_000));
        assert!(visits.len() <= 24 * 24 && agreements.len() <= 40, "{name}: {} visits, {} agreements", visits.len(), agreements.len());
        let lists =
            visits.iter().flat_map(|v| [v.visitors.len(), v.hosts.len(), v.received_by.len(), v.accompanied_by.len(), v.sites.len()]);
        println!("{name}: {} visits, {} agreements, longest list {:?}", visits.len(), agreements.len(), lists.max());
    }
}

#[test]
fn frames_are_bounded() {
    let extractor = Extractor::new();
    for (name, piece) in hostile() {
        let explanation = extractor.explain(&long(&piece, 100_000));
        assert!(explanation.firings.len() <= 2_000, "{name}: {} frames", explanation.firings.len());
        for sentence in explanation.sentences {
            let frames = explanation.firings.iter().filter(|f| sentence.span.covers(f.span)).count();
            assert!(frames <= 150, "{name}: {frames} frames in a sentence");
        }
    }
}

/// Nobody's turn of phrase makes a call within a call for each of its words: a stack that holds the deepest sentence holds any text.
#[test]
fn the_stack_is_bounded() {
    let extractor = Extractor::new();
    let people = format!("Wakil rakyat {}dari Kabupaten Kudus berkunjung ke Kota Batu.", "dari wakil rakyat ".repeat(60_000));
    let campus = "IPB ".repeat(10_000);
    for text in [people, campus] {
        let extractor = extractor.clone();
        let read = move || extractor.extract(&text).visits.len();
        let thread = std::thread::Builder::new().stack_size(1 << 20).spawn(read).expect("a thread");
        assert!(thread.join().is_ok());
    }
}

/// Rules that ask for as much search as rules may: each gap tries every place, and nothing fits.
#[test]
fn searches_are_bounded() {
    let gaps = "..30 <_:party> ..30 <_:party> ..30 <_:party> ..30 tiada ";
    let rule = |i: usize| {
        let brackets = "(satu|dua) ".repeat(8);
        let (text, gives) = ("text  Ia tiba.", "gives hosts = Kudus");
        format!("rule visit/own-{i}\nmatch {brackets} {gaps} tiba! {gaps} {brackets}\n{text}\n{gives}\nnever Ia pergi.\n")
            .replace("(satu|dua) (satu|dua) (satu|dua) (satu|dua) ", "")
    };
    let rules: String = (0..70).map(rule).collect();
    let extractor = Extractor::builder().rules("own.rules", &rules).and_then(kunker::Builder::build).expect("sound rules");
    let text = "Kudus tiba di Sleman dan tiba di Bantul dan tiba ".repeat(40);
    let (plain, own) = (time(&Extractor::new(), &text), time(&extractor, &text));
    assert!(own < plain + Duration::from_secs(4), "{own:?} with 70 hostile rules, {plain:?} without");
}

#[test]
fn sentences_are_bounded() {
    let explanation = Extractor::new().explain(&long("kata ", 100_000));
    for sentence in &explanation.sentences {
        let tokens = explanation.tokens.iter().filter(|t| sentence.span.covers(**t)).count();
        assert!(tokens <= 400, "a sentence of {tokens} tokens");
    }
}

/// What is read of a text within a limit, and what is not.
fn cut(text: &str, limit: usize) -> (&str, Vec<Conflict>) {
    let extractor = Extractor::builder().read_at_most(limit).build().expect("the built-in tables are sound");
    let conflicts: Vec<Conflict> = extractor.extract(text).conflicts.into_iter().filter(|c| c.kind == ConflictKind::Length).collect();
    let end = conflicts.first().map_or(text.len(), |c| c.span.start);
    assert_eq!(extractor.explain(text).document, extractor.extract(text));
    assert!(extractor.explain(text).tokens.iter().all(|t| t.end <= end));
    (text[..end].trim_end(), conflicts)
}

#[test]
fn a_text_beyond_the_limit_is_cut_and_told() {
    let text = "Harga beras naik. Bupati Kudus berkunjung ke Sleman.\n\nRombongan diterima Sekda. \n";
    assert_eq!(cut(text, text.len()), (text.trim_end(), vec![]));
    assert_eq!(cut(text, text.trim_end().len()), (text.trim_end(), vec![]));
    let (read, rest) = cut(text, 60);
    assert_eq!(read, "Harga beras naik. Bupati Kudus berkunjung ke Sleman.");
    assert_eq!((&text[rest[0].span], rest[0].text.as_str()), ("Rombongan diterima Sekda.", ""));
    assert_eq!(cut(text, 40).0, "Harga beras naik.");
    assert_eq!(cut(text, 14).0, "Harga beras");
    assert_eq!(cut(text, 3).0, "Har");
    assert_eq!(cut(text, 0).0, "");
    assert_eq!(cut("\u{e9}\u{e9}\u{e9}", 3).0, "\u{e9}");
    assert_eq!(cut("", 0), ("", vec![]));
}

/// Every `#[allow]` of the library stands in the README with its reason, and no other.
#[test]
fn allowed_lints_are_listed() {
    let mut allowed = BTreeSet::new();
    let mut folders = vec![root().join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of the sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let file = path.strip_prefix(root()).expect("inside").to_string_lossy().replace('\\', "/");
            for line in read(&path).lines().map(str::trim).filter(|l| l.starts_with("#[allow(") || l.starts_with("#![allow(")) {
                let (lint, reason) = line.split_once(", reason = \"").unwrap_or_else(|| panic!("{file}: no reason: {line}"));
                let lint = lint.split_once('(').map_or("", |(_, lint)| lint);
                allowed.insert(format!("| `{file}` | `{lint}` | {} |", reason.trim_end_matches("\")]")));
            }
        }
    }
    let readme = read(root().join("README.md"));
    let listed: BTreeSet<String> = readme.lines().filter(|l| l.starts_with("| `src/")).map(str::to_owned).collect();
    assert_eq!(allowed, listed);
}

/// The last column of the README's table "What can go wrong and what happens" names tests that exist.
#[test]
fn the_table_of_limits_names_tests() {
    let readme = read(root().join("README.md"));
    let section =
        readme.split("\n## What can go wrong and what happens").nth(1).and_then(|s| s.split("\n## ").next()).expect("the section");
    let mut found = 0;
    for line in section.lines().filter(|l| l.starts_with("| ") && !l.starts_with("| `src/")).skip(1) {
        let Some(tests) = line.trim_end_matches(" |").rsplit("| ").next().filter(|t| t.starts_with('`')) else { continue };
        for test in tests.split(", ").map(|t| t.trim_matches('`')) {
            let (file, name) = test.rsplit_once("::").unwrap_or_else(|| panic!("{test} in {line}"));
            let source = read(root().join("tests").join(file.replace("::", "/")).with_extension("rs"));
            assert!(source.contains(&format!("fn {name}(")), "{test} does not exist: {line}");
            found += 1;
        }
    }
    assert!(found > 20, "only {found} tests are named");
}
