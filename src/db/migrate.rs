//! One migrations folder for both databases, embedded in the binary.

use diesel::migration::MigrationSource;
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

/// The migrations this program knows, oldest first.
pub fn known() -> Result<Vec<String>> {
    let ours = MigrationSource::<diesel::sqlite::Sqlite>::migrations(&MIGRATIONS).map_err(Error::internal)?;
    let mut ours: Vec<String> = ours.iter().map(|migration| migration.name().version().to_string()).collect();
    ours.sort();
    Ok(ours)
}

/// The migrations that made the tables as they are, oldest first.
pub fn applied(conn: &mut Conn) -> Result<Vec<String>> {
    #[derive(diesel::QueryableByName)]
    struct Applied {
        #[diesel(sql_type = diesel::sql_types::Text)]
        version: String,
    }
    // Not through the harness, which makes the table where there is none: nothing may be written here.
    let sql = "SELECT CAST(version AS text) AS version FROM __diesel_schema_migrations ORDER BY 1";
    let rows: Vec<Applied> = crate::on_each!(conn, c => diesel::RunQueryDsl::load(diesel::sql_query(sql), c))?;
    Ok(rows.into_iter().map(|row| row.version).collect())
}

/// Makes the tables of an empty database as `wanted` had them, and no further.
pub fn run_only(conn: &mut Conn, wanted: &[String]) -> Result<()> {
    crate::on_each!(conn, c => only(c, wanted))
}

fn only<DB, C>(conn: &mut C, wanted: &[String]) -> Result<()>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    // Makes the table in which migrations are noted, where there is none.
    conn.applied_migrations().map_err(Error::internal)?;
    let mut ours = MigrationSource::<DB>::migrations(&MIGRATIONS).map_err(Error::internal)?;
    ours.sort_by_key(|migration| migration.name().version().to_string());
    for migration in ours.iter().filter(|one| wanted.contains(&one.name().version().to_string())) {
        conn.run_migration(migration).map_err(|fault| Error::Unavailable(format!("migration failed: {fault}")))?;
    }
    Ok(())
}

fn pending_or_known<DB, C>(conn: &mut C) -> Result<Option<String>>
where
    DB: diesel::backend::Backend,
    C: MigrationHarness<DB>,
{
    let ours = MigrationSource::<DB>::migrations(&MIGRATIONS).map_err(Error::internal)?;
    let ours: Vec<String> = ours.iter().map(|migration| migration.name().version().to_string()).collect();
    let applied = conn.applied_migrations().map_err(Error::internal)?;
    Ok(applied.iter().map(ToString::to_string).find(|version| !ours.contains(version)))
}
