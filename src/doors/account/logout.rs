//! The token by which a provider says that somebody's session there has ended (OpenID Connect Back-Channel Logout 1.0).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use openidconnect::core::{CoreJsonWebKey, CoreJwsSigningAlgorithm};
use openidconnect::{JsonWebKey, JsonWebKeySet, JwsSigningAlgorithm};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::clock::Moment;

/// By how many seconds a provider's clock and ours may differ.
pub const CLOCKS: i64 = 300;
const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// One session of the provider, or all of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ended {
    Session(String),
    Account(String),
}

#[derive(Deserialize)]
struct Header {
    alg: CoreJwsSigningAlgorithm,
    kid: Option<String>,
    crit: Option<Value>,
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    aud: OneOrMore,
    iat: i64,
    exp: Option<i64>,
    sub: Option<String>,
    sid: Option<String>,
    nonce: Option<Value>,
    events: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

fn part<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| "not base64url")?;
    serde_json::from_slice(&bytes).map_err(|fault| fault.to_string())
}

/// Reads a logout token made out to `client` by `issuer`; a token of another kind, or one nobody signed, is refused.
pub fn read(
    token: &str,
    keys: &JsonWebKeySet<CoreJsonWebKey>,
    issuer: &str,
    client: &str,
    now: Moment,
) -> Result<Ended, String> {
    let mut parts = token.split('.');
    let (Some(head), Some(body), Some(signature), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err("not a signed token".to_owned());
    };
    let header: Header = part(head)?;
    if header.alg.uses_shared_secret() || header.alg == CoreJwsSigningAlgorithm::None || header.crit.is_some() {
        return Err("signed in a way we do not take".to_owned());
    }
    let signature = URL_SAFE_NO_PAD.decode(signature).map_err(|_| "not base64url")?;
    let signed = format!("{head}.{body}");
    let named =
        |key: &&CoreJsonWebKey| header.kid.is_none() || key.key_id().map(|id| id.as_str()) == header.kid.as_deref();
    let holds = |key: &CoreJsonWebKey| key.verify_signature(&header.alg, signed.as_bytes(), &signature).is_ok();
    if !keys.keys().iter().filter(named).any(holds) {
        return Err("signed by nobody we know".to_owned());
    }
    let claims: Claims = part(body)?;
    let now = now.to_jiff().as_second();
    let to_us = match &claims.aud {
        OneOrMore::One(one) => one == client,
        OneOrMore::More(all) => all.iter().any(|one| one == client),
    };
    if claims.iss != issuer || !to_us {
        return Err("made out by or to somebody else".to_owned());
    }
    if claims.iat > now + CLOCKS || claims.exp.unwrap_or(claims.iat + CLOCKS) < now - CLOCKS {
        return Err("too old, or of the future".to_owned());
    }
    // An ID token must not end sessions: it carries a nonce and no such event.
    if claims.nonce.is_some() || !claims.events.get(EVENT).is_some_and(Value::is_object) {
        return Err("not a logout token".to_owned());
    }
    match (claims.sid, claims.sub) {
        (Some(session), _) => Ok(Ended::Session(session)),
        (None, Some(account)) => Ok(Ended::Account(account)),
        (None, None) => Err("it names neither session nor account".to_owned()),
    }
}
