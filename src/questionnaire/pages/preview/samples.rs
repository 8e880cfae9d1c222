//! Filled examples.

use super::*;
use crate::questionnaire::bank;
use crate::render::Texts;
use crate::render::sample::Sampled;

impl Sampled for PreviewPage {
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

pub fn sample_supplier() -> Supplier {
    Supplier {
        code: "it".into(),
        names: Texts::both("Informatique", "IT"),
        in_sentence: Texts::both("l'Informatique", ""),
        unit: None,
        active: true,
    }
}

/// Every kind of the bank, and an own choice.
pub fn sample_questions() -> Vec<Question> {
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
