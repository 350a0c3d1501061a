//! Tokens: words, numbers and single signs, with byte spans, shape and folded word id.
//!
//! UAX #29 keeps `Kab.Malang` and the missing-space sentence end `tiba.Bupati` as one word; here a full stop between
//! letters separates, one between digits (1.000.000, 09.00) does not. A hyphen always separates. ASCII takes a fast path;
//! a word with any other letter is measured by `unicode-segmentation`.

use unicode_segmentation::UnicodeSegmentation;

use super::chunk::{CHUNK, Chunk};
use super::fold::{fold, letters};
use super::shape::{BLANK, Shape, WIDE, WORD, kind, shape_of};
use super::vocabulary::{Folded, Key, Mark, WordId};

/// A word, a number or a sign.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// First byte.
    pub(crate) start: u32,
    /// First byte behind.
    pub(crate) end: u32,
    /// Number of the folded word.
    pub(crate) word: WordId,
    /// What it looks like.
    pub(crate) shape: Shape,
    /// For a sign its ASCII form (curly quotes straight, dashes `-`, bullets `*`, square brackets round), else 0.
    pub(crate) sign: u8,
    /// The marks of the word.
    pub(crate) marks: Mark,
    /// How many letters and digits it has, accents not counted, however they are encoded; 255 for more.
    pub(crate) letters: u8,
}

impl Token {
    pub(crate) fn is(&self, shape: Shape) -> bool {
        self.shape.has(shape)
    }

    /// A word or number, not a sign.
    pub(crate) fn is_word(&self) -> bool {
        self.sign == 0
    }

    /// Digits only, with full stops or commas between them at most.
    pub(crate) fn is_number(&self) -> bool {
        self.is(Shape::DIGIT) && !self.is(Shape::LETTER)
    }
}

/// The folded word at the head of a text and its length, where it is short, plain and ends before a blank or with the text:
/// as [`Tokenizer::next`] tells it, without a token.
pub(crate) fn plain_word(text: &[u8]) -> Option<(Key, usize)> {
    text.first()?;
    let chunk = Chunk::of(text);
    let length = chunk.length();
    let ends = text.get(length).is_none_or(|b| *b == b' ');
    ((1..CHUNK).contains(&length) && ends).then(|| (Key::chunk(chunk.folded()), length))
}

/// Cuts a text into tokens, one after the other. Bytes behind 4 GiB are not read.
pub(crate) struct Tokenizer<'t> {
    text: &'t str,
    at: usize,
    /// What stands between the last token and the next one: nothing, a line end, a blank line.
    gap: Shape,
    /// The last word that is not told by [`Piece::short`].
    folded: String,
}

impl<'t> Tokenizer<'t> {
    pub(crate) fn new(text: &'t str) -> Tokenizer<'t> {
        Tokenizer { text, at: 0, gap: Shape::default().with(Shape::LINE_START, true).with(Shape::AFTER_BLANK, true), folded: String::new() }
    }

    /// The next token, of no word yet, and its folded word; `None` for a long word, which [`Tokenizer::long`] tells.
    #[inline(always)]
    pub(crate) fn next(&mut self) -> Option<(Token, Option<Key>)> {
        let piece = self.piece()?;
        let end = self.at.saturating_add(piece.length);
        let own = || self.text.get(self.at..end).unwrap_or("");
        let short = piece.short.or_else(|| {
            self.folded.clear();
            fold(own(), &mut self.folded);
            Folded::new(self.folded.as_bytes()).short()
        });
        let letters = if piece.ascii { piece.length } else { letters(own()) };
        let token = Token {
            start: u32::try_from(self.at).ok()?,
            end: u32::try_from(end).ok()?,
            word: WordId::UNKNOWN,
            shape: piece.shape.or(self.gap).with(Shape::WIDE, !piece.ascii),
            sign: piece.sign,
            marks: Mark::default(),
            letters: u8::try_from(letters).unwrap_or(u8::MAX),
        };
        (self.at, self.gap) = (end, Shape::GLUED);
        Some((token, short))
    }

    /// The folded word of the last token.
    pub(crate) fn long(&self) -> Folded<'_> {
        Folded::new(self.folded.as_bytes())
    }

    /// Measures the next token; passes white space over.
    fn piece(&mut self) -> Option<Piece> {
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            let byte = *rest.first()?;
            match kind(byte) {
                BLANK if byte == b' ' => {
                    self.at = self.at.saturating_add(1);
                    self.gap = self.gap.without(Shape::GLUED);
                }
                BLANK => {
                    let ends = byte == b'\n' || byte == b'\r' && rest.get(1) != Some(&b'\n');
                    self.blank(1, u32::from(ends));
                }
                0 => return Some(Piece::sign(plain(byte), 1, true)),
                WIDE => {
                    let rest = self.text.get(self.at..)?;
                    let first = rest.chars().next()?;
                    if !first.is_whitespace() {
                        return Some(measure(rest));
                    }
                    let ends = if first == '\u{2029}' { 2 } else { u32::from(matches!(first, '\u{2028}' | '\u{85}')) };
                    self.blank(first.len_utf8(), ends);
                }
                _ => return Some(Piece::plain(rest).unwrap_or_else(|| self.word(rest))),
            }
        }
    }

    fn blank(&mut self, length: usize, newlines: u32) {
        self.at = self.at.saturating_add(length);
        let lines = newlines.saturating_add(u32::from(self.gap.has(Shape::LINE_START)));
        let empty = lines > 1 || self.gap.has(Shape::AFTER_BLANK);
        self.gap = Shape::default().with(Shape::LINE_START, lines > 0).with(Shape::AFTER_BLANK, empty);
    }

    /// The word at the head of `rest`, which begins with a letter or digit of ASCII.
    fn word(&self, rest: &[u8]) -> Piece {
        let piece = |length: usize| self.text.get(self.at..self.at.saturating_add(length)).unwrap_or("");
        match ascii_word(rest) {
            Some(length) => Piece::word(piece(length)),
            None => measure(piece(rest.len())),
        }
    }
}

/// What is measured of a token at once.
struct Piece {
    /// Length in bytes.
    length: usize,
    sign: u8,
    shape: Shape,
    /// ASCII only.
    ascii: bool,
    /// The folded word, where it is told already.
    short: Option<Key>,
}

impl Piece {
    fn sign(sign: u8, length: usize, ascii: bool) -> Piece {
        Piece { length, sign, shape: Shape::default(), ascii, short: Some(Key::sign(sign)) }
    }

    /// A word or number of ASCII letters and digits only, where a glance tells that it ends.
    fn plain(rest: &[u8]) -> Option<Piece> {
        let chunk = Chunk::of(rest);
        let length = chunk.length();
        let digit = |at: usize| rest.get(at).is_some_and(u8::is_ascii_digit);
        let ends = match rest.get(length) {
            Some(b'.' | b',') => !(digit(length.wrapping_sub(1)) && digit(length.saturating_add(1))),
            Some(b'\'' | b'`') => false,
            byte => byte.is_none_or(u8::is_ascii),
        };
        if !ends || length >= CHUNK {
            return None;
        }
        Some(Piece { length, sign: 0, shape: chunk.shape(), ascii: true, short: Some(Key::chunk(chunk.folded())) })
    }

    /// A word or number.
    fn word(piece: &str) -> Piece {
        let ascii = piece.is_ascii();
        let short = Key::ascii(piece.as_bytes(), piece.len()).filter(|_| ascii);
        Piece { length: piece.len(), sign: 0, shape: shape_of(piece), ascii, short }
    }
}

/// The token at the head of `rest`, which is not empty nor begins with white space, where it is not all ASCII.
fn measure(rest: &str) -> Piece {
    // U+2010..U+2027: UAX #29 joins no ASCII to a dash, a quote or an ellipsis.
    let segment = match rest.as_bytes() {
        [0xE2, 0x80, 0x90..=0xA7, next, ..] if next.is_ascii() => rest.get(..3),
        _ => rest.split_word_bounds().next(),
    };
    let segment = segment.unwrap_or(rest);
    let head = segment.chars().next().unwrap_or(' ');
    if head.is_alphanumeric() {
        let piece = segment.get(..cut_at_stop(segment)).unwrap_or(segment);
        return Piece::word(piece);
    }
    let sign = match head {
        '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{00B4}' => b'\'',
        '\u{201C}'..='\u{201F}' | '\u{00AB}' | '\u{00BB}' | '\u{2033}' => b'"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => b'-',
        '\u{2026}' => b'.',
        '\u{2022}' | '\u{00B7}' | '\u{25CF}' | '\u{25AA}' | '\u{25A0}' => b'*',
        '\u{00D7}' => b'x',
        _ => b'\x7f',
    };
    Piece::sign(sign, segment.len(), false)
}

/// What an ASCII sign counts as: "Brigjen Pol [Purn]", "Senin [6/5]" are written with either sort of brackets.
fn plain(byte: u8) -> u8 {
    match byte {
        b'[' => b'(',
        b']' => b')',
        _ if byte.is_ascii_graphic() => byte,
        _ => b'\x7f',
    }
}

/// Length of a word of ASCII letters and digits; `None` if a letter beyond ASCII follows, which
/// UAX #29 must judge.
fn ascii_word(bytes: &[u8]) -> Option<usize> {
    let mut at = 0_usize;
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    loop {
        at = at.saturating_add(bytes.iter().skip(at).take_while(|b| kind(**b) == WORD).count());
        let here = byte(at);
        if kind(here) == BLANK {
            return Some(at);
        }
        let before = byte(at.wrapping_sub(1));
        let after = byte(at.saturating_add(1));
        let joins = match here {
            b'.' => before.is_ascii_digit() && after.is_ascii_digit(),
            // "3,6" is one number, "2023,07:00" is two.
            b',' => {
                before.is_ascii_digit()
                    && after.is_ascii_digit()
                    && !(at >= 4 && (1..=4).all(|back| byte(at.wrapping_sub(back)).is_ascii_digit()))
            }
            b'\'' | b'`' => before.is_ascii_alphabetic() && after.is_ascii_alphabetic(),
            _ => false,
        };
        if joins {
            at = at.saturating_add(1);
            continue;
        }
        if here < 0x80 {
            // "Mas'üdah"
            let goes_on = here == b'\'' && before.is_ascii_alphabetic() && after >= 0x80;
            return if goes_on { None } else { Some(at) };
        }
        // A curly apostrophe (U+2018, U+2019) between letters stays inside the word, any other sign ends it.
        let curly = here == 0xE2 && after == 0x80 && matches!(byte(at.saturating_add(2)), 0x98 | 0x99);
        if curly {
            let next = byte(at.saturating_add(3));
            if before.is_ascii_alphabetic() && next.is_ascii_alphabetic() {
                at = at.saturating_add(3);
                continue;
            }
            return if next < 0x80 { Some(at) } else { None };
        }
        // U+2000..U+206F are signs and blanks, and so is NBSP: the word ends here.
        if here == 0xE2
            && matches!(after, 0x80 | 0x81)
            && !matches!((after, byte(at.saturating_add(2))), (0x80, 0x8B..=0x8F) | (0x81, 0xA0))
        {
            return Some(at);
        }
        if here == 0xC2 && matches!(after, 0xA0 | 0xA9 | 0xAB | 0xAE | 0xB7 | 0xBB) {
            return Some(at);
        }
        return None;
    }
}

/// Length of the part of a UAX #29 word before white space (U+202F joins words there) or before a full stop, colon or
/// underscore that does not stand between digits.
fn cut_at_stop(segment: &str) -> usize {
    let segment = segment.split(char::is_whitespace).next().unwrap_or(segment);
    let bytes = segment.as_bytes();
    for (i, byte) in bytes.iter().enumerate() {
        let separates = match byte {
            b'.' | b',' => {
                !(bytes.get(i.wrapping_sub(1)).is_some_and(u8::is_ascii_digit)
                    && bytes.get(i.saturating_add(1)).is_some_and(u8::is_ascii_digit))
            }
            b':' | b'_' => true,
            _ => false,
        };
        if separates && i > 0 {
            return i;
        }
    }
    segment.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokenizer = Tokenizer::new(text);
        std::iter::from_fn(|| tokenizer.next()).map(|(t, _)| &text[t.start as usize..t.end as usize]).collect()
    }

    #[test]
    fn stops_between_letters_separate_between_digits_do_not() {
        assert_eq!(words("Kab.Malang, tiba.Bupati"), ["Kab", ".", "Malang", ",", "tiba", ".", "Bupati"]);
        assert_eq!(words("Rp 1.000.000 pukul 09.00 (7/11)"), ["Rp", "1.000.000", "pukul", "09.00", "(", "7", "/", "11", ")"]);
        assert_eq!(words("Damanhuri,S.Pd., MM."), ["Damanhuri", ",", "S", ".", "Pd", ".", ",", "MM", "."]);
    }

    #[test]
    fn apostrophes_join_and_quotes_do_not() {
        assert_eq!(words("Mas’ud ‘Sudut’ Jum'at"), ["Mas’ud", "‘", "Sudut", "’", "Jum'at"]);
        assert_eq!(words("“Kotim–Seruyan”"), ["“", "Kotim", "–", "Seruyan", "”"]);
        assert_eq!(words("Cafe\u{301} caf\u{e9}s"), ["Cafe\u{301}", "caf\u{e9}s"]);
        assert_eq!(words("kata\u{a0}dia\u{2014}ya"), ["kata", "dia", "\u{2014}", "ya"]);
        assert_eq!(words("kat\u{e9}\u{202f}dia\u{202f}kat\u{e9}"), ["kat\u{e9}", "dia", "kat\u{e9}"]);
    }
}
