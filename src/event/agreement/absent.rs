//! Absent signers: "Naskah diteken Bupati X. Hanya saja bupati malam itu diwakili Sekda Y" takes the name of the first back; an
//! office of no name and no place signs nothing.

use super::antecedent::stand_ins;
use super::partners::Group;
use crate::event::Input;
use crate::event::same::same_side;
use crate::mention::OfficialWords;

/// Leaves out of a group the heads for whom, by its sentences or the one behind them, somebody else was there.
pub(super) fn leave_out(input: &Input<'_>, group: &mut Group<'_>) {
    group.signatories.retain(|s| !nobody(input, s.value));
    let signers: Vec<usize> = group.signatories.iter().map(|s| s.value).collect();
    group.signatories.retain(|s| !signers.iter().any(|deputy| deputises(input, *deputy, s.value)));
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

/// "MoU dengan Wali Kota X ... dari Kota X hadir Wakil Wali Kota Anu": the deputy whom the text names signs for the head of no name.
fn deputises(input: &Input<'_>, deputy: usize, head: usize) -> bool {
    let Some((deputy, absent)) = input.people.persons.get(deputy).zip(input.people.persons.get(head)) else { return false };
    let title = |p: &crate::mention::Person| p.office.as_ref().map(|o| o.canonical.clone());
    let below = title(deputy).zip(title(absent)).is_some_and(|(own, of)| own.strip_prefix("Wakil ") == Some(of.as_str()));
    let same = deputy.party.as_ref().zip(absent.party.as_ref()).is_some_and(|(a, b)| same_side(a, b));
    below && same && deputy.name.is_some() && absent.name.is_none()
}

/// "Naskah diteken kepala dinas", "bupati dan wali kota": an office of no name and no place is nobody in particular.
fn nobody(input: &Input<'_>, person: usize) -> bool {
    let Some(person) = input.people.persons.get(person).filter(|p| p.name.is_none()) else { return false };
    person.mentions.iter().all(|m| {
        let field = |o: &OfficialWords| o.office.as_ref().is_some_and(|w| w.unit.is_some() || !w.field.is_empty());
        let placed = |o: &OfficialWords| o.region.is_some() || o.body.is_some() || field(o);
        // "Gubernur kedua provinsi"
        let counted = input.mentions.get(*m).is_some_and(|m| input.reader.reads(m.last, &["dua", "kedua"]));
        !counted && input.official(*m).is_some_and(|o| !placed(o))
    })
}
