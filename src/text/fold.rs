//! Folding: lower case, straight quotes, no diacritics, so that spellings of one word compare equal.

/// Appends the folded form of `word` to `out`.
///
/// Folding lowers case, turns curly apostrophes straight, drops combining marks and the diacritics of Latin letters
/// (so NFC and NFD fold alike) and drops invisible characters.
pub(crate) fn fold(word: &str, out: &mut String) {
    if word.is_ascii() {
        let start = out.len();
        out.push_str(word);
        if let Some(own) = out.get_mut(start..) {
            own.make_ascii_lowercase();
        }
        return;
    }
    for c in word.chars() {
        match c {
            _ if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            '\u{2018}' | '\u{2019}' | '\u{02BC}' | '\u{00B4}' => out.push('\''),
            '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200F}' | '\u{00AD}' | '\u{FEFF}' | '\u{2060}' => {}
            _ => match latin_base(c) {
                "" => out.extend(c.to_lowercase()),
                base => out.push_str(base),
            },
        }
    }
}

/// The words have one folded form.
pub(crate) fn folds_alike(a: &str, b: &str) -> bool {
    if a.is_ascii() && b.is_ascii() {
        return a.eq_ignore_ascii_case(b);
    }
    let folded = |word: &str| {
        let mut out = String::new();
        fold(word, &mut out);
        out
    };
    folded(a) == folded(b)
}

/// The ASCII base of a Latin letter with a diacritic; empty for any other character.
fn latin_base(c: char) -> &'static str {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ñ' | 'ñ' | 'Ń'..='ň' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' => "s",
        'ß' => "ss",
        'Ţ'..='ŧ' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'Ź'..='ž' => "z",
        _ => "",
    }
}

/// Words with every run of white space as one blank.
pub(crate) fn collapse(words: &str) -> String {
    let mut blank = true;
    let plain = words.bytes().all(|b| {
        let behind_blank = std::mem::replace(&mut blank, b == b' ');
        b.is_ascii_graphic() || blank && !behind_blank
    });
    if plain && !blank {
        return words.to_owned();
    }
    let mut out = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::fold;

    fn folded(word: &str) -> String {
        let mut out = String::new();
        fold(word, &mut out);
        out
    }

    #[test]
    fn quotes_case_and_diacritics() {
        assert_eq!(folded("Mas’ud"), "mas'ud");
        assert_eq!(folded("É"), folded("E\u{301}"));
        assert_eq!(folded("JUM`AT"), "jum`at");
        assert_eq!(folded("Şanlıurfa"), "sanliurfa");
    }
}
