//! Who is asked, what, and what becomes of what they type.

use super::*;

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
