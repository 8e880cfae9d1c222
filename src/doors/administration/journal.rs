//! GET /administration/journal: the audit log, for administrators: who did what, when; searched, paged, taken away.

use std::collections::BTreeMap;

use actix_web::HttpRequest;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::store::{self, Entry, Wanted};
use super::{At, local};
use crate::app::audit;
use crate::clock::{Clock, Day};
use crate::db::Conn;
use crate::error::{Result, Say};
use crate::export::profile::{Cell, Profile, Rows};
use crate::organisation::fold;
use crate::render::{Language, Page, words};
use crate::web::typed::clean_line;
use crate::web::{self, Admin, Answer};

#[cfg(debug_assertions)]
mod samples;

const PER_PAGE: usize = 50;
/// Lines read at once while searching.
const PART: i64 = 500;

/// What the reader asks for, as typed.
#[derive(Debug, Clone, Default, Serialize)]
struct Asked {
    /// Anywhere in who, what and the detail.
    search: String,
    event: String,
    from: String,
    until: String,
    from_fault: Option<Say>,
    until_fault: Option<Say>,
}

#[derive(Debug, Clone, Serialize)]
struct Line {
    at: At,
    who: String,
    what: String,
    detail: String,
}

#[derive(Debug, Clone, Serialize)]
struct Choice {
    code: String,
    words: String,
}

#[derive(Debug, Clone, Serialize)]
pub struct JournalPage {
    asked: Asked,
    /// The choices as an address keeps them.
    query: String,
    events: Vec<Choice>,
    lines: Vec<Line>,
    /// The key of the last line, where there are more.
    older: Option<String>,
    /// This is not the first page.
    later: bool,
}

impl Page for JournalPage {
    const TEMPLATE: &'static str = "administration/journal.html";
}

impl Asked {
    fn of(req: &HttpRequest) -> Self {
        let text = |name: &str| clean_line(&web::query(req, name).unwrap_or_default());
        let mut asked = Self {
            search: text("search"),
            event: text("event"),
            from: text("from"),
            until: text("until"),
            ..Self::default()
        };
        let wrong = |day: &str| (!day.is_empty() && Day::parse(day).is_none()).then(|| Say::new("campaign-fault-day"));
        (asked.from_fault, asked.until_fault) = (wrong(&asked.from), wrong(&asked.until));
        asked
    }

    /// A day that is none asks for nothing.
    fn wanted(&self, zone: &TimeZone) -> Wanted {
        Wanted {
            event: Some(self.event.clone()).filter(|event| !event.is_empty()),
            from: Day::parse(&self.from).map(|day| day.starts_in(zone)),
            until: Day::parse(&self.until).map(|day| day.plus_days(1).starts_in(zone)),
        }
    }

    fn query(&self) -> String {
        let pairs = [("search", &self.search), ("event", &self.event), ("from", &self.from), ("until", &self.until)];
        let given: Vec<_> = pairs.into_iter().filter(|(_, value)| !value.is_empty()).collect();
        serde_urlencoded::to_string(given).unwrap_or_default()
    }
}

/// An event in words; one of an older or newer version as it is called.
fn event_words(language: Language, event: &str) -> String {
    words::fixed(language, &format!("audit-event-{event}")).map_or_else(|| event.to_owned(), |words| words.to_string())
}

fn who(language: Language, entry: &Entry) -> String {
    match (&entry.name, &entry.person) {
        (Some(name), _) => name.clone(),
        (None, Some(gone)) => gone.clone(),
        (None, None) => words::say(language, &Say::new("journal-program")),
    }
}

/// A detail with names in the place of keys of people.
fn named(detail: &str, names: &BTreeMap<String, String>) -> String {
    let words: Vec<&str> = detail.split(' ').map(|word| names.get(word).map_or(word, String::as_str)).collect();
    words.join(" ")
}

/// How a reader reads the log.
struct Reader {
    language: Language,
    zone: TimeZone,
}

impl Reader {
    /// `names`: of those whose keys stand in the detail.
    fn line(&self, entry: &Entry, names: &BTreeMap<String, String>) -> Line {
        Line {
            at: local(entry.at, &self.zone),
            who: who(self.language, entry),
            what: event_words(self.language, &entry.event),
            detail: named(&entry.detail, names),
        }
    }

    /// Hands on every line that is asked for after the one of key `after`, the latest first, until `take` has enough.
    fn each(
        &self,
        conn: &mut Conn,
        asked: &Asked,
        mut after: Option<String>,
        mut take: impl FnMut(Entry, Line) -> Result<bool>,
    ) -> Result<()> {
        let (wanted, search) = (asked.wanted(&self.zone), fold(&asked.search));
        loop {
            let part = store::entries(conn, &wanted, after.as_deref(), PART)?;
            let Some(last) = part.last() else { return Ok(()) };
            after = Some(last.id.clone());
            let words = part.iter().flat_map(|entry| entry.detail.split(' ')).map(ToOwned::to_owned).collect();
            let names = store::names(conn, &words)?;
            for entry in part {
                let line = self.line(&entry, &names);
                let text = fold(&format!("{} {} {} {}", line.who, line.what, entry.event, line.detail));
                if text.contains(&search) && !take(entry, line)? {
                    return Ok(());
                }
            }
        }
    }
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let (asked, after) = (Asked::of(&req), web::query(&req, "after").filter(|after| !after.is_empty()));
    let reader = Reader { language: who.language, zone: app.config.time_zone.clone() };
    let page = app
        .db
        .read(move |conn| {
            let later = after.is_some();
            let (mut lines, mut last, mut more) = (Vec::new(), None, false);
            reader.each(conn, &asked, after, |entry, line| {
                more = lines.len() == PER_PAGE;
                if !more {
                    lines.push(line);
                    last = Some(entry.id);
                }
                Ok(!more)
            })?;
            let older = last.filter(|_| more);
            let choice = |code: String| Choice { words: event_words(reader.language, &code), code };
            let mut events: Vec<Choice> = store::events(conn)?.into_iter().map(choice).collect();
            events.sort_by_key(|choice| choice.words.to_lowercase());
            Ok(JournalPage { query: asked.query(), asked, events, lines, older, later })
        })
        .await?;
    web::page(&req, &app, &who, &page).await
}

/// The columns of the file.
const COLUMNS: [&str; 6] = ["day", "time", "who", "event", "what", "detail"];

/// GET /administration/journal.csv: all lines that are asked for, as a file; that it was taken is a line as well.
pub async fn file(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let asked = Asked::of(&req);
    let profile = web::query(&req, "profile").and_then(|name| Profile::parse(&name)).unwrap_or(Profile::Standard);
    let reader = Reader { language: who.language, zone: app.config.time_zone.clone() };
    let (clock, by) = (app.clock.clone(), who.person.clone());
    let body = app
        .db
        .write(move |conn| {
            let body = written(conn, &reader, &asked, profile)?;
            note(conn, &clock, &by, &asked)?;
            Ok(body)
        })
        .await?;
    Ok(web::download("barometer_journal.csv", "text/csv; charset=utf-8", body))
}

fn note(conn: &mut Conn, clock: &Clock, by: &crate::db::ids::PersonId, asked: &Asked) -> Result<()> {
    let days = format!("{} - {}", asked.from, asked.until);
    audit(conn, clock, Some(by), "journal-taken", days.trim_matches([' ', '-']))
}

fn written(conn: &mut Conn, reader: &Reader, asked: &Asked, profile: Profile) -> Result<Vec<u8>> {
    let mut body = Vec::new();
    let mut file = profile.begin(&mut body, &COLUMNS)?;
    reader.each(conn, asked, None, |entry, line| {
        file.row(&[
            Cell::Day(line.at.day),
            Cell::Text(&line.at.time),
            Cell::Text(&line.who),
            Cell::Text(&entry.event),
            Cell::Text(&line.what),
            Cell::Text(&line.detail),
        ])?;
        Ok(true)
    })?;
    file.end()?;
    Ok(body)
}
