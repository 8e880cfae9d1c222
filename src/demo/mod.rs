//! The demonstration: a fictional organisation, three past quarters answered, sealed and published through the real
//! code, and a campaign open now. Only the answers are invented; every figure comes out of them.

mod answers;
mod arrivals;
mod between;
mod comments;
mod files;
mod plan;
mod promises;
mod quarters;
mod relations;

use std::path::Path;
use std::sync::{Arc, Mutex};

use indicatif::{ProgressBar, ProgressStyle};

use crate::app::{App, Settings};
use crate::campaign;
use crate::clock::{Clock, Day};
use crate::config::Config;
use crate::db::Address;
use crate::error::{Error, Result};
use crate::mail::{Transport, send_due};
use crate::organisation::{self, import};
use crate::progress::feedback;
use crate::render::{Language, Texts};
use crate::schedule;
use crate::web::Role;

/// The setting that says a database is a demonstration's, and how far it came.
const MARK: &str = "demonstration";
const BEGUN: &str = "begun";
const READY: &str = "ready";
const FILE: &str = "barometer.sqlite";

/// Opens the demonstration's data, preparing it when it is not there yet, or was cut short.
pub fn prepare(config: Config, fresh: bool) -> Result<App> {
    // Only a file of the demonstration's own folder is ever deleted, never a database named elsewhere.
    let own = config.database == Address::Sqlite(config.data.join(FILE));
    if fresh && !own {
        return Err(Error::invalid("demo-fresh-elsewhere"));
    }
    let app = App::open(config.clone(), Clock::System)?;
    let mark = app.db.read_now(|conn| Settings::value(conn, MARK))?;
    let today = app.today();
    match mark.as_deref() {
        Some(READY) if !fresh => return Ok(app),
        Some(_) if own => {
            drop(app);
            forget(&config)?;
        }
        Some(_) => return Err(Error::invalid("demo-cut-short")),
        None => {
            refuse_real_data(&app)?;
            drop(app);
        }
    }
    let preparing = App::open(config.clone(), Clock::set_to(today.starts_in(&config.time_zone)))?;
    preparing.db.write_now(|conn| Settings::save(conn, MARK, BEGUN))?;
    fill(&preparing, today)?;
    preparing.db.write_now(|conn| Settings::save(conn, MARK, READY))?;
    drop(preparing);
    App::open(config, Clock::System)
}

/// Only a database without units may be filled.
fn refuse_real_data(app: &App) -> Result<()> {
    let units = app.db.read_now(organisation::store::units)?;
    if units.is_empty() { Ok(()) } else { Err(Error::invalid("demo-not-a-demo")) }
}

/// Removes what an earlier demonstration left in its folder; only files this program makes.
fn forget(config: &Config) -> Result<()> {
    let told = |path: &Path, fault: std::io::Error| Error::Setup(format!("{}: {fault}", path.display()));
    for name in [FILE, "barometer.sqlite-wal", "barometer.sqlite-shm", "link.key"] {
        let path = config.data.join(name);
        match std::fs::remove_file(&path) {
            Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => return Err(told(&path, fault)),
            _ => {}
        }
    }
    let outbox = config.outbox_folder();
    match std::fs::remove_dir_all(&outbox) {
        Err(fault) if fault.kind() != std::io::ErrorKind::NotFound => Err(told(&outbox, fault)),
        _ => Ok(()),
    }
}

fn fill(app: &App, today: Day) -> Result<()> {
    let bar = ProgressBar::new(8);
    if let Ok(style) = ProgressStyle::with_template("{bar:24} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    // Without a terminal the bar is silent: one line a step instead.
    let step = |text: String| {
        if bar.is_hidden() {
            eprintln!("barometer: {text}");
        }
        bar.set_message(text);
        bar.inc(1);
    };
    let waves = quarters::waves(today);
    app.clock.move_to(quarters::beginning(app, &waves));
    step("people, services and who serves whom".to_owned());
    organisation_of(app)?;
    step("questionnaires".to_owned());
    quarters::questionnaires(app)?;
    promises::write(app, &waves)?;
    for wave in &waves {
        step(format!("{}: invitations, answers, seal, publication", wave.code));
        let campaign = quarters::open(app, wave)?;
        deliver(app, wave.is_open(today))?;
        quarters::answer(app, wave, &campaign, today)?;
        if wave.is_open(today) {
            quarters::count_days(app, wave, &campaign, today)?;
        } else {
            app.clock.move_to(quarters::closing(app, wave));
            promises::measure(app, wave)?;
            schedule::close(app, &campaign)?;
            plan::follow(app, wave)?;
            relations::follow(app, wave)?;
            quarters::announce(app, &campaign)?;
            comments::read(app, &campaign.id, waves.get(2).is_none_or(|last| last.name != wave.name))?;
            deliver(app, false)?;
        }
        if wave.name == "w3" {
            step("an outage, a flash survey, two training sessions".to_owned());
            between::follow(app, wave)?;
            deliver(app, false)?;
        }
    }
    arrivals::ask(app, app.db.read_now(|conn| holder(conn, Role::Reader, ""))?)?;
    step("ready".to_owned());
    bar.finish_and_clear();
    Ok(())
}

fn organisation_of(app: &App) -> Result<()> {
    let app_clock = app.clock.clone();
    app.db.write_now(move |conn| {
        let people = import::plan_people(conn, files::PEOPLE, false)?;
        import::apply_people(conn, &people, true)?;
        let suppliers = import::plan_suppliers(conn, files::SUPPLIERS, false)?;
        import::apply_suppliers(conn, &suppliers)?;
        let relations = import::plan_relations(conn, files::RELATIONS, false)?;
        import::apply_relations(conn, &relations)?;
        for (name, value) in [
            ("organisation", "Val-de-Brume"),
            ("hr_contact", "barometre@valdebrume.example"),
            ("controller", "Val-de-Brume, 1 quai des Brumes"),
            ("dpo_contact", "dpo@valdebrume.example"),
            ("alert_contact", "ecoute@valdebrume.example"),
            ("languages", "fr, en, de"),
        ] {
            Settings::save(conn, name, value)?;
        }
        let moderator = Texts::of([
            (Language::Fr, "une personne désignée d'un autre service"),
            (Language::En, "someone named in another department"),
            (Language::De, "eine benannte Person aus einer anderen Abteilung"),
        ]);
        Settings::save(conn, "moderator", &serde_json::to_string(&moderator)?)?;
        crate::app::audit(conn, &app_clock, None, "demo", "prepared")
    })
}

/// Sends what waits: the open campaign's mails as files people can open, the past ones' nowhere.
fn deliver(app: &App, to_files: bool) -> Result<()> {
    let transport = if to_files {
        Transport::Folder(app.config.outbox_folder())
    } else {
        Transport::Memory(Arc::new(Mutex::new(Vec::new())))
    };
    let app = app.clone();
    actix_web::rt::System::new().block_on(async move { send_due(&app, &transport, schedule::OFFICE).await })?;
    Ok(())
}

/// What to open: one sign-in link per role, two respondents' links, the outbox.
pub fn guide(app: &App) -> Result<String> {
    use std::fmt::Write;
    let mut text = String::new();
    let mut line = |line: String| {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{line}");
    };
    line(format!("\n{}\n", app.config.public_address));
    line(
        "Se connecter / sign in (once each, within 15 minutes; later: the sign-in page, the mail is in the outbox):"
            .into(),
    );
    for (role, supplier, label) in [
        (Role::Hr, "", "RH / HR"),
        (Role::Head, "it", "responsable Informatique / head of IT"),
        (Role::Head, "hr", "responsable RH / head of HR service"),
        (Role::Moderator, "it", "relecture des commentaires, Informatique / moderator of IT"),
        (Role::Unit, "production", "référent de la production / representative of production"),
        (Role::Direction, "", "direction"),
        (Role::Reader, "", "représentant du personnel / staff representative"),
        (Role::Admin, "", "administration"),
    ] {
        let email = app.db.read_now(|conn| holder(conn, role, supplier))?;
        if let Some(email) = email {
            line(format!("  {label:<48} {}", organisation::sign_in::link_for(app, &email)?));
        }
    }
    let links = app.db.read_now(|conn| quarters::unused_links(conn, app))?;
    line("\nRépondre / answer, as people who were invited:".into());
    for (name, link) in links {
        line(format!("  {name:<48} {link}"));
    }
    if let Some(link) = feedback_link(app)? {
        line(format!("\nCe que vous avez dit, ce que nous faisons / you said, we do:\n  {link}"));
    }
    line(format!("\nMails: {}", app.config.outbox_folder().display()));
    Ok(text)
}

/// The feedback page of one client group of the latest published quarter.
fn feedback_link(app: &App) -> Result<Option<String>> {
    app.db.read_now(|conn| {
        let Some(campaign) = campaign::store::published(conn)?.pop() else { return Ok(None) };
        let group = campaign::store::client_groups(conn, &campaign.id)?.into_iter().next();
        Ok(group.map(|group| feedback::link(app, &campaign.id, &group.code)))
    })
}

fn holder(conn: &mut crate::db::Conn, role: Role, supplier: &str) -> Result<Option<String>> {
    let grants = organisation::store::grants(conn)?;
    let person = grants.iter().find(|(_, list)| list.iter().any(|(r, s)| *r == role && s.as_str() == supplier));
    match person {
        Some((id, _)) => Ok(Some(organisation::store::person(conn, id)?.email)),
        None => Ok(None),
    }
}
