//! What people who answer notice of mails that leave beside them: journeys at a steady pace, first alone, then while
//! ten thousand invitations leave to a server that refuses, delays and cuts one mail in twenty. Once to a server that
//! takes as long for a mail as quick ones do, once to one that costs nothing but this machine's two cores, which the
//! sender, the server of pages, the mail server and this program then fight for.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use barometer::{jobs, schedule};

use crate::common::browser::Browser;
use crate::common::databases::{Backend, Database};
use crate::common::process::{Process, free_address};
use crate::common::sink::{Says, Sink};
use crate::common::stage::links;
use crate::opened;

/// Journeys a second, each of six requests: a hundred responses and three hundred pages a second.
const PACE: usize = 100;
const LASTS: Duration = Duration::from_secs(20);
const BROWSERS: usize = 16;

/// What a quick mail server takes to put a mail on its disk.
const QUICK: Duration = Duration::from_millis(50);
/// What a hosted one takes: a hundred mails a second over these connections.
const HOSTED: Duration = Duration::from_millis(300);

pub fn meanwhile(name: &str, backend: Backend, people: usize) {
    beside(&format!("{name}, {} ms a mail", QUICK.as_millis()), backend, people, Says::Slowly(QUICK));
    beside(&format!("{name}, {} ms a mail", HOSTED.as_millis()), backend, people, Says::Slowly(HOSTED));
    beside(&format!("{name}, as fast as it goes"), backend, people, Says::Yes);
}

fn beside(name: &str, backend: Backend, people: usize, usual: Says) {
    let (database, sink) = (Database::new(backend), Sink::new());
    let app = opened(&database, people);
    let links = links(&app);
    answers(&sink, usual);
    let address = free_address();
    let server = Process::serve(&database, &address);
    let next = AtomicUsize::new(0);
    // Once before it counts, so that caches are warm.
    pace(&address, &links, &next, Duration::from_secs(3));
    let alone = pace(&address, &links, &next, LASTS);
    // The same mails of a stranger: what this machine makes people wait for, whoever sends.
    let (strange, strangers) = {
        let (other, mails) = (Database::new(backend), Sink::new());
        answers(&mails, usual);
        opened(&other, people);
        let sender = Process::work(&other, &mails);
        let times = pace(&address, &links, &next, LASTS);
        drop(sender);
        (times, mails.count())
    };
    // A worker that starts does what the nights before would have done, the seal among it: not what is measured here.
    jobs::run_due(&app, schedule::TASKS).expect("the night's tasks");
    // With SQLite one process does everything; with Postgres the mails are another's.
    let processes = match backend {
        Backend::Sqlite => {
            drop(server);
            vec![Process::serve_and_work(&database, &address, &sink)]
        }
        Backend::Postgres => vec![server, Process::work(&database, &sink)],
    };
    let beside = pace(&address, &links, &next, LASTS);
    println!("{name}: {PACE} journeys a second over {BROWSERS} connections for {} s each time", LASTS.as_secs());
    let tell = |when: &str, times: &[Duration], mails: usize| {
        let percents: Vec<String> =
            [50, 90, 99].iter().map(|percent| format!("p{percent} {:.1} ms", ms(times, *percent))).collect();
        println!("  {when:18} {} of {} requests, while {mails} mails left", percents.join(", "), times.len());
    };
    tell("alone:", &alone, 0);
    tell("a stranger's mails:", &strange, strangers);
    tell("own mails:", &beside, sink.count());
    let ratio = |base: &[Duration]| ms(&beside, 99) / ms(base, 99);
    println!("  p99: {:.2} times that alone, {:.2} times that beside a stranger's", ratio(&alone), ratio(&strange));
    drop(processes);
}

/// One mail in twenty meets a fault.
fn answers(sink: &Sink, usual: Says) {
    let mut turn = 0_usize;
    sink.answers(move |_| {
        turn += 1;
        match turn % 100 {
            10 | 60 => Says::Reply("451 not now"),
            30 => Says::Reply("550 nobody here"),
            50 => Says::Slowly(Duration::from_secs(2)),
            80 => Says::CutAfterText,
            _ => usual,
        }
    });
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
                times.extend(browser.journey(link).expect("a whole journey").into_iter().map(|(_, time)| time));
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
