//! Who may come: a key that brings people.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest};
use serde_json::{Map, Value};

use super::fault::{Fault, Type};
use crate::doors::api::guard::key;
use crate::doors::api::keys::{Key, Scope};
use crate::web::form::Body;

/// A key that brings people.
pub struct BringsPeople(pub Key);

impl FromRequest for BringsPeople {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
        let req = req.clone();
        Box::pin(async move { Ok(Self(key(&req, Scope::People).await?)) })
    }
}

/// The JSON object that a request brings.
pub struct Sent(pub Map<String, Value>);

impl FromRequest for Sent {
    type Error = Fault;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Fault>>>>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let kind = req.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let body = Body::from_request(req, payload);
        Box::pin(async move {
            let body = body.await?;
            if !matches!(kind.as_str(), "application/scim+json" | "application/json") {
                return Err(Fault::bad(Type::InvalidSyntax, "Send Content-Type: application/scim+json."));
            }
            serde_json::from_slice(&body.0)
                .map(Self)
                .map_err(|fault| Fault::bad(Type::InvalidSyntax, format!("Write a JSON object: {fault}")))
        })
    }
}
