//! The pace the mail server bears, its hours, and HR's hand on a campaign's mails.

use barometer::campaign::Campaign;
use barometer::mail::profile::Profile;
use barometer::mail::{Kind, Letter, enqueue};
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::web::Role;

use crate::mail::{later, smtp, ten_people};
use crate::world::World;
use crate::world::sink::{Says, Sink};
use crate::world::verbs::{nine_on, person, person_id};

fn profile(w: &World, profile: Profile) {
    w.write(move |conn| profile.save(conn));
}

fn staff(w: &World) {
    w.write(|conn| {
        organisation::insert_people(
            conn,
            &[person("hugo", "staff", Language::Fr), person("ada", "staff", Language::En)],
        )?;
        organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into()).map(|_| ())
    });
}

/// Hugo of HR asks for a sign-in link.
async fn asks_to_sign_in(w: &World) {
    w.visitor().await.post("/sign-in", &[("email", "hugo@example.org")]).await;
}

fn order(w: &World) -> Vec<String> {
    w.mails.lock().expect("the mails").iter().map(|mail| mail.to_address.clone()).collect()
}

fn path(campaign: &Campaign) -> String {
    format!("/campaigns/{}", campaign.id)
}

on_both! {
    async fn the_minute_is_shared_and_a_sign_in_link_does_not_wait(w: World) {
        staff_and_ten(&w);
        profile(&w, Profile { per_minute: Some(4), ..Profile::default() });
        assert_eq!(w.send_mail().await, 4);
        assert_eq!(w.send_mail().await, 0, "whichever process asks");
        w.move_to("2026-01-05T08:00:30Z");
        asks_to_sign_in(&w).await;
        assert_eq!(w.send_mail().await, 1);
        assert_eq!(order(&w)[4], "hugo@example.org");
        w.move_to("2026-01-05T08:01:00Z");
        assert_eq!(w.send_mail().await, 3, "the link counts");
        later(&w, 1);
        asks_to_sign_in(&w).await;
        assert_eq!(w.send_mail().await, 4);
        assert_eq!(order(&w)[8], "hugo@example.org", "before the invitations");
        assert_eq!(w.count("outbox WHERE state = 'sent'"), 12);
    }

    async fn a_minutes_worth_is_spread_over_the_minute(w: World) {
        staff_and_ten(&w);
        profile(&w, Profile { per_minute: Some(30), ..Profile::default() });
        assert_eq!(w.send_mail().await, 5);
        w.move_to("2026-01-05T08:00:09Z");
        assert_eq!(w.send_mail().await, 0);
        w.move_to("2026-01-05T08:00:10Z");
        assert_eq!(w.send_mail().await, 5);
    }

    async fn the_day_ends_at_midnight_in_the_organisations_time_zone(w: World) {
        w.move_to("2026-01-05T22:30:00Z");
        staff_and_ten(&w);
        profile(&w, Profile { per_day: Some(6), ..Profile::default() });
        assert_eq!(w.send_mail().await, 6);
        later(&w, 29);
        assert_eq!(w.send_mail().await, 0, "one minute to midnight in Paris");
        later(&w, 1);
        assert_eq!(w.send_mail().await, 4);
    }

    async fn nothing_leaves_at_night_nor_on_a_holiday_but_sign_in_links(w: World) {
        // Thursday 14 May 2026 is Ascension.
        w.move_to("2026-05-13T18:00:00Z");
        staff_and_ten(&w);
        let days = [true, true, true, true, true, false, false];
        let office = Profile { from: 480, until: 1080, days, holidays: "france".to_owned(), ..Profile::default() };
        profile(&w, office);
        assert_eq!(w.send_mail().await, 0, "Wednesday evening");
        w.move_to("2026-05-14T09:00:00Z");
        asks_to_sign_in(&w).await;
        assert_eq!(w.send_mail().await, 1);
        w.move_to("2026-05-15T05:59:00Z");
        assert_eq!(w.send_mail().await, 0, "a minute to eight");
        later(&w, 1);
        assert_eq!(w.send_mail().await, 10);
    }

    async fn hr_pauses_resumes_and_stops(w: World) {
        let campaign = staff_and_ten(&w);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let path = path(&campaign);
        profile(&w, Profile { per_minute: Some(4), ..Profile::default() });
        w.send_mail().await;
        let page = hugo.get(&path).await.ok().main();
        assert!(page.contains("4 invitations envoyées sur 10") && page.contains("6 e-mails attendent leur tour"), "{page}");
        // Six at four a minute: a minute and a half.
        assert!(page.contains("Fin prévue le 5 janvier 2026 à 9 h 02"), "{page}");
        assert_eq!(hugo.post(&format!("{path}/mail-pause"), &[]).await.location(), format!("{path}#mails"));
        later(&w, 5);
        asks_to_sign_in(&w).await;
        assert_eq!(w.send_mail().await, 1, "the link, and no invitation");
        assert!(hugo.get(&path).await.ok().main().contains("Les envois sont en pause"));
        hugo.post(&format!("{path}/mail-pause/removal"), &[]).await.location();
        later(&w, 5);
        assert_eq!(w.send_mail().await, 4);
        hugo.post(&format!("{path}/mail-stop"), &[]).await.location();
        let page = hugo.get(&path).await.ok().text();
        assert!(page.contains("2 e-mails sont abandonnés") && page.contains("2 e-mails ont été abandonnés"), "{page}");
        later(&w, 60);
        assert_eq!(w.send_mail().await, 0, "final for these");
        // What comes later leaves.
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        profile(&w, Profile::default());
        w.tick();
        assert_eq!(w.send_mail().await, 10);
        let log = w.lines("SELECT event || ' ' || detail AS line FROM audit_log WHERE event LIKE 'mails-%' ORDER BY id");
        assert_eq!(log, ["mails-paused 2026-Q1", "mails-resumed 2026-Q1", "mails-stopped 2026-Q1 2"]);
    }

    async fn a_stop_does_not_tell_how_many_links_are_unused(w: World) {
        let campaign = staff_and_ten(&w);
        w.send_mail().await;
        w.move_to(&nine_on(campaign.opens_on.plus_days(4)));
        w.tick();
        let mut hugo = w.signed_in(&"hugo".into()).await;
        hugo.post(&format!("{}/mail-stop", path(&campaign)), &[]).await.location();
        let page = hugo.get(&path(&campaign)).await.ok().text();
        assert!(page.contains("Plus rien n") && !page.contains("abandonnés"), "{page}");
        assert_eq!(w.send_mail().await, 0);
    }

    async fn before_opening_there_is_nothing_to_hold(w: World) {
        staff(w_with_it(&w));
        let campaign = w.campaign("2026-Q1", &["it"]);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        for step in ["mail-pause", "mail-pause/removal", "mail-stop"] {
            let reply = hugo.post(&format!("{}/{step}", path(&campaign)), &[]).await;
            assert_eq!(reply.status, 422, "{step}");
        }
        let unknown = hugo.post("/campaigns/none/mail-pause", &[]).await;
        assert_eq!(unknown.status, 404);
    }

    async fn refusals_one_after_the_other_halt_the_campaign_and_tell_hr(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 150)]);
        w.supplier("it");
        staff(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        sink.answers(|address| if address.starts_with("hugo") { Says::Yes } else { Says::Reply("550 5.7.1 relaying denied") });
        assert_eq!(w.send_mail().await, 1, "the letter to HR");
        let failed = w.count("outbox WHERE state = 'failed'");
        assert!((50..=66).contains(&failed), "{failed}: fifty, and what was in the connections");
        assert_eq!(w.count("outbox WHERE state = 'queued' AND kind = 'invitation'") + failed, 150);
        assert_eq!(sink.reached(), ["hugo@example.org"]);
        let mail = &sink.taken()[0];
        let parsed = mailparse::parse_mail(mail.as_bytes()).expect("a mail");
        let text = parsed.subparts[0].get_body().expect("a body");
        assert!(text.contains("550") || text.contains("relaying denied"), "{text}");
        assert!(text.contains(&format!("http://barometer.test/campaigns/{}#mails", campaign.id)), "{text}");
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get("/").await.ok().main().contains("se sont arrêtés d'eux-mêmes"));
        let page = hugo.get(&path(&campaign)).await.ok().main();
        assert!(page.contains("Les envois se sont arrêtés d'eux-mêmes.") && page.contains("relaying denied"), "{page}");
        assert_eq!(w.lines("SELECT event AS line FROM audit_log WHERE event = 'mails-halted'").len(), 1);
        later(&w, 60);
        assert_eq!(w.send_mail().await, 0, "by hand only");
        sink.answers(|_| Says::Yes);
        hugo.post(&format!("{}/mail-pause/removal", path(&campaign)), &[]).await.location();
        assert_eq!(w.send_mail().await, 150 - failed);
        assert!(!hugo.get("/").await.ok().main().contains("se sont arrêtés"));
    }

    async fn one_refusal_in_twenty_halts_too_and_fewer_do_not(w: World) {
        let (mut w, sink) = (w, Sink::new());
        w.transport = smtp(&w, sink.port);
        w.organisation(&[("prod", 120)]);
        w.supplier("it");
        profile(&w, Profile { connections: 1, ..Profile::default() });
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let mut number = 0;
        // One of twenty-five: 4 %.
        sink.answers(move |_| { number += 1; if number % 25 == 0 { Says::Reply("550 no") } else { Says::Yes } });
        assert_eq!(w.send_mail().await, 116);
        assert_eq!(w.count("outbox WHERE state = 'queued'"), 0);
        w.close(&campaign);
        w.write(|conn| organisation::insert_people(conn, &(200..320).map(|n| person(&format!("new_{n}"), "prod", Language::Fr)).collect::<Vec<_>>()));
        let next = w.open(&w.campaign("2026-Q2", &["it"]));
        // The head's mail goes first. Two of the first fifty invitations: 4 %; a third, the 59th: 5 %.
        let mut number = 0;
        sink.answers(move |_| { number += 1; if [10, 20, 60].contains(&number) { Says::Reply("550 no") } else { Says::Yes } });
        w.send_mail().await;
        let (sent, left) = (w.count(&format!("outbox WHERE campaign = '{}' AND state = 'sent'", next.id)), w.count(&format!("outbox WHERE campaign = '{}' AND state = 'queued'", next.id)));
        assert_eq!(sent, 56, "{left} left");
    }

    async fn the_launch_check_foretells_the_end(w: World) {
        staff(w_with_it(&w));
        let campaign = w.campaign("2026-Q1", &["it"]);
        profile(&w, Profile { per_minute: Some(1), from: 480, until: 485, ..Profile::default() });
        let mut hugo = w.signed_in(&"hugo".into()).await;
        let page = hugo.get(&path(&campaign)).await.ok().main();
        // It is nine: five tomorrow, five the day after.
        assert!(page.contains("Les 10 invitations seraient parties le 7 janvier 2026 à 8 h 05."), "{page}");
        assert!(page.contains("Les réglages permettent un e-mail par minute"), "{page}");
    }

    async fn the_pace_is_told_once_measured_and_the_end_follows_it(w: World) {
        staff(w_with_it(&w));
        // A mail before the wave is no measure of it.
        asks_to_sign_in(&w).await;
        assert_eq!(w.send_mail().await, 1);
        later(&w, 4);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        profile(&w, Profile { per_minute: Some(3), ..Profile::default() });
        let follow = async |w: &World| w.signed_in(&"hugo".into()).await.get(&path(&campaign)).await.ok().main();
        assert_eq!(w.send_mail().await, 3);
        let page = follow(&w).await;
        assert!(page.contains("Les réglages permettent 3 e-mails par minute. Fin prévue le 5 janvier 2026 à 9 h 07"), "{page}");
        profile(&w, Profile { per_minute: Some(1), ..Profile::default() });
        for _ in 0..6 {
            later(&w, 1);
            assert_eq!(w.send_mail().await, 1);
        }
        // The settings no longer limit anything; what is seen is still one a minute, and one is left.
        profile(&w, Profile::default());
        let page = follow(&w).await;
        assert!(page.contains("Un e-mail par minute en ce moment. Fin prévue le 5 janvier 2026 à 9 h 11"), "{page}");
    }

    async fn an_administrator_sets_the_pace(w: World) {
        staff(w_with_it(&w));
        let mut ada = w.signed_in(&"ada".into()).await;
        ada.language = "en";
        let filled = ada.get("/settings/mail?preset=m365").await.ok();
        for value in ["value=\"30\"", "value=\"10000\"", "value=\"3\""] {
            assert!(filled.text().contains(value), "{value}");
        }
        assert_eq!(w.read(Profile::load), Profile::default(), "a preset is not saved");
        let wrong = [
            ("per_minute", "many"),
            ("per_day", "0"),
            ("connections", "33"),
            ("from", "25:00"),
            ("until", "7"),
            ("holidays", "france"),
        ];
        let reply = ada.post("/settings/mail", &wrong).await;
        assert_eq!(reply.status, 422);
        let text = reply.text();
        for kept in ["value=\"many\"", "value=\"33\"", "value=\"25:00\"", "id=\"days-e\"", "id=\"connections-e\"", "id=\"per_day-e\""] {
            assert!(text.contains(kept), "{kept} in {text}");
        }
        let right = [
            ("per_minute", "1 200"),
            ("per_day", ""),
            ("connections", "8"),
            ("from", "8h30"),
            ("until", "18"),
            ("holidays", "alsace_moselle"),
            ("days", "monday"),
            ("days", "friday"),
        ];
        ada.post("/settings/mail", &right).await.location();
        let saved = w.read(Profile::load);
        let expected = Profile {
            per_minute: Some(1200),
            per_day: None,
            connections: 8,
            from: 510,
            until: 1080,
            days: [true, false, false, false, true, false, false],
            holidays: "alsace_moselle".to_owned(),
        };
        assert_eq!(saved, expected);
        let page = ada.get("/settings/mail").await.ok().text();
        assert!(page.contains("value=\"08:30\"") && page.contains("value=\"monday\" checked"));
    }

    async fn urgent_letters_go_first_among_thousands(w: World) {
        let campaign = staff_and_ten(&w);
        let (id, now) = (campaign.id.clone(), w.app.clock.now());
        w.write(move |conn| {
            for number in 0..500 {
                let letter = Letter { kind: Kind::Reminder, occasion: format!("reminder-{number}"), campaign: Some(id.clone()), person: person_id("prod", 1), reference: None };
                enqueue(conn, now, &letter)?;
            }
            Ok(())
        });
        asks_to_sign_in(&w).await;
        w.send_mail().await;
        assert_eq!(order(&w)[0], "hugo@example.org");
        assert_eq!(order(&w).len(), 511);
    }
}

fn staff_and_ten(w: &World) -> Campaign {
    let campaign = ten_people(w);
    staff(w);
    campaign
}

/// The organisation of [`ten_people`], with nothing opened.
fn w_with_it(w: &World) -> &World {
    w.organisation(&[("prod", 10)]);
    w.supplier("it");
    w
}
