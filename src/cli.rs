//! The command line: every command of the binary, its arguments, what it prints and with which exit code.

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
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
    }
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
