//! Any rule file: rows of atoms in the form of rules, pieces of the built-in files, or plain text.
#![no_main]

#[path = "../../tests/properties/holds.rs"]
#[allow(dead_code, reason = "each target checks one thing")]
mod holds;
#[path = "../pieces.rs"]
mod pieces;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pieces: pieces::Rules| holds::rules_hold(&pieces.text()));
