//! What an import of a past wave writes. All of it belongs to one transaction of the caller.

use diesel::prelude::*;
use indicatif::ProgressBar;

use super::Plan;
use super::groups::Groups;
use crate::answering::{OpenComment, OpenResponse};
use crate::campaign::{CampaignSupplier, ClientGroup};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode, random_key};
use crate::db::schema::{campaign_suppliers, client_groups, group_units, open_comments, open_responses, proposals};
use crate::error::{Error, Result};

/// How many rows travel at once.
const PART: usize = 500;

pub fn insert_part(conn: &mut Conn, part: &CampaignSupplier) -> Result<()> {
    diesel::insert_into(campaign_suppliers::table).values(part).execute(conn)?;
    Ok(())
}

pub fn insert_groups(conn: &mut Conn, campaign: &CampaignId, groups: &Groups) -> Result<()> {
    for group in &groups.list {
        let row = ClientGroup {
            campaign: campaign.clone(),
            code: group.code.clone(),
            name: group.name.clone(),
            invited: group.eligible,
            sendings: 0,
        };
        diesel::insert_into(client_groups::table).values(&row).execute(conn)?;
        for unit in &group.units {
            let values = (
                group_units::campaign.eq(campaign),
                group_units::unit.eq(unit),
                group_units::client_group.eq(&group.code),
            );
            diesel::insert_into(group_units::table).values(values).execute(conn)?;
        }
    }
    Ok(())
}

/// To how many eligible people of each group the supplier was proposed: everybody who was asked.
pub fn insert_proposals(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    groups: &Groups,
) -> Result<()> {
    for group in groups.list.iter().filter(|group| group.eligible > 0) {
        let values = (
            proposals::campaign.eq(campaign),
            proposals::supplier.eq(supplier),
            proposals::client_group.eq(&group.code),
            proposals::people.eq(group.eligible),
        );
        diesel::insert_into(proposals::table).values(values).execute(conn)?;
    }
    Ok(())
}

/// The answers, as an open campaign would hold them: the seal takes them from there.
pub fn insert_answers(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    plan: &Plan,
    bar: &ProgressBar,
) -> Result<()> {
    let group_of = |place: usize| -> Result<GroupCode> {
        let group = plan.groups.of(place).map(|group| group.code.clone());
        group.ok_or_else(|| Error::internal("a response without a group"))
    };
    let count = |n: usize| u64::try_from(n).unwrap_or(0);
    bar.set_length(count(plan.sheets.responses.len()));
    for part in plan.sheets.responses.chunks(PART) {
        let mut rows = Vec::with_capacity(part.len());
        for (unit, answers) in part {
            rows.push(OpenResponse {
                key: random_key(),
                campaign: campaign.clone(),
                supplier: supplier.clone(),
                client_group: group_of(*unit)?,
                no_contact: false,
                answers: answers.clone(),
            });
        }
        crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(&rows).execute(c))?;
        bar.inc(count(part.len()));
    }
    for part in plan.sheets.comments.chunks(PART) {
        let mut rows = Vec::with_capacity(part.len());
        for (unit, question, body) in part {
            rows.push(OpenComment {
                key: random_key(),
                campaign: campaign.clone(),
                supplier: supplier.clone(),
                client_group: group_of(*unit)?,
                question: question.clone(),
                body: body.clone(),
            });
        }
        crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(&rows).execute(c))?;
    }
    bar.finish_and_clear();
    Ok(())
}
