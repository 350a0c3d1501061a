//! Frames of visits: which count. Each of the guards sees one way in which the words of a rule stand for something else.

use super::arrival::{
    arrival_received, brings_goods, fronts_nobody, guest_of_other_clause, next_guest, others_who_come, received_behind, received_first,
    receiver_goes, turn_of_other,
};
use super::counted::{lies, those_of_others};
use super::field::{asked_or_recalled, at_work, company_first};
use super::gathering::{attends_visit, chairs_own, heads_of_one, only_present, opens_for_others, own_meeting};
use super::leading::{bound_for, chairs, chairs_with_guests, goal_is_led, leads_hosts};
use super::meeting::{meets_comer, meets_guests, meets_somewhere, meets_stranger, meets_there, object_first};
use super::parts::{bare_part, goal_of_list};
use super::preparation::prepares;
use super::stops::{names_stops, starts_there};
use super::unreal::unreal;
use crate::event::same::same_side;
use crate::event::{Input, mention_over};
use crate::mention::What;
use crate::rule::{Fill, Frame};
use crate::text::Zone;

/// Most tokens between a verb and another that makes it mean something else.
const NEXT: usize = 4;

/// The ways in which a frame tells of no visit.
const GUARDS: [fn(&Input<'_>, &Frame) -> bool; 69] = [
    fronts_nobody,
    brings_goods,
    chairs_own,
    attends_visit,
    lists_receivers,
    lists_members,
    names_goals,
    names_stops,
    starts_there,
    of_house,
    listed_otherwise,
    company_first,
    asked_or_recalled,
    at_work,
    runs_for,
    costs,
    only_present,
    bare_part,
    goal_of_list,
    whose_stays_open,
    receives_on_visit,
    leads_hosts,
    goal_is_led,
    met_by_group,
    accompanies_one,
    budget,
    advised,
    arrival_received,
    others_who_come,
    next_guest,
    guest_of_other_clause,
    received_behind,
    receiver_goes,
    received_first,
    turn_of_other,
    answered,
    guest_of,
    visit_of_other,
    speaks_of,
    heads_of_one,
    invited_home,
    behind_subject,
    chairs,
    chairs_with_guests,
    receivers_are,
    unreal,
    prepares,
    citizens,
    taken_up,
    those_of_others,
    lies,
    serves,
    goes_to_receive,
    meets_guests,
    meets_comer,
    meets_stranger,
    meets_there,
    meets_somewhere,
    object_first,
    of_cooperation,
    only_relative,
    headline_off,
    other_town,
    own_meeting,
    opens_for_others,
    behind_host,
    bound_for,
    is_goal,
    quiet,
];

/// "Rombongan disambut jajaran Pemkab X yang terdiri dari A dan B": those listed receive, and did not come along.
fn lists_receivers(input: &Input<'_>, frame: &Frame) -> bool {
    let mut received = input.frames_in(frame.sentence).filter(|f| input.rule_name(f) == "visit/received-by" && f.first > frame.first);
    let listed = |f: &Frame| input.fills(f, "received_by").any(|r| input.fills(frame, "accompanied_by").any(|c| c.first == r.first));
    input.rule_name(frame) == "visit/along" && received.any(listed)
}

/// "Tampak pula di dalam rombongan Bupati X dan Bupati Y": those listed came along, and have no delegation of their own.
fn lists_members(input: &Input<'_>, frame: &Frame) -> bool {
    let within = frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["dalam"]));
    let along = |f: &Frame| input.fills(f, "accompanied_by").any(|a| input.fills(frame, "visitors").any(|v| v.first == a.first));
    let official = |f: &Fill| f.value.mention().is_some_and(|m| input.official(m).is_some());
    input.rule_name(frame) == "visit/delegation-of"
        && within
        && input.fills(frame, "visitors").all(official)
        && input.frames_in(frame.sentence).any(|f| input.rule_name(f) == "visit/along" && along(f))
}

/// The frame counts: no guard stops it.
pub(crate) fn counts(input: &Input<'_>, frame: &Frame) -> bool {
    !GUARDS.iter().any(|guard| guard(input, frame))
}

/// "Dua kabupaten bakal disinggahi X. Masing-masing Y dan Z": what a list that opens its sentence names is told right before.
fn listed_otherwise(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(before) = frame.sentence.checked_sub(1).filter(|_| input.rule_name(frame) == "visit/each-of") else { return false };
    let opens = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.first);
    let mut told = input.frames_in(before);
    !(opens && told.any(|f| input.rule_name(f) == "visit/goes-to-each"))
}

/// "Gubernur bertakziah ke rumah duka Ketua X, kemudian terbang ke Y": whose house it is goes nowhere.
fn of_house(input: &Input<'_>, frame: &Frame) -> bool {
    let house = |at: usize| input.reader.reads(at, &["duka", "rumah", "kediaman", "makam", "pusara", "mendiang", "almarhum"]);
    let behind = |f: &Fill| f.last <= frame.trigger && f.first.checked_sub(1).is_some_and(house);
    let goes = matches!(input.rule_name(frame), "visit/goes-to" | "visit/visits" | "visit/does-visit" | "visit/goes-with-kind");
    goes && input.fills(frame, "visitors").any(behind)
}

/// "Kabupaten yang akan didatangi adalah X dan Y": who is named behind "adalah" is visited, and visits nobody.
fn names_goals(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(NEXT);
    let relative = || (from..frame.trigger).any(|at| input.reader.reads(at, &["yang"]));
    let behind = |f: &Fill| f.first.checked_sub(1).filter(|b| *b > frame.trigger);
    let named = |f: &Fill| behind(f).is_some_and(|b| input.reader.reads(b, &["adalah", "ialah", "yaitu", "yakni"]));
    input.rule_name(frame) == "visit/visited" && input.fills(frame, "visitors").any(named) && relative()
}

/// "Calon Bupati X mengunjungi pasar": who runs for an office does not hold it.
fn runs_for(input: &Input<'_>, frame: &Frame) -> bool {
    let before = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["calon", "bacalon", "balon"]));
    // "18 calon Duta Besar" make their round before they leave.
    let envoy = |o: &crate::mention::OfficeWords| ["Duta Besar", "Konsul Jenderal", "Konsul"].contains(&o.canonical.as_str());
    let office = |f: &Fill| {
        let official = f.value.mention().and_then(|m| input.official(m));
        official.is_some_and(|o| !o.office.as_ref().is_some_and(envoy))
    };
    ["visitors", "leader"].iter().flat_map(|slot| input.fills(frame, slot)).any(|f| office(f) && before(f))
}

/// "Anggaran kunjungan kerja DPRD X": what journeys cost is no journey.
fn costs(input: &Input<'_>, frame: &Frame) -> bool {
    let cost = |at: usize| input.reader.reads(at, &["anggaran", "belanja", "biaya", "dana"]);
    input.rule_name(frame) == "visit/kind-of" && frame.trigger.checked_sub(1).is_some_and(cost)
}

/// "Bupati X berterima kasih kepada Menteri Y dalam kunjungannya": whose visit it is stays open.
fn whose_stays_open(input: &Input<'_>, frame: &Frame) -> bool {
    let between = |f: Fill| {
        let from = input.mentions.partition_point(|m| m.first < f.last);
        input.mentions.iter().skip(from).take_while(|m| m.first < frame.trigger).any(|m| matches!(m.what, What::Official(_)))
    };
    // "Bupati X memaparkan hal itu saat kunjungan kerja ke X": somebody else's.
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m));
    let home = |f: &Fill| input.fills(frame, "hosts").any(|h| party(f).zip(party(h)).is_none_or(|(a, b)| same_side(a, b)));
    input.rule_name(frame) == "visit/own-visit" && input.fills(frame, "visitors").any(|f| between(*f) || home(f))
}

/// "Ketua Komisi X mendapat masukan dalam kunjungan kerja ke Y": it is something else that one gets on a visit.
fn receives_on_visit(input: &Input<'_>, frame: &Frame) -> bool {
    let during = |f: &Fill| f.first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &["dalam", "pada", "saat", "selama"]));
    input.rule_name(frame) == "visit/receives-kind" && input.fills(frame, "kind").any(during)
}

/// "Bupati X ditemui rombongan DPRD Y", "giliran Bupati X yang ditemui Y": guests receive nobody.
fn met_by_group(input: &Input<'_>, frame: &Frame) -> bool {
    if !matches!(input.rule_name(frame), "visit/guest-received" | "visit/received-by") {
        return false;
    }
    let from = input.frames.partition_point(|f| f.trigger < frame.trigger);
    let mut same = input.frames.iter().skip(from).take_while(|f| f.trigger == frame.trigger);
    if same.any(|f| input.rule_name(f) == "visit/met-by-guests") {
        return true;
    }
    let Some(by) = input.fills(frame, "received_by").map(|f| f.first).min() else { return false };
    let groups = input.phrases(input.words.delegation, frame.trigger, by);
    input.rule_name(frame) == "visit/guest-received" && groups.iter().any(|(v, _, _)| *v == "group")
}

/// "Hadir mendampingi Sekda, Kepala Dinas X": the Sekda, whom the article named before, is not among those beside him.
fn accompanies_one(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.fills(frame, "accompanied_by").next().filter(|_| input.rule_name(frame) == "visit/along") else { return false };
    let verbs = input.phrases(input.words.verb, frame.first, first.first);
    let object = verbs.iter().any(|(v, _, last)| *v == "accompany" && *last == first.first);
    let earlier = |m: usize| {
        let person = input.person(m).and_then(|p| input.people.persons.get(p));
        person.is_some_and(|p| p.mentions.iter().any(|other| *other < m))
    };
    object && first.value.mention().is_some_and(earlier)
}

/// Of the budget: councils pass it at home. "Di ruang rapat paripurna" is where one meets, and no budget is passed there.
fn budget(input: &Input<'_>, frame: &Frame) -> bool {
    let room = |first: usize| {
        first.checked_sub(1).is_some_and(|before| input.reader.reads(before, &["ruang", "ruangan", "gedung", "aula"]))
            || mention_over(input, first).is_some_and(|m| matches!(m.what, What::Place(_)))
    };
    // "Kunker Komisi II ke X batal, sebab dewan di sana sedang rapat paripurna": what kept others from it.
    let reason = |at: usize| at >= frame.last && input.phrases(input.words.verb, frame.last, at).iter().any(|(v, _, _)| *v == "because");
    input.phrases_in(input.words.budget, frame.sentence).iter().any(|(_, first, _)| !room(*first) && !reason(*first))
}

/// "Kota X dipilih atas saran dari Kemendagri": who only advised it does not come.
fn advised(input: &Input<'_>, frame: &Frame) -> bool {
    let advice = ["anjuran", "arahan", "dorongan", "izin", "masukan", "petunjuk", "rekomendasi", "saran", "undangan", "usul", "usulan"];
    input.rule_name(frame) == "visit/visited" && (frame.trigger..frame.last).any(|at| input.reader.reads(at, &advice))
}

/// A rule of the kind of visit that a party makes.
pub(super) fn of_kind(input: &Input<'_>, frame: &Frame) -> bool {
    matches!(input.rule_name(frame), "visit/kind-of" | "visit/kind-of-to")
}

/// "X membalas kunjungan Y": it is X that goes.
fn answered(input: &Input<'_>, frame: &Frame) -> bool {
    of_kind(input, frame) && frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["membalas", "balas"]))
}

/// "Wakil Bupati X angkat suara soal studi tiru ke Kota Y": who only speaks of a visit makes none.
fn speaks_of(input: &Input<'_>, frame: &Frame) -> bool {
    let about = ["soal", "tentang", "mengenai", "perihal", "ihwal"];
    input.rule_name(frame) == "visit/does-visit" && frame.trigger.checked_sub(1).is_some_and(|b| input.reader.reads(b, &about))
}

/// "X menjadi tamu Y", "X jadi pilihan Y": not Y comes, or not X.
fn guest_of(input: &Input<'_>, frame: &Frame) -> bool {
    let role = |at: usize| {
        at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["menjadi", "jadi"])) && input.reader.reads(at, &["tamu", "pilihan"])
    };
    let other = matches!(input.rule_name(frame), "visit/delegation-of" | "visit/chooses" | "visit/part-goes" | "visit/receives-guests");
    other && role(frame.trigger)
}

/// "Bupati X mendampingi kunjungan kerja Menteri Y", "X menindaklanjuti lawatan Presiden": the visit is of who stands behind it.
fn visit_of_other(input: &Input<'_>, frame: &Frame) -> bool {
    let makes_it = matches!(input.rule_name(frame), "visit/does-visit" | "visit/goes-with-kind");
    let Some(kind) = input.fills(frame, "kind").next().filter(|_| makes_it) else { return false };
    let before = |f: &Fill| f.last <= kind.first;
    let joins = |at: usize| input.reader.reads(at, &["mengikuti", "menghadiri"]);
    let makes = || {
        let verbs = input.phrases(input.words.verb, frame.first, kind.first);
        verbs.iter().any(|(v, at, _)| matches!(*v, "do_visit" | "go") && !joins(*at))
    };
    let of_other = |f: &Frame| {
        input.rule_name(f) == "visit/kind-of" && f.trigger == kind.first && input.fills(f, "visitors").any(|v| v.first == kind.last)
    };
    input.fills(frame, "visitors").any(before) && !makes() && input.frames_in(frame.sentence).any(of_other)
}

/// A rule of verbs that stand before their subject.
fn fronts(input: &Input<'_>, frame: &Frame) -> bool {
    matches!(input.rule_name(frame), "visit/inspects-fronted" | "visit/receives-fronted" | "visit/visits-fronted")
}

/// "Komisi A mengunjungi X, Komisi B ...": a verb whose subject stands before it has none behind the comma.
fn behind_subject(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(first) = input.sentence(frame.sentence).map(|s| s.first).filter(|_| fronts(input, frame)) else { return false };
    let from = input.mentions.partition_point(|m| m.first < first);
    let mut before = input.mentions.iter().skip(from).take_while(|m| m.first < frame.trigger);
    before.any(|m| matches!(m.what, What::Region(_) | What::Body(_) | What::Official(_)))
}

/// "Memenuhi undangan DPRD Kota X, Kepala Dinas Y Kota X hadir": one government meets, and nobody visits.
fn invited_home(input: &Input<'_>, frame: &Frame) -> bool {
    let side = |slot: &str| input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).next();
    let fronted = matches!(input.rule_name(frame), "visit/invited" | "visit/receives-fronted" | "visit/visits-fronted");
    let host = || side("hosts").or_else(|| side("received_by"));
    fronted && side("visitors").zip(host()).is_none_or(|(guest, host)| same_side(guest, host))
}

/// "Yang menerima kunjungan itu adalah X": who receives the guests is none of them.
fn receivers_are(input: &Input<'_>, frame: &Frame) -> bool {
    let from = frame.trigger.saturating_sub(NEXT);
    let receives = |(v, at, _): &(&str, usize, usize)| *v == "receive" && input.sentence_of(*at) == frame.sentence;
    matches!(input.rule_name(frame), "visit/guest-is" | "visit/receives-several")
        && input.phrases(input.words.verb, from, frame.trigger).iter().any(receives)
        && (from..frame.trigger).any(|at| input.reader.reads(at, &["yang"]))
}

/// "Warga Kota X berkunjung ke Y", "kontingen X bertolak ke Y": its people go, and not its government.
fn citizens(input: &Input<'_>, frame: &Frame) -> bool {
    // "Perwira siswa Sesko TNI" are who the body is.
    let officers = |f: &Fill| {
        let before = input.phrases(input.words.quiet, f.first.saturating_sub(2), f.first);
        before.iter().any(|(v, _, last)| *v == "officer" && *last == f.first)
    };
    input.fills(frame, "visitors").any(|f| input.behind_people(f.first) && !officers(f))
}

/// "Di kantor DPRD X, rombongan diterima Y": it is the party behind the comma that is received, and not who stands before it.
fn taken_up(input: &Input<'_>, frame: &Frame) -> bool {
    if input.rule_name(frame) != "visit/guest-received" {
        return false;
    }
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let guests = input.phrases(input.words.guest, last, frame.trigger);
    guests.iter().any(|(_, first, _)| first.checked_sub(1).is_some_and(|b| b >= last && input.reader.sign(b) == b','))
}

/// "Bank X menyiapkan mobil kas yang akan menyambangi ...": it is the service that goes there, and nobody visits.
fn serves(input: &Input<'_>, frame: &Frame) -> bool {
    let Some(last) = input.fills(frame, "visitors").map(|f| f.last).max() else { return false };
    let offers = input.phrases(input.words.verb, last, frame.trigger);
    let Some(offer) = offers.iter().find(|(v, _, _)| *v == "provide") else { return false };
    let guests = !input.phrases(input.words.guest, offer.2, frame.trigger).is_empty();
    !guests && (offer.2..frame.trigger).any(|i| input.reader.reads(i, &["yang"]))
}

/// "Bupati X turun menyambut tamunya" goes nowhere.
fn goes_to_receive(input: &Input<'_>, frame: &Frame) -> bool {
    let next = frame.trigger.saturating_add(NEXT);
    let receives = || input.phrases(input.words.verb, frame.trigger, next).iter().any(|(v, _, _)| *v == "receive");
    input.rule_name(frame) == "visit/goes-to" && receives()
}

/// "Kerja sama misi dagang dengan X": a cooperation about journeys is none itself.
fn of_cooperation(input: &Input<'_>, frame: &Frame) -> bool {
    let kind = input.fills(frame, "kind").map(|f| f.first).min();
    let behind = |at: usize| input.phrases(input.words.agreement_kind, at.saturating_sub(NEXT), at).iter().any(|(_, _, last)| *last == at);
    matches!(input.rule_name(frame), "visit/kind-with" | "visit/goes-with-kind" | "visit/kind-of") && kind.is_some_and(behind)
}

/// "Kota yang dituju DPRD X": there it is X that goes. "Yang dituju DPRD X" at the begin of a sentence names the goal, and so does
/// "kabupaten yang dituju X, Y dan Z".
fn only_relative(input: &Input<'_>, frame: &Frame) -> bool {
    let opens = input.sentence(frame.sentence).is_some_and(|s| s.first == frame.first);
    let places = || frame.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["kabupaten", "kota", "daerah", "provinsi"]));
    let regions = || input.fills(frame, "hosts").filter(|f| input.mention(f).is_some_and(|(_, m)| matches!(m.what, What::Region(_))));
    let listed = places() && regions().nth(1).is_some();
    input.rule_name(frame) == "visit/goal-named" && input.reader.reads(frame.first, &["yang"]) && !opens && !listed
}

/// "Lain lagi Kota Davao": a town is what else the text speaks of, a council or agency of a region a guest.
fn other_town(input: &Input<'_>, frame: &Frame) -> bool {
    let guest = |f: &Fill| f.value.mention().and_then(|m| input.party(m)).is_some_and(|p| p.region.is_some() && p.sort.is_some());
    let bodies = || input.fills(frame, "visitors").filter(|f| input.mention(f).is_some_and(|(_, m)| matches!(m.what, What::Body(_))));
    input.rule_name(frame) == "visit/others-come" && !bodies().all(guest)
}

/// "Menhub Urung ke Haltim" as a headline only sums up what the text tells of it.
fn headline_off(input: &Input<'_>, frame: &Frame) -> bool {
    input.rule_name(frame) == "visit/called-off" && input.zone(frame.sentence) == Zone::Headline
}

/// "Di Jakarta yang dituju DPR RI": who is told behind the word is the goal, and goes nowhere.
fn is_goal(input: &Input<'_>, frame: &Frame) -> bool {
    let located = |f: &Fill| f.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["di"]));
    input.rule_name(frame) == "visit/visited" && input.reader.reads(frame.trigger, &["dituju"]) && input.fills(frame, "hosts").any(located)
}

/// "Hadir Sekda X selaku tuan rumah, Kepala Badan Y": who is told behind the host is another one.
fn behind_host(input: &Input<'_>, frame: &Frame) -> bool {
    let from = input.frames.partition_point(|f| f.trigger < frame.trigger);
    let mut same = input.frames.iter().skip(from).take_while(|f| f.trigger == frame.trigger);
    input.rule_name(frame) == "visit/host-side" && same.any(|f| input.rule_name(f) == "visit/host-told")
}

/// The sentence speaks of tourists, pupils or patients, and names no party that visits.
fn quiet(input: &Input<'_>, frame: &Frame) -> bool {
    let party_visits = || input.fills(frame, "visitors").any(|f| input.mention(f).is_some_and(|(n, _)| input.party(n).is_some()));
    let beside = || input.phrases(input.words.quiet, frame.first.saturating_sub(6), frame.last);
    idle(input, frame.sentence) && (!party_visits() || beside().iter().any(|(v, _, _)| *v != "officer"))
}

/// The sentence speaks of tourists, pupils or patients; "perwira siswa" are officers on a course.
pub(super) fn idle(input: &Input<'_>, sentence: usize) -> bool {
    input.phrases_in(input.words.quiet, sentence).iter().any(|(v, _, _)| *v != "officer")
}
