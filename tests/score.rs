//! Scores the extractor against gold annotations and holds the result to the floors of `tests/floors.tsv`.
//!
//! `cargo test --test score -- --nocapture` prints the tables. With `KUNKER_SCORE_JSON=FILE` the scores are also written
//! to FILE in the form of `score.py --json`, one object a set, and `SET/aligned` for the slots of found events only.
#![cfg(feature = "serde")]

mod scorer;

use std::fs;
use std::path::{Path, PathBuf};

use kunker::Extractor;
use scorer::Score;
use scorer::slots::{Fill, name_key, org_key, same, slots, squash, title_key};
use serde_json::{Map, Value, json};

/// Gold annotation and prediction of every article of a folder, by name. A gold file without text counts as not predicted.
fn read_set(folder: &Path, extractor: &Extractor) -> Vec<(Value, Value)> {
    let entries = fs::read_dir(folder).unwrap_or_else(|e| panic!("{}: {e}", folder.display()));
    let mut golds: Vec<PathBuf> = entries.map(|e| e.expect("a folder entry").path()).collect();
    golds.retain(|p| p.extension().is_some_and(|e| e == "json"));
    golds.sort();
    let read = |path: &Path| fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let article = |path: &PathBuf| {
        let gold: Value = serde_json::from_str(&read(path)).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let text = path.with_extension("txt");
        let pred = if text.exists() {
            serde_json::to_value(extractor.extract(&read(&text))).expect("a document is JSON")
        } else {
            eprintln!("no text for {}", path.display());
            json!({})
        };
        (gold, pred)
    };
    golds.iter().map(article).collect()
}

/// The lines of `tests/floors.tsv` that a score falls below.
fn below_floors(set: &str, score: &Score, floors: &str) -> Vec<String> {
    let mut below = Vec::new();
    for (number, line) in floors.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, row, floor] = fields[..] else { panic!("tests/floors.tsv:{}: not SET<TAB>ROW<TAB>FLOOR", number + 1) };
        let floor: f64 = floor.trim().parse().unwrap_or_else(|e| panic!("tests/floors.tsv:{}: {floor:?}: {e}", number + 1));
        if name == set {
            let value = score.value(row).unwrap_or_else(|| panic!("tests/floors.tsv:{}: no row {row:?}", number + 1));
            if value < floor {
                below.push(format!("{set}\t{row}\t{value:.4} is below {floor}"));
            }
        }
    }
    below
}

#[test]
fn scores_hold_their_floors() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let extractor = Extractor::new();
    let floors = fs::read_to_string(root.join("tests/floors.tsv")).expect("tests/floors.tsv");
    let (mut below, mut dump) = (Vec::new(), Map::new());
    let sets = [
        ("corpus", "tests/corpus"),
        ("fresh", "tests/fresh"),
        ("guard", "tests/guard"),
        ("several", "tests/several"),
        ("ordinary", "tests/ordinary"),
        ("further", "tests/further"),
        ("plain", "tests/plain"),
        ("short", "tests/short"),
        ("retold", "tests/retold"),
        ("held", "tests/held"),
        ("seeds", "../shared/corpus/seeds"),
        ("dev", "../shared/corpus/dev"),
    ];
    for (set, place) in sets {
        let folder = root.join(place);
        if place.starts_with("..") && !folder.is_dir() {
            println!("{set}: skipped, there is no {}", folder.display());
            continue;
        }
        let articles = read_set(&folder, &extractor);
        assert!(!articles.is_empty(), "{}: no gold annotation", folder.display());
        for aligned in [false, true] {
            let score = Score::of(articles.iter().map(|(gold, pred)| (gold, pred)), aligned);
            let name = if aligned { format!("{set}/aligned") } else { set.to_owned() };
            println!("\n{name}\n{}", score.table());
            below.extend(below_floors(&name, &score, &floors));
            dump.insert(name, score.json());
        }
    }
    if let Some(path) = std::env::var_os("KUNKER_SCORE_JSON") {
        fs::write(&path, Value::Object(dump).to_string()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    }
    assert!(below.is_empty(), "below the floors:\n{}", below.join("\n"));
}

#[test]
fn gold_scored_against_itself_is_perfect() {
    let gold: Value = json!({"visits": [{"kind": ["studi_banding"], "status": "held", "visitors": [{"region": "33.26", "org": null}],
        "hosts": [], "leader": {"name": "Asip Kholbihi", "title": "Bupati"}, "received_by": [], "accompanied_by": [],
        "start": "2018-12-06", "end": "2018-12-06", "venue": "Aula", "sites": ["Pasar"], "affairs": ["perdagangan"]}], "agreements": []});
    let score = Score::of([(&gold, &gold)], false);
    assert!(score.rows().iter().all(|(_, row)| row.fp == 0 && row.fn_ == 0), "{}", score.table());
    assert_eq!(score.json()["exact_core"], 1);
    assert_eq!(score.value("titles"), Some(1.0));
    let missed = Score::of([(&gold, &json!({}))], false);
    assert_eq!((missed.value("events"), missed.value("core")), (Some(0.0), Some(0.0)));
    assert_eq!(Score::of([(&gold, &json!({}))], true).value("core"), Some(1.0), "--aligned leaves missed events to the event rows");
}

#[test]
fn optional_events_count_neither_way() {
    let event = json!({"kind": ["kunjungan"], "status": "held", "visitors": [{"region": "11", "org": null}], "optional": true});
    let gold = json!({"visits": [event], "agreements": []});
    for pred in [json!({}), json!({"visits": [event]})] {
        let score = Score::of([(&gold, &pred)], false);
        assert_eq!((score.json()["exact_core"].as_u64(), score.json()["slots"]["events"]["fn"].as_u64()), (Some(1), Some(0)));
    }
}

#[test]
fn names_titles_and_bodies_have_keys() {
    assert_eq!(squash("  Wali  Kota_Batu (35.79) "), "wali kota batu 35 79");
    assert_eq!(name_key("H. Rahmad Mas’ud, SE., MM"), "rahmad masud");
    assert_eq!(name_key("Drs. R. Bambang S.Sos"), "bambang");
    assert_eq!(title_key("Plt. Walikota Batu").as_deref(), Some("wali kota"));
    assert_eq!(title_key("Wakil Ketua II DPRD").as_deref(), Some("wakil ketua dprd"));
    assert_eq!(title_key("Kabag Humas").as_deref(), Some("kepala bagian"));
    assert_eq!(title_key("Kapolres").as_deref(), Some("kapolres"));
    assert_eq!(title_key(" . "), None);
    assert_eq!(org_key("Kementerian Dalam Negeri RI").len(), 3);
}

#[test]
fn fills_compare_as_in_the_guide() {
    let party = |region: Option<&str>, org: Option<&str>| slots(&json!({"hosts": [{"region": region, "org": org}]}))["hosts"][0].clone();
    let same_host = |g: &Fill, p: &Fill| same("hosts", g, p);
    assert!(same_host(&party(Some("33"), None), &party(Some("33"), Some("DPRD Jateng"))));
    assert!(!same_host(&party(Some("33"), None), &party(Some("34"), None)));
    assert!(same_host(&party(None, Some("Universitas Padjadjaran")), &party(None, Some("Padjadjaran"))));
    assert!(!same_host(&party(None, Some("Universitas Padjadjaran")), &party(None, Some("Universitas Gadjah Mada"))));
    let official = |name: Option<&str>, title: &str| slots(&json!({"leader": {"name": name, "title": title}}))["leader"][0].clone();
    assert!(same("leader", &official(Some("Anu"), "Bupati"), &official(Some("H. Anu"), "Sekda")));
    assert!(!same("title", &official(Some("Anu"), "Bupati"), &official(Some("H. Anu"), "Sekda")));
    assert!(same("title", &official(Some("Anu"), "Kasubag"), &official(Some("Anu"), "Kasubag Humas")));
    assert!(!same("leader", &official(None, "Bupati"), &official(Some("Anu"), "Bupati")));
    let text = |s: &str| Fill::Text(s.to_owned());
    assert!(same("venue", &text("Aula Balai Kota"), &text("di Aula Balai Kota")));
    assert!(!same("venue", &text("Aula"), &text("Pendopo")));
    let library = slots(&json!({"kind": "kunjungan", "visitors": [], "date": {"start": "2018-12-06", "end": "2018-12-07"}}));
    assert_eq!(library["end"], [Fill::Plain(json!("2018-12-07"))]);
    let agreement = slots(&json!({"kind": "komitmen", "parties": [], "date": {"start": "2018-12-06", "end": "2018-12-06"}}));
    assert_eq!((agreement["date"].len(), agreement["end"].len()), (1, 0));
}
