//! From answers to published figures: the acceptance data to the ninth digit, and what no run may ever give away.

use std::collections::BTreeMap;

use barometer::aggregation::deciding::decide;

use barometer::aggregation::decisions::{Collected, Decisions};

use barometer::aggregation::figure::{ALL, Figure};
use barometer::aggregation::figure::{CAMPAIGN, Release};
use barometer::aggregation::store::{Published, published};
use barometer::aggregation::tally::{Sheets, Tally};
use barometer::aggregation::verify::{Verdict, verify};
use barometer::answering::draft::Draft;
use barometer::answering::sending::Outcome;
use barometer::answering::{NO_GROUP, OTHER, OUTSIDE};
use barometer::campaign::{Campaign, State, groups};
use barometer::clock::Day;
use barometer::db::ids::{CampaignId, GroupCode};
use barometer::questionnaire::build::{Wanted, own_question};
use barometer::questionnaire::{Answer, Answers, Kind, Question};
use diesel::prelude::*;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use serde_json::Value;

use crate::world::World;
use crate::world::verbs::{about, person_id, with_answers};

const UNITS: [(&str, usize); 4] = [("Ventes", 20), ("Production", 18), ("Finance", 14), ("Direction", 8)];

pub fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/tests/data/acceptance/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::Reader::from_path(path).expect("a file");
    reader.deserialize().map(|row| row.expect("a row")).collect()
}

pub fn expected() -> Value {
    let path = format!("{}/tests/data/acceptance/expected.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

pub fn questions() -> Vec<Question> {
    rows("questionnaire.csv")
        .iter()
        .map(|row| {
            let optional = |name: &str| Some(row[name].clone()).filter(|text| !text.is_empty());
            let kind = Kind::parse(&row["kind"]).expect("a kind");
            let bare =
                own_question(&row["code"], kind, barometer::render::Texts::both(&row["text_fr"], &row["text_en"]), &[])
                    .expect("a question");
            Question {
                core: row["core"] == "yes",
                dimension: optional("dimension"),
                dimension_names: barometer::render::Texts::both(&row["dimension_fr"], &row["dimension_en"]),
                lo: row["lo"].parse().ok(),
                hi: row["hi"].parse().ok(),
                reversed: row["reversed"] == "yes",
                ..bare
            }
        })
        .collect()
}

/// Opens a wave, imports its responses as sent by the people of each unit in turn, closes it.
fn wave(w: &World, code: &str, file: &str) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it"]));
    let mut next: BTreeMap<String, usize> = BTreeMap::new();
    for row in rows(file) {
        let number = next.entry(row["unit"].clone()).or_default();
        *number += 1;
        let answers: Answers = row
            .iter()
            .filter(|(code, text)| !["wave", "unit"].contains(&code.as_str()) && !text.is_empty())
            .map(|(code, text)| {
                let value = text.parse().map_or(Answer::NotApplicable, Answer::Value);
                (code.clone(), value)
            })
            .collect();
        let sent = w.store_answers(&campaign, &person_id(&row["unit"], *number), with_answers("it", answers));
        assert_eq!(sent, Outcome::Recorded);
    }
    w.close(&campaign)
}

/// The feedback page of a group.
fn visitor_page(w: &World, campaign: &Campaign, group: &str) -> String {
    barometer::progress::feedback::path(&w.app, &campaign.id, &group.into())
}

#[track_caller]
pub fn near(found: Option<f64>, expected: &Value, what: &str) {
    let (found, expected) = (found.unwrap_or(f64::NAN), expected.as_f64().expect("a number"));
    let tolerance = 1e-9 * expected.abs().max(1.0);
    assert!((found - expected).abs() <= tolerance, "{what}: {found}, expected {expected}");
}

#[track_caller]
pub fn shown<'a>(figures: &'a Published, group: &str, subject: &str, indicator: &str) -> &'a Figure {
    let figure = figures.get(group, subject, indicator).unwrap_or_else(|| panic!("no {group} {subject} {indicator}"));
    assert!(figure.shown, "{group} {subject} {indicator} is hidden");
    figure
}

/// One question's figures in one group, where everything about it is shown.
#[track_caller]
pub fn assert_item(figures: &Published, group: &str, code: &str, item: &Value) {
    let get = |indicator: &str| shown(figures, group, code, indicator);
    let what = format!("{group} {code}");
    let mean = get("mean");
    near(mean.value, &item["mean"], &what);
    near(mean.low, &item["mean_t95"][0], &what);
    near(mean.high, &item["mean_t95"][1], &what);
    assert_eq!(mean.n.map(i64::from), item["n"].as_i64());
    for (indicator, name) in [("satisfied", "top2"), ("dissatisfied", "bottom2")] {
        near(get(indicator).value, &item[name], &what);
        near(get(indicator).low, &item[format!("{name}_wilson95")][0], &what);
        near(get(indicator).high, &item[format!("{name}_wilson95")][1], &what);
    }
    for (indicator, name) in
        [("net", "net"), ("sd", "sd"), ("median", "median"), ("top1", "top1"), ("score100", "index100")]
    {
        near(get(indicator).value, &item[name], &format!("{what} {indicator}"));
    }
    let half = 1.959_963_984_540_054 * item["net_se"].as_f64().expect("a number");
    let net = get("net").low.zip(get("net").high).expect("an interval");
    assert!((net.1 - net.0 - 2.0 * half).abs() < 1e-9 || net.1 >= 1.0 || net.0 <= -1.0, "{what}: {net:?}");
    for value in 1..=5 {
        near(get(&format!("count_{value}")).value, &item["counts"][value.to_string()], &what);
    }
    if item["not_concerned"].is_number() {
        near(get("not_applicable").value, &item["not_concerned"], &what);
        near(get("blank").value, &item["unanswered"], &what);
    }
}

on_both! {
    async fn totals_over_services_hide_who_did_not_answer_like_any_other(w: World) {
        w.organisation(&[("prod", 40), ("site", 40), ("shop", 20), ("quiet", 40)]);
        w.supplier("it");
        w.supplier("hr");
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        let sends = |unit: &str, people: usize, services: &[&str]| {
            for number in 1..=people {
                let value = i32::try_from(number % 5).expect("a level") + 1;
                let draft = services.iter().map(|code| about(code, &[("overall", value)]));
                let together = |mut all: Draft, one: Draft| {
                    all.sheets.extend(one.sheets);
                    all.chosen = Some(all.sheets.keys().cloned().collect());
                    all
                };
                let draft = draft.reduce(together).expect("a service");
                assert_eq!(w.store_answers(&campaign, &person_id(unit, number), draft), Outcome::Recorded);
            }
        };
        sends("prod", 6, &["it", "hr"]);
        sends("site", 7, &["it", "hr"]);
        sends("shop", 6, &["it"]);
        let campaign = w.close(&campaign);
        w.tick();
        let all = w.read(|conn| published(conn, &campaign.id, &"*".into()));
        for (group, is_shown) in [("prod", true), ("site", true), ("shop", false), ("quiet", false)] {
            for (subject, indicator) in [("*", "responses"), ("overall", "satisfied")] {
                let figure = all.get(group, subject, indicator).unwrap_or_else(|| panic!("no row of {group}"));
                assert_eq!((figure.shown, figure.value.is_some()), (is_shown, is_shown), "{group} {subject}");
            }
        }
        // Nineteen of 140 answered about it: everybody who was asked reads that these are few.
        let mut visitor = w.visitor().await;
        let page = visitor.get(&visitor_page(&w, &campaign, "prod")).await.ok();
        let few = "Très peu de personnes ont répondu : au plus 14 % des personnes concernées";
        assert!(page.main().contains(few), "{}", page.main());
        assert!(page.main().contains("6 réponses, trop peu nombreuses pour une marge d'erreur"), "{}", page.main());
        assert!(page.text().contains("class=\"qr\"") && !page.main().contains("19 sur 140"));
        // Nothing is being done yet: the mail and the page do not say so.
        w.send_mail().await;
        let mail = w.mail_to(&person_id("quiet", 1));
        assert_eq!(mail.subject, "Ce que vous avez dit\u{a0}: 1er trimestre 2026");
        assert!(mail.text.contains("lisent ces résultats en même temps que vous") && page.main().contains("ce qui sera décidé s'affichera sur cette page"));
        let endless = format!("/f/{}", "a".repeat(5000));
        assert_eq!(visitor.get(&endless).await.status, 404);
    }

    async fn acceptance_data_gives_the_expected_figures(w: World) {
        w.organisation(&UNITS);
        w.supplier_asking("it", questions().into_iter().map(|question| Wanted::Own(Box::new(question))).collect());
        w.write(|conn| {
            use barometer::db::schema::people;
            diesel::update(people::table.find("Ventes_20")).set(people::active.eq(false)).execute(conn)?;
            Ok(())
        });
        let first = wave(&w, "2026-Q1", "responses_wave1.csv");
        w.move_to("2026-04-06T08:00:00Z");
        let second = wave(&w, "2026-Q2", "responses_wave2.csv");
        assert!(first.is_published() && second.is_published());
        let expected = expected();
        let figures = w.read(|conn| published(conn, &second.id, &"it".into()));

        // All clients.
        let items = expected["items"].as_object().expect("items");
        for (code, item) in items {
            assert_item(&figures, ALL, code, item);
        }
        // The display rule: Ventes and Production shown, Production not on q7, Finance and Direction never.
        for (code, item) in items {
            for group in ["Finance", "Direction"] {
                for indicator in ["mean", "satisfied"] {
                    let figure = figures.get(group, code, indicator).expect("a row that says it is hidden");
                    assert!(!figure.shown && figure.value.is_none() && figure.n.is_none(), "{figure:?}");
                }
            }
            for group in ["Ventes", "Production"] {
                let own = &expected["items_by_unit_internal_before_suppression"][group][code];
                if (group, code.as_str()) == ("Production", "q7") {
                    assert!(!figures.get(group, code, "mean").expect("a row").shown, "{item}");
                } else if figures.get(group, code, "sd").is_some() {
                    assert_item(&figures, group, code, own);
                } else {
                    let mean = own["mean"].as_f64().expect("a mean");
                    assert_eq!(shown(&figures, group, code, "mean").value, Some((mean * 10.0).round() / 10.0));
                    near(shown(&figures, group, code, "satisfied").value, &own["top2"], group);
                }
            }
        }
        for figure in figures.iter().filter(|figure| ["Finance", "Direction"].contains(&figure.client_group.as_str())) {
            assert!(!figure.shown && figure.value.is_none() && figure.n.is_none(), "{figure:?}");
        }
        let sealed = format!("SELECT DISTINCT client_group AS line FROM responses WHERE campaign = '{}' ORDER BY 1", second.id);
        assert_eq!(w.lines(&sealed), ["Production", "Ventes", "other"]);

        // Participation, recommendation, effort.
        let rate = &expected["response_rate"];
        near(figures.value(CAMPAIGN, "eligible"), &rate["eligible"], "eligible");
        near(figures.value(CAMPAIGN, "responses"), &rate["answers"], "responses");
        near(figures.value(CAMPAIGN, "rr1"), &rate["RR1"], "RR1");
        near(figures.value(CAMPAIGN, "rr2"), &rate["RR2"], "RR2");
        near(figures.value("overall", "margin"), &expected["overall_with_fpc"]["moe_top2_fpc"], "margin");
        let nps = shown(&figures, ALL, "recommend", "recommendation");
        near(nps.value, &expected["nps"]["nps"], "recommendation");
        near(nps.low, &expected["nps"]["ci95"][0], "recommendation");
        near(nps.high, &expected["nps"]["ci95"][1], "recommendation");
        near(figures.value("effort", "effort"), &expected["effort"]["mean"], "effort");
        near(figures.value("effort", "effort_low"), &expected["effort"]["low_effort"], "effort");

        // Change: every dimension has one question here, so its figures are the question's.
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
            let satisfied = get("change_satisfied");
            near(satisfied.value, &change["top2_diff"], subject);
            near(satisfied.low, &change["top2_diff_newcombe95"][0], subject);
            near(satisfied.high, &change["top2_diff_newcombe95"][1], subject);
            let mean = get("change_mean");
            near(mean.value, &change["mean_diff"], subject);
            near(mean.low, &change["welch_ci95"][0], subject);
            near(mean.high, &change["welch_ci95"][1], subject);
            assert!(get("change_verdict").word.is_some());
        }
        assert_eq!(figures.word("overall", "change_verdict"), Some("up"));

        // What only whole sheets tell: too few here for reliability and shares of R²; rank correlations instead.
        near(figures.value(CAMPAIGN, "index"), &expected["index_equal_weights"], "index");
        near(figures.value(CAMPAIGN, "index_weighted"), &expected["index_importance_weights"], "weighted index");
        assert!(!figures.get(ALL, CAMPAIGN, "alpha").expect("a row").shown, "n is 27");
        assert!(figures.value(CAMPAIGN, "r2").is_none() && figures.value("reception", "lmg").is_none());
        assert!(figures.value("reception", "spearman").is_some());

        // Counted again, everything is the same; with one figure or one answer touched, it says which.
        for campaign in [&first, &second] {
            let verdict = w.read(|conn| verify(conn, campaign));
            assert_eq!(verdict.differences, [], "{}", campaign.code);
            assert!(verdict.figures > 100 && verdict.sheets >= 30);
        }

        // A published wave is never computed again.
        let publication = |w: &World| {
            let kept = ["figures:", "decisions:", "publications:", "moments:", "responses:", "campaigns:"];
            let rows = w.dump().into_iter().filter(|row| kept.iter().any(|table| row.starts_with(table)));
            rows.collect::<Vec<_>>()
        };
        let before = publication(&w);
        w.tick();
        assert_eq!(publication(&w), before);

        let touch = |sql: &'static str| {
            w.write(move |conn| {
                barometer::on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
                Ok(())
            });
            let keys = |verdict: Verdict| verdict.differences.into_iter().map(|say| say.key).collect::<Vec<_>>();
            keys(w.read(|conn| verify(conn, &second)))
        };
        let figure = "UPDATE figures SET value = 0.5 WHERE subject = 'overall' AND indicator = 'satisfied' \
                      AND client_group = '*' AND campaign = (SELECT id FROM campaigns WHERE code = '2026-Q2')";
        assert_eq!(touch(figure), ["verify-figure", "verify-fingerprint"]);
        let decision = "UPDATE decisions SET shown = TRUE, reason = '' WHERE client_group = 'Production' \
                        AND subject = 'q7' AND campaign = (SELECT id FROM campaigns WHERE code = '2026-Q2')";
        assert!(touch(decision).contains(&"verify-decision"));
    }
}

/// A random wave: 1 to 6 groups of 0 to 30 people, some of one mind, some answering to the last, some skipping.
struct Case {
    questions: Vec<Question>,
    tally: Tally,
    proposed: BTreeMap<GroupCode, i32>,
    campaign: Campaign,
}

fn case(rng: &mut StdRng) -> Case {
    let kinds = [("overall", Kind::Satisfaction), ("a", Kind::Satisfaction), ("b", Kind::Recommendation)];
    let questions: Vec<Question> = kinds
        .iter()
        .map(|(code, kind)| {
            own_question(code, *kind, barometer::render::Texts::both(*code, *code), &[]).expect("a question")
        })
        .collect();
    let (mut tally, mut proposed) = (Tally::default(), BTreeMap::new());
    let mut codes: Vec<String> = (0..rng.random_range(1..=6)).map(|n| format!("g{n}")).collect();
    if rng.random_range(0..3) == 0 {
        codes.push(OUTSIDE.to_owned());
    }
    for code in codes {
        let group = GroupCode::from(code.as_str());
        let sent = if rng.random_range(0..4) == 0 { rng.random_range(0..4) } else { rng.random_range(0..=30) };
        let of_one_mind = rng.random_range(0..4) == 0;
        let skips = rng.random_range(0..=9);
        for _ in 0..sent {
            let mut answers = Answers::new();
            for question in &questions {
                let (lo, hi) = question.range().expect("a scale");
                if rng.random_range(0..10) >= skips || of_one_mind {
                    let value = if of_one_mind { hi } else { rng.random_range(lo..=hi) };
                    answers.insert(question.code.clone(), Answer::Value(value));
                }
            }
            let text = serde_json::to_string(&answers).expect("JSON");
            tally.add(&group, Sheets::of(&questions).read(&text).expect("a sheet"));
        }
        let without = if rng.random_range(0..3) == 0 { rng.random_range(0..4) } else { 0 };
        for _ in 0..without {
            tally.add_no_contact(&group);
        }
        if code != OUTSIDE {
            let silent = if rng.random_range(0..3) == 0 { 0 } else { rng.random_range(1..20) };
            proposed.insert(group, sent + without + silent);
        }
    }
    let day = Day::parse("2026-01-05").expect("a day");
    let campaign = Campaign {
        state: State::Closed,
        threshold: if rng.random_range(0..4) == 0 { 7 } else { 5 },
        ..Campaign::draft(CampaignId::from("c"), "2026-Q1".to_owned(), day)
    };
    Case { questions, tally, proposed, campaign }
}

/// The answers of some groups together, as one who adds and subtracts tables gets them.
struct Pile {
    n: u32,
    groups: usize,
    values: BTreeMap<i32, u32>,
}

impl Case {
    fn pile(&self, subject: &str, groups: impl Iterator<Item = String>) -> Pile {
        let mut pile = Pile { n: 0, groups: 0, values: BTreeMap::new() };
        for code in groups {
            let Some(group) = self.tally.groups.get(&GroupCode::from(code.as_str())) else { continue };
            let place = self.questions.iter().position(|question| question.code == subject);
            let n = place.map_or(group.responses, |place| group.question(place).n());
            pile.n += n;
            pile.groups += usize::from(n > 0);
            if let Some(place) = place {
                let (lo, hi) = self.questions[place].range().expect("a scale");
                for value in lo..=hi {
                    *pile.values.entry(value).or_default() += group.question(place).values.count(value);
                }
            }
        }
        pile
    }

    fn codes(&self) -> Vec<String> {
        let mut codes: Vec<String> =
            self.tally.groups.keys().chain(self.proposed.keys()).map(|code| code.0.clone()).collect();
        codes.sort();
        codes.dedup();
        codes
    }

    fn assert_gives_nothing_away(&self, decisions: &Decisions, subject: &str, release: Release) {
        let k = u32::try_from(if release == Release::Value { self.campaign.threshold } else { 10 }).expect("k");
        let safe = |pile: &Pile, what: &str| {
            assert!(pile.n >= k, "{what} has {} answers, {subject} {release:?}", pile.n);
            let unanimous = pile.values.values().filter(|count| **count > 0).count() == 1;
            assert!(!unanimous, "{what} is unanimous, {subject} {release:?}");
        };
        let codes = self.codes();
        let (open, hidden): (Vec<String>, Vec<String>) =
            codes.iter().cloned().partition(|code| decisions.shows(code, subject, release));
        assert!(!open.contains(&OUTSIDE.to_owned()));
        if !decisions.shows(ALL, subject, release) {
            assert!(open.is_empty(), "a group of a hidden total is shown");
            return;
        }
        safe(&self.pile(subject, codes.iter().cloned()), "the total");
        for code in &open {
            let pile = self.pile(subject, std::iter::once(code.clone()));
            safe(&pile, code);
            let group = &self.tally.groups[&GroupCode::from(code.as_str())];
            let people = u32::try_from(self.proposed[&GroupCode::from(code.as_str())]).expect("a size");
            assert!(pile.n < people - group.no_contacts || pile.n >= 10, "{code}: everybody answered, {}", pile.n);
        }
        let rest = self.pile(subject, hidden.into_iter());
        if rest.n > 0 {
            safe(&rest, "what is hidden together");
            assert!(open.is_empty() || rest.groups > 1, "one group alone is hidden, {subject} {release:?}");
        }
        for code in open.iter().chain([&ALL.to_owned()]) {
            assert!(decisions.shows(code, CAMPAIGN, release), "shown for a question, hidden for the campaign");
            assert!(decisions.shows(code, subject, Release::Value), "levels shown, values hidden");
        }
    }
}

#[test]
fn no_run_gives_a_small_a_lonely_or_a_unanimous_group_away() {
    let mut rng = StdRng::seed_from_u64(2026);
    let mut shown = 0;
    for _ in 0..5_000 {
        let case = case(&mut rng);
        let (supplier, Case { questions, tally, proposed, .. }) = ("it".into(), &case);
        let collected = [Collected { supplier: &supplier, questions, tally, proposed }];
        let list = decide(&case.campaign, &collected, &[], true);
        let decisions = Decisions::new(&list);
        shown += list.iter().filter(|decision| decision.shown && decision.client_group.as_str() != ALL).count();
        for subject in [CAMPAIGN, "overall", "a", "b"] {
            for release in [Release::Value, Release::Levels] {
                case.assert_gives_nothing_away(&decisions, subject, release);
            }
        }
    }
    assert!(shown > 10_000, "the rule hides nearly everything: {shown}");
}

#[test]
fn no_group_can_take_a_code_that_means_something_else() {
    for code in [ALL, OUTSIDE, OTHER, NO_GROUP] {
        assert!(groups::is_reserved(code), "{code:?}");
    }
}
