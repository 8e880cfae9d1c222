//! Public holidays as data (`assets/holidays/fr.csv`): fixed days, and days counted from Easter. France by its labour
//! code (article L3133-1), and the two more of Alsace-Moselle (article L3134-13).

use jiff::SignedDuration;
use jiff::civil::Date;

use crate::clock::Day;

crate::words!(
    /// Whose public holidays count.
    Holidays { None = "none", France = "france", AlsaceMoselle = "alsace_moselle" }
);

const FRENCH: &str = include_str!("../../assets/holidays/fr.csv");

impl Holidays {
    /// Is `day` a public holiday?
    pub fn has(self, day: Day) -> bool {
        self.name(day).is_some()
    }

    /// Its name in French, where it is one.
    pub fn name(self, day: Day) -> Option<&'static str> {
        let day = day.to_jiff();
        FRENCH.lines().skip(1).find_map(|line| {
            let mut cells = line.splitn(4, ',');
            let (kind, when, place, name) = (cells.next()?, cells.next()?, cells.next()?, cells.next()?);
            let counts = match self {
                Self::None => false,
                Self::France => place == "france",
                Self::AlsaceMoselle => true,
            };
            (counts && falls(kind, when, day)).then_some(name)
        })
    }
}

fn falls(kind: &str, when: &str, day: Date) -> bool {
    match kind {
        "fixed" => when == format!("{:02}-{:02}", day.month(), day.day()),
        "easter" => when
            .parse::<i64>()
            .ok()
            .zip(easter(day.year()))
            .is_some_and(|(days, easter)| easter.saturating_add(SignedDuration::from_hours(24 * days)) == day),
        _ => false,
    }
}

/// Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let year = i32::from(year);
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 19 * l) / 433;
    let days = h + l - 7 * m;
    let (month, day) = ((days + 90) / 25, (days + 33 * ((days + 90) / 25) + 19) % 32);
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::parse(text).expect("a day")
    }

    #[test]
    fn easter_of_every_year_is_a_sunday_and_some_are_known() {
        for (year, known) in [(2024, "2024-03-31"), (2025, "2025-04-20"), (2026, "2026-04-05"), (2038, "2038-04-25")] {
            assert_eq!(easter(year), Some(day(known).to_jiff()));
        }
        for year in 1900..2200 {
            let easter = easter(year).expect("a day");
            assert_eq!(easter.weekday(), jiff::civil::Weekday::Sunday, "{year}");
            assert!(easter >= Date::constant(year, 3, 22) && easter <= Date::constant(year, 4, 25), "{year}");
        }
    }

    #[test]
    fn the_eleven_of_france_and_the_thirteen_of_alsace_moselle_in_2026() {
        let all = |holidays: Holidays| -> Vec<String> {
            let days = (0..365).map(|n| day("2026-01-01").plus_days(n));
            days.filter(|day| holidays.has(*day)).map(|day| day.to_string()).collect()
        };
        let france =
            ["01-01", "04-06", "05-01", "05-08", "05-14", "05-25", "07-14", "08-15", "11-01", "11-11", "12-25"];
        assert_eq!(all(Holidays::France), france.map(|day| format!("2026-{day}")));
        assert_eq!(all(Holidays::None), Vec::<String>::new());
        let alsace = all(Holidays::AlsaceMoselle);
        assert_eq!(alsace.len(), 13);
        assert!(alsace.contains(&"2026-04-03".to_owned()) && alsace.contains(&"2026-12-26".to_owned()));
        assert_eq!(Holidays::France.name(day("2026-05-14")), Some("Ascension"));
    }
}
