//! `barometer import responses`: its arguments, what it reads, what it prints.

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use indicatif::ProgressBar;

use super::{Request, import};
use crate::app::App;
use crate::clock::Day;
use crate::error::{Error, Result, Say};
use crate::render::Language;
use crate::render::words::say;

/// What only `import responses` takes.
#[derive(Debug, Clone, Default, clap::Args)]
#[command(next_help_heading = "A past wave (import responses)")]
pub struct PastWave {
    /// The code of the past wave, such as 2025-Q3.
    #[arg(long, required_if_eq("kind", "responses"))]
    campaign: Option<String>,
    /// The supplier it was about.
    #[arg(long, required_if_eq("kind", "responses"))]
    supplier: Option<String>,
    /// The questions it asked, with the columns of the bank; without it, those the supplier asks today.
    #[arg(long)]
    questionnaire: Option<PathBuf>,
    /// How many were invited, by unit: columns unit, invited, left_company.
    #[arg(long)]
    invitations: Option<PathBuf>,
    /// Create the units, and the supplier, that do not exist.
    #[arg(long)]
    create_units: bool,
    /// Count in today's client groups instead of one for each unit.
    #[arg(long, value_enum)]
    groups: Option<Grouping>,
    /// Its first day, where the code does not tell it.
    #[arg(long, value_parser = day)]
    opens_on: Option<Day>,
    /// Its last day, where the code does not tell it.
    #[arg(long, value_parser = day)]
    closes_on: Option<Day>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Grouping {
    /// One for each unit.
    Units,
    /// Those of the latest campaign.
    Current,
}

fn day(text: &str) -> std::result::Result<Day, String> {
    Day::parse(text).ok_or_else(|| "write a day as 2025-09-30".to_owned())
}

impl PastWave {
    /// Nothing of it was given, as it must be for the other imports.
    pub fn is_empty(&self) -> bool {
        let files = self.questionnaire.is_none() && self.invitations.is_none();
        let days = self.opens_on.is_none() && self.closes_on.is_none();
        let names = self.campaign.is_none() && self.supplier.is_none();
        files && days && names && !self.create_units && self.groups.is_none()
    }

    fn request(self, responses: Vec<u8>, dry_run: bool) -> Result<Request> {
        let read = |path: Option<PathBuf>| path.map(|path| read(&path)).transpose();
        Ok(Request {
            campaign: self.campaign.unwrap_or_default(),
            supplier: self.supplier.unwrap_or_default(),
            responses,
            questionnaire: read(self.questionnaire)?,
            invitations: read(self.invitations)?,
            create_units: self.create_units,
            current_groups: self.groups == Some(Grouping::Current),
            opens_on: self.opens_on,
            closes_on: self.closes_on,
            dry_run,
        })
    }
}

/// The bytes of a file somebody named; `-` is standard input.
pub fn read(path: &Path) -> Result<Vec<u8>> {
    let read = match path.to_str() {
        Some("-") => {
            let mut bytes = Vec::new();
            std::io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        }
        _ => std::fs::read(path),
    };
    read.map_err(|fault| Error::Invalid(Say::new("cli-unreadable").with("file", path.display()).with("fault", fault)))
}

/// Runs the command: the plan on standard output, faults on standard error.
pub fn run(app: &App, responses: Vec<u8>, wave: PastWave, dry_run: bool, language: Language) -> Result<()> {
    let request = wave.request(responses, dry_run)?;
    let sign = ProgressBar::new_spinner();
    sign.enable_steady_tick(Duration::from_millis(100));
    let outcome = import(app, request);
    sign.finish_and_clear();
    let plan = match outcome? {
        Ok(plan) => plan,
        Err(faults) => {
            eprint!("{}", faults.to_text(language));
            return Err(Error::invalid("import-refused"));
        }
    };
    let end =
        if dry_run { Say::new("cli-dry-run") } else { Say::new("history-done").with("campaign", &plan.campaign.code) };
    let text = plan.to_text(language) + &say(language, &end) + "\n";
    // Whoever reads may stop reading, as `head` does: the import is done all the same.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}
