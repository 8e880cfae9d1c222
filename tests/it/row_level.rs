//! Campaigns launched with a file of their answers: what respondents read, what the files hold, what is no longer shown.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use barometer::aggregation::figure::ALL;
use barometer::aggregation::released::{ReleasedRow, counts};
use barometer::aggregation::store::published;
use barometer::campaign::Campaign;
use barometer::db::Address;
use barometer::db::ids::GroupCode;
use barometer::db::schema as s;
use barometer::export::{File, Profile, Source};
use barometer::organisation::store as organisation;
use barometer::questionnaire::build::Wanted;
use barometer::questionnaire::{Answer, Answers, Choice, Kind};
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::verbs::{person, person_id, with_answers};
use crate::world::{Visitor, World};

const INSTITUTE: &str = "l'institut Cassini, à Lyon";
const PROMISE: &str = "Un fichier des réponses, sans nom ni service, est remis à l'institut Cassini, à Lyon.";

const FIELDS: &[(&str, &str)] = &[
    ("code", "2026-Q1"),
    ("opens_on", "2026-01-05"),
    ("closes_on", "2026-01-20"),
    ("announce_days", "0"),
    ("reminder_1", ""),
    ("reminder_2", ""),
    ("reminder_3", ""),
    ("threshold", "5"),
    ("levels_threshold", "10"),
    ("comments_threshold", "10"),
    ("supplier", "it"),
    ("supplier", "hr"),
];

fn with<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    FIELDS.iter().chain(more).copied().collect()
}

/// `it` asks eight things, one of several choices and one reversed; `hr` the short list.
async fn hr(w: &World) -> Visitor {
    w.organisation(&[("prod", 30), ("log", 24)]);
    let option = |code: &str, fr: &str| Choice {
        code: code.to_owned(),
        labels: barometer::render::Texts::both(fr.to_owned(), fr.to_owned()),
    };
    let options = [option("pc", "=Ordinateur"), option("net", "Réseau")];
    let mut asked: Vec<Wanted> = ["reception_1", "responsiveness_1", "overall", "keep"].map(Wanted::bank).to_vec();
    asked.push(
        Wanted::own("own_1", Kind::SeveralChoices, barometer::render::Texts::both("Quoi ?", "What?"), &options)
            .expect("a question"),
    );
    asked.push(
        Wanted::own("own_2", Kind::Agreement, barometer::render::Texts::both("Toutes pareilles", "All the same"), &[])
            .expect("a question"),
    );
    asked.push(
        Wanted::own("own_3", Kind::Agreement, barometer::render::Texts::both("Rarement", "Seldom"), &[])
            .expect("a question"),
    );
    let Wanted::Own(mut turned) =
        Wanted::own("own_4", Kind::Agreement, barometer::render::Texts::both("À l'envers", "Reversed"), &[])
            .expect("one")
    else {
        panic!("an own question")
    };
    turned.reversed = true;
    asked.push(Wanted::Own(turned));
    w.supplier_asking("it", asked);
    w.supplier("hr");
    w.write(|conn| {
        organisation::insert_people(conn, &[person("rose", "staff", Language::Fr)])?;
        organisation::grant(conn, &"rose".into(), Role::Hr, &"".into())
    });
    w.signed_in(&"rose".into()).await
}

fn campaign_of(w: &World, path: &str) -> Campaign {
    let id = path.strip_prefix("/campaigns/").expect("a path").into();
    w.read(|conn| barometer::campaign::store::campaign(conn, &id))
}

/// Made through the pages, and opened there at once.
async fn launched(w: &World, rose: &mut Visitor, more: &[(&str, &str)]) -> Campaign {
    let path = rose.post("/campaigns/new", &with(more)).await.location();
    let opened = rose.post(&format!("{path}/opening"), &[]).await;
    assert_eq!(opened.status, 303, "{}", opened.main());
    campaign_of(w, &path)
}

/// The answers of the person of this number about `it`; the eighth time "keep" and others are blank.
fn answers(number: usize) -> Answers {
    let value = |value: usize| Answer::Value(i32::try_from(value).expect("small"));
    let mut list = BTreeMap::from([
        ("reception_1".to_owned(), value(1 + number % 5)),
        ("overall".to_owned(), value(1 + number % 4)),
        ("own_2".to_owned(), value(3)),
        ("own_4".to_owned(), value(1 + number % 2)),
    ]);
    if !number.is_multiple_of(8) {
        let not = || Answer::NotApplicable;
        list.insert(
            "responsiveness_1".to_owned(),
            if number.is_multiple_of(7) { not() } else { value(1 + number % 3) },
        );
        let all = ["pc".to_owned(), "net".to_owned()];
        list.insert("own_1".to_owned(), Answer::Choices(all.into_iter().take(1 + number % 2).collect()));
    }
    if number.is_multiple_of(5) {
        list.insert("own_3".to_owned(), value(1 + number % 5));
    }
    list
}

/// Forty answer about `it`; four about `hr`, who had no dealings with `it`.
fn answered(w: &World, campaign: &Campaign) {
    for number in 1..=40 {
        let (unit, place) = if number <= 26 { ("prod", number) } else { ("log", number - 26) };
        w.store_answers(campaign, &person_id(unit, place), with_answers("it", answers(number)));
    }
    for number in 27..=30 {
        let few = BTreeMap::from([("overall".to_owned(), Answer::Value(1 + number % 4))]);
        w.store_answers(campaign, &person_id("prod", number.try_into().expect("small")), with_answers("hr", few));
    }
}

fn cells(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(ToOwned::to_owned).collect()).collect()
}

fn released(w: &World) -> Vec<ReleasedRow> {
    w.read(|conn| {
        Ok(s::released_rows::table.order(s::released_rows::key).select(ReleasedRow::as_select()).load(conn)?)
    })
}

on_both! {
    async fn the_box_is_checked_kept_frozen_and_promised(w: World) {
        let mut rose = hr(&w).await;
        let page = rose.get("/campaigns/new").await.ok();
        assert!(page.main().contains("30 réponses ou plus ne publiera aucun chiffre par groupe"), "{}", page.main());
        assert!(!page.text().contains("value=\"yes\" aria-describedby=\"row_level-cost\" checked"));
        // Ticked without a name, or with too long a one: the box and what was typed come back.
        let long = "x".repeat(121);
        for (typed, said) in [("", "Indiquez à qui le fichier est remis"), (long.as_str(), "120 caractères au plus")] {
            let reply = rose.post("/campaigns/new", &with(&[("row_level", "yes"), ("row_level_to", typed)])).await;
            assert_eq!(reply.status, 422);
            assert!(reply.main().contains(said), "{}", reply.main());
            assert!(reply.text().contains("aria-describedby=\"row_level-cost\" checked"), "the box stays ticked");
            assert!(reply.text().contains(&format!("name=\"row_level_to\" value=\"{typed}\"")));
        }
        let campaign = launched(&w, &mut rose, &[("row_level", "yes"), ("row_level_to", INSTITUTE)]).await;
        assert_eq!((campaign.row_level, campaign.row_level_to.as_str()), (true, INSTITUTE));
        let log = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'campaign-file'");
        assert_eq!(log, [format!("2026-Q1 - -> {INSTITUTE}")]);
        // Nothing of it changes once open, and the attempt is kept.
        let reply = rose.post(&format!("/campaigns/{}/edit", campaign.id), FIELDS).await;
        assert_eq!(reply.status, 422);
        assert!(w.again(&campaign).row_level);
        assert_eq!(w.lines("SELECT detail AS line FROM audit_log WHERE event = 'campaign-refused'").len(), 1);
        // Respondents read it: mail, first page, the page on confidentiality.
        w.send_mail().await;
        let ana = person_id("prod", 1);
        assert!(w.mail_to(&ana).text.contains(PROMISE) && w.mail_to(&ana).html.contains("sans nom ni service"));
        let link = w.link(&campaign, &ana);
        let mut visitor = w.visitor().await;
        let welcome = visitor.get(&link).await.ok().main();
        assert!(welcome.contains(PROMISE), "{welcome}");
        let privacy = visitor.get("/privacy").await.ok().main();
        assert!(privacy.contains(&format!("1er trimestre 2026 : {PROMISE}")), "{privacy}");
        visitor.language = "en";
        let privacy = visitor.get("/privacy").await.ok().main();
        assert!(privacy.contains("without names or departments, is given to l'institut Cassini"), "{privacy}");
    }

    async fn the_launch_check_says_what_it_costs(w: World) {
        let mut rose = hr(&w).await;
        let chosen = with(&[("row_level", "yes"), ("row_level_to", INSTITUTE)]);
        let path = rose.post("/campaigns/new", &chosen).await.location();
        let page = rose.get(&path).await.ok().main();
        assert!(page.contains("sera remis à l'institut Cassini, à Lyon : un fournisseur interne qui reçoit 30 réponses"), "{page}");
        assert!(page.contains(PROMISE), "the summary and the mail: {page}");
        // Unticked again before opening: it is gone, and the log says so.
        rose.post(&format!("{path}/edit"), FIELDS).await.location();
        let page = rose.get(&path).await.ok().main();
        assert!(!page.contains("Cassini"), "{page}");
        let log = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'campaign-file'");
        assert!(log.len() == 2 && log.contains(&format!("2026-Q1 {INSTITUTE} -> -")), "{log:?}");
    }

    async fn without_the_box_nothing_is_promised_and_nothing_leaves(w: World) {
        let mut rose = hr(&w).await;
        // A name without the box is not a promise.
        let campaign = launched(&w, &mut rose, &[("row_level_to", INSTITUTE)]).await;
        assert!(!campaign.row_level);
        w.send_mail().await;
        let mut visitor = w.visitor().await;
        let ana = person_id("prod", 1);
        let link = w.link(&campaign, &ana);
        for text in [
            visitor.get(&link).await.ok().main(),
            visitor.get("/privacy").await.ok().main(),
            w.mail_to(&ana).text,
        ] {
            assert!(!text.contains("sans nom ni service") && !text.contains("Cassini"), "{text}");
        }
        answered(&w, &campaign);
        w.close(&campaign);
        assert!(released(&w).is_empty());
        let shown = w.read(|conn| published(conn, &campaign.id, &"it".into()));
        assert!(shown.iter().any(|figure| figure.shown && figure.client_group.0 != ALL), "groups are published");
        for file in ["responses", "responses_long"] {
            let reply = rose.get(&format!("/exports/2026-Q1/{file}.csv")).await;
            assert_eq!(reply.status, 404);
            assert!(reply.main().contains("Il n'y a pas de fichier des réponses"), "{}", reply.main());
        }
        let page = rose.get("/exports").await.ok().text();
        assert!(!page.contains("responses.csv") && page.contains("/exports/2026-Q1/codebook.csv"), "{page}");
        rose.get("/exports/2026-Q1/codebook.csv").await.ok();
    }

    async fn the_files_hold_the_answers_and_no_group(w: World) {
        let mut rose = hr(&w).await;
        let campaign = launched(&w, &mut rose, &[("row_level", "yes"), ("row_level_to", INSTITUTE)]).await;
        answered(&w, &campaign);
        let campaign = w.close(&campaign);
        let rows = released(&w);
        assert_eq!(rows.len(), 40, "all of it, nothing of hr");
        assert_eq!(w.read(|conn| counts(conn, &campaign.id)), BTreeMap::from([("it".into(), 40)]));

        // No figure by group of `it` is shown; the total is, with as many responses as the file has rows.
        let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
        let by_group: Vec<_> = figures.iter().filter(|figure| figure.client_group.0 != ALL).collect();
        assert!(!by_group.is_empty() && by_group.iter().all(|figure| !figure.shown));
        assert_eq!(figures.value("*", "responses"), Some(40.0));
        let labels: Vec<GroupCode> = w.read(|conn| {
            let table = s::responses::table.filter(s::responses::supplier.eq("it")).filter(s::responses::no_contact.eq(false));
            Ok(table.select(s::responses::client_group).distinct().load(conn)?)
        });
        assert_eq!(labels, [GroupCode::from("other")], "sealed without their group");

        // An order of their own: neither the sealed one nor that of the rows' keys as they were written.
        let sealed: Vec<(String, String)> = w.read(|conn| {
            let table = s::responses::table.filter(s::responses::supplier.eq("it")).filter(s::responses::no_contact.eq(false)).order(s::responses::key);
            Ok(table.select((s::responses::key, s::responses::answers)).load(conn)?)
        });
        let overall = |text: &str| {
            let value: serde_json::Value = serde_json::from_str(text).expect("JSON");
            (value["overall"].clone(), value["reception_1"].clone())
        };
        let before: Vec<_> = sealed.iter().map(|(_, text)| overall(text)).collect();
        let after: Vec<_> = rows.iter().map(|row| overall(&row.answers)).collect();
        assert_ne!(before, after);
        let keys: BTreeSet<&String> = sealed.iter().map(|(key, _)| key).collect();
        assert!(rows.iter().all(|row| !keys.contains(&row.key)));

        // Wide: codes as columns, one column for each option, signs for what is not a value.
        let reply = rose.get("/exports/2026-Q1/responses.csv").await.ok();
        let wide = cells(&reply.text());
        let head: Vec<&str> = wide[0].iter().map(String::as_str).collect();
        let expected = [
            "campaign", "supplier", "reception_1", "responsiveness_1", "overall", "own_1_pc", "own_1_net", "own_1",
            "own_2", "own_3", "own_4",
        ];
        assert_eq!(head, expected);
        assert_eq!(wide.len(), 41);
        let column = |name: &str| -> Vec<String> {
            let place = head.iter().position(|one| *one == name).expect("a column");
            let mut list: Vec<String> = wide[1..].iter().map(|row| row[place].clone()).collect();
            list.sort();
            list
        };
        let of = |number: usize, code: &str| match answers(number).get(code) {
            None => String::new(),
            Some(Answer::NotApplicable) => "NA".to_owned(),
            Some(Answer::Value(value)) => value.to_string(),
            Some(Answer::Choices(codes)) => codes.join("|"),
        };
        for code in ["reception_1", "responsiveness_1", "overall", "own_1", "own_4"] {
            let mut given: Vec<String> = (1..=40).map(|number| of(number, code)).collect();
            given.sort();
            assert_eq!(column(code), given, "{code}, as given");
        }
        for code in ["own_2", "own_3"] {
            assert!(column(code).iter().all(|cell| cell == "-"), "{code}: all the same, or fewer than ten");
        }
        let count = |name: &str, cell: &str| column(name).iter().filter(|one| *one == cell).count();
        let chosen = |option: &str| figures.value("own_1", &format!("count_{option}"));
        assert_eq!(count("own_1_net", "1"), 20);
        if let Some(value) = chosen("net") {
            assert_eq!(value, 20.0, "the page counts the same");
        }
        assert_eq!(count("overall", "4"), figures.value("overall", "count_4").expect("shown") as usize);
        for word in ["prod", "log", "other", "outside", "Groupe"] {
            assert!(!reply.text().contains(word), "{word}");
        }

        // Long: the same answers, numbered within the file.
        let long = cells(&rose.get("/exports/2026-Q1/responses_long.csv").await.ok().text());
        assert_eq!(long[0], ["campaign", "supplier", "row", "question", "value"]);
        assert_eq!(long.len(), 1 + 40 * 5, "a row for each of the five questions that leave");
        let place = |name: &str| expected.iter().position(|one| *one == name).expect("a column");
        for line in &long[1..] {
            let row: usize = line[2].parse().expect("a number");
            assert_eq!(line[4], wide[row][place(&line[3])], "{line:?}");
        }

        let book = rose.get("/exports/2026-Q1/codebook.csv").await.ok().text();
        let list = cells(&book);
        let line = |name: &str| list.iter().find(|row| row[0] == name).unwrap_or_else(|| panic!("{name}: {book}"));
        assert_eq!(list.len(), 1 + expected.len() + 4);
        assert_eq!(line("own_4")[3..7], ["agreement", "1", "5", "yes"]);
        assert_eq!(line("own_1_pc")[1..3], ["Quoi ? [=Ordinateur]", "What? [=Ordinateur]"]);
        assert_eq!(line("own_1")[8], "pc==Ordinateur / =Ordinateur|net=Réseau / Réseau");
        assert_eq!(line("overall")[9..], ["2026-Q1", "2026-Q1", "2026-Q1"]);
        assert!(book.contains("apostrophe") && book.contains("n'est pas retournée"), "{book}");

        // The command writes the same bytes; the pages say what there is.
        let url = match &w.app.config.database {
            Address::Sqlite(path) => format!("sqlite://{}", path.display()),
            Address::Postgres(url) => url.clone(),
        };
        let told = Command::new(env!("CARGO_BIN_EXE_barometer"))
            .args(["export", "responses", "--campaign", "2026-Q1"])
            .env("DATABASE_URL", url)
            .env("BAROMETER_DATA", &w.app.config.data)
            .env("BAROMETER_PUBLIC_ADDRESS", "http://barometer.test")
            .output()
            .expect("the command");
        assert_eq!(String::from_utf8(told.stdout).expect("text"), reply.text());
        let french = rose.get("/exports/2026-Q1/responses.csv?profile=excel-fr").await.ok();
        let name = french.headers.get("content-disposition").expect("a name").to_str().expect("text").to_owned();
        assert_eq!(name, "attachment; filename=\"barometer_2026-Q1_responses_excel-fr.csv\"");
        assert!(french.text().starts_with("\u{feff}campaign;supplier;reception_1;"));
        let page = rose.get("/exports").await.ok();
        assert!(page.text().contains("/exports/2026-Q1/responses_long.csv"));
        assert!(page.main().contains("promis à : l'institut Cassini, à Lyon"), "{}", page.main());
        // Who answered reads the promise again beside the results.
        w.tick();
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        let feedback = visitor.get(&link).await.location();
        assert!(visitor.get(&feedback).await.ok().main().contains(PROMISE));
    }

    async fn a_small_supplier_publishes_as_usual(w: World) {
        let mut rose = hr(&w).await;
        let campaign = launched(&w, &mut rose, &[("row_level", "yes"), ("row_level_to", INSTITUTE)]).await;
        for number in 1..=29 {
            let (unit, place) = if number <= 15 { ("prod", number) } else { ("log", number - 15) };
            w.store_answers(&campaign, &person_id(unit, place), with_answers("it", answers(number)));
        }
        let campaign = w.close(&campaign);
        assert!(released(&w).is_empty());
        let figures = w.read(|conn| published(conn, &campaign.id, &"it".into()));
        let shown = figures.iter().filter(|f| f.shown && f.subject == "overall" && f.indicator == "satisfied").count();
        assert_eq!(shown, 3, "everybody and both groups");
        assert_eq!(rose.get("/exports/2026-Q1/responses.csv").await.status, 404);
        let page = rose.get("/exports").await.ok().main();
        assert!(page.contains("Aucun fournisseur interne n'a reçu 30 réponses"), "{page}");
    }

    async fn rows_are_read_a_part_at_a_time_and_forgotten_in_time(w: World) {
        let mut rose = hr(&w).await;
        let campaign = launched(&w, &mut rose, &[("row_level", "yes"), ("row_level_to", INSTITUTE)]).await;
        answered(&w, &campaign);
        let campaign = w.close(&campaign);
        let of = campaign.id.clone();
        w.write(move |conn| {
            let answers = "{\"overall\":4,\"keep\":null}".to_owned();
            let row = |number: usize| ReleasedRow {
                key: format!("more{number:06}"),
                campaign: of.clone(),
                supplier: "it".into(),
                answers: answers.clone(),
            };
            let rows: Vec<ReleasedRow> = (0..12_000).map(row).collect();
            for part in rows.chunks(1000) {
                barometer::on_each!(conn, c => diesel::insert_into(s::released_rows::table).values(part).execute(c))?;
            }
            Ok(())
        });
        for file in [File::Responses, File::ResponsesLong] {
            let mut parts = w.read(|conn| Source::open(conn, &campaign, file, Profile::Standard, Language::Fr));
            let (mut seen, mut rows) = (Vec::new(), BTreeSet::new());
            while let Some(part) = w.read(|conn| parts.next(conn)) {
                let text = String::from_utf8(part).expect("text");
                seen.push(text.lines().count());
                let answers = text.lines().filter(|line| line.contains(",it,"));
                rows.extend(answers.enumerate().map(|(place, line)| match file {
                    File::Responses => format!("{} {place}", seen.len()),
                    _ => line.split(',').nth(2).expect("a row number").to_owned(),
                }));
            }
            assert_eq!((rows.len(), seen.len()), (12_040, 3), "{seen:?}");
        }
        // As long as the sheets, and no longer.
        w.move_to("2029-03-01T08:00:00Z");
        w.tick();
        assert!(released(&w).is_empty());
    }
}
