//! The example `batch` as its users meet it: all sorts of input, the same lines whatever the threads, and what goes wrong.
#![cfg(feature = "serde")]

mod program;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Output, Stdio};

use flate2::Compression;
use flate2::write::GzEncoder;
use program::{complaints, example, folder};
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::{Value, json};

const ARTICLE: &str = "Bupati Pekalongan Fulan Sudarsono berkunjung ke Balikpapan, Kamis (6/12/2018).\n";

/// By the tool `zstd` at its highest level, with a checksum: an article z1 of many words.
const FRAME: &[u8] = b"\x28\xb5\x2f\xfd\x64\x81\x05\xd5\x01\x00\x32\x83\x0b\x11\xa0\xed\x8c\x04\xf5\x15\xbe\x3c\x4c\xed\xaf\x8f\x45\xea\x77\x7d\x04\
    \xa0\xde\xc2\xd1\xa9\x85\x0a\x39\xb2\xe3\x4e\x8b\xc6\x6b\xcf\x8b\xe5\x26\x5f\xa9\xf6\x0e\x1f\xf3\x26\x4f\xeb\x34\x02\x00\x3c\x32\xf5\x63\
    \x6f\x37\xcb\x29\x73\x48\x84";

/// A frame that readers pass over, as some tools write them.
const SKIPPABLE: &[u8] = b"\x50\x2a\x4d\x18\x04\x00\x00\x00abcd";

fn line(id: &str) -> String {
    format!("{}\n", json!({"id": id, "text": ARTICLE}))
}

fn gz(bytes: &str) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes.as_bytes()).expect("memory");
    encoder.finish().expect("memory")
}

fn zst(bytes: &str) -> Vec<u8> {
    compress_to_vec(bytes.as_bytes(), CompressionLevel::Fastest)
}

fn run(arguments: &[&str], paths: &[&Path]) -> Output {
    example("batch").args(arguments).args(paths).output().expect("the example runs")
}

/// What it does with standard input.
fn piped(input: &[u8]) -> Output {
    let mut child =
        example("batch").arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the example runs");
    child.stdin.take().expect("a pipe").write_all(input).expect("it reads");
    child.wait_with_output().expect("it ends")
}

fn documents(output: &Output) -> Vec<Value> {
    output.stdout.lines().map(|line| serde_json::from_str(&line.expect("UTF-8")).expect("a JSON line")).collect()
}

fn ids(output: &Output) -> Vec<String> {
    documents(output).iter().map(|document| document["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn the_lines_are_those_of_extract() {
    let folder = folder("batch-lines", &[]);
    let lines = [json!({"id": "b", "text": ARTICLE, "published": "2018-12-07", "url": "x"}), json!({"id": "a", "text": "Satu."})];
    fs::write(folder.join("articles.jsonl"), format!("\u{feff}{}\n\n{}", lines[0], lines[1])).expect("a file");
    let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/articles");
    let paths = [&folder.join("articles.jsonl"), examples.as_path()];
    let options = ["--published", "2024-05-20"];
    let output = run(&options, &paths);
    let extract = example("extract").arg("--jsonl").args(options).args(paths).output().expect("the example runs");
    assert_eq!((output.status.code(), String::from_utf8(output.stdout)), (Some(0), String::from_utf8(extract.stdout)));
}

#[test]
fn the_output_is_the_same_with_any_number_of_threads() {
    let article = |n: usize| json!({"id": n.to_string(), "text": ARTICLE.repeat(if n % 200 == 97 { 4000 } else { n % 5 })});
    let lines: String = (0..600).map(|n| format!("{}\n", article(n))).collect();
    let folder = folder("batch-threads", &[("articles.jsonl", lines.as_bytes())]);
    let [one, two, eight] = ["1", "2", "8"].map(|n| run(&["--threads", n], &[&folder.join("articles.jsonl")]));
    assert_eq!(ids(&one), (0..600).map(|n| n.to_string()).collect::<Vec<_>>());
    assert!(one.stdout == two.stdout && one.stdout == eight.stdout, "the outputs differ");
}

#[test]
fn compressed_files_are_read() {
    let frames = [FRAME, SKIPPABLE, &zst(&line("z2")), &zst("")].concat();
    let members = [gz(&line("g1")), gz(&line("g2"))].concat();
    let folder = folder(
        "batch-compressed",
        &[
            ("c.txt.zst", &zst(ARTICLE)),
            ("a.txt", ARTICLE.as_bytes()),
            ("d.jsonl.gz", &members),
            ("b.TXT.GZ", &gz(ARTICLE)),
            ("f.jsonl", line("f1").as_bytes()),
            ("e.jsonl.zst", &frames),
            ("g.md", b"nothing"),
        ],
    );
    let output = run(&[], &[&folder]);
    assert_eq!((output.status.code(), ids(&output).join(" ").as_str()), (Some(0), "a b c g1 g2 z1 z2 f1"), "{}", complaints(&output));
    assert!(documents(&output)[..3].iter().all(|document| document["visits"][0]["leader"]["name"] == "Fulan Sudarsono"));
    assert!(complaints(&output).starts_with("8 articles, "), "{}", complaints(&output));
}

#[test]
fn standard_input_is_json_lines_compressed_or_not() {
    let lines = line("a") + &line("b");
    for input in [lines.clone().into_bytes(), gz(&lines), zst(&lines)] {
        let output = piped(&input);
        assert_eq!((output.status.code(), ids(&output)), (Some(0), vec!["a".to_owned(), "b".to_owned()]), "{}", complaints(&output));
    }
}

#[test]
fn bad_lines_are_told_by_their_numbers_and_skipped() {
    let mut lines = format!("{}nonsense\n{{\"id\": \"x\"}}\n", line("a")).into_bytes();
    lines.extend(b"{\"id\": \"x\", \"text\": \"Bupati \xff\"}\n");
    lines.extend(line(&"x".repeat(4_000_000)).bytes());
    lines.extend(line("b").bytes().chain(b"{\"id\": \"c\"".iter().copied()));
    let folder = folder("batch-bad-lines", &[("bad.jsonl", &lines)]);
    let output = run(&[], &[&folder.join("bad.jsonl")]);
    let told = complaints(&output);
    assert_eq!((output.status.code(), ids(&output)), (Some(1), vec!["a".to_owned(), "b".to_owned()]), "{told}");
    let faults = ["2: ", "3: missing field `text`", "4: not UTF-8 (first wrong byte at 28)", "5: longer than 4 MB", "7: EOF"];
    for fault in faults {
        assert!(told.contains(&format!("bad.jsonl:{fault}")), "{fault:?} is not told: {told}");
    }
    assert!(told.contains("\n2 articles, 2 visits, 0 agreements, 5 skipped, "), "{told}");
}

#[test]
fn unreadable_files_are_told_and_the_rest_is_done() {
    let lines = zst(&(line("x") + &line("y")));
    let long = ARTICLE.repeat(4_000_000 / ARTICLE.len() + 1);
    let folder = folder(
        "batch-unreadable",
        &[
            ("bad.txt", b"Bupati \xff"),
            ("cut.txt.gz", &gz(ARTICLE)[..40]),
            ("cut.jsonl.zst", &lines[..lines.len() - 6]),
            ("sum.jsonl.zst", &[&FRAME[..FRAME.len() - 1], b"?"].concat()),
            ("no.jsonl.gz", b"{}"),
            ("long.txt", long.as_bytes()),
            ("other.txt", ARTICLE.as_bytes()),
        ],
    );
    let output = run(&[], &[&folder.join("none.jsonl"), &folder]);
    let told = complaints(&output);
    assert_eq!((output.status.code(), ids(&output).join(" ").as_str()), (Some(1), "other z1"), "{told}");
    let faults = [
        "none.jsonl: ",
        "bad.txt: not UTF-8 (first wrong byte at 7)",
        "cut.txt.gz: ",
        "cut.jsonl.zst:1: ",
        "sum.jsonl.zst:2: wrong checksum",
        "no.jsonl.gz:1: ",
        "long.txt: longer than 4 MB",
    ];
    for fault in faults {
        assert!(told.contains(fault), "{fault:?} is not told: {told}");
    }
}

#[test]
fn a_wrong_command_line_is_no_run() {
    for arguments in [&[][..], &["--threads", "0", "x"], &["--resume", "x"], &["--published", "kemarin", "x"]] {
        assert_eq!(run(arguments, &[]).status.code(), Some(2), "{arguments:?}");
    }
}

#[test]
fn a_reader_who_goes_away_ends_the_run_quietly() {
    let folder = folder("batch-pipe", &[("articles.jsonl", line("a").repeat(5000).as_bytes())]);
    // The second input never ends by itself: the run must not wait for it.
    let mut child = example("batch")
        .args([&folder.join("articles.jsonl"), Path::new("-")])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the example runs");
    let mut first = String::new();
    BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut first).expect("a line");
    let input = child.stdin.take();
    let output = child.wait_with_output().expect("it ends");
    drop(input);
    assert!(first.starts_with("{\"id\":\"a\","), "{first}");
    assert_eq!((output.status.code(), complaints(&output).as_str()), (Some(0), ""));
}

#[test]
fn a_full_disk_is_told() {
    let full = Path::new("/dev/full");
    if !full.exists() {
        return;
    }
    let folder = folder("batch-full", &[("articles.jsonl", line("a").as_bytes())]);
    let output = run(&["--output", "/dev/full"], &[&folder.join("articles.jsonl")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(complaints(&output).contains("/dev/full: No space left"), "{}", complaints(&output));
    let disk = fs::OpenOptions::new().write(true).open(full).expect("the full disk");
    let status = example("batch").arg(folder.join("articles.jsonl")).stdout(disk).stderr(Stdio::null()).status();
    assert_eq!(status.expect("the example runs").code(), Some(1));
}

/// A line of 64 MB, then many articles: neither is held in memory.
#[test]
#[cfg(target_os = "linux")]
fn memory_is_bounded() {
    let mut child =
        example("batch").arg("-").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("the example runs");
    let mut input = child.stdin.take().expect("a pipe");
    let mut output = child.stdout.take().expect("a pipe");
    let reader = std::thread::spawn(move || {
        let mut bytes = Vec::new();
        output.read_to_end(&mut bytes).map(|_| bytes.iter().filter(|b| **b == b'\n').count())
    });
    input.write_all(&vec![b'x'; 64_000_000]).expect("it reads");
    input.write_all(format!("\n{}", line("a").repeat(20_000)).as_bytes()).expect("it reads");
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).expect("it still reads");
    drop(input);
    assert_eq!(reader.join().expect("no panic").expect("lines"), 20_000);
    assert_eq!(child.wait().expect("it ends").code(), Some(1));
    let peak = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).expect("the peak");
    let kilobytes: u64 = peak.trim().trim_end_matches(" kB").parse().expect("a number");
    assert!(kilobytes < 60_000, "{kilobytes} kB of memory");
}
