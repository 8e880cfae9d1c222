//! The connection type shared by both backends, and how one is opened.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;

use super::address::Address;
use super::watch::Watch;
use crate::clock::{Clock, Moment};
use crate::error::{Error, Result};

#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

/// A piece of work on a connection; what it makes is kept elsewhere.
pub type Work<'a> = Box<dyn FnOnce(&mut Conn) -> Result<()> + 'a>;
/// The same, for another thread.
pub type Sent = Box<dyn FnOnce(&mut Conn) -> Result<()> + Send>;

impl Conn {
    /// A fault on a connection that has died is the database's absence, whatever its words and their language.
    pub(super) fn judged(&mut self, fault: Error) -> Error {
        match (fault, self) {
            (Error::Internal(said), Self::Pg(pg)) => match pg.batch_execute("SELECT 1") {
                Ok(()) => Error::Internal(said),
                Err(_) => Error::Unavailable(said),
            },
            (fault, _) => fault,
        }
    }

    /// Begins a transaction that already holds SQLite's write lock; elsewhere an ordinary one.
    pub(super) fn begin_immediate(&mut self) -> QueryResult<()> {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        match self {
            Self::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE"),
            Self::Pg(pg) => AnsiTransactionManager::begin_transaction(pg),
        }
    }
}

/// One transaction of its own, for work that runs outside the door's: the sides of the seal, a restore. On SQLite it
/// holds the write lock from the start: another process may be writing to the file.
pub fn transaction<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    use diesel::Connection as _;
    use diesel::connection::TransactionManager;
    type Manager = <Conn as diesel::Connection>::TransactionManager;
    if matches!(conn, Conn::Pg(_)) {
        return conn.transaction(work);
    }
    conn.begin_immediate()?;
    match work(conn) {
        Ok(outcome) => {
            Manager::commit_transaction(conn)?;
            Ok(outcome)
        }
        Err(fault) => {
            Manager::rollback_transaction(conn)?;
            Err(fault)
        }
    }
}

/// How much of SQLite's file is read where the system keeps it; what lies behind that is copied as always.
const MAPPED: u32 = 64 << 20;

/// For work that reads a whole campaign: SQLite reads its file where the system keeps it meanwhile, instead of asking the
/// system to copy every page. Not for all work: a disk that fails under such a read ends the process, where it would give
/// an error otherwise, and what a process has read so counts as its memory.
pub fn reading_much<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T>) -> Result<T> {
    map(conn, MAPPED)?;
    let outcome = work(conn);
    let unmapped = map(conn, 0);
    outcome.and_then(|made| unmapped.map(|()| made))
}

fn map(conn: &mut Conn, bytes: u32) -> Result<()> {
    match conn {
        Conn::Sqlite(sqlite) => Ok(sqlite.batch_execute(&format!("PRAGMA mmap_size = {bytes}"))?),
        Conn::Pg(_) => Ok(()),
    }
}

/// The time by which leases are judged: the database server's own where there is one, so that two machines whose
/// clocks differ cannot hold the same lease. A set clock wins, for tests.
pub fn now(conn: &mut Conn, clock: &Clock) -> Result<Moment> {
    use diesel::prelude::*;
    use diesel::sql_types::Timestamp;
    match (clock, conn) {
        (Clock::System, Conn::Pg(pg)) => {
            Ok(diesel::select(diesel::dsl::sql::<Timestamp>("CAST(clock_timestamp() AT TIME ZONE 'UTC' AS timestamp)"))
                .get_result(pg)?)
        }
        _ => Ok(clock.now()),
    }
}

/// Opens connections for the pool. We choose the backend by the address ourselves: the derived way tries both and
/// hides the fault that matters.
#[derive(Debug, Clone)]
pub struct Maker {
    address: Address,
    watch: Watch,
    /// When a connection last turned out dead: those that rest since before may be, too.
    death: Arc<Mutex<Option<Instant>>>,
}

impl Maker {
    pub fn new(address: Address, watch: Watch) -> Self {
        Self { address, watch, death: Arc::default() }
    }

    pub fn open(&self) -> Result<Conn> {
        let mut conn = self.connect_to()?;
        conn.set_instrumentation(self.watch.clone());
        Ok(conn)
    }

    fn connect_to(&self) -> Result<Conn> {
        match &self.address {
            Address::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(&path.to_string_lossy())
                    .map_err(|fault| Error::Unavailable(format!("{}: {fault}", path.display())))?;
                // secure_delete: what is deleted (drafts, flags, unsealed answers) is overwritten with zeros.
                conn.batch_execute(
                    "PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;",
                )
                .map_err(|fault| Error::Unavailable(format!("{}: {fault}", path.display())))?;
                Ok(Conn::Sqlite(conn))
            }
            Address::Postgres(url) => {
                let mut conn = PgConnection::establish(url).map_err(|fault| Error::Unavailable(fault.to_string()))?;
                refuse_standby(&mut conn)?;
                // What we rely on, whatever the server, the database or the role set for others.
                conn.batch_execute(
                    "SET client_encoding = 'UTF8'; SET client_min_messages = warning; \
                     SET default_transaction_isolation = 'read committed'; SET standard_conforming_strings = on; \
                     SET DateStyle = 'ISO'; SET idle_in_transaction_session_timeout = '60s'",
                )?;
                Ok(Conn::Pg(conn))
            }
        }
    }
}

#[derive(QueryableByName)]
struct Recovery {
    #[diesel(sql_type = diesel::sql_types::Bool)]
    is_standby: bool,
}

/// A standby answers, and takes nothing: with several hosts in the address one may be met while another takes over.
fn refuse_standby(conn: &mut PgConnection) -> Result<()> {
    // In a transaction, and not kept prepared: whether a pooler gives the next statement another connection is not known
    // yet.
    let told = conn
        .transaction(|conn| diesel::sql_query("SELECT pg_is_in_recovery() AS is_standby").get_result::<Recovery>(conn));
    let told = told.map_err(|fault| match Error::from(fault) {
        Error::Unavailable(said) => Error::Unavailable(format!(
            "the connection ended in its first transaction ({}); where a pooler is between, set pool_mode=session: \
             pool_mode=statement allows no transactions",
            said.trim()
        )),
        other => other,
    })?;
    if told.is_standby {
        return Err(Error::Unavailable(
            "the server is a standby, which takes no writes: name the primary, or all hosts with \
             target_session_attrs=read-write (postgres://user@one,two/name?target_session_attrs=read-write)"
                .to_owned(),
        ));
    }
    Ok(())
}

/// A connection of the pool, and when it came back from its last work.
pub struct Pooled {
    pub conn: Conn,
    back: Instant,
}

impl Pooled {
    /// Runs `work` to read. What SQLite reads is of one moment; Postgres sees in a transaction what it would see without.
    pub(super) fn read(&mut self, work: Work<'_>) -> Result<()> {
        match &self.conn {
            Conn::Sqlite(_) => self.transaction(work),
            Conn::Pg(_) => {
                let outcome = work(&mut self.conn);
                outcome.map_err(|fault| self.conn.judged(fault))
            }
        }
    }

    /// As [`Pooled::transaction`], on Postgres; `begin` begins it and does more, in one message to the server.
    pub(super) fn begun(&mut self, begin: &str, work: Work<'_>) -> Result<()> {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        let Conn::Pg(pg) = &mut self.conn else { return self.transaction(work) };
        let began = AnsiTransactionManager::begin_transaction_sql(pg, begin);
        let outcome = began.map_err(Error::from).and_then(|()| {
            let done = work(&mut self.conn);
            type Manager = <Conn as diesel::Connection>::TransactionManager;
            match &done {
                Ok(_) => Manager::commit_transaction(&mut self.conn)?,
                Err(_) => Manager::rollback_transaction(&mut self.conn)?,
            }
            done
        });
        outcome.map_err(|fault| self.conn.judged(fault))
    }

    pub(super) fn transaction(&mut self, work: Work<'_>) -> Result<()> {
        let outcome = self.conn.transaction(work);
        outcome.map_err(|fault| self.conn.judged(fault))
    }
}

/// A connection that rested longer is asked whether it still lives before it works again; asking each time would be
/// one more statement for every page.
const RESTED: Duration = Duration::from_secs(1);

impl ManageConnection for Maker {
    type Connection = Pooled;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Pooled, Self::Error> {
        let conn = self
            .open()
            .map_err(|fault| diesel::r2d2::Error::ConnectionError(ConnectionError::BadConnection(fault.to_string())))?;
        Ok(Pooled { conn, back: Instant::now() })
    }

    fn is_valid(&self, pooled: &mut Pooled) -> std::result::Result<(), Self::Error> {
        let died = self.death.lock().is_ok_and(|death| death.is_some_and(|death| death >= pooled.back));
        if !died && pooled.back.elapsed() < RESTED {
            return Ok(());
        }
        pooled.conn.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, pooled: &mut Pooled) -> bool {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        pooled.back = Instant::now();
        let broken = match &mut pooled.conn {
            Conn::Sqlite(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
            Conn::Pg(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
        };
        if broken && let Ok(mut death) = self.death.lock() {
            *death = Some(pooled.back);
        }
        broken
    }
}

#[cfg(test)]
mod tests {
    use diesel::sql_types::BigInt;

    use super::*;

    #[derive(QueryableByName)]
    struct Mapped {
        #[diesel(sql_type = BigInt)]
        mmap_size: i64,
    }

    fn mapped(conn: &mut Conn) -> i64 {
        let found: Mapped = diesel::sql_query("PRAGMA mmap_size").get_result(conn).expect("a size");
        found.mmap_size
    }

    #[test]
    fn a_file_is_mapped_for_what_reads_much_and_no_longer() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("barometer.sqlite");
        let mut conn = Maker::new(Address::Sqlite(path), Watch::default()).open().expect("a database");
        assert_eq!(reading_much(&mut conn, |conn| Ok(mapped(conn))).expect("a size"), i64::from(MAPPED));
        assert_eq!(mapped(&mut conn), 0);
        let failed = reading_much(&mut conn, |conn| Err::<(), _>(Error::internal(mapped(conn))));
        assert!(failed.is_err_and(|fault| fault.to_string().contains(&MAPPED.to_string())));
        assert_eq!(mapped(&mut conn), 0);
    }
}
