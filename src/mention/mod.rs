//! Mentions: small things that mean by themselves.
//!
//! In come tokens and phrase hits, out come [`Mention`]s: regions, bodies, officials, persons, dates, numbers and places, in
//! the order of the text and without overlap. The `reader` goes through the words and tries the grammar of a phrase where its first
//! word stands; each grammar has a folder: `region`, `body`, `title`, `person`, `date`, `place`, and `number` a file. `ending` tells where proper
//! names end, `classes` which words the grammars ask for. Behind the reading, `joint` mends mentions that stand apart or run into
//! each other, `article` decides what only the whole article can tell, and `speaker` who "kami" is. `public` is what users see of it
//! all.

mod article;
mod body;
mod classes;
mod date;
mod ending;
mod joint;
mod number;
mod person;
mod place;
mod public;
mod reader;
mod region;
mod speaker;
mod title;

pub(crate) use crate::BodySort;
pub(crate) use article::calendar::{Calendar, calendar};
pub(crate) use article::party::PartyRef;
pub(crate) use article::people::{People, Person, people};
pub(crate) use article::resolve::{Resolved, resolve};
pub(crate) use body::firm::FIRMS;
pub(crate) use classes::Classes;
pub(crate) use date::when::When;
pub(crate) use person::name::Name;
pub(crate) use public::{mentions, official};
pub(crate) use reader::Reader;
pub(crate) use speaker::{Pronoun, Speech, speech};
pub(crate) use title::office::Office as OfficeWords;

use smallvec::SmallVec;

use crate::kinds::Level;
use crate::lexicon::RegionId;

pub use public::Mention as PublicMention;

/// A mention: tokens `first..last` mean `what`.
#[derive(Clone, Debug)]
pub(crate) struct Mention {
    pub(crate) first: usize,
    pub(crate) last: usize,
    pub(crate) what: What,
}

/// What a mention is.
#[derive(Clone, Debug)]
pub(crate) enum What {
    Region(RegionWords),
    Body(BodyWords),
    Official(Box<OfficialWords>),
    Date(When),
    Number(NumberWords),
    /// Boxed, for it would make every mention twice as large.
    Place(Box<PlaceWords>),
}

impl What {
    /// A region named as a place, without a word for its government.
    pub(crate) fn is_bare_region(&self) -> bool {
        matches!(self, Self::Region(words) if !words.government)
    }
}

/// Regions of one name; hardly ever more than three.
pub(crate) type Candidates = SmallVec<[RegionId; 4]>;

/// A region or its government.
#[derive(Clone, Debug, Default)]
pub(crate) struct RegionWords {
    /// Regions the name may mean; empty for a bare "Pemkab".
    pub(crate) candidates: Candidates,
    /// The level that the words before the name tell.
    pub(crate) level: Option<Level>,
    /// Said as a government ("Pemkab X"), not only as a place.
    pub(crate) government: bool,
    /// First token of the name itself, behind the level word.
    pub(crate) name: usize,
    /// The printed level fits none of the candidates.
    pub(crate) mismatch: bool,
    /// The name has a letter wrong.
    pub(crate) misspelt: bool,
    /// Other regions that it may be; filled where nothing in the article decides.
    pub(crate) open: Candidates,
}

/// A body: council, agency, ministry, university, company, foreign place ...
#[derive(Clone, Debug)]
pub(crate) struct BodyWords {
    pub(crate) sort: BodySort,
    /// The region that the words name.
    pub(crate) region: Option<RegionWords>,
    /// First token behind the name without a trailing province in apposition.
    pub(crate) name_last: usize,
}

/// An official or person: an office, a name, or both.
#[derive(Clone, Debug, Default)]
pub(crate) struct OfficialWords {
    pub(crate) office: Option<OfficeWords>,
    pub(crate) name: Option<Name>,
    pub(crate) region: Option<RegionWords>,
    /// The body the office belongs to ("Direktur PT X").
    pub(crate) body: Option<(BodyWords, usize, usize)>,
    /// Several holders, none of them named.
    pub(crate) plural: bool,
    /// Surely a person: an office, an honorific, a degree or a known name word stands here or where the article names the
    /// person again. Only such a mention fills the slots of rules.
    pub(crate) sure: bool,
}

/// A count.
#[derive(Clone, Copy, Debug)]
pub(crate) struct NumberWords {
    pub(crate) value: u32,
    /// Counts people.
    pub(crate) people: bool,
    /// Tokens of what is counted.
    pub(crate) unit: Option<(usize, usize)>,
    /// "seorang", "sebuah": the unit stands in the number word, behind "se".
    pub(crate) single: bool,
}

/// A venue or site.
#[derive(Clone, Debug, Default)]
pub(crate) struct PlaceWords {
    /// A room or building, not a thing to be toured.
    pub(crate) venue: bool,
    /// It is a kecamatan and nothing more: those of its name, one of them once the article decided.
    pub(crate) districts: Candidates,
    /// The region inside its name.
    pub(crate) region: Option<RegionWords>,
    /// The body inside its name.
    pub(crate) body: Option<(BodyWords, usize, usize)>,
    /// Holds the title of a head of government ("Kantor Bupati").
    pub(crate) level: Option<Level>,
}
