//! What is taken out of a comment before anybody reads it: addresses, links, account and telephone numbers, long numbers,
//! people with a title, and the names of those invited and of the service's staff. Each is replaced by a word in brackets
//! in the comment's language. A name that is also an ordinary word stays and is pointed out.
//!
//! Pure. The same text and names always give the same redaction; a redaction redacted again does not change; what is not
//! replaced stays byte for byte. Refuses to be clever: no list of first names, nothing guessed from a capital alone.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use super::folding::words;
use super::names::{Mark as Leads, Names, is_common, is_joint, is_particle};
use super::{folding, language};
use crate::render::Language;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Email,
    Link,
    Account,
    Phone,
    Number,
    Name,
    /// Maybe a name, maybe a word: left as it is.
    Review,
}

impl Kind {
    /// What stands in its place; nothing does for what is left.
    pub fn placeholder(self, language: Language) -> Option<&'static str> {
        let (fr, en) = match self {
            Self::Email => ("[e-mail]", "[e-mail]"),
            Self::Link => ("[lien]", "[link]"),
            Self::Account => ("[compte]", "[account]"),
            Self::Phone => ("[téléphone]", "[phone]"),
            Self::Number => ("[numéro]", "[number]"),
            Self::Name => ("[nom]", "[name]"),
            Self::Review => return None,
        };
        Some(if language == Language::En { en } else { fr })
    }
}

const PLACEHOLDERS: [&str; 11] = [
    "[e-mail]",
    "[lien]",
    "[link]",
    "[compte]",
    "[account]",
    "[téléphone]",
    "[phone]",
    "[numéro]",
    "[number]",
    "[nom]",
    "[name]",
];

/// A found part: bytes of the original.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Redaction {
    pub text: String,
    /// In order, none overlapping another.
    pub marks: Vec<Mark>,
    pub language: Language,
}

/// Runs of letters and digits with the signs that accounts have between them.
static RUN: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\p{L}\p{N}]+(?:[._\-][\p{L}\p{N}]+)*").ok());

/// Accounts and staff numbers that the organisation knows: whole runs, and their parts.
fn known(text: &str, names: &Names) -> Vec<(usize, usize, Kind)> {
    let kind = |mark| if mark == Leads::Number { Kind::Number } else { Kind::Name };
    let mut found = Vec::new();
    for run in RUN.iter().flat_map(|run| run.find_iter(text)) {
        if let Some(mark) = names.marks(run.as_str()) {
            found.push((run.start(), run.end(), kind(mark)));
            continue;
        }
        let mut at = run.start();
        for part in run.as_str().split(['.', '_', '-']) {
            if let Some(mark) = names.marks(part) {
                found.push((at, at + part.len(), kind(mark)));
            }
            at += part.len() + 1;
        }
    }
    found
}

/// A pattern with the fewest and most digits that make it one; its first group is what is meant, where it has one.
struct Shape {
    kind: Kind,
    pattern: Regex,
    digits: std::ops::RangeInclusive<usize>,
}

impl Shape {
    fn find(&self, text: &str) -> Vec<(usize, usize)> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(hit) = self.pattern.captures_at(text, from).and_then(|hit| hit.get(1).or(hit.get(0))) {
            match self.length(hit.as_str()) {
                Some(length) if length > 0 => {
                    found.push((hit.start(), hit.start() + length));
                    from = hit.start() + length;
                }
                // What is too much for one may hold another.
                _ => from = hit.start() + hit.as_str().chars().next().map_or(1, char::len_utf8),
            }
        }
        found
    }

    /// How much of a hit it really is.
    fn length(&self, hit: &str) -> Option<usize> {
        let end = if self.kind == Kind::Account { account_end(hit)? } else { hit.len() };
        let digits = hit.get(..end)?.chars().filter(|sign| sign.is_numeric()).count();
        self.digits.contains(&digits).then_some(end)
    }
}

/// In the order in which they claim the text.
static SHAPES: LazyLock<Vec<Shape>> = LazyLock::new(|| {
    let any = 0..=usize::MAX;
    let shapes = [
        (
            Kind::Email,
            r"[\p{L}\p{N}._%+\-]+(?:@|\s?[\(\[]\s?(?:at|arobase)\s?[\)\]]\s?)[\p{L}\p{N}\-]+(?:\.[\p{L}\p{N}\-]+)*",
            any.clone(),
        ),
        (Kind::Link, r#"(?i)(?:\bhttps?://|\bftp://|\bwww\.)[^\s<>"«»\[\]]*[^\s<>"«»\[\].,;:!?)'’]"#, any.clone()),
        (
            Kind::Link,
            r"(?i)\b(?:[a-z0-9\-]+\.)+(?:com|org|net|fr|eu|example)\b(?:/[^\s<>\[\]]*[^\s<>\[\].,;:!?)'’])?",
            any,
        ),
        (Kind::Account, r"(?i)\b[a-z]{2}\d{2}(?:[ \-\u{a0}]?[a-z0-9]){11,30}", 8..=32),
        // A social security number, four groups of a card; then telephones; then thousands and anything long.
        (Kind::Number, r"\b[12] \d{2} \d{2} \d{2} \d{3} \d{3}(?: \d{2})?\b|\b\d{4}(?:[ \-]\d{4}){3}\b", 13..=16),
        (Kind::Phone, r"(?:\+|\b00)[ ]?[1-9]\d{0,2}(?:[ .\-/\u{a0}\u{202f}]{0,2}(?:\d{1,4}|\(\d{1,4}\))){2,7}", 8..=17),
        (
            Kind::Phone,
            r"\b0[1-9](?:\d{8}|(?:[ \u{a0}\u{202f}]\d{2}){4}|(?:\.\d{2}){4}|(?:-\d{2}){4}|(?:/\d{2}){4}|(?:_\d{2}){4})",
            10..=10,
        ),
        (Kind::Phone, r"\b0[1-9][ .\-]?\d{3}[ .\-]?\d{3}[ .\-]?\d{2}\b|\b0 ?8\d{2} ?\d{3} ?\d{3}\b", 10..=10),
        (Kind::Phone, r"\b0\d{2,4}[ \-]\d{3,4}[ \-]\d{3,4}\b", 10..=11),
        (Kind::Phone, r"\(?\b\d{3}\)?[ .\-]\d{3}[ .\-]\d{4}\b", 10..=10),
        (Kind::Number, r"\b\d{1,3}(?:[ .,'’\u{a0}\u{202f}]\d{3})+\b", 5..=60),
        // A file, a request, a badge: letters with digits, a number sign, a few digits behind the word for it.
        (Kind::Number, r"\b(\p{L}{1,5}[\-_]?\d{3,})\b", 3..=usize::MAX),
        (Kind::Number, r"\d{5,}", 5..=usize::MAX),
        (Kind::Number, r"(#\s?\d{3,})\b", 3..=usize::MAX),
        (
            Kind::Number,
            r"(?i)\b(?:postes?|bureau|badge|matricule|extension|ext|desk|room|salle|porte|ticket|dossier|demande|request|incident|staff number|employee number|payroll number)\.?\s*(?:n[°ºo]|num[ée]ro|no|number)?\.?\s*:?\s*(\d{3,5})\b",
            3..=5,
        ),
    ];
    let read = |(kind, pattern, digits): (Kind, &str, _)| {
        Regex::new(pattern).ok().map(|pattern| Shape { kind, pattern, digits })
    };
    shapes.into_iter().filter_map(read).collect()
});

/// "M.", "Mme", "Dr"… with whether a small letter may follow.
const TITLES: &[(&str, bool)] = &[
    ("m", false),
    ("mm", false),
    ("mr", true),
    ("mme", true),
    ("mmes", true),
    ("mlle", true),
    ("mlles", true),
    ("mrs", true),
    ("ms", true),
    ("miss", false),
    ("dr", false),
    ("prof", false),
    ("madame", true),
    ("monsieur", true),
    ("mademoiselle", true),
    ("docteur", false),
    ("doctor", false),
    ("professeur", false),
    ("professor", false),
];
/// A name with a title has at most so many words.
const LONGEST_NAME: usize = 5;

/// Redacts `text`.
pub fn redact(text: &str, names: &Names) -> Redaction {
    let language = language::of(&words(text));
    let mut marks = Vec::new();
    // What was found is filled with brackets of the same length, so that places stay and what is beside it is judged as
    // it will be in the redaction: the next redaction then finds nothing new.
    let mut filled = text.to_owned();
    for placeholder in PLACEHOLDERS {
        let brackets = "]".repeat(placeholder.len());
        filled = filled.replace(placeholder, &brackets);
    }
    loop {
        let found = scan(&filled, names);
        if found.is_empty() {
            break;
        }
        for mark in found {
            fill(&mut filled, mark.start, mark.end);
            marks.push(mark);
        }
    }
    let plain = words(&filled);
    let unsure = names.find(&filled, &plain).into_iter().filter(|name| !name.sure);
    marks.extend(unsure.map(|name| Mark { start: name.start, end: name.end, kind: Kind::Review }));
    marks.sort_by_key(|mark| mark.start);
    Redaction { text: replaced(text, &marks, language), marks, language }
}

fn fill(text: &mut String, start: usize, end: usize) {
    text.replace_range(start..end, &"]".repeat(end - start));
}

/// What stands in `text` to be replaced, in order, none overlapping.
fn scan(text: &str, names: &Names) -> Vec<Mark> {
    let mut rest = text.to_owned();
    let mut found = Vec::new();
    let mut claim = |rest: &mut String, list: Vec<(usize, usize)>, kind| {
        for (start, end) in list {
            fill(rest, start, end);
            found.push(Mark { start, end, kind });
        }
    };
    for shape in SHAPES.iter() {
        let list = shape.find(&rest);
        claim(&mut rest, list, shape.kind);
    }
    for (start, end, kind) in known(&rest, names) {
        claim(&mut rest, vec![(start, end)], kind);
    }
    let list = titled(&rest);
    claim(&mut rest, list, Kind::Name);
    let spoken = words(&rest);
    let list = names.find(&rest, &spoken).into_iter().filter(|name| name.sure);
    let list = list.map(|name| (initial_before(&rest, name.start), name.end)).collect();
    claim(&mut rest, list, Kind::Name);
    found.sort_by_key(|mark| mark.start);
    found
}

/// Lengths of account numbers (IBAN) by country; elsewhere as long as it goes without a space.
const ACCOUNTS: &[(&str, usize)] = &[
    ("fr", 27),
    ("mc", 27),
    ("de", 22),
    ("be", 16),
    ("gb", 22),
    ("es", 24),
    ("it", 27),
    ("lu", 20),
    ("ch", 21),
    ("nl", 18),
    ("pt", 25),
    ("ie", 22),
    ("at", 20),
    ("pl", 28),
    ("se", 24),
    ("dk", 18),
    ("no", 15),
    ("fi", 18),
    ("cz", 24),
    ("gr", 27),
    ("ro", 24),
    ("tn", 24),
    ("ma", 28),
    ("ca", 0),
];

/// Where an account number ends in a text that begins with one; none when it is something else.
fn account_end(text: &str) -> Option<usize> {
    let country = text.get(..2)?.to_ascii_lowercase();
    let signs = text.char_indices().filter(|(_, sign)| sign.is_alphanumeric());
    match ACCOUNTS.iter().find(|(code, _)| *code == country) {
        Some((_, length)) => {
            let (at, last) = signs.take(*length).last()?;
            Some(at + last.len_utf8())
        }
        None => {
            let end = text.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(text.len());
            (end >= 15).then_some(end)
        }
    }
}

/// "M. Dupont", "Mme de La Tour", "Dr D.": title and name together.
fn titled(text: &str) -> Vec<(usize, usize)> {
    let all = words(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(title) = all.get(at) {
        let end = TITLES
            .iter()
            .find(|(word, _)| *word == title.folded)
            .filter(|(word, _)| title.capital || word.len() > 1)
            .and_then(|(_, small)| name_after(text, all.get(at..)?, *small));
        match end {
            Some((length, end)) => {
                found.push((title.start, end));
                at += length;
            }
            None => at += 1,
        }
    }
    found
}

/// How many words title and name have together, and where they end.
fn name_after(text: &str, rest: &[folding::Word], small: bool) -> Option<(usize, usize)> {
    let (mut taken, mut named) = (1, None);
    for pair in rest.windows(2).take(LONGEST_NAME) {
        let [before, word] = pair else { break };
        let between = text.get(before.end..word.start)?;
        let after_title =
            taken == 1 && matches!(between.trim_start_matches('.').chars().count(), 1) && !between.ends_with('\'');
        let joint = is_joint(between) && !between.ends_with(". ") || (initial(before) && between == ". ");
        if !(joint || (after_title && between.ends_with([' ', '\u{a0}', '\u{202f}']))) {
            break;
        }
        let first = named.is_none();
        let ordinary = is_common(&word.folded) && !initial(word);
        let is_name = if first {
            (word.capital && !(ordinary && is_particle(&word.folded))) || (small && !ordinary)
        } else {
            word.capital && !ordinary
        };
        taken += 1;
        if is_name {
            let dotted = initial(word) && text.get(word.end..).is_some_and(|tail| tail.starts_with('.'));
            named = Some((taken, word.end + usize::from(dotted)));
        } else if !is_particle(&word.folded) {
            break;
        }
    }
    named
}

fn initial(word: &folding::Word) -> bool {
    word.capital && word.folded.chars().count() == 1
}

/// The beginning of "Y. Dupont", when only "Dupont" was known.
fn initial_before(text: &str, start: usize) -> usize {
    static INITIAL: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"\b\p{Lu}\.[ \u{a0}]?$").ok());
    let before = text.get(..start).unwrap_or_default();
    INITIAL.as_ref().and_then(|pattern| pattern.find(before)).map_or(start, |hit| hit.start())
}

/// `text` with what is marked replaced.
fn replaced(text: &str, marks: &[Mark], language: Language) -> String {
    pieces(text, marks, language).into_iter().map(|piece| piece.instead.map_or(piece.text, ToOwned::to_owned)).collect()
}

/// A run of the original: plain, or marked, with what stands in its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Piece {
    pub text: String,
    pub kind: Option<Kind>,
    pub instead: Option<&'static str>,
}

/// The original cut at its marks, for showing both sides. A mark that does not fit the text is left out.
pub fn pieces(text: &str, marks: &[Mark], language: Language) -> Vec<Piece> {
    let mut list = Vec::new();
    let mut at = 0;
    for mark in marks {
        let (Some(before), Some(inside)) = (text.get(at..mark.start), text.get(mark.start..mark.end)) else { continue };
        if !before.is_empty() {
            list.push(Piece { text: before.to_owned(), kind: None, instead: None });
        }
        let instead = mark.kind.placeholder(language);
        list.push(Piece { text: inside.to_owned(), kind: Some(mark.kind), instead });
        at = mark.end;
    }
    let rest = text.get(at..).unwrap_or_default();
    if !rest.is_empty() {
        list.push(Piece { text: rest.to_owned(), kind: None, instead: None });
    }
    list
}
