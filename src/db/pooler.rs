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
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(QueryableByName)]
struct Backend {
    #[diesel(sql_type = Integer)]
    pid: i32,
}

/// The server's process behind a connection, asked for in one transaction, which any pooler keeps on one.
fn process(conn: &mut Conn) -> Result<Option<i32>> {
    let Conn::Pg(pg) = conn else { return Ok(None) };
    let look = pg.transaction(|pg| diesel::sql_query("SELECT pg_backend_pid() AS pid").get_result::<Backend>(pg));
    Ok(Some(look?.pid))
}

/// Refuses a database that is reached through a pooler in transaction or statement mode: there two connections, one
/// after the other, are the same to the server, or one becomes another. A pooler that goes round shows the second where
/// it has several, the first where it has one.
pub fn refuse_shared(first: &mut Conn, maker: &Maker) -> Result<()> {
    let Some(own) = process(first)? else { return Ok(()) };
    let (asked, asking) = mpsc::channel::<()>();
    let (found, finding) = mpsc::channel();
    let maker = maker.clone();
    // On a thread of its own: in session mode with one connection it waits until we have ended.
    std::thread::spawn(move || {
        let mut second = maker.open();
        while asking.recv().is_ok() {
            let look = match &mut second {
                Ok(second) => process(second),
                Err(fault) => Err(fault.clone()),
            };
            if found.send(look).is_err() {
                return;
            }
        }
    });
    for _ in 0..LOOKS {
        let _ = asked.send(());
        let other = match finding.recv_timeout(PATIENCE) {
            Ok(Err(Error::Setup(said))) => return Err(Error::Setup(said)),
            // There is no second to look at: the server gives one only, or none in this moment.
            Ok(Err(_)) | Err(_) => return Ok(()),
            Ok(Ok(other)) => other,
        };
        // Twice: with two connections, and two who ask in turn, each would always meet the same.
        for ours in [process(first)?, process(first)?] {
            if ours != Some(own) || ours == other {
                return Err(Error::shared_connection());
            }
        }
    }
    Ok(())
}
