//! Mails that came back, read from a folder: a Maildir, or plain files. What a file says is [`report`]'s; here it is
//! tied to the mail it is about, which is then marked as not delivered, or kept as a report that could be tied to none,
//! so that HR and administrators are told. No file is ever deleted.

pub mod report;
pub mod store;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
pub use report::{Failure, Found, Marks, understand};
pub use store::Reason;

use super::outbox;
use crate::app::{App, audit};
use crate::clock::{Day, Moment};
use crate::db;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId};
use crate::error::{Error, Result};
use crate::jobs;

#[cfg(debug_assertions)]
mod samples;

/// A report holds headers, or the mail it is about: larger ones are set aside unread.
const LARGEST: u64 = 1_000_000;
/// So many files are read in one run.
const MOST: usize = 2_000;

/// Who the address behind "no more reminders" was made for; the roof knows.
pub type AskedBy = fn(&App, &mut Conn, &str) -> Result<Option<(CampaignId, PersonId)>>;

/// What HR and administrators are told: how many reports could be tied to no mail, and since when.
#[derive(Debug, Clone, Copy, serde::Serialize)]
pub struct Returned {
    pub number: i64,
    pub since: Day,
}

impl Returned {
    /// Of all that are kept, or of those read at `from` or later; nothing where there is none.
    pub fn of(conn: &mut Conn, from: Option<Moment>, zone: &TimeZone) -> Result<Option<Self>> {
        let standing = store::standing(conn, from)?;
        Ok(standing.map(|standing| Self { number: standing.number, since: standing.since.day_in(zone) }))
    }
}

/// How many files said what.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Read {
    pub matched: usize,
    /// Failures of mails this outbox does not know, or that were sent anew since.
    pub unmatched: usize,
    pub ignored: usize,
    pub unread: usize,
}

/// Reads what lies in the folder of the configuration, if there is one.
pub fn read(app: &App, asked_by: AskedBy) -> Result<()> {
    let Some(folder) = app.config.bounces.clone() else { return Ok(()) };
    let fault = |fault: std::io::Error| Error::Unavailable(format!("BAROMETER_BOUNCES: {}: {fault}", folder.display()));
    let place = Place::of(folder.clone());
    let mut read = Read::default();
    for path in place.waiting(app, fault)?.into_iter().take(MOST) {
        jobs::still_ours(app)?;
        let found = look(&path).unwrap_or(Found::Unreadable);
        let mut aside = Aside::Done;
        match found {
            Found::Failed(failure) => match note(app, asked_by, failure)? {
                true => read.matched += 1,
                false => read.unmatched += 1,
            },
            Found::Nothing => {
                read.ignored += 1;
                aside = Aside::NotOurs;
            }
            Found::Unreadable => {
                read.unread += 1;
                aside = Aside::Unread;
                tracing::warn!(file = %path.display(), "a returned mail cannot be read or is too large: set aside");
            }
        }
        // After the outbox knows: a file read twice changes nothing more.
        place.put_aside(app, &path, aside)?;
    }
    tell(app, &read)
}

/// Where a file goes once it was read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Aside {
    Done,
    /// Perhaps somebody's letter: in a mailbox it stays as it is.
    NotOurs,
    Unread,
}

/// A folder of files, or a Maildir, which others read as well.
enum Place {
    Folder(PathBuf),
    Maildir(PathBuf),
}

impl Place {
    fn of(folder: PathBuf) -> Self {
        let maildir = folder.join("new").is_dir() && folder.join("cur").is_dir();
        if maildir { Self::Maildir(folder) } else { Self::Folder(folder) }
    }

    /// The files that were not read yet. Those of a mailbox may have been opened elsewhere before.
    fn waiting(&self, app: &App, fault: impl Fn(std::io::Error) -> Error) -> Result<Vec<PathBuf>> {
        let folder = match self {
            Self::Folder(folder) => return files(folder).map_err(fault),
            Self::Maildir(folder) => folder,
        };
        let mut all = files(&folder.join("new")).map_err(&fault)?;
        all.extend(files(&folder.join("cur")).map_err(&fault)?);
        let names: BTreeSet<String> = all.iter().map(|path| unique(path)).collect();
        let read = app.db.write_now(move |conn| {
            store::forget_names(conn, &names)?;
            store::names(conn)
        })?;
        all.retain(|path| !read.contains(&unique(path)));
        Ok(all)
    }

    /// One that cannot be put aside stops nobody behind it; it is looked at again next time.
    fn put_aside(&self, app: &App, path: &Path, aside: Aside) -> Result<()> {
        let put = match (self, aside) {
            (Self::Folder(folder) | Self::Maildir(folder), Aside::Unread) => put(path, &folder.join("unread"), ""),
            (Self::Folder(folder), _) => put(path, &folder.join("done"), ""),
            (Self::Maildir(folder), aside) => {
                let (name, now) = (unique(path), app.clock.now());
                app.db.write_now(move |conn| store::remember_name(conn, &name, now))?;
                let new = path.parent().is_some_and(|parent| parent.ends_with("new"));
                if aside == Aside::Done && new { put(path, &folder.join("cur"), ":2,S") } else { Ok(()) }
            }
        };
        if let Err(fault) = put {
            tracing::warn!(file = %path.display(), %fault, "a returned mail cannot be put aside");
        }
        Ok(())
    }
}

/// The name of a file of a Maildir without its flags: it stays the same wherever the file goes.
fn unique(path: &Path) -> String {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    name.split(":2,").next().unwrap_or_default().to_owned()
}

/// The files of a folder, by name; links, folders and hidden files are left alone.
fn files(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut list = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_file() && !entry.file_name().to_string_lossy().starts_with('.') {
            list.push(entry.path());
        }
    }
    list.sort();
    Ok(list)
}

fn look(path: &Path) -> std::io::Result<Found> {
    if fs::metadata(path)?.len() > LARGEST {
        return Ok(Found::Unreadable);
    }
    let bytes = fs::read(path)?;
    Ok(std::panic::catch_unwind(|| understand(&bytes)).unwrap_or(Found::Unreadable))
}

/// Moves a file to a folder, never over another.
fn put(path: &Path, folder: &Path, ending: &str) -> std::io::Result<()> {
    fs::create_dir_all(folder)?;
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut free = folder.join(format!("{name}{ending}"));
    let mut number = 1_u32;
    while free.exists() {
        number += 1;
        free = folder.join(format!("{name}.{number}{ending}"));
    }
    fs::rename(path, free)
}

/// Ties a report to its mail, or keeps it as one that could be tied to none. An id in our form is the mail's own; only
/// a mail without one is looked for by whom it was written to and when.
fn note(app: &App, asked_by: AskedBy, failure: Failure) -> Result<bool> {
    let inside = app.clone();
    app.db.write_now(move |conn| {
        let now = db::now(conn, &inside.clock)?;
        let Failure { marks, said, plain } = failure;
        for id in &marks.ids {
            if outbox::came_back(conn, id, &said, now)? {
                if marks.renamed {
                    store::note_renaming(conn, now)?;
                }
                return Ok(true);
            }
        }
        if let (true, Some(token)) = (marks.ids.is_empty(), &marks.unsubscribe)
            && let Some((campaign, person)) = asked_by(&inside, conn, token)?
            && let Some(id) = outbox::sent_about(conn, &campaign, &person, marks.date)?
            && outbox::came_back(conn, &id, &said, now)?
        {
            store::note_renaming(conn, now)?;
            return Ok(true);
        }
        let reason = match (marks.is_empty(), plain) {
            (false, _) => Reason::Past,
            (true, true) => Reason::Text,
            (true, false) => Reason::Nameless,
        };
        store::keep(conn, reason, &said, now)?;
        Ok(false)
    })
}

/// One line in the audit log for each run that found something.
fn tell(app: &App, read: &Read) -> Result<()> {
    if *read == Read::default() {
        return Ok(());
    }
    let Read { matched, unmatched, ignored, unread } = read;
    let detail = format!("{matched} matched, {unmatched} unmatched, {ignored} ignored, {unread} unread");
    let clock = app.clock.clone();
    app.db.write_now(move |conn| audit(conn, &clock, None, "bounces-read", &detail))
}
