//! The floor: headers, errors, limits.

on_both! {
    async fn an_unknown_page_says_so(w: World) {
        let reply = w.visitor().await.get("/nowhere").await;
        assert_eq!(reply.status, 404);
        assert!(reply.main().contains("Page introuvable"), "{}", reply.main());
        assert!(reply.headers.get("content-security-policy").is_some());
    }
}
