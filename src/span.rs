//! Half-open byte ranges of the caller's text.

use std::ops::Range;

/// A half-open range `start..end` of byte offsets into the text that was read.
///
/// Both ends lie on character boundaries, so `&text[span]` never panics for the text the span came from:
///
/// ```
/// let text = "Bupati Pekalongan berkunjung ke Balikpapan.";
/// let span = kunker::Span { start: 7, end: 17 };
/// assert_eq!(&text[span], "Pekalongan");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    /// First byte of the range.
    pub start: usize,
    /// First byte behind the range.
    pub end: usize,
}

impl Span {
    /// The range as the standard library writes it.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The words of `text` under this span, or `""` where the span does not index it.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// True if every byte of `other` is also in `self`.
    #[must_use]
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }
}

impl std::ops::Index<Span> for str {
    type Output = str;

    /// # Panics
    /// As `text[start..end]` does: where the span belongs to another text.
    #[allow(clippy::string_slice, reason = "indexing panics by contract; `Span::of` does not")]
    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}

impl std::ops::Index<Span> for String {
    type Output = str;

    /// # Panics
    /// As `text[start..end]` does: where the span belongs to another text.
    #[allow(clippy::string_slice, reason = "indexing panics by contract; `Span::of` does not")]
    fn index(&self, span: Span) -> &str {
        &self[span.start..span.end]
    }
}
