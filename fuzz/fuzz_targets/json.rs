//! Any JSON as a document: what the articles give, with pieces changed, or plain text.
#![no_main]

#[path = "../../tests/properties/holds.rs"]
#[allow(dead_code, reason = "each target checks one thing")]
mod holds;
#[path = "../pieces.rs"]
mod pieces;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pieces: pieces::Json| holds::json_is_read(&pieces.text()));
