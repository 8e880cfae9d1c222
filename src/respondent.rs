//! The one address a respondent keeps: answering before closing; after publication, what was said and what is done.

use actix_web::HttpRequest;

use crate::answering::pages::{Door, ended, look, welcome};
use crate::app::Settings;
use crate::campaign::calendar::Calendar;
use crate::campaign::{Campaign, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::error::Result;
use crate::occasions;
use crate::organisation::pages::public::{self, Checked, FileGiven, KeptFor, Told};
use crate::privacy_audit::store as audits;
use crate::progress::feedback;
use crate::retention::Retention;
use crate::web::{self, Answer, Staff, redirect};

pub async fn show(req: HttpRequest) -> Answer {
    match look(&req, welcome::Offer::read).await? {
        Ok((visit, offer)) => welcome::show(&req, &visit, &offer),
        Err(door) => lead(&req, door).await,
    }
}

/// Where a journey ends: recorded, closed, declined. An open link leads to its beginning.
pub async fn end(req: HttpRequest) -> Answer {
    match look(&req, |_, _| Ok(())).await? {
        Ok((visit, ())) => redirect(&visit.path("")),
        Err(door) => lead(&req, door).await,
    }
}

async fn lead(req: &HttpRequest, door: Door) -> Answer {
    match door {
        Door::Closed(visit) if visit.found.campaign.is_announced() && !visit.found.campaign.kind.is_quarter() => {
            occasions::public::show(req, visit).await
        }
        Door::Closed(visit) if visit.found.campaign.is_announced() => {
            let invitation = &visit.found.invitation;
            redirect(&feedback::path(&visit.app, &invitation.campaign, &invitation.client_group))
        }
        Door::Closed(visit) if visit.found.campaign.is_published() => {
            let app = visit.app.clone();
            let calendar = app.db.read(Calendar::load).await?;
            let day = visit.found.campaign.announce_on(calendar, &app.config.time_zone);
            ended::ended_until(req, Door::Closed(visit), day)
        }
        other => ended::ended(req, other),
    }
}

/// How answers are protected, with the last look of the privacy audit and what the campaigns that hand out a file of theirs promised about it.
pub async fn privacy(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let now = app.clock.now();
    let (settings, told) = app
        .db
        .read(move |conn| {
            let settings = Settings::load(conn)?;
            let list = campaigns::with_file(conn)?;
            let given = |promise, campaign| FileGiven { campaign, promise };
            let files = list.into_iter().filter_map(|row| Some(given(row.file_promise()?, row.code))).collect();
            let shorter = shorter(&campaigns::campaigns(conn)?, settings.keep, now);
            Ok((settings, Told { files, checked: checked(conn)?, shorter }))
        })
        .await?;
    public::privacy(&req, &app, who, settings, told).await
}

/// The campaigns of which less is kept than the `setting` says now, because that was promised: as long as any of their
/// answers are there.
fn shorter(list: &[Campaign], setting: Retention, now: Moment) -> Vec<KeptFor> {
    let kept = |row: &Campaign| {
        let keep = row.keeps(setting);
        let over = row.closed_at.is_some_and(|at| at.plus_months(keep.answers) < now);
        (keep != setting && !over).then(|| KeptFor { campaign: row.code.clone(), keep })
    };
    list.iter().filter_map(kept).collect()
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
