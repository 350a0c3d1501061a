//! Venues and sites: `name` "Ruang Rapat Wali Kota lantai 2", with the `part`s behind its head; `sight` is what a delegation looks
//! at, in small letters.

pub(super) mod name;
pub(super) mod part;
pub(super) mod sight;
