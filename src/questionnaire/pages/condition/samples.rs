//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ConditionPage {
    fn samples() -> Vec<Self> {
        let (supplier, list) = (
            crate::questionnaire::pages::preview::samples::sample_supplier(),
            crate::questionnaire::pages::preview::samples::sample_questions(),
        );
        let page = |code: &str| Self::new(&supplier, &list, code, Language::Fr).ok();
        let mut refused = page("keep");
        if let Some(page) = &mut refused {
            let say = Say::new("question-condition-unknown");
            page.faults = vec![
                FieldFault { field: "asked_if".to_owned(), say },
                FieldFault { field: "seen".to_owned(), say: Say::new("questionnaire-changed-meanwhile") },
            ];
        }
        [page("effort"), page("keep"), refused].into_iter().flatten().collect()
    }
}
