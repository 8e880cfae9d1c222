//! Comments of the story: those of past quarters are all read; of the last one, two services' are waiting, and of the
//! others a third and those in which something was found.

use crate::app::App;
use crate::comments::State;
use crate::comments::store::{self, Decision};
use crate::db::ids::CampaignId;
use crate::error::Result;
use crate::organisation::store as organisation;

/// Services nobody has begun to read in the last quarter.
const UNREAD: [&str; 2] = ["quality", "facilities"];
const MOST: i64 = 1000;

/// Reads the comments of a published campaign as their moderators would; `all` of them or most.
pub fn read(app: &App, campaign: &CampaignId, all: bool) -> Result<()> {
    let (today, campaign) = (app.today(), campaign.clone());
    app.db.write_now(move |conn| {
        for supplier in organisation::suppliers(conn)? {
            let Some(by) = store::moderators(conn, &supplier.code)?.into_iter().next() else { continue };
            if !all && UNREAD.contains(&supplier.code.as_str()) {
                continue;
            }
            let waiting = store::page(conn, &campaign, &supplier.code, true, 0, MOST)?;
            let far = if all { waiting.len() } else { waiting.len() * 2 / 3 };
            for comment in waiting.into_iter().take(far) {
                let doubtful = !comment.found()?.is_empty();
                if doubtful && !all {
                    continue;
                }
                let (released, themes) = (comment.redacted.clone(), comment.themes()?);
                let decision = Decision { state: State::Released, released, themes, by: by.clone(), on: today };
                store::decide(conn, &comment, State::Held, &decision)?;
            }
        }
        Ok(())
    })
}
