//! Regions: "Kabupaten Kotawaringin Timur (Kotim), Kalimantan Tengah", "Pemkot Batu", "Jatim".

use smallvec::smallvec;

use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{Candidates, Reader, RegionWords};
use crate::text::{Mark, Shape, WordId, Zone};

/// Most short forms that an article declares.
const MOST_DECLARED: usize = 64;

/// Shortest name that may have one letter wrong.
const TYPO_LENGTH: usize = 5;

/// Islands and coasts that hold several regions of a province, and bear the name of none.
const ISLANDS: [&str; 7] = ["bawean", "flores", "lombok", "madura", "minahasa", "sumba", "timor"];

impl Reader<'_> {
    /// The region at `at` and the position behind it.
    pub(crate) fn region(&mut self, at: usize) -> Option<(RegionWords, usize)> {
        let (level, government, name) = self.level_words(at);
        if name > at {
            let named = self.region_name(name, level, true);
            let mismatch = self.none_of_level(named.as_ref().map_or(&[], |(c, _)| c), level);
            // A name whose first word is the level word: the former "Kabupaten Pontianak".
            if mismatch {
                if let Some((candidates, last)) = self.region_name(at, None, false) {
                    let words = RegionWords { candidates, level, government, name: at, ..RegionWords::default() };
                    let last = self.region_tail(&words, last);
                    return Some((words, last));
                }
            }
            if let Some((candidates, last)) = self.longer_misspelt(name, level, named.as_ref().map_or(name, |(_, l)| *l)).or(named) {
                let words = RegionWords {
                    candidates: self.of_level(candidates, level),
                    level,
                    government,
                    name,
                    mismatch,
                    misspelt: self.hit(name, self.classes.region).is_none() && self.declared_name(name).is_none(),
                    ..RegionWords::default()
                };
                let last = self.region_tail(&words, last);
                return Some((words, last));
            }
            if let Some(twin) = self.twin_behind(at, level, name) {
                return Some((RegionWords { candidates: smallvec![twin], level, government, name, ..RegionWords::default() }, name));
            }
            // "Pemkab" alone means the one the article speaks of.
            let foreign = self.capital(name)
                && !self.shouting
                && !self.marks(name).has(Mark::COMMON)
                && self
                    .hits_at(name)
                    .filter(|h| !self.classes.beside_place(h.entry.class))
                    .all(|h| [self.classes.foreign, self.classes.nameword, self.classes.seat].contains(&h.entry.class));
            let alone = government && level.is_some() && !self.is_plain_noun(name) && !foreign;
            return alone.then(|| (RegionWords { level, government, name, ..RegionWords::default() }, name));
        }
        let (candidates, last) = self.region_name(at, None, false).or_else(|| self.seat_town(at))?;
        if self.is_namesake(at, last) {
            return None;
        }
        let words = RegionWords { candidates, name: at, ..RegionWords::default() };
        let last = self.region_tail(&words, last);
        Some((words, last))
    }

    /// "Kota dan Kabupaten Blitar", "Pemkot dan Pemkab Bogor": the twin whose name stands behind the other.
    fn twin_behind(&self, at: usize, level: Option<Level>, joint: usize) -> Option<RegionId> {
        let town = |l: Option<Level>| matches!(l, Some(Level::Kabupaten | Level::Kota));
        let next = joint.saturating_add(1);
        if !town(level)
            || !self.capital(at)
            || !(self.reads(joint, &["dan", "serta", "maupun", "bersama", "dengan"]) || self.sign(joint) == b'/')
        {
            return None;
        }
        let (other, _, name) = self.level_words(next);
        let (candidates, _) = self.region_name(name, other, true).filter(|_| name > next && town(other) && other != level)?;
        match *self.of_level(candidates, other) {
            [region] => self.lexicon.gazetteer.twin(region),
            _ => None,
        }
    }

    /// A region inside the name of a body or behind a council, where weak names count.
    pub(crate) fn region_of_body(&mut self, at: usize) -> Option<(RegionWords, usize)> {
        if self.level_words(at).2 > at {
            return self.region(at);
        }
        let (candidates, last) = self.region_name(at, None, true).filter(|_| self.capital(at))?;
        let words = RegionWords { candidates, name: at, ..RegionWords::default() };
        let last = self.region_tail(&words, last);
        Some((words, last))
    }

    /// Level, whether a government is meant, and where the name begins.
    pub(crate) fn level_words(&self, at: usize) -> (Option<Level>, bool, usize) {
        let mut level = None;
        let mut government = false;
        let mut next = at;
        if let Some((value, last)) = self.value(at, self.classes.government) {
            government = true;
            level = Level::of(value);
            next = last;
            // "Pemerintah Kabupaten (Pemkab) Muba", "Pemkab. X"
            if self.sign(next) == b'.' && self.capital(next.saturating_add(1)) {
                next = next.saturating_add(1);
            }
            if let Some(behind) = self.bracket(next, 2) {
                if self.hit(next.saturating_add(1), self.classes.government).is_some() {
                    next = behind;
                }
            }
        }
        if let Some((value, last)) = self.value(next, self.classes.level) {
            let told = Level::of(value).filter(|l| matches!(l, Level::Provinsi | Level::Kabupaten | Level::Kota));
            if told.is_none() {
                return (level, government, next);
            }
            level = told.or(level);
            next = last;
            if self.sign(next) == b'.' {
                next = next.saturating_add(1);
            }
        }
        (level, government, next)
    }

    /// Something follows that makes "pemerintah kota" a plain noun ("pemerintah kota-kota").
    fn is_plain_noun(&self, next: usize) -> bool {
        self.sign(next) == b'/' || self.sign(next) == b'-' && self.is(next, Shape::GLUED)
    }

    /// A level is told and no candidate has it.
    pub(crate) fn none_of_level(&self, candidates: &[RegionId], level: Option<Level>) -> bool {
        level.is_some_and(|l| candidates.iter().all(|c| self.lexicon.gazetteer.level(*c) != l))
    }

    /// The candidates of the told level, or all if none has it.
    pub(crate) fn of_level(&self, candidates: Candidates, level: Option<Level>) -> Candidates {
        let fit: Candidates = candidates.iter().copied().filter(|c| level.is_none_or(|l| self.lexicon.gazetteer.level(*c) == l)).collect();
        if fit.is_empty() { candidates } else { fit }
    }

    /// A region's name at `at`. `supported`: a level word, government or title stands before it, so weak names count.
    pub(crate) fn region_name(&self, at: usize, level: Option<Level>, supported: bool) -> Option<(Candidates, usize)> {
        if let Some(declared) = self.declared_name(at) {
            return Some(declared);
        }
        let mut best: Option<(Candidates, usize)> = None;
        let mut length = 0;
        for hit in self.hits_at(at).filter(|h| h.entry.class == self.classes.region) {
            if best.is_some() && (hit.last as usize) < length {
                break;
            }
            let Some(region) = self.lexicon.gazetteer.by_value(hit.entry.value) else { continue };
            // "Papua Nugini" is longer than Papua.
            if self.hit(at, self.classes.foreign).is_some_and(|f| f.last > hit.last && !f.entry.weak) {
                continue;
            }
            // "Di Yogyakarta rombongan menginap": of the two names only "DI Yogyakarta" has capitals.
            if self.reads(at, &["di"]) && !self.is(at, Shape::ALL_CAPS) && !self.shouting {
                continue;
            }
            let written = self.written_as_name(at, hit.last as usize, supported);
            if !written || !supported && !self.stands_alone(hit, region) {
                continue;
            }
            length = hit.last as usize;
            best.get_or_insert_with(|| (Candidates::new(), length)).0.push(region);
        }
        if let Some((candidates, last)) = &best {
            if !supported
                && *last == at.saturating_add(1)
                && self.marks(at).has(Mark::NAME)
                && self.capital(*last)
                && self.marks(*last).has(Mark::NAME)
                && !candidates.iter().any(|c| self.strong.contains(c))
            {
                return None;
            }
        }
        best.or_else(|| level.filter(|_| supported).and_then(|l| self.misspelt(at, l)))
    }

    /// "Bertandang ke Sampit", "SAMPIT – Bupati ...": the town that a kabupaten is governed from, where one is, goes or reports
    /// from. Elsewhere ("Manajer UP3 Luwuk") it only tells a place of work.
    fn seat_town(&self, at: usize) -> Option<(Candidates, usize)> {
        let last = self.hit(at, self.classes.seat)?.last as usize;
        let meant = self.hits_at(at).filter(|h| h.entry.class == self.classes.seat && h.last as usize == last);
        let regions: Candidates = meant.filter_map(|h| self.lexicon.gazetteer.by_value(h.entry.value)).collect();
        (self.written_as_name(at, last, false) && (self.located(at, last) || self.zone_of(at) == Zone::Dateline)).then_some((regions, last))
    }

    /// "Kejari Sampit", "Kapolres Sampit": the end of the town behind an office of the centre, which sits there.
    pub(crate) fn seat_end(&self, at: usize) -> Option<usize> {
        let last = self.hit(at, self.classes.seat)?.last as usize;
        self.written_as_name(at, last, false).then_some(last)
    }

    /// A bare name is written with capitals, but for short joints ("Sangihe dan Talaud") and what a hyphen adds ("Pare-pare");
    /// behind a level word small letters are forgiven.
    fn written_as_name(&self, first: usize, last: usize, supported: bool) -> bool {
        let joint = |i: usize| {
            let inner = i > first && i.saturating_add(1) < last;
            i > first && self.is(i, Shape::GLUED) && self.sign(i.saturating_sub(1)) == b'-'
                || inner && self.token(i).is_some_and(|t| t.letters <= 3)
        };
        supported && !self.shouting
            || (first..last).filter(|i| self.is(*i, Shape::LETTER)).all(|i| self.capital(i) || joint(i))
                && (supported || self.capital(first) || self.is(first, Shape::DIGIT))
    }

    pub(crate) fn declared_name(&self, at: usize) -> Option<(Candidates, usize)> {
        if self.declared.is_empty() || !self.capital(at) {
            return None;
        }
        let word = self.folded(at, at.saturating_add(1));
        self.declared.iter().find(|(short, _)| *short == word).map(|(_, region)| (smallvec![*region], at.saturating_add(1)))
    }

    /// "Lampung Utarra" is longer than Lampung: a capital that no table knows follows the name that ends at `last`.
    fn longer_misspelt(&self, at: usize, level: Option<Level>, last: usize) -> Option<(Candidates, usize)> {
        let follows = last > at && self.capital(last) && self.word(last) == WordId::UNKNOWN;
        self.misspelt(at, level.filter(|_| follows)?).filter(|(_, end)| *end > last)
    }

    /// A name of one or two unknown words that differs in one letter from a region of the told level.
    fn misspelt(&self, at: usize, level: Level) -> Option<(Candidates, usize)> {
        if !self.capital(at) || self.marks(at).has(Mark::COMMON) || self.marks(at).has(Mark::UNIT) {
            return None;
        }
        for length in [3_usize, 2, 1] {
            let last = at.saturating_add(length);
            if last > self.limit || !(at..last).all(|i| self.capital(i)) || length == 1 && self.word(at) != WordId::UNKNOWN {
                continue;
            }
            let written = self.folded(at, last);
            if written.chars().count() < TYPO_LENGTH || written.len() > 40 {
                continue;
            }
            let found: Candidates = self
                .lexicon
                .gazetteer
                .spelled_like(level, written.chars().count())
                .filter(|(_, name)| one_letter_wrong(name, &written))
                .map(|(region, _)| region)
                .collect();
            if let [region] = found.as_slice() {
                return Some((smallvec![*region], last));
            }
        }
        None
    }

    /// What belongs to the name behind it: "(Kotim)", ", Kalimantan Tengah", "Kalbar", "(Jawa Timur)".
    fn region_tail(&mut self, words: &RegionWords, last: usize) -> usize {
        let mut last = last;
        if let [region] = words.candidates.as_slice() {
            let region = *region;
            last = self.bracketed_name(words, region, last).unwrap_or(last);
            self.declare_after(region, last);
            let province = self.lexicon.gazetteer.province(region);
            if province != region {
                if let Some(behind) = self.province_tail(last, province) {
                    last = behind;
                }
            }
        } else if !words.candidates.is_empty() {
            if let Some(province) = words.candidates.first().map(|c| self.lexicon.gazetteer.province(*c)) {
                if let Some(behind) = self.province_tail(last, province) {
                    last = behind;
                }
            }
        }
        last
    }

    /// "(Kotim)", "(Jawa Timur)", "(selanjutnya disebut Kotim)": the name said again, or a short form that the article declares.
    fn bracketed_name(&mut self, words: &RegionWords, region: RegionId, at: usize) -> Option<usize> {
        let behind = self.bracket(at, 4)?;
        let close = behind.saturating_sub(1);
        let mut inner = at.saturating_add(1);
        while inner.saturating_add(1) < close && self.is(inner, Shape::LETTER) && !self.capital(inner) {
            inner = inner.saturating_add(1);
        }
        let told = self.region_name(inner, None, true);
        let same = told.as_ref().is_some_and(|(c, l)| *l == close && c.contains(&region));
        let one_word = self.is(inner, Shape::LETTER) && self.capital(inner) && close.saturating_sub(inner) == 1;
        let other = self.hits_at(inner).any(|h| {
            let c = self.classes;
            [c.government, c.level, c.title, c.acting, c.weekday, c.month, c.agency, c.body].contains(&h.entry.class)
        });
        // A short form that is also the usual one of another region ("Mura") means this one here.
        let new = one_word && !other && self.abbreviates(inner, words, at);
        if !same && !new {
            return None;
        }
        if one_word
            && (!same || told.is_some_and(|(c, _)| c.len() > 1) || self.hit(inner, self.classes.region).is_some_and(|h| h.entry.weak))
        {
            self.declare_short(self.folded(inner, close), region);
        }
        Some(behind)
    }

    /// Remembers a short form, up to the most that one article declares.
    fn declare_short(&mut self, word: String, region: RegionId) {
        if word.len() > 1 && self.declared.len() < MOST_DECLARED {
            self.declared.push((word, region));
        }
    }

    /// ", disingkat TB,": a short form that the article declares without a bracket.
    fn declare_after(&mut self, region: RegionId, at: usize) {
        let comma = usize::from(self.sign(at) == b',');
        let Some(short) = self.plays(at.saturating_add(comma), "declared").filter(|s| self.capital(*s)) else { return };
        let word = self.folded(short, short.saturating_add(1));
        self.declare_short(word, region);
    }

    /// The word at `short` could abbreviate the name that ends at `last`: it begins with the first letter of the name or of
    /// its level word, and its letters stand in them in order.
    fn abbreviates(&self, short: usize, words: &RegionWords, last: usize) -> bool {
        let name = self.folded(words.name, last);
        let level = words.level.map_or("", Level::as_str);
        let short = self.folded(short, short.saturating_add(1));
        let in_order = |full: &str| {
            let mut rest = full.chars();
            full.starts_with(short.get(..1).unwrap_or("?")) && short.chars().all(|c| rest.any(|f| f == c))
        };
        short.len() > 1 && (in_order(&name) || in_order(&format!("{level} {name}")) || short.get(..1) == name.get(..1))
    }

    /// Position behind the province in apposition at `at`.
    fn province_tail(&self, at: usize, province: RegionId) -> Option<usize> {
        let mut next = at;
        let bracket = self.sign(at) == b'(';
        if matches!(self.sign(at), b',' | b'(' | b'-') || self.word(at) == self.classes.words.di && self.sign(at) == 0 {
            next = next.saturating_add(1);
        }
        // "Kabupaten Pamekasan, Madura, Jawa Timur": the island between a region and its province.
        if self.reads(next, &ISLANDS) && self.sign(next.saturating_add(1)) == b',' {
            next = next.saturating_add(2);
        }
        if let Some((value, last)) = self.value(next, self.classes.level) {
            if value == "provinsi" {
                next = last;
            }
        }
        let (candidates, last) = self.region_name(next, Some(Level::Provinsi), true)?;
        if !candidates.iter().any(|c| *c == province || self.was_province(*c, province)) || !self.capital(next) {
            return None;
        }
        if bracket {
            return (self.sign(last) == b')').then(|| last.saturating_add(1));
        }
        // "(DIY)" behind the province
        let behind = self
            .bracket(last, 1)
            .filter(|_| self.region_name(last.saturating_add(1), None, true).is_some_and(|(c, _)| c.contains(&province)));
        Some(behind.unwrap_or(last))
    }

    /// Older articles name the province that a new one was split from: Papua (UU 14 to 16 and 29 of 2022), Kalimantan Utara
    /// (UU 20/2012), Sulawesi Barat (UU 26/2004), Banten, Kepulauan Riau and others before.
    fn was_province(&self, named: RegionId, today: RegionId) -> bool {
        let (named, today) = (self.lexicon.gazetteer.code(named), self.lexicon.gazetteer.code(today));
        const SPLIT: [(&str, &str); 8] =
            [("64", "65"), ("73", "76"), ("32", "36"), ("14", "21"), ("16", "19"), ("71", "75"), ("81", "82"), ("91", "92")];
        named.starts_with('9') && today.starts_with('9') || SPLIT.contains(&(named, today))
    }
}

/// One letter is wrong, missing or too many, or two neighbours are swapped.
pub(crate) fn one_letter_wrong(name: &str, written: &str) -> bool {
    let (a, b) = (name.as_bytes(), written.as_bytes());
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    // The ends may overlap where a letter stands twice: "Pekkalongan".
    let open = long.saturating_sub(same.saturating_add(tail));
    let swapped =
        a.len() == b.len() && open == 2 && a.get(same) == b.get(same.saturating_add(1)) && a.get(same.saturating_add(1)) == b.get(same);
    a != b && (same.saturating_add(tail) >= short && long.saturating_sub(short) == 1 || long == short && open == 1 || swapped)
}
