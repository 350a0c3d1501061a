//! Lists of partners behind their count: "dengan lima perguruan tinggi. ... Kelima kampus itu yakni A, B, C, D dan E".

use super::documents;
use super::frames::signs;
use super::partners::{Group, has};
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::mention::{PartyRef, What};
use crate::rule::{Fill, Frame};

/// The partners of a list, as many as its sentence counts.
pub(super) struct Listed<'f> {
    frame: &'f Frame,
    parties: Vec<Proven<PartyRef>>,
    /// "Mitra X yaitu Gubernur Y Fulan": heads that the list names, who sign where one does.
    heads: Vec<Proven<usize>>,
    /// "Di antaranya Bupati X dan Bupati Y": heads that the list names, behind those who sign.
    signers: Vec<Proven<usize>>,
    /// "lima pemda lain": each has a paper like the one told before.
    others: bool,
    /// "Di antaranya A, B dan C": some of those told of in the sentence before.
    among: bool,
}

/// From two on: "kedua kabupaten"; "ke-8 daerah" is told by the figure.
pub(super) const ALL: [&str; 9] = ["kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh"];

/// Most sentences from a paper to the others who have one like it.
const NEAR: usize = 3;

/// The partners that a frame of the list rule names, if their number is told before them.
pub(super) fn listed<'f>(input: &Input<'f>, frame: &'f Frame) -> Option<Listed<'f>> {
    let mut parties: Vec<Proven<PartyRef>> = Vec::new();
    let mut heads: Vec<Proven<usize>> = Vec::new();
    let signers = signers(input, frame)?;
    for fill in input.fills(frame, "parties") {
        let Some(party) = fill.value.mention().and_then(|m| input.stands_for(m, true)) else { continue };
        let named = fill.value.mention().filter(|m| input.official(*m).is_some_and(|o| o.name.is_some()));
        let person = named.and_then(|m| input.person(m)).filter(|p| input.credible(*p));
        heads.extend(person.map(|p| Proven::new(p, Reason::new(fill.first, fill.last, frame))));
        // What one list names is different, however alike it sounds ("Universitas Negeri X, Universitas X").
        if !parties.iter().any(|p| p.value.region == party.region && p.value.key == party.key) {
            parties.push(Proven::new(party, Reason::new(fill.first, fill.last, frame)));
        }
    }
    let sentence = input.sentence(frame.sentence)?;
    if matches!(input.rule_name(frame), AMONG | PARTNER) {
        let opens = || frame.first == sentence.first && frame.sentence.checked_sub(1).is_some_and(|s| many(input, s));
        let told = input.rule_name(frame) == PARTNER || opens();
        return (told && !parties.is_empty()).then_some(Listed { frame, parties, heads, signers, others: false, among: true });
    }
    // "Bersama 10 perguruan tinggi. Perguruan tinggi tersebut antara lain A dan B": some of those told of.
    let some = || input.reader.reads(frame.trigger, &["di", "antara", "antaranya", "diantaranya", "seperti"]);
    let taken_up = || (sentence.first..frame.trigger).any(|i| input.reader.reads(i, &["dimaksud", "itu", "tersebut"]));
    // "Daerah-daerah itu Kabupaten X, Y dan Z": the plural tells of several.
    let twice = |at: usize| {
        let word = |i: usize| input.reader.folded(i, i.saturating_add(1));
        input.reader.sign(at.saturating_add(1)) == b'-' && word(at) == word(at.saturating_add(2)) && input.reader.reads(at, &PARTNERS)
    };
    if parties.len() >= 2 && twice(sentence.first) && frame.trigger.saturating_sub(sentence.first) <= REACH {
        return Some(Listed { frame, parties, heads, signers, others: false, among: true });
    }
    if some() && taken_up() && !parties.is_empty() && frame.sentence.checked_sub(1).is_some_and(|s| many(input, s)) {
        return Some(Listed { frame, parties, heads, signers, others: false, among: true });
    }
    // "Dengan empat pemda lainnya, di antaranya A dan B": some of the others.
    let rest = || (sentence.first..frame.trigger).any(|i| input.reader.reads(i, &["lain", "lainnya"]));
    if some() && rest() && many(input, frame.sentence) && !parties.is_empty() {
        return Some(Listed { frame, parties, heads, signers, others: true, among: false });
    }
    // "... dengan dua kabupaten. Kabupaten yang dimaksud ialah X dan Y": the number is told before.
    // "Giliran tujuh kota yang digandeng. ... Mitra Kota X itu terdiri dari ...": who they are may be told later.
    let all = input.rule_name(frame) == ALL_OF_THEM;
    let most = if all || input.rule_name(frame) == CONSISTS { FAR } else { 1 };
    let mut before = (frame.sentence.saturating_sub(most)..frame.sentence).rev().filter_map(|s| input.sentence(s));
    // "Keempatnya X, Y, Z dan W": the word of the list itself tells how many.
    let here = counted(input, sentence.first, frame.trigger.saturating_add(1), parties.len());
    let count = parties.len();
    let told = here.or_else(|| before.find_map(|s| counted(input, s.first, s.last, count)).filter(|_| all || taken_up()))?;
    // "di dua kabupaten, yakni ...": where, not with whom.
    let place = told.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["di"]));
    let others = (told.max(sentence.first)..frame.trigger).any(|i| input.reader.reads(i, &["lain", "lainnya"]));
    (parties.len() >= 2 && !place).then_some(Listed { frame, parties, heads, signers, others, among: false })
}

/// The rule of partners told by what they consist of.
pub(super) const CONSISTS: &str = "agreement/consists-of";
/// The rule of all partners, told behind their number: "mereka adalah A, B dan C".
pub(super) const ALL_OF_THEM: &str = "agreement/all-of-them";
/// The rule of the other party in a sentence of its own: "mitranya X".
pub(super) const PARTNER: &str = "agreement/partner-is";
/// Most words from "daerah-daerah" to their names.
const REACH: usize = 8;
/// Most sentences back to their number.
const FAR: usize = 4;

/// The rule of some of those told of before.
pub(super) const AMONG: &str = "agreement/among-them";

/// The heads that a list names, if the sentence before says that such heads sign; nothing is told by those who only watch.
fn signers(input: &Input<'_>, frame: &Frame) -> Option<Vec<Proven<usize>>> {
    let heads: Vec<_> = input.fills(frame, "parties").filter_map(|f| Some((f, input.person(f.value.mention()?)?))).collect();
    if input.rule_name(frame) != AMONG || heads.len() < 2 {
        return Some(Vec::new());
    }
    let before = frame.sentence.checked_sub(1)?;
    let verbs = input.phrases_in(input.words.verb, before);
    let watched = verbs.iter().any(|(v, _, _)| matches!(*v, "witness" | "attend" | "attend_passive" | "accompany_passive"));
    let signed = verbs.iter().any(|(v, _, _)| matches!(*v, "sign" | "sign_passive"));
    let signer = |(fill, person): &(&Fill, usize)| Proven::new(*person, Reason::new(fill.first, fill.last, frame));
    (signed && !watched).then(|| heads.iter().filter(|(_, p)| input.credible(*p)).map(signer).collect())
}

/// The sentence tells of several partners of no name: "12 universitas menandatangani MoU", "menggandeng sejumlah kampus".
fn many(input: &Input<'_>, sentence: usize) -> bool {
    let Some(told) = input.sentence(sentence) else { return false };
    let kind = |i: usize| input.reader.reads(i, &PARTNERS);
    let several = |i: usize| input.reader.reads(i, &["sejumlah", "beberapa", "berbagai", "belasan", "puluhan", "banyak"]);
    let at = input.mentions.partition_point(|m| m.first < told.first);
    let here = input.mentions.get(at..).unwrap_or_default().iter().take_while(|m| m.first < told.last);
    let counts = here.filter(|m| matches!(m.what, What::Number(_))).map(|m| m.last);
    let starts = counts.chain((told.first..told.last).filter(|i| several(*i)).map(|i| i.saturating_add(1)));
    starts.into_iter().any(|i| kind(i) || kind(i.saturating_add(1)))
}

/// What partners of no name are called.
const PARTNERS: [&str; 19] = [
    "universitas",
    "kampus",
    "perguruan",
    "kabupaten",
    "kota",
    "daerah",
    "provinsi",
    "lembaga",
    "instansi",
    "perusahaan",
    "bank",
    "mitra",
    "bupati",
    "wali",
    "walikota",
    "gubernur",
    "rektor",
    "pemkab",
    "pemda",
];

/// Of how many "kelima kampus" or "kelimanya" at a token tells.
pub(super) fn all_of(input: &Input<'_>, at: usize) -> Option<usize> {
    let word = input.reader.folded(at, at.saturating_add(1));
    let number = ALL.iter().position(|w| word.strip_prefix(w).is_some_and(|end| matches!(end, "" | "nya")))?;
    Some(number.saturating_add(2))
}

/// Where tokens `first..last` tell a number: "lima", "kelima".
fn counted(input: &Input<'_>, first: usize, last: usize, number: usize) -> Option<usize> {
    let all = |i: usize| all_of(input, i) == Some(number);
    let figure = number.to_string();
    let at = input.mentions.partition_point(|m| m.first < first);
    let told = input.mentions.get(at..).unwrap_or_default().iter().take_while(|m| m.first < last);
    let number = |what: &What| matches!(what, What::Number(n) if usize::try_from(n.value).is_ok_and(|v| v == number));
    let digits = told.filter(|m| number(&m.what)).map(|m| m.first).last();
    // A bare figure may be a day; "ke-5" counts.
    let ordinal = |i: usize| {
        let before = |back: usize| i.checked_sub(back).filter(|b| *b >= first);
        let hyphen = before(1).is_some_and(|b| input.reader.tokens.get(b).is_some_and(|t| t.sign == b'-'));
        hyphen && before(2).is_some_and(|b| input.reader.reads(b, &["ke"])) && input.reader.reads(i, &[&figure])
    };
    digits.or_else(|| (first..last).rev().find(|i| all(*i) || ordinal(*i)))
}

impl<'f> Listed<'f> {
    /// The sentence of the list tells of the paper of a group.
    pub(super) fn tells_of(&self, groups: &[Group<'_>]) -> bool {
        groups.iter().any(|g| g.frames.iter().any(|f| f.sentence == self.frame.sentence))
    }

    /// Adds the partners to the group that counts as many, or gives each a paper of its own.
    pub(super) fn join(self, input: &Input<'f>, groups: &mut Vec<Group<'f>>, open: &[&'f Frame]) {
        let count = self.parties.len();
        let counts = |s: usize| input.sentence(s).is_some_and(|t| counted(input, t.first, t.last, count).is_some());
        let here = |f: &&Frame| f.sentence == self.frame.sentence;
        // "Naskahnya diteken di X. Mitra Y yaitu ...": whose partner it is tells what the list belongs to.
        let most = if input.rule_name(self.frame) == PARTNER { NEAR } else { 1 };
        let back = |f: &&Frame| self.frame.sentence.checked_sub(f.sentence).is_some_and(|n| (1..=most).contains(&n));
        let last = |f: &&Frame| self.among && back(f);
        let before = |f: &&Frame| {
            last(f) || f.sentence < self.frame.sentence && (counts(f.sentence) || f.sentence.checked_sub(1).is_some_and(counts))
        };
        // "Nota kesepahaman diteken di pendopo. Enam daerah terlibat, yakni ...": the list counts its own, right behind the signing.
        let involves = |f: &&Frame| f.sentence.saturating_add(1) == self.frame.sentence && signs(input, f) && counts(self.frame.sentence);
        let within = |p: &Proven<PartyRef>| self.parties.iter().any(|q| same_side(&p.value, &q.value));
        let target = groups.iter().position(|g| g.frames.iter().any(here));
        let target = target.or_else(|| groups.iter().position(|g| g.frames.iter().any(before)));
        let near = || groups.iter().position(|g| g.frames.iter().any(|f| self.frame.sentence.abs_diff(f.sentence) <= NEAR));
        let Some(at) = target.or_else(|| near().filter(|_| self.others)) else {
            // "Delapan kepala daerah menandatangani pernyataan komitmen": all partners are told by the list.
            if groups.iter().all(|g| g.parties.len() < 2 && g.parties.iter().all(within))
                && open.iter().any(|f| here(f) || before(f) || involves(f))
            {
                // "Empat gubernur meneken MoU. Mereka adalah ...": the heads themselves.
                let heads = count == self.heads.len() && open.iter().any(|f| signs(input, f));
                let signers = if heads { self.heads } else { self.signers };
                groups.push(Group::new(self.parties, signers, open.to_vec()));
            }
            return;
        };
        if !self.others {
            if let Some(group) = groups.get_mut(at) {
                // Whoever is told of as a partner signs where the other head does.
                let signed = group.frames.iter().any(|f| signs(input, f)) && (!group.signatories.is_empty() || count == self.heads.len());
                group.sign(if signed { self.heads } else { Vec::new() });
                let told = group.parties.clone();
                group.parties.extend(self.parties.into_iter().filter(|p| !told.iter().any(|q| same_side(&p.value, &q.value))));
                group.sign(self.signers);
                group.frames.push(self.frame);
            }
            return;
        }
        let Some(group) = groups.get(at).cloned() else { return };
        let told = |p: &&PartyRef| p.last <= self.frame.first && has(&group, p);
        let centre = documents::parties_in(input, self.frame.sentence).filter(told).last();
        let named = centre.and_then(|c| group.parties.iter().find(|p| same_side(&p.value, c)));
        // "Wali kota juga meneken kerja sama dengan tiga kampus lain": the government whose head it is.
        let Some(centre) = named.or_else(|| group.parties.iter().find(|p| p.value.region.is_some())) else { return };
        let party = |person: usize| input.party_of(person);
        let own = |person: usize| party(person).is_some_and(|p| same_side(p, &centre.value));
        let signatories: Vec<Proven<usize>> = group.signatories.iter().filter(|s| own(s.value)).cloned().collect();
        let (kind, status) = (group.called(input), Some(group.standing(input)));
        for party in self.parties.into_iter().filter(|p| !has(&group, &p.value)) {
            let parties = vec![centre.clone(), party];
            let paper = Group::new(parties, signatories.clone(), vec![self.frame]);
            groups.push(Group { own: Some(self.frame.sentence), kind: kind.clone(), status: status.clone(), ..paper });
        }
    }
}
