//! Values as the contract wants them: titles, officials, parties, places.

use super::Input;
use super::draft::Reason;
use crate::document::{Official, Party, Place};
use crate::extractor::collapse;
use crate::mention::{OfficeWords, PartyRef, Reader};
use crate::{Office, Title};

/// A title from the words of an office.
pub(crate) fn title(reader: &Reader<'_>, words: &OfficeWords) -> Title {
    let (office, deputy) = Office::from_canonical(&words.canonical);
    let piece = |range: Option<(usize, usize)>| range.map(|(first, last)| collapse(reader.words_of(first, last)));
    Title {
        office,
        deputy,
        acting: words.acting,
        number: piece(words.number),
        unit: piece(words.unit),
        text: collapse(reader.words_of(words.first, words.last)),
    }
}

/// A person as an official, with the tokens of name and title.
pub(crate) fn official(input: &Input<'_>, person: usize) -> (Official, Vec<Reason>) {
    let mut out = Official::default();
    let mut reasons = Vec::new();
    let Some(person) = input.people.persons.get(person) else { return (out, reasons) };
    let reader = input.reader;
    let words = |first: usize, last: usize| collapse(reader.words_of(first, last));
    if let Some(name) = &person.name {
        out.name = Some(words(name.first, name.last));
        out.honorifics = name.honorifics.iter().map(|(f, l)| words(*f, *l)).collect();
        out.degrees = name.degrees.iter().map(|(f, l)| words(*f, *l)).collect();
        reasons.push(Reason::new(name.first, name.last, "person/fullest-name"));
    }
    if let Some(office) = &person.office {
        out.title = Some(title(reader, office));
        reasons.push(Reason::new(office.first, office.last, "person/office"));
    }
    out.region = person.party.as_ref().and_then(|p| p.region).map(|r| reader.lexicon.gazetteer.public(r));
    (out, reasons)
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
