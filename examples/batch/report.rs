//! What people see on standard error: the bar, what was skipped, the summary.

use std::io::{self, IsTerminal};
use std::ops::AddAssign;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::support::complain;

/// What was read and found.
#[derive(Clone, Copy, Default)]
pub struct Counts {
    pub articles: u64,
    pub visits: u64,
    pub agreements: u64,
    /// Of JSON lines and article files, after decompression.
    pub bytes: u64,
}

impl AddAssign for Counts {
    fn add_assign(&mut self, more: Counts) {
        self.articles += more.articles;
        self.visits += more.visits;
        self.agreements += more.agreements;
        self.bytes += more.bytes;
    }
}

/// Shared by the thread that reads and the one that writes.
pub struct Report {
    /// How far the files are read, in their bytes.
    pub bar: ProgressBar,
    skipped: AtomicU64,
    begun: Instant,
}

impl Report {
    pub fn new() -> Report {
        Report { bar: ProgressBar::hidden(), skipped: AtomicU64::new(0), begun: Instant::now() }
    }

    /// Shows the bar, if standard error is a terminal on which no lines of output come as well.
    pub fn show(&self, sources: &[PathBuf], to_file: bool) {
        let length = |path: &PathBuf| match std::fs::metadata(path) {
            Ok(about) => about.is_file().then_some(about.len()),
            Err(_) => (path.as_os_str() != "-").then_some(0),
        };
        let total = sources.iter().map(length).sum::<Option<u64>>();
        let look = if total.is_some() { "{wide_bar} {percent}% {msg}, {eta} left" } else { "{spinner} {bytes} {msg}" };
        self.bar.set_style(ProgressStyle::with_template(look).unwrap_or_else(|_| ProgressStyle::default_bar()));
        self.bar.set_length(total.unwrap_or_default());
        if to_file || !io::stdout().is_terminal() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Tells what was skipped and counts it.
    pub fn skip(&self, fault: &str) {
        self.skipped.fetch_add(1, Ordering::Relaxed);
        self.bar.suspend(|| complain(fault));
    }

    pub fn skipped(&self) -> u64 {
        self.skipped.load(Ordering::Relaxed)
    }

    pub fn progress(&self, counts: &Counts) {
        if !self.bar.is_hidden() {
            let rate = counts.articles as f64 / self.seconds();
            self.bar.set_message(format!("{} articles, {rate:.0}/s", counts.articles));
        }
    }

    pub fn summary(&self, counts: &Counts, done_before: u64) {
        let Counts { articles, visits, agreements, bytes } = counts;
        let (skipped, seconds) = (self.skipped(), self.seconds());
        let before = if done_before > 0 { format!(" ({done_before} done before)") } else { String::new() };
        let rate = *bytes as f64 / 1e6 / seconds;
        complain(format_args!(
            "{articles} articles{before}, {visits} visits, {agreements} agreements, {skipped} skipped, {bytes} bytes, {seconds:.1} s, {rate:.1} MB/s"
        ));
    }

    fn seconds(&self) -> f64 {
        self.begun.elapsed().as_secs_f64().max(1e-9)
    }
}
