//! The slips of an open campaign, to be printed, folded and drawn from a box: one for each person without an address,
//! by client group, without names and in an order that is no list's. Printed again they are the same. Who has answered
//! is not shown, nor left out.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use serde::Serialize;

use super::{id, path};
use crate::app::{App, Settings, audit};
use crate::campaign::codes::Code;
use crate::campaign::{Campaign, Slip, State, store};
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::{Error, Result, Say};
use crate::render::{Language, Page, figures, qr, words};
use crate::web::{self, Answer, Hr, redirect};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct Paper {
    code: String,
    /// The drawing of the link; the same address is typed with the code.
    qr: String,
}

/// What all slips of a group say, in their language.
#[derive(Debug, Clone, Serialize)]
struct Text {
    title: String,
    purpose: String,
    address: String,
    typing: String,
    promise: Vec<String>,
    keep: String,
    other: Language,
    other_language: String,
}

#[derive(Debug, Clone, Serialize)]
struct Pile {
    group: String,
    language: Language,
    /// What to do with the box, in the slips' language.
    fold: String,
    text: Text,
    papers: Vec<Paper>,
}

#[derive(Debug, Clone, Serialize)]
pub struct CodesPage {
    path: String,
    code: String,
    n: usize,
    piles: Vec<Pile>,
}

impl Page for CodesPage {
    const TEMPLATE: &'static str = "campaign/codes.html";
}

impl Text {
    fn of(campaign: &Campaign, settings: &Settings, address: String, language: Language) -> Self {
        let (organisation, languages) = (settings.organisation.as_str(), &settings.languages);
        let say = |say: Say| words::say(language, &say);
        let other = languages.iter().copied().find(|other| *other != language).unwrap_or(Language::En);
        let mut promise = vec![say(Say::new("slip-promise").with("n", campaign.threshold))];
        promise.extend(campaign.file_promise().map(say));
        Self {
            title: match organisation {
                "" => say(Say::new("slip-title")),
                name => say(Say::new("slip-title-of").with("organisation", name)),
            },
            purpose: say(Say::new("slip-purpose").with("day", figures::day(language, campaign.closes_on))),
            typing: say(Say::new("slip-type")),
            promise,
            keep: say(Say::new("slip-keep")),
            other,
            other_language: words::say(other, &Say::new("slip-also").with("address", &address)),
            address,
        }
    }
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, inside) = (id(&req)?, app.clone());
    let back = path(&id);
    let by = who.person.clone();
    let read = app
        .db
        .write(move |conn| {
            let campaign = store::campaign(conn, &id)?;
            if campaign.state != State::Open {
                return Err(Error::invalid("campaign-fault-not-open"));
            }
            let page = view(conn, &inside, &campaign)?;
            audit(conn, &inside.clock, Some(&by), "codes-shown", &format!("{} {}", campaign.code, page.n))?;
            Ok(page)
        })
        .await;
    match read {
        Ok(page) => web::page(&req, &app, &who, &page).await,
        Err(Error::Invalid(_)) => redirect(&back),
        Err(fault) => Err(fault),
    }
}

fn view(conn: &mut Conn, app: &App, campaign: &Campaign) -> Result<CodesPage> {
    let settings = Settings::load(conn)?;
    let mut slips = store::slips(conn, &campaign.id)?;
    slips.sort_by_key(|slip| app.link_key.draw("printing", slip.id.as_str()));
    let n = slips.len();
    let mut by_group: BTreeMap<GroupCode, Vec<Slip>> = BTreeMap::new();
    for slip in slips {
        by_group.entry(slip.client_group.clone()).or_default().push(slip);
    }
    let mut piles = Vec::new();
    for group in store::client_groups(conn, &campaign.id)? {
        let Some(slips) = by_group.remove(&group.code) else { continue };
        let language = slips.first().map_or(Language::Fr, |slip| slip.language);
        piles.push(Pile {
            group: group.name,
            language,
            fold: words::say(language, &Say::new("slip-fold")),
            text: Text::of(campaign, &settings, app.link("/code"), language),
            papers: slips.iter().map(|slip| paper(app, slip)).collect::<Result<_>>()?,
        });
    }
    Ok(CodesPage { path: path(&campaign.id), code: campaign.code.clone(), n, piles })
}

fn paper(app: &App, slip: &Slip) -> Result<Paper> {
    let link = app.link(&format!("/r/{}", slip.token(&app.link_key)));
    Ok(Paper { code: Code::of(&app.link_key, &slip.id).to_string(), qr: qr::drawing(&link)? })
}
