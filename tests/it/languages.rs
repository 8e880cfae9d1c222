//! A third language: what respondents read is there in it, what an organisation wrote is asked for and told where it is
//! missing, and what a database of before holds is moved.

use barometer::app::Settings;
use barometer::campaign::check;
use barometer::db::ids::SupplierCode;
use barometer::db::{migrate, schema as s};
use barometer::organisation::{import, store as organisation};
use barometer::questionnaire::store as questionnaires;
use barometer::render::words::say;
use barometer::render::{Language, Texts};
use barometer::web::Role;
use diesel::prelude::*;

use crate::world::World;
use crate::world::verbs::{about, link_in, person, person_id};

/// Fourteen people, one of whom reads German, in an organisation of three languages.
fn scene(w: &World) {
    w.organisation(&[("prod", 14)]);
    w.supplier("it");
    w.write(|conn| {
        organisation::insert_people(
            conn,
            &[person("greta", "prod", Language::De), person("ada", "staff", Language::Fr)],
        )?;
        organisation::grant(conn, &"ada".into(), Role::Admin, &"".into())?;
        organisation::grant(conn, &"ada".into(), Role::Hr, &"".into())?;
        Settings::save(conn, "languages", "fr, en, de")?;
        let supplier = organisation::supplier(conn, &"it".into())?;
        let names = supplier.names.with(Language::De, "Informatik");
        let in_sentence = supplier.in_sentence.with(Language::De, "die Informatik");
        organisation::update_supplier(conn, &barometer::organisation::Supplier { names, in_sentence, ..supplier })
    });
}

on_both! {
    async fn somebody_who_reads_german_answers_in_german(w: World) {
        scene(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        w.send_mail().await;
        let mail = w.mail_to(&"greta".into());
        assert!(mail.text.contains("die Informatik") || mail.text.contains("Die Informatik"), "{}", mail.text);
        assert!(mail.subject.contains("Ihre") && mail.html.contains("lang=\"de\""), "{}", mail.subject);
        let link = link_in(&mail);
        let mut greta = w.visitor().await;
        let welcome = greta.get(&link).await.ok();
        assert!(welcome.text().contains("<html lang=\"de\">"), "{}", welcome.text());
        for tongue in ["Français", "English", "Deutsch"] {
            assert!(welcome.text().contains(tongue), "{tongue}");
        }
        assert!(!welcome.text().contains("Español"), "the organisation has no Spanish");
        greta.post(&link, &[("service", "it"), ("language", "de")]).await.location();
        let page = greta.get(&format!("{link}/1")).await.ok();
        assert!(page.main().contains("zufrieden"), "{}", page.main());
        assert!(!page.text().contains("<textarea"), "texts are asked for only where they can be read again");
        // In French they are, and what is written there is kept when the page is sent in German.
        greta.post(&format!("{link}/1"), &[("service", "it"), ("go", "fr")]).await.location();
        let page = greta.get(&format!("{link}/1?lang=fr")).await.ok();
        let field = page.text().split("<textarea id=\"").nth(1).and_then(|rest| rest.split('"').next().map(ToOwned::to_owned));
        let field = field.expect("a text question");
        let typed = [("service", "it"), (field.as_str(), "Le support répond vite."), ("q_overall", "4"), ("go", "de")];
        greta.post(&format!("{link}/1?lang=fr"), &typed).await.location();
        greta.post(&format!("{link}/1"), &[("service", "it"), ("q_overall", "5"), ("go", "next")]).await.location();
        greta.post(&format!("{link}/sending"), &[("sure", "yes")]).await.location();
        assert_eq!(w.count("open_comments"), 1, "the text went along");
        let end = greta.get(&link).await.ok();
        assert!(end.main().contains("vielen Dank") || end.main().contains("danke") || end.main().contains("Danke"), "{}", end.main());
        for number in 1..=12 {
            w.store_answers(&campaign, &person_id("prod", number), about("it", &[("overall", 4)]));
        }
        w.close(&campaign);
        w.tick();
        w.send_mail().await;
        let mail = w.mail_to(&"greta".into());
        assert!(mail.html.contains("lang=\"de\""));
        let path = mail.text.split_whitespace().find(|word| word.contains("/f/")).expect("a link");
        let feedback = greta.get(&format!("{}?lang=de", path.replace("http://barometer.test", ""))).await.ok();
        assert!(feedback.text().contains("<html lang=\"de\">") && feedback.main().contains("Informatik"), "{}", feedback.main());
        // Staff pages are not written in German: the first of the organisation's two is read.
        w.write(|conn| organisation::grant(conn, &"greta".into(), Role::Reader, &"".into()));
        let mut reader = w.signed_in(&"greta".into()).await;
        let page = reader.get("/results").await.ok();
        assert!(page.text().contains("<html lang=\"fr\">"), "{}", page.text());
    }

    async fn a_page_of_another_language_or_of_before_loses_nothing(w: World) {
        w.organisation(&[("prod", 12)]);
        let asked = ["reception_1", "responsiveness_1", "clarity_1", "reliability_1", "follow_up_1", "keep", "improve", "overall"];
        w.supplier_asking("it", asked.map(barometer::questionnaire::build::Wanted::bank).to_vec());
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        // A form made before there were pages holds every question and names no page.
        let link = w.link(&campaign, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        let old = [("service", "it"), ("q_reception_1", "2"), ("q_keep", "Le calme"), ("q_overall", "4"), ("go", "next")];
        visitor.post(&format!("{link}/1"), &old).await.location();
        visitor.post(&format!("{link}/sending"), &[("sure", "yes")]).await.location();
        assert_eq!((w.count("open_responses"), w.count("open_comments")), (1, 1));
        let sent = w.lines("SELECT answers AS line FROM open_responses").remove(0);
        assert!(sent.contains("\"overall\":4") && sent.contains("\"reception_1\":2"), "{sent}");
        // A page shown in French is sent after another tab went on in German, which asks for no texts.
        let link = w.link(&campaign, &person_id("prod", 3));
        let mut visitor = w.visitor().await;
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.post(&format!("{link}/1"), &[("service", "it"), ("part", "0"), ("q_follow_up_1", "3"), ("go", "de")]).await.location();
        let second = [("service", "it"), ("part", "1"), ("q_keep", "Le support"), ("q_overall", "5"), ("go", "next")];
        visitor.post(&format!("{link}/2"), &second).await.location();
        visitor.post(&format!("{link}/sending"), &[("sure", "yes")]).await.location();
        assert_eq!((w.count("open_responses"), w.count("open_comments")), (2, 2));
    }

    async fn what_is_missing_is_told_with_how_many_read_it(w: World) {
        scene(&w);
        let campaign = w.campaign("2026-Q1", &["it"]);
        let today = w.app.today();
        let lines = w.read(|conn| check::lines(conn, &campaign, today, Language::En));
        let told: Vec<String> = lines.iter().map(|line| say(Language::En, &line.say)).collect();
        assert!(!told.iter().any(|line| line.contains("Deutsch")), "the bank speaks it: {told:?}");
        let mut ada = w.signed_in(&"ada".into()).await;
        // An own question without German, and the name without it.
        let form = ada.get("/questionnaires/it").await.ok();
        let seen = form.hidden("seen");
        let own = [("seen", seen.as_str()), ("kind", "satisfaction"), ("text_fr", "Le calme"), ("text_en", "Calm"), ("text_de", "")];
        ada.post("/questionnaires/it/own", &own).await.location();
        let page = ada.get("/questionnaires/it").await.ok().main();
        assert!(page.contains("manque en Deutsch"), "{page}");
        let lines = w.read(|conn| check::lines(conn, &campaign, today, Language::En));
        let told: Vec<String> = lines.iter().map(|line| say(Language::En, &line.say)).collect();
        assert!(told.iter().any(|line| line.contains("Deutsch") && line.contains("one person")), "{told:?}");
        // Dutch is added to the settings and then to the question.
        let wrong = ada.post("/settings", &[("languages", "fr, klingon")]).await;
        assert!(wrong.main().contains("fr (Français)") && wrong.text().contains("fr, klingon"), "{}", wrong.main());
        assert_eq!(w.read(Settings::load).languages.to_string(), "fr, en, de", "nothing was lost");
        w.write(|conn| Settings::save(conn, "languages", "fr, en, de, nl"));
        let form = ada.get("/questionnaires/it/own/own_1").await.ok();
        assert!(form.text().contains("text_nl"));
        let more = [("seen", form.hidden("seen")), ("kind", "satisfaction".into()), ("text_fr", "Le calme".into()),
            ("text_en", "Calm".into()), ("text_de", "Die Ruhe".into()), ("text_nl", "De rust".into())];
        let more: Vec<(&str, &str)> = more.iter().map(|(name, value)| (*name, value.as_str())).collect();
        ada.post("/questionnaires/it/own/own_1", &more).await.location();
        let list = w.read(|conn| {
            let version = questionnaires::latest(conn, &"it".into())?.expect("a version");
            questionnaires::questions(conn, &version.id)
        });
        let own = list.iter().find(|question| question.code == "own_1").expect("the question");
        assert_eq!((own.text(Language::Nl), own.text(Language::De), own.text(Language::Es)), ("De rust", "Die Ruhe", "Le calme"));
        let file = ada.get("/questionnaires/it/questions.csv").await.ok().text();
        let head = file.lines().next().expect("a head").trim_start_matches('\u{feff}');
        assert!(head.contains("text_fr,text_en,text_de,text_nl"), "{head}");
        assert!(file.contains("Die Ruhe"), "{file}");
    }

    async fn what_nobody_wrote_in_a_language_is_read_in_the_first(w: World) {
        scene(&w);
        w.write(|conn| Settings::save(conn, "moderator", "{\"fr\":\"la médiatrice\",\"de\":\"die Vertrauensperson\"}"));
        let mut visitor = w.visitor().await;
        for (language, who) in [("es", "la médiatrice"), ("de", "die Vertrauensperson"), ("en", "la médiatrice")] {
            let page = visitor.get(&format!("/privacy?lang={language}")).await.ok().main();
            assert!(page.contains(who), "{language}: {page}");
        }
    }

    async fn a_file_of_suppliers_has_any_of_the_languages(w: World) {
        scene(&w);
        let plan = |file: &'static str| w.read(move |conn| import::plan_suppliers(conn, file.as_bytes(), false));
        let good = plan("code,name_de,in_sentence_de,unit_code\nit,EDV,die EDV,\nlab,Labor,,\n");
        assert!(good.faults.is_empty(), "{:?}", good.faults);
        w.write(move |conn| import::apply_suppliers(conn, &good));
        let it = w.read(|conn| organisation::supplier(conn, &SupplierCode::from("it")));
        assert_eq!((it.name(Language::De), it.name(Language::Fr), it.in_sentence(Language::De)), ("EDV", "Informatique", "die EDV"));
        let lab = w.read(|conn| organisation::supplier(conn, &SupplierCode::from("lab")));
        assert_eq!((lab.name(Language::Fr), lab.in_sentence(Language::En)), ("Labor", "Labor"));
        let unknown = plan("code,name_xx,unit_code\nit,?,\n");
        assert!(!unknown.faults.is_empty(), "an unknown language is told");
        let nameless = plan("code,name_de,unit_code\nnew,,\n");
        assert_eq!(nameless.faults.iter().map(|fault| fault.line).collect::<Vec<_>>(), [2]);
    }

    async fn a_text_in_a_language_of_few_is_not_published_as_written(w: World) {
        w.organisation(&[("prod", 2)]);
        w.supplier("it");
        w.write(|conn| {
            let many: Vec<_> = (1..=24).map(|n| person(&format!("m{n}"), "prod", Language::Fr)).collect();
            organisation::insert_people(conn, &many)?;
            organisation::insert_people(conn, &[person("momo", "staff", Language::Fr)])?;
            organisation::grant(conn, &"momo".into(), Role::Moderator, &"it".into())
        });
        let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
        let saying = |text: &str| {
            let mut draft = about("it", &[("overall", 4)]);
            draft.sheets.get_mut(&"it".into()).expect("a sheet").texts.insert("keep".to_owned(), text.to_owned());
            draft
        };
        for n in 1..=20 {
            w.store_answers(&campaign, &format!("m{n}").as_str().into(), saying(&format!("Le support est bien le jour {n}.")));
        }
        w.store_answers(&campaign, &person_id("prod", 2), saying("The support is very good and they are kind."));
        w.close(&campaign);
        w.tick();
        let mut momo = w.signed_in(&"momo".into()).await;
        momo.post("/comments/it/2026-Q1/release", &[]).await.location();
        let held = "SELECT key AS line FROM comments WHERE state = 'held'";
        let keys = w.lines(held);
        assert_eq!(keys.len(), 1, "the one in English stays");
        let page = momo.get("/comments/it/2026-Q1").await.ok().main();
        assert!(page.contains("Peu de personnes interrogées lisent cette langue (English)"), "{page}");
        let path = format!("/comments/it/2026-Q1/{}/decision", keys[0]);
        let asis = [("seen", "held"), ("view", "held"), ("page", "1"), ("decision", "released"), ("text", "The support is very good and they are kind.")];
        let refused = momo.post(&path, &asis).await;
        assert!(refused.main().contains("Moins de 10 personnes interrogées"), "{}", refused.main());
        assert_eq!(w.lines(held).len(), 1);
        let reworded = [("seen", "held"), ("view", "held"), ("page", "1"), ("decision", "released"), ("text", "Le support est très bien et aimable.")];
        momo.post(&path, &reworded).await.location();
        assert!(w.lines(held).is_empty());
    }

    async fn texts_of_before_are_moved(w: World) {
        let moved = "2026-11-28-000023";
        let nasty = "Dites \"oui\"\n\\ c'est\tfini";
        let (names, dimension, public, moderator) = w.write(move |conn| {
            let known = migrate::known()?;
            let before: Vec<String> = known.into_iter().filter(|version| version.as_str() < moved.replace('-', "").as_str()).collect();
            barometer::backup::store::drop_all(conn)?;
            migrate::run_only(conn, &before)?;
            let quoted = nasty.replace('\'', "''");
            for sql in [
                format!("INSERT INTO suppliers (code, name_fr, article_fr, name_en, active) VALUES ('it', '{quoted}', 'l''IT', '', TRUE)"),
                "INSERT INTO questionnaires (id, supplier, version, state, created_at) VALUES ('q', 'it', 1, 'draft', '2026-01-05 09:00:00')".to_owned(),
                format!("INSERT INTO questions (questionnaire, position, code, core, kind, dimension, dimension_fr, dimension_en, text_fr, text_en, reversed, options) \
                    VALUES ('q', 1, 'a', TRUE, 'satisfaction', 'd', NULL, 'Only English', '{quoted}', 'x', FALSE, '[]')"),
                "INSERT INTO settings (name, value) VALUES ('moderator_fr', 'la \"responsable\"'), ('moderator_en', '')".to_owned(),
            ] {
                barometer::on_each!(conn, c => diesel::sql_query(&sql).execute(c))?;
            }
            migrate::run(conn)?;
            let supplier = organisation::supplier(conn, &"it".into())?;
            let (dimension, text): (Texts, Texts) = s::questions::table
                .select((s::questions::dimension_names, s::questions::texts))
                .first(conn)?;
            Ok(((supplier.names, supplier.in_sentence), dimension, text, Settings::load(conn)?.moderator))
        });
        assert_eq!(names, (Texts::both(nasty, ""), Texts::both("l'IT", "")));
        assert_eq!(dimension, Texts::both("", "Only English"));
        assert_eq!(public, Texts::both(nasty, "x"));
        assert_eq!(moderator, Texts::both("la \"responsable\"", ""));
    }
}

/// What was published before there were other languages is verified by the same fingerprint; another one changes it.
#[test]
fn a_question_in_two_languages_keeps_its_fingerprint() {
    use barometer::questionnaire::build::own_question;
    use barometer::questionnaire::{Kind, Question};
    let question = own_question("own_1", Kind::Satisfaction, Texts::both("Le calme", "Calm"), &[]).expect("a question");
    let question = Question { dimension: Some("d".to_owned()), dimension_names: Texts::both("", "D"), ..question };
    let before = "{\"questionnaire\":\"\",\"position\":0,\"code\":\"own_1\",\"core\":false,\"kind\":\"satisfaction\",\
        \"dimension\":\"d\",\"dimension_fr\":null,\"dimension_en\":\"D\",\"text_fr\":\"Le calme\",\"text_en\":\"Calm\",\
        \"lo\":1,\"hi\":5,\"reversed\":false,\"options\":\"[]\"}";
    let digest: String =
        <sha2::Sha256 as sha2::Digest>::digest(before).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(questionnaires::fingerprint(std::slice::from_ref(&question)), digest);
    let more = Question { texts: question.texts.with(Language::De, "Die Ruhe"), ..question };
    assert_ne!(questionnaires::fingerprint(&[more]), digest);
}
