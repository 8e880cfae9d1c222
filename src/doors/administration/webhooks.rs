//! GET /administration/webhooks: the addresses of other programs that are told what happens, and what became of it.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::{At, local};
use crate::app::{App, audit};
use crate::db::Conn;
use crate::db::ids::sortable;
use crate::error::{Error, Result, Say};
use crate::hooks::{Delivery, Event, Format, State, Told, Webhook, payload, store};
use crate::render::Page;
use crate::web::outgoing::{self, Unfit};
use crate::web::typed::clean_line;
use crate::web::{self, Admin, Answer, Fields, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const PATH: &str = "/administration/webhooks";
const NAME_LIMIT: usize = 80;
const URL_LIMIT: usize = 2000;

#[derive(Debug, Clone, Serialize)]
pub struct WebhooksPage {
    lines: Vec<Line>,
    made: Option<Made>,
    form: Form,
}

#[derive(Debug, Clone, Serialize)]
struct Made {
    name: String,
    secret: String,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    id: String,
    name: String,
    /// What follows the host may be a key.
    host: String,
    format: Format,
    events: Vec<String>,
    active: bool,
    said: Option<String>,
    deliveries: Vec<Sent>,
}

#[derive(Debug, Clone, Serialize)]
struct Sent {
    id: String,
    at: At,
    event: String,
    state: State,
    attempts: i32,
    said: Option<String>,
    next: Option<At>,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Form {
    name: String,
    url: String,
    teams: bool,
    events: Vec<(Event, String, bool)>,
    name_fault: Option<Say>,
    url_fault: Option<Say>,
    events_fault: Option<Say>,
}

impl Page for WebhooksPage {
    const TEMPLATE: &'static str = "administration/webhooks.html";
}

impl Form {
    fn empty() -> Self {
        Self { events: Event::asked().map(|event| (event, event.key(), true)).collect(), ..Self::default() }
    }

    fn read(form: &Fields, app: &App) -> Result<Self> {
        let (name, url) = (clean_line(&form.text("name")?), form.text("url")?);
        let chosen: BTreeSet<Event> = form.all("events").iter().filter_map(|word| Event::parse(word)).collect();
        let format = Format::parse(&form.text("format")?).ok_or_else(|| Error::invalid("error-not-a-form"))?;
        let unfit = outgoing::fit(&url, &app.config.webhook_networks).err();
        Ok(Self {
            name_fault: if name.is_empty() {
                Some(Say::new("keys-fault-name"))
            } else {
                (name.chars().count() > NAME_LIMIT).then(|| Say::new("keys-fault-long").with("limit", NAME_LIMIT))
            },
            url_fault: if url.len() > URL_LIMIT {
                Some(Say::new("keys-fault-long").with("limit", URL_LIMIT))
            } else {
                unfit.map(|unfit| Say::new(unfit_words(unfit)))
            },
            events_fault: chosen.is_empty().then(|| Say::new("keys-fault-scopes")),
            events: Event::asked().map(|event| (event, event.key(), chosen.contains(&event))).collect(),
            teams: format == Format::Teams,
            name,
            url,
        })
    }

    fn is_faulty(&self) -> bool {
        self.name_fault.is_some() || self.url_fault.is_some() || self.events_fault.is_some()
    }
}

fn unfit_words(unfit: Unfit) -> &'static str {
    match unfit {
        Unfit::NoAddress => "hooks-fault-address",
        Unfit::NotHttps => "hooks-fault-https",
        Unfit::Secret => "hooks-fault-secret",
        Unfit::Private => "hooks-fault-private",
    }
}

fn host(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(ToOwned::to_owned)).unwrap_or_default()
}

fn line(conn: &mut Conn, zone: &TimeZone, webhook: Webhook) -> Result<Line> {
    let sent = |one: Delivery| Sent {
        at: local(one.made_at, zone),
        event: one.event.key(),
        next: (one.state == State::Queued && one.attempts > 0).then(|| local(one.next_at, zone)),
        state: one.state,
        attempts: one.attempts,
        said: one.said,
        id: one.id,
    };
    Ok(Line {
        host: host(&webhook.url),
        events: Event::asked().filter(|event| webhook.wants(*event)).map(Event::key).collect(),
        deliveries: store::latest(conn, &webhook.id)?.into_iter().map(sent).collect(),
        id: webhook.id,
        name: webhook.name,
        format: webhook.format,
        active: webhook.active,
        said: webhook.said,
    })
}

fn view(conn: &mut Conn, zone: &TimeZone, form: Form, made: Option<Made>) -> Result<WebhooksPage> {
    let mut lines = Vec::new();
    for webhook in store::all(conn)? {
        lines.push(line(conn, zone, webhook)?);
    }
    Ok(WebhooksPage { lines, made, form })
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let zone = app.config.time_zone.clone();
    let page = app.db.read(move |conn| view(conn, &zone, Form::empty(), None)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn make(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (zone, clock, key, by) =
        (app.config.time_zone.clone(), app.clock.clone(), app.link_key.clone(), who.person.clone());
    let typed = Form::read(&form, &app)?;
    if typed.is_faulty() {
        let page = app.db.read(move |conn| view(conn, &zone, typed, None)).await?;
        return web::refused(&req, &app, &who, &page).await;
    }
    let page = app
        .db
        .write(move |conn| {
            let now = clock.now();
            let chosen = typed.events.iter().filter(|(_, _, on)| *on).map(|(event, _, _)| event.as_str());
            let webhook = Webhook {
                id: sortable(now),
                format: if typed.teams { Format::Teams } else { Format::Standard },
                events: chosen.collect::<Vec<_>>().join(" "),
                active: true,
                made_at: now,
                said: None,
                name: typed.name,
                url: typed.url,
            };
            store::insert(conn, &webhook)?;
            let told = format!("{} {} {}", webhook.id, host(&webhook.url), webhook.name);
            audit(conn, &clock, Some(&by), "webhook-made", &told)?;
            let made = Made { name: webhook.name, secret: payload::secret(&key, &webhook.id)? };
            view(conn, &zone, Form::empty(), Some(made))
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// Sends a try to the address, as everything is sent: after what waits, which is due now too.
pub async fn test(req: HttpRequest, Admin(_): Admin, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, now, day) = (web::part(&req, "webhook")?, app.clock.now(), app.today());
    app.db
        .write(move |conn| {
            let webhook = store::one(conn, &id)?;
            if !webhook.active {
                return Err(Error::invalid("hooks-off"));
            }
            let told = Told { campaign: None, ..Told::of_campaign("", day, "/".to_owned()) };
            store::hurry(conn, &id, now)?;
            store::enqueue(conn, now, &id, Event::Test, &told)
        })
        .await?;
    redirect_saying(PATH, &Say::new("flash-hook-told"))
}

/// Puts an address off, or on again.
pub async fn switch(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, clock, on) = (web::part(&req, "webhook")?, app.clock.clone(), form.text("active")? == "yes");
    app.db
        .write(move |conn| {
            let webhook = store::one(conn, &id)?;
            store::set_active(conn, &id, on, None)?;
            if on {
                store::hurry(conn, &id, clock.now())?;
            }
            let event = if on { "webhook-on" } else { "webhook-off" };
            audit(conn, &clock, Some(&who.person), event, &format!("{id} {}", webhook.name))
        })
        .await?;
    redirect_saying(PATH, &Say::new("flash-hook-saved"))
}

pub async fn remove(req: HttpRequest, Admin(who): Admin, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, clock) = (web::part(&req, "webhook")?, app.clock.clone());
    app.db
        .write(move |conn| {
            let webhook = store::one(conn, &id)?;
            store::delete(conn, &id)?;
            audit(conn, &clock, Some(&who.person), "webhook-removed", &format!("{id} {}", webhook.name))
        })
        .await?;
    redirect_saying(PATH, &Say::new("flash-hook-removed"))
}

/// Tells something again, under the id it had.
pub async fn again(req: HttpRequest, Admin(_): Admin, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (webhook, id, now) = (web::part(&req, "webhook")?, web::part(&req, "delivery")?, app.clock.now());
    let queued = app.db.write(move |conn| {
        store::hurry(conn, &webhook, now)?;
        store::again(conn, &webhook, &id, now)
    });
    let queued = queued.await?;
    if !queued {
        return Err(Error::NotFound);
    }
    redirect_saying(PATH, &Say::new("flash-hook-told"))
}
