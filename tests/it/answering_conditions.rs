//! Questions asked only of some: made in the editor, answered on the page, told on the check page, counted apart.

use actix_web::http::StatusCode;
use barometer::campaign::Campaign;
use barometer::questionnaire::Kind;
use barometer::questionnaire::build::Wanted;

use crate::world::World;
use crate::world::verbs::{person_id, with_answers};

/// "improve" and an own question for those who answered `overall` 1 or 2.
fn questions() -> Vec<Wanted> {
    let own = Wanted::own(
        "own_1",
        Kind::Effort,
        barometer::render::Texts::both("Combien de relances ?", "How many reminders?"),
        &[],
    )
    .unwrap();
    let some = |wanted: Wanted| wanted.asked_if("overall", 2).unwrap();
    let (own, improve) = (some(own), some(Wanted::bank("improve")));
    vec![Wanted::bank("reception_1"), Wanted::bank("overall"), own, improve, Wanted::bank("keep")]
}

fn asking_some(w: &World) -> Campaign {
    // One in each unit says nothing: where everybody answers, fewer than ten answers are hidden.
    w.organisation(&[("prod", 21), ("sales", 21)]);
    w.supplier_asking("it", questions());
    w.open(&w.campaign("2026-Q1", &["it"]))
}

fn stored(w: &World) -> Vec<String> {
    w.lines("SELECT answers AS line FROM open_responses ORDER BY 1")
}

on_both! {
    async fn asked_told_and_kept_out(w: World) {
        let campaign = asking_some(&w);
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        let page = visitor.get(&format!("{link}/1")).await.ok();
        let words = "Si vous avez répondu « Très insatisfaisant » ou « Plutôt insatisfaisant »";
        assert_eq!(page.main().matches(words).count(), 2, "{}", page.main());
        let english = visitor.get(&format!("{link}/1?lang=en")).await.ok();
        assert!(english.main().contains("If you answered “Very unsatisfactory” or"), "{}", english.main());

        // Met: the answer counts. Not met: it is told, and not sent.
        let typed = [("q_overall", "2"), ("q_own_1", "4"), ("q_improve", "Tout"), ("q_keep", "Rien")];
        visitor.post(&format!("{link}/1"), &typed).await.location();
        let check = visitor.get(&format!("{link}/check")).await.ok();
        assert!(!check.main().contains("ne sera pas envoyée") && check.main().contains("2 réponses sur 3"), "{}", check.main());
        let mut happy = typed;
        happy[0] = ("q_overall", "5");
        visitor.post(&format!("{link}/1"), &happy).await.location();
        let check = visitor.get(&format!("{link}/check")).await.ok().main();
        assert_eq!(check.matches("ne sera pas envoyée").count(), 2, "{check}");
        assert!(check.contains("Une réponse sur 2"), "what is not asked is not in the count: {check}");
        visitor.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!(stored(&w), [r#"{"overall":5,"own_1":null}"#]);
        assert_eq!(w.lines("SELECT body AS line FROM open_comments"), ["Rien"]);

        // Asked and left empty is a blank; "not applicable" to the first asks nobody.
        for (number, overall, expected) in
            [(2, "1", r#"{"overall":1}"#), (3, "NA", r#"{"overall":"NA","own_1":null}"#), (4, "", r#"{"own_1":null,"reception_1":3}"#)]
        {
            let link = w.link(&campaign, &person_id("prod", number));
            visitor.answers(&link, &["it"], &[&[("q_overall", overall), ("q_reception_1", if number == 4 { "3" } else { "" })]]).await;
            assert!(stored(&w).contains(&expected.to_owned()), "{:?}", stored(&w));
        }
        // Only what was not asked: nothing was said.
        let link = w.link(&campaign, &person_id("prod", 5));
        visitor.answers(&link, &["it"], &[&[("q_own_1", "3"), ("q_improve", "x")]]).await.ok();
        assert_eq!(stored(&w).len(), 4);
    }

    async fn finishing_early_tells_first(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("hr");
        w.supplier_asking("it", questions());
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it"), ("service", "hr")]).await.location();
        let typed = [("service", "it"), ("q_overall", "4"), ("q_improve", "Tout"), ("go", "next")];
        visitor.post(&format!("{link}/1"), &typed).await.location();
        let finish = [("service", "hr"), ("q_overall", "4"), ("go", "finish")];
        let number = if visitor.get(&format!("{link}/1")).await.hidden("service") == "it" { 2 } else { 1 };
        assert_eq!(visitor.post(&format!("{link}/{number}"), &finish).await.location(), format!("{link}/check"));
        assert_eq!(w.count("answered"), 0);
        visitor.post(&format!("{link}/sending"), &[]).await.location();
        assert_eq!((w.count("answered"), w.count("open_comments")), (1, 0));
    }

    async fn not_asked_is_in_no_count(w: World) {
        let campaign = asking_some(&w);
        for number in 1..=20 {
            for unit in ["prod", "sales"] {
                let overall = 1 + i32::try_from(number % 5).unwrap();
                let mut answers = barometer::questionnaire::Answers::new();
                answers.insert("overall".to_owned(), barometer::questionnaire::Answer::Value(overall));
                if number % 2 == 0 {
                    answers.insert("own_1".to_owned(), barometer::questionnaire::Answer::Value(1 + overall % 5));
                }
                w.store_answers(&campaign, &person_id(unit, number), with_answers("it", answers));
            }
        }
        w.close(&campaign);
        w.tick();
        let figure = |indicator: &str| {
            w.lines(&format!(
                "SELECT CAST(CAST(value AS INTEGER) AS TEXT) AS line FROM figures WHERE client_group = '*' AND subject = 'own_1' \
                 AND indicator = '{indicator}' AND supplier = 'it'"
            ))
        };
        // Sixteen of forty answered overall 1 or 2; half of these answered the question, the others left it.
        assert_eq!(w.lines("SELECT CAST(n AS TEXT) AS line FROM figures WHERE client_group = '*' AND subject = 'own_1' AND indicator = 'mean' AND supplier = 'it'"), ["8"]);
        let blank = figure("blank");
        assert!(blank.is_empty() || blank == ["8"], "{blank:?}");
    }

    async fn made_in_the_editor(w: World) {
        w.organisation(&[("prod", 10)]);
        w.supplier("it");
        let mut head = w.signed_in(&"head_it".into()).await;
        let seen = head.get("/questionnaires/it").await.ok().hidden("seen");
        let page = head.get("/questionnaires/it/condition/keep").await.ok();
        assert!(page.main().contains("à tout le monde"), "{}", page.main());
        let path = "/questionnaires/it/condition/keep";
        for wrong in ["overall:5", "overall:0", "overall", "nothing:2", "keep:1", "overall:x"] {
            let refused = head.post(path, &[("seen", &seen), ("asked_if", wrong)]).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        }
        for never in ["overall", "reception_1", "nothing"] {
            let path = format!("/questionnaires/it/condition/{never}");
            assert_eq!(head.get(&path).await.status, StatusCode::NOT_FOUND, "{never}");
        }
        head.post(path, &[("seen", &seen), ("asked_if", "overall:2")]).await.location();
        let editor = head.get("/questionnaires/it").await.ok();
        assert!(editor.main().contains("Si vous avez répondu « Très insatisfaisant »"), "{}", editor.main());
        assert!(head.get("/questionnaires/it/preview").await.ok().main().contains("Si vous avez répondu"));
        let file = head.get("/questionnaires/it/questions.csv").await.ok().text();
        assert!(file.lines().next().unwrap().ends_with("options,asked_if,asked_at_most"), "{file}");
        assert!(file.lines().any(|line| line.starts_with("keep,") && line.ends_with("overall,2")), "{file}");
        // It stands right behind, and moves with the question it hangs on.
        let order = w.lines("SELECT code AS line FROM questions ORDER BY position");
        let at = |code: &str| order.iter().position(|other| other == code).unwrap();
        assert_eq!(at("keep"), at("overall") + 1, "{order:?}");
        // Somebody else's page of before is refused.
        let late = head.post(path, &[("seen", &seen), ("asked_if", "")]).await;
        assert_eq!(late.status, StatusCode::UNPROCESSABLE_ENTITY);

        // A frozen version compared with one that asks everybody: the trend breaks.
        w.open(&w.campaign("2026-Q1", &["it"]));
        head.post("/questionnaires/it/draft", &[]).await.location();
        let seen = head.get("/questionnaires/it").await.ok().hidden("seen");
        head.post(path, &[("seen", &seen), ("asked_if", "")]).await.location();
        let comparison = head.get("/questionnaires/it/comparison").await.ok().main();
        assert!(comparison.contains("à qui elle est posée"), "{comparison}");
    }
}
