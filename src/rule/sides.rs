//! Sides: what the patterns of one bundle ask for on one side of the trigger, those with a beginning in common together.

use super::Atom;
use super::holds::Holds;

/// The different sides of some patterns: atoms from the trigger outwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    /// In the order of their atoms.
    all: Vec<Vec<Atom>>,
    /// A tree, each node before those below it.
    nodes: Vec<Node>,
}

/// One side, or several with a beginning in common.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// What none of them can do without.
    needs: Holds,
    /// Leading atoms that they have in common with the side before them.
    shared: usize,
    /// The number of the first node that is not below this one.
    end: usize,
    /// The number of the side, if it is one.
    side: Option<usize>,
}

/// What the search for a side came to: the edge up to which it fits, or how many atoms fitted at once.
pub(super) type Reach = Result<usize, usize>;

impl Sides {
    pub(super) fn of<'r>(all: impl Iterator<Item = &'r [Atom]>) -> Sides {
        let mut all: Vec<&[Atom]> = all.collect();
        all.sort_unstable();
        all.dedup();
        let mut nodes = Vec::with_capacity(all.len().saturating_mul(2));
        let _ = grow(&mut nodes, &all, 0, 0);
        Sides { all: all.into_iter().map(<[Atom]>::to_vec).collect(), nodes }
    }

    /// What none of the sides can do without.
    pub(super) fn needs(&self) -> Holds {
        self.nodes.first().map_or_else(Holds::default, |root| root.needs)
    }

    /// The number of a side.
    pub(super) fn place(&self, atoms: &[Atom]) -> usize {
        self.all.binary_search_by(|side| side.as_slice().cmp(atoms)).unwrap_or(usize::MAX)
    }

    /// The atoms of one side.
    pub(super) fn atoms(&self, side: usize) -> &[Atom] {
        self.all.get(side).map_or(&[], Vec::as_slice)
    }

    /// Searches for all sides that may fit into a stretch of text.
    pub(super) fn search(&self, stretch: Holds, mut search: impl FnMut(usize, &[Atom]) -> Reach) {
        let mut at = 0;
        // Where a side gets no farther than its first atoms, those that begin with these and the next one get no farther either.
        let mut reached = usize::MAX;
        while let Some(node) = self.nodes.get(at) {
            if node.shared > reached {
                at = node.end;
                continue;
            }
            reached = usize::MAX;
            if !stretch.has(node.needs) {
                at = node.end;
                continue;
            }
            if let Some(side) = node.side {
                reached = search(side, self.atoms(side)).err().unwrap_or(usize::MAX);
            }
            at = at.saturating_add(1);
        }
    }
}

/// Adds the node of some sides, the first of which has this number and `shared` atoms in common with the one before, and the
/// nodes below; what none of the sides can do without.
fn grow(nodes: &mut Vec<Node>, sides: &[&[Atom]], number: usize, shared: usize) -> Holds {
    let own = nodes.len();
    nodes.push(Node { needs: Holds::default(), shared, end: 0, side: (sides.len() == 1).then_some(number) });
    let needs = match sides {
        [first, .., last] => {
            let depth = common(first, last);
            let (mut number, mut shared) = (number, shared);
            let below = sides.chunk_by(|a, b| a.get(depth) == b.get(depth)).map(|alike| {
                let needs = grow(nodes, alike, number, shared);
                (number, shared) = (number.saturating_add(alike.len()), depth);
                needs
            });
            below.reduce(Holds::in_common).unwrap_or_default()
        }
        [one] => Holds::needed_by(one),
        [] => Holds::default(),
    };
    let end = nodes.len();
    if let Some(node) = nodes.get_mut(own) {
        (node.needs, node.end) = (needs, end);
    }
    needs
}

/// Leading atoms that two sides have in common.
fn common(a: &[Atom], b: &[Atom]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
