//! What people typed: read with a limit and a deadline, cleaned, and, for staff, only with our own form's token.

use std::future::Future;
use std::pin::Pin;
use std::time::Duration;

use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpMessage, HttpRequest};
use futures_util::StreamExt;
use subtle::ConstantTimeEq;

use super::problem::Problem;
use super::session;
use super::typed::clean;
use crate::error::{Error, Result};

/// Accents cost six bytes in a form; a full answer page stays far below.
const FORM_LIMIT: usize = 64 * 1024;
const BODY_LIMIT: usize = 1024 * 1024;
const UPLOAD_LIMIT: usize = 10 * 1024 * 1024;
/// actix never cuts a slow body; we do.
const DEADLINE: Duration = Duration::from_secs(15);

/// The fields of a staff form, whose token was checked.
pub struct Fields(Vec<(String, String)>);

/// The fields of a form that needs no token: the link in the path is the capability.
pub struct OpenFields(pub Fields);

impl Fields {
    /// For code that has no request: tests, samples.
    pub fn of(pairs: &[(&str, &str)]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    /// The text of `name`, cleaned; empty when it was not sent. Sent twice: refused.
    pub fn text(&self, name: &str) -> Result<String> {
        let mut values = self.0.iter().filter(|(key, _)| key == name);
        let value = values.next().map(|(_, value)| clean(value)).unwrap_or_default();
        if values.next().is_some() {
            return Err(Error::invalid("error-doubled-field"));
        }
        Ok(value)
    }

    pub fn optional(&self, name: &str) -> Result<Option<String>> {
        Ok(Some(self.text(name)?).filter(|text| !text.is_empty()))
    }

    /// Every value of a list of check boxes.
    pub fn all(&self, name: &str) -> Vec<String> {
        self.0.iter().filter(|(key, _)| key == name).map(|(_, value)| clean(value)).collect()
    }

    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(key, _)| key == name)
    }

    /// The fields whose name begins with `prefix`, without it.
    pub fn under<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, String)> + 'a {
        self.0.iter().filter_map(move |(key, value)| key.strip_prefix(prefix).map(|rest| (rest, clean(value))))
    }
}

async fn body(mut payload: Payload, limit: usize, deadline: Duration) -> Result<Vec<u8>> {
    let read = async {
        let mut body = Vec::new();
        while let Some(chunk) = payload.next().await {
            let chunk = chunk.map_err(|_| Error::invalid("error-broken-body"))?;
            if body.len() + chunk.len() > limit {
                return Err(Error::TooLarge);
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    };
    tokio::time::timeout(deadline, read).await.map_err(|_| Error::TooSlow)?
}

async fn fields(req: &HttpRequest, payload: Payload) -> Result<Fields> {
    let form = req.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if !form.is_empty() && !form.starts_with("application/x-www-form-urlencoded") {
        return Err(Error::invalid("error-not-a-form"));
    }
    let body = body(payload, FORM_LIMIT, DEADLINE).await?;
    let pairs: Vec<(String, String)> =
        serde_urlencoded::from_bytes(&body).map_err(|_| Error::invalid("error-not-a-form"))?;
    req.extensions_mut().insert(Typed(pairs.clone()));
    Ok(Fields(pairs))
}

/// What a request brought, kept beside it: a page that says that the database is away offers to send it again.
pub struct Typed(pub Vec<(String, String)>);

fn check_token(req: &HttpRequest, given: &str) -> Result<()> {
    let expected = session::csrf_of(req)?;
    if bool::from(expected.as_bytes().ct_eq(given.as_bytes())) { Ok(()) } else { Err(Error::Forged) }
}

type Extracting<T> = Pin<Box<dyn Future<Output = Result<T>>>>;

impl FromRequest for Fields {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let fields = fields(&req, payload).await?;
            check_token(&req, &fields.text("csrf")?)?;
            Ok(fields)
        })
    }
}

impl FromRequest for OpenFields {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move { Ok(Self(fields(&req, payload).await?)) })
    }
}

/// A body that is read as it is, for programs.
pub struct Body(pub Vec<u8>);

impl FromRequest for Body {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = std::result::Result<Self, Problem>>>>;

    fn from_request(_: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let payload = payload.take();
        Box::pin(async move { Ok(Self(body(payload, BODY_LIMIT, DEADLINE).await?)) })
    }
}

/// A staff form with a file in it.
pub struct Upload {
    pub fields: Fields,
    pub file: Vec<u8>,
}

/// An upload, or what is wrong with it: a page that takes it so says first who may not send any.
pub type Sent = std::result::Result<Upload, Error>;

impl FromRequest for Upload {
    type Error = Error;
    type Future = Extracting<Self>;

    fn from_request(req: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let (req, payload) = (req.clone(), payload.take());
        Box::pin(async move {
            let upload = tokio::time::timeout(DEADLINE, parts(&req, payload)).await.map_err(|_| Error::TooSlow)??;
            check_token(&req, &upload.fields.text("csrf")?)?;
            Ok(upload)
        })
    }
}

async fn parts(req: &HttpRequest, payload: Payload) -> Result<Upload> {
    let broken = || Error::invalid("error-broken-body");
    let mut multipart = actix_multipart::Multipart::new(req.headers(), payload);
    let (mut pairs, mut file, mut size) = (Vec::new(), Vec::new(), 0);
    while let Some(part) = multipart.next().await {
        let mut part = part.map_err(|_| broken())?;
        let name = part.name().unwrap_or_default().to_owned();
        let mut content = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(|_| broken())?;
            size += chunk.len();
            if size > UPLOAD_LIMIT {
                return Err(Error::TooLarge);
            }
            content.extend_from_slice(&chunk);
        }
        if name == "file" {
            file = content;
        } else {
            pairs.push((name, String::from_utf8(content).map_err(|_| broken())?));
        }
    }
    Ok(Upload { fields: Fields(pairs), file })
}

#[cfg(test)]
mod tests {
    use actix_web::web::Bytes;
    use futures_util::stream::{self, StreamExt};

    use super::*;

    #[actix_web::test]
    async fn a_body_that_never_ends_is_cut() {
        assert_eq!(DEADLINE, Duration::from_secs(15));
        let begun = stream::iter([Ok(Bytes::from_static(b"email=a"))]).chain(stream::pending());
        let payload: Payload = Payload::Stream { payload: Box::pin(begun) };
        let outcome = body(payload, FORM_LIMIT, Duration::from_millis(50)).await;
        assert!(matches!(outcome, Err(Error::TooSlow)), "{outcome:?}");
    }

    #[actix_web::test]
    async fn a_body_without_end_is_refused_at_the_limit() {
        let flood = stream::repeat_with(|| Ok(Bytes::from_static(&[b'a'; 1024])));
        let payload: Payload = Payload::Stream { payload: Box::pin(flood) };
        let outcome = body(payload, FORM_LIMIT, DEADLINE).await;
        assert!(matches!(outcome, Err(Error::TooLarge)), "{outcome:?}");
    }
}
