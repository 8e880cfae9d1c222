//! Sending what waits, one at a time to each address, in order. What is not taken is tried again as mails are, for a day;
//! an address that says it is gone is put off.

use futures_util::future::join_all;
use http::header::CONTENT_TYPE;

use super::{Delivery, State, Webhook, payload, store};
use crate::app::{App, Settings};
use crate::db;
use crate::error::{Error, Result};
use crate::mail::faults;
use crate::render::Language;
use crate::web::outgoing;

/// Tells what is due; true when there was anything.
pub async fn deliver_due(app: &App) -> Result<bool> {
    let clock = app.clock.clone();
    let look = app.db.read(move |conn| {
        let now = db::now(conn, &clock)?;
        store::is_due(conn, now)
    });
    if !look.await? {
        return Ok(false);
    }
    let clock = app.clock.clone();
    let claimed = app.db.write(move |conn| {
        let now = db::now(conn, &clock)?;
        let language = Settings::load(conn)?;
        Ok((store::claim(conn, now)?, language.staff(language.languages.first())))
    });
    let (claimed, language) = claimed.await?;
    let any = !claimed.is_empty();
    let told = join_all(claimed.into_iter().map(|(webhook, delivery)| tell(app, language, webhook, delivery))).await;
    told.into_iter().collect::<Result<Vec<()>>>()?;
    Ok(any)
}

/// What came of an attempt.
enum Outcome {
    Taken(String),
    /// No more of these, says the receiver.
    Gone(String),
    NotNow(String),
}

async fn tell(app: &App, language: Language, webhook: Webhook, delivery: Delivery) -> Result<()> {
    let outcome = attempt(app, language, &webhook, &delivery).await?;
    let (clock, chance) = (app.clock.clone(), faults::chance(&delivery.id, delivery.attempts));
    app.db
        .write(move |conn| {
            let now = db::now(conn, &clock)?;
            match outcome {
                Outcome::Taken(said) => store::end(conn, &delivery.id, State::Delivered, &said, now),
                Outcome::Gone(said) => {
                    store::end(conn, &delivery.id, State::Failed, &said, now)?;
                    store::set_active(conn, &webhook.id, false, Some(&said))
                }
                Outcome::NotNow(said) => match faults::wait(delivery.attempts, chance) {
                    Some(wait) => store::put_off(conn, &delivery.id, &said, now.plus(wait)),
                    None => store::end(conn, &delivery.id, State::Failed, &said, now),
                },
            }
        })
        .await
}

async fn attempt(app: &App, language: Language, webhook: &Webhook, delivery: &Delivery) -> Result<Outcome> {
    let body = payload::body(webhook, delivery, &app.config.public_address, language)?;
    let seconds = app.clock.now().to_jiff().as_second();
    let request = http::Request::post(&webhook.url)
        .header(CONTENT_TYPE, "application/json")
        .header("webhook-id", &delivery.id)
        .header("webhook-timestamp", seconds.to_string())
        .header("webhook-signature", payload::signature(&app.link_key, &webhook.id, &delivery.id, seconds, &body)?)
        .body(body.into_bytes())
        .map_err(Error::internal)?;
    Ok(match outgoing::tell(request, &app.config.webhook_networks).await {
        Err(silence) => Outcome::NotNow(silence.to_string()),
        Ok(status) if status.is_success() => Outcome::Taken(status.as_u16().to_string()),
        Ok(http::StatusCode::GONE) => Outcome::Gone("410".to_owned()),
        Ok(status) => Outcome::NotNow(status.as_u16().to_string()),
    })
}
