//! Reads rule files: blocks of `rule`, `match`, `text`, `gives`, `never`.

use super::{Atom, Kind, Rule, Schema, Variant};
use crate::Error;
use crate::lexicon::Lexicon;

/// A test of a rule.
#[derive(Clone, Debug)]
pub(crate) struct Example {
    pub(crate) line: usize,
    pub(crate) text: String,
    /// Slot and words expected; empty for a `never`.
    pub(crate) gives: Vec<(String, String)>,
    /// The rule must not fire.
    pub(crate) never: bool,
}

/// Most patterns that the brackets of one rule may stand for.
const VARIANTS: usize = 256;
/// Most atoms of one pattern.
const ATOMS: usize = 40;
/// Widest gap.
const GAP: u8 = 30;
/// Deepest nesting of brackets.
const DEPTH: usize = 6;

/// Reads the rules of a file. New words of patterns are added to the lexicon's vocabulary.
pub(crate) fn parse(file: &str, source: &str, lexicon: &mut Lexicon, schema: &Schema) -> Result<Vec<Rule>, Error> {
    let mut rules: Vec<Rule> = Vec::new();
    for (index, raw) in source.lines().enumerate() {
        let number = index.saturating_add(1);
        let line = raw.trim_end();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (key, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim();
        if key == "rule" {
            finished(rules.last())?;
            rules.push(head(file, number, rest, schema, &rules)?);
            continue;
        }
        let Some(rule) = rules.last_mut() else {
            return Err(Error::new(file, number, 1, format!("found {key:?}, expected `rule event/name`")));
        };
        match key {
            "match" => {
                let column = line.len().saturating_sub(rest.len()).saturating_add(1);
                let mut reader = PatternReader { file, line: number, column, event: rule.event, lexicon, schema };
                rule.variants.extend(reader.read(rest)?);
                if rule.variants.len() > VARIANTS {
                    return Err(Error::new(
                        file,
                        number,
                        1,
                        format!("found a rule that stands for {} patterns, expected at most {VARIANTS}", rule.variants.len()),
                    ));
                }
            }
            "text" => rule.examples.push(Example { line: number, text: rest.to_owned(), gives: Vec::new(), never: false }),
            "never" => rule.examples.push(Example { line: number, text: rest.to_owned(), gives: Vec::new(), never: true }),
            "gives" => {
                let Some(example) = rule.examples.last_mut().filter(|e| !e.never) else {
                    return Err(Error::new(file, number, 1, "found `gives` without a `text` before it"));
                };
                for part in rest.split(';') {
                    let Some((slot, words)) = part.split_once('=') else {
                        return Err(Error::new(file, number, 1, format!("found {part:?}, expected `slot = words; slot = words`")));
                    };
                    if schema.slot(slot.trim()).is_none() {
                        return Err(unknown_slot(file, number, 1, slot.trim(), schema, rule.event));
                    }
                    example.gives.push((slot.trim().to_owned(), words.trim().to_owned()));
                }
            }
            other => return Err(Error::new(file, number, 1, format!("found {other:?}, expected one of rule, match, text, gives, never"))),
        }
    }
    finished(rules.last())?;
    Ok(rules)
}

fn head(file: &str, line: usize, name: &str, schema: &Schema, known: &[Rule]) -> Result<Rule, Error> {
    let event = name.split('/').next().unwrap_or("");
    let names = || schema.events.iter().map(|(n, _)| *n).collect::<Vec<_>>().join(" ");
    let Some(event) = schema.events.iter().position(|(n, _)| *n == event) else {
        return Err(Error::new(
            file,
            line,
            6,
            format!("found rule name {name:?}, expected event/name with one of the events: {}", names()),
        ));
    };
    if !name.contains('/') || name.ends_with('/') || name.contains(char::is_whitespace) {
        return Err(Error::new(file, line, 6, format!("found rule name {name:?}, expected event/name without blanks")));
    }
    if known.iter().any(|r| r.name == name) {
        return Err(Error::new(file, line, 6, format!("found rule name {name:?} a second time, expected a new name")));
    }
    Ok(Rule { name: name.to_owned(), event, variants: Vec::new(), examples: Vec::new(), file: file.to_owned(), line })
}

/// A rule is whole: a pattern, a text with its gives, a never.
fn finished(rule: Option<&Rule>) -> Result<(), Error> {
    let Some(rule) = rule else { return Ok(()) };
    let fault = if rule.variants.is_empty() {
        "no `match`"
    } else if !rule.examples.iter().any(|e| !e.never) {
        "no `text`"
    } else if rule.examples.iter().any(|e| !e.never && e.gives.is_empty()) {
        "a `text` without `gives`"
    } else if !rule.examples.iter().any(|e| e.never) {
        "no `never`"
    } else {
        return Ok(());
    };
    Err(Error::new(&rule.file, rule.line, 1, format!("found rule {:?} with {fault}, expected match, text, gives and never", rule.name)))
}

fn unknown_slot(file: &str, line: usize, column: usize, slot: &str, schema: &Schema, event: usize) -> Error {
    let known = schema.events.get(event).map_or_else(String::new, |(_, s)| s.join(" "));
    Error::new(file, line, column, format!("found unknown slot {slot:?}, expected one of: {known}"))
}

/// An atom and whether it is marked as the trigger; only used while reading.
type Marked = (Atom, bool, bool);

struct PatternReader<'r> {
    file: &'r str,
    line: usize,
    column: usize,
    event: usize,
    lexicon: &'r mut Lexicon,
    schema: &'r Schema,
}

impl PatternReader<'_> {
    /// All patterns that a `match` line stands for, each cut at its trigger.
    fn read(&mut self, source: &str) -> Result<Vec<Variant>, Error> {
        let words: Vec<&str> = split(source);
        let mut at = 0;
        let patterns = self.alternatives(&words, &mut at, 0, "")?;
        if at < words.len() {
            return Err(self.error(format!("found {:?} without its opening bracket", words.get(at).copied().unwrap_or(""))));
        }
        patterns.into_iter().map(|p| self.cut(p)).collect()
    }

    fn error(&self, what: impl Into<String>) -> Error {
        Error::new(self.file, self.line, self.column, what)
    }

    /// Sequences up to the closing bracket `close`, with `|` between them.
    fn alternatives(&mut self, words: &[&str], at: &mut usize, depth: usize, close: &str) -> Result<Vec<Vec<Marked>>, Error> {
        if depth > DEPTH {
            return Err(self.error(format!("found brackets nested deeper than {DEPTH}")));
        }
        let mut done: Vec<Vec<Marked>> = Vec::new();
        let mut open: Vec<Vec<Marked>> = vec![Vec::new()];
        while let Some(word) = words.get(*at).copied() {
            if word == close || matches!(word, "]" | ")") {
                break;
            }
            *at = at.saturating_add(1);
            match word {
                "|" => done.append(&mut std::mem::replace(&mut open, vec![Vec::new()])),
                "[" | "(" => {
                    let closing = if word == "[" { "]" } else { ")" };
                    let mut inner = self.alternatives(words, at, depth.saturating_add(1), closing)?;
                    if words.get(*at).copied() != Some(closing) {
                        return Err(self.error(format!("found {word:?} without its closing {closing:?}")));
                    }
                    *at = at.saturating_add(1);
                    if word == "[" {
                        inner.push(Vec::new());
                        // A trigger is never optional.
                        inner.iter_mut().flatten().for_each(|(_, _, optional)| *optional = true);
                    }
                    let mut next = Vec::new();
                    for head in &open {
                        for tail in &inner {
                            next.push(head.iter().chain(tail).cloned().collect());
                        }
                    }
                    open = next;
                    if open.len() > VARIANTS {
                        return Err(self.error(format!("found brackets that stand for more than {VARIANTS} patterns")));
                    }
                }
                _ => {
                    let atoms = self.atoms(word)?;
                    for sequence in &mut open {
                        sequence.extend(atoms.iter().cloned());
                        if sequence.len() > ATOMS {
                            return Err(self.error(format!("found a pattern of more than {ATOMS} atoms")));
                        }
                    }
                }
            }
        }
        done.append(&mut open);
        Ok(done)
    }

    /// The atoms of one written word; a word with a hyphen or stop is several.
    fn atoms(&mut self, written: &str) -> Result<Vec<Marked>, Error> {
        let (body, trigger) = match written.strip_suffix('!') {
            Some(body) if !body.is_empty() => (body, true),
            _ => (written, false),
        };
        if let Some(width) = body.strip_prefix("..") {
            let width = width
                .parse::<u8>()
                .ok()
                .filter(|w| (1..=GAP).contains(w))
                .ok_or_else(|| self.error(format!("found gap {body:?}, expected ..1 to ..{GAP}")))?;
            return Ok(vec![(Atom::Gap(width), false, false)]);
        }
        if let Some(class) = body.strip_prefix('{').and_then(|b| b.strip_suffix('}')) {
            return Ok(vec![(self.class(class)?, trigger, false)]);
        }
        if let Some(slot) = body.strip_prefix('<').and_then(|b| b.strip_suffix('>')) {
            return Ok(vec![(self.slot(slot)?, trigger, false)]);
        }
        if body.contains(['{', '}', '<', '>']) {
            return Err(self.error(format!("found {body:?}, expected a word, {{class}} or <slot:kind>")));
        }
        Ok(self.lexicon.words(body).into_iter().map(|w| (Atom::Word(w), trigger, false)).collect())
    }

    fn class(&mut self, written: &str) -> Result<Atom, Error> {
        let (name, value) = written.split_once('.').map_or((written, None), |(n, v)| (n, Some(v)));
        let Some(class) = self.lexicon.class(name) else {
            let known: Vec<&str> = self.lexicon.class_names().collect();
            return Err(self.error(format!("found unknown class {name:?}, expected one of: {}", known.join(" "))));
        };
        let value = match value {
            None => None,
            Some(v) => match self.lexicon.value(v).filter(|id| self.lexicon.class_has(class, *id)) {
                Some(id) => Some(id),
                None => {
                    return Err(self.error(format!("found unknown value {v:?} of class {name:?}, expected a value of lexicons/{name}.tsv")));
                }
            },
        };
        Ok(Atom::Class(class, value))
    }

    fn slot(&mut self, written: &str) -> Result<Atom, Error> {
        let (name, kind) = written.split_once(':').ok_or_else(|| self.error(format!("found <{written}>, expected <slot:kind>")))?;
        let (kind, list) = kind.strip_suffix('+').map_or((kind, false), |k| (k, true));
        let slot = match name {
            "_" => None,
            _ => {
                let allowed = self.schema.events.get(self.event).is_some_and(|(_, slots)| slots.contains(&name));
                match self.schema.slot(name).filter(|_| allowed) {
                    Some(slot) => Some(slot),
                    None => return Err(unknown_slot(self.file, self.line, self.column, name, self.schema, self.event)),
                }
            }
        };
        let known = Kind::NAMES.iter().find(|(n, _)| *n == kind).map(|(_, k)| *k);
        let Some(kind) = known.or_else(|| self.lexicon.class(kind).map(Kind::Class)) else {
            let names: Vec<&str> = Kind::NAMES.iter().map(|(n, _)| *n).collect();
            return Err(self.error(format!("found unknown kind {kind:?}, expected one of: {} or a class", names.join(" "))));
        };
        Ok(Atom::Slot { slot, kind, list })
    }

    /// Cuts a pattern at its trigger.
    fn cut(&self, pattern: Vec<Marked>) -> Result<Variant, Error> {
        let class = |a: &Atom| matches!(a, Atom::Class(..) | Atom::Slot { kind: Kind::Class(_), .. });
        let at = pattern
            .iter()
            .position(|(_, marked, _)| *marked)
            .or_else(|| pattern.iter().position(|(a, _, optional)| class(a) && !optional))
            .or_else(|| pattern.iter().position(|(a, _, optional)| matches!(a, Atom::Word(_)) && !optional))
            .ok_or_else(|| self.error("found a pattern without a word or class outside its optional brackets to be its trigger"))?;
        let mut left: Vec<Atom> = pattern.iter().take(at).map(|(a, _, _)| a.clone()).collect();
        left.reverse();
        let right = pattern.iter().skip(at.saturating_add(1)).map(|(a, _, _)| a.clone()).collect();
        let Some((trigger, _, _)) = pattern.into_iter().nth(at) else { return Err(self.error("found an empty pattern")) };
        if matches!(trigger, Atom::Gap(_)) || matches!(&trigger, Atom::Slot { kind, .. } if !matches!(kind, Kind::Class(_))) {
            return Err(self.error("found a gap or mention as trigger, expected a word or class"));
        }
        Ok(Variant { left, trigger, right })
    }
}

/// Splits at blanks, with round and square brackets and bars as words of their own.
fn split(source: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for chunk in source.split_whitespace() {
        let mut from = 0;
        for (i, c) in chunk.char_indices() {
            if matches!(c, '[' | ']' | '(' | ')' | '|') {
                words.extend(chunk.get(from..i).filter(|w| !w.is_empty()));
                words.extend(chunk.get(i..i.saturating_add(1)));
                from = i.saturating_add(1);
            }
        }
        words.extend(chunk.get(from..).filter(|w| !w.is_empty()));
    }
    words
}
