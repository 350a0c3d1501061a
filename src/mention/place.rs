//! Venues and sites: "Ruang Rapat Wali Kota", "Aula Bappeda lantai 3 Kabupaten Sleman", "TPS 3R Jalibar Berseri".

use super::{Mention, PlaceWords, Reader, What};
use crate::text::{Mark, Shape};

/// Longest place, in tokens.
const LONGEST: usize = 22;

impl Reader<'_> {
    /// The place at `at`.
    pub(crate) fn place(&mut self, at: usize) -> Option<Mention> {
        let hit = self.hit(at, self.classes.place)?;
        // "Kantor Kesbangpol Takalar", "Kantor Wilayah BPN": a body, unless it is a room or building of an office holder.
        if self.hits_at(at).any(|h| {
            h.last > hit.last
                && (h.entry.class == self.classes.body
                    || h.entry.class == self.classes.agency
                    || h.entry.class == self.classes.government
                    || h.entry.class == self.classes.title)
        }) {
            return None;
        }
        let mut words = PlaceWords { venue: self.lexicon.value_name(hit.entry.value) == "venue", ..PlaceWords::default() };
        let head = hit.last as usize;
        let head_word = self.folded(at, head);
        if matches!(head_word.as_str(), "kantor")
            && self.hit(head, self.classes.unit).is_some()
            && self.hit(head, self.classes.body).is_some_and(|h| h.last as usize > head)
            && self.capital(at)
        {
            return None;
        }
        let last = self.place_end(head, &mut words);
        if words.region.is_none() && words.body.is_none() {
            words.region = self.region_around(head, last);
        }
        let plain = last == head;
        let whole = matches!(head_word.as_str(), "balai kota" | "balaikota" | "pendopo" | "puspem" | "command center" | "war room")
            && self.capital(at);
        if plain && !whole {
            return None;
        }
        if matches!(
            head_word.as_str(),
            "pusat"
                | "lokasi"
                | "lantai"
                | "perbatasan"
                | "sekretariat"
                | "istana"
                | "taman"
                | "kecamatan"
                | "kampung"
                | "sekolah"
                | "pantai"
        ) && !self.capital(at)
            && !self.capital(head)
        {
            return None;
        }
        // A site needs a name of its own: "sampah di pasar rakyat" is none.
        if !words.venue
            && !(at..last)
                .any(|i| i > at && (self.capital(i) || self.is(i, Shape::DIGIT)) || self.capital(i) && !self.shouting && last > head)
        {
            return None;
        }
        Some(Mention { first: at, last, what: What::Place(words) })
    }

    /// The region a place lies in: that of its kecamatan, or the one in apposition behind it ("Kecamatan X, Kabupaten Y").
    fn region_around(&mut self, head: usize, last: usize) -> Option<super::RegionWords> {
        if self.sign(last) == b',' {
            if let Some((region, _)) = self.region(last.saturating_add(1)).filter(|(r, _)| !r.candidates.is_empty() && r.level.is_some()) {
                return Some(region);
            }
        }
        let parents: Vec<_> = (head.saturating_sub(1)..last)
            .flat_map(|i| self.hits_at(i))
            .filter(|h| h.entry.class == self.classes.district && h.last as usize <= last && self.named_district(h.first as usize))
            .filter_map(|h| self.lexicon.gazetteer.by_value(h.entry.value).map(|d| self.lexicon.gazetteer.parent(d)))
            .collect();
        let known = parents.iter().copied().find(|r| self.strong.contains(r)).or(match parents.as_slice() {
            [one] => Some(*one),
            _ => None,
        })?;
        Some(super::RegionWords { candidates: vec![known], name: last, ..super::RegionWords::default() })
    }

    /// A word for kecamatan stands before the name.
    fn named_district(&self, at: usize) -> bool {
        at.checked_sub(1).and_then(|b| self.value(b, self.classes.level)).is_some_and(|(v, _)| v == "kecamatan")
    }

    /// The end of the place whose head ends at `head`.
    fn place_end(&mut self, head: usize, words: &mut PlaceWords) -> usize {
        let mut next = head;
        while next.saturating_sub(head) < LONGEST {
            let Some(token) = self.token(next) else { break };
            if !token.is_word() {
                match token.sign {
                    // ", Balaikota Among Tani": a larger place in apposition
                    b',' if words.venue && self.value(next.saturating_add(1), self.classes.place).is_some_and(|(v, _)| v == "venue") => {
                        let mut outer = PlaceWords::default();
                        let inner_head = self.hit(next.saturating_add(1), self.classes.place).map_or(next, |h| h.last as usize);
                        let end = self.place_end(inner_head, &mut outer);
                        if end == inner_head && !self.capital(next.saturating_add(1)) {
                            break;
                        }
                        words.region = words.region.take().or(outer.region);
                        words.body = words.body.take().or(outer.body);
                        words.level = words.level.or(outer.level);
                        return end;
                    }
                    b'(' => match self.bracket(next, 3) {
                        Some(behind) if self.capital(next.saturating_add(1)) && self.date(next.saturating_add(1)).is_none() => {
                            next = behind
                        }
                        _ => break,
                    },
                    b'-' | b'/' | b'&'
                        if token.is(Shape::GLUED)
                            && self.is(next.saturating_add(1), Shape::GLUED)
                            && (self.capital(next.saturating_add(1)) || self.is(next.saturating_add(1), Shape::DIGIT)) =>
                    {
                        next = next.saturating_add(1)
                    }
                    b'.' if token.is(Shape::GLUED)
                        && self.marks(next.wrapping_sub(1)).has(Mark::ABBREVIATION)
                        && self.capital(next.saturating_add(1)) =>
                    {
                        next = next.saturating_add(1)
                    }
                    b'"' | b'\'' if self.capital(next.saturating_add(1)) && !token.is(Shape::GLUED) => {
                        // Aula "Kayuh Baimbai"
                        match (next.saturating_add(1)..next.saturating_add(6)).find(|i| self.sign(*i) == token.sign) {
                            Some(close) => next = close.saturating_add(1),
                            None => break,
                        }
                    }
                    _ => break,
                }
                continue;
            }
            if self.date_like(next) {
                break;
            }
            if let Some(behind) = self.place_part(next, words) {
                next = behind;
                continue;
            }
            break;
        }
        next
    }

    /// One more part of a place: another place word, a title, a body, a region, a floor, a name.
    fn place_part(&mut self, at: usize, words: &mut PlaceWords) -> Option<usize> {
        if let Some(hit) = self.hit(at, self.classes.place) {
            return Some(hit.last as usize);
        }
        let w = &self.classes.words;
        if [w.lantai, w.lt].contains(&self.word(at)) || self.is(at, Shape::DIGIT) || self.is_ordinal(at) {
            return Some(at.saturating_add(1));
        }
        if let Some((value, last)) = self.value(at, self.classes.title) {
            let holder = matches!(
                super::office::canonical_of(value),
                "Bupati"
                    | "Wali Kota"
                    | "Gubernur"
                    | "Sekda"
                    | "Wakil Bupati"
                    | "Wakil Wali Kota"
                    | "Wakil Gubernur"
                    | "Camat"
                    | "Ketua DPRD"
                    | "Asisten"
                    | "Presiden"
                    | "Kepala Desa"
                    | "Lurah"
            );
            if !holder {
                return None;
            }
            words.level = words.level.or_else(|| super::office::level_of_title(value));
            let mut behind = last;
            if let Some((candidates, end)) = self.region_name(last, words.level, true).filter(|_| self.capital(last)) {
                let level = words.level;
                let fit: Vec<_> =
                    candidates.iter().copied().filter(|c| level.is_none_or(|l| self.lexicon.gazetteer.level(*c) == l)).collect();
                words.region = Some(super::RegionWords {
                    candidates: if fit.is_empty() { candidates } else { fit },
                    level,
                    name: last,
                    ..super::RegionWords::default()
                });
                behind = end;
            }
            return Some(behind);
        }
        if let Some((body, last)) = self.body(at).filter(|(b, _)| b.sort != super::BodySort::Foreign) {
            words.region = words.region.take().or_else(|| body.region.clone());
            words.body = Some((body, at, last));
            return Some(last);
        }
        if let Some((region, last)) = self.region(at) {
            let named = !region.candidates.is_empty();
            if !named && !region.government {
                return None;
            }
            let behind = self.region_name(region.name, None, true).map_or(last, |(_, l)| l.max(region.name));
            words.region = Some(region);
            return Some(if named { behind } else { last });
        }
        if self.hit(at, self.classes.level).is_some() && self.capital(at.saturating_add(1)) {
            return Some(at.saturating_add(1));
        }
        if let Some(hit) = self.hit(at, self.classes.unit) {
            return (self.capital(at) || hit.last as usize > at.saturating_add(1)).then_some(hit.last as usize);
        }
        let blocked = self.marks(at).has(Mark::COMMON) && self.shouting
            || self.hits_at(at).any(|h| {
                h.entry.class == self.classes.verb || h.entry.class == self.classes.preposition || h.entry.class == self.classes.relday
            });
        let plain = matches!(
            self.folded(at, at.saturating_add(1)).as_str(),
            "utama" | "lama" | "bawah" | "atas" | "rapat" | "kerja" | "serbaguna" | "tamu" | "pertemuan" | "paripurna"
        );
        (self.capital(at) && !blocked || plain).then(|| at.saturating_add(1))
    }

    fn date_like(&self, at: usize) -> bool {
        self.hit(at, self.classes.weekday).is_some()
            || self.hit(at, self.classes.month).is_some_and(|h| !h.entry.weak)
                && self.token(at.wrapping_sub(1)).is_some_and(crate::text::Token::is_number)
    }
}
