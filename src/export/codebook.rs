//! What each column of the files of answers means, over the waves published so far: question, scale, codes, since when.
//! The last lines say how cells are spelled.

use std::collections::BTreeMap;

use super::answers::{Column, columns, columns_of};
use super::profile::{Cell, Rows};
use super::store::{Asked, asked};
use crate::app::Settings;
use crate::campaign::Campaign;
use crate::db::Conn;
use crate::error::{Result, Say};
use crate::questionnaire::{Choice, Meanings, Question, compare, dimensions, store as questionnaires};
use crate::render::Language;
use crate::render::words::say;

/// The columns beside the texts, which stand after the first: `text_fr`, `text_en`, and so on in each of the languages
/// of the organisation and of what was asked.
const CODEBOOK: [&str; 10] =
    ["column", "kind", "lo", "hi", "reversed", "dimension", "codes", "first_wave", "last_wave", "comparable_since"];

/// The lines that are about no question: the two keys, then how to read the cells.
const ABOUT: [(&str, &str); 2] = [("campaign", "codebook-campaign"), ("supplier", "codebook-supplier")];
const NOTES: [&str; 4] = ["codebook-texts", "codebook-as-given", "codebook-missing", "codebook-several"];

struct Entry<'a> {
    question: &'a Question,
    dimensions: Vec<Choice>,
    first: &'a str,
    last: &'a str,
}

/// The languages of its texts: French and English, in which the file explains itself, then the organisation's others.
fn languages(conn: &mut Conn) -> Result<Vec<Language>> {
    let own = Settings::load(conn)?.languages;
    let others = own.iter().copied().filter(|language| !Language::STAFF.contains(language));
    Ok(Language::STAFF.into_iter().chain(others).collect())
}

/// The heads of its columns.
pub fn heads(conn: &mut Conn) -> Result<Vec<String>> {
    let mut heads: Vec<String> = CODEBOOK.iter().map(ToString::to_string).collect();
    heads.splice(1..1, languages(conn)?.into_iter().map(|language| format!("text_{}", language.as_str())));
    Ok(heads)
}

pub fn write(conn: &mut Conn, campaign: &Campaign, file: &mut impl Rows) -> Result<()> {
    let languages = languages(conn)?;
    let history = asked(conn, campaign)?;
    let meanings = questionnaires::meanings(conn)?;
    let (entries, since) = (entries(&history), since(&history, &meanings));
    for (column, key) in ABOUT {
        note(file, &languages, column, key)?;
    }
    for column in columns(&history) {
        if let Some(entry) = entries.get(&column.name()) {
            line(
                file,
                &languages,
                &column,
                entry,
                since.get(column.question.as_str()).copied().unwrap_or(entry.first),
            )?;
        }
    }
    NOTES.iter().try_for_each(|key| note(file, &languages, "*", key))
}

fn note(file: &mut impl Rows, languages: &[Language], column: &str, key: &'static str) -> Result<()> {
    let said = Language::STAFF.map(|language| say(language, &Say::new(key)));
    let mut cells = vec![Cell::Text(column)];
    cells.extend(said.iter().map(|text| Cell::Text(text)));
    cells.resize(CODEBOOK.len() + languages.len(), Cell::Empty);
    file.row(&cells)
}

/// Each column as it was asked last, with its first and last wave.
fn entries(history: &[Asked]) -> BTreeMap<String, Entry<'_>> {
    let mut found: BTreeMap<String, Entry<'_>> = BTreeMap::new();
    for asked in history {
        let dimensions = dimensions(&asked.questions);
        for question in asked.questions.iter().filter(|question| question.is_closed()) {
            for column in columns_of(question, &dimensions) {
                let first = found.get(&column.name()).map_or(asked.wave.as_str(), |entry| entry.first);
                let entry = Entry { question, dimensions: dimensions.clone(), first, last: &asked.wave };
                found.insert(column.name(), entry);
            }
        }
    }
    found
}

/// The wave since which nothing that changes the meaning of a question changed, about no supplier; what HR marked as
/// meaning the same changed nothing.
fn since<'a>(history: &'a [Asked], meanings: &Meanings) -> BTreeMap<&'a str, &'a str> {
    let mut before: BTreeMap<(&str, &str), &Question> = BTreeMap::new();
    let mut since: BTreeMap<&str, &str> = BTreeMap::new();
    for asked in history {
        for question in asked.questions.iter() {
            let old = before.insert((asked.supplier.as_str(), &question.code), question);
            let broken = old.is_some_and(|old| !compare::breaks(old, question, meanings).is_empty());
            if broken || !since.contains_key(question.code.as_str()) {
                since.insert(&question.code, &asked.wave);
            }
        }
    }
    since
}

fn line(file: &mut impl Rows, languages: &[Language], column: &Column, entry: &Entry<'_>, since: &str) -> Result<()> {
    let question = entry.question;
    let offered = question.choices(&entry.dimensions).0;
    let option = column.option.as_ref().and_then(|code| offered.iter().find(|choice| choice.code == *code));
    let text = |language| match option {
        Some(choice) => format!("{} [{}]", question.text(language), choice.label(language)),
        None => question.text(language).to_owned(),
    };
    let range = if option.is_some() { Some((0, 1)) } else { question.range() };
    let end = |value: Option<i32>| value.map_or(Cell::Empty, Cell::Count);
    let codes = if option.is_some() { String::new() } else { codes(question, &offered) };
    let (name, texts) = (column.name(), languages.iter().map(|language| text(*language)).collect::<Vec<_>>());
    let mut cells = vec![
        Cell::Text(question.kind.as_str()),
        end(range.map(|(lo, _)| lo)),
        end(range.map(|(_, hi)| hi)),
        Cell::Text(if question.reversed { "yes" } else { "no" }),
        Cell::Text(question.dimension.as_deref().unwrap_or("")),
        Cell::Text(&codes),
        Cell::Text(entry.first),
        Cell::Text(entry.last),
        Cell::Text(since),
    ];
    cells.splice(0..0, std::iter::once(&name).chain(&texts).map(|text| Cell::Text(text)));
    file.row(&cells)
}

/// `1=Pas du tout satisfait / Very dissatisfied|…`: the values that have words, or the options.
fn codes(question: &Question, offered: &[Choice]) -> String {
    let english: BTreeMap<i32, String> = question.scale_labels(Language::En).into_iter().collect();
    let scale = question.scale_labels(Language::Fr).into_iter().map(|(value, fr)| {
        let en = english.get(&value).map_or("", String::as_str);
        format!("{value}={fr} / {en}")
    });
    let both = |choice: &Choice| Language::STAFF.map(|of| choice.labels.get(of).unwrap_or_default()).join(" / ");
    let options = offered.iter().map(|choice| format!("{}={}", choice.code, both(choice)));
    scale.chain(options).collect::<Vec<_>>().join("|")
}
