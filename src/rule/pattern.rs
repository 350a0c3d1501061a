//! Reads the pattern of a `match` line: brackets become patterns without brackets, each cut at its trigger.

use smallvec::{SmallVec, smallvec};

use super::atoms::{AtomId, MOST};
use super::{Atom, Atoms, CHOICES, Kind, Patterns, Schema};
use crate::Error;
use crate::error::Found;
use crate::lexicon::Lexicon;

/// Most patterns that the brackets of one rule may stand for.
pub(super) const VARIANTS: usize = 256;
/// Most atoms of one pattern.
const ATOMS: usize = 40;
/// Most words, brackets and bars of one `match` line.
const WRITTEN: usize = 1_000;
/// Widest gap.
const GAP: u8 = 30;
/// Deepest nesting of brackets.
const DEPTH: usize = 6;

/// An atom, whether it is marked as the trigger, and whether it is optional; only used while reading.
type Marked = (AtomId, bool, bool);

/// Atoms, one behind the other, and sequences that may stand in one place. Most patterns have so few atoms, and most places one
/// sequence, that nothing is allocated.
type Sequence = SmallVec<[Marked; 12]>;
type Choices = SmallVec<[Sequence; 1]>;

/// A word, bracket or bar with the byte at which it begins.
type Written<'s> = (usize, &'s str);

pub(super) struct PatternReader<'r> {
    pub(super) file: &'r str,
    pub(super) line: usize,
    /// The column at which the pattern begins.
    pub(super) column: usize,
    /// The pattern.
    pub(super) source: &'r str,
    /// Number of the event of the rule.
    pub(super) event: usize,
    pub(super) lexicon: &'r mut Lexicon,
    pub(super) atoms: &'r mut Atoms,
    pub(super) schema: &'r Schema,
    /// Words between brackets may become one atom: what is the trigger is told otherwise than by the first word.
    pub(super) joins: bool,
}

impl<'r> PatternReader<'r> {
    /// Adds all patterns that the line stands for.
    pub(super) fn read(&mut self, patterns: &mut Patterns) -> Result<(), Error> {
        let words = split(self.source);
        if let Some((place, _)) = words.get(WRITTEN) {
            return Err(self.error(*place, format!("found {} words, brackets and bars, expected at most {WRITTEN}", words.len())));
        }
        let mut at = 0;
        self.joins = has_trigger(&words);
        let all = self.alternatives(&words, &mut at, 0)?;
        if let Some((place, word)) = words.get(at) {
            return Err(self.error(*place, format!("found {word:?}, expected its opening bracket before it")));
        }
        all.iter().try_for_each(|pattern| {
            patterns.add(pattern.iter().map(|(atom, _, _)| *atom), self.trigger(pattern)?);
            Ok(())
        })
    }

    /// A fault of the word that begins at a byte of the pattern.
    fn error(&self, place: usize, what: impl Into<String>) -> Error {
        let before = self.source.get(..place).map_or(0, |before| before.chars().count());
        Error::new(self.file, self.line, self.column.saturating_add(before), what)
    }

    /// Sequences up to a closing bracket, with `|` between them.
    fn alternatives(&mut self, words: &[Written<'r>], at: &mut usize, depth: usize) -> Result<Choices, Error> {
        let mut done = Choices::new();
        let mut open = Row::default();
        while let Some((place, word)) = words.get(*at).copied() {
            if matches!(word, "]" | ")") {
                break;
            }
            *at = at.saturating_add(1);
            match word {
                "|" => done.extend(std::mem::take(&mut open).sequences()),
                "[" | "(" => {
                    if depth >= DEPTH {
                        return Err(self.error(place, format!("found brackets {} deep, expected at most {DEPTH}", depth.saturating_add(1))));
                    }
                    let closing = if word == "[" { "]" } else { ")" };
                    let inner = self.alternatives(words, at, depth.saturating_add(1))?;
                    let mut inner = if self.joins { self.join_words(place, inner)? } else { inner };
                    if words.get(*at).map(|(_, word)| *word) != Some(closing) {
                        return Err(self.error(place, format!("found {word:?}, expected its closing {closing:?} behind it")));
                    }
                    *at = at.saturating_add(1);
                    if let Some((mark, _)) = words.get(*at).filter(|(_, word)| *word == "!") {
                        return Err(self.error(*mark, "found \"!\" behind a bracket, expected it behind each word inside"));
                    }
                    if word == "[" {
                        inner.push(Sequence::new());
                        // A trigger is never optional.
                        inner.iter_mut().flatten().for_each(|(_, _, optional)| *optional = true);
                    }
                    open.push(inner);
                    self.within(place, open.count())?;
                }
                _ => open.push(smallvec![self.atoms(place, word)?]),
            }
            self.within(place, done.len().saturating_add(open.count()))?;
            if open.longest > ATOMS {
                return Err(self.error(place, format!("found one more atom, expected at most {ATOMS} in a pattern")));
            }
        }
        done.extend(open.sequences());
        Ok(done)
    }

    /// Fails where brackets stand for too many patterns, before these are made.
    fn within(&self, place: usize, patterns: usize) -> Result<(), Error> {
        if patterns <= VARIANTS {
            return Ok(());
        }
        Err(self.error(place, format!("found brackets that stand for {patterns} patterns, expected at most {VARIANTS}")))
    }

    /// The number of an atom.
    fn known(&mut self, place: usize, atom: Atom) -> Result<AtomId, Error> {
        let known = self.atoms.intern(atom);
        known.ok_or_else(|| self.error(place, format!("found one more different atom, expected at most {MOST} of all rules")))
    }

    /// The atoms of one written word; a word with a hyphen or stop is several.
    fn atoms(&mut self, place: usize, written: &str) -> Result<Sequence, Error> {
        let (body, trigger) = match written.strip_suffix('!') {
            Some(body) if !body.is_empty() => (body, true),
            _ => (written, false),
        };
        if let Some(width) = body.strip_prefix("..") {
            let width = width.parse::<u8>().ok().filter(|w| (1..=GAP).contains(w));
            let width = width.ok_or_else(|| self.error(place, format!("found gap {}, expected ..1 to ..{GAP}", Found(body))))?;
            return Ok(smallvec![(self.known(place, Atom::Gap(width))?, trigger, false)]);
        }
        if let Some(class) = body.strip_prefix('{').and_then(|b| b.strip_suffix('}')) {
            let class = self.class(place, class)?;
            return Ok(smallvec![(self.known(place, class)?, trigger, false)]);
        }
        if let Some(slot) = body.strip_prefix('<').and_then(|b| b.strip_suffix('>')) {
            let slot = self.slot(place, slot)?;
            return Ok(smallvec![(self.known(place, slot)?, trigger, false)]);
        }
        if body.contains(['{', '}', '<', '>']) {
            return Err(self.error(place, format!("found {}, expected a word, {{class}} or <slot:kind>", Found(body))));
        }
        let words = self.lexicon.words(body);
        if words.len() > ATOMS {
            return Err(self.error(place, format!("found a word of {} atoms, expected at most {ATOMS} in a pattern", words.len())));
        }
        words.into_iter().map(|word| Ok((self.known(place, Atom::Word(word))?, trigger, false))).collect()
    }

    fn class(&mut self, place: usize, written: &str) -> Result<Atom, Error> {
        let (name, value) = written.split_once('.').map_or((written, None), |(n, v)| (n, Some(v)));
        let Some(class) = self.lexicon.ask(name) else {
            let known: Vec<&str> = self.lexicon.class_names().collect();
            return Err(self.error(place, format!("found unknown class {}, expected one of: {}", Found(name), known.join(" "))));
        };
        let Some(value) = value else { return Ok(Atom::Class(class, None)) };
        let known = self.lexicon.value(value).filter(|id| self.lexicon.class_has(class, *id));
        known.map(|id| Atom::Class(class, Some(id))).ok_or_else(|| {
            let what = format!("found unknown value {} of class {name:?}, expected a value of lexicons/{name}.tsv", Found(value));
            self.error(place, what)
        })
    }

    fn slot(&mut self, place: usize, written: &str) -> Result<Atom, Error> {
        let halves = written.split_once(':');
        let (name, kind) = halves.ok_or_else(|| self.error(place, format!("found {}, expected <slot:kind>", Found(written))))?;
        let (kind, list) = kind.strip_suffix('+').map_or((kind, false), |k| (k, true));
        let slot = match name {
            "_" => None,
            _ => match self.schema.slot_of(self.event, name) {
                Some(slot) => Some(slot),
                None => return Err(self.error(place, self.schema.unknown_slot(self.event, name))),
            },
        };
        let known = Kind::NAMES.iter().find(|(n, _)| *n == kind).map(|(_, k)| *k);
        let Some(kind) = known.or_else(|| self.lexicon.ask(kind).map(Kind::Class)) else {
            let names: Vec<&str> = Kind::NAMES.iter().map(|(n, _)| *n).collect();
            let what = format!("found unknown kind {}, expected one of: {} or a class", Found(kind), names.join(" "));
            return Err(self.error(place, what));
        };
        Ok(Atom::Slot { slot, kind, list })
    }

    /// The number of the atom of a pattern at which it is cut.
    fn trigger(&self, pattern: &[Marked]) -> Result<usize, Error> {
        // The first that is marked, else the first class, else the first word.
        let (mut marked, mut class, mut word) = (None, None, None);
        for (at, (atom, is_marked, optional)) in pattern.iter().enumerate() {
            let atom = self.atoms.get(*atom);
            let first = match atom {
                _ if *is_marked => &mut marked,
                Atom::Class(..) | Atom::Slot { kind: Kind::Class(_), .. } if !optional => &mut class,
                Atom::Word(_) if !optional => &mut word,
                _ => continue,
            };
            first.get_or_insert((at, atom));
        }
        let Some((at, trigger)) = marked.or(class).or(word) else {
            return Err(self.error(0, "found a pattern without a trigger, expected a word or class outside optional brackets"));
        };
        if matches!(trigger, Atom::Gap(_)) || matches!(trigger, Atom::Slot { kind, .. } if !matches!(kind, Kind::Class(_))) {
            return Err(self.error(0, "found a gap or mention as trigger, expected a word or class"));
        }
        Ok(at)
    }

    /// Puts single words that are alternatives of each other into one atom, triggers apart from the others: "(itu|tersebut|ini)" is
    /// one pattern, not three.
    fn join_words(&mut self, place: usize, choices: Choices) -> Result<Choices, Error> {
        // A word, and whether it is the trigger.
        let word = |atoms: &Atoms, choice: &[Marked]| match choice {
            [(atom, trigger, _)] => match atoms.get(*atom) {
                Atom::Word(word) => Some((*word, *trigger)),
                _ => None,
            },
            _ => None,
        };
        let alike = |atoms: &Atoms, a: &Sequence, b: &Sequence| word(atoms, a).zip(word(atoms, b)).is_some_and(|((_, a), (_, b))| a == b);
        if !choices.windows(2).any(|two| matches!(two, [a, b] if alike(self.atoms, a, b))) {
            return Ok(choices);
        }
        let mut joined = Choices::new();
        let mut rest = choices.as_slice();
        while let Some(first) = rest.first() {
            let count = rest.iter().skip(1).take_while(|next| alike(self.atoms, first, next)).count().saturating_add(1);
            let (same, behind) = rest.split_at_checked(count).unwrap_or((rest, &[]));
            rest = behind;
            if same.len() < 2 {
                joined.push(first.clone());
                continue;
            }
            for some in same.chunks(CHOICES) {
                let words: SmallVec<[_; CHOICES]> = some.iter().filter_map(|c| word(self.atoms, c)).collect();
                let Some((last, trigger)) = words.last() else { continue };
                let mut all = [*last; CHOICES];
                all.iter_mut().zip(&words).for_each(|(place, (word, _))| *place = *word);
                joined.push(smallvec![(self.known(place, Atom::OneOf(all))?, *trigger, false)]);
            }
        }
        Ok(joined)
    }
}

/// A word or class is marked as the trigger, or a class stands outside brackets.
fn has_trigger(words: &[Written<'_>]) -> bool {
    let mut depth = 0_usize;
    words.iter().any(|(_, word)| {
        match *word {
            "[" | "(" => depth = depth.saturating_add(1),
            "]" | ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
        word.len() > 1 && word.ends_with('!') || depth == 0 && word.starts_with('{')
    })
}

/// A row of atoms and brackets: for each place the sequences that may stand there.
#[derive(Default)]
struct Row {
    places: Vec<Choices>,
    /// Most atoms of one sequence.
    longest: usize,
}

impl Row {
    /// How many sequences it stands for.
    fn count(&self) -> usize {
        self.places.iter().fold(1, |count, choices| count.saturating_mul(choices.len()))
    }

    fn push(&mut self, choices: Choices) {
        self.longest = self.longest.saturating_add(choices.iter().map(|c| c.len()).max().unwrap_or(0));
        // What follows the one sequence of a place without a choice is one with it.
        match (self.places.last_mut().map(|last| last.as_mut_slice()), choices.as_slice()) {
            (Some([last]), [only]) => last.extend_from_slice(only),
            _ => self.places.push(choices),
        }
    }

    /// The sequences, those with the first choices first.
    fn sequences(&self) -> impl Iterator<Item = Sequence> {
        let all = self.count();
        (0..all).map(move |number| {
            let mut sequence = Sequence::with_capacity(self.longest);
            let (mut left, mut each) = (number, all);
            for choices in &self.places {
                each = each.checked_div(choices.len()).unwrap_or(0);
                let chosen = left.checked_div(each).and_then(|chosen| choices.get(chosen));
                sequence.extend_from_slice(chosen.map_or(&[], |chosen| chosen));
                left = left.checked_rem(each).unwrap_or(0);
            }
            sequence
        })
    }
}

/// Splits at blanks, with round and square brackets and bars as words of their own.
fn split(source: &str) -> Vec<Written<'_>> {
    let mut words = Vec::with_capacity(source.len() / 2);
    let mut from = 0;
    let word = |from: usize, to: usize| source.get(from..to).filter(|w| !w.is_empty()).map(|w| (from, w));
    for (i, c) in source.char_indices() {
        let sign = matches!(c, '[' | ']' | '(' | ')' | '|');
        if !sign && !c.is_whitespace() {
            continue;
        }
        let behind = i.saturating_add(c.len_utf8());
        words.extend(word(from, i));
        words.extend(word(i, behind).filter(|_| sign));
        from = behind;
    }
    words.extend(word(from, source.len()));
    words
}
