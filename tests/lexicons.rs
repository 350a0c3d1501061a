//! Audit of the word tables: form, order, duplicates, codes and keys of every file of `lexicons/`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use kunker::{Acting, Affair, AgreementKind, Extractor, VisitKind};

/// Tables in which one phrase may stand under several values: twins, places and towns of one name, and verbs of several roles
/// ("melakukan"). In `zone` a phrase may both begin a caption and stand anywhere in one.
const SHARED: &[&str] = &["verb", "foreign", "district", "place", "seat", "status", "zone"];

/// One line of a table.
struct Line {
    number: usize,
    value: String,
    /// Without the weak mark.
    phrases: Vec<String>,
    /// Which of them are weak.
    weak: Vec<bool>,
}

/// One file of `lexicons/`.
struct Table {
    name: String,
    /// The comment at the head.
    head: String,
    lines: Vec<Line>,
    /// Faults of form that were met while reading.
    faults: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn table(path: &Path) -> Table {
    let name = path.file_stem().map_or_else(String::new, |s| s.to_string_lossy().into_owned());
    let source = read(path);
    let head = source.lines().take_while(|l| l.starts_with('#')).collect::<Vec<_>>().join("\n");
    let (mut lines, mut faults) = (Vec::new(), Vec::new());
    if !source.ends_with('\n') {
        faults.push(format!("{name}.tsv: the last line does not end"));
    }
    for (index, raw) in source.lines().enumerate().filter(|(_, l)| !l.starts_with('#')) {
        let number = index + 1;
        let mut fault = |what: &str| faults.push(format!("{name}.tsv:{number}: {what}: {raw:?}"));
        let Some((value, rest)) = raw.split_once('\t') else {
            fault("no tab");
            continue;
        };
        if value.is_empty() || value.trim() != value {
            fault("an empty value, or blanks around it");
        }
        if rest.contains('\t') || raw.contains("  ") || raw.contains('\r') || raw.trim_end() != raw {
            fault("a second tab, a double blank or a blank at the end");
        }
        let weak = rest.split('|').map(|p| p.trim().ends_with('?')).collect();
        let phrases: Vec<String> = rest.split('|').map(|p| p.trim().trim_end_matches('?').trim_end().to_owned()).collect();
        if phrases.iter().any(String::is_empty) {
            fault("an empty phrase");
        }
        if rest.split('|').count() > 1 && rest.split(" | ").count() != rest.split('|').count() {
            fault("a bar without a blank on each side");
        }
        lines.push(Line { number, value: value.to_owned(), phrases, weak });
    }
    Table { name, head, lines, faults }
}

fn tables() -> Vec<Table> {
    let folder = root().join("lexicons");
    let entries = fs::read_dir(&folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut paths: Vec<PathBuf> =
        entries.map(|e| e.expect("a folder entry").path()).filter(|p| p.extension().is_some_and(|e| e == "tsv")).collect();
    paths.sort();
    assert!(paths.len() >= 30, "only {} tables in {}", paths.len(), folder.display());
    paths.iter().map(|p| table(p)).collect()
}

fn named(name: &str) -> Table {
    table(&root().join("lexicons").join(format!("{name}.tsv")))
}

fn codes(table: &Table) -> BTreeSet<String> {
    table.lines.iter().map(|l| l.value.clone()).collect()
}

/// Fails with all faults at once, so that one run shows what to mend.
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_head_tells_source_licence_and_date() {
    let mut faults = Vec::new();
    for table in tables() {
        let head = table.head.to_lowercase();
        for what in ["source:", "licence:", "date:"] {
            if !head.contains(what) {
                faults.push(format!("{}.tsv: no {what:?} in the comment at its head", table.name));
            }
        }
        let year = head.split("date:").nth(1).is_some_and(|d| d.trim_start().starts_with("20"));
        if !year {
            faults.push(format!("{}.tsv: no year after \"date:\"", table.name));
        }
    }
    none(&faults);
}

#[test]
fn every_line_is_a_value_and_phrases() {
    let mut faults = Vec::new();
    for table in tables() {
        if table.lines.is_empty() {
            faults.push(format!("{}.tsv: no line", table.name));
        }
        faults.extend(table.faults);
    }
    none(&faults);
}

#[test]
fn lines_are_sorted_by_value_then_first_phrase() {
    let mut faults = Vec::new();
    for table in tables() {
        for pair in table.lines.windows(2) {
            let [before, after] = pair else { continue };
            let key = |l: &Line| (l.value.clone().into_bytes(), l.phrases.first().cloned().unwrap_or_default().into_bytes());
            if key(before) > key(after) {
                faults.push(format!("{}.tsv:{}: {:?} {:?} stands too late", table.name, after.number, after.value, after.phrases.first()));
            }
        }
    }
    none(&faults);
}

#[test]
fn no_phrase_stands_twice_under_one_value() {
    let mut faults = Vec::new();
    for table in tables() {
        let mut seen: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for line in &table.lines {
            for phrase in &line.phrases {
                if let Some(first) = seen.insert((&line.value, phrase), line.number) {
                    faults
                        .push(format!("{}.tsv:{}: {phrase:?} stands in line {first} too, under {:?}", table.name, line.number, line.value));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn no_phrase_has_two_values_where_one_is_meant() {
    let mut faults = Vec::new();
    for table in tables().iter().filter(|t| !t.name.starts_with("region") && !SHARED.contains(&t.name.as_str())) {
        let mut seen: BTreeMap<&str, &Line> = BTreeMap::new();
        for line in &table.lines {
            for phrase in &line.phrases {
                if let Some(first) = seen.insert(phrase, line).filter(|l| l.value != line.value) {
                    faults.push(format!(
                        "{}.tsv:{}: {phrase:?} stands under {:?} and, line {}, under {:?}",
                        table.name, line.number, line.value, first.number, first.value
                    ));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_region_code_is_official() {
    let regions = codes(&named("region"));
    let mut faults = Vec::new();
    for name in ["region_alias", "region_former", "region_code", "seat"] {
        for line in &named(name).lines {
            let code = line.value.split(':').next().unwrap_or_default();
            if !regions.contains(code) {
                faults.push(format!("{name}.tsv:{}: no region {code:?}", line.number));
            }
        }
    }
    for line in &named("district").lines {
        let regency = line.value.rsplit_once('.').map_or("", |(regency, _)| regency);
        if !regions.contains(regency) || line.value.len() != 8 {
            faults.push(format!("district.tsv:{}: no regency of {:?}", line.number, line.value));
        }
    }
    none(&faults);
}

#[test]
fn former_names_carry_their_years() {
    let mut faults = Vec::new();
    for line in &named("region_former").lines {
        let years = line.value.split_once(':').and_then(|(_, y)| y.split_once('-'));
        let year = |y: &str| y.is_empty() || y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit());
        if !years.is_some_and(|(from, until)| year(from) && year(until) && (from.is_empty() || until.is_empty() || from <= until)) {
            faults.push(format!("region_former.tsv:{}: {:?} is not CODE:FROM-UNTIL", line.number, line.value));
        }
    }
    none(&faults);
}

/// Every value of the table must be a key of `K`, or one of `more`.
fn keys<K: FromStr>(name: &str, more: &[&str], faults: &mut Vec<String>) {
    for line in &named(name).lines {
        if line.value.parse::<K>().is_err() && !more.contains(&line.value.as_str()) {
            faults.push(format!("{name}.tsv:{}: unknown key {:?}", line.number, line.value));
        }
    }
}

#[test]
fn values_of_closed_sets_are_keys() {
    let mut faults = Vec::new();
    keys::<Affair>("affair", &[], &mut faults);
    keys::<Affair>("unit", &["none"], &mut faults);
    keys::<VisitKind>("visit_kind", &[], &mut faults);
    keys::<AgreementKind>("agreement_kind", &[], &mut faults);
    keys::<Acting>("acting", &[], &mut faults);
    none(&faults);
}

#[test]
fn every_acting_mark_affair_month_and_weekday_has_a_word() {
    let all = |name: &str| codes(&named(name));
    let numbers = |to: u8| (1..=to).map(|n| n.to_string()).collect::<BTreeSet<_>>();
    assert_eq!(all("month"), numbers(12));
    assert_eq!(all("weekday"), numbers(7));
    assert_eq!(all("acting"), Acting::ALL.iter().map(|a| a.as_str().to_owned()).collect());
    let affairs = all("affair");
    let silent: Vec<&str> = Affair::ALL.iter().map(|a| a.as_str()).filter(|a| !affairs.contains(*a)).collect();
    assert!(silent.is_empty(), "affairs without a word in affair.tsv: {silent:?}");
}

#[test]
fn every_table_is_embedded() {
    let embedded = read(&root().join("src/lexicon/builtin.rs"));
    let missing: Vec<String> = tables()
        .iter()
        .filter(|t| !embedded.contains(&format!("\"{}\"", t.name)) && !embedded.contains(&format!("lexicons/{}.tsv\"", t.name)))
        .map(|t| format!("{}.tsv is not in builtin.rs", t.name))
        .collect();
    none(&missing);
}

#[test]
fn all_regions_are_there_and_every_province_has_aliases() {
    let regions = codes(&named("region"));
    let provinces: BTreeSet<&str> = regions.iter().map(String::as_str).filter(|c| c.len() == 2).collect();
    let regencies = regions.iter().filter(|c| c.len() == 5).count();
    assert_eq!((provinces.len(), regencies, regions.len()), (38, 514, 552));
    let orphans: Vec<&String> = regions.iter().filter(|c| c.get(..2).is_none_or(|p| !provinces.contains(p))).collect();
    assert!(orphans.is_empty(), "regions without their province: {orphans:?}");

    let aliases = named("region_alias");
    let phrases: usize = aliases.lines.iter().map(|l| l.phrases.len()).sum();
    assert!(phrases >= 300, "only {phrases} phrases in region_alias.tsv");
    let covered: BTreeSet<&str> = aliases.lines.iter().filter_map(|l| l.value.get(..2)).collect();
    let bare: Vec<&&str> = provinces.difference(&covered).collect();
    assert!(bare.is_empty(), "provinces without an alias of their own or of one of their regions: {bare:?}");
}

/// A strong name needs no support: it is found as it stands in the table, and means its region; a name of several regions
/// is found, whichever of them it is read as.
#[test]
fn every_strong_region_name_is_found_in_a_text() {
    let tables = [named("region"), named("region_alias"), named("region_former")];
    let code = |line: &Line| line.value.split(':').next().unwrap_or_default().to_owned();
    let mut meant: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in tables.iter().flat_map(|t| &t.lines) {
        for phrase in line.phrases.iter().map(|p| p.to_lowercase()) {
            let bare = phrase.strip_prefix("kabupaten ").or_else(|| phrase.strip_prefix("kota ")).unwrap_or(&phrase).to_owned();
            for name in [phrase, bare] {
                meant.entry(name).or_default().insert(code(line));
            }
        }
    }
    let extractor = Extractor::new();
    let lead = "Rombongan berkunjung ke ";
    let mut faults = Vec::new();
    for table in &tables {
        for line in &table.lines {
            for (phrase, _) in line.phrases.iter().zip(&line.weak).filter(|(_, weak)| !**weak) {
                let mentions = extractor.mentions(&format!("{lead}{phrase}, Rabu pagi."));
                let found = mentions.iter().find(|m| m.span.start == lead.len() && m.span.end == lead.len() + phrase.len());
                let told = found.and_then(|m| m.region.as_ref()).map(|r| r.code.clone());
                let shared = found.is_some() && meant.get(&phrase.to_lowercase()).is_some_and(|c| c.len() > 1);
                if told.as_ref() != Some(&code(line)) && !shared {
                    faults.push(format!("{}.tsv:{}: {phrase:?} is read as {told:?}, expected {:?}", table.name, line.number, code(line)));
                }
            }
        }
    }
    none(&faults);
}

/// The rows `code,name` of a file of the official facts.
fn facts(path: &Path) -> Vec<(String, String)> {
    let row = |l: &str| l.split_once(',').map(|(code, name)| (code.to_owned(), name.trim_matches('"').to_owned()));
    read(path).lines().skip(1).filter_map(row).collect()
}

/// Compared only where the official facts lie beside the repository.
#[test]
fn official_tables_equal_the_facts() {
    let folder = root().join("../shared/regions");
    if !folder.is_dir() {
        return;
    }
    let rows =
        |name: &str| -> Vec<(String, String)> { named(name).lines.iter().map(|l| (l.value.clone(), l.phrases.join(" | "))).collect() };
    let mut expected = facts(&folder.join("provinces.csv"));
    expected.extend(facts(&folder.join("regencies.csv")));
    expected.sort();
    same("region", &rows("region"), &expected);
    let mut districts = facts(&folder.join("districts.csv"));
    districts.sort();
    same("district", &rows("district"), &districts);
}

fn same(name: &str, rows: &[(String, String)], expected: &[(String, String)]) {
    let (have, want): (BTreeSet<_>, BTreeSet<_>) = (rows.iter().collect(), expected.iter().collect());
    let mut faults: Vec<String> = want.difference(&have).map(|r| format!("{name}.tsv lacks {r:?}")).collect();
    faults.extend(have.difference(&want).map(|r| format!("{name}.tsv has {r:?}, which the facts have not")));
    none(&faults);
    assert_eq!(rows.len(), expected.len(), "{name}.tsv has rows that stand twice");
}
