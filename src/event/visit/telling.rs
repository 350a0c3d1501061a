//! Which of several visits a frame or a person belongs to, where one article tells of several delegations or hosts.

use super::roles::{Part, Roles};
use super::side::Side;
use crate::event::Input;
use crate::event::same::same_side;
use crate::kinds::Level;
use crate::mention::PartyRef;
use crate::rule::{Fill, Frame};
use crate::text::Zone;

/// Sentences that a frame without a party reaches back for the one it goes on about.
const REACH: usize = 2;
/// Mentions that it looks at on the way.
const MENTIONS: usize = 40;

/// The delegations or the hosts of an article, each with its sides.
type Groups<'g, 's> = &'g [Vec<&'s Side>];

/// One visit among those of the article: its sides, and the frames that tell of it.
pub(super) struct Scope<'g, 's, 'f> {
    guests: Groups<'g, 's>,
    hosts: Groups<'g, 's>,
    guest: usize,
    host: usize,
    /// A visit in the own region: who receives there is of the visitor's own government.
    at_home: bool,
    /// Frames that name this visit's parties or go on about them, and those that speak of all.
    pub(super) frames: Vec<&'f Frame>,
}

impl<'g, 's, 'f> Scope<'g, 's, 'f> {
    /// The visit of delegation number `guest` to host number `host`; a number beyond the list stands for nobody.
    pub(super) fn new(
        input: &Input<'f>,
        roles: &Roles,
        guests: Groups<'g, 's>,
        hosts: Groups<'g, 's>,
        (guest, host): (usize, usize),
    ) -> Scope<'g, 's, 'f> {
        let own = |groups: Groups<'_, '_>, number: usize, frame: &Frame| {
            groups.len() < 2 || owner_of_frame(input, groups, frame).is_none_or(|o| o == number)
        };
        let frames = roles.frames_of(input).filter(|f| own(guests, guest, f) && own(hosts, host, f)).collect();
        Scope { guests, hosts, guest, host, at_home: false, frames }
    }

    /// "Bupati X sidak ke puskesmas dan disambut kepalanya": one's own people receive.
    pub(super) fn at_home(self, at_home: bool) -> Scope<'g, 's, 'f> {
        Scope { at_home, ..self }
    }

    /// The delegation's sides.
    pub(super) fn visitors(&self) -> &'g [&'s Side] {
        self.guests.get(self.guest).map_or(&[], Vec::as_slice)
    }

    /// The host's sides.
    pub(super) fn hosts(&self) -> &'g [&'s Side] {
        self.hosts.get(self.host).map_or(&[], Vec::as_slice)
    }

    /// The article tells of no other visit.
    pub(super) fn alone(&self) -> bool {
        self.guests.len() < 2 && self.hosts.len() < 2
    }

    /// The frame speaks of this delegation, where there are several; `None` where it speaks of none of them.
    pub(super) fn tells(&self, input: &Input<'_>, frame: &Frame) -> Option<bool> {
        let owner = owner_of_frame(input, self.guests, frame).filter(|_| self.guests.len() >= 2);
        owner.map(|o| o == self.guest)
    }

    /// The person comes with the delegation; where there are several, with this one.
    pub(super) fn comes(&self, input: &Input<'_>, part: &Part) -> bool {
        match belongs(input, self.guests, self.guest, part) {
            Some(own) => own,
            None => self.guests.len() < 2,
        }
    }

    /// The person may come along: of whatever body where there is one delegation only.
    pub(super) fn may_come(&self, input: &Input<'_>, part: &Part) -> bool {
        self.guests.len() < 2 || self.comes(input, part)
    }

    /// The person is not of the other side.
    pub(super) fn not_host(&self, input: &Input<'_>, part: &Part) -> bool {
        !by_party(input, part.person, self.hosts()).unwrap_or(false) || heads_one(input, part.person, self.visitors())
    }

    /// As [`Scope::not_host`], for the visitors.
    pub(super) fn not_visitor(&self, input: &Input<'_>, part: &Part) -> bool {
        self.at_home || self.heads_host(input, part.person) || !by_party(input, part.person, self.visitors()).unwrap_or(false)
    }

    /// The person is of the guests alone, so that a verb of meeting ("ia menemui Bupati X") makes nobody of it who receives.
    pub(super) fn only_visits(&self, input: &Input<'_>, part: &Part) -> bool {
        self.only_of(input, part, self.visitors(), self.hosts())
    }

    /// As [`Scope::only_visits`], for the hosts: "Bupati X yang menemui mereka di pendopo" goes nowhere.
    pub(super) fn only_hosts(&self, input: &Input<'_>, part: &Part) -> bool {
        self.only_of(input, part, self.hosts(), self.visitors())
    }

    fn only_of(&self, input: &Input<'_>, part: &Part, own: &[&Side], other: &[&Side]) -> bool {
        let of = |sides: &[&Side]| by_party(input, part.person, sides) == Some(true);
        !self.at_home && of(own) && !of(other)
    }

    /// "Kajari X menerima Wabup X": of the region that visits, but the head of the office that is the host.
    fn heads_host(&self, input: &Input<'_>, person: usize) -> bool {
        let hosts = || self.hosts.iter().flat_map(|group| group.iter());
        let heads = |m: &usize| input.headed(*m).is_some_and(|o| hosts().any(|s| s.party.region.is_none() && same_side(&s.party, o)));
        input.people.persons.get(person).is_some_and(|p| p.mentions.iter().take(MENTIONS).any(heads))
    }

    /// The person receives this delegation at this host.
    pub(super) fn receives(&self, input: &Input<'_>, part: &Part) -> bool {
        let here = match belongs(input, self.hosts, self.host, part) {
            Some(own) => own || self.hosts.len() < 2 && self.guests.len() < 2,
            None => self.hosts.len() < 2,
        };
        // Several delegations may be received by different people of one host.
        let guest = |at: usize| named_with(input, self.guests, "received_by", at).or_else(|| owner(input, self.guests, at));
        let mut guests = part.receiver_reasons.iter().filter_map(|r| guest(r.first));
        let all = part.receiver_reasons.iter().any(|r| of_all(input, r.first));
        here && (self.guests.len() < 2 || all || guests.next().is_none_or(|first| first == self.guest || guests.any(|g| g == self.guest)))
    }
}

/// "Kedua rombongan | diterima Sekda X", "keduanya dijamu Y": told of all guests.
fn of_all(input: &Input<'_>, token: usize) -> bool {
    let Some(own) = input.sentence(input.sentence_of(token)) else { return false };
    let counts = ["kedua", "ketiga", "keempat", "kelima", "dua", "tiga", "empat", "semua", "seluruh"];
    let groups = ["rombongan", "delegasi", "tamu", "tim", "utusan", "kunjungan"];
    (own.first..token).any(|at| {
        input.reader.reads(at, &["keduanya", "ketiganya", "keempatnya", "semuanya"])
            || input.reader.reads(at, &counts) && input.reader.reads(at.saturating_add(1), &groups)
    })
}

/// The person's party, or that of whom the person stands beside, is one of these sides; `None` where no party is told.
fn by_party(input: &Input<'_>, person: usize, sides: &[&Side]) -> Option<bool> {
    let party = input.party_of(person)?;
    Some(sides.iter().any(|s| same_side(&s.party, party)))
}

/// The person heads the office of the centre that is one of these sides: the Kapolda of the Polda.
fn heads_one(input: &Input<'_>, person: usize, sides: &[&Side]) -> bool {
    let mentions = input.people.persons.get(person).map_or(&[][..], |p| p.mentions.as_slice());
    mentions.iter().take(MENTIONS).filter_map(|m| input.headed(*m)).any(|h| sides.iter().any(|s| same_side(&s.party, h)))
}

/// The person belongs to this group: by party, by whom the person stands beside, or by what the text speaks of there.
fn belongs(input: &Input<'_>, groups: Groups<'_, '_>, number: usize, part: &Part) -> Option<bool> {
    let sides = groups.get(number)?;
    if heads_one(input, part.person, sides) {
        return Some(true);
    }
    if groups.len() < 2 {
        return by_party(input, part.person, sides).or_else(|| part.beside.and_then(|p| by_party(input, p, sides)));
    }
    // Who is of none of the groups stands where the text speaks of one.
    let of_group = |p: usize| input.party_of(p).and_then(|p| group_of(groups, p));
    if let Some(group) = of_group(part.person).or_else(|| part.beside.and_then(of_group)) {
        return Some(group == number);
    }
    // "Wapres ke Kabupaten X dan Kota Y. Ia disambut Gubernur Z": the governor of the only province of one of them.
    if let Some(group) = input.party_of(part.person).and_then(|p| inside(input, groups, p)) {
        return Some(group == number);
    }
    // "Rombongan A dipimpin X, sedangkan rombongan B dipimpin Y": whom the frame of the leader names.
    if let Some(led) = part.leader_reasons.iter().find_map(|r| named_with(input, groups, "leader", r.first)) {
        return Some(led == number);
    }
    let reasons = part.leader_reasons.iter().chain(&part.companion_reasons).chain(&part.receiver_reasons);
    let mut owners = reasons.filter_map(|r| owner(input, groups, r.first));
    owners.next().map(|first| first == number || owners.any(|o| o == number))
}

/// The only group whose parties a frame names together with the leader or receiver that begins at a token.
fn named_with(input: &Input<'_>, groups: Groups<'_, '_>, slot: &str, person: usize) -> Option<usize> {
    let names = |f: &&Frame| input.fills(f, slot).any(|fill| fill.first == person);
    let sentence = input.sentence_of(person);
    let mut named = input.frames_in(sentence).filter(names).flat_map(|f| input.fills(f, "visitors")).filter_map(|f| f.value.mention());
    let first = named.find_map(|m| input.party(m).and_then(|p| group_of(groups, p)))?;
    // "Bupati A, Bupati B serta Bupati C diterima X": the last of a list, of whom nothing else is said than of the others.
    let group = |f: &Fill| f.value.mention().and_then(|m| input.party(m)).and_then(|p| group_of(groups, p));
    let listed = |f: &Frame| {
        let mut told = input.fills(f, "visitors").filter_map(group);
        f.fills.iter().any(|f| group(f) == Some(first)) && told.any(|g| g != first)
    };
    if slot == "received_by" && input.frames_in(sentence).any(listed) {
        return None;
    }
    named.all(|m| input.party(m).and_then(|p| group_of(groups, p)).is_none_or(|g| g == first)).then_some(first)
}

/// The group that the frame names, or goes on about; `None` where it speaks of all.
fn owner_of_frame(input: &Input<'_>, groups: Groups<'_, '_>, frame: &Frame) -> Option<usize> {
    let named: Vec<usize> = ["visitors", "hosts", "leader", "received_by"]
        .iter()
        .flat_map(|slot| input.fills(frame, slot))
        .filter_map(|f| f.value.mention().and_then(|m| input.party(m)))
        .filter_map(|p| group_of(groups, p))
        .collect();
    match named.split_first() {
        Some((first, rest)) => rest.iter().all(|r| r == first).then_some(*first),
        None if input.zone(frame.sentence) != Zone::Body => None,
        None => owner(input, groups, frame.trigger),
    }
}

fn group_of(groups: Groups<'_, '_>, party: &PartyRef) -> Option<usize> {
    groups.iter().position(|g| g.iter().any(|s| same_side(&s.party, party)))
}

/// The only group that lies in the province whose government a party is.
fn inside(input: &Input<'_>, groups: Groups<'_, '_>, party: &PartyRef) -> Option<usize> {
    let gazetteer = &input.reader.lexicon.gazetteer;
    let province = party.region.filter(|r| party.sort.is_none() && gazetteer.level(*r) == Level::Provinsi)?;
    let within = |g: &Vec<&Side>| g.iter().any(|s| s.party.region.is_some_and(|r| gazetteer.within(r, province)));
    let mut found = groups.iter().enumerate().filter(|(_, g)| within(g)).map(|(n, _)| n);
    found.next().filter(|_| found.next().is_none())
}

/// The only group that the sentence of a token speaks of, else the one whose party was told last before it; `None` where a
/// sentence tells of several.
fn owner(input: &Input<'_>, groups: Groups<'_, '_>, token: usize) -> Option<usize> {
    let sentence = input.sentence_of(token);
    let from = input.sentence(sentence).map_or(token, |s| input.mentions.partition_point(|m| m.first < s.first));
    let here = (from..input.mentions.len())
        .take(MENTIONS)
        .take_while(|n| input.mentions.get(*n).is_some_and(|m| input.sentence_of(m.first) == sentence));
    let mut told = here.filter_map(|n| input.party(n)).filter_map(|p| group_of(groups, p));
    if let Some(first) = told.next() {
        if told.all(|g| g == first) {
            return Some(first);
        }
    }
    let last = input.mentions.partition_point(|m| m.first <= token);
    let mut found: Option<(usize, usize)> = None;
    for number in (last.saturating_sub(MENTIONS)..last).rev() {
        let at = input.mentions.get(number).map_or(usize::MAX, |m| input.sentence_of(m.first));
        if at > sentence || sentence.saturating_sub(at) > REACH || input.zone(at) != Zone::Body {
            break;
        }
        let Some(group) = input.party(number).and_then(|p| group_of(groups, p)) else { continue };
        match found {
            None => found = Some((group, at)),
            Some((known, there)) if there == at && known != group => return None,
            Some((_, there)) if there != at => break,
            Some(_) => {}
        }
    }
    found.map(|(group, _)| group)
}
