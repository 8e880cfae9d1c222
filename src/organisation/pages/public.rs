//! What anybody may read without signing in: how answers are protected, and how accessible the pages are.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::{App, Settings};
use crate::clock::Day;
use crate::error::Say;
use crate::render::Page;
use crate::web::{self, Answer};

#[derive(Serialize)]
pub struct PrivacyPage {
    settings: Settings,
    files: Vec<FileGiven>,
    checked: Option<Checked>,
}

/// The last look of the privacy audit: the roof tells.
#[derive(Serialize)]
pub struct Checked {
    pub day: Day,
    /// `nothing`, `something` or `unread`; what it was is for those who run the server.
    pub outcome: &'static str,
}

/// A campaign that hands out a file of its answers: campaigns come later on the way of the data, so the roof tells.
#[derive(Serialize)]
pub struct FileGiven {
    pub campaign: String,
    pub promise: Say,
}

#[derive(Serialize)]
pub struct AccessibilityPage {
    settings: Settings,
}

/// Settings as an organisation fills them, for examples.
pub fn filled() -> Settings {
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
        let promise = Say::new("promise-file").with("to", "l'institut Cassini");
        let files = vec![FileGiven { campaign: "2026-Q1".to_owned(), promise }];
        let checked = |outcome| Day::parse("2026-11-22").map(|day| Checked { day, outcome });
        vec![
            Self { settings: filled(), files, checked: checked("nothing") },
            Self { settings: Settings::default(), files: Vec::new(), checked: None },
            Self { settings: Settings::default(), files: Vec::new(), checked: checked("something") },
            Self { settings: Settings::default(), files: Vec::new(), checked: checked("unread") },
        ]
    }
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "organisation/accessibility.html";
    fn samples() -> Vec<Self> {
        vec![Self { settings: filled() }, Self { settings: Settings::default() }]
    }
}

/// The page, with the `files` and the last look that the roof found.
pub async fn privacy(req: &HttpRequest, app: &App, files: Vec<FileGiven>, checked: Option<Checked>) -> Answer {
    let settings = app.db.read(Settings::load).await?;
    web::public_page(req, app, web::language(req), &PrivacyPage { settings, files, checked }).await
}

pub async fn accessibility(req: HttpRequest) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    web::public_page(&req, &app, web::language(&req), &AccessibilityPage { settings }).await
}
