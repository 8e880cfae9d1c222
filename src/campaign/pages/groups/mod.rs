//! Which unit counts in which group: proposed by headcount and expected participation, adjusted by HR, kept from
//! quarter to quarter; with the effect on what can be compared, before saving and after.

mod effect;
mod typed;

use actix_web::HttpRequest;
use serde::Serialize;

use self::effect::Effect;
pub use self::effect::ShownGroups;
use self::typed::Typed;
use super::{Setback, id, path, refuse, turn_away, unsaved};
use crate::app::audit;
use crate::campaign::check::{self, Headcount, good_size};
use crate::campaign::groups::{self, Proposal, carry_over, neighbour};
use crate::campaign::participation::{self, Expected};
use crate::campaign::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::{Tree, store as organisation};
use crate::render::{Language, Page};
use crate::web::form::clean_line;
use crate::web::{self, Answer, Fields, Seen, Who, redirect_saying};

#[derive(Debug, Clone, Serialize)]
struct GroupLine {
    code: GroupCode,
    name: String,
    people: u32,
    /// Answers to expect of it.
    answers: u32,
    /// Under ten people, or too few answers expected.
    small: bool,
    /// The group it would best be put together with, when it is small.
    near: Option<String>,
}

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
    fn samples() -> Vec<Self> {
        let group = |code: &str, people, answers, near: Option<&str>| GroupLine {
            code: code.into(),
            name: "Production".into(),
            people,
            answers,
            small: people < 10,
            near: near.map(ToOwned::to_owned),
        };
        let unit = |code: &str, marks: &str, group: &str| UnitLine {
            code: code.into(),
            name: "Qualité".to_owned(),
            marks: marks.to_owned(),
            people: 11,
            group: group.to_owned(),
        };
        let page = Self {
            seen: Seen::sample(false),
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            groups: vec![
                group("prod", 46, 28, None),
                group("buy", 8, 5, Some("Production")),
                group("lab", 3, 2, None),
                group("hr", 0, 0, None),
            ],
            units: vec![unit("prod", "", "prod"), unit("qual", "— ", "+"), unit("buy", "— ", "")],
            new_name: String::new(),
            rate: "60".to_owned(),
            rate_wrong: false,
            rate_from: Some("2025-Q4".to_owned()),
            usual: 60,
            size: 17,
            earlier: Some("2025-Q4".to_owned()),
            least: 10,
            threshold: 5,
            unsaved: true,
            preview: false,
            effect: Some(effect_sample()),
            faults: Vec::new(),
        };
        let same = Effect { lines: Vec::new(), lost: Vec::new(), ..effect_sample() };
        let kept = Self { effect: Some(same.clone()), seen: Seen::sample(true), unsaved: false, ..page.clone() };
        let preview = Self { effect: Some(same), preview: true, unsaved: false, ..page.clone() };
        let first = Self { effect: None, preview: true, earlier: None, rate_from: None, ..page.clone() };
        let wrong = Self {
            faults: vec![Say::new("campaign-fault-groups")],
            rate_wrong: true,
            unsaved: false,
            effect: None,
            ..page.clone()
        };
        let empty = Self { groups: Vec::new(), units: Vec::new(), unsaved: false, ..page.clone() };
        vec![page, kept, preview, first, wrong, empty]
    }
}

fn effect_sample() -> Effect {
    let line = |fate, units: &[&str], published| effect::Line {
        name: "Production".to_owned(),
        fate,
        added: units.iter().map(|unit| (*unit).to_owned()).collect(),
        left: units.iter().map(|unit| (*unit).to_owned()).collect(),
        published,
    };
    let trend = |since: Option<&str>, holds, common| effect::Trend {
        suppliers: vec!["Informatique".to_owned(), "Achats".to_owned()],
        since: since.map(ToOwned::to_owned),
        holds,
        common,
    };
    Effect {
        code: "2025-Q4".to_owned(),
        kept: vec!["Logistique".to_owned(), "Finances".to_owned()],
        lines: vec![line("changed", &["Labo"], true), line("gone", &[], true), line("new", &[], false)],
        lost: vec!["Production".to_owned()],
        trends: vec![trend(Some("2025-Q4"), true, 92), trend(Some("2025-Q4"), false, 71), trend(None, false, 0)],
    }
}

/// What groups are made from, read once.
struct Ground {
    campaign: Campaign,
    tree: Tree,
    heads: Headcount,
    saved: Vec<Proposal>,
    /// The mark of what is saved.
    seen: Seen,
    earlier: Option<(String, Vec<Proposal>)>,
    expected: Expected,
}

impl Ground {
    fn load(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Self> {
        let saved = store::groups(conn, &campaign.id)?;
        let groups = saved.iter().map(|group| (&group.code, &group.name, &group.units)).collect::<Vec<_>>();
        Ok(Self {
            seen: Seen::of(&groups)?,
            tree: organisation::tree(conn)?,
            heads: check::headcount(conn, campaign, today)?,
            saved,
            earlier: check::earlier_groups(conn, campaign)?,
            expected: participation::expected(conn, campaign)?,
            campaign: campaign.clone(),
        })
    }

    /// Where the groups stand: what is saved, with the units that came since put where they would go.
    fn standing(&self) -> Vec<Proposal> {
        if self.saved.is_empty() {
            return self.proposed(self.expected.percent, false);
        }
        carry_over(&self.tree, &self.heads, self.saved.clone(), good_size(&self.campaign, self.expected.percent))
    }

    /// The groups of the campaign before, or, when there is none or `anew`, by headcount and by `percent`.
    fn proposed(&self, percent: u32, anew: bool) -> Vec<Proposal> {
        let size = good_size(&self.campaign, percent);
        match &self.earlier {
            Some((_, known)) if !anew => carry_over(&self.tree, &self.heads, known.clone(), size),
            _ => groups::propose(&self.tree, &self.heads, size),
        }
    }

    fn line(&self, code: GroupCode, name: String, groups: &[Proposal], percent: u32) -> GroupLine {
        let group = groups.iter().find(|group| group.code == code);
        let people = group.map_or(0, |group| group.people(&self.heads));
        let answers = (people * percent + 50) / 100;
        let least = |least: i32| u32::try_from(least).unwrap_or(0);
        let small = people < least(participation::SMALLEST_GROUP) || answers < least(self.campaign.threshold);
        let near = group.filter(|_| small).and_then(|group| neighbour(&self.tree, &self.heads, groups, group));
        GroupLine { near: near.map(|near| near.name.clone()), code, name, people, answers, small }
    }
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
            let campaign = store::campaign(conn, &of)?;
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
            let campaign = store::campaign(conn, &of)?;
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
        Some(page) => unsaved(&req, &app, &who, &page).await,
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
            let campaign = store::hold(conn, &of)?;
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
            let campaign = store::hold(conn, &of)?;
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
        Ok(Some(page)) => unsaved(req, app, who, &page).await,
        Err(Error::Invalid(fault)) => refuse(req, app, who, id, "groups", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
