//! Short passages and the events that they tell: the constructions by which frames are joined, one or two at a time.
//!
//! `tests/events.txt` holds blocks: what is shown (`#`), the passage, and for each event a line `=` with its `Display` form and
//! lines `+` with its other slots. A passage without `=` tells nothing. `KUNKER_BLESS=1` writes the events anew; read the
//! difference.
#![cfg(feature = "serde")]

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use kunker::{Agreement, Extractor, Visit};

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

#[test]
fn passages_tell_their_events() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/events.txt");
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let extractor = Extractor::new();
    let told = |block: &str| {
        let given = block.lines().filter(|l| !l.starts_with(['=', '+']));
        let passage = given.clone().filter(|l| !l.starts_with('#')).collect::<Vec<_>>().join("\n");
        let document = extractor.extract(&passage);
        let events = document.visits.iter().map(visit).chain(document.agreements.iter().map(agreement));
        given.map(str::to_owned).chain(events).collect::<Vec<_>>().join("\n")
    };
    let blocks: Vec<&str> = source.trim_end().split("\n\n").collect();
    let read: Vec<String> = blocks.iter().map(|b| told(b)).collect();
    if env::var_os("KUNKER_BLESS").is_some() {
        return fs::write(&path, read.join("\n\n") + "\n").expect("the file can be written");
    }
    assert!(blocks.len() >= 40, "{} passages", blocks.len());
    let wrong: Vec<String> = blocks.iter().zip(&read).filter(|(b, r)| b != r).map(|(b, r)| format!("expected\n{b}\nread\n{r}")).collect();
    assert!(wrong.is_empty(), "{} of {} passages\n{}", wrong.len(), blocks.len(), wrong.join("\n\n"));
}
