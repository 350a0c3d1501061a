//! Speech: what stands inside quotation marks, and who the "kami", "saya" or "pihaknya" of a statement is.

use super::{Mention, Reader, Resolved, What};
use crate::text::{Sentence, Zone};

/// Sentences to the end of a quote that names its speaker there.
const QUOTE: usize = 8;
/// Most tokens between a word of speech and the speaker behind it.
const NEAR: usize = 2;

/// The speech of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Speech {
    /// For each token whether it lies inside the quotation marks of its paragraph.
    quoted: Vec<bool>,
    /// Phrases that mean the speaker, by first token: first, last, the speaker's mention.
    selves: Vec<(usize, usize, usize)>,
    /// An "ia" or "beliau" outside of quotes, likewise, with the official whom the text spoke of last.
    thirds: Vec<(usize, usize, usize)>,
}

/// Whom a pronoun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Pronoun {
    /// "Kami": who speaks.
    Self_,
    /// "Ia": who was told last.
    Third,
}

impl Speech {
    /// The token lies inside quotation marks.
    pub(crate) fn is_quoted(&self, token: usize) -> bool {
        self.quoted.get(token).copied().unwrap_or(false)
    }

    fn pronouns(&self, pronoun: Pronoun) -> &[(usize, usize, usize)] {
        match pronoun {
            Pronoun::Self_ => &self.selves,
            Pronoun::Third => &self.thirds,
        }
    }

    /// The end and the official of a pronoun that begins at a token.
    pub(crate) fn pronoun_at(&self, pronoun: Pronoun, at: usize) -> Option<(usize, usize)> {
        let known = self.pronouns(pronoun);
        let found = known.binary_search_by_key(&at, |s| s.0).ok()?;
        known.get(found).map(|(_, last, mention)| (*last, *mention))
    }

    /// The start and the official of a pronoun that ends before a token.
    pub(crate) fn pronoun_before(&self, pronoun: Pronoun, at: usize) -> Option<(usize, usize)> {
        let known = self.pronouns(pronoun);
        let found = known.partition_point(|s| s.0 < at).checked_sub(1)?;
        known.get(found).filter(|s| s.1 == at).map(|(first, _, mention)| (*first, *mention))
    }

    /// A pronoun of the third person begins at the token.
    pub(crate) fn is_third(&self, at: usize) -> bool {
        self.pronoun_at(Pronoun::Third, at).is_some()
    }
}

/// Who says the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    /// An official, by mention.
    Official(usize),
    /// Whoever spoke last.
    Again,
    /// Someone who is no official.
    Other,
}

/// Reads the speech of an article.
pub(crate) fn speech(reader: &Reader<'_>, mentions: &[Mention], resolved: &Resolved) -> Speech {
    let mut speech = Speech { quoted: quoted(reader), selves: Vec::new(), thirds: Vec::new() };
    let spoken = |number: usize| reader.told.get(number).is_some_and(|told| told.holds(reader.classes.speech));
    let said: Vec<Option<Says>> = reader
        .sentences
        .iter()
        .enumerate()
        .map(|(number, s)| if spoken(number) { says(reader, mentions, &speech, s) } else { None })
        .collect();
    // The official whom the text spoke of last, before the sentence in hand.
    let mut topic = None;
    for (number, sentence) in reader.sentences.iter().enumerate().filter(|(_, s)| s.zone == Zone::Body) {
        let here = said.get(number).copied().flatten();
        let own = if spoken(number) { selves(reader, sentence, "self") } else { Vec::new() };
        let third = if spoken(number) { thirds(reader, sentence) } else { Vec::new() };
        for (first, last, _) in third {
            if speech.is_quoted(first) {
                continue;
            }
            let before = first_official(reader, mentions, &speech, sentence.first, first).or(topic);
            speech.thirds.extend(before.map(|mention| (first, last, mention)));
        }
        let speaker = || {
            let ahead = || {
                let next = number.saturating_add(1);
                let behind = reader.sentences.iter().zip(&said).skip(next).take(QUOTE);
                let mut behind = behind.take_while(|(s, _)| s.paragraph == sentence.paragraph && speech.is_quoted(s.first));
                behind.find_map(|(_, says)| *says)
            };
            match here.or_else(ahead) {
                Some(Says::Official(mention)) => Some(mention),
                Some(Says::Other) => None,
                Some(Says::Again) | None => topic,
            }
        };
        if !own.is_empty() {
            let speaker = speaker();
            for (first, last, always) in own {
                // Outside of quotes a plain "kami" is the paper's or the reader's.
                let told = speech.is_quoted(first) || here.is_some() || always;
                let before = first_official(reader, mentions, &speech, sentence.first, first).filter(|_| !speech.is_quoted(first));
                let speaker = before.filter(|_| here.is_none()).or(speaker);
                // "Kami Dinas X sudah bekerja sama dengan Y": the words themselves name another than who spoke last.
                let named = if speech.is_quoted(first) { named_behind(mentions, resolved, last, speaker) } else { None };
                let (last, told) = named.map_or((last, told), |(_, end)| (end.min(sentence.last), true));
                if let Some(mention) = named.map(|(mention, _)| mention).or(speaker).filter(|_| told) {
                    speech.selves.push((first, last, mention));
                }
            }
        }
        topic = match here {
            Some(Says::Official(mention)) => Some(mention),
            Some(Says::Other) => None,
            Some(Says::Again) => topic,
            None => first_official(reader, mentions, &speech, sentence.first, sentence.last).or(topic),
        };
    }
    speech
}

/// The region or body right behind a "kami" that ends at a token, and its end, where it is of another side than the speaker found.
fn named_behind(mentions: &[Mention], resolved: &Resolved, at: usize, speaker: Option<usize>) -> Option<(usize, usize)> {
    let number = mentions.partition_point(|m| m.first < at);
    let mention = mentions.get(number).filter(|m| m.first == at && matches!(m.what, What::Region(_) | What::Body(_)))?;
    let party = |number: usize| resolved.parties.get(number).and_then(Option::as_ref);
    let other = |s: usize| party(s).zip(party(number)).is_none_or(|(a, b)| a.region != b.region || a.region.is_none() && a.key != b.key);
    speaker.is_none_or(other).then_some((number, mention.last))
}

/// The phrases of a sentence that mean its speaker, or who was told last; whether they mean the speaker outside of quotes too.
fn selves(reader: &Reader<'_>, sentence: &Sentence, value: &str) -> Vec<(usize, usize, bool)> {
    let mut found: Vec<(usize, usize, bool)> = Vec::new();
    for hit in reader.hits.of_class(reader.classes.speech, sentence.first, sentence.last) {
        let (first, last) = (hit.first as usize, hit.last as usize);
        if reader.lexicon.value_name(hit.entry.value) == value && last <= sentence.last && found.last().is_none_or(|f| first >= f.1) {
            found.push((first, last, reader.folded(first, last).ends_with("nya")));
        }
    }
    found
}

/// The phrases of a sentence that mean who was told last: "ia", and the "-nya" of "hal itu dikatakannya" and "katanya saat menerima X".
fn thirds(reader: &Reader<'_>, sentence: &Sentence) -> Vec<(usize, usize, bool)> {
    let mut found = selves(reader, sentence, "third");
    let passive = |(first, last, own): &(usize, usize, bool)| {
        let when = || reader.reads(*last, &["kala", "ketika", "saat", "setelah", "seusai", "sewaktu", "usai"]);
        *own && (reader.folded(*first, *last).starts_with("di") || when())
    };
    found.extend(selves(reader, sentence, "again").into_iter().filter(passive));
    found.sort_unstable();
    found
}

/// Who says a sentence; `None` where it tells of no speech.
fn says(reader: &Reader<'_>, mentions: &[Mention], speech: &Speech, sentence: &Sentence) -> Option<Says> {
    if sentence.zone != Zone::Body {
        return None;
    }
    let mut found = None;
    for hit in reader.hits.of_class(reader.classes.speech, sentence.first, sentence.last) {
        let (first, last) = (hit.first as usize, hit.last as usize);
        if speech.is_quoted(first) {
            continue;
        }
        let behind = || official_at(mentions, last, NEAR).filter(|m| mentions.get(*m).is_some_and(|m| m.last <= sentence.last));
        let closes = first.checked_sub(1).is_some_and(|b| matches!(reader.sign(b), b'"' | b',' | b'-'));
        let says = match reader.lexicon.value_name(hit.entry.value) {
            "by" if closes => Some(behind().map_or(Says::Other, Says::Official)),
            "source" => behind().map(Says::Official),
            "says" => Some(first_official(reader, mentions, speech, sentence.first, first).map_or(Says::Again, Says::Official)),
            "again" => Some(Says::Again),
            _ => None,
        };
        // A named speaker says more than a bare verb.
        match (found, says) {
            (_, Some(Says::Official(mention))) => return Some(Says::Official(mention)),
            (None, Some(says)) => found = Some(says),
            _ => {}
        }
    }
    found
}

/// The official mention that begins at a token or a few behind it.
fn official_at(mentions: &[Mention], at: usize, near: usize) -> Option<usize> {
    let number = mentions.partition_point(|m| m.first < at);
    mentions.get(number).filter(|m| m.first.saturating_sub(at) <= near && is_official(m)).map(|_| number)
}

/// The first official of tokens `first..last` outside of quotes.
fn first_official(reader: &Reader<'_>, mentions: &[Mention], speech: &Speech, first: usize, last: usize) -> Option<usize> {
    let from = mentions.partition_point(|m| m.first < first);
    let governed = |m: &Mention| reader.hits_before(m.first, reader.classes.preposition).any(|h| h.first as usize >= first);
    let mut inside = mentions.iter().enumerate().skip(from).take_while(|(_, m)| m.last <= last);
    inside.find(|(_, m)| is_official(m) && !speech.is_quoted(m.first) && !governed(m)).map(|(number, _)| number)
}

fn is_official(mention: &Mention) -> bool {
    matches!(&mention.what, What::Official(words) if words.sure)
}

/// For each token whether it lies inside the quotation marks of its paragraph.
fn quoted(reader: &Reader<'_>) -> Vec<bool> {
    let mut quotes = vec![false; reader.tokens.len()];
    let (mut inside, mut paragraph) = (false, usize::MAX);
    for sentence in reader.sentences {
        inside = inside && sentence.paragraph == paragraph;
        paragraph = sentence.paragraph;
        for at in sentence.first..sentence.last {
            if let Some(quote) = quotes.get_mut(at) {
                *quote = inside;
            }
            inside ^= reader.tokens.get(at).is_some_and(|t| t.sign == b'"');
        }
    }
    quotes
}
