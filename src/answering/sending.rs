//! Sending: one transaction that raises counters, stores the sheets and comments, and forgets the draft.

use diesel::prelude::*;
use serde::Serialize;

use super::asked::Asked;
use super::draft::Draft;
use super::store::{self, Found};
use super::{OUTSIDE, OpenComment, OpenMirror, OpenResponse};
use crate::campaign::{Campaign, Invitation, State, mirror};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::fixed::Fixed;
use crate::db::ids::{GroupCode, SupplierCode, random_key};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, open_comments, open_mirrors, open_responses};
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
    let invitation = mirror::without_readers(conn, invitation.clone())?;
    send_held(conn, &invitation, draft, &asked)
}

/// Sends a draft of a campaign that is known to take answers until this transaction ends ([`store::hold`]).
pub fn send_held(conn: &mut Conn, invitation: &Invitation, draft: &Draft, asked: &Asked) -> Result<Outcome> {
    let written = Written::of(invitation, draft, asked)?;
    let new = match conn {
        Conn::Pg(pg) => record(pg, invitation, None, &written)?,
        Conn::Sqlite(_) => written.keep(conn, invitation)?,
    };
    Ok(if new { Outcome::Recorded } else { Outcome::Before })
}

/// Sends `draft` in the place of the draft that was found, in one statement: false when that one is no longer there,
/// because another tab wrote or sent it, or when the campaign takes no answers any more. It cannot close before this is
/// written.
pub fn send_in_place(conn: &mut PgConnection, found: &Found, draft: &Draft, asked: &Asked) -> Result<bool> {
    let written = Written::of(&found.invitation, draft, asked)?;
    record(conn, &found.invitation, found.draft.as_deref(), &written)
}

/// What a draft leaves behind.
#[derive(Default)]
struct Written {
    responses: Vec<OpenResponse>,
    comments: Vec<OpenComment>,
    mirrors: Vec<OpenMirror>,
    counted: Vec<Counted>,
}

/// A sheet that raises a counter of its supplier.
#[derive(Serialize)]
struct Counted {
    supplier: SupplierCode,
    /// A partial one left the overall question blank.
    complete: bool,
}

impl Written {
    fn of(invitation: &Invitation, draft: &Draft, asked: &Asked) -> Result<Self> {
        let (proposed, chosen) = (invitation.proposed(), draft.chosen.clone().unwrap_or_default());
        let group = |supplier: &SupplierCode| {
            let inside = !draft.outside && asked.serves(supplier, &invitation.client_group);
            if inside { invitation.client_group.clone() } else { GroupCode::from(OUTSIDE) }
        };
        let response = |supplier: &SupplierCode, no_contact: bool, answers: String, counted: bool| OpenResponse {
            key: random_key(),
            campaign: invitation.campaign.clone(),
            supplier: supplier.clone(),
            client_group: group(supplier),
            no_contact,
            answers,
            sealed: false,
            counted,
        };
        let mut written = Self::default();
        for supplier in &chosen {
            let Some(sheet) = draft.sheets.get(supplier) else { continue };
            let sent = asked.sent(supplier, sheet);
            if !sent.answers.is_empty() {
                let counted = proposed.contains(supplier) && !draft.outside;
                written.responses.push(response(supplier, false, serde_json::to_string(&sent.answers)?, counted));
                if counted {
                    let complete = sent.answers.get("overall").is_some_and(Option::is_some);
                    written.counted.push(Counted { supplier: supplier.clone(), complete });
                }
            }
            written.comments.extend(sent.texts.into_iter().map(|(question, body)| OpenComment {
                key: random_key(),
                campaign: invitation.campaign.clone(),
                supplier: supplier.clone(),
                client_group: group(supplier),
                question,
                body,
                sealed: false,
            }));
        }
        if let Some(team) = invitation.mirror.as_ref().filter(|_| !draft.outside) {
            let answers = asked.sent_by_team(team, &draft.mirror);
            if !answers.is_empty() {
                written.mirrors.push(OpenMirror {
                    key: random_key(),
                    campaign: invitation.campaign.clone(),
                    supplier: team.clone(),
                    answers: serde_json::to_string(&answers)?,
                });
            }
        }
        let unused = proposed.iter().filter(|supplier| !chosen.contains(supplier));
        written.responses.extend(unused.map(|supplier| response(supplier, true, "{}".to_owned(), false)));
        Ok(written)
    }

    /// Writes it, row by row as SQLite does it soonest; false when the invitation was sent or declined before.
    fn keep(&self, conn: &mut Conn, invitation: &Invitation) -> Result<bool> {
        if !store::flag(conn, &invitation.id)? {
            return Ok(false);
        }
        let campaign = &invitation.campaign;
        diesel::update(client_groups::table.find((campaign, &invitation.client_group)))
            .set(client_groups::sendings.eq(client_groups::sendings + 1))
            .execute(conn)?;
        for Counted { supplier, complete } in &self.counted {
            let row = campaign_suppliers::table.find((campaign, supplier));
            if *complete {
                diesel::update(row)
                    .set(campaign_suppliers::complete.eq(campaign_suppliers::complete + 1))
                    .execute(conn)?;
            } else {
                diesel::update(row)
                    .set(campaign_suppliers::partial.eq(campaign_suppliers::partial + 1))
                    .execute(conn)?;
            }
        }
        // One row alone is a statement that the connection knows.
        match self.responses.as_slice() {
            [] => {}
            [one] => diesel::insert_into(open_responses::table).values(one).execute(conn).map(drop)?,
            all => crate::on_each!(conn, c => diesel::insert_into(open_responses::table).values(all).execute(c))
                .map(drop)?,
        }
        match self.comments.as_slice() {
            [] => {}
            [one] => diesel::insert_into(open_comments::table).values(one).execute(conn).map(drop)?,
            all => crate::on_each!(conn, c => diesel::insert_into(open_comments::table).values(all).execute(c))
                .map(drop)?,
        }
        for mirror in &self.mirrors {
            diesel::insert_into(open_mirrors::table).values(mirror).execute(conn)?;
        }
        Ok(true)
    }
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

/// Writes it in one statement, which is one message to a server that may be far. With the text of a draft, only if this
/// draft still stands; true when the invitation was not closed before. Suppliers' counters are held in the order of their
/// codes, so that nobody waits for somebody who waits for them.
fn record(conn: &mut PgConnection, invitation: &Invitation, draft: Option<&str>, written: &Written) -> Result<bool> {
    let responses = serde_json::to_string(&written.responses)?;
    let comments = serde_json::to_string(&written.comments)?;
    let counted = serde_json::to_string(&written.counted)?;
    let mirrors = serde_json::to_string(&written.mirrors)?;
    let (campaign, id, draft) = (invitation.campaign.as_str(), invitation.id.as_str(), draft.unwrap_or_default());
    let recording = Fixed {
        pieces: &[
            "WITH open AS (SELECT id FROM campaigns WHERE id = ",
            " AND state = 'open' FOR SHARE), \
             forgotten AS (DELETE FROM drafts WHERE EXISTS (SELECT FROM open) AND invitation = ",
            " AND sealed_text = coalesce(nullif(",
            ", ''), sealed_text) RETURNING invitation), \
             flagged AS (INSERT INTO answered (invitation) SELECT invitation FROM (SELECT CAST(",
            " AS text) AS invitation) AS link WHERE EXISTS (SELECT FROM open) \
             AND (invitation IN (SELECT invitation FROM forgotten) OR '' = ",
            ") ON CONFLICT DO NOTHING RETURNING 1), \
             sheets AS (INSERT INTO open_responses SELECT new.* FROM json_populate_recordset(NULL::open_responses, CAST(",
            " AS json)) AS new WHERE EXISTS (SELECT FROM flagged)), \
             texts AS (INSERT INTO open_comments SELECT new.* FROM json_populate_recordset(NULL::open_comments, CAST(",
            " AS json)) AS new WHERE EXISTS (SELECT FROM flagged)), \
             team AS (INSERT INTO open_mirrors SELECT new.* FROM json_populate_recordset(NULL::open_mirrors, CAST(",
            " AS json)) AS new WHERE EXISTS (SELECT FROM flagged)), \
             held AS (SELECT row.supplier, sheet.complete FROM campaign_suppliers AS row \
             JOIN json_to_recordset(CAST(",
            " AS json)) AS sheet (supplier text, complete boolean) ON sheet.supplier = row.supplier \
             WHERE EXISTS (SELECT FROM flagged) AND row.campaign = ",
            " ORDER BY row.supplier FOR UPDATE OF row), \
             counted AS (UPDATE campaign_suppliers AS row SET complete = row.complete + held.complete::int, \
             partial = row.partial + (NOT held.complete)::int FROM held \
             WHERE row.supplier = held.supplier AND row.campaign = ",
            ") UPDATE client_groups SET sendings = sendings + 1 WHERE EXISTS (SELECT FROM flagged) AND campaign = ",
            " AND code = ",
        ],
        bound: &[
            campaign,
            id,
            draft,
            id,
            draft,
            &responses,
            &comments,
            &mirrors,
            &counted,
            campaign,
            campaign,
            campaign,
            invitation.client_group.as_str(),
        ],
    };
    Ok(recording.execute(conn)? == 1)
}
