//! The example `coverage` as its users meet it: what it counts, and what it does with files it cannot read.
#![cfg(feature = "serde")]

mod program;

use std::path::Path;
use std::process::Output;

use program::{complaints, example, folder};
use serde_json::{Value, json};

const ARTICLE: &[u8] = "Bupati Pekalongan Fulan Sudarsono beserta rombongan berkunjung ke Balikpapan, Kamis (6/12/2018).\n\n\
    Rombongan diterima langsung oleh Wakil Wali Kota Balikpapan Anu Suryadi dan Sekda Balikpapan Fulan Wijaya.\n"
    .as_bytes();

/// Has the Wakil Wali Kota but not the Sekda, and one day more than the article.
const ANNOTATION: &[u8] = br#"{"visits": [{"kind": ["kunjungan"], "status": "held", "visitors": [{"region": "33.26", "org": null}],
    "hosts": [{"region": "64.71", "org": null}], "leader": {"name": "Fulan Sudarsono", "title": "Bupati"},
    "received_by": [{"name": "Anu Suryadi", "title": "Wakil Wali Kota"}], "accompanied_by": [], "start": "2018-12-06",
    "end": "2018-12-07", "delegation_size": null, "venue": null, "sites": [], "affairs": []}], "agreements": []}"#;

const RULE: &str = "visit/received-by";

fn run(arguments: &[&str], paths: &[&Path]) -> Output {
    example("coverage").args(arguments).args(paths).output().expect("the example runs")
}

fn tally(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).expect("a JSON object")
}

#[test]
fn firings_and_right_and_wrong_proofs_are_counted() {
    let folder = folder("coverage-counts", &[("one.txt", ARTICLE), ("one.json", ANNOTATION)]);
    let output = run(&["--json"], &[&folder]);
    assert_eq!((output.status.code(), complaints(&output).as_str()), (Some(0), ""));
    let tally = tally(&output);
    assert_eq!((&tally["articles"], &tally["annotated"]), (&json!(1), &json!(1)));
    // It proves the host twice and both receivers once; the annotation lacks the second receiver.
    let wrong = json!([{"article": "one", "slot": "received_by", "text": "Sekda Balikpapan Fulan Wijaya"}]);
    assert_eq!(tally["rules"][RULE], json!({"fired": 1, "used": 4, "shared": 0, "judged": 4, "right": 3, "wrong": wrong}));
    // A day is right with its last day only, and a step matches no pattern.
    let date = &tally["steps"]["setting/date"];
    assert_eq!((&date["judged"], &date["right"], date.get("fired")), (&json!(1), &json!(0), None));
    let rules = tally["rules"].as_object().expect("rules by name");
    assert!(rules.iter().filter(|(name, _)| name.starts_with("agreement/")).all(|(_, counts)| counts["fired"] == 0), "{rules:?}");
    assert!(rules.values().any(|counts| counts["used"] == 0 && counts["shared"] == 1), "no rule shares a proof: {rules:?}");
}

#[test]
fn values_that_no_article_has_are_told() {
    let folder = folder("coverage-values", &[("one.txt", ARTICLE)]);
    let tally = tally(&run(&["--json"], &[&folder]));
    let unseen = |class: &str, value: &str| {
        let values = tally["classes"][class]["unseen"].as_array().expect("a list of values");
        values.iter().any(|v| v == value)
    };
    assert!(!unseen("region", "33.26") && !unseen("region", "64.71") && unseen("region", "62.02"));
    assert!(!unseen("verb", "receive_passive") && !unseen("title", "Sekda:region") && unseen("status", "cancelled"));
    assert!(tally["classes"]["region"]["values"].as_u64().is_some_and(|n| n > 500), "{}", tally["classes"]["region"]);
}

#[test]
fn the_tables_show_the_counts() {
    let folder = folder("coverage-tables", &[("one.txt", ARTICLE), ("one.json", ANNOTATION)]);
    let printed = |arguments: &[&str]| String::from_utf8(run(arguments, &[&folder]).stdout).expect("UTF-8");
    let told = printed(&[]);
    let row = told.lines().find(|l| l.ends_with(RULE)).unwrap_or_else(|| panic!("no row {RULE}: {told}"));
    assert_eq!(row.split_whitespace().collect::<Vec<_>>(), ["1", "4", "0", "4", "3", "75", RULE]);
    let silent = told.split("rules never fired").nth(1).and_then(|rest| rest.split("\n\n").next()).expect("the rules that never fired");
    let is_silent = |rule: &str| silent.lines().any(|l| l.trim() == rule);
    assert!(is_silent("agreement/signs") && !is_silent(RULE), "{silent}");
    assert!(told.lines().any(|l| l.starts_with("  status: ") && l.contains("cancelled")), "{told}");
    assert!(told.lines().any(|l| l.starts_with("  region: ") && l.ends_with("unseen")), "a big class is counted only: {told}");
    let wrong = "one: received_by \"Sekda Balikpapan Fulan Wijaya\"";
    assert!(!told.contains(wrong) && printed(&["--wrong"]).contains(wrong), "{told}");
}

#[test]
fn without_an_annotation_nothing_is_judged() {
    let folder = folder("coverage-bare", &[("one.txt", ARTICLE)]);
    let output = run(&["--json"], &[&folder]);
    let tally = tally(&output);
    assert_eq!((output.status.code(), &tally["annotated"]), (Some(0), &json!(0)));
    assert_eq!(tally["rules"][RULE], json!({"fired": 1, "used": 4, "shared": 0, "judged": 0, "right": 0, "wrong": []}));
}

#[test]
fn what_cannot_be_read_is_told_and_the_run_goes_on() {
    let files: &[(&str, &[u8])] = &[("bad.txt", b"Bupati \xff"), ("one.txt", ARTICLE), ("two.txt", ARTICLE), ("three.txt", ARTICLE)];
    let folder = folder("coverage-unreadable", &[files, &[("one.json", b"{"), ("two.json", ANNOTATION), ("three.json", b"{}")]].concat());
    let output = run(&["--json"], &[&folder.join("none.txt"), &folder]);
    let (told, tally) = (complaints(&output), tally(&output));
    assert_eq!(output.status.code(), Some(1), "{told}");
    for fault in ["none.txt: ", "bad.txt: not UTF-8 (first wrong byte at 7)", "one.json: ", "three.json: no annotation"] {
        assert!(told.contains(fault), "{fault:?} is not told: {told}");
    }
    assert_eq!((&tally["articles"], &tally["annotated"], &tally["rules"][RULE]["fired"]), (&json!(3), &json!(1), &json!(3)));
}
