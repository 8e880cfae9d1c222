//! Past answers as other programs write them.

use barometer::history::{self, Outcome, Request};
use barometer::render::Language;

use super::people::file;
use crate::world::World;

fn request(responses: Vec<u8>) -> Request {
    Request {
        campaign: "2025-Q3".to_owned(),
        supplier: "it".to_owned(),
        responses,
        questionnaire: None,
        invitations: None,
        opens_on: None,
        closes_on: None,
        create_units: true,
        current_groups: false,
        dry_run: true,
    }
}

fn read(w: &World, request: Request) -> Outcome {
    history::import(&w.app, request).expect("a reading")
}

fn told(w: &World, name: &str) -> String {
    match read(w, request(file(name))) {
        Ok(plan) => plan.to_text(Language::En),
        Err(faults) => format!("faults\n{}", faults.to_text(Language::En)),
    }
}

on_both! {
    async fn what_other_programs_write_is_counted_or_named(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let plain = told(&w, "11a-plain.csv");
        assert!(plain.contains("overall: 14 answers, 0 \"not applicable\" (NA), 0 empty."), "{plain}");
        let missing = told(&w, "11d-r-writecsv-na-missing.csv");
        assert!(missing.contains("overall: 0 answers, 14 \"not applicable\" (NA), 0 empty.") && missing.contains("overall contains nothing but NA"), "{missing}");
        let rows = told(&w, "11e-r-rownames.csv");
        assert!(rows.starts_with("faults") && rows.contains("Column 1 has no heading and only numbers the lines"), "{rows}");
        let survey = told(&w, "11g-limesurvey.csv");
        assert!(survey.contains("\"id\" only numbers the lines") && survey.contains("\"submitdate\" is not a question") && survey.contains("\"q1[sq001]\" is not a question"), "{survey}");
        let forms = told(&w, "11h-googleforms.csv");
        assert!(forms.starts_with("faults") && forms.contains("\"unit\" is missing"), "{forms}");
        assert!(told(&w, "11b-labels.csv").contains("is not on the scale"), "words are no numbers");
        let variants = told(&w, "11c-na-variants.csv");
        let lines: Vec<u64> = variants.lines().filter_map(|line| line.split("line ").nth(1)?.split([':', ' ']).next()?.parse().ok()).collect();
        for good in [4, 18, 19, 20, 21, 22] {
            assert!(!lines.contains(&good), "line {good}: {variants}");
        }
    }

    async fn codes_in_capitals_are_read_as_small_letters(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        let head = std::str::from_utf8(include_bytes!("../../data/acceptance/questionnaire.csv")).unwrap().lines().next().unwrap().to_owned();
        let columns: Vec<&str> = head.split(',').collect();
        let row: Vec<String> = columns
            .iter()
            .map(|column| match *column {
                "code" => "Q1".to_owned(),
                "kind" => "satisfaction".to_owned(),
                "dimension" => "Delay".to_owned(),
                "text_fr" => "Le délai".to_owned(),
                "text_en" => "The delay".to_owned(),
                "lo" => "1".to_owned(),
                "hi" => "5".to_owned(),
                _ => String::new(),
            })
            .collect();
        let questionnaire = Some(format!("{head}\n{}\n", row.join(",")).into_bytes());
        let answers = "Unit,Q1\nprod,4.00\nprod,\"5,00\"\nprod,NA\nprod,\n".as_bytes().to_vec();
        let outcome = read(&w, Request { questionnaire, ..request(answers) });
        let text = match outcome {
            Ok(plan) => plan.to_text(Language::En),
            Err(faults) => panic!("{}", faults.to_text(Language::En)),
        };
        assert!(text.contains("q1: 2 answers, 1 \"not applicable\" (NA), 1 empty."), "{text}");
    }
}
