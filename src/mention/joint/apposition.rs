//! Appositions that one phrase's grammar cannot see: what an office and its holder's name stand apart for.

use crate::mention::body::council::chair_of;
use crate::mention::title::headship::head_of;
use crate::mention::{BodySort, Mention, Reader, What};
use crate::text::{Mark, Zone};

/// Mentions back to the body that "ketuanya" is of.
const NEAR: usize = 6;

/// Drops the mentions that were taken up by others; `marked` tells of each whether it was.
pub(crate) fn drop_marked(mentions: &mut Vec<Mention>, marked: Vec<bool>) {
    let mut marked = marked.into_iter();
    mentions.retain(|_| !marked.next().unwrap_or(false));
}

impl Reader<'_> {
    /// Joins an office, what it belongs to and the name behind into one official: "Kasubag humas & Protokol | DPRD Kab X, | Drs. Y",
    /// "Datuk Bandar | Ipoh, | Rumaizi", "Direktur Utama RSUP Kandou Dr. | dr Ivonne".
    pub(crate) fn join_apart(&self, mentions: &mut Vec<Mention>) {
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
    pub(crate) fn names_of_stand_ins(&self, mentions: &mut [Mention]) {
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
    pub(crate) fn first_of_two_offices(&self, mentions: &mut Vec<Mention>) {
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
    pub(crate) fn second_offices(&self, mentions: &mut Vec<Mention>) {
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
    pub(crate) fn own_offices(&self, mentions: &mut [Mention]) {
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
            // "Ketua DPRD X bertandang ke DPRD Y bersama Wakil Ketua Andi": of the council of whom he stands beside.
            let seat =
                |m: &&Mention| matches!(&m.what, What::Official(o) if o.body.as_ref().is_some_and(|(b, _, _)| b.sort == BodySort::Council));
            let official = |m: &&Mention| matches!(m.what, What::Official(_));
            let beside = || near().find(official).filter(seat).filter(|m| self.accompanies(*first) || self.joins(m.last, *first));
            let owner = if chair { beside().or(owner) } else { owner };
            // "Komisi I DPRD X mengunjungi Y. Dipimpin ketuanya, Andi, komisi itu ...": of the council that the sentence before tells of.
            let told = || {
                let mut earlier = before.iter().rev().take(NEAR).filter(|m| self.sentence_of(m.first).saturating_add(1) == sentence);
                if matches!(office.canonical.as_str(), "Ketua" | "Wakil Ketua") {
                    // "Bawaslu X menemui Bupati Y. Ketuanya, Andi, ...": where no council is told, of the body told first.
                    let seated =
                        |m: &&Mention| matches!(&m.what, What::Body(b) if matches!(b.sort, BodySort::Vertical | BodySort::Association));
                    return earlier.clone().rfind(council).or_else(|| earlier.rfind(seated));
                }
                // "... ke Dinas Y. Tim diterima kepala dinasnya": of the agency to which the sentence before leads.
                let verb = |h: &crate::lexicon::Hit| {
                    h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "receive_passive"
                };
                let received = (first.saturating_sub(NEAR)..*first).any(|at| self.hits.at(at).iter().any(verb));
                earlier.find(agency).filter(|_| received && office.canonical.starts_with("Kepala"))
            };
            let owner = if office.flags.own { owner.or_else(told) } else { owner };
            let owner = owner.filter(|m| office.flags.own || council(m) || seat(m));
            let body = |m: &Mention| match &m.what {
                What::Official(o) => o.body.as_ref().map(|(b, at, end)| (What::Body(b.clone()), *at, *end)),
                what => Some((what.clone(), m.first, m.last)),
            };
            match owner.and_then(body) {
                Some((What::Body(body), at, end)) => {
                    let part = self.hits.at(at).iter().find(|h| h.entry.class == self.classes.committee);
                    let part = part.map(|h| self.lexicon.value_name(h.entry.value));
                    let department = || head_of(&self.folded(at, end)) == "Kepala Dinas";
                    let title = match office.canonical.as_str() {
                        chair @ ("Ketua" | "Wakil Ketua") => chair_of(chair, part, body.sort == BodySort::Council),
                        "Sekretaris" if body.sort == BodySort::Agency && department() => Some("Sekretaris Dinas".to_owned()),
                        _ => None,
                    };
                    office.canonical = title.unwrap_or_else(|| std::mem::take(&mut office.canonical));
                    words.region.clone_from(&body.region);
                    words.body = Some((body, at, end));
                }
                Some((What::Region(region), _, _)) => words.region = Some(region),
                _ => {}
            }
        }
    }
}

/// An official told without a name.
fn nameless(mention: &Mention) -> bool {
    matches!(&mention.what, What::Official(w) if w.name.is_none() && w.office.is_some())
}

/// A person told without an office.
pub(super) fn only_name(mention: &Mention) -> bool {
    matches!(&mention.what, What::Official(w) if w.name.is_some() && w.office.is_none())
}

/// The office with its owner and its holder's name.
pub(crate) fn named(office: Mention, owner: Option<Mention>, name: Option<Mention>) -> Mention {
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
