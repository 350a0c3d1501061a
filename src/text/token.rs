//! Tokens: words, numbers and single signs, with byte spans, shape and folded word id.
//!
//! UAX #29 keeps `Kab.Malang` and the missing-space sentence end `tiba.Bupati` as one word; here a full stop between
//! letters separates, one between digits (1.000.000, 09.00) does not. A hyphen always separates. ASCII takes a fast path;
//! a word with any other letter is measured by `unicode-segmentation`.

use unicode_segmentation::UnicodeSegmentation;

use super::fold::{fold, letters};
use super::vocabulary::{Folded, Mark, WordId};

/// What a token looks like, as bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Shape(u8);

impl Shape {
    /// Begins with an upper-case letter.
    pub(crate) const CAPITAL: Shape = Shape(1);
    /// Two or more letters, none of them lower case.
    pub(crate) const ALL_CAPS: Shape = Shape(2);
    /// Holds a letter.
    pub(crate) const LETTER: Shape = Shape(4);
    /// Holds a digit.
    pub(crate) const DIGIT: Shape = Shape(8);
    /// No white space before it.
    pub(crate) const GLUED: Shape = Shape(16);
    /// First of its line.
    pub(crate) const LINE_START: Shape = Shape(32);
    /// A blank line stands before it.
    pub(crate) const AFTER_BLANK: Shape = Shape(64);

    pub(crate) fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    fn add(&mut self, other: Shape) {
        self.0 |= other.0;
    }
}

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
    /// For a sign its ASCII form (curly quotes straight, dashes `-`, bullets `*`), else 0.
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

/// Cuts `text` into tokens; `word` gives number and marks of a folded word. Bytes behind 4 GiB are not read.
pub(crate) fn tokenize(text: &str, mut word: impl FnMut(Folded<'_>) -> (WordId, Mark), tokens: &mut Vec<Token>) {
    let bytes = text.as_bytes();
    let mut folded = String::new();
    let mut newlines = 2_u32;
    let mut glued = false;
    let mut at = 0_usize;
    while let Some(&byte) = bytes.get(at) {
        let first = kind(byte);
        if first == BLANK {
            newlines =
                newlines.saturating_add(u32::from(byte == b'\n' || byte == b'\r' && bytes.get(at.saturating_add(1)) != Some(&b'\n')));
            glued = false;
            at = at.saturating_add(1);
            continue;
        }
        let rest = bytes.get(at..).unwrap_or(&[]);
        let plain = match first {
            0 => {
                Some(Piece { length: 1, sign: if byte.is_ascii_graphic() { byte } else { b'\x7f' }, shape: Shape::default(), ascii: true })
            }
            WIDE => None,
            _ => ascii_word(rest).map(|(length, kinds)| {
                if kinds & WIDE == 0 {
                    return Piece { length, sign: 0, shape: shape_of(rest.get(..length).unwrap_or(&[]), kinds), ascii: true };
                }
                Piece::word(text.get(at..at.saturating_add(length)).unwrap_or(""), kinds)
            }),
        };
        let piece = if let Some(plain) = plain {
            plain
        } else {
            let Some(rest) = text.get(at..) else { break };
            let first = rest.chars().next().unwrap_or(' ');
            if first.is_whitespace() {
                newlines =
                    newlines.saturating_add(if first == '\u{2029}' { 2 } else { u32::from(first == '\u{2028}' || first == '\u{85}') });
                glued = false;
                at = at.saturating_add(first.len_utf8());
                continue;
            }
            measure(rest)
        };
        let mut shape = piece.shape;
        if glued {
            shape.add(Shape::GLUED);
        }
        if newlines > 0 {
            shape.add(Shape::LINE_START);
            if newlines > 1 {
                shape.add(Shape::AFTER_BLANK);
            }
        }
        let end = at.saturating_add(piece.length);
        let short = match piece.sign {
            0 => Folded::ascii(rest, piece.length).filter(|_| piece.ascii),
            sign => Some(Folded::sign(sign)),
        };
        let (word, marks) = word(short.unwrap_or_else(|| {
            folded.clear();
            fold(text.get(at..end).unwrap_or(""), &mut folded);
            Folded::new(folded.as_bytes())
        }));
        let (Ok(start), Ok(stop)) = (u32::try_from(at), u32::try_from(end)) else { break };
        let letters = if piece.ascii { piece.length } else { letters(text.get(at..end).unwrap_or("")) };
        let letters = u8::try_from(letters).unwrap_or(u8::MAX);
        tokens.push(Token { start, end: stop, word, shape, sign: piece.sign, marks, letters });
        newlines = 0;
        glued = true;
        at = end;
    }
}

/// Kinds of bytes, as bits.
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;
const WIDE: u8 = 8;
const BLANK: u8 = 16;

/// The kind of each byte; 0 for an ASCII sign.
const KINDS: [u8; 256] = {
    let mut kinds = [WIDE; 256];
    let mut byte = 0_u8;
    let mut rest: &mut [u8] = &mut kinds;
    while let ([kind, behind @ ..], true) = (rest, byte.is_ascii()) {
        *kind = match byte {
            b'A'..=b'Z' => UPPER,
            b'a'..=b'z' => LOWER,
            b'0'..=b'9' => DIGIT,
            b' ' | 0x09..=0x0D => BLANK,
            _ => 0,
        };
        rest = behind;
        byte = byte.wrapping_add(1);
    }
    kinds
};

fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(WIDE)
}

/// What is measured of a token at once.
struct Piece {
    /// Length in bytes.
    length: usize,
    sign: u8,
    shape: Shape,
    /// ASCII only.
    ascii: bool,
}

impl Piece {
    /// A word or number of these kinds of bytes.
    fn word(piece: &str, kinds: u8) -> Piece {
        let ascii = kinds & WIDE == 0;
        Piece { length: piece.len(), sign: 0, shape: if ascii { shape_of(piece.as_bytes(), kinds) } else { shape_of_wide(piece) }, ascii }
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
        return Piece::word(piece, piece.bytes().fold(0, |kinds, byte| kinds | kind(byte)));
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
    Piece { length: segment.len(), sign, shape: Shape::default(), ascii: false }
}

/// Length of a word of ASCII letters and digits and the kinds of its bytes; `None` if a letter beyond ASCII follows, which
/// UAX #29 must judge.
fn ascii_word(bytes: &[u8]) -> Option<(usize, u8)> {
    let mut at = 0_usize;
    let mut kinds = 0;
    let byte = |i: usize| bytes.get(i).copied().unwrap_or(0);
    loop {
        for kind in bytes.iter().skip(at).map(|b| kind(*b)).take_while(|kind| kind & (UPPER | LOWER | DIGIT) != 0) {
            kinds |= kind;
            at = at.saturating_add(1);
        }
        let here = byte(at);
        if kind(here) == BLANK {
            return Some((at, kinds));
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
            return if goes_on { None } else { Some((at, kinds)) };
        }
        // A curly apostrophe (U+2018, U+2019) between letters stays inside the word, any other sign ends it.
        let curly = here == 0xE2 && after == 0x80 && matches!(byte(at.saturating_add(2)), 0x98 | 0x99);
        if curly {
            let next = byte(at.saturating_add(3));
            if before.is_ascii_alphabetic() && next.is_ascii_alphabetic() {
                at = at.saturating_add(3);
                kinds |= WIDE;
                continue;
            }
            return if next < 0x80 { Some((at, kinds)) } else { None };
        }
        // U+2000..U+206F are signs and blanks, and so is NBSP: the word ends here.
        if here == 0xE2
            && matches!(after, 0x80 | 0x81)
            && !matches!((after, byte(at.saturating_add(2))), (0x80, 0x8B..=0x8F) | (0x81, 0xA0))
        {
            return Some((at, kinds));
        }
        if here == 0xC2 && matches!(after, 0xA0 | 0xA9 | 0xAB | 0xAE | 0xB7 | 0xBB) {
            return Some((at, kinds));
        }
        return None;
    }
}

/// Length of the part of a UAX #29 word before a full stop, colon or underscore that does not stand between digits.
fn cut_at_stop(segment: &str) -> usize {
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

/// The shape of an ASCII word of these kinds of bytes.
fn shape_of(piece: &[u8], kinds: u8) -> Shape {
    let mut shape = Shape::default();
    if kinds & DIGIT != 0 {
        shape.add(Shape::DIGIT);
    }
    if kinds & (UPPER | LOWER) != 0 {
        shape.add(Shape::LETTER);
    }
    if kinds & UPPER != 0 {
        if piece.first().is_some_and(u8::is_ascii_uppercase) {
            shape.add(Shape::CAPITAL);
        }
        if kinds & LOWER == 0 && piece.iter().filter(|b| b.is_ascii_uppercase()).count() > 1 {
            shape.add(Shape::ALL_CAPS);
        }
    }
    shape
}

/// As [`shape_of`], letter by letter.
fn shape_of_wide(piece: &str) -> Shape {
    let mut shape = Shape::default();
    let mut letters = 0_u32;
    let mut lower = false;
    for (i, c) in piece.chars().enumerate() {
        if c.is_ascii_digit() || c.is_numeric() {
            shape.add(Shape::DIGIT);
        } else if c.is_alphabetic() {
            letters = letters.saturating_add(1);
            if c.is_uppercase() {
                if i == 0 {
                    shape.add(Shape::CAPITAL);
                }
            } else {
                lower = true;
            }
        }
    }
    if letters > 0 {
        shape.add(Shape::LETTER);
    }
    if letters > 1 && !lower {
        shape.add(Shape::ALL_CAPS);
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        tokenize(text, |_| (WordId::UNKNOWN, Mark::default()), &mut tokens);
        tokens.iter().map(|t| &text[t.start as usize..t.end as usize]).collect()
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
    }
}
