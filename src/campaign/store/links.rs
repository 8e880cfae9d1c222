//! Codes on paper, and links that are no more.

use diesel::prelude::*;

use super::super::Slip;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, PersonId};
use crate::db::schema::{code_people, past_links, slips};
use crate::error::Result;

/// Writes the slips of a campaign, and who may draw one: two lists in orders of their own.
pub fn insert_slips(conn: &mut Conn, new: &[Slip], drawers: &[(CampaignId, PersonId, GroupCode)]) -> Result<()> {
    for part in new.chunks(500) {
        crate::on_each!(conn, c => diesel::insert_into(slips::table).values(part).execute(c))?;
    }
    for part in drawers.chunks(500) {
        let rows: Vec<_> = part
            .iter()
            .map(|(campaign, person, group)| {
                (
                    code_people::campaign.eq(campaign),
                    code_people::person.eq(person),
                    code_people::client_group.eq(group),
                )
            })
            .collect();
        crate::on_each!(conn, c => diesel::insert_into(code_people::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// The slips of a campaign.
pub fn slips(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Slip>> {
    Ok(slips::table.filter(slips::campaign.eq(campaign)).order(slips::id).select(Slip::as_select()).load(conn)?)
}

pub fn slips_count(conn: &mut Conn, campaign: &CampaignId) -> Result<i64> {
    Ok(slips::table.filter(slips::campaign.eq(campaign)).count().get_result(conn)?)
}

pub fn slip_by_code(conn: &mut Conn, digest: &str) -> Result<Option<Slip>> {
    Ok(slips::table.filter(slips::code_digest.eq(digest)).select(Slip::as_select()).first(conn).optional()?)
}

/// Keeps that these links led somewhere once.
pub(super) fn keep_past_links(conn: &mut Conn, hashes: &[String], today: Day) -> Result<()> {
    for part in hashes.chunks(400) {
        let rows: Vec<_> =
            part.iter().map(|hash| (past_links::token_hash.eq(hash), past_links::gone_on.eq(today))).collect();
        match conn {
            Conn::Sqlite(c) => {
                for row in rows {
                    diesel::insert_into(past_links::table).values(row).on_conflict_do_nothing().execute(c)?;
                }
            }
            Conn::Pg(c) => {
                diesel::insert_into(past_links::table).values(rows).on_conflict_do_nothing().execute(c)?;
            }
        }
    }
    Ok(())
}

/// Did a link lead somewhere once?
pub fn was_link(conn: &mut Conn, hash: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(past_links::table.find(hash))).get_result(conn)?)
}

pub fn forget_past_links(conn: &mut Conn, before: Day) -> Result<()> {
    diesel::delete(past_links::table.filter(past_links::gone_on.lt(before))).execute(conn)?;
    Ok(())
}
