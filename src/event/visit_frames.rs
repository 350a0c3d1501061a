//! Frames of visits: which tell a visit, and which only a wish, an excuse, a greeting, or what is recalled in less than a clause.

use super::Input;
use super::committees::part;
use super::roles::MEETING;
use super::status::called_off;
use crate::mention::{BodySort, What};
use crate::rule::{Fill, Frame};

/// Most tokens from a word of wish or condition to what it makes unreal.
const IRREAL: usize = 6;

/// Most tokens from a verb of going to the verb of receiving that it leads to.
const NEXT: usize = 4;

/// A frame counts unless its sentence speaks of tourists, pupils or patients and names no party that visits.
pub(super) fn counts(input: &Input<'_>, frame: &Frame) -> bool {
    // "Hadir Pemkab X": at a meeting, else only as a guest of whatever it is.
    let near = frame.sentence.saturating_sub(MEETING)..frame.sentence.saturating_add(1);
    if input.rule_name(frame) == "visit/meeting-present" && !near.into_iter().any(|s| input.has(input.words.visit_kind, Some("rapat"), s)) {
        return false;
    }
    // "Komisi B ke Kota X" goes, "Dinas Y ke Kota X" may be anything, and so may what a whole council does before "ke".
    let next = |f: &Fill| input.reader.reads(f.last, &["ke"]);
    let council = |f: &Fill| {
        let party = |m: usize| input.party(m).is_some_and(|p| p.sort == Some(BodySort::Council) && next(f));
        f.value.mention().is_some_and(|m| party(m) || part(input, m).is_some())
    };
    if input.rule_name(frame) == "visit/part-goes" && !input.fills(frame, "visitors").all(council) {
        return false;
    }
    // "Komisi II di Kota X" goes there only as one of several told of: at the begin of a sentence or a clause.
    let bare = |f: Fill| f.last == frame.trigger && input.reader.reads(f.last, &["di"]) && !opens(input, f.first);
    if input.rule_name(frame) == "visit/part-goes" && input.fills(frame, "visitors").any(|f| bare(*f)) {
        return false;
    }
    // "Bupati X berterima kasih kepada Menteri Y dalam kunjungannya": whose visit it is stays open.
    let between = |f: Fill| {
        let from = input.mentions.partition_point(|m| m.first < f.last);
        input.mentions.iter().skip(from).take_while(|m| m.first < frame.trigger).any(|m| matches!(m.what, What::Official(_)))
    };
    if input.rule_name(frame) == "visit/own-visit" && input.fills(frame, "visitors").any(|f| between(*f)) {
        return false;
    }
    if leads_hosts(input, frame) {
        return false;
    }
    // "Di ruang rapat paripurna" is where one meets, and no budget is passed there.
    let room = |first: usize| {
        first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &["ruang", "ruangan", "gedung", "aula"]))
            || super::mention_over(input, first).is_some_and(|m| matches!(m.what, What::Place(_)))
    };
    let budget = input.phrases_in(input.words.budget, frame.sentence).iter().any(|(_, first, _)| !room(*first));
    if advised(input, frame) || chairs(input, frame) || receivers_are(input, frame) || meant_to(input, frame) {
        return false;
    }
    if budget || irreal(input, frame) || excuses(input, frame) || greets(input, frame) || citizens(input, frame) || recalls(input, frame) {
        return false;
    }
    // "Di kantor DPRD X, rombongan diterima Y": it is the party that is received, and not who stands before it.
    if input.rule_name(frame) == "visit/guest-received" && taken_up(input, frame) {
        return false;
    }
    if serves(input, frame) {
        return false;
    }
    // "Bupati X turun menyambut tamunya" goes nowhere.
    let next = frame.trigger.saturating_add(NEXT);
    if input.rule_name(frame) == "visit/goes-to"
        && input.phrases(input.words.verb, frame.trigger, next).iter().any(|(v, _, _)| *v == "receive")
    {
        return false;
    }
    // "Rapat Kerja BPPT" is held by its own body: nobody visits.
    let meeting =
        input.fills(frame, "kind").any(|f| input.phrases(input.words.visit_kind, f.first, f.last).iter().any(|(v, _, _)| *v == "rapat"));
    let association = input
        .fills(frame, "visitors")
        .any(|f| f.value.mention().and_then(|m| input.party(m)).is_some_and(|p| p.sort == Some(BodySort::Association)));
    if meeting && !association && input.fills(frame, "hosts").next().is_none() && input.rule_name(frame).contains("kind-of") {
        return false;
    }
    let party_visits = input.fills(frame, "visitors").any(|f| input.mention(f).is_some_and(|(n, _)| input.party(n).is_some()));
    !input.has(input.words.quiet, None, frame.sentence)
        || party_visits && input.phrases(input.words.quiet, frame.first.saturating_sub(6), frame.last).is_empty()
}

/// Sentences back to the visit of which "Komisi II di Kota X" tells a part.
const TOLD: usize = 4;

/// A token opens its sentence or a clause of it, and a visit is told there or shortly before.
fn opens(input: &Input<'_>, token: usize) -> bool {
    let sentence = input.sentence_of(token);
    let first = input.sentence(sentence).map_or(token, |s| s.first);
    let links = |before: usize| {
        input.reader.sign(before) == b',' || input.reader.reads(before, &["sedangkan", "sementara", "adapun", "dan", "serta", "itu"])
    };
    let mut near = sentence.saturating_sub(TOLD)..sentence.saturating_add(1);
    token.checked_sub(1).is_none_or(|before| before < first || links(before)) && near.any(|s| input.has(input.words.visit_kind, None, s))
}

/// Most tokens from "diterima" to "dipimpin" of those who receive.
const LED: usize = 12;

/// "Diterima jajaran Pemkab X yang dipimpin Y": who leads the hosts receives, and leads nobody there.
fn leads_hosts(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(leader) = input.fills(frame, "leader").next().map(|f| f.first) else { return false };
    let from = input.frames.partition_point(|f| f.trigger < frame.trigger.saturating_sub(LED));
    let before = input.frames.iter().skip(from).take_while(|f| f.trigger < frame.trigger);
    let receives = |f: &Frame| input.fills(f, "received_by").any(|r| r.first == leader);
    before.into_iter().any(|f| input.rule_name(f) == "visit/received-by-led" && receives(f))
}

/// "Bank X menyiapkan mobil kas yang akan menyambangi ...": it is the service that goes there, and nobody visits.
fn serves(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let offers = input.phrases(input.words.verb, last, frame.trigger);
    let Some(offer) = offers.iter().find(|(v, _, _)| *v == "provide") else { return false };
    let guests = !input.phrases(input.words.guest, offer.2, frame.trigger).is_empty();
    !guests && (offer.2..frame.trigger).any(|i| input.reader.reads(i, &["yang"]))
}

/// "Selamat datang" is a greeting, and nobody comes.
fn greets(input: &Input<'_>, frame: &Frame) -> bool {
    frame.trigger.checked_sub(1).is_some_and(|before| input.reader.word(before) == input.reader.classes.words.selamat)
}

/// "Warga Kota X berkunjung ke Y": its people go, and not its government.
fn citizens(input: &Input<'_>, frame: &Frame) -> bool {
    let people = |f: Fill| {
        let people = ["warga", "masyarakat", "penduduk", "wisatawan", "pedagang", "petani"];
        f.first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &people))
    };
    input.fills(frame, "visitors").next().is_some_and(|f| people(*f))
}

/// What should or could be is no visit: "Kota X-lah yang pantas berguru ke Y".
fn irreal(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(IRREAL);
    let before = input.phrases(input.words.verb, from, frame.trigger);
    let here = |at: usize| input.sentence_of(at) == frame.sentence;
    // "X mestinya datang ke Y", and nothing was called off.
    let meant = |(v, at, last): &(&str, usize, usize)| *v == "intended" && *last <= frame.trigger && here(*at);
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/guests-go" | "visit/visits");
    let intended = input.phrases(input.words.status, from, frame.trigger).iter().any(meant);
    before.iter().any(|(v, at, _)| *v == "irreal" && here(*at)) || goes && intended && !called_off(input, frame.sentence)
}

/// "Kota X dipilih atas saran dari Kemendagri": who only advised it does not come.
fn advised(input: &Input<'_>, frame: &Frame) -> bool {
    let advice = ["anjuran", "arahan", "dorongan", "izin", "masukan", "petunjuk", "rekomendasi", "saran", "undangan", "usul", "usulan"];
    input.rule_name(frame) == "visit/visited" && (frame.trigger..frame.last).any(|at| input.reader.reads(at, &advice))
}

/// "Yang menerima kunjungan itu adalah X": who receives the guests is none of them.
fn receivers_are(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(NEXT);
    let receives = |(v, at, _): &(&str, usize, usize)| *v == "receive" && input.sentence_of(*at) == frame.sentence;
    input.rule_name(frame) == "visit/guest-is"
        && input.phrases(input.words.verb, from, frame.trigger).iter().any(receives)
        && (from..frame.trigger).any(|at| input.reader.reads(at, &["yang"]))
}

/// "Kepala X yang sedianya ingin menyambut": who only meant to receive did not.
fn meant_to(input: &Input<'_>, frame: &Frame) -> bool {
    let meant = ["ingin", "mestinya", "sedianya", "semestinya", "urung"];
    input.rule_name(frame) == "visit/receives-guests" && (frame.first..frame.last).any(|at| input.reader.reads(at, &meant))
}

/// Most tokens from "rapat" to "dipimpin".
const CHAIRED: usize = 2;

/// "Rapat yang dipimpin X", "wilayah yang dipimpin X": X chairs or governs it, and leads nobody who comes.
fn chairs(input: &Input<'_>, frame: &Frame) -> bool {
    let meeting = ["apel", "paripurna", "pertemuan", "rapat", "rdp", "sidang", "upacara"];
    let governed = ["daerah", "instansi", "kabupaten", "kota", "lembaga", "organisasi", "partai", "provinsi", "wilayah"];
    let from = frame.trigger.saturating_sub(CHAIRED);
    // "DPRD Kota X dipimpin Y" is led.
    let free = |at: usize| input.sentence_of(at) == frame.sentence && super::mention_over(input, at).is_none();
    let reads = |at: usize| input.reader.reads(at, &meeting) || input.reader.reads(at, &governed);
    // "Capaian Kota X selama dipimpin Y": in the years of Y.
    let years = ["sejak", "selama", "semasa", "semenjak"];
    let reigns = frame.trigger.checked_sub(1).is_some_and(|before| input.reader.reads(before, &years));
    let led = matches!(input.rule_name(frame), "visit/led-by" | "visit/led-with");
    led && (from..frame.trigger).any(|at| reads(at) && free(at)) || reigns && (led || input.rule_name(frame) == "visit/group-led")
}

/// Between the visitor and the verb of a frame the visitors are taken up behind a comma: "..., rombongan diterima".
fn taken_up(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let guests = input.phrases(input.words.guest, last, frame.trigger);
    guests.iter().any(|(_, first, _)| first.checked_sub(1).is_some_and(|b| b >= last && input.reader.sign(b) == b','))
}

/// Most tokens from "sejak" to the visit that it recalls.
const RECALLED: usize = 3;

/// A visit told in less than a clause: "sejak kunjungan kerja ke X", "sesaat sebelum ia terbang ke X".
fn recalls(input: &Input<'_>, frame: &Frame) -> bool {
    let reads = |at: usize, words: &[&str]| input.sentence_of(at) == frame.sentence && input.reader.reads(at, words);
    let from = frame.first.saturating_sub(RECALLED);
    let noun =
        input.phrases(input.words.visit_kind, frame.trigger, frame.last).first().is_some_and(|(_, first, _)| *first == frame.trigger);
    let since = noun && (from..frame.trigger).any(|at| reads(at, &["sejak", "semenjak"]));
    let before = |at: usize| reads(at, &["sebelum"]);
    since || matches!(input.rule_name(frame), "visit/guests-go") && frame.first.checked_sub(1).is_some_and(before)
}

/// Tokens from "karena" to what kept somebody away.
const EXCUSE: usize = 10;

/// "... karena bupatinya sedang berkunjung ke X": why somebody was absent.
fn excuses(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(EXCUSE);
    let same = |at: usize| input.sentence_of(at) == frame.sentence;
    let verbs = input.phrases(input.words.verb, from, frame.trigger);
    let reason = verbs.into_iter().rfind(|(v, at, _)| *v == "because" && same(*at));
    let comma = |at: usize| input.reader.sign(at) == b',';
    let going = |(_, _, last): (&str, usize, usize)| {
        !(last..frame.trigger).any(comma) && input.phrases(input.words.status, last, frame.trigger).iter().any(|(v, _, _)| *v == "ongoing")
    };
    reason.is_some_and(going) || hinders(input, frame)
}

/// "... masih kunjungan kerja di X sehingga tidak dapat hadir".
fn hinders(input: &Input<'_>, frame: &Frame) -> bool {
    let end = input.sentence(frame.sentence).map_or(frame.last, |s| s.last).min(frame.last.saturating_add(EXCUSE));
    let before = input.phrases(input.words.status, frame.trigger.saturating_sub(EXCUSE), frame.trigger);
    let going = before.iter().any(|(v, at, _)| *v == "ongoing" && input.sentence_of(*at) == frame.sentence);
    let so = |at: usize| input.reader.reads(at, &["sehingga", "hingga", "jadi"]);
    let not = |(v, first, _): &(&str, usize, usize)| *v == "negate" && first.checked_sub(1).is_some_and(so);
    going && input.phrases(input.words.verb, frame.last, end).iter().any(not)
}
