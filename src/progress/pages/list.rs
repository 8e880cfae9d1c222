//! GET /actions: the plan as a board by status, or as a list by due date, late first; filtered, searched, paged.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{FigureLine, Names};
use crate::clock::Day;
use crate::db::Conn;
use crate::error::Result;
use crate::organisation;
use crate::progress::store::owners;
use crate::progress::store::{self, Scope};
use crate::progress::{Action, Status, Verdict};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Staff, Who};

#[cfg(debug_assertions)]
mod samples;

/// A column longer than this sends to the list.
const COLUMN: usize = 12;
const ROWS: usize = 25;
/// In the place of a status: what should be done by now.
const LATE: &str = "late";

#[derive(Debug, Clone, Serialize)]
pub struct Card {
    href: String,
    reference: String,
    title: String,
    supplier: String,
    owner: String,
    /// Who had it no longer works here, and it remains to be done.
    owner_left: bool,
    unit: String,
    status: Status,
    due_on: Day,
    done_on: Option<Day>,
    late: bool,
    to_check: bool,
    /// Whose decision is awaited, while something remains to be done.
    awaits: String,
    figure: Option<FigureLine>,
    verdict: Option<Verdict>,
}

#[derive(Debug, Clone, Serialize)]
pub struct Column {
    status: Status,
    count: usize,
    cards: Vec<Card>,
    more: usize,
}

#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    code: String,
    name: String,
    in_sentence: String,
    /// May the reader add actions here?
    headed: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct Heading {
    total: usize,
    late: usize,
    effective: usize,
    suppliers: Vec<Choice>,
    headed: usize,
    supplier: String,
    status: String,
    q: String,
    sort: String,
    sorts: &'static [Sort],
    filtered: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct BoardPage {
    heading: Heading,
    columns: Vec<Column>,
    query: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct ListPage {
    heading: Heading,
    statuses: &'static [Status],
    rows: Vec<Card>,
    query: String,
    page: usize,
    pages: usize,
}

impl Page for BoardPage {
    const TEMPLATE: &'static str = "progress/board.html";
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "progress/list.html";
}

/// Columns in the order of an action's life; empty ones are left out. Late cards come first.
fn columns(cards: &[Card], most: usize) -> Vec<Column> {
    Status::ALL
        .iter()
        .filter_map(|status| {
            let mut own: Vec<Card> = cards.iter().filter(|card| card.status == *status).cloned().collect();
            if matches!(status, Status::Verified | Status::Abandoned) {
                own.reverse();
            }
            let count = own.len();
            own.truncate(most);
            (count > 0).then(|| Column { status: *status, count, more: count - own.len(), cards: own })
        })
        .collect()
}

#[derive(Debug, Clone)]
struct Asked {
    supplier: String,
    status: String,
    q: String,
    sort: String,
}

crate::words!(
    /// In which order the list stands; the board is by due date.
    Sort { Due = "due", Service = "service", Owner = "owner" }
);

impl Asked {
    fn of(req: &HttpRequest) -> Self {
        let text = |name: &str| web::typed::clean_line(&web::query(req, name).unwrap_or_default());
        Self {
            supplier: text("supplier"),
            status: text("status"),
            q: text("q").chars().take(100).collect(),
            sort: text("sort"),
        }
    }

    fn wants(&self, card: &Card, action: &Action) -> bool {
        let words = self.q.to_lowercase();
        let text = format!("{} {} {} {}", card.reference, card.title, card.owner, action.finding).to_lowercase();
        (self.supplier.is_empty() || action.supplier.0 == self.supplier)
            && (self.status.is_empty() || action.status.as_str() == self.status || (self.status == LATE && card.late))
            && words.split_whitespace().all(|word| text.contains(word))
    }

    fn query(&self) -> String {
        let pairs = [("supplier", &self.supplier), ("status", &self.status), ("q", &self.q), ("sort", &self.sort)];
        let given: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(given).unwrap_or_default()
    }
}

/// GET /actions
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let as_list = web::query(&req, "view").as_deref() == Some("list");
    let mut asked = Asked::of(&req);
    if !as_list && asked.status != LATE {
        asked.status = String::new();
    }
    let (today, reader, wanted) = (app.today(), who.clone(), asked.clone());
    let (heading, mut cards) = app.db.read(move |conn| plan(conn, &reader, &wanted, today)).await?;
    match Sort::parse(&asked.sort).filter(|_| as_list) {
        None | Some(Sort::Due) => {}
        Some(Sort::Service) => cards.sort_by_cached_key(|card| organisation::fold(&card.supplier)),
        Some(Sort::Owner) => cards.sort_by_cached_key(|card| organisation::fold(&card.owner)),
    }
    let query = asked.query();
    if !as_list {
        return web::page(&req, &app, &who, &BoardPage { heading, columns: columns(&cards, COLUMN), query }).await;
    }
    let pages = cards.len().div_ceil(ROWS).max(1);
    let page = web::query(&req, "page").and_then(|text| text.parse().ok()).unwrap_or(1usize).clamp(1, pages);
    let rows = cards.into_iter().skip((page - 1) * ROWS).take(ROWS).collect();
    web::page(&req, &app, &who, &ListPage { heading, statuses: Status::ALL, rows, query, page, pages }).await
}

fn plan(conn: &mut Conn, who: &Who, asked: &Asked, today: Day) -> Result<(Heading, Vec<Card>)> {
    let scope =
        if who.reads_all() { Scope::All } else { Scope::Of { suppliers: who.headed(), person: who.person.clone() } };
    let mut actions = store::actions(conn, &scope)?;
    // Late first, then what is to be done, then what is over; by due date within each.
    actions.sort_by_key(|action| (!action.is_late(today), !action.status.is_pending()));
    let names = Names::load(conn, who, &actions)?;
    let owners = owners(conn, &actions)?;
    let mut suppliers = organisation::store::suppliers(conn)?;
    suppliers.retain(|s| who.heads(&s.code) || actions.iter().any(|action| action.supplier == s.code));
    let several = suppliers.len() > 1;
    let card = |action: &Action| {
        let owner = owners.iter().find(|owner| owner.id == action.owner);
        let supplier = suppliers.iter().find(|s| several && s.code == action.supplier);
        Card {
            href: format!("/actions/{}", action.id),
            reference: action.reference(),
            title: action.title.clone(),
            supplier: supplier.map(|s| s.name(who.language).to_owned()).unwrap_or_default(),
            owner: owner.map(|owner| owner.name.clone()).unwrap_or_default(),
            owner_left: action.status.is_pending() && owner.is_some_and(|owner| !owner.works_on(today)),
            unit: owner.map(|owner| owner.unit.clone()).unwrap_or_default(),
            status: action.status,
            due_on: action.due_on,
            done_on: action.done_on,
            late: action.is_late(today),
            to_check: action.is_to_check(today),
            awaits: if action.status.is_pending() { action.awaits.clone() } else { String::new() },
            figure: names.line(action, who.language),
            verdict: action.verdict,
        }
    };
    let cards: Vec<Card> = actions
        .iter()
        .map(|action| (card(action), action))
        .filter(|(c, a)| asked.wants(c, a))
        .map(|(c, _)| c)
        .collect();
    Ok((heading(&cards, &suppliers, who, asked), cards))
}

fn heading(cards: &[Card], suppliers: &[organisation::Supplier], who: &Who, asked: &Asked) -> Heading {
    let language: Language = who.language;
    let suppliers: Vec<Choice> = suppliers
        .iter()
        .map(|s| Choice {
            code: s.code.0.clone(),
            name: s.name(language).to_owned(),
            in_sentence: s.in_sentence(language).to_owned(),
            headed: who.heads(&s.code),
        })
        .collect();
    Heading {
        total: cards.len(),
        late: cards.iter().filter(|card| card.late).count(),
        effective: cards.iter().filter(|card| card.verdict == Some(Verdict::Effective)).count(),
        headed: suppliers.iter().filter(|choice| choice.headed).count(),
        suppliers,
        supplier: asked.supplier.clone(),
        status: asked.status.clone(),
        q: asked.q.clone(),
        sort: asked.sort.clone(),
        sorts: Sort::ALL,
        filtered: [&asked.supplier, &asked.status, &asked.q].iter().any(|wanted| !wanted.is_empty()),
    }
}
