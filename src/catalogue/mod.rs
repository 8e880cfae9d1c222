//! What a service offers and promises: offerings, commitments in their versions, and what was measured of them.
//!
//! A changed promise is a new version; the old ones stay readable. The program computes nothing from single requests:
//! a measurement is a value over one quarter that somebody brings, with the number of cases it stands on.

pub mod charter;
pub mod import;
pub mod pages;
pub mod store;
mod verdicts;

pub use verdicts::{Felt, Measured, Verdict};

use diesel::prelude::*;
use serde::Serialize;

use crate::clock::Day;
use crate::db::ids::{CampaignId, PersonId, SupplierCode, UnitCode};
use crate::db::schema::{commitment_versions, commitments, measurements, offerings};
use crate::render::Texts;

/// Under so many cases a measurement says nothing.
pub const FEWEST_CASES: i32 = 10;
/// Longest words for where a measurement comes from.
pub const SOURCE_LIMIT: usize = 80;
/// A figure about the work of fewer people would be one about a person.
pub const FEWEST_WORKERS: i32 = 3;

/// A line of a service's catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = offerings)]
pub struct Offering {
    pub supplier: SupplierCode,
    pub code: String,
    pub names: Texts,
    pub descriptions: Texts,
    /// How to ask for it, in words.
    pub ways: Texts,
    /// An https address where it is asked for; empty when there is none.
    pub link: String,
    pub position: i32,
    pub active: bool,
    /// How many people do the work: for the head and HR.
    pub workers: i32,
}

impl Offering {
    /// Do enough people do the work for a figure about it to be about none of them?
    pub fn has_figures(&self) -> bool {
        self.workers >= FEWEST_WORKERS
    }
}

crate::words!(
    /// What a commitment is about.
    Kind {
        Delay = "delay",
        Quality = "quality",
        Availability = "availability",
        Cost = "cost",
        Information = "information",
    }
);

crate::words!(
    /// On which side of its target a value keeps the promise; the target itself does.
    Direction { AtLeast = "at_least", AtMost = "at_most" }
);

/// A promise, whatever its wording was over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = commitments, treat_none_as_null = true)]
pub struct Commitment {
    pub supplier: SupplierCode,
    pub code: String,
    /// None: of the service as a whole.
    pub offering: Option<String>,
    /// The client unit that promises; none where the service does.
    pub unit: Option<UnitCode>,
    pub kind: Kind,
    /// The code of the question that says how it is felt.
    pub question: Option<String>,
    pub ended_on: Option<Day>,
}

impl Commitment {
    /// Does it stand today: not ended, or to end later?
    pub fn stands(&self, today: Day) -> bool {
        self.ended_on.is_none_or(|day| day > today)
    }

    /// May it be measured and judged: as a whole, or on an offering that may have figures?
    pub fn has_figures(&self, offerings: &[Offering]) -> bool {
        let of = |code: &String| offerings.iter().find(|offering| offering.code == *code);
        self.offering.as_ref().is_none_or(|code| of(code).is_some_and(Offering::has_figures))
    }
}

/// What was promised from a day on.
#[derive(Debug, Clone, PartialEq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = commitment_versions)]
pub struct Version {
    pub id: String,
    pub supplier: SupplierCode,
    pub commitment: String,
    pub version: i32,
    /// One sentence.
    pub texts: Texts,
    pub target: f64,
    /// The target's unit, in words: "jours ouvrés".
    pub measured_in: Texts,
    pub direction: Direction,
    /// The first day of the quarter from which on it counts.
    pub since: Day,
    pub made_on: Day,
    pub frozen: bool,
}

impl Version {
    /// May it still be corrected in its place: no campaign opened with it, and it is not in force or was made today?
    pub fn may_be_corrected(&self, today: Day) -> bool {
        !self.frozen && (self.since > today || self.made_on == today)
    }

    /// Does `value` keep the promise?
    pub fn is_kept_by(&self, value: f64) -> bool {
        match self.direction {
            Direction::AtLeast => value >= self.target,
            Direction::AtMost => value <= self.target,
        }
    }
}

/// The version in force on `day`: of those that count by then the latest.
pub fn in_force(versions: &[Version], day: Day) -> Option<&Version> {
    versions.iter().filter(|version| version.since <= day).max_by_key(|version| version.version)
}

/// A commitment's value over one quarter.
#[derive(Debug, Clone, PartialEq, Serialize, Queryable, Selectable, Insertable, AsChangeset)]
#[diesel(table_name = measurements, treat_none_as_null = true)]
pub struct Measurement {
    pub supplier: SupplierCode,
    pub commitment: String,
    pub campaign: CampaignId,
    pub value: f64,
    /// How many requests, calls or days it stands on.
    pub cases: i32,
    /// Where it comes from, in words: "GLPI", "relevé du service".
    pub source: String,
    pub day: Day,
    pub person: Option<PersonId>,
}

impl Measurement {
    /// Nothing but the day and the hand that wrote it may differ.
    pub fn says_the_same(&self, other: &Self) -> bool {
        (self.value, self.cases, &self.source) == (other.value, other.cases, &other.source)
    }
}

/// The first day of the quarter `day` lies in.
pub fn quarter_start(day: Day) -> Day {
    let date = day.to_jiff();
    let month = (date.month() - 1) / 3 * 3 + 1;
    Day::from_jiff(jiff::civil::Date::new(date.year(), month, 1).unwrap_or(date))
}

/// The quarter that begins on `day`, as campaigns are called: `2026-Q3`.
pub fn quarter_code(day: Day) -> String {
    let date = day.to_jiff();
    format!("{}-Q{}", date.year(), (date.month() - 1) / 3 + 1)
}

/// The first day of the quarter called `2026-Q3`.
pub fn quarter_named(code: &str) -> Option<Day> {
    let (year, quarter) = code.split_once("-Q")?;
    let quarter: i8 = quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter))?;
    let year: i16 = year.parse().ok().filter(|year| (1900..=2200).contains(year))?;
    jiff::civil::Date::new(year, quarter * 3 - 2, 1).ok().map(Day::from_jiff)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    fn version(number: i32, since: &str, direction: Direction) -> Version {
        Version {
            id: format!("v{number}"),
            supplier: "it".into(),
            commitment: "delay".to_owned(),
            version: number,
            texts: Texts::both("En 5 jours", "Within 5 days"),
            target: 5.0,
            measured_in: Texts::both("jours", "days"),
            direction,
            since: day(since),
            made_on: day("2026-01-01"),
            frozen: false,
        }
    }

    #[test]
    fn the_target_itself_keeps_the_promise() {
        let most = version(1, "2026-01-01", Direction::AtMost);
        assert!(most.is_kept_by(5.0) && most.is_kept_by(4.9) && !most.is_kept_by(5.1));
        let least = version(1, "2026-01-01", Direction::AtLeast);
        assert!(least.is_kept_by(5.0) && least.is_kept_by(5.1) && !least.is_kept_by(4.9));
    }

    #[test]
    fn a_promise_counts_from_its_quarter_on() {
        let versions = [version(1, "2026-01-01", Direction::AtMost), version(2, "2026-07-01", Direction::AtMost)];
        let at = |text: &str| in_force(&versions, day(text)).map(|version| version.version);
        assert_eq!((at("2025-12-31"), at("2026-06-30"), at("2026-07-01")), (None, Some(1), Some(2)));
    }

    #[test]
    fn quarters_have_their_days() {
        assert_eq!(quarter_start(day("2026-08-17")), day("2026-07-01"));
        assert_eq!(quarter_code(day("2026-10-01")), "2026-Q4");
        assert_eq!(quarter_named("2026-Q4"), Some(day("2026-10-01")));
        for odd in ["2026-Q5", "2026-Q0", "26Q1", "2026-T1", "99999-Q1", ""] {
            assert_eq!(quarter_named(odd), None, "{odd}");
        }
    }

    #[test]
    fn what_two_people_do_has_no_figure() {
        let offering = |code: &str, workers: i32| Offering {
            supplier: "it".into(),
            code: code.to_owned(),
            names: Texts::default(),
            descriptions: Texts::default(),
            ways: Texts::default(),
            link: String::new(),
            position: 1,
            active: true,
            workers,
        };
        let commitment = |on: Option<&str>| Commitment {
            supplier: "it".into(),
            code: "delay".to_owned(),
            offering: on.map(ToOwned::to_owned),
            unit: None,
            kind: Kind::Delay,
            question: None,
            ended_on: None,
        };
        let all = [offering("alone", 2), offering("team", 3)];
        assert!(commitment(None).has_figures(&all) && commitment(Some("team")).has_figures(&all));
        assert!(!commitment(Some("alone")).has_figures(&all) && !commitment(Some("gone")).has_figures(&all));
    }
}
