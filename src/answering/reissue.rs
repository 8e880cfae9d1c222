//! A new link for somebody who lost theirs: the old one leads nowhere from then on, and the draft, which only the old
//! one could open, is deleted. The page that offers it says so first.

use super::store;
use crate::app::{LinkKey, token_hash};
use crate::campaign::{Invitation, link_token, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::InvitationId;
use crate::error::{Error, Result};

/// Raises the issue number of an invitation and gives it as it is now; whether it was answered stays as it is. The
/// caller sends the letter.
pub fn reissue(conn: &mut Conn, key: &LinkKey, id: &InvitationId, today: Day) -> Result<Invitation> {
    // The turn of the old link: a draft saved at the same moment is saved before, and deleted, or finds no link.
    let old = campaigns::invitation(conn, id)?;
    store::hold(conn, &old.token_hash)?;
    let issue = old.issue + 1;
    let token_hash = token_hash(&link_token(key, id, issue));
    if !campaigns::raise_issue(conn, &old, issue, &token_hash, today)? {
        return Err(Error::Gone);
    }
    store::delete_draft(conn, id)?;
    Ok(Invitation { issue, token_hash, ..old })
}
