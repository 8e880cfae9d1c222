//! The connection type shared by both backends, and how one is opened.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::r2d2::ManageConnection;

use super::Address;
use crate::error::{Error, Result};

#[derive(diesel::MultiConnection)]
pub enum Conn {
    Sqlite(SqliteConnection),
    Pg(PgConnection),
}

impl Conn {
    /// Begins a transaction that already holds SQLite's write lock; elsewhere an ordinary one.
    pub(super) fn begin_immediate(&mut self) -> QueryResult<()> {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        match self {
            Self::Sqlite(sqlite) => AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE"),
            Self::Pg(pg) => AnsiTransactionManager::begin_transaction(pg),
        }
    }
}

/// Opens connections for the pool. We choose the backend by the address ourselves: the derived way tries both and
/// hides the fault that matters.
#[derive(Debug, Clone)]
pub struct Maker {
    address: Address,
}

impl Maker {
    pub fn new(address: Address) -> Self {
        Self { address }
    }

    pub fn open(&self) -> Result<Conn> {
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
                conn.batch_execute(
                    "SET client_min_messages = warning; SET idle_in_transaction_session_timeout = '60s'",
                )?;
                Ok(Conn::Pg(conn))
            }
        }
    }
}

impl ManageConnection for Maker {
    type Connection = Conn;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Conn, Self::Error> {
        self.open()
            .map_err(|fault| diesel::r2d2::Error::ConnectionError(ConnectionError::BadConnection(fault.to_string())))
    }

    fn is_valid(&self, conn: &mut Conn) -> std::result::Result<(), Self::Error> {
        conn.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        use diesel::connection::{AnsiTransactionManager, TransactionManager};
        match conn {
            Conn::Sqlite(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
            Conn::Pg(c) => AnsiTransactionManager::is_broken_transaction_manager(c),
        }
    }
}
