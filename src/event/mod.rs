//! Events: what a visit and an agreement are, and how the frames of one are joined.
//!
//! Rules propose, this storey decides. Every fill of a frame is a vote: this party visits, that official receives.
//! `visit` and `agreement` tell which frames count, join them and fill the slots of each event; the rooms here are what both ask:
//! `denial` ("tidak mengunjungi" is no visit), `same` (which parties are one side), `abroad` (which country a party lies in),
//! `affair`, `setting` and `places` (topic, day, size and place around the frames, `stands`), `proof` (values with the tokens and
//! rules that gave them), `public` (values as the contract wants them), `confidence` (how sure they are). `slots`, `words` and
//! `phrases` are what frames and text are asked by. No value enters a struct without the tokens that say it.

mod abroad;
mod affair;
mod agreement;
mod confidence;
mod denial;
mod phrases;
mod places;
mod proof;
mod public;
mod rulefiles;
mod same;
mod setting;
mod slots;
mod stands;
mod visit;
mod words;

pub(crate) use phrases::Phrases;
pub(crate) use rulefiles::RULES;
pub(crate) use slots::schema;
pub(crate) use words::Words;

use phrases::Found;

use crate::kinds::ConflictKind;
use crate::lexicon::ClassId;
use crate::mention::{Calendar, Mention, PartyRef, People, Person, Reader, Resolved, Speech, What};
use crate::rule::{Fill, Frame, Rule, Schema};
use crate::text::{Sentence, Zone};
use crate::{Conflict, Document};

/// Most different parties of one article that are told apart.
const PARTIES: usize = 200;

/// Number of the visit event in the schema.
const VISIT: usize = 0;
/// Number of the agreement event in the schema.
const AGREEMENT: usize = 1;

/// Everything the lower storeys found.
pub(crate) struct Input<'a> {
    pub(crate) reader: &'a Reader<'a>,
    pub(crate) mentions: &'a [Mention],
    pub(crate) resolved: &'a Resolved,
    pub(crate) calendar: &'a Calendar,
    pub(crate) people: &'a People,
    pub(crate) frames: &'a [Frame],
    /// For each frame whether it tells of its event; known once [`document`] has asked the guards.
    pub(crate) counted: &'a [bool],
    pub(crate) rules: &'a [Rule],
    pub(crate) schema: &'a Schema,
    pub(crate) words: &'a Words,
    pub(crate) speech: &'a Speech,
    pub(crate) phrases: &'a Phrases,
}

impl<'a> Input<'a> {
    /// Whether a frame, by number, tells of its event.
    fn counts(&self, frame: usize) -> bool {
        self.counted.get(frame).is_some_and(|counts| *counts)
    }

    /// The fills of a slot in a frame.
    #[inline]
    fn fills<'f>(&self, frame: &'f Frame, name: &str) -> impl Iterator<Item = &'f Fill> + use<'f> {
        let slot = slots::number(name);
        frame.fills.iter().filter(move |f| f.slot == slot)
    }

    fn rule_name(&self, frame: &Frame) -> &str {
        self.rules.get(frame.rule).map_or("", |r| &*r.name)
    }

    fn mention(&self, fill: &Fill) -> Option<(usize, &'a Mention)> {
        let number = fill.value.mention()?;
        self.mentions.get(number).map(|m| (number, m))
    }

    /// The words of the fill are a "kami" that stands for its mention.
    fn by_pronoun(&self, fill: &Fill) -> bool {
        self.mention(fill).is_some_and(|(_, m)| (m.first, m.last) != (fill.first, fill.last)) && !self.speech.is_third(fill.first)
    }

    /// A side says the frame of itself.
    fn of_itself(&self, frame: &Frame) -> bool {
        frame.fills.iter().any(|f| self.by_pronoun(f))
    }

    /// The party of a mention; an office told without region or body belongs where its holder does.
    fn party(&self, mention: usize) -> Option<&'a PartyRef> {
        if self.official(mention).is_some_and(|o| o.region.is_none() && o.body.is_none()) {
            if let Some(party) = self.person(mention).and_then(|p| self.party_of(p)) {
                return Some(party);
            }
        }
        self.resolved.parties.get(mention).and_then(Option::as_ref)
    }

    /// The office of the centre or the forces that an official heads and acts for: the Kejari of "Kajari X".
    fn headed(&self, mention: usize) -> Option<&'a PartyRef> {
        self.resolved.headed.get(mention).and_then(Option::as_ref)
    }

    /// The party that a mention stands for, by its holder where it tells none; a head who `acts` stands for the office.
    fn stands_for(&self, mention: usize, acts: bool) -> Option<PartyRef> {
        let office = self.headed(mention).filter(|_| acts).or_else(|| self.party(mention));
        let party = office.or_else(|| self.person(mention).and_then(|p| self.party_of(p))).cloned()?;
        Some(if acts { self.of_committee(mention, party) } else { party })
    }

    /// "Anggota | Komisi II DPRD X", nobody in particular, come as their committee.
    fn of_committee(&self, mention: usize, party: PartyRef) -> PartyRef {
        let members = |o: &crate::mention::OfficialWords| {
            o.name.is_none() && o.office.as_ref().is_some_and(|office| matches!(office.canonical.as_str(), "Anggota" | "Anggota DPRD"))
        };
        let words = self.mentions.get(mention).filter(|_| self.official(mention).is_some_and(members));
        let parts = words.map(|m| self.phrases(self.words.committee, m.first, party.first)).unwrap_or_default();
        match parts.into_iter().find(|(sort, _, last)| *sort != "pimpinan" && self.reader.is_ordinal(*last)) {
            Some((_, first, last)) => {
                let key = party.key.iter().cloned().chain([self.reader.folded(last, last.saturating_add(1))]).collect();
                PartyRef { first, key, ..party }
            }
            None => party,
        }
    }

    /// The person of a mention; a plural ("para camat") is nobody.
    fn person(&self, mention: usize) -> Option<usize> {
        if self.official(mention).is_some_and(|o| o.plural) {
            return None;
        }
        self.people.of.get(mention).copied().flatten()
    }

    /// The party to which a person belongs.
    fn party_of(&self, person: usize) -> Option<&'a PartyRef> {
        self.people.persons.get(person).and_then(|p| p.party.as_ref())
    }

    /// A person that may take a role: with an office, an honorific or degree, or a name that reads like one or stands in a row of such.
    fn credible(&self, person: usize) -> bool {
        let Some(person) = self.people.persons.get(person) else { return false };
        let Some(name) = &person.name else { return person.office.is_some() };
        let known = (name.first..name.last).any(|i| self.reader.marks_of(i).has(crate::text::Mark::NAME));
        let sure = || person.mentions.iter().any(|m| self.official(*m).is_some_and(|o| o.sure));
        person.office.is_some() || known || !name.honorifics.is_empty() || !name.degrees.is_empty() || person.words.len() >= 2 || sure()
    }

    fn sentence(&self, number: usize) -> Option<&'a Sentence> {
        self.reader.sentences.get(number)
    }

    /// The frames whose triggers stand in a sentence, in the order of these.
    fn frames_in(&self, sentence: usize) -> impl Iterator<Item = &'a Frame> + use<'a> {
        let from = self.frames.partition_point(|f| f.sentence < sentence);
        self.frames.iter().skip(from).take_while(move |f| f.sentence == sentence)
    }

    /// The mentions that begin in a sentence, with their numbers.
    fn mentions_in(&self, sentence: usize) -> impl Iterator<Item = (usize, &'a Mention)> + use<'a> {
        let (first, last) = self.sentence(sentence).map_or((0, 0), |s| (s.first, s.last));
        let from = self.mentions.partition_point(|m| m.first < first);
        self.mentions.iter().enumerate().skip(from).take_while(move |(_, m)| m.first < last)
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.reader.sentence_of(token)
    }

    fn zone(&self, sentence: usize) -> Zone {
        self.sentence(sentence).map_or(Zone::Body, |s| s.zone)
    }

    /// As [`Input::phrases`], weak phrases too, and one value for each place.
    fn phrases_weak(&self, class: ClassId, first: usize, last: usize) -> Found<'a> {
        let mut found = Found::new();
        if self.may_hold(class, first, last) {
            self.longest(class, first, last, true, &mut found);
        }
        found.dedup_by_key(|(_, first, _)| *first);
        found
    }

    /// Values of the phrases of a class in tokens `first..last`, with their token ranges; longest at each place. One phrase
    /// may have several values ("melakukan" kunjungan, "melakukan" kerja sama).
    fn phrases(&self, class: ClassId, first: usize, last: usize) -> Found<'a> {
        let mut found = Found::new();
        if self.may_hold(class, first, last) {
            self.longest(class, first, last, false, &mut found);
        }
        found
    }

    /// Tokens `first..last` may hold a phrase of a class; surely not where their one sentence does not tell it.
    fn may_hold(&self, class: ClassId, first: usize, last: usize) -> bool {
        let sentence = self.sentence_of(first);
        self.tells(class, sentence) || sentence != self.sentence_of(last.saturating_sub(1))
    }

    /// Adds the phrases to `found`, which is large, where it stays.
    fn longest(&self, class: ClassId, first: usize, last: usize, weak: bool, found: &mut Found<'a>) {
        for hit in self.phrases.of_class(class, first, last) {
            let (from, to) = (hit.first as usize, hit.last as usize);
            if to > last || hit.entry.weak && !weak {
                continue;
            }
            if found.last().is_none_or(|(_, f, l)| from >= *l || (from, to) == (*f, *l)) {
                found.push((self.reader.lexicon.value_name(hit.entry.value), from, to));
            }
        }
    }

    /// The sentence may hold a phrase of a class; surely not where it does not tell it.
    fn tells(&self, class: ClassId, sentence: usize) -> bool {
        self.reader.told.get(sentence).is_some_and(|told| told.holds(class))
    }

    /// Phrases of a class in a sentence.
    fn phrases_in(&self, class: ClassId, sentence: usize) -> Found<'a> {
        let mut found = Found::new();
        if let Some(own) = self.sentence(sentence).filter(|_| self.tells(class, sentence)) {
            self.longest(class, own.first, own.last, false, &mut found);
        }
        found
    }

    /// The sentence holds a phrase of a class.
    fn has(&self, class: ClassId, value: Option<&str>, sentence: usize) -> bool {
        self.phrases_in(class, sentence).iter().any(|(v, _, _)| value.is_none_or(|w| w == *v))
    }

    /// A word for people ends right before a token: "warga Kudus", "kontingen Kota Batu".
    fn behind_people(&self, token: usize) -> bool {
        let told = self.phrases(self.reader.classes.locative, token.saturating_sub(1), token);
        // "warga Imogiri Bantul": a smaller place stands before the region.
        let small = token.checked_sub(1).filter(|b| self.reader.capital(*b) && told.is_empty());
        let wider = small.map(|b| self.phrases(self.reader.classes.locative, b.saturating_sub(1), b)).unwrap_or_default();
        told.iter().any(|(value, _, last)| *value == "people" && *last == token)
            || wider.iter().any(|(value, _, last)| *value == "people" && small == Some(*last))
    }

    /// One of tokens `first..last` has one of these folded parts in it.
    fn has_part(&self, first: usize, last: usize, parts: &[&str]) -> bool {
        let holds = |word: &str, part: &str| word.as_bytes().windows(part.len()).any(|w| w.eq_ignore_ascii_case(part.as_bytes()));
        (first..last).any(|at| {
            let word = self.reader.words_of(at, at.saturating_add(1));
            match word.is_ascii() {
                true => parts.iter().any(|part| holds(word, part)),
                false => parts.iter().any(|part| self.reader.folded(at, at.saturating_add(1)).contains(part)),
            }
        })
    }

    /// The sentence holds a verb of signing.
    fn signs(&self, sentence: usize) -> bool {
        self.phrases_in(self.words.verb, sentence).iter().any(|(v, _, _)| v.starts_with("sign"))
    }

    /// The day from which the article looks ahead: that of publication, else the last day on which it says somebody spoke.
    fn today(&self) -> Option<crate::Date> {
        // "... berada di X 5-9 November mendatang. 'Siapkan semuanya,' pesan Y": a day to come is not that of the statement.
        // "X menyebut konsultasi itu dijadwalkan 12 September": the day is not that on which he spoke.
        let planned = |from: usize, to: usize| self.phrases(self.words.status, from, to).iter().any(|(v, _, _)| *v == "planned");
        let set = |i: usize, m: &Mention| self.calendar.said.get(i).copied().flatten().is_some_and(|verb| planned(verb, m.first));
        let now = |i: &usize| self.mentions.get(*i).is_none_or(|m| !setting::lies_ahead(self, m) && !set(*i, m));
        let said = |(i, verb): (usize, &Option<usize>)| {
            verb.filter(|_| now(&i)).and_then(|_| self.calendar.days.get(i).copied().flatten()).map(|d| d.0)
        };
        self.calendar.published.or_else(|| self.calendar.said.iter().enumerate().filter_map(said).max())
    }

    /// Number of sentences of the article's own text that hold a phrase of a class.
    fn telling(&self, class: ClassId) -> usize {
        (0..self.reader.sentences.len()).filter(|s| self.zone(*s).tells() && self.has(class, None, *s)).count()
    }

    /// The body of the article speaks of the person.
    fn told_in_body(&self, person: &Person) -> bool {
        let in_body = |m: &Mention| self.zone(self.sentence_of(m.first)) == Zone::Body;
        person.mentions.iter().any(|m| self.mentions.get(*m).is_some_and(in_body))
    }

    /// The token lies inside quotation marks.
    fn quoted(&self, token: usize) -> bool {
        let Some(sentence) = self.sentence(self.sentence_of(token)) else { return false };
        // A headline quotes behind a colon.
        if sentence.zone == Zone::Headline && (sentence.first..token).any(|i| self.reader.tokens.get(i).is_some_and(|t| t.sign == b':')) {
            return true;
        }
        self.speech.is_quoted(token)
    }

    fn official(&self, mention: usize) -> Option<&'a crate::mention::OfficialWords> {
        match self.mentions.get(mention).map(|m| &m.what) {
            Some(What::Official(words)) => Some(words),
            _ => None,
        }
    }
}

/// The mention that a token lies in.
pub(crate) fn mention_over<'a>(input: &Input<'a>, token: usize) -> Option<&'a Mention> {
    let at = input.mentions.partition_point(|m| m.first <= token).checked_sub(1)?;
    input.mentions.get(at).filter(|m| token < m.last)
}

/// The events of an article.
pub(crate) fn document(input: &Input<'_>) -> Document {
    let affirmed = denial::affirmed(input);
    let input = &Input { frames: affirmed.as_deref().unwrap_or(input.frames), ..*input };
    let counted: Vec<bool> = input.frames.iter().map(|f| counts(input, f)).collect();
    let input = &Input { counted: &counted, ..*input };
    let apart = visit::field::beside_others(input);
    let input = &Input { counted: apart.as_deref().unwrap_or(input.counted), ..*input };
    let mut document = Document { published: input.calendar.published, ..Document::default() };
    if !input.frames.is_empty() {
        let visits = visit::visits(input);
        document.agreements = agreement::agreements(input, &visits);
        document.visits = visits.into_iter().map(|v| v.publish(input)).collect();
    }
    let conflicts = input.resolved.conflicts.iter().chain(&input.calendar.conflicts);
    document.conflicts = conflicts.map(|(kind, first, last)| conflict(input, *kind, *first, *last)).collect();
    document.conflicts.sort_by_key(|c| (c.span.start, c.kind));
    document
}

/// No guard stops the frame.
fn counts(input: &Input<'_>, frame: &Frame) -> bool {
    if frame.event == VISIT { visit::frames::counts(input, frame) } else { agreement::frames::counts(input, frame) }
}

fn conflict(input: &Input<'_>, kind: ConflictKind, first: usize, last: usize) -> Conflict {
    let span = input.reader.span(first, last);
    Conflict { kind, span, text: span.of(input.reader.source).to_owned() }
}
