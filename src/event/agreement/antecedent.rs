//! Antecedents: whom an "ujarnya", a "ketiganya", an office in the plural or an agency without its region points back to.

use super::documents::parties_in;
use super::listed::all_of;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, VISIT, mention_over};
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::{Fill, Frame};

/// Sentences from a speaker to "ujarnya", beside what is quoted in between.
const SPEAKER: usize = 3;
/// Sentences from a speaker to "ujarnya", with what is quoted.
const QUOTE: usize = 8;
/// Mentions to the government that an agency belongs to.
const HOME: usize = 40;

/// "Pemkab A, B dan C duduk satu meja. Ketiganya ...": the parties of the nearest sentence before that tells of several.
pub(super) fn told_together(input: &Input<'_>, frame: &Frame) -> Vec<Proven<PartyRef>> {
    let sentences = (frame.sentence.saturating_sub(SPEAKER)..frame.sentence).rev();
    let told = |s: usize| {
        let mut found: Vec<Proven<PartyRef>> = Vec::new();
        for party in parties_in(input, s) {
            if !found.iter().any(|p| same_side(&p.value, party)) {
                found.push(Proven::new(party.clone(), Reason::new(party.first, party.last, frame)));
            }
        }
        found
    };
    let mut found = sentences.map(told).find(|found| found.len() >= 2).unwrap_or_default();
    // "Konsul Jenderal X mengusulkan Kota A menjadi kembaran Kota B. Kedua kota ...": whom an envoy speaks for is none of them.
    let count = (frame.first..frame.last).find_map(|at| all_of(input, at));
    if count.is_some_and(|n| found.len() > n) {
        let envoy = |p: &PartyRef| {
            let office = mention_over(input, p.first).is_some_and(|m| matches!(m.what, What::Official(_)));
            office && p.region.is_none() && matches!(p.sort, Some(BodySort::Foreign | BodySort::Mission))
        };
        found.retain(|p| !envoy(&p.value));
    }
    found
}

/// "Bupati X menyambut Bupati Y. Kedua kepala daerah menandatangani ...": the officials of the nearest sentence before that names
/// as many of them, each of a side of its own.
pub(super) fn heads_together(input: &Input<'_>, frame: &Frame) -> Vec<(usize, PartyRef)> {
    let signs = input.phrases(input.words.verb, frame.trigger, frame.last).iter().any(|(v, _, _)| matches!(*v, "sign" | "sign_passive"));
    let Some(count) = (frame.first..frame.last).find_map(|at| all_of(input, at)).filter(|_| signs) else { return Vec::new() };
    let heads = |s: usize| {
        let mut found: Vec<(usize, PartyRef)> = Vec::new();
        let Some(told) = input.sentence(s) else { return found };
        let from = input.mentions.partition_point(|m| m.first < told.first);
        let here = input.mentions.iter().enumerate().skip(from).take_while(|(_, m)| m.first < told.last);
        for (number, _) in here.filter(|(i, _)| input.official(*i).is_some_and(|o| o.office.is_some())) {
            let (Some(person), Some(party)) = (input.person(number), input.party(number)) else { continue };
            if input.credible(person) && !found.iter().any(|(p, q)| *p == person || same_side(q, party)) {
                found.push((person, party.clone()));
            }
        }
        found
    };
    let before = (frame.sentence.saturating_sub(SPEAKER)..frame.sentence).rev();
    before.map(heads).find(|found| !found.is_empty()).filter(|found| found.len() == count).unwrap_or_default()
}

/// An agency or hospital told without its region ("Dinas Pendidikan", "RSUD Majalaya") belongs to the government that the article told of last.
pub(super) fn at_home(input: &Input<'_>, mention: usize, party: PartyRef) -> PartyRef {
    let department = || {
        let head = input.reader.folded(party.first, party.first.saturating_add(1));
        head.starts_with("di") || head == "rsud"
    };
    if party.sort != Some(BodySort::Agency) || party.region.is_some() || !department() {
        return party;
    }
    let government = |i: usize| input.party(i).filter(|p| p.region.is_some() && p.sort != Some(BodySort::Council)).and_then(|p| p.region);
    let region = (mention.saturating_sub(HOME)..mention).rev().find_map(government);
    let region = region.or_else(|| (mention..mention.saturating_add(HOME)).find_map(government));
    PartyRef { region, ..party }
}

/// "... kata Bupati X. "Ini langkah awal," ujarnya seusai meneken MoU dengan Y": who speaks is the official told last.
pub(super) fn speaker(input: &Input<'_>, frame: &Frame) -> Option<Proven<usize>> {
    let last = input.mentions.partition_point(|m| m.first < frame.first);
    let quoted = |s: &usize| input.sentence(*s).is_some_and(|s| input.quoted(s.first.saturating_add(1)));
    let near = |m: &Mention| {
        let told = input.sentence_of(m.first);
        let between = told.saturating_add(1)..frame.sentence;
        frame.sentence.saturating_sub(told) <= QUOTE && between.filter(|s| !quoted(s)).count() < SPEAKER
    };
    let before = (0..last).rev().take_while(|i| input.mentions.get(*i).is_some_and(near));
    // "Dengan X sudah berjalan. Dengan Y masih dibahas, kata Bupati Z": who speaks may be told only behind.
    let says = |m: &Mention| {
        let verbs = input.phrases(input.words.verb, m.first.saturating_sub(1), m.first);
        verbs.iter().any(|(v, _, _)| *v == "speak")
    };
    let close = |m: &Mention| input.sentence_of(m.first).saturating_sub(frame.sentence) < SPEAKER;
    let behind = input.mentions.iter().enumerate().skip(last).take_while(|(_, m)| close(m)).filter(|(_, m)| says(m)).map(|(i, _)| i);
    // "Wali Kota X bertolak ke Y memenuhi undangan Wali Kota Z. Di sana ia meneken ...": it is who the sentence before is about.
    let opens = input.rule_name(frame) == "agreement/pronoun-signs" && frame.sentence > 0;
    let subject = input.sentence(frame.sentence.saturating_sub(1)).filter(|_| opens).and_then(|s| {
        let at = input.mentions.partition_point(|m| m.first < s.first);
        input.mentions.get(at).filter(|m| m.first == s.first).map(|_| at)
    });
    let told = subject.into_iter().chain(before).chain(behind);
    told.filter(|i| input.official(*i).is_some_and(|o| o.name.is_some())).find_map(|i| {
        let person = input.person(i).filter(|p| input.people.persons.get(*p).is_some_and(|q| q.office.is_some()))?;
        let mention = input.mentions.get(i)?;
        Some(Proven::new(person, Reason::new(mention.first, mention.last, frame)))
    })
}

/// "Rektor X yang diwakili Wakil Rektor Y": the first token of each who is absent in a sentence, and who stands in.
pub(super) fn stand_ins<'a>(input: &'a Input<'_>, sentence: usize) -> impl Iterator<Item = (&'a Fill, usize)> {
    let here = input.frames_in(sentence).filter(|f| f.event == VISIT);
    here.filter_map(|frame| {
        let absent = input.fills(frame, "absent").next()?;
        let present = input.fills(frame, "present").find_map(|f| input.person(f.value.mention()?))?;
        Some((absent, present)).filter(|_| input.credible(present))
    })
}

/// The party for which a person stands in, where the sentences say so.
pub(super) fn stands_in_for(input: &Input<'_>, person: usize, sentences: impl Iterator<Item = usize>) -> Option<PartyRef> {
    let mut told = sentences.flat_map(|s| stand_ins(input, s)).filter(|(_, p)| *p == person);
    told.find_map(|(absent, _)| input.stands_for(absent.value.mention()?, true))
}

/// "Kedua bupati": the two persons of the article who hold the office, each with the government.
pub(super) fn holders(input: &Input<'_>, mention: usize) -> Vec<(usize, PartyRef)> {
    let Some(office) = input.official(mention).and_then(|o| o.office.as_ref()) else { return Vec::new() };
    let holds = |(number, p): (usize, &crate::mention::Person)| {
        let same = p.name.is_some() && p.office.as_ref().is_some_and(|o| o.canonical == office.canonical);
        p.party.clone().filter(|_| same).map(|party| (number, party))
    };
    let found: Vec<(usize, PartyRef)> = input.people.persons.iter().enumerate().filter_map(holds).collect();
    if found.len() == 2 { found } else { Vec::new() }
}
