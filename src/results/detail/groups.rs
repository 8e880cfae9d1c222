//! The figures of each client group and of each branch of the unit tree, question by question. A hidden figure looks
//! the same for every reason and says nothing of its size.

use std::collections::BTreeSet;

use serde::Serialize;

use super::Source;
use crate::questionnaire::{self, OVERALL, Question};
use crate::results::indicators::Cell;
use crate::results::rows::Share;

/// What the code of a branch's figures begins with, before its unit.
const BRANCH: &str = "branch:";

#[derive(Debug, Clone, Serialize)]
pub struct Groups {
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Column {
    pub name: String,
    /// A branch of the unit tree, made of several groups.
    pub branch: bool,
    pub responses: Option<Cell>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Row {
    pub name: String,
    /// A dimension's own row, above those of its questions.
    pub dimension: bool,
    pub cells: Vec<Place>,
}

/// What one group says of one subject.
#[derive(Debug, Clone, Serialize)]
pub struct Place {
    /// Said once, instead of any figure.
    pub absent: Option<String>,
    pub satisfied: Option<Cell>,
    pub mean: Option<Cell>,
    pub n: Option<i32>,
    /// See [`Share::side`].
    pub side: Option<&'static str>,
}

impl Place {
    fn new(source: Source<'_>, group: &str, subject: &str) -> Self {
        let satisfied = source.in_group(group, subject, "satisfied");
        let mean = source.in_group(group, subject, "mean");
        let first = mean.as_ref().or(satisfied.as_ref());
        let absent = first.filter(|cell| !cell.shown).map(|cell| cell.text.clone());
        let n = first.filter(|cell| cell.shown).and_then(|cell| cell.n);
        let shown = |cell: Option<Cell>| cell.filter(|cell| cell.shown && absent.is_none());
        let share = Share::of(source.published.get(group, subject, "satisfied"));
        let side = share.filter(|_| absent.is_none()).and_then(|share| share.side());
        Self { satisfied: shown(satisfied), mean: shown(mean), n, side, absent }
    }

    fn is_empty(&self) -> bool {
        self.absent.is_none() && self.mean.is_none() && self.satisfied.is_none()
    }
}

/// `names` are the campaign's client groups and `branches` its units with several of them, by code.
pub fn groups(
    source: Source<'_>,
    questions: &[Question],
    names: &[(String, String)],
    branches: &[(String, String)],
    overall: &str,
) -> Option<Groups> {
    let published: BTreeSet<&str> = source.published.iter().map(|figure| figure.client_group.as_str()).collect();
    let mut columns: Vec<(String, String, bool)> = names
        .iter()
        .filter(|(code, _)| published.contains(code.as_str()))
        .map(|(code, name)| (code.clone(), name.clone(), false))
        .collect();
    let unit_name = |unit: &str| branches.iter().find(|(code, _)| code == unit).map(|(_, name)| name.clone());
    for code in published.iter().filter(|code| code.starts_with(BRANCH)) {
        let unit = code.strip_prefix(BRANCH).unwrap_or(code);
        columns.push(((*code).to_owned(), unit_name(unit).unwrap_or_else(|| unit.to_owned()), true));
    }
    if columns.len() < 2 {
        return None;
    }
    let rows = subjects(source, questions, overall)
        .into_iter()
        .map(|(code, name, dimension)| Row {
            cells: columns.iter().map(|(group, ..)| Place::new(source, group, &code)).collect(),
            name,
            dimension,
        })
        .filter(|row| row.cells.iter().any(|place| !place.is_empty()))
        .collect();
    let columns = columns
        .into_iter()
        .map(|(group, name, branch)| Column { responses: source.in_group(&group, "*", "responses"), name, branch })
        .collect();
    Some(Groups { columns, rows })
}

/// Overall, then each dimension and its questions (one question alone stands for its dimension), then the others.
fn subjects(source: Source<'_>, questions: &[Question], overall: &str) -> Vec<(String, String, bool)> {
    let mut list = vec![(OVERALL.to_owned(), overall.to_owned(), true)];
    let language = source.language;
    let line = |question: &Question| (question.code.clone(), question.text(language).to_owned(), false);
    let dimensions = questionnaire::measured(questions);
    for dimension in &dimensions {
        let own = questions.iter().filter(|q| q.dimension.as_deref() == Some(&dimension.code)).collect::<Vec<_>>();
        list.push((dimension.code.clone(), dimension.label(language).to_owned(), true));
        if own.len() > 1 {
            list.extend(own.into_iter().map(line));
        }
    }
    let known = |q: &Question| dimensions.iter().any(|one| Some(&one.code) == q.dimension.as_ref());
    list.extend(questions.iter().filter(|q| q.code != OVERALL && !known(q)).map(line));
    list
}
