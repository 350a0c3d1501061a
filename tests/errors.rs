//! The example as its users meet it, and what goes wrong: faults in tables and rules by `file:line:`, unreadable inputs by
//! their path.
#![cfg(feature = "serde")]

mod program;

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Output, Stdio};

use kunker::{Builder, Error, Extractor};
use program::{complaints, example, folder};

/// The error of building with what `add` adds; it may come at once or from `build`.
fn fault(add: impl FnOnce(Builder) -> Result<Builder, Error>) -> Error {
    match add(Extractor::builder()).and_then(Builder::build) {
        Ok(_) => panic!("built in spite of its fault"),
        Err(error) => error,
    }
}

fn stands_at(error: &Error, file: &str, line: usize) {
    let told = error.to_string();
    assert!(error.file().contains(file) && error.line() == line, "{file}:{line} expected, not {told}");
    assert!(told.starts_with(&format!("{}:{line}:", error.file())), "{told}");
}

#[test]
fn a_bad_lexicon_line_is_told() {
    let error = fault(|b| b.lexicon("region_alias", "32.73\tKota Kembang\n32.73 Kota Kembang\n"));
    stands_at(&error, "region_alias", 2);
}

#[test]
fn unknown_names_in_a_rule_are_told() {
    for (pattern, unknown) in [
        ("diterima <no_such_slot:official>", "no_such_slot"),
        ("{no_such_class} <received_by:official>", "no_such_class"),
        ("diterima <received_by:no_such_kind>", "no_such_kind"),
    ] {
        let source = format!(
            "# A rule of one's own.\nrule visit/of-ones-own\nmatch {pattern}\ntext  Bupati Sukamaju diterima Wakil Bupati Anu Fulan.\n\
             gives received_by = Wakil Bupati Anu Fulan\nnever Surat itu diterima warga.\n"
        );
        let error = fault(|b| b.rules("mine.rules", &source));
        stands_at(&error, "mine.rules", 3);
        assert!(error.to_string().contains(unknown), "{error} does not name {unknown}");
    }
}

#[test]
fn a_rule_file_of_nonsense_is_told() {
    let error = fault(|b| b.rules("mine.rules", "visit: diterima oleh\n"));
    stands_at(&error, "mine.rules", 1);
}

fn run(arguments: &[&str], paths: &[&Path]) -> Output {
    example("extract").args(arguments).args(paths).output().expect("the example runs")
}

/// The ids of the JSON lines on standard output.
fn ids(output: &Output) -> Vec<String> {
    let told = String::from_utf8(output.stdout.clone()).expect("UTF-8");
    let id = |line: &str| {
        let line: serde_json::Value = serde_json::from_str(line).expect("a JSON line");
        line["id"].as_str().expect("an id").to_owned()
    };
    told.lines().map(id).collect()
}

const ARTICLE: &[u8] = "Bupati Pekalongan berkunjung ke Balikpapan, Kamis (6/12/2018).\n".as_bytes();

#[test]
fn a_missing_path_does_not_stop_the_next_article() {
    let folder = folder("missing", &[("one.txt", ARTICLE)]);
    let output = run(&["--jsonl"], &[&folder.join("none.txt"), &folder.join("one.txt")]);
    assert_eq!((output.status.code(), ids(&output)), (Some(1), vec!["one".to_owned()]));
    assert!(complaints(&output).contains("none.txt"), "{}", complaints(&output));
}

#[test]
fn invalid_utf8_is_told() {
    let folder = folder("utf8", &[("bad.txt", b"Bupati \xff"), ("good.txt", ARTICLE)]);
    let output = run(&["--jsonl"], &[&folder]);
    assert_eq!((output.status.code(), ids(&output)), (Some(1), vec!["good".to_owned()]));
    assert!(complaints(&output).contains("bad.txt: not UTF-8 (first wrong byte at 7)"), "{}", complaints(&output));
}

#[test]
fn a_folder_is_read_in_name_order() {
    let folder = folder("folder", &[("b.txt", ARTICLE), ("a.txt", ARTICLE), ("c.md", ARTICLE)]);
    fs::create_dir(folder.join("deeper.txt")).expect("a folder");
    let output = run(&["--jsonl"], &[&folder]);
    assert_eq!((output.status.code(), ids(&output)), (Some(0), vec!["a".to_owned(), "b".to_owned()]));
    let empty = run(&["--jsonl"], &[&folder.join("deeper.txt")]);
    assert_eq!(empty.status.code(), Some(1));
    assert!(complaints(&empty).contains("deeper.txt"), "{}", complaints(&empty));
}

#[test]
fn a_bad_json_line_is_told_by_its_number() {
    let lines = "{\"id\": \"a\", \"text\": \"Satu.\", \"published\": \"2018-12-06\", \"url\": \"x\"}\n\nnonsense\n{\"id\": \"c\", \"text\": \"Dua.\"}";
    let folder = folder("jsonl", &[("articles.jsonl", lines.as_bytes())]);
    let output = run(&["--jsonl"], &[&folder.join("articles.jsonl")]);
    assert_eq!((output.status.code(), ids(&output)), (Some(1), vec!["a".to_owned(), "c".to_owned()]));
    assert!(complaints(&output).contains("articles.jsonl:3: "), "{}", complaints(&output));
    let first: serde_json::Value = serde_json::from_slice(output.stdout.split(|b| *b == b'\n').next().expect("a line")).expect("JSON");
    assert_eq!((first["published"].as_str(), &first["meta"]), (Some("2018-12-06"), &serde_json::json!({"url": "x"})));
}

#[test]
fn standard_input_is_one_article() {
    let mut child = example("extract")
        .args(["--jsonl", "--mentions", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the example runs");
    child.stdin.take().expect("a pipe").write_all(ARTICLE).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    assert_eq!((output.status.code(), ids(&output)), (Some(0), vec!["-".to_owned()]));
    assert!(String::from_utf8_lossy(&output.stdout).contains("\"mentions\":["));
}

#[test]
fn a_wrong_command_line_is_no_run() {
    assert_eq!(run(&["--published", "kemarin"], &[Path::new("x")]).status.code(), Some(2));
    assert_eq!(run(&[], &[]).status.code(), Some(2));
}

/// The README's example is what the program prints.
#[test]
fn the_readme_shows_the_real_output() {
    let readme = include_str!("../README.md").replace("\r\n", "\n");
    let output =
        example("extract").arg("examples/articles/study-visit.txt").current_dir(env!("CARGO_MANIFEST_DIR")).output().expect("extract runs");
    let printed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(printed.starts_with("study-visit\n"), "{printed}");
    assert!(readme.contains(&format!("```text\n{}\n```", printed.trim_end())), "README.md shows another output than:\n{printed}");
}
