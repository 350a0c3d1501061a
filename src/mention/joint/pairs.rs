//! Pairs: two offices side by side and, behind them, their holders in the same order ("Bupati dan Wakil Bupati X, A dan B").

use super::apposition::drop_marked;
use crate::mention::body::council::chair_of;
use crate::mention::{BodySort, Mention, Name, OfficeWords, OfficialWords, Reader, What};

/// Most tokens from the offices to the names that a word such as "yakni" opens.
const OPENED: usize = 3;

impl Reader<'_> {
    /// The first name is that of the first office, the second that of the second: "Bupati dan Wakil Bupati X, A dan B", "Ketua
    /// dan Sekretaris Komisi B DPRD X, yakni A dan B".
    pub(crate) fn holders_in_order(&self, mentions: &mut Vec<Mention>) {
        self.divide_hyphen(mentions);
        let mut taken_up = vec![false; mentions.len()];
        for i in 0..mentions.len() {
            let Some((office, first)) = self.office_before(mentions, i) else { continue };
            let Some(Mention { last, what: What::Official(second), .. }) = mentions.get(i) else { continue };
            let (last, named) = (*last, second.name.is_some());
            let names = if named { (i, i.saturating_add(1)) } else { (i.saturating_add(1), i.saturating_add(2)) };
            if !self.two_names(mentions, names) || !named && !mentions.get(names.0).is_some_and(|m| self.names_follow(last, m.first)) {
                continue;
            }
            let mut own = second.clone();
            own.name = None;
            let other = OfficialWords { office: Some(office), ..(*own).clone() };
            let other = if alike(&other, &own) { other } else { OfficialWords { body: None, ..other } };
            let before = i.checked_sub(1).filter(|b| mentions.get(*b).is_some_and(|m| m.first == first));
            let stale = before.into_iter().chain((!named).then_some(i));
            for at in stale {
                if let Some(taken) = taken_up.get_mut(at) {
                    *taken = true;
                }
            }
            for (at, holds) in [(names.0, other), (names.1, *own)] {
                let Some(Mention { first: begin, what: What::Official(words), .. }) = mentions.get_mut(at) else { continue };
                *begin = if at == i { first } else { *begin };
                let name = words.name.take();
                **words = OfficialWords { name, sure: words.sure, ..holds };
            }
        }
        drop_marked(mentions, taken_up);
    }

    /// "Bupati dan Wakil Bupati X | Anu Saputra-Fulan Wijaya": behind two offices the hyphen stands between two names, each of which is
    /// told in full.
    fn divide_hyphen(&self, mentions: &mut Vec<Mention>) {
        for i in 0..mentions.len() {
            let Some(Mention { what: What::Official(words), last, .. }) = mentions.get(i) else { continue };
            let Some(name) = words.name.as_ref().filter(|n| words.office.is_some() && n.last == *last) else { continue };
            let hyphen = |at: &usize| self.tokens.get(*at).is_some_and(|t| t.sign == b'-');
            let Some(dash) = (name.first..name.last).find(hyphen).filter(|_| self.office_before(mentions, i).is_some()) else { continue };
            let next = dash.saturating_add(1);
            let whole = dash.saturating_sub(name.first) > 1 && name.last.saturating_sub(next) > 1;
            if !whole || !self.names_person(next) {
                continue;
            }
            let second = Name { first: next, last: name.last, degrees: name.degrees.clone(), ..Name::default() };
            let own = OfficialWords { name: Some(second), ..OfficialWords::default() };
            let other = Mention { first: next, last: *last, what: What::Official(Box::new(own)) };
            if let Some(Mention { last, what: What::Official(words), .. }) = mentions.get_mut(i) {
                *last = dash;
                words.name = words.name.take().map(|n| Name { last: dash, degrees: Vec::new(), ..n });
            }
            mentions.insert(i.saturating_add(1), other);
        }
    }

    /// The office that "dan" joins to the one of mention `i`, and where its words begin. "Ketua" alone is no mention: it is of what
    /// its deputy or secretary is told of.
    fn office_before(&self, mentions: &[Mention], i: usize) -> Option<(OfficeWords, usize)> {
        let Mention { first, what: What::Official(second), .. } = mentions.get(i)? else { return None };
        let own = second.office.as_ref().filter(|o| !o.flags.shared && !second.plural)?;
        let and = first.checked_sub(1).filter(|at| self.reads(*at, &["dan", "serta", "maupun"]))?;
        let before = i.checked_sub(1).and_then(|b| mentions.get(b)).filter(|m| m.last == and);
        if let Some(Mention { first, what: What::Official(words), .. }) = before {
            let bare = words.name.is_none() && !words.plural && words.region.is_none() && words.body.is_none();
            return words.office.clone().filter(|o| bare && !o.flags.shared).map(|o| (o, *first));
        }
        let at = and.checked_sub(1).filter(|at| self.reads(*at, &["ketua"]) && self.sentence_of(*at) == self.sentence_of(*first))?;
        let canonical = match own.canonical.strip_prefix("Wakil ") {
            Some(of) => of.to_owned(),
            None if own.canonical == "Sekretaris Komisi" => chair_of("Ketua", Some("komisi"), true)?,
            None => return None,
        };
        Some((OfficeWords { first: at, last: and, head: (at, and), canonical, ..own.clone() }, at))
    }

    /// Two names of no other office stand side by side, and no third behind them.
    fn two_names(&self, mentions: &[Mention], names: (usize, usize)) -> bool {
        let (Some(first), Some(second)) = (mentions.get(names.0), mentions.get(names.1)) else { return false };
        let name = |m: &Mention| matches!(&m.what, What::Official(w) if w.name.is_some() && w.office.is_none());
        let third = mentions.get(names.1.saturating_add(1)).is_some_and(|m| name(m) && self.joins(second.last, m.first));
        let one = matches!(&first.what, What::Official(w) if w.name.is_some());
        let sign = |at: usize| self.tokens.get(at).map_or(0, |t| t.sign);
        let and =
            (first.last..second.first).any(|at| self.reads(at, &["dan", "serta", "maupun", "bersama"]) || matches!(sign(at), b'&' | b'/'));
        // "Bupati dan Wakil Bupati X A – B"
        let dash = sign(first.last) == b'-' && second.first == first.last.saturating_add(1);
        one && name(second) && (and && self.joins(first.last, second.first) || dash) && !third
    }

    /// Nothing but a comma and "yakni" or a bracket stands between two tokens.
    fn names_follow(&self, from: usize, to: usize) -> bool {
        let sign = |at: usize| self.tokens.get(at).map_or(0, |t| t.sign);
        let word = |at: usize| self.reads(at, &["yakni", "yaitu", "masing"]) || matches!(sign(at), b',' | b'(' | b':' | b'-');
        to > from && to.saturating_sub(from) <= OPENED.saturating_add(1) && (from..to).all(word)
    }
}

/// The first office is of the same body as the second: its head, or both of a council.
fn alike(first: &OfficialWords, second: &OfficialWords) -> bool {
    let title = |w: &OfficialWords| w.office.as_ref().map(|o| o.canonical.clone()).unwrap_or_default();
    let council = second.body.as_ref().is_some_and(|(b, _, _)| b.sort == BodySort::Council);
    council || title(second).strip_prefix("Wakil ") == Some(title(first).as_str())
}
