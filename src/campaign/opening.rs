//! Opening: freezes versions, groups and thresholds, draws what is proposed to whom, writes one invitation and one
//! letter per person. All of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::{Campaign, Invitation, State, check, link_token, store};
use crate::app::{LinkKey, token_hash};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{GroupCode, InvitationId, PersonId, SupplierCode, sortable};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, invitations, proposals};
use crate::error::{Error, Result};
use crate::mail::{Kind, Letter, enqueue};
use crate::organisation::{Person, Serving, store as organisation};
use crate::questionnaire::store as questionnaire;
use crate::render::Language;

/// At most this many services are proposed to a person; the others can be added.
pub const PROPOSED: usize = 4;

/// A person who will be invited, with what is proposed to them.
pub struct Guest {
    pub person: Person,
    pub group: GroupCode,
    pub served_by: BTreeSet<SupplierCode>,
}

/// Everybody who works here, as the launch needs them: read once.
pub struct Roll {
    /// Who would be invited, by id.
    pub guests: Vec<Guest>,
    /// How many are served by the campaign but counted in no group.
    pub ungrouped: usize,
    pub here: BTreeSet<PersonId>,
}

/// Who would be invited today: everybody who works here, has a group and is served by a supplier of the campaign.
pub fn roll(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Roll> {
    let serving: Serving = organisation::serving(conn)?;
    let suppliers: BTreeSet<SupplierCode> =
        store::campaign_suppliers(conn, &campaign.id)?.into_iter().map(|row| row.supplier).collect();
    let groups = store::group_units(conn, &campaign.id)?;
    let mut served = BTreeMap::new();
    let mut roll = Roll { guests: Vec::new(), ungrouped: 0, here: BTreeSet::new() };
    for person in organisation::people(conn)? {
        if !person.works_on(today) {
            continue;
        }
        roll.here.insert(person.id.clone());
        let served_by =
            served.entry(person.unit.clone()).or_insert_with(|| serving.suppliers_of(&suppliers, &person.unit)).clone();
        if served_by.is_empty() {
            continue;
        }
        match groups.get(&person.unit).cloned() {
            Some(group) => roll.guests.push(Guest { person, group, served_by }),
            None => roll.ungrouped += 1,
        }
    }
    roll.guests.sort_by(|a, b| a.person.id.cmp(&b.person.id));
    Ok(roll)
}

/// Opens `campaign`. `public_texts` are the suppliers' public action texts, French and English, handed over by the
/// roof: actions come after campaigns on the way of the data.
pub fn open(
    conn: &mut Conn,
    key: &LinkKey,
    campaign: &Campaign,
    public_texts: &BTreeMap<SupplierCode, (String, String)>,
    today: Day,
    now: Moment,
) -> Result<usize> {
    let opened = diesel::update(campaigns::table.find(&campaign.id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set((campaigns::state.eq(State::Open), campaigns::opened_at.eq(now)))
        .execute(conn)?;
    if opened != 1 {
        return Err(Error::invalid("campaign-fault-frozen"));
    }
    // The row is ours from here on: what is checked is what opens, whatever was saved since the caller read it.
    let campaign = &store::campaign(conn, &campaign.id)?;
    let roll = roll(conn, campaign, today)?;
    if check::lines_of(conn, campaign, &roll, today, Language::Fr)?.iter().any(|line| line.level == check::Level::Stop)
    {
        return Err(Error::invalid("campaign-fault-not-ready"));
    }
    let guests = roll.guests;
    for row in store::campaign_suppliers(conn, &campaign.id)? {
        let version =
            questionnaire::latest(conn, &row.supplier)?.ok_or_else(|| Error::invalid("campaign-fault-not-ready"))?;
        questionnaire::freeze(conn, &version.id)?;
        let texts = public_texts.get(&row.supplier).cloned().unwrap_or_default();
        diesel::update(campaign_suppliers::table.find((&campaign.id, &row.supplier)))
            .set((
                campaign_suppliers::questionnaire.eq(&version.id),
                campaign_suppliers::actions_fr.eq(texts.0),
                campaign_suppliers::actions_en.eq(texts.1),
            ))
            .execute(conn)?;
    }
    let mut invited: BTreeMap<GroupCode, i32> = BTreeMap::new();
    let mut proposed_to: BTreeMap<(SupplierCode, GroupCode), i32> = BTreeMap::new();
    let mut rows = Vec::with_capacity(guests.len());
    for guest in &guests {
        let id = InvitationId(sortable(now));
        let proposed = draw(key, &id, &guest.served_by);
        for supplier in &proposed {
            *proposed_to.entry((supplier.clone(), guest.group.clone())).or_default() += 1;
        }
        *invited.entry(guest.group.clone()).or_default() += 1;
        rows.push(Invitation {
            token_hash: token_hash(&link_token(key, &id, 1)),
            id,
            campaign: campaign.id.clone(),
            person: guest.person.id.clone(),
            client_group: guest.group.clone(),
            issue: 1,
            language: guest.person.language,
            eligible: true,
            proposed: serde_json::to_string(&proposed)?,
        });
    }
    for part in rows.chunks(500) {
        crate::on_each!(conn, c => diesel::insert_into(invitations::table).values(part).execute(c))?;
    }
    for (group, people) in &invited {
        diesel::update(client_groups::table.find((&campaign.id, group)))
            .set(client_groups::invited.eq(people))
            .execute(conn)?;
    }
    for ((supplier, group), people) in &proposed_to {
        let values = (
            proposals::campaign.eq(&campaign.id),
            proposals::supplier.eq(supplier),
            proposals::client_group.eq(group),
            proposals::people.eq(people),
        );
        diesel::insert_into(proposals::table).values(values).execute(conn)?;
    }
    for guest in &guests {
        let letter = Letter {
            kind: Kind::Invitation,
            occasion: "invitation".to_owned(),
            campaign: Some(campaign.id.clone()),
            person: guest.person.id.clone(),
            reference: None,
        };
        enqueue(conn, now, &letter)?;
    }
    Ok(guests.len())
}

/// The services proposed to one person: all that serve them, or four drawn by chance that anyone with the link key
/// can recompute, so that over the quarters each gets its turn.
fn draw(key: &LinkKey, invitation: &InvitationId, served_by: &BTreeSet<SupplierCode>) -> Vec<SupplierCode> {
    let mut list: Vec<&SupplierCode> = served_by.iter().collect();
    if list.len() > PROPOSED {
        list.sort_by_key(|supplier| key.draw("rotation", &format!("{invitation}/{supplier}")));
        list.truncate(PROPOSED);
        list.sort();
    }
    list.into_iter().cloned().collect()
}
