//! From a link to a stored answer that nothing ties to the person: the door, the draft, the sending, the seal.
//!
//! Nothing here is written by a GET, and no key ties the sheets of one person to each other.

pub mod asked;
pub mod draft;
pub mod night;
pub mod pages;
pub mod reissue;
pub mod seal;
pub mod sending;
pub mod store;

use diesel::prelude::*;
use serde::Serialize;

use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::db::schema::{comments, open_comments, open_mirrors, open_responses, responses};

/// The group of sheets that count in none: the service does not serve the group, or the person asked for it.
pub const OUTSIDE: &str = "outside";
/// The group of sealed sheets whose own group is not shown.
pub const OTHER: &str = "other";
/// No-contact sheets lose their group at closing.
pub const NO_GROUP: &str = "";

/// Longest comment, in characters.
pub const LONGEST_COMMENT: usize = 2000;

/// One sheet about one supplier, as an open campaign keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = open_responses, treat_none_as_default_value = false)]
pub struct OpenResponse {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub client_group: GroupCode,
    pub no_contact: bool,
    /// JSON of [`crate::questionnaire::StoredAnswers`].
    pub answers: String,
    /// Rewritten by a nightly seal among at least five sendings of its group; otherwise it waits for one.
    pub sealed: bool,
    /// While it waits: it stepped its supplier's counter of complete or partial sheets.
    pub counted: bool,
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = open_comments, treat_none_as_default_value = false)]
pub struct OpenComment {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub client_group: GroupCode,
    pub question: String,
    pub body: String,
    pub sealed: bool,
}

/// One sheet of a mirror, as an open campaign keeps it: it has no group, and waits for the closing.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, Serialize)]
#[diesel(table_name = open_mirrors)]
pub struct OpenMirror {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    /// JSON of [`crate::questionnaire::StoredAnswers`].
    pub answers: String,
}

/// One sealed sheet.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = responses, treat_none_as_default_value = false)]
pub struct Response {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub client_group: GroupCode,
    pub no_contact: bool,
    pub answers: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = comments, treat_none_as_default_value = false)]
pub struct Comment {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub client_group: GroupCode,
    pub question: String,
    pub body: String,
    /// `held` until a moderator has read it.
    pub state: String,
}
