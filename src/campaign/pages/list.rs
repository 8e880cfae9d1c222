//! The list of campaigns, latest first, each with its next step.

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::rates::{Rate, total_rate};
use crate::campaign::{State, participation, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::Result;
use crate::render::Page;
use crate::web::{self, Answer, Hr};

#[derive(Serialize)]
pub struct Line {
    id: CampaignId,
    code: String,
    state: State,
    opens_on: Day,
    closes_on: Day,
    suppliers: usize,
    /// Its last count, where it may be shown.
    rate: Option<Rate>,
    /// People were asked here: a count that is not shown is hidden, not missing.
    counted: bool,
    /// The latest that opened: the next one is prepared from it.
    copies: bool,
}

#[derive(Serialize)]
pub struct ListPage {
    lines: Vec<Line>,
}

impl Page for ListPage {
    const TEMPLATE: &'static str = "campaign/list.html";
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let line = |code: &str, state, rate| Line {
            id: "0c".into(),
            code: code.to_owned(),
            state,
            opens_on: day("2026-03-02"),
            closes_on: day("2026-03-18"),
            suppliers: 6,
            rate,
            counted: !matches!(state, State::Draft | State::Scheduled) && code != "pilote",
            copies: code == "2026-Q2",
        };
        let rate = Rate { sendings: 62, share: 0.57 };
        let lines = vec![
            line("2026-Q4", State::Draft, None),
            line("2026-Q3", State::Scheduled, None),
            line("2026-Q2", State::Open, Some(rate)),
            line("2026-Q1", State::Open, None),
            line("2025-Q4", State::Closed, None),
            line("pilote", State::Published, None),
        ];
        vec![Self { lines }, Self { lines: Vec::new() }]
    }
}

fn view(conn: &mut Conn, zone: &TimeZone) -> Result<ListPage> {
    let mut lines = Vec::new();
    for campaign in store::campaigns(conn)? {
        let rate = total_rate(&participation::latest(conn, &campaign.id)?);
        let opened = campaign.opened_at.is_some();
        let copies = opened && !lines.iter().any(|line: &Line| line.copies);
        lines.push(Line {
            suppliers: store::campaign_suppliers(conn, &campaign.id)?.len(),
            opens_on: campaign.first_day(zone),
            closes_on: campaign.last_day(zone),
            counted: opened && !campaign.imported,
            id: campaign.id,
            code: campaign.code,
            state: campaign.state,
            rate,
            copies,
        });
    }
    Ok(ListPage { lines })
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let zone = app.config.time_zone.clone();
    let view = app.db.read(move |conn| view(conn, &zone)).await?;
    web::page(&req, &app, &who, &view).await
}
