//! Frames of agreements: which count, and what their own words speak of: signing, working together, offering.

use std::collections::BTreeSet;

use super::members::likened;
use super::partners::NEXT_EACH;
use super::standing;
use crate::event::{AGREEMENT, Input};
use crate::mention::What;
use crate::rule::{Fill, Frame};

/// A frame counts unless it tells no agreement for one of the reasons below: the budget, a venue alone, a witness ...
pub(crate) fn counts(input: &Input<'_>, frame: &Frame) -> bool {
    // "Disaksikan dari X oleh Konsul Y", "disaksikan Gubernur X yang diwakili Y": a witness signs nothing.
    let witnessed = |from: usize, to: usize| {
        let before = input.phrases(input.words.verb, from, to);
        let present = |v: &str| matches!(v, "witness" | "attend_passive");
        before.iter().rev().find(|(v, _, _)| present(v) || v.starts_with("sign")).is_some_and(|(v, _, _)| present(v))
    };
    // "Penandatanganan itu disaksikan (dihadiri) oleh para pejabat, di antaranya X dan Y"
    let named = input.fills(frame, "signatories").next().map_or(frame.last, |f| f.first);
    let seen = match input.rule_name(frame) {
        "agreement/on-its-side" | "agreement/stands-in" | "agreement/represented" => {
            witnessed(frame.first.saturating_sub(WITNESS), frame.first)
        }
        "agreement/by-each-head" => witnessed(frame.first, named),
        _ => false,
    };
    let telling = frame.fills.iter().any(|f| !matches!(input.schema.slot_name(f.slot), "venue" | "duration"));
    // "Nota kesepahaman Kemendagri, Kejagung dan Polri": a list of partners, not the paper of one.
    if matches!(input.rule_name(frame), "agreement/kind-of-all" | "agreement/runs" | "agreement/agree")
        && input.fills(frame, "parties").count() < 2
    {
        return false;
    }
    // Who stands in for another signs only where a signing is told.
    let stands_in = matches!(
        input.rule_name(frame),
        "agreement/stands-in"
            | "agreement/represented"
            | "agreement/side-represented"
            | "agreement/on-its-side"
            | "agreement/first-party"
            | "agreement/in-the-person"
            | "agreement/joins-signing"
            | "agreement/puts-name"
            | "agreement/counterpart"
            | "agreement/signs-next"
    );
    // "X dan Y yang menandatangani, sedangkan Bupati Z menyaksikan": behind the word another does something else.
    let other = |f: &Fill| (frame.trigger..f.first).any(|at| input.reader.reads(at, &["sedangkan", "sementara", "adapun"]));
    if input.rule_name(frame) == "agreement/signed-by" && input.fills(frame, "signatories").all(other) {
        return false;
    }
    // An office of no name ("diwakili asisten") far from the signing is rather of another occasion.
    let office = |f: &Fill| f.value.mention().and_then(|m| input.official(m)).is_some_and(|o| o.name.is_none());
    let most = if input.fills(frame, "signatories").any(office) { SIGNING.saturating_sub(1) } else { SIGNING };
    let near = || (frame.sentence.saturating_sub(most)..=frame.sentence).any(|s| input.signs(s));
    let paper = || input.rule_name(frame) != "agreement/puts-name" || near_paper(input, frame.sentence);
    let signing = !stands_in || near() && paper();
    if matches!(input.rule_name(frame), "agreement/with-each" | NEXT_EACH) && !opens(input, frame) {
        return false;
    }
    // "Teken MoU dengan Kejari X, Bupati Y ...": behind a subject the comma opens another clause.
    if input.rule_name(frame) == "agreement/signs-first" && input.sentence(frame.sentence).is_none_or(|s| s.first != frame.first) {
        return false;
    }
    // "Juga dengan tiga kampus lain, yakni A, B dan C": each of the others has a paper of its own.
    let others = matches!(input.rule_name(frame), "agreement/subject-with-these" | "agreement/with-these")
        && (frame.first..frame.trigger).any(|at| input.reader.reads(at, &["lain", "lainnya"]));
    // "Pemkot X menggandeng tiga kampus": a government tells of partners that are named later.
    let regional = |f: &Fill| f.value.mention().and_then(|m| input.party(m)).is_some_and(|p| p.region.is_some());
    if input.rule_name(frame) == "agreement/takes-on" && !input.fills(frame, "parties").any(regional) {
        return false;
    }
    // What is to follow is another paper than the one told.
    let follows = input.rule_name(frame) == "agreement/follows";
    telling
        && signing
        && !seen
        && !others
        && !follows
        && !agrees_otherwise(input, frame)
        && !input.has(input.words.budget, None, frame.sentence)
        && (input.rule_name(frame) == "agreement/not-he-but" || !denied(input, frame))
        && !inner(input, frame)
        && !praised(input, frame)
        && !goes_on(input, frame)
        && !stages(input, frame)
        && !falls_through(input, frame)
        && !wished(input, frame)
        && !exhorted(input, frame)
        && !likened(input, frame)
        && !on_journey(input, frame)
        && !brings_heads(input, frame)
        && !brings_own(input, frame)
        && !calls_on_all(input, frame)
        && !army_and_police(input, frame)
        && !asked(input, frame)
        && !only_attend(input, frame)
}

/// Sentences around those who attend in which others may be told to be the partners.
const AROUND: usize = 40;

/// Offices that speak for a government at a signing.
const HEADS: [&str; 7] = ["Bupati", "Gubernur", "Sekda", "Wakil Bupati", "Wakil Gubernur", "Wakil Wali Kota", "Wali Kota"];

/// "Hadir dalam penandatanganan itu Bupati X, Wali Kota Y": heads of several governments, of whom no other words tell who the
/// partners are, came to sign; all others only attend.
fn only_attend(input: &Input<'_>, frame: &Frame) -> bool {
    if input.rule_name(frame) != "agreement/heads-attend" {
        return false;
    }
    let mentions = || input.fills(frame, "parties").filter_map(|f| f.value.mention());
    let head = |m: usize| input.official(m).and_then(|o| o.office.as_ref()).is_some_and(|o| HEADS.contains(&o.canonical.as_str()));
    let regions: BTreeSet<_> = mentions().filter_map(|m| input.party(m).and_then(|p| p.region)).collect();
    let told = |f: &Frame| f.event == AGREEMENT && f.trigger != frame.trigger && input.fills(f, "parties").count() >= 2;
    let around = frame.sentence.saturating_sub(AROUND)..frame.sentence.saturating_add(AROUND);
    let mut near = around.flat_map(|s| input.frames_in(s));
    !mentions().all(head) || regions.len() < mentions().count() || near.any(told)
}

/// "MoU dengan TNI-Polri": the hyphen joins one side, and not the two that sign.
fn army_and_police(input: &Input<'_>, frame: &Frame) -> bool {
    let joint = |f: &Fill| input.reader.reads(f.first, &["tni", "polri"]);
    matches!(input.rule_name(frame), "agreement/twin" | "agreement/kind-of" | "agreement/pair") && input.fills(frame, "parties").all(joint)
}

/// "Bupati X menggandeng Ketua DPRD X dan Kadishub Y": named officials of the own region are whom X brought along.
fn brings_own(input: &Input<'_>, frame: &Frame) -> bool {
    if input.rule_name(frame) != "agreement/partners" {
        return false;
    }
    let region = |f: &Fill| f.value.mention().and_then(|m| input.party(m)).and_then(|p| p.region);
    let Some(home) = input.fills(frame, "parties").find(|f| f.last <= frame.trigger).and_then(region) else { return false };
    let own = |f: &Fill| {
        let named = |m: usize| input.official(m).is_some_and(|o| o.name.is_some()) && input.headed(m).is_none();
        f.value.mention().is_some_and(named) && region(f).is_none_or(|r| r == home)
    };
    let mut with = input.fills(frame, "parties").filter(|f| f.first > frame.trigger).peekable();
    with.peek().is_some() && with.all(own)
}

/// Words of those whom speeches call on beside the bodies that they name.
const EVERYBODY: [&str; 12] =
    ["elemen", "kalangan", "masyarakat", "organisasi", "ormas", "pemuda", "pihak", "segenap", "seluruh", "semua", "tokoh", "warga"];

/// "Wali Kota X mengajak TNI, Polri, dan tokoh agama memperkuat kerja sama": a speech to all, and no offer to partners.
fn calls_on_all(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let calls = |at: &usize| reads(*at, &["mengajak", "ajak", "mengimbau", "imbau", "menyerukan"]);
    let Some(call) = (sentence.first..frame.trigger).rev().find(calls) else { return false };
    (call..frame.trigger).any(|at| reads(at, &["dan", "serta", "hingga"]) && reads(at.saturating_add(1), &EVERYBODY))
}

/// "Wawali X menggandeng 23 kepala dinas": a count of heads of no government is whom X brought along.
fn brings_heads(input: &Input<'_>, frame: &Frame) -> bool {
    let counted = |m: usize, first: usize| {
        let before = m.checked_sub(1).and_then(|b| input.mentions.get(b));
        before.is_some_and(|b| matches!(b.what, What::Number(_)) && b.last == first)
    };
    let heads = |f: &Fill| {
        let mention = f.value.mention().filter(|m| input.official(*m).is_some_and(|o| o.name.is_none()));
        mention.is_some_and(|m| counted(m, f.first))
    };
    input.rule_name(frame) == "agreement/partners" && input.fills(frame, "parties").any(heads)
}

/// Most words from "jangan sampai" to the paper.
const WARNING: usize = 24;

/// "Penandatanganan kerja sama berlangsung dalam kunjungan Bupati X bersama Ketua DPRD X": those behind "bersama" came along.
fn on_journey(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "parties").map(|f| f.first).min() else { return false };
    let near = first.saturating_sub(2).max(frame.trigger)..first;
    let journey = || input.phrases(input.words.visit_kind, frame.trigger, first).iter().any(|(_, at, _)| *at > frame.trigger);
    input.rule_name(frame) == "agreement/kind-with" && near.into_iter().any(|at| input.reader.reads(at, &["bersama"])) && journey()
}

/// "Jangan sampai urusan sister city habis di meja penandatanganan", "diminta menjalin kerja sama yang baik dengan X": what should be
/// done about papers or neighbours in general.
fn exhorted(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let not = |at: usize| reads(at, &["jangan"]) && reads(at.saturating_add(1), &["sampai", "hanya", "cuma", "sekadar"]);
    let should = |at: usize| reads(at, &["agar", "berharap", "diharapkan", "diminta", "harus", "semoga", "supaya", "wajib"]);
    let good = |last: usize| {
        let at = if reads(last, &["yang"]) { last.saturating_add(1) } else { last };
        reads(at, &["apik", "baik", "erat", "harmonis", "solid"])
    };
    let kinds = input.phrases(input.words.agreement_kind, frame.first, frame.last.saturating_add(1));
    let before = frame.first.saturating_sub(WISH).max(sentence.first)..frame.trigger;
    (frame.first.saturating_sub(WARNING).max(sentence.first)..frame.first).any(not)
        || kinds.iter().any(|(k, _, last)| *k == "kerja_sama" && good(*last)) && before.into_iter().any(should)
}

/// "Semoga kerja sama antara X dan Y terus terjalin": a good wish for what there is.
fn wished(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let formless = !formal(input, frame.sentence);
    // "Diharapkan kerja sama X dan Y makin baik": the frame itself may begin with the hope.
    let hopes = ["semoga", "mudah", "moga", "berharap", "harap", "harapan", "mengharapkan", "diharapkan", "ingin", "mau", "menginginkan"];
    let wish = |at: usize| reads(at, &hopes);
    let hope = (sentence.first..frame.trigger.saturating_add(1)).rev().take(WISH).any(wish);
    let lasts = |at: usize| {
        let behind = at.saturating_add(1)..at.saturating_add(3).min(sentence.last);
        let stays = [
            "baik",
            "berjalan",
            "berlanjut",
            "dijaga",
            "dirawat",
            "erat",
            "harmonis",
            "kokoh",
            "kompak",
            "kuat",
            "langgeng",
            "meningkat",
            "solid",
            "terawat",
            "terjaga",
            "terjalin",
            "terpelihara",
        ];
        let kept = ["dilanjutkan", "dipererat", "dipertahankan", "diteruskan", "ditingkatkan"];
        reads(at, &["makin", "selalu", "semakin", "senantiasa", "terus", "tetap"]) && behind.clone().any(|i| reads(i, &stays))
            || formless && reads(at, &["bisa", "dapat"]) && behind.clone().any(|i| reads(i, &kept))
    };
    let end = sentence.last.min(frame.last.saturating_add(WISH));
    // "Sinergi X dengan Y yang selama ini baik diharapkan terus berlanjut"
    let behind = (frame.first..end).find(|at| wish(*at)).is_some_and(|from| formless && (from..end).any(lasts));
    // "Mudah-mudahan ke depan terjalin kerja sama yang baik": with nobody told.
    let nobody = input.fills(frame, "parties").next().is_none() && formless;
    let comes = |at: usize| reads(at, &["terjalin", "terbangun", "tercipta", "terjaga"]);
    let open = nobody && hope && (frame.first.saturating_sub(2)..frame.last).any(comes);
    // "Inilah awal kolaborasi pemerintah dan penegak hukum yang lebih erat"
    let closer = ["akrab", "baik", "dekat", "erat", "harmonis", "intens", "kuat", "rapat", "solid"];
    let grows = |at: usize| reads(at, &["lebih", "makin", "semakin"]) && reads(at.saturating_add(1), &closer);
    let open = open || nobody && (frame.first..end).any(grows);
    behind || open || hope && (frame.first.saturating_sub(1)..end).any(lasts)
}

/// Most words from "semoga" to what is wished, and from there to "terus terjalin".
const WISH: usize = 12;

/// "Dengan Provinsi X untuk pariwisata, dengan Provinsi Y untuk ternak": the frame opens a sentence or a clause.
fn opens(input: &Input<'_>, frame: &Frame) -> bool {
    let begins = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.first);
    let joins = |b: usize| {
        matches!(input.reader.sign(b), b',' | b';') || input.reader.reads(b, &["dan", "sedangkan", "sementara", "adapun", "terakhir"])
    };
    begins || frame.first.checked_sub(1).is_some_and(joins)
}

/// Most words from "disaksikan" to the place from where.
const WITNESS: usize = 3;

/// Most sentences from the signing to who stood in for whom.
const SIGNING: usize = 3;

/// The sentence or one beside it names a paper.
fn near_paper(input: &Input<'_>, sentence: usize) -> bool {
    (sentence.saturating_sub(1)..sentence.saturating_add(2)).any(|s| input.has(input.words.agreement_kind, None, s))
}

/// "Pemkab X dan DPRD X bekerja sama": all whom the frame names are of one government.
fn inner(input: &Input<'_>, frame: &Frame) -> bool {
    let mentions = input.fills(frame, "parties").filter_map(|f| f.value.mention());
    let mut regions = mentions.map(|m| input.stands_for(m, true).and_then(|p| p.region));
    let Some(Some(first)) = regions.next() else { return false };
    let mut rest = regions.peekable();
    rest.peek().is_some() && rest.all(|r| r == Some(first))
}

/// The sentence speaks of a cooperation without a paper, or of one that runs.
pub(super) fn cooperates(input: &Input<'_>, sentence: usize) -> Option<(usize, usize)> {
    let verbs = input.phrases_in(input.words.verb, sentence);
    verbs.into_iter().find(|(v, _, _)| matches!(*v, "partner" | "works")).map(|(_, first, last)| (first, last))
}

/// "Apakah MoU antara X dan Y harus ditandatangani di paripurna", "MoU X dengan Y itu boleh tidak diteken": it is only asked.
fn asked(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let (first, last) = (frame.first.saturating_sub(WISH).max(sentence.first), frame.last.saturating_add(WISH).min(sentence.last));
    let may = |at: usize| input.reader.reads(at, &["bisa", "boleh", "dapat", "harus", "perlu", "wajib"]);
    let or_not = |at: usize| may(at) && input.reader.reads(at.saturating_add(1), &["atau", "tidak", "nggak"]);
    let whether = || (first..frame.trigger).any(|at| input.reader.reads(at, &["apakah"]));
    // "Memastikan apakah pemkot siap menindaklanjuti kerja sama yang ditawarkannya"
    whether() && !proposes(input, frame) || (first..last).any(or_not)
}

/// "bukan", "tidak", "belum" right before the trigger.
fn denied(input: &Input<'_>, frame: &Frame) -> bool {
    let before = frame.trigger.saturating_sub(3);
    // "tidak melanjutkan kerja sama" ends it.
    let ends = input.phrases(input.words.status, before, frame.last).iter().any(|(v, _, _)| *v == "ended");
    !ends && input.phrases(input.words.verb, before, frame.trigger).iter().any(|(v, _, _)| *v == "negate")
}

/// "Keduanya sepakat bertemu lagi": what the two agree on is no cooperation.
fn agrees_otherwise(input: &Input<'_>, frame: &Frame) -> bool {
    let first = |f: &Fill| {
        let kind = !input.phrases(input.words.agreement_kind, f.first, f.last).is_empty();
        kind || input.phrases(input.words.verb, f.first, f.last).iter().any(|(v, _, _)| matches!(*v, "partner" | "works"))
    };
    input.rule_name(frame) == "agreement/all-sign" && !input.fills(frame, "kind").any(first)
}

/// "Pemkot X batal meneken MoU dengan Y", "MoU itu urung ditandatangani": there is no paper, unless another day is set for it.
fn falls_through(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let first = frame.first.saturating_sub(BEFORE).max(sentence.first);
    let off = |last: usize| {
        let behind = input.phrases(input.words.verb, last, last.saturating_add(BEFORE).min(sentence.last));
        behind.iter().any(|(v, at, _)| v.starts_with("sign") && at.saturating_sub(last) <= 1)
    };
    let words = |at: usize| input.reader.reads(at, &["batal", "urung", "gagal"]);
    let here = (first..frame.last.saturating_add(BEFORE).min(sentence.last)).any(|at| words(at) && off(at.saturating_add(1)));
    here && !standing::put_off(input, frame.sentence)
}

/// "Bupati X mengapresiasi kerja sama yang terjalin dengan Polres Y": what is only praised is no agreement.
fn praised(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let kinds = input.phrases(input.words.agreement_kind, frame.first, frame.last);
    let from = |at: usize| at.saturating_sub(PRAISE).max(sentence.first);
    let praise = |at: usize| input.phrases(input.words.verb, from(at), at).iter().any(|(v, _, last)| *v == "praise" && *last <= at);
    let Some((_, first, _)) = kinds.first().filter(|(k, _, _)| *k == "kerja_sama") else { return false };
    // "Hasil kerja sama A, B, dan C", "wujud hubungan kerja sama yang baik antara A dan B": teamwork.
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    // "Bentuk kerja sama dengan X adalah magang" tells of the cooperation itself.
    let one = |at: usize| reads(at, &["bentuk"]) && at.checked_sub(1).is_some_and(|b| reads(b, &["merupakan", "satu", "sebagai", "suatu"]));
    let fruit = (first.saturating_sub(FRUIT).max(sentence.first)..*first).any(|at| reads(at, &FRUITS) || one(at));
    (fruit || praise(*first)) && !formal(input, frame.sentence)
}

/// What teamwork brings forth, and most words from there to the cooperation.
const FRUITS: [&str; 5] = ["berkat", "buah", "bukti", "hasil", "wujud"];
const FRUIT: usize = 2;

/// "Pemkab X tetap akan berkoordinasi dan bersinergi dengan Pemprov Y": how one works with others always, and no paper.
fn goes_on(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let verbs = input.phrases(input.words.verb, frame.first, frame.last);
    let Some((_, first, _)) =
        verbs.iter().find(|(v, at, last)| *v == "partner" && input.has_part(*at, *last, &["bekerja", "sinergi", "kolaborasi"]))
    else {
        return false;
    };
    let on = |at: usize| input.reader.reads(at, &["selalu", "senantiasa", "terus", "tetap"]);
    (first.saturating_sub(PRAISE).max(sentence.first)..*first).any(on) && !formal(input, frame.sentence)
}

/// "Pemkab X bekerja sama dengan PMI menggelar donor darah": teamwork on one occasion, with no word of a paper or of agreeing.
fn stages(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let partner = input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, _, _)| *v == "partner");
    let behind = input.phrases(input.words.verb, frame.last, frame.last.saturating_add(STAGE).min(sentence.last));
    let paper = |s: usize| input.has(input.words.agreement_kind, None, s) || formal(input, s);
    partner
        && behind.iter().any(|(v, _, _)| *v == "stage")
        && !(frame.sentence.saturating_sub(STAGE)..=frame.sentence.saturating_add(STAGE)).any(paper)
}

/// The sentence names a paper with a form, or tells of signing or agreeing.
fn formal(input: &Input<'_>, sentence: usize) -> bool {
    let form = input.phrases_in(input.words.agreement_kind, sentence).iter().any(|(k, _, _)| *k != "kerja_sama");
    let seal = |(v, first, last): (&str, usize, usize)| v.starts_with("sign") && input.has_part(first, last, &FORMAL);
    form || input.phrases_in(input.words.verb, sentence).into_iter().any(seal)
}

/// Parts of the verbs of signing and agreeing.
const FORMAL: [&str; 3] = ["teken", "tanda", "epakat"];
/// Most words from "batal" to the verb of signing, and on either side of a frame to "batal".
const BEFORE: usize = 3;
/// Most words from "mengapresiasi" or "tetap" to the cooperation.
const PRAISE: usize = 6;
/// Most words from the partner to what is put on, and sentences to a word of a paper.
const STAGE: usize = 2;

/// The frame's own words speak of signing.
pub(super) fn signs(input: &Input<'_>, frame: &Frame) -> bool {
    input.phrases(input.words.verb, frame.first, frame.last).iter().any(|(v, _, _)| v.starts_with("sign"))
}

/// The frame's own words speak of signing or agreeing there and then, not of what runs already ("sudah terjalin").
pub(super) fn seals(input: &Input<'_>, frame: &Frame) -> bool {
    let seal = |(v, first, last): &(&str, usize, usize)| *v == "sign" || v.starts_with("sign") && input.has_part(*first, *last, &FORMAL);
    // "Pertama, MoU pembangunan daerah, oleh Gubernur X bersama Gubernur Y"
    input.rule_name(frame) == "agreement/paper-by" || input.phrases(input.words.verb, frame.first, frame.last).iter().any(seal)
}

pub(super) fn proposes(input: &Input<'_>, frame: &Frame) -> bool {
    input.fills(frame, "status").any(|f| input.phrases(input.words.status, f.first, f.last).iter().any(|(v, _, _)| *v == "proposed"))
}
