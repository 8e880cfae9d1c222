//! Makes an occasion, or changes one that has not opened: its campaign with the latest quarter's thresholds and the
//! groups chosen of it, and a version of questions of its own.

use std::collections::BTreeSet;

use super::super::groups::Proposal;
use super::super::{Campaign, Kind, store as campaigns};
use super::{ChosenBy, Occasion, PARTICIPANTS, Survey, store};
use crate::app::LinkKey;
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId, GroupCode, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::{Question, store as questionnaires};
use crate::render::Texts;
use crate::web::Seen;

/// What is wished of an occasion.
#[derive(Debug, Clone)]
pub struct Wish {
    pub kind: Kind,
    /// The service asked about; of the other kinds, the one that asks.
    pub supplier: SupplierCode,
    pub opens_on: Day,
    pub closes_on: Day,
    pub reminder: Option<Day>,
    pub words: Texts,
    /// In the order in which they are asked; own ones without a code get one.
    pub questions: Vec<Question>,
    /// Of the latest quarter.
    pub groups: BTreeSet<GroupCode>,
    /// Of a survey of participants.
    pub people: BTreeSet<PersonId>,
    pub chosen_by: ChosenBy,
    pub event: Option<String>,
    pub training: Option<(ActionId, Survey)>,
    /// The hot survey that a cold one follows.
    pub follows: Option<CampaignId>,
    pub charter: Option<i32>,
}

/// The latest quarter that has opened here: whose groups and thresholds an occasion takes.
pub fn latest_quarter(conn: &mut Conn) -> Result<Option<Campaign>> {
    let opened = |one: &Campaign| !one.imported && one.opened_at.is_some();
    Ok(campaigns::quarters(conn)?.into_iter().find(opened))
}

/// The groups an occasion may ask: those of the latest quarter, with their units.
pub fn groups(conn: &mut Conn) -> Result<Vec<Proposal>> {
    match latest_quarter(conn)? {
        Some(quarter) => campaigns::groups(conn, &quarter.id),
        None => Ok(Vec::new()),
    }
}

/// Writes a new occasion as a draft.
pub fn make(conn: &mut Conn, key: &LinkKey, wish: &Wish, now: Moment) -> Result<CampaignId> {
    // Two made at once take neither the same code nor the same number of a version.
    organisation::hold_supplier(conn, &wish.supplier)?;
    let id = CampaignId(sortable(now));
    let code = free_code(conn, wish)?;
    let campaign = settled(conn, Campaign::draft(id.clone(), code, wish.opens_on), wish)?;
    if !campaigns::insert(conn, &campaign)? {
        return Err(Error::Invalid(Say::new("campaign-fault-taken")));
    }
    store::insert(conn, &occasion(key, &id, wish))?;
    campaigns::set_suppliers(conn, &id, &BTreeSet::from([wish.supplier.clone()]))?;
    let version = questionnaires::create_for_occasion(conn, &wish.supplier, &id, now, &wish.questions)?;
    campaigns::set_questionnaire(conn, (&id, &wish.supplier), &version)?;
    choose(conn, &id, wish)?;
    Ok(id)
}

/// Changes one that has not opened; the service asked about stays.
pub fn change(conn: &mut Conn, key: &LinkKey, id: &CampaignId, wish: &Wish) -> Result<()> {
    let standing = campaigns::hold(conn, id)?;
    let of = campaigns::campaign_suppliers(conn, id)?.into_iter().next().ok_or(Error::NotFound)?;
    let version = of.questionnaire.filter(|_| standing.kind == wish.kind && of.supplier == wish.supplier);
    let version = version.ok_or(Error::NotFound)?;
    let campaign = settled(conn, standing, wish)?;
    campaigns::save_draft(conn, &campaign)?;
    store::update(conn, &occasion(key, id, wish))?;
    questionnaires::save_questions_of_occasion(conn, &version, &wish.questions)?;
    choose(conn, id, wish)
}

fn occasion(key: &LinkKey, id: &CampaignId, wish: &Wish) -> Occasion {
    let (action, survey) = wish.training.clone().unzip();
    Occasion {
        campaign: id.clone(),
        words: wish.words.clone(),
        chosen_by: wish.chosen_by,
        lot: key.token("occasion", id.as_str()),
        event: wish.event.clone(),
        action,
        survey,
        follows: wish.follows.clone(),
        charter: wish.charter,
    }
}

/// The campaign with the dates wished and the thresholds of the latest quarter.
fn settled(conn: &mut Conn, campaign: Campaign, wish: &Wish) -> Result<Campaign> {
    let quarter = latest_quarter(conn)?;
    let of = quarter.as_ref().unwrap_or(&campaign);
    let (threshold, levels_threshold, comments_threshold) = (of.threshold, of.levels_threshold, of.comments_threshold);
    Ok(Campaign {
        kind: wish.kind,
        opens_on: wish.opens_on,
        closes_on: wish.closes_on,
        reminders: serde_json::to_string(&wish.reminder.into_iter().collect::<Vec<_>>())?,
        threshold,
        levels_threshold,
        comments_threshold,
        announce_days: 0,
        period_first: None,
        period_last: None,
        ..campaign
    })
}

/// Copies the groups chosen from the latest quarter, whole; of a survey, the one group and who is in it.
fn choose(conn: &mut Conn, id: &CampaignId, wish: &Wish) -> Result<()> {
    let chosen = if wish.kind.asks_groups() {
        let mut groups = groups(conn)?;
        groups.retain(|group| wish.groups.contains(&group.code));
        groups
    } else {
        store::name(conn, id, &wish.people)?;
        let code = GroupCode::from(PARTICIPANTS);
        vec![Proposal { code, name: PARTICIPANTS.to_owned(), units: Vec::new() }]
    };
    campaigns::set_groups(conn, id, &chosen)
}

/// As it opens: from the day it really does, with thresholds no looser than those of the latest quarter.
pub fn settle(conn: &mut Conn, id: &CampaignId, today: Day) -> Result<()> {
    let campaign = campaigns::campaign(conn, id)?;
    let quarter = latest_quarter(conn)?;
    let of = |own: i32, quarters: fn(&Campaign) -> i32| quarter.as_ref().map_or(own, |one| own.max(quarters(one)));
    let settled = Campaign {
        opens_on: campaign.opens_on.min(today),
        threshold: of(campaign.threshold, |one| one.threshold),
        levels_threshold: of(campaign.levels_threshold, |one| one.levels_threshold),
        comments_threshold: of(campaign.comments_threshold, |one| one.comments_threshold),
        ..campaign
    };
    campaigns::settle(conn, &settled)
}

/// Are the groups of an occasion still those of the latest quarter?
pub fn is_whole(conn: &mut Conn, campaign: &CampaignId) -> Result<bool> {
    let standing = groups(conn)?;
    let own = campaigns::groups(conn, campaign)?;
    let same = |one: &Proposal| standing.iter().any(|group| group.code == one.code && group.units == one.units);
    Ok(own.iter().all(same))
}

/// The mark of all that an opening would send: what HR opens is what was on the page.
pub fn mark(conn: &mut Conn, campaign: &Campaign) -> Result<Seen> {
    let occasion = store::occasion(conn, &campaign.id)?;
    let mut asked = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        if let Some(version) = row.questionnaire {
            let list = questionnaires::questions(conn, &version)?;
            asked.extend(list.into_iter().map(|one| (one.kind.as_str(), one.texts)));
        }
    }
    let groups: Vec<GroupCode> = campaigns::groups(conn, &campaign.id)?.into_iter().map(|group| group.code).collect();
    let dates = (campaign.opens_on, campaign.closes_on, &campaign.reminders);
    Seen::of(&(dates, &occasion.words, occasion.chosen_by.as_str(), &occasion.event, groups, asked))
}

/// Refuses what was decided on a page that no longer shows what stands; `given` is the mark of that page.
pub fn as_seen(conn: &mut Conn, campaign: &Campaign, given: Option<&str>) -> Result<()> {
    if campaign.kind.is_quarter() || mark(conn, campaign)?.differs(given).is_none() {
        return Ok(());
    }
    Err(Error::invalid("form-stale"))
}

/// `flash-2026-12-03`, with a number where that is taken.
fn free_code(conn: &mut Conn, wish: &Wish) -> Result<String> {
    let taken: BTreeSet<String> = campaigns::campaigns(conn)?.into_iter().map(|one| one.code).collect();
    let stem = format!("{}-{}", wish.kind.as_str(), wish.opens_on);
    // A code has twenty letters: where a number no longer fits behind the word, it stands behind its first letters.
    let short: String = wish.kind.as_str().chars().take(3).collect();
    let numbered = (2_u32..1000).map(|number| match number {
        2..10 => format!("{stem}-{number}"),
        _ => format!("{short}-{}-{number}", wish.opens_on),
    });
    let free = std::iter::once(stem.clone()).chain(numbered).find(|code| !taken.contains(code));
    free.ok_or_else(|| Error::invalid("campaign-fault-taken"))
}
