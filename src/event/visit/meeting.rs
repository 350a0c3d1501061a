//! Meetings: who came to whom, where "bertemu" and "menemui" leave it open. The guests named there, the place and what else the
//! article tells decide.

use super::delegation::capital;
use crate::event::same::same_side;
use crate::event::{Input, VISIT, mention_over};
use crate::kinds::Level;
use crate::mention::{BodySort, PartyRef, What};
use crate::rule::{Fill, Frame};

/// Most tokens from "menemui" to the guests: "menemui dua rombongan tamu".
const COUNTED: usize = 3;
/// Most tokens to the words that tell who came, and frames looked at on the way.
const NEAR: usize = 300;
const FRAMES: usize = 60;

/// Verbs of going to see somebody, or of seeing those who came.
const SEES: [&str; 3] = ["menemui", "menjumpai", "temui"];

/// "Wali Kota X menemui keduanya di Ruang Y", "Komisi A menemui dua rombongan tamu di Ruang Y" receives them there.
pub(super) fn meets_guests(input: &Input<'_>, frame: &Frame) -> bool {
    let next = frame.trigger.saturating_add(1);
    let guest = |at: usize| {
        let end = at.saturating_add(1);
        [input.words.guest, input.words.delegation].iter().any(|c| !input.phrases(*c, at, end).is_empty())
    };
    let light = |at: usize| {
        input.reader.reads(at, &["dengan", "kedua", "ketiga", "para", "sejumlah", "langsung"])
            || mention_over(input, at).is_some_and(|m| matches!(m.what, What::Number(_)))
    };
    let named = |at: usize| input.reader.reads(at, &["keduanya", "ketiganya", "keempatnya"]) || guest(at);
    let mut ahead = (next..next.saturating_add(COUNTED)).take_while(|at| *at == next || light(at.saturating_sub(1)));
    // "Wakil Wali Kota X menemui Komisi A DPRD Y yang dikomandani Z": who is led somewhere is a guest there.
    let led = |f: &Fill| {
        let verb = f.last.saturating_add(1);
        let verbs = input.phrases(input.words.verb, verb, verb.saturating_add(1));
        input.reader.reads(f.last, &["yang"]) && verbs.iter().any(|(v, at, _)| *v == "lead_passive" && *at == verb)
    };
    matches!(input.rule_name(frame), "visit/visits" | "visit/inspects")
        // "Wali Kota X bertemu dengan rombongan kunker Kota Y": it is the delegation that came.
        && (input.reader.reads(frame.trigger, &SEES) || input.reader.reads(frame.trigger, &["bertemu"]))
        && (ahead.any(named) || input.fills(frame, "hosts").any(led))
}

/// "Fulan, Wakil Wali Kota X, yang menemui Anu", of whom the text says elsewhere that he came: who meets him receives.
pub(super) fn meets_comer(input: &Input<'_>, frame: &Frame) -> bool {
    let meets = matches!(input.rule_name(frame), "visit/visits" | "visit/who-come")
        && input.reader.reads(frame.trigger, &SEES)
        && frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["yang"]));
    if !meets {
        return false;
    }
    let person = |f: &Fill| f.value.mention().and_then(|m| input.person(m));
    let met: Vec<usize> = input.fills(frame, "hosts").filter_map(person).collect();
    others_near(input, frame).flat_map(|f| input.fills(f, "visitors")).filter_map(person).any(|p| met.contains(&p))
}

/// The frames around one that other words set off.
fn others_near<'f>(input: &Input<'f>, frame: &Frame) -> impl Iterator<Item = &'f Frame> + use<'f> {
    let trigger = frame.trigger;
    let from = input.frames.partition_point(|f| f.trigger < trigger.saturating_sub(NEAR));
    input.frames.iter().skip(from).take(FRAMES).filter(move |f| f.trigger != trigger)
}

/// "Wali Kota X menemui tim KPK", of whom the text says elsewhere that it came, receives it; else he may have gone to see it.
pub(super) fn meets_stranger(input: &Input<'_>, frame: &Frame) -> bool {
    let slot = match input.rule_name(frame) {
        "visit/meets-team" => "visitors",
        "visit/visits" if input.reader.reads(frame.trigger, &SEES) => "hosts",
        _ => return false,
    };
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m));
    let team = |f: &&Fill| f.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["tim", "utusan", "perwakilan"]));
    let Some(met) = input.fills(frame, slot).filter(|f| slot == "visitors" || team(f)).find_map(party) else { return false };
    let others = others_near(input, frame).filter(|f| f.event == VISIT && input.rule_name(f) != "visit/meets-team");
    let visited = others.filter(|f| input.fills(f, "hosts").next().is_some());
    let comes = visited.flat_map(|f| input.fills(f, "visitors")).filter_map(party).any(|p| same_side(p, met));
    comes == (slot == "hosts")
}

/// "Pemkot X bertolak ke Y guna mengikuti Rakernas Apeksi": the meeting is told of as one that others go to.
pub(super) fn attended(input: &Input<'_>, frame: &Frame) -> bool {
    let attends = |at: usize| input.reader.reads(at, &["mengikuti", "menghadiri", "ikuti", "hadiri"]);
    super::frames::of_kind(input, frame) && frame.trigger.checked_sub(1).is_some_and(attends)
}

/// "Universitas X sudah ia datangi", "pasar itu mereka kunjungi": what stands before is the goal, and goes nowhere.
pub(super) fn object_first(input: &Input<'_>, frame: &Frame) -> bool {
    let agent = |at: usize| input.reader.reads(at, &["ia", "dia", "beliau", "mereka", "kami", "kita", "saya"]);
    let bare = input.reader.reads(frame.trigger, &["datangi", "kunjungi", "sambangi", "temui", "tinjau", "satroni"]);
    let Some(at) = frame.trigger.checked_sub(1).filter(|at| bare && agent(*at)) else { return false };
    matches!(input.rule_name(frame), "visit/visits" | "visit/inspects") && input.fills(frame, "visitors").all(|f| f.last <= at)
}

/// "Pertemuan Bupati X dengan Dubes Y": who came to whom is told only where the place tells it.
pub(super) fn meets_somewhere(input: &Input<'_>, frame: &Frame) -> bool {
    input.rule_name(frame) == "visit/met-at" && !at_home(input, frame) && !at_theirs(input, frame)
}

/// "Bupati X bertemu Dubes Y di ruang kerjanya": where one meets somebody is not looked at.
pub(super) fn meets_there(input: &Input<'_>, frame: &Frame) -> bool {
    let site = input.fills(frame, "sites").map(|f| f.first).min().filter(|_| input.rule_name(frame) == "visit/inspects");
    if at_work(input, frame) {
        return true;
    }
    // "Bupati X dan Konjen Y bertemu di Aula Z": so neither of them went to see the hall.
    let hall = |f: &Fill| {
        input.mention(f).is_some_and(|(_, m)| matches!(m.what, What::Place(_)) && input.reader.reads(m.first.wrapping_sub(1), &["di"]))
    };
    let two = || input.fills(frame, "visitors").nth(1).is_some();
    if input.rule_name(frame) == "visit/visits"
        && input.reader.reads(frame.trigger, &["bertemu"])
        && two()
        && input.fills(frame, "hosts").any(hall)
    {
        return true;
    }
    let Some(site) = site else { return false };
    let verb = [&MEETS[..], &SEES].iter().any(|words| input.reader.reads(frame.trigger, words));
    let from = input.mentions.partition_point(|m| m.first < frame.trigger);
    let mut between = input.mentions.iter().skip(from).take_while(|m| m.first < site);
    input.reader.reads(frame.trigger, &["bertemu"])
        || verb && between.any(|m| matches!(m.what, What::Body(_) | What::Official(_) | What::Region(_)))
}

/// "Bupati X bertemu Ketua DPRD X", "Ketua DPRD X menemui massa di Kantor DPRD X": one is at work, and nobody came.
fn at_work(input: &Input<'_>, frame: &Frame) -> bool {
    let meets = input.reader.reads(frame.trigger, &["bertemu"]) || input.reader.reads(frame.trigger, &SEES);
    let side = |slot: &str| input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).next();
    // "Kajari X menemui Bupati X" for an office of the centre, and comes to the government.
    let heads = |slot: &str| input.fills(frame, slot).filter_map(|f| f.value.mention()).any(|m| input.headed(m).is_some());
    // "Bupati X menemui Kapolres X di Mapolres X"
    let centre = heads("visitors") || heads("hosts");
    let Some(home) = side("visitors").filter(|p| meets && !centre && p.region.is_some()) else { return false };
    if input.rule_name(frame) == "visit/visits" {
        return side("hosts").is_some_and(|h| same_side(h, home));
    }
    let sites = input.fills(frame, "sites").map(|f| input.reader.folded(f.first, f.last));
    input.rule_name(frame) == "visit/inspects" && sites.into_iter().any(|s| seat_of(input, &s, home, None))
}

/// Words of a meeting that do not say which side came.
const MEETS: [&str; 9] =
    ["audiensi", "beraudiensi", "berdialog", "bersilaturahim", "bersilaturahmi", "bertemu", "pertemuan", "silaturahim", "silaturahmi"];
/// Where the head of a government sits, whichever it is.
const SEATS: [&str; 7] = ["pendopo", "pendapa", "rumah dinas", "rumah jabatan", "rujab", "kantor pem", "setda"];

/// "Wali Kota X bertemu Konsul Jenderal Y di Balai Kota X", "Bupati X beraudiensi dengan Kepala BPS di ruang kerjanya": one
/// meets at the seat of the first, so it is the other that came.
pub(super) fn at_home(input: &Input<'_>, frame: &Frame) -> bool {
    let first = |f: &Frame, slot: &str| input.fills(f, slot).map(|f| f.first).min();
    let (comes, hosts) = (first(frame, "visitors"), first(frame, "hosts"));
    if comes.is_some() && hosts.is_some() {
        return told_at_home(input, frame);
    }
    // "... beraudiensi dengan Y", "X melakukan audiensi ...": the same words, read without who stands on the one side.
    let from = input.frames.partition_point(|f| f.trigger < frame.trigger.saturating_sub(FRAMES));
    let near = input.frames.iter().skip(from).take_while(|f| f.trigger <= frame.trigger.saturating_add(FRAMES)).take(FRAMES);
    let same = |f: &&Frame| match (comes, hosts) {
        (None, Some(_)) => first(f, "visitors").is_some() && input.fills(f, "hosts").any(|h| Some(h.first) == hosts),
        (Some(_), None) => first(f, "hosts").is_some() && first(f, "visitors") == comes,
        _ => false,
    };
    near.into_iter().filter(same).any(|f| told_at_home(input, f))
}

fn told_at_home(input: &Input<'_>, frame: &Frame) -> bool {
    let officials = |slot: &str| input.fills(frame, slot).filter_map(|f| f.value.mention().map(|m| (f.first, f.last, m))).next();
    let (Some((_, before, own)), Some((behind, _, other))) = (officials("visitors"), officials("hosts")) else { return false };
    let party = |m: usize| input.party(m);
    let Some(home) = party(own).filter(|p| p.region.is_some() && matches!(p.sort, None | Some(BodySort::Council))) else { return false };
    let meets = before <= behind && (frame.trigger.min(before)..behind).any(|at| input.reader.reads(at, &MEETS));
    if !meets || input.official(own).is_none() || party(other).is_some_and(|p| same_side(p, home)) {
        return false;
    }
    met_at_seat(input, frame, home, party(other))
}

/// "Pertemuan Bupati X dengan Bupati Y di Pendopo Y", "audiensi KPU X dengan Bupati X di ruang kerja Bupati": the first came to
/// the seat of the other.
fn at_theirs(input: &Input<'_>, frame: &Frame) -> bool {
    let party = |slot: &str| input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).next();
    let Some((own, other)) = party("visitors").zip(party("hosts")) else { return false };
    let government = |p: &PartyRef| p.region.is_some() && matches!(p.sort, None | Some(BodySort::Council));
    let central = other.region.is_none() && other.sort == Some(BodySort::Central);
    if government(own) && central && in_capital(input, frame) {
        return true;
    }
    government(other) && !same_side(own, other) && met_at_seat(input, frame, other, Some(own))
}

/// The sentence of a meeting says that it was in the capital, where the ministries sit.
fn in_capital(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let from = input.mentions.partition_point(|m| m.first < sentence.first);
    let mut here = input.mentions.iter().enumerate().skip(from).take_while(|(_, m)| m.first < sentence.last);
    let led = |at: usize| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["di"]));
    here.any(|(n, m)| matches!(m.what, What::Region(_)) && led(m.first) && input.party(n).is_some_and(|p| capital(input, p)))
}

/// The sentence of a meeting names its place, which is the seat of the first side and not of the other.
fn met_at_seat(input: &Input<'_>, frame: &Frame, home: &PartyRef, other: Option<&PartyRef>) -> bool {
    let Some(sentence) = input.sentence(frame.sentence) else { return false };
    let from = input.mentions.partition_point(|m| m.first < sentence.first);
    let here = input.mentions.iter().skip(from).take_while(|m| m.first < sentence.last);
    let led = |at: usize| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["di"]));
    let mut places = here.filter(|m| matches!(m.what, What::Place(_)) && led(m.first));
    places.any(|m| seat_of(input, &input.reader.folded(m.first, m.last), home, other))
}

/// The place is the seat of the first side, and not of the other.
fn seat_of(input: &Input<'_>, place: &str, home: &PartyRef, other: Option<&PartyRef>) -> bool {
    let gazetteer = &input.reader.lexicon.gazetteer;
    let Some(region) = home.region else { return false };
    let names = |r| place.contains(gazetteer.short_name(r).to_lowercase().as_str());
    // The head of another government or of a ministry has a seat alike, and a room of "his own" may be that one's.
    let peer = other.is_none_or(|o| matches!(o.sort, None | Some(BodySort::Council | BodySort::Central)));
    let title = match gazetteer.level(region) {
        Level::Provinsi => &["gubernur"][..],
        Level::Kota => &["wali kota", "walikota", "balai kota", "balaikota"],
        _ => &["bupati"],
    };
    let seat = match home.sort {
        Some(_) => place.contains("dprd"),
        None => title.iter().chain(&SEATS).any(|s| place.contains(s)),
    };
    let others = other.and_then(|o| o.region).filter(|r| *r != region);
    let own_room = ["kerjanya", "dinasnya", "jabatannya", "kantornya"].iter().any(|s| place.ends_with(s));
    if peer { seat && names(region) && !others.is_some_and(names) } else { seat || own_room }
}
