//! Errors as pages: what happened and the way out, in the reader's language, with an id to quote and no trace.

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpMessage, HttpRequest, HttpResponse, ResponseError};
use serde::Serialize;

use super::form::Typed;
use super::problem::Problem;
use crate::app::Settings;
use crate::db::ids;
use crate::error::{Error, Say};
use crate::render::{Frame, Page};

#[cfg(debug_assertions)]
mod samples;

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound | Self::Absent(_) | Self::Damaged(_) => StatusCode::NOT_FOUND,
            Self::NotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Forbidden | Self::Forged => StatusCode::FORBIDDEN,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Gone => StatusCode::GONE,
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::TooSlow => StatusCode::REQUEST_TIMEOUT,
            Self::Unavailable(_) | Self::Setup(_) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Internal(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn error_response(&self) -> HttpResponse {
        // The page itself is written by the middleware below, which knows the request.
        HttpResponse::build(self.status_code()).finish()
    }
}

#[derive(Serialize)]
pub struct FailurePage {
    title: &'static str,
    what: Say,
    id: Option<String>,
    sign_in: bool,
    /// Whom to ask about a link that does not work.
    contact: Option<String>,
    /// What was typed and could not be taken, to be sent again.
    again: Option<Again>,
}

#[derive(Serialize)]
struct Again {
    action: String,
    fields: Vec<(String, String)>,
}

impl Page for FailurePage {
    const TEMPLATE: &'static str = "failure.html";
    const EVERY_LANGUAGE: bool = true;
}

fn page_of(fault: &Error, id: Option<String>) -> FailurePage {
    let (title, what) = match fault {
        Error::NotFound => ("error-not-found-title", Say::new("error-not-found")),
        Error::Absent(say) => ("error-not-found-title", say.clone()),
        Error::Forbidden => ("error-forbidden-title", Say::new("error-forbidden")),
        Error::Forged => ("error-forged-title", Say::new("error-forged")),
        Error::SignInNeeded => ("error-sign-in-title", Say::new("error-sign-in")),
        Error::Gone => ("error-gone-title", Say::new("error-gone")),
        Error::Damaged(say) => ("link-damaged-title", say.clone()),
        Error::NotAllowed => ("error-method-title", Say::new("error-method")),
        Error::Invalid(say) => ("error-invalid-title", say.clone()),
        Error::TooLarge => ("error-too-large-title", Say::new("error-too-large")),
        Error::TooSlow => ("error-too-slow-title", Say::new("error-too-slow")),
        Error::Unavailable(_) | Error::Setup(_) => ("error-unavailable-title", Say::new("error-unavailable")),
        Error::Internal(_) => ("error-internal-title", Say::new("error-internal")),
    };
    FailurePage {
        title,
        what,
        id,
        sign_in: matches!(fault, Error::SignInNeeded | Error::Forbidden),
        contact: None,
        again: None,
    }
}

/// Whom to ask about a link: people who cannot sign in have nobody else.
async fn contact(fault: &Error, request: &HttpRequest) -> Option<String> {
    let app = super::request::app(request).ok().filter(|_| matches!(fault, Error::Damaged(_) | Error::Gone))?;
    let settings = app.db.read(Settings::load).await.ok()?;
    Some(settings.hr_contact).filter(|contact| !contact.is_empty())
}

impl FailurePage {
    fn with(self, again: Option<Again>) -> Self {
        let what = if again.is_some() { Say::new("error-unavailable-typed") } else { self.what };
        Self { what, again, ..self }
    }
}

/// What this request's form held, where it may be sent again as it is.
fn again(fault: &Error, request: &HttpRequest) -> Option<Again> {
    let extensions = request.extensions();
    let typed = extensions.get::<Typed>().filter(|_| matches!(fault, Error::Unavailable(_)))?;
    Some(Again { action: super::request::path_and_query(request).to_owned(), fields: typed.0.clone() })
}

/// Writes the page of a failed request; a plain actix error (a path too odd for our extractors) becomes ours first.
pub async fn page<B: MessageBody + 'static>(
    req: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let response = next.call(req).await?;
    let fault = match response.response().error() {
        Some(fault) => own(fault.as_error::<Error>(), response.status()),
        None if response.status() == StatusCode::METHOD_NOT_ALLOWED => Error::NotAllowed,
        None => return Ok(response.map_into_boxed_body()),
    };
    let request = response.request().clone();
    if FOR_PROGRAMS.iter().any(|start| request.path().starts_with(start)) {
        return Ok(for_programs(response, &fault));
    }
    if matches!(fault, Error::SignInNeeded) && request.method() == actix_web::http::Method::GET {
        let away = HttpResponse::SeeOther().insert_header((header::LOCATION, "/sign-in")).finish();
        return Ok(ServiceResponse::new(request, away));
    }
    let id = match &fault {
        Error::Internal(_) | Error::Unavailable(_) => {
            let id = super::request::app(&request).map(|app| ids::sortable(app.clock.now())).unwrap_or_default();
            // The path of an answer is never logged: it holds the link.
            tracing::error!(id, %fault, "a request failed");
            Some(id)
        }
        _ => None,
    };
    let language = match &fault {
        // The database may be what failed.
        Error::Internal(_) | Error::Unavailable(_) => super::request::language(&request),
        _ => super::response::reader_language(&request).await,
    };
    let contact = contact(&fault, &request).await;
    let html = super::request::app(&request).and_then(|app| {
        let frame = Frame::plain(language, "", "/");
        let page = FailurePage { contact, ..page_of(&fault, id).with(again(&fault, &request)) };
        app.templates.page(&frame, &page)
    });
    let mut answer = HttpResponse::build(fault.status_code());
    answer.content_type("text/html; charset=utf-8");
    if matches!(fault, Error::NotAllowed) {
        answer.insert_header((header::ALLOW, "GET, HEAD, POST"));
    }
    if matches!(fault, Error::Unavailable(_)) {
        answer.insert_header((header::RETRY_AFTER, "5"));
    }
    Ok(ServiceResponse::new(request, answer.body(html.unwrap_or_default())))
}

/// Addresses that programs ask for.
const FOR_PROGRAMS: [&str; 2] = ["/api/", "/scim/"];

/// The same faults without a page.
fn for_programs<B: MessageBody + 'static>(response: ServiceResponse<B>, fault: &Error) -> ServiceResponse<BoxBody> {
    // Said already, as programs read it.
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if kind.is_some_and(|kind| kind.starts_with("application/")) {
        return response.map_into_boxed_body();
    }
    if matches!(fault, Error::Internal(_) | Error::Unavailable(_)) {
        tracing::error!(%fault, "a request of a program failed");
    }
    let request = response.request().clone();
    ServiceResponse::new(request, Problem::from(fault.clone()).error_response())
}

fn own(fault: Option<&Error>, status: StatusCode) -> Error {
    match fault {
        Some(fault) => fault.clone(),
        None if status.is_client_error() => match status {
            StatusCode::NOT_FOUND => Error::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => Error::NotAllowed,
            StatusCode::PAYLOAD_TOO_LARGE => Error::TooLarge,
            _ => Error::invalid("error-not-a-form"),
        },
        None => Error::Internal(format!("status {status}")),
    }
}
