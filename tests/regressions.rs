//! What once went wrong, found by properties or fuzzing, made small: each case of `tests/regressions` is read again.
//!
//! `*.txt` is a text, `*.rules` a rule file, `*.tsv` the lines of the table before the first hyphen of the name, `*.json` a document. The two
//! lines of `*.pair` are spelled differently and read alike; `properties` reads them.
#![cfg(feature = "serde")]

#[path = "properties/holds.rs"]
mod holds;

use std::fs;
use std::path::{Path, PathBuf};

/// The cases with an ending, by path.
fn cases(ending: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regressions");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    let read = |path: PathBuf| (fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display())), path);
    paths.into_iter().map(read).map(|(source, path)| (path, source)).collect()
}

#[test]
fn texts() {
    cases("txt").iter().for_each(|(_, text)| holds::text_holds(text));
}

#[test]
fn rules() {
    cases("rules").iter().for_each(|(_, source)| holds::rules_hold(source));
}

#[test]
fn tables() {
    for (path, lines) in cases("tsv") {
        let name = path.file_stem().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
        holds::table_holds(name.split('-').next().unwrap_or(""), &lines);
    }
}

#[test]
fn documents() {
    cases("json").iter().for_each(|(_, json)| holds::json_is_read(json));
}
