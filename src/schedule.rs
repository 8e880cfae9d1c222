//! Everything that happens without a request: every recurring task with its period, and what follows what
//! (close → decide → seal → publish → notices).

use jiff::SignedDuration;

use crate::app::{App, audit};
use crate::campaign::{self, Campaign, State, participation, reminders};
use crate::clock::{Day, Moment};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode, random_bytes};
use crate::error::Result;
use crate::jobs::Task;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Message, Office};
use crate::progress::Effect;
use crate::{aggregation, answering, organisation, privacy_audit, progress};

/// The whole list. Each bears being run twice and being late.
pub const TASKS: &[Task] = &[
    Task { name: "open", period: SignedDuration::from_secs(60), run: open_due },
    Task { name: "close", period: SignedDuration::from_secs(60), run: close_due },
    Task { name: "publish", period: SignedDuration::from_secs(60), run: publish_closed },
    Task { name: "remind", period: SignedDuration::from_mins(10), run: remind },
    Task { name: "participation", period: SignedDuration::from_mins(10), run: count_participation },
    Task { name: "seal", period: SignedDuration::from_secs(60), run: seal_open },
    Task { name: "privacy-audit", period: SignedDuration::from_secs(60), run: look_for_ties },
    Task { name: "retention", period: SignedDuration::from_hours(6), run: forget_expired },
];

/// What sending needs from the slices.
pub const OFFICE: Office = Office { render, tell_halted: campaign::mailing::tell_halted };

/// Turns an outbox row into its mail.
pub fn render(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    match row.kind {
        Kind::Invitation | Kind::Reminder => campaign::mails::invitation_mail(app, conn, row),
        Kind::MailingHalted => campaign::mailing::halted_mail(app, conn, row),
        Kind::SignIn => organisation::sign_in_mail(app, conn, row),
        Kind::Results => progress::results_mail(app, conn, row),
        Kind::ResultsReady => progress::results_ready_mail(app, conn, row),
    }
}

fn in_state(app: &App, state: State) -> Result<Vec<Campaign>> {
    app.db.read_now(move |conn| campaign::store::in_state(conn, state))
}

fn open_due(app: &App) -> Result<()> {
    let today = app.today();
    each(app, State::Scheduled, |campaign| {
        if campaign.opens_on <= today {
            open(app, campaign)?;
            note(app, "campaign-opened", campaign)?;
        }
        Ok(())
    })
}

/// Does `work` for every campaign in a state; one that fails does not hold up the others, and its fault is told last.
fn each(app: &App, state: State, mut work: impl FnMut(&Campaign) -> Result<()>) -> Result<()> {
    let mut outcome = Ok(());
    for campaign in in_state(app, state)? {
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

/// Opens a campaign now, with the suppliers' public action texts; returns how many people are invited.
pub fn open(app: &App, campaign: &Campaign) -> Result<usize> {
    let (key, today, now, campaign) = (app.link_key.clone(), app.today(), app.clock.now(), campaign.clone());
    app.db.write_now(move |conn| {
        let mut texts = std::collections::BTreeMap::new();
        for row in campaign::store::campaign_suppliers(conn, &campaign.id)? {
            let text = progress::public_texts(conn, &row.supplier)?;
            texts.insert(row.supplier, text);
        }
        campaign::opening::open(conn, &key, &campaign, &texts, today, now)
    })
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
    let closed = app.db.write_now(move |conn| campaign::closing::close(conn, &row, today, now))?;
    if let Err(fault) = publish_closed(app) {
        tracing::error!(campaign = campaign.code, %fault, "closed; publishing goes on at the next round");
    }
    Ok(closed)
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
    let (key, now) = (app.link_key.clone(), app.clock.now());
    app.db.write_now(move |conn| {
        if !campaign::store::hold_stage(conn, &campaign.id, State::Published, "published")? {
            return Ok(());
        }
        record_effects(conn, &campaign, now)?;
        progress::feedback::create_pages(conn, &key, &campaign)?;
        progress::enqueue_results(conn, &campaign, now)?;
        campaign::store::finish(conn, &campaign.id)
    })
}

fn remind(app: &App) -> Result<()> {
    let (today, now) = (app.today(), app.clock.now());
    each(app, State::Open, |campaign| {
        let opened_on = campaign.opened_at.map_or(campaign.opens_on, |at| at.day_in(&app.config.time_zone));
        let campaign = campaign.clone();
        app.db.write_now(move |conn| reminders::remind(conn, &campaign, opened_on, today, now)).map(|_| ())
    })
}

fn count_participation(app: &App) -> Result<()> {
    let today = app.today();
    each(app, State::Open, |campaign| {
        let campaign = campaign.clone();
        app.db.write_now(move |conn| participation::record(conn, &campaign, today))
    })
}

/// The night to which a moment belongs begins at two o'clock in the organisation's time zone, when few people answer.
fn night(app: &App) -> Day {
    app.clock.now().minus(SignedDuration::from_hours(2)).day_in(&app.config.time_zone)
}

/// Once a night: seals what open campaigns hold, or finishes what was cut short.
fn seal_open(app: &App) -> Result<()> {
    answering::night::seal(&app.db, night(app), random_bytes())
}

/// Once a night, after the seal: looks for what could tie an answer to somebody.
fn look_for_ties(app: &App) -> Result<()> {
    privacy_audit::nightly(app, night(app))
}

/// What the promise says: invitations and addresses 30 days after closing, comments 2 years, sheets 3 years.
fn forget_expired(app: &App) -> Result<()> {
    let ago = |days: i64| app.clock.now().minus(SignedDuration::from_hours(24 * days));
    let (invitations, comments, sheets) = (ago(30), ago(2 * 365), ago(3 * 365));
    app.db.write_now(move |conn| {
        campaign::store::forget_invitations(conn, invitations)?;
        aggregation::released::forget(conn, sheets)?;
        answering::store::forget_answers(conn, comments, sheets)
    })
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
