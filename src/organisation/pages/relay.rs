//! What the mail server bears and when mails leave; only an administrator writes it. A preset fills the form, and
//! nothing is kept before it is saved.

use actix_web::HttpRequest;
use serde::Serialize;

use super::{Field, is_faulty, value};
use crate::app::audit;
use crate::error::{Result, Say};
use crate::mail::Profile;
use crate::mail::profile::{DAY, MOST_CONNECTIONS};
use crate::render::Page;
use crate::web::{self, Admin, Answer, Fields, Seen, redirect_saying};

#[cfg(debug_assertions)]
mod samples;

const LIMIT: usize = 20;
/// The highest limit that makes sense; more is no limit.
const MOST: u32 = 1_000_000;
const WEEK: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

#[derive(Debug, Clone, Serialize)]
struct Weekday {
    name: &'static str,
    label: String,
    on: bool,
}

#[derive(Debug, Clone, Serialize)]
pub struct RelayPage {
    seen: Seen,
    fields: Vec<Field>,
    days: Vec<Weekday>,
    /// No day is ticked.
    no_day: bool,
    /// A preset fills the form, and is not saved.
    preset: bool,
}

impl Page for RelayPage {
    const TEMPLATE: &'static str = "organisation/relay.html";
}

impl RelayPage {
    fn of(profile: &Profile, seen: Seen) -> Self {
        let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let held = [
            number(profile.per_minute),
            number(profile.per_day),
            profile.connections.to_string(),
            clock(profile.from),
            clock(profile.until),
            profile.holidays.clone(),
        ];
        let fields = blank().into_iter().zip(held).map(|(field, value)| field.holding(&value)).collect();
        Self {
            seen,
            fields,
            days: week(|day| profile.days.get(day).copied().unwrap_or(false)),
            no_day: false,
            preset: false,
        }
    }
}

fn week(on: impl Fn(usize) -> bool) -> Vec<Weekday> {
    let day = |(place, name)| Weekday { name, label: format!("relay-{name}"), on: on(place) };
    WEEK.into_iter().enumerate().map(day).collect()
}

fn blank() -> Vec<Field> {
    let holidays = vec![
        ("none", "relay-holidays-none"),
        ("france", "relay-holidays-france"),
        ("alsace_moselle", "relay-holidays-alsace"),
    ];
    vec![
        Field::new("per_minute", "relay-per-minute").hint("relay-no-limit"),
        Field::new("per_day", "relay-per-day").hint("relay-no-limit"),
        Field::new("connections", "relay-connections").hint("relay-connections-hint"),
        Field::new("from", "relay-from").hint("relay-time-hint"),
        Field::new("until", "relay-until").hint("relay-until-hint"),
        Field::new("holidays", "relay-holidays").among(holidays),
    ]
}

/// Minutes after midnight as `08:30`; the end of a day is `24:00`.
fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `8:30`, `8h30`, `8 h` or `8`.
fn minutes(text: &str) -> Option<u16> {
    let text = text.replace(' ', "").replace(['h', 'H'], ":");
    let (hours, minutes) = text.split_once(':').unwrap_or((&text, ""));
    let (hours, minutes): (u16, u16) =
        (hours.parse().ok()?, if minutes.is_empty() { 0 } else { minutes.parse().ok()? });
    (hours <= 24 && minutes < 60).then(|| hours * 60 + minutes).filter(|all| *all <= DAY)
}

pub async fn show(req: HttpRequest, Admin(who): Admin) -> Answer {
    let app = web::app(&req)?;
    let standing = app.db.read(Profile::load).await?;
    let seen = Seen::of(&standing)?;
    let page = match web::query(&req, "preset").as_deref() {
        Some("none") => RelayPage { preset: true, ..RelayPage::of(&Profile::default(), seen) },
        Some("m365") => RelayPage { preset: true, ..RelayPage::of(&Profile::microsoft_365(), seen) },
        _ => RelayPage::of(&standing, seen),
    };
    web::page(&req, &app, &who, &page).await
}

pub async fn save(req: HttpRequest, Admin(who): Admin, form: Fields) -> Answer {
    let app = web::app(&req)?;
    let typed: Result<Vec<Field>> = blank().into_iter().map(|field| field.typed(&form, false, LIMIT)).collect();
    let (mut fields, ticked) = (typed?, form.all("days"));
    let profile = read(&mut fields, &ticked);
    let no_day = !ticked.iter().any(|day| WEEK.contains(&day.as_str()));
    let days = week(|place| WEEK.get(place).is_some_and(|name| ticked.iter().any(|day| day == name)));
    let given = Seen::given(&form)?;
    let mut page = RelayPage { seen: Seen::kept(given.clone()), fields, days, no_day, preset: false };
    let wrong = no_day || is_faulty(&page.fields);
    let (by, clock) = (who.person.clone(), app.clock.clone());
    let stale = app
        .db
        .write(move |conn| {
            let stale = Seen::of(&Profile::load(conn)?)?.differs(given.as_deref());
            if !wrong && stale.is_none() {
                profile.save(conn)?;
                audit(conn, &clock, Some(&by), "relay-changed", &serde_json::to_string(&profile)?)?;
            }
            Ok(stale)
        })
        .await?;
    if wrong || stale.is_some() {
        if let Some(seen) = stale.filter(|_| !wrong) {
            page.seen = seen;
        }
        return web::refused(&req, &app, &who, &page).await;
    }
    redirect_saying("/settings/mail", &Say::new("flash-saved"))
}

/// The profile that was typed; what cannot be read is said beside its field.
fn read(fields: &mut [Field], ticked: &[String]) -> Profile {
    let number = |fields: &mut [Field], name: &str, most: u32, needed: bool| -> Option<u32> {
        let text = value(fields, name).replace([' ', '\u{a0}', '\u{202f}'], "");
        let number = text.parse().ok().filter(|number| (1..=most).contains(number));
        if number.is_none() && (needed || !text.is_empty()) {
            fault(fields, name, Say::new("relay-fault-number").with("most", most));
        }
        number
    };
    let time = |fields: &mut [Field], name: &str| {
        let time = minutes(&value(fields, name));
        if time.is_none() {
            fault(fields, name, Say::new("relay-fault-time"));
        }
        time
    };
    let per_minute = number(fields, "per_minute", MOST, false);
    let per_day = number(fields, "per_day", MOST, false);
    let connections = number(fields, "connections", MOST_CONNECTIONS.into(), true);
    let (from, until) = (time(fields, "from"), time(fields, "until"));
    if let (Some(from), Some(until)) = (from, until)
        && until <= from
    {
        fault(fields, "until", Say::new("relay-fault-until"));
    }
    let mut days = [false; 7];
    for (day, name) in days.iter_mut().zip(WEEK) {
        *day = ticked.iter().any(|ticked| ticked == name);
    }
    if value(fields, "holidays").is_empty() {
        fault(fields, "holidays", Say::new("form-not-a-choice"));
    }
    Profile {
        per_minute,
        per_day,
        connections: connections.and_then(|number| number.try_into().ok()).unwrap_or(1),
        from: from.unwrap_or(0),
        until: until.unwrap_or(DAY),
        days,
        holidays: value(fields, "holidays"),
    }
}

fn fault(fields: &mut [Field], name: &str, say: Say) {
    if let Some(field) = fields.iter_mut().find(|field| field.name == name) {
        field.fault.get_or_insert(say);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_as_people_type_them() {
        for (text, read) in [
            ("08:30", Some(510)),
            ("8h30", Some(510)),
            ("8 h", Some(480)),
            ("8", Some(480)),
            ("24:00", Some(1440)),
            ("24:01", None),
            ("25", None),
            ("8:75", None),
            ("", None),
            ("midi", None),
            ("-1", None),
            ("99999999", None),
        ] {
            assert_eq!(minutes(text), read, "{text:?}");
        }
    }
}
