//! Queries of keys and of what was read with them.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::keys::{Key, Scope};
use crate::app::token_hash;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, random_key, sortable};
use crate::db::schema::{api_keys, api_reads, people};
use crate::error::Result;

/// By which it is known as one of ours, also where secrets are searched for.
const PREFIX: &str = "barometer_";
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = api_keys)]
struct Row {
    id: String,
    name: String,
    scopes: String,
    ends_on: Day,
    agreed_at: Option<Moment>,
    revoked_at: Option<Moment>,
    used_on: Option<Day>,
}

impl From<Row> for Key {
    fn from(row: Row) -> Self {
        Self {
            id: row.id,
            name: row.name,
            scopes: row.scopes.split(' ').filter_map(Scope::parse).collect(),
            ends_on: row.ends_on,
            used_on: row.used_on,
            agreed: row.agreed_at.is_some(),
            revoked: row.revoked_at.is_some(),
        }
    }
}

/// A new key and its secret, which is not kept.
pub fn make(
    conn: &mut Conn,
    now: Moment,
    by: &PersonId,
    name: &str,
    scopes: &BTreeSet<Scope>,
    ends_on: Day,
) -> Result<(String, String)> {
    let (id, secret) = (sortable(now), format!("{PREFIX}{}{}", random_key(), random_key()));
    let words: Vec<&str> = scopes.iter().map(|scope| scope.as_str()).collect();
    diesel::insert_into(api_keys::table)
        .values((
            api_keys::id.eq(&id),
            api_keys::name.eq(name),
            api_keys::scopes.eq(words.join(" ")),
            api_keys::token_hash.eq(token_hash(&secret)),
            api_keys::made_at.eq(now),
            api_keys::made_by.eq(by),
            api_keys::ends_on.eq(ends_on),
        ))
        .execute(conn)?;
    Ok((id, secret))
}

/// Every key with the name of whoever made it, latest first.
pub fn all(conn: &mut Conn) -> Result<Vec<(Key, String)>> {
    let rows: Vec<(Row, String)> = api_keys::table
        .inner_join(people::table.on(people::id.eq(api_keys::made_by)))
        .order(api_keys::id.desc())
        .select((Row::as_select(), people::name))
        .load(conn)?;
    Ok(rows.into_iter().map(|(row, by)| (row.into(), by)).collect())
}

pub fn one(conn: &mut Conn, id: &str) -> Result<Key> {
    Ok(api_keys::table.find(id).select(Row::as_select()).get_result(conn)?.into())
}

/// The key of this secret.
pub fn of_secret(conn: &mut Conn, secret: &str) -> Result<Option<Key>> {
    let row = api_keys::table.filter(api_keys::token_hash.eq(token_hash(secret))).select(Row::as_select());
    Ok(row.get_result(conn).optional()?.map(Into::into))
}

/// False when it was agreed to, or revoked, before.
pub fn agree(conn: &mut Conn, now: Moment, by: &PersonId, id: &str) -> Result<bool> {
    let waiting = api_keys::table.find(id).filter(api_keys::agreed_at.is_null()).filter(api_keys::revoked_at.is_null());
    let set = (api_keys::agreed_at.eq(now), api_keys::agreed_by.eq(by));
    Ok(diesel::update(waiting).set(set).execute(conn)? == 1)
}

pub fn revoke(conn: &mut Conn, now: Moment, id: &str) -> Result<bool> {
    let standing = api_keys::table.find(id).filter(api_keys::revoked_at.is_null());
    Ok(diesel::update(standing).set(api_keys::revoked_at.eq(now)).execute(conn)? == 1)
}

pub fn mark_used(conn: &mut Conn, id: &str, today: Day) -> Result<()> {
    diesel::update(api_keys::table.find(id)).set(api_keys::used_on.eq(today)).execute(conn)?;
    Ok(())
}

/// True for the first read of this campaign with this key today.
pub fn first_read(conn: &mut Conn, key: &str, campaign: &CampaignId, today: Day) -> Result<bool> {
    let row = (api_reads::key.eq(key), api_reads::campaign.eq(campaign), api_reads::day.eq(today));
    let new = crate::on_each!(conn, c => diesel::insert_into(api_reads::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

/// Forgets who read what before `day`: the journal has it.
pub fn forget_reads_before(conn: &mut Conn, day: Day) -> Result<()> {
    diesel::delete(api_reads::table.filter(api_reads::day.lt(day))).execute(conn)?;
    Ok(())
}
