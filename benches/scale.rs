//! What is done for everybody at once: importing people, reading a file with many bad lines, opening a campaign,
//! backing up while people answer. `tests/postgres start; cargo bench --bench scale`. One run of each, wall times.

#![allow(clippy::expect_used, clippy::panic, clippy::disallowed_methods)]

#[path = "common/mod.rs"]
mod common;

use std::fmt::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use barometer::answering::OpenResponse;
use barometer::app::App;
use barometer::backup;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{self, Campaign};
use barometer::clock::Clock;
use barometer::config::Config;
use barometer::db::Db;
use barometer::db::ids::{CampaignId, random_key, sortable};
use barometer::db::schema::open_responses;
use barometer::organisation::{Relation, RelationKind, import, store as organisation};
use barometer::questionnaire::build::{Wanted, build};
use barometer::render::Language;
use barometer::schedule;
use common::databases::{Backend, Database};
use diesel::prelude::*;

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("scale: run it with `cargo bench --bench scale`");
        return;
    }
    bad_file();
    for (name, backend) in [("sqlite", Backend::Sqlite), ("postgres", Backend::Postgres)] {
        let database = Database::new(backend);
        let app = open(&database);
        imports(name, &app);
        let campaign = opening(name, &app);
        backups(name, &app, &campaign);
    }
}

fn open(database: &Database) -> App {
    let config = Config::read(|name| match name {
        "BAROMETER_DATA" => Some(database.folder.path().display().to_string()),
        "DATABASE_URL" => Some(database.url.clone()),
        _ => None,
    })
    .expect("a configuration");
    App::open(config, Clock::System).expect("a database")
}

fn people(count: usize, per_unit: usize) -> String {
    let mut text = String::from("person_id,email,name,unit_code,unit,parent_unit_code,language\n");
    for n in 0..count {
        let unit = n / per_unit;
        writeln!(text, "{n},p{n}@example.org,Prénom Nom {n},u{unit},Unité {unit},,fr").expect("text");
    }
    text
}

fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default().replace(['\t', ' '], "")
}

/// 200,000 lines, each hundredth bad: a cell too many, a quote not closed, no address, no language in turn.
fn bad_file() {
    let mut text = String::new();
    let mut bad = 0;
    for (n, line) in people(200_000, 1000).replace(',', ";").lines().enumerate() {
        let line = if n % 100 == 50 {
            bad += 1;
            match bad % 4 {
                0 => format!("{line};trop"),
                1 => line.replace(";Prénom", ";\"Prénom"),
                2 => line.replace('@', " chez "),
                _ => line.replace(";fr", ";klingon"),
            }
        } else {
            line.to_owned()
        };
        text += &line;
        text.push('\n');
    }
    let database = Database::new(Backend::Sqlite);
    let app = open(&database);
    let begin = Instant::now();
    let plan = app.db.read_now(|conn| import::plan_people(conn, text.as_bytes(), false)).expect("a plan");
    let told = plan.faults_to_text(Language::Fr);
    let (took, lines) = (begin.elapsed(), told.lines().count());
    assert_eq!((plan.faults.len(), lines), (bad, bad), "the exact list");
    println!("file of 200,000 lines, {bad} bad: {took:.2?}, {}", peak());
}

fn imports(name: &str, app: &App) {
    let text = people(20_000, 50);
    let begin = Instant::now();
    let plan = app.db.read_now(|conn| import::plan_people(conn, text.as_bytes(), false)).expect("a plan");
    let words = plan.to_text(Language::Fr).len();
    let dry = begin.elapsed();
    let whole = Instant::now();
    app.db
        .write_now(move |conn| {
            let plan = import::plan_people(conn, text.as_bytes(), false)?;
            assert_eq!(plan.to_text(Language::Fr).len(), words);
            import::apply_people(conn, &plan, true)
        })
        .expect("an import");
    println!("{name}: import of 20,000 people: dry run {dry:.2?}, with it {:.2?}", whole.elapsed());
}

fn opening(name: &str, app: &App) -> Campaign {
    let today = app.today();
    let campaign = Campaign {
        closes_on: today.plus_days(11),
        ..Campaign::draft(CampaignId(sortable(app.clock.now())), "2026-Q1".to_owned(), today)
    };
    let (row, now) = (campaign.clone(), app.clock.now());
    app.db
        .write_now(move |conn| {
            organisation::insert_supplier(conn, &common::made::supplier())?;
            let head = organisation::people(conn)?.remove(0).id;
            organisation::grant(conn, &head, barometer::web::Role::Head, &"it".into())?;
            build(conn, &"it".into(), now, &[Wanted::bank("overall"), Wanted::bank("reception_1")])?;
            // Half of the 20,000.
            let units: Vec<String> = (0..200).map(|n| format!("u{n}")).collect();
            for unit in &units {
                let unit = unit.as_str().into();
                organisation::set_relation(
                    conn,
                    &Relation { supplier: "it".into(), unit, kind: RelationKind::Serves },
                )?;
            }
            campaign::store::insert(conn, &row)?;
            campaign::store::set_suppliers(conn, &row.id, &[("it".into())].into_iter().collect())?;
            let groups: Vec<Proposal> = units
                .iter()
                .map(|unit| Proposal {
                    code: unit.as_str().into(),
                    name: unit.clone(),
                    units: vec![unit.as_str().into()],
                })
                .collect();
            campaign::store::set_groups(conn, &row.id, &groups)
        })
        .expect("a campaign");
    let begin = Instant::now();
    let people = schedule::open(app, &campaign).expect("an opening");
    println!("{name}: opening for {people} people {:.2?}", begin.elapsed());
    campaign
}

/// 30,000 sheets in an open campaign, 40 writes a second, a backup meanwhile by another door, as the command makes it.
fn backups(name: &str, app: &App, campaign: &Campaign) {
    let id = campaign.id.clone();
    let sheet = move |n: usize| OpenResponse {
        key: random_key(),
        campaign: id.clone(),
        supplier: "it".into(),
        client_group: format!("u{}", n % 200).as_str().into(),
        no_contact: false,
        answers: r#"{"overall":4,"reception_1":3}"#.to_owned(),
        sealed: false,
        counted: false,
    };
    let rows: Vec<OpenResponse> = (0..30_000).map(&sheet).collect();
    app.db
        .write_now(move |conn| {
            for part in rows.chunks(500) {
                barometer::on_each!(conn, c => diesel::insert_into(open_responses::table).values(part).execute(c))?;
            }
            Ok(())
        })
        .expect("sheets");
    let stop = AtomicBool::new(false);
    let file = app.config.data.join("one.backup");
    std::thread::scope(|scope| {
        let writer = scope.spawn(|| {
            let (mut longest, mut n) = (Duration::ZERO, 0);
            while !stop.load(Ordering::Relaxed) {
                n += 1;
                let row = sheet(n);
                let begin = Instant::now();
                app.db
                    .write_now(move |conn| {
                        Ok(barometer::on_each!(conn, c => diesel::insert_into(open_responses::table).values(&row).execute(c))?)
                    })
                    .expect("a write");
                longest = longest.max(begin.elapsed());
                std::thread::sleep(Duration::from_millis(25));
            }
            longest
        });
        let db = Db::open(&app.config.database).expect("another door");
        let begin = Instant::now();
        let (_, held) = backup::take(&db, &app.config, &app.clock, &file).expect("a backup");
        let took = begin.elapsed();
        stop.store(true, Ordering::Relaxed);
        let longest = writer.join().expect("the writer");
        let size = std::fs::metadata(&file).map_or(0, |meta| meta.len() / 1024);
        println!("{name}: backup of {} rows {took:.2?}, {size} KB, longest write meanwhile {longest:.0?}", held.rows);
    });
    let other = Database::new(Backend::Sqlite);
    let target = open(&other);
    let begin = Instant::now();
    let restored = backup::restore(&target.config, &app.clock, &file, false).expect("a restore");
    println!("{name}: restore into SQLite {:.2?}, {} mails held", begin.elapsed(), restored.mails);
}
