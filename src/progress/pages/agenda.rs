//! GET /actions/plan.ics: the due days of what is under way, as a file for one's own calendar: reference, day and where
//! to look, never what it is about.

use actix_web::HttpRequest;

use crate::progress::store::{self, Scope};
use crate::web::agenda::{self, Entry};
use crate::web::{self, Answer, Staff};

pub async fn take(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let scope =
        if who.reads_all() { Scope::All } else { Scope::Of { suppliers: who.headed(), person: who.person.clone() } };
    let actions = app.db.read(move |conn| store::actions(conn, &scope)).await?;
    let pending = actions.iter().filter(|action| action.status.is_pending());
    let entries: Vec<Entry> = pending
        .map(|action| Entry {
            id: action.id.0.clone(),
            day: action.due_on,
            summary: action.reference(),
            description: String::new(),
            link: app.link(&format!("/actions/{}", action.id)),
        })
        .collect();
    agenda::answer("plan.ics", &entries, app.clock.now())
}
