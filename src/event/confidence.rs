//! Confidence: the chance that all parties of an event are right, by how they are told.
//!
//! It is a logistic model: each ground for doubt takes from the log-odds that the event begins with. The weights were fitted to
//! 923 events of articles from which the rules learned and, each counted twice, 124 of articles that nobody had seen, and
//! rounded; the beginning so that both kinds of articles weigh the same.

use std::collections::BTreeSet;

use super::Input;
use super::abroad::country;
use super::proof::Proven;
use super::same::same_side;
use crate::Slot;
use crate::document::Evidence;
use crate::mention::{BodySort, PartyRef, What};

/// Log-odds of a visit whose sides are told three times and more, and by nothing that raises a doubt.
const TOLD: f64 = 2.5;
/// An agreement tells its parties in one list, a visit the sides in different places.
const LIST: f64 = 0.6;
/// A party that only one place, or only two places, tell.
const ONCE: f64 = -1.0;
const TWICE: f64 = -0.3;
/// A party that no rule named: the other one of which the article speaks.
const INFERRED: f64 = -1.2;
/// More than one party on a side: one more may be missed, or be one of another event.
const CROWD: f64 = -1.7;
/// A visit to nobody.
const NOBODY: f64 = -2.4;
/// Each other organisation in the sentences that tell the parties, up to [`OTHERS`].
const OTHER: f64 = -0.2;
const OTHERS: usize = 3;
/// Each party that is of no region: names of organisations have many forms.
const ORGANISATION: f64 = -0.3;

/// A nation or its mission in a list of parties: as a rule one of its cities or companies agrees, told elsewhere.
const NATION: f64 = -0.9;

/// Rules of the sides that were inferred.
const INFERRING: [&str; 2] = ["visit/other-party", "agreement/main-party"];

/// The sides of an event: each slot with its parties.
pub(super) type Sides<'d> = &'d [(Slot, &'d [Proven<PartyRef>])];

/// The confidence of an event by its sides and their proofs; `open`: it has a side that should be told and is not.
pub(super) fn confidence(input: &Input<'_>, evidence: &Evidence, sides: Sides<'_>, open: bool) -> f64 {
    let parties = || sides.iter().flat_map(|(_, parties)| parties.iter());
    let told = sides.iter().flat_map(|(slot, parties)| (0..parties.len()).map(|item| (*slot, item)));
    let proofs = |(slot, item)| evidence.proofs.iter().filter(move |p| p.slot == slot && p.item == item);
    let least = told.clone().map(|t| proofs(t).count()).min().unwrap_or(0);
    let inferred = told.into_iter().any(|t| proofs(t).any(|p| INFERRING.contains(&p.rule.as_str())));
    let listed = sides.iter().any(|(slot, _)| *slot == Slot::Parties);
    let most = if listed { 2 } else { 1 };
    let crowd = sides.iter().any(|(_, parties)| parties.len() > most);
    let organisations = parties().filter(|p| p.value.region.is_none()).count();
    let nation = |p: &PartyRef| p.sort == Some(BodySort::Mission) || country(input, p).is_some();
    let grounds = [
        (LIST, usize::from(listed)),
        (ONCE, usize::from(least <= 1)),
        (TWICE, usize::from(least == 2)),
        (INFERRED, usize::from(inferred)),
        (CROWD, usize::from(crowd)),
        (NOBODY, usize::from(open)),
        (OTHER, others(input, sides)),
        (ORGANISATION, organisations),
        (NATION, usize::from(listed && parties().any(|p| nation(&p.value)))),
    ];
    let times = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    let odds = grounds.into_iter().fold(TOLD, |sum, (weight, count)| sum + weight * times(count));
    // In thousandths: a reader of JSON gets back what was written only of a short number.
    (1000.0 / (1.0 + (-odds).exp())).round() / 1000.0
}

/// Other organisations of no region in the sentences that tell the parties, up to [`OTHERS`].
fn others(input: &Input<'_>, sides: Sides<'_>) -> usize {
    let parties = || sides.iter().flat_map(|(_, parties)| parties.iter());
    let sentences: BTreeSet<usize> = parties().flat_map(|p| &p.reasons).map(|r| input.sentence_of(r.first)).collect();
    let mut found: Vec<&PartyRef> = Vec::new();
    for sentence in sentences.into_iter().filter_map(|s| input.sentence(s)) {
        let from = input.mentions.partition_point(|m| m.first < sentence.first);
        let here = input.mentions.iter().enumerate().skip(from).take_while(|(_, m)| m.first < sentence.last);
        for party in here.filter(|(_, m)| matches!(m.what, What::Body(_))).filter_map(|(number, _)| input.party(number)) {
            let known = || parties().any(|p| same_side(&p.value, party)) || found.iter().any(|f| same_side(f, party));
            if party.region.is_none() && !known() {
                found.push(party);
            }
            if found.len() >= OTHERS {
                return OTHERS;
            }
        }
    }
    found.len()
}
