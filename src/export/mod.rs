//! Files of a published campaign, for HR and the command line. Reads the publication, the daily counts and the rows a
//! campaign hands out, never an answer; refuses a campaign that is not published; every export leaves a line in the
//! audit log.

pub mod answers;
mod codebook;
mod comments;
pub mod files;
pub mod pages;
mod plan;
pub mod profile;
mod store;
mod table;
mod workbook;

use std::io::{Read, Write};
use std::path::Path;

use crate::aggregation::released;
use crate::aggregation::store::{self as publications, Publication};
use crate::app::{App, Settings, audit};
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Clock;
use crate::db::ids::PersonId;
use crate::db::{Conn, Db};
use crate::error::{Error, Result, Say};
use crate::render::Language;
pub use files::Source;
pub use profile::Profile;

crate::words!(
    /// What may be taken out of a published campaign.
    File {
        /// Everything that follows but the answers, in one file with sheets.
        Workbook = "workbook",
        /// For people: one service a row.
        Table = "table",
        Plan = "plan",
        Indicators = "indicators",
        Participation = "participation",
        Comments = "comments",
        Responses = "responses",
        ResponsesLong = "responses_long",
        Codebook = "codebook",
    }
);

impl File {
    /// The files that a published campaign has: answers only where some were handed out.
    fn of(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<Self>> {
        let rows = !released::counts(conn, &campaign.id)?.is_empty();
        let here = |file: &Self| rows || !matches!(file, Self::Responses | Self::ResponsesLong);
        Ok(Self::ALL.iter().copied().filter(here).collect())
    }

    /// How its name ends.
    pub fn ending(self) -> &'static str {
        if self == Self::Workbook { "xlsx" } else { "csv" }
    }

    fn content_type(self) -> &'static str {
        match self {
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _ => "text/csv; charset=utf-8",
        }
    }

    /// The same every time, so that a script or a colleague finds it again; the French Excel one says so, because its
    /// cells are spelled otherwise.
    pub fn name(self, campaign: &Campaign, profile: Profile) -> String {
        if self == Self::Workbook {
            return format!("barometer_{}.xlsx", campaign.code);
        }
        let suffix = if profile == Profile::FrenchExcel { "_excel-fr" } else { "" };
        format!("barometer_{}_{}{suffix}.csv", campaign.code, self.as_str())
    }
}

/// The event under which exports stand in the audit log.
const EVENT: &str = "export";
/// How much of a fingerprint the audit log and the page name.
const PREFIX: usize = 12;

fn prefix(fingerprint: &str) -> String {
    fingerprint.chars().take(PREFIX).collect()
}

/// The campaign of this code with its publication; none when there is no such campaign or it is not published.
fn published(conn: &mut Conn, code: &str) -> Result<Option<(Campaign, Publication)>> {
    let campaign = match campaigns::campaign_by_code(conn, code) {
        Ok(campaign) if campaign.is_published() => campaign,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(fault) => return Err(fault),
    };
    Ok(publications::publication(conn, &campaign.id)?.map(|publication| (campaign, publication)))
}

/// Who took what, when: `2026-Q1 indicators excel-fr 0123456789ab`.
fn log(
    conn: &mut Conn,
    clock: &Clock,
    person: Option<&PersonId>,
    file: File,
    profile: Profile,
    (campaign, publication): &(Campaign, Publication),
) -> Result<()> {
    let parts = [&campaign.code, file.as_str(), profile.as_str(), &prefix(&publication.fingerprint)].join(" ");
    audit(conn, clock, person, EVENT, &parts)
}

/// Writes a file to `output`, or to standard output; nothing is created for a campaign that has no files.
pub fn to_output(app: &App, code: &str, file: File, profile: Profile, output: Option<&Path>) -> Result<()> {
    let found = app.db.read_now(|conn| published(conn, code))?;
    let source = found.ok_or_else(|| Error::Invalid(Say::new("export-not-published").with("campaign", code)))?;
    let settings = app.db.read_now(Settings::load)?;
    let language = settings.languages.iter().copied().find(|one| Language::STAFF.contains(one)).unwrap_or(Language::Fr);
    let clock = app.clock.clone();
    let (campaign, publication) = (source.0.clone(), source.1.clone());
    let mut made = match file {
        File::Workbook => Made::Whole(workbook::write(app, &campaign, &publication, language)?),
        _ => Made::Parts(app.db.read_now(|conn| Source::open(conn, &campaign, file, profile, language))?),
    };
    app.db.write_now(move |conn| log(conn, &clock, None, file, profile, &source))?;
    let mut writer: Box<dyn Write> = match output {
        Some(path) => Box::new(std::fs::File::create(path).map_err(unwritable)?),
        None => Box::new(std::io::stdout()),
    };
    // Written between transactions: a reader of the other end that pauses must not hold the database open.
    while let Some(part) = made.next(&app.db)? {
        writer.write_all(&part).map_err(unwritable)?;
    }
    writer.flush().map_err(unwritable)
}

/// A file on its way out.
enum Made {
    Parts(Source),
    /// Lies ready on disk.
    Whole(std::fs::File),
}

/// How much of a file that lies ready is taken at once.
const CHUNK: u64 = 64 * 1024;

impl Made {
    /// The next bytes, never empty; none when the file is complete. Waits.
    fn next(&mut self, db: &Db) -> Result<Option<Vec<u8>>> {
        match self {
            Self::Parts(parts) => db.read_now(|conn| parts.next(conn)),
            Self::Whole(disk) => {
                let mut bytes = Vec::new();
                disk.take(CHUNK).read_to_end(&mut bytes).map_err(unwritable)?;
                Ok(Some(bytes).filter(|bytes| !bytes.is_empty()))
            }
        }
    }
}

fn unwritable(fault: impl std::fmt::Display) -> Error {
    Error::Invalid(Say::new("export-unwritable").with("fault", fault))
}
