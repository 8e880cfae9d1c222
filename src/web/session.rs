//! Who is asking: sessions of staff, their roles, and the guards that open a page. Respondents have no session.

use std::future::Future;
use std::pin::Pin;

use actix_web::cookie::{Cookie, SameSite, time};
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use diesel::prelude::*;
use jiff::SignedDuration;

use super::app;
use crate::app::{App, LinkKey, Settings, token_hash};
use crate::clock::{Day, Moment};
use crate::db::ids::{PersonId, SupplierCode, UnitCode, random_key};
use crate::db::schema::{grants, people, sessions};
use crate::db::{Conn, Db};
use crate::error::{Error, Result};
use crate::render::{Account, Language, NavLink};

const IDLE: SignedDuration = SignedDuration::from_mins(90);
const ABSOLUTE: SignedDuration = SignedDuration::from_hours(8);

crate::words!(
    /// What a person may do; `head` and `moderator` go with a supplier, `unit` with a client unit.
    Role {
        Hr = "hr",
        Direction = "direction",
        Reader = "reader",
        Admin = "admin",
        Head = "head",
        Moderator = "moderator",
        /// Speaks for a unit as a client.
        Unit = "unit",
    }
);

impl Role {
    pub fn needs_supplier(self) -> bool {
        matches!(self, Self::Head | Self::Moderator)
    }

    /// Goes with something: a supplier or a unit.
    pub fn is_of_one(self) -> bool {
        self.needs_supplier() || self == Self::Unit
    }
}

/// The person who asks.
#[derive(Debug, Clone)]
pub struct Who {
    pub person: PersonId,
    pub name: String,
    pub email: String,
    pub language: Language,
    pub unit: UnitCode,
    /// With the supplier, or for `unit` the unit, that a role goes with.
    pub grants: Vec<(Role, Option<SupplierCode>)>,
    csrf: String,
}

/// How many places the bar has room for at a common width, in either language.
const IN_BAR: usize = 8;

impl Who {
    pub fn has(&self, role: Role) -> bool {
        self.grants.iter().any(|(granted, _)| *granted == role)
    }

    pub fn heads(&self, supplier: &SupplierCode) -> bool {
        self.grants.iter().any(|(role, of)| *role == Role::Head && of.as_ref() == Some(supplier))
    }

    pub fn moderates(&self, supplier: &SupplierCode) -> bool {
        self.grants.iter().any(|(role, of)| *role == Role::Moderator && of.as_ref() == Some(supplier))
    }

    pub fn headed(&self) -> Vec<SupplierCode> {
        self.grants.iter().filter(|(role, _)| *role == Role::Head).filter_map(|(_, of)| of.clone()).collect()
    }

    /// The client units this person speaks for.
    pub fn represented(&self) -> Vec<UnitCode> {
        let of = self.grants.iter().filter(|(role, _)| *role == Role::Unit).filter_map(|(_, of)| of.as_ref());
        of.map(|code| UnitCode(code.0.clone())).collect()
    }

    pub fn represents(&self, unit: &UnitCode) -> bool {
        self.represented().contains(unit)
    }

    /// May open the published results of every supplier.
    pub fn reads_all(&self) -> bool {
        self.has(Role::Hr) || self.has(Role::Direction) || self.has(Role::Reader)
    }

    /// May read the figures of client groups about every supplier; a reader sees totals only.
    pub fn reads_groups(&self) -> bool {
        self.has(Role::Hr) || self.has(Role::Direction)
    }

    /// What a team said of itself is for its head and direction, and nobody else.
    pub fn reads_mirror_of(&self, supplier: &SupplierCode) -> bool {
        self.heads(supplier) || self.has(Role::Direction)
    }

    /// May read the figures of client groups about one supplier.
    pub fn reads_groups_of(&self, supplier: &SupplierCode) -> bool {
        self.reads_groups() || self.heads(supplier)
    }

    pub fn account(&self, path: &str) -> Account {
        let mut nav = Vec::new();
        let mut add = |href: &str, words: &'static str| {
            let current = path == href || path.starts_with(&format!("{href}/"));
            nav.push(NavLink { href: href.to_owned(), words, current });
        };
        if self.reads_all() || self.has(Role::Head) {
            add("/results", "nav-results");
        }
        if self.reads_all() || self.has(Role::Head) || self.has(Role::Unit) {
            add("/relations", "nav-relations");
        }
        if self.reads_all() || self.has(Role::Head) {
            add("/occasions", "nav-occasions");
        }
        if self.has(Role::Moderator) {
            add("/comments", "nav-comments");
        }
        add("/actions", "nav-actions");
        if self.has(Role::Head) || self.has(Role::Hr) {
            add("/questionnaires", "nav-questionnaires");
        }
        if self.has(Role::Hr) {
            add("/campaigns", "nav-campaigns");
            add("/exports", "nav-exports");
        }
        if self.has(Role::Hr) || self.has(Role::Admin) {
            add("/people", "nav-people");
        }
        if self.has(Role::Hr) {
            add("/suppliers", "nav-suppliers");
        }
        if self.has(Role::Admin) {
            add("/settings", "nav-settings");
            add("/administration/tasks", "nav-tasks");
        }
        add("/catalogue", "nav-catalogue");
        // The bar stays one line: with many roles the last places are reached from under the name.
        let more = nav.split_off(nav.len().min(IN_BAR));
        Account { name: self.name.clone(), csrf: self.csrf.clone(), nav, more }
    }

    /// What somebody may read, who is written to and does not ask.
    pub fn written_to(conn: &mut Conn, person: &PersonId, today: Day) -> Result<Option<Self>> {
        Self::load(conn, person, String::new(), today)
    }

    fn load(conn: &mut Conn, person: &PersonId, csrf: String, today: Day) -> Result<Option<Self>> {
        type Row = (String, String, Language, UnitCode, bool, Option<Day>);
        let row: Option<Row> = people::table
            .find(person)
            .select((people::name, people::email, people::language, people::unit, people::active, people::until))
            .get_result(conn)
            .optional()?;
        let Some((name, email, language, unit, active, until)) = row else { return Ok(None) };
        if !active || until.is_some_and(|until| until < today) {
            return Ok(None);
        }
        let language = match language {
            Language::Fr | Language::En => language,
            other => Settings::load(conn)?.staff(other),
        };
        let granted: Vec<(Role, String)> =
            grants::table.filter(grants::person.eq(person)).select((grants::role, grants::supplier)).load(conn)?;
        let grants = granted
            .into_iter()
            .map(|(role, supplier)| (role, Some(SupplierCode(supplier)).filter(|code| !code.0.is_empty())))
            .collect();
        Ok(Some(Self { person: person.clone(), name, email, language, unit, grants, csrf }))
    }
}

fn cookie_name(https: bool) -> &'static str {
    if https { "__Host-session" } else { "session" }
}

fn csrf_token(key: &LinkKey, session: &str) -> String {
    key.token("csrf", session)
}

/// The token our own forms carry for this request's session.
pub fn csrf_of(req: &HttpRequest) -> Result<String> {
    let app = app(req)?;
    let cookie = req.cookie(cookie_name(app.config.is_https())).ok_or(Error::SignInNeeded)?;
    Ok(csrf_token(&app.link_key, cookie.value()))
}

/// Opens a session for `person` and puts its cookie on `response`.
/// `account`: what the provider of accounts calls its own session, where they came through one.
pub async fn begin(app: &App, person: PersonId, account: Option<String>, response: &mut HttpResponse) -> Result<()> {
    let token = random_key() + &random_key();
    let (hash, now) = (token_hash(&token), app.clock.now());
    app.db
        .write(move |conn| {
            forget_expired(conn, now)?;
            diesel::insert_into(sessions::table)
                .values((
                    sessions::token_hash.eq(hash),
                    sessions::person.eq(person),
                    sessions::created_at.eq(now),
                    sessions::seen_at.eq(now),
                    sessions::provider_session.eq(account),
                ))
                .execute(conn)?;
            Ok(())
        })
        .await?;
    response.add_cookie(&session_cookie(app, token)).map_err(Error::internal)
}

/// Deletes the sessions that no longer open anything.
pub fn forget_expired(conn: &mut Conn, now: Moment) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::created_at.lt(now.minus(ABSOLUTE)))).execute(conn)?;
    diesel::delete(sessions::table.filter(sessions::seen_at.lt(now.minus(IDLE)))).execute(conn)?;
    Ok(())
}

/// Ends the session of this request, if there is one; true when it began with an account of the organisation.
pub async fn end(req: &HttpRequest, app: &App, response: &mut HttpResponse) -> Result<bool> {
    let mut by_account = false;
    if let Some(cookie) = req.cookie(cookie_name(app.config.is_https())) {
        let hash = token_hash(cookie.value());
        let ended = app.db.write(move |conn| {
            let session = sessions::table.find(&hash).filter(sessions::provider_session.is_not_null());
            let by_account: i64 = session.count().get_result(conn)?;
            diesel::delete(sessions::table.find(&hash)).execute(conn)?;
            Ok(by_account > 0)
        });
        by_account = ended.await?;
    }
    let mut gone = session_cookie(app, String::new());
    gone.set_max_age(time::Duration::ZERO);
    response.add_cookie(&gone).map_err(Error::internal)?;
    Ok(by_account)
}

fn session_cookie(app: &App, token: String) -> Cookie<'static> {
    let https = app.config.is_https();
    Cookie::build(cookie_name(https), token).path("/").http_only(true).secure(https).same_site(SameSite::Lax).finish()
}

async fn who(req: &HttpRequest) -> Result<Who> {
    let app = app(req)?;
    let cookie = req.cookie(cookie_name(app.config.is_https())).ok_or(Error::SignInNeeded)?;
    let (hash, csrf) = (token_hash(cookie.value()), csrf_token(&app.link_key, cookie.value()));
    let (now, today) = (app.clock.now(), app.today());
    let found = app
        .db
        .read(move |conn| {
            let session: Option<(PersonId, Moment)> = sessions::table
                .find(&hash)
                .filter(sessions::seen_at.gt(now.minus(IDLE)))
                .filter(sessions::created_at.gt(now.minus(ABSOLUTE)))
                .select((sessions::person, sessions::seen_at))
                .get_result(conn)
                .optional()?;
            let Some((person, seen)) = session else { return Ok(None) };
            Ok(Some((Who::load(conn, &person, csrf, today)?, hash, seen)))
        })
        .await?;
    let (who, hash, seen) = found.ok_or(Error::SignInNeeded)?;
    let Some(who) = who else {
        // Somebody who left: should they come back, they sign in again.
        app.db.write(move |conn| Ok(diesel::delete(sessions::table.find(hash)).execute(conn)?)).await?;
        return Err(Error::SignInNeeded);
    };
    if seen < now.minus(SignedDuration::from_mins(1)) {
        mark_seen(&app.db, hash, now).await?;
    }
    Ok(who)
}

/// Whoever is signed in, for a page that anybody may read.
pub async fn reader(req: &HttpRequest) -> Option<Who> {
    who(req).await.ok()
}

async fn mark_seen(db: &Db, hash: String, now: Moment) -> Result<()> {
    db.write(move |conn| {
        Ok(diesel::update(sessions::table.find(hash)).set(sessions::seen_at.eq(now)).execute(conn).map(|_| ())?)
    })
    .await
}

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

macro_rules! guard {
    ($(#[$doc:meta])* $name:ident, |$who:ident| $opens:expr) => {
        $(#[$doc])*
        pub struct $name(pub Who);
        impl FromRequest for $name {
            type Error = Error;
            type Future = Extracting<Self>;
            fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
                let req = req.clone();
                Box::pin(async move {
                    let $who = who(&req).await?;
                    if $opens { Ok(Self($who)) } else { Err(Error::Forbidden) }
                })
            }
        }
    };
}

guard!(
    /// Anybody signed in.
    Staff,
    |who| true
);
guard!(
    /// HR: people, relations, campaigns, exports.
    Hr,
    |who| who.has(Role::Hr)
);
guard!(
    /// Administrators: roles, settings.
    Admin,
    |who| who.has(Role::Admin)
);
guard!(
    /// HR or an administrator: the list of people.
    HrOrAdmin,
    |who| who.has(Role::Hr) || who.has(Role::Admin)
);

macro_rules! supplier_guard {
    ($(#[$doc:meta])* $name:ident, |$who:ident, $supplier:ident| $opens:expr) => {
        $(#[$doc])*
        pub struct $name {
            pub who: Who,
            pub supplier: SupplierCode,
        }
        impl FromRequest for $name {
            type Error = Error;
            type Future = Extracting<Self>;
            fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
                let req = req.clone();
                Box::pin(async move {
                    let $who = who(&req).await?;
                    let $supplier = SupplierCode(super::request::part(&req, "supplier")?);
                    // Somebody else's supplier and no supplier at all look the same.
                    if $opens { Ok(Self { who: $who, supplier: $supplier }) } else { Err(Error::NotFound) }
                })
            }
        }
    };
}

supplier_guard!(
    /// The head of the supplier named in the path.
    HeadOf,
    |who, supplier| who.heads(&supplier)
);
supplier_guard!(
    /// Granted the comments about the supplier named in the path; the handler looks whether they have become one of it.
    ModeratorOf,
    |who, supplier| who.moderates(&supplier)
);
supplier_guard!(
    /// Whoever may read the released comments about the supplier named in the path: a reader may not.
    CommentReaderOf,
    |who, supplier| who.reads_groups_of(&supplier)
);
supplier_guard!(
    /// Whoever may read the published results of the supplier named in the path.
    ReaderOf,
    |who, supplier| who.reads_all() || who.heads(&supplier)
);
supplier_guard!(
    /// Whoever may read how the team of the supplier in the path thinks it is judged: its head, and direction.
    MirrorReaderOf,
    |who, supplier| who.reads_mirror_of(&supplier)
);
supplier_guard!(
    /// The head of the supplier in the path, or HR, which helps with questionnaires.
    EditorOf,
    |who, supplier| who.heads(&supplier) || who.has(Role::Hr)
);
