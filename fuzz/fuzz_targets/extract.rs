//! Any text: pieces of articles and phrases of the tables, joined by whatever, or plain bytes.
#![no_main]

#[path = "../../tests/properties/holds.rs"]
#[allow(dead_code, reason = "each target checks one thing")]
mod holds;
#[path = "../pieces.rs"]
mod pieces;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pieces: pieces::Text| holds::text_holds(&pieces.text()));
