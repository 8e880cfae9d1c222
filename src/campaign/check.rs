//! The launch check: everything that would go wrong, listed before anything is sent.

mod dates;
mod line;
mod mirror;
mod occasion;
mod readers;
mod staff;

pub use line::{Level, Line};
pub use staff::Staff;

use std::collections::BTreeMap;

use super::roll::{self, Roll};
use super::{Campaign, FEWEST_ROWS, groups, newcomers, participation, store};
use crate::app::Settings;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{GroupCode, SupplierCode, UnitCode};
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::{longest_path_minutes, store as questionnaire};
use crate::render::Language;
use crate::web::Role;

/// Answering should take about this long.
const LONGEST_MINUTES: f64 = 5.0;

/// Everything to know before opening, worst first.
pub fn lines(conn: &mut Conn, campaign: &Campaign, today: Day, language: Language) -> Result<Vec<Line>> {
    let roll = roll::roll(conn, campaign, today)?;
    lines_of(conn, campaign, &roll, today, language)
}

/// As [`lines`], for people already read.
pub fn lines_of(
    conn: &mut Conn,
    campaign: &Campaign,
    roll: &Roll,
    today: Day,
    language: Language,
) -> Result<Vec<Line>> {
    if !campaign.kind.is_quarter() {
        let mut lines = occasion::lines(conn, campaign, roll, today, language)?;
        lines.sort_by_key(|line| line.level);
        return Ok(lines);
    }
    let guests = &roll.guests;
    let mut lines = Vec::new();
    let mut add = |level, say| lines.push(Line { level, say });
    for fault in campaign.faults() {
        add(Level::Stop, fault);
    }
    if campaign.closes_on < today {
        add(Level::Stop, Say::new("check-closing-passed"));
    }
    let chosen = store::campaign_suppliers(conn, &campaign.id)?;
    if chosen.is_empty() {
        add(Level::Stop, Say::new("check-no-supplier"));
    }
    let mut served: BTreeMap<&SupplierCode, u32> = BTreeMap::new();
    let mut sizes: BTreeMap<&GroupCode, i32> = BTreeMap::new();
    for guest in guests {
        *sizes.entry(&guest.group).or_default() += 1;
        for supplier in &guest.served_by {
            *served.entry(supplier).or_default() += 1;
        }
    }
    let mut spoken: BTreeMap<Language, u32> = BTreeMap::new();
    for guest in guests {
        *spoken.entry(guest.person.language).or_default() += 1;
    }
    for language in Settings::load(conn)?.languages.iter() {
        spoken.entry(*language).or_default();
    }
    let mut grants = organisation::grants(conn)?;
    grants.retain(|person, _| roll.here.contains(person));
    let held = |role: Role, supplier: &SupplierCode| {
        grants.values().flatten().any(|(granted, of)| *granted == role && of == supplier)
    };
    let (mut minutes, mut asked) = (BTreeMap::new(), BTreeMap::new());
    let mut read = Vec::new();
    for row in &chosen {
        let supplier = organisation::supplier(conn, &row.supplier)?;
        let name = supplier.name(language);
        let mut asks_texts = false;
        match questionnaire::latest(conn, &row.supplier)? {
            None => add(Level::Stop, Say::new("check-no-questionnaire").with("name", name)),
            Some(version) => {
                let questions = questionnaire::questions(conn, &version.id)?;
                if questions.is_empty() {
                    add(Level::Stop, Say::new("check-no-questionnaire").with("name", name));
                }
                let lacking = |language: &&Language| {
                    supplier.names.get(**language).is_none() || questions.iter().any(|q| !q.speaks(**language))
                };
                for language in spoken.keys().filter(lacking) {
                    let say = Say::new("check-missing-language").with("name", name).with("language", language.name());
                    add(Level::See, say.with("n", spoken.get(language).copied().unwrap_or(0)));
                }
                asks_texts = questions.iter().any(|question| !question.is_closed());
                if !asks_texts && !questions.is_empty() {
                    add(Level::See, Say::new("check-no-open-question").with("name", name));
                }
                minutes.insert(row.supplier.clone(), longest_path_minutes(&questions));
                asked.insert(row.supplier.clone(), questions);
            }
        }
        if !held(Role::Head, &row.supplier) {
            add(Level::Stop, Say::new("check-no-head").with("name", name));
        }
        if asks_texts {
            read.extend(readers::lines(conn, roll, (&row.supplier, name), language)?);
        }
        if !served.contains_key(&row.supplier) {
            add(Level::Stop, Say::new("check-no-clients").with("name", name));
        }
    }
    if guests.is_empty() {
        add(Level::Stop, Say::new("check-nobody"));
    }
    for group in store::client_groups(conn, &campaign.id)? {
        let size = sizes.get(&group.code).copied().unwrap_or(0);
        let line = Say::new("check-small-group").with("name", &group.name).with("size", size);
        if size > 0 && size < campaign.threshold {
            add(Level::Stop, line.with("least", campaign.threshold));
        } else if size > 0 && size < 10 {
            add(Level::See, line.with("least", 10));
        }
    }
    lines.extend(read);
    lines.extend(staff::lines(conn, &chosen, roll, language)?);
    lines.extend(newcomers::lines(conn, campaign, &chosen, guests, language)?);
    lines.extend(dates::lines(conn, campaign)?);
    let mirrors = mirror::Mirrors::load(conn, campaign, &chosen, guests, today)?;
    lines.extend(mirrors.lines(conn, &chosen, language)?);
    lines.extend(occasion::beside(conn, campaign, today)?);
    let mut add = |level, say| lines.push(Line { level, say });
    if roll.ungrouped > 0 {
        add(Level::Stop, Say::new("check-without-group").with("people", roll.ungrouped));
    }
    let drawing = guests.iter().filter(|guest| guest.draws_a_code()).count();
    if drawing > 0 {
        add(Level::See, Say::new("check-codes").with("people", drawing));
    }
    let path = guests
        .iter()
        .map(|guest| {
            let mut times: Vec<f64> = guest.served_by.iter().filter_map(|s| minutes.get(s)).copied().collect();
            times.sort_by(|a, b| b.total_cmp(a));
            times.iter().take(roll::PROPOSED).sum::<f64>() + mirrors.minutes(guest, &asked)
        })
        .fold(0.0, f64::max);
    if path > LONGEST_MINUTES {
        add(Level::See, Say::new("check-long").with("minutes", path.ceil()));
    } else if !guests.is_empty() {
        add(Level::Ok, Say::new("check-length").with("minutes", path.ceil()));
    }
    if campaign.row_level {
        add(Level::See, Say::new("check-file").with("to", &campaign.row_level_to).with("n", FEWEST_ROWS));
    }
    let settings = Settings::load(conn)?;
    let said = [&settings.organisation, &settings.hr_contact, &settings.controller, &settings.dpo_contact];
    if said.iter().any(|text| text.is_empty()) {
        add(Level::See, Say::new("check-settings"));
    }
    if roll.over_budget > 0
        && let Some(most) = settings.budget.most
    {
        let say = Say::new("check-over-budget").with("people", roll.over_budget);
        add(Level::See, say.with("most", most).with("months", settings.budget.months));
    }
    if roll.away > 0 {
        add(Level::Ok, Say::new("check-away").with("people", roll.away));
    }
    if !guests.is_empty() {
        add(Level::Ok, Say::new("check-people").with("people", guests.len()).with("groups", sizes.len()));
    }
    lines.sort_by_key(|line| line.level);
    Ok(lines)
}

/// How many people of each unit the campaign's suppliers serve.
pub type Headcount = BTreeMap<UnitCode, u32>;

/// What groups are made from.
pub fn headcount(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Headcount> {
    let serving = organisation::serving(conn)?;
    let suppliers = store::campaign_suppliers(conn, &campaign.id)?.into_iter().map(|row| row.supplier).collect();
    let mut served = BTreeMap::new();
    let mut heads = BTreeMap::new();
    for person in organisation::people(conn)? {
        let any = *served
            .entry(person.unit.clone())
            .or_insert_with(|| !serving.suppliers_of(&suppliers, &person.unit).is_empty());
        if any && person.is_asked_on(today) {
            *heads.entry(person.unit).or_default() += 1;
        }
    }
    Ok(heads)
}

/// The headcount a group of this campaign should reach when `percent` of a hundred people answer: distributions may
/// then be expected for it.
pub fn good_size(campaign: &Campaign, percent: u32) -> u32 {
    let answers = campaign.levels_threshold.max(campaign.threshold);
    groups::good_size(percent, u32::try_from(answers).unwrap_or(10))
}

/// The groups to begin with: those of the latest campaign that has some, else a proposal by headcount and by the rate
/// of the last published campaign.
pub fn proposed_groups(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Vec<groups::Proposal>> {
    let expected = participation::expected(conn, campaign)?;
    let heads = headcount(conn, campaign, today)?;
    let tree = organisation::tree(conn)?;
    let size = good_size(campaign, expected.percent);
    Ok(match earlier_groups(conn, campaign)? {
        Some((_, known)) => groups::carry_over(&tree, &heads, known, size),
        None => groups::propose(&tree, &heads, size),
    })
}

/// The latest other campaign that has groups and opens no later: its code, and the groups. Past waves brought from
/// elsewhere do not count: their groups are one per unit, large enough or not.
pub fn earlier_groups(conn: &mut Conn, campaign: &Campaign) -> Result<Option<(String, Vec<groups::Proposal>)>> {
    for earlier in store::quarters(conn)? {
        if earlier.id != campaign.id && !earlier.imported && earlier.opens_on <= campaign.opens_on {
            let known = store::groups(conn, &earlier.id)?;
            if !known.is_empty() {
                return Ok(Some((earlier.code, known)));
            }
        }
    }
    Ok(None)
}
