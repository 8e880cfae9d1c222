//! Questionnaires: what heads do on their pages, what a frozen version refuses, and the demonstration's own list.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)] // a test may fail

use barometer::app::App;
use barometer::db::ids::{PersonId, QuestionnaireId, SupplierCode};
use barometer::db::schema::{grants, people, suppliers, units};
use barometer::error::{Error, Result};
use barometer::questionnaire::build::{Wanted, build};
use barometer::questionnaire::{Answer, Choice, Kind, Question, State, dimensions, longest_path_minutes, store};
use barometer::render::sample::Sampled;
use barometer::render::{Frame, Language};
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::{Reply, Visitor};

/// Suppliers it and hr; Ida heads it, Hugo heads hr, Rose is HR, Paul is nobody.
async fn organisation(app: &App) {
    app.db
        .write(|conn| {
            diesel::insert_into(units::table)
                .values((units::code.eq("u"), units::name.eq("U"), units::active.eq(true)))
                .execute(conn)?;
            for (code, fr, en) in [("it", "Informatique", "IT"), ("hr", "Ressources humaines", "Human resources")] {
                diesel::insert_into(suppliers::table)
                    .values((
                        suppliers::code.eq(code),
                        suppliers::names.eq(barometer::render::Texts::both(fr, en)),
                        suppliers::in_sentence.eq(barometer::render::Texts::both(format!("l'{fr}"), "")),
                        suppliers::active.eq(true),
                    ))
                    .execute(conn)?;
            }
            let granted = [
                ("ida", Some((Role::Head, "it"))),
                ("hugo", Some((Role::Head, "hr"))),
                ("rose", Some((Role::Hr, ""))),
                ("paul", None),
            ];
            for (name, role) in granted {
                diesel::insert_into(people::table)
                    .values((
                        people::id.eq(name),
                        people::email.eq(format!("{name}@example.org")),
                        people::name.eq(name),
                        people::unit.eq("u"),
                        people::language.eq("fr"),
                        people::active.eq(true),
                    ))
                    .execute(conn)?;
                if let Some((role, supplier)) = role {
                    diesel::insert_into(grants::table)
                        .values((grants::person.eq(name), grants::role.eq(role), grants::supplier.eq(supplier)))
                        .execute(conn)?;
                }
            }
            Ok(())
        })
        .await
        .expect("an organisation");
}

/// Posts a form with the token of the list of questionnaires.
async fn post(visitor: &mut Visitor, path: &str, fields: &[(&str, &str)]) -> Reply {
    let csrf = visitor.get("/questionnaires").await.ok().hidden("csrf");
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("csrf", csrf.as_str())]).collect();
    visitor.post(path, &fields).await
}

fn id(name: &str) -> PersonId {
    name.into()
}

async fn latest(app: &App, supplier: &'static str) -> (State, i32, Vec<Question>) {
    app.db
        .read(move |conn| {
            let latest = store::latest(conn, &supplier.into())?.expect("a version");
            let list = store::questions(conn, &latest.id)?;
            Ok((latest.state, latest.version, list))
        })
        .await
        .expect("the latest version")
}

fn codes(list: &[Question]) -> Vec<&str> {
    list.iter().map(|question| question.code.as_str()).collect()
}

async fn freeze(app: &App, supplier: &'static str) -> QuestionnaireId {
    app.db
        .write(move |conn| {
            let latest = store::latest(conn, &supplier.into())?.expect("a version");
            store::freeze(conn, &latest.id)?;
            store::freeze(conn, &latest.id)?;
            Ok(latest.id)
        })
        .await
        .expect("a frozen version")
}

/// The demonstration's questionnaires, by supplier.
fn demo_lists() -> Vec<(String, Vec<Wanted>)> {
    let file = include_bytes!("../../assets/demo/questionnaires.csv");
    let mut lists: Vec<(String, Vec<Wanted>)> = Vec::new();
    for record in csv_rows(file) {
        let [supplier, code, fr, en, kind, options, asked_if, most] = &record[..] else {
            panic!("columns: {record:?}")
        };
        let wanted = match Kind::parse(kind) {
            None => Wanted::bank(code),
            Some(kind) => {
                let options: Vec<Choice> = options
                    .split(';')
                    .filter(|option| !option.is_empty())
                    .map(|option| {
                        let parts: Vec<&str> = option.split('|').collect();
                        Choice { code: parts[0].into(), labels: barometer::render::Texts::both(parts[1], parts[2]) }
                    })
                    .collect();
                Wanted::own(code, kind, barometer::render::Texts::both(fr, en), &options).expect("an own question")
            }
        };
        let wanted = match most.parse() {
            Ok(most) => wanted.asked_if(asked_if, most).expect("a condition"),
            Err(_) => wanted,
        };
        match lists.last_mut() {
            Some((of, list)) if of == supplier => list.push(wanted),
            _ => lists.push((supplier.clone(), vec![wanted])),
        }
    }
    lists
}

fn csv_rows(bytes: &[u8]) -> Vec<Vec<String>> {
    let columns = ["supplier", "code", "text_fr", "text_en", "kind", "options", "asked_if", "asked_at_most"];
    let table = barometer::organisation::table::Table::read(bytes, &columns, &["text_de"]).expect("a readable file");
    table.rows.iter().map(|row| columns.iter().map(|column| table.cell(row, column).to_owned()).collect()).collect()
}

fn every_page<P: Sampled>() {
    let templates = barometer::render::Templates::load();
    for language in [Language::Fr, Language::En] {
        for page in P::samples() {
            let mut frame = Frame::plain(language, "Exemple", "/");
            frame.account = Some(barometer::render::Account {
                name: "Ida".into(),
                csrf: "x".into(),
                nav: Vec::new(),
                more: Vec::new(),
            });
            templates.page(&frame, &page).expect("a page that renders");
        }
    }
}

#[test]
fn every_sample_renders_in_both_languages() {
    use barometer::questionnaire::pages::{ComparisonPage, EditorPage, ListPage, OwnPage, PreviewPage};
    every_page::<ListPage>();
    every_page::<EditorPage>();
    every_page::<OwnPage>();
    every_page::<PreviewPage>();
    every_page::<ComparisonPage>();
}

#[test]
fn answers_travel_as_the_model_says() {
    for (answer, json) in [
        (Answer::Value(4), "4"),
        (Answer::NotApplicable, "\"NA\""),
        (Answer::Choices(vec!["a".into(), "b".into()]), "[\"a\",\"b\"]"),
    ] {
        assert_eq!(serde_json::to_string(&answer).expect("json"), json);
        assert_eq!(serde_json::from_str::<Answer>(json).expect("an answer"), answer);
    }
    for odd in ["\"4\"", "null", "4.5", "{}", "[1]"] {
        assert!(serde_json::from_str::<Answer>(odd).is_err(), "{odd}");
    }
}

on_both! {
    async fn the_demonstration_builds_and_takes_only_its_own_answers(w: World) {
        organisation(&w.app).await;
        let now = w.app.clock.now();
        let lists = demo_lists();
        assert_eq!(lists.len(), 6);
        let all: Vec<Vec<Question>> = w.app.db.write(move |conn| {
            let mut all = Vec::new();
            for (supplier, list) in &lists {
                if !["it", "hr"].contains(&supplier.as_str()) {
                    diesel::insert_into(suppliers::table)
                        .values((suppliers::code.eq(supplier), suppliers::names.eq(barometer::render::Texts::both(supplier, supplier)),
                            suppliers::in_sentence.eq(barometer::render::Texts::default()), suppliers::active.eq(true)))
                        .execute(conn)?;
                }
                let id = build(conn, &SupplierCode(supplier.clone()), now, list)?;
                assert_eq!(build(conn, &SupplierCode(supplier.clone()), now, list)?, id, "the same draft again");
                all.push(store::questions(conn, &id)?);
            }
            Ok(all)
        }).await.expect("six questionnaires");
        let it = &all[0];
        assert_eq!(it.len(), 12);
        assert_eq!(dimensions(it).len(), 7);
        assert!((longest_path_minutes(it) - (50.0 + 30.0) / 60.0).abs() < 1e-9);
        let offered = dimensions(it);
        let of = |list: &[Question], code: &str| list.iter().find(|q| q.code == code).expect("a question").clone();
        let choices = |codes: &[&str]| Answer::Choices(codes.iter().map(|c| (*c).to_owned()).collect());
        let (overall, importance, keep) = (of(it, "overall"), of(it, "importance"), of(it, "keep"));
        assert!(overall.accepts(&Answer::Value(5), &offered) && overall.accepts(&Answer::NotApplicable, &offered));
        assert!(!overall.accepts(&Answer::Value(6), &offered) && !overall.accepts(&choices(&["a"]), &offered));
        assert!(importance.accepts(&choices(&["reception", "clarity"]), &offered));
        for wrong in [&["reception", "reception"][..], &["overall"], &[], &["reception", "clarity", "reliability", "follow_up"]] {
            assert!(!importance.accepts(&choices(wrong), &offered), "{wrong:?}");
        }
        assert!(!keep.accepts(&Answer::NotApplicable, &offered));
        let subject = of(&all[3], "own_3");
        assert!(subject.accepts(&choices(&["mail"]), &[]) && !subject.accepts(&choices(&["mail", "rooms"]), &[]));
        assert_eq!(subject.read(&["rooms".into()], &[]), Ok(Some(choices(&["rooms"]))));
        assert_eq!(subject.read(&[], &[]), Ok(None));
        assert!(subject.read(&["rooms".into(), "NA".into()], &[]).is_err());
        assert_eq!(overall.read(&["NA".into()], &[]), Ok(Some(Answer::NotApplicable)));
        let stolen = [Wanted::own("own_1", Kind::Satisfaction, barometer::render::Texts::both("x", "x"), &[]).expect("a question")];
        let refused: Result<_> = w.app.db.write(move |conn| build(conn, &"hr".into(), now, &stolen)).await;
        assert!(matches!(refused, Err(Error::Internal(_))), "a code of another supplier");
    }

    async fn a_head_makes_a_questionnaire_with_buttons_alone(w: World) {
        organisation(&w.app).await;
        let mut ida = w.signed_in(&id("ida")).await;
        let list = ida.get("/questionnaires").await.ok();
        assert!(list.main().contains("Informatique") && !list.main().contains("Ressources humaines"), "{}", list.main());
        assert!(ida.get("/questionnaires/it").await.ok().main().contains("Créer à partir du socle"));
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let page = ida.get("/questionnaires/it").await.ok();
        assert!(page.main().contains("8 questions fermées sur 10, 1 texte sur 2"), "{}", page.main());
        for code in ["keep", "importance"] {
            let seen = ida.get("/questionnaires/it").await.hidden("seen");
            let reply = post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("add", code)]).await;
            assert_eq!(reply.location(), format!("/questionnaires/it#row-{code}"));
        }
        let page = ida.get("/questionnaires/it").await.ok();
        assert!(page.main().contains("9 questions fermées sur 10, 2 textes sur 2"), "{}", page.main());
        assert!(page.main().contains("à poser une fois par an") && page.main().contains("est ajoutée"));
        let seen = page.hidden("seen");
        post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("up", "importance")]).await.location();
        let (_, _, list) = latest(&w.app, "it").await;
        assert_eq!(codes(&list)[7..], ["importance", "overall", "improve", "keep"]);
        assert!(ida.get("/questionnaires/it").await.main().contains("est maintenant à la place 8"));
        let seen = store::fingerprint(&list);
        for (button, code) in [("remove", "overall"), ("up", "reception_1"), ("add", "keep"), ("down", "keep")] {
            let reply = post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), (button, code)]).await;
            assert_eq!(reply.status, 422, "{button} {code}");
            assert!(reply.main().contains("Rien n'a été changé"));
        }
        assert_eq!(post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("add", "nothing")]).await.status, 404);
        assert_eq!(post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen)]).await.status, 400);
        for (code, status) in [("effort", 303), ("evolution", 422)] {
            let seen = ida.get("/questionnaires/it").await.hidden("seen");
            let reply = post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("add", code)]).await;
            assert_eq!(reply.status.as_u16(), status, "{code}: {}", reply.main());
        }
        let csv = ida.get("/questionnaires/it/questions.csv").await.ok().text();
        assert!(csv.starts_with("code,core,kind,dimension,") && csv.lines().count() == 13, "{csv}");
    }

    async fn a_number_beside_the_buttons_moves_a_question_as_far_as_it_may_go(w: World) {
        organisation(&w.app).await;
        let mut ida = w.signed_in(&PersonId::from("ida")).await;
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let to = "/questionnaires/it/questions";
        let begun = latest(&w.app, "it").await.2;
        let first = codes(&begun);
        let last = first.len();
        for (place, words) in [("0", "de 1 à"), ("99", "de 1 à"), ("x", "de 1 à")] {
            let seen = ida.get("/questionnaires/it").await.hidden("seen");
            let key = format!("at-{}", first[0]);
            let reply = post(&mut ida, to, &[("seen", &seen), ("place", first[0]), (&key, place)]).await;
            assert!(reply.status == 422 && reply.main().contains(words), "{place}: {}", reply.main());
        }
        // Enter in a field names no question: the one whose number was changed moves.
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        let fields: Vec<(String, String)> = first.iter().enumerate()
            .map(|(at, code)| (format!("at-{code}"), if at == 0 { "4".to_owned() } else { (at + 1).to_string() })).collect();
        let mut sent: Vec<(&str, &str)> = fields.iter().map(|(key, at)| (key.as_str(), at.as_str())).collect();
        sent.extend([("seen", seen.as_str()), ("place", "")]);
        post(&mut ida, to, &sent).await.location();
        assert_eq!(codes(&latest(&w.app, "it").await.2)[3], first[0]);
        // The overall question stays the last of the core.
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        let key = format!("at-{}", first[0]);
        let at = last.to_string();
        post(&mut ida, to, &[("seen", &seen), ("place", first[0]), (&key, &at)]).await.location();
        let said = ida.get("/questionnaires/it").await.main();
        assert!(said.contains("lui est fermée"), "{said}");
        let after = latest(&w.app, "it").await.2;
        let list = codes(&after);
        let place = |code: &str| list.iter().position(|one| *one == code).expect("a place");
        assert!(place(first[0]) + 1 == place("overall"), "{list:?}");
    }

    async fn another_services_questions_are_copied_with_codes_of_their_own(w: World) {
        organisation(&w.app).await;
        let own = Wanted::own("own_7", Kind::SingleChoice, barometer::render::Texts::both("Quel outil ?", "Which tool?"), &[
            Choice { code: "a".to_owned(), labels: barometer::render::Texts::both("A", "A") },
            Choice { code: "b".to_owned(), labels: barometer::render::Texts::both("B", "B") },
        ]).expect("a question").asked_if("overall", 2).expect("a condition");
        let now = w.app.clock.now();
        w.app.db.write(move |conn| {
            let list = [Wanted::bank("reception_1"), Wanted::bank("overall"), own, Wanted::bank("improve")];
            build(conn, &"hr".into(), now, &list)
        }).await.expect("a questionnaire");
        let mut ida = w.signed_in(&PersonId::from("ida")).await;
        // A draft of somebody else's is theirs; what was asked is not.
        assert!(!ida.get("/questionnaires/it").await.ok().text().contains("/copy"));
        assert_eq!(post(&mut ida, "/questionnaires/it/copy", &[("from", "hr")]).await.status, 422);
        freeze(&w.app, "hr").await;
        assert!(ida.get("/questionnaires/it").await.ok().text().contains("<option value=\"hr\">"));
        post(&mut ida, "/questionnaires/it/copy", &[("from", "hr")]).await.location();
        let (state, version, list) = latest(&w.app, "it").await;
        assert_eq!((state, version), (State::Draft, 1));
        let copied = codes(&list);
        assert_eq!((copied[0], copied[1], copied.len()), ("reception_1", "overall", 4), "{copied:?}");
        let own = list.iter().find(|question| question.code.starts_with("own_")).expect("an own question");
        assert!(own.code != "own_7" && own.asked_if.as_deref() == Some("overall"), "{}", own.code);
        assert_eq!(own.text(Language::En), "Which tool?");
        // An old page does not overwrite what came since; nobody copies into another's, nor a service into itself.
        assert_eq!(post(&mut ida, "/questionnaires/it/copy", &[("from", "hr"), ("seen", "old")]).await.status, 422);
        assert_eq!(post(&mut ida, "/questionnaires/hr/copy", &[("from", "it")]).await.status, 404);
        assert_eq!(post(&mut ida, "/questionnaires/it/copy", &[("from", "it")]).await.status, 422);
        let mut rose = w.signed_in(&PersonId::from("rose")).await;
        let seen = rose.get("/questionnaires/it").await.hidden("seen");
        post(&mut rose, "/questionnaires/it/copy", &[("from", "hr"), ("seen", &seen)]).await.location();
    }

    async fn two_heads_cannot_overwrite_each_other(w: World) {
        organisation(&w.app).await;
        let (mut ida, mut rose) = (w.signed_in(&id("ida")).await, w.signed_in(&id("rose")).await);
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        let form = ida.get("/questionnaires/it/own/new").await.ok().hidden("seen");
        post(&mut rose, "/questionnaires/it/questions", &[("seen", &seen), ("add", "keep")]).await.location();
        let reply = post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("add", "effort")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains("Quelqu'un d'autre a changé"), "{}", reply.main());
        let typed = [("seen", form.as_str()), ("kind", "satisfaction"), ("text_fr", "Le calme"), ("text_en", "")];
        let reply = post(&mut ida, "/questionnaires/it/own", &typed).await;
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains("Quelqu'un d'autre a changé") && reply.text().contains("Le calme"));
        let (_, _, list) = latest(&w.app, "it").await;
        assert_eq!(list.len(), 10);
        let again = [("seen", reply.hidden("seen")), ("kind", "satisfaction".into()), ("text_fr", "Le calme".into())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post(&mut ida, "/questionnaires/it/own", &again).await.location();
    }

    async fn own_questions_have_codes_of_the_whole_organisation(w: World) {
        organisation(&w.app).await;
        let (mut ida, mut hugo) = (w.signed_in(&id("ida")).await, w.signed_in(&id("hugo")).await);
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        post(&mut hugo, "/questionnaires/hr/draft", &[]).await.location();
        let seen = ida.get("/questionnaires/it/own/new").await.ok().hidden("seen");
        let wrong = [("seen", seen.as_str()), ("kind", "single_choice"), ("text_fr", "Quel sujet ?"), ("options", "Un seul")];
        let reply = post(&mut ida, "/questionnaires/it/own", &wrong).await;
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains("Donnez de 2 à 12 options"), "{}", reply.main());
        assert!(reply.text().contains("Quel sujet ?") && reply.text().contains("Un seul"), "nothing typed is lost");
        let right = [("seen", seen.as_str()), ("kind", "single_choice"), ("text_fr", "Quel sujet ?"), ("options", "Un | One\r\nDeux")];
        assert_eq!(post(&mut ida, "/questionnaires/it/own", &right).await.location(), "/questionnaires/it#row-own_1");
        let page = ida.get("/questionnaires/it").await.ok();
        assert!(page.main().contains("manque en English") && page.main().contains("1 traduction manque"), "{}", page.main());
        let seen = hugo.get("/questionnaires/hr/own/new").await.ok().hidden("seen");
        let own = [("seen", seen.as_str()), ("kind", "agreement"), ("text_fr", "A"), ("text_en", "B"), ("dimension", "clarity"), ("reversed", "yes")];
        assert_eq!(post(&mut hugo, "/questionnaires/hr/own", &own).await.location(), "/questionnaires/hr#row-own_2");
        let (_, _, list) = latest(&w.app, "hr").await;
        let own = list.iter().find(|question| question.code == "own_2").expect("the own question");
        assert_eq!((own.dimension_names.get(Language::En), own.reversed, own.range()), (Some("Clarity of process"), true, Some((1, 5))));
        let form = ida.get("/questionnaires/it/own/own_1").await.ok();
        assert!(form.text().contains("Un | One\nDeux"), "{}", form.text());
        let fix = [("seen", form.hidden("seen")), ("kind", "single_choice".into()), ("text_fr", "Quel sujet ?".into()),
            ("text_en", "Which subject?".into()), ("options", "Un | One\nDeux | Two".into())];
        let fix: Vec<(&str, &str)> = fix.iter().map(|(name, value)| (*name, value.as_str())).collect();
        post(&mut ida, "/questionnaires/it/own/own_1", &fix).await.location();
        let (_, _, list) = latest(&w.app, "it").await;
        let options = list.iter().find(|question| question.code == "own_1").expect("the own question").options();
        assert_eq!(options.iter().map(|option| option.code.as_str()).collect::<Vec<_>>(), ["choice_1", "choice_2"]);
        for foreign in ["/questionnaires/it/own/own_2", "/questionnaires/it/own/overall", "/questionnaires/hr/own/own_2", "/questionnaires/none"] {
            assert_eq!(ida.get(foreign).await.status, 404, "{foreign}");
        }
        assert!(!ida.get("/questionnaires/it").await.main().contains("manque"));
    }

    async fn a_frozen_version_never_changes_and_the_next_is_compared(w: World) {
        organisation(&w.app).await;
        let mut ida = w.signed_in(&id("ida")).await;
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let seen = ida.get("/questionnaires/it/own/new").await.ok().hidden("seen");
        let own = [("seen", seen.as_str()), ("kind", "satisfaction"), ("text_fr", "Le calme"), ("text_en", "Calm")];
        post(&mut ida, "/questionnaires/it/own", &own).await.location();
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        let frozen = freeze(&w.app, "it").await;
        let page = ida.get("/questionnaires/it").await.ok();
        assert!(page.main().contains("Préparer la version 2") && !page.main().contains("Ajouter depuis la banque"), "{}", page.main());
        for (path, fields) in [("/questionnaires/it/questions", [("seen", seen.as_str()), ("add", "keep")]),
            ("/questionnaires/it/own/own_1", [("seen", &seen), ("kind", "text")]), ("/questionnaires/it/draft/removal", [("seen", &seen), ("x", "")])] {
            assert!([400, 422].contains(&post(&mut ida, path, &fields).await.status.as_u16()), "{path}");
        }
        let direct = frozen.clone();
        let refused: Result<()> = w.app.db.write(move |conn| store::save_questions(conn, &direct, &[])).await;
        assert!(matches!(refused, Err(Error::Invalid(_))));
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let (state, version, list) = latest(&w.app, "it").await;
        assert_eq!((state, version, list.len()), (State::Draft, 2, 10));
        let seen = store::fingerprint(&list);
        let own = [("seen", seen.as_str()), ("kind", "satisfaction"), ("text_fr", "Le calme des  échanges"), ("text_en", "Calm")];
        post(&mut ida, "/questionnaires/it/own/own_1", &own).await.location();
        let compared = ida.get("/questionnaires/it/comparison").await.ok().main();
        assert!(compared.contains("le libellé") && compared.contains("Le calme des échanges"), "{compared}");
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        post(&mut ida, "/questionnaires/it/draft/removal", &[("seen", &seen)]).await.location();
        let (state, version, list) = latest(&w.app, "it").await;
        assert_eq!((state, version, list.len()), (State::Frozen, 1, 10));
        assert!(list.iter().any(|question| question.texts.get(Language::Fr) == Some("Le calme")));
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        freeze(&w.app, "it").await;
        let states: Vec<State> = w.app.db.read(|conn| Ok(store::versions(conn, &"it".into())?.into_iter().map(|v| v.state).collect()))
            .await.expect("versions");
        assert_eq!(states, [State::Frozen, State::Superseded]);
    }

    async fn a_draft_that_a_campaign_names_cannot_be_deleted(w: World) {
        use barometer::db::schema::{campaign_suppliers, campaigns};
        organisation(&w.app).await;
        let mut ida = w.signed_in(&id("ida")).await;
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        w.app.db.write(|conn| {
            let draft = store::latest_draft(conn, &"it".into())?.expect("a draft");
            let (opens, closes) = (barometer::clock::Day::parse("2026-03-01"), barometer::clock::Day::parse("2026-03-20"));
            diesel::insert_into(campaigns::table)
                .values((campaigns::id.eq("c"), campaigns::code.eq("2026-Q1"), campaigns::state.eq("draft"),
                    campaigns::opens_on.eq(opens.expect("a day")), campaigns::closes_on.eq(closes.expect("a day")),
                    campaigns::reminders.eq("[]"), campaigns::threshold.eq(5), campaigns::levels_threshold.eq(10),
                    campaigns::comments_threshold.eq(10), campaigns::stage.eq("")))
                .execute(conn)?;
            diesel::insert_into(campaign_suppliers::table)
                .values((campaign_suppliers::campaign.eq("c"), campaign_suppliers::supplier.eq("it"),
                    campaign_suppliers::questionnaire.eq(&draft.id), campaign_suppliers::complete.eq(0),
                    campaign_suppliers::partial.eq(0), campaign_suppliers::actions.eq(barometer::render::Texts::default())))
                .execute(conn)?;
            Ok(())
        }).await.expect("a campaign");
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        let reply = post(&mut ida, "/questionnaires/it/draft/removal", &[("seen", &seen)]).await;
        assert_eq!(reply.status, 422, "{}", reply.main());
        assert!(reply.main().contains("Une campagne en préparation utilise ce brouillon"));
        assert_eq!(latest(&w.app, "it").await.2.len(), 9);
    }

    async fn the_preview_is_in_either_language_and_as_wide_as_a_phone(w: World) {
        organisation(&w.app).await;
        let mut ida = w.signed_in(&id("ida")).await;
        post(&mut ida, "/questionnaires/it/draft", &[]).await.location();
        let seen = ida.get("/questionnaires/it").await.hidden("seen");
        post(&mut ida, "/questionnaires/it/questions", &[("seen", &seen), ("add", "recommendation")]).await.location();
        let french = ida.get("/questionnaires/it/preview").await.ok();
        assert!(french.main().contains("Pensez à vos échanges") && french.main().contains("0 : Certainement pas"), "{}", french.main());
        assert_eq!(french.text().matches("Pensez à vos échanges").count(), 1, "once for a run of questions");
        let english = ida.get("/questionnaires/it/preview?lang=en&width=phone").await.ok();
        assert!(english.text().contains("class=\"phone\"") && english.main().contains("IT: The speed of the first answer"), "{}", english.main());
        assert_eq!(english.text().matches("type=\"radio\"").count(), 8 * 7 + 13, "with \"no answer\" first in each");
    }

    async fn others_stay_outside(w: World) {
        organisation(&w.app).await;
        let (mut paul, mut hugo, mut rose) = (w.signed_in(&id("paul")).await, w.signed_in(&id("hugo")).await, w.signed_in(&id("rose")).await);
        assert_eq!(paul.get("/questionnaires").await.status, 403);
        for path in ["/questionnaires/it", "/questionnaires/it/preview", "/questionnaires/it/comparison", "/questionnaires/it/questions.csv", "/questionnaires/it/own/new"] {
            assert_eq!(paul.get(path).await.status, 404, "{path}");
            assert_eq!(hugo.get(path).await.status, 404, "{path}");
        }
        assert_eq!(post(&mut hugo, "/questionnaires/it/draft", &[]).await.status, 404);
        let all = rose.get("/questionnaires").await.ok().main();
        assert!(all.contains("Informatique") && all.contains("Ressources humaines"), "{all}");
        post(&mut rose, "/questionnaires/it/draft", &[]).await.location();
        assert_eq!(rose.get("/questionnaires/nowhere").await.status, 404);
        assert_eq!(rose.get("/questionnaires/hr/questions.csv").await.status, 404);
    }
}
