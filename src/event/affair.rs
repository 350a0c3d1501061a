//! Affairs: topics that the article states as purpose, topic or scope.

use super::Input;
use super::draft::{Proven, Reason};
use crate::kinds::Affair;
use crate::rule::Frame;
use crate::text::Zone;

/// Furthest a topic stands behind the word that announces it, in tokens.
const REACH: usize = 26;

/// The affairs of a visit.
pub(crate) fn of_visit(input: &Input<'_>, frames: &[&Frame]) -> Vec<Proven<Affair>> {
    stated(input, frames)
}

/// The affairs of an agreement.
pub(crate) fn of_agreement(input: &Input<'_>, frames: &[&Frame]) -> Vec<Proven<Affair>> {
    stated(input, frames)
}

/// Topics behind a word of purpose or scope, in the event's sentences and the ones right behind, and in the headline.
fn stated(input: &Input<'_>, frames: &[&Frame]) -> Vec<Proven<Affair>> {
    let mut found: Vec<Proven<Affair>> = Vec::new();
    for (number, sentence) in input.reader.sentences.iter().enumerate() {
        if !sentence.zone.tells() {
            continue;
        }
        let near = frames.iter().any(|f| number >= f.sentence && number.saturating_sub(f.sentence) <= 1 || f.sentence == number);
        let headline = sentence.zone == Zone::Headline;
        let mut from = sentence.last;
        for (value, first, _) in input.phrases(input.words.verb, sentence.first, sentence.last) {
            if value == "concern" || near && matches!(value, "go" | "do_visit" | "sign" | "sign_loose") {
                from = from.min(first);
            }
        }
        if headline {
            from = sentence.first;
        }
        if !near && !headline {
            continue;
        }
        for (value, first, last) in
            input.phrases_weak(input.words.affair, from, sentence.last.min(from.saturating_add(REACH.saturating_mul(2))))
        {
            let Ok(affair) = value.parse::<Affair>() else { continue };
            if input.quoted(first) || super::mention_over(input, first).is_some_and(|m| !matches!(m.what, crate::mention::What::Body(_))) {
                continue;
            }
            let reason = Reason::new(first, last, "affair/stated");
            match found.iter_mut().find(|p| p.value == affair) {
                Some(known) => known.reasons.push(reason),
                None => found.push(Proven::new(affair, reason)),
            }
        }
    }
    found
}
