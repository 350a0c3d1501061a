//! What fuzzed inputs are made of: the fuzzer's numbers choose pieces of the articles, tables and rules, and its bytes fill in.
#![allow(dead_code, reason = "each target uses its own input")]

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use arbitrary::Arbitrary;

/// What stands in the files of a folder of the crate with an ending, in name order.
fn files_of(folder: &str, ending: &str) -> Vec<String> {
    let entries = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(folder)).expect("a folder of the crate");
    let mut paths: Vec<_> = entries.map(|e| e.expect("an entry").path()).filter(|p| p.extension().is_some_and(|e| e == ending)).collect();
    paths.sort();
    paths.iter().map(|p| fs::read_to_string(p).expect("UTF-8")).collect()
}

/// The lines of the files of folders, comments left out.
fn lines_of(folders: &[&str], ending: &str) -> Vec<String> {
    let sources = folders.iter().flat_map(|f| files_of(f, ending)).collect::<Vec<_>>().join("\n");
    sources.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).map(str::to_owned).collect()
}

/// Runs of five words of the articles.
static FRAGMENTS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let lines = lines_of(&["tests/corpus", "tests/fresh", "tests/guard", "tests/several", "examples/articles"], "txt");
    lines.iter().flat_map(|l| l.split(' ').collect::<Vec<_>>().chunks(5).map(|c| c.join(" ")).collect::<Vec<_>>()).collect()
});
static LINES: LazyLock<Vec<String>> = LazyLock::new(|| lines_of(&["lexicons"], "tsv"));
static PHRASES: LazyLock<Vec<&str>> = LazyLock::new(|| {
    LINES.iter().filter_map(|l| Some(l.split_once('\t')?.1)).flat_map(|l| l.split(" | ")).map(|p| p.trim_end_matches('?')).collect()
});
static VALUES: LazyLock<Vec<&str>> = LazyLock::new(|| LINES.iter().filter_map(|l| Some(l.split_once('\t')?.0)).collect());
static RULES: LazyLock<Vec<String>> = LazyLock::new(|| lines_of(&["lexicons/rules"], "rules"));
static DOCUMENTS: LazyLock<Vec<String>> = LazyLock::new(|| files_of("tests/snapshots", "json"));

fn choose<T: AsRef<str>>(from: &[T], number: u16) -> &str {
    from.get(usize::from(number) % from.len().max(1)).map_or("", AsRef::as_ref)
}

const JOINTS: [&str; 32] = [
    " ", " ", " ", " ", "", "\n", "\r\n", "\n\n", ". ", ".", ", ", " (", ") ", " \u{201c}", "\u{201d} ", "\"", "'", "-", " \u{2013} ", "/", "\u{feff}",
    "\u{301}", "\u{200b}", "\u{a0}", "\t", "\0", "\u{2028}", " di ", " oleh ", " dan ", " ke ", ": ",
];

/// A piece of a text and what stands behind it.
#[derive(Arbitrary, Debug)]
pub struct Piece {
    what: What,
    joint: u8,
}

#[derive(Arbitrary, Debug)]
enum What {
    Fragment(u16),
    Phrase(u16),
    Shouted(u16),
    Number(u32),
    Bytes(String),
}

impl Piece {
    fn text(&self) -> String {
        let words = match &self.what {
            What::Fragment(number) => choose(&FRAGMENTS, *number).to_owned(),
            What::Phrase(number) => choose(&PHRASES, *number).to_owned(),
            What::Shouted(number) => choose(&PHRASES, *number).to_uppercase(),
            What::Number(number) => number.to_string(),
            What::Bytes(own) => own.clone(),
        };
        words + JOINTS[usize::from(self.joint) % JOINTS.len()]
    }
}

/// A text of the fuzzer's own or of pieces.
#[derive(Arbitrary, Debug)]
pub enum Text {
    Own(String),
    Pieces(Vec<Piece>),
}

impl Text {
    pub fn text(&self) -> String {
        match self {
            Text::Own(own) => own.clone(),
            Text::Pieces(pieces) => pieces.iter().map(Piece::text).collect(),
        }
    }
}

const ATOMS: [&str; 32] = [
    "di", "diterima", "diterima!", "oleh", ",", "{verb.visit}", "{verb.receive_passive}!", "{visit_kind}", "{delegation.group}", "{tidak}",
    "<visitors:party>", "<hosts:goal>", "<received_by:official+>", "<kind:visit_kind>", "<_:actor>", "<status:status>", "<leader:speaker>", "<x:y>",
    "..3", "..30", "..31", "[", "]", "[oleh|dari]", "(", ")", "|", "Kab.-Kota", "{", "!", "\u{e9}", "\u{feff}",
];

/// A line of a rule file.
#[derive(Arbitrary, Debug)]
pub enum RuleLine {
    Rule(u16),
    Match(Vec<u8>),
    Tests(Text),
    BuiltIn(u16),
    Own(String),
}

/// A rule file.
#[derive(Arbitrary, Debug)]
pub struct Rules(Vec<RuleLine>);

impl Rules {
    pub fn text(&self) -> String {
        let line = |line: &RuleLine| match line {
            RuleLine::Rule(number) => format!("rule visit/own-{number}\n"),
            RuleLine::Match(atoms) => {
                let atoms: Vec<&str> = atoms.iter().map(|a| ATOMS[usize::from(*a) % ATOMS.len()]).collect();
                format!("match {}\n", atoms.join(" "))
            }
            RuleLine::Tests(text) => format!("text  {}\ngives hosts = Kudus\nnever Warga tiba.\n", text.text().replace(['\n', '\r'], " ")),
            RuleLine::BuiltIn(number) => format!("{}\n", choose(&RULES, *number)),
            RuleLine::Own(own) => format!("{own}\n"),
        };
        self.0.iter().map(line).collect()
    }
}

const TABLES: [&str; 24] = [
    "region", "region_alias", "region_former", "region_code", "district", "verb", "title", "body", "visit_kind", "affair", "numeral", "month", "relday",
    "place", "degree", "common", "nameword", "abbreviation", "zone", "foreign", "minister", "agency", "own", "Own",
];

/// A line of a table.
#[derive(Arbitrary, Debug)]
pub enum TableLine {
    BuiltIn(u16),
    Mixed(u16, Vec<u16>, bool),
    Own(String, Text),
    Bytes(String),
}

/// Lines for a table.
#[derive(Arbitrary, Debug)]
pub struct Table {
    name: u8,
    lines: Vec<TableLine>,
}

impl Table {
    pub fn name(&self) -> &'static str {
        TABLES[usize::from(self.name) % TABLES.len()]
    }

    pub fn text(&self) -> String {
        let line = |line: &TableLine| match line {
            TableLine::BuiltIn(number) => format!("{}\n", choose(&LINES, *number)),
            TableLine::Mixed(value, phrases, weak) => {
                let phrases: Vec<&str> = phrases.iter().map(|p| choose(&PHRASES, *p)).collect();
                format!("{}\t{}{}\n", choose(&VALUES, *value), phrases.join(" | "), if *weak { "?" } else { "" })
            }
            TableLine::Own(value, phrase) => format!("{value}\t{}\n", phrase.text()),
            TableLine::Bytes(own) => own.clone(),
        };
        self.lines.iter().map(line).collect()
    }
}

/// A document with some of its bytes replaced.
#[derive(Arbitrary, Debug)]
pub enum Json {
    Own(String),
    Changed(u16, Vec<(u16, String)>),
}

impl Json {
    pub fn text(&self) -> String {
        match self {
            Json::Own(own) => own.clone(),
            Json::Changed(number, changes) => {
                let mut json = choose(&DOCUMENTS, *number).to_owned();
                for (place, with) in changes {
                    let at = usize::from(*place) % json.len().max(1);
                    if json.is_char_boundary(at) && json.is_char_boundary(at + 1) {
                        json.replace_range(at..=at, with);
                    }
                }
                json
            }
        }
    }
}
