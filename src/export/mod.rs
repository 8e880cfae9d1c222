//! Files of a published campaign, for HR and the command line. Reads the publication, the daily counts and the rows a
//! campaign hands out, never an answer; refuses a campaign that is not published; every export leaves a line in the
//! audit log.

pub mod answers;
mod codebook;
mod comments;
mod commitments;
mod events;
pub mod files;
mod out;
pub mod pages;
mod plan;
pub mod profile;
pub mod records;
mod store;
mod table;
mod workbook;

use crate::aggregation::released;
use crate::aggregation::store::{self as publications, Publication};
use crate::app::audit;
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Clock;
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Error, Result, Say};
pub use files::Source;
pub use out::to_output;
pub use profile::Profile;

crate::words!(
    /// What may be taken out of a published campaign.
    File {
        /// Everything that follows but the answers, in one file with sheets.
        Workbook = "workbook",
        /// For people: one service a row.
        Table = "table",
        Plan = "plan",
        /// What was promised, measured and felt.
        Commitments = "commitments",
        /// What befell services, and what was announced of it.
        Events = "events",
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
/// What stands there for the file that was read with a key of the interface.
const API: &str = "api";
/// How much of a fingerprint the audit log and the page name.
const PREFIX: usize = 12;

fn prefix(fingerprint: &str) -> String {
    fingerprint.chars().take(PREFIX).collect()
}

/// The campaign of this code with its publication; none when there is no such campaign or it is not published.
pub fn published(conn: &mut Conn, code: &str) -> Result<Option<(Campaign, Publication)>> {
    let campaign = match campaigns::wave_by_code(conn, code) {
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

/// A campaign was read by a program, for the first time that day with this key.
pub fn log_read(
    conn: &mut Conn,
    clock: &Clock,
    key: &str,
    campaign: &Campaign,
    publication: Option<&Publication>,
) -> Result<()> {
    let fingerprint = publication.map_or_else(|| "-".to_owned(), |known| prefix(&known.fingerprint));
    audit(conn, clock, None, EVENT, &[&campaign.code, API, key, &fingerprint].join(" "))
}

fn unwritable(fault: impl std::fmt::Display) -> Error {
    Error::Invalid(Say::new("export-unwritable").with("fault", fault))
}
