//! What holds for every text: no panic, spans that index the text, a proof for every value, the same answer every time.
//!
//! `PROPTEST_CASES` tells how many cases each property gets. A case that failed once is run again, by the seeds of
//! `tests/properties.seeds`; its text, made small, is also one of `tests/regressions`.
#![cfg(feature = "serde")]

mod holds;
mod reading;
mod sources;
mod spelling;
mod surrounded;
mod texts;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// Cases of a property where `PROPTEST_CASES` tells no other number.
const CASES: u32 = 48;

fn config() -> ProptestConfig {
    let told = std::env::var("PROPTEST_CASES").ok();
    ProptestConfig {
        cases: told.map_or(CASES, |told| told.parse().expect("PROPTEST_CASES is a number")),
        max_shrink_iters: 512,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("tests/properties.seeds"))),
        ..ProptestConfig::default()
    }
}
