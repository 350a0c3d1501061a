//! The phrases of all tables as a trie over word numbers.
//!
//! Tables are read into a [`Draft`], whose nodes come in any order. [`Draft::settle`] lays the entries and the edges of each
//! node side by side, because a look-up costs as much as the lines of memory it touches.

use super::{BATCH, ClassSet, Entry, Hits};
use crate::text::{FxMap, Shape, Token, WordId};

/// Words, edges and entries of the built-in tables, so that their collections need not grow.
const WORDS: usize = 32_000;
const EDGES: usize = 24_000;
const ENTRIES: usize = 54_000;

/// Most meanings (class and value) of one phrase: so many hits may begin and end at the same tokens.
pub(super) const MEANINGS: usize = 64;

/// Phrases while tables are read. A word that begins a phrase is the node of its own number; the nodes of more words are counted
/// from [`INNER`] on.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    /// For each word the number of its first entry, 0 for none.
    words: Vec<u32>,
    /// The same for each inner node.
    inner: Vec<u32>,
    /// Node and word to inner node.
    edges: FxMap<(u32, WordId), u32>,
    /// Entries with the number of the next one of the same node; entry 0 is none.
    entries: Vec<(Option<Entry>, u32)>,
}

/// More than there are words.
const INNER: u32 = 1 << 31;

impl Draft {
    pub(super) fn new() -> Draft {
        let mut draft = Draft {
            words: Vec::with_capacity(WORDS),
            inner: Vec::with_capacity(EDGES),
            edges: FxMap::with_capacity_and_hasher(EDGES, Default::default()),
            entries: Vec::with_capacity(ENTRIES),
        };
        draft.entries.push((None, 0));
        draft
    }

    /// Adds a phrase. One that stands twice keeps its place, and its last line tells whether it is weak. False if the phrase
    /// has as many meanings as it may have.
    pub(super) fn insert(&mut self, words: &[WordId], entry: Entry) -> bool {
        let node = self.node(words);
        let head = match node.checked_sub(INNER) {
            Some(inner) => self.inner.get_mut(inner as usize),
            None => self.words.get_mut(node as usize),
        };
        let Some(head) = head else { return false };
        let mut at = *head;
        let mut meanings = 0_usize;
        while let Some((Some(known), next)) = self.entries.get_mut(at as usize) {
            if known.class == entry.class && known.value == entry.value {
                known.weak = entry.weak;
                return true;
            }
            at = *next;
            meanings = meanings.saturating_add(1);
        }
        if meanings >= MEANINGS {
            return false;
        }
        let first = std::mem::replace(head, number(self.entries.len()));
        self.entries.push((Some(entry), first));
        true
    }

    /// The node at the end of a path of words, made where it is new.
    fn node(&mut self, words: &[WordId]) -> u32 {
        let (first, rest) = words.split_first().map_or((0, words), |(first, rest)| (first.0, rest));
        if self.words.len() <= first as usize {
            self.words.resize((first as usize).saturating_add(1), 0);
        }
        rest.iter().fold(first, |node, word| {
            *self.edges.entry((node, *word)).or_insert_with(|| {
                self.inner.push(0);
                INNER.saturating_add(number(self.inner.len().saturating_sub(1)))
            })
        })
    }

    /// The entries from one on that stand at its node.
    fn entries_from(&self, mut next: u32) -> impl Iterator<Item = Entry> {
        std::iter::from_fn(move || {
            let (entry, behind) = self.entries.get(next as usize)?;
            next = *behind;
            *entry
        })
    }

    /// The trie of these phrases. The node of a word has the number of the word, of which there are `words`; the inner nodes
    /// stand behind. Of a single word that is of a class of `marks` the tokens tell enough: that entry is no hit.
    pub(super) fn settle(mut self, words: usize, marks: ClassSet) -> Trie {
        self.words.resize(words, 0);
        let mut trie = Trie {
            nodes: Vec::with_capacity(words.saturating_add(self.inner.len())),
            entries: Vec::with_capacity(ENTRIES.max(self.entries.len())),
            edges: vec![(WordId::UNKNOWN, 0); self.edges.len()],
        };
        for (node, head) in (0_usize..).zip(self.words.iter().chain(&self.inner)) {
            let mut own = Node { entries: number(trie.entries.len()), ..Node::default() };
            for entry in self.entries_from(*head) {
                trie.entries.push(entry);
                own.meanings = own.meanings.saturating_add(1);
                own.classes = own.classes.with(entry.class);
            }
            (own.telling, own.hits) = (own.entries, own.meanings);
            if node < words && own.classes.meets(marks) {
                (own.telling, own.hits) = (number(trie.entries.len()), 0);
                for entry in self.entries_from(*head).filter(|e| !marks.holds(e.class)) {
                    trie.entries.push(entry);
                    own.hits = own.hits.saturating_add(1);
                }
            }
            trie.nodes.push(own);
        }
        trie.lead(&self.edges, words);
        trie
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Where the entries and edges of a node begin, and how many they are. Its size leaves no gap, so that it is copied whole.
#[derive(Clone, Copy, Debug, Default)]
struct Node {
    entries: u32,
    /// Where those that are hits begin: all, or those of other classes than marks once more.
    telling: u32,
    edges: u32,
    /// How many edges.
    ways: u32,
    /// The words that lead to this node's edges, each by the low bits of its number: most words that follow in a text lead on
    /// nowhere, and this tells it without the edges, which lie elsewhere in memory.
    words: u32,
    /// The classes of the entries.
    classes: ClassSet,
    /// How many entries, and how many of them are hits; at most [`MEANINGS`].
    meanings: u16,
    hits: u16,
}

fn low_bits(word: WordId) -> u32 {
    1 << (word.0 % 32)
}

/// All phrases, to be looked up.
#[derive(Clone, Debug, Default)]
pub(super) struct Trie {
    nodes: Vec<Node>,
    entries: Vec<Entry>,
    /// Word and node, by word.
    edges: Vec<(WordId, u32)>,
}

impl Trie {
    /// Lays the edges of each node side by side, by word: how many each has tells where they begin, which needs no list of them
    /// all to be sorted.
    fn lead(&mut self, edges: &FxMap<(u32, WordId), u32>, words: usize) {
        let at = |node: u32| node.checked_sub(INNER).map_or(node as usize, |inner| words.saturating_add(inner as usize));
        for (from, word) in edges.keys() {
            if let Some(node) = self.nodes.get_mut(at(*from)) {
                node.ways = node.ways.saturating_add(1);
                node.words |= low_bits(*word);
            }
        }
        let mut first = 0_u32;
        for node in &mut self.nodes {
            node.edges = first;
            first = first.saturating_add(std::mem::take(&mut node.ways));
        }
        for ((from, word), to) in edges {
            let Some(node) = self.nodes.get_mut(at(*from)) else { continue };
            if let Some(edge) = self.edges.get_mut(node.edges.saturating_add(node.ways) as usize) {
                *edge = (*word, number(at(*to)));
            }
            node.ways = node.ways.saturating_add(1);
        }
        for node in self.nodes.iter().filter(|node| node.ways > 1) {
            let first = node.edges as usize;
            if let Some(own) = self.edges.get_mut(first..first.saturating_add(node.ways as usize)) {
                own.sort_unstable_by_key(|(word, _)| *word);
            }
        }
    }

    /// The entries of every phrase.
    pub(super) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    fn node(&self, node: u32) -> Node {
        self.nodes.get(node as usize).copied().unwrap_or_default()
    }

    fn entries_from(&self, first: u32, count: u16) -> &[Entry] {
        let first = first as usize;
        self.entries.get(first..first.saturating_add(count.into())).unwrap_or(&[])
    }

    fn entries_at(&self, node: Node) -> &[Entry] {
        self.entries_from(node.entries, node.meanings)
    }

    /// What a word means by itself.
    pub(super) fn entries_of(&self, word: WordId) -> &[Entry] {
        self.entries_at(self.node(word.0))
    }

    /// The phrases in `tokens`, or `every` one, marks too. The nodes of some dozens of words are fetched at once: one after the
    /// other each would be waited for alone.
    pub(super) fn hits(&self, tokens: &[Token], every: bool) -> Hits {
        let mut hits = Hits::with_capacity(tokens.len());
        // The nodes on the way from a token, with the token behind; longer phrases go before shorter ones.
        let mut way: Vec<(Node, usize)> = Vec::new();
        let mut nodes = [Node::default(); BATCH];
        let mut first = 0_u32;
        for batch in tokens.chunks(BATCH) {
            for (node, token) in nodes.iter_mut().zip(batch) {
                *node = self.node(token.word.0);
            }
            for own in nodes.iter().take(batch.len()) {
                let (start, behind) = (hits.next(), first.saturating_add(1));
                let mut classes = own.classes;
                if own.ways > 0 {
                    self.follow(*own, tokens, behind as usize, &mut way);
                    while let Some((node, last)) = way.pop() {
                        hits.extend(first, number(last), self.entries_at(node));
                        classes = classes.or(node.classes);
                    }
                }
                if every {
                    hits.extend(first, behind, self.entries_at(*own));
                } else if own.hits > 0 {
                    hits.extend(first, behind, self.entries_from(own.telling, own.hits));
                }
                hits.close(start, classes);
                first = behind;
            }
        }
        hits.close(hits.next(), ClassSet::default());
        hits
    }

    /// Adds the nodes on the way from one whose token ends at `last`, each with the token behind.
    fn follow(&self, mut node: Node, tokens: &[Token], mut last: usize, way: &mut Vec<(Node, usize)>) {
        while node.ways > 0 {
            let Some((next, end)) = self.step(node, tokens, last) else { return };
            (node, last) = (next, end);
            way.push((node, last));
        }
    }

    /// The node that an edge of `node` leads to by the token at `at`, and the token behind; a hyphen between two words of a
    /// phrase may be typed for the blank ("Aceh-Utara").
    fn step(&self, node: Node, tokens: &[Token], at: usize) -> Option<(Node, usize)> {
        let follow = |node: Node, at: usize| {
            let next = tokens.get(at).filter(|t| node.words & low_bits(t.word) != 0 && t.word != WordId::UNKNOWN)?;
            let first = node.edges as usize;
            let edges = self.edges.get(first..first.saturating_add(node.ways as usize))?;
            let edge = edges.binary_search_by_key(&next.word, |(word, _)| *word).ok()?;
            Some((self.node(edges.get(edge)?.1), at.saturating_add(1)))
        };
        let behind = at.saturating_add(1);
        let plain = follow(node, at);
        let hyphen = || {
            tokens.get(at).is_some_and(|t| t.sign == b'-' && t.is(Shape::GLUED))
                && tokens.get(behind).is_some_and(|t| t.is_word() && t.is(Shape::GLUED) && t.is(Shape::CAPITAL))
        };
        if !hyphen() || plain.is_some_and(|(sign, word)| follow(sign, word).is_some()) {
            return plain;
        }
        follow(node, behind).or(plain)
    }
}

#[cfg(test)]
mod tests {
    use super::{EDGES, ENTRIES, WORDS};
    use crate::lexicon::Lexicon;

    /// Room that the tables have outgrown is made twice, at every start.
    #[test]
    fn there_is_room_for_the_built_in_tables() {
        let mut lexicon = Lexicon::builtin().unwrap();
        assert!(lexicon.draft.edges.len() <= EDGES && lexicon.draft.words.len() <= WORDS);
        assert!(lexicon.values.len() <= super::super::VALUES, "{}", lexicon.values.len());
        lexicon.settle();
        assert!(lexicon.trie.entries.len() <= ENTRIES, "{}", lexicon.trie.entries.len());
    }
}
