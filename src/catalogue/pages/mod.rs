//! The pages of the catalogue: what anybody may read, and what heads and HR write.

pub mod charter;
pub mod commitment;
pub mod edit;
pub mod engagement;
pub mod measurements;
pub mod offering;
pub mod public;
#[cfg(debug_assertions)]
mod samples;

use serde::Serialize;

use super::Version;
use crate::clock::Day;
use crate::error::{Result, Say};
use crate::organisation::{fold, is_code};
use crate::render::{Language, Texts};
use crate::web::{Fields, TextField};

/// The longest name, sentence, unit of a target, and description.
const NAME: usize = 80;
const SENTENCE: usize = 200;
const MEASURE: usize = 40;
const LONG: usize = 600;

/// What a promise says, as pages show it.
#[derive(Debug, Clone, Serialize)]
pub struct Told {
    text: Texts,
    target: f64,
    measured_in: Texts,
    direction: &'static str,
    since: Day,
    /// The quarter that begins then: `2026-Q3`.
    from: String,
}

impl Told {
    fn of(version: &Version) -> Self {
        Self {
            text: version.texts.clone(),
            target: version.target,
            measured_in: version.measured_in.clone(),
            direction: version.direction.as_str(),
            since: version.since,
            from: super::quarter_code(version.since),
        }
    }
}

/// The code typed, or one made from the name, that no other has; nothing where the typed one is none or is taken.
fn code_for(typed: &str, name: &str, taken: impl Fn(&str) -> bool) -> std::result::Result<String, Say> {
    if !typed.is_empty() {
        if !is_code(typed) {
            return Err(Say::new("catalogue-not-a-code"));
        }
        return if taken(typed) { Err(Say::new("catalogue-code-taken")) } else { Ok(typed.to_owned()) };
    }
    let words: String = fold(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut code = String::new();
    for word in words.split_whitespace() {
        if code.len() + word.len() > 32 {
            break;
        }
        if !code.is_empty() {
            code.push('_');
        }
        code.push_str(word);
    }
    let stem = if code.is_empty() { "line".to_owned() } else { code };
    let numbered = (2..).map(|number| format!("{stem}_{number}"));
    let free = std::iter::once(stem.clone()).chain(numbered).find(|code| !taken(code));
    Ok(free.unwrap_or(stem))
}

/// Lines of a longer text, each language in a field of its own.
fn paragraphs(of: &str, form: &Fields, languages: &[Language]) -> Result<Vec<TextField>> {
    let mut texts = Texts::default();
    for field in TextField::all(of, &texts, languages) {
        texts = texts.with(field.language, form.text(&field.name)?);
    }
    Ok(TextField::all(of, &texts, languages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_made_from_the_name_and_stays_one() {
        let none = |_: &str| false;
        assert_eq!(code_for("", "Réparer un poste", none), Ok("reparer_un_poste".to_owned()));
        assert_eq!(
            code_for("", "Réparer un poste", |code| code == "reparer_un_poste"),
            Ok("reparer_un_poste_2".into())
        );
        assert_eq!(code_for("", "…", none), Ok("line".to_owned()));
        let long = code_for("", &"mot ".repeat(40), none).expect("a code");
        assert!(is_code(&long), "{long}");
        assert!(code_for("Poste", "x", none).is_err() && code_for("poste", "x", |_| true).is_err());
        let endless = code_for("", &"a".repeat(80), none).expect("a code");
        assert!(is_code(&endless), "{endless}");
    }
}
