//! Loading: the lines of a table become phrases of the trie, regions of the gazetteer and marks of words.

use super::region::unknown_code;
use super::trie::MEANINGS;
use super::{Entry, Former, LONGEST, Lexicon, check, table};
use crate::Error;
use crate::error::Found;
use crate::text::Mark;

/// Fewest letters of a name that is also read with its words joined.
const JOINED: usize = 8;
/// Most tables.
const CLASSES: usize = 1024;

impl Lexicon {
    /// Adds the lines of a table; `name` is the table (`region_alias`, `verb` ...), `file` what errors call it.
    pub(crate) fn add(&mut self, name: &str, file: &str, source: &str) -> Result<(), Error> {
        check::name(name, file)?;
        if self.class(name).is_none() && self.classes.len() >= CLASSES {
            return Err(Error::new(file, 1, 1, format!("found one more table, expected at most {CLASSES}")));
        }
        let mut lines = table::lines(file, source);
        match name {
            "region" => self.add_regions(lines),
            "region_code" => lines.try_for_each(|line| {
                let line = line?;
                line.phrases().try_for_each(|phrase| {
                    let phrase = phrase?;
                    let added = self.gazetteer.add_former_code(line.value, phrase.text);
                    added.map_err(|(of_phrase, what)| line.fault(if of_phrase { phrase.at } else { 0 }, what))
                })
            }),
            "region_alias" | "region_former" => self.add_region_names("region", lines),
            "seat" => self.add_region_names("seat", lines),
            "district" => self.gazetteer.add_districts(file, source),
            _ => {
                let class = self.class_or_new(name);
                let known = check::known(name);
                lines.try_for_each(|line| {
                    let line = line?;
                    check::value(name, known, &line)?;
                    let value = self.value_or_new(line.value);
                    self.pairs.insert((class, value), ());
                    line.phrases().try_for_each(|phrase| {
                        let phrase = phrase?;
                        self.insert(&line, &phrase, Entry { class, value, weak: phrase.weak })?;
                        if name == "body" && line.value == "agency" { self.add_contraction(&line, &phrase) } else { Ok(()) }
                    })
                })
            }
        }
    }

    /// "Kadisdukcapil", "kabappeda": the head of an agency whose name is one word that begins like dinas or badan.
    fn add_contraction(&mut self, line: &table::Line<'_>, phrase: &table::Phrase<'_>) -> Result<(), Error> {
        let office = match phrase.text.as_bytes() {
            [b'd', b'i', b's' | b'n', _, ..] => "Kepala Dinas:unit:plain",
            [b'b', b'a', ..] => "Kepala Badan:unit:plain",
            _ => return Ok(()),
        };
        if phrase.text.contains(' ') {
            return Ok(());
        }
        let (class, value) = (self.class_or_new("title"), self.value_or_new(office));
        self.pairs.insert((class, value), ());
        let contracted = format!("ka{}", phrase.text);
        let phrase = table::Phrase { text: &contracted, ..*phrase };
        self.insert(line, &phrase, Entry { class, value, weak: false })
    }

    fn add_regions<'s>(&mut self, lines: impl Iterator<Item = Result<table::Line<'s>, Error>>) -> Result<(), Error> {
        let class = self.class_or_new("region");
        for line in lines {
            let line = line?;
            let phrase = line.phrase()?;
            let region = self.gazetteer.add(line.value, phrase.text).map_err(|what| line.fault(0, what))?;
            let short = self.gazetteer.short_name(region).to_owned();
            let entry = Entry { class, value: region.into(), weak: false };
            self.insert(&line, &table::Phrase { text: &short, ..phrase }, entry)?;
            // "Acehutara", "Kuburaya": the words typed as one.
            let joined = short.replace(' ', "");
            if joined.len() < short.len() && joined.len() >= JOINED {
                self.insert(&line, &table::Phrase { text: &joined, ..phrase }, entry)?;
            }
        }
        Ok(())
    }

    fn add_region_names<'s>(&mut self, class: &str, lines: impl Iterator<Item = Result<table::Line<'s>, Error>>) -> Result<(), Error> {
        let class = self.class_or_new(class);
        for line in lines {
            let line = line?;
            // A former name carries the years it was in force: "76.01:2003-2017".
            let (code, years) = line.value.split_once(':').map_or((line.value, None), |(code, years)| (code, Some(years)));
            let region = self.gazetteer.by_code(code).ok_or_else(|| line.fault(0, unknown_code(code)))?;
            let fault =
                |years| line.fault(code.len().saturating_add(1), format!("found years {}, expected some such as 1999-2017", Found(years)));
            let years = years.map(|years| check::years(years).ok_or_else(|| fault(years))).transpose()?;
            let value = region.into();
            for phrase in line.phrases() {
                let phrase = phrase?;
                self.insert(&line, &phrase, Entry { class, value, weak: phrase.weak })?;
                if let Some(years) = years {
                    self.gazetteer.add_former_name(Former { region, name: phrase.text.into(), years });
                }
            }
        }
        Ok(())
    }

    fn insert(&mut self, line: &table::Line<'_>, phrase: &table::Phrase<'_>, entry: Entry) -> Result<(), Error> {
        let words = self.words(phrase.text);
        let fault = |what: String| Err(line.fault(phrase.at, what));
        if words.is_empty() || words.len() > LONGEST {
            return fault(format!("found a phrase of {} words, expected 1 to {LONGEST}", words.len()));
        }
        if !self.draft.insert(&words, entry) {
            return fault(format!("found one more meaning of {}, expected at most {MEANINGS}", Found(phrase.text)));
        }
        if let ([word], Some(mark)) = (words.as_slice(), self.class_marks.get(entry.class.0 as usize).copied().flatten()) {
            self.vocabulary.mark(*word, if entry.weak && mark == Mark::NAME { Mark::WEAK_NAME } else { mark });
        }
        Ok(())
    }
}

/// What the text storey and the grammar of names ask of the single words of a class.
pub(super) fn mark_of(class: &str) -> Option<Mark> {
    Some(match class {
        "abbreviation" | "honorific" | "acting" => Mark::ABBREVIATION,
        "degree" => Mark::DEGREE,
        "common" => Mark::COMMON,
        "nameword" => Mark::NAME,
        "unit" => Mark::UNIT,
        _ => return None,
    })
}
