//! Every query of tasks and of the processes that run them. Times are the database's (`db::now`).

use diesel::prelude::*;
use jiff::SignedDuration;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::schema::{tasks, workers};
use crate::error::Result;

/// A task this late is overdue.
pub const PATIENCE: SignedDuration = SignedDuration::from_mins(5);
/// A worker not heard of for this long is taken for gone.
pub const SILENCE: SignedDuration = SignedDuration::from_mins(2);

#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = tasks)]
pub struct Row {
    pub name: String,
    pub next_at: Moment,
    /// When it last came to an end.
    pub last_at: Option<Moment>,
    pub lease_owner: Option<String>,
    pub lease_until: Option<Moment>,
    /// The last fault, kept after later runs went well.
    pub fault: Option<String>,
    pub started_at: Option<Moment>,
    pub took_ms: Option<i32>,
    pub fault_at: Option<Moment>,
}

impl Row {
    /// Somebody runs it and said so lately.
    pub fn is_running(&self, now: Moment) -> bool {
        self.lease_owner.is_some() && self.lease_until.is_some_and(|until| until >= now)
    }

    /// Its time passed a while ago and nobody runs it.
    pub fn is_overdue(&self, now: Moment) -> bool {
        !self.is_running(now) && self.next_at < now.minus(PATIENCE)
    }

    /// Did its last run end with a fault?
    pub fn failed(&self) -> bool {
        self.fault_at.is_some() && self.fault_at == self.last_at
    }
}

pub fn rows(conn: &mut Conn) -> Result<Vec<Row>> {
    Ok(tasks::table.order(tasks::name).select(Row::as_select()).load(conn)?)
}

pub fn row(conn: &mut Conn, name: &str) -> Result<Option<Row>> {
    Ok(tasks::table.find(name).select(Row::as_select()).first(conn).optional()?)
}

/// What a claim asks for: the task, who claims it, until when, and when it is next due.
pub struct Wanted<'a> {
    pub name: &'a str,
    pub owner: &'a str,
    pub now: Moment,
    pub until: Moment,
    pub next: Moment,
}

/// Takes a task that is due, or whose holder fell silent; gives the number of this claim. What lies further ahead than
/// it can (a clock was set back) is brought near first, without running anything.
pub fn claim(conn: &mut Conn, wanted: &Wanted<'_>) -> Result<Option<i32>> {
    let Wanted { name, owner, now, until, next } = *wanted;
    crate::on_each!(conn, c => diesel::insert_into(tasks::table)
        .values((tasks::name.eq(name), tasks::next_at.eq(now), tasks::claims.eq(0)))
        .on_conflict(tasks::name)
        .do_nothing()
        .execute(c))?;
    diesel::update(tasks::table.find(name))
        .filter(tasks::next_at.gt(next))
        .set(tasks::next_at.eq(next))
        .execute(conn)?;
    diesel::update(tasks::table.find(name))
        .filter(tasks::lease_until.gt(until))
        .set(tasks::lease_until.eq(until))
        .execute(conn)?;
    let claimed = diesel::update(tasks::table.find(name))
        .filter(tasks::lease_until.lt(now).or(tasks::lease_owner.is_null().and(tasks::next_at.le(now))))
        .set((
            tasks::claims.eq(tasks::claims + 1),
            tasks::lease_owner.eq(owner),
            tasks::lease_until.eq(until),
            tasks::started_at.eq(now),
            tasks::next_at.eq(next),
        ))
        .execute(conn)?;
    if claimed != 1 {
        return Ok(None);
    }
    Ok(Some(tasks::table.find(name).select(tasks::claims).first(conn)?))
}

/// Holds a claim longer; false when somebody else has the task by now.
pub fn renew(conn: &mut Conn, name: &str, number: i32, until: Moment) -> Result<bool> {
    let held = diesel::update(tasks::table.find(name))
        .filter(tasks::claims.eq(number))
        .filter(tasks::lease_owner.is_not_null())
        .set(tasks::lease_until.eq(until))
        .execute(conn)?;
    Ok(held == 1)
}

pub fn is_held(conn: &mut Conn, name: &str, number: i32) -> Result<bool> {
    let held: i64 = tasks::table
        .find(name)
        .filter(tasks::claims.eq(number))
        .filter(tasks::lease_owner.is_not_null())
        .count()
        .get_result(conn)?;
    Ok(held == 1)
}

/// How a run ended.
pub struct End {
    pub now: Moment,
    pub took_ms: i32,
    pub fault: Option<String>,
    /// After a fault: no later than this.
    pub again_by: Option<Moment>,
}

/// Writes how a run ended and lets the task go; false, and nothing written, when somebody else has it by now.
pub fn finish(conn: &mut Conn, name: &str, number: i32, end: End) -> Result<bool> {
    let ended = diesel::update(tasks::table.find(name))
        .filter(tasks::claims.eq(number))
        .filter(tasks::lease_owner.is_not_null())
        .set((
            tasks::last_at.eq(end.now),
            tasks::took_ms.eq(end.took_ms),
            tasks::lease_owner.eq(None::<String>),
            tasks::lease_until.eq(None::<Moment>),
        ))
        .execute(conn)?;
    if ended == 1 && end.fault.is_some() {
        diesel::update(tasks::table.find(name))
            .set((tasks::fault.eq(end.fault), tasks::fault_at.eq(end.now)))
            .execute(conn)?;
        if let Some(again) = end.again_by {
            diesel::update(tasks::table.find(name))
                .filter(tasks::next_at.gt(again))
                .set(tasks::next_at.eq(again))
                .execute(conn)?;
        }
    }
    Ok(ended == 1)
}

/// Makes a task due at `now`; one that runs comes again right after.
pub fn wake(conn: &mut Conn, name: &str, now: Moment) -> Result<()> {
    crate::on_each!(conn, c => diesel::insert_into(tasks::table)
        .values((tasks::name.eq(name), tasks::next_at.eq(now), tasks::claims.eq(0)))
        .on_conflict(tasks::name)
        .do_update()
        .set(tasks::next_at.eq(now))
        .execute(c))?;
    Ok(())
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = workers)]
pub struct Worker {
    pub name: String,
    pub started_at: Moment,
    pub seen_at: Moment,
}

/// Says that the worker `name` lives; forgets those not seen for a day.
pub fn beat(conn: &mut Conn, name: &str, now: Moment) -> Result<()> {
    let row = Worker { name: name.to_owned(), started_at: now, seen_at: now };
    crate::on_each!(conn, c => diesel::insert_into(workers::table)
        .values(&row)
        .on_conflict(workers::name)
        .do_update()
        .set(workers::seen_at.eq(now))
        .execute(c))?;
    let old = now.minus(SignedDuration::from_hours(24));
    diesel::delete(workers::table.filter(workers::seen_at.lt(old))).execute(conn)?;
    Ok(())
}

pub fn forget_worker(conn: &mut Conn, name: &str) -> Result<()> {
    diesel::delete(workers::table.find(name)).execute(conn)?;
    Ok(())
}

/// The workers that said lately that they live. One seen in the future was seen before the clock was set back: it says
/// so again soon, or is gone.
pub fn living(conn: &mut Conn, now: Moment) -> Result<Vec<Worker>> {
    Ok(workers::table
        .filter(workers::seen_at.between(now.minus(SILENCE), now.plus(SILENCE)))
        .order(workers::name)
        .select(Worker::as_select())
        .load(conn)?)
}
