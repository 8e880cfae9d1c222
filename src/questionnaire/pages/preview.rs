//! The preview: the questions as a respondent sees them, in either language, also as wide as a phone. Sends nothing.

use actix_web::HttpRequest;
use serde::Serialize;

use super::editor::latest;
use crate::app::Settings;
use crate::organisation::Supplier;
use crate::questionnaire::view::{Asked, QuestionView, text_hint};
use crate::questionnaire::{Answers, Question};
use crate::render::{Language, Page, Tongue};
use crate::web::{self, Answer, EditorOf};

#[cfg(debug_assertions)]
pub(super) mod samples;

#[derive(Serialize)]
pub struct PreviewPage {
    supplier: String,
    name: String,
    /// The service as respondents read it, in the language shown.
    service: String,
    shown: Language,
    /// What it may be shown in.
    languages: Vec<Tongue>,
    phone: bool,
    questions: Vec<QuestionView>,
}

impl PreviewPage {
    fn new(
        supplier: &Supplier,
        list: &[Question],
        languages: &[Language],
        (reader, shown): (Language, Language),
        contact: &str,
    ) -> Self {
        let hint = text_hint(shown, contact);
        let asked = Asked { language: shown, service: supplier.name(shown), text_hint: &hint };
        Self {
            supplier: supplier.code.0.clone(),
            name: supplier.name(reader).to_owned(),
            service: supplier.name(shown).to_owned(),
            shown,
            languages: Tongue::all(languages),
            phone: false,
            questions: QuestionView::page(list.iter(), list, &Answers::new(), |_| None, &asked),
        }
    }
}

pub async fn preview(req: HttpRequest, EditorOf { who, supplier }: EditorOf) -> Answer {
    let app = web::app(&req)?;
    let reader = who.language;
    let shown = web::asked_language(&req).unwrap_or(reader);
    let mut page = app
        .db
        .read(move |conn| {
            let settings = Settings::load(conn)?;
            let (of, _, list) = latest(conn, &supplier)?;
            Ok(PreviewPage::new(&of, &list, &settings.languages, (reader, shown), &settings.alert_contact))
        })
        .await?;
    page.phone = web::query(&req, "width").as_deref() == Some("phone");
    web::page(&req, &app, &who, &page).await
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "questionnaire/preview.html";
}
