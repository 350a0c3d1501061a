//! Hubs: the one partner who has a paper of its own with each of the others, though the text counts no papers ("Unmul menjadi mitra
//! Kabupaten A dan Kabupaten B", "Pemkab X menggandeng tiga kampus", "sudah bekerja sama dengan A, B dan C").

use super::documents::parties_in;
use super::listed::all_of;
use super::partners::Group;
use crate::event::Input;
use crate::event::proof::Proven;
use crate::event::same::same_side;
use crate::mention::{BodySort, Mention, PartyRef, What};
use crate::rule::Frame;

/// Most campuses with which one government signs one by one; more of them sign one paper.
const CAMPUSES: usize = 4;

/// The place of the hub among the parties of a group.
///
/// Measured over all articles at hand: two governments sign apart with one campus or company, three sign together; a government signs
/// apart with a few campuses that are listed without it, and together where one sentence names them all.
pub(super) fn hub(input: &Input<'_>, group: &Group<'_>) -> Option<usize> {
    let government = |p: &Proven<PartyRef>| p.value.region.is_some() && p.value.sort.is_none();
    let campus = |p: &Proven<PartyRef>| p.value.sort == Some(BodySort::University);
    let firm = |p: &Proven<PartyRef>| p.value.sort == Some(BodySort::Company) && p.value.region.is_none();
    let foreign = |p: &Proven<PartyRef>| matches!(p.value.sort, Some(BodySort::Foreign | BodySort::Mission));
    let of = |own: &dyn Fn(&Proven<PartyRef>) -> bool| group.parties.iter().filter(|p| own(p)).count();
    let place = |own: &dyn Fn(&Proven<PartyRef>) -> bool| group.parties.iter().position(own);
    let (all, governments, campuses) = (group.parties.len(), of(&government), of(&campus));
    if as_one(input, group) {
        return None;
    }
    if governments == 2 && all == 3 && (campuses == 1 || of(&firm) == 1) {
        return place(&|p| !government(p));
    }
    // "Tujuh daerah menjadi mitra baru Pemkot X", "mitra Pemkab Y bertambah": each new partner has its own paper.
    if let Some(hub) = gains(input, group).filter(|_| all >= 3) {
        return Some(hub);
    }
    let runs = group.standing(input).reasons.iter().any(|r| r.rule == "status/running");
    let few = (2..=CAMPUSES).contains(&campuses) && !together(input, group);
    if governments == 1 && campuses.saturating_add(1) == all && (few || runs) {
        return place(&government);
    }
    // "Pemkot X juga sudah menjalin kerja sama dengan Pemkab A, Pemkab B, dan Pemkab C"
    if runs && !group.parties.iter().any(foreign) { first(group) } else { None }
}

/// "Ketiga daerah menandatangani kesepakatan bersama", "diteken Rektor X, Bupati Y dan Bupati Z": all of them sign one paper.
fn as_one(input: &Input<'_>, group: &Group<'_>) -> bool {
    let all = group.parties.len();
    let counted = |s: usize| {
        let told = input.signs(s).then(|| input.sentence(s)).flatten();
        told.is_some_and(|t| (t.first..t.last).any(|at| all_of(input, at) == Some(all)))
    };
    // "Sebanyak 12 universitas menandatangani MoU. Di antaranya ..."
    let campus = |at: usize| input.reader.reads(at, &["kampus", "perguruan", "pt", "universitas"]);
    let many = |s: usize| {
        let number =
            |m: &Mention| matches!(&m.what, What::Number(n) if usize::try_from(n.value).is_ok_and(|v| v > CAMPUSES) && campus(m.last));
        input.mentions_in(s).any(|(_, m)| number(m))
    };
    let row = |f: &&Frame| input.rule_name(f) == "agreement/signed-by" && input.fills(f, "signatories").count() >= all;
    group.frames.iter().any(|f| counted(f.sentence) || many(f.sentence) || row(f))
}

/// The place of the party whose partners are said to become more.
fn gains(input: &Input<'_>, group: &Group<'_>) -> Option<usize> {
    let told = group.frames.iter().filter(|f| input.rule_name(f) == "agreement/more-partners");
    let mut named = told.filter_map(|f| input.fills(f, "parties").next()?.value.mention()).filter_map(|m| input.stands_for(m, true));
    let party = named.next()?;
    group.parties.iter().position(|p| same_side(&p.value, &party))
}

/// One sentence names all the parties.
fn together(input: &Input<'_>, group: &Group<'_>) -> bool {
    group.frames.iter().any(|f| {
        let told = |p: &Proven<PartyRef>| parties_in(input, f.sentence).any(|q| same_side(&p.value, q));
        group.parties.iter().all(told)
    })
}

/// Who is told first.
fn first(group: &Group<'_>) -> Option<usize> {
    let told = |p: &Proven<PartyRef>| p.reasons.iter().map(|r| r.first).min();
    (0..group.parties.len()).min_by_key(|i| group.parties.get(*i).and_then(told))
}
