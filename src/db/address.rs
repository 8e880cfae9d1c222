//! Where the data lives.

use std::path::PathBuf;

/// Where the data lives, read from a URL: `sqlite:///path/to/file` or `postgres://user@host/name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

/// What libpq is told where the address says nothing of it: how long, in seconds, a host that does not answer is waited
/// for before the next one; how long, in milliseconds, a connection on which nothing arrives any more counts as alive; and
/// after how many seconds of waiting for an answer the other side is asked whether it is there, and how often: a host that
/// was cut off after it had taken a question says nothing, and the question counts as arrived. Together less than ten
/// seconds (`tests/hosts`).
const PATIENCE: [(&str, &str); 4] =
    [("connect_timeout", "3"), ("tcp_user_timeout", "5000"), ("keepalives_idle", "2"), ("keepalives_interval", "1")];

fn patient(url: &str) -> String {
    let missing = PATIENCE.iter().filter(|(name, _)| !url.contains(name));
    missing.fold(url.to_owned(), |url, (name, value)| {
        let sign = if url.contains('?') { '&' } else { '?' };
        format!("{url}{sign}{name}={value}")
    })
}

impl Address {
    pub fn parse(url: &str) -> std::result::Result<Self, String> {
        if let Some(path) = url.strip_prefix("sqlite://").or_else(|| url.strip_prefix("sqlite:")) {
            if path.is_empty() {
                return Err("DATABASE_URL names no file: write sqlite:///path/to/barometer.sqlite".to_owned());
            }
            return Ok(Self::Sqlite(PathBuf::from(path)));
        }
        if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let wants_tls = url.contains("sslmode=require") || url.contains("sslmode=verify");
            if wants_tls && !cfg!(feature = "pg-tls") {
                return Err("this build has no TLS for Postgres: build it with --features pg-tls, or use \
                            sslmode=prefer on a private network"
                    .to_owned());
            }
            return Ok(Self::Postgres(patient(url)));
        }
        // Never more than the scheme: what follows may hold a password.
        let scheme = url.split_once("://").map_or("no scheme", |(scheme, _)| scheme);
        Err(format!("DATABASE_URL begins with {scheme}: write sqlite:///path/to/file or postgres://user@host/name"))
    }
}
