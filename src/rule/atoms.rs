//! The atoms of all rules, each once: patterns hold their numbers, which take little room and are compared at once.

use super::Atom;
use crate::lexicon::ClassId;
use crate::text::FxMap;

/// Number of an atom in the [`Atoms`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct AtomId(u16);

/// Most different atoms of all rules.
pub(super) const MOST: usize = 1 << 16;

/// Different atoms of the built-in rules, so that their collections need not grow.
const KNOWN: usize = 3_500;

/// There is no such class, so it matches nothing.
const NONE: Atom = Atom::Class(ClassId(u16::MAX), None);

/// Every atom of every rule.
#[derive(Clone, Debug, Default)]
pub(crate) struct Atoms {
    all: Vec<Atom>,
    ids: FxMap<Atom, AtomId>,
}

impl Atoms {
    pub(crate) fn new() -> Atoms {
        Atoms { all: Vec::with_capacity(KNOWN), ids: FxMap::with_capacity_and_hasher(KNOWN, Default::default()) }
    }

    /// The number of an atom, given one if it has none yet; none is left after [`MOST`] of them.
    pub(super) fn intern(&mut self, atom: Atom) -> Option<AtomId> {
        if let Some(id) = self.ids.get(&atom) {
            return Some(*id);
        }
        let id = u16::try_from(self.all.len()).map(AtomId).ok()?;
        self.all.push(atom);
        self.ids.insert(atom, id);
        Some(id)
    }

    pub(super) fn get(&self, id: AtomId) -> &Atom {
        self.all.get(usize::from(id.0)).unwrap_or(&NONE)
    }
}
