//! The document for staff representatives and the data protection officer follows the settings, in both languages, on
//! HR's page and from the command.

use std::process::Command;

use barometer::app::Settings;
use barometer::clock::Day;
use barometer::db::Address;
use barometer::organisation::store as organisation;
use barometer::privacy_audit::store::{Last, keep};
use barometer::render::Language;
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::person;

fn plain(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ").replace("&#x27;", "'").replace("&quot;", "\"")
}

fn run(w: &World, arguments: &[&str]) -> (Option<i32>, String) {
    let url = match &w.app.config.database {
        Address::Sqlite(path) => format!("sqlite://{}", path.display()),
        Address::Postgres(url) => url.clone(),
    };
    let output = Command::new(env!("CARGO_BIN_EXE_barometer"))
        .arg("privacy-pack")
        .args(arguments)
        .env("BAROMETER_LINK_KEY", "a key of tests, thirty-two letters or more")
        .env("BAROMETER_SMTP_URL", "smtp://mailer:geheim@smtp.brume.example:25")
        .env("DATABASE_URL", url)
        .env("LC_ALL", "C")
        .output()
        .expect("the program runs");
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
    )
}

on_both! {
    async fn the_document_follows_the_settings(w: World) {
        w.organisation(&[("prod", 12)]);
        w.supplier("it");
        w.serves("it", "prod");
        let hugo = person("hugo", "staff", Language::Fr);
        w.write(move |conn| {
            organisation::insert_people(conn, &[hugo])?;
            organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
            Settings::save(conn, "organisation", "Val & Brume")?;
            Settings::save(conn, "controller", "Brume SAS")?;
            Settings::save(conn, "dpo_contact", "dpo@brume.example")?;
            Settings::save(conn, "moderator", "{\"fr\":\"la responsable qualité\"}")
        });
        let mut campaign = w.campaign("2026-Q1", &["it"]);
        campaign.threshold = 7;
        campaign.levels_threshold = 12;
        campaign.comments_threshold = 15;
        let row = campaign.clone();
        w.write(move |conn| barometer::campaign::store::save_draft(conn, &row));
        let path = format!("/campaigns/{}/privacy-pack", campaign.id);
        let mut hugo = w.signed_in(&"hugo".into()).await;
        assert!(hugo.get(&format!("/campaigns/{}", campaign.id)).await.ok().text().contains(&path));

        let reply = hugo.get(&path).await.ok();
        assert!(reply.headers.get("content-disposition").expect("a name").to_str().unwrap().contains("barometer_privacy_2026-Q1_fr.html"));
        let says = plain(&reply.text());
        for words in [
            "Val &amp; Brume",
            "Brume SAS",
            "dpo@brume.example",
            "Aucun résultat pour moins de 7 réponses",
            "qu'à partir de 12 réponses",
            "relus par la responsable qualité",
            "à partir de 15 réponses",
            "Aucun fichier des réponses une à une",
            "Aucune vérification n'a encore eu lieu",
            "La campagne n'a pas commencé",
            "À confirmer par le responsable du traitement",
            "Réponses : 36 mois après la clôture",
        ] {
            assert!(says.contains(words), "{words}");
        }
        // Nothing from elsewhere: the file stands alone.
        assert!(!says.contains("src=") && !says.contains("/assets/") && !says.contains("moins de 5 réponses"));

        campaign.row_level = true;
        campaign.row_level_to = "l'institut Cassini".to_owned();
        let row = campaign.clone();
        let day = Day::parse("2026-01-04").expect("a day");
        w.write(move |conn| {
            barometer::campaign::store::save_draft(conn, &row)?;
            keep(conn, &Last { day, found: 0, unread: 0 })
        });
        let says = plain(&hugo.get(&format!("{path}?lang=en")).await.ok().text());
        for words in [
            "No result for fewer than 7 answers",
            "without names or departments, is given to l'institut Cassini",
            "services with at least 30 responses",
            "Last check: 4 January 2026. Nothing was found",
            "Answers: 36 months after closing",
        ] {
            assert!(says.contains(words), "{words}");
        }
        assert!(!says.contains("No file of individual responses"));

        let file = tempfile::tempdir().expect("a folder");
        let file = file.path().join("pack.html");
        let (code, told) = run(&w, &["--campaign", "2026-Q1", "--language", "en", "--output", file.to_str().unwrap()]);
        assert_eq!((code, told.as_str()), (Some(0), ""));
        let written = plain(&std::fs::read_to_string(&file).expect("the file"));
        assert!(written.contains("fewer than 7 answers") && written.contains("Emails are sent through smtp.brume.example."));
        assert!(!written.contains("geheim") && !written.contains("mailer"));
        let (code, told) = run(&w, &["--language", "fr"]);
        assert!(code == Some(0) && plain(&told).contains("moins de 7 réponses"), "{told}");
        let (code, told) = run(&w, &["--campaign", "nope"]);
        assert!(code == Some(1) && told.contains("There is no campaign nope"), "{told}");
    }
}
