//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for OwnPage {
    fn samples() -> Vec<Self> {
        let supplier = crate::questionnaire::pages::preview::samples::sample_supplier();
        let both = Language::STAFF;
        let mut page = Self::new(&supplier, &[], &both, Language::Fr);
        page.code = Some("own_4".to_owned());
        page.typed = Typed {
            kind: "single_choice".to_owned(),
            texts: TextField::all("text", &Texts::both("Quel sujet vous a fait solliciter ce service ?", ""), &both),
            options: "Courrier | Mail\nAutre".to_owned(),
            reversed: true,
            ..Typed::default()
        };
        let fault = |field: &str, key| FieldFault {
            field: field.to_owned(),
            say: Say::new(key).with("most", 12).with("option", "Autre"),
        };
        page.faults = vec![
            fault("seen", "questionnaire-changed-meanwhile"),
            fault("kind", "question-kind-unknown"),
            fault("text_fr", "question-too-long"),
            fault("text_en", "question-too-long"),
            fault("options", "question-option-doubled"),
            fault("dimension", "question-dimension-unknown"),
        ];
        page.typed = page.typed.blamed(&page.faults);
        vec![Self::new(&supplier, &[], Language::ALL, Language::Fr), page]
    }
}
