//! What may change of a campaign while it is open: its closing put off, people who came since.

use serde::Serialize;

use super::shared::Typed;
use crate::app::App;
use crate::campaign::calendar::Calendar;
use crate::campaign::{Campaign, extending, opening, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::Result;
use crate::organisation::store as organisation;

#[cfg(debug_assertions)]
mod samples;

/// The form that puts off the closing, as typed.
#[derive(Debug, Clone, Serialize)]
pub struct Extension {
    pub closes_on: String,
    pub reminder: String,
    /// The box is ticked.
    pub move_last: bool,
    /// The reminder it is about, where there is one.
    pub movable: Option<Day>,
    pub latest: Day,
    /// No reminder can be added to those there are.
    pub full: bool,
}

impl Extension {
    /// The form of an open campaign, with what was typed or with nothing.
    pub fn of(conn: &mut Conn, app: &App, campaign: &Campaign, typed: Option<Typed>) -> Result<Self> {
        let (calendar, today) = (Calendar::load(conn)?, app.today());
        let movable = extending::movable(campaign, calendar, today);
        let typed =
            typed.unwrap_or(Typed { closes_on: campaign.closes_on.to_string(), move_last: true, ..Typed::default() });
        Ok(Self {
            closes_on: typed.closes_on,
            reminder: typed.reminder,
            move_last: typed.move_last,
            movable,
            latest: extending::latest(campaign.first_day(&app.config.time_zone)),
            full: campaign.reminder_days().len() >= 3,
        })
    }
}

/// People who came since the opening, by group.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Newcomers {
    pub people: usize,
    /// Of these, without an address.
    pub codes: usize,
    pub groups: Vec<(String, usize)>,
    /// People of units that have no group in this campaign, and these units.
    pub ungrouped: usize,
    pub units: Vec<String>,
}

impl Newcomers {
    pub fn of(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Self> {
        let found = opening::newcomers(conn, campaign, today)?;
        let number = |code: &GroupCode| found.guests.iter().filter(|guest| guest.group == *code).count();
        let groups = store::client_groups(conn, &campaign.id)?;
        let groups = groups.into_iter().map(|group| (number(&group.code), group.name));
        let groups = groups.filter(|(people, _)| *people > 0).map(|(people, name)| (name, people)).collect();
        let tree = organisation::tree(conn)?;
        let name = |code| tree.get(code).map_or_else(|| code.to_string(), |unit| unit.name.clone());
        Ok(Self {
            people: found.guests.len(),
            codes: found.guests.iter().filter(|guest| guest.draws_a_code()).count(),
            groups,
            ungrouped: found.ungrouped,
            units: found.without_group.iter().map(name).collect(),
        })
    }
}
