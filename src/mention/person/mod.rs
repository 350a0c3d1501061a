//! Persons: `name` with its honorifics, particles and initials, whose single words `word` judges, helped by
//! `capitals`, `degree` and `birthname`. `official` joins the name to a title, before or behind it.

pub(super) mod birthname;
pub(super) mod capitals;
pub(super) mod degree;
pub(super) mod name;
pub(super) mod official;
pub(super) mod word;
