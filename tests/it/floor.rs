//! The floor: headers, errors, limits.

on_both! {
    async fn an_unknown_page_says_so(w: World) {
        let reply = w.visitor().await.get("/nowhere").await;
        assert_eq!(reply.status, 404);
        assert!(reply.main().contains("Page introuvable"), "{}", reply.main());
        assert!(reply.headers.get("content-security-policy").is_some());
    }
}

on_both! {
    async fn a_write_that_fails_undoes_itself_and_no_other(w: World) {
        use barometer::db::schema::settings;
        use diesel::prelude::*;
        fn put(conn: &mut barometer::db::Conn, names: &[&str]) -> barometer::error::Result<()> {
            let rows: Vec<_> = names.iter().map(|n| (settings::name.eq(*n), settings::value.eq("x"))).collect();
            barometer::on_each!(conn, c => diesel::insert_into(settings::table).values(&rows).execute(c))?;
            Ok(())
        }
        let write = |number: usize| {
            w.app.db.write(move |conn| match number % 4 {
                0 => put(conn, &[&format!("a{number}"), &format!("b{number}")]),
                1 => {
                    put(conn, &[&format!("a{number}")])?;
                    put(conn, &["twice", "twice"])
                }
                2 => {
                    put(conn, &[&format!("a{number}")])?;
                    panic!("a fault in the work")
                }
                _ => barometer::db::transaction(conn, |conn| {
                    put(conn, &[&format!("a{number}")])?;
                    panic!("a fault inside a transaction of its own")
                }),
            })
        };
        let outcomes = futures_util::future::join_all((0..40).map(write)).await;
        for (number, outcome) in outcomes.iter().enumerate() {
            assert_eq!(outcome.is_ok(), number % 4 == 0, "{number}: {outcome:?}");
        }
        assert_eq!(w.count("settings"), 20, "ten pairs, and nothing of the thirty others");
    }
}
