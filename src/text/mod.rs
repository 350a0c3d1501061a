//! The lowest storey: tokens, sentences and zones of a text.
//!
//! In comes the caller's `&str`, out come [`Token`]s with byte spans and folded word ids, [`Paragraph`](zone::Paragraph)s with their
//! [`Zone`], and [`Sentence`]s. Nothing here knows of regions or visits; what a word may be is told by the [`Vocabulary`],
//! which the lexicon storey fills.
//!
//! Invariants: tokens ascend, never overlap, sit on character boundaries and cover every byte that is not white space;
//! every token lies in exactly one sentence; all work is linear in the length of the text.

mod chunk;
mod fold;
mod sentence;
mod shape;
mod token;
mod vocabulary;
mod zone;

pub(crate) use fold::{collapse, fold, folds_alike, letters};
pub(crate) use sentence::{Sentence, sentences};
pub(crate) use shape::Shape;
pub(crate) use token::{Token, Tokenizer, plain_word};
pub(crate) use vocabulary::{Folded, FxMap, FxSet, Mark, Slot, Vocabulary, WordId};
pub use zone::Zone;
pub(crate) use zone::{ZoneMark, paragraphs};
