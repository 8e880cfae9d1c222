//! Ten thousand invitations through the real program (`barometer work`, a process of its own) to a mail server on
//! loopback, on both databases: `tests/postgres start`, then `cargo bench --bench mail` (`-- 2000 sqlite` for fewer
//! people, one database). With `-- kills` the sender is killed outright at random moments and started again, until
//! everybody is reached: it fails when somebody is not, when there are more doubles than connections for each kill, or
//! when a double has a Message-ID of its own.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../tests/it/world/databases.rs"]
mod databases;
#[path = "../tests/it/world/sink.rs"]
#[allow(dead_code)]
mod sink;

use std::collections::{BTreeMap, BTreeSet};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::campaign::groups::Proposal;
use barometer::campaign::{Campaign, store as campaigns};
use barometer::clock::Clock;
use barometer::config::Config;
use barometer::db::ids::{CampaignId, PersonId, random_u64};
use barometer::db::schema::outbox;
use barometer::mail::Profile;
use barometer::mail::outbox::State;
use barometer::organisation::{Person, Relation, RelationKind, Supplier, Unit, store as organisation};
use barometer::questionnaire::build::{Wanted, build};
use barometer::render::Language;
use barometer::schedule;
use barometer::web::Role;
use databases::{Backend, Database};
use diesel::prelude::*;
use sink::{Sink, header, to};

const PEOPLE: usize = 10_000;
/// People of one unit, and so of one group.
const UNIT: usize = 50;
const CONNECTIONS: u8 = 32;
const LONGEST: Duration = Duration::from_secs(300);

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    // `cargo test --benches` runs this too, without the word; ten thousand mails are nothing to send by chance.
    if !words.iter().any(|word| word == "--bench") {
        println!("mail: run it with `cargo bench --bench mail`");
        return;
    }
    let people = words.iter().find_map(|word| word.parse().ok()).unwrap_or(PEOPLE).max(UNIT);
    let named = |name: &str| words.iter().any(|word| word == name);
    for (name, other, backend) in [("sqlite", "postgres", Backend::Sqlite), ("postgres", "sqlite", Backend::Postgres)] {
        if named(name) || !named(other) {
            if named("kills") { kills(name, backend, people) } else { measure(name, backend, people) }
        }
    }
}

/// How fast, and what it costs.
fn measure(name: &str, backend: Backend, people: usize) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = stage(&database, people);
    let start = Instant::now();
    let sender = Sender::start(&database, &sink);
    wait(&sink, start, 1);
    let (begun, first, pid) = (Instant::now(), sink.count(), sender.0.id().to_string());
    let (cpu_before, own_before) = (cpu(&pid), cpu("self"));
    wait(&sink, start, people);
    let took = begun.elapsed().as_secs_f64();
    let (cpu, own) = (cpu(&pid) - cpu_before, cpu("self") - own_before);
    let peak = peak_memory(&pid);
    while left(&app) > 0 {
        assert!(start.elapsed() < LONGEST, "mails left that are not settled");
        std::thread::sleep(Duration::from_millis(50));
    }
    drop(sender);
    let count = f64::from(u32::try_from(people - first).expect("a count"));
    println!(
        "{name}: {people} invitations in {took:.1} s over {CONNECTIONS} connections: {:.0} per second",
        count / took
    );
    println!(
        "  {:.2} CPU ms of the sender per mail, {:.2} of this program; a Postgres server's own is in neither; peak {peak} MB",
        1000.0 * cpu / count,
        1000.0 * own / count
    );
    let doubles = check(&sink, people);
    assert_eq!(doubles, 0, "nobody died, nobody gets two");
}

/// Killed at random, until everybody is reached.
fn kills(name: &str, backend: Backend, people: usize) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = stage(&database, people);
    let start = Instant::now();
    let mut kills = 0;
    let mut sender = Some(Sender::start(&database, &sink));
    while left(&app) > 0 {
        assert!(start.elapsed() < LONGEST, "{} people still wait", left(&app));
        let pause = 60 + random_u64() % 300;
        std::thread::sleep(Duration::from_millis(pause));
        // What the dead ones held comes free after their lease: the last sender is left alone with it.
        let queued = left_in(&app, &[State::Queued]);
        if queued > 0 && kills < 100 {
            drop(sender.take());
            kills += 1;
            sender = Some(Sender::start(&database, &sink));
        }
    }
    drop(sender);
    let doubles = check(&sink, people);
    println!(
        "{name}: {people} people all reached in {:.0} s through {kills} kills; {doubles} doubles, {} allowed, all under their own Message-ID",
        start.elapsed().as_secs_f64(),
        kills * usize::from(CONNECTIONS)
    );
    assert!(doubles <= kills * usize::from(CONNECTIONS), "more doubles than mails in flight");
}

/// Everybody has one mail, or more under one Message-ID; how many more.
fn check(sink: &Sink, people: usize) -> usize {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let taken = sink.taken();
    for mail in &taken {
        ids.entry(to(mail)).or_default().insert(header(mail, "Message-ID"));
    }
    assert_eq!(ids.len(), people, "everybody is reached");
    assert!(ids.values().all(|ids| ids.len() == 1), "a double under another Message-ID");
    assert_eq!(ids.values().flatten().collect::<BTreeSet<_>>().len(), people, "one Message-ID for two people");
    taken.len() - people
}

fn wait(sink: &Sink, start: Instant, mails: usize) {
    while sink.count() < mails {
        assert!(start.elapsed() < LONGEST, "{} mails of {mails}", sink.count());
        std::thread::sleep(Duration::from_millis(5));
    }
}

fn left(app: &App) -> i64 {
    left_in(app, &[State::Queued, State::Leased, State::Sending])
}

fn left_in(app: &App, states: &[State]) -> i64 {
    let count = outbox::table.filter(outbox::state.eq_any(states.to_vec())).count();
    app.db.read_now(|conn| Ok(count.get_result(conn)?)).expect("a count")
}

/// The sending process; it is killed when this goes.
struct Sender(Child);

impl Sender {
    fn start(database: &Database, sink: &Sink) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_barometer"));
        command.arg("work").env("BAROMETER_LOG", "error").stdin(Stdio::null());
        for (name, value) in settings(database) {
            command.env(name, value);
        }
        let url = format!("smtp://127.0.0.1:{}", sink.port);
        Self(command.env("BAROMETER_SMTP_URL", url).spawn().expect("a sender"))
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// The most memory a process held so far, in MB.
fn peak_memory(pid: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default();
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
        ("BAROMETER_LINK_KEY", "a key of the mail program and of nobody else".to_owned()),
    ]
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
        away: false,
    }
}

/// One service, `people` in units of fifty, and a campaign opened today with its invitations in the outbox.
fn stage(database: &Database, people: usize) -> App {
    let known = settings(database);
    let read = |name: &str| known.iter().find(|(key, _)| *key == name).map(|(_, value)| value.clone());
    let app = App::open(Config::read(read).expect("a valid configuration"), Clock::System).expect("a database");
    let (today, now) = (app.today(), app.clock.now());
    let campaign = Campaign {
        closes_on: today.plus_days(11),
        ..Campaign::draft(CampaignId("c".to_owned()), "mail".to_owned(), today)
    };
    let row = campaign.clone();
    let units: Vec<String> = (0..people.div_ceil(UNIT)).map(|number| format!("u{number}")).collect();
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
        build(conn, &"it".into(), now, &["reception_1", "responsiveness_1", "overall", "keep"].map(Wanted::bank))?;
        campaigns::insert(conn, &row)?;
        campaigns::set_suppliers(conn, &row.id, &["it".into()].into())?;
        let group = |unit: String| Proposal {
            code: unit.as_str().into(),
            name: format!("Groupe {unit}"),
            units: vec![unit.as_str().into()],
        };
        campaigns::set_groups(conn, &row.id, &units.into_iter().map(group).collect::<Vec<_>>())?;
        Profile { connections: CONNECTIONS, ..Profile::default() }.save(conn)
    });
    staged.expect("an organisation");
    let opening = Instant::now();
    assert_eq!(schedule::open(&app, &campaign).expect("an open campaign"), people);
    println!("opened: {people} invitations and their letters written in {:.1} s", opening.elapsed().as_secs_f64());
    app
}
