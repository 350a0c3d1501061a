//! Joints: mentions that were read apart and belong together, or were read as one and are two. `apposition` (an office and the
//! name that stands apart), `border` and `shown` (where the name of a body or place ends and that of its head begins), `addition`
//! (age and party behind a name), `pairs` (two offices and their holders in order), `reversed` (offices behind
//! their holders, in a row), `series` (the joints of a list of people).

pub(super) mod addition;
pub(super) mod apposition;
pub(super) mod border;
pub(super) mod pairs;
pub(super) mod reversed;
pub(super) mod series;
pub(super) mod shown;
