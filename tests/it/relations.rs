//! Who says what of whom: the map for each role, points of both sides with their answers, agreements.

use actix_web::http::StatusCode;
use barometer::campaign::Campaign;
use barometer::catalogue::Direction;
use barometer::organisation::{RelationKind, store as organisation};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Visitor, World};

/// Two services, two groups of twenty; `remi` speaks for prod, `lara` for lab.
fn house(w: &World) -> Campaign {
    w.organisation(&[("prod", 20), ("lab", 20)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        let all = ["hugo", "dora", "rita", "remi", "lara", "both"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        for (id, role, of) in [
            ("hugo", Role::Hr, ""),
            ("dora", Role::Direction, ""),
            ("rita", Role::Reader, ""),
            ("remi", Role::Unit, "prod"),
            ("lara", Role::Unit, "lab"),
            ("both", Role::Unit, "prod"),
            ("both", Role::Head, "it"),
        ] {
            organisation::grant(conn, &id.into(), role, &of.into())?;
        }
        Ok(())
    });
    let open = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
    for number in 1..=12 {
        for (unit, value) in [("prod", 5), ("lab", 1)] {
            let value = if number == 1 { 3 } else { value };
            let mut draft = about("it", &[("overall", value), ("reception_1", value)]);
            draft.sheets.extend(about("hr", &[("overall", 6 - value)]).sheets);
            draft.chosen = Some(vec!["it".into(), "hr".into()]);
            w.store_answers(&open, &person_id(unit, number), draft);
        }
    }
    w.close(&open)
}

async fn text(visitor: &mut Visitor, path: &str) -> String {
    let page = visitor.get(path).await.ok().text();
    let main = page.split_once("<main").map_or(page.as_str(), |(_, main)| main);
    main.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many cells of the map hold a share.
fn shares(page: &str) -> usize {
    page.matches("<small>").count()
}

on_both! {
    async fn each_reads_their_part_of_the_map(w: World) {
        house(&w);
        // Two services by two groups, and each service for all.
        for (id, cells) in [("hugo", 6), ("dora", 6), ("rita", 2), ("head_it", 3), ("remi", 2), ("lara", 2)] {
            let page = text(&mut w.signed_in(&id.into()).await, "/relations").await;
            assert_eq!(shares(&page), cells, "{id}: {page}");
            let named = |group: &str| page.contains(group);
            match id {
                "remi" => assert!(named("Groupe prod") && !named("Groupe lab"), "{page}"),
                "rita" => assert!(!named("Groupe prod") && !named("Groupe lab"), "{page}"),
                _ => {}
            }
        }
        let page = text(&mut w.signed_in(&"dora".into()).await, "/relations").await;
        assert!(page.contains("high") && page.contains("low"), "tinted where the interval says so: {page}");
        assert!(page.contains(">+ </span>") && page.contains(">− </span>"), "and said without colour");
        assert!(page.contains("<svg"));
        let mut dora = w.signed_in(&"dora".into()).await;
        assert_eq!(dora.get("/relations?subject=nothing").await.status, StatusCode::NOT_FOUND);
        assert_eq!(dora.get("/relations?wave=2020-Q1").await.status, StatusCode::NOT_FOUND);
        assert!(text(&mut dora, "/relations?subject=reception&wave=2026-Q1").await.contains("Groupe prod"));
        assert_eq!(w.signed_in(&person_id("prod", 3)).await.get("/relations").await.status, StatusCode::FORBIDDEN);
        let mut lara = w.signed_in(&"lara".into()).await;
        assert_eq!(lara.get("/relations/it/prod").await.status, StatusCode::NOT_FOUND, "another unit's");
        let page = text(&mut lara, "/relations/it/lab").await;
        assert!(page.contains("Groupe lab") && page.contains("n&nbsp;=&nbsp;12"), "{page}");
    }

    async fn a_point_is_answered_by_the_other_side(w: World) {
        house(&w);
        let mut remi = w.signed_in(&"remi".into()).await;
        let mut head = w.signed_in(&"head_it".into()).await;
        let need = [("kind", "need"), ("side", "client"), ("noticed", "representative"), ("words", "Prévenir avant une coupure")];
        remi.post("/relations/it/prod/points", &need).await.location();
        // Not for the other side, not by another's role, not without words.
        for (field, value) in [("side", "supplier"), ("noticed", "service"), ("words", ""), ("kind", "wish")] {
            let mut wrong = need.to_vec();
            wrong.retain(|(name, _)| *name != field);
            wrong.push((field, value));
            let reply = remi.post("/relations/it/prod/points", &wrong).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
        }
        let id = w.lines("SELECT id AS line FROM points").pop().expect("a point");
        let path = format!("/relations/it/prod/points/{id}");
        let seen = head.get("/relations/it/prod").await.ok().hidden("seen");
        let accept = |seen: &str| vec![("state", "accepted".to_owned()), ("answer", "Deux jours avant.".to_owned()), ("seen", seen.to_owned())];
        let fields = accept(&seen);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(remi.post(&path, &fields).await.status, StatusCode::FORBIDDEN, "one's own is not answered");
        let refuse = [("state", "refused"), ("answer", ""), ("seen", seen.as_str())];
        let reply = head.post(&path, &refuse).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "a refusal has a reason");
        // It is corrected while it is open; whoever had it open before is told.
        remi.post(&path, &[("words", "Prévenir deux jours avant une coupure"), ("seen", &seen)]).await.location();
        let reply = head.post(&path, &fields).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let page = reply.text();
        assert!(page.contains("Deux jours avant.") && page.contains("deux jours avant une coupure"), "{page}");
        let fresh = head.get("/relations/it/prod").await.ok().hidden("seen");
        head.post(&path, &[("state", "accepted"), ("answer", "Deux jours avant."), ("seen", &fresh)]).await.location();
        let reply = remi.post(&path, &[("words", "Autre chose"), ("seen", "")]).await;
        assert_eq!(reply.status, StatusCode::FORBIDDEN, "what was answered stands");
        // It becomes an action, which says where it comes from.
        let form = head.get(&format!("/actions/it/new?point={id}")).await.ok().text();
        assert!(form.contains("Prévenir deux jours avant"), "{form}");
        let action = [
            ("point", id.as_str()),
            ("title", "Calendrier des coupures"),
            ("finding", "Trop tard prévenus."),
            ("kind", "corrective"),
            ("owner", "head_it@example.org"),
            ("due_on", "2026-06-30"),
        ];
        let action = head.post("/actions/it/new", &action).await.location();
        assert!(text(&mut head, &action).await.contains("point d&#x27;une relation"));
        let mut other = w.signed_in(&"head_hr".into()).await;
        assert_eq!(other.get(&format!("/actions/hr/new?point={id}")).await.status, StatusCode::NOT_FOUND);
    }

    async fn what_comments_say_stands_at_the_service(w: World) {
        house(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        let said = [("kind", "irritant"), ("side", "supplier"), ("noticed", "comments"), ("words", "Des formulaires en double")];
        head.post("/relations/it/prod/points", &said).await.location();
        assert_eq!(w.lines("SELECT coalesce(unit, '-') || coalesce(side, '-') AS line FROM points"), ["--"]);
        assert!(text(&mut head, "/relations/it/lab").await.contains("Des formulaires en double"), "in each of its relations");
        assert!(!text(&mut w.signed_in(&"head_hr".into()).await, "/").await.contains("Des formulaires"));
    }

    async fn somebody_on_both_sides_speaks_for_either(w: World) {
        house(&w);
        let mut both = w.signed_in(&"both".into()).await;
        for (side, noticed) in [("client", "representative"), ("supplier", "service"), ("", "interview")] {
            let fields = [("kind", "need"), ("side", side), ("noticed", noticed), ("words", "Un point")];
            both.post("/relations/it/prod/points", &fields).await.location();
        }
        assert_eq!(w.count("points"), 3);
    }

    async fn a_side_that_is_gone_is_read_and_nothing_is_written(w: World) {
        house(&w);
        let mut remi = w.signed_in(&"remi".into()).await;
        let need = [("kind", "need"), ("side", "client"), ("noticed", "representative"), ("words", "Un point")];
        remi.post("/relations/it/prod/points", &need).await.location();
        w.write(|conn| {
            let mut unit = organisation::tree(conn)?.get(&"prod".into()).cloned().expect("it");
            unit.active = false;
            organisation::update_units(conn, &[unit])
        });
        let page = text(&mut remi, "/relations/it/prod").await;
        assert!(page.contains("Un point") && page.contains("rien ne s&#x27;y écrit plus"), "{page}");
        assert_eq!(remi.post("/relations/it/prod/points", &need).await.status, StatusCode::FORBIDDEN);
        assert_eq!(remi.post("/relations/it/prod/agreement", &[]).await.status, StatusCode::FORBIDDEN);
    }

    async fn an_agreement_stays_as_it_was_printed(w: World) {
        house(&w);
        w.promise("it", "panne", None);
        let mut remi = w.signed_in(&"remi".into()).await;
        let need = [("kind", "need"), ("side", "client"), ("noticed", "representative"), ("words", "Prévenir avant une coupure")];
        remi.post("/relations/it/prod/points", &need).await.location();
        let fields = [
            ("contact", "le 4000"),
            ("decides", "la directrice du site"),
            ("for_service", "Claire"),
            ("for_client", "Rémi"),
            ("review_on", "2026-07-01"),
        ];
        for (field, value) in [("contact", ""), ("review_on", "2020-01-01"), ("review_on", "bientôt")] {
            let mut wrong = fields.to_vec();
            wrong.retain(|(name, _)| *name != field);
            wrong.push((field, value));
            let reply = remi.post("/relations/it/prod/agreement", &wrong).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(reply.text().contains("la directrice du site"));
        }
        let path = remi.post("/relations/it/prod/agreement", &fields).await.location();
        w.write(|conn| {
            let supplier = organisation::supplier(conn, &"it".into())?;
            let names = barometer::render::Texts::both("Numérique", "Digital");
            organisation::update_supplier(conn, &barometer::organisation::Supplier { names, ..supplier })
        });
        w.promise_from("it", ("panne", "2020-01-01"), (barometer::catalogue::Direction::AtMost, 1.0), None);
        let page = text(&mut remi, &path).await;
        for words in ["Informatique", "Promesse panne", "au plus 5 jours", "Prévenir avant une coupure", "le 4000", "Rémi"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(text(&mut remi, "/relations/it/prod/guide").await.contains("Numérique"));
        assert_eq!(w.signed_in(&"lara".into()).await.get(&path).await.status, StatusCode::NOT_FOUND);
    }
}

on_both! {
    async fn a_client_promises_in_return(w: World) {
        house(&w);
        let mut remi = w.signed_in(&"remi".into()).await;
        let fields = [
            ("text_fr", "Une embauche est annoncée 15 jours avant."),
            ("kind", "information"),
            ("target", "15"),
            ("direction", "at_least"),
            ("unit_fr", "jours"),
            ("since", "2026-Q1"),
            ("code", "annonce"),
        ];
        let to = remi.post("/relations/it/prod/commitments/new", &fields).await.location();
        assert_eq!(to, "/relations/it/prod");
        assert!(text(&mut remi, "/relations/it/prod").await.contains("Une embauche est annoncée"));
        assert!(!text(&mut remi, "/relations/hr/prod").await.contains("Une embauche est annoncée"));
        let mut anybody = w.visitor().await;
        assert!(!text(&mut anybody, "/catalogue/it").await.contains("Une embauche"), "it stands in the relation alone");
        let mut head = w.signed_in(&"head_it".into()).await;
        assert_eq!(head.get("/catalogue/it/commitments/annonce").await.status, StatusCode::NOT_FOUND);
        assert_eq!(head.post("/relations/it/prod/commitments/annonce", &fields).await.status, StatusCode::FORBIDDEN);
        assert_eq!(remi.post("/relations/hr/prod/commitments/annonce", &fields).await.status, StatusCode::NOT_FOUND);
        remi.post("/relations/it/prod/commitments/annonce/end", &[]).await.location();
        assert!(!text(&mut remi, "/relations/it/prod").await.contains("Une embauche est annoncée"));
    }
}

on_both! {
    async fn whoever_speaks_for_a_unit_that_is_not_served_finds_nothing(w: World) {
        house(&w);
        let mut lara = w.signed_in(&"lara".into()).await;
        lara.get("/relations/hr/lab").await.ok();
        w.relates("hr", "lab", RelationKind::Except);
        assert_eq!(lara.get("/relations/hr/lab").await.status, StatusCode::NOT_FOUND);
        for path in ["/relations/hr/lab/guide", "/relations/hr/lab/agreement"] {
            assert_eq!(lara.get(path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
        let reply = lara.post("/relations/hr/lab/points", &[("kind", "need"), ("words", "Un délai")]).await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        lara.get("/relations/it/lab").await.ok();
    }

    async fn a_promise_made_anew_has_no_old_verdict(w: World) {
        house(&w);
        w.promise("it", "panne", Some("overall"));
        let next = w.campaign("2026-Q2", &["it"]);
        w.measured(&next, "it", "panne", 4.0, 40);
        let open = w.open(&next);
        for number in 1..=14 {
            let value = if number % 2 == 0 { 5 } else { 4 };
            w.store_answers(&open, &person_id("prod", number), about("it", &[("overall", value)]));
        }
        w.close(&open);
        let mut remi = w.signed_in(&"remi".into()).await;
        let page = text(&mut remi, "/relations/it/prod").await;
        assert!(page.contains("Promesse panne") && page.contains("Tenu, et ressenti"), "{page}");
        w.promise_from("it", ("panne", "2026-01-01"), (Direction::AtMost, 1.0), Some("overall"));
        let page = text(&mut remi, "/relations/it/prod").await;
        assert!(page.contains("Promesse panne") && !page.contains("Tenu, et ressenti"), "{page}");
    }
}

#[test]
fn a_file_names_the_unit_that_somebody_speaks_for() {
    let w = World::new(crate::world::Backend::Sqlite);
    w.organisation(&[("prod", 2)]);
    let plan = |roles: &str| {
        let file = format!(
            "email,name,unit_code,unit,parent_unit_code,language,roles\nremi@example.org,Rémi,prod,Unité prod,root,fr,{roles}\n"
        );
        w.read(|conn| barometer::organisation::import::plan_people(conn, file.as_bytes(), false))
    };
    let good = plan("unit:prod");
    assert!(!good.is_faulty(), "{}", good.faults_to_text(Language::En));
    for (roles, word) in [("unit:nowhere", "nowhere"), ("unit", "unit"), ("unit:", "unit:")] {
        let bad = plan(roles);
        assert!(bad.faults_to_text(Language::En).contains(word), "{roles}: {}", bad.faults_to_text(Language::En));
    }
}
