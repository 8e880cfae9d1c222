//! Staff numbers that a spreadsheet or a keyboard changed on their way: `43`, `43.0` or `h 0042` for `0043`, `0043` and
//! `H0042`. Such a one is asked about: it is never a second person, nor silently the first.

use std::collections::HashMap;

use crate::organisation::Person;
use crate::web::typed::without_invisible;

/// What two ways of writing one number have in common: letters whatever their case, no spaces, no zeros in front, no
/// decimals of nothing.
pub(super) fn likeness(number: &str) -> String {
    let text: String = without_invisible(number).to_lowercase().chars().filter(|c| !c.is_whitespace()).collect();
    let whole = text.split_once(['.', ',']).filter(|(whole, rest)| {
        !whole.is_empty()
            && !rest.is_empty()
            && whole.bytes().all(|b| b.is_ascii_digit())
            && rest.bytes().all(|b| b == b'0')
    });
    let text = whole.map_or(text.as_str(), |(whole, _)| whole);
    let short = text.trim_start_matches('0');
    if short.is_empty() { "0".to_owned() } else { short.to_owned() }
}

/// `1,23E+11`: digits are lost, and no likeness finds them again.
pub(super) fn is_scientific(number: &str) -> bool {
    let Some((digits, power)) = number.split_once(['E', 'e']) else { return false };
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let decimal = digits.split_once([',', '.']).is_some_and(|(whole, rest)| plain(whole) && plain(rest));
    let signed = power.strip_prefix(['+', '-']);
    (decimal && plain(signed.unwrap_or(power))) || (plain(digits) && signed.is_some_and(plain))
}

/// Those who stand, by what their numbers have in common with others.
pub(super) struct Likes<'a>(HashMap<String, Vec<&'a Person>>);

impl<'a> Likes<'a> {
    pub fn of(people: &'a [Person]) -> Self {
        let mut likes: HashMap<String, Vec<&Person>> = HashMap::new();
        for person in people {
            if let Some(number) = &person.person_id {
                likes.entry(likeness(number)).or_default().push(person);
            }
        }
        Self(likes)
    }

    /// Somebody whose number is like this one, and not the same.
    pub fn of_number(&self, number: &str) -> Option<&'a Person> {
        let alike = self.0.get(&likeness(number))?.iter();
        alike.copied().find(|person| person.person_id.as_deref().is_some_and(|theirs| theirs != number))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_does_to_a_number() {
        for (one, other) in [
            ("0043", "43"),
            ("0043", "43.0"),
            ("0043", "43,00"),
            ("H0042", "h 0042"),
            ("00", "0"),
            ("A1", "a\u{200b}1"),
        ] {
            assert_eq!(likeness(one), likeness(other), "{one} {other}");
        }
        for (one, other) in [("43", "430"), ("4.30", "43"), ("H0042", "0042"), ("1.5", "1"), ("10", "1")] {
            assert_ne!(likeness(one), likeness(other), "{one} {other}");
        }
        for lost in ["1,23E+11", "1.23457E+14", "1E+05", "1.2e11"] {
            assert!(is_scientific(lost), "{lost}");
        }
        for kept in ["E12", "12E", "1E5", "ABE+1", "2024E", "3.5"] {
            assert!(!is_scientific(kept), "{kept}");
        }
    }
}
