//! What all examples need: reading one article, complaining, and the exit code.

use std::fmt::Display;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

/// The text of one article: a file, or standard input for `-`.
pub fn read_article(path: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        std::fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(|e| format!("{}: {e}", path.display()))?;
    String::from_utf8(bytes).map_err(|e| format!("{}: not UTF-8 (first wrong byte at {})", path.display(), e.utf8_error().valid_up_to()))
}

/// One line on standard error, if there is one to write to.
pub fn complain(what: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{what}");
}

/// 0 if everything went well, else 1. A reader of standard output who has gone away ends the run, but is no fault.
pub fn exit_code(written: io::Result<()>, all_read: bool) -> ExitCode {
    let all_written = match written {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            complain(format_args!("standard output: {e}"));
            false
        }
        _ => true,
    };
    if all_read && all_written { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
