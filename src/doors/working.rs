//! `serve` and `work`: the pages, mail and recurring tasks, until the process is told to end.

use std::thread::JoinHandle;
use std::time::Duration;

use tokio::signal::unix;
use tokio::sync::oneshot;

use super::{metrics, routes};
use crate::app::App;
use crate::error::{Error, Result};
use crate::mail::{Transport, send_due};
use crate::{backup, hooks, jobs, schedule};

/// Between two looks for work.
const PAUSE: Duration = Duration::from_secs(2);
/// Between two signs of life of a worker.
const BEAT: Duration = Duration::from_secs(20);
/// Between two looks at the outbox: somebody may wait for a sign-in link, and a pace by the minute has no time to lose.
const MAIL_PAUSE: Duration = Duration::from_secs(1);

/// So long a process that was told to end finishes mails and tasks; systems that stop it wait longer before they kill.
const GRACE: Duration = Duration::from_secs(20);

pub fn serve(app: App, with_worker: bool) -> Result<()> {
    backup::check_key(&app)?;
    actix_web::rt::System::new().block_on(async move {
        // Within the runtime: lettre's pool of connections panics outside one.
        let transport = Transport::of(&app.config)?;
        let listen = app.config.listen.clone();
        metrics::listen(&app)?;
        let told = |fault: std::io::Error| Error::Setup(format!("cannot listen on {listen}: {fault}"));
        let served = app.clone();
        let server = actix_web::HttpServer::new(move || routes::application(served.clone()))
            .client_request_timeout(Duration::from_secs(5))
            // A page leaves in two pieces; without this the second waits for the first one's acknowledgement, 40 ms.
            .tcp_nodelay(true)
            .bind(listen.clone())
            .map_err(told)?
            .run();
        tracing::info!(listen, "serving");
        let worker = with_worker.then(|| work_aside(app, transport));
        let outcome = server.await.map_err(told);
        if let Some((end, worker)) = worker {
            drop(end);
            let _ = actix_web::web::block(|| worker.join()).await;
        }
        outcome
    })
}

/// Mail and tasks on threads of their own, until the sender that is returned goes away.
fn work_aside(app: App, transport: Transport) -> (oneshot::Sender<()>, JoinHandle<()>) {
    let (end, ended) = oneshot::channel::<()>();
    let worker = std::thread::spawn(move || {
        stand_back();
        actix_web::rt::System::new().block_on(work_until(&app, &transport, async {
            let _ = ended.await;
        }));
    });
    (end, worker)
}

/// People at their pages go first: this thread, and those it starts, take the processor when nobody else wants it much.
fn stand_back() {
    if let Err(fault) = rustix::process::nice(10) {
        tracing::warn!(%fault, "mail and tasks run with the same right to the processor as pages");
    }
}

pub fn work(app: App) -> Result<()> {
    backup::check_key(&app)?;
    stand_back();
    actix_web::rt::System::new().block_on(async move {
        let transport = Transport::of(&app.config)?;
        metrics::listen(&app)?;
        let mut told = unix::signal(unix::SignalKind::terminate()).map_err(Error::internal)?;
        work_until(&app, &transport, async {
            tokio::select! {
                _ = told.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
        })
        .await;
        Ok(())
    })
}

/// Works until `end`, and then as long as what has begun takes, within limits: a mail cut short may leave twice, and a
/// reminder cut short not at all.
async fn work_until(app: &App, transport: &Transport, end: impl Future<Output = ()>) {
    let work = std::pin::pin!(work_on(app, transport));
    let told = async {
        end.await;
        app.leave();
        actix_web::rt::time::sleep(GRACE).await;
    };
    tokio::select! {
        () = work => {}
        () = told => tracing::warn!("work was cut short at the end of the process"),
    }
    let leaving = app.clone();
    if let Ok(Err(fault)) = actix_web::web::block(move || jobs::sign_off(&leaving)).await {
        tracing::warn!(%fault, "this worker could not say that it ends");
    }
}

/// Recurring tasks and mail until the process is told to end, side by side: a mail server that hangs must not hold up a
/// closing. A fault is told and the next round tries again.
async fn work_on(app: &App, transport: &Transport) {
    let tasks = async {
        while !app.is_leaving() {
            let tasks = app.clone();
            let ran = actix_web::web::block(move || jobs::run_due(&tasks, schedule::TASKS)).await;
            if let Ok(Err(fault)) = ran {
                tracing::error!(%fault, "the recurring tasks could not run");
            }
            actix_web::rt::time::sleep(PAUSE).await;
        }
    };
    let mail = async {
        while !app.is_leaving() {
            if let Err(fault) = send_due(app, transport, schedule::OFFICE).await {
                tracing::error!(%fault, "the outbox could not be read");
            }
            actix_web::rt::time::sleep(MAIL_PAUSE).await;
        }
    };
    let others = async {
        while !app.is_leaving() {
            match hooks::sender::deliver_due(app).await {
                Ok(true) => continue,
                Ok(false) => {}
                Err(fault) => tracing::error!(%fault, "other programs could not be told"),
            }
            actix_web::rt::time::sleep(PAUSE).await;
        }
    };
    // Beside the others, so that a long task does not look like a dead process.
    let life = async {
        loop {
            let beating = app.clone();
            let beat = actix_web::web::block(move || jobs::beat(&beating)).await;
            if let Ok(Err(fault)) = beat {
                tracing::warn!(%fault, "this worker could not say that it runs");
            }
            actix_web::rt::time::sleep(BEAT).await;
        }
    };
    tokio::select! {
        ((), (), ()) = async { tokio::join!(tasks, mail, others) } => {}
        () = life => {}
    }
}
