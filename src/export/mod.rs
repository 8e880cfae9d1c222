//! Files of a published campaign, for HR and the command line. Reads the publication and the daily counts alone, never
//! an answer; refuses a campaign that is not published; every export leaves a line in the audit log.

pub mod files;
pub mod pages;
pub mod profile;
mod store;

use std::io::Write;
use std::path::Path;

use crate::aggregation::store::{self as publications, Publication};
use crate::app::{App, audit};
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Clock;
use crate::db::Conn;
use crate::db::ids::PersonId;
use crate::error::{Error, Result, Say};
pub use profile::Profile;

crate::words!(
    /// What may be taken out of a published campaign.
    File { Indicators = "indicators", Participation = "participation" }
);

impl File {
    pub fn write(self, conn: &mut Conn, campaign: &Campaign, profile: Profile, writer: impl Write) -> Result<()> {
        match self {
            Self::Indicators => files::indicators(conn, campaign, profile, writer),
            Self::Participation => files::participation(conn, campaign, profile, writer),
        }
    }

    /// The same in every profile, so that a script or a colleague finds it again.
    pub fn name(self, campaign: &Campaign) -> String {
        format!("barometer_{}_{}.csv", campaign.code, self.as_str())
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
    let campaign = source.0.clone();
    let clock = app.clock.clone();
    app.db.write_now(move |conn| log(conn, &clock, None, file, profile, &source))?;
    // In memory first: a reader of the other end that pauses must not hold the database open.
    let mut text = Vec::new();
    app.db.read_now(|conn| file.write(conn, &campaign, profile, &mut text))?;
    match output {
        Some(path) => std::fs::write(path, text).map_err(unwritable),
        None => std::io::stdout().write_all(&text).map_err(unwritable),
    }
}

fn unwritable(fault: impl std::fmt::Display) -> Error {
    Error::Invalid(Say::new("export-unwritable").with("fault", fault))
}

/// Examples of every page of this slice.
pub fn samples() -> Vec<crate::render::Sample> {
    crate::render::samples_of::<pages::ExportsPage>()
}
