//! The charter in its versions, one's own commitment that nothing keeps, and due days for a calendar.

use actix_web::http::StatusCode;

use crate::security::scene;

on_both! {
    async fn a_charter_is_proposed_consulted_and_adopted(w: World) {
        scene::staff(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        let mut hr = w.signed_in(&"hugo".into()).await;
        let mut anybody = w.visitor().await;
        assert!(anybody.get("/charte?lang=de").await.ok().text().contains("Noch ist keine Charta"));
        head.post("/charte/proposals", &[("side", "service"), ("words", "Dire non avec une raison.")]).await.location();
        let reply = head.post("/charte/proposals", &[("side", "service"), ("words", "")]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert_eq!(hr.post("/charte/edit/adoption", &[]).await.status, StatusCode::BAD_REQUEST, "nothing is written");
        let page = hr.get("/charte/edit").await.ok();
        assert!(page.text().contains("Dire non avec une raison."));
        let seen = page.hidden("seen");
        let lines = [
            ("side1", "service"),
            ("text1_fr", "Nous disons non avec une raison."),
            ("text1_en", "We say no with a reason."),
            ("side4", "client"),
            ("text4_fr", "Nous prévenons dès que nous savons."),
            ("seen", seen.as_str()),
        ];
        hr.post("/charte/edit", &lines).await.location();
        assert_eq!(hr.post("/charte/edit", &lines).await.status, StatusCode::UNPROCESSABLE_ENTITY, "from an older page");
        assert!(!anybody.get("/charte?lang=fr").await.ok().text().contains("avec une raison"), "not before it is adopted");
        hr.post("/charte/edit/consultation", &[]).await.location();
        hr.post("/charte/edit/adoption", &[]).await.location();
        let page = anybody.get("/charte?lang=fr").await.ok().text();
        assert!(page.contains("Nous disons non avec une raison.") && page.contains("Nous prévenons"), "{page}");
        assert!(anybody.get("/charte?lang=en").await.ok().text().contains("We say no with a reason."));
        // The next version begins with this one; this one stays readable.
        w.move_to("2027-01-10T08:00:00Z");
        let mut hr = w.signed_in(&"hugo".into()).await;
        let seen = hr.get("/charte/edit").await.ok().hidden("seen");
        let next = [("side1", "service"), ("text1_fr", "Nous répondons toujours."), ("seen", seen.as_str())];
        hr.post("/charte/edit", &next).await.location();
        hr.post("/charte/edit/adoption", &[]).await.location();
        let page = anybody.get("/charte?lang=fr").await.ok().text();
        assert!(page.contains("Nous répondons toujours.") && !page.contains("avec une raison"), "{page}");
        assert!(anybody.get("/charte?lang=fr&version=1").await.ok().text().contains("avec une raison"));
        assert_eq!(anybody.get("/charte?version=3").await.status, StatusCode::NOT_FOUND);
    }

    async fn of_ones_own_commitment_nothing_is_kept(w: World) {
        scene::staff(&w);
        let before = w.dump();
        let mut anybody = w.visitor().await;
        let typed = [("line1", "Répondre le jour même"), ("line2", ""), ("line3", ""), ("day", "2026-03-01")];
        let page = anybody.post_open_fields("/engagement?lang=fr", &typed).await.ok().text();
        assert!(page.contains("Répondre le jour même") && page.contains("1er\u{a0}mars 2026"), "{page}");
        let reply = anybody.post_open_fields("/engagement/agenda.ics?lang=fr", &typed).await.ok();
        let file = reply.text();
        assert!(file.contains("DTSTART;VALUE=DATE:20260301") && file.contains("Répondre le jour même"), "{file}");
        for (field, value) in [("line1", ""), ("day", "2025-01-01"), ("day", "demain"), ("line2", &*"x".repeat(201))] {
            let mut wrong = typed.to_vec();
            wrong.retain(|(name, _)| *name != field);
            wrong.push((field, value));
            for path in ["/engagement", "/engagement/agenda.ics"] {
                let reply = anybody.post_open_fields(&format!("{path}?lang=pt"), &wrong).await;
                assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            }
        }
        assert_eq!(w.dump(), before, "no table knows of it");
    }

    async fn due_days_go_to_a_calendar_without_what_they_are_about(w: World) {
        scene::staff(&w);
        let action = scene::action(&w, "it");
        let file = w.signed_in(&"head_it".into()).await.get("/actions/plan.ics").await.ok().text();
        for words in ["SUMMARY:IT-1", "DTSTART;VALUE=DATE:20260630", action.id.as_str()] {
            assert!(file.contains(words), "{words}: {file}");
        }
        assert!(!file.contains("Accusé"), "{file}");
        let file = w.signed_in(&"head_hr".into()).await.get("/actions/plan.ics").await.ok().text();
        assert!(!file.contains("IT-1"), "{file}");
    }
}
