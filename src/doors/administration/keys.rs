//! GET /administration/keys: the keys by which other programs come in. Administrators make them; one that reads results
//! waits for the yes of somebody with the role hr; both may revoke.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::audit;
use crate::clock::Day;
use crate::db::Conn;
use crate::doors::api::keys::{Key, LONGEST_DAYS, Scope, Standing};
use crate::doors::api::store;
use crate::error::{Error, Result, Say};
use crate::render::Page;
use crate::web::typed::clean_line;
use crate::web::{self, Admin, Answer, Fields, Hr, HrOrAdmin, Role, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const PATH: &str = "/administration/keys";
const NAME_LIMIT: usize = 80;
/// So long a key lasts when nothing else is asked for.
const USUAL_DAYS: i64 = 180;

#[derive(Debug, Clone, Serialize)]
pub struct KeysPage {
    lines: Vec<Line>,
    /// The one just made: shown here and never again.
    made: Option<Made>,
    form: Form,
    /// May make keys.
    admin: bool,
    /// May agree to those that read results.
    hr: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Made {
    name: String,
    secret: String,
    waits: bool,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    key: Key,
    by: String,
    standing: Standing,
}

#[derive(Debug, Clone, Default, Serialize)]
struct Form {
    name: String,
    scopes: Vec<(Scope, bool)>,
    ends_on: String,
    name_fault: Option<Say>,
    scopes_fault: Option<Say>,
    ends_fault: Option<Say>,
}

impl Page for KeysPage {
    const TEMPLATE: &'static str = "administration/keys.html";
}

impl Form {
    fn empty(today: Day) -> Self {
        Self {
            scopes: Scope::ALL.iter().map(|scope| (*scope, false)).collect(),
            ends_on: today.plus_days(USUAL_DAYS).to_string(),
            ..Self::default()
        }
    }

    /// What was typed, with what is wrong with it.
    fn read(form: &Fields, today: Day) -> Result<(Self, BTreeSet<Scope>, Option<Day>)> {
        let name = clean_line(&form.text("name")?);
        let chosen: BTreeSet<Scope> = form.all("scopes").iter().filter_map(|word| Scope::parse(word)).collect();
        let typed = form.text("ends_on")?;
        let ends_on = Day::parse(&typed).filter(|day| (today..=today.plus_days(LONGEST_DAYS)).contains(day));
        let name_fault = if name.is_empty() {
            Some(Say::new("keys-fault-name"))
        } else {
            (name.chars().count() > NAME_LIMIT).then(|| Say::new("keys-fault-long").with("limit", NAME_LIMIT))
        };
        let read = Self {
            scopes: Scope::ALL.iter().map(|scope| (*scope, chosen.contains(scope))).collect(),
            scopes_fault: chosen.is_empty().then(|| Say::new("keys-fault-scopes")),
            ends_fault: ends_on.is_none().then(|| Say::new("keys-fault-ends").with("days", LONGEST_DAYS)),
            ends_on: typed,
            name_fault,
            name,
        };
        Ok((read, chosen, ends_on))
    }

    fn is_faulty(&self) -> bool {
        self.name_fault.is_some() || self.scopes_fault.is_some() || self.ends_fault.is_some()
    }
}

fn view(conn: &mut Conn, who: &Who, today: Day, form: Form, made: Option<Made>) -> Result<KeysPage> {
    let line = |(key, by): (Key, String)| Line { standing: key.standing(today), by, key };
    Ok(KeysPage {
        lines: store::all(conn)?.into_iter().map(line).collect(),
        made,
        form,
        admin: who.has(Role::Admin),
        hr: who.has(Role::Hr),
    })
}

pub async fn show(req: HttpRequest, HrOrAdmin(who): HrOrAdmin) -> Answer {
    let app = web::app(&req)?;
    let (today, reader) = (app.today(), who.clone());
    let page = app.db.read(move |conn| view(conn, &reader, today, Form::empty(today), None)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn make(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (today, clock, maker) = (app.today(), app.clock.clone(), who.clone());
    let (typed, scopes, ends_on) = Form::read(&form, today)?;
    let Some(ends_on) = ends_on.filter(|_| !typed.is_faulty()) else {
        let page = app.db.read(move |conn| view(conn, &maker, today, typed, None)).await?;
        return web::refused(&req, &app, &who, &page).await;
    };
    let page = app
        .db
        .write(move |conn| {
            let (id, secret) = store::make(conn, clock.now(), &maker.person, &typed.name, &scopes, ends_on)?;
            let words: Vec<&str> = scopes.iter().map(|scope| scope.as_str()).collect();
            audit(conn, &clock, Some(&maker.person), "key-made", &format!("{id} {} {}", words.join(" "), typed.name))?;
            let waits = scopes.contains(&Scope::Results);
            view(conn, &maker, today, Form::empty(today), Some(Made { name: typed.name, secret, waits }))
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// HR agrees that whoever holds the key reads the figures of published campaigns, and may show them on.
pub async fn agree(req: HttpRequest, Hr(who): Hr, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, clock) = (web::part(&req, "key")?, app.clock.clone());
    app.db
        .write(move |conn| {
            let key = store::one(conn, &id)?;
            if !store::agree(conn, clock.now(), &who.person, &id)? {
                return Err(Error::invalid("keys-agreed-before"));
            }
            audit(conn, &clock, Some(&who.person), "key-agreed", &format!("{id} {}", key.name))
        })
        .await?;
    redirect_saying(PATH, &Say::new("flash-key-agreed"))
}

pub async fn revoke(req: HttpRequest, HrOrAdmin(who): HrOrAdmin, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, clock) = (web::part(&req, "key")?, app.clock.clone());
    app.db
        .write(move |conn| {
            let key = store::one(conn, &id)?;
            if store::revoke(conn, clock.now(), &id)? {
                audit(conn, &clock, Some(&who.person), "key-revoked", &format!("{id} {}", key.name))?;
            }
            Ok(())
        })
        .await?;
    redirect_saying(PATH, &Say::new("flash-key-revoked"))
}
