//! The quarters: their dates around today, their campaigns, who answers.

use std::collections::BTreeMap;

use jiff::{SignedDuration, ToSpan};

use super::answers::Author;
use super::files;
use crate::answering::sending;
use crate::app::App;
use crate::campaign::{Campaign, Invitation, State, check, mirror, participation, store as campaigns};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode, sortable};
use crate::error::Result;
use crate::organisation::store as organisation;
use crate::questionnaire::build::{Wanted, build};
use crate::questionnaire::{Choice, Kind, Question, store as questionnaires};
use crate::render::{Language, Texts};
use crate::schedule;

/// One quarter of the story.
pub struct Wave {
    /// `w1`, `w2`, `w3`, `w4`: how the data files name it.
    pub name: &'static str,
    pub code: String,
    pub opens_on: Day,
    pub closes_on: Day,
    /// Answers of a hundred people by now.
    share: u32,
    seed: u64,
}

impl Wave {
    pub fn is_open(&self, today: Day) -> bool {
        self.closes_on >= today
    }
}

/// Three quarters behind us and one that opened six days ago.
pub fn waves(today: Day) -> Vec<Wave> {
    let mut quarter = quarter_of(today);
    let mut codes = Vec::new();
    for _ in 0..4 {
        codes.push(format!("{}-Q{}", quarter.0, quarter.1));
        quarter = if quarter.1 == 1 { (quarter.0 - 1, 4) } else { (quarter.0, quarter.1 - 1) };
    }
    codes.reverse();
    let start = working_day(today.plus_days(-6));
    let shares = [58, 61, 60, 38];
    ["w1", "w2", "w3", "w4"]
        .into_iter()
        .zip(codes)
        .zip(shares)
        .zip(0_i64..)
        .map(|(((name, code), share), place)| {
            let opens_on = working_day(start.plus_days(-91 * (3 - place)));
            let seed = 20_260 + u64::try_from(place).unwrap_or(0);
            Wave { name, code, opens_on, closes_on: working_day(opens_on.plus_days(16)), share, seed }
        })
        .collect()
}

fn quarter_of(day: Day) -> (i16, i8) {
    let date = day.to_jiff();
    (date.year(), (date.month() + 2) / 3)
}

/// The day itself, or the Friday before a weekend.
pub(super) fn working_day(day: Day) -> Day {
    if day.weekday_is_weekend() { working_day(day.plus_days(-1)) } else { day }
}

/// Nine in the morning of a day.
pub(super) fn morning(app: &App, day: Day) -> Moment {
    day.starts_in(&app.config.time_zone).plus(SignedDuration::from_hours(9))
}

/// Two weeks before the first wave: when the organisation prepared it.
pub fn beginning(app: &App, waves: &[Wave]) -> Moment {
    waves.first().map_or_else(|| app.clock.now(), |first| morning(app, working_day(first.opens_on.plus_days(-14))))
}

/// When a wave closes: early on the day after its last.
pub fn closing(app: &App, wave: &Wave) -> Moment {
    wave.closes_on.plus_days(1).starts_in(&app.config.time_zone).plus(SignedDuration::from_hours(1))
}

/// The suppliers' questionnaires, from the bank and own questions.
pub fn questionnaires(app: &App) -> Result<()> {
    let mut lists: BTreeMap<SupplierCode, Vec<Wanted>> = BTreeMap::new();
    for row in files::rows(files::QUESTIONNAIRES)? {
        let wanted = match Kind::parse(row.get("kind")) {
            None => Wanted::bank(row.get("code")),
            Some(kind) => {
                let written = row.get("options").split(';').filter(|option| !option.trim().is_empty());
                let options: Vec<Choice> = written.filter_map(choice).collect();
                Wanted::own(row.get("code"), kind, row.texts("text"), &options)?
            }
        };
        let wanted = match row.get("asked_at_most").parse() {
            Ok(most) => wanted.asked_if(row.get("asked_if"), most)?,
            Err(_) => wanted,
        };
        lists.entry(row.get("supplier").into()).or_default().push(wanted);
    }
    let now = app.clock.now();
    app.db.write_now(move |conn| {
        for (supplier, list) in &lists {
            build(conn, supplier, now, list)?;
        }
        Ok(())
    })
}

fn choice(text: &str) -> Option<Choice> {
    let mut parts = text.split('|').map(|part| part.trim().to_owned());
    let code = parts.next()?;
    Some(Choice { code, labels: Texts::of([Language::Fr, Language::En, Language::De].into_iter().zip(parts)) })
}

/// Makes and opens the campaign of a wave, on its morning.
pub fn open(app: &App, wave: &Wave) -> Result<Campaign> {
    let now = morning(app, wave.opens_on);
    app.clock.move_to(now);
    let last = wave.closes_on.to_jiff();
    let reminders: Vec<String> =
        [9, 2].iter().filter_map(|days| last.checked_sub(days.days()).ok()).map(|day| day.to_string()).collect();
    let campaign = Campaign {
        closes_on: wave.closes_on,
        reminders: serde_json::to_string(&reminders)?,
        ..Campaign::draft(CampaignId(sortable(now)), wave.code.clone(), wave.opens_on)
    };
    let (row, today) = (campaign.clone(), wave.opens_on);
    app.db.write_now(move |conn| {
        campaigns::insert(conn, &row)?;
        let suppliers = organisation::suppliers(conn)?.into_iter().map(|supplier| supplier.code).collect();
        campaigns::set_suppliers(conn, &row.id, &suppliers)?;
        campaigns::set_mirrors(conn, &row.id, &[SupplierCode::from("it")].into())?;
        let groups = check::proposed_groups(conn, &row, today)?;
        campaigns::set_groups(conn, &row.id, &groups)
    })?;
    schedule::open(app, &campaign)?;
    let id = campaign.id.clone();
    app.db.read_now(|conn| campaigns::campaign(conn, &id))
}

/// People answer, one by one, through the same door as everybody: most on the first days and after a reminder. Each day
/// ends with its count.
pub fn answer(app: &App, wave: &Wave, campaign: &Campaign, today: Day) -> Result<()> {
    let (mut author, share) = (Author::new(wave.name, wave.seed)?, wave.share);
    let (asked, mirrors, people) = app.db.read_now(|conn| {
        let mut asked: BTreeMap<SupplierCode, Vec<Question>> = BTreeMap::new();
        let mut mirrors = BTreeMap::new();
        for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
            if let Some(version) = &row.questionnaire {
                let own = questionnaires::questions(conn, version)?;
                mirrors.insert(row.supplier.clone(), mirror::asked(conn, &campaign.id, &row, &own)?);
                asked.insert(row.supplier, own);
            }
        }
        Ok((asked, mirrors, campaigns::invited_people(conn, &campaign.id)?))
    })?;
    let reminders = campaign.reminder_days();
    let last = wave.closes_on.plus_days(-1).min(today).max(wave.opens_on);
    let days: Vec<Day> = (0..60).map(|number| wave.opens_on.plus_days(number)).take_while(|day| *day <= last).collect();
    // Fewer each day, until somebody reminds them.
    let (mut left, mut weights) = (12_usize, Vec::new());
    for day in &days {
        left = if reminders.contains(day) { left + 8 } else { left };
        weights.push(if day.weekday_is_weekend() { 0 } else { left });
        left -= if day.weekday_is_weekend() { 0 } else { left / 3 };
    }
    let whole = weights.iter().sum::<usize>().max(1);
    let (mut so_far, mut people) = (0, people.into_iter().enumerate().peekable());
    let all = people.len();
    for (day, weight) in days.iter().copied().zip(weights) {
        so_far += weight;
        let until = if day == last { all } else { all * so_far / whole };
        let mut of_day = Vec::new();
        while let Some((_, person)) = people.next_if(|(place, _)| *place < until) {
            of_day.push(person);
        }
        app.clock.move_to(morning(app, day));
        let (asked, mirrors, campaign) = (asked.clone(), mirrors.clone(), campaign.clone());
        author = app.db.write_now(move |conn| {
            for person in of_day {
                let Some(invitation) = campaigns::invitation_of(conn, &campaign.id, &person)? else { continue };
                let temper = author.temper(share, invitation.language == Language::En);
                if temper.declines {
                    sending::decline(conn, &invitation, day)?;
                } else if temper.answers {
                    let proposed: Vec<(SupplierCode, Vec<Question>)> = invitation
                        .proposed()
                        .into_iter()
                        .filter_map(|supplier| asked.get(&supplier).map(|list| (supplier, list.clone())))
                        .collect();
                    let mut draft = author.draft(&temper, &proposed);
                    if let Some(team) = &invitation.mirror {
                        draft.mirror = author.mirror(&temper, team, &mirrors.get(team).cloned().unwrap_or_default());
                    }
                    sending::send(conn, &invitation, &draft, day)?;
                }
            }
            participation::record(conn, &campaign, day)?;
            Ok(author)
        })?;
    }
    Ok(())
}

/// The daily counts of the open campaign, as far as today: one row for yesterday is what the page shows.
pub fn count_days(app: &App, wave: &Wave, campaign: &Campaign, today: Day) -> Result<()> {
    let (row, day) = (campaign.clone(), today.max(wave.opens_on));
    app.db.write_now(move |conn| participation::record(conn, &row, day))
}

/// People of the open campaign who have not answered, one in each language and one who is asked as the team of their
/// service, with their links.
pub fn unused_links(conn: &mut Conn, app: &App) -> Result<Vec<(String, String)>> {
    let mut links = Vec::new();
    for campaign in campaigns::in_state(conn, State::Open)? {
        let unused = campaigns::people_with_unused_link(conn, &campaign.id)?;
        for language in [Language::Fr, Language::En, Language::De] {
            for person in &unused {
                let Some(invitation) = campaigns::invitation_of(conn, &campaign.id, person)? else { continue };
                if invitation.language == language && invitation.mirror.is_none() {
                    links.push(link_of(conn, app, &invitation, language.as_str())?);
                    break;
                }
            }
        }
        for person in &unused {
            let invitation = campaigns::invitation_of(conn, &campaign.id, person)?;
            if let Some(invitation) = invitation.filter(|invitation| invitation.mirror.is_some()) {
                links.push(link_of(conn, app, &invitation, "page miroir / mirror page")?);
                break;
            }
        }
    }
    Ok(links)
}

fn link_of(conn: &mut Conn, app: &App, invitation: &Invitation, why: &str) -> Result<(String, String)> {
    let name = organisation::person(conn, &invitation.person)?.name;
    let link = app.link(&format!("/r/{}", invitation.token(&app.link_key)));
    Ok((format!("{name} ({why})"), link))
}

/// HR does not wait: people are told while the plan is young.
pub fn announce(app: &App, campaign: &Campaign) -> Result<()> {
    let (now, id) = (app.clock.now(), campaign.id.clone());
    app.db.write_now(move |conn| {
        let campaign = campaigns::campaign(conn, &id)?;
        schedule::announce(conn, &campaign, now).map(|_| ())
    })
}
