//! The way out of a file: written a part at a time, or ready on disk.

use std::io::{Read, Write};
use std::path::Path;

use super::{File, Profile, Source, log, published, unwritable, workbook};
use crate::app::{App, Settings};
use crate::db::Db;
use crate::error::{Error, Result, Say};
use crate::render::Language;

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
        _ => {
            let parts = app.db.read_now(|conn| Source::open(conn, &campaign, file, profile, language))?;
            Made::Parts(Box::new(parts))
        }
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
pub(super) enum Made {
    Parts(Box<Source>),
    /// Lies ready on disk.
    Whole(std::fs::File),
}

/// How much of a file that lies ready is taken at once.
const CHUNK: u64 = 64 * 1024;

impl Made {
    /// The next bytes, never empty; none when the file is complete. Waits.
    pub(super) fn next(&mut self, db: &Db) -> Result<Option<Vec<u8>>> {
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
