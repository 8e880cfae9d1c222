//! How a file is spelled for those who open it. Standard: RFC 4180, UTF-8, comma, decimal point. French Excel: a byte
//! order mark, semicolon, decimal comma. Lines end with CR LF in both. Refuses to let a text become a formula.

use std::borrow::Cow;
use std::io::Write;

use super::unwritable;
use crate::clock::Day;
use crate::error::Result;
use crate::render::figures;

crate::words!(
    /// For whom a file is spelled.
    Profile { Standard = "standard", FrenchExcel = "excel-fr" }
);

/// One cell. Texts are neutralised against formulas; numbers never are, so that -0.5 stays a number.
#[derive(Debug, Clone, Copy)]
pub enum Cell<'a> {
    Text(&'a str),
    Number(f64),
    Count(i32),
    /// 0..1, rounded as pages round it: a whole number of percent where a file has no formats.
    Share(f64),
    /// With one decimal, as on a page.
    Mean(f64),
    Day(Day),
    /// A sign of our own, such as `NA`: never neutralised.
    Mark(&'static str),
    /// A yes or no, as people read it; programs read true or false.
    Yes(bool, &'a str),
    /// A word of ours, as people read it and as programs do.
    Word {
        said: &'a str,
        code: &'a str,
    },
    Empty,
}

/// What takes rows.
pub trait Rows {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()>;
}

/// A file being written, row by row.
pub struct Csv<W: Write> {
    rows: csv::Writer<W>,
    profile: Profile,
}

impl Profile {
    /// Begins a file on `writer` with its header.
    pub fn begin<W: Write>(self, mut writer: W, columns: &[&str]) -> Result<Csv<W>> {
        if self == Self::FrenchExcel {
            writer.write_all("\u{feff}".as_bytes()).map_err(unwritable)?;
        }
        let mut file = self.go_on(writer);
        let header: Vec<Cell<'_>> = columns.iter().map(|name| Cell::Text(name)).collect();
        file.row(&header)?;
        Ok(file)
    }

    /// Goes on with a file whose header is written.
    pub fn go_on<W: Write>(self, writer: W) -> Csv<W> {
        let rows = csv::WriterBuilder::new()
            .delimiter(if self == Self::FrenchExcel { b';' } else { b',' })
            .terminator(csv::Terminator::CRLF)
            .from_writer(writer);
        Csv { rows, profile: self }
    }

    /// The shortest digits that read back as the same number; nothing for what is not a number.
    fn number(self, value: f64) -> String {
        if !value.is_finite() {
            return String::new();
        }
        // Adding zero turns -0 into 0.
        self.spelled(format!("{}", value + 0.0))
    }

    fn spelled(self, number: String) -> String {
        if self == Self::FrenchExcel { number.replace('.', ",") } else { number }
    }
}

impl<W: Write> Rows for Csv<W> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        let spelled = cells.iter().map(|cell| match cell {
            Cell::Text(text) | Cell::Yes(_, text) | Cell::Word { said: text, .. } => neutral(text),
            Cell::Number(value) => Cow::Owned(self.profile.number(*value)),
            Cell::Count(n) => Cow::Owned(n.to_string()),
            Cell::Share(share) => Cow::Owned(figures::rounded(share * 100.0, 0)),
            Cell::Mean(mean) => Cow::Owned(self.profile.spelled(figures::rounded(*mean, 1))),
            Cell::Day(day) => Cow::Owned(day.to_string()),
            Cell::Mark(sign) => Cow::Borrowed(*sign),
            Cell::Empty => Cow::Borrowed(""),
        });
        let record: Vec<Cow<'_, str>> = spelled.collect();
        self.rows.write_record(record.iter().map(|cell| cell.as_bytes())).map_err(unwritable)
    }
}

impl<W: Write> Csv<W> {
    pub fn end(mut self) -> Result<()> {
        self.rows.flush().map_err(unwritable)
    }
}

/// A text no spreadsheet takes for a formula: an apostrophe before a leading sign. A text that already looks
/// neutralised gets one more, so that taking one off always gives the original back.
pub fn neutral(text: &str) -> Cow<'_, str> {
    let sign = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '＝' | '＋' | '－' | '＠');
    if text.trim_start_matches('\'').starts_with(sign) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_formula() {
        for text in ["=1+1", "+1", "-1", "@a", "\ta", "\ra", "＝1", "＋1", "－1", "＠a", "'=1"] {
            assert_eq!(neutral(text), format!("'{text}"));
        }
        for text in ["", "*", "count_4", "l'accueil", "'t Hof", "a=b"] {
            assert_eq!(neutral(text), text);
        }
    }

    #[test]
    fn numbers_keep_every_digit() {
        assert_eq!(Profile::Standard.number(0.1 + 0.2), "0.30000000000000004");
        assert_eq!(Profile::FrenchExcel.number(-12.5), "-12,5");
        assert_eq!(Profile::Standard.number(-0.0), "0");
        assert_eq!(Profile::Standard.number(61.0), "61");
        assert_eq!(Profile::Standard.number(f64::NAN), "");
    }
}
