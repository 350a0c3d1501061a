//! Which predicted fill belongs to which gold fill, and which predicted event to which gold event.

use super::slots::{Fill, Slots, same};

/// What a shared fill says about two events being one, in the order in which it is summed.
const WEIGHTS: [(&str, f64); 8] = [
    ("visitors", 3.0),
    ("hosts", 3.0),
    ("parties", 3.0),
    ("leader", 2.0),
    ("received_by", 2.0),
    ("date", 1.0),
    ("kind", 0.5),
    ("status", 0.1),
];

/// Up to this many events on each side every pairing is tried.
const MOST_PERMUTED: usize = 6;

/// The fills of a slot.
pub fn fills<'a>(slots: &'a Slots, slot: &str) -> &'a [Fill] {
    slots.get(slot).map_or(&[], Vec::as_slice)
}

/// Greedy one-to-one matching of fills: (hits, wrong, missed).
pub fn matched(slot: &str, gold: &[Fill], pred: &[Fill]) -> (usize, usize, usize) {
    let mut left: Vec<&Fill> = pred.iter().collect();
    let mut hits = 0;
    for g in gold {
        if let Some(at) = left.iter().position(|p| same(slot, g, p)) {
            left.remove(at);
            hits += 1;
        }
    }
    (hits, left.len(), gold.len() - hits)
}

fn affinity(gold: &Slots, pred: &Slots) -> f64 {
    // Summed from the left like Python's `sum`, so that ties fall alike.
    WEIGHTS.iter().fold(0.0, |sum, (slot, weight)| sum + weight * matched(slot, fills(gold, slot), fills(pred, slot)).0 as f64)
}

/// Pairs (gold, predicted) with the largest total affinity; a pair needs more than its kind and status in common.
pub fn align(gold: &[Slots], pred: &[Slots]) -> Vec<(usize, usize)> {
    let table: Vec<Vec<f64>> = gold.iter().map(|g| pred.iter().map(|p| affinity(g, p)).collect()).collect();
    let pairs = if gold.is_empty() || pred.is_empty() {
        Vec::new()
    } else if gold.len() <= MOST_PERMUTED && pred.len() <= MOST_PERMUTED {
        best_pairing(&table, gold.len(), pred.len())
    } else {
        greedy_pairing(&table, pred.len())
    };
    pairs.into_iter().filter(|&(i, j)| table[i][j] >= 1.0).collect()
}

/// The first best of all pairings, in the order of Python's `itertools.permutations`.
fn best_pairing(table: &[Vec<f64>], gold: usize, pred: usize) -> Vec<(usize, usize)> {
    let swap = gold > pred;
    let (small, large) = if swap { (pred, gold) } else { (gold, pred) };
    let (mut best, mut pairs) = (-1.0, Vec::new());
    permutations(large, small, &mut Vec::new(), &mut |chosen| {
        let candidate: Vec<(usize, usize)> = chosen.iter().enumerate().map(|(i, &j)| if swap { (j, i) } else { (i, j) }).collect();
        let total = candidate.iter().fold(0.0, |sum, &(i, j)| sum + table[i][j]);
        if total > best {
            (best, pairs) = (total, candidate);
        }
    });
    pairs
}

/// Every ordered choice of `take` numbers below `of`, in ascending order.
fn permutations(of: usize, take: usize, chosen: &mut Vec<usize>, visit: &mut impl FnMut(&[usize])) {
    if chosen.len() == take {
        return visit(chosen);
    }
    for next in 0..of {
        if !chosen.contains(&next) {
            chosen.push(next);
            permutations(of, take, chosen, visit);
            chosen.pop();
        }
    }
}

/// Every gold event in turn takes the best predicted event that is left.
fn greedy_pairing(table: &[Vec<f64>], pred: usize) -> Vec<(usize, usize)> {
    let mut left: Vec<usize> = (0..pred).collect();
    let mut pairs = Vec::new();
    for (i, row) in table.iter().enumerate() {
        let best = left.iter().copied().reduce(|best, j| if row[j] > row[best] { j } else { best });
        if let Some(j) = best {
            left.retain(|other| *other != j);
            pairs.push((i, j));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::super::slots::slots;
    use super::*;

    fn visit(visitor: &str, host: &str) -> Slots {
        slots(&json!({"kind": "kunjungan", "status": "held", "visitors": [{"region": visitor, "org": null}],
            "hosts": [{"region": host, "org": null}], "date": null}))
    }

    #[test]
    fn events_pair_by_what_they_share() {
        let gold = [visit("33.26", "64.71"), visit("16.13", "35.79")];
        let pred = [visit("16.13", "35.79"), visit("33.26", "64.71"), visit("11", "12")];
        assert_eq!(align(&gold, &pred), [(0, 1), (1, 0)]);
        assert_eq!(align(&pred, &gold), [(1, 0), (0, 1)]);
    }

    #[test]
    fn kind_and_status_alone_make_no_pair() {
        assert_eq!(align(&[visit("33.26", "64.71")], &[visit("11", "12")]), []);
        assert_eq!(align(&[], &[visit("11", "12")]), []);
    }

    #[test]
    fn many_events_pair_greedily() {
        let gold: Vec<Slots> = (10..18).map(|n| visit(&n.to_string(), "35.79")).collect();
        let pred: Vec<Slots> = (10..18).rev().map(|n| visit(&n.to_string(), "35.79")).collect();
        assert_eq!(align(&gold, &pred), (0..8).map(|i| (i, 7 - i)).collect::<Vec<_>>());
    }

    #[test]
    fn permutations_come_in_ascending_order() {
        let mut all = Vec::new();
        permutations(3, 2, &mut Vec::new(), &mut |p| all.push(p.to_vec()));
        assert_eq!(all, [[0, 1], [0, 2], [1, 0], [1, 2], [2, 0], [2, 1]]);
    }
}
