//! The unnamed side: who a visit's other side is where no rule names it.

use super::roles::Roles;
use super::side::Side;
use crate::event::proof::Reason;
use crate::event::same::{same_side, tally};
use crate::event::{AGREEMENT, Input, PARTIES, mention_over};
use crate::mention::{BodySort, PartyRef};
use crate::text::Zone;

/// The side that no rule named: the other party that the article speaks of most, else the one party with which the known side
/// makes a paper.
pub(super) fn infer(input: &Input<'_>, roles: &Roles, known: &[&Side], visitor: bool) -> Option<Side> {
    let party = spoken_of(input, known, visitor).or_else(|| partner(input, known))?;
    let other = |s: &Side| if visitor { s.host > s.visitor } else { s.visitor > s.host };
    if roles.sides.iter().any(|s| same_side(&s.party, party) && other(s)) {
        return None;
    }
    let reason = Reason::new(party.first, party.last, "visit/other-party");
    let mut side = Side::new(party.clone());
    if visitor {
        (side.visitor, side.visitor_reasons) = (0.1, vec![reason]);
    } else {
        (side.host, side.host_reasons) = (0.1, vec![reason]);
    }
    Some(side)
}

/// "Gubernur X meneken kesepakatan dengan Rektor Y, dan gembira menerima mereka": who makes a paper with the side that is told.
fn partner<'i>(input: &Input<'i>, known: &[&Side]) -> Option<&'i PartyRef> {
    let papers = input.frames.iter().enumerate().filter(|(n, f)| f.event == AGREEMENT && input.counts(*n)).map(|(_, f)| f);
    let sides = papers.flat_map(|f| input.fills(f, "parties").chain(input.fills(f, "signatories")));
    let all: Vec<&PartyRef> = sides.filter_map(|f| input.party(f.value.mention()?)).take(PARTIES).collect();
    let own = |p: &PartyRef| known.iter().any(|k| same_side(&k.party, p));
    let (known, mut others): (Vec<&PartyRef>, Vec<&PartyRef>) = all.into_iter().partition(|p| own(p));
    let first = others.pop().filter(|_| !known.is_empty())?;
    others.iter().all(|p| same_side(p, first)).then_some(first)
}

/// The other party that the article speaks of most: a guest more than once.
fn spoken_of<'i>(input: &Input<'i>, known: &[&Side], visitor: bool) -> Option<&'i PartyRef> {
    let mut counts: Vec<(&PartyRef, u32)> = Vec::new();
    for (i, mention) in input.mentions.iter().enumerate() {
        let Some(party) = input.party(i) else { continue };
        let zone = input.zone(input.sentence_of(mention.first));
        // "Dinas Pertanian sudah dimintai data": of the region that is told, and nobody's host.
        let homeless = party.sort == Some(BodySort::Agency) && party.region.is_none();
        let foreign =
            homeless || matches!(party.sort, Some(BodySort::Company | BodySort::University | BodySort::Association | BodySort::Vertical));
        let province = party.region.is_some_and(|r| input.reader.lexicon.gazetteer.province(r) == r)
            && party.sort.is_none()
            && mention.what.is_bare_region();
        // "... sedang rapat bersama Presiden": nobody's host by the way.
        let president = !visitor && party.region.is_none() && party.key.iter().any(|w| w == "presiden");
        if !zone.tells() && zone != Zone::Dateline || president || known.iter().any(|k| same_side(&k.party, party)) || foreign || province {
            continue;
        }
        if example(input, mention.first) {
            continue;
        }
        let within_known =
            known.iter().any(|k| k.party.region.is_some_and(|r| party.region == Some(input.reader.lexicon.gazetteer.province(r))));
        if within_known && party.sort.is_none() {
            continue;
        }
        tally(&mut counts, party, 1);
    }
    let (party, count) = counts.into_iter().max_by_key(|(_, c)| *c)?;
    let wanted = if visitor { 2 } else { 1 };
    (count >= wanted).then_some(party)
}

/// Most mentions of a list that is looked through for what leads it.
const EXAMPLES: usize = 6;

/// "Kota-kota seperti X, Y dan Z menjadi tujuan": named as an example, perhaps one of several.
fn example(input: &Input<'_>, first: usize) -> bool {
    let mut first = first;
    for _ in 0..EXAMPLES {
        let Some(before) = first.checked_sub(1) else { return false };
        if input.reader.reads(before, &["seperti", "semacam", "misalnya"]) {
            return true;
        }
        let comma = |at: usize| input.reader.sign(at) == b',';
        let word = input.reader.reads(before, &["dan", "atau", "hingga"]);
        // "X, Y, dan Z"
        let joint = before.saturating_sub(usize::from(word && comma(before.saturating_sub(1))));
        let Some(other) = mention_over(input, joint.saturating_sub(1)).filter(|_| word || comma(before)) else { return false };
        first = other.first;
    }
    false
}
