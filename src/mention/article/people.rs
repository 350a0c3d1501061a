//! People: which names and bare titles of an article mean the same person, and the fullest form of each.

use crate::mention::region::name::one_letter_wrong;
use crate::mention::{Mention, Name, OfficeWords, PartyRef, Reader, Resolved, What};
use crate::text::Zone;

/// A person, or an office that the article never names.
#[derive(Clone, Debug, Default)]
pub(crate) struct Person {
    /// Folded words of the fullest name; empty for an office alone.
    pub(crate) words: Vec<String>,
    /// A nickname that the article gives.
    pub(crate) nickname: Option<String>,
    /// The fullest name.
    pub(crate) name: Option<Name>,
    /// The office, as first told.
    pub(crate) office: Option<OfficeWords>,
    /// The party the office belongs to.
    pub(crate) party: Option<PartyRef>,
    /// Numbers of the mentions that mean this person.
    pub(crate) mentions: Vec<usize>,
}

/// Everyone in the article.
#[derive(Clone, Debug, Default)]
pub(crate) struct People {
    pub(crate) persons: Vec<Person>,
    /// For each mention the person it means.
    pub(crate) of: Vec<Option<usize>>,
}

/// Most persons of one article that are told apart; a list longer than any article's is not worth the time.
pub(crate) const MOST: usize = 400;

/// Persons of most articles, at most.
const FEW: usize = 8;

/// Fewest letters of a short name that is cut from a longer one.
const CUT: usize = 4;

/// "Mensos Fula" is the one Tri Fulaharini of the article.
fn shortened(persons: &[Person], words: &[String]) -> Option<usize> {
    let [short] = words else { return None };
    let cut = |word: &String| word.len() > short.len() && word.starts_with(short.as_str());
    let mut found = persons.iter().enumerate().filter(|(_, p)| p.words.len() > 1 && p.words.iter().any(cut));
    let (number, _) = found.next().filter(|_| short.chars().count() >= CUT)?;
    found.next().is_none().then_some(number)
}

/// "Sutra" is the one Susilo Tranggono of the article: its first syllables.
fn blended(persons: &[Person], words: &[String]) -> Option<usize> {
    let [short] = words else { return None };
    let blend = |p: &Person| {
        let [first, second, ..] = p.words.as_slice() else { return false };
        (BLENDED..short.len()).rev().any(|at| {
            let parts = short.get(..at).zip(short.get(at..));
            parts.is_some_and(|(a, b)| first.starts_with(a) && b.len() >= BLENDED && second.starts_with(b))
        })
    };
    let mut found = persons.iter().enumerate().filter(|(_, p)| blend(p));
    let (number, _) = found.next().filter(|_| short.len() > CUT)?;
    found.next().is_none().then_some(number)
}

/// Fewest letters of each name in a blend of two.
const BLENDED: usize = 2;

/// Groups the official mentions of an article by person.
pub(crate) fn people(reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) -> People {
    let mut people = People { persons: Vec::new(), of: vec![None; mentions.len()] };
    let mut named: Vec<(usize, Vec<String>)> = Vec::new();
    for (i, mention) in mentions.iter().enumerate() {
        if let What::Official(words) = &mention.what {
            if let Some(name) = &words.name {
                named.push((i, name_words(reader, name)));
            }
        }
    }
    // Longest names first, body before headline, so that each short form finds its full one.
    named.sort_by_cached_key(|(i, words)| {
        (std::cmp::Reverse(words.len()), reader.zone_of(mentions.get(*i).map_or(0, |m| m.first)) != Zone::Body, *i)
    });
    named.truncate(MOST.saturating_mul(8));
    people.persons.reserve(named.len().min(FEW));
    for (i, words) in named {
        let office = official(mentions, i).and_then(|o| o.office.as_ref());
        // "... diteken Wali Kota Zainal Anu dan Rektor Zainal": one sentence gives nobody two offices, but to add one ("yang juga").
        let sentence = |m: usize| mentions.get(m).map(|m| reader.sentence_of(m.first));
        let party = |m: usize| resolved.parties.get(m).and_then(|p| p.as_ref()?.region);
        let apart = |p: &Person| {
            p.mentions.iter().filter(|m| office.is_some() && sentence(**m) == sentence(i)).any(|m| {
                let differs = |o: &OfficeWords| office.is_some_and(|a| a.canonical != o.canonical) && party(*m) != party(i);
                official(mentions, *m).and_then(|o| o.office.as_ref()).is_some_and(differs)
            })
        };
        let found = people.persons.iter().position(|p| means(&words, &p.words) && offices_agree(office, p.office.as_ref()) && !apart(p));
        // "Ketua TP PKK X Rita Anu Saputra" is no "Bupati X Anu Saputra", but his wife.
        let other = |p: &Person| office.is_some() && p.office.is_some() && words.len() > 1 && words.first() != p.words.first();
        let short = |p: &Person| words.len() <= 2 && means(&words, &p.words) && !other(p) && !apart(p);
        let found = found.or_else(|| people.persons.iter().position(short));
        let found =
            found.or_else(|| people.persons.iter().position(|p| matches!(words.as_slice(), [one] if p.nickname.as_ref() == Some(one))));
        let found = found.or_else(|| shortened(&people.persons, &words)).or_else(|| blended(&people.persons, &words));
        let found = found.or_else(|| reader.nicknamed(mentions, i).and_then(|owner| people.of.get(owner).copied().flatten()));
        // A name that only the headline or a linked title holds may be any of its words.
        let zone = reader.zone_of(mentions.get(i).map_or(0, |m| m.first));
        if found.is_none() && !matches!(zone, Zone::Body | Zone::Caption) {
            continue;
        }
        let person = match found {
            Some(person) => person,
            None if people.persons.len() < MOST => {
                let name = official(mentions, i).and_then(|o| o.name.clone());
                let nickname = name.as_ref().and_then(|n| n.nickname).map(|at| reader.folded(at, at.saturating_add(1)));
                people.persons.push(Person { words, nickname, name, ..Person::default() });
                people.persons.len().saturating_sub(1)
            }
            None => continue,
        };
        people.assign(i, person, mentions, resolved);
        people.nickname(reader, i, person, mentions);
    }
    people.pointed_out(reader, mentions, resolved);
    people.tell_offices(reader, mentions, resolved);
    people.stand_ins(reader, mentions, resolved);
    people.find_homes(reader, mentions, resolved);
    people.bare_titles(reader, mentions, resolved);
    people
}

/// The words of an official mention.
pub(crate) fn official(mentions: &[Mention], i: usize) -> Option<&crate::mention::OfficialWords> {
    match mentions.get(i).map(|m| &m.what) {
        Some(What::Official(words)) => Some(words),
        _ => None,
    }
}

fn name_words(reader: &Reader<'_>, name: &Name) -> Vec<String> {
    (name.first..name.last)
        .filter(|i| reader.tokens.get(*i).is_some_and(|t| t.is_word()))
        .map(|i| {
            let mut word = reader.folded(i, i.saturating_add(1));
            // Few words have one.
            if word.bytes().any(|b| matches!(b, b'\'' | b'`')) {
                word.retain(|c| !matches!(c, '\'' | '`'));
            }
            word
        })
        .collect()
}

/// Fewest letters of a word of a name that is told though one of them is wrong.
const MISPRINT: usize = 5;

/// `short` is a form of `full`: its words occur there in order, an initial standing for its word.
fn means(short: &[String], full: &[String]) -> bool {
    // "Nur Bayu Aji", "Nur Bayuaji"
    if short.len() > 1
        && short.len().abs_diff(full.len()) == 1
        && short.iter().flat_map(|w| w.bytes()).eq(full.iter().flat_map(|w| w.bytes()))
    {
        return true;
    }
    // "Oky Iqbal Frima", "Oky Iqbal Frina": a misprint.
    let mut other = short.iter().zip(full).filter(|(a, b)| a != b);
    let misprint = |(a, b): (&String, &String)| a.len().min(b.len()) >= MISPRINT && one_letter_wrong(a, b);
    if short.len() == full.len() && short.len() > 1 && other.next().is_some_and(misprint) && other.next().is_none() {
        return true;
    }
    let mut rest = full.iter();
    !short.is_empty()
        && short.iter().all(|w| {
            rest.any(|f| {
                let short_form = w.len() >= 3 && f.starts_with(w.as_str()) || f.len() >= 3 && w.starts_with(f.as_str());
                f == w
                    || short_form && short.len() > 1
                    || w.len() == 1 && f.starts_with(w.as_str())
                    || f.len() == 1 && w.starts_with(f.as_str()) && short.len() > 1
            })
        })
}

/// Two different heads of government are not one person, however alike their names.
fn offices_agree(a: Option<&OfficeWords>, b: Option<&OfficeWords>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.canonical == b.canonical,
        _ => true,
    }
}

impl People {
    /// Marks the mentions that surely mean a person, by what any mention of the same person shows.
    pub(crate) fn confirm(&self, reader: &Reader<'_>, mentions: &mut [Mention]) {
        let shown: Vec<bool> = mentions.iter().map(|m| matches!(&m.what, What::Official(words) if shows_person(reader, words))).collect();
        let persons: Vec<bool> = self.persons.iter().map(|p| p.mentions.iter().any(|m| shown.get(*m).copied().unwrap_or(false))).collect();
        for (i, mention) in mentions.iter_mut().enumerate() {
            if let What::Official(words) = &mut mention.what {
                words.sure = shown.get(i).copied().unwrap_or(false)
                    || self.of.get(i).copied().flatten().is_some_and(|p| persons.get(p).copied().unwrap_or(false));
            }
        }
        confirm_rows(reader, mentions);
    }

    fn assign(&mut self, mention: usize, person: usize, mentions: &[Mention], resolved: &Resolved) {
        if let Some(slot) = self.of.get_mut(mention) {
            *slot = Some(person);
        }
        let Some(p) = self.persons.get_mut(person) else { return };
        p.mentions.push(mention);
        if let Some(words) = official(mentions, mention) {
            if p.office.is_none() {
                p.office.clone_from(&words.office);
            }
            if p.party.is_none() {
                p.party = resolved.parties.get(mention).cloned().flatten();
            }
        }
    }

    /// "yang akrab disapa Mas Git": the name is a nickname of the person from here on.
    fn nickname(&mut self, reader: &Reader<'_>, mention: usize, person: usize, mentions: &[Mention]) {
        let name = official(mentions, mention).and_then(|o| o.name.as_ref());
        if let (Some(name), Some(p)) = (name, self.persons.get_mut(person)) {
            if name.last == name.first.saturating_add(1) && p.nickname.is_none() {
                let word = reader.folded(name.first, name.last);
                p.nickname = Some(word).filter(|word| !p.words.contains(word));
            }
        }
    }

    /// The office of a person is the first one told with the name; a fuller one (with its region) is preferred.
    fn tell_offices(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        for person in &mut self.persons {
            person.mentions.sort_unstable();
            let told = person.mentions.iter().filter_map(|m| Some((*m, official(mentions, *m)?.office.as_ref()?))).collect::<Vec<_>>();
            let with_party = || told.iter().filter(|(m, _)| resolved.parties.get(*m).is_some_and(Option::is_some));
            // "Wako Pariman Rusdi" is no mayor of Pariaman where the text tells of "Wali Kota Sibolga Pariman Rusdi".
            let body = |(m, _): &&(usize, &OfficeWords)| mentions.get(*m).is_some_and(|m| reader.zone_of(m.first) == Zone::Body);
            let with_party = with_party().find(body).or_else(|| with_party().next());
            if let Some((m, office)) = with_party.or(told.first()) {
                // The one assigned first most often is the one.
                if person.office.as_ref().is_none_or(|o| o.first != office.first) {
                    person.office = Some((*office).clone());
                }
                person.party = resolved.parties.get(*m).cloned().flatten();
            }
        }
    }
}

impl Reader<'_> {
    /// The mention before, whose nickname the name is: "Sigit Prakosa yang akrab disapa Mas Git".
    fn nicknamed(&self, mentions: &[Mention], mention: usize) -> Option<usize> {
        let at = mentions.get(mention)?.first;
        let plays = |value, role| self.lexicon.value_name(value) == role;
        let behind = mentions.get(mention)?.last.saturating_add(1);
        let called = self.hits_before(at, self.classes.role).any(|h| plays(h.entry.value, "called"))
            || self.hits.at(behind).iter().any(|h| h.entry.class == self.classes.role && plays(h.entry.value, "nick"));
        let named = |i: &usize| {
            official(mentions, *i)
                .is_some_and(|o| o.name.as_ref().is_some_and(|n| o.office.is_some() || n.last > n.first.saturating_add(1)))
        };
        let near = (mention.saturating_sub(3)..mention).rev();
        let before = near.filter(|i| official(mentions, *i).is_some()).find(|_| called)?;
        if named(&before) {
            return Some(before);
        }
        // "Bupati yang biasa dipanggil ...": the bare title's holder.
        let office = official(mentions, before)?.office.as_ref()?;
        let same = |i: &usize| official(mentions, *i).and_then(|o| o.office.as_ref()).is_some_and(|o| o.canonical == office.canonical);
        (before.saturating_sub(8)..before).rev().find(|i| named(i) && same(i))
    }
}

/// "Hasan Lahinta, Raniyanto, Elly Mokodompit": a name that no table knows, in a row of persons, is one too: between two of them, or
/// as the last behind more than one.
fn confirm_rows(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let (mut end, mut sure, mut open) = (0_usize, 0_usize, 0..0);
    for i in 0..mentions.len() {
        let Some(mention) = mentions.get(i) else { break };
        let (first, last) = (mention.first, mention.last);
        let What::Official(words) = &mention.what else {
            (sure, open) = (0, 0..0);
            continue;
        };
        if words.name.is_none() || sure > 0 && !reader.joins(end, first) {
            (sure, open) = (0, 0..0);
        }
        end = last;
        if words.name.is_none() {
            continue;
        }
        let behind_and = first.checked_sub(1).is_some_and(|b| reader.reads(b, &["dan", "serta"]));
        if !words.sure && sure > 0 {
            open = if open.is_empty() { i..i.saturating_add(1) } else { open.start..i.saturating_add(1) };
        }
        if words.sure || sure > 1 && behind_and {
            for mention in mentions.get_mut(open.clone()).unwrap_or_default() {
                if let What::Official(words) = &mut mention.what {
                    words.sure = true;
                }
            }
            (sure, open) = (sure.saturating_add(1), 0..0);
        }
    }
}

/// The words themselves show a person.
fn shows_person(reader: &Reader<'_>, words: &crate::mention::OfficialWords) -> bool {
    let Some(name) = &words.name else { return words.office.is_some() };
    let marks = |i: usize| reader.marks_of(i);
    let known = (name.first..name.last).any(|i| marks(i).has(crate::text::Mark::NAME));
    let known =
        known || name.last.saturating_sub(name.first) >= 2 && (name.first..name.last).any(|i| marks(i).has(crate::text::Mark::WEAK_NAME));
    // "Dudie B Sidau": an initial says nothing of the name.
    let initial = |i: usize| reader.tokens.get(i).is_some_and(|t| t.letters == 1 && t.is(crate::text::Shape::CAPITAL));
    let unknown = |i: usize| reader.tokens.get(i).is_some_and(|t| t.word == crate::text::WordId::UNKNOWN);
    let foreign =
        (name.first..name.last).filter(|i| !initial(*i)).count() >= 2 && (name.first..name.last).all(|i| unknown(i) || initial(i));
    words.office.is_some() || known || foreign || !name.honorifics.is_empty() || !name.degrees.is_empty()
}
