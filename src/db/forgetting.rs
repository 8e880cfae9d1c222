//! What a database remembers of rows by itself. PostgreSQL's statistics keep sampled values of a table; emptying it,
//! VACUUM and a later ANALYZE of the empty table leave them where they are. What must be forgotten is therefore never
//! sampled, and what older versions let it sample is cleared. SQLite samples only when somebody tells it to.

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::conn::Conn;
use crate::error::Result;

/// Every table that holds something which is to be forgotten one day: who answered, what was typed or sent, who was
/// asked, who signed in.
pub const FORGETTING: &[&str] = &[
    "answered",
    "audit_log",
    "code_people",
    "comments",
    "contacts",
    "directory_entries",
    "door_changes",
    "drafts",
    "invitations",
    "mailings",
    "mirrors",
    "named_people",
    "open_comments",
    "open_mirrors",
    "open_responses",
    "outbox",
    "participants",
    "past_links",
    "proposals",
    "released_rows",
    "responses",
    "sessions",
    "sign_in_links",
    "slips",
    "unmatched_returns",
    "waiting_changes",
];

/// A column of which the database keeps values, as `table.column`.
#[derive(Debug, Clone, PartialEq, Eq, QueryableByName)]
pub struct Remembered {
    #[diesel(sql_type = Text)]
    pub table: String,
    #[diesel(sql_type = Text)]
    pub column: String,
}

/// The tables, quoted and apart by commas.
fn list() -> String {
    FORGETTING.iter().map(|table| format!("'{table}'")).collect::<Vec<_>>().join(",")
}

/// Columns (of these tables, and of indexes on their expressions) of which the database keeps values; on SQLite the
/// tables of its own statistics that hold rows about them.
pub fn remembered(conn: &mut Conn) -> Result<Vec<Remembered>> {
    let list = list();
    Ok(match conn {
        // As the owner of the tables sees it. An index on an expression stands under its own name.
        Conn::Pg(pg) => diesel::sql_query(format!(
            "SELECT DISTINCT coalesce(i.tablename, s.tablename)::text AS \"table\", s.attname::text AS \"column\" \
             FROM pg_stats s LEFT JOIN pg_indexes i ON i.schemaname = s.schemaname AND i.indexname = s.tablename \
             WHERE s.schemaname = current_schema() AND coalesce(i.tablename, s.tablename)::text IN ({list}) \
             UNION SELECT tablename::text, statistics_name::text FROM pg_stats_ext \
             WHERE schemaname = current_schema() AND tablename::text IN ({list}) ORDER BY 1, 2"
        ))
        .load(pg)?,
        Conn::Sqlite(sqlite) => {
            let mut all = Vec::new();
            for table in own_statistics(sqlite)? {
                let rows = format!(
                    "SELECT DISTINCT tbl AS \"table\", '{table}' AS \"column\" FROM {table} WHERE tbl IN ({list})"
                );
                all.extend(diesel::sql_query(rows).load::<Remembered>(sqlite)?);
            }
            all
        }
    })
}

/// SQLite's tables of statistics, which ANALYZE makes.
fn own_statistics(sqlite: &mut SqliteConnection) -> Result<Vec<String>> {
    #[derive(QueryableByName)]
    struct Named {
        #[diesel(sql_type = Text)]
        name: String,
    }
    let sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('sqlite_stat1', 'sqlite_stat3', 'sqlite_stat4')";
    Ok(diesel::sql_query(sql).load::<Named>(sqlite)?.into_iter().map(|one| one.name).collect())
}

/// Sees to it that these tables are not sampled, and clears what was: PostgreSQL drops what it knows of a column whose
/// type is set, to the same type as well, without writing the table anew. Nothing happens where nothing is to be done.
pub fn forget(conn: &mut Conn) -> Result<()> {
    super::conn::transaction(conn, |conn| {
        if let Conn::Pg(pg) = conn {
            pg.batch_execute("SET LOCAL lock_timeout = '10s'")?;
        }
        clear_all(conn)
    })
}

fn clear_all(conn: &mut Conn) -> Result<()> {
    let remembered = remembered(conn)?;
    match conn {
        Conn::Pg(pg) => {
            // The target of a column is null from version 17 on where -1 stood before.
            let sampled: Vec<Remembered> = diesel::sql_query(format!(
                "SELECT c.relname::text AS \"table\", a.attname::text AS \"column\" \
                 FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind = 'r' \
                 JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema() \
                 WHERE c.relname::text IN ({}) AND a.attnum > 0 AND NOT a.attisdropped \
                 AND coalesce(a.attstattarget, -1) <> 0",
                list()
            ))
            .load(pg)?;
            for Remembered { table, column } in sampled {
                pg.batch_execute(&format!("ALTER TABLE {table} ALTER COLUMN \"{column}\" SET STATISTICS 0"))?;
            }
            for Remembered { table, column } in remembered {
                clear(pg, &table, &column)?;
            }
        }
        Conn::Sqlite(sqlite) => {
            for Remembered { table, column } in remembered {
                sqlite.batch_execute(&format!("DELETE FROM {column} WHERE tbl = '{table}'"))?;
            }
        }
    }
    Ok(())
}

/// Clears what PostgreSQL keeps of one column. What it keeps under another name, of an expression or several columns,
/// was made by somebody else, and stays for the audit to name.
fn clear(pg: &mut PgConnection, table: &str, column: &str) -> Result<()> {
    #[derive(QueryableByName)]
    struct Kind {
        #[diesel(sql_type = Text)]
        kind: String,
    }
    let sql = "SELECT format_type(a.atttypid, a.atttypmod) AS kind FROM pg_attribute a \
               WHERE a.attrelid = to_regclass($1) AND a.attname = $2 AND a.attnum > 0 AND NOT a.attisdropped";
    let kind: Option<Kind> =
        diesel::sql_query(sql).bind::<Text, _>(table).bind::<Text, _>(column).get_result(pg).optional()?;
    if let Some(Kind { kind }) = kind {
        pg.batch_execute(&format!("ALTER TABLE {table} ALTER COLUMN \"{column}\" TYPE {kind}"))?;
    }
    Ok(())
}
