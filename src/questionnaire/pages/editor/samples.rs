//! Filled examples.

use super::*;
use crate::render::Texts;
use crate::render::sample::Sampled;

impl Sampled for EditorPage {
    fn samples() -> Vec<Self> {
        let supplier = crate::questionnaire::pages::preview::samples::sample_supplier();
        let mut list = crate::questionnaire::pages::preview::samples::sample_questions();
        let version = |version, state| VersionRow { version, state, day: "2026-01-05".to_owned() };
        let both = Language::STAFF;
        let mut shown = Self::new(&supplier, &list, &both, Language::Fr);
        shown.version = Some(1);
        shown.versions = vec![version(1, State::Frozen)];
        for question in &mut list {
            question.texts = question.texts.with(Language::En, "");
            question.reversed = question.kind == Kind::Effort;
        }
        let mut draft = Self::new(&supplier, &list, &both, Language::Fr);
        draft.version = Some(2);
        draft.draft = true;
        draft.versions = vec![version(2, State::Draft), version(1, State::Frozen)];
        let row = |question: Option<&str>, gone| PromiseRow {
            code: format!("poste_{gone}"),
            text: Texts::both("Réparé en 2 jours.", "Repaired within 2 days."),
            question: question.map(ToOwned::to_owned),
            gone,
        };
        draft.promises = vec![row(None, false), row(Some("own_9"), true)];
        shown.promises = vec![row(Some("overall"), false)];
        draft.fault = Some(Say::new("questionnaire-too-many-closed").with("most", MOST_CLOSED));
        let mut none = Self::new(&supplier, &[], &both, Language::Fr);
        for page in [&mut none, &mut draft] {
            page.others = vec![Choice { code: "purchasing".to_owned(), name: "Achats".to_owned() }];
        }
        vec![Self::new(&supplier, &[], &both, Language::Fr), none, shown, draft]
    }
}
