//! Sentences: where a full stop ends one and where it belongs to an abbreviation, a degree or an initial.

use super::shape::Shape;
use super::token::Token;
use super::vocabulary::Mark;
use super::zone::{Paragraph, Zone};

/// A run of tokens `first..last` inside one paragraph.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sentence {
    /// First token.
    pub(crate) first: usize,
    /// First token behind.
    pub(crate) last: usize,
    /// Zone of its paragraph.
    pub(crate) zone: Zone,
    /// Number of its paragraph.
    pub(crate) paragraph: usize,
}

/// Most tokens of a sentence. A longer run of words is no prose; it is cut, so that work inside sentences stays bounded.
const LONGEST: usize = 400;

/// Cuts paragraphs into sentences; every token of every paragraph lies in exactly one.
pub(crate) fn sentences(tokens: &[Token], paragraphs: &[Paragraph]) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (number, paragraph) in paragraphs.iter().enumerate() {
        let mut first = paragraph.first;
        let mut quoted = false;
        let mut at = paragraph.first;
        while at < paragraph.last {
            let Some(token) = tokens.get(at) else { break };
            if token.is_word() && at.saturating_sub(first) < LONGEST.saturating_sub(1) {
                at = at.saturating_add(1);
                continue;
            }
            if token.sign == b'"' {
                quoted = !quoted;
            }
            let mut next = at.saturating_add(1);
            if next.saturating_sub(first) >= LONGEST {
                out.push(Sentence { first, last: next, zone: paragraph.zone, paragraph: number });
                first = next;
            } else if matches!(token.sign, b'.' | b'!' | b'?') && ends(tokens, at, paragraph, quoted) {
                // Closing quotes and brackets, and further stops, belong to the sentence they close.
                while next < paragraph.last && tokens.get(next).is_some_and(|t| closes(t, quoted)) {
                    quoted = quoted && tokens.get(next).is_some_and(|t| t.sign != b'"');
                    next = next.saturating_add(1);
                }
                out.push(Sentence { first, last: next, zone: paragraph.zone, paragraph: number });
                first = next;
            }
            at = next;
        }
        if first < paragraph.last {
            out.push(Sentence { first, last: paragraph.last, zone: paragraph.zone, paragraph: number });
        }
    }
    out
}

fn closes(token: &Token, quoted: bool) -> bool {
    match token.sign {
        b'.' | b'!' | b'?' | b')' | b']' => true,
        b'"' => quoted && token.is(Shape::GLUED),
        b'\'' => token.is(Shape::GLUED),
        _ => false,
    }
}

fn ends(tokens: &[Token], at: usize, paragraph: &Paragraph, quoted: bool) -> bool {
    let stop = tokens.get(at).map_or(0, |t| t.sign);
    let mut after = at.saturating_add(1);
    while after < paragraph.last && tokens.get(after).is_some_and(|t| closes(t, quoted)) {
        after = after.saturating_add(1);
    }
    let skipped = after > at.saturating_add(1);
    let (Some(next), true) = (tokens.get(after), after < paragraph.last) else { return true };
    let Some(before) = at.checked_sub(1).and_then(|b| tokens.get(b)).filter(|_| at > paragraph.first) else { return false };
    let opens = next.is(Shape::CAPITAL) || next.is(Shape::DIGIT) || matches!(next.sign, b'"' | b'\'' | b'(' | b'*' | b'-');
    if stop != b'.' {
        return opens && next.sign != b'-';
    }
    if next.is(Shape::GLUED) && !skipped {
        // A missing space: "kelurahan.Perkebunannya", but not "S.Pd", "Kab.Malang", "LAPAGALA.COM".
        let lower = before.is_word() && !before.is(Shape::CAPITAL) && !before.is(Shape::DIGIT) && before.letters > 2;
        let marks = before.marks;
        return lower && !marks.has(Mark::ABBREVIATION) && (next.is(Shape::CAPITAL) && !next.is(Shape::ALL_CAPS) || next.sign == b'"');
    }
    if !opens || is_degree_head(tokens, after) || numbers_item(tokens, at) {
        return false;
    }
    if skipped {
        // "Penjabat (Pj.) Wali Kota"
        let bracket = tokens.get(at.saturating_add(1)).is_some_and(|t| t.sign == b')');
        return !(bracket && before.marks.has(Mark::ABBREVIATION));
    }
    let marks = before.marks;
    let initial = before.is(Shape::CAPITAL) && before.letters == 1;
    if next.sign == b'(' || next.sign == b'-' {
        // "Fulan Wijaya, S.Sos., M.Si. (52) mengatakan"
        let degree = marks.has(Mark::DEGREE) && before.is(Shape::CAPITAL) || is_degree_tail(tokens, at);
        let aside = degree && is_aside(tokens, after, paragraph.last);
        return !marks.has(Mark::ABBREVIATION) && !initial && next.sign == b'(' && !aside;
    }
    let clause = next.marks.has(Mark::COMMON) && !next.marks.has(Mark::NAME);
    if before.is(Shape::CAPITAL) && marks.has(Mark::DEGREE) || is_degree_tail(tokens, at) {
        // "..., S.Sos, MM. Pembahasan ini": a degree ends the sentence only before a new clause.
        return clause || next.sign == b'"';
    }
    if initial {
        return clause
            && !next.marks.has(Mark::WEAK_NAME)
            && at.checked_sub(2).and_then(|b| tokens.get(b)).is_some_and(|t| t.marks.has(Mark::COMMON));
    }
    !(marks.has(Mark::ABBREVIATION) && (before.is(Shape::CAPITAL) || next.is(Shape::DIGIT) || before.letters <= 3))
}

/// "yaitu: 1. Pemkot X, 2. Pemkab Y": the stop belongs to the number of an item.
fn numbers_item(tokens: &[Token], stop: usize) -> bool {
    let token = |back: usize| stop.checked_sub(back).and_then(|i| tokens.get(i));
    let counts = token(1).is_some_and(|t| t.is_number() && t.letters <= 2);
    counts && token(2).is_some_and(|t| matches!(t.sign, b',' | b';' | b':') || token(1).is_some_and(|n| n.is(Shape::LINE_START)))
}

/// "S.Pd" and the like begin at `at`: a letter, a stop and a short word without blanks. No sentence begins so.
fn is_degree_head(tokens: &[Token], at: usize) -> bool {
    let token = |i: usize| tokens.get(at.saturating_add(i));
    let (Some(letter), Some(stop), Some(rest)) = (token(0), token(1), token(2)) else { return false };
    letter.is(Shape::CAPITAL)
        && letter.letters == 1
        && stop.sign == b'.'
        && stop.is(Shape::GLUED)
        && rest.is(Shape::GLUED)
        && rest.is(Shape::CAPITAL)
        && rest.letters <= 4
}

/// Most tokens of an aside in brackets.
const ASIDE: usize = 12;

/// "Anu Saputra, M.Si. (Sekda X) hadir": the clause goes on behind the bracket that opens at `at`.
fn is_aside(tokens: &[Token], at: usize, last: usize) -> bool {
    let bracket = tokens.get(at..last.min(at.saturating_add(ASIDE))).unwrap_or(&[]);
    let close =
        bracket.iter().position(|t| t.sign == b')').and_then(|length| tokens.get(at.saturating_add(length).saturating_add(1)..last));
    close.and_then(<[Token]>::first).is_some_and(|t| t.sign == b',' || t.is_word() && !t.is(Shape::CAPITAL))
}

/// The stop at `at` closes a degree written with stops ("M.Si." "S.Sos.").
fn is_degree_tail(tokens: &[Token], at: usize) -> bool {
    let token = |back: usize| at.checked_sub(back).and_then(|i| tokens.get(i));
    let (Some(last), Some(stop), Some(head)) = (token(1), token(2), token(3)) else { return false };
    stop.sign == b'.'
        && last.is(Shape::GLUED)
        && head.is(Shape::CAPITAL)
        && head.letters <= 3
        && last.is(Shape::CAPITAL)
        && last.letters <= 5
}
