//! Sixteen bytes at once: most words are shorter, so that their length, shape and folded form are told without a loop.

use super::shape::Shape;

/// Bytes of a chunk.
pub(super) const CHUNK: usize = 16;

/// The bit that tells a small letter from its capital; here it marks a byte.
const MARK: u8 = 0x20;

/// A byte in each place of a chunk.
const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; CHUNK])
}

/// The marks of the letters and of the digits. Apart from all else so plain a loop becomes one step for all bytes; inlined it is
/// torn into bytes.
#[inline(never)]
fn marks(bytes: &[u8; CHUNK]) -> ([u8; CHUNK], [u8; CHUNK]) {
    let (mut letters, mut digits) = ([0; CHUNK], [0; CHUNK]);
    for (mark, byte) in letters.iter_mut().zip(bytes) {
        // The mark makes a capital small, and no other byte a letter.
        *mark = if (byte | MARK).wrapping_sub(b'a') < 26 { MARK } else { 0 };
    }
    for (mark, byte) in digits.iter_mut().zip(bytes) {
        *mark = if byte.wrapping_sub(b'0') < 10 { MARK } else { 0 };
    }
    (letters, digits)
}

/// Text that is shorter than a chunk, zeros behind it. Apart, so that longer text is read where it stands.
#[inline(never)]
fn padded(text: &[u8]) -> [u8; CHUNK] {
    let mut first = [0; CHUNK];
    if let Some(own) = first.get_mut(..text.len()) {
        own.copy_from_slice(text);
    }
    first
}

/// The run of ASCII letters and digits at the head of a text, as far as sixteen bytes show it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// The run, zeros behind it.
    run: u128,
    /// The mark of each capital of the run.
    capitals: u128,
    /// The mark of each letter of the run.
    letters: u128,
    /// The mark of each digit of the run.
    digits: u128,
    length: usize,
}

impl Chunk {
    pub(super) fn of(text: &[u8]) -> Chunk {
        let padding;
        let first = match text.first_chunk() {
            Some(first) => first,
            None => {
                padding = padded(text);
                &padding
            }
        };
        let bytes = u128::from_le_bytes(*first);
        let (letters, digits) = marks(first);
        let (letters, digits) = (u128::from_le_bytes(letters), u128::from_le_bytes(digits));
        let bits = ((letters | digits) ^ each(MARK)).trailing_zeros() & !7;
        let run = !u128::MAX.checked_shl(bits).unwrap_or(0);
        Chunk {
            run: bytes & run,
            capitals: letters & run & !bytes,
            letters: letters & run,
            digits: digits & run,
            length: (bits / 8) as usize,
        }
    }

    /// Bytes of the run; sixteen if it may go on.
    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// The run in lower case, zeros behind it.
    pub(super) fn folded(&self) -> u128 {
        self.run | self.capitals
    }

    pub(super) fn shape(&self) -> Shape {
        let several = self.letters & self.letters.wrapping_sub(1) != 0;
        Shape::default()
            .with(Shape::LETTER, self.letters != 0)
            .with(Shape::DIGIT, self.digits != 0)
            .with(Shape::CAPITAL, self.capitals & u128::from(MARK) != 0)
            .with(Shape::ALL_CAPS, several && self.capitals == self.letters)
    }
}

#[cfg(test)]
mod tests {
    use super::{CHUNK, Chunk, Shape};

    #[test]
    fn tells_the_run_at_the_head_whatever_bytes_follow() {
        for byte in 0..=u8::MAX {
            for at in 0..CHUNK {
                let mut text = *b"aB3zZ0cD9eF1gH2i";
                text[at] = byte;
                let chunk = Chunk::of(&text);
                let length = text.iter().position(|b| !b.is_ascii_alphanumeric()).unwrap_or(CHUNK);
                let run = &text[..length];
                assert_eq!(chunk.length(), length, "{text:?}");
                assert_eq!(chunk.folded().to_le_bytes()[..length], run.to_ascii_lowercase(), "{text:?}");
                assert_eq!(chunk.folded().to_le_bytes()[length..], [0; CHUNK][length..], "{text:?}");
                assert_eq!(chunk.shape().has(Shape::CAPITAL), run.first().is_some_and(u8::is_ascii_uppercase), "{text:?}");
                assert_eq!(chunk.shape().has(Shape::DIGIT), run.iter().any(u8::is_ascii_digit), "{text:?}");
                assert_eq!(chunk.shape().has(Shape::LETTER), run.iter().any(u8::is_ascii_alphabetic), "{text:?}");
            }
        }
    }

    #[test]
    fn capitals_only_are_two_or_more() {
        for (text, all) in [("DPRD ", true), ("A1 ", false), ("AB1", true), ("Ab", false), ("7", false), ("", false)] {
            assert_eq!(Chunk::of(text.as_bytes()).shape().has(Shape::ALL_CAPS), all, "{text}");
        }
    }
}
