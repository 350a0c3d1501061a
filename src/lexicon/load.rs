//! Loading: the lines of a table become phrases of the trie, regions of the gazetteer and marks of words.

use super::region::unknown_code;
use super::trie::MEANINGS;
use super::{Entry, Former, LONGEST, Lexicon, check, table};
use crate::Error;
use crate::error::Found;
use crate::text::{Mark, WordId};

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
        let lines = table::parse(file, source)?;
        match name {
            "region" => self.add_regions(file, &lines),
            "region_code" => lines.iter().try_for_each(|line| {
                line.phrases.iter().try_for_each(|phrase| {
                    let added = self.gazetteer.add_former_code(line.value, phrase.text);
                    added.map_err(|(of_phrase, what)| Error::new(file, line.number, if of_phrase { phrase.column } else { 1 }, what))
                })
            }),
            "region_alias" | "region_former" => self.add_region_names(file, &lines),
            "district" => self.add_districts(file, &lines),
            _ => {
                let class = self.class_or_new(name);
                for line in &lines {
                    check::value(name, file, line)?;
                    let value = self.value_or_new(line.value);
                    self.pairs.insert((class, value), ());
                    for phrase in &line.phrases {
                        self.insert(file, line.number, phrase, Entry { class, value, weak: phrase.weak })?;
                        if name == "body" && line.value == "agency" {
                            self.add_contraction(file, line.number, phrase)?;
                        }
                    }
                }
                Ok(())
            }
        }
    }

    /// "Kadisdukcapil", "kabappeda": the head of an agency whose name is one word that begins like dinas or badan.
    fn add_contraction(&mut self, file: &str, line: usize, phrase: &table::Phrase<'_>) -> Result<(), Error> {
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
        let phrase = table::Phrase { text: &contracted, weak: false, column: phrase.column };
        self.insert(file, line, &phrase, Entry { class, value, weak: false })
    }

    fn add_regions(&mut self, file: &str, lines: &[table::Line<'_>]) -> Result<(), Error> {
        let class = self.class_or_new("region");
        for line in lines {
            let Some(phrase) = line.phrases.first() else { continue };
            let region = self.gazetteer.add(line.value, phrase.text).map_err(|what| Error::new(file, line.number, 1, what))?;
            let short = self.gazetteer.short_name(region).to_owned();
            let value = region.into();
            self.insert(
                file,
                line.number,
                &table::Phrase { text: &short, weak: false, column: phrase.column },
                Entry { class, value, weak: false },
            )?;
            // "Acehutara", "Kuburaya": the words typed as one.
            let joined = short.replace(' ', "");
            if joined.len() < short.len() && joined.len() >= JOINED {
                let phrase = table::Phrase { text: &joined, weak: false, column: phrase.column };
                self.insert(file, line.number, &phrase, Entry { class, value, weak: false })?;
            }
        }
        Ok(())
    }

    fn add_districts(&mut self, file: &str, lines: &[table::Line<'_>]) -> Result<(), Error> {
        let class = self.class_or_new("district");
        for line in lines {
            let Some(phrase) = line.phrases.first() else { continue };
            let region = self.gazetteer.add(line.value, phrase.text).map_err(|what| Error::new(file, line.number, 1, what))?;
            self.insert(file, line.number, phrase, Entry { class, value: region.into(), weak: phrase.weak })?;
        }
        Ok(())
    }

    fn add_region_names(&mut self, file: &str, lines: &[table::Line<'_>]) -> Result<(), Error> {
        let class = self.class_or_new("region");
        for line in lines {
            // A former name carries the years it was in force: "76.01:2003-2017".
            let (code, years) = line.value.split_once(':').map_or((line.value, None), |(code, years)| (code, Some(years)));
            let fault = |column, what| Error::new(file, line.number, column, what);
            let region = self.gazetteer.by_code(code).ok_or_else(|| fault(1, unknown_code(code)))?;
            let years = years.map(|years| {
                let column = code.chars().count().saturating_add(2);
                check::years(years).ok_or_else(|| fault(column, format!("found years {}, expected some such as 1999-2017", Found(years))))
            });
            let years = years.transpose()?;
            let value = region.into();
            for phrase in &line.phrases {
                self.insert(file, line.number, phrase, Entry { class, value, weak: phrase.weak })?;
                if let Some(years) = years {
                    self.gazetteer.add_former_name(Former { region, name: phrase.text.into(), years });
                }
            }
        }
        Ok(())
    }

    fn insert(&mut self, file: &str, line: usize, phrase: &table::Phrase<'_>, entry: Entry) -> Result<(), Error> {
        let mut words = std::mem::take(&mut self.scratch);
        words.clear();
        self.words_into(phrase.text, &mut words);
        let fault = |what| Err(Error::new(file, line, phrase.column, what));
        let result = if words.is_empty() || words.len() > LONGEST {
            fault(format!("found a phrase of {} words, expected 1 to {LONGEST}", words.len()))
        } else if !self.draft.insert(&words, entry) {
            fault(format!("found one more meaning of {}, expected at most {MEANINGS}", Found(phrase.text)))
        } else {
            if let [word] = words.as_slice() {
                self.mark(*word, entry);
            }
            Ok(())
        };
        self.scratch = words;
        result
    }

    /// Marks what the text storey and the grammar of names ask of single words.
    fn mark(&mut self, word: WordId, entry: Entry) {
        let mark = match self.classes.get(entry.class.0 as usize).map(String::as_str) {
            Some("abbreviation") => Mark::ABBREVIATION,
            Some("honorific" | "acting") => Mark::ABBREVIATION,
            Some("degree") => Mark::DEGREE,
            Some("common") => Mark::COMMON,
            Some("nameword") if entry.weak => Mark::WEAK_NAME,
            Some("nameword") => Mark::NAME,
            Some("unit") => Mark::UNIT,
            _ => return,
        };
        self.vocabulary.mark(word, mark);
    }
}
