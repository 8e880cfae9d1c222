//! What a comment is about, by dictionary: no learning, no cloud; the words that matched are the reason. Counts are
//! published for all clients only, from [`FEWEST`] comments on.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::folding::{Word, words};
use crate::render::Language;

crate::words!(
    /// The seven dimensions of the bank, tools, and what people are glad of.
    Theme {
        Reception = "reception",
        Responsiveness = "responsiveness",
        Clarity = "clarity",
        Reliability = "reliability",
        FollowUp = "follow_up",
        Cooperation = "cooperation",
        DifficultSituations = "difficult_situations",
        Tools = "tools",
        Positive = "positive",
    }
);

/// A comment no theme fits.
pub const UNCLASSIFIED: &str = "unclassified";
/// Themes too small to be named, together.
pub const OTHERS: &str = "others";
/// A count under this is not said.
pub const FEWEST: usize = 5;

/// A line of the dictionary: words in a row, the last one or its beginning (`*`).
struct Entry {
    words: Vec<String>,
    stem: bool,
    theme: Theme,
}

static DICTIONARIES: LazyLock<[Vec<Entry>; 2]> = LazyLock::new(|| {
    [include_str!("../../assets/themes/fr.csv"), include_str!("../../assets/themes/en.csv")].map(entries)
});

fn entries(text: &str) -> Vec<Entry> {
    let entry = |line: &str| {
        let (written, theme) = line.split_once(',')?;
        let folded = words(written).into_iter().map(|word| word.folded).collect();
        Some(Entry { words: folded, stem: written.ends_with('*'), theme: Theme::parse(theme.trim())? })
    };
    text.lines().filter_map(entry).collect()
}

/// The themes of `text` with the words that gave each.
pub fn of(text: &str, language: Language) -> BTreeMap<Theme, BTreeSet<String>> {
    let [french, english] = &*DICTIONARIES;
    let dictionary = if language == Language::Fr { french } else { english };
    let spoken = words(text);
    let mut found: BTreeMap<Theme, BTreeSet<String>> = BTreeMap::new();
    for (at, _) in spoken.iter().enumerate() {
        let rest = spoken.get(at..).unwrap_or_default();
        for entry in dictionary.iter().filter(|entry| entry.begins(rest)) {
            if entry.theme == Theme::Positive && unglad(&spoken, at) {
                continue;
            }
            let last = rest.get(entry.words.len().saturating_sub(1)).map_or(0, |word| word.end);
            let start = rest.first().map_or(0, |word| word.start);
            found.entry(entry.theme).or_default().insert(text.get(start..last).unwrap_or_default().to_lowercase());
        }
    }
    found
}

impl Entry {
    fn begins(&self, rest: &[Word]) -> bool {
        let Some(part) = rest.get(..self.words.len()) else { return false };
        part.iter().zip(&self.words).enumerate().all(|(place, (word, wanted))| {
            if self.stem && place + 1 == self.words.len() {
                word.folded.starts_with(wanted)
            } else {
                word.folded == *wanted
            }
        })
    }
}

/// "Pas satisfait", "merci de prévenir": not what it seems.
fn unglad(spoken: &[Word], at: usize) -> bool {
    let before = spoken.get(at.saturating_sub(3)..at).unwrap_or_default();
    let word = |place: usize| spoken.get(place).map(|word| word.folded.as_str());
    let denied = ["pas", "ne", "n", "jamais", "peu", "aucun", "not", "no", "never", "t", "hardly", "without", "sans"];
    before.iter().any(|word| denied.contains(&word.folded.as_str()))
        || (word(at) == Some("merci") && word(at + 1) == Some("de"))
}

/// How many comments each theme has, biggest first; those under [`FEWEST`] together, from [`FEWEST`] comments on.
/// The unclassified are always there, without a number where it would be too small.
pub fn counts<'a>(comments: impl IntoIterator<Item = &'a [Theme]>) -> Vec<(&'static str, Option<usize>)> {
    let mut by_theme: BTreeMap<&'static str, Vec<usize>> = BTreeMap::from([(UNCLASSIFIED, Vec::new())]);
    for (place, themes) in comments.into_iter().enumerate() {
        if themes.is_empty() {
            by_theme.entry(UNCLASSIFIED).or_default().push(place);
        }
        for theme in themes {
            by_theme.entry(theme.as_str()).or_default().push(place);
        }
    }
    let mut rest = BTreeSet::new();
    let mut list: Vec<(&'static str, Option<usize>)> = Vec::new();
    let none = by_theme.remove(UNCLASSIFIED).unwrap_or_default().len();
    for (theme, places) in by_theme {
        if places.len() >= FEWEST {
            list.push((theme, Some(places.len())));
        } else {
            rest.extend(places);
        }
    }
    list.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if rest.len() >= FEWEST {
        list.push((OTHERS, Some(rest.len())));
    }
    list.push((UNCLASSIFIED, (none >= FEWEST).then_some(none)));
    list
}
