//! What can go wrong, as words a page or a command can say; never a trace, never a secret.

use std::fmt;

pub use crate::render::say::Say;

pub type Result<T> = std::result::Result<T, Error>;

#[derive(Debug, Clone)]
pub enum Error {
    /// No such thing, or not for this person: the same answer for both.
    NotFound,
    /// There is no such file or page, and it helps to say why.
    Absent(Say),
    /// Signed in, but the role does not open this.
    Forbidden,
    /// Nobody is signed in.
    SignInNeeded,
    /// A form that did not come from our page, or from another site.
    Forged,
    /// A link that no longer leads anywhere.
    Gone,
    /// A link that was changed on its way; says how.
    Damaged(Say),
    /// A method that nothing here answers to.
    NotAllowed,
    /// The request cannot be taken as it is; says what to do.
    Invalid(Say),
    /// Larger than the limit of its form.
    TooLarge,
    /// The body did not arrive in time.
    TooSlow,
    /// The database cannot be reached or is busy: try again.
    Unavailable(String),
    /// The program cannot start as it is configured; says which setting and what to write.
    Setup(String),
    /// A fault of ours; the text is for the log.
    Internal(String),
}

impl Error {
    pub fn internal(fault: impl fmt::Display) -> Self {
        Self::Internal(fault.to_string())
    }

    pub fn invalid(key: &'static str) -> Self {
        Self::Invalid(Say::new(key))
    }

    /// The database is reached through a pooler that gives each transaction another connection.
    pub fn shared_connection() -> Self {
        Self::Setup(
            "DATABASE_URL leads through a pooler that gives each transaction another connection (PgBouncer with \
             pool_mode=transaction or statement): set pool_mode=session for this database in pgbouncer.ini \
             (barometer = host=… dbname=… pool_mode=session), or name PostgreSQL itself"
                .to_owned(),
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound => f.write_str("not found"),
            Self::Forbidden => f.write_str("forbidden"),
            Self::SignInNeeded => f.write_str("sign-in needed"),
            Self::Forged => f.write_str("forged form"),
            Self::Gone => f.write_str("gone"),
            Self::NotAllowed => f.write_str("method not allowed"),
            Self::Invalid(say) | Self::Absent(say) | Self::Damaged(say) => {
                f.write_str(&crate::render::words::say(crate::render::Language::En, say))
            }
            Self::TooLarge => f.write_str("too large"),
            Self::TooSlow => f.write_str("too slow"),
            Self::Unavailable(fault) => write!(f, "the database is not available: {fault}"),
            Self::Setup(what) => f.write_str(what),
            Self::Internal(fault) => write!(f, "internal fault: {fault}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<diesel::result::Error> for Error {
    fn from(fault: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind as Kind, Error as Sql};
        match fault {
            Sql::NotFound => Self::NotFound,
            Sql::DatabaseError(Kind::ClosedConnection, ref info) => Self::Unavailable(info.message().to_owned()),
            // What was prepared on one connection is asked for on another: wherever it shows, it has one cause. The name
            // is ours, whatever the server's language.
            Sql::DatabaseError(_, ref info)
                if ["__diesel_stmt_", "pooling mode"].iter().any(|sign| info.message().contains(sign)) =>
            {
                Self::shared_connection()
            }
            // The server became a standby under this connection; another one is asked next.
            Sql::DatabaseError(Kind::ReadOnlyTransaction, ref info) => Self::Unavailable(info.message().to_owned()),
            // Two pieces of work met; nothing of this one was written.
            Sql::DatabaseError(Kind::SerializationFailure, ref info) => Self::Unavailable(info.message().to_owned()),
            Sql::DatabaseError(_, ref info)
                if ["locked", "busy", "disk is full", "shutting down", "starting up", "No space left"]
                    .iter()
                    .any(|sign| info.message().contains(sign)) =>
            {
                Self::Unavailable(info.message().to_owned())
            }
            other => Self::Internal(format!("database: {other}")),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(fault: serde_json::Error) -> Self {
        Self::Internal(format!("json: {fault}"))
    }
}
