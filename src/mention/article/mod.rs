//! What only the whole article tells. `resolve` decides between regions of one name and goes through the others: `rows` (what
//! one of a row tells for all), `there` (a body of "kota itu"), `bare` (a "Pemkab" without its region), `fullname`, `deputy`, `vertical`, `home` (what a short name, a
//! deputy, an office of the centre, a head without a region stands for) and `party` (which party a mention is). `calendar` and `year`
//! give days their year. `people` tells who is one person, with `holder` (a bare title) and `proxy` (who stands in for a head).

pub(super) mod bare;
pub(super) mod calendar;
pub(super) mod deputy;
pub(super) mod fullname;
pub(super) mod holder;
pub(super) mod home;
pub(super) mod party;
pub(super) mod people;
pub(super) mod proxy;
pub(super) mod resolve;
pub(super) mod rows;
pub(super) mod there;
pub(super) mod vertical;
pub(super) mod year;
