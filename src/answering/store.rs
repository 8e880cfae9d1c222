//! Every query of answering: the door a link opens, drafts, sheets waiting for the seal and sealed ones.

use std::sync::Arc;

use diesel::connection::{DefaultLoadingMode, SimpleConnection};
use diesel::pg::PgRowByRowLoadingMode;
use diesel::prelude::*;

use crate::app::{AllSettings, Settings};
use crate::campaign::{Campaign, ClientGroup, Invitation, Slip, mirror};
use crate::db::Conn;
use crate::db::fixed::Fixed;
use crate::db::ids::{CampaignId, GroupCode, InvitationId, SupplierCode};
use crate::db::schema::{
    answered, campaigns, client_groups, comments, drafts, invitations, mirrors, open_responses, responses, slips,
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
    pub settings: Arc<Settings>,
}

type Row = (Invitation, Campaign, ClientGroup, Option<InvitationId>, Option<String>, Option<String>);

pub fn find(conn: &mut Conn, token_hash: &str) -> Result<Option<Found>> {
    let own_group =
        client_groups::campaign.eq(invitations::campaign).and(client_groups::code.eq(invitations::client_group));
    let row: Option<Row> = crate::on_each!(conn, c => invitations::table
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
        .get_result(c)
        .optional())?;
    let row = match row {
        Some(row) => Some(row),
        None => find_slip(conn, token_hash)?,
    };
    let Some((invitation, campaign, group, flag, draft, settings)) = row else { return Ok(None) };
    let settings = Settings::of_text(settings.as_deref().unwrap_or_default());
    let invitation = mirror::without_readers(conn, invitation)?;
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

/// What gives somebody their turn on Postgres: two tabs of one link take turns, and no campaign closes before the
/// transaction ends. The turn is a lock on a number, never on the invitation's row, where it would leave the mark of the
/// transaction that stored the answers. On SQLite there is one writer.
fn turn(token_hash: &str) -> String {
    let number = token_hash.bytes().fold(0_i64, |number, byte| number.wrapping_mul(31).wrapping_add(byte.into()));
    format!(
        "SELECT pg_advisory_xact_lock({number}); SELECT 1 FROM campaigns WHERE state = 'open' ORDER BY id FOR SHARE"
    )
}

/// Begins the transaction of whoever goes on to write.
pub fn begin(token_hash: &str) -> String {
    format!("BEGIN; {}", turn(token_hash))
}

/// Takes the turn of a link inside a transaction.
pub fn hold(conn: &mut Conn, token_hash: &str) -> Result<()> {
    if let Conn::Pg(pg) = conn {
        pg.batch_execute(&turn(token_hash))?;
    }
    Ok(())
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

/// Puts `text` in the place of the draft that was found, be it none, in one statement: false when another stands there by
/// now, because another tab wrote or sent it, or when the campaign takes no answers any more. It cannot close before this
/// is written. A first draft that waited for another tab's sending to end may outlast it, until the next night.
pub fn replace_draft(conn: &mut PgConnection, found: &Found, text: &str) -> Result<bool> {
    let (campaign, invitation) = (found.campaign.id.as_str(), found.invitation.id.as_str());
    let written = match &found.draft {
        Some(old) => Fixed {
            pieces: &[
                "UPDATE drafts SET sealed_text = ",
                " FROM (SELECT 1 FROM campaigns WHERE id = ",
                " AND state = 'open' FOR SHARE) AS open WHERE invitation = ",
                " AND sealed_text = ",
            ],
            bound: &[text, campaign, invitation, old],
        }
        .execute(conn)?,
        None => Fixed {
            pieces: &[
                "INSERT INTO drafts (invitation, sealed_text) SELECT new.* FROM (SELECT CAST(",
                " AS text) AS invitation, CAST(",
                " AS text)) AS new, (SELECT 1 FROM campaigns WHERE id = ",
                " AND state = 'open' FOR SHARE) AS open \
                 WHERE NOT EXISTS (SELECT FROM answered WHERE answered.invitation = new.invitation) ON CONFLICT DO NOTHING",
            ],
            bound: &[invitation, text, campaign],
        }
        .execute(conn)?,
    };
    Ok(written == 1)
}

pub fn delete_draft(conn: &mut Conn, invitation: &InvitationId) -> Result<()> {
    crate::on_each!(conn, c => diesel::delete(drafts::table.find(invitation)).execute(c))?;
    Ok(())
}

/// Closes an invitation to reminders and forgets its draft; false when it was closed before.
pub fn flag(conn: &mut Conn, invitation: &InvitationId) -> Result<bool> {
    let new = match conn {
        Conn::Sqlite(c) => {
            diesel::delete(drafts::table.find(invitation)).execute(c)?;
            let flag = answered::invitation.eq(invitation);
            diesel::insert_into(answered::table).values(flag).on_conflict_do_nothing().execute(c)?
        }
        Conn::Pg(c) => {
            let flagging = Fixed {
                pieces: &[
                    "WITH forgotten AS (DELETE FROM drafts WHERE invitation = ",
                    ") INSERT INTO answered (invitation) VALUES (",
                    ") ON CONFLICT DO NOTHING",
                ],
                bound: &[invitation.as_str(); 2],
            };
            flagging.execute(c)?
        }
    };
    Ok(new == 1)
}

/// What counting reads of a sheet.
#[derive(Queryable)]
pub struct Counted {
    pub client_group: GroupCode,
    pub no_contact: bool,
    /// JSON of [`crate::questionnaire::StoredAnswers`].
    pub answers: String,
}

/// Gives every open sheet about `supplier` to `work` as it arrives, in no order: however many they are, none is kept.
pub fn each_open(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    mut work: impl FnMut(Counted) -> Result<()>,
) -> Result<()> {
    let query = open_responses::table
        .filter(open_responses::campaign.eq(campaign))
        .filter(open_responses::supplier.eq(supplier))
        .select((open_responses::client_group, open_responses::no_contact, open_responses::answers));
    match conn {
        Conn::Sqlite(c) => query.load_iter::<Counted, DefaultLoadingMode>(c)?.try_for_each(|row| work(row?)),
        Conn::Pg(c) => query.load_iter::<Counted, PgRowByRowLoadingMode>(c)?.try_for_each(|row| work(row?)),
    }
}

/// How many sealed sheets one query reads.
const PART: i64 = 5000;

/// Gives every sealed sheet about `supplier` to `work`, in the order of their random keys: sums of fractions come out
/// the same each time. In parts, so that no database sorts them all.
pub fn each_sealed(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    mut work: impl FnMut(Counted) -> Result<()>,
) -> Result<()> {
    let mut after = String::new();
    loop {
        let query = responses::table
            .filter(responses::campaign.eq(campaign))
            .filter(responses::supplier.eq(supplier))
            .filter(responses::key.gt(after.clone()))
            .order(responses::key)
            .limit(PART)
            .select((responses::key, (responses::client_group, responses::no_contact, responses::answers)));
        let mut read = 0;
        let each = |row: QueryResult<(String, Counted)>| {
            let (key, sheet) = row?;
            (read, after) = (read + 1, key);
            work(sheet)
        };
        match conn {
            Conn::Sqlite(c) => query.load_iter::<_, DefaultLoadingMode>(c)?.try_for_each(each)?,
            Conn::Pg(c) => query.load_iter::<_, PgRowByRowLoadingMode>(c)?.try_for_each(each)?,
        }
        if read < PART {
            return Ok(());
        }
    }
}

/// The sealed sheets of a supplier's mirror, in the order of their random keys: a team is no crowd.
pub fn sealed_mirrors(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode) -> Result<Vec<String>> {
    Ok(mirrors::table
        .filter(mirrors::campaign.eq(campaign))
        .filter(mirrors::supplier.eq(supplier))
        .order(mirrors::key)
        .select(mirrors::answers)
        .load(conn)?)
}

/// How many sheets of each supplier's mirror are sealed.
pub fn mirror_counts(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(SupplierCode, i64)>> {
    Ok(mirrors::table
        .filter(mirrors::campaign.eq(campaign))
        .group_by(mirrors::supplier)
        .select((mirrors::supplier, diesel::dsl::count_star()))
        .load(conn)?)
}

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
    diesel::delete(mirrors::table.filter(mirrors::campaign.eq_any(sheets_of))).execute(conn)?;
    Ok(())
}
