//! The one error: a word table or rule file that cannot be read.

use std::fmt;

/// A fault in a lexicon or rule file, found while an [`Extractor`](crate::Extractor) is built.
///
/// Reading text never fails; only building does. `Display` prints `file:line:column: what was found, what was expected`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error {
    file: String,
    line: usize,
    column: usize,
    what: String,
}

impl Error {
    pub(crate) fn new(file: &str, line: usize, column: usize, what: impl Into<String>) -> Self {
        Error { file: file.to_owned(), line, column, what: what.into() }
    }

    /// The file (as the caller named it) that holds the fault.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file
    }

    /// The line of the fault, counted from 1.
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column of the fault in characters, counted from 1.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}", self.file, self.line, self.column, self.what)
    }
}

impl std::error::Error for Error {}

/// Most characters of faulty words that a message shows.
const SHOWN: usize = 60;

/// Faulty words in quotes, cut where they are long.
pub(crate) struct Found<'a>(pub(crate) &'a str);

impl fmt::Display for Found<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.char_indices().nth(SHOWN).and_then(|(end, _)| self.0.get(..end)) {
            Some(head) => write!(f, "{head:?}..."),
            None => write!(f, "{:?}", self.0),
        }
    }
}

/// No line of a source holds a control character of ASCII. Looks at all bytes at once, because the built-in tables come by at
/// start-up; the lines of a clean source need no look of their own.
pub(crate) fn is_clean(source: &str) -> bool {
    !source.bytes().fold(false, |found, b| found | ((b < b' ') & (b != b'\t') & (b != b'\n')) | (b == 0x7F))
}

/// Fails where a line of a table or rule file holds a control character other than a tab: it is no text, or is damaged.
pub(crate) fn no_control(file: &str, line: usize, text: &str) -> Result<(), Error> {
    if is_clean(text) {
        return Ok(());
    }
    let found = text.chars().enumerate().find(|(_, c)| c.is_control() && *c != '\t');
    found.map_or(Ok(()), |(at, c)| {
        let what = format!("found the control character U+{:04X}, expected text", u32::from(c));
        Err(Error::new(file, line, at.saturating_add(1), what))
    })
}
