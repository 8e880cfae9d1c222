//! What anybody may read without signing in: how answers are protected, and how accessible the pages are.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::app::{App, Settings};
use crate::clock::Day;
use crate::error::Say;
use crate::render::{Page, Texts};
use crate::retention::{AUDIT_LOG_MONTHS, INVITATION_DAYS, Retention};
use crate::web::{self, Answer, Staff};

#[cfg(debug_assertions)]
mod samples;

#[derive(Serialize)]
pub struct PrivacyPage {
    settings: Settings,
    files: Vec<FileGiven>,
    checked: Option<Checked>,
    /// Campaigns of which less is kept than the settings say now.
    shorter: Vec<KeptFor>,
    invitation_days: i64,
    log_months: i32,
}

/// How long a campaign that has opened is kept: the roof tells.
#[derive(Serialize)]
pub struct KeptFor {
    pub campaign: String,
    pub keep: Retention,
}

/// What of the page comes later on the way of the data: the roof finds it.
#[derive(Default)]
pub struct Told {
    pub files: Vec<FileGiven>,
    pub checked: Option<Checked>,
    pub shorter: Vec<KeptFor>,
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
        moderator: Texts::both("la responsable du dialogue social", "the head of social dialogue"),
        ..Settings::default()
    }
}

impl Page for PrivacyPage {
    const TEMPLATE: &'static str = "organisation/privacy.html";
    const EVERY_LANGUAGE: bool = true;
}

impl Page for AccessibilityPage {
    const TEMPLATE: &'static str = "organisation/accessibility.html";
    const EVERY_LANGUAGE: bool = true;
}

impl PrivacyPage {
    fn of(settings: Settings, Told { files, checked, shorter }: Told) -> Self {
        Self { settings, files, checked, shorter, invitation_days: INVITATION_DAYS, log_months: AUDIT_LOG_MONTHS }
    }
}

/// The page, with what the roof found.
pub async fn privacy(req: &HttpRequest, app: &App, who: Option<Staff>, settings: Settings, told: Told) -> Answer {
    web::open_page(req, app, who, &PrivacyPage::of(settings, told)).await
}

pub async fn accessibility(req: HttpRequest, who: Option<Staff>) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    web::open_page(&req, &app, who, &AccessibilityPage { settings }).await
}
