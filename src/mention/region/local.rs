//! Governments below the kabupaten: the kecamatan or village that studies elsewhere, or where others study, is a body of its
//! kabupaten or kota ("Pemerintah Desa X, Kecamatan Y, Kabupaten Z, melakukan studi banding ke Kelurahan W"). Everywhere else
//! its name only tells a place.

use crate::kinds::Level;
use crate::mention::joint::apposition::drop_marked;
use crate::mention::{BodySort, BodyWords, Mention, Reader, RegionWords, What};

/// Most tokens from the kind of the visit to where it goes, and from who goes to the kind.
const NEAR: usize = 10;
/// Most kecamatan and villages that an article tells apart.
const MOST: usize = 100;
/// Most regions in apposition: kecamatan, kabupaten, province.
const AROUND: usize = 3;

/// Words of those who go somewhere to learn.
const LEARNS: [&str; 3] = ["belajar", "berguru", "ngangsu"];

/// A kind of visit that governments of one level make to each other.
fn is_study(kind: &str) -> bool {
    matches!(kind, "studi_banding" | "studi_tiru" | "benchmarking")
}

/// A kecamatan or village with the region told around it: number of its mention, end of its name, end of the apposition.
struct Local {
    at: usize,
    name_last: usize,
    last: usize,
    region: Option<RegionWords>,
    /// Mentions of the apposition.
    around: usize,
    /// It comes, or others come to it.
    acts: bool,
    /// It comes.
    guest: bool,
}

impl Reader<'_> {
    /// Makes bodies of the kecamatan and villages that act as governments.
    pub(crate) fn local_governments(&self, mentions: &mut Vec<Mention>) {
        let studies = self.of_studies();
        let mut locals: Vec<Local> = (0..mentions.len()).filter_map(|at| self.local(mentions, at, studies)).take(MOST).collect();
        if !locals.iter().any(|l| l.acts) {
            return;
        }
        self.share_in_lists(mentions, &mut locals);
        self.share_regions(mentions, &mut locals);
        self.hosts_of_locals(mentions, &mut locals);
        let mut taken = vec![false; mentions.len()];
        for local in locals.into_iter().filter(|l| l.acts) {
            let next = local.at.saturating_add(1);
            taken.iter_mut().take(next.saturating_add(local.around)).skip(next).for_each(|t| *t = true);
            let Some(mention) = mentions.get_mut(local.at) else { continue };
            mention.first = self.government_word(mention.first).unwrap_or(mention.first);
            mention.last = local.last;
            mention.what = What::Body(BodyWords { sort: BodySort::Agency, region: local.region, name_last: local.name_last });
        }
        drop_marked(mentions, taken);
    }

    /// The kecamatan or village that a mention names, by no more than its level and its name.
    fn local(&self, mentions: &[Mention], at: usize, studies: bool) -> Option<Local> {
        let mention = mentions.get(at)?;
        if let What::Body(body) = &mention.what {
            return self.clinic(mentions, at, body);
        }
        let What::Place(place) = &mention.what else { return None };
        let clinic = || self.value(mention.first, self.classes.body).filter(|(v, _)| *v == "hospital").map(|(_, last)| ("desa", last));
        let (level, behind) = self.value(mention.first, self.classes.level).or_else(clinic)?;
        let plain = self.place_head(mention.first).is_none_or(|h| h.last == behind);
        if !matches!(level, "desa" | "kecamatan") || !plain || !self.capital(behind) || !self.zone_of(mention.first).tells() {
            return None;
        }
        // "RSUD Jombang Jawa Timur" belongs to the region of its name, and not to the province.
        let province = |r: &RegionWords| r.candidates.iter().all(|c| self.lexicon.gazetteer.level(*c) == Level::Provinsi);
        if place.region.as_ref().is_some_and(province) {
            return None;
        }
        // "Kelurahan X Kota Y": the place has taken the region in.
        let outer = |i: &usize| *i > behind && self.hits_at(*i).any(|h| h.entry.class == self.classes.level);
        let name_last = (behind..mention.last).find(outer).unwrap_or(mention.last);
        let mut local = Local { at, name_last, last: mention.last, region: place.region.clone(), around: 0, acts: false, guest: false };
        local.region = local.region.or_else(|| self.parents(place));
        for next in mentions.iter().skip(at.saturating_add(1)).take(AROUND) {
            let comma = next.first == local.last.saturating_add(1) && self.sign(local.last) == b',';
            if !comma && next.first != local.last {
                break;
            }
            let (region, levelled) = match &next.what {
                What::Place(p) if !p.districts.is_empty() => (p.region.clone().or_else(|| self.parents(p)), true),
                What::Region(r) if !r.government => (Some(r.clone()), r.level.is_some()),
                _ => break,
            };
            if !levelled && local.region.is_none() {
                break;
            }
            let province = region.as_ref().is_some_and(|r| r.level == Some(Level::Provinsi));
            local.region = local.region.filter(|_| !matches!(&next.what, What::Region(r) if !province && r.level.is_some()));
            local.region = local.region.or(region.filter(|_| !province));
            local.last = next.last;
            local.around = local.around.saturating_add(1);
        }
        local.guest = self.government_word(mention.first).is_some() || studies && self.comes(mention.first);
        local.acts = local.guest || self.is_studied(mention.first) || self.studies(mention.first, local.last);
        Some(local)
    }

    /// "Puskesmas X, | Kabupaten Y": it belongs to the region in apposition.
    fn clinic(&self, mentions: &[Mention], at: usize, body: &BodyWords) -> Option<Local> {
        let mention = mentions.get(at)?;
        let hospital = self.value(mention.first, self.classes.body).is_some_and(|(v, _)| v == "hospital");
        let next = mentions.get(at.saturating_add(1)).filter(|n| n.first == mention.last.saturating_add(1))?;
        let What::Region(region) = &next.what else { return None };
        let own = matches!(region.level, Some(Level::Kabupaten | Level::Kota)) && !region.government;
        let apposed = own && hospital && body.region.is_none() && self.sign(mention.last) == b',';
        let region = Some(region.clone());
        apposed.then_some(Local { at, name_last: body.name_last, last: next.last, region, around: 1, acts: true, guest: false })
    }

    /// The kabupaten and kota in which the kecamatan of a place lie, as far as the article speaks of them.
    fn parents(&self, place: &crate::mention::PlaceWords) -> Option<RegionWords> {
        let all: crate::mention::Candidates = place.districts.iter().map(|d| self.lexicon.gazetteer.parent(*d)).collect();
        let told: crate::mention::Candidates = all.iter().copied().filter(|p| self.strong.contains(p)).collect();
        let candidates = if told.is_empty() && all.len() == 1 { all } else { told };
        (!candidates.is_empty()).then(|| RegionWords { candidates, ..RegionWords::default() })
    }

    /// "Pemerintah | Desa X": the first token of the government's word.
    fn government_word(&self, first: usize) -> Option<usize> {
        first.checked_sub(1).filter(|b| self.capital(*b) && self.reads(*b, &["pemerintah", "pemerintahan"]))
    }

    /// The token behind the last word of studies that begins in tokens `from..to`.
    fn study(&self, from: usize, to: usize) -> Option<usize> {
        let studies =
            |h: &&crate::lexicon::Hit| h.entry.class == self.classes.visit_kind && is_study(self.lexicon.value_name(h.entry.value));
        (from..to.min(self.tokens.len())).filter_map(|at| self.hits.at(at).iter().find(studies)).map(|h| h.last as usize).next_back()
    }

    /// "Studi tiru dari | Kecamatan X", "rombongan | Desa X", in an article of studies.
    fn comes(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let from = |at: usize| self.reads(at, &["dari", "oleh", "asal", "ini", "itu", "adalah", "ialah", "yakni", "yaitu"]);
        let end = if from(before) { before } else { first };
        let begin = end.saturating_sub(4);
        if self.study(begin, end) == Some(end) {
            return true;
        }
        let ends = |at: usize| self.hits.at(at).iter().any(|h| h.last as usize == end && h.entry.class == self.classes.delegation);
        let people = end.checked_sub(1).is_some_and(|b| self.reads(b, &["perangkat", "aparatur", "aparat", "pamong", "orang"]));
        people || (begin..end).any(ends)
    }

    /// The article tells of studies.
    fn of_studies(&self) -> bool {
        let mut kinds = self.hits.of_class(self.classes.visit_kind, 0, self.tokens.len());
        kinds.any(|h| is_study(self.lexicon.value_name(h.entry.value)))
    }

    /// "Studi banding ke | Desa X", and nowhere else before.
    fn is_studied(&self, first: usize) -> bool {
        let w = &self.classes.words;
        let Some(to) = first.checked_sub(1).filter(|b| [w.ke, w.di].contains(&self.word(*b))) else { return false };
        let from = to.saturating_sub(NEAR);
        let learns =
            || (from..to).rev().find(|at| self.reads(*at, &LEARNS)).map(|at| at.saturating_add(1)).filter(|_| self.word(to) == w.ke);
        let Some(kind) = self.study(from, to).or_else(learns) else { return false };
        (kind..to).all(|at| ![w.ke, w.di].contains(&self.word(at)) && !matches!(self.sign(at), b',' | b'"'))
    }

    /// "Desa X | melakukan studi banding", "di Desa X | menjadi tujuan studi banding".
    fn studies(&self, first: usize, last: usize) -> bool {
        let w = &self.classes.words;
        let next = if self.sign(last) == b',' { last.saturating_add(1) } else { last };
        let behind = first.checked_sub(1).is_some_and(|b| [w.di, w.ke, w.dari].contains(&self.word(b)));
        let aim = self.reads(next, &["menjadi", "jadi", "dijadikan", "dipilih", "ditunjuk"]);
        let does = self.reads(
            next,
            &["melakukan", "melaksanakan", "menggelar", "mengadakan", "menyelenggarakan", "menerima", "menyambut", "kedatangan", "studi"],
        );
        let learns = self.reads(next, &LEARNS) && self.goes(next, next.saturating_add(NEAR));
        (aim || does && !behind) && self.study(next, next.saturating_add(NEAR)).is_some() || learns && !behind
    }

    /// "Ke" stands in tokens `from..to` of one sentence.
    fn goes(&self, from: usize, to: usize) -> bool {
        let sentence = self.sentence_of(from);
        (from..to).any(|at| self.word(at) == self.classes.words.ke && self.sentence_of(at) == sentence)
    }

    /// "Berkunjung ke | Desa X": it receives the government of another kecamatan or village that comes from elsewhere.
    fn hosts_of_locals(&self, mentions: &[Mention], locals: &mut [Local]) {
        let regions = |l: &Local| l.region.as_ref().map(|r| r.candidates.clone());
        let guests: Vec<_> = locals.iter().filter(|l| l.guest).filter_map(regions).collect();
        let Some(guest) = guests.first() else { return };
        for local in locals.iter_mut().filter(|l| !l.acts) {
            let first = mentions.get(local.at).map_or(0, |m| m.first);
            let from = first.saturating_sub(NEAR);
            let visits = |h: &&crate::lexicon::Hit| {
                let value = self.lexicon.value_name(h.entry.value);
                let end = h.last as usize;
                let to = if value == "visit" { end == first } else { value == "go" && end < first && self.goes(end, first) };
                h.entry.class == self.classes.verb && to
            };
            let visited =
                (from..first).any(|at| self.sentence_of(at) == self.sentence_of(first) && self.hits.at(at).iter().any(|h| visits(&h)));
            let elsewhere = regions(local).is_some_and(|r| r.iter().all(|c| !guest.contains(c)));
            local.acts = visited && elsewhere;
        }
    }

    /// "Kecamatan X dan | Kecamatan Y": one of a list acts as the other does.
    fn share_in_lists(&self, mentions: &[Mention], locals: &mut [Local]) {
        let joins = |a: &Local, b: &Local| {
            let first = mentions.get(b.at).map_or(0, |m| m.first);
            let between =
                (a.last..first.max(a.last)).all(|i| self.sign(i) == b',' || self.reads(i, &["dan", "serta", "maupun", "bersama"]));
            between && first > a.last && first.saturating_sub(a.last) <= 2
        };
        let count = locals.len();
        let mut share = |a: usize, b: usize| {
            let pair = locals.get(a).zip(locals.get(b));
            let acts = pair.is_some_and(|(x, y)| x.acts != y.acts && joins(x, y));
            for number in [a, b].into_iter().filter(|_| acts) {
                if let Some(local) = locals.get_mut(number) {
                    local.acts = true;
                }
            }
        };
        for at in 1..count {
            share(at.saturating_sub(1), at);
        }
        for at in (1..count).rev() {
            share(at.saturating_sub(1), at);
        }
    }

    /// A village whose region is told with another mention of its name lies there.
    fn share_regions(&self, mentions: &[Mention], locals: &mut [Local]) {
        let name = |l: &Local| mentions.get(l.at).map(|m| self.folded(m.first, l.name_last));
        let known: Vec<(String, RegionWords)> = locals.iter().filter_map(|l| Some((name(l)?, l.region.clone()?))).collect();
        for local in locals.iter_mut().filter(|l| l.acts && l.region.is_none()) {
            let own = name(local);
            local.region = known.iter().find(|(n, _)| Some(n) == own.as_ref()).map(|(_, r)| r.clone());
        }
    }
}
