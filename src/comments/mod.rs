//! What people wrote, between the seal and the pages: redacted first, then read by somebody who is not of the service,
//! who releases, edits, withholds or reports it; sorted into themes by dictionary.
//!
//! Nothing that was not released is ever shown to anybody but the moderator. Refuses to say when a comment came, from
//! which group, or with which scores; a decision keeps its day, never its time.

pub mod folding;
pub mod language;
pub mod mails;
pub mod names;
pub mod pages;
pub mod redaction;
pub mod store;
pub mod themes;

use diesel::prelude::*;

use crate::clock::Day;
use crate::db::ids::{CampaignId, PersonId, SupplierCode};
use crate::db::schema::comments;
use crate::error::Result;
use crate::render::Language;
use redaction::{Mark, Piece};
pub use themes::Theme;

crate::words!(
    /// What became of a comment. Reported ones are withheld, and somebody was told.
    State { Held = "held", Released = "released", Withheld = "withheld", Reported = "reported" }
);

/// A sealed comment as its moderator reads it. Its group is not here.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = comments)]
pub struct Comment {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub question: String,
    pub body: String,
    pub state: State,
    /// None until the redaction was made.
    pub redacted: Option<String>,
    /// JSON of [`Mark`]s.
    pub marks: String,
    pub language: Language,
    /// JSON of [`Theme`]s' names.
    pub themes: String,
    pub themes_by_hand: bool,
    /// What is shown, once released.
    pub released: Option<String>,
    pub decided_by: Option<PersonId>,
    pub decided_on: Option<Day>,
}

impl Comment {
    pub fn found(&self) -> Result<Vec<Mark>> {
        Ok(serde_json::from_str(&self.marks)?)
    }

    /// The original, cut at what was found.
    pub fn pieces(&self) -> Result<Vec<Piece>> {
        Ok(redaction::pieces(&self.body, &self.found()?, self.language))
    }

    pub fn themes(&self) -> Result<Vec<Theme>> {
        read_themes(&self.themes)
    }
}

/// A name this version does not know is left out.
pub fn read_themes(json: &str) -> Result<Vec<Theme>> {
    let names: Vec<String> = serde_json::from_str(json)?;
    Ok(names.iter().filter_map(|name| Theme::parse(name)).collect())
}

pub fn write_themes(themes: &[Theme]) -> Result<String> {
    Ok(serde_json::to_string(themes)?)
}
