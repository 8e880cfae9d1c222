//! Filled examples.

use super::*;
use crate::render::sample::Sampled;

impl Sampled for FlashPage {
    fn samples() -> Vec<Self> {
        let ready = ready::of("outage").cloned().unwrap_or_default();
        let languages = [Language::Fr, Language::En];
        let asks = ready.asks.iter().enumerate().map(|(place, (kind, texts))| Ask {
            number: place + 1,
            kind: kind.as_str().to_owned(),
            texts: TextField::all(&format!("ask{}", place + 1), texts, &languages),
        });
        let group = |code: &str, name: &str, ticked| GroupChoice {
            code: code.into(),
            name: name.to_owned(),
            people: if ticked { 46 } else { 7 },
            ticked,
        };
        let new = Self {
            id: None,
            seen: Seen::default(),
            post_to: "/occasions/new?supplier=it".to_owned(),
            code: "it".into(),
            supplier: "Informatique".to_owned(),
            offers: ready::FLASHES
                .map(|code| Offer { code, href: format!("/occasions/new?text={code}"), current: code == "outage" })
                .into(),
            words: TextField::all("words", &ready.words, &languages),
            asks: asks.collect(),
            text: TextField::all("text", &ready.text, &languages),
            kinds: KINDS.map(Kind::as_str),
            groups: vec![group("prod", "Production", true), group("sales", "Ventes", false)],
            fewest: FEWEST_ASKED,
            quarter: Some("2026-Q1".to_owned()),
            events: vec![EventChoice {
                id: "e".to_owned(),
                words: "panne de messagerie".to_owned(),
                day: Day::parse("2026-04-12").unwrap_or(Day(chrono::NaiveDate::MIN)),
            }],
            event: "e".to_owned(),
            opens_on: "2026-04-15".to_owned(),
            closes_on: "2026-04-19".to_owned(),
            reminder: String::new(),
            hr: false,
            faults: Faults::default(),
        };
        let mut faults = Faults::default();
        faults.add("closes_on", Say::new("occasion-fault-days").with("fewest", 2).with("most", 10));
        faults.add("groups", Say::new("occasion-fault-groups"));
        let edited = Self {
            id: Some("0c".into()),
            offers: Vec::new(),
            quarter: None,
            events: Vec::new(),
            hr: true,
            faults,
            ..new.clone()
        };
        vec![new, edited]
    }
}
