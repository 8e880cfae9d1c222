//! GET /results/{supplier}/{campaign}/comments: what was released, for the supplier's head, HR and direction, from the
//! campaign's threshold of responses on. Shuffled; no day, no score, no group. Refuses readers, and says nothing of what
//! was not released but that it is being read.

use actix_web::HttpRequest;
use serde::Serialize;

use crate::aggregation::store as publications;
use crate::campaign::{Campaign, store as campaigns};
use crate::comments::pages::queue::question_texts;
use crate::comments::themes::{UNCLASSIFIED, counts};
use crate::comments::{Theme, store};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result};
use crate::organisation::store as organisation;
use crate::render::Page;
use crate::web::{self, Answer, CommentReaderOf};

#[cfg(debug_assertions)]
mod samples;

const PER_PAGE: usize = 50;
/// More than anybody reads of one service in one wave.
const MOST: i64 = 10_000;

/// The part of the quarter's page about comments.
#[derive(Debug, Clone, Serialize)]
pub struct Comments {
    counts: Vec<(&'static str, Option<usize>)>,
    waiting: bool,
}

impl Comments {
    /// None where too few answered for comments to be shown.
    pub fn of(conn: &mut Conn, campaign: &Campaign, supplier: &SupplierCode) -> Result<Option<Self>> {
        if !publications::opens_comments(conn, campaign, supplier)? {
            return Ok(None);
        }
        let themes = store::released_themes(conn, &campaign.id, supplier)?;
        let counts = if themes.is_empty() { Vec::new() } else { counts(themes.iter().map(Vec::as_slice)) };
        Ok(Some(Self { counts, waiting: store::is_waiting(conn, &campaign.id, supplier)? }))
    }
}

#[derive(Debug, Clone, Serialize)]
pub struct CommentsPage {
    supplier: String,
    code: SupplierCode,
    wave: String,
    /// Enough people answered.
    open: bool,
    waiting: bool,
    theme: Option<&'static str>,
    /// What may be chosen: the themes, then the unclassified.
    choices: Vec<&'static str>,
    texts: Vec<Text>,
    page: usize,
    pages: usize,
}

#[derive(Debug, Clone, Serialize)]
struct Text {
    question: String,
    text: String,
    themes: Vec<Theme>,
}

impl Page for CommentsPage {
    const TEMPLATE: &'static str = "results/comments.html";
}

fn choices() -> Vec<&'static str> {
    Theme::ALL.iter().map(|theme| theme.as_str()).chain([UNCLASSIFIED]).collect()
}

pub async fn show(req: HttpRequest, CommentReaderOf { who, supplier }: CommentReaderOf) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let asked = web::query(&req, "theme").unwrap_or_default();
    let theme = choices().into_iter().find(|choice| *choice == asked);
    let page = web::query(&req, "page").and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let language = who.language;
    let view = app
        .db
        .read(move |conn| {
            let known = campaigns::published_of(conn, &supplier)?;
            let (campaign, _) = known.into_iter().find(|(wave, _)| wave.code == code).ok_or(Error::NotFound)?;
            let open = publications::opens_comments(conn, &campaign, &supplier)?;
            let questions = question_texts(conn, &campaign.id, &supplier, language)?;
            let rows = if open { store::released(conn, &campaign.id, &supplier, "", MOST)? } else { Vec::new() };
            let chosen: Vec<store::Released> = rows.into_iter().filter(|row| fits(row, theme)).collect();
            let pages = chosen.len().div_ceil(PER_PAGE).max(1);
            let page = page.clamp(1, pages);
            let texts = chosen.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).map(|row| Text {
                question: questions.get(&row.question).cloned().unwrap_or_default(),
                text: row.text,
                themes: row.themes,
            });
            Ok(CommentsPage {
                supplier: organisation::supplier(conn, &supplier)?.name(language).to_owned(),
                wave: campaign.code,
                open,
                waiting: open && store::is_waiting(conn, &campaign.id, &supplier)?,
                theme,
                choices: choices(),
                texts: texts.collect(),
                page,
                pages,
                code: supplier,
            })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}

fn fits(row: &store::Released, theme: Option<&str>) -> bool {
    match theme {
        None => true,
        Some(UNCLASSIFIED) => row.themes.is_empty(),
        Some(theme) => row.themes.iter().any(|own| own.as_str() == theme),
    }
}
