//! GET /comments: the suppliers whose comments this person moderates, with what waits in each wave.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::comments::store;
use crate::db::ids::SupplierCode;
use crate::error::Error;
use crate::render::Page;
use crate::web::{self, Answer, Role, Staff};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    suppliers: Vec<Line>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    code: SupplierCode,
    name: String,
    waves: Vec<Wave>,
}

#[derive(Debug, Clone, Serialize)]
struct Wave {
    code: String,
    held: i64,
    decided: i64,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "comments/list.html";
}

pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    if !who.has(Role::Moderator) {
        return Err(Error::Forbidden);
    }
    let app = web::app(&req)?;
    let reader = who.clone();
    let page = app
        .db
        .read(move |conn| {
            let mut suppliers = Vec::new();
            for supplier in store::moderated_by(conn, &reader)? {
                let waves = store::waves(conn, &supplier.code)?;
                suppliers.push(Line {
                    name: supplier.name(reader.language).to_owned(),
                    waves: waves.into_iter().map(|w| Wave { code: w.code, held: w.held, decided: w.decided }).collect(),
                    code: supplier.code,
                });
            }
            Ok(ListPage { suppliers })
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}
