//! The mirror counted: what the team of a service thinks its clients say, beside what they say. One crowd, no groups:
//! a question is shown from ten answers on that are not all the same, with everything or not at all. Kept in a table of
//! its own, so that no total, file or page holds it but the one made for it.

use std::collections::BTreeMap;

use super::change::{Wave, compare};
use super::comparable::changed;
use super::decisions::Decisions;
use super::disclosure::{Cell, run};
use super::figure::{ALL, Decision, Figure, Release};
use super::figures::{Recount, questions_of};
use super::indicators::{Pooled, Sheet, rated_of};
use super::store::mirror::{Seen, published};
use super::store::{Moments, Published};
use super::tally::{DimensionTally, GroupTally, Pool, Said, Sheets, Tally};
use crate::answering::store as answering;
use crate::campaign::mirror::{self, FEWEST};
use crate::campaign::{Campaign, CampaignSupplier, comparison, store as campaigns};
use crate::db::Conn;
use crate::db::ids::{GroupCode, SupplierCode};
use crate::error::Result;
use crate::questionnaire::{Meanings, OVERALL, Question, measured};

/// One mirror, counted.
pub struct Team {
    pub supplier: SupplierCode,
    pub questions: Vec<Question>,
    pub figures: Vec<Figure>,
    pub seen: Vec<Seen>,
}

/// Every mirror of a campaign, from its sealed sheets and from what was counted of the clients.
pub fn of_campaign(conn: &mut Conn, campaign: &Campaign, clients: &Recount) -> Result<Vec<Team>> {
    let mut teams = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)?.into_iter().filter(CampaignSupplier::has_mirror) {
        let own = questions_of(conn, &row)?;
        let questions = mirror::asked(conn, &campaign.id, &row, &own)?;
        let sheets = answering::sealed_mirrors(conn, &campaign.id, &row.supplier)?;
        let groups = comparison::of_campaign(conn, &campaign.id)?;
        let of_clients = clients
            .figures
            .iter()
            .filter(|figure| figure.supplier == row.supplier && figure.client_group.as_str() == ALL);
        let earlier = Wave {
            figures: Published::new(of_clients.cloned().collect()),
            scores: clients.moments.get(&row.supplier).cloned().unwrap_or_default(),
            questions: own,
            groups: groups.clone(),
        };
        let counted = counted(campaign, &row, &questions, &sheets)?;
        let later = Wave {
            figures: Published::new(counted.figures.clone()),
            scores: counted.moments,
            questions: questions.clone(),
            groups,
        };
        teams.push(Team {
            seen: beside(&row, &earlier, &later),
            supplier: row.supplier,
            questions,
            figures: counted.figures,
        });
    }
    Ok(teams)
}

struct Counted {
    figures: Vec<Figure>,
    moments: Moments,
}

/// Counts the sheets of one team.
fn counted(campaign: &Campaign, row: &CampaignSupplier, questions: &[Question], sheets: &[String]) -> Result<Counted> {
    let mut reader = Sheets::of(questions);
    let mut tally = Tally::default();
    let team = GroupCode::from(ALL);
    let mut all: Vec<Vec<Said>> = Vec::with_capacity(sheets.len());
    for sheet in sheets {
        let said = reader.read(sheet)?;
        tally.add(&team, said);
        all.push(said.to_vec());
    }
    let counts = tally.all();
    let decisions = decided(campaign, row, questions, &counts);
    let mut sheet = Sheet::new(&campaign.id, &row.supplier);
    let mut moments = Moments::new();
    for (place, question) in questions.iter().enumerate() {
        sheet.question(ALL, question, &counts.question(place), &decisions);
        if question.code == OVERALL && decisions.shows(ALL, OVERALL, Release::Levels) {
            moments.insert(OVERALL.to_owned(), counts.question(place).values.weighted());
        }
    }
    let shown = |place: &usize| {
        questions.get(*place).is_some_and(|question| decisions.shows(ALL, &question.code, Release::Levels))
    };
    for dimension in measured(questions) {
        let asked = rated_of(&dimension.code, questions);
        let places: Vec<usize> = asked.iter().copied().filter(shown).collect();
        let Some(pool) = Pool::of(questions, &places, &asked) else { continue };
        let mut whole = DimensionTally::default();
        all.iter().for_each(|said| whole.add(said, &pool, true));
        let pooled = Pooled { pool: &pool, questions, counts: &counts, whole: &whole };
        sheet.dimension(ALL, &dimension.code, Some(&pooled), &decisions);
        moments.insert(dimension.code, whole.weighted(&pool));
    }
    Ok(Counted { figures: sheet.into_rows(), moments })
}

/// One crowd for each question, all that is shown of it under one rule.
fn decided(campaign: &Campaign, row: &CampaignSupplier, questions: &[Question], counts: &GroupTally) -> Decisions {
    let threshold = u32::try_from(FEWEST).unwrap_or(u32::MAX);
    let shown = questions.iter().enumerate().filter(|(place, _)| {
        let counts = counts.question(*place);
        let cell = Cell { group: ALL, n: counts.n(), values: Some(&counts.values), full: None, barred: None };
        run(&[cell], threshold).total.is_none()
    });
    let released = shown.flat_map(|(_, question)| {
        [Release::Value, Release::Levels].map(|release| Decision {
            campaign: campaign.id.clone(),
            supplier: row.supplier.clone(),
            client_group: ALL.into(),
            subject: question.code.clone(),
            release,
            shown: true,
            reason: String::new(),
        })
    });
    Decisions::new(&released.collect::<Vec<_>>())
}

/// The word for a subject whose mean of the clients is not shown.
const HIDDEN: &str = "hidden";

/// What the team says, subject by subject, beside what its clients say.
fn beside(row: &CampaignSupplier, clients: &Wave, team: &Wave) -> Vec<Seen> {
    let mut changes = compare(clients, team, &Meanings::default());
    let dimensions = measured(&team.questions).into_iter().map(|dimension| dimension.code);
    let promises = team.questions.iter().filter(|question| mirror::is_about_a_promise(question));
    let promises: Vec<String> = promises.map(|one| one.code.clone()).collect();
    let subjects = [OVERALL.to_owned()].into_iter().chain(dimensions).chain(promises);
    subjects
        .filter_map(|subject| {
            let mean = team.figures.get(ALL, &subject, "mean").filter(|figure| figure.shown)?;
            let change = changes.remove(&subject);
            let asked_alike = changed(&clients.ground(), &team.ground(), &subject, &Meanings::default()).is_none();
            let hidden = asked_alike && clients.figures.value(&subject, "mean").is_none();
            Some(Seen {
                campaign: row.campaign.clone(),
                supplier: row.supplier.clone(),
                mean: mean.value?,
                low: mean.low,
                high: mean.high,
                n: mean.n?,
                clients: clients.figures.value(&subject, "mean"),
                delta: change.as_ref().and_then(|change| change.delta),
                p: change.as_ref().and_then(|change| change.p_holm.or(change.p)),
                // What one side does not show is no other question.
                verdict: change.map(|change| if hidden { HIDDEN } else { change.word }.to_owned()),
                subject,
            })
        })
        .collect()
}

/// The services whose mirror was published otherwise than its sheets say.
pub fn differing(conn: &mut Conn, campaign: &Campaign, teams: &[Team]) -> Result<Vec<SupplierCode>> {
    let mut differing = Vec::new();
    let sheets: BTreeMap<SupplierCode, i64> = answering::mirror_counts(conn, &campaign.id)?.into_iter().collect();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let published = published(conn, &campaign.id, &row.supplier)?;
        let team = teams.iter().find(|team| team.supplier == row.supplier);
        let now: BTreeMap<String, Seen> =
            team.into_iter().flat_map(|team| &team.seen).map(|seen| (seen.subject.clone(), seen.clone())).collect();
        // Fewer than ten are not kept, and of a service whose team was not asked there are none.
        let kept = sheets.get(&row.supplier).copied().unwrap_or(0);
        if published != now || kept > 0 && (kept < i64::from(FEWEST) || !row.has_mirror()) {
            differing.push(row.supplier);
        }
    }
    Ok(differing)
}

/// What the fingerprint covers of the mirrors, a line each: how many sheets of a service are sealed, then each figure.
pub fn lines(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let kept: BTreeMap<SupplierCode, i64> = answering::mirror_counts(conn, &campaign.id)?.into_iter().collect();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)?.into_iter().filter(CampaignSupplier::has_mirror) {
        let sheets = kept.get(&row.supplier).copied().unwrap_or(0);
        lines.push(format!("{} {} {sheets}", row.supplier, row.mirror_people));
        for seen in published(conn, &campaign.id, &row.supplier)?.into_values() {
            let numbers = (seen.mean, seen.low, seen.high, seen.n, seen.clients, seen.delta, seen.p);
            lines.push(format!("{} {} {numbers:?} {:?}", seen.supplier, seen.subject, seen.verdict));
        }
    }
    Ok(lines)
}
