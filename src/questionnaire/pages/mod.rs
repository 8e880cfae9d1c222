//! The pages on which heads make their questionnaire, and HR helps: the list, the editor, own questions, the preview
//! and the comparison of versions.

pub mod comparison;
pub mod condition;
pub mod editor;
pub mod felt;
pub mod own;
pub mod preview;
mod promises;

use actix_web::HttpRequest;
use serde::Serialize;

pub use comparison::{ComparisonPage, compare, download, mark, unmark};
pub use editor::{EditorPage, change, copy, create, discard, edit};
pub use own::{OwnPage, add, ask, correct, save};
pub use preview::{PreviewPage, preview};

use super::view::condition_words;
use super::{MOST_CLOSED, MOST_TEXTS, Question, State, edit::counts, store};
use crate::app::{Settings, audit};
use crate::error::{Error, Say};
use crate::organisation;
use crate::render::{Language, Page};
use crate::web::{self, Answer, Fields, Hr, Role, Staff, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// One supplier in the list.
#[derive(Serialize)]
pub struct ListRow {
    supplier: String,
    name: String,
    version: Option<i32>,
    state: Option<State>,
    closed: usize,
    texts: usize,
    missing: usize,
}

#[derive(Serialize)]
pub struct ListPage {
    rows: Vec<ListRow>,
    /// HR may begin the questionnaires of so many services at once.
    without: usize,
    most_closed: usize,
    most_texts: usize,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "questionnaire/list.html";
}

/// How many questions lack one of the organisation's `languages`.
fn missing(list: &[Question], languages: &[Language]) -> usize {
    list.iter().filter(|question| languages.iter().any(|language| !question.speaks(*language))).count()
}

pub async fn list(req: HttpRequest, Staff(who): Staff) -> Answer {
    let all = who.has(Role::Hr);
    if !all && !who.has(Role::Head) {
        return Err(Error::Forbidden);
    }
    let app = web::app(&req)?;
    let (headed, language) = (who.headed(), who.language);
    let rows = app
        .db
        .read(move |conn| {
            let mut rows = Vec::new();
            let languages = Settings::load(conn)?.languages;
            for supplier in organisation::store::suppliers(conn)? {
                if !supplier.active || !(all || headed.contains(&supplier.code)) {
                    continue;
                }
                let latest = store::latest(conn, &supplier.code)?;
                let list = match &latest {
                    Some(version) => store::questions(conn, &version.id)?,
                    None => Vec::new(),
                };
                let (closed, texts) = counts(&list);
                rows.push(ListRow {
                    name: supplier.name(language).to_owned(),
                    supplier: supplier.code.0,
                    version: latest.as_ref().map(|version| version.version),
                    state: latest.map(|version| version.state),
                    closed,
                    texts,
                    missing: missing(&list, &languages),
                });
            }
            Ok(rows)
        })
        .await?;
    let without = if all { rows.iter().filter(|row| row.version.is_none()).count() } else { 0 };
    web::page(&req, &app, &who, &ListPage { rows, without, most_closed: MOST_CLOSED, most_texts: MOST_TEXTS }).await
}

/// Begins the questionnaire of every service that has none: the common questions and one open question.
pub async fn create_all(req: HttpRequest, Hr(who): Hr, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let clock = app.clock.clone();
    let made = app
        .db
        .write(move |conn| {
            let mut made = 0;
            for supplier in organisation::store::suppliers(conn)?.into_iter().filter(|supplier| supplier.active) {
                if store::latest(conn, &supplier.code)?.is_none() {
                    store::create_from_core(conn, &supplier.code, clock.now())?;
                    made += 1;
                }
            }
            if made > 0 {
                audit(conn, &clock, Some(&who.person), "questionnaires-begun", &made.to_string())?;
            }
            Ok(made)
        })
        .await?;
    redirect_saying("/questionnaires", &Say::new("flash-questionnaires-begun").with("n", made))
}

/// A field of a form and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldFault {
    field: String,
    say: Say,
}
