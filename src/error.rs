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
