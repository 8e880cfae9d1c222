//! Words of a text as they are compared: small letters, without accents, with their place in the original.

/// One word: a run of letters and the marks on them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the original.
    pub start: usize,
    pub end: usize,
    pub folded: String,
    pub capital: bool,
}

/// The words of `text` in order. Apostrophes, hyphens, digits and everything else stand between words.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut current: Option<Word> = None;
    for (at, letter) in text.char_indices() {
        if letter.is_alphabetic() || (is_mark(letter) && current.is_some()) {
            let word = current.get_or_insert_with(|| Word {
                start: at,
                end: at,
                folded: String::new(),
                capital: letter.is_uppercase(),
            });
            word.end = at + letter.len_utf8();
            fold_into(&mut word.folded, letter);
        } else {
            found.extend(current.take());
        }
    }
    found.extend(current);
    found
}

/// `text` in small letters without accents.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    text.chars().for_each(|letter| fold_into(&mut folded, letter));
    folded
}

/// An accent written apart from its letter.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn fold_into(folded: &mut String, letter: char) {
    if is_mark(letter) {
        return;
    }
    for small in letter.to_lowercase().filter(|small| !is_mark(*small)) {
        let plain = match small {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
            'ç' | 'ć' | 'č' => 'c',
            'ď' | 'đ' | 'ð' => 'd',
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
            'ğ' | 'ģ' => 'g',
            'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => 'i',
            'ķ' => 'k',
            'ł' | 'ļ' | 'ľ' => 'l',
            'ñ' | 'ń' | 'ň' | 'ņ' => 'n',
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' => 'o',
            'ř' | 'ŕ' => 'r',
            'ś' | 'š' | 'ş' | 'ș' => 's',
            'ť' | 'ţ' | 'ț' => 't',
            'ù' | 'ú' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' | 'ų' => 'u',
            'ý' | 'ÿ' => 'y',
            'ź' | 'ż' | 'ž' => 'z',
            'œ' => {
                folded.push_str("oe");
                continue;
            }
            'æ' => {
                folded.push_str("ae");
                continue;
            }
            'ß' => {
                folded.push_str("ss");
                continue;
            }
            other => other,
        };
        folded.push(plain);
    }
}
