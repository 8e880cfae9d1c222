//! All of a published campaign in one workbook: what it is, the table that people read, then the files for analysts. Rows
//! pass through temporary files, so that memory does not grow with them; the database is read a part at a time.

use std::fs::File as Disk;
use std::io::{Seek, SeekFrom};

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartSolidFill, ChartType, Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook,
    Worksheet, XlsxError,
};

use super::profile::{Cell, Profile, Rows, neutral};
use super::{File, Source, table, unwritable};
use crate::aggregation::store::Publication;
use crate::app::{App, Settings};
use crate::campaign::Campaign;
use crate::error::{Error, Result, Say};
use crate::render::{Language, figures, words};
use crate::results::overview::Grid;

/// The sheets for analysts, after those for everybody.
const SHEETS: [(File, &str); 6] = [
    (File::Indicators, "export-file-indicators"),
    (File::Participation, "export-file-participation"),
    (File::Plan, "export-file-plan"),
    (File::Commitments, "export-file-commitments"),
    (File::Events, "export-file-events"),
    (File::Codebook, "export-file-codebook"),
];

/// Rows of a sheet; what is more goes to the next one. Excel has 1,048,576.
const MOST: u32 = 1_000_000;

/// The colours of the table where an interval lies on one side of one half: those of the page.
const HIGH: Color = Color::RGB(0x00E3_F1EF);
const LOW: Color = Color::RGB(0x00F6_E3D0);
const ACCENT: Color = Color::RGB(0x000B_5F59);
/// As the file format counts paper sizes.
const A4: u8 = 9;

fn failed(fault: XlsxError) -> Error {
    match fault {
        XlsxError::IoError(fault) => unwritable(fault),
        fault => Error::internal(fault),
    }
}

/// Writes the workbook into a file that has no name, ready to be read. Waits.
pub fn write(app: &App, campaign: &Campaign, publication: &Publication, language: Language) -> Result<Disk> {
    let mut book = Workbook::new();
    let title = format!("{} {}", words::say(language, &Say::new("product-public")), campaign.code);
    // The same bytes each time: it is as old as what it holds.
    let seconds = publication.published_at.to_jiff().as_second();
    let made = ExcelDateTime::from_timestamp(seconds).map_err(failed)?;
    let about_it = DocProperties::new().set_title(title).set_comment(&publication.fingerprint);
    book.set_properties(&about_it.set_creation_datetime(&made));
    let settings = app.db.read_now(Settings::load)?;
    about(book.add_worksheet(), campaign, publication, &settings, language).map_err(failed)?;
    let grid = app.db.read_now(|conn| table::read(conn, campaign, language))?;
    readable(book.add_worksheet(), &grid, language)?;
    for (file, name) in SHEETS {
        let name = words::say(language, &Say::new(name));
        let mut source = app.db.read_now(|conn| Source::open(conn, campaign, file, Profile::Standard, language))?;
        let header = source.header();
        let mut part = 1;
        loop {
            let called = if part == 1 { name.clone() } else { format!("{name} {part}") };
            let sheet = book.add_worksheet_with_constant_memory().map_err(failed)?;
            let mut sheet = Sheet::begin(sheet, &called, &header).map_err(failed)?;
            let mut more = true;
            // A part is one supplier's rows at most: far fewer than what is left of a sheet.
            while more && sheet.row < MOST {
                more = app.db.read_now(|conn| source.part(conn, &mut sheet))?;
            }
            sheet.end().map_err(failed)?;
            if !more {
                break;
            }
            part += 1;
        }
    }
    let mut disk = tempfile::tempfile().map_err(unwritable)?;
    book.save_to_writer(&mut disk).map_err(failed)?;
    disk.seek(SeekFrom::Start(0)).map_err(unwritable)?;
    Ok(disk)
}

/// A sheet being written, row by row.
struct Sheet<'a> {
    sheet: &'a mut Worksheet,
    row: u32,
    columns: u16,
    formats: Formats,
}

struct Formats {
    head: Format,
    share: Format,
    mean: Format,
    /// Stays a text when somebody edits it.
    text: Format,
}

impl Formats {
    fn new() -> Self {
        Self {
            head: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_background_color(Color::RGB(0x00EE_ECE6)),
            share: Format::new().set_num_format("0%"),
            mean: Format::new().set_num_format("0.0"),
            text: Format::new().set_quote_prefix(),
        }
    }
}

impl<'a> Sheet<'a> {
    fn begin(sheet: &'a mut Worksheet, name: &str, header: &[String]) -> std::result::Result<Self, XlsxError> {
        let formats = Formats::new();
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        for (column, head) in (0..).zip(header) {
            sheet
                .set_column_width(column, f64::from(u32::try_from(head.chars().count()).unwrap_or(12).clamp(10, 28)))?;
            sheet.write_string_with_format(0, column, head, &formats.head)?;
        }
        let columns = u16::try_from(header.len()).unwrap_or(u16::MAX);
        Ok(Self { sheet, row: 0, columns, formats })
    }

    fn write(&mut self, column: u16, cell: &Cell<'_>) -> std::result::Result<(), XlsxError> {
        let (row, formats) = (self.row, &self.formats);
        let sheet = &mut *self.sheet;
        match cell {
            Cell::Text("") | Cell::Word { said: "", .. } | Cell::Empty => return Ok(()),
            Cell::Text(text) | Cell::Yes(_, text) | Cell::Word { said: text, .. } if neutral(text) == *text => {
                sheet.write_string(row, column, *text)
            }
            Cell::Text(text) | Cell::Yes(_, text) | Cell::Word { said: text, .. } => {
                sheet.write_string_with_format(row, column, *text, &formats.text)
            }
            Cell::Mark(mark) => sheet.write_string(row, column, *mark),
            Cell::Number(value) if !value.is_finite() => return Ok(()),
            Cell::Number(value) => sheet.write_number(row, column, *value + 0.0),
            Cell::Count(n) => sheet.write_number(row, column, f64::from(*n)),
            Cell::Share(share) => sheet.write_number_with_format(row, column, percent(*share), &formats.share),
            Cell::Mean(mean) => sheet.write_number_with_format(row, column, *mean, &formats.mean),
            Cell::Day(day) => sheet.write_string(row, column, day.to_string()),
        }?;
        Ok(())
    }

    fn end(self) -> std::result::Result<(), XlsxError> {
        if self.row > 0 && self.columns > 0 {
            self.sheet.autofilter(0, 0, self.row, self.columns - 1)?;
        }
        Ok(())
    }
}

/// The share that a cell holds is the one that it and the page show.
fn percent(share: f64) -> f64 {
    figures::rounded(share, 2).parse().unwrap_or(share)
}

impl Rows for Sheet<'_> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        self.row += 1;
        for (column, cell) in (0..).zip(cells) {
            self.write(column, cell).map_err(failed)?;
        }
        Ok(())
    }
}

/// Letters in a line of a note.
const NOTE: usize = 80;

/// What the workbook is about, and how to read it.
fn about(
    sheet: &mut Worksheet,
    campaign: &Campaign,
    publication: &Publication,
    settings: &Settings,
    language: Language,
) -> std::result::Result<(), XlsxError> {
    let say = |key: &'static str| words::say(language, &Say::new(key));
    let day = |day| figures::day(language, day);
    let lines = [
        ("about-organisation", settings.organisation.clone()),
        ("about-campaign", words::wave(language, &campaign.code)),
        ("about-opened", day(campaign.opens_on)),
        ("about-closed", day(campaign.closes_on)),
        ("about-threshold", campaign.threshold.to_string()),
        ("about-levels-threshold", campaign.levels_threshold.to_string()),
        ("about-method", publication.method_version.to_string()),
        ("about-fingerprint", publication.fingerprint.clone()),
    ];
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(say("about-title"))?.set_column_width(0, 34.0)?.set_column_width(1, 78.0)?;
    let mut row = 0;
    for (key, value) in lines {
        sheet.write_string_with_format(row, 0, say(key), &bold)?.write_string(row, 1, value)?;
        row += 1;
    }
    for key in ["exports-reading-hidden", "about-colours", "about-sheets", "exports-reading-fingerprint"] {
        row += 1;
        let text = say(key);
        // Excel makes room for wrapped text by itself; others need to be told.
        let lines = text.chars().count() / NOTE + 1;
        sheet.set_row_height(row, 15.0 * f64::from(u32::try_from(lines).unwrap_or(1)))?;
        sheet.write_string_with_format(row, 1, text, &wrapped)?;
    }
    Ok(())
}

/// Services × dimensions as on the page, with its colours and a chart.
fn readable(sheet: &mut Worksheet, grid: &Grid, language: Language) -> Result<()> {
    let name = words::say(language, &Say::new("export-file-table"));
    let heads = table::heads(grid, language);
    let mut rows = Sheet::begin(sheet, &name, &heads).map_err(failed)?;
    table::write(grid, language, &mut rows)?;
    let (last, before) = (rows.row, heads.len().saturating_sub(grid.dimensions.len()));
    rows.end().map_err(failed)?;
    dress(sheet, grid, &name, before, last).map_err(failed)
}

fn dress(
    sheet: &mut Worksheet,
    grid: &Grid,
    name: &str,
    before: usize,
    last: u32,
) -> std::result::Result<(), XlsxError> {
    sheet
        .set_freeze_panes(1, 1)?
        .set_row_height(0, 48.0)?
        .set_landscape()
        .set_paper_size(A4)
        .set_print_fit_to_pages(1, 0);
    for column in 0..u16::try_from(before + grid.dimensions.len()).unwrap_or(0) {
        sheet.set_column_width(column, if column == 0 { 28.0 } else { 14.0 })?;
    }
    for (row, line) in (1..).zip(&grid.rows) {
        // The overall share stands in the second column, each dimension's after the figures about the whole.
        let places = std::iter::once(1).chain(before..).zip(std::iter::once(&line.overall).chain(&line.cells));
        for (column, cell) in places {
            let (Some(share), Some(side)) = (&cell.share, cell.side) else { continue };
            let ground = if side == "high" { HIGH } else { LOW };
            let format = Format::new().set_num_format("0%").set_background_color(ground);
            let column = u16::try_from(column).unwrap_or(u16::MAX);
            sheet.write_number_with_format(row, column, percent(share.value), &format)?;
        }
    }
    if last > 0 {
        let mut chart = Chart::new(ChartType::Bar);
        let series = chart.add_series().set_categories((name, 1, 0, last, 0)).set_values((name, 1, 1, last, 1));
        series.set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(ACCENT))).set_gap(60);
        chart.title().set_name((name, 0, 1));
        chart.legend().set_hidden();
        chart.y_axis().set_min(0).set_max(1).set_num_format("0%");
        chart.x_axis().set_reverse();
        chart.set_height(120 + 26 * last.min(40)).set_width(640);
        sheet.insert_chart(last + 3, 0, &chart)?;
    }
    Ok(())
}
