//! Where the lines go, and where an interrupted run stopped.

use std::fs::{File, OpenOptions};
use std::io::{self, BufReader, Seek, SeekFrom, Write};
use std::iter::Peekable;
use std::path::Path;

use crate::article::Article;
use crate::input::{self, Item};
use crate::lines::read_line;

/// So much of an earlier line is held in memory and compared.
const MOST_BYTES: usize = 4 * input::MOST_BYTES;

/// Why a run ends early.
pub enum Stop {
    /// The command line asks for what would do harm; nothing was written.
    Refused(String),
    /// Reading or writing the output failed.
    Failed(io::Error),
}

impl From<io::Error> for Stop {
    fn from(e: io::Error) -> Stop {
        Stop::Failed(e)
    }
}

/// Standard output or a file.
pub enum Output {
    Standard(io::Stdout),
    File { file: File, name: String },
}

impl Output {
    /// Opens the output, which must be new or empty unless a run goes on with it.
    pub fn open(path: Option<&Path>, resume: bool) -> Result<Output, Stop> {
        let Some(path) = path else { return Ok(Output::Standard(io::stdout())) };
        let name = path.display().to_string();
        let file = OpenOptions::new().read(resume).write(true).create(true).truncate(false).open(path)?;
        let about = file.metadata()?;
        if resume && !about.is_file() {
            return Err(Stop::Refused(format!("{name}: no file that a run could go on with")));
        }
        if !resume && about.is_file() && about.len() > 0 {
            return Err(Stop::Refused(format!("{name}: exists; go on with it by --resume, or remove it")));
        }
        Ok(Output::File { file, name })
    }

    /// Passes over the articles whose lines the output has, and cuts off a line that is not whole. Tells how many are done.
    ///
    /// The lines must be those that a run would write: the id of each is compared, and all of the last, which `line` gives.
    pub fn go_on(
        &mut self,
        articles: &mut Peekable<impl Iterator<Item = Item>>,
        line: impl Fn(&Article) -> io::Result<Vec<u8>>,
    ) -> Result<u64, Stop> {
        let Output::File { file, name } = self else { return Ok(0) };
        let mut lines = BufReader::new(&*file);
        let (mut held, mut last, mut done, mut whole) = (Vec::new(), None, 0, 0);
        while let Some(read) = read_line(&mut lines, &mut held, MOST_BYTES)? {
            let other = |why: &str| Stop::Refused(format!("{name}:{}: not the output of this input: {why}", done + 1));
            let article = &articles.peek().ok_or_else(|| other("the input has no further article"))?.article;
            if !begins(&held, &article.id, read.whole) {
                return Err(other(&format!("the article here is {:?}", article.id)));
            }
            if !read.whole {
                break;
            }
            done += 1;
            whole += read.length + 1;
            last = articles.next().map(|item| (item.article, read.length, std::mem::take(&mut held)));
        }
        if let Some((article, length, held)) = last {
            let now = line(&article)?;
            if now.len() as u64 != length + 1 || !now.starts_with(&held) {
                return Err(Stop::Refused(format!(
                    "{name}:{done}: the line of {:?} would be another now: other options, another text or another version",
                    article.id
                )));
            }
        }
        file.set_len(whole)?;
        file.seek(SeekFrom::Start(whole))?;
        Ok(done)
    }

    /// Makes sure of what was written.
    pub fn finish(&mut self) -> io::Result<()> {
        match self {
            Output::File { file, .. } if file.metadata()?.is_file() => file.sync_all(),
            _ => self.flush(),
        }
    }
}

/// The line begins as that of the article with this `id`, or, if it is not whole, as far as it goes.
fn begins(line: &[u8], id: &str, whole: bool) -> bool {
    let head = format!("{{\"id\":{},", serde_json::Value::from(id));
    line.starts_with(head.as_bytes()) || !whole && head.as_bytes().starts_with(line)
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Output::Standard(out) => out.write(bytes),
            Output::File { file, .. } => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Output::Standard(out) => out.flush(),
            Output::File { file, .. } => file.flush(),
        }
    }
}
