//! What was measured of commitments, brought by the tool that measured it: all of it or nothing, by the import's rules.

use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;

use super::guard::BringsMeasurements;
use super::response::{Answer, MOST, json};
use crate::app::audit;
use crate::catalogue::import;
use crate::error::Error;
use crate::render::{Language, words};
use crate::web;
use crate::web::form::Body;
use crate::web::problem::{Kind, Problem, Wrong};

/// A commitment's value over the quarter a campaign asks about, as a line of the file `measurements`.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Measurement {
    /// The service's code.
    supplier: String,
    /// The commitment's code.
    commitment: String,
    /// The campaign's code.
    campaign: String,
    value: f64,
    /// How many cases it stands on.
    #[serde(deserialize_with = "whole")]
    #[schema(minimum = 0, maximum = 2147483647)]
    cases: i64,
    /// Where it comes from, in words people read.
    #[schema(min_length = 1, max_length = 200)]
    source: String,
}

/// A whole number, also where a program writes it as 12.0.
fn whole<'de, D: Deserializer<'de>>(json: D) -> Result<i64, D::Error> {
    let number = serde_json::Number::deserialize(json)?;
    let as_float = || number.as_f64().filter(|value| value.fract() == 0.0 && value.abs() < 1e15);
    // Cut at the point, behind which there is nothing.
    let cut = |value: f64| format!("{value:.0}").parse().ok();
    number.as_i64().or_else(|| as_float().and_then(cut)).ok_or_else(|| D::Error::custom("cases: write a whole number"))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Brought {
    #[schema(min_items = 1, max_items = 1000)]
    measurements: Vec<Measurement>,
}

/// What became of what was brought.
#[derive(Debug, Serialize, ToSchema)]
pub struct Taken {
    new: usize,
    /// In the place of one that stood.
    corrected: usize,
    /// They stood as they are.
    unchanged: usize,
}

/// Brings measurements. What stands already is corrected; sent twice, they change nothing.
#[utoipa::path(post, path = "/measurements", tag = "measurements", operation_id = "bringMeasurements",
    request_body = Brought,
    responses((status = 200, body = Taken), super::shared::Problems, super::shared::Unfit))]
pub async fn bring(req: HttpRequest, BringsMeasurements(key): BringsMeasurements, body: Body) -> Answer {
    let app = web::app(&req)?;
    let kind = req.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !kind.split(';').next().unwrap_or_default().trim().eq_ignore_ascii_case("application/json") {
        return Err(Problem::new(Kind::NotJson, "Send Content-Type: application/json."));
    }
    let brought: Brought =
        serde_json::from_slice(&body.0).map_err(|fault| Problem::new(Kind::Invalid, fault.to_string()))?;
    if brought.measurements.is_empty() || brought.measurements.len() > MOST {
        return Err(Problem::new(Kind::Invalid, format!("measurements: from 1 to {MOST} of them.")));
    }
    let file = as_file(&brought.measurements)?;
    let (clock, today) = (app.clock.clone(), app.today());
    let outcome = app.db.write(move |conn| {
        let plan = import::plan_measurements(conn, &file, today)?;
        if !plan.is_faulty() && !plan.changes_nothing() {
            import::apply_measurements(conn, &plan)?;
            audit(conn, &clock, None, "import-measurements", &format!("api {}", key.id))?;
        }
        Ok(plan)
    });
    let plan = outcome.await?;
    if plan.is_faulty() {
        let wrong = plan.faults.iter().map(|fault| Wrong {
            // A line each, after the one of the heads.
            index: fault.line.saturating_sub(2),
            detail: words::say(Language::En, &fault.say),
        });
        return Err(Problem::wrong(wrong.collect()));
    }
    let (new, corrected) = (plan.count("import-measurements-new"), plan.count("import-measurements-corrected"));
    json(&req, &Taken { new, corrected, unchanged: plan.rows - new - corrected })
}

/// The same as a file, which has the rules.
fn as_file(measurements: &[Measurement]) -> Result<Vec<u8>, Error> {
    let mut rows = csv::WriterBuilder::new().quote_style(csv::QuoteStyle::Always).from_writer(Vec::new());
    for measurement in measurements {
        // A line of the file is a line: what would break it is a space.
        let source = measurement.source.split_whitespace().collect::<Vec<_>>().join(" ");
        rows.serialize(Measurement { source, ..measurement.clone() }).map_err(Error::internal)?;
    }
    rows.into_inner().map_err(Error::internal)
}
