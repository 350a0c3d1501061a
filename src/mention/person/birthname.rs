//! Birth names: the "I" that opens the name of a Balinese man and is no number of the office before it.

use crate::mention::Reader;

/// What tells the order of birth, or the house, behind "I".
const BIRTH: [&str; 11] = ["dewa", "gede", "gusti", "kadek", "ketut", "komang", "made", "nengah", "nyoman", "putu", "wayan"];
/// Offices that are counted: "Asisten I Gede Anu" is the first of several.
const COUNTED: [&str; 8] = ["Asisten", "Deputi", "Inspektur", "Ketua Komisi", "Staf Ahli", "Wakil Dekan", "Wakil Ketua", "Wakil Rektor"];

impl Reader<'_> {
    /// "Kepala Dinas | I Nyoman Anu": of an office that is not counted, what begins at `at` is the holder's name.
    pub(crate) fn is_birth_name(&self, at: usize, canonical: &str) -> bool {
        let opens = self.words_of(at, at.saturating_add(1)) == "I" && self.reads(at.saturating_add(1), &BIRTH);
        opens && self.capital(at.saturating_add(1)) && !COUNTED.iter().any(|o| canonical.starts_with(o))
    }
}
