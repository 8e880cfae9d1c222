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

/// A quoted field over more lines than this is an unclosed quote that swallows the file. Where no cell holds more than
/// a name, none goes over a line.
const LONGEST_FIELD: usize = 20;

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
        let longest = if matches!(others, Others::Any) { LONGEST_FIELD } else { 0 };
        let (segments, unclosed) = segments(text.as_bytes(), separator, longest);
        let mut lines = LineCounter::new(text);
        let mut faults: Vec<LineFault> =
            unclosed.into_iter().map(|byte| LineFault::new(lines.at(byte), Say::new("csv-unclosed-quote"))).collect();
        let mut lines = LineCounter::new(text);
        let (mut rows, mut columns, mut width) = (Vec::new(), None, 0);
        for segment in segments {
            let first = segment.start;
            let part = text.get(segment).unwrap_or_default();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(separator)
                .flexible(true)
                .has_headers(false)
                .from_reader(part.as_bytes());
            for record in reader.records() {
                let record = record.map_err(|_| refuse(Say::new("csv-broken-line")))?;
                let inside = record.position().map_or(0, csv::Position::byte);
                let line = lines.at(first.saturating_add(usize::try_from(inside).unwrap_or(usize::MAX)));
                if columns.is_none() {
                    if line > 1 && faults.iter().any(|fault| fault.line < line) {
                        return Err(faults);
                    }
                    width = record.len();
                    columns = Some(header_columns(&record, needed, others)?);
                } else if record.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                } else if record.len() != width {
                    let say = Say::new("csv-cell-count").with("found", record.len()).with("expected", width);
                    faults.push(LineFault::new(line, say));
                } else {
                    rows.push(Row { line, cells: record });
                }
            }
        }
        let Some(columns) = columns else {
            return Err(if faults.is_empty() { refuse(Say::new("csv-empty")) } else { faults });
        };
        faults.sort_by_key(|fault| fault.line);
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

/// The parts of a file between records whose quote is not closed, and where those begin. Such a record would swallow the
/// rows after it: reading goes on with the line after its first, so that no good row is lost and every bad one is told.
fn segments(text: &[u8], separator: u8, longest: usize) -> (Vec<std::ops::Range<usize>>, Vec<usize>) {
    #[derive(PartialEq)]
    enum At {
        FieldStart,
        Plain,
        Quoted,
        /// After a quote within quotes: the end, or the first of two that stand for one.
        Closing,
    }
    let (mut parts, mut unclosed) = (Vec::new(), Vec::new());
    let (mut place, mut part, mut record, mut at, mut height) = (0, 0, 0, At::FieldStart, 0);
    loop {
        let byte = text.get(place).copied();
        let open = at == At::Quoted && (byte.is_none() || byte == Some(b'\n') && height >= longest);
        if open {
            parts.push(part..record);
            unclosed.push(record);
            let rest = text.get(record..).unwrap_or_default();
            let end = rest.iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| record + end + 1);
            (place, part, record, at, height) = (end, end, end, At::FieldStart, 0);
            continue;
        }
        let Some(byte) = byte else { break };
        place += 1;
        at = match (at, byte) {
            (At::FieldStart | At::Closing, b'"') => At::Quoted,
            (At::Quoted, b'"') => At::Closing,
            (At::Quoted, _) => {
                height += usize::from(byte == b'\n');
                At::Quoted
            }
            (_, b'\n' | b'\r') => {
                (record, height) = (place, 0);
                At::FieldStart
            }
            (_, byte) if byte == separator => {
                height = 0;
                At::FieldStart
            }
            _ => At::Plain,
        };
    }
    parts.push(part..text.len());
    (parts, unclosed)
}

/// The line a record begins on. The reader's own count is late after empty lines and after \r\n.
struct LineCounter<'a> {
    text: &'a str,
    counted: usize,
    line: u64,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, counted: 0, line: 1 }
    }

    /// The line of this byte or of the first after it that ends no line; bytes come in their order.
    fn at(&mut self, start: usize) -> u64 {
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
