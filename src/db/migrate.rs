//! One migrations folder for both databases, embedded in the binary.

use diesel::migration::MigrationSource;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conn::Conn;
use crate::error::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");

/// Brings the tables up to date; returns how many migrations ran. Refuses a database newer than this program.
pub fn run(conn: &mut Conn) -> Result<usize> {
    refuse_unfit(conn)?;
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

/// Refuses a PostgreSQL database that would fail in the middle of the work: one that cannot keep every letter, one
/// whose tables we may not make.
fn refuse_unfit(conn: &mut Conn) -> Result<()> {
    #[derive(diesel::QueryableByName)]
    struct Place {
        #[diesel(sql_type = diesel::sql_types::Text)]
        encoding: String,
        #[diesel(sql_type = diesel::sql_types::Text)]
        role: String,
        #[diesel(sql_type = diesel::sql_types::Text)]
        schema: String,
        #[diesel(sql_type = diesel::sql_types::Bool)]
        usable: bool,
    }
    let Conn::Pg(pg) = conn else { return Ok(()) };
    let sql = "SELECT current_setting('server_encoding') AS encoding, current_user::text AS role, \
               coalesce(current_schema(), '')::text AS schema, \
               coalesce(has_schema_privilege(current_schema()::text, 'CREATE'), false) AS usable";
    let place: Place = diesel::RunQueryDsl::get_result(diesel::sql_query(sql), pg)?;
    if place.encoding != "UTF8" {
        return Err(Error::Setup(format!(
            "DATABASE_URL: the database keeps text as {}, which has no room for every name and comment: make one with \
             CREATE DATABASE barometer ENCODING 'UTF8' TEMPLATE template0",
            place.encoding
        )));
    }
    let has_tables =
        "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = '__diesel_schema_migrations'";
    let has_tables = diesel::RunQueryDsl::execute(diesel::sql_query(has_tables), pg)? > 0;
    if place.schema.is_empty() || !place.usable && !has_tables {
        let schema = if place.schema.is_empty() { "public" } else { &place.schema };
        return Err(Error::Setup(format!(
            "DATABASE_URL: the role {role} may not make tables in the schema {schema}: as an administrator of the server, \
             in that database, GRANT USAGE, CREATE ON SCHEMA {schema} TO {role}",
            role = place.role
        )));
    }
    Ok(())
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
