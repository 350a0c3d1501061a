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
    /// Holds something beyond ASCII.
    pub(crate) const WIDE: Shape = Shape(128);

    pub(crate) fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }

    /// Both shapes.
    pub(super) fn or(self, other: Shape) -> Shape {
        Shape(self.0 | other.0)
    }

    pub(super) fn without(self, other: Shape) -> Shape {
        Shape(self.0 & !other.0)
    }

    /// The other shape too, if it holds.
    pub(super) fn with(self, other: Shape, holds: bool) -> Shape {
        Shape(self.0 | if holds { other.0 } else { 0 })
    }
}

/// Kinds of bytes: an ASCII letter or digit, a byte beyond ASCII, an ASCII blank.
pub(super) const WORD: u8 = 1;
pub(super) const WIDE: u8 = 2;
pub(super) const BLANK: u8 = 4;

/// The kind of each byte; 0 for an ASCII sign.
const KINDS: [u8; 256] = {
    let mut kinds = [WIDE; 256];
    let mut byte = 0_u8;
    let mut rest: &mut [u8] = &mut kinds;
    while let ([kind, behind @ ..], true) = (rest, byte.is_ascii()) {
        *kind = match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => WORD,
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

/// The shape of a word, letter by letter.
pub(super) fn shape_of(piece: &str) -> Shape {
    let mut shape = Shape::default();
    let mut letters = 0_u32;
    let mut lower = false;
    for (i, c) in piece.chars().enumerate() {
        let letter = c.is_alphabetic() && !c.is_numeric();
        letters = letters.saturating_add(u32::from(letter));
        lower |= letter && !c.is_uppercase();
        shape = shape.with(Shape::DIGIT, c.is_numeric()).with(Shape::CAPITAL, i == 0 && letter && c.is_uppercase());
    }
    shape.with(Shape::LETTER, letters > 0).with(Shape::ALL_CAPS, letters > 1 && !lower)
}
