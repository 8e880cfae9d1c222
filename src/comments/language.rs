//! In which of our two languages a comment is written: its small words tell. The answer sheet's own language is not
//! kept, and must not be.

use super::folding::Word;
use crate::render::Language;

pub const FRENCH: &[&str] = &[
    "le", "la", "les", "un", "une", "des", "du", "de", "et", "est", "pas", "ne", "que", "qui", "pour", "dans", "je",
    "nous", "vous", "il", "elle", "on", "ils", "avec", "sans", "sur", "mais", "ou", "au", "aux", "ce", "cette", "ces",
    "se", "en", "tres", "trop", "plus", "bien", "mon", "ma", "mes", "son", "sa", "ses", "notre", "nos", "leur",
    "leurs", "tout", "toujours", "jamais", "quand", "comme", "merci", "bonjour", "a", "ai", "ont", "sont", "etre",
    "fait", "faut", "y", "par", "c", "d", "l", "j", "n", "qu", "m", "s", "non", "oui", "rien", "si",
];

pub const ENGLISH: &[&str] = &[
    "the", "a", "an", "and", "or", "is", "are", "was", "were", "be", "been", "not", "no", "to", "of", "for", "in",
    "on", "at", "with", "without", "my", "our", "your", "their", "his", "her", "i", "we", "you", "they", "he", "she",
    "it", "this", "that", "these", "those", "but", "very", "too", "more", "always", "never", "when", "as", "by",
    "from", "have", "has", "had", "do", "does", "did", "will", "would", "should", "can", "could", "please", "thanks",
    "thank", "s", "t", "me", "us", "them", "so", "if", "may", "must", "about", "who", "all",
];

/// French where nothing tells.
pub fn of(words: &[Word]) -> Language {
    told(words).unwrap_or(Language::Fr)
}

/// The same; nothing where no small word tells.
pub fn told(words: &[Word]) -> Option<Language> {
    let count = |list: &[&str]| words.iter().filter(|word| list.contains(&word.folded.as_str())).count();
    let (french, english) = (count(FRENCH), count(ENGLISH));
    (french + english > 0).then_some(if english > french { Language::En } else { Language::Fr })
}

/// [`told`] of a text.
pub fn told_in(text: &str) -> Option<Language> {
    told(&super::folding::words(text))
}

/// So frequent in either language that it is a name only where it is written like one.
pub fn is_small_word(folded: &str) -> bool {
    FRENCH.contains(&folded) || ENGLISH.contains(&folded)
}
