//! Where the data lives.

use std::path::PathBuf;

/// Where the data lives, read from a URL: `sqlite:///path/to/file` or `postgres://user@host/name`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    Sqlite(PathBuf),
    Postgres(String),
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
            return Ok(Self::Postgres(url.to_owned()));
        }
        // Never more than the scheme: what follows may hold a password.
        let scheme = url.split_once("://").map_or("no scheme", |(scheme, _)| scheme);
        Err(format!("DATABASE_URL begins with {scheme}: write sqlite:///path/to/file or postgres://user@host/name"))
    }
}
