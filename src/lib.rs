//! `kunker` reads Indonesian government news and returns typed visits and agreements, each value with the words that say it.
//!
//! *Kunker* is the newsrooms' short word for *kunjungan kerja*, a working visit.
//!
//! ```
//! use kunker::{Context, Extractor, Slot};
//!
//! let extractor = Extractor::new();
//! let text = "Bupati Pekalongan Fulan Sudarsono beserta rombongan berkunjung ke Balikpapan, Kamis (6/12/2018). \
//!             Rombongan diterima langsung oleh Wakil Wali Kota Balikpapan Anu Suryadi.";
//! let document = extractor.extract(text);
//! let visit = &document.visits[0];
//! assert_eq!(visit.visitors[0].region.as_ref().unwrap().code, "33.26");
//! assert_eq!(visit.hosts[0].region.as_ref().unwrap().code, "64.71");
//! assert!(visit.evidence.of(Slot::ReceivedBy).any(|proof| text[proof.span].contains("Anu Suryadi")));
//! ```
//!
//! # Five storeys
//!
//! | storey | does |
//! |---|---|
//! | `text` | zones, sentences, tokens, folding |
//! | `lexicon` | word tables and their index |
//! | `mention` | regions, officials, bodies, dates, numbers, places |
//! | `rule` | patterns over mentions that fill frames |
//! | `event` | joins the frames of one real-world event and builds the structs |
//!
//! Words live in tables (`lexicons/*.tsv`), patterns in rule files (`lexicons/rules/*.rules`), computing in Rust. The rule
//! language is described in [`language`].
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects,
        clippy::panic
    )
)]

mod document;
mod error;
mod event;
mod explain;
mod extractor;
mod kinds;
mod lexicon;
mod mention;
mod region;
mod rule;
mod span;
mod text;
mod title;

#[doc = include_str!("../lexicons/rules/README.md")]
pub mod language {}

pub use document::{Agreement, Conflict, DateRange, Document, Duration, Evidence, Official, Party, Place, Proof, Visit};
pub use error::Error;
pub use explain::{Attempt, ExplainedSentence, Explanation, FiredSlot, Firing, FoundPhrase};
pub use extractor::{Builder, Context, Extractor};
pub use kinds::{
    Acting, Affair, AgreementKind, AgreementStatus, BodySort, ConflictKind, Level, MentionKind, PlaceSort, Slot, UnknownKey, VisitKind,
    VisitStatus,
};
pub use mention::PublicMention as Mention;
pub use region::{FormerName, Region};
pub use span::Span;
pub use text::Zone;
pub use title::{Office, Title};

/// A calendar date without time or zone; re-exported from `jiff`.
pub use jiff::civil::Date;
