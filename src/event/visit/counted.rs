//! Counted guests: "tiga daerah datang. Ketiga daerah itu adalah X, Y dan Z", and those told by turns behind their host's sentence.

use crate::event::same::same_side;
use crate::event::{Input, VISIT};
use crate::mention::{BodySort, What};
use crate::rule::{Fill, Frame};

/// Most tokens of the words that open the names.
const NEXT: usize = 4;

/// Sentences from the host whose guests an article counts to their names.
const COUNTED: usize = 3;

/// "Ketiga daerah tersebut adalah X, Y dan Z", "di antaranya X", "datang pula X": guests only behind a host told of shortly before,
/// of whom the frame says no more, or besides his other guests.
pub(super) fn those_of_others(input: &Input<'_>, frame: &Frame) -> bool {
    let besides = input.rule_name(frame) == "visit/those-named";
    if !besides && input.rule_name(frame) != "visit/those-guests" {
        return false;
    }
    let first = input.sentence(frame.sentence).map_or(frame.first, |s| s.first);
    let opens = frame.first <= first;
    let series = input.phrases(input.reader.classes.series, frame.trigger, frame.trigger.saturating_add(NEXT));
    let names = series.iter().any(|(value, at, _)| *value == "namely" && *at == frame.trigger);
    // "Penerima kedua rombongan adalah X": they are no subject. "X, yakni Y" tells of anything.
    let clause = frame.first.checked_sub(1).is_some_and(|before| input.reader.sign(before) == b',');
    if !opens && (names || !besides && !clause) {
        return true;
    }
    let near = frame.sentence.saturating_sub(COUNTED)..frame.sentence;
    let from = input.frames.partition_point(|f| f.sentence < near.start);
    let told = input.frames.iter().skip(from).take_while(|f| near.contains(&f.sentence)).filter(|f| f.event == VISIT);
    let party = |f: &Fill| f.value.mention().and_then(|m| input.party(m));
    let own = |host: &Fill| input.fills(frame, "visitors").any(|g| party(g).zip(party(host)).is_some_and(|(a, b)| same_side(a, b)));
    let receives = |f: &Frame| {
        let mut hosts = ["hosts", "received_by"].iter().flat_map(|slot| input.fills(f, slot)).peekable();
        let guests = input.fills(f, "visitors").next().is_some();
        hosts.peek().is_some() && !hosts.any(own) && (!guests || besides && !names)
    };
    !told.into_iter().any(receives)
}

/// "Tiga kabupaten yang berada di perbatasan, yakni X, Y dan Z": they lie there.
pub(super) fn lies(input: &Input<'_>, frame: &Frame) -> bool {
    let several = input.rule_name(frame) == "visit/several-come";
    // "Kyoto berada di Pulau Honshu": a place by itself, and nobody of it.
    let abroad = |what: &What| matches!(what, What::Body(body) if body.sort == BodySort::Foreign);
    let place = |f: &Fill| {
        let government = || input.reader.reads(f.first, &["pemerintah"]);
        input.mention(f).is_some_and(|(_, m)| m.what.is_bare_region() || abroad(&m.what) && !government())
    };
    let guests = || [input.words.visit_kind, input.words.delegation].iter().any(|class| input.has(*class, None, frame.sentence));
    let alone = || input.rule_name(frame) == "visit/goes-to" && input.fills(frame, "visitors").all(place) && !guests();
    input.reader.reads(frame.trigger, &["berada"]) && (several || alone())
}
