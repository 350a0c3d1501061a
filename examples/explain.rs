//! Shows how one article was read, storey by storey: tokens, mentions, rules that fired, events with their evidence.
//!
//! ```text
//! cargo run --example explain -- examples/articles/ARTICLE.txt
//! cargo run --example explain -- examples/articles/ARTICLE.txt --rule visit/received-by
//! ```

#[path = "support/read.rs"]
mod read;
mod support;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use kunker::{Attempt, Evidence, Explanation, Extractor, Mention, Slot};
use read::read_article;
use support::{complain, exit_code};

const AFTER_HELP: &str = "\
Examples:
  explain examples/articles/ARTICLE.txt
  explain examples/articles/ARTICLE.txt --rule visit/received-by";

/// Show how an article was read: sentences, mentions, rules that fired, events
#[derive(Parser)]
#[command(name = "explain", after_help = AFTER_HELP)]
struct Args {
    /// The article: a UTF-8 text file, or - for standard input
    path: PathBuf,
    /// Show only how far this rule got at each of its triggers
    #[arg(long, value_name = "NAME")]
    rule: Option<String>,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let text = match read_article(&args.path) {
        Ok(text) => text,
        Err(fault) => {
            complain(fault);
            return ExitCode::FAILURE;
        }
    };
    let extractor = Extractor::new();
    let mut out = BufWriter::new(io::stdout().lock());
    let written = match &args.rule {
        None => explanation(&mut out, &text, &extractor.explain(&text)),
        Some(rule) => match extractor.trace(&text, rule) {
            Some(attempts) => trace(&mut out, &text, rule, &attempts),
            None => {
                complain(format_args!("no rule {rule:?}; near it: {}", near(rule, &extractor.rule_names()).join(", ")));
                return ExitCode::FAILURE;
            }
        },
    };
    let code = exit_code(written.and_then(|()| out.flush()), "standard output", true);
    // What is still buffered has nowhere to go: without this, dropping the writer would try once more.
    let _ = out.into_parts();
    code
}

/// The five names most like `rule`, best first.
fn near<'a>(rule: &str, names: &[&'a str]) -> Vec<&'a str> {
    let mut names = names.to_vec();
    names.sort_by(|a, b| strsim::jaro_winkler(rule, b).total_cmp(&strsim::jaro_winkler(rule, a)));
    names.truncate(5);
    names
}

fn trace(out: &mut impl Write, text: &str, rule: &str, attempts: &[Attempt]) -> io::Result<()> {
    if attempts.is_empty() {
        writeln!(out, "{rule}: its trigger is not in this article")?;
    }
    for attempt in attempts {
        let fired = if attempt.fired { ", fired" } else { "" };
        let Attempt { span, reached, atoms, .. } = attempt;
        writeln!(out, "{rule} at {}..{} {:?}: reached {reached} of {atoms} atoms{fired}", span.start, span.end, span.of(text))?;
    }
    Ok(())
}

fn explanation(out: &mut impl Write, text: &str, explanation: &Explanation) -> io::Result<()> {
    writeln!(out, "sentences")?;
    for sentence in &explanation.sentences {
        let tokens: Vec<&str> = explanation.tokens.iter().filter(|t| sentence.span.covers(**t)).map(|t| t.of(text)).collect();
        writeln!(out, "  {:9} {}", sentence.zone.as_str(), tokens.join(" · "))?;
    }
    writeln!(out, "\nmentions")?;
    for mention in &explanation.mentions {
        writeln!(out, "  {:9} {:?}{}", mention.kind.as_str(), mention.text, resolved(mention))?;
    }
    writeln!(out, "\nfirings")?;
    for firing in &explanation.firings {
        writeln!(out, "  {} {:?}", firing.rule, firing.span.of(text))?;
        for fill in &firing.fills {
            writeln!(out, "    {} = {:?}", fill.slot, fill.span.of(text))?;
        }
    }
    writeln!(out, "\nevents")?;
    for visit in &explanation.document.visits {
        writeln!(out, "  visit: {visit}")?;
        evidence(out, &visit.evidence)?;
    }
    for agreement in &explanation.document.agreements {
        writeln!(out, "  agreement: {agreement}")?;
        evidence(out, &agreement.evidence)?;
    }
    for conflict in &explanation.document.conflicts {
        writeln!(out, "  conflict: {}: {:?}", conflict.kind, conflict.text)?;
    }
    Ok(())
}

/// What a mention was resolved to: " region=Kota Batu [35.79] title=Bupati".
fn resolved(mention: &Mention) -> String {
    let values = [
        ("region", mention.region.as_ref().map(|r| format!("{} [{}]", r.name, r.code))),
        ("title", mention.title.as_ref().map(ToString::to_string)),
        ("name", mention.name.clone()),
        ("date", mention.date.map(|d| d.to_string())),
        ("number", mention.number.map(|n| n.to_string())),
    ];
    values.into_iter().filter_map(|(key, value)| value.map(|v| format!(" {key}={v}"))).collect()
}

/// The proofs, slot by slot; `[1]` is the second value of a slot.
fn evidence(out: &mut impl Write, evidence: &Evidence) -> io::Result<()> {
    for slot in Slot::ALL {
        for proof in evidence.of(*slot) {
            writeln!(out, "    {slot}[{}] {:?} ({})", proof.item, proof.text, proof.rule)?;
        }
    }
    Ok(())
}
