//! The one address a respondent keeps: answering before closing; after publication, what was said and what is done.

use actix_web::HttpRequest;

use crate::answering::pages::{Door, door, ending, welcome};
use crate::campaign::store as campaigns;
use crate::db::Conn;
use crate::error::Result;
use crate::organisation::pages::public::{self, Checked, FileGiven};
use crate::privacy_audit::store as audits;
use crate::progress::feedback;
use crate::web::{self, Answer, redirect};

pub async fn show(req: HttpRequest) -> Answer {
    match door(&req).await? {
        Door::Open(visit) => welcome::show(&req, visit).await,
        Door::Closed(visit) if visit.found.campaign.is_published() => {
            let invitation = &visit.found.invitation;
            redirect(&feedback::path(&visit.app, &invitation.campaign, &invitation.client_group))
        }
        other => ending::ended(&req, other),
    }
}

/// How answers are protected, with the last look of the privacy audit and what the campaigns that hand out a file of theirs promised about it.
pub async fn privacy(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let (files, checked) = app
        .db
        .read(|conn| {
            let list = campaigns::with_file(conn)?;
            let given = |promise, campaign| FileGiven { campaign, promise };
            let files = list.into_iter().filter_map(|row| Some(given(row.file_promise()?, row.code))).collect();
            Ok((files, checked(conn)?))
        })
        .await?;
    public::privacy(&req, &app, files, checked).await
}

/// The last look of the privacy audit, as anybody may know it.
pub fn checked(conn: &mut Conn) -> Result<Option<Checked>> {
    let outcome = |last: &audits::Last| match (last.found, last.unread) {
        (0, 0) => "nothing",
        (0, _) => "unread",
        _ => "something",
    };
    Ok(audits::last(conn)?.map(|last| Checked { day: last.day, outcome: outcome(&last) }))
}
