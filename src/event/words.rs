//! Words: the classes of phrases that the joining asks for.

use crate::lexicon::{ClassId, Lexicon};

/// Classes the joining asks for.
#[derive(Clone, Debug)]
pub(crate) struct Words {
    pub(crate) visit_kind: ClassId,
    pub(crate) agreement_kind: ClassId,
    pub(crate) verb: ClassId,
    pub(crate) status: ClassId,
    pub(crate) affair: ClassId,
    pub(crate) quiet: ClassId,
    pub(crate) budget: ClassId,
    pub(crate) delegation: ClassId,
    pub(crate) link: ClassId,
    pub(crate) guest: ClassId,
    pub(crate) committee: ClassId,
    pub(crate) field: ClassId,
}

impl Words {
    pub(crate) fn new(lexicon: &mut Lexicon) -> Words {
        let class = |name: &str| lexicon.class(name).unwrap_or(ClassId(u16::MAX));
        Words {
            visit_kind: class("visit_kind"),
            agreement_kind: class("agreement_kind"),
            verb: class("verb"),
            status: class("status"),
            affair: class("affair"),
            quiet: class("quiet"),
            budget: class("budget"),
            delegation: class("delegation"),
            link: class("link"),
            guest: class("guest"),
            committee: class("committee"),
            field: class("field"),
        }
    }
}
