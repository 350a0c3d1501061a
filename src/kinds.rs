//! The closed sets of the annotation guide (kinds, states, affairs, slots, levels, acting marks) and of mentions.
//!
//! Each is a `#[non_exhaustive]` enum whose `as_str` is the guide's key, which is also what `FromStr` reads and JSON holds.

/// A word that is not a key of the closed set it was parsed for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKey {
    /// The word that was given.
    pub found: String,
    /// The keys that exist, joined by blanks.
    pub known: String,
}

impl std::fmt::Display for UnknownKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "unknown key {:?}; known: {}", self.found, self.known)
    }
}

impl std::error::Error for UnknownKey {}

macro_rules! closed_set {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $key:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name { $($(#[$vdoc])* $variant,)+ }

        impl $name {
            /// Every member, in the order of the guide.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The guide's key.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $key,)+ }
            }

            /// The member of a key; parsing tells besides what else was expected, which takes longer than a look.
            pub(crate) fn of(key: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|k| k.as_str() == key)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.pad(self.as_str()) }
        }

        impl std::str::FromStr for $name {
            type Err = UnknownKey;
            fn from_str(key: &str) -> Result<Self, UnknownKey> {
                $name::of(key).ok_or_else(|| UnknownKey {
                    found: key.to_owned(),
                    known: $name::ALL.iter().map(|k| k.as_str()).collect::<Vec<_>>().join(" "),
                })
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> { s.serialize_str(self.as_str()) }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let key = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                key.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}

closed_set! {
    /// What sort of visit it was, by the words of the article.
    VisitKind {
        /// An official working visit (kunker).
        KunjunganKerja = "kunjungan_kerja",
        /// A comparative study visit (studi komparasi, kaji banding).
        StudiBanding = "studi_banding",
        /// A visit to learn what to copy (kaji tiru, studi terap).
        StudiTiru = "studi_tiru",
        /// Benchmarking (patok banding).
        Benchmarking = "benchmarking",
        /// A visit that returns an earlier one.
        KunjunganBalasan = "kunjungan_balasan",
        /// An audience, courtesy call or silaturahmi.
        Audiensi = "audiensi",
        /// A consultation or coordination visit.
        Konsultasi = "konsultasi",
        /// A field visit, inspection or monitoring.
        KunjunganLapangan = "kunjungan_lapangan",
        /// A working meeting with guests from elsewhere.
        Rapat = "rapat",
        /// A visit with no kind said.
        Kunjungan = "kunjungan",
    }
}

closed_set! {
    /// Whether a visit took place.
    VisitStatus {
        /// Announced.
        Planned = "planned",
        /// Under way when the article was written.
        Ongoing = "ongoing",
        /// Over.
        Held = "held",
        /// Called off.
        Cancelled = "cancelled",
    }
}

closed_set! {
    /// What sort of agreement it is, by the words of the article.
    AgreementKind {
        /// Memorandum of understanding (MoU, nota kesepahaman).
        NotaKesepahaman = "nota_kesepahaman",
        /// Joint agreement between regions (KB, nota kesepakatan), Permendagri 22/2020.
        KesepakatanBersama = "kesepakatan_bersama",
        /// Cooperation contract (PKS), Permendagri 22/2020.
        PerjanjianKerjaSama = "perjanjian_kerja_sama",
        /// Letter of intent.
        LetterOfIntent = "letter_of_intent",
        /// Twin towns or provinces (kota kembar).
        SisterCity = "sister_city",
        /// A joint commitment or declaration.
        Komitmen = "komitmen",
        /// A cooperation with no form said.
        KerjaSama = "kerja_sama",
    }
}

closed_set! {
    /// How far an agreement has come.
    AgreementStatus {
        /// Offered, explored or hoped for as something new.
        Proposed = "proposed",
        /// Will be signed.
        Planned = "planned",
        /// Signed, declared, or already running.
        Signed = "signed",
        /// Renewed or widened.
        Extended = "extended",
        /// Over or broken off.
        Ended = "ended",
    }
}

impl AgreementStatus {
    /// Nothing has been agreed yet: proposed or planned.
    pub(crate) fn lies_ahead(self) -> bool {
        matches!(self, AgreementStatus::Proposed | AgreementStatus::Planned)
    }
}

closed_set! {
    /// Government affairs (urusan pemerintahan) after UU 23/2014.
    Affair {
        /// Education.
        Pendidikan = "pendidikan",
        /// Health.
        Kesehatan = "kesehatan",
        /// Public works, roads, irrigation, water, spatial planning.
        PekerjaanUmum = "pekerjaan_umum",
        /// Housing and settlements.
        Perumahan = "perumahan",
        /// Public order, disasters, fire.
        Ketenteraman = "ketenteraman",
        /// Social affairs.
        Sosial = "sosial",
        /// Labour.
        TenagaKerja = "tenaga_kerja",
        /// Women and children.
        PerempuanAnak = "perempuan_anak",
        /// Food.
        Pangan = "pangan",
        /// Land.
        Pertanahan = "pertanahan",
        /// Environment and waste.
        LingkunganHidup = "lingkungan_hidup",
        /// Civil registration.
        Kependudukan = "kependudukan",
        /// Villages and community empowerment.
        PemberdayaanDesa = "pemberdayaan_desa",
        /// Family planning.
        KeluargaBerencana = "keluarga_berencana",
        /// Transport.
        Perhubungan = "perhubungan",
        /// Communication and informatics.
        Kominfo = "kominfo",
        /// Cooperatives and small enterprises.
        KoperasiUkm = "koperasi_ukm",
        /// Investment and permits.
        PenanamanModal = "penanaman_modal",
        /// Youth and sport.
        PemudaOlahraga = "pemuda_olahraga",
        /// Statistics.
        Statistik = "statistik",
        /// Cryptography and information security.
        Persandian = "persandian",
        /// Culture.
        Kebudayaan = "kebudayaan",
        /// Libraries.
        Perpustakaan = "perpustakaan",
        /// Archives.
        Kearsipan = "kearsipan",
        /// Sea and fisheries.
        KelautanPerikanan = "kelautan_perikanan",
        /// Tourism and creative economy.
        Pariwisata = "pariwisata",
        /// Agriculture, plantations, livestock.
        Pertanian = "pertanian",
        /// Forestry.
        Kehutanan = "kehutanan",
        /// Energy and minerals.
        EnergiMineral = "energi_mineral",
        /// Trade and markets.
        Perdagangan = "perdagangan",
        /// Industry and crafts.
        Perindustrian = "perindustrian",
        /// Transmigration.
        Transmigrasi = "transmigrasi",
        /// Planning.
        Perencanaan = "perencanaan",
        /// Finance, taxes, assets, regional companies.
        Keuangan = "keuangan",
        /// Civil service and training.
        Kepegawaian = "kepegawaian",
        /// Research and innovation.
        Litbang = "litbang",
        /// Supervision.
        Pengawasan = "pengawasan",
        /// Regional laws and the council's functions.
        Legislasi = "legislasi",
        /// National unity and politics.
        KesatuanBangsa = "kesatuan_bangsa",
        /// Government in general, autonomy, public service.
        Pemerintahan = "pemerintahan",
    }
}

closed_set! {
    /// A slot of a visit or an agreement, as evidence names it.
    Slot {
        /// `kind` of both.
        Kind = "kind",
        /// `status` of both.
        Status = "status",
        /// `visitors` of a visit.
        Visitors = "visitors",
        /// `hosts` of a visit.
        Hosts = "hosts",
        /// `leader` of a visit.
        Leader = "leader",
        /// `received_by` of a visit.
        ReceivedBy = "received_by",
        /// `accompanied_by` of a visit.
        AccompaniedBy = "accompanied_by",
        /// `parties` of an agreement.
        Parties = "parties",
        /// `signatories` of an agreement.
        Signatories = "signatories",
        /// `date` of both.
        Date = "date",
        /// `delegation_size` of a visit.
        DelegationSize = "delegation_size",
        /// `venue` of both.
        Venue = "venue",
        /// `sites` of a visit.
        Sites = "sites",
        /// `duration` of an agreement.
        Duration = "duration",
        /// `affairs` of both.
        Affairs = "affairs",
    }
}

closed_set! {
    /// The level of a region in Indonesia's administration (UU 23/2014).
    Level {
        /// Provinsi.
        Provinsi = "provinsi",
        /// Kabupaten.
        Kabupaten = "kabupaten",
        /// Kota.
        Kota = "kota",
        /// Kecamatan, distrik, kapanewon, kemantren.
        Kecamatan = "kecamatan",
    }
}

closed_set! {
    /// The mark of an office held for the time being (UU 30/2014, Permendagri 74/2016).
    Acting {
        /// Penjabat.
        Pj = "Pj",
        /// Penjabat Sementara.
        Pjs = "Pjs",
        /// Pelaksana Tugas.
        Plt = "Plt",
        /// Pelaksana Harian.
        Plh = "Plh",
    }
}

closed_set! {
    /// What sort of body it is.
    BodySort {
        /// A regional council (DPRD) or one of its committees.
        Council = "council",
        /// An agency or section of a regional government.
        Agency = "agency",
        /// A company of a regional government (Perumda, PDAM).
        Enterprise = "enterprise",
        /// A ministry or central agency.
        Central = "central",
        /// A regional office of the centre (Kejari, Polres, BPS of a region).
        Vertical = "vertical",
        /// A university or college.
        University = "university",
        /// A company, bank or hospital of the centre.
        Company = "company",
        /// An association or foundation.
        Association = "association",
        /// An embassy, consulate or aid agency.
        Mission = "mission",
        /// A foreign country, city or province, or its government.
        Foreign = "foreign",
    }
}

closed_set! {
    /// What sort of place it is.
    PlaceSort {
        /// A room or building where one meets or signs.
        Venue = "venue",
        /// A thing that is toured.
        Site = "site",
    }
}

closed_set! {
    /// What about an article does not fit together.
    ConflictKind {
        /// The printed weekday is not the weekday of the printed date.
        Weekday = "weekday",
        /// The headline names another government than the body.
        Headline = "headline",
        /// A name that a kabupaten and a kota share, and nothing in the article decides.
        Twin = "twin",
        /// The text is longer than [`Builder::read_at_most`](crate::Builder::read_at_most) allows; what stands here was not read.
        Length = "length",
    }
}

closed_set! {
    /// What a mention is.
    MentionKind {
        /// A region of Indonesia or its government: "Kotim", "Pemkab Kotawaringin Timur", "Kecamatan Baamang".
        Region = "region",
        /// An office, with or without a name.
        Official = "official",
        /// A person without an office.
        Person = "person",
        /// A council, agency, ministry, university, company, foreign place.
        Body = "body",
        /// A day or range of days.
        Date = "date",
        /// A count.
        Number = "number",
        /// A venue or site.
        Place = "place",
    }
}
