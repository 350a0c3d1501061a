//! Reversed lists: people whose offices stand behind their names, one behind the other ("A, Wakil Bupati, B, Kepala Dinas C, D,
//! Camat E"), where each office but the last seems to open the name that follows it.

use super::apposition::only_name;
use crate::mention::{Mention, OfficialWords, Reader, What};

/// Fewest holders of such a list.
const FEWEST: usize = 2;
/// Most words of an office that no table knows, up to the comma behind it.
const TAIL: usize = 5;

/// A run of mentions, and the holders that it tells.
struct Run {
    behind: usize,
    holders: Vec<Mention>,
}

impl Reader<'_> {
    /// Gives each name the office behind it.
    pub(crate) fn names_before_offices(&self, mentions: &mut Vec<Mention>) {
        let opens =
            |i: usize| mentions.get(i).is_some_and(only_name) && mentions.get(i.saturating_add(1)).is_some_and(|m| self.holder_named(m));
        let Some(first) = (0..mentions.len()).find(|i| opens(*i)) else { return };
        let mut joined = Vec::with_capacity(mentions.len());
        let mut at = first;
        joined.extend(mentions.iter().take(first).cloned());
        while let Some(mention) = mentions.get(at) {
            match self.reversed_run(mentions, at) {
                Some(run) => {
                    joined.extend(run.holders);
                    at = run.behind;
                }
                None => {
                    joined.push(mention.clone());
                    at = at.saturating_add(1);
                }
            }
        }
        *mentions = joined;
    }

    /// The list that opens with the name of mention `first`: names and offices in turn, an office or no name at its end.
    fn reversed_run(&self, mentions: &[Mention], first: usize) -> Option<Run> {
        let mut name = mentions.get(first).filter(|m| only_name(m))?.clone();
        let (mut holders, mut told) = (Vec::new(), false);
        let mut at = first.saturating_add(1);
        loop {
            let office = mentions.get(at).filter(|m| self.sign(name.last) == b',' && m.first == name.last.saturating_add(1));
            let Some(office) = office.filter(|m| self.sentence_of(m.first) == self.sentence_of(name.first)) else {
                // "..., dan F, Anggota Badan G": an office that no table knows ends the list.
                let unknown = self.sign(name.last) == b',' && self.capital(name.last.saturating_add(1));
                holders.push(name);
                return (unknown && holders.len() > FEWEST).then_some(Run { behind: at, holders });
            };
            at = at.saturating_add(1);
            if let Some((own, next)) = self.parted_holder(office) {
                holders.push(holder(&name, own));
                name = next;
                continue;
            }
            let own = match &office.what {
                What::Official(words) if words.name.is_none() && words.office.is_some() && !words.plural => words,
                // Of whom an office that is nobody else's stands behind him the list is such a one, whatever its end.
                _ if told => {
                    holders.push(name);
                    return Some(Run { behind: at.saturating_sub(1), holders });
                }
                _ => return None,
            };
            told = true;
            let behind = self.office_tail(office.last);
            holders.push(holder(&name, Mention { first: office.first, last: behind, what: What::Official(own.clone()) }));
            match mentions.get(at).filter(|m| only_name(m) && self.joins(behind, m.first)) {
                Some(next) if mentions.get(at.saturating_add(1)).is_some_and(|m| m.first == next.last.saturating_add(1)) => {
                    name = next.clone();
                    at = at.saturating_add(1);
                }
                _ => return (holders.len() >= FEWEST).then_some(Run { behind: at, holders }),
            }
        }
    }

    /// An office and, behind a comma, a name.
    fn holder_named(&self, mention: &Mention) -> bool {
        self.parted_holder(mention).is_some()
    }

    /// The office and the name of a mention between which a comma stands.
    fn parted_holder(&self, mention: &Mention) -> Option<(Mention, Mention)> {
        let What::Official(words) = &mention.what else { return None };
        let office = words.office.as_ref()?;
        let name = words.name.as_ref()?;
        let from = name.honorifics.first().map_or(name.first, |h| h.0);
        let comma = from.checked_sub(1).filter(|c| *c >= office.last && self.sign(*c) == b',')?;
        let own = OfficialWords { name: None, ..(**words).clone() };
        let named = OfficialWords { name: Some(name.clone()), sure: words.sure, ..OfficialWords::default() };
        let own = Mention { first: mention.first, last: comma, what: What::Official(Box::new(own)) };
        Some((own, Mention { first: from, last: mention.last, what: What::Official(Box::new(named)) }))
    }

    /// Behind the words of an office that go on up to a comma: "Kepala Dinas Pembangunan | & Reformasi,".
    fn office_tail(&self, at: usize) -> usize {
        let goes_on = |i: usize| self.sign(i) == b'&' || self.reads(i, &["dan"]) || self.capital(i);
        let end = (at..at.saturating_add(TAIL)).find(|i| !goes_on(*i)).filter(|e| self.sign(*e) == b',');
        let named = |e: usize| e > at && (self.sign(at) == b'&' || self.reads(at, &["dan"]));
        end.filter(|e| named(*e)).unwrap_or(at)
    }
}

/// The name with the office behind it.
fn holder(name: &Mention, office: Mention) -> Mention {
    let Mention { last, what: What::Official(mut words), .. } = office else { return name.clone() };
    if let What::Official(own) = &name.what {
        words.name.clone_from(&own.name);
        words.sure |= own.sure;
    }
    Mention { first: name.first, last, what: What::Official(words) }
}
