//! The names that a campaign's comments may hold, ready to be looked for: whole names in both orders, family names and
//! first names alone, family names with their particle. Refuses to call a name what is also an ordinary word.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

use super::folding::{Word, fold, words};
use super::language::is_small_word;

/// Ordinary words of both languages, folded: from our own pages and questions, plus those that are also names.
static COMMON: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| include_str!("../../assets/comments/common_words.txt").lines().collect());

const PARTICLES: &[&str] = &[
    "de", "du", "des", "la", "le", "les", "l", "d", "van", "von", "der", "den", "da", "dos", "do", "di", "del",
    "della", "el", "al", "ben", "bin", "bou", "saint", "sainte", "st", "ste", "mac", "mc", "o", "y", "e",
];
/// A single word shorter than this is looked for in whole names only.
const SHORTEST: usize = 3;

pub fn is_common(folded: &str) -> bool {
    COMMON.contains(folded) || is_small_word(folded)
}

/// Small words that join the parts of a name.
pub fn is_particle(folded: &str) -> bool {
    PARTICLES.contains(&folded)
}

/// Bytes of a text that hold a name; `sure` when it is replaced, else a person looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub start: usize,
    pub end: usize,
    pub sure: bool,
}

/// The names to look for, by their first word, longest first; and what else leads to somebody: accounts and numbers.
#[derive(Debug, Clone, Default)]
pub struct Names {
    by_first: BTreeMap<String, Vec<Vec<String>>>,
    /// Letters and digits alone, folded.
    accounts: HashSet<String>,
    numbers: HashSet<String>,
}

/// What the organisation knows of somebody.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    pub name: &'a str,
    /// Empty where there is none.
    pub email: &'a str,
    pub number: Option<&'a str>,
}

impl Names {
    pub fn new<'a>(people: impl IntoIterator<Item = &'a str>) -> Self {
        let mut all = BTreeSet::new();
        for person in people {
            all.extend(patterns(person));
        }
        let mut by_first: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
        for pattern in all {
            if let Some(first) = pattern.first() {
                by_first.entry(first.clone()).or_default().push(pattern);
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|pattern| std::cmp::Reverse(pattern.len()));
        }
        Self { by_first, ..Self::default() }
    }

    /// The names of these people, the accounts made of them, the names of their mailboxes, their staff numbers.
    pub fn of<'a>(people: &[Known<'a>]) -> Self {
        let in_addresses: Vec<String> = people.iter().filter_map(|known| in_address(known.email)).collect();
        let mut names = Self::new(people.iter().map(|known| known.name).chain(in_addresses.iter().map(String::as_str)));
        for known in people {
            names.accounts.extend(accounts(known));
            names.numbers.extend(known.number.map(plain).filter(|number| number.chars().count() >= SHORTEST_NUMBER));
        }
        names
    }

    /// Is this run of letters, digits and the signs between them an account, or a staff number?
    pub fn marks(&self, run: &str) -> Option<Mark> {
        let plain = plain(run);
        if self.numbers.contains(&plain) {
            Some(Mark::Number)
        } else if self.accounts.contains(&plain) {
            Some(Mark::Account)
        } else {
            None
        }
    }

    /// The names in `text`, none overlapping another.
    pub fn find(&self, text: &str, words: &[Word]) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = words.get(at..).filter(|rest| !rest.is_empty()) {
            match self.longest(text, rest) {
                Some((length, name)) => {
                    found.push(name);
                    at += length;
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest name that `rest` begins with, and its number of words.
    fn longest(&self, text: &str, rest: &[Word]) -> Option<(usize, Found)> {
        let first = rest.first()?;
        for pattern in self.by_first.get(&first.folded)? {
            let Some(part) = rest.get(..pattern.len()) else { continue };
            let same = part.iter().zip(pattern).all(|(word, wanted)| word.folded == *wanted);
            if !same || !joined(text, part) {
                continue;
            }
            let capital = part.iter().filter(|word| !is_particle(&word.folded)).all(|word| word.capital);
            let Some(sure) = judge(pattern, capital) else { continue };
            let end = part.last().map_or(first.end, |word| word.end);
            return Some((pattern.len(), Found { start: first.start, end, sure }));
        }
        None
    }
}

/// Is this name one for certain? None where it is an ordinary word in an ordinary place.
fn judge(pattern: &[String], capital: bool) -> Option<bool> {
    let own: Vec<&String> = pattern.iter().filter(|word| !is_particle(word)).collect();
    let common = own.iter().all(|word| is_common(word));
    match (common, own.len() > 1) {
        (false, _) => Some(true),
        (true, true) if capital => Some(true),
        // "May", "Will", "Son": only where they are written like a name.
        (true, _) if own.iter().all(|word| is_small_word(word)) => capital.then_some(false),
        (true, _) => Some(false),
    }
}

/// Nothing but a space, a hyphen or an apostrophe stands between the words.
fn joined(text: &str, part: &[Word]) -> bool {
    part.windows(2).all(|pair| match pair {
        [one, next] => text.get(one.end..next.start).is_some_and(is_joint),
        _ => true,
    })
}

pub fn is_joint(between: &str) -> bool {
    !between.is_empty()
        && between.chars().count() <= 2
        && between
            .chars()
            .all(|sign| matches!(sign, ' ' | '\u{a0}' | '\u{202f}' | '\t' | '-' | '‐' | '‑' | '\'' | '’' | '.'))
}

/// What is looked for of one person, folded.
fn patterns(name: &str) -> BTreeSet<Vec<String>> {
    // What holds digits is an account, not a name.
    let clean: Vec<&str> =
        name.split_whitespace().filter(|unit| !unit.chars().any(char::is_numeric) && !unit.contains('@')).collect();
    let units: Vec<Vec<String>> = clean
        .iter()
        .map(|unit| words(unit).into_iter().map(|word| word.folded).collect::<Vec<_>>())
        .filter(|unit: &Vec<String>| !unit.is_empty())
        .collect();
    let mut found = BTreeSet::new();
    for split in 0..units.len() {
        let (one, other) = units.split_at(split);
        found.insert([other, one].concat().concat());
    }
    if let [first, .., last] = units.as_slice() {
        found.insert([first.clone(), last.clone()].concat());
        found.insert([last.clone(), first.clone()].concat());
    }
    let is_joining = |unit: &Vec<String>| unit.iter().all(|word| is_particle(word));
    for (at, unit) in units.iter().enumerate().filter(|(_, unit)| !is_joining(unit)) {
        found.insert(unit.clone());
        let before = units.get(..at).unwrap_or_default();
        let joining = before.iter().rev().take_while(|unit| is_joining(unit)).count();
        for many in 1..=joining {
            let particles = before.get(at - many..).unwrap_or_default();
            found.insert([particles.concat(), unit.clone()].concat());
        }
    }
    found.retain(|pattern| match pattern.as_slice() {
        [] => false,
        [alone] => alone.chars().count() >= SHORTEST && !is_particle(alone),
        several => several.iter().any(|word| !is_particle(word)),
    });
    found
}

/// What leads to somebody without being a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Account,
    Number,
}

/// A staff number shorter than this is any number.
const SHORTEST_NUMBER: usize = 3;
/// An account shorter than this is any word.
const SHORTEST_ACCOUNT: usize = 5;

/// Letters and digits alone, folded.
fn plain(text: &str) -> String {
    fold(text).chars().filter(|sign| sign.is_alphanumeric()).collect()
}

/// Accounts as administrators make them of a name, and the name of the mailbox where it is somebody's own: of parts, with
/// a digit, or with a part of the name in it. `accueil@` is a place's.
fn accounts(known: &Known<'_>) -> Vec<String> {
    let words: Vec<String> = words(known.name).into_iter().map(|word| word.folded).collect();
    let mut list = Vec::new();
    if let [first, .., last] = words.as_slice() {
        let family = words.get(1..).unwrap_or_default().concat();
        for last in [last, &family] {
            let initial: String = first.chars().take(1).collect();
            list.extend([
                format!("{initial}{last}"),
                format!("{last}{initial}"),
                format!("{first}{last}"),
                format!("{last}{first}"),
            ]);
        }
    }
    let mailbox = known.email.split('@').next().unwrap_or_default();
    let own = mailbox.contains(['.', '_', '-'])
        || mailbox.chars().any(char::is_numeric)
        || words.iter().any(|word| word.chars().count() > SHORTEST && plain(mailbox).contains(word.as_str()));
    if own {
        list.push(plain(mailbox.split('+').next().unwrap_or_default()));
    }
    list.retain(|account| account.chars().count() >= SHORTEST_ACCOUNT && !is_common(account));
    list
}

/// The name in an address: `zoe.petit@…` holds "zoe petit".
pub fn in_address(email: &str) -> Option<String> {
    let local = email.split('@').next()?;
    let parts: Vec<&str> = local.split(['.', '_']).collect();
    (parts.len() > 1 && !local.chars().any(char::is_numeric)).then(|| fold(&parts.join(" ")))
}
