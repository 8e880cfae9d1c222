//! GET /results/{supplier}/{campaign}/mirror: how the team of a service thinks its clients judge it, beside how they do. For
//! its head and direction.

use actix_web::HttpRequest;
use serde::Serialize;

use super::drawings;
use super::rows::{MirrorLine as Row, MirrorSide as Side};
use crate::aggregation::figure::{ALL, Figure};
use crate::aggregation::store::Published;
use crate::aggregation::store::mirror::{Seen, published};
use crate::campaign::mirror::{FEWEST, asked};
use crate::campaign::store as campaigns;
use crate::catalogue::store as catalogue;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::progress::promises::PromiseLine;
use crate::questionnaire::{OVERALL, Question, compare::questions_of, measured, store as questionnaires};
use crate::render::{Language, Page, words};
use crate::web::{self, Answer, MirrorReaderOf};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct MirrorPage {
    supplier: SupplierCode,
    name: String,
    wave: String,
    rows: Vec<Row>,
    /// Nothing is shown.
    empty: bool,
    fewest: i32,
    wide: Option<String>,
    narrow: Option<String>,
    /// What its clients promise it, with who does.
    promises: Vec<(String, PromiseLine)>,
}

impl Page for MirrorPage {
    const TEMPLATE: &'static str = "results/mirror.html";
}

/// The ends of a subject's scale: those that its questions share, or 1 and 5.
fn scale(questions: &[Question], subject: &str) -> (i32, i32) {
    let mut ranges = questions_of(questions, subject).into_iter().filter_map(Question::range);
    match ranges.next() {
        Some(first) if ranges.all(|range| range == first) => first,
        _ => (1, 5),
    }
}

fn row(questions: &[Question], seen: Option<&Seen>, code: &str, name: String, clients: Option<f64>) -> Row {
    let (lo, hi) = scale(questions, code);
    let place = |value: f64| ((value - f64::from(lo)) / f64::from(hi - lo)).clamp(0.0, 1.0);
    let team =
        seen.map(|seen| Side { mean: seen.mean, n: seen.n, place: place(seen.mean), clients: seen.clients.map(place) });
    let verdict = seen.and_then(|seen| seen.verdict.clone());
    Row { code: code.to_owned(), name, clients: seen.map_or(clients, |seen| seen.clients), team, verdict, lo, hi }
}

/// The published means of the promises, as a promise's line reads them.
fn means(seen: impl Iterator<Item = Seen>) -> Published {
    let figure = |seen: Seen| Figure {
        campaign: seen.campaign,
        supplier: seen.supplier,
        client_group: ALL.into(),
        subject: seen.subject,
        indicator: "mean".to_owned(),
        value: Some(seen.mean),
        word: None,
        low: seen.low,
        high: seen.high,
        n: Some(seen.n),
        shown: true,
    };
    Published::new(seen.map(figure).collect())
}

fn view(conn: &mut Conn, supplier: &SupplierCode, code: &str, language: Language) -> Result<MirrorPage> {
    let campaign = campaigns::wave_by_code(conn, code)?;
    let rows = campaigns::campaign_suppliers(conn, &campaign.id)?;
    let has_mirror = |row: &&_| {
        let row: &crate::campaign::CampaignSupplier = row;
        row.supplier == *supplier && row.has_mirror() && campaign.is_published()
    };
    let part = rows.iter().find(has_mirror).ok_or(Error::NotFound)?;
    let own = match &part.questionnaire {
        Some(version) => questionnaires::questions(conn, version)?,
        None => Vec::new(),
    };
    let questions = asked(conn, &campaign.id, part, &own)?;
    let mut seen = published(conn, &campaign.id, supplier)?;
    let of_clients = crate::aggregation::store::published_totals(conn, &campaign.id, supplier)?;
    let asks_overall = questions.iter().any(|question| question.code == OVERALL);
    let overall = asks_overall.then(|| (OVERALL.to_owned(), words::say(language, &Say::new("detail-overall"))));
    let dimensions = measured(&questions).into_iter().map(|one| (one.code.clone(), one.label(language).to_owned()));
    let subjects: Vec<(String, String)> = overall.into_iter().chain(dimensions).collect();
    let rows: Vec<Row> = subjects
        .into_iter()
        .map(|(code, name)| {
            let clients = of_clients.value(&code, "mean");
            row(&questions, seen.remove(&code).as_ref(), &code, name, clients)
        })
        .collect();
    let means = means(seen.into_values());
    let units = organisation::tree(conn)?;
    let measured = catalogue::measured(conn, supplier, &campaign.id)?;
    let promises = campaigns::promised_by_clients(conn, &campaign.id, supplier)?.into_iter().map(|one| {
        let unit = one.promised.unit.as_ref().and_then(|code| units.get(code));
        let name = unit.map_or_else(String::new, |unit| unit.name.clone());
        (name, PromiseLine::of(&one, &means, &measured, language, true))
    });
    let promises = promises.collect();
    let drawn = |narrow| drawings::mirror(&rows, language, narrow);
    Ok(MirrorPage {
        supplier: supplier.clone(),
        name: organisation::supplier(conn, supplier)?.name(language).to_owned(),
        wave: campaign.code,
        empty: rows.iter().all(|row| row.team.is_none()),
        fewest: FEWEST,
        wide: drawn(false),
        narrow: drawn(true),
        rows,
        promises,
    })
}

pub async fn show(req: HttpRequest, MirrorReaderOf { who, supplier }: MirrorReaderOf) -> Answer {
    let app = web::app(&req)?;
    let (code, language) = (web::part(&req, "campaign")?, who.language);
    let page = app.db.read(move |conn| view(conn, &supplier, &code, language)).await?;
    web::page(&req, &app, &who, &page).await
}
