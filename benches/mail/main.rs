//! Ten thousand invitations through the real program (`barometer work`, a process of its own) to a mail server on
//! loopback, on both databases: `tests/postgres start`, then `cargo bench --bench mail` (`-- 2000 sqlite` for fewer
//! people, one database). With `-- kills` the sender is killed outright at random moments and started again, while the
//! server refuses, delays, hangs up and goes away, until everybody is reached: it fails when somebody is not, when
//! there are more doubles than connections for each kill and mails taken without a word, when mails refused for good
//! are tried again other than by a kill, or when a double has a Message-ID of its own. With `-- pause` one of two
//! senders on one Postgres is paused in the middle of the wave for two minutes. With `-- meanwhile` people answer at a
//! steady pace before and while mails leave.

#![allow(clippy::expect_used, clippy::panic)]

#[path = "../common/mod.rs"]
mod common;
mod faults;
mod meanwhile;
mod pause;

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use barometer::app::App;
use barometer::db::ids::random_u64;
use barometer::db::schema::outbox;
use barometer::mail::Profile;
use barometer::mail::outbox::State;
use common::databases::{Backend, Database};
use common::process::{Process, cpu, memory, open};
use common::sink::{Sink, header, to};
use common::stage::stage;
use common::{named, on_each_database};
use diesel::prelude::*;

const PEOPLE: usize = 10_000;
const CONNECTIONS: u8 = 32;
const LONGEST: Duration = Duration::from_secs(300);

fn main() {
    // `cargo test --benches` runs this too, without the word; ten thousand mails are nothing to send by chance.
    if !named("--bench") {
        println!("mail: run it with `cargo bench --bench mail`");
        return;
    }
    let people = common::people(PEOPLE);
    if named("pause") {
        // Two processes share a database only on Postgres.
        return pause::pause(people);
    }
    let run = if named("kills") {
        kills
    } else if named("meanwhile") {
        meanwhile::meanwhile
    } else {
        measure
    };
    on_each_database(|name, backend| run(name, backend, people));
}

/// A campaign opened today, its invitations in the outbox.
fn opened(database: &Database, people: usize) -> App {
    let app = open(database);
    let start = Instant::now();
    stage(&app, people, Profile { connections: CONNECTIONS, ..Profile::default() });
    println!(
        "staged: {people} people imported, invited, their letters written in {:.1} s",
        start.elapsed().as_secs_f64()
    );
    app
}

/// How fast, and what it costs.
fn measure(name: &str, backend: Backend, people: usize) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = opened(&database, people);
    let start = Instant::now();
    let sender = Process::work(&database, &sink);
    wait(&sink, start, 1);
    let (begun, first, pid) = (Instant::now(), sink.count(), sender.pid());
    let (cpu_before, own_before) = (cpu(&pid), cpu("self"));
    wait(&sink, start, people);
    let took = begun.elapsed().as_secs_f64();
    let (cpu, own) = (cpu(&pid) - cpu_before, cpu("self") - own_before);
    let peak = memory(&pid, "VmHWM");
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

/// So many kills of one wave at the most.
const KILLS: usize = 20;

/// Killed at random while the mail server has its faults and is away at times, until everybody is reached.
fn kills(name: &str, backend: Backend, people: usize) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = opened(&database, people);
    let asked = faults::arrange(&sink);
    let start = Instant::now();
    let mut kills = 0;
    let mut sender = Some(Process::work(&database, &sink));
    while left(&app) > 0 {
        assert!(start.elapsed() < LONGEST, "{} people still wait", left(&app));
        let pause = 60 + random_u64() % 300;
        std::thread::sleep(Duration::from_millis(pause));
        sink.is_away(kills % 5 == 4 && kills < KILLS);
        // What the dead ones held comes free after their lease: the last sender is left alone with it.
        if kills < KILLS && left_in(&app, &[State::Queued]) > 0 {
            drop(sender.take());
            kills += 1;
            sender = Some(Process::work(&database, &sink));
        }
    }
    drop(sender);
    let told = faults::look_at(&asked);
    let doubles = check(&sink, people - told.refused);
    let allowed = kills * usize::from(CONNECTIONS) + told.unsure;
    println!(
        "{name}: {} people all reached in {:.0} s through {kills} kills, {} faults of the server and its absences; {} refused for good, {} of them asked again after a kill; {doubles} doubles, {allowed} allowed, all under their own Message-ID",
        people - told.refused,
        start.elapsed().as_secs_f64(),
        told.faults,
        told.refused,
        told.again
    );
    assert!(told.again <= kills * usize::from(CONNECTIONS), "refused for good, and tried again");
    assert!(doubles <= allowed, "more doubles than mails in flight");
}

/// Everybody has one mail, or more under one Message-ID; how many more.
fn check(sink: &Sink, people: usize) -> usize {
    let mut ids: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // The service's head is told of the opening, and is not one of them.
    let taken: Vec<String> = sink.taken().into_iter().filter(|mail| !to(mail).starts_with("head@")).collect();
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
