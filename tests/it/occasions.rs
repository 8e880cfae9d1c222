//! What is asked between two quarters: a flash from an event to an action, the charter, sessions of a training; who is
//! asked how often; what becomes of too few answers.

mod attack;
mod budget;
mod events;
mod flash;
mod promise;
mod sessions;

use barometer::answering::draft::Draft;
use barometer::campaign::Campaign;
use barometer::campaign::occasion::ChosenBy;
use barometer::campaign::occasion::prepare::{self, Wish};
use barometer::campaign::{Kind, State, store as campaigns};
use barometer::clock::Day;
use barometer::db::ids::{CampaignId, GroupCode};
use barometer::organisation::store as organisation;
use barometer::questionnaire::Question;
use barometer::render::{Language, Texts};
use barometer::web::Role;

use crate::world::World;
use crate::world::verbs::{about, person, person_id};

/// Two units of twenty, one of six; HR is `hugo`, the head `head_it`, who reads comments `mona`.
fn house(w: &World) {
    w.organisation(&[("prod", 20), ("sales", 20), ("few", 6)]);
    w.supplier("it");
    w.supplier("hr");
    w.write(|conn| {
        let all = ["hugo", "dora", "mona"];
        organisation::insert_people(conn, &all.map(|id| person(id, "staff", Language::Fr)))?;
        organisation::grant(conn, &"hugo".into(), Role::Hr, &"".into())?;
        organisation::grant(conn, &"dora".into(), Role::Direction, &"".into())?;
        organisation::grant(conn, &"mona".into(), Role::Moderator, &"it".into())
    });
}

/// A quarter that opened, was answered by fifteen of each large unit and is published.
fn quarter(w: &World, code: &str) -> Campaign {
    let campaign = w.open(&w.campaign(code, &["it"]));
    for unit in ["prod", "sales"] {
        for number in 1..=15 {
            let value = i32::try_from(number % 5 + 1).expect("a small number");
            w.store_answers(&campaign, &person_id(unit, number), about("it", &[("overall", value)]));
        }
    }
    w.close(&campaign)
}

/// An agreement question without a code.
fn asks(text: &str) -> Question {
    let texts = Texts::both(text, text);
    barometer::questionnaire::build::own_question("", barometer::questionnaire::Kind::Agreement, texts, &[])
        .expect("a question")
}

fn text(words: &str) -> Question {
    let texts = Texts::both(words, words);
    barometer::questionnaire::build::own_question("", barometer::questionnaire::Kind::Text, texts, &[])
        .expect("a question")
}

/// A flash about IT from today on, for five days, of these groups.
fn wish(w: &World, groups: &[&str]) -> Wish {
    Wish { groups: groups.iter().map(|code| GroupCode::from(*code)).collect(), ..flash_about_it(w.app.today()) }
}

/// The same of no group yet.
pub fn flash_about_it(today: Day) -> Wish {
    Wish {
        kind: Kind::Flash,
        supplier: "it".into(),
        opens_on: today,
        closes_on: today.plus_days(4),
        reminder: None,
        words: Texts::both("la panne", "the outage"),
        questions: vec![asks("Prévenu à temps"), text("Quoi d'autre ?")],
        groups: std::collections::BTreeSet::new(),
        people: std::collections::BTreeSet::new(),
        chosen_by: ChosenBy::Hr,
        event: None,
        training: None,
        follows: None,
        charter: None,
    }
}

fn make(w: &World, wish: Wish) -> Campaign {
    let (key, now) = (w.app.link_key.clone(), w.app.clock.now());
    let id: CampaignId = w.write(move |conn| prepare::make(conn, &key, &wish, now));
    w.read(|conn| campaigns::campaign(conn, &id))
}

/// The codes of what an occasion asks, closed questions first.
fn codes(w: &World, campaign: &Campaign) -> Vec<String> {
    let id = &campaign.id;
    w.lines(&format!(
        "SELECT q.code AS line FROM questions q JOIN campaign_suppliers s ON s.questionnaire = q.questionnaire \
         WHERE s.campaign = '{id}' ORDER BY q.position"
    ))
}

/// A draft that answers an occasion's first question, and writes `words` where there are any.
fn answer(w: &World, campaign: &Campaign, value: i32, words: &str) -> Draft {
    let codes = codes(w, campaign);
    let id = &campaign.id;
    let supplier =
        w.lines(&format!("SELECT supplier AS line FROM campaign_suppliers WHERE campaign = '{id}'")).remove(0);
    let mut draft = about(&supplier, &[(codes[0].as_str(), value)]);
    if !words.is_empty() {
        let last = codes.last().expect("a text").clone();
        draft.sheets.values_mut().for_each(|sheet| drop(sheet.texts.insert(last.clone(), words.to_owned())));
    }
    draft
}

/// What keeps a draft from opening.
fn stops(w: &World, campaign: &Campaign) -> Vec<&'static str> {
    use barometer::campaign::check::{Level, lines};
    let today = w.app.today();
    let lines = w.read(|conn| lines(conn, campaign, today, Language::Fr));
    lines.into_iter().filter(|line| line.level == Level::Stop).map(|line| line.say.key).collect()
}

fn sees(w: &World, campaign: &Campaign) -> Vec<&'static str> {
    use barometer::campaign::check::{Level, lines};
    let today = w.app.today();
    let lines = w.read(|conn| lines(conn, campaign, today, Language::Fr));
    lines.into_iter().filter(|line| line.level == Level::See).map(|line| line.say.key).collect()
}

fn is_open(campaign: &Campaign) -> bool {
    campaign.state == State::Open
}
