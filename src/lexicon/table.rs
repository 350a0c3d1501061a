//! The one format of all word tables: `value<TAB>phrase | phrase | phrase?`.

use crate::Error;
use crate::error::{Found, is_clean, no_control};

/// One line of a table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line<'s> {
    /// What errors call the table.
    file: &'s str,
    /// Counted from 1.
    pub(crate) number: usize,
    /// The whole line.
    text: &'s str,
    /// What the phrases stand for.
    pub(crate) value: &'s str,
    /// The first byte behind the tab.
    behind: usize,
}

/// One phrase of a line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Phrase<'s> {
    /// As written, without the mark.
    pub(crate) text: &'s str,
    /// Marked `?`: counts only with support.
    pub(crate) weak: bool,
    /// Its first byte in the line.
    pub(crate) at: usize,
}

/// Most phrases of one line; a longer line is a mistake or an attack.
const PHRASES: usize = 4096;

/// The lines of a table or rule file with their numbers, from one; a byte order mark before them is passed over.
pub(crate) fn numbered(source: &str) -> impl Iterator<Item = (usize, &str)> {
    let source = source.strip_prefix('\u{feff}').unwrap_or(source);
    let ends = memchr::memchr_iter(b'\n', source.as_bytes()).chain([source.len()]);
    let mut from = 0;
    (1..).zip(ends).map(move |(number, end)| {
        let text = source.get(from..end).unwrap_or("");
        from = end.saturating_add(1);
        (number, text.strip_suffix('\r').unwrap_or(text))
    })
}

/// The lines of a table. `file` is only used in errors.
pub(crate) fn lines<'s>(file: &'s str, source: &'s str) -> impl Iterator<Item = Result<Line<'s>, Error>> {
    let clean = is_clean(source);
    numbered(source).filter(|(_, text)| !passed_over(text)).map(move |(number, text)| {
        if !clean {
            no_control(file, number, text)?;
        }
        line(file, number, text)
    })
}

/// A comment or blank line.
fn passed_over(text: &str) -> bool {
    match text.as_bytes() {
        [b'#', ..] | [] => true,
        [b'!'..=b'~', ..] => false,
        _ => text.trim().is_empty(),
    }
}

fn line<'s>(file: &'s str, number: usize, text: &'s str) -> Result<Line<'s>, Error> {
    let tab = memchr::memchr(b'\t', text.as_bytes());
    let Some((value, rest)) = tab.and_then(|tab| text.get(..tab).zip(text.get(tab.saturating_add(1)..))) else {
        return Err(Error::new(file, number, 1, format!("found {}, expected value<TAB>phrase | phrase", Found(text))));
    };
    let line = Line { file, number, text, value: trim(value), behind: text.len().saturating_sub(rest.len()) };
    if line.value.is_empty() {
        return Err(line.fault(0, "found no value before the tab, expected value<TAB>phrase | phrase"));
    }
    if let Some(second) = memchr::memchr(b'\t', rest.as_bytes()) {
        return Err(line.fault(line.behind.saturating_add(second), "found a second tab, expected value<TAB>phrase | phrase"));
    }
    let bars = || rest.bytes().filter(|b| *b == b'|').count();
    if rest.len() > PHRASES && bars() >= PHRASES {
        let what = format!("found {} phrases in a line, expected at most {PHRASES}", bars().saturating_add(1));
        return Err(line.fault(0, what));
    }
    Ok(line)
}

impl<'s> Line<'s> {
    /// What is wrong at a byte of the line.
    pub(crate) fn fault(&self, at: usize, what: impl Into<String>) -> Error {
        let column = self.text.get(..at).map_or(0, |before| before.chars().count()).saturating_add(1);
        Error::new(self.file, self.number, column, what)
    }

    /// The phrases, in the order of the line.
    pub(crate) fn phrases(self) -> impl Iterator<Item = Result<Phrase<'s>, Error>> {
        let mut next = Some(self.behind);
        std::iter::from_fn(move || {
            let from = next?;
            let rest = self.text.get(from..)?;
            let length = memchr::memchr(b'|', rest.as_bytes());
            next = length.map(|length| from.saturating_add(length).saturating_add(1));
            let part = rest.get(..length.unwrap_or(rest.len()))?;
            // Most phrases stand between single blanks.
            let text = part.strip_prefix(' ').unwrap_or(part);
            let text = trim(text.strip_suffix(' ').unwrap_or(text));
            let blanks = match part.as_bytes() {
                [b'!'..=b'~', ..] => 0,
                [b' ', b'!'..=b'~', ..] => 1,
                _ => part.len().saturating_sub(part.trim_start().len()),
            };
            let at = from.saturating_add(blanks);
            let (text, weak) = text.strip_suffix('?').map_or((text, false), |t| (t.trim_end(), true));
            let fault = || self.fault(at, "found an empty phrase, expected words between the bars");
            Some(if text.is_empty() { Err(fault()) } else { Ok(Phrase { text, weak, at }) })
        })
    }

    /// The only phrase of a line.
    pub(crate) fn phrase(self) -> Result<Phrase<'s>, Error> {
        let mut phrases = self.phrases();
        let first = phrases.next().unwrap_or_else(|| Err(self.fault(self.behind, "found no phrase, expected one")))?;
        match phrases.next().transpose()? {
            Some(second) => Err(self.fault(second.at, format!("found a second phrase {}, expected one name", Found(second.text)))),
            None => Ok(first),
        }
    }
}

/// The words without white space around them; most have none.
fn trim(words: &str) -> &str {
    match words.as_bytes() {
        [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => words,
        _ => words.trim(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Line, Phrase, lines};
    use crate::Error;

    fn parse<'s>(file: &'s str, source: &'s str) -> Result<Vec<(Line<'s>, Vec<Phrase<'s>>)>, Error> {
        lines(file, source).map(|line| line.and_then(|line| Ok((line, line.phrases().collect::<Result<_, _>>()?)))).collect()
    }

    #[test]
    fn reads_values_phrases_and_weak_marks() {
        let lines = parse("t", "# head\n\n35.79\tBatu? | Kota Wisata Batu\n").unwrap();
        let [(line, phrases)] = lines.as_slice() else { panic!("{lines:?}") };
        assert_eq!(line.value, "35.79");
        assert!(phrases[0].weak && !phrases[1].weak);
        assert_eq!((phrases[1].text, phrases[1].at), ("Kota Wisata Batu", 14));
    }

    #[test]
    fn names_the_place_of_a_fault() {
        assert_eq!(
            parse("t.tsv", "a\tb\nno tab here\n").unwrap_err().to_string(),
            "t.tsv:2:1: found \"no tab here\", expected value<TAB>phrase | phrase"
        );
        assert_eq!(
            parse("t.tsv", "a\tb | | c\n").unwrap_err().to_string(),
            "t.tsv:1:7: found an empty phrase, expected words between the bars"
        );
        let region = lines("t.tsv", "33\tJawa Tengah | Jat\u{e9}ng\n").next().unwrap().unwrap();
        assert_eq!(region.phrase().unwrap_err().to_string(), "t.tsv:1:18: found a second phrase \"Jat\u{e9}ng\", expected one name");
    }
}
