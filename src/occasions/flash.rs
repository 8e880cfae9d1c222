//! GET, POST /occasions/new?supplier=it&text=outage&event=…, /occasions/{id}/edit: a flash as a head proposes it or HR
//! prepares it. HR alone opens it, on the page of its campaign.

use std::collections::BTreeSet;

use actix_web::HttpRequest;
use serde::Serialize;

use super::{mails, ready};
use crate::app::{App, Settings, audit};
use crate::campaign::occasion::prepare::{self, Wish};
use crate::campaign::occasion::{ChosenBy, FEWEST_ASKED, Occasion, asked, store as occasions};
use crate::campaign::{Campaign, Kind as CampaignKind, State, store as campaigns};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, GroupCode, SupplierCode};
use crate::error::{Error, Result, Say};
use crate::organisation::store as organisation;
use crate::progress::store::events::{self, BefallenEvent};
use crate::questionnaire::{Kind, Question, store as questionnaires};
use crate::render::{Language, Page, Texts};
use crate::web::typed::clean_line;
use crate::web::{self, Answer, Faults, Fields, Role, Seen, Staff, TextField, Who, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// The most closed questions of a flash; one text besides.
const MOST: usize = 3;
/// The longest words and questions, in characters.
const WORDS: usize = 80;
const QUESTION: usize = 200;
/// What its questions may be.
const KINDS: [Kind; 4] = [Kind::Agreement, Kind::Satisfaction, Kind::Effort, Kind::Recommendation];
/// It closes so many days after its opening, where nothing else is said.
const USUAL_DAYS: i64 = 4;

#[derive(Debug, Clone, Serialize)]
struct Ask {
    number: usize,
    kind: String,
    texts: Vec<TextField>,
}

#[derive(Debug, Clone, Serialize)]
struct GroupChoice {
    code: GroupCode,
    name: String,
    people: usize,
    ticked: bool,
}

#[derive(Debug, Clone, Serialize)]
struct EventChoice {
    id: String,
    words: String,
    day: Day,
}

/// Texts that fill the form in.
#[derive(Debug, Clone, Serialize)]
struct Offer {
    code: &'static str,
    href: String,
    current: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct FlashPage {
    id: Option<CampaignId>,
    seen: Seen,
    post_to: String,
    code: SupplierCode,
    supplier: String,
    offers: Vec<Offer>,
    words: Vec<TextField>,
    asks: Vec<Ask>,
    text: Vec<TextField>,
    kinds: [&'static str; 4],
    groups: Vec<GroupChoice>,
    /// A group with fewer people left is not asked.
    fewest: usize,
    /// The quarter whose groups they are; none before the first.
    quarter: Option<String>,
    events: Vec<EventChoice>,
    event: String,
    opens_on: String,
    closes_on: String,
    reminder: String,
    /// HR goes on to opening; a head proposes.
    hr: bool,
    faults: Faults,
}

impl Page for FlashPage {
    const TEMPLATE: &'static str = "occasions/flash.html";
}

/// Whoever may prepare a flash about a service: its head and HR.
fn may_prepare(who: &Who, supplier: &SupplierCode) -> Result<()> {
    if who.heads(supplier) || who.has(Role::Hr) { Ok(()) } else { Err(Error::NotFound) }
}

/// What is typed or stands, before anything is made of it.
#[derive(Default)]
struct Filled {
    words: Texts,
    asks: Vec<(Kind, Texts)>,
    text: Texts,
    groups: BTreeSet<GroupCode>,
    event: String,
    opens_on: String,
    closes_on: String,
    reminder: String,
}

impl Filled {
    /// As a new flash begins: with ready texts where some are asked for, all groups, from tomorrow on.
    fn begun(
        conn: &mut Conn,
        supplier: &SupplierCode,
        (text, event): (&str, &str),
        today: Day,
        (languages, language): (&[Language], Language),
    ) -> Result<Self> {
        let mut filled = Self {
            groups: prepare::groups(conn)?.into_iter().map(|group| group.code).collect(),
            opens_on: today.plus_days(1).to_string(),
            closes_on: today.plus_days(1 + USUAL_DAYS).to_string(),
            ..Self::default()
        };
        if let Some(ready) = ready::of(text).filter(|one| ready::FLASHES.contains(&one.code.as_str())) {
            filled.words = ready.words.clone();
            filled.asks = ready.asks.clone();
            filled.text = ready.text.clone();
        }
        let known = events::of_supplier(conn, supplier)?.into_iter().find(|one| one.id == event);
        if let Some(BefallenEvent { id, words, .. }) = known {
            filled.event = id;
            // People know it by the words of the event, which are in the language of whoever writes here.
            let own = languages.iter().find(|one| **one == language).or(languages.first()).copied();
            filled.words = filled.words.in_order(languages).with(own.unwrap_or(language), words);
        }
        Ok(filled)
    }

    fn standing(of: &Standing) -> Self {
        let Standing { campaign, occasion, questions, groups, .. } = of;
        let closed = questions.iter().filter(|question| question.is_closed());
        Self {
            words: occasion.words.clone(),
            asks: closed.map(|question| (question.kind, question.texts.clone())).collect(),
            text: questions.iter().find(|one| !one.is_closed()).map(|one| one.texts.clone()).unwrap_or_default(),
            groups: groups.clone(),
            event: occasion.event.clone().unwrap_or_default(),
            opens_on: campaign.opens_on.to_string(),
            closes_on: campaign.closes_on.to_string(),
            reminder: campaign.reminder_days().first().map(ToString::to_string).unwrap_or_default(),
        }
    }
}

/// A flash that stands, with the service it asks about and what it asks.
struct Standing {
    campaign: Campaign,
    occasion: Occasion,
    supplier: SupplierCode,
    questions: Vec<Question>,
    groups: BTreeSet<GroupCode>,
}

impl Standing {
    /// One that `who` may still change; one that has opened is not found here.
    fn find(conn: &mut Conn, who: &Who, id: &CampaignId) -> Result<Self> {
        let campaign = campaigns::campaign(conn, id)?;
        let occasion = occasions::find(conn, &campaign)?.ok_or(Error::NotFound)?;
        let row = campaigns::campaign_suppliers(conn, id)?.into_iter().next().ok_or(Error::NotFound)?;
        may_prepare(who, &row.supplier)?;
        // Once it is programmed, it opens as HR saw it.
        let may = campaign.is_in_preparation() && (who.has(Role::Hr) || campaign.state == State::Draft);
        if campaign.kind != CampaignKind::Flash || !may {
            return Err(Error::NotFound);
        }
        let version = row.questionnaire.ok_or(Error::NotFound)?;
        let questions = questionnaires::questions(conn, &version)?;
        let groups = campaigns::groups(conn, id)?.into_iter().map(|group| group.code).collect();
        Ok(Self { campaign, occasion, supplier: row.supplier, questions, groups })
    }

    /// Who chose the groups, which stays when something else is changed.
    fn chosen_by(&self, groups: &BTreeSet<GroupCode>) -> Option<ChosenBy> {
        (self.groups == *groups).then_some(self.occasion.chosen_by)
    }
}

fn view(
    conn: &mut Conn,
    app: &App,
    who: &Who,
    (supplier, standing): (&SupplierCode, Option<&Standing>),
    filled: &Filled,
    text: &str,
) -> Result<FlashPage> {
    let languages = Settings::load(conn)?.languages;
    let of = organisation::supplier(conn, supplier)?;
    let groups = prepare::groups(conn)?;
    let opens_on = Day::parse(&filled.opens_on).map_or(app.today(), |day| day.max(app.today()));
    let left = asked::left(conn, supplier, &groups, opens_on)?;
    let groups = groups.into_iter().map(|group| GroupChoice {
        people: left.get(&group.code).copied().unwrap_or(0),
        ticked: filled.groups.contains(&group.code),
        code: group.code,
        name: group.name,
    });
    let ask = |number: usize| {
        let (kind, texts) = filled.asks.get(number - 1).cloned().unwrap_or((Kind::Agreement, Texts::default()));
        let texts = TextField::all(&format!("ask{number}"), &texts, &languages);
        Ask { number, kind: kind.as_str().to_owned(), texts }
    };
    let offers = ready::FLASHES.map(|code| Offer {
        code,
        href: format!("/occasions/new?supplier={supplier}&text={code}&event={}", filled.event),
        current: code == text,
    });
    let id = standing.map(|one| one.campaign.id.clone());
    Ok(FlashPage {
        post_to: match &id {
            Some(id) => format!("/occasions/{id}/edit"),
            None => format!("/occasions/new?supplier={supplier}"),
        },
        seen: standing.map(|one| prepare::mark(conn, &one.campaign)).transpose()?.unwrap_or_default(),
        offers: if id.is_none() { offers.into() } else { Vec::new() },
        id,
        code: supplier.clone(),
        supplier: of.name(who.language).to_owned(),
        words: TextField::all("words", &filled.words, &languages),
        asks: (1..=MOST).map(ask).collect(),
        text: TextField::all("text", &filled.text, &languages),
        kinds: KINDS.map(Kind::as_str),
        groups: groups.collect(),
        fewest: FEWEST_ASKED,
        quarter: prepare::latest_quarter(conn)?.map(|quarter| quarter.code),
        events: events::of_supplier(conn, supplier)?
            .into_iter()
            .map(|one| EventChoice { id: one.id, words: one.words, day: one.day })
            .collect(),
        event: filled.event.clone(),
        opens_on: filled.opens_on.clone(),
        closes_on: filled.closes_on.clone(),
        reminder: filled.reminder.clone(),
        hr: who.has(Role::Hr),
        faults: Faults::default(),
    })
}

/// The service a new flash is about: the one asked for, or the first that `who` heads.
fn chosen_supplier(conn: &mut Conn, who: &Who, asked: &str) -> Result<SupplierCode> {
    let suppliers = organisation::suppliers(conn)?.into_iter().filter(|one| one.active);
    let mut wanted = suppliers.filter(|one| asked.is_empty() || one.code.as_str() == asked);
    let own = wanted.find(|one| may_prepare(who, &one.code).is_ok());
    own.map(|one| one.code).ok_or(Error::NotFound)
}

pub async fn new(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let given = |name: &str| web::query(&req, name).unwrap_or_default();
    let (supplier, text, event) = (given("supplier"), given("text"), given("event"));
    let (inside, by) = (app.clone(), who.clone());
    let page = app
        .db
        .read(move |conn| {
            let supplier = chosen_supplier(conn, &by, &supplier)?;
            let languages = Settings::load(conn)?.languages;
            let filled = Filled::begun(conn, &supplier, (&text, &event), inside.today(), (&languages, by.language))?;
            let mut page = view(conn, &inside, &by, (&supplier, None), &filled, &text)?;
            for group in &mut page.groups {
                group.ticked = group.people >= page.fewest;
            }
            Ok(page)
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

pub async fn edit(req: HttpRequest, Staff(who): Staff) -> Answer {
    let app = web::app(&req)?;
    let id = CampaignId(web::part(&req, "id")?);
    let (inside, by) = (app.clone(), who.clone());
    let page = app
        .db
        .read(move |conn| {
            let standing = Standing::find(conn, &by, &id)?;
            let filled = Filled::standing(&standing);
            view(conn, &inside, &by, (&standing.supplier, Some(&standing)), &filled, "")
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// The form as it was sent.
struct Typed {
    form: Fields,
    languages: Vec<Language>,
}

impl Typed {
    fn line(&self, name: &str) -> Result<String> {
        Ok(clean_line(&self.form.text(name)?).chars().take(60).collect())
    }

    fn filled(&self) -> Result<Filled> {
        let texts = |of: &str| -> Result<Texts> {
            Ok(TextField::texts(&TextField::read(of, &self.form, &self.languages)?, None))
        };
        let mut filled = Filled {
            words: texts("words")?,
            text: texts("text")?,
            groups: self.form.all("group").into_iter().map(GroupCode).collect(),
            event: self.line("event")?,
            opens_on: self.line("opens_on")?,
            closes_on: self.line("closes_on")?,
            reminder: self.line("reminder")?,
            ..Filled::default()
        };
        for number in 1..=MOST {
            let kind = Kind::parse(&self.line(&format!("kind{number}"))?).filter(|kind| KINDS.contains(kind));
            filled.asks.push((kind.unwrap_or(Kind::Agreement), texts(&format!("ask{number}"))?));
        }
        Ok(filled)
    }
}

/// Reads the form into a wish, or says beside its fields what is wrong.
fn wish(
    page: &mut FlashPage,
    filled: Filled,
    who: &Who,
    standing: Option<&Standing>,
    languages: &[Language],
) -> Result<Option<Wish>> {
    let faults = &mut page.faults;
    let before = standing.map(|one| &one.occasion.words);
    let words = faults.texts(&mut page.words, before, WORDS, Some("occasion-fault-words"));
    let before_all = standing.map_or(&[][..], |one| &one.questions);
    let mut closed = before_all.iter().filter(|question| question.is_closed());
    let mut asks = Vec::new();
    for (ask, (kind, _)) in page.asks.iter_mut().zip(&filled.asks) {
        let blank = ask.texts.iter().all(|field| field.value.is_empty());
        let before = closed.next().map(|question| &question.texts).filter(|_| !blank);
        let texts = faults.texts(&mut ask.texts, before, QUESTION, None);
        if !texts.is_empty() {
            asks.push((*kind, texts));
        }
    }
    let blank = page.text.iter().all(|field| field.value.is_empty());
    let before = before_all.iter().find(|question| !question.is_closed()).map(|one| &one.texts).filter(|_| !blank);
    let text = faults.texts(&mut page.text, before, QUESTION, None);
    if asks.is_empty() {
        let first = page.asks.first().and_then(|ask| ask.texts.first()).map_or("words", |field| field.name.as_str());
        faults.add(first, Say::new("occasion-check-no-question"));
    }
    let mut day = |name: &str, text: &str| {
        let day = Day::parse(text);
        if day.is_none() {
            faults.add(name, Say::new("campaign-fault-day"));
        }
        day
    };
    let (opens_on, closes_on) = (day("opens_on", &filled.opens_on), day("closes_on", &filled.closes_on));
    let reminder = if filled.reminder.is_empty() { None } else { day("reminder", &filled.reminder) };
    if filled.groups.is_empty() {
        faults.add("groups", Say::new("occasion-fault-groups"));
    }
    let event = Some(filled.event).filter(|id| page.events.iter().any(|event| event.id == *id));
    let (Some(opens_on), Some(closes_on)) = (opens_on, closes_on) else { return Ok(None) };
    let chosen_by = standing.and_then(|one| one.chosen_by(&filled.groups));
    let wish = Wish {
        kind: CampaignKind::Flash,
        supplier: page.code.clone(),
        opens_on,
        closes_on,
        reminder,
        words,
        questions: ready::questions(&asks, &text, languages)?,
        groups: filled.groups,
        people: BTreeSet::new(),
        chosen_by: chosen_by.unwrap_or(if who.heads(&page.code) { ChosenBy::Head } else { ChosenBy::Hr }),
        event,
        training: None,
        follows: None,
        charter: None,
    };
    let draft = Campaign {
        kind: wish.kind,
        closes_on,
        reminders: serde_json::to_string(&reminder.into_iter().collect::<Vec<_>>())?,
        ..Campaign::draft(CampaignId(String::new()), "flash".to_owned(), opens_on)
    };
    for fault in draft.faults() {
        let field = if fault.key.contains("reminder") { "reminder" } else { "closes_on" };
        faults.add(field, fault);
    }
    Ok(Some(wish).filter(|_| faults.is_empty()))
}

pub async fn create(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let supplier = web::query(&req, "supplier").unwrap_or_default();
    save(req, who, form, None, supplier).await
}

pub async fn change(req: HttpRequest, Staff(who): Staff, form: Fields) -> Answer {
    let id = CampaignId(web::part(&req, "id")?);
    save(req, who, form, Some(id), String::new()).await
}

async fn save(req: HttpRequest, who: Who, form: Fields, id: Option<CampaignId>, supplier: String) -> Answer {
    let app = web::app(&req)?;
    let given = Seen::given(&form)?;
    let languages = app.db.read(Settings::load).await?.languages;
    let typed = Typed { form, languages: languages.to_vec() };
    let (inside, by) = (app.clone(), who.clone());
    let outcome = app
        .db
        .write(move |conn| {
            let standing = id.as_ref().map(|id| Standing::find(conn, &by, id)).transpose()?;
            let supplier = match &standing {
                Some(standing) => standing.supplier.clone(),
                None => chosen_supplier(conn, &by, &supplier)?,
            };
            let filled = typed.filled()?;
            let mut page = view(conn, &inside, &by, (&supplier, standing.as_ref()), &filled, "")?;
            if let Some(stale) = page.seen.differs(given.as_deref()).filter(|_| standing.is_some()) {
                page.seen = stale;
                return Ok(Err(page));
            }
            let Some(wish) = wish(&mut page, filled, &by, standing.as_ref(), &typed.languages)? else {
                return Ok(Err(page));
            };
            let (id, new) = match &standing {
                Some(standing) => {
                    prepare::change(conn, &inside.link_key, &standing.campaign.id, &wish)?;
                    (standing.campaign.id.clone(), false)
                }
                None => (prepare::make(conn, &inside.link_key, &wish, inside.clock.now())?, true),
            };
            let code = campaigns::campaign(conn, &id)?.code;
            let groups: Vec<&str> = wish.groups.iter().map(GroupCode::as_str).collect();
            let detail = format!("{code} {} by {}: {}", wish.supplier, wish.chosen_by.as_str(), groups.join(" "));
            audit(conn, &inside.clock, Some(&by.person), "occasion-saved", &detail)?;
            if new && !by.has(Role::Hr) {
                mails::enqueue_proposed(conn, &id, inside.clock.now())?;
            }
            Ok(Ok(id))
        })
        .await?;
    match outcome {
        Ok(id) if who.has(Role::Hr) => redirect_saying(&format!("/campaigns/{id}"), &Say::new("flash-occasion-saved")),
        Ok(id) => redirect_saying(&format!("/occasions/{id}"), &Say::new("flash-occasion-proposed")),
        Err(page) => web::refused(&req, &app, &who, &page).await,
    }
}
