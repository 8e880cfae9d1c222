//! A CSV file as people and programs bring it: UTF-8 with or without BOM; commas, semicolons, tabs or bars; title lines
//! above the heads; last cells left out where they are empty. Refused with a reason otherwise.

use std::collections::BTreeMap;

use crate::error::Say;
use crate::render::{Language, Texts};
use crate::web::typed::{clean, clean_line, without_invisible};

/// A fault of one line, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct LineFault {
    pub line: u64,
    pub say: Say,
    /// So many further lines have the same fault: said once when all of a file's lines have it.
    pub others: usize,
}

impl LineFault {
    pub fn new(line: u64, say: Say) -> Self {
        Self { line, say, others: 0 }
    }

    /// The fault's place, to be said before it.
    pub fn place(&self) -> Say {
        let key = if self.others > 0 { "import-line-and-others" } else { "import-line" };
        Say::new(key).with("line", self.line).with("others", self.others)
    }
}

/// From so many lines on, a fault that all of them have is said once: its cause is the file, not the lines.
const ALL_ALIKE: usize = 10;

/// The faults of a file of `rows` lines, by line; one that every line has (the same sentence about the same column) is
/// told once.
pub fn gathered(mut faults: Vec<LineFault>, rows: usize) -> Vec<LineFault> {
    faults.sort_by_key(|fault| fault.line);
    if rows < ALL_ALIKE {
        return faults;
    }
    let kind = |fault: &LineFault| {
        let column = fault.say.args.iter().find(|(name, _)| *name == "column").map(|(_, column)| column.clone());
        (fault.say.key, column)
    };
    let mut kinds: BTreeMap<_, usize> = BTreeMap::new();
    for fault in &faults {
        *kinds.entry(kind(fault)).or_default() += 1;
    }
    kinds.retain(|_, number| *number >= rows);
    let mut told: Vec<LineFault> = Vec::with_capacity(faults.len());
    for fault in faults {
        let kind = kind(&fault);
        match kinds.get_mut(&kind) {
            None => told.push(fault),
            Some(0) => {}
            Some(number) => {
                told.push(LineFault { others: *number - 1, ..fault });
                *number = 0;
            }
        }
    }
    told
}

#[derive(Debug)]
pub struct Table {
    columns: BTreeMap<String, usize>,
    pub rows: Vec<Row>,
    /// The line of the heads.
    pub line: u64,
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

/// The columns of a file, by their heads.
#[derive(Clone, Copy)]
pub struct Heads<'a> {
    /// Must be there, and no line ends before them.
    pub needed: &'a [&'a str],
    /// Must be there; a line may end before them, as spreadsheets leave out the last cells of a line that are empty.
    pub blank: &'a [&'a str],
    /// May be there; nothing: any column may, and the caller says what it means.
    pub optional: Option<&'a [&'a str]>,
}

/// The columns of a text in each language: `text_fr`, `text_en` and so on.
pub fn language_columns(of: &str) -> impl Iterator<Item = String> {
    Language::ALL.iter().map(move |language| format!("{of}_{}", language.as_str()))
}

impl<'a> Heads<'a> {
    pub fn of(needed: &'a [&'a str], optional: &'a [&'a str]) -> Self {
        Self { needed, blank: &[], optional: Some(optional) }
    }

    fn wanted(self) -> impl Iterator<Item = &'a str> {
        self.needed.iter().chain(self.blank).copied()
    }

    /// The column that a head means: capitals, spaces, hyphens and what cannot be seen make no difference.
    fn column(self, head: &str) -> Option<&'a str> {
        let squeezed = squeezed(head);
        self.wanted()
            .chain(self.optional.unwrap_or_default().iter().copied())
            .find(|name| self::squeezed(name) == squeezed)
    }
}

fn squeezed(head: &str) -> String {
    head.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A head in small letters, without what cannot be seen.
fn plain_head(head: &str) -> String {
    without_invisible(head).trim().to_lowercase()
}

/// A quoted field over more lines than this is an unclosed quote that swallows the file.
const LONGEST_FIELD: usize = 20;
/// The heads stand within so many lines: above them, programs write titles.
const HEADS_WITHIN: usize = 20;
const SEPARATORS: [u8; 4] = *b",;\t|";

/// Where the heads stand, and what separates cells.
struct Start {
    byte: usize,
    separator: u8,
}

/// The line among the first that has most of the heads that are wanted, read with the separator that shows them.
fn start(text: &str, heads: Heads<'_>) -> Start {
    let mut declared = None;
    let mut best: Option<(usize, usize, Start)> = None;
    let mut byte = 0;
    for line in text.split('\n').take(HEADS_WITHIN) {
        let here = byte;
        byte += line.len() + 1;
        if line.trim().is_empty() || line.to_uppercase().starts_with("#TYPE ") {
            continue;
        }
        if let Some(separator) = line.trim().to_lowercase().strip_prefix("sep=").and_then(|rest| rest.bytes().next()) {
            declared = Some(separator);
            continue;
        }
        for separator in SEPARATORS.into_iter().filter(|one| declared.is_none_or(|declared| declared == *one)) {
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(separator)
                .flexible(true)
                .has_headers(false)
                .from_reader(line.as_bytes());
            let mut record = csv::StringRecord::new();
            if !reader.read_record(&mut record).unwrap_or(false) {
                continue;
            }
            let known = record.iter().filter(|cell| heads.column(cell).is_some()).count();
            let better = best.as_ref().is_none_or(|(most, widest, start)| {
                known > *most || known == *most && start.byte == here && record.len() > *widest
            });
            if better {
                best = Some((known, record.len(), Start { byte: here, separator }));
            }
        }
    }
    // A file that declares another separator than these is read with it.
    let fallback = Start { byte: byte.min(text.len()), separator: declared.unwrap_or(b',') };
    best.map_or(fallback, |(_, _, start)| start)
}

impl Table {
    /// Reads a file that must have the columns `needed` and may have those of `optional`.
    pub fn read(bytes: &[u8], needed: &[&str], optional: &[&str]) -> Result<Self, Vec<LineFault>> {
        let (table, faults) = Self::read_all(bytes, Heads::of(needed, optional))?;
        if faults.is_empty() { Ok(table) } else { Err(faults) }
    }

    /// Reads a file, keeping the good rows beside the bad lines, so that a caller can check those too and tell
    /// everything at once.
    pub fn read_all(bytes: &[u8], heads: Heads<'_>) -> Result<(Self, Vec<LineFault>), Vec<LineFault>> {
        let text = decoded(bytes)?;
        let start = start(&text, heads);
        let (segments, unclosed) = segments(text.as_bytes(), start.byte, start.separator, LONGEST_FIELD);
        let mut lines = LineCounter::new(&text);
        let mut faults: Vec<LineFault> =
            unclosed.into_iter().map(|byte| LineFault::new(lines.at(byte), Say::new("csv-unclosed-quote"))).collect();
        let mut lines = LineCounter::new(&text);
        let (mut rows, mut columns): (Vec<Row>, Option<Columns>) = (Vec::new(), None);
        for segment in segments {
            let first = segment.start;
            let part = text.get(segment).unwrap_or_default();
            let mut reader = csv::ReaderBuilder::new()
                .delimiter(start.separator)
                .flexible(true)
                .has_headers(false)
                .from_reader(part.as_bytes());
            for record in reader.records() {
                let record = record.map_err(|_| vec![LineFault::new(1, Say::new("csv-broken-line"))])?;
                let inside = record.position().map_or(0, csv::Position::byte);
                let line = lines.at(first.saturating_add(usize::try_from(inside).unwrap_or(usize::MAX)));
                let record = without_formulas(record);
                let Some(columns) = &columns else {
                    if faults.iter().any(|fault| fault.line < line) {
                        return Err(faults);
                    }
                    columns = Some(Columns::of(&record, heads, line)?);
                    continue;
                };
                if record.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                let too_long = record.iter().skip(columns.width).any(|cell| !cell.trim().is_empty());
                if too_long || record.len() < columns.shortest {
                    let say = Say::new("csv-cell-count").with("found", record.len()).with("expected", columns.width);
                    faults.push(LineFault::new(line, say));
                } else {
                    rows.push(Row { line, cells: record });
                }
            }
        }
        let Some(columns) = columns else {
            return Err(if faults.is_empty() { refused("csv-empty") } else { faults });
        };
        faults.extend(columns.nameless_faults(&rows));
        faults.sort_by_key(|fault| fault.line);
        Ok((Self { line: columns.line, columns: columns.places, rows }, faults))
    }

    /// Does the column at this place only number the lines, from 0 or 1 on?
    pub fn numbers_lines(&self, place: usize) -> bool {
        numbers_lines(&self.rows, place)
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

    /// The texts of the columns `of_fr`, `of_en` and so on, in the order of the file.
    pub fn texts(&self, row: &Row, of: &str) -> Texts {
        Texts::of(self.texts_of(of).map(|(language, place)| (language, clean(row.at(place)))))
    }

    /// In which languages the file has the column, with its places, in the order of the file.
    pub fn texts_of(&self, of: &str) -> impl Iterator<Item = (Language, usize)> {
        let language = |name: &str| name.strip_prefix(of)?.strip_prefix('_').and_then(Language::parse);
        let mut found: Vec<(Language, usize)> =
            self.columns().filter_map(|(name, place)| Some((language(name)?, place))).collect();
        found.sort_by_key(|(_, place)| *place);
        found.into_iter()
    }
}

fn numbers_lines(rows: &[Row], place: usize) -> bool {
    let counts = |from: usize| rows.iter().enumerate().all(|(n, row)| row.at(place) == (n + from).to_string());
    rows.len() > 1 && (counts(1) || counts(0))
}

fn refused(key: &'static str) -> Vec<LineFault> {
    vec![LineFault::new(1, Say::new(key))]
}

/// The text of a file, its lines ended by \n alone.
fn decoded(bytes: &[u8]) -> Result<String, Vec<LineFault>> {
    // Without a mark, every other byte of Latin letters in UTF-16 is zero; no text holds so many.
    let zeros = bytes.iter().take(4096).filter(|byte| **byte == 0).count();
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || zeros * 4 > bytes.len().min(4096) {
        return Err(refused("csv-utf16"));
    }
    let bytes = bytes.strip_prefix(&[0xef, 0xbb, 0xbf]).unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|fault| {
        let before = bytes.get(..fault.valid_up_to()).unwrap_or_default();
        let before = String::from_utf8_lossy(before).replace("\r\n", "\n").replace('\r', "\n");
        let line = 1 + before.matches('\n').count();
        vec![LineFault::new(u64::try_from(line).unwrap_or(1), Say::new("csv-not-utf8"))]
    })?;
    if text.trim().is_empty() {
        return Err(refused("csv-empty"));
    }
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// Cells as a spreadsheet was told to keep them as text: `="0043"` is 0043.
fn without_formulas(record: csv::StringRecord) -> csv::StringRecord {
    let inside = |cell: &str| Some(cell.trim().strip_prefix("=\"")?.strip_suffix('"')?.replace("\"\"", "\""));
    if !record.iter().any(|cell| inside(cell).is_some()) {
        return record;
    }
    record.iter().map(|cell| inside(cell).unwrap_or_else(|| cell.to_owned())).collect()
}

/// The parts of a file, from `begin` on, between records whose quote is not closed, and where those begin. Such a
/// record would swallow the rows after it: reading goes on with the line after its first, so that no good row is lost
/// and every bad one is told. A quote over several lines that something other than a separator follows is another
/// cell's: it closed nothing.
fn segments(text: &[u8], begin: usize, separator: u8, longest: usize) -> (Vec<std::ops::Range<usize>>, Vec<usize>) {
    #[derive(PartialEq)]
    enum At {
        FieldStart,
        Plain,
        Quoted,
        /// After a quote within quotes: the end, or the first of two that stand for one.
        Closing,
    }
    let (mut parts, mut unclosed) = (Vec::new(), Vec::new());
    let (mut place, mut part, mut record, mut at, mut height) = (begin, begin, begin, At::FieldStart, 0);
    loop {
        let byte = text.get(place).copied();
        let swallows = at == At::Quoted && (byte.is_none() || byte == Some(b'\n') && height >= longest);
        let foreign = at == At::Closing
            && height > 0
            && byte.is_some_and(|byte| byte != b'"' && byte != b'\n' && byte != separator);
        if swallows || foreign {
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
            (_, b'\n') => {
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

/// What a cell held, short and printable, to quote in a fault.
pub fn shown(text: &str) -> String {
    let clean = clean_line(text);
    let mut short: String = clean.chars().take(60).collect();
    if short.len() < clean.len() {
        short.push('…');
    }
    short
}

/// The line a record begins on. The reader's own count is late after empty lines.
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
        let blank = rest.iter().take_while(|b| **b == b'\n').count();
        let passed = self.text.as_bytes().get(self.counted..start.saturating_add(blank)).unwrap_or_default();
        self.line += u64::try_from(passed.iter().filter(|b| **b == b'\n').count()).unwrap_or(0);
        self.counted = start.saturating_add(blank);
        self.line
    }
}

/// What the heads of a file say.
struct Columns {
    places: BTreeMap<String, usize>,
    /// Columns without a head: nothing may stand under them.
    nameless: Vec<usize>,
    width: usize,
    /// No line has fewer cells.
    shortest: usize,
    line: u64,
}

impl Columns {
    fn of(header: &csv::StringRecord, heads: Heads<'_>, line: u64) -> Result<Self, Vec<LineFault>> {
        let (mut places, mut nameless, mut faults) = (BTreeMap::new(), Vec::new(), Vec::new());
        for (place, head) in header.iter().enumerate() {
            let known = heads.column(head);
            let name = known.map_or_else(|| plain_head(head), str::to_owned);
            if name.is_empty() {
                nameless.push(place);
            } else if places.insert(name.clone(), place).is_some() {
                faults.push(LineFault::new(line, Say::new("csv-doubled-column").with("column", &name)));
            } else if known.is_none() && heads.optional.is_some() {
                faults.push(LineFault::new(line, Say::new("csv-unknown-column").with("column", &name)));
            }
        }
        for name in heads.wanted().filter(|name| !places.contains_key(*name)) {
            faults.push(LineFault::new(line, Say::new("csv-missing-column").with("column", name)));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let last = heads.needed.iter().filter_map(|name| places.get(*name)).max();
        let shortest = last.map_or(1, |place| place + 1);
        Ok(Self { places, nameless, width: header.len(), shortest, line })
    }

    /// A column without a head is told when something stands under it, once.
    fn nameless_faults<'r>(&'r self, rows: &'r [Row]) -> impl Iterator<Item = LineFault> + 'r {
        self.nameless.iter().filter_map(|place| {
            let row = rows.iter().find(|row| !row.at(*place).is_empty())?;
            let say = |key| Say::new(key).with("place", place + 1);
            Some(if numbers_lines(rows, *place) {
                LineFault::new(self.line, say("csv-index-column"))
            } else {
                LineFault::new(row.line, say("csv-column-without-head").with("value", shown(row.at(*place))))
            })
        })
    }
}
