//! Regions and the places below them, which no title or body needs to tell: `name` "Kabupaten Kotawaringin Timur (Kotim), Kalimantan
//! Tengah", `district` "Kecamatan Kertek", `village` the place behind a Camat or Lurah, `local` the governments of both, `abroad`
//! "Kota Kyoto, Jepang". `support` tells when a name that may be an ordinary word counts.

pub(super) mod abroad;
pub(super) mod district;
pub(super) mod local;
pub(super) mod name;
pub(super) mod support;
pub(super) mod village;
