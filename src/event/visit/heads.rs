//! Heads: who leads or receives where nobody is said to, by the office: the head of the body that visits, and the only one of a
//! side who speaks.

use std::collections::BTreeSet;

use super::committees;
use super::roles::Roles;
use super::side::Side;
use super::telling::Scope;
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::mention::{BodySort, Mention, OfficeWords, PartyRef, Person, What};
use crate::text::Zone;

/// "Pemkab X belajar ke Diskominfo Y. Menurut Kepala Diskominfo X, Anu, ...": of a government that came and of which nobody else is
/// named, the only head of an agency who speaks was sent with it.
pub(super) fn speaking_head(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Proven<usize>> {
    let government = |s: &&&Side| s.party.sort.is_none() && s.party.region.is_some();
    let own =
        |p: &Person| p.party.as_ref().is_some_and(|party| scope.visitors().iter().filter(government).any(|s| same_side(&s.party, party)));
    let mut found = input.people.persons.iter().enumerate().filter(|(_, p)| own(p) && p.name.is_some() && input.told_in_body(p));
    let (number, person) = found.next()?;
    let head = person.office.as_ref().is_some_and(|o| matches!(o.canonical.as_str(), "Kepala Dinas" | "Kepala Badan"));
    let free = roles.parts.iter().all(|p| p.person != number);
    let name = person.name.as_ref()?;
    let alone = found.next().is_none() && head && free && !sends_off(input, person) && !asked(input, person) && !stated(input, person);
    (alone && speaks(input, person)).then(|| Proven::new(number, Reason::new(name.first, name.last, "visit/head-of-visitors")))
}

/// A verb of saying stands beside a mention of the person in the body, or "menurut" right before it.
pub(super) fn speaks(input: &Input<'_>, person: &Person) -> bool {
    let by = |m: &Mention| m.first.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["menurut", "diakui", "sebut"]));
    let beside = |m: &Mention| {
        let near = input.phrases(input.words.verb, m.first.saturating_sub(3), m.last.saturating_add(3));
        input.zone(input.sentence_of(m.first)) == Zone::Body && (by(m) || near.iter().any(|(v, _, _)| *v == "speak"))
    };
    person.mentions.iter().filter_map(|m| input.mentions.get(*m)).any(beside)
}

/// Nobody else leads: the head of an agency who says "kami datang" of the visitors.
pub(super) fn spokesman(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Proven<usize>> {
    let own = roles.frames_of(input).flat_map(|f| input.fills(f, "visitors")).filter(|f| input.by_pronoun(f));
    let mut heads = own.filter_map(|f| Some((input.person(f.value.mention()?)?, f))).filter(|(person, _)| {
        let person = input.people.persons.get(*person);
        let head = person.and_then(|p| p.office.as_ref()).is_some_and(heads_something);
        let side = person.and_then(|p| p.party.as_ref()).is_some_and(|p| scope.visitors().iter().any(|s| same_side(&s.party, p)));
        head && side && person.is_some_and(|p| p.name.is_some())
    });
    let (person, fill) = heads.next()?;
    Some(Proven::new(person, Reason::new(fill.first, fill.last, "visit/head-of-visitors")))
}

/// Offices whose holders lead when they speak for their own body.
const HEADS: [&str; 18] = [
    "Presiden",
    "Wakil Presiden",
    "Menteri",
    "Wakil Menteri",
    "Gubernur",
    "Wakil Gubernur",
    "Bupati",
    "Wakil Bupati",
    "Wali Kota",
    "Wakil Wali Kota",
    "Ketua DPRD",
    "Ketua Komisi",
    "Ketua Pansus",
    "Rektor",
    "Duta Besar",
    "Konsul Jenderal",
    "Sekda",
    "Wakil Ketua Komisi",
];

/// The office heads the very body that visits: the Kepala of a dinas or badan, the director, the chair.
fn heads_body(side: &Side, office: &OfficeWords, party: &PartyRef) -> bool {
    let body = side.party.sort.is_some_and(|s| s != BodySort::Council);
    heads_something(office) && body && same_side(&side.party, party)
}

/// "Kejari X bertamu ke Pemkot X. Kajari Anu mengatakan ...": the person heads the office of the centre that visits, wherever it sits.
fn heads_office(input: &Input<'_>, side: &Side, person: &Person) -> bool {
    let central = side.party.region.is_none() && side.party.sort == Some(BodySort::Vertical);
    let headed = |m: &usize| input.headed(*m).is_some_and(|h| same_side(&side.party, h));
    let bare = || {
        let name = input.reader.folded(side.party.first, side.party.last);
        person.party.is_none() && person.office.as_ref().is_some_and(|o| o.heads.iter().any(|h| name.starts_with(h.as_str())))
    };
    central && (person.mentions.iter().take(MENTIONS).any(headed) || bare())
}

/// "Universitas X beraudiensi dengan Bupati Y. Rektor Anu mengatakan ...": an office that says not of what it is, and which heads
/// bodies of this kind.
fn heads_kind(side: &Side, person: &Person) -> bool {
    let titles: &[&str] = match side.party.sort {
        Some(BodySort::University) => &["Rektor"],
        Some(BodySort::Company) => &["Direktur", "Presiden Direktur", "CEO", "General Manager", "Pemimpin", "Kepala Cabang"],
        Some(BodySort::Association) => &["Ketua"],
        Some(BodySort::Mission) => &["Duta Besar", "Konsul Jenderal", "Konsul", "Kuasa Usaha"],
        Some(BodySort::Vertical) => &["Kepala Balai", "Kepala Kantor", "Kepala Perwakilan", "Ketua"],
        _ => return false,
    };
    let office = person.office.as_ref().map(|o| o.canonical.as_str());
    person.party.is_none() && office.is_some_and(|o| titles.iter().any(|t| o.starts_with(t)))
}

/// Nobody tells of the person that he was away or received.
fn free(roles: &Roles, person: usize) -> bool {
    roles.parts.iter().all(|p| p.person != person || !p.absent && p.receiver <= 0.0)
}

/// The office heads an agency, not only a section of one.
fn heads_something(office: &OfficeWords) -> bool {
    let head = ["Kepala", "Kalaksa", "Direktur", "Ketua", "Camat", "Lurah", "Inspektur"];
    let section = ["Kepala Bagian", "Kepala Bidang", "Kepala Seksi", "Kepala Subbagian"];
    let heads = !office.heads.is_empty() || head.iter().any(|h| office.canonical.starts_with(h));
    heads && !section.contains(&office.canonical.as_str())
}

/// Nobody is said to lead: the head of the visiting body whom the article names is the leader.
pub(super) fn head(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Proven<usize>> {
    let group = scope.visitors();
    let mut best: Option<(usize, usize, usize)> = None;
    for (number, person) in input.people.persons.iter().enumerate() {
        let (Some(name), Some(office)) = (&person.name, &person.office) else { continue };
        let bare = || scope.alone() && group.iter().any(|s| heads_kind(s, person)) && !scope.hosts().iter().any(|s| heads_kind(s, person));
        if (group.iter().any(|s| heads_office(input, s, person)) || bare())
            && free(roles, number)
            && input.told_in_body(person)
            && !sends_off(input, person)
        {
            best = best.or(Some((HEADS.len(), number, name.first)));
        }
        let Some(party) = &person.party else { continue };
        // "Ketua Bapemperda", "Ketua Badan Kehormatan": the chair of a part of the council.
        let chair = office.canonical == "Ketua" && party.sort == Some(BodySort::Council);
        let title = if chair { "Ketua Komisi" } else { office.canonical.as_str() };
        let of_body = || group.iter().any(|s| heads_body(s, office, party)).then_some(HEADS.len());
        let Some(rank) = HEADS.iter().position(|h| *h == title).or_else(of_body) else { continue };
        let busy = !free(roles, number);
        let council = |p: &PartyRef| p.sort == Some(BodySort::Council);
        let central = |p: &PartyRef| p.region.is_none();
        // The chair of a council does not go with its committee, unless the article says so.
        let above = |s: &Side| office.canonical == "Ketua DPRD" && is_part(input, &s.party) && !goes_together(input, person);
        // "Komisi V DPR RI meninjau X", and only its deputy chair speaks of it.
        let deputy = office.canonical == "Wakil Ketua Komisi";
        let below = |s: &Side| deputy && (group.len() > 1 || !is_part(input, &s.party) || !central(&s.party));
        let own = group.iter().any(|s| {
            same_side(&s.party, party)
                && council(&s.party) == council(party)
                && !above(s)
                && !below(s)
                && !committees::of_other(input, &s.party, office)
        });
        if own
            && input.told_in_body(person)
            && !busy
            && !sends_off(input, person)
            && !orders(input, person)
            && (council(party) || !asked(input, person))
            && best.is_none_or(|(r, _, _)| rank < r)
        {
            best = Some((rank, number, name.first));
        }
    }
    let (_, number, _) = best?;
    let name = input.people.persons.get(number).and_then(|p| p.name.as_ref())?;
    Some(Proven::new(number, Reason::new(name.first, name.last, "visit/head-of-visitors")))
}

/// A part of a council: "Komisi III DPRD X", "Badan Kehormatan".
fn is_part(input: &Input<'_>, party: &PartyRef) -> bool {
    let parts = input.phrases(input.reader.classes.committee, party.first, party.last);
    parts.iter().any(|(sort, first, _)| *first == party.first && !matches!(*sort, "pimpinan" | "sekretariat"))
}

/// "Ketua DPRD X bersama Pansus".
fn goes_together(input: &Input<'_>, person: &Person) -> bool {
    let together = |m: &Mention| input.phrases(input.words.verb, m.last, m.last.saturating_add(2)).iter().any(|(v, _, _)| *v == "with");
    person.mentions.iter().filter_map(|m| input.mentions.get(*m)).any(together)
}

/// Mentions of one person that are looked at.
pub(super) const MENTIONS: usize = 40;
/// Most tokens from the name to "melepas".
const FAREWELL: usize = 4;

/// "Wabup X melepas rombongan", "rombongan dilepas Wabup X": who sees the others off stays at home.
pub(super) fn sends_off(input: &Input<'_>, person: &Person) -> bool {
    let verbs = |m: &Mention| input.phrases(input.words.verb, m.last, m.last.saturating_add(FAREWELL));
    let passive = |at: usize| at.checked_sub(1).is_some_and(|b| input.reader.reads(b, &["dilepas"]));
    let by = |m: &Mention| {
        let oleh = m.first.checked_sub(1).filter(|b| input.reader.reads(*b, &["oleh"])).unwrap_or(m.first);
        passive(oleh)
    };
    // "Bupati X melepas lelah di ruang VIP"
    let rests = |last: usize| input.reader.reads(last, &["dahaga", "kangen", "lelah", "letih", "penat", "rindu"]);
    let off = |m: &Mention, (v, at, last): &(&str, usize, usize)| {
        *v == "send_off" && input.sentence_of(*at) == input.sentence_of(m.first) && !rests(*last)
    };
    let mut own = person.mentions.iter().filter_map(|m| input.mentions.get(*m));
    own.any(|m| by(m) || verbs(m).iter().any(|verb| off(m, verb)))
}

/// Those of some mentions that tell an official's name.
fn named<'a>(input: &Input<'a>, mentions: &[usize]) -> impl Iterator<Item = &'a Mention> {
    let named = |m: &&Mention| matches!(&m.what, What::Official(o) if o.name.is_some());
    mentions.iter().filter_map(|m| input.mentions.get(*m)).filter(named)
}

/// "Instruksi Bupati X", "izin dari Bupati X": whose order or leave is told, and nothing else, need not be there.
fn orders(input: &Input<'_>, person: &Person) -> bool {
    let order = ["arahan", "edaran", "imbauan", "instruksi", "izin", "larangan", "perintah", "persetujuan", "restu", "seizin", "seruan"];
    let reads = |at: Option<usize>, words: &[&str]| at.is_some_and(|at| input.reader.reads(at, words));
    let ordered = |m: &Mention| {
        let before = m.first.checked_sub(1);
        reads(before, &order) || reads(before, &["dari"]) && reads(m.first.checked_sub(2), &order)
    };
    let mut told = named(input, &person.mentions).peekable();
    told.peek().is_some() && told.all(ordered)
}

/// "Dikonfirmasi terpisah, Sekda X membenarkan ...": an official of a government whom the newsroom asked about the journey is not
/// said to be on it.
fn asked(input: &Input<'_>, person: &Person) -> bool {
    let words = ["dikonfirmasi", "konfirmasi", "dihubungi", "terpisah"];
    // "Wali Kota X sebelumnya juga menyatakan ...": said at home.
    let before = |m: &Mention| input.reader.reads(m.last, &["sebelumnya"]);
    let Some(first) = named(input, &person.mentions).next() else { return false };
    let from = input.sentence(input.sentence_of(first.first)).map_or(first.first, |s| s.first);
    before(first) || (from..first.first).any(|at| input.reader.reads(at, &words))
}

/// "... kata Sekda X dalam pernyataan yang diterima di Y": who only sent a statement to the newsroom need not have been there.
fn stated(input: &Input<'_>, person: &Person) -> bool {
    let Some(first) = named(input, &person.mentions).next() else { return false };
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let written = |at: usize| {
        reads(at, &["pernyataan"])
            || reads(at, &["siaran", "rilis"]) && reads(at.saturating_add(1), &["pers"])
            || reads(at, &["keterangan"]) && reads(at.saturating_add(1), &["tertulis"])
    };
    let end = input.sentence(input.sentence_of(first.first)).map_or(first.last, |s| s.last).min(first.last.saturating_add(STATED));
    (first.last..end).any(written)
}

/// Most words from a speaker to "dalam pernyataan".
const STATED: usize = 6;

/// Nobody is said to receive: the only official of the hosts whom the article names did.
pub(super) fn speaker_of_hosts(input: &Input<'_>, roles: &Roles, scope: &Scope<'_, '_, '_>) -> Option<Proven<usize>> {
    let hosts = scope.hosts();
    // "Kejari X bertamu ke Pemkot X, kata Kajari X": of the town, but one of the guests.
    let guest = |person: &Person| scope.visitors().iter().any(|s| heads_office(input, s, person));
    // "MoU diteken Bupati X dan Rektor Y": who is told to sign is not said to receive.
    let signers = input.frames.iter().flat_map(|f| input.fills(f, "signatories")).filter_map(|f| input.person(f.value.mention()?));
    let signers: BTreeSet<usize> = signers.collect();
    let mut found = input.people.persons.iter().enumerate().filter(|(number, person)| {
        let own = person.party.as_ref().is_some_and(|p| hosts.iter().any(|s| same_side(&s.party, p) && s.party.region.is_some()));
        let free = roles.parts.iter().all(|p| p.person != *number || !p.absent && p.leader <= 0.0 && p.companion <= 0.0);
        let there = free && !guest(person) && !signers.contains(number) && !stated(input, person) && !asked(input, person);
        own && there && !only_listed(input, person) && !remote(input, person) && person.name.is_some() && input.told_in_body(person)
    });
    let (number, person) = found.next()?;
    let name = person.name.as_ref()?;
    found.next().is_none().then(|| Proven::new(number, Reason::new(name.first, name.last, "visit/speaker-of-hosts")))
}

/// "Sambutan Bupati X disampaikan lewat video call": who greets from afar receives nobody there.
fn remote(input: &Input<'_>, person: &Person) -> bool {
    let reads = |at: usize, words: &[&str]| input.reader.reads(at, words);
    let by = |at: usize| reads(at, &["lewat", "melalui", "secara", "via"]);
    let far = |at: usize| {
        let whole = reads(at, &["videocall", "telekonferensi", "teleconference"]);
        let call = reads(at, &["video"]) && reads(at.saturating_add(1), &["call", "conference"]);
        whole || call || reads(at, &["daring", "telepon", "virtual", "zoom"]) && at.checked_sub(1).is_some_and(by)
    };
    let sentence = |m: &usize| input.mentions.get(*m).and_then(|m| input.sentence(input.sentence_of(m.first)));
    person.mentions.iter().take(MENTIONS).filter_map(sentence).any(|s| (s.first..s.last).any(far))
}

/// "MoU diteken ... Turut hadir Sekda X, Asisten Y, ...": who is only named in a list of those who were there received nobody.
fn only_listed(input: &Input<'_>, person: &Person) -> bool {
    let some = person.mentions.get(..MENTIONS).unwrap_or(&person.mentions);
    let mut told = named(input, some).peekable();
    let listed = |m: &Mention| {
        let from = input.sentence(input.sentence_of(m.first)).map_or(m.first, |s| s.first);
        let attend = |(v, at, _): &(&str, usize, usize)| *v == "attend" && at.saturating_sub(from) <= STATED;
        input.phrases(input.words.verb, from, m.first).iter().any(attend)
    };
    told.peek().is_some() && told.all(listed)
}
