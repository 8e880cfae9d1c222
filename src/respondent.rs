//! The one address a respondent keeps: answering before closing; after publication, what was said and what is done.

use actix_web::HttpRequest;

use crate::answering::pages::{Door, door, ending, welcome};
use crate::progress::feedback;
use crate::web::{Answer, redirect};

pub async fn show(req: HttpRequest) -> Answer {
    match door(&req).await? {
        Door::Open(_) => welcome::show(req).await,
        Door::Closed(visit) if visit.found.campaign.is_published() => {
            let invitation = &visit.found.invitation;
            redirect(&feedback::path(&visit.app, &invitation.campaign, &invitation.client_group))
        }
        other => ending::ended(&req, other).await,
    }
}
