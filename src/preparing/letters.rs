//! A campaign's mails before they leave: HR writes their subject and first words, looks at each as somebody would get
//! it, and sends one to their own address. Examples open nothing; a test goes to nobody else and is in no count.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};
use jiff::SignedDuration;
use serde::Serialize;

use crate::app::{App, Settings, audit};
use crate::campaign::pages::{id, path};
use crate::campaign::texts::{LONGEST_INTRODUCTION, LONGEST_SUBJECT, MailText, changeable};
use crate::campaign::{Campaign, State, mails, roll, store};
use crate::clock::Day;
use crate::db::Conn;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result, Say};
use crate::mail::outbox::{self, Row};
use crate::mail::{Kind, Letter, Message, enqueue};
use crate::organisation::{Person, store as organisation};
use crate::progress;
use crate::render::{Language, Page};
use crate::web::typed::{clean, clean_line};
use crate::web::{self, Answer, Fields, Hr, Role, Seen, Who, headers, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

/// What HR may look at and try.
const SHOWN: [Kind; 4] = [Kind::Invitation, Kind::Reminder, Kind::Results, Kind::Moved];
/// Tests somebody may ask for in an hour.
const TESTS_AN_HOUR: i64 = 10;
/// People a search lists.
const MOST_FOUND: usize = 10;

#[derive(Debug, Clone, Serialize)]
pub struct MailsPage {
    id: CampaignId,
    code: String,
    /// Closed: the words of what has left no longer change.
    over: bool,
    open: bool,
    seen: Seen,
    fields: Vec<Field>,
    longest_subject: usize,
    longest_introduction: usize,
    sought: String,
    found: Vec<Chosen>,
    /// As whom the mails are shown; nobody when nobody would get one.
    reader: Option<Chosen>,
    previews: Vec<Preview>,
    fault: Option<Say>,
}

/// A text as typed, with what is wrong with it.
#[derive(Debug, Clone, Serialize)]
struct Field {
    name: String,
    label: String,
    kind: Kind,
    language: Language,
    /// The language's own name.
    tongue: &'static str,
    /// Several lines.
    long: bool,
    value: String,
    /// What is said where nothing is written.
    usual: String,
    fault: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
struct Chosen {
    id: PersonId,
    name: String,
    /// Two people may have one name.
    unit: String,
    email: String,
    language: Language,
}

#[derive(Debug, Clone, Serialize)]
struct Preview {
    kind: Kind,
    /// The days it leaves on, where they are known.
    days: Vec<Day>,
    to: String,
    subject: String,
    text: String,
    html: String,
}

impl Page for MailsPage {
    const TEMPLATE: &'static str = "campaign/mails.html";
}

/// The fields of the form, holding `texts`; the usual subject says so many services.
fn fields(texts: &[MailText], languages: &[Language], services: usize, closes_on: Day) -> Vec<Field> {
    let field = |(kind, language): (Kind, Language), long: bool| {
        let own = texts.iter().find(|text| text.kind == kind && text.language == language);
        let part = if long { "introduction" } else { "subject" };
        let name = format!("{}-{}-{part}", kind.as_str(), language.as_str());
        let usual = match (long, kind) {
            (false, _) => mails::usual_subject(language, kind, services, closes_on),
            (true, Kind::Reminder) => crate::render::words::say(language, &Say::new("mail-reminder-why")),
            (true, _) => String::new(),
        };
        let value = own.map(|text| if long { &text.introduction } else { &text.subject }).cloned();
        let label = format!("letters-{}-{part}", kind.as_str());
        let tongue = language.name();
        Field { name, label, kind, language, tongue, long, value: value.unwrap_or_default(), usual, fault: None }
    };
    changeable(languages).into_iter().flat_map(|which| [field(which, false), field(which, true)]).collect()
}

/// Somebody who gets a campaign's mails, with what is proposed to them.
struct Reader {
    person: Person,
    services: Vec<SupplierCode>,
}

/// Whoever has been or would be invited by mail, by name.
fn invited(conn: &mut Conn, campaign: &Campaign, today: Day) -> Result<Vec<Person>> {
    let mut people: Vec<Person> = if campaign.is_in_preparation() {
        let guests = roll::roll(conn, campaign, today)?.guests;
        guests.into_iter().filter(|guest| !guest.draws_a_code()).map(|guest| guest.person).collect()
    } else {
        let ids: BTreeSet<PersonId> = store::eligible_people(conn, &campaign.id)?.into_iter().collect();
        organisation::people(conn)?.into_iter().filter(|person| ids.contains(&person.id)).collect()
    };
    people.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
    Ok(people)
}

/// What is proposed to `person`: as drawn at opening, before it as the first four that serve them.
fn reader(conn: &mut Conn, campaign: &Campaign, person: Person, today: Day) -> Result<Reader> {
    let services = if campaign.is_in_preparation() {
        let guests = roll::roll(conn, campaign, today)?.guests;
        let guest = guests.into_iter().find(|guest| guest.person.id == person.id);
        guest.map(|guest| guest.served_by.into_iter().take(roll::PROPOSED).collect()).unwrap_or_default()
    } else {
        let invitation = store::invitation_of(conn, &campaign.id, &person.id)?;
        invitation.map(|invitation| invitation.proposed()).unwrap_or_default()
    };
    Ok(Reader { person, services })
}

/// One of a campaign's mails as this reader would get it.
fn example(app: &App, conn: &mut Conn, campaign: &Campaign, reader: &Reader, kind: Kind) -> Result<Message> {
    match kind {
        Kind::Results => progress::results_example(app, conn, campaign, &reader.person),
        Kind::Moved => progress::moved::example(app, conn, campaign, &reader.person),
        _ => mails::example(app, conn, campaign, reader.person.clone(), &reader.services, kind),
    }
}

/// What somebody looks for.
#[derive(Default)]
struct Wish {
    sought: String,
    person: Option<PersonId>,
    /// What was typed and not saved.
    typed: Option<Vec<Field>>,
    seen: Option<Seen>,
    fault: Option<Say>,
}

fn view(conn: &mut Conn, app: &App, id: &CampaignId, wish: Wish) -> Result<MailsPage> {
    let campaign = store::campaign(conn, id)?;
    let today = app.today();
    let mut people = invited(conn, &campaign, today)?;
    let tree = organisation::tree(conn)?;
    let chosen = |person: &Person| Chosen {
        id: person.id.clone(),
        name: person.name.clone(),
        unit: tree.get(&person.unit).map_or_else(|| person.unit.to_string(), |unit| unit.name.clone()),
        email: person.email.clone(),
        language: person.language,
    };
    let sought = wish.sought.to_lowercase();
    let fits = |person: &&Person| {
        person.name.to_lowercase().contains(&sought) || person.email.to_lowercase().contains(&sought)
    };
    let found: Vec<Chosen> = match sought.is_empty() {
        true => Vec::new(),
        false => people.iter().filter(fits).take(MOST_FOUND).map(chosen).collect(),
    };
    let wanted = wish.person.or_else(|| found.first().map(|one| one.id.clone()));
    let place = wanted.and_then(|wanted| people.iter().position(|person| person.id == wanted)).unwrap_or(0);
    let reader = match place < people.len() {
        true => Some(reader(conn, &campaign, people.swap_remove(place), today)?),
        false => None,
    };
    let mut previews = Vec::new();
    let shown = SHOWN.into_iter().filter(|kind| campaign.kind.is_quarter() || !kind.is_of_results());
    for kind in reader.iter().flat_map(|_| shown.clone()) {
        let Some(reader) = &reader else { break };
        let message = example(app, conn, &campaign, reader, kind)?;
        previews.push(Preview {
            kind,
            days: match kind {
                Kind::Invitation => vec![campaign.opens_on],
                Kind::Reminder => campaign.reminder_days(),
                _ => Vec::new(),
            },
            to: format!("{} <{}>", message.to_name, message.to_address),
            subject: message.subject,
            text: message.text,
            html: message.html,
        });
    }
    let (written, languages) = (store::mail_texts(conn, id)?, Settings::load(conn)?.languages);
    let seen = wish.seen.map_or_else(|| seen(&written), Ok)?;
    let services = store::campaign_suppliers(conn, id)?.len().min(roll::PROPOSED);
    Ok(MailsPage {
        id: campaign.id.clone(),
        over: matches!(campaign.state, State::Closed | State::Published),
        open: campaign.state == State::Open,
        seen,
        fields: wish.typed.unwrap_or_else(|| fields(&written, &languages, services, campaign.closes_on)),
        code: campaign.code,
        longest_subject: LONGEST_SUBJECT,
        longest_introduction: LONGEST_INTRODUCTION,
        sought: wish.sought,
        found,
        reader: reader.map(|reader| chosen(&reader.person)),
        previews,
        fault: wish.fault,
    })
}

/// The mark of the texts as they stand.
fn seen(written: &[MailText]) -> Result<Seen> {
    let texts = written.iter().map(|text| (text.kind.as_str(), text.language, &text.subject, &text.introduction));
    Seen::of(&texts.collect::<Vec<_>>())
}

async fn answer(req: &HttpRequest, app: &App, who: &Who, page: &MailsPage, status: StatusCode) -> Answer {
    let mut response: HttpResponse = web::page(req, app, who, page).await?;
    response.extensions_mut().insert(headers::ShowsMails);
    *response.status_mut() = status;
    Ok(response)
}

pub async fn show(req: HttpRequest, Hr(who): Hr) -> Answer {
    let app = web::app(&req)?;
    let (id, inside) = (id(&req)?, app.clone());
    let wish = Wish {
        sought: clean_line(&web::query(&req, "search").unwrap_or_default()).chars().take(100).collect(),
        person: web::query(&req, "person").filter(|person| !person.is_empty()).map(PersonId),
        ..Wish::default()
    };
    let page = app.db.read(move |conn| view(conn, &inside, &id, wish)).await?;
    answer(&req, &app, &who, &page, StatusCode::OK).await
}

/// Saves the texts, for every mail that has not left.
pub async fn save(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, inside, by) = (id(&req)?, app.clone(), who.person.clone());
    let languages = app.db.read(Settings::load).await?.languages;
    let mut typed = fields(&[], &languages, 0, Day(chrono::NaiveDate::MIN));
    for field in &mut typed {
        let text = form.text(&field.name)?;
        field.value = if field.long { clean(&text) } else { clean_line(&text) };
        let most = if field.long { LONGEST_INTRODUCTION } else { LONGEST_SUBJECT };
        if field.value.chars().count() > most {
            field.fault = Some(Say::new("letters-fault-long").with("most", most));
        }
    }
    let (of, given) = (id.clone(), Seen::given(&form)?);
    let page = app
        .db
        .write(move |conn| {
            let campaign = store::campaign(conn, &of)?;
            let stale = seen(&store::mail_texts(conn, &of)?)?.differs(given.as_deref());
            if matches!(campaign.state, State::Closed | State::Published) {
                let fault = Some(Say::new("letters-fault-over"));
                return view(conn, &inside, &of, Wish { typed: Some(typed), fault, ..Wish::default() }).map(Some);
            }
            let wrong = typed.iter().any(|field| field.fault.is_some());
            if wrong || stale.is_some() {
                let seen = stale.filter(|_| !wrong).unwrap_or_else(|| Seen::kept(given));
                let services = store::campaign_suppliers(conn, &of)?.len().min(roll::PROPOSED);
                let usual = fields(&[], &languages, services, campaign.closes_on).into_iter().map(|field| field.usual);
                let typed = typed.into_iter().zip(usual).map(|(field, usual)| Field { usual, ..field }).collect();
                let wish = Wish { typed: Some(typed), seen: Some(seen), ..Wish::default() };
                return view(conn, &inside, &of, wish).map(Some);
            }
            store::save_mail_texts(conn, &of, &texts_of(&of, &languages, &typed))?;
            audit(conn, &inside.clock, Some(&by), "campaign-mail-texts", &campaign.code)?;
            Ok(None)
        })
        .await?;
    match page {
        Some(page) => answer(&req, &app, &who, &page, StatusCode::UNPROCESSABLE_ENTITY).await,
        None => redirect_saying(&format!("{}/mails", path(&id)), &Say::new("flash-letters-saved")),
    }
}

fn texts_of(campaign: &CampaignId, languages: &[Language], typed: &[Field]) -> Vec<MailText> {
    let value = |kind, language, long| {
        let field = typed.iter().find(|one| one.kind == kind && one.language == language && one.long == long);
        field.map(|field| field.value.clone()).unwrap_or_default()
    };
    let text = |(kind, language)| MailText {
        campaign: campaign.clone(),
        kind,
        language,
        subject: value(kind, language, false),
        introduction: value(kind, language, true),
    };
    changeable(languages).into_iter().map(text).collect()
}

/// Sends one of the mails to whoever asks, and to nobody else.
pub async fn test(req: HttpRequest, Hr(who): Hr, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let (id, inside, by) = (id(&req)?, app.clone(), who.person.clone());
    let person = PersonId(form.text("person")?);
    let kind = Kind::parse(&form.text("mail")?).filter(|kind| SHOWN.contains(kind));
    let of = id.clone();
    let outcome = app
        .db
        .write(move |conn| {
            let campaign = store::campaign(conn, &of)?;
            let now = inside.clock.now();
            let people = invited(conn, &campaign, inside.today())?;
            let refused = |key| Err(Error::Invalid(Say::new(key).with("n", TESTS_AN_HOUR)));
            let Some(kind) = kind.filter(|_| people.iter().any(|one| one.id == person)) else {
                return refused("letters-fault-what");
            };
            let since = now.minus(SignedDuration::from_hours(1));
            if outbox::written_since(conn, Kind::Test, &by, since)? >= TESTS_AN_HOUR {
                return refused("letters-fault-many");
            }
            let letter = Letter {
                kind: Kind::Test,
                occasion: format!("test {}", sortable(now)),
                campaign: None,
                person: by.clone(),
                reference: Some(format!("{} {of} {person}", kind.as_str())),
            };
            enqueue(conn, now, &letter)?;
            audit(conn, &inside.clock, Some(&by), "campaign-mail-test", &format!("{} {}", campaign.code, kind.as_str()))
        })
        .await;
    match outcome {
        Ok(()) => redirect_saying(&format!("{}/mails", path(&id)), &Say::new("flash-letters-test")),
        Err(Error::Invalid(fault)) => {
            let inside = app.clone();
            let wish = Wish { fault: Some(fault), ..Wish::default() };
            let page = app.db.read(move |conn| view(conn, &inside, &id, wish)).await?;
            answer(&req, &app, &who, &page, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(fault) => Err(fault),
    }
}

/// The mail of a test's outbox row; none when whoever asked left HR since, or the person shown is asked no more.
pub fn test_mail(app: &App, conn: &mut Conn, row: &Row) -> Result<Option<Message>> {
    let asked = row.reference.clone().unwrap_or_default();
    let parts: Vec<&str> = asked.split(' ').collect();
    let [kind, campaign, person] = parts.as_slice() else { return Ok(None) };
    let Some(kind) = Kind::parse(kind) else { return Ok(None) };
    let hr = organisation::person(conn, &row.person)?;
    let is_hr = organisation::roles(conn, &hr.id)?.iter().any(|(role, _)| *role == Role::Hr);
    if !is_hr || !hr.works_on(app.today()) {
        return Ok(None);
    }
    let campaign = store::campaign(conn, &CampaignId((*campaign).to_owned()))?;
    let people = invited(conn, &campaign, app.today())?;
    let Some(person) = people.into_iter().find(|one| one.id.as_str() == *person) else { return Ok(None) };
    let reader = reader(conn, &campaign, person, app.today())?;
    let message = example(app, conn, &campaign, &reader, kind)?;
    Ok(Some(Message {
        to_name: hr.name,
        to_address: hr.email,
        subject: format!("[test] {}", message.subject),
        ..message
    }))
}
