//! Recurring tasks, each run by one process at a time: a lease in a table, judged by the database's clock and renewed
//! while the task runs. Each claim has a number that only grows: whoever was paused and comes back finds a higher one,
//! and may write nothing more about the task. A task is never run once for each time that was missed.

pub mod claim;
pub mod store;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::OnceLock;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use jiff::SignedDuration;
use jiff::tz::TimeZone;

pub use claim::Claim;

use crate::app::App;
use crate::clock::Moment;
use crate::db::{self, Conn};
use crate::error::{Error, Result};

/// A recurring task: what it is called, how often, what it does. It must bear being run again after a crash.
pub struct Task {
    pub name: &'static str,
    pub rhythm: Rhythm,
    pub run: fn(&App) -> Result<()>,
}

/// When a task comes again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// So long after its last start.
    Every(SignedDuration),
    /// At this hour of each day of the organisation's calendar. In the night that has no such hour, at the moment the
    /// clocks jump past it; in the night that has it twice, the first time. After a fault, a minute later.
    Daily(i8),
}

impl Rhythm {
    /// The first time after `now`.
    pub fn next(self, now: Moment, zone: &TimeZone) -> Moment {
        match self {
            Self::Every(period) => now.plus(period),
            Self::Daily(hour) => {
                let today = now.day_in(zone);
                let at = |days| {
                    let time = today.plus_days(days).to_jiff().at(hour, 0, 0, 0).to_zoned(zone.clone());
                    time.map(|zoned| Moment::from_jiff(zoned.timestamp())).unwrap_or_else(|_| now.plus(RETRY))
                };
                Some(at(0)).filter(|at| *at > now).unwrap_or_else(|| at(1))
            }
        }
    }
}

/// How long a claim holds without being renewed: with the pause between two looks, a dead process's task is taken over
/// within thirty seconds.
pub const LEASE: SignedDuration = SignedDuration::from_secs(20);
/// Between two renewals, so that two may fail.
const RENEWAL: Duration = Duration::from_secs(6);
/// After a fault, a daily task comes again this soon.
const RETRY: SignedDuration = SignedDuration::from_mins(1);

/// This process, as the administration's page names it: its machine and its number there.
pub fn process() -> &'static str {
    static PROCESS: OnceLock<String> = OnceLock::new();
    PROCESS.get_or_init(|| {
        let told = std::fs::read_to_string("/proc/sys/kernel/hostname").or_else(|_| std::env::var("HOSTNAME"));
        let host = told.map(|name| name.trim().to_owned()).unwrap_or_default();
        format!("{host}/{}", std::process::id())
    })
}

/// Runs each task whose time has come and that no other process holds. A fault or a panic is kept beside the task, and
/// the task comes again at its next time. Blocks; call it from a thread that may wait.
pub fn run_due(app: &App, list: &[Task]) -> Result<()> {
    let (now, rows) = app.db.read_now(|conn| Ok((db::now(conn, &app.clock)?, store::rows(conn)?)))?;
    let mut outcome = Ok(());
    for task in list.iter().take_while(|_| !app.is_leaving()) {
        let next = task.rhythm.next(now, &app.config.time_zone);
        let waits = rows.iter().find(|row| row.name == task.name).is_some_and(|row| match row.lease_until {
            Some(until) => (now..=now.plus(LEASE)).contains(&until),
            None => row.next_at > now && row.next_at <= next,
        });
        // One that cannot be claimed or written down does not hold up those behind it.
        if !waits && let Err(fault) = run_one(app, task) {
            outcome = Err(fault);
        }
    }
    outcome
}

/// Runs a task now if it can be claimed.
fn run_one(app: &App, task: &Task) -> Result<()> {
    let Some(claim) = claim(app, task)? else { return Ok(()) };
    let fault = run_renewing(app, task, &claim);
    if let Some(fault) = &fault {
        tracing::error!(task = task.name, fault, "a task failed");
    }
    if !finish(app, &claim, fault)? {
        tracing::warn!(task = task.name, "the lease was lost: another process has taken the task over");
    }
    Ok(())
}

/// Takes a task if its time has come and nobody else holds it.
pub fn claim(app: &App, task: &Task) -> Result<Option<Claim>> {
    let (clock, zone, name, rhythm) = (app.clock.clone(), app.config.time_zone.clone(), task.name, task.rhythm);
    app.db.write_now(move |conn| {
        let now = db::now(conn, &clock)?;
        let wanted =
            store::Wanted { name, owner: process(), now, until: now.plus(LEASE), next: rhythm.next(now, &zone) };
        let daily = matches!(rhythm, Rhythm::Daily(_));
        Ok(store::claim(conn, &wanted)?.map(|number| Claim { name, number, started: now, daily }))
    })
}

/// Holds a claim longer; false when another process has the task by now.
pub fn renew(app: &App, claim: &Claim) -> Result<bool> {
    let (clock, name, number) = (app.clock.clone(), claim.name, claim.number);
    app.db.write_now(move |conn| {
        let until = db::now(conn, &clock)?.plus(LEASE);
        store::renew(conn, name, number, until)
    })
}

/// Writes how the run ended; false, and nothing written, when another process has the task by now.
pub fn finish(app: &App, claim: &Claim, fault: Option<String>) -> Result<bool> {
    let (clock, claim) = (app.clock.clone(), claim.clone());
    app.db.write_now(move |conn| {
        let now = db::now(conn, &clock)?;
        let took = now.to_jiff().duration_since(claim.started.to_jiff()).as_millis().max(0);
        let took_ms = i32::try_from(took).unwrap_or(i32::MAX);
        let again_by = claim.daily.then(|| now.plus(RETRY));
        store::finish(conn, claim.name, claim.number, store::End { now, took_ms, fault, again_by })
    })
}

/// Asked between two steps of a task: does this process still hold it? Whatever runs outside a task holds nothing and
/// goes on.
pub fn still_ours(app: &App) -> Result<()> {
    let Some(claim) = &app.claim else { return Ok(()) };
    if app.db.read_now(|conn| store::is_held(conn, claim.name, claim.number))? {
        return Ok(());
    }
    Err(Error::Internal(format!("the lease of {} was lost: another process goes on", claim.name)))
}

/// Runs the task while a second thread renews the claim; gives the fault, if there was one.
fn run_renewing(app: &App, task: &Task, claim: &Claim) -> Option<String> {
    let holder = App { claim: Some(claim.clone()), ..app.clone() };
    let (ended, told) = channel::<()>();
    let outcome = std::thread::scope(|scope| {
        scope.spawn(move || {
            while told.recv_timeout(RENEWAL) == Err(RecvTimeoutError::Timeout) {
                match renew(app, claim) {
                    Ok(true) => {}
                    Ok(false) => return,
                    Err(fault) => tracing::warn!(task = claim.name, %fault, "a lease could not be renewed"),
                }
            }
        });
        let outcome = catch_unwind(AssertUnwindSafe(|| (task.run)(&holder)));
        drop(ended);
        outcome
    });
    match outcome {
        Ok(outcome) => outcome.err().map(|fault| fault.to_string()),
        Err(panic) => {
            let words = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
            let words = words.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default();
            Some(format!("the task panicked: {words}"))
        }
    }
}

/// Says that this process runs tasks.
pub fn beat(app: &App) -> Result<()> {
    let clock = app.clock.clone();
    app.db.write_now(move |conn| {
        let now = db::now(conn, &clock)?;
        store::beat(conn, process(), now)
    })
}

/// This process runs tasks no longer.
pub fn sign_off(app: &App) -> Result<()> {
    app.db.write_now(|conn| store::forget_worker(conn, process()))
}

/// What an administrator must know at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Health {
    /// No process that runs tasks and sends mail was heard of lately.
    pub no_worker: bool,
    pub overdue: usize,
}

impl Health {
    pub fn of(conn: &mut Conn, now: Moment) -> Result<Self> {
        let no_worker = store::living(conn, now)?.is_empty();
        let overdue = store::rows(conn)?.iter().filter(|row| row.is_overdue(now)).count();
        Ok(Self { no_worker, overdue })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_daily_task_follows_the_calendar_through_both_changes_of_the_clocks() {
        let zone = TimeZone::get("Europe/Paris").expect("a zone");
        let at = |text: &str| Moment::from_jiff(text.parse().expect("a moment"));
        let mut now = at("2026-03-27T12:00:00Z");
        let mut seen = Vec::new();
        for _ in 0..3 {
            now = Rhythm::Daily(2).next(now, &zone);
            seen.push(now.to_string());
        }
        // The 29th has no two o'clock: three in the summer, one in UTC.
        assert_eq!(seen, ["2026-03-28T01:00:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z"]);
        now = at("2026-10-24T12:00:00Z");
        seen.clear();
        for _ in 0..2 {
            now = Rhythm::Daily(2).next(now, &zone);
            seen.push(now.to_string());
        }
        assert_eq!(seen, ["2026-10-25T00:00:00Z", "2026-10-26T01:00:00Z"], "two o'clock comes twice, the task once");
    }
}
