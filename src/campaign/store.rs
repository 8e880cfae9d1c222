//! Every query of campaigns.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::groups::{Proposal, is_reserved};
use super::texts::MailText;
use super::{Campaign, CampaignSupplier, ClientGroup, FEWEST_READERS, Invitation, Slip, State};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, InvitationId, PersonId, QuestionnaireId, SupplierCode, UnitCode};
use crate::db::schema::excepted as out;
use crate::db::schema::mail_texts as own;
use crate::db::schema::{
    answered, campaign_suppliers, campaigns, client_groups, code_people, group_units, invitations, no_reminders,
    past_links, people, proposals, reminded, slips, suppliers,
};
use crate::error::{Error, Result};
use crate::mail::Kind;
use crate::organisation::{Person, Supplier};
use crate::render::{Language, Texts};
use crate::retention::Retention;

/// All campaigns, latest first.
pub fn campaigns(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .order((campaigns::opens_on.desc(), campaigns::code.desc()))
        .select(Campaign::as_select())
        .load(conn)?)
}

pub fn campaign(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    Ok(campaigns::table.find(id).select(Campaign::as_select()).get_result(conn)?)
}

pub fn campaign_by_code(conn: &mut Conn, code: &str) -> Result<Campaign> {
    Ok(campaigns::table.filter(campaigns::code.eq(code)).select(Campaign::as_select()).get_result(conn)?)
}

/// Published campaigns, earliest first: the order in which waves are compared.
pub fn published(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(State::Published))
        .order((campaigns::opens_on, campaigns::code))
        .select(Campaign::as_select())
        .load(conn)?)
}

/// The published waves that those who were asked were told of, earliest first.
pub fn announced(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(published(conn)?.into_iter().filter(Campaign::is_announced).collect())
}

/// Takes the telling of those who were asked: true for whoever does it, once.
pub fn take_announcement(conn: &mut Conn, id: &CampaignId, now: Moment) -> Result<bool> {
    let taken = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Published))
        .filter(campaigns::announced_at.is_null())
        .set(campaigns::announced_at.eq(now))
        .execute(conn)?;
    Ok(taken == 1)
}

/// The published campaigns that asked about a supplier, earliest first, with the version asked.
pub fn published_of(conn: &mut Conn, supplier: &SupplierCode) -> Result<Vec<(Campaign, QuestionnaireId)>> {
    Ok(campaigns::table
        .inner_join(campaign_suppliers::table.on(campaign_suppliers::campaign.eq(campaigns::id)))
        .filter(campaigns::state.eq(State::Published))
        .filter(campaign_suppliers::supplier.eq(supplier))
        .filter(campaign_suppliers::questionnaire.is_not_null())
        .order((campaigns::opens_on, campaigns::published_at))
        .select((Campaign::as_select(), campaign_suppliers::questionnaire.assume_not_null()))
        .load(conn)?)
}

pub fn in_state(conn: &mut Conn, state: State) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::state.eq(state))
        .order(campaigns::opens_on)
        .select(Campaign::as_select())
        .load(conn)?)
}

/// The campaigns that have opened and hand out a file of their answers, latest first: what anybody may know of them.
pub fn with_file(conn: &mut Conn) -> Result<Vec<Campaign>> {
    Ok(campaigns::table
        .filter(campaigns::row_level.eq(true))
        .filter(campaigns::state.eq_any([State::Open, State::Closed, State::Published]))
        .order((campaigns::opens_on.desc(), campaigns::code.desc()))
        .select(Campaign::as_select())
        .load(conn)?)
}

/// Writes a new draft; false when its code is taken.
pub fn insert(conn: &mut Conn, campaign: &Campaign) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(campaigns::table)
        .values(campaign)
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

/// Saves a campaign that has not opened; anything later is refused.
pub fn save_draft(conn: &mut Conn, campaign: &Campaign) -> Result<()> {
    let changed = diesel::update(campaigns::table.find(&campaign.id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set(campaign)
        .execute(conn)?;
    if changed == 1 { Ok(()) } else { Err(Error::invalid("campaign-fault-frozen")) }
}

/// Keeps a campaign that has not opened for this transaction, and gives it as it now stands: opening waits (Postgres)
/// or comes after (SQLite). Anything later is refused.
pub fn hold(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    let held = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set(campaigns::stage.eq(""))
        .execute(conn)?;
    let campaign = campaign(conn, id)?;
    if held == 1 { Ok(campaign) } else { Err(Error::invalid("campaign-fault-frozen")) }
}

/// Is the campaign still in `state` and at `stage`? If so nobody else moves it until this transaction ends: on Postgres
/// its row is held, on SQLite there is one writer.
pub fn hold_stage(conn: &mut Conn, id: &CampaignId, state: State, stage: &str) -> Result<bool> {
    let query = campaigns::table.find(id).select((campaigns::state, campaigns::stage));
    let (stands, at): (State, String) = match conn {
        Conn::Sqlite(c) => query.get_result(c)?,
        Conn::Pg(c) => query.for_update().get_result(c)?,
    };
    Ok(stands == state && at == stage)
}

/// Is the campaign open? On Postgres it cannot close before this transaction ends.
pub fn hold_open(conn: &mut Conn, id: &CampaignId) -> Result<bool> {
    let query = campaigns::table.find(id).select(campaigns::state);
    let state: State = match conn {
        Conn::Sqlite(c) => query.get_result(c)?,
        Conn::Pg(c) => query.for_share().get_result(c)?,
    };
    Ok(state == State::Open)
}

/// As [`hold_open`], and nobody else holds it meanwhile: sendings wait for the end of this transaction.
pub fn hold_open_alone(conn: &mut Conn, id: &CampaignId) -> Result<bool> {
    let held = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Open))
        .set(campaigns::stage.eq(campaigns::stage))
        .execute(conn)?;
    Ok(held == 1)
}

/// Puts off the closing of an open campaign. `first` is the date that was announced first.
pub fn extend(conn: &mut Conn, id: &CampaignId, closes_on: Day, reminders: &str, first: Option<Day>) -> Result<()> {
    diesel::update(campaigns::table.find(id))
        .set((
            campaigns::closes_on.eq(closes_on),
            campaigns::reminders.eq(reminders),
            campaigns::extended_from.eq(first),
        ))
        .execute(conn)?;
    Ok(())
}

/// Takes a campaign from one state to the next; false when it was no longer in `from`.
pub fn advance(conn: &mut Conn, id: &CampaignId, from: State, to: State) -> Result<bool> {
    let changed = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(from))
        .set(campaigns::state.eq(to))
        .execute(conn)?;
    Ok(changed == 1)
}

pub fn campaign_suppliers(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<CampaignSupplier>> {
    Ok(campaign_suppliers::table
        .filter(campaign_suppliers::campaign.eq(campaign))
        .order(campaign_suppliers::supplier)
        .select(CampaignSupplier::as_select())
        .load(conn)?)
}

/// Replaces the suppliers of a campaign that has not opened.
pub fn set_suppliers(conn: &mut Conn, campaign: &CampaignId, codes: &BTreeSet<SupplierCode>) -> Result<()> {
    diesel::delete(campaign_suppliers::table.filter(campaign_suppliers::campaign.eq(campaign))).execute(conn)?;
    for code in codes {
        let row = CampaignSupplier {
            campaign: campaign.clone(),
            supplier: code.clone(),
            questionnaire: None,
            complete: 0,
            partial: 0,
            actions: Texts::default(),
            told_wave: None,
            told_satisfied: None,
        };
        diesel::insert_into(campaign_suppliers::table).values(&row).execute(conn)?;
    }
    Ok(())
}

pub fn client_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<ClientGroup>> {
    Ok(client_groups::table
        .filter(client_groups::campaign.eq(campaign))
        .order(client_groups::name)
        .select(ClientGroup::as_select())
        .load(conn)?)
}

pub fn client_groups_of(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<Vec<ClientGroup>> {
    Ok(client_groups::table
        .filter(client_groups::campaign.eq_any(campaigns))
        .select(ClientGroup::as_select())
        .load(conn)?)
}

/// Which unit counts in which group, in several campaigns.
pub fn group_units_of(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<Vec<(CampaignId, UnitCode, GroupCode)>> {
    Ok(group_units::table
        .filter(group_units::campaign.eq_any(campaigns))
        .select((group_units::campaign, group_units::unit, group_units::client_group))
        .load(conn)?)
}

pub fn client_group(conn: &mut Conn, campaign: &CampaignId, code: &GroupCode) -> Result<ClientGroup> {
    Ok(client_groups::table.find((campaign, code)).select(ClientGroup::as_select()).get_result(conn)?)
}

/// Which unit counts in which group.
pub fn group_units(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeMap<UnitCode, GroupCode>> {
    let rows: Vec<(UnitCode, GroupCode)> = group_units::table
        .filter(group_units::campaign.eq(campaign))
        .select((group_units::unit, group_units::client_group))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// The groups with their units.
pub fn groups(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<Proposal>> {
    let units = group_units(conn, campaign)?;
    let named = client_groups(conn, campaign)?;
    Ok(named
        .into_iter()
        .map(|group| Proposal {
            units: units.iter().filter(|(_, code)| **code == group.code).map(|(unit, _)| unit.clone()).collect(),
            code: group.code,
            name: group.name,
        })
        .collect())
}

/// Replaces the groups of a campaign that has not opened. A reserved code is refused: the answers of hidden groups
/// are sealed under one, and a group of that name would show them as its own.
pub fn set_groups(conn: &mut Conn, campaign: &CampaignId, groups: &[Proposal]) -> Result<()> {
    if let Some(group) = groups.iter().find(|group| is_reserved(group.code.as_str())) {
        return Err(Error::Internal(format!("{:?} cannot be a group's code", group.code)));
    }
    diesel::delete(group_units::table.filter(group_units::campaign.eq(campaign))).execute(conn)?;
    diesel::delete(client_groups::table.filter(client_groups::campaign.eq(campaign))).execute(conn)?;
    for group in groups {
        let row = ClientGroup {
            campaign: campaign.clone(),
            code: group.code.clone(),
            name: group.name.clone(),
            invited: 0,
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

/// To how many eligible people of each group each supplier was proposed.
pub fn proposed_people(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
) -> Result<BTreeMap<GroupCode, i32>> {
    let rows: Vec<(GroupCode, i32)> = proposals::table
        .filter(proposals::campaign.eq(campaign))
        .filter(proposals::supplier.eq(supplier))
        .select((proposals::client_group, proposals::people))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Counts more people to whom a supplier was proposed in a group.
pub fn add_proposed(conn: &mut Conn, of: (&CampaignId, &SupplierCode, &GroupCode), people: i32) -> Result<()> {
    let known = diesel::update(proposals::table.find(of))
        .set(proposals::people.eq(proposals::people + people))
        .execute(conn)?;
    if known == 0 {
        let values = (
            proposals::campaign.eq(of.0),
            proposals::supplier.eq(of.1),
            proposals::client_group.eq(of.2),
            proposals::people.eq(people),
        );
        diesel::insert_into(proposals::table).values(values).execute(conn)?;
    }
    Ok(())
}

/// How many of each group are invited so far, and the language of each group's slips where there are some.
#[allow(clippy::type_complexity)]
pub fn sizes_and_languages(
    conn: &mut Conn,
    campaign: &CampaignId,
) -> Result<(BTreeMap<GroupCode, i32>, BTreeMap<GroupCode, Language>)> {
    let sizes = client_groups(conn, campaign)?.into_iter().map(|group| (group.code, group.invited)).collect();
    let languages = slips(conn, campaign)?.into_iter().map(|slip| (slip.client_group, slip.language)).collect();
    Ok((sizes, languages))
}

/// Everybody invited to a campaign whose invitations stand, by mail or by a code, whatever became of it.
pub fn ever_invited(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<PersonId>> {
    let mut people: BTreeSet<PersonId> = invited_people(conn, campaign)?.into_iter().collect();
    let drawers: Vec<PersonId> =
        code_people::table.filter(code_people::campaign.eq(campaign)).select(code_people::person).load(conn)?;
    people.extend(drawers);
    Ok(people)
}

pub fn invitation(conn: &mut Conn, id: &InvitationId) -> Result<Invitation> {
    Ok(invitations::table.find(id).select(Invitation::as_select()).get_result(conn)?)
}

pub fn invitation_of(conn: &mut Conn, campaign: &CampaignId, person: &PersonId) -> Result<Option<Invitation>> {
    Ok(invitations::table
        .filter(invitations::campaign.eq(campaign))
        .filter(invitations::person.eq(person))
        .select(Invitation::as_select())
        .get_result(conn)
        .optional()?)
}

pub fn is_answered(conn: &mut Conn, invitation: &InvitationId) -> Result<bool> {
    let found: i64 = answered::table.filter(answered::invitation.eq(invitation)).count().get_result(conn)?;
    Ok(found > 0)
}

/// Writes that this person wants no more reminders of an open campaign. It says nothing of an answer, and their link
/// stays as it is.
pub fn refuse_reminders(conn: &mut Conn, invitation: &InvitationId) -> Result<()> {
    crate::on_each!(conn, c => diesel::insert_into(no_reminders::table)
        .values(no_reminders::invitation.eq(invitation))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(())
}

pub fn refuses_reminders(conn: &mut Conn, invitation: &InvitationId) -> Result<bool> {
    let found: i64 = no_reminders::table.find(invitation).count().get_result(conn)?;
    Ok(found > 0)
}

/// Remembers, for invitations of a campaign that remember none, the address their link goes to.
pub fn note_addresses(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let sql = "UPDATE invitations SET address = (SELECT email FROM people WHERE people.id = invitations.person) \
               WHERE address IS NULL AND campaign = ";
    match conn {
        Conn::Sqlite(c) => diesel::sql_query(format!("{sql}?")).bind::<Text, _>(campaign.as_str()).execute(c)?,
        Conn::Pg(c) => diesel::sql_query(format!("{sql}$1")).bind::<Text, _>(campaign.as_str()).execute(c)?,
    };
    Ok(())
}

/// Is somebody's address another one than that to which their link went? Whoever reads mail there now is to have a link
/// of their own, not the draft of the first.
pub fn has_moved(conn: &mut Conn, invitation: &InvitationId) -> Result<bool> {
    let found: i64 = invitations::table
        .inner_join(people::table.on(people::id.eq(invitations::person)))
        .filter(invitations::id.eq(invitation))
        .filter(invitations::address.ne(people::email.nullable()))
        .count()
        .get_result(conn)?;
    Ok(found > 0)
}

/// Forgets who wanted no more reminders of a campaign: it sends none any more.
pub fn forget_refusals(conn: &mut Conn, campaign: &CampaignId) -> Result<()> {
    let of = invitations::table.filter(invitations::campaign.eq(campaign)).select(invitations::id);
    diesel::delete(no_reminders::table.filter(no_reminders::invitation.eq_any(of))).execute(conn)?;
    Ok(())
}

/// The people whose link is unused and who did not refuse: only they get a reminder.
pub fn people_with_unused_link(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<PersonId>> {
    Ok(invitations::table
        .left_join(answered::table.on(answered::invitation.eq(invitations::id)))
        .inner_join(people::table.on(people::id.eq(invitations::person)))
        .filter(invitations::campaign.eq(campaign))
        .filter(invitations::eligible.eq(true))
        .filter(people::active.eq(true))
        .filter(people::away.eq(false))
        .filter(answered::invitation.nullable().is_null())
        .filter(invitations::id.ne_all(no_reminders::table.select(no_reminders::invitation)))
        .order(invitations::id)
        .select(invitations::person)
        .load(conn)?)
}

/// Marks the reminders of `day` as dealt with; false when they were before. In a table of its own: a lock on the
/// campaign's row would hold whoever is answering until all letters are written.
pub fn deal_with_reminder(conn: &mut Conn, campaign: &CampaignId, day: Day) -> Result<bool> {
    let new = crate::on_each!(conn, c => diesel::insert_into(reminded::table)
        .values((reminded::campaign.eq(campaign), reminded::day.eq(day)))
        .on_conflict_do_nothing()
        .execute(c))?;
    Ok(new == 1)
}

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

/// Everybody invited to a campaign by mail.
pub fn invited_people(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<PersonId>> {
    Ok(invitations::table
        .filter(invitations::campaign.eq(campaign))
        .order(invitations::id)
        .select(invitations::person)
        .load(conn)?)
}

/// The suppliers of a campaign with their names, by French name.
pub fn services(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(CampaignSupplier, Supplier)>> {
    Ok(campaign_suppliers::table
        .inner_join(suppliers::table.on(suppliers::code.eq(campaign_suppliers::supplier)))
        .filter(campaign_suppliers::campaign.eq(campaign))
        .order(suppliers::names)
        .select((CampaignSupplier::as_select(), Supplier::as_select()))
        .load(conn)?)
}

/// Which groups each supplier of an open campaign serves.
pub fn served_groups(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<(SupplierCode, GroupCode)>> {
    let rows: Vec<(SupplierCode, GroupCode)> = proposals::table
        .filter(proposals::campaign.eq(campaign))
        .select((proposals::supplier, proposals::client_group))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// Writes that a supplier of a campaign does not serve a unit because it is said so.
pub fn except(conn: &mut Conn, campaign: &CampaignId, supplier: &SupplierCode, unit: &UnitCode) -> Result<()> {
    let row = (out::campaign.eq(campaign), out::supplier.eq(supplier), out::unit.eq(unit));
    diesel::insert_into(out::table).values(row).execute(conn)?;
    Ok(())
}

/// The units that each supplier of an open campaign does not serve because it is said so.
pub fn excepted(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(SupplierCode, UnitCode)>> {
    Ok(out::table.filter(out::campaign.eq(campaign)).select((out::supplier, out::unit)).load(conn)?)
}

/// Gives an invitation a new link; false when somebody else did so meanwhile.
pub fn raise_issue(conn: &mut Conn, old: &Invitation, issue: i32, token_hash: &str, today: Day) -> Result<bool> {
    let raised = diesel::update(invitations::table.find(&old.id))
        .filter(invitations::issue.eq(old.issue))
        // The new link goes to the address of today.
        .set((
            invitations::issue.eq(issue),
            invitations::token_hash.eq(token_hash),
            invitations::address.eq(None::<String>),
        ))
        .execute(conn)?;
    note_addresses(conn, &old.campaign)?;
    if raised == 1 {
        keep_past_links(conn, std::slice::from_ref(&old.token_hash), today)?;
    }
    Ok(raised == 1)
}

/// Keeps that these links led somewhere once.
fn keep_past_links(conn: &mut Conn, hashes: &[String], today: Day) -> Result<()> {
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

/// Everything that follows publication is written: nothing more to do for this campaign.
pub fn finish(conn: &mut Conn, id: &CampaignId) -> Result<()> {
    diesel::update(campaigns::table.find(id)).set(campaigns::stage.eq("done")).execute(conn)?;
    Ok(())
}

/// Forgets who was invited to campaigns closed before `moment`: invitations, slips, who could draw one, and the addresses in the outbox. Counts
/// per group stay.
pub fn forget_invitations(conn: &mut Conn, moment: Moment, today: Day) -> Result<()> {
    use crate::db::schema::{mailings, outbox};
    let old: Vec<CampaignId> = campaigns::table
        .filter(campaigns::state.eq(State::Published))
        .filter(campaigns::closed_at.lt(moment))
        .select(campaigns::id)
        .load(conn)?;
    let mut hashes: Vec<String> =
        invitations::table.filter(invitations::campaign.eq_any(&old)).select(invitations::token_hash).load(conn)?;
    let of_slips = slips::table.filter(slips::campaign.eq_any(&old)).select(slips::token_hash);
    hashes.extend(of_slips.load::<String>(conn)?);
    // In an order that says nothing of the one in which they were made.
    hashes.sort();
    keep_past_links(conn, &hashes, today)?;
    diesel::delete(invitations::table.filter(invitations::campaign.eq_any(&old))).execute(conn)?;
    diesel::delete(slips::table.filter(slips::campaign.eq_any(&old))).execute(conn)?;
    diesel::delete(code_people::table.filter(code_people::campaign.eq_any(&old))).execute(conn)?;
    // What is written long after closing counts from when it left.
    let expired = outbox::kind.ne(crate::mail::Kind::Moved).or(outbox::next_at.lt(moment));
    diesel::delete(outbox::table.filter(outbox::campaign.eq_any(&old)).filter(expired.assume_not_null()))
        .execute(conn)?;
    // A server's last words may hold an address. A halt stands as long as mails wait behind it.
    let waiting = outbox::table.filter(outbox::campaign.eq_any(&old)).select(outbox::campaign.assume_not_null());
    let waiting: Vec<CampaignId> = waiting.distinct().load(conn)?;
    let over: Vec<&CampaignId> = old.iter().filter(|id| !waiting.contains(id)).collect();
    diesel::delete(mailings::table.filter(mailings::campaign.eq_any(over))).execute(conn)?;
    // Mails of no campaign: sign-in links, long expired.
    diesel::delete(outbox::table.filter(outbox::campaign.is_null()).filter(outbox::next_at.lt(moment)))
        .execute(conn)?;
    Ok(())
}

/// The campaigns whose comments, and those whose answers, have been kept for as long as was promised.
pub fn past_their_time(conn: &mut Conn, setting: Retention, now: Moment) -> Result<(Vec<CampaignId>, Vec<CampaignId>)> {
    let all = in_state(conn, State::Published)?;
    let past = |months: fn(Retention) -> i32| {
        let over = |one: &&Campaign| one.closed_at.is_some_and(|at| at.plus_months(months(one.keeps(setting))) < now);
        all.iter().filter(over).map(|one| one.id.clone()).collect()
    };
    Ok((past(|keep| keep.comments), past(|keep| keep.answers)))
}

/// Everybody invited who still counts as such.
pub fn eligible_people(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<PersonId>> {
    Ok(invitations::table
        .filter(invitations::campaign.eq(campaign))
        .filter(invitations::eligible.eq(true))
        .order(invitations::id)
        .select(invitations::person)
        .load(conn)?)
}

/// Takes a closed campaign from one step of publishing to the next; false when it was no longer at `from`. On
/// Postgres the row is held until the transaction ends, so a second worker waits and then finds the step taken.
pub fn take_stage(conn: &mut Conn, id: &CampaignId, from: &str, to: &str) -> Result<bool> {
    let taken = diesel::update(campaigns::table.find(id))
        .filter(campaigns::state.eq(State::Closed))
        .filter(campaigns::stage.eq(from))
        .set(campaigns::stage.eq(to))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Takes somebody out of the count of those invited, or puts them back: their group and the services proposed to them
/// count one less, or one more. False when it was so already.
pub fn set_eligible(conn: &mut Conn, invitation: &Invitation, eligible: bool) -> Result<bool> {
    let changed = diesel::update(invitations::table.find(&invitation.id))
        .filter(invitations::eligible.ne(eligible))
        .set(invitations::eligible.eq(eligible))
        .execute(conn)?;
    if changed != 1 {
        return Ok(false);
    }
    let step = if eligible { 1 } else { -1 };
    // One in five at most: with nearly everybody else out, the day's count would be about one person.
    let few = client_groups::withdrawn.eq(0).or((client_groups::withdrawn * 4 + 5).le(client_groups::invited));
    let counted = diesel::update(client_groups::table.find((&invitation.campaign, &invitation.client_group)))
        .filter(few.or(eligible.into_sql::<Bool>()))
        .set((
            client_groups::invited.eq(client_groups::invited + step),
            client_groups::withdrawn.eq(client_groups::withdrawn - step),
        ))
        .execute(conn)?;
    if counted != 1 {
        return Err(Error::invalid("guest-fault-too-many"));
    }
    for supplier in invitation.proposed() {
        diesel::update(proposals::table.find((&invitation.campaign, &supplier, &invitation.client_group)))
            .set((proposals::people.eq(proposals::people + step), proposals::withdrawn.eq(proposals::withdrawn - step)))
            .execute(conn)?;
    }
    Ok(true)
}

/// Everybody invited to a campaign by mail, with their invitations, by name.
pub fn invited(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<(Invitation, Person)>> {
    Ok(invitations::table
        .inner_join(people::table.on(people::id.eq(invitations::person)))
        .filter(invitations::campaign.eq(campaign))
        .order((people::name, people::id))
        .select((Invitation::as_select(), Person::as_select()))
        .load(conn)?)
}

/// What HR wrote for one mail in one language.
pub fn mail_text(conn: &mut Conn, campaign: &CampaignId, kind: Kind, language: Language) -> Result<Option<MailText>> {
    Ok(own::table.find((campaign, kind, language)).select(MailText::as_select()).first(conn).optional()?)
}

/// What HR wrote for a campaign's mails.
pub fn mail_texts(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<MailText>> {
    let rows = own::table.filter(own::campaign.eq(campaign)).select(MailText::as_select());
    Ok(rows.order((own::kind, own::language)).load(conn)?)
}

/// Puts `texts` in the place of all of a campaign's. Mails that have not left take them.
pub fn save_mail_texts(conn: &mut Conn, campaign: &CampaignId, texts: &[MailText]) -> Result<()> {
    diesel::delete(own::table.filter(own::campaign.eq(campaign))).execute(conn)?;
    for text in texts.iter().filter(|text| !(text.subject.is_empty() && text.introduction.is_empty())) {
        diesel::insert_into(own::table).values(text).execute(conn)?;
    }
    Ok(())
}

/// How many people of each language were invited; empty where that is not known.
pub fn readers(conn: &mut Conn, id: &CampaignId) -> Result<BTreeMap<Language, u32>> {
    let text: String = campaigns::table.find(id).select(campaigns::languages).get_result(conn)?;
    Ok(serde_json::from_str(&text)?)
}

pub fn save_readers(conn: &mut Conn, id: &CampaignId, readers: &BTreeMap<Language, u32>) -> Result<()> {
    let text = serde_json::to_string(readers)?;
    diesel::update(campaigns::table.find(id)).set(campaigns::languages.eq(text)).execute(conn)?;
    Ok(())
}

/// The languages in which a text would point to its author: fewer than [`FEWEST_READERS`] of those invited read them, and
/// more read another.
pub fn rare_languages(conn: &mut Conn, id: &CampaignId) -> Result<Vec<Language>> {
    let readers = readers(conn, id)?;
    let most = readers.values().copied().max().unwrap_or(0);
    let rare = |language: &Language| {
        let people = readers.get(language).copied().unwrap_or(0);
        people < FEWEST_READERS && people < most
    };
    Ok(Language::ALL.iter().copied().filter(rare).collect())
}
