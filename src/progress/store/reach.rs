//! Whom an action concerns, and whom it tells something, by what, and when.

use std::collections::BTreeMap;

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{ActionId, GroupCode};
use crate::db::schema::action_reach;
use crate::error::Result;

/// An action that says nothing of it has the default.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reach {
    /// The client groups it concerns, as they were called when they were chosen; none: all of them.
    pub groups: BTreeMap<GroupCode, String>,
    pub audience: String,
    pub medium: String,
    pub told_on: Option<Day>,
}

type Row = (ActionId, String, String, String, Option<Day>);

/// The reach of each of these actions, where something is said of it.
pub fn of(conn: &mut Conn, actions: &[ActionId]) -> Result<BTreeMap<ActionId, Reach>> {
    let rows: Vec<Row> = action_reach::table.filter(action_reach::action.eq_any(actions)).load(conn)?;
    let mut found = BTreeMap::new();
    for (action, groups, audience, medium, told_on) in rows {
        let groups = serde_json::from_str(&groups)?;
        found.insert(action, Reach { groups, audience, medium, told_on });
    }
    Ok(found)
}

/// In the place of what was said before.
pub fn set(conn: &mut Conn, action: &ActionId, reach: &Reach) -> Result<()> {
    diesel::delete(action_reach::table.find(action)).execute(conn)?;
    if *reach != Reach::default() {
        let row = (
            action_reach::action.eq(action),
            action_reach::groups.eq(serde_json::to_string(&reach.groups)?),
            action_reach::audience.eq(&reach.audience),
            action_reach::medium.eq(&reach.medium),
            action_reach::told_on.eq(reach.told_on),
        );
        diesel::insert_into(action_reach::table).values(row).execute(conn)?;
    }
    Ok(())
}
