//! A question, its version, and what may be chosen.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::kind::Kind;
use super::scales;
use crate::clock::Moment;
use crate::db::ids::{CampaignId, QuestionnaireId, SupplierCode};
use crate::db::schema::{questionnaires, questions};
use crate::render::{Language, Texts};

crate::words!(
    /// A version's life.
    State { Draft = "draft", Frozen = "frozen", Superseded = "superseded" }
);

/// The question that every supplier asks under this code, and under this code only.
pub const OVERALL: &str = "overall";

/// How many questions a questionnaire may have, so that answering stays short.
pub const MOST_CLOSED: usize = 10;

pub const MOST_TEXTS: usize = 2;

/// How many dimensions a respondent may choose as the most important.
pub const MOST_DIMENSIONS: usize = 3;

/// How long a respondent's text may be, in characters.
pub const LONGEST_TEXT: usize = 2000;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = questionnaires)]
pub struct Questionnaire {
    pub id: QuestionnaireId,
    pub supplier: SupplierCode,
    pub version: i32,
    pub state: State,
    pub created_at: Moment,
    /// The occasion that alone asks it; none for a version of the service's own questionnaire.
    pub campaign: Option<CampaignId>,
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = questions)]
pub struct Question {
    pub questionnaire: QuestionnaireId,
    pub position: i32,
    pub code: String,
    pub core: bool,
    pub kind: Kind,
    pub dimension: Option<String>,
    pub dimension_names: Texts,
    pub texts: Texts,
    pub lo: Option<i32>,
    pub hi: Option<i32>,
    pub reversed: bool,
    /// A JSON list of [`Choice`].
    pub options: String,
    /// Asked only when the earlier question of this code is answered, as given, at or under `asked_at_most`.
    pub asked_if: Option<String>,
    pub asked_at_most: Option<i32>,
}

/// Something to choose: an option of a question, or a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    pub code: String,
    /// Beside the code in JSON, by language.
    #[serde(flatten)]
    pub labels: Texts,
}

impl Choice {
    pub fn label(&self, language: Language) -> &str {
        self.labels.pick(language)
    }
}

impl Question {
    /// The question in `language`, or in another where this one is missing.
    pub fn text(&self, language: Language) -> &str {
        self.texts.pick(language)
    }

    /// Does everything of the question that its supplier wrote stand in `language`?
    pub fn speaks(&self, language: Language) -> bool {
        self.texts.get(language).is_some() && self.options().iter().all(|choice| choice.labels.get(language).is_some())
    }

    pub fn dimension_name(&self, language: Language) -> Option<&str> {
        Some(self.dimension_names.pick(language)).filter(|name| !name.is_empty()).or(self.dimension.as_deref())
    }

    pub fn options(&self) -> Vec<Choice> {
        serde_json::from_str(&self.options).unwrap_or_default()
    }

    /// Everything but a free text.
    pub fn is_closed(&self) -> bool {
        self.kind != Kind::Text
    }

    /// Lowest and highest value, for a question on a scale.
    pub fn range(&self) -> Option<(i32, i32)> {
        self.lo.zip(self.hi)
    }

    /// The values that have words, lowest first; the ends alone for a recommendation. A scale that is not the usual
    /// one of its kind has no words but its numbers.
    pub fn scale_labels(&self, language: Language) -> Vec<(i32, String)> {
        if self.range().is_none() || self.range() != self.kind.range() {
            return Vec::new();
        }
        scales::scale_labels(self.kind, language)
    }

    /// How "not applicable" is said for this question; free texts have none.
    pub fn na_label(&self, language: Language) -> Option<String> {
        self.is_closed().then(|| scales::na_label(self.kind, language))
    }

    /// Names the texts, white space folded: 32 hexadecimal digits of the SHA-256 of French and English, and of every
    /// further language after its code.
    pub fn wording(&self) -> String {
        use sha2::{Digest, Sha256};
        let mut digest = Sha256::new();
        for language in Language::ALL {
            let text = self.texts.get(*language);
            if text.is_none() && !Language::STAFF.contains(language) {
                continue;
            }
            if !Language::STAFF.contains(language) {
                digest.update(language.as_str());
            }
            digest.update(folded(text.unwrap_or_default()));
            digest.update([0]);
        }
        digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect()
    }
}

pub(super) fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The dimensions a respondent may choose among: those that have a satisfaction question, in the questionnaire's
/// order. `overall` is not one of them.
pub fn dimensions(questions: &[Question]) -> Vec<Choice> {
    dimensions_of(questions, |kind| kind == Kind::Satisfaction)
}

/// The dimensions that have figures: those with a rated question, in the questionnaire's order.
pub fn measured(questions: &[Question]) -> Vec<Choice> {
    dimensions_of(questions, Kind::is_rated)
}

fn dimensions_of(questions: &[Question], counts: impl Fn(Kind) -> bool) -> Vec<Choice> {
    let mut found: Vec<Choice> = Vec::new();
    for question in questions.iter().filter(|question| counts(question.kind)) {
        let Some(code) = question.dimension.as_ref().filter(|code| *code != OVERALL) else { continue };
        if !found.iter().any(|choice| choice.code == *code) {
            found.push(Choice { code: code.clone(), labels: question.dimension_names.clone() });
        }
    }
    found
}

/// How long all of `questions` take, in minutes: 5 seconds for a closed question, 15 for a text, which most leave
/// empty. Conditional questions count as if they were asked, so that nobody is promised less than it takes. The seconds
/// are an estimate of our own; nobody's time is ever measured or kept, so better ones must come from a trial with people
/// who agreed to be watched.
pub fn longest_path_minutes<'a>(questions: impl IntoIterator<Item = &'a Question>) -> f64 {
    questions.into_iter().map(|question| if question.is_closed() { 5.0 } else { 15.0 }).sum::<f64>() / 60.0
}
