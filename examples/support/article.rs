//! An article of a text file or of a JSON line, and its line of output.

use std::io::{self, Write};
use std::path::Path;

use kunker::{Context, Date, Document, Mention};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::support::not_utf8;

/// One article to read. Of a JSON line, the fields that we do not know come back under "meta".
#[derive(Deserialize)]
pub struct Article {
    pub id: String,
    pub text: String,
    #[serde(default)]
    published: Option<Date>,
    #[serde(flatten)]
    meta: Map<String, Value>,
}

/// One line of output.
#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    #[serde(flatten)]
    document: &'a Document,
    #[serde(skip_serializing_if = "Map::is_empty")]
    meta: &'a Map<String, Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mentions: Option<&'a [Mention]>,
}

impl Article {
    /// The article of a text file; its id is the name of the file without its ending.
    pub fn of_file(path: &Path, text: String) -> Article {
        let id = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Article { id, text, published: None, meta: Map::new() }
    }

    /// The article of a JSON line, or what is wrong with the line; a blank line has none.
    pub fn of_line(line: &[u8]) -> Result<Option<Article>, String> {
        let line = std::str::from_utf8(line).map_err(|e| not_utf8(&e))?;
        let line = line.strip_prefix('\u{feff}').unwrap_or(line).trim_ascii();
        if line.is_empty() {
            return Ok(None);
        }
        serde_json::from_str(line).map(Some).map_err(|e| without_line(&e))
    }

    /// What is known about it; `published` is the day of those that do not tell theirs.
    pub fn context(&self, published: Option<Date>) -> Context {
        self.published.or(published).map_or_else(Context::new, |day| Context::new().published(day))
    }

    /// Writes its line of output.
    pub fn write_line(&self, document: &Document, mentions: Option<&[Mention]>, mut out: impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut out, &Line { id: &self.id, document, meta: &self.meta, mentions })?;
        out.write_all(b"\n")
    }
}

/// The message of a JSON fault without its own "at line 1": the caller tells the line of the file.
fn without_line(e: &serde_json::Error) -> String {
    let message = e.to_string();
    message.split(" at line ").next().unwrap_or(&message).to_owned()
}
