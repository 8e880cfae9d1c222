//! Many people answering at once, over real HTTP on loopback, against the real server as a process of its own, on both
//! databases: `tests/postgres start`, then `cargo bench --bench load` (`-- 500 sqlite` for fewer people, one database).
//! Eight browsers send one journey after another: welcome, choice, page, its answers, check, sending. It stops after the
//! last person or two minutes. Then the server is killed, and what it said it had recorded is counted in the database.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../tests/it/world/databases.rs"]
mod databases;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{Campaign, Invitation, store as campaigns};
use barometer::clock::Clock;
use barometer::config::Config;
use barometer::db::ids::{CampaignId, PersonId};
use barometer::db::schema as s;
use barometer::organisation::{Person, Relation, RelationKind, Supplier, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build, own_question};
use barometer::questionnaire::{Kind, Question};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;
use databases::{Backend, Database};
use diesel::prelude::*;

const PEOPLE: usize = 2_000;
const BROWSERS: usize = 8;
/// As many as LimeSurvey was measured with.
const QUESTIONS: usize = 22;
/// People of one unit, and so of one group.
const UNIT: usize = 50;
const LONGEST: Duration = Duration::from_secs(120);
const STEPS: [&str; 6] = ["GET welcome", "POST choice", "GET page", "POST page", "GET check", "POST sending"];

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --benches` runs this too, without the word; a load is nothing to start by chance.
    if !words.iter().any(|word| word == "--bench") {
        println!("load: run it with `cargo bench --bench load`");
        return;
    }
    let people = words.iter().find_map(|word| word.parse().ok()).unwrap_or(PEOPLE).max(UNIT);
    let named = |name: &str| words.iter().any(|word| word == name);
    for (name, other, backend) in [("sqlite", "postgres", Backend::Sqlite), ("postgres", "sqlite", Backend::Postgres)] {
        if named(name) || !named(other) {
            measure(name, backend, people);
        }
    }
}

fn measure(name: &str, backend: Backend, people: usize) {
    let database = Database::new(backend);
    let app = open(&database);
    let links = stage(&app, people);
    let address = free_address();
    let start = Instant::now();
    let server = Server::start(&database, &address);
    let (weight, requests) = cold_page(&address, links.first().expect("a link"), start);
    let (pid, before) = (server.0.id().to_string(), memory(&server.0.id().to_string(), "VmRSS"));
    let (cpu_before, own_before, begun) = (cpu(&pid), cpu("self"), Instant::now());
    let next = AtomicUsize::new(0);
    let journeys: Vec<[Duration; 6]> = std::thread::scope(|scope| {
        let browser = || {
            let mut browser = Browser::new(&address);
            let mut done = Vec::new();
            while begun.elapsed() < LONGEST
                && let Some(link) = links.get(next.fetch_add(1, Ordering::Relaxed))
            {
                done.push(journey(&mut browser, link));
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
        journeys.iter().map(|steps| steps.iter().sum()).collect::<Vec<Duration>>(),
        journeys.iter().map(|steps| *steps.iter().max().expect("a step")).collect(),
    ];
    println!("{name}: {sent} complete responses of {people} people in {took:.1} s, {BROWSERS} at once");
    println!("  {:.0} responses per second, {:.0} requests per second", count / took, 6.0 * count / took);
    println!(
        "  {:.2} CPU ms of the server per response, {:.2} of this program; a Postgres server's own is in neither",
        1000.0 * server_cpu / count,
        1000.0 * own_cpu / count
    );
    println!("  journey p50 {}, p99 {}", share(&whole, 50), share(&whole, 99));
    println!("  slowest request of each journey p50 {}, p99 {}", share(&worst, 50), share(&worst, 99));
    for (step, words) in STEPS.iter().enumerate() {
        let times: Vec<Duration> = journeys.iter().filter_map(|steps| steps.get(step)).copied().collect();
        println!("    {words:12} p50 {}, p99 {}", share(&times, 50), share(&times, 99));
    }
    println!("  cold welcome page: {requests} requests, {weight} bytes of compressed bodies");
    println!("  resident memory of the server: {before} MB before, {after} MB after, {peak} MB at its peak");
    println!("  statements per response: see tests/it/answering_limits.rs");
    let stored = stored(&app);
    println!("  stored after a kill: {} responses, {} people answered; acknowledged: {sent}", stored.0, stored.1);
    assert_eq!(
        stored,
        (count_of(sent), count_of(sent), 0),
        "responses, answered and drafts: lost, doubled or left over"
    );
}

fn count_of(number: usize) -> i64 {
    i64::try_from(number).expect("a count")
}

fn share(times: &[Duration], percent: usize) -> String {
    let mut times = times.to_vec();
    times.sort();
    let at = times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    format!("{:.1} ms", 1000.0 * at.as_secs_f64())
}

/// Welcome to sending, as a browser's requests; gives the time of each. Anything but the expected answer ends the run.
fn journey(browser: &mut Browser, link: &str) -> [Duration; 6] {
    let (page, check) = (format!("{link}/1"), format!("{link}/check"));
    let answers: String = (0..QUESTIONS).map(|number| format!("q_own_{number}={}&", 1 + number % 5)).collect();
    [
        browser.ask("GET", link, "", ""),
        browser.ask("POST", link, "service=it", &page),
        browser.ask("GET", &page, "", ""),
        browser.ask("POST", &page, &format!("{answers}service=it&go=next"), &check),
        browser.ask("GET", &check, "", ""),
        browser.ask("POST", &format!("{link}/sending"), "", link),
    ]
}

/// One connection, kept open.
struct Browser(BufReader<TcpStream>);

impl Browser {
    fn new(address: &str) -> Self {
        let stream = TcpStream::connect(address).expect("a connection");
        stream.set_nodelay(true).expect("a socket");
        stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a socket");
        Self(BufReader::new(stream))
    }

    /// The time of a request that gives a page, or that leads to `to`.
    fn ask(&mut self, method: &str, path: &str, form: &str, to: &str) -> Duration {
        let start = Instant::now();
        let (status, location, body) = self.send(method, path, form);
        let took = start.elapsed();
        let expected = if to.is_empty() { 200 } else { 303 };
        assert!(
            status == expected && location == to && (status == 303 || !body.is_empty()),
            "{method} {path}: {status} {location:?}, not {expected} {to:?}"
        );
        took
    }

    fn send(&mut self, method: &str, path: &str, form: &str) -> (u16, String, Vec<u8>) {
        let form_headers = if method == "POST" {
            format!("content-type: application/x-www-form-urlencoded\r\ncontent-length: {}\r\n", form.len())
        } else {
            String::new()
        };
        let request =
            format!("{method} {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\n{form_headers}\r\n{form}");
        self.0.get_mut().write_all(request.as_bytes()).expect("a request sent");
        let status = self.line().split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
        let (mut length, mut chunked, mut location) = (0, false, String::new());
        loop {
            let line = self.line();
            let Some((name, value)) = line.split_once(": ") else { break };
            match name.to_ascii_lowercase().as_str() {
                "content-length" => length = value.parse().expect("a length"),
                "transfer-encoding" => chunked = value == "chunked",
                "location" => value.clone_into(&mut location),
                _ => {}
            }
        }
        if !chunked {
            return (status, location, self.bytes(length));
        }
        let mut body = Vec::new();
        loop {
            let size = usize::from_str_radix(&self.line(), 16).expect("a chunk's size");
            body.extend(self.bytes(size));
            self.line();
            if size == 0 {
                return (status, location, body);
            }
        }
    }

    /// A line without its end.
    fn line(&mut self) -> String {
        let mut line = String::new();
        assert!(self.0.read_line(&mut line).expect("a line") > 0, "the server hung up");
        line.trim_end().to_owned()
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.0.read_exact(&mut bytes).expect("a whole body");
        bytes
    }
}

/// Waits for the server, then fetches a welcome page with its style and icon: their bytes and how many they are.
fn cold_page(address: &str, link: &str, start: Instant) -> (usize, usize) {
    while TcpStream::connect(address).is_err() {
        assert!(start.elapsed() < Duration::from_secs(30), "the server does not listen");
        std::thread::sleep(Duration::from_millis(2));
    }
    let mut browser = Browser::new(address);
    let (status, _, page) = browser.send("GET", link, "");
    assert_eq!(status, 200, "the welcome page");
    println!("first page {:.0} ms after the start of the server", 1000.0 * start.elapsed().as_secs_f64());
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*page).read_to_string(&mut text).expect("a compressed page");
    let text = text.replace("&#x2f;", "/");
    let parts: std::collections::BTreeSet<&str> =
        text.split('"').filter(|value| value.starts_with("/assets/") && value.contains('.')).collect();
    let weigh = |path: &&str| {
        let (status, _, body) = browser.send("GET", path, "");
        assert_eq!(status, 200, "{path}");
        body.len()
    };
    (page.len() + parts.iter().map(weigh).sum::<usize>(), 1 + parts.len())
}

/// The server; it goes when this goes, whatever happened.
struct Server(Child);

impl Server {
    fn start(database: &Database, address: &str) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_barometer"));
        command.arg("serve").env("BAROMETER_LISTEN", address).env("BAROMETER_LOG", "warn").stdin(Stdio::null());
        for (name, value) in settings(database) {
            command.env(name, value);
        }
        Self(command.env_remove("BAROMETER_SMTP_URL").spawn().expect("a server"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn free_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("its address").to_string()
}

/// A figure of a process's status, in MB.
fn memory(pid: &str, what: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with(what)).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// Processor seconds of a process so far.
fn cpu(pid: &str) -> f64 {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks: f64 = after_name.split_whitespace().skip(11).take(2).filter_map(|word| word.parse::<f64>().ok()).sum();
    // The kernel counts in hundredths of a second on every Linux we know.
    ticks / 100.0
}

fn settings(database: &Database) -> [(&'static str, String); 4] {
    [
        ("BAROMETER_DATA", database.folder.path().display().to_string()),
        ("DATABASE_URL", database.url.clone()),
        ("BAROMETER_PUBLIC_ADDRESS", "http://localhost".to_owned()),
        ("BAROMETER_LINK_KEY", "a key of the load program and of nobody else".to_owned()),
    ]
}

fn open(database: &Database) -> App {
    let known = settings(database);
    let read = |name: &str| known.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    App::open(Config::read(read).expect("a valid configuration"), Clock::System).expect("a database that opens")
}

/// Responses, people flagged as having answered, drafts. Every response must hold all its answers.
fn stored(app: &App) -> (i64, i64, i64) {
    app.db
        .read_now(|conn| {
            let texts: Vec<String> = s::open_responses::table.select(s::open_responses::answers).load(conn)?;
            assert!(texts.iter().all(|text| text.matches("own_").count() == QUESTIONS), "an answer is missing");
            Ok((
                count_of(texts.len()),
                s::answered::table.count().get_result(conn)?,
                s::drafts::table.count().get_result(conn)?,
            ))
        })
        .expect("counts")
}

fn person(id: String, unit: &str) -> Person {
    Person {
        email: format!("{id}@example.org"),
        name: format!("Personne {id}"),
        id: PersonId(id),
        person_id: None,
        unit: unit.into(),
        language: Language::Fr,
        active: true,
        until: None,
    }
}

/// One service asking its questions of `people`, in units of fifty, and a campaign open from today; gives the links.
fn stage(app: &App, people: usize) -> Vec<String> {
    let (today, now) = (app.today(), app.clock.now());
    let campaign = Campaign {
        closes_on: today.plus_days(11),
        ..Campaign::draft(CampaignId("c".to_owned()), "load".to_owned(), today)
    };
    let row = campaign.clone();
    let units: Vec<String> = (0..people / UNIT).map(|number| format!("u{number}")).collect();
    let staged = app.db.write_now(move |conn| {
        let unit = |code: &str, parent: Option<&str>| Unit {
            code: code.into(),
            name: format!("Unité {code}"),
            parent: parent.map(Into::into),
            active: true,
        };
        let mut tree = vec![unit("root", None), unit("staff", Some("root")), unit("clients", Some("root"))];
        tree.extend(units.iter().map(|code| unit(code, Some("clients"))));
        organisation::insert_units(conn, &tree)?;
        let mut all = vec![person("head".to_owned(), "staff")];
        let places = units.iter().cycle().take(people).enumerate();
        all.extend(places.map(|(number, unit)| person(format!("p{number}"), unit)));
        organisation::insert_people(conn, &all)?;
        let supplier = Supplier {
            code: "it".into(),
            name_fr: "Informatique".to_owned(),
            article_fr: "l'Informatique".to_owned(),
            name_en: "IT".to_owned(),
            unit: None,
            active: true,
        };
        organisation::insert_supplier(conn, &supplier)?;
        organisation::grant(conn, &"head".into(), Role::Head, &"it".into())?;
        let serves = Relation { supplier: "it".into(), unit: "clients".into(), kind: RelationKind::Serves };
        organisation::set_relation(conn, &serves)?;
        build(conn, &"it".into(), now, &questions())?;
        campaigns::insert(conn, &row)?;
        campaigns::set_suppliers(conn, &row.id, &["it".into()].into())?;
        let group = |unit: String| Proposal {
            code: unit.as_str().into(),
            name: format!("Groupe {unit}"),
            units: vec![unit.as_str().into()],
        };
        campaigns::set_groups(conn, &row.id, &units.into_iter().map(group).collect::<Vec<_>>())
    });
    staged.expect("an organisation");
    assert_eq!(schedule::open(app, &campaign).expect("an open campaign"), people);
    // The invitations' mails are another measure.
    app.db.write_now(|conn| Ok(diesel::delete(s::outbox::table).execute(conn)?)).expect("no mails");
    let invitations: Vec<Invitation> = app
        .db
        .read_now(|conn| Ok(s::invitations::table.select(Invitation::as_select()).load(conn)?))
        .expect("invitations");
    invitations.iter().map(|invitation| format!("/r/{}", invitation.token(&app.link_key))).collect()
}

fn questions() -> Vec<Wanted> {
    let question = |number: usize| {
        let (code, fr, en) = (format!("own_{number}"), format!("La question {number}"), format!("Question {number}"));
        let own: Question = own_question(&code, Kind::Satisfaction, &fr, &en, &[]).expect("a question");
        Wanted::Own(Box::new(own))
    };
    (0..QUESTIONS).map(question).collect()
}
