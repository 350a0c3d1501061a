//! Names that the article shows elsewhere: where a place's name ends and that of who heads it begins.

use super::apposition::drop_marked;
use crate::mention::{Mention, Reader, What};
use crate::text::Mark;

/// Most names of an article that are compared.
const NAMES: usize = 60;

impl Reader<'_> {
    /// "Kepala UPTD War Room Anu Saputra", "GM Anusewu Geopark Anu Saputra", where the article also tells of "Anu" or "Anu
    /// Saputra" alone: there the place ends and the name of its head begins.
    pub(crate) fn names_behind_places(&self, mentions: &mut Vec<Mention>) {
        let follows = |pair: &[Mention]| matches!(pair, [office, place] if self.heads(office, place));
        if !mentions.windows(2).any(follows) {
            return;
        }
        let alone = |m: &&Mention| matches!(&m.what, What::Official(w) if w.office.is_none() && w.name.is_some());
        let names: Vec<String> = mentions.iter().filter(alone).take(NAMES).map(|m| self.folded(m.first, m.last)).collect();
        let mut joined = vec![false; mentions.len()];
        for (i, joined) in joined.iter_mut().enumerate().skip(1) {
            let (before, rest) = mentions.split_at_mut(i);
            let (Some(office), Some(place)) = (before.last_mut(), rest.first()) else { continue };
            if !self.heads(office, place) {
                continue;
            }
            let (first, last) = (place.first.saturating_add(1), place.last);
            let told = |at: &usize| names.contains(&self.folded(*at, last)) || names.contains(&self.folded(*at, at.saturating_add(1)));
            let begins = (first..last).find(told);
            let Some((name, end)) = begins.and_then(|at| self.name(at)).filter(|(_, end)| *end >= last) else { continue };
            let What::Official(words) = &mut office.what else { continue };
            words.name = Some(name);
            office.last = end;
            *joined = true;
        }
        drop_marked(mentions, joined);
    }

    /// A place stands right behind an office without a name, or with one word that no table of names knows.
    fn heads(&self, office: &Mention, place: &Mention) -> bool {
        let What::Official(words) = &office.what else { return false };
        let bare = words.name.as_ref().is_none_or(|n| {
            let plain = n.honorifics.is_empty() && n.degrees.is_empty();
            plain && n.last == n.first.saturating_add(1) && !self.marks_of(n.first).has(Mark::NAME)
        });
        matches!(place.what, What::Place(_)) && bare && words.office.is_some() && office.last == place.first
    }
}
