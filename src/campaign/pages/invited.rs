//! Who was invited and whether the mail left, searched and paged; and those whose mail did not arrive. Nothing here
//! knows whether a link was used: the pages are the same to the letter for people who answered and for others.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::id;
use crate::app::App;
use crate::campaign::{Campaign, State, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, PersonId};
use crate::error::{Error, Result};
use crate::mail::outbox::{self, Fate, HELD};
use crate::organisation::Person;
use crate::organisation::fold;
use crate::render::Page;
use crate::web::{self, Answer, Hr};

#[cfg(debug_assertions)]
mod samples;

const PER_PAGE: usize = 50;

/// Somebody invited, as a list shows them.
#[derive(Debug, Clone, Serialize)]
pub struct Line {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub group: String,
    /// What became of the mail: `sent`, `waiting`, `failed`, `stopped`, `held`; `withdrawn` and `away` go before.
    pub mail: &'static str,
    /// The server's words, for a mail that failed.
    pub said: Option<String>,
    pub since: Option<Day>,
}

/// What became of somebody's invitation, as far as HR may know: a mail that was dropped when its turn came is not told
/// from one that left.
pub fn mail_word(person: &Person, eligible: bool, fate: Option<&Fate>, today: Day) -> &'static str {
    use outbox::State as Mail;
    match fate {
        _ if !eligible => "withdrawn",
        _ if !person.is_asked_on(today) => "away",
        None => "waiting",
        Some(fate) => match fate.state {
            Mail::Queued | Mail::Leased | Mail::Sending => "waiting",
            Mail::Unknown if fate.said.as_deref() == Some(HELD) => "held",
            Mail::Sent | Mail::Unknown | Mail::Dropped => "sent",
            Mail::Failed => "failed",
            Mail::Stopped => "stopped",
        },
    }
}

/// The lines of a campaign's list, by name: all, or only those whose mail did not arrive.
pub fn lines(conn: &mut Conn, app: &App, campaign: &CampaignId, unreached: bool) -> Result<Vec<Line>> {
    let groups: BTreeMap<GroupCode, String> =
        store::client_groups(conn, campaign)?.into_iter().map(|group| (group.code, group.name)).collect();
    let only = unreached.then_some(outbox::State::Failed);
    let fates: BTreeMap<PersonId, Fate> =
        outbox::fates(conn, campaign, only)?.into_iter().map(|fate| (fate.person.clone(), fate)).collect();
    if unreached && fates.is_empty() {
        return Ok(Vec::new());
    }
    let mut list = Vec::new();
    for (invitation, person) in store::invited(conn, campaign)? {
        let fate = fates.get(&person.id);
        let mail = mail_word(&person, invitation.eligible, fate, app.today());
        if unreached && mail != "failed" {
            continue;
        }
        let fate = fate.filter(|_| mail == "failed");
        list.push(Line {
            group: groups.get(&invitation.client_group).cloned().unwrap_or_default(),
            id: person.id,
            name: person.name,
            email: person.email,
            mail,
            said: fate.and_then(|fate| fate.said.clone()),
            since: fate.map(|fate| fate.at.day_in(&app.config.time_zone)),
        });
    }
    Ok(list)
}

#[derive(Debug, Clone, Serialize)]
pub struct InvitedPage {
    id: CampaignId,
    code: String,
    /// Only those whose mail did not arrive.
    unreached: bool,
    open: bool,
    lines: Vec<Line>,
    found: usize,
    all: usize,
    search: String,
    page: usize,
    pages: usize,
}

impl Page for InvitedPage {
    const TEMPLATE: &'static str = "campaign/invited.html";
}

pub async fn show(req: HttpRequest, who: Hr) -> Answer {
    list(req, who, false).await
}

pub async fn unreached(req: HttpRequest, who: Hr) -> Answer {
    list(req, who, true).await
}

/// The campaign of a path, once it has opened: before, nobody is invited.
pub fn opened(conn: &mut Conn, id: &CampaignId) -> Result<Campaign> {
    let campaign = store::campaign(conn, id)?;
    if campaign.is_in_preparation() { Err(Error::NotFound) } else { Ok(campaign) }
}

async fn list(req: HttpRequest, Hr(who): Hr, unreached: bool) -> Answer {
    let app = web::app(&req)?;
    let id = id(&req)?;
    let search = web::typed::clean_line(&web::query(&req, "search").unwrap_or_default());
    let asked = web::query(&req, "page").and_then(|page| page.parse().ok()).unwrap_or(1_usize);
    let inside = app.clone();
    let view = app
        .db
        .read(move |conn| {
            let campaign = opened(conn, &id)?;
            let mut lines = lines(conn, &inside, &id, unreached)?;
            // As people look names up: the databases would put É after Z.
            lines.sort_by_cached_key(|line| fold(&line.name));
            let (all, wanted) = (lines.len(), fold(&search));
            let fits = |line: &Line| fold(&format!("{}\n{}", line.name, line.email)).contains(&wanted);
            let found: Vec<Line> = lines.into_iter().filter(fits).collect();
            let (count, pages) = (found.len(), found.len().div_ceil(PER_PAGE).max(1));
            let page = asked.clamp(1, pages);
            Ok(InvitedPage {
                id,
                code: campaign.code,
                unreached,
                open: campaign.state == State::Open,
                lines: found.into_iter().skip((page - 1) * PER_PAGE).take(PER_PAGE).collect(),
                found: count,
                all,
                search,
                page,
                pages,
            })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}
