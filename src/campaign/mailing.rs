//! A campaign's mails on their way: how many left, when the last will, whether they are held; and the letter that
//! tells HR that the program held them. Reminders are in no count: their number would tell how many links are unused.

use jiff::SignedDuration;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::{Campaign, State, store};
use crate::app::{App, Settings};
use crate::clock::{Day, Moment};
use crate::db;
use crate::db::Conn;
use crate::db::ids::CampaignId;
use crate::error::{Result, Say};
use crate::mail::footer::Footer;
use crate::mail::outbox::{self, Row};
use crate::mail::store::{Course, Mailing, Relay, relayed_since, relayed_today};
use crate::mail::{Kind, Letter, Message, Profile, enqueue, planned_end};
use crate::organisation::mails::{mail_to, reader};
use crate::organisation::store as organisation;
use crate::render::{Page, words};
use crate::web::Role;

#[cfg(debug_assertions)]
mod samples;

/// A moment as a page says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct When {
    pub day: Day,
    pub hour: String,
    pub minute: String,
}

impl When {
    /// In `zone`, to the minute, rounded up.
    pub fn of(moment: Moment, zone: &TimeZone) -> Self {
        let zoned = moment.plus(SignedDuration::from_secs(59)).to_jiff().to_zoned(zone.clone());
        Self {
            day: Day::from_jiff(zoned.date()),
            hour: zoned.hour().to_string(),
            minute: format!("{:02}", zoned.minute()),
        }
    }
}

/// How far the mails of one kind are.
#[derive(Debug, Clone, Serialize)]
pub struct Sending {
    pub all: i64,
    pub sent: i64,
    pub waiting: i64,
    pub failed: i64,
    pub stopped: i64,
    pub course: Course,
    /// The server's last words of refusal. How many it refused is not shown: reminders are among them.
    pub said: Option<String>,
    /// The server does not answer: tried again then, and its last words.
    pub rests: Option<When>,
    pub relay_said: Option<String>,
    /// The server refuses further connections: so many are used, until then.
    pub narrow: Option<(i32, When)>,
    /// Outside working hours.
    pub off_hours: bool,
    /// Mails a minute of late, whatever they were; 0 until some left before the minutes that are measured.
    pub pace: i64,
    /// Mails a minute that the settings allow, where they set a limit.
    pub allowed: Option<u32>,
    pub end: Option<When>,
    /// Reminders leave later, whatever becomes of these.
    pub reminders_follow: bool,
}

/// Have reminders of an open campaign begun? Then the pace is theirs as well, and would tell how many links are unused.
fn reminds(conn: &mut Conn, app: &App, campaign: &CampaignId) -> Result<bool> {
    let campaign = store::campaign(conn, campaign)?;
    Ok(campaign.state == State::Open && campaign.reminder_days().iter().any(|day| *day <= app.today()))
}

/// Mails a minute over the last three, where each took about as many: of a wave that has just begun, was paused or got
/// another limit, a measure would tell a fraction.
fn pace(conn: &mut Conn, now: Moment) -> Result<i64> {
    let mut sent = |minutes| relayed_since(conn, now.minus(SignedDuration::from_mins(minutes)));
    let (one, two, three) = (sent(1)?, sent(2)?, sent(3)?);
    let counts = [one, two - one, three - two];
    let (least, most) = counts.into_iter().fold((i64::MAX, 0), |(least, most), n| (least.min(n), most.max(n)));
    Ok(if least > 0 && most <= 2 * least { (three + 1) / 3 } else { 0 })
}

impl Sending {
    pub fn of(conn: &mut Conn, app: &App, campaign: &CampaignId, kind: Kind) -> Result<Self> {
        let (now, zone) = (db::now(conn, &app.clock)?, &app.config.time_zone);
        let (mailing, relay, profile) = (Mailing::load(conn, campaign)?, Relay::load(conn)?, Profile::load(conn)?);
        let rests = relay.rests_until.filter(|until| now < *until);
        let mut sending = Self {
            all: 0,
            sent: 0,
            waiting: 0,
            failed: 0,
            stopped: 0,
            course: mailing.state,
            said: mailing.said,
            rests: rests.map(|until| When::of(until, zone)),
            narrow: relay.narrow(now).map(|(lanes, until)| (lanes, When::of(until, zone))),
            relay_said: rests.and(relay.said),
            off_hours: !profile.is_open(now, zone),
            pace: if reminds(conn, app, campaign)? { 0 } else { pace(conn, now)? },
            allowed: profile.per_minute,
            end: None,
            reminders_follow: kind == Kind::Invitation,
        };
        for (state, number) in outbox::counts(conn, campaign, kind)? {
            use outbox::State;
            sending.all += number;
            match state {
                State::Queued | State::Leased | State::Sending => sending.waiting += number,
                // A mail dropped because its link was used meanwhile must not be told from a sent one.
                State::Sent | State::Unknown | State::Dropped => sending.sent += number,
                State::Failed => sending.failed += number,
                State::Stopped => sending.stopped += number,
            }
        }
        if sending.waiting > 0 && sending.course == Course::Running {
            let ahead = outbox::waiting(conn, kind)?;
            let today = relayed_today(conn, now, zone)?;
            // A slow server knows nothing of the settings; at night, and while it rests, there is nothing to measure.
            let measures = sending.pace > 0 && !sending.off_hours && rests.is_none();
            let measured = u32::try_from(sending.pace).ok().filter(|_| measures);
            let real = Profile { per_minute: measured.into_iter().chain(profile.per_minute).min(), ..profile };
            let end = planned_end(&real, count(ahead), count(today), rests.unwrap_or(now), zone);
            sending.end = end.map(|end| When::of(end, zone));
        }
        Ok(sending)
    }
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// When the invitations of a campaign in preparation would have left, and at which pace.
#[derive(Debug, Clone, Serialize)]
pub struct Plan {
    pub people: usize,
    pub end: Option<When>,
    /// Mails a minute that the settings allow; nothing when they limit nothing.
    pub per_minute: Option<u32>,
    pub per_day: Option<u32>,
}

/// Opened today, or on its date when that is still to come.
pub fn plan(conn: &mut Conn, app: &App, campaign: &Campaign, people: usize) -> Result<Plan> {
    let (now, zone, profile) = (app.clock.now(), &app.config.time_zone, Profile::load(conn)?);
    let from = campaign.opens_on.starts_in(zone).max(now);
    let today = if from == now { relayed_today(conn, now, zone)? } else { 0 };
    let ahead = if from == now { outbox::waiting(conn, Kind::Invitation)? } else { 0 };
    let waiting = count(ahead) + u64::try_from(people).unwrap_or(0);
    let end = planned_end(&profile, waiting, count(today), from, zone).map(|end| When::of(end, zone));
    Ok(Plan { people, end, per_minute: profile.per_minute, per_day: profile.per_day })
}

/// Open campaigns whose mails the program held, for HR's home.
pub fn halted(conn: &mut Conn) -> Result<Vec<Campaign>> {
    let mut list = Vec::new();
    for mailing in crate::mail::store::held(conn)?.into_iter().filter(|mailing| mailing.state == Course::Halted) {
        list.push(store::campaign(conn, &mailing.campaign)?);
    }
    list.retain(|campaign| matches!(campaign.state, State::Open | State::Closed | State::Published));
    Ok(list)
}

/// Writes to everybody of HR that a campaign's mails were held, once for each time.
pub fn tell_halted(conn: &mut Conn, campaign: &CampaignId, now: Moment) -> Result<()> {
    for (person, roles) in organisation::grants(conn)? {
        if roles.iter().any(|(role, _)| *role == Role::Hr) {
            let occasion = format!("halted {now}");
            let campaign = Some(campaign.clone());
            enqueue(conn, now, &Letter { kind: Kind::MailingHalted, occasion, campaign, person, reference: None })?;
        }
    }
    Ok(())
}

#[derive(Debug, Clone, Serialize)]
pub struct HaltedMail {
    name: String,
    wave: String,
    /// The server's last words.
    said: String,
    link: String,
    footer: Footer,
}

impl Page for HaltedMail {
    const TEMPLATE: &'static str = "mail/mailing_halted.html";
}

/// The mail to somebody of HR; none when the mails run again, or when they left or gave up the role.
pub fn halted_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let Some(campaign) = &row.campaign else { return Ok(None) };
    let (mailing, person) = (Mailing::load(conn, campaign)?, reader(conn, &row.person)?);
    let is_hr = organisation::roles(conn, &person.id)?.iter().any(|(role, _)| *role == Role::Hr);
    if mailing.state != Course::Halted || !is_hr || !person.works_on(app.today()) {
        return Ok(None);
    }
    let campaign = store::campaign(conn, campaign)?;
    let mail = HaltedMail {
        name: person.name.clone(),
        wave: campaign.code.clone(),
        said: mailing.said.unwrap_or_default(),
        link: app.link(&format!("/campaigns/{}#mails", campaign.id)),
        footer: Footer::of(app),
    };
    let subject = Say::new("halted-mail-subject").with("wave", words::wave(person.language, &campaign.code));
    mail_to(app, &Settings::load(conn)?, person, &subject, &mail).map(Some)
}
