//! Unrelated paragraphs around a text keep its events.

use kunker::Document;
use proptest::prelude::*;
use proptest::sample::select;

use crate::config;
use crate::holds::EXTRACTOR;
use crate::texts::ARTICLES;

/// Paragraphs that tell of no government and no day.
const UNRELATED: [&str; 6] = [
    "Harga cabai merah di sejumlah pasar masih tinggi karena pasokan dari petani berkurang selama musim hujan.",
    "Para pedagang berharap pasokan kembali lancar. Mereka sudah lama menunggu panen raya yang dijanjikan.",
    "Hujan lebat membuat jalan licin, sehingga pengendara diminta berhati-hati. Tidak ada korban dalam peristiwa itu.",
    "Pertandingan berjalan seru sejak menit awal, tetapi tidak satu pun gol tercipta hingga babak pertama berakhir.",
    "Resep ini mudah dibuat di rumah: haluskan bumbu, tumis sampai harum, lalu masukkan santan sedikit demi sedikit.",
    "Ponsel baru itu memakai layar yang lebih lebar dan baterai yang tahan dua hari bila dipakai secara wajar.",
];

/// A paragraph with one event; the day tells its year.
fn event() -> impl Strategy<Value = String> {
    let region = || select(vec!["Kudus", "Sleman", "Bantul", "Gianyar", "Sumedang", "Banyuwangi", "Wonosobo", "Badung"]);
    let kind = select(vec!["studi banding", "kunjungan kerja", "studi tiru", "kunjungan balasan"]);
    let day = select(vec!["Kamis (6/12/2018)", "Rabu (15/5/2024)"]);
    (region(), region(), kind, day, 0..3).prop_filter("two regions", |(a, b, ..)| a != b).prop_map(|(from, to, kind, day, form)| match form {
        0 => format!(
            "Bupati {from} Fulan Sudarsono beserta rombongan melakukan {kind} ke Pemerintah Kabupaten {to}, {day}. Rombongan diterima langsung oleh Wakil Bupati {to} Anu Suryadi."
        ),
        1 => format!("Wakil Bupati {to} Anu Suryadi menerima {kind} Komisi II DPRD Kabupaten {from} di ruang rapat Kantor Bupati {to}, {day}."),
        _ => format!("Pemerintah Kabupaten {from} dan Pemerintah Kabupaten {to} menandatangani nota kesepahaman di Pendopo {to}, {day}."),
    })
}

fn unrelated() -> impl Strategy<Value = String> {
    proptest::collection::vec(select(UNRELATED.as_slice()), 0..5).prop_map(|paragraphs| paragraphs.join("\n\n"))
}

/// The events without their places in the text: what shifts with what stands before them.
fn events(document: &Document) -> (Vec<String>, Vec<String>) {
    let told = |json: serde_json::Value| {
        let mut json = json;
        if let Some(proofs) = json["evidence"].as_array_mut() {
            for proof in proofs.iter_mut().filter_map(|p| p.as_object_mut()) {
                proof.retain(|key, _| key != "start" && key != "end");
            }
        }
        json.to_string()
    };
    let visits = document.visits.iter().map(|v| told(serde_json::to_value(v).expect("JSON")));
    let agreements = document.agreements.iter().map(|a| told(serde_json::to_value(a).expect("JSON")));
    (visits.collect(), agreements.collect())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn an_event_is_told_wherever_it_stands(event in event(), before in unrelated(), behind in unrelated()) {
        let alone = EXTRACTOR.extract(&event);
        prop_assert_eq!(alone.visits.len() + alone.agreements.len(), 1, "{}", event);
        let text = format!("{before}\n\n{event}\n\n{behind}");
        prop_assert_eq!(events(&alone), events(&EXTRACTOR.extract(&text)), "{}", text);
    }

    #[test]
    fn paragraphs_behind_an_article_change_nothing(article in select(ARTICLES.as_slice()), behind in unrelated()) {
        let text = format!("{}\n\n{behind}", article.trim_end());
        prop_assert_eq!(events(&EXTRACTOR.extract(&article)), events(&EXTRACTOR.extract(&text)), "{}", text);
    }
}
