//! Rule files, tables and documents of others: read, or refused with the place of the fault.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::config;
use crate::holds::{EXTRACTOR, json_is_read, rules_hold, table_holds};
use crate::texts::{ARTICLES, PHRASES, RULES};

/// A row of atoms, good ones and bad ones.
fn pattern() -> impl Strategy<Value = String> {
    let atom = select(vec![
        "di",
        "diterima",
        "diterima!",
        "oleh",
        ",",
        "{verb.visit}",
        "{verb.receive_passive}!",
        "{visit_kind}",
        "{delegation.group}",
        "{tidak}",
        "<visitors:party>",
        "<hosts:goal>",
        "<received_by:official+>",
        "<kind:visit_kind>",
        "<_:actor>",
        "<status:status>",
        "<leader:speaker>",
        "<x:y>",
        "..3",
        "..30",
        "..31",
        "[",
        "]",
        "[oleh|dari]",
        "(",
        ")",
        "|",
        "Kab.-Kota",
        "{",
        "!",
        "\u{e9}",
        "\u{feff}",
    ]);
    vec(atom, 0..14).prop_map(|atoms| atoms.join(" "))
}

/// The lines of a rule in some order, one of them left out now and then.
fn rule() -> impl Strategy<Value = String> {
    let name = select(vec!["visit/own", "agreement/own", "visit/received-by", "visit/", "own"]);
    (name, vec(pattern(), 1..3), 0_usize..12).prop_map(|(name, patterns, fault)| {
        let mut lines = vec![format!("rule {name}")];
        lines.extend(patterns.iter().map(|p| format!("match {p}")));
        lines.push("text  Rombongan DPRD Kudus diterima oleh Bupati Bantul Anu Fulan.".to_owned());
        lines.push("gives received_by = Bupati Bantul Anu Fulan; visitors = DPRD Kudus".to_owned());
        lines.push("never Surat itu diterima warga.".to_owned());
        match fault {
            0..6 if fault < lines.len() => drop(lines.remove(fault)),
            6 => lines.reverse(),
            _ => {}
        }
        lines.join("\n") + "\n"
    })
}

/// A built-in source with some of its characters gone, doubled, or in the wrong place.
fn broken(sources: Vec<String>) -> impl Strategy<Value = String> {
    (
        select(sources),
        any::<Index>(),
        vec((any::<Index>(), select(vec!["", "\t", "|", "?", "\0", "\n", "[", ")", "{", ">", "!", "."])), 1..8),
    )
        .prop_map(|(source, from, holes)| {
            let mut lines: Vec<&str> = source.lines().collect();
            let at = from.index(lines.len());
            let mut text = lines.drain(at..(at + 30).min(lines.len())).collect::<Vec<_>>().join("\n");
            for (place, with) in holes {
                let places: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
                if let Some(at) = (!places.is_empty()).then(|| places[place.index(places.len())]) {
                    let next = text[at..].chars().next().map_or(0, char::len_utf8);
                    text.replace_range(at..at + next, with);
                }
            }
            text
        })
}

/// A line of a table.
fn line() -> impl Strategy<Value = String> {
    let value = prop_oneof![
        select(vec![
            "visit",
            "receive_passive",
            "32.73",
            "33.26:1950-1999",
            "studi_tiru",
            "kesehatan",
            "Bupati:region",
            "1",
            "ordinary",
            "98",
            ""
        ])
        .prop_map(str::to_owned),
        "\\PC{0,8}",
    ];
    let phrase = prop_oneof![4 => select(PHRASES.as_slice()), 1 => "\\PC{0,12}"];
    (value, select(vec!["\t", "\t", "\t", " ", "\t\t"]), vec(phrase, 0..4), any::<bool>())
        .prop_map(|(value, tab, phrases, weak)| format!("{value}{tab}{}{}\n", phrases.join(" | "), if weak { "?" } else { "" }))
}

fn table_name() -> impl Strategy<Value = &'static str> {
    select(vec![
        "region",
        "region_alias",
        "region_former",
        "region_code",
        "district",
        "verb",
        "title",
        "body",
        "visit_kind",
        "affair",
        "numeral",
        "month",
        "relday",
        "place",
        "degree",
        "common",
        "nameword",
        "abbreviation",
        "zone",
        "foreign",
        "minister",
        "own",
        "Own",
    ])
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rule_files_are_read_or_refused(rules in vec(rule(), 1..4)) {
        rules_hold(&rules.concat());
    }

    #[test]
    fn broken_rule_files_are_read_or_refused(source in broken(RULES.clone())) {
        rules_hold(&source);
    }

    #[test]
    fn tables_are_read_or_refused(name in table_name(), lines in vec(line(), 1..6)) {
        table_holds(name, &lines.concat());
    }

    #[test]
    fn documents_of_others_are_read_or_refused(article in select(ARTICLES.as_slice()), holes in vec((any::<Index>(), any::<u8>()), 0..6)) {
        let mut json = serde_json::to_vec(&EXTRACTOR.extract(&article)).expect("JSON");
        for (place, byte) in holes {
            let at = place.index(json.len());
            json[at] = byte;
        }
        json_is_read(&String::from_utf8_lossy(&json));
    }
}
