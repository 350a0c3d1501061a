//! Papers to come: the words that say a paper is not signed yet but will be.

use super::Input;
use super::documents::{Paper, papers};

/// Most words from "akan" to the verb of signing.
const AHEAD: usize = 6;
/// Most words from "nanti" to that verb, and from it to "tahun depan".
const SOON: usize = 3;

/// "akan ditandatangani", "akan menuangkannya".
pub(super) fn planned(input: &Input<'_>, sentence: usize) -> bool {
    // "LoI menjadi langkah awal menuju nota kesepahaman"
    let towards = |(_, at, _): &Paper<'_>| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["menuju"]));
    if papers(input, sentence).iter().any(towards) {
        return true;
    }
    // "MoU kota kembar kami teken Mei tahun depan", "nanti dituangkan dalam PKS"
    let next = |at: usize| {
        let span = ["bulan", "minggu", "pekan", "tahun"];
        input.reader.reads(at, &span) && input.reader.reads(at.saturating_add(1), &["depan"])
    };
    let soon = |first: usize| (first.saturating_sub(SOON)..first).any(|at| input.reader.reads(at, &["nanti"]));
    let then = |last: usize| (last..last.saturating_add(SOON)).any(next);
    let signs = |v: &str| matches!(v, "sign" | "sign_passive");
    let verbs = input.phrases_in(input.words.verb, sentence);
    if verbs.iter().any(|(v, first, last)| signs(v) && (soon(*first) || then(*last)) || *v == "follow" && soon(*first)) {
        return true;
    }
    let near = |at: usize, first: usize| first >= at && first.saturating_sub(at) <= AHEAD;
    let seals = |at: usize| verbs.iter().any(|(v, first, _)| (v.starts_with("sign") || *v == "follow") && near(at, *first));
    input.phrases_in(input.words.status, sentence).iter().any(|(v, at, _)| *v == "planned" && seals(*at))
}
