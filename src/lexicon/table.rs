//! The one format of all word tables: `value<TAB>phrase | phrase | phrase?`.

use crate::Error;
use crate::error::{Found, no_control};

/// One line of a table.
#[derive(Debug)]
pub(crate) struct Line<'s> {
    /// Counted from 1.
    pub(crate) number: usize,
    /// What the phrases stand for.
    pub(crate) value: &'s str,
    /// The phrases, in the order of the line.
    pub(crate) phrases: Vec<Phrase<'s>>,
}

/// One phrase of a line.
#[derive(Debug)]
pub(crate) struct Phrase<'s> {
    /// As written, without the mark.
    pub(crate) text: &'s str,
    /// Marked `?`: counts only with support.
    pub(crate) weak: bool,
    /// Column of its first character, counted from 1.
    pub(crate) column: usize,
}

/// Most phrases of one line; a longer line is a mistake or an attack.
const PHRASES: usize = 4096;

/// Reads a table; a byte order mark before it is passed over. `file` is only used in errors.
pub(crate) fn parse<'s>(file: &str, source: &'s str) -> Result<Vec<Line<'s>>, Error> {
    let mut lines = Vec::new();
    for (index, line) in source.strip_prefix('\u{feff}').unwrap_or(source).lines().enumerate() {
        let number = index.saturating_add(1);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        no_control(file, number, line)?;
        let Some((value, rest)) = line.split_once('\t') else {
            return Err(Error::new(file, number, 1, format!("found {}, expected value<TAB>phrase | phrase", Found(line))));
        };
        let value_end = value.chars().count();
        let value = value.trim();
        if value.is_empty() {
            return Err(Error::new(file, number, 1, "found no value before the tab, expected value<TAB>phrase | phrase"));
        }
        let mut column = value_end.saturating_add(2);
        if let Some((phrases, _)) = rest.split_once('\t') {
            let second = column.saturating_add(phrases.chars().count());
            return Err(Error::new(file, number, second, "found a second tab, expected value<TAB>phrase | phrase"));
        }
        let mut phrases = Vec::new();
        for part in rest.split('|') {
            let lead = part.chars().take_while(|c| c.is_whitespace()).count();
            let text = part.trim();
            let (text, weak) = text.strip_suffix('?').map_or((text, false), |t| (t.trim_end(), true));
            if text.is_empty() {
                return Err(Error::new(
                    file,
                    number,
                    column.saturating_add(lead),
                    "found an empty phrase, expected words between the bars",
                ));
            }
            phrases.push(Phrase { text, weak, column: column.saturating_add(lead) });
            column = column.saturating_add(part.chars().count()).saturating_add(1);
        }
        if phrases.len() > PHRASES {
            return Err(Error::new(file, number, 1, format!("found {} phrases in a line, expected at most {PHRASES}", phrases.len())));
        }
        lines.push(Line { number, value, phrases });
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn reads_values_phrases_and_weak_marks() {
        let lines = parse("t", "# head\n\n35.79\tBatu? | Kota Wisata Batu\n").unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].value, "35.79");
        assert!(lines[0].phrases[0].weak && !lines[0].phrases[1].weak);
        assert_eq!(lines[0].phrases[1].column, 15);
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
    }
}
