//! The plan of progress: from a published figure to an action, its life, its effect, and what the people who were asked
//! get back.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use barometer::campaign::{self, Campaign, CampaignSupplier, ClientGroup, State};
use barometer::clock::Day;
use barometer::db::Conn;
use barometer::db::ids::{ActionId, CampaignId, PersonId, SupplierCode};
use barometer::db::schema as s;
use barometer::error::Result;
use barometer::mail::outbox;
use barometer::organisation::{Person, Supplier, Unit};
use barometer::progress::{self, Effect, feedback};
use barometer::render::sample::Sampled;
use barometer::render::{Account, Frame, Language};
use barometer::web::Role;
use diesel::prelude::*;

fn day(text: &str) -> Day {
    Day::parse(text).expect("a day")
}

fn unit(code: &str, parent: Option<&str>) -> Unit {
    Unit { code: code.into(), name: format!("Unité {code}"), parent: parent.map(Into::into), active: true }
}

fn person(id: &str, unit: &str) -> Person {
    Person {
        id: id.into(),
        person_id: None,
        email: format!("{id}@example.org"),
        name: id.to_owned(),
        unit: unit.into(),
        language: if id == "paul" { Language::En } else { Language::Fr },
        active: true,
        until: None,
        away: false,
    }
}

fn supplier(code: &str, name: &str) -> Supplier {
    Supplier {
        code: code.into(),
        names: barometer::render::Texts::both(name.to_owned(), format!("{name} (en)")),
        in_sentence: barometer::render::Texts::both(format!("l'{name}"), ""),
        unit: Some(code.into()),
        active: true,
    }
}

fn wave(code: &str, opens: &str) -> Campaign {
    Campaign {
        state: State::Published,
        closes_on: day(opens).plus_days(14),
        stage: "published".to_owned(),
        published_at: Some(crate::world::moment(&format!("{}T08:00:00Z", day(opens).plus_days(15)))),
        announced_at: Some(crate::world::moment(&format!("{}T08:00:00Z", day(opens).plus_days(15)))),
        ..Campaign::draft(CampaignId(format!("c{code}")), code.to_owned(), day(opens))
    }
}

/// claire heads it, zoe heads hr, yan works in it, rita reads, hugo is hr, paul is in production.
fn organisation(conn: &mut Conn) -> Result<()> {
    for one in [unit("it", None), unit("support", Some("it")), unit("hr", None), unit("prod", None)] {
        diesel::insert_into(s::units::table).values(&one).execute(conn)?;
    }
    for (id, at) in [
        ("claire", "it"),
        ("zoe", "hr"),
        ("yan", "support"),
        ("rita", "prod"),
        ("hugo", "hr"),
        ("paul", "prod"),
        ("ada", "prod"),
    ] {
        diesel::insert_into(s::people::table).values(&person(id, at)).execute(conn)?;
    }
    for one in [supplier("it", "Informatique"), supplier("hr", "Humaines")] {
        diesel::insert_into(s::suppliers::table).values(&one).execute(conn)?;
    }
    for (id, role, of) in [
        ("claire", Role::Head, "it"),
        ("zoe", Role::Head, "hr"),
        ("rita", Role::Reader, ""),
        ("hugo", Role::Hr, ""),
        ("ada", Role::Admin, ""),
    ] {
        diesel::insert_into(s::grants::table)
            .values((s::grants::person.eq(id), s::grants::role.eq(role), s::grants::supplier.eq(of)))
            .execute(conn)?;
    }
    Ok(())
}

fn figure(conn: &mut Conn, wave: &str, group: &str, subject: &str, value: f64, shown: bool) -> Result<()> {
    use s::figures as f;
    diesel::insert_into(f::table)
        .values((
            f::campaign.eq(format!("c{wave}")),
            f::supplier.eq("it"),
            f::client_group.eq(group),
            f::subject.eq(subject),
            f::indicator.eq("satisfied"),
            f::value.eq(Some(value).filter(|_| shown)),
            f::low.eq(Some(value - 0.1).filter(|_| shown)),
            f::high.eq(Some(value + 0.1).filter(|_| shown)),
            f::n.eq(Some(58).filter(|_| shown)),
            f::shown.eq(shown),
        ))
        .execute(conn)?;
    Ok(())
}

fn published(conn: &mut Conn, code: &str, opens: &str) -> Result<()> {
    let campaign = wave(code, opens);
    diesel::insert_into(s::campaigns::table).values(&campaign).execute(conn)?;
    diesel::insert_into(s::questionnaires::table)
        .values((
            s::questionnaires::id.eq(format!("q{code}")),
            s::questionnaires::supplier.eq("it"),
            s::questionnaires::version.eq(i32::from(code.as_bytes()[6])),
            s::questionnaires::state.eq("frozen"),
            s::questionnaires::created_at.eq(crate::world::moment("2026-01-05T08:00:00Z")),
        ))
        .execute(conn)?;
    for (place, subject, fr) in [
        (1, "follow_up", "Suivi et information"),
        (2, "reception", "Écoute et accueil"),
        (3, "clarity", "Clarté"),
        (4, "reliability", "Fiabilité"),
    ] {
        diesel::insert_into(s::questions::table)
            .values((
                s::questions::questionnaire.eq(format!("q{code}")),
                s::questions::position.eq(place),
                s::questions::code.eq(format!("q{place}")),
                s::questions::core.eq(true),
                s::questions::kind.eq("satisfaction"),
                s::questions::dimension.eq(subject),
                s::questions::dimension_names.eq(barometer::render::Texts::both(fr, format!("{subject} in English"))),
                s::questions::texts.eq(barometer::render::Texts::both("?", "?")),
                s::questions::reversed.eq(false),
                s::questions::options.eq("[]"),
            ))
            .execute(conn)?;
    }
    for code_ in ["it", "hr"] {
        let part = CampaignSupplier {
            campaign: campaign.id.clone(),
            supplier: code_.into(),
            questionnaire: (code_ == "it").then(|| format!("q{code}").as_str().into()),
            complete: 0,
            partial: 0,
            actions: barometer::render::Texts::default(),
            told_wave: None,
            told_satisfied: None,
            small_team: false,
            mirror: false,
            mirror_unit: None,
            mirror_people: 0,
        };
        diesel::insert_into(s::campaign_suppliers::table).values(&part).execute(conn)?;
    }
    for group in ["prod", "small"] {
        let group = ClientGroup {
            campaign: campaign.id.clone(),
            code: group.into(),
            name: format!("Groupe {group}"),
            invited: 60,
            sendings: 0,
        };
        diesel::insert_into(s::client_groups::table).values(&group).execute(conn)?;
    }
    for (id, group, eligible) in [("paul", "prod", true), ("ada", "small", true), ("yan", "prod", false)] {
        use s::invitations as i;
        diesel::insert_into(i::table)
            .values((
                i::id.eq(format!("{code}{id}")),
                i::campaign.eq(&campaign.id),
                i::person.eq(id),
                i::client_group.eq(group),
                i::issue.eq(1),
                i::token_hash.eq(format!("{code}{id}")),
                i::language.eq("fr"),
                i::eligible.eq(eligible),
                i::proposed.eq("[]"),
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Two suppliers and one published wave, where IT has 38 % on follow-up.
async fn first_wave(w: &crate::world::World) {
    w.app
        .db
        .write(|conn| {
            organisation(conn)?;
            published(conn, "2025-Q4", "2025-11-01")?;
            for (subject, value, shown) in [
                ("overall", 0.62, true),
                ("follow_up", 0.38, true),
                ("reception", 0.81, true),
                ("clarity", 0.61, true),
                ("reliability", 0.78, true),
                ("secret", 0.11, false),
            ] {
                figure(conn, "2025-Q4", "*", subject, value, shown)?;
            }
            figure(conn, "2025-Q4", "prod", "overall", 0.57, true)?;
            figure(conn, "2025-Q4", "small", "overall", 0.22, false)
        })
        .await
        .expect("the first wave");
}

const FORM: &[(&str, &str)] = &[
    ("campaign", "2025-Q4"),
    ("subject", "follow_up"),
    ("title", "Accusé de réception automatique"),
    ("finding", "Plus aucune nouvelle."),
    ("kind", "corrective"),
    ("owner", "yan@example.org"),
    ("starts_on", ""),
    ("due_on", "2026-03-31"),
    ("target", "55 %"),
    ("public_fr", "L'Informatique envoie un accusé de réception."),
    ("public_en", "IT sends an acknowledgement."),
    ("visible", "yes"),
];

fn but<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    FORM.iter()
        .map(|(name, value)| changes.iter().find(|(other, _)| other == name).copied().unwrap_or((*name, *value)))
        .collect()
}

fn id(name: &str) -> PersonId {
    PersonId::from(name)
}

/// Claire creates the action of `FORM`; its path.
async fn created(w: &crate::world::World) -> String {
    let mut claire = w.signed_in(&id("claire")).await;
    claire.post("/actions/it/new", FORM).await.location()
}

async fn stored(w: &crate::world::World, path: &str) -> progress::Action {
    let id = ActionId::from(path.trim_start_matches("/actions/"));
    w.app.db.read(move |conn| progress::store::action(conn, &id)).await.expect("the action")
}

async fn moved(w: &crate::world::World, path: &str, steps: &[&str]) {
    let mut claire = w.signed_in(&id("claire")).await;
    for step in steps {
        let reply = claire.post(&format!("{path}/{step}"), &[]).await;
        assert_eq!(reply.status, 303, "{step}: {}", reply.main());
    }
}

async fn effect(w: &crate::world::World, code: &'static str, said: Effect) -> usize {
    let now = w.app.clock.now();
    w.app
        .db
        .write(move |conn| {
            let campaign = campaign::store::campaign_by_code(conn, code)?;
            progress::effects::record(conn, &campaign, now, &mut |_, old, new, supplier, subject| {
                assert_eq!((old.as_str(), new.as_str()), ("c2025-Q4", campaign.id.as_str()));
                assert_eq!((supplier.as_str(), subject), ("it", "follow_up"));
                Ok(said)
            })
        })
        .await
        .expect("effects")
}

fn samples<P: Sampled>(app: &barometer::app::App) -> Vec<String> {
    let mut all = Vec::new();
    for language in Language::ALL {
        let mut frame = Frame::plain(*language, "Valdebrume", "/");
        if P::TEMPLATE.contains("/action") {
            frame.account =
                Some(Account { name: "Claire".to_owned(), csrf: "c".to_owned(), nav: Vec::new(), more: Vec::new() });
        }
        for page in P::samples() {
            all.push(app.templates.page(&frame, &page).expect("a page"));
        }
    }
    all
}

on_both! {
    async fn every_page_renders_in_both_languages(w: World) {
        use progress::pages::{action::ActionPage, form::FormPage, list::{BoardPage, ListPage}};
        samples::<ActionPage>(&w.app);
        samples::<FormPage>(&w.app);
        samples::<BoardPage>(&w.app);
        samples::<ListPage>(&w.app);
        samples::<barometer::results::mails::ReadyMail>(&w.app);
        let mut public = samples::<feedback::FeedbackPage>(&w.app);
        public.extend(samples::<feedback::PastPage>(&w.app));
        public.extend(samples::<progress::mails::ResultsMail>(&w.app));
        for text in public {
            let text = text.to_lowercase();
            for word in ["fournisseur", "client", "scellement", "verbatim", " base"] {
                assert!(!text.contains(word), "{word} in {text}");
            }
        }
    }

    async fn a_figure_becomes_an_action_with_its_baseline(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let page = claire.get("/actions/it/new?campaign=2025-Q4&subject=follow_up").await.ok();
        let text = page.main();
        assert!(text.contains("Suivi et information : 38 % d'avis favorables (entre 28 et 48), n = 58, 4e trimestre 2025"), "{text}");
        assert!(text.contains("sera lu par toutes les personnes interrogées"), "{text}");
        assert!(page.text().contains("value=\"claire@example.org\""), "the head is the default owner");
        assert!(page.text().contains("<option value=\"yan@example.org\">"), "people of the branch are offered");
        // A figure sent by the form is never read.
        let mut fields = FORM.to_vec();
        fields.push(("baseline", "0.99"));
        let path = claire.post("/actions/it/new", &fields).await.location();
        let action = stored(&w, &path).await;
        assert_eq!((action.baseline, action.baseline_n, action.target), (Some(0.38), Some(58), Some(0.55)));
        assert_eq!((action.number, action.status, action.visible), (1, progress::Status::Proposed, true));
        let page = claire.get(&path).await.ok().main();
        assert!(page.contains("L'action IT-1 est créée"), "{page}");
        assert!(page.contains("Action créée 5 janvier 2026, claire"), "{page}");
        let board = claire.get("/actions").await.ok().main();
        assert!(board.contains("Une action."), "{board}");
        assert!(board.contains("Proposée · 1"), "{board}");
        assert!(board.contains("Suivi et information 38 % (n 58) → cible 55 %"), "{board}");
        // Without an origin too, under the next number.
        let path = claire.post("/actions/it/new", &but(&[("campaign", ""), ("subject", "")])).await.location();
        let action = stored(&w, &path).await;
        assert_eq!((action.number, action.origin_campaign, action.baseline), (2, None, None));
        claire.get(&path).await.ok();
    }

    async fn a_hidden_or_foreign_figure_makes_no_action(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        for asked in ["campaign=2025-Q4&subject=secret", "campaign=2025-Q4&subject=nothing", "campaign=2030-Q1&subject=overall"] {
            assert_eq!(claire.get(&format!("/actions/it/new?{asked}")).await.status, 404, "{asked}");
        }
        assert_eq!(claire.post("/actions/it/new", &but(&[("subject", "secret")])).await.status, 404);
        assert_eq!(claire.get("/actions/hr/new").await.status, 404);
        assert_eq!(claire.post("/actions/hr/new", FORM).await.status, 404);
        assert_eq!(w.signed_in(&id("hugo")).await.get("/actions/it/new").await.status, 404);
    }

    async fn bad_input_is_said_and_nothing_is_lost(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let wrong = but(&[("title", ""), ("owner", "nobody@example.org"), ("due_on", "2025-12-01"), ("target", "140"), ("kind", "odd")]);
        let reply = claire.post("/actions/it/new", &wrong).await;
        assert_eq!(reply.status, 422);
        let text = reply.main();
        for said in ["5 points à corriger", "donnez un titre", "personne dans l'annuaire", "déjà passée", "entre 0 et 100", "choisissez un type"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert!(reply.text().contains("nobody@example.org") && reply.text().contains("Plus aucune nouvelle."));
        assert!(reply.text().contains("aria-invalid=\"true\""));
        assert_eq!(reply.hidden("subject"), "follow_up");
        let reply = claire.post("/actions/it/new", &but(&[("public_fr", ""), ("public_en", ""), ("starts_on", "2026-05-01")])).await;
        assert!(reply.main().contains("décochez la case") && reply.main().contains("après l'échéance"), "{}", reply.main());
        let long = "a".repeat(301);
        assert_eq!(claire.post("/actions/it/new", &but(&[("public_en", &long)])).await.status, 422);
        assert!(claire.get("/actions").await.ok().main().contains("Aucune action"));
    }

    async fn an_action_lives_step_by_step(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let reply = claire.post(&format!("{path}/verification"), &[("verdict", "effective")]).await;
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains("l'action est à l'état « Proposée »"), "{}", reply.main());
        moved(&w, &path, &["acceptance", "start", "suspension", "start"]).await;
        assert_eq!(stored(&w, &path).await.starts_on, Some(day("2026-01-05")));
        assert_eq!(claire.post(&format!("{path}/acceptance"), &[]).await.status, 422);
        assert_eq!(claire.post(&format!("{path}/nonsense"), &[]).await.status, 404);
        let reply = claire.post(&format!("{path}/abandonment"), &[("reason", " ")]).await;
        assert!(reply.status == 422 && reply.main().contains("Dites pourquoi"), "{}", reply.main());
        let reply = claire.post(&format!("{path}/completion"), &[("done_on", "2026-02-01")]).await;
        assert!(reply.status == 422 && reply.text().contains("value=\"2026-02-01\""), "{}", reply.main());
        // The owner does the work; judging it is the head's.
        let mut yan = w.signed_in(&id("yan")).await;
        let page = yan.get(&path).await.ok();
        assert!(page.main().contains("Déclarer réalisée") && !page.main().contains("Abandonner"), "{}", page.main());
        assert_eq!(yan.post(&format!("{path}/completion"), &[("done_on", "2026-01-04")]).await.status, 303);
        assert_eq!(yan.post(&format!("{path}/verification"), &[("verdict", "effective")]).await.status, 403);
        assert_eq!(claire.post(&format!("{path}/verification"), &[("verdict", "perhaps")]).await.status, 422);
        assert_eq!(claire.post(&format!("{path}/verification"), &[("verdict", "not_effective")]).await.status, 303);
        let action = stored(&w, &path).await;
        assert_eq!((action.done_on, action.verdict), (Some(day("2026-01-04")), Some(progress::Verdict::NotEffective)));
        let text = claire.get(&path).await.ok().main();
        assert!(text.contains("Réalisée le 4 janvier 2026") && text.contains("Vérifiée : pas efficace"), "{text}");
        // Nothing follows a verification.
        assert_eq!(claire.post(&format!("{path}/abandonment"), &[("reason", "trop tard")]).await.status, 422);
    }

    async fn one_own_last_step_is_taken_back_and_no_other(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        moved(&w, &path, &["acceptance"]).await;
        let mut yan = w.signed_in(&id("yan")).await;
        assert_eq!(yan.post(&format!("{path}/start"), &[]).await.status, 303);
        assert_eq!(yan.post(&format!("{path}/completion"), &[("done_on", "2026-01-04")]).await.status, 303);
        // The notice offers the way back, and so does the history; to whoever took the step alone.
        let page = yan.get(&path).await.ok();
        let line = page.hidden("line");
        assert_eq!(page.text().matches("undo\">").count(), 2, "{}", page.main());
        let mut claire = w.signed_in(&id("claire")).await;
        let undone = [("line", line.as_str())];
        assert!(!claire.get(&path).await.ok().text().contains("undo\">"));
        assert_eq!(claire.post(&format!("{path}/undo"), &undone).await.status, 303);
        assert!(claire.get(&path).await.ok().main().contains("ne peut plus être annulée"));
        assert_eq!(stored(&w, &path).await.status, progress::Status::Done);
        // A note comes in between and changes nothing.
        assert_eq!(claire.post(&format!("{path}/notes"), &[("note", "Le prestataire\na répondu.")]).await.status, 303);
        assert_eq!(yan.post(&format!("{path}/undo"), &undone).await.status, 303);
        let page = yan.get(&path).await.ok().main();
        assert!(page.contains("Étape annulée : Réalisée") && page.contains("Le prestataire a répondu."), "{page}");
        assert!(!page.contains("Réalisée le 4"), "{page}");
        let action = stored(&w, &path).await;
        assert_eq!((action.status, action.done_on), (progress::Status::InProgress, None));
        assert_eq!(action.starts_on, Some(day("2026-01-05")));
        // Once is enough, and nobody from outside gets in.
        assert_eq!(yan.post(&format!("{path}/undo"), &undone).await.status, 303);
        assert_eq!(stored(&w, &path).await.status, progress::Status::InProgress);
        assert_eq!(w.signed_in(&id("rita")).await.post(&format!("{path}/undo"), &undone).await.status, 403);
        assert_eq!(w.signed_in(&id("zoe")).await.post(&format!("{path}/undo"), &undone).await.status, 404);
    }

    async fn a_cookie_typed_by_hand_offers_no_other_way(w: World) {
        use base64::Engine as _;
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        for (path, ours) in [("/actions/1/undo", true), ("/campaigns/2026-Q1/closing", false), ("//elsewhere.example/undo", false), ("/a?b=/undo", false)] {
            let flash = format!(r#"{{"key":"flash-action-saved","args":[["reference","IT-1"]],"undo":{{"path":"{path}","line":"1"}}}}"#);
            claire.holds("flash", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(flash));
            let page = claire.get("/actions").await.ok();
            let offered = page.text().contains("undo\">") || page.text().contains("closing\">");
            assert_eq!(offered, ours, "{path}: {}", page.main());
        }
    }

    async fn who_helps_what_it_costs_and_when_it_is_checked(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let mut fields = but(&[]);
        fields.extend([("contributors", "paul@example.org ; nobody@example.org"), ("check_on", "2026-03-01"), ("cost", "2 000 €"), ("awaits", "Direction")]);
        let reply = claire.post("/actions/it/new", &fields).await;
        let said = reply.main();
        assert!(reply.status == 422 && said.contains("nobody@example.org") && said.contains("précède l'échéance"), "{said}");
        fields.retain(|(name, _)| !matches!(*name, "contributors" | "check_on"));
        fields.extend([("contributors", "paul@example.org, PAUL@example.org"), ("check_on", "2026-05-01")]);
        let path = claire.post("/actions/it/new", &fields).await.location();
        let page = claire.get(&path).await.ok().main();
        for said in ["Direction", "2 000 €", "paul", "1er mai 2026"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        // Whoever helps sees it and writes notes; moving it on is the owner's and the head's.
        let mut paul = w.signed_in(&id("paul")).await;
        assert!(paul.get("/actions").await.ok().main().contains("Accusé"));
        assert_eq!(paul.post(&format!("{path}/notes"), &[("note", "Done with the form.")]).await.status, 303);
        assert_eq!(paul.post(&format!("{path}/notes"), &[("note", "  ")]).await.status, 422);
        assert_eq!(paul.post(&format!("{path}/start"), &[]).await.status, 403);
        let mut rita = w.signed_in(&id("rita")).await;
        assert!(rita.get(&path).await.ok().main().contains("Done with the form."));
        assert_eq!(rita.post(&format!("{path}/notes"), &[("note", "x")]).await.status, 403);
        // Taken off again, paul sees it no more.
        let seen = claire.get(&format!("{path}/edit")).await.ok().hidden("seen");
        let mut fields = but(&[]);
        fields.extend([("seen", seen.as_str()), ("check_on", "2026-05-01"), ("contributors", "")]);
        assert_eq!(claire.post(&path, &fields).await.location(), path);
        assert!(claire.get(&path).await.ok().main().contains("contributeurs, coût, décision attendue"));
        assert_eq!(paul.get(&path).await.status, 404);
        // Done, and the day has come: the page, the board and the weekly mail say so to the head.
        moved(&w, &path, &["acceptance", "start", "completion"]).await;
        w.move_to("2026-05-01T08:00:00Z");
        let mut claire = w.signed_in(&id("claire")).await;
        assert!(claire.get("/actions").await.ok().main().contains("à contrôler"));
        let (today, now) = (w.app.today(), w.app.clock.now());
        assert_eq!(w.app.db.write(move |conn| progress::due::enqueue_due(conn, today, now)).await.expect("mails"), 1);
    }

    async fn a_head_notes_what_befell_the_service(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        for (day, words) in [("2026-02-30", "panne"), ("2030-01-01", "panne"), ("2025-10-20", ""), ("2025-10-20", "x".repeat(41).as_str())] {
            let reply = claire.post("/events", &[("supplier", "it"), ("day", day), ("words", words)]).await;
            assert!(reply.status == 422 && reply.text().contains(&format!("value=\"{day}\"")), "{day} {words}");
        }
        for (day, words) in [("2025-10-20", "panne de messagerie"), ("2024-01-01", "bien avant")] {
            let reply = claire.post("/events", &[("supplier", "it"), ("day", day), ("words", words)]).await;
            assert!(reply.location().starts_with("/events/"));
        }
        let page = claire.get("/events").await.ok().main();
        assert!(page.contains("20 octobre 2025 · panne de messagerie"), "{page}");
        // Not another service's, nor everybody's: that is HR's.
        for supplier in ["hr", ""] {
            let reply = claire.post("/events", &[("supplier", supplier), ("day", "2025-10-20"), ("words", "x")]).await;
            assert_eq!(reply.status, 404, "{supplier}");
        }
        // Another service's head does not find it, nor take it away by its key.
        let key = w.lines("SELECT id AS line FROM events WHERE words LIKE 'panne%'").remove(0);
        let mut zoe = w.signed_in(&id("zoe")).await;
        assert_eq!(zoe.get(&format!("/events/{key}")).await.status, 404);
        assert_eq!(zoe.post(&format!("/events/{key}/removal"), &[]).await.status, 404);
        assert_eq!(w.count("events"), 2);
        claire.post(&format!("/events/{key}/removal"), &[]).await.location();
        assert!(!claire.get("/events").await.ok().main().contains("20 octobre 2025"));
    }

    async fn a_suggestion_fills_the_form_in(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let form = "/actions/it/new?campaign=2025-Q4&subject=follow_up";
        let page = claire.get(form).await.ok();
        assert!(page.text().contains("suggestion=follow_up_2") && !page.text().contains("suggestion=clarity_1"));
        let page = claire.get(&format!("{form}&suggestion=follow_up_2")).await.ok();
        assert!(page.text().contains("value=\"Prévenir avant l") && page.text().contains("Informatique : quand un délai"), "{}", page.text());
        assert_eq!(page.hidden("subject"), "follow_up");
        assert_eq!(claire.get(&format!("{form}&suggestion=none")).await.status, 200);
    }

    async fn an_abandoned_action_says_why(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        assert_eq!(claire.post(&format!("{path}/abandonment"), &[("reason", "Le logiciel change.")]).await.status, 303);
        assert!(claire.get(&path).await.ok().main().contains("Abandonnée : Le logiciel change."));
        assert!(claire.get("/actions?view=list&status=abandoned").await.ok().main().contains("Accusé"));
    }

    async fn only_those_concerned_see_an_action(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        for (name, sees) in [("claire", true), ("yan", true), ("rita", true), ("hugo", true), ("zoe", false), ("paul", false), ("ada", false)] {
            let mut visitor = w.signed_in(&id(name)).await;
            let status = visitor.get(&path).await.status;
            assert_eq!(status, if sees { 200 } else { 404 }, "{name}");
            let listed = visitor.get("/actions?view=list").await.ok().main().contains("Accusé de réception");
            assert_eq!(listed, sees, "{name}");
            if name != "claire" {
                let refused = if sees { 403 } else { 404 };
                assert_eq!(visitor.get(&format!("{path}/edit")).await.status, refused, "{name}");
                assert_eq!(visitor.post(&path, FORM).await.status, refused, "{name}");
                assert_eq!(visitor.post(&format!("{path}/acceptance"), &[]).await.status, refused, "{name}");
            }
        }
        assert_eq!(w.signed_in(&id("claire")).await.get("/actions/unknown").await.status, 404);
        assert_eq!(w.visitor().await.get(&path).await.location(), "/sign-in");
    }

    async fn the_head_edits_and_a_stale_form_is_refused(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let seen = claire.get(&format!("{path}/edit")).await.ok().hidden("seen");
        w.move_to("2026-01-06T08:00:00Z");
        let mut claire = w.signed_in(&id("claire")).await;
        let mut fields = but(&[("title", "Accusé de réception"), ("owner", "claire@example.org")]);
        fields.push(("seen", &seen));
        assert_eq!(claire.post(&path, &fields).await.location(), path);
        let text = claire.get(&path).await.ok().main();
        assert!(text.contains("Modifiée : titre, pilote"), "{text}");
        let action = stored(&w, &path).await;
        assert_eq!((action.baseline, action.number, action.title.as_str()), (Some(0.38), 1, "Accusé de réception"));
        let mut fields = but(&[("title", "Un autre titre")]);
        fields.push(("seen", &seen));
        let reply = claire.post(&path, &fields).await;
        assert_eq!(reply.status, 422);
        assert!(reply.main().contains("Quelqu'un a modifié") && reply.text().contains("Un autre titre"));
        assert_eq!(stored(&w, &path).await.title, "Accusé de réception");
    }

    async fn late_actions_come_first_and_lists_are_searched_and_paged(w: World) {
        first_wave(&w).await;
        let mut claire = w.signed_in(&id("claire")).await;
        for number in 1..=27 {
            let (title, due) = (format!("Action numéro {number}"), format!("2026-02-{number:02}"));
            let reply = claire.post("/actions/it/new", &but(&[("title", &title), ("due_on", &due)])).await;
            assert_eq!(reply.status, 303);
        }
        w.move_to("2026-02-03T09:00:00Z");
        let mut claire = w.signed_in(&id("claire")).await;
        let board = claire.get("/actions").await.ok().main();
        assert!(board.contains("27 actions, 2 en retard."), "{board}");
        assert!(board.contains("Proposée · 27") && board.contains("Voir 15 actions de plus"), "{board}");
        let list = claire.get("/actions?view=list").await.ok().main();
        assert!(list.contains("Page suivante") && !list.contains("numéro 26 "), "{list}");
        let list = claire.get("/actions?view=list&page=2").await.ok().main();
        assert!(list.contains("numéro 26 ") && list.contains("Page précédente"), "{list}");
        let found = claire.get("/actions?view=list&q=num%C3%A9ro+12").await.ok().main();
        assert!(found.contains("numéro 12") && found.contains("Une action."), "{found}");
        assert!(claire.get("/actions?q=zzz").await.ok().main().contains("ne correspond"));
        // By owner, and the choice stays on the next page.
        claire.post("/actions/it/new", &but(&[("title", "Celle de Claire"), ("due_on", "2026-09-01"), ("owner", "claire@example.org")])).await.location();
        assert!(!claire.get("/actions?view=list").await.ok().main().contains("Celle de Claire"));
        let sorted = claire.get("/actions?view=list&sort=owner").await.ok();
        assert!(sorted.main().contains("Celle de Claire") && sorted.text().contains("sort=owner&amp;page=2"), "{}", sorted.text());
    }

    async fn the_next_wave_says_what_became_of_it(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        moved(&w, &path, &["acceptance", "start", "completion"]).await;
        assert_eq!(effect(&w, "2025-Q4", Effect::ConfirmedUp).await, 0, "its own wave says nothing about it");
        w.app.db.write(|conn| {
            published(conn, "2026-Q1", "2026-02-01")?;
            figure(conn, "2026-Q1", "*", "follow_up", 0.56, true)
        }).await.expect("the second wave");
        assert_eq!(effect(&w, "2026-Q1", Effect::ConfirmedUp).await, 1);
        assert_eq!(effect(&w, "2026-Q1", Effect::NotShown).await, 0, "once is enough");
        let action = stored(&w, &path).await;
        assert_eq!((action.effect, action.effect_value, action.effect_n), (Some(Effect::ConfirmedUp), Some(0.56), Some(58)));
        let mut claire = w.signed_in(&id("claire")).await;
        let text = claire.get(&path).await.ok().main();
        assert!(text.contains("1er trimestre 2026 : amélioration confirmée."), "{text}");
        assert_eq!(text.matches("Mesure du 1er trimestre 2026").count(), 1, "{text}");
        let board = claire.get("/actions").await.ok().main();
        assert!(board.contains("Suivi et information 38 % → 56 % : amélioration confirmée"), "{board}");
        // A later wave that hides the figure tells nothing of it, and an older one never comes back over it.
        w.app.db.write(|conn| {
            published(conn, "2026-Q2", "2026-05-01")?;
            figure(conn, "2026-Q2", "*", "follow_up", 0.9, false)
        }).await.expect("the third wave");
        assert_eq!(effect(&w, "2026-Q2", Effect::ConfirmedUp).await, 1);
        let action = stored(&w, &path).await;
        assert_eq!((action.effect, action.effect_value), (Some(Effect::TooFew), None));
        assert_eq!(effect(&w, "2026-Q1", Effect::ConfirmedUp).await, 0);
    }

    async fn what_somebody_who_left_had_goes_to_the_heads_or_to_hr(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        moved(&w, &path, &["acceptance", "start"]).await;
        let action = stored(&w, &path).await;
        let mut hugo = w.signed_in(&id("hugo")).await;
        // The preview says it before anything happens: to finish, and who was alone in a role.
        let file = "person_id;email;name;unit_code;unit;parent_unit_code;language;active\nyan;yan@example.org;yan;support;support;it;fr;no\n\
                    zoe;zoe@example.org;zoe;hr;hr;;fr;no\nclaire;claire@example.org;claire;it;it;;fr;yes\n";
        let preview = hugo.upload("/people/import", &[], file.as_bytes()).await.ok().main();
        let said = format!("action à finir : {} Accusé de réception automatique", action.reference());
        assert!(preview.contains(&said), "{said}: {preview}");
        assert!(preview.contains("seule personne à avoir le rôle"), "{preview}");

        let (mondays, mut seen) = (["2026-01-12", "2026-01-19", "2026-01-26", "2026-02-02"], 0);
        let mut monday = || {
            seen += 1;
            crate::world::verbs::nine_on(day(mondays[seen - 1]))
        };
        let mut heard = async |w: &World| {
            w.move_to(&monday());
            w.tick();
            w.send_mail().await;
            let of = |name: &str| {
                let mails = w.mails_to(&format!("{name}@example.org"));
                mails.iter().filter(|mail| mail.text.contains(&action.reference())).count()
            };
            ["claire", "hugo", "yan", "zoe"].map(of)
        };
        assert_eq!(heard(&w).await, [0; 4], "its owner is here, and it is due in March");
        let goes = |w: &World, name: &'static str| {
            w.write(move |conn| {
                diesel::update(s::people::table.find(id(name))).set(s::people::active.eq(false)).execute(conn)?;
                Ok(())
            });
        };
        goes(&w, "yan");
        assert_eq!(heard(&w).await, [1, 0, 0, 0], "the head of the service");
        let page = w.signed_in(&id("claire")).await.get(&path).await.ok().main();
        assert!(page.contains("yan ne travaille plus ici"), "{page}");
        let list = w.signed_in(&id("claire")).await.get("/actions").await.ok().main();
        assert!(list.contains("à confier à quelqu'un"), "{list}");
        goes(&w, "claire");
        assert_eq!(heard(&w).await, [1, 1, 0, 0], "no head is left: HR");
        // Given to somebody who is here, it is nobody's worry any more.
        w.write(move |conn| {
            diesel::update(s::actions::table).set(s::actions::owner.eq(id("paul"))).execute(conn)?;
            Ok(())
        });
        assert_eq!(heard(&w).await, [1, 1, 0, 0]);
    }

    async fn public_texts_are_those_of_visible_accepted_actions(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        let texts = |w: &World| {
            let db = w.app.db.clone();
            async move { db.read(|conn| progress::public_texts(conn, &SupplierCode::from("it"))).await.expect("texts") }
        };
        assert_eq!(texts(&w).await, barometer::render::Texts::default());
        moved(&w, &path, &["acceptance"]).await;
        let mut claire = w.signed_in(&id("claire")).await;
        let other = claire.post("/actions/it/new", &but(&[("public_fr", "Un guichet unique."), ("public_en", "")])).await.location();
        moved(&w, &other, &["acceptance", "start"]).await;
        let all = texts(&w).await;
        let (fr, en) = (all.pick(Language::Fr), all.pick(Language::En));
        assert_eq!(fr, "L'Informatique envoie un accusé de réception.\nUn guichet unique.");
        assert_eq!(en, "IT sends an acknowledgement.\nUn guichet unique.");
    }

    async fn those_who_were_asked_get_a_mail_and_a_page(w: World) {
        first_wave(&w).await;
        let path = created(&w).await;
        moved(&w, &path, &["acceptance", "start"]).await;
        let (key, now) = (w.app.link_key.clone(), w.app.clock.now());
        let counts = w.app.db.write(move |conn| {
            let campaign = campaign::store::campaign_by_code(conn, "2025-Q4")?;
            feedback::create_pages(conn, &key, &campaign)?;
            feedback::create_pages(conn, &key, &campaign)?;
            let ready = [barometer::results::mails::enqueue_ready(conn, &campaign, now)?, barometer::results::mails::enqueue_ready(conn, &campaign, now)?];
            let told = [progress::enqueue_results(conn, &campaign, now)?, progress::enqueue_results(conn, &campaign, now)?];
            Ok((ready, told))
        }).await.expect("pages and letters");
        // Two heads and HR; two invited who still are: whoever was invited by mistake gets nothing.
        assert_eq!(counts, ([3, 0], [2, 0]));
        fn render(app: &barometer::app::App, conn: &mut Conn, row: &outbox::Row) -> Result<Option<barometer::mail::Message>> {
            match row.kind {
                barometer::mail::Kind::Results => progress::results_mail(app, conn, row),
                _ => barometer::results::mails::ready_mail(app, conn, row),
            }
        }
        assert_eq!(barometer::mail::send_due(&w.app, &w.transport, barometer::mail::Office { render, ..barometer::schedule::OFFICE }).await.expect("mails"), 5);
        let mails = w.mails.lock().expect("mails").clone();
        let to = |address: &str| mails.iter().find(|mail| mail.to_address == address).unwrap_or_else(|| panic!("no mail to {address}"));
        let paul = to("paul@example.org");
        assert_eq!(paul.subject, "You said, we're doing: Q4 2025");
        assert!(to("ada@example.org").subject.starts_with("Vous avez dit, nous faisons"));
        let claire = to("claire@example.org");
        assert!(claire.text.contains("http://barometer.test/results/it/2025-Q4"));
        assert!(claire.text.replace('\u{a0}', " ").contains("62 % d'avis favorables (entre 52 et 72)"), "{}", claire.text);
        let link = |mail: &barometer::mail::Message| {
            let start = mail.text.split("http://barometer.test").nth(1).expect("a link");
            start.split_whitespace().next().expect("a link").to_owned()
        };
        assert!(paul.html.replace("&#x2f;", "/").contains(&link(paul)));

        let mut visitor = w.visitor().await;
        let page = visitor.get(&link(paul)).await.ok();
        assert!(page.headers.get("set-cookie").is_none());
        let text = page.main();
        assert!(text.contains("62 % 52–72 avis favorables, 58 réponses"), "{text}");
        assert!(text.contains("Votre groupe (Groupe prod) : 57 % 47–67, 58 réponses"), "{text}");
        assert!(text.contains("L'Informatique envoie un accusé de réception. En cours depuis le 5 janvier 2026"), "{text}");
        // Only these two are further from the middle than their margins.
        assert!(text.contains("appréciez le plus : Écoute et accueil. "), "{text}");
        assert!(text.contains("moins : Suivi et information. "), "{text}");
        assert!(!text.contains("Très peu de réponses"), "{text}");
        assert!(text.contains("au moins 5 personnes"), "{text}");
        let english = visitor.get(&format!("{}?lang=en", link(paul))).await.ok().main();
        assert!(english.contains("You said, we're doing") && english.contains("IT sends an acknowledgement."), "{english}");
        // The hidden group's page is the same page without that line.
        let small = visitor.get(&link(to("ada@example.org"))).await.ok().main();
        assert!(small.contains("62 %") && !small.contains("Votre groupe") && !small.contains("22 %"), "{small}");
        assert_eq!(visitor.get("/f/unknown").await.status, 404);
        // The next publication takes its place.
        w.app.db.write(|conn| published(conn, "2026-Q1", "2026-02-01")).await.expect("the next wave");
        let past = visitor.get(&link(paul)).await;
        assert_eq!(past.status, 410);
        assert!(past.main().contains("De nouveaux résultats"), "{}", past.main());
    }
}

on_both! {
    async fn a_priority_becomes_an_action_or_is_dismissed_with_a_reason(w: World) {
        use crate::world::verbs::{about, person_id};
        use actix_web::http::StatusCode;

        crate::security::scene::staff(&w);
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        for number in 1..=13 {
            let value = if number % 4 == 0 { 4 } else { 2 };
            w.store_answers(&open, &person_id("prod", number), about("it", &[("overall", value), ("reception_1", value)]));
        }
        w.close(&open);
        let mut head = w.signed_in(&"head_it".into()).await;
        let path = "/results/it/2026-Q1/priorities";
        assert!(head.get(path).await.ok().text().contains("Écoute et accueil"));
        let one = format!("{path}/reception");
        let reply = head.post(&one, &[("reason", "")]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        let long = "x".repeat(201);
        let reply = head.post(&one, &[("reason", &long)]).await;
        assert!(reply.status == StatusCode::UNPROCESSABLE_ENTITY && reply.text().contains(&long), "nothing is lost");
        assert_eq!(head.post(&format!("{path}/nothing"), &[("reason", "non")]).await.status, StatusCode::NOT_FOUND);
        head.post(&one, &[("reason", "Le logiciel change au printemps.")]).await.location();
        for id in ["head_it", "dora", "rita"] {
            let page = w.signed_in(&id.into()).await.get("/results/it/2026-Q1").await.ok().text();
            assert!(page.contains("Écartée : Le logiciel change au printemps.") || page.contains("Écartée\u{a0}: Le logiciel"), "{id}");
        }
        head.post(&format!("{one}/removal"), &[]).await.location();
        head.post(&format!("{one}/removal"), &[]).await.location();
        assert_eq!(w.count("dismissed_priorities"), 0);
        let journal = "SELECT event AS line FROM audit_log WHERE event LIKE 'priority-%' ORDER BY event";
        assert_eq!(w.lines(journal), ["priority-dismissed", "priority-restored"], "what changed something");
        let action = [
            ("campaign", "2026-Q1"),
            ("subject", "reception"),
            ("title", "Une permanence le mardi"),
            ("finding", "Personne ne répond."),
            ("kind", "corrective"),
            ("owner", "head_it@example.org"),
            ("due_on", "2026-06-30"),
        ];
        head.post("/actions/it/new", &action).await.location();
        let page = head.get(path).await.ok().text();
        assert!(page.contains("Une permanence le mardi") && !page.contains("name=\"reason\""), "{page}");
        // A form of before the action comes too late.
        let reply = head.post(&one, &[("reason", "Trop cher.")]).await;
        assert!(reply.status == StatusCode::UNPROCESSABLE_ENTITY && reply.text().contains("Trop cher."));
        assert_eq!(w.count("dismissed_priorities"), 0);
    }

    async fn an_action_says_whom_it_concerns_and_whom_it_tells(w: World) {
        use actix_web::http::StatusCode;

        crate::security::scene::staff(&w);
        w.close(&w.open(&w.campaign("2026-Q1", &["it"])));
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get("/actions/it/new").await.ok().text();
        assert!(page.contains("name=\"group\" value=\"prod\""), "{page}");
        let mut action = vec![
            ("title", "Annoncer les coupures"),
            ("finding", ""),
            ("kind", "communication"),
            ("owner", "head_it@example.org"),
            ("due_on", "2026-06-30"),
        ];
        let to = head.post("/actions/it/new", &action).await.location();
        let page = head.get(&to).await.ok().text();
        assert!(page.contains("Une action de communication dit à qui"), "it asks for what is missing: {page}");
        let seen = head.get(&format!("{to}/edit")).await.ok().hidden("seen");
        action.extend([
            ("seen", seen.as_str()),
            ("group", "prod"),
            ("group", "nowhere"),
            ("audience", "Les chefs d'atelier"),
            ("medium", "Affiche"),
            ("told_on", "hier"),
        ]);
        let reply = head.post(&to, &action).await;
        assert!(reply.status == StatusCode::UNPROCESSABLE_ENTITY && reply.text().contains("hier"), "nothing is lost");
        action.retain(|(name, _)| *name != "told_on");
        action.push(("told_on", "2026-03-15"));
        head.post(&to, &action).await.location();
        let page = head.get(&to).await.ok().text();
        for words in ["Groupe prod", "Affiche", "15 mars 2026", "groupes concernés, à qui le dire, par quel moyen, quand le dire"] {
            assert!(page.contains(words), "{words}: {page}");
        }
        assert!(!page.contains("Une action de communication dit à qui"), "all is said");
        let file = w.signed_in(&"hugo".into()).await.get("/exports/2026-Q1/plan.csv").await.ok().text();
        assert!(file.contains("Groupe prod,Les chefs d'atelier,Affiche,2026-03-15"), "{file}");
    }
}
