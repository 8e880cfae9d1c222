//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for MailsPage {
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let chosen = |name: &str| Chosen {
            id: "0p".into(),
            name: name.to_owned(),
            unit: "Production".to_owned(),
            email: "zoe@example.org".to_owned(),
            language: Language::Fr,
        };
        let preview = |kind, days| Preview {
            kind,
            days,
            to: "Zoé Petit <zoe@example.org>".to_owned(),
            subject: "Il est encore temps".to_owned(),
            text: "Bonjour Zoé,\n\nMerci.".to_owned(),
            html: "<p style=\"color:#0b5f59\">Bonjour Zoé,</p>".to_owned(),
        };
        let full = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            over: false,
            open: true,
            seen: Seen::sample(false),
            fields: fields(&[], &Language::STAFF, 3, day("2026-03-18")),
            longest_subject: LONGEST_SUBJECT,
            longest_introduction: LONGEST_INTRODUCTION,
            sought: "zo".to_owned(),
            found: vec![chosen("Zoé Petit"), chosen("Zohra Ali")],
            reader: Some(chosen("Zoé Petit")),
            previews: vec![
                preview(Kind::Invitation, vec![day("2026-03-02")]),
                preview(Kind::Reminder, vec![day("2026-03-06"), day("2026-03-12")]),
                preview(Kind::Results, Vec::new()),
                preview(Kind::Moved, Vec::new()),
            ],
            fault: Some(Say::new("letters-fault-many").with("n", TESTS_AN_HOUR)),
        };
        let mut wrong = Self { open: false, seen: Seen::sample(true), found: Vec::new(), fault: None, ..full.clone() };
        for field in &mut wrong.fields {
            field.fault = Some(Say::new("letters-fault-long").with("most", LONGEST_SUBJECT));
        }
        let nobody = Self { over: true, reader: None, previews: Vec::new(), sought: String::new(), ..wrong.clone() };
        vec![full, wrong, nobody]
    }
}
