//! The code printed on a slip: twelve characters in three groups, `ABCD-EFGH-JKLM`. Eleven carry 55 bits of
//! HMAC-SHA256(link key, `code` ‖ 0 ‖ slip), the last checks them. The database alone cannot make one, nor try them out:
//! it keeps a digest that needs the link key as well.

use std::fmt;

use crate::app::LinkKey;
use crate::db::ids::{self, InvitationId};

const DIGITS: usize = 11;
const BITS: u32 = 55;

/// A code whose check character is right. Not to be logged: it has no `Debug`.
#[derive(Clone, PartialEq, Eq)]
pub struct Code(String);

impl Code {
    pub fn of(key: &LinkKey, slip: &InvitationId) -> Self {
        let digits = ids::base32(key.draw("code", slip.as_str()) >> (u64::BITS - BITS), DIGITS);
        let check = ids::base32(checked(&digits).unwrap_or(0).into(), 1);
        Self((digits + &check).to_ascii_uppercase())
    }

    /// A code as somebody typed it: dashes and spaces or none, small letters, O for 0, I and L for 1. None when it was
    /// mistyped: too short, too long, a character no code has, or the check character says so.
    pub fn read(typed: &str) -> Option<Self> {
        let letters = typed.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐'..='―' | '.' | '_'));
        let mut text = String::new();
        for letter in letters {
            text += &ids::base32(ids::digit(letter)?.into(), 1);
        }
        let right = text.len() == DIGITS + 1 && syndrome(&text) == Some(0);
        right.then(|| Self(text.to_ascii_uppercase()))
    }

    /// What the database keeps of it.
    pub fn digest(&self, key: &LinkKey) -> String {
        key.token("code-digest", &self.0)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (place, letter) in self.0.chars().enumerate() {
            if place > 0 && place % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{letter}")?;
        }
        Ok(())
    }
}

/// The check digit that follows `digits`.
fn checked(digits: &str) -> Option<u8> {
    Some(times_x(syndrome(digits)?))
}

/// The digits as a polynomial over GF(32), at a generator of that field: zero when the last one checks the others. One
/// wrong character, or two exchanged, never leave it zero.
fn syndrome(text: &str) -> Option<u8> {
    text.chars().try_fold(0, |sum, letter| Some(times_x(sum) ^ ids::digit(letter)?))
}

/// Times x in GF(32) modulo x⁵ + x² + 1, of which x is a generator.
fn times_x(digit: u8) -> u8 {
    let doubled = digit << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(slip: &str) -> Code {
        Code::of(&LinkKey::new([7; 32]), &slip.into())
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let all: Vec<String> = (0..500).map(|n| code(&format!("slip{n}")).to_string()).collect();
        for text in &all {
            assert!(text.len() == 14 && !text.contains(['I', 'L', 'O', 'U']), "{text}");
            let sloppy = text.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            assert!(Code::read(&sloppy).is_some_and(|read| read.to_string() == *text), "{text}");
            assert!(Code::read(&format!(" {} ", text.replace('-', "").replace('1', "i"))).is_some());
        }
        let distinct: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(distinct.len(), 500);
        assert!(Code::of(&LinkKey::new([8; 32]), &"slip1".into()) != code("slip1"), "the key makes it");
        assert!(code("slip1").digest(&LinkKey::new([8; 32])) != code("slip1").digest(&LinkKey::new([7; 32])));
    }

    #[test]
    fn one_wrong_character_or_two_exchanged_are_always_noticed() {
        let text = code("slip").to_string().replace('-', "");
        for place in 0..text.len() {
            for letter in "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars() {
                let mut typed: Vec<char> = text.chars().collect();
                typed[place] = letter;
                let typed: String = typed.into_iter().collect();
                assert_eq!(Code::read(&typed).is_some(), typed == text, "{typed}");
            }
            for other in 0..place {
                let mut typed: Vec<char> = text.chars().collect();
                typed.swap(place, other);
                let typed: String = typed.into_iter().collect();
                assert_eq!(Code::read(&typed).is_some(), typed == text, "{typed}");
            }
        }
        for typed in ["", "ABCD", "U234-5678-9ABC", "é", "\0", &format!("{text}0"), &text[..11]] {
            assert!(Code::read(typed).is_none(), "{typed}");
        }
    }
}
