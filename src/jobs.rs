//! Recurring tasks, each run by one process at a time: a lease in a table, judged by the database's clock.

use diesel::prelude::*;
use jiff::SignedDuration;

use crate::app::App;
use crate::clock::Moment;
use crate::db;
use crate::db::Conn;
use crate::db::ids;
use crate::db::schema::tasks;
use crate::error::Result;

/// A recurring task: what it is called, how often, what it does. It must bear being run again after a crash.
pub struct Task {
    pub name: &'static str,
    pub period: SignedDuration,
    pub run: fn(&App) -> Result<()>,
}

const LEASE: SignedDuration = SignedDuration::from_mins(10);

/// Runs each task whose time has come and that no other process holds. A fault is kept beside the task, and the
/// task comes again at its next time. Blocks; call it from a thread that may wait.
pub fn run_due(app: &App, list: &[Task]) -> Result<()> {
    for task in list {
        let owner = ids::random_key();
        let (clock, claimant, name, period) = (app.clock.clone(), owner.clone(), task.name, task.period);
        let claimed = app.db.write_now(move |conn| {
            let now = db::now(conn, &clock)?;
            claim(conn, name, &claimant, now, period)
        })?;
        if !claimed {
            continue;
        }
        let fault = (task.run)(app).err().map(|fault| fault.to_string());
        if let Some(fault) = &fault {
            tracing::error!(task = task.name, fault, "a task failed");
        }
        let clock = app.clock.clone();
        app.db.write_now(move |conn| {
            let now = db::now(conn, &clock)?;
            diesel::update(tasks::table.find(name))
                .filter(tasks::lease_owner.eq(&owner))
                .set((
                    tasks::last_at.eq(now),
                    tasks::lease_owner.eq(None::<String>),
                    tasks::lease_until.eq(None::<Moment>),
                    tasks::fault.eq(fault),
                ))
                .execute(conn)?;
            Ok(())
        })?;
    }
    Ok(())
}

fn claim(conn: &mut Conn, name: &str, owner: &str, now: Moment, period: SignedDuration) -> Result<bool> {
    crate::on_each!(conn, c => diesel::insert_into(tasks::table)
        .values((tasks::name.eq(name), tasks::next_at.eq(now)))
        .on_conflict(tasks::name)
        .do_nothing()
        .execute(c))?;
    let claimed = diesel::update(tasks::table.find(name))
        .filter(tasks::next_at.le(now))
        .filter(tasks::lease_until.is_null().or(tasks::lease_until.lt(now)))
        .set((
            tasks::lease_owner.eq(owner),
            tasks::lease_until.eq(now.plus(LEASE)),
            tasks::next_at.eq(now.plus(period)),
        ))
        .execute(conn)?;
    Ok(claimed == 1)
}
