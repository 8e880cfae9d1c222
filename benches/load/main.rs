//! Many people answering at once, over real HTTP on loopback, against the real server as a process of its own, on both
//! databases: `tests/postgres start`, then `cargo bench --bench load` (`-- 500 sqlite` for fewer people, one database).
//! Eight browsers send one journey after another: welcome, choice, page, its answers, check, sending. It stops after the
//! last person or two minutes. Then the server is killed, and what it said it had recorded is counted in the database.
//! `-- kill` kills it twenty times on the way instead.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod kill;

use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::db::schema as s;
use barometer::mail::Profile;
use common::browser::{Browser, STEPS};
use common::databases::{Backend, Database};
use common::made::routes;
use common::process::{Process, count_of, cpu, free_address, memory, open};
use common::stage::{UNIT, links, stage, without_mails};
use common::{figure, named, on_each_database, questions};
use diesel::prelude::*;

const PEOPLE: usize = 2_000;
/// On each database.
const PEOPLE_AND_KILLS: usize = 25_000;
const BROWSERS: usize = 8;
const LONGEST: Duration = Duration::from_secs(120);

fn main() {
    // `cargo test --benches` runs this too, without the word; a load is nothing to start by chance.
    if !named("--bench") {
        println!("load: run it with `cargo bench --bench load`");
        return;
    }
    let (run, people): (fn(&str, Backend, usize), _) =
        if named("kill") { (kill::kill, common::people(PEOPLE_AND_KILLS)) } else { (measure, common::people(PEOPLE)) };
    on_each_database(|name, backend| run(name, backend, people));
}

/// An open campaign whose people have their links and get no mail.
fn open_campaign(app: &App, people: usize) -> Vec<String> {
    stage(app, people, Profile::default());
    without_mails(app);
    links(app)
}

/// Responses, people flagged as having answered, drafts. Every response must hold all its answers.
fn stored(app: &App) -> (i64, i64, i64) {
    app.db
        .read_now(|conn| {
            let texts: Vec<String> = s::open_responses::table.select(s::open_responses::answers).load(conn)?;
            assert!(texts.iter().all(|text| text.matches("own_").count() == questions()), "an answer is missing");
            Ok((
                count_of(texts.len()),
                s::answered::table.count().get_result(conn)?,
                s::drafts::table.count().get_result(conn)?,
            ))
        })
        .expect("counts")
}

/// The statements of one whole journey. The same application is served by this program here, because only the process
/// that has a database open can count what it is asked.
fn statements(backend: Backend) -> usize {
    let database = Database::new(backend);
    let app = open(&database);
    let links = open_campaign(&app, UNIT);
    let (served, address) = (app.clone(), free_address());
    let at = address.clone();
    std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let server = actix_web::HttpServer::new(move || routes::application(served.clone()));
            server.workers(1).disable_signals().bind(at).expect("a port").run().await
        })
    });
    let start = Instant::now();
    let mut browser = loop {
        if let Ok(browser) = Browser::new(&address) {
            break browser;
        }
        assert!(start.elapsed() < Duration::from_secs(30), "nobody listens");
        std::thread::sleep(Duration::from_millis(2));
    };
    let mut links = links.iter();
    // Once before: what a campaign asks is read by each process once.
    browser.journey(links.next().expect("a link")).expect("a whole journey");
    app.db.watch().start();
    browser.journey(links.next().expect("a link")).expect("a whole journey");
    app.db.watch().take().len()
}

fn measure(name: &str, backend: Backend, people: usize) {
    let database = Database::new(backend);
    let app = open(&database);
    let links = open_campaign(&app, people);
    let address = free_address();
    let start = Instant::now();
    let server = Process::serve(&database, &address);
    let (weight, requests) = cold_page(&address, links.first().expect("a link"), start);
    let pid = server.pid();
    let before = memory(&pid, "VmRSS");
    let (cpu_before, own_before, begun) = (cpu(&pid), cpu("self"), Instant::now());
    let next = AtomicUsize::new(0);
    let journeys: Vec<Vec<(usize, Duration)>> = std::thread::scope(|scope| {
        let browser = || {
            let mut browser = Browser::new(&address).expect("a connection");
            let mut done = Vec::new();
            while begun.elapsed() < LONGEST
                && let Some(link) = links.get(next.fetch_add(1, Ordering::Relaxed))
            {
                done.push(browser.journey(link).expect("a whole journey"));
            }
            done
        };
        let browsers: Vec<_> = (0..BROWSERS).map(|_| scope.spawn(browser)).collect();
        browsers.into_iter().flat_map(|one| one.join().expect("a browser that reached its end")).collect()
    });
    let (took, server_cpu, own_cpu) = (begun.elapsed().as_secs_f64(), cpu(&pid) - cpu_before, cpu("self") - own_before);
    let (after, peak) = (memory(&pid, "VmRSS"), memory(&pid, "VmHWM"));
    // Killed outright: what it acknowledged must be in the database already.
    drop(server);
    let sent = journeys.len();
    let count = f64::from(u32::try_from(sent).expect("a count"));
    let [whole, worst] = [
        journeys.iter().map(|steps| steps.iter().map(|(_, time)| *time).sum()).collect::<Vec<Duration>>(),
        journeys.iter().filter_map(|steps| steps.iter().map(|(_, time)| *time).max()).collect(),
    ];
    println!("{name}: {sent} complete responses of {people} people in {took:.1} s, {BROWSERS} at once");
    let (most, least) = if backend == Backend::Sqlite { (1_000, 1) } else { (300, 2) };
    println!(
        "  {:.0} responses per second (target {most}), {:.0} requests per second",
        count / took,
        f64::from(u32::try_from(journeys.iter().map(Vec::len).sum::<usize>()).expect("a count")) / took
    );
    println!(
        "  {:.2} CPU ms of the server per response (target {least}), {:.2} of this program; a Postgres server's own is in neither",
        1000.0 * server_cpu / count,
        1000.0 * own_cpu / count
    );
    println!("  journey p50 {}, p99 {}", share(&whole, 50), share(&whole, 99));
    println!("  slowest request of each journey p50 {}, p99 {}", share(&worst, 50), share(&worst, 99));
    for (step, words) in STEPS.iter().enumerate() {
        let times: Vec<Duration> =
            journeys.iter().flatten().filter(|(of, _)| *of == step).map(|(_, time)| *time).collect();
        println!("    {words:12} p50 {}, p99 {}", share(&times, 50), share(&times, 99));
    }
    println!("  cold welcome page: {requests} requests, {weight} bytes of compressed bodies (targets 3 and 30,000)");
    println!(
        "  resident memory of the server: {before} MB before, {after} MB after, {peak} MB at its peak (target 150)"
    );
    let statements = statements(backend);
    println!("  {statements} statements per response of {} questions", questions());
    let requests = f64::from(u32::try_from(journeys.first().map_or(0, Vec::len)).expect("a count"));
    figure(&format!("{name}/cpu ms a response"), 1000.0 * server_cpu / count);
    figure(&format!("{name}/cpu ms a request"), 1000.0 * server_cpu / count / requests);
    figure(&format!("{name}/statements a request"), f64::from(u32::try_from(statements).expect("a count")) / requests);
    #[expect(clippy::cast_precision_loss, reason = "megabytes")]
    figure(&format!("{name}/memory MB"), peak as f64);
    let stored = stored(&app);
    println!("  stored after a kill: {} responses, {} people answered; acknowledged: {sent}", stored.0, stored.1);
    assert_eq!(
        stored,
        (count_of(sent), count_of(sent), 0),
        "responses, answered and drafts: lost, doubled or left over"
    );
}

fn share(times: &[Duration], percent: usize) -> String {
    let mut times = times.to_vec();
    times.sort();
    let at = times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    format!("{:.1} ms", 1000.0 * at.as_secs_f64())
}

/// Fetches a welcome page with its style and icon: their bytes and how many they are.
fn cold_page(address: &str, link: &str, start: Instant) -> (usize, usize) {
    let mut browser = Browser::new(address).expect("a connection");
    let (status, _, page) = browser.send("GET", link, "").expect("a page");
    assert_eq!(status, 200, "the welcome page");
    println!("first page {:.0} ms after the start of the server", 1000.0 * start.elapsed().as_secs_f64());
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*page).read_to_string(&mut text).expect("a compressed page");
    let text = text.replace("&#x2f;", "/");
    let parts: std::collections::BTreeSet<&str> =
        text.split('"').filter(|value| value.starts_with("/assets/") && value.contains('.')).collect();
    let weigh = |path: &&str| {
        let (status, _, body) = browser.send("GET", path, "").expect("a part of a page");
        assert_eq!(status, 200, "{path}");
        body.len()
    };
    (page.len() + parts.iter().map(weigh).sum::<usize>(), 1 + parts.len())
}
