//! What the organisation says of itself in mails and promises; only an administrator writes it.

use std::ops::RangeInclusive;

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Field, is_faulty, value};
use crate::app::{App, Budget, LABEL_PRESETS, Languages, Settings, audit};
use crate::error::{Result, Say};
use crate::render::{Language, Page};
use crate::retention::{AUDIT_LOG_MONTHS, INVITATION_DAYS, Retention};
use crate::web::{self, Admin, Answer, Fields, Seen, TextField, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const LIMIT: usize = 200;

#[derive(Serialize)]
pub struct SettingsPage {
    seen: Seen,
    fields: Vec<Field>,
    moderator: Vec<TextField>,
    invitation_days: i64,
    log_months: i32,
}

impl Page for SettingsPage {
    const TEMPLATE: &'static str = "organisation/settings.html";
}

impl SettingsPage {
    fn of(fields: Vec<Field>, moderator: Vec<TextField>, seen: Seen) -> Self {
        Self { seen, fields, moderator, invitation_days: INVITATION_DAYS, log_months: AUDIT_LOG_MONTHS }
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
        Field::new("languages", "settings-languages")
            .hint_saying(Say::new("settings-languages-hint").with("known", known_languages()))
            .holding(&settings.languages.to_string()),
        Field::new("labels", "settings-labels").hint("settings-labels-hint").among(label_presets()).holding(preset),
        months("comments_months", "settings-comments-months", settings.keep.comments, &Retention::COMMENTS),
        months("answers_months", "settings-answers-months", settings.keep.answers, &Retention::ANSWERS),
        Field::new("contact_most", "settings-contact-most")
            .hint_saying(bounds("settings-contact-most-hint", Budget::MOST.start(), Budget::MOST.end()))
            .holding(&settings.budget.most.map(|most| most.to_string()).unwrap_or_default()),
        Field::new("contact_months", "settings-contact-months")
            .hint_saying(bounds("settings-contact-months-hint", Budget::MONTHS.start(), Budget::MONTHS.end()))
            .holding(&settings.budget.months.to_string()),
    ]
}

/// "fr (Français), en (English)": every language there is, as the setting writes it.
fn known_languages() -> String {
    let words = Language::ALL.iter().map(|language| format!("{} ({})", language.as_str(), language.name()));
    words.collect::<Vec<_>>().join(", ")
}

/// Who reads comments, in each of the organisation's languages.
fn moderator(settings: &Settings) -> Vec<TextField> {
    TextField::all("moderator", &settings.moderator, &settings.languages)
}

/// A list without a language, or with a word that is none, is told with what may be written. A form that does not hold
/// it keeps what stands.
fn check_languages(fields: &mut [Field]) {
    if let Some(field) = fields.iter_mut().find(|field| field.name == "languages") {
        match Languages::parse(&field.value) {
            Some(languages) => field.value = languages.to_string(),
            None => field.fault = Some(Say::new("settings-languages-wrong").with("known", known_languages())),
        }
    }
}

fn bounds(key: &'static str, least: impl ToString, most: impl ToString) -> Say {
    Say::new(key).with("least", least.to_string()).with("most", most.to_string())
}

fn months(name: &'static str, label: &'static str, standing: i32, bounds: &RangeInclusive<i32>) -> Field {
    let hint = Say::new("settings-months-hint").with("least", bounds.start()).with("most", bounds.end());
    Field::new(name, label).hint_saying(hint).holding(&standing.to_string())
}

/// A period that the form does not hold stays; one that was emptied is refused.
fn typed(field: Field, form: &Fields) -> Result<Field> {
    let kept = ["comments_months", "answers_months", "contact_most", "contact_months", "languages"];
    if kept.contains(&field.name) && !form.has(field.name) { Ok(field) } else { field.typed(form, false, LIMIT) }
}

/// Says what is wrong with the periods typed, beside each.
fn check_periods(fields: &mut [Field]) {
    let (comments, answers) = Retention::faults(&value(fields, "comments_months"), &value(fields, "answers_months"));
    for (name, fault) in [("comments_months", comments), ("answers_months", answers)] {
        if let Some(field) = fields.iter_mut().find(|field| field.name == name)
            && fault.is_some()
        {
            field.fault = fault;
        }
    }
}

/// Says what is wrong with the limit of invitations typed; an empty number is no limit.
fn check_budget(fields: &mut [Field]) {
    let within =
        |text: &str, least: i64, most: i64| text.parse::<i64>().is_ok_and(|number| (least..=most).contains(&number));
    for field in fields {
        let (least, most) = match field.name {
            "contact_most" if !field.value.is_empty() => {
                (i64::from(*Budget::MOST.start()), i64::from(*Budget::MOST.end()))
            }
            "contact_months" => (i64::from(*Budget::MONTHS.start()), i64::from(*Budget::MONTHS.end())),
            _ => continue,
        };
        if !within(&field.value, least, most) {
            field.fault = Some(bounds("settings-contact-wrong", least, most));
        }
    }
}

/// What the audit log says of a change of periods; empty when they stay.
fn changed(before: Retention, after: Retention) -> String {
    if before == after {
        return String::new();
    }
    let period = |name: &str, from: i32, to: i32| format!("{name} {from} -> {to} months");
    [period("comments", before.comments, after.comments), period("answers", before.answers, after.answers)].join(", ")
}

/// The mark of the values that stand.
fn seen(settings: &Settings) -> Result<Seen> {
    let fields = fields(settings);
    let values: Vec<_> = fields.iter().map(|field| (field.name, &field.value)).collect();
    Seen::of(&(values, &settings.moderator))
}

async fn unsaved(req: &HttpRequest, app: &App, who: &Who, page: SettingsPage) -> Answer {
    web::refused(req, app, who, &page).await
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let settings = app.db.read(Settings::load).await?;
    let page = SettingsPage::of(fields(&settings), moderator(&settings), seen(&settings)?);
    web::page(&req, &app, &who, &page).await
}

pub async fn save(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let standing = app.db.read(Settings::load).await?;
    let typed: Result<Vec<Field>> = fields(&standing).into_iter().map(|field| typed(field, &form)).collect();
    let mut fields = typed?;
    check_periods(&mut fields);
    check_budget(&mut fields);
    check_languages(&mut fields);
    let mut moderator = TextField::read("moderator", &form, &standing.languages)?;
    for field in moderator.iter_mut().filter(|field| field.value.chars().count() > LIMIT) {
        field.fault = Some(Say::new("form-too-long").with("limit", LIMIT));
    }
    let given = Seen::given(&form)?;
    if is_faulty(&fields) || moderator.iter().any(|field| field.fault.is_some()) {
        // The mark stays that of the page the form was made from.
        let seen = Seen::kept(given);
        return unsaved(&req, &app, &who, SettingsPage::of(fields, moderator, seen)).await;
    }
    let (by, clock) = (who.person.clone(), app.clock.clone());
    let stale = app
        .db
        .write(move |conn| {
            let before = Settings::load(conn)?;
            if let Some(seen) = seen(&before)?.differs(given.as_deref()) {
                return Ok(Some(SettingsPage::of(fields, moderator, seen)));
            }
            let texts = TextField::texts(&moderator, Some(&before.moderator));
            Settings::save(conn, "moderator", &serde_json::to_string(&texts)?)?;
            for field in &fields {
                Settings::save(conn, field.name, &field.value)?;
            }
            let after = Settings::load(conn)?;
            let mut detail = changed(before.keep, after.keep);
            if before.budget != after.budget {
                detail += &format!(" invitations {} -> {}", before.budget, after.budget);
            }
            audit(conn, &clock, Some(&by), "settings-changed", &detail)?;
            Ok(None)
        })
        .await?;
    match stale {
        Some(page) => unsaved(&req, &app, &who, page).await,
        None => redirect_saying("/settings", &Say::new("flash-saved")),
    }
}
