//! Everything that happens without a request: every recurring task with its period, and what follows what
//! (close → decide → seal → publish → notices).

use jiff::SignedDuration;

use crate::app::App;
use crate::campaign::{self, Campaign, State, participation, reminders};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::error::Result;
use crate::jobs::Task;
use crate::mail::outbox::Row;
use crate::mail::{Kind, Message};
use crate::progress::Effect;
use crate::{aggregation, organisation, progress};

/// The whole list. Each bears being run twice and being late.
pub const TASKS: &[Task] = &[
    Task { name: "open", period: SignedDuration::from_secs(60), run: open_due },
    Task { name: "close", period: SignedDuration::from_secs(60), run: close_due },
    Task { name: "publish", period: SignedDuration::from_secs(60), run: publish_closed },
    Task { name: "remind", period: SignedDuration::from_mins(10), run: remind },
    Task { name: "participation", period: SignedDuration::from_mins(10), run: count_participation },
    Task { name: "retention", period: SignedDuration::from_hours(6), run: forget_expired },
];

/// Turns an outbox row into its mail.
pub fn render(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    match row.kind {
        Kind::Invitation | Kind::Reminder => campaign::mails::invitation_mail(app, conn, row),
        Kind::SignIn => organisation::sign_in_mail(app, conn, row),
        Kind::Results => progress::results_mail(app, conn, row),
        Kind::ResultsReady => progress::results_ready_mail(app, conn, row),
    }
}

fn in_state(app: &App, state: State) -> Result<Vec<Campaign>> {
    app.db.read_now(move |conn| campaign::store::in_state(conn, state))
}

fn open_due(app: &App) -> Result<()> {
    for campaign in in_state(app, State::Scheduled)? {
        if campaign.opens_on <= app.today() {
            open(app, &campaign)?;
        }
    }
    Ok(())
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
    for campaign in in_state(app, State::Open)? {
        if campaign.closes_on < app.today() {
            close(app, &campaign)?;
        }
    }
    Ok(())
}

/// Closes a campaign and publishes it. Should the second part be cut short, the next run of `publish` finishes it.
pub fn close(app: &App, campaign: &Campaign) -> Result<bool> {
    let (today, now, row) = (app.today(), app.clock.now(), campaign.clone());
    let closed = app.db.write_now(move |conn| campaign::closing::close(conn, &row, today, now))?;
    publish_closed(app)?;
    Ok(closed)
}

fn publish_closed(app: &App) -> Result<()> {
    for campaign in in_state(app, State::Closed)? {
        aggregation::publication::publish(app, &campaign.id)?;
    }
    for campaign in in_state(app, State::Published)?.into_iter().filter(|campaign| campaign.stage == "published") {
        let (key, now) = (app.link_key.clone(), app.clock.now());
        app.db.write_now(move |conn| {
            progress::effects::record(conn, &campaign, now, &mut effect)?;
            progress::feedback::create_pages(conn, &key, &campaign)?;
            progress::enqueue_results(conn, &campaign, now)?;
            campaign::store::finish(conn, &campaign.id)
        })?;
    }
    Ok(())
}

fn remind(app: &App) -> Result<()> {
    for campaign in in_state(app, State::Open)? {
        let (today, now) = (app.today(), app.clock.now());
        app.db.write_now(move |conn| reminders::remind(conn, &campaign, today, now))?;
    }
    Ok(())
}

fn count_participation(app: &App) -> Result<()> {
    for campaign in in_state(app, State::Open)? {
        let today = app.today();
        app.db.write_now(move |conn| participation::record(conn, &campaign, today))?;
    }
    Ok(())
}

fn forget_expired(app: &App) -> Result<()> {
    let before = app.clock.now().minus(SignedDuration::from_hours(24 * 30));
    app.db.write_now(move |conn| campaign::store::forget_invitations(conn, before))
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
