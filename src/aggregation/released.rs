//! Answers handed out one row each, for campaigns launched with that.

use crate::campaign::Campaign;

/// From this number of responses on, a supplier's rows are released.
pub const LEAST_ROWS: u32 = 30;

/// Does this campaign hand out the rows of a supplier with this many responses? It then publishes nothing by group.
pub fn releases_rows(campaign: &Campaign, responses: u32) -> bool {
    campaign.row_level && responses >= LEAST_ROWS
}
