//! `barometer privacy-audit`: looks, in the database as it is, for what could tie an answer to somebody, and says what
//! it looked at, what it found and what it could not read. It changes nothing but the result kept of each night, and
//! that one holds numbers only.

mod files;
mod people;
mod report;
mod rows;
pub mod store;
mod structure;

use std::process::ExitCode;

pub use report::{Line, Report, Weight};

use crate::app::App;
use crate::clock::Day;
use crate::db::Address;
use crate::error::{Result, Say};
use crate::render::Language;
use crate::render::words::say;

/// The whole look. A part that fails is told as unread; the others go on.
pub fn look(app: &App) -> Report {
    let mut report = Report::default();
    // Read before the file is: what is sent meanwhile belongs to an open campaign and is no finding.
    let scene = match app.db.read_now(store::scene) {
        Ok(scene) => scene,
        Err(fault) => {
            report.unread(Say::new("audit-no-database").with("fault", fault));
            return report;
        }
    };
    structure::look(&scene, &mut report);
    rows::look(&scene, &mut report);
    people::look(&scene, &mut report);
    match &app.config.database {
        Address::Sqlite(path) => {
            files::look(path, &scene, &app.link_key, &mut report);
            files::beside(path, &scene, &mut report);
            report.beyond(Say::new("audit-beyond-copies"));
        }
        Address::Postgres(_) => {
            report.beyond(Say::new("audit-beyond-postgres"));
            report.beyond(Say::new("audit-beyond-copies"));
        }
    }
    report.beyond(Say::new("audit-beyond-logs"));
    // Without a mail server, mails are files: each holds a link, and a link opens its draft.
    let is_mail = |name: &std::ffi::OsStr| name.to_string_lossy().ends_with(".eml");
    let mails = std::fs::read_dir(app.config.outbox_folder())
        .map_or(0, |list| list.flatten().filter(|entry| is_mail(&entry.file_name())).count());
    if mails > 0 {
        report.tell(Say::new("audit-mail-files").with("mails", mails));
    }
    report
}

/// Once a night: looks and keeps the result, in numbers only.
pub fn nightly(app: &App, night: Day) -> Result<()> {
    if app.db.read_now(store::last)?.is_some_and(|last| last.day >= night) {
        return Ok(());
    }
    let report = look(app);
    let found = report.count(Weight::Found);
    if found > 0 {
        tracing::error!(found, "the privacy audit found something: run `barometer privacy-audit`");
    }
    for line in report.lines.iter().filter(|line| line.weight == Weight::Unread) {
        tracing::error!(what = say(Language::En, &line.text), "the privacy audit could not read something");
    }
    keep(app, night, &report)
}

fn keep(app: &App, night: Day, report: &Report) -> Result<()> {
    let number = |weight| i32::try_from(report.count(weight)).unwrap_or(i32::MAX);
    let last = store::Last { day: night, found: number(Weight::Found), unread: number(Weight::Unread) };
    app.db.write_now(move |conn| store::keep(conn, &last))
}

/// The command: prints the report and ends with its exit code.
pub fn command(app: Result<App>, language: Language) -> ExitCode {
    match app {
        Ok(app) => {
            let report = look(&app);
            print!("{}", report.to_text(language));
            ExitCode::from(report.exit_code())
        }
        Err(fault) => {
            eprintln!("barometer: {fault}");
            ExitCode::from(2)
        }
    }
}
