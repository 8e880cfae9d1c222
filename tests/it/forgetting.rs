//! What a database remembers of rows by itself: nothing of what is to be forgotten, and the audit looks there.

use barometer::db::{Db, forgetting};
use barometer::privacy_audit::{self, Weight};
use barometer::render::Language;
use diesel::connection::SimpleConnection;

use crate::world::verbs::{about, person_id};
use crate::world::{Backend, OwnServer, World};

const OPEN: [&str; 5] = ["answered", "drafts", "invitations", "open_comments", "open_responses"];

fn run(w: &World, sql: &str) {
    let sql = sql.to_owned();
    w.app
        .db
        .exclusive_now(move |conn| Ok(barometer::on_each!(conn, c => c.batch_execute(&sql))?))
        .unwrap_or_else(|fault| panic!("{fault}"));
}

fn remembered(w: &World) -> Vec<String> {
    w.read(forgetting::remembered).into_iter().map(|one| format!("{}.{}", one.table, one.column)).collect()
}

/// Forty people answer, with comments; eight do not.
fn answered(w: &World) -> barometer::campaign::Campaign {
    w.organisation(&[("prod", 48)]);
    w.supplier("it");
    let campaign = w.open(&w.campaign("2026-Q1", &["it"]));
    for number in 1..=40 {
        let mut draft = about("it", &[("overall", i32::try_from(number % 5 + 1).unwrap()), ("reception_1", 3)]);
        draft.sheets.get_mut(&"it".into()).unwrap().texts.insert("keep".to_owned(), format!("secret {number:02}"));
        w.store_answers(&campaign, &person_id("prod", number), draft);
    }
    campaign
}

fn verdict(w: &World) -> (u8, String) {
    let report = privacy_audit::look(&w.app);
    (report.exit_code(), report.to_text(Language::En))
}

on_both! {
    async fn statistics_that_somebody_had_made_are_found_and_cleared(w: World) {
        let campaign = answered(&w);
        assert!(remembered(&w).is_empty(), "{:?}", remembered(&w));
        if w.backend == Backend::Postgres {
            // Tables as older versions left them: sampled like any other.
            for table in OPEN {
                let columns = w.lines(&format!("SELECT attname::text AS line FROM pg_attribute WHERE attrelid = '{table}'::regclass AND attnum > 0"));
                for column in columns {
                    run(&w, &format!("ALTER TABLE {table} ALTER COLUMN {column} SET STATISTICS -1"));
                }
            }
        }
        run(&w, "ANALYZE");
        if w.backend == Backend::Postgres {
            let sampled = w.lines("SELECT coalesce(most_common_vals::text, histogram_bounds::text, '') AS line FROM pg_stats WHERE tablename = 'answered' AND attname = 'invitation'");
            assert_eq!(sampled.len(), 1, "the attack: the invitations of those who answered stand in it");
        }
        assert!(remembered(&w).len() >= OPEN.len() - 1, "{:?}", remembered(&w));
        let (code, text) = verdict(&w);
        assert!(code == 1 && text.contains("open_responses"), "{text}");
        // A start of the program clears them, and nothing is sampled again.
        drop(Db::open(&w.app.config.database).unwrap());
        assert!(remembered(&w).is_empty(), "{:?}", remembered(&w));
        if w.backend == Backend::Postgres {
            run(&w, "ANALYZE");
            assert!(remembered(&w).is_empty(), "{:?}", remembered(&w));
            // What somebody else made of several columns, or of an expression, is named, with what to do.
            run(&w, "ALTER TABLE open_responses ALTER campaign SET STATISTICS 9, ALTER supplier SET STATISTICS 9; \
                 CREATE STATISTICS together ON campaign, supplier FROM open_responses; \
                 CREATE INDEX folded ON open_comments (lower(body)); ANALYZE");
            let (code, text) = verdict(&w);
            assert!(code == 1 && text.contains("open_responses (together)") && text.contains("open_comments"), "{text}");
            run(&w, "DROP STATISTICS together; DROP INDEX folded");
        }
        run(&w, "ANALYZE");
        w.close(&campaign);
        assert!(remembered(&w).is_empty(), "closing clears what was made meanwhile: {:?}", remembered(&w));
        let (code, text) = verdict(&w);
        assert_eq!(code, 0, "{text}");
        assert_eq!(privacy_audit::look(&w.app).count(Weight::Found), 0);
    }
}

/// As every server has it: autovacuum samples tables by itself, here each second.
#[actix_web::test]
async fn a_server_that_samples_by_itself_keeps_nothing_of_who_answered() {
    let server = OwnServer::start(
        "autovacuum=on\nautovacuum_naptime=1s\nautovacuum_analyze_threshold=1\nautovacuum_analyze_scale_factor=0",
    );
    let w = World::in_database(Backend::Postgres, server.database("sampled", ""));
    run(&w, "CREATE TABLE witness (note text); INSERT INTO witness SELECT 'note ' || n FROM generate_series(1, 200) n");
    let campaign = answered(&w);
    let looked_at = |tables: &str| {
        let sql = format!(
            "SELECT relname::text AS line FROM pg_stat_user_tables WHERE relname IN ({tables}) AND last_autoanalyze IS NULL"
        );
        let begun = std::time::Instant::now();
        while !w.lines(&sql).is_empty() {
            assert!(begun.elapsed().as_secs() < 90, "autovacuum never came to {:?}", w.lines(&sql));
            std::thread::sleep(std::time::Duration::from_millis(200));
        }
    };
    looked_at("'witness', 'answered', 'open_responses', 'open_comments', 'invitations'");
    assert_eq!(
        w.lines("SELECT attname::text AS line FROM pg_stats WHERE tablename = 'witness'"),
        ["note"],
        "others are sampled"
    );
    assert!(remembered(&w).is_empty(), "{:?}", remembered(&w));
    w.close(&campaign);
    looked_at("'responses', 'comments'");
    let kept = w.lines(
        "SELECT tablename || '.' || attname AS line FROM pg_stats WHERE schemaname = 'public' \
         AND (most_common_vals::text || coalesce(histogram_bounds::text, '')) LIKE '%secret%'",
    );
    assert!(kept.is_empty(), "{kept:?}");
    let people = w.lines("SELECT id AS line FROM invitations");
    let all = w.lines("SELECT coalesce(most_common_vals::text, '') || coalesce(histogram_bounds::text, '') AS line FROM pg_stats WHERE schemaname = 'public'").join(" ");
    assert_eq!(people.iter().filter(|id| all.contains(id.as_str())).count(), 0);
    let (code, text) = verdict(&w);
    assert_eq!(code, 0, "{text}");
}
