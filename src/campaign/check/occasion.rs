//! The launch check of what is asked between two quarters.

use std::collections::BTreeMap;

use super::line::{Level, Line};
use super::{readers, staff};
use crate::app::Settings;
use crate::campaign::occasion::budget::{COLD_DAYS, QUIET_DAYS, REST_DAYS, quiet, quiet_from};
use crate::campaign::occasion::prepare::{is_whole, latest_quarter};
use crate::campaign::occasion::{self, FEWEST_ASKED};
use crate::campaign::roll::Roll;
use crate::campaign::{Campaign, Kind, State, kind, store};
use crate::catalogue::store::charter as charters;
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::GroupCode;
use crate::error::{Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::store as questionnaires;
use crate::render::{Language, Texts, figures};

pub(super) fn lines(
    conn: &mut Conn,
    campaign: &Campaign,
    roll: &Roll,
    today: Day,
    language: Language,
) -> Result<Vec<Line>> {
    let mut lines: Vec<Line> = Vec::new();
    let stop = |say| Line { level: Level::Stop, say };
    let see = |say| Line { level: Level::See, say };
    lines.extend(campaign.faults().into_iter().map(stop));
    if campaign.closes_on <= today {
        lines.push(stop(Say::new("check-closing-passed")));
    } else if campaign.closes_on > kind::last_day(today.max(campaign.opens_on)) {
        lines.push(stop(
            Say::new("occasion-fault-days").with("fewest", kind::FEWEST_DAYS).with("most", kind::MOST_DAYS),
        ));
    }
    let day = |day: Day| figures::day(language, day);
    if let Some(quarter) = quiet(conn, today.max(campaign.opens_on), campaign.closes_on)? {
        let say = Say::new("occasion-check-quiet").with("wave", &quarter.code).with("days", QUIET_DAYS);
        let say = say.with("from", day(quiet_from(&quarter))).with("to", day(quarter.closes_on));
        lines.push(stop(say));
    }
    lines.extend(ground(conn, campaign, today, language)?.into_iter().map(stop));
    if campaign.kind.asks_groups() && !is_whole(conn, &campaign.id)? {
        lines.push(stop(Say::new("occasion-check-groups-changed")));
    }
    lines.extend(asked(conn, campaign, roll, language)?);
    lines.extend(questions(conn, campaign, roll, language)?);
    let here = store::in_state(conn, State::Open)?;
    for other in here.into_iter().filter(|one| one.id != campaign.id && !one.kind.is_quarter()) {
        lines.push(see(Say::new("occasion-check-open").with("code", other.code)));
    }
    Ok(lines)
}

/// What a quarter would open beside: occasions that take answers then, or would open in its quiet days.
pub(super) fn beside(conn: &mut Conn, quarter: &Campaign, today: Day) -> Result<Vec<Line>> {
    let first = today.max(quarter.opens_on);
    let met = |one: &Campaign| match one.state {
        State::Open => one.closes_on >= first,
        State::Scheduled => one.opens_on <= quarter.closes_on && one.closes_on >= quiet_from(quarter),
        _ => false,
    };
    let all = store::campaigns(conn)?.into_iter().filter(|one| !one.kind.is_quarter() && met(one));
    // One that takes answers has to end first; one that is only planned is stopped by its own check.
    let level = |one: &Campaign| if one.state == State::Open { Level::Stop } else { Level::See };
    let say = |one: &Campaign| Say::new("occasion-check-quarter").with("code", &one.code);
    Ok(all.map(|one| Line { level: level(&one), say: say(&one) }).collect())
}

/// What its own kind asks for: a quarter before it, a service that is still there, the charter as it is written now, two
/// months since the first survey.
fn ground(conn: &mut Conn, campaign: &Campaign, today: Day, language: Language) -> Result<Vec<Say>> {
    let mut faults = Vec::new();
    if latest_quarter(conn)?.is_none() {
        faults.push(Say::new("occasion-check-no-quarter"));
    }
    for (row, supplier) in store::services(conn, &campaign.id)? {
        if !supplier.active {
            faults.push(Say::new("occasion-check-inactive").with("name", supplier.name(language)));
        }
        let occasion = occasion::store::occasion(conn, &campaign.id)?;
        if let (Some(version), Some(charter)) = (&row.questionnaire, occasion.charter) {
            let asked = questionnaires::questions(conn, version)?.into_iter().filter(|one| one.is_closed());
            let asked: Vec<Texts> = asked.map(|one| one.texts).collect();
            let lines: Vec<Texts> = charters::lines(conn, charter)?.into_iter().map(|line| line.texts).collect();
            let draft = charters::draft(conn)?.is_some_and(|draft| draft.version == charter);
            if !draft || asked != lines {
                faults.push(Say::new("occasion-check-charter"));
            }
        }
        if let Some(first) = occasion.follows {
            let from = store::campaign(conn, &first)?.opens_on.plus_days(COLD_DAYS);
            if today.max(campaign.opens_on) < from {
                faults.push(Say::new("occasion-check-cold").with("day", figures::day(language, from)));
            }
        }
    }
    Ok(faults)
}

/// Who is asked, and who is not and why.
fn asked(conn: &mut Conn, campaign: &Campaign, roll: &Roll, language: Language) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let mut add = |level, say| lines.push(Line { level, say });
    let names: BTreeMap<GroupCode, String> =
        store::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let people = roll.guests.len();
    if campaign.kind.asks_groups() {
        for group in &roll.aside.unserved {
            let say = Say::new("occasion-check-unserved");
            add(Level::See, say.with("name", names.get(group).map_or("", String::as_str)));
        }
        for (group, left) in &roll.aside.small {
            let say = Say::new("occasion-check-small").with("name", names.get(group).map_or("", String::as_str));
            add(Level::See, say.with("n", *left).with("least", FEWEST_ASKED));
        }
        for (group, code) in &roll.aside.elsewhere {
            let say = Say::new("occasion-check-elsewhere").with("name", names.get(group).map_or("", String::as_str));
            add(Level::See, say.with("code", code));
        }
    }
    if roll.aside.resting > 0 {
        let say = Say::new("occasion-check-resting").with("people", roll.aside.resting);
        add(Level::See, say.with("days", REST_DAYS));
    }
    if people == 0 {
        add(Level::Stop, Say::new("occasion-check-nobody").with("least", FEWEST_ASKED));
    } else {
        let groups = names.len() - roll.aside.unserved.len() - roll.aside.small.len() - roll.aside.elsewhere.len();
        let key = if campaign.kind == Kind::Session { "occasion-check-participants" } else { "check-people" };
        add(Level::Ok, Say::new(key).with("people", people).with("groups", groups));
    }
    let drawing = roll.guests.iter().filter(|guest| guest.draws_a_code()).count();
    if drawing > 0 {
        add(Level::See, Say::new("check-codes").with("people", drawing));
    }
    if campaign.kind.is_about_a_service() {
        let chosen = store::campaign_suppliers(conn, &campaign.id)?;
        lines.extend(staff::lines(conn, &chosen, roll, language)?);
    }
    Ok(lines)
}

/// What is asked, in which languages, and who reads what is written.
fn questions(conn: &mut Conn, campaign: &Campaign, roll: &Roll, language: Language) -> Result<Vec<Line>> {
    let mut lines = Vec::new();
    let chosen = store::campaign_suppliers(conn, &campaign.id)?.into_iter().next();
    let Some((row, version)) = chosen.and_then(|row| row.questionnaire.clone().map(|version| (row, version))) else {
        return Ok(vec![Line { level: Level::Stop, say: Say::new("occasion-check-no-question") }]);
    };
    let questions = questionnaires::questions(conn, &version)?;
    if !questions.iter().any(|question| question.is_closed()) {
        lines.push(Line { level: Level::Stop, say: Say::new("occasion-check-no-question") });
    }
    let supplier = organisation::supplier(conn, &row.supplier)?;
    let words = occasion::store::occasion(conn, &campaign.id)?.words;
    let mut spoken: BTreeMap<Language, u32> = BTreeMap::new();
    for guest in &roll.guests {
        *spoken.entry(guest.person.language).or_default() += 1;
    }
    for language in Settings::load(conn)?.languages.iter() {
        spoken.entry(*language).or_default();
    }
    for (lacking, people) in spoken {
        if words.get(lacking).is_none() || questions.iter().any(|question| !question.speaks(lacking)) {
            let say = Say::new("occasion-check-language").with("language", lacking.name());
            lines.push(Line { level: Level::See, say: say.with("n", people) });
        }
    }
    if questions.iter().any(|question| !question.is_closed()) {
        lines.extend(readers::lines(conn, roll, (&row.supplier, supplier.name(language)), language)?);
    }
    Ok(lines)
}
