//! Appositions that one phrase's grammar cannot see: what an office and its holder's name stand apart for.

use super::complement::head_of;
use super::council::chair_of;
use super::{BodySort, Mention, Reader, What};
use crate::text::{Mark, Shape, Zone};

/// Most names of offices of the centre that an article tells apart.
const PLACES: usize = 60;
/// Mentions back to the body that "ketuanya" is of.
const NEAR: usize = 6;

/// Drops the mentions that were taken up by others; `marked` tells of each whether it was.
pub(super) fn drop_marked(mentions: &mut Vec<Mention>, marked: Vec<bool>) {
    let mut marked = marked.into_iter();
    mentions.retain(|_| !marked.next().unwrap_or(false));
}

impl Reader<'_> {
    /// Joins an office, what it belongs to and the name behind into one official: "Kasubag humas & Protokol | DPRD Kab X, | Drs. Y",
    /// "Datuk Bandar | Ipoh, | Rumaizi", "Direktur Utama RSUP Kandou Dr. | dr Ivonne".
    pub(super) fn join_apart(&self, mentions: &mut Vec<Mention>) {
        // Most articles join nothing, so the first that goes on is looked for before any mention is moved.
        let joins = |i: usize| {
            let (Some(mention), Some(name)) = (mentions.get(i), mentions.get(i.saturating_add(1))) else { return false };
            let office = i.checked_sub(1).and_then(|b| mentions.get(b));
            self.goes_into_name(mention, name) || office.is_some_and(|o| self.belongs(o, mention)) && self.holds(mention, name)
        };
        let Some(first) = (0..mentions.len()).find(|i| joins(*i)) else { return };
        let mut rest = mentions.split_off(first).into_iter().peekable();
        let joined = mentions;
        while let Some(mention) = rest.next() {
            let Some(name) = rest.peek() else {
                joined.push(mention);
                break;
            };
            if self.goes_into_name(&mention, name) {
                let name = rest.next();
                joined.push(named(mention, None, name));
                continue;
            }
            // Between the two stands what the office belongs to.
            let owner = joined.last().is_some_and(|office| self.belongs(office, &mention)) && self.holds(&mention, name);
            match joined.pop() {
                Some(office) if owner => {
                    let name = rest.next();
                    joined.push(named(office, Some(mention), name));
                }
                before => {
                    joined.extend(before);
                    joined.push(mention);
                }
            }
        }
    }

    /// "... RSUP Kandou Dr. | dr Ivonne": the end of the office is the beginning of the name.
    fn goes_into_name(&self, office: &Mention, name: &Mention) -> bool {
        let at = office.last.saturating_sub(1);
        let dot = self.tokens.get(office.last).is_some_and(|t| t.sign == b'.');
        nameless(office)
            && only_name(name)
            && name.first == office.last.saturating_add(usize::from(dot))
            && office.last > office.first.saturating_add(1)
            && self.hits.at(at).iter().any(|h| h.entry.class == self.classes.honorific && h.last as usize == office.last)
    }

    /// A body or region stands right behind an office that has none and no name.
    fn belongs(&self, office: &Mention, owner: &Mention) -> bool {
        let gap = owner.first.saturating_sub(office.last);
        let free = matches!(&office.what, What::Official(w) if !w.plural && w.region.is_none() && w.body.is_none());
        let own = match &owner.what {
            What::Body(_) => true,
            What::Region(r) => r.level.is_none() || !r.government,
            _ => false,
        };
        let small = |i: usize| self.tokens.get(i).is_some_and(|t| t.sign == b'&' || t.is_word() && t.word != self.classes.words.dan);
        (nameless(office) || self.only_unit(office))
            && free
            && own
            && self.reads_on(office.last, owner.first)
            && gap <= 3
            && (office.last..owner.first).all(|i| small(i) && !self.verbal(i))
    }

    /// "Ketua Komisariat | Apeksi ...": one word that no table of names knows is part of the title.
    fn only_unit(&self, office: &Mention) -> bool {
        let What::Official(words) = &office.what else { return false };
        words.office.is_some()
            && words.name.as_ref().is_some_and(|n| {
                let plain = n.honorifics.is_empty() && n.degrees.is_empty() && n.last == n.first.saturating_add(1);
                plain && !self.marks_of(n.first).has(Mark::NAME)
            })
    }

    /// The name stands right behind the owner, or behind a comma, and is closed.
    fn holds(&self, owner: &Mention, name: &Mention) -> bool {
        let comma = self.tokens.get(owner.last).is_some_and(|t| t.sign == b',');
        let closed = self.tokens.get(name.last).is_none_or(|t| matches!(t.sign, b',' | b'.' | b'(' | b')') || t.is_word());
        only_name(name)
            && name.first == owner.last.saturating_add(usize::from(comma))
            && closed
            && self.reads_on(owner.first, name.first)
            && self.zone_of(name.first) != Zone::Headline
    }

    fn reads_on(&self, from: usize, to: usize) -> bool {
        self.sentence_of(from.saturating_sub(1)) == self.sentence_of(to)
    }

    /// A verb or a word of place ends the office.
    fn verbal(&self, at: usize) -> bool {
        self.hits.at(at).iter().any(|h| h.entry.class == self.classes.verb || h.entry.class == self.classes.preposition && !h.entry.weak)
    }

    /// "Kabid Pasar yang mewakili Kadis Perdagangan Kota X, Rina": the name is that of the one who was there.
    pub(super) fn names_of_stand_ins(&self, mentions: &mut [Mention]) {
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let (Some(present), Some(absent)) = (before.last_mut(), rest.first_mut()) else { continue };
            let stands = nameless(present) && self.stands_for(present.last, absent.first);
            let (What::Official(own), What::Official(other)) = (&mut present.what, &mut absent.what) else { continue };
            let border = other.office.as_ref().zip(other.name.as_ref()).and_then(|(o, n)| {
                let named = n.honorifics.first().map_or(n.first, |h| h.0);
                named.checked_sub(1).filter(|comma| *comma >= o.last && self.tokens.get(*comma).is_some_and(|t| t.sign == b','))
            });
            if let Some(comma) = border.filter(|_| stands && !own.plural) {
                own.name = other.name.take();
                absent.last = comma;
            }
        }
    }

    /// "Ketua Badan Kehormatan sekaligus anggota Komisi I DPRD X, Anu Saputra", "Wali Kota X yang juga Ketua Apeksi, Anu
    /// Saputra": the first office of two is the holder's.
    pub(super) fn first_of_two_offices(&self, mentions: &mut Vec<Mention>) {
        let both = |h: &crate::lexicon::Hit| h.entry.class == self.classes.role && self.lexicon.value_name(h.entry.value) == "both";
        let join = |at: usize, next: usize| self.hits.at(at).iter().any(|h| h.last as usize == next && both(h));
        let mut taken_up = vec![false; mentions.len()];
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let (Some(first), Some(second)) = (before.last_mut(), rest.first_mut()) else { continue };
            let joined = nameless(first) && join(first.last, second.first);
            let (What::Official(own), What::Official(other)) = (&mut first.what, &mut second.what) else { continue };
            if !joined || own.plural || other.name.is_none() || other.office.is_none() {
                continue;
            }
            other.office = own.office.take();
            if own.region.is_some() {
                other.region = own.region.take();
                other.body = own.body.take();
            }
            second.first = first.first;
            if let Some(taken) = taken_up.get_mut(i.saturating_sub(1)) {
                *taken = true;
            }
        }
        drop_marked(mentions, taken_up);
    }

    /// "Wakil Ketua DPRD X Anu Saputra selaku koordinator Komisi A memimpin ...": the second office of a holder who is named belongs
    /// to the same mention, so that nobody else seems to act.
    pub(super) fn second_offices(&self, mentions: &mut Vec<Mention>) {
        let both = ["selaku", "sekaligus", "merangkap"];
        let mut taken_up = vec![false; mentions.len()];
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let (Some(holder), Some(second)) = (before.last_mut(), rest.first()) else { continue };
            let comma = usize::from(self.sign(holder.last) == b',');
            let word = holder.last.saturating_add(comma);
            let named = matches!(&holder.what, What::Official(w) if w.name.is_some() && w.office.is_some());
            if named
                && nameless(second)
                && self.reads(word, &both)
                && second.first == word.saturating_add(1)
                && self.reads_on(holder.last, word)
            {
                holder.last = second.last;
                if let Some(taken) = taken_up.get_mut(i) {
                    *taken = true;
                }
            }
        }
        drop_marked(mentions, taken_up);
    }

    /// Nothing but "yang mewakili" and words of the first office stand between two tokens.
    fn stands_for(&self, from: usize, to: usize) -> bool {
        let verb = |h: &&crate::lexicon::Hit| {
            h.entry.class == self.classes.verb && h.last as usize == to && self.lexicon.value_name(h.entry.value) == "represent"
        };
        let at = (from..to).take(NEAR).find(|at| self.hits.at(*at).iter().any(|h| verb(&h)));
        at.is_some_and(|at| (from..at).all(|i| self.is(i, crate::text::Shape::CAPITAL)))
    }

    /// "Pansus II Soppeng dipimpin ketuanya, Andi", "DPRD Soppeng dipimpin Wakil Ketua Andi": the office is one of the body or
    /// government told before it in the sentence; one that does not say so only of a council.
    pub(super) fn own_offices(&self, mentions: &mut [Mention]) {
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let Some(Mention { first, what: What::Official(words), .. }) = rest.first_mut() else { continue };
            let bare = words.name.is_some() && words.region.is_none() && words.body.is_none();
            let Some(office) = words.office.as_mut() else { continue };
            let chair = bare && office.flags.general && matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua");
            if !office.flags.own && !chair {
                continue;
            }
            let sentence = self.sentence_of(*first);
            let near = || before.iter().rev().take(NEAR).take_while(|m| self.sentence_of(m.first) == sentence);
            let council = |m: &&Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Council);
            let agency = |m: &&Mention| matches!(&m.what, What::Body(b) if b.sort == BodySort::Agency);
            // "Komisi I DPRD X ke Dinas Y dipimpin ketuanya": an agency has no chair.
            let chaired = || near().find(council).filter(|_| matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua"));
            let owner = near().find(|m| matches!(m.what, What::Body(_) | What::Region(_)));
            let owner = owner.filter(|m| !agency(m)).or_else(chaired).or(owner);
            // "Komisi I DPRD X mengunjungi Y. Dipimpin ketuanya, Andi, komisi itu ...": of the council that the sentence before tells of.
            let told = || {
                let mut earlier = before.iter().rev().take(NEAR).filter(|m| self.sentence_of(m.first).saturating_add(1) == sentence);
                if matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua") {
                    return earlier.rfind(council);
                }
                // "... ke Dinas Y. Tim diterima kepala dinasnya": of the agency to which the sentence before leads.
                let verb = |h: &crate::lexicon::Hit| {
                    h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "receive_passive"
                };
                let received = (first.saturating_sub(NEAR)..*first).any(|at| self.hits.at(at).iter().any(verb));
                earlier.find(agency).filter(|_| received && office.canonical.starts_with("Kepala"))
            };
            let owner = if office.flags.own { owner.or_else(told) } else { owner };
            let owner = owner.filter(|m| office.flags.own || council(m));
            match owner.map(|m| (m, &m.what)) {
                Some((owner, What::Body(body))) => {
                    let part = self.hits.at(owner.first).iter().find(|h| h.entry.class == self.classes.committee);
                    let part = part.map(|h| self.lexicon.value_name(h.entry.value));
                    let department = || head_of(&self.folded(owner.first, owner.last)) == "Kepala Dinas";
                    let title = match office.canonical.as_str() {
                        chair @ ("Ketua" | "Wakil Ketua") => chair_of(chair, part, body.sort == BodySort::Council),
                        "Sekretaris" if body.sort == BodySort::Agency && department() => Some("Sekretaris Dinas".to_owned()),
                        _ => None,
                    };
                    office.canonical = title.unwrap_or_else(|| std::mem::take(&mut office.canonical));
                    words.region.clone_from(&body.region);
                    words.body = Some((body.clone(), owner.first, owner.last));
                }
                Some((_, What::Region(region))) => words.region = Some(region.clone()),
                _ => {}
            }
        }
    }

    /// "Direktur Tirta Anu, Budi Jaya", where the article tells of the "Perumda Tirta Anu": the body is no name of a person.
    pub(super) fn bodies_before_names(&self, mentions: &mut Vec<Mention>) {
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
    pub(super) fn names_behind_bodies(&self, mentions: &mut [Mention]) {
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
            let border = known.iter().map(|(body, tokens)| (body, first.saturating_add(*tokens))).find(|(body, border)| {
                let inside = *border != last && *border < name_last && self.capital(*border);
                inside && self.folded(first, *border) == **body
            });
            let Some((_, border)) = border.filter(|_| plain) else { continue };
            let Some((name, _)) = self.name(border).filter(|(_, behind)| *behind == end) else { continue };
            words.name = Some(name);
            if let Some((body, _, last)) = &mut words.body {
                (body.name_last, *last) = (border, border);
            }
        }
    }

    /// "Rektor Universitas Negeri Semarang Anu Saputra": the place ends the name of the university, and two words or more behind it
    /// are its head.
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
        if border.saturating_add(2) > end || !(border..end).all(plain) {
            return;
        }
        let Some((name, _)) = self.name(border).filter(|(_, behind)| *behind == end) else { return };
        words.name = Some(name);
        (body.name_last, *last) = (border, border);
    }

    /// "Kajari Sangatta Mulyadi", where the article tells of the "Kejari Sangatta": the town is no name of a person.
    pub(super) fn towns_before_names(&self, mentions: &mut [Mention]) {
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

/// An official told without a name.
fn nameless(mention: &Mention) -> bool {
    matches!(&mention.what, What::Official(w) if w.name.is_none() && w.office.is_some())
}

/// A person told without an office.
fn only_name(mention: &Mention) -> bool {
    matches!(&mention.what, What::Official(w) if w.name.is_some() && w.office.is_none())
}

/// The office with its owner and its holder's name.
fn named(office: Mention, owner: Option<Mention>, name: Option<Mention>) -> Mention {
    let Mention { first, mut last, what } = office;
    let What::Official(mut words) = what else { return Mention { first, last, what } };
    match owner.map(|m| (m.first, m.last, m.what)) {
        Some((at, end, What::Body(body))) => words.body = Some((body, at, end)),
        Some((_, _, What::Region(region))) => words.region = Some(region),
        _ => {}
    }
    if let Some(Mention { last: end, what: What::Official(person), .. }) = name {
        words.name = person.name;
        last = end;
    }
    Mention { first, last, what: What::Official(words) }
}
