//! What people type stays text, and what is secret stays out of logs, mails and the outbox.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use actix_web::http::{StatusCode, header};
use actix_web::test::TestRequest;
use barometer::db::ids::sortable;
use barometer::doors::api::keys::Scope;
use diesel::prelude::*;

use super::roles::{READERS, table};
use super::scene::{scene, staff, surrounded};
use crate::world::verbs::{link_in, person_id};

on_both! {
    /// Whatever people type is text, on every page, in every chart, in mails; never a tag, a template or a header.
    async fn typed_text_stays_text(w: World) {
        let scene = scene(&w).await;
        let open = w.open(&w.campaign("2026-Q3", &["it"]));
        let link = w.link(&open, &person_id("prod", 3));
        let evil = "E{{7*7}}E\"><svg onload=alert(1)><script>x</script>";
        w.write(move |conn| {
            for (table, columns) in [
                ("suppliers", "names in_sentence"), ("client_groups", "name"), ("units", "name"),
                ("people", "name"), ("questions", "texts dimension_names"),
                ("actions", "title finding public_texts"), ("campaign_suppliers", "actions"),
                ("settings", "value"),
            ] {
                for column in columns.split(' ') {
                    let sql = format!("UPDATE {table} SET {column} = '{evil}' WHERE {column} IS NOT NULL");
                    barometer::on_each!(conn, c => diesel::sql_query(&sql).execute(c))?;
                }
            }
            barometer::app::Settings::save(conn, "organisation", evil)?;
            barometer::app::Settings::save(conn, "hr_contact", evil)?;
            let sql = "UPDATE actions SET visible = (1 = 1), status = 'accepted'";
            barometer::on_each!(conn, c => diesel::sql_query(sql).execute(c))?;
            Ok(())
        });
        let mut pages: Vec<(String, usize)> = Vec::new();
        for line in table().into_iter().filter(|line| !line.post) {
            pages.push((scene.path(line.path), line.cells.iter().position(|cell| *cell == '+').unwrap_or(0)));
        }
        w.visitor().await.post(&link, &[("service", "it")]).await.location();
        pages.extend(["", "/1", "/check", "/decline", "/group"].map(|page| (format!("{link}{page}"), 0)));
        let mut met = 0;
        for (path, able) in pages {
            let mut visitor = match READERS[able].1 {
                Some(id) => w.signed_in(&id.into()).await,
                None => w.visitor().await,
            };
            let reply = visitor.get(&path).await;
            assert!(!reply.status.is_server_error(), "{path}");
            let text = reply.text();
            let html = reply.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind.to_str().unwrap().contains("html"));
            assert!(!html || !(text.contains("<svg onload") || text.contains("<script")), "{path}");
            assert!(!text.contains("E49E"), "{path}");
            met += usize::from(text.contains("E{{7*7}}E"));
        }
        assert!(met > 15, "the text is met on pages: {met}");
        w.visitor().await.post_open_fields("/sign-in", &[("email", "ada@example.org")]).await.ok();
        w.send_mail().await;
        let mails = w.mails.lock().unwrap().clone();
        assert!(mails.len() > 10);
        for mail in mails {
            assert!(!mail.html.contains("<svg onload") && !mail.html.contains("<script") && !mail.text.contains("E49E"), "{}", mail.html);
            assert!(!mail.subject.contains(['\r', '\n']));
        }
    }

    async fn mails_never_believe_the_host_header(w: World) {
        staff(&w);
        let request = TestRequest::post()
            .uri("/sign-in")
            .insert_header((header::HOST, "evil.example"))
            .insert_header(("x-forwarded-host", "evil.example"))
            .insert_header(("forwarded", "host=evil.example"))
            .set_form([("email", "ada@example.org")]);
        w.visitor().await.send(request).await.ok();
        assert_eq!(w.send_mail().await, 1);
        let mail = w.mail_to(&"ada".into());
        assert!(!mail.text.contains("evil") && !mail.html.contains("evil"));
        assert!(mail.text.contains("http://barometer.test/sign-in/"));
    }

    async fn secrets_stay_out_of_logs_and_of_the_outbox(w: World) {
        let logs = logs();
        staff(&w);
        let campaign = w.open(&w.campaign("2026-Q1", &["it", "hr"]));
        w.send_mail().await;
        let link = link_in(&w.mail_to(&person_id("prod", 1)));
        let other = link_in(&w.mail_to(&person_id("prod", 2)));
        let comment = format!("canari-{}", sortable(w.app.clock.now()));
        let mut one = w.visitor().await;
        one.answers(&link, &["it"], &[&[("q_overall", "4"), ("q_keep", &comment)]]).await.ok();
        let mut ada = w.visitor().await;
        ada.post_open_fields("/sign-in", &[("email", "ada@example.org")]).await.ok();
        w.send_mail().await;
        let mail = w.mail_to(&"ada".into());
        let entry = mail.text.split_whitespace().find_map(|word| word.strip_prefix("http://barometer.test/sign-in/")).unwrap().to_owned();
        let waiting = w.lines("SELECT id || occasion || coalesce(reference, '') || message_id || coalesce(fault, '') AS line FROM outbox");
        ada.post_open(&format!("/sign-in/{entry}")).await.location();
        let session = ada.cookies["session"].clone();
        // The doors: a key that is right, one in an address, what a provider of accounts sends back with somebody.
        let key = w.key(&[Scope::Results]);
        w.visitor().await.send(w.asks("/campaigns", &key)).await.ok();
        w.visitor().await.send(w.asks(&format!("/campaigns?token={key}"), &key)).await;
        w.visitor().await.send(w.asks("/campaigns", &format!("{key}x"))).await;
        let directory = w.key(&[Scope::People]);
        for path in ["/Users", "/Users?filter=userName%20eq%20%22prod_1@example.org%22", "/Users?token="] {
            let path = if path.ends_with('=') { format!("{path}{directory}") } else { path.to_owned() };
            let request = TestRequest::get().uri(&format!("/scim/v2{path}"));
            w.visitor().await.send(request.insert_header(("authorization", format!("Bearer {directory}")))).await;
        }
        let code = format!("code-{}", sortable(w.app.clock.now()));
        w.visitor().await.get(&format!("/sign-in/account/return?code={code}&state={code}&error={code}")).await;
        w.move_to("2026-01-06T08:00:00Z");
        w.tick();
        // A fault in the middle of an answer is logged, without the answer.
        w.write(|conn| {
            barometer::on_each!(conn, c => diesel::sql_query("DROP TABLE drafts").execute(c))?;
            Ok(())
        });
        let reply = w.visitor().await.post(&format!("{other}/1"), &[("q_keep", comment.as_str())]).await;
        assert_eq!(reply.status, StatusCode::INTERNAL_SERVER_ERROR);
        surrounded(&reply, "500");
        let reply = ada.get("/no%2Fsuch").await;
        assert_eq!(reply.status, StatusCode::NOT_FOUND);
        let text = String::from_utf8_lossy(&logs.lock().unwrap_or_else(PoisonError::into_inner)).into_owned();
        assert!(text.contains("a request failed"), "the fault was logged");
        let tokens =
            [link.trim_start_matches("/r/"), other.trim_start_matches("/r/"), &entry, &session, &comment, &key, &code, &directory];
        let names = ["link", "link", "sign-in link", "session", "comment", "key", "code", "key"];
        for (secret, what) in tokens.into_iter().zip(names) {
            assert!(!text.contains(secret), "a {what} in the logs");
            assert!(waiting.iter().all(|row| !row.contains(secret)), "a {what} in the outbox");
        }
        for trace in ["/r/", "/f/", "/sign-in/", "@example.org", "127.0.0.1"] {
            let line = text.lines().find(|line| line.contains(trace));
            assert!(line.is_none(), "a path of a link or an address in the logs: {line:?}");
        }
        let again = w.again(&campaign);
        assert_eq!(again.code, "2026-Q1");
    }
}

/// What the program logs, at its finest; shared by all tests of this process.
fn logs() -> Arc<Mutex<Vec<u8>>> {
    static LOGS: OnceLock<Arc<Mutex<Vec<u8>>>> = OnceLock::new();
    #[derive(Clone)]
    struct Sink(Arc<Mutex<Vec<u8>>>);
    impl Write for Sink {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            self.0.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
            Ok(bytes.len())
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    LOGS.get_or_init(|| {
        let logs = Arc::new(Mutex::new(Vec::new()));
        let sink = Sink(logs.clone());
        tracing_subscriber::fmt()
            .with_env_filter("warn,barometer=trace")
            .with_ansi(false)
            .with_writer(move || sink.clone())
            .try_init()
            .expect("no other collector in this process");
        logs
    })
    .clone()
}
