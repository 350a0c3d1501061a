//! Reads an archive of articles, on all processors and in bounded memory, and writes their visits and agreements as JSON lines.
//!
//! ```text
//! cargo run --release --example batch -- --output documents.jsonl archive.jsonl.zst
//! cargo run --release --example batch -- --output documents.jsonl --resume archive.jsonl.zst
//! ```
//!
//! One thread reads and parses (`input`), the workers extract, and the main thread writes what they give back in the order of
//! the input (`work`). What is skipped is decided by reading alone, never by a worker. So a run that goes on with an earlier one
//! (`output`) reads the input from its beginning, without extracting, and finds the same articles in the same places: as many as
//! the output has whole lines are done, and each must have the id of its line.

#[path = "../support/article.rs"]
mod article;
#[path = "../support/folder.rs"]
mod folder;
mod frames;
mod input;
mod lines;
mod output;
mod report;
#[path = "../support/mod.rs"]
mod support;
mod work;

use std::io;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser;
use input::{Input, sources};
use kunker::{Date, Extractor};
use output::{Output, Stop};
use rayon::ThreadPoolBuilder;
use report::Report;
use support::{complain, exit_code};
use work::{Work, write_all};

const AFTER_HELP: &str = "\
Input: .jsonl files with {\"id\", \"text\", \"published\"?, ...} a line, article files, any of them as .gz or .zst, folders of .txt and
.jsonl files (and their .gz and .zst), or - for JSON lines from standard input. A line or an article file may be 4 MB long.
What cannot be read is told with file and line on standard error, and skipped.

Examples:
  batch --output documents.jsonl archive.jsonl.zst
  batch --output documents.jsonl --resume archive.jsonl.zst
  zcat archive/*.jsonl.gz | batch - > documents.jsonl

Exit code: 0, or 1 if something was skipped or could not be read or written, or 2 for a wrong command line: also if the output
exists and --resume is not given, or --resume is given and the output is not that of this input.";

/// Read an archive of Indonesian government news, write its visits and agreements as JSON lines in the order of the input
#[derive(Parser)]
#[command(name = "batch", after_help = AFTER_HELP)]
struct Args {
    /// Where the lines go; without it, to standard output
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Go on where an interrupted run with the same input and options stopped; a cut last line is written anew
    #[arg(long, requires = "output")]
    resume: bool,
    /// Articles read at the same time; without it, as many as there are processors
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
    /// Day of publication; the one of a .jsonl line goes before it
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Files, folders, or - for JSON lines from standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let name = args.output.as_ref().map_or("standard output".to_owned(), |path| path.display().to_string());
    let (written, all_read) = match run(&args) {
        Ok(all_read) => (Ok(()), all_read),
        Err(Stop::Failed(e)) => (Err(e), true),
        Err(Stop::Refused(why)) => {
            complain(why);
            return ExitCode::from(2);
        }
    };
    exit_code(written, &name, all_read)
}

/// Whether everything was read, or why not everything was written.
fn run(args: &Args) -> Result<bool, Stop> {
    let report = Arc::new(Report::new());
    let sources = sources(&args.paths, args.output.as_deref(), &report);
    report.show(&sources, args.output.is_some());
    let work = Work { extractor: Extractor::new(), published: args.published };
    let mut articles = Input::new(sources, Arc::clone(&report)).peekable();
    let mut output = Output::open(args.output.as_deref(), args.resume)?;
    let done_before = if args.resume { output.go_on(&mut articles, |article| work.line(article))? } else { 0 };
    let workers = ThreadPoolBuilder::new().num_threads(args.threads.map_or(0, NonZeroUsize::get)).build().map_err(io::Error::other)?;
    let (counts, written) = write_all(articles, work, workers, &mut output, &report);
    let written = written.and_then(|()| output.finish());
    report.bar.finish_and_clear();
    // A reader who has gone away does not want to know.
    if !matches!(&written, Err(e) if e.kind() == io::ErrorKind::BrokenPipe) {
        report.summary(&counts, done_before);
    }
    written?;
    Ok(report.skipped() == 0)
}
