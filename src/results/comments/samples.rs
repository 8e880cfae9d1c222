//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for CommentsPage {
    fn samples() -> Vec<Self> {
        let text = |question: &str, themes: &[Theme]| Text {
            question: question.to_owned(),
            text: "Je ne sais jamais où en est mon ticket.\nIl faut relancer [nom].".to_owned(),
            themes: themes.to_vec(),
        };
        let full = Self {
            supplier: "Informatique".to_owned(),
            code: "it".into(),
            wave: "2026-Q1".to_owned(),
            open: true,
            waiting: true,
            theme: Some("follow_up"),
            choices: choices(),
            texts: vec![text("Que faut-il améliorer ?", &[Theme::FollowUp]), text("", &[])],
            page: 2,
            pages: 3,
        };
        let one = Self { theme: None, waiting: false, page: 1, pages: 1, ..full.clone() };
        let empty = Self { texts: Vec::new(), ..one.clone() };
        let none_of_theme = Self { texts: Vec::new(), page: 1, pages: 1, ..full.clone() };
        let hidden = Self { open: false, ..empty.clone() };
        vec![full, one, empty, none_of_theme, hidden]
    }
}

impl Comments {
    pub(crate) fn sample() -> Self {
        let counts = vec![("responsiveness", Some(8)), ("others", Some(6)), (UNCLASSIFIED, None)];
        Self { counts, waiting: true }
    }
}
