//! The commitments of a service beside its questions: which may say how one is felt, and the one made for it.

use serde::Serialize;

use crate::catalogue::store as catalogue;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{QuestionnaireId, SupplierCode};
use crate::error::{Result, Say};
use crate::questionnaire::{Kind, Question};
use crate::render::words::say;
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

/// May the mean of this question say how a promise is felt: rated on a scale, and asked of everybody?
pub(super) fn tells(question: &Question) -> bool {
    question.kind.is_rated() && question.range().is_some() && question.condition().is_none()
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

/// The question of a commitment: the promise itself, to agree with or not. It belongs to no dimension, whose trend it
/// would break.
pub(super) fn question_for(code: &str, kind: crate::catalogue::Kind, promise: &Texts) -> Question {
    let key = match kind {
        crate::catalogue::Kind::Delay => "promise-question-delay",
        crate::catalogue::Kind::Quality => "promise-question-quality",
        crate::catalogue::Kind::Availability => "promise-question-availability",
        crate::catalogue::Kind::Cost => "promise-question-cost",
        crate::catalogue::Kind::Information => "promise-question-information",
    };
    let asked = |(language, text): (Language, &str)| {
        let mut letters = text.trim_end_matches(['.', ' ']).chars();
        let small = letters.next().map(|first| first.to_lowercase().to_string() + letters.as_str()).unwrap_or_default();
        // German nouns keep their capital wherever they stand.
        let told = if language == Language::De { text.trim_end_matches('.').to_owned() } else { small };
        (language, say(language, &Say::new(key).with("promise", told)))
    };
    let (lo, hi) = Kind::Agreement.range().unzip();
    Question {
        questionnaire: QuestionnaireId(String::new()),
        position: 0,
        code: code.to_owned(),
        core: false,
        kind: Kind::Agreement,
        dimension: None,
        dimension_names: Texts::default(),
        texts: Texts::of(promise.iter().map(asked)),
        lo,
        hi,
        reversed: false,
        options: "[]".to_owned(),
        asked_if: None,
        asked_at_most: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_promise_becomes_a_question_in_each_of_its_languages() {
        let promise = Texts::of([
            (Language::Fr, "Un poste est réparé en 2 jours."),
            (Language::De, "Ein Arbeitsplatz wird in 2 Tagen repariert."),
        ]);
        let question = question_for("own_3", crate::catalogue::Kind::Delay, &promise);
        assert_eq!(question.text(Language::Fr), "Le délai annoncé est respecté\u{a0}: un poste est réparé en 2 jours");
        assert!(
            question.texts.get(Language::De).expect("German").ends_with(": Ein Arbeitsplatz wird in 2 Tagen repariert")
        );
        assert_eq!((question.texts.get(Language::En), question.range()), (None, Some((1, 5))));
        assert!(tells(&question) && question.dimension.is_none());
    }
}
