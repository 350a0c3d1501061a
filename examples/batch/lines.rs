//! Lines of a file, however long: only so much of a line as is wanted is held in memory.

use std::io::{self, BufRead, ErrorKind};

/// What is known of a line that was read.
pub struct Line {
    /// Its bytes, without the line feed; those held may be fewer.
    pub length: u64,
    /// A line feed ends it; only the last line of a file may lack it.
    pub whole: bool,
}

/// Reads the next line into `held`, which is emptied before and gets at most `most` bytes of it. `None` at the end of the file.
pub fn read_line(file: &mut impl BufRead, held: &mut Vec<u8>, most: usize) -> io::Result<Option<Line>> {
    held.clear();
    let mut line = Line { length: 0, whole: false };
    loop {
        let bytes = match file.fill_buf() {
            Ok([]) => return Ok((line.length > 0).then_some(line)),
            Ok(bytes) => bytes,
            Err(e) if e.kind() == ErrorKind::Interrupted => continue,
            Err(e) => return Err(e),
        };
        let end = bytes.iter().position(|b| *b == b'\n');
        let part = &bytes[..end.unwrap_or(bytes.len())];
        held.extend_from_slice(&part[..part.len().min(most - held.len())]);
        line.length += part.len() as u64;
        let used = part.len() + usize::from(end.is_some());
        file.consume(used);
        if end.is_some() {
            line.whole = true;
            return Ok(Some(line));
        }
    }
}
