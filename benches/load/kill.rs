//! The server is killed outright, again and again, while sixteen people answer: `cargo bench --bench load -- kill`.
//! Whoever was cut off comes back as a person would, opens the link and either reads that the answers are recorded or
//! answers again. At the end every person is in the database once, also those whose answer was never acknowledged.

use std::io::Read;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use barometer::error::Say;
use barometer::render::Language;

use crate::common::browser::Browser;
use crate::common::databases::{Backend, Database};
use crate::common::made::say;
use crate::common::process::{Process, count_of, free_address, open};
use crate::{open_campaign, stored};

const CLIENTS: usize = 16;
const KILLS: usize = 20;
/// A restart that takes longer loses people.
const RESTART: Duration = Duration::from_secs(2);

#[derive(Default)]
struct Tally {
    acknowledged: AtomicUsize,
    /// Cut off while sending, and recorded all the same.
    unacknowledged: AtomicUsize,
    cuts: AtomicUsize,
}

pub fn kill(name: &str, backend: Backend, people: usize) {
    let database = Database::new(backend);
    let app = open(&database);
    let links = open_campaign(&app, people);
    let address = free_address();
    let mut server = Process::serve(&database, &address);
    let (tally, next) = (Tally::default(), AtomicUsize::new(0));
    let mut slowest = Duration::ZERO;
    std::thread::scope(|scope| {
        let client = || {
            while let Some(link) = links.get(next.fetch_add(1, Ordering::Relaxed)) {
                answer(&address, link, &tally);
            }
        };
        let clients: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(client)).collect();
        for round in 1..=KILLS {
            // Spread over the whole run; where in a request it falls is chance.
            while tally.acknowledged.load(Ordering::Relaxed) < people * round / (KILLS + 1) {
                std::thread::sleep(Duration::from_millis(1));
            }
            server.0.kill().expect("a server to kill");
            server.0.wait().expect("its end");
            let start = Instant::now();
            server = Process::serve(&database, &address);
            slowest = slowest.max(start.elapsed());
        }
        for client in clients {
            client.join().expect("a client that reached its end");
        }
    });
    drop(server);
    let count = |number: &AtomicUsize| number.load(Ordering::Relaxed);
    let stored = stored(&app);
    println!("{name}: {KILLS} kills under {CLIENTS} clients, {people} people, {} requests cut off", count(&tally.cuts));
    println!(
        "  acknowledged {}, recorded without an acknowledgement {}, stored {} responses of {} people, {} drafts",
        count(&tally.acknowledged),
        count(&tally.unacknowledged),
        stored.0,
        stored.1,
        stored.2
    );
    println!("  slowest restart, to the first connection: {:.0} ms", 1000.0 * slowest.as_secs_f64());
    assert_eq!(count(&tally.acknowledged) + count(&tally.unacknowledged), people, "everybody was told");
    assert_eq!(stored, (count_of(people), count_of(people), 0), "responses, answered and drafts: lost, doubled, left");
    assert!(slowest <= RESTART, "a restart took {slowest:?}");
}

/// One person, however often the server goes away meanwhile.
fn answer(address: &str, link: &str, tally: &Tally) {
    let mut cut = false;
    loop {
        let Ok(mut browser) = Browser::new(address) else {
            std::thread::sleep(Duration::from_millis(5));
            continue;
        };
        let Ok(recorded) = is_recorded(&mut browser, link, "GET", "") else { continue };
        if recorded {
            assert!(cut, "a link nobody used says that its answers are recorded");
            // A retry of the very request that was cut off says the same.
            let Ok(again) = is_recorded(&mut browser, link, "POST", "/sending") else { continue };
            assert!(again, "a retry does not say that the answers are recorded");
            tally.unacknowledged.fetch_add(1, Ordering::Relaxed);
            return;
        }
        if browser.journey(link).is_ok() {
            tally.acknowledged.fetch_add(1, Ordering::Relaxed);
            return;
        }
        cut = true;
        tally.cuts.fetch_add(1, Ordering::Relaxed);
    }
}

fn is_recorded(browser: &mut Browser, link: &str, method: &str, rest: &str) -> std::io::Result<bool> {
    let (status, _, body) = browser.send(method, &format!("{link}{rest}"), "")?;
    assert_eq!(status, 200, "{method} {link}{rest}");
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*body).read_to_string(&mut text)?;
    let title = say(Language::Fr, &Say::new("ended-recorded-title"));
    // What follows the apostrophe, which pages escape.
    Ok(text.contains(title.rsplit('\'').next().unwrap_or(&title)))
}
