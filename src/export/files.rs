//! What is in each file, column by column, a part at a time: memory does not grow with the rows, and nobody who reads
//! slowly holds the database, because each part is a transaction of its own. What a part reads was written once, at
//! publication, so the parts fit together. Refuses what the publication hides: a hidden figure is a row that says so and
//! nothing else. Rows keep one order, whatever the database sorts by.

use std::collections::{BTreeMap, VecDeque};

use super::File;
use super::answers::Answers;
use super::codebook;
use super::comments::{self, Texts};
use super::profile::{Cell, Profile, Rows};
use super::{commitments, events, plan, table};
use crate::aggregation::figure::ALL;
use crate::aggregation::store as publications;
use crate::aggregation::weighting;
use crate::campaign::participation::{self, DayCount};
use crate::campaign::{Campaign, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{GroupCode, SupplierCode};
use crate::error::{Error, Result};
use crate::render::Language;

pub(super) const INDICATORS: [&str; 11] =
    ["campaign", "supplier", "group", "subject", "indicator", "value", "low", "high", "n", "shown", "word"];
pub(super) const PARTICIPATION: [&str; 7] = ["campaign", "group", "group_name", "day", "invited", "sendings", "shown"];

/// A file being taken out of a published campaign.
pub struct Source {
    campaign: Campaign,
    profile: Profile,
    language: Language,
    header: Option<Vec<String>>,
    body: Body,
    /// How many parts there were, and how many are still to come at most.
    parts: usize,
}

/// Notes whether anything was written.
struct Counted<'a, R: Rows> {
    rows: &'a mut R,
    any: bool,
}

impl<R: Rows> Rows for Counted<'_, R> {
    fn row(&mut self, cells: &[Cell<'_>]) -> Result<()> {
        self.any = true;
        self.rows.row(cells)
    }
}

enum Body {
    /// The suppliers and groups whose figures are still to come.
    Indicators(VecDeque<(SupplierCode, Vec<GroupCode>)>),
    Answers(Answers),
    Participation,
    Comments(Texts),
    Codebook,
    Table,
    Plan,
    Commitments,
    Events,
    Done,
}

impl Source {
    /// Refuses a campaign that is not published, and answers where none are handed out.
    /// Labels, where a file has some, are in `language`.
    pub fn open(
        conn: &mut Conn,
        campaign: &Campaign,
        file: File,
        profile: Profile,
        language: Language,
    ) -> Result<Self> {
        if !campaign.is_published() {
            return Err(Error::NotFound);
        }
        let named = |columns: &[&str]| columns.iter().map(|name| (*name).to_owned()).collect();
        let (header, body) = match file {
            File::Indicators => (named(&INDICATORS), Body::Indicators(stretches(conn, campaign)?)),
            File::Participation => (named(&PARTICIPATION), Body::Participation),
            File::Comments => (named(&comments::COLUMNS), Body::Comments(Texts::open(conn, campaign)?)),
            File::Codebook => (codebook::heads(conn)?, Body::Codebook),
            File::Table => (table::heads(&table::read(conn, campaign, language)?, language), Body::Table),
            File::Commitments => (named(&commitments::COLUMNS), Body::Commitments),
            File::Events => (named(&events::COLUMNS), Body::Events),
            File::Plan => (plan::heads(language), Body::Plan),
            File::Workbook => return Err(Error::NotFound),
            File::Responses | File::ResponsesLong => {
                let answers = Answers::open(conn, campaign, file == File::ResponsesLong)?;
                (answers.header(), Body::Answers(answers))
            }
        };
        let parts = body.left();
        Ok(Self { campaign: campaign.clone(), profile, language, header: Some(header), body, parts })
    }

    /// Leaves out the first `parts`, and of the others what is not about this supplier.
    pub(super) fn skip(&mut self, parts: usize, of: Option<&SupplierCode>) {
        match &mut self.body {
            Body::Indicators(waiting) => {
                waiting.retain(|(supplier, _)| of.is_none_or(|of| of == supplier));
                self.parts = waiting.len();
                waiting.drain(..parts.min(waiting.len()));
            }
            body if parts > 0 => *body = Body::Done,
            _ => {}
        }
    }

    /// How many parts are behind.
    pub(super) fn passed(&self) -> usize {
        self.parts - self.body.left()
    }

    /// The bytes of the next part, never empty; none when the file is complete.
    pub fn next(&mut self, conn: &mut Conn) -> Result<Option<Vec<u8>>> {
        let mut text = Vec::new();
        let mut file = match self.header.take() {
            Some(header) => {
                let columns: Vec<&str> = header.iter().map(String::as_str).collect();
                self.profile.begin(&mut text, &columns)?
            }
            None => self.profile.go_on(&mut text),
        };
        self.body.write(conn, &self.campaign, self.language, &mut file)?;
        file.end()?;
        Ok(Some(text).filter(|text| !text.is_empty()))
    }

    /// The header, once.
    pub(super) fn header(&mut self) -> Vec<String> {
        self.header.take().unwrap_or_default()
    }

    /// Writes the next part; false when there is none left.
    pub(super) fn part(&mut self, conn: &mut Conn, rows: &mut impl Rows) -> Result<bool> {
        let mut counted = Counted { rows, any: false };
        self.body.write(conn, &self.campaign, self.language, &mut counted)?;
        Ok(counted.any)
    }
}

impl Body {
    /// How many parts there are still to come at most.
    fn left(&self) -> usize {
        match self {
            Self::Indicators(waiting) => waiting.len(),
            Self::Done => 0,
            _ => 1,
        }
    }

    /// Writes the next part, at least one row of it; nothing when there is none left.
    fn write(&mut self, conn: &mut Conn, campaign: &Campaign, language: Language, file: &mut impl Rows) -> Result<()> {
        match self {
            Self::Indicators(waiting) => {
                while let Some((supplier, groups)) = waiting.pop_front() {
                    if indicators(conn, campaign, &supplier, &groups, file)? {
                        return Ok(());
                    }
                }
                *self = Self::Done;
            }
            Self::Comments(texts) => return texts.write(conn, campaign, file),
            Self::Answers(answers) => return answers.write(conn, campaign, file),
            Self::Participation => {
                *self = Self::Done;
                participation(conn, campaign, file)?;
            }
            Self::Codebook => {
                *self = Self::Done;
                codebook::write(conn, campaign, file)?;
            }
            Self::Table => {
                *self = Self::Done;
                table::write(&table::read(conn, campaign, language)?, language, file)?;
            }
            Self::Plan => {
                *self = Self::Done;
                plan::write(conn, campaign, language, file)?;
            }
            Self::Commitments => {
                *self = Self::Done;
                commitments::write(conn, campaign, language, file)?;
            }
            Self::Events => {
                *self = Self::Done;
                events::write(conn, campaign, file)?;
            }
            Self::Done => {}
        }
        Ok(())
    }
}

/// So many groups of a supplier are in memory at once: some 10,000 figures.
const GROUPS: usize = 50;

/// The tidy file in stretches: supplier by supplier, all clients before the groups.
fn stretches(conn: &mut Conn, campaign: &Campaign) -> Result<VecDeque<(SupplierCode, Vec<GroupCode>)>> {
    let mut list = VecDeque::new();
    for supplier in publications::published_suppliers(conn, &campaign.id)? {
        let mut groups = publications::groups_with_figures(conn, &campaign.id, &supplier)?;
        groups.sort_by(|a, b| (a.0 != ALL, a).cmp(&(b.0 != ALL, b)));
        list.extend(groups.chunks(GROUPS).map(|some| (supplier.clone(), some.to_vec())));
    }
    Ok(list)
}

/// A stretch of the tidy file: one row per published figure, by group, subject, indicator; false when it has none.
fn indicators(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    groups: &[GroupCode],
    file: &mut impl Rows,
) -> Result<bool> {
    let mut list = publications::listed(conn, &campaign.id, supplier, groups)?;
    list.retain(|figure| !weighting::INDICATORS.contains(&figure.indicator.as_str()));
    list.sort_by(|a, b| {
        let one = (a.client_group.0 != ALL, &a.client_group, &a.subject, &a.indicator);
        one.cmp(&(b.client_group.0 != ALL, &b.client_group, &b.subject, &b.indicator))
    });
    for figure in &list {
        let number = |value: Option<f64>| value.filter(|_| figure.shown).map_or(Cell::Empty, Cell::Number);
        let word = figure.word.as_deref().filter(|_| figure.shown);
        file.row(&[
            Cell::Text(&campaign.code),
            Cell::Text(figure.supplier.as_str()),
            Cell::Text(figure.client_group.as_str()),
            Cell::Text(&figure.subject),
            Cell::Text(&figure.indicator),
            if word.is_some() { Cell::Empty } else { number(figure.value) },
            number(figure.low),
            number(figure.high),
            figure.n.filter(|_| figure.shown).map_or(Cell::Empty, Cell::Count),
            yes(figure.shown),
            word.map_or(Cell::Empty, Cell::Text),
        ])?;
    }
    Ok(!list.is_empty())
}

/// How many had sent something by each day, for everybody and by client group: everybody first, then by group and day.
fn participation(conn: &mut Conn, campaign: &Campaign, file: &mut impl Rows) -> Result<()> {
    let names: BTreeMap<GroupCode, String> =
        campaigns::client_groups(conn, &campaign.id)?.into_iter().map(|group| (group.code, group.name)).collect();
    let counts = participation::days(conn, &campaign.id)?;
    let mut rows: Vec<(&DayCount, bool)> =
        counts.chunk_by(|one, next| one.day == next.day).flat_map(with_shown).collect();
    rows.sort_by_key(|(count, _)| (count.client_group.0 != ALL, &count.client_group, count.day));
    for (count, shown) in rows {
        file.row(&[
            Cell::Text(&campaign.code),
            Cell::Text(count.client_group.as_str()),
            Cell::Text(names.get(&count.client_group).map_or("", String::as_str)),
            Cell::Text(&count.day.to_string()),
            Cell::Count(count.invited),
            if shown { Cell::Count(count.sendings) } else { Cell::Empty },
            yes(shown),
        ])?;
    }
    Ok(())
}

/// The counts of one day, each with whether it may be shown; the total stands under the same rule, by itself.
pub fn with_shown(day: &[DayCount]) -> Vec<(&DayCount, bool)> {
    let part = |total: bool| {
        participation::shown(
            day.iter()
                .filter(move |count| (count.client_group.0 == ALL) == total)
                .map(|count| (&count.client_group, count.invited, count.sendings)),
        )
    };
    let (total, groups) = (part(true), part(false));
    day.iter()
        .map(|count| (count, total.contains(&count.client_group) || groups.contains(&count.client_group)))
        .collect()
}

fn yes(shown: bool) -> Cell<'static> {
    Cell::Yes(shown, if shown { "yes" } else { "no" })
}
