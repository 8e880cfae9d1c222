//! Words, looked up by Fluent: what respondents and the public read in seven languages, what staff read in French and
//! English; the same keys in each.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, RwLock};

use fluent_templates::LanguageIdentifier;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::fluent_bundle::types::{FluentNumber, FluentNumberOptions};

use crate::error::Say;

fluent_templates::static_loader! {
    static WORDS = {
        locales: "./assets/words",
        fallback_language: "fr",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            let language = bundle.locales.first().and_then(|locale| Language::parse(locale.language.as_str()));
            // Fluent takes a function, not a closure that knows its language.
            bundle.set_formatter(Some(match language.unwrap_or(Language::Fr) {
                Language::Fr => |value, _| grouped(Language::Fr, value),
                Language::En => |value, _| grouped(Language::En, value),
                Language::De => |value, _| grouped(Language::De, value),
                Language::Es => |value, _| grouped(Language::Es, value),
                Language::It => |value, _| grouped(Language::It, value),
                Language::Nl => |value, _| grouped(Language::Nl, value),
                Language::Pt => |value, _| grouped(Language::Pt, value),
            }));
        },
    };
}

crate::words!(
    /// A language people read.
    Language { Fr = "fr", En = "en", De = "de", Es = "es", It = "it", Nl = "nl", Pt = "pt" }
);

impl<'de> serde::Deserialize<'de> for Language {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let word = String::deserialize(deserializer)?;
        Self::parse(&word).ok_or_else(|| serde::de::Error::custom("unknown language"))
    }
}

impl Language {
    /// What staff pages and mails are written in.
    pub const STAFF: [Self; 2] = [Self::Fr, Self::En];

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::En => "English",
            Self::De => "Deutsch",
            Self::Es => "Español",
            Self::It => "Italiano",
            Self::Nl => "Nederlands",
            Self::Pt => "Português",
        }
    }

    /// May people write in it? Only where names can be taken out and themes found: our lists for that speak these two.
    pub fn takes_texts(self) -> bool {
        matches!(self, Self::Fr | Self::En)
    }

    /// What somebody of this language reads of what is written for staff: the first of the organisation's `languages`
    /// that there is for them.
    pub fn of_staff(self, languages: &[Self]) -> Self {
        let there = |language: &Self| Self::STAFF.contains(language);
        let first = || languages.iter().copied().find(|language| there(language));
        Some(self).filter(there).or_else(first).unwrap_or(Self::En)
    }

    /// The first of our languages that an Accept-Language header names, else French.
    pub fn accepted(header: &str) -> Self {
        header
            .split(',')
            .filter_map(|part| part.trim().get(..2).and_then(|tag| Self::parse(&tag.to_ascii_lowercase())))
            .next()
            .unwrap_or(Self::Fr)
    }

    fn id(self) -> LanguageIdentifier {
        match self {
            Self::Fr => fluent_templates::langid!("fr"),
            Self::En => fluent_templates::langid!("en"),
            Self::De => fluent_templates::langid!("de"),
            Self::Es => fluent_templates::langid!("es"),
            Self::It => fluent_templates::langid!("it"),
            Self::Nl => fluent_templates::langid!("nl"),
            Self::Pt => fluent_templates::langid!("pt"),
        }
    }

    /// Where the language stands in a list with one entry for each.
    pub(super) fn place(self) -> usize {
        self as usize
    }

    /// Words of this language, or of French where they are for staff only.
    fn looked_up(self, key: &str, args: Option<&HashMap<Cow<'static, str>, FluentValue<'_>>>) -> Option<String> {
        let of = |language: Self| {
            let found = WORDS.lookup_single_language(&language.id(), key, args).ok()?;
            Some(spaced(language, found))
        };
        of(self).or_else(|| if Self::STAFF.contains(&self) { None } else { of(Self::Fr) })
    }
}

/// The arguments that count something, written as numbers are in tables; others may be codes that happen to be figures.
const COUNTS: [&str; 12] =
    ["n", "all", "sent", "invited", "people", "responses", "eligible", "answered", "lines", "rows", "most", "held"];

/// A count as the reader writes it: 1 998, or 1,998. Nothing for all else.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.options.use_grouping => {
            Some(super::figures::integer(language, number.value))
        }
        _ => None,
    }
}

pub enum Arg {
    Text(String),
    /// Chooses the plural form.
    Number(i64),
}

impl Arg {
    /// A whole number chooses plurals; anything else is text, also a code such as `007`.
    pub fn of(text: &str) -> Self {
        match text.parse::<i64>() {
            Ok(number) if number.to_string() == text => Self::Number(number),
            _ => Self::Text(text.to_owned()),
        }
    }
}

/// The words for `key`, or nothing when the key is unknown in this language. What is given as `name_fr` and `name_en`,
/// for staff, is `name` in each language.
pub fn words<'a>(language: Language, key: &str, args: impl Iterator<Item = (&'a str, Arg)>) -> Option<String> {
    let mut args = args.peekable();
    if args.peek().is_none() {
        return fixed(language, key).map(|text| text.to_string());
    }
    let own = if language == Language::Fr { "name_fr" } else { "name_en" };
    let args: HashMap<Cow<'static, str>, FluentValue<'_>> = args
        .map(|(name, arg)| {
            let name = if name == own { "name" } else { name };
            let value = match arg {
                Arg::Text(text) => FluentValue::from(text),
                Arg::Number(number) => {
                    // A variant such as [0] is met only by a number with the options of the words' own.
                    let use_grouping = COUNTS.contains(&name) || number.unsigned_abs() < 1000;
                    let options = FluentNumberOptions { use_grouping, ..Default::default() };
                    #[expect(clippy::cast_precision_loss, reason = "no count comes near 2^53")]
                    let number = FluentNumber::new(number as f64, options);
                    FluentValue::Number(number)
                }
            };
            (Cow::Owned(name.to_owned()), value)
        })
        .collect();
    language.looked_up(key, Some(&args))
}

/// The words for `key` where nothing is to be filled in: most of a page, looked up in Fluent once.
pub fn fixed(language: Language, key: &str) -> Option<Arc<str>> {
    type Known = RwLock<HashMap<String, Arc<str>>>;
    static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| Language::ALL.iter().map(|_| Known::default()).collect());
    let known = KNOWN.get(language.place())?;
    if let Some(text) = known.read().ok().and_then(|known| known.get(key).cloned()) {
        return Some(text);
    }
    let text: Arc<str> = language.looked_up(key, None)?.into();
    // Only keys that exist come here: there are as many as the word files hold.
    if let Ok(mut known) = known.write() {
        known.insert(key.to_owned(), text.clone());
    }
    Some(text)
}

/// A sentence for people outside templates: mails' subjects, errors, the command line. An unknown key shows itself.
pub fn say(language: Language, say: &Say) -> String {
    let args = say.args.iter().map(|(name, value)| (*name, Arg::of(value)));
    words(language, say.key, args).unwrap_or_else(|| say.key.to_owned())
}

/// "A, B et C": a list as a sentence says it.
pub fn list(language: Language, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => say(language, &Say::new("list-and").with("most", most.join(", ")).with("last", last)),
    }
}

/// "A, B ou C": one of several.
pub fn either(language: Language, names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => say(language, &Say::new("list-or").with("most", most.join(", ")).with("last", last)),
    }
}

/// `text` as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// French puts a space that must not break before : ; ? ! % and inside guillemets; the files use plain spaces.
fn spaced(language: Language, text: String) -> String {
    if language != Language::Fr || !text.contains(' ') {
        return text;
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    let mut before = None;
    while let Some(letter) = letters.next() {
        let narrow = matches!(letters.peek(), Some(';' | '?' | '!'));
        let wide = before == Some('«') || matches!(letters.peek(), Some(':' | '%' | '»'));
        out.push(match letter {
            ' ' if narrow => '\u{202f}',
            ' ' if wide => '\u{a0}',
            other => other,
        });
        before = Some(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_said_as_none_whatever_the_count_is_called() {
        let shown = |all: i64, shown: i64| Say::new("forecast-groups").with("all", all).with("shown", shown);
        assert_eq!(say(Language::Fr, &shown(7, 0)), "aucun groupe sur 7");
        assert_eq!(say(Language::En, &shown(7, 0)), "none of 7 groups");
        assert_eq!(say(Language::Fr, &shown(7, 1)), "un groupe sur 7");
        assert_eq!(say(Language::Fr, &shown(0, 0)), "aucun groupe");
    }

    #[test]
    fn counts_are_grouped_and_codes_that_are_figures_are_not() {
        let waiting = Say::new("campaign-mails-waiting").with("n", 1998);
        assert!(say(Language::Fr, &waiting).starts_with("1\u{202f}998 "), "{}", say(Language::Fr, &waiting));
        assert!(say(Language::En, &waiting).starts_with("1,998 "), "{}", say(Language::En, &waiting));
        let unit = Say::new("import-unit").with("name", "Atelier").with("code", 4100);
        assert_eq!(say(Language::Fr, &unit), "Atelier (4100)");
        let person = Say::new("import-person-without-address").with("name", "Zoé Petit").with("number", 4100);
        assert!(say(Language::Fr, &person).contains("4100"), "{}", say(Language::Fr, &person));
    }
}
