//! Everything that happens without a request: every recurring task with its period, and what follows what
//! (close → decide → seal → publish → notices).

use jiff::SignedDuration;

use crate::app::{App, Budget, Settings, audit, forget_audit};
use crate::campaign::calendar::Calendar;
use crate::campaign::opening::News;
use crate::campaign::{self, Campaign, State, notices, participation, reminders};
use crate::clock::{Day, Moment};
use crate::db::ids::{CampaignId, SupplierCode, random_bytes};
use crate::db::{self, Conn};
use crate::error::{Error, Result};
use crate::hooks::{self, Event, Told};
use crate::jobs::{self, Rhythm, Task};
use crate::mail::outbox::Row;
use crate::mail::{Kind, Message, Office, Profile};
use crate::preparing::letters;
use crate::progress::Effect;
use crate::{
    aggregation, answering, arrivals, comments, doors, mail, occasions, organisation, privacy_audit, progress, results,
    retention, web,
};

/// The whole list. Each bears being run twice and being late.
pub const TASKS: &[Task] = &[
    Task { name: "open", rhythm: EACH_MINUTE, run: open_due },
    Task { name: "close", rhythm: EACH_MINUTE, run: close_due },
    Task { name: campaign::closing::TASK, rhythm: EACH_MINUTE, run: publish_closed },
    Task { name: "announce", rhythm: EACH_TEN_MINUTES, run: announce_due },
    Task { name: "remind", rhythm: EACH_TEN_MINUTES, run: remind },
    Task { name: "bounces", rhythm: EACH_FIVE_MINUTES, run: read_returned },
    Task { name: "participation", rhythm: EACH_TEN_MINUTES, run: count_participation },
    Task { name: arrivals::folder::TASK, rhythm: EACH_MINUTE, run: arrivals::folder::take },
    Task { name: "notices", rhythm: EACH_TEN_MINUTES, run: tell_staff },
    Task { name: "actions-due", rhythm: EACH_HOUR, run: tell_owners },
    Task { name: "actions-moved", rhythm: EACH_HOUR, run: tell_moved },
    Task { name: "seal", rhythm: Rhythm::Daily(NIGHT), run: seal_open },
    Task { name: "privacy-audit", rhythm: Rhythm::Daily(NIGHT), run: look_for_ties },
    Task { name: "retention", rhythm: Rhythm::Every(SignedDuration::from_hours(6)), run: forget_expired },
];

const EACH_MINUTE: Rhythm = Rhythm::Every(SignedDuration::from_mins(1));
const EACH_FIVE_MINUTES: Rhythm = Rhythm::Every(SignedDuration::from_mins(5));
const EACH_TEN_MINUTES: Rhythm = Rhythm::Every(SignedDuration::from_mins(10));
const EACH_HOUR: Rhythm = Rhythm::Every(SignedDuration::from_hours(1));
/// A night begins at two o'clock in the organisation's time zone, when few people answer.
const NIGHT: i8 = 2;
/// What sending needs from the slices.
pub const OFFICE: Office = Office { render, tell_halted: campaign::mailing::tell_halted };

/// Turns an outbox row into its mail.
pub fn render(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    match row.kind {
        Kind::Invitation | Kind::Reminder => campaign::mails::invitation_mail(app, conn, row),
        Kind::MailingHalted => campaign::mailing::halted_mail(app, conn, row),
        Kind::LaunchNotice => campaign::notices::launch_mail(app, conn, row),
        Kind::LowParticipation => campaign::notices::low_mail(app, conn, row),
        Kind::ActionsDue => progress::due::due_mail(app, conn, row),
        Kind::CommentsToRead => comments::mails::to_read_mail(app, conn, row),
        Kind::Test => letters::test_mail(app, conn, row),
        Kind::SignIn => organisation::sign_in_mail(app, conn, row),
        Kind::Results => progress::results_mail(app, conn, row),
        Kind::Moved => progress::moved::moved_mail(app, conn, row),
        Kind::ChangesWait => arrivals::mails::waiting_mail(app, conn, row),
        Kind::Occasion => occasions::mails::occasion_mail(app, conn, row),
        Kind::FileRefused => arrivals::mails::refused_mail(app, conn, row),
        Kind::ResultsReady => results::mails::ready_mail(app, conn, row),
    }
}

fn in_state(app: &App, state: State) -> Result<Vec<Campaign>> {
    app.db.read_now(move |conn| campaign::store::in_state(conn, state))
}

fn open_due(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    let hours = app.db.read_now(Profile::load)?;
    each(app, State::Scheduled, |campaign| {
        // At the first hour of its day at which mails leave; a day later whatever the hours are.
        if campaign.opens_on < today || (campaign.opens_on == today && hours.is_open(now, &app.config.time_zone)) {
            return match open(app, campaign) {
                Err(Error::Invalid(_)) if !campaign.kind.is_quarter() => stuck(app, campaign),
                outcome => outcome.and_then(|_| note(app, "campaign-opened", campaign)),
            };
        }
        Ok(())
    })
}

/// An occasion that cannot open on its day is a draft again, and HR is told: asked later it would ask others.
fn stuck(app: &App, campaign: &Campaign) -> Result<()> {
    let (of, now) = (campaign.clone(), app.clock.now());
    let taken_back = app.db.write_now(move |conn| {
        let taken_back = campaign::store::advance(conn, &of.id, State::Scheduled, State::Draft)?;
        if taken_back {
            occasions::mails::enqueue_stuck(conn, &of, now)?;
        }
        Ok(taken_back)
    })?;
    if taken_back { note(app, "campaign-unscheduled", campaign) } else { Ok(()) }
}

/// Does `work` for every campaign in a state; one that fails does not hold up the others, and its fault is told last.
fn each(app: &App, state: State, mut work: impl FnMut(&Campaign) -> Result<()>) -> Result<()> {
    let mut outcome = Ok(());
    for campaign in in_state(app, state)? {
        jobs::still_ours(app)?;
        if let Err(fault) = work(&campaign) {
            tracing::error!(campaign = campaign.code, %fault, "a campaign could not be taken further");
            outcome = Err(fault);
        }
    }
    outcome
}

/// A line in the audit log for what the schedule did by itself.
fn note(app: &App, event: &'static str, campaign: &Campaign) -> Result<()> {
    let (clock, detail) = (app.clock.clone(), format!("{} by schedule", campaign.code));
    app.db.write_now(move |conn| audit(conn, &clock, None, event, &detail))
}

/// Opens a campaign now, with what was published and done since about its suppliers; returns how many are invited.
pub fn open(app: &App, campaign: &Campaign) -> Result<usize> {
    open_as_seen(app, campaign, None)
}

/// As [`open`], where somebody decided it on a page whose mark was `seen`.
pub fn open_as_seen(app: &App, campaign: &Campaign, seen: Option<String>) -> Result<usize> {
    let (key, today, now, campaign) = (app.link_key.clone(), app.today(), app.clock.now(), campaign.clone());
    app.db.write_now(move |conn| {
        let mut news = std::collections::BTreeMap::new();
        if !campaign.kind.is_quarter() {
            let campaign = campaign::store::hold(conn, &campaign.id)?;
            campaign::occasion::prepare::as_seen(conn, &campaign, seen.as_deref())?;
            let invited = campaign::opening::open(conn, &key, &campaign, &news, today, now)?;
            occasions::life::opened(conn, &campaign, today)?;
            tell_others(conn, Event::CampaignOpened, &campaign, today, now)?;
            return Ok(invited);
        }
        for row in campaign::store::campaign_suppliers(conn, &campaign.id)? {
            let actions = progress::public_texts(conn, &row.supplier)?;
            let told = last_told(conn, &row.supplier)?;
            news.insert(row.supplier, News { actions, told });
        }
        let invited = campaign::opening::open(conn, &key, &campaign, &news, today, now)?;
        tell_others(conn, Event::CampaignOpened, &campaign, today, now)?;
        Ok(invited)
    })
}

/// The last published wave about a supplier with the share of favourable opinions that everybody may read; none where
/// that is hidden, whatever earlier waves said.
fn last_told(conn: &mut Conn, supplier: &SupplierCode) -> Result<Option<(String, f64)>> {
    let Some((wave, _)) = campaign::store::published_of(conn, supplier)?.pop() else { return Ok(None) };
    if campaign::store::small_team_waves(conn, supplier)?.contains(&wave.id) {
        return Ok(None);
    }
    let figures = aggregation::store::published_totals(conn, &wave.id, supplier)?;
    Ok(figures.value(progress::OVERALL, "satisfied").map(|share| (wave.code, share)))
}

fn close_due(app: &App) -> Result<()> {
    let today = app.today();
    each(app, State::Open, |campaign| {
        if campaign.closes_on < today && close(app, campaign)? {
            note(app, "campaign-closed", campaign)?;
        }
        Ok(())
    })
}

/// Closes a campaign and publishes it. Should the second part be cut short, the next run of `publish` finishes it.
pub fn close(app: &App, campaign: &Campaign) -> Result<bool> {
    let (today, now, row) = (app.today(), app.clock.now(), campaign.clone());
    let closed = app.db.write_now(move |conn| close_and_tell(conn, &row, today, now))?;
    if let Err(fault) = publish_closed(app) {
        tracing::error!(campaign = campaign.code, %fault, "closed; publishing goes on at the next round");
    }
    Ok(closed)
}

fn close_and_tell(conn: &mut Conn, campaign: &Campaign, today: Day, now: Moment) -> Result<bool> {
    let closed = campaign::closing::close(conn, campaign, today, now)?;
    if closed {
        tell_others(conn, Event::CampaignClosed, campaign, today, now)?;
    }
    Ok(closed)
}

/// Writes down for other programs what happened to a campaign.
fn tell_others(conn: &mut Conn, event: Event, campaign: &Campaign, today: Day, now: Moment) -> Result<()> {
    let link = match event {
        Event::ResultsPublished if !campaign.kind.is_quarter() => format!("/occasions/{}", campaign.id),
        Event::ResultsPublished => format!("/results?wave={}", campaign.code),
        _ => "/campaigns".to_owned(),
    };
    hooks::store::tell(conn, now, event, &Told::of_campaign(&campaign.code, today, link))
}

/// Closes a campaign at once and leaves what follows to whoever runs tasks: whoever pressed the button does not wait.
pub fn close_and_leave(app: &App, campaign: &Campaign) -> Result<bool> {
    let (today, now, row, clock) = (app.today(), app.clock.now(), campaign.clone(), app.clock.clone());
    app.db.write_now(move |conn| {
        let closed = close_and_tell(conn, &row, today, now)?;
        if closed {
            let due = db::now(conn, &clock)?;
            jobs::store::wake(conn, campaign::closing::TASK, due)?;
        }
        Ok(closed)
    })
}

fn publish_closed(app: &App) -> Result<()> {
    let published = each(app, State::Closed, |campaign| aggregation::publication::publish(app, &campaign.id));
    let told =
        each(
            app,
            State::Published,
            |campaign| {
                if campaign.stage == "published" { tell(app, campaign.clone()) } else { Ok(()) }
            },
        );
    published.and(told)
}

/// What follows a publication, once: effects of actions, feedback pages, mails.
fn tell(app: &App, campaign: Campaign) -> Result<()> {
    let (key, now, today) = (app.link_key.clone(), app.clock.now(), app.today());
    app.db.write_now(move |conn| {
        if !campaign::store::hold_stage(conn, &campaign.id, State::Published, "published")? {
            return Ok(());
        }
        if !campaign.kind.is_quarter() {
            occasions::life::published(conn, &campaign, now)?;
            tell_others(conn, Event::ResultsPublished, &campaign, today, now)?;
            return campaign::store::finish(conn, &campaign.id);
        }
        record_effects(conn, &campaign, now)?;
        progress::feedback::create_pages(conn, &key, &campaign)?;
        results::mails::enqueue_ready(conn, &campaign, now)?;
        comments::mails::enqueue_to_read(conn, &campaign, now)?;
        tell_others(conn, Event::ResultsPublished, &campaign, today, now)?;
        if campaign.announce_days == 0 {
            announce(conn, &campaign, now)?;
        }
        campaign::store::finish(conn, &campaign.id)
    })
}

/// Tells those who were asked, once; false when they were told before.
pub fn announce(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<bool> {
    let first = campaign::store::take_announcement(conn, &campaign.id, now)?;
    if first {
        progress::enqueue_results(conn, campaign, now)?;
    }
    Ok(first)
}

/// Tells those who were asked on the day that was promised, in the hours in which mails leave.
fn announce_due(app: &App) -> Result<()> {
    let (today, now, zone) = (app.today(), app.clock.now(), app.config.time_zone.clone());
    each(app, State::Published, |campaign| {
        if campaign.is_announced() || campaign.stage == "published" || !campaign.kind.is_quarter() {
            return Ok(());
        }
        let (campaign, zone) = (campaign.clone(), zone.clone());
        app.db.write_now(move |conn| {
            let due = campaign.announce_on(Calendar::load(conn)?, &zone).is_some_and(|day| day <= today);
            if due {
                announce(conn, &campaign, now)?;
            }
            Ok(())
        })
    })
}

fn read_returned(app: &App) -> Result<()> {
    mail::bounces::read(app, campaign::unsubscribe::asked_by)
}

fn remind(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    each(app, State::Open, |campaign| {
        let opened_on = campaign.first_day(&app.config.time_zone);
        let campaign = campaign.clone();
        app.db.write_now(move |conn| reminders::remind(conn, &campaign, opened_on, today, now)).map(|_| ())
    })
}

/// What heads and HR are told while a campaign is open.
fn tell_staff(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    each(app, State::Open, |campaign| {
        let opened_on = campaign.first_day(&app.config.time_zone);
        let campaign = campaign.clone();
        app.db.write_now(move |conn| notices::write(conn, &campaign, opened_on, today, now)).map(|_| ())
    })
}

/// What owners of actions are told, once a week.
fn tell_owners(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    app.db.write_now(move |conn| progress::due::enqueue_due(conn, today, now)).map(|_| ())
}

/// What people were promised by the results, once it moves.
fn tell_moved(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    app.db.write_now(move |conn| progress::moved::enqueue_moved(conn, today, now)).map(|_| ())
}

fn count_participation(app: &App) -> Result<()> {
    let today = app.today();
    each(app, State::Open, |campaign| {
        let campaign = campaign.clone();
        app.db.write_now(move |conn| participation::record(conn, &campaign, today))
    })
}

/// The night to which this moment belongs, by the hands of the organisation's clocks.
fn night(app: &App) -> Day {
    let here = app.clock.now().to_jiff().to_zoned(app.config.time_zone.clone()).datetime();
    Day::from_jiff(here.saturating_sub(SignedDuration::from_hours(NIGHT.into())).date())
}

/// Once a night: seals what open campaigns hold, or finishes what was cut short.
fn seal_open(app: &App) -> Result<()> {
    answering::night::seal(&app.db, night(app), random_bytes())
}

/// Once a night, after the seal: looks for what could tie an answer to somebody.
fn look_for_ties(app: &App) -> Result<()> {
    privacy_audit::nightly(app, night(app))
}

/// What was promised: invitations and addresses, comments, answers with the rows of files of them. And what needs no
/// promise: sessions and sign-in links that open nothing any more, old lines of the audit log.
fn forget_expired(app: &App) -> Result<()> {
    let (now, zone) = (app.clock.now(), app.config.time_zone.clone());
    let ago = move |hours: i64| now.minus(SignedDuration::from_hours(hours));
    app.db.write_now(move |conn| {
        let today = now.day_in(&zone);
        campaign::store::forget_invitations(conn, ago(24 * retention::INVITATION_DAYS), today)?;
        campaign::store::forget_past_links(conn, today.plus_months(-retention::PAST_LINK_MONTHS))?;
        occasions::life::forget(conn, today)?;
        let setting = Settings::load(conn)?.keep;
        let (comments, sheets) = campaign::store::past_their_time(conn, setting, now)?;
        aggregation::released::forget(conn, &sheets)?;
        answering::store::forget_answers(conn, &comments, &sheets)?;
        mail::bounces::store::forget_before(conn, ago(24 * mail::bounces::store::KEPT_DAYS))?;
        web::session::forget_expired(conn, now)?;
        doors::api::store::forget_reads_before(conn, today)?;
        organisation::waiting::forget_done_until(conn, today.plus_days(-organisation::waiting::WINDOW_DAYS))?;
        hooks::store::forget_before(conn, ago(24 * retention::DELIVERY_DAYS))?;
        organisation::store::forget_sign_in_links_before(conn, ago(retention::SIGN_IN_LINK_HOURS))?;
        let oldest = now.plus_months(-Budget::MONTHS.end()).day_in(&zone);
        organisation::store::forget_contacts_before(conn, oldest)?;
        forget_audit(conn, now.plus_months(-retention::AUDIT_LOG_MONTHS))
    })?;
    mail::outbox::forget_files(app)
}

/// Writes what a published wave says of the actions that started from earlier ones.
pub fn record_effects(conn: &mut Conn, campaign: &Campaign, now: Moment) -> Result<()> {
    progress::effects::record(conn, campaign, now, &mut effect).map(|_| ())
}

/// The verdict about one subject between two waves, in the words of a plan. A proved but slight change is not one.
fn effect(
    conn: &mut Conn,
    baseline: &CampaignId,
    later: &CampaignId,
    supplier: &SupplierCode,
    subject: &str,
) -> Result<Effect> {
    Ok(match aggregation::change::between(conn, baseline, later, supplier, subject)? {
        "up" => Effect::ConfirmedUp,
        "down" => Effect::ConfirmedDown,
        "too_few" => Effect::TooFew,
        aggregation::change::NOT_COMPARABLE => Effect::NotComparable,
        _ => Effect::NotShown,
    })
}
