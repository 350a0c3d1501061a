//! Sixteen bytes at once: most words are shorter, so that their length, shape and folded form are told without a loop.

use super::shape::Shape;

/// Bytes of a chunk.
pub(super) const CHUNK: usize = 16;

/// A byte in each place of a chunk.
const fn each(byte: u8) -> u128 {
    u128::from_le_bytes([byte; CHUNK])
}

/// The high bit of each byte that lies in `from..=to`, both ASCII.
fn within(bytes: u128, from: u8, to: u8) -> u128 {
    const HIGH: u128 = each(0x80);
    // Without their high bits the bytes can be added to at once, none carries into the next.
    let low = bytes & !HIGH;
    let at_least = low.wrapping_add(each(0x80_u8.wrapping_sub(from)));
    let beyond = low.wrapping_add(each(0x7F_u8.wrapping_sub(to)));
    at_least & !beyond & !bytes & HIGH
}

/// The run of ASCII letters and digits at the head of a text, as far as sixteen bytes show it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Chunk {
    /// The run, zeros behind it.
    run: u128,
    /// The high bit of each capital of the run.
    capitals: u128,
    /// The high bit of each letter of the run.
    letters: u128,
    /// The high bit of each digit of the run.
    digits: u128,
    length: usize,
}

impl Chunk {
    pub(super) fn of(text: &[u8]) -> Chunk {
        let first = text.first_chunk::<CHUNK>().copied().unwrap_or_else(|| {
            let mut first = [0; CHUNK];
            first.iter_mut().zip(text).for_each(|(to, from)| *to = *from);
            first
        });
        let bytes = u128::from_le_bytes(first);
        // 0x20 makes a capital small, and no other byte a letter.
        let (letters, digits) = (within(bytes | each(0x20), b'a', b'z'), within(bytes, b'0', b'9'));
        let bits = (!(letters | digits) & each(0x80)).trailing_zeros() & !7;
        let run = !u128::MAX.checked_shl(bits).unwrap_or(0);
        Chunk {
            run: bytes & run,
            capitals: letters & run & !(bytes << 2),
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
        self.run | self.capitals >> 2
    }

    pub(super) fn shape(&self) -> Shape {
        let letters = self.letters.count_ones();
        Shape::default()
            .with(Shape::LETTER, self.letters != 0)
            .with(Shape::DIGIT, self.digits != 0)
            .with(Shape::CAPITAL, self.capitals & 0x80 != 0)
            .with(Shape::ALL_CAPS, letters > 1 && self.capitals == self.letters)
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
