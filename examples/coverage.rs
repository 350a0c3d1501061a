//! Reads articles and prints which rules fired, how often what they say agrees with the annotation beside an article, and
//! which words of the tables were in no article.
//!
//! ```text
//! cargo run --release --example coverage -- tests/corpus
//! cargo run --release --example coverage -- --json tests/corpus > coverage.json
//! ```
//!
//! For each rule five counts:
//!
//! - `fired`: places where its pattern matched.
//! - `used`: proofs in the documents that name it. A firing may fill several slots, and the event storey may drop what a rule
//!   proposes; it keeps at most four proofs of a value.
//! - `shared`: proofs that name another rule or step, but have the slot and the words that this rule filled too. Of several
//!   rules that say the same from the same words the document names one.
//! - `judged`: those of the proofs of both that stand in an article with an annotation (`NAME.json` beside `NAME.txt`, in the
//!   form of `tests/corpus`).
//! - `right`: those of the judged whose value some annotated event of the same sort (visit or agreement) has in the same
//!   slot, compared as the scorer of the tests compares: regions by code, bodies by their telling words, people by name or, if
//!   the annotation names none, by title, days by first and last day, places by half of their words.
//!
//! What a rule says in a helper slot (`beside`, `with`, `absent`, `present`) is judged in the slot of the role that it leads to;
//! where it leads to none, it is not judged, for no annotation has helper slots.

#[path = "support/folder.rs"]
mod folder;
#[path = "support/read.rs"]
mod read;
#[path = "../tests/scorer/slots.rs"]
mod slots;
mod support;
#[path = "support/tally.rs"]
mod tally;

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use folder::articles_of;
use kunker::Extractor;
use read::read_article;
use support::{complain, exit_code};
use tally::{Class, Counts, Tally, annotation_of};

const AFTER_HELP: &str = "\
fired: places where the rule's pattern matched
used: proofs in the documents that name the rule
shared: proofs that name another for a slot and words that the rule filled too
judged: those of both in an article NAME.txt with an annotation NAME.json beside it
right: those of the judged whose value the annotation has in that slot

Examples:
  coverage tests/corpus
  coverage --wrong tests/corpus
  coverage --json examples/articles article.txt

Exit code: 0, or 1 if something could not be read or written, or 2 for a wrong command line.";

/// The unseen values of a class with more values than this are counted, not listed.
const MOST_LISTED: usize = 150;

/// Print which rules fired and were right, and which words of the tables were in no article
#[derive(Parser)]
#[command(name = "coverage", after_help = AFTER_HELP)]
struct Args {
    /// One JSON object instead of the readable tables; it lists every wrong proof and every unseen value
    #[arg(long)]
    json: bool,
    /// Below each rule the proofs that are not right
    #[arg(long)]
    wrong: bool,
    /// Article files, folders of .txt files, or - for standard input
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let extractor = Extractor::new();
    let mut run = Run { tally: Tally::new(&extractor), extractor, all_read: true };
    for path in &args.paths {
        run.path(path);
    }
    let mut out = BufWriter::new(io::stdout().lock());
    let written = if args.json { json(&mut out, &run.tally) } else { report(&mut out, &run.tally, args.wrong) };
    let code = exit_code(written.and_then(|()| out.flush()), "standard output", run.all_read);
    // What is still buffered has nowhere to go: without this, dropping the writer would try once more.
    let _ = out.into_parts();
    code
}

/// The state of one run; what cannot be read is reported and passed over.
struct Run {
    extractor: Extractor,
    tally: Tally,
    all_read: bool,
}

impl Run {
    fn fault(&mut self, what: String) {
        self.all_read = false;
        complain(what);
    }

    fn path(&mut self, path: &Path) {
        if !path.is_dir() {
            return self.file(path);
        }
        match articles_of(path, &[".txt"]) {
            Ok(files) => files.iter().for_each(|file| self.file(file)),
            Err(fault) => self.fault(fault),
        }
    }

    fn file(&mut self, path: &Path) {
        let text = match read_article(path) {
            Ok(text) => text,
            Err(fault) => return self.fault(fault),
        };
        // An article whose annotation cannot be read still says which rules fire.
        let annotation = annotation_of(path).unwrap_or_else(|fault| {
            self.fault(fault);
            None
        });
        let id = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        self.tally.article(&id, &self.extractor.explain(&text), annotation.as_ref());
    }
}

fn json(out: &mut impl Write, tally: &Tally) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, tally)?;
    writeln!(out)
}

fn report(out: &mut impl Write, tally: &Tally, wrong: bool) -> io::Result<()> {
    writeln!(out, "articles: {}, with an annotation: {}", tally.articles, tally.annotated)?;
    let (silent, fired): (Vec<_>, Vec<_>) = tally.rules.iter().partition(|(_, counts)| counts.fired == Some(0));
    writeln!(out, "\n{} of {} rules fired, worst first", fired.len(), tally.rules.len())?;
    table(out, fired, wrong)?;
    writeln!(out, "\n{} rules never fired", silent.len())?;
    for (name, _) in silent {
        writeln!(out, "  {name}")?;
    }
    writeln!(out, "\nreasoning steps that gave values without a rule, worst first")?;
    table(out, tally.steps.iter().collect(), wrong)?;
    classes(out, &tally.classes)
}

/// One line for each rule: the smallest share of right proofs first, those of which nothing was judged last.
fn table(out: &mut impl Write, mut rows: Vec<(&String, &Counts)>, wrong: bool) -> io::Result<()> {
    // Per mille, so that rules of the same rounded percentage are told apart; among equals the one with more to judge.
    rows.sort_by_key(|(_, c)| ((1000 * c.right).checked_div(c.judged).unwrap_or(usize::MAX), Reverse(c.judged)));
    writeln!(out, "  {:>6} {:>6} {:>6} {:>6} {:>6} {:>4}", "fired", "used", "shared", "judged", "right", "%")?;
    for (name, counts) in rows {
        let number = |n: Option<usize>| n.map_or_else(|| "-".to_owned(), |n| n.to_string());
        let (fired, percent) = (number(counts.fired), number(counts.percent()));
        let Counts { used, shared, judged, right, .. } = counts;
        writeln!(out, "  {fired:>6} {used:>6} {shared:>6} {judged:>6} {right:>6} {percent:>4}  {name}")?;
        for proof in counts.wrong.iter().filter(|_| wrong) {
            writeln!(out, "{:44}{}: {} {:?}", "", proof.article, proof.slot, proof.text)?;
        }
    }
    Ok(())
}

/// The values of the word tables that were in no article.
fn classes(out: &mut impl Write, classes: &BTreeMap<String, Class>) -> io::Result<()> {
    writeln!(out, "\nvalues of the word tables of which no phrase was in any article")?;
    for (name, class) in classes.iter().filter(|(_, class)| !class.unseen.is_empty()) {
        write!(out, "  {name}: {} of {} unseen", class.unseen.len(), class.values)?;
        if class.values <= MOST_LISTED {
            let values: Vec<&str> = class.unseen.iter().map(String::as_str).collect();
            write!(out, ": {}", values.join(" | "))?;
        }
        writeln!(out)?;
    }
    let seen: Vec<&str> = classes.iter().filter(|(_, class)| class.unseen.is_empty()).map(|(name, _)| name.as_str()).collect();
    writeln!(out, "  all seen: {}", if seen.is_empty() { "none".to_owned() } else { seen.join(", ") })
}
