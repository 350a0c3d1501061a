//! An event as slots and fills, and when two fills are the same: the keys and comparisons of `score.py`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use serde_json::Value;

const DEGREE: &str = r"(?i)\b(h|hj|ir|drs?|dra|prof|kh|tgk|s\.?sos|sh|se|st|mm|msi|m\.si|s\.?pd|m\.?pd|s\.?ip|s\.?stp|map|mh|mt|mkes|skm|phd|s\.?ag|m\.?ap|s\.?kom|s\.?t|s\.?e|s\.?h|m\.?m|m\.?h)\b\.?";
const ACTING: &str = r"(?:(?:pj|plt|plh|pjs|penjabat|pelaksana tugas|pelaksana harian|penjabat sementara) )*";

/// Pattern and class, tried in order at the head of the title, behind an acting mark.
const TITLES: &[(&str, &str)] = &[
    (r"wakil wali ?kota|wawali\w*|wawako", "wakil wali kota"),
    (r"wali ?kota|wako\b", "wali kota"),
    (r"wakil bupati|wabup", "wakil bupati"),
    (r"bupati", "bupati"),
    (r"wakil gubernur|wagub", "wakil gubernur"),
    (r"gubernur", "gubernur"),
    (r"sekretaris dprd|sekwan", "sekwan"),
    (r"sekda\w*|sekretaris daerah|sekprov|sekkab|sekkot", "sekda"),
    (r"asisten", "asisten"),
    (r"staf ahli", "staf ahli"),
    (r"sekretaris dinas|sekdis\w*", "sekretaris dinas"),
    (r"wakil ketua (?:i+ |[123] )?dpr[dpak]\w*", "wakil ketua dprd"),
    (r"ketua dpr[dpak]\w*", "ketua dprd"),
    (r"anggota (?:komisi \w+ ?)?(?:dpr[dpak]\w*)?$|anggota (?:komisi|dpr[dpak])", "anggota dprd"),
    (r"wakil ketua komisi", "wakil ketua komisi"),
    (r"ketua komisi", "ketua komisi"),
    (r"ketua (?:pansus|panitia khusus)", "ketua pansus"),
    (r"kepala bagian|kabag\w*", "kepala bagian"),
    (r"kepala bidang|kabid\w*", "kepala bidang"),
    (r"kepala biro|karo\b", "kepala biro"),
    (r"kepala kantor|kakan\b", "kepala kantor"),
    (r"kepala dinas|ka ?dis\w*|kadin\w+", "kepala dinas"),
    (
        r"kepala (?:badan|bappe\w*|bapel\w*|balit\w*|bape\w*|bp\w+|bk\w+|bnn\w*|bin\b|brida|kesbang\w*)|ka ?(?:bappe\w*|balit\w*|bapenda|ban\b)",
        "kepala badan",
    ),
    (r"inspektur|kepala inspektorat", "inspektur"),
    (r"wakil menteri|wamen\w*", "wakil menteri"),
    (r"menteri|menko\w*|mendagri|men\w+ ri\b", "menteri"),
    (r"wakil presiden|wapres", "wakil presiden"),
    (r"presiden", "presiden"),
];

const GENERIC: &str = "kota kabupaten kab provinsi pemerintah daerah universitas pt cv dinas badan kementerian kantor komisi dewan negara republik indonesia jabatan konsulat jenderal kedutaan besar dpr dprd";

/// The scorer's own patterns are constants: one that does not compile is a fault of this file.
fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a constant pattern")
}

static DEGREES: LazyLock<Regex> = LazyLock::new(|| pattern(DEGREE));
static NO_WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[^\p{L}\p{N}]+"));
static NOBILITY: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:(?:r|rm|rr|raden) )+"));
static TITLE_CLASSES: LazyLock<Vec<(Regex, &str)>> =
    LazyLock::new(|| TITLES.iter().map(|(p, class)| (pattern(&format!("^{ACTING}(?:{p})")), *class)).collect());
static GENERIC_WORDS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| GENERIC.split(' ').collect());

type Words = BTreeSet<String>;

/// One fill of one slot, reduced to what is compared.
#[derive(Clone, Debug, PartialEq)]
pub enum Fill {
    /// The accepted kinds.
    Kind(Vec<Value>),
    /// Region code and the words of the body.
    Party(Option<String>, Option<Words>),
    /// Region code and which body of it.
    Body(String, &'static str),
    /// Name and class of title.
    Official(Option<String>, Option<String>),
    /// A text, compared by its words.
    Text(String),
    /// Anything compared as it stands.
    Plain(Value),
}

/// An event as `{slot: [fills]}`.
pub type Slots = BTreeMap<&'static str, Vec<Fill>>;

/// Folded, with one blank for everything that is neither letter nor digit.
pub fn squash(s: &str) -> String {
    NO_WORD.replace_all(&s.to_lowercase().replace('ß', "ss"), " ").trim().to_owned()
}

/// A name without degrees, honorifics, nobility and punctuation.
pub fn name_key(s: &str) -> String {
    let head = s.split(',').next().unwrap_or("").replace(['’', '`'], "'");
    let bare = squash(&DEGREES.replace_all(&head, " ").replace('\'', ""));
    NOBILITY.replace(&bare, "").into_owned()
}

/// The class of a title, else its words.
pub fn title_key(title: &str) -> Option<String> {
    let low = squash(title);
    let class = TITLE_CLASSES.iter().find(|(p, _)| p.is_match(&low)).map(|(_, class)| (*class).to_owned());
    class.or(Some(low)).filter(|k| !k.is_empty())
}

/// The telling words of a body's name.
pub fn org_key(s: &str) -> Words {
    squash(s).split_whitespace().filter(|w| !["ri", "dan", "of", "the"].contains(w)).map(str::to_owned).collect()
}

/// What Python calls true.
pub fn truthy(v: &Value) -> bool {
    match v {
        Value::Null | Value::Bool(false) => false,
        Value::String(s) => !s.is_empty(),
        Value::Array(a) => !a.is_empty(),
        Value::Object(o) => !o.is_empty(),
        Value::Number(n) => n.as_f64() != Some(0.0),
        Value::Bool(true) => true,
    }
}

/// A text as it stands, or under "text".
fn text_of(v: &Value) -> &str {
    v.as_str().or_else(|| v["text"].as_str()).unwrap_or("")
}

fn party(p: &Value) -> Fill {
    let code = p["region"].as_str().or_else(|| p["region"]["code"].as_str());
    Fill::Party(code.map(str::to_owned), truthy(&p["org"]).then(|| org_key(text_of(&p["org"]))))
}

fn body(p: &Fill) -> Option<Fill> {
    let Fill::Party(Some(code), org) = p else { return None };
    let dprd = |w: &String| w.starts_with("dpr") || ["komisi", "pansus", "bapemperda"].contains(&w.as_str());
    let which = match org {
        None => "government",
        Some(words) if words.iter().any(dprd) => "dprd",
        Some(_) => "other",
    };
    Some(Fill::Body(code.clone(), which))
}

fn official(o: &Value) -> Fill {
    let title = &o["title"];
    let title = title.as_str().or_else(|| [&title["canonical"], &title["text"]].into_iter().find(|v| truthy(v))?.as_str());
    let name = name_key(o["name"].as_str().unwrap_or(""));
    Fill::Official((!name.is_empty()).then_some(name), title.and_then(title_key))
}

fn list(v: &Value) -> &[Value] {
    v.as_array().map_or(&[], Vec::as_slice)
}

/// The slots of an event in gold form or in the library's JSON.
pub fn slots(event: &Value) -> Slots {
    let mut out = Slots::new();
    out.insert("kind", vec![Fill::Kind(event["kind"].as_array().cloned().unwrap_or_else(|| vec![event["kind"].clone()]))]);
    out.insert("status", vec![Fill::Plain(event["status"].clone())]);
    for k in ["visitors", "hosts", "parties"] {
        let fills: Vec<Fill> = list(&event[k]).iter().map(party).collect();
        out.entry("bodies").or_default().extend(fills.iter().filter_map(body));
        out.insert(k, fills);
    }
    let leader = Some(&event["leader"]).filter(|l| truthy(l));
    out.insert("leader", leader.into_iter().map(official).collect());
    for k in ["received_by", "accompanied_by", "signatories"] {
        out.insert(k, list(&event[k]).iter().map(official).collect());
    }
    let heads = leader.into_iter().chain(list(&event["received_by"])).chain(list(&event["signatories"]));
    out.insert("title", heads.filter(|o| truthy(&o["name"]) && truthy(&o["title"])).map(official).collect());
    let (date, end) = dates(event);
    let filled = |v: &Value| if truthy(v) { vec![Fill::Plain(v.clone())] } else { Vec::new() };
    out.insert("date", filled(date));
    out.insert("end", filled(end));
    if !event["delegation_size"].is_null() {
        out.insert("delegation_size", vec![Fill::Plain(event["delegation_size"].clone())]);
    }
    for k in ["venue", "duration"] {
        out.insert(k, Some(&event[k]).filter(|v| truthy(v)).map(|v| Fill::Text(text_of(v).to_owned())).into_iter().collect());
    }
    out.insert("sites", list(&event["sites"]).iter().map(|s| Fill::Text(text_of(s).to_owned())).collect());
    let affair = |a: &Value| Fill::Plain(if a.is_string() { a.clone() } else { a["affair"].clone() });
    out.insert("affairs", list(&event["affairs"]).iter().map(affair).collect());
    out
}

/// First and last day; the last day of a visit only.
fn dates(event: &Value) -> (&Value, &Value) {
    let date = &event["date"];
    if date.is_object() {
        return (&date["start"], if event.get("visitors").is_some() { &date["end"] } else { &Value::Null });
    }
    if event.get("start").is_some() || event.get("end").is_some() {
        return (&event["start"], &event["end"]);
    }
    (date, &Value::Null)
}

/// True if the predicted fill is the gold fill.
pub fn same(slot: &str, gold: &Fill, pred: &Fill) -> bool {
    match (gold, pred) {
        (Fill::Kind(g), Fill::Kind(p)) => g.iter().any(|k| p.contains(k)),
        (Fill::Party(gold_code, gold_org), Fill::Party(pred_code, pred_org)) => match (gold_code, gold_org, pred_org) {
            (Some(_), _, _) => gold_code == pred_code,
            (None, Some(g), Some(p)) => same_org(g, p),
            _ => false,
        },
        (Fill::Official(gold_name, gold_title), Fill::Official(pred_name, pred_title)) => match gold_name {
            _ if slot == "title" => gold_name == pred_name && same_title(gold_title, pred_title),
            Some(_) => gold_name == pred_name,
            None => pred_name.is_none() && gold_title == pred_title,
        },
        (Fill::Text(g), Fill::Text(p)) => same_text(g, p),
        _ => gold == pred,
    }
}

/// The names share half their telling words, or one contains the other.
fn same_org(g: &Words, p: &Words) -> bool {
    let telling = |words: &Words| {
        let telling: Words = words.iter().filter(|w| !GENERIC_WORDS.contains(w.as_str())).cloned().collect();
        if telling.is_empty() { words.clone() } else { telling }
    };
    let (g, p) = (telling(g), telling(p));
    let common = g.intersection(&p).count();
    common > 0 && (2 * common >= g.len().max(p.len()) || g.is_subset(&p) || p.is_subset(&g))
}

/// The same class of title, or one title is the other with its unit left out.
fn same_title(g: &Option<String>, p: &Option<String>) -> bool {
    let (g, p) = (g.as_deref().unwrap_or(""), p.as_deref().unwrap_or(""));
    let longer = |a: &str, b: &str| a.strip_prefix(b).is_some_and(|rest| rest.starts_with(' '));
    g == p || (!g.is_empty() && !p.is_empty() && (longer(g, p) || longer(p, g)))
}

/// Half of all words are in both texts.
fn same_text(g: &str, p: &str) -> bool {
    let words = |s: &str| -> Words { squash(s).split_whitespace().map(str::to_owned).collect() };
    let (g, p) = (words(g), words(p));
    !g.is_empty() && !p.is_empty() && 2 * g.intersection(&p).count() >= g.union(&p).count()
}
