//! The administration's page of recurring tasks: what each does, when it ran and runs next, what went wrong, and
//! whether anybody runs them at all. It can only make a task due; it never runs one inside the request.

pub mod journal;
pub mod keys;
pub mod returned;
pub mod waiting;
pub mod webhooks;
mod store;

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use crate::app::audit;
use crate::clock::{Day, Moment};
use crate::db::{self, Conn};
use crate::error::{Error, Result, Say};
use crate::jobs::store::{self as jobs, Row};
use crate::jobs::{Health, Rhythm, Task};
use crate::mail::bounces::Returned;
use crate::render::Page;
use crate::schedule::TASKS;
use crate::web::{self, Admin, Answer, Fields, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct TasksPage {
    health: Health,
    tasks: Vec<Line>,
    workers: Vec<Worker>,
    returned: Option<Returned>,
}

/// A moment as people read it, in the organisation's time zone.
#[derive(Debug, Clone, Serialize)]
struct At {
    day: Day,
    time: String,
}

#[derive(Debug, Clone, Serialize)]
struct Worker {
    name: String,
    since: At,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    name: &'static str,
    rhythm: Say,
    /// `running`, `overdue`, `waiting`, or `never` before its first run.
    state: &'static str,
    started: Option<At>,
    process: Option<String>,
    last: Option<At>,
    took: Option<Say>,
    next: Option<At>,
    fault: Option<Fault>,
}

#[derive(Debug, Clone, Serialize)]
struct Fault {
    words: String,
    at: Option<At>,
    /// A later run went well.
    over: bool,
}

impl Page for TasksPage {
    const TEMPLATE: &'static str = "administration/tasks.html";
}

fn local(at: Moment, zone: &TimeZone) -> At {
    At { day: at.day_in(zone), time: at.to_jiff().to_zoned(zone.clone()).strftime("%H:%M").to_string() }
}

fn said(rhythm: Rhythm) -> Say {
    match rhythm {
        Rhythm::Daily(hour) => Say::new("task-daily").with("hour", hour),
        Rhythm::Every(period) if period.as_mins() < 60 => Say::new("task-each-minutes").with("n", period.as_mins()),
        Rhythm::Every(period) => Say::new("task-each-hours").with("n", period.as_hours()),
    }
}

/// How long something took, in the largest unit that says it.
fn length(millis: i32) -> Say {
    match millis {
        ..1_000 => Say::new("task-took-instant"),
        1_000..120_000 => Say::new("task-took-seconds").with("n", (millis + 500) / 1_000),
        _ => Say::new("task-took-minutes").with("n", (millis / 1_000 + 30) / 60),
    }
}

fn line(task: &Task, row: Option<Row>, now: Moment, zone: &TimeZone) -> Line {
    let rhythm = said(task.rhythm);
    let Some(row) = row else {
        let (name, state) = (task.name, "never");
        return Line {
            name,
            rhythm,
            state,
            started: None,
            process: None,
            last: None,
            took: None,
            next: None,
            fault: None,
        };
    };
    let running = row.is_running(now);
    let over = !row.failed();
    let fault = row.fault.clone().map(|words| Fault { words, at: row.fault_at.map(|at| local(at, zone)), over });
    Line {
        name: task.name,
        rhythm,
        state: match (running, row.is_overdue(now)) {
            (true, _) => "running",
            (_, true) => "overdue",
            _ => "waiting",
        },
        started: row.started_at.filter(|_| running).map(|at| local(at, zone)),
        process: row.lease_owner.filter(|_| running),
        last: row.last_at.map(|at| local(at, zone)),
        took: row.took_ms.map(length),
        next: Some(local(row.next_at, zone)),
        fault,
    }
}

fn view(conn: &mut Conn, now: Moment, zone: &TimeZone) -> Result<TasksPage> {
    let mut tasks = Vec::new();
    for task in TASKS {
        tasks.push(line(task, jobs::row(conn, task.name)?, now, zone));
    }
    let living = jobs::living(conn, now)?.into_iter();
    let workers = living.map(|worker| Worker { since: local(worker.started_at, zone), name: worker.name }).collect();
    let returned = Returned::of(conn, None, zone)?;
    Ok(TasksPage { health: Health::of(conn, now)?, tasks, workers, returned })
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let (clock, zone) = (app.clock.clone(), app.config.time_zone.clone());
    let page = app
        .db
        .read(move |conn| {
            let now = db::now(conn, &clock)?;
            view(conn, now, &zone)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// Makes a task due now; whoever runs tasks does the rest.
pub async fn run(req: HttpRequest, Admin(who): Admin, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let asked = web::part(&req, "task")?;
    let task = TASKS.iter().find(|task| task.name == asked).ok_or(Error::NotFound)?;
    let (clock, name, by) = (app.clock.clone(), task.name, who.person.clone());
    app.db
        .write(move |conn| {
            let now = db::now(conn, &clock)?;
            jobs::wake(conn, name, now)?;
            audit(conn, &clock, Some(&by), "task-run", name)
        })
        .await?;
    redirect_saying("/administration/tasks", &Say::new("flash-task-due"))
}
