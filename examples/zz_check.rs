//! check rules
fn main(){ if let Err(e)=kunker::Extractor::builder().build() { println!("{e}"); } for f in kunker::Extractor::new().check_rules() { println!("{f}"); } }
