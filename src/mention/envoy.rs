//! Envoys: "Konsulat Jenderal Jepang di Medan, Fulan" calls the envoy by the name of the mission.

use super::apposition::drop_marked;
use super::{BodySort, Mention, OfficeWords, OfficialWords, Reader, What};

/// Beginnings of the names of missions, and who heads them.
const HEADS: [(&str, &str); 4] = [
    ("konsulat jenderal", "Konsul Jenderal"),
    ("konsulat kehormatan", "Konsul Kehormatan"),
    ("konsulat", "Konsul"),
    ("kedutaan besar", "Duta Besar"),
];

impl Reader<'_> {
    /// A mission with the name of a person right behind it is its head.
    pub(super) fn envoys(&self, mentions: &mut Vec<Mention>) {
        let mut taken_up = vec![false; mentions.len()];
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let (Some(Mention { first, last, what: What::Body(mission) }), Some(person)) = (before.last(), rest.first_mut()) else {
                continue;
            };
            let bearer = matches!(&person.what, What::Official(w) if w.office.is_none() && w.name.is_some());
            if mission.sort != BodySort::Mission || !bearer || !self.bears((*first, *last), person) {
                continue;
            }
            let Some(office) = self.head_of_mission(*first, *last) else { continue };
            let (first, body) = (*first, (mission.clone(), *first, *last));
            if let What::Official(words) = &mut person.what {
                **words = OfficialWords { office: Some(office), body: Some(body), sure: true, ..std::mem::take(&mut **words) };
            }
            person.first = first;
            if let Some(taken) = taken_up.get_mut(i.saturating_sub(1)) {
                *taken = true;
            }
        }
        drop_marked(mentions, taken_up);
    }

    fn head_of_mission(&self, first: usize, last: usize) -> Option<OfficeWords> {
        let name = self.folded(first, last);
        let (_, title) = HEADS.iter().find(|(head, _)| name.starts_with(head))?;
        Some(OfficeWords { first, last, head: (first, last), canonical: (*title).to_owned(), ..OfficeWords::default() })
    }

    /// The name stands right behind, or between commas.
    fn bears(&self, (mission, from): (usize, usize), person: &Mention) -> bool {
        let sign = |at: usize| self.tokens.get(at).map_or(0, |t| t.sign);
        // "Konsulat Jenderal (Konjen) Jepang di Medan, Fulan pun": the bracket says already that the envoy is meant.
        let meant = || (mission..from).any(|at| sign(at) == b'(' && self.reads(at.saturating_add(1), &["konjen", "konsul", "dubes"]));
        // "Konsulat Jenderal Jepang di Medan, Fulan bertamu": nothing stands before it, or nothing behind the name.
        let limits = self.sentences.get(self.sentence_of(mission)).map_or((mission, person.last), |s| (s.first, s.last));
        let opens = mission == limits.0 || mission.checked_sub(1).is_some_and(|b| sign(b) == b'-');
        let ends = person.last >= limits.1 || sign(person.last) == b'.';
        let closed = sign(person.last) == b',' || ends || sign(person.last) == 0 && (meant() || opens);
        let enclosed = sign(from) == b',' && person.first == from.saturating_add(1) && closed;
        self.sentence_of(from.saturating_sub(1)) == self.sentence_of(person.first) && (person.first == from || enclosed)
    }
}
