//! Two senders on one Postgres; one is paused in the middle of the wave and revived after two minutes. Everybody is
//! reached by the other, and at most what the paused one had in its connections leaves twice.

use std::time::{Duration, Instant};

use barometer::mail::Profile;

use crate::common::databases::{Backend, Database};
use crate::common::process::{Process, open};
use crate::common::sink::Sink;
use crate::common::stage::stage;
use crate::{CONNECTIONS, LONGEST, check, left, wait};

/// Slow enough for a pause to fall into it: some 50 s for ten thousand.
const PER_MINUTE: u32 = 12_000;
const PAUSE: Duration = Duration::from_secs(120);
const TAKE_OVER: Duration = Duration::from_secs(30);

pub fn pause(people: usize) {
    let (database, sink) = (Database::new(Backend::Postgres), Sink::new());
    let app = open(&database);
    stage(&app, people, Profile { connections: CONNECTIONS, per_minute: Some(PER_MINUTE), ..Profile::default() });
    let (one, other) = (Process::work(&database, &sink), Process::work(&database, &sink));
    let start = Instant::now();
    wait(&sink, start, people / 4);
    one.signal("-STOP");
    let (paused, before) = (Instant::now(), sink.count());
    while left(&app) > 0 {
        assert!(start.elapsed() < LONGEST, "{} mails wait", left(&app));
        std::thread::sleep(Duration::from_millis(100));
    }
    let (done, reached) = (paused.elapsed(), sink.count());
    std::thread::sleep(PAUSE.saturating_sub(done));
    one.signal("-CONT");
    // Its connections end what they had begun, and it finds its leases gone.
    std::thread::sleep(Duration::from_secs(10));
    let doubles = check(&sink, people);
    println!(
        "postgres: {people} people; one of two senders paused after {before} mails for {} s: the other reached everybody \
         within {:.1} s, {} mails later; {doubles} doubles, {CONNECTIONS} allowed, all under their own Message-ID",
        PAUSE.as_secs(),
        done.as_secs_f64(),
        reached - before
    );
    let alone =
        Duration::from_secs_f64(60.0 * f64::from(u32::try_from(people).expect("a count")) / f64::from(PER_MINUTE));
    assert!(done <= alone + TAKE_OVER, "what the paused one held was not taken over in {TAKE_OVER:?}");
    assert!(doubles <= usize::from(CONNECTIONS), "more doubles than mails in flight");
    drop((one, other));
}
