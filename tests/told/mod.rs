//! Events as lines of text: `=` with the `Display` form, `+` with each other slot.

use std::env;
use std::fmt::Write as _;

use kunker::{Agreement, Document, Visit};

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

/// The events of a document, visits first.
pub(crate) fn events(document: &Document) -> Vec<String> {
    document.visits.iter().map(visit).chain(document.agreements.iter().map(agreement)).collect()
}

/// What is read now is written as what is expected.
pub(crate) fn blessing() -> bool {
    env::var_os("KUNKER_BLESS").is_some()
}
