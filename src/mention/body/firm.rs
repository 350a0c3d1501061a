//! Firms: organisations that no table knows, by the word that ends their name ("Wallacea Reef Foundation") or by the
//! words of cooperation beside it ("bekerja sama dengan Sinarbaja", "Sinarbaja menjajaki kerja sama", "menggandeng KPPOD").

use crate::lexicon::{ClassSet, Hit};
use crate::mention::{BodySort, BodyWords, Mention, Reader, What};
use crate::text::{Mark, Shape, WordId};

/// Most words before the one that ends the name.
const BEFORE: usize = 5;
/// Most words of a name that only the words beside it tell.
const WORDS: usize = 4;
/// Tokens from a paper to "dengan", and from a verb to the paper.
const PAPER: usize = 8;
const OBJECT: usize = 3;
/// Most tokens between a hospital and the paper that it is one of several partners of.
const FRONT: usize = 16;

/// What a company is called before its country.
pub(crate) const FIRMS: [&str; 7] = ["perusahaan", "investor", "pengembang", "pengusaha", "pabrikan", "konsorsium", "korporasi"];

impl Reader<'_> {
    /// A body by the last word of its name.
    pub(crate) fn tailed_body(&self, at: usize) -> Option<Mention> {
        let tails = ClassSet::of(self.classes.body_tail);
        let told = || [self.classes.body, self.classes.agency, self.classes.place].into_iter().any(|c| self.hit(at, c).is_some());
        // "Delegasi China Chamber of Commerce": the word for guests is none of the name.
        let guests = self.hit(at, self.classes.delegation).is_some();
        if self.shouting || !self.hits.any().meets(tails) || told() || guests || !self.begins_proper_name(at) {
            return None;
        }
        let most = at.saturating_add(BEFORE);
        let run = (at.saturating_add(1)..=most).take_while(|i| self.proper(*i));
        let tail = run.filter(|i| self.hit(*i, self.classes.body_tail).is_some()).last()?;
        let (value, last) = self.value(tail, self.classes.body_tail)?;
        // "Brick Energy Holding": the words before may be tails too, but not all of them; "Saham PT Bank X" has a head of its own.
        let headed = (at..tail).any(|i| self.hit(i, self.classes.body).is_some() && self.hit(i, self.classes.body_tail).is_none());
        let named = !headed && (at..tail).any(|i| self.word(i) == WordId::UNKNOWN || self.hit(i, self.classes.body_tail).is_none());
        let sort = BodySort::of(value).filter(|_| named)?;
        let last = self.abbreviation_tail(last);
        Some(self.firm_at(at, last, sort))
    }

    /// A name of no table where a party of an agreement stands.
    pub(crate) fn untold_firm(&self, at: usize) -> Option<Mention> {
        if self.shouting || !self.hits.any().holds(self.classes.agreement_kind) || self.word(at) != WordId::UNKNOWN {
            return None;
        }
        if self.is(at, Shape::ALL_CAPS) || !self.begins_proper_name(at) {
            return None;
        }
        let end = (at.saturating_add(1)..=at.saturating_add(WORDS)).find(|i| !self.proper(*i))?;
        let told = |word: &str| self.names.contains(&word) || self.holders.contains(&word);
        let person = (at..end).any(|i| self.marks(i).has(Mark::NAME) || told(self.words_of(i, i.saturating_add(1))));
        // "dengan Kenji, Wali Kota X", "bersama Kenji selaku Wali Kota X"
        let office = [end, end.saturating_add(1)].into_iter().any(|i| self.hits.classes(i).meets(self.classes.starts.office));
        let apposed = at.checked_sub(1).is_some_and(|b| self.sign(b) == b',');
        let foreign = self.foreign_firm(at);
        let linked = apposed && !foreign || [self.classes.words.selaku, self.classes.words.sebagai].contains(&self.word(end));
        if person || office || linked || !(foreign || self.partner_before(at) || self.partner_behind(end)) {
            return None;
        }
        Some(self.firm_at(at, end, BodySort::Company))
    }

    /// "Perusahaan asal Korea Selatan, | Hansung Water": the name stands behind the country.
    fn foreign_firm(&self, at: usize) -> bool {
        let behind = at.checked_sub(1).filter(|b| self.sign(*b) == b',').unwrap_or(at);
        let of = |country: usize| {
            let from = country.checked_sub(1).filter(|b| self.reads(*b, &["asal", "dari"])).unwrap_or(country);
            from.checked_sub(1).is_some_and(|b| self.reads(b, &FIRMS))
        };
        self.hits_before(behind, self.classes.foreign).any(|h| of(h.first as usize))
    }

    /// "menggandeng UMLA Lamongan", "kerja sama dengan KPPOD": capitals of no table where a party of an agreement stands. The short
    /// names of universities begin with a U.
    pub(crate) fn untold_acronym(&self, at: usize) -> Option<Mention> {
        if self.shouting || !self.hits.any().holds(self.classes.agreement_kind) || !self.in_capitals_only(at) || !self.partner_before(at) {
            return None;
        }
        let next = at.saturating_add(1);
        // "FKIP Unmul": the name goes on.
        if self.hit(next, self.classes.body).is_some() && self.capital(next) {
            return None;
        }
        if !self.words_of(at, next).starts_with('U') {
            return Some(self.firm_at(at, next, BodySort::Company));
        }
        let place = self.region_name(next, None, true).filter(|_| self.capital(next));
        Some(self.firm_at(at, place.map_or(next, |(_, last)| last), BodySort::University))
    }

    /// "Direktur Eksekutif KPPOD Anu Saputra", "Rektor UMK Anu Saputra": capitals of no table are the body that the office heads.
    pub(crate) fn headed_acronym(&self, at: usize, office: &str) -> Option<(BodyWords, usize, usize)> {
        let heads = ["Direktur", "Rektor", "Wakil Rektor", "CEO", "Chief", "Country"];
        if self.word(at) != WordId::UNKNOWN || !heads.iter().any(|h| office.starts_with(h)) {
            return None;
        }
        let next = at.saturating_add(1);
        let last = next.saturating_add(usize::from(self.word(next) == self.classes.words.indonesia));
        let university = self.words_of(at, next).starts_with('U') && office.ends_with("Rektor");
        let sort = if university { BodySort::University } else { BodySort::Company };
        Some((BodyWords { sort, region: None, name_last: last }, at, last))
    }

    /// "kerja sama dengan RS Guntur", "RS Guntur dan Dinas Kesehatan X meneken perjanjian", "PKS antara X dengan Balai Riset Y": who
    /// works together with somebody is no mere place.
    pub(crate) fn partner_house(&self, place: Mention) -> Mention {
        let head = self.hospital_head(place.first).is_some();
        let named = self.capital(place.first) && self.capital(place.last.saturating_sub(1));
        let hall =
            ["kota", "desa", "kampung", "kelurahan", "nagari", "adat", "budaya", "pemuda", "pertemuan", "prajurit", "raya", "rakyat"];
        let office = self.reads(place.first, &["balai"]) && !self.reads(place.first.saturating_add(1), &hall);
        let (least, sort) = if office { (3, BodySort::Vertical) } else { (2, BodySort::Company) };
        let named = (office || head) && named && place.last.saturating_sub(place.first) >= least;
        let house = named && (self.partner_before(place.first) || self.one_of_partners(&place));
        if house { self.firm_at(place.first, place.last, sort) } else { place }
    }

    /// The words of "RS", "RSI", "Rumah Sakit", by their number.
    fn hospital_head(&self, at: usize) -> Option<usize> {
        let long = || self.reads(at, &["rumah"]) && self.reads(at.saturating_add(1), &["sakit"]);
        if self.reads(at, &["rs", "rsi", "rsia", "rsu"]) { Some(1) } else { long().then_some(2) }
    }

    /// One of those whom the sentence of a paper names: in front of it, between them ("antara RS X dengan Y"), or in a list.
    fn one_of_partners(&self, place: &Mention) -> bool {
        let sentence = self.sentence_of(place.first);
        let paper = |at: &usize| self.sentence_of(*at) == sentence && self.hit(*at, self.classes.agreement_kind).is_some();
        let before = place.first.checked_sub(1).filter(|_| !self.starts_sentence(place.first));
        let first = || before.is_none() && self.reads(place.last, &["dan", "bersama", "dengan"]);
        let joined = |b: usize| self.reads(b, &["antara", "dan", "serta", "yakni", "yaitu"]) || self.sign(b) == b',';
        let ahead = || (place.first.saturating_sub(FRONT)..place.first).any(|at| paper(&at));
        let behind = || (place.last..place.last.saturating_add(FRONT).min(self.tokens.len())).any(|at| paper(&at));
        first() && behind() || before.is_some_and(joined) && (ahead() || behind())
    }

    fn firm_at(&self, first: usize, last: usize, sort: BodySort) -> Mention {
        Mention { first, last, what: What::Body(BodyWords { sort, region: None, name_last: last }) }
    }

    /// A capital that goes on no name; of two ordinary words ("Kerja Regional ...") none begins one.
    fn begins_proper_name(&self, at: usize) -> bool {
        let inside = at.checked_sub(1).is_some_and(|b| {
            let guests = || self.hit(b, self.classes.delegation).is_some_and(|h| h.last as usize == at);
            let name = |t: &crate::text::Token| t.is_word() && t.is(Shape::CAPITAL) && !self.marks_of(b).has(Mark::COMMON) && !guests();
            self.tokens.get(b).is_some_and(|t| name(t) || matches!(t.sign, b'.' | b'-' | b'\'') && !self.starts_sentence(at))
        });
        let ordinary = [at, at.saturating_add(1)].into_iter().all(|i| self.marks(i).has(Mark::COMMON));
        self.proper(at) && !ordinary && !inside
    }

    /// A word in capitals that is no title, and no verb.
    fn proper(&self, at: usize) -> bool {
        let c = self.classes;
        let own = |h: &Hit| {
            !h.entry.weak
                && (c.starts.office.holds(h.entry.class) || [c.verb, c.weekday, c.month, c.level, c.government].contains(&h.entry.class))
        };
        self.capital(at) && !self.hits_at(at).any(own)
    }

    /// "menggandeng |", "kerja sama dengan |".
    fn partner_before(&self, at: usize) -> bool {
        let verb = |h: &Hit| self.lexicon.value_name(h.entry.value) == "partner";
        if self.hits_before(at, self.classes.verb).any(verb) {
            return true;
        }
        let Some(with) = at.checked_sub(1) else { return false };
        let dengan = self.hits_before(at, self.classes.preposition).any(|h| self.lexicon.value_name(h.entry.value) == "dengan");
        dengan && self.tells_paper(with.saturating_sub(PAPER), with)
    }

    /// "| menjajaki kerja sama", "| menggandeng Pemkot".
    fn partner_behind(&self, at: usize) -> bool {
        let says = |h: &&Hit, class, value| h.entry.class == class && self.lexicon.value_name(h.entry.value) == value;
        let verb = self.hits_at(at).find(|h| says(h, self.classes.status, "proposed") || says(h, self.classes.verb, "partner"));
        verb.is_some_and(|h| self.tells_paper(at, (h.last as usize).saturating_add(OBJECT)))
    }

    /// A paper or a cooperation is told in tokens `first..last` of the sentence.
    fn tells_paper(&self, first: usize, last: usize) -> bool {
        let sentence = self.sentence_of(last.saturating_sub(1));
        (first..last).any(|i| self.sentence_of(i) == sentence && self.hit(i, self.classes.agreement_kind).is_some())
    }
}
