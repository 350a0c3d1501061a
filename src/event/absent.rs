//! Absent signers: "Naskah diteken Bupati X. Hanya saja bupati malam itu diwakili Sekda Y" takes the name of the first back.

use super::Input;
use super::antecedent::stand_ins;
use super::partners::Group;
use super::roles::same_side;

/// Leaves out of a group the heads for whom, by its sentences or the one behind them, somebody else was there.
pub(super) fn leave_out(input: &Input<'_>, group: &mut Group<'_>) {
    let mut sentences: Vec<usize> = group.frames.iter().flat_map(|f| [f.sentence, f.sentence.saturating_add(1)]).collect();
    sentences.sort_unstable();
    sentences.dedup();
    for sentence in sentences {
        for (absent, present) in stand_ins(input, sentence) {
            let title = absent.value.mention().and_then(|m| input.official(m)).and_then(|o| o.office.as_ref());
            let (Some(title), Some(party)) = (title, input.party_of(present)) else { continue };
            if !group.signatories.iter().any(|s| s.value == present) {
                continue;
            }
            let holds = |person: usize| {
                let office = input.people.persons.get(person).and_then(|p| p.office.as_ref());
                office.is_some_and(|o| o.canonical == title.canonical) && input.party_of(person).is_some_and(|p| same_side(p, party))
            };
            group.signatories.retain(|s| s.value == present || !holds(s.value));
        }
    }
}
