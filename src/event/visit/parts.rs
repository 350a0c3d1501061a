//! Parts of a council that go somewhere without a verb: "Komisi B ke Kota X", "Komisi II di Kota X".

use super::committees::part;
use crate::event::Input;
use crate::mention::BodySort;
use crate::rule::{Fill, Frame};

/// "... studi banding ke DPRD A dan DPRD B ke C": the first of the list is where others went.
pub(super) fn goal_of_list(input: &Input<'_>, frame: &Frame) -> bool {
    let goal = |before: usize| input.reader.reads(before, &["ke", "di"]);
    input.rule_name(frame) == "visit/parts-go" && frame.first.checked_sub(1).is_some_and(goal)
}

/// "Komisi B ke Kota X" goes, "Dinas Y ke Kota X" may be anything, and so may what a whole council does before "ke". "Komisi II
/// di Kota X" goes there only as one of several told of: at the begin of a sentence or a clause.
pub(super) fn bare_part(input: &Input<'_>, frame: &Frame) -> bool {
    // "Komisi A menyambangi Kota X, Komisi B Kota Y".
    if input.rule_name(frame) == "visit/part-gapped" {
        return input.fills(frame, "visitors").any(|f| f.value.mention().and_then(|m| part(input, m)).is_none());
    }
    if !matches!(input.rule_name(frame), "visit/part-goes" | "visit/parts-go") {
        return false;
    }
    let next = |f: &Fill| input.reader.reads(f.last, &["ke"]);
    let council = |f: &Fill| {
        let party = |m: usize| input.party(m).is_some_and(|p| p.sort == Some(BodySort::Council) && next(f));
        f.value.mention().is_some_and(|m| party(m) || part(input, m).is_some())
    };
    let bare = |f: Fill| f.last == frame.trigger && input.reader.reads(f.last, &["di"]) && !opens(input, f.first);
    !input.fills(frame, "visitors").all(council) || input.fills(frame, "visitors").any(|f| bare(*f))
}

/// Sentences back to the visit of which "Komisi II di Kota X" tells a part.
const TOLD: usize = 4;

/// A token opens its sentence or a clause of it, and a visit is told there or shortly before.
fn opens(input: &Input<'_>, token: usize) -> bool {
    let sentence = input.sentence_of(token);
    let first = input.sentence(sentence).map_or(token, |s| s.first);
    let links = |before: usize| {
        input.reader.sign(before) == b',' || input.reader.reads(before, &["sedangkan", "sementara", "adapun", "dan", "serta", "itu"])
    };
    let mut near = sentence.saturating_sub(TOLD)..sentence.saturating_add(1);
    token.checked_sub(1).is_none_or(|before| before < first || links(before)) && near.any(|s| input.has(input.words.visit_kind, None, s))
}
