//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for ComparisonPage {
    fn samples() -> Vec<Self> {
        let supplier = crate::questionnaire::pages::preview::samples::sample_supplier();
        let before = crate::questionnaire::pages::preview::samples::sample_questions();
        let mut now: Vec<Question> = before.iter().skip(1).cloned().collect();
        if let Some(question) = now.first_mut() {
            question.texts = question.texts.with(Language::Fr, "Y compris à distance");
            question.reversed = true;
            question.hi = Some(7);
        }
        if let Some(question) = now.get_mut(1) {
            question.texts = question.texts.map(|text| format!("{text}!"));
        }
        now.extend(bank::question("clarity_1").cloned());
        let none = Meanings::default();
        let page = || {
            let mut page = Self::new(&supplier, &before, &now, &none, Language::Fr);
            (page.before, page.now) = (Some(1), Some(2));
            page
        };
        let mut marked = page();
        (marked.hr, marked.fault) = (true, Some(Say::new("questionnaire-meaning-used")));
        for (place, row) in marked.rows.iter_mut().enumerate().filter(|(_, row)| row.fate == "comparable") {
            let mark = || MarkRow { by: "Rose Blanc".to_owned(), on: Day(chrono::NaiveDate::default()) };
            row.marks = if place % 2 == 0 { vec![mark()] } else { vec![mark(), mark()] };
            row.may_withdraw = place % 2 == 0;
            row.wordings = vec![("Avant".to_owned(), "Après".to_owned())];
        }
        vec![page(), marked, Self::new(&supplier, &[], &before, &none, Language::Fr)]
    }
}
