//! An open campaign: how far the mails are, who could not be reached, how many have answered, and the way to close
//! it. Counts are those of the day, by the rules of participation; reminders show their dates only, because how many
//! were written would tell how many links are unused.

use std::collections::BTreeMap;

use serde::Serialize;

use super::invited::{Line, lines};
use super::life::{Extension, Newcomers};
use super::{Setback, services};
use crate::app::App;
use crate::campaign::mailing::Sending;
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode};
use crate::error::{Result, Say};
use crate::mail::{Kind, outbox};
use crate::render::{Language, Page};

#[derive(Debug, Clone, Serialize)]
pub struct Rate {
    pub sendings: i32,
    pub share: f64,
}

#[derive(Debug, Clone, Serialize)]
struct GroupLine {
    name: String,
    invited: i32,
    rate: Option<Rate>,
}

#[derive(Debug, Clone, Serialize)]
struct Participation {
    day: Day,
    invited: i32,
    total: Option<Rate>,
    /// None of them while none may be shown.
    groups: Vec<GroupLine>,
    /// How many groups are counted where none may be shown, and how many people one needs.
    withheld: usize,
    smallest: i32,
}

#[derive(Debug, Clone, Serialize)]
struct Reminder {
    day: Day,
    past: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct FollowPage {
    id: CampaignId,
    code: String,
    opened_on: Option<Day>,
    closes_on: Day,
    services: Vec<String>,
    mails: Sending,
    /// What matters now is whether the mails leave: they come before the participation.
    mails_first: bool,
    reminders: Vec<Reminder>,
    participation: Option<Participation>,
    /// The first of them, and how many there are.
    unreached: Vec<Line>,
    unreached_all: usize,
    /// The steps beside them can be taken.
    open: bool,
    /// Invitations that a restore held; none when it held nothing of this campaign.
    held: Option<i64>,
    /// Slips to be printed.
    codes: i64,
    /// The closing announced first, where it was put off.
    extended_from: Option<Day>,
    /// None on the days after the last: the campaign is about to close.
    extension: Option<Extension>,
    newcomers: Newcomers,
    fault: Option<Say>,
    typed: String,
}

impl Page for FollowPage {
    const TEMPLATE: &'static str = "campaign/follow.html";
    fn samples() -> Vec<Self> {
        let day = |text| Day::parse(text).unwrap_or(Day(chrono::NaiveDate::MIN));
        let rate = |sendings, share| Some(Rate { sendings, share });
        let group = |name: &str, invited, rate| GroupLine { name: name.to_owned(), invited, rate };
        let sendings = Sending::samples();
        let [going, others @ ..] = sendings.as_slice() else { return Vec::new() };
        let groups = vec![group("Production", 46, rate(21, 0.46)), group("Achats et Finances", 9, None)];
        let full = Self {
            id: "0c".into(),
            code: "2026-Q1".to_owned(),
            opened_on: Some(day("2026-03-02")),
            closes_on: day("2026-03-18"),
            services: vec!["Informatique".to_owned(), "Ressources humaines".to_owned()],
            mails: going.clone(),
            mails_first: false,
            reminders: vec![
                Reminder { day: day("2026-03-06"), past: true },
                Reminder { day: day("2026-03-12"), past: false },
            ],
            participation: Some(Participation {
                day: day("2026-03-12"),
                invited: 109,
                total: rate(62, 0.57),
                groups: groups.clone(),
                withheld: 0,
                smallest: participation::SMALLEST_GROUP,
            }),
            unreached: Line::samples().into_iter().take(2).collect(),
            unreached_all: 12,
            open: true,
            held: Some(40),
            codes: 12,
            extended_from: Some(day("2026-03-13")),
            extension: Some(Extension::sample()),
            newcomers: Newcomers::sample(),
            fault: None,
            typed: String::new(),
        };
        let early = Self {
            codes: 0,
            held: None,
            extended_from: None,
            newcomers: Newcomers::default(),
            participation: None,
            mails_first: true,
            unreached: Vec::new(),
            reminders: Vec::new(),
            ..full.clone()
        };
        let hidden = Participation {
            day: day("2026-03-03"),
            invited: 55,
            total: None,
            groups: Vec::new(),
            withheld: groups.len(),
            smallest: participation::SMALLEST_GROUP,
        };
        let refused = Self {
            participation: Some(hidden),
            mails_first: true,
            opened_on: None,
            held: Some(0),
            unreached_all: 2,
            fault: Some(Say::new("campaign-fault-typed")),
            typed: "2026-Q2".to_owned(),
            extension: Some(Extension { movable: None, full: true, ..Extension::sample() }),
            newcomers: Newcomers { codes: 0, ungrouped: 0, units: Vec::new(), ..Newcomers::sample() },
            ..full.clone()
        };
        let frozen = Self { extension: None, fault: Some(Say::new("campaign-fault-frozen")), ..early.clone() };
        let mut all = vec![full, refused, frozen];
        all.extend(others.iter().map(|mails| Self { mails: mails.clone(), ..early.clone() }));
        all
    }
}

/// So many of those who could not be reached stand on the campaign's own page.
const FIRST: usize = 10;

pub fn view(
    conn: &mut Conn,
    app: &App,
    campaign: &Campaign,
    language: Language,
    setback: Setback,
) -> Result<FollowPage> {
    let today = app.today();
    let unreached = lines(conn, app, &campaign.id, true)?;
    let unreached_all = unreached.len();
    let (mails, participation) =
        (Sending::of(conn, app, &campaign.id, Kind::Invitation)?, counted(conn, &campaign.id)?);
    let (held, any) = outbox::held(conn, &campaign.id)?;
    let reminders = campaign.reminder_days().into_iter().map(|day| Reminder { day, past: day <= today }).collect();
    Ok(FollowPage {
        id: campaign.id.clone(),
        code: campaign.code.clone(),
        opened_on: campaign.opened_at.map(|at| at.day_in(&app.config.time_zone)),
        closes_on: campaign.closes_on,
        services: services(conn, &campaign.id, language)?,
        mails_first: mails.waiting > 0 || participation.as_ref().is_none_or(|counts| counts.total.is_none()),
        mails,
        reminders,
        participation,
        unreached: unreached.into_iter().take(FIRST).collect(),
        unreached_all,
        open: true,
        held: any.then_some(held),
        codes: store::slips_count(conn, &campaign.id)?,
        extended_from: campaign.extended_from,
        extension: if today <= campaign.closes_on {
            Some(Extension::of(conn, app, campaign, setback.extension)?)
        } else {
            None
        },
        newcomers: if today <= campaign.closes_on {
            Newcomers::of(conn, campaign, today)?
        } else {
            Newcomers::default()
        },
        fault: setback.fault,
        typed: setback.typed,
    })
}

fn rate(count: &DayCount) -> Rate {
    Rate { sendings: count.sendings, share: f64::from(count.sendings) / f64::from(count.invited.max(1)) }
}

/// The rate over everybody, where it may be shown.
pub fn total_rate(counts: &[DayCount]) -> Option<Rate> {
    counts.iter().find(|count| count.is_total()).filter(|total| total.may_be_shown()).map(rate)
}

fn counted(conn: &mut Conn, campaign: &CampaignId) -> Result<Option<Participation>> {
    let counts = participation::latest(conn, campaign)?;
    let Some(total) = counts.iter().find(|count| count.is_total()) else { return Ok(None) };
    let of_groups = counts.iter().filter(|count| !count.is_total());
    let shown =
        participation::shown(of_groups.clone().map(|count| (&count.client_group, count.invited, count.sendings)));
    let named = store::client_groups(conn, campaign)?;
    let names: BTreeMap<GroupCode, String> = named.into_iter().map(|group| (group.code, group.name)).collect();
    let mut groups: Vec<GroupLine> = of_groups
        .map(|count| GroupLine {
            name: names.get(&count.client_group).cloned().unwrap_or_default(),
            invited: count.invited,
            rate: shown.contains(&count.client_group).then(|| rate(count)),
        })
        .collect();
    groups.sort_by(|a, b| a.name.cmp(&b.name));
    let withheld = if shown.is_empty() { groups.len() } else { 0 };
    if withheld > 0 {
        groups.clear();
    }
    Ok(Some(Participation {
        day: total.day,
        invited: total.invited,
        total: total_rate(&counts),
        groups,
        withheld,
        smallest: participation::SMALLEST_GROUP,
    }))
}
