//! The line: an article as the matcher sees it, a row of tokens and of mentions that cover them.

use super::Kind;
use crate::lexicon::{ClassId, Hit};
use crate::mention::{Mention, Reader, Speech, What};
use crate::text::{Sentence, Shape};

/// Longest list of a `+` slot.
pub(super) const LIST: usize = 40;

/// Most tokens of a bracket that names who signs for a party of a list.
const HOLDER: usize = 14;
/// Most words of a body in a list that no table knows.
const UNKNOWN: usize = 5;

/// The article as the matcher sees it.
#[derive(Debug)]
pub(crate) struct Line<'a> {
    pub(crate) reader: &'a Reader<'a>,
    pub(crate) mentions: &'a [Mention],
    /// For each token the mention it lies in.
    cover: Vec<u32>,
    /// "X, didampingi Y dan Z", "X mewakili Y": where such company ends, and where the words before it do; by its end.
    company: Vec<(usize, usize)>,
    /// Who says what.
    pub(super) speech: &'a Speech,
}

/// Words before somebody who is told besides the subject of the sentence.
const ASIDE: [&str; 8] = ["setelah", "sesudah", "selain", "usai", "seusai", "sebelum", "seperti", "menyusul"];

/// Words before a count, and those that count without a number.
const ABOUT: [&str; 6] = ["sebanyak", "sekitar", "sekira", "sedikitnya", "setidaknya", "total"];
const MANY: [&str; 8] = ["para", "sejumlah", "beberapa", "puluhan", "belasan", "ratusan", "seluruh", "segenap"];

/// Words with which a clause begins that says what for, or about what.
const FRONT: [&str; 21] = [
    "guna",
    "untuk",
    "demi",
    "terkait",
    "soal",
    "ingin",
    "dalam",
    "sebagai",
    "mempelajari",
    "memperdalam",
    "mendalami",
    "menggali",
    "belajar",
    "berkaca",
    "terinspirasi",
    "tertarik",
    "penasaran",
    "kagum",
    "terpikat",
    "melihat",
    "mencontoh",
];

const FREE: u32 = u32::MAX;

impl<'a> Line<'a> {
    pub(crate) fn new(reader: &'a Reader<'a>, mentions: &'a [Mention], speech: &'a Speech) -> Line<'a> {
        let mut cover = vec![FREE; reader.tokens.len()];
        for (i, mention) in mentions.iter().enumerate() {
            for slot in cover.iter_mut().take(mention.last).skip(mention.first) {
                *slot = u32::try_from(i).unwrap_or(FREE);
            }
        }
        let mut line = Line { reader, mentions, cover, company: Vec::new(), speech };
        line.company = line.told_company();
        line
    }

    /// The end of the words whose company ends at a token, else the token: what stands behind company is said of whom it is with.
    pub(super) fn before_company(&self, at: usize) -> usize {
        let before = |at: usize| self.company.binary_search_by_key(&at, |(end, _)| *end).ok().and_then(|i| self.company.get(i));
        // "X, didampingi Y, beserta dua staf |": one behind the other.
        before(at).map_or(at, |(_, first)| before(*first).map_or(*first, |(_, first)| *first))
    }

    pub(super) fn verb(&self) -> ClassId {
        self.reader.classes.verb
    }

    pub(super) fn value(&self, hit: &Hit) -> &'a str {
        self.reader.lexicon.value_name(hit.entry.value)
    }

    /// The word at a token brings people of its own ("didampingi X", "mewakili Y", "disaksikan Z"); no gap reaches across it.
    pub(super) fn brings_others(&self, token: usize) -> bool {
        self.reader.hits.classes(token).holds(self.verb())
            && self.reader.hits.at(token).iter().any(|h| {
                h.entry.class == self.verb()
                    && matches!(self.value(h), "accompany_passive" | "represent_passive" | "represent" | "attend_passive" | "witness")
            })
    }

    /// "Didampingi oleh X", "disaksikan oleh X": the preposition belongs to the word before it, and brings nobody else.
    pub(super) fn of_company(&self, token: usize) -> bool {
        self.reader.reads(token, &["oleh"]) && token.checked_sub(1).is_some_and(|before| self.brings_others(before))
    }

    /// "..., kata": whoever stands behind it speaks, and does nothing of what was said.
    pub(super) fn reports(&self, token: usize) -> bool {
        let speech = self.reader.classes.speech;
        let closes = |before: usize| matches!(self.reader.sign(before), b',' | b'"');
        self.reader.hits.classes(token).holds(speech)
            && token.checked_sub(1).is_some_and(closes)
            && self.reader.hits.at(token).iter().any(|h| h.entry.class == speech && self.reader.lexicon.value_name(h.entry.value) == "by")
    }

    /// A verb of saying: what stands before it is its subject, and does nothing of what is said.
    pub(super) fn says(&self, token: usize) -> bool {
        let opens = |at: usize| {
            self.reader.tokens.get(at).is_some_and(|t| matches!(t.sign, b',' | b'"' | b':') || t.word == self.reader.classes.words.bahwa)
        };
        // "X menyebutkan rombongan akan meninjau Y": what follows has a subject of its own.
        let guests = |at: usize| {
            let at = if self.reader.reads(at, &["para", "kedua", "ketiga"]) { at.saturating_add(1) } else { at };
            self.reader.reads(at, &["delegasi", "mereka", "rombongan", "tamu", "tim"])
        };
        self.saying(token).is_some_and(|h| opens(h.last as usize) || guests(h.last as usize))
    }

    /// The verb of saying that begins at a token.
    fn saying(&self, token: usize) -> Option<&'a Hit> {
        let speech = self.reader.classes.speech;
        if !self.reader.hits.classes(token).holds(speech) {
            return None;
        }
        self.reader.hits.at(token).iter().find(|h| h.entry.class == speech && self.reader.lexicon.value_name(h.entry.value) == "says")
    }

    /// No mention covers the token.
    pub(super) fn is_free(&self, token: usize) -> bool {
        self.cover.get(token) == Some(&FREE)
    }

    /// The mention that covers a token.
    pub(crate) fn mention_at(&self, token: usize) -> Option<(usize, &'a Mention)> {
        let number = *self.cover.get(token).filter(|c| **c != FREE)? as usize;
        self.mentions.get(number).map(|m| (number, m))
    }

    fn is_separator(&self, at: usize) -> bool {
        let w = &self.reader.classes.words;
        let Some(token) = self.reader.tokens.get(at) else { return false };
        // "A, B, juga C", "A, B dan juga C": without the comma the words lead elsewhere ("dari A hingga B").
        let behind = |b: usize| self.reader.sign(b) == b',' || matches!(self.reader.word(b), word if word == w.dan || word == w.serta);
        let goes_on = || [w.juga, w.hingga, w.beserta, w.termasuk].contains(&token.word) && at.checked_sub(1).is_some_and(behind);
        let joins = || [w.dan, w.serta, w.maupun, w.plus].contains(&token.word) || goes_on();
        matches!(token.sign, b',' | b';' | b'&' | b'/') || token.is_word() && joins() && self.mention_at(at).is_none()
    }

    /// The next item of a list that goes on at `at`.
    pub(super) fn after_separator(&self, sentence: &Sentence, at: usize, kind: Kind) -> Option<(usize, &'a Mention)> {
        if matches!(kind, Kind::Official | Kind::Person) {
            let at = self.behind_represented(at);
            let item = |at: usize| self.mention_at(at).is_some_and(|(_, m)| m.first == at && self.is_kind(m, kind));
            let next = self.reader.next_item(at, sentence.last, item);
            return self.mention_at(next.or_else(|| self.reader.next_item(self.behind_agency(sentence, at)?, sentence.last, item))?);
        }
        let at = self.behind_unknown(sentence, self.behind_holder(sentence, self.behind_country(at)), kind);
        let mut next = at;
        while next < sentence.last && next.saturating_sub(at) < 3 && self.is_separator(next) {
            next = next.saturating_add(1);
        }
        // "1. Pemkot X 2. Pemkab Y": lines of a list need no comma.
        let numbered = self.reader.behind_item_number(next);
        if next == at && numbered.is_none() || next >= sentence.last {
            return None;
        }
        let next = numbered.unwrap_or(next);
        // "usai menerima rombongan DPR RI, Bupati X mengatakan": another clause begins.
        let comma = self.reader.sign(next.saturating_sub(1)) == b',';
        // "..., Bupati X, Fulan, menjelaskan": behind the comma that closes the name, too.
        let done = |m: &Mention| m.last.saturating_add(usize::from(self.apposed(m.last)));
        let speaks = |m: &Mention| comma && matches!(m.what, What::Official(_)) && self.saying(done(m)).is_some();
        // "X berkunjung ke Y dan Z ke W", "X mengunjungi Y, Z memilih W": so Z does not host.
        let goal = matches!(kind, Kind::Goal | Kind::Party);
        let goes = |m: &Mention| goal && (self.reader.reads(m.last, &["ke"]) || self.acts(m.last));
        // "Terima kunjungan DPRD X, Bupati Y kenalkan ...": an official whom nothing joins to the body before does something else.
        let office = |m: &Mention| matches!(m.what, What::Official(_));
        let behind =
            |m: &Mention| matches!(kind, Kind::Actor | Kind::Goal) && office(m) && !self.is_separator(done(m)) && self.bare(at, next);
        let other = |m: &Mention| behind(m) && at.checked_sub(1).and_then(|b| self.mention_at(b)).is_some_and(|(_, b)| !office(b));
        let opens = |m: &Mention| speaks(m) || goes(m) || other(m);
        self.mention_at(next).filter(|(_, m)| m.first == next && self.is_kind(m, kind) && !opens(m))
    }

    /// Tokens `first..last` are a comma and nothing else.
    fn bare(&self, first: usize, last: usize) -> bool {
        first.saturating_add(1) == last && self.reader.sign(first) == b','
    }

    /// A verb of going or visiting stands at a token: who stands before it is its subject.
    fn acts(&self, at: usize) -> bool {
        self.reader.hits.classes(at).holds(self.verb())
            && self.is_free(at)
            && self.reader.hits.at(at).iter().any(|h| h.entry.class == self.verb() && matches!(self.value(h), "go" | "visit" | "choose"))
    }

    /// A verb of visiting or choosing ends at a token: what stands behind it is its object.
    fn is_object(&self, at: usize) -> bool {
        let verb = |start: usize| {
            hits_at(self, start, at)
                .any(|h| h.last as usize == at && h.entry.class == self.verb() && matches!(self.value(h), "visit" | "choose"))
        };
        (at.saturating_sub(2)..at).any(|start| self.is_free(start) && verb(start))
    }

    /// "Menerima kunjungan sebanyak 25 | anggota DPRD X", "didatangi puluhan | kepala desa": behind the count of people who hold one
    /// office, of which a pattern need not know.
    pub(super) fn behind_count(&self, at: usize) -> usize {
        let group = |at: usize| self.mention_at(at).filter(|(_, m)| m.first == at && matches!(&m.what, What::Official(o) if o.plural));
        let number = |at: usize| self.mention_at(at).filter(|(_, m)| m.first == at && matches!(m.what, What::Number(_)));
        let next = at.saturating_add(1);
        let about = self.is_free(at) && self.reader.reads(at, &ABOUT);
        let counted = number(if about { next } else { at }).map(|(_, m)| m.last);
        let many = || self.is_free(at) && self.reader.reads(at, &MANY);
        counted.or_else(|| many().then_some(next)).filter(|behind| group(*behind).is_some()).unwrap_or(at)
    }

    /// "Kota Da Nang Vietnam dan Kota Fuzhou Tiongkok": a list of cities abroad goes on behind the country of each.
    fn behind_country(&self, at: usize) -> usize {
        let abroad = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == crate::BodySort::Foreign);
        let city = at.checked_sub(1).and_then(|b| self.mention_at(b)).is_some_and(|(_, m)| m.last == at && abroad(m));
        let country = self.mention_at(at).filter(|(_, m)| city && m.first == at && abroad(m));
        country.map_or(at, |(_, m)| m.last)
    }

    /// "Pemkot X (oleh Wali Kota Fulan), Pemkab Y (Bupati Anu)": a list of parties goes on behind the bracket that names the holder.
    fn behind_holder(&self, sentence: &Sentence, at: usize) -> usize {
        let behind = self.reader.bracket(at, HOLDER).filter(|b| *b < sentence.last && self.is_separator(*b));
        let office = |m: &Mention| matches!(&m.what, What::Official(o) if o.office.is_some());
        let holds = |i: usize| self.mention_at(i).is_some_and(|(_, m)| m.first == i && office(m));
        let first = at.saturating_add(1);
        let by = usize::from(self.reader.reads(first, &["oleh", "diwakili"]));
        behind.filter(|_| holds(first.saturating_add(by))).unwrap_or(at)
    }

    /// "Kadis X Fulan, Dinas Y, Wakil Ketua Z": a list of people goes on behind an agency that stands for its own.
    fn behind_agency(&self, sentence: &Sentence, at: usize) -> Option<usize> {
        let agency = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort == crate::BodySort::Agency);
        let (_, body) = self.mention_at(at.saturating_add(1)).filter(|(_, m)| self.reader.sign(at) == b',' && agency(m))?;
        (body.first == at.saturating_add(1) && body.last < sentence.last && self.is_separator(body.last)).then_some(body.last)
    }

    /// "Universitas X, UINSU, Universitas Y": a list of bodies goes on behind one that no table knows.
    fn behind_unknown(&self, sentence: &Sentence, at: usize, kind: Kind) -> usize {
        let first = at.saturating_add(1);
        if !matches!(kind, Kind::Body | Kind::Party | Kind::Actor) || self.reader.sign(at) != b',' {
            return at;
        }
        let named = |i: usize| self.is_free(i) && self.reader.is(i, Shape::CAPITAL) && self.reader.is(i, Shape::LETTER);
        let end = sentence.last.min(first.saturating_add(UNKNOWN).saturating_add(1));
        let last = (first..end).find(|i| !named(*i)).unwrap_or(first);
        let home = |m: &Mention| matches!(&m.what, What::Body(b) if b.sort != crate::BodySort::Foreign);
        let body = |i: usize| self.mention_at(i).is_some_and(|(_, m)| m.first == i && home(m));
        let goes_on = || self.is_separator(last) && (body(last.saturating_add(1)) || body(last.saturating_add(2)));
        if (first.saturating_add(1)..=first.saturating_add(UNKNOWN)).contains(&last) && goes_on() { last } else { at }
    }

    /// "Sekda X mewakili Bupati, Kepala Y": a list goes on behind whom its item stands for.
    fn behind_represented(&self, at: usize) -> usize {
        let represents = |h: &&Hit| h.entry.class == self.verb() && self.value(h) == "represent";
        let behind = hits_at(self, at, self.reader.tokens.len()).find(represents).and_then(|h| self.mention_at(h.last as usize));
        behind.filter(|(_, m)| matches!(m.what, What::Official(_) | What::Region(_) | What::Body(_))).map_or(at, |(_, m)| m.last)
    }

    /// The item before `at` in a list.
    pub(super) fn before_separator(&self, sentence: &Sentence, at: usize, kind: Kind) -> Option<(usize, &'a Mention)> {
        // "Bupati X bersama istri, Sekda Y mengunjungi Z": a row of people, whatever else might go there.
        let people = kind == Kind::Subject && self.is_item_of_people(at);
        if matches!(kind, Kind::Official | Kind::Person) || people {
            let counts = |m: &Mention| people && matches!(m.what, What::Number(_));
            // "beserta Forkopimda Kabupaten X, di antaranya Kapolres Y"
            let some = |h: &Hit| self.value(h) == "some";
            let seat =
                |m: &Mention| matches!(m.what, What::Region(_)) && self.reader.hits_before(m.first, self.reader.classes.series).any(some);
            let passed = |m: &Mention| counts(m) || seat(m);
            let end = (sentence.first..at).rev().take(LIST).find(|i| self.mention_at(*i).is_some_and(|(_, m)| !passed(m)))?;
            let joined = |m: &Mention| people && self.reader.hits_before(m.first, self.reader.classes.series).next().is_some();
            let item = |m: &Mention| (self.is_kind(m, kind) || joined(m)) && (!people || matches!(m.what, What::Official(_)));
            let found = self.mention_at(end).filter(|(_, m)| item(m) && self.reader.joins(m.last, at));
            if found.is_some() || !people {
                return found;
            }
        }
        let mut next = at;
        while next > sentence.first && at.saturating_sub(next) < 3 && self.is_separator(next.saturating_sub(1)) {
            next = next.saturating_sub(1);
        }
        let before = next.checked_sub(1).filter(|b| next < at && *b >= sentence.first)?;
        // "X memilih Y, dan Z menyambangi W": Y goes nowhere.
        let object = |m: &Mention| kind == Kind::Subject && self.is_object(m.first);
        // "Setelah X, Y kembali kedatangan tamu": X is no host of theirs.
        let fronted = || kind == Kind::Subject && self.bare(next, at) && self.closes_front(sentence, next);
        let aside =
            |m: &Mention| self.bare(next, at) && m.first.checked_sub(1).is_some_and(|b| self.is_free(b) && self.reader.reads(b, &ASIDE));
        self.mention_at(before).filter(|(_, m)| m.last == next && self.is_kind(m, kind) && !object(m) && !aside(m) && !fronted())
    }

    /// "Guna memperdalam tata kelola BUMD | , Bappeda X berkunjung ke Y": the first comma of a sentence that begins with what for.
    fn closes_front(&self, sentence: &Sentence, comma: usize) -> bool {
        self.reader.reads(sentence.first, &FRONT) && (sentence.first..comma).all(|at| self.reader.sign(at) != b',')
    }

    /// An official begins at the token, of whom nothing is told with "yang" that is not said of those before.
    fn is_item_of_people(&self, at: usize) -> bool {
        let people = |m: &Mention| matches!(m.what, What::Official(_)) && !self.reader.reads(m.last, &["yang"]);
        self.mention_at(at).is_some_and(|(_, m)| people(m))
    }

    /// The mention is what a slot of the kind asks for.
    pub(super) fn is_kind(&self, mention: &Mention, kind: Kind) -> bool {
        match (kind, &mention.what) {
            (_, What::Official(words)) if !words.sure => false,
            (Kind::Region | Kind::Party | Kind::Actor | Kind::Goal, What::Region(_))
            | (Kind::Body | Kind::Party | Kind::Actor | Kind::Goal, What::Body(_))
            | (Kind::Official | Kind::Actor | Kind::Goal, What::Official(_))
            | (Kind::Date, What::Date(_))
            | (Kind::Number, What::Number(_))
            | (Kind::Place | Kind::Goal, What::Place(_)) => true,
            (Kind::Person, What::Official(words)) => words.name.is_some(),
            (Kind::People, What::Number(words)) => words.people,
            (Kind::Subject, What::Body(_)) => !self.governed(mention.first) || self.is_topic(mention.first),
            (Kind::Subject, What::Region(_) | What::Official(_)) => !self.governed(mention.first),
            _ => false,
        }
    }

    /// "Untuk Komisi A kunker ke X": the word that opens a sentence only says of whom it speaks.
    fn is_topic(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|before| self.reader.reads(before, &["untuk"]) && self.reader.starts_sentence(before))
    }

    /// A preposition stands right before `at`, and does not only say whence people come; "dua dewan asal luar | Bali" are of anywhere
    /// else.
    fn governed(&self, at: usize) -> bool {
        if at.checked_sub(1).is_some_and(|before| self.reader.reads(before, &["luar"])) {
            return true;
        }
        // "Wakil rakyat dari Kabupaten X berkunjung ke Y": the people come. Of people of people it is not asked again: a text may
        // repeat that without end.
        let people = |start: usize| {
            let whence = self.reader.reads(start, &["dari", "asal"]);
            let free = |h: &Hit| self.prepositions_before(h.first as usize).next().is_none();
            whence && self.reader.hits_before(start, self.reader.classes.delegation).any(free)
        };
        self.prepositions_before(at).any(|start| !people(start))
    }

    /// Where the prepositions begin that end at a token.
    fn prepositions_before(&self, at: usize) -> impl Iterator<Item = usize> + use<'_> {
        let class = self.reader.classes.preposition;
        let governs = move |h: &Hit| h.last as usize == at && h.entry.class == class && !h.entry.weak;
        (at.saturating_sub(2)..at).filter(move |start| hits_at(self, *start, at).any(governs))
    }
}

/// Phrases that begin at a token and end before `limit`.
pub(super) fn hits_at<'a>(line: &Line<'a>, at: usize, limit: usize) -> impl Iterator<Item = &'a Hit> + use<'a> {
    line.reader.hits.at(at).iter().filter(move |h| h.last as usize <= limit)
}
