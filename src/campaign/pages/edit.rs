//! The settings of a campaign before it opens: code, dates, reminders, thresholds, suppliers, and whether a file of the
//! answers is handed out. What was typed comes
//! back with what is wrong; a campaign that has opened is refused.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use serde::Serialize;

use super::proposal::{chosen_of, proposal};
use super::{Setback, groups, id, path, refuse, turn_away};
use crate::app::{App, audit};
use crate::campaign::calendar::Calendar;
use crate::campaign::{Campaign, FEWEST_ROWS, LOWEST_LEVELS, mirror, reminders, store};
use crate::clock::{Clock, Day};
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::questionnaire::store as questionnaires;
use crate::render::{Language, Page};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Fields, Hr, Seen, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// A field as typed, with what is wrong with it.
#[derive(Debug, Clone, Serialize)]
struct Field {
    name: &'static str,
    label: &'static str,
    hint: Option<&'static str>,
    kind: &'static str,
    value: String,
    fault: Option<Say>,
}

/// Who gets the file of the answers: shown beside its box, apart from the other fields.
const RECIPIENT: &str = "row_level_to";
/// A field keeps this many characters of what was typed; the recipient more, so that one too long comes back whole.
const KEPT: usize = 60;
const KEPT_RECIPIENT: usize = 500;

/// When staff representatives were told; may stay empty.
const INFORMED: &str = "informed_on";

/// The days it asks about; left empty, those of the quarter that its code names.
const PERIOD: [&str; 2] = ["period_first", "period_last"];

/// The button that asks for dates of reminders.
const PROPOSE: &str = "propose";
const REMINDERS: [&str; 3] = ["reminder_1", "reminder_2", "reminder_3"];

/// The fields of the form, holding nothing.
fn blank() -> Vec<Field> {
    let field = |name, label, hint, kind| Field { name, label, hint, kind, value: String::new(), fault: None };
    vec![
        field("code", "campaign-code", Some("campaign-code-hint"), "text"),
        field(PERIOD[0], "campaign-period-first", Some("campaign-period-hint"), "date"),
        field(PERIOD[1], "campaign-period-last", None, "date"),
        field("opens_on", "campaign-opens", None, "date"),
        field("closes_on", "campaign-closes", Some("campaign-closes-hint"), "date"),
        field("reminder_1", "campaign-reminder-1", Some("campaign-reminder-hint"), "date"),
        field("reminder_2", "campaign-reminder-2", None, "date"),
        field("reminder_3", "campaign-reminder-3", None, "date"),
        field(INFORMED, "campaign-informed", Some("campaign-informed-hint"), "date"),
        field("announce_days", "campaign-announce-days", Some("campaign-announce-days-hint"), "number"),
        field("threshold", "campaign-threshold", Some("campaign-threshold-hint"), "number"),
        field("levels_threshold", "campaign-levels", Some("campaign-levels-hint"), "number"),
        field("comments_threshold", "campaign-comments", Some("campaign-comments-hint"), "number"),
        field(RECIPIENT, "campaign-file-to", Some("campaign-file-to-hint"), "text"),
    ]
}

fn holding(campaign: &Campaign) -> Vec<Field> {
    let reminders = campaign.reminder_days();
    let reminder = |place: usize| reminders.get(place).map(ToString::to_string).unwrap_or_default();
    let value = |name: &str| match name {
        "code" => campaign.code.clone(),
        "opens_on" => campaign.opens_on.to_string(),
        "closes_on" => campaign.closes_on.to_string(),
        "announce_days" => campaign.announce_days.to_string(),
        "threshold" => campaign.threshold.to_string(),
        "levels_threshold" => campaign.levels_threshold.to_string(),
        "comments_threshold" => campaign.comments_threshold.to_string(),
        RECIPIENT => campaign.row_level_to.clone(),
        "period_first" => campaign.period_first.map(|day| day.to_string()).unwrap_or_default(),
        "period_last" => campaign.period_last.map(|day| day.to_string()).unwrap_or_default(),
        INFORMED => campaign.informed_on.map(|day| day.to_string()).unwrap_or_default(),
        other => REMINDERS.iter().position(|name| *name == other).map(reminder).unwrap_or_default(),
    };
    blank().into_iter().map(|field| Field { value: value(field.name), ..field }).collect()
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    code: SupplierCode,
    name: String,
    ticked: bool,
    /// Its team is asked how it thinks its clients judge it; none where no unit says who is of it.
    mirror: Option<bool>,
}

#[derive(Debug, Clone, Serialize)]
pub struct EditPage {
    /// None for a new campaign.
    id: Option<CampaignId>,
    seen: Seen,
    fields: Vec<Field>,
    /// A file of the answers is handed out.
    row_level: bool,
    /// From how many responses on a supplier has rows in that file, and no figures by client group.
    fewest_rows: u32,
    /// Under how many sheets nothing of a mirror is shown.
    fewest_sheets: i32,
    mirror_fault: Option<Say>,
    suppliers: Vec<Choice>,
    /// Active suppliers that have no questionnaire yet.
    without: Vec<String>,
}

impl Page for EditPage {
    const TEMPLATE: &'static str = "campaign/edit.html";
}

fn view(
    conn: &mut Conn,
    id: Option<CampaignId>,
    (fields, row_level): (Vec<Field>, bool),
    (chosen, mirrors): (&BTreeSet<SupplierCode>, &BTreeSet<SupplierCode>),
    language: Language,
) -> Result<EditPage> {
    let (mut list, mut without) = (Vec::new(), Vec::new());
    for supplier in organisation::suppliers(conn)? {
        let name = supplier.name(language).to_owned();
        let ticked = chosen.contains(&supplier.code);
        let askable = supplier.active && questionnaires::latest(conn, &supplier.code)?.is_some();
        // One chosen before stays in sight even when it could no longer be chosen, or it could not be taken out.
        if askable || ticked {
            let mirror = supplier.unit.is_some().then(|| mirrors.contains(&supplier.code));
            list.push(Choice { code: supplier.code, name, ticked, mirror });
        } else if supplier.active {
            without.push(name);
        }
    }
    let seen = match &id {
        Some(id) => seen(conn, id)?,
        None => Seen::default(),
    };
    Ok(EditPage {
        id,
        seen,
        fields,
        row_level,
        fewest_rows: FEWEST_ROWS,
        fewest_sheets: mirror::FEWEST,
        mirror_fault: None,
        suppliers: list,
        without,
    })
}

/// The mark of a campaign's settings as they stand.
fn seen(conn: &mut Conn, id: &CampaignId) -> Result<Seen> {
    let campaign = store::campaign(conn, id)?;
    let values = holding(&campaign).into_iter().map(|field| (field.name, field.value)).collect::<Vec<_>>();
    Seen::of(&(values, campaign.row_level, chosen_of(conn, id)?, store::mirrors(conn, id)?))
}

pub async fn new(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (today, language) = (app.today(), who.language);
    let view = app
        .db
        .read(move |conn| {
            let (campaign, chosen) = proposal(conn, today)?;
            // Nothing to take out here: only what can be chosen is ticked.
            let ticked = (&chosen, &BTreeSet::new());
            let mut view = view(conn, None, (holding(&campaign), campaign.row_level), ticked, language)?;
            let mut askable = Vec::new();
            for choice in view.suppliers {
                let active = organisation::supplier(conn, &choice.code)?.active;
                if active && questionnaires::latest(conn, &choice.code)?.is_some() {
                    askable.push(choice);
                } else if active {
                    view.without.push(choice.name);
                }
            }
            Ok(EditPage { suppliers: askable, ..view })
        })
        .await?;
    web::page(&req, &app, &who, &view).await
}

pub async fn edit(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, language) = (id(&req)?, who.language);
    let of = id.clone();
    let view = app
        .db
        .read(move |conn| {
            let campaign = store::quarter(conn, &of)?;
            if !campaign.is_in_preparation() {
                return Ok(None);
            }
            let (chosen, mirrors) = (chosen_of(conn, &of)?, store::mirrors(conn, &of)?);
            let fields = (holding(&campaign), campaign.row_level);
            view(conn, Some(of), fields, (&chosen, &mirrors), language).map(Some)
        })
        .await?;
    match view {
        Some(view) => web::page(&req, &app, &who, &view).await,
        None => turn_away(&req, &app, &who, id, Setback::frozen()).await,
    }
}

/// What was typed, before anything is made of it.
struct Typed {
    fields: Vec<Field>,
    row_level: bool,
    suppliers: BTreeSet<SupplierCode>,
    mirrors: BTreeSet<SupplierCode>,
    seen: Option<String>,
}

impl Typed {
    fn of(form: &Fields) -> Result<Self> {
        let fields: Result<Vec<Field>> = blank()
            .into_iter()
            .map(|field| {
                let most = if field.name == RECIPIENT { KEPT_RECIPIENT } else { KEPT };
                Ok(Field { value: clean_line(&form.text(field.name)?).chars().take(most).collect(), ..field })
            })
            .collect();
        Ok(Self {
            fields: fields?,
            row_level: form.has("row_level"),
            suppliers: form.all("supplier").into_iter().map(SupplierCode).collect(),
            mirrors: form.all("mirror").into_iter().map(SupplierCode).collect(),
            seen: Seen::given(form)?,
        })
    }

    fn blame(&mut self, name: &str, fault: Say) {
        if let Some(field) = self.fields.iter_mut().find(|field| field.name == name && field.fault.is_none()) {
            field.fault = Some(fault);
        }
    }

    fn value(&self, name: &str) -> &str {
        self.fields.iter().find(|field| field.name == name).map_or("", |field| field.value.as_str())
    }

    fn day(&mut self, name: &str) -> Option<Day> {
        let day = Day::parse(self.value(name));
        if day.is_none() {
            self.blame(name, Say::new("campaign-fault-day"));
        }
        day
    }

    fn number(&mut self, name: &str) -> Option<i32> {
        let number = self.value(name).parse().ok();
        if number.is_none() {
            self.blame(name, Say::new("campaign-fault-number"));
        }
        number
    }

    /// The campaign as typed, in the place of `standing`; none when a field is wrong, and then the field says so.
    fn read(&mut self, standing: &Campaign) -> Result<Option<Campaign>> {
        let (opens_on, closes_on) = (self.day("opens_on"), self.day("closes_on"));
        let numbers = ["threshold", "levels_threshold", "comments_threshold"].map(|name| self.number(name));
        let mut reminders = BTreeSet::new();
        for name in REMINDERS {
            if !self.value(name).is_empty() {
                reminders.extend(self.day(name));
            }
        }
        // A form of before the setting, or one without it, leaves it as it stands.
        let announce_days = match self.value("announce_days") {
            "" => Some(standing.announce_days),
            _ => self.number("announce_days"),
        };
        let proposed = Campaign::draft(standing.id.clone(), self.value("code").to_owned(), standing.opens_on);
        let blank = PERIOD.iter().all(|name| self.value(name).is_empty());
        let (period_first, period_last) = match blank {
            true => (proposed.period_first, proposed.period_last),
            false => {
                let [first, last] = PERIOD.map(|name| if self.value(name).is_empty() { None } else { self.day(name) });
                (first, last)
            }
        };
        let informed_on = if self.value(INFORMED).is_empty() { None } else { self.day(INFORMED) };
        let (Some(opens_on), Some(closes_on), Some(announce_days)) = (opens_on, closes_on, announce_days) else {
            return Ok(None);
        };
        let [Some(threshold), Some(levels_threshold), Some(comments_threshold)] = numbers else {
            return Ok(None);
        };
        let campaign = Campaign {
            code: self.value("code").to_owned(),
            opens_on,
            closes_on,
            reminders: serde_json::to_string(&reminders)?,
            threshold,
            levels_threshold,
            comments_threshold,
            row_level: self.row_level,
            row_level_to: if self.row_level { self.value(RECIPIENT).to_owned() } else { String::new() },
            informed_on,
            announce_days,
            period_first,
            period_last,
            ..standing.clone()
        };
        for fault in campaign.faults() {
            self.place(&campaign, fault);
        }
        Ok(self.fields.iter().all(|field| field.fault.is_none()).then_some(campaign))
    }

    /// Says beside a reminder that it comes too soon after the one before.
    fn blame_reminder(&mut self, day: Day) {
        let field = REMINDERS.into_iter().find(|name| Day::parse(self.value(name)) == Some(day));
        self.blame(field.unwrap_or("reminder_1"), Say::new("campaign-fault-reminders-close"));
    }

    /// Puts a fault of the whole campaign beside the field it is about.
    fn place(&mut self, campaign: &Campaign, fault: Say) {
        match fault.key {
            "campaign-fault-code" => self.blame("code", fault),
            "campaign-fault-period" => self.blame(PERIOD[1], fault),
            "campaign-fault-dates" => self.blame("closes_on", fault),
            "campaign-fault-file-to" | "campaign-fault-file-long" => self.blame(RECIPIENT, fault),
            "campaign-fault-announce" => self.blame("announce_days", fault),
            "campaign-fault-threshold" => self.blame("threshold", fault),
            "campaign-fault-levels" => {
                if campaign.levels_threshold < LOWEST_LEVELS {
                    self.blame("levels_threshold", fault.clone());
                }
                if campaign.comments_threshold < LOWEST_LEVELS {
                    self.blame("comments_threshold", fault);
                }
            }
            _ => {
                let wrong = |text: &str| {
                    Day::parse(text).is_some_and(|day| day <= campaign.opens_on || day > campaign.closes_on)
                };
                for name in REMINDERS.into_iter().filter(|name| wrong(self.value(name))).collect::<Vec<_>>() {
                    self.blame(name, fault.clone());
                }
            }
        }
    }
}

/// What became of a form: the campaign saved, or the page to correct.
enum Outcome {
    /// With how many units that had no group yet.
    Saved(CampaignId, usize),
    Wrong(Box<EditPage>),
}

/// Who saves, when, in which language.
struct Hand {
    by: PersonId,
    clock: Clock,
    today: Day,
    language: Language,
}

/// Saves what was typed as a new campaign, or in the place of `id`.
fn save_typed(conn: &mut Conn, id: Option<CampaignId>, mut typed: Typed, hand: &Hand) -> Result<Outcome> {
    let standing = match &id {
        Some(id) => store::hold_quarter(conn, id)?,
        None => Campaign::draft(CampaignId(sortable(hand.clock.now())), String::new(), hand.today),
    };
    for code in &typed.suppliers {
        organisation::supplier(conn, code)?;
    }
    let stale = match &id {
        Some(id) => seen(conn, id)?.differs(typed.seen.as_deref()),
        None => None,
    };
    let mut campaign = typed.read(&standing)?.filter(|_| stale.is_none());
    let days = campaign.as_ref().map(Campaign::reminder_days).unwrap_or_default();
    if let Some(close) = reminders::too_close(Calendar::load(conn)?, &days) {
        typed.blame_reminder(close);
        campaign = None;
    }
    let unasked = (!typed.mirrors.is_subset(&typed.suppliers)).then(|| Say::new("campaign-fault-mirror"));
    campaign = campaign.filter(|_| unasked.is_none());
    let taken = store::campaigns(conn)?.into_iter().any(|one| one.id != standing.id && one.code == typed.value("code"));
    if taken || (id.is_none() && campaign.is_some() && !insert(conn, campaign.as_ref())?) {
        typed.blame("code", Say::new("campaign-fault-taken"));
        campaign = None;
    }
    let Some(campaign) = campaign else {
        let ticked = (&typed.suppliers, &typed.mirrors);
        let page = view(conn, id, (typed.fields, typed.row_level), ticked, hand.language)?;
        let wrong = unasked.is_some() || page.fields.iter().any(|field| field.fault.is_some());
        // The mark stays that of the page the form was made from, until it says that somebody saved since.
        let seen = stale.filter(|_| !wrong).unwrap_or_else(|| Seen::kept(typed.seen));
        return Ok(Outcome::Wrong(Box::new(EditPage { seen, mirror_fault: unasked, ..page })));
    };
    if id.is_some() {
        store::save_draft(conn, &campaign)?;
    }
    let before = store::mirrors(conn, &campaign.id)?;
    store::set_suppliers(conn, &campaign.id, &typed.suppliers)?;
    store::set_mirrors(conn, &campaign.id, &typed.mirrors)?;
    let mirrors = store::mirrors(conn, &campaign.id)?;
    if mirrors != before {
        let codes = mirrors.iter().map(SupplierCode::as_str).collect::<Vec<_>>().join(" ");
        let detail = format!("{} {}", campaign.code, if codes.is_empty() { "-" } else { &codes });
        audit(conn, &hand.clock, Some(&hand.by), "campaign-mirrors", &detail)?;
    }
    let placed = groups::complete(conn, &campaign, hand.today)?;
    keep_trace(conn, hand, id.as_ref().map(|_| &standing), &campaign)?;
    Ok(Outcome::Saved(campaign.id, placed))
}

fn insert(conn: &mut Conn, campaign: Option<&Campaign>) -> Result<bool> {
    campaign.map_or(Ok(false), |campaign| store::insert(conn, campaign))
}

fn keep_trace(conn: &mut Conn, hand: &Hand, before: Option<&Campaign>, after: &Campaign) -> Result<()> {
    let thresholds = |c: &Campaign| format!("{}/{}/{}", c.threshold, c.levels_threshold, c.comments_threshold);
    let event = if before.is_some() { "campaign-changed" } else { "campaign-created" };
    let detail = format!("{} {} - {}", after.code, after.opens_on, after.closes_on);
    audit(conn, &hand.clock, Some(&hand.by), event, &detail)?;
    if let Some(before) = before.filter(|before| thresholds(before) != thresholds(after)) {
        let detail = format!("{} {} -> {}", after.code, thresholds(before), thresholds(after));
        audit(conn, &hand.clock, Some(&hand.by), "campaign-thresholds", &detail)?;
    }
    let file = |c: &Campaign| if c.row_level { c.row_level_to.clone() } else { "-".to_owned() };
    let was = before.map_or("-".to_owned(), file);
    if was != file(after) {
        let detail = format!("{} {was} -> {}", after.code, file(after));
        audit(conn, &hand.clock, Some(&hand.by), "campaign-file", &detail)?;
    }
    Ok(())
}

/// The form as typed, with dates proposed for the reminders. Nothing is saved.
async fn propose(req: &HttpRequest, app: &App, who: &Who, id: Option<CampaignId>, mut typed: Typed) -> Answer {
    let language = who.language;
    let view = app
        .db
        .read(move |conn| {
            if let (Some(opens_on), Some(closes_on)) = (typed.day("opens_on"), typed.day("closes_on")) {
                let days = reminders::proposed(Calendar::load(conn)?, opens_on, closes_on);
                for (place, name) in REMINDERS.into_iter().enumerate() {
                    let value = days.get(place).map(ToString::to_string).unwrap_or_default();
                    for field in typed.fields.iter_mut().filter(|field| field.name == name) {
                        field.value.clone_from(&value);
                    }
                }
            }
            let ticked = (&typed.suppliers, &typed.mirrors);
            let page = view(conn, id, (typed.fields, typed.row_level), ticked, language)?;
            Ok(EditPage { seen: Seen::kept(typed.seen), ..page })
        })
        .await?;
    web::page(req, app, who, &view).await
}

pub async fn create(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let typed = Typed::of(&form)?;
    if form.has(PROPOSE) {
        return propose(&req, &app, &who, None, typed).await;
    }
    let hand = Hand { by: who.person.clone(), clock: app.clock.clone(), today: app.today(), language: who.language };
    match app.db.write(move |conn| save_typed(conn, None, typed, &hand)).await? {
        Outcome::Saved(id, _) => redirect_saying(&path(&id), &Say::new("flash-campaign-created")),
        Outcome::Wrong(view) => web::refused(&req, &app, &who, &*view).await,
    }
}

pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, typed) = (id(&req)?, Typed::of(&form)?);
    if form.has(PROPOSE) {
        return propose(&req, &app, &who, Some(id), typed).await;
    }
    let hand = Hand { by: who.person.clone(), clock: app.clock.clone(), today: app.today(), language: who.language };
    let of = id.clone();
    match app.db.write(move |conn| save_typed(conn, Some(of), typed, &hand)).await {
        Ok(Outcome::Saved(id, placed)) => {
            redirect_saying(&path(&id), &Say::new("flash-campaign-saved").with("placed", placed))
        }
        Ok(Outcome::Wrong(view)) => web::refused(&req, &app, &who, &*view).await,
        Err(Error::Invalid(fault)) => refuse(&req, &app, &who, id, "edit", Setback::of(fault)).await,
        Err(fault) => Err(fault),
    }
}
