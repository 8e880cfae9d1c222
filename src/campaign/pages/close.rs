//! A campaign that takes no more answers: being published, or published, with the ways to what it brought.

use serde::Serialize;

use super::{Setback, services};
use crate::app::App;
use crate::campaign::Campaign;
use crate::campaign::mailing::Sending;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Result, Say};
use crate::mail::Kind;
use crate::mail::store::Course;
use crate::render::{Language, Page};

#[derive(Debug, Clone, Serialize)]
pub struct ClosePage {
    id: CampaignId,
    code: String,
    published: bool,
    closed_on: Option<Day>,
    published_on: Option<Day>,
    fingerprint: Option<String>,
    services: Vec<String>,
    threshold: i32,
    /// The way of the results mails, while there are any to send.
    mails: Option<Sending>,
    fault: Option<Say>,
}

impl Page for ClosePage {
    const TEMPLATE: &'static str = "campaign/close.html";
    fn samples() -> Vec<Self> {
        let published = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            published: true,
            closed_on: Day::parse("2026-03-18"),
            published_on: Day::parse("2026-03-19"),
            fingerprint: Some("3f9a".repeat(16)),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            threshold: 5,
            mails: Sending::samples().pop(),
            fault: None,
        };
        let waiting = Self {
            mails: None,
            published: false,
            published_on: None,
            fingerprint: None,
            closed_on: None,
            ..published.clone()
        };
        let fault = Some(Say::new("campaign-fault-frozen"));
        let refused = Self { fault, fingerprint: None, published_on: None, ..published.clone() };
        vec![published, waiting, refused]
    }
}

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    fingerprint: Option<String>,
    setback: Setback,
) -> Result<ClosePage> {
    let zone = &app.config.time_zone;
    let mails = Sending::of(conn, app, &campaign.id, Kind::Results)?;
    Ok(ClosePage {
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        published: campaign.is_published(),
        closed_on: campaign.closed_at.map(|at| at.day_in(zone)),
        published_on: campaign.published_at.map(|at| at.day_in(zone)),
        fingerprint,
        services: services(conn, &campaign.id, language)?,
        threshold: campaign.threshold,
        mails: Some(mails).filter(|mails| mails.all > 0 || mails.course != Course::Running),
        fault: setback.fault,
    })
}
