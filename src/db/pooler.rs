//! What stands between us and PostgreSQL: a pooler that gives each transaction another connection cannot be used, because
//! what a connection has set and prepared is then somebody else's.

use std::sync::mpsc;
use std::time::Duration;

use diesel::prelude::*;
use diesel::sql_types::Integer;

use super::conn::{Conn, Maker};
use crate::error::{Error, Result};

/// So many times two connections of ours look whether they are one to the server: some poolers go round.
const LOOKS: usize = 6;
/// A second connection that is not answered within this waits for the first: each has its own then.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(QueryableByName)]
struct Backend {
    #[diesel(sql_type = Integer)]
    pid: i32,
}

/// The server's process behind a connection, asked for in one transaction, which any pooler keeps on one.
fn process(conn: &mut Conn) -> Option<i32> {
    let Conn::Pg(pg) = conn else { return None };
    let look = pg.transaction(|pg| diesel::sql_query("SELECT pg_backend_pid() AS pid").get_result::<Backend>(pg));
    look.ok().map(|backend| backend.pid)
}

/// Refuses a database that is reached through a pooler in transaction or statement mode: there two connections, one
/// after the other, are the same to the server.
pub fn refuse_shared(first: &mut Conn, maker: &Maker) -> Result<()> {
    if !matches!(first, Conn::Pg(_)) {
        return Ok(());
    }
    let (asked, asking) = mpsc::channel::<()>();
    let (found, finding) = mpsc::channel();
    let maker = maker.clone();
    // On a thread of its own: in session mode with one connection it waits until we have ended.
    std::thread::spawn(move || {
        let Ok(mut second) = maker.open() else { return };
        while asking.recv().is_ok() {
            if found.send(process(&mut second)).is_err() {
                return;
            }
        }
    });
    for _ in 0..LOOKS {
        let ours = process(first);
        let _ = asked.send(());
        let Ok(other) = finding.recv_timeout(PATIENCE) else { return Ok(()) };
        if ours.is_some() && ours == other {
            return Err(Error::Setup(
                "DATABASE_URL leads through a pooler that gives each transaction another connection (PgBouncer with \
                 pool_mode=transaction or statement): set pool_mode=session for this database in pgbouncer.ini \
                 (barometer = host=… dbname=… pool_mode=session), or name PostgreSQL itself"
                    .to_owned(),
            ));
        }
    }
    Ok(())
}
