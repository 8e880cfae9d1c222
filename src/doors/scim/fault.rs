//! What went wrong, as SCIM says it (RFC 7644, 3.12).

use std::fmt;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde_json::{Value, json};

use crate::error::{Error, Say};
use crate::render::{Language, words};
use crate::web::problem::Problem;

pub const MEDIA: &str = "application/scim+json";

crate::words!(
    /// The kinds of faults that SCIM has words for.
    Type {
        InvalidFilter = "invalidFilter",
        InvalidPath = "invalidPath",
        InvalidSyntax = "invalidSyntax",
        InvalidValue = "invalidValue",
        NoTarget = "noTarget",
        Uniqueness = "uniqueness",
    }
);

/// In a box of its own, because every answer may be one.
#[derive(Debug, Clone)]
pub struct Fault(Box<Told>);

#[derive(Debug, Clone)]
struct Told {
    status: StatusCode,
    kind: Option<Type>,
    detail: String,
    /// Of a fault that other doors know too: its headers stand.
    problem: Option<Problem>,
    methods: Option<&'static str>,
}

impl Fault {
    fn new(status: StatusCode, kind: Option<Type>, detail: impl Into<String>) -> Self {
        Self(Box::new(Told { status, kind, detail: detail.into(), problem: None, methods: None }))
    }

    pub fn bad(kind: Type, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, Some(kind), detail)
    }

    pub fn taken(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::CONFLICT, Some(Type::Uniqueness), detail)
    }

    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, None, "There is no such resource.")
    }

    pub fn not_done(what: &str) -> Self {
        Self::new(StatusCode::NOT_IMPLEMENTED, None, format!("{what} is not offered."))
    }

    pub fn not_allowed(methods: &'static str) -> Self {
        let mut fault = Self::new(StatusCode::METHOD_NOT_ALLOWED, None, format!("Allowed: {methods}."));
        fault.0.methods = Some(methods);
        fault
    }

    /// What the rules of a file of people say of the line that this would be.
    pub fn of_line(say: &Say) -> Self {
        let detail = words::say(Language::En, say);
        let taken = ["taken", "held", "shared", "successor"].iter().any(|word| say.key.contains(word));
        if taken { Self::taken(detail) } else { Self::bad(Type::InvalidValue, detail) }
    }

    #[cfg(test)]
    pub fn kind(&self) -> Option<Type> {
        self.0.kind
    }
}

impl From<Problem> for Fault {
    fn from(problem: Problem) -> Self {
        let (status, detail) = problem.told();
        let mut fault = Self::new(status, None, detail);
        fault.0.problem = Some(problem);
        fault
    }
}

impl From<Error> for Fault {
    fn from(fault: Error) -> Self {
        match fault {
            Error::NotFound => Self::not_found(),
            Error::Invalid(say) => Self::of_line(&say),
            other => Problem::from(other).into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.detail)
    }
}

impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        self.0.status
    }

    fn error_response(&self) -> HttpResponse {
        let mut told = json!({
            "schemas": ["urn:ietf:params:scim:api:messages:2.0:Error"],
            "status": self.0.status.as_u16().to_string(),
            "detail": self.0.detail,
        });
        if let (Some(kind), Value::Object(object)) = (self.0.kind, &mut told) {
            object.insert("scimType".to_owned(), Value::from(kind.as_str()));
        }
        let mut response = HttpResponse::build(self.0.status);
        if let Some(problem) = &self.0.problem {
            for (name, value) in problem.error_response().headers() {
                if name != header::CONTENT_TYPE {
                    response.insert_header((name.clone(), value.clone()));
                }
            }
        }
        if let Some(methods) = self.0.methods {
            response.insert_header((header::ALLOW, methods));
        }
        response.content_type(MEDIA).body(told.to_string())
    }
}
