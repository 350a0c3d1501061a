//! The rules prove themselves, are whole, named once and embedded; a caller's own rules and lexicon lines work like them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kunker::{Extractor, MentionKind};
use regex::Regex;

/// Names of news outlets, in lower case: a rule that needs one has learned a page, not the language.
const OUTLETS: &[&str] = &[
    "antaranews",
    "cnn",
    "detik",
    "detikcom",
    "inews",
    "jawapos",
    "kompas",
    "kumparan",
    "liputan6",
    "mediaindonesia",
    "okezone",
    "republika",
    "rri",
    "sindonews",
    "tempo",
    "tribun",
    "tribunnews",
    "tvri",
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn rule_files() -> Vec<PathBuf> {
    let folder = root().join("lexicons/rules");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|e| e.expect("a folder entry").path()).filter(|p| p.extension().is_some_and(|e| e == "rules")).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no rule file in {}", folder.display());
    paths
}

/// Every line of every rule file that is not a comment, with its place.
fn lines() -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for path in rule_files() {
        let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        let source = read(&path);
        lines.extend(
            source
                .lines()
                .enumerate()
                .filter(|(_, l)| !l.trim_start().starts_with('#'))
                .map(|(i, l)| (format!("{name}:{}", i + 1), l.to_owned())),
        );
    }
    lines
}

/// The rules as text: name, place and lines of each.
fn rules() -> Vec<(String, String, Vec<String>)> {
    let mut rules: Vec<(String, String, Vec<String>)> = Vec::new();
    for (place, line) in lines() {
        if let Some(name) = line.strip_prefix("rule ") {
            rules.push((name.trim().to_owned(), place, Vec::new()));
        } else if let Some((_, _, own)) = rules.last_mut() {
            own.push(line);
        }
    }
    assert!(rules.len() >= 10, "only {} rules", rules.len());
    rules
}

#[test]
fn every_rule_fires_on_its_text_and_not_on_its_never() {
    let failures = Extractor::new().check_rules();
    assert!(failures.is_empty(), "{} failures:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn every_rule_file_is_embedded() {
    let embedded = read(&root().join("src/event/rulefiles.rs"));
    for path in rule_files() {
        let stem = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        assert!(embedded.contains(&format!("rules/{stem}.rules")), "{stem}.rules is not in src/event/rulefiles.rs");
    }
}

#[test]
fn the_extractor_holds_every_rule_of_the_files() {
    let mut written: Vec<String> = rules().into_iter().map(|(name, _, _)| name).collect();
    let extractor = Extractor::new();
    let mut built: Vec<&str> = extractor.rule_names();
    written.sort();
    built.sort_unstable();
    assert_eq!(built, written);
}

#[test]
fn every_rule_has_a_match_a_text_with_gives_and_a_never() {
    let mut faults = Vec::new();
    for (name, place, own) in rules() {
        for keyword in ["match ", "text ", "gives ", "never "] {
            if !own.iter().any(|l| l.starts_with(keyword)) {
                faults.push(format!("{place}: {name} has no `{}`", keyword.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn rule_names_stand_once() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, place, _) in rules() {
        places.entry(name).or_default().push(place);
    }
    let twice: Vec<_> = places.iter().filter(|(_, p)| p.len() > 1).collect();
    assert!(twice.is_empty(), "rule names that stand twice: {twice:?}");
}

#[test]
fn rules_hold_no_code_and_no_outlet() {
    let region = Regex::new(r"\b[1-9][0-9]\.[0-9]{2}(\.[0-9]{2})?\b").expect("a pattern");
    let number = Regex::new(r"^[0-9.]+$").expect("a pattern");
    let words = Regex::new(r"[\p{L}\p{N}]+").expect("a pattern");
    let mut faults = Vec::new();
    for (place, line) in lines() {
        if let Some(found) = region.find(&line) {
            faults.push(format!("{place}: the code {:?}", found.as_str()));
        }
        if let Some(pattern) = line.strip_prefix("match ") {
            // A gap is `..8`; any other number would be a calculation or a code.
            faults.extend(
                pattern
                    .split_whitespace()
                    .filter(|w| number.is_match(w) && !w.starts_with("..") && *w != ".")
                    .map(|w| format!("{place}: the number {w:?}")),
            );
        }
        let lower = line.to_lowercase();
        faults.extend(
            words.find_iter(&lower).filter(|w| OUTLETS.contains(&w.as_str())).map(|w| format!("{place}: the outlet {:?}", w.as_str())),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A rule of one's own over a class of the built-in tables.
const MINE: &str = "rule visit/mine-welcomed
match <visitors:subject+> ..3 {verb.receive_passive} ..2 <received_by:official+>
text  Bupati Kudus Fulan Sudarsono diterima Wakil Wali Kota Batu Anu Suryadi.
gives visitors = Bupati Kudus Fulan Sudarsono; received_by = Wakil Wali Kota Batu Anu Suryadi
never Surat itu diterima warga Kudus.
";

#[test]
fn a_rule_of_the_caller_fires() {
    let built = Extractor::builder().rules("mine.rules", MINE).and_then(kunker::Builder::build);
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    let failures = extractor.check_rules();
    assert!(failures.is_empty(), "{}", failures.join("\n"));

    let text = "Bupati Pekalongan Fulan Sudarsono dan rombongan diterima Wakil Wali Kota Balikpapan Anu Suryadi, Kamis (6/12/2018).";
    let explanation = extractor.explain(text);
    let firing = explanation.firings.iter().find(|f| f.rule == "visit/mine-welcomed");
    let firing = firing.unwrap_or_else(|| panic!("the rule did not fire: {:?}", explanation.firings));
    let host = firing.fills.iter().find(|f| f.slot == "received_by").expect("the slot received_by is filled");
    assert_eq!(host.span.of(text), "Wakil Wali Kota Balikpapan Anu Suryadi");
    assert!(!Extractor::new().rule_names().contains(&"visit/mine-welcomed"), "the built-in extractor has learned the caller's rule");
}

#[test]
fn a_table_of_the_caller_is_a_class_of_rules() {
    let rules = "rule visit/mine-drops-in
match <visitors:subject+> {dropping.in} ..2 <hosts:goal+>
text  Bupati Kudus kelayapan ke Kota Batu.
gives visitors = Bupati Kudus; hosts = Kota Batu
never Bupati Kudus pulang ke Kota Batu.
";
    let built = Extractor::builder()
        .lexicon("dropping", "in\tkelayapan ke")
        .and_then(|b| b.rules("mine.rules", rules))
        .and_then(kunker::Builder::build);
    let failures = built.unwrap_or_else(|e| panic!("{e}")).check_rules();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_rule_of_the_caller_may_ask_for_common_words() {
    let rules = "rule visit/mine-pays-quietly
match <visitors:subject+> {common.adverb} pergi! ke <hosts:goal+>
text  Bupati Kudus kemudian pergi ke Kota Batu.
gives visitors = Bupati Kudus; hosts = Kota Batu
never Bupati Kudus pergi dari Kota Batu.
";
    let built = Extractor::builder().rules("mine.rules", rules).and_then(kunker::Builder::build);
    let failures = built.unwrap_or_else(|e| panic!("{e}")).check_rules();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    let text = "Bupati Kudus kemudian pergi.";
    let phrases = Extractor::new().explain(text).phrases;
    assert!(phrases.iter().any(|p| p.class == "common" && p.span.of(text) == "kemudian"), "{phrases:?}");
}

#[test]
fn a_rule_of_the_caller_with_a_taken_name_is_an_error() {
    let taken = Extractor::new().rule_names().first().map(|n| (*n).to_owned()).expect("a rule");
    let source = MINE.replace("visit/mine-welcomed", &taken);
    let built = Extractor::builder().rules("mine.rules", &source).and_then(kunker::Builder::build);
    let error = built.err().unwrap_or_else(|| panic!("a second rule {taken:?} was taken")).to_string();
    assert!(error.starts_with("mine.rules:1:") && error.contains(&taken), "{error}");
}

#[test]
fn a_lexicon_line_of_the_caller_is_found() {
    let text = "Wali Kota Kembang Parahyangan menerima tamu dari Kudus. Pemkot Kembang Parahyangan berbenah.";
    let whole = "Rombongan berkunjung ke Kota Kembang Parahyangan, Rabu.";
    let code = |extractor: &Extractor, text: &str| {
        let mentions = extractor.mentions(text);
        mentions.iter().filter_map(|m| m.region.as_ref()).any(|r| r.code == "32.73")
    };
    let built = Extractor::builder()
        .lexicon("region_alias", "32.73\tKota Kembang Parahyangan | Kembang Parahyangan")
        .and_then(kunker::Builder::build);
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    assert!(code(&extractor, whole) && code(&extractor, text), "{:?}", extractor.mentions(whole));
    assert!(!code(&Extractor::new(), whole) && !code(&Extractor::new(), text), "the built-in extractor knows the caller's name");

    // The one line of the documentation, with the level in the name.
    let built = Extractor::builder().lexicon("region_alias", "32.73\tKota Kembang Parahyangan").and_then(kunker::Builder::build);
    let extractor = built.unwrap_or_else(|e| panic!("{e}"));
    let mentions = extractor.mentions(whole);
    let found = mentions.iter().find(|m| m.region.as_ref().is_some_and(|r| r.code == "32.73"));
    let found = found.unwrap_or_else(|| panic!("not found: {mentions:?}"));
    assert_eq!((found.kind, found.text.as_str()), (MentionKind::Region, "Kota Kembang Parahyangan"));
}
