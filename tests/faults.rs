//! Every fault of a word table or rule file: told by file, line, column, what was found and what was expected.

use kunker::{Builder, Error, Extractor};

/// The error of building with what `add` adds; it may come at once or from `build`.
fn fault(add: impl FnOnce(Builder) -> Result<Builder, Error>) -> String {
    match add(Extractor::builder()).and_then(Builder::build) {
        Ok(_) => panic!("built in spite of its fault"),
        Err(error) => {
            let told = error.to_string();
            assert!(told.starts_with(&format!("{}:{}:{}: ", error.file(), error.line(), error.column())), "{told}");
            assert!(told.contains("found ") && told.contains(", expected "), "{told}");
            assert!(told.chars().count() < 1500, "a message of {} characters", told.chars().count());
            told
        }
    }
}

/// Fails unless the lines of a table have the fault.
fn table(name: &str, lines: &str, expected: &str) {
    let told = fault(|b| b.lexicon(name, lines));
    assert!(told.starts_with(&format!("{name}:{expected}")), "{name}:{expected} expected, not {told}");
}

/// Fails unless the rule file has the fault.
fn file(source: &str, expected: &str) {
    let told = fault(|b| b.rules("mine.rules", source));
    assert!(told.starts_with(&format!("mine.rules:{expected}")), "{expected} expected, not {told}");
}

/// A whole rule with a pattern, which begins at 2:7.
fn rule(pattern: &str) -> String {
    format!("rule visit/own\nmatch {pattern}\ntext  Ia diterima Bupati Kudus.\ngives received_by = Bupati Kudus\nnever Ia datang.\n")
}

fn pattern(written: &str, expected: &str) {
    file(&rule(written), expected);
}

#[test]
fn form_of_a_table() {
    table("verb", "visit\ttiba di\nvisit mengunjungi\n", "2:1: found \"visit mengunjungi\", expected value<TAB>phrase");
    table("verb", "# ok\r\n\r\n\tmengunjungi\r\n", "3:1: found no value");
    table("verb", "visit\tsatu\tdua\n", "1:11: found a second tab");
    table("verb", "visit\tsatu | | dua\n", "1:14: found an empty phrase");
    table("verb", "visit\t?\n", "1:7: found an empty phrase");
    table("verb", "visit\tsatu\0dua\n", "1:11: found the control character U+0000");
    table("verb", "visit\tsatu\rdua\n", "1:11: found the control character U+000D");
    table("verb", "\u{feff}visit tanpa tab\n", "1:1: found \"visit tanpa tab\"");
    table("verb", &format!("visit\t{}\n", vec!["a"; 25].join(" ")), "1:7: found a phrase of 25 words, expected 1 to 24");
    table("verb", &format!("visit\t{}\n", vec!["a"; 4097].join("|")), "1:1: found 4097 phrases in a line");
    table("verb", &"x".repeat(100_000), "1:1: found \"xxxx");
    let meanings: String = (0..65).map(|i| format!("own{i}\tfrasa yang sama\n")).collect();
    table("own", &meanings, "65:7: found one more meaning of \"frasa yang sama\", expected at most 64");
}

#[test]
fn what_a_table_may_be_saved_with() {
    let lines = "\u{feff}# Tanda.\r\nvisit\tbertandang ke | \u{a0}sowan?\r\n\r\n";
    assert!(Extractor::builder().lexicon("verb", lines).and_then(Builder::build).is_ok());
    assert!(Extractor::builder().lexicon("verb", "").and_then(Builder::build).is_ok());
    let rules = format!("\u{feff}{}", rule("diterima <received_by:official>").replace('\n', "\r\n"));
    assert!(Extractor::builder().rules("mine.rules", &rules).and_then(Builder::build).is_ok());
}

#[test]
fn names_of_tables() {
    for name in ["", "Verb", "kata kerja", "verb.tsv", "ka\u{301}ta"] {
        table(name, "a\tb\n", "1:1: found table name");
    }
    let many = |mut builder: Builder| {
        for number in 0..1024 {
            builder = builder.lexicon(&format!("own{number}"), &format!("a\tkata{number}\n"))?;
        }
        Ok(builder)
    };
    assert!(fault(many).contains("found one more table, expected at most 1024"));
}

#[test]
fn regions_of_a_table() {
    table("region_alias", "32.73\tKota Kembang\n99.99\tNusantara\n", "2:1: found region code \"99.99\", expected a code of");
    table("region_alias", "Bandung\tKota Kembang\n", "1:1: found region code \"Bandung\"");
    for years in ["1999", "19-20", "1999-2o17", "2017-1999", ""] {
        table("region_former", &format!("32.73:{years}\tKota Kembang\n"), "1:7: found years");
    }
    table("region_code", "99.99\t32.99\n", "1:1: found region code \"99.99\"");
    table("region_code", "32.73\t32.98 | 32.9\n", "1:15: found code \"32.9\", expected one such as 33");
    for (table_of, own, other) in [("region", "33.99", "33.26.99"), ("district", "33.26.99", "33.99")] {
        for code in ["3", "33.2", "33.26.01.01", "3x", "00", "33.", "\u{661}\u{661}", other] {
            table(table_of, &format!("{code}\tNusantara\n"), "1:1: found code");
        }
        table(table_of, &format!("{own}\tSatu | Dua\n"), &format!("1:{}: found a second phrase \"Dua\", expected one name", own.len() + 9));
        table(table_of, &format!("{own}\tSatu\n{own}\tDua\n"), &format!("2:1: found code {own:?} a second time"));
        table(table_of, &format!("{own}\t{}\n", "x".repeat(256)), "1:1: found \"xxx");
    }
    table("region", "98.01\tKabupaten Nusantara\n", "1:1: found code \"98.01\", expected the region \"98\" that holds it");
    table("region", "33.26\tKabupaten Pekalongan\n", "1:1: found code \"33.26\" a second time");
    table("district", "33.26.01\tKandangserang\n", "1:1: found code \"33.26.01\" a second time");
    table("district", "33.99.01\tNusantara\n", "1:1: found code \"33.99.01\", expected the region \"33.99\" that holds it");
    let (mut towns, mut districts) = (String::new(), String::new());
    for province in 1..=9 {
        towns.push_str(&format!("0{province}\tProvinsi {province}\n"));
        for regency in 1..=99 {
            towns.push_str(&format!("0{province}.{regency:02}\tKabupaten {province} {regency}\n"));
            (1..=99).for_each(|district| {
                districts.push_str(&format!("0{province}.{regency:02}.{district:02}\tDesa {province} {regency} {district}\n"))
            });
        }
    }
    let both = |b: Builder| b.lexicon("region", &towns)?.lexicon("district", &districts);
    assert!(fault(both).contains("50059:1: found one more region, expected at most 57343"));
}

#[test]
fn values_of_closed_sets() {
    for name in ["affair", "unit", "visit_kind", "agreement_kind", "acting", "zone", "month", "weekday", "level", "government", "speech"] {
        table(name, "kunjungann\tsatu dua\n", "1:1: found \"kunjungann\", expected one of: ");
    }
    table("weekday", "8\tahad\n", "1:1: found \"8\", expected one of: 1 2 3 4 5 6 7");
    table("relday", "lusa\tlusa nanti\n", "1:1: found \"lusa\", expected a number of days");
}

#[test]
fn form_of_a_rule_file() {
    file("visit: diterima oleh\n", "1:1: found \"visit: diterima oleh\", expected `rule event/name`");
    file("# a\n\n match a\n", "3:1: found \" match a\"");
    file("rule visit/own\nmatched a\n", "2:1: found \"matched a\", expected one of rule, match, text, gives, never");
    file("rule visit/own\nmatch satu\0\n", "2:11: found the control character U+0000");
    file("rule  journey/own\n", "1:7: found rule name \"journey/own\", expected event/name with one of the events: visit agreement");
    for name in ["visit", "visit/", "visit/a b", "visit/a/"] {
        file(&format!("rule {name}\n"), &format!("1:6: found rule name \"{name}\", expected event/name"));
    }
    file(&format!("{}rule visit/own\n", rule("diterima")), "6:6: found rule name \"visit/own\" a second time");
    file(
        "rule visit/received-by\nmatch diterima\ntext  a\ngives hosts = a\nnever b\n",
        "1:6: found rule name \"visit/received-by\" a second time",
    );
}

#[test]
fn a_rule_is_whole() {
    let [name, pattern, text, gives, never] = ["rule visit/own\n", "match tiba\n", "text  a\n", "gives hosts = a\n", "never b\n"];
    file(&[name, text, gives, never].concat(), "1:1: found rule \"visit/own\" with no `match`");
    file(&[name, pattern, never].concat(), "1:1: found rule \"visit/own\" with no `text`");
    file(&[name, pattern, text, never].concat(), "1:1: found rule \"visit/own\" with a `text` without `gives`");
    file(&[name, pattern, text, gives].concat(), "1:1: found rule \"visit/own\" with no `never`");
    file(&[name, pattern, "text\n"].concat(), "3:1: found an empty `text`");
    file(&[name, pattern, text, gives, "never  \n"].concat(), "5:1: found an empty `never`");
    file(&[name, pattern, gives].concat(), "3:1: found `gives`, expected a `text` before it");
    file(&[name, pattern, never, gives].concat(), "4:1: found `gives`");
    file(&[name, pattern, text, gives, gives].concat(), "5:1: found a second `gives`");
    file(&[name, pattern, text, "gives hosts = a; Kudus\n"].concat(), "4:18: found \"Kudus\", expected `slot = words");
    file(&[name, pattern, text, "gives hosts =\n"].concat(), "4:7: found \"hosts =\"");
    file(&[name, pattern, text, "gives hosts = a; host = b\n"].concat(), "4:18: found unknown slot \"host\", expected one of: kind status");
    file(&[name, pattern, text, "gives parties = a\n"].concat(), "4:7: found unknown slot \"parties\"");
}

#[test]
fn atoms_of_a_pattern() {
    pattern("{no_such_class} ke", "2:7: found unknown class \"no_such_class\", expected one of: region");
    pattern("di {verb.recieve}", "2:10: found unknown value \"recieve\" of class \"verb\", expected a value of lexicons/verb.tsv");
    pattern("di\u{a0}é <host:party>", "2:12: found unknown slot \"host\", expected one of: kind status visitors");
    pattern("di <parties:party>", "2:10: found unknown slot \"parties\"");
    pattern("di <hosts:parti>", "2:10: found unknown kind \"parti\", expected one of: region body");
    pattern("di <hosts>", "2:10: found \"hosts\", expected <slot:kind>");
    pattern("di {verb", "2:10: found \"{verb\", expected a word, {class} or <slot:kind>");
    for gap in ["..", "..0", "..31", "..x", "..-1", "..999"] {
        pattern(&format!("di {gap} ke"), &format!("2:10: found gap \"{gap}\", expected ..1 to ..30"));
    }
}

#[test]
fn brackets_of_a_pattern() {
    pattern("di ke ] oleh", "2:13: found \"]\", expected its opening bracket");
    pattern("di [ke", "2:10: found \"[\", expected its closing \"]\"");
    pattern("di (ke]", "2:10: found \"(\", expected its closing \")\"");
    pattern("(di|ke)! oleh", "2:14: found \"!\" behind a bracket");
    pattern("di [[[[[[[ke]]]]]]]", "2:16: found brackets 7 deep, expected at most 6");
    pattern(&"(a|b) ".repeat(9), "2:55: found brackets that stand for 512 patterns, expected at most 256");
    pattern(&format!("({})", vec!["a"; 257].join("|")), "2:519: found brackets that stand for 257 patterns");
    pattern(&"di ".repeat(41), "2:127: found one more atom, expected at most 40 in a pattern");
    pattern(&format!("di {}", vec!["a"; 50].join("-")), "2:10: found a word of 99 atoms");
    pattern(&"()".repeat(501), "2:1007: found 1002 words, brackets and bars, expected at most 1000");
    let two = rule(&"(a|b) ".repeat(8)).replace("text ", "match di ke\ntext ");
    file(&two, "3:1: found a rule that stands for 257 patterns, expected at most 256");
}

#[test]
fn triggers_of_a_pattern() {
    for none in ["", "..3 <hosts:party>", "[di] <hosts:party>", "(di|) <hosts:party>"] {
        pattern(none, "2:");
    }
    pattern("[di] <hosts:party>", "2:7: found a pattern without a trigger, expected a word or class");
    pattern("di <hosts:party>!", "2:7: found a gap or mention as trigger");
    pattern("di ..3! ke", "2:7: found a gap or mention as trigger");
}

/// However they are spread over files, rules are bounded: 256 patterns each, 20,000 in all.
#[test]
fn many_patterns() {
    let rules = |from: usize, to: usize| -> String {
        let brackets = "(a|b) ".repeat(8);
        (from..to).map(|i| rule(&brackets).replace("visit/own", &format!("visit/own-{i}"))).collect()
    };
    file(&rules(0, 79), "392:1: found 256 patterns more, expected at most 20000");
    let told = fault(|b| b.rules("one.rules", &rules(0, 70))?.rules("two.rules", &rules(70, 79)));
    assert!(told.starts_with("two.rules:42:1: found 256 patterns more"), "{told}");
}
