//! One wave, usually a quarter: who is asked about whom, when, under which promise. Opening freezes all of it.

pub mod calendar;
pub mod check;
pub mod closing;
pub mod codes;
pub mod comparison;
pub mod copying;
pub mod excepted;
pub mod extending;
pub mod groups;
pub mod kind;
pub mod mailing;
pub mod mails;
pub mod mirror;
pub mod notices;
mod newcomers;
pub mod occasion;
pub mod opening;
pub mod pages;
pub mod participation;
pub mod promised;
pub mod reminders;
pub mod roll;
pub mod store;
pub mod texts;
pub mod unsubscribe;

use diesel::prelude::*;
use jiff::tz::TimeZone;

use calendar::Calendar;
pub use kind::Kind;

use crate::catalogue::quarter_named;
use crate::clock::{Day, Moment};
use crate::db::ids::{CampaignId, GroupCode, InvitationId, PersonId, QuestionnaireId, SupplierCode, UnitCode};
use crate::db::schema::{campaign_suppliers, campaigns, client_groups, invitations, slips};
use crate::error::Say;
use crate::render::{Language, Texts};
use crate::retention::Retention;

crate::words!(
    /// A campaign's life.
    State { Draft = "draft", Scheduled = "scheduled", Open = "open", Closed = "closed", Published = "published" }
);

/// A text in a language that fewer people of a campaign read is a signature.
pub const FEWEST_READERS: u32 = 10;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaigns, treat_none_as_null = true)]
pub struct Campaign {
    pub id: CampaignId,
    /// `2026-Q1`, or any code of the organisation's own.
    pub code: String,
    pub state: State,
    pub opens_on: Day,
    /// The last day on which answers are taken.
    pub closes_on: Day,
    /// A JSON list of days.
    pub reminders: String,
    /// Fewest answers of a shown group (k, never under 5).
    pub threshold: i32,
    /// Fewest answers for distributions and everything but mean and share.
    pub levels_threshold: i32,
    pub comments_threshold: i32,
    pub opened_at: Option<Moment>,
    pub closed_at: Option<Moment>,
    pub published_at: Option<Moment>,
    pub stage: String,
    /// A file of the answers, one row each, without group, is handed to `row_level_to`; the promise says so.
    pub row_level: bool,
    /// Who gets that file, in the words respondents read.
    pub row_level_to: String,
    /// A past wave brought from elsewhere: nobody was asked here.
    pub imported: bool,
    /// How long comments and answers are kept, as promised at opening; none for a wave brought from elsewhere.
    pub comments_months: Option<i32>,
    pub answers_months: Option<i32>,
    /// When staff representatives were told of it, as HR wrote it.
    pub informed_on: Option<Day>,
    /// The closing date first announced, where it was put off while open.
    pub extended_from: Option<Day>,
    /// How many working days after the publication those who were asked are told; 0: at once.
    pub announce_days: i32,
    /// When they were.
    pub announced_at: Option<Moment>,
    /// The first and the last day that it asks about: both, or neither.
    pub period_first: Option<Day>,
    pub period_last: Option<Day>,
    pub kind: Kind,
}

/// Heads read first, moderators finish, first actions stand on the page.
pub const ANNOUNCE_DAYS: i32 = 3;
pub const LONGEST_ANNOUNCE_DAYS: i32 = 10;

impl Campaign {
    /// A campaign of one day with the lowest thresholds, to be filled in; it asks about the quarter its code names.
    pub fn draft(id: CampaignId, code: String, opens_on: Day) -> Self {
        let period = quarter_named(&code).map(|first| (first, first.plus_months(3).plus_days(-1)));
        let (period_first, period_last) = period.unzip();
        Self {
            id,
            code,
            state: State::Draft,
            opens_on,
            closes_on: opens_on,
            reminders: "[]".to_owned(),
            threshold: LOWEST_THRESHOLD,
            levels_threshold: LOWEST_LEVELS,
            comments_threshold: LOWEST_LEVELS,
            opened_at: None,
            closed_at: None,
            published_at: None,
            stage: String::new(),
            row_level: false,
            row_level_to: String::new(),
            imported: false,
            comments_months: None,
            answers_months: None,
            informed_on: None,
            extended_from: None,
            announce_days: ANNOUNCE_DAYS,
            announced_at: None,
            period_first,
            period_last,
            kind: Kind::Quarter,
        }
    }

    /// The day on which those who were asked are told of a publication, or were.
    pub fn announce_on(&self, calendar: Calendar, zone: &TimeZone) -> Option<Day> {
        let days = u32::try_from(self.announce_days).unwrap_or(0);
        let planned = || Some(calendar.after(self.published_at?.day_in(zone), days));
        self.announced_at.map(|at| at.day_in(zone)).or_else(planned)
    }

    /// Published and told: what those who were asked may read.
    pub fn is_announced(&self) -> bool {
        self.is_published() && self.announced_at.is_some()
    }

    pub fn reminder_days(&self) -> Vec<Day> {
        let days: Vec<String> = serde_json::from_str(&self.reminders).unwrap_or_default();
        days.iter().filter_map(|day| Day::parse(day)).collect()
    }

    /// Not opened yet: everything can still change.
    pub fn is_in_preparation(&self) -> bool {
        matches!(self.state, State::Draft | State::Scheduled)
    }

    pub fn is_published(&self) -> bool {
        self.state == State::Published
    }

    /// The sentence of the promise about the file of the answers; none when there is no such file. Every page and mail
    /// that repeats the promise takes it from here.
    pub fn file_promise(&self) -> Option<Say> {
        self.row_level.then(|| Say::new("promise-file").with("to", &self.row_level_to))
    }

    /// How long what people said in it is kept: as promised when it opened, or for less if the setting is shorter now.
    /// A promise is never loosened, so a longer setting says nothing about a campaign that has opened.
    pub fn keeps(&self, today: Retention) -> Retention {
        let comments = self.comments_months.unwrap_or(today.comments);
        today.shorter(Retention { comments, answers: self.answers_months.unwrap_or(today.answers) })
    }

    /// The last day that it asks about, as far as it says: what is promised by then counts.
    pub fn asks_until(&self) -> Day {
        self.period_last.unwrap_or(self.closes_on)
    }

    /// The day it opened, in `zone`; the one planned while it has not.
    pub fn first_day(&self, zone: &TimeZone) -> Day {
        self.opened_at.map_or(self.opens_on, |at| at.day_in(zone))
    }

    /// The last day on which answers were taken, in `zone`: the one announced, or that of a closing by hand before it.
    pub fn last_day(&self, zone: &TimeZone) -> Day {
        self.closed_at.map_or(self.closes_on, |at| at.day_in(zone).min(self.closes_on))
    }

    /// Is this an earlier wave than `later`, for a publication made at `published`? It began before it, or the same day,
    /// and stood published: what is published afterwards changes nothing that was said.
    pub fn comes_before(&self, later: &Self, published: Moment) -> bool {
        self.id != later.id && self.opens_on <= later.opens_on && self.published_at.is_some_and(|at| at < published)
    }

    /// What is wrong with the settings, in words; empty when nothing is.
    pub fn faults(&self) -> Vec<Say> {
        let mut faults = Vec::new();
        if !is_campaign_code(&self.code) {
            faults.push(Say::new("campaign-fault-code"));
        }
        if self.closes_on <= self.opens_on {
            faults.push(Say::new("campaign-fault-dates"));
        }
        if self.reminder_days().iter().any(|day| *day <= self.opens_on || *day > self.closes_on) {
            faults.push(Say::new("campaign-fault-reminders"));
        }
        if self.period_first.is_some() != self.period_last.is_some() || self.period_first > self.period_last {
            faults.push(Say::new("campaign-fault-period"));
        }
        if self.reminder_days().len() > self.kind.most_reminders() {
            faults.push(Say::new("campaign-fault-too-many-reminders").with("most", self.kind.most_reminders()));
        }
        if !self.kind.is_quarter() && self.closes_on > kind::last_day(self.opens_on) {
            faults
                .push(Say::new("occasion-fault-days").with("fewest", kind::FEWEST_DAYS).with("most", kind::MOST_DAYS));
        }
        if !(0..=LONGEST_ANNOUNCE_DAYS).contains(&self.announce_days) {
            faults.push(Say::new("campaign-fault-announce").with("most", LONGEST_ANNOUNCE_DAYS));
        }
        if self.threshold < LOWEST_THRESHOLD {
            faults.push(Say::new("campaign-fault-threshold").with("lowest", LOWEST_THRESHOLD));
        }
        if self.levels_threshold < LOWEST_LEVELS || self.comments_threshold < LOWEST_LEVELS {
            faults.push(Say::new("campaign-fault-levels").with("lowest", LOWEST_LEVELS));
        }
        if self.row_level && !self.kind.is_quarter() {
            faults.push(Say::new("occasion-fault-file"));
        }
        if self.row_level && self.row_level_to.is_empty() {
            faults.push(Say::new("campaign-fault-file-to"));
        }
        if self.row_level_to.chars().count() > LONGEST_RECIPIENT {
            faults.push(Say::new("campaign-fault-file-long").with("most", LONGEST_RECIPIENT));
        }
        faults
    }
}

/// How long the words for whoever gets the file of the answers may be, in characters.
pub const LONGEST_RECIPIENT: usize = 120;
/// A supplier with fewer responses hands out no file, whatever the campaign says.
pub const FEWEST_ROWS: u32 = 30;

/// Thresholds may be raised, never lowered under these.
pub const LOWEST_THRESHOLD: i32 = 5;
pub const LOWEST_LEVELS: i32 = 10;

/// `2026-Q1`, or up to 20 letters, digits, dashes and underscores.
pub fn is_campaign_code(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
}

/// One person in one campaign: one link for all the suppliers that serve them.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = invitations, treat_none_as_default_value = false)]
pub struct Invitation {
    pub id: InvitationId,
    pub campaign: CampaignId,
    /// Empty for a [`Slip`]: nobody knows who drew it.
    pub person: PersonId,
    pub client_group: GroupCode,
    /// Raised when the link is issued again; older links then lead nowhere.
    pub issue: i32,
    pub token_hash: String,
    pub language: Language,
    pub eligible: bool,
    /// A JSON list: the suppliers proposed to this person, at most four, drawn at opening.
    pub proposed: String,
    /// The service whose team they are asked as; see [`mirror`].
    pub mirror: Option<SupplierCode>,
}

impl Invitation {
    pub fn proposed(&self) -> Vec<SupplierCode> {
        serde_json::from_str(&self.proposed).unwrap_or_default()
    }

    pub fn is_on_paper(&self) -> bool {
        self.person.as_str().is_empty()
    }

    /// The token of this invitation's link.
    pub fn token(&self, key: &crate::app::LinkKey) -> String {
        link_token(key, &self.id, self.issue)
    }
}

/// An invitation on paper, for somebody of a client group who has no address. It names nobody.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = slips)]
pub struct Slip {
    pub id: InvitationId,
    pub campaign: CampaignId,
    pub client_group: GroupCode,
    pub token_hash: String,
    /// See [`codes::Code::digest`].
    pub code_digest: String,
    pub language: Language,
    pub proposed: String,
}

impl Slip {
    /// Slips are not issued again.
    const ISSUE: i32 = 1;

    /// The token of this slip's link.
    pub fn token(&self, key: &crate::app::LinkKey) -> String {
        link_token(key, &self.id, Self::ISSUE)
    }
}

impl From<Slip> for Invitation {
    fn from(slip: Slip) -> Self {
        Self {
            id: slip.id,
            campaign: slip.campaign,
            person: PersonId(String::new()),
            client_group: slip.client_group,
            issue: Slip::ISSUE,
            token_hash: slip.token_hash,
            language: slip.language,
            eligible: true,
            proposed: slip.proposed,
            mirror: None,
        }
    }
}

/// The token of a link: HMAC-SHA256(link key, invitation ‖ issue). The database holds its digest only.
pub fn link_token(key: &crate::app::LinkKey, invitation: &InvitationId, issue: i32) -> String {
    key.token("link", &format!("{invitation}/{issue}"))
}

/// A supplier's part in a campaign.
#[derive(Debug, Clone, PartialEq, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = campaign_suppliers, treat_none_as_null = true)]
pub struct CampaignSupplier {
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    pub questionnaire: Option<QuestionnaireId>,
    pub complete: i32,
    pub partial: i32,
    /// Public action texts, one a line, copied at opening.
    pub actions: Texts,
    /// What the last publication before the opening said of it to everybody, copied with them: wave and share of
    /// favourable opinions.
    pub told_wave: Option<String>,
    pub told_satisfied: Option<f64>,
    /// One or two people worked there at the opening: what is published of it is for its head, HR and direction alone.
    pub small_team: bool,
    /// Its team is to be asked how it thinks its clients judge it.
    pub mirror: bool,
    /// Its team is asked: the people of this unit, as it stood at the opening.
    pub mirror_unit: Option<UnitCode>,
    /// How many people are.
    pub mirror_people: i32,
}

impl CampaignSupplier {
    /// Is its team asked? Fixed with the opening, whoever is taken out of the count since.
    pub fn has_mirror(&self) -> bool {
        self.mirror_unit.is_some()
    }
}

/// What is published of a service of fewer people would appraise a person.
pub const FEWEST_STAFF: usize = 3;

#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, Queryable, Selectable, Insertable)]
#[diesel(table_name = client_groups)]
pub struct ClientGroup {
    #[serde(skip)]
    pub campaign: CampaignId,
    pub code: GroupCode,
    pub name: String,
    pub invited: i32,
    pub sendings: i32,
}
