//! Puts a backup in place of an empty database, or of another one when that was asked for: in one transaction, with the
//! tables as the file's program had them, migrated afterwards. Nothing is sent and nothing opens by itself because of it.

use std::collections::BTreeMap;
use std::path::Path;

use diesel::connection::SimpleConnection;
use serde_json::Value;

use super::file::{Reader, damaged};
use super::store::{self, Column, Kind, Table};
use super::{FORMAT, Held, Manifest, hold, key};
use crate::app::{LinkKey, audit};
use crate::clock::{Clock, Day};
use crate::config::Config;
use crate::db::conn::Maker;
use crate::db::{self, Address, Conn, migrate, watch::Watch};
use crate::error::{Error, Result, Say};

#[derive(Debug)]
pub struct Restored {
    pub manifest: Manifest,
    pub held: Held,
    /// Mails that wait for somebody's decision.
    pub mails: usize,
    /// Campaigns that would have opened since: drafts again.
    pub drafts: usize,
    /// Is the link key there, and is it the one of the file?
    pub key: Option<bool>,
}

/// Restores `path` into the database of `config`; with `replace`, whatever it holds is lost.
pub fn restore(config: &Config, clock: &Clock, path: &Path, replace: bool) -> Result<Restored> {
    let mut file = Reader::open(path)?;
    let manifest: Manifest = manifest(file.line()?)?;
    if let Address::Sqlite(path) = &config.database
        && let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty())
    {
        std::fs::create_dir_all(folder)
            .map_err(|fault| Error::Unavailable(format!("{}: {fault}", folder.display())))?;
    }
    let mut conn = Maker::new(config.database.clone(), Watch::default()).open()?;
    if let Conn::Sqlite(sqlite) = &mut conn {
        sqlite.batch_execute("PRAGMA foreign_keys = OFF")?;
    }
    let today = clock.now().day_in(&config.time_zone);
    let (held, mails, drafts) = db::transaction(&mut conn, |conn| {
        if let Conn::Pg(pg) = conn {
            pg.batch_execute("SET LOCAL lock_timeout = '5s'")?;
        }
        refuse_used(conn, replace)?;
        store::drop_all(conn)?;
        migrate::run_only(conn, &manifest.schema)?;
        let deferred = store::defer_references(conn)?;
        // Some tables begin with rows of their own.
        for table in store::tables(conn)? {
            store::execute(conn, &format!("DELETE FROM {}", table.name))?;
        }
        let held = fill(conn, &mut file)?;
        store::settle_references(conn, &deferred)?;
        migrate::run(conn)?;
        let (mails, drafts) = (hold::hold(conn)?, not_open(conn, today)?);
        audit(conn, clock, None, "restored", &format!("backup of {}", manifest.taken_at))?;
        Ok((held, mails, drafts))
    })?;
    if let Conn::Sqlite(sqlite) = &mut conn {
        sqlite.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)")?;
    }
    let key = LinkKey::find(config)?.map(|found| key::fits(&found, manifest.link_key.as_deref()));
    Ok(Restored { manifest, held, mails, drafts, key })
}

/// What the first line says, if this program can read what follows.
fn manifest(line: Option<Value>) -> Result<Manifest> {
    let line = line.ok_or_else(damaged)?;
    let newer = |found: &str| {
        let say = Say::new("restore-newer").with("found", found).with("here", env!("CARGO_PKG_VERSION"));
        Err(Error::Invalid(say))
    };
    let program = line.get("program").and_then(Value::as_str).unwrap_or_default().to_owned();
    match line.get("barometer_backup").and_then(Value::as_u64) {
        None => return Err(damaged()),
        Some(format) if format > u64::from(FORMAT) => return newer(&program),
        Some(_) => {}
    }
    let manifest: Manifest = serde_json::from_value(line).map_err(|_| damaged())?;
    let known = migrate::known()?;
    if manifest.schema.iter().any(|version| !known.contains(version)) {
        return newer(&program);
    }
    Ok(manifest)
}

/// A database is in use once it knows people or campaigns.
fn refuse_used(conn: &mut Conn, replace: bool) -> Result<()> {
    let standing: Vec<String> = store::tables(conn)?.into_iter().map(|table| table.name).collect();
    let mut rows = |table: &str| match standing.iter().any(|name| name == table) {
        true => store::count(conn, table, "1 = 1"),
        false => Ok(0),
    };
    let (people, campaigns) = (rows("people")?, rows("campaigns")?);
    if replace || people + campaigns == 0 {
        return Ok(());
    }
    Err(Error::Invalid(Say::new("restore-not-empty").with("people", people).with("campaigns", campaigns)))
}

/// Writes every row of the file; the file's own counts must come out.
fn fill(conn: &mut Conn, file: &mut Reader) -> Result<Held> {
    let tables = store::tables(conn)?;
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    let (mut current, mut waiting): (Option<Table>, Vec<Vec<Value>>) = (None, Vec::new());
    loop {
        let line = file.line()?.ok_or_else(damaged)?;
        if let Value::Array(row) = line {
            let table = current.as_ref().filter(|table| table.columns.len() == row.len()).ok_or_else(damaged)?;
            *counts.entry(table.name.clone()).or_default() += 1;
            waiting.push(row);
            if waiting.len() >= store::rows_at_once(table.columns.len()) {
                store::insert(conn, &table.name, &table.columns, &waiting)?;
                waiting.clear();
            }
            continue;
        }
        if let Some(table) = current.take() {
            store::insert(conn, &table.name, &table.columns, &waiting)?;
            waiting.clear();
        }
        if let Some(end) = line.get("end").and_then(Value::as_object) {
            let mut held = Held::default();
            for (table, rows) in end {
                let rows = rows.as_u64().ok_or_else(damaged)?;
                if counts.remove(table).unwrap_or_default() != rows {
                    return Err(damaged());
                }
                held.count(table, rows);
            }
            return if counts.is_empty() && file.line()?.is_none() { Ok(held) } else { Err(damaged()) };
        }
        current = Some(heading(&line, &tables).ok_or_else(damaged)?);
    }
}

/// The table that a line announces, if it is one of ours with columns of ours.
fn heading(line: &Value, tables: &[Table]) -> Option<Table> {
    let name = line.get("table")?.as_str()?;
    let ours = tables.iter().find(|table| table.name == name)?;
    let mut columns = Vec::new();
    for column in line.get("columns")?.as_array()? {
        let (name, kind) = (column.get(0)?.as_str()?, Kind::parse(column.get(1)?.as_str()?)?);
        let column = Column { name: name.to_owned(), kind };
        columns.push(ours.columns.contains(&column).then_some(column)?);
    }
    Some(Table { name: name.to_owned(), columns })
}

/// A campaign whose opening day has come since may have opened and invited everybody: it does not open by itself.
fn not_open(conn: &mut Conn, today: Day) -> Result<usize> {
    let sql = format!("UPDATE campaigns SET state = 'draft' WHERE state = 'scheduled' AND opens_on <= '{today}'");
    store::execute(conn, &sql)
}
