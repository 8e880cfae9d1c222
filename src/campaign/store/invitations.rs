//! Who is invited, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

use super::super::{Invitation, State};
use super::groups::client_groups;
use super::links::{keep_past_links, slips};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, InvitationId, PersonId};
use crate::db::schema::{
    answered, campaigns, client_groups, code_people, invitations, no_reminders, people, proposals, slips,
};
use crate::error::{Error, Result};
use crate::organisation::Person;
use crate::render::Language;

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

/// Everybody asked by a campaign that is open, by mail or by a code, with their group there.
pub fn asked_now(conn: &mut Conn) -> Result<Vec<(CampaignId, GroupCode, PersonId)>> {
    let open = || campaigns::table.filter(campaigns::state.eq(State::Open)).select(campaigns::id);
    let mut all: Vec<(CampaignId, GroupCode, PersonId)> = invitations::table
        .filter(invitations::campaign.eq_any(open()))
        .select((invitations::campaign, invitations::client_group, invitations::person))
        .load(conn)?;
    let drawers: Vec<(CampaignId, GroupCode, PersonId)> = code_people::table
        .filter(code_people::campaign.eq_any(open()))
        .select((code_people::campaign, code_people::client_group, code_people::person))
        .load(conn)?;
    all.extend(drawers);
    Ok(all)
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

/// Everybody invited to a campaign by mail.
pub fn invited_people(conn: &mut Conn, campaign: &CampaignId) -> Result<Vec<PersonId>> {
    Ok(invitations::table
        .filter(invitations::campaign.eq(campaign))
        .order(invitations::id)
        .select(invitations::person)
        .load(conn)?)
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
    if let Some(supplier) = &invitation.mirror {
        super::add_mirror_people(conn, &invitation.campaign, supplier, step)?;
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
