//! What frames of visits tell that did not happen: a wish, an excuse, a greeting, a way home, what is recalled
//! in less than a clause or answered by the visit told.

use super::status::called_off;
use crate::event::Input;
use crate::event::same::same_side;
use crate::rule::{Fill, Frame};
use crate::text::Zone;

/// The frame tells a visit in none of these ways.
const WAYS: [fn(&Input<'_>, &Frame) -> bool; 24] = [
    greets,
    irreal,
    meant_to,
    recalls,
    excuses,
    habit,
    returns,
    history,
    told_to,
    is_glad,
    some_day,
    farewell,
    own_people,
    paper_sent,
    rumoured,
    asked_by_press,
    said_to_hosts,
    sides_with,
    asked_to_come,
    subject_in_quote,
    guest_of_receiver,
    praises_lead,
    statement_received,
    speaker_goes,
];

/// The frame tells no visit that happened or will happen.
pub(super) fn unreal(input: &Input<'_>, frame: &Frame) -> bool {
    WAYS.iter().any(|way| way(input, frame))
}

/// "Selamat datang" is a greeting, and nobody comes.
fn greets(input: &Input<'_>, frame: &Frame) -> bool {
    frame.trigger.checked_sub(1).is_some_and(|before| input.reader.word(before) == input.reader.classes.words.selamat)
}

/// Most tokens from a word of wish or condition to what it makes unreal.
const IRREAL: usize = 6;

/// What should or could be is no visit: "Kota X-lah yang pantas berguru ke Y".
fn irreal(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(IRREAL);
    let before = input.phrases(input.words.verb, from, frame.trigger);
    // "'Silakan belajar di sini,' katanya saat menerima rombongan": what he wishes is no part of what is told.
    let here = |at: usize| input.sentence_of(at) == frame.sentence && (!input.quoted(at) || input.quoted(frame.trigger));
    // "X mestinya datang ke Y", and nothing was called off.
    let meant = |(v, at, last): &(&str, usize, usize)| *v == "intended" && *last <= frame.trigger && here(*at);
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/guests-go" | "visit/visits");
    // "Mestinya, kata dia, X yang lebih dulu bertandang ke Y"
    let opens = input.sentence(frame.sentence).map_or(from, |s| s.first);
    let says = |from: usize, to: usize| input.phrases(input.words.status, from, to).iter().any(meant);
    let intended = || says(from, frame.trigger) || says(opens, opens.saturating_add(2).min(frame.trigger));
    // "X dapat belajar dari Y"
    let may = |at: usize| input.reader.reads(at, &["bisa", "dapat", "harus", "patut", "perlu"]);
    let learns =
        input.reader.reads(frame.trigger, &["belajar", "berguru"]) && input.reader.reads(frame.trigger.saturating_add(1), &["dari"]);
    if learns && frame.trigger.checked_sub(1).is_some_and(may) {
        return true;
    }
    // "Jangan sungkan berkonsultasi dengan X"
    let warns = (frame.first.saturating_sub(2)..frame.trigger).any(|at| here(at) && input.reader.reads(at, &["jangan"]));
    // "Kalau Komisi I ke X, Komisi II mengunjungi Y" only sets the one against the other.
    let set_against =
        |at: usize| input.reader.reads(at, &["kalau", "jika", "bila"]) && input.sentence(frame.sentence).is_some_and(|s| s.first == at);
    let others = || input.frames_in(frame.sentence).any(|f| f.first >= frame.last && input.fills(f, "visitors").next().is_some());
    warns
        || before.iter().any(|(v, at, _)| *v == "irreal" && here(*at) && !(set_against(*at) && others()))
        || goes && intended() && !called_off(input, frame.sentence)
}

/// "Kepala X yang sedianya ingin menyambut": who only meant to receive did not.
fn meant_to(input: &Input<'_>, frame: &Frame) -> bool {
    let meant = ["ingin", "mestinya", "sedianya", "semestinya", "urung"];
    input.rule_name(frame) == "visit/receives-guests" && (frame.first..frame.last).any(|at| input.reader.reads(at, &meant))
}

/// "Presiden dijadwalkan kembali ke Jakarta": who goes home visits nobody there.
fn returns(input: &Input<'_>, frame: &Frame) -> bool {
    let to = |first: usize| first.checked_sub(1).filter(|ke| input.reader.reads(*ke, &["ke", "menuju"])).and_then(|ke| ke.checked_sub(1));
    let home = |first: usize| to(first).is_some_and(|at| input.reader.reads(at, &["kembali", "pulang", "balik"]));
    input.fills(frame, "hosts").next().is_some_and(|f| home(f.first))
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
    // "... diteken Bupati X, beberapa hari sebelum ia terbang ke Y"
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits");
    let subject = input.fills(frame, "visitors").map(|f| f.last).max().unwrap_or(frame.trigger);
    let next = |at: usize| reads(at, &["sebelum"]) && reads(at.saturating_add(1), &["ia", "dia", "beliau"]);
    // "... sehabis lawatan Wali Kota X ke Y beberapa tahun silam"
    let past = |at: usize| reads(at, &["sehabis", "sepulang", "setelah", "pasca", "usai", "sebagaimana", "seperti"]);
    let end = input.sentence(frame.sentence).map_or(frame.last, |s| s.last).min(frame.last.saturating_add(EXCUSE));
    let long_ago = || input.phrases(input.words.verb, frame.last, end).iter().any(|(v, _, _)| *v == "earlier");
    // "Setahun setelah X bertamu ke Y, giliran Y membalas"
    let ago = ["bulan", "hari", "minggu", "pekan", "sebulan", "sehari", "seminggu", "sepekan", "setahun", "tahun"];
    let after = |at: usize| reads(at, &["selepas", "sesudah", "setelah", "usai"]) && reads(at.wrapping_sub(1), &ago);
    // "Rombongan disambut Bupati X seusai menerima Gubernur Y": what the host did before
    let receives = matches!(input.rule_name(frame), "visit/receives" | "visit/receives-guests");
    let done = |at: usize| reads(at, &["sehabis", "seusai", "usai", "selepas"]);
    let others = || input.frames_in(frame.sentence).any(|f| f.trigger < frame.trigger && input.rule_name(f) == "visit/received-by");
    since
        || receives && frame.trigger.checked_sub(1).is_some_and(done) && others()
        || frame.first.checked_sub(1).is_some_and(after)
        || goes && (subject..frame.trigger).any(next)
        || noun && (from..frame.trigger).any(past) && long_ago()
        || turned_before(input, frame)
        || matches!(input.rule_name(frame), "visit/guests-go") && frame.first.checked_sub(1).is_some_and(before)
}

/// "X melakukan kunjungan balasan ke Y setelah Wali Kota Y berkunjung ke X": the clause recalls what is answered.
fn turned_before(input: &Input<'_>, frame: &Frame) -> bool {
    let side = |frame: &Frame, slot: &str| input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).next();
    let Some((guest, host)) = side(frame, "visitors").zip(side(frame, "hosts")) else { return false };
    let after = ["setelah", "sesudah", "usai", "menyusul", "sebelumnya"];
    if !(frame.first.saturating_sub(RECALLED)..frame.first.saturating_add(1)).any(|at| input.reader.reads(at, &after)) {
        return false;
    }
    let mut before = input.frames_in(frame.sentence).filter(|f| f.last <= frame.first);
    before.any(|f| side(f, "visitors").zip(side(f, "hosts")).is_some_and(|(g, h)| same_side(g, host) && same_side(h, guest)))
}

/// "X mengaku sering berkunjung ke Y": what happens now and then is no visit.
fn habit(input: &Input<'_>, frame: &Frame) -> bool {
    let often = |at: usize| input.reader.reads(at, &["sering", "seringkali", "kerap", "kerapkali", "acap", "acapkali", "biasa", "lazim"]);
    let goes = matches!(
        input.rule_name(frame),
        "visit/visits"
            | "visit/goes-to"
            | "visit/guests-go"
            | "visit/visited"
            | "visit/guest-from"
            | "visit/host-visited"
            | "visit/says-he-came"
    );
    // "Tak jarang anggota dewan menemui kepala dinas"
    let opens = input.sentence(frame.sentence).map_or(frame.first, |s| s.first);
    let seldom = |at: usize| input.reader.reads(at, &["tak", "tidak"]) && input.reader.reads(at.saturating_add(1), &["jarang"]);
    // "Begitulah lazimnya kunjungan kerja anggota DPRD"
    let usual = |at: usize| input.reader.reads(at, &["lazimnya", "biasanya", "umumnya"]);
    // "Desa itu kerap didatangi tamu dari X"
    let comes_often = input.rule_name(frame) == "visit/delegation-of" && frame.trigger.checked_sub(2).is_some_and(often);
    // "DPRD X kerap melakukan kunjungan kerja ke Y"
    let guests = input.fills(frame, "visitors").map(|f| f.last).max();
    let does_often = guests.is_some_and(|last| (last..frame.trigger).take(RECALLED).any(often));
    frame.first.checked_sub(1).is_some_and(usual)
        || does_often
        || seldom(opens)
        || often(opens)
        || goes && frame.trigger.checked_sub(1).is_some_and(often)
        || comes_often
}

/// "Laksamana Cheng Ho pernah singgah di Palembang": who came once and holds no office is of history.
fn history(input: &Input<'_>, frame: &Frame) -> bool {
    let once = (frame.trigger.saturating_sub(2)..frame.trigger).any(|at| input.reader.reads(at, &["pernah"]));
    let guests = || input.fills(frame, "visitors").filter_map(|f| f.value.mention());
    let private = |m: usize| input.official(m).is_some_and(|o| o.office.is_none()) && input.party(m).is_none();
    // "Bang Zul ... beliau disambut X": a nickname alone is nobody yet.
    let named_only = input.rule_name(frame) == "visit/third-received";
    (once || named_only) && guests().next().is_some() && guests().all(private)
}

/// "Dinas X sudah saya suruh berkoordinasi dengan BNPB": what somebody is told to do is not done yet.
fn told_to(input: &Input<'_>, frame: &Frame) -> bool {
    let order = ["agar", "diminta", "disuruh", "minta", "perintahkan", "perlu", "suruh", "supaya", "wajib"];
    input.rule_name(frame) == "visit/kind-with" && frame.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &order))
}

/// "Bupati X menyambut gembira kehadiran Bank Y": who is glad of something receives nobody.
fn is_glad(input: &Input<'_>, frame: &Frame) -> bool {
    let glad = ["antusias", "baik", "gembira", "positif", "suka"];
    let presence = |at: usize| input.reader.reads(at, &["adanya", "hadirnya", "kehadiran", "keberadaan", "rencana"]);
    let receives = matches!(input.rule_name(frame), "visit/receives" | "visit/receives-kind" | "visit/we-receive");
    let told = receives && (frame.trigger..frame.last).any(|at| input.reader.reads(at, &glad));
    let before = |at: usize| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &glad));
    (frame.trigger..frame.last).any(|at| presence(at) && (told || before(at)))
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

/// "Bupati X ingin suatu saat berkunjung ke Y", "ia mengajak Menteri Z kapan-kapan datang lagi": a wish with no plan.
fn some_day(input: &Input<'_>, frame: &Frame) -> bool {
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let once = |at: usize| reads(at, &["suatu"]) && reads(at.saturating_add(1), &["hari", "kali", "ketika", "saat", "waktu"]);
    let times = |at: usize| {
        reads(at, &["kapan"]) && input.reader.sign(at.saturating_add(1)) == b'-' && reads(at.saturating_add(2), &["kapan", "waktu"])
    };
    // "Bupati X mengundang Menteri Y berkunjung ke X"
    let asks = ["mengundang", "mengharapkan", "mempersilahkan", "mempersilakan", "menantikan"];
    let asked = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| reads(b, &asks));
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits");
    goes && input.fills(frame, "visitors").any(asked) || (frame.first..frame.last).any(|at| once(at) || times(at) || reads(at, &["kelak"]))
}

/// "Pisah sambut Dandim X": one office changes hands.
fn farewell(input: &Input<'_>, frame: &Frame) -> bool {
    frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["pisah"]))
}

/// Most tokens from "silaturahmi" to whom it is with.
const WITH: usize = 12;

/// "Silaturahmi Bupati X dengan segenap ASN", "dialog Wali Kota Y bersama warga": one's own people are visited by nobody.
fn own_people(input: &Input<'_>, frame: &Frame) -> bool {
    let own = ["asn", "honorer", "jemaah", "karyawan", "masyarakat", "pegawai", "segenap", "siswa", "ulama", "umat", "warga"];
    let with = |at: usize| input.reader.reads(at, &["bersama", "dengan"]) && input.reader.reads(at.saturating_add(1), &own);
    let end = input.sentence(frame.sentence).map_or(frame.last, |s| s.last).min(frame.trigger.saturating_add(WITH));
    let audience = |f: &Fill| input.phrases(input.words.visit_kind, f.first, f.last).iter().any(|(v, _, _)| *v == "audiensi");
    // "Usai bersilaturahmi dengan sejumlah wartawan": the press is no host.
    let many = |at: usize| input.reader.reads(at, &["awak", "insan", "para", "rekan", "segenap", "sejumlah"]);
    let press = |at: usize| {
        let to = at.saturating_add(1);
        input.reader.reads(at, &["bersama", "dengan"])
            && (to..=to.saturating_add(usize::from(many(to)))).any(|i| input.reader.reads(i, &PRESS))
    };
    let met = |at: usize| press(at) && input.fills(frame, "visitors").any(|f| f.last <= frame.trigger);
    let behind = frame.trigger.saturating_add(1);
    input.fills(frame, "kind").any(audience) && (frame.trigger..end).any(with) || (behind..=behind.saturating_add(1)).any(met)
}

/// What somebody sends or takes elsewhere without going there.
const PAPERS: [&str; 24] = [
    "aduan",
    "aspirasi",
    "berkas",
    "dokumen",
    "draf",
    "dukungan",
    "hasil",
    "keluhan",
    "keputusan",
    "laporan",
    "masukan",
    "nama",
    "pengaduan",
    "permintaan",
    "permohonan",
    "persetujuan",
    "putusan",
    "raperda",
    "rekomendasi",
    "surat",
    "tuntutan",
    "undangan",
    "usul",
    "usulan",
];

/// "Usulan nama pimpinan DPRD X dikirim ke Gubernur Y", "membawa persetujuan DPRD ke Kementerian Y": it is a paper that goes there.
fn paper_sent(input: &Input<'_>, frame: &Frame) -> bool {
    let of = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &PAPERS));
    matches!(input.rule_name(frame), "visit/sent-to" | "visit/part-goes" | "visit/parts-go") && input.fills(frame, "visitors").any(of)
}

/// "Kabar bahwa X akan berkunjung ke Y dibantah Z": what is denied is no visit.
fn rumoured(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let rumour = |at: usize| {
        input.reader.reads(at, &["kabar", "isu", "informasi", "berita", "rumor"])
            && input.reader.reads(at.saturating_add(1), &["bahwa", "soal", "tentang", "mengenai"])
    };
    let told = (sentence.first..frame.first.saturating_add(1)).any(rumour);
    told && (frame.first..sentence.last).any(|at| input.reader.reads(at, &["dibantah", "disangkal", "hoaks", "hoax"]))
}

/// "Kami berada di belakang Gubernur": who takes a side goes nowhere.
fn sides_with(input: &Input<'_>, frame: &Frame) -> bool {
    let side = |at: usize| input.reader.reads(at, &["bawah", "belakang", "pihak", "sisi", "tangan"]);
    let before = |f: &Fill| (frame.trigger..f.first).rev().take(2).any(|at| side(at) && input.reader.reads(at.wrapping_sub(1), &["di"]));
    input.fills(frame, "hosts").any(before)
}

/// Those who ask officials wherever these are.
pub(super) const PRESS: [&str; 10] =
    ["jurnalis", "media", "pers", "pewarta", "reporter", "wartawan", "warta", "kontributor", "kru", "crew"];

/// "Bupati X ketika ditemui sejumlah wartawan di Y", "saat dijumpai di Y": who is asked at a place visits nobody there.
fn asked_by_press(input: &Input<'_>, frame: &Frame) -> bool {
    let asked = ["ditemui", "dijumpai", "dicegat", "disambangi", "dihampiri"];
    let Some(by) = ["received_by", "hosts"].iter().flat_map(|slot| input.fills(frame, slot)).find(|f| f.first > frame.trigger) else {
        return false;
    };
    let official = |f: &Fill| f.value.mention().is_some_and(|m| input.official(m).is_some());
    if !input.reader.reads(frame.trigger, &asked) || !input.fills(frame, "visitors").any(official) {
        return false;
    }
    // "ditemui di Kota Y oleh Sekda Y"
    let end = input.sentence(frame.sentence).map_or(by.last, |s| s.last).min(by.last.saturating_add(EXCUSE));
    let agent = (by.last..end).any(|at| input.reader.reads(at, &["oleh"]));
    // "dijumpai di pintu masuk DPRD X"
    let located = |at: usize| input.reader.reads(at, &["di", "dikantor", "dipintu", "diruang", "dirumah", "digedung"]);
    let place = !official(by) && (frame.trigger..by.first).any(located);
    (frame.trigger..by.first).any(|at| input.reader.reads(at, &PRESS)) || place && !agent
}

/// "Di hadapan tuan rumah, X menyampaikan ...": the guest speaks to the hosts.
fn said_to_hosts(input: &Input<'_>, frame: &Frame) -> bool {
    let to = ["depan", "hadapan", "kepada", "pada", "oleh"];
    let comma = (frame.trigger..frame.last).any(|at| input.reader.sign(at) == b',');
    input.rule_name(frame) == "visit/host-side" && comma && frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &to))
}

/// "X menitipkan undangan agar Bupati Y datang ke Z": whom one bids come has not come.
fn asked_to_come(input: &Input<'_>, frame: &Frame) -> bool {
    let bids = ["undangan", "mengundang", "diundang", "mengajak", "meminta"];
    let so = frame.first.checked_sub(1).filter(|b| input.reader.reads(*b, &["agar", "supaya"]));
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/does-visit" | "visit/visits" | "visit/goes-with-kind");
    let opens = input.sentence(frame.sentence).map_or(frame.first, |s| s.first);
    goes && so.is_some_and(|so| (so.saturating_sub(IRREAL).max(opens)..so).any(|at| input.reader.reads(at, &bids)))
}

/// "'Kami mau melihat Kota X,' kata Bupati Y saat bertandang ke Z": what the words of somebody name goes nowhere outside of them.
fn subject_in_quote(input: &Input<'_>, frame: &Frame) -> bool {
    let before = |f: &Fill| f.last <= frame.trigger && input.quoted(f.first);
    let body = input.zone(frame.sentence) == Zone::Body;
    body && !input.quoted(frame.trigger) && input.fills(frame, "visitors").any(before)
}

/// "Adalah Sekda X yang menerima Bupati Y": who stands before "yang" receives, and Y is the guest.
fn guest_of_receiver(input: &Input<'_>, frame: &Frame) -> bool {
    let end = frame.first.checked_sub(1).map_or(frame.first, |b| if input.reader.sign(b) == b',' { b } else { frame.first });
    let cleft = input.reader.reads(frame.first, &["yang"]) && input.rule_name(frame) == "visit/receiver-inverted";
    let before = input.mentions.partition_point(|m| m.last <= end);
    // "Anggota DPRD X yang menemui rombongan, Fulan, ...": a name behind the office is who receives.
    let named = |n: usize| input.official(n).is_some_and(|o| o.name.is_some()) && input.mentions.get(n).is_some_and(|m| m.last == end);
    cleft && before.checked_sub(1).is_some_and(named)
}

/// "'Dipimpin Wali Kota X, kota ini maju,' kata Y": who leads a place leads no journey.
fn praises_lead(input: &Input<'_>, frame: &Frame) -> bool {
    let journey =
        || [input.words.delegation, input.words.guest, input.words.visit_kind].iter().any(|class| input.has(*class, None, frame.sentence));
    input.rule_name(frame) == "visit/led-by" && input.quoted(frame.trigger) && !journey()
}

/// "Bupati X dalam keterangan tertulis yang diterima di Y": it is the statement that is received.
fn statement_received(input: &Input<'_>, frame: &Frame) -> bool {
    let said =
        ["keterangan", "keterangannya", "pernyataan", "pernyataannya", "pers", "release", "rilis", "rilisnya", "tertulis", "tertulisnya"];
    let from = input.fills(frame, "visitors").map(|f| f.last).max().unwrap_or(frame.trigger);
    input.rule_name(frame) == "visit/guest-received" && (from..frame.trigger).any(|at| input.reader.reads(at, &said))
}

/// "X membalas kunjungan, karena November lalu saya yang datang ke Y": who speaks went, and not X.
fn speaker_goes(input: &Input<'_>, frame: &Frame) -> bool {
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits");
    let from = input.fills(frame, "visitors").filter(|f| f.last <= frame.trigger).map(|f| f.last).max().unwrap_or(frame.trigger);
    let speaker = |at: usize| input.reader.reads(at, &["kami", "kita", "saya"]);
    let goer = |at: usize| input.reader.reads(at, &["pernah", "sempat", "sudah", "telah", "yang"]);
    goes && (from..frame.trigger).any(|at| speaker(at) && goer(at.saturating_add(1)))
}
