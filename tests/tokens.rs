//! The text storey: tokens (`tests/tokens.txt`), sentences, zones, and the day of publication of an article.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use kunker::{Date, Extractor, Span, Zone};

static EXTRACTOR: LazyLock<Extractor> = LazyLock::new(Extractor::new);

/// `\n`, `\r`, `\t` and `\u{...}` as the characters they stand for.
fn unescape(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let mut chars = after.chars();
        match chars.next() {
            Some('n') => out.push('\n'),
            Some('r') => out.push('\r'),
            Some('t') => out.push('\t'),
            Some('u') => {
                let (hex, _) =
                    chars.as_str().strip_prefix('{').and_then(|h| h.split_once('}')).unwrap_or_else(|| panic!("no {{...}} in {line:?}"));
                let code = u32::from_str_radix(hex, 16).unwrap_or_else(|e| panic!("{hex}: {e} in {line:?}"));
                out.push(char::from_u32(code).unwrap_or_else(|| panic!("no character {hex} in {line:?}")));
                chars = chars.as_str().get(hex.len() + 2..).unwrap_or_default().chars();
            }
            other => panic!("unknown escape {other:?} in {line:?}"),
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

fn words(text: &str, spans: impl IntoIterator<Item = Span>) -> Vec<String> {
    spans.into_iter().map(|s| s.of(text).to_owned()).collect()
}

#[test]
fn tokens_of_the_data_file() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tokens.txt");
    let source = fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let lines: Vec<(usize, &str)> = source
        .lines()
        .enumerate()
        .map(|(i, l)| (i + 1, l))
        .filter(|(number, l)| !(l.is_empty() || l.starts_with("# ") && *number < 5))
        .collect();
    assert!(lines.len() % 2 == 0, "a text without its tokens in {}", path.display());
    assert!(lines.len() >= 80, "only {} cases", lines.len() / 2);
    let mut faults = Vec::new();
    for pair in lines.chunks_exact(2) {
        let [(number, text), (_, tokens)] = pair else { continue };
        let text = unescape(text);
        let expected: Vec<String> = tokens.split(" · ").map(unescape).collect();
        let found = words(&text, EXTRACTOR.explain(&text).tokens);
        if found != expected {
            faults.push(format!("tests/tokens.txt:{number}: {text:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Sentences as they are to be cut: the text is the pieces joined as they stand.
const SENTENCES: &[&[&str]] = &[
    // Plain ends.
    &["Rombongan tiba di Kudus.", " Mereka disambut hangat."],
    &["Apakah rombongan jadi datang?", " Pemkab belum menjawab."],
    &["Selamat datang di Kudus!", " Kami senang menerima rombongan ini."],
    // Acting marks and honorifics.
    &["Rombongan diterima Pj. Bupati Kudus Fulan Sudarsono di pendopo.", " Acara berjalan lancar."],
    &["Rombongan diterima Plt. Sekda Kudus Fulan Sudarsono di pendopo.", " Acara berjalan lancar."],
    &["Rombongan dipimpin H. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Hj. Fulanah Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Drs. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Ir. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Dr. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin dr. Fulanah Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Prof. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin KH. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    &["Rombongan dipimpin Prof. Dr. H. Fulan Sudarsono dari Kudus.", " Mereka tiba pagi hari."],
    // Initials.
    &["Rombongan dipimpin Fulan S. Nugroho dari Kudus.", " Mereka tiba pagi hari."],
    // Degrees inside a sentence.
    &["Bupati Kudus Fulan Sudarsono, S.Pd., M.Si. memimpin rombongan itu.", " Mereka tiba pagi hari."],
    &["Bupati Kudus Fulan Sudarsono, SH. MH. memimpin rombongan itu.", " Mereka tiba pagi hari."],
    &["Rombongan diterima Bupati Fulan Sudarsono, S.Sos., M.M. di pendopo.", " Acara berjalan lancar."],
    // A degree before a new clause ends the sentence.
    &["Rombongan diterima Bupati Fulan Sudarsono, S.Sos., M.M.", " Mereka membahas pengelolaan sampah."],
    &["Rombongan dipimpin Wakil Bupati Fulanah, M.Si.", " Kunjungan ini berlangsung dua hari."],
    // Short words of addresses, numbers, companies, regions.
    &["Rombongan berangkat dari Kab. Kudus pada pagi hari.", " Mereka tiba sore hari."],
    &["Rombongan meninjau Kec. Mejobo di Kudus.", " Mereka pulang sore hari."],
    &["Perda No. 12 Tahun 2014 dibahas bersama.", " Mereka pulang sore hari."],
    &["Rombongan diterima di kantor Jl. Simpang Tujuh Kudus.", " Mereka pulang sore hari."],
    &["Rombongan meninjau PT. Maju Jaya di Kudus.", " Mereka pulang sore hari."],
    &["Anggaran kunjungan itu Rp. 500 juta.", " Mereka pulang sore hari."],
    &["Rombongan tiba tgl. 12 Mei 2024 di Kudus.", " Mereka pulang sore hari."],
    &["Rombongan dijadwalkan tiba pukul 09.00 WIB di Kudus.", " Mereka pulang sore hari."],
    &["Biaya kegiatan itu Rp1.000.000 per orang.", " Mereka pulang sore hari."],
    // A number ends a sentence.
    &["Kerja sama itu dimulai pada tahun 2023.", " Rombongan pulang sore hari."],
    &["Rombongan tiba Kamis (6/12/2018).", " Mereka disambut hangat."],
    // A missing space after the full stop.
    &["Rombongan tiba di kelurahan.", "Bupati menyambut mereka."],
    &["Rombongan dari Kab.Malang tiba pagi hari.", " Mereka disambut hangat."],
    // Quotes: the closing quote belongs to its sentence.
    &["“Kami belajar banyak di sini.”", " Bupati menutup pertemuan itu."],
    &["\"Kami belajar banyak di sini.\"", " Bupati menutup pertemuan itu."],
    &["“Kami belajar banyak,” kata Bupati.", " Mereka pulang sore hari."],
    // A bracket behind the stop.
    &["Rombongan tiba di Kudus (lewat jalan darat.)", " Mereka disambut hangat."],
    // Stops that no capital follows.
    &["Rombongan tiba... lalu pulang.", " Mereka senang."],
    // Paragraphs end sentences without a stop.
    &["Bupati Kudus Terima DPRD Batu", "\n\nRombongan tiba di Kudus pada pagi hari.", " Mereka disambut hangat."],
];

#[test]
fn sentences_end_where_they_should() {
    assert!(SENTENCES.len() >= 25);
    let mut faults = Vec::new();
    for pieces in SENTENCES {
        let text = pieces.concat();
        let expected: Vec<String> = pieces.iter().map(|p| p.trim().to_owned()).collect();
        let found = words(&text, EXTRACTOR.explain(&text).sentences.iter().map(|s| s.span));
        if found != expected {
            faults.push(format!("{text:?}\n  expected {expected:?}\n  found    {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

const BODY: &str = "Rombongan DPRD Kota Batu berkunjung ke Kabupaten Kudus untuk mempelajari pengelolaan sampah.";
const MORE: &str = "Mereka diterima Bupati Kudus Fulan Sudarsono di pendopo kabupaten pada Kamis pagi.";

/// Page, words of it, and the zone of the sentence that holds the words; `BODY` and `MORE` stand for the two sentences above.
const ZONES: &[(&str, &str, Zone)] = &[
    ("DPRD Batu Belajar Sampah ke Kudus\n\nBODY\n\nMORE", "Belajar Sampah", Zone::Headline),
    ("DPRD Batu Belajar Sampah ke Kudus\n\nBODY\n\nMORE", "Rombongan DPRD", Zone::Body),
    ("DPRD Batu Belajar Sampah ke Kudus\n\nBODY\n\nMORE", "Mereka diterima", Zone::Body),
    ("DPRD Batu Belajar Sampah ke Kudus\nBODY\nMORE", "Belajar Sampah", Zone::Headline),
    ("DPRD Batu ke Kudus\n\nKUDUS – BODY\n\nMORE", "KUDUS –", Zone::Dateline),
    ("DPRD Batu ke Kudus\n\nKUDUS, Kabar Selatan – BODY\n\nMORE", "Kabar Selatan", Zone::Dateline),
    ("DPRD Batu ke Kudus\n\nKUDUS, Kabar Selatan – BODY\n\nMORE", "Rombongan DPRD", Zone::Body),
    ("DPRD Batu ke Kudus\n\nKudus (Kabar Selatan) - BODY\n\nMORE", "(Kabar Selatan)", Zone::Dateline),
    ("DPRD Batu ke Kudus\n\nPenulis: Fulan Sudarsono\n\nBODY\n\nMORE", "Penulis", Zone::Byline),
    ("DPRD Batu ke Kudus\n\nBODY\n\nMORE\n\nEditor: Anu Suryadi", "Editor", Zone::Byline),
    ("DPRD Batu ke Kudus\n\nKamis, 6 Desember 2018\n\nBODY\n\nMORE", "6 Desember", Zone::Byline),
    ("DPRD Batu ke Kudus\n\n06/12/2018 10:15\n\nBODY\n\nMORE", "06/12", Zone::Byline),
    ("DPRD Batu ke Kudus\n\nBODY\n\nBaca juga: Bupati Kudus Resmikan Pasar Baru\n\nMORE", "Pasar Baru", Zone::Leftover),
    ("DPRD Batu ke Kudus\n\nBODY\n\nBaca Juga : Bupati Kudus Resmikan Pasar Baru\n\nMORE", "Mereka diterima", Zone::Body),
    ("DPRD Batu ke Kudus\n\nBODY\n\nMORE\n\nBerita Terkait\nBupati Kudus Resmikan Pasar Baru", "Pasar Baru", Zone::Leftover),
    ("DPRD Batu ke Kudus\n\nBODY\n\nMORE\n\nBagikan ini ke teman", "Bagikan", Zone::Leftover),
    ("DPRD Batu ke Kudus\n\nBODY\n\nPengelolaan Sampah Terpadu\n\nMORE", "Sampah Terpadu", Zone::Leftover),
    ("DPRD Batu ke Kudus\n\nKeterangan foto: Bupati Kudus menyalami rombongan DPRD Batu\n\nBODY\n\nMORE", "menyalami", Zone::Caption),
    ("DPRD Batu ke Kudus\n\nFoto: Bupati Kudus menyalami rombongan DPRD Batu\n\nBODY\n\nMORE", "menyalami", Zone::Caption),
    ("DPRD Batu ke Kudus\n\nBupati Kudus menyalami rombongan DPRD Batu (Foto: Humas)\n\nBODY\n\nMORE", "menyalami", Zone::Caption),
    // Wrapped by hand: a break before a capital or a figure ends no sentence either.
    (
        "DPRD Batu ke Kudus\n\nRombongan dipimpin Wakil Ketua DPRD\nKota Batu merangkap Koordinator Pansus\n2, Fulan Sudarsono. Mereka\n\
         ingin mempelajari sampah dan\nair bersih di sana, kata dia\nseusai rapat tadi.\nBaca juga: Pasar Baru\nAnu Suryadi\nmenerima mereka siang itu.",
        "Rombongan dipimpin Wakil Ketua DPRD\nKota Batu merangkap Koordinator Pansus\n2, Fulan Sudarsono.",
        Zone::Body,
    ),
    (
        "DPRD Batu ke Kudus\n\nRombongan dipimpin Wakil Ketua DPRD\nKota Batu, Fulan Sudarsono. Mereka\n\
         ingin mempelajari sampah dan\nair bersih di sana, kata dia\nseusai rapat tadi.\nBaca juga: Pasar Baru\nAnu Suryadi\nmenerima mereka siang itu.",
        "Pasar Baru",
        Zone::Leftover,
    ),
    (
        "Foto: Bupati Kudus menyalami rombongan DPRD Batu di pendopo.\n\nDPRD Batu ke Kudus\n\nBODY\n\nMORE",
        "DPRD Batu ke Kudus",
        Zone::Headline,
    ),
    (
        "Keterangan foto: Bupati Kudus menyalami rombongan DPRD Batu.\n\nDPRD Batu ke Kudus\n\nBODY\n\nMORE",
        "DPRD Batu ke Kudus",
        Zone::Headline,
    ),
];

#[test]
fn zones_of_the_page() {
    assert!(ZONES.len() >= 10);
    let mut faults = Vec::new();
    for (page, needle, zone) in ZONES {
        let text = page.replace("BODY", BODY).replace("MORE", MORE);
        let at = text.find(needle).unwrap_or_else(|| panic!("{needle:?} is not in {text:?}"));
        let whole = Span { start: at, end: at + needle.len() };
        let sentences = EXTRACTOR.explain(&text).sentences;
        match sentences.iter().find(|s| s.span.covers(whole)) {
            Some(sentence) if sentence.zone == *zone => {}
            found => faults.push(format!("{needle:?} of {page:?}: expected {}, found {found:?}", zone.as_str())),
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

/// Lines of an article that tell its day of publication.
const DAYS: &[(&str, (i16, i8, i8))] = &[
    ("Kamis, 6 Desember 2018", (2018, 12, 6)),
    ("Kamis, 6 Desember 2018 | 10:15 WIB", (2018, 12, 6)),
    ("Kamis, 06 Des 2018 10:15 WIB", (2018, 12, 6)),
    ("6 Desember 2018", (2018, 12, 6)),
    ("06/12/2018 10:15", (2018, 12, 6)),
    ("06/12/2018", (2018, 12, 6)),
    ("Desember 6, 2018", (2018, 12, 6)),
    ("Jumat, 29 Februari 2024 - 08:00", (2024, 2, 29)),
    ("Kamis 6 Nopember 2014", (2014, 11, 6)),
    ("Penulis: Anu Suryadi | 6 Desember 2018", (2018, 12, 6)),
    ("Diterbitkan: 6 Desember 2018", (2018, 12, 6)),
];

fn day(text: &str) -> Option<Date> {
    EXTRACTOR.explain(text).document.published
}

#[test]
fn the_date_line_tells_the_day_of_publication() {
    assert!(DAYS.len() >= 6);
    let mut faults = Vec::new();
    for (line, (year, month, number)) in DAYS {
        let text = format!("DPRD Batu Belajar Sampah ke Kudus\n\n{line}\n\n{BODY}\n\n{MORE}\n");
        let found = EXTRACTOR.extract(&text).published;
        let expected = Date::new(*year, *month, *number).unwrap_or_else(|e| panic!("{line}: {e}"));
        if found != Some(expected) {
            faults.push(format!("{line:?}: expected {expected}, found {found:?}"));
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_day_of_the_body_is_not_the_day_of_publication() {
    let told = "Rombongan DPRD Kota Batu berkunjung ke Kabupaten Kudus pada Kamis, 6 Desember 2018 untuk mempelajari pengelolaan sampah.";
    assert_eq!(day(&format!("DPRD Batu ke Kudus\n\n{told}\n\n{MORE}\n")), None);
    assert_eq!(day(&format!("DPRD Batu ke Kudus\n\n{BODY}\n\n{MORE}\n")), None);
    assert_eq!(day(""), None);
}

#[test]
fn a_day_that_does_not_exist_is_not_the_day_of_publication() {
    for line in ["31 Februari 2024", "32/13/2018 10:15"] {
        assert_eq!(day(&format!("DPRD Batu ke Kudus\n\n{line}\n\n{BODY}\n\n{MORE}\n")), None, "{line}");
    }
}
