//! Opening: freezes versions, groups and thresholds, draws what is proposed to whom, writes one invitation and one
//! letter per person. All of it or nothing.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use super::check::Staff;
use super::codes::Code;
use super::mirror::Teams;
use super::roll::{Guest, PROPOSED, roll};
use super::{Campaign, Invitation, Kind, Slip, State, check, excepted, link_token, occasion, promised, store};
use crate::app::{LinkKey, Settings, token_hash};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, InvitationId, PersonId, SupplierCode, UnitCode, sortable};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, invitations};
use crate::error::{Error, Result};
use crate::mail::{self, Letter, enqueue_all};
use crate::organisation::store as organisation;
use crate::questionnaire::store as questionnaire;
use crate::render::{Language, Texts};

/// What respondents read of a supplier on their first page. The roof hands it over: publications and actions come after
/// campaigns on the way of the data.
#[derive(Debug, Clone, Default)]
pub struct News {
    /// Public action texts, one a line.
    pub actions: Texts,
    /// The last published wave and its share of favourable opinions, all together.
    pub told: Option<(String, f64)>,
}

/// Opens `campaign`, with what is said of each supplier as it stands today.
pub fn open(
    conn: &mut Conn,
    key: &LinkKey,
    campaign: &Campaign,
    news: &BTreeMap<SupplierCode, News>,
    today: Day,
    now: Moment,
) -> Result<usize> {
    // One at a time: what each asks depends on whom the others have asked.
    store::hold_openings(conn)?;
    let keep = Settings::load(conn)?.keep;
    let opened = diesel::update(campaigns::table.find(&campaign.id))
        .filter(campaigns::state.eq_any([State::Draft, State::Scheduled]))
        .set((
            campaigns::state.eq(State::Open),
            campaigns::opened_at.eq(now),
            campaigns::comments_months.eq(keep.comments),
            campaigns::answers_months.eq(keep.answers),
        ))
        .execute(conn)?;
    if opened != 1 {
        return Err(Error::invalid("campaign-fault-frozen"));
    }
    if !campaign.kind.is_quarter() {
        occasion::prepare::settle(conn, &campaign.id, today)?;
    }
    // The row is ours from here on: what is checked is what opens, whatever was saved since the caller read it.
    let campaign = &store::campaign(conn, &campaign.id)?;
    let roll = roll(conn, campaign, today)?;
    if check::lines_of(conn, campaign, &roll, today, Language::Fr)?.iter().any(|line| line.level == check::Level::Stop)
    {
        return Err(Error::invalid("campaign-fault-not-ready"));
    }
    let services = store::campaign_suppliers(conn, &campaign.id)?;
    let asked: BTreeSet<SupplierCode> = services.iter().map(|row| row.supplier.clone()).collect();
    let serving = organisation::serving(conn)?;
    if campaign.kind.is_about_a_service() {
        excepted::fix(conn, &campaign.id, &asked, &serving)?;
    }
    let staff = Staff::load(conn, &roll.here)?;
    // What fewer than ten would say is never read: they are not asked.
    let (teams, _) = Teams::asked(conn, &services, roll.guests.iter().map(|guest| &guest.person))?;
    for row in services {
        if let Some(version) = row.questionnaire.as_ref().filter(|_| !campaign.kind.is_quarter()) {
            questionnaire::freeze_of_occasion(conn, version)?;
            let small_team = campaign.kind.is_about_a_service() && staff.is_small_team(conn, &row.supplier)?;
            diesel::update(campaign_suppliers::table.find((&campaign.id, &row.supplier)))
                .set(campaign_suppliers::small_team.eq(small_team))
                .execute(conn)?;
            continue;
        }
        let version =
            questionnaire::latest(conn, &row.supplier)?.ok_or_else(|| Error::invalid("campaign-fault-not-ready"))?;
        questionnaire::freeze(conn, &version.id)?;
        promised::fix(
            conn,
            campaign,
            &row.supplier,
            Some(&staff).filter(|_| teams.unit(&row.supplier).is_some()),
            today,
        )?;
        let News { actions, told } = news.get(&row.supplier).cloned().unwrap_or_default();
        let small_team = staff.is_small_team(conn, &row.supplier)?;
        // Of one or two people nothing is told, whatever was published before they were so few.
        let (wave, satisfied) = told.filter(|_| !small_team).unzip();
        diesel::update(campaign_suppliers::table.find((&campaign.id, &row.supplier)))
            .set((
                campaign_suppliers::questionnaire.eq(&version.id),
                campaign_suppliers::actions.eq(actions),
                campaign_suppliers::told_wave.eq(wave),
                campaign_suppliers::told_satisfied.eq(satisfied),
                campaign_suppliers::small_team.eq(small_team),
                campaign_suppliers::mirror_unit.eq(teams.unit(&row.supplier)),
            ))
            .execute(conn)?;
    }
    let guests = roll.guests;
    invite(conn, key, campaign, &guests, &teams, today, now)?;
    if !campaign.kind.is_quarter() {
        occasion::store::drop_unasked_groups(conn, &campaign.id)?;
        occasion::store::forget_named(conn, &campaign.id)?;
    }
    Ok(guests.len())
}

/// Writes the invitations, slips and letters of these people, and counts them wherever people of the campaign are.
fn invite(
    conn: &mut Conn,
    key: &LinkKey,
    campaign: &Campaign,
    guests: &[Guest],
    teams: &Teams,
    today: Day,
    now: Moment,
) -> Result<()> {
    let before = opened_before(conn, campaign)?;
    let (sizes, printed) = store::sizes_and_languages(conn, &campaign.id)?;
    let mut invited: BTreeMap<GroupCode, i32> = BTreeMap::new();
    let mut readers = store::readers(conn, &campaign.id)?;
    let mut proposed_to: BTreeMap<(SupplierCode, GroupCode), i32> = BTreeMap::new();
    let mut rows = Vec::with_capacity(guests.len());
    let (mut slips, mut drawers) = (Vec::new(), Vec::new());
    let mut languages = languages(guests);
    // Slips of a group are all in one language, those printed before too.
    languages.extend(printed);
    for guest in guests {
        let id = InvitationId(sortable(now));
        let invited_before = sizes.get(&guest.group).unwrap_or(&0) + invited.get(&guest.group).copied().unwrap_or(0);
        // A slip has no person whose turn it could remember: its number in the group stands for one.
        let subject = match guest.draws_a_code() {
            true => format!("slip {} {invited_before}", guest.group),
            false => guest.person.id.to_string(),
        };
        let proposed = draw(key, &subject, &guest.served_by, before);
        for supplier in &proposed {
            *proposed_to.entry((supplier.clone(), guest.group.clone())).or_default() += 1;
        }
        *invited.entry(guest.group.clone()).or_default() += 1;
        *readers.entry(guest.person.language).or_default() += 1;
        if guest.draws_a_code() {
            slips.push(Slip {
                token_hash: token_hash(&link_token(key, &id, Slip::ISSUE)),
                code_digest: Code::of(key, &id).digest(key),
                id,
                campaign: campaign.id.clone(),
                client_group: guest.group.clone(),
                language: languages.get(&guest.group).copied().unwrap_or(Language::Fr),
                proposed: serde_json::to_string(&proposed)?,
            });
            drawers.push((campaign.id.clone(), guest.person.id.clone(), guest.group.clone()));
            continue;
        }
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
            mirror: teams.of(&guest.person).cloned(),
        });
    }
    for part in rows.chunks(500) {
        crate::on_each!(conn, c => diesel::insert_into(invitations::table).values(part).execute(c))?;
    }
    store::note_addresses(conn, &campaign.id)?;
    // Made in the order of people; kept in one that says nothing of them.
    slips.sort_by(|a, b| a.code_digest.cmp(&b.code_digest));
    store::insert_slips(conn, &slips, &drawers)?;
    for (group, people) in &invited {
        diesel::update(client_groups::table.find((&campaign.id, group)))
            .set(client_groups::invited.eq(client_groups::invited + people))
            .execute(conn)?;
    }
    store::save_readers(conn, &campaign.id, &readers)?;
    for (supplier, people) in teams.sizes(guests.iter().map(|guest| &guest.person)) {
        store::add_mirror_people(conn, &campaign.id, &supplier, people)?;
    }
    for ((supplier, group), people) in &proposed_to {
        store::add_proposed(conn, (&campaign.id, supplier, group), *people)?;
    }
    let letter = |guest: &Guest| Letter {
        kind: mail::Kind::Invitation,
        occasion: "invitation".to_owned(),
        campaign: Some(campaign.id.clone()),
        person: guest.person.id.clone(),
        reference: None,
    };
    let contacts: Vec<PersonId> = guests.iter().map(|guest| guest.person.id.clone()).collect();
    organisation::record_contacts(conn, (&campaign.id, &campaign.code), &contacts, today)?;
    let mailed = guests.iter().filter(|guest| !guest.draws_a_code());
    enqueue_all(conn, now, &mailed.map(letter).collect::<Vec<_>>())?;
    Ok(())
}

/// The language of each group's slips, one for all of them: that of most people who draw one, of several the first in
/// our list.
fn languages(guests: &[Guest]) -> BTreeMap<GroupCode, Language> {
    let mut counts: BTreeMap<GroupCode, BTreeMap<Language, u32>> = BTreeMap::new();
    for guest in guests.iter().filter(|guest| guest.draws_a_code()) {
        *counts.entry(guest.group.clone()).or_default().entry(guest.person.language).or_default() += 1;
    }
    let most = |counts: BTreeMap<Language, u32>| {
        let most = counts.into_iter().max_by_key(|(language, people)| (*people, std::cmp::Reverse(*language)));
        most.map_or(Language::Fr, |(language, _)| language)
    };
    counts.into_iter().map(|(group, counts)| (group, most(counts))).collect()
}

/// The services proposed to one person: all that serve them, or four in rotation. Chance puts a person's services in an
/// order of their own, always the same; each campaign takes the next four of it, round and round. So over as many
/// campaigns as there are services each is proposed four times, and in each campaign services share people about
/// equally. Whoever has the link key can recompute it from the person and the number of campaigns opened before.
fn draw(key: &LinkKey, person: &str, served_by: &BTreeSet<SupplierCode>, before: usize) -> Vec<SupplierCode> {
    let mut list: Vec<&SupplierCode> = served_by.iter().collect();
    if list.len() > PROPOSED {
        list.sort_by_key(|supplier| key.draw("rotation", &format!("{person}/{supplier}")));
        let first = before.wrapping_mul(PROPOSED) % list.len();
        list.rotate_left(first);
        list.truncate(PROPOSED);
        list.sort();
    }
    list.into_iter().cloned().collect()
}

/// Who came since an open campaign opened and can still be invited to it.
#[derive(Default)]
pub struct Newcomers {
    pub guests: Vec<Guest>,
    /// How many are of units that were in no group asked at opening, and these units: what is asked of whom is fixed.
    pub ungrouped: usize,
    pub without_group: BTreeSet<UnitCode>,
}

/// People invited neither by mail nor by a code, who work here today in a unit that has a group. They are asked about
/// what their group is asked about since the opening: whom a service serves is fixed by then.
pub fn newcomers(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Newcomers> {
    if !campaign.kind.is_quarter() {
        // Whole groups as they stood, or the participants: nobody joins.
        return Ok(Newcomers::default());
    }
    let asked = store::served_groups(conn, &campaign.id)?;
    let known = store::ever_invited(conn, &campaign.id)?;
    let roll = roll(conn, campaign, today)?;
    let mut guests = roll.guests;
    guests.retain(|guest| !known.contains(&guest.person.id));
    for guest in &mut guests {
        guest.served_by.retain(|supplier| asked.contains(&(supplier.clone(), guest.group.clone())));
    }
    let mut newcomers = Newcomers { guests: Vec::new(), ungrouped: roll.ungrouped, without_group: roll.without_group };
    for guest in guests {
        if guest.served_by.is_empty() {
            newcomers.ungrouped += 1;
            newcomers.without_group.insert(guest.person.unit);
        } else {
            newcomers.guests.push(guest);
        }
    }
    Ok(newcomers)
}

/// Invites those who came since; returns how many by mail and how many by a code on paper. Nobody is invited twice,
/// whoever presses at the same time.
pub fn invite_newcomers(
    conn: &mut Conn,
    key: &LinkKey,
    id: &CampaignId,
    today: Day,
    now: Moment,
) -> Result<(usize, usize)> {
    if !store::hold_open_alone(conn, id)? {
        return Err(Error::invalid("campaign-fault-not-open"));
    }
    let campaign = store::campaign(conn, id)?;
    if !campaign.kind.is_quarter() {
        return Err(Error::invalid("occasion-fault-whole"));
    }
    if campaign.closes_on < today {
        return Err(Error::invalid("campaign-fault-over"));
    }
    let guests = newcomers(conn, &campaign, today)?.guests;
    if guests.is_empty() {
        return Err(Error::invalid("campaign-fault-no-newcomer"));
    }
    let services = store::campaign_suppliers(conn, id)?;
    let teams = Teams::fixed(conn, &services)?;
    invite(conn, key, &campaign, &guests, &teams, today, now)?;
    let drawing = guests.iter().filter(|guest| guest.draws_a_code()).count();
    Ok((guests.len() - drawing, drawing))
}

/// How many campaigns opened before this one, those brought from elsewhere not counted.
fn opened_before(conn: &mut Conn, campaign: &Campaign) -> Result<usize> {
    let count: i64 = campaigns::table
        .filter(campaigns::opened_at.le(campaign.opened_at))
        .filter(campaigns::imported.eq(false))
        .filter(campaigns::kind.eq(Kind::Quarter))
        .filter(campaigns::id.ne(&campaign.id))
        .count()
        .get_result(conn)?;
    usize::try_from(count).map_err(Error::internal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn over_the_quarters_every_service_gets_its_turn_and_in_each_its_share() {
        let (key, services) = (LinkKey::new([3; 32]), 7);
        let served_by: BTreeSet<SupplierCode> = (0..services).map(|n| SupplierCode(format!("s{n}"))).collect();
        let people: Vec<PersonId> = (0..700).map(|n| PersonId(format!("p{n}"))).collect();
        let mut turns: BTreeMap<(&PersonId, SupplierCode), usize> = BTreeMap::new();
        for quarter in 0..services {
            let mut shares: BTreeMap<SupplierCode, usize> = BTreeMap::new();
            for person in &people {
                let drawn = draw(&key, person.as_str(), &served_by, quarter);
                assert_eq!(drawn.len(), PROPOSED);
                assert_eq!(drawn, draw(&key, person.as_str(), &served_by, quarter), "it can be recomputed");
                for supplier in drawn {
                    *shares.entry(supplier.clone()).or_default() += 1;
                    *turns.entry((person, supplier)).or_default() += 1;
                }
            }
            // 400 on average, 13 the standard deviation of 700 draws with chance 4/7.
            assert!(shares.values().all(|share| (335..=465).contains(share)), "{quarter}: {shares:?}");
        }
        assert_eq!(turns.len(), people.len() * services);
        assert!(turns.values().all(|turns| *turns == PROPOSED), "each service as often as any other");
        let few: BTreeSet<SupplierCode> = served_by.into_iter().take(PROPOSED).collect();
        assert_eq!(draw(&key, people[0].as_str(), &few, 5).len(), PROPOSED, "four or fewer are all proposed");
    }
}
