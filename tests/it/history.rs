//! Past waves brought by `barometer import responses`: the acceptance data from file to file, and what is refused.

use barometer::aggregation::store::{ALL, Figure, Published};
use barometer::clock::Day;
use barometer::export::File;
use barometer::export::profile::Profile;
use barometer::history::{Outcome, Plan, Request, Source, import};
use barometer::questionnaire::Kind;
use barometer::render::Language;
use indicatif::ProgressBar;

use crate::aggregation::{assert_item, expected, near, questions, shown};
use crate::world::World;
use crate::world::verbs::{ASKED, person_id};

fn bytes(file: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/data/acceptance/{file}", env!("CARGO_MANIFEST_DIR"))).expect("a file")
}

fn request(campaign: &str, responses: impl Into<Vec<u8>>) -> Request {
    Request {
        campaign: campaign.to_owned(),
        supplier: "it".to_owned(),
        responses: responses.into(),
        create_units: true,
        ..Request::default()
    }
}

fn with_questions(campaign: &str, responses: impl Into<Vec<u8>>, questionnaire: &str) -> Request {
    let header = "code,core,kind,dimension,dimension_fr,dimension_en,text_fr,text_en,lo,hi,reversed,options\n";
    Request { questionnaire: Some(format!("{header}{questionnaire}").into_bytes()), ..request(campaign, responses) }
}

impl World {
    fn import(&self, request: Request) -> barometer::error::Result<Outcome> {
        import(&self.app, request, &ProgressBar::hidden())
    }

    #[track_caller]
    fn imported(&self, request: Request) -> Plan {
        match self.import(request) {
            Ok(Ok(plan)) => plan,
            Ok(Err(faults)) => panic!("{}", faults.to_text(Language::En)),
            Err(fault) => panic!("{fault}"),
        }
    }

    /// The faults of files that must be refused, with nothing written.
    #[track_caller]
    fn refused(&self, request: Request) -> Vec<(Source, u64, &'static str)> {
        let before = self.dump();
        let faults = match self.import(request) {
            Ok(Ok(_)) => panic!("imported"),
            Ok(Err(faults)) => faults,
            Err(fault) => panic!("{fault}"),
        };
        assert_eq!(self.dump(), before);
        faults.told.iter().map(|(source, fault)| (*source, fault.line, fault.say.key)).collect()
    }

    /// The word for which an import as a whole is refused, with nothing written.
    #[track_caller]
    fn refused_whole(&self, request: Request) -> &'static str {
        let before = self.dump();
        let fault = self.import(request).expect_err("refused");
        assert_eq!(self.dump(), before);
        match fault {
            barometer::error::Error::Invalid(say) => say.key,
            other => panic!("{other}"),
        }
    }

    /// The figures of a campaign's only supplier, read back from the exported file.
    fn exported(&self, code: &str) -> Published {
        let mut file = Vec::new();
        self.read(|conn| {
            let campaign = barometer::campaign::store::campaign_by_code(conn, code)?;
            File::Indicators.write(conn, &campaign, Profile::Standard, &mut file)
        });
        let mut reader = csv::Reader::from_reader(file.as_slice());
        let rows = reader.records().map(|row| row.expect("a row"));
        Published::new(
            rows.map(|row| Figure {
                campaign: row[0].into(),
                supplier: row[1].into(),
                client_group: row[2].into(),
                subject: row[3].to_owned(),
                indicator: row[4].to_owned(),
                value: row[5].parse().ok(),
                word: Some(row[5].to_owned()).filter(|text| !text.is_empty() && text.parse::<f64>().is_err()),
                low: row[6].parse().ok(),
                high: row[7].parse().ok(),
                n: row[8].parse().ok(),
                shown: &row[9] == "yes",
            })
            .collect(),
        )
    }
}

fn acceptance(w: &World) {
    w.imported(Request { questionnaire: Some(bytes("questionnaire.csv")), ..request("2025-Q3", bytes("responses_wave1.csv")) });
    w.imported(Request {
        questionnaire: Some(bytes("questionnaire.csv")),
        invitations: Some(bytes("invitations.csv")),
        ..request("2025-Q4", bytes("responses_wave2.csv"))
    });
}

on_both! {
    async fn past_waves_give_the_expected_figures(w: World) {
        acceptance(&w);
        let expected = expected();
        let figures = w.exported("2025-Q4");
        let items = expected["items"].as_object().expect("items");
        for (code, item) in items {
            assert_item(&figures, ALL, code, item);
            for group in ["finance", "direction"] {
                for indicator in ["mean", "satisfied"] {
                    let figure = figures.get(group, code, indicator).expect("a row that says it is hidden");
                    assert!(!figure.shown && figure.value.is_none() && figure.n.is_none(), "{figure:?}");
                }
            }
            for (group, name) in [("ventes", "Ventes"), ("production", "Production")] {
                let own = &expected["items_by_unit_internal_before_suppression"][name][code];
                if (group, code.as_str()) == ("production", "q7") {
                    assert!(!figures.get(group, code, "mean").expect("a row").shown, "{item}");
                } else if figures.get(group, code, "sd").is_some_and(|figure| figure.shown) {
                    assert_item(&figures, group, code, own);
                } else {
                    let mean = own["mean"].as_f64().expect("a mean");
                    assert_eq!(shown(&figures, group, code, "mean").value, Some((mean * 10.0).round() / 10.0));
                    near(shown(&figures, group, code, "satisfied").value, &own["top2"], group);
                }
            }
        }
        for figure in figures.iter().filter(|figure| ["finance", "direction"].contains(&figure.client_group.as_str())) {
            assert!(!figure.shown && figure.value.is_none() && figure.n.is_none(), "{figure:?}");
        }
        let rate = &expected["response_rate"];
        near(figures.value("*", "eligible"), &rate["eligible"], "eligible");
        near(figures.value("*", "responses"), &rate["answers"], "responses");
        near(figures.value("*", "rr1"), &rate["RR1"], "RR1");
        near(figures.value("*", "rr2"), &rate["RR2"], "RR2");
        near(figures.value("overall", "margin"), &expected["overall_with_fpc"]["moe_top2_fpc"], "margin");
        let nps = shown(&figures, ALL, "recommend", "recommendation");
        near(nps.value, &expected["nps"]["nps"], "recommendation");
        near(nps.low, &expected["nps"]["ci95"][0], "recommendation");
        near(figures.value("effort", "effort"), &expected["effort"]["mean"], "effort");
        near(figures.value("effort", "effort_low"), &expected["effort"]["low_effort"], "effort");
        for question in questions().iter().filter(|q| q.kind == Kind::Satisfaction) {
            let subject = question.dimension.as_deref().expect("a dimension");
            let change = &expected["change_wave1_to_wave2"][&question.code];
            let get = |indicator: &str| shown(&figures, ALL, subject, indicator);
            near(get("change_p").value, &change["p_mw_nocc"], subject);
            near(get("change_delta").value, &change["cliffs_delta"], subject);
            if subject != "overall" {
                near(get("change_p_holm").value, &change["p_mw_holm_7_items"], subject);
                near(get("gap").value, &expected["ipa"]["items"][&question.code]["gap"], subject);
            }
            near(get("change_satisfied").value, &change["top2_diff"], subject);
            near(get("change_satisfied").low, &change["top2_diff_newcombe95"][0], subject);
            near(get("change_satisfied").high, &change["top2_diff_newcombe95"][1], subject);
            near(get("change_mean").value, &change["mean_diff"], subject);
            near(get("change_mean").low, &change["welch_ci95"][0], subject);
            near(get("change_mean").high, &change["welch_ci95"][1], subject);
        }
        assert_eq!(figures.word("overall", "change_verdict"), Some("up"));
        let labels = "SELECT DISTINCT r.client_group AS line FROM responses r JOIN campaigns c ON c.id = r.campaign \
                      WHERE c.code = '2025-Q4' ORDER BY 1";
        assert_eq!(w.lines(labels), ["other", "production", "ventes"]);

        // Done, in the past, and nobody was told.
        let ends = "SELECT code || ' ' || state || ' ' || stage || ' ' || opens_on || ' ' || closes_on AS line FROM campaigns ORDER BY 1";
        assert_eq!(
            w.lines(ends),
            ["2025-Q3 published done 2025-07-01 2025-09-30", "2025-Q4 published done 2025-10-01 2025-12-31"]
        );
        for table in ["outbox", "feedback_pages", "people", "invitations", "open_responses", "open_comments", "drafts"] {
            assert_eq!(w.count(table), 0, "{table}");
        }
        let before = w.dump().into_iter().filter(|row| !row.starts_with("tasks:")).collect::<Vec<_>>();
        w.tick();
        assert_eq!(w.dump().into_iter().filter(|row| !row.starts_with("tasks:")).collect::<Vec<_>>(), before);
        // The first list is the supplier's version 1, the second stands under it.
        assert_eq!(
            w.lines("SELECT version || ' ' || state AS line FROM questionnaires ORDER BY version"),
            ["0 superseded", "1 frozen"]
        );
        assert_eq!(
            w.lines("SELECT detail AS line FROM audit_log WHERE event = 'import-responses' ORDER BY detail"),
            ["2025-Q3 it 30", "2025-Q4 it 40"]
        );
    }

    async fn a_dry_run_tells_and_writes_nothing(w: World) {
        let before = w.dump();
        let plan = w.imported(Request {
            questionnaire: Some(bytes("questionnaire.csv")),
            dry_run: true,
            ..request("2025-Q3", bytes("responses_wave1.csv"))
        });
        assert_eq!(w.dump(), before);
        let text = plan.to_text(Language::En);
        for part in [
            "2025-Q3, from 2025-07-01 to 2025-09-30",
            "30 responses",
            "10 questions asked: q1, q2",
            "want of a column: i1, i2",
            "4 units are created",
            "Direction (direction): 3 responses",
            "from 10 answers on only",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(plan.to_text(Language::Fr).contains("du 2025-07-01 au 2025-09-30"));
    }
}
