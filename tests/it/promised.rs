//! Promised, measured, felt: fixed at the opening, published with the figures, never more than they say.

mod example;

use actix_web::http::StatusCode;
use barometer::aggregation;
use barometer::campaign::Campaign;
use barometer::campaign::promised::Standing;
use barometer::campaign::store as campaigns;
use barometer::catalogue::{Direction, store as catalogue};
use barometer::db::Conn;
use barometer::error::Result;

use crate::security::scene;
use crate::world::World;
use crate::world::verbs::{about, person_id};

/// `overall` is liked and `reception_1` is not, by this many people.
fn answered(w: &World, campaign: &Campaign, people: usize) {
    for number in 1..=people {
        let (good, bad) = if number % 2 == 0 { (4, 2) } else { (5, 1) };
        let draft = about("it", &[("overall", good), ("reception_1", bad)]);
        w.store_answers(campaign, &person_id("prod", number), draft);
    }
}

fn verdicts(w: &World, campaign: &Campaign) -> Vec<(String, String)> {
    let list = w.read(|conn| campaigns::promised_by(conn, &campaign.id, &"it".into()));
    let word = |one: Standing| {
        let verdict = one.promised.verdict.map_or("-", barometer::catalogue::Verdict::as_str);
        (one.promised.commitment, verdict.to_owned())
    };
    list.into_iter().map(word).collect()
}

fn verified(w: &World, campaign: &Campaign) -> Vec<&'static str> {
    let verdict = w.read(|conn| aggregation::verify::verify(conn, campaign));
    verdict.differences.iter().map(|say| say.key).collect()
}

/// `panne` is felt, `accueil` is not; both are measured on enough cases.
fn promising(w: &World) -> Campaign {
    scene::staff(w);
    w.promise("it", "accueil", Some("reception_1"));
    w.promise("it", "muet", None);
    let campaign = w.campaign("2026-Q1", &["it"]);
    w.measured(&campaign, "it", "panne", 9.0, 1240);
    w.measured(&campaign, "it", "accueil", 5.0, 40);
    w.open(&campaign)
}

fn pairs<'a>(list: &[(&'a str, &'a str)]) -> Vec<(String, String)> {
    list.iter().map(|(code, word)| ((*code).to_owned(), (*word).to_owned())).collect()
}

on_both! {
    async fn the_promise_of_the_opening_counts_and_the_measurement_of_the_publication(w: World) {
        let open = promising(&w);
        // Promised otherwise while it is open, and felt by another question: for the next time.
        w.promise_from("it", ("accueil", "2026-01-01"), (Direction::AtMost, 1.0), None);
        w.write(|conn| {
            let mut commitment = catalogue::promises(conn, &"it".into())?.remove(0).commitment;
            commitment.question = Some("overall".to_owned());
            catalogue::update_commitment(conn, &commitment)
        });
        answered(&w, &open, 14);
        let published = w.close(&open);
        let expected = pairs(&[("accueil", "kept_not_felt"), ("muet", "none"), ("panne", "missed_no_harm")]);
        assert_eq!(verdicts(&w, &published), expected);
        assert_eq!(verified(&w, &published), Vec::<&str>::new());
        // What comes later stands under it, and changes nothing that was published.
        w.tick();
        w.measured(&published, "it", "accueil", 7.5, 41);
        assert_eq!(verdicts(&w, &published), expected);
        assert_eq!(verified(&w, &published), Vec::<&str>::new());
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1").await.ok().text();
        for words in ["Tenu, mais pas ressenti", "Non tenu, sans gêne ressentie", "Depuis la publication", "7,5 jours", "1\u{202f}240 cas", "Le faire savoir"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(page.contains("Un engagement est tenu mais ne se ressent pas"), "the sentence says it");
        for path in ["/results/it/2026-Q1/detail", "/results/it/2026-Q1/paper"] {
            assert!(w.signed_in(&"dora".into()).await.get(path).await.ok().text().contains("Promesse accueil"), "{path}");
        }
    }

    async fn a_changed_row_is_found(w: World) {
        let open = promising(&w);
        answered(&w, &open, 14);
        let published = w.close(&open);
        let tamper: [(&str, &[&str]); 3] = [
            ("UPDATE promised SET value = 1 WHERE commitment = 'panne'", &["verify-promised", "verify-fingerprint"]),
            ("UPDATE promised SET value = 9, verdict = 'kept' WHERE commitment = 'panne'", &["verify-promised", "verify-fingerprint"]),
            ("UPDATE promised SET verdict = 'missed_no_harm', source = 'x' WHERE commitment = 'panne'", &["verify-fingerprint"]),
        ];
        for (sql, found) in tamper {
            w.write(move |conn: &mut Conn| -> Result<()> {
                barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query(sql), c))?;
                Ok(())
            });
            assert_eq!(verified(&w, &published), found, "{sql}");
        }
    }

    async fn where_the_publication_holds_no_interval_nothing_is_felt(w: World) {
        let open = promising(&w);
        answered(&w, &open, 8);
        let published = w.close(&open);
        assert_eq!(verdicts(&w, &published), pairs(&[("accueil", "kept"), ("muet", "none"), ("panne", "missed")]));
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1").await.ok().text();
        assert!(page.contains("ressenti non affiché") && !page.contains("Ressenti : "), "{page}");
    }

    async fn what_one_or_two_people_do_is_not_judged(w: World) {
        scene::staff(&w);
        w.write(|conn| {
            let offering = catalogue::offerings(conn, &"it".into())?.remove(0);
            catalogue::update_offering(conn, &barometer::catalogue::Offering { workers: 2, ..offering })
        });
        let campaign = w.campaign("2026-Q1", &["it"]);
        w.measured(&campaign, "it", "panne", 9.0, 1240);
        let open = w.open(&campaign);
        answered(&w, &open, 14);
        let published = w.close(&open);
        assert_eq!(verdicts(&w, &published), pairs(&[("panne", "none")]));
        assert_eq!(w.lines("SELECT coalesce(source, '-') AS line FROM promised"), ["-"], "nor is it copied");
        let page = w.signed_in(&"head_it".into()).await.get("/results/it/2026-Q1/detail").await.ok().text();
        assert!(page.contains("moins de 3 personnes"));
    }

    async fn a_service_of_two_publishes_to_its_head_hr_and_direction(w: World) {
        scene::staff(&w);
        w.write(|conn| {
            use barometer::organisation::{Supplier, Unit, store as organisation};
            let unit = |code: &str| Unit { code: code.into(), name: code.to_owned(), parent: None, active: true };
            organisation::insert_units(conn, &[unit("two")])?;
            let two = ["two_1", "two_2"].map(|id| crate::world::verbs::person(id, "two", barometer::render::Language::Fr));
            organisation::insert_people(conn, &two)?;
            let it = organisation::supplier(conn, &"it".into())?;
            organisation::update_supplier(conn, &Supplier { unit: Some("two".into()), ..it })
        });
        let campaign = w.campaign("2026-Q1", &["it", "hr"]);
        let mut hr = w.signed_in(&"hugo".into()).await;
        let page = hr.get(&format!("/campaigns/{}", campaign.id)).await.ok().text();
        assert!(page.contains("2 personnes y travaillent"), "the launch check says so");
        let open = w.open(&campaign);
        let link = w.link(&open, &person_id("prod", 14));
        for number in 1..=12 {
            let (good, bad) = if number % 2 == 0 { (4, 2) } else { (5, 1) };
            let mut draft = about("it", &[("overall", good)]);
            draft.sheets.extend(about("hr", &[("overall", bad)]).sheets);
            draft.chosen = Some(vec!["it".into(), "hr".into()]);
            w.store_answers(&open, &person_id("prod", number), draft);
        }
        w.close(&open);
        w.tick();
        for (id, reads) in [("head_it", true), ("hugo", true), ("dora", true), ("rita", false)] {
            let mut visitor = w.signed_in(&id.into()).await;
            for path in ["", "/detail", "/paper", "/charts/distribution.svg"] {
                let status = visitor.get(&format!("/results/it/2026-Q1{path}")).await.status;
                assert_eq!(status, if reads { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{id} {path}");
            }
        }
        let mut rita = w.signed_in(&"rita".into()).await;
        for path in ["/results", "/", "/relations", "/overview/2026-Q1/paper"] {
            let page = rita.get(path).await.ok().text();
            assert!(page.contains("Ressources humaines") && !page.contains("/results/it/"), "{path}");
        }
        assert!(!rita.get("/results").await.ok().main().contains("Informatique"), "nor by what is left of a total");
        let relation = w.signed_in(&"remi".into()).await.get("/relations/it/prod").await.ok().text();
        assert!(!relation.contains("ce qu&#x27;on en dit"), "{relation}");
        let feedback = w.visitor().await.get(&link).await.location();
        let page = w.visitor().await.get(&format!("{feedback}?lang=fr")).await.ok().text();
        assert!(page.contains("Ressources humaines") && !page.contains("Informatique"), "{page}");
        // The next invitation says nothing of it either.
        w.move_to("2026-04-06T08:00:00Z");
        let next = w.open(&w.campaign("2026-Q2", &["it", "hr"]));
        let told = w.lines("SELECT supplier || ' ' || coalesce(told_wave, '-') AS line FROM campaign_suppliers \
                            WHERE campaign = (SELECT id FROM campaigns WHERE code = '2026-Q2') ORDER BY supplier");
        assert_eq!(told, ["hr 2026-Q1", "it -"]);
        assert!(w.link(&next, &person_id("prod", 1)).starts_with("/r/"));
    }

    async fn others_read_the_verdict_and_about_how_many_cases(w: World) {
        let open = promising(&w);
        answered(&w, &open, 14);
        let link = w.link(&open, &person_id("prod", 14));
        w.close(&open);
        w.tick();
        let feedback = w.visitor().await.get(&link).await.location();
        let page = w.visitor().await.get(&format!("{feedback}?lang=fr")).await.ok().text();
        for words in ["Promesse accueil", "Tenu, mais pas ressenti", "1\u{202f}200 cas ou plus", "GLPI"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("240"), "not the number itself");
        let page = w.signed_in(&"rita".into()).await.get("/results/it/2026-Q1").await.ok().text();
        assert!(page.contains("1\u{202f}200 cas ou plus") && !page.contains("240"), "{page}");
        let page = w.visitor().await.get("/catalogue/it?lang=fr").await.ok().text();
        assert!(page.contains("Promesse accueil") && !page.contains("pas ressenti") && !page.contains("200"));
        let file = w.signed_in(&"hugo".into()).await.get("/exports/2026-Q1/commitments.csv").await.ok().text();
        assert!(file.contains("2026-Q1,it,panne,1,") && file.contains(",9,1240,GLPI,"), "{file}");
        assert!(file.contains(",missed,felt,missed_no_harm"), "{file}");
    }

    async fn a_verdict_becomes_an_action(w: World) {
        let open = promising(&w);
        answered(&w, &open, 14);
        w.close(&open);
        let mut head = w.signed_in(&"head_it".into()).await;
        let form = head.get("/actions/it/new?campaign=2026-Q1&commitment=accueil").await.ok().text();
        assert!(form.contains("value=\"communication\" selected") && form.contains("Promesse accueil"), "{form}");
        assert_eq!(head.get("/actions/it/new?campaign=2026-Q1&commitment=none").await.status, StatusCode::NOT_FOUND);
        let fields = [
            ("commitment", "accueil"),
            ("promised_in", "2026-Q1"),
            ("title", "Dire ce qui est tenu"),
            ("finding", "Tenu, et personne ne le sait."),
            ("kind", "communication"),
            ("owner", "head_it@example.org"),
            ("due_on", "2026-06-30"),
        ];
        let action = head.post("/actions/it/new", &fields).await.location();
        let page = head.get(&action).await.ok().text();
        assert!(page.contains("Promesse accueil") && page.contains("engagement"), "{page}");
        // Further origins: a figure, an idea; each once.
        head.post(&format!("{action}/origins"), &[("origin", "figure:overall")]).await.location();
        head.post(&format!("{action}/origins"), &[("origin", ""), ("idea", "Un guichet unique")]).await.location();
        for fields in [
            [("origin", "figure:overall"), ("idea", "")],
            [("origin", "figure:nothing"), ("idea", "")],
            [("origin", ""), ("idea", "")],
        ] {
            let reply = head.post(&format!("{action}/origins"), &fields).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?} {}", reply.text());
        }
        assert_eq!(w.count("action_origins"), 3);
        head.post(&format!("{action}/origins/2/removal"), &[]).await.location();
        let kinds = w.lines("SELECT kind AS line FROM action_origins ORDER BY place");
        assert_eq!(kinds, ["commitment", "idea"]);
    }
}
