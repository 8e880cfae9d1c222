//! Which unit counts in which group: proposed by headcount, adjusted by HR, kept from quarter to quarter.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Setback, id, path, refuse, turn_away, unsaved};
use crate::app::audit;
use crate::campaign::groups::{LONGEST_NAME, Proposal, carry_over, free_code, is_reserved};
use crate::campaign::{Campaign, check, participation, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, UnitCode};
use crate::error::{Error, Result, Say};
use crate::organisation::{Tree, is_code, store as organisation};
use crate::render::Page;
use crate::web::form::clean_line;
use crate::web::{self, Answer, Fields, Hr, redirect_saying};

/// What a unit's list says for "a new group".
const NEW: &str = "+";

#[derive(Debug, Clone, Serialize)]
struct GroupLine {
    code: GroupCode,
    name: String,
    people: u32,
    small: bool,
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
    id: CampaignId,
    code: String,
    groups: Vec<GroupLine>,
    units: Vec<UnitLine>,
    new_name: String,
    least: i32,
    threshold: i32,
    /// The page shows more than what is saved: units came since.
    unsaved: bool,
    faults: Vec<Say>,
}

impl Page for GroupsPage {
    const TEMPLATE: &'static str = "campaign/groups.html";
    fn samples() -> Vec<Self> {
        let group =
            |code: &str, people, small| GroupLine { code: code.into(), name: "Production".into(), people, small };
        let unit = |code: &str, marks: &str, group: &str| UnitLine {
            code: code.into(),
            name: "Qualité".to_owned(),
            marks: marks.to_owned(),
            people: 11,
            group: group.to_owned(),
        };
        let page = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            groups: vec![group("prod", 46, false), group("buy", 8, true)],
            units: vec![unit("prod", "", "prod"), unit("qual", "— ", "+"), unit("buy", "— ", "")],
            new_name: String::new(),
            least: 10,
            threshold: 5,
            unsaved: true,
            faults: Vec::new(),
        };
        let wrong = Self { faults: vec![Say::new("campaign-fault-groups")], unsaved: false, ..page.clone() };
        let empty = Self { groups: Vec::new(), units: Vec::new(), unsaved: false, ..page.clone() };
        vec![page, wrong, empty]
    }
}

/// Where the groups stand: what is saved, with the units that came since put where they would go.
fn standing(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Vec<Proposal>> {
    let saved = store::groups(conn, &campaign.id)?;
    if saved.is_empty() {
        return check::proposed_groups(conn, campaign, today);
    }
    let (tree, heads) = (organisation::tree(conn)?, check::headcount(conn, campaign, today)?);
    Ok(carry_over(&tree, &heads, saved))
}

/// Saves groups for every unit the campaign serves: what HR did stays, missing units are added.
pub fn complete(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<()> {
    let groups = standing(conn, campaign, today)?;
    store::set_groups(conn, &campaign.id, &groups)
}

/// What was typed: a name for each group, a place for each unit.
struct Typed {
    names: Vec<(GroupCode, String)>,
    places: BTreeMap<UnitCode, String>,
    new_name: String,
}

impl Typed {
    fn of(form: &Fields) -> Result<Self> {
        let mut names: Vec<(GroupCode, String)> = Vec::new();
        for (code, name) in form.under("name.") {
            if !is_code(code) || is_reserved(code) || names.iter().any(|(other, _)| other.as_str() == code) {
                return Err(Error::invalid("error-not-a-form"));
            }
            names.push((code.into(), clean_line(&name)));
        }
        let places = form.under("unit.").map(|(unit, place)| (unit.into(), clean_line(&place))).collect();
        Ok(Self { names, places, new_name: clean_line(&form.text("new_name")?) })
    }

    fn from_groups(groups: &[Proposal]) -> Self {
        let placed = |group: &Proposal| {
            let code = group.code.0.clone();
            group.units.iter().map(move |unit| (unit.clone(), code.clone())).collect::<Vec<_>>()
        };
        Self {
            names: groups.iter().map(|group| (group.code.clone(), group.name.clone())).collect(),
            places: groups.iter().flat_map(placed).collect(),
            new_name: String::new(),
        }
    }

    /// The groups as typed, over the units that have people; what is wrong when something is.
    fn read(&self, tree: &Tree, heads: &BTreeMap<UnitCode, u32>) -> std::result::Result<Vec<Proposal>, Vec<Say>> {
        let mut faults = Vec::new();
        let mut units: BTreeMap<&str, Vec<UnitCode>> = BTreeMap::new();
        for unit in heads.keys() {
            let place = self.places.get(unit).map_or("", String::as_str);
            let known = place == NEW || self.names.iter().any(|(code, _)| code.as_str() == place);
            if known {
                units.entry(place).or_default().push(unit.clone());
            } else {
                let name = tree.get(unit).map_or(unit.as_str(), |unit| &unit.name);
                faults.push(Say::new("campaign-fault-unplaced").with("unit", name));
            }
        }
        let mut groups = Vec::new();
        for (code, name) in &self.names {
            if let Some(units) = units.remove(code.as_str()) {
                groups.push(Proposal { code: code.clone(), name: name.clone(), units });
            }
        }
        if let Some(units) = units.remove(NEW) {
            groups.push(self.new_group(tree, units));
        }
        let names: BTreeSet<String> = groups.iter().map(|group| group.name.to_lowercase()).collect();
        if groups.iter().any(|group| group.name.is_empty()) {
            faults.push(Say::new("campaign-fault-groups"));
        } else if names.len() < groups.len() {
            faults.push(Say::new("campaign-fault-group-twice"));
        }
        if groups.iter().any(|group| group.name.chars().count() > LONGEST_NAME) {
            faults.push(Say::new("campaign-fault-group-long").with("limit", LONGEST_NAME));
        }
        if faults.is_empty() { Ok(groups) } else { Err(faults) }
    }

    /// A group of `units`, named after the first of them where no name was typed.
    fn new_group(&self, tree: &Tree, units: Vec<UnitCode>) -> Proposal {
        let taken = self.names.iter().map(|(code, _)| code.clone()).collect();
        let first = units.first().cloned().unwrap_or_else(|| "group".into());
        let named = tree.get(&first).map_or(first.as_str(), |unit| &unit.name);
        let name = if self.new_name.is_empty() { clean_line(named) } else { self.new_name.clone() };
        Proposal { code: free_code(&taken, first.as_str()), name, units }
    }
}

fn view(conn: &mut Conn, campaign: &Campaign, today: Day, typed: Typed, faults: Vec<Say>) -> Result<GroupsPage> {
    let (tree, heads) = (organisation::tree(conn)?, check::headcount(conn, campaign, today)?);
    let saved = store::group_units(conn, &campaign.id)?;
    let place = |unit: &UnitCode| typed.places.get(unit).cloned().unwrap_or_default();
    let units: Vec<UnitLine> = tree
        .in_order()
        .into_iter()
        .filter_map(|(depth, unit)| Some((depth, unit, *heads.get(&unit.code)?)))
        .map(|(depth, unit, people)| UnitLine {
            code: unit.code.clone(),
            name: unit.name.clone(),
            marks: "— ".repeat(depth),
            people,
            group: place(&unit.code),
        })
        .collect();
    let groups = typed
        .names
        .into_iter()
        .map(|(code, name)| {
            let people = units.iter().filter(|unit| unit.group == code.0).map(|unit| unit.people).sum();
            GroupLine { small: i64::from(people) < i64::from(participation::SMALLEST_GROUP), code, name, people }
        })
        .collect();
    Ok(GroupsPage {
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        groups,
        unsaved: faults.is_empty() && units.iter().any(|unit| !saved.contains_key(&unit.code)),
        units,
        new_name: typed.new_name,
        least: participation::SMALLEST_GROUP,
        threshold: campaign.threshold,
        faults,
    })
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, today) = (id(&req)?, app.today());
    let of = id.clone();
    let view = app
        .db
        .read(move |conn| {
            let campaign = store::campaign(conn, &of)?;
            if !campaign.is_in_preparation() {
                return Ok(None);
            }
            let typed = Typed::from_groups(&standing(conn, &campaign, today)?);
            view(conn, &campaign, today, typed, Vec::new()).map(Some)
        })
        .await?;
    match view {
        Some(view) => web::page(&req, &app, &who, &view).await,
        None => turn_away(&req, &app, &who, id, Setback::frozen()).await,
    }
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, typed, today) = (id(&req)?, Typed::of(&form)?, app.today());
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let wrong = app
        .db
        .write(move |conn| {
            let campaign = store::hold(conn, &of)?;
            let (tree, heads) = (organisation::tree(conn)?, check::headcount(conn, &campaign, today)?);
            let groups = match typed.read(&tree, &heads) {
                Ok(groups) => groups,
                Err(faults) => return view(conn, &campaign, today, typed, faults).map(Some),
            };
            store::set_groups(conn, &of, &groups)?;
            audit(conn, &clock, Some(&by), "campaign-groups", &format!("{} {}", campaign.code, groups.len()))?;
            Ok(None)
        })
        .await;
    match wrong {
        Ok(None) => redirect_saying(&format!("{}/groups", path(&id)), &Say::new("flash-campaign-groups")),
        Ok(Some(view)) => unsaved(&req, &app, &who, &view).await,
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "groups", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}

/// Throws the groups of this campaign away and proposes them as for a new one.
pub async fn propose(req: HttpRequest, Hr(who): Hr, _form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, today) = (id(&req)?, app.today());
    let (of, by, clock) = (id.clone(), who.person.clone(), app.clock.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::hold(conn, &of)?;
            let groups = check::proposed_groups(conn, &campaign, today)?;
            store::set_groups(conn, &of, &groups)?;
            audit(conn, &clock, Some(&by), "campaign-groups", &format!("{} {}", campaign.code, groups.len()))
        })
        .await;
    match outcome {
        Ok(()) => redirect_saying(&format!("{}/groups", path(&id)), &Say::new("flash-campaign-proposed")),
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "groups", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
