//! Whole documents of the example articles, compared with `tests/snapshots/*.json`; `KUNKER_BLESS=1` writes them anew.
#![cfg(feature = "serde")]

use std::fs;
use std::path::{Path, PathBuf};

use kunker::Extractor;

fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|e| e.expect("a folder entry").path()).filter(|p| p.extension().is_some_and(|e| e == extension)).collect();
    paths.sort();
    paths
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The first lines that differ, with the lines before them.
fn hint(expected: &str, found: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (expected.lines().collect(), found.lines().collect());
    let at = old.iter().zip(&new).position(|(a, b)| a != b).unwrap_or(old.len().min(new.len()));
    let mut out = format!("first difference in line {} ({} lines expected, {} found)\n", at + 1, old.len(), new.len());
    for line in old.iter().take(at).skip(at.saturating_sub(6)) {
        out.push_str(&format!("    {line}\n"));
    }
    for (mark, lines) in [('-', &old), ('+', &new)] {
        for line in lines.iter().skip(at).take(8) {
            out.push_str(&format!("  {mark} {line}\n"));
        }
    }
    out
}

#[test]
fn documents_of_the_example_articles() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (articles, folder) = (files(&root.join("examples/articles"), "txt"), root.join("tests/snapshots"));
    assert!(!articles.is_empty(), "no article in examples/articles");
    let bless = std::env::var_os("KUNKER_BLESS").is_some_and(|v| v == "1");
    if bless {
        fs::create_dir_all(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    }
    let extractor = Extractor::new();
    let mut faults = Vec::new();
    for article in &articles {
        let name = article.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        let path = folder.join(format!("{name}.json"));
        let mut found = serde_json::to_string_pretty(&extractor.extract(&read(article))).expect("a document is JSON");
        found.push('\n');
        if bless {
            fs::write(&path, &found).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        } else if !path.is_file() {
            faults.push(format!("{name}: no snapshot {}", path.display()));
        } else {
            let expected = read(&path).replace("\r\n", "\n");
            if expected != found {
                faults.push(format!("{name}: {}", hint(&expected, &found)));
            }
        }
    }
    for snapshot in files(&folder, "json") {
        if !articles.iter().any(|a| a.file_stem() == snapshot.file_stem()) {
            faults.push(format!("{}: no article of that name in examples/articles", snapshot.display()));
        }
    }
    assert!(faults.is_empty(), "{}\nIf the new documents are right: KUNKER_BLESS=1 cargo test --test snapshots", faults.join("\n"));
}

#[test]
fn the_hint_shows_the_first_difference() {
    let told = hint("a\nb\nc\n", "a\nx\nc\n");
    assert!(told.contains("line 2") && told.contains("- b") && told.contains("+ x"), "{told}");
}
