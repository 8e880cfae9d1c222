//! Every query of answering: the door a link opens, drafts, sheets waiting for the seal and sealed ones.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::{OpenResponse, Response};
use crate::app::{AllSettings, Settings};
use crate::campaign::{Campaign, ClientGroup, Invitation, Slip};
use crate::db::Conn;
use crate::db::ids::{CampaignId, InvitationId, SupplierCode};
use crate::db::schema::{
    answered, campaigns, client_groups, comments, drafts, invitations, open_responses, responses, slips,
};
use crate::error::Result;

/// What a link leads to, in one query.
#[derive(Clone)]
pub struct Found {
    pub invitation: Invitation,
    pub campaign: Campaign,
    pub group: ClientGroup,
    pub answered: bool,
    pub draft: Option<String>,
    /// What the organisation says of itself: every page says some of it.
    pub settings: Settings,
}

type Row = (Invitation, Campaign, ClientGroup, Option<InvitationId>, Option<String>, Option<String>);

pub fn find(conn: &mut Conn, token_hash: &str) -> Result<Option<Found>> {
    let own_group =
        client_groups::campaign.eq(invitations::campaign).and(client_groups::code.eq(invitations::client_group));
    let row: Option<Row> = invitations::table
        .inner_join(campaigns::table.on(campaigns::id.eq(invitations::campaign)))
        .inner_join(client_groups::table.on(own_group))
        .left_join(answered::table.on(answered::invitation.eq(invitations::id)))
        .left_join(drafts::table.on(drafts::invitation.eq(invitations::id)))
        .filter(invitations::token_hash.eq(token_hash))
        .select((
            Invitation::as_select(),
            Campaign::as_select(),
            ClientGroup::as_select(),
            answered::invitation.nullable(),
            drafts::sealed_text.nullable(),
            AllSettings,
        ))
        // Not `first`: its LIMIT is a bound value, for which SQLite plans the statement anew each time.
        .get_result(conn)
        .optional()?;
    let row = match row {
        Some(row) => Some(row),
        None => find_slip(conn, token_hash)?,
    };
    let Some((invitation, campaign, group, flag, draft, settings)) = row else { return Ok(None) };
    let settings = Settings::of_text(settings.as_deref().unwrap_or_default());
    Ok(Some(Found { invitation, campaign, group, answered: flag.is_some(), draft, settings }))
}

/// The same for a link that is printed on paper.
fn find_slip(conn: &mut Conn, token_hash: &str) -> Result<Option<Row>> {
    type SlipRow = (Slip, Campaign, ClientGroup, Option<InvitationId>, Option<String>, Option<String>);
    let own_group = client_groups::campaign.eq(slips::campaign).and(client_groups::code.eq(slips::client_group));
    let row: Option<SlipRow> = slips::table
        .inner_join(campaigns::table.on(campaigns::id.eq(slips::campaign)))
        .inner_join(client_groups::table.on(own_group))
        .left_join(answered::table.on(answered::invitation.eq(slips::id)))
        .left_join(drafts::table.on(drafts::invitation.eq(slips::id)))
        .filter(slips::token_hash.eq(token_hash))
        .select((
            Slip::as_select(),
            Campaign::as_select(),
            ClientGroup::as_select(),
            answered::invitation.nullable(),
            drafts::sealed_text.nullable(),
            AllSettings,
        ))
        .get_result(conn)
        .optional()?;
    Ok(row.map(|(slip, campaign, group, flag, draft, settings)| {
        (Invitation::from(slip), campaign, group, flag, draft, settings)
    }))
}

/// As [`find`], for whoever goes on to write: two tabs of one link take turns, and the campaign cannot close before
/// this transaction ends. On SQLite there is one writer. On Postgres the turn is a lock on a number, never on the
/// invitation's row, where it would leave the mark of the transaction that stored the answers.
pub fn hold(conn: &mut Conn, token_hash: &str) -> Result<Option<Found>> {
    if let Conn::Pg(c) = conn {
        diesel::sql_query(
            "SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) FROM campaigns \
             WHERE id IN (SELECT campaign FROM invitations WHERE token_hash = $1 UNION ALL \
             SELECT campaign FROM slips WHERE token_hash = $1) FOR SHARE",
        )
        .bind::<Text, _>(token_hash)
        .execute(c)?;
    }
    find(conn, token_hash)
}

pub fn save_draft(conn: &mut Conn, invitation: &InvitationId, text: &str) -> Result<()> {
    crate::on_each!(conn, c => diesel::insert_into(drafts::table)
        .values((drafts::invitation.eq(invitation), drafts::sealed_text.eq(text)))
        .on_conflict(drafts::invitation)
        .do_update()
        .set(drafts::sealed_text.eq(text))
        .execute(c))?;
    Ok(())
}

pub fn delete_draft(conn: &mut Conn, invitation: &InvitationId) -> Result<()> {
    diesel::delete(drafts::table.find(invitation)).execute(conn)?;
    Ok(())
}

/// Closes an invitation to reminders; false when it was closed before.
pub fn flag(conn: &mut Conn, invitation: &InvitationId) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(answered::table)
        .values(answered::invitation.eq(invitation))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

/// How many rows are read at once when a campaign's sheets are counted.
const PART: i64 = 5000;

macro_rules! each_sheet {
    ($(#[$doc:meta])* $name:ident, $table:ident, $row:ty) => {
        $(#[$doc])*
        pub fn $name(
            conn: &mut Conn,
            campaign: &CampaignId,
            supplier: &SupplierCode,
            mut work: impl FnMut($row) -> Result<()>,
        ) -> Result<()> {
            let mut after = String::new();
            loop {
                let rows: Vec<$row> = $table::table
                    .filter($table::campaign.eq(campaign))
                    .filter($table::supplier.eq(supplier))
                    .filter($table::key.gt(&after))
                    .order($table::key)
                    .limit(PART)
                    .select(<$row>::as_select())
                    .load(conn)?;
                let Some(last) = rows.last() else { return Ok(()) };
                after.clone_from(&last.key);
                rows.into_iter().try_for_each(&mut work)?;
            }
        }
    };
}

each_sheet!(
    /// Gives every open sheet about `supplier` to `work`, in the order of their random keys.
    each_open,
    open_responses,
    OpenResponse
);
each_sheet!(
    /// Gives every sealed sheet about `supplier` to `work`, in the order of their random keys.
    each_sealed,
    responses,
    Response
);

/// How many sealed sheets a supplier has in a campaign, and how many say "no dealings with this service".
pub fn sealed_counts(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<(i64, i64)> {
    let count = |conn: &mut Conn, no_contact: bool| -> Result<i64> {
        Ok(responses::table
            .filter(responses::campaign.eq(campaign))
            .filter(responses::supplier.eq(supplier))
            .filter(responses::no_contact.eq(no_contact))
            .count()
            .get_result(conn)?)
    };
    Ok((count(conn, false)?, count(conn, true)?))
}

/// Deletes the sealed comments of some campaigns and the sealed sheets of others. Publications stay.
pub fn forget_answers(conn: &mut Conn, comments_of: &[CampaignId], sheets_of: &[CampaignId]) -> Result<()> {
    diesel::delete(comments::table.filter(comments::campaign.eq_any(comments_of))).execute(conn)?;
    diesel::delete(responses::table.filter(responses::campaign.eq_any(sheets_of))).execute(conn)?;
    Ok(())
}
