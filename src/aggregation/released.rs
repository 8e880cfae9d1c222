//! The rows that a campaign launched with a file of its answers hands out. Written once, at publication, from the sealed
//! sheets: no group, no comment, an order and keys of their own. The export reads them and nothing else.
//!
//! Refuses a supplier with too few responses, and leaves out, for everybody, every question whose distribution is not
//! published for all clients: fewer than 10 valid answers, or all of them the same. Beside such rows no figure by client
//! group may stand (`decisions.rs`): measured, 30 rows and the figures of a group of 5 leave one subset that fits.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;
use rand::rngs::StdRng;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};

use super::decisions::Decisions;

use super::figure::ALL;
use super::figure::{CAMPAIGN, Release};
use crate::answering::store as answering;
use crate::campaign::{Campaign, FEWEST_ROWS};
use crate::db::Conn;
use crate::db::ids::{CampaignId, SupplierCode};
use crate::db::schema::released_rows;
use crate::error::Result;
use crate::questionnaire::{Answer, Question, StoredAnswers};

/// Fewest valid answers of a question that leaves in a file.
const FEWEST_ANSWERS: usize = 10;
/// How many rows travel at once.
const PART: usize = 500;

/// Does a supplier with so many responses (sheets that are not "no contact") hand out rows in this campaign? If so it
/// publishes nothing by client group.
pub fn releases_rows(campaign: &Campaign, responses: u32) -> bool {
    campaign.row_level && responses >= FEWEST_ROWS
}

/// The answers of one row by question: none is a blank; a question that is not there was not asked, or is left out for
/// everybody.
pub type Row = BTreeMap<String, Option<Answer>>;

#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Insertable)]
#[diesel(table_name = released_rows)]
pub struct ReleasedRow {
    pub key: String,
    pub campaign: CampaignId,
    pub supplier: SupplierCode,
    /// JSON of [`Row`].
    pub answers: String,
}

impl ReleasedRow {
    pub fn row(&self) -> Result<Row> {
        Ok(serde_json::from_str(&self.answers)?)
    }
}

/// The questions that may leave: closed ones whose distribution is published for all clients.
fn released<'a>(questions: &'a [Question], decisions: &Decisions) -> BTreeSet<&'a str> {
    let codes = questions.iter().filter(|question| question.is_closed()).map(|question| question.code.as_str());
    codes.filter(|code| decisions.shows(ALL, code, Release::Levels)).collect()
}

/// Writes the rows of one supplier and says how many; none for a supplier that releases none. `seed` gives the order
/// and the keys: from the system, outside tests.
pub fn release(
    conn: &mut Conn,
    campaign: &Campaign,
    supplier: &SupplierCode,
    questions: &[Question],
    decisions: &Decisions,
    seed: [u8; 32],
) -> Result<usize> {
    // With a stricter threshold than ours the whole supplier may be hidden.
    if !campaign.row_level || !decisions.shows(ALL, CAMPAIGN, Release::Levels) {
        return Ok(0);
    }
    let mut sheets: Vec<String> = Vec::new();
    let mut valid: BTreeMap<String, usize> = BTreeMap::new();
    answering::each_sealed(conn, &campaign.id, supplier, |sheet| {
        if sheet.no_contact {
            return Ok(());
        }
        for (code, answer) in serde_json::from_str::<StoredAnswers>(&sheet.answers)? {
            *valid.entry(code).or_default() += usize::from(answer.is_some_and(|given| given != Answer::NotApplicable));
        }
        sheets.push(sheet.answers);
        Ok(())
    })?;
    if !releases_rows(campaign, u32::try_from(sheets.len()).unwrap_or(u32::MAX)) {
        return Ok(0);
    }
    let mut kept = released(questions, decisions);
    kept.retain(|code| valid.get(*code).is_some_and(|n| *n >= FEWEST_ANSWERS));
    let mut rng = StdRng::from_seed(seed);
    sheets.shuffle(&mut rng);
    for part in sheets.chunks(PART) {
        let rows: Result<Vec<ReleasedRow>> = part
            .iter()
            .map(|text| {
                Ok(ReleasedRow {
                    key: URL_SAFE_NO_PAD.encode(rng.random::<[u8; 16]>()),
                    campaign: campaign.id.clone(),
                    supplier: supplier.clone(),
                    answers: serde_json::to_string(&row_of(serde_json::from_str(text)?, &kept))?,
                })
            })
            .collect();
        let rows = rows?;
        crate::on_each!(conn, c => diesel::insert_into(released_rows::table).values(&rows).execute(c))?;
    }
    Ok(sheets.len())
}

fn row_of(mut answers: StoredAnswers, kept: &BTreeSet<&str>) -> Row {
    let cell = |code: &str| match answers.remove(code) {
        // Not asked of this person.
        Some(None) => None,
        Some(Some(answer)) => Some((code.to_owned(), Some(answer))),
        None => Some((code.to_owned(), None)),
    };
    kept.iter().copied().filter_map(cell).collect()
}

/// The suppliers of a campaign that released rows, with how many, by code.
pub fn counts(conn: &mut Conn, campaign: &CampaignId) -> Result<BTreeMap<SupplierCode, i64>> {
    let rows: Vec<(SupplierCode, i64)> = released_rows::table
        .filter(released_rows::campaign.eq(campaign))
        .group_by(released_rows::supplier)
        .select((released_rows::supplier, diesel::dsl::count_star()))
        .load(conn)?;
    Ok(rows.into_iter().collect())
}

/// At most `most` rows of a supplier, after the row of key `after`, in the order of their random keys.
pub fn page(
    conn: &mut Conn,
    campaign: &CampaignId,
    supplier: &SupplierCode,
    after: &str,
    most: i64,
) -> Result<Vec<ReleasedRow>> {
    Ok(released_rows::table
        .filter(released_rows::campaign.eq(campaign))
        .filter(released_rows::supplier.eq(supplier))
        .filter(released_rows::key.gt(after))
        .order(released_rows::key)
        .limit(most)
        .select(ReleasedRow::as_select())
        .load(conn)?)
}

/// Deletes the rows of these campaigns: they are kept as long as their sheets and no longer.
pub fn forget(conn: &mut Conn, campaigns: &[CampaignId]) -> Result<()> {
    diesel::delete(released_rows::table.filter(released_rows::campaign.eq_any(campaigns))).execute(conn)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Day;

    #[test]
    fn only_a_campaign_launched_with_it_and_thirty_responses_release_rows() {
        let day = Day::parse("2026-01-05").unwrap();
        let plain = Campaign::draft("c".into(), "2026-Q1".to_owned(), day);
        let with = Campaign { row_level: true, row_level_to: "x".to_owned(), ..plain.clone() };
        assert!(!releases_rows(&plain, 1000) && !releases_rows(&with, 29) && releases_rows(&with, 30));
    }

    #[test]
    fn a_row_holds_the_kept_questions_and_nothing_else() {
        let answers = serde_json::from_str(r#"{"a":4,"b":"NA","n":null,"z":["x"]}"#).unwrap();
        let row = row_of(answers, &BTreeSet::from(["a", "b", "c", "n"]));
        assert_eq!(serde_json::to_string(&row).unwrap(), r#"{"a":4,"b":"NA","c":null}"#);
        let back: Row = serde_json::from_str(r#"{"a":4,"b":"NA","c":null}"#).unwrap();
        assert_eq!(back, row);
    }
}
