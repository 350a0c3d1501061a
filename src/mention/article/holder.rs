//! Holders: whom an office without a name means ("Bupati", "sang ketua komisi", "anggota dewan itu").

use super::people::{MOST, official};
use crate::mention::{Mention, OfficeWords, PartyRef, People, Person, Reader, Resolved};
use crate::text::Shape;

/// Sentences from a name to the office that points back at it.
const REACH: usize = 2;
/// Mentions that are looked at on the way.
const MENTIONS: usize = 12;

impl People {
    /// "... kata Abdul Haris. Anggota Komisi II DPRD X itu ...": the office that points back belongs to the name told last.
    pub(super) fn pointed_out(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        for i in 0..mentions.len() {
            let bare = |w: &&crate::mention::OfficialWords| w.name.is_none() && !w.plural;
            let Some(office) = official(mentions, i).filter(bare).and_then(|w| w.office.as_ref()) else { continue };
            let Some(mention) = mentions.get(i).filter(|m| reader.points_back(m.last) || reader.is_told_of(m.first)) else { continue };
            let party = resolved.parties.get(i).and_then(Option::as_ref);
            let known = |p: &Person| {
                let same = p.office.as_ref().is_some_and(|o| o.canonical == office.canonical);
                same && party.zip(p.party.as_ref()).is_none_or(|(a, b)| a.same(b))
            };
            if self.persons.iter().any(known) {
                continue;
            }
            let sentence = reader.sentence_of(mention.first);
            let mut told = (i.saturating_sub(MENTIONS)..i)
                .rev()
                .take_while(|j| mentions.get(*j).is_some_and(|m| sentence.saturating_sub(reader.sentence_of(m.first)) <= REACH));
            let named = told.find(|j| official(mentions, *j).is_some_and(|w| w.name.is_some()));
            let Some(number) = named.and_then(|j| self.of.get(j).copied().flatten()) else { continue };
            let held = mentions.iter().enumerate().any(|(j, _)| {
                self.of.get(j).copied().flatten() == Some(number)
                    && official(mentions, j).and_then(|w| w.office.as_ref()).is_some_and(|o| o.canonical != office.canonical)
            });
            if let (Some(person), false) = (self.persons.get_mut(number), held) {
                person.mentions.push(i);
                if person.office.is_none() {
                    person.office = Some(office.clone());
                    person.party = resolved.parties.get(i).cloned().flatten();
                }
                if let Some(slot) = self.of.get_mut(i) {
                    *slot = Some(number);
                }
            }
        }
    }

    /// "Bupati", "Wali Kota Batu", "sang ketua komisi": an office without a name means its holder, if the article names one.
    pub(super) fn bare_titles(&mut self, reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) {
        let governments = governments(resolved);
        for i in 0..mentions.len() {
            let Some(words) = official(mentions, i).filter(|_| self.of.get(i).is_some_and(Option::is_none)) else { continue };
            let Some(office) = &words.office else { continue };
            // "Ketua PA terdahulu": not the one of today.
            if mentions.get(i).is_some_and(|m| reader.reads(m.last, &["terdahulu", "sebelumnya"])) {
                continue;
            }
            let party = resolved.parties.get(i).cloned().flatten();
            let here = if party.is_none() { reader.home_here(mentions, resolved, i) } else { None };
            let mut holders: Vec<usize> = (0..self.persons.len())
                .filter(|p| {
                    self.persons.get(*p).is_some_and(|person| {
                        person.name.is_some()
                            && person.office.as_ref().is_some_and(|o| o.canonical == office.canonical && same_unit(o, office))
                            && match (&party, &person.party) {
                                (Some(a), Some(b)) => a.same(b),
                                // "Sekda Bintan" is not a secretary who is told beside others.
                                (Some(a), None) => {
                                    (governments < 2 || reader.told_near(mentions, resolved, person, a))
                                        && !reader.of_another(mentions, person, words)
                                }
                                // "Di Kolaka, bupati ...": of the place that the sentence speaks of.
                                (None, Some(b)) => {
                                    here.as_ref().is_none_or(|a| a.same(b)) && !reader.heads_another(mentions, person, words)
                                }
                                _ => true,
                            }
                    })
                })
                .collect();
            // Whose region is told goes before whose is not.
            let at_home = |p: &usize| {
                let own = self.persons.get(*p).and_then(|q| q.party.as_ref());
                party.as_ref().zip(own).is_some_and(|(a, b)| a.same(b))
            };
            if holders.iter().any(at_home) {
                holders.retain(at_home);
            }
            // "Kepala Diskominfo" is not the Kadis Kominfo of the other side, where the article tells one by this very name.
            let by_name = |p: &usize| {
                let own = self.persons.get(*p).and_then(|q| q.office.as_ref());
                own.is_some_and(|o| !o.field.is_empty() && o.field == office.field)
            };
            if holders.iter().any(by_name) {
                holders.retain(by_name);
            }
            // "Kepala BBWS" is the Kepala Balai Besar Wilayah Sungai (BBWS) X of the article.
            if holders.is_empty() {
                let spelt_out = |p: &Person| p.name.is_some() && p.office.as_ref().is_some_and(|o| reader.spells_out(o, office));
                let mut heads = self.persons.iter().enumerate().filter(|(_, p)| spelt_out(p)).map(|(number, _)| number);
                holders.extend(heads.next().filter(|_| heads.next().is_none()));
            }
            let sole = matches!(
                office.canonical.as_str(),
                "Kepala Dinas"
                    | "Kepala Badan"
                    | "Kepala Bagian"
                    | "Kepala Bidang"
                    | "Asisten"
                    | "Anggota DPRD"
                    | "Wakil Ketua DPRD"
                    | "Ketua"
            );
            let holder = match holders.as_slice() {
                [one]
                    if !sole
                        || office.canonical.starts_with("Kepala ")
                        || !office.field.is_empty()
                        || party.is_some()
                        || reader.addressed(mentions, i) =>
                {
                    Some(*one)
                }
                many if !sole => many
                    .iter()
                    .copied()
                    .filter(|p| self.persons.get(*p).is_some_and(|q| q.mentions.first().is_some_and(|m| *m < i)))
                    .max_by_key(|p| {
                        self.persons
                            .get(*p)
                            .and_then(|q| q.mentions.partition_point(|m| *m < i).checked_sub(1).and_then(|at| q.mentions.get(at).copied()))
                    }),
                _ => None,
            };
            // Nobody is named: the same office of the same party is one and the same.
            let alike = |p: &Person| {
                let same =
                    p.office.as_ref().is_some_and(|o| o.canonical == office.canonical && o.number == office.number && same_unit(o, office));
                p.name.is_none() && same && party.as_ref().zip(p.party.as_ref()).is_some_and(|(a, b)| a.same(b))
            };
            let holder = holder.or_else(|| self.persons.iter().position(alike).filter(|_| !sole && !words.plural));
            match holder {
                Some(person) => {
                    if let Some(p) = self.persons.get_mut(person).filter(|p| p.name.is_none()) {
                        p.mentions.push(i);
                    }
                    if let Some(slot) = self.of.get_mut(i) {
                        *slot = Some(person);
                    }
                }
                None if self.persons.len() < MOST.saturating_mul(2) => {
                    self.persons.push(Person { office: words.office.clone(), party, mentions: vec![i], ..Person::default() });
                    if let Some(slot) = self.of.get_mut(i) {
                        *slot = Some(self.persons.len().saturating_sub(1));
                    }
                }
                None => {}
            }
        }
    }
}

/// How many regions the article tells of, up to two.
fn governments(resolved: &Resolved) -> usize {
    let mut regions = resolved.parties.iter().flatten().filter_map(|p| p.region);
    let Some(first) = regions.next() else { return 0 };
    if regions.any(|r| r != first) { 2 } else { 1 }
}

impl Reader<'_> {
    /// The sentence that names the person, or the one before it, speaks of the party.
    fn told_near(&self, mentions: &[Mention], resolved: &Resolved, person: &Person, party: &PartyRef) -> bool {
        let Some(named) = person.mentions.first().copied() else { return false };
        let sentence = |i: usize| mentions.get(i).map_or(usize::MAX, |m| self.sentence_of(m.first));
        let here = sentence(named);
        let around = named.saturating_sub(MENTIONS)..named.saturating_add(MENTIONS).min(mentions.len());
        around
            .into_iter()
            .filter(|i| sentence(*i) <= here && here.saturating_sub(sentence(*i)) <= 1)
            .any(|i| resolved.parties.get(i).and_then(Option::as_ref).is_some_and(|p| p.region.is_some() && p.region == party.region))
    }

    /// "Ketua TP PKK" of the hosts is not the "Ketua DWP" of the guests: bodies that share no word.
    fn of_another(&self, mentions: &[Mention], person: &Person, words: &crate::mention::OfficialWords) -> bool {
        let name = |w: &crate::mention::OfficialWords| {
            let body = w.body.as_ref().map(|(_, first, last)| self.folded(*first, *last));
            body.filter(|b| !b.is_empty())
        };
        let Some(own) = name(words) else { return false };
        let shares = |other: &String| other.split_whitespace().any(|word| own.split_whitespace().any(|w| w == word));
        let told: Vec<String> = person.mentions.iter().take(MENTIONS).filter_map(|m| name(official(mentions, *m)?)).collect();
        !told.is_empty() && !told.iter().any(shares)
    }

    /// "Kepala Bappeda Litbang" is not the Kepala Balitbang of the other side: each agency is told by a short name of its own.
    fn heads_another(&self, mentions: &[Mention], person: &Person, words: &crate::mention::OfficialWords) -> bool {
        let short = |w: &crate::mention::OfficialWords| {
            let (_, first, _) = w.body.as_ref().filter(|(b, _, _)| b.sort == crate::mention::BodySort::Agency)?;
            let name = self.folded(*first, first.saturating_add(1));
            (!["dinas", "badan", "biro", "kantor"].contains(&name.as_str())).then_some(name)
        };
        let Some(own) = short(words) else { return false };
        let told: Vec<String> = person.mentions.iter().filter_map(|m| short(official(mentions, *m)?)).collect();
        !told.is_empty() && !told.contains(&own)
    }

    /// The long office gives the letters of the short one, which is nothing but a head word and them: "Direktur RSUD" beside "Direktur
    /// Rumah Sakit Umum Daerah (RSUD) X".
    fn spells_out(&self, long: &OfficeWords, short: &OfficeWords) -> bool {
        let word = |at: usize| self.words_of(at, at.saturating_add(1));
        let letters = short.first.saturating_add(1);
        let brief = short.last == letters.saturating_add(1) && self.tokens.get(letters).is_some_and(|t| t.is(Shape::ALL_CAPS));
        let sign = |at: usize| self.tokens.get(at).map_or(0, |t| t.sign);
        brief
            && self.folded(long.first, long.first.saturating_add(1)) == self.folded(short.first, letters)
            && (long.first..long.last).any(|at| {
                word(at) == word(letters)
                    && at.checked_sub(1).is_some_and(|before| sign(before) == b'(')
                    && sign(at.saturating_add(1)) == b')'
            })
    }

    /// "Ia menjabat", "yang bersangkutan adalah" before a title.
    fn is_told_of(&self, at: usize) -> bool {
        let held = |value| self.lexicon.value_name(value) == "held";
        self.hits_before(at, self.classes.role).any(|h| held(h.entry.value))
    }

    /// "itu", "ini", "tersebut" behind a title.
    fn points_back(&self, at: usize) -> bool {
        let w = &self.classes.words;
        self.tokens.get(at).is_some_and(|t| t.is_word() && [w.itu, w.ini, w.tersebut, w.inilah, w.itulah].contains(&t.word))
    }

    /// The only region of the office's level that its sentence names as the place, behind "di".
    pub(super) fn home_here(&self, mentions: &[Mention], resolved: &Resolved, mention: usize) -> Option<PartyRef> {
        let level = super::home::level_of(&official(mentions, mention)?.office.as_ref()?.canonical)?;
        let first = mentions.get(mention)?.first;
        let sentence = self.sentence_of(first);
        let before = (mention.saturating_sub(MENTIONS)..mention).rev();
        let mut places = before.take_while(|j| mentions.get(*j).is_some_and(|m| self.sentence_of(m.first) == sentence)).filter(|j| {
            let di =
                |m: &Mention| m.first.checked_sub(1).is_some_and(|b| self.tokens.get(b).is_some_and(|t| t.word == self.classes.words.di));
            mentions.get(*j).is_some_and(|m| matches!(m.what, crate::mention::What::Region(_)) && di(m))
        });
        let party = places.next().and_then(|j| resolved.parties.get(j).cloned().flatten())?;
        party.region.is_some_and(|r| self.lexicon.gazetteer.level(r) == level).then_some(party)
    }

    /// An honorific stands before the bare title: "Pak Kadis", "Bu Camat".
    fn addressed(&self, mentions: &[Mention], mention: usize) -> bool {
        let before = mentions.get(mention).and_then(|m| m.first.checked_sub(1));
        before.is_some_and(|b| self.hits.at(b).iter().any(|h| h.entry.class == self.classes.honorific))
    }
}

/// The offices may head the same thing: one is left open, or the fields agree, one perhaps in short ("Kadishub", "LH").
fn same_unit(a: &OfficeWords, b: &OfficeWords) -> bool {
    // "Menteri Desa", "Menteri Desa PDTT": of one ministry, however it is called.
    let ministry = a.ministry.is_some() && a.ministry == b.ministry;
    // "Konsul Ekonomi KRI Darwin" is not the Konsul, who heads the mission.
    let (field, other) = (a.field.is_empty(), b.field.is_empty());
    if a.canonical == "Konsul" && field != other {
        return false;
    }
    let (a, b) = (a.field.as_str(), b.field.as_str());
    ministry || a.is_empty() || b.is_empty() || a == b || abbreviates(a, b) || abbreviates(b, a)
}

/// A short word whose letters stand in the longer name in order, from the head of one of its words: "hub", "lh", "dikbud".
fn abbreviates(short: &str, full: &str) -> bool {
    if short.len() >= full.len() || short.contains(' ') || short.len() > 10 {
        return false;
    }
    let initials: String = full.split(' ').filter(|w| *w != "dan").filter_map(|w| w.chars().next()).collect();
    initials == short || full.split(' ').any(|w| w.contains(short)) || {
        let mut rest = full.chars();
        short.chars().all(|c| rest.any(|f| f == c)) && full.split(' ').any(|w| w.starts_with(short.get(..1).unwrap_or("?")))
    }
}
