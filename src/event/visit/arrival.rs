//! Arrivals: a coming that is somebody else's, told in the words between a verb and the party behind it.

use crate::event::same::same_side;
use crate::event::{Input, mention_over};
use crate::mention::{Mention, What};
use crate::rule::{Fill, Frame};

/// What those who came were given by the one named behind.
const WELCOME: [&str; 6] = ["sambutan", "penerimaan", "penyambutan", "jamuan", "keramahan", "undangan"];
/// Words of a clause that only says when, or what else.
const BESIDE: [&str; 14] =
    ["agar", "bahwa", "bila", "jika", "kalau", "ketika", "saat", "sebelum", "sejak", "sementara", "setelah", "supaya", "usai", "meski"];

/// Most tokens from who comes to "akan disambut".
const NEXT: usize = 3;

/// "Menurut Kabag X, kedatangan tim Y akan disambut Gubernur Z": a coming is told of, and it comes neither from Z nor to X.
pub(super) fn arrival_received(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "visitors").map(|f| f.first).min() else { return false };
    let received = |from: usize, to: usize| input.phrases(input.words.verb, from, to).iter().any(|(v, _, _)| *v == "receive_passive");
    let comma = || frame.trigger.checked_sub(1).is_some_and(|b| input.reader.sign(b) == b',');
    let goes_on = || (frame.last..frame.last.saturating_add(NEXT)).all(|at| input.reader.sign(at) != b',');
    let behind = || comma() && goes_on() && received(frame.last, frame.last.saturating_add(NEXT));
    input.rule_name(frame) == "visit/visited" && (received(frame.trigger, first) || behind())
}

/// "Rombongan yang dipimpin oleh Bupati X itu diterima Y": the words belong to the verb before. "Dalam kunjungan ke Kudus, Bupati
/// Kudus ...": one is at home.
pub(super) fn fronts_nobody(input: &Input<'_>, frame: &Frame) -> bool {
    let side = |slot: &str| input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).next();
    match input.rule_name(frame) {
        "visit/received-fronted" => {
            let opens = |s: &crate::text::Sentence| s.first == frame.first;
            let comma = || frame.first.checked_sub(1).is_some_and(|b| input.reader.sign(b) == b',');
            !comma() && !input.sentence(frame.sentence).is_some_and(opens)
        }
        // "Parkir menjadi bahan studi banding DPRD X di Y": whose it is stands behind it.
        "visit/learns-at" => {
            let behind = mention_over(input, frame.trigger.saturating_add(1));
            behind.is_some_and(|m| !matches!(m.what, What::Date(_) | What::Place(_) | What::Number(_)))
        }
        // "... diteken beberapa hari sebelum ia terbang ke Y": told by the way.
        "visit/he-goes" if behind_other(input, frame) => true,
        "visit/he-goes" => frame.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &BESIDE)),
        // "Kabag Humas DPRD X menyebut, kunjungan kerja ke Y ...": who only tells of it.
        "visit/speaks-of-own" if told_by_staff(input, frame) => true,
        "visit/while-there" | "visit/keen-on" | "visit/speaks-of-own" => {
            side("visitors").zip(side("hosts")).is_some_and(|(guest, host)| same_side(guest, host))
        }
        _ => false,
    }
}

/// "X menerima Y, lalu ia bertolak ke Z": somebody else is told before in the sentence.
fn behind_other(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.sentence(frame.sentence).map(|s| s.first) else { return false };
    let from = input.mentions.partition_point(|m| m.first < first);
    let mut before = input.mentions.iter().skip(from).take_while(|m| m.first < frame.first);
    before.any(|m| matches!(m.what, What::Region(_) | What::Body(_) | What::Official(_)))
}

/// The one who speaks heads a section, or is a secretary.
fn told_by_staff(input: &Input<'_>, frame: &Frame) -> bool {
    let section = ["Kepala Bagian", "Kepala Bidang", "Kepala Subbagian", "Kasubag", "Kepala Seksi", "Sekretaris", "Sekwan", "Juru"];
    let office = |f: &Fill| input.official(f.value.mention()?)?.office.as_ref().map(|o| o.canonical.as_str());
    input.fills(frame, "visitors").filter_map(office).any(|o| section.iter().any(|s| o.starts_with(s)))
}

/// "Setelah DPRD X bertamu ke Sengkang, giliran DPRD Y membalas": whose turn it is hosts nobody.
pub(super) fn turn_of_other(input: &Input<'_>, frame: &Frame) -> bool {
    let turn = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| b > frame.trigger && input.reader.reads(b, &["giliran"]));
    matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits" | "visit/guests-go") && input.fills(frame, "hosts").any(turn)
}

/// "X memaparkan hal itu kepada anggota DPRD Y yang bertamu ke kantornya": those right before "yang" come, and not X.
pub(super) fn others_who_come(input: &Input<'_>, frame: &Frame) -> bool {
    if !matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits" | "visit/does-visit" | "visit/goes-with-kind") {
        return false;
    }
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let before = input.mentions.partition_point(|m| m.last <= frame.trigger);
    let nearest = before.checked_sub(1).and_then(|n| input.mentions.get(n)).filter(|m| m.first >= last);
    let whom = |m: &Mention| {
        matches!(m.what, What::Official(_) | What::Body(_))
            && m.first.checked_sub(1).is_some_and(|at| input.reader.reads(at, &["kepada", "bagi", "dari", "oleh"]))
    };
    // "X berterima kasih atas sambutan Y saat berkunjung ke Z": it is Y who welcomed.
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let welcomed = |m: &Mention| m.first.checked_sub(2).is_some_and(|at| reads(at, &["atas"]) && reads(at.saturating_add(1), &WELCOME));
    let first = input.fills(frame, "visitors").map(|f| f.first).min();
    if before.checked_sub(1).and_then(|n| input.mentions.get(n)).is_some_and(|m| Some(m.first) == first && welcomed(m)) {
        return true;
    }
    let behind = |m: &Mention| m.last.saturating_add(usize::from(input.reader.sign(m.last) == b','));
    nearest.is_some_and(|m| whom(m) && input.reader.reads(behind(m), &["yang"]) && frame.trigger.saturating_sub(m.last) <= NEXT)
}

/// "Bupati X, diterima Jumat (21/3), kemudian Bupati Y, diterima Selasa (25/3)": behind the comma another guest is told of, who
/// receives nobody.
pub(super) fn next_guest(input: &Input<'_>, frame: &Frame) -> bool {
    if !matches!(input.rule_name(frame), "visit/received-by" | "visit/guest-received" | "visit/received-by-body" | "visit/received-with") {
        return false;
    }
    let first =
        ["received_by", "hosts"].iter().flat_map(|slot| input.fills(frame, slot)).map(|f| f.first).filter(|f| *f > frame.trigger).min();
    let other = ["berikutnya", "dan", "disusul", "kemudian", "lalu", "lantas", "sedangkan", "sementara", "terakhir"];
    let turns = |at: usize| input.reader.sign(at) == b',' && input.reader.reads(at.saturating_add(1), &other);
    first.is_some_and(|first| (frame.trigger..first).any(turns))
}

/// "Yang bertandang; mereka ditemui Kadis X": in another clause stands no guest.
pub(super) fn guest_of_other_clause(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "visitors").map(|f| f.first).min() else { return false };
    let ends = |at: usize| input.reader.sign(at) == b';';
    input.rule_name(frame) == "visit/guest-is" && (frame.trigger..first).any(ends)
}

/// Most tokens from "diterima" to who receives.
const BY: usize = 4;

/// "Karena Bupati tak bisa hadir, rombongan diterima X", "ikut dalam kunjungan yang dipimpin X": who receives or leads behind the
/// word of company comes along with nobody.
pub(super) fn received_behind(input: &Input<'_>, frame: &Frame) -> bool {
    let along = ["visit/along", "visit/along-in"].contains(&input.rule_name(frame));
    let Some(first) = input.fills(frame, "accompanied_by").map(|f| f.first).min().filter(|_| along) else { return false };
    let verbs = input.phrases(input.words.verb, frame.trigger.min(first), first);
    verbs.iter().any(|(v, _, _)| matches!(*v, "receive_passive" | "lead_passive"))
}

/// "Tim diterima Sekda X, Selasa (11/9), sebelum turun ke Y": the guests go on, and not who received them.
pub(super) fn receiver_goes(input: &Input<'_>, frame: &Frame) -> bool {
    let goes = ["visit/goes-to", "visit/visits", "visit/field-reach", "visit/field-thing", "visit/inspects", "visit/inspects-in"];
    let Some(by) = input.fills(frame, "visitors").next().filter(|_| goes.contains(&input.rule_name(frame))) else { return false };
    let next = |at: usize| input.reader.reads(at, &["sebelum", "lalu", "kemudian", "lantas", "selanjutnya"]);
    let verbs = input.phrases(input.words.verb, by.first.saturating_sub(BY), by.first);
    let received = |(v, at, _): &(&str, usize, usize)| *v == "receive_passive" && input.sentence_of(*at) == frame.sentence;
    (by.last..frame.trigger).any(next) && verbs.iter().any(received)
}

/// Parts of the words for those who are sent or taken along.
const STAFF: [&str; 23] = [
    "anggota",
    "aparat",
    "atlet",
    "camat",
    "delegasi",
    "guru",
    "jajaran",
    "kader",
    "kades",
    "kepala",
    "lurah",
    "pegawai",
    "pejabat",
    "pengurus",
    "perangkat",
    "peserta",
    "petani",
    "petugas",
    "pimpinan",
    "rombongan",
    "staf",
    "tim",
    "wakil",
];

/// Words that stand between "membawa" and those who are brought.
const SMALL: [&str; 18] = [
    "beberapa", "dan", "dua", "ikut", "juga", "langsung", "para", "pula", "sebanyak", "segenap", "sejumlah", "sekitar", "seluruh", "semua",
    "sendiri", "serta", "tiga", "turut",
];

/// "Pemkab X mengirim beras ke Y", "kampus itu akan mengirim mahasiswa ke Y": neither officials nor a group go along with what is brought.
pub(super) fn brings_goods(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(goal) = input.fills(frame, "hosts").next().filter(|_| input.rule_name(frame) == "visit/brings-to") else { return false };
    // "membawa persetujuan DPRD ke Y": the council stays at home.
    let brought = |m: &Mention| {
        (frame.trigger.saturating_add(1)..m.first).all(|at| input.reader.reads(at, &SMALL) || mention_over(input, at).is_some())
    };
    let people = |m: &Mention| matches!(&m.what, What::Official(_) | What::Body(_) | What::Number(_)) && brought(m);
    let inside = |m: &Mention| m.first >= frame.trigger && m.last <= goal.first;
    let group =
        [input.words.delegation, input.words.guest].into_iter().any(|c| !input.phrases_weak(c, frame.trigger, goal.first).is_empty());
    let staff = || input.has_part(frame.trigger, goal.first, &STAFF);
    let visit = || input.has(input.words.visit_kind, None, frame.sentence);
    !group && !input.mentions_in(frame.sentence).any(|(_, m)| inside(m) && people(m)) && !staff() && !visit()
}

/// Words before "disambut" that open a clause of their own.
const FRONTED: [&str; 7] = ["begitu", "dengan", "ketika", "saat", "setelah", "sambil", "seraya"];

/// "Disambut Bupati X, Menteri Y tiba di Z": the clause that opens the sentence tells who receives, and who comes stands behind it;
/// they make no list.
pub(super) fn received_first(input: &Input<'_>, frame: &Frame) -> bool {
    let first = input.sentence(frame.sentence).map_or(0, |s| s.first);
    let opens = |f: &Frame| {
        f.trigger
            .checked_sub(1)
            .is_none_or(|before| before < first || input.reader.reads(before, &FRONTED) && before.saturating_sub(1) <= first)
    };
    if input.rule_name(frame) == "visit/received-first" {
        return !opens(frame);
    }
    let mut fronted = input.frames_in(frame.sentence).filter(|f| input.rule_name(f) == "visit/received-first" && opens(f));
    let shares = |f: &Frame, (own, other): (&str, &str)| {
        input.fills(frame, own).any(|own| input.fills(f, other).any(|other| own.first == other.first))
    };
    fronted.any(|f| shares(f, ("received_by", "visitors")) || shares(f, ("visitors", "received_by")))
}
