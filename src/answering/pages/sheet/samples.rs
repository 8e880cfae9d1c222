//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for SheetPage {
    fn samples() -> Vec<Self> {
        let mut questions: Vec<Question> = crate::questionnaire::bank::questions().to_vec();
        for question in questions.iter_mut().filter(|question| matches!(question.code.as_str(), "effort" | "improve")) {
            (question.asked_if, question.asked_at_most) = (Some("overall".to_owned()), Some(2));
        }
        let asked = Asked { language: Language::Fr, service: "Informatique", text_hint: "merci de ne citer personne" };
        let full = Self {
            path: "/r/token".to_owned(),
            keep: "?lang=en".to_owned(),
            number: 3,
            of: 5,
            code: "it".into(),
            part: 1,
            mirror: false,
            promises: false,
            fewest: mirror::FEWEST,
            service: "Informatique".to_owned(),
            occasion: false,
            service_number: 2,
            services: 3,
            from: 6,
            to: 10,
            all: 10,
            questions: QuestionView::page(questions.iter(), &questions, &Default::default(), |_| Some("texte"), &asked),
            language: Language::Fr,
            errors: vec![FieldError { name: "q_keep".to_owned(), text: "trop long".to_owned() }],
        };
        let first = Self {
            number: 1,
            of: 1,
            part: 0,
            service_number: 1,
            services: 1,
            from: 1,
            to: 4,
            all: 4,
            errors: Vec::new(),
            ..full.clone()
        };
        let mirror = Self { mirror: true, part: 0, number: 5, ..full.clone() };
        let promises = Self { promises: true, ..mirror.clone() };
        let occasion = Self { occasion: true, service: "La panne de messagerie".to_owned(), ..first.clone() };
        vec![full, first, mirror, promises, occasion]
    }
}
