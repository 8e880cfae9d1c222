//! The figures of one supplier in one campaign, counted from the sealed rows under the stored decisions. Pure but for
//! its reading: publishing writes what comes out, verifying compares it with what was written.

use std::collections::{BTreeMap, HashMap};

use super::across::Counts;
use super::branches::{self, Branch};
use super::change::{self, Wave};

use super::decisions::Decisions;

use super::figure::{ALL, Figure};
use super::figure::{CAMPAIGN, Release};
use super::importance;
use super::indicators::{Participation, Pooled, Reading, Sheet, rated_of};
use super::store::{self, Moments, Published};
use super::tally::{DimensionTally, GroupTally, Pool, Sheets, Tally};
use super::weighting;
use super::whole::{self, Whole};
use crate::answering::{OTHER, store as answering};
use crate::campaign::{Campaign, CampaignSupplier, comparison, store as campaigns};
use crate::clock::Moment;
use crate::db::Conn;
use crate::db::ids::SupplierCode;
use crate::error::Result;
use crate::questionnaire::compare::breaks;
use crate::questionnaire::{self, Meanings, OVERALL, Question, store as questionnaires};

/// All that one supplier's sealed rows give.
pub struct Counted {
    pub figures: Vec<Figure>,
    /// What comparing with later waves needs of whole responses; never shown.
    pub moments: Moments,
    pub counts: Counts,
    pub tally: Tally,
}

/// The questions a supplier asked in a campaign.
pub fn questions_of(conn: &mut Conn, row: &CampaignSupplier) -> Result<Vec<Question>> {
    match &row.questionnaire {
        Some(version) => questionnaires::questions(conn, version),
        None => Ok(Vec::new()),
    }
}

/// Counts one supplier. `before` is the moment of the publication: only waves published earlier are compared with.
pub fn of_supplier(
    conn: &mut Conn,
    campaign: &Campaign,
    row: &CampaignSupplier,
    decisions: &Decisions,
    before: Moment,
) -> Result<Counted> {
    let supplier = &row.supplier;
    let questions = questions_of(conn, row)?;
    let dimensions = questionnaire::measured(&questions);
    let branches = branches::of_campaign(conn, &campaign.id)?;
    let mut whole = Whole::of(&questions, &dimensions, decisions);
    let pass = Pass::over(conn, campaign, supplier, &questions, decisions, &branches, &mut whole)?;
    let mut sheet = Sheet::new(&campaign.id, supplier);
    let mut moments = Moments::new();
    for target in &pass.targets {
        let group = target.code.as_str();
        for (place, question) in questions.iter().enumerate() {
            sheet.question(group, question, &target.counts.question(place), decisions);
        }
        for (dimension, part) in dimensions.iter().zip(&target.dimensions) {
            let pooled = part.pool.as_ref().map(|pool| Pooled {
                pool,
                questions: &questions,
                counts: &target.counts,
                whole: &part.whole,
            });
            sheet.dimension(group, &dimension.code, pooled.as_ref(), decisions);
            if let (ALL, Some(pool)) = (group, &part.pool)
                && pool.places().all(|place| shows_levels(decisions, &questions, place))
            {
                moments.insert(dimension.code.clone(), part.whole.weighted(pool));
            }
        }
        if group != ALL {
            if decisions.shows(group, CAMPAIGN, Release::Value) {
                let n = target.counts.responses;
                sheet.show(group, CAMPAIGN, "responses", Reading::of(Some(f64::from(n)), n));
            } else {
                sheet.hide(group, CAMPAIGN, "responses");
            }
        }
    }
    let all = pass.tally.all();
    for (place, question) in questions.iter().enumerate().filter(|(_, question)| question.kind.has_options()) {
        sheet.choices(question, &question.options(), &all.question(place), decisions);
    }
    if let Some(place) = questions.iter().position(|question| question.code == OVERALL)
        && decisions.shows(ALL, OVERALL, Release::Levels)
    {
        moments.insert(OVERALL.to_owned(), all.question(place).values.weighted());
    }
    let measured = importance::earlier(conn, campaign, supplier, before)?;
    sheet.importance(&questions, &dimensions, &all, decisions, &measured);
    whole.write(&mut sheet, &mut moments);
    sheet.index(&dimensions);
    let count = |n: i32| u32::try_from(n).unwrap_or(0);
    let proposed = campaigns::proposed_people(conn, &campaign.id, supplier)?;
    let proposed_people: Option<u32> = (!proposed.is_empty()).then(|| count(proposed.values().sum()));
    weighting::write(&mut sheet, &questions, &pass.tally, &proposed, decisions);
    let participation = Participation {
        proposed: proposed_people,
        complete: count(row.complete),
        partial: count(row.partial),
        no_contacts: all.no_contacts,
        responses: all.responses,
    };
    sheet.participation(&participation, decisions);

    let so_far = sheet.into_rows();
    let later = Wave {
        figures: Published::new(so_far.clone()),
        scores: moments.clone(),
        questions: questions.clone(),
        groups: comparison::of_campaign(conn, &campaign.id)?,
    };
    let mut more = Sheet::new(&campaign.id, supplier);
    let meanings = questionnaires::meanings(conn)?.at(before);
    // What is asked between two quarters is compared with nothing.
    if campaign.kind.is_quarter() {
        change::write(conn, &mut more, campaign, supplier, &later, before, &meanings)?;
    }
    let mut all_rows: Vec<Figure> = so_far.into_iter().chain(more.into_rows()).collect();
    if !campaign.kind.is_quarter() && !decisions.shows_a_total() {
        // Too few answered something asked between two quarters: that is all that is published.
        all_rows.clear();
    }
    Ok(Counted {
        figures: all_rows,
        moments,
        counts: Counts { questions, all, groups: pass.shown_groups() },
        tally: pass.tally,
    })
}

fn shows_levels(decisions: &Decisions, questions: &[Question], place: usize) -> bool {
    questions.get(place).is_some_and(|question| decisions.shows(ALL, &question.code, Release::Levels))
}

/// One pass over the sealed rows of a supplier.
struct Pass {
    tally: Tally,
    /// All clients first, then every group and branch decided about.
    targets: Vec<Target>,
}

/// What one row of tables is about: all clients, a group, or a branch.
struct Target {
    code: String,
    counts: GroupTally,
    dimensions: Vec<Part>,
}

/// A dimension in one target: its questions shown there.
struct Part {
    pool: Option<Pool>,
    whole: DimensionTally,
}

impl Pass {
    fn over(
        conn: &mut Conn,
        campaign: &Campaign,
        supplier: &SupplierCode,
        questions: &[Question],
        decisions: &Decisions,
        branches: &[Branch],
        whole: &mut Whole,
    ) -> Result<Self> {
        let mut targets: Vec<Target> = std::iter::once(ALL.to_owned())
            .chain(decisions.groups())
            .map(|code| Target { dimensions: parts(questions, decisions, &code), code, counts: GroupTally::default() })
            .collect();
        let labels = labels(&targets, decisions, branches);
        let mut tally = Tally::default();
        let mut sheets = Sheets::of(questions);
        answering::each_sealed(conn, &campaign.id, supplier, |row| {
            if row.no_contact {
                tally.add_no_contact(&row.client_group);
                return Ok(());
            }
            let said = sheets.read(&row.answers)?;
            tally.add(&row.client_group, said);
            whole.add(said);
            let places = labels.get(row.client_group.as_str()).map_or(&[0][..], Vec::as_slice);
            for place in places {
                let Some(target) = targets.get_mut(*place) else { continue };
                for part in &mut target.dimensions {
                    if let Some(pool) = &part.pool {
                        part.whole.add(said, pool, *place == 0);
                    }
                }
            }
            Ok(())
        })?;
        for (place, target) in targets.iter_mut().enumerate() {
            target.counts = tally.of(|label| match labels.get(label.as_str()) {
                Some(places) => places.contains(&place),
                None => place == 0,
            });
        }
        Ok(Self { tally, targets })
    }

    fn shown_groups(&self) -> BTreeMap<String, GroupTally> {
        self.targets.iter().skip(1).map(|target| (target.code.clone(), target.counts.clone())).collect()
    }
}

/// For each dimension the questions it pools in `group`: only those shown there.
fn parts(questions: &[Question], decisions: &Decisions, group: &str) -> Vec<Part> {
    let shown = |place: &usize| {
        questions.get(*place).is_some_and(|question| decisions.shows(group, &question.code, Release::Value))
    };
    questionnaire::measured(questions)
        .iter()
        .map(|dimension| {
            let asked = rated_of(&dimension.code, questions);
            let places: Vec<usize> = asked.iter().copied().filter(shown).collect();
            Part { pool: Pool::of(questions, &places, &asked), whole: DimensionTally::default() }
        })
        .collect()
}

/// Which targets a sealed row of each label counts in. A branch that holds all hidden groups counts `other` too: it is
/// shown only if nobody else lies there.
fn labels(targets: &[Target], decisions: &Decisions, branches: &[Branch]) -> HashMap<String, Vec<usize>> {
    let mut labels: HashMap<String, Vec<usize>> = HashMap::new();
    let mut add = |label: &str, place: usize| {
        let places = labels.entry(label.to_owned()).or_insert_with(|| vec![0]);
        if !places.contains(&place) {
            places.push(place);
        }
    };
    for (place, target) in targets.iter().enumerate().skip(1) {
        match branches.iter().find(|branch| branch.code().as_str() == target.code) {
            None => add(&target.code, place),
            Some(branch) if decisions.shows(&target.code, CAMPAIGN, Release::Value) => {
                for group in &branch.groups {
                    let merged = decisions.is_merged(group.as_str());
                    add(if merged { OTHER } else { group.as_str() }, place);
                }
            }
            Some(_) => {}
        }
    }
    labels
}

/// The responses of each supplier and the figures, counted anew for a whole campaign: what was published must be this.
pub struct Recount {
    pub figures: Vec<Figure>,
    pub moments: BTreeMap<SupplierCode, Moments>,
    pub tallies: BTreeMap<SupplierCode, (Vec<Question>, Tally)>,
}

/// Counts every supplier of a campaign, then all of them together.
pub fn of_campaign(conn: &mut Conn, campaign: &Campaign, before: Moment) -> Result<Recount> {
    let decisions = super::decisions::by_supplier(&store::campaign_decisions(conn, &campaign.id)?);
    let mut recount = Recount { figures: Vec::new(), moments: BTreeMap::new(), tallies: BTreeMap::new() };
    let mut counts = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let own = decisions.get(&row.supplier).cloned().unwrap_or_default();
        let counted = of_supplier(conn, campaign, &row, &own, before)?;
        recount.figures.extend(counted.figures);
        recount.moments.insert(row.supplier.clone(), counted.moments);
        recount.tallies.insert(row.supplier, (counted.counts.questions.clone(), counted.tally));
        counts.push(counted.counts);
    }
    let asked: Vec<Asked<'_>> = recount
        .moments
        .iter()
        .filter_map(|(supplier, moments)| {
            let (questions, _) = recount.tallies.get(supplier)?;
            Some((supplier, questions.as_slice(), moments))
        })
        .collect();
    let compared = super::across::compared(&campaign.id, &core_scores(&asked));
    recount.figures.extend(compared);
    if let Some(own) = decisions.get(&super::decisions::everybody()) {
        recount.figures.extend(super::across::figures(&campaign.id, own, &counts));
    }
    Ok(recount)
}

/// What comparing suppliers needs of one: the questions it asked and its moments.
type Asked<'a> = (&'a SupplierCode, &'a [Question], &'a Moments);

/// The core scores of the suppliers that ask the same core questions as most: with another core nothing is compared.
fn core_scores(suppliers: &[Asked<'_>]) -> BTreeMap<SupplierCode, Vec<(f64, u32)>> {
    let core = |questions: &[Question]| -> Vec<Question> {
        whole::core_of(questions).into_iter().filter_map(|place| questions.get(place).cloned()).collect()
    };
    let cores: Vec<Vec<Question>> = suppliers.iter().map(|(_, questions, _)| core(questions)).collect();
    let same = |a: &[Question], b: &[Question]| {
        a.len() == b.len()
            && a.iter().zip(b).all(|(a, b)| a.code == b.code && breaks(a, b, &Meanings::default()).is_empty())
    };
    let shared = cores.iter().max_by_key(|core| cores.iter().filter(|other| same(core, other)).count());
    let Some(shared) = shared.filter(|core| !core.is_empty()) else { return BTreeMap::new() };
    suppliers
        .iter()
        .zip(&cores)
        .filter(|(_, core)| same(core, shared))
        .filter_map(|((supplier, _, moments), _)| Some(((*supplier).clone(), moments.get(whole::CORE)?.clone())))
        .collect()
}

/// The figures that compare the suppliers of a campaign, from what is stored of each.
pub fn compared(conn: &mut Conn, campaign: &Campaign) -> Result<Vec<Figure>> {
    let mut stored = Vec::new();
    for row in campaigns::campaign_suppliers(conn, &campaign.id)? {
        let questions = questions_of(conn, &row)?;
        let moments = store::moments(conn, &campaign.id, &row.supplier)?;
        stored.push((row.supplier, questions, moments));
    }
    let asked: Vec<Asked<'_>> =
        stored.iter().map(|(s, questions, moments)| (s, questions.as_slice(), moments)).collect();
    Ok(super::across::compared(&campaign.id, &core_scores(&asked)))
}
