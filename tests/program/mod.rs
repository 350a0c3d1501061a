//! Running an example as its users do, on files of one's own.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// `target/PROFILE/examples/NAME`, which `cargo test` builds.
pub fn example(name: &str) -> Command {
    let own = std::env::current_exe().expect("the path of this test");
    let profile = own.ancestors().nth(2).expect("target/PROFILE/deps/TEST");
    let binary = profile.join("examples").join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    assert!(binary.exists(), "{} is missing: run `cargo build --example {name}`", binary.display());
    Command::new(binary)
}

/// A fresh folder for one test, with the given files in it.
pub fn folder(test: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder");
    for (name, bytes) in files {
        fs::write(folder.join(name), bytes).expect("a file");
    }
    folder
}

/// What a run told on standard error.
pub fn complaints(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
