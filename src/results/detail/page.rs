//! The page itself: who may read it, and its examples.

use actix_web::HttpRequest;
use serde::Serialize;

use super::groups::{Groups, groups};
use super::questions::{QuestionFigures, worst_first};
use super::sections::{self, AlphaFigures, ChangeFigures, DimensionFigures, Drivers, Weighting};
use super::{Named, Source};
use crate::clock::Day;
use crate::db::ids::SupplierCode;
use crate::error::Say;
use crate::progress::promises::PromiseLine;
use crate::questionnaire::{self, OVERALL};
use crate::render::{Language, Page, words};
use crate::results::pages::{self, Read};
use crate::results::quarter::measured;
use crate::results::rows::Shown;
use crate::web::{self, Answer, ReaderOf};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct DetailPage {
    supplier: String,
    code: SupplierCode,
    wave: String,
    published_on: Option<Day>,
    overall: Option<QuestionFigures>,
    weighting: Option<Weighting>,
    participation: Vec<Named>,
    dimensions: Vec<DimensionFigures>,
    /// Which of the columns that not every questionnaire has are there.
    has_importance: bool,
    has_gap: bool,
    changes: Vec<ChangeFigures>,
    trend: Vec<Named>,
    drivers: Drivers,
    whole: Vec<Named>,
    /// Finite population, for specialists.
    margin: Vec<Named>,
    questions: Vec<QuestionFigures>,
    groups: Option<Groups>,
    alphas: Vec<AlphaFigures>,
    promises: Vec<PromiseLine>,
    compared_with: Option<String>,
    threshold: i32,
    levels_threshold: i32,
    method_version: i32,
    fingerprint: String,
}

/// What the page says beside the figures.
#[derive(Debug)]
pub(crate) struct About {
    read: Read,
    published_on: Option<Day>,
    /// The reader may see the figures of client groups.
    shows_groups: bool,
}

impl DetailPage {
    pub(crate) fn new(about: &About, waves: &[Shown], language: Language) -> Self {
        let read = &about.read;
        let empty = Shown::default();
        let (this, earlier) = waves.split_last().unwrap_or((&empty, &[]));
        let measured = measured(this, earlier);
        let published = &this.figures;
        let source = Source { published, language };
        let questions = this.questions.as_slice();
        let offered = questionnaire::dimensions(questions);
        let word = |key| words::say(language, &Say::new(key));
        let overall_name = word("detail-overall");
        let dimensions = sections::dimensions(source, questions, read.preset, measured.as_ref());
        let overall = questions.iter().find(|question| question.code == OVERALL);
        Self {
            supplier: read.supplier.name(language).to_owned(),
            code: read.supplier.code.clone(),
            published_on: about.published_on,
            overall: overall.and_then(|question| QuestionFigures::new(source, question, &offered, read.preset)),
            weighting: sections::weighting(source),
            participation: sections::participation(source),
            has_importance: dimensions.iter().any(|row| row.importance.is_some()),
            has_gap: dimensions.iter().any(|row| row.gap.is_some()),
            changes: match read.follows_barred {
                true => Vec::new(),
                false => sections::changes(source, &overall_name, &dimensions),
            },
            trend: sections::trend(source),
            drivers: sections::drivers(source, &dimensions),
            whole: sections::whole(source),
            margin: source.named(OVERALL, &["margin"]),
            questions: worst_first(source, questions, read.preset, &word("detail-others")),
            groups: if about.shows_groups {
                groups(source, questions, &read.groups, &read.branches, &overall_name)
            } else {
                None
            },
            alphas: sections::alphas(source, &dimensions),
            dimensions,
            promises: read.promises(waves, language, about.shows_groups),
            compared_with: earlier.last().map(|wave| wave.code.clone()),
            threshold: read.campaign.threshold,
            levels_threshold: read.campaign.levels_threshold,
            method_version: read.publication.as_ref().map_or(0, |publication| publication.method_version),
            fingerprint: read.fingerprint(),
            wave: read.campaign.code.clone(),
        }
    }
}

/// Everything published about one supplier in one wave.
pub async fn show(req: HttpRequest, ReaderOf { who, supplier }: ReaderOf) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let (inside, language, shows_groups) = (app.clone(), who.language, who.reads_groups_of(&supplier));
    let blocks = app
        .db
        .read(move |conn| {
            let app = inside;
            let read = pages::read(conn, &supplier, &code, shows_groups)?;
            let published_on = read.campaign.published_at.map(|at| at.day_in(&app.config.time_zone));
            let about = About { read, published_on, shows_groups };
            pages::kept(&app, language, &about, || {
                let waves = pages::shown(conn, &about.read, pages::Groups::Everything)?;
                Ok(DetailPage::new(&about, &waves, language))
            })
        })
        .await?;
    web::page(&req, &app, &who, &*blocks).await
}

impl Page for DetailPage {
    const TEMPLATE: &'static str = "results/detail.html";
}
