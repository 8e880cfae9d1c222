//! Queries of occasions.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::super::{Campaign, Kind, State};
use super::Occasion;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, PersonId, UnitCode};
use crate::db::schema::{
    campaign_suppliers, campaigns, client_groups, contacts, group_units, mail_texts, named_people, occasions, outbox,
};
use crate::error::{Error, Result};
use crate::questionnaire::store as questionnaires;
use crate::render::Texts;

pub fn occasion(conn: &mut Conn, campaign: &CampaignId) -> Result<Occasion> {
    Ok(occasions::table.find(campaign).select(Occasion::as_select()).get_result(conn)?)
}

/// What an occasion is about; nothing of a quarter.
pub fn words(conn: &mut Conn, campaign: &CampaignId) -> Result<Option<Texts>> {
    Ok(occasions::table.find(campaign).select(occasions::words).get_result(conn).optional()?)
}

/// What the campaign is besides being one; nothing for a quarter.
pub fn find(conn: &mut Conn, campaign: &Campaign) -> Result<Option<Occasion>> {
    if campaign.kind.is_quarter() {
        return Ok(None);
    }
    occasion(conn, &campaign.id).map(Some)
}

/// All occasions with their campaigns, the latest first.
pub fn all(conn: &mut Conn) -> Result<Vec<(Campaign, Occasion)>> {
    Ok(campaigns::table
        .inner_join(occasions::table.on(occasions::campaign.eq(campaigns::id)))
        .order((campaigns::opens_on.desc(), campaigns::id.desc()))
        .select((Campaign::as_select(), Occasion::as_select()))
        .load(conn)?)
}

/// Those of one training, the latest first.
pub fn of_action(conn: &mut Conn, action: &ActionId) -> Result<Vec<(Campaign, Occasion)>> {
    Ok(campaigns::table
        .inner_join(occasions::table.on(occasions::campaign.eq(campaigns::id)))
        .filter(occasions::action.eq(action))
        .order((campaigns::opens_on.desc(), campaigns::id.desc()))
        .select((Campaign::as_select(), Occasion::as_select()))
        .load(conn)?)
}

/// Those about one event, the latest first.
pub fn of_event(conn: &mut Conn, event: &str) -> Result<Vec<(Campaign, Occasion)>> {
    Ok(campaigns::table
        .inner_join(occasions::table.on(occasions::campaign.eq(campaigns::id)))
        .filter(occasions::event.eq(event))
        .order((campaigns::opens_on.desc(), campaigns::id.desc()))
        .select((Campaign::as_select(), Occasion::as_select()))
        .load(conn)?)
}

pub fn insert(conn: &mut Conn, occasion: &Occasion) -> Result<()> {
    diesel::insert_into(occasions::table).values(occasion).execute(conn)?;
    Ok(())
}

pub fn update(conn: &mut Conn, occasion: &Occasion) -> Result<()> {
    diesel::update(occasions::table.find(&occasion.campaign)).set(occasion).execute(conn)?;
    Ok(())
}

/// Who was asked by an occasion after `day`, with it: by surveys of participants, or by those of client groups.
pub fn contacts_after(conn: &mut Conn, participants: bool, day: Day) -> Result<Vec<(PersonId, CampaignId)>> {
    let kinds: &[Kind] = if participants { &[Kind::Session] } else { &[Kind::Flash, Kind::Charter] };
    Ok(contacts::table
        .inner_join(campaigns::table.on(campaigns::id.eq(contacts::campaign)))
        .filter(campaigns::kind.eq_any(kinds))
        .filter(contacts::day.gt(day))
        .select((contacts::person, contacts::campaign))
        .load(conn)?)
}

/// The units of the client groups that an occasion asked after `day`; of all but `except`.
pub fn units_asked_after(conn: &mut Conn, except: Option<&CampaignId>, day: Day) -> Result<BTreeSet<UnitCode>> {
    let asked: BTreeSet<CampaignId> =
        contacts_after(conn, false, day)?.into_iter().map(|(_, id)| id).filter(|id| Some(id) != except).collect();
    let units: Vec<UnitCode> =
        group_units::table.filter(group_units::campaign.eq_any(asked)).select(group_units::unit).load(conn)?;
    Ok(units.into_iter().collect())
}

/// The occasions that open by themselves until `day`, of the kinds that ask client groups.
pub fn scheduled_until(conn: &mut Conn, day: Day) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(State::Scheduled))
        .filter(campaigns::opens_on.le(day))
        .filter(campaigns::kind.eq_any([Kind::Flash, Kind::Charter]))
        .order(campaigns::code)
        .select(Campaign::as_select())
        .load(conn)?)
}

/// Takes out the groups of which nobody was invited: they are no part of it.
pub fn drop_unasked_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let unasked: Vec<String> = client_groups::table
        .filter(client_groups::campaign.eq(campaign))
        .filter(client_groups::invited.eq(0))
        .select(client_groups::code)
        .load(conn)?;
    let units = group_units::table.filter(group_units::campaign.eq(campaign));
    diesel::delete(units.filter(group_units::client_group.eq_any(&unasked))).execute(conn)?;
    let groups = client_groups::table.filter(client_groups::campaign.eq(campaign));
    diesel::delete(groups.filter(client_groups::code.eq_any(&unasked))).execute(conn)?;
    Ok(())
}

/// Who a survey of participants will ask.
pub fn named(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<PersonId>> {
    let people: Vec<PersonId> =
        named_people::table.filter(named_people::campaign.eq(campaign)).select(named_people::person).load(conn)?;
    Ok(people.into_iter().collect())
}

/// Names these people in the place of those named before.
pub fn name(conn: &mut Conn, campaign: &CampaignId, people: &BTreeSet<PersonId>) -> Result<()> {
    forget_named(conn, campaign)?;
    for person in people {
        let row = (named_people::campaign.eq(campaign), named_people::person.eq(person));
        diesel::insert_into(named_people::table).values(row).execute(conn)?;
    }
    Ok(())
}

/// Once invited they are kept as invitations are, and no longer here.
pub fn forget_named(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    diesel::delete(named_people::table.filter(named_people::campaign.eq(campaign))).execute(conn)?;
    Ok(())
}

/// Forgets who was asked as a participant before `day`: it says who was at which training.
pub fn forget_participations(conn: &mut Conn, day: Day) -> Result<()> {
    let surveys = campaigns::table.filter(campaigns::kind.eq(Kind::Session)).select(campaigns::id);
    let rows = contacts::table.filter(contacts::campaign.eq_any(surveys));
    diesel::delete(rows.filter(contacts::day.lt(day))).execute(conn)?;
    Ok(())
}

/// Takes people out of those whom a survey will ask.
pub fn unname(conn: &mut Conn, campaign: &CampaignId, kept: &BTreeSet<PersonId>) -> Result<()> {
    let rows = named_people::table.filter(named_people::campaign.eq(campaign));
    diesel::delete(rows.filter(named_people::person.ne_all(kept))).execute(conn)?;
    Ok(())
}

/// Throws away an occasion that has not opened.
pub fn discard(conn: &mut Conn, id: &CampaignId) -> Result<()> {
    let campaign = super::super::store::hold(conn, id)?;
    if campaign.kind.is_quarter() {
        return Err(Error::NotFound);
    }
    forget_named(conn, id)?;
    diesel::delete(outbox::table.filter(outbox::campaign.eq(id))).execute(conn)?;
    diesel::delete(mail_texts::table.filter(mail_texts::campaign.eq(id))).execute(conn)?;
    diesel::delete(campaign_suppliers::table.filter(campaign_suppliers::campaign.eq(id))).execute(conn)?;
    questionnaires::delete_of_occasion(conn, id)?;
    diesel::delete(group_units::table.filter(group_units::campaign.eq(id))).execute(conn)?;
    diesel::delete(client_groups::table.filter(client_groups::campaign.eq(id))).execute(conn)?;
    diesel::delete(occasions::table.find(id)).execute(conn)?;
    diesel::delete(campaigns::table.find(id)).execute(conn)?;
    Ok(())
}
