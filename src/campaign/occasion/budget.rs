//! How often people are asked between two quarters, and when nobody is.

use std::collections::BTreeSet;

use super::super::{Campaign, State, store as campaigns};
use super::{Occasion, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId};
use crate::error::Result;

/// A client group is asked once in so many days, by a flash or about the charter; so is a participant by surveys of
/// trainings, of which both of one training count as one. The two do not count for each other: a list of participants is
/// chosen freely, and whoever it takes out of a group would leave a part of it.
pub const REST_DAYS: i64 = 90;

/// The second survey of a training follows the first after so many days.
pub const COLD_DAYS: i64 = 60;

/// So many days before a quarter opens nobody is asked anything, nor until it closes.
pub const QUIET_DAYS: i64 = 14;

/// Who was asked too lately for `occasion` to ask them on `today`.
pub fn resting(conn: &mut Conn, occasion: &Occasion, today: Day) -> Result<BTreeSet<PersonId>> {
    let mut same: BTreeSet<CampaignId> = BTreeSet::from([occasion.campaign.clone()]);
    same.extend(occasion.follows.clone());
    let contacts = store::contacts_after(conn, occasion.action.is_some(), today.plus_days(-REST_DAYS))?;
    Ok(contacts.into_iter().filter(|(_, campaign)| !same.contains(campaign)).map(|(person, _)| person).collect())
}

/// The quarter in whose quiet days an occasion that takes answers from `first` to `last` would fall.
pub fn quiet(conn: &mut Conn, first: Day, last: Day) -> Result<Option<Campaign>> {
    let list = campaigns::quarters(conn)?.into_iter().rev();
    let coming = |one: &Campaign| matches!(one.state, State::Draft | State::Scheduled | State::Open);
    let mut met = list.filter(|one| coming(one) && quiet_from(one) <= last && first <= one.closes_on);
    Ok(met.next())
}

/// The first quiet day before a quarter.
pub fn quiet_from(quarter: &Campaign) -> Day {
    quarter.opens_on.plus_days(-QUIET_DAYS)
}
