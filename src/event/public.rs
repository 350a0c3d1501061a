//! Values as the contract wants them: officials, parties, places.

use super::Input;
use super::draft::Reason;
use crate::document::{Official, Party, Place};
use crate::mention::{self, PartyRef};
use crate::text::collapse;

/// A person as an official, with the tokens of name and title.
pub(crate) fn official(input: &Input<'_>, person: usize) -> (Official, Vec<Reason>) {
    let Some(person) = input.people.persons.get(person) else { return (Official::default(), Vec::new()) };
    let mut reasons = Vec::new();
    if let Some(name) = &person.name {
        reasons.push(Reason::new(name.first, name.last, "person/fullest-name"));
    }
    if let Some(office) = &person.office {
        reasons.push(Reason::new(office.first, office.last, "person/office"));
    }
    (mention::official(input.reader, person), reasons)
}

/// A party of the contract.
pub(crate) fn party(input: &Input<'_>, party: &PartyRef) -> Party {
    Party {
        region: party.region.map(|r| input.reader.lexicon.gazetteer.public(r)),
        org: party.sort.is_some().then(|| collapse(input.reader.words_of(party.first, party.last))),
    }
}

/// A place in the article's words.
pub(crate) fn place(input: &Input<'_>, first: usize, last: usize) -> Place {
    Place { text: collapse(input.reader.words_of(first, last)) }
}
