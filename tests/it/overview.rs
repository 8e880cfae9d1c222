//! What all services got in one wave, on one page, as pictures and in one workbook: the same figures in each, for those who
//! may read them.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)]

use std::io::Cursor;

use barometer::aggregation::store::published;
use barometer::campaign::Campaign;
use barometer::organisation::store as organisation;
use barometer::progress::store::events;
use barometer::questionnaire::build::Wanted;
use barometer::questionnaire::{Answer, Answers};
use barometer::render::Language;
use barometer::web::Role;
use calamine::{Data, Reader, Xlsx};

use crate::world::World;
use crate::world::verbs::{person, person_id, with_answers};

const ASKED: [&str; 4] = ["reception_1", "responsiveness_1", "overall", "keep"];

fn answers(number: i32, better: i32) -> Answers {
    let value = |low: i32| Answer::Value((low + number % 4 + better).clamp(1, 5));
    let one_of = |low: i32| Answer::Value(low + number % 2);
    [("reception_1", one_of(4)), ("responsiveness_1", one_of(1)), ("overall", value(1))]
        .into_iter()
        .map(|(code, answer)| (code.to_owned(), answer))
        .collect()
}

/// Two services; of `hr` four answers only, which show nothing.
fn wave(w: &World, code: &str, better: i32) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it", "hr"]));
    for number in 1..=24 {
        let supplier = if number > 20 { "hr" } else { "it" };
        w.store_answers(&campaign, &person_id("prod", number), with_answers(supplier, answers(number as i32, better)));
    }
    w.close(&campaign)
}

fn two_waves(w: &World) -> Campaign {
    w.organisation(&[("prod", 30)]);
    for supplier in ["it", "hr"] {
        w.supplier_asking(supplier, ASKED.iter().map(|code| Wanted::bank(code)).collect());
    }
    for (id, role, of) in
        [("dora", Role::Direction, ""), ("hugo", Role::Hr, ""), ("rita", Role::Reader, ""), ("helen", Role::Head, "hr")]
    {
        w.write(move |conn| {
            organisation::insert_people(conn, &[person(id, "staff", Language::En)])?;
            organisation::grant(conn, &id.into(), role, &of.into())
        });
    }
    wave(w, "2026-Q1", 0);
    w.move_to("2026-04-01T08:00:00Z");
    wave(w, "2026-Q2", 1)
}

on_both! {
    async fn one_wave_is_one_page_for_those_who_may_read_it(w: World) {
        let campaign = two_waves(&w);
        let mut dora = w.signed_in(&"dora".into()).await;
        let page = dora.get("/results").await.ok();
        let text = page.main();
        let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
        let favourable = format!("{:.0}%", figures.value("overall", "satisfied").expect("a share") * 100.0);
        assert!(text.contains("Q2 2026") && text.contains(&favourable), "{favourable} in {text}");
        assert!(text.contains("Human resources not shown"), "hidden alike: {text}");
        // All twenty found the welcome good, and none the delay: only what lies on one side of one half has a colour.
        assert_eq!(page.text().matches("<td class=\"n high\">").count(), 1, "{}", page.text());
        assert_eq!(page.text().matches("<td class=\"n low\">").count(), 1);
        let before = dora.get("/results?wave=2026-Q1").await.ok().main();
        assert!(before.contains("Q1 2026") && !before.contains("Proven changes"), "{before}");
        assert_eq!(dora.get("/results?wave=none").await.status, 404);
        let found = dora.get("/results?change=proved&q=human").await.ok().main();
        assert!(found.contains("No service matches"), "{found}");
        let own = w.signed_in(&"helen".into()).await.get("/results").await.ok().main();
        assert!(own.contains("Human resources") && !own.contains("IT ") && !own.contains("of those asked"), "{own}");
        let reader = w.signed_in(&"rita".into()).await.get("/results").await.ok().main();
        assert!(!reader.contains("Participation by client group"), "totals only: {reader}");
    }

    async fn what_befell_a_service_is_marked_on_its_trend(w: World) {
        two_waves(&w);
        let mut dora = w.signed_in(&"dora".into()).await;
        let marks = |page: &str| page.matches("stroke-dasharray").count();
        let before = (dora.get("/results/it/2026-Q2").await.ok().text(), dora.get("/results").await.ok().text());
        w.write(|conn| {
            let day = barometer::clock::Day::parse("2026-03-12").expect("a day");
            let words = "email outage".to_owned();
            let event = events::BefallenEvent { id: "0e".to_owned(), supplier: Some("it".into()), day, words, account: String::new(), lesson: String::new() };
            events::add(conn, &event)
        });
        // Pages that were made before are not shown again.
        let (quarter, overview) = (dora.get("/results/it/2026-Q2").await.ok(), dora.get("/results").await.ok());
        assert!(quarter.main().contains("Q2 2026: email outage"), "{}", quarter.main());
        assert_eq!(marks(&quarter.text()), marks(&before.0) + 2, "wide and narrow");
        assert!(overview.main().contains("email outage"));
        assert_eq!(marks(&overview.text()), marks(&before.1) + 1);
        assert!(!dora.get("/results/it/2026-Q1").await.ok().main().contains("email outage"));
        assert!(dora.get("/results/it/2026-Q2/charts/trend.svg").await.ok().text().contains("email outage"));
        let own = w.signed_in(&"helen".into()).await.get("/results").await.ok().main();
        assert!(!own.contains("email outage"), "{own}");
    }

    async fn the_mail_of_a_quarter_says_what_its_page_says(w: World) {
        let campaign = two_waves(&w);
        let now = w.app.clock.now();
        w.write(move |conn| {
            organisation::insert_people(conn, &[person("ivan", "staff", Language::En)])?;
            organisation::grant(conn, &"ivan".into(), Role::Head, &"it".into())?;
            barometer::results::mails::enqueue_ready(conn, &campaign, now)
        });
        w.send_mail().await;
        let page = w.signed_in(&"ivan".into()).await.get("/results/it/2026-Q2").await.ok().main();
        let mail = w.mail_to(&"ivan".into());
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let sentence = plain(&mail.text).split(" favourable").next().unwrap().rsplit(' ').next().unwrap().to_owned();
        assert!(sentence.ends_with('%') && page.contains(&format!("{sentence} favourable")), "{sentence} in {page}");
        assert!(plain(&mail.text).contains("Mean:") && mail.html.contains("src=\"cid:trend\""), "{}", mail.text);
        assert_eq!(&mail.pictures[0].png[..4], b"\x89PNG");
        assert_eq!(mail.pictures[0].name, "barometer_2026-Q2_it_trend.png");
        // Direction reads of all services, HR of the campaign; a service that shows nothing has no picture and no figure.
        let dora = w.mail_to(&"dora".into());
        assert!(dora.text.contains("/results?wave=2026-Q2") && dora.text.contains("\nProven changes overall"), "{}", dora.text);
        assert!(w.mail_to(&"hugo".into()).text.contains("/campaigns/"));
        let helen = w.mail_to(&"helen".into());
        assert!(helen.pictures.is_empty() && !helen.text.contains('%'), "{}", helen.text);
    }

    async fn pictures_leave_for_those_whose_page_has_them(w: World) {
        two_waves(&w);
        let mut dora = w.signed_in(&"dora".into()).await;
        for chart in ["distribution", "dimensions", "trend"] {
            let svg = dora.get(&format!("/results/it/2026-Q2/charts/{chart}.svg")).await.ok();
            let text = svg.text();
            assert!(text.starts_with("<svg ") && text.contains("IT, Q2 2026") && !text.contains("var("), "{text}");
            let name = svg.headers.get("content-disposition").unwrap().to_str().unwrap().to_owned();
            assert_eq!(name, format!("attachment; filename=\"barometer_2026-Q2_it_{chart}.svg\""));
            let png = dora.get(&format!("/results/it/2026-Q2/charts/{chart}.png")).await.ok();
            assert_eq!(&png.bytes[..4], b"\x89PNG");
        }
        let hidden = dora.get("/results/hr/2026-Q2/charts/dimensions.svg").await.ok().text().to_owned();
        assert!(hidden.contains(">not shown<") && !hidden.contains("<circle"), "{hidden}");
        for path in [
            "/results/hr/2026-Q2/charts/trend.svg", "/results/it/2026-Q2/charts/trend.pdf", "/results/it/2026-Q2/charts/none.svg",
            "/results/it/2099-Q1/charts/trend.svg", "/overview/2099-Q1/charts/participation.svg",
        ] {
            assert_eq!(dora.get(path).await.status, 404, "{path}");
        }
        let participation = "/overview/2026-Q2/charts/participation.svg";
        assert!(dora.get(participation).await.ok().text().contains("Participation by client group"));
        for name in ["rita", "helen"] {
            assert_eq!(w.signed_in(&name.into()).await.get(participation).await.status, 404, "{name}");
        }
        assert_eq!(w.signed_in(&"helen".into()).await.get("/results/it/2026-Q2/charts/trend.svg").await.status, 404);
    }

    async fn the_workbook_says_what_the_page_says(w: World) {
        let campaign = two_waves(&w);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let reply = hugo.get("/exports/2026-Q2/workbook.xlsx").await.ok();
        let name = reply.headers.get("content-disposition").unwrap().to_str().unwrap().to_owned();
        assert_eq!(name, "attachment; filename=\"barometer_2026-Q2.xlsx\"");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(reply.bytes.to_vec())).expect("a workbook");
        assert_eq!(book.sheet_names(), ["About", "Table", "Indicators", "Participation", "Plan", "Commitments", "Events", "Codebook"]);
        let table = book.worksheet_range("Table").expect("a sheet");
        let line = |name: &str| -> Vec<Data> {
            table.rows().find(|row| row[0] == Data::String(name.to_owned())).expect("a service").to_vec()
        };
        let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
        let share = figures.value("overall", "satisfied").expect("a share");
        assert_eq!(line("IT")[1], Data::Float((share * 100.0).round() / 100.0));
        assert_eq!(line("Human resources")[1], Data::String("not shown".to_owned()));
        let tidy = book.worksheet_range("Indicators").expect("a sheet");
        let csv = hugo.get("/exports/2026-Q2/indicators.csv").await.ok().text().to_owned();
        assert_eq!(tidy.rows().count(), csv.lines().count(), "the same rows");
        let numbers = |column: usize| tidy.rows().skip(1).filter(|row| matches!(row[column], Data::Float(_))).count();
        assert!(numbers(5) > 20, "{}", numbers(5));
        assert!(tidy.rows().skip(1).all(|row| !matches!(row[5], Data::String(_))), "values are numbers");
        let readable = hugo.get("/exports/2026-Q2/table.csv").await.ok().text().to_owned();
        let line = readable.lines().find(|line| line.starts_with("IT,")).expect("a service");
        assert!(line.starts_with(&format!("IT,{:.0},", share * 100.0)), "{line}");
        for path in ["2026-Q2/workbook.csv", "2026-Q2/table.xlsx", "2026-Q9/workbook.xlsx"] {
            assert_eq!(hugo.get(&format!("/exports/{path}")).await.status, 404, "{path}");
        }
        assert_eq!(w.signed_in(&"dora".into()).await.get("/exports/2026-Q2/workbook.xlsx").await.status, 403);
    }
}
