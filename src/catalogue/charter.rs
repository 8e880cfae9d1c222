//! The organisation's charter: a few sentences that services and clients adopt for how they work together.

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Day;
use crate::db::schema::{charter_lines, charter_proposals, charters};
use crate::render::Texts;

/// So many sentences in all, for services and for clients.
pub const MOST_LINES: usize = 10;

crate::words!(
    /// A version's life.
    State { Draft = "draft", Consulted = "consulted", Adopted = "adopted" }
);

crate::words!(
    /// Who promises a line.
    Side { Service = "service", Client = "client" }
);

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = charters, treat_none_as_null = true)]
pub struct Charter {
    pub version: i32,
    pub state: State,
    pub consulted_on: Option<Day>,
    pub adopted_on: Option<Day>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = charter_lines)]
pub struct Line {
    pub charter: i32,
    pub position: i32,
    pub side: Side,
    pub texts: Texts,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = charter_proposals)]
pub struct Proposal {
    pub id: String,
    pub side: Side,
    pub words: String,
    pub made_on: Day,
}
