//! What people who answer notice of mails that leave beside them: journeys at a steady pace, first alone, then while
//! ten thousand invitations leave to a server that refuses, delays and cuts one mail in twenty.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::common::browser::Browser;
use crate::common::databases::{Backend, Database};
use crate::common::process::{Process, free_address};
use crate::common::sink::{Says, Sink};
use crate::common::stage::links;
use crate::opened;

/// Journeys a second, each of six requests.
const PACE: usize = 20;
const LASTS: Duration = Duration::from_secs(20);
const BROWSERS: usize = 16;

pub fn meanwhile(name: &str, backend: Backend, people: usize) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = opened(&database, people);
    let links = links(&app);
    let mut turn = 0_usize;
    sink.answers(move |_| {
        turn += 1;
        match turn % 100 {
            10 | 60 => Says::Reply("451 not now"),
            30 => Says::Reply("550 nobody here"),
            50 => Says::Slowly(Duration::from_secs(2)),
            80 => Says::CutAfterText,
            _ => Says::Yes,
        }
    });
    let address = free_address();
    let server = Process::serve(&database, &address);
    let next = AtomicUsize::new(0);
    // Once before it counts, so that caches are warm.
    pace(&address, &links, &next, Duration::from_secs(3));
    let alone = pace(&address, &links, &next, LASTS);
    // With SQLite one process does everything; with Postgres the mails are another's.
    let processes = match backend {
        Backend::Sqlite => {
            drop(server);
            vec![Process::serve_and_work(&database, &address, &sink)]
        }
        Backend::Postgres => vec![server, Process::work(&database, &sink)],
    };
    let beside = pace(&address, &links, &next, LASTS);
    let sent = sink.count();
    println!("{name}: {PACE} journeys a second over {BROWSERS} connections for {} s each time", LASTS.as_secs());
    println!("  alone:  p50 {:.1} ms, p99 {:.1} ms of {} requests", ms(&alone, 50), ms(&alone, 99), alone.len());
    println!(
        "  beside: p50 {:.1} ms, p99 {:.1} ms of {} requests, while {sent} mails left",
        ms(&beside, 50),
        ms(&beside, 99),
        beside.len()
    );
    println!("  p99 beside / alone: {:.2}", ms(&beside, 99) / ms(&alone, 99));
    drop(processes);
}

/// The time of each request of journeys that begin at their pace, whatever became of those before.
fn pace(address: &str, links: &[String], next: &AtomicUsize, lasts: Duration) -> Vec<Duration> {
    let (begun, turn) = (Instant::now(), AtomicUsize::new(0));
    let between = Duration::from_secs(1) / u32::try_from(PACE).expect("a pace");
    std::thread::scope(|scope| {
        let person = || {
            let mut browser = Browser::new(address).expect("a connection");
            let mut times = Vec::new();
            loop {
                let at = begun + between * u32::try_from(turn.fetch_add(1, Ordering::Relaxed)).expect("a count");
                if at - begun > lasts {
                    return times;
                }
                std::thread::sleep(at.saturating_duration_since(Instant::now()));
                let link = links.get(next.fetch_add(1, Ordering::Relaxed)).expect("enough people");
                times.extend(browser.journey(link).expect("a whole journey"));
            }
        };
        let people: Vec<_> = (0..BROWSERS).map(|_| scope.spawn(person)).collect();
        people.into_iter().flat_map(|one| one.join().expect("a person")).collect()
    })
}

fn ms(times: &[Duration], percent: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort();
    let at = times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default();
    1000.0 * at.as_secs_f64()
}
