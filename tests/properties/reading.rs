//! Every text is read, and always in the same way.

use kunker::{Document, Extractor};
use proptest::prelude::*;

use crate::config;
use crate::holds::{EXTRACTOR, document_holds, text_holds};
use crate::texts::{ARTICLES, damaged, patchwork, phrases};

#[test]
fn every_article_and_its_prefixes_are_read() {
    for (offset, article) in ARTICLES.iter().enumerate() {
        text_holds(article);
        for (end, _) in article.char_indices().skip(offset % 37).step_by(37) {
            let prefix = &article[..end];
            document_holds(prefix, &EXTRACTOR.extract(prefix));
        }
    }
}

#[test]
fn reading_leaves_no_trace() {
    let first: Vec<Document> = ARTICLES.iter().map(|a| EXTRACTOR.extract(a)).collect();
    let again: Vec<Document> = ARTICLES.iter().rev().map(|a| EXTRACTOR.extract(a)).collect();
    assert!(first.iter().eq(again.iter().rev()), "the order of reading changes what is read");
    let own = EXTRACTOR.clone();
    let read = |extractor: &Extractor| ARTICLES.iter().map(|a| extractor.extract(a)).collect::<Vec<_>>();
    let (one, two) = std::thread::scope(|s| {
        let one = s.spawn(|| read(&EXTRACTOR));
        let two = s.spawn(|| read(&own));
        (one.join().expect("no panic"), two.join().expect("no panic"))
    });
    assert!(one == first && two == first, "threads read differently");
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn damaged_articles_are_read(text in damaged()) {
        text_holds(&text);
    }

    #[test]
    fn any_string_is_read(text in any::<String>()) {
        text_holds(&text);
    }

    #[test]
    fn patchwork_is_read(text in patchwork()) {
        text_holds(&text);
    }

    #[test]
    fn phrases_of_the_tables_are_read(text in phrases()) {
        text_holds(&text);
    }

    #[test]
    fn a_text_is_read_alike_on_any_thread_and_after_any_other(text in patchwork(), other in phrases()) {
        let first = EXTRACTOR.explain(&text);
        let elsewhere = std::thread::scope(|s| s.spawn(|| { let _ = EXTRACTOR.extract(&other); EXTRACTOR.explain(&text) }).join());
        prop_assert_eq!(&first, &elsewhere.expect("no panic"));
        let _ = EXTRACTOR.extract(&other);
        prop_assert_eq!(first, Extractor::new().explain(&text));
    }

    /// What the limit leaves is read like a text of its own, and the rest is told.
    #[test]
    fn a_limit_cuts_between_sentences_or_words(text in patchwork(), limit in 0_usize..4000) {
        let extractor = limited(limit);
        let document = extractor.extract(&text);
        let mut read = text.as_str();
        if let Some(rest) = document.conflicts.iter().find(|c| c.kind == kunker::ConflictKind::Length) {
            prop_assert!(text.trim_end().len() > limit);
            prop_assert_eq!(&text[rest.span.end..].trim(), &"");
            read = text[..rest.span.start].trim_end();
        } else {
            prop_assert!(text.trim_end().len() <= limit);
        }
        prop_assert!(read.trim_end().len() <= limit);
        let mut whole = EXTRACTOR.extract(read);
        whole.conflicts.extend(document.conflicts.iter().filter(|c| c.kind == kunker::ConflictKind::Length).cloned());
        prop_assert_eq!(whole, document);
        prop_assert_eq!(extractor.mentions(&text), EXTRACTOR.mentions(read));
    }
}

/// An extractor with a limit; a few limits are enough, because building one takes longer than reading.
fn limited(limit: usize) -> Extractor {
    Extractor::builder().read_at_most(limit).build().expect("the built-in tables are sound")
}
