//! Publishing and reading at scale, on both databases: `tests/postgres start`, then `cargo bench --bench publication`.
//! Publication is everything from closing on: counting, deciding, sealing, counting again, writing. The results page is
//! asked of the whole application, with guards, templates and charts. Peak memory is that of this process.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../tests/it/world/databases.rs"]
mod databases;

use std::time::{Duration, Instant};

use actix_web::test::TestRequest;
use barometer::aggregation::publication;
use barometer::answering::OpenResponse;
use barometer::app::App;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{Campaign, State, store as campaigns};
use barometer::clock::{Clock, Day, Moment};
use barometer::config::Config;
use barometer::db::ids::{CampaignId, GroupCode, PersonId, random_key};
use barometer::db::schema as s;
use barometer::organisation::{Person, Supplier, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build, own_question};
use barometer::questionnaire::{Kind, Question};
use barometer::render::Language;
use barometer::routes;
use barometer::web::Role;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use databases::{Backend, Database};
use diesel::prelude::*;

const GROUPS: usize = 50;

fn app(database: &Database) -> App {
    let config = Config::read(|name| match name {
        "BAROMETER_DATA" => Some(database.folder.path().display().to_string()),
        "DATABASE_URL" => Some(database.url.clone()),
        "BAROMETER_PUBLIC_ADDRESS" => Some("http://barometer.test".to_owned()),
        _ => None,
    })
    .expect("a valid configuration");
    let clock = Clock::set_to(Moment::from_jiff("2026-01-20T08:00:00Z".parse().expect("a moment")));
    App::open(config, clock).expect("a database that opens")
}

/// Seven dimensions of three questions, and the overall one: 22.
fn questions() -> Vec<Question> {
    let dimensions = ["reception", "speed", "clarity", "reliability", "follow_up", "cooperation", "trouble"];
    let mut list: Vec<Question> = dimensions
        .iter()
        .flat_map(|dimension| (1..=3).map(move |number| (dimension, format!("{dimension}_{number}"))))
        .map(|(dimension, code)| Question {
            core: true,
            dimension: Some((*dimension).to_owned()),
            dimension_names: barometer::render::Texts::both(*dimension, *dimension),
            ..own_question(&code, Kind::Satisfaction, barometer::render::Texts::both(&code, &code), &[])
                .expect("a question")
        })
        .collect();
    list.push(
        own_question("overall", Kind::Satisfaction, barometer::render::Texts::both("overall", "overall"), &[])
            .expect("a question"),
    );
    list
}

/// A closed campaign with `responses` sheets about one supplier, in 50 groups, waiting to be published.
fn stage(app: &App, responses: usize) -> CampaignId {
    let day = Day::parse("2026-01-05").expect("a day");
    let campaign = Campaign {
        state: State::Draft,
        closes_on: day.plus_days(12),
        ..Campaign::draft(CampaignId("c".to_owned()), "2026-Q1".to_owned(), day)
    };
    let now = app.clock.now();
    let asked = questions();
    let row = campaign.clone();
    let list = asked.clone();
    app.db
        .write_now(move |conn| {
            let unit = |number: usize| Unit {
                code: format!("u{number}").as_str().into(),
                name: format!("Unit {number}"),
                parent: None,
                active: true,
            };
            organisation::insert_units(conn, &(0..GROUPS).map(unit).collect::<Vec<_>>())?;
            let head = Person {
                id: "head".into(),
                person_id: None,
                email: "head@example.org".to_owned(),
                name: "Head".to_owned(),
                unit: "u0".into(),
                language: Language::Fr,
                active: true,
                until: None,
                away: false,
            };
            organisation::insert_people(conn, &[head])?;
            let supplier = Supplier {
                code: "it".into(),
                names: barometer::render::Texts::both("Informatique".to_owned(), "IT".to_owned()),
                in_sentence: barometer::render::Texts::both("l'Informatique".to_owned(), ""),
                unit: None,
                active: true,
            };
            organisation::insert_supplier(conn, &supplier)?;
            organisation::grant(conn, &"head".into(), Role::Head, &"it".into())?;
            let wanted: Vec<Wanted> = list.into_iter().map(|question| Wanted::Own(Box::new(question))).collect();
            let version = build(conn, &"it".into(), now, &wanted)?;
            campaigns::insert(conn, &row)?;
            campaigns::set_suppliers(conn, &row.id, &["it".into()].into())?;
            let groups: Vec<Proposal> = (0..GROUPS)
                .map(|number| Proposal {
                    code: GroupCode(format!("u{number}")),
                    name: format!("Unit {number}"),
                    units: vec![format!("u{number}").as_str().into()],
                })
                .collect();
            campaigns::set_groups(conn, &row.id, &groups)?;
            let people = i32::try_from(2 * responses / GROUPS).expect("a size");
            for group in groups {
                diesel::insert_into(s::proposals::table)
                    .values((
                        s::proposals::campaign.eq(&row.id),
                        s::proposals::supplier.eq("it"),
                        s::proposals::client_group.eq(&group.code),
                        s::proposals::people.eq(people),
                    ))
                    .execute(conn)?;
            }
            diesel::update(s::campaign_suppliers::table)
                .set((
                    s::campaign_suppliers::questionnaire.eq(Some(version)),
                    s::campaign_suppliers::complete.eq(i32::try_from(responses).expect("a count")),
                ))
                .execute(conn)?;
            diesel::update(s::campaigns::table)
                .set((
                    s::campaigns::state.eq(State::Closed),
                    s::campaigns::stage.eq("closed"),
                    s::campaigns::closed_at.eq(now),
                ))
                .execute(conn)?;
            Ok(())
        })
        .expect("an organisation");
    let codes: Vec<String> = asked.into_iter().map(|question| question.code).collect();
    for start in (0..responses).step_by(20_000) {
        let codes = codes.clone();
        app.db
            .write_now(move |conn| {
                let rows: Vec<OpenResponse> = (start..responses.min(start + 20_000)).map(|n| sheet(n, &codes)).collect();
                for part in rows.chunks(500) {
                    barometer::on_each!(conn, c => diesel::insert_into(s::open_responses::table).values(part).execute(c))?;
                }
                Ok(())
            })
            .expect("sheets");
    }
    campaign.id
}

/// One sheet in 13 answers leaves blank, one in 29 is not applicable; values spread over the scale.
fn sheet(number: usize, codes: &[String]) -> OpenResponse {
    let mut answers = String::from("{");
    for (place, code) in codes.iter().enumerate() {
        let mixed = number.wrapping_mul(2_654_435_761).wrapping_add(place * 40_503) >> 3;
        if mixed.is_multiple_of(13) {
            continue;
        }
        let comma = if answers.len() > 1 { "," } else { "" };
        let value = if mixed.is_multiple_of(29) { "\"NA\"".to_owned() } else { (1 + mixed % 5).to_string() };
        answers.push_str(&format!("{comma}\"{code}\":{value}"));
    }
    answers.push('}');
    OpenResponse {
        key: random_key(),
        campaign: CampaignId("c".to_owned()),
        supplier: "it".into(),
        client_group: GroupCode(format!("u{}", number % GROUPS)),
        no_contact: false,
        answers,
        sealed: false,
        counted: false,
    }
}

fn name(backend: Backend) -> &'static str {
    if backend == Backend::Sqlite { "sqlite" } else { "postgres" }
}

/// The largest resident memory since the last reset, in MB.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Processor seconds of this process so far. A Postgres server's own are not among them.
fn cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    // The kernel counts in hundredths of a second on every Linux we know.
    ticks / 100.0
}

/// Publishes a fresh campaign, step by step; gives the time of all steps.
fn publish(backend: Backend, responses: usize, tell: bool) -> Duration {
    let database = Database::new(backend);
    let app = app(&database);
    let campaign = stage(&app, responses);
    // "5" sets the peak back to what is resident now.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let before = peak();
    let (start, cpu_before) = (Instant::now(), cpu());
    let mut laps = Vec::new();
    loop {
        let lap = Instant::now();
        if !publication::step(&app, &campaign).expect("a step") {
            break;
        }
        laps.push(format!("{:.2}", lap.elapsed().as_secs_f64()));
    }
    let took = start.elapsed();
    if tell {
        println!(
            "{} {responses} responses x 22: {:.2} s, {:.2} CPU s (decide, flags, seal, figures: {} s), peak memory \
             {before} -> {} MB",
            name(backend),
            took.as_secs_f64(),
            cpu() - cpu_before,
            laps.join(", "),
            peak()
        );
    }
    took
}

fn publishing(c: &mut Criterion) {
    let mut group = c.benchmark_group("publish 125,000 responses x 22");
    group.sample_size(10).warm_up_time(Duration::from_millis(1)).measurement_time(Duration::from_secs(1));
    for backend in [Backend::Sqlite, Backend::Postgres] {
        for responses in [12_500, 125_000] {
            publish(backend, responses, true);
        }
        group.bench_function(name(backend), |b| {
            b.iter_custom(|times| (0..times).map(|_| publish(backend, 125_000, false)).sum());
        });
    }
    group.finish();
}

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("results page");
    group.sample_size(50);
    for backend in [Backend::Sqlite, Backend::Postgres] {
        for responses in [1_000, 100_000, 1_000_000] {
            let database = Database::new(backend);
            let app = app(&database);
            let campaign = stage(&app, responses);
            publication::publish(&app, &campaign).expect("a publication");
            let system = actix_web::rt::System::new();
            for path in ["/results/it/2026-Q1", "/results/it/2026-Q1/detail"] {
                let (cookie, service) = system.block_on(async {
                    let mut response = actix_web::HttpResponse::Ok().finish();
                    barometer::web::session::begin(&app, PersonId::from("head"), &mut response)
                        .await
                        .expect("a session");
                    let cookie = response.headers().get("set-cookie").expect("a cookie").to_str().expect("text");
                    let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
                    (cookie, actix_web::test::init_service(routes::application(app.clone())).await)
                });
                let page = if path.ends_with("detail") { "detail" } else { "quarter" };
                let id = BenchmarkId::new(format!("{page}, {}", name(backend)), responses);
                group.bench_function(id, |b| {
                    b.iter(|| {
                        system.block_on(async {
                            let request =
                                TestRequest::get().uri(path).insert_header(("cookie", cookie.as_str())).to_request();
                            let response = actix_web::test::call_service(&service, request).await;
                            assert_eq!(response.status(), 200, "{path}");
                            actix_web::test::read_body(response).await
                        })
                    });
                });
            }
        }
    }
    group.finish();
}

criterion_group!(benches, publishing, reading);
criterion_main!(benches);
