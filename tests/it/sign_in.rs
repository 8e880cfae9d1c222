//! Signing in by a mailed link: one use, fifteen minutes, the same words for known and unknown addresses.

use actix_web::http::StatusCode;
use barometer::mail::{Office, send_due};
use barometer::organisation::{import, sign_in, sign_in_mail, store};
use barometer::schedule::OFFICE;

const PEOPLE: &str = "email,name,unit_code,unit,parent_unit_code,language\nada@x.example,Ada Roy,dg,Direction,,fr\n\
                      tom@x.example,Tom Hill,dg,Direction,,en\n";

fn people(w: &crate::world::World) {
    w.app
        .db
        .write_now(|conn| {
            let plan = import::plan_people(conn, PEOPLE.as_bytes(), false)?;
            import::apply_people(conn, &plan, true)
        })
        .expect("people");
}

/// Sends what waits and gives the path of the last link mailed.
async fn mailed(w: &crate::world::World) -> Option<String> {
    send_due(&w.app, &w.transport, Office { render: sign_in_mail, ..OFFICE }).await.expect("mails leave");
    let mails = w.mails.lock().expect("mails");
    let text = &mails.last()?.text;
    text.split_whitespace()
        .find_map(|word| word.strip_prefix("http://barometer.test").filter(|p| p.starts_with("/sign-in/")))
        .map(ToOwned::to_owned)
}

on_both! {
    async fn a_link_signs_in_once(w: World) {
        people(&w);
        let mut ada = w.visitor().await;
        assert!(ada.get("/sign-in").await.ok().main().contains("Votre adresse professionnelle"));
        let known = ada.post("/sign-in", &[("email", " ADA@x.example ")]).await.ok();
        let unknown = ada.post("/sign-in", &[("email", "nobody@x.example")]).await.ok();
        assert_eq!(known.text(), unknown.text());
        let path = mailed(&w).await.expect("a mail");
        assert_eq!(w.mails.lock().unwrap().len(), 1);
        assert!(w.mails.lock().unwrap()[0].html.replace("&#x2f;", "/").contains(&path));
        // A scanner opens the link as often as it likes.
        for _ in 0..3 {
            assert!(w.visitor().await.get(&path).await.ok().main().contains("Ada Roy"));
        }
        let entered = ada.post(&path, &[]).await;
        assert_eq!(entered.location(), "/");
        assert_ne!(ada.get("/people").await.status, StatusCode::SEE_OTHER, "signed in, without the role");
        let again = w.visitor().await.post(&path, &[]).await;
        assert_eq!(again.status, StatusCode::GONE);
        assert!(again.main().contains("Ce lien n'ouvre plus"), "{}", again.main());
        assert_eq!(w.visitor().await.get(&path).await.status, StatusCode::GONE);
    }

    async fn a_link_dies_after_fifteen_minutes_and_with_its_person(w: World) {
        people(&w);
        let mut visitor = w.visitor().await;
        visitor.post("/sign-in", &[("email", "tom@x.example")]).await.ok();
        let path = mailed(&w).await.expect("a mail");
        assert_eq!(w.mails.lock().unwrap()[0].subject, "Your barometer sign-in link");
        w.move_to("2026-01-05T08:15:00Z");
        assert_eq!(visitor.post(&path, &[]).await.status, StatusCode::GONE);
        assert_eq!(visitor.get("/sign-in/unknown").await.status, StatusCode::GONE);
        visitor.post("/sign-in", &[("email", "tom@x.example")]).await.ok();
        let path = mailed(&w).await.expect("a mail");
        w.app.db.write_now(|conn| {
            let mut tom = store::person_by_email(conn, "tom@x.example")?.expect("tom");
            tom.active = false;
            store::update_people(conn, &[tom])
        }).unwrap();
        assert_eq!(visitor.post(&path, &[]).await.status, StatusCode::GONE);
    }

    async fn at_most_three_links_an_hour(w: World) {
        people(&w);
        let mut visitor = w.visitor().await;
        for _ in 0..5 {
            visitor.post("/sign-in", &[("email", "ada@x.example")]).await.ok();
        }
        mailed(&w).await;
        assert_eq!(w.mails.lock().unwrap().len(), 3);
        w.move_to("2026-01-05T09:00:01Z");
        visitor.post("/sign-in", &[("email", "ada@x.example")]).await.ok();
        mailed(&w).await;
        assert_eq!(w.mails.lock().unwrap().len(), 4);
    }

    async fn the_command_prints_a_link_and_signing_out_ends_the_session(w: World) {
        people(&w);
        assert!(sign_in::link_for(&w.app, "nobody@x.example").is_err());
        w.app.db.write_now(|conn| {
            let ada = store::person_by_email(conn, "ada@x.example")?.expect("ada");
            store::grant(conn, &ada.id, barometer::web::Role::Admin, &"".into())
        }).unwrap();
        let link = sign_in::link_for(&w.app, "ada@x.example").unwrap();
        let mut ada = w.visitor().await;
        ada.post(link.strip_prefix("http://barometer.test").unwrap(), &[]).await.location();
        ada.get("/settings").await.ok();
        let back = ada.post("/account/language", &[("language", "en"), ("back", "/people?page=1")]).await;
        assert_eq!(back.location(), "/people?page=1");
        assert!(ada.get("/people").await.ok().text().contains("<html lang=\"en\""));
        let away = ada.post("/account/language", &[("language", "fr"), ("back", "https://elsewhere.example/")]).await;
        assert_eq!(away.location(), "/");
        assert_eq!(ada.post("/sign-out", &[("csrf", "forged")]).await.status, StatusCode::FORBIDDEN);
        assert_eq!(ada.post("/sign-out", &[]).await.location(), "/sign-in");
        assert_eq!(ada.get("/settings").await.location(), "/sign-in");
    }
}

/// Every page of the slice renders in both languages with every sample.
#[test]
fn every_sample_renders() {
    use barometer::organisation::pages;
    use barometer::render::sample::Sampled;
    use barometer::render::{Frame, Language, Templates};
    fn render<P: Sampled>(templates: &Templates, staff: bool) {
        for language in [Language::Fr, Language::En] {
            let mut frame = Frame::plain(language, "Valdebrume", "/");
            if staff {
                let (name, csrf) = ("Ada".to_owned(), "token".to_owned());
                frame.account = Some(barometer::render::Account { name, csrf, nav: Vec::new(), more: Vec::new() });
            }
            for sample in P::samples() {
                templates.page(&frame, &sample).unwrap_or_else(|fault| panic!("{}: {fault}", P::TEMPLATE));
                if P::TEMPLATE.starts_with("mail/") {
                    templates.text(&P::TEMPLATE.replace(".html", ".txt"), &frame, &sample).expect("a text");
                }
            }
        }
    }
    let templates = Templates::load();
    render::<pages::people::PeoplePage>(&templates, true);
    render::<pages::person::PersonPage>(&templates, true);
    render::<pages::import::ImportPage>(&templates, true);
    render::<pages::suppliers::SuppliersPage>(&templates, true);
    render::<pages::supplier::SupplierPage>(&templates, true);
    render::<pages::settings::SettingsPage>(&templates, true);
    render::<pages::public::PrivacyPage>(&templates, false);
    render::<pages::public::AccessibilityPage>(&templates, false);
    render::<pages::sign_in::SignInPage>(&templates, false);
    render::<pages::sign_in::LinkPage>(&templates, false);
    render::<sign_in::SignInMail>(&templates, false);
}
