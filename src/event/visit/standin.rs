//! Stand-ins: who stands in for whom, and plays his part.

use super::gathering::opens_for_others;
use super::roles::Roles;
use crate::event::proof::Reason;
use crate::event::same::same_side;
use crate::event::{Input, VISIT, mention_over};
use crate::mention::What;
use crate::rule::Frame;
use crate::text::Zone;

impl Roles {
    /// Who stood in takes the role of who was absent.
    pub(super) fn stand_ins(&mut self, input: &Input<'_>) {
        for frame in input.frames.iter().filter(|f| f.event == VISIT) {
            let person = |slot: &str| input.fills(frame, slot).next().map(|f| (f, f.value.mention().and_then(|m| input.person(m))));
            let Some((_, Some(absent))) = person("absent") else {
                self.stand_for_body(input, frame);
                continue;
            };
            let Some((present, stand_in)) = person("present") else {
                // "Mewakili Gubernur X, ia bersama delegasi ..."
                self.part(absent).absent = true;
                continue;
            };
            let Some(stand_in) = stand_in.filter(|p| *p != absent) else { continue };
            // A bare "Bupati" that the Sekda of another region stands for is not the Bupati that the article names.
            if bare(input, frame) && input.party_of(absent).zip(input.party_of(stand_in)).is_some_and(|(a, b)| !same_side(a, b)) {
                continue;
            }
            let (mut leader, mut receiver) = (0.0, 0.0);
            let there = self.told_there(input, frame, absent) || self.told_elsewhere(input, frame, absent);
            if !there {
                let gone = self.part(absent);
                gone.absent = true;
                gone.beside = Some(stand_in);
                (leader, receiver) = (gone.leader, gone.receiver);
            }
            if leader + receiver < 0.1 {
                // "Asisten X mewakili Gubernur Y membuka Raker Apeksi di Kota Z": he receives nobody there.
                if input.frames_in(frame.sentence).any(|f| opens_for_others(input, f)) {
                    continue;
                }
                let visits = !there && self.hosts_person(input, absent) == Some(false);
                (leader, receiver) = if visits { (0.8, 0.0) } else { (0.0, 0.8) };
            }
            let reason = Reason::new(present.first, present.last, frame);
            let part = self.part(stand_in);
            if leader > receiver {
                part.leader += leader;
                part.leader_reasons.push(reason);
            } else if receiver > 0.0 {
                part.receiver += receiver;
                part.receiver_reasons.push(reason);
            }
        }
    }

    /// "Dipimpin Kadis X dan diterima Kabid Y yang mewakili Kadis": who is named in the sentence as being there is not the one
    /// whose bare office another stands for.
    fn told_there(&self, input: &Input<'_>, frame: &Frame, absent: usize) -> bool {
        let Some(fill) = input.fills(frame, "absent").next() else { return false };
        let sentence = input.sentence(frame.sentence).map_or(0..0, |s| s.first..s.last);
        let here = |r: &Reason| r.first != fill.first && sentence.contains(&r.first);
        bare(input, frame) && self.parts.iter().any(|p| p.person == absent && p.leader_reasons.iter().chain(&p.receiver_reasons).any(here))
    }

    /// "Tamu itu diterima Gubernur X. Sebelumnya Asisten Y mewakili Gubernur menjemputnya": who is told with the name to have received
    /// or led, in another sentence, was away from that one thing only.
    fn told_elsewhere(&self, input: &Input<'_>, frame: &Frame, absent: usize) -> bool {
        let named = |r: &Reason| {
            let sentence = input.sentence_of(r.first);
            let mention = mention_over(input, r.first);
            let name = mention.is_some_and(|m| matches!(&m.what, What::Official(o) if o.name.is_some()));
            sentence != frame.sentence && input.zone(sentence) == Zone::Body && name
        };
        bare(input, frame) && self.parts.iter().any(|p| p.person == absent && p.leader_reasons.iter().chain(&p.receiver_reasons).any(named))
    }

    /// "Pemprov X diwakili Asisten Y": who stands for a body plays its part.
    fn stand_for_body(&mut self, input: &Input<'_>, frame: &Frame) {
        let mut first = None;
        let body = input.fills(frame, "absent").find_map(|f| f.value.mention().and_then(|m| input.party(m)));
        let of_body = body.and_then(|party| self.hosts(party));
        // "Pemkot X lewat wali kotanya sudah menyumbang": who only acts for it need not be there.
        let through = input.reader.reads(frame.trigger, &["lewat", "melalui"]);
        let named = |p: &usize| input.people.persons.get(*p).is_some_and(|q| q.name.is_some());
        for fill in input.fills(frame, "present") {
            let Some(person) = fill.value.mention().and_then(|m| input.person(m)).filter(|p| input.credible(*p) && (!through || named(p)))
            else {
                continue;
            };
            let Some(hosts) = self.hosts_person(input, person).or(of_body).or(first) else { continue };
            let reason = Reason::new(fill.first, fill.last, frame);
            // "Ikut pula Diskominfo X yang diwakili Kasubag Y" beside the Biro Z of X: one agency of several leads nobody.
            let side = body.and_then(|b| self.sides.iter().find(|s| same_side(&s.party, b)).map(|s| (b, &s.party)));
            let apart = side.is_some_and(|(b, s)| b.sort.is_some() && s.sort.is_some() && !s.shares_words(b) && !b.shares_words(s));
            let told = first.or(apart.then_some(hosts));
            // "Dari X turut serta Kabag Y": who is only told to be there too leads nobody.
            let too = (frame.first..fill.first).any(|at| input.reader.reads(at, &["ikut", "turut"]));
            let told = told.or(too.then_some(hosts));
            let part = self.part(person);
            let (votes, reasons) = match (hosts, told) {
                (true, _) => (&mut part.receiver, &mut part.receiver_reasons),
                // "Dari X hadir Sekda Y": he leads if nobody else does.
                (false, None) if input.rule_name(frame) == "visit/present-of-side" => {
                    part.leader += 0.4;
                    part.leader_reasons.push(reason);
                    (&mut part.companion, &mut part.companion_reasons)
                }
                (false, None) => (&mut part.leader, &mut part.leader_reasons),
                (false, Some(_)) => (&mut part.companion, &mut part.companion_reasons),
            };
            // Whoever is told of a side by its name stands on that side, whoever was told last.
            *votes += 1.0;
            reasons.push(reason);
            first = Some(hosts);
        }
    }
}

/// Who is stood for is told by the office alone.
fn bare(input: &Input<'_>, frame: &Frame) -> bool {
    let official = input.fills(frame, "absent").next().and_then(|f| f.value.mention()).and_then(|m| input.official(m));
    official.is_some_and(|o| o.name.is_none())
}
