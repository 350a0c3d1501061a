//! Bodies: `name` "Dinas Kominfo Kota Makassar", with `council` (councils and their parts), `campus` (universities that no table
//! knows in short) `firm` (organisations of no table) and `unit` (branches and offices of the centre by class and provinces).

pub(super) mod campus;
pub(super) mod council;
pub(super) mod firm;
pub(super) mod name;
mod unit;
