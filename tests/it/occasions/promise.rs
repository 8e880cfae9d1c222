//! What the first page says is what the settings do, kind by kind.

use super::*;
use barometer::campaign::occasion::Survey;

/// What the first page of somebody of `prod` says, beside what every kind promises alike.
async fn promised(w: &World, campaign: &Campaign) -> String {
    let words = w.visitor().await.get(&w.link(campaign, &person_id("prod", 1))).await.ok().main();
    let threshold = campaign.threshold;
    for said in [
        format!("Aucun résultat pour moins de {threshold} réponses"),
        "rien dans nos données ne permet de retrouver qui a répondu quoi".to_owned(),
        format!("à partir de {} réponses", campaign.comments_threshold),
    ] {
        assert!(words.contains(&said), "{said}: {words}");
    }
    assert!(!campaign.row_level && !words.contains("fichier des réponses"), "{words}");
    assert!(campaign.reminder_days().len() <= campaign.kind.most_reminders());
    words
}

on_both! {
    async fn the_charter_that_is_asked_about_is_the_one_that_was_written(w: World) {
        house(&w);
        quarter(&w, "2026-Q1");
        w.move_to("2026-02-10T08:00:00Z");
        let mut hr = w.signed_in(&"hugo".into()).await;
        assert_eq!(hr.get("/charte/edit/survey").await.status, 404, "nothing is written");
        let write = |seen: String, text: &str| {
            [("side1", "service"), ("text1_fr", text), ("text1_en", "We say no with a reason."), ("seen", &seen)]
                .map(|(a, b)| (a.to_owned(), b.to_owned()))
        };
        let seen = hr.get("/charte/edit").await.ok().hidden("seen");
        let lines = write(seen, "Nous disons non avec une raison.");
        let of = |all: &[(String, String)]| all.to_vec();
        let lines = of(&lines);
        let lines: Vec<(&str, &str)> = lines.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        hr.post("/charte/edit", &lines).await.location();
        let asked = [("supplier", "hr"), ("group", "prod"), ("group", "sales"), ("opens_on", "2026-02-11"), ("closes_on", "2026-02-16")];
        assert_eq!(hr.post("/charte/edit/survey", &asked[..1]).await.status, 422);
        let page = hr.post("/charte/edit/survey", &asked).await.location();
        let id = page.rsplit('/').next().expect("a campaign").split('?').next().expect("it").to_owned();
        let draft = w.read(|conn| campaigns::campaign(conn, &CampaignId(id)));
        assert_eq!((draft.kind, stops(&w, &draft)), (Kind::Charter, Vec::new()));
        assert_eq!(hr.post("/charte/edit/survey", &asked).await.status, 422, "one at a time");
        // Another wording meanwhile: what would be asked is no longer what is proposed.
        let seen = hr.get("/charte/edit").await.ok().hidden("seen");
        let lines = of(&write(seen, "Nous disons toujours non."));
        let lines: Vec<(&str, &str)> = lines.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        hr.post("/charte/edit", &lines).await.location();
        assert!(stops(&w, &draft).contains(&"occasion-check-charter"));
        hr.post(&format!("/occasions/{}/removal", draft.id), &[]).await.location();
        let page = hr.post("/charte/edit/survey", &asked).await.location();
        let id = page.rsplit('/').next().expect("a campaign").split('?').next().expect("it").to_owned();
        let open = w.open(&w.read(|conn| campaigns::campaign(conn, &CampaignId(id))));
        let state = || w.lines("SELECT state AS line FROM charters");
        assert_eq!(state(), ["consulted"]);
        for number in 1..=15 {
            w.store_answers(&open, &person_id("prod", number), answer(&w, &open, i32::try_from(number % 5 + 1).expect("small"), ""));
            w.store_answers(&open, &person_id("sales", number), answer(&w, &open, i32::try_from(number % 4 + 2).expect("small"), ""));
        }
        w.close(&open);
        let mut head = w.signed_in(&"head_it".into()).await;
        let shown = head.get(&format!("/occasions/{}", open.id)).await.ok().main();
        assert!(shown.contains("30 réponses") && shown.contains("Nous disons toujours non."), "{shown}");
        assert!(!shown.contains("Groupe prod"), "by group it is HR's and senior management's: {shown}");
        hr.post("/charte/edit/adoption", &[]).await.location();
        assert_eq!(state(), ["adopted"]);
    }

    async fn each_kind_says_what_it_does(w: World) {
        house(&w);
        let asked = w.open(&w.campaign("2026-Q1", &["it"]));
        let words = promised(&w, &asked).await;
        assert!(words.contains("Groupe prod, 20 personnes") && !words.contains("rien n'est publié"), "{words}");
        w.close(&asked);
        let action = crate::security::scene::action(&w, "it").id;
        let people = (1..=10).map(|number| person_id("prod", number)).collect();
        let kinds = [
            ("2026-02-10", wish(&w, &["prod", "sales"]), vec![
                "L'Informatique vous demande votre avis",
                "40 personnes de 2 groupes, choisis par les ressources humaines",
                "Groupe prod, 20 personnes",
                "16 mars 2026",
            ]),
            ("2026-05-20", Wish { kind: Kind::Charter, supplier: "hr".into(), ..wish(&w, &["prod"]) }, vec![
                "Les Ressources humaines vous demande",
                "20 personnes d'un groupe",
                "23 juin 2026",
            ]),
            ("2026-08-25", Wish {
                kind: Kind::Session,
                people,
                training: Some((action, Survey::Hot)),
                chosen_by: ChosenBy::Head,
                ..wish(&w, &[])
            }, vec![
                "la formation que vous avez suivie",
                "Les 10 personnes qui y ont participé",
                "celles des 10 participants",
                "28 septembre 2026",
            ]),
        ];
        for (day, wish, says) in kinds {
            w.move_to(&format!("{day}T08:00:00Z"));
            let today = w.app.today();
            let campaign = w.open(&make(&w, Wish { opens_on: today, closes_on: today.plus_days(4), ..wish }));
            let words = promised(&w, &campaign).await;
            let same = ["rien n'est publié : les réponses et les commentaires sont effacés", "Vous ne recevrez pas d'autre message"];
            for said in says.iter().chain(&same) {
                assert!(words.contains(said), "{:?} {said}: {words}", campaign.kind);
            }
            // As said: of four answers nothing is left, no mail tells the result, and the link leads to it for 30 days.
            let link = w.link(&campaign, &person_id("prod", 1));
            for number in 1..=4 {
                w.store_answers(&campaign, &person_id("prod", number), answer(&w, &campaign, 3, ""));
            }
            w.send_mail().await;
            let before = w.mails_to("prod_1@example.org").len();
            w.close(&campaign);
            w.tick();
            w.send_mail().await;
            assert_eq!(w.count(&format!("responses WHERE campaign = '{}'", campaign.id)), 0);
            assert_eq!(w.mails_to("prod_1@example.org").len(), before, "{:?}", campaign.kind);
            assert!(w.visitor().await.get(&link).await.ok().main().contains("Trop peu de réponses"));
        }
    }
}
