//! What is kept for how long: nothing goes a day before its time, everything a day after, on both databases; a promise
//! made at an opening is never loosened.

use actix_web::http::StatusCode;
use barometer::campaign::Campaign;
use barometer::db::ids::CampaignId;
use barometer::history::{Request, import};
use barometer::organisation::store as organisation;
use barometer::render::Language;
use barometer::web::Role;

use crate::world::verbs::{about, person, person_id};
use crate::world::{Visitor, World};

/// A campaign about `it` that opens and closes today, with twelve answers and comments and a file of them.
fn quarter(w: &World, code: &str) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it"]));
    for number in 1..=12 {
        let value = i32::try_from(number % 5 + 1).expect("a small number");
        let mut draft = about("it", &[("overall", value)]);
        let sheet = draft.sheets.get_mut(&"it".into()).expect("a sheet");
        sheet.texts.insert("keep".to_owned(), format!("commentaire {number}"));
        w.store_answers(&campaign, &person_id("prod", number), draft);
    }
    let closed = w.close(&campaign);
    let row = format!("INSERT INTO released_rows VALUES ('{code}', '{}', 'it', '{{}}')", campaign.id);
    w.write(move |conn| {
        use diesel::RunQueryDsl;
        barometer::on_each!(conn, c => diesel::sql_query(row).execute(c))?;
        Ok(())
    });
    closed
}

const HELD: [&str; 4] = ["invitations", "comments", "responses", "released_rows"];

/// Which of [`HELD`] a campaign still has.
fn left(w: &World, campaign: &CampaignId) -> [bool; 4] {
    HELD.map(|table| w.count(&format!("{table} WHERE campaign = '{campaign}'")) > 0)
}

fn publication(w: &World) -> Vec<String> {
    w.dump().into_iter().filter(|row| row.starts_with("figures: ") || row.starts_with("publications: ")).collect()
}

#[track_caller]
fn on(w: &World, campaign: &CampaignId, day: &str, expected: [bool; 4]) {
    w.move_to(&format!("{day}T09:00:00Z"));
    w.tick();
    assert_eq!(left(w, campaign), expected, "{HELD:?} on {day}");
}

async fn administrator(w: &World) -> Visitor {
    let ada = person("ada", "staff", Language::Fr);
    w.write(move |conn| {
        organisation::insert_people(conn, &[ada])?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into())
    });
    w.signed_in(&"ada".into()).await
}

/// Signs in anew, for the clock may have moved far, and sets both periods.
async fn set(w: &World, comments: &str, answers: &str) {
    let mut ada = w.signed_in(&"ada".into()).await;
    let fields = [("organisation", "Brume"), ("comments_months", comments), ("answers_months", answers)];
    assert_eq!(ada.post("/settings", &fields).await.location(), "/settings");
}

on_both! {
    async fn nothing_goes_a_day_early_and_nothing_stays_a_day_late(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        // At nine in Paris, on 5 January: periods end at that hour.
        let id = quarter(&w, "2026-Q1").id;
        let published = publication(&w);
        assert!(!published.is_empty());
        on(&w, &id, "2026-02-03", [true; 4]);
        on(&w, &id, "2026-02-05", [false, true, true, true]);
        assert_eq!(w.count(&format!("outbox WHERE campaign = '{id}'")), 0);
        on(&w, &id, "2028-01-04", [false, true, true, true]);
        on(&w, &id, "2028-01-06", [false, false, true, true]);
        on(&w, &id, "2029-01-04", [false, false, true, true]);
        on(&w, &id, "2029-01-06", [false; 4]);
        assert_eq!(publication(&w), published, "publications stay, to the letter");
    }

    async fn what_opens_nothing_any_more_goes_too(w: World) {
        w.organisation(&[("prod", 5)]);
        let mut ada = administrator(&w).await;
        ada.get("/settings").await.ok();
        let clock = w.app.clock.clone();
        w.write(move |conn| {
            barometer::app::audit(conn, &clock, None, "import-people", "first")?;
            let key = barometer::app::LinkKey::new([7; 32]);
            organisation::grant(conn, &"prod_1".into(), Role::Reader, &"".into())?;
            barometer::organisation::sign_in::ask(conn, &key, clock.now(), clock.now().day_in(&jiff::tz::TimeZone::UTC),
                "prod_1@example.org")
        });
        let counts = || ["sessions", "sign_in_links", "outbox", "audit_log WHERE detail = 'first'"].map(|from| w.count(from));
        w.tick();
        assert_eq!(counts(), [1, 1, 1, 1]);
        // Ninety minutes without a page end a session; a link opens for fifteen minutes and goes a day later.
        w.move_to("2026-01-05T09:29:00Z");
        w.tick();
        assert_eq!(counts(), [1, 1, 1, 1]);
        w.move_to("2026-01-05T09:31:00Z");
        w.tick();
        assert_eq!(counts(), [0, 1, 1, 1]);
        w.move_to("2026-01-06T08:16:00Z");
        w.tick();
        assert_eq!(counts(), [0, 0, 1, 1]);
        w.move_to("2026-02-04T09:00:00Z");
        w.tick();
        assert_eq!(counts(), [0, 0, 0, 1]);
        w.move_to("2029-01-04T09:00:00Z");
        w.tick();
        assert_eq!(counts(), [0, 0, 0, 1]);
        w.move_to("2029-01-06T09:00:00Z");
        w.tick();
        assert_eq!(counts(), [0, 0, 0, 0]);
    }

    async fn periods_out_of_bounds_are_refused_and_nothing_typed_is_lost(w: World) {
        w.organisation(&[("prod", 5)]);
        let mut ada = administrator(&w).await;
        let page = ada.get("/settings").await.ok();
        let says = page.main();
        for words in ["de 3 à 24", "de 12 à 60", "30 jours après la clôture", "36 mois", "ne fait rien revenir",
            "promis à leur ouverture"] {
            assert!(says.contains(words), "{words}: {says}");
        }
        assert!(page.text().contains(r#"name="comments_months" value="24""#), "the usual");
        for (comments, answers, fault) in [
            ("2", "36", "de 3 à 24"), ("25", "36", "de 3 à 24"), ("24", "11", "de 12 à 60"), ("24", "61", "de 12 à 60"),
            ("", "36", "de 3 à 24"), ("six", "36", "de 3 à 24"), ("13", "12", "pas plus longtemps que les réponses, ici 12 mois"),
        ] {
            let fields = [("organisation", "Val de Brume"), ("comments_months", comments), ("answers_months", answers)];
            let refused = ada.post("/settings", &fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{comments} {answers}");
            let (text, says) = (refused.text(), refused.main());
            assert!(says.contains(fault), "{comments} {answers}: {says}");
            assert!(text.contains(r#"value="Val de Brume""#) && text.contains(&format!(r#"value="{answers}""#)));
            assert!(text.contains(r##"href="#"##), "the summary leads to the field");
        }
        assert_eq!(w.count("settings WHERE name LIKE '%months'"), 0);
        set(&w, "6", "12").await;
        let told = w.lines("SELECT detail AS line FROM audit_log WHERE event = 'settings-changed'");
        assert_eq!(told, ["comments 24 -> 6 months, answers 36 -> 12 months"]);
    }

    async fn a_promise_is_never_loosened_and_a_shorter_period_holds_for_all(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        administrator(&w).await;
        set(&w, "6", "12").await;
        let (strict, mut visitor) = (quarter(&w, "2026-Q1"), w.visitor().await);
        let says = visitor.get("/privacy").await.ok().main();
        assert!(says.contains("Commentaires : 6 mois") && says.contains("Réponses : 12 mois"), "{says}");
        assert!(!says.contains("comme promis à son ouverture"));

        // Longer from now on: for what opens from now on.
        set(&w, "24", "60").await;
        let usual = quarter(&w, "2026-Q1b");
        let says = visitor.get("/privacy").await.ok().main();
        assert!(says.contains("Commentaires : 24 mois") && says.contains("Réponses : 60 mois"), "{says}");
        assert!(says.contains("commentaires 6 mois, réponses 12 mois, comme promis à son ouverture"), "{says}");
        let (before, after) = (pack(&w, &strict), pack(&w, &usual));
        assert!(before.contains("Comments: 6 months") && before.contains("Answers: 12 months"));
        assert!(after.contains("Comments: 24 months") && after.contains("Answers: 60 months"));
        on(&w, &strict.id, "2026-07-04", [false, true, true, true]);
        on(&w, &strict.id, "2026-07-06", [false, false, true, true]);
        on(&w, &strict.id, "2027-01-06", [false; 4]);
        assert_eq!(left(&w, &usual.id), [false, true, true, true]);
        assert!(!visitor.get("/privacy").await.ok().main().contains("comme promis"), "nothing of it is left");

        // Shorter: at the next run, for campaigns that promised longer; longer again brings nothing back.
        set(&w, "3", "24").await;
        on(&w, &usual.id, "2027-01-06", [false, false, true, true]);
        set(&w, "24", "24").await;
        on(&w, &usual.id, "2028-01-04", [false, false, true, true]);
        on(&w, &usual.id, "2028-01-06", [false; 4]);
    }

    async fn a_wave_brought_from_elsewhere_follows_the_setting(w: World) {
        w.organisation(&[("prod", 20)]);
        w.supplier("it");
        administrator(&w).await;
        let mut file = "unit;overall;keep\n".to_owned();
        for number in 0..30 {
            file += &format!("prod;{};mot {number}\n", number % 5 + 1);
        }
        let request = || Request {
            campaign: "2024-06".to_owned(),
            supplier: "it".to_owned(),
            responses: file.clone().into_bytes(),
            ..Request::default()
        };
        set(&w, "12", "24").await;
        let plan = import(&w.app, request()).expect("an outcome").expect("a plan");
        let said = plan.to_text(Language::En);
        assert!(said.contains("12 months after closing") && said.contains("after 24 months"), "{said}");
        set(&w, "24", "60").await;
        on(&w, &plan.campaign.id, "2026-06-29", [false, true, true, false]);
        on(&w, &plan.campaign.id, "2026-07-02", [false, false, true, false]);
    }
}

/// The document for staff representatives, as the command prints it.
fn pack(w: &World, campaign: &Campaign) -> String {
    use barometer::privacy_pack::to_output;
    let file = tempfile::NamedTempFile::new().expect("a file");
    to_output(&w.app, Some(&campaign.code), Language::En, Some(file.path())).expect("a document");
    std::fs::read_to_string(file.path()).expect("the document")
}
