//! Reports that could be tied to no mail, files that were read, and whether the mail server gives mails other ids.

use std::collections::BTreeSet;

use diesel::prelude::*;
use jiff::SignedDuration;

use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::db::schema::{relay, returns_read, unmatched_returns};
use crate::error::Result;

crate::words!(
    /// Why a report could be tied to no mail.
    Reason {
        /// Nothing of the mail came back with it that is ours.
        Nameless = "nameless",
        /// Plain text that holds nothing of the mail that is ours.
        Text = "text",
        /// About a mail that was sent anew since, or is no longer kept.
        Past = "past",
    }
);

/// So long a report is kept that could be tied to no mail.
pub const KEPT_DAYS: i64 = 30;

#[derive(Debug, Clone, Queryable, Selectable, Insertable)]
#[diesel(table_name = unmatched_returns)]
pub struct Unmatched {
    pub id: String,
    pub read_at: Moment,
    pub reason: Reason,
    pub said: String,
}

/// What HR and administrators are told: how many could be tied to no mail, and since when. Those about a mail of before
/// are none of them: nothing is to be done about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub number: i64,
    pub since: Moment,
}

/// Keeps a report. The name before each @ is taken out: of a reminder it would tell whose link was unused.
pub fn keep(conn: &mut Conn, reason: Reason, said: &str, now: Moment) -> Result<()> {
    let row = Unmatched { id: sortable(now), read_at: now, reason, said: without_names(said) };
    diesel::insert_into(unmatched_returns::table).values(&row).execute(conn)?;
    Ok(())
}

fn without_names(said: &str) -> String {
    let mut kept: Vec<String> = Vec::new();
    for word in said.split(' ') {
        let Some((before, after)) = word.split_once('@') else {
            kept.push(word.to_owned());
            continue;
        };
        let opening =
            before.rfind(['<', '(', '"', '[', ';', ':', '=']).map_or("", |at| before.get(..=at).unwrap_or_default());
        kept.push(format!("{opening}…@{after}"));
    }
    kept.join(" ")
}

pub fn unmatched(conn: &mut Conn) -> Result<Vec<Unmatched>> {
    Ok(unmatched_returns::table.order(unmatched_returns::id.desc()).select(Unmatched::as_select()).load(conn)?)
}

/// Of all, or of those read at `from` or later.
pub fn standing(conn: &mut Conn, from: Option<Moment>) -> Result<Option<Standing>> {
    let ours = unmatched_returns::table.filter(unmatched_returns::reason.ne(Reason::Past));
    let rows: Vec<Moment> = ours.select(unmatched_returns::read_at).order(unmatched_returns::read_at).load(conn)?;
    let rows: Vec<Moment> = rows.into_iter().filter(|at| from.is_none_or(|from| *at >= from)).collect();
    let number = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    Ok(rows.first().map(|since| Standing { number, since: *since }))
}

pub fn forget_before(conn: &mut Conn, moment: Moment) -> Result<()> {
    diesel::delete(unmatched_returns::table.filter(unmatched_returns::read_at.lt(moment))).execute(conn)?;
    Ok(())
}

pub fn names(conn: &mut Conn) -> Result<BTreeSet<String>> {
    Ok(returns_read::table.select(returns_read::name).load(conn)?.into_iter().collect())
}

/// Forgets the names of files that are no longer there.
pub fn forget_names(conn: &mut Conn, standing: &BTreeSet<String>) -> Result<()> {
    let known: Vec<String> = returns_read::table.select(returns_read::name).load(conn)?;
    let gone: Vec<&String> = known.iter().filter(|name| !standing.contains(*name)).collect();
    for part in gone.chunks(500) {
        diesel::delete(returns_read::table.filter(returns_read::name.eq_any(part))).execute(conn)?;
    }
    Ok(())
}

pub fn remember_name(conn: &mut Conn, name: &str, now: Moment) -> Result<()> {
    let row = (returns_read::name.eq(name), returns_read::read_at.eq(now));
    crate::on_each!(conn, c => diesel::insert_into(returns_read::table).values(row).on_conflict_do_nothing().execute(c))?;
    Ok(())
}

pub fn note_renaming(conn: &mut Conn, now: Moment) -> Result<()> {
    diesel::update(relay::table).set(relay::renamed_at.eq(now)).execute(conn)?;
    Ok(())
}

/// When a report last showed that mails get other ids on their way, within the time that reports are kept.
pub fn renamed_at(conn: &mut Conn, now: Moment) -> Result<Option<Moment>> {
    let at: Option<Moment> = relay::table.select(relay::renamed_at).first(conn).optional()?.flatten();
    Ok(at.filter(|at| *at >= now.minus(SignedDuration::from_hours(24 * KEPT_DAYS))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_servers_words_without_the_name_before_an_address() {
        assert_eq!(
            without_names("550 5.1.1 <zoe.petit@example.org>: User unknown"),
            "550 5.1.1 <…@example.org>: User unknown"
        );
        assert_eq!(without_names("zoe@a.b (zoe@c.d) said no"), "…@a.b (…@c.d) said no");
        assert_eq!(without_names("Mailbox full"), "Mailbox full");
    }
}
