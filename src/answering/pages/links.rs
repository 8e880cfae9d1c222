//! What HR does to somebody's link: gives a new one, takes the person out of the count, puts them back. Each step is
//! taken or refused alike, and says the same, whether the link was used or not; whether it was stays as it is.

use actix_web::HttpRequest;

use crate::answering::{reissue, store};
use crate::app::{App, audit};
use crate::campaign::pages::guest::{self, counted, detail, path_of, person_id};
use crate::campaign::pages::id;
use crate::campaign::{Invitation, store as campaigns};
use crate::db::ids::{CampaignId, PersonId};
use crate::db::{self, Conn};
use crate::error::{Error, Result, Say};
use crate::mail::{Kind, Letter, enqueue, outbox};
use crate::web::{self, Answer, Fields, Hr, Who, redirect_saying};

/// A new link in a new mail; the old one dies, with the draft it opened.
pub async fn reissue(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, who, "link-reissued", "flash-link-reissued", |conn, app, id, person| {
        let (invitation, _) = counted(conn, id, person)?;
        let now = db::now(conn, &app.clock)?;
        reissue::reissue(conn, &app.link_key, &invitation.id, app.today())?;
        if !outbox::send_again(conn, id, person, outbox::State::ALL, now)? {
            let (kind, campaign, person) = (Kind::Invitation, Some(id.clone()), person.clone());
            let occasion = "invitation".to_owned();
            enqueue(conn, now, &Letter { kind, occasion, campaign, person, reference: None })?;
        }
        Ok(())
    })
    .await
}

/// The address as it is right; see [`guest::correct`].
pub async fn correct(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    guest::correct(req, who, form, reissue::reissue).await
}

/// Sends the invitation once more, to the address it failed at or to that of today.
pub async fn send_again(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, who, "invitation-sent-again", "flash-sent-again", |conn, app, id, person| {
        let (invitation, _) = counted(conn, id, person)?;
        if campaigns::has_moved(conn, &invitation.id)? {
            reissue::reissue(conn, &app.link_key, &invitation.id, app.today())?;
        }
        guest::send_failed(conn, app, id, person)
    })
    .await
}

/// Somebody else, or somebody who left: no longer counted among those invited.
pub async fn withdraw(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, who, "invitation-withdrawn", "flash-withdrawn", |conn, _, id, person| {
        let (invitation, _) = counted(conn, id, person)?;
        set_eligible(conn, &invitation, false)
    })
    .await
}

pub async fn put_back(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    step(&req, who, "invitation-put-back", "flash-put-back", |conn, _, id, person| {
        let invitation = campaigns::invitation_of(conn, id, person)?.ok_or(Error::NotFound)?;
        if !campaigns::hold_open(conn, id)? {
            return Err(Error::invalid("guest-fault-not-open"));
        }
        set_eligible(conn, &invitation, true)
    })
    .await
}

/// Waits for whoever is sending through the link at this moment.
fn set_eligible(conn: &mut Conn, invitation: &Invitation, eligible: bool) -> Result<()> {
    store::hold(conn, &invitation.token_hash)?;
    campaigns::set_eligible(conn, invitation, eligible).map(|_| ())
}

async fn step(
    req: &HttpRequest,
    who: Who,
    event: &'static str,
    said: &'static str,
    work: impl FnOnce(&mut Conn, &App, &CampaignId, &PersonId) -> Result<()> + Send + 'static,
) -> Answer {
    let app = web::app(req)?;
    let (id, person, inside) = (id(req)?, person_id(req)?, app.clone());
    let back = path_of(&id, &person);
    app.db
        .write(move |conn| {
            work(conn, &inside, &id, &person)?;
            let detail = detail(conn, &id, &person)?;
            audit(conn, &inside.clock, Some(&who.person), event, &detail)
        })
        .await?;
    redirect_saying(&back, &Say::new(said))
}
