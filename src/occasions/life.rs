//! What follows an occasion's opening and its publication, and how one is thrown away.

use std::collections::BTreeSet;

use actix_web::HttpRequest;

use super::mails;
use crate::app::audit;
use crate::campaign::occasion::budget::REST_DAYS;
use crate::campaign::occasion::store as occasions;
use crate::campaign::{Campaign, Kind, State, store as campaigns};
use crate::catalogue::charter::{Charter, State as CharterState};
use crate::catalogue::store::charter;
use crate::clock::{Day, Moment};
use crate::comments;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId};
use crate::error::{Error, Result, Say};
use crate::progress::store::sessions;
use crate::web::{self, Answer, Fields, Role, Staff, redirect_saying};

/// What an opening sets in motion: a charter counts as consulted, and participants are forgotten once the second survey
/// has invited them.
pub fn opened(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<()> {
    let Some(occasion) = occasions::find(conn, campaign)? else { return Ok(()) };
    if let Some(version) = occasion.charter
        && let Some(draft) = charter::draft(conn)?.filter(|draft| draft.version == version)
    {
        let consulted = Charter { state: CharterState::Consulted, consulted_on: Some(today), ..draft };
        charter::update(conn, &consulted)?;
    }
    if let Some(hot) = &occasion.follows {
        sessions::forget_asked(conn, hot)?;
    }
    Ok(())
}

/// Who took part in a training is known for 90 days at most, and so is who was asked about it; a survey that is prepared
/// asks nobody who is no longer known.
pub fn forget(conn: &mut Conn, today: Day) -> Result<()> {
    sessions::forget_before(conn, today.plus_days(-sessions::KEPT_DAYS))?;
    occasions::forget_participations(conn, today.plus_days(-REST_DAYS))?;
    for (campaign, occasion) in occasions::all(conn)? {
        let Some(action) = occasion.action.filter(|_| campaign.is_in_preparation()) else { continue };
        let asks = occasion.follows.as_ref().unwrap_or(&campaign.id);
        let mut held = sessions::of_action(conn, &action)?;
        held.retain(|one| one.campaign.as_ref() == Some(asks));
        let ids: Vec<String> = held.into_iter().map(|one| one.id).collect();
        let known: BTreeSet<PersonId> =
            sessions::participants_of(conn, &ids)?.into_values().flatten().map(|(person, _)| person).collect();
        occasions::unname(conn, &campaign.id, &known)?;
    }
    Ok(())
}

/// What follows a publication, in the place of feedback pages and mails to those who were asked: their link leads to the
/// result from now on; heads and HR are told, and whoever reads comments.
pub fn published(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<()> {
    campaigns::take_announcement(conn, &campaign.id, now)?;
    mails::enqueue_ready(conn, campaign, now)?;
    comments::mails::enqueue_to_read(conn, campaign, now)?;
    Ok(())
}

/// POST /occasions/{id}/removal: one that has not opened, by HR or the head it is about.
pub async fn discard(req: HttpRequest, Staff(who): Staff, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, by, clock) = (CampaignId(web::part(&req, "id")?), who, app.clock.clone());
    app.db
        .write(move |conn| {
            let campaign = campaigns::campaign(conn, &id)?;
            let rows = campaigns::campaign_suppliers(conn, &id)?;
            // A head takes back what a head may still change.
            let own = campaign.kind == Kind::Flash && campaign.state == State::Draft;
            let may = by.has(Role::Hr) || own && rows.iter().any(|row| by.heads(&row.supplier));
            if campaign.kind.is_quarter() || !may {
                return Err(Error::NotFound);
            }
            sessions::asked_no_more_by(conn, &id)?;
            occasions::discard(conn, &id)?;
            audit(conn, &clock, Some(&by.person), "occasion-discarded", &campaign.code)
        })
        .await?;
    redirect_saying("/occasions", &Say::new("flash-occasion-discarded"))
}
