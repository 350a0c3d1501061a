//! Titles: `office` "Plt. Kepala Dinas Perdagangan Kota X" and what stands between it and the name. That is a `complement`, for
//! some titles the `organisation` that they are of; `headship` knows the titles that only the name of an agency tells, `paraphrase`
//! "orang nomor satu", `envoy` those whom the name of a mission means.

pub(super) mod complement;
pub(super) mod envoy;
pub(super) mod headship;
pub(super) mod office;
pub(super) mod organisation;
pub(super) mod paraphrase;
