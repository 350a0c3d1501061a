//! Greeters: who waits for a guest of the centre where he arrives, and is not whom he goes to.

use super::side::Side;
use crate::event::Input;
use crate::event::same::same_side;
use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{BodySort, PartyRef};
use crate::rule::Frame;
use crate::text::Zone;

/// "Presiden berkunjung ke Kabupaten X. Di bandara ia dijemput Gubernur Y": the governor of the province greets a guest of the
/// centre wherever he goes, and is not whom he goes to. In a city he may have his seat.
pub(super) fn drop_greeters(input: &Input<'_>, visitors: &[&Side], hosts: &mut Vec<&Side>) {
    let gazetteer = &input.reader.lexicon.gazetteer;
    let names = |f: &Frame, slot: &str, party: &PartyRef| {
        input.fills(f, slot).filter_map(|h| input.party(h.value.mention()?)).any(|p| same_side(p, party))
    };
    let greets = |s: &Side| {
        let mut received = s.frames_of(input).filter(|f| names(f, "received_by", &s.party)).peekable();
        received.peek().is_some()
            && received.all(|f| input.has_part(f.trigger, f.trigger.saturating_add(1), &GREETS))
            && !s.frames_of(input).any(|f| names(f, "hosts", &s.party))
    };
    // "Kajati berkunjung ke Kejari X. Ia disambut Kajari, Bupati dan Wakil Bupati X": the office below his own is whom he goes to.
    let vertical = |s: &Side| s.party.sort == Some(BodySort::Vertical);
    let called_on = |s: &Side| s.frames_of(input).any(|f| names(f, "hosts", &s.party));
    if visitors.iter().any(|s| vertical(s)) && hosts.iter().any(|s| vertical(s) && called_on(s)) {
        hosts.retain(|s| s.party.sort.is_some() || called_on(s));
    }
    let goal = |s: &Side| s.frames_of(input).any(|f| input.zone(f.sentence) == Zone::Body && names(f, "hosts", &s.party));
    if visitors.is_empty() || visitors.iter().any(|s| s.party.region.is_some()) {
        return;
    }
    let rural = |r: &RegionId| gazetteer.level(*r) == Level::Kabupaten;
    let goals: Vec<_> = hosts.iter().filter(|s| goal(s)).filter_map(|s| s.party.region).filter(rural).collect();
    let inside = |province| goals.iter().any(|r| *r != province && gazetteer.province(*r) == province);
    hosts.retain(|s| !(s.party.sort.is_none() && s.party.region.is_some_and(inside) && greets(s)));
}

/// Parts of the verbs of those who wait where a guest arrives.
const GREETS: [&str; 4] = ["ambut", "emput", "ongsong", "alungi"];
