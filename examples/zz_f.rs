//! frames
fn main(){ let e=kunker::Extractor::new(); for p in std::env::args().skip(1){ let t=std::fs::read_to_string(&p).unwrap(); let x=e.explain(&t); println!("##### {p}"); for s in &x.sentences { println!("[{}] {}", s.zone.as_str(), t[s.span].replace('\n'," ")); 
 let ms:Vec<String>=x.mentions.iter().filter(|m| s.span.covers(m.span) && m.kind.as_str()!="number").map(|m| format!("{}<{}>{}", &m.kind.as_str()[..2], m.text, m.region.as_ref().map(|r| r.code.clone()).unwrap_or_default())).collect(); println!("      {}", ms.join(" ")); 
 for f in x.firings.iter().filter(|f| s.span.covers(f.span)) { println!("    * {} {:?}", f.rule, f.fills.iter().map(|q| format!("{}={}", q.slot, &t[q.span])).collect::<Vec<_>>()); } } } }
