//! Reads rule files: blocks of `rule`, `match`, `text`, `gives`, `never`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::pattern::{PatternReader, VARIANTS};
use super::{Atoms, Patterns, Rule, Schema};
use crate::Error;
use crate::error::{Found, is_clean, no_control};
use crate::lexicon::{Lexicon, numbered};

/// A test of a rule.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) line: usize,
    pub(crate) text: Kept,
    /// `slot = words; slot = words`; none for a `never`.
    gives: Option<Kept>,
    /// The rule must not fire.
    pub(crate) never: bool,
}

impl Example {
    /// Slots and words expected.
    pub(crate) fn gives(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.gives.iter().flat_map(|gives| gives.split(';'));
        pairs.filter_map(|pair| pair.split_once('=')).map(|(slot, words)| (slot.trim(), words.trim()))
    }
}

/// Words of a rule file: of a built-in one where they stand, else kept.
pub(crate) type Kept = Cow<'static, str>;

/// How words of a rule file are kept.
pub(crate) type Keep<'s> = fn(&'s str) -> Kept;

/// Most patterns of all rules that are added to the built-in ones.
pub(crate) const PATTERNS: usize = 20_000;

/// A line of a rule file, cut behind its key.
struct Cut<'s> {
    file: &'s str,
    number: usize,
    line: &'s str,
    rest: &'s str,
}

impl Cut<'_> {
    /// A fault of the key.
    fn fault(&self, what: impl Into<String>) -> Error {
        Error::new(self.file, self.number, 1, what)
    }

    /// The column at which `bytes` of what stands behind the key are passed.
    fn column(&self, bytes: usize) -> usize {
        let chars = |s: &str| s.chars().count();
        let passed = self.rest.get(..bytes).map_or(0, chars);
        chars(self.line).saturating_sub(chars(self.rest)).saturating_add(passed).saturating_add(1)
    }

    /// A fault of what stands behind the key.
    fn fault_behind(&self, bytes: usize, what: impl Into<String>) -> Error {
        Error::new(self.file, self.number, self.column(bytes), what)
    }
}

/// Reads the rules of a file, which may hold so many `patterns`. New words of patterns are added to the lexicon's vocabulary, new
/// atoms to those known.
pub(crate) fn parse<'s>(
    file: &'s str,
    (source, keep): (&'s str, Keep<'s>),
    (lexicon, atoms): (&mut Lexicon, &mut Atoms),
    schema: &Schema,
    mut patterns: usize,
) -> Result<Vec<Rule>, Error> {
    let mut rules: Vec<Rule> = Vec::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    let clean = is_clean(source);
    for (number, raw) in numbered(source) {
        let line = raw.trim_end();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if !clean {
            no_control(file, number, line)?;
        }
        let (key, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let cut = Cut { file, number, line, rest: rest.trim() };
        if key == "rule" {
            finished(rules.last())?;
            if !names.insert(cut.rest) {
                return Err(cut.fault_behind(0, taken(cut.rest)));
            }
            rules.push(head(&cut, schema, keep)?);
            continue;
        }
        let Some(rule) = rules.last_mut() else {
            return Err(cut.fault(format!("found {}, expected `rule event/name`", Found(line))));
        };
        match key {
            "match" => {
                let column = cut.column(0);
                let event = rule.event;
                let mut reader =
                    PatternReader { file, line: number, column, source: cut.rest, event, lexicon, atoms, schema, joins: false };
                let before = rule.patterns.len();
                reader.read(&mut rule.patterns)?;
                let (all, more) = (rule.patterns.len(), rule.patterns.len().saturating_sub(before));
                patterns = patterns
                    .checked_sub(more)
                    .ok_or_else(|| cut.fault(format!("found {more} patterns more, expected at most {PATTERNS} of all added rules")))?;
                if all > VARIANTS {
                    return Err(cut.fault(format!("found a rule that stands for {all} patterns, expected at most {VARIANTS}")));
                }
            }
            "text" | "never" if cut.rest.is_empty() => return Err(cut.fault(format!("found an empty `{key}`, expected a text behind it"))),
            "text" | "never" => {
                rule.examples.push(Example { line: number, text: keep(cut.rest), gives: None, never: key == "never" });
            }
            "gives" => {
                let Some(example) = rule.examples.last_mut().filter(|e| !e.never) else {
                    return Err(cut.fault("found `gives`, expected a `text` before it"));
                };
                if example.gives.is_some() {
                    return Err(cut.fault("found a second `gives` of a text, expected one"));
                }
                gives(&cut, schema, rule.event)?;
                example.gives = Some(keep(cut.rest));
            }
            _ => return Err(cut.fault(format!("found {}, expected one of rule, match, text, gives, never", Found(line)))),
        }
    }
    finished(rules.last())?;
    Ok(rules)
}

/// What is wrong with the name of a rule that another one has.
pub(crate) fn taken(name: &str) -> String {
    format!("found rule name {} a second time, expected a new name", Found(name))
}

/// Fails at what is not `slot = words; slot = words`.
fn gives(cut: &Cut<'_>, schema: &Schema, event: usize) -> Result<(), Error> {
    let mut passed = 0_usize;
    for part in cut.rest.split(';') {
        let place = passed.saturating_add(part.len().saturating_sub(part.trim_start().len()));
        passed = passed.saturating_add(part.len()).saturating_add(1);
        let halves = part.split_once('=').map(|(slot, words)| (slot.trim(), words.trim()));
        let Some((slot, _)) = halves.filter(|(_, words)| !words.is_empty()) else {
            return Err(cut.fault_behind(place, format!("found {}, expected `slot = words; slot = words`", Found(part.trim()))));
        };
        if schema.slot_of(event, slot).is_none() {
            return Err(cut.fault_behind(place, schema.unknown_slot(event, slot)));
        }
    }
    Ok(())
}

fn head<'s>(cut: &Cut<'s>, schema: &Schema, keep: Keep<'s>) -> Result<Rule, Error> {
    let name = cut.rest;
    let (event, own) = name.split_once('/').unwrap_or((name, ""));
    let Some(event) = schema.events.iter().position(|(n, _)| *n == event) else {
        let known = schema.events.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(" ");
        let what = format!("found rule name {}, expected event/name with one of the events: {known}", Found(name));
        return Err(cut.fault_behind(0, what));
    };
    if own.is_empty() || name.ends_with('/') || name.contains(char::is_whitespace) {
        return Err(cut.fault_behind(0, format!("found rule name {}, expected event/name without blanks", Found(name))));
    }
    Ok(Rule { name: keep(name), event, patterns: Patterns::default(), examples: Vec::new(), file: keep(cut.file), line: cut.number })
}

/// A rule is whole: a pattern, a text with its gives, a never.
fn finished(rule: Option<&Rule>) -> Result<(), Error> {
    let Some(rule) = rule else { return Ok(()) };
    let fault = if rule.patterns.len() == 0 {
        "no `match`"
    } else if !rule.examples.iter().any(|e| !e.never) {
        "no `text`"
    } else if rule.examples.iter().any(|e| !e.never && e.gives.is_none()) {
        "a `text` without `gives`"
    } else if !rule.examples.iter().any(|e| e.never) {
        "no `never`"
    } else {
        return Ok(());
    };
    Err(Error::new(
        &rule.file,
        rule.line,
        1,
        format!("found rule {} with {fault}, expected match, text, gives and never", Found(&rule.name)),
    ))
}
