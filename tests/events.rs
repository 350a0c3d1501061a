//! Short passages and the events that they tell: the constructions by which frames are joined, one or two at a time.
//!
//! `tests/events.txt` holds blocks: what is shown (`#`), the passage, and for each event a line `=` with its `Display` form and
//! lines `+` with its other slots. A passage without `=` tells nothing. `KUNKER_BLESS=1` writes the events anew; read the
//! difference.
#![cfg(feature = "serde")]

mod told;

use std::fs;
use std::path::Path;

use kunker::Extractor;
use told::{blessing, events};

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
