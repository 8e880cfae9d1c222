//! Codes from names.

use sha2::{Digest, Sha256};

/// Longest code of a unit.
const LONGEST_CODE: usize = 40;

/// The code a name gives: small letters without accents, everything else one `_`. A name too long for a code keeps its
/// beginning, and a fingerprint of the whole sets it apart from others that begin so.
pub fn code_of(name: &str) -> String {
    let mut code = String::new();
    for c in name.to_lowercase().chars() {
        match plain(c) {
            "" if c.is_ascii_alphanumeric() => code.push(c),
            "" if ('\u{300}'..='\u{36f}').contains(&c) => {}
            "" if code.ends_with('_') || code.is_empty() => {}
            "" => code.push('_'),
            letters => code.push_str(letters),
        }
    }
    let code = code.trim_end_matches('_');
    if code.len() <= LONGEST_CODE {
        return code.to_owned();
    }
    let print: String = Sha256::digest(name.as_bytes()).iter().take(3).map(|byte| format!("{byte:02x}")).collect();
    format!("{}_{print}", code.chars().take(LONGEST_CODE - 7).collect::<String>())
}

/// The letters without accent for one that has some; nothing for the others.
fn plain(c: char) -> &'static str {
    match c {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' => "a",
        'ç' | 'č' => "c",
        'è' | 'é' | 'ê' | 'ë' => "e",
        'ì' | 'í' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' => "o",
        'š' => "s",
        'ù' | 'ú' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        'ž' => "z",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::organisation::is_code;

    #[test]
    fn names_give_codes() {
        assert_eq!(code_of("Études & Méthodes (site A)"), "etudes_methodes_site_a");
        assert_eq!(code_of("E\u{301}tudes"), "etudes");
        assert_eq!(code_of("Œuvres"), "oeuvres");
        assert_eq!(code_of("人事部"), "");
        let long = code_of("Direction des études, des méthodes et du développement durable");
        assert!(is_code(&long), "{long}");
        assert_ne!(long, code_of("Direction des études, des méthodes et du développement local"));
    }
}
