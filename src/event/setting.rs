//! The setting of an event: its day and the size of the delegation, from its frames and the sentences around them.

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::Input;
use super::proof::{Proven, Reason};
use super::same::same_side;
use super::stands::Stands;
use super::visit::further;
use super::visit::preparation::day_of_preparation;
use super::visit::status::put_off_to;
use crate::Date;
use crate::kinds::VisitStatus;
use crate::mention::{Mention, PartyRef, What};
use crate::rule::Frame;
use crate::text::Zone;

/// Most tokens from a visit to the "pekan lalu" that it happened.
const RECALLED: usize = 12;

/// Least score of a day that is taken for that of an event; what scores less was right in fewer than half of the articles.
const LEAST: i64 = 6;

/// Days after which a date is rather background than news.
const STALE: i32 = 60;

/// The day of the event: the date nearest to its frames; else the first date of the article's opening.
pub(crate) fn date(input: &Input<'_>, frames: &[&Frame], status: VisitStatus) -> Option<Proven<(Date, Option<Date>)>> {
    let planned = status == VisitStatus::Planned;
    if let Some(number) = if planned { put_off_to(input, frames) } else { None } {
        let days = input.calendar.days.get(number).copied().flatten();
        let told = input.mentions.get(number).zip(days);
        return told.map(|(m, days)| Proven::new(days, Reason::new(m.first, m.last, "setting/date")));
    }
    let stands = Stands::of(frames);
    let elsewhere = |s: usize| !stands.within(s, 0);
    // "Pekan lalu" and nothing nearer: the day is not told, and those of other sentences are of something else.
    let mut told = frames.iter().filter(|f| input.zone(f.sentence) == Zone::Body).peekable();
    let ago = |f: &&Frame| {
        let near = input.phrases(input.words.verb, f.first.saturating_sub(RECALLED), f.last.saturating_add(RECALLED));
        // "Pada 2021 lalu Y juga sudah berkunjung ke X"
        let year = |at: usize| input.reader.token(at).is_some_and(|t| t.is_number() && t.letters == 4);
        let years_ago = |at: usize| {
            let there = input.sentence_of(at) == f.sentence && input.reader.reads(at, &["lalu", "silam"]);
            there && at.checked_sub(1).is_some_and(year)
        };
        near.iter().any(|(v, at, _)| *v == "earlier" && input.sentence_of(*at) == f.sentence)
            || (f.first.saturating_sub(RECALLED)..f.last.saturating_add(RECALLED)).any(years_ago)
    };
    let recalled = told.peek().is_some() && told.all(ago);
    let ahead = planned || status == VisitStatus::Cancelled;
    let found = date_where(input, frames, &stands, ahead, |mention, _, spoken| {
        // Who speaks of a journey that others are on tells the day neither of its beginning nor of its end.
        if status == VisitStatus::Ongoing && spoken {
            return false;
        }
        let sentence = input.sentence_of(mention.first);
        // The day of a visit that was called off is not that of another one, nor is the day of the farewell that of the journey.
        let behind = input.sentence(sentence).map_or(mention.last, |s| s.last);
        let called_off = || input.phrases(input.words.status, mention.last, behind).iter().any(|(v, _, _)| *v == "cancelled");
        let off = status != VisitStatus::Cancelled && elsewhere(sentence) && called_off();
        let farewell = planned && input.has(input.words.verb, Some("send_off"), sentence);
        !(off || farewell || recalled && elsewhere(sentence))
    })?;
    Some(further::moved(input, frames, found))
}

/// The best date among those that `allowed` lets through: by mention, day, and whether it tells when somebody spoke. Of what is
/// `planned`, or was until it was called off, nobody speaks on its day.
pub(super) fn date_where(
    input: &Input<'_>,
    frames: &[&Frame],
    stands: &Stands,
    planned: bool,
    allowed: impl Fn(&Mention, Date, bool) -> bool,
) -> Option<Proven<(Date, Option<Date>)>> {
    let mut best: Option<(i64, usize)> = None;
    let actors = OnceCell::new();
    let opening = (0..input.reader.sentences.len()).find(|s| input.zone(*s) == Zone::Body).unwrap_or(0);
    for (i, mention) in input.mentions.iter().enumerate() {
        let Some((day, last)) = input.calendar.days.get(i).copied().flatten() else { continue };
        let ranges = last.is_some_and(|last| last != day);
        let sentence = input.sentence_of(mention.first);
        let zone = input.zone(sentence);
        if !matches!(zone, Zone::Body | Zone::Caption | Zone::Headline) {
            continue;
        }
        let there = said_there(input, frames, i);
        let spoken = !there && spoken(input, frames, i);
        // "sampai Jumat (11/9)" is an end, and "29 Januari mendatang" no day of what is done.
        let end = !ranges && (led(input, mention, "join") || apart_from(frames, sentence) && led(input, mention, "open"));
        if planned && spoken
            || end
            || of_place(input, frames, mention)
            || of_career(input, mention)
            || planned && !ranges && day_of_preparation(input, mention)
            || !planned && lies_ahead(input, mention)
            || !stands.within(sentence, 0) && (!ranges && expires(input, mention) || ranges && of_work(input, mention))
            || !allowed(mention, day, spoken)
        {
            continue;
        }
        let Some((apart, tokens)) = stands.nearest(sentence, mention.first) else { continue };
        // What is done lies not ahead of the article: that day is of something else.
        if !planned && apart > 1 && input.calendar.published.is_some_and(|p| day > p) {
            continue;
        }
        // "Studi banding itu berlangsung 26 sampai 28 Desember": the days of the visit, wherever it was told of first.
        let own = ranges && !spoken && !planned && input.has(input.words.visit_kind, None, sentence);
        // "... ramai, Selasa (3/12). Empat DPRD bertamu hari itu": the day told right before.
        let apart = if apart == 1 && taken_up(input, stands, sentence.saturating_add(1)) { 0 } else { apart };
        let mut score = match if own { apart.min(1) } else { apart } {
            0 => 100_i64.saturating_sub(i64::try_from(tokens).unwrap_or(50).min(60) / 4),
            1 => 60,
            2 => 45,
            _ if there => 45,
            _ => 20,
        };
        // "Menteri X di tepi bendung Y, Sabtu (11/1)": a picture of those who met shows that day.
        if zone == Zone::Caption && apart > 1 && !spoken && shows(input, actors.get_or_init(|| actors_of(input, frames)), sentence) {
            score = score.max(50);
        }
        // The number of frames in its sentence tells how much of the event stands there.
        score = score.saturating_add(i64::try_from(stands.count(sentence)).unwrap_or(0).min(6).saturating_mul(6));
        score = score.saturating_sub(i64::try_from(sentence.saturating_sub(opening)).unwrap_or(0).min(40));
        // Statements and deadlines have a day, journeys several.
        if ranges {
            score = score.saturating_add(10);
        }
        if zone == Zone::Caption {
            score = score.saturating_sub(12);
        }
        if input.quoted(mention.first) {
            // Beside the event a speaker tells its day rather than another.
            score = score.saturating_sub(if apart == 1 { 45 } else { 75 });
        }
        if spoken && apart > 0 {
            score = score.saturating_sub(if at_desk(input, sentence) { 60 } else { 30 });
        }
        // "Hibah pertama diserahkan 10 April lalu": in a sentence of its own it is rather what went before.
        if apart > 0 && mention.last.checked_sub(1).is_some_and(|at| input.reader.reads(at, &["lalu", "silam"])) {
            score = score.saturating_sub(20);
        }
        // News tells what is new: a day long before the article is more often background.
        if input.calendar.published.and_then(|p| p.since(day).ok()).is_some_and(|age| age.get_days() > STALE) {
            score = score.saturating_sub(50);
        }
        if planned && input.calendar.published.is_some_and(|p| day <= p) {
            score = score.saturating_sub(40);
        }
        if best.is_none_or(|(s, _)| score > s) {
            best = Some((score, i));
        }
    }
    let (_, number) = best.filter(|(score, _)| *score >= LEAST)?;
    let mention = input.mentions.get(number)?;
    let days = input.calendar.days.get(number).copied().flatten()?;
    if let Some(whole) = lasting(input, stands, number, days) {
        return Some(whole);
    }
    Some(Proven::new(days, Reason::new(mention.first, mention.last, "setting/date")))
}

/// "..., ujar X di ruang kerjanya, Senin (13/3)": who is asked at his desk tells when he was asked.
fn at_desk(input: &Input<'_>, sentence: usize) -> bool {
    let desk = |at: usize| input.reader.reads(at, &["kantornya", "kediamannya", "kerjanya", "rumahnya"]);
    input.sentence(sentence).is_some_and(|s| (s.first..s.last).any(desk))
}

/// Most tokens from "yang" to a day in the clause that it opens.
const ASIDE: usize = 6;

/// "Bendung yang jebol Rabu (8/1) akhirnya ditengok X": a day of the place, told inside the frame before its verb.
fn of_place(input: &Input<'_>, frames: &[&Frame], mention: &Mention) -> bool {
    let opened = |at: usize| input.reader.reads(at, &["yang"]) && input.sentence_of(at) == input.sentence_of(mention.first);
    let clause = (mention.first.saturating_sub(ASIDE)..mention.first).rev().take_while(|at| input.reader.sign(*at) != b',');
    let Some(yang) = clause.into_iter().find(|at| opened(*at)) else { return false };
    frames.iter().any(|f| f.first < yang && mention.last <= f.trigger)
}

/// "Setelah pada 9 April 2013 dilantik", "menjabat sejak 3 Maret": a day in somebody's career.
fn of_career(input: &Input<'_>, mention: &Mention) -> bool {
    let steps = ["dilantik", "lahir", "menjabat", "meninggal", "terpilih", "wafat"];
    let same = |at: usize| input.sentence_of(at) == input.sentence_of(mention.first);
    let near = mention.first.saturating_sub(3)..mention.last.saturating_add(1);
    near.into_iter().any(|at| same(at) && !(mention.first..mention.last).contains(&at) && input.reader.reads(at, &steps))
}

/// A sentence with frames speaks of "hari itu".
fn taken_up(input: &Input<'_>, stands: &Stands, sentence: usize) -> bool {
    let Some(told) = input.sentence(sentence).filter(|_| stands.within(sentence, 0)) else { return false };
    let that = |at: usize| input.reader.reads(at, &["hari"]) && input.reader.reads(at.saturating_add(1), &["itu", "tersebut"]);
    (told.first..told.last).any(that)
}

/// "Masa berlakunya habis 11 Agustus 2024", "surat itu terbit pada 15 September": the day of a paper is that of nothing else.
pub(super) fn expires(input: &Input<'_>, mention: &Mention) -> bool {
    let ends = ["berakhir", "bertanggal", "habis", "kedaluwarsa", "kadaluarsa", "selesai", "tenggat", "terbit", "tertanggal"];
    (mention.first.saturating_sub(2)..mention.first).any(|at| input.reader.reads(at, &ends))
}

/// Most words from "dikerjakan" to its days.
const WORK: usize = 6;

/// "Dikerjakan CV X mulai 13 Juli sampai 9 Desember": days on which something was built.
fn of_work(input: &Input<'_>, mention: &Mention) -> bool {
    let works = ["dibangun", "dikerjakan", "kerjakan", "kontrak", "pekerjaan", "pembangunan", "pengerjaan"];
    let same = |at: usize| input.sentence_of(at) == input.sentence_of(mention.first);
    (mention.first.saturating_sub(WORK)..mention.first).any(|at| same(at) && input.reader.reads(at, &works))
}

/// Who goes, leads or receives by the frames.
fn actors_of(input: &Input<'_>, frames: &[&Frame]) -> BTreeSet<usize> {
    let slots = ["visitors", "leader", "received_by"];
    let fills = frames.iter().flat_map(|f| slots.iter().flat_map(|slot| input.fills(f, slot)));
    fills.filter_map(|f| f.value.mention().and_then(|m| input.person(m))).collect()
}

/// The sentence names one of the actors.
fn shows(input: &Input<'_>, actors: &BTreeSet<usize>, sentence: usize) -> bool {
    input.mentions_in(sentence).any(|(i, _)| input.person(i).is_some_and(|p| actors.contains(&p)))
}

/// No frame stands in the sentence or right beside it.
fn apart_from(frames: &[&Frame], sentence: usize) -> bool {
    frames.iter().all(|f| f.sentence.abs_diff(sentence) > 1)
}

/// Most sentences from the frames of a visit to its first or last day.
const NEAR: usize = 3;
/// Most days that a visit lasts.
const LASTING: i32 = 31;

/// "Sejak Rabu (9/9) ...", "berada di sana sampai Minggu (15/5)": the first and the last day that the sentences around tell.
fn lasting(input: &Input<'_>, stands: &Stands, number: usize, days: (Date, Option<Date>)) -> Option<Proven<(Date, Option<Date>)>> {
    if days.1.is_some_and(|last| last != days.0) {
        return None;
    }
    let mut found: (Option<usize>, Option<usize>) = (None, None);
    for (i, mention) in input.mentions.iter().enumerate() {
        let Some((day, _)) = input.calendar.days.get(i).copied().flatten() else { continue };
        let sentence = input.sentence_of(mention.first);
        let near = input.zone(sentence) == Zone::Body && stands.within(sentence, NEAR);
        let apart = day.since(days.0).map_or(i32::MAX, |s| s.get_days());
        if !near || apart.abs() > LASTING {
            continue;
        }
        if apart > 0 && led(input, mention, "join") {
            found.1 = found.1.or(Some(i));
        } else if apart < 0 && led(input, mention, "open") {
            found.0 = found.0.or(Some(i));
        }
    }
    // "Sejak 8 Januari" without an end: up to the day that is told.
    let last = found.1.or(found.0.map(|_| number))?;
    let first = found.0.unwrap_or(number);
    let day = |i: usize| input.calendar.days.get(i).copied().flatten().map(|d| d.0);
    let reason = |i: usize| input.mentions.get(i).map(|m| Reason::new(m.first, m.last, "setting/date"));
    Some(Proven { value: (day(first)?, Some(day(last)?)), reasons: [reason(first), reason(last)].into_iter().flatten().collect() })
}

/// A word of `datepart` with this value leads the day: "sampai Minggu", "sejak Rabu".
fn led(input: &Input<'_>, mention: &Mention, value: &str) -> bool {
    let leads = |at: usize| {
        let mut hits = input.reader.hits.at(at).iter().filter(|h| h.entry.class == input.reader.classes.datepart);
        hits.any(|h| h.last as usize == mention.first && input.reader.lexicon.value_name(h.entry.value) == value)
    };
    let word = |at: usize| input.reader.tokens.get(at).is_some_and(crate::text::Token::is_word);
    (mention.first.saturating_sub(2)..mention.first).any(|at| word(at) && leads(at))
}

/// Most words from "yang akan" to the day that it puts ahead.
const OPENING: usize = 6;

/// "29 Januari mendatang", "festival yang akan dibuka tanggal 20 Juli"
pub(super) fn lies_ahead(input: &Input<'_>, mention: &Mention) -> bool {
    let sentence = input.sentence_of(mention.first);
    let opens = |at: usize| input.reader.reads(at, &["yang"]) && input.reader.reads(at.saturating_add(1), &["akan", "bakal"]);
    let comma = |at: usize| input.reader.sign(at) == b',';
    let clause = (mention.first.saturating_sub(OPENING)..mention.first).rev().take_while(|at| !comma(*at));
    if clause.into_iter().any(|at| opens(at) && input.sentence_of(at) == sentence) {
        return true;
    }
    let parts = input.phrases(input.reader.classes.datepart, mention.first, mention.last.saturating_add(2));
    parts.iter().any(|(value, first, _)| *value == "ahead" && *first <= mention.last)
}

/// The date tells when somebody spoke ("kata X, Senin"), and not "usai menerima rombongan, Senin".
pub(super) fn spoken(input: &Input<'_>, frames: &[&Frame], mention: usize) -> bool {
    let Some(verb) = input.calendar.said.get(mention).copied().flatten() else { return false };
    let day = input.mentions.get(mention).map_or(verb, |m| m.first);
    let of_event = |at: usize| input.reader.reads(at, &["seusai", "usai", "selepas", "setelah", "sela", "saat", "ketika", "dalam"]);
    let event = |at: usize| {
        let behind = at.saturating_add(1)..at.saturating_add(4).min(day);
        let noun = ["pertemuan", "acara", "penandatanganan", "kegiatan", "penyambutan", "audiensi"];
        let kind = !input.phrases(input.words.visit_kind, behind.start, behind.end).is_empty();
        kind || behind.into_iter().any(|i| input.reader.reads(i, &noun))
    };
    let at_event = (verb..day).any(|at| of_event(at) && event(at));
    !at_event && !frames.iter().any(|f| verb < f.trigger && f.trigger < day)
}

/// "... kata Ketua Komisi I DPR X di Semarang, Jumat": one of the visitors speaks where the hosts are.
fn said_there(input: &Input<'_>, frames: &[&Frame], mention: usize) -> bool {
    let Some((speaker, at)) = mention.checked_sub(2).zip(mention.checked_sub(1)) else { return false };
    let (Some(day), Some(place)) = (input.mentions.get(mention), input.mentions.get(at)) else { return false };
    let bare = place.what.is_bare_region();
    let leads = place.first.checked_sub(1).is_some_and(|di| input.reader.word(di) == input.reader.classes.words.di);
    let comma = input.reader.sign(place.last) == b',' && day.first == place.last.saturating_add(1);
    let beside = input.mentions.get(speaker).is_some_and(|m| m.last.saturating_add(1) == place.first);
    if !(bare && leads && comma && beside) || input.calendar.said.get(mention).copied().flatten().is_none() {
        return false;
    }
    let side = |slot: &str, party: &PartyRef| {
        let mut own = frames.iter().flat_map(|f| input.fills(f, slot)).filter_map(|f| f.value.mention()).filter_map(|m| input.party(m));
        own.any(|p| same_side(p, party))
    };
    let hosts = |party: &PartyRef| side("hosts", party) || side("received_by", party);
    input.party(at).is_some_and(|p| hosts(p) && !side("visitors", p)) && input.party(speaker).is_some_and(|p| side("visitors", p))
}

/// The day that the sentences of one of several visits tell, within the days of the whole tour.
pub(crate) fn own_day(
    input: &Input<'_>,
    frames: &[&Frame],
    alone: bool,
    date: Proven<(Date, Option<Date>)>,
) -> Proven<(Date, Option<Date>)> {
    let (first, Some(last)) = date.value else { return date };
    if alone || first == last {
        return date;
    }
    // A frame that names both sides tells this visit, and not the tour.
    let whole = |f: &&&Frame| {
        let names = |slot: &str| input.fills(f, slot).next().is_some();
        names("visitors") && (names("hosts") || names("received_by")) && !input.quoted(f.trigger)
    };
    let told: BTreeSet<usize> = frames.iter().filter(whole).map(|f| f.sentence).collect();
    let days = input.mentions.iter().zip(&input.calendar.days).filter(|(m, _)| told.contains(&input.sentence_of(m.first)));
    let mut own = days.filter_map(|(m, day)| day.map(|(day, end)| (m, day, end)));
    let within = |(_, day, end): &(&Mention, Date, Option<Date>)| end.is_none_or(|e| e == *day) && (first..=last).contains(day);
    match own.find(within) {
        Some((m, day, _)) => Proven::new((day, Some(day)), Reason::new(m.first, m.last, "setting/date")),
        None => date,
    }
}

/// Most sentences from the others of a visit to "rombongan berjumlah".
const COUNTED: usize = 3;

/// The size of the delegation: the first count of people that a frame tells, near the others of the visit and one that is `of` it.
pub(crate) fn size(input: &Input<'_>, frames: &[&Frame], of: impl Fn(&Frame) -> Option<bool>) -> Option<Proven<u32>> {
    let stands = Stands::of(frames);
    // "Kunjungan itu membahas X. Rombongan berjumlah 21 orang": what counts the guests by their word may stand further away.
    let group = |f: &Frame| input.phrases(input.words.delegation, f.first, f.last).iter().any(|(v, _, _)| *v == "group");
    let counts = |f: &Frame| group(f) || !input.phrases(input.words.visit_kind, f.first, f.last).is_empty();
    let near = |f: &Frame| stands.within(f.sentence, if counts(f) { COUNTED } else { 1 });
    let told = |f: &&Frame| input.fills(f, "delegation_size").next().is_some() && of(f).unwrap_or_else(|| near(f));
    let headline = |f: &Frame| input.zone(f.sentence) == Zone::Headline;
    // A sentence that names this delegation tells it better than one that names none, and the text better than the headline.
    let mut telling: Vec<&Frame> = input.frames.iter().filter(told).collect();
    telling.sort_by_key(|f| (of(f) != Some(true), headline(f)));
    for frame in telling {
        for fill in input.fills(frame, "delegation_size") {
            if let Some((_, mention)) = input.mention(fill) {
                if let What::Number(number) = &mention.what {
                    // "Dua rombongan" counts delegations.
                    let group = |(first, last): (usize, usize)| {
                        input.phrases(input.words.delegation, first, last).iter().any(|(v, _, _)| *v == "group")
                    };
                    let next = (fill.last, fill.last.saturating_add(1));
                    if number.value > 1 && !number.unit.is_some_and(group) && !group(next) {
                        return Some(Proven::new(number.value, Reason::new(fill.first, fill.last, frame)));
                    }
                }
            }
        }
    }
    None
}
