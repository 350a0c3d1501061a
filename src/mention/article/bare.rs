//! Bare bodies: the region of a "Pemkab", "DPRD" or "Ketua Komisi III" that tells none, from those around it.

use std::collections::HashSet;

use smallvec::smallvec;

use super::resolve::regions;
use crate::lexicon::RegionId;
use crate::mention::{BodySort, BodyWords, Mention, Reader, RegionWords, What};
use crate::text::{FxMap, FxSet, Zone};

/// How many regions before and behind a bare "Pemkab" may be the one it means.
const NEAR: usize = 200;
/// Tokens from "diterima" to who receives.
const BEFORE: usize = 5;
/// Tokens from who receives to "menerima".
const BEHIND: usize = 2;
/// Tokens from "diterima jajaran DPRD X" to who leads them, from who receives to "selamat datang".
const LED: usize = 12;
/// Sentences from the guests to who receives them.
const RECENT: usize = 3;
/// Tokens between two of a list.
const BETWEEN: usize = 3;
/// Words between two who do something together.
const JOINTS: [&str; 4] = ["bersama", "beserta", "dan", "serta"];
/// Words by which another stands beside who was told before.
const COMPANY: [&str; 3] = ["didampingi", "oleh", "yang"];
/// People of no name at the end of a list.
const TAIL: [&str; 14] = [
    "beserta",
    "dan",
    "jajaran",
    "jajarannya",
    "kepala",
    "lain",
    "lainnya",
    "opd",
    "pejabat",
    "sejumlah",
    "serta",
    "staf",
    "terkait",
    "undangan",
];

/// A region that the article tells, with what it is told as.
struct Told {
    first: usize,
    region: RegionId,
    council: bool,
    /// Only the place that an office of the centre works in.
    seat: bool,
    /// One goes or is there, or is received: "ke DPRD Kabupaten X", "mengunjungi DPRD Kabupaten X", "diterima Ketua DPRD X".
    goal: bool,
    /// The committee and its number: "komisi iii".
    part: Option<String>,
    /// The committee that goes by a name of its own: "badan anggaran".
    panel: Option<String>,
}

/// A bare "Pemkab" or "DPRD" is the nearest of its kind before it, else the first after it.
pub(super) fn resolve_bare(reader: &Reader<'_>, mentions: &mut [Mention]) {
    share_through(reader, mentions);
    if !mentions.iter().any(|m| is_bare(&m.what)) {
        return;
    }
    let ke = |m: &Mention| {
        let before = |b: usize| reader.reads(b, &["di", "ke", "kebagian", "menuju", "memilih"]);
        m.first.checked_sub(1).is_some_and(before) || reader.visited(m.first)
    };
    let receiving = reader.together(mentions, |m| may_receive(&m.what) && reader.receives(m.first, m.last));
    let beside = regions_beside(reader, mentions);
    let coming = reader.together(mentions, |m| matches!(m.what, What::Official(_)) && reader.leads(m.first));
    let known: Vec<Told> = mentions
        .iter()
        .zip(&receiving)
        .flat_map(|(m, receives)| {
            let (first, council) = (m.first, is_council(&m.what));
            let (body, seat) = match &m.what {
                What::Body(b) => (true, b.sort == BodySort::Vertical),
                // "anggota Komisi II DPRD X"
                What::Official(o) => (o.body.is_some(), false),
                _ => (false, false),
            };
            let told = move |region: RegionId| {
                let part = if body { reader.part_inside(first, m.last) } else { None };
                let panel = if council {
                    (first..m.last.min(first.saturating_add(BEFORE))).find_map(|at| reader.panel_of_council(at))
                } else {
                    None
                };
                Told { first, region, council, seat, goal: *receives || ke(m), part, panel }
            };
            regions(&m.what).filter_map(|r| r.candidates.first().copied()).map(told)
        })
        .collect();
    let hosts: FxSet<RegionId> = known.iter().filter(|t| t.goal && t.council).map(|t| t.region).collect();
    // "Ketua Badan Anggaran" heads that of the only council of which the article tells one.
    let mut panels: FxMap<&String, Option<RegionId>> = FxMap::default();
    for (panel, region) in known.iter().filter_map(|t| Some((t.panel.as_ref()?, t.region))) {
        let only = panels.entry(panel).or_insert(Some(region));
        *only = only.filter(|r| *r == region);
    }
    let national: HashSet<String> =
        mentions.iter().filter(|m| is_national(&m.what)).filter_map(|m| reader.part_inside(m.first, m.last)).collect();
    // "Anggota dewan yang ikut", where no council of a region is told of, are of the DPR.
    let parliament = !known.iter().any(|t| t.council)
        && mentions.iter().any(|m| is_national(&m.what) && (m.first..m.last).any(|i| reader.reads(i, &["dpr"])));
    let nearest = |at: usize, fits: &dyn Fn(&Told) -> bool| {
        let here = known.partition_point(|t| t.first < at);
        let before = known.get(here.saturating_sub(NEAR)..here).unwrap_or(&[]).iter().rev().find(|t| fits(t));
        let after = known.get(here..known.len().min(here.saturating_add(NEAR))).unwrap_or(&[]).iter();
        before.or_else(|| after.into_iter().find(|t| t.first > at && fits(t))).map(|t| t.region)
    };
    // "Anggota dewan dari | Kabupaten X": it says itself whence.
    let whence = |last: usize| {
        let from = last.saturating_add(1);
        let region = || known.get(known.partition_point(|t| t.first < from)).filter(|t| t.first == from);
        if reader.reads(last, &["dari", "asal"]) { region().map(|t| t.region) } else { None }
    };
    let gazetteer = &reader.lexicon.gazetteer;
    let told = receiving.iter().zip(&coming).zip(&beside);
    for (mention, ((receives, comes), beside)) in mentions.iter_mut().zip(told).filter(|(m, _)| is_bare(&m.what)) {
        let (at, last) = (mention.first, mention.last);
        match &mut mention.what {
            What::Region(words) if words.candidates.is_empty() && !reader.of_many(at) => {
                let level = words.level;
                let fits = |t: &Told| Some(gazetteer.level(t.region)) == level;
                words.candidates.extend(nearest(at, &|t| fits(t) && !t.seat).or_else(|| nearest(at, &fits)));
            }
            What::Body(body) => {
                // "Komisi II" is the Komisi II that the article tells with its council.
                let part = reader.part_of_council(at);
                let same = || part.as_ref().and_then(|p| nearest(at, &|t| t.part.as_ref() == Some(p)));
                // "Komisi VIII" of the "Komisi VIII DPR RI".
                let bare = body.sort == BodySort::Council && body.region.is_none();
                // "Komite II DPD" is of no region.
                let senate = (at..last).any(|i| reader.reads(i, &["dpd"]));
                if bare && (senate || same().is_none() && part.as_ref().is_some_and(|p| national.contains(p))) {
                    body.sort = BodySort::Central;
                }
                let comes = || nearest(at, &|t| t.council && !t.goal).or_else(|| nearest(at, &|t| t.council));
                bare_body(body, || whence(last).or_else(same).or_else(comes), || nearest(at, &|_| true));
            }
            What::Official(words) => {
                if let Some((body, first, _)) = &mut words.body {
                    let home = || if *receives { host_of(reader, &known, at) } else { None };
                    // "Ketua Komisi III" chairs the Komisi III that the article tells of.
                    let part = reader.part_of_council(*first).or_else(|| reader.part_inside(at, last));
                    let numbered = || part.as_ref().and_then(|p| nearest(at, &|t| t.part.as_ref() == Some(p)));
                    let named = || reader.panel_of_council(*first).and_then(|p| panels.get(&p).copied().flatten());
                    let same = || numbered().or_else(named);
                    let bare = body.sort == BodySort::Council && body.region.is_none();
                    if bare && parliament && part.is_none() && !(at..last).any(|i| reader.reads(i, &["dprd"])) {
                        words.body = None;
                        continue;
                    }
                    if bare && same().is_none() && reader.part_of_council(*first).is_some_and(|p| national.contains(&p)) {
                        body.sort = BodySort::Central;
                    }
                    // "Kunjungan DPRD X ke DPRD Y dipimpin Ketua Banggar" is led by one of DPRD X.
                    let guest = || {
                        let other = || nearest(at, &|t| t.council && !t.goal && !hosts.contains(&t.region));
                        if *comes && !*receives { other().or_else(|| nearest(at, &|t| t.council && !t.goal)) } else { None }
                    };
                    let council =
                        || whence(last).or(*beside).or_else(home).or_else(same).or_else(guest).or_else(|| nearest(at, &|t| t.council));
                    bare_body(body, council, || nearest(at, &|_| true));
                }
            }
            _ => {}
        }
    }
}

/// For each official the region of the one beside whom he stands: "Ketua DPRD X bertandang ke DPRD Y bersama | Ketua Komisi II",
/// "Ketua DPRD X bertandang ke DPRD Y. Ia didampingi | Ketua Komisi II".
fn regions_beside(reader: &Reader<'_>, mentions: &[Mention]) -> Vec<Option<RegionId>> {
    // Who was told last and stands beside nobody, and the last one of all.
    let mut lead: Option<(usize, Option<RegionId>)> = None;
    let mut before: Option<(usize, Option<RegionId>)> = None;
    let mut found = Vec::with_capacity(mentions.len());
    for mention in mentions {
        let mut region = None;
        if let What::Official(words) = &mention.what {
            let sentence = reader.sentence_of(mention.first);
            let near = lead.filter(|(told, _)| sentence.saturating_sub(*told) <= 1);
            let listed = before.filter(|(last, _)| reader.joins(*last, mention.first)).and_then(|(_, region)| region);
            region = listed.or_else(|| near.and_then(|(_, r)| r).filter(|_| reader.accompanies(mention.first)));
            before = Some((mention.last, region));
            if region.is_none() && !words.plural {
                let own = regions(&mention.what).find_map(|r| r.candidates.first().copied());
                lead = Some((sentence, own));
            }
        }
        found.push(region);
    }
    found
}

/// "Pemkab X melalui | Dinas Kominfo": the agency through which a government acts is its own.
fn share_through(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let agency = |b: &BodyWords| b.sort == BodySort::Agency && b.region.is_none();
    for at in 1..mentions.len() {
        let Some((before, mention)) = at.checked_sub(1).and_then(|b| mentions.get(b)).zip(mentions.get(at)) else { continue };
        let comma = usize::from(reader.sign(before.last) == b',');
        let word = before.last.saturating_add(comma);
        let through = word.saturating_add(1) == mention.first && reader.reads(word, &["melalui", "lewat", "cq"]);
        let (What::Region(region), What::Body(body)) = (&before.what, &mention.what) else { continue };
        if !through || !agency(body) || region.candidates.len() != 1 {
            continue;
        }
        let region = RegionWords { candidates: region.candidates.clone(), name: body.name_last, ..RegionWords::default() };
        if let Some(Mention { what: What::Body(body), .. }) = mentions.get_mut(at) {
            body.region = Some(region);
        }
    }
}

/// A government, council or Perumda without its region, by itself or as the body of an official.
fn is_bare(what: &What) -> bool {
    let bare = |body: &BodyWords| body.region.is_none() && matches!(body.sort, BodySort::Council | BodySort::Enterprise);
    match what {
        What::Region(words) => words.candidates.is_empty(),
        What::Body(body) => bare(body),
        What::Official(words) => words.body.as_ref().is_some_and(|(body, _, _)| bare(body)),
        _ => false,
    }
}

/// Where those who receive at `at` are at home: whither one goes, else another region than that of the council that comes.
fn host_of(reader: &Reader<'_>, known: &[Told], at: usize) -> Option<RegionId> {
    let here = known.partition_point(|t| t.first < at);
    let before = || known.get(here.saturating_sub(NEAR)..here).unwrap_or(&[]).iter().rev();
    let sentence = reader.sentence_of(at);
    // "DPRD X berkunjung ke Y. Rombongan diterima Ketua Bapemperda": the guests were told shortly before.
    let headline = |t: &Told| reader.zone_of(t.first) == Zone::Headline;
    let recent = |t: &&Told| headline(t) || reader.sentence_of(t.first).saturating_add(RECENT) >= sentence;
    let comes = before().find(|t| t.council && !t.goal && recent(t))?;
    let other = || before().find(|t| t.region != comes.region).filter(|_| reader.sentence_of(comes.first) == sentence);
    let goal = || before().find(|t| t.goal && t.region != comes.region).filter(|_| reader.sentence_of(comes.first) < sentence);
    before().find(|t| t.council && t.goal).or_else(goal).or_else(other).map(|t| t.region)
}

impl Reader<'_> {
    /// "komisi iii" of the "Komisi III DPRD X" that begins at a token.
    fn part_of_council(&self, first: usize) -> Option<String> {
        let part = self.hits.at(first).iter().find(|h| h.entry.class == self.classes.committee)?;
        let last = part.last as usize;
        self.is_ordinal(last).then(|| self.folded(first, last.saturating_add(1)))
    }

    /// "badan anggaran" of the "Badan Anggaran DPRD X" that begins at a token.
    fn panel_of_council(&self, first: usize) -> Option<String> {
        let of = |h: &&crate::lexicon::Hit| h.entry.class == self.classes.committee && self.lexicon.value_name(h.entry.value) == "badan";
        let panel = self.hits.at(first).iter().find(of)?;
        Some(self.folded(first, panel.last as usize))
    }

    /// The committee that a mention names: "anggota | Komisi VII | DPR".
    fn part_inside(&self, first: usize, last: usize) -> Option<String> {
        (first..last.min(first.saturating_add(BEFORE))).find_map(|at| self.part_of_council(at))
    }

    /// "Lima | Pemkab", "masing-masing | Pemda": none in particular.
    fn of_many(&self, first: usize) -> bool {
        let Some(before) = first.checked_sub(1) else { return false };
        let counted = || self.hits.at(before).iter().any(|h| h.entry.class == self.classes.numeral && h.last as usize == first);
        self.reads(before, &["tiap", "setiap", "masing", "sejumlah", "beberapa", "seluruh", "semua"])
            || counted() && !self.reads(before, &["satu"])
            || self.token(before).is_some_and(|t| t.is_number()) && self.sentence_of(before) == self.sentence_of(first)
    }

    /// "Didampingi | X", "bersama | X": who begins at `first` stands beside another.
    pub(crate) fn accompanies(&self, first: usize) -> bool {
        let word = first.saturating_sub(usize::from(first.checked_sub(1).is_some_and(|b| self.reads(b, &["oleh"]))));
        let beside = |h: &crate::lexicon::Hit| matches!(self.lexicon.value_name(h.entry.value), "accompany_passive" | "with");
        self.hits_before(word, self.classes.verb).any(|h| !h.entry.weak && beside(h))
            || self.hits_before(first, self.classes.verb).any(beside)
    }

    /// "Mengunjungi | X".
    fn visited(&self, first: usize) -> bool {
        let visits = |h: &crate::lexicon::Hit| h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "visit";
        let Some(before) = first.checked_sub(1) else { return false };
        self.hits.at(before).iter().any(|h| h.last as usize == first && visits(h))
    }

    /// "Dipimpin oleh | X", "terdiri dari | X", "turut dalam rombongan | X": who begins at `first` leads those who come, or is one of
    /// them.
    fn leads(&self, first: usize) -> bool {
        let leads =
            |h: &crate::lexicon::Hit| h.entry.class == self.classes.verb && self.lexicon.value_name(h.entry.value) == "lead_passive";
        let consists = |at: usize| self.reads(at, &["terdiri", "beranggotakan"]);
        let among = |at: usize| {
            self.reads(at, &["kunjungan", "rombongan"]) && at.checked_sub(1).is_some_and(|b| self.reads(b, &["anggota", "dalam"]))
        };
        (first.saturating_sub(BEFORE)..first).any(|at| {
            consists(at)
                || among(at)
                || self.hits.at(at).iter().any(|h| leads(h) && h.last as usize <= first && first.saturating_sub(h.last as usize) <= 1)
        })
    }

    /// For each mention whether `does` holds of it or of one in a list with it: "disambut oleh | Sekwan X, | Ketua Komisi II | dan |
    /// Ketua Komisi III", "Ketua DPRD X | bersama | Ketua Komisi II | menyambut".
    fn together(&self, mentions: &[Mention], does: impl Fn(&Mention) -> bool) -> Vec<bool> {
        let mut all: Vec<bool> = mentions.iter().map(does).collect();
        let official = |m: &Mention| matches!(m.what, What::Official(_));
        let listed = |pair: &[Mention], apart: bool| {
            let [a, b] = pair else { return false };
            let company = |at: usize| self.sign(at) == b',' || self.reads(at, &JOINTS) || apart && self.reads(at, &COMPANY);
            let near = b.first.saturating_sub(a.last) <= BETWEEN && self.sentence_of(a.first) == self.sentence_of(b.first);
            official(a) && official(b) && near && (a.last..b.first).all(company)
        };
        for (i, pair) in mentions.windows(2).enumerate() {
            if let Some([first, second]) = all.get_mut(i..=i.saturating_add(1)) {
                *second |= *first && listed(pair, true);
            }
        }
        for (i, pair) in mentions.windows(2).enumerate().rev() {
            if let Some([first, second]) = all.get_mut(i..=i.saturating_add(1)) {
                *first |= *second && listed(pair, false) && pair.first().is_some_and(|m| self.sign(m.last) != b',');
            }
        }
        all
    }

    /// "Disambut oleh | X", "X | menerima": the official between `first` and `last` receives.
    fn receives(&self, first: usize, last: usize) -> bool {
        let value = |h: &crate::lexicon::Hit| self.lexicon.value_name(h.entry.value);
        let says = |at: usize, role: &str| self.hits.at(at).iter().any(|h| h.entry.class == self.classes.verb && value(h) == role);
        let same = |at: usize| self.sentence_of(at) == self.sentence_of(first);
        // "Diterima jajaran DPRD X yang dipimpin | Y": heads those who receive.
        let from = if self.leads(first) { first.saturating_sub(LED) } else { first.saturating_sub(BEFORE) };
        let welcomes = |at: usize| self.reads(at, &["selamat"]) && self.reads(at.saturating_add(1), &["datang"]);
        // "Saat menerima rombongan X, | Y memaparkan".
        let opens = || {
            let start = self.sentences.get(self.sentence_of(first)).map_or(first, |s| s.first);
            let time = self.reads(start, &["kala", "ketika", "saat", "seusai", "sewaktu", "usai"]);
            let comma = first.checked_sub(1).is_some_and(|b| self.sign(b) == b',');
            time && comma && first.saturating_sub(start) <= LED && says(start.saturating_add(1), "receive")
        };
        // "Ketua Komisi II serta pejabat lainnya | menyambut".
        let behind = (last..last.saturating_add(LED)).find(|at| !self.reads(*at, &TAIL)).unwrap_or(last);
        (from..first).any(|at| same(at) && says(at, "receive_passive"))
            || (behind..behind.saturating_add(BEHIND)).any(|at| same(at) && says(at, "receive"))
            || (last..last.saturating_add(LED)).any(|at| same(at) && welcomes(at))
            || opens()
    }
}

/// A council without its region is the one that `council` finds, else that of the nearest region; a Perumda belongs to the latter.
fn bare_body(body: &mut BodyWords, council: impl Fn() -> Option<RegionId>, nearest: impl Fn() -> Option<RegionId>) {
    let region = match body.sort {
        _ if body.region.is_some() => return,
        BodySort::Council => council().or_else(nearest),
        BodySort::Enterprise => nearest(),
        _ => return,
    };
    body.region = region.map(|r| RegionWords { candidates: smallvec![r], name: body.name_last, ..RegionWords::default() });
}

/// A body of the nation, or one of its members: the DPR or a ministry, "anggota Komisi VII DPR".
fn is_national(what: &What) -> bool {
    let body = match what {
        What::Body(b) => Some(b),
        What::Official(o) => o.body.as_ref().map(|(b, _, _)| b),
        _ => None,
    };
    body.is_some_and(|b| b.sort == BodySort::Central)
}

/// Whoever has guests: an official, a body or a government.
fn may_receive(what: &What) -> bool {
    matches!(what, What::Body(_) | What::Official(_) | What::Region(_))
}

fn is_council(what: &What) -> bool {
    match what {
        What::Body(b) => b.sort == BodySort::Council,
        What::Official(o) => o.body.as_ref().is_some_and(|(b, _, _)| b.sort == BodySort::Council),
        What::Place(p) => p.body.as_ref().is_some_and(|(b, _, _)| b.sort == BodySort::Council),
        _ => false,
    }
}
