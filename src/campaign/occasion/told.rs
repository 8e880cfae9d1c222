//! An occasion as those who are asked read of it: what it is about, who asks, who chose them and how many they are.

use serde::Serialize;

#[cfg(debug_assertions)]
use super::super::Kind;
use super::super::{Campaign, store as campaigns};
use super::store;
use crate::clock::Day;
use crate::db::Conn;
use crate::error::Result;
use crate::render::{Language, words};
use crate::retention::INVITATION_DAYS;

#[derive(Debug, Clone, Serialize)]
pub struct Told {
    pub kind: &'static str,
    /// As a heading.
    pub words: String,
    /// The service that asks, as it stands in a sentence, at its beginning.
    pub service: String,
    pub chosen_by: &'static str,
    pub people: i32,
    pub groups: usize,
    /// The last day on which the link leads to the result, if it closes as announced.
    pub until: Day,
}

impl Told {
    /// Nothing of a quarter.
    pub fn of(conn: &mut Conn, campaign: &Campaign, language: Language) -> Result<Option<Self>> {
        let Some(occasion) = store::find(conn, campaign)? else { return Ok(None) };
        let Some((_, supplier)) = campaigns::services(conn, &campaign.id)?.into_iter().next() else { return Ok(None) };
        let groups = campaigns::client_groups(conn, &campaign.id)?;
        Ok(Some(Self {
            kind: campaign.kind.as_str(),
            words: words::capitalised(occasion.words.pick(language)),
            service: words::capitalised(supplier.in_sentence(language)),
            chosen_by: occasion.chosen_by.as_str(),
            people: groups.iter().map(|group| group.invited).sum(),
            groups: groups.len(),
            until: campaign.closes_on.plus_days(INVITATION_DAYS),
        }))
    }

    /// An example of a flash.
    #[cfg(debug_assertions)]
    pub fn sample(kind: Kind) -> Self {
        Self {
            kind: kind.as_str(),
            words: "La panne de messagerie du 12 novembre".to_owned(),
            service: "L'Informatique".to_owned(),
            chosen_by: "head",
            people: 142,
            groups: 3,
            until: Day::parse("2026-12-31").unwrap_or(Day(chrono::NaiveDate::MIN)),
        }
    }
}
