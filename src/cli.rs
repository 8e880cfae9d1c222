//! The command line: every command of the binary, its arguments, what it prints and with which exit code.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::{App, audit};
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result, Say};
use crate::export;
use crate::organisation::{self, import};
use crate::render::Language;
use crate::render::language::say;
use crate::routes;

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
    Serve,
    /// Import people, suppliers or relations from a CSV file: all or nothing.
    Import {
        kind: Kind,
        file: PathBuf,
        /// Only say what would change and which lines are bad.
        #[arg(long)]
        dry_run: bool,
        /// The file is complete: what it does not name is deactivated (relations: removed).
        #[arg(long)]
        complete: bool,
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
    /// Print a link that signs somebody in, once, within fifteen minutes.
    SignInLink { email: String },
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Kind {
    People,
    Suppliers,
    Relations,
}

pub fn run() -> ExitCode {
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_env("BAROMETER_LOG")
                .unwrap_or_else(|_| "warn,barometer=info".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    match command(arguments.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(fault) => {
            eprintln!("barometer: {fault}");
            ExitCode::FAILURE
        }
    }
}

fn command(command: Command) -> Result<()> {
    let config = Config::read(|name| std::env::var(name).ok()).map_err(Error::Unavailable)?;
    match command {
        Command::Serve => serve(App::open(config, Clock::System)?),
        Command::Import { kind, file, dry_run, complete } => {
            let bytes = std::fs::read(&file).map_err(|fault| {
                Error::Invalid(Say::new("cli-unreadable").with("file", file.display()).with("fault", fault))
            })?;
            import_file(&App::open(config, Clock::System)?, kind, bytes, dry_run, complete)
        }
        Command::Export { file, campaign, profile, output } => {
            export::to_output(&App::open(config, Clock::System)?, &campaign, file, profile, output.as_deref())
        }
        Command::SignInLink { email } => {
            println!("{}", organisation::sign_in::link_for(&App::open(config, Clock::System)?, &email)?);
            Ok(())
        }
    }
}

fn export_file(word: &str) -> std::result::Result<export::File, String> {
    export::File::parse(word).ok_or_else(|| one_of(export::File::ALL.iter().map(|file| file.as_str())))
}

fn export_profile(word: &str) -> std::result::Result<export::Profile, String> {
    export::Profile::parse(word).ok_or_else(|| one_of(export::Profile::ALL.iter().map(|profile| profile.as_str())))
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
    let clock = app.clock.clone();
    app.db.write_now(move |conn| match kind {
        Kind::People => {
            let plan = import::plan_people(conn, &bytes, complete)?;
            tell(&plan, dry_run)?;
            if dry_run {
                return Ok(());
            }
            import::apply_people(conn, &plan, true)?;
            audit(conn, &clock, None, "import-people", "command line")?;
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
    })
}

/// Prints the plan; a faulty one goes to standard error, every bad line by its number, and ends the command.
fn tell<C>(plan: &import::Plan<C>, dry_run: bool) -> Result<()> {
    let language = language();
    if plan.is_faulty() {
        eprint!("{}", plan.faults_to_text(language));
        return Err(Error::invalid("import-refused"));
    }
    print!("{}", plan.to_text(language));
    if dry_run {
        println!("{}", say(language, &Say::new("cli-dry-run")));
    }
    Ok(())
}

fn serve(app: App) -> Result<()> {
    actix_web::rt::System::new().block_on(async move {
        let listen = app.config.listen.clone();
        let told = |fault: std::io::Error| Error::Unavailable(format!("{listen}: {fault}"));
        let server_app = app.clone();
        actix_web::HttpServer::new(move || routes::application(server_app.clone()))
            .bind(listen.clone())
            .map_err(told)?
            .run()
            .await
            .map_err(told)
    })
}
