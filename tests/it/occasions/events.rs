//! What befell services, and the note of what was learnt.

use super::*;

on_both! {
    async fn a_crisis_leaves_its_trace(w: World) {
        house(&w);
        let mut hr = w.signed_in(&"hugo".into()).await;
        let event = hr.post("/events", &[("supplier", ""), ("day", "2026-01-04"), ("words", "panne de courant")]).await.location();
        let mut head = w.signed_in(&"head_it".into()).await;
        assert!(head.get("/events").await.ok().main().contains("Tout le monde"));
        assert!(head.get(&event).await.ok().main().contains("panne de courant"));
        assert_eq!(head.post(&event, &[("day", "2026-01-04"), ("words", "x")]).await.status, 403, "everybody's is HR's");
        let told = [("announced_on", "2026-01-04"), ("announced", "Retour prévu à 14 h"), ("audience", "tous"), ("medium", "affichage"), ("told_by", "l'accueil")];
        hr.post(&format!("{event}/announcements"), &told).await.location();
        for (name, value, fault) in [("announced_on", "2030-01-01", "n'est pas encore passé"), ("announced_on", "x", ""), ("announced", "", "Dites ce qui a été annoncé")] {
            let mut wrong = told.to_vec();
            wrong.iter_mut().filter(|(field, _)| *field == name).for_each(|field| field.1 = value);
            let reply = hr.post(&format!("{event}/announcements"), &wrong).await;
            assert!(reply.status == 422 && reply.main().contains(fault) && reply.text().contains("value=\"affichage\""), "{name} {value}: {}", reply.main());
        }
        let seen = hr.get(&event).await.ok().hidden("seen");
        let fields = [("day", "2026-01-04"), ("words", "panne de courant"), ("account", "Un câble.\nLe groupe n'a pas démarré."), ("lesson", "L'essayer chaque mois."), ("seen", seen.as_str())];
        hr.post(&event, &fields).await.location();
        assert_eq!(hr.post(&event, &fields).await.status, 422, "from an older page");
        let note = head.get(&event).await.ok().main();
        for words in ["Le groupe n'a pas démarré.", "L'essayer chaque mois.", "Retour prévu à 14 h", "à tous", "par l'accueil"] {
            assert!(note.contains(words), "{words}: {note}");
        }
        let key = w.lines("SELECT id AS line FROM announcements").remove(0);
        hr.post(&format!("{event}/announcements/{key}/removal"), &[]).await.location();
        assert_eq!(w.count("announcements"), 0);
        // It marks the trend of each service.
        let befallen = w.read(|conn| barometer::progress::store::events::of_supplier(conn, &"it".into()));
        assert_eq!(befallen.len(), 1);
        // What was asked about stays; the quarter's files have it.
        quarter(&w, "2026-Q1");
        let file = hr.get("/exports/2026-Q1/barometer_2026-Q1_events.csv").await;
        let file = if file.status == 404 { hr.get("/exports/2026-Q1/events.csv").await } else { file };
        assert!(file.ok().text().contains("panne de courant"));
        w.move_to("2026-02-10T08:00:00Z");
        let id = event.strip_prefix("/events/").expect("an id").to_owned();
        let flash = make(&w, Wish { event: Some(id), ..wish(&w, &["prod"]) });
        let mut hr = w.signed_in(&"hugo".into()).await;
        hr.post(&format!("{event}/removal"), &[]).await.location();
        assert_eq!(w.count("events"), 1);
        hr.post(&format!("/occasions/{}/removal", flash.id), &[]).await.location();
        hr.post(&format!("{event}/removal"), &[]).await.location();
        assert_eq!(w.count("events"), 0);
    }
}
