//! Proxies: who stands in for the head of a government, or is sent by him, is of that government ("Bupati Sragen diwakili
//! Asisten I Fulan", "Bupati Sragen mengutus Kepala Bappeda Anu").

use super::home::level_of;
use super::people::official;
use crate::mention::{Mention, People, Reader, Resolved, What};

/// Most tokens between the two: "yang dalam hal ini diwakili oleh".
const NEAR: usize = 7;

impl People {
    /// Gives a person without a party that of the head of a government beside whom a verb of standing in is told.
    pub(super) fn stand_ins(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        for (number, pair) in mentions.windows(2).enumerate() {
            let [one, other] = pair else { continue };
            let next = number.saturating_add(1);
            let officials = official(mentions, number).is_some() && official(mentions, next).is_some();
            let sent = || matches!(one.what, What::Region(_)) && reader.sends(mentions, resolved, number);
            if !(officials || sent())
                || other.first.saturating_sub(one.last) > NEAR
                || officials && !reader.stands_in(one.last, other.first)
            {
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
    /// "Kota X | dihadiri langsung | Wali Kota Fulan", "Kabupaten Y | diwakili oleh | Wakil Bupati Anu": the region of a mention was there
    /// by the head told next, of its level.
    fn sends(&self, mentions: &[Mention], resolved: &Resolved, region: usize) -> bool {
        let next = region.saturating_add(1);
        let Some((one, other)) = mentions.get(region).zip(mentions.get(next)) else { return false };
        let level = official(mentions, next).and_then(|w| w.office.as_ref()).and_then(|o| level_of(&o.canonical));
        let own = resolved.parties.get(region).and_then(Option::as_ref).and_then(|p| p.region);
        let fits = level.zip(own).is_some_and(|(level, own)| self.lexicon.gazetteer.level(own) == level);
        let verb = |at: usize| self.reads(at, &["dihadiri", "diwakili"]);
        let beside = |at: usize| self.reads(at, &["langsung", "oleh"]);
        let (first, last) = (one.last, other.first);
        fits && first < last && verb(first) && (first.saturating_add(1)..last).all(beside)
    }

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
