//! The mention storey against tables of cases: each line of `tests/mentions/*.tsv` is the expected value and a text in which
//! the words under test stand in braces.
//!
//! `cargo test --test mentions -- --nocapture` prints how many of each table are read right.

use std::fs;
use std::path::{Path, PathBuf};

use kunker::{Context, Date, Extractor, Level, Mention, MentionKind, Office};

/// A line of a table: its columns but the last, the text without braces, and the span of the words that stood in them.
struct Case {
    place: String,
    columns: Vec<String>,
    text: String,
    start: usize,
    end: usize,
}

impl Case {
    fn column(&self, number: usize) -> Option<&str> {
        self.columns.get(number).map(String::as_str).filter(|c| *c != "-")
    }

    fn marked(&self) -> &str {
        &self.text[self.start..self.end]
    }

    /// How many bytes of the marked words a mention covers.
    fn overlap(&self, mention: &Mention) -> usize {
        mention.span.end.min(self.end).saturating_sub(mention.span.start.max(self.start))
    }

    fn overlapping<'m>(&self, mentions: &'m [Mention], kinds: &[MentionKind]) -> Vec<&'m Mention> {
        mentions.iter().filter(|m| kinds.contains(&m.kind) && self.overlap(m) > 0).collect()
    }

    /// The mention of one of these kinds that covers most of the marked words.
    fn best<'m>(&self, mentions: &'m [Mention], kinds: &[MentionKind]) -> Option<&'m Mention> {
        self.overlapping(mentions, kinds).into_iter().max_by_key(|m| self.overlap(m))
    }
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/mentions")
}

fn cases(table: &str) -> Vec<Case> {
    let path = folder().join(format!("{table}.tsv"));
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let lines = source.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    lines.map(|(i, line)| case(&format!("tests/mentions/{table}.tsv:{}", i + 1), line)).collect()
}

fn case(place: &str, line: &str) -> Case {
    let mut columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
    let text = columns.pop().unwrap_or_default();
    let open = text.find('{').unwrap_or_else(|| panic!("{place}: no opening brace"));
    let close = text.find('}').unwrap_or_else(|| panic!("{place}: no closing brace"));
    let text = format!("{}{}{}", &text[..open], &text[open + 1..close], &text[close + 1..]);
    Case { place: place.to_owned(), columns, text, start: open, end: close - 1 }
}

type Judge = fn(&Case, &[Mention]) -> Result<(), String>;

/// Every table, the fewest cases it must hold, and what says that a case is read wrong.
const TABLES: [(&str, usize, Judge); 9] = [
    ("regions", 450, judge_regions),
    ("titles", 200, judge_titles),
    ("dates", 120, judge_dates),
    ("numbers", 60, judge_numbers),
    ("names", 150, judge_names),
    ("references", 60, judge_references),
    ("bodies", 60, judge_bodies),
    ("venues", 60, judge_venues),
    ("negatives", 80, judge_negatives),
];

fn read(extractor: &Extractor, table: &str, case: &Case, judge: Judge) -> Result<(), String> {
    let published = if table == "dates" { case.column(0) } else { None };
    let context = published.map_or_else(Context::new, |day| Context::new().published(day.parse::<Date>().expect("a day")));
    judge(case, &extractor.mentions_with(&case.text, &context))
}

/// Every case of every table is read right.
#[test]
fn tables_are_read_right() {
    let extractor = Extractor::new();
    let mut wrong = Vec::new();
    for (table, least, judge) in TABLES {
        let all = cases(table);
        let before = wrong.len();
        for case in &all {
            if let Err(what) = read(&extractor, table, case, judge) {
                wrong.push(format!("{}: {{{}}} {what}\n    {}", case.place, case.marked(), case.text));
            }
        }
        println!("{table}: {} of {} right", all.len() - (wrong.len() - before), all.len());
        assert!(all.len() >= least, "{table}: {} cases, expected {least}", all.len());
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// Known faults stay known: one that is mended moves from `open.tsv` to its table.
#[test]
fn open_cases_are_still_open() {
    let extractor = Extractor::new();
    let mended = cases("open").into_iter().filter_map(|mut case| {
        let table = case.columns.remove(0);
        let (_, _, judge) = TABLES.iter().find(|(t, _, _)| *t == table).unwrap_or_else(|| panic!("{}: no table {table}", case.place));
        read(&extractor, &table, &case, *judge).is_ok().then_some(case.place)
    });
    assert_eq!(mended.collect::<Vec<_>>(), Vec::<String>::new());
}

fn expect<T: PartialEq + std::fmt::Debug>(what: &str, expected: T, found: T) -> Result<(), String> {
    if expected == found { Ok(()) } else { Err(format!("{what}: expected {expected:?}, found {found:?}")) }
}

const PERSONS: [MentionKind; 2] = [MentionKind::Official, MentionKind::Person];

fn judge_regions(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found: Vec<_> =
        mentions.iter().filter(|m| case.overlap(m) > 0).filter_map(|m| m.region.as_ref()).map(|r| r.code.as_str()).collect();
    if found.contains(&case.columns[0].as_str()) { Ok(()) } else { Err(format!("expected {}, found {found:?}", case.columns[0])) }
}

fn judge_titles(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &PERSONS).ok_or("nobody")?;
    let title = found.title.as_ref().ok_or_else(|| format!("no title in {:?}", found.text))?;
    // An office that the guide does not list keeps the article's words, capitals and all.
    let own = matches!(title.office, Office::Other(_)).then(|| title.canonical().to_lowercase());
    expect(
        "title",
        case.column(0).map(|t| own.as_ref().map_or(t.to_owned(), |_| t.to_lowercase())),
        Some(own.unwrap_or_else(|| title.canonical().to_owned())),
    )?;
    expect("acting", case.column(1), title.acting.map(|a| a.as_str()))?;
    expect("number", case.column(2), title.number.as_deref())?;
    expect("unit", case.column(3), title.unit.as_deref())?;
    if case.column(4).is_some() {
        expect("region", case.column(4), found.region.as_ref().map(|r| r.code.as_str()))?;
    }
    expect("name", case.column(5), found.name.as_deref())
}

fn judge_dates(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &[MentionKind::Date]);
    if case.column(1) == Some("none") {
        return found.map_or(Ok(()), |m| Err(format!("read as a date: {:?}", m.text)));
    }
    let days = found.and_then(|m| m.date);
    expect("start", case.column(1).map(str::to_owned), days.map(|d| d.start.to_string()))?;
    expect("end", case.column(2).map(str::to_owned), days.and_then(|d| d.end).map(|d| d.to_string()))?;
    expect("conflict", case.column(3).is_some(), found.is_some_and(|m| m.weekday_conflict))
}

fn judge_numbers(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &[MentionKind::Number]);
    if case.column(0) == Some("none") {
        return found.map_or(Ok(()), |m| Err(format!("read as a number: {:?}", m.text)));
    }
    expect("value", case.column(0).map(str::to_owned), found.and_then(|m| m.number).map(|n| n.to_string()))?;
    expect("unit", case.column(1), found.and_then(|m| m.unit.as_deref()))
}

fn list(column: Option<&str>) -> Vec<String> {
    column.map_or_else(Vec::new, |c| c.split('|').map(str::to_owned).collect())
}

fn trimmed(pieces: &[String]) -> Vec<String> {
    pieces.iter().map(|p| p.trim_end_matches(['.', ',']).to_owned()).collect()
}

fn judge_names(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &PERSONS).ok_or("nobody")?;
    expect("name", case.column(0), found.name.as_deref())?;
    expect("honorifics", list(case.column(1)), trimmed(&found.honorifics))?;
    expect("degrees", list(case.column(2)), trimmed(&found.degrees))
}

fn judge_references(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &PERSONS);
    let name = found.and_then(|m| m.person.as_ref()).and_then(|p| p.name.as_deref());
    match case.column(0) {
        None if name.is_none() || name == found.and_then(|m| m.name.as_deref()) => Ok(()),
        expected => expect("person", expected, name),
    }
}

fn judge_bodies(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &[MentionKind::Body]).ok_or("no body")?;
    expect("sort", case.column(0), found.body.map(|b| b.as_str()))?;
    if case.column(1).is_some() {
        expect("region", case.column(1), found.region.as_ref().map(|r| r.code.as_str()))?;
    }
    expect("words", Some(case.marked()), found.name.as_deref())
}

fn judge_venues(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let found = case.best(mentions, &[MentionKind::Place]);
    if case.column(0) == Some("none") {
        return found.map_or(Ok(()), |m| Err(format!("read as a place: {:?}", m.text)));
    }
    let found = found.ok_or("no place")?;
    expect("words", case.marked(), &found.text)?;
    expect("sort", case.column(0), found.place.map(|p| p.as_str()))
}

fn judge_negatives(case: &Case, mentions: &[Mention]) -> Result<(), String> {
    let kinds = MentionKind::ALL.iter().copied().filter(|k| k.as_str() == case.columns[0]).collect::<Vec<_>>();
    let read = case.overlapping(mentions, &kinds).into_iter();
    let mut wrong = read.filter(|m| m.region.as_ref().is_none_or(|r| r.level != Level::Kecamatan) || m.kind != MentionKind::Region);
    wrong.next().map_or(Ok(()), |m| Err(format!("read as {}: {:?}", m.kind.as_str(), m.text)))
}

/// Regions in articles of other genres: every wrong region mention counts, at most one in 1,000 words.
#[test]
fn other_genres() {
    let extractor = Extractor::new();
    let mut paths: Vec<_> = fs::read_dir(folder().join("genre")).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    assert!(paths.len() >= 10);
    let (mut words, mut wrong, mut expected, mut missed) = (0, Vec::new(), 0, Vec::new());
    for path in &paths {
        let text = fs::read_to_string(path).expect("an article");
        words += text.split_whitespace().count();
        let gold = fs::read_to_string(path.with_extension("tsv")).expect("its regions");
        // Code and words of each listed mention, with whether it must be found.
        let mut gold: Vec<(bool, String, String)> = gold
            .lines()
            .map(|l| l.strip_prefix("OPTIONAL\t").map_or((true, l), |rest| (false, rest)))
            .filter_map(|(must, l)| l.split_once('\t').map(|(code, words)| (must, code.to_owned(), words.to_owned())))
            .collect();
        expected += gold.iter().filter(|(must, _, _)| *must).count();
        for mention in extractor.mentions(&text) {
            let Some(region) = &mention.region else { continue };
            // A mention may hold its region in more words ("Polres Metro", "Bupati Sigi, Sulawesi Tengah").
            let fits = gold.iter().position(|(_, code, words)| *code == region.code && mention.text.contains(words.as_str()));
            match fits {
                Some(at) => {
                    gold.remove(at);
                }
                None if mention.kind == MentionKind::Region => {
                    wrong.push(format!("{}: {:?} as {}", path.display(), mention.text, region.name))
                }
                None => {}
            }
        }
        missed.extend(gold.into_iter().filter(|(must, _, _)| *must).map(|(_, code, words)| format!("{}: {words} {code}", path.display())));
    }
    println!("{words} words, {expected} regions, {} missed, {} wrong:\n{}", missed.len(), wrong.len(), wrong.join("\n"));
    if std::env::var("KUNKER_SHOW").is_ok() {
        println!("missed:\n{}", missed.join("\n"));
    }
    assert!(wrong.len() * 1000 <= words, "more than one wrong region in 1,000 words:\n{}", wrong.join("\n"));
}
