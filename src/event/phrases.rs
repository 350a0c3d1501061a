//! Phrases: those of an article by their class, so that a question for one looks at no others.

use smallvec::SmallVec;

use crate::lexicon::{ClassId, Hit, Hits};

/// Values of phrases with their token ranges; the stretch of text that is asked holds few of one class.
pub(crate) type Found<'a> = SmallVec<[(&'a str, usize, usize); 4]>;

/// The phrases of an article.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    /// Class after class, in each by first token, longer before shorter.
    all: Vec<Hit>,
    /// For each class the number of its first phrase; one more entry closes the last.
    starts: Vec<usize>,
}

impl Phrases {
    pub(crate) fn of(hits: &Hits) -> Phrases {
        let Some(any) = hits.all().first() else { return Phrases::default() };
        let class = |hit: &Hit| usize::from(hit.entry.class.0);
        let classes = hits.all().iter().map(class).max().unwrap_or(0).saturating_add(1);
        // Each entry counts the class two before it, then tells where the class before it goes on; so it ends as its start.
        let mut starts = vec![0_usize; classes.saturating_add(2)];
        for hit in hits.all() {
            if let Some(count) = starts.get_mut(class(hit).saturating_add(2)) {
                *count = count.saturating_add(1);
            }
        }
        let mut sum = 0_usize;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut all = vec![*any; hits.all().len()];
        for hit in hits.all() {
            let Some(next) = starts.get_mut(class(hit).saturating_add(1)) else { continue };
            if let Some(place) = all.get_mut(*next) {
                *place = *hit;
            }
            *next = next.saturating_add(1);
        }
        Phrases { all, starts }
    }

    /// The phrases of a class that begin at tokens `first..last`.
    pub(super) fn of_class(&self, class: ClassId, first: usize, last: usize) -> impl Iterator<Item = &Hit> {
        let at = usize::from(class.0);
        let range = self.starts.get(at).zip(self.starts.get(at.saturating_add(1))).map(|(from, to)| *from..*to);
        let own = range.and_then(|range| self.all.get(range)).unwrap_or(&[]);
        let from = own.partition_point(|h| (h.first as usize) < first);
        own.get(from..).unwrap_or(&[]).iter().take_while(move |h| (h.first as usize) < last)
    }
}
