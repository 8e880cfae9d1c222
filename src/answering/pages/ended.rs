//! What a link shows when it takes no answers.

use actix_web::HttpRequest;
use actix_web::http::StatusCode;
use serde::Serialize;

use super::visit::Door;
use crate::campaign::State;
use crate::clock::Day;
use crate::render::Page;
use crate::web::{self, Answer};

#[cfg(debug_assertions)]
mod samples;

/// What a link shows when it takes no answers: recorded, closed, not open yet, or taken out of the count.
#[derive(Debug, Clone, Serialize)]
pub struct Ended {
    what: &'static str,
    closes_on: Day,
    hr_contact: String,
    /// The link is a slip's: no mail will come.
    paper: bool,
    /// Asked between two quarters: the link itself leads to the result.
    occasion: bool,
    /// Published, and told on that day.
    results_on: Option<Day>,
}

impl Page for Ended {
    const TEMPLATE: &'static str = "answering/ended.html";
    const EVERY_LANGUAGE: bool = true;
}

pub fn ended(req: &HttpRequest, door: Door) -> Answer {
    ended_until(req, door, None)
}

/// As [`ended`], for a wave whose results are told on `results_on`.
pub fn ended_until(req: &HttpRequest, door: Door, results_on: Option<Day>) -> Answer {
    let (what, visit) = match door {
        Door::Recorded(visit) => ("recorded", visit),
        Door::Closed(visit) | Door::Open(visit) => {
            let early = matches!(visit.found.campaign.state, State::Draft | State::Scheduled);
            let withdrawn = visit.found.campaign.state == State::Open && !visit.found.invitation.eligible;
            let what = if early { "early" } else { "closed" };
            (if withdrawn { "withdrawn" } else { what }, visit)
        }
    };
    let hr_contact = visit.found.settings.hr_contact.clone();
    let occasion = !visit.found.campaign.kind.is_quarter();
    let paper = visit.found.invitation.is_on_paper();
    // Closed by hand, it ended before the day that was announced.
    let closes_on = visit.found.campaign.last_day(&web::app(req)?.config.time_zone);
    visit.page(req, &Ended { what, closes_on, hr_contact, paper, occasion, results_on }, StatusCode::OK)
}
