//! Dates: `when` reads a date with its weekday and its range, `day` one day in figures and words, `part` the words around it;
//! `dayname` knows what only looks like a day.

pub(super) mod day;
pub(super) mod dayname;
pub(super) mod part;
pub(super) mod when;
