//! The command line: every command of the binary, its arguments, what it prints and with which exit code.

use std::io::IsTerminal;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use super::{check, working};
use crate::app::{App, audit};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result, Say};
use crate::export;
use crate::history::{self, command::PastWave};
use crate::mail::{Message, Transport};
use crate::organisation::{self, import};
use crate::render::Language;
use crate::render::words::say;
use crate::{aggregation, backup, catalogue, demo, privacy_audit, privacy_pack, progress};

/// Internal satisfaction barometer.
#[derive(Parser)]
#[command(version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the pages, send mail and run the recurring tasks.
    Serve {
        /// Leave mail and recurring tasks to `barometer work` elsewhere.
        #[arg(long)]
        no_worker: bool,
    },
    /// Send mail and run the recurring tasks, without pages.
    Work,
    /// A fictional organisation with three published quarters and an open campaign.
    Demo {
        /// Where its data lives.
        #[arg(long, default_value = "data/demo")]
        data: PathBuf,
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// Begin anew.
        #[arg(long)]
        fresh: bool,
    },
    /// Bring the database's tables up to date, and say so.
    Migrate,
    /// Say what the configuration is and what is wrong with it.
    CheckConfig,
    /// Import people, suppliers, relations, measurements or the responses of a past wave from a CSV file: all or nothing.
    Import {
        kind: Kind,
        /// `-`: standard input.
        file: PathBuf,
        /// Only say what would change and which lines are bad.
        #[arg(long)]
        dry_run: bool,
        /// The file is complete: what it does not name is deactivated (relations: removed).
        #[arg(long)]
        complete: bool,
        #[command(flatten)]
        wave: PastWave,
    },
    /// Write a file of a published campaign, the same as on the exports page.
    Export {
        #[arg(value_parser = export_file)]
        file: export::File,
        /// The campaign's code, such as 2026-Q1.
        #[arg(long)]
        campaign: String,
        /// standard (comma, decimal point) or excel-fr (semicolon, decimal comma).
        #[arg(long, default_value = "standard", value_parser = export_profile)]
        profile: export::Profile,
        /// Where to write it; standard output when absent.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Count a published campaign again from its sealed answers: identical, or what differs.
    Verify {
        /// The campaign's code, such as 2026-Q1.
        campaign: String,
    },
    /// Look in the database for what could tie an answer to somebody: 0 nothing found, 1 found, 2 could not check.
    PrivacyAudit,
    /// Write the document for staff representatives and the data protection officer, from the settings as they are.
    PrivacyPack {
        /// The campaign's code; the open one, else the latest, when absent.
        #[arg(long)]
        campaign: Option<String>,
        /// fr or en; the terminal's when absent.
        #[arg(long, value_parser = document_language)]
        language: Option<Language>,
        /// Where to write it; standard output when absent.
        #[arg(long)]
        output: Option<PathBuf>,
    },
    /// Write everything sealed to a file, while the program runs; what waits for its seal and the link key stay out.
    Backup { file: PathBuf },
    /// Put a backup into an empty database.
    Restore {
        file: PathBuf,
        /// Whatever the database holds is lost.
        #[arg(long)]
        replace: bool,
    },
    /// Send one mail to an address, to see whether mail leaves and arrives.
    SendTestMail { address: String },
    /// Write what completes the commands in a shell: bash, zsh, fish, elvish or powershell.
    Completions { shell: clap_complete::Shell },
    /// Write the manual page.
    Manual,
    /// Let the mails go that a restore held.
    SendHeld,
    /// Take the link key as it is for the right one, because the one before is lost for good.
    AcceptLinkKey,
    /// Print a link that signs somebody in, once, within fifteen minutes.
    SignInLink { email: String },
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    People,
    Suppliers,
    Relations,
    /// What was measured of commitments: supplier, commitment, campaign, value, cases, source.
    Measurements,
    Responses,
}

pub fn run() -> ExitCode {
    let filter = tracing_subscriber::EnvFilter::try_from_env("BAROMETER_LOG");
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter.unwrap_or_else(|_| "warn,barometer=info".into()))
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    if std::env::var("BAROMETER_LOG_FORMAT").as_deref() == Ok("json") {
        log.json().init()
    } else {
        log.init()
    }
    let arguments = Arguments::parse();
    // Where the program is packed there is no configuration.
    match arguments.command {
        Command::Completions { shell } => {
            clap_complete::generate(shell, &mut Arguments::command(), "barometer", &mut std::io::stdout());
            return ExitCode::SUCCESS;
        }
        Command::Manual => return written(clap_mangen::Man::new(Arguments::command()).render(&mut std::io::stdout())),
        _ => {}
    }
    if matches!(arguments.command, Command::PrivacyAudit) {
        let config = Config::read(|name| std::env::var(name).ok()).map_err(Error::Setup);
        return privacy_audit::command(config.and_then(|config| App::open(config, Clock::System)), language());
    }
    match command(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            let told = match &fault {
                Error::Invalid(what) | Error::Absent(what) => say(language(), what),
                other => other.to_string(),
            };
            eprintln!("barometer: {}", told.trim_end());
            ExitCode::FAILURE
        }
    }
}

fn written(outcome: std::io::Result<()>) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("barometer: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// Sends one mail past the outbox: what is tried is the way out.
fn send_test_mail(config: &Config, address: &str) -> Result<()> {
    let now = Clock::System.now();
    let text = say(language(), &Say::new("cli-test-mail-text").with("address", &config.public_address));
    let message = Message {
        to_name: String::new(),
        to_address: address.to_owned(),
        subject: say(language(), &Say::new("cli-test-mail-subject")),
        html: format!(
            "<!doctype html><title>barometer</title><p>{}</p>",
            text.replace('&', "&amp;").replace('<', "&lt;")
        ),
        text,
        unsubscribe: None,
        pictures: Vec::new(),
    };
    let transport = Transport::of(config)?;
    actix_web::rt::System::new().block_on(transport.send_one(&config.mail_from, now, message))?;
    let key = if config.smtp_url.is_some() { "cli-test-mail-sent" } else { "cli-test-mail-written" };
    println!(
        "{}",
        say(language(), &Say::new(key).with("address", address).with("folder", config.outbox_folder().display()))
    );
    Ok(())
}

fn command(command: Command) -> Result<()> {
    let config = Config::read(|name| std::env::var(name).ok()).map_err(Error::Setup)?;
    match command {
        Command::Serve { no_worker } => working::serve(App::open(config, Clock::System)?, !no_worker),
        Command::Work => working::work(App::open(config, Clock::System)?),
        Command::Demo { data, port, fresh } => {
            let port = free_port(port)?;
            let listen = format!("127.0.0.1:{port}");
            let public_address = format!("http://{listen}");
            let config = Config { public_address, listen, smtp_url: None, ..config.in_folder(&data) };
            let app = demo::prepare(config, fresh)?;
            println!("{}", demo::guide(&app)?);
            working::serve(app, true)
        }
        Command::Migrate => {
            App::open(config, Clock::System)?;
            println!("{}", say(language(), &Say::new("cli-migrated")));
            Ok(())
        }
        Command::CheckConfig => check::check_config(&config, language()),
        Command::SendTestMail { address } => send_test_mail(&config, &address),
        Command::Completions { .. } | Command::Manual => Err(Error::internal("it needs no configuration")),
        Command::Import { kind: Kind::Responses, complete: true, .. } => Err(Error::invalid("history-no-complete")),
        Command::Import { kind: Kind::Responses, file, dry_run, wave, .. } => {
            let bytes = history::command::read(&file)?;
            history::command::run(&App::open(config, Clock::System)?, bytes, wave, dry_run, language())
        }
        Command::Import { kind: Kind::Measurements, complete: true, .. } => {
            Err(Error::invalid("measurements-no-complete"))
        }
        Command::Import { wave, .. } if !wave.is_empty() => Err(Error::invalid("history-other-arguments")),
        Command::Import { kind, file, dry_run, complete, .. } => {
            let bytes = history::command::read(&file)?;
            import_file(&App::open(config, Clock::System)?, kind, bytes, dry_run, complete)
        }
        Command::Export { file, campaign, profile, output } => {
            export::to_output(&App::open(config, Clock::System)?, &campaign, file, profile, output.as_deref())
        }
        Command::PrivacyAudit => Err(Error::internal("it ends with exit codes of its own")),
        Command::PrivacyPack { campaign, language: asked, output } => {
            let app = App::open(config, Clock::System)?;
            privacy_pack::to_output(&app, campaign.as_deref(), asked.unwrap_or_else(language), output.as_deref())
        }
        Command::Verify { campaign } => verify(&App::open(config, Clock::System)?, &campaign),
        Command::Backup { file } => backup::command::backup(&config, &file, language()),
        Command::Restore { file, replace } => backup::command::put_back(&config, &file, replace, language()),
        Command::SendHeld => backup::command::let_go(&App::open(config, Clock::System)?, language()),
        Command::AcceptLinkKey => backup::command::accept(&App::open(config, Clock::System)?, language()),
        Command::SignInLink { email } => {
            println!("{}", organisation::sign_in::link_for(&App::open(config, Clock::System)?, &email)?);
            Ok(())
        }
    }
}

/// So many ports after the one that was asked for are tried.
const PORTS: u16 = 20;

/// The port asked for, or the next one that nobody has; looked for before anything is prepared, and said.
fn free_port(asked: u16) -> Result<u16> {
    let last = asked.saturating_add(PORTS);
    let free = (asked..=last).find(|port| std::net::TcpListener::bind(("127.0.0.1", *port)).is_ok());
    let say_here = |key| Say::new(key).with("asked", asked).with("last", last);
    let Some(port) = free else { return Err(Error::Invalid(say_here("cli-no-port"))) };
    if port != asked {
        println!("{}", say(language(), &say_here("cli-other-port").with("port", port)));
    }
    Ok(port)
}

/// Counts a published campaign again; differences are printed and end the command with a fault.
fn verify(app: &App, code: &str) -> Result<()> {
    let say_here = |text: &Say| say(language(), text);
    let found = app.db.read_now(|conn| {
        let campaign = match crate::campaign::store::campaign_by_code(conn, code) {
            Err(Error::NotFound) => return Err(Error::Invalid(Say::new("verify-no-campaign").with("campaign", code))),
            found => found?,
        };
        aggregation::verify::verify(conn, &campaign)
    })?;
    for difference in &found.differences {
        println!("{}", say_here(difference));
    }
    let counts = |key| {
        Say::new(key)
            .with("campaign", code)
            .with("figures", found.figures)
            .with("decisions", found.decisions)
            .with("sheets", found.sheets)
            .with("differences", found.differences.len())
    };
    if found.differences.is_empty() {
        println!("{}\n{}", say_here(&counts("verify-identical")), found.fingerprint);
        return Ok(());
    }
    Err(Error::Invalid(counts("verify-differs")))
}

fn export_file(word: &str) -> std::result::Result<export::File, String> {
    export::File::parse(word).ok_or_else(|| one_of(export::File::ALL.iter().map(|file| file.as_str())))
}

fn export_profile(word: &str) -> std::result::Result<export::Profile, String> {
    export::Profile::parse(word).ok_or_else(|| one_of(export::Profile::ALL.iter().map(|profile| profile.as_str())))
}

fn document_language(word: &str) -> std::result::Result<Language, String> {
    Language::parse(word).ok_or_else(|| one_of(Language::ALL.iter().map(|language| language.as_str())))
}

fn one_of(words: impl Iterator<Item = &'static str>) -> String {
    format!("choose one of {}", words.collect::<Vec<_>>().join(", "))
}

/// The language of the terminal.
fn language() -> Language {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| std::env::var(name).ok());
    asked.filter(|word| word.starts_with("fr")).map_or(Language::En, |_| Language::Fr)
}

fn import_file(app: &App, kind: Kind, bytes: Vec<u8>, dry_run: bool, complete: bool) -> Result<()> {
    let (clock, zone) = (app.clock.clone(), app.config.time_zone.clone());
    app.db.write_now(move |conn| match kind {
        Kind::People => {
            let plan = import::plan_people_with(conn, &bytes, complete, progress::store::held_by_owner)?;
            tell(&plan, dry_run)?;
            if dry_run {
                return Ok(());
            }
            import::apply_people(conn, &plan, true)?;
            audit(conn, &clock, None, "import-people", "command line")?;
            organisation::pages::import::audit_addresses(conn, &clock, None, &plan.changes.readdressed)?;
            organisation::pages::import::audit_roles(conn, &clock, None, &plan.changes.roles)
        }
        Kind::Suppliers => {
            let plan = import::plan_suppliers(conn, &bytes, complete)?;
            tell(&plan, dry_run)?;
            if dry_run {
                return Ok(());
            }
            import::apply_suppliers(conn, &plan)?;
            audit(conn, &clock, None, "import-suppliers", "command line")
        }
        Kind::Relations => {
            let plan = import::plan_relations(conn, &bytes, complete)?;
            tell(&plan, dry_run)?;
            if dry_run {
                return Ok(());
            }
            import::apply_relations(conn, &plan)?;
            audit(conn, &clock, None, "import-relations", "command line")
        }
        Kind::Measurements => {
            let plan = catalogue::import::plan_measurements(conn, &bytes, clock.now().day_in(&zone))?;
            tell(&plan, dry_run)?;
            if dry_run {
                return Ok(());
            }
            catalogue::import::apply_measurements(conn, &plan)?;
            audit(conn, &clock, None, "import-measurements", "command line")
        }
        Kind::Responses => Err(Error::internal("a past wave has an import of its own")),
    })
}

/// Prints the plan; a faulty one goes to standard error, every bad line by its number, and ends the command.
fn tell<C>(plan: &import::Plan<C>, dry_run: bool) -> Result<()> {
    let language = language();
    if plan.is_faulty() {
        eprint!("{}", plan.faults_to_text(language));
        return Err(Error::invalid("import-refused"));
    }
    let mut text = plan.to_text(language);
    if dry_run {
        text += &(say(language, &Say::new("cli-dry-run")) + "\n");
    }
    // Whoever reads may stop reading, as `head` does: the import goes on all the same.
    let _ = std::io::stdout().write_all(text.as_bytes());
    Ok(())
}
