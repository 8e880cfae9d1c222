//! What came of an import, or where it stands: a page that stays, also for whoever closed the browser meanwhile.

use actix_web::HttpRequest;
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::error::{Error, Result};
use crate::organisation::import::Kind;
use crate::organisation::{Import, ImportOutcome, store};
use crate::render::Page;
use crate::web::{self, Answer, HrOrAdmin, Role};

#[cfg(debug_assertions)]
mod samples;

/// An import that has said nothing for so long was cut short with its process: nothing of it was saved.
const PATIENCE: SignedDuration = SignedDuration::from_mins(15);
/// How many past imports a page lists.
const LATEST: i64 = 5;

/// A sentence of the plan with its number, as it is kept: `import-people-created`, 12.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Change {
    pub title: String,
    pub n: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct ImportedPage {
    title: &'static str,
    back: &'static str,
    line: ImportLine,
    changes: Vec<Change>,
    /// People came, and the reader may invite them to what is open.
    invites: bool,
    /// What comes next, and where; none for whoever may not.
    next: Option<(&'static str, &'static str)>,
}

/// One import in a list.
#[derive(Debug, Clone, Serialize)]
pub struct ImportLine {
    id: String,
    title: &'static str,
    /// `running`, `done`, `refused`, `failed` or `cut`.
    state: &'static str,
    lines: i32,
    day: Day,
    time: String,
}

impl ImportLine {
    fn of(import: &Import, now: Moment, zone: &TimeZone) -> Option<Self> {
        let at = import.ended_at.unwrap_or(import.started_at);
        let silent = import.started_at < now.minus(PATIENCE);
        Some(Self {
            id: import.id.clone(),
            title: Kind::parse(&import.kind)?.title(),
            state: match import.outcome {
                ImportOutcome::Running if silent => "cut",
                outcome => outcome.as_str(),
            },
            lines: import.line_count,
            day: at.day_in(zone),
            time: at.to_jiff().to_zoned(zone.clone()).strftime("%H:%M").to_string(),
        })
    }
}

impl Page for ImportedPage {
    const TEMPLATE: &'static str = "organisation/imported.html";
}

/// The latest imports of these kinds.
pub fn latest(conn: &mut Conn, kinds: &[Kind], now: Moment, zone: &TimeZone) -> Result<Vec<ImportLine>> {
    let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    let rows = store::latest_imports(conn, &words, LATEST)?;
    Ok(rows.iter().filter_map(|row| ImportLine::of(row, now, zone)).collect())
}

/// What HR does after a file of this kind, on the way to a first campaign.
fn next_after(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::People => ("import-next-suppliers", "/suppliers"),
        Kind::Suppliers => ("import-next-relations", "/suppliers#relations"),
        Kind::Relations => ("import-next-questionnaires", "/questionnaires"),
    }
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let id = web::part(&req, "import")?;
    let import = app.db.read(move |conn| store::import(conn, &id)).await?;
    let kind = Kind::parse(&import.kind).ok_or(Error::NotFound)?;
    // Suppliers and relations are HR's alone.
    if kind != Kind::People && !who.has(Role::Hr) {
        return Err(Error::NotFound);
    }
    let line = ImportLine::of(&import, app.clock.now(), &app.config.time_zone).ok_or(Error::NotFound)?;
    let changes: Vec<Change> = serde_json::from_str(&import.changes)?;
    let invites = who.has(Role::Hr) && changes.iter().any(|change| change.title == "import-people-created");
    let next = who.has(Role::Hr).then(|| next_after(kind));
    let page = ImportedPage { title: kind.title(), back: kind.back(), line, changes, invites, next };
    web::page(&req, &app, &who, &page).await
}
