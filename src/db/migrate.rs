//! One migrations folder for both databases, embedded in the binary.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::Conn;
use crate::error::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Brings the tables up to date; returns how many migrations ran. Refuses a database newer than this program.
pub fn run(conn: &mut Conn) -> Result<usize> {
    crate::on_each!(conn, c => {
        let known = pending_or_known(c)?;
        if let Some(newer) = known {
            return Err(Error::Unavailable(format!(
                "the database has migration {newer}, which this program does not know: use a newer barometer"
            )));
        }
        c.run_pending_migrations(MIGRATIONS)
            .map(|ran| ran.len())
            .map_err(|fault| Error::Unavailable(format!("migration failed: {fault}")))
    })
}

fn pending_or_known<DB, C>(conn: &mut C) -> Result<Option<String>>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    use diesel::migration::MigrationSource;
    let ours = MigrationSource::<DB>::migrations(&MIGRATIONS).map_err(Error::internal)?;
    let ours: Vec<String> = ours.iter().map(|migration| migration.name().version().to_string()).collect();
    let applied = conn.applied_migrations().map_err(Error::internal)?;
    Ok(applied.iter().map(ToString::to_string).find(|version| !ours.contains(version)))
}
