//! Who may come: a key in the `Authorization` header, that stands, opens this, and does not come too often.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::header::AUTHORIZATION;
use actix_web::{FromRequest, HttpRequest};

use super::keys::{Key, Scope, Standing};
use super::store;
use crate::web;
use crate::web::problem::{Kind, Problem};

/// Names under which a key might be put into an address, where logs would keep it.
const IN_ADDRESS: [&str; 6] = ["key", "api_key", "apikey", "token", "access_token", "authorization"];

/// The key that a request brings, which opens `scope`.
pub async fn key(req: &HttpRequest, scope: Scope) -> Result<Key, Problem> {
    let app = web::app(req)?;
    if IN_ADDRESS.iter().any(|name| web::query(req, name).is_some()) {
        let told =
            "Send it as Authorization: Bearer …; this one should be revoked, since addresses are logged on the way.";
        return Err(Problem::new(Kind::KeyInAddress, told));
    }
    let given = req.headers().get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let secret = given.and_then(|text| {
        let (scheme, secret) = text.split_once(' ')?;
        scheme.eq_ignore_ascii_case("bearer").then(|| secret.trim().to_owned())
    });
    let Some(secret) = secret else { return Err(Problem::new(Kind::NoKey, "Send Authorization: Bearer and the key.")) };
    let today = app.today();
    let found = app.db.read(move |conn| store::of_secret(conn, &secret)).await?;
    let Some(key) = found else { return Err(Problem::new(Kind::UnknownKey, "")) };
    match key.standing(today) {
        Standing::Valid => {}
        Standing::Waits => return Err(Problem::new(Kind::KeyWaits, "Somebody with the role hr has to agree to it.")),
        Standing::Ended | Standing::Revoked => {
            return Err(Problem::new(Kind::KeyEnded, "Ask an administrator for another."));
        }
    }
    if let Some(wait) = app.api_calls.wait(&key.id) {
        return Err(Problem::too_many(wait));
    }
    if !key.scopes.contains(&scope) {
        return Err(Problem::new(Kind::OutOfScope, format!("It needs the scope {}.", scope.as_str())));
    }
    if key.used_on != Some(today) {
        let id = key.id.clone();
        app.db.write(move |conn| store::mark_used(conn, &id, today)).await?;
    }
    Ok(key)
}

macro_rules! opened_by {
    ($(#[$doc:meta])* $name:ident, $scope:expr) => {
        $(#[$doc])*
        pub struct $name(#[allow(dead_code, reason = "some only need that there is one")] pub Key);
        impl FromRequest for $name {
            type Error = Problem;
            type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;
            fn from_request(req: &HttpRequest, _: &mut Payload) -> Self::Future {
                let req = req.clone();
                Box::pin(async move { key(&req, $scope).await.map(Self) })
            }
        }
    };
}

opened_by!(
    /// A key that reads what was published.
    ReadsResults,
    Scope::Results
);
opened_by!(
    /// A key that reads who works where and who serves whom.
    ReadsOrganisation,
    Scope::Organisation
);
opened_by!(
    /// A key that brings measurements.
    BringsMeasurements,
    Scope::Measurements
);
