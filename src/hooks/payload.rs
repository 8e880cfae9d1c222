//! What leaves: the body in its format, and the headers that prove where it comes from (Standard Webhooks 1.0: the
//! signature is base64(HMAC-SHA256(secret, id.timestamp.body))).

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;

use super::{Delivery, Event, Format, Told, Webhook};
use crate::app::LinkKey;
use crate::clock::Moment;
use crate::error::{Error, Result, Say};
use crate::render::{Language, words};

/// The secret of an address, as its receiver types it in: derived, so that the database alone signs nothing.
pub fn secret(key: &LinkKey, webhook: &str) -> Result<String> {
    Ok(format!("whsec_{}", STANDARD.encode(bytes(key, webhook)?)))
}

fn bytes(key: &LinkKey, webhook: &str) -> Result<Vec<u8>> {
    URL_SAFE_NO_PAD.decode(key.token("webhook", webhook)).map_err(Error::internal)
}

/// `v1,` and the signature of what is sent.
pub fn signature(key: &LinkKey, webhook: &str, id: &str, seconds: i64, body: &str) -> Result<String> {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&bytes(key, webhook)?).map_err(Error::internal)?;
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    Ok(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

/// The body; `address` stands before links, `language` is that of a card.
pub fn body(webhook: &Webhook, delivery: &Delivery, address: &str, language: Language) -> Result<String> {
    let told: Told = serde_json::from_str(&delivery.told)?;
    let told = Told { link: format!("{address}{}", told.link), ..told };
    let body = match webhook.format {
        Format::Standard => json!({
            "type": delivery.event.as_str(),
            "timestamp": stamped(delivery.made_at),
            "data": told,
        }),
        Format::Teams => card(delivery.event, &told, language),
    };
    Ok(body.to_string())
}

fn stamped(at: Moment) -> String {
    at.to_jiff().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// A message with an Adaptive Card, as workflows of Teams take it.
fn card(event: Event, told: &Told, language: Language) -> Value {
    let wave = told.campaign.as_deref().map(|code| words::wave(language, code)).unwrap_or_default();
    let say = Say::new(title(event)).with("wave", wave).with("action", told.action.as_deref().unwrap_or_default());
    let text = |text: &str, weight: &str| json!({ "type": "TextBlock", "text": text, "wrap": true, "weight": weight });
    let mut lines = vec![text(&words::say(language, &say), "Bolder")];
    if let Some(public) = &told.public_text {
        // What people wrote is text: a card would take some of it for links and lists.
        lines.push(text(&plain(public.pick(language)), "Default"));
    }
    let open = words::say(language, &Say::new("hook-open"));
    json!({
        "type": "message",
        "attachments": [{
            "contentType": "application/vnd.microsoft.card.adaptive",
            "content": {
                "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
                "type": "AdaptiveCard",
                "version": "1.4",
                "body": lines,
                "actions": [{ "type": "Action.OpenUrl", "title": open, "url": told.link }],
            },
        }],
    })
}

fn title(event: Event) -> &'static str {
    match event {
        Event::CampaignOpened => "hook-told-campaign-opened",
        Event::CampaignClosed => "hook-told-campaign-closed",
        Event::ResultsPublished => "hook-told-results-published",
        Event::ActionMade => "hook-told-action-made",
        Event::ActionDone => "hook-told-action-done",
        Event::ActionVerified => "hook-told-action-verified",
        Event::Test => "hook-told-test",
    }
}

/// Signs that cards read as Markdown, made plain.
fn plain(text: &str) -> String {
    text.chars().flat_map(|c| "\\`*_[]#<>|~".contains(c).then_some('\\').into_iter().chain([c])).collect()
}
