//! The released comments, one a row: supplier, themes, text. Nothing of a comment that was not released, no score, no
//! group, no day, in the order of their random keys, which the answers do not share. Refuses a supplier with fewer
//! responses than the campaign's threshold for comments, as the pages do.

use std::collections::VecDeque;

use super::profile::{Cell, Rows};
use crate::aggregation::store as publications;
use crate::campaign::Campaign;
use crate::comments::store as comments;
use crate::comments::themes::UNCLASSIFIED;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;

pub const COLUMNS: [&str; 4] = ["campaign", "supplier", "themes", "text"];
const PART: i64 = 1000;

/// The suppliers still to come, the first of them after a key.
pub struct Texts {
    waiting: VecDeque<SupplierCode>,
    after: String,
}

impl Texts {
    pub fn open(conn: &mut Conn, campaign: &Campaign) -> Result<Self> {
        let mut waiting = VecDeque::new();
        for supplier in publications::published_suppliers(conn, &campaign.id)? {
            if publications::opens_comments(conn, campaign, &supplier)? {
                waiting.push_back(supplier);
            }
        }
        Ok(Self { waiting, after: String::new() })
    }

    /// Writes the next part, at least one row of it; nothing when there is none left.
    pub fn write(&mut self, conn: &mut Conn, campaign: &Campaign, file: &mut impl Rows) -> Result<()> {
        while let Some(supplier) = self.waiting.front() {
            let rows = comments::released(conn, &campaign.id, supplier, &self.after, PART)?;
            for row in &rows {
                let themes: Vec<&str> = row.themes.iter().map(|theme| theme.as_str()).collect();
                let themes = if themes.is_empty() { UNCLASSIFIED.to_owned() } else { themes.join("|") };
                file.row(&[
                    Cell::Text(&campaign.code),
                    Cell::Text(supplier.as_str()),
                    Cell::Text(&themes),
                    Cell::Text(&row.text),
                ])?;
            }
            if let Some(last) = rows.last() {
                self.after.clone_from(&last.key);
                return Ok(());
            }
            self.waiting.pop_front();
            self.after.clear();
        }
        Ok(())
    }
}
