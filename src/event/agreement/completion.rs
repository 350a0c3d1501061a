//! Completion: the party that a group lacks, by the visit or by what the article speaks of most.

use super::members::only_locates;
use super::partners::{Group, has};
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::tally;
use crate::event::visit::Draft as VisitDraft;
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Sentences from the heads of the parties to "para kepala daerah itu".
const TOLD: usize = 3;

/// "Hadir Gubernur X, Gubernur Y ... Memorandum itu diteken para pemimpin daerah tersebut": the heads told shortly before signed.
pub(super) fn heads_sign(input: &Input<'_>, groups: &mut [Group<'_>]) {
    const HEADS: [&str; 9] = ["bupati", "gubernur", "kepala", "ketua", "pemimpin", "pimpinan", "rektor", "wali", "walikota"];
    let those = |at: usize| {
        let head = input.reader.reads(at, &["para", "seluruh", "semua"]) && input.reader.reads(at.saturating_add(1), &HEADS);
        head && (2..4).any(|next| input.reader.reads(at.saturating_add(next), &["itu", "tersebut", "tadi"]))
    };
    // Of one paper all sentences tell.
    let [group] = groups else { return };
    if group.signatories.len().saturating_mul(2) >= group.parties.len() {
        return;
    }
    let told = |s: &usize| input.signs(*s) && input.sentence(*s).is_some_and(|t| (t.first..t.last).any(those));
    let Some(sentence) = (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body).find(told) else { return };
    let before = (sentence.saturating_sub(TOLD)..=sentence).filter(|s| input.zone(*s) == Zone::Body);
    let heads = before.flat_map(|s| input.mentions_in(s)).filter_map(|(number, mention)| {
        let person = input.person(number).filter(|_| input.official(number).is_some_and(|o| o.name.is_some() && o.office.is_some()))?;
        let own = input.party_of(person).is_some_and(|p| has(group, p));
        own.then(|| Proven::new(person, Reason::new(mention.first, mention.last, "agreement/heads-sign")))
    });
    group.sign(heads.collect());
}

/// "MoU antara Pemkab X dan Universitas Y diteken. Tanda tangan dibubuhkan Bupati X dan Rektor Z": where the sentence right behind a
/// paper names none, its signers signed that one, whatever their houses are called there.
pub(super) fn merge_signers(input: &Input<'_>, groups: &mut Vec<Group<'_>>) {
    let bare = |g: &Group<'_>| {
        g.own.is_none()
            && g.kind.is_none()
            && g.signatories.len() >= 2
            && g.frames.iter().all(|f| input.zone(f.sentence) == Zone::Body && !input.has(input.words.agreement_kind, None, f.sentence))
    };
    let mut merged: Vec<Group<'_>> = Vec::new();
    for group in groups.drain(..) {
        let signs = |m: &&mut Group<'_>| {
            let behind = |f: &Frame| m.frames.iter().any(|h| f.sentence == h.sentence.saturating_add(1));
            let shares = group.parties.iter().any(|p| has(m, &p.value));
            m.own.is_none() && m.parties.len() >= 2 && m.signatories.is_empty() && shares && group.frames.iter().any(|f| behind(f))
        };
        match merged.last_mut().filter(|_| bare(&group)).filter(signs) {
            Some(paper) => {
                paper.sign(group.signatories);
                paper.frames.extend(group.frames);
            }
            None => merged.push(group),
        }
    }
    *groups = merged;
}

/// "Kerja sama dengan X meliputi ... MoU sudah kami teken": each tells one side of the same two, which only completion shows.
pub(super) fn merge_completed(groups: &mut Vec<Group<'_>>) {
    let guessed = |g: &Group<'_>| g.parties.iter().any(|p| p.reasons.iter().all(|r| r.rule == MAIN_PARTY));
    let mut merged: Vec<Group<'_>> = Vec::new();
    for group in groups.drain(..) {
        let twin = merged.iter_mut().find(|m| {
            let free = m.own.is_none() && group.own.is_none();
            let same = m.parties.len() == group.parties.len() && group.parties.iter().all(|p| has(m, &p.value));
            free && same && (guessed(m) || guessed(&group))
        });
        match twin {
            Some(m) => m.take_in(group),
            None => merged.push(group),
        }
    }
    *groups = merged;
}

/// The rule of a party that is only what the article speaks of most.
const MAIN_PARTY: &str = "agreement/main-party";

/// A group with one party takes the other from the visit, or from what the article speaks of most.
pub(super) fn complete(input: &Input<'_>, groups: &mut [Group<'_>], visits: &[VisitDraft]) {
    let mut centre: Option<Proven<PartyRef>> = None;
    for group in groups.iter_mut() {
        // "Kemudian dengan Y": whose papers they are is told with the first one.
        if group.parties.len() < 2 && group.follows() {
            group.parties.extend(centre.clone().filter(|c| !has(group, &c.value)));
        }
        // "Dilanjutkan penandatanganan MoU dengan Kapolres X dan Dandim X": whose partners they are is told before.
        if group.parties.len() == 2 && (only_partners(input, group) || next_turn(input, group)) {
            let own = centre.clone().or_else(|| salient(input, group, true).map(main_party));
            group.parties.extend(own.filter(|c| !has(group, &c.value)));
        }
        if group.parties.len() < 2 {
            complete_one(input, group, visits);
            // "Dengan X kerja samanya ..., dengan Y ...": the partner is told, whose papers they are goes before it.
            if group.follows() {
                group.parties.reverse();
            }
        }
        centre = group.parties.iter().find(|p| p.value.region.is_some()).cloned().or(centre);
    }
}

/// Nobody is told but those behind "dengan", and no government is among them.
fn only_partners(input: &Input<'_>, group: &Group<'_>) -> bool {
    let mut naming = group.frames.iter().filter(|f| input.fills(f, "parties").chain(input.fills(f, "signatories")).next().is_some());
    naming.all(|f| input.rule_name(f) == "agreement/kind-with") && group.parties.iter().all(|p| p.value.region.is_none())
}

/// "Sesudah itu giliran Kapolres X dan Dandim Y yang meneken MoU": they take their turn with the partner of those before.
fn next_turn(input: &Input<'_>, group: &Group<'_>) -> bool {
    let turn = |f: &&Frame| input.rule_name(f) == "agreement/signs-next" && input.reader.reads(f.trigger, &["giliran"]);
    group.parties.iter().all(|p| p.value.region.is_none()) && group.frames.iter().any(turn)
}

fn main_party(party: PartyRef) -> Proven<PartyRef> {
    let reason = Reason::new(party.first, party.last, MAIN_PARTY);
    Proven::new(party, reason)
}

/// The parties of a group that has fewer than two.
fn complete_one(input: &Input<'_>, group: &mut Group<'_>, visits: &[VisitDraft]) {
    if let Some(visit) = visits.first() {
        let both: Vec<&Proven<PartyRef>> = visit.visitors.iter().chain(&visit.hosts).collect();
        if group.parties.is_empty() || both.iter().any(|p| has(group, &p.value)) {
            for party in both {
                if !has(group, &party.value) {
                    group.parties.push(party.clone());
                }
            }
        }
    }
    while group.parties.len() < 2 {
        let government = group.parties.iter().any(|p| p.value.region.is_some());
        let Some(party) = salient(input, group, !government).or_else(|| salient(input, group, true)) else { break };
        group.parties.push(main_party(party));
    }
}

/// "Disaksikan Gubernur X", "Gubernur X turut menyaksikan": who only sees it is no party.
fn watches(input: &Input<'_>, mention: &Mention) -> bool {
    let seen = |from: usize, to: usize, word: &str| {
        let near = input.phrases(input.words.verb, from, to);
        near.iter().any(|(v, at, last)| *v == "witness" && input.has_part(*at, *last, &[word]))
    };
    seen(mention.first.saturating_sub(2), mention.first, "disaksikan") || seen(mention.last, mention.last.saturating_add(2), "menyaksikan")
}

/// The party that the article speaks of most, beside those known: a regional government, or another organisation.
fn salient(input: &Input<'_>, group: &Group<'_>, regional: bool) -> Option<PartyRef> {
    let mut counts: Vec<(&PartyRef, u32)> = Vec::new();
    for (i, mention) in input.mentions.iter().enumerate() {
        let Some(party) = input.party(i).filter(|p| p.region.is_some() == regional) else { continue };
        let zone = input.zone(input.sentence_of(mention.first));
        // "TPID", "Dishub": an office of the own government is hardly the other side.
        if matches!(party.sort, Some(BodySort::Agency | BodySort::Council)) && !regional {
            continue;
        }
        if !zone.tells()
            || has(group, party)
            || matches!(mention.what, What::Place(_))
            || only_locates(input, mention)
            || watches(input, mention)
        {
            continue;
        }
        let weight: u32 = match &mention.what {
            What::Region(r) if r.government => 3,
            What::Official(_) | What::Body(_) => 2,
            _ => 1,
        };
        let near = group.frames.iter().any(|f| f.sentence.abs_diff(input.sentence_of(mention.first)) <= 1);
        let weight = if near { weight.saturating_mul(2) } else { weight };
        // A mission stands for its country only where no place abroad is named.
        let weight = if party.sort == Some(BodySort::Mission) { 1 } else { weight };
        tally(&mut counts, party, weight);
    }
    let (party, _) = counts.into_iter().filter(|(_, c)| *c >= 4).max_by_key(|(_, c)| *c)?;
    Some(if regional { PartyRef { sort: None, ..party.clone() } } else { party.clone() })
}
