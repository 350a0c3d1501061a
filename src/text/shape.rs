//! Shapes: what the bytes and letters of a token look like.

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

    /// The other shape too, if it holds.
    pub(super) fn with(self, other: Shape, holds: bool) -> Shape {
        Shape(self.0 | if holds { other.0 } else { 0 })
    }
}

/// Kinds of bytes, as bits.
pub(super) const UPPER: u8 = 1;
pub(super) const LOWER: u8 = 2;
pub(super) const DIGIT: u8 = 4;
pub(super) const WIDE: u8 = 8;
pub(super) const BLANK: u8 = 16;

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

pub(super) fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(WIDE)
}

/// The shape of an ASCII word of these kinds of bytes.
pub(super) fn shape_of(piece: &[u8], kinds: u8) -> Shape {
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
pub(super) fn shape_of_wide(piece: &str) -> Shape {
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
