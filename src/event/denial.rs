//! Denials: "tidak melakukan kunjungan ke X", "belum pernah menerima Y" tell no visit, "Sekda X dan Pemkab Y yang diwakili Z" no
//! absence of the first, and "siapa saja yang ingin bekerja sama" no agreement.

use super::{AGREEMENT, Input, VISIT, mention_over};
use crate::mention::What;
use crate::rule::Frame;

/// Most words between "tidak" and the trigger.
const BETWEEN: usize = 2;
/// Most tokens from the trigger to "sendirian".
const ALONE: usize = 3;
/// Most tokens from "siapa saja" to what they may do.
const WHOEVER: usize = 10;
/// Words that "tidak" denies together with the verb behind them; "tidak hanya", "belum lama ini", "tak jarang" deny nothing.
const LIGHT: [&str; 21] = [
    "ada",
    "akan",
    "bisa",
    "dapat",
    "ingin",
    "lagi",
    "mampu",
    "mau",
    "melakukan",
    "melaksanakan",
    "mengadakan",
    "menggelar",
    "menjalani",
    "perlu",
    "pernah",
    "pun",
    "satu",
    "sedang",
    "sekali",
    "sempat",
    "sudah",
];

/// The frames but for the denied ones; `None` where none is denied.
pub(super) fn affirmed(input: &Input<'_>) -> Option<Vec<Frame>> {
    let open = |f: &Frame| f.event == AGREEMENT && open_to_all(input, f);
    let holds = |f: &&Frame| !passed_over(input, f) && !open(f) && (f.event != VISIT || !denied(input, f));
    let affirmed: Vec<&Frame> = input.frames.iter().filter(holds).collect();
    (affirmed.len() < input.frames.len()).then(|| affirmed.into_iter().cloned().collect())
}

/// "Daerah mana pun yang berminat MoU kami layani", "siapa saja yang ingin bekerja sama": whoever may come is no party.
fn open_to_all(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    // "Dinas mana pun bisa bekerja sama dengan Bank X": the partner is told.
    if input.fills(frame, "parties").any(|f| mention_over(input, f.first).is_some()) {
        return false;
    }
    let from = frame.trigger.saturating_sub(WHOEVER).max(sentence.first);
    (from..frame.trigger).any(|at| {
        let next = at.saturating_add(1);
        reads(at, &["manapun", "siapapun"])
            || reads(at, &["mana", "siapa"]) && reads(next, &["pun", "saja"])
            || reads(at, &["setiap", "tiap"]) && reads(next, &["daerah", "instansi", "lembaga", "pemda", "pihak"])
            || reads(at, &["jika", "kalau", "bila"]) && reads(next, &["ada"]) && reads(next.saturating_add(1), &["daerah", "pihak"])
    })
}

/// A word such as "tidak" stands right before the trigger, and nothing says that a plan was dropped ("tidak jadi", "batal").
fn denied(input: &Input<'_>, frame: &Frame) -> bool {
    // "Ketua DPRD X tidak ikut": the rule tells the denial itself.
    if input.rule_name(frame) == "visit/absent" {
        return false;
    }
    if kept_away(input, frame) {
        return true;
    }
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let from = frame.trigger.saturating_sub(BETWEEN.saturating_add(2)).max(sentence.first);
    let verb = |at: usize| !input.phrases(input.words.verb, at, at.saturating_add(1)).is_empty();
    let light = |mut between: std::ops::Range<usize>| between.all(|at| input.reader.reads(at, &LIGHT) || verb(at));
    let words = input.phrases(input.words.verb, from, frame.trigger);
    let negated =
        words.iter().any(|(v, _, last)| *v == "negate" && frame.trigger.saturating_sub(*last) <= BETWEEN && light(*last..frame.trigger));
    // "Tidak datang sendirian ke X": it is only alone that nobody goes.
    let alone = (frame.trigger..frame.trigger.saturating_add(ALONE))
        .any(|at| input.reader.reads(at, &["sendiri", "sendirian", "sekadar", "hanya"]));
    negated && !alone && !input.phrases(input.words.status, from, frame.last).iter().any(|(v, _, _)| *v == "cancelled")
}

/// "Utusan Kabupaten X tidak hadir": those told by their group alone did not come.
fn kept_away(input: &Input<'_>, frame: &Frame) -> bool {
    let not = input.reader.reads(frame.last, &["tidak", "tak", "absen", "berhalangan"]);
    let verb = frame.last.saturating_add(1);
    let light = usize::from(input.reader.reads(verb, &["bisa", "dapat", "sempat", "tampak", "terlihat"]));
    let come = || input.reader.reads(verb.saturating_add(light), &["datang", "hadir", "ikut"]);
    let away = || input.reader.reads(frame.last, &["absen", "berhalangan"]);
    input.rule_name(frame) == "visit/delegation-of" && not && (away() || come())
}

/// "Sekda X dan Pemkab Y yang diwakili Z": Z stands in for the government or body right before the word, not for who is told
/// before that.
fn passed_over(input: &Input<'_>, frame: &Frame) -> bool {
    // "Siapa yang mewakili X, saya belum tahu"
    let who = |at: usize| input.reader.reads(at, &["siapa"]);
    if input.rule_name(frame) == "visit/represents" && (frame.trigger.saturating_sub(2)..frame.trigger).any(who) {
        return true;
    }
    // "Gubernur tak ikut sampai selesai": he came.
    if input.rule_name(frame) == "visit/absent" {
        return input.reader.reads(frame.last, &["hingga", "sampai"]);
    }
    if !matches!(input.rule_name(frame), "visit/represented" | "agreement/stands-in") {
        return false;
    }
    // "Pihak kabupaten diwakili Bupati X, sedangkan kampus diwakili Rektor Y": Y stands in for nobody told before.
    let another = |at: usize| input.reader.reads(at, &["sedangkan", "sementara", "adapun"]);
    if input.rule_name(frame) == "visit/represented" && (frame.first..frame.trigger).any(another) {
        return true;
    }
    let at = input.mentions.partition_point(|m| m.last <= frame.trigger);
    let nearest = at.checked_sub(1).and_then(|i| input.mentions.get(i));
    nearest.is_some_and(|m| {
        let stands = match &m.what {
            What::Region(region) => region.government,
            What::Body(_) => true,
            _ => false,
        };
        stands && m.first > frame.first && frame.trigger.saturating_sub(m.last) <= BETWEEN
    })
}
