//! GET, POST /charte/edit/survey: whether people agree with each line of the draft charter, asked of client groups.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use serde::Serialize;

use super::ready;
use crate::app::{App, Settings, audit};
use crate::campaign::occasion::prepare::{self, Wish};
use crate::campaign::occasion::{ChosenBy, store as occasions};
use crate::campaign::{Campaign, Kind as CampaignKind, State, store as campaigns};
use crate::catalogue::store::charter;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::Kind;
use crate::render::{Language, Page, Texts};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Hr, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// How long it takes answers where nothing else is said.
const USUAL_DAYS: i64 = 7;

#[derive(Debug, Clone, Serialize)]
struct Group {
    code: GroupCode,
    name: String,
    ticked: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct SurveyPage {
    version: i32,
    lines: Vec<Texts>,
    suppliers: Vec<(SupplierCode, String)>,
    supplier: String,
    groups: Vec<Group>,
    quarter: Option<String>,
    opens_on: String,
    closes_on: String,
    faults: Faults,
}

impl Page for SurveyPage {
    const TEMPLATE: &'static str = "occasions/charter.html";
}

fn view(conn: &mut Conn, app: &App, language: Language) -> Result<SurveyPage> {
    let draft = charter::draft(conn)?.ok_or(Error::NotFound)?;
    let lines: Vec<Texts> = charter::lines(conn, draft.version)?.into_iter().map(|line| line.texts).collect();
    let suppliers = organisation::suppliers(conn)?.into_iter().filter(|one| one.active);
    let suppliers: Vec<_> = suppliers.map(|one| (one.code.clone(), one.name(language).to_owned())).collect();
    let groups = prepare::groups(conn)?;
    let tomorrow = app.today().plus_days(1);
    Ok(SurveyPage {
        version: draft.version,
        lines,
        // The personnel department carries it where there is one of that name.
        supplier: suppliers
            .iter()
            .find(|(code, _)| code.as_str() == "hr")
            .map(|(code, _)| code.to_string())
            .unwrap_or_default(),
        suppliers,
        groups: groups.into_iter().map(|one| Group { code: one.code, name: one.name, ticked: true }).collect(),
        quarter: prepare::latest_quarter(conn)?.map(|quarter| quarter.code),
        opens_on: tomorrow.to_string(),
        closes_on: tomorrow.plus_days(USUAL_DAYS).to_string(),
        faults: Faults::default(),
    })
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (inside, language) = (app.clone(), who.language);
    let page = app.db.read(move |conn| view(conn, &inside, language)).await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (inside, by) = (app.clone(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let mut page = view(conn, &inside, by.language)?;
            let Some(wish) = wish(conn, &mut page, &form)? else { return Ok(Err(page)) };
            let id = prepare::make(conn, &inside.link_key, &wish, inside.clock.now())?;
            let code = campaigns::campaign(conn, &id)?.code;
            let groups: Vec<&str> = wish.groups.iter().map(GroupCode::as_str).collect();
            let detail = format!("{code} {} by hr: {}", wish.supplier, groups.join(" "));
            audit(conn, &inside.clock, Some(&by.person), "occasion-saved", &detail)?;
            Ok(Ok(id))
        })
        .await?;
    match outcome {
        Ok(id) => redirect_saying(&format!("/campaigns/{id}"), &Say::new("flash-occasion-saved")),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}

fn wish(conn: &mut Conn, page: &mut SurveyPage, form: &Fields) -> Result<Option<Wish>> {
    let line = |name: &str| -> Result<String> { Ok(clean_line(&form.text(name)?).chars().take(60).collect()) };
    (page.supplier, page.opens_on, page.closes_on) = (line("supplier")?, line("opens_on")?, line("closes_on")?);
    let wanted: BTreeSet<GroupCode> = form.all("group").into_iter().map(GroupCode).collect();
    for group in &mut page.groups {
        group.ticked = wanted.contains(&group.code);
    }
    let mut day = |name: &str, text: &str| {
        let day = Day::parse(text);
        if day.is_none() {
            page.faults.add(name, Say::new("campaign-fault-day"));
        }
        day
    };
    let (opens_on, closes_on) = (day("opens_on", &page.opens_on), day("closes_on", &page.closes_on));
    if !page.suppliers.iter().any(|(code, _)| code.as_str() == page.supplier) {
        page.faults.add("supplier", Say::new("occasion-fault-supplier"));
    }
    if !page.groups.iter().any(|group| group.ticked) {
        page.faults.add("groups", Say::new("occasion-fault-groups"));
    }
    if page.lines.is_empty() {
        page.faults.add("seen", Say::new("charter-nothing"));
    }
    if under_way(conn, page.version)?.is_some() {
        page.faults.add("seen", Say::new("occasion-fault-charter-again"));
    }
    let (Some(opens_on), Some(closes_on)) = (opens_on, closes_on) else { return Ok(None) };
    let languages = Settings::load(conn)?.languages;
    let asks: Vec<(Kind, Texts)> = page.lines.iter().map(|line| (Kind::Agreement, line.clone())).collect();
    let ready = ready::of("charter").cloned().unwrap_or_default();
    let draft = Campaign {
        kind: CampaignKind::Charter,
        closes_on,
        ..Campaign::draft(CampaignId(String::new()), "charter".to_owned(), opens_on)
    };
    for fault in draft.faults() {
        page.faults.add("closes_on", fault);
    }
    Ok(page.faults.is_empty().then_some(Wish {
        kind: CampaignKind::Charter,
        supplier: SupplierCode(page.supplier.clone()),
        opens_on,
        closes_on,
        reminder: None,
        words: ready.words.in_order(&languages),
        questions: ready::questions(&asks, &ready.text, &languages)?,
        groups: wanted,
        people: BTreeSet::new(),
        chosen_by: ChosenBy::Hr,
        event: None,
        training: None,
        follows: None,
        charter: Some(page.version),
    }))
}

/// The consultation of this version that is prepared or takes answers.
pub fn under_way(conn: &mut Conn, version: i32) -> Result<Option<CampaignId>> {
    let over = |state: State| matches!(state, State::Closed | State::Published);
    let mut all = occasions::all(conn)?.into_iter();
    let found = all.find(|(campaign, one)| one.charter == Some(version) && !over(campaign.state));
    Ok(found.map(|(campaign, _)| campaign.id))
}
