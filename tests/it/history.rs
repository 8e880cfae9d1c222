//! Past waves brought by `barometer import responses`: the acceptance data from file to file, and what is refused.

use barometer::aggregation::figure::{ALL, Figure};

use barometer::aggregation::store::Published;
use barometer::clock::Day;
use barometer::export::File;
use barometer::export::profile::Profile;
use barometer::history::{Outcome, Plan, Request, Source, import};
use barometer::questionnaire::Kind;
use barometer::render::Language;

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
        import(&self.app, request)
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
            let mut parts =
                barometer::export::Source::open(conn, &campaign, File::Indicators, Profile::Standard, Language::Fr)?;
            while let Some(part) = parts.next(conn)? {
                file.extend(part);
            }
            Ok(())
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
                word: Some(row[10].to_owned()).filter(|text| !text.is_empty()),
                low: row[6].parse().ok(),
                high: row[7].parse().ok(),
                n: row[8].parse().ok(),
                shown: &row[9] == "yes",
            })
            .collect(),
        )
    }
}

/// The rows of the first table after `mark`, each cell's text on one line.
fn table(body: &str, mark: &str) -> Vec<Vec<String>> {
    let text = |html: &str| {
        let mut plain = String::new();
        let mut inside = false;
        for letter in html.chars() {
            match letter {
                '<' => {
                    inside = true;
                    plain.push(' ');
                }
                '>' => inside = false,
                _ if !inside => plain.push(if letter == '\u{a0}' || letter == '\u{202f}' { ' ' } else { letter }),
                _ => {}
            }
        }
        plain.replace("&#x27;", "'").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (_, after) = body.split_once(mark).expect("a heading");
    let (_, after) = after.split_once("<table").expect("a table");
    let (inner, _) = after.split_once("</table>").expect("its end");
    let rows = inner.split("<tr").skip(1);
    rows.map(|row| {
        let cells = row.split("</th>").flat_map(|part| part.split("</td>"));
        let mut cells: Vec<String> = cells.map(|cell| text(&format!("<tr{cell}"))).collect();
        cells.pop();
        cells
    })
    .collect()
}

fn acceptance(w: &World) {
    w.imported(Request {
        questionnaire: Some(bytes("questionnaire.csv")),
        ..request("2025-Q3", bytes("responses_wave1.csv"))
    });
    // Waves are compared with those published before them.
    w.move_to("2026-01-05T08:01:00Z");
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
        // What the schedule notes of its own nights apart.
        let notes = ["tasks:", "settings:", "privacy_audits:"];
        let rows = |w: &World| -> Vec<String> {
            w.dump().into_iter().filter(|row| !notes.iter().any(|note| row.starts_with(note))).collect()
        };
        let before = rows(&w);
        w.tick();
        assert_eq!(rows(&w), before);
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

    async fn an_imported_wave_is_read_like_any_other(w: World) {
        use barometer::organisation::store as organisation;
        use barometer::web::Role;
        w.organisation(&[("prod", 1)]);
        acceptance(&w);
        let hugo = person_id("prod", 1);
        w.write(|conn| {
            for role in [Role::Hr, Role::Admin, Role::Direction] {
                organisation::grant(conn, &person_id("prod", 1), role, &"".into())?;
            }
            organisation::grant(conn, &person_id("prod", 1), Role::Head, &"it".into())
        });
        let mut hugo = w.signed_in(&hugo).await;
        let id = w.lines("SELECT id AS line FROM campaigns WHERE code = '2025-Q3'").concat();
        for path in [
            "/",
            "/results",
            "/results/it",
            "/results/it/2025-Q4",
            "/results/it/2025-Q3",
            "/questionnaires",
            "/questionnaires/it",
            "/questionnaires/it/preview",
            "/questionnaires/it/comparison",
            "/campaigns",
            "/campaigns/new",
            "/exports",
            "/exports/2025-Q3/indicators.csv",
            "/exports/2025-Q3/participation.csv",
            &format!("/campaigns/{id}"),
            "/actions",
        ] {
            let mut reply = hugo.get(path).await;
            if reply.status == 303 {
                reply = hugo.get(&reply.location()).await;
            }
            assert_eq!(reply.status, 200, "{path}");
        }
        let text = hugo.get("/results/it/2025-Q4").await.ok().main();
        assert!(text.contains("68 % 40 / 59"), "{text}");
        let text = hugo.get("/results/it/2025-Q3").await.ok().main();
        assert!(text.contains("30 réponses. ") && !text.contains("30 / "), "{text}");
    }

    async fn the_display_rule_holds_on_the_pages(w: World) {
        use barometer::organisation::store as organisation;
        use barometer::web::Role;
        w.organisation(&[("prod", 1)]);
        acceptance(&w);
        w.write(|conn| organisation::grant(conn, &person_id("prod", 1), Role::Hr, &"".into()));
        let mut hr = w.signed_in(&person_id("prod", 1)).await;
        let rule = expected()["display_k5_remainder_rule"].clone();
        let says = |unit: &str| rule[unit].as_str().expect("what the rule says of a unit").to_owned();
        for (unit, word) in [("total", "shown"), ("Ventes", "shown"), ("Finance", "hidden"), ("Direction", "hidden")] {
            assert!(says(unit).starts_with(word), "{unit}: {}", says(unit));
        }
        assert_eq!(says("Production"), "shown except q7 (4 valid answers)");
        let hidden = "non affiché (confidentialité)";

        // At a glance: two groups with figures, two without.
        let quarter = hr.get("/results/it/2025-Q4").await.ok();
        let rows = table(&quarter.text(), "id=\"groups\"");
        let row = |name: &str| rows.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {rows:?}")).clone();
        for name in ["Ventes", "Production"] {
            assert!(row(name)[1].contains(" %") && !row(name).concat().contains(hidden), "{:?}", row(name));
        }
        for name in ["Finance", "Direction"] {
            assert_eq!(row(name)[1..].concat(), hidden, "{name}");
        }

        // In detail: q7, and the dimension that is q7 alone, are hidden in Production too.
        let detail = hr.get("/results/it/2025-Q4/detail").await.ok();
        let rows = table(&detail.text(), "id=\"groups\"");
        let column = |name: &str| rows[0].iter().position(|cell| cell.starts_with(name)).expect("a column");
        let q7 = questions().into_iter().find(|question| question.code == "q7").expect("q7");
        let mut seen = 0;
        for row in &rows[1..] {
let is_q7 = row[0].contains(q7.text(Language::Fr)) || Some(row[0].as_str()) == q7.dimension_names.get(Language::Fr);
            for (name, open) in [("Ventes", true), ("Production", !is_q7), ("Finance", false), ("Direction", false)] {
                let cell = &row[column(name)];
                assert_eq!(cell == "non affiché", !open, "{name}, {}: {cell}", row[0]);
            }
            seen += usize::from(is_q7);
        }
        assert_eq!((seen, rows.len() > 8), (2, true), "{rows:?}");
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
        assert!(!text.contains("oldest wave first") && !text.contains("wave is old"), "{text}");
        for part in [
            "2025-Q3, from 2025-07-01 to 2025-09-30",
            "30 responses",
            "10 questions asked: q1, q2",
            "there is no column: i1, i2",
            "4 units will be created",
            "Direction (direction): 3 responses",
            "only from 10 responses upwards",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(plan.to_text(Language::Fr).contains("du 2025-07-01 au 2025-09-30"));
    }
}

/// Sixteen answers from one unit, these in turn.
fn sixteen(header: &str, values: &[&str]) -> String {
    let rows = (0..16).map(|n| format!("Ventes,{}\n", values[n % values.len()]));
    std::iter::once(format!("unit,{header}\n")).chain(rows).collect()
}

on_both! {
    async fn any_scale_and_reversed_questions(w: World) {
        let questionnaire = "s7,no,satisfaction,pace,Rythme,Pace,Le rythme,,1,7,no,\n\
                             s10,no,satisfaction,care,Soin,Care,,Care,0,10,no,\n\
                             s4,no,agreement,,,,Quatre,Four,1,4,yes,\n\
                             r5,no,satisfaction,ease,Aisance,Ease,Difficile,Hard,1,5,yes,\n\
                             pick,no,single_choice,,,,Lequel,Which,,,no,a=Un/One|b=Deux/Two\n\
                             several,no,several_choices,,,,Lesquels,Which ones,,,no,\"[{\"\"code\"\":\"\"x\"\",\"\"fr\"\":\"\"X\"\",\"\"en\"\":\"\"X\"\"},{\"\"code\"\":\"\"y\"\",\"\"fr\"\":\"\"Y\"\",\"\"en\"\":\"\"Y\"\"}]\"\n\
                             say,no,text,,,,Dites,Tell,,,no,\n";
        let rows = ["7,10,1,1,a,x|y,Merci", "1,0,4,5,b,x,", "4,5,2,2,a,NA,-", "NA,,-,NA,,,NA"];
        let file = sixteen("s7,s10,s4,r5,pick,several,say", &rows);
        let plan = w.imported(with_questions("2025-S1", file, questionnaire));
        assert_eq!((plan.sheets.complete, plan.sheets.partial), (16, 0), "no overall question: all are complete");
        let figures = w.exported("2025-S1");
        let mean = |code: &str| shown(&figures, ALL, code, "mean").value.expect("a mean");
        assert!((mean("s7") - 4.0).abs() < 1e-12 && (mean("s10") - 5.0).abs() < 1e-12);
        // 1, 4, 2 of 1..4 turned round: 4, 1, 3; 1, 5, 2 of 1..5: 5, 1, 4.
        assert!((mean("s4") - 8.0 / 3.0).abs() < 1e-12 && (mean("r5") - 10.0 / 3.0).abs() < 1e-12);
        let count = |code: &str, indicator: &str| shown(&figures, ALL, code, indicator).value;
        assert_eq!(count("s7", "not_applicable"), Some(4.0));
        assert_eq!((count("s10", "blank"), count("s4", "blank")), (Some(4.0), Some(0.0)), "not asked is no blank");
        assert_eq!(count("s10", "count_10"), Some(4.0));
        assert_eq!(w.lines("SELECT body || ' ' || state || ' ' || client_group AS line FROM comments"), vec!["Merci held ventes"; 4]);
        assert!(!w.lines("SELECT answers AS line FROM responses").concat().contains("Merci"));
        assert_eq!(
            w.lines("SELECT answers AS line FROM responses WHERE answers LIKE '%\"x\",%' ORDER BY 1 LIMIT 1"),
            ["{\"pick\":[\"a\"],\"r5\":1,\"s10\":10,\"s4\":1,\"s7\":7,\"several\":[\"x\",\"y\"]}"]
        );
    }

    async fn bad_files_are_refused_with_their_line(w: World) {
        use Source::{Invitations, Questionnaire, Responses};
        let one = |file: &[u8]| w.refused(request("2025-Q3", file));
        assert_eq!(one(b""), [(Responses, 1, "csv-empty")]);
        assert_eq!(one(b"\n \n"), [(Responses, 1, "csv-empty")]);
        assert_eq!(one(b"unit,overall\n"), [(Responses, 1, "history-no-response")]);
        assert_eq!(one(b"overall\n4\n"), [(Responses, 1, "csv-missing-column")]);
        assert_eq!(one(b"unit\nA\n"), [(Responses, 1, "history-no-question")]);
        assert_eq!(one(b"unit,overall,Overall\nA,4,4\n"), [(Responses, 1, "csv-doubled-column")]);
        assert_eq!(one(b"unit,overall\nA,4\n\xc9tudes,4\n"), [(Responses, 3, "csv-not-utf8")]);
        assert_eq!(one(b"\xff\xfeu\0n\0i\0t\0"), [(Responses, 1, "csv-utf16")]);
        assert_eq!(one(b"unit,overall\nA,4\nA,\"4"), [(Responses, 3, "csv-unclosed-quote")]);
        assert_eq!(one(b"unit,overall\nA\0B,4\n"), [(Responses, 2, "history-unit-control")]);
        assert_eq!(one(b"unit,overall,q99\nA,4,4\n"), [(Responses, 1, "history-unknown-question")]);
        assert_eq!(one(b"unit,overall\nA,4\nA,4,5\n"), [(Responses, 3, "csv-cell-count")]);
        assert_eq!(
            one(b"unit,overall\nA,4\r\n\r\nA,6\nA,0\nA,4.5\nA,four\n,4\n"),
            [4, 5, 6, 7, 8].map(|line| (Responses, line, if line == 8 { "import-empty" } else { "history-off-scale" }))
        );
        let many = format!("unit,overall\n{}", "A,9\n".repeat(70));
        let Ok(Err(faults)) = w.import(request("2025-Q3", many)) else { panic!("imported") };
        assert_eq!((faults.told.len(), faults.more), (50, 20));
        assert!(faults.to_text(Language::En).contains("Line 2: overall: \"9\" is not on the scale from 1 to 5"));
        assert!(faults.to_text(Language::En).ends_with("… and 20 more errors.\n"));

        // Questions.
        let asked = |questions: &str| w.refused(with_questions("2025-Q3", "unit,a\nA,4\n", questions));
        assert_eq!(asked("a,no,mood,,,,A,A,1,5,no,\n"), [(Questionnaire, 2, "history-unknown-kind")]);
        assert_eq!(asked("a,no,effort,,,,A,A,5,5,no,\n"), [(Questionnaire, 2, "history-scale")]);
        assert_eq!(asked("a,no,effort,,,,A,A,1,x,no,\n"), [(Questionnaire, 2, "history-scale")]);
        assert_eq!(asked("A b,no,effort,,,,A,A,1,5,no,\n"), [(Questionnaire, 2, "import-not-a-code")]);
        assert_eq!(asked("a,no,effort,,,,,,1,5,no,\n"), [(Questionnaire, 2, "history-no-text")]);
        assert_eq!(asked("a,no,effort,,,,A,,1,5,perhaps,\n"), [(Questionnaire, 2, "import-not-yes-no")]);
        assert_eq!(asked("a,no,single_choice,,,,A,,,,no,\n"), [(Questionnaire, 2, "history-options")]);
        assert_eq!(
            asked("a,no,effort,,,,A,,1,5,no,\nb,no,satisfaction,a,D,D,B,,1,5,no,\na,no,effort,,,,A,,1,5,no,\n"),
            [(Questionnaire, 4, "import-doubled"), (Questionnaire, 2, "history-code-of-dimension")]
        );
        let choices = "a,no,single_choice,,,,A,,,,no,x=X/X|y=Y/Y\n";
        let chosen = with_questions("2025-Q3", "unit,a\nA,x\nA,z\nA,x|y\n", choices);
        assert_eq!(w.refused(chosen), [(Responses, 3, "history-off-options"), (Responses, 4, "history-off-options")]);

        // Invitations.
        let invited = |text: &str| {
            let invitations = Some(format!("wave,unit,invited,left_company,bounced\n{text}").into_bytes());
            w.refused(Request { invitations, ..request("2025-Q3", "unit,overall\nA,4\nA,5\nB,3\n") })
        };
        assert_eq!(invited("1,A,5,4,0\n1,B,9,0,0\n"), [(Invitations, 2, "history-too-few-invited")]);
        assert_eq!(invited("1,A,5,0,0\n"), [(Responses, 4, "history-not-invited")]);
        assert_eq!(invited("1,A,5,0,0\n1,B,x,0,0\n"), [(Invitations, 3, "history-not-a-number")]);
        assert_eq!(invited("1,A,5,0,0\n1,a,5,0,0\n1,B,5,0,0\n"), [(Invitations, 3, "import-doubled")]);

        // The import as a whole.
        let file = "unit,overall\nA,4\n";
        let day = |text: &str| Day::parse(text);
        assert_eq!(w.refused_whole(request("2025 Q3", file)), "campaign-fault-code");
        assert_eq!(w.refused_whole(request("2026-Q2", file)), "history-future");
        assert_eq!(w.refused_whole(Request { closes_on: day("2026-03-01"), ..request("2025-Q3", file) }), "history-future");
        assert_eq!(w.refused_whole(Request { opens_on: day("2025-12-01"), ..request("2025-Q3", file) }), "history-dates");
        assert_eq!(w.refused_whole(Request { create_units: false, ..request("2025-Q3", file) }), "history-supplier-unknown");
        assert_eq!(w.refused_whole(Request { supplier: "I T".to_owned(), ..request("2025-Q3", file) }), "history-supplier-code");
        assert_eq!(w.refused_whole(Request { current_groups: true, ..request("2025-Q3", file) }), "history-no-groups");
    }

    async fn an_organisation_brings_its_history(w: World) {
        w.organisation(&[("prod", 30), ("log", 4), ("buy", 30)]);
        w.supplier("it");
        let file = "unit,overall,reception_1\nprod,4,5\nUnité log,3,4\nBUY,2,NA\n";
        let request = |campaign: &str, file: &str| Request { create_units: false, ..request(campaign, file) };

        // Units by code, name and slug; others are refused.
        assert_eq!(
            w.refused(request("2025-Q3", "unit,overall\nprod,4\nQualité,4\n")),
            [(Source::Responses, 3, "history-unit-unknown")]
        );
        let plan = w.imported(request("2025-Q3", file));
        assert_eq!(plan.units.iter().map(|met| met.unit.code.as_str()).collect::<Vec<_>>(), ["prod", "log", "buy"]);
        assert!(plan.not_asked.is_empty(), "the bank's other questions are not worth a word");
        assert_eq!(w.count("units"), 5);
        // What the next campaign asks did not change: the new version stands under the draft.
        assert_eq!(
            w.lines("SELECT version || ' ' || state AS line FROM questionnaires ORDER BY version"),
            ["0 superseded", "1 draft"]
        );
        // The same questions again: the same version.
        w.imported(request("2025-Q4", file));
        assert_eq!(w.count("questionnaires"), 2);
        assert_eq!(w.refused_whole(request("2025-Q4", file)), "history-supplier-there");

        // A campaign held here takes nothing from elsewhere; its groups serve the next import.
        let mut wave = w.campaign("2026-Q1", &["it"]);
        w.write({
            let id = wave.id.clone();
            move |conn| {
                use barometer::campaign::{groups::Proposal, store};
                let group = |code: &str, units: &[&str]| Proposal {
                    code: code.into(),
                    name: format!("Groupe {code}"),
                    units: units.iter().map(|unit| (*unit).into()).collect(),
                };
                store::set_groups(conn, &id, &[group("works", &["prod", "log"]), group("office", &["buy"])])
            }
        });
        wave = w.open(&wave);
        assert_eq!(w.refused_whole(request("2026-Q1", file)), "history-not-imported");
        let current = Request { current_groups: true, ..request("2025-S1", file) };
        let plan = w.imported(current.clone());
        let groups: Vec<_> = plan.groups.list.iter().map(|group| (group.code.as_str(), group.responses)).collect();
        assert_eq!(groups, [("office", 1), ("works", 2)]);
        assert_eq!(
            w.refused(Request { campaign: "2025-S2".to_owned(), responses: b"unit,overall\nstaff,4\n".to_vec(), ..current }),
            [(Source::Responses, 2, "history-unit-in-no-group")]
        );

        // The open campaign goes on as if nothing had happened.
        w.store_answers(&wave, &person_id("prod", 1), crate::world::verbs::about("it", &[(ASKED[0], 4)]));
        let plan = w.imported(request("2023-T4", file));
        assert!(plan.to_text(Language::En).contains("already been published (2025-S1, 2025-Q3, 2025-Q4)"));
        assert!(plan.to_text(Language::En).contains("This wave is old"));
        assert_eq!(plan.campaign.opens_on.to_string(), "2023-10-01");
        assert_eq!((w.count("open_responses"), w.count("answered")), (1, 1));
        assert_eq!(w.again(&wave).state, barometer::campaign::State::Open);

        // A second supplier brings a file of its own: nothing that was published changes, its new units get groups.
        let kept = || {
            let kept = |row: &String| {
                let own = ["figures:", "decisions:", "responses:", "moments:"].iter().any(|table| row.starts_with(table));
                own && !row.contains("hr")
            };
            w.dump().into_iter().filter(kept).collect::<Vec<_>>()
        };
        let of_it = kept();
        let more = "unit,overall,reception_1\nprod,4,5\nstaff,1,2\nQualité,3,3\n";
        let hr = Request { supplier: "hr".to_owned(), ..request("2025-Q4", more) };
        assert_eq!(w.refused_whole(hr.clone()), "history-supplier-unknown");
        let day = Day::parse("2025-10-02");
        let hr = Request { create_units: true, ..hr };
        assert_eq!(w.refused_whole(Request { opens_on: day, ..hr.clone() }), "history-other-dates");
        assert_eq!(
            w.refused(Request { current_groups: true, ..hr.clone() }),
            [3, 4].map(|line| (Source::Responses, line, "history-unit-in-no-group"))
        );
        let plan = w.imported(hr.clone());
        assert!(!plan.new_campaign && plan.new_supplier);
        assert_eq!(w.refused_whole(hr), "history-supplier-there");
        assert_eq!(kept(), of_it);
        let groups = "SELECT g.code AS line FROM client_groups g JOIN campaigns c ON c.id = g.campaign \
                      WHERE c.code = '2025-Q4' ORDER BY 1";
        assert_eq!(w.lines(groups), ["buy", "log", "prod", "qualite", "staff"]);
        w.tick();
        assert_eq!(w.count("outbox WHERE kind NOT IN ('invitation', 'launch_notice')"), 0);
    }
}
