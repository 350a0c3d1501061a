//! Bodies: `name` "Dinas Kominfo Kota Makassar", with `council` (councils and their parts), `campus` (universities that no table
//! knows in short) and `firm` (organisations of no table).

pub(super) mod campus;
pub(super) mod council;
pub(super) mod firm;
pub(super) mod name;
