//! Parties abroad: which country a party is, or lies in.

use super::Input;
use super::visit::side::Side;
use crate::mention::{BodySort, PartyRef};

/// The first place abroad in the name of a party of this sort, with its tokens; none of a place that no table knows.
fn place<'a>(input: &Input<'a>, party: &PartyRef) -> Option<(&'a str, usize, usize)> {
    let abroad = || input.phrases_weak(input.reader.classes.foreign, party.first, party.last).into_iter().next();
    (party.sort == Some(BodySort::Foreign)).then(abroad).flatten()
}

/// The code of the country that the party is: "Jepang", not "Kota Kyoto, Jepang".
pub(super) fn country<'a>(input: &Input<'a>, party: &PartyRef) -> Option<&'a str> {
    let (value, first, last) = place(input, party)?;
    (!value.contains('.') && (first, last) == (party.first, party.last)).then_some(value)
}

/// "Tamu dari Jepang", namely "Pemerintah Kota Kyoto": a country beside a place in it only says where that lies. Of a place that
/// no table knows it is the only country told.
pub(super) fn drop_countries(input: &Input<'_>, sides: &mut Vec<&Side>) {
    let only = sides.iter().filter(|s| country(input, &s.party).is_some()).count() == 1;
    let within = |s: &Side, code: &str| match place(input, &s.party) {
        Some((value, ..)) => value.split_once('.').is_some_and(|(of, _)| of == code),
        None => only && s.party.sort == Some(BodySort::Foreign),
    };
    let all = sides.clone();
    sides.retain(|s| country(input, &s.party).is_none_or(|code| !all.iter().any(|o| within(o, code))));
}
