//! The articles of a folder; a file of its own because not every example reads folders.

use std::io;
use std::path::{Path, PathBuf};

/// The `.txt` files of a folder, in name order; a folder without any is a fault.
pub fn articles_of(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut files = entries.map_err(|e| format!("{}: {e}", folder.display()))?;
    files.retain(|f| f.extension().is_some_and(|e| e.eq_ignore_ascii_case("txt")) && !f.is_dir());
    if files.is_empty() {
        return Err(format!("{}: no .txt file in this folder", folder.display()));
    }
    files.sort();
    Ok(files)
}
