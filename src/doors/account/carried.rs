//! What goes with somebody from the start of a sign-in to its end, in a cookie of ten minutes: a moment and a number of
//! chance. State, nonce and code verifier are derived from it with the link key, so that whoever comes back is who left,
//! on whatever machine, and nothing is stored.

use actix_web::HttpRequest;
use actix_web::cookie::{Cookie, SameSite, time};

use crate::app::{App, LinkKey};
use crate::clock::Moment;
use crate::db::ids::random_key;

/// So long somebody may take at the provider.
const MINUTES: i64 = 10;

/// What is sent along, and comes back.
pub struct Carried {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
}

impl Carried {
    fn of(key: &LinkKey, secret: &str) -> Self {
        let derived = |purpose| key.token(purpose, secret);
        Self { state: derived("account state"), nonce: derived("account nonce"), verifier: derived("account verifier") }
    }

    /// A new one, and the cookie it travels in.
    pub fn begin(app: &App) -> (Self, Cookie<'static>) {
        let secret = format!("{}.{}{}", seconds(app.clock.now()), random_key(), random_key());
        let carried = Self::of(&app.link_key, &secret);
        (carried, cookie(app, secret))
    }

    /// What the browser carries, if it was given in the last minutes.
    pub fn back(req: &HttpRequest, app: &App) -> Option<Self> {
        let cookie = req.cookie(name(app))?;
        let since: i64 = cookie.value().split_once('.')?.0.parse().ok()?;
        let age = seconds(app.clock.now()).checked_sub(since)?;
        (0..=MINUTES * 60).contains(&age).then(|| Self::of(&app.link_key, cookie.value()))
    }
}

/// The cookie that takes it away: it serves once.
pub fn forget(app: &App) -> Cookie<'static> {
    let mut gone = cookie(app, String::new());
    gone.set_max_age(time::Duration::ZERO);
    gone
}

fn seconds(moment: Moment) -> i64 {
    moment.to_jiff().as_second()
}

fn name(app: &App) -> &'static str {
    if app.config.is_https() { "__Host-signing-in" } else { "signing-in" }
}

/// `Lax`, because whoever comes back comes from another site.
fn cookie(app: &App, value: String) -> Cookie<'static> {
    Cookie::build(name(app), value)
        .path("/")
        .http_only(true)
        .secure(app.config.is_https())
        .same_site(SameSite::Lax)
        .max_age(time::Duration::minutes(MINUTES))
        .finish()
}
