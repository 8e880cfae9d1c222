//! Relations at the size of a large house, 40 services by 60 client groups, on both databases: `tests/postgres start`,
//! then `cargo bench --bench relations`. What 400 promises add to a publication, both in one run, taking turns; and how
//! long the map and a relation take beside the quarter's page, asked of the whole application in turn.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "common/mod.rs"]
mod common;

use std::time::Instant;

use actix_web::test::TestRequest;
use barometer::aggregation::publication;
use barometer::answering::OpenResponse;
use barometer::app::App;
use barometer::campaign::groups::Proposal;
use barometer::campaign::promised::Promised;
use barometer::campaign::{Campaign, State, store as campaigns};
use barometer::catalogue::{Commitment, Direction, Kind, Version, store as catalogue};
use barometer::clock::{Clock, Day, Moment};
use barometer::config::Config;
use barometer::db::Conn;
use barometer::db::ids::{CampaignId, GroupCode, PersonId, SupplierCode, random_key};
use barometer::db::schema as s;
use barometer::error::Result;
use barometer::organisation::{Person, Relation, RelationKind, Supplier, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build};
use barometer::render::{Language, Texts};
use barometer::web::Role;
use common::databases::{Backend, Database};
use common::made::{begin, routes};
use common::on_each_database;
use common::process::cpu;
use diesel::prelude::*;

const SERVICES: usize = 40;
const GROUPS: usize = 60;
/// Answers of a group about a service.
const ANSWERS: usize = 20;
const PROMISES: usize = 10;
const ASKED: [&str; 5] = ["reception_1", "responsiveness_1", "clarity_1", "follow_up_1", "overall"];
const TIMES: usize = 101;
const ROUNDS: usize = 5;

fn open(database: &Database) -> App {
    let config = Config::read(|name| match name {
        "BAROMETER_DATA" => Some(database.folder.path().display().to_string()),
        "DATABASE_URL" => Some(database.url.clone()),
        "BAROMETER_PUBLIC_ADDRESS" => Some("http://barometer.test".to_owned()),
        _ => None,
    })
    .expect("a configuration");
    let clock = Clock::set_to(Moment::from_jiff("2026-01-20T08:00:00Z".parse().expect("a moment")));
    App::open(config, clock).expect("a database")
}

/// A closed campaign about all services, waiting to be published.
fn stage(app: &App, promises: bool) -> CampaignId {
    let day = Day::parse("2026-01-05").expect("a day");
    let id = CampaignId("c".to_owned());
    let draft = Campaign { closes_on: day.plus_days(12), ..Campaign::draft(id.clone(), "2026-Q1".to_owned(), day) };
    let now = app.clock.now();
    app.db
        .write_now(move |conn| {
            house(conn)?;
            let codes: Vec<SupplierCode> = (0..SERVICES).map(|n| SupplierCode(format!("s{n}"))).collect();
            campaigns::insert(conn, &draft)?;
            campaigns::set_suppliers(conn, &draft.id, &codes.iter().cloned().collect())?;
            let group = |n: usize| Proposal {
                code: GroupCode(format!("u{n}")),
                name: format!("Unit {n}"),
                units: vec![format!("u{n}").as_str().into()],
            };
            campaigns::set_groups(conn, &draft.id, &(0..GROUPS).map(group).collect::<Vec<_>>())?;
            for code in &codes {
                let asked: Vec<Wanted> = ASKED.iter().map(|code| Wanted::bank(code)).collect();
                let version = build(conn, code, now, &asked)?;
                let complete = i32::try_from(GROUPS * ANSWERS).expect("a count");
                diesel::update(s::campaign_suppliers::table.find((&draft.id, code)))
                    .set((
                        s::campaign_suppliers::questionnaire.eq(Some(version)),
                        s::campaign_suppliers::complete.eq(complete),
                    ))
                    .execute(conn)?;
                for number in 0..GROUPS {
                    let group = GroupCode(format!("u{number}"));
                    campaigns::add_proposed(conn, (&draft.id, code, &group), 40)?;
                }
                if promises {
                    promise(conn, &draft.id, code, day)?;
                }
            }
            diesel::update(s::campaigns::table)
                .set((
                    s::campaigns::state.eq(State::Closed),
                    s::campaigns::stage.eq("closed"),
                    s::campaigns::closed_at.eq(now),
                ))
                .execute(conn)?;
            Ok(())
        })
        .expect("a house");
    for service in 0..SERVICES {
        app.db
            .write_now(move |conn| {
                let rows: Vec<OpenResponse> = (0..GROUPS * ANSWERS).map(|number| sheet(service, number)).collect();
                for part in rows.chunks(500) {
                    barometer::on_each!(conn, c => diesel::insert_into(s::open_responses::table).values(part).execute(c))?;
                }
                Ok(())
            })
            .expect("sheets");
    }
    id
}

fn house(conn: &mut Conn) -> Result<()> {
    let unit = |code: String, parent: Option<&str>| Unit {
        name: format!("Unit {code}"),
        code: code.as_str().into(),
        parent: parent.map(Into::into),
        active: true,
    };
    let mut units = vec![unit("root".to_owned(), None), unit("staff".to_owned(), Some("root"))];
    units.extend((0..GROUPS).map(|number| unit(format!("u{number}"), Some("root"))));
    organisation::insert_units(conn, &units)?;
    let reader = Person {
        id: "dora".into(),
        person_id: None,
        email: "dora@example.org".to_owned(),
        name: "Dora".to_owned(),
        unit: "staff".into(),
        language: Language::Fr,
        active: true,
        until: None,
        away: false,
    };
    organisation::insert_people(conn, &[reader])?;
    organisation::grant(conn, &"dora".into(), Role::Direction, &"".into())?;
    for number in 0..SERVICES {
        let code = SupplierCode(format!("s{number}"));
        let name = format!("Service {number}");
        let names = Texts::both(name.clone(), name.clone());
        let supplier = Supplier { code: code.clone(), names, in_sentence: Texts::default(), unit: None, active: true };
        organisation::insert_supplier(conn, &supplier)?;
        let serves = Relation { supplier: code, unit: "root".into(), kind: RelationKind::Serves };
        organisation::set_relation(conn, &serves)?;
    }
    Ok(())
}

/// Ten promises, each felt by one of the questions, as an opening fixes them; every other one is measured.
fn promise(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, since: Day) -> Result<()> {
    for number in 0..PROMISES {
        let (code, question) = (format!("p{number}"), ASKED.get(number % ASKED.len()).map(ToString::to_string));
        let version = format!("{supplier}{code}");
        let commitment = Commitment {
            supplier: supplier.clone(),
            code: code.clone(),
            offering: None,
            unit: None,
            kind: Kind::Delay,
            question: question.clone(),
            ended_on: None,
        };
        catalogue::insert_commitment(conn, &commitment)?;
        let made = Version {
            id: version.clone(),
            supplier: supplier.clone(),
            commitment: code.clone(),
            version: 1,
            texts: Texts::both("Promesse", "Promise"),
            target: 5.0,
            measured_in: Texts::both("jours", "days"),
            direction: Direction::AtMost,
            since,
            made_on: since,
            frozen: true,
        };
        catalogue::insert_version(conn, &made)?;
        let row = Promised {
            campaign: campaign.clone(),
            supplier: supplier.clone(),
            commitment: code.clone(),
            version,
            question,
            has_figures: true,
            value: None,
            cases: None,
            source: None,
            measured_on: None,
            measured: None,
            felt: None,
            verdict: None,
            unit: None,
        };
        campaigns::insert_promised(conn, &row)?;
        if number % 2 == 0 {
            let measurement = barometer::catalogue::Measurement {
                supplier: supplier.clone(),
                commitment: code,
                campaign: campaign.clone(),
                value: 4.0,
                cases: 20,
                source: "GLPI".to_owned(),
                day: since,
                person: None,
            };
            catalogue::set_measurement(conn, &measurement)?;
        }
    }
    Ok(())
}

fn sheet(service: usize, number: usize) -> OpenResponse {
    let value = |place: usize| 1 + (number.wrapping_mul(2_654_435_761).wrapping_add(place * 40_503 + service) >> 3) % 5;
    let answers: Vec<String> =
        ASKED.iter().enumerate().map(|(place, code)| format!("\"{code}\":{}", value(place))).collect();
    OpenResponse {
        key: random_key(),
        campaign: CampaignId("c".to_owned()),
        supplier: SupplierCode(format!("s{service}")),
        client_group: GroupCode(format!("u{}", number % GROUPS)),
        no_contact: false,
        answers: format!("{{{}}}", answers.join(",")),
        sealed: false,
        counted: false,
    }
}

/// Publishes a fresh campaign: seconds, and those of the processor.
fn published(backend: Backend, promises: bool) -> (f64, f64, Database, App) {
    let database = Database::new(backend);
    let app = open(&database);
    let campaign = stage(&app, promises);
    let (start, before) = (Instant::now(), cpu("self"));
    publication::publish(&app, &campaign).expect("a publication");
    (start.elapsed().as_secs_f64(), cpu("self") - before, database, app)
}

fn median(mut list: Vec<f64>) -> f64 {
    list.sort_by(f64::total_cmp);
    list.get(list.len() / 2).copied().unwrap_or_default()
}

/// Asks for the pages in turn, as direction; the median time of each in milliseconds, and that of the first.
fn pages(name: &str, app: &App) {
    let paths = ["/results/s0/2026-Q1", "/relations", "/relations/s0/u0"];
    let system = actix_web::rt::System::new();
    let times: Vec<Vec<f64>> = system.block_on(async {
        let mut response = actix_web::HttpResponse::Ok().finish();
        begin(app, PersonId::from("dora"), &mut response).await.expect("a session");
        let cookie = response.headers().get("set-cookie").expect("a cookie").to_str().expect("text");
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        let service = actix_web::test::init_service(routes::application(app.clone())).await;
        let mut times = vec![Vec::new(); paths.len()];
        for _ in 0..TIMES {
            for (path, times) in paths.iter().zip(&mut times) {
                let request = TestRequest::get().uri(path).insert_header(("cookie", cookie.as_str())).to_request();
                let start = Instant::now();
                let response = actix_web::test::call_service(&service, request).await;
                assert_eq!(response.status(), 200, "{path}");
                std::hint::black_box(actix_web::test::read_body(response).await);
                times.push(start.elapsed().as_secs_f64() * 1000.0);
            }
        }
        times
    });
    let quarter = median(times.first().cloned().unwrap_or_default());
    for (path, times) in paths.iter().zip(times) {
        let (first, middle) = (times.first().copied().unwrap_or_default(), median(times));
        println!(
            "{name} {path}: p50 {middle:.1} ms, {:.2} of the quarter's page; first {first:.1} ms",
            middle / quarter
        );
    }
}

fn main() {
    if !std::env::args().any(|word| word == "--bench") {
        println!("relations: run it with `cargo bench --bench relations`");
        return;
    }
    on_each_database(|name, backend| {
        let (mut without, mut with) = (Vec::new(), Vec::new());
        for round in 0..ROUNDS {
            let (bare, bare_cpu, ..) = published(backend, false);
            let (full, full_cpu, database, app) = published(backend, true);
            println!(
                "{name} publication: {bare:.2} s without, {full:.2} s with 400 promises ({bare_cpu:.2}, {full_cpu:.2} CPU s)"
            );
            without.push(bare);
            with.push(full);
            if round + 1 == ROUNDS {
                pages(name, &app);
            }
            drop(database);
        }
        println!("{name} publication with 400 promises: {:.3} of that without", median(with) / median(without));
    });
}
