//! The respondent's pages. The link in the path is the capability: no account, no cookie, and a GET writes nothing.

pub mod ending;
pub mod sheet;
pub mod welcome;

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::draft::Draft;
use super::sending;
use super::store::{self, Found};
use crate::app::{App, Settings, token_hash};
use crate::campaign::{CampaignSupplier, store as campaigns};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::Supplier;
use crate::render::{Frame, Language, Page};
use crate::web::{self, Answer};

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

/// A link's token is 43 characters of base64url; anything else never was a link.
fn is_token(text: &str) -> bool {
    text.len() == 43 && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// Finds out what the link of this request leads to. A link nobody has is gone: expired ones are deleted, and the two
/// cannot be told apart.
pub async fn door(req: &HttpRequest) -> Result<Door> {
    let app = web::app(req)?;
    let token = web::part(req, "token")?;
    if !is_token(&token) {
        return Err(Error::NotFound);
    }
    let hash = token_hash(&token);
    let found = app.db.read(move |conn| store::find(conn, &hash)).await?.ok_or(Error::Gone)?;
    let draft = found.draft.as_ref().and_then(|text| Draft::decrypt(text, &token)).unwrap_or_default();
    let language = web::asked_language(req).or(draft.language).unwrap_or(found.invitation.language);
    let open = sending::takes_answers(&found.campaign, app.today());
    let answered = found.answered;
    let visit = Box::new(Visit { app, token, found, draft, language });
    Ok(match (open, answered) {
        (false, _) => Door::Closed(visit),
        (true, true) => Door::Recorded(visit),
        (true, false) => Door::Open(visit),
    })
}

/// The visit of an open link, or the page that says why there is none.
async fn open(req: &HttpRequest) -> std::result::Result<Box<Visit>, Answer> {
    match door(req).await {
        Ok(Door::Open(visit)) => Ok(visit),
        Ok(other) => Err(ending::ended(req, other).await),
        Err(fault) => Err(Err(fault)),
    }
}

impl Visit {
    pub fn path(&self, rest: &str) -> String {
        format!("/r/{}{rest}", self.token)
    }

    /// Reads what a page needs beside the visit, together with the organisation's words.
    async fn read<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn, &Found) -> Result<T> + Send + 'static,
    ) -> Result<(T, Settings)> {
        let campaign = self.found.campaign.clone();
        let invitation = self.found.invitation.clone();
        self.app
            .db
            .read(move |conn| {
                let found = Found { invitation, campaign, answered: false, draft: None };
                Ok((work(conn, &found)?, Settings::load(conn)?))
            })
            .await
    }

    /// Changes the draft as it stands in the database (another tab may have saved meanwhile), in one transaction.
    async fn change_draft(&self, change: impl FnOnce(&mut Draft) + Send + 'static) -> Result<()> {
        let (token, hash, language) = (self.token.clone(), token_hash(&self.token), self.language);
        let today = self.app.today();
        self.app
            .db
            .write(move |conn| {
                let Some(found) = store::hold(conn, &hash)? else { return Err(Error::Gone) };
                // A draft written after the closing emptied the table would stay for ever.
                if found.answered || !sending::still_open(conn, &found.invitation, today)? {
                    return Ok(());
                }
                let mut draft = found.draft.and_then(|text| Draft::decrypt(&text, &token)).unwrap_or_default();
                draft.language = Some(language);
                change(&mut draft);
                store::save_draft(conn, &found.invitation.id, &draft.encrypt(&token)?)
            })
            .await
    }

    fn page<P: Page>(&self, req: &HttpRequest, settings: &Settings, page: &P, status: StatusCode) -> Answer {
        let frame = Frame::plain(self.language, &settings.organisation, req.path());
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
