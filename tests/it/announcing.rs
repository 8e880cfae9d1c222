//! Closing with few answers, and telling people of a publication: what is said before, what each reads after, and when.

use actix_web::http::StatusCode;
use barometer::campaign::{Campaign, store as campaigns};
use barometer::db::ids::CampaignId;
use barometer::organisation::store;
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::{about, link_in, nine_on, person, person_id};

/// 242 people in eight units, two services, HR, and so many answers about the first service.
fn wave(w: &World, answers: usize, announce_days: i32) -> Campaign {
    w.organisation(&[("a", 60), ("b", 50), ("c", 40), ("d", 30), ("e", 20), ("f", 20), ("g", 12), ("h", 10)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        store::insert_people(conn, &[person("hugo", "staff", Language::Fr), person("ingrid", "staff", Language::En)])?;
        store::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
        store::grant(conn, &"ingrid".into(), Role::Hr, &"".into())
    });
    let campaign = w.campaign("2026-Q1", &["it", "hr"]);
    let id = campaign.id.clone();
    w.write(move |conn| {
        let row = campaigns::hold(conn, &id)?;
        campaigns::save_draft(conn, &Campaign { announce_days, ..row })
    });
    let campaign = w.open(&campaign);
    let everybody = [("a", 60), ("b", 50), ("c", 40), ("d", 30), ("e", 20), ("f", 20), ("g", 12), ("h", 10)];
    let people = everybody.iter().flat_map(|(unit, size)| (1..=*size).map(|number| person_id(unit, number)));
    // Spread over the units as people answer.
    let mut people: Vec<_> = people.collect();
    people.sort_by_key(|id| barometer::app::token_hash(id.as_str()));
    for (place, id) in people.into_iter().take(answers).enumerate() {
        let value = i32::try_from(place % 5 + 1).expect("a value");
        let (it, hr) = (about("it", &[("overall", value), ("reception_1", 4)]), about("hr", &[("overall", value)]));
        let mut both = it;
        both.chosen = Some(vec!["it".into(), "hr".into()]);
        both.sheets.extend(hr.sheets);
        w.store_answers(&campaign, &id, both);
    }
    // The count of the second day.
    w.move_to(&nine_on(campaign.opens_on.plus_days(1)));
    w.tick();
    campaign
}

fn again(w: &World, id: &CampaignId) -> Campaign {
    w.read(|conn| campaigns::campaign(conn, id))
}

on_both! {
    async fn before_the_code_is_typed_the_page_says_what_would_be_shown(w: World) {
        for (answers, french, english) in [
            (0, "Rien ne serait affiché, pour aucun service", "Nothing would be shown, for any service"),
            (2, "Rien ne serait affiché, pour aucun service", "Nothing would be shown, for any service"),
            (12, "12 envois pour 242 personnes", "12 submissions, out of 242 people invited"),
            (150, "150 envois pour 242 personnes", "150 submissions, out of 242 people invited"),
        ] {
            let w = World::new(w.backend);
            let campaign = wave(&w, answers, 3);
            let (mut hugo, mut ingrid) = (w.signed_in(&"hugo".into()).await, w.signed_in(&"ingrid".into()).await);
            let own = format!("/campaigns/{}", campaign.id);
            ingrid.language = "en";
            for (visitor, words) in [(&mut hugo, french), (&mut ingrid, english)] {
                let page = visitor.get(&own).await.ok();
                assert!(page.main().contains(words), "{answers}: {}", page.main());
                assert!(page.text().contains("href=\"#extension\""), "{answers}: the way to put it off");
            }
            let page = hugo.get(&own).await.ok().main();
            assert_eq!(page.contains("La clôture ne se défait pas"), answers <= 2, "{answers}: {page}");
            if answers == 150 {
                assert!(page.contains("groupes sur 8") || page.contains("8 groupes"), "{page}");
            }
            // What stands there is of the day's count: an answer more changes nothing on it.
            let before = hugo.get(&own).await.ok().main();
            w.store_answers(&campaign, &person_id("a", 59), about("it", &[("overall", 3)]));
            w.store_answers(&campaign, &person_id("a", 58), about("it", &[("overall", 3)]));
            assert_eq!(hugo.get(&own).await.ok().main(), before, "{answers}");
            if w.backend == Backend::Postgres {
                break;
            }
        }
    }

    async fn with_two_answers_nobody_gets_a_page_of_hidden_figures(w: World) {
        let campaign = wave(&w, 2, 0);
        w.send_mail().await;
        let mut hugo = w.signed_in(&"hugo".into()).await;
        hugo.post(&format!("/campaigns/{}/closure", campaign.id), &[("code", "2026-Q1")]).await.location();
        w.tick();
        assert!(again(&w, &campaign.id).is_announced());
        w.send_mail().await;
        let french = w.mail_to(&person_id("a", 1));
        assert!(french.subject.contains("Trop peu de réponses") && french.text.contains("Aucun chiffre"), "{}", french.text);
        let english = w.mail_to(&person_id("a", 2));
        assert!(english.subject.contains("Too few responses"), "{}", english.subject);
        let page = french.text.split_whitespace().find_map(|word| word.strip_prefix("http://barometer.test/f/")).expect("the way to the page");
        let page = w.visitor().await.get(&format!("/f/{page}")).await.ok().main();
        assert!(!page.contains("non affiché") && page.contains("trop peu nombreuses"), "{page}");
        let head = w.mail_to(&"head_it".into());
        assert!(head.text.contains("Trop peu de réponses"), "{}", head.text);
        let mut head = w.signed_in(&"head_it".into()).await;
        head.get("/results/it/2026-Q1").await.ok();
        let hr = w.mail_to(&"hugo".into());
        assert!(hr.subject.contains("publiés") && hr.text.contains("Trop peu de réponses"), "{} {}", hr.subject, hr.text);
    }

    async fn heads_and_hr_hear_at_once_and_the_others_three_working_days_later(w: World) {
        let campaign = wave(&w, 150, 3);
        w.send_mail().await;
        let link = link_in(&w.mail_to(&person_id("a", 1)));
        // A Thursday.
        w.move_to("2026-01-15T09:00:00Z");
        w.close(&campaign);
        w.tick();
        w.send_mail().await;
        let results = |w: &World| w.count("outbox WHERE kind = 'results'");
        assert_eq!((results(&w), w.count("outbox WHERE kind = 'results_ready'")), (0, 4));
        let head = w.mail_to(&"head_it".into());
        assert!(head.text.contains("le 20 janvier 2026"), "the weekend is no working day: {}", head.text);
        let mut employee = w.visitor().await;
        let page = employee.get(&link).await.ok().main();
        assert!(page.contains("20 janvier 2026") && page.contains("La campagne est terminée"), "{page}");
        assert!(page.contains("depuis le 15 janvier 2026"), "closed by hand, before the day announced: {page}");
        let soon = w.visitor().await.get(&barometer::progress::feedback::path(&w.app, &campaign.id, &"a".into())).await.ok().main();
        assert!(soon.contains("Les résultats arrivent") && soon.contains("20 janvier 2026"), "{soon}");
        let figures = w.lines("SELECT fingerprint AS line FROM publications");
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get(&format!("/campaigns/{}", campaign.id)).await.ok().main().contains("Elles recevront les résultats le 20 janvier 2026"));
        w.move_to("2026-01-19T09:00:00Z");
        w.tick();
        assert_eq!(results(&w), 0);
        w.move_to("2026-01-20T09:00:00Z");
        w.tick();
        assert_eq!(results(&w), 242);
        w.tick();
        assert_eq!(results(&w), 242, "once");
        assert_eq!(w.lines("SELECT fingerprint AS line FROM publications"), figures, "the figures do not change meanwhile");
        assert!(employee.get(&link).await.location().starts_with("/f/"));
    }

    async fn hr_may_announce_earlier_and_nobody_is_told_twice(w: World) {
        let campaign = wave(&w, 150, 10);
        w.close(&campaign);
        w.tick();
        let own = format!("/campaigns/{}/announcement", campaign.id);
        let (mut hugo, mut head) = (w.signed_in(&"hugo".into()).await, w.signed_in(&"head_it".into()).await);
        assert_eq!(head.post(&own, &[]).await.status, StatusCode::FORBIDDEN);
        hugo.post(&own, &[]).await.location();
        hugo.post(&own, &[]).await.location();
        assert_eq!(w.count("outbox WHERE kind = 'results'"), 242);
        assert_eq!(w.count("audit_log WHERE event = 'results-announced'"), 1);
        w.move_to("2026-02-01T09:00:00Z");
        w.tick();
        assert_eq!(w.count("outbox WHERE kind = 'results'"), 242);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get(&format!("/campaigns/{}", campaign.id)).await.ok().main().contains("Annoncés le"));
    }

    async fn the_page_of_the_wave_before_stays_until_the_new_one_is_told(w: World) {
        let first = wave(&w, 150, 0);
        w.close(&first);
        w.tick();
        let path = barometer::progress::feedback::path(&w.app, &first.id, &"a".into());
        w.move_to("2026-03-20T09:00:00Z");
        let second = w.campaign("2026-Q2", &["it", "hr"]);
        let id = second.id.clone();
        w.write(move |conn| {
            let row = campaigns::hold(conn, &id)?;
            campaigns::save_draft(conn, &Campaign { announce_days: 2, ..row })
        });
        let second = w.open(&second);
        for number in 1..=30 {
            w.store_answers(&second, &person_id("a", number), about("it", &[("overall", 4)]));
        }
        w.close(&second);
        w.tick();
        assert!(w.visitor().await.get(&path).await.ok().main().contains("Informatique"));
        w.move_to("2026-03-25T09:00:00Z");
        w.tick();
        assert_eq!(w.visitor().await.get(&path).await.status, StatusCode::GONE);
    }
}
