//! Series: what stands between the items of a list of people ("A, B serta C", "dan para anggotanya, yakni D"), and the
//! title that belongs to each of them.

use crate::mention::{Mention, OfficeWords, OfficialWords, Reader, What};
use crate::text::{Mark, Shape};

/// Most tokens between two items of a list.
const WIDEST: usize = 12;
/// Most words in brackets behind an item, of where it is from.
const HOME: usize = 8;
/// Most words of a group whose people are named.
const GROUP: usize = 6;
/// Most tokens between "tujuh anggota dewan asal X yang hadir" and the words that open its names.
const OPENING: usize = 8;
/// How many mentions back a council may stand whose members are named.
const COUNCIL: usize = 6;

impl Reader<'_> {
    /// The next item of a list that goes on at `at`, before `limit`: nothing but commas, words that join or open a list and
    /// people of no name ("dan para anggotanya, yakni") stands before it. `item` tells where one begins.
    pub(crate) fn next_item(&self, at: usize, limit: usize, item: impl Fn(usize) -> bool) -> Option<usize> {
        let (mut next, mut joined) = (at, false);
        while next < limit && next.saturating_sub(at) <= WIDEST {
            if joined && item(next) {
                return Some(next);
            }
            let sign = self.tokens.get(next).map_or(0, |t| t.sign);
            if matches!(sign, b',' | b'&' | b'/' | b';' | b':') || sign == b'-' && (joined || next == at && self.between_persons(next)) {
                joined = true;
                next = next.saturating_add(1);
                continue;
            }
            if let Some(behind) = self.behind_item_number(next).filter(|b| *b <= limit && (joined || next == at)) {
                next = behind;
                continue;
            }
            // "beserta 20 kepala sekolah"
            let counted = next.saturating_add(1);
            if joined && self.token(next).is_some_and(crate::text::Token::is_number) && item(counted) {
                return Some(counted);
            }
            if let Some(behind) = self.behind_fraction(next).filter(|b| *b <= limit && !joined) {
                next = behind;
                continue;
            }
            if let Some(behind) = self.behind_throughout(next).filter(|b| *b <= limit && !joined) {
                next = behind;
                continue;
            }
            // "Yesaya Rumbino (Papua Barat), Teuku Razali (Aceh) dan ..."
            if let Some(behind) = self.bracket(next, HOME).filter(|b| *b <= limit && !joined) {
                next = behind;
                continue;
            }
            let hit = self.hits.at(next).iter().find(|h| {
                h.last as usize <= limit && (h.entry.class == self.classes.series || h.entry.class == self.classes.numeral && !h.entry.weak)
            })?;
            joined |= matches!(self.lexicon.value_name(hit.entry.value), "and" | "namely");
            next = hit.last as usize;
            // "serta para pemegang anggaran, yakni": whatever the group is called.
            if joined && self.lexicon.value_name(hit.entry.value) == "some" {
                next = self.group_end(next, limit).unwrap_or_else(|| self.behind_seat(next));
            }
        }
        None
    }

    /// Behind "dari Fraksi X" at `at`: with whom a member of a council sits.
    fn behind_fraction(&self, at: usize) -> Option<usize> {
        let (_, party) = self.value(at.saturating_add(1), self.classes.committee).filter(|(v, _)| *v == "fraksi")?;
        let named = || self.hit(party, self.classes.body).map(|h| h.last as usize);
        let caps = || self.is(party, Shape::ALL_CAPS).then(|| party.saturating_add(1));
        if self.reads(at, &["dari", "asal"]) { named().or_else(caps) } else { None }
    }

    /// Behind "se-Jawa Barat" at `at`: "para bupati dan wali kota se-Jawa Barat serta Kajati Y".
    fn behind_throughout(&self, at: usize) -> Option<usize> {
        let name = at.saturating_add(1).saturating_add(usize::from(self.sign(at.saturating_add(1)) == b'-'));
        let end = if self.reads(at, &["se"]) { self.behind_seat(name) } else { name };
        (end > name).then_some(end)
    }

    /// Behind the small words for a group at `at`, where "yakni" names its people.
    fn group_end(&self, at: usize, limit: usize) -> Option<usize> {
        let word = |i: &usize| self.tokens.get(*i).is_some_and(|t| t.is_word() && !t.is(Shape::CAPITAL) && !t.is(Shape::DIGIT));
        let opens = |i: &usize| {
            let here = self.hits.at(*i).iter();
            here.into_iter().any(|h| h.entry.class == self.classes.series && self.lexicon.value_name(h.entry.value) == "namely")
        };
        let end = (at..limit.min(at.saturating_add(GROUP))).find(|i| opens(i) || !word(i))?;
        let comma = self.tokens.get(end).is_some_and(|t| t.sign == b',');
        Some(end).filter(|e| opens(&e.saturating_add(usize::from(comma))))
    }

    /// Behind the region of a group at `at`: "beserta Forkopimda Kabupaten X, di antaranya Kapolres Y".
    fn behind_seat(&self, at: usize) -> usize {
        let name = self.level_words(at).2;
        self.hit(name, self.classes.region).filter(|h| self.capital(name) && !h.entry.weak).map_or(at, |h| h.last as usize)
    }

    /// "Anu Saputra-Fulan Wijaya", "Anu Saputra – Fulan Wijaya": words of names on both sides of the dash, and none of a region.
    fn between_persons(&self, dash: usize) -> bool {
        let (before, next) = (dash.wrapping_sub(1), dash.saturating_add(1));
        let person = |at: usize| self.may_name(at) && !self.hits.classes(at).holds(self.classes.region);
        let known = |at: usize| self.marks(at).has(Mark::NAME);
        person(before) && person(next) && (known(before) || known(next))
    }

    /// A list goes on from `end` to an item at `first`.
    pub(crate) fn joins(&self, end: usize, first: usize) -> bool {
        self.next_item(end, first.saturating_add(1), |at| at == first).is_some()
    }

    /// A title before several names belongs to each: "anggota Komisi II Zaidi dan Bambang", "anggotanya yakni A, B dan C".
    pub(crate) fn share_offices(&self, mentions: &mut [Mention]) {
        let mut shared: Option<(usize, Box<OfficialWords>)> = None;
        let mut councils = 0_usize;
        let mut before = 0_usize;
        let mut many_before: Option<usize> = None;
        for mention in mentions.iter_mut() {
            councils = if tells_council(&mention.what) { COUNCIL } else { councils.saturating_sub(1) };
            let (first, last) = (mention.first, mention.last);
            let from = std::mem::replace(&mut before, last);
            let What::Official(words) = &mut mention.what else {
                // "Tujuh anggota dewan asal X yang hadir masing-masing A, B"
                let near = |end: usize| first.saturating_sub(end) <= OPENING && matches!(mention.what, What::Region(_));
                let sits = self.behind_fraction(from) == Some(last);
                // "anggota Komisi II, antara lain A (Gerindra), B (PDIP)"
                let beside = |end: usize| end.saturating_add(1) == first && self.sign(end) == b'(' && self.sign(last) == b')';
                shared = shared.filter(|(end, office)| sits || beside(*end) || office.plural && near(*end));
                continue;
            };
            if words.office.is_some() {
                // "para camat, kepala desa": who is listed behind many without a name is many as well.
                let bare = words.name.is_none() && words.region.is_none() && words.body.is_none() && !self.is(first, Shape::CAPITAL);
                words.plural |= bare && many_before.is_some_and(|end| self.joins(end, first));
                many_before = words.plural.then_some(last);
                // "diteken sekda masing-masing, A dan B"
                let each = words.name.is_none()
                    && self.hits.at(last).iter().any(|h| {
                        h.entry.class == self.classes.series
                            && self.lexicon.value_name(h.entry.value) == "namely"
                            && self.reads(last, &["masing"])
                    });
                let many = each || words.office.as_ref().is_some_and(|o| o.flags.shared);
                shared = many.then(|| (last, words.clone()));
                continue;
            }
            if words.name.is_none() {
                continue;
            }
            let reached = |end: usize| self.joins(end, first);
            let own = shared.take().filter(|(end, _)| reached(*end) || self.opened(*end, first));
            let own = own.or_else(|| Some((last, self.members(from, first).filter(|_| councils > 0)?)));
            if let Some((_, office)) = own {
                words.office.clone_from(&office.office);
                words.region.clone_from(&office.region);
                words.body.clone_from(&office.body);
                shared = Some((last, office));
            }
        }
    }

    /// "A dan B, keduanya anggota Komisi II", "A dan B anggota DPRD X": a title behind several names belongs to each.
    pub(crate) fn share_back(&self, mentions: &mut [Mention]) {
        for i in 1..mentions.len() {
            let (before, rest) = mentions.split_at_mut(i);
            let Some(Mention { first, what: What::Official(words), .. }) = rest.first() else { continue };
            if words.name.is_some() || !words.office.as_ref().is_some_and(|o| o.flags.shared) {
                continue;
            }
            let (mut names, mut next) = (0_usize, None);
            for mention in before.iter().rev().take(COUNCIL) {
                let bare = matches!(&mention.what, What::Official(w) if w.name.is_some() && w.office.is_none());
                if !bare || next.is_some_and(|at| !self.joins(mention.last, at)) {
                    break;
                }
                (names, next) = (names.saturating_add(1), Some(mention.first));
            }
            let told = before.last().is_some_and(|m| self.of_each(m.last, *first) || m.last == *first && names > 1);
            for mention in before.iter_mut().rev().take(if told { names } else { 0 }) {
                let What::Official(own) = &mut mention.what else { continue };
                own.office.clone_from(&words.office);
                own.region.clone_from(&words.region);
                own.body.clone_from(&words.body);
            }
        }
    }

    /// ", keduanya", "(ketiganya": of each who was told before.
    fn of_each(&self, from: usize, to: usize) -> bool {
        let open = self.tokens.get(from).is_some_and(|t| matches!(t.sign, b',' | b'('));
        let at = from.saturating_add(usize::from(open));
        self.hits
            .at(at)
            .iter()
            .any(|h| h.entry.class == self.classes.series && self.lexicon.value_name(h.entry.value) == "each" && h.last as usize == to)
    }

    /// A word that opens a list of names stands right before `first`, not far behind the group that it opens.
    fn opened(&self, end: usize, first: usize) -> bool {
        let opens = |i: usize| {
            self.hits.at(i).iter().any(|h| {
                h.entry.class == self.classes.series
                    && self.lexicon.value_name(h.entry.value) == "namely"
                    && first.saturating_sub(h.last as usize) <= 1
            })
        };
        first.saturating_sub(end) <= OPENING.saturating_mul(2)
            && self.sentence_of(end) == self.sentence_of(first)
            && (first.saturating_sub(4).max(end)..first).any(opens)
    }

    /// "dan para anggotanya yakni": between a mention that ends at `from` and a name at `first`, the members of a council.
    fn members(&self, from: usize, first: usize) -> Option<Box<OfficialWords>> {
        let at = (first.saturating_sub(WIDEST).max(from)..first).find_map(|i| {
            self.hits.at(i).iter().find(|h| {
                h.entry.class == self.classes.series
                    && self.lexicon.value_name(h.entry.value) == "member"
                    && self.joins(h.last as usize, first)
            })
        })?;
        let (head, end) = (at.first as usize, at.last as usize);
        let office =
            OfficeWords { first: head, last: end, head: (head, end), canonical: "Anggota DPRD".to_owned(), ..OfficeWords::default() };
        Some(Box::new(OfficialWords { office: Some(office), ..OfficialWords::default() }))
    }
}

/// A council, or one of its officials.
fn tells_council(what: &What) -> bool {
    match what {
        What::Body(body) => body.sort == crate::BodySort::Council,
        What::Official(words) => {
            // So few bytes are searched fastest one by one.
            let told = |at: usize, office: &[u8]| {
                office.get(at..).is_some_and(|rest| [&b"DPR"[..], b"Komisi", b"Pansus"].iter().any(|part| rest.starts_with(part)))
            };
            words.office.as_ref().map(|o| o.canonical.as_bytes()).is_some_and(|o| (0..o.len()).any(|at| told(at, o)))
        }
        _ => false,
    }
}
