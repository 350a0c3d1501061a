//! Roles: the votes of all frames for who visits, who hosts, who leads, who receives.

use super::committees::part;
use super::field::looks_at;
use super::guides::local_beside;
use super::meeting::at_home;
use super::preparation::prepared;
use super::side::{Side, better_name};
use super::stops::next_stop;
use crate::event::proof::Reason;
use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::lexicon::RegionId;
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::{Fill, Frame};
use crate::text::{FxSet, Zone};

/// Votes for one person.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub(crate) person: usize,
    pub(crate) leader: f64,
    pub(crate) receiver: f64,
    pub(crate) companion: f64,
    pub(crate) leader_reasons: Vec<Reason>,
    pub(crate) receiver_reasons: Vec<Reason>,
    pub(crate) companion_reasons: Vec<Reason>,
    /// How many of the receiver's reasons say only that one goes to the person.
    pub(crate) as_goal: usize,
    /// Someone else was there in the person's stead.
    pub(crate) absent: bool,
    /// The person beside whom this one is told.
    pub(crate) beside: Option<usize>,
}

/// The votes of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Roles {
    pub(crate) sides: Vec<Side>,
    pub(crate) parts: Vec<Part>,
    /// Visit frames that voted, by number.
    pub(crate) frames: Vec<usize>,
    /// Frames of other visits of the article were left out.
    pub(crate) partial: bool,
    /// Councils and governments that look at something of their own region.
    inspecting: Vec<PartyRef>,
    /// Rule, role and first token of every vote: one rule votes once for the same words.
    seen: FxSet<(usize, Role, usize)>,
}

/// The roles a vote may be for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Role {
    Visitor,
    Host,
    Leader,
    Receiver,
    Companion,
}

/// Most councils and governments that inspect at home.
const INSPECTING: usize = 8;

/// Sentences from the name of a meeting to those who came to it.
pub(super) const MEETING: usize = 2;

/// Counts the votes of all visit frames.
pub(crate) fn roles(input: &Input<'_>, of: impl Fn(usize) -> bool) -> Roles {
    let looks = input.frames.iter().enumerate().filter(|(n, f)| f.event == VISIT && of(*n) && input.counts(*n) && looks_at(input, f));
    let parties = looks.flat_map(|(_, f)| input.fills(f, "visitors")).filter_map(|f| input.party(f.value.mention()?));
    let inspecting = parties.filter(|p| matches!(p.sort, None | Some(BodySort::Council))).take(INSPECTING).cloned().collect();
    let mut roles = Roles { inspecting, ..Roles::default() };
    for (number, frame) in input.frames.iter().enumerate() {
        if frame.event != VISIT || !input.counts(number) {
            continue;
        }
        if !of(number) {
            roles.partial = true;
            continue;
        }
        let weight = weight(input, frame);
        let both = input.fills(frame, "visitors").next().is_some()
            && (input.fills(frame, "hosts").next().is_some() || input.fills(frame, "received_by").next().is_some());
        let weight = if both { weight * 1.4 } else { weight };
        let mut voted = false;
        let home = at_home(input, frame);
        let stop = next_stop(input, frame);
        for (slot, role) in [
            ("visitors", Role::Visitor),
            ("hosts", Role::Host),
            ("leader", Role::Leader),
            ("received_by", Role::Receiver),
            ("accompanied_by", Role::Companion),
        ] {
            let role = match role {
                Role::Visitor if stop => Role::Host,
                Role::Visitor if home => Role::Receiver,
                Role::Host if home => Role::Visitor,
                role => role,
            };
            for fill in input.fills(frame, slot) {
                let role = if role == Role::Visitor && local_beside(input, frame, fill) { Role::Receiver } else { role };
                voted |= roles.vote(input, number, frame, fill, role, weight);
            }
        }
        if voted || input.fills(frame, "kind").next().is_some() {
            roles.frames.push(number);
        }
    }
    roles.attend(input, &of);
    roles.stand_ins(input);
    roles.companions(input);
    roles
}

/// How much a vote of the frame weighs, by where it stands.
pub(super) fn weight(input: &Input<'_>, frame: &Frame) -> f64 {
    let zone = match input.zone(frame.sentence) {
        Zone::Body => 1.0,
        Zone::Caption => 0.9,
        _ => 0.6,
    };
    // What somebody says of others weighs less than what a side says of itself.
    if input.quoted(frame.trigger) && !input.of_itself(frame) { zone * 0.5 } else { zone }
}

/// "Bupati X mengutus Kepala Bappeda ke Y": who sends others stays at home.
fn sends(input: &Input<'_>, frame: &Frame) -> bool {
    let mut verbs = input.phrases.of_class(input.words.verb, frame.first, frame.trigger.saturating_add(1));
    verbs.any(|h| input.reader.lexicon.value_name(h.entry.value) == "send")
}

/// "Bupati X dan Ketua DPRD X meninjau Y": whom the list names first says who goes, the government or its council.
fn beside_head(input: &Input<'_>, frame: &Frame, fill: &Fill, party: &PartyRef) -> bool {
    let before = frame.fills.iter().filter(|f| f.slot == fill.slot && f.first < fill.first);
    before.filter_map(|f| input.party(f.value.mention()?)).any(|p| p.sort.is_none() && same_side(p, party))
}

/// Frames beside one that are looked at.
const BESIDE: usize = 6;

/// Mentions in which the head of an office is looked for.
const HEADED: usize = 200;

/// "Kapolda X menerima Bupati Y", "Wabup Y menemui Kajari Y": on whom the government of the place, or of a part of it, calls,
/// receives for the own office, for no other government has guests. His house ("kediaman Kapolda X", "Mapolda X") is the office's.
fn called_on(input: &Input<'_>, number: usize, frame: &Frame, mention: usize) -> Option<PartyRef> {
    let vertical = |p: &&PartyRef| p.sort == Some(BodySort::Vertical);
    let words = input.mentions.get(mention)?;
    let office = if input.official(mention).is_some() {
        input.headed(mention).filter(vertical)?
    } else {
        let house = (words.first..words.last).any(|at| input.reader.reads(at, &HOUSES));
        let place = input.party(mention).filter(|_| house && matches!(words.what, What::Place(_)))?.region;
        (0..input.mentions.len().min(HEADED)).filter_map(|m| input.headed(m)).filter(vertical).find(|p| p.seat == place)?
    };
    // "Danrem 162/Wira Bhakti" is of no one region, but it is told of which Korem.
    let told = input.official(mention).and_then(|o| o.office.as_ref()).is_some_and(|o| o.last > o.head.1);
    (office.seat.is_some() || told).then(|| callers_from(input, number, frame, office.seat))?.then(|| office.clone())
}

/// What the house of an office of the forces or of the centre is called by.
const HOUSES: [&str; 10] =
    ["kapolda", "kapolres", "kapolresta", "dandim", "danrem", "mapolda", "mapolres", "mapolresta", "makodim", "makorem"];

/// The guests whom the sentence tells are the government of the region or of a part of it; without a region, of any.
fn callers_from(input: &Input<'_>, number: usize, frame: &Frame, seat: Option<RegionId>) -> bool {
    let gazetteer = &input.reader.lexicon.gazetteer;
    let near = input.frames.get(number.saturating_sub(BESIDE)..).into_iter().flatten().take(BESIDE.saturating_mul(2));
    let told = near.filter(|f| f.event == VISIT && f.sentence == frame.sentence).flat_map(|f| input.fills(f, "visitors"));
    let mut guests = told.filter_map(|f| f.value.mention()).filter_map(|m| input.stands_for(m, false)).peekable();
    let local = |p: PartyRef| p.sort.is_none() && p.region.is_some_and(|r| seat.is_none_or(|s| r == s || gazetteer.province(r) == s));
    guests.peek().is_some() && guests.all(local)
}

impl Roles {
    /// The frames that voted.
    pub(super) fn frames_of<'f>(&self, input: &Input<'f>) -> impl Iterator<Item = &'f Frame> {
        let frames = input.frames;
        self.frames.iter().filter_map(move |f| frames.get(*f))
    }

    /// Who is told to be there in the sentences of a meeting came to it.
    fn attend(&mut self, input: &Input<'_>, of: &impl Fn(usize) -> bool) {
        for (number, frame) in input.frames.iter().enumerate().filter(|(n, f)| f.event == VISIT && of(*n)) {
            let near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(1);
            let meets = |s: usize| input.has(input.words.visit_kind, Some("rapat"), s);
            if matches!(input.rule_name(frame), "visit/joined") && near.into_iter().any(meets) {
                for fill in input.fills(frame, "with") {
                    self.vote(input, number, frame, fill, Role::Visitor, 1.0);
                }
            }
        }
    }

    fn vote(&mut self, input: &Input<'_>, number: usize, frame: &Frame, fill: &Fill, role: Role, weight: f64) -> bool {
        let Some((mention, what)) = input.mention(fill) else { return false };
        // "Rombongan dari luar Bali": from anywhere else.
        if fill.first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &["luar"])) {
            return false;
        }
        // "... ke DPRD X, Komisi B di Kota Y": a part of a council that goes somewhere itself hosts nobody.
        let own = |v: &Fill| v.value.mention().and_then(|m| input.party(m)).zip(input.party(mention)).is_some_and(|(a, b)| same_side(a, b));
        let goes = || input.reader.reads(fill.last, &["di", "ke"]) || input.fills(frame, "visitors").any(own);
        if role == Role::Host && part(input, mention).is_some() && goes() {
            return false;
        }
        // "Disambut Gubernur X selaku ketua tim": the team is of those who receive.
        let before = fill.first.saturating_sub(2);
        let welcomed = || input.phrases(input.words.verb, before, fill.first).iter().any(|(v, _, _)| *v == "receive_passive");
        if role == Role::Leader && input.rule_name(frame) == "visit/head-of-delegation" && welcomed() {
            return false;
        }
        // "Turut mendampingi menerima tamu": beside those who receive.
        let receives = || input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, _, _)| *v == "receive");
        let role = if role == Role::Companion && receives() { Role::Receiver } else { role };
        let reason = Reason::new(fill.first, fill.last, frame);
        if !self.seen.insert((frame.rule, role, fill.first)) {
            return true;
        }
        let mut voted = false;
        // Who only speaks for a side ("kami") need not lead it or receive, unless nothing else is known of the side.
        let called = matches!(role, Role::Host | Role::Receiver).then(|| called_on(input, number, frame, mention)).flatten();
        let party = called.or_else(|| input.stands_for(mention, matches!(role, Role::Visitor | Role::Leader)));
        let sends = matches!(role, Role::Visitor | Role::Leader) && fill.last <= frame.trigger && self::sends(input, frame);
        // "Sekda X memimpin rapat persiapan kunjungan Y" receives nobody yet.
        let readies = role == Role::Host && prepared(input, frame);
        let in_person = !sends && !readies && matches!(what.what, What::Official(_)) && (!input.by_pronoun(fill) || party.is_none());
        if in_person {
            if let Some(person) = input.person(mention).filter(|p| input.credible(*p)) {
                let heads = input.people.persons.get(person).is_some_and(|p| {
                    p.office.as_ref().is_none_or(|o| {
                        !matches!(o.canonical.as_str(), "Anggota DPRD" | "Wakil Ketua Komisi" | "Wakil Ketua Pansus")
                            && !o.canonical.starts_with("Sekretaris")
                    })
                });
                let part = self.part(person);
                part.as_goal = part.as_goal.saturating_add(usize::from(role == Role::Host));
                let (score, reasons) = match role {
                    Role::Visitor if heads => (0.6 * weight, Some((&mut part.leader, &mut part.leader_reasons))),
                    Role::Visitor => (0.6 * weight, Some((&mut part.companion, &mut part.companion_reasons))),
                    Role::Host => (0.6 * weight, Some((&mut part.receiver, &mut part.receiver_reasons))),
                    Role::Leader => (1.3 * weight, Some((&mut part.leader, &mut part.leader_reasons))),
                    Role::Receiver => (weight, Some((&mut part.receiver, &mut part.receiver_reasons))),
                    Role::Companion => (weight, Some((&mut part.companion, &mut part.companion_reasons))),
                };
                if let Some((total, reasons)) = reasons {
                    *total += score;
                    reasons.push(reason);
                }
                voted = true;
            }
        }
        // A Kapolres or Kajari who comes stands for the office, one who receives stands beside the government.
        let Some(party) = party else { return voted };
        // "Komisi III meninjau proyek RSUD. Direktur RSUD menerima mereka": the agencies of a government are no hosts of its own.
        let works = matches!(party.sort, Some(BodySort::Agency | BodySort::Enterprise));
        let own = |p: &PartyRef| p.region == party.region && p.sort != party.sort;
        if matches!(role, Role::Host | Role::Receiver) && works && party.region.is_some() && self.inspecting.iter().any(own) {
            return voted;
        }
        let beside = in_person && beside_head(input, frame, fill, &party);
        let side = self.side(&party);
        match role {
            Role::Visitor | Role::Leader => {
                side.visitor += weight;
                side.visitor_reasons.push(Reason { first: party.first, last: party.last, rule: reason.rule });
            }
            Role::Companion => side.visitor += 0.3 * weight,
            Role::Host | Role::Receiver => {
                side.host += weight;
                side.receivers = side.receivers.saturating_add(u32::from(in_person));
                side.host_reasons.push(Reason { first: party.first, last: party.last, rule: reason.rule });
            }
        }
        if let Err(at) = side.frames.binary_search(&number) {
            side.frames.insert(at, number);
        }
        // Who comes along may be of another body than the one that visits.
        if role != Role::Companion && !beside {
            better_name(&mut side.party, &party);
        }
        true
    }

    /// The votes of a party; a new one starts at nothing.
    fn side(&mut self, party: &PartyRef) -> &mut Side {
        let at = self.sides.iter().position(|s| same_side(&s.party, party)).unwrap_or_else(|| {
            self.sides.push(Side::new(party.clone()));
            self.sides.len().saturating_sub(1)
        });
        #[allow(clippy::indexing_slicing, reason = "`at` was just found or pushed")]
        &mut self.sides[at]
    }

    /// The votes for a person, none yet if nobody voted.
    pub(super) fn part(&mut self, person: usize) -> &mut Part {
        let at = self.parts.iter().position(|p| p.person == person).unwrap_or_else(|| {
            self.parts.push(Part { person, ..Part::default() });
            self.parts.len().saturating_sub(1)
        });
        #[allow(clippy::indexing_slicing, reason = "`at` was just found or pushed")]
        &mut self.parts[at]
    }
}
