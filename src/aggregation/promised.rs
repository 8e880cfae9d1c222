//! Promised, measured, felt: each commitment of a campaign that is published. The measurement that stands is copied with
//! the publication; felt is what the published mean of its question says, and nothing else, so that no verdict exists
//! where the publication holds no interval of that mean.

use std::collections::{BTreeMap, BTreeSet};

use super::figure::{ALL, Figure};
use super::figures::questions_of;
use super::indicators::SATISFACTION_LINE;
use super::mirror::Team;
use crate::campaign::promised::{Promised, Standing};
use crate::campaign::{Campaign, store as campaigns};
use crate::catalogue::{Felt, Measured, Verdict, store as catalogue};
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::Question;

/// What the mean of `question` for all clients says, rescaled to 1..5 and set against the line of the matrix.
pub fn felt(question: Option<&Question>, mean: Option<&Figure>) -> Felt {
    let asked = question.filter(|question| question.kind.is_rated() && question.condition().is_none());
    let Some((lo, hi)) = asked.and_then(Question::range) else { return Felt::NotAsked };
    let interval = mean.filter(|figure| figure.shown).and_then(|figure| figure.low.zip(figure.high));
    let Some((low, high)) = interval else { return Felt::Hidden };
    let on_five = |value: f64| 1.0 + 4.0 * (value - f64::from(lo)) / f64::from(hi - lo);
    Felt::against(SATISFACTION_LINE, on_five(low), on_five(high))
}

/// The means for all clients among `figures`, by service and question.
fn means(figures: &[Figure]) -> BTreeMap<(&str, &str), &Figure> {
    let for_all = figures.iter().filter(|figure| figure.indicator == "mean" && figure.client_group.as_str() == ALL);
    for_all.map(|figure| ((figure.supplier.as_str(), figure.subject.as_str()), figure)).collect()
}

/// What is published of one promise, with the measurement that its row holds.
fn judged(standing: &Standing, questions: &[Question], means: &BTreeMap<(&str, &str), &Figure>) -> Promised {
    let row = &standing.promised;
    let question = row.question.as_ref().and_then(|code| questions.iter().find(|question| question.code == *code));
    let mean = row.question.as_ref().and_then(|code| means.get(&(row.supplier.as_str(), code.as_str()))).copied();
    let measured = Measured::of(&standing.version, row.value.zip(row.cases));
    // About the work of fewer people than three there is neither.
    let felt = if row.has_figures { felt(question, mean) } else { Felt::NotAsked };
    let verdict = Verdict::of(measured, felt);
    Promised { measured: Some(measured), felt: Some(felt), verdict: Some(verdict), ..row.clone() }
}

/// The questions each service asked.
fn asked(conn: &mut Conn, campaign: &Campaign) -> Result<BTreeMap<SupplierCode, Vec<Question>>> {
    let mut asked = BTreeMap::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let questions = questions_of(conn, &row)?;
        asked.insert(row.supplier, questions);
    }
    Ok(asked)
}

/// What the verdicts of a campaign rest on.
struct Ground<'a> {
    asked: BTreeMap<SupplierCode, Vec<Question>>,
    means: BTreeMap<(&'a str, &'a str), &'a Figure>,
    teams: &'a [Team],
}

impl<'a> Ground<'a> {
    fn load(conn: &mut Conn, campaign: &Campaign, figures: &'a [Figure], teams: &'a [Team]) -> Result<Self> {
        Ok(Self { asked: asked(conn, campaign)?, means: means(figures), teams })
    }

    /// A promise of the service is felt by its clients, one of its clients by its team.
    fn judged(&self, standing: &Standing) -> Promised {
        let supplier = &standing.promised.supplier;
        if standing.promised.unit.is_none() {
            return judged(standing, self.asked.get(supplier).map_or(&[][..], Vec::as_slice), &self.means);
        }
        match self.teams.iter().find(|team| team.supplier == *supplier) {
            Some(team) => judged(standing, &team.questions, &means(&team.figures)),
            None => judged(standing, &[], &BTreeMap::new()),
        }
    }
}

/// Copies the measurements that stand and writes what they and the figures say.
pub fn publish(conn: &mut Conn, campaign: &Campaign, figures: &[Figure], teams: &[Team]) -> Result<()> {
    let list = campaigns::promised_in(conn, &campaign.id)?;
    if list.is_empty() {
        return Ok(());
    }
    let ground = Ground::load(conn, campaign, figures, teams)?;
    let suppliers: BTreeSet<_> = list.iter().map(|one| one.promised.supplier.clone()).collect();
    let mut standing = BTreeMap::new();
    for supplier in suppliers {
        let measured = catalogue::measured(conn, &supplier, &campaign.id)?;
        standing.insert(supplier, measured);
    }
    for mut one in list {
        let measurement = standing
            .get(&one.promised.supplier)
            .and_then(|list| list.iter().find(|measurement| measurement.commitment == one.promised.commitment))
            .filter(|_| one.promised.has_figures);
        one.promised.value = measurement.map(|measurement| measurement.value);
        one.promised.cases = measurement.map(|measurement| measurement.cases);
        one.promised.source = measurement.map(|measurement| measurement.source.clone());
        one.promised.measured_on = measurement.map(|measurement| measurement.day);
        campaigns::update_promised(conn, &ground.judged(&one))?;
    }
    Ok(())
}

/// The promises that were published otherwise than their measurement and the figures say.
pub fn differing(conn: &mut Conn, campaign: &Campaign, figures: &[Figure], teams: &[Team]) -> Result<Vec<Promised>> {
    let list = campaigns::promised_in(conn, &campaign.id)?;
    let ground = Ground::load(conn, campaign, figures, teams)?;
    let differs = |one: &Standing| ground.judged(one) != one.promised;
    Ok(list.into_iter().filter(differs).map(|one| one.promised).collect())
}

/// What the fingerprint covers of each promise, a line each.
pub fn lines(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<String>> {
    let line = |one: Standing| {
        let Standing { promised: row, version } = one;
        format!(
            "{} {} {} {:?} {} {} {:?} {:?} {:?} {:?} {:?}",
            row.supplier,
            row.commitment,
            row.version,
            row.question,
            version.target,
            version.direction.as_str(),
            (row.value, row.cases, row.measured_on.map(|day| day.to_string())),
            row.source,
            row.measured.map(Measured::as_str),
            row.felt.map(Felt::as_str),
            row.verdict.map(Verdict::as_str),
        )
    };
    Ok(campaigns::promised_in(conn, &campaign.id)?.into_iter().map(line).collect())
}
