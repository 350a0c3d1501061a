//! Any lines for any table: lines of the built-in tables, some put together from their parts, or plain text.
#![no_main]

#[path = "../../tests/properties/holds.rs"]
#[allow(dead_code, reason = "each target checks one thing")]
mod holds;
#[path = "../pieces.rs"]
mod pieces;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|pieces: pieces::Table| holds::table_holds(pieces.name(), &pieces.text()));
