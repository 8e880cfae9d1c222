//! What made an action besides the figure it starts from: further figures, themes, commitments, points, ideas in words.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;

use crate::db::Conn;
use crate::db::ids::{ActionId, CampaignId};
use crate::db::schema::action_origins;
use crate::error::Result;

crate::words!(
    /// Where an action comes from.
    OriginKind {
        Figure = "figure",
        Theme = "theme",
        Commitment = "commitment",
        /// A line of a relation.
        Point = "point",
        Idea = "idea",
        /// A question of a survey between two quarters.
        Flash = "flash",
        /// What befell the service.
        Event = "event",
    }
);

/// The most origins of one action.
pub const MOST: usize = 10;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = action_origins)]
pub struct FurtherOrigin {
    pub action: ActionId,
    pub place: i32,
    pub kind: OriginKind,
    /// The publication it was read in.
    pub campaign: Option<CampaignId>,
    /// The code of what it is; nothing for an idea.
    pub subject: String,
    /// What it was called when it was chosen, for whoever reads it when its source is gone.
    pub words: String,
}

/// The further origins of each of these actions, in the order they were given.
pub fn of(conn: &mut Conn, actions: &[ActionId]) -> Result<BTreeMap<ActionId, Vec<FurtherOrigin>>> {
    let rows: Vec<FurtherOrigin> = action_origins::table
        .filter(action_origins::action.eq_any(actions))
        .order((action_origins::action, action_origins::place))
        .select(FurtherOrigin::as_select())
        .load(conn)?;
    let mut found: BTreeMap<ActionId, Vec<FurtherOrigin>> = BTreeMap::new();
    for row in rows {
        found.entry(row.action.clone()).or_default().push(row);
    }
    Ok(found)
}

/// The actions that began, among others, with a question of this campaign.
pub fn actions_from(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeSet<ActionId>> {
    let ids: Vec<ActionId> = action_origins::table
        .filter(action_origins::kind.eq(OriginKind::Flash))
        .filter(action_origins::campaign.eq(campaign))
        .select(action_origins::action)
        .load(conn)?;
    Ok(ids.into_iter().collect())
}

/// The actions that began, among others, with this event.
pub fn actions_of_event(conn: &mut Conn, event: &str) -> Result<BTreeSet<ActionId>> {
    let ids: Vec<ActionId> = action_origins::table
        .filter(action_origins::kind.eq(OriginKind::Event))
        .filter(action_origins::subject.eq(event))
        .select(action_origins::action)
        .load(conn)?;
    Ok(ids.into_iter().collect())
}

/// Adds one at the end; false when there are too many already or it stands there.
pub fn add(conn: &mut Conn, origin: FurtherOrigin) -> Result<bool> {
    super::history::hold(conn, &origin.action)?;
    let standing = of(conn, std::slice::from_ref(&origin.action))?.remove(&origin.action).unwrap_or_default();
    let same = |one: &FurtherOrigin| {
        (one.kind, &one.campaign, &one.subject) == (origin.kind, &origin.campaign, &origin.subject)
            && (origin.kind != OriginKind::Idea || one.words == origin.words)
    };
    if standing.len() >= MOST || standing.iter().any(same) {
        return Ok(false);
    }
    let place = standing.last().map_or(1, |last| last.place + 1);
    diesel::insert_into(action_origins::table).values(FurtherOrigin { place, ..origin }).execute(conn)?;
    Ok(true)
}

pub fn remove(conn: &mut Conn, action: &ActionId, place: i32) -> Result<bool> {
    Ok(diesel::delete(action_origins::table.find((action, place))).execute(conn)? == 1)
}
