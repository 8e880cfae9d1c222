//! What an occasion brought, from its publication alone.

use serde::Serialize;

use crate::aggregation::figure::{ALL, CAMPAIGN};
use crate::aggregation::statistics::Preset;
use crate::aggregation::store::{self as publications, Published};
use crate::app::Settings;
use crate::campaign::{Campaign, store as campaigns};
use crate::comments::store as comments;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::questionnaire::{Question, store as questionnaires};
use crate::render::Language;
use crate::results::detail::{QuestionFigures, Source};
use crate::results::rows::Share;

#[cfg(debug_assertions)]
mod samples;

/// The most comments on a page of results.
const MOST: i64 = 500;

/// One question with its figures.
#[derive(Debug, Clone, Serialize)]
pub struct Answered {
    pub figures: QuestionFigures,
    /// The share of favourable answers, where it is shown.
    pub share: Option<Share>,
    /// What each group said; nothing where no group is shown.
    pub groups: Vec<Option<Share>>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// Too few answered: this is all that is said.
    pub too_few: bool,
    /// How many answered.
    pub responses: Option<i32>,
    pub invited: i32,
    pub questions: Vec<Answered>,
    /// The groups of which something is shown, by name.
    pub groups: Vec<String>,
    /// What was written and released; none where it is not shown.
    pub comments: Option<Vec<String>>,
    /// Some of it is still being read.
    pub waiting: bool,
}

/// How much of an outcome its reader may see.
#[derive(Debug, Clone, Copy)]
pub struct Reader {
    pub groups: bool,
    pub comments: bool,
}

impl Reader {
    pub const RESPONDENT: Self = Self { groups: false, comments: false };
}

impl Outcome {
    pub fn of(conn: &mut Conn, campaign: &Campaign, reader: Reader, language: Language) -> Result<Self> {
        let row = campaigns::campaign_suppliers(conn, &campaign.id)?.into_iter().next().ok_or(Error::NotFound)?;
        let version = row.questionnaire.clone().ok_or(Error::NotFound)?;
        let questions = questionnaires::questions(conn, &version)?;
        let published = publications::published(conn, &campaign.id, &row.supplier)?;
        let named = campaigns::client_groups(conn, &campaign.id)?;
        let invited = named.iter().map(|group| group.invited).sum();
        let total = published.get(ALL, CAMPAIGN, "responses").filter(|figure| figure.shown);
        let responses = total.and_then(|figure| figure.value).and_then(|value| format!("{value:.0}").parse().ok());
        let too_few = !publications::shows_a_total(conn, &campaign.id)?;
        let shown = |group: &str| {
            let any = |question: &Question| share(&published, group, &question.code).is_some();
            reader.groups && questions.iter().any(any)
        };
        // A single group is everybody.
        let groups: Vec<_> = if named.len() > 1 {
            named.into_iter().filter(|group| shown(group.code.as_str())).collect()
        } else {
            Vec::new()
        };
        let source = Source { published: &published, language };
        let preset = Preset::of(&Settings::load(conn)?.labels);
        let answered = |question: &Question| {
            Some(Answered {
                figures: QuestionFigures::new(source, question, &[], preset)?,
                share: share(&published, ALL, &question.code),
                groups: groups.iter().map(|group| share(&published, group.code.as_str(), &question.code)).collect(),
            })
        };
        let asked = if too_few { Vec::new() } else { questions.iter().filter_map(answered).collect() };
        let (comments, waiting) = said(conn, campaign, &row.supplier, reader.comments && !too_few)?;
        Ok(Self {
            too_few,
            responses,
            invited,
            questions: asked,
            groups: groups.into_iter().map(|group| group.name).collect(),
            comments,
            waiting,
        })
    }
}

fn share(published: &Published, group: &str, subject: &str) -> Option<Share> {
    Share::of(published.get(group, subject, "satisfied"))
}

fn said(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    reads: bool,
) -> Result<(Option<Vec<String>>, bool)> {
    if !reads || !publications::opens_comments(conn, campaign, supplier)? {
        return Ok((None, false));
    }
    let released = comments::released(conn, &campaign.id, supplier, "", MOST)?;
    let waiting = comments::is_waiting(conn, &campaign.id, supplier)?;
    Ok((Some(released.into_iter().map(|one| one.text).collect()), waiting))
}
