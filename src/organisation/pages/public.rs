//! What anybody may read without signing in: how answers are protected, and how accessible the pages are.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::Settings;
use crate::render::Page;
use crate::web::{self, Answer};

#[derive(Serialize)]
pub struct PrivacyPage {
    settings: Settings,
}

#[derive(Serialize)]
pub struct AccessibilityPage {
    settings: Settings,
}

fn filled() -> Settings {
    Settings {
        organisation: "Valdebrume".to_owned(),
        hr_contact: "rh@valdebrume.example".to_owned(),
        controller: "Valdebrume SAS".to_owned(),
        dpo_contact: "dpo@valdebrume.example".to_owned(),
        alert_contact: "ecoute@valdebrume.example".to_owned(),
        moderator_fr: "la responsable du dialogue social".to_owned(),
        moderator_en: "the head of social dialogue".to_owned(),
        labels: String::new(),
    }
}

impl Page for PrivacyPage {
    const TEMPLATE: &'static str = "organisation/privacy.html";
    fn samples() -> Vec<Self> {
        vec![Self { settings: filled() }, Self { settings: Settings::default() }]
    }
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "organisation/accessibility.html";
    fn samples() -> Vec<Self> {
        vec![Self { settings: filled() }, Self { settings: Settings::default() }]
    }
}

pub async fn privacy(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    web::public_page(&req, &app, web::language(&req), &PrivacyPage { settings }).await
}

pub async fn accessibility(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    web::public_page(&req, &app, web::language(&req), &AccessibilityPage { settings }).await
}
