//! The respondent's pages. The link in the path is the capability: no account, no cookie, and a GET writes nothing.

pub mod code;
pub mod ending;
pub mod links;
pub mod sheet;
pub mod welcome;

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::asked::Asked;
use super::draft::Draft;
use super::sending;
use super::store::{self, Found};
use crate::app::{App, token_hash};
use crate::campaign::{CampaignSupplier, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::Supplier;
use crate::render::{Frame, Language, Page, Tongue};
use crate::web::{self, Answer, redirect};

/// What a link leads to.
pub enum Door {
    /// Answers are taken.
    Open(Box<Visit>),
    /// Sent or declined: one page for both.
    Recorded(Box<Visit>),
    /// The campaign no longer takes answers, or not yet.
    Closed(Box<Visit>),
}

/// One look through a link.
pub struct Visit {
    pub app: App,
    pub token: String,
    pub found: Found,
    pub draft: Draft,
    pub language: Language,
}

impl Door {
    fn of(visit: Visit) -> Self {
        // Taken out of the count, a link shows one page, whether it was used or not.
        let eligible = visit.found.invitation.eligible;
        let open = eligible && sending::takes_answers(&visit.found.campaign, visit.app.today());
        let visit = Box::new(visit);
        match (open, visit.found.answered) {
            (false, _) => Self::Closed(visit),
            (true, true) => Self::Recorded(visit),
            (true, false) => Self::Open(visit),
        }
    }
}

/// The token of a request's link, and the language it asks for.
fn link_of(req: &HttpRequest) -> Result<(App, String, Option<Language>)> {
    Ok((web::app(req)?, web::link::token(req)?, web::asked_language(req)))
}

/// Finds out what the link of this request leads to, and reads through an open one what its page needs, in one look at
/// the database.
pub async fn look<T: Send + 'static>(
    req: &HttpRequest,
    work: impl FnOnce(&mut Conn, &Visit) -> Result<T> + Send + 'static,
) -> Result<std::result::Result<(Box<Visit>, T), Door>> {
    let (app, token, asked) = link_of(req)?;
    let db = app.db.clone();
    db.read(move |conn| {
        let Some(found) = store::find(conn, &token_hash(&token))? else { return Err(nowhere(conn, &token)?) };
        Ok(match Door::of(Visit::new(app, token, found, asked)) {
            Door::Open(visit) => {
                let done = work(conn, &visit)?;
                Ok((visit, done))
            }
            other => Err(other),
        })
    })
    .await
}

/// Why a whole link leads nowhere: it did once, or it was changed on its way.
fn nowhere(conn: &mut Conn, token: &str) -> Result<Error> {
    let was = campaigns::was_link(conn, &token_hash(token))?;
    Ok(if was { Error::Gone } else { web::link::unknown(token) })
}

/// As [`look`], with the page that says why there is nothing to read.
async fn open<T: Send + 'static>(
    req: &HttpRequest,
    work: impl FnOnce(&mut Conn, &Visit) -> Result<T> + Send + 'static,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    match look(req, work).await {
        Ok(Ok(found)) => Ok(found),
        Ok(Err(door)) => Err(ending::ended(req, door)),
        Err(fault) => Err(Err(fault)),
    }
}

/// Does `work` in one write transaction with an open link in hand: two tabs take turns, the draft is as the last one
/// left it, and the campaign does not close meanwhile. Any other link gives its page instead.
async fn turn<T: Send + 'static>(
    req: &HttpRequest,
    work: impl FnOnce(&mut Conn, &mut Visit) -> Result<T> + Send + 'static,
) -> std::result::Result<(Box<Visit>, T), Answer> {
    let (app, token, asked) = match link_of(req) {
        Ok(link) => link,
        Err(fault) => return Err(Err(fault)),
    };
    let db = app.db.clone();
    let done = db
        .write(move |conn| {
            let Some(found) = store::hold(conn, &token_hash(&token))? else { return Err(nowhere(conn, &token)?) };
            Ok(match Door::of(Visit::new(app, token, found, asked)) {
                Door::Open(mut visit) => {
                    let done = work(conn, &mut visit)?;
                    Ok((visit, done))
                }
                other => Err(other),
            })
        })
        .await;
    match done {
        Ok(Ok(done)) => Ok(done),
        // The second of a double click ends where the first did, not at an address that only takes forms.
        Ok(Err(Door::Recorded(mut visit))) => Err(visit.leads_to_end()),
        Ok(Err(door)) => Err(ending::ended(req, door)),
        Err(fault) => Err(Err(fault)),
    }
}

impl Visit {
    fn new(app: App, token: String, found: Found, asked: Option<Language>) -> Self {
        let draft = found.draft.as_ref().and_then(|text| Draft::decrypt(text, &token)).unwrap_or_default();
        let language = asked.or(draft.language).unwrap_or(found.invitation.language);
        Self { app, token, found, draft, language }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.token)
    }

    /// What keeps the language in an address, for a language that neither the draft nor the invitation remembers.
    fn keep(&self) -> String {
        let remembered = self.draft.language.unwrap_or(self.found.invitation.language);
        if self.language == remembered { String::new() } else { format!("?lang={}", self.language.as_str()) }
    }

    /// Leads on, in the same language. From the first step back on, each address is one of its own: some browsers show
    /// the page they have of an address they know, whatever we say of keeping it.
    fn leads(&self, rest: &str) -> Answer {
        let keep = self.keep();
        let turn = match self.draft.turns {
            0 => String::new(),
            turns => format!("{}turn={turns}", if keep.is_empty() { "?" } else { "&" }),
        };
        redirect(&format!("{}{keep}{turn}", self.path(rest)))
    }

    /// Leads to the page of a link whose draft is gone, in the same language, at an address of its own.
    fn leads_to_end(&mut self) -> Answer {
        (self.draft.language, self.draft.turns) = (None, 0);
        self.leads("/end")
    }

    /// The next page is one that was seen before, or is from now on.
    fn turns_back(&mut self) {
        self.draft.turns = self.draft.turns.max(1);
    }

    fn asked(&self, conn: &mut Conn) -> Result<Arc<Asked>> {
        Asked::kept(&self.app, conn, &self.found.campaign.id)
    }

    /// Keeps the draft as it now is.
    fn save(&mut self, conn: &mut Conn) -> Result<()> {
        self.draft.language = Some(self.language);
        if self.draft.turns > 0 {
            self.draft.turns = self.draft.turns.saturating_add(1);
        }
        store::save_draft(conn, &self.found.invitation.id, &self.draft.encrypt(&self.token)?)
    }

    fn page<P: Page>(&self, req: &HttpRequest, page: &P, status: StatusCode) -> Answer {
        let settings = &self.found.settings;
        let mut frame = Frame::plain(self.language, &settings.organisation, req.path());
        frame.languages = Tongue::all(&settings.languages);
        let mut response = web::html_response(self.app.templates.page(&frame, page)?);
        *response.status_mut() = status;
        Ok(response)
    }
}

/// A service as the respondent's pages name it.
#[derive(Debug, Clone, Serialize)]
pub struct Service {
    pub code: SupplierCode,
    pub name: String,
    /// As it stands in a sentence, with its article.
    pub in_sentence: String,
    pub ticked: bool,
}

impl Service {
    fn of(supplier: &Supplier, language: Language, ticked: bool) -> Self {
        Self {
            code: supplier.code.clone(),
            name: supplier.name(language).to_owned(),
            in_sentence: supplier.in_sentence(language).to_owned(),
            ticked,
        }
    }
}

/// The services of a visit's campaign, the proposed ones first.
fn services(conn: &mut Conn, found: &Found) -> Result<Vec<(CampaignSupplier, Supplier, bool)>> {
    let proposed = found.invitation.proposed();
    let mut list: Vec<_> = campaigns::services(conn, &found.campaign.id)?
        .into_iter()
        .map(|(row, supplier)| {
            let first = proposed.contains(&supplier.code);
            (row, supplier, first)
        })
        .collect();
    list.sort_by_key(|(_, _, first)| !first);
    Ok(list)
}
