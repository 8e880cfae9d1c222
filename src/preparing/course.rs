//! How participation grows over the working days of an open campaign, beside the two before it: the total alone, and only
//! counts that may be shown by themselves.

use crate::campaign::calendar::Calendar;
use crate::campaign::pages::follow::{Course, CourseLine};
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, store};
use crate::charts;
use crate::clock::Day;
use crate::db::Conn;
use crate::error::{Result, Say};
use crate::render::{Language, figures, words};

/// Under so many invited the picture would show single answers arrive.
const SMALLEST: i32 = 30;
/// The campaign and those before it.
const LINES: usize = 3;

/// None before there is a line to draw.
pub fn of(conn: &mut Conn, campaign: &Campaign, language: Language) -> Result<Option<Course>> {
    let calendar = Calendar::load(conn)?;
    let mut waves = store::quarters(conn)?;
    waves.retain(|wave| wave.id != campaign.id && wave.opened_at.is_some() && wave.opens_on < campaign.opens_on);
    let mut lines = Vec::new();
    for wave in std::iter::once(campaign).chain(&waves).take(LINES) {
        let points = points(conn, wave, calendar)?;
        if points.is_empty() && lines.is_empty() {
            return Ok(None);
        }
        if !points.is_empty() {
            lines.push(CourseLine { code: wave.code.clone(), points });
        }
    }
    let marks = campaign.reminder_days().iter().filter_map(|day| working_day(campaign, *day, calendar)).collect();
    let drawn = |narrow: bool| {
        let say = |key: &'static str| words::say(language, &Say::new(key));
        let line = |line: &CourseLine| charts::CourseLine {
            label: words::wave_short(language, &line.code),
            points: line.points.clone(),
        };
        let told = |line: &CourseLine| {
            let last = line.points.last().map_or(0.0, |(_, share)| *share);
            format!("{} : {}", words::wave_short(language, &line.code), figures::percent(language, last))
        };
        let chart = charts::Course {
            id: if narrow { "course-narrow" } else { "course" }.to_owned(),
            title: say("course-title"),
            desc: lines.iter().map(told).collect::<Vec<_>>().join(", "),
            x_label: say("course-days"),
            lines: lines.iter().map(line).collect(),
            marks: Vec::clone(&marks),
            narrow,
        };
        charts::course(&chart).map_err(|fault| tracing::error!(%fault, "a chart could not be drawn")).ok()
    };
    Ok(Some(Course { svg: drawn(false), narrow: drawn(true), reminders: !marks.is_empty(), lines }))
}

/// The share of those invited who had sent something by the end of each working day, where it may be shown.
fn points(conn: &mut Conn, campaign: &Campaign, calendar: Calendar) -> Result<Vec<(u32, f64)>> {
    let shown = |count: &DayCount| count.is_total() && count.invited >= SMALLEST && count.may_be_shown();
    let mut points: Vec<(u32, f64)> = Vec::new();
    for count in participation::days(conn, &campaign.id)?.iter().filter(|count| shown(count)) {
        let Some(day) = working_day(campaign, count.day, calendar) else { continue };
        let share = f64::from(count.sendings) / f64::from(count.invited.max(1));
        match points.last_mut().filter(|(last, _)| *last == day) {
            // What came on a day off is the last working day's.
            Some(point) => point.1 = share,
            None => points.push((day, share)),
        }
    }
    Ok(points)
}

/// Which working day of a campaign `day` is, the first being 1; none before it and beyond any campaign.
fn working_day(campaign: &Campaign, day: Day, calendar: Calendar) -> Option<u32> {
    let days = (0..=MOST).map(|number| campaign.opens_on.plus_days(number)).take_while(|at| *at <= day);
    let worked = u32::try_from(days.filter(|at| calendar.is_working_day(*at)).count()).ok()?;
    (day >= campaign.opens_on && day <= campaign.opens_on.plus_days(MOST)).then_some(worked.max(1))
}

/// How many days a campaign is followed.
const MOST: i64 = 110;
