//! What an open campaign asks, as its opening froze it: the services, their questions, whom they serve. It never
//! changes while answers are taken, so each process reads it once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::draft::Sheet;
use crate::app::App;
use crate::campaign::excepted::Exceptions;
use crate::campaign::occasion::store as occasions;
use crate::campaign::{mirror, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::error::Result;
use crate::questionnaire::{Question, StoredAnswers, longest_path_minutes, store as questionnaires};
use crate::render::words::capitalised;
use crate::render::{Language, Texts};

/// What one campaign asks.
pub struct Asked {
    /// In the order of their names.
    services: Vec<(SupplierCode, Vec<Question>)>,
    /// What the team of a service is asked; nothing where it has no mirror.
    mirrors: BTreeMap<SupplierCode, Vec<Question>>,
    serving: BTreeSet<(SupplierCode, GroupCode)>,
    /// Who cannot add which service.
    pub exceptions: Exceptions,
    /// What it is about, where it is asked between two quarters.
    about: Option<Texts>,
}

/// At most so many questions stand on a page: a phone shows it without much scrolling, and each is kept by itself.
pub const ON_A_PAGE: usize = 5;

/// One page: some of the questions about a service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    pub supplier: SupplierCode,
    /// Put to the team of the service, about what its clients would say.
    pub mirror: bool,
    /// Which page of the service, from 0.
    pub place: usize,
    /// Which of its questions, whatever is offered of them: the same in every language.
    pub questions: std::ops::Range<usize>,
}

/// The pages of a service with `of` questions: as few as will do, about equally long.
fn parts(supplier: &SupplierCode, mirror: bool, of: usize) -> Vec<Part> {
    let pages = of.div_ceil(ON_A_PAGE);
    let start = |place: usize| place * (of / pages) + place.min(of % pages);
    let part = |place| {
        let questions = start(place)..start(place + 1);
        Part { supplier: supplier.clone(), mirror, place, questions }
    };
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
        let (mut services, mut mirrors) = (Vec::new(), BTreeMap::new());
        for (row, _) in rows {
            let list = of(row.questionnaire.clone());
            mirrors.insert(row.supplier.clone(), mirror::asked(conn, campaign, &row, &list)?);
            services.push((row.supplier, list));
        }
        let (serving, exceptions) = (campaigns::served_groups(conn, campaign)?, Exceptions::load(conn, campaign)?);
        let about = occasions::words(conn, campaign)?;
        Ok(Self { services, mirrors, serving, exceptions, about })
    }

    /// The same, kept by this process; for a campaign that is open, and no other.
    pub fn kept(app: &App, conn: &mut Conn, campaign: &CampaignId) -> Result<Arc<Self>> {
        app.kept.get(&format!("asked {campaign}"), || Self::load(conn, campaign))
    }

    /// What something asked between two quarters is about, as a heading.
    pub fn about(&self, language: Language) -> Option<String> {
        self.about.as_ref().map(|words| capitalised(words.pick(language)))
    }

    pub fn services(&self) -> impl Iterator<Item = &SupplierCode> {
        self.services.iter().map(|(code, _)| code)
    }

    pub fn questions(&self, supplier: &SupplierCode) -> &[Question] {
        self.services.iter().find(|(code, _)| code == supplier).map_or(&[], |(_, list)| list)
    }

    /// What the team of a service is asked.
    pub fn mirror(&self, supplier: &SupplierCode) -> &[Question] {
        self.mirrors.get(supplier).map_or(&[], Vec::as_slice)
    }

    /// All questions that the pages of a part's kind put together.
    pub fn around(&self, part: &Part) -> &[Question] {
        if part.mirror { self.mirror(&part.supplier) } else { self.questions(&part.supplier) }
    }

    /// How long what is offered about a service takes somebody who reads `language`, in minutes.
    pub fn minutes(&self, supplier: &SupplierCode, language: Language) -> f64 {
        longest_path_minutes(self.questions(supplier).iter().filter(|question| is_offered(question, language)))
    }

    /// The pages of the `chosen` services for somebody who reads `language`, in their order, those with something to
    /// answer; last the mirror of the service whose team they are of.
    pub fn pages(&self, chosen: &[SupplierCode], team: Option<&SupplierCode>, language: Language) -> Vec<Part> {
        let asks = |part: &Part| {
            let here = self.around(part).get(part.questions.clone()).unwrap_or_default();
            here.iter().any(|question| is_offered(question, language))
        };
        let of_services = chosen.iter().flat_map(|code| parts(code, false, self.questions(code).len()));
        let of_team = team.into_iter().flat_map(|code| self.mirror_parts(code));
        of_services.chain(of_team).filter(asks).collect()
    }

    /// The pages of a mirror: what its clients would say, then apart what the team itself says of promises.
    fn mirror_parts(&self, team: &SupplierCode) -> Vec<Part> {
        let list = self.mirror(team);
        let compared = list.iter().filter(|question| !mirror::is_about_a_promise(question)).count();
        let mut all = parts(team, true, compared);
        let pages = all.len();
        all.extend(parts(team, true, list.len() - compared).into_iter().map(|part| {
            let questions = part.questions.start + compared..part.questions.end + compared;
            Part { place: part.place + pages, questions, ..part }
        }));
        all
    }

    /// What of a mirror's sheet is sent: its answers, which have no conditions.
    pub fn sent_by_team(&self, team: &SupplierCode, sheet: &Sheet) -> StoredAnswers {
        let asked = |code: &&String| self.mirror(team).iter().any(|question| question.code == **code);
        let given = sheet.answers.keys().filter(asked);
        given.filter_map(|code| Some((code.clone(), Some(sheet.answers.get(code)?.clone())))).collect()
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
            parts(&"it".into(), false, of).into_iter().map(|part| (part.questions.start, part.questions.end)).collect()
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
