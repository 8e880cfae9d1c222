//! One look through a link: what it leads to, the draft behind it, and how its pages are made.

use std::sync::Arc;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use crate::answering::asked::{Asked, Part};
use crate::answering::draft::Draft;
use crate::answering::sending;
use crate::answering::store::{self, Found};
use crate::app::{App, digest, token_hash};
use crate::campaign::{CampaignSupplier, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::Supplier;
use crate::render::{Frame, Language, Page, Tongue};
use crate::web::packing::{self, Mould};
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
    /// The draft is written in the place of the one that was read: see [`rewrite`].
    pub(super) replaces: bool,
    /// It was not, because that one was gone.
    pub(super) came_late: bool,
}

impl Door {
    pub(super) fn of(visit: Visit) -> Self {
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
pub(super) fn link_of(req: &HttpRequest) -> Result<(App, String, Option<Language>)> {
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
    db.look(move |conn| {
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
pub(super) fn nowhere(conn: &mut Conn, token: &str) -> Result<Error> {
    let was = campaigns::was_link(conn, &token_hash(token))?;
    Ok(if was { Error::Gone } else { web::link::unknown(token) })
}

impl Visit {
    pub(super) fn new(app: App, token: String, found: Found, asked: Option<Language>) -> Self {
        let draft = found.draft.as_ref().and_then(|text| Draft::decrypt(text, &token)).unwrap_or_default();
        let language = asked.or(draft.language).unwrap_or(found.invitation.language);
        Self { app, token, found, draft, language, replaces: false, came_late: false }
    }

    pub fn path(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.token)
    }

    /// What keeps the language in an address, for a language that neither the draft nor the invitation remembers.
    pub(super) fn keep(&self) -> String {
        let remembered = self.draft.language.unwrap_or(self.found.invitation.language);
        if self.language == remembered { String::new() } else { format!("?lang={}", self.language.as_str()) }
    }

    /// Leads on, in the same language. From the first step back on, each address is one of its own: some browsers show
    /// the page they have of an address they know, whatever we say of keeping it.
    pub(super) fn leads(&self, rest: &str) -> Answer {
        let keep = self.keep();
        let turn = match self.draft.turns {
            0 => String::new(),
            turns => format!("{}turn={turns}", if keep.is_empty() { "?" } else { "&" }),
        };
        redirect(&format!("{}{keep}{turn}", self.path(rest)))
    }

    /// Leads to the page of a link whose draft is gone, in the same language, at an address of its own.
    pub(super) fn leads_to_end(&mut self) -> Answer {
        (self.draft.language, self.draft.turns) = (None, 0);
        self.leads("/end")
    }

    /// The next page is one that was seen before, or is from now on.
    pub(super) fn turns_back(&mut self) {
        self.draft.turns = self.draft.turns.max(1);
    }

    /// The services of the campaign as they are called today, in the order of their names.
    pub(super) fn services(&self, conn: &mut Conn) -> Result<Arc<Services>> {
        let (campaign, mark) = (&self.found.campaign.id, &self.found.settings.suppliers_mark);
        self.app.kept.get(&format!("services {campaign} {mark}"), || campaigns::services(conn, campaign))
    }

    /// The service whose team somebody is asked as. Whoever says that the department is not theirs is of no team.
    pub(super) fn team(&self) -> Option<&SupplierCode> {
        self.found.invitation.mirror.as_ref().filter(|_| !self.draft.outside)
    }

    /// The pages of the services chosen so far.
    pub(super) fn pages(&self, asked: &Asked) -> Vec<Part> {
        asked.pages(self.draft.chosen.as_deref().unwrap_or_default(), self.team(), self.language)
    }

    pub(super) fn asked(&self, conn: &mut Conn) -> Result<Arc<Asked>> {
        Asked::kept(&self.app, conn, &self.found.campaign.id)
    }

    /// Keeps the draft as it now is.
    pub(super) fn save(&mut self, conn: &mut Conn) -> Result<()> {
        self.draft.language = Some(self.language);
        if self.draft.turns > 0 {
            self.draft.turns = self.draft.turns.saturating_add(1);
        }
        let text = self.draft.encrypt(&self.token)?;
        match conn {
            Conn::Pg(pg) if self.replaces => self.came_late = !store::replace_draft(pg, &self.found, &text)?,
            _ => store::save_draft(conn, &self.found.invitation.id, &text)?,
        }
        Ok(())
    }

    /// Sends the draft as it now is.
    pub(super) fn send(&mut self, conn: &mut Conn, asked: &Asked) -> Result<()> {
        match conn {
            Conn::Pg(pg) if self.replaces => {
                self.came_late = !sending::send_in_place(pg, &self.found, &self.draft, asked)?;
            }
            _ => drop(sending::send_held(conn, &self.found.invitation, &self.draft, asked)?),
        }
        Ok(())
    }

    pub fn page<P: Page>(&self, req: &HttpRequest, page: &P, status: StatusCode) -> Answer {
        let frame = self.frame(req.path());
        let mut response = web::html_response(self.app.templates.page(&frame, page)?);
        *response.status_mut() = status;
        Ok(response)
    }

    pub(super) fn frame(&self, path: &str) -> Frame {
        let settings = &self.found.settings;
        let mut frame = Frame::plain(self.language, &settings.organisation, path);
        frame.languages = Tongue::all(&settings.languages);
        frame
    }

    /// A page on which nobody has answered yet is the same for all who see the same, but for their link: it is made once.
    /// `about` is all that it depends on beside the frame, without the link.
    pub(super) fn common_page<P: Page>(
        &self,
        req: &HttpRequest,
        about: &impl Serialize,
        page: impl FnOnce() -> P,
    ) -> Answer {
        if !packing::takes_gzip(req.headers()) {
            return self.page(req, &page(), StatusCode::OK);
        }
        let about = serde_json::to_vec(&(P::TEMPLATE, &self.frame(""), &self.found.campaign.id, about))?;
        let mould = self.app.pages.get(&digest(&about), || {
            Mould::of(&self.app.templates.page(&self.frame(req.path()), &page())?, &self.token)
        })?;
        Ok(web::packed_response(mould.gzip(&self.token)?))
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
    pub(super) fn of(supplier: &Supplier, language: Language, ticked: bool) -> Self {
        Self {
            code: supplier.code.clone(),
            name: supplier.name(language).to_owned(),
            in_sentence: supplier.in_sentence(language).to_owned(),
            ticked,
        }
    }
}

/// The services of a campaign: what its opening copied of each, and the service.
pub(super) type Services = Vec<(CampaignSupplier, Supplier)>;
