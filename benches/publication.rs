//! Publishing and reading at scale, on both databases: `tests/postgres start`, then `cargo bench --bench publication`.
//! Publication is everything from closing on: counting, deciding, sealing, counting again, writing. The results page is
//! asked of the whole application, with guards, templates and charts. Peak memory is that of this process.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "common/mod.rs"]
mod common;

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
use barometer::organisation::{Person, Unit, store as organisation};
use barometer::questionnaire::Question;
use barometer::questionnaire::build::{Wanted, build};
use barometer::render::Language;
use barometer::web::Role;
use common::databases::{Backend, Database};
use common::made::{begin, routes};
use common::process::{cpu, memory};
use common::{figure, made, named, on_each_database};
use criterion::{BenchmarkId, Criterion, criterion_group};
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
        .map(|(dimension, code)| made::core_question(&code, dimension))
        .collect();
    list.push(made::question("overall", "overall", "overall"));
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
            organisation::insert_supplier(conn, &made::supplier())?;
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

/// Publishes a fresh campaign, step by step; gives the time of all steps.
fn publish(backend: Backend, responses: usize, tell: bool) -> Duration {
    let database = Database::new(backend);
    let app = app(&database);
    let campaign = stage(&app, responses);
    // "5" sets the peak back to what is resident now.
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    let before = memory("self", "VmHWM");
    let (start, cpu_before) = (Instant::now(), cpu("self"));
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
            cpu("self") - cpu_before,
            laps.join(", "),
            memory("self", "VmHWM")
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

/// Asks the whole application for a page as its service head, again and again.
fn asking(app: &App, path: &'static str) -> impl FnMut() + use<> {
    let system = actix_web::rt::System::new();
    let (cookie, service) = system.block_on(async {
        let mut response = actix_web::HttpResponse::Ok().finish();
        begin(app, PersonId::from("head"), &mut response).await.expect("a session");
        let cookie = response.headers().get("set-cookie").expect("a cookie").to_str().expect("text");
        let cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        (cookie, actix_web::test::init_service(routes::application(app.clone())).await)
    });
    move || {
        system.block_on(async {
            let request = TestRequest::get().uri(path).insert_header(("cookie", cookie.as_str())).to_request();
            let response = actix_web::test::call_service(&service, request).await;
            assert_eq!(response.status(), 200, "{path}");
            std::hint::black_box(actix_web::test::read_body(response).await);
        });
    }
}

const PAGES: [(&str, &str); 2] = [("quarter", "/results/it/2026-Q1"), ("detail", "/results/it/2026-Q1/detail")];

fn reading(c: &mut Criterion) {
    let mut group = c.benchmark_group("results page");
    group.sample_size(50);
    for backend in [Backend::Sqlite, Backend::Postgres] {
        for responses in [1_000, 100_000, 1_000_000] {
            let database = Database::new(backend);
            let app = app(&database);
            let campaign = stage(&app, responses);
            publication::publish(&app, &campaign).expect("a publication");
            for (page, path) in PAGES {
                let mut ask = asking(&app, path);
                group.bench_function(BenchmarkId::new(format!("{page}, {}", name(backend)), responses), |b| {
                    b.iter(&mut ask);
                });
            }
        }
    }
    group.finish();
}

/// How often a page is asked for, so that the hundredths of a second in which the kernel counts say enough.
const TIMES: u32 = 100;

/// One publication and its pages on each database, for `benches/against/run`: the time of the one, what the others take
/// of the processor.
fn figures() {
    on_each_database(|name, backend| {
        let database = Database::new(backend);
        let app = app(&database);
        let campaign = stage(&app, 125_000);
        let start = Instant::now();
        publication::publish(&app, &campaign).expect("a publication");
        figure(&format!("{name}/publication s"), start.elapsed().as_secs_f64());
        for (page, path) in PAGES {
            let mut ask = asking(&app, path);
            ask();
            let before = cpu("self");
            for _ in 0..TIMES {
                ask();
            }
            figure(&format!("{name}/{page} page cpu ms"), 1000.0 * (cpu("self") - before) / f64::from(TIMES));
        }
    });
}

criterion_group!(benches, publishing, reading);

fn main() {
    if named("figures") {
        return figures();
    }
    benches();
    Criterion::default().configure_from_args().final_summary();
}
