//! Which unit counts in which group: proposed by headcount and expected participation, adjusted by HR, kept from
//! quarter to quarter; with the effect on what can be compared, before saving and after.

mod effect;
mod ground;
mod typed;

use actix_web::HttpRequest;
use serde::Serialize;

use self::effect::Effect;
pub use self::effect::ShownGroups;
use self::ground::{Ground, GroupLine};
use self::typed::Typed;
use super::{Setback, id, path, refuse, turn_away};
use crate::app::audit;
use crate::campaign::check::good_size;
use crate::campaign::groups::Proposal;
use crate::campaign::participation::{self};
use crate::campaign::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::render::{Language, Page};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Seen, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

#[derive(Debug, Clone, Serialize)]
struct UnitLine {
    code: UnitCode,
    name: String,
    /// How deep in the tree, as marks before the name: the policy allows no inline style.
    marks: String,
    people: u32,
    /// The group's code, `+` for a new one, or nothing.
    group: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct GroupsPage {
    seen: Seen,
    id: CampaignId,
    code: String,
    groups: Vec<GroupLine>,
    units: Vec<UnitLine>,
    new_name: String,
    /// Participation to expect, as typed.
    rate: String,
    rate_wrong: bool,
    /// The campaign the usual rate comes from, and that rate.
    rate_from: Option<String>,
    usual: u32,
    /// The headcount a proposed group should reach.
    size: u32,
    /// The campaign whose groups can be taken up.
    earlier: Option<String>,
    least: i32,
    threshold: i32,
    /// The page shows more than what is saved: units came since.
    unsaved: bool,
    /// The effect is that of a form not saved.
    preview: bool,
    effect: Option<Effect>,
    faults: Vec<Say>,
}

impl Page for GroupsPage {
    const TEMPLATE: &'static str = "campaign/groups.html";
}

/// Saves groups for every unit the campaign serves: what HR did stays, missing units are added; how many were.
pub fn complete(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<usize> {
    let ground = Ground::load(conn, campaign, today)?;
    let groups = ground.standing();
    let known = |unit| ground.saved.iter().any(|group| group.units.contains(unit));
    let added = groups.iter().flat_map(|group| &group.units).filter(|unit| !known(unit)).count();
    store::set_groups(conn, &campaign.id, &groups)?;
    Ok(added)
}

/// The page with what was typed; `effect` and `faults` say what became of it.
fn view(ground: &Ground, typed: Typed, effect: Option<Effect>, faults: Vec<Say>) -> GroupsPage {
    let percent = typed.percent(ground.expected.percent);
    let rate_wrong = percent.is_err();
    let percent = percent.unwrap_or(ground.expected.percent);
    let campaign = &ground.campaign;
    let units: Vec<UnitLine> = ground
        .tree
        .in_order()
        .into_iter()
        .filter_map(|(depth, unit)| Some((depth, unit, *ground.heads.get(&unit.code)?)))
        .map(|(depth, unit, people)| UnitLine {
            code: unit.code.clone(),
            name: unit.name.clone(),
            marks: "— ".repeat(depth),
            people,
            group: typed.places.get(&unit.code).cloned().unwrap_or_default(),
        })
        .collect();
    let placed = |code: &GroupCode, name: &str| Proposal {
        code: code.clone(),
        name: name.to_owned(),
        units: units.iter().filter(|unit| unit.group == code.0).map(|unit| unit.code.clone()).collect(),
    };
    let placed: Vec<Proposal> = typed.names.iter().map(|(code, name)| placed(code, name)).collect();
    let known = |unit: &UnitLine| ground.saved.iter().any(|group| group.units.contains(&unit.code));
    GroupsPage {
        // That of the page the form was made from; a page made anew is of today.
        seen: typed.seen.map_or_else(|| ground.seen.clone(), |seen| Seen::kept(Some(seen))),
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        groups: typed.names.into_iter().map(|(code, name)| ground.line(code, name, &placed, percent)).collect(),
        unsaved: faults.is_empty() && !units.iter().all(known),
        units,
        new_name: typed.new_name,
        rate: typed.rate.unwrap_or_else(|| percent.to_string()),
        rate_wrong,
        rate_from: ground.expected.from.clone(),
        usual: ground.expected.percent,
        size: good_size(campaign, percent),
        earlier: ground.earlier.as_ref().map(|(code, _)| code.clone()),
        least: participation::SMALLEST_GROUP,
        threshold: campaign.threshold,
        preview: false,
        effect,
        faults,
    }
}

/// The page of the groups as they stand.
fn standing(
    conn: &mut Conn,
    campaign: &Campaign,
    today: Day,
    shown: ShownGroups,
    language: Language,
) -> Result<GroupsPage> {
    let ground = Ground::load(conn, campaign, today)?;
    let groups = ground.standing();
    let effect = effect::of(conn, &ground, &groups, shown, language)?;
    Ok(view(&ground, Typed::from_groups(&groups), effect, Vec::new()))
}

pub async fn show(req: HttpRequest, who: Who, shown: ShownGroups) -> Answer {
    let app = web::app(&req)?;
    let (id, today, language) = (id(&req)?, app.today(), who.language);
    let of = id.clone();
    let view = app
        .db
        .read(move |conn| {
            let campaign = store::quarter(conn, &of)?;
            if !campaign.is_in_preparation() {
                return Ok(None);
            }
            standing(conn, &campaign, today, shown, language).map(Some)
        })
        .await?;
    match view {
        Some(view) => web::page(&req, &app, &who, &view).await,
        None => turn_away(&req, &app, &who, id, Setback::frozen()).await,
    }
}

/// The form again as it is, with the effect it would have; saves nothing. With `merge`, that group's units go to the
/// group nearest to it first.
pub async fn effect(req: HttpRequest, who: Who, form: Fields, shown: ShownGroups) -> Answer {
    let app = web::app(&req)?;
    let (id, mut typed, today, language) = (id(&req)?, Typed::of(&form)?, app.today(), who.language);
    let merge = form.optional("merge")?.map(GroupCode);
    let of = id.clone();
    let page = app
        .db
        .read(move |conn| {
            let campaign = store::quarter(conn, &of)?;
            if !campaign.is_in_preparation() {
                return Ok(None);
            }
            let ground = Ground::load(conn, &campaign, today)?;
            if let Some(code) = merge {
                typed.merge(&ground, &code)?;
            }
            let mut faults: Vec<Say> = typed.percent(ground.expected.percent).err().into_iter().collect();
            let groups = typed.read(&ground).map_err(|wrong| faults.extend(wrong)).unwrap_or_default();
            if !faults.is_empty() {
                return Ok(Some(view(&ground, typed, None, faults)));
            }
            let effect = effect::of(conn, &ground, &groups, shown, language)?;
            Ok(Some(GroupsPage { preview: true, unsaved: false, ..view(&ground, typed, effect, faults) }))
        })
        .await?;
    match page {
        Some(page) if page.preview => web::page(&req, &app, &who, &page).await,
        Some(page) => web::refused(&req, &app, &who, &page).await,
        None => turn_away(&req, &app, &who, id, Setback::frozen()).await,
    }
}

pub async fn save(req: HttpRequest, who: Who, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, typed, today) = (id(&req)?, Typed::of(&form)?, app.today());
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let wrong = app
        .db
        .write(move |conn| {
            let campaign = store::hold_quarter(conn, &of)?;
            let ground = Ground::load(conn, &campaign, today)?;
            let stale = ground.seen.differs(typed.seen.as_deref());
            let groups = match typed.read(&ground) {
                Ok(groups) => groups,
                Err(faults) => return Ok(Some(view(&ground, typed, None, faults))),
            };
            if let Some(seen) = stale {
                return Ok(Some(GroupsPage { seen, ..view(&ground, typed, None, Vec::new()) }));
            }
            store::set_groups(conn, &of, &groups)?;
            audit(conn, &clock, Some(&by), "campaign-groups", &format!("{} {}", campaign.code, groups.len()))?;
            Ok(None)
        })
        .await;
    settle(&req, &app, &who, id, wrong, "flash-campaign-groups").await
}

/// Throws the groups of this campaign away: those of the campaign before take their place (`from` is empty or
/// `earlier`), or a proposal by headcount and by the participation typed (`from` is `size`).
pub async fn propose(req: HttpRequest, who: Who, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, typed, today) = (id(&req)?, Typed::of(&form)?, app.today());
    let anew = clean_line(&form.text("from")?) == "size";
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let wrong = app
        .db
        .write(move |conn| {
            let campaign = store::hold_quarter(conn, &of)?;
            let ground = Ground::load(conn, &campaign, today)?;
            let percent = match typed.percent(ground.expected.percent) {
                Ok(percent) => percent,
                Err(fault) => return Ok(Some(view(&ground, typed.or_standing(&ground), None, vec![fault]))),
            };
            if let Some(seen) = ground.seen.differs(typed.seen.as_deref()) {
                return Ok(Some(GroupsPage { seen, ..view(&ground, typed.or_standing(&ground), None, Vec::new()) }));
            }
            let groups = ground.proposed(percent, anew);
            store::set_groups(conn, &of, &groups)?;
            let detail = format!("{} {} {percent}%", campaign.code, groups.len());
            audit(conn, &clock, Some(&by), "campaign-groups", &detail)?;
            Ok(None)
        })
        .await;
    settle(&req, &app, &who, id, wrong, "flash-campaign-proposed").await
}

async fn settle(
    req: &HttpRequest,
    app: &crate::app::App,
    who: &Who,
    id: CampaignId,
    outcome: Result<Option<GroupsPage>>,
    done: &'static str,
) -> Answer {
    match outcome {
        Ok(None) => redirect_saying(&format!("{}/groups", path(&id)), &Say::new(done)),
        Ok(Some(page)) => web::refused(req, app, who, &page).await,
        Err(Error::Invalid(fault)) => refuse(req, app, who, id, "groups", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
