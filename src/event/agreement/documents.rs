//! Documents: which papers one group of partners signed, plans or lives by.

use std::cell::OnceCell;

use super::antecedent::stands_in_for;
use super::forerunner::signed_before;
use super::hub::hub;
use super::listed::ALL;
use super::members::members;
use super::papers::has_signed;
use super::partners::Group;
use super::standing;
use super::tocome::{planned, takes_up, to_follow, vague};
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{AGREEMENT, Input};
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::Frame;
use crate::text::{Sentence, Zone};

/// A kind of paper with the tokens that name it.
pub(super) type Paper<'a> = (&'a str, usize, usize);

/// Most words from a paper to the topic that is its own.
const TOPIC: usize = 5;

/// The agreements that the groups stand for: one for each paper.
pub(super) fn documents<'f>(input: &Input<'f>, groups: Vec<Group<'f>>) -> Vec<Group<'f>> {
    let counts = OnceCell::new();
    let mut out: Vec<Group<'f>> = groups.into_iter().flat_map(|g| bilateral(input, &counts, g)).collect();
    // A paper of agencies that is to follow tells its own parties.
    let told: Vec<usize> = out.iter().skip(1).flat_map(|g| g.frames.iter().map(|f| f.sentence)).collect();
    let Some(first) = out.first() else { return out };
    let status = standing::agreement_status(input, &first.frames, false);
    let other = sequel(input, first, status.value, &told).or_else(|| twin(input, first, &status, &told));
    let running = if out.len() == 1 { running(input, first, status.value) } else { None };
    let day = if other.is_none() && out.len() == 1 { of_another_day(input, first, status.value, &told) } else { None };
    let settled = matches!(status.value, AgreementStatus::Signed | AgreementStatus::Extended);
    let before = if out.len() == 1 && settled { signed_before(input, first) } else { None };
    if let Some((sentence, paper)) = day.or(before) {
        if let Some(first) = out.first_mut() {
            if first.frames.iter().any(|f| f.sentence != sentence) {
                first.frames.retain(|f| f.sentence != sentence);
            }
        }
        out.push(paper);
    }
    out.extend(other);
    out.extend(running);
    out
}

/// The papers of a form of their own that a sentence names.
pub(super) fn papers<'a>(input: &Input<'a>, sentence: usize) -> Vec<Paper<'a>> {
    let specific = |k: &str| matches!(k, "nota_kesepahaman" | "perjanjian_kerja_sama" | "kesepakatan_bersama" | "letter_of_intent");
    let formed = |(k, first, last): &Paper<'_>| specific(k) && !standing::any_paper(input, *first, *last);
    input.phrases_in(input.words.agreement_kind, sentence).into_iter().filter(formed).collect()
}

/// The paper at a token is what another comes of: "turunan dari MoU", "menindaklanjuti nota kesepahaman".
pub(super) fn based(input: &Input<'_>, paper: usize) -> bool {
    let verbs = input.phrases(input.words.verb, paper.saturating_sub(BASIS.saturating_mul(2)), paper);
    let comma = |last: usize| (last..paper).any(|i| input.reader.sign(i) != 0);
    // "Sebagai tindak lanjut akan dibuat PKS": the paper is what follows.
    let made = |last: usize| verbs.iter().any(|(v, first, _)| *v == "follow" && *first >= last);
    verbs.iter().any(|(v, _, last)| *v == "derive" && paper.saturating_sub(*last) <= BASIS && !comma(*last) && !made(*last))
}

/// Most words from "tindak lanjut" to the paper.
const BASIS: usize = 3;

fn body_sentences(input: &Input<'_>) -> impl Iterator<Item = usize> {
    (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body)
}

/// The frames of a sentence that name a kind of agreement, else those of the group whose partners the paper is of.
pub(super) fn frames_of<'f>(input: &Input<'f>, sentence: usize, group: &Group<'f>) -> Vec<&'f Frame> {
    let own = frames_in(input, sentence);
    if own.is_empty() { group.frames.clone() } else { own }
}

/// The frames of a sentence that name a kind of agreement.
fn frames_in<'f>(input: &Input<'f>, sentence: usize) -> Vec<&'f Frame> {
    input.frames_in(sentence).filter(|f| f.event == AGREEMENT && input.fills(f, "kind").next().is_some()).collect()
}

pub(super) fn kind_of(paper: &Paper<'_>) -> Option<Proven<AgreementKind>> {
    Some(Proven::new(paper.0.parse().ok()?, Reason::new(paper.1, paper.2, "status/kind")))
}

/// The paper that is to follow the one signed ("LoI now, MoU later"), or that went before the one planned.
/// `told`: the sentences of the other agreements.
fn sequel<'f>(input: &Input<'f>, group: &Group<'f>, status: AgreementStatus, told: &[usize]) -> Option<Group<'f>> {
    let body: Vec<usize> = body_sentences(input).filter(|s| !told.contains(s)).collect();
    // A caption may be all that tells of the signing.
    let shown = (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Caption);
    let signed: Vec<usize> = body.iter().copied().chain(shown).filter(|s| !planned(input, *s) && input.signs(*s)).collect();
    let signed_kinds: Vec<&str> = signed.iter().flat_map(|s| papers(input, *s)).map(|(k, _, _)| k).collect();
    // "Kerja sama itu disepakati. ... akan ditindaklanjuti dengan PKS": what it comes of need be no paper.
    let comes_of = |s: usize| !signed_kinds.is_empty() || input.has(input.words.verb, Some("follow"), s);
    let (sentence, paper) = match status {
        AgreementStatus::Signed | AgreementStatus::Extended => body.iter().find_map(|s| {
            let ahead = planned(input, *s);
            let new = |p: &Paper<'_>| comes_of(*s) && !signed_kinds.contains(&p.0) && !has_signed(input, p) && !vague(input, p);
            // Beside other agreements a bare paper may be one of theirs.
            let next = |p: &Paper<'_>| {
                told.is_empty() && !signed.is_empty() && !signed_kinds.contains(&p.0) && !has_signed(input, p) && to_follow(input, p)
            };
            let told = |p: &Paper<'_>| !takes_up(input, p) && (ahead && (new(p) || another(input, p)) || next(p));
            papers(input, *s).into_iter().find(told).map(|p| (*s, p))
        }),
        AgreementStatus::Planned => {
            signed.iter().find_map(|s| papers(input, *s).into_iter().find(|(k, _, _)| *k == "letter_of_intent").map(|p| (*s, p)))
        }
        _ => None,
    }?;
    let frames = frames_of(input, sentence, group);
    let ahead = || Proven::new(AgreementStatus::Planned, Reason::new(paper.1, paper.2, "status/follows"));
    let status = (status != AgreementStatus::Planned).then(ahead);
    (!frames.is_empty()).then(|| Group { kind: kind_of(&paper), status, ..Group::new(group.parties.clone(), Vec::new(), frames) })
}

/// "PKS tersendiri", "MoU baru": not the paper told before.
fn another(input: &Input<'_>, (_, _, last): &Paper<'_>) -> bool {
    input.reader.reads(*last, &["tersendiri", "terpisah", "lain", "baru", "berikutnya", "lanjutan"])
}

/// A second paper with a topic of its own beside the one signed: "selain itu, ditandatangani pula perjanjian kerja sama tentang ...".
/// `told`: the sentences of the other agreements.
fn twin<'f>(input: &Input<'f>, group: &Group<'f>, status: &Proven<AgreementStatus>, told: &[usize]) -> Option<Group<'f>> {
    if status.value == AgreementStatus::Proposed {
        return None;
    }
    let near = |s: usize| group.frames.iter().any(|f| f.sentence.abs_diff(s) <= 3);
    // What the paper signed is followed by is of the same cooperation.
    let besides = |s: usize| input.has(input.words.verb, Some("besides"), s) && !input.has(input.words.verb, Some("follow"), s);
    let verbs = |s: usize| input.phrases_in(input.words.verb, s);
    let own_topic =
        |s: usize, last: usize| verbs(s).iter().any(|(v, at, _)| *v == "concern" && *at >= last && at.saturating_sub(last) <= TOPIC);
    let mut beside = body_sentences(input).filter(|s| near(*s) && besides(*s) && !told.contains(s)).peekable();
    beside.peek()?;
    let main = standing::agreement_kind(input, &group.frames, true, |s| !told.contains(&s))?;
    let (sentence, paper) = beside.find_map(|s| {
        let own = |(k, at, last): &Paper<'_>| *k != main.value.as_str() && own_topic(s, *last) && !besides_it(input, *at);
        let paper = papers(input, s).into_iter().find(own)?;
        Some((s, paper))
    })?;
    let mut frames = frames_in(input, sentence);
    if frames.is_empty() {
        frames.clone_from(&group.frames);
    }
    let signatories = group.signatories.clone();
    Some(Group { kind: kind_of(&paper), status: Some(status.clone()), ..Group::new(group.parties.clone(), signatories, frames) })
}

/// "Sehari sebelumnya, Rabu (11/1), PKS lain juga ditandatangani keduanya": another paper of the same partners, and its sentence.
fn of_another_day<'f>(input: &Input<'f>, group: &Group<'f>, status: AgreementStatus, told: &[usize]) -> Option<(usize, Group<'f>)> {
    if status != AgreementStatus::Signed {
        return None;
    }
    let dated = |s: usize| input.mentions_in(s).any(|(_, m)| matches!(m.what, What::Date(_)));
    let main = group.frames.iter().find(|f| input.zone(f.sentence) == Zone::Body)?.sentence;
    let mut later = body_sentences(input).filter(|s| *s > main && !told.contains(s) && dated(*s) && input.signs(*s) && !planned(input, *s));
    later.find_map(|s| {
        let other = |p: &Paper<'_>| input.reader.reads(p.2, &["lain", "lainnya"]);
        let paper = papers(input, s).into_iter().find(other)?;
        let frames = frames_in(input, s);
        let left = group.frames.iter().any(|f| f.sentence != s);
        (left && !frames.is_empty()).then(|| (s, Group { kind: kind_of(&paper), ..Group::new(group.parties.clone(), Vec::new(), frames) }))
    })
}

/// "Selain penandatanganan MoU, ...", "dalam kesepakatan itu disebutkan pula": the paper right behind the word is the one told.
fn besides_it(input: &Input<'_>, paper: usize) -> bool {
    let inside = paper.checked_sub(1).is_some_and(|at| input.reader.reads(at, &["dalam"]));
    inside || (paper.saturating_sub(BASIS)..paper).any(|at| input.reader.reads(at, &["selain", "disamping"]))
}

/// What runs already besides what is proposed or planned: "sejauh ini kerja sama baru berjalan di bidang kebersihan".
fn running<'f>(input: &Input<'f>, group: &Group<'f>, status: AgreementStatus) -> Option<Group<'f>> {
    if !status.lies_ahead() {
        return None;
    }
    body_sentences(input).find_map(|s| {
        let (_, first, last) = input.phrases_in(input.words.verb, s).into_iter().find(|(v, _, _)| *v == "running")?;
        let paper = input
            .phrases_in(input.words.agreement_kind, s)
            .into_iter()
            .next()
            .filter(|_| !input.has(input.words.status, Some("proposed"), s))?;
        // "Medan dan Ichikawa sudah menjalin sister city": what others live by.
        let abroad = |p: &PartyRef| matches!(p.sort, Some(BodySort::Foreign | BodySort::Mission));
        let others = |p: &PartyRef| (p.region.is_some() || abroad(p)) && !group.parties.iter().any(|q| same_side(&q.value, p));
        let own = |p: &PartyRef| group.parties.iter().any(|q| same_side(&q.value, p));
        let both = input.sentence(s).is_some_and(|t| (t.first..t.last).any(|i| input.reader.reads(i, &["kedua", "dua"])));
        if parties_in(input, s).any(others) || !both && !parties_in(input, s).any(own) {
            return None;
        }
        let frames: Vec<&Frame> = input.frames.iter().filter(|f| f.event == AGREEMENT && f.sentence == s).collect();
        let frames = if frames.is_empty() { group.frames.clone() } else { frames };
        let status = Proven::new(AgreementStatus::Signed, Reason::new(first, last, "status/running"));
        Some(Group { kind: kind_of(&paper), status: Some(status), ..Group::new(group.parties.clone(), Vec::new(), frames) })
    })
}

/// The parties of the mentions of a sentence.
pub(super) fn parties_in<'a>(input: &'a Input<'_>, sentence: usize) -> impl Iterator<Item = &'a PartyRef> {
    let (first, last) = input.sentence(sentence).map_or((0, 0), |s| (s.first, s.last));
    let at = |token: usize| input.mentions.partition_point(|m| m.first < token);
    (at(first)..at(last)).filter_map(|i| input.party(i))
}

/// Cities are twins two by two, and "enam MoU dengan A, B, C ..." are as many papers: one for each partner.
fn bilateral<'f>(input: &Input<'f>, counts: &OnceCell<Counts<'f>>, group: Group<'f>) -> Vec<Group<'f>> {
    if group.parties.len() < 3 {
        return vec![group];
    }
    let counts = counts.get_or_init(|| counts_of(input));
    let twins = standing::agreement_kind(input, &group.frames, false, |_| true).is_some_and(|k| k.value == AgreementKind::SisterCity);
    let foreign = |p: &&Proven<PartyRef>| matches!(p.value.sort, Some(BodySort::Foreign | BodySort::Mission));
    let abroad = group.parties.iter().filter(foreign).count();
    let at_home = group.parties.len().saturating_sub(abroad);
    let partners = group.parties.len().saturating_sub(1);
    let apart = told_apart(input, &group);
    let counted = !apart.is_empty() || group.frames.iter().any(|f| counts.agree(input, f, partners)) || counts.one_by_one(input);
    let told = twins && abroad >= 2 && at_home == 1 || counted;
    let listed = if twins { beside_listed(input, &group) } else { None }.or_else(|| if told { None } else { hub(input, &group) });
    if !(told || listed.is_some()) {
        return vec![group];
    }
    // Who has the papers with all the others: the one at home, else the one told first.
    let alone = || group.parties.iter().position(|p| apart.iter().all(|(_, q)| !same_side(q, &p.value))).filter(|_| !apart.is_empty());
    let at_home = || group.parties.iter().position(|p| !foreign(&p));
    let centre = listed.or_else(|| if twins { at_home() } else { alone().or_else(|| first_told(&group)) });
    let Some(centre) = centre.and_then(|c| group.parties.get(c).cloned().map(|p| (c, p))) else { return vec![group] };
    let others = || group.parties.iter().enumerate().filter(|(i, _)| *i != centre.0);
    // A sentence that names other partners and not this one tells of their papers.
    let elsewhere = |sentence: usize, other: &PartyRef| {
        let named = |p: &PartyRef| parties_in(input, sentence).any(|q| same_side(p, q));
        input.zone(sentence) == Zone::Body && !named(other) && others().any(|(_, p)| named(&p.value))
    };
    // Heads that a list names ("mereka yaitu Rektor X, Rektor Y") are told by no frame of signing.
    let framed: Vec<usize> = group.frames.iter().flat_map(|f| members(input, f).1).map(|s| s.value).collect();
    others()
        .map(|(_, other)| {
            let parties = vec![centre.1.clone(), other.clone()];
            let party = |person: usize| input.party_of(person);
            let sides = |p: &PartyRef| parties.iter().any(|q| same_side(&q.value, p));
            let sentences = || group.frames.iter().map(|f| f.sentence);
            let own = |person: usize| match party(person) {
                Some(party) => sides(party),
                None => stands_in_for(input, person, sentences()).is_none_or(|p| sides(&p)),
            };
            let others = |f: &&Frame| !apart.iter().any(|(s, q)| *s == f.sentence && !same_side(q, &other.value));
            let mut frames: Vec<&Frame> = group.frames.iter().copied().filter(others).collect();
            let told: Vec<&Frame> = frames.iter().copied().filter(|f| !elsewhere(f.sentence, &other.value)).collect();
            let kept = told.iter().any(|f| input.fills(f, "kind").next().is_some());
            let signers: Vec<usize> = told.iter().flat_map(|f| members(input, f).1).map(|s| s.value).collect();
            let signs = |s: &&Proven<usize>| own(s.value) && (!kept || signers.contains(&s.value) || !framed.contains(&s.value));
            let signatories = group.signatories.iter().filter(signs).cloned().collect();
            if kept {
                frames = told;
            }
            Group { parties, signatories, frames, ..group.clone() }
        })
        .collect()
}

/// "Kerja sama dengan A meliputi ... Kerja sama dengan B bertujuan ...": the sentences of the papers that are told one by one, each
/// with the partner that it is about, if that is so of all partners but one.
fn told_apart(input: &Input<'_>, group: &Group<'_>) -> Vec<(usize, PartyRef)> {
    let mut apart: Vec<(usize, PartyRef)> = Vec::new();
    for frame in group.frames.iter().filter(|f| input.zone(f.sentence) == Zone::Body) {
        let told: Vec<_> = input.fills(frame, "parties").collect();
        // "Pemkab X juga bekerja sama dengan Y": the second of two is the partner.
        let fill = match (input.rule_name(frame), told.as_slice()) {
            ("agreement/kind-with", [one]) => *one,
            ("agreement/partners", [_, other]) => *other,
            _ => continue,
        };
        let Some(party) = fill.value.mention().and_then(|m| input.stands_for(m, true)) else { continue };
        if !apart.iter().any(|(s, p)| *s == frame.sentence || same_side(p, &party)) {
            apart.push((frame.sentence, party));
        }
    }
    let partners = group.parties.iter().filter(|p| apart.iter().any(|(_, q)| same_side(q, &p.value))).count();
    if partners >= 2 && partners.saturating_add(1) == group.parties.len() { apart } else { Vec::new() }
}

/// "MoU sister city Kota A dengan Kota B dan Kota C": the one party beside those that are listed together.
fn beside_listed(input: &Input<'_>, group: &Group<'_>) -> Option<usize> {
    let told = |f: &Frame| -> Vec<PartyRef> {
        input.fills(f, "parties").filter_map(|fill| fill.value.mention().and_then(|m| input.stands_for(m, true))).collect()
    };
    let lists = group.frames.iter().filter(|f| input.rule_name(f) == "agreement/kind-with").map(|f| told(f));
    lists.into_iter().filter(|list| list.len() >= 2).find_map(|list| {
        let own = |p: &Proven<PartyRef>| list.iter().any(|q| same_side(q, &p.value));
        let mut others = group.parties.iter().enumerate().filter(|(_, p)| !own(p)).map(|(i, _)| i);
        others.next().filter(|_| others.next().is_none())
    })
}

fn first_told(group: &Group<'_>) -> Option<usize> {
    (0..group.parties.len()).min_by_key(|i| group.parties.get(*i).and_then(|p| p.reasons.iter().map(|r| r.first).min()))
}

/// The article counts so many papers: "tiga dokumen kerja sama", "kedua naskah".
pub(super) fn counts_papers(input: &Input<'_>, number: usize) -> bool {
    let counts = counts_of(input);
    let told = counts.kinds.iter().map(|(_, n)| n).chain(counts.sentences.iter().map(|(_, n)| n)).chain(&counts.all);
    told.into_iter().any(|n| *n == number)
}

/// How many papers the article counts: "enam MoU" with the kind, "dua naskah" with the sentence.
struct Counts<'a> {
    kinds: Vec<(&'a str, usize)>,
    sentences: Vec<(usize, usize)>,
    /// "Kedua naskah".
    all: Vec<usize>,
    /// The papers are told one by one.
    one_by_one: OnceCell<bool>,
}

/// Most counts of papers that one article has.
const COUNTS: usize = 20;

fn counts_of<'a>(input: &Input<'a>) -> Counts<'a> {
    let mut counts = Counts { kinds: Vec::new(), sentences: Vec::new(), all: all_papers(input), one_by_one: OnceCell::new() };
    for mention in input.mentions {
        let What::Number(number) = &mention.what else { continue };
        let Some(count) = usize::try_from(number.value).ok().filter(|n| *n >= 2) else { continue };
        let last = mention.last;
        for (kind, _, _) in
            input.phrases(input.words.agreement_kind, last, last.saturating_add(8)).into_iter().filter(|(_, f, _)| *f == last)
        {
            if counts.kinds.len() < COUNTS {
                counts.kinds.push((kind, count));
            }
        }
        if paper_word(input, last) && counts.sentences.len() < COUNTS {
            counts.sentences.push((input.sentence_of(mention.first), count));
        }
    }
    counts
}

impl Counts<'_> {
    /// The papers are told one by one, or each partner has one.
    fn one_by_one(&self, input: &Input<'_>) -> bool {
        *self.one_by_one.get_or_init(|| numbered(input) || with_each(input))
    }

    /// The papers of the frame's kind are as many as the partners.
    fn agree(&self, input: &Input<'_>, frame: &Frame, partners: usize) -> bool {
        let own = || input.phrases_in(input.words.agreement_kind, frame.sentence);
        self.all.contains(&partners)
            || self.sentences.iter().any(|(s, n)| *s == frame.sentence && *n == partners)
            || self.kinds.iter().any(|(_, n)| *n == partners)
                && own().iter().any(|(kind, _, _)| self.kinds.iter().any(|(k, n)| k == kind && *n == partners))
    }
}

/// "Kedua naskah ditandatangani": how many papers there are in all.
fn all_papers(input: &Input<'_>) -> Vec<usize> {
    let sentences = body_sentences(input).filter_map(|s| input.sentence(s));
    let told = sentences.flat_map(|s| s.first..s.last).filter(|i| paper_word(input, i.saturating_add(1)));
    told.filter_map(|i| ALL.iter().position(|w| input.reader.reads(i, &[w]))).map(|n| n.saturating_add(2)).take(COUNTS).collect()
}

/// "Naskah pertama ... Naskah kedua": the papers are told one by one.
fn numbered(input: &Input<'_>) -> bool {
    let told = |ordinal: &str| {
        body_sentences(input)
            .filter_map(|s| input.sentence(s))
            .any(|s| (s.first..s.last).any(|i| paper_word(input, i) && input.reader.reads(i.saturating_add(1), &[ordinal])))
    };
    told("pertama") && told("kedua")
}

/// "Dengan tiap-tiap pemkab PKS diteken", "Naskahnya diteken wali kota masing-masing dengan A, B dan C": a paper with each.
fn with_each(input: &Input<'_>) -> bool {
    let each = |i: usize| input.reader.reads(i, &["tiap", "setiap", "masing"]);
    let with = |i: usize| input.reader.reads(i, &["dengan", "bersama"]);
    let paper = |s: usize| {
        let named = !papers(input, s).is_empty() || input.sentence(s).is_some_and(|t| (t.first..t.last).any(|i| paper_word(input, i)));
        named && input.signs(s)
    };
    let told = |t: &Sentence| {
        let first = t.first..t.last;
        first.into_iter().any(|i| with(i) && each(i.saturating_add(1)) || each(i) && with(i.saturating_add(1)))
    };
    body_sentences(input).any(|s| input.sentence(s).is_some_and(told) && paper(s))
}

/// "naskah", "dokumen".
fn paper_word(input: &Input<'_>, token: usize) -> bool {
    input.reader.reads(token, &["naskah", "naskahnya", "dokumen", "dokumennya", "berkas"])
}
