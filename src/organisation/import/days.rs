//! Days as other programs write them: 2026-12-31, with a time behind, 20261231, 31.12.2026, and with bars or hyphens in
//! the order that the column shows. A day that could be two is asked about, never guessed.

use crate::clock::Day;

/// What the numbers of a day that begins with no year stand for, as far as a column tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    DayFirst,
    MonthFirst,
    /// No cell tells, or two tell different things.
    Unknown,
}

/// Why a cell gives no day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    No,
    /// It could be two days.
    Ambiguous,
    /// A spreadsheet's count of days.
    Serial,
}

impl Unread {
    pub fn words(self) -> &'static str {
        match self {
            Self::No => "import-not-a-day",
            Self::Ambiguous => "import-day-of-two",
            Self::Serial => "import-day-serial",
        }
    }
}

impl Order {
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut day_first, mut month_first) = (false, false);
        for (one, other, _) in cells.filter_map(|cell| three(without_time(cell))).filter(|parts| parts.2 > 31) {
            day_first |= one > 12;
            month_first |= other > 12;
        }
        match (day_first, month_first) {
            (true, false) => Self::DayFirst,
            (false, true) => Self::MonthFirst,
            _ => Self::Unknown,
        }
    }

    /// The day of a cell; nothing when it is empty, or says "never" (9999-12-31, 00/00/0000).
    pub fn day(self, cell: &str) -> Result<Option<Day>, Unread> {
        if cell.is_empty() {
            return Ok(None);
        }
        let text = without_time(cell);
        let digits = text.bytes().all(|byte| byte.is_ascii_digit());
        if digits && text.len() == 5 {
            return Err(Unread::Serial);
        }
        let part = |from: usize, to: usize| text.get(from..to).and_then(|part| part.parse::<u32>().ok());
        let (year, month, day) = if digits && text.len() == 8 {
            (part(0, 4), part(4, 6), part(6, 8))
        } else {
            let (one, other, last) = three(text).ok_or(Unread::No)?;
            match self {
                _ if one > 31 || one == 0 && last == 0 && text.starts_with("0000") => {
                    (Some(one), Some(other), Some(last))
                }
                _ if last == 0 || last > 31 && (text.contains('.') || one == other) => {
                    (Some(last), Some(other), Some(one))
                }
                _ if last <= 31 => return Err(Unread::No),
                Self::DayFirst => (Some(last), Some(other), Some(one)),
                Self::MonthFirst => (Some(last), Some(one), Some(other)),
                Self::Unknown => return Err(Unread::Ambiguous),
            }
        };
        let (Some(year), Some(month), Some(day)) = (year, month, day) else { return Err(Unread::No) };
        if (year, month, day) == (0, 0, 0) || year == 9999 && (1..=12).contains(&month) && (1..=31).contains(&day) {
            return Ok(None);
        }
        Day::parse(&format!("{year:04}-{month:02}-{day:02}")).map(Some).ok_or(Unread::No)
    }
}

/// A cell without the time of day that some programs put behind a day.
fn without_time(cell: &str) -> &str {
    match cell.split_once(['T', ' ']) {
        Some((day, time)) if time.starts_with(|c: char| c.is_ascii_digit()) && time.contains(':') => day,
        _ => cell,
    }
}

/// The three numbers of a day.
fn three(text: &str) -> Option<(u32, u32, u32)> {
    let parts: Vec<&str> = text.split(['/', '.', '-']).collect();
    let number = |part: &str| if part.len() <= 4 { part.parse::<u32>().ok() } else { None };
    match parts.as_slice() {
        [one, other, last] => Some((number(one)?, number(other)?, number(last)?)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_programs_write_them() {
        let read = |order: Order, cell: &str| order.day(cell).map(|day| day.map(|day| day.to_string()));
        let end = Ok(Some("2026-12-31".to_owned()));
        for cell in ["2026-12-31", "2026-12-31T00:00:00", "2026-12-31 00:00:00", "20261231", "31.12.2026", "2026/12/31"]
        {
            assert_eq!(read(Order::Unknown, cell), end, "{cell}");
        }
        assert_eq!(read(Order::DayFirst, "31/12/2026"), end);
        assert_eq!(read(Order::MonthFirst, "12/31/2026"), end);
        assert_eq!(read(Order::Unknown, "04/05/2026"), Err(Unread::Ambiguous));
        assert_eq!(read(Order::Unknown, "05/05/2026"), Ok(Some("2026-05-05".to_owned())), "one day however read");
        for never in ["", "9999-12-31", "31/12/9999", "31.12.9999", "99991231", "00/00/0000", "0000-00-00"] {
            assert_eq!(read(Order::DayFirst, never), Ok(None), "{never}");
        }
        assert_eq!(read(Order::Unknown, "46387"), Err(Unread::Serial));
        for none in ["demain", "31/02/2026", "2026-13-01", "1/2", "31/12/26", "12:30"] {
            assert_eq!(read(Order::DayFirst, none), Err(Unread::No), "{none}");
        }
    }

    #[test]
    fn a_column_tells_the_order_unless_it_tells_two() {
        let order = |cells: &[&str]| Order::of(cells.iter().copied());
        assert_eq!(order(&["01/02/2026", "31/12/2026", ""]), Order::DayFirst);
        assert_eq!(order(&["01/02/2026", "12/31/2026"]), Order::MonthFirst);
        assert_eq!(order(&["31/12/2026", "12/31/2026"]), Order::Unknown);
        assert_eq!(order(&["01/02/2026", "2026-12-31"]), Order::Unknown);
    }
}
