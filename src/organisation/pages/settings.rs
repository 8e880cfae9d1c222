//! What the organisation says of itself in mails and promises; only an administrator writes it.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::{Field, is_faulty};
use crate::app::{LABEL_PRESETS, Settings, audit};
use crate::error::{Result, Say};
use crate::render::Page;
use crate::web::{self, Admin, Answer, Fields, redirect_saying};

const LIMIT: usize = 200;

#[derive(Serialize)]
pub struct SettingsPage {
    fields: Vec<Field>,
}

impl Page for SettingsPage {
    const TEMPLATE: &'static str = "organisation/settings.html";
    fn samples() -> Vec<Self> {
        let mut faulty = fields(&Settings::default());
        if let Some(field) = faulty.first_mut() {
            field.fault = Some(Say::new("form-too-long").with("limit", LIMIT));
        }
        vec![Self { fields: fields(&Settings::default()) }, Self { fields: faulty }]
    }
}

fn label_presets() -> Vec<(&'static str, &'static str)> {
    let words = ["settings-labels-standard", "settings-labels-satisfactory_from_three"];
    LABEL_PRESETS.into_iter().zip(words).collect()
}

fn fields(settings: &Settings) -> Vec<Field> {
    let preset = if settings.labels.is_empty() { "standard" } else { settings.labels.as_str() };
    vec![
        Field::new("organisation", "settings-organisation").holding(&settings.organisation),
        Field::new("hr_contact", "settings-hr-contact").hint("settings-hr-contact-hint").holding(&settings.hr_contact),
        Field::new("controller", "settings-controller").hint("settings-controller-hint").holding(&settings.controller),
        Field::new("dpo_contact", "settings-dpo-contact").hint("settings-dpo-hint").holding(&settings.dpo_contact),
        Field::new("alert_contact", "settings-alert-contact")
            .hint("settings-alert-hint")
            .holding(&settings.alert_contact),
        Field::new("moderator_fr", "settings-moderator-fr")
            .hint("settings-moderator-hint")
            .holding(&settings.moderator_fr),
        Field::new("moderator_en", "settings-moderator-en").holding(&settings.moderator_en),
        Field::new("labels", "settings-labels").hint("settings-labels-hint").among(label_presets()).holding(preset),
    ]
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    web::page(&req, &app, &who, &SettingsPage { fields: fields(&settings) }).await
}

pub async fn save(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let typed: Result<Vec<Field>> =
        fields(&Settings::default()).into_iter().map(|field| field.typed(&form, false, LIMIT)).collect();
    let fields = typed?;
    if is_faulty(&fields) {
        let mut response = web::page(&req, &app, &who, &SettingsPage { fields }).await?;
        *response.status_mut() = StatusCode::UNPROCESSABLE_ENTITY;
        return Ok(response);
    }
    let (by, clock) = (who.person.clone(), app.clock.clone());
    app.db
        .write(move |conn| {
            for field in &fields {
                Settings::save(conn, field.name, &field.value)?;
            }
            audit(conn, &clock, Some(&by), "settings-changed", "")
        })
        .await?;
    redirect_saying("/settings", &Say::new("flash-saved"))
}
