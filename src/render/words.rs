//! Words, looked up by Fluent: what respondents and the public read in seven languages, what staff read in French and
//! English; the same keys in each.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, OnceLock, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use intl_memoizer::concurrent::IntlLangMemoizer;
use unic_langid::LanguageIdentifier;

use super::Language;
use super::say::Say;

type Bundle = FluentBundle<FluentResource>;
type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// A language's words as the program has them, and how it writes numbers: Fluent takes a function, not a closure that
/// knows its language.
fn embedded(language: Language) -> (&'static str, Formatter) {
    macro_rules! words_of {
        ($language:ident, $file:literal) => {
            (include_str!(concat!(env!("OUT_DIR"), "/", $file)), |value, _| grouped(Language::$language, value))
        };
    }
    match language {
        Language::Fr => words_of!(Fr, "fr.ftl"),
        Language::En => words_of!(En, "en.ftl"),
        Language::De => words_of!(De, "de.ftl"),
        Language::Es => words_of!(Es, "es.ftl"),
        Language::It => words_of!(It, "it.ftl"),
        Language::Nl => words_of!(Nl, "nl.ftl"),
        Language::Pt => words_of!(Pt, "pt.ftl"),
    }
}

/// The words of a language, read when somebody first needs them: all seven would take five megabytes.
fn bundle(language: Language) -> Option<&'static Bundle> {
    static READ: [OnceLock<Bundle>; Language::ALL.len()] = [const { OnceLock::new() }; Language::ALL.len()];
    Some(READ.get(language.place())?.get_or_init(|| read(language).0))
}

/// With how many faults there were: a test sees to it that there are none.
fn read(language: Language) -> (Bundle, usize) {
    let (text, formatter) = embedded(language);
    let locale: LanguageIdentifier = language.as_str().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    let (resource, unread) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, 0),
        Err((resource, faults)) => (resource, faults.len()),
    };
    let doubled = bundle.add_resource(resource).err().map_or(0, |faults| faults.len());
    (bundle, unread + doubled)
}

/// Words of this language, or of French where they are for staff only.
fn looked_up(language: Language, key: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    let of = |language: Language| {
        let bundle = bundle(language)?;
        let pattern = bundle.get_message(key)?.value()?;
        let mut faults = Vec::new();
        let found = bundle.format_pattern(pattern, args, &mut faults);
        faults.is_empty().then(|| spaced(language, found.into_owned()))
    };
    of(language).or_else(|| if Language::STAFF.contains(&language) { None } else { of(Language::Fr) })
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
    let args: FluentArgs<'_> = args
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
    looked_up(language, key, Some(&args))
}

/// The words for `key` where nothing is to be filled in: most of a page, looked up in Fluent once.
pub fn fixed(language: Language, key: &str) -> Option<Arc<str>> {
    type Known = RwLock<HashMap<String, Arc<str>>>;
    static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| Language::ALL.iter().map(|_| Known::default()).collect());
    let known = KNOWN.get(language.place())?;
    if let Some(text) = known.read().ok().and_then(|known| known.get(key).cloned()) {
        return Some(text);
    }
    let text: Arc<str> = looked_up(language, key, None)?.into();
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

/// A campaign code for people: `2026-Q1` is "1er trimestre 2026" or "Q1 2026"; other codes stay.
pub fn wave(language: Language, code: &str) -> String {
    match code.split_once("-Q") {
        Some((year, quarter @ ("1" | "2" | "3" | "4"))) => quarter_words(language, "wave-name", quarter, year),
        _ => code.to_owned(),
    }
}

/// A campaign code for an axis: `2026-Q1` is "T1 26" or "Q1 26".
pub fn wave_short(language: Language, code: &str) -> String {
    match code.split_once("-Q") {
        Some((year, quarter)) if year.len() == 4 => {
            quarter_words(language, "wave-short", quarter, year.get(2..).unwrap_or(year))
        }
        _ => code.to_owned(),
    }
}

fn quarter_words(language: Language, key: &'static str, quarter: &str, year: &str) -> String {
    say(language, &Say::new(key).with("quarter", quarter).with("year", year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_every_language_are_read_whole() {
        for language in Language::ALL {
            assert_eq!(read(*language).1, 0, "{language:?}");
        }
    }

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
