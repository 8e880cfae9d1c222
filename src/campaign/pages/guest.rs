//! One invited person: what became of their mail, and what HR can do. An address is corrected only where the mail did
//! not arrive; that of somebody with a role only by an administrator, as at the import: sign-in links go to it.

use actix_web::HttpRequest;
use serde::Serialize;

use super::invited::{Line, mail_word, opened};
use super::{id, path};
use crate::app::{App, LinkKey, audit};
use crate::campaign::{Invitation, State, store};
use crate::clock::Day;
use crate::db::ids::{CampaignId, InvitationId, PersonId};
use crate::db::{self, Conn};
use crate::error::{Error, Result, Say};
use crate::mail::outbox;
use crate::organisation::import::{address, shown};
use crate::organisation::{Person, store as organisation};
use crate::render::Page;
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Hr, Role, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct GuestPage {
    id: CampaignId,
    code: String,
    open: bool,
    line: Line,
    /// Holds a role, and who looks is no administrator.
    guarded: bool,
    /// What stands in the field of the address.
    typed: String,
    fault: Option<Say>,
}

impl Page for GuestPage {
    const TEMPLATE: &'static str = "campaign/guest.html";
}

/// The person that the path names.
pub fn person_id(req: &HttpRequest) -> Result<PersonId> {
    Ok(PersonId(web::part(req, "person")?))
}

pub fn path_of(campaign: &CampaignId, person: &PersonId) -> String {
    format!("{}/invited/{person}", path(campaign))
}

fn is_guarded(conn: &mut Conn, person: &PersonId, who: &Who) -> Result<bool> {
    Ok(!who.has(Role::Admin) && !organisation::roles(conn, person)?.is_empty())
}

/// Somebody's invitation to an open campaign that counts; the campaign does not close before the transaction ends.
pub fn counted(conn: &mut Conn, campaign: &CampaignId, person: &PersonId) -> Result<(Invitation, Person)> {
    let invitation = store::invitation_of(conn, campaign, person)?.ok_or(Error::NotFound)?;
    if !store::hold_open(conn, campaign)? {
        return Err(Error::invalid("guest-fault-not-open"));
    }
    if !invitation.eligible {
        return Err(Error::invalid("guest-fault-withdrawn"));
    }
    Ok((invitation, organisation::person(conn, person)?))
}

fn view(conn: &mut Conn, app: &App, who: &Who, id: CampaignId, person: &PersonId) -> Result<GuestPage> {
    let campaign = opened(conn, &id)?;
    let invitation = store::invitation_of(conn, &id, person)?.ok_or(Error::NotFound)?;
    let guarded = is_guarded(conn, person, who)?;
    let person = organisation::person(conn, person)?;
    let fate = outbox::fate(conn, &id, &person.id)?;
    let mail = mail_word(&person, invitation.eligible, fate.as_ref(), app.today());
    let fate = fate.filter(|_| mail == "failed");
    let group = store::client_group(conn, &id, &invitation.client_group)?.name;
    let line = Line {
        id: person.id,
        name: person.name,
        email: person.email.clone(),
        group,
        mail,
        since: fate.as_ref().map(|fate| fate.at.day_in(&app.config.time_zone)),
        said: fate.and_then(|fate| fate.said),
    };
    let open = campaign.state == State::Open;
    Ok(GuestPage { id, code: campaign.code, open, line, guarded, typed: person.email, fault: None })
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, person, inside, by) = (id(&req)?, person_id(&req)?, app.clone(), who.clone());
    let view = app.db.read(move |conn| view(conn, &inside, &by, id, &person)).await?;
    web::page(&req, &app, &who, &view).await
}

/// Gives an invitation another link. Links come after campaigns on the way of the data: their room hands it over.
pub type Renew = fn(&mut Conn, &LinkKey, &InvitationId, Day) -> Result<Invitation>;

/// Writes the address as it is right, and sends the invitation there as a new mail, with a link of its own: the first
/// one may have been opened where it went.
pub async fn correct(req: HttpRequest, who: Who, form: Fields, renew: Renew) -> Answer {
    let app = web::app(&req)?;
    let (id, person, typed) = (id(&req)?, person_id(&req)?, clean_line(&form.text("email")?));
    let back = path_of(&id, &person);
    let (of, to, by, inside, wish) = (id.clone(), person.clone(), who.clone(), app.clone(), typed.clone());
    let outcome = app.db.write(move |conn| correct_now(conn, &inside, &by, (&of, &to), &wish, renew)).await;
    match outcome {
        Ok(()) => redirect_saying(&back, &Say::new("flash-address-corrected")),
        Err(Error::Invalid(fault)) => {
            let (inside, by) = (app.clone(), who.clone());
            let view = app.db.read(move |conn| view(conn, &inside, &by, id, &person)).await?;
            let view = GuestPage { fault: Some(fault), typed, ..view };
            web::refused(&req, &app, &who, &view).await
        }
        Err(fault) => Err(fault),
    }
}

fn correct_now(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (id, to): (&CampaignId, &PersonId),
    typed: &str,
    renew: Renew,
) -> Result<()> {
    let (invitation, person) = counted(conn, id, to)?;
    if is_guarded(conn, to, who)? {
        return Err(Error::invalid("guest-fault-role"));
    }
    let Some(email) = address(typed) else {
        return Err(Error::Invalid(Say::new("import-not-an-address").with("value", shown(typed))));
    };
    if let Some(owner) = organisation::person_by_email(conn, &email)?.filter(|owner| owner.id != *to) {
        return Err(Error::Invalid(Say::new("import-address-taken").with("value", email).with("name", owner.name)));
    }
    send_failed(conn, app, id, to)?;
    organisation::update_people(conn, &[Person { email, ..person }])?;
    renew(conn, &app.link_key, &invitation.id, app.today())?;
    let detail = detail(conn, id, to)?;
    audit(conn, &app.clock, Some(&who.person), "address-corrected", &detail)
}

/// The invitation that failed leaves again, as a new mail.
pub fn send_failed(conn: &mut Conn, app: &App, id: &CampaignId, to: &PersonId) -> Result<()> {
    let now = db::now(conn, &app.clock)?;
    if outbox::send_again(conn, id, to, &[outbox::State::Failed], now)? {
        return Ok(());
    }
    Err(Error::invalid("guest-fault-not-failed"))
}

/// Campaign and person, as the audit log keeps them.
pub fn detail(conn: &mut Conn, id: &CampaignId, person: &PersonId) -> Result<String> {
    Ok(format!("{} {person}", store::campaign(conn, id)?.code))
}
