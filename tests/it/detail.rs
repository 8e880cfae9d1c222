//! The detail page says everything that was published and nothing else; every name on it leads to its definition; the
//! method is open to everybody; labels follow the organisation's setting.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use barometer::aggregation::figure::Figure;
use barometer::aggregation::store::{Published, published};
use barometer::campaign::Campaign;
use barometer::organisation::store as organisation;
use barometer::questionnaire::build::Wanted;
use barometer::questionnaire::{Answer, Answers};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::verbs::{about, person, person_id, with_answers};
use crate::world::{Visitor, World};

const ASKED: [&str; 8] =
    ["reception_1", "reception_2", "responsiveness_1", "overall", "effort", "recommendation", "importance", "keep"];
const UNITS: [(&str, usize); 3] = [("prod", 14), ("ventes", 12), ("log", 6)];
/// Of the smallest unit, so many answer.
const FEW: usize = 3;

/// What person `number` answers; the later wave is a little better.
fn answers(number: i32, better: i32) -> Answers {
    let value = |spread: i32, low: i32| Answer::Value((low + (number * spread) % 4 + better).clamp(1, 5));
    let chosen = if number % 3 == 0 { "reception" } else { "responsiveness" };
    let mut answers: Answers = [
        ("reception_1", value(3, 2)),
        ("reception_2", if number % 5 == 0 { Answer::NotApplicable } else { value(1, 2) }),
        ("responsiveness_1", value(5, 1)),
        ("overall", value(7, 2)),
        ("effort", value(1, 1)),
        ("recommendation", Answer::Value((number * 3) % 11)),
        ("importance", Answer::Choices(vec![chosen.to_owned()])),
    ]
    .into_iter()
    .map(|(code, answer)| (code.to_owned(), answer))
    .collect();
    if number % 6 == 0 {
        answers.remove("effort");
    }
    answers
}

fn wave(w: &World, code: &str, better: i32) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it"]));
    let mut number = 0;
    for (unit, size) in UNITS {
        for place in (1..=size).take(if unit == "log" { FEW } else { size }) {
            number += 1;
            w.store_answers(&campaign, &person_id(unit, place), with_answers("it", answers(number, better)));
        }
    }
    w.close(&campaign)
}

/// Two published waves of `it`; gives the later.
fn two_waves(w: &World) -> Campaign {
    w.organisation(&UNITS);
    w.supplier_asking("it", ASKED.iter().map(|code| Wanted::bank(code)).collect());
    wave(w, "2026-Q1", 0);
    w.move_to("2026-04-01T08:00:00Z");
    wave(w, "2026-Q2", 1)
}

fn granted(w: &World, id: &'static str, role: Role) {
    w.write(move |conn| {
        organisation::insert_people(conn, &[person(id, "staff", Language::En)])?;
        organisation::grant(conn, &id.into(), role, &"".into())
    });
}

fn figures(w: &World, campaign: &Campaign) -> Published {
    w.read(|conn| published(conn, &campaign.id, &"it".into()))
}

async fn text(visitor: &mut Visitor, path: &str) -> String {
    let reply = visitor.get(path).await;
    assert_eq!(reply.status, StatusCode::OK, "{path}");
    reply.text()
}

/// The targets of `attribute` on a page.
fn all<'a>(page: &'a str, attribute: &str) -> BTreeSet<&'a str> {
    let opening = format!(" {attribute}=\"");
    page.split(&opening).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

fn plain(page: &str) -> String {
    page.replace(['\u{a0}', '\u{202f}'], " ")
}

on_both! {
    async fn the_quarter_warns_when_very_few_answered_and_gives_no_rate_that_is_withheld(w: World) {
        w.organisation(&[("prod", 100)]);
        w.supplier("it");
        granted(&w, "dora", Role::Direction);
        for (month, code, answers, warned) in [(1, "2026-Q1", 6_usize, true), (4, "2026-Q2", 3, false), (7, "2026-Q3", 20, false)] {
            w.move_to(&format!("2026-{month:02}-05T08:00:00Z"));
            let campaign = w.open(&w.campaign(code, &["it"]));
            for number in 1..=answers {
                w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", [2, 3, 4, 5][number % 4])]));
            }
            w.close(&campaign);
            let page = plain(&text(&mut w.signed_in(&"dora".into()).await, &format!("/results/it/{code}")).await);
            let notice = page.lines().find(|line| line.contains("Very few")).unwrap_or_default();
            assert_eq!(notice.contains("(6% of those eligible)"), warned, "{code}: {notice}");
            assert_eq!(page.contains("Very few people responded"), warned, "{code}");
            if code == "2026-Q2" {
                assert!(!page.contains("3 of 100") && !page.contains("3%"), "{page}");
            }
        }
    }

    async fn everything_published_is_on_the_page_and_every_name_leads_to_its_definition(w: World) {
        let campaign = two_waves(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = text(&mut head, "/results/it/2026-Q2/detail").await;
        let method = text(&mut w.visitor().await, "/method").await;
        let anchors = all(&method, "id");

        let links = all(&page, "href");
        let ids = all(&page, "id");
        let mut to_method = BTreeSet::new();
        for link in &links {
            if let Some(anchor) = link.strip_prefix("/method#") {
                assert!(anchors.contains(anchor), "{link}");
                to_method.insert(anchor);
            } else if let Some(place) = link.strip_prefix('#') {
                assert!(ids.contains(place), "{link}");
            }
        }
        let published = figures(&w, &campaign);
        for Figure { indicator, .. } in published.iter() {
            let code = if indicator.starts_with("count_") { "count" } else { indicator };
            assert!(anchors.contains(code), "{code} has no definition");
            // Said in words beside the counts, whose name is the link.
            if !["not_applicable", "blank"].contains(&code) {
                assert!(to_method.contains(code), "{code} is not on the detail page");
            }
        }
        let own = all(&method, "href");
        assert!(own.iter().filter_map(|link| link.strip_prefix('#')).all(|place| anchors.contains(place)));
        // Every anchor stands once.
        assert_eq!(ids.len(), page.matches(" id=\"").count());
        assert_eq!(anchors.len(), method.matches(" id=\"").count());

        let quarter = text(&mut head, "/results/it/2026-Q2").await;
        for link in ["/results/it/2026-Q2/detail", "/method"] {
            assert!(all(&quarter, "href").contains(link), "{link}");
        }
        assert!(links.contains("/results/it/2026-Q2"));
    }

    async fn figures_on_the_page_are_those_published(w: World) {
        let campaign = two_waves(&w);
        let published = figures(&w, &campaign);
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = plain(&text(&mut head, "/results/it/2026-Q2/detail").await);
        let value = |subject: &str, indicator: &str| published.value(subject, indicator).expect(indicator);
        let share = value("overall", "satisfied");
        assert!(page.contains(&format!("<b>{:.0} %</b>", share * 100.0)), "{share}");
        let mean = format!("{:.2}", value("overall", "mean")).replace('.', ",");
        assert!(page.contains(&format!("<b>{mean}</b>")), "{mean}");
        let chances = (value("overall", "change_delta") + 1.0) * 50.0;
        assert!(page.contains(&format!("{chances:.0} chances sur 100")));
        assert!(page.contains("Comparé au 1er trimestre 2026"));
        // Under thirty answers a recommendation is not shown.
        assert_eq!(published.get("*", "recommendation", "recommendation").map(|figure| figure.shown), Some(false));
        assert!(page.contains("non affiché (confidentialité)"));
        let fingerprint = w.lines(&format!("SELECT fingerprint AS line FROM publications WHERE campaign = '{}'", campaign.id));
        assert!(page.contains(&fingerprint[0]));
        let english = {
            granted(&w, "dora", Role::Direction);
            text(&mut w.signed_in(&"dora".into()).await, "/results/it/2026-Q2/detail").await
        };
        assert!(english.contains("Favourable opinions") && english.contains("chances in 100"));
    }

    async fn only_those_who_may_see_groups(w: World) {
        two_waves(&w);
        granted(&w, "rita", Role::Reader);
        granted(&w, "hugo", Role::Hr);
        let mut reader = w.signed_in(&"rita".into()).await;
        let page = text(&mut reader, "/results/it/2026-Q2/detail").await;
        assert!(!page.contains("Groupe ") && !all(&page, "id").contains("groups"));
        for person in ["hugo", "head_it"] {
            let page = text(&mut w.signed_in(&person.into()).await, "/results/it/2026-Q2/detail").await;
            assert!(all(&page, "id").contains("groups") && page.contains("Groupe prod"), "{person}");
        }
        for path in ["/results/it/2099-Q1/detail", "/results/none/2026-Q2/detail"] {
            assert_eq!(reader.get(path).await.status, StatusCode::NOT_FOUND);
        }
        let plain = w.signed_in(&person_id("prod", 1)).await.get("/results/it/2026-Q2/detail").await;
        assert_eq!(plain.status, StatusCode::NOT_FOUND);
    }

    async fn groups_hidden_and_branches_stand_in_one_table(w: World) {
        let campaign = two_waves(&w);
        // A branch as the publication writes one, and its name as it stood at closing.
        let id = campaign.id.clone();
        w.write(move |conn| {
            use barometer::db::schema::rollups;
            use diesel::prelude::*;
            let row = (rollups::campaign.eq(&id), rollups::unit.eq("usine"), rollups::name.eq("L'usine & co"), rollups::client_group.eq("prod"));
            diesel::insert_into(rollups::table).values(row).execute(conn)?;
            let bare = |indicator: &str, value: f64| Figure {
                campaign: id.clone(),
                supplier: "it".into(),
                client_group: "branch:usine".into(),
                subject: "overall".to_owned(),
                indicator: indicator.to_owned(),
                value: Some(value),
                word: None,
                low: None,
                high: None,
                n: Some(26),
                shown: true,
            };
            barometer::aggregation::store::insert_figures(conn, &[bare("mean", 3.21), bare("satisfied", 0.43)])
        });
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = plain(&text(&mut head, "/results/it/2026-Q2/detail").await);
        let table = page.split("<table class=\"grid heat groups\"").nth(1).and_then(|rest| rest.split("</table>").next()).expect("a table");
        assert!(table.contains("L&#x27;usine &amp; co") || table.contains("L'usine &amp; co"), "{table}");
        assert!(table.contains("branche") && table.contains("<b>43 %</b>") && table.contains("3,21 · n = 26"));
        let first = table.split("<tbody>").nth(1).and_then(|rest| rest.split("</tr>").next()).expect("a row");
        // Three people: hidden, and another with them so that they cannot be worked out.
        assert_eq!(first.matches("non affiché").count(), 2, "{first}");
        assert!(!first.contains("n = 3"));
    }

    async fn the_method_is_open_to_everybody_in_both_languages(w: World) {
        let mut anybody = w.visitor().await;
        let french = text(&mut anybody, "/method?lang=fr").await;
        let english = text(&mut anybody, "/method?lang=en").await;
        assert!(french.contains("Avis favorables") && english.contains("Favourable opinions"));
        assert_eq!(all(&french, "id"), all(&english, "id"));
        assert!(all(&text(&mut anybody, "/privacy").await, "href").contains("/method"));
        w.organisation(&UNITS);
        let page = text(&mut w.signed_in(&person_id("prod", 1)).await, "/method").await;
        assert!(page.contains("Personne prod_1"), "somebody signed in keeps the bar");

        let file = text(&mut anybody, "/method/definitions.csv").await;
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        assert_eq!(reader.headers().expect("a header").get(2), Some("name_fr"));
        let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
        assert!(rows.len() > 40);
        for row in &rows {
            assert!([2, 3, 4, 7, 8, 9].iter().all(|place| !row[*place].is_empty()), "{row:?}");
            assert!(row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])), "{row:?}");
            assert!(all(&english, "id").contains(&row[0]), "{row:?}");
        }
    }

    async fn the_word_beside_a_mean_follows_the_setting(w: World) {
        w.organisation(&[("prod", 80)]);
        w.supplier_asking("it", vec![Wanted::bank("overall")]);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        for place in 1..=80 {
            // 3.25 on average, narrowly.
            let value = if place % 4 == 0 { 4 } else { 3 };
            let answers = Answers::from([("overall".to_owned(), Answer::Value(value))]);
            w.store_answers(&campaign, &person_id("prod", place), with_answers("it", answers));
        }
        w.close(&campaign);
        granted(&w, "ada", Role::Admin);
        let mut head = w.signed_in(&"head_it".into()).await;
        let mut ada = w.signed_in(&"ada".into()).await;
        let label = "href=\"/method#labels\">";
        for path in ["/results/it/2026-Q1", "/results/it/2026-Q1/detail"] {
            assert!(text(&mut head, path).await.contains(&format!("{label}Moyen</a>")), "{path}");
        }
        let wrong = ada.post("/settings", &[("organisation", "Maison"), ("labels", "five")]).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"Maison\"") && wrong.text().contains("href=\"#labels\""));
        ada.post("/settings", &[("organisation", "Maison"), ("labels", "satisfactory_from_three")]).await.location();
        assert!(text(&mut ada, "/settings").await.contains("value=\"satisfactory_from_three\" selected"));
        for path in ["/results/it/2026-Q1", "/results/it/2026-Q1/detail"] {
            assert!(text(&mut head, path).await.contains(&format!("{label}Satisfaisant</a>")), "{path}");
        }
        // A setting is not part of the publication: going back gives the old word again.
        ada.post("/settings", &[("organisation", "Maison"), ("labels", "standard")]).await.location();
        assert!(text(&mut head, "/results/it/2026-Q1").await.contains(&format!("{label}Moyen</a>")));
    }
}
