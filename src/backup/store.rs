//! Any table as the database has it: its columns, its rows as JSON that both databases understand, and back. Tables and
//! columns are found in the database's own catalogue, so that a table added later is not forgotten.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::connection::DefaultLoadingMode;
use diesel::deserialize::{FromSql, QueryableByName};
use diesel::pg::{Pg, PgRowByRowLoadingMode};
use diesel::prelude::*;
use diesel::row::{Field, NamedRow, Row};
use diesel::sql_types::{BigInt, Bool, Date, Double, Integer, Nullable, Text, Timestamp};
use diesel::sqlite::{Sqlite, SqliteType};
use serde_json::Value;

use super::file::damaged;
use crate::db::Conn;
use crate::error::{Error, Result};

crate::words!(Kind {
    Text = "text",
    Integer = "integer",
    Long = "bigint",
    Bool = "boolean",
    Double = "double precision",
    Date = "date",
    Timestamp = "timestamp",
});

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Kind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
}

impl Table {
    pub fn place(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|one| one.name == column)
    }
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = Text)]
    table: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

/// Every table of ours, by name.
pub fn tables(conn: &mut Conn) -> Result<Vec<Table>> {
    let sql = match conn {
        Conn::Sqlite(_) => {
            "SELECT m.name AS \"table\", p.name AS name, lower(p.type) AS kind FROM sqlite_master m \
             JOIN pragma_table_info(m.name) p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' \
             AND m.name NOT LIKE '%diesel_schema_migrations' ORDER BY 1, p.cid"
        }
        Conn::Pg(_) => {
            "SELECT c.table_name::text AS \"table\", c.column_name::text AS name, \
             replace(c.data_type::text, ' without time zone', '') AS kind FROM information_schema.columns c \
             JOIN information_schema.tables t USING (table_schema, table_name) \
             WHERE t.table_schema = current_schema() AND t.table_type = 'BASE TABLE' \
             AND c.table_name NOT LIKE '%diesel_schema_migrations' ORDER BY 1, c.ordinal_position"
        }
    };
    let found: Vec<Found> = crate::on_each!(conn, c => diesel::sql_query(sql).load(c))?;
    let mut tables: Vec<Table> = Vec::new();
    for Found { table, name, kind } in found {
        let kind = Kind::parse(&kind)
            .ok_or_else(|| Error::internal(format!("{table}.{name} is {kind}, which a backup cannot hold")))?;
        let column = Column { name, kind };
        match tables.last_mut().filter(|last| last.name == table) {
            Some(last) => last.columns.push(column),
            None => tables.push(Table { name: table, columns: vec![column] }),
        }
    }
    Ok(tables)
}

/// One row as it comes from the database.
struct Cells(Vec<Value>);

impl QueryableByName<Sqlite> for Cells {
    fn build<'a>(row: &impl NamedRow<'a, Sqlite>) -> diesel::deserialize::Result<Self> {
        let cell = |at: usize| -> diesel::deserialize::Result<Value> {
            let field = Row::get(row, at).ok_or("a column is missing")?;
            let Some(value) = field.value() else { return Ok(Value::Null) };
            Ok(match value.value_type() {
                Some(SqliteType::Text) => Value::String(FromSql::<Text, Sqlite>::from_sql(value)?),
                Some(SqliteType::Float | SqliteType::Double) => number(FromSql::<Double, Sqlite>::from_sql(value)?)?,
                Some(SqliteType::SmallInt | SqliteType::Integer | SqliteType::Long) => {
                    let whole: i64 = FromSql::<BigInt, Sqlite>::from_sql(value)?;
                    whole.into()
                }
                _ => return Err("a value of an unknown kind".into()),
            })
        };
        (0..row.field_count()).map(cell).collect::<diesel::deserialize::Result<_>>().map(Self)
    }
}

impl QueryableByName<Pg> for Cells {
    fn build<'a>(row: &impl NamedRow<'a, Pg>) -> diesel::deserialize::Result<Self> {
        let cell = |at: usize| -> diesel::deserialize::Result<Value> {
            let field = Row::get(row, at).ok_or("a column is missing")?;
            let Some(value) = field.value() else { return Ok(Value::Null) };
            // The numbers of PostgreSQL's own types.
            Ok(match value.get_oid().get() {
                16 => Value::Bool(FromSql::<Bool, Pg>::from_sql(value)?),
                20 => {
                    let whole: i64 = FromSql::<BigInt, Pg>::from_sql(value)?;
                    whole.into()
                }
                23 => {
                    let whole: i32 = FromSql::<Integer, Pg>::from_sql(value)?;
                    whole.into()
                }
                25 => Value::String(FromSql::<Text, Pg>::from_sql(value)?),
                701 => number(FromSql::<Double, Pg>::from_sql(value)?)?,
                1082 => {
                    let day: NaiveDate = FromSql::<Date, Pg>::from_sql(value)?;
                    Value::String(format!("{day:?}"))
                }
                1114 => {
                    let at: NaiveDateTime = FromSql::<Timestamp, Pg>::from_sql(value)?;
                    Value::String(format!("{at:?}"))
                }
                other => return Err(format!("a value of the unknown kind {other}").into()),
            })
        };
        (0..row.field_count()).map(cell).collect::<diesel::deserialize::Result<_>>().map(Self)
    }
}

fn number(value: f64) -> diesel::deserialize::Result<Value> {
    serde_json::Number::from_f64(value).map(Value::Number).ok_or_else(|| "a number without end".into())
}

/// What SQLite stores, as PostgreSQL would say it.
fn portable(kind: Kind, value: Value) -> Result<Value> {
    let odd = || Error::internal(format!("a value that is no {}", kind.as_str()));
    Ok(match (kind, value) {
        (_, Value::Null) => Value::Null,
        (Kind::Bool, Value::Number(number)) => Value::Bool(number.as_i64().ok_or_else(odd)? != 0),
        (Kind::Timestamp, Value::String(text)) => {
            let at: NaiveDateTime = text.replacen(' ', "T", 1).parse().map_err(|_| odd())?;
            Value::String(format!("{at:?}"))
        }
        (_, value) => value,
    })
}

/// Gives each row that meets `condition` to `work`, in the order the table holds them: the order of sealed rows is the
/// one their seal drew, and any other would be a trace.
pub fn each_row(
    conn: &mut Conn,
    table: &Table,
    condition: &str,
    mut work: impl FnMut(Vec<Value>) -> Result<()>,
) -> Result<()> {
    let columns = table.columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
    let place = if matches!(conn, Conn::Sqlite(_)) { "rowid" } else { "ctid" };
    let sql = format!("SELECT {columns} FROM \"{}\" WHERE {condition} ORDER BY {place}", table.name);
    match conn {
        Conn::Sqlite(c) => {
            for row in diesel::sql_query(sql).load_iter::<Cells, DefaultLoadingMode>(c)? {
                let cells = row?.0.into_iter().zip(&table.columns);
                work(cells.map(|(cell, column)| portable(column.kind, cell)).collect::<Result<_>>()?)?;
            }
        }
        Conn::Pg(c) => {
            for row in diesel::sql_query(sql).load_iter::<Cells, PgRowByRowLoadingMode>(c)? {
                work(row?.0)?;
            }
        }
    }
    Ok(())
}

/// How many rows of a table meet a condition.
pub fn count(conn: &mut Conn, table: &str, condition: &str) -> Result<i64> {
    number_of(conn, &format!("SELECT count(*) AS n FROM \"{table}\" WHERE {condition}"))
}

/// What a query says in its one number `n`.
pub fn number_of(conn: &mut Conn, sql: &str) -> Result<i64> {
    #[derive(QueryableByName)]
    struct Number {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let row: Number = crate::on_each!(conn, c => diesel::sql_query(sql).get_result(c))?;
    Ok(row.n)
}

/// What a query says in its one column `line`.
pub fn lines(conn: &mut Conn, sql: &str) -> Result<Vec<String>> {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = Text)]
        line: String,
    }
    let rows: Vec<Line> = crate::on_each!(conn, c => diesel::sql_query(sql).load(c))?;
    Ok(rows.into_iter().map(|row| row.line).collect())
}

/// Runs one statement; how many rows it changed.
pub fn execute(conn: &mut Conn, sql: &str) -> Result<usize> {
    Ok(crate::on_each!(conn, c => diesel::sql_query(sql).execute(c))?)
}

macro_rules! bind_all {
    ($sql:expr, $backend:ty, $columns:expr, $rows:expr) => {{
        let mut query = diesel::sql_query($sql).into_boxed::<$backend>();
        for row in $rows {
            for (value, column) in row.iter().zip($columns) {
                query = match column.kind {
                    Kind::Text => query.bind::<Nullable<Text>, _>(read(value, |v| v.as_str())?.map(str::to_owned)),
                    Kind::Integer => query
                        .bind::<Nullable<Integer>, _>(read(value, |v| v.as_i64().and_then(|n| i32::try_from(n).ok()))?),
                    Kind::Long => query.bind::<Nullable<BigInt>, _>(read(value, Value::as_i64)?),
                    Kind::Bool => query.bind::<Nullable<Bool>, _>(read(value, Value::as_bool)?),
                    Kind::Double => query.bind::<Nullable<Double>, _>(read(value, Value::as_f64)?),
                    Kind::Date => query.bind::<Nullable<Date>, _>(read(value, |v| {
                        v.as_str().and_then(|text| text.parse::<NaiveDate>().ok())
                    })?),
                    Kind::Timestamp => query.bind::<Nullable<Timestamp>, _>(read(value, |v| {
                        v.as_str().and_then(|text| text.parse::<NaiveDateTime>().ok())
                    })?),
                };
            }
        }
        query
    }};
}

fn read<'a, T>(value: &'a Value, of: impl FnOnce(&'a Value) -> Option<T>) -> Result<Option<T>> {
    match value {
        Value::Null => Ok(None),
        value => of(value).map(Some).ok_or_else(damaged),
    }
}

/// How many values travel in one statement; both databases take more.
const VALUES: usize = 4000;

/// How many rows of a table [`insert`] takes at once.
pub fn rows_at_once(columns: usize) -> usize {
    (VALUES / columns.max(1)).max(1)
}

/// Writes rows whose cells stand in the order of `columns`.
pub fn insert(conn: &mut Conn, table: &str, columns: &[Column], rows: &[Vec<Value>]) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let names = columns.iter().map(|column| format!("\"{}\"", column.name)).collect::<Vec<_>>().join(", ");
    let mut place = 0;
    let mut row = || {
        let marks = columns.iter().map(|_| {
            place += 1;
            format!("${place}")
        });
        format!("({})", marks.collect::<Vec<_>>().join(", "))
    };
    let marks = rows.iter().map(|_| row()).collect::<Vec<_>>().join(", ");
    let sql = format!("INSERT INTO \"{table}\" ({names}) VALUES {marks}");
    match conn {
        Conn::Sqlite(c) => bind_all!(sql, Sqlite, columns, rows).execute(c)?,
        Conn::Pg(c) => bind_all!(sql, Pg, columns, rows).execute(c)?,
    };
    Ok(())
}

/// Removes every table, the list of migrations too.
pub fn drop_all(conn: &mut Conn) -> Result<()> {
    let names: Vec<String> = match conn {
        Conn::Sqlite(_) => {
            lines(conn, "SELECT name AS line FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'")?
        }
        Conn::Pg(_) => {
            lines(conn, "SELECT tablename::text AS line FROM pg_tables WHERE schemaname = current_schema()")?
        }
    };
    for name in names {
        let cascade = if matches!(conn, Conn::Pg(_)) { " CASCADE" } else { "" };
        execute(conn, &format!("DROP TABLE \"{name}\"{cascade}"))?;
    }
    Ok(())
}

/// Rows may come before those they refer to until [`settle_references`].
pub fn defer_references(conn: &mut Conn) -> Result<Vec<(String, String)>> {
    if matches!(conn, Conn::Sqlite(_)) {
        // The connection does not look at references at all: a setting that cannot change within a transaction.
        return Ok(Vec::new());
    }
    let found = lines(
        conn,
        "SELECT conrelid::regclass::text || ' ' || quote_ident(conname) AS line FROM pg_constraint \
         WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
    )?;
    let found: Vec<(String, String)> =
        found.iter().filter_map(|line| line.split_once(' ')).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    for (table, name) in &found {
        execute(conn, &format!("ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED"))?;
    }
    Ok(found)
}

/// Every reference leads somewhere, or the file is damaged.
pub fn settle_references(conn: &mut Conn, deferred: &[(String, String)]) -> Result<()> {
    if matches!(conn, Conn::Sqlite(_)) {
        let lost = number_of(conn, "SELECT count(*) AS n FROM pragma_foreign_key_check")?;
        return if lost == 0 { Ok(()) } else { Err(damaged()) };
    }
    execute(conn, "SET CONSTRAINTS ALL IMMEDIATE").map_err(|_| damaged())?;
    for (table, name) in deferred {
        execute(conn, &format!("ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE"))?;
    }
    Ok(())
}
