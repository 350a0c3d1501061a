//! Gifts: "Ketua DPRD X menyerahkan plakat kepada Wakil Bupati Y" tells the first of each side, where nobody is said to lead or to
//! receive.

use super::heads::MENTIONS;
use super::roles::Roles;
use super::side::Side;
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::mention::Person;
use crate::text::Zone;

/// Parts of the words for what guests and hosts hand to each other.
const GIFTS: [&str; 10] =
    ["cenderamata", "cendera", "cinderamata", "cindera", "plakat", "plaket", "kenang", "vandel", "suvenir", "souvenir"];

/// Most tokens between a person and the gift.
const NEAR: usize = 10;

/// The only one of these sides whom the article names beside a gift.
pub(super) fn beside_gift(input: &Input<'_>, roles: &Roles, sides: &[&Side]) -> Option<Proven<usize>> {
    let own = |p: &Person| p.party.as_ref().is_some_and(|party| sides.iter().any(|s| same_side(&s.party, party)));
    let free = |number: usize| roles.parts.iter().all(|p| p.person != number || !p.absent);
    let told = |p: &Person| p.mentions.iter().take(MENTIONS).copied().find(|m| gives(input, *m));
    let named = input.people.persons.iter().enumerate().filter(|(n, p)| p.name.is_some() && own(p) && free(*n));
    let mut found = named.filter_map(|(number, person)| Some((number, input.mentions.get(told(person)?)?)));
    let (number, mention) = found.next()?;
    found.next().is_none().then(|| Proven::new(number, Reason::new(mention.first, mention.last, "visit/beside-gift")))
}

/// A gift is told near the mention, in its sentence.
fn gives(input: &Input<'_>, mention: usize) -> bool {
    let Some(mention) = input.mentions.get(mention) else { return false };
    let sentence = input.sentence_of(mention.first);
    let Some(own) = input.sentence(sentence).filter(|_| matches!(input.zone(sentence), Zone::Body | Zone::Caption)) else { return false };
    let first = mention.first.saturating_sub(NEAR).max(own.first);
    input.has_part(first, mention.last.saturating_add(NEAR).min(own.last), &GIFTS)
}
