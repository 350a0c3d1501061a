//! Values as the contract wants them: officials, parties, places.

use super::Input;
use super::proof::{Giver, Proven, Reason, prove};
use crate::Slot;
use crate::document::{Evidence, Official, Party, Place};
use crate::mention::{self, BodySort, PartyRef};
use crate::text::{Zone, collapse};

/// The officials of a slot, whose proofs are appended.
pub(crate) fn officials(input: &Input<'_>, evidence: &mut Evidence, slot: Slot, told: &[Proven<usize>]) -> Vec<Official> {
    listed(input, evidence, slot, told.iter().map(|person| official(input, person)))
}

/// The parties of a slot, whose proofs are appended.
pub(crate) fn parties(input: &Input<'_>, evidence: &mut Evidence, slot: Slot, told: &[Proven<PartyRef>]) -> Vec<Party> {
    listed(input, evidence, slot, told.iter().map(|own| party(input, own)))
}

fn listed<T>(input: &Input<'_>, evidence: &mut Evidence, slot: Slot, values: impl Iterator<Item = (T, Vec<Reason>)>) -> Vec<T> {
    let proven = |(item, (value, reasons)): (usize, (T, Vec<Reason>))| {
        prove(input, evidence, slot, item, &reasons);
        value
    };
    values.enumerate().map(proven).collect()
}

/// A person as an official, with the tokens of name and title, and those that told the role. Where one and the same words tell
/// both, the rule of the role is the reason.
fn official(input: &Input<'_>, person: &Proven<usize>) -> (Official, Vec<Reason>) {
    let Some(told) = input.people.persons.get(person.value) else { return (Official::default(), Vec::new()) };
    let name = told.name.as_ref().map(|name| Reason::new(name.first, name.last, "person/fullest-name"));
    let office = told.office.as_ref().map(|office| Reason::new(office.first, office.last, "person/office"));
    let role = |own: &Reason| person.reasons.iter().any(|r| (r.first, r.last) == (own.first, own.last));
    let mut reasons: Vec<Reason> = [name, office].into_iter().flatten().filter(|own| !role(own)).collect();
    reasons.extend(person.reasons.iter().copied());
    (mention::official(input.reader, told), reasons)
}

/// A party of the contract, with the tokens that name it.
fn party(input: &Input<'_>, party: &Proven<PartyRef>) -> (Party, Vec<Reason>) {
    let own = &party.value;
    let full = explained(input, own).or_else(|| told_in_text(input, own));
    let mut reasons: Vec<Reason> = full.map(|f| Reason::new(f.first, f.last, "party/full-name")).into_iter().collect();
    let head = own.head.filter(|_| full.is_none());
    reasons.extend(head.map(|(first, last)| Reason::new(first, last, "party/shared-head")));
    reasons.push(Reason::new(own.first, own.last, party.reasons.first().map_or(Giver::Step(""), |r| r.rule)));
    reasons.extend(party.reasons.iter().cloned());
    let region = own.region.map(|r| input.reader.lexicon.gazetteer.public(r));
    let words = |first: usize, last: usize| collapse(input.reader.words_of(first, last));
    let name = full.unwrap_or(own);
    let org = || match head {
        Some((first, last)) => format!("{} {}", words(first, last), words(name.first, name.last)),
        None => words(name.first, name.last),
    };
    (Party { region, org: own.sort.is_some().then(org) }, reasons)
}

/// Most tokens of a short form: "Kanwil DJP".
const SHORT: usize = 3;

/// The full name behind which the article puts this short one in brackets: "Universitas Nusa Cendana (Undana)".
fn explained<'a>(input: &Input<'a>, party: &PartyRef) -> Option<&'a PartyRef> {
    let length = party.last.saturating_sub(party.first);
    if party.sort.is_none() || !(1..=SHORT).contains(&length) {
        return None;
    }
    let short = input.reader.folded(party.first, party.last);
    let explains = |full: &&PartyRef| {
        let opens = |at: usize| input.reader.sign(at) == b'(' && input.reader.sign(at.saturating_add(length).saturating_add(1)) == b')';
        let mut brackets = (full.first..full.last).filter(|at| opens(*at)).map(|at| at.saturating_add(1));
        full.region == party.region
            && full.sort.is_some()
            && full.last.saturating_sub(full.first) > length
            && brackets.any(|at| input.reader.folded(at, at.saturating_add(length)) == short)
    };
    input.resolved.parties.iter().flatten().find(explains)
}

/// The headline's "Kemendagri" where the text says "Kementerian Dalam Negeri".
fn told_in_text<'a>(input: &Input<'a>, party: &PartyRef) -> Option<&'a PartyRef> {
    let length = |p: &PartyRef| p.last.saturating_sub(p.first);
    let zone = |p: &PartyRef| input.zone(input.sentence_of(p.first));
    if party.sort != Some(BodySort::Central) || length(party) != 1 || zone(party) != Zone::Headline {
        return None;
    }
    // "Direktorat X Kemendagri" is a part of it.
    let whole = |p: &PartyRef| input.reader.reads(p.first, &["badan", "kementerian", "komisi", "lembaga", "menteri"]);
    let fuller = |p: &&PartyRef| p.sort == party.sort && length(p) > 1 && whole(p) && zone(p) == Zone::Body && p.same(party);
    input.resolved.parties.iter().flatten().find(fuller)
}

/// A place in the article's words.
pub(crate) fn place(input: &Input<'_>, first: usize, last: usize) -> Place {
    Place { text: collapse(input.reader.words_of(first, last)) }
}
