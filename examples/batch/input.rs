//! The articles of files, folders and standard input, one after the other, as a stream.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use flate2::bufread::MultiGzDecoder;

use crate::article::Article;
use crate::folder::articles_of;
use crate::frames::{self, Frames};
use crate::lines::read_line;
use crate::report::Report;
use crate::support::not_utf8;

/// The longest line or article file that is read, in bytes. News is a thousand times shorter; what is longer is no article, and
/// reading it takes some twenty times its length of memory.
pub const MOST_BYTES: usize = 4_000_000;

const ENDINGS: &[&str] = &[".txt", ".txt.gz", ".txt.zst", ".jsonl", ".jsonl.gz", ".jsonl.zst"];

/// What gzip files begin with.
const GZIP: &[u8] = &[0x1f, 0x8b];

/// One article, and how many bytes of input it took.
pub struct Item {
    pub article: Article,
    pub bytes: u64,
}

/// The files to read, in order. The output is none of them, for it may stand in a folder that is read.
pub fn sources(paths: &[PathBuf], output: Option<&Path>, report: &Report) -> Vec<PathBuf> {
    let mut sources = Vec::new();
    for path in paths {
        if !path.is_dir() {
            sources.push(path.clone());
            continue;
        }
        match articles_of(path, ENDINGS) {
            Ok(files) => sources.extend(files),
            Err(fault) => report.skip(&fault),
        }
    }
    if let Some(output) = output {
        let place = output.canonicalize().ok();
        let is_output = |path: &Path| path.file_name() == output.file_name() && place.is_some() && path.canonicalize().ok() == place;
        sources.retain(|path| !is_output(path));
    }
    sources
}

/// The articles of all sources. What cannot be read is told, counted and passed over.
pub struct Input {
    sources: std::vec::IntoIter<PathBuf>,
    lines: Option<Lines>,
    report: Arc<Report>,
}

impl Input {
    pub fn new(sources: Vec<PathBuf>, report: Arc<Report>) -> Input {
        Input { sources: sources.into_iter(), lines: None, report }
    }

    /// The article of a text file, or none yet of a file of JSON lines, which is the next to be read.
    fn source(&mut self, path: &Path) -> Result<Option<Item>, String> {
        let fault = |what: String| format!("{}: {what}", path.display());
        let file = open(path, &self.report).map_err(|e| fault(e.to_string()))?;
        let plain = if ends(path, &["gz", "zst"]) { path.with_extension("") } else { path.to_owned() };
        if path.as_os_str() == "-" || ends(&plain, &["jsonl"]) {
            self.lines = Some(Lines { name: path.display().to_string(), file, number: 0, held: Vec::new() });
            return Ok(None);
        }
        let text = read_text(file).map_err(fault)?;
        let bytes = text.len() as u64;
        Ok(Some(Item { article: Article::of_file(&plain, text), bytes }))
    }
}

impl Iterator for Input {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        loop {
            let read = match self.lines.as_mut().map(Lines::next) {
                Some(Some(Ok(item))) => Ok(Some(item)),
                Some(Some(Err(Fault::Line(fault)))) => Err(fault),
                Some(Some(Err(Fault::File(fault)))) => {
                    self.lines = None;
                    Err(fault)
                }
                Some(None) | None => {
                    self.lines = None;
                    let path = self.sources.next()?;
                    self.source(&path)
                }
            };
            match read {
                Ok(Some(item)) => return Some(item),
                Ok(None) => {}
                Err(fault) => self.report.skip(&fault),
            }
        }
    }
}

/// The file ends in one of `endings`, in whatever case.
fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|e| endings.iter().any(|ending| e.eq_ignore_ascii_case(ending)))
}

/// The file, decompressed if its name or its beginning says so.
fn open(path: &Path, report: &Report) -> io::Result<Box<dyn BufRead + Send>> {
    let file: Box<dyn Read + Send> = if path.as_os_str() == "-" { Box::new(io::stdin()) } else { Box::new(File::open(path)?) };
    let mut file = BufReader::new(report.bar.wrap_read(file));
    let beginning = file.fill_buf()?;
    Ok(if ends(path, &["gz"]) || beginning.starts_with(GZIP) {
        Box::new(BufReader::new(MultiGzDecoder::new(file)))
    } else if ends(path, &["zst"]) || beginning.starts_with(frames::MAGIC) {
        Box::new(BufReader::new(Frames::new(file)?))
    } else {
        Box::new(file)
    })
}

fn read_text(file: impl Read) -> Result<String, String> {
    let mut bytes = Vec::new();
    file.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes).map_err(|e| e.to_string())?;
    if bytes.len() > MOST_BYTES {
        return Err(too_long());
    }
    String::from_utf8(bytes).map_err(|e| not_utf8(&e.utf8_error()))
}

fn too_long() -> String {
    format!("longer than {} MB", MOST_BYTES / 1_000_000)
}

/// The articles of a file of JSON lines.
struct Lines {
    name: String,
    file: Box<dyn BufRead + Send>,
    /// Lines read.
    number: u64,
    held: Vec<u8>,
}

/// What cannot be read: a line, or the file from here on.
enum Fault {
    Line(String),
    File(String),
}

impl Lines {
    fn next(&mut self) -> Option<Result<Item, Fault>> {
        loop {
            self.number += 1;
            let place = |what: String| format!("{}:{}: {what}", self.name, self.number);
            let bytes = match read_line(&mut self.file, &mut self.held, MOST_BYTES) {
                Ok(line) => line?.length,
                Err(e) => return Some(Err(Fault::File(place(e.to_string())))),
            };
            if bytes > MOST_BYTES as u64 {
                return Some(Err(Fault::Line(place(too_long()))));
            }
            match Article::of_line(&self.held) {
                Ok(Some(article)) => return Some(Ok(Item { article, bytes })),
                Ok(None) => {}
                Err(fault) => return Some(Err(Fault::Line(place(fault)))),
            }
        }
    }
}
