//! Bodies told by a region that was named before: "Dinas Kominfo di kabupaten tersebut", "DPRD kota itu".

use smallvec::smallvec;

use super::resolve::regions;
use crate::kinds::Level;
use crate::lexicon::RegionId;
use crate::mention::{BodyWords, Mention, Reader, RegionWords, What};
use crate::text::Zone;

/// Sentences from the region to the words that take it up.
const REACH: usize = 4;

/// A body without a region, behind which "di kabupaten tersebut" stands, is of the region of that level that was told last as a place.
/// "DPRD X bersama Dinas Y kota itu": where its own sentence tells a body of another one of that level, either may be meant.
pub(super) fn name_those_there(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let gazetteer = &reader.lexicon.gazetteer;
    let mut last: [Option<(usize, RegionId)>; 3] = [None; 3];
    let mut bodies = last;
    for mention in mentions.iter_mut() {
        let sentence = reader.sentence_of(mention.first);
        let end = match &mention.what {
            What::Official(official) => official.body.as_ref().map_or(mention.last, |(_, _, last)| *last),
            _ => mention.last,
        };
        let there = level_there(reader, end).and_then(slot).and_then(|level| {
            let (told, region) = last.get(level).copied().flatten()?;
            let other = bodies.get(level).copied().flatten().is_some_and(|(own, other)| own == sentence && other != region);
            (sentence.saturating_sub(told) <= REACH && !other).then_some(region)
        });
        match &mut mention.what {
            What::Body(body) => take_up(body, there),
            What::Official(official) if official.region.is_none() => {
                if let Some((body, _, _)) = &mut official.body {
                    take_up(body, there);
                }
            }
            _ => {}
        }
        let told = if matches!(mention.what, What::Region(_)) { &mut last } else { &mut bodies };
        for words in regions(&mention.what).filter(|_| reader.zone_of(mention.first).tells()) {
            let level = words.candidates.first().and_then(|r| slot(gazetteer.level(*r)));
            if let ([region], Some(told)) = (words.candidates.as_slice(), level.and_then(|l| told.get_mut(l))) {
                *told = Some((sentence, *region));
            }
        }
    }
}

fn take_up(body: &mut BodyWords, region: Option<RegionId>) {
    if let (Some(region), None, true) = (region, &body.region, body.sort.regional()) {
        body.region = Some(RegionWords { candidates: smallvec![region], name: body.name_last, ..RegionWords::default() });
    }
}

/// "| di kabupaten tersebut", "| kota itu": the level that a region told before is taken up by.
fn level_there(reader: &Reader<'_>, at: usize) -> Option<Level> {
    if !reader.zone_of(at).tells() || reader.zone_of(at) == Zone::Headline {
        return None;
    }
    let first = at.saturating_add(usize::from(reader.reads(at, &["di", "pada"])));
    let level = match reader.folded(first, first.saturating_add(1)).as_str() {
        "kabupaten" => Level::Kabupaten,
        "kota" => Level::Kota,
        "provinsi" => Level::Provinsi,
        _ => return None,
    };
    reader.reads(first.saturating_add(1), &["itu", "tersebut"]).then_some(level)
}

fn slot(level: Level) -> Option<usize> {
    match level {
        Level::Provinsi => Some(0),
        Level::Kabupaten => Some(1),
        Level::Kota => Some(2),
        _ => None,
    }
}
