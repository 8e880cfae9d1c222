//! From the sheet to the head's page: closed, redacted, read by somebody of elsewhere, shown, counted, exported.

use actix_web::http::StatusCode;
use barometer::answering::draft::Draft;
use barometer::app::Settings;
use barometer::campaign::Campaign;
use barometer::db::schema::{comments, people, suppliers};
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::World;
use crate::world::verbs::{about, nine_on, person, person_id};

const QUEUE: &str = "/comments/it/2026-Q1";
const PAGE: &str = "/results/it/2026-Q1/comments";
const QUARTER: &str = "/results/it/2026-Q1";
const FILE: &str = "/exports/2026-Q1/comments.csv";
const HIDDEN: &str = "non affiché (confidentialité)";

fn saying(number: usize, text: &str) -> Draft {
    let value = if number.is_multiple_of(2) { 4 } else { 5 };
    let mut draft = about("it", &[("overall", value), ("reception_1", value)]);
    let sheet = draft.sheets.get_mut(&"it".into()).expect("a sheet");
    if !text.is_empty() {
        sheet.texts.insert("keep".to_owned(), text.to_owned());
    }
    draft
}

fn texts() -> Vec<String> {
    let mut texts: Vec<String> = (1..=6).map(|n| format!("Le logiciel tombe le jour {n}.")).collect();
    texts.push("Yannick Bourdeloup (poste 12345) m'a aidé, SECRETSEPT".to_owned());
    texts.push("<script>alert('x')</script> &amp; {{ 7*7 }} \u{202e}txet SECRETHUIT".to_owned());
    texts.push("é".repeat(2000));
    texts.push("SECRETDIX à retenir".to_owned());
    texts.push("SECRETONZE je suis harcelé".to_owned());
    texts.push("=1+1 SECRETDOUZE".to_owned());
    texts
}

/// A published wave in which so many answered about `it`, and who works here.
fn published(w: &World, answers: usize) -> Campaign {
    w.organisation(&[("prod", 14)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        organisation::insert_people(
            conn,
            &["hugo", "dora", "rita", "ada", "momo"].map(|id| person(id, "staff", Language::Fr)),
        )?;
        for (id, role, of) in [
            ("hugo", Role::Hr, ""),
            ("dora", Role::Direction, ""),
            ("rita", Role::Reader, ""),
            ("ada", Role::Admin, ""),
            ("momo", Role::Moderator, "it"),
        ] {
            organisation::grant(conn, &id.into(), role, &of.into())?;
        }
        diesel::update(people::table.find("prod_3")).set(people::name.eq("Yannick BOURDELOUP")).execute(conn)?;
        Settings::save(conn, "alert_contact", "ecoute@example.org")
    });
    let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
    for (number, text) in (1..=answers).zip(texts()) {
        w.store_answers(&campaign, &person_id("prod", number), saying(number, &text));
    }
    let closed = w.close(&campaign);
    w.tick();
    closed
}

fn key(w: &World, part: &str) -> String {
    let sql = format!("SELECT key AS line FROM comments WHERE body LIKE '%{part}%'");
    w.lines(&sql).pop().unwrap_or_else(|| panic!("no comment with {part}"))
}

fn state(w: &World, part: &str) -> String {
    w.lines(&format!("SELECT state AS line FROM comments WHERE body LIKE '%{part}%'")).join(" ")
}

fn decision(w: &World, part: &str) -> String {
    format!("{QUEUE}/{}/decision", key(w, part))
}

on_both! {
    async fn a_comment_goes_from_the_sheet_to_the_heads_page(w: World) {
        let campaign = published(&w, 12);
        // Redacted at closing: the invitations may go.
        let redacted = w.lines("SELECT redacted AS line FROM comments WHERE body LIKE '%SECRETSEPT'");
        assert_eq!(redacted, ["[nom] (poste [numéro]) m'a aidé, SECRETSEPT"]);
        w.move_to(&nine_on(w.app.today().plus_days(45)));
        w.tick();
        assert_eq!(w.count("invitations"), 0);
        assert_eq!(w.lines("SELECT CAST(count(*) AS TEXT) AS line FROM comments WHERE redacted IS NOT NULL"), ["12"]);

        // Nothing is shown to anybody before it is read.
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get(PAGE).await.ok().text();
        assert!(page.contains("commentaires en relecture") && !page.contains("SECRET") && !page.contains("logiciel"));
        let quarter = head.get(QUARTER).await.ok().text();
        assert!(quarter.contains("commentaires en relecture") && !quarter.contains("Outils"));
        assert!(head.get("/").await.ok().text().contains("commentaires en relecture"));

        // The moderator sees both sides; what was typed stays text.
        let mut momo = w.signed_in(&"momo".into()).await;
        assert!(momo.get("/").await.ok().text().contains("12 commentaires à relire"));
        assert!(momo.get("/comments").await.ok().text().contains(QUEUE));
        let page = momo.get(QUEUE).await.ok().text();
        assert!(page.contains("<del>Yannick Bourdeloup</del>") && page.contains("<ins>[nom]</ins>"));
        assert!(page.contains("<del>12345</del>") && page.contains("<ins>[numéro]</ins>"));
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;") && page.contains("{{ 7*7 }}"));
        assert!(page.contains("ecoute@example.org") && page.contains("à cause de\u{a0}: logiciel"));
        assert!(!page.contains("Groupe prod") && !page.contains("Personne prod"), "no group, nobody");
        let order = |page: &str| {
            let places = page.match_indices("/decision").map(|(at, _)| page[..at].rsplit('/').next().unwrap().to_owned());
            places.collect::<Vec<_>>()
        };
        assert_eq!(order(&page).len(), 12);
        assert_eq!(order(&page), order(&momo.get(QUEUE).await.ok().text()), "the order is stable");

        // An empty text is refused and nothing typed is lost.
        let path = decision(&w, "SECRETSEPT");
        let typed = [("decision", "released"), ("seen", "held"), ("text", "  "), ("theme", "clarity")];
        let reply = momo.post(&path, &typed).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains("value=\"clarity\" checked"));
        let long = "x".repeat(4001);
        let reply = momo.post(&path, &[("decision", "released"), ("seen", "held"), ("text", &long)]).await;
        assert!(reply.status == StatusCode::UNPROCESSABLE_ENTITY && reply.text().contains(&long));
        for odd in [("decision", "held"), ("decision", "x"), ("decision", "")] {
            let reply = momo.post(&path, &[odd, ("seen", "held"), ("text", "a")]).await;
            assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        }
        assert_eq!(state(&w, "SECRETSEPT"), "held");

        // Edited, withheld, reported; the rest in one click.
        let typed = [("decision", "released"), ("seen", "held"), ("text", "Quelqu'un m'a aidé."), ("theme", "cooperation")];
        assert_eq!(momo.post(&path, &typed).await.location(), format!("{QUEUE}?view=held&page=1"));
        momo.post(&decision(&w, "SECRETDIX"), &[("decision", "withheld"), ("seen", "held")]).await.location();
        momo.post(&decision(&w, "SECRETONZE"), &[("decision", "reported"), ("seen", "held")]).await.location();
        // Two moderators: the second one's decision on what they saw does not count.
        momo.post(&decision(&w, "SECRETDIX"), &[("decision", "released"), ("seen", "held"), ("text", "x")]).await.location();
        assert_eq!((state(&w, "SECRETDIX"), state(&w, "SECRETONZE")), ("withheld".to_owned(), "reported".to_owned()));
        momo.post(&format!("{QUEUE}/release"), &[]).await.location();
        let counts = w.lines("SELECT state || CAST(count(*) AS TEXT) AS line FROM comments GROUP BY state ORDER BY state");
        assert_eq!(counts, ["released10", "reported1", "withheld1"]);
        let log = w.lines("SELECT event || ' ' || detail AS line FROM audit_log WHERE event LIKE 'comment%' ORDER BY event");
        assert_eq!(log, ["comment-reported it 2026-Q1", "comments-released it 2026-Q1 9"]);
        assert!(w.dump().iter().filter(|row| row.starts_with("audit_log")).all(|row| !row.contains("SECRET")));

        // Heads, HR and direction read; what was taken out is nowhere.
        for id in ["head_it", "hugo", "dora"] {
            let mut reader = w.signed_in(&id.into()).await;
            let page = reader.get(PAGE).await.ok().text();
            assert!(page.contains("Quelqu&#x27;un m&#x27;a aidé.") && page.contains("SECRETHUIT"), "{id}");
            assert!(!page.contains("<script>") && page.contains(&"é".repeat(2000)));
            for gone in ["SECRETSEPT", "SECRETDIX", "SECRETONZE", "Bourdeloup", "12345", "2026-01", "Groupe prod"] {
                assert!(!page.contains(gone), "{id}: {gone}");
            }
            let page = reader.get(&format!("{PAGE}?theme=tools")).await.ok().main();
            assert!(page.contains("Le logiciel tombe") && !page.contains("SECRETHUIT"));
            let quarter = reader.get(QUARTER).await.ok().main();
            assert!(quarter.contains("Outils") && quarter.contains("On écrit plus souvent quand on est mécontent"));
            // One comment of another theme is neither named nor counted.
            assert!(!quarter.contains("Coopération</th><td class=\"n\">1") && !quarter.contains("Autres thèmes"));
        }
        for id in ["rita", "ada", "head_hr", "prod_1", "momo"] {
            let mut other = w.signed_in(&id.into()).await;
            assert_eq!(other.get(PAGE).await.status, StatusCode::NOT_FOUND, "{id}");
            assert!(!other.get(QUARTER).await.text().contains("Ce qui est écrit"), "{id}");
        }

        // The file: no score, no group, formulas disarmed.
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let file = hugo.get(FILE).await.ok().text();
        assert!(file.starts_with("campaign,supplier,themes,text\r\n2026-Q1,it,"), "{file}");
        assert_eq!(csv::Reader::from_reader(file.as_bytes()).records().count(), 10);
        assert!(file.contains("2026-Q1,it,cooperation,Quelqu'un m'a aidé.") && file.contains(",'=1+1 SECRETDOUZE"));
        assert!(!file.contains("SECRETSEPT") && !file.contains("SECRETDIX") && !file.contains("SECRETONZE"));
        let excel = hugo.get(&format!("{FILE}?profile=excel-fr")).await.ok().text();
        assert!(excel.contains("campaign;supplier;themes;text"));

        // Corrections by hand are kept; a release can be taken back.
        let path = decision(&w, "SECRETSEPT");
        let by_hand = w.lines("SELECT themes AS line FROM comments WHERE body LIKE '%SECRETSEPT' AND themes_by_hand");
        assert_eq!(by_hand, ["[\"cooperation\"]"]);
        assert!(momo.get(&format!("{QUEUE}?view=decided")).await.ok().text().contains("Quelqu&#x27;un"));
        momo.post(&path, &[("decision", "withheld"), ("seen", "released"), ("text", "x"), ("view", "decided")]).await.location();
        assert!(!head.get(PAGE).await.ok().text().contains("Quelqu"));
        assert!(!head.get(&barometer::progress::feedback::path(&w.app, &campaign.id, &"prod".into())).await.text().contains("SECRET"));
        // Two years after closing they go.
        w.move_to(&nine_on(w.app.today().plus_days(731)));
        w.tick();
        assert_eq!(w.count("comments"), 0);
    }

    async fn several_are_decided_at_once_and_a_slip_is_taken_back(w: World) {
        published(&w, 12);
        let mut momo = w.signed_in(&"momo".into()).await;
        let page = momo.get(QUEUE).await.ok().text();
        // What holds nothing to look at is shown once, beside the field that carries it.
        assert_eq!(page.matches("SECRETHUIT").count(), 2, "{page}");
        assert!(page.contains("<kbd aria-hidden=\"true\">N</kbd>") && page.contains("skip=1"));
        let rest = momo.get(&format!("{QUEUE}?skip=11")).await.ok();
        assert_eq!(rest.text().matches("/decision?").count(), 1);
        assert!(rest.main().contains("Les 11 premiers de la liste sont laissés"), "{}", rest.main());
        // One, by mistake.
        let one = key(&w, "SECRETHUIT");
        momo.post(&decision(&w, "SECRETHUIT"), &[("decision", "released"), ("seen", "held"), ("text", "Autre"), ("skip", "3")]).await.location();
        let page = momo.get(&format!("{QUEUE}?skip=3")).await.ok();
        assert_eq!(page.hidden("line"), one);
        assert!(page.text().contains("undo\">"));
        momo.post(&format!("{QUEUE}/undo"), &[("line", &one)]).await.location();
        assert_eq!(w.lines("SELECT state || coalesce(released, '-') AS line FROM comments WHERE body LIKE '%SECRETHUIT%'"), ["held-"]);
        // Those ticked, with the replacements; one that somebody decided meanwhile is left and said.
        let (seven, ten) = (key(&w, "SECRETSEPT"), key(&w, "SECRETDIX"));
        momo.post(&decision(&w, "SECRETDIX"), &[("decision", "reported"), ("seen", "held")]).await.location();
        let ticked = [("decision", "released"), ("comment", seven.as_str()), ("comment", ten.as_str()), ("comment", "nobody")];
        momo.post(&format!("{QUEUE}/ticked"), &ticked).await.location();
        let said = momo.get(QUEUE).await.ok().main();
        assert!(said.contains("Un commentaire décidé ; 2 autres demandent à être lus à part"), "{said}");
        assert_eq!((state(&w, "SECRETSEPT"), state(&w, "SECRETDIX")), ("released".to_owned(), "reported".to_owned()));
        assert_eq!(w.lines("SELECT released AS line FROM comments WHERE body LIKE '%SECRETSEPT'"), ["[nom] (poste [numéro]) m'a aidé, SECRETSEPT"]);
        // A report was told of: it is not taken back; neither is what somebody else decided.
        momo.post(&format!("{QUEUE}/undo"), &[("line", &format!("{seven} {ten}"))]).await.location();
        assert_eq!((state(&w, "SECRETSEPT"), state(&w, "SECRETDIX")), ("held".to_owned(), "reported".to_owned()));
        momo.post(&format!("{QUEUE}/ticked"), &[("decision", "withheld"), ("comment", &seven)]).await.location();
        w.write(|conn| {
            diesel::update(comments::table).set(comments::decided_by.eq("hugo")).execute(conn)?;
            Ok(())
        });
        momo.post(&format!("{QUEUE}/undo"), &[("line", &seven)]).await.location();
        assert_eq!(state(&w, "SECRETSEPT"), "withheld");
        assert_eq!(momo.post(&format!("{QUEUE}/ticked"), &[("decision", "reported"), ("comment", &one)]).await.status, 400);
        momo.post(&format!("{QUEUE}/ticked"), &[("decision", "released")]).await.location();
        assert!(momo.get(QUEUE).await.ok().main().contains("Aucun commentaire n'était coché"));
        // The rest in one click; then the page says what comes next.
        for part in ["SECRETONZE"] {
            momo.post(&decision(&w, part), &[("decision", "withheld"), ("seen", "held")]).await.location();
        }
        momo.post(&format!("{QUEUE}/release"), &[]).await.location();
        let page = momo.get(QUEUE).await.ok().main();
        assert!(page.contains("Tout est relu"), "{page}");
        for path in ["undo", "ticked"] {
            let mut head = w.signed_in(&"head_it".into()).await;
            assert_eq!(head.post(&format!("{QUEUE}/{path}"), &[("line", &one), ("decision", "released"), ("comment", &one)]).await.status, 404);
        }
    }

    async fn moderators_hear_once_that_comments_wait(w: World) {
        let campaign = published(&w, 12);
        w.send_mail().await;
        let told = |w: &World| w.mails_to("momo@example.org");
        let mails = told(&w);
        assert_eq!(mails.len(), 1, "for it; nobody wrote about hr");
        assert_eq!(mails[0].subject, "Commentaires à relire\u{a0}: Informatique, 1er trimestre 2026");
        assert!(mails[0].text.contains("Des commentaires sur l'Informatique attendent"));
        assert!(mails[0].text.contains(&format!("http://barometer.test{QUEUE}")) && !mails[0].text.contains("12"), "{}", mails[0].text);
        let now = w.app.clock.now();
        assert_eq!(w.write(move |conn| barometer::comments::mails::enqueue_to_read(conn, &campaign, now)), 0, "once");
    }

    async fn a_moderator_who_may_read_no_more_is_told_nothing(w: World) {
        published(&w, 12);
        w.write(|conn| organisation::grant(conn, &"momo".into(), Role::Head, &"it".into()).map(|_| ()));
        w.send_mail().await;
        assert!(w.mails_to("momo@example.org").iter().all(|mail| !mail.subject.contains("Commentaires")));
    }

    async fn only_somebody_of_elsewhere_moderates(w: World) {
        published(&w, 12);
        for id in ["head_it", "head_hr", "hugo", "dora", "rita", "ada", "prod_1"] {
            let mut other = w.signed_in(&id.into()).await;
            assert_eq!(other.get(QUEUE).await.status, StatusCode::NOT_FOUND, "{id}");
            assert_eq!(other.get("/comments").await.status, StatusCode::FORBIDDEN, "{id}");
            let path = decision(&w, "SECRETDIX");
            let reply = other.post(&path, &[("decision", "released"), ("seen", "held"), ("text", "x")]).await;
            assert_eq!(reply.status, StatusCode::NOT_FOUND, "{id}");
            assert!(!other.get("/").await.text().contains("SECRET"), "{id}");
        }
        let mut momo = w.signed_in(&"momo".into()).await;
        assert_eq!(momo.get(QUEUE).await.status, StatusCode::OK);
        assert_eq!(momo.get("/comments/hr/2026-Q1").await.status, StatusCode::NOT_FOUND);
        assert_eq!(momo.get("/comments/it/2026-Q2").await.status, StatusCode::NOT_FOUND);
        // Somebody who has become one of them since: as staff, then as head.
        w.write(|conn| Ok(diesel::update(suppliers::table.find("it")).set(suppliers::unit.eq("staff")).execute(conn)?));
        let path = decision(&w, "SECRETDIX");
        let refused = [("decision", "released"), ("seen", "held"), ("text", "x")];
        assert_eq!(momo.get(QUEUE).await.status, StatusCode::NOT_FOUND);
        assert_eq!(momo.post(&path, &refused).await.status, StatusCode::NOT_FOUND);
        assert_eq!(momo.post(&format!("{QUEUE}/release"), &[]).await.status, StatusCode::NOT_FOUND);
        assert!(!momo.get("/comments").await.ok().text().contains(QUEUE));
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get("/").await.ok().text().contains("personne pour les relire"));
        w.write(|conn| {
            diesel::update(suppliers::table.find("it")).set(suppliers::unit.eq(None::<String>)).execute(conn)?;
            organisation::grant(conn, &"momo".into(), Role::Head, &"it".into())
        });
        assert_eq!(momo.get(QUEUE).await.status, StatusCode::NOT_FOUND);
        assert_eq!(momo.post(&path, &refused).await.status, StatusCode::NOT_FOUND);
        assert_eq!(state(&w, "SECRETDIX"), "held");
        // An open campaign has no queue.
        w.open(&w.campaign("2026-Q2", &["it", "hr"]));
        assert_eq!(momo.get("/comments/it/2026-Q2").await.status, StatusCode::NOT_FOUND);
    }

    async fn under_ten_responses_nothing_is_shown(w: World) {
        published(&w, 9);
        let mut momo = w.signed_in(&"momo".into()).await;
        momo.get(QUEUE).await.ok();
        momo.post(&format!("{QUEUE}/release"), &[]).await.location();
        assert_eq!(w.lines("SELECT CAST(count(*) AS TEXT) AS line FROM comments WHERE state = 'released'"), ["8"]);
        for id in ["head_it", "hugo", "dora"] {
            let mut reader = w.signed_in(&id.into()).await;
            let page = reader.get(PAGE).await.ok().text();
            assert!(page.contains(HIDDEN) && !page.contains("logiciel") && !page.contains("en relecture"), "{id}");
            assert!(!reader.get(QUARTER).await.ok().text().contains("Ce qui est écrit"), "{id}");
        }
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert_eq!(hugo.get(FILE).await.ok().text(), "campaign,supplier,themes,text\r\n");
    }
}
