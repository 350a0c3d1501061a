//! Reads articles and prints the visits and agreements in them: for people, or as JSON lines.
//!
//! ```text
//! cargo run --release --example extract -- examples/articles
//! cargo run --release --example extract -- --jsonl examples/articles > documents.jsonl
//! ```

#[path = "support/article.rs"]
mod article;
#[path = "support/folder.rs"]
mod folder;
#[path = "support/read.rs"]
mod read;
mod support;

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use article::Article;
use clap::Parser;
use folder::articles_of;
use kunker::{Date, Document, Evidence, Extractor, Mention};
use read::read_article;
use support::{complain, exit_code};

const AFTER_HELP: &str = "\
Examples:
  extract examples/articles
  extract --jsonl --published 2018-12-07 article.txt
  extract - < article.txt

Exit code: 0, or 1 if something could not be read or written, or 2 for a wrong command line.";

/// Print the visits and agreements that Indonesian government news tells of
#[derive(Parser)]
#[command(name = "extract", after_help = AFTER_HELP)]
struct Args {
    /// One JSON document a line instead of the readable summary
    #[arg(long)]
    jsonl: bool,
    /// The mentions (regions, officials, dates ...) as well
    #[arg(long)]
    mentions: bool,
    /// Day of publication; the one of a .jsonl line goes before it
    #[arg(long, value_name = "YYYY-MM-DD")]
    published: Option<Date>,
    /// Article files, folders of .txt files, .jsonl files with {"id", "text", "published"?, ...} a line, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut run = Run { out: BufWriter::new(io::stdout().lock()), extractor: Extractor::new(), all_read: true, args: &args };
    let written = args.paths.iter().try_for_each(|path| run.path(path)).and_then(|()| run.out.flush());
    let code = exit_code(written, "standard output", run.all_read);
    // What is still buffered has nowhere to go: without this, dropping the writer would try once more.
    let _ = run.out.into_parts();
    code
}

/// The state of one run. Its methods fail only if standard output does; what cannot be read is reported and passed over.
struct Run<'a, W: Write> {
    out: BufWriter<W>,
    extractor: Extractor,
    all_read: bool,
    args: &'a Args,
}

impl<W: Write> Run<'_, W> {
    fn fault(&mut self, what: String) -> io::Result<()> {
        self.all_read = false;
        complain(what);
        Ok(())
    }

    fn path(&mut self, path: &Path) -> io::Result<()> {
        if path.is_dir() {
            self.folder(path)
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case("jsonl")) {
            self.json_lines(path)
        } else {
            self.file(path)
        }
    }

    fn folder(&mut self, path: &Path) -> io::Result<()> {
        match articles_of(path, &[".txt"]) {
            Ok(files) => files.iter().try_for_each(|file| self.file(file)),
            Err(fault) => self.fault(fault),
        }
    }

    fn file(&mut self, path: &Path) -> io::Result<()> {
        match read_article(path) {
            Ok(text) => self.article(&Article::of_file(path, text)),
            Err(fault) => self.fault(fault),
        }
    }

    fn json_lines(&mut self, path: &Path) -> io::Result<()> {
        let mut file = match File::open(path) {
            Ok(file) => BufReader::new(file),
            Err(e) => return self.fault(format!("{}: {e}", path.display())),
        };
        let mut bytes = Vec::new();
        for number in 1.. {
            bytes.clear();
            match file.read_until(b'\n', &mut bytes) {
                Ok(0) => break,
                Ok(_) => {}
                Err(e) => return self.fault(format!("{}:{number}: {e}", path.display())),
            }
            match Article::of_line(&bytes) {
                Ok(Some(article)) => self.article(&article)?,
                Ok(None) => {}
                Err(fault) => self.fault(format!("{}:{number}: {fault}", path.display()))?,
            }
        }
        Ok(())
    }

    fn article(&mut self, article: &Article) -> io::Result<()> {
        let document = self.extractor.extract_with(&article.text, &article.context(self.args.published));
        let mentions = self.args.mentions.then(|| self.extractor.mentions(&article.text));
        if self.args.jsonl {
            article.write_line(&document, mentions.as_deref(), &mut self.out)
        } else {
            summary(&mut self.out, &article.id, &document, mentions.as_deref().unwrap_or_default())
        }
    }
}

fn summary(out: &mut impl Write, id: &str, document: &Document, mentions: &[Mention]) -> io::Result<()> {
    writeln!(out, "{id}")?;
    for visit in &document.visits {
        writeln!(out, "  visit: {visit}")?;
        evidence(out, &visit.evidence)?;
    }
    for agreement in &document.agreements {
        writeln!(out, "  agreement: {agreement}")?;
        evidence(out, &agreement.evidence)?;
    }
    if document.visits.is_empty() && document.agreements.is_empty() {
        writeln!(out, "  no visit, no agreement")?;
    }
    for conflict in &document.conflicts {
        writeln!(out, "  conflict: {}: {:?}", conflict.kind, conflict.text)?;
    }
    for mention in mentions {
        writeln!(out, "  mention: {}: {:?}", mention.kind.as_str(), mention.text)?;
    }
    writeln!(out)
}

fn evidence(out: &mut impl Write, evidence: &Evidence) -> io::Result<()> {
    evidence.proofs.iter().try_for_each(|proof| writeln!(out, "    {}: {:?} ({})", proof.slot, proof.text, proof.rule))
}
