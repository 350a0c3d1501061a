//! Additions: what is said of a named official right behind the name, so that nobody else seems to act: the age or the party in
//! brackets, "yang juga politisi X", "yang juga Ketua Y".

use super::apposition::drop_marked;
use crate::mention::{BodySort, Mention, Reader, What};
use crate::text::Shape;

/// Most words in the brackets behind a name.
const BRACKET: usize = 5;
/// Most brackets that follow each other.
const BRACKETS: usize = 2;
/// Most words between "yang juga" and what the holder is besides.
const BESIDES: usize = 3;
/// Words for people of a party.
const PARTISANS: [&str; 5] = ["fraksi", "kader", "legislator", "politikus", "politisi"];

impl Reader<'_> {
    /// "Bupati X Anu Saputra (53)", "Ketua DPRD X Anu Saputra (Golkar)", "Anu Saputra yang juga politisi PDI Perjuangan": what is added
    /// belongs to the mention of the holder. A party by its people ("politisi Golkar itu") is no body that acts.
    pub(crate) fn additions(&self, mentions: &mut Vec<Mention>) {
        let mut taken_up = vec![false; mentions.len()];
        for i in 0..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i.saturating_add(1));
            let Some(holder) = before.last_mut() else { continue };
            if party(holder) && holder.first.checked_sub(1).is_some_and(|b| self.reads(b, &PARTISANS)) {
                if let Some(taken) = taken_up.get_mut(i) {
                    *taken = true;
                }
                continue;
            }
            if !matches!(&holder.what, What::Official(w) if w.name.is_some() && w.office.is_some()) {
                continue;
            }
            // "Anu Saputra (53) (Golkar)"
            let mut inner = 0;
            for _ in 0..BRACKETS {
                let rest = rest.get(inner..).unwrap_or_default();
                let added = self.bracketed(holder, rest).or_else(|| self.besides(holder, rest).filter(|_| inner == 0));
                let Some((end, more)) = added else { break };
                holder.last = end;
                inner = inner.saturating_add(more);
            }
            for taken in taken_up.iter_mut().skip(i.saturating_add(1)).take(inner) {
                *taken = true;
            }
        }
        drop_marked(mentions, taken_up);
    }

    /// Behind the brackets after a name, and how many mentions stand in them: figures and parties only.
    fn bracketed(&self, holder: &Mention, rest: &[Mention]) -> Option<(usize, usize)> {
        let end = self.bracket(holder.last, BRACKET)?;
        let inside = rest.iter().take_while(|m| m.first < end);
        let counts = |m: &Mention| matches!(m.what, What::Number(_)) || party(m);
        // "(PKS)", "(F-PKS)", "(53)", not "(baju cokelat)" of a photograph.
        let word = holder.last.saturating_add(1);
        let short = |at: usize| self.is(at, Shape::ALL_CAPS) || self.is(at, Shape::DIGIT) || self.sign(at) == b'-';
        let tells = (word..end.saturating_sub(1)).all(short)
            || self.is(word, Shape::DIGIT)
            || rest.first().is_some_and(|m| m.first == word && party(m));
        (tells && inside.clone().all(counts)).then(|| (end, inside.count()))
    }

    /// Behind "yang juga politisi X" and "yang juga Ketua Y", also "yang merupakan" and "yang tak lain", where it tells no region or body that is at home here.
    fn besides(&self, holder: &Mention, rest: &[Mention]) -> Option<(usize, usize)> {
        let at = holder.last.saturating_add(usize::from(self.sign(holder.last) == b','));
        let word = at.saturating_add(1);
        // "yang tak lain Ketua Y"
        let no_other = self.reads(word, &["tak", "tidak"]) && self.reads(word.saturating_add(1), &["lain"]);
        if !self.reads(at, &["yang"]) || !self.reads(word, &["juga", "merupakan"]) && !no_other {
            return None;
        }
        let second = rest.first().filter(|m| m.first.saturating_sub(word) <= BESIDES.saturating_add(1) && m.last > word)?;
        let office = matches!(&second.what, What::Official(w) if w.name.is_none() && w.region.is_none()
            && w.body.as_ref().is_none_or(|(b, _, _)| b.sort == BodySort::Association));
        let end = second.last.saturating_add(usize::from(self.reads(second.last, &["setempat", "itu", "tersebut"])));
        (office || party(second)).then_some((end, 1))
    }
}

/// An association, as parties are.
fn party(mention: &Mention) -> bool {
    matches!(&mention.what, What::Body(b) if b.sort == BodySort::Association && b.region.is_none())
}
