//! Asides: what stands between two words of a pattern and of which it need not know. ", pada Rabu (5/3/2024),", and the
//! comma that closes a name: "Bupati X, Fulan, dengan Y"; the number of an item: "yaitu 1. X, 2. Y".

use super::line::Line;
use crate::mention::{Mention, What};

/// Words before a day.
const DAY: [&str; 4] = ["pada", "hari", "tanggal", "tertanggal"];

impl Line<'_> {
    /// Behind an aside that begins at a token; and behind the comma there.
    pub(super) fn behind_aside(&self, at: usize) -> Option<(usize, usize)> {
        if let Some(behind) = self.reader.behind_item_number(at) {
            return Some((behind, behind));
        }
        let comma = self.reader.sign(at) == b',';
        // Most tokens begin none, which their length tells.
        if !comma && !self.mention_at(at).is_some_and(|(_, m)| matches!(m.what, What::Date(_))) && !self.may_open_day(at) {
            return None;
        }
        let end = self.behind_day(at.saturating_add(usize::from(comma)));
        let Some(end) = end else { return (comma && self.apposed(at)).then(|| (at.saturating_add(1), at.saturating_add(1))) };
        // "Diteken Senin (4/3/2024), X akan ...": a comma that none stands before ends the clause.
        Some((end, end.saturating_add(usize::from(comma && self.reader.sign(end) == b','))))
    }

    /// As `behind_aside`, leftwards: before the aside that ends at a token, and before the comma there.
    pub(super) fn before_aside(&self, at: usize) -> Option<(usize, usize)> {
        let comma = |at: usize| at.checked_sub(1).filter(|b| self.reader.sign(*b) == b',');
        let end = comma(at).unwrap_or(at);
        let first = self.before_day(end);
        let Some(first) = first else { return comma(at).filter(|b| self.apposed(*b)).map(|b| (b, b)) };
        let before = comma(first);
        // Behind the day a comma, and none before: another clause begins.
        (before.is_some() || end == at).then(|| (first, before.filter(|_| end < at).unwrap_or(first)))
    }

    /// "pada Rabu (5/3/2024)"
    fn behind_day(&self, at: usize) -> Option<usize> {
        let at = at.saturating_add(usize::from(self.is_free(at) && self.reader.reads(at, &DAY)));
        let day = |m: &&Mention| m.first == at && matches!(m.what, What::Date(_));
        self.mention_at(at).map(|(_, m)| m).filter(day).map(|m| m.last)
    }

    /// As long as one of the words before a day.
    fn may_open_day(&self, at: usize) -> bool {
        self.reader.tokens.get(at).is_some_and(|t| DAY.iter().any(|word| word.len() == usize::from(t.letters)))
    }

    fn before_day(&self, at: usize) -> Option<usize> {
        let day = |m: &&Mention| m.last == at && matches!(m.what, What::Date(_));
        let day = self.mention_at(at.checked_sub(1)?).map(|(_, m)| m).filter(day)?;
        let word = |b: &usize| self.is_free(*b) && self.reader.reads(*b, &DAY);
        Some(day.first.checked_sub(1).filter(word).unwrap_or(day.first))
    }

    /// The comma at a token closes a name that a comma opened: "Bupati Kudus, Fulan Wijaya | , ...".
    pub(super) fn apposed(&self, at: usize) -> bool {
        let comma = self.reader.sign(at) == b',';
        let named =
            |m: &Mention| m.last == at && matches!(m.what, What::Official(_)) && (m.first..m.last).any(|i| self.reader.sign(i) == b',');
        comma && at.checked_sub(1).and_then(|b| self.mention_at(b)).is_some_and(|(_, m)| named(m))
    }
}
