//! How much memory reading takes. Linux only.
#![cfg(target_os = "linux")]

mod hostile;

use std::fs;
use std::process::Command;

use hostile::{hostile, long, read};
use kunker::Extractor;

/// Bytes of memory that the process holds, and the most it held since it was asked to forget.
fn memory(field: &str) -> usize {
    let status = read("/proc/self/status");
    let line = status.lines().find_map(|l| l.strip_prefix(field)).unwrap_or_else(|| panic!("no {field} in {status}"));
    line.trim_matches(|c: char| !c.is_ascii_digit()).parse::<usize>().expect("a number") * 1024
}

/// Most bytes of memory for a byte of text; the README says so.
const MEMORY: f64 = 80.0;

/// Set for the process that measures: which piece its text is made of.
const PIECE: &str = "KUNKER_MEMORY";

/// The most memory that reading a text of a piece takes, in bytes for a byte of text.
fn measured(name: &str) -> f64 {
    let extractor = Extractor::new();
    let _ = extractor.extract("Kudus");
    let (_, piece) = hostile().into_iter().find(|(n, _)| *n == name).expect("a piece of that name");
    let text = long(&piece, 1_000_000);
    let before = memory("VmRSS:");
    fs::write("/proc/self/clear_refs", "5").expect("the peak is forgotten");
    let document = extractor.extract(&text);
    let peak = memory("VmHWM:").saturating_sub(before);
    drop(document);
    peak as f64 / text.len() as f64
}

/// The figure that a test prints in a process of its own, so that nothing uses memory that something else left.
fn figure(test: &str, name: &str) -> f64 {
    let mut own = Command::new(std::env::current_exe().expect("this program"));
    let output = own.args([test, "--exact", "--nocapture"]).env(PIECE, name).output().expect("it runs");
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    told.lines().find_map(|l| l.parse().ok()).unwrap_or_else(|| panic!("{name}: no figure in {told}"))
}

#[test]
fn memory_is_a_multiple_of_the_text() {
    if let Ok(name) = std::env::var(PIECE) {
        println!("\n{}", measured(&name));
        return;
    }
    for (name, _) in hostile() {
        let bytes = figure("memory_is_a_multiple_of_the_text", name);
        println!("{name}: {bytes:.1} bytes for a byte of text");
        assert!(bytes <= MEMORY, "{name}: {bytes} bytes for a byte of text");
    }
}

/// Most bytes that an extractor with the built-in tables holds; the README says so.
const EXTRACTOR: f64 = 30e6;

#[test]
fn memory_of_an_extractor() {
    if std::env::var(PIECE).is_ok() {
        let before = memory("VmRSS:");
        let extractor = Extractor::new();
        println!("\n{}", memory("VmRSS:").saturating_sub(before));
        drop(extractor);
        return;
    }
    let bytes = figure("memory_of_an_extractor", "extractor");
    println!("{bytes} bytes");
    assert!(bytes > 1e6 && bytes <= EXTRACTOR, "{bytes} bytes");
}
