//! Reading one article as a whole; a file of its own because the archive's example reads in pieces.

use std::io::{self, Read};
use std::path::Path;

use crate::support::not_utf8;

/// The text of one article: a file, or standard input for `-`.
pub fn read_article(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|e| format!("{}: {e}", path.display()))?;
    String::from_utf8(bytes).map_err(|e| format!("{}: {}", path.display(), not_utf8(&e.utf8_error())))
}
