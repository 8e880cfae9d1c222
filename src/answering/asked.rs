//! What an open campaign asks, as its opening froze it: the services, their questions, whom they serve. It never
//! changes while answers are taken, so each process reads it once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::Sheet;
use crate::app::App;
use crate::campaign::excepted::Exceptions;
use crate::campaign::store as campaigns;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::error::Result;
use crate::questionnaire::{Question, StoredAnswers, longest_path_minutes, store as questionnaires};
use crate::render::Language;

/// What one campaign asks.
pub struct Asked {
    /// In the order of their names.
    services: Vec<(SupplierCode, Vec<Question>)>,
    serving: BTreeSet<(SupplierCode, GroupCode)>,
    /// Who cannot add which service.
    pub exceptions: Exceptions,
}

/// At most so many questions stand on a page: a phone shows it without much scrolling, and each is kept by itself.
pub const ON_A_PAGE: usize = 5;

/// One page: some of the questions about a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub supplier: SupplierCode,
    /// Which page of the service, from 0.
    pub place: usize,
    /// Which of its questions, whatever is offered of them: the same in every language.
    pub questions: std::ops::Range<usize>,
}

/// The pages of a service with `of` questions: as few as will do, about equally long.
fn parts(supplier: &SupplierCode, of: usize) -> Vec<Part> {
    let pages = of.div_ceil(ON_A_PAGE);
    let start = |place: usize| place * (of / pages) + place.min(of % pages);
    let part = |place| Part { supplier: supplier.clone(), place, questions: start(place)..start(place + 1) };
    (0..pages).map(part).collect()
}

/// Is it put to somebody who reads `language`? Texts only where they can be read again before anybody sees them.
pub fn is_offered(question: &Question, language: Language) -> bool {
    question.is_closed() || language.takes_texts()
}

/// The part of a sheet that is sent.
pub struct Sent {
    pub answers: StoredAnswers,
    pub texts: BTreeMap<String, String>,
}

impl Asked {
    pub fn load(conn: &mut Conn, campaign: &CampaignId) -> Result<Self> {
        let rows = campaigns::services(conn, campaign)?;
        let versions: Vec<_> = rows.iter().filter_map(|(row, _)| row.questionnaire.clone()).collect();
        let mut questions = questionnaires::questions_of(conn, &versions)?;
        let mut of = |id: Option<_>| id.and_then(|id| questions.remove(&id)).unwrap_or_default();
        let services = rows.into_iter().map(|(row, _)| (row.supplier, of(row.questionnaire))).collect();
        let (serving, exceptions) = (campaigns::served_groups(conn, campaign)?, Exceptions::load(conn, campaign)?);
        Ok(Self { services, serving, exceptions })
    }

    /// The same, kept by this process; for a campaign that is open, and no other.
    pub fn kept(app: &App, conn: &mut Conn, campaign: &CampaignId) -> Result<Arc<Self>> {
        app.kept.get(&format!("asked {campaign}"), || Self::load(conn, campaign))
    }

    pub fn services(&self) -> impl Iterator<Item = &SupplierCode> {
        self.services.iter().map(|(code, _)| code)
    }

    pub fn questions(&self, supplier: &SupplierCode) -> &[Question] {
        self.services.iter().find(|(code, _)| code == supplier).map_or(&[], |(_, list)| list)
    }

    /// How long what is offered about a service takes somebody who reads `language`, in minutes.
    pub fn minutes(&self, supplier: &SupplierCode, language: Language) -> f64 {
        longest_path_minutes(self.questions(supplier).iter().filter(|question| is_offered(question, language)))
    }

    /// The pages of the `chosen` services for somebody who reads `language`, in their order: those with something to
    /// answer.
    pub fn pages(&self, chosen: &[SupplierCode], language: Language) -> Vec<Part> {
        let of = |code: &SupplierCode| {
            let list = self.questions(code);
            let asks = |part: &Part| {
                let here = list.get(part.questions.clone()).unwrap_or_default();
                here.iter().any(|question| is_offered(question, language))
            };
            parts(code, list.len()).into_iter().filter(asks).collect::<Vec<_>>()
        };
        chosen.iter().flat_map(of).collect()
    }

    pub fn serves(&self, supplier: &SupplierCode, group: &GroupCode) -> bool {
        self.serving.contains(&(supplier.clone(), group.clone()))
    }

    /// The questions of a sheet that were not asked, given its other answers, although something stands there: a
    /// condition no longer met, or answered all the same on a page that shows every question.
    pub fn answered_unasked<'a>(&'a self, supplier: &SupplierCode, sheet: &Sheet) -> Vec<&'a Question> {
        let typed = |question: &&Question| {
            let text = sheet.texts.get(&question.code).is_some_and(|text| !text.is_empty());
            text || sheet.answers.contains_key(&question.code)
        };
        let unasked = |question: &&Question| !question.is_asked(&sheet.answers);
        self.questions(supplier).iter().filter(unasked).filter(typed).collect()
    }

    /// What of a sheet is sent: without what was answered to questions that were not asked. These are marked as such,
    /// which is neither a blank nor "not applicable".
    pub fn sent(&self, supplier: &SupplierCode, sheet: &Sheet) -> Sent {
        let given = sheet.answers.iter().map(|(code, answer)| (code.clone(), Some(answer.clone())));
        let mut sent = Sent { answers: given.collect(), texts: sheet.texts.clone() };
        let unasked: Vec<&Question> =
            self.questions(supplier).iter().filter(|question| !question.is_asked(&sheet.answers)).collect();
        for question in &unasked {
            sent.answers.remove(&question.code);
            sent.texts.remove(&question.code);
        }
        sent.texts.retain(|_, text| !text.is_empty());
        if !sent.answers.is_empty() {
            let closed = unasked.iter().filter(|question| question.is_closed());
            sent.answers.extend(closed.map(|question| (question.code.clone(), None)));
        }
        sent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_five_questions_at_most_and_none_is_left_out() {
        let ends = |of: usize| -> Vec<(usize, usize)> {
            parts(&"it".into(), of).into_iter().map(|part| (part.questions.start, part.questions.end)).collect()
        };
        assert_eq!(ends(0), []);
        assert_eq!(ends(5), [(0, 5)]);
        assert_eq!(ends(6), [(0, 3), (3, 6)]);
        assert_eq!(ends(12), [(0, 4), (4, 8), (8, 12)]);
        for of in 1..=24 {
            let ends = ends(of);
            assert!(ends.iter().all(|(from, to)| from < to && to - from <= ON_A_PAGE), "{of}: {ends:?}");
            assert_eq!(ends.last().map(|(_, to)| *to), Some(of));
        }
    }
}
