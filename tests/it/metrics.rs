//! What a supervisor reads: requests by route, mails, tasks; of those who answer one line.

use std::sync::Arc;

use barometer::config::Config;
use barometer::doors::metrics::{Watch, text};
use barometer::jobs;

use crate::world::verbs::person_id;

on_both! {
    async fn requests_of_those_who_answer_are_one_line(w: World) {
        let mut w = w;
        w.app.config = Arc::new(Config { metrics: Some("127.0.0.1:0".to_owned()), ..(*w.app.config).clone() });
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        let open = w.open(&w.campaign("2026-Q1", &["it"]));
        let link = w.link(&open, &person_id("prod", 1));
        let mut visitor = w.visitor().await;
        visitor.get(&link).await.ok();
        visitor.post(&link, &[("service", "it")]).await.location();
        visitor.get("/r/short").await;
        visitor.get("/code").await.ok();
        visitor.get("/nothing/of/ours").await;
        visitor.send(actix_web::test::TestRequest::with_uri("/code").method("BREW".parse().unwrap())).await;
        let mut head = w.signed_in(&"head_it".into()).await;
        head.get("/results/it").await;
        head.get("/actions").await.ok();
        visitor.get("/actions").await.location();
        let told = text(&w.app, &Watch::default()).await.expect("metrics");
        let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("barometer_http_requests_total")).collect();
        assert!(lines.contains(&"barometer_http_requests_total{route=\"respondent\",method=\"any\",status=\"under 500\"} 6"), "{told}");
        assert!(lines.contains(&"barometer_http_requests_total{route=\"/actions\",method=\"GET\",status=\"200\"} 1"), "{told}");
        assert!(lines.contains(&"barometer_http_requests_total{route=\"/results/{supplier}\",method=\"GET\",status=\"303\"} 1"), "{told}");
        assert!(lines.contains(&"barometer_http_requests_total{route=\"/actions\",method=\"GET\",status=\"303\"} 1"), "{told}");
        assert_eq!(lines.len(), 4, "{told}");
        assert!(!told.contains(link.trim_start_matches("/r/")) && !told.contains("BREW") && !told.contains("short"));
        assert!(told.ends_with("# EOF\n"));
    }

    async fn mails_tasks_and_the_database_are_told(w: World) {
        w.organisation(&[("prod", 14)]);
        w.supplier("it");
        w.open(&w.campaign("2026-Q1", &["it"]));
        let now = w.app.clock.now();
        w.write(move |conn| jobs::store::beat(conn, "one", now));
        jobs::run_due(&w.app, barometer::schedule::TASKS).expect("tasks");
        let has = |told: &str, line: &str| assert!(told.lines().any(|one| one == line), "{line}: {told}");
        let told = text(&w.app, &Watch::default()).await.expect("metrics");
        has(&told, "barometer_database_up 1");
        has(&told, "barometer_workers 1");
        has(&told, "barometer_mail_oldest_due_seconds 0");
        has(&told, "barometer_task_failed{task=\"retention\"} 0");
        has(&told, "barometer_task_last_run_timestamp_seconds{task=\"retention\"} 1767600000");
        has(&told, "barometer_task_overdue{task=\"retention\"} 0");
        // Half a day later nobody has sent a mail nor run a task.
        w.move_to("2026-01-05T20:00:00Z");
        let watch = Watch::default();
        let told = text(&w.app, &watch).await.expect("metrics");
        has(&told, "barometer_mail_oldest_due_seconds 43200");
        has(&told, "barometer_workers 0");
        has(&told, "barometer_task_overdue{task=\"retention\"} 1");
        // Whoever asks each second is told what was found a moment ago; a database that is away is told, too.
        w.write(|conn| {
            barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query("DROP TABLE tasks"), c))?;
            Ok(())
        });
        has(&text(&w.app, &watch).await.expect("metrics"), "barometer_database_up 1");
        has(&text(&w.app, &Watch::default()).await.expect("metrics"), "barometer_database_up 0");
    }
}
