//! Sides: what the patterns of one bundle ask for on one side of the trigger, those with a beginning in common together.

use std::num::NonZeroU16;

use super::Atoms;
use super::atoms::AtomId;
use super::holds::Holds;

/// The different sides of some patterns: atoms from the trigger outwards.
#[derive(Clone, Debug, Default)]
pub(super) struct Sides {
    /// The atoms of all sides, in their order.
    atoms: Vec<AtomId>,
    /// For each side where its atoms end.
    ends: Vec<u16>,
    /// A tree, each node before those below it.
    nodes: Vec<Node>,
}

/// One side, or several with a beginning in common.
#[derive(Clone, Copy, Debug)]
struct Node {
    /// What none of them can do without.
    needs: Holds,
    /// Leading atoms that they have in common with the side before them.
    shared: u16,
    /// The number of the first node that is not below this one.
    end: u16,
    /// The number of the side, if it is one.
    side: Option<NonZeroU16>,
}

/// What the search for a side came to: the edge up to which it fits, or how many atoms fitted at once.
pub(super) type Reach = Result<usize, usize>;

impl Sides {
    /// The sides, and for each pattern the number of its own, from one.
    pub(super) fn of(patterns: &[&[AtomId]], known: &Atoms) -> (Sides, Vec<u16>) {
        let mut order: Vec<usize> = (0..patterns.len()).collect();
        let atoms = |pattern: &usize| patterns.get(*pattern).copied().unwrap_or(&[]);
        order.sort_unstable_by(|a, b| atoms(a).cmp(atoms(b)));
        let mut sides = Sides::default();
        let mut all: Vec<&[AtomId]> = Vec::new();
        let mut numbers = vec![0; patterns.len()];
        for pattern in order {
            let own = atoms(&pattern);
            if all.last() != Some(&own) {
                all.push(own);
                sides.atoms.extend_from_slice(own);
                sides.ends.push(short(sides.atoms.len()));
            }
            if let Some(number) = numbers.get_mut(pattern) {
                *number = short(all.len());
            }
        }
        let _ = grow(&mut sides.nodes, known, &all, 0, 0);
        (sides, numbers)
    }

    /// What none of the sides can do without.
    pub(super) fn needs(&self) -> Holds {
        self.nodes.first().map_or_else(Holds::default, |root| root.needs)
    }

    /// The atoms of the side of a number.
    pub(super) fn atoms(&self, side: u16) -> &[AtomId] {
        let end = |side: u16| usize::from(side).checked_sub(1).and_then(|at| self.ends.get(at)).map_or(0, |end| usize::from(*end));
        self.atoms.get(end(side.saturating_sub(1))..end(side)).unwrap_or(&[])
    }

    /// Searches for all sides that may fit into a stretch of text.
    pub(super) fn search(&self, stretch: Holds, mut search: impl FnMut(u16, &[AtomId]) -> Reach) {
        let mut at = 0;
        // Where a side gets no farther than its first atoms, those that begin with these and the next one get no farther either.
        let mut reached = usize::MAX;
        while let Some(node) = self.nodes.get(at) {
            if usize::from(node.shared) > reached {
                at = usize::from(node.end);
                continue;
            }
            reached = usize::MAX;
            if !stretch.has(node.needs) {
                at = usize::from(node.end);
                continue;
            }
            if let Some(side) = node.side.map(NonZeroU16::get) {
                reached = search(side, self.atoms(side)).err().unwrap_or(usize::MAX);
            }
            at = at.saturating_add(1);
        }
    }
}

/// Adds the node of some sides, and the nodes below: `number` sides stand before them, with the last of which the first has
/// `shared` atoms in common. What none of the sides can do without.
fn grow(nodes: &mut Vec<Node>, known: &Atoms, sides: &[&[AtomId]], number: usize, shared: usize) -> Holds {
    let own = nodes.len();
    let one = NonZeroU16::new(short(number.saturating_add(1))).filter(|_| sides.len() == 1);
    nodes.push(Node { needs: Holds::default(), shared: short(shared), end: 0, side: one });
    let needs = match sides {
        [first, .., last] => {
            let depth = common(first, last);
            let (mut number, mut shared) = (number, shared);
            let below = sides.chunk_by(|a, b| a.get(depth) == b.get(depth)).map(|alike| {
                let needs = grow(nodes, known, alike, number, shared);
                (number, shared) = (number.saturating_add(alike.len()), depth);
                needs
            });
            below.reduce(Holds::in_common).unwrap_or_default()
        }
        [one] => Holds::needed_by(one.iter().map(|atom| known.get(*atom))),
        [] => Holds::default(),
    };
    let end = short(nodes.len());
    if let Some(node) = nodes.get_mut(own) {
        (node.needs, node.end) = (needs, end);
    }
    needs
}

/// A rule has at most some hundred patterns of some dozen atoms.
fn short(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

/// Leading atoms that two sides have in common.
fn common(a: &[AtomId], b: &[AtomId]) -> usize {
    a.iter().zip(b).take_while(|(a, b)| a == b).count()
}
