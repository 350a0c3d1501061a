//! The phrase classes and single words that the grammars of the mention storey ask for.

use crate::lexicon::{ClassId, Lexicon};
use crate::text::WordId;

macro_rules! classes {
    ($($name:ident),+ $(,)?) => {
        /// Class numbers by name; [`ClassId`] of a class without a table matches nothing.
        #[derive(Clone, Debug)]
        pub(crate) struct Classes {
            $(pub(crate) $name: ClassId,)+
            pub(crate) words: Words,
        }

        impl Classes {
            pub(crate) fn new(lexicon: &mut Lexicon) -> Self {
                let words = Words::new(lexicon);
                let none = ClassId(u16::MAX);
                Classes { $($name: lexicon.class(stringify!($name)).unwrap_or(none),)+ words }
            }
        }
    };
}

classes!(
    acting, title, government, level, council, committee, body, agency, minister, viceminister, unit, place, region, foreign, honorific, degree, nameword, month, weekday, relday,
    numeral, counter, zone, common, visit_kind, agreement_kind, verb, status, preposition, affair, quiet, budget, delegation, guest, district,
);

macro_rules! words {
    ($($name:ident = $word:literal),+ $(,)?) => {
        /// Numbers of single words.
        #[derive(Clone, Debug)]
        pub(crate) struct Words { $(pub(crate) $name: WordId,)+ }

        impl Words {
            fn new(lexicon: &mut Lexicon) -> Self {
                Words { $($name: lexicon.words($word).first().copied().unwrap_or(WordId::UNKNOWN),)+ }
            }
        }
    };
}

words!(
    dan = "dan", serta = "serta", dengan = "dengan", ri = "ri", republik = "republik", indonesia = "indonesia", di = "di", ke = "ke", dari = "dari", untuk = "untuk", oleh = "oleh", yang = "yang",
    selaku = "selaku", menjabat = "menjabat", sebagai = "sebagai", sekaligus = "sekaligus", hingga = "hingga", sampai = "sampai", sd = "s.d", tahun = "tahun", nomor = "nomor", no = "no",
    pukul = "pukul", bin = "bin", binti = "binti", al = "al", el = "el", de = "de", van = "van", da = "da", dos = "dos", der = "der", lantai = "lantai", lt = "lt", setempat = "setempat",
    persero = "persero", tbk = "tbk", lalu = "lalu", kementerian = "kementerian", kementrian = "kementrian", kota = "kota", maupun = "maupun", tanggal = "tanggal", tgl = "tgl", bidang = "bidang",
    cabang = "cabang", beserta = "beserta", bersama = "bersama", provinsi = "provinsi", kabupaten = "kabupaten", para = "para", pak = "pak", bapak = "bapak", ibu = "ibu", bu = "bu", sang = "sang",
    kedua = "kedua", antara = "antara", wib = "wib", wita = "wita", wit = "wit", rp = "rp", persen = "persen", plus = "plus", juta = "juta", ribu = "ribu", miliar = "miliar", s = "s", d = "d", wilayah = "wilayah",
    negeri = "negeri", keduanya = "keduanya", ketiganya = "ketiganya", se = "se",
);
