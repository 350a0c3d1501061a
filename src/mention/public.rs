//! Mentions as users see them.

use std::sync::Arc;

use super::{Name, OfficeWords, OfficialWords, Person, Reader, RegionWords, What};
use crate::document::Official;
use crate::extractor::Reading;
use crate::text::{collapse, fold};
use crate::{BodySort, DateRange, MentionKind, Office, PlaceSort, Region, Span, Title};

/// A small thing of the text that means by itself. Fields that its kind does not have are empty.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub struct Mention {
    /// What it is.
    pub kind: MentionKind,
    /// Where it stands (bytes, half-open).
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub span: Span,
    /// The words under the span.
    pub text: String,
    /// The region it is, belongs to or lies in.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub region: Option<Region>,
    /// Other regions that the words may mean as well, where nothing in the article decides (a kabupaten and a kota of one name).
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub alternatives: Vec<Region>,
    /// The office.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub title: Option<Title>,
    /// The name of the person as it stands here, without honorifics and degrees; of a body without a province in apposition.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub name: Option<String>,
    /// What stands before the name ("H.", "Dr."), as written.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub honorifics: Vec<String>,
    /// Degrees behind the name ("S.Sos", "MM"), as written.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Vec::is_empty"))]
    pub degrees: Vec<String>,
    /// The person whom the words mean, by everything that the article tells: the fullest name, the office, its region.
    /// Mentions of one person share it: `Arc::ptr_eq` tells them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub person: Option<Arc<Official>>,
    /// The sort of body.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub body: Option<BodySort>,
    /// The sort of place.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub place: Option<PlaceSort>,
    /// The days, where the article or the day of publication fixes them.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub date: Option<DateRange>,
    /// The printed weekday is not the weekday of the date.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "std::ops::Not::not"))]
    pub weekday_conflict: bool,
    /// The count.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub number: Option<u32>,
    /// What is counted, as written: "orang", "kepala desa".
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub unit: Option<String>,
    /// How unmistakable the mention is: 1.0 plainly what it is; 0.9 a region's name with one letter wrong; 0.6 a person told
    /// only by the shape of the name; 0.5 one of several regions of a name that nothing decides, or a day whose weekday
    /// contradicts it.
    pub confidence: f64,
}

/// A title from the words of an office.
pub(crate) fn title(reader: &Reader<'_>, words: &OfficeWords) -> Title {
    let (mut office, deputy) = Office::from_canonical(&words.canonical);
    // An office that the guide does not list keeps the article's words, but for the "-nya" of "direktur utamanya".
    if let (Office::Other(name), false) = (&mut office, words.flags.own) {
        let told = collapse(reader.words_of(words.head.0, words.head.1));
        // "Kepala Bagian X (Kajari)": the words of another office do not name this one.
        if let (Office::Other(told), false) = Office::from_canonical(&told) {
            *name = told;
        }
    }
    let piece = |range: Option<(usize, usize)>| range.map(|(first, last)| collapse(reader.words_of(first, last)));
    Title {
        office,
        deputy,
        acting: words.acting,
        number: piece(words.number),
        unit: piece(words.unit),
        text: collapse(reader.words_of(words.first, words.last)),
    }
}

/// The unit of "seorang", "Sekali": what stands behind the "se".
fn behind_one(word: &str) -> Option<String> {
    let mut folded = String::new();
    fold(word, &mut folded);
    folded.strip_prefix("se").map(str::to_owned)
}

fn pieces(reader: &Reader<'_>, ranges: &[(usize, usize)]) -> Vec<String> {
    ranges.iter().map(|(first, last)| collapse(reader.words_of(*first, *last))).collect()
}

fn name(reader: &Reader<'_>, name: &Name) -> String {
    collapse(reader.words_of(name.first, name.last))
}

/// A person of the article.
pub(crate) fn official(reader: &Reader<'_>, person: &Person) -> Official {
    Official {
        name: person.name.as_ref().map(|n| name(reader, n)),
        honorifics: person.name.as_ref().map_or_else(Vec::new, |n| pieces(reader, &n.honorifics)),
        degrees: person.name.as_ref().map_or_else(Vec::new, |n| pieces(reader, &n.degrees)),
        title: person.office.as_ref().map(|o| title(reader, o)),
        region: person.party.as_ref().and_then(|p| p.region).map(|r| reader.lexicon.gazetteer.public(r)),
    }
}

/// The mentions of an article, in order.
pub(crate) fn mentions(reading: &Reading<'_>) -> Vec<Mention> {
    let persons: Vec<Arc<Official>> = reading.people.persons.iter().map(|p| Arc::new(official(&reading.reader, p))).collect();
    let mut out = Vec::with_capacity(reading.mentions.len());
    for (i, words) in reading.mentions.iter().enumerate() {
        match &words.what {
            What::Official(several) if several.plural && several.name.is_none() => {
                if let Some(theirs) = whose(words, several) {
                    add_mention(reading, &persons, i, &theirs, &mut out);
                }
            }
            _ => add_mention(reading, &persons, i, words, &mut out),
        }
    }
    out
}

/// "Para camat" is nobody; of "sejumlah anggota DPRD Kudus", "belasan lurah Kota Batu" the body or region is told.
fn whose(words: &super::Mention, several: &OfficialWords) -> Option<super::Mention> {
    let body = several.body.as_ref();
    // "Legislator Kalbar" has the words of no body.
    if let Some((body, first, last)) = body.filter(|(_, first, _)| *first > words.first) {
        return Some(super::Mention { first: *first, last: *last, what: What::Body(body.clone()) });
    }
    let region = several.region.as_ref().or_else(|| body.and_then(|(b, _, _)| b.region.as_ref()));
    let region = region.filter(|r| !r.candidates.is_empty() && r.name < words.last)?;
    Some(super::Mention { first: region.name, last: words.last, what: What::Region(region.clone()) })
}

/// Adds a mention, which is large, where it stays.
fn add_mention(reading: &Reading<'_>, persons: &[Arc<Official>], i: usize, words: &super::Mention, all: &mut Vec<Mention>) {
    let reader = &reading.reader;
    let span = reader.span(words.first, words.last);
    all.push(Mention {
        kind: MentionKind::Place,
        span,
        text: span.of(reader.source).to_owned(),
        region: None,
        alternatives: Vec::new(),
        title: None,
        name: None,
        honorifics: Vec::new(),
        degrees: Vec::new(),
        person: None,
        body: None,
        place: None,
        date: None,
        weekday_conflict: false,
        number: None,
        unit: None,
        confidence: 1.0,
    });
    let Some(out) = all.last_mut() else { return };
    out.kind = match &words.what {
        What::Region(region) => {
            out.set_region(reader, Some(region));
            MentionKind::Region
        }
        What::Body(body) => {
            out.set_region(reader, body.region.as_ref());
            out.body = Some(body.sort);
            out.name = Some(collapse(reader.words_of(words.first, body.name_last)));
            MentionKind::Body
        }
        What::Place(place) if !place.districts.is_empty() => {
            let mut districts = place.districts.iter().map(|d| reader.lexicon.gazetteer.public(*d));
            if place.districts.len() == 1 {
                out.region = districts.next();
            }
            out.alternatives = districts.collect();
            MentionKind::Region
        }
        What::Place(place) => {
            out.set_region(reader, place.region.as_ref().or(place.body.as_ref().and_then(|(b, _, _)| b.region.as_ref())));
            out.place = Some(if place.venue { PlaceSort::Venue } else { PlaceSort::Site });
            MentionKind::Place
        }
        What::Number(number) => {
            out.number = Some(number.value);
            let unit = number.unit.map(|(first, last)| collapse(reader.words_of(first, last)));
            out.unit = if number.single { unit.and_then(|u| behind_one(&u)) } else { unit };
            MentionKind::Number
        }
        What::Date(_) => {
            out.date = reading.calendar.days.get(i).copied().flatten().map(|(start, end)| DateRange { start, end });
            out.weekday_conflict = reading.calendar.conflicts.iter().any(|(_, first, _)| *first == words.first);
            if out.weekday_conflict {
                out.confidence = 0.5;
            }
            MentionKind::Date
        }
        What::Official(official) => {
            out.set_official(reading, i, official);
            out.person = reading.people.of.get(i).copied().flatten().and_then(|p| persons.get(p)).cloned();
            if official.office.is_some() { MentionKind::Official } else { MentionKind::Person }
        }
    };
}

impl Mention {
    fn set_region(&mut self, reader: &Reader<'_>, words: Option<&RegionWords>) {
        let Some(words) = words else { return };
        let gazetteer = &reader.lexicon.gazetteer;
        self.region = words.candidates.first().map(|r| gazetteer.public(*r));
        self.alternatives = words.open.iter().map(|r| gazetteer.public(*r)).collect();
        if !words.open.is_empty() {
            self.confidence = 0.5;
        } else if words.misspelt {
            self.confidence = 0.9;
        }
    }

    fn set_official(&mut self, reading: &Reading<'_>, i: usize, words: &OfficialWords) {
        let reader = &reading.reader;
        self.set_region(reader, words.region.as_ref().or(words.body.as_ref().and_then(|(b, _, _)| b.region.as_ref())));
        self.title = words.office.as_ref().map(|o| title(reader, o));
        if let Some(own) = &words.name {
            self.name = Some(name(reader, own));
            self.honorifics = pieces(reader, &own.honorifics);
            self.degrees = pieces(reader, &own.degrees);
        }
        if self.region.is_none() {
            self.region =
                reading.resolved.parties.get(i).and_then(Option::as_ref).and_then(|p| p.region).map(|r| reader.lexicon.gazetteer.public(r));
        }
        if !words.sure {
            self.confidence = self.confidence.min(0.6);
        }
    }
}
