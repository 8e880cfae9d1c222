//! The mirror: put to the team of a service, its heads excepted, kept apart from everything else, shown from ten sheets
//! on to its head and direction, and to nobody else.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use barometer::aggregation::store::mirror;
use barometer::aggregation::verify;
use barometer::answering::draft::{Draft, Sheet};
use barometer::campaign::{Campaign, store as campaigns};
use barometer::catalogue::{Commitment, Felt, Verdict, store as catalogue};
use barometer::organisation::{Unit, store as organisation};
use barometer::privacy_audit::{self, Weight};
use barometer::questionnaire::{Answer, OVERALL};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::{about, person, person_id};

/// The service "it" has `team` people in its unit, the first of whom heads it; "hr" serves everybody.
fn staff(w: &World, team: usize) {
    w.organisation(&[("prod", 20), ("dsi", team)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        let it = organisation::supplier(conn, &"it".into())?;
        organisation::update_supplier(conn, &barometer::organisation::Supplier { unit: Some("dsi".into()), ..it })?;
        organisation::grant(conn, &person_id("dsi", 1), Role::Head, &"it".into())?;
        let all = ["hugo", "dora", "rita"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        for (id, role) in [("hugo", Role::Hr), ("dora", Role::Direction), ("rita", Role::Reader)] {
            organisation::grant(conn, &id.into(), role, &"".into())?;
        }
        Ok(())
    });
}

/// A campaign about both services in which the team of "it" is asked.
fn opened(w: &World, code: &str) -> Campaign {
    let campaign = w.campaign(code, &["it", "hr"]);
    let id = campaign.id.clone();
    w.write(move |conn| campaigns::set_mirrors(conn, &id, &["it".into()].into()));
    w.open(&campaign)
}

/// A draft of somebody of the team: nothing about the services, this about their own.
fn as_team(values: &[(&str, i32)]) -> Draft {
    let answers = values.iter().map(|(code, value)| ((*code).to_owned(), Answer::Value(*value))).collect();
    let mirror = Sheet { answers, texts: BTreeMap::new() };
    Draft { chosen: Some(vec!["hr".into()]), mirror, ..Draft::default() }
}

/// The clients are of two minds about "it", low in the mean.
fn clients(w: &World, campaign: &Campaign, people: usize) {
    for number in 1..=people {
        let value = if number % 2 == 0 { 1 } else { 2 };
        let draft = about("it", &[("overall", value), ("reception_1", value), ("responsiveness_1", value)]);
        w.store_answers(campaign, &person_id("prod", number), draft);
    }
}

/// The team thinks better of it; the head (the first) is not of them.
fn team(w: &World, campaign: &Campaign, people: usize) {
    for number in 2..people + 2 {
        let value = if number % 2 == 0 { 4 } else { 5 };
        let draft = as_team(&[("overall", value), ("reception_1", value), ("responsiveness_1", value)]);
        w.store_answers(campaign, &person_id("dsi", number), draft);
    }
}

fn seen(w: &World, campaign: &Campaign) -> Vec<(String, f64, i32, Option<f64>, String)> {
    let rows = w.read(|conn| mirror::published(conn, &campaign.id, &"it".into()));
    let told = |one: mirror::Seen| (one.subject, one.mean, one.n, one.clients, one.verdict.unwrap_or_default());
    rows.into_values().map(told).collect()
}

fn verified(w: &World, campaign: &Campaign) -> Vec<&'static str> {
    w.read(|conn| verify::verify(conn, campaign)).differences.iter().map(|say| say.key).collect()
}

/// How much the audit found, and does it speak of `key`?
fn audited(w: &World, key: &str) -> (usize, bool) {
    let report = privacy_audit::look(&w.app);
    (report.count(Weight::Found), report.lines.iter().any(|line| line.text.key == key))
}

on_both! {
    async fn one_of_the_team_gets_a_page_more_and_nobody_else(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        let part = w.read(|conn| campaigns::campaign_suppliers(conn, &open.id));
        let people: Vec<i32> = part.iter().map(|row| row.mirror_people).collect();
        assert_eq!(people, [0, 13], "hr has none; the team of it without its head");
        for (who, is_asked) in [(person_id("dsi", 2), true), (person_id("dsi", 1), false), (person_id("prod", 2), false)] {
            assert_eq!(w.invitation(&open, &who).mirror.is_some(), is_asked, "{who}");
            let page = w.visitor().await.get(&w.link(&open, &who)).await.ok().text();
            assert_eq!(page.contains("vu par") || page.contains("judge"), is_asked, "{who}: {page}");
        }
        // Nothing ticked: the page of their own service is all that is left.
        let link = w.link(&open, &person_id("dsi", 3));
        let mut visitor = w.visitor().await;
        let next = visitor.post(&link, &[]).await.location();
        assert!(next.ends_with("/1"), "{next}");
        let page = visitor.get(&next).await.ok().text();
        for words in ["Votre propre service", "Informatique", "à partir de 10", "ils répondraient", "name=\"mirror\""] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("q_keep"), "no free text: {page}");
        let fields = [("service", "it"), ("part", "0"), ("mirror", "yes"), ("q_overall", "4"), ("q_reception_1", "5"), ("go", "next")];
        let check = visitor.post(&next, &fields).await.location();
        let page = visitor.get(&check).await.ok().text();
        assert!(page.contains("Informatique, vu par les autres services"), "{page}");
        // An answer off the scale comes back with what is wrong, like any other.
        let wrong = [("service", "it"), ("part", "0"), ("mirror", "yes"), ("q_overall", "9"), ("go", "next")];
        assert_eq!(visitor.post(&next, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        visitor.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!(w.lines("SELECT supplier || ' ' || answers AS line FROM open_mirrors"), [r#"it {"overall":4,"reception_1":5}"#]);
        let counted = w.lines("SELECT code || ' ' || CAST(sendings AS TEXT) AS line FROM client_groups ORDER BY 1");
        assert_eq!(counted, ["dsi 1", "prod 0"], "it counts as any sending");
        assert_eq!(w.count("open_responses WHERE NOT no_contact"), 0);
        assert_eq!(w.count("answered"), 1);
        let counters = w.lines("SELECT CAST(complete + partial AS TEXT) AS line FROM campaign_suppliers");
        assert_eq!(counters, ["0", "0"], "no response of any service");
    }

    async fn whoever_says_that_the_department_is_not_theirs_is_of_no_team(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        let draft = Draft { outside: true, ..as_team(&[("overall", 4)]) };
        w.store_answers(&open, &person_id("dsi", 2), draft);
        assert_eq!((w.count("open_mirrors"), w.count("answered")), (0, 1));
        // Somebody else's form with the team's field in it says nothing either.
        w.store_answers(&open, &person_id("prod", 2), as_team(&[("overall", 4)]));
        assert_eq!(w.count("open_mirrors"), 0);
    }

    async fn from_ten_sheets_on_head_and_direction_read_it_and_nobody_else(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        let before = w.read(|conn| campaigns::campaign_suppliers(conn, &open.id));
        team(&w, &open, 12);
        assert_eq!(w.read(|conn| campaigns::campaign_suppliers(conn, &open.id)), before, "no counter moved");
        assert_eq!(audited(&w, "audit-people-team-waiting"), (0, true));
        let closed = w.close(&open);
        w.tick();
        assert_eq!((w.count("open_mirrors"), w.count("mirrors")), (0, 12));
        let rows = seen(&w, &closed);
        let subjects: Vec<&str> = rows.iter().map(|row| row.0.as_str()).collect();
        assert_eq!(subjects, [OVERALL, "reception", "responsiveness"]);
        assert!(rows.iter().all(|row| (row.1, row.2, row.3) == (4.5, 12, Some(1.5)) && row.4 == "up"), "{rows:?}");
        assert_eq!(verified(&w, &closed), Vec::<&str>::new());
        assert_eq!(audited(&w, "audit-people-team"), (0, true));
        // Not one row of it among the figures of the service.
        let all = w.lines("SELECT DISTINCT CAST(n AS TEXT) AS line FROM figures WHERE supplier = 'it' AND n = 12");
        assert_eq!(all, Vec::<String>::new(), "sixteen clients, twelve of the team");
        let path = "/results/it/2026-Q1/mirror";
        for (who, reads) in [("dora", true), ("head_it", true), ("dsi_1", true), ("hugo", false), ("rita", false), ("head_hr", false)] {
            let mut visitor = w.signed_in(&who.into()).await;
            let reply = visitor.get(path).await;
            assert_eq!(reply.status == StatusCode::OK, reads, "{who}");
            if reads {
                let page = reply.text();
                for words in ["4,5", "1,5", "se voit mieux que ses clients", "n = 12"] {
                    assert!(page.contains(words), "{words}: {page}");
                }
            }
            if who != "head_hr" {
                let quarter = visitor.get("/results/it/2026-Q1").await.ok().text();
                assert_eq!(quarter.contains(path), reads, "{who}");
            }
        }
        assert_eq!(w.signed_in(&"dora".into()).await.get("/results/hr/2026-Q1/mirror").await.status, StatusCode::NOT_FOUND);
        // What is sealed goes with the other sheets when its time has come.
        w.move_to("2031-01-05T08:00:00Z");
        w.tick();
        assert_eq!((w.count("mirrors"), w.count("responses")), (0, 0));
    }

    async fn under_ten_sheets_nothing_is_left(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        team(&w, &open, 9);
        let sheets = w.lines("SELECT key AS line FROM open_mirrors");
        assert_eq!(sheets.len(), 9);
        let closed = w.close(&open);
        assert_eq!((w.count("open_mirrors"), w.count("mirrors"), w.count("mirror_figures")), (0, 0, 0));
        let dump = w.dump().join("\n");
        assert!(!sheets.iter().any(|key| dump.contains(key.as_str())));
        if let barometer::db::Address::Sqlite(file) = &w.app.config.database {
            let bytes = std::fs::read(file).expect("the file");
            let left = |key: &String| bytes.windows(key.len()).any(|part| part == key.as_bytes());
            assert!(!sheets.iter().any(left), "nor in free pages");
        }
        assert_eq!(verified(&w, &closed), Vec::<&str>::new());
        assert_eq!(audited(&w, "audit-people-team"), (0, false));
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/mirror").await.ok().text();
        assert!(page.contains("effacées à la clôture, sans être lues"), "{page}");
    }

    async fn a_team_too_small_without_its_head_is_not_asked(w: World) {
        staff(&w, 10);
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let id = campaign.id.clone();
        w.write(move |conn| campaigns::set_mirrors(conn, &id, &["it".into()].into()));
        let today = w.app.today();
        let lines = w.read(|conn| barometer::campaign::check::lines(conn, &campaign, today, Language::Fr));
        assert!(lines.iter().any(|line| line.say.key == "check-mirror-few"), "it is said before");
        let open = w.open(&campaign);
        assert!((1..=10).all(|number| w.invitation(&open, &person_id("dsi", number)).mirror.is_none()));
        team(&w, &open, 9);
        assert_eq!(w.count("open_mirrors"), 0);
        let closed = w.close(&open);
        assert!(closed.is_published());
        assert_eq!(w.signed_in(&"dora".into()).await.get("/results/it/2026-Q1/mirror").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_team_that_says_one_thing_is_not_shown(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        for number in 2..=14 {
            // All alike on the overall question; on the other one of them differs.
            let other = if number == 2 { 1 } else { 4 };
            w.store_answers(&open, &person_id("dsi", number), as_team(&[("overall", 4), ("reception_1", other)]));
        }
        let closed = w.close(&open);
        let subjects: Vec<String> = seen(&w, &closed).into_iter().map(|row| row.0).collect();
        assert_eq!(subjects, ["reception"], "neither what all say alike nor what nobody answered");
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/mirror").await.ok().text();
        assert!(page.contains("non affiché"), "{page}");
    }

    async fn where_few_clients_answered_no_gap_is_said(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 8);
        team(&w, &open, 12);
        let closed = w.close(&open);
        let rows = seen(&w, &closed);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.4 == "too_few"), "{rows:?}");
    }

    async fn what_clients_do_not_show_is_not_compared_and_no_other_question(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 4);
        team(&w, &open, 12);
        let closed = w.close(&open);
        let rows = seen(&w, &closed);
        assert!(!rows.is_empty() && rows.iter().all(|row| row.3.is_none() && row.4 == "hidden"), "{rows:?}");
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/mirror").await.ok().text();
        assert!(page.contains("la moyenne des clients n") && !page.contains("mêmes questions</td>"), "{page}");
    }

    /// Whoever is taken out of the count changes nothing of what was promised to the others.
    async fn the_opening_says_once_for_all_who_is_asked(w: World) {
        staff(&w, 11);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        team(&w, &open, 10);
        let leaving = w.invitation(&open, &person_id("dsi", 5));
        assert!(w.write(move |conn| campaigns::set_eligible(conn, &leaving, false)));
        w.app.kept.forget();
        let closed = w.close(&open);
        assert_eq!((w.count("mirrors"), seen(&w, &closed).len()), (10, 3));
        assert_eq!(verified(&w, &closed), Vec::<&str>::new());
        assert_eq!(audited(&w, "audit-people-team"), (0, true));
        w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/mirror").await.ok();
    }

    async fn whoever_reads_it_does_not_answer_it(w: World) {
        staff(&w, 14);
        w.write(|conn| organisation::grant(conn, &person_id("dsi", 2), Role::Direction, &"".into()).map(drop));
        let open = opened(&w, "2026-Q1");
        assert_eq!(w.invitation(&open, &person_id("dsi", 2)).mirror, None, "direction reads it");
        // One who becomes the head while it is open.
        let link = w.link(&open, &person_id("dsi", 3));
        w.write(|conn| organisation::grant(conn, &person_id("dsi", 3), Role::Head, &"it".into()).map(drop));
        let page = w.visitor().await.get(&link).await.ok().text();
        assert!(!page.contains("les autres services jugent"), "{page}");
        w.store_answers(&open, &person_id("dsi", 3), as_team(&[("overall", 4)]));
        assert_eq!(w.count("open_mirrors"), 0);
        w.store_answers(&open, &person_id("dsi", 4), as_team(&[("overall", 4)]));
        assert_eq!(w.count("open_mirrors"), 1);
    }

    async fn what_was_typed_is_kept_and_what_is_not_sent_is_said(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        let link = w.link(&open, &person_id("dsi", 3));
        let mut visitor = w.visitor().await;
        let page = visitor.post(&link, &[]).await.location();
        // Another tab says that the department is not theirs, then this one is sent back.
        w.visitor().await.post(&format!("{link}/group"), &[("outside", "yes")]).await.location();
        let fields = [("service", "it"), ("part", "0"), ("mirror", "yes"), ("q_overall", "4"), ("go", "next")];
        let to = visitor.post(&page, &fields).await.location();
        let check = visitor.get(&to).await.ok().text();
        assert!(check.contains("votre propre service ne seront pas envoyées"), "{check}");
        // The department is theirs after all: nothing is lost.
        visitor.post(&format!("{link}/group"), &[("outside", "no")]).await.location();
        let check = visitor.get(&format!("{link}/check")).await.ok().text();
        assert!(check.contains("vu par les autres services") && !check.contains("ne seront pas envoyées"), "{check}");
        visitor.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!(w.lines("SELECT answers AS line FROM open_mirrors"), [r#"{"overall":4}"#]);
    }

    /// Six in the inner service are of the outer one's team, which is large enough with them.
    async fn a_team_too_small_is_of_the_next_one_above(w: World) {
        w.organisation(&[("prod", 20), ("dsi", 9)]);
        w.supplier("it");
        w.supplier("hr");
        w.supplier("desk");
        w.write(|conn| {
            let desk = Unit { code: "desk".into(), name: "Desk".to_owned(), parent: Some("dsi".into()), active: true };
            organisation::insert_units(conn, &[desk])?;
            let people: Vec<_> = (1..=6).map(|n| person(person_id("desk", n).as_str(), "desk", Language::Fr)).collect();
            organisation::insert_people(conn, &people)?;
            for (code, unit) in [("it", "dsi"), ("desk", "desk")] {
                let supplier = organisation::supplier(conn, &code.into())?;
                let supplier = barometer::organisation::Supplier { unit: Some(unit.into()), ..supplier };
                organisation::update_supplier(conn, &supplier)?;
            }
            Ok(())
        });
        let campaign = w.campaign("2026-Q1", &["it", "hr", "desk"]);
        let id = campaign.id.clone();
        w.write(move |conn| campaigns::set_mirrors(conn, &id, &["it".into(), "desk".into()].into()));
        let today = w.app.today();
        let lines = w.read(|conn| barometer::campaign::check::lines(conn, &campaign, today, Language::Fr));
        let of = |key: &str| lines.iter().filter(|line| line.say.key == key).count();
        assert_eq!((of("check-mirror"), of("check-mirror-few")), (1, 1), "{lines:?}");
        let open = w.open(&campaign);
        let of = |who| w.invitation(&open, &who).mirror.map(|supplier| supplier.0);
        assert_eq!((of(person_id("desk", 1)), of(person_id("dsi", 1))), (Some("it".to_owned()), Some("it".to_owned())));
    }

    async fn sheets_that_should_be_gone_are_found(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        team(&w, &open, 12);
        let closed = w.close(&open);
        w.write(|conn| {
            let sql = "DELETE FROM mirrors WHERE key NOT IN (SELECT key FROM mirrors ORDER BY key LIMIT 3)";
            barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(sql), c))?;
            Ok(())
        });
        let (found, said) = audited(&w, "audit-few-sheets-team");
        assert!(found > 0 && said);
        assert!(verified(&w, &closed).contains(&"verify-mirror"));
    }

    /// It would appraise them.
    async fn nobody_is_asked_about_a_promise_of_two_people(w: World) {
        staff(&w, 14);
        w.promise("it", "embauche", None);
        w.write(|conn| {
            let two = Unit { code: "two".into(), name: "Deux".to_owned(), parent: Some("prod".into()), active: true };
            organisation::insert_units(conn, &[two])?;
            organisation::insert_people(conn, &["un", "deux"].map(|id| barometer::organisation::Person { away: true, ..person(id, "two", Language::Fr) }))?;
            let commitment = catalogue::promises(conn, &"it".into())?.remove(0).commitment;
            catalogue::update_commitment(conn, &Commitment { unit: Some("two".into()), ..commitment })
        });
        let open = opened(&w, "2026-Q1");
        assert!(w.read(|conn| campaigns::promised_by_clients(conn, &open.id, &"it".into())).is_empty());
    }

    async fn a_promise_of_clients_is_felt_by_the_team(w: World) {
        staff(&w, 14);
        w.promise("it", "embauche", None);
        w.promise("it", "own", Some("overall"));
        w.write(|conn| {
            let mut commitment = catalogue::promises(conn, &"it".into())?.remove(0).commitment;
            commitment = Commitment { unit: Some("prod".into()), ..commitment };
            catalogue::update_commitment(conn, &commitment)
        });
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let id = campaign.id.clone();
        w.write(move |conn| campaigns::set_mirrors(conn, &id, &["it".into()].into()));
        w.measured(&campaign, "it", "embauche", 9.0, 40);
        let open = w.open(&campaign);
        let link = w.link(&open, &person_id("dsi", 3));
        let mut visitor = w.visitor().await;
        let next = visitor.post(&link, &[]).await.location();
        let page = visitor.get(&next).await.ok().text();
        assert!(!page.contains("La promesse faite"), "what clients would say comes first: {page}");
        let page = visitor.get(&next.replace("/1", "/2")).await.ok().text();
        assert!(page.contains("La promesse faite à votre service est tenue"), "{page}");
        assert!(page.contains("Répondez cette fois pour vous-même") && !page.contains("ils répondraient"), "{page}");
        clients(&w, &open, 16);
        for number in 2..=14 {
            let value = if number % 2 == 0 { 1 } else { 2 };
            w.store_answers(&open, &person_id("dsi", number), as_team(&[("promise_embauche", value)]));
        }
        let closed = w.close(&open);
        let list = w.read(|conn| campaigns::promised_by_clients(conn, &closed.id, &"it".into()));
        assert_eq!(list.len(), 1);
        let row = &list[0].promised;
        assert_eq!((row.felt, row.verdict), (Some(Felt::NotFelt), Some(Verdict::MissedFelt)));
        assert_eq!(verified(&w, &closed), Vec::<&str>::new());
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/mirror").await.ok().text();
        assert!(page.contains("Ce que ses clients lui promettent") && page.contains("Promesse embauche"), "{page}");
        // It is on no other page and in no file.
        for path in ["/results/it/2026-Q1", "/results/it/2026-Q1/detail", "/results/it/2026-Q1/paper"] {
            let page = w.signed_in(&"dora".into()).await.get(path).await.ok().text();
            assert!(page.contains("Promesse own") && !page.contains("Promesse embauche"), "{path}");
        }
        let file = w.signed_in(&"hugo".into()).await.get("/exports/2026-Q1/commitments.csv").await;
        let file = file.ok().text();
        assert!(file.contains("own") && !file.contains("embauche"), "{file}");
    }

    async fn a_changed_figure_or_sheet_is_found(w: World) {
        staff(&w, 14);
        let open = opened(&w, "2026-Q1");
        clients(&w, &open, 16);
        team(&w, &open, 12);
        let closed = w.close(&open);
        let tamper: [(&str, &[&str]); 3] = [
            ("UPDATE mirror_figures SET mean = 3 WHERE subject = 'overall'", &["verify-mirror", "verify-fingerprint"]),
            ("UPDATE mirror_figures SET mean = 4.5 WHERE subject = 'overall'", &[]),
            ("DELETE FROM mirrors WHERE key = (SELECT min(key) FROM mirrors)", &["verify-mirror", "verify-fingerprint"]),
        ];
        for (sql, found) in tamper {
            w.write(move |conn| {
                barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(sql), c))?;
                Ok(())
            });
            assert_eq!(verified(&w, &closed), found, "{sql}");
        }
    }

    async fn hr_says_in_the_settings_whose_team_is_asked(w: World) {
        staff(&w, 14);
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let path = format!("/campaigns/{}/edit", campaign.id);
        let text = hugo.get(&path).await.ok().text();
        assert!(text.contains("name=\"mirror\" value=\"it\"") && !text.contains("name=\"mirror\" value=\"hr\""), "{text}");
        let (opens, closes) = (campaign.opens_on.to_string(), campaign.closes_on.to_string());
        let fields = [
            ("code", "2026-Q1"), ("opens_on", &opens), ("closes_on", &closes), ("threshold", "5"),
            ("levels_threshold", "10"), ("comments_threshold", "10"), ("supplier", "it"), ("supplier", "hr"),
            ("mirror", "it"),
        ];
        let mut without = fields.to_vec();
        without.retain(|field| *field != ("supplier", "it"));
        let reply = hugo.post(&path, &without).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains("La page miroir est cochée pour un service"), "{}", reply.text());
        assert_eq!(hugo.post(&path, &fields).await.status, StatusCode::SEE_OTHER);
        assert_eq!(w.read(|conn| campaigns::mirrors(conn, &campaign.id)), ["it".into()].into());
        assert_eq!(w.count("audit_log WHERE event = 'campaign-mirrors' AND detail = '2026-Q1 it'"), 1);
        let check = hugo.get(&format!("/campaigns/{}", campaign.id)).await.ok().text();
        assert!(check.contains("13 personnes de l"), "{check}");
    }
}
