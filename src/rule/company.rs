//! Company: who is told beside somebody, and of whom the rest of the sentence says nothing. "X, didampingi Y dan Z, |", "X mewakili
//! Y |", "X, yang juga Ketua Apkasi, |", "X bersama sejumlah kepala OPD |".

use super::Kind;
use super::line::{LIST, Line, hits_at};
use crate::lexicon::Hit;
use crate::mention::{Mention, What};
use crate::text::Sentence;

/// Most words between a mention, the word that tells its company, and the first of them.
const JOINTS: usize = 3;
/// Most words before the people of a group: "sejumlah", "20 orang".
const COUNT: usize = 3;
/// Groups of somebody's own people.
const OWN: [&str; 6] = ["jajarannya", "rombongannya", "stafnya", "timnya", "anggotanya", "istri"];

impl Line<'_> {
    /// Everybody's company, in the order of the text.
    pub(super) fn told_company(&self) -> Vec<(usize, usize)> {
        let told = self.reader.sentences.iter().zip(self.reader.told).filter(|(_, told)| told.holds(self.verb()));
        let mut company = Vec::new();
        for (sentence, _) in told {
            let words = self.reader.hits.of_class(self.verb(), sentence.first, sentence.last);
            company.extend(words.filter_map(|h| match self.value(h) {
                "accompany_passive" | "represent" => self.company_of(sentence, h.first as usize, h.last as usize),
                // "Bupati X, disaksikan Gubernur Y, menandatangani"
                "witness" if self.reader.reads(h.first as usize, &["disaksikan"]) => {
                    self.company_of(sentence, h.first as usize, h.last as usize)
                }
                "with" => self.group_of(sentence, h.first as usize, h.last as usize),
                _ => None,
            }));
        }
        company.extend(self.mentions.windows(2).filter_map(|pair| self.other_office(pair)));
        company.sort_unstable();
        company
    }

    /// The company that a word such as "didampingi" (tokens `first..last`) tells of a mention right before it: its end and the
    /// end of that mention. Who "yang ..." or "mewakili ..." goes on about is not done with.
    fn company_of(&self, sentence: &Sentence, first: usize, last: usize) -> Option<(usize, usize)> {
        let joint = |at: &usize| {
            self.reader.sign(*at) == b','
                || self.reader.reads(*at, &["yang", "turut", "juga", "dengan", "dan", "sambil", "lalu", "kemudian"])
        };
        let end = (first.saturating_sub(JOINTS).max(sentence.first)..=first).find(|end| (*end..first).all(|at| joint(&at)))?;
        let (_, head) = self.mention_at(end.checked_sub(1)?).filter(|(_, m)| m.last == end && m.first >= sentence.first)?;
        let heads = matches!(head.what, What::Official(_) | What::Region(_) | What::Body(_));
        let (_, mut item) = (last..last.saturating_add(JOINTS).min(sentence.last)).find_map(|at| self.mention_at(at))?;
        if !heads || !self.is_kind(item, Kind::Official) {
            return None;
        }
        let mut count = 1;
        while let Some((_, next)) = self.after_separator(sentence, item.last, Kind::Official).filter(|_| count < LIST) {
            item = next;
            count = count.saturating_add(1);
        }
        let represents = |h: &Hit| h.entry.class == self.verb() && self.value(h) == "represent";
        let goes_on = self.reader.reads(item.last, &["yang"]) || hits_at(self, item.last, sentence.last).any(represents);
        (!goes_on).then_some((item.last, end))
    }

    /// "Bupati X Fulan, yang juga Ketua Apkasi, | berkunjung": the end of another office that somebody holds, and that of the mention.
    fn other_office(&self, pair: &[Mention]) -> Option<(usize, usize)> {
        let [one, other] = pair else { return None };
        let (What::Official(holder), What::Official(office)) = (&one.what, &other.what) else { return None };
        let word = |at: usize| {
            self.reader.sign(at) == b',' || self.reader.reads(at, &["yang", "juga", "sekaligus", "merangkap", "selaku", "sebagai"])
        };
        let told = other.first > one.last && other.first.saturating_sub(one.last) <= JOINTS && (one.last..other.first).all(word);
        let also = || (one.last..other.first).any(|at| self.reader.reads(at, &["juga", "sekaligus", "merangkap"]));
        (told && also() && holder.name.is_some() && office.name.is_none()).then_some((other.last, one.last))
    }

    /// "X bersama sejumlah kepala OPD | berkunjung", "X beserta 20 orang stafnya |": the end of a group that is of no side told, and
    /// that of the mention before. `first..last`: "bersama".
    fn group_of(&self, sentence: &Sentence, first: usize, last: usize) -> Option<(usize, usize)> {
        let end = if first.checked_sub(1).is_some_and(|b| self.reader.sign(b) == b',') { first.saturating_sub(1) } else { first };
        let (_, head) = self.mention_at(end.checked_sub(1)?).filter(|(_, m)| m.last == end && m.first >= sentence.first)?;
        let count = |at: usize| {
            let number = self.mention_at(at).is_some_and(|(_, m)| matches!(m.what, What::Number(_)));
            number
                || self.reader.reads(at, &["sejumlah", "para", "beberapa", "puluhan", "belasan", "seluruh", "segenap", "orang", "anggota"])
        };
        let people = |at: usize| {
            let class = self.reader.classes.delegation;
            let group = hits_at(self, at, sentence.last).filter(|h| h.entry.class == class).map(|h| h.last as usize).max();
            group.or_else(|| self.reader.reads(at, &OWN).then(|| at.saturating_add(1)))
        };
        let mut from = (last..last.saturating_add(COUNT)).take_while(|at| *at == last || count(at.saturating_sub(1)));
        let behind = from.find_map(people).filter(|b| *b <= sentence.last)?;
        // "bersama rombongan DPRD X", "beserta jajaran dari Y" are a side of their own.
        let side = self.mention_at(behind).is_some() || self.reader.reads(behind, &["dari", "asal", "se", "di", "yang", "dan", "serta"]);
        (matches!(head.what, What::Official(_)) && !side).then_some((behind, end))
    }
}
