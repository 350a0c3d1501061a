//! Papers with partners of their own in one text: several in one row ("MoU antara A dan B serta PKS antara C dan D"), and those
//! that another comes of ("PKS ini turunan dari MoU antara A dan B").

use super::documents::{Paper, based, kind_of, papers};
use super::members::{basis_ends, members};
use super::partners::{Group, has};
use super::standing;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{AGREEMENT, Input};
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::PartyRef;
use crate::rule::Frame;

/// The papers that the text tells with the partners of each.
pub(super) struct Papers<'f>(Vec<Told<'f>>);

/// A paper with its partners, and the frame that names both.
struct Told<'f> {
    frame: &'f Frame,
    group: Group<'f>,
    part: Part,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// One of a row.
    Row,
    /// Told in the sentence behind a row: "Adapun Provinsi X meneken MoU dengan Kabupaten Y".
    Behind,
    /// What another paper comes of.
    Basis,
}

/// Most papers of one article.
const MOST: usize = 40;

impl<'f> Papers<'f> {
    pub(super) fn of(input: &Input<'f>) -> Papers<'f> {
        let mut told: Vec<Told<'f>> = Vec::new();
        for (_, frame) in input.frames.iter().enumerate().filter(|(n, f)| f.event == AGREEMENT && input.counts(*n) && names(input, f)) {
            if told.len() >= MOST {
                break;
            }
            told.extend(paper(input, frame, &told));
        }
        let row = |s: usize| told.iter().filter(|t| t.part == Part::Row && t.frame.sentence == s).count() >= 2;
        let kept = |t: &Told<'_>| match t.part {
            Part::Row => row(t.frame.sentence) || t.frame.sentence.checked_sub(1).is_some_and(row),
            Part::Behind => t.frame.sentence.checked_sub(1).is_some_and(row),
            Part::Basis => true,
        };
        let kept: Vec<bool> = told.iter().map(kept).collect();
        let mut kept = kept.into_iter();
        told.retain(|_| kept.next().unwrap_or(false));
        Papers(told)
    }

    /// Gives a frame to the paper in the words of which it stands; whether there is one.
    pub(super) fn take(&mut self, input: &Input<'f>, frame: &'f Frame) -> bool {
        let about = matches!(
            input.rule_name(frame),
            "agreement/between" | "agreement/kind-of" | "agreement/kind-of-all" | "agreement/kind-with" | "agreement/twin"
        );
        let own = |t: &&mut Told<'f>| {
            let from = t.frame.sentence == frame.sentence && t.frame.first <= frame.first;
            match t.part {
                Part::Row => from && (about || frame.last <= t.frame.last),
                Part::Behind => t.frame.sentence == frame.sentence,
                // "... yang diteken Bupati X pada 2019"
                Part::Basis => {
                    from && basis_ends(input, frame).is_none_or(|b| frame.trigger < b)
                        && (frame.first < t.frame.last || (t.frame.last..frame.first).any(|i| input.reader.reads(i, &["yang"])))
                }
            }
        };
        match self.0.iter_mut().rev().find(own) {
            Some(told) => {
                let (_, signatories) = members(input, frame);
                let known = |s: &Proven<usize>| told.group.signatories.iter().any(|t| t.value == s.value);
                let signatories: Vec<Proven<usize>> = signatories.into_iter().filter(|s| !known(s)).collect();
                told.group.signatories.extend(signatories);
                told.group.frames.push(frame);
                true
            }
            None => false,
        }
    }

    /// Adds the papers to the other groups. What was told of all partners at once is told by the papers of a row.
    pub(super) fn join(self, input: &Input<'f>, groups: &mut Vec<Group<'f>>) {
        let (basis, rows): (Vec<Told<'f>>, Vec<Told<'f>>) = self.0.into_iter().partition(|t| t.part == Part::Basis);
        let in_row = |f: &&Frame| rows.iter().any(|t| t.frame.sentence == f.sentence);
        let mut shared: Vec<&Frame> = Vec::new();
        groups.retain(|group| {
            let all = group.parties.iter().all(|p| rows.iter().any(|t| has(&t.group, &p.value)));
            let told = all && (group.parties.len() >= 3 || group.frames.iter().all(in_row));
            if told {
                shared.extend(&group.frames);
            }
            !told
        });
        for told in &rows {
            let sentence = told.frame.sentence;
            // "Semuanya tinggal menunggu diteken": what stands behind the row, with no partners, is told of it.
            let behind = |f: &&Frame| f.sentence == sentence.saturating_add(1) && input.fills(f, "parties").next().is_none();
            let agreement = input.frames.iter().filter(|f| f.event == AGREEMENT);
            let row: Vec<&Frame> = agreement.filter(|f| f.sentence == sentence || behind(f)).collect();
            let status = Some(standing::agreement_status(input, &row, false));
            // What was told of all at once, the day foremost, holds for each.
            let frames = shared.iter().chain(&told.group.frames).copied().collect();
            groups.push(Group { status, frames, ..told.group.clone() });
        }
        for told in basis {
            let same = |g: &Group<'_>| told.group.kind.as_ref().map(|k| k.value) == g.called(input).map(|k| k.value);
            // The old paper under renewal is the same paper.
            if !groups.iter().any(|g| told.group.parties.iter().all(|p| has(g, &p.value)) && same(g)) {
                let reason = Reason::new(told.frame.first, told.frame.last, "status/basis");
                // The sentence may tell the new paper too: "Menindaklanjuti MoU antara A dan B, dinas C dan fakultas D meneken PKS".
                let here = |f: &&Frame| f.sentence == told.frame.sentence;
                let own = told.group.own.filter(|_| !groups.iter().any(|g| g.frames.iter().any(here)));
                groups.push(Group { own, status: Some(Proven::new(AgreementStatus::Signed, reason)), ..told.group });
            }
        }
    }
}

/// "X sudah bekerja sama dengan Y", "langkah serupa dilakukan X dengan Y": a cooperation that runs, of partners that no group has.
pub(super) fn running<'f>(
    input: &Input<'f>,
    groups: &[Group<'f>],
    frame: &'f Frame,
    (parties, signatories): (&[Proven<PartyRef>], &[Proven<usize>]),
) -> Option<Group<'f>> {
    let all = |g: &Group<'_>| parties.iter().all(|p| has(g, &p.value));
    let alike = input.rule_name(frame) == "agreement/alike";
    let besides = input.rule_name(frame) == "agreement/besides";
    let runs = alike
        || besides
        || matches!(
            input.rule_name(frame),
            "agreement/works-with" | "agreement/has-twin" | "agreement/twins-are" | "agreement/home-partners"
        );
    if !runs || parties.len() < 2 || groups.iter().any(all) {
        return None;
    }
    let group = Group { own: Some(frame.sentence), ..Group::new(parties.to_vec(), signatories.to_vec(), vec![frame]) };
    let reason = |rule: &'static str| Reason::new(frame.first, frame.last, rule);
    let running = || Some(Proven::new(AgreementStatus::Signed, reason("status/running")));
    if besides {
        // The sentence goes on to tell of another cooperation, so it is not the own one of this.
        let kind = standing::agreement_kind(input, &group.frames, false, |s| s == frame.sentence);
        let kind = kind.unwrap_or_else(|| Proven::new(AgreementKind::KerjaSama, reason("status/kind")));
        return Some(Group { own: None, kind: Some(kind), status: running(), ..group });
    }
    if !alike {
        return Some(group);
    }
    // What is alike is called what the paper told before it is.
    let last = groups.last()?;
    Some(Group { kind: last.called(input), status: running(), ..group })
}

/// The frame names a paper with its partners, or who signs what with whom.
fn names(input: &Input<'_>, frame: &Frame) -> bool {
    let rules = ["agreement/between", "agreement/kind-of", "agreement/kind-of-all", "agreement/signs-with"];
    // "PKS ini menindaklanjuti nota kesepakatan yang beberapa waktu lalu diteken A dan B"
    let old = || input.rule_name(frame) == "agreement/signed-by-parties" && based(input, frame.first);
    rules.contains(&input.rule_name(frame)) || old() || old_paper(input, frame).is_some()
}

/// "PKS ini menindaklanjuti nota kesepakatan yang sebelumnya ditandatangani Bupati X dan Rektor Y": they signed the old paper.
fn old_paper<'a>(input: &Input<'a>, frame: &Frame) -> Option<Paper<'a>> {
    if input.rule_name(frame) != "agreement/signed-by" || basis_ends(input, frame).is_some() {
        return None;
    }
    let near = |p: &Paper<'_>| p.2 <= frame.first && frame.first.saturating_sub(p.2) <= OLD && based(input, p.1);
    papers(input, frame.sentence).into_iter().find(|p| near(p) && input.reader.reads(p.2, &["yang", "itu", "sebelumnya"]))
}

/// Most words from the old paper to who signed it.
const OLD: usize = 10;

/// The paper of a frame, unless it is one that was told before.
fn paper<'f>(input: &Input<'f>, frame: &'f Frame, told: &[Told<'f>]) -> Option<Told<'f>> {
    let named = input.rule_name(frame) != "agreement/signs-with";
    let old = old_paper(input, frame);
    let signed = old.is_some();
    let inside = || papers(input, frame.sentence).into_iter().find(|(_, first, _)| *first >= frame.first && *first < frame.last);
    let kind = old.or_else(inside)?;
    // Behind "MoU antara A dan B" those who signed it are told of the same paper.
    let overlaps = |t: &Told<'_>| t.frame.sentence == frame.sentence && (signed || frame.first < t.frame.last);
    if named && !signed && kind.1 != frame.first || told.iter().any(overlaps) {
        return None;
    }
    let (parties, signatories) = members(input, frame);
    let basis = named && based(input, kind.1);
    let opens = || !told.iter().any(|t| t.part == Part::Row && t.frame.sentence == frame.sentence);
    if parties.len() < 2 || named && !basis && !opens() && !joined(input, &kind) {
        return None;
    }
    let part = if basis {
        Part::Basis
    } else if named {
        Part::Row
    } else {
        Part::Behind
    };
    let near = |t: &Told<'_>| t.part == Part::Row && (part == Part::Behind || frame.sentence.saturating_sub(t.frame.sentence) <= 1);
    let pair = |t: &&Told<'_>| near(t) && parties.iter().all(|p| t.group.parties.iter().any(|q| same_side(&p.value, &q.value)));
    if let Some(before) = told.iter().rev().find(pair).filter(|_| part != Part::Basis) {
        // A second paper of the same two is one of its own if it has a topic of its own: "PKS antara A dan B tentang ...".
        let end = input.sentence(frame.sentence).map_or(frame.last, |s| s.last);
        let here = part == Part::Row && before.frame.sentence == frame.sentence;
        if !here || !topic(input, before.frame.last, frame.first) || !topic(input, frame.last, end) {
            return None;
        }
    }
    let group = Group { own: Some(frame.sentence), kind: kind_of(&kind), ..Group::new(parties, signatories, vec![frame]) };
    Some(Told { frame, group, part })
}

/// A topic is told right behind the partners.
fn topic(input: &Input<'_>, from: usize, to: usize) -> bool {
    input.phrases(input.words.verb, from, to).iter().any(|(v, first, _)| *v == "concern" && *first <= from.saturating_add(1))
}

/// A comma or "serta" joins the paper to the one before it, and not "merupakan turunan dari".
fn joined(input: &Input<'_>, (_, first, _): &Paper<'_>) -> bool {
    // "...; kedua PKS antara C dan D", ", diteken pula PKS antara C dan D"
    let lead = |i: usize| input.reader.reads(i, &LEADS);
    let before = (first.saturating_sub(LEAD)..*first).rev().find(|i| !lead(*i));
    let joins = ["dan", "serta", "lalu", "kemudian", "sekaligus", "ditambah", "berikut", "maupun"];
    before.is_some_and(|i| matches!(input.reader.sign(i), b',' | b';') || input.reader.reads(i, &joins))
}

/// Words between that sign and the paper.
const LEADS: [&str; 13] = [
    "ada",
    "diteken",
    "ditandatangani",
    "dokumen",
    "juga",
    "kedua",
    "keempat",
    "kelima",
    "ketiga",
    "naskah",
    "penandatanganan",
    "pula",
    "terakhir",
];

/// Most words between the sign that joins a paper to the one before, and the paper.
const LEAD: usize = 3;

/// "Lewat MoU yang diteken Senin, X akan mendampingi Y": what is ahead is not the paper.
pub(super) fn has_signed(input: &Input<'_>, paper: &Paper<'_>) -> bool {
    let behind = paper.2.saturating_add(SIGNED);
    let signed = input.phrases(input.words.verb, paper.2, behind).iter().find(|(v, _, _)| *v == "sign_passive").map(|(_, first, _)| *first);
    signed.is_some_and(|at| {
        let relative = at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["yang", "telah", "sudah"]));
        relative && input.phrases(input.words.status, paper.2, at).iter().all(|(v, _, _)| *v != "planned")
    })
}

/// Most words from a paper to the verb that says it is signed.
const SIGNED: usize = 6;
