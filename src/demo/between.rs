//! Between the last published quarter and the open one: an outage with its announcements, the flash that asked about it,
//! the lesson and its action; two sessions of a training, with what those who took part say of it.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use super::quarters::{Wave, morning, working_day};
use super::{comments, files};
use crate::answering::draft::{Draft, Sheet};
use crate::answering::sending;
use crate::app::{App, Settings};
use crate::campaign::occasion::prepare::{self, Wish};
use crate::campaign::occasion::{ChosenBy, Survey};
use crate::campaign::{Kind as CampaignKind, store as campaigns};
use crate::clock::Day;
use crate::db::ids::{ActionId, CampaignId, GroupCode, PersonId, SupplierCode, sortable};
use crate::error::{Error, Result};
use crate::occasions::{ready, sessions::surveys};
use crate::organisation::store as organisation;
use crate::progress::store::events::{self, Announcement, BefallenEvent};
use crate::progress::store::origins::{self, FurtherOrigin, OriginKind};
use crate::progress::store::sessions::{self, Session};
use crate::progress::store::{self as plans, Move};
use crate::progress::{Action, Kind, Step};
use crate::questionnaire::{Answer, Answers, store as questionnaires};
use crate::render::{Language, Texts};
use crate::schedule;

const IT: &str = "it";
/// Days after the quarter closed.
const OUTAGE: i64 = 20;
const FLASH: i64 = 22;
const SESSIONS: [i64; 2] = [30, 36];
const SURVEY: i64 = 38;
/// How long either is answered.
const DAYS: i64 = 4;

/// What happened after `wave` and before the next.
pub fn follow(app: &App, wave: &Wave) -> Result<()> {
    let day = |days: i64| working_day(wave.closes_on.plus_days(days));
    app.clock.move_to(morning(app, day(OUTAGE)));
    let event = outage(app, day(OUTAGE))?;
    app.clock.move_to(morning(app, day(FLASH)));
    let flash = ask(app, &event)?;
    app.clock.move_to(morning(app, day(FLASH + DAYS)));
    close(app, &flash)?;
    lesson(app, wave, &event, &flash)?;
    app.clock.move_to(morning(app, day(SURVEY)));
    if let Some(survey) = train(app, &SESSIONS.map(day))? {
        app.clock.move_to(morning(app, day(SURVEY + DAYS)));
        close(app, &survey)?;
    }
    Ok(())
}

/// The outage as the head of IT wrote it down, with what was announced of it that day.
fn outage(app: &App, day: Day) -> Result<String> {
    let (id, now) = (sortable(app.clock.now()), app.clock.now());
    let event = id.clone();
    app.db.write_now(move |conn| {
        events::add(
            conn,
            &BefallenEvent {
                id: id.clone(),
                supplier: Some(IT.into()),
                day,
                words: "messagerie arrêtée une matinée".to_owned(),
                account: "Un disque plein a arrêté la messagerie de 8 h 10 à 11 h 40.\nLa surveillance ne regardait pas ce disque."
                    .to_owned(),
                lesson: "Dire dans l'heure ce que nous savons, même si c'est peu.\nSurveiller la place de chaque disque."
                    .to_owned(),
            },
        )?;
        for (place, (words, audience, medium, told_by)) in (0_i64..).zip([
            ("Messagerie arrêtée, la cause est cherchée", "les sites nord et sud", "appel aux accueils", "le centre de services"),
            ("Retour prévu à 11 h 30", "tous les services", "affiches, écran d'accueil", "la responsable de l'Informatique"),
            ("Messagerie rétablie, aucun message perdu", "tous les services", "e-mail", "le centre de services"),
        ]) {
            let announcement = Announcement {
                id: sortable(now.plus(SignedDuration::from_mins(place))),
                event: id.clone(),
                day,
                words: words.to_owned(),
                audience: audience.to_owned(),
                medium: medium.to_owned(),
                told_by: told_by.to_owned(),
            };
            events::announce(conn, &announcement)?;
        }
        Ok(())
    })?;
    Ok(event)
}

/// The flash about it, proposed by the head, opened by HR.
fn ask(app: &App, event: &str) -> Result<CampaignId> {
    let (key, now, today, event) = (app.link_key.clone(), app.clock.now(), app.today(), event.to_owned());
    let id = app.db.write_now(move |conn| {
        let languages = Settings::load(conn)?.languages;
        let ready = ready::of("outage").ok_or(Error::NotFound)?;
        let wish = Wish {
            kind: CampaignKind::Flash,
            supplier: IT.into(),
            opens_on: today,
            closes_on: today.plus_days(DAYS - 1),
            reminder: None,
            words: Texts::of([
                (Language::Fr, "l'arrêt de la messagerie"),
                (Language::En, "the email outage"),
                (Language::De, "der Ausfall des E-Mail-Dienstes"),
            ]),
            questions: ready.questions(&languages)?,
            groups: first_groups(prepare::groups(conn)?.into_iter().map(|group| group.code)),
            people: BTreeSet::new(),
            chosen_by: ChosenBy::Head,
            event: Some(event),
            training: None,
            follows: None,
            charter: None,
        };
        prepare::make(conn, &key, &wish, now)
    })?;
    open_and_answer(app, &id, 61, [3.4, 2.7, 3.8], &files::FLASH_COMMENTS)?;
    Ok(id)
}

/// Half of them: the others rest until something else happens.
fn first_groups(all: impl Iterator<Item = GroupCode>) -> BTreeSet<GroupCode> {
    all.enumerate().filter(|(place, _)| place % 2 == 0).map(|(_, code)| code).collect()
}

/// Opens it, and people answer as they do: three in five, around the level of each question.
fn open_and_answer(
    app: &App,
    id: &CampaignId,
    seed: u64,
    levels: [f64; 3],
    comments: &'static [&'static str],
) -> Result<()> {
    let campaign = app.db.read_now(|conn| campaigns::campaign(conn, id))?;
    schedule::open(app, &campaign)?;
    let (id, today) = (id.clone(), app.today());
    app.db.write_now(move |conn| {
        let mut rng = StdRng::seed_from_u64(seed);
        let row = campaigns::campaign_suppliers(conn, &id)?.into_iter().next().ok_or(Error::NotFound)?;
        let version = row.questionnaire.ok_or(Error::NotFound)?;
        let questions = questionnaires::questions(conn, &version)?;
        let mut written = comments.iter();
        for person in campaigns::invited_people(conn, &id)? {
            let Some(invitation) = campaigns::invitation_of(conn, &id, &person)? else { continue };
            if !rng.random_ratio(3, 5) {
                continue;
            }
            let mut sheet = Sheet { answers: Answers::new(), texts: std::collections::BTreeMap::new() };
            for (question, level) in questions.iter().zip(levels).filter(|(question, _)| question.is_closed()) {
                let value: f64 = level + 1.6 * ((0..4).map(|_| rng.random::<f64>()).sum::<f64>() - 2.0);
                let value: i32 = format!("{:.0}", value.clamp(1.0, 5.0)).parse().unwrap_or(3);
                sheet.answers.insert(question.code.clone(), Answer::Value(value));
            }
            if let (Some(question), true) = (questions.iter().find(|one| !one.is_closed()), rng.random_ratio(1, 5))
                && let Some(words) = written.next()
            {
                sheet.texts.insert(question.code.clone(), (*words).to_owned());
            }
            let draft = Draft {
                language: None,
                outside: false,
                chosen: Some(vec![row.supplier.clone()]),
                sheets: std::collections::BTreeMap::from([(row.supplier.clone(), sheet)]),
                mirror: Sheet::default(),
                turns: 0,
            };
            sending::send(conn, &invitation, &draft, today)?;
        }
        Ok(())
    })
}

fn close(app: &App, id: &CampaignId) -> Result<()> {
    let campaign = app.db.read_now(|conn| campaigns::campaign(conn, id))?;
    schedule::close(app, &campaign)?;
    comments::read(app, id, true)
}

/// The action that the head drew from it; the quarter's overall question says one day whether it helped.
fn lesson(app: &App, wave: &Wave, event: &str, flash: &CampaignId) -> Result<()> {
    let (now, today, code) = (app.clock.now(), app.today(), wave.code.clone());
    let (event, flash) = (event.to_owned(), flash.clone());
    app.db.write_now(move |conn| {
        let supplier = SupplierCode::from(IT);
        let head = organisation::heads(conn, &supplier)?.into_iter().next().ok_or(Error::NotFound)?;
        let version = campaigns::campaign_suppliers(conn, &flash)?.into_iter().find_map(|row| row.questionnaire);
        let asked = questionnaires::questions(conn, &version.ok_or(Error::NotFound)?)?;
        let question = asked.get(1).ok_or(Error::NotFound)?;
        let action = Action {
            title: "Dire dans l'heure ce que l'on sait d'une panne".to_owned(),
            finding: "Pendant l'arrêt de la messagerie, peu de collègues ont reçu une information utile.".to_owned(),
            kind: Kind::Communication,
            public_texts: Texts::of([
                (Language::Fr, "Lors d'une panne, l'Informatique écrit à l'accueil de chaque site dans l'heure, puis toutes les heures."),
                (Language::En, "During an outage, IT writes to each site's reception within the hour, then every hour."),
                (Language::De, "Bei einer Störung informiert die IT den Empfang jedes Standorts innerhalb einer Stunde und danach stündlich."),
            ]),
            visible: true,
            ..Action::proposed(ActionId(sortable(now)), supplier.clone(), head.id.clone(), today.plus_days(60))
        }
        .starting_from(plans::origin(conn, &supplier, &code, crate::progress::OVERALL)?);
        let action = plans::create(conn, action, &head.id, now)?;
        for (kind, campaign, subject, words) in [
            (OriginKind::Flash, Some(flash.clone()), question.code.clone(), question.text(head.language).to_owned()),
            (OriginKind::Event, None, event.clone(), "messagerie arrêtée une matinée".to_owned()),
        ] {
            origins::add(conn, FurtherOrigin { action: action.id.clone(), place: 0, kind, campaign, subject, words })?;
        }
        for step in [Step::Accept, Step::Start] {
            let standing = plans::action(conn, &action.id)?;
            let step = Move { step, done_on: None, reason: None, verdict: None };
            plans::take(conn, &standing, &step, &head.id, today, now)?;
        }
        Ok(())
    })
}

/// Two sessions of the purchasing department's training, and the first survey of those who took part; nothing where
/// there is no such training.
fn train(app: &App, days: &[Day; 2]) -> Result<Option<CampaignId>> {
    let (inside, days) = (app.clone(), *days);
    let made = app.db.write_now(move |conn| {
        let supplier = SupplierCode::from("purchasing");
        let training = plans::of_supplier(conn, &supplier)?.into_iter().find(|one| one.kind == Kind::Training);
        let Some(action) = training else { return Ok(None) };
        // Those whom the flash did not ask.
        let groups = prepare::groups(conn)?;
        let asked = first_groups(groups.iter().map(|group| group.code.clone()));
        let units: BTreeSet<_> =
            groups.into_iter().filter(|group| !asked.contains(&group.code)).flat_map(|group| group.units).collect();
        let today = inside.today();
        let people: Vec<PersonId> = organisation::people(conn)?
            .into_iter()
            .filter(|one| units.contains(&one.unit) && one.is_asked_on(today) && one.has_address())
            .map(|one| one.id)
            .collect();
        for (place, (day, words)) in days.into_iter().zip(["site nord", "site sud"]).enumerate() {
            let (id, action, words) = (sortable(inside.clock.now()), action.id.clone(), words.to_owned());
            sessions::insert(conn, &Session { id: id.clone(), action, day, words, campaign: None })?;
            let there = people.iter().skip(place).step_by(5).take(14).cloned().collect();
            sessions::take_part(conn, &id, &there)?;
        }
        surveys::make_survey(conn, &inside, &action, Survey::Hot, ChosenBy::Hr).map(Some)
    })?;
    if let Some(survey) = &made {
        open_and_answer(app, survey, 62, [3.8, 4.1, 3.4], &files::SESSION_COMMENTS)?;
    }
    Ok(made)
}
