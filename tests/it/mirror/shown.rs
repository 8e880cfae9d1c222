//! What is shown to whom, what is deleted, and that both can be counted again.

use super::*;

on_both! {
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
}
