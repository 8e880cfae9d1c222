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
use crate::progress::{Action, Effect, Status, Verdict};
use crate::render::{Language, Page};
use crate::web::{self, Answer, Staff, Who};

/// A column longer than this sends to the list.
const COLUMN: usize = 12;
const ROWS: usize = 25;

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

fn sample_card(status: Status, figure: Option<FigureLine>) -> Card {
    Card {
        href: "/actions/0example".to_owned(),
        reference: "IT-12".to_owned(),
        title: "Accusé de réception automatique".to_owned(),
        supplier: "Informatique".to_owned(),
        owner: "Yannick Bourdeloup".to_owned(),
        owner_left: status == Status::Accepted,
        unit: "Support".to_owned(),
        status,
        due_on: sample_day(),
        done_on: Day::parse("2026-03-20").filter(|_| !status.is_pending()),
        late: status == Status::InProgress,
        figure,
        verdict: (status == Status::Verified).then_some(Verdict::Effective),
    }
}

fn sample_cards() -> Vec<Card> {
    let mut cards: Vec<Card> =
        Status::ALL.iter().map(|status| sample_card(*status, Some(FigureLine::sample(None)))).collect();
    cards.extend(Effect::ALL.iter().map(|effect| sample_card(Status::Done, Some(FigureLine::sample(Some(*effect))))));
    cards.push(sample_card(Status::Done, Some(FigureLine::bare_sample(None, true))));
    cards.push(sample_card(Status::Verified, Some(FigureLine::bare_sample(Some(Effect::TooFew), false))));
    cards.push(sample_card(Status::Proposed, None));
    cards
}

fn sample_heading(headed: usize, total: usize, filtered: bool) -> Heading {
    let choice = |code: &str, name: &str, article: &str, headed| Choice {
        code: code.to_owned(),
        name: name.to_owned(),
        in_sentence: article.to_owned(),
        headed,
    };
    Heading {
        total,
        late: total.min(1),
        effective: total.min(1),
        suppliers: vec![
            choice("it", "Informatique", "l'Informatique", headed > 0),
            choice("hr", "Ressources humaines", "les Ressources humaines", headed > 1),
        ],
        headed,
        supplier: if filtered { "it".to_owned() } else { String::new() },
        status: if filtered { "done".to_owned() } else { String::new() },
        q: if filtered { "accusé".to_owned() } else { String::new() },
        filtered,
    }
}

impl Page for BoardPage {
    const TEMPLATE: &'static str = "progress/board.html";
    fn samples() -> Vec<Self> {
        let board = |headed, filtered, cards: Vec<Card>| Self {
            heading: sample_heading(headed, cards.len(), filtered),
            columns: columns(&cards, 2),
            query: "supplier=it".to_owned(),
        };
        vec![
            board(1, false, sample_cards()),
            board(2, true, sample_cards()),
            board(1, false, Vec::new()),
            board(0, false, Vec::new()),
            board(0, true, Vec::new()),
        ]
    }
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "progress/list.html";
    fn samples() -> Vec<Self> {
        let list = |headed, filtered, rows: Vec<Card>, page| Self {
            heading: sample_heading(headed, rows.len(), filtered),
            statuses: Status::ALL,
            rows,
            query: "supplier=it".to_owned(),
            page,
            pages: 3,
        };
        vec![list(1, false, sample_cards(), 1), list(2, true, sample_cards(), 2), list(0, true, Vec::new(), 3)]
    }
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
}

impl Asked {
    fn of(req: &HttpRequest) -> Self {
        let text = |name: &str| web::form::clean_line(&web::query(req, name).unwrap_or_default());
        Self { supplier: text("supplier"), status: text("status"), q: text("q").chars().take(100).collect() }
    }

    fn wants(&self, card: &Card, action: &Action) -> bool {
        let words = self.q.to_lowercase();
        let text = format!("{} {} {} {}", card.reference, card.title, card.owner, action.finding).to_lowercase();
        (self.supplier.is_empty() || action.supplier.0 == self.supplier)
            && (self.status.is_empty() || action.status.as_str() == self.status)
            && words.split_whitespace().all(|word| text.contains(word))
    }

    fn query(&self) -> String {
        let pairs = [("supplier", &self.supplier), ("status", &self.status), ("q", &self.q)];
        let given: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(given).unwrap_or_default()
    }
}

/// GET /actions
pub async fn show(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let as_list = web::query(&req, "view").as_deref() == Some("list");
    let mut asked = Asked::of(&req);
    if !as_list {
        asked.status = String::new();
    }
    let (today, reader, wanted) = (app.today(), who.clone(), asked.clone());
    let (heading, cards) = app.db.read(move |conn| plan(conn, &reader, &wanted, today)).await?;
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
    let names = Names::load(conn, &actions)?;
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
        filtered: !asked.query().is_empty(),
    }
}

fn sample_day() -> Day {
    Day::from_jiff(jiff::civil::date(2026, 3, 31))
}
