//! Companions: who stands beside whom.

use super::guides::local;
use super::roles::{Roles, weight};
use crate::event::proof::Reason;
use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::kinds::Level;
use crate::mention::{PartyRef, What};
use crate::rule::{Fill, Frame};

/// Sentences that a word of company reaches back for its person.
const REACH: usize = 2;

/// Most tokens from a person to the word of company.
const NEAR: usize = 8;

/// A role of a person that the text told of.
#[derive(Clone, Copy)]
struct Told {
    receives: bool,
    person: Option<usize>,
}

impl Roles {
    /// Who stands beside a receiver receives, who stands beside the leader comes along.
    pub(super) fn companions(&mut self, input: &Input<'_>) {
        for frame in input.frames.iter().filter(|f| f.event == VISIT) {
            let with: Vec<&Fill> = input.fills(frame, "with").collect();
            if with.is_empty() {
                continue;
            }
            match input.fills(frame, "beside").next() {
                Some(fill) => self.beside(input, frame, fill, &with),
                None => match with.split_last() {
                    Some((lead, others)) if fronted(input, frame, lead) && !others.is_empty() => self.beside(input, frame, lead, others),
                    _ if input.rule_name(frame) == "visit/fronted" => self.beside_told(input, frame, &with),
                    _ => self.joined(input, frame, &with),
                },
            }
        }
    }

    /// "Bupati X didampingi Sekda Y": those told beside a person take that person's side.
    fn beside(&mut self, input: &Input<'_>, frame: &Frame, fill: &Fill, with: &[&Fill]) {
        let person = fill.value.mention().and_then(|m| input.person(m));
        // Beside who was absent stands who stands in.
        let person = person.map(|p| self.parts.iter().find(|q| q.person == p && q.absent).and_then(|q| q.beside).unwrap_or(p));
        let votes = person.and_then(|p| self.parts.iter().find(|q| q.person == p)).map(|p| (p.leader, p.receiver, p.companion));
        let last = last_told(input, frame, REACH);
        // "Mantan ketua itu datang ke X dengan didampingi Y": who goes there is a guest, whoever was told last.
        let goes = |(v, at, end): &(&str, usize, usize)| {
            let to = input.reader.reads(*end, &["ke", "di"]) || *v == "visit";
            matches!(*v, "go" | "visit") && to && *at >= fill.last
        };
        let goes = votes.is_none() && input.phrases(input.words.verb, fill.last, frame.trigger).iter().any(goes);
        let comes_with = input.rule_name(frame) == "visit/comes-with";
        let comes = comes_with || input.reader.reads(frame.trigger, &["hadir", "datang"]);
        let host = match votes {
            None if goes => false,
            Some((leader, receiver, companion)) => receiver > leader.max(companion),
            // "Ketua DPRD X hadir dengan Dandim Y": of the guests, though a host was told of last.
            None if comes => person.and_then(|p| self.hosts_person(input, p)).unwrap_or(false),
            None => {
                // "Asisten X memboyong Kadis Y": who takes others along is no host, whoever was told last.
                let takes = input.rule_name(frame) == "visit/brings";
                // "Didampingi Sekda X, Asisten II Y mengatakan ...": who tells no side is of that of those beside him.
                let of = |p: usize| self.hosts_person(input, p);
                let beside = || with.iter().filter_map(|f| f.value.mention().and_then(|m| input.person(m))).find_map(of);
                person.and_then(of).or_else(beside).unwrap_or_else(|| !takes && last.is_some_and(|t| t.receives))
            }
        };
        // Who brings others leads them, unless it is the host that brings his own.
        let brings = !host && input.rule_name(frame) == "visit/brings";
        // Beside whom of the visitors others stand, he leads, if nothing else is told of him.
        let side = person.and_then(|p| self.hosts_person(input, p));
        // "Staf Ahli Bupati X datang bersama Sekda Y".
        let arrives = || {
            let verb = |at: usize| input.reader.reads(at, &["berkunjung", "bertandang", "datang", "tiba"]);
            comes_with && (fill.last..=frame.trigger).any(verb)
        };
        let leads = votes.is_none() && (side == Some(false) || side.is_none() && arrives());
        if let Some(person) = person.filter(|p| (brings || leads) && input.credible(*p)) {
            let part = self.part(person);
            part.leader += weight(input, frame);
            part.leader_reasons.push(Reason::new(fill.first, fill.last, frame));
        }
        if host || brings || leads || goes || votes.is_some() || last.is_some_and(|t| !t.receives) {
            self.go_with(input, frame, with, |_, _| Some(Told { receives: host, person }));
        }
    }

    /// "Rombongan diterima Bupati X yang datang bersama Sekda Y": whoever has a part in the sentence right before "bersama" shares
    /// it with who is told behind, unless that is one of the other side.
    fn beside_told(&mut self, input: &Input<'_>, frame: &Frame, with: &[&Fill]) {
        let Some(last) = input.mentions.partition_point(|m| m.last <= frame.trigger).checked_sub(1) else { return };
        let near = input.mentions.get(last).is_some_and(|m| frame.trigger.saturating_sub(m.last) <= NEAR);
        // "Bupati X, Senin (3/3), meninjau pembangunan pasar bersama Z": the day stands between.
        let dated =
            || input.person(last.checked_sub(1)?).filter(|_| input.mentions.get(last).is_some_and(|m| matches!(m.what, What::Date(_))));
        let goer = || self.goer(input, frame, last).or_else(dated);
        let person = input.person(last).or_else(goer).filter(|_| near);
        // "Ketut beserta Sekda X mengikuti pemaparan": right before the word one of whom another sentence tells that he leads.
        let beside = input.mentions.get(last).is_some_and(|m| frame.trigger.saturating_sub(m.last) <= 1);
        let guest = person.filter(|p| beside && self.hosts_person(input, *p) != Some(true));
        if person.is_none_or(|p| !self.parts.iter().any(|q| q.person == p)) && near {
            // "Kepala Bappeda X beserta Kabid Y mengikuti pemaparan": nothing else is told of him, but he is of the guests.
            if let Some(person) = guest.filter(|p| self.hosts_person(input, *p) == Some(false)) {
                return self.go_with(input, frame, with, |_, _| Some(Told { receives: false, person: Some(person) }));
            }
            return self.beside_receiver(input, frame, with);
        }
        let Some(person) = person else { return };
        let Some(part) = self.parts.iter().find(|p| p.person == person && !p.absent) else { return };
        let told = part.leader_reasons.iter().chain(&part.receiver_reasons).chain(&part.companion_reasons);
        let receives = part.receiver > part.leader.max(part.companion);
        let leads = guest.is_some() && !receives && part.leader > part.companion;
        if !leads && !told.into_iter().any(|r| input.sentence_of(r.first) == frame.sentence) {
            return;
        }
        let party = |p: usize| input.party_of(p).filter(|p| p.sort.is_none());
        let province = |p: &PartyRef| p.region.map(|r| input.reader.lexicon.gazetteer.level(r) == Level::Provinsi);
        // "Wali Kota X bersama Bupati Y": two governments, neither with the other.
        let peers = |p: usize| party(p).zip(party(person)).is_some_and(|(a, b)| !same_side(a, b) && province(a) == province(b));
        let other = |p: usize| peers(p) || self.hosts_person(input, p) == Some(!receives);
        let with: Vec<&Fill> =
            with.iter().copied().filter(|f| f.value.mention().and_then(|m| input.person(m)).is_some_and(|p| !other(p))).collect();
        self.go_with(input, frame, &with, |_, _| Some(Told { receives, person: Some(person) }));
    }

    /// "Sekda X menerima rombongan DPRD Y bersama Asisten I X": who is told with the guests, but is of the host's own, receives too.
    fn beside_receiver(&mut self, input: &Input<'_>, frame: &Frame, with: &[&Fill]) {
        let here = input.frames_in(frame.sentence).filter(|f| f.event == VISIT && f.trigger < frame.trigger && f.last <= frame.trigger);
        let mut receivers = here.flat_map(|f| input.fills(f, "received_by")).filter_map(|f| input.person(f.value.mention()?));
        let Some(receiver) = receivers.next() else { return };
        let party = |p: usize| input.party_of(p);
        let own = |p: usize| party(p).zip(party(receiver)).is_some_and(|(a, b)| same_side(a, b));
        let with: Vec<&Fill> = with.iter().copied().filter(|f| f.value.mention().and_then(|m| input.person(m)).is_some_and(own)).collect();
        self.go_with(input, frame, &with, |_, _| Some(Told { receives: true, person: Some(receiver) }));
    }

    /// "Bupati X melakukan kunjungan ke Y bersama Z", "X meninjau Y, Senin (3/3), bersama Z": who goes to the place before the
    /// word of company.
    fn goer(&self, input: &Input<'_>, frame: &Frame, last: usize) -> Option<usize> {
        let day = |m: &usize| input.mentions.get(*m).is_some_and(|m| matches!(m.what, What::Date(_)));
        let goal = last.saturating_sub(1)..=last;
        let goal = goal.rev().find(|m| !day(m))?;
        let here = input.frames_in(frame.sentence).filter(|f| f.event == VISIT);
        let there = |f: &&Frame| input.fills(f, "hosts").chain(input.fills(f, "sites")).any(|h| h.value.mention() == Some(goal));
        let mut goers = here.filter(there).filter_map(|f| input.fills(f, "visitors").next());
        goers.find_map(|f| f.value.mention().and_then(|m| input.person(m)))
    }

    /// Who "ia" at or before a word of company is: the only person of the sentence before, whose part is known.
    fn pronoun(&self, input: &Input<'_>, frame: &Frame) -> Option<Told> {
        if !(frame.first.saturating_sub(1)..=frame.first).any(|at| input.reader.reads(at, &["ia", "dia", "beliau"])) {
            return None;
        }
        let official = |m: &usize| input.official(*m).is_some_and(|o| !o.plural);
        let told = |sentence: usize| input.mentions_in(sentence).map(|(number, _)| number);
        // "Ia tidak sendiri. Ia didampingi Y": of the sentence before that.
        let before = (frame.sentence.saturating_sub(REACH)..frame.sentence).rev().find(|s| told(*s).any(|m| official(&m)))?;
        let mut named = told(before).filter(official).filter_map(|m| input.person(m));
        let person = named.next().filter(|p| named.all(|q| q == *p))?;
        let receives = match self.parts.iter().find(|p| p.person == person) {
            Some(part) => part.receiver > part.leader.max(part.companion),
            // "Bupati X mengaku terkesan. Ia didampingi Y": nothing is told of him, but he is of the guests.
            None => self.hosts_person(input, person)?,
        };
        Some(Told { receives, person: Some(person) })
    }

    /// "Ada pula Sekda X, Kadis Y", "ia didampingi Z": who is told beside nobody joins the side of his own, and whoever the
    /// text told of last.
    fn joined(&mut self, input: &Input<'_>, frame: &Frame, with: &[&Fill]) {
        // "Pejabat yang ikut cukup banyak. Ada A, B": sentences that name nobody are passed over.
        let names = |s: &usize| input.mentions_in(*s).any(|(_, m)| matches!(m.what, What::Official(_)));
        // "Bupati X, diterima Jumat (21/3), kemudian Bupati Y, diterima Selasa (25/3)": another guest, who stands beside nobody.
        let received = |f: &&Fill| {
            let next = f.last.saturating_add(usize::from(input.reader.sign(f.last) == b','));
            let verbs = input.phrases(input.words.verb, next, next.saturating_add(1));
            verbs.iter().any(|(v, at, _)| *v == "receive_passive" && *at == next)
        };
        // "Panen raya akan dihadiri Presiden": who comes another day.
        let ahead = |before: usize| input.reader.reads(before, &["akan", "bakal"]);
        let attended = input.reader.reads(frame.trigger, &["dihadiri"]);
        if attended && frame.trigger.checked_sub(1).is_some_and(ahead) {
            return;
        }
        let turns = input.reader.reads(frame.trigger, &["berikutnya", "kemudian", "lalu", "selanjutnya"]);
        if turns && with.iter().any(received) {
            return;
        }
        // "Dalam rombongan itu ada A, lalu B, kemudian C": one list, whose first tells the side of all.
        let along = |f: &Frame| f.trigger < frame.trigger && input.fills(f, "accompanied_by").next().is_some();
        if turns && input.frames_in(frame.sentence).any(along) {
            return self.go_with(input, frame, with, |_, _| Some(Told { receives: false, person: None }));
        }
        let reach = (1..REACH).find(|back| frame.sentence.checked_sub(*back).is_none_or(|s| names(&s))).unwrap_or(REACH);
        let last =
            self.pronoun(input, frame).or_else(|| last_told(input, frame, reach)).or_else(|| self.beside_before(input, frame, reach));
        // "Bupati X turun ke Y. [...] Ditemani Sekda Z, ...": where nobody receives, there is only one to stand beside.
        let opens = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.trigger);
        let accompanied = opens && input.rule_name(frame) == "visit/accompanied" || input.rule_name(frame) == "visit/companions-are";
        let last = last.or_else(|| self.lone().filter(|_| accompanied).map(|person| Told { receives: false, person: Some(person) }));
        // "DPRD X didatangi Y. Hadir dalam pertemuan itu Wakil Ketua DPRD X": nobody else is said to receive.
        let present = input.rule_name(frame) == "visit/present-there";
        let received = self.parts.iter().any(|p| {
            p.receiver > 0.0 && !input.fills(frame, "with").any(|f| f.value.mention().and_then(|m| input.person(m)) == Some(p.person))
        });
        // "Turut hadir anggota DPRD X": of the delegation, wherever it stands.
        let attends = attended || input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, _, _)| *v == "attend");
        // "Ikut pula Kadis X": who goes along is no receiver, whoever was told last.
        let goes = input.reader.reads(frame.trigger, &["ikut"]) && input.reader.reads(frame.trigger.saturating_add(1), &["pula", "juga"]);
        // "Datang sepesawat dengannya X".
        let with_him = input.reader.reads(frame.trigger, &["dengannya", "bersamanya"]);
        let comes = |at: usize| input.reader.reads(at, &["datang", "tiba", "terbang"]);
        let goes = goes || with_him && (frame.trigger.saturating_sub(2)..frame.trigger).any(comes);
        // "Rombongan diterima Sekda X. Turut hadir Kadis Y": who of the hosts is only there receives nobody.
        let only_there = input.reader.reads(frame.first, &["turut", "tampak", "terlihat", "nampak"])
            && input.reader.reads(frame.first.saturating_add(1), &["hadir"]);
        let besides = |before: usize| input.reader.reads(before, &["turut", "ikut"]);
        let only_there = only_there || attended || present && (received || frame.first.checked_sub(1).is_some_and(besides));
        // "Menteri X meninjau Y. Ia didampingi Bupati Y dan Kepala Dinas Z", "ikut hadir Sekda X dan Kepala Dinas Z": who is told
        // behind one of the hosts, or of the guests, and is of nobody else, is of their side too.
        let mut side = None;
        self.go_with(input, frame, with, |roles, person| {
            let told = match (roles.hosts_person(input, person), last) {
                (hosts, _) if goes && hosts != Some(true) => Some(Told { receives: false, person: None }),
                (Some(receives), Some(last)) if receives != last.receives => {
                    side = receives.then_some(Told { receives, person: None });
                    Some(Told { receives, person: None })
                }
                (Some(receives), None) if present || attends && !receives => {
                    side = Some(Told { receives, person: None });
                    side
                }
                (None, _) if side.is_some() && local(input, person) => side,
                _ => last,
            };
            told.filter(|t| !(only_there && t.receives))
        });
    }

    /// The only one who has a part in the visits told, if that is to lead.
    fn lone(&self) -> Option<usize> {
        let mut parts = self.parts.iter().filter(|p| p.leader.max(p.receiver) > 0.0);
        let only = parts.next().filter(|p| p.receiver <= 0.0 && parts.next().is_none())?;
        Some(only.person)
    }

    /// "Tampak pula mendampingi Sekda X. Mereka antara lain Kadis Y": the side of who was told beside somebody right before.
    fn beside_before(&self, input: &Input<'_>, frame: &Frame, reach: usize) -> Option<Told> {
        // "Agustus lalu Bupati X ..."
        let opens = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.first);
        if !opens && input.reader.reads(frame.trigger, &["lalu"]) {
            return None;
        }
        let before = input.frames_in(frame.sentence.checked_sub(reach)?).filter(|f| f.event == VISIT);
        let mut persons = before.flat_map(|f| input.fills(f, "with")).filter_map(|f| input.person(f.value.mention()?));
        let part = persons.find_map(|p| self.parts.iter().find(|q| q.person == p))?;
        Some(Told { receives: part.receiver > part.leader.max(part.companion), person: part.beside })
    }

    fn go_with(&mut self, input: &Input<'_>, frame: &Frame, with: &[&Fill], mut told: impl FnMut(&Roles, usize) -> Option<Told>) {
        let weight = weight(input, frame);
        for fill in with {
            let Some(person) = fill.value.mention().and_then(|m| input.person(m)).filter(|p| input.credible(*p)) else { continue };
            let Some(told) = told(self, person).filter(|t| t.person != Some(person)) else { continue };
            let reason = Reason::new(fill.first, fill.last, frame);
            let from = input.frames.partition_point(|f| f.trigger < frame.trigger);
            let number = input.frames.iter().skip(from).position(|f| std::ptr::eq(f, frame)).map(|n| n.saturating_add(from));
            if let Some(number) = number.filter(|n| !self.frames.contains(n)) {
                self.frames.push(number);
            }
            let part = self.part(person);
            part.beside = part.beside.or(told.person);
            if told.receives {
                part.receiver += 0.8 * weight;
                part.receiver_reasons.push(reason);
            } else {
                part.companion += weight;
                part.companion_reasons.push(reason);
            }
        }
    }

    /// The person's party hosts, or visits; `None` where it does neither.
    pub(super) fn hosts_person(&self, input: &Input<'_>, person: usize) -> Option<bool> {
        self.hosts(input.party_of(person)?)
    }

    /// The party hosts, or visits; `None` where it does neither.
    pub(super) fn hosts(&self, party: &PartyRef) -> Option<bool> {
        self.sides.iter().find(|s| same_side(&s.party, party)).map(|s| s.host > s.visitor)
    }
}

/// "Didampingi A, B dan C, Bupati X menyambangi ...": the last one named is whom the others stand beside.
fn fronted(input: &Input<'_>, frame: &Frame, last: &Fill) -> bool {
    let opens = input.sentence(frame.sentence).is_some_and(|s| frame.trigger.saturating_sub(s.first) <= 1);
    let comma = last.first.checked_sub(1).is_some_and(|before| input.reader.sign(before) == b',');
    // "Didampingi A, Bupati X, Fulan Wijaya, menerima ...": a comma closes the name.
    let verb = last.last.saturating_add(usize::from(input.reader.sign(last.last) == b','));
    let behind = input.reader.tokens.get(verb).is_some_and(|t| t.is_word() && !t.is(crate::text::Shape::CAPITAL));
    let first = input.phrases(input.words.verb, frame.trigger, last.first).first().map(|(v, _, _)| *v);
    opens && comma && behind && matches!(first, Some("accompany_passive" | "with"))
}

/// The last role of a person that is told before the frame, at most `reach` sentences ago.
fn last_told(input: &Input<'_>, frame: &Frame, reach: usize) -> Option<Told> {
    // The frames stand in the order of their triggers.
    let from = input.frames.partition_point(|f| f.sentence < frame.sentence.saturating_sub(reach));
    let to = input.frames.partition_point(|f| f.trigger < frame.trigger);
    let before = input.frames.get(from..to).unwrap_or(&[]).iter().filter(|f| f.event == VISIT);
    let roles = [("received_by", true), ("leader", false), ("hosts", true), ("visitors", false)];
    let told = before.filter_map(|f| {
        roles.into_iter().find_map(|(slot, receives)| {
            let official = |m: &usize| input.mentions.get(*m).is_some_and(|m| matches!(m.what, What::Official(_)));
            let mention = input.fills(f, slot).filter_map(|fill| fill.value.mention()).find(official)?;
            Some((f.trigger, Told { receives, person: input.person(mention) }))
        })
    });
    told.max_by_key(|(trigger, _)| *trigger).map(|(_, told)| told)
}
