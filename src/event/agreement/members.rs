//! Members: the parties and signatories that one frame names.

use super::antecedent::{at_home, heads_together, holders, speaker, stand_ins, stands_in_for, told_together};
use super::documents::{based, papers};
use super::partners::JOINS_SIGNING;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::event::{Input, mention_over};
use crate::mention::{BodySort, FIRMS, Mention, PartyRef, What};
use crate::rule::{Fill, Frame};

/// "dengan universitas di Lampung": the region tells where the party is and is none itself.
pub(super) fn only_locates(input: &Input<'_>, mention: &Mention) -> bool {
    let before = mention.first.checked_sub(1);
    let at = before.and_then(|b| input.reader.tokens.get(b)).is_some_and(|t| t.word == input.reader.classes.words.di);
    let from = || before.is_some_and(|b| input.reader.reads(b, &["asal"]));
    // "lima kabupaten se-NTB"
    let throughout = || {
        let hyphen = before.filter(|b| input.reader.sign(*b) == b'-').and_then(|b| b.checked_sub(1)).or(before);
        hyphen.is_some_and(|b| input.reader.reads(b, &["se"]))
    };
    match &mention.what {
        // "dengan perusahaan asal Surabaya", "dengan warga Kudus"
        What::Region(r) => !r.government && (at || from() || throughout() || input.behind_people(mention.first)),
        // "dengan perusahaan asal Tiongkok, Huaneng Green": the firm is told behind its country.
        What::Body(b) => b.sort == BodySort::Foreign && (at || names_firm(input, mention)),
        _ => false,
    }
}

/// "Investor Korea Selatan, Hansung Water": a company stands behind the country that it is of.
fn names_firm(input: &Input<'_>, country: &Mention) -> bool {
    let next = input.mentions.partition_point(|m| m.first < country.last);
    let company = input.mentions.get(next).filter(|m| matches!(&m.what, What::Body(b) if b.sort == BodySort::Company));
    let comma = usize::from(input.reader.sign(country.last) == b',');
    company.is_some_and(|m| m.first == country.last.saturating_add(comma))
        && (country.first.saturating_sub(2)..country.first).any(|at| input.reader.reads(at, &FIRMS))
}

/// "Disaksikan Gubernur X, Bupati Y dan Bupati Z menandatangani ...", "difasilitasi Kementerian X, Pemkab Y ...": where those who
/// only see it or bring the partners together end, at the comma.
fn witnesses(input: &Input<'_>, frame: &Frame, slot: &str) -> usize {
    let first = input.fills(frame, slot).map(|f| f.first).min().filter(|first| *first < frame.trigger);
    let Some(first) = first else { return 0 };
    let words = input.phrases(input.words.verb, first.saturating_sub(WITNESSED), first);
    let seen = words.iter().any(|(v, _, last)| matches!(*v, "witness" | "mediate") && first.saturating_sub(*last) <= 1);
    let comma = |i: &usize| input.reader.sign(*i) == b',' && mention_over(input, *i).is_none();
    // "Didampingi Sekda X, Kepala Dinas Y dan Kepala Bagian Z, Bupati W meneken ...": of those beside him none signs.
    let beside = words.iter().any(|(v, _, last)| *v == "accompany_passive" && first.saturating_sub(*last) <= 1);
    let last = |i: &usize| comma(i) && !input.reader.reads(i.saturating_add(1), &["dan", "serta"]);
    let ends = if beside { (first..frame.trigger).rfind(last) } else { (first..frame.trigger).find(comma) };
    ends.filter(|_| seen || beside).unwrap_or(0)
}

/// "... dengan Kementerian X sebagai fasilitator": who brings the partners together is none of them.
fn mediates(input: &Input<'_>, fill: &Fill) -> bool {
    let part = ["fasilitator", "mediator", "moderator", "pendamping", "penengah", "penghubung", "saksi"];
    input.reader.reads(fill.last, &["sebagai", "selaku", "jadi", "menjadi"]) && input.reader.reads(fill.last.saturating_add(1), &part)
}

/// Most mentions from who speaks to who, in what he says, signs.
const REPORTED: usize = 4;

/// Most words of "disaksikan secara langsung oleh".
const WITNESSED: usize = 4;

/// "Menindaklanjuti MoU antara A dan B, dinas C dan fakultas D meneken PKS": the comma at which the partners of what the new paper
/// comes of end.
pub(super) fn basis_ends(input: &Input<'_>, frame: &Frame) -> Option<usize> {
    let sentence = input.sentence(frame.sentence)?;
    let (_, _, paper) = papers(input, frame.sentence).into_iter().find(|(_, first, _)| based(input, *first))?;
    let free = |i: &usize| mention_over(input, *i).is_none();
    let joined = (paper..sentence.last).filter(free).find(|i| input.reader.reads(*i, &["dan", "dengan", "bersama"]))?;
    let comma = (joined..sentence.last).filter(free).find(|i| input.reader.sign(*i) == b',')?;
    let verbs = input.phrases(input.words.verb, comma, sentence.last);
    verbs.iter().any(|(v, _, _)| matches!(*v, "sign" | "sign_loose")).then_some(comma)
}

/// What leads others, named as an example.
const LIKENESS: [&str; 3] = ["seperti", "layaknya", "ibarat"];

/// Parties and signatories that a frame names.
pub(super) fn members(input: &Input<'_>, frame: &Frame) -> (Vec<Proven<PartyRef>>, Vec<Proven<usize>>) {
    let mut parties: Vec<Proven<PartyRef>> = Vec::new();
    let mut signatories: Vec<Proven<usize>> = Vec::new();
    // "Kapolres mengimbau warga menjalin kerja sama": beside nobody a head is no partner yet. "Dari pihak mitra ditandatangani Kajari":
    // who signs is one.
    let signer = input.rule_name(frame) == "agreement/signed-by" && input.fills(frame, "signatories").next().is_some();
    let several = signer || ["parties", "signatories"].iter().flat_map(|s| input.fills(frame, s)).count() >= 2;
    let border = basis_ends(input, frame);
    // "... antara A dan B, seperti X dengan Y": others, named as an example.
    let example = (frame.first..frame.last).find(|at| input.reader.reads(*at, &LIKENESS));
    let told = |f: &&Fill| example.is_none_or(|at| f.first < at);
    // "Kementerian X yang diwakili Kepala Balai Y": the frame says itself whose paper it is.
    let named = input.rule_name(frame) == "agreement/represented" && input.fills(frame, "parties").next().is_some();
    // "Ikut bertanda tangan Direktur X dan Ketua DPRD Y": beside the partners, who are told before.
    let beside = || input.rule_name(frame) == "agreement/signed-by" && input.reader.reads(frame.first, &["ikut", "turut"]);
    let also = input.rule_name(frame) == JOINS_SIGNING || beside();
    for (slot, signs) in [("parties", false), ("signatories", true)] {
        let witnesses = witnesses(input, frame, slot);
        let own = |f: &&Fill| border.is_none_or(|b| (f.first < b) == (frame.trigger < b)) && !mediates(input, f);
        // "Diperluas ke semua gubernur": nobody in particular.
        let all = |f: &&Fill| {
            let office = f.value.mention().and_then(|m| input.official(m)).is_some_and(|o| o.name.is_none() && o.region.is_none());
            office && f.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["semua", "seluruh", "setiap", "segenap"]))
        };
        let fills = input.fills(frame, slot).filter(|f| f.first >= witnesses).filter(own).filter(told);
        for fill in fills.filter(|f| !all(f)) {
            let Some((number, mention)) = input.mention(fill).filter(|(_, m)| !only_locates(input, m)) else { continue };
            let person = input.person(number);
            let official = matches!(mention.what, What::Official(_));
            let heads = input.rule_name(frame) == "agreement/signed-by-heads";
            if signs && official && (heads || input.official(number).is_some_and(|o| o.plural)) {
                for (person, party) in holders(input, number) {
                    signatories.push(Proven::new(person, Reason::new(fill.first, fill.last, frame)));
                    if !parties.iter().any(|p| same_side(&p.value, &party)) {
                        let reason = Reason::new(party.first, party.last, frame);
                        parties.push(Proven::new(party, reason));
                    }
                }
                continue;
            }
            // "..., kata Sekda X, kedua pemda bakal meneken PKS": who only speaks.
            let speaks =
                input.phrases(input.words.verb, mention.first.saturating_sub(1), mention.first).iter().any(|(v, _, _)| *v == "speak");
            // "..., kata Sekda X, usai menandatangani MoU": the speaker has signed it.
            let after = || input.reader.reads(mention.last.saturating_add(1), &["usai", "seusai", "setelah", "selepas", "sesudah"]);
            let comma = input.reader.sign(mention.last) == b',' && !after();
            let speaks = speaks && comma && fill.first == mention.first && fill.last <= frame.trigger;
            // "Kepala dinas masing-masing": nobody in particular.
            let each = input.official(number).is_some_and(|o| o.name.is_none()) && input.reader.reads(mention.last, &["masing"]);
            // "Wali Kota X mengatakan Pemkot X segera menandatangani MoU": who reports it, with somebody else as the one who signs.
            let between =
                |m: &Mention| matches!(m.what, What::Region(_) | What::Body(_)) && m.first >= fill.last && m.last <= frame.trigger;
            let reports = fill.last < frame.trigger
                && input.phrases(input.words.verb, fill.last, frame.trigger).iter().any(|(v, _, _)| *v == "speak")
                && input.mentions.iter().skip(number).take(REPORTED).any(between);
            let speaks = speaks || reports;
            // "Antara bupati dan rektor": an office between parties tells whose paper it is, not who signs.
            let vague = input.rule_name(frame) == "agreement/signed-between"
                && input.official(number).is_some_and(|o| o.name.is_none())
                && person.and_then(|p| input.people.persons.get(p)).is_none_or(|p| p.name.is_none());
            let absent = || stand_ins(input, frame.sentence).any(|(absent, _)| absent.first == fill.first);
            if signs && official && !each && !vague && !speaks && !absent() {
                if let Some(person) = person.filter(|p| input.credible(*p)) {
                    signatories.push(Proven::new(person, Reason::new(fill.first, fill.last, frame)));
                }
            }
            let sent = || person.filter(|_| signs).and_then(|p| stands_in_for(input, p, std::iter::once(frame.sentence)));
            let own = || through(input, number).or_else(|| input.stands_for(number, several).map(|p| at_home(input, number, p)));
            // "Menteri X diwakili Kepala Badan Y": it is the ministry that signs.
            let sent = sent();
            let minister = sent.as_ref().is_some_and(|p| p.region.is_none() && input.rule_name(frame) == "agreement/stands-in");
            // "Rektor X yang diwakili Dekan Fakultas Y": it is the university.
            let school = |p: &PartyRef| p.sort == Some(BodySort::University);
            let dean = sent.as_ref().is_some_and(school) && own().as_ref().is_some_and(school);
            let party = if minister || dean { sent.or_else(own) } else { own().or(sent) };
            if let Some(party) = party.filter(|p| !(signs && named) && !(also && !(p.region.is_some() && p.sort.is_none()))) {
                let reason = Reason::new(party.first, party.last, frame);
                match parties.iter_mut().find(|p| same_side(&p.value, &party) && !sisters(&p.value, &party)) {
                    Some(known) => known.reasons.push(reason),
                    None => parties.push(Proven::new(party, reason)),
                }
            }
        }
    }
    if matches!(input.rule_name(frame), "agreement/all-sign" | "agreement/heads-sign") {
        for (person, party) in heads_together(input, frame) {
            let reason = || Reason::new(party.first, party.last, frame);
            signatories.push(Proven::new(person, reason()));
            if !parties.iter().any(|p| same_side(&p.value, &party)) {
                parties.push(Proven::new(party.clone(), reason()));
            }
        }
    }
    if input.rule_name(frame) == "agreement/all-sign" && signatories.is_empty() {
        let known = |p: &Proven<PartyRef>| parties.iter().any(|q| same_side(&q.value, &p.value));
        let told: Vec<Proven<PartyRef>> = told_together(input, frame).into_iter().filter(|p| !known(p)).collect();
        parties.extend(told);
    }
    let at_home = input.rule_name(frame) == "agreement/home-partners";
    if at_home
        || matches!(
            input.rule_name(frame),
            "agreement/signed-after" | "agreement/said-after" | "agreement/pronoun-signs" | "agreement/he-signs-it"
        )
    {
        let signer = speaker(input, frame).filter(|s| signatories.iter().all(|t| t.value != s.value));
        let party = signer.as_ref().and_then(|s| Some(Proven { value: input.party_of(s.value)?.clone(), reasons: s.reasons.clone() }));
        parties.extend(party.filter(|p| parties.iter().all(|q| !same_side(&p.value, &q.value))));
        // "Daerahnya sudah lama bekerja sama dengan Y": who says it has signed nothing there.
        signatories.extend(signer.filter(|_| !at_home));
    }
    (parties, signatories)
}

/// "Pemkab X melalui | Dinas Y": the paper is that of the government, which acts through its agency.
fn through(input: &Input<'_>, mention: usize) -> Option<PartyRef> {
    let (before, own) = input.mentions.get(mention.checked_sub(1)?).zip(input.mentions.get(mention))?;
    let government = matches!(&before.what, What::Region(r) if r.government);
    let comma = usize::from(input.reader.sign(before.last) == b',');
    let word = before.last.saturating_add(comma);
    let means = word.saturating_add(1) == own.first && input.reader.reads(word, &["melalui", "lewat", "cq"]);
    let whole = input.party(mention.checked_sub(1)?).filter(|_| government && means)?;
    let agency = input.party(mention).filter(|p| p.sort == Some(BodySort::Agency) && p.region == whole.region);
    agency.map(|_| whole.clone())
}

/// Most letters of the short name of a university.
const SHORT: usize = 6;

/// "Universitas Negeri Surabaya dan UIN Sunan Ampel Surabaya": schools of one town, none a part of the other.
fn schools(a: &PartyRef, b: &PartyRef) -> bool {
    let part = |p: &PartyRef| p.key.iter().any(|w| matches!(w.as_str(), "fakultas" | "lembaga" | "lppm" | "lp2m" | "pusat" | "sekolah"));
    // "UHO" alone is short for the "Universitas Halu Oleo (UHO) Kendari", and so is "UHO Kendari".
    let short = |w: &String| w.len() <= SHORT && w.starts_with('u');
    let whole = |p: &PartyRef| p.last > p.first.saturating_add(1) && !matches!(&*p.key, [word] if short(word));
    let school = |p: &PartyRef| p.sort == Some(BodySort::University) && !part(p) && whole(p);
    // "Universitas Lampung (Unila)" and "Universitas Lampung": the bracket is three tokens, and no other school.
    let length = |p: &PartyRef| p.last.saturating_sub(p.first);
    let bracket = |full: &PartyRef, bare: &PartyRef| full.key.starts_with(&bare.key) && length(full) == length(bare).saturating_add(3);
    school(a) && school(b) && a.key.len() != b.key.len() && !bracket(a, b) && !bracket(b, a)
}

/// "Dinas Sosial, Dinas Pertanian dan PDAM X dengan Kejari X": agencies of one government that one sentence names are partners each;
/// and so are bodies that share a word ("Direktorat Jenderal Pajak dan Direktorat Jenderal Perimbangan Keuangan").
pub(super) fn sisters(a: &PartyRef, b: &PartyRef) -> bool {
    let agency = |p: &PartyRef| matches!(p.sort, Some(BodySort::Agency | BodySort::Enterprise));
    let other = |p: &PartyRef| {
        let sorts = [BodySort::University, BodySort::Company, BodySort::Central, BodySort::Association, BodySort::Vertical];
        p.region.is_none() && p.sort.is_some_and(|s| sorts.contains(&s))
    };
    let within = |a: &PartyRef, b: &PartyRef| a.key.iter().all(|w| b.key.contains(w));
    let apart = !within(a, b) && !within(b, a) || schools(a, b);
    // "Ditandatangani Wali Kota X, Ketua DPRD X dan Kajari Y": the council signs beside its government.
    let council = |a: &PartyRef, b: &PartyRef| a.sort == Some(BodySort::Council) && b.region.is_some() && b.sort.is_none();
    if council(a, b) || council(b, a) {
        return true;
    }
    let both = agency(a) && agency(b) || other(a) && other(b) && a.shares_words(b) && !a.short_for(b) && !b.short_for(a);
    both && apart
}

/// "Seperti Provinsi X dengan Guangdong": others, named as an example.
pub(super) fn likened(input: &Input<'_>, frame: &Frame) -> bool {
    let first = input.fills(frame, "parties").map(|f| f.first).min();
    first.and_then(|f| f.checked_sub(1)).is_some_and(|b| input.reader.reads(b, &LIKENESS))
}
