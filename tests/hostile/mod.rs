//! Texts without end, made of pieces that ask for much work; also reading files of the crate.

use std::fs;
use std::path::Path;

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: impl AsRef<Path>) -> String {
    let path = path.as_ref();
    fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The pieces, each with a name.
pub fn hostile() -> Vec<(&'static str, String)> {
    let article = read(root().join("examples/articles/several-delegations.txt"));
    let pieces = [
        ("article", article.as_str()),
        ("letters", "a b "),
        ("one word", "a"),
        ("accents", "\u{301}"),
        ("brackets", "("),
        ("quotes", "\" "),
        ("stops", "A. "),
        ("lines", "Kudus\n"),
        ("figures", "1.000,"),
        ("days", "Rabu (6/12), "),
        ("regions", "Kudus, "),
        ("twins", "Bandung dan "),
        ("meanings", "Desa Karanganyar tamu "),
        ("officials", "Bupati Kudus Fulan Wijaya, "),
        ("names", "Fulan bin "),
        ("bodies", "Komisi A DPRD Kudus, "),
        ("places", "di Ruang Rapat Gedung "),
        ("verbs", "diterima oleh rombongan "),
        ("visits", "Bupati Kudus berkunjung ke Sleman. "),
        ("papers", "Pemkab Kudus dan Pemkab Sleman menandatangani nota kesepahaman. "),
        ("speech", "kata Bupati Kudus, \"kami datang ke Sleman,\" "),
    ];
    pieces.into_iter().map(|(name, piece)| (name, piece.to_owned())).collect()
}

pub fn long(piece: &str, bytes: usize) -> String {
    piece.repeat(bytes.div_ceil(piece.len()))
}
