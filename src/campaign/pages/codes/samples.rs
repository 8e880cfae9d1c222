//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for CodesPage {
    fn samples() -> Vec<Self> {
        let paper = |code: &str| Paper {
            code: code.to_owned(),
            qr: qr::drawing("https://example.org/r/token").unwrap_or_default(),
        };
        let day = crate::clock::Day::parse("2026-03-18").unwrap_or(crate::clock::Day(chrono::NaiveDate::MIN));
        let campaign = Campaign { closes_on: day, ..Campaign::draft("0c".into(), "2026-Q1".to_owned(), day) };
        let settings = Settings { organisation: "Val-de-Brume".to_owned(), ..Settings::default() };
        let text = |language| Text::of(&campaign, &settings, "https://example.org/code".to_owned(), language);
        let pile = |group: &str, language, papers| Pile {
            group: group.to_owned(),
            language,
            fold: words::say(language, &Say::new("slip-fold")),
            text: text(language),
            papers,
        };
        let piles = vec![
            pile("Production", Language::Fr, vec![paper("ABCD-EFGH-JKMN"), paper("PQRS-TVWX-YZ23")]),
            pile("Entretien", Language::En, vec![paper("2345-6789-ABCD")]),
        ];
        let full = Self { path: "/campaigns/0c".to_owned(), code: campaign.code.clone(), n: 3, piles };
        vec![full.clone(), Self { n: 0, piles: Vec::new(), ..full }]
    }
}
