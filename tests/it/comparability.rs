//! What may be compared from one wave to the next: HR's "same meaning" marks, the reasons that pages give for a break,
//! and importance carried from the year before.

use barometer::aggregation::store::{Published, published};
use barometer::campaign::groups::Proposal;
use barometer::campaign::{self, Campaign};
use barometer::organisation::store as organisation;
use barometer::questionnaire::build::Wanted;
use barometer::questionnaire::{Answer, Answers, Question, bank, store as questionnaires};
use barometer::web::Role;

use crate::world::verbs::{person, person_id, with_answers};
use crate::world::{Reply, Visitor, World};

const CODES: [&str; 5] = ["reception_1", "responsiveness_1", "overall", "importance", "keep"];

/// Forty people in two units, `it` with a head, and Rose of HR.
fn organisation(w: &World) {
    w.organisation(&[("prod", 20), ("sales", 20)]);
    w.supplier_asking("it", CODES.iter().map(|code| Wanted::bank(code)).collect());
    w.write(|conn| {
        organisation::insert_people(conn, &[person("rose", "staff", barometer::render::Language::Fr)])?;
        organisation::grant(conn, &"rose".into(), Role::Hr, &"".into())
    });
}

/// Changes the questions of `it`, in a draft that its next campaign freezes.
fn edit(w: &World, change: impl FnOnce(&mut Vec<Question>) + Send + 'static) {
    let now = w.app.clock.now();
    w.write(move |conn| {
        let draft = questionnaires::draft_for_edit(conn, &"it".into(), now)?;
        let mut list = questionnaires::questions(conn, &draft.id)?;
        change(&mut list);
        questionnaires::save_questions(conn, &draft.id, &list)
    });
}

fn reword(code: &'static str, ending: &'static str) -> impl FnOnce(&mut Vec<Question>) {
    move |list| {
        list.iter_mut()
            .filter(|question| question.code == code)
            .for_each(|q| q.texts = q.texts.map(|text| format!("{text}{ending}")))
    }
}

/// Three months after `number` of them: a wave in which `people` of each unit answer, published.
fn wave(w: &World, number: usize, people: usize, importance: bool) -> Campaign {
    wave_of(w, number, people, importance, "")
}

fn wave_of(w: &World, number: usize, people: usize, importance: bool, prefix: &str) -> Campaign {
    let (year, quarter) = (2026 + number / 4, number % 4);
    w.move_to(&format!("{year}-{:02}-06T08:00:00Z", 1 + 3 * quarter));
    let campaign = w.campaign(&format!("{year}-Q{}", quarter + 1), &["it"]);
    if !prefix.is_empty() {
        let id = campaign.id.clone();
        let groups: Vec<Proposal> = ["prod", "sales"]
            .map(|unit| Proposal {
                code: format!("{prefix}{unit}").as_str().into(),
                name: unit.to_owned(),
                units: vec![unit.into()],
            })
            .to_vec();
        w.write(move |conn| campaign::store::set_groups(conn, &id, &groups));
    }
    let campaign = w.open(&campaign);
    for unit in ["prod", "sales"] {
        for number in 1..=people {
            let value = 1 + i32::try_from(number % 5).expect("a value");
            let mut answers: Answers = ["reception_1", "responsiveness_1", "overall"]
                .map(|code| (code.to_owned(), Answer::Value(value)))
                .into_iter()
                .collect();
            if importance {
                let chosen = if number % 3 == 0 { "reception" } else { "responsiveness" };
                answers.insert("importance".to_owned(), Answer::Choices(vec![chosen.to_owned()]));
            }
            w.store_answers(&campaign, &person_id(unit, number), with_answers("it", answers));
        }
    }
    let closed = w.close(&campaign);
    w.move_to(&format!("{year}-{:02}-06T09:00:00Z", 1 + 3 * quarter));
    closed
}

fn figures(w: &World, campaign: &Campaign) -> Published {
    w.read(|conn| published(conn, &campaign.id, &"it".into()))
}

/// A session does not last until the next wave.
async fn hr(w: &World) -> Visitor {
    w.signed_in(&"rose".into()).await
}

async fn head(w: &World) -> Visitor {
    w.signed_in(&"head_it".into()).await
}

async fn page(w: &World, code: &str) -> String {
    hr(w).await.get(&format!("/results/it/{code}")).await.ok().main()
}

const COMPARISON: &str = "/questionnaires/it/comparison";

/// Presses a button of the comparison page about `question`, which is the only one reworded.
async fn press(w: &World, path: &str) -> Reply {
    let (before, now) = wordings(w).await;
    hr(w).await.post(&format!("{COMPARISON}/{path}"), &[("before", &before), ("now", &now)]).await
}

async fn wordings(w: &World) -> (String, String) {
    let page = hr(w).await.get(COMPARISON).await.ok();
    (page.hidden("before"), page.hidden("now"))
}

on_both! {
    async fn hr_says_that_an_edit_keeps_the_meaning_and_the_trend_holds(w: World) {
        organisation(&w);
        wave(&w, 0, 20, true);
        edit(&w, reword("overall", " (en tout)"));

        // The head sees what breaks, and has no button; pressing it all the same is refused.
        let seen = head(&w).await.get(COMPARISON).await.ok();
        assert!(seen.main().contains("Seul le texte a changé"), "{}", seen.main());
        assert!(!seen.text().contains("comparison/overall"));
        let (before, now) = wordings(&w).await;
        let fields = [("before", before.as_str()), ("now", now.as_str())];
        let refused = head(&w).await.post(&format!("{COMPARISON}/overall"), &fields).await;
        assert_eq!(refused.status, 403);
        assert_eq!(w.count("same_meanings"), 0);

        // A page read before another edit marks nothing.
        let stale = hr(&w).await.post(&format!("{COMPARISON}/overall"), &[("before", &before), ("now", "other")]).await;
        assert_eq!(stale.status, 422);
        assert_eq!(w.count("same_meanings"), 0);

        // Marked, taken back, marked again.
        press(&w, "overall").await.location();
        let seen = head(&w).await.get(COMPARISON).await.ok().main();
        assert!(seen.contains("Le suivi continue : Personne rose (ressources humaines) a jugé le"), "{seen}");
        assert!(seen.contains("tous les services qui posent cette question"), "{seen}");
        assert!(!seen.contains("rompu"), "{seen}");
        press(&w, "overall/removal").await.location();
        assert!(head(&w).await.get(COMPARISON).await.ok().main().contains("rompu"));
        press(&w, "overall").await.location();
        let told = w.lines("SELECT event AS line FROM audit_log WHERE event LIKE 'questionnaire-same%' ORDER BY at, id");
        assert_eq!(told.len(), 3, "{told:?}");

        let second = wave(&w, 1, 20, true);
        assert_eq!(figures(&w, &second).word("overall", "change_verdict"), Some("not_shown"));
        let seen = page(&w, "2026-Q2").await;
        assert!(!seen.contains("Rupture") && seen.contains("Pas de changement démontré"), "{seen}");

        // What was published may rest on it.
        let pair = [("before", before.as_str()), ("now", now.as_str())];
        let late = hr(&w).await.post(&format!("{COMPARISON}/overall/removal"), &pair).await;
        assert_eq!(late.status, 422);
        assert!(late.main().contains("ne peut plus être retiré"), "{}", late.main());
        assert_eq!(w.count("same_meanings"), 1);

        // A second edit, marked too: the trend goes on over all four waves.
        edit(&w, reword("overall", " en somme"));
        press(&w, "overall").await.location();
        wave(&w, 2, 20, true);
        let fourth = wave(&w, 3, 20, true);
        assert_eq!(figures(&w, &fourth).word("overall", "trend_verdict"), Some("not_shown"));
        let seen = page(&w, "2026-Q4").await;
        assert!(seen.contains("Sur quatre trimestres : évolution non démontrée (40 → 40 %)"), "{seen}");
        assert!(seen.contains("serait démontré environ quatre fois sur cinq"), "{seen}");
    }

    async fn a_scale_that_changed_is_never_forgiven(w: World) {
        organisation(&w);
        wave(&w, 0, 20, true);
        edit(&w, reword("overall", " (en tout)"));
        press(&w, "overall").await.location();
        edit(&w, |list| list.iter_mut().filter(|q| q.code == "overall").for_each(|q| q.hi = Some(7)));
        let seen = hr(&w).await.get(COMPARISON).await.ok().main();
        assert!(seen.contains("rompu"), "{seen}");
        let second = wave(&w, 1, 20, true);
        assert_eq!(figures(&w, &second).word("overall", "change_verdict"), Some("not_comparable"));
        let seen = page(&w, "2026-Q2").await;
        assert!(seen.contains("Rupture : l'échelle de la question a changé"), "{seen}");

        // Neither can it be marked.
        edit(&w, |list| {
            list.iter_mut().filter(|q| q.code == "overall").for_each(|q| {
                q.hi = Some(5);
                q.texts = q.texts.map(|text| format!("{text}!"));
            });
        });
        let list = w.read(|conn| {
            let versions = questionnaires::versions(conn, &"it".into())?;
            let mut wordings = Vec::new();
            for version in versions.iter().take(2) {
                let list = questionnaires::questions(conn, &version.id)?;
                wordings.extend(list.iter().find(|q| q.code == "overall").map(Question::wording));
            }
            Ok(wordings)
        });
        let refused =
            hr(&w).await.post(&format!("{COMPARISON}/overall"), &[("before", &list[1]), ("now", &list[0])]).await;
        assert_eq!(refused.status, 422);
        assert!(refused.main().contains("Seul un changement de texte"), "{}", refused.main());
    }

    async fn the_page_tells_why_a_line_breaks(w: World) {
        organisation(&w);
        wave(&w, 0, 20, true);
        edit(&w, reword("overall", " (en tout)"));
        edit(&w, reword("reception_1", " (en tout)"));
        wave(&w, 1, 20, true);
        let seen = page(&w, "2026-Q2").await;
        assert!(seen.contains("Rupture : la formulation de la question a changé."), "{seen}");
        assert!(seen.contains("Rupture : la formulation d'une question a changé."), "{seen}");
        assert!(seen.contains("2e trimestre 2026. Rupture"), "under the trend: {seen}");

        edit(&w, |list| {
            let second = bank::question("reception_2").expect("in the bank").clone();
            list.insert(1, second);
            list.iter_mut().filter(|q| q.code == "overall").for_each(|q| q.reversed = true);
            // A kind that leaves the dimension.
            list.retain(|q| q.code != "responsiveness_1");
        });
        wave(&w, 2, 20, true);
        let seen = page(&w, "2026-Q3").await;
        assert!(seen.contains("Rupture : le sens de l'échelle de la question a changé."), "{seen}");
        assert!(seen.contains("Rupture : la dimension n'a plus les mêmes questions."), "{seen}");

        edit(&w, |list| list.insert(1, bank::question("responsiveness_1").expect("in the bank").clone()));
        wave_of(&w, 3, 20, true, "new_");
        let seen = page(&w, "2026-Q4").await;
        assert!(seen.contains("moins de 80 % des personnes sont dans des groupes communs aux deux vagues"), "{seen}");
        assert!(seen.contains("Rupture : cette dimension n'est pas mesurée aux deux vagues."), "{seen}");

        wave_of(&w, 4, 1, true, "new_");
        wave_of(&w, 5, 20, true, "new_");
        let seen = page(&w, "2027-Q2").await;
        assert!(seen.contains("n'est pas affichée à l'une des deux vagues"), "{seen}");

        // The same in English.
        let mut english = hr(&w).await;
        english.post("/account/language", &[("language", "en"), ("back", "/")]).await;
        let seen = english.get("/results/it/2026-Q2").await.ok().main();
        assert!(seen.contains("Break in trend: the wording of the question has changed."), "{seen}");
    }

    async fn importance_is_carried_for_four_waves_and_dated(w: World) {
        organisation(&w);
        let first = wave(&w, 0, 20, true);
        let measured = figures(&w, &first).value("reception", "importance").expect("a share");
        edit(&w, |list| list.retain(|question| question.code != "importance"));
        for number in 1..=5 {
            let campaign = wave(&w, number, 20, false);
            let now = figures(&w, &campaign);
            assert_eq!(now.value("reception", "importance"), None, "measured once");
            let seen = page(&w, &campaign.code).await;
            if number <= 4 {
                // 30 % of forty chose it, two dimensions: under the line of three out of two.
                assert!(measured < 1.0 && now.word("reception", "quadrant").is_some(), "{}", campaign.code);
                assert!(seen.contains("Importance mesurée au 1er trimestre 2026."), "{seen}");
            } else {
                assert_eq!(now.word("reception", "quadrant"), None);
                assert!(!seen.contains("Importance mesurée"), "{seen}");
            }
            assert!(now.value("reception", "gap").is_none(), "a share has no gap to a mean");
        }
    }
}
