//! What went wrong, for programs (RFC 9457): the same faults as on pages, as `application/problem+json`.

use std::fmt;
use std::time::Duration;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;

use crate::error::Error;
use crate::render::{Language, words};

/// Where the kinds of problems are told.
pub const PAGE: &str = "/api";

/// In a box of its own, because every answer may be one.
#[derive(Debug, Clone)]
pub struct Problem(Box<Told>);

#[derive(Debug, Clone, Serialize)]
struct Told {
    /// `/api#` and its kind: the page says what to do.
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    #[serde(skip_serializing_if = "String::is_empty")]
    detail: String,
    /// What is wrong with which item of what was sent.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Wrong>,
    #[serde(skip)]
    wait: Option<Duration>,
    #[serde(skip)]
    methods: Option<&'static str>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Wrong {
    /// Counted from 0.
    pub index: u64,
    pub detail: String,
}

crate::words!(
    /// What a problem is about; the page tells each.
    Kind {
        NoKey = "no-key",
        UnknownKey = "unknown-key",
        KeyEnded = "key-ended",
        KeyWaits = "key-waits",
        KeyInAddress = "key-in-address",
        OutOfScope = "out-of-scope",
        TooMany = "too-many",
        NotFound = "not-found",
        NotAllowed = "not-allowed",
        NotJson = "not-json",
        TooLarge = "too-large",
        TooSlow = "too-slow",
        Invalid = "invalid",
        Unavailable = "unavailable",
        Internal = "internal",
    }
);

impl Kind {
    fn told(self) -> (StatusCode, &'static str) {
        match self {
            Self::NoKey => (StatusCode::UNAUTHORIZED, "A key is needed"),
            Self::UnknownKey => (StatusCode::UNAUTHORIZED, "The key is not known"),
            Self::KeyEnded => (StatusCode::UNAUTHORIZED, "The key has ended"),
            Self::KeyWaits => (StatusCode::FORBIDDEN, "The key waits for HR"),
            Self::KeyInAddress => (StatusCode::BAD_REQUEST, "A key does not belong in an address"),
            Self::OutOfScope => (StatusCode::FORBIDDEN, "The key does not open this"),
            Self::TooMany => (StatusCode::TOO_MANY_REQUESTS, "Too many requests"),
            Self::NotFound => (StatusCode::NOT_FOUND, "Nothing here"),
            Self::NotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "This method does nothing here"),
            Self::NotJson => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "JSON is needed"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "Too large"),
            Self::TooSlow => (StatusCode::REQUEST_TIMEOUT, "Too slow"),
            Self::Invalid => (StatusCode::BAD_REQUEST, "The request cannot be taken as it is"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "Temporarily unavailable"),
            Self::Internal => (StatusCode::INTERNAL_SERVER_ERROR, "A fault of ours"),
        }
    }
}

impl Problem {
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        let (status, title) = kind.told();
        Self(Box::new(Told {
            kind: format!("{PAGE}#{}", kind.as_str()),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            wait: None,
            methods: None,
        }))
    }

    /// Nothing of what was sent was taken, because of these.
    pub fn wrong(errors: Vec<Wrong>) -> Self {
        let mut problem =
            Self::new(Kind::Invalid, "Nothing was written. What is wrong with which item stands in errors.");
        problem.0.status = StatusCode::UNPROCESSABLE_ENTITY.as_u16();
        problem.0.errors = errors;
        problem
    }

    pub fn too_many(wait: Duration) -> Self {
        Self::new(Kind::TooMany, "Wait as long as Retry-After says.").after(wait)
    }

    pub fn not_allowed(methods: &'static str) -> Self {
        let mut problem = Self::new(Kind::NotAllowed, format!("Allowed: {methods}."));
        problem.0.methods = Some(methods);
        problem
    }

    /// Its status, and what it says.
    pub fn told(&self) -> (StatusCode, String) {
        let detail = if self.0.detail.is_empty() { String::new() } else { format!(": {}", self.0.detail) };
        (self.status_code(), format!("{}{detail}", self.0.title))
    }

    fn after(mut self, wait: Duration) -> Self {
        self.0.wait = Some(wait);
        self
    }
}

impl From<Error> for Problem {
    fn from(fault: Error) -> Self {
        match fault {
            Error::NotFound => Self::new(Kind::NotFound, ""),
            Error::Absent(say) | Error::Damaged(say) => Self::new(Kind::NotFound, words::say(Language::En, &say)),
            Error::NotAllowed => Self::not_allowed("GET, HEAD"),
            Error::Invalid(say) => Self::new(Kind::Invalid, words::say(Language::En, &say)),
            Error::TooLarge => Self::new(Kind::TooLarge, ""),
            Error::TooSlow => Self::new(Kind::TooSlow, ""),
            Error::Forbidden | Error::SignInNeeded | Error::Forged | Error::Gone => Self::new(Kind::NoKey, ""),
            Error::Unavailable(_) | Error::Setup(_) => Self::new(Kind::Unavailable, "").after(Duration::from_secs(5)),
            Error::Internal(_) => Self::new(Kind::Internal, ""),
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0.title, self.0.detail)
    }
}

impl ResponseError for Problem {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.0.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        response.content_type("application/problem+json");
        if self.status_code() == StatusCode::UNAUTHORIZED {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer realm=\"barometer\""));
        }
        if let Some(wait) = self.0.wait {
            response.insert_header((header::RETRY_AFTER, wait.as_secs_f64().ceil().max(1.0).to_string()));
        }
        if let Some(methods) = self.0.methods {
            response.insert_header((header::ALLOW, methods));
        }
        response.body(serde_json::to_vec(&self.0).unwrap_or_default())
    }
}
