//! The builder: tables and rules of one's own beside the built-in ones, and the limit of a text.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Extractor, Inner, LONGEST};
use crate::Error;
use crate::event;
use crate::lexicon::Lexicon;
use crate::mention::Classes;
use crate::rule::{self, Atoms, PATTERNS, Rule, Triggers};

/// Builds an [`Extractor`] with lexicon lines and rules of one's own beside the built-in ones.
///
/// ```
/// let extractor = kunker::Extractor::builder().lexicon("region_alias", "32.73\tKota Kembang")?.build()?;
/// # let _ = extractor;
/// # Ok::<(), kunker::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Builder {
    lexicon: Lexicon,
    rules: Vec<Rule>,
    /// The atoms of their patterns.
    atoms: Atoms,
    /// How many patterns rules of one's own may still stand for.
    patterns: usize,
    /// Most bytes of a text that are read.
    most: usize,
}

impl Builder {
    pub(super) fn builtin() -> Result<Builder, Error> {
        let mut builder = Builder { lexicon: Lexicon::builtin()?, ..Builder::empty() };
        for (file, source) in event::RULES {
            let words = (&mut builder.lexicon, &mut builder.atoms);
            builder.rules.extend(rule::parse(file, (source, Cow::Borrowed), words, &event::schema(), PATTERNS)?);
        }
        Ok(builder)
    }

    /// No table and no rule.
    pub(super) fn empty() -> Builder {
        Builder { lexicon: Lexicon::empty(), rules: Vec::new(), atoms: Atoms::new(), patterns: PATTERNS, most: LONGEST }
    }

    /// Adds lines to the table `name` ("region_alias", "verb" ...), in the format of `lexicons/README.md`.
    ///
    /// # Errors
    /// A line without a tab, an empty phrase, an unknown region code or key: told with table, line and column.
    pub fn lexicon(mut self, name: &str, lines: &str) -> Result<Builder, Error> {
        self.lexicon.add(name, name, lines)?;
        Ok(self)
    }

    /// Adds the rules of `source`; `file` is what errors call it.
    ///
    /// # Errors
    /// A fault of the rule language, an unknown class, slot or kind: told with file, line and column.
    pub fn rules(mut self, file: &str, source: &str) -> Result<Builder, Error> {
        let words = (&mut self.lexicon, &mut self.atoms);
        let rules = rule::parse(file, (source, |words| words.to_owned().into()), words, &event::schema(), self.patterns)?;
        let patterns: usize = rules.iter().map(|r| r.patterns.len()).sum();
        self.patterns = self.patterns.saturating_sub(patterns);
        self.rules.extend(rules);
        Ok(self)
    }

    /// Reads at most so many bytes of a text: its whole sentences within them (of a first sentence that is longer, its whole
    /// words). A [`Conflict`](crate::Conflict) of the kind [`Length`](crate::ConflictKind::Length) then tells what was not
    /// read. Without this there is no limit below 4 GiB.
    ///
    /// ```
    /// use kunker::{ConflictKind, Extractor};
    ///
    /// let extractor = Extractor::builder().read_at_most(40).build()?;
    /// let text = "Harga beras di Kudus naik. Bupati Kudus mengunjungi Pasar Kliwon.";
    /// let document = extractor.extract(text);
    /// assert_eq!(document.conflicts[0].kind, ConflictKind::Length);
    /// assert_eq!(&text[document.conflicts[0].span], "Bupati Kudus mengunjungi Pasar Kliwon.");
    /// # Ok::<(), kunker::Error>(())
    /// ```
    #[must_use]
    pub fn read_at_most(mut self, bytes: usize) -> Builder {
        self.most = bytes.min(LONGEST);
        self
    }

    /// The extractor.
    ///
    /// # Errors
    /// A rule name that stands twice.
    pub fn build(self) -> Result<Extractor, Error> {
        let Builder { mut lexicon, rules, atoms, most, .. } = self;
        let mut names: BTreeSet<&str> = BTreeSet::new();
        if let Some(rule) = rules.iter().find(|rule| !names.insert(&rule.name)) {
            return Err(Error::new(&rule.file, rule.line, 6, rule::taken(&rule.name)));
        }
        let schema = event::schema();
        let classes = Classes::new(&mut lexicon);
        let events = event::Words::new(&mut lexicon);
        let triggers = Triggers::new(&rules, atoms);
        for word in triggers.words() {
            lexicon.set_trigger(word);
        }
        lexicon.settle();
        Ok(Extractor { inner: Arc::new(Inner { lexicon, classes, schema, rules, triggers, events, most }) })
    }
}

#[cfg(test)]
mod tests {
    use super::Builder;

    /// A fault of the built-in tables or rules leaves every extractor empty; here it is told.
    #[test]
    fn builtin_tables_and_rules_are_sound() {
        let built = Builder::builtin().and_then(Builder::build).map(|_| ());
        assert_eq!(built.map_err(|e| e.to_string()), Ok(()));
    }
}
