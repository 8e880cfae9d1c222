//! Who finds the sessions of a training, and which of them may still be changed.

use actix_web::HttpRequest;

use crate::db::Conn;
use crate::db::ids::ActionId;
use crate::error::{Error, Result};
use crate::progress::store::sessions::{self, Session};
use crate::progress::{Action, Kind, store as plans};
use crate::web::{self, Role, Who};

/// The training, when `who` sees it; and whether they keep its sessions: its head, its owner, HR.
pub(super) fn training(conn: &mut Conn, who: &Who, id: &ActionId) -> Result<(Action, bool)> {
    let action = plans::action(conn, id)?;
    if !action.is_seen_by(who) || action.kind != Kind::Training {
        return Err(Error::NotFound);
    }
    let manages = who.heads(&action.supplier) || action.owner == who.person || who.has(Role::Hr);
    Ok((action, manages))
}

pub(super) fn managed(conn: &mut Conn, who: &Who, id: &ActionId) -> Result<Action> {
    let (action, manages) = training(conn, who, id)?;
    if manages { Ok(action) } else { Err(Error::Forbidden) }
}

pub(super) fn action_id(req: &HttpRequest) -> Result<ActionId> {
    Ok(ActionId(web::part(req, "id")?))
}

pub(super) fn path(id: &ActionId) -> String {
    format!("/actions/{id}/sessions")
}

/// A session of this training that no survey asks about yet.
pub(super) fn free(conn: &mut Conn, action: &ActionId, id: &str) -> Result<Session> {
    let session = sessions::hold(conn, id)?;
    if session.action != *action {
        return Err(Error::NotFound);
    }
    if session.campaign.is_some() {
        return Err(Error::invalid("session-fault-asked"));
    }
    Ok(session)
}
