//! POST: release, withhold or report one comment, or release all those in which nothing was found.

use actix_web::HttpRequest;

use super::opened;
use super::queue::{self, Typed};
use crate::answering::LONGEST_COMMENT;
use crate::app::{Settings, audit};
use crate::campaign::FEWEST_READERS;
use crate::campaign::store::rare_languages;
use crate::comments::language::told_in;
use crate::comments::store::{self, Decision};
use crate::comments::{State, Theme};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::web::{self, Answer, Fields, ModeratorOf, Who, redirect_saying};

/// The queue, where the one just decided stood.
fn back(supplier: &str, code: &str, fields: &Fields) -> crate::error::Result<String> {
    let view = if fields.text("view")? == "decided" { "decided" } else { "held" };
    let page: i64 = fields.text("page")?.parse().unwrap_or(1);
    Ok(format!("/comments/{supplier}/{code}?view={view}&page={}", page.clamp(1, 1_000_000)))
}

/// What may be decided, with what the next page says.
fn outcome(word: &str) -> Option<(State, &'static str)> {
    match State::parse(word)? {
        State::Held => None,
        State::Released => Some((State::Released, "flash-comment-released")),
        State::Withheld => Some((State::Withheld, "flash-comment-withheld")),
        State::Reported => Some((State::Reported, "flash-comment-reported")),
    }
}

pub async fn one(req: HttpRequest, ModeratorOf { who, supplier }: ModeratorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let (code, key) = (web::part(&req, "campaign")?, web::part(&req, "comment")?);
    let (state, flash) = outcome(&fields.text("decision")?).ok_or(Error::invalid("comment-no-decision"))?;
    let seen = State::parse(&fields.text("seen")?).ok_or(Error::invalid("comment-no-decision"))?;
    let text = fields.text("text")?;
    let themes: Vec<Theme> = fields.all("theme").iter().filter_map(|word| Theme::parse(word)).collect();
    let themes: Vec<Theme> = Theme::ALL.iter().copied().filter(|theme| themes.contains(theme)).collect();
    let fault = match fault(&text, state) {
        None if state == State::Released => {
            let (who, supplier, code, text) = (who.clone(), supplier.clone(), code.clone(), text.clone());
            app.db.read(move |conn| points_to_its_author(conn, &who, &supplier, &code, &text)).await?
        }
        fault => fault,
    };
    if let Some(fault) = fault {
        let typed = Typed { key, text, themes, fault };
        return queue::respond(req, who, supplier, Some(typed)).await;
    }
    let to = back(supplier.as_str(), &code, &fields)?;
    let (today, clock) = (app.today(), app.clock.clone());
    let done = app
        .db
        .write(move |conn| {
            let (_, campaign) = opened(conn, &who, &supplier, &code)?;
            let comment = store::comment(conn, &campaign.id, &supplier, &key)?;
            if comment.redacted.is_none() {
                return Err(Error::NotFound);
            }
            let released = (state == State::Released).then_some(text);
            let decision = Decision { state, released, themes, by: who.person.clone(), on: today };
            let done = store::decide(conn, &comment, seen, &decision)?;
            if done && state == State::Reported {
                // That somebody was told, never of what.
                audit(conn, &clock, Some(&who.person), "comment-reported", &format!("{supplier} {code}"))?;
            }
            Ok(done)
        })
        .await?;
    redirect_saying(&to, &Say::new(if done { flash } else { "flash-comment-decided-before" }))
}

fn fault(text: &str, state: State) -> Option<Say> {
    let length = text.chars().count();
    if state == State::Released && text.is_empty() {
        return Some(Say::new("comment-fault-empty"));
    }
    let long = Say::new("comment-fault-long").with("most", LONGEST_COMMENT * 2).with("length", length);
    (length > LONGEST_COMMENT * 2).then_some(long)
}

/// What is wrong with publishing `text` in its language: so few of those invited read it that it is a signature.
fn points_to_its_author(
    conn: &mut Conn,
    who: &Who,
    supplier: &SupplierCode,
    code: &str,
    text: &str,
) -> Result<Option<Say>> {
    let (_, campaign) = opened(conn, who, supplier, code)?;
    let rare = rare_languages(conn, &campaign.id)?;
    let Some(language) = told_in(text).filter(|language| rare.contains(language)) else { return Ok(None) };
    let first = Settings::load(conn)?.languages.first();
    let say = Say::new("comment-fault-language").with("language", language.name()).with("first", first.name());
    Ok(Some(say.with("fewest", FEWEST_READERS)))
}

/// One click for those in which nothing was found.
pub async fn clear(req: HttpRequest, ModeratorOf { who, supplier }: ModeratorOf, _: Fields) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let to = format!("/comments/{supplier}/{code}");
    let (today, clock) = (app.today(), app.clock.clone());
    let count = app
        .db
        .write(move |conn| {
            let (_, campaign) = opened(conn, &who, &supplier, &code)?;
            let count = store::release_clear(conn, &campaign.id, &supplier, &who.person, today)?;
            audit(conn, &clock, Some(&who.person), "comments-released", &format!("{supplier} {code} {count}"))?;
            Ok(count)
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-comments-released").with("n", count))
}
