//! Builds a whole questionnaire at once: for the demonstration, imports and tests.

use super::{Choice, Kind, Question, bank, condition, store};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::{QuestionnaireId, SupplierCode};
use crate::error::{Error, Result};
use crate::render::Texts;

/// A question to ask: one of the bank by its code, or an own one in full.
#[derive(Debug, Clone)]
pub enum Wanted {
    Bank(String),
    Own(Box<Question>),
}

impl Wanted {
    pub fn bank(code: &str) -> Self {
        Self::Bank(code.to_owned())
    }

    /// An own question on the usual scale of its kind, without a dimension.
    pub fn own(code: &str, kind: Kind, texts: Texts, options: &[Choice]) -> Result<Self> {
        Ok(Self::Own(Box::new(own_question(code, kind, texts, options)?)))
    }
}

pub fn own_question(code: &str, kind: Kind, texts: Texts, options: &[Choice]) -> Result<Question> {
    Ok(Question {
        questionnaire: QuestionnaireId(String::new()),
        position: 0,
        code: code.to_owned(),
        core: false,
        kind,
        dimension: None,
        dimension_names: Texts::default(),
        texts,
        lo: kind.range().map(|(lo, _)| lo),
        hi: kind.range().map(|(_, hi)| hi),
        reversed: false,
        options: serde_json::to_string(options)?,
        asked_if: None,
        asked_at_most: None,
    })
}

impl Wanted {
    /// The question, of the bank or own.
    fn question(&self) -> Result<Question> {
        match self {
            Self::Own(question) => Ok((**question).clone()),
            Self::Bank(code) => {
                bank::question(code).cloned().ok_or_else(|| Error::Internal(format!("no question {code} in the bank")))
            }
        }
    }

    /// The same, asked only of those who answered `of` at or under `most`.
    pub fn asked_if(&self, of: &str, most: i32) -> Result<Self> {
        let question = self.question()?;
        Ok(Self::Own(Box::new(Question { asked_if: Some(of.to_owned()), asked_at_most: Some(most), ..question })))
    }
}

/// Makes the supplier's draft ask `list`, in this order, and gives its key. A code that the bank does not know, or
/// that another supplier's own question has, is refused.
pub fn build(conn: &mut Conn, supplier: &SupplierCode, now: Moment, list: &[Wanted]) -> Result<QuestionnaireId> {
    let mut questions = Vec::with_capacity(list.len());
    for wanted in list {
        let question = wanted.question()?;
        if let Some(other) = store::other_owner(conn, supplier, &question.code)?.filter(|_| bank::is_own(&question)) {
            return Err(Error::Internal(format!("the question {} is already {other}'s own", question.code)));
        }
        questions.push(question);
    }
    condition::gather(&mut questions);
    condition::hold(&questions)?;
    let draft = store::draft_for_edit(conn, supplier, now)?;
    store::save_questions(conn, &draft.id, &questions)?;
    Ok(draft.id)
}
