//! What all examples need: complaining, and the exit code.

use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;
use std::str::Utf8Error;

/// What is wrong with bytes that should be text.
pub fn not_utf8(fault: &Utf8Error) -> String {
    format!("not UTF-8 (first wrong byte at {})", fault.valid_up_to())
}

/// One line on standard error, if there is one to write to.
pub fn complain(what: impl Display) {
    let _ = writeln!(io::stderr().lock(), "{what}");
}

/// 0 if everything went well, else 1. `out` is what was written to. A reader of it who has gone away ends the run, but is no fault.
pub fn exit_code(written: io::Result<()>, out: &str, all_read: bool) -> ExitCode {
    let all_written = match written {
        Err(e) if e.kind() != io::ErrorKind::BrokenPipe => {
            complain(format_args!("{out}: {e}"));
            false
        }
        _ => true,
    };
    if all_read && all_written { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
