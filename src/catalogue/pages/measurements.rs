//! GET, POST /catalogue/{supplier}/measurements: what was measured of a service's commitments over one quarter.

use actix_web::HttpRequest;
use serde::Serialize;

use super::Told;
use super::commitment::plain;
use crate::app::audit;
use crate::catalogue::store::{self, Asked, Promise};
use crate::catalogue::{FEWEST_CASES, FEWEST_WORKERS, Measurement, SOURCE_LIMIT};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::render::{Language, Page};
use crate::web::typed::{clean_line, count, number};
use crate::web::{self, Answer, EditorOf, Faults, Fields, Seen, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct Line {
    code: String,
    told: Told,
    value: String,
    cases: String,
    source: String,
    /// The day of what stands.
    day: Option<Day>,
    /// Fewer than three people do the work: nothing is measured.
    few: bool,
    value_fault: Option<Say>,
    cases_fault: Option<Say>,
    source_fault: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
pub struct MeasurementsPage {
    supplier: SupplierCode,
    name: String,
    /// The code of the quarter.
    campaign: Option<String>,
    /// The days that it asks about, where they are known.
    period: Option<(Day, Day)>,
    /// The quarters to choose from, latest first.
    quarters: Vec<String>,
    seen: Seen,
    lines: Vec<Line>,
    fewest_cases: i32,
    fewest_workers: i32,
    faults: Faults,
}

impl Page for MeasurementsPage {
    const TEMPLATE: &'static str = "catalogue/measurements.html";
}

/// The quarter that was asked for; else the latest.
fn chosen(list: &[Asked], code: Option<&str>) -> Option<Asked> {
    list.iter()
        .find(|asked| Some(asked.code.as_str()) == code)
        .or_else(|| list.first().filter(|_| code.is_none()))
        .cloned()
}

/// What counts in a quarter: commitments that began by its end. One that ended since may still be measured.
fn measurable(promises: Vec<Promise>, asked: &Asked) -> Vec<Promise> {
    let last = asked.period_last.unwrap_or(asked.opens_on);
    let first = asked.period_first.unwrap_or(asked.opens_on);
    // What a client promised is not the service's to measure.
    let own = |promise: &Promise| promise.commitment.unit.is_none() && promise.commitment.stands(first);
    let counts = |promise: &Promise| promise.on(last).is_some() && own(promise);
    promises.into_iter().filter(counts).collect()
}

fn view(
    conn: &mut Conn,
    code: &SupplierCode,
    asked: Option<&str>,
    language: Language,
) -> Result<(MeasurementsPage, Option<Asked>, Vec<Measurement>)> {
    let supplier = organisation::supplier(conn, code)?;
    let quarters = store::quarters(conn)?;
    let quarter = chosen(&quarters, asked);
    let (mut lines, mut standing) = (Vec::new(), Vec::new());
    if let Some(quarter) = &quarter {
        standing = store::measured(conn, code, &quarter.id)?;
        let offerings = store::offerings(conn, code)?;
        let last = quarter.period_last.unwrap_or(quarter.opens_on);
        for promise in measurable(store::promises(conn, code)?, quarter) {
            let Some(version) = promise.on(last) else { continue };
            let own = standing.iter().find(|one| one.commitment == promise.commitment.code);
            lines.push(Line {
                few: !promise.commitment.has_figures(&offerings),
                told: Told::of(version),
                value: own.map(|one| plain(one.value)).unwrap_or_default(),
                cases: own.map(|one| one.cases.to_string()).unwrap_or_default(),
                source: own.map(|one| one.source.clone()).unwrap_or_default(),
                day: own.map(|one| one.day),
                code: promise.commitment.code,
                value_fault: None,
                cases_fault: None,
                source_fault: None,
            });
        }
    }
    let page = MeasurementsPage {
        supplier: code.clone(),
        name: supplier.name(language).to_owned(),
        campaign: quarter.as_ref().map(|quarter| quarter.code.clone()),
        period: quarter.as_ref().and_then(|quarter| quarter.period_first.zip(quarter.period_last)),
        quarters: quarters.into_iter().map(|quarter| quarter.code).collect(),
        seen: Seen::of(&standing)?,
        lines,
        fewest_cases: FEWEST_CASES,
        fewest_workers: FEWEST_WORKERS,
        faults: Faults::default(),
    };
    Ok((page, quarter, standing))
}

pub async fn show(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let (asked, language) = (web::query(&req, "campaign").filter(|code| !code.is_empty()), who.language);
    let page = app.db.read(move |conn| Ok(view(conn, &supplier, asked.as_deref(), language)?.0)).await?;
    web::page(&req, &app, &who, &page).await
}

impl Line {
    fn is_blank(&self) -> bool {
        self.value.is_empty() && self.cases.is_empty() && self.source.is_empty()
    }

    /// Does the form show what stands?
    fn shows(&self, standing: &Measurement) -> bool {
        (&self.value, &self.cases, &self.source)
            == (&plain(standing.value), &standing.cases.to_string(), &standing.source)
    }

    /// As typed.
    fn typed(&mut self, form: &Fields) -> Result<()> {
        let line = |name: &str| form.text(&format!("{name}.{}", self.code)).map(|text| clean_line(&text));
        (self.value, self.cases, self.source) = (line("value")?, line("cases")?, line("source")?);
        Ok(())
    }

    /// The measurement it says; nothing, with what is wrong beside its field, when it says none.
    fn measurement(
        &mut self,
        of: (&SupplierCode, &CampaignId),
        today: Day,
        by: &PersonId,
        faults: &mut Faults,
    ) -> Option<Measurement> {
        let (value, cases) = (number(&self.value), count(&self.cases));
        let mut wrong = |field: &str, say: Option<Say>| {
            if let Some(say) = &say {
                faults.add(&format!("{field}.{}", self.code), say.clone());
            }
            say
        };
        self.value_fault = wrong("value", value.is_none().then(|| Say::new("measurement-fault-value")));
        self.cases_fault = wrong("cases", cases.is_none().then(|| Say::new("measurement-fault-cases")));
        let source = match self.source.chars().count() {
            0 => Some(Say::new("measurement-fault-source")),
            long if long > SOURCE_LIMIT => Some(Say::new("form-too-long").with("limit", SOURCE_LIMIT)),
            _ => None,
        };
        self.source_fault = wrong("source", source);
        if self.source_fault.is_some() {
            return None;
        }
        Some(Measurement {
            supplier: of.0.clone(),
            commitment: self.code.clone(),
            campaign: of.1.clone(),
            value: value?,
            cases: cases?,
            source: self.source.clone(),
            day: today,
            person: Some(by.clone()),
        })
    }
}

pub async fn save(req: HttpRequest, EditorOf { who, supplier }: EditorOf, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (asked, given) = (form.optional("campaign")?, Seen::given(&form)?);
    let (clock, by, language, today) = (app.clock.clone(), who.person.clone(), who.language, app.today());
    let to = format!("/catalogue/{supplier}/measurements?campaign={}", asked.as_deref().unwrap_or_default());
    let refusal = app
        .db
        .write(move |conn| {
            let (mut page, quarter, standing) = view(conn, &supplier, asked.as_deref(), language)?;
            let quarter = quarter.ok_or(Error::NotFound)?;
            let stale = page.seen.differs(given.as_deref());
            let (mut faults, mut wanted, mut gone) = (Faults::default(), Vec::new(), Vec::new());
            for line in page.lines.iter_mut().filter(|line| !line.few) {
                line.typed(&form)?;
                let before = standing.iter().find(|one| one.commitment == line.code);
                if line.is_blank() {
                    gone.extend(before.map(|one| one.commitment.clone()));
                    continue;
                }
                // What did not change keeps its day, its hand, and the decimals that the form does not show.
                if before.is_some_and(|before| line.shows(before)) {
                    continue;
                }
                wanted.extend(line.measurement((&supplier, &quarter.id), today, &by, &mut faults));
            }
            let stale = stale.filter(|_| faults.is_empty());
            if !faults.is_empty() || stale.is_some() {
                page.seen = stale.unwrap_or_else(|| Seen::kept(given));
                page.faults = faults;
                return Ok(Some(page));
            }
            for measurement in &wanted {
                store::set_measurement(conn, measurement)?;
            }
            for commitment in &gone {
                store::delete_measurement(conn, &supplier, commitment, &quarter.id)?;
            }
            if !wanted.is_empty() || !gone.is_empty() {
                let detail = format!("{supplier} {} {} {}", quarter.code, wanted.len(), gone.len());
                audit(conn, &clock, Some(&by), "measurements-saved", &detail)?;
            }
            Ok(None)
        })
        .await?;
    match refusal {
        None => redirect_saying(&to, &Say::new("flash-measurements-saved")),
        Some(page) => web::refused(&req, &app, &who, &page).await,
    }
}
