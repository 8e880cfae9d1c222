//! A CSV file as people bring it: UTF-8 with or without BOM, commas or semicolons; refused with a reason otherwise.

use std::collections::BTreeMap;

use crate::error::Say;

/// A fault of one line; line 1 is the header.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LineFault {
    pub line: u64,
    pub say: Say,
}

impl LineFault {
    pub fn new(line: u64, say: Say) -> Self {
        Self { line, say }
    }
}

#[derive(Debug)]
pub struct Table {
    columns: BTreeMap<String, usize>,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub struct Row {
    pub line: u64,
    cells: csv::StringRecord,
}

impl Row {
    /// The text in the column at this place of the file ([`Table::columns`] gives places).
    pub fn at(&self, place: usize) -> &str {
        self.cells.get(place).map_or("", str::trim)
    }
}

/// Which columns a file may have beside those it needs.
#[derive(Clone, Copy)]
enum Others<'a> {
    These(&'a [&'a str]),
    Any,
}

/// A quoted field over more lines than this is an unclosed quote that swallows the file.
const LONGEST_FIELD: u64 = 20;

impl Table {
    /// Reads a file that must have the columns `needed` and may have those of `optional`.
    pub fn read(bytes: &[u8], needed: &[&str], optional: &[&str]) -> Result<Self, Vec<LineFault>> {
        let (table, faults) = Self::read_all(bytes, needed, optional)?;
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    /// As [`Table::read`], keeping the good rows beside the bad lines, so that a caller can check those too and tell
    /// everything at once.
    pub fn read_all(
        bytes: &[u8],
        needed: &[&str],
        optional: &[&str],
    ) -> Result<(Self, Vec<LineFault>), Vec<LineFault>> {
        Self::read_with(bytes, needed, Others::These(optional))
    }

    /// As [`Table::read_all`], for a file whose other columns are its own: the caller says what they mean.
    pub fn read_open(bytes: &[u8], needed: &[&str]) -> Result<(Self, Vec<LineFault>), Vec<LineFault>> {
        Self::read_with(bytes, needed, Others::Any)
    }

    fn read_with(bytes: &[u8], needed: &[&str], others: Others<'_>) -> Result<(Self, Vec<LineFault>), Vec<LineFault>> {
        let refuse = |say: Say| vec![LineFault::new(1, say)];
        if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
            return Err(refuse(Say::new("csv-utf16")));
        }
        let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
        let text = std::str::from_utf8(bytes).map_err(|fault| {
            let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
            let line = 1 + before.iter().filter(|b| **b == b'\n').count();
            vec![LineFault::new(u64::try_from(line).unwrap_or(1), Say::new("csv-not-utf8"))]
        })?;
        if text.trim().is_empty() {
            return Err(refuse(Say::new("csv-empty")));
        }
        let first = text.lines().next().unwrap_or_default();
        let separator = if first.matches(';').count() > first.matches(',').count() { b';' } else { b',' };
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(separator)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        let mut records = reader.records();
        let header = match records.next() {
            Some(Ok(header)) => header,
            _ => return Err(refuse(Say::new("csv-empty"))),
        };
        let columns = header_columns(&header, needed, others)?;
        let (mut rows, mut faults) = (Vec::new(), Vec::new());
        let mut lines = LineCounter { text, counted: 0, line: 1 };
        let (mut last_line, mut last_byte) = (1, 0);
        for record in records {
            let Ok(record) = record else {
                faults.push(LineFault::new(last_line + 1, Say::new("csv-broken-line")));
                break;
            };
            let line = record.position().map_or(last_line + 1, |position| lines.at(position.byte()));
            let height = record.iter().map(|cell| cell.matches('\n').count()).max().unwrap_or(0);
            last_line = line;
            last_byte = record.position().map_or(last_byte, csv::Position::byte);
            if u64::try_from(height).unwrap_or(0) > LONGEST_FIELD {
                faults.push(LineFault::new(line, Say::new("csv-unclosed-quote")));
                break;
            }
            if record.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            if record.len() != header.len() {
                let say = Say::new("csv-cell-count").with("found", record.len()).with("expected", header.len());
                faults.push(LineFault::new(line, say));
                continue;
            }
            rows.push(Row { line, cells: record });
        }
        // A quote opened in the last cells swallows the end of the file without a fault of the reader's.
        let end = text.get(usize::try_from(last_byte).unwrap_or(usize::MAX)..).unwrap_or_default();
        let opens = end.starts_with('"') || end.contains(&format!("{}\"", char::from(separator)));
        if opens && end.matches('"').count() % 2 == 1 {
            let fault = LineFault::new(last_line, Say::new("csv-unclosed-quote"));
            if faults.last() != Some(&fault) {
                faults.push(fault);
            }
        }
        Ok((Self { columns, rows }, faults))
    }

    pub fn has(&self, column: &str) -> bool {
        self.columns.contains_key(column)
    }

    /// The columns, in small letters, with their places in the file.
    pub fn columns(&self) -> impl Iterator<Item = (&str, usize)> {
        self.columns.iter().map(|(name, place)| (name.as_str(), *place))
    }

    /// The text of `column` in `row`; empty where the file has no such column.
    pub fn cell<'a>(&self, row: &'a Row, column: &str) -> &'a str {
        self.columns.get(column).map_or("", |place| row.at(*place))
    }
}

/// The line a record begins on. The reader's own count is late after empty lines and after \r\n.
struct LineCounter<'a> {
    text: &'a str,
    counted: usize,
    line: u64,
}

impl LineCounter<'_> {
    fn at(&mut self, byte: u64) -> u64 {
        let start = usize::try_from(byte).unwrap_or(usize::MAX);
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let blank = rest.iter().take_while(|b| matches!(b, b'\r' | b'\n')).count();
        let passed = self.text.as_bytes().get(self.counted..start.saturating_add(blank)).unwrap_or_default();
        self.line += u64::try_from(passed.iter().filter(|b| **b == b'\n').count()).unwrap_or(0);
        self.counted = start.saturating_add(blank);
        self.line
    }
}

fn header_columns(
    header: &csv::StringRecord,
    needed: &[&str],
    others: Others<'_>,
) -> Result<BTreeMap<String, usize>, Vec<LineFault>> {
    let mut columns = BTreeMap::new();
    let mut faults = Vec::new();
    for (place, name) in header.iter().enumerate() {
        let name = name.trim().to_lowercase();
        let known = match others {
            Others::These(optional) => needed.contains(&name.as_str()) || optional.contains(&name.as_str()),
            Others::Any => true,
        };
        if columns.insert(name.clone(), place).is_some() {
            faults.push(LineFault::new(1, Say::new("csv-doubled-column").with("column", &name)));
        } else if !known {
            faults.push(LineFault::new(1, Say::new("csv-unknown-column").with("column", &name)));
        }
    }
    for name in needed.iter().filter(|name| !columns.contains_key(**name)) {
        faults.push(LineFault::new(1, Say::new("csv-missing-column").with("column", name)));
    }
    if faults.is_empty() { Ok(columns) } else { Err(faults) }
}
