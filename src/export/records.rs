//! The rows of a file as records for programs, a page at a time: the same rows, by the same functions.

use serde_json::{Map, Value};

use super::files::Source;
use super::profile::{Cell, Profile, Rows};
use super::{File, plan};
use crate::campaign::Campaign;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::render::{Language, figures};

/// Where a page begins: after so many parts of the file, and so many rows of the next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Place {
    pub part: usize,
    pub row: usize,
}

/// A number of either is at most this long: a place further on is none that was given.
const DIGITS: usize = 9;

impl Place {
    /// `2.500`, as [`Place::to_string`] writes it.
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let digits = (1..=DIGITS).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse().ok().filter(|_| digits)
        };
        let (part, row) = text.split_once('.')?;
        Some(Self { part: number(part)?, row: number(row)? })
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.part, self.row)
    }
}

/// At most `most` records from `place` on, of one supplier or of all, and where the next page begins.
pub fn read(
    conn: &mut Conn,
    campaign: &Campaign,
    (file, language): (File, Language),
    of: Option<&SupplierCode>,
    place: Place,
    most: usize,
) -> Result<(Vec<Value>, Option<Place>)> {
    let mut source = Source::open(conn, campaign, file, Profile::Standard, language)?;
    let header = source.header();
    let columns = if file == File::Plan { plan::names() } else { header };
    source.skip(place.part, of);
    let mut page = Page { columns, skip: place.row, most, seen: 0, items: Vec::new(), more: false };
    while source.part(conn, &mut page)? {
        if page.more {
            let part = source.passed().saturating_sub(1);
            return Ok((page.items, Some(Place { part, row: page.seen })));
        }
        (page.skip, page.seen) = (0, 0);
    }
    Ok((page.items, None))
}

struct Page {
    columns: Vec<String>,
    /// Rows of the first part that were on the page before.
    skip: usize,
    most: usize,
    /// Rows of this part that are on this page or one before.
    seen: usize,
    items: Vec<Value>,
    more: bool,
}

impl Rows for Page {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        if self.skip > 0 {
            self.skip -= 1;
            self.seen += 1;
        } else if self.items.len() < self.most {
            self.seen += 1;
            let pairs = self.columns.iter().zip(cells).map(|(name, cell)| (name.clone(), value(cell)));
            self.items.push(Value::Object(pairs.collect::<Map<_, _>>()));
        } else {
            self.more = true;
        }
        Ok(())
    }
}

/// The same number a file has; nothing where it has none.
fn value(cell: &Cell<'_>) -> Value {
    let rounded = |value: f64, places| figures::rounded(value, places).parse::<f64>().map_or(Value::Null, Value::from);
    match cell {
        Cell::Text("") | Cell::Word { code: "", .. } | Cell::Empty => Value::Null,
        Cell::Text(text) => Value::from(*text),
        Cell::Word { code, .. } => Value::from(*code),
        Cell::Yes(yes, _) => Value::from(*yes),
        Cell::Mark(sign) => Value::from(*sign),
        // Adding zero turns -0 into 0; what is no number is null.
        Cell::Number(number) => Value::from(*number + 0.0),
        Cell::Count(n) => Value::from(*n),
        Cell::Share(share) => rounded(share * 100.0, 0),
        Cell::Mean(mean) => rounded(*mean, 1),
        Cell::Day(day) => Value::from(day.to_string()),
    }
}
