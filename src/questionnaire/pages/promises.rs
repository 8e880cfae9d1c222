//! The commitments of a service beside its questions: which may say how one is felt.

use serde::Serialize;

use crate::catalogue::store as catalogue;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::Question;
use crate::questionnaire::telling::tells;
use crate::render::{Language, Texts};

/// A commitment that stands, with its question.
#[derive(Debug, Clone, Serialize)]
pub struct PromiseRow {
    pub(super) code: String,
    pub(super) text: Texts,
    pub(super) question: Option<String>,
    /// Its question is none of those asked any more.
    pub(super) gone: bool,
}

/// The questions that may, in the order in which they are asked.
pub(super) fn telling(list: &[Question], language: Language) -> Vec<(String, String)> {
    let told = list.iter().filter(|question| tells(question));
    told.map(|question| (question.code.clone(), question.text(language).to_owned())).collect()
}

pub(super) fn rows(conn: &mut Conn, supplier: &SupplierCode, list: &[Question], today: Day) -> Result<Vec<PromiseRow>> {
    let promises = catalogue::promises(conn, supplier)?;
    let own = promises.into_iter().filter(|one| one.commitment.unit.is_none() && one.commitment.stands(today));
    Ok(own
        .filter_map(|promise| {
            let text = promise.on(today).or(promise.latest())?.texts.clone();
            let question = promise.commitment.question;
            let asked = |code: &String| list.iter().any(|one| one.code == *code && tells(one));
            let gone = question.as_ref().is_some_and(|code| !asked(code));
            Some(PromiseRow { code: promise.commitment.code, text, question, gone })
        })
        .collect())
}
