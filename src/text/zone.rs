//! Zones: which part of the page a paragraph is.
//!
//! Lines are joined to paragraphs where a sentence was wrapped by hand. A paragraph is *body* if it reads like prose (it
//! ends like a sentence, or is long); what stands before the first body paragraph is headline, date line or leftovers of
//! the page; a short line without an end between body paragraphs is a linked headline or subheading and never tells an event.

use super::shape::Shape;
use super::token::Token;
use super::vocabulary::Mark;

/// A part of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(rename_all = "lowercase"))]
#[non_exhaustive]
pub enum Zone {
    /// The title of the article.
    Headline,
    /// Place and outlet before the first sentence.
    Dateline,
    /// Words under a picture.
    Caption,
    /// The text itself.
    Body,
    /// Author, editor, source, day of publication.
    Byline,
    /// Links, share buttons, counters, subheadings.
    Leftover,
}

impl Zone {
    /// The name of the zone.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Zone::Headline => "headline",
            Zone::Dateline => "dateline",
            Zone::Caption => "caption",
            Zone::Body => "body",
            Zone::Byline => "byline",
            Zone::Leftover => "leftover",
        }
    }

    /// True where the article itself speaks, so that events may be read there.
    pub(crate) fn tells(self) -> bool {
        matches!(self, Zone::Headline | Zone::Caption | Zone::Body)
    }
}

/// A phrase that tells the zone of the paragraph it stands in, from the table `zone`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ZoneMark {
    /// Begins a by-line.
    Byline,
    /// Begins a leftover.
    Leftover,
    /// Begins a leftover that may go on in the next lines ("Berita Terkait").
    Links,
    /// Begins a caption.
    Caption,
    /// Stands anywhere in a caption.
    CaptionTail,
}

impl ZoneMark {
    /// The mark a value of the table `zone` stands for.
    pub(crate) fn from_value(value: &str) -> Option<ZoneMark> {
        Some(match value {
            "byline" => ZoneMark::Byline,
            "leftover" => ZoneMark::Leftover,
            "links" => ZoneMark::Links,
            "caption" => ZoneMark::Caption,
            "caption_tail" => ZoneMark::CaptionTail,
            _ => return None,
        })
    }
}

/// A run of tokens `first..last` of one zone.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Paragraph {
    /// First token.
    pub(crate) first: usize,
    /// First token behind.
    pub(crate) last: usize,
    /// Its zone.
    pub(crate) zone: Zone,
}

/// Fewest words of a paragraph that is body although it does not end like a sentence.
const LONG: usize = 18;

/// Most tokens of a dateline.
const DATELINE: usize = 14;

/// Cuts the tokens into paragraphs and names their zones; a dateline becomes a paragraph of its own. No paragraph ends with a
/// word that `goes_on` ("dengan", "yaitu"), none behind the headline with one that `awaits` its doer. `mark_at(token, tail)` gives the mark at a token: the one that stands anywhere in
/// a paragraph if `tail`, else the one that begins it.
pub(crate) fn paragraphs(
    tokens: &[Token],
    is_date_word: impl Fn(usize) -> bool,
    goes_on: impl Fn(usize) -> bool,
    awaits: impl Fn(usize) -> bool,
    mark_at: impl Fn(usize, bool) -> Option<ZoneMark>,
) -> Vec<Paragraph> {
    let mut found = lines(tokens, (goes_on, awaits), |token| mark_at(token, false).is_some());
    let first_body =
        found.iter().position(|p| marked(p, &mark_at).is_none() && is_prose(slice(tokens, p)) && !is_date_line(tokens, p, &is_date_word));
    let mut in_links = false;
    for (i, paragraph) in found.iter_mut().enumerate() {
        let words = slice(tokens, paragraph);
        let prose = is_prose(words);
        let mark = marked(paragraph, &mark_at);
        let before_body = first_body.is_none_or(|b| i < b);
        in_links = match mark {
            Some(ZoneMark::Links) => count_words(words) <= 4,
            Some(_) => false,
            None => in_links && !prose,
        };
        paragraph.zone = match mark {
            Some(ZoneMark::Byline) if !prose || count_words(words) < 12 => Zone::Byline,
            Some(ZoneMark::Leftover | ZoneMark::Links) => Zone::Leftover,
            Some(ZoneMark::Caption) => Zone::Caption,
            _ if (paragraph.first..paragraph.last).any(|t| mark_at(t, true) == Some(ZoneMark::CaptionTail)) => Zone::Caption,
            _ if prose => Zone::Body,
            _ if is_date_line(tokens, paragraph, &is_date_word) => Zone::Byline,
            _ if in_links => Zone::Leftover,
            _ if before_body && count_words(words) >= 3 => Zone::Headline,
            _ => Zone::Leftover,
        };
    }
    split_dateline(tokens, found, first_body)
}

fn slice<'t>(tokens: &'t [Token], paragraph: &Paragraph) -> &'t [Token] {
    tokens.get(paragraph.first..paragraph.last).unwrap_or(&[])
}

fn marked(paragraph: &Paragraph, mark_at: impl Fn(usize, bool) -> Option<ZoneMark>) -> Option<ZoneMark> {
    // A bullet or bracket may stand before the mark: "• Bagikan", "(Foto: ...)".
    (paragraph.first..paragraph.last.min(paragraph.first.saturating_add(3))).find_map(|t| mark_at(t, false))
}

fn count_words(tokens: &[Token]) -> usize {
    tokens.iter().filter(|t| t.is(Shape::LETTER)).count()
}

/// Fewest breaks inside a sentence that show a page whose lines all are cut at a width.
const CUT: usize = 4;

/// Lines, joined where the break falls inside a sentence. Where a page cuts its lines at a width, a break before a capital
/// ("DPRD Kabupaten | Kudus") may be one too, unless a line there `opens` a by-line or leftover.
fn lines(
    tokens: &[Token],
    (goes_on, awaits): (impl Fn(usize) -> bool, impl Fn(usize) -> bool),
    opens: impl Fn(usize) -> bool,
) -> Vec<Paragraph> {
    let small = |t: &Token| t.is_word() && t.is(Shape::LETTER) && !t.is(Shape::CAPITAL);
    let ended = |p: &Token| matches!(p.sign, b'.' | b'!' | b'?' | b':' | b'"' | b'|');
    let inside = |i: usize| {
        let previous = i.checked_sub(1).and_then(|p| tokens.get(p));
        let token = tokens.get(i).filter(|t| t.is(Shape::LINE_START) && !t.is(Shape::AFTER_BLANK));
        token.zip(previous).filter(|(_, p)| !ended(p))
    };
    let starts = (0..tokens.len()).filter(|i| tokens.get(*i).is_some_and(|t| t.is(Shape::LINE_START)));
    let cut = starts.filter(|i| inside(*i).is_some_and(|(t, p)| small(t) && p.is_word())).take(CUT).count() == CUT;
    let mut found: Vec<Paragraph> = Vec::new();
    let mut start = 0;
    for (i, token) in tokens.iter().enumerate().filter(|(_, t)| t.is(Shape::LINE_START)) {
        let same_width = |p: &Token| cut && start > 0 && p.is_word() && token.is_word() && !opens(start) && !opens(i);
        // A headline may end in a verb ("MoU diteken"), and so may the words of a button.
        let opened = found.len() >= 2;
        let before = || i.checked_sub(1).is_some_and(|p| goes_on(p) || opened && tokens.get(p).is_some_and(small) && awaits(p));
        let wrapped = inside(i).is_some_and(|(t, p)| p.sign == b',' || t.sign == b'(' || before() || small(t) || same_width(p));
        let listed = numbers_item(tokens, i) && opened && (numbers_item(tokens, start) || lists(tokens, i));
        let wrapped = wrapped || listed;
        start = i;
        if !wrapped || found.is_empty() {
            found.push(Paragraph { first: i, last: tokens.len(), zone: Zone::Body });
        }
    }
    // The first token begins a line, so that every token lies in a paragraph.
    let mut end = tokens.len();
    for paragraph in found.iter_mut().rev() {
        paragraph.last = std::mem::replace(&mut end, paragraph.first);
    }
    found
}

/// A line begins with the number of an item: "2. ".
fn numbers_item(tokens: &[Token], at: usize) -> bool {
    let close = tokens.get(at.saturating_add(1)).map_or(0, |t| t.sign);
    matches!(close, b'.' | b')') && tokens.get(at).is_some_and(|t| t.is_number() && t.letters <= 2)
}

/// The line before opens a list: "..., yaitu:".
fn lists(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).and_then(|b| tokens.get(b)).is_some_and(|t| t.sign == b':')
}

/// Reads like prose: ends like a sentence and is not too short, or is long.
fn is_prose(tokens: &[Token]) -> bool {
    let words = count_words(tokens);
    let mut ends = tokens.iter().rev().filter(|t| !matches!(t.sign, b')' | b'*' | b']'));
    let last = ends.next().map_or(0, |t| t.sign);
    let terminal = match last {
        b'.' => words >= 6,
        b'"' | b'\'' => words >= 8 && ends.next().is_some_and(|t| matches!(t.sign, b'.' | b',' | b'!' | b'?')),
        b'!' | b'?' => words >= 12,
        // "... menandatangani nota kesepahaman. Wali Kota berkata:"
        b':' => words >= 12 || words >= 8 && tokens.iter().any(|t| t.sign == b'.'),
        _ => words >= 14 && tokens.last().is_some_and(|t| t.sign == b')') && tokens.iter().any(|t| t.sign == b'.'),
    };
    terminal || words >= LONG || tokens.first().is_some_and(|t| t.sign == b'"') && words >= 8
}

/// A line that gives the day of publication: begins with a date, or holds numbers between bars.
fn is_date_line(tokens: &[Token], paragraph: &Paragraph, is_date_word: impl Fn(usize) -> bool) -> bool {
    let words = slice(tokens, paragraph);
    let starts = words.first().is_some_and(Token::is_number) || is_date_word(paragraph.first);
    let digits = words.iter().any(|t| t.is(Shape::DIGIT));
    if is_prose(words) && words.len() > 30 {
        return false;
    }
    digits
        && (starts && words.len() <= 24
            || words.iter().any(|t| t.sign == b'|')
            || words.iter().filter(|t| t.sign == b'/').count() >= 2 && words.len() <= if tells_hour(words) { 16 } else { 8 })
}

/// "20/03/2020, 13:21 WIB": an hour of the clock.
fn tells_hour(words: &[Token]) -> bool {
    words.windows(3).any(|w| matches!(w, [hour, colon, minute] if colon.sign == b':' && hour.is_number() && minute.is_number()))
}

/// Splits "SEKAYU (Antara) – " off the first body paragraphs that have it.
fn split_dateline(tokens: &[Token], found: Vec<Paragraph>, first_body: Option<usize>) -> Vec<Paragraph> {
    let mut out = Vec::with_capacity(found.len().saturating_add(1));
    for (i, paragraph) in found.into_iter().enumerate() {
        let near = first_body.is_some_and(|b| i >= b && i <= b.saturating_add(2));
        let may = near && paragraph.zone == Zone::Body;
        match if may { dateline_end(slice(tokens, &paragraph)) } else { None } {
            Some(length) => {
                let cut = paragraph.first.saturating_add(length);
                out.push(Paragraph { first: paragraph.first, last: cut, zone: Zone::Dateline });
                out.push(Paragraph { first: cut, ..paragraph });
            }
            None => out.push(paragraph),
        }
    }
    out
}

/// How many tokens of a paragraph are its dateline.
fn dateline_end(tokens: &[Token]) -> Option<usize> {
    let mut lower = 0_usize;
    let mut end = None;
    for (i, token) in tokens.iter().enumerate().take(DATELINE) {
        let next = tokens.get(i.saturating_add(1));
        if i > 0 && matches!(token.sign, b'-' | b'~' | b'|') {
            let long = token.end.saturating_sub(token.start) > 1
                || next.is_some_and(|n| n.sign == b'-')
                || tokens.get(i.wrapping_sub(1)).is_some_and(|p| p.sign == b'-');
            let spaced = !token.is(Shape::GLUED) || next.is_some_and(|n| !n.is(Shape::GLUED));
            // "Tanggal 5–7 Maret 2025, ..."
            let figure = |t: Option<&Token>| t.is_some_and(|t| t.is(Shape::DIGIT));
            let range = !spaced && figure(next) && figure(tokens.get(i.wrapping_sub(1)));
            if spaced || long && !range || matches!(token.sign, b'~' | b'|') {
                end = Some(i.saturating_add(1));
                continue;
            }
        }
        if token.is_word() && token.is(Shape::LETTER) && !token.is(Shape::CAPITAL) {
            lower = lower.saturating_add(1);
            // Lower case stands in a dateline only in the name of an outlet (inatonreport.com, batamtoday).
            if token.marks.has(Mark::COMMON) || lower > 3 {
                break;
            }
        }
        if matches!(token.sign, b'"' | b'!' | b'?' | b';') {
            break;
        }
    }
    end.filter(|e| *e < tokens.len())
}
