//! Where the frames of an event stand. It is asked for every sentence and day of an article, so it looks at no more frames
//! than those around.

use crate::rule::Frame;

/// Sentence and trigger of each frame of an event, in the order of the text.
pub(super) struct Stands(Vec<(usize, usize)>);

impl Stands {
    pub(super) fn of(frames: &[&Frame]) -> Stands {
        let mut stands: Vec<_> = frames.iter().map(|f| (f.sentence, f.trigger)).collect();
        stands.sort_unstable();
        Stands(stands)
    }

    /// The number of the first frame at or behind a place.
    fn at_or_behind(&self, sentence: usize, token: usize) -> usize {
        self.0.partition_point(|stand| *stand < (sentence, token))
    }

    /// Sentences from the last frame at or before a sentence.
    pub(super) fn since(&self, sentence: usize) -> Option<usize> {
        let last = self.at_or_behind(sentence.saturating_add(1), 0).checked_sub(1)?;
        self.0.get(last).map(|(own, _)| sentence.saturating_sub(*own))
    }

    /// Sentences from the nearest frame.
    pub(super) fn apart(&self, sentence: usize) -> Option<usize> {
        self.nearest(sentence, 0).map(|(sentences, _)| sentences)
    }

    /// A frame stands at most so many sentences from a sentence.
    pub(super) fn within(&self, sentence: usize, most: usize) -> bool {
        self.apart(sentence).is_some_and(|apart| apart <= most)
    }

    /// How many frames stand in a sentence.
    pub(super) fn count(&self, sentence: usize) -> usize {
        self.at_or_behind(sentence.saturating_add(1), 0).saturating_sub(self.at_or_behind(sentence, 0))
    }

    /// Sentences and tokens from a token of a sentence to the nearest frame.
    pub(super) fn nearest(&self, sentence: usize, token: usize) -> Option<(usize, usize)> {
        let behind = self.at_or_behind(sentence, token);
        let around = [behind.checked_sub(1), Some(behind)].into_iter().flatten().filter_map(|at| self.0.get(at));
        around.map(|(own, trigger)| (own.abs_diff(sentence), trigger.abs_diff(token))).min()
    }
}
