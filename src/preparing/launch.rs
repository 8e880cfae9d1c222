//! The steps of a campaign that set the later slices in motion: its page with its publication, opening, closing.

use actix_web::HttpRequest;

use super::{course, forecast};
use crate::app::{App, audit};
use crate::campaign::pages::{Handed, Setback, answer, id, path, refuse, screen};
use crate::campaign::{State, store};
use crate::db::ids::CampaignId;
use crate::error::{Error, Result, Say};
use crate::mail::outbox::release_held;
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Hr, Seen, Who, redirect_saying};
use crate::{aggregation, progress, schedule};

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, language, inside) = (id(&req)?, who.language, app.clone());
    let screen = app
        .db
        .read(move |conn| {
            let campaign = store::campaign(conn, &id)?;
            let publication = aggregation::store::publication(conn, &id)?;
            let fingerprint = publication.map(|publication| publication.fingerprint);
            let nothing = campaign.is_published() && !progress::store::anything_shown(conn, &id, None, true)?;
            let handed = Handed {
                fingerprint,
                nothing,
                forecaster: Some(forecast::of),
                outlook: Some(forecast::of_today),
                course: Some(course::of),
            };
            screen(conn, &inside, &campaign, language, handed, Setback::default())
        })
        .await?;
    answer(&req, &app, &who, &screen).await
}

/// Lets the mails go that a restore held.
pub async fn send_held(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, by, clock) = (id(&req)?, who.person.clone(), app.clock.clone());
    let back = format!("{}#mails", path(&id));
    app.db
        .write(move |conn| {
            let campaign = store::campaign(conn, &id)?;
            release_held(conn, Some(&id))?;
            audit(conn, &clock, Some(&by), "held-mails-sent", &campaign.code)
        })
        .await?;
    redirect_saying(&back, &Say::new("flash-held-sent"))
}

/// Tells those who were asked before the day that was planned.
pub async fn announce(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, by, clock) = (id(&req)?, who.person.clone(), app.clock.clone());
    let back = path(&id);
    app.db
        .write(move |conn| {
            let campaign = store::campaign(conn, &id)?;
            if campaign.stage == "published" || !schedule::announce(conn, &campaign, clock.now())? {
                return Ok(());
            }
            audit(conn, &clock, Some(&by), "results-announced", &campaign.code)
        })
        .await?;
    redirect_saying(&format!("{back}#announcing"), &Say::new("flash-announced"))
}

pub async fn open(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let (inside, of, seen) = (app.clone(), id.clone(), Seen::given(&form)?);
    let outcome = off_thread(move || {
        let campaign = inside.db.read_now(|conn| store::campaign(conn, &of))?;
        let people = schedule::open_as_seen(&inside, &campaign, seen)?;
        Ok((campaign.code, people))
    })
    .await;
    match outcome {
        Ok((code, people)) => {
            note(&app, &who, "campaign-opened", format!("{code} {people}")).await?;
            redirect_saying(&path(&id), &Say::new("flash-campaign-opened").with("n", people))
        }
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "opening", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}

pub async fn close(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let typed = clean_line(&form.text("code")?);
    let (inside, of, given) = (app.clone(), id.clone(), typed.clone());
    let outcome = off_thread(move || closed(&inside, &of, &given)).await;
    match outcome {
        Ok(code) => {
            note(&app, &who, "campaign-closed", code).await?;
            redirect_saying(&path(&id), &Say::new("flash-campaign-closed"))
        }
        Err(Error::Invalid(fault)) => {
            refuse(&req, &app, &who, id, "closure", Setback { fault: Some(fault), typed, ..Setback::default() }).await
        }
        Err(fault) => Err(fault),
    }
}

/// Closes the campaign whose code was typed, and gives the code. Publishing is left to the tasks.
fn closed(app: &App, id: &CampaignId, typed: &str) -> Result<String> {
    let campaign = app.db.read_now(|conn| store::campaign(conn, id))?;
    if campaign.state != State::Open {
        return Err(Error::invalid("campaign-fault-not-open"));
    }
    if typed != campaign.code {
        return Err(Error::invalid("campaign-fault-typed"));
    }
    if schedule::close_and_leave(app, &campaign)? {
        Ok(campaign.code)
    } else {
        Err(Error::invalid("campaign-fault-not-open"))
    }
}

async fn note(app: &App, who: &Who, event: &'static str, detail: String) -> Result<()> {
    let (clock, by) = (app.clock.clone(), who.person.clone());
    app.db.write(move |conn| audit(conn, &clock, Some(&by), event, &detail)).await
}

/// Work that waits on the database more than once.
async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    actix_web::web::block(work).await.map_err(Error::internal)?
}
