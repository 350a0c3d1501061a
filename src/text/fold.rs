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
            _ if is_dropped(c) => {}
            _ => match latin_base(c) {
                "" => out.extend(c.to_lowercase()),
                base => out.push_str(base),
            },
        }
    }
}

/// How many characters the words have, accents and invisible characters not counted.
pub(crate) fn letters(words: &str) -> usize {
    if words.is_ascii() { words.len() } else { words.chars().filter(|c| !is_dropped(*c)).count() }
}

/// Accents that stand behind their letter, and invisible characters.
fn is_dropped(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036F}' | '\u{200B}'..='\u{200F}' | '\u{00AD}' | '\u{FEFF}' | '\u{2060}')
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

/// The ASCII base of a Latin letter with a diacritic; empty for any other character. Every letter that NFD takes apart is here
/// as far as Latin-1, Extended-A, Extended-B and Additional (Vietnamese) go.
fn latin_base(c: char) -> &'static str {
    match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ǟ'..='ǡ' | 'Ǻ' | 'ǻ' | 'Ȁ'..='ȃ' | 'Ȧ' | 'ȧ' | 'Ḁ' | 'ḁ' | 'Ạ'..='ặ' => {
            "a"
        }
        'Æ' | 'æ' => "ae",
        'Ḃ'..='ḇ' => "b",
        'Ç' | 'ç' | 'Ć'..='č' | 'Ḉ' | 'ḉ' => "c",
        'Ď'..='đ' | 'Ð' | 'ð' | 'Ḋ'..='ḓ' => "d",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ȅ'..='ȇ' | 'Ȩ' | 'ȩ' | 'Ḕ'..='ḝ' | 'Ẹ'..='ệ' => "e",
        'Ḟ' | 'ḟ' => "f",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' | 'Ǵ' | 'ǵ' | 'Ḡ' | 'ḡ' => "g",
        'Ĥ'..='ħ' | 'Ȟ' | 'ȟ' | 'Ḣ'..='ḫ' | 'ẖ' => "h",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ǐ' | 'ǐ' | 'Ȉ'..='ȋ' | 'Ḭ'..='ḯ' | 'Ỉ'..='ị' => "i",
        'Ĵ' | 'ĵ' | 'ǰ' => "j",
        'Ķ' | 'ķ' | 'Ǩ' | 'ǩ' | 'Ḱ'..='ḵ' => "k",
        'Ĺ'..='ł' | 'Ḷ'..='ḽ' => "l",
        'Ḿ'..='ṃ' => "m",
        'Ñ' | 'ñ' | 'Ń'..='ň' | 'Ǹ' | 'ǹ' | 'Ṅ'..='ṋ' => "n",
        'Ò'..='Ö'
        | 'Ø'
        | 'ò'..='ö'
        | 'ø'
        | 'Ō'..='ő'
        | 'Ơ'
        | 'ơ'
        | 'Ǒ'
        | 'ǒ'
        | 'Ǫ'..='ǭ'
        | 'Ȍ'..='ȏ'
        | 'Ȫ'..='ȱ'
        | 'Ṍ'..='ṓ'
        | 'Ọ'..='ợ' => "o",
        'Œ' | 'œ' => "oe",
        'Ṕ'..='ṗ' => "p",
        'Ŕ'..='ř' | 'Ȑ'..='ȓ' | 'Ṙ'..='ṟ' => "r",
        'Ś'..='š' | 'Ș' | 'ș' | 'Ṡ'..='ṩ' => "s",
        'ß' | 'ẞ' => "ss",
        'Ţ'..='ŧ' | 'Ț' | 'ț' | 'Ṫ'..='ṱ' | 'ẗ' => "t",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ǔ'..='ǜ' | 'Ȕ'..='ȗ' | 'Ṳ'..='ṻ' | 'Ụ'..='ự' => "u",
        'Ṽ'..='ṿ' => "v",
        'Ŵ' | 'ŵ' | 'Ẁ'..='ẉ' | 'ẘ' => "w",
        'Ẋ'..='ẍ' => "x",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ȳ' | 'ȳ' | 'Ẏ' | 'ẏ' | 'ẙ' | 'Ỳ'..='ỹ' => "y",
        'Ź'..='ž' | 'Ẑ'..='ẕ' => "z",
        _ => "",
    }
}

/// Words with every run of white space as one blank.
pub(crate) fn collapse(words: &str) -> String {
    let mut before = b' ';
    let plain = words.bytes().all(|b| {
        let single = b.is_ascii_graphic() || b == b' ' && before != b' ';
        before = b;
        single
    });
    if plain && before != b' ' {
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
        assert_eq!(folded("Nguyễn"), folded("Nguye\u{302}\u{303}n"));
    }

    /// Every letter of Latin-1 to Extended-B and Additional that NFD takes apart, by what it leaves (Unicode 15).
    const TAKEN_APART: [(&str, &str); 25] = [
        ("a", "ÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
        ("b", "ḂḃḄḅḆḇ"),
        ("c", "ÇçĆćĈĉĊċČčḈḉ"),
        ("d", "ĎďḊḋḌḍḎḏḐḑḒḓ"),
        ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
        ("f", "Ḟḟ"),
        ("g", "ĜĝĞğĠġĢģǦǧǴǵḠḡ"),
        ("h", "ĤĥȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
        ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
        ("j", "Ĵĵǰ"),
        ("k", "ĶķǨǩḰḱḲḳḴḵ"),
        ("l", "ĹĺĻļĽľḶḷḸḹḺḻḼḽ"),
        ("m", "ḾḿṀṁṂṃ"),
        ("n", "ÑñŃńŅņŇňǸǹṄṅṆṇṈṉṊṋ"),
        ("o", "ÒÓÔÕÖòóôõöŌōŎŏŐőƠơǑǒǪǫǬǭȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợ"),
        ("p", "ṔṕṖṗ"),
        ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
        ("s", "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩ"),
        ("t", "ŢţŤťȚțṪṫṬṭṮṯṰṱẗ"),
        ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
        ("v", "ṼṽṾṿ"),
        ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
        ("x", "ẊẋẌẍ"),
        ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
        ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
    ];

    #[test]
    fn letters_fold_to_what_nfd_leaves() {
        for (base, letters) in TAKEN_APART {
            for letter in letters.chars() {
                assert_eq!(folded(&letter.to_string()), base, "{letter}");
            }
        }
        let others = ["æ", "Œ", "ß", "ø", "đ", "ħ", "ł", "ŧ", "ı"].map(folded);
        assert_eq!(others, ["ae", "oe", "ss", "o", "d", "h", "l", "t", "i"]);
    }
}
