//! How much room words take, without a font: an estimate on the generous side, since the reader's own
//! typeface draws them.

/// Longer than any place on a chart; also bounds what stacked accents (which take no width) may add.
const MOST: usize = 120;

/// The text as it may enter an SVG: no character XML forbids, none that reorders its neighbours, every
/// run of white space one blank.
pub(super) fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let blank = c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}');
        if blank || matches!(c, '\0'..='\u{1f}') {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !unwelcome(c) {
            out.push(c);
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// Controls, bidirectional overrides and isolates, and the code points XML has no name for.
fn unwelcome(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}')
        || (c as u32) & 0xfffe == 0xfffe
        || matches!(c, '\u{fdd0}'..='\u{fdef}' | '\u{e0000}'..='\u{e007f}')
}

/// The estimated width of a clean text at this size, rounded up.
pub(super) fn width(text: &str, size: i32, bold: bool) -> i32 {
    let ems: f64 = text.chars().map(advance).sum();
    let weight = if bold { 1.06 } else { 1.0 };
    (ems * weight * f64::from(size)).ceil().min(1e6) as i32
}

fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.31,
        ' ' | '\u{a0}' | '\u{202f}' => 0.31,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '-' | '·' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '…' | '—' | '→' | '←' => 0.95,
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}' => 0.0,
        '%' => 0.88,
        c if c.is_ascii_digit() => 0.64,
        c if c.is_uppercase() => 0.74,
        c if (c as u32) < 0x1100 => 0.6,
        _ => 1.25,
    }
}

/// The text cleaned and, if need be, shortened with an ellipsis to the room there is; empty when there
/// is not even room for two letters.
pub(super) fn fit(text: &str, size: i32, bold: bool, room: i32) -> String {
    let clean = clean(text);
    if clean.chars().count() <= MOST && width(&clean, size, bold) <= room {
        return clean;
    }
    let mut kept: Vec<char> = clean.chars().take(MOST).collect();
    while !kept.is_empty() {
        // A joiner or a blank before the ellipsis would join it to nothing or leave a hole.
        while kept.last().is_some_and(|c| advance(*c) == 0.0 || c.is_whitespace()) {
            kept.pop();
        }
        let short: String = kept.iter().chain(['…'].iter()).collect();
        if width(&short, size, bold) <= room {
            return if kept.len() > 1 { short } else { String::new() };
        }
        kept.pop();
    }
    String::new()
}

/// The text over at most `lines` lines of the given room, broken between words, the last one shortened.
pub(super) fn wrap(text: &str, size: i32, bold: bool, room: i32, lines: usize) -> Vec<String> {
    let clean = clean(text);
    let mut out: Vec<String> = Vec::new();
    for word in clean.split(' ').filter(|word| !word.is_empty()) {
        let full = out.len() >= lines;
        match out.last_mut() {
            Some(line) if full || width(&format!("{line} {word}"), size, bold) <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => out.push(word.to_owned()),
        }
    }
    out.truncate(lines);
    out.iter().map(|line| fit(line, size, bold, room)).filter(|line| !line.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_keeps_words_and_drops_what_harms() {
        assert_eq!(clean("a\0b\u{1b}c\t\n d\u{202e}e\u{ffff}"), "a b c de");
        assert_eq!(clean("62\u{202f}% 👩‍🔧 é"), "62\u{202f}% 👩‍🔧 é");
        assert_eq!(clean(" \u{7}\u{2028} "), "");
    }

    #[test]
    fn fitting_never_exceeds_the_room() {
        let long = "Communication ".repeat(40);
        for room in [0, 10, 40, 200] {
            assert!(width(&fit(&long, 12, false, room), 12, false) <= room);
        }
        assert_eq!(fit("Écoute", 12, false, 200), "Écoute");
        assert!(fit(&long, 12, false, 100).ends_with('…'));
        assert_eq!(fit(&long, 12, false, 5), "");
        assert!(fit(&"e\u{301}\u{302}".repeat(300), 12, false, 9000).chars().count() <= MOST + 1);
    }

    #[test]
    fn wrapping_breaks_between_words() {
        assert_eq!(wrap("bien fait, moins attendu", 10, false, 100, 2), ["bien fait, moins", "attendu"]);
        assert_eq!(wrap("", 10, false, 80, 2), Vec::<String>::new());
        assert!(wrap(&"mot ".repeat(50), 10, false, 80, 2).len() == 2);
    }
}
