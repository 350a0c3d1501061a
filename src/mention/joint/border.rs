//! Borders that only the article tells: where the name of a body that it knows ends and the name of its head begins.

use super::apposition::{named, only_name};
use crate::mention::{BodySort, Mention, Reader, What};
use crate::text::{Mark, Shape};

/// Most names of offices of the centre, and of bodies, that an article tells apart.
const PLACES: usize = 60;

impl Reader<'_> {
    /// "Direktur Tirta Anu, Budi Jaya", where the article tells of the "Perumda Tirta Anu": the body is no name of a person.
    pub(crate) fn bodies_before_names(&self, mentions: &mut Vec<Mention>) {
        // "Direktur", "Ketua" with a bare name behind it; few articles have any, so the bodies are read for those only.
        let bare = |m: &Mention| match &m.what {
            What::Official(w) => {
                let (office, name) = w.office.as_ref().zip(w.name.as_ref())?;
                (office.flags.general && name.honorifics.is_empty() && name.degrees.is_empty()).then_some((name.first, name.last))
            }
            _ => None,
        };
        if !mentions.iter().any(|m| bare(m).is_some()) {
            return;
        }
        let body = |m: &&Mention| matches!(&m.what, What::Body(b) if b.region.is_none() || matches!(b.sort, BodySort::Agency | BodySort::Enterprise));
        let names: Vec<String> = mentions.iter().filter(body).take(PLACES).map(|m| self.folded(m.first, m.last)).collect();
        let owns = |m: &Mention| {
            bare(m).is_some_and(|(first, last)| {
                let name = self.folded(first, last);
                names.iter().any(|b| b.contains(&name))
            })
        };
        if !mentions.iter().any(owns) {
            return;
        }
        let mut joined: Vec<Mention> = Vec::with_capacity(mentions.len());
        let mut rest = mentions.drain(..).peekable();
        while let Some(mut mention) = rest.next() {
            if !owns(&mention) {
                joined.push(mention);
                continue;
            }
            if let What::Official(words) = &mut mention.what {
                words.name = None;
            }
            let comma = usize::from(self.tokens.get(mention.last).is_some_and(|t| t.sign == b','));
            let holder = rest.next_if(|next| only_name(next) && next.first == mention.last.saturating_add(comma));
            joined.push(if holder.is_some() { named(mention, None, holder) } else { mention });
        }
        drop(rest);
        *mentions = joined;
    }

    /// "Rektor Universitas Maju Jaya Anu Saputra", where the article tells of the "Universitas Maju Jaya": there the body ends
    /// and the name begins.
    pub(crate) fn names_behind_bodies(&self, mentions: &mut [Mention]) {
        if !mentions.iter().any(|m| matches!(&m.what, What::Official(w) if w.body.is_some())) {
            return;
        }
        let told = |m: &Mention| match &m.what {
            What::Body(b) if b.region.is_none() || b.sort == BodySort::Enterprise => Some((m.first, b.name_last)),
            What::Official(w) => w.body.as_ref().filter(|_| w.name.is_none()).map(|(_, first, last)| (*first, *last)),
            _ => None,
        };
        let short = |(first, last): &(usize, usize)| last.saturating_sub(*first) >= 2;
        // "Universitas Kristen Satya Wacana (UKSW)" is told again without its brackets.
        let bare = |(first, last): (usize, usize)| (first, (first..last).find(|i| self.sign(*i) == b'(').unwrap_or(last));
        for mention in mentions.iter_mut() {
            self.name_behind_place(mention);
        }
        let mut known: Vec<(String, usize)> = Vec::new();
        for (first, last) in mentions.iter().filter_map(told).map(bare).filter(short) {
            let body = (self.folded(first, last), last.saturating_sub(first));
            if known.len() < PLACES && !known.contains(&body) {
                known.push(body);
            }
        }
        for mention in mentions.iter_mut().filter(|_| !known.is_empty()) {
            let end = mention.last;
            let What::Official(words) = &mut mention.what else { continue };
            let Some((first, last)) = words.body.as_ref().map(|(_, first, last)| (*first, *last)) else { continue };
            let plain = words.name.as_ref().is_none_or(|n| n.first == last && n.honorifics.is_empty());
            let name_last = words.name.as_ref().map_or(end, |n| n.last);
            // "PT Maju Jaya Energi Gunawan": a headline may cut the name short, so the longest that is told counts.
            let borders = known
                .iter()
                .map(|(body, tokens)| (body, first.saturating_add(*tokens)))
                .filter(|(body, border)| *border < name_last && self.capital(*border) && self.folded(first, *border) == **body);
            let Some(border) = borders.map(|(_, border)| border).max().filter(|border| plain && *border != last) else { continue };
            let Some((name, _)) = self.name(border).filter(|(_, behind)| *behind == end) else { continue };
            words.name = Some(name);
            if let Some((body, _, last)) = &mut words.body {
                (body.name_last, *last) = (border, border);
            }
        }
    }

    /// "Rektor Universitas Negeri Semarang Anu Saputra": the place ends the name of the university, and two words or more behind it
    /// are its head, or one that is known for a name ("Hartono").
    fn name_behind_place(&self, mention: &mut Mention) {
        let end = mention.last;
        let What::Official(words) = &mut mention.what else { return };
        let Some((body, first, last)) = words.body.as_mut().filter(|(b, _, _)| b.sort == BodySort::University) else { return };
        if words.name.is_some() || *last != end || self.shouting {
            return;
        }
        let place = |at: usize| self.region_name(at, None, true).filter(|_| self.capital(at)).map(|(_, behind)| behind);
        let Some(border) = (first.saturating_add(1)..end).find_map(place) else { return };
        let plain = |at: usize| self.is(at, Shape::CAPITAL) && !self.is(at, Shape::ALL_CAPS) && !self.marks(at).has(Mark::COMMON);
        let known = self.marks(border).has(Mark::NAME);
        if border >= end || border.saturating_add(2) > end && !known || !(border..end).all(plain) {
            return;
        }
        let Some((name, _)) = self.name(border).filter(|(_, behind)| *behind == end) else { return };
        words.name = Some(name);
        (body.name_last, *last) = (border, border);
    }

    /// "Kajari Sangatta Mulyadi", where the article tells of the "Kejari Sangatta": the town is no name of a person.
    pub(crate) fn towns_before_names(&self, mentions: &mut [Mention]) {
        let town = |m: &Mention| match &m.what {
            What::Body(b) if b.sort == BodySort::Vertical && b.name_last > m.first.saturating_add(1) => {
                b.name_last.checked_sub(1).map(|at| self.folded(at, at.saturating_add(1)))
            }
            _ => None,
        };
        let towns: Vec<String> = mentions.iter().filter_map(town).take(PLACES).collect();
        for mention in mentions.iter_mut().filter(|_| !towns.is_empty()) {
            let What::Official(words) = &mut mention.what else { continue };
            let vertical =
                words.office.as_ref().is_some_and(|o| ["Kajari", "Kepala Kejari", "Kapolsek", "Kapolres"].contains(&o.canonical.as_str()));
            let Some(name) = words.name.as_mut().filter(|n| vertical && n.honorifics.is_empty()) else { continue };
            let first = self.folded(name.first, name.first.saturating_add(1));
            if name.last >= name.first.saturating_add(2) && towns.contains(&first) {
                name.first = name.first.saturating_add(1);
            }
        }
    }
}
