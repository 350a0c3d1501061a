//! Proxies: who stands in for the head of a government, or is sent by him, is of that government ("Bupati Sragen diwakili
//! Asisten I Fulan", "Bupati Sragen mengutus Kepala Bappeda Anu").

use super::people::official;
use crate::mention::{Mention, People, Reader, Resolved};

/// Most tokens between the two: "yang dalam hal ini diwakili oleh".
const NEAR: usize = 7;

impl People {
    /// Gives a person without a party that of the head of a government beside whom a verb of standing in is told.
    pub(super) fn stand_ins(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        for (number, pair) in mentions.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let next = number.saturating_add(1);
            let officials = official(mentions, number).is_some() && official(mentions, next).is_some();
            if !officials || other.first.saturating_sub(one.last) > NEAR || !reader.stands_in(one.last, other.first) {
                continue;
            }
            let party = |m: usize| resolved.parties.get(m).cloned().flatten();
            let (party, mention) = match (party(number), party(next)) {
                (Some(party), None) => (party, next),
                (None, Some(party)) => (party, number),
                _ => continue,
            };
            let person = self.of.get(mention).copied().flatten().and_then(|p| self.persons.get_mut(p));
            if let Some(person) = person.filter(|p| p.party.is_none() && party.sort.is_none() && party.region.is_some()) {
                person.party = Some(party);
            }
        }
    }
}

impl Reader<'_> {
    /// A verb of standing in or of sending stands between two tokens of one sentence.
    fn stands_in(&self, from: usize, to: usize) -> bool {
        let verb = |h: &crate::lexicon::Hit| {
            h.entry.class == self.classes.verb
                && matches!(self.lexicon.value_name(h.entry.value), "represent" | "represent_passive" | "send" | "send_passive")
        };
        let same = self.sentence_of(from.saturating_sub(1)) == self.sentence_of(to);
        // "Sekda X ditugasi menerima Bupati Y": the other is the guest.
        let receives = |h: &crate::lexicon::Hit| h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "receive";
        same && self.hits.of_class(self.classes.verb, from, to).any(verb) && !self.hits.of_class(self.classes.verb, from, to).any(receives)
    }
}
