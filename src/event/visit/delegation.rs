//! Delegations: which sides came together, which are visits of their own, and whether the votes suffice for an event.

use super::field::looks_at;
use super::frames::idle;
use super::roles::{Part, Roles};
use super::side::Side;
use super::stops::next_stop;
use crate::event::same::same_side;
use crate::event::{Input, VISIT, mention_over};
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Sentences that open an article.
const OPENING: usize = 5;
/// Fewest votes that make an event.
pub(super) const GATE: f64 = 0.9;
/// The code of the province that is the capital.
const CAPITAL: &str = "31";
/// Share of the best side's votes that another delegation or host needs.
const SECOND: f64 = 0.45;

/// An official of the region itself goes: nobody receives a delegation.
pub(super) fn led_by_own(input: &Input<'_>, roles: &Roles, own: &[&Side], looks: bool) -> bool {
    let ours = |party: &PartyRef| own.iter().any(|s| same_side(&s.party, party));
    // "Tim Pemkab X yang dipimpin Kepala Satpol PP Y sidak ke toko modern di X": an office that tells no region is the region's.
    let open = |p: &Part| looks && input.people.persons.get(p.person).is_some_and(|q| q.party.is_none() && q.office.is_some());
    let leads = |p: &Part| p.leader > 0.0 && input.party_of(p.person).map_or_else(|| open(p), ours);
    roles.parts.iter().any(leads)
}

/// "Komisi C DPRD X sidak ke PT Y": a council or agency goes by itself.
pub(super) fn goes_by_itself(own: &[&Side]) -> bool {
    own.iter().any(|s| matches!(s.party.sort, Some(BodySort::Council | BodySort::Agency)))
}

/// "Di aula X, Kota Y": only the words of a venue name the town.
fn only_venue(input: &Input<'_>, side: &Side) -> bool {
    let place = |m: &Mention| matches!(&m.what, What::Place(p) if p.body.is_none());
    let behind = |m: &Mention| {
        let comma = m.first.checked_sub(1).filter(|b| input.reader.sign(*b) == b',').and_then(|b| b.checked_sub(1));
        m.what.is_bare_region() && comma.and_then(|b| mention_over(input, b)).is_some_and(place)
    };
    told_in(input, side, "hosts").all(|m| place(m) || behind(m))
}

/// A province beside one of its own regions only says where that lies; an agency of no known region is nobody.
pub(super) fn drop_provinces(input: &Input<'_>, sides: &mut Vec<&Side>) {
    let gazetteer = &input.reader.lexicon.gazetteer;
    // Unless the province's own officials receive: then the city is only the place.
    let receiving: Vec<_> = sides.iter().filter(|s| s.receivers > 0).filter_map(|s| s.party.region).collect();
    let told = sides.clone();
    let listed = |s: &Side| told.iter().any(|o| coordinated(input, s, o));
    sides.retain(|s| {
        s.party.region.is_none_or(|r| {
            s.receivers > 0
                || gazetteer.province(r) == r
                || !receiving.contains(&gazetteer.province(r))
                || receiving.iter().any(|o| *o != gazetteer.province(r) && gazetteer.province(*o) == gazetteer.province(r))
                || listed(s)
        })
    });
    // "Lawatan ke Provinsi X berisi dialog di aula Y, Kota Z": the town of the venue is no goal.
    let goals: Vec<_> = sides.iter().filter(|s| s.host > s.visitor).filter_map(|s| s.party.region).collect();
    let venue = |s: &Side| {
        let province = s.party.region.map(|r| gazetteer.province(r)).filter(|p| s.party.region != Some(*p));
        s.host > s.visitor && s.receivers == 0 && province.is_some_and(|p| goals.contains(&p)) && only_venue(input, s)
    };
    sides.retain(|s| !venue(s));
    // "Bertolak ke Jakarta, menemui Menteri X": the capital is where the centre sits.
    let centre = sides.iter().any(|s| s.party.sort == Some(BodySort::Central) && s.host > s.visitor);
    sides.retain(|s| !(centre && s.host > s.visitor && s.receivers == 0 && capital(input, &s.party) && only_place(input, s, "hosts")));
    let all = sides.clone();
    // A stop of its own: its officials receive in sentences that do not speak of the city.
    let stop = |s: &Side| s.receivers > 0 && all.iter().all(|o| same_side(&o.party, &s.party) || !share_sentence(input, o, s));
    // Who only comes along ("turut dalam rombongan Gubernur X: Bupati Y") says nothing of where the others are from.
    let told = |s: &&&Side| !(s.visitor_reasons.is_empty() && s.host_reasons.is_empty());
    let regions: Vec<_> = all.iter().filter(told).filter_map(|s| s.party.region).collect();
    sides.retain(|s| match s.party.region {
        Some(region) => {
            s.party.sort.is_some() || !regions.iter().any(|r| *r != region && gazetteer.within(*r, region)) || stop(s) || listed(s)
        }
        None => s.party.sort != Some(BodySort::Agency),
    });
}

/// Jakarta, or a part of it.
pub(super) fn capital(input: &Input<'_>, party: &PartyRef) -> bool {
    let gazetteer = &input.reader.lexicon.gazetteer;
    party.sort.is_none() && party.region.is_some_and(|r| gazetteer.code(gazetteer.province(r)) == CAPITAL)
}

/// No frame names the government of the region in the slot.
fn only_place(input: &Input<'_>, side: &Side, slot: &str) -> bool {
    told_in(input, side, slot).all(|m| m.what.is_bare_region())
}

/// The mentions of a side that its frames put into a slot.
fn told_in<'a>(input: &'a Input<'_>, side: &'a Side, slot: &'a str) -> impl Iterator<Item = &'a Mention> {
    side.frames_of(input).flat_map(move |f| filled(input, f, side, slot))
}

/// The mentions of a side that a frame puts into a slot.
fn filled<'a>(input: &'a Input<'_>, frame: &'a Frame, side: &'a Side, slot: &'a str) -> impl Iterator<Item = &'a Mention> {
    let mentions = input.fills(frame, slot).filter_map(|f| input.mention(f));
    mentions.filter(|(m, _)| input.party(*m).is_some_and(|p| same_side(p, &side.party))).map(|(_, m)| m)
}

/// "Majlis Daerah Serian, Sarawak", "Direktorat X, Kementerian Y": what stands behind the comma says whose the first is.
pub(super) fn drop_appositions(input: &Input<'_>, sides: &mut Vec<&Side>) {
    let abroad = |s: &Side| matches!(s.party.sort, Some(BodySort::Foreign | BodySort::Central | BodySort::Mission));
    let all = sides.clone();
    // "Kementerian X, Kementerian Y dan Z" is a list.
    let listed = |s: &Side| {
        let joins = input.reader.reads(s.party.last, &["dan", "serta"]);
        joins && all.iter().any(|o| o.party.first == s.party.last.saturating_add(1) && o.party.sort == s.party.sort)
    };
    // "Kementerian X, Kementerian Y, dan Kementerian Z", "Kedutaan X, Kedutaan Y, Kedutaan Z": a row of the like.
    let head = |s: &Side| input.reader.folded(s.party.first, s.party.first.saturating_add(1));
    let ministry = |s: &Side| head(s).starts_with("kemen");
    let like = |a: &Side, b: &Side| head(a) == head(b) || ministry(a) && ministry(b);
    sides.retain(|s| {
        let behind = |o: &Side| o.party.last.saturating_add(1) == s.party.first && input.reader.sign(o.party.last) == b',';
        let kindred = |o: &Side| o.party.sort == s.party.sort || s.party.sort == Some(BodySort::Foreign);
        let other = |o: &Side| o.party.region.is_none() && abroad(o) && kindred(o) && !same_side(&o.party, &s.party) && !like(o, s);
        s.party.region.is_some() || !abroad(s) || listed(s) || !all.iter().any(|o| other(o) && behind(o))
    });
}

/// "Dubes X dan rombongan dari Jakarta": beside a ministry or mission the capital is where they came from, unless its government
/// is named.
pub(super) fn drop_seat(input: &Input<'_>, visitors: &mut Vec<&Side>) {
    let central = |s: &Side| matches!(s.party.sort, Some(BodySort::Central | BodySort::Mission | BodySort::Foreign));
    if visitors.iter().any(|s| central(s)) {
        visitors.retain(|s| !(capital(input, &s.party) && only_place(input, s, "visitors")));
    }
}

/// The frames tell an inspection: a field visit needs no host.
pub(super) fn inspects(input: &Input<'_>, roles: &Roles) -> bool {
    roles.frames_of(input).any(|f| input.fills(f, "sites").next().is_some() || looks_at(input, f))
}

/// The votes suffice for an event: enough of them, from more than a headline, for a visitor that can visit.
pub(super) fn enough(input: &Input<'_>, roles: &Roles, visitors: &[&Side], hosts: &[&Side]) -> bool {
    let told = |s: &&&Side| {
        s.frames_of(input).any(|f| {
            let sides = ["visitors", "hosts", "received_by"].iter().any(|slot| input.fills(f, slot).next().is_some());
            // "Pemkab X ingin belajar Y": a wish alone is no visit.
            let sides = sides && input.rule_name(f) != "visit/wants-to-learn";
            sides || input.fills(f, "leader").next().is_some() && input.has(input.words.delegation, Some("group"), f.sentence)
        })
    };
    let votes: f64 = visitors.iter().filter(told).map(|s| s.visitor).sum::<f64>() + hosts.iter().filter(told).map(|s| s.host).sum::<f64>();
    // An article that opens with tourists or pupils is about them.
    let opening = (0..input.reader.sentences.len()).filter(|s| input.zone(*s).tells()).take(OPENING);
    let quiet = opening.filter(|s| idle(input, *s)).count();
    // "Komisi III mendatangi RSUD": patients and pupils are those who are looked after there.
    let gate = if quiet >= 2 && !roles.frames_of(input).any(|f| looks_at(input, f)) { GATE * 3.0 } else { GATE };
    // "X Kunker ke Y", and the text goes on with "rombongan tersebut tiba di ...".
    let taken_up = || {
        let body = (0..input.reader.sentences.len()).filter(|s| input.zone(*s) == Zone::Body).take(OPENING);
        let group =
            |s: usize| input.phrases_in(input.words.guest, s).iter().any(|(_, first, _)| input.reader.reads(*first, &["rombongan"]));
        // What the text tells with its sides is told there.
        let sides = |f: &Frame| ["visitors", "hosts"].iter().any(|slot| input.fills(f, slot).next().is_some());
        let own = |f: &Frame| f.event == VISIT && sides(f) && input.zone(f.sentence) != Zone::Headline;
        !input.frames.iter().any(own) && body.into_iter().any(group)
    };
    let body = roles.frames_of(input).any(|f| input.zone(f.sentence) != Zone::Headline) || taken_up();
    let named = input.telling(input.words.visit_kind) > 0
        || roles.frames_of(input).any(|f| {
            input.has(input.words.visit_kind, None, f.sentence)
                || input.has(input.words.delegation, None, f.sentence)
                || matches!(
                    input.rule_name(f),
                    "visit/heads-go"
                        | "visit/goes-to-each"
                        | "visit/receives-several"
                        | "visit/several-come"
                        | "visit/course-comes"
                        | "visit/his-guest"
                        | "visit/says-he-came"
                        | "visit/sits-before"
                        | "visit/last-of-many"
                        | "visit/meeting-of-heads"
                        | "visit/team-of"
                        | "visit/turn-to-learn"
                )
                // "Pemkab X ingin belajar. ... ketika mereka mengunjungi Y"
                || input.rule_name(f) == "visit/guests-go" && !visitors.is_empty() && !hosts.is_empty()
                || looks_at(input, f)
                // "..., seloroh Kapolda X yang menerima tamunya"
                || (f.trigger..f.last).any(|at| input.reader.reads(at, &["tamunya", "tetamunya"]))
                || input.fills(f, "visitors").next().is_some()
                    && ["received_by", "hosts", "sites"].iter().any(|slot| input.fills(f, slot).next().is_some())
        });
    votes >= gate && body && named && !(visitors.is_empty() && hosts.is_empty())
}

/// Parties that came together are one delegation; peers that a list names side by side are several.
pub(super) fn delegations<'s>(input: &Input<'_>, visitors: &[&'s Side]) -> Vec<Vec<&'s Side>> {
    let Some(best) = visitors.first() else { return Vec::new() };
    let counted = several(input);
    let mut groups: Vec<Vec<&Side>> = vec![vec![best]];
    for side in visitors.iter().skip(1) {
        let listed = listed_together(input, best, side, "visitors");
        // A council or agency of another region that is told to come, and nowhere to receive, needs no more than that.
        let body = side.party.sort.is_some() && side.party.region.is_some() && side.host <= 0.0 && side.visitor >= GATE;
        let guest = body || by_turns(input, best) && is_delegation(input, side);
        let strong = (guest || side.visitor >= (best.visitor * SECOND).max(GATE))
            && side.frames_of(input).any(|f| input.zone(f.sentence) == Zone::Body);
        // "Wali Kota X bersama pengurus Apeksi melakukan audiensi": the association tells with whom he went, not whether.
        let beside =
            side.party.sort.is_none() && best.party.sort == Some(BodySort::Association) && by_rule(input, side, "visit/visits-beside");
        if !listed && !strong && !beside {
            continue;
        }
        // "X bersama Y melakukan kunjungan": they came together.
        let kindred = listed && around(input, &best.party, &side.party);
        let joined = kindred || share_rule(input, best, side, "visit/go-together") || as_one(input, best, side);
        let peers = !joined && side.party.region.is_some() && best.party.region.is_some() || counted || by_turns(input, side);
        if peers {
            groups.push(vec![side]);
        } else if let Some(first) = groups.first_mut() {
            first.push(side);
        }
    }
    groups.sort_by_key(|g| g.first().and_then(|s| s.visitor_reasons.first().map(|r| r.first)));
    groups
}

/// A frame of the rule tells of the side in the body.
fn by_rule(input: &Input<'_>, side: &Side, rule: &str) -> bool {
    side.frames_of(input).any(|f| input.zone(f.sentence) == Zone::Body && input.rule_name(f) == rule)
}

/// "Rombongan Pemkot X disambut Wali Kota Y. Hari ini gantian DPRD Z yang bertandang": where one comes by turns, whoever is called
/// a delegation came before.
fn is_delegation(input: &Input<'_>, side: &Side) -> bool {
    let called = |f: &Frame| input.zone(f.sentence) == Zone::Body && input.rule_name(f) == "visit/delegation-of";
    side.party.region.is_some() && side.host <= 0.0 && side.frames_of(input).any(called)
}

/// "Bupati X, Bupati Y dan Bupati Z bersama-sama menghadap Menteri W": peers that went as one.
fn as_one(input: &Input<'_>, a: &Side, b: &Side) -> bool {
    let jointly = |at: usize| input.reader.reads(at, &["bersama", "ramai", "beramai"]) && input.reader.sign(at.saturating_add(1)) == b'-';
    let told = |f: &Frame| input.zone(f.sentence) == Zone::Body && (f.first..f.trigger).any(jointly);
    a.frames_with(b, input).any(told)
}

/// A province and a region of it.
pub(super) fn around(input: &Input<'_>, a: &PartyRef, b: &PartyRef) -> bool {
    let gazetteer = &input.reader.lexicon.gazetteer;
    match (a.region, b.region) {
        (Some(a), Some(b)) => a != b && (gazetteer.within(a, b) || gazetteer.within(b, a)),
        _ => false,
    }
}

/// Most delegations that an article counts.
const COUNTED: u32 = 9;

/// The article counts the delegations that came: "dua rombongan", "tiga tamu".
pub(super) fn several(input: &Input<'_>) -> bool {
    input.mentions.iter().any(|m| {
        let What::Number(number) = &m.what else { return false };
        // "empat tamu", "tiga audiensi"
        let group = |(first, last): (usize, usize)| {
            input.phrases(input.words.delegation, first, last).iter().any(|(v, _, _)| *v == "group")
                || input.phrases(input.words.visit_kind, first, last).iter().any(|(v, _, _)| *v == "audiensi")
        };
        let next = (m.last, m.last.saturating_add(1));
        (2..=COUNTED).contains(&number.value)
            && input.zone(input.sentence_of(m.first)).tells()
            && (number.unit.is_some_and(group) || group(next))
    })
}

/// "Siangnya giliran X yang datang": it came after others.
fn by_turns(input: &Input<'_>, side: &Side) -> bool {
    side.frames_of(input).any(|f| matches!(input.rule_name(f), "visit/turn-of" | "visit/counted-calls"))
}

/// One frame lists both in the same slot.
fn listed_together(input: &Input<'_>, a: &Side, b: &Side, slot: &str) -> bool {
    a.frames_with(b, input).any(|f| [a, b].iter().all(|s| filled(input, f, s, slot).next().is_some()))
}

/// "Ke DPRD Provinsi X dan DPRD Kabupaten Y": one frame goes to a province and a region of it, "dan" between them.
fn coordinated(input: &Input<'_>, a: &Side, b: &Side) -> bool {
    let goal = |f: &Frame, s: &Side| filled(input, f, s, "hosts").next().map(|m| (m.first, m.last));
    let joins = |first: (usize, usize), last: (usize, usize)| {
        first.1.checked_add(1) == Some(last.0) && input.reader.reads(first.1, &["dan", "serta"])
    };
    around(input, &a.party, &b.party)
        && a.frames_with(b, input).any(|f| goal(f, a).zip(goal(f, b)).is_some_and(|(a, b)| joins(a, b) || joins(b, a)))
}

/// Hosts that stand for different places are different visits.
pub(super) fn host_groups<'s>(input: &Input<'_>, hosts: &[&'s Side], groups: &[Vec<&Side>]) -> Vec<Vec<&'s Side>> {
    let parts = |side: &Side| side.frames_of(input).any(|f| part_goes(input, f));
    // "Ke Kementerian X. Di sana ia ditemui Dirjen Y": the ministry is the host, not the office of its Dirjen.
    let central = |s: &Side| s.party.region.is_none() && s.party.sort == Some(BodySort::Central);
    let ministry = hosts.iter().any(|s| central(s) && !only_receives(input, s));
    let of_ministry = |s: &Side| ministry && central(s) && only_receives(input, s);
    // "Kedatangan Danrem X disambut Dandim Y, Wali Kota Z": who only stands in one list with those to whom one goes is no stop.
    let share_list = |a: &Side, b: &Side| listed_together(input, a, b, "received_by");
    let joins = |s: &Side| only_receives(input, s) && hosts.iter().any(|o| !only_receives(input, o) && share_list(o, s));
    let hosts: Vec<&Side> = hosts.iter().filter(|s| !joins(s)).copied().collect();
    let Some(best) = hosts.iter().find(|s| !parts(s) && !of_ministry(s)).or(hosts.first()) else { return Vec::new() };
    let mut out: Vec<Vec<&Side>> = vec![vec![best]];
    for side in hosts.iter().filter(|s| !std::ptr::eq(**s, *best)) {
        let listed = listed_together(input, best, side, "hosts");
        let own_reception = side.receivers > 0 && !share_sentence(input, best, side);
        let part = parts(side);
        let strong = part || side.host >= (best.host * SECOND).max(1.3) || side.host >= GATE && (own_reception || dated(input, side));
        let inside = match (best.party.region, side.party.region) {
            (Some(_), Some(_)) => around(input, &best.party, &side.party),
            // "Bersilaturahmi ke Kejari X dan Kodim Y": each is called on.
            (None, None) => {
                let each = |sort: BodySort| [best, side].iter().all(|s| s.party.sort == Some(sort));
                // "Ke Polres X. Dari sana ia meneruskan kunjungan ke Kejari X"
                let moves =
                    || !share_sentence(input, best, side) && [best, side].iter().any(|s| s.frames_of(input).any(|f| goes_on(input, f)));
                only_receives(input, side) || !(each(BodySort::Central) || each(BodySort::Vertical) && (listed || moves()))
            }
            _ => true,
        };
        let with_visitor = part || groups.iter().any(|g| together(g, &[side])) || side.receivers > 0;
        // A province and a city in it are two stops where each has its own people receive, in sentences of their own.
        let apart = best.receivers > 0 && side.receivers > 0 && !share_sentence(input, best, side);
        // "Ke Universitas X, setelah itu ke Universitas Y": one stop behind the other.
        // "Mendatangi tiga tempat, yaitu Polda X, Kejati X dan Kodam Y"
        let counted = ["visit/tours", "visit/goes-to-several"].iter().any(|rule| share_rule(input, best, side, rule));
        if (listed || strong && with_visitor) && (!inside || apart) || counted || coordinated(input, best, side) {
            out.push(vec![side]);
        }
    }
    out
}

/// "Ke Kementerian X. Mereka ditemui Kasubdit Ditjen Y": nobody is said to go to the Ditjen, which is of the ministry.
fn only_receives(input: &Input<'_>, side: &Side) -> bool {
    told_in(input, side, "hosts").next().is_none()
}

/// A word before the frame says that the journey goes on: "meneruskan kunjungan ke Y".
fn goes_on(input: &Input<'_>, frame: &Frame) -> bool {
    input.fills(frame, "hosts").next().is_some()
        && input.phrases_in(input.words.link, frame.sentence).iter().any(|(value, first, _)| *value == "same" && *first <= frame.trigger)
}

/// "Sebagian lagi ke Y", "Komisi II ke Y": another part of the delegation goes there.
fn part_goes(input: &Input<'_>, frame: &Frame) -> bool {
    matches!(
        input.rule_name(frame),
        "visit/some-go" | "visit/part-goes" | "visit/parts-go" | "visit/starts-from" | "visit/stop-of-tour" | "visit/first-of-several"
    ) && input.zone(frame.sentence) == Zone::Body
        || next_stop(input, frame)
}

/// A frame of one rule names both.
fn share_rule(input: &Input<'_>, a: &Side, b: &Side, rule: &str) -> bool {
    a.frames_with(b, input).any(|f| input.rule_name(f) == rule)
}

/// A sentence of the body that names it as host has a day of its own.
fn dated(input: &Input<'_>, side: &Side) -> bool {
    let sentences = side.frames_of(input).filter(|f| !input.quoted(f.trigger)).map(|f| f.sentence);
    let date = |s: usize| input.mentions.iter().any(|m| matches!(m.what, What::Date(_)) && input.sentence_of(m.first) == s);
    sentences.filter(|s| input.zone(*s) == Zone::Body).any(date)
}

/// One sentence names both as hosts.
fn share_sentence(input: &Input<'_>, a: &Side, b: &Side) -> bool {
    let sentences = |s: &Side| -> Vec<usize> { s.frames_of(input).map(|f| f.sentence).collect() };
    let of_b = sentences(b);
    sentences(a).iter().any(|s| of_b.contains(s))
}

/// A frame names both the delegation and the host.
pub(super) fn together(group: &[&Side], hosts: &[&Side]) -> bool {
    group.iter().any(|g| hosts.iter().any(|h| g.frames.iter().any(|f| h.frames.contains(f))))
}
