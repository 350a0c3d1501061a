//! The scorer: `score.py` of the annotation guide in Rust, number for number.

pub mod align;
pub mod slots;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use align::{align, fills, matched};
use serde_json::{Value, json};
use slots::{Slots, slots, truthy};

/// The slots that say who, whom and when.
const CORE: [&str; 7] = ["visitors", "hosts", "leader", "received_by", "date", "parties", "signatories"];

/// The slots of which an event is right.
const SIDES: [&str; 3] = ["visitors", "hosts", "parties"];

/// From this confidence on an event is called sure.
const SURE: f64 = 0.8;

/// Counts of one row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Row {
    /// Right fills.
    pub tp: usize,
    /// Wrong fills.
    pub fp: usize,
    /// Missed fills.
    pub fn_: usize,
}

impl Row {
    fn add(&mut self, (tp, fp, fn_): (usize, usize, usize)) {
        self.tp += tp;
        self.fp += fp;
        self.fn_ += fn_;
    }

    /// Precision, recall and their harmonic mean.
    pub fn prf(self) -> (f64, f64, f64) {
        let share = |part: usize, rest: usize| part as f64 / (part + rest) as f64;
        let p = match (self.tp + self.fp, self.fn_) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            _ => share(self.tp, self.fp),
        };
        let r = if self.tp + self.fn_ > 0 { share(self.tp, self.fn_) } else { 1.0 };
        (p, r, if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 })
    }
}

/// The score of one set of articles.
#[derive(Debug, Default)]
pub struct Score {
    count: BTreeMap<(&'static str, &'static str), Row>,
    articles: usize,
    exact_core: usize,
    quiet: usize,
    quiet_ok: usize,
    told: usize,
    sure: usize,
    sure_right: usize,
}

impl Score {
    /// Scores `(gold, predicted)` pairs; `aligned`: slots of found events only.
    pub fn of<'a>(articles: impl IntoIterator<Item = (&'a Value, &'a Value)>, aligned: bool) -> Score {
        let mut score = Score::default();
        for (gold, pred) in articles {
            score.article(gold, pred, aligned);
        }
        score
    }

    fn article(&mut self, gold: &Value, pred: &Value, aligned: bool) {
        self.articles += 1;
        if !truthy(&gold["visits"]) && !truthy(&gold["agreements"]) {
            self.quiet += 1;
            self.quiet_ok += usize::from(!truthy(&pred["visits"]) && !truthy(&pred["agreements"]));
        }
        // Both kinds of event are counted, whether or not the first was exact.
        let exact = ["visits", "agreements"].map(|what| self.events(what, &gold[what], &pred[what], aligned));
        self.exact_core += usize::from(exact == [true, true]);
    }

    /// Counts the visits or the agreements of one article; true if every core slot is exact.
    fn events(&mut self, what: &'static str, gold: &Value, pred: &Value, aligned: bool) -> bool {
        let events = |v: &Value| v.as_array().cloned().unwrap_or_default();
        let (gold, pred) = (events(gold), events(pred));
        let gold_slots: Vec<Slots> = gold.iter().map(slots).collect();
        let pred_slots: Vec<Slots> = pred.iter().map(slots).collect();
        // An optional event may be told or left out: neither right nor wrong.
        let (free, pairs): (Vec<_>, Vec<_>) = align(&gold_slots, &pred_slots).into_iter().partition(|(i, _)| truthy(&gold[*i]["optional"]));
        let gold_left: Vec<usize> = (0..gold.len()).filter(|i| !truthy(&gold[*i]["optional"])).collect();
        let pred_left: Vec<usize> = (0..pred.len()).filter(|j| !free.iter().any(|(_, dropped)| dropped == j)).collect();
        let (found, invented, missed) = (pairs.len(), pred_left.len() - pairs.len(), gold_left.len() - pairs.len());
        self.count.entry((what, "event")).or_default().add((found, invented, missed));
        let mut clean = invented == 0 && missed == 0;
        // Right is an event whose visitors and hosts, or whose parties, are all right.
        let right = |i: usize, j: usize| {
            SIDES.iter().all(|side| matches!(matched(side, fills(&gold_slots[i], side), fills(&pred_slots[j], side)), (_, 0, 0)))
        };
        let sure: Vec<usize> = pred_left.iter().copied().filter(|j| pred[*j]["confidence"].as_f64() >= Some(SURE)).collect();
        self.told += pred_left.len();
        self.sure += sure.len();
        self.sure_right += sure.iter().filter(|j| pairs.iter().any(|p| p.1 == **j && right(p.0, p.1))).count();

        let none = Slots::new();
        let mut jobs: Vec<(&Slots, &Slots)> = pairs.iter().map(|&(i, j)| (&gold_slots[i], &pred_slots[j])).collect();
        if !aligned {
            jobs.extend(gold_left.iter().filter(|i| !pairs.iter().any(|p| p.0 == **i)).map(|&i| (&gold_slots[i], &none)));
            jobs.extend(pred_left.iter().filter(|j| !pairs.iter().any(|p| p.1 == **j)).map(|&j| (&none, &pred_slots[j])));
        }
        for (g, p) in jobs {
            for slot in g.keys().chain(p.keys()).copied().collect::<BTreeSet<_>>() {
                let counts = matched(slot, fills(g, slot), fills(p, slot));
                self.count.entry((what, slot)).or_default().add(counts);
                clean &= !CORE.contains(&slot) || (counts.1 == 0 && counts.2 == 0);
            }
        }
        clean
    }

    fn sum(&self, chosen: impl Fn(&str) -> bool) -> Row {
        let mut sum = Row::default();
        for ((_, slot), row) in &self.count {
            if chosen(slot) {
                sum.add((row.tp, row.fp, row.fn_));
            }
        }
        sum
    }

    /// Every row by its name, the sums last.
    pub fn rows(&self) -> Vec<(String, Row)> {
        let told = self.count.iter().filter(|(_, row)| **row != Row::default());
        let mut rows: Vec<(String, Row)> = told.map(|((what, slot), row)| (format!("{what}.{slot}"), *row)).collect();
        rows.sort_by(|a, b| a.0.cmp(&b.0));
        rows.push(("events".to_owned(), self.sum(|s| s == "event")));
        rows.push(("titles".to_owned(), self.sum(|s| s == "title")));
        rows.push(("core".to_owned(), self.sum(|s| CORE.contains(&s))));
        rows.push(("all".to_owned(), self.sum(|s| !["event", "title", "bodies"].contains(&s))));
        rows
    }

    /// What a floor is held against: the F1 of a row, the share of quiet articles kept quiet (`quiet`), of events that are sure
    /// (`sure`), of sure events that are right (`sure_right`).
    pub fn value(&self, row: &str) -> Option<f64> {
        let share = |part: usize, whole: usize| if whole == 0 { 1.0 } else { part as f64 / whole as f64 };
        match row {
            "quiet" => Some(share(self.quiet_ok, self.quiet)),
            "sure" => Some(share(self.sure, self.told)),
            "sure_right" => Some(share(self.sure_right, self.sure)),
            _ => self.rows().iter().find(|(name, _)| name == row).map(|(_, counts)| counts.prf().2),
        }
    }

    /// In the form of `score.py --json`.
    pub fn json(&self) -> Value {
        let row = |(name, row): (String, Row)| {
            let (p, r, f1) = row.prf();
            (name, json!({"p": p, "r": r, "f1": f1, "tp": row.tp, "fp": row.fp, "fn": row.fn_}))
        };
        let slots: serde_json::Map<String, Value> = self.rows().into_iter().map(row).collect();
        json!({"slots": slots, "articles": self.articles, "exact_core": self.exact_core, "quiet": self.quiet, "quiet_ok": self.quiet_ok})
    }

    /// In the form that `score.py` prints.
    pub fn table(&self) -> String {
        let mut out = format!("{:28} {:>6} {:>6} {:>6}  {:>4} {:>4} {:>4}\n", "slot", "P", "R", "F1", "tp", "fp", "fn");
        for (name, row) in self.rows() {
            let (p, r, f1) = row.prf();
            let _ = writeln!(out, "{name:28} {p:6.3} {r:6.3} {f1:6.3}  {:4} {:4} {:4}", row.tp, row.fp, row.fn_);
        }
        let Score { articles, exact_core, quiet, quiet_ok, told, sure, sure_right, .. } = self;
        let _ = writeln!(out, "{articles} articles, {exact_core} with every core slot exact, {quiet_ok}/{quiet} quiet articles kept quiet");
        let _ = writeln!(out, "{sure} of {told} events have a confidence of {SURE} or more, {sure_right} of these are right");
        out
    }
}
