//! Sending: one transaction that raises counters, stores the sheets and comments, and forgets the draft.

use diesel::prelude::*;

use super::draft::{Draft, Sheet};
use super::{OUTSIDE, OpenComment, OpenResponse, store};
use crate::campaign::{Campaign, Invitation, State};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{GroupCode, SupplierCode, random_key};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, open_comments, open_responses, proposals};
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

/// Sends a draft.
pub fn send(conn: &mut Conn, invitation: &Invitation, draft: &Draft, today: Day) -> Result<Outcome> {
    if let Some(refused) = close_to_reminders(conn, invitation, today)? {
        return Ok(refused);
    }
    diesel::update(client_groups::table.find((&invitation.campaign, &invitation.client_group)))
        .set(client_groups::sendings.eq(client_groups::sendings + 1))
        .execute(conn)?;
    let serving = serving_group(conn, invitation)?;
    let (proposed, chosen) = (invitation.proposed(), draft.chosen.clone().unwrap_or_default());
    let group = |supplier: &SupplierCode| {
        let inside = !draft.outside && serving.contains(supplier);
        if inside { invitation.client_group.clone() } else { GroupCode::from(OUTSIDE) }
    };
    let mut responses = Vec::new();
    let mut comments = Vec::new();
    for supplier in &chosen {
        let Some(sheet) = draft.sheets.get(supplier).filter(|sheet| !sheet.is_empty()) else { continue };
        if !sheet.answers.is_empty() {
            responses.push(OpenResponse {
                key: random_key(),
                campaign: invitation.campaign.clone(),
                supplier: supplier.clone(),
                client_group: group(supplier),
                no_contact: false,
                answers: serde_json::to_string(&sheet.answers)?,
                sealed: false,
            });
            if proposed.contains(supplier) && !draft.outside {
                count_sheet(conn, invitation, supplier, sheet)?;
            }
        }
        for (question, body) in sheet.texts.iter().filter(|(_, body)| !body.is_empty()) {
            comments.push(OpenComment {
                key: random_key(),
                campaign: invitation.campaign.clone(),
                supplier: supplier.clone(),
                client_group: group(supplier),
                question: question.clone(),
                body: body.clone(),
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
        });
    }
    crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(&responses).execute(c))?;
    if !comments.is_empty() {
        crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(&comments).execute(c))?;
    }
    store::delete_draft(conn, &invitation.id)?;
    Ok(Outcome::Recorded)
}

/// "I do not wish to answer": no more reminders, nothing stored.
pub fn decline(conn: &mut Conn, invitation: &Invitation, today: Day) -> Result<Outcome> {
    if let Some(refused) = close_to_reminders(conn, invitation, today)? {
        return Ok(refused);
    }
    store::delete_draft(conn, &invitation.id)?;
    Ok(Outcome::Recorded)
}

/// Does the invitation's campaign take answers? On Postgres the campaign's row is held, so that it cannot close
/// between this look and our commit; on SQLite there is one writer.
pub fn still_open(conn: &mut Conn, invitation: &Invitation, today: Day) -> Result<bool> {
    let campaign: Campaign = match conn {
        Conn::Sqlite(c) => campaigns::table.find(&invitation.campaign).select(Campaign::as_select()).first(c)?,
        Conn::Pg(c) => {
            campaigns::table.find(&invitation.campaign).select(Campaign::as_select()).for_share().first(c)?
        }
    };
    Ok(takes_answers(&campaign, today))
}

/// Sets the flag of an open campaign's invitation, or says why not.
fn close_to_reminders(conn: &mut Conn, invitation: &Invitation, today: Day) -> Result<Option<Outcome>> {
    if !still_open(conn, invitation, today)? {
        return Ok(Some(Outcome::TooLate));
    }
    let first = store::flag(conn, &invitation.id)?;
    Ok((!first).then_some(Outcome::Before))
}

/// The suppliers that serve this invitation's group.
fn serving_group(conn: &mut Conn, invitation: &Invitation) -> Result<Vec<SupplierCode>> {
    Ok(proposals::table
        .filter(proposals::campaign.eq(&invitation.campaign))
        .filter(proposals::client_group.eq(&invitation.client_group))
        .select(proposals::supplier)
        .load(conn)?)
}

/// Raises the supplier's counter of complete or partial sheets; partial means the overall question was left blank.
fn count_sheet(conn: &mut Conn, invitation: &Invitation, supplier: &SupplierCode, sheet: &Sheet) -> Result<()> {
    let row = campaign_suppliers::table.find((&invitation.campaign, supplier));
    if sheet.answers.contains_key("overall") {
        diesel::update(row).set(campaign_suppliers::complete.eq(campaign_suppliers::complete + 1)).execute(conn)?;
    } else {
        diesel::update(row).set(campaign_suppliers::partial.eq(campaign_suppliers::partial + 1)).execute(conn)?;
    }
    Ok(())
}
