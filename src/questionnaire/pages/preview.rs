//! The preview: the questions as a respondent sees them, in either language, also as wide as a phone. Sends nothing.

use actix_web::HttpRequest;
use serde::Serialize;

use super::editor::latest;
use crate::app::Settings;
use crate::organisation::Supplier;
use crate::questionnaire::view::{Asked, QuestionView, text_hint};
use crate::questionnaire::{Answers, Question, bank};
use crate::render::{Language, Page, Texts, Tongue};
use crate::web::{self, Answer, EditorOf};

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
            questions: QuestionView::all(list, &Answers::new(), |_| None, &asked),
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

pub(super) fn sample_supplier() -> Supplier {
    Supplier {
        code: "it".into(),
        names: Texts::both("Informatique", "IT"),
        in_sentence: Texts::both("l'Informatique", ""),
        unit: None,
        active: true,
    }
}

/// Every kind of the bank, and an own choice.
pub(super) fn sample_questions() -> Vec<Question> {
    let codes = ["reception_1", "overall", "effort", "recommendation", "importance", "keep"];
    let mut list: Vec<Question> = codes.iter().filter_map(|code| bank::question(code)).cloned().collect();
    let options = [("mail", "Courrier et colis", "Mail and parcels"), ("other", "Autre sujet", "Another subject")];
    let options = options
        .map(|(code, fr, en)| crate::questionnaire::Choice { code: code.to_owned(), labels: Texts::both(fr, en) });
    let kind = crate::questionnaire::Kind::SeveralChoices;
    list.extend(crate::questionnaire::build::own_question(
        "own_1",
        kind,
        Texts::both("Quel sujet ?", "Which subject?"),
        &options,
    ));
    for question in list.iter_mut().filter(|question| question.code == "keep" || question.code == "own_1") {
        (question.asked_if, question.asked_at_most) = (Some("overall".to_owned()), Some(2));
    }
    crate::questionnaire::condition::gather(&mut list);
    list
}

impl Page for PreviewPage {
    const TEMPLATE: &'static str = "questionnaire/preview.html";
    fn samples() -> Vec<Self> {
        let (supplier, list) = (sample_supplier(), sample_questions());
        let both = &Language::STAFF;
        let wide = Self::new(&supplier, &list, both, (Language::Fr, Language::En), "le médiateur");
        let mut phone = Self::new(&supplier, &list, both, (Language::Fr, Language::Fr), "");
        phone.phone = true;
        for view in &mut phone.questions {
            view.error = Some("Choisissez une des réponses proposées.".to_owned());
        }
        vec![wide, phone, Self::new(&supplier, &[], both, (Language::Fr, Language::Fr), "")]
    }
}
