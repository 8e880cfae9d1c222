//! Questions that say how a commitment is felt: which may, and the one made for it.

use super::{Kind, Question};
use crate::db::ids::QuestionnaireId;
use crate::error::Say;
use crate::render::words::say;
use crate::render::{Language, Texts};

/// May the mean of this question say how a promise is felt: rated on a scale, and asked of everybody?
pub fn tells(question: &Question) -> bool {
    question.kind.is_rated() && question.range().is_some() && question.condition().is_none()
}

/// The question of a commitment: the promise itself, to agree with or not. It belongs to no dimension, whose trend it
/// would break.
pub fn question_for(code: &str, kind: crate::catalogue::Kind, promise: &Texts) -> Question {
    let key = match kind {
        crate::catalogue::Kind::Delay => "promise-question-delay",
        crate::catalogue::Kind::Quality => "promise-question-quality",
        crate::catalogue::Kind::Availability => "promise-question-availability",
        crate::catalogue::Kind::Cost => "promise-question-cost",
        crate::catalogue::Kind::Information => "promise-question-information",
    };
    about(code, key, promise)
}

/// The question about a promise that clients made to the service, for its team.
pub fn question_for_team(code: &str, promise: &Texts) -> Question {
    about(code, "promise-question-clients", promise)
}

/// The promise itself, to agree with or not, after the words of `key`.
fn about(code: &str, key: &'static str, promise: &Texts) -> Question {
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
