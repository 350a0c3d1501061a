//! Envoys: "Konsulat Jenderal Jepang di Medan, Fulan" calls the envoy by the name of the mission, "Duta Besar China untuk
//! Indonesia" by country and place.

use crate::mention::joint::apposition::drop_marked;
use crate::mention::{BodySort, BodyWords, Mention, OfficeWords, OfficialWords, Reader, What};

/// Beginnings of the names of missions, and who heads them.
const HEADS: [(&str, &str); 4] = [
    ("konsulat jenderal", "Konsul Jenderal"),
    ("konsulat kehormatan", "Konsul Kehormatan"),
    ("konsulat", "Konsul"),
    ("kedutaan besar", "Duta Besar"),
];

impl Reader<'_> {
    /// A mission with the name of a person right behind it is its head.
    pub(crate) fn envoys(&self, mentions: &mut Vec<Mention>) {
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

    /// "Duta Besar China untuk Indonesia", "Konjen Republik Rakyat Tiongkok (RRT)", "Konsul Jenderal Jepang di Medan". An envoy of
    /// one's own, "Duta Besar Indonesia untuk Ceko", stands for that mission: no other name tells it.
    pub(super) fn country_complement(&mut self, at: usize, office: &mut OfficeWords, words: &mut OfficialWords) -> usize {
        let title = office.head.0;
        let mut next = at;
        // "Konsul Muda bidang ekonomi", "Konselor Perdagangan"
        let field = if self.word(next) == self.classes.words.bidang { next.saturating_add(1) } else { next };
        let end = self.unit_run(field, field > next);
        if end > field {
            next = end;
            office.field = self.folded(field, end);
        }
        if self.word(next) == self.classes.words.ri {
            next = next.saturating_add(1);
        }
        if self.word(next) == self.classes.words.republik && self.word(next.saturating_add(1)) == self.classes.words.indonesia {
            next = next.saturating_add(2);
        }
        // "Duta Besar negara-negara Uni Eropa"
        let several =
            self.reads(next, &["negara"]) && self.sign(next.saturating_add(1)) == b'-' && self.reads(next.saturating_add(2), &["negara"]);
        if several {
            next = next.saturating_add(3);
        }
        // "Konsul Muda di Konsulat Jenderal Jepang"
        let mission = next.saturating_add(1);
        if self.word(next) == self.classes.words.di && self.body(mission).is_some_and(|(b, _)| b.sort == BodySort::Mission) {
            next = mission;
        }
        if let Some((body, last)) = self.body(next).filter(|(b, _)| matches!(b.sort, BodySort::Foreign | BodySort::Mission)) {
            words.body = Some((body, next, last));
            next = last;
        } else if let Some(hit) = self.hit(next, self.classes.foreign).filter(|h| h.entry.weak && self.capital(next)) {
            // "Duta Besar Georgia": behind an envoy a country is meant, whoever else bears its name.
            let last = hit.last as usize;
            words.body = Some((BodyWords { sort: BodySort::Foreign, region: None, name_last: last }, next, last));
            next = last;
        } else if self.word(next) == self.classes.words.indonesia {
            next = next.saturating_add(1);
        }
        let w = &self.classes.words;
        let own = words.body.is_none() && next.checked_sub(1).is_some_and(|i| [w.indonesia, w.ri].contains(&self.word(i)));
        let abroad = next;
        for _ in 0..2 {
            let w = &self.classes.words;
            if [w.untuk, w.di].contains(&self.word(next)) && self.sign(next) == 0 && self.capital(next.saturating_add(1)) {
                let to = next.saturating_add(1);
                let home = if self.word(to) == w.republik { to.saturating_add(1) } else { to };
                let end = if self.word(home) == w.indonesia { home.saturating_add(1) } else { self.proper_name_of_place(to) };
                if end == next.saturating_add(1) {
                    break;
                }
                next = end;
            } else {
                break;
            }
        }
        if own && next > abroad {
            words.body = Some((BodyWords { sort: BodySort::Mission, region: None, name_last: next }, title, next));
        }
        next
    }

    /// The end of a place name behind "untuk" or "di": Indonesia, a country, a region.
    pub(super) fn proper_name_of_place(&mut self, at: usize) -> usize {
        if self.word(at) == self.classes.words.indonesia {
            return at.saturating_add(1);
        }
        if let Some((_, last)) = self.region(at) {
            return last;
        }
        // "untuk Kerajaan Belanda"
        let name = self.plays(at, "state").filter(|_| self.capital(at)).unwrap_or(at);
        self.hit(name, self.classes.foreign).map_or(at, |h| h.last as usize)
    }
}
