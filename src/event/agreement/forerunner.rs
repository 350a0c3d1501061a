//! Forerunners: the letter of intent that went before the paper of the same partners that an article is about ("Hubungan itu
//! dirintis dengan LoI yang diteken tahun 2016. Kamis kedua kota menandatangani MoU").

use super::documents::{Paper, frames_of, kind_of, papers};
use super::partners::Group;
use super::tocome::planned;
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::kinds::AgreementStatus;
use crate::text::Zone;

const LETTER: &str = "letter_of_intent";

/// Words that say a letter is not of these days.
const BEFORE: [&str; 14] = [
    "berawal",
    "bermula",
    "dahulu",
    "diawali",
    "dirintis",
    "dulu",
    "kelanjutan",
    "peningkatan",
    "pernah",
    "sebelum",
    "sebelumnya",
    "sejak",
    "semula",
    "silam",
];

/// Where the letter is told that went before another paper, if one was signed since: no other sentence tells of its signing.
pub(super) fn forerunner<'a>(input: &Input<'a>) -> Option<(usize, Paper<'a>)> {
    let body = || (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body);
    let shown = (0..input.reader.sentences.len()).filter(|s| matches!(input.zone(*s), Zone::Body | Zone::Caption));
    let letter = |s: usize| papers(input, s).into_iter().find(|(k, _, _)| *k == LETTER);
    // Few articles tell of any letter.
    if !body().any(|s| letter(s).is_some()) {
        return None;
    }
    let newest = (0..input.reader.tokens.len()).filter_map(|at| year(input, at)).max();
    let old = |s: usize| before(input, s) || years(input, s).min() < newest && years(input, s).next().is_some();
    let told = body().find_map(|s| letter(s).filter(|_| old(s)).map(|p| (s, p)))?;
    let fresh = body().any(|s| input.signs(s) && letter(s).is_some() && !old(s));
    let other = |s: usize| papers(input, s).iter().any(|(k, _, _)| *k != LETTER);
    let since = shown.into_iter().any(|s| input.signs(s) && other(s) && !planned(input, s));
    (since && !fresh).then_some(told)
}

/// The letter as an agreement of the partners. Its day is another one than that of the paper signed since.
pub(super) fn signed_before<'f>(input: &Input<'f>, group: &Group<'f>) -> Option<(usize, Group<'f>)> {
    let (sentence, paper) = forerunner(input)?;
    let frames = frames_of(input, sentence, group);
    let status = Proven::new(AgreementStatus::Signed, Reason::new(paper.1, paper.2, "status/running"));
    Some((sentence, Group { kind: kind_of(&paper), status: Some(status), ..Group::new(group.parties.clone(), Vec::new(), frames) }))
}

/// The sentence says that what it tells is past: "sebelumnya", "waktu itu".
fn before(input: &Input<'_>, sentence: usize) -> bool {
    let then = |at: usize| input.reader.reads(at, &["waktu"]) && input.reader.reads(at.saturating_add(1), &["itu"]);
    input.sentence(sentence).is_some_and(|t| (t.first..t.last).any(|at| input.reader.reads(at, &BEFORE) || then(at)))
}

fn years(input: &Input<'_>, sentence: usize) -> impl Iterator<Item = u16> {
    let (first, last) = input.sentence(sentence).map_or((0, 0), |t| (t.first, t.last));
    (first..last).filter_map(|at| year(input, at))
}

/// The year that a token tells.
fn year(input: &Input<'_>, at: usize) -> Option<u16> {
    input.reader.words_of(at, at.saturating_add(1)).parse().ok().filter(|y| (1990..2100).contains(y))
}
