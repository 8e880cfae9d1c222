//! `check-config`: what the program reads of its settings, and what is wrong with it.

use std::path::Path;

use super::account;
use crate::app::App;
use crate::backup;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::Address;
use crate::error::{Error, Result, Say};
use crate::mail::Transport;
use crate::render::Language;
use crate::render::words::say;

/// How staff sign in, and what a provider of accounts must know of us.
fn sign_in_told(config: &Config) -> String {
    match &config.provider {
        Some(provider) if config.sign_in.by_account() => format!(
            "{} ({})\n  redirect URI             {}{}\n  back-channel logout URI  {}{}\n  after signing out        {}/sign-in",
            config.sign_in.as_str(),
            provider.issuer,
            config.public_address,
            account::RETURN,
            config.public_address,
            account::END,
            config.public_address,
        ),
        _ => config.sign_in.as_str().to_owned(),
    }
}

/// A folder from which files are taken must be there, and let them be moved.
fn check_folder(folder: &Path) -> Result<()> {
    let probe = folder.join(".barometer-check");
    let tried = std::fs::write(&probe, "").and_then(|()| std::fs::remove_file(&probe));
    tried.map_err(|fault| {
        Error::Invalid(Say::new("cli-no-imports").with("folder", folder.display()).with("fault", fault))
    })
}

pub fn check_config(config: &Config, language: Language) -> Result<()> {
    let database = match &config.database {
        Address::Sqlite(path) => format!("SQLite, {}", path.display()),
        // Never the address itself: it may hold a password.
        Address::Postgres(_) => "Postgres".to_owned(),
    };
    let mail = if config.smtp_url.is_some() { "SMTP".to_owned() } else { config.outbox_folder().display().to_string() };
    println!(
        "database        {database}\npublic address  {}\nlisten          {}",
        config.public_address, config.listen
    );
    println!("mail            {mail}\nfrom            {}", config.mail_from);
    let bounces = config.bounces.as_ref().map_or("not read".to_owned(), |folder| folder.display().to_string());
    println!("bounces         {bounces}");
    if let Some(folder) = config.bounces.as_ref().filter(|folder| !folder.is_dir()) {
        return Err(Error::Invalid(Say::new("cli-no-bounces").with("folder", folder.display())));
    }
    let imports = config.imports.as_ref().map_or("no folder".to_owned(), |folder| folder.display().to_string());
    println!("imports         {imports}");
    if let Some(folder) = &config.imports {
        check_folder(folder)?;
    }
    println!("scim            {}/scim/v2, units by {}", config.public_address, config.scim_unit.as_str());
    let proxies: Vec<String> = config.proxies.trusted.iter().map(ToString::to_string).collect();
    let believed = format!("{} ({})", proxies.join(", "), config.proxies.header.as_str());
    println!("proxies         {}", if proxies.is_empty() { "none trusted".to_owned() } else { believed });
    let networks: Vec<String> = config.webhook_networks.iter().map(ToString::to_string).collect();
    let listed = if networks.is_empty() { "none".to_owned() } else { networks.join(", ") };
    println!("webhooks        private networks they may reach: {listed}");
    println!("metrics         {}", config.metrics.as_deref().unwrap_or("not served"));
    println!("sign-in         {}", sign_in_told(config));
    println!("time zone       {}", config.time_zone.iana_name().unwrap_or("?"));
    actix_web::rt::System::new().block_on(async {
        Transport::of(config)?.check().await?;
        account::check(config).await
    })?;
    backup::check_key(&App::open(config.clone(), Clock::System)?)?;
    if !config.is_https() {
        if !config.is_loopback() {
            return Err(Error::invalid("cli-needs-https"));
        }
        println!("{}", say(language, &Say::new("cli-plain-http")));
    }
    println!("{}", say(language, &Say::new("cli-config-good")));
    Ok(())
}
