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

/// A number as people write it: a decimal comma or point, spaces between thousands. Not beyond what a page can show.
pub fn number(text: &str) -> Option<f64> {
    let text: String = without_invisible(text).chars().filter(|c| !c.is_whitespace()).collect();
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let (whole, rest) = digits.split_once([',', '.']).unwrap_or((digits, "0"));
    let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !plain(whole) || !plain(rest) || whole.len() > 9 || rest.len() > 9 {
        return None;
    }
    text.replace(',', ".").parse().ok()
}

/// A whole number from 1 on, spaces between thousands.
pub fn count(text: &str) -> Option<i32> {
    let text: String = without_invisible(text).chars().filter(|c| !c.is_whitespace()).collect();
    let plain = text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|count| plain && (1..=999_999_999).contains(count))
}

fn is_reordering(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, expected) in
            [("3,5", 3.5), ("3.5", 3.5), ("1 200", 1200.0), ("1\u{202f}200,25", 1200.25), ("-2", -2.0)]
        {
            assert_eq!(number(text), Some(expected), "{text}");
        }
        for odd in ["", "5 j", "3,", ",5", "1.200,5", "1e3", "NaN", "inf", "--2", "9999999999", "٣"] {
            assert_eq!(number(odd), None, "{odd}");
        }
        assert_eq!(
            (count("1 240"), count("0"), count("12,0"), count("-3"), count("+3")),
            (Some(1240), None, None, None, None)
        );
    }
}
