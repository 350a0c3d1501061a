//! The phrase classes and single words that the grammars of the mention storey ask for.

use crate::lexicon::{ClassId, ClassSet, Hit, Hits, Lexicon};
use crate::text::WordId;

macro_rules! classes {
    ($($name:ident),+ $(,)?) => {
        /// Class numbers by name; [`ClassId`] of a class without a table matches nothing.
        #[derive(Clone, Debug)]
        pub(crate) struct Classes {
            $(pub(crate) $name: ClassId,)+
            pub(crate) words: Words,
            pub(crate) starts: Starts,
        }

        impl Classes {
            pub(crate) fn new(lexicon: &mut Lexicon) -> Self {
                let words = Words::new(lexicon);
                let none = ClassId(u16::MAX);
                let mut classes = Classes {
                    $($name: lexicon.class(stringify!($name)).unwrap_or(none),)+
                    words,
                    starts: Starts::default(),
                };
                classes.starts = Starts::new(&classes);
                classes
            }
        }
    };
}

/// The classes whose phrases begin a mention of each sort.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Starts {
    pub(crate) date: ClassSet,
    pub(crate) level: ClassSet,
    pub(crate) place: ClassSet,
    pub(crate) minister: ClassSet,
    pub(crate) office: ClassSet,
    pub(crate) region: ClassSet,
    pub(crate) body: ClassSet,
    /// Classes whose phrases stand first in the name of a body.
    pub(crate) body_head: ClassSet,
    pub(crate) number: ClassSet,
    pub(crate) honorific: ClassSet,
    pub(crate) role: ClassSet,
    /// Classes whose phrases say nothing of whether a word belongs to a name.
    pub(crate) neutral: ClassSet,
    /// Classes whose phrases are never words of a name, however they are written.
    pub(crate) blocking: ClassSet,
    /// Classes whose words only help to read days and numbers.
    pub(crate) aids: ClassSet,
    pub(crate) namesake: ClassSet,
    /// Any of the classes that begin a mention.
    pub(crate) any: ClassSet,
}

impl Starts {
    fn new(c: &Classes) -> Starts {
        let set = |classes: &[ClassId]| classes.iter().fold(ClassSet::default(), |set, class| set.with(*class));
        let mut starts = Starts {
            date: set(&[c.weekday, c.relday, c.month, c.numeral]),
            level: set(&[c.level]),
            place: set(&[c.place]),
            minister: set(&[c.minister, c.viceminister]),
            office: set(&[c.acting, c.title, c.minister, c.viceminister]),
            region: set(&[c.government, c.level, c.region, c.seat]),
            body: set(&[c.council, c.committee, c.agency, c.body, c.foreign, c.government, c.level]),
            body_head: set(&[c.council, c.committee, c.agency, c.body, c.foreign, c.government, c.level, c.role]),
            number: set(&[c.numeral]),
            honorific: set(&[c.honorific]),
            role: set(&[c.role]),
            neutral: set(&[
                c.nameword,
                c.degree,
                c.common,
                c.seat,
                c.namesake,
                c.locative,
                c.homonym,
                c.villageword,
                c.abbreviation,
                c.counter,
                c.role,
                c.series,
                c.speech,
            ]),
            blocking: set(&[
                c.title,
                c.acting,
                c.minister,
                c.viceminister,
                c.government,
                c.council,
                c.committee,
                c.agency,
                c.body,
                c.region,
                c.weekday,
                c.month,
                c.level,
            ]),
            aids: set(&[c.datepart, c.dayname, c.label]),
            namesake: set(&[c.namesake]),
            any: ClassSet::default(),
        };
        starts.any = [starts.date, starts.place, starts.office, starts.region, starts.body, starts.number, starts.honorific, starts.role]
            .into_iter()
            .fold(ClassSet::default(), ClassSet::or);
        starts
    }
}

classes!(
    acting,
    title,
    government,
    level,
    council,
    committee,
    body,
    body_tail,
    agency,
    minister,
    viceminister,
    unit,
    place,
    place_tail,
    place_word,
    tour,
    region,
    foreign,
    honorific,
    degree,
    nameword,
    month,
    weekday,
    relday,
    numeral,
    counter,
    datepart,
    dayname,
    label,
    zone,
    common,
    affair,
    agreement_kind,
    visit_kind,
    delegation,
    verb,
    speech,
    status,
    preposition,
    seat,
    namesake,
    locative,
    homonym,
    role,
    series,
    villageword,
    abbreviation,
);

impl Classes {
    /// Words that tell something only beside a place; elsewhere they are as good as in no table.
    pub(crate) fn beside_place(&self, class: ClassId) -> bool {
        [self.place_tail, self.place_word, self.tour, self.body_tail].contains(&class)
    }
}

impl Classes {
    /// A word that no line ends with, for something belongs to it: "dengan", "di", "yaitu", "serta".
    pub(crate) fn goes_on(&self, lexicon: &Lexicon, hits: &Hits, token: usize) -> bool {
        let whole = |h: &&Hit| h.last as usize == token.saturating_add(1) && !h.entry.weak;
        let joins = |h: &Hit| {
            let series = h.entry.class == self.series && matches!(lexicon.value_name(h.entry.value), "and" | "namely");
            h.entry.class == self.preposition || series
        };
        let joint = ClassSet::of(self.preposition).with(self.series);
        hits.classes(token).meets(joint) && hits.at(token).iter().filter(whole).any(joins)
    }

    /// A passive, whose doer is still to come: "MoU itu ditandatangani | Bupati X".
    pub(crate) fn awaits(&self, lexicon: &Lexicon, hits: &Hits, token: usize) -> bool {
        let passive = |h: &Hit| h.entry.class == self.verb && lexicon.value_name(h.entry.value).ends_with("_passive");
        let whole = |h: &&Hit| h.last as usize == token.saturating_add(1);
        hits.classes(token).meets(ClassSet::of(self.verb)) && hits.at(token).iter().filter(whole).any(passive)
    }
}

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
    dan = "dan",
    serta = "serta",
    ri = "ri",
    republik = "republik",
    indonesia = "indonesia",
    di = "di",
    ke = "ke",
    dari = "dari",
    menuju = "menuju",
    milik = "milik",
    untuk = "untuk",
    yang = "yang",
    selaku = "selaku",
    menjabat = "menjabat",
    sebagai = "sebagai",
    tahun = "tahun",
    bin = "bin",
    binti = "binti",
    br = "br",
    boru = "boru",
    al = "al",
    el = "el",
    de = "de",
    van = "van",
    da = "da",
    dos = "dos",
    der = "der",
    den = "den",
    von = "von",
    lantai = "lantai",
    lt = "lt",
    setempat = "setempat",
    persero = "persero",
    kementerian = "kementerian",
    kementrian = "kementrian",
    maupun = "maupun",
    tanggal = "tanggal",
    tgl = "tgl",
    bidang = "bidang",
    plus = "plus",
    juga = "juga",
    hingga = "hingga",
    beserta = "beserta",
    termasuk = "termasuk",
    se = "se",
    thn = "thn",
    th = "th",
    hari = "hari",
    pekan = "pekan",
    minggu = "minggu",
    bulan = "bulan",
    depan = "depan",
    lagi = "lagi",
    per = "per",
    demi = "demi",
    sama = "sama",
    itu = "itu",
    ini = "ini",
    inilah = "inilah",
    itulah = "itulah",
    bahwa = "bahwa",
    selamat = "selamat",
    tersebut = "tersebut",
);
