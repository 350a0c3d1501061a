//! Kecamatan: names that count only behind their word, so their table of seven thousand lines is read when the first such word
//! is met, which most articles never do.

use smallvec::SmallVec;

use super::builtin::DISTRICTS as TABLE;
use super::rows::{Key, Rows};
use super::{RegionId, table};
use crate::Error;
use crate::error::Found;
use crate::text::{FxMap, fold};

/// Number of the first kecamatan; lower ones are those of provinces, kabupaten and kota.
pub(super) const FIRST: u16 = 1 << 13;
/// Kecamatan of the built-in table, so that the collections need not grow.
const DISTRICTS: usize = 7_300;
/// Bytes of their codes and names.
const BYTES: usize = 140_000;

/// The names of the built-in kecamatan.
pub(super) fn builtin_names() -> impl Iterator<Item = &'static str> {
    table::numbered(TABLE).filter(|(_, line)| !line.starts_with('#')).filter_map(|(_, line)| Some(line.split_once('\t')?.1))
}

/// Kecamatan of one name.
pub(crate) type Namesakes = SmallVec<[RegionId; 4]>;

/// The kecamatan and their names.
#[derive(Clone, Debug, Default)]
pub(super) struct Districts {
    pub(super) rows: Rows,
    /// By their folded words.
    names: FxMap<Box<str>, Namesakes>,
    /// Most words of a name.
    longest: usize,
}

impl Districts {
    /// The built-in kecamatan, which lie in `towns`.
    pub(super) fn builtin(towns: &Rows) -> Districts {
        let mut all = Districts {
            rows: Rows::new(FIRST, DISTRICTS, BYTES),
            names: FxMap::with_capacity_and_hasher(DISTRICTS, Default::default()),
            longest: 0,
        };
        // Tests prove that the built-in table is sound.
        let sound = all.add("lexicons/district.tsv", TABLE, towns);
        debug_assert!(sound.is_ok(), "{sound:?}");
        all
    }

    /// No kecamatan.
    pub(super) fn empty() -> Districts {
        Districts { rows: Rows::new(FIRST, 0, 0), ..Districts::default() }
    }

    /// Adds the lines of a table: code and name.
    pub(super) fn add(&mut self, file: &str, source: &str, towns: &Rows) -> Result<(), Error> {
        for line in table::lines(file, source) {
            let line = line?;
            let phrase = line.phrase()?;
            let key = Key::of(line.value).filter(Key::is_of_district);
            let key = key.ok_or_else(|| line.fault(0, format!("found code {}, expected one such as 33.26.01", Found(line.value))))?;
            let id = self.rows.add(line.value, key, phrase.text, towns).map_err(|what| line.fault(0, what))?;
            let name = folded(phrase.text);
            self.longest = self.longest.max(name.split(' ').count());
            self.names.entry(name.into()).or_default().push(id);
        }
        Ok(())
    }

    /// Most words of a name.
    pub(super) fn longest(&self) -> usize {
        self.longest
    }

    /// The kecamatan of a name.
    pub(super) fn named(&self, name: &str) -> &[RegionId] {
        self.names.get(folded(name).as_str()).map_or(&[], |own| own)
    }
}

/// The folded words with single blanks between; a hyphen is one too.
fn folded(name: &str) -> String {
    let mut all = String::with_capacity(name.len());
    for word in name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty()) {
        if !all.is_empty() {
            all.push(' ');
        }
        fold(word, &mut all);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::{DISTRICTS, Districts, FIRST, TABLE};
    use crate::lexicon::Lexicon;

    /// The table is read when nobody can be told of a fault any more.
    #[test]
    fn the_built_in_table_is_sound() {
        let lexicon = Lexicon::builtin().unwrap();
        let mut all = Districts::empty();
        all.add("lexicons/district.tsv", TABLE, lexicon.gazetteer.towns()).unwrap();
        let count = all.rows.ids().count();
        assert!((7_000..=DISTRICTS).contains(&count), "{count}");
        assert!(lexicon.gazetteer.towns().ids().count() < usize::from(FIRST));
    }

    #[test]
    fn names_are_read_however_they_are_typed() {
        let lexicon = Lexicon::builtin().unwrap();
        for name in ["Lawe Sigala-Gala", "LAWE SIGALA GALA", "lawe  sigala - gala"] {
            let codes: Vec<&str> = lexicon.gazetteer.districts_named(name).iter().map(|d| lexicon.gazetteer.code(*d)).collect();
            assert_eq!(codes, ["11.02.02"], "{name}");
        }
    }
}
