//! What a load balancer asks.

use actix_web::http::StatusCode;
use barometer::app::Settings;
use barometer::jobs;

use crate::world::World;

async fn ready(w: &World) -> (StatusCode, serde_json::Value) {
    let reply = w.visitor().await.get("/health/ready").await;
    (reply.status, serde_json::from_str(&reply.text()).expect("JSON"))
}

on_both! {
    async fn a_process_says_whether_it_can_serve(w: World) {
        let reply = w.visitor().await.get("/health/live").await.ok();
        assert_eq!(reply.text(), "alive\n");
        let (status, told) = ready(&w).await;
        assert_eq!(status, StatusCode::OK);
        assert_eq!(told, serde_json::json!({"status": "ready", "database": "ok", "key": "ok", "worker": "none"}));
        let now = w.app.clock.now();
        w.write(move |conn| jobs::store::beat(conn, "one", now));
        assert_eq!(ready(&w).await.1["worker"], "ok");
        // Another key than the database was used with: its links would lead nowhere.
        w.write(|conn| Settings::save(conn, "link_key_mark", "another"));
        let (status, told) = ready(&w).await;
        assert_eq!((status, &told["status"], &told["key"]), (StatusCode::SERVICE_UNAVAILABLE, &"unavailable".into(), &"another".into()));
        // The database fails: the process is alive all the same.
        w.write(|conn| {
            barometer::on_each!(conn, c => diesel::RunQueryDsl::execute(diesel::sql_query("DROP TABLE settings"), c))?;
            Ok(())
        });
        let (status, told) = ready(&w).await;
        assert_eq!((status, &told["database"]), (StatusCode::SERVICE_UNAVAILABLE, &"away".into()));
        w.visitor().await.get("/health/live").await.ok();
    }
}
