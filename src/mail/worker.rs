//! Takes what is due from the outbox and sends it over several connections. Nothing is open in the database while a
//! mail travels.
//!
//! One task claims and renders ahead (`feed`), each connection is a lane that sends one mail after the other, and one
//! task writes for all lanes (`write`): what became of a lane's last mail and the stamp of its next stand in one
//! transaction, shared by the lanes that wait at the same time. A lane takes no further mail before what became of its
//! last is on disk: after a crash at most one mail a lane is sent twice. A process that was told to end finishes the
//! mails that travel and gives back the others.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use futures_util::future::join_all;
use tokio::sync::{Notify, mpsc, oneshot};

use super::faults::Fault;
use super::line::Line;
use super::outbox::{self, Outcome, Owner, RENEWAL, Row};
use super::profile::Profile;
use super::store::{self, Relay};
use super::transport::{Parcel, Transport};
use super::{Kind, Message};
use crate::app::App;
use crate::clock::Moment;
use crate::db;
use crate::db::ids::CampaignId;
use crate::db::{Conn, ids};
use crate::error::{Error, Result};

/// What the roof gives: slices know their mails, and who is told.
#[derive(Clone, Copy)]
pub struct Office {
    /// Turns an outbox row into a mail, or nothing when it is no longer wanted.
    pub render: fn(&App, &mut Conn, &Row) -> Result<Option<Message>>,
    /// Writes the letters that tell of a campaign's mails being halted, in the transaction that halts them.
    pub tell_halted: fn(&mut Conn, &CampaignId, Moment) -> Result<()>,
}

/// A row with what will be sent for it.
struct Ready {
    row: Row,
    parcel: std::result::Result<Option<Parcel>, Fault>,
}

/// What a lane wants written; the answer says whether its next mail may go.
struct Request {
    settled: Option<(Row, Outcome)>,
    next: Option<Row>,
    answer: oneshot::Sender<bool>,
}

struct Run<'a> {
    app: &'a App,
    transport: &'a Transport,
    office: Office,
    owner: Owner,
    lanes: usize,
    queue: RefCell<VecDeque<Ready>>,
    /// Lanes at work.
    busy: Cell<usize>,
    sent: Cell<usize>,
    over: Cell<bool>,
    /// Connections that are open.
    open: Cell<usize>,
    /// Connections open one after the other: the first tells whether the server is there at all.
    opening: tokio::sync::Mutex<()>,
    /// Connections that broke in the middle of a mail since the server last answered one.
    cuts: Cell<usize>,
    /// There is something in the queue, or the run is over.
    more: Notify,
    /// A lane took something, or has nothing left to do.
    less: Notify,
}

/// How often urgent letters are looked for while lanes are at work.
const GLANCE: Duration = Duration::from_secs(1);
/// So many rows are claimed at once: few, as people who answer wait for the same writer meanwhile.
const CLAIM: usize = 16;
/// So many mails cut one after the other are the server's fault, not theirs.
const CUTS: usize = 3;
/// How often, and with which pause, what became of mails is written again when the database is away.
const WRITES: usize = 20;
const PAUSE: Duration = Duration::from_millis(500);

/// Sends all that may leave now; returns how many left.
pub async fn send_due(app: &App, transport: &Transport, office: Office) -> Result<usize> {
    let clock = app.clock.clone();
    let profile = app
        .db
        .read(move |conn| {
            let now = db::now(conn, &clock)?;
            let due = outbox::is_due(conn, now)?;
            Ok(if due { Some((Profile::load(conn)?, Relay::load(conn)?.most_lanes(now))) } else { None })
        })
        .await?;
    let Some((profile, most)) = profile else { return Ok(0) };
    let lanes = profile.lanes().min(most);
    let (key, clock, zone) = (ids::random_key(), app.clock.clone(), app.config.time_zone.clone());
    let run = Run {
        app,
        transport,
        office,
        owner: Owner { key, clock, zone, profile },
        lanes,
        queue: RefCell::default(),
        busy: Cell::new(lanes),
        sent: Cell::new(0),
        over: Cell::new(false),
        open: Cell::new(0),
        opening: tokio::sync::Mutex::new(()),
        cuts: Cell::new(0),
        more: Notify::new(),
        less: Notify::new(),
    };
    let (desk, requests) = mpsc::unbounded_channel();
    let sending = async {
        // The desk closes with the last lane.
        let lanes = join_all((0..lanes).map(|_| run.lane(desk.clone())).collect::<Vec<_>>());
        drop(desk);
        let (fed, _, ()) = tokio::join!(run.feed(), lanes, run.write(requests));
        fed
    };
    let outcome = tokio::select! {
        outcome = sending => outcome,
        () = run.renew() => Ok(()),
    };
    if outcome.is_err() || app.is_leaving() {
        let owner = run.owner.clone();
        let _ = app.db.write_aside(move |conn| outbox::give_back(conn, &owner)).await;
    }
    outcome.map(|()| run.sent.get())
}

impl Run<'_> {
    /// Claims and renders ahead of the lanes, until nothing may leave and no lane is at work.
    async fn feed(&self) -> Result<()> {
        let outcome = self.fill().await;
        self.over.set(true);
        self.more.notify_waiters();
        outcome
    }

    async fn fill(&self) -> Result<()> {
        // Whether the last claim found nothing: worth another only after a while, or before the end.
        let mut dry = false;
        loop {
            if self.app.is_leaving() {
                return Ok(());
            }
            let waiting = self.queue.borrow().len();
            if !dry && waiting < self.lanes {
                dry = self.fetch(CLAIM).await? == 0;
                continue;
            }
            if waiting == 0 && self.busy.get() == 0 {
                if self.fetch(CLAIM).await? == 0 {
                    return Ok(());
                }
                continue;
            }
            tokio::select! {
                () = self.less.notified() => {}
                () = tokio::time::sleep(GLANCE) => {
                    // Lanes may hang for long: urgent letters go before what waits.
                    dry = self.fetch(0).await? == 0 && dry && waiting > 0;
                }
            }
        }
    }

    /// Claims up to `room` rows, renders them and puts them in the queue; how many.
    async fn fetch(&self, room: usize) -> Result<usize> {
        let owner = self.owner.clone();
        let limit = i64::try_from(room).unwrap_or(64);
        let rows = self.app.db.write_aside(move |conn| outbox::claim(conn, &owner, limit)).await?;
        let claimed = rows.len();
        let (app, transport, office) = (self.app.clone(), self.transport.clone(), self.office);
        let ready =
            actix_web::web::block(move || prepare(&app, &transport, office, rows)).await.map_err(Error::internal)?;
        let mut queue = self.queue.borrow_mut();
        for ready in ready {
            if ready.row.kind == Kind::SignIn { queue.push_front(ready) } else { queue.push_back(ready) }
        }
        drop(queue);
        self.more.notify_waiters();
        Ok(claimed)
    }

    /// One connection: sends one mail after the other, each after its stamp.
    async fn lane(&self, desk: mpsc::UnboundedSender<Request>) {
        let mut line = None;
        let mut settled = None;
        loop {
            let next = if self.app.is_leaving() { None } else { self.queue.borrow_mut().pop_front() };
            let Some(Ready { row, parcel }) = next else {
                if settled.is_some() {
                    ask(&desk, settled.take(), None).await;
                    continue;
                }
                self.busy.set(self.busy.get() - 1);
                if self.over.get() || self.app.is_leaving() {
                    self.less.notify_one();
                    break;
                }
                let more = self.more.notified();
                self.less.notify_one();
                more.await;
                self.busy.set(self.busy.get() + 1);
                continue;
            };
            self.less.notify_one();
            let parcel = match parcel {
                Ok(Some(parcel)) => parcel,
                other => {
                    let outcome = other.map_or_else(Outcome::Fault, |_| Outcome::Dropped);
                    self.tell(&row, &outcome);
                    ask(&desk, settled.take(), None).await;
                    settled = Some((row, outcome));
                    continue;
                }
            };
            if let Err(fault) = self.connect(&mut line).await {
                if self.open.get() > 0 {
                    // The server is there, and takes no further connection: the others do with what it takes.
                    ask(&desk, settled.take(), None).await;
                    self.queue.borrow_mut().push_front(Ready { row, parcel: Ok(Some(parcel)) });
                    self.learn(&fault).await;
                    self.busy.set(self.busy.get() - 1);
                    self.more.notify_one();
                    self.less.notify_one();
                    return;
                }
                let outcome = Outcome::Fault(fault);
                self.tell(&row, &outcome);
                ask(&desk, settled.take(), None).await;
                ask(&desk, Some((row, outcome)), None).await;
                self.stand_down().await;
                continue;
            }
            if !ask(&desk, settled.take(), Some(row.clone())).await {
                continue;
            }
            let outcome = match self.transport.send(&mut line, &row.message_id, parcel).await {
                Ok(()) => Outcome::Sent,
                Err(fault) => Outcome::Fault(fault),
            };
            if line.is_none() && self.counts_lines() {
                self.open.set(self.open.get().saturating_sub(1));
            }
            settled = Some((row, self.judged(outcome)));
            if let Some((row, outcome)) = &settled {
                self.tell(row, outcome);
            }
        }
        if let Some(mut line) = line {
            line.close().await;
            self.open.set(self.open.get().saturating_sub(1));
        }
    }

    /// Only a server has connections.
    fn counts_lines(&self) -> bool {
        matches!(self.transport, Transport::Smtp(_))
    }

    /// Sees to it that this lane has a connection.
    async fn connect(&self, line: &mut Option<Line>) -> std::result::Result<(), Fault> {
        if line.is_some() || !self.counts_lines() {
            return Ok(());
        }
        let turn = self.opening.lock().await;
        let outcome = self.transport.open(line).await;
        drop(turn);
        if outcome.is_ok() {
            self.open.set(self.open.get() + 1);
        }
        outcome
    }

    /// Remembers for an hour how many connections the server takes.
    async fn learn(&self, fault: &Fault) {
        let (lanes, clock) = (self.open.get().max(1), self.owner.clock.clone());
        tracing::warn!(lanes, fault = fault.name(), "the mail server takes no further connection");
        let noted = self.app.db.write_aside(move |conn| {
            let now = db::now(conn, &clock)?;
            store::narrow_relay(conn, lanes, now)
        });
        if let Err(fault) = noted.await {
            tracing::warn!(%fault, "how many connections the server takes could not be kept");
        }
    }

    /// Several mails in a row whose connection broke: from then on it is the server that is left alone.
    fn judged(&self, outcome: Outcome) -> Outcome {
        match outcome {
            Outcome::Fault(Fault::Cut { said, unsure }) => {
                self.cuts.set(self.cuts.get() + 1);
                if self.cuts.get() > CUTS && !unsure {
                    return Outcome::Fault(Fault::Unreachable(said));
                }
                Outcome::Fault(Fault::Cut { said, unsure })
            }
            other => {
                self.cuts.set(0);
                other
            }
        }
    }

    /// The server is away: what waits for it goes back, instead of every lane trying for itself.
    async fn stand_down(&self) {
        self.queue.borrow_mut().clear();
        let owner = self.owner.clone();
        if let Err(fault) = self.app.db.write_aside(move |conn| outbox::give_back(conn, &owner)).await {
            tracing::error!(%fault, "claimed mails could not be given back; their lease will pass");
        }
    }

    fn tell(&self, row: &Row, outcome: &Outcome) {
        match outcome {
            Outcome::Sent => self.sent.set(self.sent.get() + 1),
            Outcome::Dropped => {}
            // Its words may hold an address: they are for the page.
            Outcome::Fault(fault) => tracing::warn!(mail = row.id, fault = fault.name(), "a mail did not leave"),
        }
    }

    /// Writes for all lanes: everything that waits goes into one transaction.
    async fn write(&self, mut requests: mpsc::UnboundedReceiver<Request>) {
        while let Some(first) = requests.recv().await {
            let mut batch = vec![first];
            while let Ok(more) = requests.try_recv() {
                batch.push(more);
            }
            let settled: Vec<(Row, Outcome)> = batch.iter().filter_map(|request| request.settled.clone()).collect();
            let next: Vec<Row> = batch.iter().filter_map(|request| request.next.clone()).collect();
            let stamped = self.turn(settled, next).await;
            for request in batch {
                let may_go = request.next.is_some_and(|row| stamped.contains(&row.message_id));
                // A lane that is gone no longer wants to know.
                let _ = request.answer.send(may_go);
            }
        }
    }

    /// One turn, tried again while the database is away: a mail that left and is not written down would leave twice.
    async fn turn(&self, settled: Vec<(Row, Outcome)>, next: Vec<Row>) -> std::collections::BTreeSet<String> {
        for _ in 0..WRITES {
            let (owner, office) = (self.owner.clone(), self.office);
            let (settled, next) = (settled.clone(), next.clone());
            let turned = self
                .app
                .db
                .write_aside(move |conn| {
                    let turn = outbox::turn(conn, &owner, &settled, &next)?;
                    let now = db::now(conn, &owner.clock)?;
                    for campaign in &turn.halted {
                        (office.tell_halted)(conn, campaign, now)?;
                    }
                    Ok(turn.stamped)
                })
                .await;
            match turned {
                Ok(stamped) => return stamped,
                Err(fault) => tracing::error!(%fault, "what became of mails could not be written"),
            }
            tokio::time::sleep(PAUSE).await;
        }
        std::collections::BTreeSet::new()
    }

    /// Renews the leases of this run for as long as it lasts.
    async fn renew(&self) {
        loop {
            tokio::time::sleep(RENEWAL).await;
            let owner = self.owner.clone();
            if let Err(fault) = self.app.db.write_aside(move |conn| outbox::renew(conn, &owner)).await {
                tracing::error!(%fault, "the leases of mails could not be renewed");
            }
        }
    }
}

async fn ask(desk: &mpsc::UnboundedSender<Request>, settled: Option<(Row, Outcome)>, next: Option<Row>) -> bool {
    if settled.is_none() && next.is_none() {
        return false;
    }
    let (answer, told) = oneshot::channel();
    desk.send(Request { settled, next, answer }).is_ok() && told.await.unwrap_or(false)
}

/// Renders and composes rows, each on its own: one that faults or panics does not take the others with it. After a
/// fault the others are read in a new transaction, as Postgres ends the old one.
fn prepare(app: &App, transport: &Transport, office: Office, rows: Vec<Row>) -> Vec<Ready> {
    let mut ready = Vec::with_capacity(rows.len());
    let mut rows = VecDeque::from(rows);
    while !rows.is_empty() {
        let read = app.db.read_now(|conn| {
            while let Some(row) = rows.pop_front() {
                let parcel = catch_unwind(AssertUnwindSafe(|| write_one(app, transport, office, conn, &row)))
                    .unwrap_or_else(|panic| {
                        Err(Fault::Unwritable(format!("it cannot be written: {}", words_of(&*panic))))
                    });
                let faulty = parcel.is_err();
                ready.push(Ready { row, parcel });
                if faulty {
                    break;
                }
            }
            Ok(())
        });
        if let Err(fault) = read {
            // The database is away: these rows are tried again.
            let fault = Fault::Later(fault.to_string());
            ready.extend(rows.drain(..).map(|row| Ready { row, parcel: Err(fault.clone()) }));
        }
    }
    ready
}

fn write_one(
    app: &App,
    transport: &Transport,
    office: Office,
    conn: &mut Conn,
    row: &Row,
) -> std::result::Result<Option<Parcel>, Fault> {
    // A fault of ours, perhaps a passing one of the database: the mail is not lost for it.
    let message = (office.render)(app, conn, row).map_err(|fault| Fault::Later(fault.to_string()))?;
    let written = app.clock.now();
    message.map(|message| transport.pack(&app.config.mail_from, &row.message_id, written, message)).transpose()
}

fn words_of(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
    text.unwrap_or("no words").chars().take(200).collect()
}
