//! What a load balancer or a supervisor asks: is the process alive, and can it serve? Nothing here moves with what people
//! answer.

use std::time::Duration;

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;

use crate::app::App;
use crate::backup;
use crate::db;
use crate::jobs::Health;

/// A database that does not answer within this is away.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is well and what is not.
#[derive(Debug, Serialize)]
struct Ready {
    /// `ready`, or `unavailable` when the database or the key is not well.
    status: &'static str,
    /// `ok` or `away`.
    database: &'static str,
    /// `ok`, or `another` when it does not open the links of this database; `unknown` while that is away.
    key: &'static str,
    /// `ok`, `none` when nobody sends mail and runs tasks, `overdue` when a task waits for long; `unknown` as above. It
    /// keeps no page from being served.
    worker: &'static str,
}

/// GET /health/live: the process answers.
pub async fn live() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("alive\n")
}

/// GET /health/ready: 200 when pages can be served, else 503; JSON either way.
pub async fn ready(app: Data<App>) -> HttpResponse {
    let inside = app.clone();
    let look = app.db.read(move |conn| {
        let now = db::now(conn, &inside.clock)?;
        Ok((backup::opens_links(conn, &inside.link_key)?, Health::of(conn, now)?))
    });
    let ready = match tokio::time::timeout(PATIENCE, look).await {
        Ok(Ok((key, health))) => Ready {
            status: if key { "ready" } else { "unavailable" },
            database: "ok",
            key: if key { "ok" } else { "another" },
            worker: match health {
                Health { no_worker: true, .. } => "none",
                Health { overdue: 0, .. } => "ok",
                Health { .. } => "overdue",
            },
        },
        _ => Ready { status: "unavailable", database: "away", key: "unknown", worker: "unknown" },
    };
    let mut response = if ready.status == "ready" { HttpResponse::Ok() } else { HttpResponse::ServiceUnavailable() };
    response.json(ready)
}
