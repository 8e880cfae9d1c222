//! Asking between two quarters: a flash, the charter's consultation, a survey of a training's participants. A campaign
//! like any other (same link, pages, seal and gate) with a shorter life, asked of whole client groups of the latest
//! quarter or of named participants, and published on a page of its own.
//!
//! Refuses what would let its figures be subtracted from others: a part of a group, a group of fewer than ten people who
//! may be asked, thresholds looser than the quarter's, sessions of one training asked one by one.

pub mod asked;
pub mod budget;
pub mod prepare;
pub mod store;
pub mod told;

use diesel::prelude::*;

use crate::db::ids::{ActionId, CampaignId};
use crate::db::schema::occasions;
use crate::render::Texts;

crate::words!(
    /// Who chose those who are asked. HR opens, whoever chose.
    ChosenBy { Head = "head", Hr = "hr" }
);

crate::words!(
    /// Right after a training, or about two months later.
    Survey { Hot = "hot", Cold = "cold" }
);

/// Fewer people are not asked: let them sit around a table.
pub const FEWEST_ASKED: usize = 10;

/// The group of all who took part in a training.
pub const PARTICIPANTS: &str = "participants";

/// What a campaign between two quarters knows besides being one.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = occasions, treat_none_as_null = true)]
pub struct Occasion {
    pub campaign: CampaignId,
    /// What it is about, as those who are asked read it.
    pub words: Texts,
    pub chosen_by: ChosenBy,
    /// Drawn with the link key when it was made: see [`asked`].
    pub lot: String,
    /// What happened, of a flash.
    pub event: Option<String>,
    /// The training, of a survey of its participants.
    pub action: Option<ActionId>,
    pub survey: Option<Survey>,
    /// The hot survey whose participants a cold one asks again.
    pub follows: Option<CampaignId>,
    /// The version of the charter that is consulted.
    pub charter: Option<i32>,
}
