//! GET /metrics, on a listener of its own: what a supervisor reads (OpenMetrics text). Nothing in it tells who answered,
//! or how many: requests of respondents are one line, the outbox shows an age, tasks show when they ran.

use std::sync::Mutex;
use std::sync::atomic::AtomicI64;
use std::time::{Duration, Instant};

use actix_web::web::{Data, get};
use actix_web::{HttpResponse, HttpServer};
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::registry::Registry;

use crate::app::App;
use crate::db;
use crate::error::{Error, Result};
use crate::jobs::store as jobs;
use crate::mail::outbox;

const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";
/// The database is looked at this often at most, however often somebody asks.
const KEPT: Duration = Duration::from_secs(5);
/// A database that takes longer is told as away.
const PATIENCE: Duration = Duration::from_secs(2);

type Seconds = Gauge<i64, AtomicI64>;

/// What the database says of mails and tasks.
#[derive(Debug, Clone)]
struct Found {
    oldest_mail: i64,
    workers: usize,
    tasks: Vec<Task>,
}

#[derive(Debug, Clone)]
struct Task {
    name: String,
    last: i64,
    failed: bool,
    overdue: bool,
}

/// What was found last.
#[derive(Default)]
pub struct Watch(Mutex<Option<(Instant, Option<Found>)>>);

fn look(app: &App, conn: &mut db::Conn) -> Result<Found> {
    let now = db::now(conn, &app.clock)?;
    let task = |row: jobs::Row| Task {
        failed: row.failed(),
        overdue: row.is_overdue(now),
        last: row.last_at.map_or(0, |at| at.to_jiff().as_second()),
        name: row.name,
    };
    Ok(Found {
        oldest_mail: outbox::oldest_due(conn, now)?
            .map_or(0, |due| now.to_jiff().as_second() - due.to_jiff().as_second()),
        workers: jobs::living(conn, now)?.len(),
        tasks: jobs::rows(conn)?.into_iter().map(task).collect(),
    })
}

async fn found(app: &App, watch: &Watch) -> Option<Found> {
    let known = watch.0.lock().ok().and_then(|last| last.clone());
    if let Some((_, found)) = known.filter(|(at, _)| at.elapsed() < KEPT) {
        return found;
    }
    let inside = app.clone();
    let look = app.db.read(move |conn| look(&inside, conn));
    let found = tokio::time::timeout(PATIENCE, look).await.ok().and_then(Result::ok);
    if let Ok(mut last) = watch.0.lock() {
        *last = Some((Instant::now(), found.clone()));
    }
    found
}

/// The text, as of now.
pub async fn text(app: &App, watch: &Watch) -> Result<String> {
    let mut registry = Registry::default();
    app.counts.register(&mut registry);
    let version = Family::<[(&str, &str); 1], Gauge>::default();
    version.get_or_create(&[("version", env!("CARGO_PKG_VERSION"))]).set(1);
    registry.register("barometer_build", "The program's version", version);
    let connections = Family::<[(&str, &str); 1], Gauge>::default();
    let (open, idle) = app.db.connections();
    connections.get_or_create(&[("state", "open")]).set(i64::from(open));
    connections.get_or_create(&[("state", "idle")]).set(i64::from(idle));
    registry.register("barometer_database_connections", "Connections of this process", connections);
    let found = found(app, watch).await;
    let up = Gauge::<i64, AtomicI64>::default();
    up.set(i64::from(found.is_some()));
    registry.register("barometer_database_up", "1 while the database answers", up);
    if let Some(found) = found {
        let oldest = Seconds::default();
        oldest.set(found.oldest_mail);
        registry.register("barometer_mail_oldest_due_seconds", "How long the mail that waits longest is due", oldest);
        let workers = Gauge::<i64, AtomicI64>::default();
        workers.set(i64::try_from(found.workers).unwrap_or(i64::MAX));
        registry.register("barometer_workers", "Processes that send mail and run tasks", workers);
        let of_task = Family::<[(&str, String); 1], Gauge>::default;
        let (last, failed, overdue) = (of_task(), of_task(), of_task());
        for task in found.tasks {
            let name = [("task", task.name)];
            last.get_or_create(&name).set(task.last);
            failed.get_or_create(&name).set(task.failed.into());
            overdue.get_or_create(&name).set(task.overdue.into());
        }
        registry.register(
            "barometer_task_last_run_timestamp_seconds",
            "When a task last came to an end; 0: never",
            last,
        );
        registry.register("barometer_task_failed", "1 when its last run ended with a fault", failed);
        registry.register("barometer_task_overdue", "1 when it should have run five minutes ago", overdue);
    }
    let mut text = String::new();
    encode(&mut text, &registry).map_err(Error::internal)?;
    Ok(text)
}

async fn show(app: Data<App>, watch: Data<Watch>) -> Result<HttpResponse> {
    Ok(HttpResponse::Ok().content_type(KIND).body(text(&app, &watch).await?))
}

/// Listens where the configuration says; nothing where it does not.
pub fn listen(app: &App) -> Result<()> {
    let Some(address) = app.config.metrics.clone() else { return Ok(()) };
    let (served, watch) = (Data::new(app.clone()), Data::new(Watch::default()));
    let told = |fault: std::io::Error| Error::Setup(format!("cannot listen on {address} for metrics: {fault}"));
    let server = HttpServer::new(move || {
        let app = actix_web::App::new().app_data(served.clone()).app_data(watch.clone());
        app.route("/metrics", get().to(show))
    });
    let server = server.workers(1).disable_signals().bind(address.clone()).map_err(told)?.run();
    actix_web::rt::spawn(server);
    tracing::info!(address, "metrics");
    Ok(())
}
