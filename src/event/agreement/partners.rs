//! Partners: whose agreement each frame speaks of, and which frames speak of one.

use super::frames::cooperates;
use super::members::sisters;
use super::standing;
use super::talks::{STILL_WITH, still_with};
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, mention_over};
use crate::kinds::{AgreementKind, AgreementStatus};
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// The rule of who signs the paper of others, too.
pub(super) const JOINS_SIGNING: &str = "agreement/joins-signing";

/// Frames that speak of one agreement.
#[derive(Clone)]
pub(super) struct Group<'f> {
    pub(super) parties: Vec<Proven<PartyRef>>,
    pub(super) signatories: Vec<Proven<usize>>,
    pub(super) frames: Vec<&'f Frame>,
    /// The kind of the paper, where the text tells of several.
    pub(super) kind: Option<Proven<AgreementKind>>,
    /// The sentence that tells of a paper between agencies, besides that of their governments.
    pub(super) own: Option<usize>,
    /// The status, where it is not that of the frames.
    pub(super) status: Option<Proven<AgreementStatus>>,
}

impl<'f> Group<'f> {
    pub(super) fn new(parties: Vec<Proven<PartyRef>>, signatories: Vec<Proven<usize>>, frames: Vec<&'f Frame>) -> Group<'f> {
        Group { parties, signatories, frames, kind: None, own: None, status: None }
    }

    /// Adds who signs, each once.
    pub(super) fn sign(&mut self, signatories: Vec<Proven<usize>>) {
        for signatory in signatories {
            if !self.signatories.iter().any(|s| s.value == signatory.value) {
                self.signatories.push(signatory);
            }
        }
    }

    /// Takes in a group that speaks of the same agreement.
    pub(super) fn take_in(&mut self, other: Group<'f>) {
        for party in other.parties {
            // Of two that share a word it is the one of the same name.
            let named = self.parties.iter().position(|q| q.value.region == party.value.region && q.value.key == party.value.key);
            let at = named.or_else(|| self.parties.iter().position(|q| same_side(&party.value, &q.value)));
            match at.and_then(|at| self.parties.get_mut(at)) {
                Some(known) if longer(&party.value, &known.value) => known.value = party.value,
                Some(_) => {}
                None => self.parties.push(party),
            }
        }
        self.sign(other.signatories);
        self.frames.extend(other.frames);
    }

    /// What its paper is called: its own kind, else that of its frames.
    pub(super) fn called(&self, input: &Input<'_>) -> Option<Proven<AgreementKind>> {
        self.kind.clone().or_else(|| standing::agreement_kind(input, &self.frames, false, |_| true))
    }

    /// How far it has come: its own status, else that of its frames.
    pub(super) fn standing(&self, input: &Input<'_>) -> Proven<AgreementStatus> {
        self.status.clone().unwrap_or_else(|| standing::agreement_status(input, &self.frames, false))
    }

    /// One more paper of a row ("kemudian dengan Y"): what it is called is told before.
    pub(super) fn follows(&self) -> bool {
        self.own.is_some() && self.kind.is_some()
    }
}

/// Puts a frame into the first group it does not contradict.
pub(super) fn place<'f>(
    input: &Input<'f>,
    groups: &mut Vec<Group<'f>>,
    frame: &'f Frame,
    parties: Vec<Proven<PartyRef>>,
    signatories: Vec<Proven<usize>>,
) {
    let between_agencies = own_paper(input, groups, frame, &parties);
    let only_signs = !signatories.is_empty() && input.fills(frame, "parties").next().is_none();
    let shared = |g: &Group<'_>| parties.iter().filter(|p| g.parties.iter().any(|q| same_side(&p.value, &q.value))).count();
    // "Selain dengan X, Y juga menjalin kerja sama dengan Z": two cooperations in one sentence.
    let apart = |g: &Group<'_>| parties.len() >= 2 && g.parties.len() >= 2 && shared(g) < parties.len().min(g.parties.len());
    let here = |g: &Group<'_>| g.own == Some(frame.sentence) && !apart(g);
    // Of what is only talked about nobody has signed a paper.
    let open = |g: &Group<'_>| g.status.as_ref().is_some_and(|s| s.value == AgreementStatus::Proposed);
    let behind = |g: &Group<'_>| g.own.is_some_and(|s| frame.sentence == s.saturating_add(1)) && !open(g);
    let own = |g: &Group<'_>| here(g) || only_signs && behind(g);
    if between_agencies && !groups.iter().any(own) {
        groups.push(Group { own: Some(frame.sentence), ..Group::new(parties, signatories, vec![frame]) });
        return;
    }
    let fits = |g: &Group<'_>| {
        let shared = shared(g);
        parties.is_empty() || shared == parties.len() || shared == g.parties.len() || shared > 0 && parties.len() < 2
    };
    // "Menyusul PKS dengan Kantor X. Dari pihak kantor tanda tangan dibubuhkan ...": who signs right behind a paper signs that one.
    let last = |g: &Group<'_>| g.frames.iter().map(|f| f.sentence).max();
    let latest = groups.len() >= 2 && !signatories.is_empty();
    let next = |g: &Group<'_>| latest && g.own.is_none() && last(g).is_some_and(|s| frame.sentence == s.saturating_add(1));
    // "... MoU tersebut, dari X hadir A, sedangkan Y dihadiri B": signers of two sides whose paper was told before.
    let known = parties.len() >= 2 && groups.iter().any(|g| g.own.is_none() && shared(g) == parties.len());
    let newest = || groups.iter().rposition(|g| next(g) && g.parties.len() < 2 && !(known && shared(g) == 0));
    // "Kerja sama ini melibatkan Gubernur X dan Gubernur Y": further partners of the paper told last.
    // Who "ikut menandatangani" signs the one paper there is, as does by whom "kesepakatan itu juga ditandatangani".
    let joining = |f: &Frame| input.rule_name(f) == JOINS_SIGNING && f.first <= frame.last && frame.first <= f.last;
    let joins = || groups.len() == 1 && input.frames_in(frame.sentence).any(joining);
    let involved = || groups.len().checked_sub(1).filter(|_| input.rule_name(frame) == "agreement/involves" || joins());
    // "PKS antara Pemkab dan X. Pemkab diwakili Kadis Y": of several papers of the same government it is the one told right before.
    let near = |g: &Group<'_>| last(g).is_some_and(|s| frame.sentence.saturating_sub(s) <= 1);
    let told = |g: &Group<'_>| g.own.is_none() && fits(g);
    let nearest = || groups.iter().rposition(|g| latest && told(g) && near(g));
    let at = groups.iter().position(own).or_else(newest).or_else(involved).or_else(nearest).or_else(|| groups.iter().position(told));
    match at.and_then(|at| groups.get_mut(at)) {
        Some(group) => {
            for party in parties {
                let here = |q: &Proven<PartyRef>| q.reasons.iter().all(|r| input.sentence_of(r.first) == frame.sentence);
                let same = |q: &Proven<PartyRef>| same_side(&party.value, &q.value) && !(here(q) && sisters(&party.value, &q.value));
                match group.parties.iter_mut().find(|q| same(q)) {
                    Some(known) => {
                        let agency = known.value.sort.is_none()
                            && party.value.sort.is_some()
                            && !told_twice(input, known)
                            && !(only_signs && told_by_name(input, known));
                        if agency || longer(&party.value, &known.value) {
                            known.value = party.value;
                        }
                        known.reasons.extend(party.reasons);
                    }
                    None => group.parties.push(party),
                }
            }
            group.sign(signatories);
            group.frames.push(frame);
        }
        None => groups.push(Group::new(parties, signatories, vec![frame])),
    }
}

/// "BPPT menandatangani tujuh naskah. ... MoU itu dengan A, B dan C": who signs is told once, the others where the papers are.
pub(super) fn give_subject(input: &Input<'_>, groups: &mut Vec<Group<'_>>) {
    let told_by = |g: &Group<'_>, rules: &[&str]| g.frames.iter().all(|f| rules.contains(&input.rule_name(f)));
    let lone = |g: &Group<'_>| g.parties.len() == 1 && told_by(g, &["agreement/signs", "agreement/signer", "agreement/signing"]);
    let Some(at) = groups.iter().position(lone) else { return };
    let Some(subject) = groups.get(at).and_then(|g| g.parties.first().cloned()) else { return };
    let mut given = false;
    for group in groups.iter_mut().filter(|g| told_by(g, &["agreement/kind-with", "agreement/kind-of-all", "agreement/with-these"])) {
        if !has(group, &subject.value) {
            group.parties.insert(0, subject.clone());
            given = true;
        }
    }
    if given {
        groups.remove(at);
    }
}

/// The rule of one more partner of a row that is told without "dengan".
pub(super) const NEXT_EACH: &str = "agreement/next-each";

/// "Kemudian dengan Universitas Y mengenai ...": one more paper of the government that has had the one before.
pub(super) fn next_partner<'f>(
    input: &Input<'f>,
    groups: &[Group<'f>],
    frame: &'f Frame,
    parties: &[Proven<PartyRef>],
) -> Option<Group<'f>> {
    let [partner] = parties else { return None };
    if input.rule_name(frame) == STILL_WITH {
        return still_with(input, groups, frame, partner);
    }
    if groups.is_empty() {
        return first_partner(input, frame, partner);
    }
    let last = groups.last().filter(|last| match input.rule_name(frame) {
        "agreement/also-with" | "agreement/with-each" => true,
        // "Dengan Provinsi X untuk wisata. Provinsi Y tentang ternak."
        // "Provinsi X kesehatan, Provinsi Y peternakan": in one sentence, too.
        NEXT_EACH => {
            let next = last.own.is_some_and(|s| frame.sentence == s || frame.sentence == s.saturating_add(1));
            last.follows() && next && !has(last, &partner.value)
        }
        _ => false,
    })?;
    // Whose papers they are may be told elsewhere.
    let open = last.follows() && last.parties.len() < 2;
    let centre = last.parties.iter().find(|p| p.value.region.is_some() && !open);
    // "X sudah menggandeng kampus lain. Ada IPB untuk lada, ada pula Undip untuk kelautan": of no paper told before.
    let works = frame.sentence.checked_sub(1).filter(|s| !input.has(input.words.agreement_kind, None, *s));
    let works = works.filter(|_| input.rule_name(frame) == "agreement/also-with" && !last.follows()).and_then(|s| cooperates(input, s));
    let reason = |rule: &'static str| works.map(|(first, last)| Reason::new(first, last, rule));
    let runs = || Some(Proven::new(AgreementStatus::Signed, reason("status/running")?));
    let formless = || Some(Proven::new(AgreementKind::KerjaSama, reason("status/kind")?));
    let kind = formless().or_else(|| last.called(input));
    let status = runs().or_else(|| Some(last.standing(input)));
    let group = Group::new(centre.into_iter().chain([partner]).cloned().collect(), Vec::new(), vec![frame]);
    Some(Group { own: Some(frame.sentence), kind, status, ..group })
}

/// "NTB memperluas kerja sama. Dengan X kerja samanya ..., dengan Y ...": the row opens with no paper told before it.
fn first_partner<'f>(input: &Input<'f>, frame: &'f Frame, partner: &Proven<PartyRef>) -> Option<Group<'f>> {
    let near = frame.sentence.saturating_sub(1)..=frame.sentence;
    let told = |s: usize| cooperates(input, s).is_some() || input.has(input.words.agreement_kind, None, s);
    let mut here = input.frames_in(frame.sentence);
    let row = |f: &Frame| f.event == crate::event::AGREEMENT && f.first > frame.first && input.rule_name(f) == input.rule_name(frame);
    let opens = matches!(input.rule_name(frame), "agreement/also-with" | "agreement/with-each");
    // One alone may be anything: "dengan Bali di bidang pariwisata".
    if !opens || !near.into_iter().any(told) || !here.any(row) {
        return None;
    }
    let group = Group::new(vec![partner.clone()], Vec::new(), vec![frame]);
    let (kind, status) = (group.called(input)?, group.standing(input));
    Some(Group { own: Some(frame.sentence), kind: Some(kind), status: Some(status), ..group })
}

/// "Jambi meneken kerja sama dengan dua provinsi. Dengan X bidangnya ..., dengan Y untuk ...": what is told of the partners at
/// once is told by the papers with each.
pub(super) fn announce(groups: &mut Vec<Group<'_>>) {
    let announces = |groups: &[Group<'_>], at: usize| {
        let group = groups.get(at).filter(|g| g.parties.len() == 1 && !g.follows())?;
        let party = group.parties.first()?;
        let behind = groups.get(at.saturating_add(1)..)?;
        let each = behind.iter().take_while(|g| g.follows() && has(g, &party.value)).count();
        (each >= 2).then_some(each)
    };
    let Some((at, each)) = (0..groups.len()).find_map(|at| announces(groups, at).map(|each| (at, each))) else { return };
    let announced = groups.remove(at);
    for group in groups.iter_mut().skip(at).take(each) {
        group.signatories.extend(announced.signatories.iter().cloned());
    }
    // The day of signing, which the others take from the first.
    if let Some(first) = groups.get_mut(at) {
        first.frames.extend(announced.frames);
    }
}

/// A paper with a topic of its own between agencies of governments that the article tells of already: "PKS antara Dinas
/// Pendidikan X dengan FKIP Y tentang studi lanjut guru".
fn own_paper(input: &Input<'_>, groups: &[Group<'_>], frame: &Frame, parties: &[Proven<PartyRef>]) -> bool {
    let agency = |p: &PartyRef| p.region.is_some() && matches!(p.sort, Some(BodySort::Agency | BodySort::Enterprise));
    let below = parties.iter().any(|p| {
        let government = |q: &Proven<PartyRef>| q.value.region == p.value.region && q.value.sort.is_none();
        agency(&p.value) && groups.iter().any(|g| g.parties.iter().any(government))
    });
    let named = input.phrases_in(input.words.agreement_kind, frame.sentence).iter().any(|(k, _, _)| *k == "perjanjian_kerja_sama");
    // "... menandatangani PKS dengan Y. Lingkupnya lain lagi, yaitu ..."
    let next = input.sentence(frame.sentence.saturating_add(1)).map_or(0, |s| s.first);
    let concerns = |s: usize, from: usize, to: usize| {
        input.phrases_in(input.words.verb, s).iter().any(|(v, first, _)| *v == "concern" && (from..to).contains(first))
    };
    let topic =
        concerns(frame.sentence, frame.first, usize::MAX) || concerns(frame.sentence.saturating_add(1), next, next.saturating_add(1));
    let enterprise = parties.iter().any(|p| p.value.sort == Some(BodySort::Enterprise));
    // "Lalu, ada juga PKS yang diteken Dinas A bersama Dinas B."
    let both = parties.iter().filter(|p| agency(&p.value) || faculty(&p.value)).count() >= 2;
    let also = || input.phrases_in(input.words.verb, frame.sentence).iter().any(|(v, _, _)| *v == "besides");
    below && named && (topic || both && also()) && (parties.len() >= 2 || enterprise)
}

/// "Pemkab X menggandeng Y. ... Bupati X dan Y meneken ... Dinas Z menindaklanjutinya": the government that two sentences tell of is the
/// party, whichever of its agencies the paper is carried out by.
fn told_twice(input: &Input<'_>, party: &Proven<PartyRef>) -> bool {
    let mut sentences = party.reasons.iter().map(|r| input.sentence_of(r.first));
    let first = sentences.next();
    sentences.any(|s| Some(s) != first)
}

/// "Diteken Pemkab X dengan Y. Kepala Bappeda X yang membubuhkan tanda tangan": the government itself is told as the party.
fn told_by_name(input: &Input<'_>, party: &Proven<PartyRef>) -> bool {
    let government = |m: &Mention| matches!(&m.what, What::Region(r) if r.government);
    party.reasons.iter().any(|r| mention_over(input, r.first).is_some_and(government))
}

/// "Fakultas Pertanian UNG": a part of a university.
fn faculty(party: &PartyRef) -> bool {
    party.sort == Some(BodySort::University) && party.key.iter().any(|w| w == "fakultas")
}

fn longer(a: &PartyRef, b: &PartyRef) -> bool {
    // "UI" is no longer name than "Universitas Indonesia", though its letters tell more than such words.
    let letters = |p: &PartyRef| p.last <= p.first.saturating_add(1);
    a.sort.is_some()
        && (letters(b) || !letters(a))
        && faculty(a) == faculty(b)
        && a.sort == b.sort
        && (a.key.len() > b.key.len() || a.key.len() == b.key.len() && a.last.saturating_sub(a.first) > b.last.saturating_sub(b.first))
}

/// "Perjanjian dengan PT X resmi diteken. ... Sekda Y bertindak atas nama Pemkab": each tells one of the two sides of one paper.
fn halves(input: &Input<'_>, a: &Group<'_>, b: &Group<'_>) -> bool {
    let near = a.frames.iter().any(|f| b.frames.iter().any(|g| f.sentence.abs_diff(g.sentence) <= HALVES));
    let government = |g: &Group<'_>| g.parties.len() == 1 && g.parties.iter().all(|p| p.value.region.is_some());
    let others = |g: &Group<'_>| !g.parties.is_empty() && g.parties.iter().all(|p| p.value.region.is_none());
    let sides = government(a) && others(b) || government(b) && others(a) || signed_with(input, a, b) || signed_with(input, b, a);
    // "Kementerian X yang diwakili Y dan Pemkab Z yang diwakili W menandatangani ...": each side with who signs for it.
    // "... diteken Bupati X, sedangkan dari pihak mitra diteken Kajari Y": so are those who sign in one sentence.
    let stands_in = |f: &&&Frame| matches!(input.rule_name(f), "agreement/represented" | "agreement/signed-by");
    let row = || a.frames.iter().filter(stands_in).any(|f| b.frames.iter().filter(stands_in).any(|g| f.sentence == g.sentence));
    near && sides && (a.signatories.is_empty() || b.signatories.is_empty() || row())
}

/// "MoU dengan Pemprov X, yang ditandatangani Gubernur Y": one clause names the partner, the other who signs.
fn signed_with(input: &Input<'_>, with: &Group<'_>, signed: &Group<'_>) -> bool {
    let [partner] = with.parties.as_slice() else { return false };
    let rule = |g: &Group<'_>, name: &str| g.frames.iter().all(|f| input.rule_name(f) == name);
    let behind = |f: &Frame| with.frames.iter().any(|g| g.sentence == f.sentence && g.last <= f.first);
    signed.parties.len() == 1
        && !has(signed, &partner.value)
        && rule(with, "agreement/kind-with")
        && rule(signed, "agreement/signed-by")
        && signed.frames.iter().all(|f| behind(f))
}

/// Most sentences between the two sides of one paper.
const HALVES: usize = 1;

/// Groups that came to share all parties are one.
pub(super) fn merge(input: &Input<'_>, groups: &mut Vec<Group<'_>>) {
    let mut merged: Vec<Group<'_>> = Vec::new();
    for group in groups.drain(..) {
        let twin = merged.iter_mut().find(|m| {
            if m.own.is_some() || group.own.is_some() {
                return false;
            }
            if halves(input, m, &group) {
                return true;
            }
            let shared = group.parties.iter().filter(|p| m.parties.iter().any(|q| same_side(&p.value, &q.value))).count();
            shared > 0 && (shared == group.parties.len() || shared == m.parties.len())
        });
        match twin {
            Some(m) => m.take_in(group),
            None => merged.push(group),
        }
    }
    *groups = merged;
}

pub(super) fn has(group: &Group<'_>, party: &PartyRef) -> bool {
    group.parties.iter().any(|p| same_side(&p.value, party))
}

/// Two parties, one of them a government body, told by more than a headline.
pub(super) fn valid(input: &Input<'_>, group: &Group<'_>) -> bool {
    let public_body = group
        .parties
        .iter()
        .any(|p| p.value.region.is_some() || matches!(p.value.sort, Some(BodySort::Central | BodySort::Vertical | BodySort::Mission)));
    let named = group.follows()
        || group.frames.iter().any(|f| input.rule_name(f) == "agreement/named-pact")
        || group.frames.iter().any(|f| {
            (f.sentence.saturating_sub(2)..f.sentence.saturating_add(3)).any(|s| {
                input.zone(s).tells() && (!input.phrases_in(input.words.agreement_kind, s).is_empty() || cooperates(input, s).is_some())
            })
        });
    let body = group.frames.iter().any(|f| input.zone(f.sentence) != Zone::Headline);
    let companies =
        group.parties.iter().all(|p| matches!(p.value.sort, Some(BodySort::Company | BodySort::University | BodySort::Association)));
    group.parties.len() >= 2 && public_body && named && body && !companies
}
