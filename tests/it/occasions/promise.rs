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
