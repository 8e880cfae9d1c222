//! What people typed, as it is kept.

/// Text as both databases keep it: line ends as \n, no other control characters, no invisible reordering marks.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\r', "\n")
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !(c.is_control() || is_reordering(*c)))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// As [`clean`], on one line: names, titles, subjects.
pub fn clean_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A text without the characters that nobody sees and that copying brings along: joints and spaces of no width, soft
/// hyphens, marks of direction and order. For addresses, codes and numbers; names lose only what [`clean`] takes.
pub fn without_invisible(text: &str) -> String {
    let unseen =
        |c: char| matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}'..='\u{2064}' | '\u{180e}' | '\u{34f}');
    text.chars().filter(|c| !unseen(*c) && !is_reordering(*c)).collect()
}

fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}
