//! The sessions of a training and the two surveys of those who took part.

use super::*;
use crate::security::scene::action;

/// A training of IT, and the path of its sessions.
fn training(w: &World) -> String {
    let made = action(w, "it");
    let id = made.id.clone();
    w.write(move |conn| {
        use diesel::prelude::*;
        barometer::on_each!(conn, c => diesel::sql_query("UPDATE actions SET kind = 'training'").execute(c))?;
        Ok(())
    });
    format!("/actions/{id}/sessions")
}

on_both! {
    async fn participants_are_asked_together_right_after_and_two_months_later(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-02T08:00:00Z");
        let sessions = training(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        for (day, words) in [("2026-02-01", "nord"), ("2026-02-20", "sud")] {
            head.post(&sessions, &[("day", day), ("words", words)]).await.location();
        }
        assert_eq!(head.post(&sessions, &[("day", "demain"), ("words", "")]).await.status, 422);
        let ids = w.lines("SELECT id AS line FROM training_sessions ORDER BY day");
        let north = format!("{sessions}/{}", ids[0]);
        // An unknown one refuses the whole list, and says which line.
        let list: String = (1..=8).map(|n| format!("prod_{n}@example.org\n")).collect();
        let reply = head.upload(&north, &[("unit", ""), ("list", &format!("{list}qui@example.org"))], b"").await;
        assert!(reply.status == 422 && reply.main().contains("Ligne 9"), "{}", reply.main());
        assert!(reply.text().contains("prod_8@example.org"), "what was typed stays");
        assert_eq!(w.count("participants"), 0);
        head.upload(&north, &[("unit", ""), ("list", &list)], b"").await.location();
        let south = format!("{sessions}/{}", ids[1]);
        assert_eq!(head.upload(&south, &[("unit", ""), ("list", "sales_1@example.org")], b"").await.status, 400, "not held yet");
        assert_eq!(head.post(&sessions, &[("day", "2026-05-20"), ("words", "")]).await.status, 422, "too far ahead");
        // The one to come is near: both wait for it.
        let page = head.get(&sessions).await.ok().main();
        assert!(page.contains("20 février 2026 est proche de celles-ci"), "{page}");
        let path = sessions.strip_suffix("/sessions").expect("an action");
        assert_eq!(head.post(&format!("{path}/surveys/hot"), &[]).await.status, 400);
        head.post(&format!("{south}/day"), &[("day", "2026-02-22")]).await.location();
        w.move_to("2026-02-23T08:00:00Z");
        let mut head = w.signed_in(&"head_it".into()).await;
        // Who works where is HR's to list: a head pastes, HR ticks.
        assert!(!head.get(&format!("{south}?unit=sales")).await.ok().text().contains("sales_1"));
        head.upload(&south, &[("unit", "sales"), ("person", "sales_1"), ("list", "sales_4@example.org")], b"").await.location();
        assert_eq!(w.count("participants"), 9);
        let mut hr = w.signed_in(&"hugo".into()).await;
        assert!(hr.get(&format!("{south}?unit=sales")).await.ok().text().contains("sales_1"));
        hr.upload(&south, &[("unit", "sales"), ("person", "sales_1"), ("list", "")], b"Email\nsales_2@example.org\nsales_3@example.org").await.location();
        assert_eq!(w.count("participants"), 12);
        head.post(&format!("{south}/people/sales_4/removal"), &[]).await.location();
        assert_eq!(w.count("participants"), 11);
        assert_eq!(head.post(&format!("{south}/day"), &[("day", "2026-02-23")]).await.status, 400, "they would be kept longer");
        // HR throws a draft of it away; its sessions wait again.
        head.post(&format!("{path}/surveys/hot"), &[]).await.location();
        let draft = w.read(campaigns::campaigns).remove(0);
        assert_eq!(head.post(&format!("/occasions/{}/removal", draft.id), &[]).await.status, 404);
        hr.post(&format!("/occasions/{}/removal", draft.id), &[]).await.location();
        head.post(&format!("{path}/surveys/hot"), &[]).await.location();
        assert_eq!(head.post(&format!("{south}/day"), &[("day", "2026-02-21")]).await.status, 400, "a survey asks about it");
        let hot = w.read(campaigns::campaigns).remove(0);
        assert_eq!((hot.kind, stops(&w, &hot)), (Kind::Session, Vec::new()));
        let hot = w.open(&hot);
        assert_eq!(w.count(&format!("invitations WHERE campaign = '{}'", hot.id)), 11);
        assert_eq!(w.count("named_people"), 0, "they are invited now");
        let welcome = w.visitor().await.get(&w.link(&hot, &person_id("prod", 1))).await.ok().main();
        assert!(welcome.contains("Les 11 personnes qui y ont participé"), "{welcome}");
        for number in 1..=8 {
            w.store_answers(&hot, &person_id("prod", number), answer(&w, &hot, i32::try_from(number % 5 + 1).expect("small"), "clair"));
        }
        for number in 1..=3 {
            w.store_answers(&hot, &person_id("sales", number), answer(&w, &hot, 4, ""));
        }
        w.close(&hot);
        let page = head.get(&sessions).await.ok().main();
        assert!(page.contains("À chaud") && page.contains("24 avril 2026"), "{page}");
        // A session added afterwards is too near to be asked on its own.
        head.post(&sessions, &[("day", "2026-02-23"), ("words", "est")]).await.location();
        let list: String = (5..=16).map(|n| format!("sales_{n}@example.org\n")).collect();
        let east = w.lines("SELECT id AS line FROM training_sessions WHERE words = 'est'").remove(0);
        head.upload(&format!("{sessions}/{east}"), &[("unit", ""), ("list", &list)], b"").await.location();
        assert!(head.get(&sessions).await.ok().main().contains("a déjà été interrogée et est trop proche"));
        // Two months later, by itself once HR programmed it; who left is not asked.
        head.post(&format!("{path}/surveys/cold"), &[]).await.location();
        let cold = w.read(campaigns::campaigns).into_iter().find(|one| one.code.starts_with("session-2026-04")).expect("the second");
        assert_eq!(cold.opens_on.to_string(), "2026-04-24");
        w.write(|conn| {
            let gone = organisation::person(conn, &person_id("prod", 8))?;
            organisation::update_people(conn, &[barometer::organisation::Person { active: false, ..gone }])
        });
        w.move_to("2026-04-24T08:00:00Z");
        let cold = w.open(&cold);
        assert_eq!(w.count(&format!("invitations WHERE campaign = '{}'", cold.id)), 10);
        assert_eq!(w.count(&format!("participants WHERE session <> '{east}'")), 0, "nobody is kept any longer");
        // Three answers: nothing of it is left.
        for number in 1..=3 {
            w.store_answers(&cold, &person_id("prod", number), answer(&w, &cold, 2, "perdu"));
        }
        let cold = w.close(&cold);
        assert_eq!(w.count(&format!("responses WHERE campaign = '{}'", cold.id)), 0);
        assert!(!w.dump().iter().any(|row| row.contains("perdu")));
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get(&sessions).await.ok().main();
        assert!(page.contains("Trop peu de réponses") && page.contains("Le contenu répondait à mes besoins"), "{page}");
        // Ninety days after a session nobody of it is known, asked or not.
        w.move_to("2026-05-25T08:00:00Z");
        w.tick();
        assert_eq!(w.count("participants"), 0);
    }

    async fn ten_people_or_a_round_table(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-02T08:00:00Z");
        let sessions = training(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        head.post(&sessions, &[("day", "2026-02-01"), ("words", "")]).await.location();
        let id = w.lines("SELECT id AS line FROM training_sessions").remove(0);
        let list: String = (1..=9).map(|n| format!("prod_{n}@example.org\n")).collect();
        head.upload(&format!("{sessions}/{id}"), &[("unit", ""), ("list", &list)], b"").await.location();
        let page = head.get(&sessions).await.ok().main();
        assert!(page.contains("9 participants sont notés, il en faut 10") && page.contains("tour de table"), "{page}");
        let path = sessions.strip_suffix("/sessions").expect("an action");
        assert_eq!(head.post(&format!("{path}/surveys/hot"), &[]).await.status, 400);
        // Nobody but those who keep the action finds its sessions; other kinds of action have none.
        let mut other = w.signed_in(&"head_hr".into()).await;
        assert_eq!(other.get(&sessions).await.status, 404);
        let mut direction = w.signed_in(&"dora".into()).await;
        assert_eq!(direction.get(&sessions).await.status, 200);
        assert_eq!(direction.get(&format!("{sessions}/{id}")).await.status, 403, "who took part is not direction's");
        let plain = action(&w, "it");
        assert_eq!(head.get(&format!("/actions/{}/sessions", plain.id)).await.status, 404);
        head.post(&format!("{sessions}/{id}/removal"), &[]).await.location();
        assert_eq!(w.count("participants"), 0);
    }
}
