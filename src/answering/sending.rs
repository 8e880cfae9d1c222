//! Sending: one transaction that raises counters, stores the sheets and comments, and forgets the draft.

use diesel::prelude::*;

use super::asked::{Asked, Sent};
use super::draft::Draft;
use super::{OUTSIDE, OpenComment, OpenResponse, store};
use crate::campaign::{Campaign, Invitation, State};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::fixed::Fixed;
use crate::db::ids::{GroupCode, SupplierCode, random_key};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, open_comments, open_responses};
use crate::error::Result;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Recorded,
    /// Sent or declined before: nothing changes, and the page is the same.
    Before,
    /// The campaign closed meanwhile.
    TooLate,
}

/// Takes answers while the campaign is open and its last day has not passed.
pub fn takes_answers(campaign: &Campaign, today: Day) -> bool {
    campaign.state == State::Open && today <= campaign.closes_on
}

/// Sends a draft, for whoever does not hold the link.
pub fn send(conn: &mut Conn, invitation: &Invitation, draft: &Draft, today: Day) -> Result<Outcome> {
    if !still_open(conn, invitation, today)? {
        return Ok(Outcome::TooLate);
    }
    let asked = Asked::load(conn, &invitation.campaign)?;
    send_held(conn, invitation, draft, &asked)
}

/// Sends a draft of a campaign that is known to take answers until this transaction ends ([`store::hold`]).
pub fn send_held(conn: &mut Conn, invitation: &Invitation, draft: &Draft, asked: &Asked) -> Result<Outcome> {
    if !store::flag(conn, &invitation.id)? {
        return Ok(Outcome::Before);
    }
    let (proposed, chosen) = (invitation.proposed(), draft.chosen.clone().unwrap_or_default());
    let group = |supplier: &SupplierCode| {
        let inside = !draft.outside && asked.serves(supplier, &invitation.client_group);
        if inside { invitation.client_group.clone() } else { GroupCode::from(OUTSIDE) }
    };
    let (mut responses, mut comments, mut sheets) = (Vec::new(), Vec::new(), Vec::new());
    for supplier in &chosen {
        let Some(sheet) = draft.sheets.get(supplier) else { continue };
        let sent = asked.sent(supplier, sheet);
        if !sent.answers.is_empty() {
            let counted = proposed.contains(supplier) && !draft.outside;
            responses.push(OpenResponse {
                key: random_key(),
                campaign: invitation.campaign.clone(),
                supplier: supplier.clone(),
                client_group: group(supplier),
                no_contact: false,
                answers: serde_json::to_string(&sent.answers)?,
                sealed: false,
                counted,
            });
            if counted {
                sheets.push((supplier, is_complete(&sent)));
            }
        }
        for (question, body) in sent.texts {
            comments.push(OpenComment {
                key: random_key(),
                campaign: invitation.campaign.clone(),
                supplier: supplier.clone(),
                client_group: group(supplier),
                question,
                body,
                sealed: false,
            });
        }
    }
    for supplier in proposed.iter().filter(|supplier| !chosen.contains(supplier)) {
        responses.push(OpenResponse {
            key: random_key(),
            campaign: invitation.campaign.clone(),
            supplier: supplier.clone(),
            client_group: group(supplier),
            no_contact: true,
            answers: "{}".to_owned(),
            sealed: false,
            counted: false,
        });
    }
    count(conn, invitation, &sheets)?;
    // One row alone is a statement that the connection knows.
    match responses.as_slice() {
        [] => {}
        [one] => {
            crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(one).execute(c)).map(drop)?
        }
        all => {
            crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(all).execute(c)).map(drop)?
        }
    }
    match comments.as_slice() {
        [] => {}
        [one] => {
            crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(one).execute(c)).map(drop)?
        }
        all => {
            crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(all).execute(c)).map(drop)?
        }
    }
    Ok(Outcome::Recorded)
}

/// "I do not wish to answer": no more reminders, nothing stored.
pub fn decline(conn: &mut Conn, invitation: &Invitation, today: Day) -> Result<Outcome> {
    if !still_open(conn, invitation, today)? {
        return Ok(Outcome::TooLate);
    }
    decline_held(conn, invitation)
}

/// As [`decline`], under the same condition as [`send_held`].
pub fn decline_held(conn: &mut Conn, invitation: &Invitation) -> Result<Outcome> {
    if !store::flag(conn, &invitation.id)? {
        return Ok(Outcome::Before);
    }
    Ok(Outcome::Recorded)
}

/// Does the invitation's campaign take answers? On Postgres the campaign's row is held, so that it cannot close
/// between this look and our commit; on SQLite there is one writer.
fn still_open(conn: &mut Conn, invitation: &Invitation, today: Day) -> Result<bool> {
    let campaign: Campaign = match conn {
        Conn::Sqlite(c) => campaigns::table.find(&invitation.campaign).select(Campaign::as_select()).get_result(c)?,
        Conn::Pg(c) => {
            campaigns::table.find(&invitation.campaign).select(Campaign::as_select()).for_share().first(c)?
        }
    };
    Ok(takes_answers(&campaign, today))
}

/// Is this a complete sheet? A partial one left the overall question blank.
fn is_complete(sent: &Sent) -> bool {
    sent.answers.get("overall").is_some_and(Option::is_some)
}

/// Raises the counters: the sendings of the group, then each supplier's complete or partial sheets, in the order of
/// their codes, so that nobody waits for somebody who waits for them. On Postgres the group's comes with the first
/// supplier's, in one message.
fn count(conn: &mut Conn, invitation: &Invitation, sheets: &[(&SupplierCode, bool)]) -> Result<()> {
    let (campaign, group) = (&invitation.campaign, &invitation.client_group);
    let rest = match (&mut *conn, sheets) {
        (Conn::Pg(pg), [(supplier, complete), rest @ ..]) => {
            // The last condition makes the group's counter the first to be raised.
            let pieces = if *complete { COUNTED_COMPLETE } else { COUNTED_PARTIAL };
            let bound = &[campaign.as_str(), group.as_str(), campaign.as_str(), supplier.as_str()];
            Fixed { pieces, bound }.execute(pg)?;
            rest
        }
        (conn, sheets) => {
            diesel::update(client_groups::table.find((campaign, group)))
                .set(client_groups::sendings.eq(client_groups::sendings + 1))
                .execute(conn)?;
            sheets
        }
    };
    for (supplier, complete) in rest {
        let row = campaign_suppliers::table.find((campaign, supplier));
        if *complete {
            diesel::update(row).set(campaign_suppliers::complete.eq(campaign_suppliers::complete + 1)).execute(conn)?;
        } else {
            diesel::update(row).set(campaign_suppliers::partial.eq(campaign_suppliers::partial + 1)).execute(conn)?;
        }
    }
    Ok(())
}

const COUNTED_COMPLETE: &[&str] = &[
    "WITH counted AS (UPDATE client_groups SET sendings = sendings + 1 WHERE campaign = ",
    " AND code = ",
    " RETURNING 1) UPDATE campaign_suppliers SET complete = complete + 1 WHERE campaign = ",
    " AND supplier = ",
    " AND (SELECT count(*) FROM counted) >= 0",
];
const COUNTED_PARTIAL: &[&str] = &[
    "WITH counted AS (UPDATE client_groups SET sendings = sendings + 1 WHERE campaign = ",
    " AND code = ",
    " RETURNING 1) UPDATE campaign_suppliers SET partial = partial + 1 WHERE campaign = ",
    " AND supplier = ",
    " AND (SELECT count(*) FROM counted) >= 0",
];
