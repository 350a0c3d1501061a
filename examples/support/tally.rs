//! The counts behind the example `coverage`: firings, proofs and phrases of all articles, and what the annotations say of them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use kunker::{Evidence, Explanation, Extractor, Proof, Span};
use serde::Serialize;
use serde_json::Value;

use crate::slots::{Slots, same, slots};

/// What became of one rule, or of one reasoning step.
#[derive(Default, Serialize)]
pub struct Counts {
    /// Places where the rule fired; a step has none, it matches no pattern.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fired: Option<usize>,
    /// Proofs in the documents that name it.
    pub used: usize,
    /// Proofs that name another, but have slot and words which the rule filled too.
    pub shared: usize,
    /// Those of both in articles with an annotation.
    pub judged: usize,
    /// Those of the judged whose value the annotation has.
    pub right: usize,
    /// The judged that are not right.
    pub wrong: Vec<Wrong>,
}

impl Counts {
    /// The share of right among judged in percent, rounded down.
    pub fn percent(&self) -> Option<usize> {
        (100 * self.right).checked_div(self.judged)
    }
}

/// A proof whose value the annotation does not have.
#[derive(Serialize)]
pub struct Wrong {
    /// The article.
    pub article: String,
    /// The slot.
    pub slot: &'static str,
    /// The words that are to prove the value.
    pub text: String,
}

/// The values of one class of the word tables.
#[derive(Serialize)]
pub struct Class {
    /// How many values it has.
    pub values: usize,
    /// Those of which no phrase was in any article.
    pub unseen: BTreeSet<String>,
}

/// The counts of a run.
#[derive(Serialize)]
pub struct Tally {
    /// Articles read.
    pub articles: usize,
    /// Those of them with an annotation.
    pub annotated: usize,
    /// Every rule.
    pub rules: BTreeMap<String, Counts>,
    /// The reasoning steps that proofs name instead of a rule.
    pub steps: BTreeMap<String, Counts>,
    /// Every class of the word tables.
    pub classes: BTreeMap<String, Class>,
}

impl Tally {
    /// Nothing read yet: no rule fired, no value seen.
    pub fn new(extractor: &Extractor) -> Tally {
        let rule = |name: &&str| ((*name).to_owned(), Counts { fired: Some(0), ..Counts::default() });
        let class = |(name, values): (&str, BTreeSet<&str>)| {
            (name.to_owned(), Class { values: values.len(), unseen: values.into_iter().map(str::to_owned).collect() })
        };
        Tally {
            articles: 0,
            annotated: 0,
            rules: extractor.rule_names().iter().map(rule).collect(),
            steps: BTreeMap::new(),
            classes: extractor.lexicon_values().into_iter().map(class).collect(),
        }
    }

    /// Counts one article; without an annotation nothing of it is judged.
    pub fn article(&mut self, id: &str, read: &Explanation, annotation: Option<&Value>) {
        self.articles += 1;
        self.annotated += usize::from(annotation.is_some());
        for firing in &read.firings {
            if let Some(fired) = self.rules.get_mut(&firing.rule).and_then(|counts| counts.fired.as_mut()) {
                *fired += 1;
            }
        }
        for phrase in &read.phrases {
            if let Some(class) = self.classes.get_mut(&phrase.class) {
                class.unseen.remove(&phrase.value);
            }
        }
        let gold = |what: &str| annotation.map(|a| a[what].as_array().into_iter().flatten().map(slots).collect::<Vec<Slots>>());
        let (visits, agreements) = (gold("visits"), gold("agreements"));
        let said = said(read);
        for visit in &read.document.visits {
            self.event(id, &json_slots(visit), &visit.evidence, visits.as_deref(), &said);
        }
        for agreement in &read.document.agreements {
            self.event(id, &json_slots(agreement), &agreement.evidence, agreements.as_deref(), &said);
        }
    }

    fn event(&mut self, id: &str, event: &Slots, evidence: &Evidence, gold: Option<&[Slots]>, said: &Said<'_>) {
        for proof in &evidence.proofs {
            let right = gold.map(|gold| agrees(event, gold, proof));
            self.counts(&proof.rule).used += 1;
            self.judge(&proof.rule, id, proof, right);
            let echoes = said.get(&(proof.slot.as_str(), proof.span)).into_iter().flatten();
            for rule in echoes.filter(|rule| **rule != proof.rule) {
                self.counts(rule).shared += 1;
                self.judge(rule, id, proof, right);
            }
        }
    }

    fn counts(&mut self, name: &str) -> &mut Counts {
        match self.rules.get_mut(name) {
            Some(counts) => counts,
            None => self.steps.entry(name.to_owned()).or_default(),
        }
    }

    fn judge(&mut self, name: &str, article: &str, proof: &Proof, right: Option<bool>) {
        let Some(right) = right else { return };
        let counts = self.counts(name);
        counts.judged += 1;
        counts.right += usize::from(right);
        if !right {
            counts.wrong.push(Wrong { article: article.to_owned(), slot: proof.slot.as_str(), text: proof.text.clone() });
        }
    }
}

/// The rules that filled a slot from the same words.
type Said<'a> = BTreeMap<(&'a str, Span), BTreeSet<&'a str>>;

fn said(read: &Explanation) -> Said<'_> {
    let mut said = Said::new();
    for firing in &read.firings {
        for fill in &firing.fills {
            said.entry((&fill.slot, fill.span)).or_default().insert(&firing.rule);
        }
    }
    said
}

/// A visit or agreement in the form that the scorer of the tests compares.
fn json_slots(event: &impl Serialize) -> Slots {
    slots(&serde_json::to_value(event).unwrap_or_default())
}

/// Some annotated event of the same sort has the proved value in the same slot, by the comparisons of the scorer. Which of
/// several events it is does not matter: that is the work of the event storey, not of the rule.
fn agrees(event: &Slots, gold: &[Slots], proof: &Proof) -> bool {
    let slot = proof.slot.as_str();
    let Some(value) = event.get(slot).and_then(|values| values.get(proof.item)) else { return false };
    // The scorer keeps the last day of a visit apart; a day is right with both.
    let days = |gold: &Slots| slot != "date" || gold.get("end") == event.get("end");
    gold.iter().any(|gold| days(gold) && gold.get(slot).is_some_and(|values| values.iter().any(|g| same(slot, g, value))))
}

/// The annotation beside an article: the file of the same name that ends in `.json`, if there is one.
pub fn annotation_of(article: &Path) -> Result<Option<Value>, String> {
    let path = article.with_extension("json");
    if article.as_os_str() == "-" || !path.exists() {
        return Ok(None);
    }
    let fault = |what: String| format!("{}: {what}", path.display());
    let source = std::fs::read(&path).map_err(|e| fault(e.to_string()))?;
    let annotation: Value = serde_json::from_slice(&source).map_err(|e| fault(e.to_string()))?;
    if !["visits", "agreements"].iter().all(|what| annotation[what].is_array()) {
        return Err(fault("no annotation: it needs the lists \"visits\" and \"agreements\"".to_owned()));
    }
    Ok(Some(annotation))
}
