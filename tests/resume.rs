//! `batch --resume`: whatever an interrupted run left behind, in the end the output is that of one run.
#![cfg(feature = "serde")]

mod program;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use program::{complaints, example, folder};
use serde_json::json;

const ARTICLE: &str = "Bupati Pekalongan Fulan Sudarsono berkunjung ke Balikpapan, Kamis (6/12/2018).\n";

fn line(id: &str) -> String {
    format!("{}\n", json!({"id": id, "text": ARTICLE}))
}

fn batch(options: &[&str], output: &Path, inputs: &[PathBuf]) -> Output {
    example("batch").args(options).arg("--output").arg(output).args(inputs).output().expect("the example runs")
}

/// Asserts that a run was refused for `why`, and left the output as it was.
fn refused(options: &[&str], output: &Path, inputs: &[PathBuf], why: &str) {
    let before = fs::read(output).expect("the output");
    let run = batch(options, output, inputs);
    assert!(run.status.code() == Some(2) && complaints(&run).contains(why), "{why:?} expected, not {}", complaints(&run));
    assert_eq!(fs::read(output).expect("the output"), before);
}

/// A folder, inputs of seven articles with lines and files to skip before, between and after them, and their output.
fn interrupted(test: &str) -> (PathBuf, Vec<PathBuf>, Vec<u8>) {
    let lines = format!("nonsense\n{}{}{{\"id\": \"x\"}}\n\n{}nonsense\n", line("a"), line("b \"é\""), line("a"));
    let folder = folder(test, &[("one.jsonl", lines.as_bytes()), ("three.txt", ARTICLE.as_bytes()), ("two.txt", b"\xff")]);
    let inputs = ["one.jsonl", "two.txt", "none.txt", "three.txt", "one.jsonl"].map(|name| folder.join(name)).to_vec();
    let output = folder.join("full.jsonl");
    let run = batch(&[], &output, &inputs);
    assert_eq!(run.status.code(), Some(1), "{}", complaints(&run));
    let full = fs::read(output).expect("the output");
    (folder, inputs, full)
}

#[test]
fn an_output_cut_anywhere_is_completed() {
    let (folder, inputs, full) = interrupted("resume-cut");
    let output = folder.join("cut.jsonl");
    let ends: Vec<usize> = full.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    assert_eq!(ends.len(), 7);
    let around = ends.iter().flat_map(|end| [end - 40, end - 1, *end, end + 1, end + 8, end + 20]);
    for cut in [0, 1, 5, 9].into_iter().chain(around).filter(|cut| *cut <= full.len()) {
        fs::write(&output, &full[..cut]).expect("a cut output");
        let run = batch(&["--resume"], &output, &inputs);
        let told = complaints(&run);
        assert!(fs::read(&output).expect("the output") == full, "cut at {cut}: {told}");
        // What is skipped is told by every run, also what was skipped before the place where it goes on.
        assert!(run.status.code() == Some(1) && told.contains("8 skipped"), "cut at {cut}: {told}");
        let done = ends.iter().filter(|end| **end <= cut).count();
        let before = if done > 0 { format!(" ({done} done before)") } else { String::new() };
        assert!(told.contains(&format!("\n{} articles{before}, ", 7 - done)), "cut at {cut}: {told}");
    }
}

#[test]
fn a_killed_run_is_completed() {
    let lines: String = (0..4000).map(|n| line(&n.to_string())).collect();
    let folder = folder("resume-kill", &[("in.jsonl", lines.as_bytes())]);
    let (output, full, inputs) = (folder.join("out.jsonl"), folder.join("full.jsonl"), [folder.join("in.jsonl")]);
    assert_eq!(batch(&[], &full, &inputs).status.code(), Some(0));
    let mut child = example("batch").arg("--output").arg(&output).args(&inputs).stderr(Stdio::null()).spawn().expect("the example runs");
    let begun = Instant::now();
    while fs::metadata(&output).map_or(0, |file| file.len()) == 0 && begun.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(1));
    }
    child.kill().and_then(|()| child.wait()).expect("it can be killed");
    let run = batch(&["--resume"], &output, &inputs);
    assert_eq!(run.status.code(), Some(0), "{}", complaints(&run));
    assert!(complaints(&run).contains(" done before), "), "{}", complaints(&run));
    assert!(fs::read(&output).expect("the output") == fs::read(&full).expect("the output"), "the outputs differ");
}

#[test]
fn the_output_of_another_input_is_refused() {
    let (folder, inputs, full) = interrupted("resume-other");
    let output = folder.join("full.jsonl");
    let other = "full.jsonl:1: not the output of this input: the article here is \"three\"";
    refused(&["--resume"], &output, &[inputs[3].clone(), inputs[0].clone()], other);
    refused(&["--resume"], &output, &inputs[..4], "full.jsonl:5: not the output of this input: the input has no further article");
    refused(&["--resume", "--published", "2024-05-20"], &output, &inputs, "full.jsonl:7: the line of \"a\" would be another now");
    for (written, at) in [(&b"A letter without an end"[..], 1), (b"A letter\n", 1), (&[&full[..], b"{\"id\":"].concat(), 8)] {
        fs::write(&output, written).expect("an output");
        refused(&["--resume"], &output, &inputs, &format!("full.jsonl:{at}: not the output of this input"));
    }
}

#[test]
fn an_output_is_never_overwritten() {
    let (folder, inputs, full) = interrupted("resume-exists");
    refused(&[], &folder.join("full.jsonl"), &inputs, "full.jsonl: exists");
    // With nothing to go on with, a run begins.
    let output = folder.join("new.jsonl");
    assert_eq!(batch(&["--resume"], &output, &inputs).status.code(), Some(1));
    assert!(fs::read(&output).expect("the output") == full);
}

#[test]
fn an_output_in_the_folder_that_is_read_is_no_input() {
    let folder = folder("resume-same-folder", &[("a.txt", ARTICLE.as_bytes()), ("z.txt", ARTICLE.as_bytes())]);
    let output = folder.join("output.jsonl");
    let inputs = [folder.clone()];
    assert_eq!(batch(&[], &output, &inputs).status.code(), Some(0));
    let full = fs::read(&output).expect("the output");
    let run = batch(&["--resume"], &output, &inputs);
    assert_eq!(run.status.code(), Some(0), "{}", complaints(&run));
    assert!(fs::read(&output).expect("the output") == full);
}
