//! Deputies told by whose deputy they are: "Wali Kota Cimahi Fulan Wijaya bersama wakilnya Anu Saputra".

use crate::mention::{Mention, OfficialWords, Reader, What};

/// Sentences from the head to the deputy.
const REACH: usize = 1;

/// "Wakilnya" is the deputy of the head that was told last, in the same region or body.
pub(super) fn name_deputies(reader: &Reader<'_>, mentions: &mut [Mention]) {
    let mut head: Option<(usize, OfficialWords)> = None;
    for mention in mentions.iter_mut() {
        let sentence = reader.sentence_of(mention.first);
        let What::Official(words) = &mut mention.what else { continue };
        let Some(office) = words.office.as_mut() else { continue };
        if office.canonical != "Wakil" {
            if deputy_of(&office.canonical).is_some() {
                head = Some((sentence, OfficialWords { name: None, ..(**words).clone() }));
            }
            continue;
        }
        let near = head.as_ref().filter(|(told, _)| sentence.saturating_sub(*told) <= REACH);
        let Some((_, whose)) = near else { continue };
        let Some(title) = whose.office.as_ref().and_then(|o| deputy_of(&o.canonical)) else { continue };
        title.clone_into(&mut office.canonical);
        words.region.clone_from(&whose.region);
        words.body.clone_from(&whose.body);
    }
}

/// The office of the deputy of a head.
fn deputy_of(head: &str) -> Option<&'static str> {
    let deputies = [
        ("Bupati", "Wakil Bupati"),
        ("Gubernur", "Wakil Gubernur"),
        ("Kapolda", "Wakapolda"),
        ("Kapolres", "Wakapolres"),
        ("Ketua", "Wakil Ketua"),
        ("Ketua DPRD", "Wakil Ketua DPRD"),
        ("Menteri", "Wakil Menteri"),
        ("Presiden", "Wakil Presiden"),
        ("Rektor", "Wakil Rektor"),
        ("Wali Kota", "Wakil Wali Kota"),
    ];
    deputies.iter().find(|(title, _)| *title == head).map(|(_, deputy)| *deputy)
}
