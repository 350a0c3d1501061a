//! Organisations that an office is of: "Rektor Universitas X (Undana) Kupang", "Dandim 0813/Bojonegoro", "Ketua PMI Kabupaten X".

use super::headship::head_of;
use super::office::Office;
use crate::mention::{BodySort, OfficialWords, Reader, RegionWords};
use crate::text::{Mark, Shape};

impl Reader<'_> {
    /// "Rektor Universitas X (Undana) Kupang", "Direktur PT X", "Dandim 0813/Bojonegoro", "Kapolres Belu", "Ketua TP PKK".
    pub(super) fn org_complement(&mut self, at: usize, office: &mut Office, words: &mut OfficialWords) -> usize {
        let mut next = at;
        // "Pangdam XII/Tanjungpura"
        if self.is_ordinal(next) && self.sign(next.saturating_add(1)) == b'/' {
            next = next.saturating_add(1);
        }
        let numbered = next.checked_sub(1).is_some_and(|b| self.is_ordinal(b));
        let forces = matches!(office.canonical.as_str(), "Pangdam" | "Danrem" | "Dandim");
        if numbered || self.token(next).is_some_and(|t| t.is_number()) {
            next = if numbered { next } else { next.saturating_add(1) };
            if self.sign(next) == b'/' {
                next = next.saturating_add(1);
            }
            if let Some((region, last)) = self.region_of_body(next) {
                words.region = Some(region);
                return last;
            }
            // "Danyon 408/Suhbrastha Letkol Inf Anu", but "Wakil Ketua II Baznas Kabupaten X Drs. Anu"
            if let Some(rank) = self.up_to_rank(next).filter(|_| self.hit(next, self.classes.body).is_none()) {
                return rank;
            }
            if let Some(end) = self.unit_called(next).filter(|_| forces) {
                return end;
            }
        }
        if let Some((mut body, mut last)) = self.body(next).filter(|(b, _)| b.sort != BodySort::Foreign) {
            if body.region.is_none() {
                last = self.before_name(next, last);
                body.name_last = body.name_last.min(last);
            }
            // "Sekretaris DLH Kota X"
            if office.canonical == "Sekretaris" && body.sort == BodySort::Agency && head_of(&self.folded(next, last)) == "Kepala Dinas" {
                "Sekretaris Dinas".clone_into(&mut office.canonical);
            }
            words.region = body.region.clone();
            words.body = Some((body, next, last));
            return last;
        }
        let told = self.region(next).filter(|(r, _)| !r.candidates.is_empty()).or_else(|| self.region_of_heads(next, office));
        if let Some((region, last)) = told {
            // "Kapolres Malang Kota"
            let city = office.canonical == "Kapolres" && self.sign(last) == 0 && self.capital(last) && self.reads(last, &["kota"]);
            words.region = Some(if city { self.the_city(region) } else { region });
            return if city { last.saturating_add(1) } else { last };
        }
        // "Danlanud Haluoleo Kolonel Pnb Winarto": the name of the base, up to the rank.
        let border = (next..next.saturating_add(3)).find(|i| self.is_rank(*i) || !self.capital(*i));
        if let Some(rank) = border.filter(|i| *i > next && self.is_rank(*i) && !office.heads.is_empty()) {
            return rank;
        }
        // "Dekan FKIP Dr. Hj. Maimunah": an abbreviation that no table knows.
        if self.is(next, Shape::ALL_CAPS)
            && !self.shouting
            && !self.marks(next).has(Mark::NAME)
            && self.is(next, Shape::LETTER)
            && self.capital(next.saturating_add(1))
            && self.hit(next, self.classes.honorific).is_none()
        {
            return self.behind_letters(next.saturating_add(1), words);
        }
        // "Kajari Sampit Fulan Wijaya": the town that a kabupaten is governed from.
        let heads = at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, _)| v.contains(":heads "));
        if let Some(end) = self.seat_end(next).filter(|_| heads || !office.heads.is_empty()) {
            return end;
        }
        // "Kajari Sangatta Mulyadi": a town that is no region, then the name.
        let town = self.capital(next)
            && self.word(next) == crate::text::WordId::UNKNOWN
            && self.capital(next.saturating_add(1))
            && self.marks(next.saturating_add(1)).has(Mark::NAME);
        if town
            && at.checked_sub(1).and_then(|b| self.value(b, self.classes.title)).is_some_and(|(v, _)| {
                matches!(super::office::canonical_of(v), "Kajari" | "Kapolres" | "Dandim" | "Kajati" | "Kapolda" | "Danlanal")
            })
        {
            words.body = self.headed_acronym(next, &office.canonical);
            return words.body.as_ref().map_or(next.saturating_add(1), |(_, _, last)| *last);
        }
        if let Some(rank) = self.up_to_rank(next).filter(|_| office.canonical.starts_with("Dan") && !self.marks(next).has(Mark::NAME)) {
            return rank;
        }
        // "Ketua Umum Persahabatan Indonesia-Jepang (PIJ) Anu Saputra": capitals up to the short form in brackets.
        if let Some(end) = self.up_to_short_form(next) {
            return self.region_behind(end, words);
        }
        // "Ketua Himpunan Petani Garam Kabupaten X Y": capitals up to the word for a region.
        let run = (next..next.saturating_add(7)).find(|i| !self.capital(*i) || self.level_words(*i).2 > *i).unwrap_or(next);
        if run > next && self.level_words(run).2 > run {
            if let Some((region, last)) = self.region(run).filter(|(r, _)| !r.candidates.is_empty()) {
                words.region = Some(region);
                return last;
            }
        }
        // "Ketua Komisariat Apeksi", "Ketua Dewan Pengawas Apeksi Nasional": unit words up to a body or the name.
        let end = self.unit_end(next);
        if end > next {
            if let Some((body, last)) = self.body(end) {
                words.body = Some((body, end, last));
                return last;
            }
        }
        end
    }

    /// "Ketua Palang Merah Indonesia (PMI) | Kabupaten X": the region behind the name of a body.
    fn region_behind(&mut self, at: usize, words: &mut OfficialWords) -> usize {
        let Some((region, last)) = self.region(at).filter(|(r, _)| !r.candidates.is_empty()) else { return at };
        words.region = Some(region);
        last
    }

    /// "Dekan FISIP | Universitas X", "Ketua PHRI | Kabupaten X": the body or region behind letters that no table knows.
    fn behind_letters(&mut self, at: usize, words: &mut OfficialWords) -> usize {
        if let Some((body, last)) = self.body(at).filter(|(b, _)| b.sort == BodySort::University) {
            words.body = Some((body, at, last));
            return last;
        }
        at
    }

    /// "Kapolrestabes Palu", "Kajari Batu": the title tells that a name which may be an ordinary word is the region's.
    fn region_of_heads(&self, at: usize, office: &Office) -> Option<(RegionWords, usize)> {
        let heads = !office.heads.is_empty() && self.capital(at) && !self.marks(at).has(Mark::NAME);
        let (candidates, last) = self.region_name(at, None, true).filter(|_| heads)?;
        Some((RegionWords { candidates, name: at, ..RegionWords::default() }, last))
    }

    /// "Danrem 043 Garuda Hitam | Kol Arm Winarto", "Danlanud Iswahjudi | Marsma TNI Fulan": the unit's own name, up to the rank.
    fn up_to_rank(&self, at: usize) -> Option<usize> {
        let rank = (at..at.saturating_add(4)).find(|i| self.is_rank(*i))?;
        Some(rank.saturating_sub(usize::from(rank > at && self.sign(rank.saturating_sub(1)) == b',')))
    }

    /// "Danrem 121 Alambhana Wanawai", "Danrem 162/Wira Bhakti": the unit's own name without a rank behind it. The word behind the
    /// slash is always of it, others unless they are of persons' names.
    fn unit_called(&self, at: usize) -> Option<usize> {
        let slash = at.checked_sub(1).is_some_and(|b| self.sign(b) == b'/');
        let first = if slash { at.saturating_add(1) } else { at };
        let word =
            |i: usize| self.capital(i) && self.is(i, Shape::LETTER) && !self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::COMMON);
        let end = (first..first.saturating_add(3)).find(|i| !word(*i)).unwrap_or(first);
        (slash && self.capital(at) || end > at.saturating_add(1)).then_some(end)
    }

    /// "Kapolres Wajo, Polda Sulsel | AKBP Fulan": behind what the office of the police or the forces is under, if a rank follows.
    pub(super) fn behind_superior(&mut self, at: usize) -> Option<usize> {
        let first = at.saturating_add(usize::from(self.sign(at) == b','));
        if !self.reads(first, &["polda", "kodam", "korem"]) || !self.capital(first) {
            return None;
        }
        let (_, last) = self.body(first)?;
        let next = last.saturating_add(usize::from(self.sign(last) == b','));
        self.is_rank(next).then_some(next)
    }

    /// A rank or another title of honour before a name.
    pub(crate) fn is_rank(&self, at: usize) -> bool {
        self.capital(at) && self.hit(at, self.classes.honorific).is_some_and(|h| !h.entry.weak)
    }

    /// Where a person's name begins in the capitals of a body's name: "Direktur Politeknik Kelapa Sawit Fitriani Pohan".
    pub(crate) fn before_name(&self, first: usize, last: usize) -> usize {
        let name = |i: usize| self.marks(i).has(Mark::NAME) && !self.marks(i).has(Mark::UNIT);
        let plain = |i: usize| self.is(i, Shape::LETTER) && !self.marks(i).has(Mark::UNIT);
        let found = (first.saturating_add(2)..last).find(|i| name(*i) && (*i..last).all(plain) && !name(i.saturating_sub(1)));
        // "Dirut PDAM Herry Setiawan": nothing but names behind the one word for it, which no waterworks is called by.
        let bare = first.saturating_add(1);
        let head = self.hit(first, self.classes.body).filter(|h| h.last as usize == bare);
        let works = head.is_some_and(|h| self.lexicon.value_name(h.entry.value).starts_with("enterprise"));
        if works && last == bare.saturating_add(2) && (bare..last).all(name) {
            return bare;
        }
        // "Ni Luh Putu", "I Gusti": the article of a Balinese name.
        let article = |i: usize| self.token(i).is_some_and(|t| t.letters <= 2) && self.capital(i) && !self.is_ordinal(i.wrapping_sub(1));
        let found = found.map(|i| i.checked_sub(1).filter(|b| *b > first && article(*b)).unwrap_or(i));
        // "Direktur Perumda Tirta Anu Suryanto, ST": one word is a name if a degree follows.
        let least = if self.sign(last) == b',' && self.is_degree(last.saturating_add(1)) { 1 } else { 2 };
        found.filter(|i| (least..=5).contains(&last.saturating_sub(*i))).unwrap_or(last)
    }
}
