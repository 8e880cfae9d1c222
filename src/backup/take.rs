//! Makes a backup: seals first, then writes everything sealed as of one moment. What waits for its seal is left out
//! with its flags, and the counters it stepped are stepped back. Reminders of open campaigns are written for everybody
//! who was invited, because whoever got none had answered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::Duration;

use jiff::SignedDuration;
use serde_json::{Value, json};

use super::file::{self, Writer};
use super::store::{self, Table};
use super::{FORMAT, Held, LeftOut, Manifest, key};
use crate::answering::night;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::ids::{random_bytes, sortable};
use crate::db::{Conn, Db, migrate};
use crate::error::{Error, Result};

const OPEN: &str = "campaign IN (SELECT id FROM campaigns WHERE state = 'open')";

/// Which rows of a table a backup holds. Tables not named here are held whole.
pub fn condition(table: &str) -> &'static str {
    match table {
        // What opens a session, a page or a draft, and what only this process needs.
        "sessions" | "sign_in_links" | "drafts" | "tasks" | "workers" | "deliveries" => "1 = 0",
        // Sheets of mirrors wait for their closing.
        "open_mirrors" => "1 = 0",
        "answered" | "open_responses" | "open_comments" => "sealed",
        // Reminders of open campaigns follow, one for everybody.
        "outbox" => {
            "kind NOT IN ('sign_in', 'test') AND NOT (kind = 'reminder' AND campaign IN (SELECT id FROM campaigns WHERE state = 'open'))"
        }
        _ => "1 = 1",
    }
}

/// How long a publication or a seal under way is waited for.
const ATTEMPTS: usize = 60;
const PAUSE: Duration = Duration::from_secs(1);

/// Writes a backup to `path`; says what it is and what it holds.
pub fn take(db: &Db, config: &Config, clock: &Clock, path: &Path) -> Result<(Manifest, Held)> {
    file::refuse_existing(path)?;
    let night = clock.now().minus(SignedDuration::from_hours(2)).day_in(&config.time_zone);
    for attempt in 0..ATTEMPTS {
        if attempt > 0 {
            std::thread::sleep(PAUSE);
        }
        night::seal_again(db, night, random_bytes())?;
        let outcome = db.snapshot_now(|conn| match is_quiet(conn)? {
            true => write(conn, clock, path).map(Some),
            false => Ok(None),
        })?;
        if let Some(written) = outcome {
            return Ok(written);
        }
    }
    Err(Error::invalid("backup-publication-under-way"))
}

/// Neither a seal nor a publication in the middle: what they have half done cannot be told apart.
fn is_quiet(conn: &mut Conn) -> Result<bool> {
    Ok(!night::is_under_way(conn)? && store::count(conn, "campaigns", "state = 'closed'")? == 0)
}

fn write(conn: &mut Conn, clock: &Clock, path: &Path) -> Result<(Manifest, Held)> {
    let manifest = Manifest {
        barometer_backup: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        database: if matches!(conn, Conn::Sqlite(_)) { "sqlite" } else { "postgres" }.to_owned(),
        schema: migrate::applied(conn)?,
        taken_at: clock.now().to_string(),
        link_key: key::known(conn)?,
        left_out: left_out(conn)?,
    };
    let mut file = Writer::begin(path)?;
    file.line(&serde_json::to_value(&manifest)?)?;
    let (mut held, mut end) = (Held::default(), serde_json::Map::new());
    for table in store::tables(conn)? {
        let columns: Vec<Value> =
            table.columns.iter().map(|column| json!([column.name, column.kind.as_str()])).collect();
        file.line(&json!({ "table": table.name, "columns": columns }))?;
        let back = StepsBack::of(conn, &table)?;
        let mut rows = 0_u64;
        store::each_row(conn, &table, condition(&table.name), |mut row| {
            back.apply(&mut row);
            rows += 1;
            file.line(&Value::Array(row))
        })?;
        if table.name == "outbox" {
            for row in reminders_of_everybody(conn, &table, clock)? {
                rows += 1;
                file.line(&Value::Array(row))?;
            }
        }
        held.count(&table.name, rows);
        end.insert(table.name, rows.into());
    }
    file.line(&json!({ "end": end }))?;
    file.finish()?;
    Ok((manifest, held))
}

fn left_out(conn: &mut Conn) -> Result<LeftOut> {
    let sendings = format!(
        "SELECT CAST(coalesce(sum(sendings - sealed_sendings), 0) AS bigint) AS n FROM client_groups WHERE {OPEN}"
    );
    Ok(LeftOut {
        sendings: store::number_of(conn, &sendings)?,
        flags: store::count(conn, "answered", "NOT sealed")?,
        sheets: store::count(conn, "open_responses", "NOT sealed AND client_group <> 'outside'")?,
        comments: store::count(conn, "open_comments", "NOT sealed")?,
        outside: store::count(conn, "open_responses", "NOT sealed AND client_group = 'outside'")?,
        mirrors: store::count(conn, "open_mirrors", "1 = 1")?,
        drafts: store::count(conn, "drafts", "1 = 1")?,
    })
}

/// Counters as they stood without what is left out: for a row's key, its columns and what each becomes at most.
#[derive(Default)]
struct StepsBack {
    key: Vec<usize>,
    most: BTreeMap<Vec<String>, Vec<(usize, i64)>>,
    less: BTreeMap<Vec<String>, Vec<(usize, i64)>>,
}

impl StepsBack {
    fn of(conn: &mut Conn, table: &Table) -> Result<Self> {
        let mut back = Self::default();
        let places = |names: &[&str]| -> Vec<usize> { names.iter().filter_map(|name| table.place(name)).collect() };
        let sendings = table.place("sendings").unwrap_or_default();
        match table.name.as_str() {
            "client_groups" => {
                back.key = places(&["campaign", "code"]);
                for (campaign, group, sealed) in sealed_sendings(conn)? {
                    back.most.insert(vec![campaign, group], vec![(sendings, sealed)]);
                }
            }
            "participation_days" => {
                back.key = places(&["campaign", "client_group"]);
                let mut all: BTreeMap<String, i64> = BTreeMap::new();
                for (campaign, group, sealed) in sealed_sendings(conn)? {
                    *all.entry(campaign.clone()).or_default() += sealed;
                    back.most.insert(vec![campaign, group], vec![(sendings, sealed)]);
                }
                let totals =
                    all.into_iter().map(|(campaign, all)| (vec![campaign, "*".to_owned()], vec![(sendings, all)]));
                back.most.extend(totals);
            }
            "campaign_suppliers" => {
                back.key = places(&["campaign", "supplier"]);
                let (complete, partial) = (table.place("complete"), table.place("partial"));
                for line in store::lines(
                    conn,
                    "SELECT campaign || '/' || supplier || '/' || answers AS line FROM open_responses \
                     WHERE counted AND NOT sealed",
                )? {
                    let mut parts = line.splitn(3, '/').map(str::to_owned);
                    let (Some(campaign), Some(supplier), Some(answers)) = (parts.next(), parts.next(), parts.next())
                    else {
                        continue;
                    };
                    let answers: Value = serde_json::from_str(&answers)?;
                    let is_complete = answers.get("overall").is_some_and(|overall| !overall.is_null());
                    if let Some(place) = if is_complete { complete } else { partial } {
                        back.less.entry(vec![campaign, supplier]).or_default().push((place, 1));
                    }
                }
            }
            _ => {}
        }
        Ok(back)
    }

    fn apply(&self, row: &mut [Value]) {
        if self.most.is_empty() && self.less.is_empty() {
            return;
        }
        let text = |place: &usize| row.get(*place).and_then(Value::as_str).unwrap_or_default().to_owned();
        let key: Vec<String> = self.key.iter().map(text).collect();
        let mut change = |place: usize, to: &dyn Fn(i64) -> i64| {
            if let Some(cell) = row.get_mut(place)
                && let Some(number) = cell.as_i64()
            {
                *cell = to(number).into();
            }
        };
        for (place, most) in self.most.get(&key).into_iter().flatten() {
            change(*place, &|number| number.min(*most));
        }
        for (place, less) in self.less.get(&key).into_iter().flatten() {
            change(*place, &|number| number - less);
        }
    }
}

/// Sendings of each group of an open campaign when it was last sealed.
fn sealed_sendings(conn: &mut Conn) -> Result<Vec<(String, String, i64)>> {
    let sql = format!(
        "SELECT campaign || '/' || CAST(sealed_sendings AS text) || '/' || code AS line FROM client_groups WHERE {OPEN}"
    );
    let mut all = Vec::new();
    for line in store::lines(conn, &sql)? {
        let mut parts = line.splitn(3, '/');
        if let (Some(campaign), Some(sealed), Some(group)) = (parts.next(), parts.next(), parts.next()) {
            all.push((campaign.to_owned(), group.to_owned(), sealed.parse().map_err(Error::internal)?));
        }
    }
    Ok(all)
}

/// For each reminder an open campaign wrote, one row for everybody invited, all alike and none to be sent: nobody gets
/// that reminder a second time, and no row says who did not need it.
fn reminders_of_everybody(conn: &mut Conn, table: &Table, clock: &Clock) -> Result<Vec<Vec<Value>>> {
    let mut models: BTreeMap<(String, String), Vec<Value>> = BTreeMap::new();
    let text = |row: &[Value], column: &str| {
        let cell = table.place(column).and_then(|place| row.get(place));
        cell.and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    store::each_row(conn, table, &format!("kind = 'reminder' AND {OPEN}"), |row| {
        models.entry((text(&row, "campaign"), text(&row, "occasion"))).or_insert(row);
        Ok(())
    })?;
    let now = clock.now();
    let mut rows = Vec::new();
    for ((campaign, _), model) in models {
        let sql = "SELECT campaign || '/' || person AS line FROM invitations ORDER BY person";
        let people: BTreeSet<String> = store::lines(conn, sql)?
            .iter()
            .filter_map(|line| line.split_once('/'))
            .filter(|(of, _)| *of == campaign)
            .map(|(_, person)| person.to_owned())
            .collect();
        for person in people {
            let id = sortable(now);
            let message = format!("{id}@barometer");
            let row = table.columns.iter().zip(&model).map(|(column, cell)| match column.name.as_str() {
                "id" => id.clone().into(),
                "person" => person.clone().into(),
                "state" => "dropped".into(),
                "message_id" => message.clone().into(),
                "attempts" => 0.into(),
                "reference" | "lease_owner" | "lease_until" | "fault" => Value::Null,
                _ => cell.clone(),
            });
            rows.push(row.collect());
        }
    }
    Ok(rows)
}
