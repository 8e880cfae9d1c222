//! POST: release, withhold or report one comment, or release all those in which nothing was found.

use actix_web::HttpRequest;

use super::opened;
use super::queue::{self, Typed};
use crate::answering::LONGEST_COMMENT;
use crate::app::{Settings, audit};
use crate::campaign::FEWEST_READERS;
use crate::campaign::store::rare_languages;
use crate::comments::language::told_in;
use crate::comments::store::{self, Decision, Ticked};
use crate::comments::{State, Theme};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::{Error, Result, Say};
use crate::render::Undo;
use crate::web::{self, Answer, Fields, ModeratorOf, Who, redirect_offering, redirect_saying};

/// The queue, where the one just decided stood.
fn back(supplier: &str, code: &str, fields: &Fields) -> crate::error::Result<String> {
    let view = if fields.text("view")? == "decided" { "decided" } else { "held" };
    let number = |name: &str| Ok::<_, Error>(fields.text(name)?.parse().unwrap_or(0_i64).clamp(0, 1_000_000));
    let (page, skip) = (number("page")?.max(1), number("skip")?);
    let skip = if skip > 0 { format!("&skip={skip}") } else { String::new() };
    Ok(format!("/comments/{supplier}/{code}?view={view}&page={page}{skip}"))
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
    // From another decision there is the list of those decided; the way back leads to those to read.
    let undo = (seen == State::Held && state != State::Reported)
        .then(|| Undo::new(format!("/comments/{supplier}/{code}/undo"), key.clone()));
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
    match undo.filter(|_| done) {
        Some(undo) => redirect_offering(&to, &Say::new(flash), &undo),
        None => redirect_saying(&to, &Say::new(if done { flash } else { "flash-comment-decided-before" })),
    }
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
    let to = format!("/comments/{supplier}/{}", web::part(&req, "campaign")?);
    several(req, who, supplier, None, State::Released, &to).await
}

/// POST …/ticked: all that were ticked, released with the replacements as they were made, or withheld.
pub async fn many(req: HttpRequest, ModeratorOf { who, supplier }: ModeratorOf, fields: Fields) -> Answer {
    let to = back(supplier.as_str(), &web::part(&req, "campaign")?, &fields)?;
    let state = State::parse(&fields.text("decision")?)
        .filter(|state| matches!(state, State::Released | State::Withheld))
        .ok_or(Error::invalid("comment-no-decision"))?;
    let mut keys = fields.all("comment");
    keys.truncate(usize::try_from(queue::PER_PAGE).unwrap_or_default());
    if keys.is_empty() {
        return redirect_saying(&to, &Say::new("flash-comments-none-ticked"));
    }
    several(req, who, supplier, Some(keys), state, &to).await
}

/// More keys than this do not fit what the next page is told.
const UNDONE: usize = 60;

/// `keys` none: those in which nothing was found.
async fn several(
    req: HttpRequest,
    who: Who,
    supplier: SupplierCode,
    keys: Option<Vec<String>>,
    state: State,
    to: &str,
) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let path = format!("/comments/{supplier}/{code}/undo");
    let (today, clock, asked) = (app.today(), app.clock.clone(), keys.as_ref().map(Vec::len));
    let done = app
        .db
        .write(move |conn| {
            let (_, campaign) = opened(conn, &who, &supplier, &code)?;
            let keys = match keys {
                Some(keys) => keys,
                None => store::clear_keys(conn, &campaign.id, &supplier)?,
            };
            let ticked = Ticked { campaign: &campaign.id, supplier: &supplier, keys: &keys };
            if state == State::Withheld {
                return store::withhold_all(conn, &ticked, &who.person, today);
            }
            let done = store::release_all(conn, &ticked, &who.person, today)?;
            audit(conn, &clock, Some(&who.person), "comments-released", &format!("{supplier} {code} {}", done.len()))?;
            Ok(done)
        })
        .await?;
    let key = if state == State::Released { "flash-comments-released" } else { "flash-comments-withheld" };
    let left = asked.map_or(0, |asked| asked.saturating_sub(done.len()));
    let say = match left {
        0 => Say::new(key).with("n", done.len()),
        left => Say::new("flash-comments-left").with("n", done.len()).with("left", left),
    };
    if done.is_empty() || done.len() > UNDONE {
        return redirect_saying(to, &say);
    }
    redirect_offering(to, &say, &Undo::new(path, done.join(" ")))
}

/// POST …/undo: what was decided just now waits again.
pub async fn undo(req: HttpRequest, ModeratorOf { who, supplier }: ModeratorOf, fields: Fields) -> Answer {
    let app = web::app(&req)?;
    let code = web::part(&req, "campaign")?;
    let keys: Vec<String> = fields.text("line")?.split_whitespace().take(UNDONE).map(str::to_owned).collect();
    let (to, today) = (format!("/comments/{supplier}/{code}"), app.today());
    let count = app
        .db
        .write(move |conn| {
            let (_, campaign) = opened(conn, &who, &supplier, &code)?;
            let ticked = Ticked { campaign: &campaign.id, supplier: &supplier, keys: &keys };
            store::put_back(conn, &ticked, &who.person, today)
        })
        .await?;
    redirect_saying(&to, &Say::new("flash-comments-put-back").with("n", count))
}
