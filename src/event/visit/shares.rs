//! Shares: days that one sentence shares out among several guests or hosts ("A dan B berkunjung ke X, masing-masing pada Senin (1/7)
//! dan Selasa (2/7)").

use super::side::Side;
use crate::Date;
use crate::event::Input;
use crate::event::proof::{Proven, Reason};
use crate::event::same::same_side;
use crate::mention::{PartyRef, What};
use crate::rule::Frame;

/// Most guests or hosts among whom days are shared out.
const MOST: usize = 8;

/// The day of these sides, where a frame lists them among others and "masing-masing" gives each a day, in the same order.
pub(super) fn day(input: &Input<'_>, frames: &[&Frame], sides: &[(&str, &[&Side])]) -> Option<Proven<(Date, Option<Date>)>> {
    frames.iter().find_map(|frame| sides.iter().find_map(|(slot, sides)| shared(input, frame, slot, sides)))
}

fn shared(input: &Input<'_>, frame: &Frame, slot: &str, sides: &[&Side]) -> Option<Proven<(Date, Option<Date>)>> {
    let listed: Vec<&PartyRef> = input.fills(frame, slot).filter_map(|f| input.party(f.value.mention()?)).take(MOST).collect();
    if let Some(day) = behind_each(input, frame, slot, sides).filter(|_| listed.len() > 1) {
        return Some(day);
    }
    let number = listed.iter().position(|p| sides.iter().any(|s| same_side(&s.party, p))).filter(|_| listed.len() > 1)?;
    let sentence = input.sentence(frame.sentence)?;
    let each = (frame.trigger..sentence.last).find(|at| input.reader.reads(*at, &["masing"]))?;
    let from = input.mentions.partition_point(|m| m.first < each);
    let here = input.mentions.iter().zip(&input.calendar.days).skip(from).take_while(|(m, _)| m.first < sentence.last);
    let days: Vec<_> = here.filter(|(m, _)| matches!(m.what, What::Date(_))).filter_map(|(m, d)| d.map(|d| (m, d))).collect();
    let reason = |first, last| Reason::new(first, last, "setting/shared-day");
    match days.as_slice() {
        // "pada Senin (1/7) dan Selasa (2/7)" reads as one range.
        [(m, (first, Some(last)))] if first != last && listed.len() == 2 => {
            let own = if number == 0 { *first } else { *last };
            Some(Proven::new((own, Some(own)), reason(m.first, m.last)))
        }
        _ => {
            let (m, own) = days.get(number).filter(|_| days.len() == listed.len())?;
            Some(Proven::new(*own, reason(m.first, m.last)))
        }
    }
}

/// Most tokens from a party to its day: a comma and "pada".
const BEHIND: usize = 2;

/// "... ke A, Senin (2/3), dan B, Selasa (3/3)": the day right behind each.
fn behind_each(input: &Input<'_>, frame: &Frame, slot: &str, sides: &[&Side]) -> Option<Proven<(Date, Option<Date>)>> {
    let mut own = None;
    for fill in input.fills(frame, slot).take(MOST) {
        let at = input.mentions.partition_point(|m| m.first < fill.last);
        let next = input.mentions.get(at).filter(|m| m.first.saturating_sub(fill.last) <= BEHIND);
        let day = input.calendar.days.get(at).copied().flatten();
        let (mention, day) = next.zip(day)?;
        let party = fill.value.mention().and_then(|m| input.party(m))?;
        if sides.iter().any(|s| same_side(&s.party, party)) {
            own = own.or(Some(Proven::new(day, Reason::new(mention.first, mention.last, "setting/shared-day"))));
        }
    }
    own
}
