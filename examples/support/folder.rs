//! The articles of a folder; a file of its own because not every example reads folders.

use std::io;
use std::path::{Path, PathBuf};

/// The files of a folder whose names end in one of `endings` (".txt" ...), in name order; a folder without any is a fault.
pub fn articles_of(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).and_then(|entries| entries.map(|e| e.map(|e| e.path())).collect::<io::Result<Vec<_>>>());
    let mut files = entries.map_err(|e| format!("{}: {e}", folder.display()))?;
    files.retain(|file| {
        let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        endings.iter().any(|ending| name.ends_with(ending)) && !file.is_dir()
    });
    if files.is_empty() {
        return Err(format!("{}: no {} file in this folder", folder.display(), endings.join(" or ")));
    }
    files.sort();
    Ok(files)
}
