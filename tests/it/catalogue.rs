//! What services offer and promise: written by heads and HR, read by anybody, measured over a quarter.

use actix_web::http::StatusCode;
use barometer::catalogue::{Direction, import, store};
use barometer::clock::Day;
use barometer::render::Language;

use crate::security::scene;

const OFFERING: [(&str, &str); 7] = [
    ("name_fr", "Poste de travail"),
    ("name_en", "Workstation"),
    ("description_fr", "Installation et panne.\nSur tous les sites."),
    ("way_fr", "Par le portail."),
    ("link", "https://aide.example.org/poste"),
    ("workers", "6"),
    ("active", "yes"),
];

fn promised<'a>(changes: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("text_fr", "Un poste en panne est réparé en 2 jours ouvrés."),
        ("text_en", "A faulty workstation is repaired within 2 working days."),
        ("kind", "delay"),
        ("offering", ""),
        ("target", "2,5"),
        ("direction", "at_most"),
        ("unit_fr", "jours ouvrés"),
        ("since", "2026-Q1"),
    ];
    for (name, value) in changes {
        fields.retain(|(other, _)| other != name);
        fields.push((name, value));
    }
    fields
}

on_both! {
    async fn a_head_writes_what_anybody_reads(w: World) {
        scene::staff(&w);
        w.write(|conn| {
            let whole = store::promises(conn, &"it".into())?.remove(0).commitment;
            store::update_commitment(conn, &barometer::catalogue::Commitment { offering: None, ..whole })?;
            store::delete_offering(conn, &"it".into(), "poste")
        });
        let mut head = w.signed_in(&"head_it".into()).await;
        let mut anybody = w.visitor().await;
        head.post("/catalogue/it/offerings/new", &OFFERING).await.location();
        let reply = head.post("/catalogue/it/commitments/new", &promised(&[("offering", "poste_de_travail")])).await;
        assert_eq!(reply.location(), "/catalogue/it/edit");
        let page = anybody.get("/catalogue/it?lang=fr").await.ok().text();
        for words in ["Poste de travail", "Sur tous les sites.", "Par le portail.", "aide.example.org", "en 2 jours ouvrés", "au plus 2,5 jours ouvrés"] {
            assert!(page.contains(words), "{words}");
        }
        assert!(!page.contains("6 personnes"), "how many do the work is for the head");
        let page = anybody.get("/catalogue/it?lang=de").await.ok().text();
        assert!(page.contains("So fordern Sie es an") && page.contains("höchstens 2,5"), "{page}");
        assert!(anybody.get("/catalogue?lang=en").await.ok().text().contains("1 offering, 2 commitments"));
        let page = head.get("/catalogue/it/edit").await.ok().text();
        assert!(page.contains("6 personnes font ce travail") && page.contains("aucune question ne le mesure"));
        assert_eq!(anybody.get("/catalogue/none").await.status, StatusCode::NOT_FOUND);
    }

    async fn a_changed_promise_is_a_new_version(w: World) {
        scene::staff(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        head.post("/catalogue/it/commitments/new", &promised(&[("code", "reparation")])).await.location();
        // A slip of today is corrected in its place.
        head.post("/catalogue/it/commitments/reparation", &promised(&[("target", "2")])).await.location();
        let versions = |w: &World| {
            let all = w.read(|conn| store::promises(conn, &"it".into()));
            let one = all.into_iter().find(|promise| promise.commitment.code == "reparation").expect("it");
            one.versions.iter().map(|version| (version.version, version.target, version.since.to_string())).collect::<Vec<_>>()
        };
        assert_eq!(versions(&w), [(1, 2.0, "2026-01-01".to_owned())]);
        w.move_to("2026-02-01T08:00:00Z");
        let mut head = w.signed_in(&"head_it".into()).await;
        let form = head.get("/catalogue/it/commitments/reparation").await.ok().text();
        assert!(form.contains("nouvelle version") && form.contains("value=\"2026-Q2\" selected"), "{form}");
        let reply = head.post("/catalogue/it/commitments/reparation", &promised(&[("since", "2025-Q4")])).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "before the version it follows");
        head.post("/catalogue/it/commitments/reparation", &promised(&[("target", "1"), ("since", "2026-Q2")])).await.location();
        assert_eq!(versions(&w), [(1, 2.0, "2026-01-01".to_owned()), (2, 1.0, "2026-04-01".to_owned())]);
        // The form as it stands changes nothing.
        head.post("/catalogue/it/commitments/reparation", &promised(&[("target", "1"), ("since", "2026-Q2")])).await.location();
        assert_eq!(versions(&w).len(), 2);
        let page = w.visitor().await.get("/catalogue/it?lang=en").await.ok().text();
        assert!(page.contains("at most 2 jours ouvrés") && !page.contains("at most 1 "), "until April the first one holds");
        w.move_to("2026-04-02T08:00:00Z");
        let page = w.visitor().await.get("/catalogue/it?lang=en").await.ok().text();
        assert!(page.contains("at most 1 jours ouvrés") && page.contains("Promised before"));
    }

    async fn a_bad_form_loses_nothing_and_says_what_to_write(w: World) {
        scene::staff(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        for (field, value, words) in [
            ("link", "http://aide.example.org", "Le lien doit commencer"),
            ("workers", "deux", "au moins"),
            ("name_fr", "", "Donnez un nom"),
        ] {
            let mut fields = OFFERING.to_vec();
            fields.retain(|(name, _)| *name != field && *name != "name_en");
            fields.push((field, value));
            let reply = head.post("/catalogue/it/offerings/new", &fields).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            let page = reply.text();
            assert!(page.contains(words) && page.contains("Sur tous les sites."), "{field}: {page}");
        }
        for (field, value, words) in [
            ("target", "vite", "Écrivez un nombre"),
            ("unit_fr", "", "l&#x27;unité de l&#x27;objectif"),
            ("since", "2026-Q7", "choisir dans la liste"),
            ("offering", "nulle", "choisir dans la liste"),
            ("kind", "magic", "choisir dans la liste"),
            ("code", "Pas Un Code", "minuscules"),
        ] {
            let reply = head.post("/catalogue/it/commitments/new", &promised(&[(field, value)])).await;
            assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            let page = reply.text();
            assert!(page.contains(words) && page.contains("réparé en 2 jours"), "{field}: {page}");
        }
        assert_eq!((w.count("commitments"), w.count("offerings")), (2, 1), "those of the scene");
    }

    async fn an_offering_stays_while_something_is_promised_on_it(w: World) {
        scene::staff(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        head.post("/catalogue/it/commitments/new", &promised(&[("offering", "poste"), ("code", "rep")])).await.location();
        let reply = head.post("/catalogue/it/offerings/poste/removal", &[]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST);
        assert!(reply.text().contains("tient encore"));
        let mut hidden = OFFERING.to_vec();
        hidden.retain(|(name, _)| *name != "active");
        assert_eq!(head.post("/catalogue/it/offerings/poste", &hidden).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        for code in ["rep", "panne"] {
            head.post(&format!("/catalogue/it/commitments/{code}/end"), &[]).await.location();
        }
        head.post("/catalogue/it/offerings/poste/removal", &[]).await.location();
        assert_eq!(w.count("offerings WHERE NOT active"), 1, "what ended on it stays readable");
        let reply = head.post("/catalogue/it/commitments/rep/end", &[("again", "yes")]).await;
        assert_eq!(reply.status, StatusCode::BAD_REQUEST, "not without its offering");
        head.post("/catalogue/it/offerings/new", &OFFERING).await.location();
        head.post("/catalogue/it/offerings/poste_de_travail/removal", &[]).await.location();
        assert_eq!(w.count("offerings"), 1, "one without any promise is gone");
    }

    async fn a_question_says_how_a_promise_is_felt(w: World) {
        scene::staff(&w);
        let mut head = w.signed_in(&"head_it".into()).await;
        let linked = || w.lines("SELECT coalesce(question, '-') AS line FROM commitments WHERE unit IS NULL");
        head.post("/questionnaires/it/promises/panne", &[("question", "reception_1"), ("seen", "")]).await.location();
        assert_eq!(linked(), ["reception_1"]);
        let reply = head.post("/questionnaires/it/promises/panne", &[("question", "keep"), ("seen", "")]).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY, "a text has no mean");
        head.post("/questionnaires/it/promises/panne", &[("question", ""), ("seen", "")]).await.location();
        let page = head.get("/questionnaires/it").await.ok();
        assert!(page.text().contains("aucune question ne le mesure"));
        let seen = page.hidden("seen");
        let to = head.post("/questionnaires/it/promises/panne", &[("make", "yes"), ("seen", &seen)]).await.location();
        assert_eq!((to.as_str(), linked()), ("/questionnaires/it#row-own_2", vec!["own_2".to_owned()]));
        let page = head.get("/questionnaires/it").await.ok();
        assert!(page.text().contains("Le délai annoncé est respecté\u{a0}: promesse panne"), "{}", page.main());
        // Taken out again, the head is told.
        let seen = page.hidden("seen");
        head.post("/questionnaires/it/questions", &[("remove", "own_2"), ("seen", &seen)]).await.location();
        assert!(head.get("/questionnaires/it").await.ok().text().contains("sa question a quitté le questionnaire"));
    }

    async fn a_quarter_is_measured_by_hand(w: World) {
        scene::staff(&w);
        w.promise_from("it", ("later", "2026-07-01"), (Direction::AtLeast, 90.0), None);
        w.campaign("2026-Q1", &["it"]);
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get("/catalogue/it/measurements").await.ok().text();
        assert!(page.contains("Promesse panne") && !page.contains("Promesse later"), "what counted by then");
        assert!(page.contains("31 mars 2026"), "the period of its code");
        let wrong = [("campaign", "2026-Q1"), ("value.panne", "4,8"), ("cases.panne", "beaucoup"), ("source.panne", "GLPI")];
        let reply = head.post("/catalogue/it/measurements", &wrong).await;
        assert_eq!(reply.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(reply.text().contains("beaucoup"));
        let right = [("campaign", "2026-Q1"), ("value.panne", "4,8"), ("cases.panne", "1 240"), ("source.panne", "GLPI")];
        head.post("/catalogue/it/measurements", &right).await.location();
        let stand = || w.lines("SELECT value || ' ' || cases || ' ' || source AS line FROM measurements");
        assert_eq!(stand(), ["4.8 1240 GLPI"]);
        // Two people at one form: the later one is told.
        let mut stale = right.to_vec();
        stale.push(("seen", "0000000000000000"));
        stale[1].1 = "9";
        assert_eq!(head.post("/catalogue/it/measurements", &stale).await.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(stand(), ["4.8 1240 GLPI"]);
        head.post("/catalogue/it/measurements", &[("campaign", "2026-Q1")]).await.location();
        assert_eq!(w.count("measurements"), 0, "emptied, it is taken back");
    }

    async fn another_line_saved_leaves_what_the_form_rounds(w: World) {
        scene::staff(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        w.measured(&campaign, "it", "panne", 2.0004, 50);
        w.promise_from("it", ("accueil", "2026-01-01"), (Direction::AtLeast, 90.0), None);
        let mut head = w.signed_in(&"head_it".into()).await;
        let page = head.get("/catalogue/it/measurements").await.ok().text();
        let (_, rest) = page.split_once("name=\"value.panne\"").expect("its field");
        let rounded = rest.split('"').nth(5).expect("its value");
        assert_eq!(rounded, "2", "{rest}");
        let fields = [
            ("campaign", "2026-Q1"),
            ("value.panne", rounded),
            ("cases.panne", "50"),
            ("source.panne", "GLPI"),
            ("value.accueil", "92"),
            ("cases.accueil", "40"),
            ("source.accueil", "GLPI"),
        ];
        head.post("/catalogue/it/measurements", &fields).await.location();
        assert_eq!(w.count("measurements"), 2);
        let stand = w.lines("SELECT value || '' AS line FROM measurements WHERE commitment = 'panne'");
        assert_eq!(stand, ["2.0004"]);
    }

    async fn a_file_of_measurements_is_all_or_nothing(w: World) {
        scene::staff(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        w.measured(&campaign, "it", "panne", 3.0, 50);
        let today = w.app.today();
        let plan = |file: &str| {
            let bytes = file.as_bytes().to_vec();
            w.read(|conn| import::plan_measurements(conn, &bytes, today))
        };
        let bad = plan("supplier,commitment,campaign,value,cases,source\nit,panne,2026-Q1,4.8,60,GLPI\nit,panne,2027-Q1,4.8,60,GLPI\n");
        assert!(bad.is_faulty() && bad.faults_to_text(Language::En).contains("2027-Q1"), "{}", bad.faults_to_text(Language::En));
        assert!(w.app.db.write_now(move |conn| import::apply_measurements(conn, &bad)).is_err());
        let good = plan("supplier;commitment;campaign;value;cases;source\nIT;panne;2026-Q1;4,8;60;GLPI\n");
        assert_eq!(good.count("import-measurements-corrected"), 1);
        let told = good.to_text(Language::Fr);
        assert!(told.contains("4.8") && told.contains("avant 3.00, 50 cas"), "{told}");
        w.write(move |conn| import::apply_measurements(conn, &good));
        assert_eq!(w.lines("SELECT cases || ' ' || day AS line FROM measurements"), [format!("60 {today}")]);
        let again = plan("supplier;commitment;campaign;value;cases;source\nit;panne;2026-Q1;4,8;60;GLPI\n");
        assert!(again.changes_nothing());
    }
}

#[test]
fn a_campaign_asks_about_the_quarter_of_its_code() {
    let day = |text: &str| Day::parse(text).expect("a day");
    let of = |code: &str| {
        let campaign = barometer::campaign::Campaign::draft("c".into(), code.to_owned(), day("2026-09-14"));
        (
            campaign.period_first,
            campaign.period_last,
            campaign.faults().iter().any(|fault| fault.key == "campaign-fault-period"),
        )
    };
    assert_eq!(of("2026-Q3"), (Some(day("2026-07-01")), Some(day("2026-09-30")), false));
    assert_eq!(of("rentree_2026"), (None, None, false));
}
