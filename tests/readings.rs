//! What is read in every test article, right or wrong (`tests/score.rs` tells how right), so that no change of a reading goes unseen.
//!
//! `tests/readings/FOLDER.txt` holds the events of each article of `tests/FOLDER`; `fingerprints.tsv` a number for all its
//! mentions and one for the whole document with evidence and confidence. `KUNKER_BLESS=1` writes them anew; read the difference.
#![cfg(feature = "serde")]

mod told;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use kunker::Extractor;
use told::{blessing, events};

/// The folders of `tests` whose articles are read.
const FOLDERS: [&str; 7] = ["corpus", "fresh", "guard", "several", "ordinary", "further", "plain"];

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// Every article of a folder of `tests`: name and text, in name order.
fn articles(folder: &str) -> Vec<(String, String)> {
    let folder = tests().join(folder);
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|e| e.expect("a folder entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    paths.iter().map(|p| (p.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned()), read(p))).collect()
}

/// Compares what is read with a file of `tests/readings` that holds it by the name of the article, or writes the file.
fn hold(file: &str, now: &[(String, String)], parse: impl Fn(&str) -> BTreeMap<&str, &str>, print: impl Fn(&str, &str) -> String) {
    let path = tests().join("readings").join(file);
    if blessing() {
        let lines: String = now.iter().map(|(name, told)| print(name, told)).collect();
        return fs::write(&path, lines.trim_end().to_owned() + "\n").expect("the file can be written");
    }
    let source = read(&path);
    let before = parse(source.trim_end());
    assert_eq!(before.len(), now.len(), "articles in {}", path.display());
    let differs = |(name, told): &&(String, String)| before.get(name.as_str()) != Some(&told.as_str());
    let expected = |name: &str| before.get(name).copied().unwrap_or("no such article");
    let changed: Vec<String> =
        now.iter().filter(differs).map(|(n, told)| format!("{n}: expected\n{}\nread\n{told}", expected(n))).collect();
    assert!(changed.is_empty(), "{} articles are read otherwise than {} says\n{}", changed.len(), path.display(), changed.join("\n\n"));
}

#[test]
fn articles_tell_the_events_they_told() {
    let extractor = Extractor::new();
    for folder in FOLDERS {
        let now: Vec<(String, String)> =
            articles(folder).into_iter().map(|(name, text)| (name, events(&extractor.extract(&text)).join("\n"))).collect();
        hold(
            &format!("{folder}.txt"),
            &now,
            |source| source.split("\n\n").filter_map(|b| b.strip_prefix("# ")).map(|b| b.split_once('\n').unwrap_or((b, ""))).collect(),
            |name, told| format!("# {name}\n{told}").trim_end().to_owned() + "\n\n",
        );
    }
}

/// The FNV-1a hash of a text (Fowler, Noll and Vo), 64 bits.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn articles_have_the_mentions_evidence_and_confidence_they_had() {
    let extractor = Extractor::new();
    let prints = |text: &str| {
        let mentions = serde_json::to_string(&extractor.mentions(text)).expect("mentions are JSON");
        let document = serde_json::to_string(&extractor.extract(text)).expect("a document is JSON");
        format!("{:016x}\t{:016x}", fingerprint(&mentions), fingerprint(&document))
    };
    let now: Vec<(String, String)> = FOLDERS.into_iter().flat_map(articles).map(|(name, text)| (name, prints(&text))).collect();
    let print = |name: &str, told: &str| format!("{name}\t{told}\n");
    hold("fingerprints.tsv", &now, |source| source.lines().filter_map(|l| l.split_once('\t')).collect(), print);
}
