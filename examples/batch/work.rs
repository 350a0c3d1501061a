//! From articles to lines: a thread reads, workers extract, the caller writes in the order of the input.
//!
//! The reader makes chunks. Each becomes a job of the pool and a promise in a queue; the writer takes the promises in order. It
//! tells the reader what it has written, and the reader waits as long as too much is on the way.

use std::io::{self, Write};
use std::panic::resume_unwind;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use kunker::{Date, Document, Extractor};
use rayon::ThreadPool;

use crate::article::Article;
use crate::input::Item;
use crate::report::{Counts, Report};

/// A chunk is full with so many articles or bytes: long enough to be worth a job, short enough for all workers to end together.
const CHUNK_ARTICLES: u64 = 32;
const CHUNK_BYTES: u64 = 128_000;

/// A chunk of more bytes has a long article, which takes much memory while it is read: the writer reads those, one at a time.
const LONG_BYTES: u64 = 2 * CHUNK_BYTES;

/// So much is on the way between reader and writer, or one chunk if that alone is more.
const MOST_ARTICLES: u64 = 4096;
const MOST_BYTES: u64 = 4_000_000;

/// What is done with each article.
#[derive(Clone)]
pub struct Work {
    pub extractor: Extractor,
    pub published: Option<Date>,
}

impl Work {
    fn document(&self, article: &Article) -> Document {
        self.extractor.extract_with(&article.text, &article.context(self.published))
    }

    /// The line of one article.
    pub fn line(&self, article: &Article) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        article.write_line(&self.document(article), None, &mut line)?;
        Ok(line)
    }

    fn chunk(&self, chunk: Vec<Item>) -> io::Result<Done> {
        let mut done = Done::default();
        for Item { article, bytes } in chunk {
            let document = self.document(&article);
            article.write_line(&document, None, &mut done.lines)?;
            let (visits, agreements) = (document.visits.len() as u64, document.agreements.len() as u64);
            done.counts += Counts { articles: 1, visits, agreements, bytes };
        }
        Ok(done)
    }
}

/// What became of a chunk.
#[derive(Default)]
struct Done {
    lines: Vec<u8>,
    counts: Counts,
}

/// What the writer waits for or does itself.
enum Promise {
    Answer(Receiver<io::Result<Done>>),
    Long(Vec<Item>),
}

/// Extracts all articles and writes their lines to `out`, until that fails. Tells what was written.
pub fn write_all(
    articles: impl Iterator<Item = Item> + Send + 'static,
    work: Work,
    workers: ThreadPool,
    out: &mut impl Write,
    report: &Report,
) -> (Counts, io::Result<()>) {
    let (to_write, promises) = channel();
    let (written, freed) = channel();
    let jobs = work.clone();
    let reader = thread::spawn(move || read_all(articles, &jobs, &workers, &to_write, &freed));
    let mut counts = Counts::default();
    for promise in promises {
        let done = match promise {
            // An answer never fails to come: rayon ends the program if a worker panics.
            Promise::Answer(answer) => answer.recv().map_err(io::Error::other).and_then(|done| done),
            Promise::Long(chunk) => work.chunk(chunk),
        };
        let done = match done.and_then(|done| out.write_all(&done.lines).map(|()| done.counts)) {
            Ok(done) => done,
            // The reader may wait for input that never comes: it is left behind.
            Err(e) => return (counts, Err(e)),
        };
        counts += done;
        report.progress(&counts);
        // The reader is gone when it has read everything.
        let _ = written.send(done);
    }
    if let Err(panic) = reader.join() {
        resume_unwind(panic);
    }
    (counts, Ok(()))
}

fn read_all(
    mut articles: impl Iterator<Item = Item>,
    work: &Work,
    workers: &ThreadPool,
    to_write: &Sender<Promise>,
    freed: &Receiver<Counts>,
) {
    let mut on_the_way = Counts::default();
    while let Some((chunk, size)) = next_chunk(&mut articles) {
        while on_the_way.articles > 0 && (on_the_way.articles + size.articles > MOST_ARTICLES || on_the_way.bytes + size.bytes > MOST_BYTES)
        {
            let Ok(Counts { articles, bytes, .. }) = freed.recv() else { return };
            on_the_way.articles -= articles;
            on_the_way.bytes -= bytes;
        }
        on_the_way += size;
        let promise = if size.bytes > LONG_BYTES {
            Promise::Long(chunk)
        } else {
            let (answer, promise) = channel();
            let work = work.clone();
            // Nobody waits for the answer when writing has failed.
            workers.spawn(move || drop(answer.send(work.chunk(chunk))));
            Promise::Answer(promise)
        };
        if to_write.send(promise).is_err() {
            return;
        }
    }
}

fn next_chunk(articles: &mut impl Iterator<Item = Item>) -> Option<(Vec<Item>, Counts)> {
    let (mut chunk, mut size) = (Vec::new(), Counts::default());
    while size.articles < CHUNK_ARTICLES && size.bytes < CHUNK_BYTES {
        let Some(item) = articles.next() else { break };
        size += Counts { articles: 1, bytes: item.bytes, ..Counts::default() };
        chunk.push(item);
    }
    (!chunk.is_empty()).then_some((chunk, size))
}
