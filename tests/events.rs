//! The events that are read, each as a line `=` with its `Display` form and lines `+` with its other slots.
//!
//! `tests/events.txt` holds passages, each a block of what is shown (`#`), the passage and its events: the constructions by which
//! frames are joined, one or two at a time. A passage without `=` tells nothing.
//!
//! `tests/readings/` holds what is read in every test article, right or wrong (`tests/score.rs` tells how right), so that no change
//! of a reading goes unseen.
//!
//! `KUNKER_BLESS=1` writes both anew; read the difference.
#![cfg(feature = "serde")]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use kunker::{Agreement, Document, Extractor, Visit};

/// A slot that the `Display` form of an event leaves out, where it is filled.
fn slot(out: &mut String, name: &str, values: &[String]) {
    if !values.is_empty() {
        let _ = write!(out, "\n+ {name}: {}", values.join("; "));
    }
}

fn visit(visit: &Visit) -> String {
    let mut out = format!("= {visit}");
    slot(&mut out, "accompanied_by", &visit.accompanied_by.iter().map(ToString::to_string).collect::<Vec<_>>());
    slot(&mut out, "delegation_size", &visit.delegation_size.iter().map(ToString::to_string).collect::<Vec<_>>());
    slot(&mut out, "venue", &visit.venue.iter().map(|v| v.text.clone()).collect::<Vec<_>>());
    slot(&mut out, "sites", &visit.sites.iter().map(|s| s.text.clone()).collect::<Vec<_>>());
    slot(&mut out, "affairs", &visit.affairs.iter().map(ToString::to_string).collect::<Vec<_>>());
    out
}

fn agreement(agreement: &Agreement) -> String {
    let mut out = format!("= {agreement}");
    slot(&mut out, "venue", &agreement.venue.iter().map(|v| v.text.clone()).collect::<Vec<_>>());
    slot(&mut out, "duration", &agreement.duration.iter().map(|d| d.text.clone()).collect::<Vec<_>>());
    slot(&mut out, "affairs", &agreement.affairs.iter().map(ToString::to_string).collect::<Vec<_>>());
    out
}

fn events(document: &Document) -> Vec<String> {
    document.visits.iter().map(visit).chain(document.agreements.iter().map(agreement)).collect()
}

fn blessing() -> bool {
    env::var_os("KUNKER_BLESS").is_some()
}

#[test]
fn passages_tell_their_events() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events.txt");
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let extractor = Extractor::new();
    let told = |block: &str| {
        let given = block.lines().filter(|l| !l.starts_with(['=', '+']));
        let passage = given.clone().filter(|l| !l.starts_with('#')).collect::<Vec<_>>().join("\n");
        given.map(str::to_owned).chain(events(&extractor.extract(&passage))).collect::<Vec<_>>().join("\n")
    };
    let blocks: Vec<&str> = source.trim_end().split("\n\n").collect();
    let read: Vec<String> = blocks.iter().map(|b| told(b)).collect();
    if blessing() {
        return fs::write(&path, read.join("\n\n") + "\n").expect("the file can be written");
    }
    assert!(blocks.len() >= 40, "{} passages", blocks.len());
    let wrong: Vec<String> = blocks.iter().zip(&read).filter(|(b, r)| b != r).map(|(b, r)| format!("expected\n{b}\nread\n{r}")).collect();
    assert!(wrong.is_empty(), "{} of {} passages\n{}", wrong.len(), blocks.len(), wrong.join("\n\n"));
}

/// Every article of a folder of `tests` with its events, in name order.
fn readings(folder: &Path, extractor: &Extractor) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<_> = entries.map(|e| e.expect("a folder entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let read = |path: &Path| {
        let text = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
        (name, events(&extractor.extract(&text)).join("\n"))
    };
    paths.iter().map(|p| read(p)).collect()
}

#[test]
fn articles_are_read_as_before() {
    let tests = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let extractor = Extractor::new();
    let mut changed = Vec::new();
    for folder in ["corpus", "fresh", "guard", "several"] {
        let read = readings(&tests.join(folder), &extractor);
        let path = tests.join("readings").join(folder).with_extension("txt");
        if blessing() {
            let blocks: Vec<String> = read.iter().map(|(name, events)| format!("# {name}\n{events}").trim_end().to_owned()).collect();
            fs::write(&path, blocks.join("\n\n") + "\n").expect("the file can be written");
            continue;
        }
        let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let before: BTreeMap<&str, &str> =
            source.trim_end().split("\n\n").filter_map(|b| b.strip_prefix("# ")).map(|b| b.split_once('\n').unwrap_or((b, ""))).collect();
        assert_eq!(before.len(), read.len(), "articles in {}", path.display());
        let differs = |(name, events): &&(String, String)| before.get(name.as_str()) != Some(&events.as_str());
        changed.extend(read.iter().filter(differs).map(|(name, events)| {
            format!("{name}: expected\n{}\nread\n{events}", before.get(name.as_str()).unwrap_or(&"no such article"))
        }));
    }
    assert!(changed.is_empty(), "{} articles are read otherwise than before\n{}", changed.len(), changed.join("\n\n"));
}
